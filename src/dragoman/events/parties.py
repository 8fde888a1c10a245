"""An actor in the contract's notation -> a party of an event, with the codes valid on its date; and places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from dragoman.actors.directory import Actor, Directory
from dragoman.actors.linking import Mention, within
from dragoman.edtf import interval
from dragoman.errors import InvalidRecord
from dragoman.events.records import Party, Place
from dragoman.events.sectors import sectors_of

# Ways of linking in which the words say that a government is meant, though the actor is the bare state.
GOVERNMENT = frozenset({"seat", "body", "office"})
LONGEST_NATIONALITY = 3
"""Words that a nationality has at most ("Papua New Guinean")."""
DATELINE = re.compile(
    r"(?P<place>[^,\n()—–]{2,40})(?:,[^\n()—–]{0,40})?(?P<agency>\([^)\n]{1,30}\))?\s?(?:[—–]|(?<=\s)--?\s)"
)
"""Where a report is sent from, before its first sentence: "PARIS (AFP) - ", "CAIRO, Nov. 1 — "."""
LOCATIVE = re.compile(r"\b(?:in|at|near|inside|outside|across|throughout)\s+(?:the\s+)?$", re.IGNORECASE)


def party(code: str, on: str, directory: Directory, mention: Mention | None = None, home: str | None = None) -> Party:
    """The party that ``code`` is on the EDTF date ``on``; ``mention`` is where the sentence names it.

    ``home`` is the state whose nationality a group without an owner has there; without it the group's name tells.
    Of a date coarser than a day the last day is asked, then the first. Raises nothing: what no list has is null.
    """
    owner, _, name = code.partition("/")
    actor = directory.actor(code) if code in directory else None
    state = _state(actor or (directory.actor(owner) if owner in directory else None), directory)
    if actor is None and not owner:
        known = home_of(name, on, directory, home)
        state = directory.actor(known) if known else None
    said = mention.sector if mention else None
    if said is None and mention and mention.how in GOVERNMENT and not name and state:
        said = "GOV"
    iso3, cow, gw = _codes(state, on, directory) if state else (None, None, None)
    return Party(
        code=code,
        name=actor.name if actor else name or owner,
        sectors=sectors_of(code, directory, said=said),
        country=state.code if state else None,
        iso3=iso3,
        cow=cow,
        gw=gw,
        raw=mention.text if mention else None,
    )


def home_of(name: str, on: str, directory: Directory, told: str | None = None) -> str | None:
    """The state whose people a group is: "Peruvian miners", "British Labour Party"; ``told`` is the one that its
    nationality is linked to. None for other proper names ("American University") and where several states have the
    nationality ("Congolese")."""
    words = name.split()
    if not words[1:] or not (words[-1].islower() or words[-1] == "Party"):
        return None
    if told:
        return told
    days = days_of(on)
    for length in range(min(LONGEST_NATIONALITY, len(words) - 1), 0, -1):
        found = [
            entry
            for entry in directory.lookup(" ".join(words[:length]), language="en")
            if directory.is_state(entry.code) and (entry.how == "demonym" or not entry.ambiguous)
        ]
        codes = {e.code for e in found if any(e.current(day) for day in days)} or {e.code for e in found}
        if codes:
            return codes.pop() if len(codes) == 1 else None
    return None


def _state(actor: Actor | None, directory: Directory) -> Actor | None:
    """The state or territory that an actor is, acts for, or (a group) is active in."""
    while actor is not None and actor.kind in ("body", "group") and actor.parent in directory:
        actor = directory.actor(str(actor.parent))
    return actor if actor is not None and actor.kind in ("state", "territory") else None


def _codes(state: Actor, on: str, directory: Directory) -> tuple[str | None, int | None, int | None]:
    """ISO, COW and GW codes on a date. ISO's is today's code, also before 1974, of a state that existed on the date."""
    days = days_of(on)
    asked = [directory.codes(state.code, day) for day in days]
    cow = next((codes.cow for codes in asked if codes.cow is not None), None)
    gw = next((codes.gw for codes in asked if codes.gw is not None), None)
    # The lists of states and the directory may begin a state some days or years apart.
    held = cow is not None or gw is not None or any(state.existed(day) for day in days)
    return (state.code if state.iso and held else None), cow, gw


def days_of(edtf: str) -> tuple[date, ...]:
    """The last and the first day of a date, each once; empty for what is no date."""
    try:
        first, after = interval(edtf)
    except InvalidRecord:
        return ()
    return tuple(dict.fromkeys((after - timedelta(days=1) if after > first else first, first)))


def place_of(text: str, start: int, end: int, mentions: Sequence[Mention], directory: Directory) -> Place:
    """Where the sentence ``text[start:end]`` says that it happens.

    That is a capital that only names a place, or else a state or territory behind "in", "at", "near" ... Where a
    report is sent from is not where what it tells of happened.
    """
    inside = [m for m in within(mentions, dateline(text, start, end), end) if m.actors]
    for mention in inside:
        if mention.place:
            return Place(mention.text, _country(mention, directory))
    for mention in inside:
        country = _country(mention, directory)
        if country and mention.how == "named" and LOCATIVE.search(text[max(start, mention.start - 20) : mention.start]):
            return Place(None, country)
    return Place()


def dateline(text: str, start: int, end: int) -> int:
    """Where the dateline that the sentence begins with ends; ``start`` where it has none. A place without an agency is
    one in capitals."""
    found = DATELINE.match(text, start, end)
    return found.end() if found and (found["agency"] or found["place"].strip().isupper()) else start


def _country(mention: Mention, directory: Directory) -> str | None:
    code = mention.actors[0]
    state = _state(directory.actor(code), directory) if code in directory else None
    return state.code if state else None


def same(source: str, target: str | None) -> bool:
    """Whether both are one actor, or one is the other's official or body."""
    if target is None:
        return False
    owner, _, name = source.partition("/")
    other, _, also = target.partition("/")
    return source == target or (owner == other != "" and not (name and also))
