"""Search over statements and full text."""

from __future__ import annotations

import html
import re

import httpx
import pytest

from dragoman.web.links import actor_url


def test_words_find_statements_with_facets_and_lead_to_the_actor(client: httpx.Client) -> None:
    page = client.get("/search", params={"q": "Kosovo"})
    assert page.status_code == 200
    assert 'href="/actors/XKX"' in page.text
    assert "<h2>Kind</h2>" in page.text
    assert "<h2>Publisher</h2>" in page.text


@pytest.mark.parametrize(
    ("question", "leads"),
    [
        ("what is in force between Kosovo and the EU", ["/dyad?a=XKX&b=EU", "/actors/XKX", "/actors/EU"]),
        ("Serbia's agreements", ["/actors/SRB"]),
        ("vucic", [actor_url("SRB/Aleksandar Vučić")]),
        ("Wakanda and Atlantis", []),
    ],
)
def test_a_question_leads_to_whom_it_names(client: httpx.Client, question: str, leads: list[str]) -> None:
    page = html.unescape(client.get("/search", params={"q": question}).text)
    section = page.partition('<h2 id="leads">')[2].partition("</section>")[0]
    assert re.findall(r'<a[^>]* href="(/(?:actors|dyad)[^"]*)"', section) == leads


def test_a_search_can_be_narrowed_by_kind_actor_and_date(client: httpx.Client) -> None:
    given = {"q": "agreement", "kind": "agreement", "actor": "Kosovo", "since": "2013", "until": "2016"}
    page = client.get("/search", params=given)
    assert page.status_code == 200
    assert 'class="kind kind-membership"' not in page.text.split('role="status"')[1]


def test_without_words_a_filter_is_enough(client: httpx.Client) -> None:
    page = client.get("/search", params={"actor": "SRB"})
    assert 'class="statement"' in page.text


def test_pages_follow_each_other_without_repeating_a_statement(client: httpx.Client) -> None:
    seen: list[str] = []
    address = "/search?actor=SRB"
    for _ in range(3):
        page = client.get(address).text
        seen += re.findall(r'data-statement="(\w+)"', page)
        following = re.search(r'rel="next" href="([^"]+)"', page)
        if following is None:
            break
        address = following.group(1).replace("&amp;", "&")
    assert len(seen) == len(set(seen)) > 10


def test_full_text_shows_passages(client: httpx.Client) -> None:
    page = client.get("/search", params={"q": "Kosovo", "in": "text"})
    assert "Full text" in page.text
    assert 'class="quote"' in page.text


@pytest.mark.parametrize(
    "q",
    ["", " ", '"', "'; DROP TABLE statement; --", "*", "\x00", "NEAR(", "<script>alert(1)</script>", "%", "a" * 5000],
)
def test_any_text_can_be_searched_for(client: httpx.Client, q: str) -> None:
    for within in ("statements", "text"):
        page = client.get("/search", params={"q": q, "in": within})
        assert page.status_code == 200
        assert "<script>alert" not in page.text


@pytest.mark.parametrize("given", [{"since": "yesterday"}, {"min_confidence": "high"}])
def test_what_cannot_be_asked_is_said(client: httpx.Client, given: dict[str, str]) -> None:
    page = client.get("/search", params={"q": "Kosovo"} | given)
    assert page.status_code == 400
    assert "That cannot be asked" in page.text


def test_unknown_kinds_and_cursors_find_nothing_and_break_nothing(client: httpx.Client) -> None:
    for given in (
        {"kind": "gossip"},
        {"actor": "Atlantis"},
        {"q": "Kosovo", "cursor": "x'"},
        {"actor": "SRB", "cursor": "\x03"},
    ):
        assert client.get("/search", params=given).status_code == 200


def test_what_is_left_out_and_what_nobody_is_called_is_told(client: httpx.Client) -> None:
    assert "without a date are left out" in client.get("/search", params={"since": "2015"}).text
    assert "without a date" not in client.get("/search", params={"actor": "SRB"}).text
    near = html.unescape(client.get("/search", params={"actor": "South Corea"}).text)
    assert "no actor 'South Corea'; near: South Korea (KOR)" in near
    assert "`dragoman" not in near


QUESTION = "when was Kosovo's association agreement signed"


@pytest.mark.parametrize("q", ["Kosovo's association agreement", "Kosovo’s association agreement?"])
def test_a_possessive_ending_is_not_looked_for(client: httpx.Client, q: str) -> None:
    page = client.get("/search", params={"q": q}).text
    assert "Stabilisation and Association Agreement with Kosovo Enters into Force" in page
    assert "Not all words were found" not in page


@pytest.mark.parametrize("q", [QUESTION, "Kosovo association agreement signed"])
def test_where_no_statement_has_all_words_passages_come_first(client: httpx.Client, q: str) -> None:
    page = client.get("/search", params={"q": q}).text
    assert "Not all words were found: these have 3 of 4." in page
    passages, _, statements = page.partition("Statements with some of the words")
    assert passages.count("<article") == 1
    assert "European Commission" in passages
    assert 'class="kind kind-agreement"' in statements


def test_the_api_says_how_many_of_the_words_were_found(client: httpx.Client) -> None:
    told = client.get("/api/v1/search/statements", params={"text": QUESTION}).json()
    assert (told["words_asked"], told["words_found"], len(told["statements"])) == (4, 3, told["count"])
    told = client.get("/api/v1/search/passages", params={"q": QUESTION}).json()
    assert (told["words_asked"], told["words_found"], told["count"]) == (4, 4, 1)


def test_full_text_is_narrowed_by_publisher_language_and_year(client: httpx.Client) -> None:
    page = client.get("/search", params={"q": "Kosovo", "in": "text"}).text
    for name in ("Publisher", "Language", "Year"):
        assert f"<h2>{name}</h2>" in page
    address = "/search?in=text&amp;q=Kosovo&amp;publisher=NATO"
    assert f'href="{address}"' in page
    given = {"q": "Kosovo", "in": "text", "publisher": "NATO", "since": "2024", "until": "2024-05"}
    narrowed = client.get("/search", params=given).text
    assert 0 < narrowed.count("<article") < page.count("<article")
    assert 'aria-label="without publisher NATO"' in narrowed
    assert 'name="publisher" value="NATO"' in narrowed
    assert "/search?q=Kosovo&amp;publisher=NATO" in narrowed


def test_the_api_narrows_passages_and_counts_what_they_could_be_narrowed_by(client: httpx.Client) -> None:
    every = client.get("/api/v1/search/passages", params={"q": "Kosovo"}).json()
    counts = {f["name"]: {v["value"]: v["passages"] for v in f["values"]} for f in every["facets"]}
    assert sum(counts["language"].values()) == every["count"] == 10
    for name, value in (("publisher", "NATO"), ("language", "en")):
        told = client.get("/api/v1/search/passages", params={"q": "Kosovo", name: value}).json()
        assert told["count"] == counts[name][value]
    for year, count in counts["year"].items():
        told = client.get("/api/v1/search/passages", params={"q": "Kosovo", "since": year, "until": year}).json()
        assert told["count"] == count
    assert client.get("/api/v1/search/passages", params={"q": "Kosovo", "since": "soon"}).status_code == 400


@pytest.mark.parametrize("asked", ["min_confidence=5", "min_confidence=nan", "min_confidence=x"])
def test_a_slip_in_a_filter_is_told(client: httpx.Client, asked: str) -> None:
    answer = client.get(f"/search?{asked}")
    assert answer.status_code == 400
    assert asked.partition("=")[2] in answer.text
    assert "&#39;zzz&#39; is not one of" in client.get("/search?kind=zzz").text
