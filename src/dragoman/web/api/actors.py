"""Actors: a list, what the ledger holds about one and who says it, and its entry in the directory."""

from __future__ import annotations

import json
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, Field

from dragoman import queries
from dragoman.actors.directory import directory, owner_of
from dragoman.subjects import code_of
from dragoman.web.api.asking import FactsAsked, Name, Words, facts_told
from dragoman.web.api.etags import answer
from dragoman.web.api.models import ActorOut, ActorPage, ProfileOut, Record, actor_out
from dragoman.web.api.paging import Cursor, Limit, after, beyond, unseal_key
from dragoman.web.pages.actor import canonical, held, partners
from dragoman.web.state import ledger

router = APIRouter(prefix="/actors", tags=["actors"])

_NAMED = "A code, an actor in the contract's notation, or a name."
One = Annotated[Name, Query(description=_NAMED)]


class OneNamed(BaseModel):
    actor: Name = Field(description=_NAMED)


class OneAsked(FactsAsked, OneNamed):
    """The facts of one actor. Its name stands first: fields of the last base come before those of the first."""


class EntryOut(Record):
    """An actor in the directory that comes with Dragoman, not from documents. A code says nothing about status."""

    code: str
    kind: str
    name: str
    official: str | None
    parent: str | None
    capital: str | None
    seat: str | None = Field(description="The town where an organisation sits.")
    hosts: list[str] = Field(description="States in which a mission is deployed.")
    start: date | None
    end: date | None
    contested: bool
    note: str | None


class SourceOut(Record):
    """A publisher (null where unknown) with the date of its last document."""

    publisher: str | None
    statements: int
    documents: int
    last: str | None = Field(description="EDTF")


class SourcesOut(Record):
    """``counted`` says on how many statements the numbers rest; ``at_least`` that there are more."""

    actor: str
    sources: list[SourceOut]
    counted: int
    at_least: bool
    next: str | None


class AlikeOut(Record):
    """``actor`` may be ``into``, whose name is fuller."""

    actor: ActorOut
    into: ActorOut


class AlikePage(Record):
    pairs: list[AlikeOut]
    next: str | None


class PartnersOut(Record):
    actor: str
    partners: list[str]


@router.get("", response_model=ActorPage)
def actors(
    request: Request,
    q: Annotated[Words | None, Query(description="Only those with a word or code that begins so.")] = None,
    of: Annotated[Words | None, Query(description="Only bodies and people of this state or organisation.")] = None,
    limit: Limit = 100,
    cursor: Cursor = None,
) -> Response:
    """Actors, those with most statements first."""
    asked, seen = ledger(request), unseal_key(request, cursor, int, str)
    if q is not None:
        found = queries.suggest_actors(asked, q, limit=limit + 1, after=seen)
    else:
        code = owner_of(code_of(of, directory())) if of is not None else None
        found = queries.actors(asked, limit=limit + 1, code=code, after=seen)
    shown, following = beyond(request, found, limit, lambda line: json.dumps([line.statements, line.actor]))
    told = ActorPage(actors=[actor_out(line) for line in shown], next=following)
    return answer(request, told, following=following)


@router.get("/alike", response_model=AlikePage)
def alike(
    request: Request,
    actor: Annotated[Name | None, Query(description="Only pairs with this one, as `actors` spells it.")] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Response:
    """Pairs of actors whose names may be one, for people to merge."""
    found = queries.alike_actors(ledger(request), actor=actor, limit=None)
    shown, following = after(
        request, found, limit, cursor, lambda two: (-two[0].statements - two[1].statements, two[0].actor, two[1].actor)
    )
    pairs = [AlikeOut(actor=actor_out(one), into=actor_out(fuller)) for one, fuller in shown]
    return answer(request, AlikePage(pairs=pairs, next=following), following=following)


@router.get("/profile", response_model=ProfileOut)
def profile(request: Request, asked: Annotated[OneAsked, Query()]) -> Response:
    """What the ledger holds about an actor: facts by kind and date, each with those who tell it."""
    return facts_told(request, asked, queries.profile, code_of(asked.actor, directory()))


@router.get("/directory", response_model=EntryOut)
def entry(request: Request, actor: One) -> Response:
    """What the directory has about an actor, as the profile on its page."""
    found = directory().actor(code_of(actor, directory()))
    capital = found.capitals[0].text if found.capitals else None
    shared = EntryOut.model_fields.keys() - {"capital"}
    return answer(request, EntryOut.model_validate({n: getattr(found, n) for n in shared} | {"capital": capital}))


@router.get("/sources", response_model=SourcesOut)
def sources(request: Request, actor: One, limit: Limit = 100, cursor: Cursor = None) -> Response:
    """Publishers of what is said about an actor, those with most statements first."""
    known = canonical(ledger(request), actor)
    _, publishers = held(request, known)
    lines, following = after(
        request, publishers.lines, limit, cursor, lambda line: (-line.statements, line.publisher or "")
    )
    told = SourcesOut(
        actor=known,
        sources=[SourceOut.model_validate(line) for line in lines],
        counted=publishers.counted,
        at_least=publishers.at_least,
        next=following,
    )
    return answer(request, told, following=following)


@router.get("/partners", response_model=PartnersOut)
def together(request: Request, actor: One) -> Response:
    """Whom the newest facts about an actor also name, most often first; `/network` counts all facts."""
    known = canonical(ledger(request), actor)
    facts, _ = held(request, known)
    return answer(request, PartnersOut(actor=known, partners=partners(facts, known)))
