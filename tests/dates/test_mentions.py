"""Days, months, years, decades and stretches of them that a text names."""

from __future__ import annotations

import pytest

from dates.sentences import FRIDAY, read
from dragoman.dates import find_dates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The text was agreed on April 19, 2013.", "2013-04-19"),
        ("It was agreed on 19 April 2013.", "2013-04-19"),
        ("It was agreed on April 19,2013.", "2013-04-19"),
        ("It was agreed on the 17th of February 2008.", "2008-02-17"),
        ("It was agreed on Thursday, February 24, 2022, at 5:20 p.m.", "2022-02-24"),
        ("It was agreed on Oct. 30, 2015.", "2015-10-30"),
        ("AGREED 30 OCTOBER 2015", "2015-10-30"),
        ("Relations were opened in January 2015.", "2015-01"),
        ("The office opened in mid 2017.", "2017"),
        ("The office opened in early 1999.", "1999"),
        ("The office opened in late-2023.", "2023"),
        ("The office opened at the end of 2022.", "2022"),
        ("Embassy opened in Lusaka, 1968.", "1968"),
        ("Consulate established in 1796.", "1796"),
        ("The mission\nwas deployed on 3\nJune 1999.", "1999-06-03"),
        ("The budget for 2019 includes a grant.", "2019"),
        ("The town has 441,235 (2011 estimates) people.", "2011"),
        ("It was done at Lagos, this 28th day of May, 1975.", "1975-05-28"),
        ("It was done at Lagos, this 28th Day of May 1975.", "1975-05-28"),
        ("Done at Lomé, this second day of May one thousand nine hundred and seventy-five.", "1975-05-02"),
        ("It falls due on the thirty-first\nday of December 1969.", "1969-12-31"),
        ("It was signed on 3 Sept. 2019, at last.", "2019-09-03"),
        ("It was signed on 3-Jun-2012.", "2012-06-03"),
        ("Stocks at end-2010 were low.", "2010"),
    ],
)
def test_a_date_that_is_all_there(text: str, expected: str) -> None:
    assert read(text) == [(expected, None, "point")]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("She was there (June 27-30,2010).", "2010-06-27", "2010-06-30"),
        ("The 2007-2013 framework ran its course.", "2007", "2013"),
        ("Consular posts were kept, 1947-57.", "1947", "1957"),
        ("The visit took place on 26–28 June 2013.", "2013-06-26", "2013-06-28"),
        ("The visit took place on June 26 and 27, 2013.", "2013-06-26", "2013-06-27"),
        ("She will travel June 27-June 30, 2021.", "2021-06-27", "2021-06-30"),
        ("Ties grew in the 1990s.", "1990", "1999"),
        ("Troops arrived in the night of 3/4 March 1978.", "1978-03-03", "1978-03-04"),
        ("It ran from Sept.-Oct. 2013.", "2013-09", "2013-10"),
    ],
)
def test_a_stretch_of_time(text: str, first: str, last: str) -> None:
    assert read(text) == [(first, last, "interval")]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("They met 30 April-2 May 2003.", "2003-04-30", "2003-05-02"),
        ("They met 28 December-3 January 2015.", "2014-12-28", "2015-01-03"),
        ("It lasted May-July 1990.", "1990-05", "1990-07"),
        ("It was paid in the 2013-14 fiscal year.", "2013", "2014"),
        ("Output fell in Jan/Feb 2023.", "2023-01", "2023-02"),
    ],
)
def test_stretches_written_short(text: str, first: str, last: str) -> None:
    assert read(text) == [(first, last, "interval")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on 3, 4 and 5 March 2019.", [("2019-03-03", "2019-03-05", "interval")]),
        ("They met on the 3rd, 4th, and 5th of March 2019.", [("2019-03-03", "2019-03-05", "interval")]),
        ("They met on 10 & 11 March 2019.", [("2019-03-10", "2019-03-11", "interval")]),
        (
            "They met on 1, 9 and 10 May 2019.",
            [("2019-05-01", None, "point"), ("2019-05-09", "2019-05-10", "interval")],
        ),
        ("They met on 12 and 26 May 2019.", [("2019-05-12", None, "point"), ("2019-05-26", None, "point")]),
        ("They met on May 12 and 26, 2019.", [("2019-05-12", None, "point"), ("2019-05-26", None, "point")]),
        ("They met between 12 and 26 May 2019.", [("2019-05-12", "2019-05-26", "interval")]),
        ("Articles 3, 4 and 5 May 2019 are these.", [("2019-05-04", "2019-05-05", "interval")]),
    ],
)
def test_days_in_a_list_are_stretches_where_they_follow_each_other(text: str, expected: list[tuple[str, ...]]) -> None:
    assert read(text) == expected


def test_a_full_stop_is_no_part_of_a_date_unless_the_month_is_cut_short() -> None:
    assert [d.text for d in find_dates("They met on 23 March. 2020 was better than Sept. 2019.")] == [
        "23 March",
        "2020",
        "Sept. 2019",
    ]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The aim was set in May '83.", "1983-05"),
        ("The aim was set on 5 May ’83.", "1983-05-05"),
        ("The aim was set in Sept. and met.", "2021-09"),
        ("Done at Minsk, this second day of May one thousand nine\nhundred and seventy-five.", "1975-05-02"),
    ],
)
def test_years_said_short_or_with_more_words(text: str, date: str) -> None:
    assert read(text, "2022-02-25") == [(date, None, "point")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was issued 12 Mar 09.", ("2009-03-12", None, "point")),
        ("It was issued on 03 May 24, at last.", ("2024-05-03", None, "point")),
        ("On 3 May 24 people fell.", ("2022-05-03", None, "point")),
        ("It came in October of '73.", ("1973-10", None, "point")),
        ("It has been there since ’89.", ("1989", None, "since")),
        ("They were of the class of '98.", ("1998", None, "point")),
        ("Done on the 12th day of the month of May in the year 1987.", ("1987-05-12", None, "point")),
    ],
)
def test_years_in_the_habits_of_soldiers_speakers_and_treaties(text: str, expected: tuple[str | None, ...]) -> None:
    assert read(text, "2022-07-25") == [expected]


def test_a_year_in_the_words_of_an_old_treaty() -> None:
    text = "Done this fourth day of July, in the year of our Lord one thousand seven hundred and seventy-six."
    assert read(text, FRIDAY) == [("1776-07-04", None, "point")]


def test_a_year_at_the_head_of_an_entry() -> None:
    entries = "1858 — Treaty of Amity signed.\n- 1860: Consulate opened.\n1,858: no year.\n1858 ships: none."
    assert [d.date for d in find_dates(entries)] == ["1858", "1860"]
    assert not find_dates("1430: Signing of the treaty\n1600 - Dinner")


@pytest.mark.parametrize(
    "text",
    [
        "He may visit in the coming days.",
        "May God bless them.",
        "They march on the capital.",
        "March toward peace, they said.",
        "An august assembly met.",
        "Resolution 1244 is in force.",
        "Its embassy stands at 2175 K Street NW.",
        "It was signed at 1901 North Moore Street.",
        "The vote was 2400 against 3100.",
        "UNSCR 1999 and Article 5 apply.",
        "It is part of Agenda 2030 and Vision 2020.",
        "43% of the population agreed.",
        "It cost $2000.",
        "It cost 2000 euros and 2015 EUR.",
        "More than 2000 were evacuated.",
        "It was seen in 1,999 cases.",
        "Some 2000 soldiers were sent.",
        "The 2000 people who fled have returned.",
        "Call +381 11 2015 000 or 011/2015-000.",
        "COVID-19 was discussed at the G20.",
        "Children aged 18-25 and 5-11 took part.",
        "It will be done within 48 hours and for a period of 30 months.",
        "They met at 5:20 and again at 19:45.",
        "It was built in 1500 B.C. by settlers.",
        "They got CAD 2.3 million and AD 2.5 million.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert read(text, FRIDAY) == []


@pytest.mark.parametrize(
    "text",
    [
        "Instalments are paid on 1 March and 1 September each year.",
        "A report is due by 31 December of every calendar year.",
    ],
)
def test_days_of_each_year_are_of_none(text: str) -> None:
    assert read(text, "2022-02-25") == []


@pytest.mark.parametrize(
    "text",
    [
        "A fair is held every June and every 5 May.",
        "The rule of ISO 9001:2015 applies.",
    ],
)
def test_what_comes_again_or_numbers_something_is_no_date(text: str) -> None:
    assert [found for found in read(text, "2024-05-14") if found[2] != "name"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On St. Patrick’s Day, Fiji and Peru celebrate their ties.", ["2022-03-17"]),
        ("They will meet on Earth Day.", ["2022-04-22"]),
        ("They met on New Year's\nDay.", ["2022-01-01"]),
        ("They met on Christmas Eve.", ["2021-12-24"]),
        ("On World Refugee Day 2019 they signed it.", ["2019-06-20"]),
        ("They spoke of the Human Rights Day prize.", []),
        ("They met on Earthday.", []),
    ],
)
def test_a_day_that_is_known_by_a_name(text: str, expected: list[str]) -> None:
    assert [date for date, _, _ in read(text, FRIDAY)] == expected
