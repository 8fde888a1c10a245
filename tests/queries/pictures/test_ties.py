"""An actor's ties with the places on the map."""

from __future__ import annotations

import pytest

from dragoman.errors import UnknownName
from dragoman.ledger import Ledger
from dragoman.queries.pictures import Years, places, ties


def test_ties_are_those_with_places_on_the_map(filled: Ledger) -> None:
    found = {place.actor: edge.facts for place, edge in ties(filled, "XKX").edges}
    assert found == {"USA": 3, "MLT": 1, "SRB": 1, "TUV": 1}
    assert places()["XKX"].area == "Kosovo"
    assert places()["TUV"].point is not None
    assert places()["SRB"].area == "688"


def test_years_and_kinds_narrow_ties_down(filled: Ledger) -> None:
    assert [place.actor for place, _ in ties(filled, "XKX", kinds=("relations",)).edges] == ["USA"]
    assert {place.actor for place, _ in ties(filled, "XKX", years=Years(2014)).edges} == {"MLT", "TUV"}
    assert ties(filled, "XKX", years=Years(1900, 1901)).edges == ()
    with pytest.raises(UnknownName):
        ties(filled, "Atlantis")
