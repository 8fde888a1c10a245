"""Where the shared documents are, the contract's scorer beside them, and where a quote stands in a text."""

from __future__ import annotations

import importlib.util
import os
import re
from functools import cache
from pathlib import Path
from types import ModuleType

REPOSITORY = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("DRAGOMAN_SHARED") or REPOSITORY.parent / "shared")
SCORER = SHARED / "score_statements.py"
PRESS = SHARED / "corpus_large" / "state-press.jsonl.gz"
"""Press releases that nobody annotated for us."""


@cache
def scorer() -> ModuleType:
    """The scorer as a module. Raises `FileNotFoundError` where it is not at hand."""
    spec = importlib.util.spec_from_file_location(SCORER.stem, SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def quote_place(text: str, quote: str) -> tuple[int, int] | None:
    """Where ``quote`` first stands in ``text``; white space may differ. None where it does not stand there."""
    words = quote.split()
    match = re.search(r"\s+".join(map(re.escape, words)), text) if words else None
    return match.span() if match else None
