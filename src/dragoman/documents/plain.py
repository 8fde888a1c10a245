"""Plain text: kept as it is, but for newlines and control characters; its layout is read from its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from dragoman.records import Block, BlockKind

ITEM = re.compile(
    r"(?P<mark>[•‣◦●○▪▫■□◆►✓∙·*+–—-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})\)|\d{1,2}(?:\.\d{1,2})*\."
    # not "27. novembar 2019."
    r"(?!\s+[^\W\d]+\.?\s+(?:1[89]|20)\d\d\b))[ \t\u00a0]+(?=\S)"
)
ROW = re.compile(r"\S[ \t]+\|[ \t]+\S|\S\t+\S.*\t+\S|^\|.*\|\s*$")
DATE_LIKE = re.compile(r"\d{1,4}\W{1,2}[\w.]{1,12}\W{1,2}\d{1,4}|[^\W\d]+ \d{1,2}, ?\d{4}|(19|20)\d\d(-\d\d)*")
SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
HEADING_LENGTH = 120
WRAPPED_AT_MOST = 140


class Line(NamedTuple):
    """A line with words in it: offsets of its trimmed text, its indentation, and whether a blank line came before."""

    start: int
    end: int
    text: str
    indent: int
    after_blank: bool


def blocks_of(text: str) -> tuple[Block, ...]:
    """The layout of a plain text: title, headings, items, rows and paragraphs, in order, covering all its words.

    A text wrapped at a fixed width has its lines put together into paragraphs; otherwise every line is a block. The
    block of a list item starts after its bullet or number; ``paragraph`` counts the blocks from 0. Never raises.
    """
    lines = _lines(text)
    width = _wrap_width(lines)
    return tuple(
        Block(start, end, kind, level, paragraph=number)
        for number, (kind, level, start, end) in enumerate(_stretches(lines, width))
    )


def _lines(text: str) -> list[Line]:
    lines, position, blank = [], 0, True
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            indent = len(raw) - len(raw.lstrip())
            start = position + indent
            lines.append(Line(start, start + len(stripped), stripped, indent, blank))
        blank = not stripped
        position += len(raw) + 1
    return lines


def _wrap_width(lines: list[Line]) -> int | None:
    """The width a text was wrapped at, or None: lines followed at once by a next one mostly end short of one width,
    in the middle of a sentence."""
    inner = [line for line, following in pairwise(lines) if not following.after_blank]
    if len(inner) < 3:
        return None
    long = sum(len(line.text) for line in lines if len(line.text) > WRAPPED_AT_MOST)
    if long > 0.3 * sum(len(line.text) for line in lines):
        return None
    lengths = sorted(len(line.text) + line.indent for line in inner)
    width = lengths[int(0.9 * (len(lengths) - 1))]
    if not 30 <= width <= WRAPPED_AT_MOST:
        return None
    full = [line for line in inner if len(line.text) + line.indent >= 0.7 * width]
    broken = [line for line in full if not SENTENCE_END.search(line.text)]
    return width if len(full) >= 0.5 * len(inner) and len(broken) >= 0.5 * len(full) else None


def _stretches(lines: list[Line], width: int | None) -> Iterator[tuple[BlockKind, int, int, int]]:
    indents: list[int] = []
    number = 0
    while number < len(lines):
        line = lines[number]
        item = ITEM.match(line.text)
        kind = _kind(lines, number, width)
        if kind == "item" and item:
            level, indents = _item_level(line.indent, indents)
            last = _last_of_paragraph(lines, number, width)
            yield "item", level, line.start + item.end(), lines[last].end
        elif kind == "paragraph":
            indents = []
            last = _last_of_paragraph(lines, number, width)
            yield "paragraph", 0, line.start, lines[last].end
        else:
            indents, last = [], number
            yield kind, 1 if kind == "heading" else 0, line.start, line.end
        number = last + 1


def _kind(lines: list[Line], number: int, width: int | None) -> BlockKind:
    line = lines[number]
    if ITEM.match(line.text):
        return "item"
    if number == 0 and is_title(line.text) and (len(lines) == 1 or width is None or lines[1].after_blank):
        return "title"
    if ROW.search(line.text):
        return "row"
    return "heading" if _is_heading(lines, number, width) else "paragraph"


def is_title(line: str) -> bool:
    """A first line short enough to be a title, and not a sentence."""
    return 3 <= len(line) <= 250 and not SENTENCE_END.search(line) and not DATE_LIKE.fullmatch(line)


def _is_heading(lines: list[Line], number: int, width: int | None) -> bool:
    """A short line without a final full stop or comma, standing before text that is longer or a list."""
    line = lines[number]
    words = line.text
    if len(words) > HEADING_LENGTH or not _opens_like_a_heading(words) or words[-1] in ".;," or DATE_LIKE.search(words):
        return False
    if number + 1 >= len(lines):
        return False
    following = lines[number + 1]
    if width is not None and not (line.after_blank and following.after_blank):
        return False
    if ITEM.match(following.text) or ROW.search(following.text):
        return words[-1] != ":" or len(words) < 60
    if words[-1] == ":":
        return len(words) < 40 and len(following.text) > len(words)
    return len(following.text) > max(60, len(words)) or (
        line.after_blank and following.after_blank and SENTENCE_END.search(following.text) is not None
    )


def _opens_like_a_heading(words: str) -> bool:
    first = next((letter for letter in words if letter.isalnum()), "")
    return bool(first) and not first.islower() and any(letter.isalpha() for letter in words)


def _item_level(indent: int, indents: list[int]) -> tuple[int, list[int]]:
    """Depth of an item among the indentations that are open above it."""
    enclosing = [other for other in indents if other < indent]
    return len(enclosing) + 1, [*enclosing, indent]


def _last_of_paragraph(lines: list[Line], number: int, width: int | None) -> int:
    """Index of the last line that belongs to the paragraph or item starting at ``number``."""
    if width is None:
        return number
    first, last = lines[number], number
    while last + 1 < len(lines):
        line, following = lines[last], lines[last + 1]
        if following.after_blank or ITEM.match(following.text) or ROW.search(following.text):
            break
        short = len(line.text) + line.indent < 0.7 * width
        if short and SENTENCE_END.search(line.text):
            break
        if last > number and following.indent >= line.indent + 2 and SENTENCE_END.search(line.text):
            break
        if last == number and following.indent >= first.indent + 2 and ITEM.match(first.text) is None and short:
            break
        last += 1
    return last
