"""Our scoring on made-up pairs, and against the contract's scorer where it is at hand."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from dragoman.codebook import codebook
from dragoman.records import Statement, Value
from evaluation import gold, scoring

SIGNED = Statement(
    doc="a", kind="agreement", stage="signed", quote="The two states signed a trade agreement in May 2015", start=0,
    end=0, source=("SRB",), target=("ALB",), object="trade agreement", date="2015-05", event="SUPPORT",
)  # fmt: skip


@pytest.mark.parametrize(
    ("change", "found", "exact"),
    [
        ({}, True, True),
        ({"source": ("ALB",), "target": ("SRB",)}, True, True),
        ({"date": "2015-05-03"}, True, True),
        ({"event": None}, True, True),
        ({"date": "2015"}, True, False),
        ({"stage": "ratified"}, True, False),
        ({"target": ("ALB", "HRV")}, True, False),
        ({"by": ("USA",)}, True, False),
        ({"value": (Value(3, "EUR"),)}, True, False),
        ({"end_date": "2016"}, True, False),
        ({"kind": "event", "stage": "occurred"}, False, False),
        ({"quote": "Nothing else was said by anyone"}, False, False),
        ({"source": ("HRV",), "target": ("BIH",)}, False, False),
        ({"object": "fisheries"}, False, False),
    ],
)
def test_what_finds_and_what_is_exact(change: dict[str, object], found: bool, exact: bool) -> None:
    paired = list(scoring.pairs([SIGNED], [replace(SIGNED, **change)]))
    assert [p.found for p in paired] == ([True] if found else [False, False])
    assert any(p.exact for p in paired) is exact


def test_each_statement_is_paired_once() -> None:
    result = scoring.score(scoring.pairs([SIGNED], [SIGNED, SIGNED]))
    assert (result.gold, result.predicted) == (1, 2)
    assert (result.found.precision, result.found.recall) == (0.5, 1.0)


def test_predictions_for_documents_without_annotations_do_not_count() -> None:
    assert scoring.score(scoring.pairs([SIGNED], [SIGNED, replace(SIGNED, doc="b")])).predicted == 1


@pytest.mark.parametrize(
    ("one", "other", "mark"),
    [
        ("SRB", "srb", 1.0),
        ("SRB", "XKX", 0.0),
        ("SRB/Ministry of Interior", "SRB/Interior Ministry", 1.0),
        ("SRB/Ministry of Interior", "SRB", 0.8),
        ("SRB/Ministry of Interior", "SRB/Parliament", 0.4),
        ("/Red Cross", "/The Red Cross", 1.0),
        ("/Red Cross", "/Greenpeace", 0.0),
    ],
)
def test_actors_are_the_same_in_part(one: str, other: str, mark: float) -> None:
    assert scoring.same_actor(one, other) == mark


def test_no_statement_scores_nothing() -> None:
    empty = scoring.score([])
    assert (empty.found.f1, empty.exact.f1, empty.fields) == (0.0, 0.0, {})


def random_statement(pick: random.Random, doc: str) -> Statement:
    kind = pick.choice(list(codebook().kinds))
    words = ["signed", "treaty", "aid", "the", "in", "Belgrade", "visit", "talks", "for", "energy", "border"]
    actors = ["SRB", "XKX", "USA/Department of State", "USA/State Department", "USA", "EU", "/Baylor University", "/"]
    quote = " ".join(pick.choices(words, k=pick.randint(1, 7)))

    def some(most: int) -> tuple[str, ...]:
        return tuple(pick.sample(actors, pick.randint(0, most)))

    return Statement(
        doc=doc, kind=kind, stage=pick.choice(list(codebook().kinds[kind].stages)), quote=quote, start=0,
        end=len(quote), source=some(3), target=some(2), object=pick.choice([None, quote, "energy treaty", ""]),
        date=pick.choice([None, "2015", "2015-10", "2015-10-02"]), end_date=pick.choice([None, None, "2016"]),
        value=pick.choice([None, (Value(3, "landmines"),), (Value(3.0, "landmine"), Value(2, "EUR"))]), by=some(1),
        event=pick.choice([None, "AID", "SUPPORT"]),
    )  # fmt: skip


def perturbed(pick: random.Random, statement: Statement) -> Statement:
    other = random_statement(pick, statement.doc)
    names = pick.sample(("stage", "source", "target", "object", "date", "end_date", "value", "by", "event", "quote"), 2)
    return replace(statement, **{name: getattr(other, name) for name in names})


@pytest.mark.parametrize("seed", range(12))
def test_it_agrees_with_the_contract(seed: int) -> None:
    judge = gold.shared_scorer()
    if judge is None:
        pytest.skip("the contract's scorer is not at hand")
    pick = random.Random(seed)
    annotated = [random_statement(pick, doc) for doc in ("a", "b") for _ in range(12)]
    offered = [perturbed(pick, pick.choice(annotated)) for _ in range(16)] + pick.sample(annotated, 4)
    ours = scoring.score(scoring.pairs(annotated, offered))
    theirs = judge.summary(list(judge.score([s.contract() for s in annotated], [s.contract() for s in offered])))
    assert (ours.gold, ours.predicted) == (theirs["gold"], theirs["predicted"])
    for name in ("found", "exact"):
        rate = getattr(ours, name)
        assert (rate.precision, rate.recall, rate.f1) == pytest.approx(theirs[name])
    assert ours.fields == pytest.approx(theirs["fields"])
