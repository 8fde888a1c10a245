"""How likely an event is: weights of `dragoman.events.chance`, from documents kept out of training.

    python -m training.event_chance

Prints the weights, and for some thresholds how many of the events kept are right. It changes nothing: weights and
threshold are written into `Chance` and `Settings` by hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from evaluation.events_gold import Wanted, right_ones, same_actor, wanted
from evaluation.gold import reader_named

from dragoman.actors.directory import directory
from dragoman.events.chance import Chance, logistic
from dragoman.events.classifier import Classifier
from dragoman.events.coding import PairClassifier, code_reading
from dragoman.events.records import Event
from dragoman.events.scene import Settings
from dragoman.reading.confidence import log_odds
from dragoman.records import Document, Reading, Statement
from training.examples import as_document, divided, training_documents

RIDGE = 0.5
THRESHOLDS = (0.3, 0.35, 0.38, 0.4, 0.42, 0.45, 0.5)
ALL = Settings(threshold=0.0, intentions=False)
"""Every event, at the type that its annotation would have."""
CONFIDENCE = Chance(alone=1, alone_bias=0, nobody=0, outside=0)
SEEN = Chance(confidence=0, seen=1, bias=0, nobody=0, outside=0, pair=1, pair_bias=0)
LACKING = ("nobody", "outside")
HALF = 0.5
"""Events that only the classifier sees are fitted from here on: below there are many and hardly one is right."""


@dataclass(frozen=True)
class Draft:
    """An event before any threshold: confidence of its statement, what the classifier sees, whether it is right, and
    whether it has no recipient or one that its sentence does not name (`Chance`)."""

    confidence: float
    seen: float
    right: bool
    nobody: bool = False
    outside: bool = False


def main() -> None:
    reader, classifier = reader_named(None), Classifier()
    drafts: list[Draft] = []
    pairs: list[Draft] = []
    annotated = 0
    for raw in divided(training_documents())[1]:
        document = as_document(raw)
        document = document if document.date.value else replace(document, date=replace(document.date, value="2026"))
        gold = list(wanted(document, [statement(one) for one in raw["statements"]], manual=False))
        read = reader.read(document)
        drafts += drafted(document, read, gold, classifier)
        pairs += between(document, read, gold, classifier)
        annotated += len(gold)
    right = np.array([d.right for d in drafts], dtype=float)
    both = weights(drafts, right, ("confidence", "seen"), LACKING)
    print(f"{len(drafts)} events from statements, {int(right.sum())} right, of {annotated} annotated")
    print(f"with the classifier: confidence {both[0]:.3f} seen {both[1]:.3f} bias {both[4]:.3f}")
    print(f"lacking: nobody {both[2]:.3f} outside {both[3]:.3f}")
    alone = weights(drafts, right, ("confidence",), LACKING)
    print(f"without: alone {alone[0]:.3f} alone_bias {alone[3]:.3f}")
    only_seen = np.array([d.right for d in pairs], dtype=float)
    pair = weights(pairs, only_seen, ("seen",))
    print(f"{len(pairs)} from the classifier alone, {int(only_seen.sum())} right")
    print(f"of those: pair {pair[0]:.3f} pair_bias {pair[1]:.3f}")
    chances = np.array(
        [
            logistic(
                both[0] * log_odds(d.confidence)
                + both[1] * log_odds(d.seen)
                + both[2] * d.nobody
                + both[3] * d.outside
                + both[4]
            )
            for d in drafts
        ]
    )
    for threshold in THRESHOLDS:
        kept = right[chances >= threshold]
        f1 = 2 * kept.sum() / (len(kept) + annotated)
        print(f"threshold {threshold:.2f}: {len(kept)} kept, {kept.mean():.3f} right, F1 {f1:.3f}")


def statement(said: dict[str, Any]) -> Statement:
    """An annotated statement as far as its event needs it."""
    return Statement(
        doc="",
        kind=said["kind"],
        stage=said["stage"],
        source=tuple(said["source"]),
        target=tuple(said["target"]),
        quote=said["quote"],
        start=0,
        end=0,
        event=said["event"],
    )


def drafted(document: Document, reading: Reading, gold: Sequence[Wanted], classifier: PairClassifier) -> list[Draft]:
    """All events from the statements of ``reading``."""
    known = directory()
    sure = code_reading(document, reading, known, None, replace(ALL, chance=CONFIDENCE)).events
    seen = code_reading(document, reading, known, classifier, replace(ALL, chance=SEEN)).events
    hits = right_ones(gold, seen, same_actor)
    confidence = {named(event): event.probability for event in sure}
    kinds = {statement.id: statement.kind for statement in reading.statements}
    return [
        Draft(confidence[named(event)], event.probability, number in hits, *lacks(kinds[event.statement], event))
        for number, event in enumerate(seen)
        if event.statement and named(event) in confidence
    ]


def lacks(kind: str, event: Event) -> tuple[bool, bool]:
    """Whether there is no recipient, and whether the sentence does not name it."""
    lacking = Chance(nobody=1, outside=2).lacking(kind, event.recipient)
    return lacking == 1, lacking == 2


def between(document: Document, reading: Reading, gold: Sequence[Wanted], classifier: PairClassifier) -> list[Draft]:
    """The events of ``reading`` that only the classifier sees, where it is more sure than not."""
    events = code_reading(document, reading, directory(), classifier, replace(ALL, threshold=HALF, chance=SEEN)).events
    hits = right_ones(gold, events, same_actor)
    return [
        Draft(0.0, event.probability, number in hits) for number, event in enumerate(events) if event.statement is None
    ]


def named(event: Event) -> tuple[str | None, ...]:
    recipient = event.recipient.code if event.recipient else None
    return event.statement, event.actor.code, recipient


def weights(drafts: Sequence[Draft], right: np.ndarray, names: Sequence[str], flags: Sequence[str] = ()) -> np.ndarray:
    """Weights of the log-odds of ``names``, then of ``flags``, and the bias."""
    features = np.array(
        [
            [*(log_odds(getattr(draft, name)) for name in names), *(getattr(draft, flag) for flag in flags)]
            for draft in drafts
        ],
        dtype=float,
    )
    return logistic_weights(features, right, RIDGE)


def logistic_weights(features: np.ndarray, right: np.ndarray, ridge: float) -> np.ndarray:
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


if __name__ == "__main__":
    main()
