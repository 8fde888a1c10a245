"""Settings of the event classifier follow the pairs that were kept out."""

from __future__ import annotations

import numpy as np
import pytest
from training.event_examples import EVENT_INDEX, MODE_INDEX, UNKNOWN, Example, document_pairs, written_example
from training.event_fit import NO_EVENT, answers, calibration_error, fitted, held_out_figures, macro_f1
from training.event_names import LABELS
from training.events_check import NONE, Row

from dragoman.events.classifier import Settings
from dragoman.events.marking import Marked
from dragoman.events.records import Pair
from reader_samples import tokenizer

EVENTS = len(LABELS.events)
AID, ACCUSE = EVENT_INDEX["AID"], EVENT_INDEX["ACCUSE"]


def example(event: int) -> Example:
    return Example(Pair("1", "x"), Marked((101, 102), (0, 0), (0, 0)), event, UNKNOWN, None, 1.0, "a.tsv")


def drawn(sharpness: float, count: int = 600) -> tuple[np.ndarray, list[Example]]:
    """Numbers whose probabilities are right once they are divided by ``sharpness``."""
    random = np.random.default_rng(4)
    true = np.full((count, LABELS.size), -20.0)
    true[:, [AID, ACCUSE, NO_EVENT]] = random.normal(size=(count, 3)) * 2
    shares = np.exp(true[:, :EVENTS])
    shares /= shares.sum(1, keepdims=True)
    events = [int(random.choice(EVENTS, p=share)) for share in shares]
    return (true * sharpness).astype(np.float32), [example(event) for event in events]


@pytest.mark.parametrize("sharpness", [0.7, 1.0, 2.0])
def test_the_temperature_undoes_what_was_too_sharp_or_too_flat(sharpness: float) -> None:
    scores, examples = drawn(sharpness)
    gold = np.array([e.event for e in examples])
    settings = fitted(scores, examples)
    assert settings.temperature == pytest.approx(sharpness, rel=0.25)
    assert calibration_error(scores, gold, settings.temperature) < 0.06


def test_the_card_says_what_was_measured() -> None:
    scores, examples = drawn(1.0)
    figures = held_out_figures(scores, examples, fitted(scores, examples))
    assert 0.3 < figures["macro_f1"] < 1
    assert figures["right"] > 0.6
    assert 0 < figures["false_events"] < 0.5
    assert 0 < figures["missed_events"] < 0.5


def test_no_event_is_answered_from_its_cut_on() -> None:
    scores = np.full((1, LABELS.size), -20.0, dtype=np.float32)
    scores[0, [AID, NO_EVENT]] = np.log([0.4, 0.6])
    assert answers(scores, Settings(no_event_from=0.55)) == [NO_EVENT]
    assert answers(scores, Settings(no_event_from=0.65)) == [AID]


def test_macro_f1_weighs_classes_alike() -> None:
    gold = np.array([AID] * 9 + [ACCUSE])
    assert macro_f1(gold, gold) == 1
    assert macro_f1(gold, np.full(10, AID)) == pytest.approx((18 / 19) / 2)


@pytest.mark.parametrize(
    ("event", "mode", "contexts", "learnt"),
    [("CONSULT", "visit", ("diplomatic",), True), ("AID", "", (), True), ("NONE", "", (), False)],
)
def test_a_written_row_is_learnt_with_its_mode_and_contexts(
    event: str, mode: str, contexts: tuple[str, ...], learnt: bool
) -> None:
    row = Row("a-1", "Ghana met Togo.", (0, 5), (10, 14), event, mode, contexts, "a.tsv", 2)
    made = written_example(row, tokenizer())
    assert made.event == EVENT_INDEX[event]
    assert made.mode == (MODE_INDEX[event, mode] if mode else UNKNOWN)
    named = None if made.contexts is None else tuple(LABELS.contexts[i] for i in made.contexts)
    assert named == (contexts if learnt else None)


def test_a_document_gives_pairs_with_the_event_of_their_statement() -> None:
    text = "The United States recognized Kosovo in 2008. Serbia lies between Hungary and Kosovo."
    statement = {"quote": text.split(". ")[0], "source": ["USA"], "target": ["XKX"], "event": "SUPPORT"}
    raw = {"id": "d", "text": text, "title": None, "publisher": None, "date": None, "language": "en"}
    with_event, without = document_pairs({**raw, "statements": [statement]})
    assert [(p.sentence[p.source.start : p.source.end], event) for p, event in with_event if p.source] == [
        ("United States", "SUPPORT")
    ]
    assert len(without) == 1
    assert NONE not in [event for _, event in with_event]
