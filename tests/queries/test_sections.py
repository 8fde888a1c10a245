"""Facts of one kind, newest first."""

from __future__ import annotations

import pytest

from dragoman.errors import InvalidRecord, UnknownName
from dragoman.ledger import Ledger
from dragoman.queries.sections import event_types, section, sections
from ledger_samples import document, reading, said

ALL = {"agreement": 10, "mission": 10, "membership": 10, "meeting": 10}


def dates(told: object) -> list[str | None]:
    return [line.best.statement.date for line in told.facts]  # type: ignore[attr-defined]


def test_sections_give_the_newest_first_and_the_undated_last(talks: Ledger) -> None:
    told = sections(talks, ("SRB",), ALL)
    assert told.kinds == (("agreement", 2), ("meeting", 3))
    assert dates(told.of("meeting")) == ["2019-05", "2018", None]
    assert told.of("mission") is None
    assert dates(section(talks, ("NATO", "SRB"), "meeting", newest_first=False).of("meeting")) == [
        "2018",
        "2019-05",
        None,
    ]


@pytest.mark.parametrize("newest_first", [True, False])
def test_the_pages_of_a_section_add_up_to_the_section(talks: Ledger, newest_first: bool) -> None:
    whole = section(talks, ("SRB", "NATO"), "meeting", newest_first=newest_first).of("meeting")
    seen, cursor = [], None
    for _ in range(5):
        page = section(talks, ("SRB", "NATO"), "meeting", limit=1, cursor=cursor, newest_first=newest_first).of(
            "meeting"
        )
        assert page is not None
        seen += [line.number for line in page.facts]
        cursor = page.cursor
        if cursor is None:
            break
    assert whole is not None
    assert seen == [line.number for line in whole.facts]


def test_sections_of_nobody_and_of_no_kind(talks: Ledger) -> None:
    with pytest.raises(UnknownName):
        sections(talks, ("Atlantis",), ALL)
    with pytest.raises(InvalidRecord):
        section(talks, ("SRB",), "gossip")


def test_events_are_counted(talks: Ledger) -> None:
    assert event_types(talks, "SRB", "NATO") == (("CONSULT", 3), ("SUPPORT", 2))


def test_a_section_holds_no_more_than_is_wanted_and_counts_all(talks: Ledger) -> None:
    told = sections(talks, ("SRB",), {"meeting": 1, "mission": 5})
    assert (told.about, told.facts_count) == (("SRB",), 5)
    (meetings,) = told.sections
    assert (meetings.count, dates(meetings)) == (3, ["2019-05"])
    assert meetings.cursor is not None
    whole = sections(talks, ("SRB",), ALL).of("meeting")
    assert whole is not None
    assert whole.cursor is None


def test_what_two_of_very_many_did_is_in_their_sections(ledger: Ledger) -> None:
    page = document("summit", "All of them met. Two of them met.")
    everyone = ", ".join(f"/Guest {number}" for number in range(20))
    read = [
        said(page, "All of them met", "meeting", "held", source=everyone, object="Summit", date="2019"),
        said(page, "Two of them met", "meeting", "held", source="/Guest 3, /Guest 5", object="Talks", date="2020"),
    ]
    ledger.add(page, reading(*read))
    assert dates(section(ledger, ("/Guest 3", "/Guest 5"), "Meeting").of("meeting")) == ["2020", "2019"]
    assert dates(section(ledger, ("/Guest 3", "/Guest 4"), "meeting").of("meeting")) == ["2019"]
