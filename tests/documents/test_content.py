"""The format by the first bytes."""

from __future__ import annotations

import io

import pytest

from dragoman.documents import Limits, open_documents
from dragoman.documents.assemble import Piece
from dragoman.documents.content import own_title, read_plain, sniff
from dragoman.errors import UnreadableDocument
from dragoman.records import Document

from .make import docx, pdf


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (b"<!doctype html><p>The envoy came to the capital.</p>", "html"),
        (pdf([["The envoy came to the capital."]]), "pdf"),
        (docx(), "docx"),
        (b"The envoy came to the capital.", "text"),
        (b'{"id": "x", "text": "The envoy came to the capital."}\n{"id": "y", "text": "He left."}\n', "jsonl"),
        ("<html><p>Das Gespräch</p></html>".encode("utf-16"), "html"),
        (b'{"full_text": "The envoy came to the capital."}\n', "jsonl"),
        (b"id,text\nx,The envoy came to the capital.\n", "csv"),
        (b"\xef\xbb\xbfsep=;\n\nDate;Text\n2020-01-01;The envoy came to the capital.\n", "csv"),
        ("URL\tBody\nhttps://x.example/1\tThe envoy came.\n".encode("utf-16"), "csv"),
        (b"Document, statement\nThe envoy came to the capital.", "text"),
        (b"Text\nThe envoy came to the capital.", "text"),
    ],
)
def test_standard_input_is_recognised(data: bytes, form: str) -> None:
    document = next(open_documents(["-"], stdin=io.BytesIO(data)))
    assert isinstance(document, Document)
    assert document.format == form
    assert document.locator.startswith("-")


@pytest.mark.parametrize(
    ("data", "said", "form"),
    [
        (b"%PDF-1.7", "", "pdf"),
        (b"\r\n%PDF-1.7", "html", "pdf"),
        (b"junk %PDF-1.7", "pdf", "pdf"),
        (b"PK\x03\x04 word/document.xml", "", "docx"),
        (b"They met.", "", "text"),
        (b"They met.", "html", "html"),
        (b"They met.", "markdown", "markdown"),
        (b"<?xml version='1.0'?><!-- x --><html>", "text", "html"),
        (b"<p>They met.</p>", "", "html"),
        (b"<they> met", "", "text"),
        (b'{"text": "They met."}', "", "jsonl"),
        (b'{"text": "They met."}', "text", "text"),
        (b"{}", "", "jsonl"),
        (b"", "", "text"),
    ],
)
def test_first_bytes_beat_the_name(data: bytes, said: str, form: str) -> None:
    assert sniff(data, said) == form


@pytest.mark.parametrize(
    ("data", "said", "reason"),
    [
        (b"PK\x03\x04 other", "", "a zip archive under another name"),
        (b"They met.", "pdf", "not a PDF file in spite of its name"),
        (b"They met.", "docx", "not a DOCX file in spite of its name"),
        (b"{\\rtf1 They met.}", "", "rich text"),
        (b"\x7fELF\x02\x01\x01" + bytes(500), "text", "binary data"),
        (b"They met.", "png", "format png is not read"),
    ],
)
def test_what_is_not_read_is_refused_with_advice(data: bytes, said: str, reason: str) -> None:
    with pytest.raises(UnreadableDocument, match=reason) as error:
        sniff(data, said)
    assert error.value.advice


@pytest.mark.parametrize(
    ("said", "pieces", "title"),
    [
        (None, [], None),
        ("report_v3", [], "report_v3"),
        ("report_v3", [Piece("heading", "Talks in Oslo", 1)], "Talks in Oslo"),
        ("talks", [Piece("heading", "Talks in Oslo", 1)], "talks"),  # the text bears it out
        (None, [Piece("heading", "Aid", 2), Piece("heading", "Talks", 1)], "Talks"),
        (None, [Piece("heading", "Aid", 1), Piece("title", "Talks")], "Talks"),
        (None, [Piece("paragraph", "They met.")], None),
        (None, [*[Piece("paragraph", "They met.")] * 12, Piece("heading", "Talks", 1)], None),
    ],
)
def test_a_title_of_properties_is_believed_where_the_text_has_it_or_none(
    said: str | None, pieces: list[Piece], title: str | None
) -> None:
    assert own_title(said, "property", pieces).value == title


def test_a_plain_text_is_cut_at_the_limit_and_told_so() -> None:
    content = read_plain("They met in Oslo. " * 10, Limits(text_characters=40))
    assert len(content.text) <= 40
    assert content.warnings == ("text cut after 40 characters",)
    assert content.blocks[-1].end <= len(content.text)
    assert read_plain("", Limits()).blocks == ()
