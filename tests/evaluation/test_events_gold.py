"""Coded events beside annotated ones."""

from __future__ import annotations

from dataclasses import replace

import pytest
from evaluation.events_gold import (
    Result,
    Wanted,
    counted,
    figures,
    measure,
    reliability_lines,
    right_ones,
    same_actor,
    same_country,
)
from evaluation.fields import Count
from evaluation.gold import GoldSet

from dragoman.documents import document_from_text
from dragoman.events.records import Event, Party
from dragoman.events.scene import Settings
from dragoman.records import Reading, Statement


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
    assert right_ones(gold, [event("CONSULT", "BOL", "CHL")], same_actor) == set()
    assert right_ones(gold, [event("CONSULT", "PER", "BOL")], same_actor) == set()


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
    assert same_country("/Red Cross", "/The Red Cross")
    assert not same_country("/Ministry of Health", "CHL/Ministry of Health")


def test_sentences_without_an_event_are_counted() -> None:
    text = "Chile sent tents to Peru. It was cold. Nobody came."
    said = Statement("d", "assistance", "completed", text[:24], 0, 24, ("CHL",), ("PER",), event="AID")
    gold = GoldSet("made up", (document_from_text(text, stem="d", date="2020"),), (said,))
    for read, right, overproduced in (((), 0, 0), ((said,), 1, 0), ((replace(said, start=26, end=37),), 0, 1)):
        readings = [(gold.documents[0], Reading("made-up-1", read))]
        result = measure(gold, readings, None, Settings(threshold=0), same_actor)
        assert (result.total.right, result.quiet, result.overproduced) == (right, 2, overproduced)


def test_reliability_compares_what_is_said_with_what_is_right() -> None:
    low, high, error = reliability_lines([(0.45, True), (0.45, False), (1.0, True), (0.9, False)])
    assert " ".join(low.split()) == "probability 0.4 to 0.5: 2 coded, mean 0.45, right 0.50"
    assert " ".join(high.split()) == "probability 0.9 to 1.0: 2 coded, mean 0.95, right 0.50"
    assert error.endswith(" 0.250")


def test_f1_and_quiet_sentences_have_floors() -> None:
    result = Result({"AID": Count(6, 10, 10), "COERCE": Count()}, quiet=10, overproduced=2)
    assert figures(GoldSet("samples", (), ()), result) == {"samples-events": {"f1": 0.6, "quiet": 0.8}}
