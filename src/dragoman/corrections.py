"""Corrections as people write them in a form or on a command line, to the contract's fields."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Any

from dragoman.datafiles import data_file
from dragoman.errors import InvalidRecord
from dragoman.records import Statement, Value

TEXTS = ("kind", "stage", "object", "date", "end", "event", "quote")
ACTORS = ("source", "target", "by")
_VALUE = re.compile(r"(?:(min|max|approx) )?(-?\d+(?:\.\d+)?)(?: (\S.*))?")


@cache
def _scales() -> dict[str, int]:
    """``million`` and the like; not ``m``, which is a unit too."""
    return {
        word: times for word, times in data_file("calendar.yml").part("en").numbers("scales").items() if len(word) > 1
    }


def value_from(text: str) -> dict[str, Any]:
    """``min 100 country`` or ``1.5 million EUR`` as the contract writes a value. Raises `InvalidRecord`."""
    match = _VALUE.fullmatch(text.strip())
    if match is None:
        raise InvalidRecord(f'value {text!r}: write "9600000 EUR", or min, max or approx before it')
    bound, digits, unit = match.groups()
    scale, _, rest = (unit or "").partition(" ")
    number = float(digits) if "." in digits else int(digits)
    if scale.lower() in _scales():
        scaled = Decimal(digits) * _scales()[scale.lower()]
        number, unit = int(scaled) if scaled == int(scaled) else float(scaled), rest.strip() or None
    value: dict[str, Any] = {"number": number, "unit": unit}
    return value | ({"bound": bound} if bound else {})


def value_as_text(value: Value) -> str:
    """A value as `value_from` reads it."""
    number = value.as_dict()["number"]
    return " ".join(str(part) for part in (value.bound, number, value.unit) if part is not None)


def changed(
    statement: Statement, texts: Mapping[str, str], lists: Mapping[str, Sequence[str]], start: int | None = None
) -> dict[str, Any]:
    """The contract's fields that differ from what ``statement`` says, as a form gives them: an empty text is null.

    Lists (``source``, ``target``, ``by``, ``value``) come as texts, of which empty ones are left out. Fields that are
    not given stay as they are. ``start`` is the character at which the quote was selected. Raises `InvalidRecord` for
    a value that cannot be read.
    """
    given: dict[str, Any] = {name: _lines(texts[name]).strip() or None for name in TEXTS if name in texts}
    given |= {name: _filled(lists[name]) for name in ACTORS if name in lists}
    if "value" in lists:
        given["value"] = [value_from(text) for text in _filled(lists["value"])] or None
    said = statement.contract()
    fields = {name: value for name, value in given.items() if value != said[name]}
    if start is not None and ("quote" in fields or start != statement.start):
        fields |= {"quote": given.get("quote", statement.quote), "start": start}
    return fields


def _filled(texts: Sequence[str]) -> list[str]:
    return [text.strip() for text in texts if text.strip()]


def _lines(text: str) -> str:
    """Forms send line ends as CR LF, documents have LF."""
    return text.replace("\r\n", "\n")
