"""Statements that disagree, side by side."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from dragoman.ledger import Ledger
from dragoman.queries.contradicting import contradictions, contradictions_of
from dragoman.queries.disagreeing import Compared, disagree
from dragoman.web import Settings
from ledger_samples import document, reading, said
from web.browsing import barriers
from web.conftest import Server, serving

SAA = "Stabilisation and Association Agreement"
# (words, kind, stage, source, target, object, date): one document each
TOLD: tuple[tuple[str, str, str, str, str, str, str | None], ...] = (
    # date
    ("They signed it in October 2015", "agreement", "signed", "EU", "XKX", SAA, "2015-10"),
    ("They signed it in May 2014", "agreement", "signed", "EU", "XKX", SAA, "2014-05"),
    # stage
    ("It is a member", "membership", "member", "SRB", "CEFTA", "CEFTA", None),
    ("It is no member", "membership", "not-member", "SRB", "CEFTA", "CEFTA", None),
    # party
    ("Ann is minister", "office", "holds", "ALB/Ann", "ALB", "Minister of Health", "2019-05"),
    ("Ben is minister", "office", "holds", "ALB/Ben", "ALB", "Minister of Health", "2019-05"),
    # date: what ministers sign, their states sign
    ("Ali and Zoe signed it in May", "agreement", "signed", "JOR/Ali", "KEN/Zoe", "Air Services Agreement", "2019-05"),
    ("The two signed it in June", "agreement", "signed", "KEN", "JOR", "Air Services Agreement", "2019-06"),
    # none: each party ratifies by itself
    ("Chad ratified it", "agreement", "ratified", "TCD", "NER", "Lake Waters Charter", "2018"),
    ("Niger ratified it", "agreement", "ratified", "NER", "TCD", "Lake Waters Charter", "2020"),
    ("The diet ratified it", "agreement", "ratified", "JPN/Diet", "PHL", "Reciprocal Access Agreement", "2025-06"),
    ("The senate ratified it", "agreement", "ratified", "PHL/Senate", "JPN", "Reciprocal Access Agreement", "2024-12"),
    ("Peru recognised Palau", "relations", "recognised", "PER", "PLW", "Palau", "1995"),
    ("Palau recognised Peru", "relations", "recognised", "PLW", "PER", "Palau", "1997"),
    # date: one party ratifies once
    ("Chad ratified it in May", "agreement", "ratified", "TCD", "LBY", "Desert Roads Treaty", "2018-05"),
    ("Chad ratified it in June", "agreement", "ratified", "TCD", "LBY", "Desert Roads Treaty", "2018-06"),
    # none: the short name may be that of two
    ("They agreed in May", "agreement", "signed", "JOR/Ministry", "KEN", "Memorandum of Understanding", "2019-05"),
    ("They agreed in June", "agreement", "signed", "JOR", "KEN", "Memorandum of Understanding", "2019-06"),
    # none: what was restored had been there before
    ("Ties were set up in 1922", "relations", "established", "LTU", "FIN", "diplomatic relations", "1922"),
    ("Ties were restored in 1991", "relations", "established", "LTU", "FIN", "diplomatic relations", "1991"),
    # none: people meet twice
    ("They met in May", "meeting", "held", "USA", "CAN", "Trade Talks", "2019-05"),
    ("They met in June", "meeting", "held", "USA", "CAN", "Trade Talks", "2019-06"),
)


@pytest.fixture
def told(sqlite_template: Path, tmp_path: Path) -> Path:
    path = tmp_path / "told.ledger"
    path.write_bytes(sqlite_template.read_bytes())
    with Ledger.open(path) as ledger:
        for number, (words, kind, stage, source, target, thing, date) in enumerate(TOLD):
            page = document(f"page-{number}", words + ".", date="2020")
            fields = {"source": source, "target": target, "object": thing, "date": date}
            ledger.add(page, reading(said(page, words, kind, stage, **fields)))
    return path


@pytest.fixture
def running(told: Path) -> Iterator[Server]:
    with serving(Settings(ledger=str(told))) as server:
        yield server


def test_the_whole_ledger_is_walked_and_each_contradiction_told_once(told: Path) -> None:
    with Ledger.open(told) as ledger:
        found = contradictions(ledger).found
    assert sorted(c.field for c in found) == ["date", "date", "date", "party", "stage"]


def test_those_of_an_actor_and_of_a_pair(told: Path) -> None:
    with Ledger.open(told) as ledger:
        assert [c.field for c in contradictions_of(ledger, ("SRB",)).found] == ["stage"]
        assert [c.field for c in contradictions_of(ledger, ("EU", "XKX")).found] == ["date"]
        assert [c.field for c in contradictions_of(ledger, ("KEN", "JOR")).found] == ["date"]
        assert [c.field for c in contradictions_of(ledger, ("USA",)).found] == []
        assert contradictions_of(ledger, ("EU",), field="amount").found == ()


def test_the_page_shows_both_sides_with_their_sources(running: Server) -> None:
    with running.client() as client:
        page = client.get("/contradictions", params={"actor": "EU", "other": "Kosovo"})
        assert page.status_code == 200
        assert "Different dates" in page.text
        assert "They signed it in October 2015" in page.text
        assert "They signed it in May 2014" in page.text
        assert page.text.count("says 1 passage in 1 document") == 2
        assert "<h3" not in page.text, "no step is left out between headings"
        assert client.get("/contradictions").text.count('class="against"') == 5
        assert client.get("/contradictions", params={"field": "date"}).text.count('class="against"') == 3
        assert client.get("/contradictions", params={"field": "gossip"}).status_code == 400
        assert client.get("/contradictions", params={"cursor": "no cursor"}).status_code == 200


@pytest.mark.slow
def test_the_page_has_no_serious_barrier(running: Server, page: Page) -> None:
    page.goto(f"{running.url}/contradictions")
    expect(page.locator(".against")).to_have_count(5)
    assert barriers(page) == []


def compared(**fields: Any) -> Compared:
    base = {"n": 1, "kind": "assistance", "stage": "completed", "party_key": 7, "object": "Trust Fund", "lo": None}
    base |= {"hi": None, "amounts": None, "keys": frozenset({1, 2}), "sides": frozenset({1, 2}), "source": ""}
    return Compared(**(base | fields))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ('[{"number": 5, "unit": "EUR"}]', '[{"number": 6, "unit": "EUR"}]', "amount"),
        ('[{"number": 5, "unit": "EUR"}]', '[{"number": 6, "unit": "USD"}]', None),
        ('[{"number": 100, "unit": "mine", "bound": "min"}]', '[{"number": 120, "unit": "mine"}]', None),
        ('[{"number": 100, "unit": "mine", "bound": "max"}]', '[{"number": 120, "unit": "mine"}]', "amount"),
        ('[{"number": 100, "unit": "mine", "bound": "approx"}]', '[{"number": 110, "unit": "mine"}]', None),
        ('[{"number": 9600000, "unit": "EUR"}]', '[{"number": 9560000, "unit": "EUR"}]', None),
    ],
)
def test_sums_disagree_only_where_both_cannot_be_so(one: str, other: str, expected: str | None) -> None:
    assert disagree(compared(amounts=one), compared(n=2, amounts=other)) == expected


def test_sums_of_different_years_are_two_sums() -> None:
    sums = ('[{"number": 5, "unit": "EUR"}]', '[{"number": 6, "unit": "EUR"}]')
    a = compared(amounts=sums[0], lo=20140101, hi=20141231)
    assert disagree(a, compared(n=2, amounts=sums[1], lo=20150101, hi=20151231)) is None
