"""Source -> documents: the bytes are read, their format found out, text, layout and facts put together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dragoman.documents.assemble import Piece, assemble, clean_characters
from dragoman.documents.dateline import is_label, line_date
from dragoman.documents.encoding import decode, looks_binary
from dragoman.documents.html import read_html
from dragoman.documents.language import language_of
from dragoman.documents.limits import Limits, OutOfTime, time_limit
from dragoman.documents.markdown import read_markdown
from dragoman.documents.metadata import Facts, SideFacts, around_title, read_side_file, side_facts, tidy, visible_date
from dragoman.documents.plain import blocks_of, is_title, undivided
from dragoman.documents.sources import Source, open_stream, printable, read_side, read_source
from dragoman.documents.table import HTML_ROW, BrokenRow, Row, read_json_lines, read_separated
from dragoman.errors import UnreadableDocument
from dragoman.records import UNKNOWN, Block, Document, Known, Skipped, digest

HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*){0,9}"
    rb"<(?:!doctype\s+html|html|head|body|div|p|h1|article|main|table|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)
JSON_LINE = re.compile(rb"\s*\{.{0,100000}?\"(?:text|body|content)\"\s*:", re.IGNORECASE | re.DOTALL)
OLE = b"\xd0\xcf\x11\xe0"
EMPTY = ("empty", "nothing to read in it; get it again or remove it")


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller says of all documents; beats everything that is found."""

    publisher: str | None = None
    date: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """What the reader of one format found."""

    text: str
    blocks: tuple[Block, ...]
    facts: Facts
    format: str
    warnings: tuple[str, ...] = ()


def open_source(
    source: Source, *, given: Given | None = None, limits: Limits | None = None
) -> Iterator[Document | Skipped]:
    """The documents of one source: one, or one a row of a table, or `Skipped` with the reason.

    Never raises, whatever the bytes are; time and memory are bounded by ``limits``.
    """
    given, limits = given or Given(), limits or Limits()
    try:
        if source.format in ("jsonl", "csv", "tsv"):
            yield from _rows(source, given, limits)
        else:
            with time_limit(limits.seconds):
                opened = _one(source, given, limits)
            yield from opened if isinstance(opened, list) else [opened]
    except OutOfTime:
        yield Skipped(
            source.locator,
            f"not read within {limits.seconds:g} seconds",
            "it is damaged or hostile; save it anew or split it",
        )
    except UnreadableDocument as error:
        yield Skipped(source.locator, error.reason, error.advice)
    except MemoryError:
        yield Skipped(source.locator, "does not fit into memory", "split it")
    except OSError as error:
        yield Skipped(
            source.locator,
            f"cannot be read ({(error.strerror or str(error))[:80]})",
            "check that it is there, whole and may be read",
        )
    except Exception as error:  # noqa: BLE001 - a damaged file makes parsers raise anything; it must not stop the others
        reason = f"damaged ({type(error).__name__}: {' '.join(str(error).split())[:100]})"
        yield Skipped(source.locator, reason, "open it in its own program and save it again")


def document_from_text(
    text: str,
    *,
    title: str | None = None,
    publisher: str | None = None,
    date: str | None = None,
    language: str | None = None,
    stem: str = "text",
    url: str | None = None,
) -> Document:
    """A document from a string in memory; its layout is read as of plain text. What is given is believed."""
    side = side_facts(
        {"title": title, "publisher": publisher, "date": date, "language": language, "url": url}, "the call"
    )
    return _document(stem, "memory", _plain(text, Limits()), side, "given", Given(), Limits())


def _one(source: Source, given: Given, limits: Limits) -> Document | Skipped | list[Document | Skipped]:
    data = read_source(source, limits)
    side_data = read_side(source, limits)
    side = read_side_file(side_data, "the side file") if side_data is not None else SideFacts()
    if not data.strip(b" \t\r\n\0"):
        return Skipped(source.locator, *EMPTY)
    form = sniff(data, source.format)
    if form == "jsonl" and source.data is not None:
        return list(_rows(source, given, limits))
    content = read_content(data, form, limits)
    if not content.text.strip():
        return Skipped(
            source.locator, "no text in it", "open it and look; a page that is built by scripts must be saved as shown"
        )
    return _located(source, _document(source.stem, source.locator, content, side, "side file", given, limits))


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
        return _assembled(page.pieces, page.facts, "html", page.warnings, limits)
    if form == "pdf":
        from dragoman.documents.pdf import read_pdf

        pdf = read_pdf(data, limits)
        facts = Facts(_own_title(pdf.title, "pdf title", pdf.pieces), UNKNOWN, _date_near(pdf.pieces), pdf.language)
        return _assembled(pdf.pieces, facts, "pdf", pdf.warnings, limits)
    if form == "docx":
        from dragoman.documents.docx import read_docx

        docx = read_docx(data, limits)
        publisher = Known(docx.publisher, "docx core property") if docx.publisher else UNKNOWN
        facts = Facts(
            _own_title(docx.title, "docx core property", docx.pieces), publisher, _date_near(docx.pieces), docx.language
        )
        return _assembled(docx.pieces, facts, "docx", docx.warnings, limits)
    decoded = decode(data)
    if form == "markdown":
        text, warnings = clean_characters(decoded.text)
        markdown = read_markdown(text)
        said = side_facts(markdown.fields, "the front matter")
        facts = Facts(
            Known(said.title, "front matter") if said.title else _own_title(None, "", markdown.pieces),
            Known(said.publisher, "front matter") if said.publisher else UNKNOWN,
            Known(said.date, "front matter") if said.date else _date_near(markdown.pieces),
            said.language,
            said.url,
        )
        return _assembled(markdown.pieces, facts, "markdown", (*decoded.warnings, *warnings, *said.warnings), limits)
    content = _plain(decoded.text, limits)
    return Content(content.text, content.blocks, content.facts, "text", (*decoded.warnings, *content.warnings))


def _assembled(pieces: Iterable[Piece], facts: Facts, form: str, warnings: tuple[str, ...], limits: Limits) -> Content:
    text, blocks, more = assemble(pieces, limits.text_characters)
    return Content(text, blocks, facts, form, (*warnings, *more))


def _plain(text: str, limits: Limits) -> Content:
    """Plain text kept as it is but for divided words; title from its first line, date from the lines below it."""
    text, warnings = clean_characters(text)
    if len(text) > limits.text_characters:
        text = text[: limits.text_characters]
        warnings = (*warnings, f"text cut after {limits.text_characters:,} characters")
    text = undivided(text)
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
    return Content(text, blocks, Facts(title, UNKNOWN, _date_near(top)), "text", warnings)


def _below_labels(pieces: Iterable[Piece]) -> Piece | None:
    """The first heading, where only labels and dates stand above it."""
    for piece in pieces:
        lines = piece.text.split("\n")
        if piece.kind in ("title", "heading") and is_title(piece.text):
            return piece
        if not all(is_label(line.strip()) or line_date(line) or line.isupper() for line in lines):
            return None
    return None


def _own_title(said: str | None, evidence: str, pieces: Iterable[Piece]) -> Known:
    """The title a file's properties give, where the text bears it out or has no title of its own."""
    top = [piece for _, piece in zip(range(12), pieces, strict=False)]
    own = next((piece for piece in top if piece.kind == "title"), None) or next(
        (piece for piece in top if piece.kind == "heading" and not is_label(piece.text)), None
    )
    if said and (own is None or any(said.casefold() in piece.text.casefold() for piece in top)):
        return Known(said, evidence)
    return Known(tidy(own.text), "first heading") if own else (Known(said, evidence) if said else UNKNOWN)


def _date_near(pieces: Iterable[Piece]) -> Known:
    return visible_date(around_title(pieces))


def _rows(source: Source, given: Given, limits: Limits) -> Iterator[Document | Skipped]:
    side = SideFacts()
    if (side_data := read_side(source, limits)) is not None:
        side = read_side_file(side_data, "the side file")
    form = source.format or "jsonl"
    good = broken = 0
    seen: set[int] = set()
    with open_stream(source, limits) as stream:
        rows = (
            read_json_lines(stream, limits)
            if form == "jsonl"
            else read_separated(stream, limits, "\t" if form == "tsv" else None)
        )
        for row in rows:
            place = f"{source.locator}#{_row_name(row, seen)}" if row.number else source.locator
            if isinstance(row, BrokenRow):
                yield Skipped(place, row.reason, row.advice)
                broken += 1
                if row.fatal:
                    return
                if not good and broken >= limits.broken_rows:
                    yield Skipped(
                        source.locator, f"given up after {broken} broken rows", "check that it is the table you mean"
                    )
                    return
                continue
            good += 1
            yield _row_document(source, place, row, side, given, limits)


def _row_name(row: Row | BrokenRow, seen: set[int]) -> str:
    """``id=`` and the row's id, so that rows keep their place when others are put before them; the number of a row
    that has none or one that was ``seen``. Of an id seen its digest is kept: tables can be long."""
    if isinstance(row, BrokenRow) or row.identifier is None:
        return str(row.number)
    key = int(digest([row.identifier]), 16)
    if key in seen:
        return str(row.number)
    seen.add(key)
    return "id=" + row.identifier.replace("#", "%23")


def _row_document(
    source: Source, place: str, row: Row, side: SideFacts, given: Given, limits: Limits
) -> Document | Skipped:
    if not row.text.strip():
        return Skipped(place, *EMPTY)
    form = source.format or "jsonl"
    if HTML_ROW.search(row.text[:20_000]):
        page = read_html(row.text.encode("utf-8", "replace"), limits, whole=True)
        content = _assembled(page.pieces, Facts(), form, page.warnings, limits)
    else:
        content = _plain(row.text, limits)
        content = Content(content.text, content.blocks, content.facts, form, content.warnings)
    own = row.facts
    facts = SideFacts(
        title=own.title or side.title,
        publisher=own.publisher or side.publisher,
        date=own.date or side.date,
        language=own.language or side.language,
        url=own.url or side.url,
        warnings=(*own.warnings, *side.warnings),
    )
    stem = row.identifier or f"{source.stem}#{row.number}"
    return _located(source, _document(stem, place, content, facts, f"row {row.number}", given, limits))


def _located(source: Source, document: Document) -> Document:
    """What came from standard input is found by its URL, if it has one: a page that changed and changed back is there
    once, as it is now."""
    if source.data is None or not document.url:
        return document
    return replace(document, locator=f"-:{printable(document.url)}")


def _document(
    stem: str, locator: str, content: Content, side: SideFacts, evidence: str, given: Given, limits: Limits
) -> Document:
    """Given beats side file beats what the document says of itself."""

    def known(forced: str | None, said: str | None, found: Known) -> Known:
        return Known(forced, "given") if forced else Known(said, evidence) if said else found

    title = known(None, side.title, content.facts.title)
    said = given.language or side.language
    language = Known(said, "given" if given.language else evidence) if said else UNKNOWN
    if not said:
        declared = content.facts.language
        language = language_of(content.text, declared=declared, title=title.value, blocks=content.blocks)
    return Document(
        stem=stem,
        text=content.text,
        title=title,
        publisher=known(given.publisher, side.publisher, content.facts.publisher),
        date=known(given.date, side.date, content.facts.date),
        language=language,
        url=side.url or content.facts.url,
        locator=locator,
        format=content.format,
        blocks=content.blocks,
        warnings=(*content.warnings, *side.warnings),
    )
