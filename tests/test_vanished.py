"""Files that a ledger was built from and that are no longer where they were."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from dragoman.documents import Source
from dragoman.ledger import Ledger
from dragoman.records import Skipped
from dragoman.vanished import vanished
from ledger_samples import document, reading

KNOWN = ("in/a.txt", "in/deep/b.txt", "in/t.csv#id=1", "in/z.zip!c.txt", "in2/d.txt")
ALL = ("in/a.txt", "in/deep/b.txt", "in/t.csv", "in/z.zip!c.txt")


@pytest.fixture
def built(ledger: Ledger, tmp_path: Path) -> Ledger:
    """A ledger that knows documents of two folders, an archive in one of them and a row of a table."""
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in2").mkdir()
    with zipfile.ZipFile(tmp_path / "in" / "z.zip", "w"):
        pass
    for number, locator in enumerate(KNOWN):
        ledger.add(document(f"d{number}", "Nothing was said.", locator=locator), reading(), "1")
    return ledger


def gone(ledger: Ledger, folder: Path, inputs: Iterable[str], found: Iterable[str]) -> tuple[str, ...]:
    """What vanished where files are called by their paths below ``folder``."""
    here: list[Source | Skipped] = [Source(locator, "stem", locator) for locator in found]
    places = [folder / one for one in inputs]
    return vanished(ledger, places, here, lambda path: Path(path).relative_to(folder).as_posix())


@pytest.mark.parametrize(
    ("inputs", "found", "missed"),
    [
        (["in"], ALL, ()),
        (["in"], ALL[1:], ("in/a.txt",)),
        (["in"], ALL[2:], ("in/a.txt", "in/deep/b.txt")),
        # a row goes with its table
        (["in"], (*ALL[:2], *ALL[3:]), ("in/t.csv#id=1",)),
        (["in/deep"], (), ("in/deep/b.txt",)),
        (["in/z.zip"], (), ("in/z.zip!c.txt",)),
        # told once of a folder and of what lies in it
        (["in", "in/deep"], (*ALL[:1], *ALL[2:]), ("in/deep/b.txt",)),
        # of a file alone, and of what is not there, nothing is known
        (["in/a.txt"], (), ()),
        (["in3"], (), ()),
    ],
)
def test_what_lay_in_a_folder_or_archive_and_is_not_found(
    built: Ledger, tmp_path: Path, inputs: list[str], found: tuple[str, ...], missed: tuple[str, ...]
) -> None:
    assert gone(built, tmp_path, inputs, found) == missed


def test_what_could_not_be_read_is_there_all_the_same(built: Ledger, tmp_path: Path) -> None:
    skipped = [Skipped("in2/d.txt", "cannot be read", "check")]
    assert vanished(built, [tmp_path / "in2"], skipped, lambda path: Path(path).relative_to(tmp_path).as_posix()) == ()
