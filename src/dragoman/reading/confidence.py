"""How sure a candidate statement is: a logistic model over what the heads say, fitted on held-out documents.

Its chance is that of being found right (kind, passage, parties and object), so it can be cut where the score is best
and printed as the statement's confidence.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from dragoman.records import Statement

KINDS = 12
NAMES = (
    *("kind", "mass", "sentence", "stage", "source", "target", "rival"),
    *("length", "has_source", "has_target", "heading", "item"),
    *("quote_length", "share", "by", "sources", "capital", "at_start"),
    *("company", "likelier"),
    *(f"kind_{i}" for i in range(KINDS)),
)
COMPANY = NAMES.index("company")


@dataclass(frozen=True)
class Candidate:
    """A statement not yet judged, its object's span and its features (see `NAMES`)."""

    statement: Statement
    object_span: tuple[int, int]
    features: NDArray[np.float64]
    joint: int | None = None
    """Where the conjunction before its object begins, if one stands there."""
    drew_on: Callable[[], str] = str
    """Tells the words that it was read from; asked only of candidates that are told."""


@dataclass(frozen=True, slots=True)
class Chances:
    """What the heads say of an anchor, as probabilities: that it anchors a statement of its kind, that its sentence
    states one, its stage, its likeliest source and target, the likeliest other anchor within three tokens. ``mass`` is
    the probability of its kind summed over its neighbours."""

    kind: float
    mass: float
    sentence: float
    stage: float
    source: float
    target: float
    rival: float


def features(
    kind: int, chances: Chances, said: Statement, object_span: tuple[int, int], block: str
) -> NDArray[np.float64]:
    """Probabilities as log-odds; lengths (in characters) and ``mass`` as logarithms; ``share`` of the quote that the
    object has; how many sources; the rest as 0 and 1. The features of `among` are 0."""
    first, last = object_span
    heads = [
        log_odds(chances.kind),
        math.log(max(chances.mass, 1e-3)),
        *map(log_odds, (chances.sentence, chances.stage, chances.source, chances.target, chances.rival)),
    ]
    held = [bool(said.source), bool(said.target), block in ("heading", "title"), block == "item"]
    quoted = said.end - said.start
    wording = [math.log1p(quoted), (last - first) / max(1, quoted), bool(said.by), len(said.source)]
    form = [(said.object or "")[:1].isupper(), first == said.start]
    one_hot = [float(kind == k) for k in range(KINDS)]
    return np.array([*heads, math.log1p(last - first), *map(float, [*held, *wording, *form]), 0.0, 0.0, *one_hot])


def among(candidates: list[Candidate]) -> list[Candidate]:
    """``candidates`` of one window, each with two features more: how many others have a quote that overlaps its own
    (as a logarithm), and by how much the likeliest of them is likelier than it (as log-odds)."""
    start = np.array([c.statement.start for c in candidates])
    end = np.array([c.statement.end for c in candidates])
    odds = np.array([c.features[0] for c in candidates])
    compared = []
    for i, candidate in enumerate(candidates):
        beside = (start < end[i]) & (start[i] < end)
        beside[i] = False
        likeliest = odds[beside].max(initial=log_odds(0.0))
        filled = candidate.features.copy()
        filled[COMPANY : COMPANY + 2] = math.log1p(int(beside.sum())), likeliest - odds[i]
        compared.append(replace(candidate, features=filled))
    return compared


def log_odds(p: float) -> float:
    p = min(max(p, 1e-3), 1 - 1e-3)
    return math.log(p / (1 - p))


@dataclass(frozen=True)
class Confidence:
    """Weights by feature name, and the cut under which a candidate is dropped (`sifting`)."""

    weights: dict[str, float]
    bias: float
    cut: float

    @cached_property
    def by_feature(self) -> NDArray[np.float64]:
        """The weights in the order of `NAMES`."""
        return np.array([self.weights.get(name, 0.0) for name in NAMES])

    def chance(self, candidate: Candidate) -> float:
        odds = float(candidate.features @ self.by_feature) + self.bias
        return float(1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))))
