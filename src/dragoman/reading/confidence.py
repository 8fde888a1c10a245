"""How sure a candidate statement is: a small network over what the heads say, fitted on documents unseen by them.

Its chance is that of being found right (kind, passage, parties and object), so it can be cut where the score is best
and printed as the statement's confidence.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dragoman.codebook import codebook
from dragoman.errors import DragomanError
from dragoman.records import Statement

Floats = NDArray[np.float64]
KINDS = 12
NAMES = (
    *("kind", "mass", "sentence", "stage", "source", "target", "rival"),
    *("length", "has_source", "has_target", "heading", "item"),
    *("quote_length", "share", "by", "sources", "capital", "at_start"),
    *("object_end", "quote_start", "quote_end", "crowd", "crowd_of_kind"),
    *("company", "likelier"),
    *(f"kind_{i}" for i in range(KINDS)),
)
COMPANY = NAMES.index("company")


@dataclass(frozen=True)
class Candidate:
    """A statement not yet judged, its object's span and its features (see `NAMES`)."""

    statement: Statement
    object_span: tuple[int, int]
    features: Floats
    joint: int | None = None
    """Where the conjunction before its object begins, if one stands there."""
    drew_on: Callable[[], str] = str
    """Tells the words that it was read from; asked only of candidates that are told."""


@dataclass(frozen=True, slots=True)
class Chances:
    """What the heads say of an anchor, as probabilities: that it anchors a statement of its kind, that its sentence
    states one, its stage, its likeliest source and target, the likeliest other anchor near it (``rival``). ``mass`` is
    the probability of its kind summed over its neighbours. ``ends`` are those of the chosen end of its object, start
    and end of its quote. ``crowd`` and ``crowd_of_kind``: how many statements, and how many of its kind, the anchors
    of its sentence let expect."""

    kind: float
    mass: float
    sentence: float
    stage: float
    source: float
    target: float
    rival: float
    ends: tuple[float, float, float]
    crowd: float
    crowd_of_kind: float


def features(kind: int, chances: Chances, said: Statement, object_span: tuple[int, int], block: str) -> Floats:
    """Probabilities as log-odds; lengths (in characters) and ``mass`` as logarithms; ``share`` of the quote that the
    object has; how many sources (of a symmetrical kind, whose sides say little, whether any); the rest as 0 and 1. The
    features of `among` are 0."""
    first, last = object_span
    heads = [
        log_odds(chances.kind),
        math.log(max(chances.mass, 1e-3)),
        *map(log_odds, (chances.sentence, chances.stage, chances.source, chances.target, chances.rival)),
    ]
    held = [bool(said.source), bool(said.target), block in ("heading", "title"), block == "item"]
    quoted = said.end - said.start
    sources = min(1, len(said.source)) if codebook().kinds[said.kind].symmetric else len(said.source)
    wording = [math.log1p(quoted), (last - first) / max(1, quoted), bool(said.by), sources]
    form = [(said.object or "")[:1].isupper(), first == said.start]
    sentence = [*chances.ends, chances.crowd, chances.crowd_of_kind]
    one_hot = [float(kind == k) for k in range(KINDS)]
    rest = [*held, *wording, *form, *sentence]
    return np.array([*heads, math.log1p(last - first), *map(float, rest), 0.0, 0.0, *one_hot])


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


@dataclass(frozen=True, eq=False)
class Confidence:
    """Weights of H hidden units over the features of `NAMES` and of the answer over the units, and the cut under which
    a candidate is dropped (`sifting`)."""

    inward: Floats
    """[H, features]"""
    bias: Floats
    """[H]"""
    outward: Floats
    """[H]"""
    constant: float
    cut: float = 0.0

    def chance(self, candidate: Candidate) -> float:
        odds = float(self.outward @ np.maximum(self.inward @ candidate.features + self.bias, 0)) + self.constant
        return float(1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))))


def of_one_feature(name: str, cut: float) -> Confidence:
    """The model whose log-odds are the feature ``name``: of the kind's, it gives that probability back."""
    one = np.array([[float(name == other) for other in NAMES]])
    return Confidence(np.concatenate([one, -one]), np.zeros(2), np.array([1.0, -1.0]), 0.0, cut)


FILE = "confidence.npz"
PARTS = ("inward", "bias", "outward", "constant")


def stored_confidence(folder: Path, card: dict[str, Any]) -> Confidence:
    """The model in ``folder``, whose ``card`` has its cut and the names of its features. Raises `DragomanError` where
    it was fitted to other features than `NAMES`: it knows them by place."""
    if tuple(card["features"]) != NAMES:
        raise DragomanError(
            f"{folder / 'model.json'}: the confidence model was fitted to other features than the reader has now; "
            "fit it anew with `python -m training.make_model --fit-only`"
        )
    with np.load(folder / FILE) as stored:
        inward, bias, outward, constant = (stored[name].astype(np.float64) for name in PARTS)
    return Confidence(inward, bias, outward, float(constant), card["cut"])


def store_confidence(confidence: Confidence, folder: Path) -> dict[str, Any]:
    """Write the model into ``folder``; gives what its card has to say."""
    weights: dict[str, Any] = {name: np.asarray(getattr(confidence, name), dtype=np.float32) for name in PARTS}
    np.savez(folder / FILE, **weights)
    return {"cut": confidence.cut, "features": list(NAMES)}
