"""What went wrong, as a page that says what to do. The REST API answers its own errors."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from dragoman.errors import ConflictingDecision, DragomanError, InvalidRecord, UnknownName, UnreadableDocument
from dragoman.web.links import with_query
from dragoman.web.state import render

PROBLEM = "application/problem+json"

# Errors tell what to type at a terminal; a page leads to the page that has the same.
_COMMAND = re.compile(r"[;,]?(?: as)? `dragoman (\w+)`[^;.]*")
_PAGES = {
    "actors": ("/actors", "Look among the actors of the ledger"),
    "documents": ("/documents", "Look among the documents"),
    "statements": ("/search", "Search the statements"),
}
_NO_ACTOR = re.compile(r"(?:no actor |^)(['\"])(.*?)\1(?:;| can be any of)")

_log = logging.getLogger(__name__)

_STATUS: tuple[tuple[type[DragomanError], int], ...] = (
    (UnknownName, 404),
    (InvalidRecord, 400),
    (UnreadableDocument, 422),
    (ConflictingDecision, 409),
    (DragomanError, 503),
)
_SAYS = {
    400: "That cannot be asked",
    401: "Please log in",
    403: "Not for this account",
    404: "Not here",
    405: "That cannot be done here",
    409: "Somebody was faster",
    413: "Too large",
    422: "That cannot be read",
    429: "Too many tries",
    503: "The ledger cannot be used",
}


def status_of(error: DragomanError) -> int:
    return next(status for kind, status in _STATUS if isinstance(error, kind))


def problem(status: int, detail: str, headers: Mapping[str, str] | None = None) -> Response:
    """An error for a program, as RFC 9457 has it."""
    body = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    return Response(json.dumps(body), status, headers, PROBLEM)


def message(wrong: Mapping[str, Any]) -> str:
    """What is wrong with a part of a request, without the words that the validation puts before ours."""
    return str(wrong["msg"]).removeprefix("Value error, ")


def parameter(where: Sequence[str | int]) -> str:
    """The name of the part that is wrong: of a list the list's, not the number in it."""
    return next((part for part in reversed(where) if isinstance(part, str)), "request")


def for_page(detail: str) -> str:
    """An error without what to type at a terminal."""
    return _COMMAND.sub("", detail)


def page(request: Request, status: int, detail: str) -> Response:
    """The error page."""
    says = _SAYS.get(status, "Something went wrong")
    told, actor = _COMMAND.search(detail), _NO_ACTOR.search(detail)
    path, words = _PAGES.get("actors" if actor else told[1] if told else "", ("", ""))
    lead = with_query(path, q=actor[2] if actor else None) if path else None
    shown = for_page(detail)
    return render(request, "error.html", status=status, code=status, says=says, detail=shown, lead=lead, words=words)


def install(app: FastAPI) -> None:
    @app.exception_handler(DragomanError)
    def _ours(request: Request, error: DragomanError) -> Response:
        return page(request, status_of(error), str(error))

    @app.exception_handler(HTTPException)
    def _http(request: Request, error: HTTPException) -> Response:
        detail = "" if error.detail in ("Not Found", "Method Not Allowed") else str(error.detail)
        answer = page(request, error.status_code, detail or f"There is nothing at {request.url.path}.")
        answer.headers.update(error.headers or {})
        return answer

    @app.exception_handler(RequestValidationError)
    def _invalid(request: Request, error: RequestValidationError) -> Response:
        wrong = "; ".join(f"{parameter(e['loc'])}: {message(e)}" for e in error.errors())
        return page(request, 400, wrong)

    @app.exception_handler(Exception)
    def _fault(request: Request, error: Exception) -> Response:
        _log.error("%s %s", request.method, request.url.path, exc_info=error)
        return page(request, 500, "This is a fault in Dragoman; the server's log has more. Nothing was changed.")
