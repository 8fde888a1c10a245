"""Dragoman: what governments and organisations publish about their relations, as a cited ledger.

    import dragoman

    reading = dragoman.read("Kosovo joined the IMF in 2009.")
    dragoman.to_arrow(reading.statements)

    dragoman.build(["folder/"], "dragoman.ledger")
    with dragoman.Ledger.open("dragoman.ledger") as ledger:
        agreements = dragoman.every(ledger, dragoman.Filter(kinds=("agreement",)))
        table = dragoman.to_arrow(agreements)

Names are imported when they are first used, so that `import dragoman` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from dragoman.errors import DragomanError
    from dragoman.frames import to_arrow
    from dragoman.ledger import Ledger
    from dragoman.pipeline import build, read
    from dragoman.queries.records import Filter
    from dragoman.queries.statements import every, statements
    from dragoman.records import Document, Reading, Statement, Value

_HOMES = {
    "Document": "dragoman.records",
    "DragomanError": "dragoman.errors",
    "Filter": "dragoman.queries",
    "Ledger": "dragoman.ledger",
    "Reading": "dragoman.records",
    "Statement": "dragoman.records",
    "Value": "dragoman.records",
    "build": "dragoman.pipeline",
    "every": "dragoman.queries",
    "read": "dragoman.pipeline",
    "statements": "dragoman.queries",
    "to_arrow": "dragoman.frames",
}

__all__ = [
    "Document",
    "DragomanError",
    "Filter",
    "Ledger",
    "Reading",
    "Statement",
    "Value",
    "__version__",
    "build",
    "every",
    "read",
    "statements",
    "to_arrow",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
