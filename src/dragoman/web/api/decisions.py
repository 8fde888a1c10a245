"""Decisions: confirm, reject, correct; merge and split actors; undo. Each names what its maker had seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, HTTPException, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field, model_validator

from dragoman import queries
from dragoman.ledger import decisions
from dragoman.queries import Decision
from dragoman.records import Bound
from dragoman.web.accounts.csrf import checked_csrf
from dragoman.web.api.asking import Id, Kind, Name
from dragoman.web.api.etags import IF_MATCH, answer, require_match
from dragoman.web.api.models import (
    DecisionOut,
    DecisionPage,
    Record,
    StatementPage,
    decision_out,
    explained_out,
    statement_out,
)
from dragoman.web.api.paging import Cursor, Limit, beyond, part, unseal, unseal_number
from dragoman.web.api.problems import responses
from dragoman.web.numbers import LARGEST, Number
from dragoman.web.pages.merging import Who
from dragoman.web.state import ledger

router = APIRouter(tags=["decisions"])
_changes = [Depends(checked_csrf)]
_conflicts = responses(409, 412, 413)
Why = Annotated[str, Field(max_length=2000, description="A reason, for those who look later.")]
Seen = Annotated[int, Field(ge=0, le=LARGEST, description="The last decision on it that you had seen; 0 for none.")]
Text = Annotated[str, Field(max_length=20_000, pattern=r"^[^\x00]*$")]
Actors = Annotated[list[Name], Field(max_length=100)]


class _Given(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Amount(_Given):
    number: Annotated[int, Field(ge=-(10**18), le=10**18)] | Annotated[float, Field(allow_inf_nan=False)]
    unit: Text | None = None
    bound: Bound | None = None


class Fields(_Given):
    """The contract's fields that are other ones; those left out stay as they are.

    ``start`` is the character (code point) of the document at which the quote begins.
    """

    kind: Kind | None = None
    stage: Text | None = None
    source: Actors = []
    target: Actors = []
    object: Text | None = None
    date: Text | None = None
    end: Text | None = None
    value: Annotated[list[Amount], Field(max_length=100)] | None = None
    by: Actors = []
    event: Text | None = None
    quote: Text | None = None
    start: Annotated[int, Field(ge=0, le=LARGEST)] | None = None


class OnStatement(_Given):
    """A decision on a statement. ``fields`` go with ``correct`` only."""

    action: Literal["confirm", "reject", "correct"]
    seen: Seen
    why: Why = ""
    fields: Fields | None = None

    @model_validator(mode="after")
    def _fields_to_correct(self) -> OnStatement:
        if (self.action == "correct") != (self.fields is not None):
            raise ValueError("fields go with the action correct, and only with it")
        return self


class OnActors(_Given):
    """A decision on actors. ``into`` goes with ``merge`` only."""

    action: Literal["merge", "split"]
    actor: Name
    into: Name | None = None
    seen: Seen
    why: Why = ""

    @model_validator(mode="after")
    def _into_to_merge(self) -> OnActors:
        if (self.action == "merge") != (self.into is not None):
            raise ValueError("into goes with the action merge, and only with it")
        return self


class Undoing(_Given):
    """``seen`` left out is the decision itself: then anything later on the same thing is in the way."""

    why: Why = ""
    seen: Seen | None = None


class Made(Record):
    """``number`` is what the next decision names as seen."""

    number: int


@router.get("/decisions", response_model=DecisionPage)
def made(request: Request, limit: Limit = 100, cursor: Cursor = None) -> Response:
    """What was decided, the latest first."""
    before = unseal_number(request, cursor) or None
    found = queries.decisions(ledger(request), limit=limit + 1, before=before)
    shown, following = beyond(request, found, limit, lambda decision: decision.number)
    return answer(request, _page(shown, following), following=following)


@router.get("/statements/{statement_id}/decisions", response_model=DecisionPage)
def on_statement(request: Request, statement_id: Id, limit: Limit = 100, cursor: Cursor = None) -> Response:
    """What was decided on one statement, in order."""
    found, following = part(request, queries.decided(ledger(request), statement_id).decisions, limit, cursor)
    return answer(request, _page(found, following), following=following)


@router.post(
    "/statements/{statement_id}/decisions",
    response_model=Made,
    status_code=201,
    responses=_conflicts,
    openapi_extra=IF_MATCH,
    dependencies=_changes,
)
def decide(request: Request, statement_id: Id, given: OnStatement, who: Who) -> Made:
    """Confirm, reject or correct. 409 where somebody decided since; ``If-Match`` takes the statement's ETag too."""
    to, shared = ledger(request), {"who": who.name, "why": given.why, "seen": given.seen or None}
    if "if-match" in request.headers:
        require_match(request, explained_out(queries.explain(to, statement_id)))
    if given.action == "confirm":
        return Made(number=decisions.confirm(to, statement_id, **shared))  # type: ignore[arg-type]
    if given.action == "reject":
        return Made(number=decisions.reject(to, statement_id, **shared))  # type: ignore[arg-type]
    fields = given.fields.model_dump(exclude_unset=True) if given.fields else {}
    return Made(number=decisions.correct(to, statement_id, fields, **shared))  # type: ignore[arg-type]


@router.post("/decisions", response_model=Made, status_code=201, responses=_conflicts, dependencies=_changes)
def decide_on_actors(request: Request, given: OnActors, who: Who) -> Made:
    """Merge an actor into another, or split it off again. 409 where somebody decided since."""
    _refuse_match(request)
    to, seen = ledger(request), given.seen or None
    if given.into is not None:
        return Made(number=decisions.merge(to, given.actor, given.into, who=who.name, why=given.why, seen=seen))
    return Made(number=decisions.split(to, given.actor, who=who.name, why=given.why, seen=seen))


@router.post(
    "/decisions/{number}/undo", response_model=Made, status_code=201, responses=_conflicts, dependencies=_changes
)
def undo(request: Request, number: Number, given: Undoing, who: Who) -> Made:
    """Take a decision back. 409 where that was done already, or somebody decided since on the same thing."""
    _refuse_match(request)
    return Made(number=decisions.undo(ledger(request), number, who=who.name, why=given.why, seen=given.seen))


def _refuse_match(request: Request) -> None:
    """Actors and decisions have no ETag that an ``If-Match`` could name: ``seen`` says what a decision rests on."""
    if "if-match" in request.headers:
        raise HTTPException(412, "If-Match is for decisions on statements; say with `seen` what you had seen")


@router.get("/review", response_model=StatementPage)
def waiting(
    request: Request,
    limit: Annotated[int, Query(ge=1, le=200, description="At most so many.")] = 50,
    cursor: Cursor = None,
) -> Response:
    """Statements that nobody has decided on, least confident first."""
    found = queries.waiting(ledger(request), limit=limit + 1, after=unseal(request, cursor))
    shown, following = beyond(request, found, limit, lambda w: w.found.id)
    told = StatementPage(statements=[statement_out(w.found) for w in shown], next=following)
    return answer(request, told, following=following)


def _page(found: Sequence[Decision], following: str | None) -> DecisionPage:
    lines: list[DecisionOut] = [decision_out(one) for one in found]
    return DecisionPage(decisions=lines, next=following)
