"""The shipped classifier: what it says, and that nothing but the pair decides it."""

from __future__ import annotations

import pickle
import time

import pytest

from dragoman.events.classifier import Classifier
from dragoman.events.marking import unmarked
from dragoman.events.plover import ontology
from dragoman.events.records import Pair


@pytest.fixture(scope="module")
def classifier() -> Classifier:
    return Classifier()


def pair(marked: str, uid: str = "1") -> Pair:
    return Pair(uid, *unmarked(marked))


CLEAR = [
    ("<s>The defence minister of Kenya</s> met <t>her Ugandan counterpart</t> in Kampala.", "CONSULT"),
    ("<s>Norway</s> gave <t>Malawi</t> 20 million dollars for flood relief.", "AID"),
    ("<s>Rebel fighters</s> shelled <t>a police post</t>, killing four officers.", "ASSAULT"),
    ("<s>Police in Lima</s> arrested <t>two opposition leaders</t> on Monday.", "COERCE"),
    ("<s>The prime minister</s> condemned <t>the junta</t> for the killings.", "ACCUSE"),
    ("<s>Thousands of teachers</s> marched against <t>the government</t> in Quito.", "PROTEST"),
    ("<s>The president</s> urged <t>parliament</t> to release the detained journalists.", "REQUEST"),
    ("<s>Tehran</s> rejected <t>the European proposal</t>.", "REJECT"),
]


@pytest.mark.parametrize(("sentence", "event"), CLEAR)
def test_clear_cases(sentence: str, event: str, classifier: Classifier) -> None:
    (answer,) = classifier.classify([pair(sentence)])
    assert answer.event == event
    assert 0.3 < answer.probability <= 1


def test_answers_do_not_depend_on_what_else_is_asked(classifier: Classifier) -> None:
    pairs = [pair(sentence, str(i)) for i, (sentence, _) in enumerate(CLEAR)]
    together = classifier.classify(pairs)
    assert [classifier.classify([one])[0] for one in pairs] == together
    assert classifier.classify(pairs[::-1]) == together[::-1]
    assert Classifier(threads=1).classify(pairs) == together


def test_probabilities_are_of_one_whole(classifier: Classifier) -> None:
    (scores,) = classifier.scores([pair(CLEAR[0][0])])
    assert len(scores) == classifier.labels.size
    assert float(classifier.probabilities(scores).sum()) == pytest.approx(1, abs=1e-5)


def test_labels_are_those_of_the_ontology(classifier: Classifier) -> None:
    known = ontology()
    assert {event for event in classifier.labels.events if event} == set(known.types)
    assert classifier.labels.events.count(None) == 1
    assert set(classifier.labels.contexts) == set(known.contexts)
    for event, mode in classifier.labels.modes:
        assert mode is None or mode in known.types[event].modes


def test_modes_belong_to_their_type_and_runners_up_are_others(classifier: Classifier) -> None:
    for answer in classifier.classify([pair(sentence) for sentence, _ in CLEAR]):
        assert answer.event is not None
        assert set(answer.modes) <= set(ontology().types[answer.event].modes)
        assert answer.event not in [event for event, _ in answer.runners_up]
        chances = [chance for _, chance in answer.runners_up]
        assert chances == sorted(chances, reverse=True)


@pytest.mark.parametrize(
    "sentence", ["", " ", "…", "\x00\x00", "🦆" * 400, "word " * 40_000, "<s>a</s>", "]" * 3000, "\u202e\ud7ff"]
)
def test_every_pair_is_answered(sentence: str, classifier: Classifier) -> None:
    for always in (False, True):
        (answer,) = classifier.classify([pair(sentence, "x")], always=always)
        assert answer.uid == "x"
        assert answer.event in classifier.labels.events
        assert not always or answer.event


def test_nothing_asked_nothing_answered(classifier: Classifier) -> None:
    assert classifier.classify([]) == []


def test_it_goes_to_other_processes_as_a_name(classifier: Classifier) -> None:
    assert len(pickle.dumps(classifier)) < 500
    assert pickle.loads(pickle.dumps(classifier)).folder == classifier.folder


def test_weights_are_small(classifier: Classifier) -> None:
    assert sum(file.stat().st_size for file in classifier.folder.iterdir()) < 28_000_000


@pytest.mark.slow
def test_speed_is_bounded_below(classifier: Classifier) -> None:
    """A tenth of what is measured on two free cores, so that a busy machine does not fail."""
    pairs = [pair(sentence) for sentence, _ in CLEAR] * 20
    classifier.classify(pairs[:8])
    began = time.process_time()
    classifier.classify(pairs)
    assert len(pairs) / (time.process_time() - began) > 30
