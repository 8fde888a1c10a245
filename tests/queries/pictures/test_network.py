"""Who has ties with whom."""

from __future__ import annotations

import pytest

from dragoman.errors import UnknownName
from dragoman.ledger import Ledger
from dragoman.queries.pictures import Years, network
from dragoman.queries.pictures.network import one
from ledger_samples import document, reading, said


def test_a_network_ties_those_who_share_facts(filled: Ledger) -> None:
    found = network(filled)
    edges = {(edge.a, edge.b): edge.facts for edge in found.edges}
    assert edges["EU", "XKX"] == 3
    assert edges["SRB", "XKX"] == 1
    assert (found.left_out, found.searched_all) == (0, True)


def test_bodies_are_drawn_when_asked_for_and_never_tied_to_their_own_organisation(filled: Ledger) -> None:
    assert "NATO/KFOR" not in {node.actor for node in network(filled).nodes}
    found = network(filled, people=True)
    pairs = {(edge.a, edge.b) for edge in found.edges}
    assert ("NATO/KFOR", "XKX") in pairs
    assert ("NATO", "NATO/KFOR") not in pairs


def test_a_network_around_an_actor_leaves_out_those_with_fewest_ties(filled: Ledger) -> None:
    found = network(filled, "XKX", limit=3)
    assert {node.actor for node in found.nodes} == {"XKX", "EU", "USA"}
    assert found.left_out == 5
    assert network(filled, "ISL", limit=40).left_out == 0


def test_kinds_and_years_decide_what_ties(filled: Ledger) -> None:
    meetings = network(filled, kinds=("meeting",), years=Years(2013, 2014))
    assert {(edge.a, edge.b) for edge in meetings.edges} == {("SRB", "XKX"), ("MLT", "XKX"), ("TUV", "XKX")}
    assert network(filled, years=Years(1900, 1910)).edges == ()


def test_an_empty_ledger_has_no_ties(ledger: Ledger) -> None:
    assert network(ledger).nodes == ()


@pytest.mark.parametrize(("limit", "nodes"), [(-1, 2), (0, 2), (2, 2), (3, 3)])
def test_a_network_has_at_least_two_actors(filled: Ledger, limit: int, nodes: int) -> None:
    assert len(network(filled, "XKX", limit=limit).nodes) == nodes


def test_only_the_largest_are_looked_at_where_there_are_many(filled: Ledger) -> None:
    assert network(filled, limit=40).searched_all
    few = network(filled, limit=2)
    assert not few.searched_all
    assert len(few.nodes) <= 2


def test_a_name_of_several_means_the_one_with_most_statements(ledger: Ledger) -> None:
    page = document("guards", "They met. They met again.")
    met = [
        said(page, quote, "meeting", "held", source=source, target="NOR", object=quote)
        for quote, source in (("They met", "SRB/Guard"), ("They met again", "SRB/Guard"), ("They met", "ALB/Guard"))
    ]
    ledger.add(page, reading(*met))
    with ledger.reading() as connection:
        assert one(connection, "guard").actor == "SRB/Guard"
        with pytest.raises(UnknownName):
            one(connection, "nobody")
