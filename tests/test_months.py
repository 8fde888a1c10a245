"""Names of months are those of the data file, and one that is wrong there is named."""

from __future__ import annotations

import pytest

from dragoman import months as module
from dragoman.actors.mentions.words import words
from dragoman.datafiles import Entry, parsed
from dragoman.errors import InvalidRecord
from dragoman.months import english_months, months, numbered
from dragoman.segment import abbreviations

TWELVE = "[[a], [b], [c], [d], [e], [f], [g], [h], [i], [j], [k], [l]]"


def test_english_months_are_written_in_full() -> None:
    assert english_months()[0] == "January"
    assert english_months()[8] == "September"
    assert "Sept" in months()["en"].forms()


def test_a_form_stands_for_one_month_in_every_language() -> None:
    read = {form.lower() for one in months().values() for form in one.forms()}
    more = [form for one in months().values() for forms in one.lines for form in forms]
    assert read.isdisjoint(more)
    assert len(more) == len(set(more))


def test_forms_have_numbers() -> None:
    german, french = months()["de"], months()["fr"]
    assert numbered(german.names)["jänner"] == 1
    assert numbered(german.lines, french.lines)["déc"] == 12
    assert numbered((("Mai",), ("x",)), (("y",), ("mai",))) == {"mai": 2, "x": 2, "y": 1}


def test_who_passes_over_months_knows_those_of_the_file() -> None:
    assert words().months == {form.lower() for form in months()["en"].forms()}
    assert {"jan", "sept"} <= abbreviations().never_end
    assert "may" not in abbreviations().never_end


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("xx: []", r"data/months\.yml: xx: expected doubtful, lines, names, short or some of them"),
        ("xx: {name: []}", r"data/months\.yml: xx: expected doubtful"),
        ("xx: {names: [[a]]}", r"data/months\.yml: xx\.names: expected twelve lists of words, January first"),
        ("xx: {lines: " + TWELVE.replace("[c]", "c") + "}", r"data/months\.yml: xx\.lines: expected twelve lists"),
        ("xx: {names: " + TWELVE + ", short: [m]}", r"data/months\.yml: xx: 'm' is not among its names"),
    ],
)
def test_what_is_wrong_in_the_file_is_named(text: str, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "data_file", lambda name: Entry(f"data/{name}", parsed(text)))
    with pytest.raises(InvalidRecord, match=told):
        months.__wrapped__()
