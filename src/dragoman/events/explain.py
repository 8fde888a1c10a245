"""Why a pair was answered so: the words that carried the answer, the runners-up, and what the codebook says.

A word carries the answer as far as the answer's log-odds fall when the sentence is read without it (occlusion; Li,
Monroe and Jurafsky, "Understanding Neural Networks through Representation Erasure", 2016). The actors' own words are
left where they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dragoman.events.plover import ontology
from dragoman.events.records import Classified, Pair, Span

if TYPE_CHECKING:
    from dragoman.events.classifier import Classifier

WORD = re.compile(r"\w+(?:[-'’]\w+)*")
MOST_WORDS = 120
"""Words that are tried in one sentence, those nearest to the pair's first mark."""
NAMED = 5
WORTH = 0.1
"""A word is named if it moves the log-odds at least so much."""
NO_EVENT = "The sentence reports nothing of the sixteen types that the source does to the target."


@dataclass(frozen=True, slots=True)
class Carrying:
    """A word of the sentence, and by how much the log-odds of the answer fall without it."""

    text: str
    span: Span
    fall: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """``words`` by how much they carried, most first; ``definition`` is the codebook's, of the type answered."""

    answer: Classified
    words: tuple[Carrying, ...]
    definition: str


def explained(classifier: Classifier, pair: Pair, answer: Classified | None = None) -> Explanation:
    """Explain the answer to ``pair``; ``answer`` where it is known already."""
    found = answer or classifier.classify([pair])[0]
    spans = words_of(pair)
    shortened = [without(pair, [span]) for span in spans]
    whole, *parts = (odds(classifier, found.event, s) for s in classifier.scores([pair, *shortened]))
    carrying = [
        Carrying(pair.sentence[span.start : span.end], span, round(whole - part, 3))
        for span, part in zip(spans, parts, strict=True)
    ]
    named = sorted((c for c in carrying if c.fall >= WORTH), key=lambda c: (-c.fall, c.span.start))[:NAMED]
    return Explanation(found, tuple(named), ontology().types[found.event].says if found.event else NO_EVENT)


def odds(classifier: Classifier, event: str | None, scores: np.ndarray) -> float:
    """The log-odds of ``event`` against all others."""
    labels = classifier.labels.events
    logits = scores[: len(labels)].astype(np.float64) / classifier.settings.temperature
    place = labels.index(event)
    others = np.delete(logits, place)
    return float(logits[place] - np.logaddexp.reduce(others))


def words_of(pair: Pair) -> list[Span]:
    """The words outside the pair's marks."""
    marks = [span for span in (pair.source, pair.target) if span]
    found = [
        Span(*match.span())
        for match in WORD.finditer(pair.sentence)
        if all(match.end() <= span.start or match.start() >= span.end for span in marks)
    ]
    middle = min((span.start for span in marks), default=0)
    nearest = sorted(found, key=lambda span: (abs(span.start - middle), span.start))[:MOST_WORDS]
    return sorted(nearest, key=lambda span: span.start)


def without(pair: Pair, spans: Sequence[Span]) -> Pair:
    """The pair with ``spans`` taken out of its sentence; its own spans move along."""
    sentence, at = "", 0
    for span in sorted(spans, key=lambda span: span.start):
        sentence += pair.sentence[at : span.start]
        at = span.end

    def moved(span: Span | None) -> Span | None:
        if span is None:
            return None
        before = sum(gone.end - gone.start for gone in spans if gone.end <= span.start)
        return Span(span.start - before, span.end - before)

    return Pair(pair.uid, sentence + pair.sentence[at:], moved(pair.source), moved(pair.target))
