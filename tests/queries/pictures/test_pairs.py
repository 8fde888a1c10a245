"""How many facts pairs of actors share."""

from __future__ import annotations

import pytest

from dragoman.ledger import Ledger
from dragoman.queries.pictures import Years
from dragoman.queries.pictures.pairs import Known, Which, edges_of, largest, named, who_meets


@pytest.mark.parametrize(
    ("one", "other", "part"),
    [
        (("NATO/KFOR", "NATO"), ("NATO", "NATO"), True),
        (("NATO", "NATO"), ("NATO/KFOR", "NATO"), True),
        (("NATO/KFOR", "NATO"), ("NATO/SFOR", "NATO"), False),
        (("SRB", "SRB"), ("NATO", "NATO"), False),
        (("/Ann", None), ("/Ben", None), False),
    ],
)
def test_bodies_are_part_of_their_own_organisation(
    one: tuple[str, str | None], other: tuple[str, str | None], part: bool
) -> None:
    assert Known(1, *one, 5).is_part_of(Known(2, *other, 5)) == part


def test_each_kind_is_one_stretch() -> None:
    assert Which(("membership",), Years(2014, 2015)).stretches() == [("0120140000", "0120160000")]
    assert len(Which().stretches()) > 5
    assert Which(("gossip",)).stretches() == []


def test_ties_come_largest_first_and_of_kinds_and_years(filled: Ledger) -> None:
    with filled.reading() as connection:
        kosovo, eu, serbia, malta = (named(connection, [code])[0] for code in ("XKX", "EU", "SRB", "MLT"))
        pairs = [(kosovo, serbia), (eu, kosovo), (kosovo, malta), (eu, malta), (eu, eu)]

        def told(which: Which, most: int = 9) -> list[tuple[str, str, int]]:
            return [(edge.a, edge.b, edge.facts) for edge in edges_of(connection, pairs, which, most)]

        assert told(Which()) == [("EU", "XKX", 3), ("MLT", "XKX", 1), ("SRB", "XKX", 1)]
        assert told(Which(), 1) == [("EU", "XKX", 3)]
        assert told(Which(("meeting",))) == [("MLT", "XKX", 1), ("SRB", "XKX", 1)]
        assert told(Which(years=Years(2015))) == [("EU", "XKX", 3)]
        assert told(Which(("meeting",), Years(2014))) == [("MLT", "XKX", 1)]
        assert edges_of(connection, [], Which()) == []


def test_those_with_most_statements_are_largest(filled: Ledger) -> None:
    with filled.reading() as connection:
        assert [k.actor for k in largest(connection, 2, people=False)] == ["XKX", "EU"]
        everybody = {k.actor for k in largest(connection, 99, people=True)}
        united = {k.actor for k in largest(connection, 99, people=False)}
    assert "NATO/KFOR" in everybody - united
    assert united <= everybody


def test_whom_an_actor_meets_is_told_with_whether_that_is_all(filled: Ledger) -> None:
    with filled.reading() as connection:
        (norway,) = named(connection, ["NOR"])
        met, all_of_them = who_meets(connection, norway, people=True)
        assert ({k.actor for k in met}, all_of_them) == ({"SRB", "ISL"}, True)
        met, all_of_them = who_meets(connection, norway, people=True, walked=1)
        assert not all_of_them
        assert {"SRB", "ISL", "XKX"} <= {k.actor for k in met}, "the largest are tried too"
