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


@pytest.mark.parametrize(
    ("text", "fields", "expected"),
    [
        ("Chile has sent aid to Peru since 2002.", {}, ("2021-03-10", "document")),
        ("Since 2002, Chile has sent aid to Peru.", {}, ("2021-03-10", "document")),
        ("Chile sent aid to Peru in 2002.", {}, ("2002", "text")),
        ("Chile suspended aid to Peru from 2002.", {"stage": "ended"}, ("2002", "text")),
        (
            "Chile has had relations with Peru since 2002.",
            {"kind": "relations", "stage": "established"},
            ("2002", "text"),
        ),
    ],
)
def test_since_when_something_goes_on_is_not_its_date(
    text: str, fields: dict[str, object], expected: tuple[str, str]
) -> None:
    at = text.index("2002")
    told = (Evidence("date", "2002", at, at + 4),)
    given: dict[str, object] = {"kind": "assistance", "stage": "under-way", "event": "AID", "date": "2002"}
    event = one(text, evidence=told, **(given | fields))
    assert (event.date, event.dated) == expected


@pytest.mark.parametrize(
    ("text", "date"),
    [("Peru fought Chile since March 23.", "2021-05-10"), ("Peru fought Chile March 23.", "2021-03-23")],
)
def test_pairs_have_no_beginning_as_their_date(text: str, date: str) -> None:
    document = document_from_text(text, date="2021-05-10", language="en", stem="doc")
    mentions = linked_mentions(document, directory())
    assert candidates(document.text, 0, len(text), mentions)[0].date(document.text, "2021-05-10", mentions)[0] == date


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([("CHL", "PER", "2021-03-09"), ("CHL", "PER", None)], ["2021-03-09", "2021-03-09"]),
        ([("CHL", "PER", "2021-03-09"), ("PER", "CHL", None)], ["2021-03-09", "2021-03-09"]),
        ([("CHL", "PER", "2021-03-09"), ("CHL", "BOL", None)], ["2021-03-09", "2021-03-10"]),
        ([("CHL", "PER", "2020-03-09"), ("CHL", "PER", None)], ["2020-03-09", "2021-03-10"]),
        (
            [("CHL", "PER", "2021-03-08"), ("CHL", "PER", "2021-03-09"), ("CHL", "PER", None)],
            ["2021-03-08", "2021-03-09", "2021-03-10"],
        ),
    ],
)
def test_talks_of_the_same_two_have_one_date_in_a_document(
    told: list[tuple[str, str, str | None]], expected: list[str]
) -> None:
    sentence = "Chile, Peru and Bolivia talked. "
    statements = tuple(
        Statement("doc", "meeting", "held", sentence.strip(), n * len(sentence), (n + 1) * len(sentence) - 1,
                  confidence=0.9, event="CONSULT", source=(source,), target=(target,), date=date)
        for n, (source, target, date) in enumerate(told)
    )  # fmt: skip
    document = document_from_text(sentence * len(told), date="2021-03-10", language="en", stem="doc")
    made = code_reading(document, Reading("test", statements), directory()).events
    assert [event.date for event in made] == expected


@pytest.mark.parametrize(
    ("text", "source", "published", "expected"),
    [
        ("The Soviet Union condemned Peru.", "SUN", "2020-01-01", ("1922-12-30/1991-12-25", "text")),
        ("The Soviet Union condemned Peru.", "SUN", "1985-01-01", ("1985-01-01", "document")),
        ("The Soviet Union condemned Peru.", "SUN", "1992-01-20", ("1992-01-20", "document")),
        ("The Soviet Union condemned Peru on 3 May 1985.", "SUN", "2020-01-01", ("1985-05-03", "text")),
        ("Tibet condemned Peru.", "TBT", "2020-01-01", ("2020-01-01", "document")),
        ("Russia condemned Peru.", "RUS", "2020-01-01", ("2020-01-01", "document")),
    ],
)
def test_a_state_that_is_long_gone_did_it_while_it_existed(
    text: str, source: str, published: str, expected: tuple[str, str]
) -> None:
    event = one(text, published=published, source=(source,))
    assert (event.date, event.dated) == expected
