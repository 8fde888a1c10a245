"""Who speaks: labels at the start of a line, "SECRETARY BLINKEN:", and the speakers of quotations."""

from __future__ import annotations

from collections import deque
from itertools import takewhile

from dragoman.actors.context.page import Mention, Page, once
from dragoman.actors.context.quoting import Quotation, Quoted, quotations
from dragoman.actors.discourse.antecedents import PERSONS, REACH
from dragoman.actors.mentions.found import Found, is_past

LINE = 16
"""Words of a label or byline: "ACTING DEPUTY MINISTER LIND (via interpreter):"."""


def hear_label(page: Page, mention: Found) -> None:
    """ "SECRETARY BLINKEN:" at the start of a line; a new quotation's speaker."""
    at_start = mention.first == 0 or page.tokens[mention.first - 1].kind == "|"
    here = mention.last
    if here < len(page.tokens) and page.tokens[here].kind == "(":
        here = next((n for n in range(here, min(here + 8, len(page.tokens))) if page.tokens[n].kind == ")"), here) + 1
    follower = page.tokens[here] if here < len(page.tokens) else None
    if at_start and follower and follower.kind == ":" and mention.kind in ("person", "name"):
        actors = page.link(mention)
        page.discourse.label = actors.actors[0] if actors and actors.actors else ""


def speaking(page: Page, mention: Found) -> frozenset[str]:
    """ "MINISTER LIND: We told | him |": who speaks here or has signed, and is called by "he" only where a sentence
    before names him as somebody else would."""
    speaker = page.discourse.label or page.setting.speaker
    near = page.discourse.back(mention.token.sentence, REACH, PERSONS)
    named = next((m for m in near if m.actors == (speaker,) and m.sort == "person"), None)
    return frozenset([speaker]) if named and _is_line(page, named.token) else frozenset()


def _is_line(page: Page, at: int) -> bool:
    """Whether what is named at ``at`` only tells who speaks: before a colon or in a line that is no sentence."""
    verbs = page.words.auxiliaries | page.words.speaking
    line = list(takewhile(lambda t: t.kind not in ":|", page.tokens[at : at + LINE]))
    told = any(t.low in verbs or is_past(t, page.words) for t in line)
    return len(line) < LINE and line[-1].kind != "." and not told


@once
def quotations_of(page: Page) -> list[Quotation]:
    """What the document quotes, in the order of the text."""
    return quotations(page.document.text, page.tokens, page.found, page.words)


def speakers(page: Page, mentions: tuple[Mention, ...]) -> tuple[Quoted, ...]:
    """The quotations whose speaker is one of the linked ``mentions``."""
    known = {m.start: m for m in reversed(mentions) if m.head and not m.unlinked}
    found = []
    for quotation in quotations_of(page):
        said = known.get(quotation.speaker.token.start) if quotation.speaker else None
        if said:
            first, last = page.tokens[quotation.first], page.tokens[quotation.last]
            found.append(Quoted(first.start, last.start, said.actors, (said.start, said.end), said.how))
    return tuple(found)


def hear_quotation(page: Page, mention: Found, spoken: deque[Quotation]) -> None:
    """Keeps who is quoted where the mention stands; ``spoken`` are the quotations that are not over."""
    while spoken and spoken[0].last <= mention.first:
        spoken.popleft()
        page.discourse.in_quote_of = ()
        page.heard = False
    if not spoken or mention.first < spoken[0].first or page.heard or spoken[0].speaker is None:
        return
    page.heard = True
    linked = page.link(spoken[0].speaker)
    stranger = linked is not None and linked.how == "pronoun" and linked.unlinked
    said = linked is not None and not linked.place and not stranger
    page.discourse.in_quote_of = linked.actors if linked and said else ()
