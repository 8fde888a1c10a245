"""Values as people read them: "about 200 soldiers". The ledger, exports and the API keep the noun in the singular."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from dragoman.datafiles import data_file
from dragoman.frames import value_text
from dragoman.records import Value

BOUNDS = {"min": "over", "max": "up to", "approx": "about"}

_MEASURE_ENDS = (" of ", " per ", " in ", " for ")  # the noun that is counted stands before these: "mile per hour"


@dataclass(frozen=True, slots=True)
class _Plurals:
    """What ``data/units.yml`` says about plurals, from the singular."""

    irregular: dict[str, str]
    ends: dict[str, str]
    no_men: frozenset[str]
    unchanged: frozenset[str]
    scales: tuple[str, ...]


@cache
def _plurals() -> _Plurals:
    raw = data_file("units.yml")
    # of several plurals of a noun the first one in the file is shown
    irregular = {one: many for many, one in reversed(raw.texts("irregular").items())}
    return _Plurals(
        irregular=irregular,
        ends={one: many for many, one in raw.texts("plural_ends").items()},
        no_men=frozenset(word.lower() for word in raw["no_men"]),
        unchanged=frozenset([*raw["invariant"], *raw["unchanged"], *irregular.values()]) - irregular.keys(),
        scales=tuple(f" {name}" for name in raw["degrees"]),
    )


@cache
def currencies() -> frozenset[str]:
    """The ISO 4217 codes of ``data/currencies.yml``."""
    return frozenset(data_file("currencies.yml")["codes"])


def in_words(value: Value | Mapping[str, Any]) -> str:
    """``Value(200, "soldier", "approx")``, or the same as the contract writes it, as ``about 200 soldiers``."""
    one = _record(value)
    unit = unit_for(one)
    bound = f"{BOUNDS[one.bound]} " if one.bound else ""
    return bound + number(one.number) + (f" {unit}" if unit else "")


def in_signs(value: Value | Mapping[str, Any]) -> str:
    """``Value(200, "soldier", "approx")``, or the same as the contract writes it, as ``≈ 200 soldiers``."""
    one = _record(value)
    return value_text(replace(one, unit=unit_for(one)).as_dict())


def _record(value: Value | Mapping[str, Any]) -> Value:
    return value if isinstance(value, Value) else Value(value["number"], value.get("unit"), value.get("bound"))


def as_found(text: str) -> str:
    """``200 soldier``, as `Evidence` has a value, as ``200 soldiers``; what has no number before its unit unchanged."""
    said, blank, unit = text.partition(" ")
    try:
        found = Value(float(said), unit or None)
    except ValueError:
        return text
    return f"{said}{blank}{unit_for(found) or ''}"


def number(value: float) -> str:
    """12345 as 12,345."""
    return f"{int(value):,}" if value == int(value) else f"{value:,}"


def unit_for(value: Value) -> str | None:
    """The unit as it stands behind the number: a counted noun in the plural where that is not 1."""
    return value.unit if value.unit is None or value.number == 1 else plural(value.unit)


def plural(unit: str) -> str:
    """The plural of a unit: ``mile per hour`` gives ``miles per hour``.

    Codes of money, signs, ranks and what is a plural already come back unchanged.
    """
    known = _plurals()
    if unit in known.unchanged or unit in currencies() or not unit[-1:].isalpha():
        return unit
    cut = min((at for end in _MEASURE_ENDS if (at := unit.find(end)) > 0), default=len(unit))
    cut = next((cut - len(name) for name in known.scales if unit[:cut].endswith(name)), cut)
    before, blank, head = unit[:cut].rpartition(" ")
    return before + blank + _plural_of_word(head, known) + unit[cut:]


def _plural_of_word(noun: str, known: _Plurals) -> str:
    lower = noun.lower()
    if lower in known.irregular:
        return noun[:1] + known.irregular[lower][1:]
    if noun in known.unchanged or lower in known.unchanged:
        return noun
    if lower in known.no_men:
        return noun + "s"
    for one, many in known.ends.items():
        if lower.endswith(one):
            return noun[: -len(one)] + many
    if lower.endswith("is"):
        return noun[:-2] + "es"
    if lower.endswith(("ss", "us", "sh", "ch", "x", "z")):
        return noun + "es"
    if lower.endswith(("s", "ese")):
        return noun
    if lower.endswith("y") and lower[-2:-1] not in tuple("aeiou"):
        return noun[:-1] + "ies"
    return noun + "s"
