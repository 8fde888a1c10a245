"""Which date is that of the thing stated, where the network holds every date of the sentence likely."""

from __future__ import annotations

import numpy as np
import pytest

from dragoman.reading.anchored import Anchored
from dragoman.reading.candidates import places
from dragoman.reading.dating import fill_dates
from dragoman.reading.prepared import prepare
from dragoman.reading.roles import Settings
from reader_samples import document, tokenizer


def dated(text: str, thing: str, kind: str, stage: str = "", *, dates: int = 9) -> tuple[str | None, str | None]:
    """Date and end of a statement about ``thing`` in ``text``, written on Thursday, 14 May 2009, where the first
    ``dates`` are likely."""
    page = document(text, date="2009-05-14")
    prepared = prepare(page, tokenizer())
    view = prepared.views[-1]
    found = places(view)
    rows = np.full((len(found.entity), 5), 0.9, dtype=np.float32)
    rows[found.dates.start + dates :, 3] = 0
    last = int(view.window.sentence.max())
    start = page.text.index(thing)
    anchored = Anchored(page, prepared, view, found, last, rows, np.arange(len(rows)))
    date, end, evidence = fill_dates(kind, stage, (start, start + len(thing)), anchored, Settings())
    assert bool(evidence) == bool(date or end)
    return date, end


@pytest.mark.parametrize(
    ("text", "thing", "kind", "date"),
    [
        ("Minister Lind said on Saturday she had signed a pact with Chile.", "pact", "agreement", None),
        ("He told reporters in Lima on 3 May 2009 that Peru had paid 5 million.", "5 million", "assistance", None),
        ("Yesterday, the agency announced that it had given wells to Peru.", "wells", "assistance", None),
        ("According to a report released on Monday, Peru lifted sanctions.", "sanctions", "event", None),
        ("Peru lifted sanctions, according to a note issued by its embassy on Monday.", "sanctions", "event", None),
        ("Minister Lind said on Saturday that Peru would lift sanctions.", "sanctions", "event", None),
        ("Peru said on Saturday it has given wells to Mali.", "wells", "assistance", None),
        # what is done by being announced, what is claimed and how far a thing has come have the day of saying
        ("Peru announced on Monday a loan to Chile.", "loan", "assistance", "2009-05-11"),
        ("Lind said on Saturday she had signed a pact.", "signed a pact", "position", "2009-05-09"),
        ("The Council noted on Saturday that Peru had met all criteria.", "met all criteria", "progress", "2009-05-09"),
        # the date of what was said
        ("Lind recalled that on Saturday she had signed a pact.", "pact", "agreement", "2009-05-09"),
        ("Lind said she had signed a pact on Saturday.", "pact", "agreement", "2009-05-09"),
        ("Minister Lind announced on Saturday she had to sign a pact.", "pact", "agreement", "2009-05-09"),
    ],
)
def test_the_day_of_a_saying_is_not_that_of_what_was_said(text: str, thing: str, kind: str, date: str | None) -> None:
    assert dated(text, thing, kind) == (date, None)


def test_the_date_of_an_example_is_not_that_of_all() -> None:
    text = "They concluded many agreements, including an accord (1979) and a tax treaty (1985)."
    assert dated(text, "many agreements", "agreement") == (None, None)
    assert dated("They concluded a tax treaty (1985).", "tax treaty", "agreement") == ("1985", None)


def test_a_figure_measured_by_a_day_has_it_as_its_date() -> None:
    text = "By the end of 2004 trade stood at 20 million."
    assert dated(text, "trade", "indicator") == ("2004", None)
    assert dated(text, "trade", "objective") == (None, "2004")
    assert dated("By the end of 2012 trade is to reach 20 million.", "trade", "indicator") == (None, "2012")


def test_what_ends_a_stretch_is_on_its_last_day() -> None:
    text = "Peru belonged to it from 1935 until its withdrawal in 1941."
    assert dated(text, "withdrawal", "membership") == ("1941", None)
    assert dated(text, "belonged", "membership") == ("1935", "1941")
    text = "It stayed in Riga until the legation opened on June 30, 1930."
    assert dated(text, "legation", "relations") == ("1930-06-30", None)
    assert dated(text, "stayed", "relations") == (None, "1930-06-30")


def test_what_was_done_when_a_stretch_ended_is_of_that_day() -> None:
    text = "Lind served from 1987 until 2003, when Berg was appointed."
    assert dated(text, "appointed", "office") == ("2003", None)
    assert dated(text, "served", "office") == ("1987", "2003")


def test_of_a_row_each_has_the_date_behind_it() -> None:
    text = "They were the Envoy, Minister Lind (1990), President Berg (1992) and Chancellor Mora (1995)."
    assert dated(text, "Envoy", "meeting") == ("1990", None)
    assert dated(text, "President", "meeting") == ("1992", None)
    assert dated(text, "Chancellor Mora (1995)", "meeting") == ("1995", None)
    text = "Envoys came in (1990) spring, (1992) autumn and (1995) May."
    assert dated(text, "May", "meeting") == ("1995", None)


@pytest.mark.parametrize(
    ("text", "thing", "kind", "date"),
    [
        ("This year marks the 35th anniversary of relations with Peru.", "relations", "relations", "1974"),
        ("Last year they marked the fiftieth anniversary of their treaty.", "treaty", "agreement", "1958"),
        ("In 2006 they kept the twenty-fifth anniversary of the pact.", "the twenty-fifth", "agreement", "1981"),
        ("Today marks the 20th anniversary of the signing of the treaty.", "treaty", "agreement", "1989-05-14"),
        ("On 3 May 2009, the 20th anniversary of the treaty, they met.", "treaty", "agreement", "1989-05-03"),
        # the day of a celebration is not that of the beginning, and a meeting has its own
        ("On 3 May 2009 they celebrated the 20th anniversary of the treaty.", "treaty", "agreement", "1989"),
        ("They kept the 20th anniversary of the treaty of 3 May 1989.", "treaty of", "agreement", "1989-05-03"),
        ("This year they held talks on the 20th anniversary of the treaty.", "talks", "meeting", "2009"),
        ("This year they signed a pact on the 20th anniversary of the treaty.", "pact", "agreement", "2009"),
        ("They welcomed the 20th anniversary of the treaty.", "treaty", "agreement", None),
    ],
)
def test_an_anniversary_tells_when_a_thing_began(text: str, thing: str, kind: str, date: str | None) -> None:
    assert dated(text, thing, kind) == (date, None)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("On 4 May 2009 Chad extended its mission in Mali until 14 December 2010.", "2010-12-14"),
        ("On 4 May 2009 Chad extended its mission in Mali, while Peru stays until 14 December 2010.", None),
        ("On 4 May 2009 Chad extended its mission in Mali and Peru stays until 14 December 2010.", None),
        ("On 4 May 2009 Chad praised its mission in Mali until 14 December 2008.", None),
    ],
)
def test_an_end_beside_a_date_needs_no_likelihood(text: str, end: str | None) -> None:
    assert dated(text, "mission in Mali", "mission", dates=1) == ("2009-05-04", end)


@pytest.mark.parametrize(
    ("text", "thing", "expected"),
    [
        ("Peru signed an air services agreement (1998), a visa pact and more.", "air services agreement", "1998"),
        ("Peru is in the WTO (since 1995).", "WTO", "1995"),
        ("Peru is in the WTO, as it told us (1995).", "WTO", None),
        ("Peru is in the WTO (with Chad, 1995).", "WTO", None),
    ],
)
def test_a_date_in_brackets_is_that_of_what_stands_before_it(text: str, thing: str, expected: str | None) -> None:
    assert dated(text, thing, "agreement", dates=0) == (expected, None)


PLAN = "Measure | {head} | Status\nAdopt the law on ports | March 2008 | Planned"


@pytest.mark.parametrize(
    ("head", "told"),
    [("Deadline", (None, "2008-03")), ("Valid from", ("2008-03", None)), ("Approved", (None, None))],
)
def test_a_row_is_dated_by_the_head_of_a_column_however_unlikely(
    head: str, told: tuple[str | None, str | None]
) -> None:
    assert dated(PLAN.format(head=head), "law on ports", "progress", dates=0) == told


def test_a_row_may_have_a_beginning_and_an_end_and_of_two_ends_neither() -> None:
    rows = "Project | {} | {}\nAdopt the law on ports | March 2008 | May 2010"
    assert dated(rows.format("Start date", "End date"), "law on ports", "progress", dates=0) == ("2008-03", "2010-05")
    assert dated(rows.format("Deadline", "Valid until"), "law on ports", "progress", dates=0) == (None, None)


def test_a_date_with_its_own_words_dates_no_sentence_that_is_no_row() -> None:
    assert dated("Peru has a law on ports; others from 2003 onwards.", "law on ports", "progress", dates=0) == (
        None,
        None,
    )
