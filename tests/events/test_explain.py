"""The words that carry an answer do carry it."""

from __future__ import annotations

import random

import pyarrow as pa
import pytest
from training.event_examples import kept_out, written_rows

from dragoman.events.classifier import Classifier
from dragoman.events.explain import NO_EVENT, explained, odds, with_reasons, without, words_of
from dragoman.events.marking import unmarked
from dragoman.events.plover import ontology
from dragoman.events.records import Pair, Span
from dragoman.events.table import to_arrow


@pytest.fixture(scope="module")
def classifier() -> Classifier:
    return Classifier()


def pair(marked: str) -> Pair:
    return Pair("1", *unmarked(marked))


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("<s>The prime minister</s> condemned <t>the junta</t> on Friday.", "condemned"),
        ("<s>Police in Lima</s> arrested <t>two opposition leaders</t> on Monday.", "arrested"),
        ("<s>Rebel fighters</s> shelled <t>a police post</t> near the river.", "shelled"),
    ],
)
def test_the_verb_carries_a_plain_sentence(sentence: str, word: str, classifier: Classifier) -> None:
    assert word in [carrying.text for carrying in explained(classifier, pair(sentence)).words]


def test_an_explanation_has_the_definition_and_places(classifier: Classifier) -> None:
    asked = pair("<s>Norway</s> gave <t>Malawi</t> 20 million dollars for flood relief.")
    explanation = explained(classifier, asked)
    assert explanation.definition
    for word in explanation.words:
        assert asked.sentence[word.span.start : word.span.end] == word.text
        assert word.fall > 0


def test_no_event_is_explained_too(classifier: Classifier) -> None:
    none = explained(classifier, pair("<s>Ghana</s> and <t>Togo</t> lie on the Gulf of Guinea."))
    assert none.answer.event is not None or none.definition == NO_EVENT


def test_words_taken_out_leave_the_pair_in_place() -> None:
    asked = pair("Yesterday <s>Ghana</s> warmly thanked <t>Togo</t> again.")
    words = words_of(asked)
    assert [asked.sentence[w.start : w.end] for w in words] == ["Yesterday", "warmly", "thanked", "again"]
    shorter = without(asked, [words[0], words[2]])
    assert shorter.sentence == " Ghana warmly  Togo again."
    assert shorter.source == Span(1, 6)
    assert shorter.target is not None
    assert shorter.sentence[shorter.target.start : shorter.target.end] == "Togo"


def test_events_are_explained_by_their_own_type(classifier: Classifier) -> None:
    """Also where the classifier alone would say something else of the sentence."""
    sentence = "Norway gave Malawi 20 million dollars for flood relief."
    rows = [
        {"type": name, "sentence": sentence, "actor_raw": "Norway", "recipient_raw": other}
        for name, other in (("AID", "Malawi"), ("CONSULT", "Malawi"), ("AID", None), ("AID", "Lilongwe"))
    ]
    done: list[int] = []
    made = with_reasons(pa.Table.from_pylist(rows), classifier, done.append)
    first, second, *_ = made.to_pylist()
    assert done == [1, 2, 3, 4]
    assert first["words"][0].startswith("gave ")
    assert (first["definition"], second["definition"]) == tuple(ontology().types[t].says for t in ("AID", "CONSULT"))
    assert second["runners_up"][0].startswith("AID ")
    assert not [one for one in first["runners_up"] if one.startswith("AID ")]


def test_no_events_are_explained_as_no_rows(classifier: Classifier) -> None:
    made = with_reasons(to_arrow([]), classifier)
    assert made.num_rows == 0
    assert made.schema.names[-3:] == ["words", "runners_up", "definition"]


@pytest.mark.slow
def test_named_words_move_the_answer_more_than_others(classifier: Classifier) -> None:
    """Faithfulness by deletion (DeYoung and others, "ERASER", ACL 2020): over sentences kept out of training, taking
    out the named words lowers the log-odds more than as many words drawn by chance."""
    _, rows = kept_out(written_rows())
    draw = random.Random(3)
    further = 0
    gaps = []
    for row in rows[:60]:
        asked = Pair(row.id, row.sentence, Span(*row.source), Span(*row.target))
        explanation = explained(classifier, asked)
        named = [word.span for word in explanation.words]
        if not named:
            continue
        chance = draw.sample(words_of(asked), len(named))
        event = explanation.answer.event
        whole, without_named, without_others = (
            odds(classifier, event, scores)
            for scores in classifier.scores([asked, without(asked, named), without(asked, chance)])
        )
        gaps.append(without_others - without_named)
        further += whole - without_named > whole - without_others
    assert len(gaps) >= 30
    assert further / len(gaps) > 0.75
    assert sum(gaps) / len(gaps) > 1
