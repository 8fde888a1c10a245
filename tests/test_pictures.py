"""What pictures ask the ledger, on both databases."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.errors import InvalidRecord, UnknownName
from dragoman.ledger import Ledger
from dragoman.queries.pictures import (
    Years,
    connection,
    event_counts,
    flows,
    network,
    places,
    state_of,
    ties,
    timeline,
)
from dragoman.records import Skipped, Value
from dragoman.web.pictures.shapes import flows_drawing, flows_table
from ledger_samples import document, plan, reading, said
from web.pictures_ledger import FORMULA, HOSTILE, fill


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    fill(ledger)
    return ledger


def test_a_timeline_has_the_dated_facts_of_an_actor_by_kind_and_day(filled: Ledger) -> None:
    found = timeline(filled, ("XKX",))
    assert found.about == ("XKX",)
    assert [(item.kind, item.first, item.last) for item in found.items][:4] == [
        ("relations", "2008-02-18", None),
        ("membership", "2016", None),
        ("agreement", "2015-10-27", None),
        ("mission", "1999-06", "2010"),
    ]
    assert next(item for item in found.items if item.kind == "agreement").told == 2
    assert not any(item.object == "sovereignty" for item in found.items)


def test_a_timeline_of_two_has_what_they_share_and_says_what_it_cut(filled: Ledger) -> None:
    assert [item.object for item in timeline(filled, ("SRB", "XKX")).items] == ["Dialogue"]
    few = timeline(filled, ("XKX",), per_kind=1)
    assert few.cut == ("assistance", "meeting")
    assert [item.object for item in few.items if item.kind == "meeting"] == ["Talks"]
    late = timeline(filled, ("XKX",), kinds=("meeting",), years=Years(2014, 2014))
    assert {item.object for item in late.items} == {"Talks", "Talks in Funafuti"}


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


def test_ties_are_those_with_places_on_the_map(filled: Ledger) -> None:
    found = {place.actor: edge.facts for place, edge in ties(filled, "XKX").edges}
    assert found == {"USA": 3, "MLT": 1, "SRB": 1, "TUV": 1}
    assert places()["XKX"].area == "Kosovo"
    assert places()["TUV"].point is not None
    assert places()["SRB"].area == "688"


def test_sums_are_added_up_by_giver_programme_and_receiver_in_one_currency(filled: Ledger) -> None:
    found = flows(filled)
    assert found.unit == "EUR"
    assert found.units == (("EUR", 3), ("USD", 1))
    assert [(f.source, f.programme, f.target, f.amount, f.bounds) for f in found.flows] == [
        (("EU",), "Energy Fund", ("XKX",), 30_000_000, ()),
        (("EU",), "Border Programme", ("SRB",), 10_000_000, ("over",)),
        ((HOSTILE,), FORMULA, ("XKX",), 2_000_000, ()),
    ]
    assert [f.target for f in flows(filled, "SRB").flows] == [("SRB",)]
    assert [f.amount for f in flows(filled, unit="USD").flows] == [5_000_000]
    assert flows(filled, limit=1).left_out == 2
    assert [f.programme for f in flows(filled, years=Years(2016)).flows] == ["Border Programme"]


def test_what_was_promised_is_not_added_to_what_was_given(ledger: Ledger) -> None:
    page = document("fund", "Japan pledged 3 million euros. Japan gave 2 million euros. Japan gave 1 million euros.")
    told = (("pledged 3", "planned", 3, None), ("gave 2", "completed", 2, "2019"), ("gave 1", "completed", 1, "2020"))
    ledger.add(
        page,
        reading(
            *(
                said(
                    page,
                    f"Japan {words} million euros",
                    "assistance",
                    stage,
                    source="JPN",
                    target="KEN",
                    object="Water Fund",
                    date=year,
                    value=(Value(millions * 1_000_000, "EUR"),),
                )
                for words, stage, millions, year in told
            )
        ),
    )
    assert [(flow.amount, flow.facts, flow.promised) for flow in flows(ledger).flows] == [
        (3_000_000, 2, False),
        (3_000_000, 1, True),
    ]
    given, promised = flows_drawing(flows(ledger))["flows"]
    assert given["source"] != promised["source"], "each has boxes of its own"
    assert [row[5].value for row in flows_table(flows(ledger)).rows] == ["", "promised"]


def test_events_are_counted_by_type_and_year(filled: Ledger) -> None:
    counts = {(bar.event, bar.year): bar.statements for bar in event_counts(filled).bars}
    assert counts["SUPPORT", 2015] == 2
    assert counts["SUPPORT", None] == 1
    assert counts["CONSULT", 2014] == 2
    assert {bar.event for bar in event_counts(filled, ("NOR",)).bars} == {"CONSULT"}
    both = event_counts(filled, ("SRB", "XKX")).bars
    assert [(bar.event, bar.year, bar.statements) for bar in both] == [("CONSULT", 2013, 1)]


def test_the_state_changes_with_the_ledger(filled: Ledger) -> None:
    from dragoman.ledger import decisions

    before = state_of(filled)
    assert state_of(filled) == before
    one = timeline(filled, ("XKX",)).items[0]
    decisions.reject(filled, one.statement_id, who="tester", why="not so")
    assert state_of(filled) != before
    assert one.statement_id not in {item.statement_id for item in timeline(filled, ("XKX",)).items}
    rejected = state_of(filled)
    filled.skip(Skipped("a.pdf", "damaged", "save it again"))
    assert state_of(filled) > rejected


def test_the_state_changes_where_a_page_is_what_it_was_before(ledger: Ledger) -> None:
    first, read = plan()
    other = replace(first, text="Nothing is said here.", date=first.date)
    states = []
    for page, told in ((first, read), (other, reading()), (first, read)):
        ledger.add(page, told)
        states.append(state_of(ledger))
    assert len(set(states)) == 3


@pytest.mark.parametrize("ask", [timeline, event_counts])
def test_an_actor_that_is_not_there_is_named(ledger: Ledger, ask: object) -> None:
    with pytest.raises(UnknownName, match="'NOPE'"):
        ask(ledger, ("NOPE",))  # type: ignore[operator]


def test_years_are_years() -> None:
    with pytest.raises(InvalidRecord, match="10000 is no year"):
        Years(10000)
    with pytest.raises(InvalidRecord, match="from 2020 until 2019 ends before it begins"):
        Years(2020, 2019)


def test_an_empty_ledger_draws_nothing(ledger: Ledger) -> None:
    assert network(ledger).nodes == ()
    assert flows(ledger).flows == ()
    assert event_counts(ledger).bars == ()
