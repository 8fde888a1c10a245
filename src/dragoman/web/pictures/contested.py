"""What the map draws as contested, from ``data/map.yml``."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def contested() -> dict[str, Any]:
    """``borders``: pairs of outlines; ``pieces``: a point in each piece of land, with the outline that has it."""
    raw = yaml.load(files("dragoman").joinpath("data/map.yml").read_text("utf-8"), yaml.CSafeLoader)
    return {"borders": raw["borders"], "pieces": raw["pieces"]}
