"""Pictures as the server gives them: pages, filters, files."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

import pictures_ledger
from dragoman.ledger import Ledger
from dragoman.queries.pictures import Flow, Flows
from dragoman.web import Settings
from dragoman.web.pictures.kept import Kept
from dragoman.web.pictures.shapes import flows_drawing, flows_table
from dragoman.web.pictures.tables import Cell, Table, as_csv
from web.conftest import serving


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    path = tmp_path_factory.mktemp("pictures") / "pictures.ledger"
    pictures_ledger.build(path)
    with serving(Settings(ledger=str(path))) as running, running.client() as opened:
        yield opened


def rows(answer: httpx.Response) -> list[list[str]]:
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/csv")
    assert answer.headers["content-disposition"].startswith("attachment")
    return list(csv.reader(io.StringIO(answer.text)))


@pytest.mark.parametrize("path", ["/timeline", "/map", "/network", "/money", "/events"])
def test_each_picture_has_a_page(client: httpx.Client, path: str) -> None:
    assert client.get(path).status_code == 200


@pytest.mark.parametrize("path", ["/timeline?actor=NOR&since=2020", "/network?since=2020", "/money?actor=NOR"])
def test_what_draws_nothing_says_so(client: httpx.Client, path: str) -> None:
    assert "nothing to draw" in client.get(path).text


@pytest.mark.parametrize(
    ("path", "status", "says"),
    [
        ("/timeline?actor=Nowhere", 404, "no actor"),
        ("/map?actor=Nowhere", 404, "no actor"),
        ("/map?actor=KFO", 404, "near: NATO/KFOR"),
        ("/network?actor=Nowhere", 404, "no actor"),
        ("/network?actor=XKX&with=Nowhere", 404, "no actor"),
        ("/network/tie?a=XKX&b=Nowhere", 404, "no actor"),
        ("/events?actor=XKX&since=x", 400, "no year"),
        ("/events?actor=XKX&until=0", 400, "no year"),
        ("/timeline?actor=XKX&kind=wedding", 400, "not one of"),
        ("/network?most=many", 400, "most"),
        ("/timeline.csv", 400, "needs an actor"),
        ("/timeline?actor=' OR 1=1 --", 404, "no actor"),
    ],
)
def test_what_cannot_be_asked_is_answered_in_words(client: httpx.Client, path: str, status: int, says: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, says in answer.text) == (status, True)


@pytest.mark.parametrize("path", ["/timeline", "/network", "/map", "/money", "/events", "/timeline.csv"])
def test_an_actor_may_be_called_by_its_name(client: httpx.Client, path: str) -> None:
    by_name, by_code = (client.get(path, params={"actor": name, "with": ""}) for name in ("Norvège", "NOR"))
    assert (by_name.status_code, by_name.text) == (200, by_code.text)


@pytest.mark.parametrize(
    "narrowed",
    ["", "&kind=membership", "&since=2010", "&kind=meeting&kind=assistance&since=2013&until=2014", "&until=2012"],
)
@pytest.mark.parametrize("picture", ["/network?actor=XKX&people=true", "/map?actor=XKX"])
@pytest.mark.slow
def test_a_tie_leads_to_as_many_facts_as_it_was_drawn_from(client: httpx.Client, picture: str, narrowed: str) -> None:
    page = client.get(picture + narrowed).text
    ties = re.findall(r'<a href="(/network/tie\?[^"]+)">(\d+)</a>', page)
    assert ties or "nothing to draw" in page
    for address, facts in ties:
        tie = client.get(address.replace("&amp;", "&")).text
        assert f'role="status">{facts} fact' in tie
        assert tie.count('class="statement"') == min(int(facts), 12)


def test_files_have_what_is_drawn_with_codes_for_names(client: httpx.Client) -> None:
    head, *lines = rows(client.get("/timeline.csv?actor=XKX&kind=agreement"))
    assert head[:4] == ["When", "Kind", "Stage", "Who"]
    assert lines == [
        ["2015-10-27", "agreement", "signed", "EU, XKX", "", "Stabilisation and Association Agreement", "2"]
    ]
    assert ["EU", "XKX", "3"] in [line[:3] for line in rows(client.get("/network.csv"))]
    assert ["United States", "USA", "3"] in [line[:3] for line in rows(client.get("/map.csv?actor=XKX"))]
    assert ["CONSULT", "2014", "2"] in rows(client.get("/events.csv"))


def test_what_a_spreadsheet_would_run_is_defused(client: httpx.Client) -> None:
    line = next(line for line in rows(client.get("/money.csv")) if "HYPERLINK" in line[1])
    assert line[1] == f"'{pictures_ledger.FORMULA}"
    assert line[3] == "2000000"


def test_numbers_and_plain_texts_stay_as_they_are() -> None:
    made = as_csv(Table("", ("a", "b", "c"), ((Cell(-5), Cell("Kosovo"), Cell("Kosovo", plain="XKX")),)), "x.csv")
    assert bytes(made.body).decode().splitlines() == ["a,b,c", "-5,Kosovo,XKX"]


def test_names_in_the_data_of_a_page_cannot_end_it(client: httpx.Client) -> None:
    page = client.get("/network").text
    assert "<script>document.title" not in page
    assert page.count("</script>") == page.count("<script")


@pytest.fixture
def one_page(tmp_path: Path) -> Iterator[Ledger]:
    page, reading = pictures_ledger.pages()[0]
    with Ledger.open(tmp_path / "kept.ledger") as ledger:
        ledger.add(page, reading)
        yield ledger


def test_answers_are_kept_until_the_ledger_changes(one_page: Ledger) -> None:
    kept, asked = Kept(), list[int]()
    for _ in range(2):
        kept.get("a", one_page, lambda: asked.append(1))
    assert len(asked) == 1
    page, reading = pictures_ledger.pages()[1]
    one_page.add(page, reading)
    kept.get("a", one_page, lambda: asked.append(1))
    assert len(asked) == 2


def test_what_is_promised_has_boxes_of_its_own() -> None:
    given = Flow(("JPN",), "Water Fund", ("KEN",), 3_000_000, 2, (), "a")
    told = Flows(None, "EUR", (("EUR", 3),), (given, replace(given, facts=1, promised=True)), 0, False)
    one, other = flows_drawing(told)["flows"]
    assert one["source"] != other["source"]
    assert [row[5].value for row in flows_table(told).rows] == ["", "promised"]
