"""Chances are chances, and what speaks for a candidate is told in its features."""

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
