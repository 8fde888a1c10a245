"""What a statement is about whose object would be its whole clause."""

from __future__ import annotations

import pytest

from dragoman.reading.objects import with_objects
from dragoman.records import Evidence, Statement

MEETINGS = [
    ("President Ama Kofi spoke today with Prime Minister Lund.", "call"),
    ("The Minister had spoken by phone with her colleague.", "call"),
    ("She telephoned the King on Friday.", "telephone call"),
    ("The envoy was received by the Emir.", "reception"),
    ("In May she visited Mali and Chad.", "visit to Mali and Chad"),
    ("The camp was visited by Minister Lund.", "The camp was visited by Minister Lund."),
    ("She visited Mali and was received by the Emir.", "visit to Mali and was received by the Emir"),
    ("President Kofi met Minister Lund, who visited Chad.", "President Kofi met Minister Lund, who visited Chad."),
    ("The Minister spoke to reporters in Mali.", "The Minister spoke to reporters in Mali."),
    ("He spoke with Minister Lund on the margins.", "He spoke with Minister Lund on the margins."),
    ("The ministers have spoken by phone with the King.", "call"),
    ("The Minister spoke at the conference.", "The Minister spoke at the conference."),
    ("The two sat together for an hour.", "The two sat together for an hour."),
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
