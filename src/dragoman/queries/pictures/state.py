"""Whether a ledger has changed."""

from __future__ import annotations

from dragoman.ledger import Ledger
from dragoman.ledger.sql import scalar


def state_of(ledger: Ledger) -> int:
    """A number that changes with every change of the ledger: an answer kept under the same one is still right."""
    with ledger.reading() as connection:
        return int(scalar(connection, "SELECT value FROM ledger_info WHERE name = 'changes'") or 0)
