"""What every map has: contested borders and pieces of land, from ``data/map.yml``, and names."""

from __future__ import annotations

from functools import cache
from typing import Any

from dragoman.datafiles import data_file
from dragoman.queries.pictures.ties import places


@cache
def contested() -> dict[str, Any]:
    """``borders``: pairs of outlines; ``pieces``: a point in each piece of land, with the outline that has it.

    ``names`` are the directory's, by outline: those of the atlas are older.
    """
    raw = data_file("map.yml")
    pieces = [
        {"area": piece.text("area"), "at": list(piece.point("at")), "name": piece.text("name")}
        for piece in raw.parts("pieces")
    ]
    names = {place.area: place.name for place in places().values() if place.area}
    return {"borders": raw.rows("borders"), "pieces": pieces, "names": names}
