"""The confidence model is fitted to outcomes, and its cut to the score."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from training.fit import Compared, Fitting, best_cut, fit_confidence

from dragoman.reading.confidence import NAMES, PARTS, Candidate, of_one_feature
from dragoman.reading.sifting import sift
from dragoman.records import Statement
from evaluation import scoring

# Few members: a mean of more moves nothing that is asked of them here.
FEW = Fitting(members=3)
STATES = ["CHL", "PER", "NOR", "KEN", "FJI", "WSM", "MLI", "TCD"]


def drawn(count: int = 2000, seed: int = 5) -> tuple[np.ndarray, np.ndarray]:
    """Features at random, and outcomes that follow from the first two of them."""
    random = np.random.default_rng(seed)
    features = random.normal(size=(count, len(NAMES)))
    chance = 1 / (1 + np.exp(-(1.5 * features[:, 0] - 1.0 * features[:, 1] - 0.5)))
    return features, (random.random(count) < chance).astype(float)


def candidate(number: int, features: np.ndarray) -> Candidate:
    quote = f"{STATES[number]} signed the treaty number {number} with {STATES[number - 1]}"
    statement = Statement(
        "d", "agreement", "signed", quote, 0, len(quote), (STATES[number],), (STATES[number - 1],), f"treaty {number}",
        event="SUPPORT",
    )  # fmt: skip
    return Candidate(statement, (100 * number, 100 * number + 9), features)


def test_chances_follow_the_outcomes() -> None:
    features, right = drawn()
    fitted = fit_confidence(features, right, fitting=FEW)
    for speaks, feature in ((1, 0), (-1, 1)):
        grown = [fitted.chance(candidate(0, at * np.eye(len(NAMES))[feature])) for at in (-1, 0, 1)]
        assert grown == sorted(grown, reverse=speaks < 0)
        assert abs(grown[0] - grown[2]) > 0.3


def test_what_only_two_features_together_tell_is_learnt() -> None:
    random = np.random.default_rng(5)
    features = random.normal(size=(4000, len(NAMES)))
    fitted = fit_confidence(features, (features[:, 0] * features[:, 1] > 0).astype(float), fitting=FEW)
    both, either = np.zeros(len(NAMES)), np.zeros(len(NAMES))
    both[:2], either[:2] = (1.5, 1.5), (1.5, -1.5)
    assert fitted.chance(candidate(0, both)) > 0.6 > 0.4 > fitted.chance(candidate(0, either))


def test_a_candidate_counts_by_its_weight() -> None:
    features, right = np.zeros((200, len(NAMES))), np.array([0.0, 1.0] * 100)
    fitted = fit_confidence(features, right, np.array([1.0, 3.0] * 100), FEW)
    assert fitted.chance(candidate(0, features[0])) == pytest.approx(0.75, abs=0.05)


def test_chances_are_calibrated() -> None:
    fitted = fit_confidence(*drawn(8000), fitting=FEW)
    features, right = drawn(seed=6)
    chances = np.array([fitted.chance(candidate(0, row)) for row in features])
    assert chances.mean() == pytest.approx(right.mean(), abs=0.02)
    for low, high in ((0.0, 0.3), (0.3, 0.7), (0.7, 1.0)):
        inside = (chances >= low) & (chances < high)
        assert right[inside].mean() == pytest.approx(chances[inside].mean(), abs=0.06)


def test_a_feature_that_never_varies_does_no_harm() -> None:
    features, right = drawn(300)
    features[:, 3] = 7.0
    fitted = fit_confidence(features, right, fitting=FEW)
    assert np.isfinite(fitted.inward).all()
    assert np.isfinite(fitted.bias).all()
    assert 0 < fitted.chance(candidate(0, features[0])) < 1


@pytest.mark.slow
def test_outcomes_all_of_one_sort_are_fitted() -> None:
    features, _ = drawn(100)
    for right in (np.zeros(100), np.ones(100)):
        fitted = fit_confidence(features, right, fitting=FEW)
        assert 0 <= fitted.chance(candidate(0, features[0])) <= 1


@pytest.mark.slow
def test_the_same_data_give_the_same_model() -> None:
    one, other = (fit_confidence(*drawn(200), fitting=FEW) for _ in range(2))
    assert all(np.array_equal(getattr(one, part), getattr(other, part)) for part in PARTS)


def gold(*numbers: int) -> list[dict[str, Any]]:
    return [candidate(n, np.zeros(len(NAMES))).statement.contract() for n in numbers]


def test_outcomes_say_which_candidates_are_right() -> None:
    found = [candidate(n, np.zeros(len(NAMES))) for n in (1, 2, 3)]
    assert Compared("d", gold(1, 3), found).right().tolist() == [1, 0, 1]
    assert Compared("d", [], found).right().tolist() == [0, 0, 0]
    assert Compared("d", gold(1), []).right().tolist() == []


def test_one_statement_counts_for_one_candidate() -> None:
    found = [candidate(1, np.zeros(len(NAMES))), candidate(1, np.zeros(len(NAMES)))]
    assert Compared("d", gold(1), found).right().sum() == 1


def test_the_cut_parts_the_right_from_the_wrong() -> None:
    def sure(number: int, chance: float) -> Candidate:
        features = np.zeros(len(NAMES))
        features[0] = np.log(chance / (1 - chance))
        return candidate(number, features)

    found = [sure(1, 0.9), sure(2, 0.6), sure(3, 0.35), sure(4, 0.3), sure(5, 0.2)]
    cut, scores = best_cut(of_one_feature(NAMES[0], 0.0), [Compared("d", gold(1, 2), found)])
    assert 0.35 < cut.cut <= 0.6
    assert scores["found"].f1 == pytest.approx(1.0)
    assert [s.object for s in sift(cut, found)] == ["treaty 1", "treaty 2"]


def test_pairs_are_those_of_scoring() -> None:
    found = [candidate(n, np.zeros(len(NAMES))) for n in (1, 1, 2, 4, 5)]
    statements = gold(1, 2, 3, 5)
    compared = Compared("d", statements, found)
    annotated = [scoring.statement_of(row) for row in statements]
    for kept, hits in (([0, 1, 2, 3, 4], 4), ([0, 1], 2), ([], 0)):
        paired = scoring.pairs(annotated, [found[j].statement for j in kept])
        assert len(compared.hits(kept)) == sum(pair.found for pair in paired) == hits
