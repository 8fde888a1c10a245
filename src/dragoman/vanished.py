"""Files that a ledger was built from and that are no longer where they were."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from dragoman.documents import Source
from dragoman.ledger import Ledger
from dragoman.records import Skipped
from dragoman.tally import table_of


def vanished(
    ledger: Ledger, inputs: Sequence[str | Path], found: Iterable[Source | Skipped], called: Callable[[str], str]
) -> tuple[str, ...]:
    """The documents of ``ledger`` whose files lay in the folders and archives among ``inputs`` and are not ``found``
    there now, by their locators; ``called`` gives the name of a path in these. What is in a table that is still there
    counts as there."""
    here = {one.locator for one in found}
    gone = [
        locator
        for place in map(str, inputs)
        if (beginning := _beginning(place, called)) is not None
        for locator in ledger.inputs(beginning)
        if locator not in here and table_of(locator) not in here
    ]
    return tuple(dict.fromkeys(gone))


def _beginning(place: str, called: Callable[[str], str]) -> str | None:
    """How the locators begin of what lies in a folder or an archive; null for a file."""
    if os.path.isdir(place):
        return called(os.path.join(place, "x"))[:-1]
    return called(place) + "!" if place.lower().endswith(".zip") and os.path.isfile(place) else None
