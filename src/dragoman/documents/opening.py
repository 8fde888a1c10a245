"""Source -> documents: the bytes are read, their format found out, text, layout and facts put together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.documents.content import Content, assembled, read_content, read_plain, sniff
from dragoman.documents.html import read_html
from dragoman.documents.language import language_of
from dragoman.documents.limits import Limits, OutOfTime, time_limit
from dragoman.documents.metadata import Facts
from dragoman.documents.side_facts import SideFacts, read_side_file, side_facts
from dragoman.documents.sources import Source, printable
from dragoman.documents.streams import open_stream, read_side, read_source
from dragoman.documents.table import HTML_ROW, BrokenRow, Row, read_json_lines, read_separated
from dragoman.errors import UnreadableDocument
from dragoman.records import UNKNOWN, Document, Known, Skipped, digest

EMPTY = ("empty", "nothing to read in it; get it again or remove it")


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller says of all documents; beats everything that is found."""

    publisher: str | None = None
    date: str | None = None
    language: str | None = None


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
    return _document(stem, "memory", read_plain(text, Limits()), side, "given", Given(), Limits())


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
        content = assembled(page.pieces, Facts(), form, page.warnings, limits)
    else:
        content = read_plain(row.text, limits)
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
