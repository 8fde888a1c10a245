"""Events: who did what to whom, when and where, in the types of PLOVER.

documents -> statements with an event, and pairs of actors in the sentences that have none -> events -> each once

    from dragoman.events import code_corpus, collect, once

    reports, tally = collect(code_corpus(["corpus.parquet"]), Path("reports.arrow"))
    events = once(reports)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.events.coding import PairClassifier, code_document
    from dragoman.events.corpus import code_corpus, collect
    from dragoman.events.formats import write_events
    from dragoman.events.grouping import once
    from dragoman.events.panels import panel
    from dragoman.events.plover import ontology
    from dragoman.events.records import Classified, Coded, Event, Pair, Party, Place, Rejected, Span
    from dragoman.events.scene import Settings
    from dragoman.events.table import to_arrow

_HOMES = {
    **{"Settings": "scene", "code_document": "coding"},
    **dict.fromkeys(("code_corpus", "collect"), "corpus"),
    **dict.fromkeys(("Classified", "Coded", "Event", "Pair", "Party", "Place", "Rejected", "Span"), "records"),
    **{"once": "grouping", "ontology": "plover", "panel": "panels", "to_arrow": "table", "write_events": "formats"},
}

__all__ = [
    "Classified",
    "Coded",
    "Event",
    "Pair",
    "Party",
    "Place",
    "Rejected",
    "Settings",
    "Span",
    "code_corpus",
    "code_document",
    "collect",
    "once",
    "ontology",
    "panel",
    "shipped_classifier",
    "to_arrow",
    "write_events",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'dragoman.events' has no attribute {name!r}")
    return getattr(import_module(f"dragoman.events.{_HOMES[name]}"), name)


def shipped_classifier() -> PairClassifier | None:
    """The classifier of pairs that is shipped; null where its weights are not installed."""
    from dragoman.events.classifier import SHIPPED, Classifier

    return Classifier() if (SHIPPED / "classifier.onnx").exists() else None
