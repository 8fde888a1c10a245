"""An actor's ties with the places on the map."""

from __future__ import annotations

from dragoman.ledger import Ledger
from dragoman.queries.pictures import places, ties


def test_ties_are_those_with_places_on_the_map(filled: Ledger) -> None:
    found = {place.actor: edge.facts for place, edge in ties(filled, "XKX").edges}
    assert found == {"USA": 3, "MLT": 1, "SRB": 1, "TUV": 1}
    assert places()["XKX"].area == "Kosovo"
    assert places()["TUV"].point is not None
    assert places()["SRB"].area == "688"
