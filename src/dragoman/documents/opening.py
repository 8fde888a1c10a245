"""Source -> documents: the bytes are read, their format found out, text, layout and facts put together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from dragoman.documents.content import Content, assembled, own_title, read_content, read_plain, sniff
from dragoman.documents.html import read_html
from dragoman.documents.language import language_of
from dragoman.documents.limits import Limits, OutOfTime, time_limit
from dragoman.documents.metadata import Facts
from dragoman.documents.rows import EMPTY, HTML_ROW, TableRow, is_table, table_rows, told_apart
from dragoman.documents.side_facts import SideFacts, read_side_file, side_facts
from dragoman.documents.sources import Source, printable
from dragoman.documents.streams import read_side, read_source
from dragoman.errors import UnreadableDocument
from dragoman.records import UNKNOWN, Document, Known, Skipped

T = TypeVar("T")
NO_DOCUMENT = (
    "JSON, not a document",
    "a side file needs its document beside it, under the same name; a table has one object a line and is named .jsonl",
)


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

    Never raises, whatever the bytes are; time and memory for a document are bounded by ``limits``.
    """
    given, limits, source = given or Given(), limits or Limits(), told_apart(source)
    if not is_table(source):
        yield _in_time(source.locator, limits, lambda: _one(source, given, limits))
        return
    for row in rows_of(source, limits):
        yield row if isinstance(row, Skipped) else open_row(row, given=given, limits=limits)


def rows_of(source: Source, limits: Limits) -> Iterator[TableRow | Skipped]:
    """The rows of a table, to be opened (elsewhere: they can be pickled). Never raises."""
    rows = table_rows(source, limits)
    while True:
        row = _guarded(source.locator, lambda: next(rows, None))
        if row is None:
            return
        yield row


def open_row(row: TableRow, *, given: Given | None = None, limits: Limits | None = None) -> Document | Skipped:
    """The document of one row. Never raises; time and memory are bounded by ``limits``."""
    given, limits = given or Given(), limits or Limits()
    return _in_time(row.locator, limits, lambda: _of_a_row(row, given, limits))


def _in_time(locator: str, limits: Limits, work: Callable[[], T]) -> T | Skipped:
    """`_guarded`, within the time of ``limits``."""
    try:
        with time_limit(limits.seconds):
            return _guarded(locator, work)
    except OutOfTime:
        reason = f"not read within {limits.seconds:g} seconds"
        return Skipped(locator, reason, "it is damaged or hostile; save it anew or split it")


def _guarded(locator: str, work: Callable[[], T]) -> T | Skipped:
    """What ``work`` gives; `Skipped` for whatever it raises."""
    try:
        return work()
    except UnreadableDocument as error:
        return Skipped(locator, error.reason, error.advice)
    except MemoryError:
        return Skipped(locator, "does not fit into memory", "split it")
    except OSError as error:
        reason = f"cannot be read ({(error.strerror or str(error))[:80]})"
        return Skipped(locator, reason, "check that it is there, whole and may be read")
    except Exception as error:  # noqa: BLE001 - a damaged file makes parsers raise anything; it must not stop the others
        reason = f"damaged ({type(error).__name__}: {' '.join(str(error).split())[:100]})"
        return Skipped(locator, reason, "open it in its own program and save it again")


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
    return _document(stem, "memory", read_plain(text, Limits()), side, "given", Given())


def _one(source: Source, given: Given, limits: Limits) -> Document | Skipped:
    data = read_source(source, limits)
    side_data = read_side(source, limits)
    side = read_side_file(side_data, "the side file") if side_data is not None else SideFacts()
    if not data.strip(b" \t\r\n\0"):
        return Skipped(source.locator, *EMPTY)
    if (source.member or source.path).lower().removesuffix(".gz").endswith(".json"):
        return Skipped(source.locator, *NO_DOCUMENT)
    content = read_content(data, sniff(data, source.format), limits)
    if not content.text.strip():
        return Skipped(
            source.locator, "no text in it", "open it and look; a page that is built by scripts must be saved as shown"
        )
    document = _document(source.stem, source.locator, content, side, "side file", given)
    if source.data is not None and document.url:  # as a row of what came on standard input is
        return replace(document, locator=f"-:{printable(document.url)}")
    return document


def _of_a_row(row: TableRow, given: Given, limits: Limits) -> Document:
    if HTML_ROW.search(row.text[:20_000]):
        page = read_html(row.text.encode("utf-8", "replace"), limits, whole=True)
        facts = Facts(title=own_title(None, "", page.pieces))
        content = assembled(page.pieces, facts, row.format, page.warnings, limits)
    else:
        content = replace(read_plain(row.text, limits), format=row.format)
    return _document(row.stem, row.locator, content, row.facts, f"row {row.number}", given)


def _document(stem: str, locator: str, content: Content, side: SideFacts, evidence: str, given: Given) -> Document:
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
