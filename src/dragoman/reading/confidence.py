"""How sure a candidate statement is: a logistic model over what the heads say, fitted on held-out documents.

Its chance is that of being found right (kind, passage, parties and object), so it can be cut where the score is best
and printed as the statement's confidence.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from dragoman.records import Statement

KINDS = 12
NAMES = (
    *(
        [
            "kind",
            "mass",
            "sentence",
            "stage",
            "source",
            "target",
            "rival",
            "length",
            "has_source",
            "has_target",
            "heading",
            "item",
        ]
    ),
    *(f"kind_{i}" for i in range(KINDS)),
)


@dataclass(frozen=True)
class Candidate:
    """A statement not yet judged, its object's span and its features (see `NAMES`)."""

    statement: Statement
    object_span: tuple[int, int]
    features: NDArray[np.float64]


def features(
    kind: int,
    kind_p: float,
    mass: float,
    sentence_p: float,
    stage_p: float,
    source_p: float,
    target_p: float,
    rival_p: float,
    length: int,
    has_source: bool,
    has_target: bool,
    block: str,
) -> NDArray[np.float64]:
    """Probabilities as log-odds; logarithms of ``mass``, the anchor's probability summed over its neighbours, and of
    the object's length in characters; the rest as 0 and 1."""
    odds = [
        log_odds(kind_p),
        math.log(max(mass, 1e-3)),
        *map(log_odds, (sentence_p, stage_p, source_p, target_p, rival_p)),
    ]
    rest = [math.log1p(length), has_source, has_target, block in ("heading", "title"), block == "item"]
    one_hot = [float(kind == k) for k in range(KINDS)]
    return np.array([*odds, *map(float, rest), *one_hot])


def log_odds(p: float) -> float:
    p = min(max(p, 1e-3), 1 - 1e-3)
    return math.log(p / (1 - p))


@dataclass(frozen=True)
class Confidence:
    """Weights by feature name, and the cut under which a candidate is dropped."""

    weights: dict[str, float]
    bias: float
    cut: float

    def chance(self, candidate: Candidate) -> float:
        weights = np.array([self.weights.get(name, 0.0) for name in NAMES])
        return float(1 / (1 + math.exp(-max(-30.0, min(30.0, float(candidate.features @ weights) + self.bias)))))

    def sift(self, candidates: list[Candidate]) -> list[Statement]:
        """Those above the cut, surest first among twins, in the order of the text."""
        return [replace(c.statement, confidence=round(chance, 4)) for chance, c in self.kept(candidates)]

    def kept(self, candidates: list[Candidate]) -> list[tuple[float, Candidate]]:
        """As `sift`, with each one's chance."""
        judged = [(self.chance(c), c) for c in candidates]
        kept: list[tuple[float, Candidate]] = []
        for chance, candidate in sorted(judged, key=lambda j: (-j[0], j[1].object_span, j[1].statement.kind)):
            if chance >= self.cut and not any(twins(candidate, other) for _, other in kept):
                kept.append((chance, candidate))
        kept.sort(key=lambda j: (j[1].statement.start, j[1].statement.end, j[1].object_span))
        return kept


def twins(a: Candidate, b: Candidate) -> bool:
    """Whether two candidates are of one kind and their objects overlap by half, but for one object at two stages."""
    (low, high), (other_low, other_high) = a.object_span, b.object_span
    overlap = min(high, other_high) - max(low, other_low)
    if a.statement.kind != b.statement.kind or overlap <= 0.5 * min(high - low, other_high - other_low):
        return False
    return low != other_low or a.statement.stage == b.statement.stage
