"""Statements: by filter, one with all that is known about it, and as a citation."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from dragoman import queries
from dragoman.web.api.annotations import MEDIA_TYPE, Annotation, annotation
from dragoman.web.api.asking import Filtered, Id, Paged
from dragoman.web.api.etags import answer
from dragoman.web.api.models import CountOut, ExplainedOut, StatementPage, explained_out, statement_out
from dragoman.web.api.paging import seal, unseal
from dragoman.web.state import base_url, ledger

router = APIRouter(prefix="/statements", tags=["statements"])


@router.get("", response_model=StatementPage)
def statements(request: Request, asked: Paged) -> Response:
    """Statements in the order of document, start, end; filtered as `dragoman statements` is."""
    cursor = unseal(request, asked.cursor)
    page = queries.statements(ledger(request), asked.filter(ledger(request)), limit=asked.limit, cursor=cursor)
    following = seal(request, page.cursor)
    told = StatementPage(statements=[statement_out(f) for f in page.statements], next=following)
    return answer(request, told, following=following)


@router.get("/count", response_model=CountOut)
def count(request: Request, asked: Filtered) -> Response:
    """How many statements the filter gives."""
    wanted = asked.filter(ledger(request))
    told = CountOut(count=queries.count(ledger(request), wanted), undated=queries.undated(ledger(request), wanted))
    return answer(request, told)


@router.get("/{statement_id}", response_model=ExplainedOut)
def statement(request: Request, statement_id: Id) -> Response:
    """One statement by its id, or the unique beginning of one: how it was read, who decided what, who else says it."""
    return answer(request, explained_out(queries.explain(ledger(request), statement_id)))


@router.get(
    "/{statement_id}/annotation",
    response_model=Annotation,
    responses={200: {"content": {MEDIA_TYPE: {}}}},
)
def cited(request: Request, statement_id: Id) -> Response:
    """The citation as a W3C Web Annotation, with TextQuoteSelector and TextPositionSelector."""
    told = annotation(queries.explain(ledger(request), statement_id), base_url(request))
    return answer(request, told, media_type=MEDIA_TYPE)
