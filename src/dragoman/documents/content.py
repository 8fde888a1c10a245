"""The bytes of one document -> its text, layout and facts: the format by the first bytes, then that format's reader."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import dropwhile, islice, takewhile

from dragoman.datafiles import any_word, word_list
from dragoman.documents.assemble import Piece, assemble, clean_characters, tidy
from dragoman.documents.dateline import is_label, line_date
from dragoman.documents.encoding import decode, looks_binary
from dragoman.documents.html import read_html
from dragoman.documents.limits import Limits
from dragoman.documents.markdown import read_markdown
from dragoman.documents.metadata import OF_A_NAME, SIGNING, Facts, around_title, is_office, signed_date, visible_date
from dragoman.documents.plain import (
    DIVISION,
    FIELD,
    GAP,
    MAIL_FIELD,
    SENDER,
    WITHIN_TITLES,
    blocks_of,
    is_one_title,
    is_title,
    undivided,
    unquoted,
)
from dragoman.documents.side_facts import side_facts
from dragoman.errors import UnreadableDocument
from dragoman.records import UNKNOWN, Block, Known

HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*){0,9}"
    rb"<(?:!doctype\s+html|html|head|body|div|p|h1|article|main|table|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)
STATE_FORMS = frozenset(word_list("layout.yml", "state_forms"))
LETTERHEAD_WORDS = 12
ADDRESS_LINE = re.compile(rf"(?i){any_word(word_list('layout.yml', 'address_lines'))}(?!\w)")
TOP = 12
"""Pieces among which the title and the letterhead are looked for."""
SENDING_OFFICES = frozenset(word_list("layout.yml", "sending_offices"))
JSON_LINE = re.compile(rb"\s*\{\s*[\"}]")
OLE = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Content:
    """What the reader of one format found."""

    text: str
    blocks: tuple[Block, ...]
    facts: Facts
    format: str
    warnings: tuple[str, ...] = ()


def sniff(data: bytes, said: str) -> str:
    """The format of ``data``: what its first bytes show, else what its name says.

    Raises `UnreadableDocument` (without locator) for formats that are not read.
    """
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"%PDF-") or (said == "pdf" and b"%PDF-" in data[:4096]):
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        if said != "docx" and b"word/" not in data:
            raise UnreadableDocument(
                "", "a zip archive under another name", "name it .zip, or unpack it and give the folder"
            )
        return "docx"
    if head.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:  # a .docx with a password is a package within an OLE file
            raise UnreadableDocument("", "encrypted", "remove the password and save it again")
        raise UnreadableDocument("", "an old Office file (.doc)", "save it as .docx or .pdf")
    if said in ("pdf", "docx"):
        raise UnreadableDocument(
            "",
            f"not a {said.upper()} file in spite of its name",
            "check how it was saved; the download may have failed",
        )
    if head.startswith(b"{\\rtf"):
        raise UnreadableDocument("", "rich text (.rtf)", "save it as .docx or .pdf")
    if looks_binary(data):
        raise UnreadableDocument(
            "", "binary data, not text", "only HTML, PDF, DOCX, text, Markdown, JSON lines and CSV are read"
        )
    if said in ("html", "markdown"):
        return said
    if HTML_START.match(_ascii(head)):
        return "html"
    if JSON_LINE.match(_ascii(head)) and not said:
        return "jsonl"
    if said == "text" or not said:
        return "text"
    raise UnreadableDocument(
        "", f"format {said} is not read", "only HTML, PDF, DOCX, text, Markdown, JSON lines and CSV are read"
    )


def _ascii(head: bytes) -> bytes:
    """UTF-16 made comparable with ASCII patterns."""
    return head.replace(b"\0", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")


def read_content(data: bytes, form: str, limits: Limits) -> Content:
    """Text, blocks and facts of one document in a known format. Raises what the format's reader raises."""
    if form == "html":
        if len(data) > limits.markup_bytes:
            reason = f"{len(data) / 1e6:,.0f} MB of HTML, over the limit of {limits.markup_bytes / 1e6:,.0f} MB"
            raise UnreadableDocument("", reason, "split it, or save its text alone")
        page = read_html(data, limits)
        return assembled(page.pieces, page.facts, "html", page.warnings, limits)
    if form == "pdf":
        from dragoman.documents.pdf import read_pdf

        pdf = read_pdf(data, limits)
        title, publisher = _titled(own_title(pdf.title, "pdf title", pdf.pieces), UNKNOWN, pdf.pieces)
        facts = Facts(title, publisher, _date_near(pdf.pieces), pdf.language)
        return assembled(pdf.pieces, facts, "pdf", pdf.warnings, limits)
    if form == "docx":
        from dragoman.documents.docx import read_docx

        docx = read_docx(data, limits)
        publisher = Known(docx.publisher, "docx core property") if docx.publisher else UNKNOWN
        title = own_title(docx.title, "docx core property", docx.pieces)
        title, publisher = _titled(title, publisher, docx.pieces)
        facts = Facts(title, publisher, _date_near(docx.pieces), docx.language)
        return assembled(docx.pieces, facts, "docx", docx.warnings, limits)
    decoded = decode(data)
    if form == "markdown":
        text, warnings = clean_characters(decoded.text)
        markdown = read_markdown(text)
        said = side_facts(markdown.fields, "the front matter")
        facts = Facts(
            Known(said.title, "front matter") if said.title else own_title(None, "", markdown.pieces),
            Known(said.publisher, "front matter") if said.publisher else UNKNOWN,
            Known(said.date, "front matter") if said.date else _date_near(markdown.pieces),
            said.language,
            said.url,
        )
        return assembled(markdown.pieces, facts, "markdown", (*decoded.warnings, *warnings, *said.warnings), limits)
    content = read_plain(decoded.text, limits)
    return Content(content.text, content.blocks, content.facts, "text", (*decoded.warnings, *content.warnings))


def assembled(pieces: Iterable[Piece], facts: Facts, form: str, warnings: tuple[str, ...], limits: Limits) -> Content:
    text, blocks, more = assemble(pieces, limits.text_characters)
    return Content(text, blocks, facts, form, (*warnings, *more))


def read_plain(text: str, limits: Limits) -> Content:
    """Plain text kept as it is but for divided words and marks of quoting; title from its first line, date from the
    lines below it."""
    text, warnings = clean_characters(text)
    if len(text) > limits.text_characters:
        text = text[: limits.text_characters]
        warnings = (*warnings, f"text cut after {limits.text_characters:,} characters")
    text = undivided(unquoted(text))
    blocks = blocks_of(text)
    top = [Piece(block.kind, text[block.start : block.end]) for block in blocks[:8]]
    title = UNKNOWN
    said = next((block for block in blocks if block.kind == "title"), None)
    if said and said is not blocks[0]:  # the subject of a mail, below other lines of its head
        title = Known(tidy(text[said.start : said.end]), "subject")
    elif top and top[0].kind in ("title", "heading") and is_title(top[0].text):
        title = Known(tidy(top[0].text), "first line")
    elif (own := _below_labels(top)) is not None:
        title = Known(tidy(own.text), "first heading")
    title, publisher = _titled(title, _sender(top), top)
    end = [Piece(block.kind, text[block.start : block.end]) for block in blocks[8:][-SIGNING:]]
    return Content(text, blocks, Facts(title, publisher, _date_near([*top, *end])), "text", warnings)


def _sender(pieces: Iterable[Piece]) -> Known:
    """The office that a mail or memorandum says near its top that it is from; persons are no publishers."""
    for piece in pieces:
        parts = match["name"].split(",") if (match := SENDER.fullmatch(piece.text)) else []
        while parts and not is_office(parts[0]) and SENDING_OFFICES.isdisjoint(parts[0].lower().split()):
            parts.pop(0)  # "Jo Lind, Embassy of Peru"
        if parts:
            return Known(tidy(",".join(parts)), "sender")
    return UNKNOWN


def _titled(title: Known, publisher: Known, pieces: Sequence[Piece]) -> tuple[Known, Known]:
    """Title and publisher of a paper, by its letterhead where no publisher is known."""
    head = None if publisher.value else _letterhead(pieces[:TOP])
    if head is None:
        return title, publisher
    return Known(tidy(head[1]), "below the letterhead") if head[1] else title, head[0]


def _letterhead(pieces: Sequence[Piece]) -> tuple[Known, str] | None:
    """The office whose letterhead a paper begins with, and the title that stands below it and below what kind of paper
    it is, empty without: "REPUBLIC OF CHAD", "MINISTRY OF TRADE", "PRESS RELEASE", "Talks with Peru". One line alone
    may be the title itself."""
    labels = list(takewhile(lambda piece: is_label(piece.text), pieces))
    pieces = pieces[len(labels) :]
    lines = list(takewhile(_of_a_letterhead, (line for piece in pieces for line in piece.text.split("\n"))))
    offices = [line for line in lines if is_office(_head_of(line))]
    below = [piece for piece in pieces if piece.text.partition("\n")[0] not in lines]
    labelled = bool(labels) or (bool(below) and is_label(below[0].text))
    # "Kingdom of Chad Signs Accord" above an office is a title
    stated = any(_is_state(line) and (line.isupper() or line not in lines[:1]) for line in lines)
    if not offices or not (labelled or stated):
        return None
    below = list(dropwhile(_stands_between, below))
    title: list[str] = []
    for piece in below:
        own = not title or is_one_title(title[-1], piece.text)
        if piece.kind not in ("heading", "paragraph") or not is_title(piece.text) or not own:
            break
        title.append(piece.text)
    named = (GAP.split(line)[0] for line in dict.fromkeys([*offices, *lines]))
    return Known(tidy(", ".join(named)), "letterhead"), " ".join(title)


def _stands_between(piece: Piece) -> bool:
    """Whether a piece between letterhead and title only says what paper it is, of which day, or where its office is."""
    address = ADDRESS_LINE.match(piece.text) or MAIL_FIELD.match(piece.text)
    return address is not None or is_label(piece.text) or line_date(piece.text) is not None


def _of_a_letterhead(line: str) -> bool:
    """Whether a line, as far as its first wide gap, is nothing but the name of a state or an office."""
    words = GAP.split(line)[0].split()
    named = _is_state(line) or is_office(_head_of(line))
    return named and len(words) <= LETTERHEAD_WORDS and all(map(OF_A_NAME.match, words))


def _is_state(line: str) -> bool:
    return _head_of(line) in STATE_FORMS


def _head_of(line: str) -> str:
    """The noun of a name, in lower case: "ministry" of "The Foreign Ministry of Chad"."""
    words = GAP.split(line)[0].partition(",")[0].lower().removeprefix("the ").split()
    return next(iter(list(takewhile(lambda word: word not in WITHIN_TITLES, words))[-1:]), "")


def _below_labels(pieces: Iterable[Piece]) -> Piece | None:
    """The first heading, where only labels, dates and lines in capitals stand above it; without one the first of
    those lines."""
    capitals = None
    for piece in pieces:
        lines = piece.text.split("\n")
        if piece.kind in ("title", "heading") and is_title(piece.text) and not (capitals and FIELD.match(piece.text)):
            return piece
        if not all(is_label(line.strip()) or line_date(line) or line.isupper() for line in lines):
            break
        if capitals is None and piece.text.isupper() and is_title(piece.text) and not line_date(piece.text):
            capitals = piece
    return capitals


def own_title(said: str | None, evidence: str, pieces: Iterable[Piece]) -> Known:
    """The title a file's properties give, where the text bears it out or has no title of its own."""
    top = list(islice(pieces, TOP))
    named = [piece for piece in top if not is_label(piece.text) and not DIVISION.match(piece.text)]
    headings = [piece for piece in named if piece.kind == "heading"]
    capitals = [piece for piece in named[:1] if piece.text.isupper() and is_title(piece.text)]  # over several lines
    titles = [piece for piece in top if piece.kind == "title"]
    own = next(iter(titles or sorted(headings, key=lambda piece: piece.level) or capitals), None)
    if said and (own is None or any(said.casefold() in piece.text.casefold() for piece in top)):
        return Known(said, evidence)
    return Known(tidy(own.text), "first heading") if own else (Known(said, evidence) if said else UNKNOWN)


def _date_near(pieces: Sequence[Piece]) -> Known:
    near = visible_date(around_title(pieces))
    return near if near.value else signed_date(pieces)
