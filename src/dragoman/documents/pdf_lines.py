"""The lines of a PDF's pages -> paragraphs, headings and items; running heads and page numbers taken out."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from dragoman.datafiles import any_word, word_list
from dragoman.documents.assemble import Piece
from dragoman.documents.dateline import goes_on, line_date
from dragoman.documents.hyphens import in_one, words_of
from dragoman.documents.plain import DATE_LIKE, ITEM, NUMBERED_HEADING, SENTENCE_END

EDGE_LINES = 3
"""Lines at the top and bottom of a page among which running heads and page numbers are looked for."""
PAGE_NUMBER = re.compile(
    # Of four figures only with a word: "2017." is the end of a sentence.
    rf"\W*(?:{any_word(word_list('layout.yml', 'pages'))}\s*\d{{1,4}}|\d{{1,3}})"
    rf"(?:\s*(?:/|{any_word(word_list('layout.yml', 'of_pages'))})\s*\d{{1,4}})?\W*",
    re.IGNORECASE,
)
BY_A_BROWSER = re.compile(
    r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}, \d{1,2}:\d\d(?: ?[AP]M)?(?: .*)?|(?:https?|file)://\S+(?: \d+/\d+)?"
)
"""What a browser prints at the edges of a page: the time and the title, the address and the page's number."""
LONE_BULLET = re.compile(r"[•‣◦●○▪■□◆►➢✓✔·–-]")
DIGITS = re.compile(r"\d+")
SHORT = 0.75
"""A line shorter than this share of the usual line ends a paragraph when it ends a sentence."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page, whether a blank one came before, and whether it is a row of a table."""

    text: str
    page: int
    after_blank: bool
    row: bool = False


def page_lines(text: str, page: int) -> list[Line]:
    """The lines of a page's text that hold words; a bullet that stands alone goes to the line below it."""
    lines, blank = [], False
    bullet = ""
    for raw in text.split("\n"):
        words = bullet + " ".join(raw.split())
        if LONE_BULLET.fullmatch(words.strip()):  # its item is on the next line
            bullet = f"{words.strip()} "
            continue
        if words:
            lines.append(Line(words, page, blank))
        blank, bullet = not words, ""
    return lines


def without_running_lines(pages: list[list[Line]]) -> list[list[Line]]:
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


def _edges(lines: list[Line]) -> list[Line]:
    return lines if len(lines) <= 2 * EDGE_LINES else lines[:EDGE_LINES] + lines[-EDGE_LINES:]


def _without_edges(lines: list[Line], running: set[str], filled: int) -> list[Line]:
    edges = {id(line) for line in _edges(lines)}
    kept = [line for line in lines if id(line) not in edges or not _is_running(line.text, running)]
    if kept and PAGE_NUMBER.fullmatch(kept[-1].text) and filled > 0:
        kept = kept[:-1]
    kept = kept[1:] if len(kept) > 1 and PAGE_NUMBER.fullmatch(kept[0].text) else kept
    return kept or lines  # a page that is nothing but its edges


def _is_running(words: str, running: set[str]) -> bool:
    return BY_A_BROWSER.fullmatch(words) is not None or (_shape(words) in running and len(words) <= 150)


def paragraphs(pages: list[list[Line]]) -> list[Piece]:
    """The pieces that the lines of all pages make, with the pages they begin on. Never raises."""
    lines = [line for page in pages for line in page]
    if not lines:
        return []
    lengths = sorted(len(line.text) for line in lines)
    usual = max(30, lengths[int(0.8 * (len(lengths) - 1))])
    known = words_of(line.text for line in lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _continues(groups[-1], line, usual):
            groups[-1].append(line)
        else:
            groups.append([line])
    pieces = [_piece(number, groups, known, usual) for number in range(len(groups))]
    return [piece for piece in pieces if any(character.isalnum() for character in piece.text)]


def _continues(group: list[Line], line: Line, usual: int) -> bool:
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
        capitals = words.isupper() and before.isupper()
        return capitals and (full or (len(group) == 1 and len(words) < SHORT * usual))
    return True


def _is_date(words: str) -> bool:
    """Whether a line is the place and date of a document, and no part of a paragraph."""
    return len(words) < 60 and not SENTENCE_END.search(words) and line_date(words) is not None


def _heading_like(group: list[Line], usual: int) -> bool:
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


def _numbered_heading(group: list[Line], usual: int) -> bool:
    """A single short line like "2. Economic relations": an item that went on would have filled it."""
    text = group[0].text
    item = ITEM.match(text)
    short = len(group) == 1 and len(text) < 0.6 * usual and not SENTENCE_END.search(text) and text[-1] not in ",;:"
    return bool(short and item and item["mark"][0].isdigit() and text[item.end()].isupper())


def _piece(number: int, groups: list[list[Line]], known: frozenset[str], usual: int) -> Piece:
    group = groups[number]
    if group[0].row:
        return Piece("row", group[0].text, 0, group[0].page, number)
    text = in_one([line.text for line in group], known)
    page = group[0].page
    item = ITEM.match(text)
    if item and number + 1 < len(groups) and _numbered_heading(group, usual):
        following = groups[number + 1][0].text
        longer = not ITEM.match(following) and len(" ".join(line.text for line in groups[number + 1])) > len(text)
        if longer or NUMBERED_HEADING.match(following):
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
