"""The forms of negation: (form, words before, of or behind an object, whether they have it)."""

from __future__ import annotations

import pytest

from dragoman.reading import negation_forms as forms

# Looked for anywhere in what stands before the object.
BEFORE = [
    ("NEGATED", "Peru did not sign ", True),
    ("NEGATED", "It can't pay ", True),
    ("NEGATED", "No African state has signed ", True),
    ("NEGATED", "Peru did not pay 1.5 billion ", True),
    ("NEGATED", "Peru did not only sign ", False),
    ("NEGATED", "Peru did not wait, and signed ", False),
    ("NEGATED", "Peru has no doubt ", False),
    ("REFUSED", "Peru refused to sign ", True),
    ("REFUSED", "Peru refused, and signed ", False),
    ("NOTHING", "Nauru has no relations with ", True),
    ("NOTHING", "Nauru has no longer ", False),
    ("NEARLY", "They were on the verge of signing ", True),
    ("NEARLY", "They were on the verge of war ", False),
    ("SUPPOSED", "unless Peru signs ", True),
    ("SUPPOSED", "if, as planned, Peru signs ", True),
    ("SUPPOSED", "if all goes well, Peru signed ", False),
    ("MAY", "Peru may also leave ", True),
    ("MAY", "Peru in May left ", False),
    ("LIFTING", "to lift ", True),
    ("LIFTING", "to lift it or fund ", False),
    ("FORMER", "a former member of", True),
    ("FORMER", "the former ", False),
]
# At the beginning of a sentence, of the object or of what stands behind it.
AT_THE_BEGINNING = [
    ("TURNED_ROUND", "Had Peru signed ", True),
    ("TURNED_ROUND", "Peru had signed ", False),
    ("ASKING", "Question: has Peru signed ", True),
    ("ASKING", "Peru has signed ", False),
    ("ITSELF", "no funds", True),
    ("ITSELF", "not only funds", False),
    ("NOT_YET", " between Peru and Chile - not yet signed.", True),
    ("NOT_YET", " between Peru and Chile - signed.", False),
    ("PREDICATE", " between Peru and Chile has not been signed", True),
    ("PREDICATE", " between Peru and Chile, Fiji has not signed", False),
    ("AT_LAST", " until 1994", True),
    ("AT_LAST", " until then", False),
]


@pytest.mark.parametrize(("form", "words", "there"), BEFORE)
def test_a_form_before_the_object(form: str, words: str, there: bool) -> None:
    assert bool(getattr(forms, form).search(words)) is there


@pytest.mark.parametrize(("form", "words", "there"), AT_THE_BEGINNING)
def test_a_form_at_the_beginning(form: str, words: str, there: bool) -> None:
    assert bool(getattr(forms, form).match(words)) is there


def test_what_is_negated_is_all_behind_the_negation() -> None:
    found = forms.NEGATED.search("Peru did not pay the U.S. 1.5 billion ")
    assert found is not None
    assert found["rest"] == " pay the U.S. 1.5 billion "


def test_what_was_not_done_is_told_by_its_verb() -> None:
    found = forms.PREDICATE.match(" between Peru and Chile has yet to be ratified")
    assert found is not None
    assert (found["own"], found["verb"], found["done"]) == (" between Peru and Chile", "has yet to be", "ratified")
