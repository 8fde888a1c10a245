"""The shortest connection between two actors."""

from __future__ import annotations

import pytest

from dragoman.errors import UnknownName
from dragoman.ledger import Ledger
from dragoman.queries.pictures import Connection, connection


def test_the_shortest_connection_leads_over_those_in_between(filled: Ledger) -> None:
    found = connection(filled, "ISL", "MLT")
    assert found.actors == ("ISL", "NOR", "SRB", "XKX", "MLT")
    assert [(edge.a, edge.b) for edge in found.edges] == [
        ("ISL", "NOR"),
        ("NOR", "SRB"),
        ("SRB", "XKX"),
        ("MLT", "XKX"),
    ]
    assert connection(filled, "XKX", "SRB").actors == ("XKX", "SRB")
    assert connection(filled, "XKX", "XKX").actors == ("XKX",)
    none = connection(filled, "ISL", "MLT", kinds=("assistance",))
    assert (none.actors, none.gave_up) == ((), False)


def test_a_search_that_is_not_over_gives_up(filled: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.queries.pictures.connecting._STEPS", 1)
    assert connection(filled, "ISL", "MLT") == Connection((), (), gave_up=True)
    assert connection(filled, "ISL", "NOR").actors == ("ISL", "NOR"), "who meet need no search"


def test_a_connection_needs_two_that_are_known(filled: Ledger) -> None:
    with pytest.raises(UnknownName, match="'Atlantis'"):
        connection(filled, "ISL", "Atlantis")
