"""`dragoman show`, `statements` and `search`: questions to a ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.codes import ExitCode
from dragoman.cli.options import (
    DEFAULT_LEDGER,
    EVERY,
    AsOfOption,
    FormatOption,
    KindOption,
    LedgerOption,
    LimitOption,
    OutputOption,
    limit_for,
)
from dragoman.cli.output import Format, answer, counted, note, show
from dragoman.errors import InvalidRecord
from dragoman.frames import STATEMENT_COLUMNS, Row

if TYPE_CHECKING:
    from dragoman.queries import Found, SearchHit, SearchPage


class Role(StrEnum):
    """How an actor takes part in a statement."""

    source = "source"
    target = "target"
    by = "by"
    any = "any"


SHOW_COLUMNS = (*STATEMENT_COLUMNS, "found_as")
ALIKE = 3  # things with the name in theirs that are told
HIT_COLUMNS = ("doc", "title", "publisher", "date", "start_char", "end_char", "passage", "statements")


def show_(
    names: Annotated[
        list[str], typer.Argument(metavar="NAME [NAME]", help="A country, organisation, person, body or instrument.")
    ],
    ledger: LedgerOption = DEFAULT_LEDGER,
    kind: KindOption = None,
    as_of: AsOfOption = None,
    limit: LimitOption = None,
    format_: FormatOption = Format.table,
    output: OutputOption = None,
) -> int:
    """Show what is said about a name, two names, or a thing.

    A name can be a code (SRB, NATO), a name in any language of the directory (Srbija, Kosovo), a person or body that
    the ledger has, or a thing such as "Individual Partnership Action Plan". What several passages say is one line.
    Facts that only name an organisation or body, and that it takes no part in, come last; for programs, `found_as`
    tells an actor's from a thing's.
    """
    if len(names) > 2:
        raise InvalidRecord(f"show takes one name or two, not {len(names)}; put a name of several words in quotes")
    from dragoman.actors.directory import directory
    from dragoman.cli import lines
    from dragoman.ledger import Ledger
    from dragoman.subjects import about, statements_about

    kinds, at_most = checked_kinds(kind), limit_for(limit, format_)
    with Ledger.open(ledger, create=False) as opened:
        known = directory()

        def table() -> None:
            profiles = about(opened, names, known, kinds=kinds, limit=at_most or EVERY, as_of=as_of)
            for nth, profile in enumerate(profiles):
                headings = [f"Named in: {names[0]}"] if nth else heading(profile.about)
                show(lines.profile_view(profile, headings))
                if not profile.facts_count:
                    note("No facts found.")
                if profile.related:
                    more = f" and {len(profile.related) - ALIKE} more" if len(profile.related) > ALIKE else ""
                    note(f"Not shown, with the name in theirs: {'; '.join(profile.related[:ALIKE])}{more}")
                if profile.cursor:
                    note(f"{counted(profile.facts_count - len(profile.facts), 'more fact')}; --limit 0 shows all")

        def rows() -> Iterator[Row]:
            found = statements_about(opened, names, known, kinds=kinds, as_of=as_of)
            return (one.as_row() | {"found_as": "thing" if thing else "actor"} for one, thing in islice(found, at_most))

        def heading(actors: tuple[str, ...]) -> list[str]:
            return [f"{known.actor(a).name} ({a})" if a in known else a for a in actors]

        answer(rows, SHOW_COLUMNS, table, format_, output)
    return ExitCode.DONE


def statements(
    ledger: LedgerOption = DEFAULT_LEDGER,
    kind: KindOption = None,
    stage: Annotated[
        list[str] | None, typer.Option("--stage", "-s", metavar="STAGE", help="Only at this stage.")
    ] = None,
    actor: Annotated[
        list[str] | None,
        typer.Option("--actor", "-a", metavar="NAME", help="Only with this actor; of several, with all of them."),
    ] = None,
    role: Annotated[
        Role | None, typer.Option("--role", help="How the actors take part.  [default: source or target]")
    ] = None,
    object_: Annotated[
        str | None, typer.Option("--object", metavar="WORDS", help="Only with these words in the object.")
    ] = None,
    text: Annotated[
        str | None, typer.Option("--text", metavar="WORDS", help="Only with these words in the passage.")
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Only what may have been since then; not the undated.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="Only what may have been until then; not the undated.")
    ] = None,
    doc: Annotated[
        str | None, typer.Option("--doc", metavar="NAME", help="Only from this document (name, path or URL).")
    ] = None,
    publisher: Annotated[
        str | None, typer.Option("--publisher", metavar="NAME", help="Only from this publisher.")
    ] = None,
    language: Annotated[
        str | None, typer.Option("--language", metavar="CODE", help="Only from documents in it.")
    ] = None,
    min_confidence: Annotated[
        float | None, typer.Option("--min-confidence", min=0, max=1, help="Only what was read at least so surely.")
    ] = None,
    as_of: AsOfOption = None,
    rejected: Annotated[bool, typer.Option("--rejected", help="With those that people rejected.")] = False,
    limit: LimitOption = None,
    format_: FormatOption = Format.table,
    output: OutputOption = None,
) -> int:
    """List statements.

    All conditions must hold. WORDS may hold "phrases" in quotation marks. Dates are 2016, 2016-03 or 2016-03-17.
    """
    from dragoman import queries
    from dragoman.actors.directory import directory
    from dragoman.cli import lines
    from dragoman.ledger import Ledger
    from dragoman.queries.resolving import settled
    from dragoman.subjects import code_of

    refuse_blank(object_, text)
    kinds = checked_kinds(kind)
    given = queries.Filter(
        kinds=kinds,
        stages=checked_stages(kinds, stage),
        actors=tuple(code_of(name, directory()) for name in actor or ()),
        role=role.value if role else None,
        object=object_,
        text=text,
        since=since,
        until=until,
        document=doc,
        publisher=publisher,
        language=language,
        min_confidence=min_confidence,
        as_of=as_of,
        include_rejected=rejected,
    )
    at_most = limit_for(limit, format_)
    with Ledger.open(ledger, create=False) as opened:
        asked = settled(opened, given)

        def found() -> Iterable[Found]:
            # A small answer need not be fetched by the thousand.
            if at_most is not None and at_most <= 1000:
                return queries.statements(opened, asked, limit=at_most).statements
            return islice(queries.every(opened, asked), at_most)

        def table() -> None:
            listed = list(found())
            show(lines.statement_table(listed))
            tell_rest(len(listed), at_most, lambda: queries.count(opened, asked), "statements")
            if left_out := queries.undated(opened, asked):
                note(f"{counted(left_out, 'statement')} without a date left out.")

        answer(lambda: (one.as_row() for one in found()), STATEMENT_COLUMNS, table, format_, output)
    return ExitCode.DONE


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help='These, "phrases" in quotes, begin* too.')],
    ledger: LedgerOption = DEFAULT_LEDGER,
    limit: LimitOption = None,
    retired: Annotated[bool, typer.Option("--retired", help="In earlier versions of documents too.")] = False,
    format_: FormatOption = Format.table,
    output: OutputOption = None,
) -> int:
    """Search the words of the documents.

    Shows the passages that have them all, or most of them where none has all, and what was read there. Letter case and
    diacritics do not matter. A phrase is in quotation marks of its own: '"follow the money"'.
    """
    from dragoman import queries
    from dragoman.cli import lines
    from dragoman.ledger import Ledger

    at_most = limit_for(limit, format_)
    text = " ".join(words)
    refuse_blank(text)
    with Ledger.open(ledger, create=False) as opened:

        def pages() -> Iterator[SearchPage]:
            cursor: str | None = None
            left = at_most
            while left is None or left > 0:
                page = queries.search(opened, text, limit=min(left or 200, 200), cursor=cursor, include_retired=retired)
                yield page
                left = None if left is None else left - len(page.hits)
                cursor = page.cursor
                if cursor is None:
                    return

        def table() -> None:
            told, *more = pages()
            listed = [hit for page in (told, *more) for hit in page.hits]
            show(lines.hit_table(listed))
            if told.words_found < told.words_asked:
                note(f"Not all words were found: these have {told.words_found} of {told.words_asked}.")
            tell_rest(len(listed), at_most, lambda: told.count, "passages")

        answer(lambda: (hit_row(hit) for page in pages() for hit in page.hits), HIT_COLUMNS, table, format_, output)
    return ExitCode.DONE


def hit_row(hit: SearchHit) -> Row:
    """One passage for a program."""
    return {
        "doc": hit.stem,
        "title": hit.title,
        "publisher": hit.publisher,
        "date": hit.published,
        "start_char": hit.start,
        "end_char": hit.end,
        "passage": hit.snippet,
        "statements": [found.id for found in hit.statements],
    }


def tell_rest(shown: int, at_most: int | None, count: Callable[[], int], what: str) -> None:
    """Below a table that was cut: how many more there are. Below an empty one: that there is nothing."""
    if not shown:
        note(f"No {what} found.")
    elif at_most is not None and shown >= at_most and (more := count() - shown) > 0:
        note(f"{counted(more, 'more ' + what.removesuffix('s'))}; --limit 0 shows all")


def refuse_blank(*queries: str | None) -> None:
    """Raises `InvalidRecord` for a query in words that has none."""
    from dragoman.ledger.folding import query_terms

    for query in queries:
        if query is not None and not query_terms(query):
            raise InvalidRecord(f"there is no word to look for in {query!r}")


def checked_kinds(kinds: list[str] | None) -> tuple[str, ...]:
    """Raises `InvalidRecord` for a kind that the codebook does not have."""
    from dragoman.queries.resolving import kind_called

    return tuple(map(kind_called, kinds or ()))


def checked_stages(kinds: tuple[str, ...], stages: list[str] | None) -> tuple[str, ...]:
    """Raises `InvalidRecord` for a stage that none of the kinds asked for has."""
    from dragoman.codebook import codebook

    known = codebook().kinds
    usable = {name for kind in kinds or known for name in known[kind].stages}
    for stage in stages or ():
        if stage not in usable:
            whose = f" of {', '.join(kinds)}" if kinds else ""
            raise InvalidRecord(f"stage {stage!r} is not one{whose}: {', '.join(sorted(usable))}")
    return tuple(stages or ())
