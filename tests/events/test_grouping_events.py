"""Reports of groups without a name of their own, put together."""

from __future__ import annotations

import pytest

from dragoman.actors.directory import directory
from dragoman.events import once, to_arrow
from dragoman.events.parties import party
from dragoman.events.records import Event, Party
from dragoman.events.table import event_schema


def report(doc: str, actor: Party, recipient: Party | None, mutual: bool = False) -> Event:
    return Event("ASSAULT", actor, recipient, "2016-03-01", "text", doc, "Somebody did it.", 0, 16, 0.7, mutual=mutual)


def side(code: str, sector: str | None = None) -> Party:
    made = party(code, "2016-03-01", directory())
    return made if sector is None else Party(made.code, made.name, (sector,), made.country, made.iso3)


def number(*reports: Event) -> int:
    rows = once(to_arrow(reports))
    assert rows.schema == event_schema()
    assert sum(rows["reports"].to_pylist()) == len(reports)
    return rows.num_rows


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (side("UKR", "MIL"), side("UKR/Soldiers"), True),
        (side("UKR/Troops"), side("UKR/Soldiers"), True),
        (side("/Ukrainian soldiers"), side("UKR/Soldiers"), True),
        (side("UKR"), side("UKR", "MIL"), True),
        (side("UKR"), side("UKR/Soldiers"), False),
        (side("UKR/Police"), side("UKR/Soldiers"), False),
        (side("UKR/Army"), side("UKR/Navy"), False),
        (side("/Rebels"), side("/Soldiers"), False),
        (side("EGY/President of Egypt"), side("EGY/President"), True),
        (side("EGY/President of the Arab Republic of Egypt"), side("EGY/president"), True),
        (side("EGY/Ministry of Finance"), side("EGY/Ministry of Finance of Egypt"), True),
        (side("EGY/Ministry of Finance"), side("EGY/Ministry of Defence"), False),
        (side("EGY/President of the Senate"), side("EGY/President"), False),
        (side("EGY/President of Syria"), side("EGY/President"), False),
        (side("/Islamic State"), side("/ISIS"), True),
        (side("/Hamas"), side("/ISIS"), False),
        (None, side("UKR/Soldiers"), False),
    ],
)
def test_groups_are_the_same_by_country_and_sector(one: Party | None, other: Party, together: bool) -> None:
    actor = side("RUS/Soldiers")
    assert number(report("a", actor, one), report("b", actor, other)) == (1 if together else 2)


def test_groups_of_both_sides_are_put_together_whatever_the_order() -> None:
    one, other = side("UKR/Soldiers"), side("RUS/Troops")
    bare = (side("UKR", "MIL"), side("RUS", "MIL"))
    assert number(report("a", one, other), report("b", bare[0], other), report("c", *bare)) == 1
    assert number(report("a", one, other), report("b", other, one)) == 2
    assert number(report("a", one, other, mutual=True), report("b", bare[1], bare[0], mutual=True)) == 1


def test_an_office_is_one_in_a_visit_and_in_talks() -> None:
    one, other = side("EGY/President of Egypt"), side("KEN/Prime minister")
    talks = report("a", side("KEN/Prime Minister"), side("EGY/president"), mutual=True)
    assert number(report("b", one, other), talks) == 1
    assert number(report("b", one, other), report("c", other, one)) == 2
