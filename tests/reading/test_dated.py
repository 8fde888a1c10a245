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


def dated(text: str, thing: str, kind: str, stage: str = "") -> tuple[str | None, str | None]:
    """Date and end of a statement about ``thing`` in ``text``, written on Thursday, 14 May 2009."""
    page = document(text, date="2009-05-14")
    prepared = prepare(page, tokenizer())
    view = prepared.views[-1]
    found = places(view)
    rows = np.full((len(found.entity), 5), 0.9, dtype=np.float32)
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
