"""In which way a date places something in time."""

from __future__ import annotations

import pytest

from dates.sentences import FRIDAY, read
from dragoman.dates import find_dates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It has been a member since 1999.", ("1999", None, "since")),
        ("It has been a member from 1 January 2004.", ("2004-01-01", None, "since")),
        ("It is in force from 2016 onwards.", ("2016", None, "since")),
        ("It has grown since the 1960s.", ("1960", None, "since")),
        ("The mandate runs until 2020.", (None, "2020", "until")),
        # What had not been until then.
        ("Chad did not recognise Peru until 1991.", ("1991", None, "point")),
        ("Chad did not recognise Peru and Mali until 1991.", ("1991", None, "point")),
        ("It wasn’t signed until 5 May 1994.", ("1994-05-05", None, "point")),
        ("No ambassador was appointed until 1960.", ("1960", None, "point")),
        ("Not until 1862 did Peru recognise it.", ("1862", None, "point")),
        ("It was not until Peru signed the treaty in 1839 that it joined.", ("1839", None, "point")),
        ("It will not enter into force until 2030.", ("2030", None, "point")),
        ("Relations were not established until the 1990s.", ("1990", "1999", "interval")),
        # What went on until then.
        ("Peru did not stay in the pact until 1991.", (None, "1991", "until")),
        ("They did not renew the pact in force until 1991.", (None, "1991", "until")),
        ("Chad did not sign but stayed until 1991.", (None, "1991", "until")),
        ("The pact, not signed by Peru, holds until 2020.", (None, "2020", "until")),
        ("They agreed not to test weapons until 2020.", (None, "2020", "until")),
        ("He missed the talks that did not end until 1991.", (None, "1991", "until")),
        ("Regulation No 5 extends the mandate until 2020.", (None, "2020", "until")),
        ("They will spend no more than planned until 2020.", (None, "2020", "until")),
        ("There is no doubt Chad will stay until 2020.", (None, "2020", "until")),
        ("With no opposition the mandate was extended until 2020.", (None, "2020", "until")),
        ("Relations were limited prior to 1971.", (None, "1971", "until")),
        ("They met prior to the Summit on 14 May 2022.", ("2022-05-14", None, "point")),
        ("They met prior to joining the union on 14 May 2022.", (None, "2022-05-14", "until")),
        ("The mandate expires on 31 May 2017.", (None, "2017-05-31", "until")),
        ("It was lent for a period ending on 30 June 2011.", (None, "2011-06-30", "until")),
        ("The lease expired on 31 May 2017.", ("2017-05-31", None, "point")),
        ("They are to report by 31 May 2017.", (None, "2017-05-31", "deadline")),
        ("They are to report by the end of 2022.", (None, "2022", "deadline")),
        ("They are to report no later than March 2022.", (None, "2022-03", "deadline")),
        ("He stayed in Riga until the legation opened on June 30, 1930.", (None, "1930-06-30", "until")),
        ("The licence is valid through 12:01 a.m. eastern time, August 31, 2022.", (None, "2022-08-31", "until")),
        ("It was not done by the deadline of 31 March 2019.", (None, "2019-03-31", "deadline")),
        ("They asked for an extension to 31 March 2019.", (None, "2019-03-31", "until")),
        ("The pledge of aid through 2027 remains open.", (None, "2027", "until")),
        ("The mandate was extended by six months to 31 October 2013.", (None, "2013-10-31", "until")),
        ("It was paid up to and including 2014.", (None, "2014", "until")),
        ("It is open until midnight on Friday, 3 September 2021.", (None, "2021-09-03", "until")),
        ("It is closed from 5 a.m. on Sunday 22 March 2020.", ("2020-03-22", None, "since")),
        ("Spending will rise to 2.5% of output from April 2027.", ("2027-04", None, "since")),
        ("It is to be paid, in no case later than 1 January 1964.", (None, "1964-01-01", "deadline")),
        ("They are to report by end-2010.", (None, "2010", "deadline")),
        ("They are to report by end-June 2010.", (None, "2010-06", "deadline")),
        ("It has been there since at least 2014.", ("2014", None, "since")),
        ("It has been there since around 2014.", ("2014", None, "since")),
        ("The rate holds w.e.f. 1 July 2021.", ("2021-07-01", None, "since")),
    ],
)
def test_the_words_before_a_date_give_its_role(text: str, expected: tuple[str | None, str | None, str]) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize("text", ["He was a judge (2014– ).", "He was a judge, 2014 to date."])
def test_the_words_behind_a_date_tell_that_it_is_a_beginning(text: str) -> None:
    assert read(text) == [("2014", None, "since")]


def test_until_a_part_of_a_year_is_until_its_end() -> None:
    assert read("It is to last until the second half of next year.", FRIDAY) == [(None, "2023-12", "until")]


def test_a_passage_after_its_cue_has_the_date_as_a_point() -> None:
    text = "He stayed in Riga until the legation opened on June 30, 1930."
    (found,) = find_dates(text)
    inner = found.seen_from(text.index("the legation"))
    assert (inner.date, inner.end_date, inner.role) == ("1930-06-30", None, "point")
    assert found.seen_from(0) == found


@pytest.mark.parametrize("text", ["Trade is up 13.9% from 2019.", "Trade is up 5 per cent from the previous year."])
def test_what_a_measure_is_compared_with_is_no_beginning(text: str) -> None:
    assert [d.role for d in find_dates(text, FRIDAY)] == ["name"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("It was the first visit by a Greek premier since 1957.", "name"),
        ("For the first time since 1974 the leaders met.", "name"),
        ("Trade saw its largest fall since May 2011.", "name"),
        ("Growth was the lowest since 2009.", "name"),
        ("It has been the largest donor since 2010.", "since"),
        ("It remains its largest partner since 2010.", "since"),
        ("It has been Chad’s largest partner since 2010.", "since"),
        ("The first office has worked there since 2001.", "since"),
        ("At least 12 people were held since 2001.", "since"),
        ("They have not met since 2001.", "since"),
    ],
)
def test_what_something_is_only_the_first_or_the_most_since(text: str, role: str) -> None:
    assert [found[2] for found in read(text)] == [role]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 2019 earthquake damaged the school.", "2019"),
        ("They are bound by the 1999 Agreement.", "1999"),
        ("They follow UN Resolution 1325 (2000).", "2000"),
        ("Section 232 of the Trade Expansion Act of 1962 applies.", "1962"),
        ("India's 2020 election was peaceful.", "2020"),
        ("It is in document S/RES/2659(2022).", "2022"),
        ("Resolution 1244(1999) is in force.", "1999"),
    ],
)
def test_a_date_in_a_name_belongs_to_the_thing_named(text: str, expected: str) -> None:
    assert read(text) == [(expected, None, "name")]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Act 29 of 1960 applies.", ["name"]),
        ("Decree-Law No. 12 of 1999 applies.", ["name"]),
        ("S.I. No. XI of 2014 applies.", ["name"]),
        ("Chapter 12 of 1994 applies.", ["name"]),
        ("The Convention of 1951 applies.", ["point"]),
        ("The notes of 1972 apply.", ["point"]),
        ("Resolutions 1267 (1999), 1989 (2011) and 2253 (2015) apply.", ["name", "name", "name"]),
        ("In 2019 (2018) it was 3.", ["point", "point"]),
        ("The 2018 and 2023 elections were free.", ["name", "name"]),
        ("The 1951, 1967 and 1984 treaties apply.", ["name", "name", "name"]),
        ("The war of 1951 and 1952 is over.", ["point", "point"]),
    ],
)
def test_years_that_are_part_of_a_name(text: str, roles: list[str]) -> None:
    assert [found[2] for found in read(text)] == roles


def test_a_year_behind_words_with_a_stroke_is_in_no_name() -> None:
    assert [found[2] for found in read("It sold oil/gas (2011) and took part in the air/sea (2003) exercise.")] == [
        "point"
    ] * 2
