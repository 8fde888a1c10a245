"""Lines of a table's text and their cells, for dates and figures that the head of a column tells about."""

from __future__ import annotations

import re
from collections.abc import Iterator

_JOINT = re.compile(r"[^\S\n]{0,8}\|[^\S\n]{0,8}|\t\s{0,8}| {3,}")
_RULE = re.compile(r"[-=+|: ]*")


def lines_of_cells(text: str) -> Iterator[tuple[int, int, list[tuple[int, int]]]]:
    """Where the words of each line are, and the cells of it; a line of dashes and the like is left out."""
    position = 0
    for line in text.split("\n"):
        start, stripped = position, line.rstrip()
        position += len(line) + 1
        if stripped and _RULE.fullmatch(stripped):
            continue
        if stripped.startswith("|") and stripped.endswith("|"):  # set off on both sides, not empty at one end
            start, stripped = start + 1, stripped[1:-1]
        edges = [0]
        for joint in _JOINT.finditer(stripped):
            edges += [joint.start(), joint.end()]
        edges.append(len(stripped))
        cells = [_trimmed(text, start + edges[n], start + edges[n + 1]) for n in range(0, len(edges), 2)]
        yield (*_trimmed(text, start, start + len(stripped)), cells)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return end - len(words.lstrip()), start + len(words.rstrip()) if words.strip() else end
