"""Markdown: front matter, headings, lists, tables and paragraphs; its marks are taken out of the words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.documents.assemble import CELL_JOINT, Piece, squeeze

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<fields>.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
FIELD = re.compile(r"^(?P<name>[A-Za-z_][\w-]{0,40}):[ \t]*(?P<value>.{1,500}?)[ \t]*$", re.MULTILINE)
ATX = re.compile(r" {0,3}(?P<marks>#{1,6})[ \t]+(?P<words>.*?)[ \t]*#*$")
SETEXT = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
ITEM = re.compile(r"(?P<indent>[ \t]{0,40})(?:[-*+•]|\d{1,4}[.)])[ \t]+(?P<words>\S.*)$")
ROW = re.compile(r"[ \t]*\|.*\|[ \t]*$")
BARE_ROW = re.compile(r"[^|]*[^|\\]\|.*\S")
FOOTNOTE = re.compile(r" {0,3}\[\^[^\[\]\n]{1,60}\]:[ \t]+(?=\S)")
NOTE_MARK = re.compile(r"\[\^[^\[\]\n]{1,60}\]")
ROW_RULE = re.compile(r"(?=[^-]*-[^|]*\|)[ \t:|-]+$")
FENCE = re.compile(r" {0,3}(```|~~~)")
# Every class stops at the character that could open the next match: linear on any text.
IMAGE = re.compile(r"!\[([^\[\]\n]{0,500})\]\([^()\n]{0,2000}\)")
LINK = re.compile(r"\[([^\[\]\n]{1,500})\](?:\([^()\n]{0,2000}\)|\[[^\[\]\n]{0,200}\])")
DEFINITION = re.compile(r" {0,3}\[[^\[\]\n]{1,200}\]:[ \t]+\S+")
AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,2000})>")
STRONG = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,2000})(?<=\S)\1")
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


def _pieces(lines: list[str]) -> Iterator[Piece]:
    waiting: list[str] = []
    number, titled, fenced = 0, False, False
    indents: list[int] = []
    item_level = 0
    table = False

    def flush() -> Iterator[Piece]:
        nonlocal waiting, item_level, number
        words = squeeze(plain_words(" ".join(waiting)))
        waiting = []
        if words:
            kind: Piece = Piece("item" if item_level else "paragraph", words, item_level, paragraph=number)
            number += 1
            yield kind
        item_level = 0

    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        # A table without bars at its sides is known by the rule below its first row, and goes on to a blank line.
        bare = BARE_ROW.fullmatch(line) is not None
        table = bare and (table or ROW_RULE.fullmatch(following) is not None)
        if FENCE.match(line):
            yield from flush()
            fenced = not fenced
        elif fenced:
            yield from flush()
            waiting = [line]
        elif not line.strip():
            yield from flush()
        elif waiting and not item_level and (mark := SETEXT.match(line)):
            level = 1 if mark[1].startswith("=") else 2
            words, waiting = squeeze(plain_words(" ".join(waiting))), []
            yield Piece("heading" if titled or level > 1 else "title", words, level if titled or level > 1 else 0,
                        paragraph=number)  # fmt: skip
            titled, number, indents = True, number + 1, []
        elif footnote := FOOTNOTE.match(line):
            yield from flush()
            waiting = [line[footnote.end() :]]
        elif RULE.match(line) or DEFINITION.match(line):
            yield from flush()
        elif atx := ATX.match(line):
            yield from flush()
            level = len(atx["marks"])
            title = level == 1 and not titled
            yield Piece("title" if title else "heading", squeeze(plain_words(atx["words"])), 0 if title else level,
                        paragraph=number)  # fmt: skip
            titled, number, indents = True, number + 1, []
        elif item := ITEM.match(line):
            yield from flush()
            indent = len(item["indent"].expandtabs(4))
            indents = [*(other for other in indents if other < indent), indent]
            item_level = len(indents)
            waiting = [item["words"]]
        elif table or ROW.match(line):
            yield from flush()
            if not ROW_RULE.match(line):
                cells = [squeeze(plain_words(cell)) for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]
                yield Piece("row", CELL_JOINT.join(cells), paragraph=number)
                number += 1
        else:
            if not waiting and not line.startswith((" ", "\t")):
                indents = []
            waiting.append(line.lstrip(" \t>"))
    yield from flush()


def plain_words(text: str) -> str:
    """The words of a line of Markdown, without its marks."""
    text = NOTE_MARK.sub("", IMAGE.sub("", text))
    text = LINK.sub(r"\1", text)
    text = AUTOLINK.sub(r"\1", text)
    text = CODE.sub(r"\1", text)
    text = EMPHASIS.sub(r"\2", text)
    text = STRONG.sub(r"\2", text)
    text = TAG.sub("", text)
    return ESCAPE.sub(r"\1", text)
