"""Answers with an ETag: who has the same already is told so in a line (If-None-Match, RFC 9110)."""

from __future__ import annotations

import hashlib
from typing import Any

from fastapi import HTTPException, Request
from fastapi.responses import Response
from pydantic import BaseModel

from dragoman.web.api.paging import next_link

_TAG = {"schema": {"type": "string"}, "description": "Names this state of the answer, for `If-None-Match`."}
_NONE_MATCH = {
    "name": "If-None-Match",
    "in": "header",
    "required": False,
    "schema": {"type": "string"},
    "description": "ETags of what is at hand; where the answer would be one of them, it is 304.",
}
IF_MATCH = {
    "parameters": [
        {
            "name": "If-Match",
            "in": "header",
            "required": False,
            "schema": {"type": "string"},
            "description": "The statement's ETag that the decision rests on; 412 where it has another now.",
        }
    ]
}
"""For ``openapi_extra`` of a route that calls `require_match`."""
UNTAGGED = "x-untagged"  # in ``openapi_extra`` of a route that looks something up and sends no ETag


def describe(paths: dict[str, dict[str, Any]]) -> None:
    """Write into OpenAPI's ``paths`` what all routes have that look something up: ETag, ``If-None-Match`` and 304."""
    for methods in paths.values():
        looked_up = methods.get("get")
        if looked_up is None or looked_up.pop(UNTAGGED, False):
            continue
        looked_up.setdefault("parameters", []).append(_NONE_MATCH)
        looked_up["responses"]["200"].setdefault("headers", {})["ETag"] = _TAG
        looked_up["responses"]["304"] = {"description": "It is at hand already", "headers": {"ETag": _TAG}}


def answer(
    request: Request, what: BaseModel, *, following: str | None = None, media_type: str = "application/json"
) -> Response:
    """A record as JSON, or 304. ``following`` is the sealed cursor of the next page, for a ``Link`` header."""
    return tagged(request, what.model_dump_json(by_alias=True).encode(), media_type, following)


def tagged(request: Request, body: bytes, media_type: str, following: str | None = None) -> Response:
    """These bytes with their ETag, or 304 where the other side has them."""
    tag = tag_of(body)
    headers = {"etag": tag, "vary": "authorization, cookie"}
    if following is not None:
        headers["link"] = f'<{next_link(request, following)}>; rel="next"'
    if names(request.headers.get("if-none-match"), tag):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=media_type, headers=headers)


def require_match(request: Request, what: BaseModel) -> None:
    """Answers 412 where ``If-Match`` names another state than this one."""
    given = request.headers.get("if-match")
    if given is not None and not names(given, tag_of(what.model_dump_json(by_alias=True).encode())):
        raise HTTPException(412, "It has changed since you looked at it; look again. Nothing was written.")


def tag_of(body: bytes) -> str:
    return f'"{hashlib.sha256(body).hexdigest()[:32]}"'


def names(header: str | None, tag: str) -> bool:
    """Whether a list of tags has this one; a proxy that packs answers may have made it a weak one."""
    if header is None:
        return False
    given = [one.strip().removeprefix("W/") for one in header.split(",")]
    return "*" in given or tag in given
