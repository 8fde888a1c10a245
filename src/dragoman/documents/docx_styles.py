"""What a paragraph of a DOCX is: title, heading, item, by its style, its numbering and how it is set by hand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.datafiles import any_word, word_list
from dragoman.documents.dateline import line_date
from dragoman.documents.plain import HEADING_LENGTH, SENTENCE_END

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LARGE = 28
"""Size in half points from which a line in bold may be the title."""
TITLES = frozenset(word_list("layout.yml", "titles"))
HEADING_NAME = re.compile(rf"{any_word(word_list('layout.yml', 'headings'))}\s*(\d)", re.IGNORECASE)
ITEMS = tuple(word_list("layout.yml", "items"))


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style makes of a paragraph: title, heading of a level, item; else nothing."""

    title: bool = False
    heading: int = 0
    item: bool = False


def styles_of(styles: _Element | None) -> dict[str, Style]:
    """What each paragraph style means, through what it is based on."""
    raw: dict[str, tuple[str, str | None, int, bool]] = {}
    for style in styles.iter(W + "style") if styles is not None else ():
        name = value_of(style.find(W + "name")) or ""
        outline = outline_level(value_of(style.find(f"{W}pPr/{W}outlineLvl")))
        numbered = style.find(f"{W}pPr/{W}numPr") is not None
        raw[style.get(W + "styleId") or ""] = (name, value_of(style.find(W + "basedOn")), outline, numbered)
    return {identifier: _meaning(identifier, raw) for identifier in raw}


def _meaning(identifier: str, raw: dict[str, tuple[str, str | None, int, bool]]) -> Style:
    current: str | None = identifier
    for _ in range(20):  # a chain of styles can be made to go round
        if current is None or current not in raw:
            break
        name, based_on, outline, numbered = raw[current]
        if name.casefold() in TITLES:
            return Style(title=True)
        if match := HEADING_NAME.match(name):
            return Style(heading=max(1, int(match[1])))
        if outline:
            return Style(heading=outline)
        if numbered or name.casefold().startswith(ITEMS):
            return Style(item=True)
        current = based_on
    return Style()


def value_of(element: _Element | None) -> str | None:
    return element.get(W + "val") if element is not None else None


def outline_level(value: str | None) -> int:
    """The level of a heading, from 1, that an outline gives; 0 for none."""
    return int(value) + 1 if value and len(value) == 1 and value in "012345678" else 0


def heading_set_by_hand(paragraph: _Element, words: str) -> int:
    """The level of a paragraph that is a heading by how it is set alone: a short one all in bold that ends no sentence
    and is no date. 1 where it is large and 2 where it is in the middle, as a title may be, else 3; 0 for none."""
    if len(words) > 2 * HEADING_LENGTH or SENTENCE_END.search(words) or words[-1] in ",;:" or line_date(words):
        return 0
    runs = [run for run in paragraph.iter(W + "r") if run.find(W + "t") is not None]
    if not runs or not all(is_on(run, "b") for run in runs):
        return 0
    sizes = [value_of(run.find(f"{W}rPr/{W}sz")) or "" for run in runs]
    if all(size.isdecimal() and len(size) < 5 and int(size) >= LARGE for size in sizes):
        return 1
    if value_of(paragraph.find(f"{W}pPr/{W}jc")) == "center":
        return 2
    return 3 if len(words) <= HEADING_LENGTH else 0


def is_on(run: _Element, name: str) -> bool:
    """Whether a run has a property such as bold or hidden."""
    found = run.find(f"{W}rPr/{W}{name}")
    return found is not None and value_of(found) not in ("0", "false", "off", "none")


def item_level(properties: _Element | None, style: Style) -> int:
    """Depth of a list item, 0 for no item. Numbering 0 takes a paragraph out of its style's list."""
    numbering = properties.find(W + "numPr") if properties is not None else None
    if numbering is None:
        return 1 if style.item else 0
    if value_of(numbering.find(W + "numId")) == "0":
        return 0
    depth = value_of(numbering.find(W + "ilvl")) or "0"
    return min(int(depth), 8) + 1 if depth.isdecimal() and len(depth) < 3 else 1
