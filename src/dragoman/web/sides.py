"""Side files of an upload, which has no folders: which document one describes must not be a guess."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.documents.sources import side_names
from dragoman.errors import InvalidRecord


def refuse_unclear(clean: Sequence[str], kept: Sequence[str]) -> None:
    """Raises `InvalidRecord` where a side file would go to another document than its name says, or to one of several.

    ``clean`` are the names that the files came with, in the same order ``kept`` those that they have so that none is
    there twice.
    """
    for side, stays in zip(clean, kept, strict=True):
        if not side.lower().endswith(".json"):
            continue
        called = [(name, now) for name, now in zip(clean, kept, strict=True) if _beside(side, name)]
        renamed = [name for name, now in called if name != now]
        taken = [name for name, now in zip(clean, kept, strict=True) if name != now and _beside(stays, now)]
        if renamed or taken or (called and side != stays):
            twice = renamed[0] if renamed else taken[0] if taken else side
            raise InvalidRecord(
                f"{side} describes a document, but {twice} is there more than once, and which belong together would be"
                " a guess; give them different names, or pack each document with its side file into a zip archive"
            )


def _beside(side: str, document: str) -> bool:
    """Whether a side file of this name describes a document of that; none describes another side file."""
    return not document.lower().endswith(".json") and side.casefold() in map(str.casefold, side_names(document))


def free_stem(stem: str, names: Sequence[str]) -> str:
    """``stem``, with a number where one of the ``names`` has it: a side file of that name would describe both."""
    taken = [name.replace("\\", "/").rpartition("/")[2].casefold() for name in names]
    free, number = stem, 1
    while any(name.startswith(f"{free.casefold()}.") for name in taken):
        number += 1
        free = f"{stem} ({number})"
    return free
