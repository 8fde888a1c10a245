"""The drawn line of an instrument: its lanes, what stands in them, and what is taken away."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page

from dragoman.ledger import Ledger
from dragoman.queries.lifecycle import MOST, lifecycle
from dragoman.web import Settings
from dragoman.web.links import instrument_url
from dragoman.web.pages.lifeline import MOST_LANES, Drawing, drawing, party_drawing
from ledger_samples import document, reading, said
from web.browsing import barriers
from web.conftest import Server, serving

# Each: what is said of a thing, as stage, source, target and date.
Said = tuple[str, str, str, str | None]

CONVENTION: list[Said] = [
    ("proposed", "", "", "2011"),
    ("signed", "SRB", "", "2013"),
    ("signed", "GRC/Ministry of Ports", "", "2013-02-01"),
    ("ratified", "GRC", "", "2015"),
    ("in-force", "SRB, GRC, ALB", "", "2016-01-01"),
    ("signed", "ALB", "", "2014"),
    ("ratified", "ALB", "", None),
]
WITH_ONE: list[Said] = [
    ("signed", "SRB", "EU", "2008"),
    ("in-force", "SRB", "EU", "2013"),
    ("signed", "ALB", "EU", "2006"),
]
TOGETHER: list[Said] = [("signed", "SRB", "EU", "2008"), ("in-force", "EU", "SRB", "2013")]
TWO: list[Said] = [("signed", "SRB", "ALB", "2010"), ("ratified", "ALB", "", "2011"), ("ratified", "SRB", "", "2012")]
MANY: list[Said] = [("signed", f"/State {n:02d}", "", f"20{n:02d}") for n in range(1, MOST_LANES + 6)]


def filled(path: Path, name: str, facts: list[Said]) -> None:
    quotes = [f"Sentence {n} of it" for n, _ in enumerate(facts)]
    page = document("convention", ". ".join(quotes) + ".", date="2020")
    told = [
        said(page, f"{quote}", stage=stage, source=source, target=target, date=date, object=name)
        for quote, (stage, source, target, date) in zip(quotes, facts, strict=True)
    ]
    with Ledger.open(path) as ledger:
        ledger.add(page, reading(*told))


def drawn(tmp_path: Path, facts: list[Said]) -> Drawing:
    filled(tmp_path / "one.ledger", "Convention on Ports", facts)
    with Ledger.open(tmp_path / "one.ledger") as ledger:
        made = party_drawing(lifecycle(ledger, "Convention on Ports", limit=MOST).facts)
    assert made is not None
    return made


def in_lanes(made: Drawing) -> dict[str, list[str]]:
    """The labels of the marks of each lane, in their order."""
    tops = [*(lane.top or 0 for lane in made.lanes), made.height]
    return {
        lane.label: [mark.label for mark in made.marks if tops[n] <= mark.y < tops[n + 1]]
        for n, lane in enumerate(made.lanes)
    }


@pytest.mark.parametrize(
    ("facts", "lanes"),
    [
        (
            CONVENTION,
            {
                "all": ["proposed 2011", "in-force 2016"],
                "Greece": ["signed 2013", "ratified 2015"],
                "Serbia": ["signed 2013"],
                "Albania": ["signed 2014"],
            },
        ),
        (WITH_ONE, {"Albania": ["signed 2006"], "Serbia": ["signed 2008", "in-force 2013"]}),
        (TWO, {"all": ["signed 2010"], "Albania": ["ratified 2011"], "Serbia": ["ratified 2012"]}),
    ],
)
def test_each_party_has_a_lane_and_what_they_share_another(
    tmp_path: Path, facts: list[Said], lanes: dict[str, list[str]]
) -> None:
    made = drawn(tmp_path, facts)
    told = in_lanes(made)
    assert {name: sorted(labels) for name, labels in told.items()} == {n: sorted(of) for n, of in lanes.items()}
    assert [*told][:1] == [*lanes][:1]
    assert made.by_party


def test_where_all_facts_name_the_same_parties_lanes_are_stages(tmp_path: Path) -> None:
    made = drawn(tmp_path, TOGETHER)
    assert ([lane.label for lane in made.lanes], made.by_party) == (["signed", "in-force"], False)


def test_lanes_are_bounded_and_it_is_told(tmp_path: Path) -> None:
    made = drawn(tmp_path, MANY)
    assert (len(made.lanes), made.left_out) == (MOST_LANES, 5)
    assert made.height < 60 * MOST_LANES


def test_labels_of_one_lane_do_not_touch(tmp_path: Path) -> None:
    facts: list[Said] = [("signed", "SRB", "", f"2013-0{n}-01") for n in range(1, 10)]
    made = drawn(tmp_path, [*facts, ("signed", "ALB", "", "1980")])
    rows: dict[int, list[tuple[float, float]]] = {}
    for mark in made.marks:
        if mark.label:
            words = len(mark.label) * 5
            ends = (mark.x - words, mark.until) if mark.before else (mark.x, mark.until + words)
            rows.setdefault(mark.y, []).append(ends)
    for spans in rows.values():
        spans.sort()
        assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert sum(mark.label == "" for mark in made.marks) == 3  # six rows are the most


@pytest.mark.parametrize("dates", [(), ("2013",), ("2013", None)])
def test_a_line_of_less_than_two_dates_is_not_drawn(tmp_path: Path, dates: tuple[str | None, ...]) -> None:
    filled(tmp_path / "one.ledger", "Convention on Ports", [("signed", "SRB", "", date) for date in dates])
    with Ledger.open(tmp_path / "one.ledger") as ledger:
        facts = lifecycle(ledger, "Convention on Ports").facts if dates else ()
    assert party_drawing(facts) is None is drawing(facts)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    path = tmp_path_factory.mktemp("lifeline") / "lifeline.ledger"
    filled(path, "=Convention on Ports", CONVENTION)
    with serving(Settings(ledger=str(path))) as running:
        yield running


def test_the_page_has_the_lanes_and_a_file_has_all_facts(server: Server, client: httpx.Client) -> None:
    page = client.get(instrument_url("=Convention on Ports")).text
    assert page.index(">all</text>") < page.index(">Greece</text>") < page.index(">Albania</text>")
    assert "Each party has a lane" in page
    rows = list(csv.DictReader(io.StringIO(client.get("/instruments.csv?name=%3DConvention+on+Ports").text)))
    assert len(rows) == len(CONVENTION)
    assert {row["What"] for row in rows} == {"'=Convention on Ports"}
    assert ("2015", "ratified", "GRC") in {(row["When"], row["Stage"], row["Who"]) for row in rows}
    assert client.get("/instruments.csv?name=Nothing").status_code == 404
    narrowed = client.get("/instruments.csv", params={"name": "=Convention on Ports", "party": "GRC"}).text
    assert len(narrowed.splitlines()) == 1 + sum("GRC" in source for _, source, _, _ in CONVENTION)


@pytest.mark.slow
def test_the_line_is_taken_away_and_leads_to_statements(server: Server, page: Page) -> None:
    page.goto(server.url + instrument_url("=Convention on Ports"))
    for kind, begins in (("SVG", b"<svg"), ("PNG", b"\x89PNG"), ("CSV", b"When,Kind,Stage")):
        with page.expect_download() as started:
            page.locator("#toolbar").get_by_text(kind, exact=True).click()
        assert Path(started.value.path()).read_bytes().startswith(begins)
    assert barriers(page) == []
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator("#lifeline a", has_text="ratified 2015").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/statements/[0-9a-f]{16}"))
