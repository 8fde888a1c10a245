"""Saved web pages -> pieces with their structure, boilerplate cut, and what the page says about itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from dragoman.documents.assemble import Piece, clean_characters, squeeze, tidy
from dragoman.documents.boilerplate import BLOCKS, CONTROL_EDGES, NEVER_TEXT, choose, signs
from dragoman.documents.encoding import Decoded, decode
from dragoman.documents.html_table import PLACE, data_rows
from dragoman.documents.html_tags import within_attributes
from dragoman.documents.limits import Limits
from dragoman.documents.metadata import Facts, behind_title, page_facts
from dragoman.documents.plain import ITEM
from dragoman.errors import UnreadableDocument
from dragoman.records import BlockKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement

DECLARED = re.compile(
    rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}?encoding=[\"']([\w.:-]{2,40})", re.I
)
SAVED_FROM = re.compile(rb"<!-- saved from url=\(\d{1,6}\)(https?://[^\s>]{1,1000}) -->")
CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?", re.IGNORECASE)
NOTE_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[a-z]|[ivx]{1,4}|\*{1,3}|[†‡§])[\])]?")
BEFORE_NOTE = re.compile(r"(?:[^\W\d_]{4}|[.,;:!?)\]\"”’»])\s*$|^\s*$")
"""What a raised figure must follow to be a note's: "grants²", but not "400 m²" or "10⁶"."""
ROMAN = re.compile(r"(?<![^\W_])[IVXLCDM]{1,9}$")
"""A raised letter behind a Roman numeral makes it an ordinal: "the VIIIᵉ session"."""
NOTE_ELEMENTS = 8
"""A mark of a note has no more elements within it."""
BOXES = frozenset({"span", "a"})
SYMBOLS_ONLY = re.compile(r"[\W_]*")


@dataclass(frozen=True, slots=True)
class Page:
    """Pieces of a page in order, its facts and warnings."""

    pieces: tuple[Piece, ...]
    facts: Facts
    warnings: tuple[str, ...]


def read_html(data: bytes, limits: Limits, *, whole: bool = False) -> Page:
    """Read a page. ``whole`` leaves nothing out (a fragment of HTML in a row of a table has no navigation).

    Raises `UnreadableDocument` (without locator) when it holds no element at all.
    """
    declared = DECLARED.search(data[:4096])
    encoding = (declared[1] or declared[2]).decode("ascii", "replace") if declared else None
    saved_from = SAVED_FROM.search(data[:4096])
    decoded = decode(data, encoding)
    tree, warnings = _parse(decoded, limits)
    body = tree.find("body") if tree.tag == "html" else tree
    body = tree if body is None else body
    _number_places(body)
    holder, left_out = (body, frozenset(_never_text(body))) if whole else choose(body)
    left_out |= frozenset(_note_marks(holder))
    pieces = list(_walk(holder, left_out))
    if not whole:
        pieces = _without_controls(pieces)
    facts = page_facts(tree, pieces, saved_from[1].decode("ascii", "replace") if saved_from else None)
    pieces = _with_title(pieces, facts.title.value)
    return Page(tuple(pieces), facts, (*decoded.warnings, *warnings))


def _parse(decoded: Decoded, limits: Limits) -> tuple[HtmlElement, tuple[str, ...]]:
    from lxml import etree, html

    text, _ = clean_characters(decoded.text)
    text, warnings = within_attributes(text, limits.attributes)
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False, no_network=True)
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise UnreadableDocument("", "no HTML in it", "open it in a browser and save it again") from error
    return tree, (*warnings, *_bound(tree, limits))


def _bound(tree: HtmlElement, limits: Limits) -> tuple[str, ...]:
    """Cut what is nested too deeply or comes after too many elements; linear in the size of the tree."""
    depths = {tree: 0}
    warnings: list[str] = []
    deep: list[HtmlElement] = []
    late: list[HtmlElement] = []
    for number, element in enumerate(tree.iter()):
        parent = element.getparent()
        depth = depths[parent] + 1 if parent in depths else 0
        depths[element] = depth
        if depth == limits.depth and len(element):
            deep.append(element)
        if number >= limits.nodes:
            late.append(element)
            break
    for element in deep:
        for child in list(element):
            element.remove(child)
    if deep:
        warnings.append(f"elements nested deeper than {limits.depth} left out")
    for element in late:
        _cut_from(element)
        warnings.append(f"page cut after {limits.nodes:,} elements")
    return tuple(warnings)


def _cut_from(element: HtmlElement) -> None:
    """Remove ``element`` and everything after it in document order."""
    current: HtmlElement | None = element
    first = True
    while current is not None and (parent := current.getparent()) is not None:
        following = list(parent)
        position = following.index(current)
        for child in following[position + (0 if first else 1) :]:
            parent.remove(child)
        first, current = False, parent


def _number_places(body: HtmlElement) -> None:
    """Give every block element its number in the original, before anything is left out."""
    for number, element in enumerate(body.iter(*sorted(BLOCKS))):
        element.set(PLACE, str(number))


def _never_text(body: HtmlElement) -> Iterator[HtmlElement]:
    yield from body.iter(*sorted(NEVER_TEXT))


def _note_marks(holder: HtmlElement) -> Iterator[HtmlElement]:
    """The marks of footnotes in the text ("since 1966.¹"), which would read as a part of the word before."""
    for element in holder.iter("sup", "a"):
        if next(islice(element.iterdescendants(), NOTE_ELEMENTS, None), None) is not None:
            continue
        words = "".join(str(part) for _, part in zip(range(9), element.itertext(), strict=False)).strip()
        if not NOTE_MARK.fullmatch(words):
            continue
        links = [element] if element.tag == "a" else [*element.iter("a"), *element.iterancestors("a")]
        linked = any("#" in (link.get("href") or "") for link in links)
        raised = element.tag == "sup" or next(iter(element.iter("sup")), None) is not None
        before = _just_before(element)[-40:]
        ordinal = words.isalpha() and ROMAN.search(before) is not None
        marked = words[0] in "[*†‡§" or (raised and (linked or (BEFORE_NOTE.search(before) and not ordinal)))
        if marked and (linked or raised):
            yield element


def _just_before(element: HtmlElement) -> str:
    """The words right before ``element`` within its parent."""
    sibling, parent = element.getprevious(), element.getparent()
    if sibling is not None:
        return sibling.tail or ("" if sibling.tag == "br" else "x")
    return (parent.text or ("" if parent.tag in BLOCKS else "x")) if parent is not None else ""


class _Writer:
    """Collects words until a block ends, and knows what kind of block the words are in."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.kinds: list[tuple[BlockKind, int, int | None]] = [("paragraph", 0, None)]
        self.list_depth = 0
        self.preformatted = 0

    def inline(self, text: str) -> str:
        """Text as a browser shows it: a newline in the source is a blank, but for preformatted text."""
        return text if self.preformatted else text.replace("\n", " ")

    def flush(self) -> Iterator[Piece]:
        if not self.words:
            return
        text = "".join(self.words)
        self.words = []
        kind, level, place = self.kinds[-1]
        for number, part in enumerate(re.split(r"\n[^\S\n]*\n\s*", text)):
            if kind == "paragraph" and (listed := _bulleted(part)):
                yield from (Piece(one, words, int(one == "item"), paragraph=place) for one, words in listed)
            elif words := squeeze(part):
                self.kinds[-1] = ("paragraph", 0, place) if kind == "item" else self.kinds[-1]
                yield Piece("paragraph" if number and kind == "item" else kind, words, level, paragraph=place)
                if kind == "item":
                    kind, level = "paragraph", 0


def _bulleted(text: str) -> list[tuple[BlockKind, str]]:
    """Paragraphs and items of a list that is written with bullets instead of marked up as one; else nothing.

    Lines that only begin with a dash or a star must be several: one alone is as likely speech, or a note.
    """
    lines = [line for line in map(squeeze, text.split("\n")) if line]
    marks = [ITEM.match(line) for line in lines]
    bullets = [mark["mark"] for mark in marks if mark and not (mark["mark"][0].isalnum() or mark["mark"][0] == "(")]
    if not bullets or (len(bullets) == 1 and bullets[0] in "–—*+"):
        return []
    known = frozenset(bullets)
    found: list[tuple[BlockKind, list[str]]] = []
    for line, mark in zip(lines, marks, strict=True):
        if mark is not None and mark["mark"] in known:
            found.append(("item", [line[mark.end() :]]))
        elif found and found[-1][0] == "paragraph":
            found[-1][1].append(line)
        else:
            found.append(("paragraph", [line]))
    return [(kind, "\n".join(said)) for kind, said in found]


def _walk(holder: HtmlElement, left_out: frozenset[HtmlElement]) -> Iterator[Piece]:
    """Pieces under ``holder`` in document order, without recursion."""
    from lxml import etree

    writer = _Writer()
    skipping: HtmlElement | None = None
    walker = etree.iterwalk(holder, events=("start", "end"))
    for event, element in walker:
        tag = element.tag
        if event == "start":
            if element in left_out and element is not holder:
                walker.skip_subtree()
                skipping = element
                if tag in BLOCKS:
                    yield from writer.flush()
                continue
            if tag == "table" and (rows := data_rows(element, left_out)):
                yield from writer.flush()
                yield from rows
                walker.skip_subtree()
                skipping = element
                continue
            if tag == "br":
                writer.words.append("\n")
            elif tag in BLOCKS:
                yield from writer.flush()
                _enter(writer, element)
            elif tag in BOXES and _glued(element, writer.words):
                writer.words.append(" ")
            if element.text:
                writer.words.append(writer.inline(element.text))
        else:
            if element is skipping:
                skipping = None
            elif tag in BLOCKS:
                yield from writer.flush()
                _leave(writer, tag)
            if element.tail and element is not holder:
                writer.words.append(writer.inline(element.tail))
    yield from writer.flush()


def _glued(box: HtmlElement, before: list[str]) -> bool:
    """Two boxes side by side, a date and its event, that only their style sets apart: "5 May 2010" "Talks held"."""
    sibling = box.getprevious()
    if sibling is None or sibling.tag not in BOXES or sibling.tail or not before or not box.text:
        return False
    last, first = before[-1][-1:], box.text[:2]
    if first.isdigit() and len(first) == 2:
        return last.islower() or last == ":"
    return (
        (last.isdigit() or last.islower() or last == ":")
        and first[0].isupper()
        and not before[-1].endswith(("Mc", "Mac"))
    )


def _enter(writer: _Writer, element: HtmlElement) -> None:
    tag = element.tag
    place = int(element.get(PLACE) or 0)
    writer.list_depth += tag in ("ul", "ol")
    writer.preformatted += tag == "pre"
    if tag[0] == "h" and tag[1:].isdigit():
        writer.kinds.append(("heading", int(tag[1:]), place))
    elif tag == "li":
        writer.kinds.append(("item", max(1, writer.list_depth), place))
    elif tag == "dd":
        writer.kinds.append(("item", 1, place))
    elif tag in ("p", "div", "section", "summary", "details") and writer.kinds[-1][0] == "item":
        # <li><p>words</p></li>: the paragraph is the item
        kind, level, _ = writer.kinds[-1]
        writer.kinds[-1] = ("paragraph", 0, place)
        writer.kinds.append((kind, level, place))
    elif tag in ("tr", "caption"):
        writer.kinds.append(("row" if tag == "tr" else "paragraph", 0, place))
    elif writer.kinds[-1][0] == "heading" and tag in ("div", "p"):
        writer.kinds.append(writer.kinds[-1])
    else:
        writer.kinds.append(("paragraph", 0, place))


def _leave(writer: _Writer, tag: str) -> None:
    closed = writer.kinds.pop()
    if closed[0] == "item" and tag not in ("li", "dd"):
        writer.kinds[-1] = closed  # an empty box inside the item: its words are still to come
    writer.list_depth -= tag in ("ul", "ol")
    writer.preformatted -= tag == "pre"


def _without_controls(pieces: list[Piece]) -> list[Piece]:
    """Without lines that are controls of the page, and without headings that have lost what stood under them."""
    known = signs()
    kept = []
    for piece in pieces:
        words = piece.text.casefold().strip(CONTROL_EDGES)
        if words in known.lines or CLOCK.fullmatch(words) or SYMBOLS_ONLY.fullmatch(words):
            continue
        kept.append(piece)
    result: list[Piece] = []
    for piece in reversed(kept):
        if piece.kind == "heading" and piece.level > 1:
            below = result[-1] if result else None
            words = piece.text.casefold().strip(CONTROL_EDGES)
            orphan = below is None or (below.kind == "heading" and below.level <= piece.level)
            if orphan and (below is None or words in known.headings):
                continue
        result.append(piece)
    return result[::-1]


def _with_title(pieces: list[Piece], title: str | None) -> list[Piece]:
    """The title as the first piece: the heading that says it, else put there from the head of the page."""
    if not title:
        return pieces
    for number, piece in enumerate(pieces[:12]):
        if tidy(piece.text).casefold() == title.casefold() and piece.kind in ("heading", "paragraph"):
            before = pieces[:number] if any(len(other.text) > 60 for other in pieces[:number]) else []
            return [*before, replace(piece, kind="title", level=0), *pieces[number + 1 :]]
        if piece.kind != "row" and (rest := behind_title(piece.text, title)):
            parts = [replace(piece, text=title, kind="title", level=0), replace(piece, text=rest)]
            return [*parts, *pieces[number + 1 :]]
    if any(title.casefold() in piece.text.casefold() for piece in pieces[:12]):
        return pieces
    return [Piece("title", title), *pieces]
