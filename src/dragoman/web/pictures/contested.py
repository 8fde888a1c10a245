"""What every map has: contested borders and pieces of land, from ``data/map.yml``, and names."""

from __future__ import annotations

from functools import cache
from typing import Any

from dragoman.queries.pictures.ties import map_data, places


@cache
def contested() -> dict[str, Any]:
    """``borders``: pairs of outlines; ``pieces``: a point in each piece of land, with the outline that has it.

    ``names`` are the directory's, by outline: those of the atlas are older.
    """
    raw = map_data()
    names = {place.area: place.name for place in places().values() if place.area}
    return {"borders": raw["borders"], "pieces": raw["pieces"], "names": names}
