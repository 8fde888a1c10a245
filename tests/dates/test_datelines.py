"""The day of a dateline, which is that of no event."""

from __future__ import annotations

import pytest

from dragoman.dates import find_dates


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


def test_a_day_in_a_sentence_is_no_dateline() -> None:
    [day] = find_dates("The ministers met in Vienna on May 21, 2018 — in vain.", "2018-05-21")
    assert day.date == "2018-05-21"
