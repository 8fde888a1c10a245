"""Cursors: where the next page of a list begins. They are opaque, and belong to the question they were given for."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable, Sequence
from typing import Annotated, Any, TypeVar

from fastapi import Query, Request

from dragoman.errors import InvalidRecord
from dragoman.queries.records import FOREIGN_CURSOR
from dragoman.records import digest
from dragoman.web.numbers import LARGEST

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
        raise InvalidRecord(FOREIGN_CURSOR)
    return int(cursor)


def part(request: Request, whole: Sequence[T], limit: int, cursor: str | None) -> tuple[Sequence[T], str | None]:
    """One page of a list that is at hand as a whole, and the sealed cursor of the next. Raises `InvalidRecord`."""
    begin = unseal_number(request, cursor)
    end = begin + limit
    return whole[begin:end], seal(request, str(end)) if end < len(whole) else None


def after(
    request: Request, whole: Sequence[T], limit: int, cursor: str | None, key: Callable[[T], tuple[int | str, ...]]
) -> tuple[Sequence[T], str | None]:
    """The same of a list whose lines may leave while it is gone through: in the order of ``key``, after the last one
    seen. Raises `InvalidRecord`."""
    ordered = sorted(whole, key=key)
    if (seen := unseal_key(request, cursor)) is not None:
        try:
            ordered = [one for one in ordered if key(one) > seen]
        except TypeError as error:
            raise InvalidRecord(FOREIGN_CURSOR) from error
    return beyond(request, ordered[: limit + 1], limit, lambda one: json.dumps(key(one)))


def unseal_key(request: Request, sealed: str | None, *kinds: type) -> tuple[Any, ...] | None:
    """The cursor of a list whose cursors are keys in JSON, with parts of these kinds. Raises `InvalidRecord`."""
    cursor = unseal(request, sealed)
    if cursor is None:
        return None
    try:
        key = json.loads(cursor)
    except (ValueError, RecursionError) as error:
        raise InvalidRecord(FOREIGN_CURSOR) from error
    if isinstance(key, list) and any(isinstance(part, int) and abs(part) > LARGEST for part in key):
        raise InvalidRecord(FOREIGN_CURSOR)
    if not isinstance(key, list) or (kinds and list(map(type, key)) != list(kinds)):
        raise InvalidRecord(FOREIGN_CURSOR)
    return tuple(key)


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
