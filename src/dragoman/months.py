"""Names of months by language, from ``data/months.yml``: all that knows months has them from here."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from dragoman.datafiles import data_file
from dragoman.errors import InvalidRecord

FILE = "months.yml"
KEYS = {"names", "lines", "short", "doubtful"}

Forms = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Months:
    """The months of one language: ``names`` and ``lines`` are twelve tuples of forms each, or empty; ``short`` and
    ``doubtful`` are forms of ``names``. The file says what is read with which."""

    names: Forms = ()
    lines: Forms = ()
    short: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()

    def forms(self) -> list[str]:
        """All forms of ``names``."""
        return [form for forms in self.names for form in forms]


@cache
def months() -> dict[str, Months]:
    """The months of every language by its code. Raises `InvalidRecord` naming the language and key of what is wrong."""
    table = data_file(FILE)
    return {code: _months(code, entry) for code, entry in ((code, table.raw(code)) for code in table)}


def english_months() -> tuple[str, ...]:
    """The twelve names of months in English, written in full."""
    return tuple(forms[0] for forms in months()["en"].names)


def numbered(*lists: Forms) -> dict[str, int]:
    """The number of the month that each form of ``lists`` stands for, in lower case; that of the last list counts."""
    return {form.lower(): number for forms in lists for number, month in enumerate(forms, 1) for form in month}


def _months(code: str, entry: Any) -> Months:
    if not isinstance(entry, dict) or not entry or entry.keys() - KEYS:
        raise InvalidRecord(f"data/{FILE}: {code}: expected {', '.join(sorted(KEYS))} or some of them")
    for key in entry.keys() & {"names", "lines"}:
        if not isinstance(entry[key], list) or len(entry[key]) != 12 or not all(map(_is_words, entry[key])):
            raise InvalidRecord(f"data/{FILE}: {code}.{key}: expected twelve lists of words, January first")
    names, lines = (tuple(map(tuple, entry.get(key, ()))) for key in ("names", "lines"))
    found = Months(names, lines, tuple(entry.get("short", ())), tuple(entry.get("doubtful", ())))
    if strange := [form for form in (*found.short, *found.doubtful) if form not in found.forms()]:
        raise InvalidRecord(f"data/{FILE}: {code}: {strange[0]!r} is not among its names")
    return found


def _is_words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) and word for word in value)
