"""Whom those stand for who sign: "Jo Lind, for the Government of Chad", "For Peru: Al Mora", "on behalf of the EU".

Each function that gives a code gives "" where the text does not tell it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from dragoman.actors.context.beside import token_after, tokens_after_office
from dragoman.actors.context.page import Page
from dragoman.actors.mentions.found import END, Found
from dragoman.actors.mentions.tokens import Token
from dragoman.actors.persons.sides import side_beside, stood_for

LONGEST = 14
"""Tokens of "(PhD), for the Government of the Republic of Chad"."""


def side_of(page: Page, mention: Found) -> str:
    return side_beside(page, mention) or _signature(page, mention) or _signing_for(page, mention)


def _signature(page: Page, mention: Found) -> str:
    """ "Jo Lind, for the Government of Chad." on a line of its own, and "For Chad: Jo Lind": for whom somebody
    signs."""
    before = _past_courtesies(page, mention)
    led = page.tokens[before - 1] if before else END
    if led.kind in ":|" and before:
        begin = max((n for n in range(max(0, before - LONGEST), before) if page.tokens[n].low == "for"), default=0)
        opens = begin == 0 or page.tokens[begin - 1].kind in "|.;"
        if opens and page.tokens[begin].low == "for" and (code := government(page.tokens[begin + 1 : before - 1])):
            return code
    if led.kind not in "|.;" or (mention.kind == "name" and token_after(page, mention).kind not in ",("):
        return ""  # "WORLD LEADERS LEAVE FOR PERU"
    near = tokens_after_office(page, mention, LONGEST)
    over = len(near) < LONGEST
    if near and near[0].kind == "(":  # "Jo Lind (PhD), for Chad"
        near = near[next((n for n, t in enumerate(near) if t.kind == ")"), 0) + 1 :]
    near = near[bool(near) and near[0].low == "," :]
    lows = [t.low for t in near]
    begin = 3 if lows[:3] == ["on", "behalf", "of"] else int(lows[:1] == ["for"])
    end = next((n for n, t in enumerate(near) if t.kind in ".;"), len(near))
    return government(near[begin:end]) if begin and (end < len(near) or over) else ""


def _past_courtesies(page: Page, mention: Found) -> int:
    """Where the mention begins with the "H.E." before it."""
    at = mention.first
    while at and (page.tokens[at - 1].low in page.words.honorifics or page.tokens[at - 1].low == "."):
        at -= 1
    return at


def _signing_for(page: Page, mention: Found) -> str:
    """ "Al Mora, representing Jo Lind, Minister of Trade of Chad": whom the one serves for whom somebody came."""
    at = mention.last + (token_after(page, mention).low == ",")
    if at + 1 >= len(page.tokens) or page.tokens[at].low != "representing":
        return ""
    index = bisect_left(page.found, at, key=lambda found: found.first)
    near = (m for m in page.found[index : index + 4] if m.first <= at + 3 and m.kind == "person")
    other = next(near, None)
    gone = other is not None and not page.words.bygone.isdisjoint(other.title.lower().split())
    return other.codes[0] if other and len(other.codes) == 1 and not gone else ""


def government(near: Sequence[Token]) -> str:
    """The state or organisation that is all of ``near``, with or without "the Government of" before it."""
    lows = [t.low for t in near]
    begin = next((n + 1 for n in range(1, min(3, len(lows))) if lows[n] == "of" and lows[n - 1] == "government"), 0)
    code = stood_for(near[begin:])
    return code if code and len(near) <= begin + 2 else ""
