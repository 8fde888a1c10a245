"""Scores of single fields on made-up pairs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from evaluation.scoring import Pair, pairs

from dragoman.documents import document_from_text
from dragoman.records import Statement, Value
from evaluation import fields

TEXT = "Norway sent 20 tents to Albania in May 2019. The weather was fine. Albania thanked Norway."
SENT = Statement(
    doc="d", kind="assistance", stage="completed", quote="Norway sent 20 tents to Albania in May 2019", start=0, end=43,
    source=("NOR",), target=("ALB",), object="tents", date="2019-05", value=(Value(20, "tent"),), event="AID",
)  # fmt: skip
FINE = replace(SENT, quote="The weather was fine", start=45, end=65, value=None, date=None)


@pytest.mark.parametrize(
    ("change", "field", "right", "gold", "predicted"),
    [
        ({}, "actors", 2, 2, 2),
        ({"target": ("ALB", "MKD")}, "actors", 2, 2, 3),
        ({"target": ("MKD",)}, "actors", 1, 2, 2),
        ({"stage": "planned"}, "stages", 0, 1, 1),
        ({"date": "2019-05-04"}, "dates", 1, 1, 1),
        ({"date": "2019"}, "dates", 0, 1, 1),
        ({"date": None}, "dates", 0, 1, 0),
        ({"end_date": "2020"}, "ends", 0, 0, 1),
        ({"value": (Value(20, "tents"), Value(3, "kit"))}, "values", 1, 1, 2),
        ({"value": None}, "values", 0, 1, 0),
        ({"by": ("NOR/Jonas Gahr Støre",)}, "attribution", 0, 0, 1),
    ],
)
def test_each_field_is_counted(change: dict[str, object], field: str, right: int, gold: int, predicted: int) -> None:
    counted = fields.field_counts([Pair(SENT, replace(SENT, **change))])[field]
    assert (counted.right, counted.gold, counted.predicted) == (right, gold, predicted)


def test_what_was_not_found_counts_in_no_field() -> None:
    assert fields.field_counts([Pair(SENT, None), Pair(None, SENT)])["actors"] == fields.Count()


def test_stages_mistaken_most_come_first() -> None:
    planned, running = replace(SENT, stage="planned"), replace(SENT, stage="under-way")
    found = fields.mistaken_stages([Pair(SENT, running), Pair(SENT, planned), Pair(SENT, planned), Pair(SENT, SENT)])
    assert found == [("assistance", "completed", "planned", 2), ("assistance", "completed", "under-way", 1)]


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({}, True),
        ({"kind": "event", "stage": "occurred"}, True),
        ({"event": "SUPPORT"}, False),
        ({"target": ()}, False),
        ({"source": ("ALB",), "target": ("NOR",)}, False),
        ({"quote": "The weather was fine"}, False),
    ],
)
def test_an_event_has_type_passage_and_both_actors(change: dict[str, object], same: bool) -> None:
    assert fields.same_event(SENT, replace(SENT, **change)) is same


def test_parties_of_a_meeting_stand_in_any_order() -> None:
    met = replace(SENT, kind="meeting", stage="held", event="CONSULT")
    assert fields.same_event(met, replace(met, source=("ALB",), target=("NOR",)))


def test_events_are_counted_from_end_to_end() -> None:
    document = document_from_text(TEXT, stem="d")
    result = fields.event_scores([document], [SENT], [SENT, SENT, FINE])
    assert (result.count.right, result.count.gold, result.count.predicted) == (1, 1, 3)
    assert (result.quiet, result.overproduced) == (2, 1)


def test_the_table_has_a_row_for_each_field() -> None:
    document = document_from_text(TEXT, stem="d")
    rows = fields.field_rows(
        fields.field_counts(pairs([SENT], [SENT])), fields.event_scores([document], [SENT], [SENT])
    )
    assert [row[0] for row in rows[1:]] == [*fields.COMPARED, "events, end to end"]
    assert rows[1][1:] == ["2", "2", "1.00", "1.00", "1.00"]
