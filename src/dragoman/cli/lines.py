"""Statements and facts as lines for people. Every line shows its passage and its document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from dragoman.amounts import in_signs
from dragoman.cli.output import counted, plain, styled
from dragoman.queries import FactLine, Found, Profile, SearchHit
from dragoman.records import Statement

LONGEST_PASSAGE = 400
OTHER_DOCUMENTS = 3


def dates(statement: Statement) -> str:
    """``2013``, ``1999 –``, ``2013 – 2017-05-31``, ``– 2017``; empty where there is none."""
    if statement.end_date:
        return f"{statement.date or ''} – {statement.end_date}".strip()
    return statement.date or ""


def parties(statement: Statement) -> str:
    """``SRB → NATO``: who, and with or to whom."""
    source, target = ", ".join(statement.source), ", ".join(statement.target)
    return f"{source} → {target}" if target else source


def says(found: Found) -> Text:
    """What a statement says: kind and stage, parties, object, values, speaker, and what people decided on it."""
    statement = found.statement
    text = styled(f"{statement.kind}: {statement.stage}", "bold")
    if statement.source or statement.target:
        text.append("\n").append_text(styled(parties(statement), "cyan"))
    if statement.object:
        text.append("\n").append_text(styled(statement.object))
    if statement.value:
        text.append("\n").append_text(styled("; ".join(in_signs(v) for v in statement.value), "green"))
    if statement.by:
        text.append("\n").append_text(styled(f"according to {', '.join(statement.by)}", "dim"))
    if found.status:
        text.append("\n").append_text(styled(f"[{found.status}]", "yellow"))
    return text


def passage(found: Found, *, others: str = "") -> Text:
    """The quote, then where it stands: document, publisher and date, the statement's id."""
    quote = plain(found.statement.quote)
    if len(quote) > LONGEST_PASSAGE:
        quote = quote[: LONGEST_PASSAGE - 1].rstrip() + "…"
    about = [found.statement.doc, found.publisher, found.published]
    where = ", ".join(dict.fromkeys(part for part in about if part))
    return Text.assemble(f"“{quote}”", "\n", styled(where, "dim"), styled(f"  {found.id}", "dim"), Text(others, "dim"))


def statement_table(found: Iterable[Found]) -> Table:
    """A table with a line a statement."""
    table = _table()
    for one in found:
        table.add_row(styled(dates(one.statement)), says(one), passage(one))
    return table


def fact_table(facts: Iterable[FactLine]) -> Table:
    """A table with a line a fact: its fullest statement, and in how many other passages it stands."""
    table = _table()
    for fact in facts:
        table.add_row(styled(dates(fact.best.statement)), says(fact.best), passage(fact.best, others=_others(fact)))
    return table


def profile_view(profile: Profile, headings: Sequence[str]) -> RenderableType:
    """What the ledger holds about somebody or something."""
    counts = ", ".join(f"{kind} {count}" for kind, count in profile.kinds)
    head = Text.assemble(
        styled(" – ".join(headings), "bold"),
        f"   {counted(profile.facts_count, 'fact')}",
        styled(f": {counts}" if counts else "", "dim"),
    )
    return Group(head, fact_table(profile.facts)) if profile.facts else head


def hit_table(hits: Iterable[SearchHit]) -> Table:
    """A table with a line a passage, and what was read in it."""
    table = _table("Published", "Read there", "Passage and document")
    for hit in hits:
        read = [f"{s.statement.kind}: {s.statement.stage}, {parties(s.statement)}  {s.id}" for s in hit.statements]
        where = ", ".join(dict.fromkeys(part for part in (hit.stem, hit.title, hit.publisher) if part))
        found = Text.assemble(f"“{plain(hit.snippet)}”", "\n", styled(where, "dim"))
        table.add_row(styled(hit.published or ""), styled_lines(read), found)
    return table


def styled_lines(parts: Sequence[str]) -> Text:
    """One line each, safe."""
    return Text("\n").join(styled(part) for part in parts)


def _others(fact: FactLine) -> str:
    if fact.count < 2:
        return ""
    doc = fact.best.statement.doc
    elsewhere = {
        s.document_id: s.statement.doc if s.statement.doc != doc else f"{doc} ({s.publisher or s.locator})"
        for s in fact.statements
        if s.document_id != fact.best.document_id
    }
    names = list(dict.fromkeys(elsewhere.values()))[:OTHER_DOCUMENTS]
    more = fact.documents - 1 - len(names)
    docs = plain(", ".join(names))
    if more > 0:
        docs = f"{docs} and {more} more" if docs else counted(more, "other document")
    return f"\nsaid in {fact.count} passages" + (f", also in {docs}" if docs else "")


def _table(*columns: str) -> Table:
    first, second, third = columns or ("When", "Statement", "Passage and document")
    table = Table(box=None, show_edge=False, pad_edge=False, padding=(0, 2, 1, 0))
    table.add_column(first, min_width=4, max_width=12)
    table.add_column(second, ratio=2, overflow="fold")
    table.add_column(third, ratio=3, overflow="fold")
    return table
