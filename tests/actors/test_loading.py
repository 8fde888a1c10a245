"""Files of actors, read: twice the same, and a mistake in one is named with its actor."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.actors import directory, load_directory
from dragoman.errors import InvalidRecord


def test_loading_again_gives_the_same() -> None:
    assert load_directory() == directory()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("actors:\n  AAA: {name: A, capitol: [B]}\n", "AAA: unknown field capitol"),
        ("actors:\n  AAA: {official: A}\n", "AAA: 'name' is missing"),
        ("actors:\n  AAA: {name: A, periods: [{from: 12/1990}]}\n", "AAA: '12/1990' is no date"),
        ("actors:\n  AAA: {name: A, periods: [{from: 1990, to: 1980}]}\n", "ends before it starts"),
        ("actors: [", "is not YAML"),
        ("- a\n", "expected a mapping"),
    ],
)
def test_a_mistake_in_a_file_is_named(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "states.yml"
    path.write_text(text, "utf-8")
    with pytest.raises(InvalidRecord, match=message):
        load_directory([path])
