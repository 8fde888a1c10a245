"""Cursors: where the next page of a list begins. They are opaque, and belong to the question they were given for."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Sequence
from typing import Annotated, TypeVar

from fastapi import Query, Request

from dragoman.errors import InvalidRecord
from dragoman.records import digest

_CHECK = 8  # hex digits of what ties a cursor to its question
_PAGES = ("cursor", "limit")
MOST = 1000

T = TypeVar("T")

Limit = Annotated[int, Query(ge=1, le=MOST, description="At most so many.")]
Cursor = Annotated[str | None, Query(max_length=4000, description="`next` of the page before.")]


def seal(request: Request, cursor: str | None) -> str | None:
    """A query's cursor as it is given out."""
    if cursor is None:
        return None
    return base64.urlsafe_b64encode(f"{_check(request, cursor)}{cursor}".encode()).decode().rstrip("=")


def unseal(request: Request, sealed: str | None) -> str | None:
    """The query's cursor. Raises `InvalidRecord` for one that was not given for this question."""
    if sealed is None:
        return None
    try:
        text = base64.b64decode(sealed.encode() + b"=" * (-len(sealed) % 4), b"-_", validate=True).decode()
    except (binascii.Error, ValueError, UnicodeError):
        text = ""
    check, cursor = text[:_CHECK], text[_CHECK:]
    if not cursor or check != _check(request, cursor):
        raise InvalidRecord("the cursor is not one that was given for this question; leave it out to begin anew")
    return cursor


def unseal_number(request: Request, sealed: str | None) -> int:
    """The same for a list whose cursors are numbers; 0 for none. Raises `InvalidRecord`."""
    cursor = unseal(request, sealed) or "0"
    if not cursor.isascii() or not cursor.isdigit() or len(cursor) > 17:
        raise InvalidRecord("the cursor is not one of ours; leave it out to begin anew")
    return int(cursor)


def part(request: Request, whole: Sequence[T], limit: int, cursor: str | None) -> tuple[Sequence[T], str | None]:
    """One page of a list that is at hand as a whole, and the sealed cursor of the next. Raises `InvalidRecord`."""
    begin = unseal_number(request, cursor)
    end = begin + limit
    return whole[begin:end], seal(request, str(end)) if end < len(whole) else None


def beyond(
    request: Request, found: Sequence[T], limit: int, mark: Callable[[T], object]
) -> tuple[Sequence[T], str | None]:
    """One page of a list of which one more than ``limit`` was asked for, and the sealed cursor of the next: the mark of
    the last one shown."""
    shown = found[:limit]
    return shown, seal(request, str(mark(shown[-1]))) if len(found) > limit else None


def next_link(request: Request, sealed: str) -> str:
    """The address of the next page."""
    return str(request.url.include_query_params(cursor=sealed))


def _check(request: Request, cursor: str) -> str:
    asked = sorted((name, value) for name, value in request.query_params.multi_items() if name not in _PAGES)
    return digest([request.url.path, asked, cursor])[:_CHECK]
