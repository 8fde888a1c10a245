"""Holders of high office who are plain knowledge, with their years, from ``data/people.yml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dragoman.actors.mentions.name_parts import ascii_lower, parts_of
from dragoman.datafiles import data_file
from dragoman.errors import InvalidRecord

FILE = "people.yml"
APART = frozenset(["heads", "family_name_first", "short_names"])
"""Keys of the file that are no state and no organisation."""
ENTRY = re.compile(r"(?P<name>.+) (?P<first>\d+)(?:-(?P<last>\d*))?")


@dataclass(frozen=True, slots=True)
class Known:
    """A holder of high office that is plain knowledge; years bound when a bare title and surname means this person."""

    name: str
    code: str
    first: int
    last: int

    def years_from(self, year: int | None) -> int:
        """How many years ``year`` is before or after the years in office; 0 within them and where it is not known."""
        return 0 if year is None else max(self.first - year, year - self.last, 0)


@cache
def raw_people() -> dict[str, list[str]]:
    """Those whom ``data/people.yml`` has by their states and organisations."""
    table = data_file(FILE)
    return {code: table[code] for code in table if code not in APART}


@cache
def raw_heads() -> dict[str, dict[str, list[str]]]:
    """Its ``heads``: who had which office of a state or organisation."""
    table = data_file(FILE).part("heads")
    return {code: table.lists(code) for code in table}


def known_person(entry: str, code: str) -> Known:
    """``Kofi Annan 1997-2006`` as a record; no last year is "still". Raises `InvalidRecord` for what is written
    otherwise."""
    match = ENTRY.fullmatch(entry)
    if match is None:
        raise InvalidRecord(f"data/{FILE}: {code}: {entry!r}: write 'Kofi Annan 1997-2006', or '1997-' for still")
    return Known(match["name"], code, int(match["first"]), int(match["last"] or 9999))


def heads(code: str, office: str) -> list[Known]:
    """All that ``heads`` has in an office ("President") of the state or organisation, in the order of their years."""
    entries = raw_heads().get(code, {}).get(office.lower().replace("-", " "), ())
    return [known_person(entry, code) for entry in entries]


@cache
def all_heads() -> tuple[Known, ...]:
    """Heads of state and government of all states."""
    states = raw_heads()
    leading = ((code, office) for code in states for office in ("president", "prime minister", "chancellor"))
    return tuple(head for code, office in leading for head in heads(code, office))


def head_of(code: str, office: str, year: int | None) -> str:
    """Who held the office ("President") of the state or organisation in that year; "" where ``heads`` has it not."""
    current = [h for h in heads(code, office) if year is not None and h.first <= year <= h.last]
    return current[-1].name if current else ""


def holders(surname: str, date: str | None) -> set[str]:
    """The codes of those whom a surname may mean among holders of office in the year of ``date``; in all years where
    there is none."""
    year = int(date[:4]) if date and date[:4].isdigit() else None
    return {k.code for k in known_people().get(ascii_lower(surname), ()) if year is None or k.first <= year <= k.last}


@cache
def known_people() -> dict[str, tuple[Known, ...]]:
    """``data/people.yml`` by folded surname."""
    found: dict[str, list[Known]] = {}
    family_first = frozenset(data_file(FILE)["family_name_first"])
    for code, entries in raw_people().items():
        for entry in entries:
            person = known_person(entry, code)
            name = person.name
            found.setdefault(parts_of(name)[-1], []).append(person)
            if len(name.split()) == 2 and code in family_first:
                found.setdefault(ascii_lower(name).split()[0], []).append(person)
    return {surname: tuple(people) for surname, people in found.items()}


@cache
def short_names() -> dict[str, frozenset[str]]:
    """Folded short forms of first names, each with the names that it may stand for and itself."""
    return {
        ascii_lower(s): frozenset(map(ascii_lower, (s, *full)))
        for s, full in data_file(FILE).lists("short_names").items()
    }


def stands_for(name: str) -> frozenset[str]:
    """What a folded first name may be in full: "tony" or "antony" or "anthony"."""
    return short_names().get(name, frozenset([name]))
