"""Answers with an ETag: who has the same already is told so in a line (If-None-Match, RFC 9110)."""

from __future__ import annotations

import hashlib

from fastapi import HTTPException, Request
from fastapi.responses import Response
from pydantic import BaseModel

from dragoman.web.api.paging import next_link


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
