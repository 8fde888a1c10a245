"""Why a pair was answered so: the words that carried the answer, the runners-up, and what the codebook says.

A word carries the answer as far as the answer's log-odds fall when the sentence is read without it (occlusion; Li,
Monroe and Jurafsky, "Understanding Neural Networks through Representation Erasure", 2016). The actors' own words are
left where they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from dragoman.events.marking import first_of
from dragoman.events.plover import ontology
from dragoman.events.records import NONE, Classified, Pair, Span

if TYPE_CHECKING:
    import pyarrow as pa

    from dragoman.events.classifier import Classifier

WORD = re.compile(r"\w+(?:[-'’]\w+)*")
MOST_WORDS = 120
"""Words that are tried in one sentence, those nearest to the pair's first mark."""
NAMED = 5
WORTH = 0.1
"""A word is named if it moves the log-odds at least so much."""
REASONS = {"words": list, "runners_up": list, "definition": str}
"""The columns that explain an event."""
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


def with_reasons(events: pa.Table, classifier: Classifier, on_row: Callable[[int], None] | None = None) -> pa.Table:
    """``events`` (columns of `event_schema`) with `REASONS`: the words of the sentence that speak for the event's type,
    each with its fall, other answers with their probabilities, and the definition.

    The reader gives most events their type, from a statement; the words and the other answers are the classifier's, of
    the same sentence and actors. ``on_row`` is told the number of the rows that are done.
    """
    import pyarrow as pa

    found: dict[str, list[list[str] | str]] = {name: [] for name in REASONS}
    columns = ("type", "sentence", "actor_raw", "recipient_raw")
    for number, row in enumerate(events.select(columns).to_pylist(), 1):
        sides = (first_of(row[f"{side}_raw"], row["sentence"]) for side in ("actor", "recipient"))
        pair = Pair(str(number), row["sentence"], *sides)
        said = classifier.classify([pair])[0]
        made = explained(classifier, pair, replace(said, event=row["type"]))
        others = [(said.event or NONE, said.probability), *said.runners_up]
        found["words"].append([f"{word.text} {word.fall:.2f}" for word in made.words])
        found["runners_up"].append([f"{name} {chance:.2f}" for name, chance in others if name != row["type"]])
        found["definition"].append(made.definition)
        if on_row:
            on_row(number)
    for name, kind in REASONS.items():
        events = events.append_column(
            name, pa.array(found[name], pa.list_(pa.string()) if kind is list else pa.string())
        )
    return events


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
