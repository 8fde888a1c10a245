"""Annotated documents as windows with labels."""

from __future__ import annotations

from typing import Any

import pytest
from training.examples import (
    EVENTS,
    KINDS,
    STAGES,
    Example,
    Target,
    as_document,
    build,
    examples,
    object_place,
    of_others,
    training_documents,
)

from dragoman.reading.prepared import prepare
from dragoman.reading.windows import MARKS, OWN_STYLE
from reader_samples import tokenizer

TEXT = (
    "Chile signed a fishing treaty with Peru on 3 March 2014.\n\n"
    "Norway gave 5 million euros to Kenya for schools, and Fiji joined the Pacific Islands Forum in 1971."
)
TREATY: dict[str, Any] = {
    "kind": "agreement", "stage": "signed", "source": ["CHL"], "target": ["PER"], "object": "fishing treaty",
    "date": "2014-03-03", "end": None, "value": None, "by": [], "event": "SUPPORT",
    "quote": "Chile signed a fishing treaty with Peru on 3 March 2014",
}  # fmt: skip
SCHOOLS: dict[str, Any] = {
    "kind": "assistance", "stage": "completed", "source": ["NOR"], "target": ["KEN"],
    "object": "5 million euros for schools", "date": None, "end": None, "value": [{"number": 5000000, "unit": "EUR"}],
    "by": [], "event": "AID", "quote": "Norway gave 5 million euros to Kenya for schools",
}  # fmt: skip


def raw(*statements: dict[str, Any], text: str = TEXT) -> dict[str, Any]:
    sides = {"id": "d", "title": "Treaties", "publisher": "Chile", "date": "2014-03-04", "language": "en"}
    return sides | {"text": text, "statements": list(statements)}


def labelled(*statements: dict[str, Any], text: str = TEXT) -> list[Example]:
    document = as_document(raw(text=text))
    return examples(document, statements, prepare(document, tokenizer()))


def only(*statements: dict[str, Any]) -> tuple[Example, Target]:
    [(example, target)] = [(e, t) for e in labelled(*statements) for t in e.targets]
    return example, target


def said(example: Example, first: int, last: int) -> str:
    spans = example.window.spans
    return TEXT[spans[first, 0] : spans[last, 1]]


def actors(example: Example, target: Target, column: int) -> set[str]:
    return {entity.actor for entity, row in zip(example.entities, target.entities, strict=True) if row[column] == 1}


def test_a_statement_is_anchored_at_its_object() -> None:
    example, target = only(TREATY)
    assert (KINDS[target.kind], STAGES[target.stage]) == ("agreement", ("agreement", "signed"))
    assert EVENTS[target.event] == "SUPPORT"
    assert said(example, target.at, target.object_end) == "fishing treaty"
    assert said(example, target.quote_start, target.quote_end) == TREATY["quote"]
    assert example.window.core[0] <= target.at < example.window.core[1]


def test_its_actors_dates_and_values_are_marked() -> None:
    example, target = only(TREATY)
    assert (actors(example, target, 0), actors(example, target, 1)) == ({"CHL", "PER"}, {"CHL", "PER"})  # symmetrical
    assert actors(example, target, 2) == set()
    assert target.dates.sum() == 1
    assert target.values.sum() == 0
    example, target = only(SCHOOLS)
    assert (actors(example, target, 0), actors(example, target, 1)) == ({"NOR"}, {"KEN"})
    assert target.dates.sum() == 0
    assert target.values.sum() == 1


def test_labels_run_parallel_to_what_may_fill_a_role() -> None:
    for example in labelled(TREATY, SCHOOLS):
        for target in example.targets:
            assert target.entities.shape == (len(example.entities), 3)
            assert (len(target.dates), len(target.values)) == (len(example.dates), len(example.values))


def test_each_statement_is_learnt_once() -> None:
    assert sum(len(e.targets) for e in labelled(TREATY, SCHOOLS, TREATY)) == 2
    long = TEXT + "\n\n" + "They talked. " * 300
    assert sum(len(e.targets) for e in labelled(TREATY, SCHOOLS, text=long)) == 2


def test_a_quote_that_is_not_in_the_text_teaches_nothing() -> None:
    assert not any(e.targets for e in labelled(TREATY | {"quote": "Chile signed nothing"}))


def test_windows_without_statements_are_kept() -> None:
    assert [e.targets for e in labelled()] == [[]]


def test_the_object_is_the_stretch_that_shares_most() -> None:
    start, end = object_place(TEXT, "the fishing treaty of Chile", 0, 55)
    assert "fishing treaty" in TEXT[start:end]
    assert object_place(TEXT, "something else", 0, 55) == (0, 55)
    start, end = object_place(TEXT, None, 6, 55)
    assert 6 <= start < end <= 55


def test_documents_are_built_under_their_ids() -> None:
    [(name, made)] = build([raw(TREATY)], tokenizer())
    assert name == "d"
    assert sum(len(e.targets) for e in made) == 1


@pytest.mark.slow
def test_our_own_documents_need_no_others() -> None:
    written = training_documents(shared=False)
    assert written
    assert all(raw["statements"] is not None for raw in written)
    assert not any(map(of_others, written))
    assert training_documents(shared=False, written=False) == []


def test_documents_of_others_are_told_from_ours() -> None:
    assert of_others(raw(TREATY))
    assert not of_others(raw(TREATY) | {"ours": True})
    assert not of_others(raw(TREATY) | {"id": "natural-strategy-01-x"})


def test_documents_of_our_own_carry_their_mark() -> None:
    document = raw(TREATY)
    for ours in (False, True):
        [(_, [example])] = build([document | {"ours": ours}], tokenizer())
        ids = set(example.window.ids.tolist())
        assert (OWN_STYLE in ids, MARKS["publisher"] in ids) == (ours, not ours)
        assert len(example.targets) == 1


def test_a_statement_marks_where_its_sentence_begins() -> None:
    example, target = only(TREATY)
    assert target.mark < target.at
    assert example.window.spans[target.mark].tolist() == [-1, -1]
    assert example.window.sentence[target.mark] == example.window.sentence[target.at]
