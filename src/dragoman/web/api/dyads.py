"""Two actors: what the ledger holds about them together, and what is told differently about them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel

from dragoman import queries
from dragoman.actors.directory import directory
from dragoman.queries.contradicting import Contradictions, contradictions, contradictions_of
from dragoman.queries.disagreeing import Field as Disagreeing
from dragoman.subjects import code_of, pair_of
from dragoman.web.api.asking import FactsAsked, Name, facts_told
from dragoman.web.api.etags import answer
from dragoman.web.api.models import FactOut, ProfileOut, Record, fact_out
from dragoman.web.api.paging import Cursor, seal, unseal
from dragoman.web.pictures.kept import kept
from dragoman.web.state import ledger

router = APIRouter(tags=["dyads"])


class TwoNamed(BaseModel):
    a: Name
    b: Name


class TwoAsked(FactsAsked, TwoNamed):
    """The facts of two actors together. Their names stand first: fields of the last base come before the others."""


class ContradictionOut(Record):
    """Two facts that cannot both be so, and the field on which they differ."""

    field: Disagreeing
    one: FactOut
    other: FactOut


class ContradictionPage(Record):
    """``partly``: not all facts were looked at. A page may be empty and yet have a next one."""

    contradictions: list[ContradictionOut]
    partly: bool
    next: str | None


@router.get("/dyads", response_model=ProfileOut)
def dyad(request: Request, asked: Annotated[TwoAsked, Query()]) -> Response:
    """The facts that two actors take part in together."""
    return facts_told(request, asked, queries.dyad, *pair_of(asked.a, asked.b, directory()))


@router.get("/contradictions", response_model=ContradictionPage)
def contradicting(
    request: Request,
    actor: Annotated[list[Name], Query(max_length=2, description="Only about this actor, or these two.")] = [],  # noqa: B006
    field: Annotated[Disagreeing | None, Query(description="Only where they disagree on this.")] = None,
    cursor: Cursor = None,
) -> Response:
    """Statements that disagree on a date, stage, amount or party, side by side."""
    asked, after = ledger(request), unseal(request, cursor)
    actors = tuple(code_of(name, directory()) for name in actor)

    def found() -> Contradictions:
        if actors:
            return contradictions_of(asked, actors, field=field)
        return contradictions(asked, field=field, cursor=after)

    told = kept(request, ("contradictions", actors or after, field), found)
    following = seal(request, told.cursor)
    lines = [ContradictionOut(field=c.field, one=fact_out(c.one), other=fact_out(c.other)) for c in told.found]
    return answer(
        request, ContradictionPage(contradictions=lines, partly=told.partly, next=following), following=following
    )
