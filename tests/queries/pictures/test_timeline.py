"""The dated facts of an actor or of two together."""

from __future__ import annotations

import pytest

from dragoman.errors import UnknownName
from dragoman.ledger import Ledger
from dragoman.queries.pictures import Years, timeline


def test_a_timeline_has_the_dated_facts_of_an_actor_by_kind_and_day(filled: Ledger) -> None:
    found = timeline(filled, ("XKX",))
    assert found.about == ("XKX",)
    assert [(item.kind, item.first, item.last) for item in found.items][:4] == [
        ("relations", "2008-02-18", None),
        ("membership", "2016", None),
        ("agreement", "2015-10-27", None),
        ("mission", "1999-06", "2010"),
    ]
    assert next(item for item in found.items if item.kind == "agreement").told == 2
    assert not any(item.object == "sovereignty" for item in found.items)


def test_a_timeline_of_two_has_what_they_share_and_says_what_it_cut(filled: Ledger) -> None:
    assert [item.object for item in timeline(filled, ("SRB", "XKX")).items] == ["Dialogue"]
    few = timeline(filled, ("XKX",), per_kind=1)
    assert few.cut == ("assistance", "meeting")
    assert [item.object for item in few.items if item.kind == "meeting"] == ["Talks"]
    late = timeline(filled, ("XKX",), kinds=("meeting",), years=Years(2014, 2014))
    assert {item.object for item in late.items} == {"Talks", "Talks in Funafuti"}


def test_an_actor_that_is_not_there_is_named(ledger: Ledger) -> None:
    with pytest.raises(UnknownName, match="'NOPE'"):
        timeline(ledger, ("NOPE",))
