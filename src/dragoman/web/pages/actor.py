"""An actor: profile, memberships, instruments, programmes and money, offices, indicators, what is new, sources."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response

from dragoman import queries
from dragoman.actors import directory
from dragoman.errors import UnknownName
from dragoman.ledger import Ledger
from dragoman.queries import ActorLine, FactLine
from dragoman.queries.resolving import near_to, no_actor
from dragoman.queries.sections import Sections, section, sections
from dragoman.queries.sources import Publishers, publishers_about
from dragoman.subjects import code_of
from dragoman.web.links import actor_url, with_query
from dragoman.web.numbers import LARGEST
from dragoman.web.pictures.kept import kept
from dragoman.web.state import ledger, render

router = APIRouter(include_in_schema=False)

# Sections of the page in its order, each with how many facts it shows.
SHOWN = {
    "relations": 4,
    "membership": 8,
    "agreement": 8,
    "assistance": 8,
    "mission": 4,
    "office": 6,
    "indicator": 6,
    "meeting": 4,
    "position": 4,
    "objective": 3,
    "progress": 4,
    "event": 4,
}
_LATEST, _PARTNERS, _BODIES, _LISTED = 6, 12, 12, 100


@router.get("/actors")
def actors(
    request: Request, q: str = "", page: int = 1, after: str = "", told: Annotated[int, Query(ge=0, le=LARGEST)] = 0
) -> Response:
    """Actors by number of statements, or those with a word or code that begins with what was typed. ``after`` is the
    last actor of the page before and ``told`` how many statements it had: lines may have moved since."""
    asked, name = ledger(request), q.strip()[:200]
    number = min(max(page, 1), 1000)
    if name:
        found = queries.suggest_actors(asked, name, limit=_LISTED)
        following = None
    else:
        offset = 0 if after else (number - 1) * _LISTED
        found = queries.actors(asked, limit=_LISTED + 1, offset=offset, after=(told, after) if after else None)
        following = None
        if len(found) > _LISTED:
            last = found[_LISTED - 1]
            following = with_query("/actors", page=number + 1, after=last.actor, told=str(last.statements))
    return render(request, "actors.html", actors=found[:_LISTED], asked=name, number=number, following=following)


@router.get("/actors/{actor:path}")
def actor(request: Request, actor: str, kind: str | None = None, cursor: str | None = None) -> Response:
    asked = ledger(request)
    known = canonical(asked, actor)
    if known != actor:
        return RedirectResponse(with_query(actor_url(known), kind=kind), 307)
    if kind is not None:
        told = section(asked, (actor,), kind, cursor=cursor)
        return render(request, "actor_kind.html", actor=actor, told=told, kind=kind, more=_more(actor, told, kind))
    told, publishers = held(request, actor)
    return render(
        request,
        "actor.html",
        actor=actor,
        entry=directory().actor(actor) if actor in directory() else None,
        code=actor.partition("/")[0],
        told=told,
        shown=SHOWN,
        latest=latest(told, datetime.now(UTC).date()),
        partners=partners(told, actor),
        bodies=bodies(asked, actor),
        alike=[a if b.actor == actor else b for a, b in queries.alike_actors(asked, actor=actor)],
        publishers=publishers,
    )


def held(request: Request, actor: str) -> tuple[Sections, Publishers]:
    """The newest facts about an actor of the ledger, as many as `SHOWN`, and who publishes what is said about it."""
    asked = ledger(request)
    return kept(request, ("actor", actor), lambda: (sections(asked, (actor,), SHOWN), publishers_about(asked, actor)))


def canonical(asked: Ledger, name: str) -> str:
    """The actor of the ledger that ``name`` means, merged ones as what they were merged into. Raises `UnknownName`."""
    for tried in (name, code_of(name, directory())):
        found = queries.find_actors(asked, tried)
        if len(found) == 1 or any(line.actor == tried for line in found):
            return found[0].merged_into or found[0].actor
    if found:
        raise UnknownName(f"{name!r} can be any of {', '.join(line.actor for line in found)}")
    raise UnknownName(no_actor(name, near_to(asked, name)))


def bodies(asked: Ledger, actor: str) -> list[ActorLine]:
    """The bodies and people of a state or organisation that have most statements; of one of these, the others."""
    code = actor.partition("/")[0]
    found = queries.actors(asked, limit=_BODIES + 2, code=code) if code else ()
    return [line for line in found if line.name and line.actor != actor and not line.merged_into][:_BODIES]


def latest(told: Sections, today: date) -> list[FactLine]:
    """The newest facts of any kind that are not in the future."""
    dated = [
        (line.best.statement.date[:10], line)
        for section in told.sections
        for line in section.facts
        if line.best.statement.date and line.best.statement.date[:4] <= str(today.year)
    ]
    ordered = sorted(dated, key=lambda pair: (pair[0], pair[1].number), reverse=True)
    return [line for day, line in ordered if day <= today.isoformat()][:_LATEST]


def partners(told: Sections, actor: str) -> list[str]:
    """Whom the facts on the page also name, most often first: where pairs are worth a look."""
    counts: Counter[str] = Counter()
    for shown in told.sections:
        for line in shown.facts:
            statement = line.best.statement
            named = {a if a.startswith("/") else a.partition("/")[0] for a in (*statement.source, *statement.target)}
            counts.update(named - {actor, actor.partition("/")[0]})
    return [name for name, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_PARTNERS]]


def _more(actor: str, told: Sections, kind: str) -> str | None:
    shown = told.of(kind)
    return with_query(actor_url(actor), kind=kind, cursor=shown.cursor) if shown and shown.cursor else None
