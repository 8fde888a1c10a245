"""Markdown: front matter, headings, lists, tables and paragraphs; its marks are taken out of the words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from dragoman.documents.assemble import CELL_JOINT, Piece, squeeze
from dragoman.records import BlockKind

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<fields>.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
FIELD = re.compile(r"^(?P<name>[A-Za-z_][\w-]{0,40}):[ \t]*(?P<value>.{1,500}?)[ \t]*$", re.MULTILINE)
ATX = re.compile(r" {0,3}(?P<marks>#{1,6})[ \t]+(?P<words>.*)$")
SETEXT = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
ITEM = re.compile(r"(?P<indent>[ \t]{0,40})(?:[-*+•]|\d{1,4}[.)])[ \t]+(?P<words>\S.*)$")
ROW = re.compile(r"[ \t]*\|.*\|[ \t]*$")
BARE_ROW = re.compile(r"[ \t]*\|?[^|]*[^|\\]\|.*\S")
FOOTNOTE = re.compile(r" {0,3}\[\^[^\[\]\n]{1,60}\]:[ \t]+(?=\S)")
NOTE_MARK = re.compile(r"\[\^[^\[\]\n]{1,60}\]")
ROW_RULE = re.compile(r"(?=[^-]*-[^|]*\|)[ \t:|-]+$")
QUOTED = re.compile(r"^ {0,3}(?:> ?){1,9}")
DEFINED = re.compile(r" {0,3}:[ \t]+(?=\S)")
FENCE = re.compile(r" {0,3}(```|~~~)")
# Every class stops at the character that could open the next match: linear on any text.
IMAGE = re.compile(r"!\[([^\[\]\n]{0,500})\]\([^()\n]{0,2000}\)")
LINK = re.compile(r"\[([^\[\]\n]{0,500})\](?:\([^()\n]{0,2000}\)|\[[^\[\]\n]{0,200}\])")
DEFINITION = re.compile(r" {0,3}\[[^\[\]\n]{1,200}\]:[ \t]+\S+")
AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,2000})>")
STRONG = re.compile(r"(\*\*|__|~~)(?=\S)([^*_\n]{1,2000})(?<=\S)\1")
EMPHASIS = re.compile(r"(?<![\w*_])([*_])(?=\S)([^*_\n]{1,2000})(?<=\S)\1(?![\w*_])")
CODE = re.compile(r"`([^`\n]{1,2000})`")
TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,500}>")
ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")


@dataclass(frozen=True, slots=True)
class Markdown:
    """Pieces of the text and the fields of its front matter (names in lower case)."""

    pieces: tuple[Piece, ...]
    fields: dict[str, str]


def read_markdown(text: str) -> Markdown:
    """Read clean characters. Never raises; linear in the length of the text."""
    fields: dict[str, str] = {}
    if match := FRONT_MATTER.match(text):
        # lines "name: value" only: a full YAML parser is slow, and a way in for hostile input
        fields = {m["name"].lower(): m["value"].strip("\"'") for m in FIELD.finditer(match["fields"])}
        text = text[match.end() :]
    return Markdown(tuple(_pieces(without_comments(text).split("\n"))), fields)


def without_comments(text: str) -> str:
    """``text`` without ``<!-- ... -->``; one that is never closed is left in, and no further one looked for."""
    kept, position = [], 0
    while (start := text.find("<!--", position)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        kept.append(text[position:start])
        position = end + 3
    return "".join(kept) + text[position:]


class _Writer:
    """Collects the lines of a paragraph or item until it ends, and numbers what is written."""

    def __init__(self) -> None:
        self.waiting: list[str] = []
        self.item_level = 0
        self.indents: list[int] = []
        self.number = 0
        self.titled = False

    def piece(self, kind: BlockKind, words: str, level: int = 0) -> Piece:
        self.number += 1
        return Piece(kind, words, level, paragraph=self.number - 1)

    def flush(self) -> Iterator[Piece]:
        words, level = squeeze(plain_words(" ".join(self.waiting))), self.item_level
        self.waiting, self.item_level = [], 0
        if words:
            yield self.piece("item" if level else "paragraph", words, level)

    def heading(self, words: str, level: int) -> Piece:
        """The first heading is the title, if it is of the first level."""
        title = level == 1 and not self.titled
        self.titled, self.indents, self.waiting = True, [], []
        return self.piece("title" if title else "heading", squeeze(plain_words(words)), 0 if title else level)

    def open_item(self, item: re.Match[str]) -> None:
        indent = len(item["indent"].expandtabs(4))
        self.indents = [*(other for other in self.indents if other < indent), indent]
        self.item_level, self.waiting = len(self.indents), [item["words"]]

    def row(self, line: str) -> Piece:
        cells = [squeeze(plain_words(cell)) for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]
        return self.piece("row", CELL_JOINT.join(cells))

    def go_on(self, line: str) -> None:
        if not self.waiting and not line.startswith((" ", "\t")):
            self.indents = []
        self.waiting.append(line.lstrip(" \t"))


def _pieces(lines: list[str]) -> Iterator[Piece]:
    writer = _Writer()
    fenced = table = False
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        line = line if fenced else QUOTED.sub("", line)
        # A table without bars at its sides is known by the rule below its first row, and goes on to a blank line.
        bare = BARE_ROW.fullmatch(line) is not None
        table = bare and (table or ROW_RULE.fullmatch(following) is not None)
        if FENCE.match(line):
            yield from writer.flush()
            fenced = not fenced
        elif fenced:
            yield from writer.flush()
            writer.waiting = [line]
        elif writer.waiting and not writer.item_level and (mark := SETEXT.match(line)):
            yield writer.heading(" ".join(writer.waiting), 1 if mark[1].startswith("=") else 2)
        elif footnote := FOOTNOTE.match(line):
            yield from writer.flush()
            writer.waiting = [line[footnote.end() :]]
        elif not line.strip() or RULE.match(line) or DEFINITION.match(line):
            yield from writer.flush()
        elif atx := ATX.match(line):
            yield from writer.flush()
            yield writer.heading(unclosed(atx["words"]), len(atx["marks"]))
        elif item := ITEM.match(line):
            yield from writer.flush()
            writer.open_item(item)
        elif defined := DEFINED.match(line):
            yield from writer.flush()
            writer.item_level, writer.waiting = 1, [line[defined.end() :]]
        elif table or ROW.match(line):
            yield from writer.flush()
            if not ROW_RULE.match(line):
                yield writer.row(line)
        else:
            writer.go_on(line)
    yield from writer.flush()


def unclosed(words: str) -> str:
    """A heading's words without the marks that may close it: "Trade ##"; but "Written in C#"."""
    rest = words.rstrip()
    before = rest.rstrip("#")
    return before.rstrip() if not before or before[-1] in " \t" else rest


def plain_words(text: str) -> str:
    """The words of a line of Markdown, without its marks."""
    text = NOTE_MARK.sub("", IMAGE.sub("", text))
    text = LINK.sub(r"\1", text)
    text = AUTOLINK.sub(r"\1", text)
    text = CODE.sub(r"\1", text)
    text = EMPHASIS.sub(r"\2", text)
    text = STRONG.sub(r"\2", text)
    text = TAG.sub("", text)
    return unescape(ESCAPE.sub(r"\1", text))
