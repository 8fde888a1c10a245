"""What dates in the directory must keep to among each other: states, their capitals, names, numbers and successors."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from dragoman.actors import Directory, directory
from dragoman.actors.directory import Actor

YEAR = timedelta(366)
# Kingdoms and empires of the nineteenth century that the lists of numbers have and the directory has not.
BEFORE_ITS_TIME = {("EGY", 651), ("VNM", 815)}


@pytest.fixture(scope="module")
def shipped() -> Directory:
    return directory()


def states(shipped: Directory) -> list[Actor]:
    return [actor for actor in shipped.actors if actor.kind in ("state", "territory")]


MOVED = [
    ("NGA", "Lagos", "Abuja", 1991),
    ("MWI", "Zomba", "Lilongwe", 1975),
    ("BLZ", "Belize City", "Belmopan", 1970),
    ("BRA", "Rio de Janeiro", "Brasília", 1960),
    ("MMR", "Yangon", "Naypyidaw", 2006),
    ("KAZ", "Almaty", "Astana", 1997),
    ("PLW", "Koror", "Ngerulmud", 2006),
]


@pytest.mark.parametrize(("code", "old", "new", "year"), MOVED)
def test_a_capital_that_moved_is_one_town_before_and_another_after(
    shipped: Directory, code: str, old: str, new: str, year: int
) -> None:
    current = [
        {capital.text for capital in shipped.actor(code).capitals if capital.period.contains(date(of, 7, 1))}
        for of in (year - 2, year + 2)
    ]
    assert [(old in towns, new in towns) for towns in current] == [(True, False), (False, True)]


def test_a_state_has_a_capital_in_every_year_in_which_it_exists(shipped: Directory) -> None:
    middays = [date(year, 7, 1) for year in range(1946, 2027)]
    bare = [
        (actor.code, day.year)
        for actor in states(shipped)
        for day in middays
        if actor.kind == "state" and actor.capitals and actor.existed(day)
        if not any(capital.period.contains(day) for capital in actor.capitals)
    ]
    assert bare == []


def test_no_word_for_an_actor_begins_after_the_actor_has_ended(shipped: Directory) -> None:
    late = [
        (actor.code, word.text)
        for actor in shipped.actors
        for word in (*actor.names, *actor.demonyms, *actor.capitals, *actor.seats, *actor.collective, *actor.members)
        if actor.end and word.period.start and word.period.start > actor.end
    ]
    assert late == []


def test_no_day_is_both_the_last_of_a_state_and_the_first_of_its_successor(shipped: Directory) -> None:
    shared = [
        (old.code, new)
        for old in states(shipped)
        for new in old.successors
        if old.end and old.end in [period.start for period in shipped.actor(new).periods]
    ]
    assert shared == []


@pytest.mark.parametrize(("kind", "years"), [("state", 9), ("organisation", 1)])
def test_what_has_ended_has_a_successor_in_time(shipped: Directory, kind: str, years: int) -> None:
    orphans = [
        (old.code, new)
        for old in shipped.actors
        if old.kind == kind and old.end
        for new in old.successors
        if shipped.actor(new).periods
        and not any(
            (period.start or date.min) <= old.end + years * YEAR and (period.end is None or period.end > old.end)
            for period in shipped.actor(new).periods
        )
    ]
    assert orphans == []


def test_numbers_lie_in_the_time_of_their_state(shipped: Directory) -> None:
    outside = {
        (actor.code, number.code)
        for actor in states(shipped)
        for number in (*actor.cow, *actor.gw)
        if actor.periods and not any(number.period.overlaps(period) for period in actor.periods)
    }
    assert outside == BEFORE_ITS_TIME


def test_a_code_of_iso_is_that_of_one_actor(shipped: Directory) -> None:
    given = [code for actor in states(shipped) for code in (actor.code, *actor.former_codes)]
    assert sorted(given) == sorted(set(given))


@pytest.mark.parametrize(
    ("code", "day", "existed"),
    [
        ("EAC", "1972-01-01", True),
        ("EAC", "1985-01-01", False),
        ("EAC", "2010-01-01", True),
        ("CAJ", "1910-01-01", True),
        ("CAJ", "1960-01-01", False),
        ("OSCE/Minsk Group", "2026-06-01", False),
        ("COMESA", "1990-01-01", False),
        ("PTA-E", "1990-01-01", True),
    ],
)
def test_an_organisation_that_was_refounded_or_wound_up_did_not_exist_then(
    shipped: Directory, code: str, day: str, existed: bool
) -> None:
    assert shipped.actor(code).existed(date.fromisoformat(day)) is existed
