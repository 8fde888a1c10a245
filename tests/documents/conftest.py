"""Helpers that all tests of documents use."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from evaluation.contract import SHARED

from dragoman.documents import Limits, open_documents
from dragoman.records import Document, Skipped

from .make import WORDS

RULES = re.compile(r"^[-=_*~#+|:.–— \t]{3,}$", re.MULTILINE)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents to measure on (``DRAGOMAN_SHARED`` or beside the repository)."""
    if not (SHARED / "corpus").is_dir():
        pytest.skip("no folder of real documents here")
    return SHARED


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Document]:
    """Write ``data`` under ``name``, open it, return the one document."""

    def one(data: bytes | str, name: str = "page.html", **facts: str) -> Document:
        opened = read_all(tmp_path, data, name, **facts)
        assert len(opened) == 1
        assert isinstance(opened[0], Document), opened[0]
        return opened[0]

    return one


@pytest.fixture
def refuse(tmp_path: Path) -> Callable[..., Skipped]:
    """Write ``data`` under ``name``, open it, return why it was skipped."""

    def one(data: bytes | str, name: str, limits: Limits | None = None) -> Skipped:
        opened = read_all(tmp_path, data, name, limits=limits)
        assert len(opened) == 1
        assert isinstance(opened[0], Skipped), opened[0]
        assert opened[0].reason
        assert opened[0].advice
        return opened[0]

    return one


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "in"
    (root / "b" / "page_files").mkdir(parents=True)
    (root / "a.txt").write_text(WORDS)
    (root / "a.json").write_text('{"title": "Trade", "publisher": "Ministry", "date": "2011-05-03", "language": "en"}')
    (root / ".hidden.txt").write_text(WORDS)
    (root / "b" / "page.html").write_text(f"<p>{WORDS}</p>")
    (root / "b" / "page_files" / "frame.html").write_text("<p>Advertisement of something</p>")
    (root / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(200))
    return root


def read_all(
    folder: Path, data: bytes | str, name: str, *, limits: Limits | None = None, **facts: str
) -> list[Document | Skipped]:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    opened = list(open_documents([path], limits=limits, **facts))  # type: ignore[arg-type]
    for document in opened:
        if isinstance(document, Document):
            check_blocks(document)
    return opened


def check_blocks(document: Document) -> None:
    """Blocks are in order, apart from each other, without blanks at their ends, and cover all words but the names
    of a mail's fields, and no rules of dashes and the like."""
    covered = 0
    for block in document.blocks:
        assert covered <= block.start < block.end <= len(document.text)
        words = document.text[block.start : block.end]
        assert words == words.strip()
        between = RULES.sub("", document.text[covered : block.start]).replace("Subject:", "")
        assert sum(character.isalpha() for character in between) <= 5, between  # bullets: "(iii)", "a)"
        assert len(between.strip()) <= 8, between
        covered = block.end
    assert not RULES.sub("", document.text[covered:]).strip()


def layout(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]
