"""Sifting: chances are chances, a higher cut keeps fewer, and twins are told once."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.confidence import NAMES, Candidate, Chances, Confidence, among, features, log_odds
from dragoman.records import Statement

TEXT = "Chile signed and ratified a trade agreement and a border treaty with Peru."
PLAIN = Confidence({"kind": 1.0}, 0.0, 0.0)


def made(words: str, sure: float = 0.8, kind: str = "agreement", stage: str = "signed", quote: str = TEXT) -> Candidate:
    """A candidate about ``words`` of TEXT; ``sure`` is its chance under PLAIN."""
    low, start = TEXT.index(words), TEXT.index(quote)
    statement = Statement("d", kind, stage, quote, start, start + len(quote), ("CHL",), ("PER",), words)
    features = np.zeros(len(NAMES))
    features[NAMES.index("kind")] = log_odds(sure)
    return Candidate(statement, (low, low + len(words)), features)


def kept(confidence: Confidence, *candidates: Candidate) -> list[tuple[str | None, str, str]]:
    return [(s.object, s.kind, s.stage) for s in confidence.sift(list(candidates))]


@given(st.lists(st.floats(-1e6, 1e6), min_size=len(NAMES), max_size=len(NAMES)), st.floats(-1e3, 1e3))
def test_a_chance_is_between_0_and_1(features: list[float], bias: float) -> None:
    candidate = replace(made("trade agreement"), features=np.array(features))
    for weights in ({}, {"kind": 1.0}, dict.fromkeys(NAMES, -3.0)):
        assert 0 <= Confidence(weights, bias, 0.5).chance(candidate) <= 1


def test_the_chance_grows_with_what_speaks_for_it() -> None:
    chances = [PLAIN.chance(made("trade agreement", sure)) for sure in (0.1, 0.5, 0.9)]
    assert chances == pytest.approx([0.1, 0.5, 0.9])


def feature(candidate: Candidate, name: str) -> float:
    return float(candidate.features[NAMES.index(name)])


def test_a_candidate_is_compared_with_those_whose_quotes_overlap_its_own() -> None:
    one = made("trade agreement", 0.8, quote="Chile signed and ratified a trade agreement")
    two = made("border treaty", 0.6)
    apart = made("with Peru", 0.9, quote="with Peru")
    first, second, third = among([one, two, apart])
    assert [feature(c, "company") for c in (first, second, third)] == pytest.approx(np.log1p([1, 2, 1]))
    assert feature(first, "likelier") == pytest.approx(log_odds(0.6) - log_odds(0.8))
    assert feature(second, "likelier") == pytest.approx(log_odds(0.9) - log_odds(0.6))
    [alone] = among([one])
    assert feature(alone, "company") == 0
    assert feature(alone, "likelier") < feature(first, "likelier")
    assert among([]) == []


def test_features_tell_of_the_wording() -> None:
    said = made("trade agreement", quote="trade agreement and a border treaty").statement
    low = TEXT.index("trade")
    chances = Chances(kind=0.5, mass=1.0, sentence=0.5, stage=0.5, source=0.5, target=0.5, rival=0.5)
    candidate = Candidate(said, (low, low + 15), features(2, chances, said, (low, low + 15), "item"))
    assert feature(candidate, "share") == pytest.approx(15 / 35)
    asked = ("by", "sources", "capital", "at_start", "item", "heading", "kind_2", "kind_3")
    assert {name for name in asked if feature(candidate, name)} == {"sources", "at_start", "item", "kind_2"}


def test_the_statement_carries_its_chance() -> None:
    [statement] = PLAIN.sift([made("trade agreement", 0.7)])
    assert statement.confidence == pytest.approx(0.7)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["trade agreement", "agreement", "border treaty", "treaty with Peru", "Chile", "signed"]),
            st.sampled_from(["agreement", "meeting"]),
            st.floats(0.01, 0.99),
        ),
        max_size=12,
    )
)
def test_a_higher_cut_keeps_a_part_of_what_a_lower_one_keeps(drawn: list[tuple[str, str, float]]) -> None:
    found = [made(words, sure, kind, "held" if kind == "meeting" else "signed") for words, kind, sure in drawn]
    before: list[tuple[str | None, str, float]] | None = None
    for cut in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0):
        now = [(s.object, s.kind, s.confidence) for s in replace(PLAIN, cut=cut).sift(found)]
        assert all(chance >= cut - 1e-4 for _, _, chance in now)
        if before is not None:
            assert all(row in before for row in now)
        before = now


def test_twins_are_told_once_by_the_surer() -> None:
    sure, twin = made("trade agreement", 0.8), made("agreement", 0.6)
    assert kept(PLAIN, twin, sure) == [("trade agreement", "agreement", "signed")]
    assert kept(PLAIN, sure, twin) == [("trade agreement", "agreement", "signed")]


@pytest.mark.parametrize(
    "other",
    [
        made("border treaty", 0.6),
        made("trade agreement", 0.6, "objective", "set"),
        made("trade agreement", 0.6, "agreement", "ratified"),
    ],
    ids=["another object", "another kind", "another stage of the same"],
)
def test_others_are_no_twins(other: Candidate) -> None:
    assert len(kept(PLAIN, made("trade agreement", 0.8), other)) == 2


def test_the_order_is_that_of_the_text() -> None:
    first, second = made("trade agreement", 0.6), made("border treaty", 0.9)
    assert [row[0] for row in kept(PLAIN, second, first)] == ["trade agreement", "border treaty"]


def test_the_order_given_does_not_matter() -> None:
    found = [made(words, 0.5) for words in ("trade agreement", "agreement", "border treaty", "treaty with Peru")]
    assert kept(PLAIN, *found) == kept(PLAIN, *found[::-1])


def test_nothing_gives_nothing() -> None:
    assert PLAIN.sift([]) == []
