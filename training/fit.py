"""Fit what comes after the network on documents kept out of training: the confidence model and its cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dragoman.reading.confidence import NAMES, Candidate, Confidence
from training.examples import scorer


def outcomes(statements: Sequence[dict[str, Any]], candidates: Sequence[Candidate], doc: str) -> NDArray[np.float64]:
    """1 where a candidate is paired with an annotated statement by the contract's scorer, else 0. One document."""
    judge = scorer()
    predicted = [c.statement.contract() | {"doc": doc} for c in candidates]
    order = {id(p): i for i, p in enumerate(predicted)}
    right = np.zeros(len(candidates))
    for gold, pred, _ in judge.score([s | {"doc": doc} for s in statements], predicted):
        if gold is not None and pred is not None:
            right[order[id(pred)]] = 1.0
    return right


def fit_confidence(features: NDArray[np.float64], right: NDArray[np.float64], *, ridge: float = 5.0) -> Confidence:
    """Logistic regression by Newton's method. Ridge on the features as they are, so that a rare one weighs little."""
    x = np.hstack([features, np.ones((len(features), 1))])
    weights = np.zeros(x.shape[1])
    penalty = np.full(x.shape[1], ridge)
    penalty[-1] = 0.0
    for _ in range(50):
        chance = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        gradient = x.T @ (chance - right) + penalty * weights
        curve = (x * (chance * (1 - chance))[:, None]).T @ x + np.diag(penalty + 1e-6)
        step = np.linalg.solve(curve, gradient)
        weights = weights - step
        if np.abs(step).max() < 1e-8:
            break
    named = {n: round(float(w), 5) for n, w in zip(NAMES, weights[:-1], strict=True)}
    return Confidence(named, round(float(weights[-1]), 5), 0.0)


def best_cut(
    confidence: Confidence, documents: Sequence[tuple[str, Sequence[dict[str, Any]], list[Candidate]]]
) -> tuple[Confidence, dict[str, Any]]:
    """The cut (in steps of 0.03) at which found F1 over ``documents`` is highest, and the scores at it."""
    judge = scorer()
    best: tuple[float, float, dict[str, Any]] = (-1.0, 0.0, {})
    gold = [s | {"doc": doc} for doc, statements, _ in documents for s in statements]
    for cut in np.arange(0.1, 0.6, 0.03):
        sieve = replace(confidence, cut=round(float(cut), 2))
        predicted = [s.contract() | {"doc": doc} for doc, _, found in documents for s in sieve.sift(found)]
        result = judge.summary(list(judge.score(gold, predicted)))
        if result["found"][2] > best[0]:
            best = (result["found"][2], round(float(cut), 2), result)
    return replace(confidence, cut=best[1]), best[2]
