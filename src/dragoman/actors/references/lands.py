"""Which state "the country" or "the island" is, and which it cannot be: "Peru is that country's neighbour"."""

from __future__ import annotations

from dragoman.actors.context.page import Page
from dragoman.actors.discourse.antecedents import Mentioned
from dragoman.actors.discourse.coreference import FAR
from dragoman.actors.mentions.found import Found
from dragoman.actors.names.whose import sends

SAYS = frozenset(["said", "says", "saying"])
"""Behind these another clause may begin without "that"."""
LATER = 30
"""Words in which a second office follows on the first: "as Kenya's consul in Peru and later as the country's envoy"."""


def is_abroad(page: Page, mention: Found) -> bool:
    """ "Five | Lao | diplomats", "the | Lao envoys |": whether who is named is sent to another state."""
    if mention.kind == "entity":
        return sends(page, mention)
    noun = page.tokens[mention.last - 1].low
    return mention.kind in ("body", "office") and noun in page.words.phrases["envoys"]


def country_meant(page: Page, mention: Found) -> tuple[str, ...]:
    """The state that the words around "the country" tell of."""
    return _served_before(page, mention) or _stayed_in(page, mention)


def no_country(page: Page, mention: Found) -> frozenset[str]:
    """Who cannot be meant: no others than islands by "the island", and not the subject by "that country"."""
    named = {m.actors[0] for m in page.discourse.past if len(m.actors) == 1}
    no_islands = {code for code in {*named, *page.setting.topics} if code not in page.words.phrases["islands"]}
    banned = no_islands if mention.name.split()[-1] in page.words.phrases["sea_lands"] else set()
    doer = _own_doer(page, mention) if mention.name.startswith("that ") else None
    return frozenset(banned | {*(doer.actors if doer else ())})


def _own_doer(page: Page, mention: Found) -> Mentioned | None:
    """The state that is the subject of the clause the mention stands in, "| Mali | opened an office in the
    country", not of "Mali said that offices in the country"."""
    doer = page.discourse.doer(mention.token.sentence, "state")
    entry = page.tokens[doer.token].entry if doer else None
    if doer is None or doer.possessive or entry is None or entry.kind != "state":
        return None
    between = page.tokens[doer.token + 1 : mention.first]
    opens = page.words.reference["complementizers"] | SAYS
    return None if any(t.low in opens or t.kind in ";|" for t in between) else doer


def _stayed_in(page: Page, mention: Found) -> tuple[str, ...]:
    """ "Germany is present in | Togo |. Italy kept an office | in the country |": where something was told to be
    last, as nobody is told to be in himself."""
    doer = _own_doer(page, mention) if page.tokens[mention.first - 1].low in page.words.phrases["where"] else None
    told = {t.low for t in page.tokens[doer.token : mention.first]} if doer else set()
    if doer is None or len(doer.actors) != 1 or told.isdisjoint(page.words.phrases["presences"]):
        return ()
    near = page.discourse.back(mention.token.sentence, 1, "state")
    there = (m.actors for m in near if (m.where or m.place) and len(m.actors) == 1)
    return next((actors for actors in there if actors != doer.actors and page.directory.is_state(actors[0])), ())


def _served_before(page: Page, mention: Found) -> tuple[str, ...]:
    """ "| As Kenya's consul | in Sweden and later | as the country's | minister": whom the office before was of."""
    at = mention.first
    link = page.tokens[at - 1].low if at else ""
    behind = page.tokens[mention.last : mention.last + 1]
    if link not in ("as", "was") or not behind or behind[0].kind != "P":
        return ()
    for n in range(at - 2, max(0, at - LATER), -1):
        token, before, owner = page.tokens[n], page.tokens[n - 1], page.tokens[n].entry
        if token.sentence != mention.token.sentence:
            return ()
        if owner and before.low == link and page.tokens[n + 1].kind == "P" and owner.kind == "state":
            return (owner.code,)
    return ()


def same_administration(page: Page, mention: Found) -> tuple[str, ...]:
    """ "The Lind Administration left. Mali protested. | The Administration |": whose the same noun was before."""
    noun = page.tokens[mention.last - 1].low
    if noun not in page.words.phrases["ruling"]:
        return ()
    called = (m for m in reversed(page.out[-FAR:]) if m.text.lower().split()[-1] == noun and len(m.actors) == 1)
    actors = next((m.actors for m in called), ())
    return actors if actors and page.directory.is_state(actors[0]) else ()
