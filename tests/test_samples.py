"""The samples: every format opens, annotations hold to the contract, the reader does not fall below its floor."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from samples import make
from training.written import ACTOR, edtf

import dragoman
from dragoman import queries
from dragoman.codebook import READ, codebook
from dragoman.documents import open_documents
from dragoman.ledger.checking import check
from dragoman.records import Document
from evaluation import scoring

REPOSITORY = Path(__file__).resolve().parents[1]
DOCUMENTS = REPOSITORY / "samples" / "documents"
ANNOTATIONS = REPOSITORY / "samples" / "annotations"
FLOORS = json.loads((REPOSITORY / "evaluation" / "floors.json").read_text("utf-8"))["samples"]
FORMATS = {"html", "pdf", "docx", "markdown", "text", "jsonl"}
FIELDS = ["doc", "kind", "stage", "source", "target", "object", "date", "end", "value", "by", "event", "quote"]
UNREADABLE = {"saopstenje": "language sr"}


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    opened = list(open_documents([DOCUMENTS]))
    assert all(isinstance(document, Document) for document in opened), opened
    return {document.stem: document for document in opened if isinstance(document, Document)}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dragoman.Ledger]:
    """A ledger of all samples."""
    path = tmp_path_factory.mktemp("samples") / "samples.ledger"
    summary = dragoman.build([DOCUMENTS], path)
    assert not summary.skipped
    assert summary.warnings == ()
    with dragoman.Ledger.open(path) as opened:
        yield opened


def annotated(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_every_format_is_among_the_samples(documents: dict[str, Document]) -> None:
    assert {document.format for document in documents.values()} | {"jsonl"} >= FORMATS
    assert any("#" in document.locator for document in documents.values())


def test_every_sample_has_title_publisher_date_and_language(documents: dict[str, Document]) -> None:
    for document in documents.values():
        facts = (document.title, document.publisher, document.date, document.language)
        assert all(fact.value for fact in facts), document.stem


@pytest.mark.parametrize("words", ["cookie", "Subscribe", "Share this page", "Related links", "Site map", "Most read"])
def test_what_surrounds_a_page_is_cut(documents: dict[str, Document], words: str) -> None:
    assert [stem for stem, document in documents.items() if words.casefold() in document.text.casefold()] == []


def test_all_documents_in_a_readable_language_are_annotated(documents: dict[str, Document]) -> None:
    assert {path.stem for path in ANNOTATIONS.glob("*.jsonl")} == set(documents) - set(UNREADABLE)


@pytest.mark.parametrize("path", sorted(ANNOTATIONS.glob("*.jsonl")), ids=lambda path: path.stem)
def test_annotations_hold_to_the_contract(path: Path, documents: dict[str, Document]) -> None:
    for row in annotated(path):
        assert list(row) == FIELDS
        assert row["doc"] == path.stem
        assert row["quote"] in documents[path.stem].text
        assert row["event"] is None or row["event"] in codebook().plover
        stage = codebook().stage(row["kind"], row["stage"])
        if stage.event != READ and row["kind"] not in ("event", "meeting", "position"):
            assert row["event"] == stage.event, row
        for name in ("date", "end"):
            edtf(row[name] or "")
        for actor in (*row["source"], *row["target"], *row["by"]):
            assert ACTOR.fullmatch(actor), row
        for value in row["value"] or ():
            assert isinstance(value["number"], int | float)
            assert value.get("bound", "min") in ("min", "max", "approx")


def test_annotations_use_every_kind() -> None:
    used = {row["kind"] for path in ANNOTATIONS.glob("*.jsonl") for row in annotated(path)}
    assert used == set(codebook().kinds)


def test_the_ledger_is_sound(ledger: dragoman.Ledger) -> None:
    assert list(check(ledger)) == []


def test_a_text_in_another_language_is_kept_but_not_read(ledger: dragoman.Ledger) -> None:
    assert list(queries.not_read(ledger)) == [("saopstenje", "language sr")]
    assert queries.search(ledger, "Партнерство за мир").count >= 1


def test_one_page_has_two_versions(ledger: dragoman.Ledger) -> None:
    versions = queries.versions(ledger, "nato-serbia-2016")
    assert [version.date for version in versions] == ["2014-11-24", "2016-03-02"]
    assert [version.retired_at is None for version in versions] == [False, True]


def test_what_a_page_said_is_still_there(ledger: dragoman.Ledger) -> None:
    assert queries.search(ledger, '"are negotiating a first"').count == 0
    assert queries.search(ledger, '"are negotiating a first"', include_retired=True).count == 1
    then = {found.statement.doc for found in dragoman.every(ledger, dragoman.Filter(actors=("SRB",), as_of="2015-06"))}
    now = {found.statement.doc for found in dragoman.every(ledger, dragoman.Filter(actors=("SRB",)))}
    assert "nato-serbia-2014" in then - now
    assert "nato-serbia-2016" in now - then


def test_the_reader_keeps_its_floor(ledger: dragoman.Ledger) -> None:
    """Also as the ledger gives the statements back. `make score` prints what is measured."""
    reached = scoring.score(scoring.pairs(scoring.load(ANNOTATIONS), everything_read(ledger)))
    assert reached.found.f1 >= FLOORS["found"], f"found F1 {reached.found.f1:.3f}"
    assert reached.exact.f1 >= FLOORS["exact"], f"exact F1 {reached.exact.f1:.3f}"


def everything_read(ledger: dragoman.Ledger) -> list[dragoman.Statement]:
    """The statements of all documents, the earlier version of the page with two among them."""
    present = dragoman.every(ledger, dragoman.Filter())
    earlier = dragoman.every(ledger, dragoman.Filter(document="nato-serbia-2014", as_of="2014-11-24"))
    return [found.statement for found in (*present, *earlier)]


def test_the_script_makes_the_binary_samples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(make, "DOCUMENTS", tmp_path)
    make.main()
    for path in sorted(tmp_path.iterdir()):
        [made] = open_documents([path])
        [kept] = open_documents([DOCUMENTS / path.name])
        assert isinstance(made, Document)
        assert isinstance(kept, Document)
        assert (made.text, made.blocks) == (kept.text, kept.blocks)


def test_side_files_say_that_samples_are_samples() -> None:
    """No sample may be taken for a publication of the body that it names."""
    for path in DOCUMENTS.glob("*.json"):
        assert re.search("sample", json.loads(path.read_text("utf-8"))["note"])
