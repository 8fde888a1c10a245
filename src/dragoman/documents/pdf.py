"""The text layer of a PDF -> paragraphs with page numbers; running heads, page numbers and line ends taken out."""

from __future__ import annotations

import logging
import re
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from dragoman.documents.assemble import Piece, clean_characters, squeeze
from dragoman.documents.dateline import goes_on, line_date
from dragoman.documents.hyphens import in_one, words_of
from dragoman.documents.limits import Limits
from dragoman.documents.pdf_table import layout_of, may_have_tables, rows_among
from dragoman.documents.plain import DATE_LIKE, ITEM, NUMBERED_HEADING, SENTENCE_END
from dragoman.errors import UnreadableDocument

if TYPE_CHECKING:
    from pypdf import PdfReader

EDGE_LINES = 3
"""Lines at the top and bottom of a page among which running heads and page numbers are looked for."""
PAGE_NUMBER = re.compile(
    # Of four figures only with a word: "2017." is the end of a sentence.
    r"\W*(?:(?:page|p\.|seite|página|pagina|strana|страница|страна|стр\.|faqe)\s*\d{1,4}|\d{1,3})"
    r"(?:\s*(?:/|of|de|von|od|из|nga)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)
BULLET_GLYPHS = re.compile("[\x7f\uf02d\uf076\uf0a7\uf0b7\uf0d8\uf0fc]")
"""Bullets of fonts whose characters have no meaning outside them."""
LONE_BULLET = re.compile(r"[•‣◦●○▪■□◆►➢✓✔·–-]")
DIGITS = re.compile(r"\d+")
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
SHORT = 0.75
"""A line shorter than this share of the usual line ends a paragraph when it ends a sentence."""


@dataclass(frozen=True, slots=True)
class PdfText:
    """Pieces with page numbers, the title from the file's properties if it is one, and warnings."""

    pieces: tuple[Piece, ...]
    title: str | None
    language: str | None
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    page: int
    after_blank: bool
    row: bool = False


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
    pages: list[list[_Line]] = []
    warnings: list[str] = []
    broken = []
    characters = 0
    for number in range(min(count, limits.pages)):
        try:
            text = _clean(reader.pages[number].extract_text())
        except (*PAGE_ERRORS, pypdf.errors.PyPdfError):
            broken.append(str(number + 1))
            text = ""
        lines = _page_lines(text, number + 1)
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
    return PdfText(tuple(_paragraphs(_without_running_lines(pages))), title, language, tuple(warnings))


def _clean(text: str) -> str:
    return clean_characters(BULLET_GLYPHS.sub("•", text))[0]


def _with_rows(lines: list[_Line], layout: str) -> list[_Line]:
    """The lines of a page with one line for each row of its tables."""
    kept: list[_Line] = []
    done = 0
    for first, last, rows in rows_among([line.text for line in lines], layout):
        kept += lines[done:first]
        kept += [_Line(row, lines[first].page, True, row=True) for row in rows]
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


def _page_lines(text: str, page: int) -> list[_Line]:
    lines, blank = [], False
    bullet = ""
    for raw in text.split("\n"):
        words = bullet + " ".join(raw.split())
        if LONE_BULLET.fullmatch(words.strip()):  # its item is on the next line
            bullet = f"{words.strip()} "
            continue
        if words:
            lines.append(_Line(words, page, blank))
        blank, bullet = not words, ""
    return lines


def _without_running_lines(pages: list[list[_Line]]) -> list[list[_Line]]:
    """Pages without lines that stand, but for their figures, at the edge of most pages, and without page numbers."""
    counts: Counter[str] = Counter()
    for lines in pages:
        counts.update({_shape(line.text) for line in _edges(lines)})
    filled = sum(1 for lines in pages if lines)
    needed = max(2, 0.5 * filled)
    running = {shape for shape, count in counts.items() if count >= needed and filled >= 2}
    # heads of left and right pages alternate: each on nearly half of the pages
    if filled >= 5:
        running |= {shape for shape, count in counts.items() if count >= 0.4 * filled and shape != "#"}
    return [_without_edges(lines, running, filled) for lines in pages]


def _shape(text: str) -> str:
    return DIGITS.sub("#", text).casefold().strip()


def _edges(lines: list[_Line]) -> list[_Line]:
    return lines if len(lines) <= 2 * EDGE_LINES else lines[:EDGE_LINES] + lines[-EDGE_LINES:]


def _without_edges(lines: list[_Line], running: set[str], filled: int) -> list[_Line]:
    edges = {id(line) for line in _edges(lines)}
    kept = [line for line in lines if id(line) not in edges or _shape(line.text) not in running or len(line.text) > 150]
    if kept and PAGE_NUMBER.fullmatch(kept[-1].text) and filled > 0:
        kept = kept[:-1]
    kept = kept[1:] if len(kept) > 1 and PAGE_NUMBER.fullmatch(kept[0].text) else kept
    return kept or lines  # a page that is nothing but its edges


def _paragraphs(pages: list[list[_Line]]) -> list[Piece]:
    lines = [line for page in pages for line in page]
    if not lines:
        return []
    lengths = sorted(len(line.text) for line in lines)
    usual = max(30, lengths[int(0.8 * (len(lengths) - 1))])
    known = words_of(line.text for line in lines)
    groups: list[list[_Line]] = []
    for line in lines:
        if groups and _continues(groups[-1], line, usual):
            groups[-1].append(line)
        else:
            groups.append([line])
    pieces = [_piece(number, groups, known, usual) for number in range(len(groups))]
    return [piece for piece in pieces if any(character.isalnum() for character in piece.text)]


def _continues(group: list[_Line], line: _Line, usual: int) -> bool:
    """Does ``line`` go on with the paragraph ``group``?"""
    before, words = group[-1].text, line.text
    if line.row or group[-1].row or (len(group) == 1 and _is_date(before)):
        return False
    if _is_date(words) and not goes_on(before) and (words[0].isalpha() or len(before) < SHORT * usual):
        return False
    lower = words[0].islower()
    if ITEM.match(words) and not (lower and words[1:2].isalpha()):
        return False
    if before.endswith(("-", "\u00ad")) and lower:
        return True
    if line.page != group[-1].page:
        return lower or (not SENTENCE_END.search(before) and len(before) >= SHORT * usual and before[-1] not in ":;")
    if line.after_blank:
        return lower and not SENTENCE_END.search(before)
    if NUMBERED_HEADING.match(words) and len(words) < SHORT * usual:
        return False
    full = len(before) >= SHORT * usual
    if _numbered_heading(group, usual) and not lower and len(words) > len(before):
        return False
    if SENTENCE_END.search(before) or before[-1] in ":;":
        return full and (not SENTENCE_END.search(before) or len(before) >= 0.88 * usual) and before[-1] not in ":;"
    if _heading_like(group, usual) and not lower:
        return (
            not full
            and len(group) == 1
            and len(words) < SHORT * usual
            and words.isupper() == before.isupper()
            and before.isupper()
        )
    return True


def _is_date(words: str) -> bool:
    """Whether a line is the place and date of a document, and no part of a paragraph."""
    return len(words) < 60 and not SENTENCE_END.search(words) and line_date(words) is not None


def _heading_like(group: list[_Line], usual: int) -> bool:
    """A single short line (or lines in capitals) that ends no sentence."""
    text = group[-1].text
    if text.isupper() and len(group) <= 3:
        return True
    return (
        len(group) == 1
        and len(text) < SHORT * usual
        and not SENTENCE_END.search(text)
        and text[-1] not in ",;"
        and not ITEM.match(text)
    )


def _numbered_heading(group: list[_Line], usual: int) -> bool:
    """A single short line like "2. Economic relations": an item that went on would have filled it."""
    text = group[0].text
    item = ITEM.match(text)
    short = len(group) == 1 and len(text) < 0.6 * usual and not SENTENCE_END.search(text) and text[-1] not in ",;:"
    return bool(short and item and item["mark"][0].isdigit() and text[item.end()].isupper())


def _piece(number: int, groups: list[list[_Line]], known: frozenset[str], usual: int) -> Piece:
    group = groups[number]
    if group[0].row:
        return Piece("row", group[0].text, 0, group[0].page, number)
    text = in_one([line.text for line in group], known)
    page = group[0].page
    item = ITEM.match(text)
    if item and number + 1 < len(groups) and _numbered_heading(group, usual):
        following = groups[number + 1][0].text
        if not ITEM.match(following) and len(" ".join(line.text for line in groups[number + 1])) > len(text):
            return Piece("heading", text, 1, page, number)
    if item:
        words = text[item.end() :] if not item["mark"][0].isalnum() and item["mark"][0] != "(" else text
        return Piece("item", words, 1, page, number)
    followed = number + 1 < len(groups)
    capital = text[0].isupper() or text[0].isdigit()
    if followed and capital and len(text) <= 150 and _heading_like(group, usual) and not DATE_LIKE.search(text):
        following = " ".join(line.text for line in groups[number + 1])
        if DATE_LIKE.fullmatch(following) and number + 2 < len(groups):
            following = " ".join(line.text for line in groups[number + 2])
        if len(following) > max(60, len(text)) or NUMBERED_HEADING.match(text) or text.isupper():
            return Piece("heading", text, 1, page, number)
    return Piece("paragraph", text, 0, page, number)
