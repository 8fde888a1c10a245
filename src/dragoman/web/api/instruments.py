"""Instruments, programmes, missions: things that statements are about, and the life of one."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from dragoman.actors.directory import directory
from dragoman.ledger.folding import fold
from dragoman.queries.lifecycle import Thing, lifecycle, listed
from dragoman.subjects import code_of
from dragoman.web.api.asking import Name, Words
from dragoman.web.api.etags import answer
from dragoman.web.api.models import FactOut, Record, fact_out
from dragoman.web.api.paging import Cursor, Limit, after, seal, unseal
from dragoman.web.state import ledger

router = APIRouter(prefix="/instruments", tags=["instruments"])


class ThingOut(Record):
    """A thing as documents name it, with how many statements have it, and of which kinds."""

    name: str
    statements: int
    kinds: list[str]


class ThingsOut(Record):
    """Numbers of statements are of the ``counted`` that were looked at (``at_least``: there are more): with ``q`` all
    that have these words, else those read last."""

    instruments: list[ThingOut]
    counted: int
    at_least: bool
    next: str | None


class PartyOut(Record):
    actor: str
    facts: int


class LifecycleOut(Record):
    """What is said about a thing, by first day, undated facts last. ``at_least``: not all statements were looked at."""

    name: str
    facts_count: int
    at_least: bool
    parties: list[PartyOut]
    related: list[ThingOut]
    facts: list[FactOut]
    next: str | None


@router.get("", response_model=ThingsOut)
def instruments(
    request: Request,
    q: Annotated[Words | None, Query(description="Words of the name; without, the newest.")] = None,
    limit: Limit = 100,
    cursor: Cursor = None,
) -> Response:
    """Things whose names have these words, those with most statements first."""
    listing = listed(ledger(request), q)
    found, following = after(request, listing.things, limit, cursor, _last_read if q is None else _most_told)
    told = ThingsOut(
        instruments=[ThingOut.model_validate(thing) for thing in found],
        counted=listing.counted,
        at_least=listing.at_least,
        next=following,
    )
    return answer(request, told, following=following)


def _most_told(thing: Thing) -> tuple[int, str]:
    return -thing.statements, fold(thing.name)


def _last_read(thing: Thing) -> tuple[int]:
    return (-thing.latest,)


@router.get("/lifecycle", response_model=LifecycleOut)
def life(
    request: Request,
    name: Name,
    party: Annotated[Name | None, Query(description="Only with this actor.")] = None,
    limit: Limit = 60,
    cursor: Cursor = None,
) -> Response:
    """The stages of one thing over time, with its parties and sources."""
    actor = code_of(party, directory()) if party else None
    told = lifecycle(ledger(request), name, party=actor, limit=limit, cursor=unseal(request, cursor))
    following = seal(request, told.cursor)
    life = LifecycleOut(
        name=told.name,
        facts_count=told.total,
        at_least=told.at_least,
        parties=[PartyOut(actor=name, facts=n) for name, n in told.parties],
        related=[ThingOut.model_validate(thing) for thing in told.related],
        facts=[fact_out(line) for line in told.facts],
        next=following,
    )
    return answer(request, life, following=following)
