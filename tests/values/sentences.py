"""What is read in a sentence, as the tests of values compare it."""

from __future__ import annotations

from dragoman.values import find_values


def read(text: str) -> list[tuple[float, str | None, str | None]]:
    """The number, unit and bound of all that is found."""
    return [(v.number, v.unit, v.bound) for v in find_values(text)]
