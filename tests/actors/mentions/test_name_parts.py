"""Names of persons as they are compared."""

import pytest

from dragoman.actors.mentions.name_parts import ascii_lower, parts_of

NAMES = [
    ("Đinđić", "djindjic"),
    ("Wałęsa", "walesa"),
    ("Støre", "store"),
    ("Erdoğan", "erdogan"),
    ("Yıldız", "yildiz"),
]


@pytest.mark.parametrize(("name", "folded"), NAMES)
def test_a_name_without_marks_and_capitals(name: str, folded: str) -> None:
    assert ascii_lower(name) == folded


PARTS = [
    ("Jo K. Lind", ("jo", "lind")),
    ("J. Lind Jr", ("lind",)),
    ("Giscard d'Estaing", ("giscard", "destaing")),
    ("Lind", ("lind",)),
    ("J.", ("j.",)),  # something is left of every name
]


@pytest.mark.parametrize(("name", "parts"), PARTS)
def test_the_parts_of_a_name_without_initials_and_suffixes(name: str, parts: tuple[str, ...]) -> None:
    assert parts_of(name) == parts
