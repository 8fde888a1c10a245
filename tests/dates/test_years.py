"""The year of a date that lacks one."""

from __future__ import annotations

import pytest

from dates.sentences import read
from dragoman.dates import find_dates


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
    ("text", "first", "last"),
    [
        ("The visit took place from 28 December to 3 January 2015.", "2014-12-28", "2015-01-03"),
        ("Talks were held between March and mid-2016.", "2016-03", "2016"),
        ("From January to October, trade grew.", "2021-01", "2021-10"),
        ("From Jan. to Oct., trade grew.", "2021-01", "2021-10"),
    ],
)
def test_both_ends_of_a_stretch_are_of_one_time(text: str, first: str, last: str) -> None:
    assert read(text, "2022-02-25") == [(first, last, "interval")]


def test_days_in_a_row_are_of_one_year() -> None:
    text = "It came in the first week of May 2022 and on 14, 15 and 17 June."
    assert [first for first, _, _ in read(text, "2023-06-14")] == ["2022-05", "2022-06-14", "2022-06-17"]


@pytest.mark.parametrize(
    ("text", "reference", "date"),
    [
        ("Signed at Lisbon on 1 October last, it was welcomed.", "1952-05-01", "1951-10-01"),
        ("They met on 5 March ult. in Rome.", "1906-04-20", "1906-03-05"),
        ("The note of 7 June inst. was answered.", "1906-06-20", "1906-06-07"),
        ("The session opens on 1 February next.", "1906-06-20", "1907-02-01"),
        ("On the second of April last the kings met.", "1906-12-20", "1906-04-02"),
    ],
)
def test_a_word_behind_a_day_tells_its_year(text: str, reference: str, date: str) -> None:
    assert find_dates(text, reference)[0].date == date


def test_a_year_behind_the_noun_of_its_day() -> None:
    text = "It fell in 2001. The 7 July bombings of 2005 are recalled."
    assert read(text)[1] == ("2005-07-07", None, "point")


def test_a_year_over_a_list_is_that_of_the_days_that_open_its_lines() -> None:
    listed = "Visits in 2021\n\n9–15 January: Peru\n\n2020:\n\nChad | 21–25 March\n\n• 26 May – 4 June: Mali"
    days = [found for found in read(listed, "2024-08-01") if found[2] == "interval"]
    assert [first for first, _, _ in days] == ["2021-01-09", "2020-03-21", "2020-05-26"]
    assert read("2020\n\nThe Minister came on 3 May.", "2024-08-01")[-1][0] == "2024-05-03"


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
    ("text", "expected"),
    [
        ("The Committee of resolution 751 (1992) met on 4 March.", "2008-03-04"),
        ("Under the 1995 accord the panel met on 7 May.", "2008-05-07"),
        ("The panel of the treaty met in 1995, on 7 May.", "1995-05-07"),
    ],
)
def test_the_year_in_a_name_is_that_of_no_later_day(text: str, expected: str) -> None:
    assert find_dates(text, "2008-06-01")[-1].date == expected


def test_what_is_the_first_since_lends_no_year_to_what_follows() -> None:
    text = "The first visit by a minister since March 2010 took place on 3 May."
    assert read(text, "2024-05-14")[-1] == ("2024-05-03", None, "point")


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
