"""An actor in the contract's notation -> a party of an event, with the codes valid on its date; and places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from dragoman.actors.directory import Actor, Directory
from dragoman.actors.linking import Mention, within
from dragoman.datafiles import any_of, compiled, data_file
from dragoman.edtf import interval
from dragoman.errors import InvalidRecord
from dragoman.events.records import Party, Place
from dragoman.events.sectors import actor_of, agents, sectors, sectors_of

WORDS = data_file("event_words.yml")
# Ways of linking in which the words say that a government is meant, though the actor is the bare state.
GOVERNMENT = frozenset({"seat", "body", "office"})
LONGEST_NATIONALITY = 3
"""Words that a nationality has at most ("Papua New Guinean")."""
DATELINE = re.compile(
    r"(?P<place>[^,\n()—–]{2,40})(?:,[^\n()—–]{0,40})?(?P<agency>\([^)\n]{1,30}\))?\s?(?:[—–]|(?<=\s)--?\s)"
)
"""Where a report is sent from, before its first sentence: "PARIS (AFP) - ", "CAIRO, Nov. 1 — "."""
LOCATIVE = compiled(rf"\b{any_of(WORDS['where'])}\s+(?:the\s+)?$", re.IGNORECASE)
TOPIC = compiled(rf"\b{any_of(WORDS['topics'])}\b")
VISITED = compiled(rf"\s+{any_of(WORDS['at_a_seat'])}\b")
"""Behind a government's seat at which it takes place: "the White House visit"."""
OF_THEM = re.compile(r"\s+of\s+(?:the\s+)?")
"""Between a noun for people and the name of those whom they belong to."""
NO_PEOPLE = frozenset({"person", "office", "group", "region", "pronoun"})
"""Ways of linking of mentions whose people a noun behind them does not tell of."""
GONE = timedelta(days=365)
"""How long ago a state must have ended to do nothing more: its name is in use for a while."""


def party(
    code: str,
    on: str,
    directory: Directory,
    mention: Mention | None = None,
    home: str | None = None,
    land: str | None = None,
) -> Party:
    """The party that ``code`` is on the EDTF date ``on``; ``mention`` is where the sentence names it.

    ``home`` is the state whose nationality a group without an owner has there, ``land`` the one that it is said to be
    of ("citizens of Peru"); without them the group's name tells. Of a date coarser than a day the last day is asked,
    then the first. Raises nothing: what no list has is null.
    """
    owner, _, name = code.partition("/")
    actor = actor_of(code, directory)
    state = _state(actor or (directory.actor(owner) if owner in directory else None), directory)
    if actor is None and not owner:
        known = land or home_of(name, on, directory, home)
        state = directory.actor(known) if known else None
    said = mention.sector if mention else None
    if said is None and mention and mention.how in GOVERNMENT and not name and state:
        said = "GOV"
    iso3, cow, gw = _codes(state, on, directory) if state else (None, None, None)
    return Party(
        code=code,
        name=actor.name if actor else name or owner,
        sectors=sectors_of(code, directory, said=said, person=mention is not None and mention.how == "person"),
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
    if not held:
        cow, gw = next((codes for day in days if (codes := _codes_then(state, day, directory))), (None, None))
    return (state.code if state.iso and held else None), cow, gw


def _codes_then(state: Actor, day: date, directory: Directory) -> tuple[int | None, int | None] | None:
    """The COW and GW codes of the state that a name meant on a day on which there was none of that name: of those
    before and after it the one whose number the lists go on with (Yemen was the Yemen Arab Republic, not the People's
    Democratic Republic)."""
    numbers = {number.code for number in (*state.cow, *state.gw)}
    for other in directory.actors if numbers else ():
        if other.code in state.successors or state.code in other.successors:
            codes = directory.codes(other.code, day)
            if numbers & {codes.cow, codes.gw}:
                return codes.cow, codes.gw
    return None


def lifetime(codes: Sequence[str | None], on: str, directory: Directory) -> str | None:
    """The time, as an interval, in which the first of the actors ``codes`` existed that is of a state which was long
    gone on the date ``on``; null where there is none. Who belongs to a contested one may act on."""
    for code in codes:
        owner = code.partition("/")[0] if code else ""
        state = _state(directory.actor(owner) if owner in directory else None, directory)
        if state is None or state.contested or state.start is None or state.end is None:
            continue
        if all(day - state.end > GONE for day in days_of(on)):
            return f"{state.start.isoformat()}/{state.end.isoformat()}"
    return None


def days_of(edtf: str) -> tuple[date, ...]:
    """The last and the first day of a date, each once; empty for what is no date."""
    try:
        first, after = interval(edtf)
    except InvalidRecord:
        return ()
    return tuple(dict.fromkeys((after - timedelta(days=1) if after > first else first, first)))


def place_of(
    text: str,
    start: int,
    end: int,
    mentions: Sequence[Mention],
    directory: Directory,
    on: str | None = None,
    *,
    spoken: bool = False,
) -> Place:
    """Where the sentence ``text[start:end]`` says that it happens; ``on`` is the date.

    That is a capital that only names a place, or else a state or territory behind "in", "at", "near" ..., or a seat of
    a visit ("the White House visit"). Where a report is sent from is not where what it tells of happened, nor is, of
    what is only ``spoken``, what it is about: "met in Oslo to discuss the war in Sudan".
    """
    about = TOPIC.search(text, start, end) if spoken else None
    inside = [m for m in within(mentions, dateline(text, start, end), about.start() if about else end) if m.actors]
    for mention in inside:
        if mention.place:
            return Place(mention.text, _country(mention, directory, on))
    for mention in inside:
        country = _country(mention, directory, on)
        visited = mention.how == "seat" and VISITED.match(text, mention.end, end)
        if country and (visited or is_where(text, mention, start)):
            return Place(None, country)
    return Place()


def is_where(text: str, mention: Mention, start: int) -> bool:
    """Whether the mention only names a place in the sentence from ``start`` on: a capital that does, "in Kenya"."""
    before = text[max(start, mention.start - 20) : mention.start]
    return mention.place or (mention.how == "named" and LOCATIVE.search(before) is not None)


def dateline(text: str, start: int, end: int) -> int:
    """Where the dateline that the sentence begins with ends; ``start`` where it has none. A place without an agency is
    one in capitals."""
    found = DATELINE.match(text, start, end)
    return found.end() if found and (found["agency"] or found["place"].strip().isupper()) else start


def _country(mention: Mention, directory: Directory, on: str | None) -> str | None:
    """The state of a place; of one that was gone on the date ``on`` the one that came after it, if it is only one."""
    code = mention.actors[0]
    state = _state(directory.actor(code), directory) if code in directory else None
    days = days_of(on) if on else ()
    while state and days and state.end and state.end < min(days) and len(state.successors) == 1:
        state = directory.actor(state.successors[0])
    return state.code if state else None


def whose_people(text: str, start: int, end: int, inside: Sequence[Mention]) -> Mention | None:
    """The group or body whose people the noun ``text[start:end]`` means, right behind its name or before it: "Boko
    Haram fighters", "Russian intelligence officers", "rebels of the LURD"; not its victims. ``inside`` are the mentions
    of the sentence."""
    for mention in inside:
        behind = mention.end < start <= mention.end + 2 and text[mention.end : start] == " "
        first = mention.start if behind and text[start:end].islower() else start
        if first == start and not OF_THEM.fullmatch(text, end, mention.start):
            continue
        named = len(mention.actors) == 1 and "/" in mention.actors[0] and mention.how not in NO_PEOPLE
        if named and not mention.place and not mention.unlinked:
            last = agents(text[first:end])[-1:]
            return mention if last and last[0].sector in sectors().own else None
    return None


def same(source: str, target: str | None) -> bool:
    """Whether both are one actor, or one is the other's official or body."""
    if target is None:
        return False
    owner, _, name = source.partition("/")
    other, _, also = target.partition("/")
    return source == target or (owner == other != "" and not (name and also))
