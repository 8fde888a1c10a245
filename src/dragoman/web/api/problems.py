"""Errors of the API as problems (RFC 9457): a program can tell them apart, a person can read what to do."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from http import HTTPStatus
from typing import Any, cast

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.openapi.utils import get_openapi
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.routing import Match

from dragoman.errors import DragomanError
from dragoman.web.api import etags
from dragoman.web.faults import PROBLEM, message, parameter, status_of
from dragoman.web.settings import Settings

_log = logging.getLogger(__name__)

PREFIX = "/api/"
_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
_LISTS = re.compile(r"`dragoman (actors|documents|statements)`")
_SAYS = {
    400: "The question cannot be asked so; `detail` says why",
    401: "No session and no valid API token",
    403: "The account's role does not allow it, or the token of forms is missing",
    404: "The ledger does not have it",
    409: "Somebody decided since it was looked at; look again",
    408: "The request came too slowly",
    412: "It is not as `If-Match` says any more",
    413: "The request is too large",
    415: "The body is of another type than described",
    422: "Parameters or body are not as described; `errors` lists them",
    503: "The ledger or the server cannot be used now",
}
_CONTENT = {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}


def responses(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The problems with these statuses, as a route describes them."""
    return {status: {"description": _SAYS[status], "content": _CONTENT} for status in statuses}


RESPONSES = responses(400, 401, 403, 404, 422, 503)
"""What every route may answer."""


class Fault(BaseModel, frozen=True):
    """One thing that is wrong with a request: where (``query``, ``limit``) and what."""

    where: list[str | int]
    says: str


class Problem(BaseModel, frozen=True):
    """``type`` is always ``about:blank``: ``title`` is the status in words, ``detail`` what to do about this one."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str | None = None
    instance: str | None = None
    errors: list[Fault] | None = None


def problem(request: Request, status: int, detail: str | None, faults: list[Fault] | None = None) -> Response:
    """A problem as it is sent."""
    title = HTTPStatus(status).phrase if status in HTTPStatus._value2member_map_ else "Error"
    made = Problem(title=title, status=status, detail=detail, instance=request.url.path, errors=faults)
    return JSONResponse(made.model_dump(exclude_none=True), status, media_type=PROBLEM)


def install(app: FastAPI, settings: Settings) -> None:
    """Answer errors under ``/api/`` with problems, others as before; describe problems in ``openapi.json``."""
    _under_api(app, DragomanError, _ours)
    _under_api(app, HTTPException, _http)
    _under_api(app, RequestValidationError, _invalid)
    _under_api(app, Exception, _fault)
    app.openapi = lambda: _description(app)  # type: ignore[method-assign]


def _under_api(app: FastAPI, kind: type[Exception], answer: Callable[[Request, Any], Response]) -> None:
    elsewhere = cast("Callable[[Request, Exception], Response]", app.exception_handlers[kind])

    def handler(request: Request, error: Exception) -> Response:
        return (answer if request.url.path.startswith(PREFIX) else elsewhere)(request, error)

    app.add_exception_handler(kind, handler)


def _ours(request: Request, error: DragomanError) -> Response:
    # Errors tell what to type at a terminal; a program asks the API for the same list.
    return problem(request, status_of(error), _LISTS.sub(rf"{PREFIX}v1/\1", str(error)))


def _http(request: Request, error: HTTPException) -> Response:
    if error.status_code == 405:
        allow = {"allow": ", ".join(allowed(request))}
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=allow)
        error = HTTPException(405, error.detail, allow)
    said = None if error.detail == HTTPStatus(error.status_code).phrase else str(error.detail)
    if said is None and error.status_code in (404, 405):
        said = f"there is no {request.method} {request.url.path}; {PREFIX}v1/openapi.json describes what there is"
    answer = problem(request, error.status_code, said)
    answer.headers.update(error.headers or {})
    return answer


def allowed(request: Request) -> list[str]:
    """The methods that this address takes, over all its routes: one of them alone names only its own."""
    asked = {name: request.scope[name] for name in ("type", "path", "root_path")}
    routes = request.app.routes
    found = [m for m in _METHODS if any(route.matches({**asked, "method": m})[0] is Match.FULL for route in routes)]
    return [*found, *(["HEAD"] if "GET" in found else []), "OPTIONS"]


def _invalid(request: Request, error: RequestValidationError) -> Response:
    faults = [Fault(where=list(e["loc"]), says=message(e)) for e in error.errors()]
    said = "; ".join(f"{parameter(fault.where)}: {fault.says}" for fault in faults[:5])
    return problem(request, 422, said, faults[:50])


def _fault(request: Request, error: Exception) -> Response:
    _log.error("%s %s", request.method, request.url.path, exc_info=error)
    return problem(request, 500, "This is a fault in Dragoman; the server's log has more. Nothing was changed.")


def _description(app: FastAPI) -> dict[str, Any]:
    if app.openapi_schema is None:
        made = get_openapi(
            title="Dragoman",
            version=app.version,
            summary="Who says what about whom: a cited ledger of statements.",
            routes=app.routes,
        )
        etags.describe(made["paths"])
        parts = made.setdefault("components", {})
        # Not tied to any route, because their media type is another than that of the answers.
        told = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
        parts.setdefault("schemas", {}).update(told.pop("$defs", {}) | {"Problem": told})
        parts["securitySchemes"] = {
            "token": {"type": "http", "scheme": "bearer", "description": "An API token, made under /account."},
            "session": {"type": "apiKey", "in": "cookie", "name": "dragoman", "description": "A browser's session."},
        }
        made["security"] = [{"token": []}, {"session": []}, {}]  # the last: without a team nobody logs in
        app.openapi_schema = made
    return app.openapi_schema
