"""Fit what comes after the network on documents kept out of training: the confidence model and its cut."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
from evaluation.scoring import Rate
from numpy.typing import NDArray

from dragoman.reading.confidence import NAMES, Candidate, Confidence
from dragoman.reading.sifting import kept
from evaluation import scoring


@dataclass(frozen=True)
class Compared:
    """The candidates of one document beside its annotated statements, each pair compared once."""

    doc: str
    statements: Sequence[dict[str, Any]]
    candidates: Sequence[Candidate]

    @cached_property
    def pairs(self) -> list[tuple[float, int, int, dict[str, bool]]]:
        """(likeness, statement, candidate, field -> agrees) of those that scoring takes for the same, likest first."""
        annotated = [scoring.statement_of({"doc": self.doc} | row) for row in self.statements]
        found = [
            (alike[0], i, j, dict(alike[1]))
            for i, gold in enumerate(annotated)
            for j, candidate in enumerate(self.candidates)
            if (alike := scoring.likeness(gold, candidate.statement))
        ]
        return sorted(found, key=lambda pair: -pair[0])

    def hits(self, kept: Iterable[int]) -> dict[int, dict[str, bool]]:
        """Candidates among those ``kept`` that are paired with a statement, with the fields that agree."""
        left = set(kept)
        taken: set[int] = set()
        paired: dict[int, dict[str, bool]] = {}
        for _, i, j, fields in self.pairs:
            if j in left and i not in taken:
                taken.add(i)
                left.discard(j)
                paired[j] = fields
        return paired

    def right(self) -> NDArray[np.float64]:
        """1 where a candidate is paired with an annotated statement, else 0."""
        paired = self.hits(range(len(self.candidates)))
        return np.array([float(j in paired) for j in range(len(self.candidates))])


def fit_confidence(features: NDArray[np.float64], right: NDArray[np.float64], *, ridge: float = 5.0) -> Confidence:
    """The confidence model of least log-loss, without a cut."""
    weights = logistic_weights(features, right, ridge)
    named = {n: round(float(w), 5) for n, w in zip(NAMES, weights[:-1], strict=True)}
    return Confidence(named, round(float(weights[-1]), 5), 0.0)


def logistic_weights(features: NDArray[np.float64], right: NDArray[np.float64], ridge: float) -> NDArray[np.float64]:
    """Logistic regression by Newton's method: a weight a feature, and the constant. Ridge on the features as they are,
    so that a rare one weighs little."""
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
    return weights


def best_cut(confidence: Confidence, documents: Sequence[Compared]) -> tuple[Confidence, dict[str, Rate]]:
    """The cut (in steps of 0.03) at which found F1 over ``documents`` is highest, and the scores at it."""
    best: tuple[float, float, dict[str, Rate]] = (-1.0, 0.0, {})
    gold = sum(len(document.statements) for document in documents)
    sifted = []
    for document in documents:
        numbers = {id(candidate): j for j, candidate in enumerate(document.candidates)}
        found = kept(replace(confidence, cut=0.0), list(document.candidates))
        sifted.append((document, [(chance, numbers[id(candidate)]) for chance, candidate in found]))
    for cut in np.arange(0.1, 0.6, 0.03):
        at = round(float(cut), 2)
        predicted, hits = 0, []
        for document, kept_here in sifted:
            above = [j for chance, j in kept_here if chance >= at]
            predicted += len(above)
            hits += list(document.hits(above).values())
        result = scores(gold, predicted, hits)
        if result["found"].f1 > best[0]:
            best = (result["found"].f1, at, result)
    return replace(confidence, cut=best[1]), best[2]


def scores(gold: int, predicted: int, hits: Sequence[dict[str, bool]]) -> dict[str, Rate]:
    """Found and exact, from the fields that agree of what was found."""
    exact = sum(scoring.is_exact(fields.items()) for fields in hits)
    return {"found": scoring.rate(len(hits), gold, predicted), "exact": scoring.rate(exact, gold, predicted)}
