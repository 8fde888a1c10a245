import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman import edtf
from dragoman.dates import FoundDate, find_dates

FRIDAY = "2022-02-25"


def read(text: str, reference: str | None = None, **options: object) -> list[tuple[str | None, str | None, str]]:
    return [(d.date, d.end_date, d.role) for d in find_dates(text, reference, **options)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The text was agreed on April 19, 2013.", "2013-04-19"),
        ("It was agreed on 19 April 2013.", "2013-04-19"),
        ("It was agreed on 19.04.2013.", "2013-04-19"),
        ("It was agreed on 2013-04-19.", "2013-04-19"),
        ("It was agreed on 19.IV.2013.", "2013-04-19"),
        ("It was agreed on 5/XII/1998.", "1998-12-05"),
        ("It was agreed on 23-VI-2023.", "2023-06-23"),
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
        ("The talks were held in spring 1973.", "1973-21"),
        ("The talks were held in the winter of 2010.", "2010-24"),
        ("Embassy opened in Lusaka, 1968.", "1968"),
        ("Consulate established in 1796.", "1796"),
        ("The request for FY 2021 was sent.", "2021"),
        ("The mission\nwas deployed on 3\nJune 1999.", "1999-06-03"),
        ("They met on the first Monday of May 2019.", "2019-05-06"),
        ("They met on the last Friday in October 2021.", "2021-10-29"),
        ("The budget for 2019 includes a grant.", "2019"),
        ("The town has 441,235 (2011 estimates) people.", "2011"),
        ("It was done at Lagos, this 28th day of May, 1975.", "1975-05-28"),
        ("It was done at Lagos, this 28th Day of May 1975.", "1975-05-28"),
        ("Done at Lomé, this second day of May one thousand nine hundred and seventy-five.", "1975-05-02"),
        ("It falls due on the thirty-first\nday of December 1969.", "1969-12-31"),
        ("It was signed on 3 Sept. 2019, at last.", "2019-09-03"),
    ],
)
def test_a_date_that_is_all_there(text: str, expected: str) -> None:
    assert read(text) == [(expected, None, "point")]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("It ran from 2007 to 2013.", "2007", "2013"),
        ("She was there (June 27-30,2010).", "2010-06-27", "2010-06-30"),
        ("The 2007-2013 framework ran its course.", "2007", "2013"),
        ("Consular posts were kept, 1947-57.", "1947", "1957"),
        ("It ran between 2014 and 2020.", "2014", "2020"),
        ("It ran from October 2015 until March 2016.", "2015-10", "2016-03"),
        ("The visit took place on 26–28 June 2013.", "2013-06-26", "2013-06-28"),
        ("The visit took place on June 26 and 27, 2013.", "2013-06-26", "2013-06-27"),
        ("The visit took place from 28 December to 3 January 2015.", "2014-12-28", "2015-01-03"),
        ("The session of June 21 – July 14, 2021 is over.", "2021-06-21", "2021-07-14"),
        ("She will travel June 27-June 30, 2021.", "2021-06-27", "2021-06-30"),
        ("Ties grew in the 1990s.", "1990", "1999"),
        ("Ties grew throughout the 1960s and 1970s.", "1960", "1979"),
        ("Posts were kept in the 19th century.", "1801", "1900"),
        ("It was held there from 1815 until the release of its crew in 1821.", "1815", "1821"),
        ("Posts were kept in the first decade of the twentieth century.", "1901", "1910"),
        ("Posts were kept in the last quarter of the 19th century.", "1876", "1900"),
        ("Ties grew in the early eighties.", "1980", "1989"),
        ("Troops arrived in the night of 3/4 March 1978.", "1978-03-03", "1978-03-04"),
        ("Borders stayed shut from mid-March to end-June 2020.", "2020-03", "2020-06"),
        ("Ties grew in the eighteen-nineties.", "1890", "1899"),
        ("Swedes served there from 1945 to the mid-sixties.", "1945", "1969"),
        ("It ran from Sept.-Oct. 2013.", "2013-09", "2013-10"),
        ("Rice seed | Peru | 01/2021 – 12/2023", "2021-01", "2023-12"),
        ("In March and April 2020 they trained.", "2020-03", "2020-04"),
        ("They trained in December 2019 and January 2020.", "2019-12", "2020-01"),
    ],
)
def test_a_stretch_of_time(text: str, first: str, last: str) -> None:
    assert read(text) == [(first, last, "interval")]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Output fell in Q3 2021.", "2021-07", "2021-09"),
        ("Output fell in the second half of 2020.", "2020-07", "2020-12"),
        ("Output fell in the first five months of 2019.", "2019-01", "2019-05"),
        ("Output fell in the last 2 months of 2019.", "2019-11", "2019-12"),
        ("The tranche was paid in 2Q 2011.", "2011-04", "2011-06"),
        ("Trade fell in H1 2022.", "2022-01", "2022-06"),
        ("Trade fell in the first half of 2022.", "2022-01", "2022-06"),
        ("They meet in the first semester of 2024.", "2024-01", "2024-06"),
    ],
)
def test_a_part_of_a_year_is_a_coarse_point(text: str, first: str, last: str) -> None:
    assert read(text) == [(first, last, "point")]


def test_until_a_part_of_a_year_is_until_its_end() -> None:
    assert read("It is to last until the second half of next year.", FRIDAY) == [(None, "2023-12", "until")]


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
    ],
)
def test_the_words_before_a_date_give_its_role(text: str, expected: tuple[str | None, str | None, str]) -> None:
    assert read(text) == [expected]


def test_a_passage_after_its_cue_has_the_date_as_a_point() -> None:
    text = "He stayed in Riga until the legation opened on June 30, 1930."
    (found,) = find_dates(text)
    inner = found.seen_from(text.index("the legation"))
    assert (inner.date, inner.end_date, inner.role) == ("1930-06-30", None, "point")
    assert found.seen_from(0) == found


@pytest.mark.parametrize(
    ("text", "reference", "expected"),
    [
        ("It was signed in October 2015, and ratified on November 2.", None, ["2015-10", "2015-11-02"]),
        ("It was signed in November 2015 and ratified on January 9.", None, ["2015-11", "2016-01-09"]),
        ("In May 1922 notes were exchanged. On August 3 the post was opened.", "2026-07-24", ["1922-05", "1922-08-03"]),
        ("She will travel to Accra on May 25.", "2022-05-20", ["2022-05-25"]),
        ("They met on January 9.", "2022-08-30", ["2022-01-09"]),
        ("They will meet on January 9.", "2022-08-30", ["2023-01-09"]),
        ("They met in July.", "2024-09-21", ["2024-07"]),
        ("It is the first flight since 2016, on May 16.", "2022-05-17", ["2016", "2022-05-16"]),
        ("It was ratified on November 2.", None, [None]),
        ("They met on 3 March and on 5 April 2014.", None, ["2014-03-03", "2014-04-05"]),
    ],
)
def test_a_year_left_out_comes_from_the_text_or_the_day_of_writing(
    text: str, reference: str | None, expected: list[str | None]
) -> None:
    assert [d.date for d in find_dates(text, reference)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met today.", ("2022-02-25", None)),
        ("They met yesterday.", ("2022-02-24", None)),
        ("They meet tomorrow.", ("2022-02-26", None)),
        ("They met last Friday.", ("2022-02-18", None)),
        ("They met on Wednesday.", ("2022-02-23", None)),
        ("They will meet on Wednesday.", ("2022-03-02", None)),
        ("Peru condemned Wednesday's attack.", ("2022-02-23", None)),
        ("Peru condemned last Friday’s attack.", ("2022-02-18", None)),
        ("Peru was shaken by Wednesday's attack.", ("2022-02-23", None)),
        ("Peru is to join by next year's summit.", (None, "2023")),
        ("They met last week.", ("2022-02", None)),
        ("They meet next week.", ("2022-03", None)),
        ("They met last month.", ("2022-01", None)),
        ("They met this year.", ("2022", None)),
        ("They met earlier last year.", ("2021", None)),
        ("They met last March.", ("2021-03", None)),
        ("They met in March of last year.", ("2021-03", None)),
        ("They met last fall.", ("2021-23", None)),
        ("They met two years ago.", ("2020", None)),
        ("They met four months ago.", ("2021-10", None)),
        ("They met three days ago.", ("2022-02-22", None)),
        ("It fell over the past three years.", ("2019", "2022")),
        ("It is to be built over the next five years.", ("2022", "2027")),
        ("It fell over the past decade.", ("2012", "2022")),
        ("It is to be issued by the end of the year.", (None, "2022")),
        ("It is to be issued in the second half of next year.", ("2023-07", "2023-12")),
        ("It fell in the first quarter of last year.", ("2021-01", "2021-03")),
        ("It fell in the first two months of the current year.", ("2022-01", "2022-02")),
    ],
)
def test_dates_told_from_the_day_of_writing(text: str, expected: tuple[str | None, str | None]) -> None:
    (found,) = find_dates(text, FRIDAY)
    assert (found.date, found.end_date) == expected
    assert found.basis == "relative"
    assert not any(d.date or d.end_date for d in find_dates(text, None))


def test_relative_dates_are_no_finer_than_the_day_of_writing_is_known() -> None:
    assert read("They met today.", "2022-02") == [("2022-02", None, "point")]
    assert read("They met yesterday.", "2022") == [("2022", None, "point")]
    assert read("They met on Friday.", "2022-02") == []
    assert read("They met today.", "about 2022") == []


def test_dates_told_from_an_earlier_date() -> None:
    text = "It was founded in 1912. Two years later it was dissolved, and the following year restored."
    assert [d.date for d in find_dates(text)] == ["1912", "1914", "1913"]
    text = "In 1910 the colonies were joined. Over the next two decades they gained control."
    assert [d.date for d in find_dates(text, "2026-07-24")] == ["1910"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 2019 earthquake damaged the school.", "2019"),
        ("They are bound by the 1999 Agreement.", "1999"),
        ("They follow UN Resolution 1325 (2000).", "2000"),
        ("Section 232 of the Trade Expansion Act of 1962 applies.", "1962"),
        ("India's 2020 election was peaceful.", "2020"),
        ("The 9/11 attacks changed that.", "2001-09-11"),
        ("It is in document S/RES/2659(2022).", "2022"),
        ("Resolution 1244(1999) is in force.", "1999"),
    ],
)
def test_a_date_in_a_name_belongs_to_the_thing_named(text: str, expected: str) -> None:
    assert read(text) == [(expected, None, "name")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Committee of resolution 751 (1992) met on 4 March.", "2008-03-04"),
        ("Under the 1995 accord the panel met on 7 May.", "2008-05-07"),
        ("The panel of the treaty met in 1995, on 7 May.", "1995-05-07"),
    ],
)
def test_the_year_in_a_name_is_that_of_no_later_day(text: str, expected: str) -> None:
    assert find_dates(text, "2008-06-01")[-1].date == expected


@pytest.mark.parametrize(
    "text",
    [
        "VIENNA, May 21, 2018 — The ministers met.",
        "Port Vila May 21, 2018 – The ministers met.",
        "Vienna, Monday, 21 May 2018 (BNA) - The ministers met.",
        "VIENNA, May 21 (NTB) -- The ministers met.",
        "The talks\nVIENNA/LINZ, May 21(NTB): The ministers met.",
        "May 21 (NTB).- The ministers met.",
        "Vienna, May 21 (Norsk Telegrambyrå) Ministers met.",
        "Vaduz, 21 May (pafl) - The ministers met.",
        "VIENNA, 21 May (NTB)\nThe ministers met.",
        "Vienna (NTB) May 21, 2018 -- The ministers met.",
    ],
)
def test_the_day_of_a_dateline_is_that_of_no_event(text: str) -> None:
    assert [d.date for d in find_dates(text, "2018-05-21")] == [None]
    assert [d.date for d in find_dates(text, "2018-05-22")] == [None]
    assert [d.date for d in find_dates(text, "2018-06-01")] == ["2018-05-21"]


@pytest.mark.parametrize(
    "text",
    [
        "May 21: The ministers met.",
        "May 21 (Monday) The ministers met.",
        "May 21, 2018 – The ministers met.",
        "Minister Lind Visits Chile 21 May 2018 – They met.",
        "On May 21, 2018 — a Monday — the ministers met.",
        "Oslo: The ministers met in Vienna on May 21 (NTB) - in vain.",
    ],
)
def test_a_day_without_place_or_agency_is_no_dateline(text: str) -> None:
    assert [d.date for d in find_dates(text, "2018-05-22")][:1] == ["2018-05-21"]


def test_months_that_do_not_follow_each_other_are_no_stretch() -> None:
    found = find_dates("They met in May and September 2020.")
    assert [(d.date, d.end_date) for d in found] == [("2020-05", None), ("2020-09", None)]
    found = find_dates("Chad and Mali signed it in May and June 2020 respectively.")
    assert [(d.date, d.end_date) for d in found] == [("2020-05", None), ("2020-06", None)]


def test_a_day_in_brackets_keeps_the_words_before_its_weekday() -> None:
    found = find_dates("The truce holds until Friday (13 May).", "2022-05-11")
    assert [(d.date, d.end_date, d.role) for d in found] == [(None, "2022-05-13", "until")]
    found = find_dates("They met from Friday (6 May) to Sunday (8 May).", "2022-05-11")
    assert [(d.date, d.end_date) for d in found] == [("2022-05-06", "2022-05-08")]


def test_a_day_in_a_sentence_is_no_dateline() -> None:
    [day] = find_dates("The ministers met in Vienna on May 21, 2018 — in vain.", "2018-05-21")
    assert day.date == "2018-05-21"


def test_a_year_over_a_list_is_that_of_the_days_that_open_its_lines() -> None:
    listed = "Visits in 2021\n\n9–15 January: Peru\n\n2020:\n\nChad | 21–25 March\n\n• 26 May – 4 June: Mali"
    days = [found for found in read(listed, "2024-08-01") if found[2] == "interval"]
    assert [first for first, _, _ in days] == ["2021-01-09", "2020-03-21", "2020-05-26"]
    assert read("2020\n\nThe Minister came on 3 May.", "2024-08-01")[-1][0] == "2024-05-03"


def test_days_in_a_row_are_of_one_year() -> None:
    text = "It came in the first week of May 2022 and on 14, 15 and 17 June."
    assert [first for first, _, _ in read(text, "2023-06-14")] == ["2022-05", "2022-06-14", "2022-06-17"]


def test_a_year_at_the_head_of_an_entry() -> None:
    entries = "1858 — Treaty of Amity signed.\n- 1860: Consulate opened.\n1,858: no year.\n1858 ships: none."
    assert [d.date for d in find_dates(entries)] == ["1858", "1860"]
    assert not find_dates("1430: Signing of the treaty\n1600 - Dinner")


def test_a_year_behind_words_with_a_stroke_is_in_no_name() -> None:
    assert [found[2] for found in read("It sold oil/gas (2011) and took part in the air/sea (2003) exercise.")] == [
        "point"
    ] * 2


@pytest.mark.parametrize(
    "text",
    [
        "He may visit in the coming days.",
        "May God bless them.",
        "They march on the capital.",
        "March toward peace, they said.",
        "An august assembly met.",
        "Regulation 10/2015 applies.",
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
        "The ratio was 1/2 in version 1.2.2015.1.",
        "They upheld the Good Friday Agreement.",
        "They attend Mondays' talks.",
        "There is no February 30, 2015 and no 31.04.2014.",
        "It was built in 1500 B.C. by settlers.",
        "They got CAD 2.3 million and AD 2.5 million.",
        "The clauses remain unfulfilled to this day.",
        "Women in their fifties came.",
        "They recalled Resolution 2014/5/3 and decision no. 2014.5.3.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert read(text, FRIDAY) == []


def test_numeric_dates_are_day_first_unless_the_publisher_writes_otherwise() -> None:
    assert read("On 01/02/2014 they met.") == [("2014-02-01", None, "point")]
    assert read("On 01/02/2014 they met.", month_first=True) == [("2014-01-02", None, "point")]
    assert read("On 12/31/2014 they met.") == [("2014-12-31", None, "point")]
    assert read("On 01.02.2014 they met.", month_first=True) == [("2014-02-01", None, "point")]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "L'accord a été signé le 1er janvier 2014.", ("2014-01-01", None)),
        ("fr", "Il est en vigueur depuis février 2012.", ("2012-02", None)),
        ("fr", "Le mandat court jusqu'en 2020.", (None, "2020")),
        ("es", "Se firmó el 19 de abril de 2013.", ("2013-04-19", None)),
        ("es", "Duró de 2007 a 2013.", ("2007", "2013")),
        ("de", "Das Abkommen wurde am 19. April 2013 unterzeichnet.", ("2013-04-19", None)),
        ("de", "Es gilt seit Januar 2004.", ("2004-01", None)),
        ("it", "L'accordo è stato firmato il 1º marzo 2013.", ("2013-03-01", None)),
        ("it", "Il rapporto è atteso entro il 31 maggio 2017.", (None, "2017-05-31")),
        ("sr", "Sporazum je potpisan 19. aprila 2013. godine.", ("2013-04-19", None)),
        ("sr", "Споразум је потписан 19. априла 2013. године.", ("2013-04-19", None)),
        ("sr", "Trajalo je od 2007. do 2013. godine.", ("2007", "2013")),
        ("sr", "Важи до 2020. године.", (None, "2020")),
        ("sq", "Marrëveshja u nënshkrua më 19 prill 2013.", ("2013-04-19", None)),
        ("sq", "Ajo vlen që nga viti 2004.", ("2004", None)),
        ("ru", "Соглашение подписано 19 апреля 2013 года.", ("2013-04-19", None)),
        ("ru", "Оно действовало с 2007 по 2013 год.", ("2007", "2013")),
    ],
)
def test_other_languages(language: str, text: str, expected: tuple[str | None, str | None]) -> None:
    assert [(d.date, d.end_date) for d in find_dates(text, language=language)] == [expected]


def test_near_days_in_other_languages() -> None:
    assert [d.date for d in find_dates("Danas su se sastali.", "2025-03-01", language="sr")] == ["2025-03-01"]
    assert [d.date for d in find_dates("Ils se sont vus hier.", "2025-03-01", language="fr")] == ["2025-02-28"]


def invariants(text: str, found: tuple[FoundDate, ...]) -> None:
    end = 0
    for one in found:
        assert end <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.text
        assert one.cue_start <= one.start
        for value in (one.date, one.end_date):
            assert value is None or edtf.is_valid(value)
        if one.date and one.end_date:
            edtf.holds(one.date, one.end_date)
        end = one.end


PIECES = st.sampled_from(
    [
        "January",
        "May 5",
        "5 May",
        "2015",
        "1999",
        "-",
        "–",
        "/",
        ",",
        ".",
        "\n",
        " to ",
        " and ",
        "from ",
        "between ",
        "until ",
        "by ",
        "the ",
        "last ",
        "Friday",
        "two years ago",
        "over the past ",
        "three years",
        "19.04.2013",
        "31",
        "30 February 2015",
        "Q3 2021",
        "9/11",
        "1990s",
        "0",
        "0000",
        "FY",
        "this year",
        "that day",
        "\u202e",
        "é",
        "same year",
        "12 years later",
        "99 decades ago",
        "next 999 years",
        "over the next 99 decades",
        "year",
    ]
)


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("two years ago May 5, that day", "0001-01-01"),
        ("12 years later May 5, that day", "9999-12-31"),
        ("12 years later May 5, on the 9th", "9999-12-31"),
    ],
)
def test_dates_beyond_the_calendar_are_left_out(text: str, reference: str) -> None:
    assert all(d.date is None or edtf.is_valid(d.date) for d in find_dates(text, reference))


@settings(max_examples=200, deadline=None)
@given(
    st.lists(PIECES | st.text(max_size=4), max_size=25),
    st.sampled_from([None, "0001-01-01", "9999-12-31", "2022", FRIDAY]),
)
@pytest.mark.slow
def test_any_text_is_read_without_error(pieces: list[str], reference: str | None) -> None:
    for glue in ("", " "):
        text = glue.join(pieces)
        for language in ("en", "sr"):
            invariants(text, find_dates(text, reference, language=language))


@settings(max_examples=60, deadline=None)
@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_back_however_it_is_written(day: date) -> None:
    month = day.strftime("%B")
    for written in (
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month} {day.year}",
        f"{day:%d.%m.%Y}",
        f"{day:%d/%m/%Y}",
        day.isoformat(),
    ):
        assert read(f"It was signed on {written}.") == [(day.isoformat(), None, "point")]


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["1", "May ", "2015 ", "over the past three years ", " ", "\n", "January 5, ", "from 2015 to "]
)
def test_time_is_proportional_to_the_text(piece: str) -> None:
    def took(size: int) -> float:
        text = piece * (size // len(piece))
        start = time.process_time()
        find_dates(text, FRIDAY)
        return time.process_time() - start

    took(10_000)
    assert took(160_000) < 12 * max(took(40_000), 0.05)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The United States on Friday suspended its planned dialogue.", "2025-09-12"),
        ("The minister, who is due to travel, on Friday met the envoy.", "2025-09-12"),
        ("The planned visit on Friday will be short.", "2025-09-19"),
    ],
)
def test_a_verb_of_the_past_behind_a_weekday_tells_its_direction(text: str, date: str) -> None:
    assert [d.date for d in find_dates(text, "2025-09-13")] == [date]


@pytest.mark.parametrize(
    ("text", "reference", "date"),
    [
        ("A customs treaty was signed on March 12.", "2020-11-05", "2020-03-12"),
        ("Mr. Berg visited Poland in April, and talks are to open in February.", "1996-12-15", "1996-04"),
        ("The ban, lifted by the Assembly in November, will be restored.", "1995-02-20", "1994-11"),
        ("Some 20,000 settlers had fled since February 1.", "1961-08", "1961-02-01"),
        ("In Oslo, in March, the two presidents will meet.", "1996-12-15", "1997-03"),
        ("Chad offered to withdraw troops starting March 1.", "1996-12-15", "1997-03-01"),
        ("The ministers are expected to sign the act in January.", "2021-08-02", "2022-01"),
        ("The treaty of 9 August binds the two states.", "1971-12-10", "1971-08-09"),
        ("Moscow has proposed a conference for July.", "1955-05-16", "1955-07"),
        ("The two leaders reviewed plans for a May 28–29 summit in Sofia.", "2002-03-11", "2002-05-28"),
        ("The two leaders discussed their summit in Sofia on May 28-29.", "2002-04-11", "2002-05-28"),
        ("The two leaders held a summit in Sofia on May 28-29.", "2002-04-11", "2001-05-28"),
        ("Signed at Lisbon on 1 October last, it was welcomed.", "1952-05-01", "1951-10-01"),
        ("They met on 5 March ult. in Rome.", "1906-04-20", "1906-03-05"),
        ("The note of 7 June inst. was answered.", "1906-06-20", "1906-06-07"),
        ("The session opens on 1 February next.", "1906-06-20", "1907-02-01"),
        ("On the second of April last the kings met.", "1906-12-20", "1906-04-02"),
        ("The upcoming OSCE conference in Dublin in November was discussed.", "2019-03-14", "2019-11"),
        ("The next meeting was held in November.", "2019-03-14", "2018-11"),
        ("The next meeting will be in November.", "2019-03-14", "2019-11"),
        ("Chad held the next round of talks in November.", "2019-03-14", "2018-11"),
        ("Chad cancelled a scheduled meeting on 5 January.", "2019-06-14", "2019-01-05"),
        ("It said that Norland will not\nhost the games (16-17 November).", "2019-11-04", "2019-11-16"),
        ("It sent no one and will not\nNorland opened on 16 November.", "2019-11-04", "2018-11-16"),
    ],
)
def test_the_tense_of_its_clause_tells_the_year_of_a_date(text: str, reference: str, date: str) -> None:
    assert find_dates(text, reference)[0].date == date


@pytest.mark.parametrize(
    ("text", "reference", "end"),
    [
        ("The mission, whose mandate runs until 10 December, has no access.", "2014-06-20", "2014-12-10"),
        ("If no accord is reached by 15 January, talks end.", "2019-12-10", "2020-01-15"),
        ("Evacuation will begin on October 1 and be completed by October 10.", "1938-10-01", "1938-10-10"),
        ("The army left the province by 1 June.", "1996-12-20", "1996-06-01"),
        ("Peru asked Chile to pay by 1 June.", "1996-12-20", "1997-06-01"),
        ("Peru failed to pay by 1 June.", "1996-12-20", "1996-06-01"),
        ("The mandate, given in 1974, expires on 31 December.", "1996-12-20", "1996-12-31"),
        ("Peru sent aid to camps by 1 June.", "1996-12-20", "1996-06-01"),
        ("The truce was extended until 3 March.", "1996-12-20", "1997-03-03"),
        ("Peru demanded that Chile pay before 3 March.", "1996-12-20", "1997-03-03"),
        ("Peru found that Chile paid before 3 March.", "1996-12-20", "1996-03-03"),
    ],
)
def test_a_limit_is_ahead_unless_its_verb_is_past(text: str, reference: str, end: str) -> None:
    assert find_dates(text, reference)[-1].end_date == end


def test_in_one_sentence_the_tense_wins_over_a_year_that_was_itself_guessed() -> None:
    text = "The envoy visited Rome in March, and talks are to begin in January."
    assert [d.date for d in find_dates(text, "1996-12-20")] == ["1996-03", "1997-01"]
    text = "The pact, signed on 1 September last, entered into force on 29 April."
    assert [d.date for d in find_dates(text, "1952-05-01")] == ["1951-09-01", "1952-04-29"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The deputies voted against it on Thursday. Norway will not take part.", "2022-05-05"),
        ("The palace had announced on Monday that the king would propose a pact.", "2022-05-09"),
        ("The cabinet met twice on Wednesday. The minister will speak at night.", "2022-05-11"),
        ("He told the deputies on Wednesday night that flags were flying.", "2022-05-11"),
        ("On Friday the Minister travels to Vienna.", "2022-05-13"),
        ("The two will meet on Monday, officials said.", "2022-05-16"),
        ("Measures announced on Friday will take effect later.", "2022-05-06"),
        ("The summit, scheduled for Friday, is small.", "2022-05-13"),
        ("Minister Lind was due in Oman on Sunday.", "2022-05-15"),
        ("Minister Lind was scheduled to fly to Oman on Tuesday.", "2022-05-17"),
        ("The truce was to end on Tuesday.", "2022-05-10"),
        ("Another round was called for Friday.", "2022-05-13"),
        ("Another round was scheduled for Friday.", "2022-05-13"),
        ("Chad called for a summit on Friday.", "2022-05-06"),
        ("They met on Friday (6 May).", "2022-05-06"),
        ("They met on Friday (13 May 2011).", "2011-05-13"),
    ],
)
def test_a_weekday_goes_by_the_verb_of_its_own_clause(text: str, date: str) -> None:
    assert [d.date for d in find_dates(text, "2022-05-11")] == [date]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The strike began on the 21st.", "2013-08-21"),
        ("Mr. Ito resigned on the 7th of this month.", "2013-08-07"),
        ("The council meets on the 17th.", "2013-09-17"),
        ("The note of the 9th ult. was answered.", "2013-07-09"),
        ("The note of the 9th ultimo was answered.", "2013-07-09"),
        ("The treaty lapses on the 31st instant.", "2013-08-31"),
        ("It was paid on the last Friday of July.", "2013-07"),
        ("The aid had been suspended on the first of this month.", "2013-08-01"),
        ("They signed it a fortnight ago.", "2013-08"),
        ("He was not invited two summers ago.", "2011"),
        ("He told the House to-day.", "2013-08-30"),
        ("The envoy left two nights ago.", "2013-08-28"),
        ("Peru refused until Monday to call the war over.", "2013-08-26"),
        ("Peru did not agree until Monday.", "2013-08-26"),
        ("Peru gave Chile until Monday to agree.", "2013-09-02"),
        ("Peru, which refused aid, gave Chile until Monday.", "2013-09-02"),
        ("Peru did not sign but gave Chile until Monday.", "2013-09-02"),
        ("The failed talks last until Monday.", "2013-09-02"),
        ("They signed it on 9 July last year.", "2012-07-09"),
        ("They signed it on July 2 this year.", "2013-07-02"),
        ("It was founded thirty-two years ago.", "1981"),
    ],
)
def test_days_told_from_the_month_of_writing(text: str, date: str) -> None:
    assert [d.date or d.end_date for d in find_dates(text, "2013-08-30")] == [date]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("It was signed in May 1922. On the 12th of that month it was ratified.", "1922-05-12"),
        ("They met on 1 March 2010; the king had left the day before.", "2010-02-28"),
        ("They met in May 2010, having talked the month before.", "2010-04"),
        ("They met in December 2010. It was ratified the following month.", "2011-01"),
        ("They met in 2010, more often than in the preceding year.", "2009"),
        ("He agreed on 31 May 2010, and a day later left.", "2010-06-01"),
        ("It closed in 1999, and the following January it opened again.", "2000-01"),
        ("It closed in March 1999, and the following June it opened again.", "1999-06"),
        ("It was founded in 1967. Thirty-two years earlier it had failed.", "1935"),
        ("They left in 1935. On 18 November of that year it was closed.", "1935-11-18"),
        ("They met in March 2010, and again in May of the following year.", "2011-05"),
    ],
)
def test_days_and_months_told_from_an_earlier_date(text: str, date: str) -> None:
    assert [d.date for d in find_dates(text, "2015-01-20")][1:] == [date]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Signed today, it applies from 1 September 2014. Moldova joined on the same day.", "2014-06-27"),
        ("He came yesterday, discussed the war since 20 June, and met the king the same day.", "2014-06-26"),
        ("The vote will be held on 5 July. He resigned the same day.", None),
    ],
)
def test_the_same_day_is_no_limit_and_not_to_come(text: str, date: str | None) -> None:
    assert [d.date for d in find_dates(text, "2014-06-27") if d.text == "the same day"] == ([date] if date else [])


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("They met 30 April-2 May 2003.", "2003-04-30", "2003-05-02"),
        ("They met 28 December-3 January 2015.", "2014-12-28", "2015-01-03"),
        ("It lasted May-July 1990.", "1990-05", "1990-07"),
        ("It was paid in FY 2013/14.", "2013", "2014"),
        ("It was paid in fiscal year 1996-97.", "1996", "1997"),
        ("It was paid in the 2013-14 fiscal year.", "2013", "2014"),
    ],
)
def test_stretches_written_short(text: str, first: str, last: str) -> None:
    assert read(text) == [(first, last, "interval")]


def test_months_and_ends_of_years_in_digits() -> None:
    assert read("Output fell in 11/2022.") == [("2022-11", None, "point")]
    assert read("Decision 11/2022 and Law 05/2011 apply.") == []
    assert read("Stocks at end-2010 were low.") == [("2010", None, "point")]
    assert read("They are to report by end-2010.") == [(None, "2010", "deadline")]
    assert read("They are to report by end-June 2010.") == [(None, "2010-06", "deadline")]


@pytest.mark.parametrize(
    "text",
    [
        "He spoke on the 50th anniversary.",
        "They live on the 21st floor.",
        "It was tabled by the 12th Congress.",
        "He left the day before the vote.",
    ],
)
def test_ordinals_that_are_no_days(text: str) -> None:
    assert read(text, FRIDAY) == []


@pytest.mark.parametrize("text", ["Trade is up 13.9% from 2019.", "Trade is up 5 per cent from the previous year."])
def test_what_a_measure_is_compared_with_is_no_beginning(text: str) -> None:
    assert [d.role for d in find_dates(text, FRIDAY)] == ["name"]


def test_an_old_year_is_not_carried_into_a_text_that_is_back_in_its_own_time() -> None:
    text = (
        "The Board today approved a loan to Peru. Peru joined the Fund on December 31, 1945 and its quota is large. "
        "Its use of credit was nil as of April 30. The President asked for it on April 23."
    )
    dates = [d.date for d in find_dates(text, "2010-05-09")]
    assert dates == ["2010-05-09", "1945-12-31", "2010-04-30", "2010-04-23"]
    text = "The note was dated May 4, 1922. On August 3 the post was opened, which is there still."
    assert [d.date for d in find_dates(text, "2026-07-24")] == ["1922-05-04", "1922-08-03"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The war ended in August 2008. An envoy was appointed on 1 November.", "2012-11-01"),
        ("The note was dated May 4, 1922.\n\nThe Minister arrived on November 6.", "2012-11-06"),
        ("The note was dated May 4, 1922. The Minister left on November 6.", "1922-11-06"),
    ],
)
def test_a_year_is_carried_on_within_a_paragraph_that_tells_of_long_ago(text: str, date: str) -> None:
    assert find_dates(text, "2012-11-12")[-1].date == date


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The late nineties saw three rounds.", "1990", "1999"),
        ("Trade grew in the 1870s and eighties.", "1870", "1889"),
        ("Trade grew in the 1960s and 70s.", "1960", "1979"),
        ("Trade grew in the nineteen-thirties and forties.", "1930", "1949"),
        ("Trade grew throughout the fifties and sixties.", "1950", "1969"),
        ("They met in the late nineteenth\ncentury.", "1801", "1900"),
        ("The quota ran from 1.11.96 to 31.10.97.", "1996-11-01", "1997-10-31"),
        ("The grant covers 01.07.2014-30.06.2018.", "2014-07-01", "2018-06-30"),
        ("The grant covers 2014-07-01/2018-06-30.", "2014-07-01", "2018-06-30"),
        ("Talks were held on 24-25.04.2014.", "2014-04-24", "2014-04-25"),
        ("Talks were held between March and mid-2016.", "2016-03", "2016"),
        ("From January to October, trade grew.", "2021-01", "2021-10"),
        ("From Jan. to Oct., trade grew.", "2021-01", "2021-10"),
    ],
)
def test_stretches_in_the_habits_of_many_publishers(text: str, first: str, last: str) -> None:
    assert read(text, "2022-02-25") == [(first, last, "interval")]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The aim was set in May '83.", "1983-05"),
        ("The aim was set on 5 May ’83.", "1983-05-05"),
        ("The aim was set in Sept. and met.", "2021-09"),
        ("The letter dated 26.07.93 was read.", "1993-07-26"),
        ("Aid began in the 2020 calendar year.", "2020"),
        ("Aid began in the 2022 financial year.", "2022"),
        ("Done at Minsk, this second day of May one thousand nine\nhundred and seventy-five.", "1975-05-02"),
    ],
)
def test_years_said_short_or_with_more_words(text: str, date: str) -> None:
    assert read(text, "2022-02-25") == [(date, None, "point")]


def test_a_part_of_a_year_goes_over_a_line_end() -> None:
    assert read("It was built in the first half of the year\n1958.") == [("1958-01", "1958-06", "point")]


@pytest.mark.parametrize(
    "text",
    [
        "Temperatures in the mid-thirties delayed the convoy.",
        "Instalments are paid on 1 March and 1 September each year.",
        "A report is due by 31 December of every calendar year.",
        "The duties set out from 3.2.11 on bind both sides.",
    ],
)
def test_what_names_no_one_time(text: str) -> None:
    assert read(text, "2022-02-25") == []


def test_no_year_is_told_from_a_fiscal_one_or_from_a_table() -> None:
    fiscal = "It was approved on July 3, 2019. The deficit was 2 percent in FY21, against 3 percent a year earlier."
    assert [date for date, _, _ in read(fiscal)] == ["2019-07-03", "2021"]
    table = "Energy | March 2017\nIn all, 38 goals were met, two less than in the previous year."
    assert [date for date, _, _ in read(table)] == ["2017-03"]


def test_in_no_case_later_than_is_a_deadline() -> None:
    assert read("It is to be paid, in no case later than 1 January 1964.") == [(None, "1964-01-01", "deadline")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seoul, 2014.06.03", ("2014-06-03", None, "point")),
        ("They met on 2014/06/03 in Osaka.", ("2014-06-03", None, "point")),
        ("It was signed on 3-Jun-2012.", ("2012-06-03", None, "point")),
        ("The rate holds w.e.f. 1 July 2021.", ("2021-07-01", None, "since")),
        ("Two more will open by year's end.", (None, "2022", "deadline")),
    ],
)
def test_dates_in_the_habits_of_offices(text: str, expected: tuple[str | None, str | None, str]) -> None:
    assert read(text, "2022-02-25") == [expected]


@pytest.mark.parametrize("text", ["Aid fell in the Fiscal Year (FY) 2013.", "Aid fell in the 2013 financial year."])
def test_a_fiscal_year_by_its_full_name(text: str) -> None:
    assert [(found.date, found.basis) for found in find_dates(text)] == [("2013", "fiscal")]


def test_a_full_stop_is_no_part_of_a_date_unless_the_month_is_cut_short() -> None:
    assert [d.text for d in find_dates("They met on 23 March. 2020 was better than Sept. 2019.")] == [
        "23 March",
        "2020",
        "Sept. 2019",
    ]


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


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("On Friday, 3 March the envoy came.", "2023-03-03"),
        ("Tuesday, December 31 is a holiday.", "2024-12-31"),
        ("Of the treaty of 2005 they spoke on Friday 10th May.", "2024-05-10"),
        ("Of Friday, 3 March 2020 they spoke.", "2020-03-03"),
    ],
)
def test_a_weekday_tells_the_year_of_its_day(text: str, date: str) -> None:
    assert read(text, "2024-05-14")[-1][0] == date


@pytest.mark.parametrize(
    "text",
    [
        "Flights go every Friday and each Tuesday.",
        "Flights go every second Monday.",
        "A fair is held every June and every 5 May.",
        "The rule of ISO 9001:2015 applies.",
        "It came at the turn of the 20th century.",
    ],
)
def test_what_comes_again_or_is_a_name_has_no_date(text: str) -> None:
    assert [found for found in read(text, "2024-05-14") if found[2] != "name"] == []


def test_days_beside_yesterday_and_tomorrow() -> None:
    text = "He came the day before yesterday and leaves the day after tomorrow."
    assert read(text, FRIDAY) == [("2022-02-23", None, "point"), ("2022-02-27", None, "point")]


def test_a_weekday_before_the_day_of_the_month_is_no_other_day() -> None:
    assert read("On Tuesday the 22nd he was sworn in.", FRIDAY) == [("2022-02-22", None, "point")]
    assert read("On Tuesday the 22nd over tea he was sworn in.", FRIDAY) == [("2022-02-22", None, "point")]


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


def test_what_is_the_first_since_lends_no_year_to_what_follows() -> None:
    text = "The first visit by a minister since March 2010 took place on 3 May."
    assert read(text, "2024-05-14")[-1] == ("2024-05-03", None, "point")


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It stood in the 17th and 18th centuries.", ("1601", "1800", "interval")),
        ("It stood from the late 15th to the mid-20th century.", ("1401", "2000", "interval")),
        ("It stood in the sixteenth–seventeenth centuries.", ("1501", "1700", "interval")),
        ("Output fell in Q1-Q3 2023.", ("2023-01", "2023-09", "interval")),
        ("Output fell in the first and second quarters of 2022.", ("2022-01", "2022-06", "interval")),
        ("Output fell in 1Q23.", ("2023-01", "2023-03", "point")),
        ("Output fell in Q4’22.", ("2022-10", "2022-12", "point")),
        ("Output fell in the 1st quarter 2024.", ("2024-01", "2024-03", "point")),
        ("Output fell in the first half 2022.", ("2022-01", "2022-06", "point")),
        ("Output fell in Jan/Feb 2023.", ("2023-01", "2023-02", "interval")),
    ],
)
def test_parts_of_years_and_centuries_told_together(text: str, expected: tuple[str, str, str]) -> None:
    assert read(text) == [expected]


def test_stretches_that_do_not_touch_are_not_one() -> None:
    assert [found[:2] for found in read("It sat 1987–1988 and 2007/08.")] == [("1987", "1988"), ("2007", "2008")]
    assert [found[:2] for found in read("It sat 2014-15 and 2015-16.")] == [("2014", "2016")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was issued 12 Mar 09.", ("2009-03-12", None, "point")),
        ("It was issued on 03 May 24, at last.", ("2024-05-03", None, "point")),
        ("On 3 May 24 people fell.", ("2022-05-03", None, "point")),
        ("It came in October of '73.", ("1973-10", None, "point")),
        ("It has been there since ’89.", ("1989", None, "since")),
        ("They were of the class of '98.", ("1998", None, "point")),
        ("It has been there since at least 2014.", ("2014", None, "since")),
        ("It has been there since around 2014.", ("2014", None, "since")),
        ("He was a judge (2014– ).", ("2014", None, "since")),
        ("He was a judge, 2014 to date.", ("2014", None, "since")),
        ("Done on the 12th day of the month of May in the year 1987.", ("1987-05-12", None, "point")),
    ],
)
def test_years_in_the_habits_of_soldiers_speakers_and_treaties(text: str, expected: tuple[str | None, ...]) -> None:
    assert read(text, "2022-07-25") == [expected]


def test_a_year_in_the_words_of_an_old_treaty() -> None:
    text = "Done this fourth day of July, in the year of our Lord one thousand seven hundred and seventy-six."
    assert read(text, FRIDAY) == [("1776-07-04", None, "point")]


def test_a_year_behind_the_noun_of_its_day() -> None:
    text = "It fell in 2001. The 7 July bombings of 2005 are recalled."
    assert read(text)[1] == ("2005-07-07", None, "point")


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "the " + "2018, " * 8_000,
        "1970 (2011), " * 4_000,
        "3, 4, " * 8_000 + "and 5 May",
        "the first since 2010 " * 2_500,
        "act no. " * 6_000 + "of 2010",
        "on Friday the 3rd " * 2_800,
    ],
)
def test_rows_of_dates_take_time_proportional_to_the_text(text: str) -> None:
    start = time.thread_time()
    find_dates(text, "2024-05-14")
    assert time.thread_time() - start < 10


PLAN = "Measure | {head} | Status\nAdopt the law | {cell} | Planned\nTrain judges | 2026 | Planned\n"
HEADS = [
    ("Deadline", "December 2024", (None, "2024-12", "deadline")),
    ("Target completion date (month)", "30 June 2025", (None, "2025-06-30", "deadline")),
    ("DUE DATE:", "Q3 2025", (None, "2025-09", "deadline")),
    ("Start date", "May 2021", ("2021-05", None, "since")),
    ("Valid until", "end of 2024", (None, "2024", "until")),
    ("Adopted", "May 2021", ("2021-05", None, "point")),
    ("Deadline", "since May 2021", ("2021-05", None, "since")),
    ("Deadline", "2020-2022", ("2020", "2022", "interval")),
]
"""Head of a column, a cell below it, and date, end and role of what stands there."""


@pytest.mark.parametrize(("head", "cell", "told"), HEADS)
def test_the_head_of_a_column_places_its_dates(head: str, cell: str, told: tuple[str | None, str | None, str]) -> None:
    first, *_ = find_dates(PLAN.format(head=head, cell=cell), "2023-06-15")
    assert (first.date, first.end_date, first.role) == told


LABELS = [
    ("Closing date: 31 May 2025", (None, "2025-05-31", "until")),
    ("Bank | Peru\nClosing Date | 31 May 2025", (None, "2025-05-31", "until")),
    ("Roads (deadline: 31/05/2025)", (None, "2025-05-31", "deadline")),
    ("Status: open; start date: May 2025", ("2025-05", None, "since")),
    ("Approval date: May 2025", ("2025-05", None, "point")),
    ("They met the deadline: May 2025", ("2025-05", None, "point")),
]
"""A line with a date behind a label, and date, end and role of it."""


@pytest.mark.parametrize(("line", "told"), LABELS)
def test_the_label_before_a_date_places_it(line: str, told: tuple[str | None, str | None, str]) -> None:
    (found,) = find_dates(line, "2023-06-15")
    assert (found.date, found.end_date, found.role) == told


def test_a_head_tells_of_its_own_column_and_table_alone() -> None:
    text = PLAN.format(head="Deadline", cell="May 2024 or June 2025")  # which of them is the deadline is not told
    text += "Approved in 2021 | 2027 | Done\n\nNext table\n\nLaw | Adopted | Status\nOn ports | 2019 | Done\n"
    roles = {d.text: d.role for d in find_dates(text, "2023-06-15")}
    assert roles == {"May 2024": "point", "June 2025": "point", "2026": "deadline", "2021": "point", "2027": "deadline",
                     "2019": "point"}  # fmt: skip
