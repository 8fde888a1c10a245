"""Fit what comes after the network on documents kept out of training: the confidence model and its cut."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
from evaluation.scoring import Rate

from dragoman.reading.confidence import Candidate, Confidence, Floats
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

    def right(self) -> Floats:
        """1 where a candidate is paired with an annotated statement, else 0."""
        paired = self.hits(range(len(self.candidates)))
        return np.array([float(j in paired) for j in range(len(self.candidates))])


@dataclass(frozen=True)
class Fitting:
    """How the confidence model is fitted: ``members`` networks of ``hidden`` units, each from its own start, by AdamW
    with a rate that falls to nothing; what ships is their mean. (Over 96 real pages, the gold documents and the samples
    found F1 was 0.653 with a logistic model and, by where it started, 0.657 to 0.664 with one such network. Dropout,
    more units and more steps made no difference; with more members less depends on where they begin.)"""

    hidden: int = 16
    members: int = 24
    steps: int = 1700
    batch: int = 256
    rate: float = 1e-3
    decay: float = 0.5
    seed: int = 7


def fit_confidence(
    features: Floats, right: Floats, weights: Floats | None = None, fitting: Fitting | None = None
) -> Confidence:
    """The confidence model of least log-loss for ``features`` [N, F] and outcomes ``right`` [N], without a cut.
    ``weights`` [N]: how much each counts."""
    fitting = fitting or Fitting()
    weights = np.ones(len(right)) if weights is None else weights
    mean, spread = features.mean(0), features.std(0) + 1e-2
    x = (features - mean) / spread
    members = [
        fitted(x, right, weights, fitting, np.random.default_rng([fitting.seed, i])) for i in range(fitting.members)
    ]
    inward = np.concatenate([w for w, _, _, _ in members]) / spread
    bias = np.concatenate([b for _, b, _, _ in members]) - inward @ mean
    outward = np.concatenate([v for _, _, v, _ in members]) / fitting.members
    constant = float(np.mean([c for *_, c in members]))
    return Confidence(inward, bias, outward, constant)


def fitted(
    x: Floats, right: Floats, weights: Floats, fitting: Fitting, random: np.random.Generator
) -> tuple[Floats, Floats, Floats, float]:
    """One network of one hidden layer: its weights inward [H, F], their constants [H], outward [H], the constant."""
    count, width = x.shape
    inward = random.uniform(-1, 1, (fitting.hidden, width)) / np.sqrt(width)
    outward = random.uniform(-1, 1, fitting.hidden) / np.sqrt(fitting.hidden)
    mean = np.clip(np.average(right, weights=weights), 1e-3, 1 - 1e-3)
    bias, constant = np.zeros(fitting.hidden), np.log([mean / (1 - mean)])
    parameters = [inward, bias, outward, constant]
    first, second = [np.zeros_like(p) for p in parameters], [np.zeros_like(p) for p in parameters]
    for step in range(fitting.steps):
        rows = random.integers(count, size=fitting.batch)
        rate = fitting.rate * (1 - step / fitting.steps)
        hidden = np.maximum(x[rows] @ inward.T + bias, 0)
        chance = 1 / (1 + np.exp(-np.clip(hidden @ outward + constant, -30, 30)))
        amiss = weights[rows] * (chance - right[rows]) / len(rows)
        back = amiss[:, None] * outward * (hidden > 0)
        gradients = (back.T @ x[rows], back.sum(0), amiss @ hidden, amiss.sum(keepdims=True))
        for p, gradient, m, v in zip(parameters, gradients, first, second, strict=True):
            m += 0.1 * (gradient - m)
            v += 0.001 * (gradient * gradient - v)
            p *= 1 - rate * fitting.decay
            p -= rate * (m / (1 - 0.9 ** (step + 1))) / (np.sqrt(v / (1 - 0.999 ** (step + 1))) + 1e-8)
    return inward, bias, outward, float(constant[0])


CUTS = tuple(round(0.1 + 0.03 * step, 2) for step in range(17))


def best_cut(
    confidence: Confidence, documents: Sequence[Compared], cuts: Sequence[float] = CUTS
) -> tuple[Confidence, dict[str, Rate]]:
    """The one of ``cuts`` at which found F1 over ``documents`` is highest, and the scores at it."""
    best: tuple[float, float, dict[str, Rate]] = (-1.0, 0.0, {})
    gold = sum(len(document.statements) for document in documents)
    sifted = []
    for document in documents:
        numbers = {id(candidate): j for j, candidate in enumerate(document.candidates)}
        found = kept(replace(confidence, cut=0.0), list(document.candidates))
        sifted.append((document, [(chance, numbers[id(candidate)]) for chance, candidate in found]))
    for at in cuts:
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
