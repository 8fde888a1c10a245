"""What the tests of decisions have in common: who decides, on which statement, and how it is read anew."""

from __future__ import annotations

from typing import Any

from dragoman import queries
from dragoman.ledger import Ledger
from dragoman.queries import Filter
from ledger_samples import AGREED, plan, reading, said

ANA = {"who": "ana", "why": "as the page says"}


def agreed(ledger: Ledger) -> str:
    return next(f.id for f in queries.every(ledger, Filter(text="agreed", include_rejected=True)))


def reread(ledger: Ledger, **changes: Any) -> str:
    """Read the first statement of the sample differently, with another reader; the new id."""
    page, read = plan()
    fields = {"stage": "concluded", "source": "SRB", "target": "NATO", "object": "action plan", **changes}
    fields.setdefault("quote", AGREED[:70])
    new = said(page, fields.pop("quote"), **fields)
    ledger.add(page, reading(new, read.statements[1], reader="better-2"))
    return new.id
