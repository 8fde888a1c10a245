"""Pages of documents and statements."""

from __future__ import annotations

import re

import httpx
import pytest

from dragoman import queries
from dragoman.ledger import Ledger
from dragoman.queries import Found
from dragoman.records import Block, Document
from dragoman.web.links import document_url, statement_url
from dragoman.web.pages import passages
from web.conftest import Server


@pytest.fixture(scope="module")
def told(server: Server) -> tuple[Found, ...]:
    with Ledger.open(server.ledger) as ledger:
        return queries.statements(ledger, limit=400).statements


def test_a_document_shows_its_text_with_every_statement_marked(client: httpx.Client, told: tuple[Found, ...]) -> None:
    found = told[0]
    page = client.get(document_url(found.document_id, found.id))
    assert page.status_code == 200
    assert f'id="s-{found.id}"' in page.text
    assert f'<mark class="kind-{found.statement.kind}"' in page.text


def test_documents_are_listed(client: httpx.Client, told: tuple[Found, ...]) -> None:
    page = client.get("/documents").text
    assert document_url(told[0].document_id) in page
    assert '<span class="quiet">nato-serbia-2016</span>' in page
    assert page.count("/changes") == 1, "one page of the samples has two versions"
    assert client.get("/documents", params={"cursor": "no cursor of ours"}).status_code == 200


def test_a_statement_has_a_permanent_link_with_its_words_and_how_it_was_read(
    client: httpx.Client, told: tuple[Found, ...]
) -> None:
    page = client.get(statement_url(told[0].id))
    assert page.status_code == 200
    assert told[0].statement.reader in page.text
    assert "Nobody has decided on it yet" in page.text
    for_programs = re.findall(r'href="(/api/v1/[^"]+)"', page.text)
    assert [client.get(address).json()["id"].rpartition("/")[2] for address in for_programs] == [
        told[0].id,
        "annotation",
    ]


def test_the_beginning_of_an_id_leads_to_the_statement(client: httpx.Client, told: tuple[Found, ...]) -> None:
    page = client.get(f"/statements/{told[0].id[:12]}")
    assert (page.status_code, page.headers["location"]) == (307, statement_url(told[0].id))


@pytest.mark.parametrize(
    "path", ["/statements/ffffffffffff0000", "/statements/zz", "/documents/none", "/documents/x/changes"]
)
def test_ids_that_the_ledger_does_not_have_are_not_here(client: httpx.Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_document_of_one_version_has_nothing_to_compare(client: httpx.Client, told: tuple[Found, ...]) -> None:
    page = client.get(f"{document_url(told[0].document_id)}/changes")
    assert page.status_code == 404
    assert "one version only" in page.text


def test_quotes_that_overlap_are_cut_into_pieces_that_add_up_to_the_text(told: tuple[Found, ...]) -> None:
    document = Document("d", "Serbia and the EU signed it and ratified it.\nMore.", blocks=(Block(0, 44, "paragraph"),))
    blocks = passages.parts(document)[0]
    shown = list(passages.shown(document, blocks, [_at(told[0], 0, 27), _at(told[1], 11, 43)]))
    assert ["".join(p.text for p in s.pieces) for s in shown] == [document.text[:44], "More."]
    assert [len(piece.told) for piece in shown[0].pieces] == [1, 2, 1, 0]


@pytest.mark.parametrize(
    ("text", "lines"),
    [("Aims:\n• one\n  – two", ["Aims:", "• one", "– two"]), ("Aims:\n1. one\n2. two", ["Aims:", "1. one", "2. two"])],
)
def test_an_item_is_shown_with_the_bullet_or_number_before_it(text: str, lines: list[str]) -> None:
    blocks = [Block(at, at + 3, "item") for at in (text.index("one"), text.index("two"))]
    page = Document("aims", text, blocks=tuple(blocks))
    shown = passages.shown(page, passages.parts(page)[0], [])
    assert ["".join(piece.text for piece in one.pieces) for one in shown] == lines


def test_a_long_document_comes_in_parts(told: tuple[Found, ...]) -> None:
    document = Document("d", "word " * 20_000)
    groups = passages.parts(document)
    assert len(groups) == 5
    assert passages.part_at(groups, 60_000) == 2
    assert re.sub(r"\s", "", "".join(document.text[b.start : b.end] for g in groups for b in g)) == "word" * 20_000


def _at(found: Found, start: int, end: int) -> Found:
    from dataclasses import replace

    return replace(found, statement=replace(found.statement, start=start, end=end))


@pytest.mark.parametrize("cursor", ["nonsense", "a\x03" + "9" * 40, "a\x03-1", "\x03"])
def test_any_cursor_is_answered(client: httpx.Client, cursor: str) -> None:
    assert client.get("/documents", params={"cursor": cursor}).status_code == 200
