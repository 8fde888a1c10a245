"""Merging actors that are the same and splitting them again."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, HTTPException, Request
from fastapi.responses import RedirectResponse, Response

from dragoman import queries
from dragoman.errors import ConflictingDecision, InvalidRecord, UnknownName
from dragoman.ledger import decisions
from dragoman.queries import ActorLine
from dragoman.queries.resolving import actor_meant
from dragoman.web.accounts.csrf import checked_csrf
from dragoman.web.links import with_query
from dragoman.web.pictures.kept import kept
from dragoman.web.state import User, ledger, render, user

router = APIRouter(include_in_schema=False)
_changes = [Depends(checked_csrf)]
Actor = Annotated[str, Form(max_length=500)]
Why = Annotated[str, Form(max_length=2000)]


def reviewer(request: Request) -> User:
    """Who asks, where they may decide; 403 for others."""
    who = user(request)
    if who is None or not who.may("reviewer"):
        raise HTTPException(403, "Deciding needs the role reviewer.")
    return who


Who = Annotated[User, Depends(reviewer)]


@router.get("/review/actors")
def choose(request: Request, actor: str = "", into: str = "") -> Response:
    """Both actors side by side, with what was decided about them, before they are merged."""
    return look(request, actor.strip(), into.strip())


@router.post("/review/actors/merge", dependencies=_changes)
def merge(
    request: Request, who: Who, actor: Actor, into: Actor, why: Why = "", seen: Annotated[int, Form()] = 0
) -> Response:
    try:
        decisions.merge(ledger(request), actor, into, who=who.name, why=why, seen=seen or None)
    except (ConflictingDecision, InvalidRecord, UnknownName) as error:
        return look(request, actor, into, why, error)
    return RedirectResponse(with_query("/review/actors", actor=actor), 303)


@router.post("/review/actors/split", dependencies=_changes)
def split(request: Request, who: Who, actor: Actor, why: Why = "", seen: Annotated[int, Form()] = 0) -> Response:
    try:
        decisions.split(ledger(request), actor, who=who.name, why=why, seen=seen or None)
    except (ConflictingDecision, InvalidRecord, UnknownName) as error:
        return look(request, actor, "", why, error)
    return RedirectResponse(with_query("/review/actors", actor=actor), 303)


def look(request: Request, actor: str, into: str, why: str = "", error: Exception | None = None) -> Response:
    """The page of one or two actors with what was decided about them; ``error`` is why a form was refused."""
    actor, into = (actor_meant(ledger(request), name) for name in (actor, into))
    first, second = (_named(request, name) for name in (actor, into))
    made = queries.decisions_on_actors(ledger(request), [name for name in (actor, into) if name])
    wrong = str(error) if error else ""
    if actor and first is None and not wrong:
        wrong = f"the ledger has no actor {actor!r}; choose one from the list that opens while you write"
    status = 409 if isinstance(error, ConflictingDecision) else 400 if error else 200
    alike = () if actor or into else kept(request, ("alike",), lambda: queries.alike_actors(ledger(request)))
    context = {"alike": alike, "first": first, "second": second, "made": made, "wrong": wrong, "why": why}
    seen = max((d.number for d in made), default=0)
    return render(request, "review/actors.html", status=status, actor=actor, into=into, seen=seen, **context)


def _named(request: Request, name: str) -> ActorLine | None:
    found = queries.find_actors(ledger(request), name) if name else ()
    return next((line for line in found if line.actor == name), None)
