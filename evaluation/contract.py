"""Where the shared documents are, and the contract's scorer, a file beside them."""

from __future__ import annotations

import importlib.util
import os
from functools import cache
from pathlib import Path
from types import ModuleType

REPOSITORY = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("DRAGOMAN_SHARED") or REPOSITORY.parent / "shared")
SCORER = SHARED / "score_statements.py"


@cache
def scorer() -> ModuleType:
    """The scorer as a module. Raises `FileNotFoundError` where it is not at hand."""
    spec = importlib.util.spec_from_file_location(SCORER.stem, SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
