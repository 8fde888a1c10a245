"""Where envoys are sent and who receives them: "Ambassador to Peru", "presented his credentials to President X".

Each function that gives a code gives "" where the text does not tell it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import pairwise

from dragoman.actors.context.beside import apposed_title, office_end, tokens_before
from dragoman.actors.context.page import Page
from dragoman.actors.directory import owner_of
from dragoman.actors.mentions.found import Found
from dragoman.actors.mentions.gazetteer import Entry
from dragoman.actors.persons.posts import is_post

REACH = 32
"""Tokens behind a person among which a post or a place is looked for."""
OPENING = 7
"""Tokens behind a person in which his own verb has its object."""
LATELY = 12
"""Mentions among which the envoy is looked for."""


def state_of(page: Page, entry: Entry | None) -> str:
    placed = entry is not None and entry.kind in ("state", "seat", "demonym")
    return entry.code if entry and placed and page.directory.is_state(entry.code) else ""


def _posts_at(page: Page, places: Iterable[int]) -> set[str]:
    """The states among the tokens ``places`` to which somebody is sent."""
    heads = page.words.sent_heads
    return {state_of(page, page.tokens[n].entry) for n in places if is_post(page.tokens, n, heads)} - {""}


def sent_to(page: Page, mention: Found) -> set[str]:
    """ "Ambassador to Iraq Jo Lind", "Jo Lind, Ambassador to Iraq,", "Jo Lind was named Ambassador to Iraq": where
    an envoy is sent to."""
    titled = range(mention.first, mention.last)
    return _posts_at(page, (*titled, *apposed_title(page, mention), *_becoming(page, mention)))


def _becoming(page: Page, mention: Found) -> range:
    """The tokens of what a sentence says that somebody is or is made: "Jo Lind was appointed | Ambassador to
    Iraq"."""
    words = page.words
    known = words.copulas | words.any_of | words.lately | words.title_modifiers | {"the", "by"}
    behind = range(mention.last, min(mention.last + REACH, len(page.tokens)))
    if not behind or page.tokens[mention.last].low not in words.copulas:
        return range(0)
    for here in behind:
        token = page.tokens[here]
        if token.low in words.sent_heads:
            return range(here, behind.stop)
        if token.kind not in "NUEP-" and token.low not in known:
            break
    return range(0)


def _credentials_near(page: Page, mention: Found) -> bool:
    """Whether credentials were presented to the one who is mentioned: "presented his credentials to H.E. X"."""
    near = [t.low for t in tokens_before(page, mention, REACH)]
    while near and near[-1] in ("the", "h.e", ".", "his", "her", "excellency"):
        near.pop()
    return near[-1:] == ["to"] and not page.words.credentials.isdisjoint(near[-9:])


def accredits(page: Page, mention: Found) -> str:
    """ "Ambassador Lind of Peru presented his credentials to President X": the state that the envoy is of, and the
    one who receives him is not."""
    if not _credentials_near(page, mention):
        return ""
    envoy = next((m for m in reversed(page.out[-LATELY:]) if m.how in ("person", "office")), None)
    code = owner_of(envoy.actors[0]) if envoy and len(envoy.actors) == 1 else ""
    return code if page.directory.is_state(code) else ""


def accredited_to(page: Page, mention: Found) -> str:
    """ "The Ambassador of Chile to Peru presented his credentials to President X", "presented his credentials to
    President X in Lima", "President X received the credentials of the Ambassador of Chile to Peru": the state that
    the envoy is sent to."""
    end, sentence = office_end(page, mention), mention.token.sentence
    behind = [n for n in range(end, min(end + REACH, len(page.tokens))) if page.tokens[n].sentence == sentence]
    first, *rest = [page.tokens[n].low for n in behind[:OPENING]] or [""]
    if first in page.words.accepts and not page.words.credentials.isdisjoint(rest):
        return one_of(_posts_at(page, behind))
    if not _credentials_near(page, mention):
        return ""
    begin = bisect_left(page.tokens, sentence, key=lambda token: token.sentence)
    near = page.tokens[end : end + OPENING]
    seat = next((state_of(page, t.entry) for link, t in pairwise(near) if link.low == "in"), "")
    return one_of(_posts_at(page, range(begin, mention.first))) or seat


def one_of(codes: set[str]) -> str:
    """The one code of ``codes``; "" for none and several."""
    return next(iter(codes)) if len(codes) == 1 else ""
