"""Settings of a trained event classifier, from pairs that were kept out of its training."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from dragoman.events.classifier import Settings
from training.event_examples import EVENT_INDEX, Example
from training.event_names import LABELS, N_EVENTS, N_MODES
from training.events_check import NONE

NO_EVENT = EVENT_INDEX[NONE]
BINS = 10
TEMPERATURES = np.round(np.arange(0.5, 3.01, 0.05), 2)
NO_EVENT_CUTS = np.round(np.arange(0.5, 0.91, 0.05), 2)
"""From a half on: below it an event would be withheld that may be likelier than none."""
CONTEXT_CUTS = np.round(np.arange(0.15, 0.71, 0.05), 2)


def fitted(scores: np.ndarray, examples: Sequence[Example]) -> Settings:
    """The temperature of least log-loss, then the cuts of highest F1."""
    gold = np.array([e.event for e in examples])
    temperature = float(min(TEMPERATURES, key=lambda t: log_loss(scores, gold, t)))
    settings = Settings(temperature)
    best = max(
        NO_EVENT_CUTS, key=lambda cut: (macro_f1(gold, answers(scores, replace(settings, no_event_from=cut))), -cut)
    )
    settings = replace(settings, no_event_from=float(best))
    return replace(settings, context_from=float(max(CONTEXT_CUTS, key=lambda cut: context_f1(scores, examples, cut))))


def chances(scores: np.ndarray, temperature: float) -> np.ndarray:
    """Of each event, a row an example."""
    logits = scores[:, :N_EVENTS] / temperature
    shares = np.exp(logits - logits.max(1, keepdims=True))
    return shares / shares.sum(1, keepdims=True)


def log_loss(scores: np.ndarray, gold: np.ndarray, temperature: float) -> float:
    likely = chances(scores, temperature)[np.arange(len(gold)), gold]
    return float(-np.log(np.maximum(likely, 1e-9)).mean())


def answers(scores: np.ndarray, settings: Settings) -> np.ndarray:
    """Indices of the events answered."""
    likely = chances(scores, settings.temperature)
    none = likely[:, NO_EVENT] >= settings.no_event_from
    likely[:, NO_EVENT] = 0
    return np.where(none, NO_EVENT, likely.argmax(1))


def macro_f1(gold: np.ndarray, given: np.ndarray) -> float:
    """Over the events that ``gold`` has, no event among them."""
    found = []
    for event in np.unique(gold):
        right = ((gold == event) & (given == event)).sum()
        found.append(2 * right / ((gold == event).sum() + (given == event).sum()))
    return float(np.mean(found))


def context_f1(scores: np.ndarray, examples: Sequence[Example], cut: float) -> float:
    """Micro-F1 of the contexts of the examples that have any to be learnt."""
    told = [i for i, e in enumerate(examples) if e.contexts is not None and e.event != NO_EVENT]
    likely = 1 / (1 + np.exp(-scores[told, N_EVENTS + N_MODES :]))
    given = likely >= cut
    gold = np.zeros_like(given)
    for row, i in enumerate(told):
        gold[row, list(examples[i].contexts or ())] = True
    return float(2 * (given & gold).sum() / max(1, given.sum() + gold.sum()))


def mode_accuracy(scores: np.ndarray, examples: Sequence[Example]) -> float:
    """Share of modes that are right, of the examples that have one, given their type."""
    right = []
    for row, example in zip(scores, examples, strict=True):
        if example.mode >= 0 and LABELS.modes[example.mode][1]:
            own = [i for i, (of, _) in enumerate(LABELS.modes) if of == LABELS.modes[example.mode][0]]
            right.append(max(own, key=lambda i: row[N_EVENTS + i]) == example.mode)
    return float(np.mean(right)) if right else 0.0


def calibration_error(scores: np.ndarray, gold: np.ndarray, temperature: float) -> float:
    """Expected calibration error of the likeliest answer, in `BINS` bins of equal width."""
    likely = chances(scores, temperature)
    sure, right = likely.max(1), likely.argmax(1) == gold
    bins = np.minimum((sure * BINS).astype(int), BINS - 1)
    return float(sum((bins == b).mean() * abs(sure[bins == b].mean() - right[bins == b].mean()) for b in set(bins)))


def held_out_figures(scores: np.ndarray, examples: Sequence[Example], settings: Settings) -> dict[str, float]:
    """What the card says. The calibration error is of temperatures fitted on the other half each."""
    gold = np.array([e.event for e in examples])
    halves = [np.arange(len(gold)) % 2 == side for side in (0, 1)]
    errors = [
        calibration_error(
            scores[one],
            gold[one],
            fitted(scores[other], [e for e, o in zip(examples, other, strict=True) if o]).temperature,
        )
        for one, other in (halves, halves[::-1])
    ]
    given = answers(scores, settings)
    figures = {
        "macro_f1": macro_f1(gold, given),
        "right": float((gold == given).mean()),
        "false_events": float((given[gold == NO_EVENT] != NO_EVENT).mean()),
        "missed_events": float((given[gold != NO_EVENT] == NO_EVENT).mean()),
        "mode_right": mode_accuracy(scores, examples),
        "context_f1": context_f1(scores, examples, settings.context_from),
        "calibration_error": float(np.mean(errors)),
        "calibration_error_unscaled": calibration_error(scores, gold, 1.0),
    }
    return {name: round(value, 3) for name, value in figures.items()}
