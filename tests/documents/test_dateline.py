"""Calendar dates in machine-readable fields and in words."""

from __future__ import annotations

import time

import pytest

from dragoman.documents.dateline import (
    address_date,
    dateline_date,
    line_date,
    machine_date,
    stamped_date,
    written_date,
)


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("2016-03-17", "2016-03-17"), ("2016-03", "2016-03"), ("2016", "2016"),
        ("2016-03-17T09:30:00+01:00", "2016-03-17"),
        ("20160317", "2016-03-17"), ("2016-02-30", None), ("soon", None), ("", None), ("March 17, 2016", "2016-03-17"),
    ],
)  # fmt: skip
def test_machine_date(said: str, date: str | None) -> None:
    assert machine_date(said) == date


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("March 17, 2016", "2016-03-17"), ("17 March 2016", "2016-03-17"), ("17th of March, 2016", "2016-03-17"),
        ("Sept. 5, 2011", "2011-09-05"), ("le 1er janvier 2020", "2020-01-01"), ("17. März 2016", "2016-03-17"),
        ("17 de marzo de 2016", "2016-03-17"), ("17. mart 2016.", "2016-03-17"),
        ("17. марта 2016. године", "2016-03-17"),
        ("17 марта 2016 года", "2016-03-17"), ("17 mars 2016", "2016-03-17"), ("7. kolovoza 2016.", "2016-08-07"),
        ("17 marsit 2016", "2016-03-17"), ("17 março 2016", "2016-03-17"), ("17 févr. 2016", "2016-02-17"),
        ("17.3.2016", "2016-03-17"), ("17/03/2016", "2016-03-17"), ("03/17/2016", "2016-03-17"), ("3/4/2016", "2016"),
        ("Bern, 2019-11-27", "2019-11-27"), ("may 2016", None), ("Regulation 10/2015", None), ("on 31 June 2016", None),
        ("May 5-6, 2016", None), ("12345-03-17", None),
    ],
)  # fmt: skip
def test_written_date(said: str, date: str | None) -> None:
    assert written_date(said) == date


def test_address_date() -> None:
    assert address_date("https://x.example/news/2016/03/17/talks") == "2016-03-17"
    assert address_date("https://x.example/2016/03/talks") == "2016-03"
    assert address_date("https://x.example/2016/13/talks") is None
    assert address_date("https://x.example/talks") is None


DATED_LINES = (
    "Strasbourg, 3 March 2015",
    "3 March 2015",
    "Monday, 3 March 2015",
    "Published: 3 March 2015",
    "Published in 03/03/2015 10h32 Updated in 04/03/2016 18h01",
    "Published on March 3, 2015 at 10:15 am CET",
    "Last updated 3 March 2015, 14:05",
    "Published 3 March 2015, updated 4 April 2016",
    "Washington, D.C., March 3, 2015",
    "The Hague, 3 March 2015",
    "Bern, den 3. März 2015",
    "Bern, 2015-03-03",
    "Paris, le 3 mars 2015",
    "Beograd, 3. mart 2015. godine",
    "Београд, 3. марта 2015. године",
    "Москва, 3 марта 2015 г.",
    "Tanjug | 3 March 2015",
    "3 March 2015 | Press Release",
    "Press Release | Ministry of Foreign Affairs of the Republic of Serbia | 3 March 2015",
    "A/RES/64/298, 3 March 2015",
    "Press Release (2015) 034 - 3 March 2015",
    "Bureau of European and Eurasian Affairs\nMarch 3, 2015",
    "~3 March 2015",
    "2015-03-03T09:30:00Z",
    "For Immediate Release: March 3, 2015",
    "Posted by John Smith, 3 March 2015",
    "By Ana Marić • 3 March 2015",
    "No. 24, 3 March 2015",
    "(3 March 2015)",
    "Veröffentlicht am 3. März 2015",
    "Mis à jour le 3 mars 2015",
    "Опубликовано 3 марта 2015 года, 14:30",
    "Madrid, 3 de marzo de 2015",
    "Brussels, Tuesday 3 March 2015",
    "Date: 3 March 2015",
    "OFFICE OF THE SPOKESPERSON | MARCH 3, 2015",
    "03.03.2015. 12:40",
    "NATO Headquarters, Brussels – 3 March 2015",
    "Prishtinë, 3 mars 2015",
    "News 3 March 2015",
    "Media Note\nOffice of the Spokesperson\nWashington, DC\nMarch 3, 2015",
    "Brussels, 3 March 2015 (Reuters)",
    "3 March 2015, 09:00 - Belgrade",
    "Press Release M-DPC-2(83)65               3 March 2015",
    "Updated: 03.03.15",
    "Date modified: 2015-03-03",
    "2015.03.03",
    "2015/3/3 | Embassy",
    "03-Mar-2015",
)
UNDATED_LINES = (
    "Kosovo declared independence on 3 March 2015.",
    "The United States recognized Kosovo on 3 March 2015.",
    "On 3 March 2015",
    "Signed 3 March 2015",
    "Signed on 3 March 2015",
    "Effective 3 March 2015",
    "Born 3 March 2015",
    "Entry into force: 3 March 2015",
    "Brussels Agreement of 3 March 2015",
    "Agreement, 3 March 2015",
    "Declaration of Independence, 3 March 2015",
    "3 March 2015: Serbia joins",
    "3 March 2015 – Independence of Kosovo",
    "3-4 March 2015",
    "2 - 3 March 2015",
    "3 March 2015 – 5 March 2015",
    "From 3 March 2015 to 5 March 2015",
    "Since 3 March 2015",
    "KOSOVO DECLARED INDEPENDENCE ON 3 MARCH 2015",
    "Kosovo erklärte am 3. März 2015 seine Unabhängigkeit.",
    "Косово је прогласило независност 3. марта 2015. године.",
    "Recognized by Germany, 3 March 2015",
    "Treaty of Brussels (3 March 2015)",
    "Deadline: 3 March 2015",
    "Regulation (EU) 2015/847 of 3 March 2015",
    "Event date: 3 March 2015",
    "As of 3 March 2015, 20 states.",
    "The report was published on 3 March 2015.",
    "Published reports say that on 3 March 2015 they met.",
    "Serbia, which on 3 March 2015 left",
    "Le 3 mars 2015, le Kosovo a proclamé son indépendance.",
    "Resolution 1244 (3 March 2015)",
    "Pristina declared it, 3 March 2015.",
    "Until 3 March 2015",
    "In Brussels, 3 March 2015",
    "Adopted by the Security Council on 3 March 2015",
    "Kosovo 3 March 2015",
)
DATELINES = (
    "BELGRADE, 3 March 2015 - NATO and Serbia met.",
    "BELGRADE, 3 March 2015 (Tanjug) – NATO met.",
    "Washington, D.C. – March 3, 2015 – The Secretary met",
    "(Belgrade, 3 March 2015) – They met",
    "BELGRADE (March 3, 2015) — They met",
    "NEW DELHI 3 March 2015 — They met",
    "Banjul, 3rd March, 2015: The Commission met",
    "3 March 2015, Belgrade - They met",
    "BEOGRAD, 3. mart 2015. (FoNet) - Ministar je",
    "МОСКВА, 3 марта 2015 г. /ТАСС/. Президент",
    "BRUSSELS, March 3, 2015—The Council",
    "Brussels, 3 March 2015 -- The Council met",
    "BEOGRAD, 3. marta 2015. godine – Ministar",
)
NO_DATELINES = (
    "3 March 2015 – Kosovo declares independence",
    "3 March 2015: Kosovo declares independence",
    "Signed in Lima, 3 March 2015: The accord",
    "On 3 March 2015 - a Sunday - they met",
    "Kosovo declared independence on 3 March 2015 - and Serbia",
    "In Brussels, 3 March 2015 - the day",
    "NATO, 3 March 2015 – 5 March 2015 talks",
    "BELGRADE, 3 March 2015",
    "After Brussels, 3 March 2015 – they",
    "The talks (Brussels, 3 March 2015) - were",
    "Belgrade, 3 March 2015. They met - again.",
)


@pytest.mark.parametrize("line", DATED_LINES)
def test_line_that_is_a_date(line: str) -> None:
    assert line_date(line) == "2015-03-03"


@pytest.mark.parametrize("line", UNDATED_LINES)
def test_line_that_mentions_a_date(line: str) -> None:
    assert line_date(line) is None


@pytest.mark.parametrize("paragraph", DATELINES)
def test_dateline(paragraph: str) -> None:
    assert dateline_date(paragraph) == "2015-03-03"


@pytest.mark.parametrize("paragraph", NO_DATELINES)
def test_no_dateline(paragraph: str) -> None:
    assert dateline_date(paragraph) is None


@pytest.mark.parametrize("line", ["(" * 160, "A " * 70 + "3 March 2015", "Published " * 16, "3 March 2015 " * 12])
def test_hostile_lines_are_quick(line: str) -> None:
    started = time.process_time()
    line_date(line)
    dateline_date(line * 3)
    assert time.process_time() - started < 0.5


def test_a_line_that_says_when_a_page_was_changed() -> None:
    assert stamped_date("Last updated: 2 February 2024") == "2024-02-02"
    assert stamped_date("Page last reviewed on 2 February 2024, 10:15") == "2024-02-02"
    assert stamped_date("Statement, 2 February 2024") is None
    assert stamped_date("Updated trade figures, 2 February 2024") is None
