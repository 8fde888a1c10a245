"""Coded events beside annotated ones."""

from __future__ import annotations

import pytest
from evaluation.events_gold import (
    Result,
    Wanted,
    broken,
    counted,
    raised,
    reliability_lines,
    right_ones,
    same_actor,
    same_country,
)
from evaluation.fields import Count
from evaluation.gold import GoldSet

from dragoman.events.records import Event, Party


def event(kind: str, actor: str, recipient: str | None, start: int = 0, end: int = 10) -> Event:
    other = Party(recipient, recipient) if recipient else None
    return Event(kind, Party(actor, actor), other, "2020", "text", "d", "", start, end, 0.5)


@pytest.mark.parametrize(
    ("coded", "right"),
    [
        (event("AID", "CHL", "PER"), True),
        (event("AID", "PER", "CHL"), False),
        (event("AID", "CHL", None), False),
        (event("AID", "CHL", "BOL"), False),
        (event("COERCE", "CHL", "PER"), False),
        (event("AID", "CHL", "PER", 10, 20), False),
    ],
)
def test_an_event_is_right_in_type_place_and_both_actors(coded: Event, right: bool) -> None:
    assert bool(right_ones([Wanted("AID", "CHL", "PER", 0, 10, anyhow=False)], [coded], same_actor)) == right


def test_the_parties_of_one_act_may_stand_either_way() -> None:
    gold = [Wanted("CONSULT", "CHL", "PER", 0, 10, anyhow=True)]
    assert right_ones(gold, [event("CONSULT", "PER", "CHL")], same_actor) == {0}


def test_an_annotated_event_makes_one_coded_event_right() -> None:
    gold, coded = [Wanted("AID", "CHL", "PER", 0, 10, anyhow=False)], [event("AID", "CHL", "PER")] * 2
    right = right_ones(gold, coded, same_actor)
    assert right == {0}
    count = counted(gold, coded, right)["AID"]
    assert (count.gold, count.predicted, count.right) == (1, 2, 1)


def test_countries_are_compared_without_their_bodies() -> None:
    gold = [Wanted("AID", "CHL/Ministry of Health", "PER", 0, 10, anyhow=False)]
    assert not right_ones(gold, [event("AID", "CHL", "PER")], same_actor)
    assert right_ones(gold, [event("AID", "CHL", "PER")], same_country)


def test_reliability_compares_what_is_said_with_what_is_right() -> None:
    low, high, error = reliability_lines([(0.45, True), (0.45, False), (1.0, True), (0.9, False)])
    assert " ".join(low.split()) == "probability 0.4 to 0.5: 2 coded, mean 0.45, right 0.50"
    assert " ".join(high.split()) == "probability 0.9 to 1.0: 2 coded, mean 0.95, right 0.50"
    assert error.endswith(" 0.250")


def test_floors_are_raised_and_never_lowered() -> None:
    right = {"AID": Count(6, 10, 10)}
    better, worse = Result(right, quiet=10, overproduced=0), Result({"AID": Count(4, 10, 10)}, quiet=10, overproduced=5)
    gold = GoldSet("samples", (), ())
    kept = raised({}, gold, better)
    assert kept == {"samples-events": {"f1": 0.59, "quiet": 0.99}}
    assert raised(kept, gold, worse) == kept
    assert broken(kept, gold, better) == []
    assert [line.partition(" is")[0] for line in broken(kept, gold, worse)] == [
        "samples: f1 of events 0.400", "samples: quiet of events 0.500",
    ]  # fmt: skip
