"""Source to documents."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from dragoman.documents import Limits, Source, discover, document_from_text, open_documents, open_source, opening
from dragoman.errors import InvalidRecord
from dragoman.records import Document, Skipped


def test_side_file_beats_the_document_and_the_caller_beats_it(folder: Path) -> None:
    (first, *_) = open_documents([folder])
    assert isinstance(first, Document)
    assert (first.stem, first.title.value, first.title.evidence) == ("a", "Trade", "side file")
    assert (first.publisher.value, first.date.value, first.language.value) == ("Ministry", "2011-05-03", "en")
    (given, *_) = open_documents([folder], publisher="Embassy", date="2012", language="sr")
    assert isinstance(given, Document)
    assert (given.publisher.value, given.publisher.evidence) == ("Embassy", "given")
    assert (given.date.value, given.language.value) == ("2012", "sr")


def test_source_can_be_sent_to_another_process(folder: Path) -> None:
    (source, *_) = discover([folder])
    assert isinstance(source, Source)
    assert list(open_source(pickle.loads(pickle.dumps(source)))) == list(open_source(source))


def test_wrong_facts_of_the_caller_are_an_error() -> None:
    with pytest.raises(InvalidRecord, match="2016-13"):
        open_documents([], date="2016-13")
    with pytest.raises(InvalidRecord, match="Elvish"):
        open_documents([], language="Elvish")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.html", b""),
        ("blank.txt", b" \n\n "),
        ("binary.html", bytes(range(256)) * 40),
        ("program.txt", b"\x7fELF\x02\x01\x01" + bytes(500)),
        ("scripts.html", b"<html><script>var x</script></html>"),
        ("cut.pdf", b"%PDF-1.7\n1 0 obj\n<<"),
        ("cut.docx", b"PK\x03\x04" + bytes(30)),
        ("other.zip", b"not a zip"),
    ],
)
def test_unreadable_file_is_skipped_with_reason_and_advice(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    (skipped,) = open_documents([tmp_path])
    assert isinstance(skipped, Skipped)
    assert skipped.locator == f"{tmp_path}/{name}"
    assert skipped.reason
    assert skipped.advice


def test_a_string_is_a_document_with_what_is_said_of_it() -> None:
    told = document_from_text(
        "They met in Oslo.", title="Talks", publisher="Ministry", date="2016-03", language="en", stem="talks"
    )
    assert (told.stem, told.locator, told.text) == ("talks", "memory", "They met in Oslo.")
    assert (told.title.value, told.publisher.value, told.date.value, told.language.value) == (
        "Talks",
        "Ministry",
        "2016-03",
        "en",
    )
    assert told.title.evidence == "given"
    assert document_from_text("").blocks == ()


def test_what_takes_too_long_is_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(*_: object) -> None:
        while True:
            pass

    monkeypatch.setattr(opening, "read_content", endless)
    (skipped,) = open_source(Source("x", "x", "-", data=b"They met."), limits=Limits(seconds=0.2))
    assert isinstance(skipped, Skipped)
    assert skipped.reason == "not read within 0.2 seconds"


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (MemoryError(), "does not fit into memory"),
        (PermissionError(13, "Permission denied"), "cannot be read (Permission denied)"),
        (ValueError("odd\nbytes"), "damaged (ValueError: odd bytes)"),
        (RecursionError(), "damaged (RecursionError: )"),
    ],
)
def test_nothing_is_raised_whatever_a_reader_raises(
    monkeypatch: pytest.MonkeyPatch, error: Exception, reason: str
) -> None:
    def broken(*_: object) -> None:
        raise error

    monkeypatch.setattr(opening, "read_content", broken)
    (skipped,) = open_source(Source("x", "x", "-", data=b"They met."))
    assert isinstance(skipped, Skipped)
    assert skipped.reason == reason
    assert skipped.advice
