"""What a directory is checked for: the shipped one is sound, and what is wrong in another is named."""

from __future__ import annotations

from pathlib import Path

from dragoman.actors import directory, load_directory, validate


def test_the_shipped_directory_is_sound() -> None:
    assert validate(directory()) == []


def test_what_validation_finds(tmp_path: Path) -> None:
    path = tmp_path / "states.yml"
    path.write_text(
        "actors:\n"
        "  AAA: {name: A, successors: [BBB], ambiguous: {Q: [river]},"
        " periods: [{from: 1900, to: 1950}, {from: 1940}]}\n"
        "  CCC: {name: C, cow: [{code: 1, from: 1900}, {code: 2, from: 1910}]}\n"
        "  DDD: {name: D, cow: [{code: 2, from: 1950}]}\n",
        "utf-8",
    )
    findings = "\n".join(validate(load_directory([path])))
    for expected in (
        "AAA refers to BBB",
        "AAA: the periods from 1900-01-01 and 1940-01-01 overlap",
        "AAA flags 'Q'",
        "AAA has no name in sq",
        "CCC: COW numbers 1 and 2 overlap",
        "COW number 2 belongs to CCC and DDD at once",
    ):
        assert expected in findings
