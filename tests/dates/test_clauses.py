"""Whether the verb of a date's clause tells of what has been or of what is to come."""

from __future__ import annotations

from itertools import pairwise

import pytest

from dragoman.dates import find_dates
from dragoman.dates.clauses import sentence_starts, tense_at
from dragoman.dates.words import calendar_words


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
    ],
)
def test_a_weekday_goes_by_the_verb_of_its_own_clause(text: str, date: str) -> None:
    assert [d.date for d in find_dates(text, "2022-05-11")] == [date]


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
    ("text", "sentences"),
    [
        ("They met. Peru left.", ["They met. ", "Peru left."]),
        ("They met Gen. Lind. Peru left.", ["They met Gen. Lind. ", "Peru left."]),
        ("Peru will not\nhost it.", ["Peru will not\nhost it."]),
        ("Visits\nPeru left.", ["Visits\n", "Peru left."]),
    ],
)
def test_where_sentences_begin(text: str, sentences: list[str]) -> None:
    starts = [*sentence_starts(text), len(text)]
    assert [text[a:b] for a, b in pairwise(starts)] == sentences


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("They signed it on |5 May|.", "past"),
        ("They will meet on |5 May|.", "ahead"),
        ("He was due on |5 May|.", "due"),
        ("The treaty of |5 May| binds them.", "unknown"),
        ("No verb, |5 May|.", "unknown"),
    ],
)
def test_tense_of_a_clause(text: str, tense: str) -> None:
    before, day, after = text.split("|")
    whole, start = before + day + after, len(before)
    words = calendar_words("en")
    assert tense_at(whole, start, start + len(day), sentence_starts(whole), words) == tense
    assert tense_at(whole, start, start + len(day), sentence_starts(whole), calendar_words("fr")) == "unknown"
