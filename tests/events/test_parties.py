"""Codes of the parties of events."""

from __future__ import annotations

import pytest

from dragoman.actors.directory import directory
from dragoman.actors.linking import linked_mentions
from dragoman.documents import document_from_text
from dragoman.events.coding import code_reading
from dragoman.events.parties import party, place_of
from dragoman.events.records import Event
from dragoman.records import Reading, Statement


def one(text: str, source: str, target: str) -> Event:
    """The event of a statement that one shells the other."""
    statement = Statement("doc", "event", "occurred", text, 0, len(text), confidence=0.9, event="ASSAULT",
                          source=(source,), target=(target,))  # fmt: skip
    document = document_from_text(text, date="2016-03-01", language="en", stem="doc")
    (event,) = code_reading(document, Reading("test", (statement,)), directory()).events
    return event


@pytest.mark.parametrize(
    ("code", "country"),
    [
        ("/British Labour Party", "GBR"),
        ("/Peruvian miners", "PER"),
        ("/BJP", "IND"),
        ("/Labour Party", None),
        ("/Justice and Development Party", None),
        ("/AKP", "TUR"),
        ("/American University", None),
        ("/Congolese Labour Party", None),
    ],
)
def test_a_party_that_is_called_after_its_state_is_of_it(code: str, country: str | None) -> None:
    assert party(code, "2015", directory()).country == country


@pytest.mark.parametrize(
    ("code", "on", "iso3"),
    [
        ("BFA", "1960-09-01", "BFA"),
        ("BFA", "1959-09-01", None),
        ("SSD", "2008-05-01", None),
        ("SSD", "2011", "SSD"),
        ("SSD/Government", "2008", None),
        ("SUN", "1970", "SUN"),
        ("RUS", "1970-01-01", None),
        ("GRC", "1828-02-01", "GRC"),
        ("GRL", "1960", "GRL"),
        ("ABK", "2010", None),
    ],
)
def test_a_state_has_its_iso_code_while_it_exists(code: str, on: str, iso3: str | None) -> None:
    assert party(code, on, directory()).iso3 == iso3


@pytest.mark.parametrize(
    ("code", "on", "cow", "gw"),
    [
        ("YEM", "1985-03-02", 678, 678),
        ("VNM", "1975-06-01", 816, 816),
        ("SRB/Government", "1999-04-01", 345, 345),
        ("SRB", "2004-02-01", 345, 345),
        ("RUS", "1970-01-01", 365, 365),
        ("DEU", "1989-04-01", 260, 260),
        ("HRV", "1985-04-01", None, None),
        ("MNE", "2006-06-01", None, None),
        ("GRL", "1985-04-01", None, None),
    ],
)
def test_a_name_has_the_codes_of_the_state_that_it_meant_then(
    code: str, on: str, cow: int | None, gw: int | None
) -> None:
    made = party(code, on, directory())
    assert (made.cow, made.gw) == (cow, gw)


@pytest.mark.parametrize(
    ("code", "name", "sector"),
    [("/Islamic State", "ISIS", "REB"), ("/Daesh", "ISIS", "REB"), ("/ISIS", "ISIS", "REB"), ("/IS", "IS", None)],
)
def test_a_group_is_known_by_all_its_names(code: str, name: str, sector: str | None) -> None:
    made = party(code, "2016-03-01", directory())
    assert (made.code, made.name, made.sector) == (code, name, sector)


@pytest.mark.parametrize(
    ("text", "source", "target", "countries"),
    [
        ("Chile shelled 200 citizens of Peru.", "CHL", "/Citizens", ("CHL", "PER")),
        ("Chile shelled the people of Peru.", "CHL", "/People of Peru", ("CHL", "PER")),
        ("Chile shelled refugees from Peru.", "CHL", "/Refugees", ("CHL", "PER")),
        ("Rebels from Peru shelled Chile.", "/Rebels", "CHL", ("PER", "CHL")),
        ("Chile expelled rebels from Peru.", "CHL", "/Rebels", ("CHL", None)),
        ("Chile shelled rebels in Peru.", "CHL", "/Rebels", ("CHL", None)),
    ],
)
def test_a_group_is_of_the_country_that_it_is_said_to_be_of(
    text: str, source: str, target: str, countries: tuple[str | None, str | None]
) -> None:
    event = one(text, source, target)
    assert event.recipient is not None
    assert (event.actor.country, event.recipient.country) == countries


@pytest.mark.parametrize(
    ("text", "source", "target", "expected"),
    [
        ("Chile shelled Boko Haram fighters.", "CHL", "/Fighters", "/Boko Haram"),
        ("Chile shelled Kosovo Liberation Army rebels.", "CHL", "/Rebels", "/Kosovo Liberation Army (KLA)"),
        ("Chile shelled Revolutionary United Front fighters.", "CHL", "/Fighters", "/Revolutionary United Front (RUF)"),
        ("Chile shelled fighters of the LURD.", "CHL", "/Fighters",
         "/Liberians United for Reconciliation and Democracy (LURD)"),
        ("Chile shelled Hamas prisoners.", "CHL", "/Prisoners", "/Prisoners"),
        ("Chile shelled prisoners of Hamas.", "CHL", "/Prisoners", "/Prisoners"),
        ("Chile shelled Boko Haram and rebels.", "CHL", "/Rebels", "/Rebels"),
    ],
)  # fmt: skip
def test_the_people_of_a_named_group_are_the_group(text: str, source: str, target: str, expected: str) -> None:
    event = one(text, source, target)
    assert event.recipient is not None
    assert event.recipient.code == expected


@pytest.mark.parametrize(
    ("text", "group", "country"),
    [
        ("Chile shelled Russian separatists.", "/Russian separatists", "RUS"),
        ("Chile shelled pro-Russian separatists.", "/Russian separatists", None),
        ("Chile shelled Belarus - Russian separatists.", "/Russian separatists", "RUS"),
        ("Chile shelled pro-Russian citizens of Peru.", "/Russian citizens", "PER"),
    ],
)
def test_whom_a_group_is_for_or_against_is_not_its_country(text: str, group: str, country: str | None) -> None:
    event = one(text, "CHL", group)
    assert event.recipient is not None
    assert (event.recipient.country, event.recipient.cow is None) == (country, country is None)


@pytest.mark.parametrize(
    ("text", "on", "country"),
    [
        ("Chile shelled Peru in Lhasa.", "2016-03-01", "CHN"),
        ("Chile shelled Peru in Lhasa.", "1930-03-01", "TBT"),
        ("Chile shelled Peru in Lhasa.", None, "TBT"),
        ("Chile shelled Peru near Nairobi.", "2016-03-01", "KEN"),
    ],
)
def test_the_country_of_a_place_is_that_of_the_day(text: str, on: str | None, country: str) -> None:
    document = document_from_text(text, date="2016-03-01", language="en", stem="doc")
    mentions = linked_mentions(document, directory())
    assert place_of(document.text, 0, len(text), mentions, directory(), on).country == country


def test_organisations_of_a_document_are_neither_people_nor_groups() -> None:
    text = "Chile, NATO, Boko Haram, women and the world shelled Peru in the Sahel, said Antony J. Blinken."
    event = one(text, "CHL", "PER")
    assert event.organizations == ("North Atlantic Treaty Organization", "Boko Haram")
    assert "Sahel" in event.locations


@pytest.mark.parametrize(
    ("text", "source", "sectors"),
    [
        ("Minister James Farmer of Peru shelled Chile.", "PER/James Farmer", ("GOV",)),
        ("Farmers of Peru shelled Chile.", "PER/Farmers", ("AGR",)),
        ("General Mark Bishop of Peru shelled Chile.", "PER/Mark Bishop", ("MIL",)),
    ],
)
def test_a_surname_tells_no_sector(text: str, source: str, sectors: tuple[str, ...]) -> None:
    assert one(text, source, "CHL").actor.sectors == sectors


@pytest.mark.parametrize(
    ("text", "spoken", "country"),
    [
        ("Chile and Peru discussed the war in Kenya.", True, None),
        ("Chile fought a war in Kenya.", False, "KEN"),
        ("Chile and Peru met in Uganda to discuss the war in Kenya.", True, "UGA"),
        ("Chile and Peru met in Kenya.", True, "KEN"),
        ("Chile and Peru signed a peace agreement in Kenya.", True, "KEN"),
        ("Chile called for peace in Kenya.", True, None),
        ("Chile condemned the arrest of editors in Nairobi.", True, None),
    ],
)
def test_what_is_spoken_about_is_not_where_it_is_spoken(text: str, spoken: bool, country: str | None) -> None:
    document = document_from_text(text, date="2016-03-01", language="en", stem="doc")
    mentions = linked_mentions(document, directory())
    assert place_of(document.text, 0, len(text), mentions, directory(), spoken=spoken).country == country
