"""Acronyms that the text writes out: "Malawi Revenue Authority (MRA)", then "MRA"."""

from __future__ import annotations

import re
from bisect import bisect_left

from dragoman.actors.context.making import capital, mention_of, starts_sentence
from dragoman.actors.context.page import Mention, Page
from dragoman.actors.directory import owner_of
from dragoman.actors.mentions.found import Found

BEFORE = 12
"""Mentions before a place that may reach to it."""
HUNG_ON = re.compile(r" (?:of|to|for|in|with)(?: the)? $")


def link_acronym(page: Page, mention: Found, text: str) -> Mention | None:
    """ "Department of the Ministry of Trade (MT)" writes out the Ministry, "Programme for Mali (PM)" no Mali."""
    start, end = page.spelled[text]
    near = [m for m in linked_near(page, start, end) if m.start < end and m.end >= end - 2 and m.head]
    inner = next((code for m in near if (code := _inner_body(page, m, start, end))), "")
    if inner:
        return mention_of(page, mention, (inner,), "acronym")
    hung = [m for m in near if m.start > start and HUNG_ON.search(page.document.text, start, m.start)]
    if hung and len(hung) == len(near) and hung[0].how == "named":
        return None
    return _plain_acronym(page, mention, text)


def _inner_body(page: Page, linked: Mention, start: int, end: int) -> str:
    """The body written at ``start:end`` within a longer name that ends with it, "Department of | the Ministry of
    Trade"; "" where it is none."""
    name, code = page.document.text[start:end], owner_of(linked.actors[0])
    longer = linked.how == "body" and linked.start < start
    body = (
        longer
        and HUNG_ON.search(page.document.text, linked.start, start)
        and name.split()[0].lower() in page.words.body_heads
    )
    return f"{code}/{capital(name)}" if body and code and len(linked.actors) == 1 else ""


def _plain_acronym(page: Page, mention: Found, text: str) -> Mention | None:
    """An acronym of the text: the actor that its expansion is, or nothing where that is a thing."""
    start, end = page.spelled[text]
    beside = linked_near(page, start, end)
    exact = (m for m in beside if (m.start, m.end) == (start, end))  # not the Board of what is spelled out
    near = (m for m in beside if m.start < end and m.end > start and m.end >= end - 2 and _is_body(m))
    near = (m for m in near if m.start <= start or not m.unlinked)  # not the half of a name that nobody knows
    begun = (m for m in beside if m.start == start and m.how == "body" and m.head)  # "Mission | in Chad (MIC)"
    other = next(exact, None) or next(begun, None) or next(near, None)
    if other:
        return mention_of(page, mention, other.actors, "acronym", other.unlinked)
    body = _body_in_title(page, start, end)
    return mention_of(page, mention, (body,), "acronym") if body else None


def opens_as_acronym(page: Page, mention: Found) -> bool:
    """ "SENAN patrols the coast": an acronym that nothing explains is somebody at the beginning of a sentence too,
    where the text has it also in the midst of one."""
    text = mention.name
    written = len(text) > 2 and text in page.inner_acronyms and text not in page.words.thing_acronyms
    return written and starts_sentence(page, mention)


def linked_near(page: Page, start: int, end: int) -> list[Mention]:
    """The linked mentions that begin among the characters ``start:end`` or shortly before."""
    first = bisect_left(page.out, start, key=lambda mention: mention.start)
    last = bisect_left(page.out, end, lo=first, key=lambda mention: mention.start)
    return page.out[max(0, first - BEFORE) : last]


def _body_in_title(page: Page, start: int, end: int) -> str:
    """The body that the characters ``start:end`` name within an office: "chair of the OECD Health Committee"."""
    name = page.document.text[start:end]
    near = (m for m in linked_near(page, start, end) if _is_official(m))
    office = next((m for m in near if m.start < start and m.end >= end - 2), None)
    code = owner_of(office.actors[0]) if office else ""
    return f"{code}/{capital(name)}" if code and name.lower().split()[-1] in page.words.body_heads else ""


def _is_official(mention: Mention) -> bool:
    return mention.how in ("office", "person")


def _is_body(mention: Mention) -> bool:
    """Whether an acronym can stand for it: "HC" is no chair of the Health Committee."""
    return mention.head and not _is_official(mention)
