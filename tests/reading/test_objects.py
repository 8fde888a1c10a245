"""What a statement is about whose object would be its whole clause."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.reading.objects import with_objects, without_doubles
from dragoman.records import Evidence, Statement

MEETINGS = [
    ("President Ama Kofi spoke today with Prime Minister Lund.", "call"),
    ("The Minister had spoken by phone with her colleague.", "call"),
    ("She telephoned the King on Friday.", "telephone call"),
    ("The envoy was received by the Emir.", "reception"),
    ("In May she visited Mali and Chad.", "visit to Mali and Chad"),
    ("The camp was visited by Minister Lund.", "The camp was visited by Minister Lund."),
    ("She visited Mali and was received by the Emir.", "visit to Mali and was received by the Emir"),
    ("President Kofi met Minister Lund, who visited Chad.", "President Kofi met Minister Lund"),
    ("The Minister spoke to reporters in Mali.", "The Minister spoke to reporters in Mali."),
    ("He spoke with Minister Lund on the margins.", "He spoke with Minister Lund on the margins."),
    ("The ministers have spoken by phone with the King.", "call"),
    ("The Minister spoke at the conference.", "The Minister spoke at the conference."),
    ("The two sat together for an hour.", "The two sat together for an hour."),
    ("In May she visited in Mali.", "In May she visited in Mali."),
]


def said(text: str, part: str, kind: str, about: str | None = None) -> Statement:
    """A statement of ``kind`` whose quote is ``part`` of ``text``, and its object ``about`` or all of that."""
    start, told = text.index(part), about or part
    place = Evidence("object", "", text.index(told), text.index(told) + len(told))
    return Statement("d", kind, "held", part, start, start + len(part), object=told, evidence=(place,))


def objects(text: str, *statements: Statement) -> list[str | None]:
    return [statement.object for statement in with_objects(text, statements)]


@pytest.mark.parametrize(("text", "called"), MEETINGS)
def test_a_meeting_that_only_a_verb_tells_is_called_by_it(text: str, called: str) -> None:
    assert objects(text, said(text, text, "meeting")) == [called]


def test_a_meeting_with_a_topic_keeps_it() -> None:
    text = "President Ama Kofi spoke today with Prime Minister Lund about grain."
    assert objects(text, said(text, text, "meeting", "grain")) == ["grain"]


ONLY_MET = [
    ("|Minister Lind| met with |Minister Mora|.", None),
    ("|Minister Lind| also will meet |Minister Mora| today.", None),
    ("|Minister Lind|'s meeting with |Minister Mora|", None),
    ("|Minister Lind| met |Minister Mora| on the margins.", "Minister Lind met Minister Mora on the margins."),
    ("|Minister Lind| met |Minister Mora| for lunch.", "Minister Lind met Minister Mora for lunch."),
    ("|Minister Lind| met |Minister Mora| to discuss grain.", "Minister Lind met Minister Mora to discuss grain."),
]


@pytest.mark.parametrize(("marked", "called"), ONLY_MET)
def test_that_two_met_has_no_object(marked: str, called: str | None) -> None:
    pieces, text = marked.split("|"), marked.replace("|", "")
    sides = [
        Evidence(role, f"MLI/{name}", text.index(name), text.index(name) + len(name))
        for role, name in (("source", pieces[1]), ("target", pieces[3]))
    ]
    whole = said(text, text, "meeting")
    assert objects(text, replace(whole, evidence=(*sides, *whole.evidence))) == [called]


PLACES = [
    ("Minister Lind met with Minister Mora in |Bergen| on Monday.", "meeting in Bergen"),
    ("At |Geneva|, the Presidents met again.", "meeting at Geneva"),
    ("Minister Lind was received in |Port Vila|.", "reception in Port Vila"),
    ("Talks were held in |New York, United States|.", "talks in New York, United States"),
    ("Minister Lind met him at the |White House|.", "meeting at the White House"),
    ("Minister Lind was received in The |Hague|.", "reception in The Hague"),
    ("Minister Lind visited |Mali|.", "visit to Mali"),
    ("Minister Lind visited the |Republic of Mali|.", "visit to the Republic of Mali"),
    ("Minister Lind will travel on Friday to |Mali|.", "visit to Mali"),
    ("Minister Lind arrived in |Mali|.", "visit to Mali"),
    ("Minister Lind returned from |Mali|.", "visit to Mali"),
    ("Minister Lind arrived from |Mali|.", "Mali"),
    ("The meeting called in |Bergen| failed.", "meeting in Bergen"),
    ("Minister Lind called for peace in |Bergen|.", "Bergen"),
    ("Minister Lind met |President Mora|.", "meeting with President Mora"),
    ("Minister Lind received |President Mora|.", "reception of President Mora"),
    ("Minister Lind was received by |President Mora|.", "reception by President Mora"),
    ("Minister Lind called on |President Mora|.", "call on President Mora"),
    ("Minister Lind spoke in |Bergen| on Monday.", "Bergen"),
    ("The ministers met. It rained in |Bergen| on Monday.", "Bergen"),
    ("The ministers met in the |Lake Commission|.", "Lake Commission"),
    ("The ministers met at |COP27|.", "COP27"),
    ("The ministers discussed |Mali|.", "Mali"),
]


@pytest.mark.parametrize(("marked", "called"), PLACES)
def test_a_meeting_is_more_than_its_place(marked: str, called: str) -> None:
    text, place = marked.replace("|", ""), marked.split("|")[1]
    assert objects(text, said(text, text, "meeting", place)) == [called]


def test_who_received_is_named_in_full() -> None:
    text = "Minister Lind was received by President Mora."
    host = Evidence("target", "MLI/President", text.index("President"), len(text) - 1)
    meeting = said(text, text, "meeting", "President")
    assert objects(text, replace(meeting, evidence=(host, *meeting.evidence))) == ["reception by President Mora"]


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
