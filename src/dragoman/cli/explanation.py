"""An explanation as a page for people: the statement, why it was read, where, what was decided, who else says it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from rich.console import Group
from rich.text import Text

from dragoman.amounts import as_found, in_signs
from dragoman.cli.lines import dates, parties
from dragoman.cli.output import counted, plain, styled
from dragoman.frames import Row
from dragoman.queries import Decision, Explanation
from dragoman.records import Block, Document

CONTEXT = 160
FACTS = ("title", "publisher", "date", "language")


def explanation_view(explained: Explanation) -> Group:
    """The page."""
    parts = [*_statement(explained), *_reading(explained), *_decisions(explained), *_group(explained)]
    return Group(*parts)


def explanation_row(explained: Explanation) -> Row:
    """The same for a program: the statement's row, its document, how it was read, decisions, and who else says it."""
    found, document = explained.found, explained.document
    about = ("document_id", "title", "publisher", "published", "url", "locator", "status", "retired", "original")
    return (
        found.as_row()
        | {name: getattr(found, name) for name in about}
        | {
            "publisher_actor": document.publisher_actor,
            **{f"{name}_evidence": getattr(document, name).evidence for name in FACTS},
            "presences": [asdict(presence) for presence in explained.presences],
            "decisions": [asdict(decision) for decision in explained.decisions],
            "others": [other.as_row() for other in explained.group if other.id != found.id],
            "others_count": max(0, explained.group_count - 1),
        }
    )


def _statement(explained: Explanation) -> Iterator[Text]:
    found = explained.found
    statement = found.statement
    yield Text.assemble(
        styled(f"{statement.kind}: {statement.stage}", "bold"), "   ", styled(parties(statement), "cyan")
    )
    fields = [
        ("object", statement.object),
        ("date", dates(statement)),
        ("value", "; ".join(in_signs(v) for v in statement.value or ())),
        ("by", ", ".join(statement.by)),
        ("event", statement.event),
        ("id", found.id),
        ("status", found.status or ("retired: no present document says it" if found.retired else None)),
    ]
    yield from (_field(name, value) for name, value in fields if value)
    if found.original is not None:
        changed = {k: v for k, v in found.original.items() if found.contract().get(k) != v}
        yield _field("as read", _fields(changed))
    yield Text("")
    yield _passage(explained)
    about = (found.title, found.publisher, found.published, found.locator, place(explained))
    yield styled(", ".join(dict.fromkeys(part for part in about if part)), "dim")
    yield styled(where_found(explained.document), "dim")


def where_found(document: Document) -> str:
    """Where a document's date, publisher, title and language were found: "dated 2019-07-10, time element; ..."."""
    publisher = document.publisher.value and (document.publisher_actor or document.publisher.value)
    facts = (
        (f"dated {document.date.value}" if document.date.value else "date", document.date),
        (f"published by {publisher}" if publisher else "publisher", document.publisher),
        ("title", document.title),
        (f"language {document.language.value or ''}".rstrip(), document.language),
    )
    return "; ".join(
        f"{name}, {known.evidence}" if known.value else f"{name} {known.evidence}" for name, known in facts
    )


def _passage(explained: Explanation) -> Text:
    """The quote in bold within its surroundings."""
    text, statement = explained.document.text, explained.found.statement
    before = text[max(0, statement.start - CONTEXT) : statement.start]
    after = text[statement.end : statement.end + CONTEXT]
    lead = "… " if statement.start > CONTEXT else ""
    tail = " …" if statement.end + CONTEXT < len(text) else ""
    return Text.assemble(
        styled(lead + before, "dim"), styled(text[statement.start : statement.end], "bold"), styled(after + tail, "dim")
    )


def place(explained: Explanation) -> str | None:
    """Page (PDF) or paragraph of the original, with the offsets into the cleaned text."""
    statement = explained.found.statement
    block = block_at(explained.document.blocks, statement.start)
    where = f"characters {statement.start}–{statement.end}"
    if block is None:
        return where
    if block.page is not None:
        return f"page {block.page}, {where}"
    return f"paragraph {block.paragraph + 1}, {where}" if block.paragraph is not None else where


def block_at(blocks: tuple[Block, ...], position: int) -> Block | None:
    return next((block for block in blocks if block.start <= position < block.end), None)


def _reading(explained: Explanation) -> Iterator[Text]:
    text = explained.document.text
    for presence in explained.presences:
        yield Text("")
        state = "" if presence.present else f", gone since {presence.retired_at or 'the document changed'}"
        yield _heading(
            f"Read by {presence.reader}, rule {presence.rule or '-'}, confidence {presence.confidence:.2f}{state}"
        )
        if presence.reason:
            yield styled(presence.reason)
        if presence.document_id != explained.document.id:
            yield styled(f"in another version or document: {presence.stem}, {presence.locator}", "dim")
            continue
        for one in presence.evidence:
            words = plain(text[one.start : one.end])
            value = as_found(one.value) if one.role == "value" else one.value
            yield Text.assemble(
                styled(f"  {one.role}: {value}" if value else f"  {one.role}"),
                styled(f"  from “{words[:200]}” ({one.how}, {one.start}–{one.end})", "dim"),
            )


def _decisions(explained: Explanation) -> Iterator[Text]:
    if explained.decisions:
        yield Text("")
        yield _heading("Decisions")
    yield from (styled(decision_line(decision)) for decision in explained.decisions)


def decision_line(decision: Decision) -> str:
    """One decision as a line: number, when, who, what, why."""
    what = decision.action
    if decision.fields:
        what += f" ({_fields(decision.fields)})"
    if decision.into:
        what += f" {decision.actor} into {decision.into}"
    if decision.undoes is not None:
        what += f" of {decision.undoes}"
    undone = " [undone]" if decision.undone else ""
    why = f": {decision.why}" if decision.why else ""
    return f"{decision.number}  {decision.at}  {decision.who}  {what}{why}{undone}"


def _fields(fields: Mapping[str, Any]) -> str:
    """The contract's fields as a line: "stage: signed, value: ≈ 200 soldiers"."""
    return ", ".join(f"{name}: {_said(value)}" for name, value in fields.items())


def _said(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(in_signs(one) if isinstance(one, Mapping) else one for one in value) or "nothing"
    return "nothing" if value is None else str(value)


def _group(explained: Explanation) -> Iterator[Text]:
    others = [found for found in explained.group if found.id != explained.found.id]
    if not others:
        return
    yield Text("")
    yield _heading(f"Said again in {counted(explained.group_count - 1, 'other passage')}")
    for found in others[:10]:
        yield Text.assemble(
            styled(f"  “{found.statement.quote[:200]}”"),
            styled(f"  {found.statement.doc}, {found.published or 'undated'}, {found.id}", "dim"),
        )


def _heading(text: str) -> Text:
    return styled(text, "bold")


def _field(name: str, value: str | None) -> Text:
    return Text.assemble(styled(f"{name:>9}  ", "dim"), styled(value or ""))
