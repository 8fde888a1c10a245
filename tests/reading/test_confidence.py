"""Chances are chances, and what speaks for a candidate is told in its features."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import DragomanError
from dragoman.reading.confidence import (
    NAMES,
    Candidate,
    Chances,
    Confidence,
    among,
    features,
    log_odds,
    of_one_feature,
    store_confidence,
    stored_confidence,
)
from dragoman.records import Statement

TEXT = "Chile signed and ratified a trade agreement and a border treaty with Peru."
PLAIN = of_one_feature("kind", 0.0)


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
    for weight in (0.0, 1.0, -3.0):
        inward = np.full((2, len(NAMES)), weight)
        assert 0 <= Confidence(inward, np.full(2, bias), np.array([1.0, -2.0]), bias).chance(candidate) <= 1


def test_a_stored_model_judges_as_before(tmp_path: Path) -> None:
    random = np.random.default_rng(3)
    made_at_random = Confidence(
        random.normal(size=(8, len(NAMES))), random.normal(size=8), random.normal(size=8), 0.25, 0.3
    )
    again = stored_confidence(tmp_path, store_confidence(made_at_random, tmp_path))
    assert again.cut == 0.3
    for sure in (0.1, 0.5, 0.9):
        one = made("trade agreement", sure)
        assert again.chance(one) == pytest.approx(made_at_random.chance(one), abs=1e-5)


def test_a_model_of_other_features_is_refused(tmp_path: Path) -> None:
    card = store_confidence(PLAIN, tmp_path)
    with pytest.raises(DragomanError, match="--fit-only"):
        stored_confidence(tmp_path, card | {"features": card["features"][1:]})


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
    chances = Chances(0.5, 1.0, 0.5, 0.5, 0.5, 0.5, 0.5, ends=(0.9, 0.8, 0.7), crowd=2.5, crowd_of_kind=1.5)
    candidate = Candidate(said, (low, low + 15), features(2, chances, said, (low, low + 15), "item"))
    assert feature(candidate, "share") == pytest.approx(15 / 35)
    asked = ("by", "sources", "capital", "at_start", "item", "heading", "kind_2", "kind_3")
    assert {name for name in asked if feature(candidate, name)} == {"sources", "at_start", "item", "kind_2"}
    told = ("object_end", "quote_start", "quote_end", "crowd", "crowd_of_kind")
    assert [feature(candidate, name) for name in told] == [0.9, 0.8, 0.7, 2.5, 1.5]
