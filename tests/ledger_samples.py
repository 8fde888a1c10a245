"""Small documents and readings for the tests of ledger and queries."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from dragoman import queries
from dragoman.ledger import Ledger
from dragoman.queries import Filter
from dragoman.records import Document, Evidence, Known, Reading, Statement, number_occurrences

BACKENDS = ("sqlite", "postgresql")
READER = "plain-1"


class Clock:
    """A clock that stands until it is put forward."""

    def __init__(self) -> None:
        self.time = datetime(2026, 3, 1, 12, 0, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def forward(self, days: int = 1) -> None:
        self.time += timedelta(days=days)


def document(stem: str, text: str, *, date: str | None = None, **more: Any) -> Document:
    publisher = Known(more.pop("publisher", "Ministry of Tests"), "side file")
    language = Known(more.pop("language", "en"), "side file")
    locator = more.pop("locator", f"in/{stem}.txt")
    title = Known(stem.replace("-", " ").title(), "first heading")
    sides = {"title": title, "publisher": publisher, "language": language, "date": Known(date, "side file")}
    return Document(stem=stem, text=text, locator=locator, **sides, **more)


def said(of: Document, quote: str, kind: str = "agreement", stage: str = "signed", **fields: Any) -> Statement:
    """A statement whose quote is looked up in the document."""
    start = of.text.index(quote)
    for name in ("source", "target", "by"):
        if name in fields:
            fields[name] = tuple(fields[name].split(", ")) if fields[name] else ()
    place = {"quote": quote, "start": start, "end": start + len(quote)}
    why = {"rule": "test", "reason": "because the test says so", "confidence": fields.pop("confidence", 0.9)}
    evidence = (Evidence("source", "SRB", start, start + 1, "named"),)
    return Statement(doc=of.stem, kind=kind, stage=stage, evidence=evidence, origin=of.origin, **place, **why, **fields)


def reading(*statements: Statement, reader: str = READER, **more: Any) -> Reading:
    return Reading(reader, tuple(number_occurrences(list(statements))), **more)


AGREED = "Serbia and NATO agreed an Individual Partnership Action Plan (IPAP) in January 2015"
SIGNED = "It was signed in 2015"
PLAN_TEXT = f"{AGREED}. {SIGNED}."

DEPLOYED = "KFOR has been deployed in Kosovo since 1999"
OUTSIDE = "Kosovo is not a member of NATO"
FORCE_TEXT = f"NATO leads the Kosovo Force. {DEPLOYED}. {OUTSIDE}."


def plan() -> tuple[Document, Reading]:
    """Two statements about Serbia and NATO."""
    page = document("nato-serbia", PLAN_TEXT, date="2016", url="https://example.org/serbia")
    return page, reading(
        said(
            page,
            AGREED,
            stage="concluded",
            source="SRB",
            target="NATO",
            object="Individual Partnership Action Plan (IPAP)",
            date="2015-01",
            event="SUPPORT",
        ),
        said(page, SIGNED, source="SRB", target="NATO", object="IPAP", date="2015", event="SUPPORT"),
    )


def force() -> tuple[Document, Reading]:
    """Two statements about Kosovo and NATO."""
    page = document("kosovo-force", FORCE_TEXT, date="2017-05-02", publisher="Ministère de l’Épreuve")
    return page, reading(
        said(
            page,
            DEPLOYED,
            "mission",
            "deployed",
            source="NATO/KFOR",
            target="XKX",
            object="Kosovo Force",
            date="1999",
            event="AID",
            confidence=0.7,
        ),
        said(
            page,
            OUTSIDE,
            "membership",
            "not-member",
            source="XKX",
            target="NATO",
            object="NATO",
        ),
    )


def quotes(ledger: Ledger, **asked: Any) -> list[str]:
    """What a filter finds, by its quotes, in the order of answers."""
    return [found.statement.quote for found in queries.every(ledger, Filter(**asked))]
