"""Statements by words and filter, with what they could be narrowed down by."""

from __future__ import annotations

import pytest

from dragoman.ledger import Ledger
from dragoman.queries import Filter
from dragoman.queries.finding import in_year, matches
from ledger_samples import DEPLOYED, OUTSIDE, document, reading, said


def test_matches_by_words_and_by_filter_come_with_facets(talks: Ledger) -> None:
    told = matches(talks, Filter(text="met room"), limit=2)
    assert (told.count, len(told.statements), told.at_least) == (3, 2, False)
    assert {f.name: f.values for f in told.facets}["kind"] == (("meeting", 3),)
    assert {f.name: f.values for f in told.facets}["year"] == (("2019", 1), ("2018", 1))
    rest = matches(talks, Filter(text="met room"), limit=2, cursor=told.cursor)
    assert (len(rest.statements), rest.cursor) == (1, None)
    assert matches(talks, Filter(text="met room", since="2019")).count == 1
    assert matches(talks, Filter(actors=("SRB",), kinds=("agreement",))).count == 2
    assert matches(talks, Filter(actors=("Atlantis",))).count == 0
    assert matches(talks, Filter(text="---")).statements == ()


@pytest.mark.parametrize(
    ("asked", "years"),
    [
        ({}, {"2019": 2, "2018": 2, "2017": 1, "0988": 1}),
        ({"since": "2018-06"}, {"2019": 2, "2018": 2}),
        ({"until": "2018-06"}, {"2018": 2, "2017": 1, "0988": 1}),
        ({"since": "2018-03", "until": "2018-06"}, {"2018": 2}),
    ],
)
def test_years_count_what_they_lead_to(talks: Ledger, asked: dict[str, str], years: dict[str, int]) -> None:
    page = document("long", "They met in room 9 for years. They met in room 988. They met in room 0 until now.")
    told = (
        said(page, "They met in room 9 for years", "meeting", "held", date="2017", end_date="2019"),
        said(page, "They met in room 988", "meeting", "held", date="0988"),
    )
    talks.add(page, reading(*told))
    filtered = Filter(text="met room", **asked)
    found = next(f for f in matches(talks, filtered).facets if f.name == "year")
    assert dict(found.values) == years
    for year, count in found.values:
        since, until = in_year(filtered.since, filtered.until, year)
        assert matches(talks, Filter(text="met room", since=since, until=until)).count == count


def test_words_and_object_narrow_each_other_down_however_many_have_them(
    talks: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Filter(text="met", object="room 2")
    few = [found.id for found in matches(talks, asked).statements]
    monkeypatch.setattr("dragoman.queries.filtering.FEW", 0)
    assert len(few) == 1
    assert [found.id for found in matches(talks, asked).statements] == few


def test_a_page_may_be_longer_than_what_counts_rest_on(talks: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.queries.finding.COUNTED", 1)
    told = matches(talks, Filter(kinds=("meeting",)), limit=2)
    assert (len(told.statements), told.cursor is not None) == (2, True)
    rest = matches(talks, Filter(kinds=("meeting",)), limit=2, cursor=told.cursor)
    assert (len(rest.statements), rest.cursor) == (1, None)


def test_where_none_has_all_the_words_those_with_most_match(filled: Ledger) -> None:
    told = matches(filled, Filter(text="Kosovo's members in Mars"))
    assert [f.statement.quote for f in told.statements] == [DEPLOYED, OUTSIDE]
    assert (told.words_found, told.words_asked) == (1, 3)
    narrowed = matches(filled, Filter(text="member deployed Kosovo", actors=("XKX",), kinds=("membership",)))
    assert [f.statement.quote for f in narrowed.statements] == [OUTSIDE]
    assert matches(filled, Filter(text="Mars Venus")).count == 0


def test_looking_goes_on_where_not_all_with_the_words_were_looked_through(
    talks: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dragoman.queries.finding._LOOKED_THROUGH", 2)
    monkeypatch.setattr("dragoman.queries.finding.COUNTED", 0)
    asked, found, cursor = Filter(text="met room", object="room 3"), [], None
    for _ in range(5):
        told = matches(talks, asked, limit=1, cursor=cursor)
        found += [f.statement.quote for f in told.statements]
        if (cursor := told.cursor) is None:
            break
    assert (found, cursor) == (["They met in room 3"], None)


@pytest.mark.parametrize(
    ("since", "until", "narrowed"),
    [
        (None, None, ("2019", "2019")),
        ("", "", ("2019", "2019")),
        ("2018", "2020", ("2019", "2019")),
        ("2019-05", None, ("2019-05", "2019")),
        (None, "2019-05", ("2019", "2019-05")),
        ("2019-05", "2019-06", ("2019-05", "2019-06")),
    ],
)
def test_a_year_narrows_down_and_never_widens(since: str | None, until: str | None, narrowed: tuple[str, str]) -> None:
    assert in_year(since, until, "2019") == narrowed


def test_stages_are_counted_of_one_kind_and_actors_that_were_not_asked_for(talks: Ledger) -> None:
    facets = {f.name: dict(f.values) for f in matches(talks, Filter(kinds=("agreement",), actors=("SRB",))).facets}
    assert facets["stage"] == {"concluded": 1, "signed": 1}
    assert facets["actor"] == {"NATO": 2}
    assert "stage" not in {f.name for f in matches(talks, Filter()).facets}
    assert matches(talks, Filter(text="nowhere")).facets == ()
