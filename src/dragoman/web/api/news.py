"""What the ledger covers, and what was added last: the first page for programs."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from dragoman.queries.news import coverage, newest_documents, newest_statements
from dragoman.web.api.etags import answer
from dragoman.web.api.models import Record, StatementPage, statement_out
from dragoman.web.api.paging import Cursor, Limit, beyond, unseal
from dragoman.web.pictures.kept import kept
from dragoman.web.state import ledger

router = APIRouter(tags=["news"])


class KindOfStatements(Record):
    kind: str
    statements: int


class PublisherCount(Record):
    publisher: str
    documents: int


class LanguageCount(Record):
    language: str
    documents: int


class CoverageOut(Record):
    """``publishers`` and ``languages`` count versions of documents; ``sources`` are places that have a present one."""

    statements: int
    kinds: list[KindOfStatements]
    sources: int
    publishers: list[PublisherCount]
    languages: list[LanguageCount]
    decisions: int
    skipped: int


class NewDocumentOut(Record):
    id: str
    doc: str
    title: str | None
    publisher: str | None
    date: str | None
    first_seen: str
    statements: int


class NewDocumentPage(Record):
    documents: list[NewDocumentOut]
    next: str | None


@router.get("/coverage", response_model=CoverageOut)
def covered(request: Request, limit: Limit = 100) -> Response:
    """Statements by kind, and the publishers and languages with most documents."""
    asked = ledger(request)
    found = kept(request, ("coverage", limit), lambda: coverage(asked, listed=limit))
    told = CoverageOut(
        statements=found.statements,
        kinds=[KindOfStatements(kind=kind, statements=n) for kind, n in found.kinds],
        sources=found.sources,
        publishers=[PublisherCount(publisher=name, documents=n) for name, n in found.publishers],
        languages=[LanguageCount(language=name, documents=n) for name, n in found.languages],
        decisions=found.decisions,
        skipped=found.skipped,
    )
    return answer(request, told)


@router.get("/new/documents", response_model=NewDocumentPage)
def documents(request: Request, limit: Limit = 100, cursor: Cursor = None) -> Response:
    """Present documents, last added first."""
    found = newest_documents(ledger(request), limit=limit + 1, before=unseal(request, cursor))
    shown, following = beyond(request, found, limit, lambda document: document.document_id)
    shared = NewDocumentOut.model_fields.keys() - {"id", "doc"}
    lines = [
        NewDocumentOut.model_validate({n: getattr(d, n) for n in shared} | {"id": d.document_id, "doc": d.stem})
        for d in shown
    ]
    return answer(request, NewDocumentPage(documents=lines, next=following), following=following)


@router.get("/new/statements", response_model=StatementPage)
def statements(request: Request, limit: Limit = 100, cursor: Cursor = None) -> Response:
    """Statements, last added first."""
    found = newest_statements(ledger(request), limit=limit + 1, before=unseal(request, cursor))
    shown, following = beyond(request, found, limit, lambda statement: statement.id)
    told = StatementPage(statements=[statement_out(one) for one in shown], next=following)
    return answer(request, told, following=following)
