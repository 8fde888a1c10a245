"""The shortest connection between two actors."""

from __future__ import annotations

from dragoman.ledger import Ledger
from dragoman.queries.pictures import connection


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
