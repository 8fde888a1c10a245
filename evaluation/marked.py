"""Putting what was measured into a page, between two marks that stand on lines of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from evaluation.gold import CannotMeasure


def put(page: str, opening: str, closing: str, lines: Sequence[str]) -> str:
    """``page`` with ``lines`` between its marks ``opening`` and ``closing``. Raises `CannotMeasure` without them."""
    between = re.compile(rf"(?ms)^{re.escape(opening)}$.*?^{re.escape(closing)}$")
    if not between.search(page):
        raise CannotMeasure(f"the page has no marks: write {opening!r} and {closing!r} on lines of their own")
    told = "\n".join([opening, *lines, closing])
    return between.sub(lambda _: told, page, count=1)
