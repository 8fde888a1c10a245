"""Actors: a list, and what the ledger holds about one."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from dragoman import queries
from dragoman.actors.directory import directory
from dragoman.errors import InvalidRecord
from dragoman.subjects import code_of
from dragoman.web.api.asking import Day, KindsQuery, Name, Words
from dragoman.web.api.etags import answer
from dragoman.web.api.models import ActorPage, ProfileOut, actor_out, profile_out
from dragoman.web.api.paging import Cursor, Limit, seal, unseal
from dragoman.web.state import ledger

router = APIRouter(prefix="/actors", tags=["actors"])


@router.get("", response_model=ActorPage)
def actors(
    request: Request,
    q: Annotated[Words | None, Query(description="Only those with a word or code that begins so.")] = None,
    of: Annotated[Words | None, Query(description="Only bodies and people of this state or organisation.")] = None,
    limit: Limit = 100,
    cursor: Cursor = None,
) -> Response:
    """Actors, those with most statements first."""
    asked, begin = ledger(request), _offset(unseal(request, cursor))
    if q is not None:
        found = queries.suggest_actors(asked, q, limit=begin + limit + 1)[begin:]
    else:
        code = code_of(of, directory()).split("/")[0] if of is not None else None
        found = queries.actors(asked, limit=limit + 1, offset=begin, code=code)
    following = seal(request, str(begin + limit)) if len(found) > limit else None
    return answer(
        request,
        ActorPage(actors=[actor_out(line) for line in found[:limit]], next=following),
        following=following,
    )


@router.get("/profile", response_model=ProfileOut)
def profile(
    request: Request,
    actor: Annotated[Name, Query(description="A code, an actor in the contract's notation, or a name.")],
    kind: KindsQuery = [],  # noqa: B006
    as_of: Annotated[Day | None, Query(description="What the documents said on that day.")] = None,
    rejected: bool = False,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Response:
    """What the ledger holds about an actor: facts by kind and date, each with those who tell it."""
    told = queries.profile(
        ledger(request),
        code_of(actor, directory()),
        kinds=kind,
        limit=limit,
        cursor=unseal(request, cursor),
        as_of=as_of,
        include_rejected=rejected,
    )
    following = seal(request, told.cursor)
    return answer(request, profile_out(told, following), following=following)


def _offset(cursor: str | None) -> int:
    if cursor is None:
        return 0
    if not cursor.isascii() or not cursor.isdigit() or len(cursor) > 9:
        raise InvalidRecord("the cursor is not one of ours; leave it out to begin anew")
    return int(cursor)
