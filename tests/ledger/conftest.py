"""A ledger with four statements in two documents, on both databases."""

from __future__ import annotations

import pytest

from dragoman.ledger import Ledger
from ledger_samples import force, plan


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    ledger.add(*plan())
    ledger.add(*force())
    return ledger
