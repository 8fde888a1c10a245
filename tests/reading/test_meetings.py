"""What a meeting is called of which the text has no word but a verb."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.records import Evidence
from reader_samples import objects, said

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
