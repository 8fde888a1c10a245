"""DOCX -> pieces: styles give headings and titles, numbering gives lists, tables give rows.

The package's XML is read directly: entities are never expanded, nothing outside the package is followed, and every
part's unpacked size is bounded before it is read.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from dragoman.documents.assemble import CELL_JOINT, Piece, clean_characters, squeeze
from dragoman.documents.docx_styles import (
    Style,
    W,
    heading_set_by_hand,
    is_on,
    item_level,
    outline_level,
    styles_of,
    value_of,
)
from dragoman.documents.limits import Limits
from dragoman.documents.plain import ITEM
from dragoman.errors import UnreadableDocument

if TYPE_CHECKING:
    from lxml.etree import _Element

STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DC = "{http://purl.org/dc/elements/1.1/}"
# Deleted and moved-away text, the fallback twin of a drawing, field codes, hidden bookkeeping.
NOT_TEXT = frozenset(
    [
        W + name
        for name in (
            "del",
            "moveFrom",
            "instrText",
            "delText",
            "pPr",
            "rPr",
            "sectPr",
            "tblPr",
            "tblGrid",
            "trPr",
            "tcPr",
            "sdtPr",
        )
    ]
    + ["{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"]
)
BOX = W + "txbxContent"
STYLES, CORE = "word/styles.xml", "docProps/core.xml"
NOTES = ("word/footnotes.xml", "word/endnotes.xml")
"""Parts whose text follows that of the document; those of separators have a type."""
REPEATED = 200
"""Longest words of a cell merged over several rows that each of them says again."""


@dataclass(frozen=True, slots=True)
class DocxText:
    """Pieces, the title and language from the core properties (dates there are of the file and not used), warnings."""

    pieces: tuple[Piece, ...]
    title: str | None
    language: str | None
    publisher: str | None
    warnings: tuple[str, ...] = ()


def read_docx(data: bytes, limits: Limits) -> DocxText:
    """Read a document. Raises `UnreadableDocument` (without locator) when it is no DOCX, damaged or over a limit."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            names = set(package.namelist())
            if "word/document.xml" not in names:
                raise UnreadableDocument("", "not a Word document", "save it as .docx, .pdf or .html")
            document = _part(package, "word/document.xml", limits)
            more = {name: _optional(package, name, limits) for name in (STYLES, CORE, *NOTES) if name in names}
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise UnreadableDocument(
            "", "damaged or encrypted DOCX", "open it in a word processor and save it again"
        ) from error
    table = styles_of(more.get(STYLES))
    body = document.find(W + "body")
    pieces = list(_pieces(body, table)) if body is not None else []
    for part in (more[name] for name in NOTES if name in more):
        if part is None:
            continue
        number = (pieces[-1].paragraph or 0) + 1 if pieces else 0
        pieces += _pieces([note for note in part if note.get(W + "type") is None], table, number)
    core = more.get(CORE)
    warnings = tuple(f"{name} cannot be read, left out" for name, part in more.items() if part is None)
    return DocxText(tuple(pieces), _core(core, "title"), _core(core, "language"), _core(core, "publisher"), warnings)


def _optional(package: zipfile.ZipFile, name: str, limits: Limits) -> _Element | None:
    """A part that a document can be read without; null where it is damaged or over a limit."""
    from lxml.etree import XMLSyntaxError

    try:
        return _part(package, name, limits)
    except (UnreadableDocument, XMLSyntaxError):
        return None


def _part(package: zipfile.ZipFile, name: str, limits: Limits) -> _Element:
    """One part of the package as XML, within the limits."""
    from lxml import etree

    with package.open(name) as stream:
        data = stream.read(limits.markup_bytes + 1)
    if len(data) > limits.markup_bytes:
        raise UnreadableDocument(
            "", f"{name} unpacks to over {limits.markup_bytes // 1_000_000} MB", "split the document"
        )
    if b"<!DOCTYPE" in data[:2000] or b"<!ENTITY" in data:
        raise UnreadableDocument(
            "", f"{name} declares XML entities, which no word processor does", "do not open it; get it again"
        )
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, recover=True
    )
    root = etree.fromstring(data.replace(STRICT, TRANSITIONAL), parser)
    if root is None:
        raise UnreadableDocument("", f"{name} is not XML", "open it in a word processor and save it again")
    return root


def _core(core: _Element | None, name: str) -> str | None:
    words = core.findtext(DC + name) if core is not None else None
    return squeeze(clean_characters(words[:2000])[0].replace("\n", " "))[:500] or None if words else None


def _pieces(body: Iterable[_Element], styles: dict[str, Style], number: int = 0) -> Iterator[Piece]:
    """Paragraphs and table rows in document order; ``paragraph`` counts both as they stand in the file, from
    ``number``."""
    stack: list[_Element] = list(body)[::-1]
    while stack:
        element = stack.pop()
        if element.tag == W + "p":
            yield from _paragraph(element, styles, number)
            number += 1
            # What a text box says follows the paragraph that it is anchored in; it can stand amid a sentence of it.
            stack.extend(reversed(list(_boxes(element))))
        elif element.tag == W + "tbl":
            rows = _rows(element)
            layout = max((len(cells) for cells in rows), default=0) < 2
            for cells in rows:
                kind = Piece("paragraph" if layout else "row", CELL_JOINT.join(cells).strip(), paragraph=number)
                number += 1
                if any(cells):
                    yield kind
        elif element.tag not in NOT_TEXT:
            stack.extend(reversed(element))  # content controls, inserted text, smart tags


def _boxes(paragraph: _Element) -> Iterator[_Element]:
    """The contents of the text boxes in a paragraph, of those within one another the outer."""
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        if element.tag == BOX:
            yield element
        elif element.tag not in NOT_TEXT:
            stack.extend(reversed(element))


def _paragraph(paragraph: _Element, styles: dict[str, Style], number: int) -> Iterator[Piece]:
    words = squeeze(clean_characters(_words(paragraph, boxes=False))[0])
    if not words:
        return
    properties = paragraph.find(W + "pPr")
    identifier = value_of(properties.find(W + "pStyle")) if properties is not None else None
    style = styles.get(identifier or "", Style())
    level = outline_level(value_of(properties.find(W + "outlineLvl"))) if properties is not None else 0
    if style.title:
        yield Piece("title", words, 0, paragraph=number)
    elif style.heading or level:
        yield Piece("heading", words, style.heading or level, paragraph=number)
    elif depth := item_level(properties, style):
        yield Piece("item", words, depth, paragraph=number)
    elif (mark := ITEM.match(words)) and not mark["mark"][0].isalnum() and mark["mark"][0] not in "(—–":
        yield Piece("item", words[mark.end() :], 1, paragraph=number)
    elif level := heading_set_by_hand(paragraph, words):
        yield Piece("heading", words, level, paragraph=number)
    else:
        yield Piece("paragraph", words, 0, paragraph=number)


def _rows(table: _Element) -> list[list[str]]:
    """Cells of a table by row; what a nested table holds is in the cell it stands in."""
    rows: list[list[str]] = []
    above: dict[int, str] = {}
    stack = list(reversed(table))
    while stack:
        element = stack.pop()
        if element.tag == W + "tr":
            cells = [cell for cell in element.iter(W + "tc") if _own_cell(cell, element)]
            words = [squeeze(clean_characters(_words(cell))[0].replace("\n", " ").replace("|", "/")) for cell in cells]
            rows.append(_merged(cells, words, above))
        elif element.tag not in NOT_TEXT:
            stack.extend(reversed(element))
    return rows


def _merged(cells: list[_Element], words: list[str], above: dict[int, str]) -> list[str]:
    """The words of a row in which a cell that goes on from the row above says again what stands there.

    ``above``: the words of the cell that is going on, by column; brought up to date.
    """
    column = 0
    for number, cell in enumerate(cells):
        merge = cell.find(f"{W}tcPr/{W}vMerge")
        if merge is None:
            above.pop(column, None)
        elif value_of(merge) == "restart":
            above[column] = words[number] if len(words[number]) <= REPEATED else ""
        else:
            words[number] = words[number] or above.get(column, "")
        span = value_of(cell.find(f"{W}tcPr/{W}gridSpan")) or "1"
        column += int(span) if span.isdecimal() and len(span) < 4 else 1
    return words


def _own_cell(cell: _Element, row: _Element) -> bool:
    parent = cell.getparent()
    while parent is not None and parent is not row:
        if parent.tag == W + "tc":
            return False
        parent = parent.getparent()
    return True


def _words(root: _Element, *, boxes: bool = True) -> str:
    """The words under a paragraph or cell, without recursion; those of text boxes in it only where asked for."""
    words: list[str] = []
    stack: list[_Element] = list(reversed(root))
    while stack:
        element = stack.pop()
        tag = element.tag
        if tag in NOT_TEXT or (tag == BOX and not boxes) or (tag == W + "r" and is_on(element, "vanish")):
            continue
        if tag == W + "t":
            words.append(element.text or "")
        elif tag == W + "tab":
            words.append(" ")
        elif tag in (W + "br", W + "cr"):
            words.append("\n")
        elif tag == W + "noBreakHyphen":
            words.append("-")
        else:
            if tag == W + "p" and words:
                words.append("\n")
            stack.extend(reversed(element))
    return "".join(words)
