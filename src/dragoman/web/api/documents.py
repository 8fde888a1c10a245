"""Documents: a list, one with its text, the statements in it, its versions and what changed between two."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import PlainTextResponse, Response

from dragoman import queries
from dragoman.queries import Found
from dragoman.queries.comparing import differing
from dragoman.queries.inside import changes, document_state, earlier_version, page_in, versions_of
from dragoman.web.api.asking import Id, Name
from dragoman.web.api.etags import answer, tagged
from dragoman.web.api.models import (
    DocumentPage,
    Record,
    StatementOut,
    VersionOut,
    document_out,
    statement_out,
    version_out,
)
from dragoman.web.api.paging import Cursor, Limit, after, part, seal, unseal
from dragoman.web.state import ledger

router = APIRouter(prefix="/documents", tags=["documents"])


class BlockOut(Record):
    """A stretch of the text with one role in the layout: ``text[start:end]``."""

    start: int
    end: int
    kind: str
    level: int
    page: int | None
    paragraph: int | None


class KnownOut(Record):
    """A fact about the document and what it was taken from."""

    value: str | None
    evidence: str


class TextOut(Record):
    """One version of a document."""

    id: str
    doc: str
    title: KnownOut
    publisher: KnownOut
    publisher_actor: str | None
    date: KnownOut
    language: KnownOut
    url: str | None
    locator: str
    format: str
    reader: str | None
    not_read: str | None
    present: bool
    first_seen: str
    statements: int
    unlinked: int
    warnings: list[str]
    characters: int
    blocks: list[BlockOut]


class StatementsIn(Record):
    statements: list[StatementOut]
    next: str | None


class Versions(Record):
    versions: list[VersionOut]
    next: str | None


class ChangeOut(Record):
    """One statement in both versions, and the names of the fields in which it differs."""

    fields: list[str]
    before: StatementOut
    after: StatementOut


class RereadOut(Record):
    """What is read otherwise in words that both versions have; null where nothing of the kind was read."""

    before: StatementOut | None
    after: StatementOut | None


class ChangesOut(Record):
    """What one version says differently from another. Pages go through what appeared, then changed, then vanished, then
    was reread."""

    before: str
    after: str
    appeared: list[StatementOut]
    changed: list[ChangeOut]
    vanished: list[StatementOut]
    reread: list[RereadOut]
    stayed: int
    next: str | None


_Pair = tuple[Found | None, Found | None, bool]


def _place(pair: _Pair) -> tuple[int | str, ...]:
    """Where a pair of before and after stands in the list of changes: as `ChangesOut` orders them, then by place."""
    before, now, reread = pair
    stands = now or before
    section = 3 if reread else 0 if before is None else 2 if now is None else 1
    if stands is None:
        return (section,)
    return section, stands.statement.start, stands.statement.end, stands.id, before.id if before else ""


@router.get("", response_model=DocumentPage)
def documents(request: Request, limit: Limit = 100, cursor: Cursor = None) -> Response:
    """The present versions of all documents, by name."""
    lines, found = queries.documents(ledger(request), limit=limit, cursor=unseal(request, cursor))
    following = seal(request, found)
    told = DocumentPage(documents=[document_out(line) for line in lines], next=following)
    return answer(request, told, following=following)


@router.get("/{document_id}", response_model=TextOut)
def document(request: Request, document_id: Id) -> Response:
    """One version of a document: what is known about it and its layout; `/text` gives its text."""
    found, state = queries.document(ledger(request), document_id), document_state(ledger(request), document_id)
    same = ("publisher_actor", "url", "locator", "format")
    counted = ("reader", "not_read", "present", "first_seen", "statements", "unlinked")
    told = {name: getattr(found, name) for name in same} | {name: getattr(state, name) for name in counted}
    known = {n: KnownOut.model_validate(getattr(found, n)) for n in ("title", "publisher", "date", "language")}
    blocks = [BlockOut.model_validate(block) for block in found.blocks]
    more = {"warnings": list(found.warnings), "characters": len(found.text), "blocks": blocks}
    return answer(request, TextOut.model_validate({"id": document_id, "doc": found.stem} | told | known | more))


@router.get("/{document_id}/text", response_class=PlainTextResponse)
def text(request: Request, document_id: Id) -> Response:
    """The cleaned text, to which all offsets refer, in characters (code points)."""
    found = queries.document(ledger(request), document_id)
    return tagged(request, found.text.encode(), "text/plain; charset=utf-8")


@router.get("/{document_id}/statements", response_model=StatementsIn)
def statements_in(request: Request, document_id: Id, limit: Limit = 100, cursor: Cursor = None) -> Response:
    """The statements of this version, in the order of the text, at their offsets in it."""
    found = page_in(ledger(request), document_id, limit=limit, cursor=unseal(request, cursor))
    following = seal(request, found.cursor)
    told = StatementsIn(statements=[statement_out(one) for one in found.statements], next=following)
    return answer(request, told, following=following)


@router.get("/{document_id}/versions", response_model=Versions)
def versions(request: Request, document_id: Id, limit: Limit = 100, cursor: Cursor = None) -> Response:
    """All versions of the sources that this document is a version of, oldest first."""
    document_state(ledger(request), document_id)  # tells of an unknown id
    found, following = part(request, versions_of(ledger(request), document_id), limit, cursor)
    told = Versions(versions=[version_out(line) for line in found], next=following)
    return answer(request, told, following=following)


@router.get("/{document_id}/changes", response_model=ChangesOut)
def changed(
    request: Request, document_id: Id, since: Name | None = None, limit: Limit = 100, cursor: Cursor = None
) -> Response:
    """What this version says differently from the one with the id ``since``, by default the one before."""
    before = earlier_version(ledger(request), document_id, since)
    found = changes(ledger(request), before, document_id)
    pairs: list[_Pair] = [
        *((None, new, False) for new in found.appeared),
        *((gone, came, False) for gone, came in found.changed),
        *((gone, None, False) for gone in found.vanished),
        *((gone, came, True) for gone, came in found.reread),
    ]
    lines, following = after(request, pairs, limit, cursor, _place)
    really = [(a, b) for a, b, reread in lines if not reread]
    told = ChangesOut(
        before=before,
        after=document_id,
        appeared=[statement_out(b) for a, b in really if a is None and b],
        changed=[
            ChangeOut(fields=list(differing(a, b)), before=statement_out(a), after=statement_out(b))
            for a, b in really
            if a and b
        ],
        vanished=[statement_out(a) for a, b in really if b is None and a],
        reread=[
            RereadOut(before=statement_out(a) if a else None, after=statement_out(b) if b else None)
            for a, b, reread in lines
            if reread
        ],
        stayed=found.stayed,
        next=following,
    )
    return answer(request, told, following=following)
