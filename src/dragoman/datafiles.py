"""The data files that an analyst can edit, as YAML has them."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import yaml


def data_file(name: str) -> Any:
    """What ``data/<name>`` holds, read anew at each call. Raises `FileNotFoundError` and `yaml.YAMLError`."""
    return yaml.load(files("dragoman").joinpath("data", name).read_text("utf-8"), yaml.CSafeLoader)
