"""The text layer of a PDF -> paragraphs with page numbers; running heads, page numbers and line ends taken out."""

from __future__ import annotations

import logging
import re
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from dragoman.documents.assemble import Piece, clean_characters, squeeze
from dragoman.documents.limits import Limits
from dragoman.documents.pdf_lines import Line, page_lines, paragraphs, without_running_lines
from dragoman.documents.pdf_table import layout_of, may_have_tables, rows_among
from dragoman.errors import UnreadableDocument

if TYPE_CHECKING:
    from pypdf import PdfReader

BULLET_GLYPHS = re.compile("[\x7f\uf02d\uf076\uf0a7\uf0b7\uf0d8\uf0fc]")
"""Bullets of fonts whose characters have no meaning outside them."""
FILE_NAME = re.compile(r"\.(?:pdf|docx?|indd|rtf|wpd|qxd|txt)$|^Microsoft \w+ - |^untitled", re.IGNORECASE)
PAGE_ERRORS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What pypdf raises on broken pages; the other pages are read all the same."""


@dataclass(frozen=True, slots=True)
class PdfText:
    """Pieces with page numbers, the title from the file's properties if it is one, and warnings."""

    pieces: tuple[Piece, ...]
    title: str | None
    language: str | None
    warnings: tuple[str, ...]


def read_pdf(data: bytes, limits: Limits) -> PdfText:
    """Read the text layer.

    Raises `UnreadableDocument` (without locator) for an encrypted file or one without text layer. Broken files may
    raise whatever pypdf raises, and may run for ever: callers bound the time (`limits.time_limit`).
    """
    import pypdf

    _quiet()
    reader = pypdf.PdfReader(BytesIO(data), strict=False)
    _unlock(reader)
    count = len(reader.pages)
    pages: list[list[Line]] = []
    warnings: list[str] = []
    broken = []
    characters = 0
    for number in range(min(count, limits.pages)):
        try:
            text = _clean(reader.pages[number].extract_text())
        except (*PAGE_ERRORS, pypdf.errors.PyPdfError):
            broken.append(str(number + 1))
            text = ""
        lines = page_lines(text, number + 1)
        if may_have_tables([line.text for line in lines]):
            with suppress(*PAGE_ERRORS, pypdf.errors.PyPdfError):
                lines = _with_rows(lines, _clean(layout_of(reader.pages[number])))
        pages.append(lines)
        characters += len(text)
        if characters > limits.text_characters:
            warnings.append(f"text cut after page {number + 1}")
            break
    if broken:
        warnings.append(
            f"pages that could not be read: {', '.join(broken[:20])}" + (" ..." if len(broken) > 20 else "")
        )
    if count > limits.pages:
        warnings.append(f"only the first {limits.pages:,} of {count:,} pages read")
    if not any(pages):
        if broken:
            raise UnreadableDocument("", "no page of the PDF can be read", "the file is damaged; get it again")
        raise UnreadableDocument(
            "", "no text layer (a scan)", "run it through OCR, for example with ocrmypdf, and add the result"
        )
    empty = [str(number) for number, lines in enumerate(pages, 1) if not lines]
    if len(empty) > len(pages) / 2:
        warnings.append(f"{len(empty)} of {len(pages)} pages have no text layer")
    title, language = _properties(reader)
    return PdfText(tuple(paragraphs(without_running_lines(pages))), title, language, tuple(warnings))


def _clean(text: str) -> str:
    return clean_characters(BULLET_GLYPHS.sub("•", text))[0]


def _with_rows(lines: list[Line], layout: str) -> list[Line]:
    """The lines of a page with one line for each row of its tables."""
    kept: list[Line] = []
    done = 0
    for first, last, rows in rows_among([line.text for line in lines], layout):
        kept += lines[done:first]
        kept += [Line(row, lines[first].page, True, row=True) for row in rows]
        done = last + 1
    return kept + lines[done:]


def _quiet() -> None:
    """Keep pypdf's remarks on broken files off standard error unless somebody listens to its logger."""
    logger = logging.getLogger("pypdf")
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())


def _unlock(reader: PdfReader) -> None:
    from pypdf.errors import DependencyError, PyPdfError

    if not reader.is_encrypted:
        return
    try:
        opened = bool(reader.decrypt(""))
    except (DependencyError, NotImplementedError, PyPdfError, ValueError, KeyError, TypeError):
        opened = False
    if not opened:
        raise UnreadableDocument(
            "", "encrypted", "remove the password (for example with qpdf --decrypt) and add the result"
        )


def _properties(reader: PdfReader) -> tuple[str | None, str | None]:
    """Title and language from the file's properties. Its dates are of the file, often a scan, and not used."""
    from pypdf.errors import PyPdfError

    title = language = None
    try:
        said = reader.metadata.title if reader.metadata else None
        title = squeeze(clean_characters(str(said))[0].replace("\n", " "))[:300] if said else None
        said = reader.root_object.get("/Lang")
        language = str(said) if said else None
    except (AttributeError, LookupError, TypeError, ValueError, PyPdfError):
        return None, None
    return (title if title and " " in title and not FILE_NAME.search(title) else None), language
