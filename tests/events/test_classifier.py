"""The shipped classifier: what it says, and that nothing but the pair decides it."""

from __future__ import annotations

import pickle
import time

import numpy as np
import pytest

from dragoman.events.classifier import Classifier, Labels, Settings
from dragoman.events.classifier import answer as answer_of
from dragoman.events.marking import unmarked
from dragoman.events.plover import ontology
from dragoman.events.records import Pair
from dragoman.reading.heads import softmax


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


@pytest.mark.parametrize("threads", [1, 2])
def test_an_equal_pair_is_read_once(classifier: Classifier, threads: int) -> None:
    asked, read, counting = [pair(CLEAR[0][0], uid) for uid in "abc"], classifier.logits, Classifier(threads=threads)
    seen = []
    counting.logits = lambda marked: seen.append(marked) or read(marked)  # type: ignore[func-returns-value]
    answers = counting.classify([*asked, pair(CLEAR[1][0])])
    assert len(seen) == 2
    assert [a.uid for a in answers] == ["a", "b", "c", "1"]
    assert answers[3] == classifier.classify([pair(CLEAR[1][0])])[0]


def test_every_label_has_a_number(classifier: Classifier) -> None:
    (scores,) = classifier.scores([pair(CLEAR[0][0])])
    assert len(scores) == classifier.labels.size


def test_labels_are_those_of_the_ontology(classifier: Classifier) -> None:
    known = ontology()
    assert {event for event in classifier.labels.events if event} == set(known.types)
    assert classifier.labels.events.count(None) == 1
    assert set(classifier.labels.contexts) == set(known.contexts)
    for event, mode in classifier.labels.modes:
        assert mode is None or mode in known.types[event].modes


def test_modes_belong_to_their_type_and_runners_up_are_others(classifier: Classifier) -> None:
    for one in classifier.classify([pair(sentence) for sentence, _ in CLEAR]):
        assert one.event is not None
        assert set(one.modes) <= set(ontology().types[one.event].modes)
        assert one.event not in [event for event, _ in one.runners_up]
        chances = [chance for _, chance in one.runners_up]
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


@pytest.mark.parametrize("sentence", [sentence for sentence, _ in CLEAR])
def test_no_event_is_a_runner_up_too(sentence: str, classifier: Classifier) -> None:
    (scores,) = classifier.scores([pair(sentence)])
    events = classifier.labels.events
    chances = softmax(scores[: len(events)] / classifier.settings.temperature)
    chance = float(chances[events.index(None)])
    (one,) = classifier.classify([pair(sentence)])
    if chance > one.runners_up[-1][1]:
        assert dict(one.runners_up)["NONE"] == pytest.approx(chance, abs=1e-4)


def test_below_the_threshold_the_likeliest_type_is_answered_though_no_event_is_likelier() -> None:
    labels = Labels((None, "AID", "AGREE"), (), ())
    scores = np.log(np.array([0.45, 0.35, 0.2], np.float32))
    close = answer_of(pair("<s>A</s> <t>B</t>"), scores, labels, Settings(no_event_from=0.5), False)
    assert (close.event, close.runners_up[0][0]) == ("AID", "NONE")
    assert answer_of(pair("<s>A</s> <t>B</t>"), scores, labels, Settings(no_event_from=0.4), False).event is None


@pytest.mark.parametrize(("between", "unread"), [(1, ()), (90, ("target",)), (4000, ("target",))])
def test_a_side_too_far_off_to_be_read_is_told(between: int, unread: tuple[str, ...], classifier: Classifier) -> None:
    asked = pair("<s>Ghana</s> " + "and then thanked " * between + "<t>Togo</t>.")
    assert classifier.classify([asked])[0].unread == unread


def test_a_side_that_is_not_marked_is_not_unread(classifier: Classifier) -> None:
    assert classifier.classify([pair("<s>Ghana</s> thanked Togo.")])[0].unread == ()


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
