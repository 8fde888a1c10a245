"""What a statement is about whose object would be its whole clause."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.reading.objects import with_objects, without_doubles
from dragoman.records import Evidence, Statement
from reader_samples import objects, said

VERBS = [
    ("Chad handed |over the bridge| to Libya.", "handing over the bridge"),
    ("Chad is to take |back two thousand refugees|.", "taking back two thousand refugees"),
    ("Chad took |over 500 schools| in May.", "over 500 schools"),
    ("Chad asks for |up to ten doctors|.", "up to ten doctors"),
    ("Chad gave |up to ten ships|.", "up to ten ships"),
    ("Chad is |back in the union|.", "back in the union"),
]


@pytest.mark.parametrize(("marked", "called"), VERBS)
def test_a_verb_of_two_words_is_told_with_both(marked: str, called: str) -> None:
    text, part = marked.replace("|", ""), marked.split("|")[1]
    assert objects(text, said(text, text, "event", part)) == [called]


CLAUSES = [
    ("Chad built a radio station, | which Norway funds.", "assistance", "radio station"),
    ("Chad closed the radio station | at the request of Libya.", "position", "radio station"),
    ("Chad has a radio station | for which Norway gave money.", "assistance", "radio station"),
    ("Chad has a radio station. | Which Norway funds is known.", "assistance", "Which Norway funds is known."),
    ("Chad signed on a radio station, | which provides for news.", "agreement", "which provides for news."),
    (
        "Chad has a radio station and a hospital with some forty beds in the north, | which Norway funds.",
        "assistance",
        "which Norway funds.",
    ),
    ("Chad has a radio station, | and Norway funds it.", "assistance", "and Norway funds it."),
]


@pytest.mark.parametrize(("marked", "kind", "called"), CLAUSES)
def test_a_clause_tells_of_what_stands_before_it(marked: str, kind: str, called: str) -> None:
    text, clause = marked.replace("| ", ""), marked.partition("| ")[2]
    first = said(text, text[: text.index(clause)].strip(" ,"), "event", "radio station")
    told = list(with_objects(text, [first, said(text, clause, kind)]))
    assert told[1].object == called
    for place in told[1].evidence[1:]:
        assert text[place.start : place.end] == called


ONLY_WHEN = [
    ("|In the wake of the floods|, Peru sent tents", "Peru sent tents", "assistance"),
    ("In the |wake of the floods|, Peru sent tents", "Peru sent tents", "assistance"),
    ("In the |wake of the floods| in May, Peru sent tents", "Peru sent tents", "assistance"),
    ("|By 2010|, Denmark had built a school", "Denmark had built a school", "assistance"),
    ("Peru sent tents in the |wake of the floods|, and left", "wake of the floods", "assistance"),
    ("|By 2010|", "By 2010", "assistance"),
    ("|During the talks Peru asked them to go|, and they went", "During the talks Peru asked them to go", "event"),
    ("|By the river|, Denmark had built a school", "By the river", "assistance"),
]


@pytest.mark.parametrize(("marked", "called", "kind"), ONLY_WHEN)
def test_when_it_was_is_not_what_it_was(marked: str, called: str, kind: str) -> None:
    text, part = marked.replace("|", ""), marked.split("|")[1]
    assert objects(text, said(text, text, kind, part)) == [called]


def test_when_it_was_is_not_told_beside_what_it_was() -> None:
    text = "By 2010, Peru had sent tents"
    assert objects(text, said(text, text, "assistance", "By 2010"), said(text, text, "assistance", "tents")) == [
        "tents"
    ]


def test_what_is_the_same_by_now_is_told_once() -> None:
    text = "The embassy of Chad opened with Jo Lind as ambassador."
    first = Statement("d", "office", "holds", text, 0, len(text), source=("TCD",), object="ambassador", confidence=0.4)
    surer = replace(first, confidence=0.6)
    other, far = replace(first, object="embassy"), replace(first, start=100, end=120)
    assert without_doubles([first, other, surer, far]) == [surer, other, far]


def read_from(text: str, role: str, words: str) -> Evidence:
    return Evidence(role, words, text.index(words), text.index(words) + len(words))


def test_when_something_was_or_who_gave_it_is_not_what_it_was_about() -> None:
    text = "Norway sent tents to Peru in the first half of 2024."
    date, giver = read_from(text, "date", "first half of 2024"), read_from(text, "source", "Norway")
    for about in ("half of 2024", "Norway"):
        told = said(text, text, "assistance", about)
        assert objects(text, replace(told, evidence=(date, giver, *told.evidence))) == [None]


def test_help_is_not_told_again_with_nothing_but_who_has_it() -> None:
    text = "Norway sent tents to Peru in May."
    taker = read_from(text, "target", "Peru")
    tents, peru = (said(text, text, "assistance", about) for about in ("tents", "Peru"))
    both = [replace(one, evidence=(taker, *one.evidence)) for one in (tents, peru)]
    assert objects(text, *both) == ["tents"]
    assert objects(text, both[1]) == ["Peru"]


def test_an_object_is_in_one_cell_of_a_row() -> None:
    text = "Norway | School roofs | EUR 200,000"
    told = said(text, text, "assistance")
    giver, sum_ = read_from(text, "source", "Norway"), read_from(text, "value", "EUR 200,000")
    assert objects(text, replace(told, evidence=(giver, sum_, *told.evidence))) == ["School roofs"]
    row = "2021 | 489"
    assert objects(row, said(row, row, "indicator")) == [None]


def test_meetings_by_the_thousand_are_set_beside_their_neighbours_alone() -> None:
    told = [
        Statement("d", "meeting", "held", "They met", 20 * n, 20 * n + 8, ("PER",), ("CHL",), date=f"{1000 + n}")
        for n in range(9_000)
    ]
    assert without_doubles(told) == told
