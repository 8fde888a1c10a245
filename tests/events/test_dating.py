"""When an event happened: in the statement, in the sentence, or on the document's day."""

from __future__ import annotations

import pytest

from dragoman.actors.directory import directory
from dragoman.actors.linking import linked_mentions
from dragoman.documents import document_from_text
from dragoman.events.coding import code_reading
from dragoman.events.pairing import candidates
from dragoman.events.records import Event
from dragoman.records import Evidence, Reading, Statement


def one(text: str, *, published: str = "2021-03-10", **fields: object) -> Event:
    """The event of a statement that Chile does something to Peru."""
    values: dict[str, object] = {
        "doc": "doc", "kind": "position", "stage": "opposes", "quote": text, "start": 0, "end": len(text),
        "confidence": 0.9, "event": "ACCUSE", "source": ("CHL",), "target": ("PER",),
    }  # fmt: skip
    statement = Statement(**(values | fields))  # type: ignore[arg-type]
    document = document_from_text(text, date=published, language="en", stem="doc")
    (event,) = code_reading(document, Reading("test", (statement,)), directory()).events
    return event


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Chile condemned Peru on 8 March 2021.", "2021-03-08"),
        ("On 8 March 2021, Chile condemned Peru.", "2021-03-08"),
        ("Chile on Tuesday condemned Peru.", "2021-03-09"),
        ("Chile condemned Peru in Lima on March 8.", "2021-03-08"),
        ("Chile condemned Peru in February 2021.", "2021-02"),
        ("Chile condemned Peru yesterday.", "2021-03-09"),
        ("Chile condemned Peru.", None),
        ("Chile condemned Peru on 12 March 2021.", None),
        ("Chile condemned Peru this year.", None),
        ("Chile condemned Peru last week.", None),
        ("Chile condemned Peru in the first quarter of 2020.", None),
        ("Chile has condemned Peru since 2019.", None),
        ("Chile condemned Peru on 8 March 2021 and on 9 March 2021.", None),
        ("Chile condemned Peru for the attack on 8 March 2021.", None),
        ("Chile condemned Peru's raid on 8 March 2021.", None),
        ("Chile condemned what was done after Peru on 8 March 2021.", None),
        ("Chile accused Peru of breaking the 2013 agreement.", None),
    ],
)
def test_the_date_of_the_sentence_is_that_of_the_act(text: str, date: str | None) -> None:
    event = one(text)
    assert (event.date, event.dated) == ((date, "text") if date else ("2021-03-10", "document"))


def test_a_date_within_the_object_is_the_objects() -> None:
    text = "Chile rejected, with Peru, 8 March 2021 as the day."
    told = (Evidence("object", "8 March 2021", 27, 39),)
    assert one(text, evidence=told).dated == "document"


def test_what_lasts_did_not_happen_on_the_day_of_the_sentence() -> None:
    text = "On 8 March 2021, Chile and Peru were carrying out a treaty."
    agreement = {"kind": "agreement", "stage": "implementing", "event": "COOPERATE"}
    assert one(text, **agreement).dated == "document"
    assert one(text, **(agreement | {"stage": "signed"})).date == "2021-03-08"


@pytest.mark.parametrize(
    ("event", "stage", "date", "expected"),
    [
        ("AID", "planned", "2022-06-20", ("AGREE", "2021-03-10", "document")),
        ("AID", "planned", "2021", ("AGREE", "2021-03-10", "document")),
        ("AID", "planned", "2020", ("AGREE", "2020", "text")),
        ("AGREE", "occurred", "2022", ("AGREE", "2021-03-10", "document")),
        ("AGREE", "occurred", "2021", ("AGREE", "2021", "text")),
        ("THREATEN", "threatened", "2022", ("THREATEN", "2021-03-10", "document")),
        ("REQUEST", "occurred", "2022", ("REQUEST", "2021-03-10", "document")),
        ("AID", "occurred", "2020-06-20", ("AID", "2020-06-20", "text")),
    ],
)
def test_a_promise_happens_when_it_is_reported(event: str, stage: str, date: str, expected: tuple[str, ...]) -> None:
    made = one("Chile and Peru.", kind="event", event=event, stage=stage, date=date)
    assert (made.type, made.date, made.dated) == expected


@pytest.mark.parametrize(
    ("text", "where", "expected"),
    [
        ("Chile condemned the March 23 Movement and Peru.", "March 23", "document"),
        ("Chile condemned Peru on March 3.", "March 3", "text"),
    ],
)
def test_a_date_within_a_name_is_none(text: str, where: str, expected: str) -> None:
    told = (Evidence("date", "2021-03-03", text.index(where), text.index(where) + len(where)),)
    made = one(text, date="2021-03-03", evidence=told)
    assert made.dated == expected


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Peru fought the March 23 Movement.", "2021-05-10"),
        ("Peru fought Chile on March 23.", "2021-03-23"),
        ("Peru attacked Chile over the 2013 agreement.", "2021-05-10"),
    ],
)
def test_pairs_of_the_classifier_are_dated_alike(text: str, date: str) -> None:
    document = document_from_text(text, date="2021-05-10", language="en", stem="doc")
    mentions = linked_mentions(document, directory())
    found = candidates(document.text, 0, len(text), mentions)
    assert found[0].date(document.text, "2021-05-10", mentions)[0] == date
