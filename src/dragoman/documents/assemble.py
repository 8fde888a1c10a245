"""Pieces of an original (heading, paragraph, item, row) -> cleaned text and blocks with offsets into it.

Conventions of the cleaned text: a blank line between paragraphs; every heading on a line of its own; every list item
on a line of its own behind ``• ``, nested ones indented by two spaces a level; a table row is one line, its cells
joined by `` | ``. A block covers the words, not the bullet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.records import Block, BlockKind

BULLET = "• "
CELL_JOINT = " | "
TOGETHER = frozenset({("item", "item"), ("row", "row")})

# C0/C1 controls but tab and newline; lone surrogates (not encodable); non-characters; byte order mark inside a text.
UNWANTED = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff]")
NEWLINES = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Marks, embeddings, overrides and isolates: invisible, and able to show a text in another order than it is stored.
BIDI = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
SPACES = re.compile(r"[^\S\n]+")
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
"""Letters that a typesetter joined into one, as they come out of a PDF."""
FIELD_CHARACTERS = 1_000
INVISIBLE = re.compile(rf"[\u00ad\u200b\u2060{BIDI.pattern[1:]}")


@dataclass(frozen=True, slots=True)
class Piece:
    """A block that has no place in a text yet."""

    kind: BlockKind
    text: str
    level: int = 0
    page: int | None = None
    paragraph: int | None = None


def clean_characters(text: str) -> tuple[str, tuple[str, ...]]:
    """``text`` with one kind of newline, letters apart and no control and direction characters; warnings about what
    went."""
    warnings = []
    text = NEWLINES.sub("\n", text).translate(LIGATURES)
    if UNWANTED.search(text):
        text, count = UNWANTED.subn(_replacement, text)
        warnings.append(f"{count} control or invalid characters removed")
    if BIDI.search(text):
        text, count = BIDI.subn("", text)
        warnings.append(f"{count} text direction characters removed")
    return text, tuple(warnings)


def _replacement(match: re.Match[str]) -> str:
    return "\ufffd" if "\ud800" <= match[0] <= "\udfff" else ""


def squeeze(text: str) -> str:
    """Runs of blanks to one, no blanks around newlines, invisible hyphens, joints and direction marks out."""
    lines = (SPACES.sub(" ", line).strip() for line in INVISIBLE.sub("", text).split("\n"))
    return "\n".join(line for line in lines if line)


def tidy(text: str) -> str:
    """A field's value on one line without control characters, bounded."""
    return squeeze(clean_characters(text[: FIELD_CHARACTERS * 2])[0].replace("\n", " "))[:FIELD_CHARACTERS]


def assemble(pieces: Iterable[Piece], text_characters: int) -> tuple[str, tuple[Block, ...], tuple[str, ...]]:
    """Text, blocks and warnings. Pieces must be clean (`clean_characters`, `squeeze`); empty ones are left out."""
    parts: list[str] = []
    blocks: list[Block] = []
    length, before = 0, ""
    for piece in pieces:
        if not piece.text:
            continue
        joint = "" if not parts else "\n" if (before, piece.kind) in TOGETHER else "\n\n"
        lead = "  " * (min(max(piece.level, 1), 9) - 1) + BULLET if piece.kind == "item" else ""
        start = length + len(joint) + len(lead)
        room = text_characters - start
        if room < len(piece.text):
            if room > 0 and not parts:
                cut = piece.text[:room].rstrip()
                parts.append(lead + cut)
                blocks.append(Block(start, start + len(cut), piece.kind, piece.level, piece.page, piece.paragraph))
            return "".join(parts), tuple(blocks), (f"text cut after {text_characters:,} characters",)
        parts.append(joint + lead + piece.text)
        length = start + len(piece.text)
        blocks.append(Block(start, length, piece.kind, piece.level, piece.page, piece.paragraph))
        before = piece.kind
    return "".join(parts), tuple(blocks), ()
