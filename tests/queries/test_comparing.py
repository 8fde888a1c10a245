"""Which statements of two versions are one that was told anew."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dragoman.ledger import Ledger
from dragoman.queries import Found
from dragoman.queries.comparing import differing, in_same_words, pairs, without
from dragoman.queries.inside import changes
from ledger_samples import document, reading, said


def test_nothing_that_changed_is_taken_by_what_is_less_like_it(ledger: Ledger) -> None:
    def told(stem: str, date: str, *lines: tuple[str, str, str | None]) -> str:
        """A version whose statements are visits: quote, stage and object."""
        page = document(stem, " ".join(f"{quote}." for quote, _, _ in lines), date=date, url="https://x.org/visits")
        fields = {"source": "SRB", "target": "NATO"}
        made = [said(page, quote, "meeting", stage, object=thing, **fields) for quote, stage, thing in lines]
        ledger.add(page, reading(*made))
        return page.id

    before = told(
        "visits-1",
        "2017",
        ("The council talked in Rome", "held", "Rome talks"),
        ("The council talked in Rome twice", "held", "Rome talks on trade"),
        ("The envoy came", "held", None),
        ("The envoy came", "held", None),
        ("A new round is wanted", "planned", None),
    )
    after = told(
        "visits-2",
        "2018",
        ("The council talked in Rome twice", "planned", "Rome talks on trade"),
        ("The council talked in Rome again", "held", "Rome talks"),
        ("The envoy came", "held", None),
        ("Ministers dined together", "held", None),
    )
    found = changes(ledger, before, after)
    assert [(differing(a, b), b.statement.quote) for a, b in found.changed] == [
        (("quote",), "The council talked in Rome again"),
    ]
    assert [(differing(a, b), b.statement.quote) for a, b in found.reread if a and b] == [
        (("stage",), "The council talked in Rome twice"),
    ]
    assert found.stayed == 1
    assert [f.statement.quote for f in found.appeared] == ["Ministers dined together"]
    assert [f.statement.quote for f in found.vanished] == ["The envoy came", "A new round is wanted"]


TEXT = "They signed the Blue Pact. The envoy came to Rome. The fund has 5 million. The envoy came to Rome."


def found(quote: str, at: int = 0, text: str = TEXT, **fields: Any) -> Found:
    statement = replace(said(document("page", text[at:]), quote, **fields), start=text.index(quote, at))
    statement = replace(statement, end=statement.start + len(quote))
    return Found(statement.id, statement, None, None, False, 1, "d", None, None, None, None, "page.txt")


@pytest.mark.parametrize(
    ("fields", "differ"),
    [
        ({}, ()),
        ({"source": "SRB", "target": "EU"}, ("target",)),
        ({"source": "SRB", "target": "NATO", "stage": "ratified", "date": "2015"}, ("stage", "date")),
    ],
)
def test_fields_that_differ_are_named(fields: dict[str, str], differ: tuple[str, ...]) -> None:
    base = {"source": "SRB", "target": "NATO"}
    one, other = found("signed the Blue Pact", **base), found("signed the Blue Pact", **(base | fields))
    assert differing(one, replace(other, statement=replace(other.statement, doc="page-2"))) == differ


def test_what_is_equal_is_taken_away_one_for_one() -> None:
    came, again = found("envoy came"), found("envoy came", TEXT.rindex("The envoy"))
    signed = found("signed the Blue Pact")
    assert without([signed, came, again], [came]) == [signed, again]
    assert without([came, again], [again, came, signed]) == []
    assert without([], [came]) == []
    assert without([came], []) == [came]


PAIRED = [
    # fields of the statement before, of the one after; whether they are one that was told anew
    ({"object": "Blue Pact"}, {"object": "the Blue Pact", "date": "2015"}, True),
    ({"object": "Blue Pact"}, {"object": "Red Treaty on Fish"}, False),
    ({"object": None}, {"object": None, "stage": "ratified"}, True),
    ({"object": "Blue Pact"}, {"object": None}, False),
    ({"source": "SRB, XKX"}, {"source": "XKX"}, True),
    ({"source": "SRB"}, {"source": "XKX"}, False),
    ({"source": ""}, {"source": ""}, False),
    ({}, {"kind": "progress", "stage": "done"}, False),
]


@pytest.mark.parametrize(("before", "after", "are_one"), PAIRED)
def test_statements_are_paired_by_kind_party_and_thing(
    before: dict[str, Any], after: dict[str, Any], are_one: bool
) -> None:
    base = {"source": "SRB", "object": "Blue Pact"}
    one, other = (found("signed the Blue Pact", **(base | fields)) for fields in (before, after))
    assert pairs([one], [other]) == ({0: 0} if are_one else {})
    assert pairs([], [other]) == pairs([one], []) == {}


@pytest.mark.parametrize(
    ("other", "stand"),
    [
        (TEXT, ["signed the Blue Pact", "envoy came"]),
        (TEXT.replace(" ", "\n"), ["signed the Blue Pact", "envoy came"]),
        ("They signed the Blue Pact. The envoy came to Rome.", ["signed the Blue Pact"]),  # once, and twice before
        ("They signed the Blue Pact!", []),
        ("", []),
    ],
)
def test_sentences_are_the_same_whatever_the_white_space(other: str, stand: list[str]) -> None:
    told = [found("signed the Blue Pact"), found("envoy came")]
    same = in_same_words(told, document("page", TEXT), document("page", other))
    assert [one.statement.quote for one in told if one.id in same] == stand
