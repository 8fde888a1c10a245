"""Plain text: kept as it is, but for newlines, control characters and words that a line end divides; its layout is read
from its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

from dragoman.datafiles import any_word, word_list
from dragoman.documents.dateline import goes_on, is_label, line_date, written_date
from dragoman.documents.hyphens import before_rest, words_of
from dragoman.records import Block, BlockKind

ITEM = re.compile(
    # The last ones are how the bullets of symbol fonts come out of a PDF.
    r"(?P<mark>[•‣◦●○▪▫■□◆►▶➢➤❖✓✔⁃∙·*+–—\uf02d\uf076\uf0a7\uf0b7\uf0d8\uf0fc-]|"
    # "o" is one of typewriters and of word processors
    r"[°º]|o(?=[ \t\u00a0]+[A-Z])|"
    r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})\)|\d{1,2}(?:\.\d{1,2})*\."
    # not "27. novembar 2019." and "27.November 2019"
    r"(?!\s*[^\W\d]+\.?\s+(?:1[89]|20)\d\d\b))(?:[ \t\u00a0]+(?=\S)|(?<=\d\.)(?=[A-Z][a-z]))"
)
ROW = re.compile(r"\S[ \t]+\|[ \t]+\S|\S\t+\S.*\t+\S|^\|.*\|\s*$")
GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
RULE = re.compile(r"[-=_*~#+|:.–— \t]{3,}")
_DIVISION = rf"(?i:{any_word(word_list('layout.yml', 'divisions'))})\s+(?:\d{{1,4}}|[IVXL]{{1,6}}|[A-Z])\b"
DIVISION = re.compile(_DIVISION)
NUMBERED_HEADING = re.compile(rf"{_DIVISION}|[IVX]{{1,5}}\.\s+\S|\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}\s+[A-ZÀ-Þ]")
SPEAKER = re.compile(r"[A-Z][A-Z.'’ -]{2,40}: \S")
"""What a line of a transcript begins with: "JOURNALIST: How much is it?"."""
FIELD = re.compile(r"[A-Z][\w.()/ -]{1,40}: \S")
"""What a line of a list of facts begins with, of which several stand together: "Population: 5 million"."""
MAIL_FIELD = re.compile(r"(?P<name>[A-Z][A-Za-z-]{1,30}): *(?=\S)")
QUOTE_MARKS = re.compile(r"^(?:> ?){1,20}")
QUOTED_LINES = 3
"""Fewest lines one after the other that a mail quotes."""
MAIL_FIELDS = frozenset(word_list("layout.yml", "mail"))
SUBJECTS = frozenset(word_list("layout.yml", "subjects"))
WITHIN_TITLES = frozenset(word_list("layout.yml", "within_titles"))
SENDER = re.compile(
    rf"(?i:{any_word(word_list('layout.yml', 'senders'))}): *(?P<name>[^<>@\n]{{3,100}})(?:<[^<>\n]{{0,100}}>)?"
)
DATE_LIKE = re.compile(r"\d{1,4}\W{1,2}[\w.]{1,12}\W{1,2}\d{1,4}|[^\W\d]+ \d{1,2}, ?\d{4}|(19|20)\d\d(-\d\d)*")
SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
DIVIDED = re.compile(
    r"(?<=[^\W_])-[ \t]{0,8}\n(?P<indent>[ \t]{0,40})(?P<rest>[^\W_]\S{0,60})(?!\S)[ \t]{0,8}(?P<whole>\n?)"
)
FULL = 0.7
"""A line that reaches this share of the width a text was wrapped at may end for want of room."""
HEADING_LENGTH = 120
HEADING_LINES = 4
TITLE_LINES = 8
CENTRED = 8
"""Fewest blanks before each line of a heading in the middle of a page."""
WIDEST_ROW = 250
WRAPPED_AT_MOST = 140
LIKE_ITEMS = 12
"""Lines around that of an item in which the next one of its list stands as a rule."""


class Line(NamedTuple):
    """A line with words in it: offsets of its trimmed text, its indentation, whether a blank line (or one of dashes
    and the like) came before, and whether it is a row of a table."""

    start: int
    end: int
    text: str
    indent: int
    after_blank: bool
    row: bool


def blocks_of(text: str) -> tuple[Block, ...]:
    """The layout of a plain text: title, headings, items, rows and paragraphs, in order, covering all its words.

    A text wrapped at a fixed width has its lines put together into paragraphs; otherwise every line is a block. The
    block of a list item starts after its bullet or number, the subject of a mail after its label; ``paragraph`` counts
    the blocks from 0. Never raises.
    """
    lines = _lines(text)
    width = _wrap_width(lines)
    return tuple(
        Block(start, end, kind, level, paragraph=number)
        for number, (kind, level, start, end) in enumerate(_stretches(lines, width))
    )


def unquoted(text: str) -> str:
    """``text`` without the marks that a mail sets before each line of the mail it quotes ("> "). Never raises."""
    if text.count("\n>") < QUOTED_LINES - 1:
        return text
    kept: list[str] = []
    for quoted, run in groupby(text.split("\n"), key=lambda line: line.startswith(">")):
        lines = list(run)
        words = [QUOTE_MARKS.sub("", line) for line in lines] if quoted and len(lines) >= QUOTED_LINES else lines
        amounts = sum(line[:1].isdigit() for line in words)  # "> 50 %" is none
        kept += lines if 2 * amounts > len(lines) else words
    return "\n".join(kept)


def undivided(text: str) -> str:
    """``text`` with each word that a line end divides at the end of the first line; the line after it begins later.

    Only a line that is full is taken to divide a word. Never raises; time is proportional to the text.
    """
    if not DIVIDED.search(text):
        return text
    lines = _lines(text)
    full = max(30.0, FULL * (_wrap_width(lines) or 0))
    known = words_of(line.text for line in lines)

    def together(match: re.Match[str]) -> str:
        before = text[text.rfind("\n", 0, match.start()) + 1 : match.start() + 1]
        start = before_rest(before, match["rest"], known) if len(before) >= full else None
        if start is None:
            return match[0]
        return start[len(before) - 1 :] + match["rest"] + "\n" + ("" if match["whole"] else match["indent"])

    return DIVIDED.sub(together, text)


def _lines(text: str) -> list[Line]:
    lines, position, blank = [], 0, True
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped and not RULE.fullmatch(stripped):
            indent = len(raw) - len(raw.lstrip())
            start = position + indent
            lines.append(Line(start, start + len(stripped), stripped, indent, blank, bool(ROW.search(stripped))))
            blank = False
        else:
            blank = True
        position += len(raw) + 1
    for number, (line, following) in enumerate(pairwise(lines)):
        if same_columns(line, following):
            lines[number : number + 2] = [line._replace(row=True), following._replace(row=True)]
    return lines


def same_columns(line: Line, following: Line) -> bool:
    """All gaps of the one at those of the other, two or more, with wide ones: both are rows of a table set with blanks,
    not lines of a justified text, whose gaps stand at other places."""
    if max(len(line.text), len(following.text)) > WIDEST_ROW:
        return False
    gaps = [
        [(m.start() + one.indent, m.end() + one.indent) for m in GAP.finditer(one.text)] for one in (line, following)
    ]
    if any(max((end - start for start, end in found), default=0) < 3 for found in gaps):
        return False
    fewer, more = sorted(gaps, key=len)
    return len(fewer) >= 2 and all(any(min(end, b) - max(start, a) >= 2 for a, b in more) for start, end in fewer)


def _wrap_width(lines: list[Line]) -> int | None:
    """The width a text was wrapped at, or None: lines followed at once by a next one mostly end short of one width,
    in the middle of a sentence."""
    lines = [line for line in lines[_mail_fields(lines) :] if not line.row]
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
    full = [line for line in inner if len(line.text) + line.indent >= FULL * width]
    broken = [line for line in full if not SENTENCE_END.search(line.text)]
    return width if len(full) >= 0.5 * len(inner) and len(broken) >= 0.5 * len(full) else None


def _stretches(lines: list[Line], width: int | None) -> Iterator[tuple[BlockKind, int, int, int]]:
    indents: list[int] = []
    number = _mail_fields(lines)
    yield from _mail_head(lines[:number])
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
            if kind == "title" and (goes_to := _last_of_title(lines)):
                last = goes_to
            elif kind != "row" and width is not None:
                last = _last_of_heading(lines, number, width) or number
            yield kind, 1 if kind == "heading" else 0, line.start, lines[last].end
        number = last + 1


def _mail_fields(lines: list[Line]) -> int:
    """How many lines at the top are the head of a mail or memorandum, with its subject and sender or date, and what it
    is called above them; 0 for none."""
    called = 1 if lines and is_label(lines[0].text) else 0
    names, count = set(), called
    for line in lines[called:]:
        label = MAIL_FIELD.match(line.text)
        if (count > called and line.after_blank) or not (label or (count > called and line.indent)):
            break
        names |= {label["name"].lower()} if label else set()
        count += 1
    return count if names & SUBJECTS and names & MAIL_FIELDS else 0


def _mail_head(lines: list[Line]) -> Iterator[tuple[BlockKind, int, int, int]]:
    """The fields of the head of a mail; one that goes on in the next line begins that with a blank."""
    fields: list[list[Line]] = []
    for line in lines:
        if fields and line.indent:
            fields[-1].append(line)
        else:
            fields.append([line])
    for field in fields:
        label = MAIL_FIELD.match(field[0].text)
        subject = label is not None and label["name"].lower() in SUBJECTS
        start = field[0].start + (label.end() if label and subject else 0)
        yield "title" if subject else "paragraph", 0, start, field[-1].end


def _last_of_title(lines: list[Line]) -> int:
    """Index of the last line of a title at the top that needs several, each of which plainly goes on in the next:
    "Joint statement on the visit", below it "of the Prime Minister to Peru"; 0 where there is none."""
    last = 0
    while last + 1 < len(lines):
        line, following = lines[last], lines[last + 1]
        goes = is_one_title(line.text, following.text)
        if following.after_blank and not following.text[0].islower():
            break
        if not goes and len(following.text) < HEADING_LENGTH and written_date(following.text):
            break  # the line with place and date
        if last + 1 == TITLE_LINES or following.row or not goes:
            return 0
        last += 1
    whole = " ".join(line.text for line in lines[: last + 1])
    return last if last + 1 < len(lines) and is_title(whole) else 0


def is_one_title(line: str, following: str) -> bool:
    """Whether the first line plainly goes on in the second: "JOINT STATEMENT BY", "THE LEADERS OF PERU"."""
    little = {line.rpartition(" ")[2].lower(), following.partition(" ")[0].lower()} & WITHIN_TITLES
    return goes_on(line) or following[0].islower() or (bool(little) and (line + following).isupper())


def _last_of_heading(lines: list[Line], number: int, width: int) -> int | None:
    """Index of the last line of a heading on several lines between blank lines ("Article 1", below it "Purpose", or
    lines in capitals); None where there is none at ``number``."""
    last = number
    while last + 1 < len(lines) and not lines[last + 1].after_blank and last - number < HEADING_LINES:
        last += 1
    stretch = lines[number : last + 1]
    if not 1 < len(stretch) <= HEADING_LINES or last + 1 == len(lines) or not lines[number].after_blank:
        return None
    if any(SENTENCE_END.search(line.text) or line.text[-1] in ",;:" or line.row for line in stretch):
        return None
    capitals = all(line.text.isupper() for line in stretch) or (number == 0 and all(line.indent for line in stretch))
    capitals = capitals or (stretch[0].text.isupper() and all(line.indent >= CENTRED for line in stretch))
    numbered = DIVISION.match(stretch[0].text) and all(len(line.text) < FULL * width for line in stretch)
    return last if capitals or numbered else None


def _kind(lines: list[Line], number: int, width: int | None) -> BlockKind:
    line = lines[number]
    if _is_item(lines, number, width):
        return "item"
    if number == 0 and _last_of_title(lines):
        return "title"
    if number == 0 and is_title(line.text) and (len(lines) == 1 or width is None or lines[1].after_blank):
        return "title"
    if number == 0 and width is not None and _last_of_heading(lines, number, width):
        return "title"
    if line.row:
        return "row"
    if width is not None and _last_of_heading(lines, number, width):
        return "heading"
    return "heading" if _is_heading(lines, number, width) else "paragraph"


def _is_item(lines: list[Line], number: int, width: int | None) -> bool:
    """Whether a line begins with the mark of an item. With a dash or number that has no like around it a wrapped
    sentence only goes on: "stability in Kosovo / – and in Serbia", "on February / 15. The two"."""
    line = lines[number]
    item = ITEM.match(line.text)
    if item is None or width is None or line.after_blank:
        return item is not None
    before = lines[number - 1]
    full = len(before.text) + before.indent >= FULL * width and before.indent == line.indent
    if not full or not before.text[-1].isalnum():
        return True
    near = (*lines[max(0, number - LIKE_ITEMS) : number], *lines[number + 1 : number + LIKE_ITEMS])
    likes = (ITEM.match(other.text) for other in near)
    return any(like and _sort_of(like["mark"]) == _sort_of(item["mark"]) for like in likes)


def _sort_of(mark: str) -> str:
    """A mark with one figure for its number."""
    return re.sub(r"\w+", "1", mark)


def is_title(line: str) -> bool:
    """A first line short enough to be a title, and neither a sentence nor a label."""
    return (
        not is_label(line) and 3 <= len(line) <= 250 and not SENTENCE_END.search(line) and not DATE_LIKE.fullmatch(line)
    )


def _is_heading(lines: list[Line], number: int, width: int | None) -> bool:
    """A short line without a final full stop or comma, standing before text that is longer or a list."""
    line = lines[number]
    words = line.text
    if len(words) > HEADING_LENGTH or not _opens_like_a_heading(words) or words[-1] in ".;," or DATE_LIKE.search(words):
        return False
    if is_label(words) or (SPEAKER.match(words) and SENTENCE_END.search(words)):
        return False
    if number + 1 >= len(lines):
        return False
    following = lines[number + 1]
    if number + 2 < len(lines) and line_date(following.text) and not line.row:
        following = following._replace(text=lines[number + 2].text)
    if width is not None and not (line.after_blank and following.after_blank):
        return False
    if DIVISION.match(words) and len(words) < HEADING_LENGTH / 2:
        return True
    if ITEM.match(following.text) or following.row:
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
        if following.after_blank or _is_item(lines, last + 1, width) or following.row:
            break
        if FIELD.match(first.text) and FIELD.match(following.text):
            break
        short = len(line.text) + line.indent < FULL * width
        if short and SENTENCE_END.search(line.text):
            break
        if last > number and following.indent >= line.indent + 2 and SENTENCE_END.search(line.text):
            break
        if last == number and following.indent >= first.indent + 2 and ITEM.match(first.text) is None and short:
            break
        last += 1
    return last
