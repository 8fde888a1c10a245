"""DOCX -> pieces: styles give headings and titles, numbering gives lists, tables give rows.

The package's XML is read directly: entities are never expanded, nothing outside the package is followed, and every
part's unpacked size is bounded before it is read.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from dragoman.documents.assemble import CELL_JOINT, Piece, clean_characters, squeeze
from dragoman.documents.limits import Limits
from dragoman.documents.plain import ITEM
from dragoman.errors import UnreadableDocument

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
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
REPEATED = 200
"""Longest words of a cell merged over several rows that each of them says again."""
HEADING_NAME = re.compile(
    r"(?:heading|überschrift|titre|título|titolo|naslov|наслов|заголовок|naslov)\s*(\d)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class DocxText:
    """Pieces, the title and language from the core properties (dates there are of the file and not used), warnings."""

    pieces: tuple[Piece, ...]
    title: str | None
    language: str | None
    publisher: str | None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Style:
    """What a paragraph style makes of a paragraph: title, heading of a level, item; else nothing."""

    title: bool = False
    heading: int = 0
    item: bool = False


def read_docx(data: bytes, limits: Limits) -> DocxText:
    """Read a document. Raises `UnreadableDocument` (without locator) when it is no DOCX, damaged or over a limit."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            names = set(package.namelist())
            if "word/document.xml" not in names:
                raise UnreadableDocument("", "not a Word document", "save it as .docx, .pdf or .html")
            document = _part(package, "word/document.xml", limits)
            styles = _part(package, "word/styles.xml", limits) if "word/styles.xml" in names else None
            core = _part(package, "docProps/core.xml", limits) if "docProps/core.xml" in names else None
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise UnreadableDocument(
            "", "damaged or encrypted DOCX", "open it in a word processor and save it again"
        ) from error
    table = _styles(styles)
    body = document.find(W + "body")
    pieces = tuple(_pieces(body, table)) if body is not None else ()
    return DocxText(pieces, _core(core, "title"), _core(core, "language"), _core(core, "publisher"))


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


def _styles(styles: _Element | None) -> dict[str, _Style]:
    """What each paragraph style means, through what it is based on."""
    raw: dict[str, tuple[str, str | None, int | None, bool]] = {}
    for style in styles.iter(W + "style") if styles is not None else ():
        name = _value(style.find(W + "name")) or ""
        level = _value(style.find(f"{W}pPr/{W}outlineLvl"))
        outline = int(level) if level and level.isdigit() and int(level) < 9 else None
        numbered = style.find(f"{W}pPr/{W}numPr") is not None
        raw[style.get(W + "styleId") or ""] = (name, _value(style.find(W + "basedOn")), outline, numbered)
    return {identifier: _meaning(identifier, raw) for identifier in raw}


def _meaning(identifier: str, raw: dict[str, tuple[str, str | None, int | None, bool]]) -> _Style:
    current: str | None = identifier
    for _ in range(20):  # a chain of styles can be made to go round
        if current is None or current not in raw:
            break
        name, based_on, outline, numbered = raw[current]
        if name.casefold() in ("title", "titel", "titre", "título", "naslov"):
            return _Style(title=True)
        if match := HEADING_NAME.match(name):
            return _Style(heading=max(1, int(match[1])))
        if outline is not None:
            return _Style(heading=outline + 1)
        if numbered or name.casefold().startswith(("list bullet", "list number", "list paragraph bullet")):
            return _Style(item=True)
        current = based_on
    return _Style()


def _value(element: _Element | None) -> str | None:
    return element.get(W + "val") if element is not None else None


def _pieces(body: _Element, styles: dict[str, _Style]) -> Iterator[Piece]:
    """Paragraphs and table rows in document order; ``paragraph`` counts both as they stand in the file."""
    number = 0
    stack: list[_Element] = list(reversed(body))
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


def _paragraph(paragraph: _Element, styles: dict[str, _Style], number: int) -> Iterator[Piece]:
    words = squeeze(clean_characters(_words(paragraph, boxes=False))[0])
    if not words:
        return
    properties = paragraph.find(W + "pPr")
    identifier = _value(properties.find(W + "pStyle")) if properties is not None else None
    style = styles.get(identifier or "", _Style())
    outline = _value(properties.find(W + "outlineLvl")) if properties is not None else None
    if style.title:
        yield Piece("title", words, 0, paragraph=number)
    elif style.heading or (outline is not None and outline.isdigit() and int(outline) < 9):
        yield Piece("heading", words, style.heading or int(outline or 0) + 1, paragraph=number)
    elif level := _item_level(properties, style):
        yield Piece("item", words, level, paragraph=number)
    elif (mark := ITEM.match(words)) and not mark["mark"][0].isalnum() and mark["mark"][0] not in "(—–":
        yield Piece("item", words[mark.end() :], 1, paragraph=number)
    else:
        yield Piece("paragraph", words, 0, paragraph=number)


def _item_level(properties: _Element | None, style: _Style) -> int:
    """Depth of a list item, 0 for no item. Numbering 0 takes a paragraph out of its style's list."""
    numbering = properties.find(W + "numPr") if properties is not None else None
    if numbering is None:
        return 1 if style.item else 0
    if _value(numbering.find(W + "numId")) == "0":
        return 0
    depth = _value(numbering.find(W + "ilvl")) or "0"
    return min(int(depth), 8) + 1 if depth.isdigit() else 1


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
        elif _value(merge) == "restart":
            above[column] = words[number] if len(words[number]) <= REPEATED else ""
        else:
            words[number] = words[number] or above.get(column, "")
        span = _value(cell.find(f"{W}tcPr/{W}gridSpan")) or "1"
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
        if tag in NOT_TEXT or (tag == BOX and not boxes):
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
