"""A ledger with everything that pictures draw."""

from __future__ import annotations

import pytest

from dragoman.ledger import Ledger
from pictures_ledger import fill


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    fill(ledger)
    return ledger
