"""Statements that disagree on a date, stage, amount or party, side by side."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from dragoman.errors import InvalidRecord
from dragoman.queries.contradicting import contradictions, contradictions_of
from dragoman.queries.disagreeing import FIELDS, Field
from dragoman.web.links import with_query
from dragoman.web.pages.actor import canonical
from dragoman.web.pictures.kept import kept
from dragoman.web.state import ledger, render

router = APIRouter(include_in_schema=False)


@router.get("/contradictions")
def contradictions_page(
    request: Request, actor: str = "", other: str = "", field: str = "", cursor: str | None = None
) -> Response:
    """Of the whole ledger, or of an actor or two."""
    asked = ledger(request)
    wanted: Field | None = next((f for f in FIELDS if f == field), None)
    if field and wanted is None:
        raise InvalidRecord(f"field {field!r} is not one of {', '.join(FIELDS)}")
    key: tuple[object, ...]
    actors = tuple(canonical(asked, name) for name in (actor, other) if name.strip())
    if actors:
        key = ("contradictions", actors, wanted)
        told = kept(request, key, lambda: contradictions_of(asked, actors, field=wanted))
    else:
        key = ("contradictions", cursor, wanted)
        told = kept(request, key, lambda: contradictions(asked, field=wanted, cursor=cursor))
    following = with_query("/contradictions", field=field, cursor=told.cursor)
    return render(
        request,
        "contradictions.html",
        told=told,
        actors=actors,
        actor=actor,
        other=other,
        field=field,
        fields=FIELDS,
        following=following if told.cursor else None,
    )
