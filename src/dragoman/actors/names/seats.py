"""Whom the name of a seat of government means that is not simply the one who sits there today."""

from __future__ import annotations

from dragoman.actors.context.page import Page, once
from dragoman.actors.mentions.found import END, WITHIN, Found, is_form
from dragoman.actors.mentions.gazetteer import gazetteer_for

TRAVEL = frozenset(["travel", "go", "fly", "return", "come"])


def seat_of_old(page: Page, code: str, seat: str) -> str:
    """ "Prague" of a text on Czechoslovakia that names no Czech Republic: the one former state, of those that the
    state ``code`` comes after, that had the same ``seat``; "" where the text names the present one."""
    entries = gazetteer_for(page.directory).entries.get(seat, ())
    others = {e.code for e in entries if e.kind == "seat" and e.code in page.directory} & _states_named(page)
    former = {other for other in others if code in page.directory.actor(other).successors}
    former = set() if code in _states_named(page) else former
    return former.pop() if len(former) == 1 else ""


@once
def _states_named(page: Page) -> frozenset[str]:
    """The publisher and the states that the text names, or by an adjective, "Russian troops"; not by capitals or
    people, "the Russians", of whom a former state is told as well."""
    entries = (t.entry for t in page.tokens if t.entry)
    return frozenset(e.code for e in entries if e.kind in ("state", "demonym")) | {page.publisher}


def is_town_only(page: Page, mention: Found) -> bool:
    """ "Consul General at New York", "New York, New York", "travelled to Brussels": whether the seat of an
    organisation is only the town where something is; "New York urged Mali" is of the organisation."""
    entry, at = mention.token.entry, mention.first
    if entry is None or not page.directory.is_organisation(entry.code):
        return False
    earlier, before = page.tokens[at - 2 : at] if at > 1 else (END, page.tokens[at - 1] if at else END)
    comma, behind = [*page.tokens[mention.last : mention.last + 2], END, END][:2]
    beside = (earlier.entry if before.kind == "," else None, behind.entry if comma.kind == "," else None)
    goes = earlier.low in page.words.goes | page.words.ways or is_form(earlier.low, TRAVEL)
    town = before.low in WITHIN or before.kind == "(" or (before.low == "to" and goes)
    town = town or any(e is not None and (e.kind == "state" or e is entry) for e in beside)
    mention.place = mention.place or town
    return town
