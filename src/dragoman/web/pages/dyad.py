"""Two actors: relations over time, instruments by stage, programmes, meetings, positions of each side, event counts."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from dragoman.codebook import codebook
from dragoman.errors import UnknownName
from dragoman.queries import FactLine
from dragoman.queries.sections import Sections, event_types, section, sections
from dragoman.web.links import dyad_url, with_query
from dragoman.web.pages.actor import canonical
from dragoman.web.pages.lifeline import drawing
from dragoman.web.pictures.kept import kept
from dragoman.web.state import ledger, render

router = APIRouter(include_in_schema=False)

_SHOWN = {"relations": 30, "agreement": 24, "assistance": 10, "meeting": 8, "position": 12, "membership": 6}
_SHOWN |= {"mission": 6, "office": 4, "objective": 4, "progress": 4, "indicator": 4, "event": 6}
_ELSE = ("membership", "mission", "office", "objective", "progress", "indicator", "event")


@router.get("/dyad")
def dyad(request: Request, a: str = "", b: str = "", kind: str | None = None, cursor: str | None = None) -> Response:
    if not a.strip() or not b.strip():
        return render(request, "dyad_choose.html", a=a, b=b)
    asked = ledger(request)
    pair = canonical(asked, a), canonical(asked, b)
    if pair[0] == pair[1]:
        raise UnknownName(f"{a!r} and {b!r} are one actor; a pair needs two.")
    if pair != (a, b):
        return RedirectResponse(dyad_url(*pair) + (f"&kind={kind}" if kind in codebook().kinds else ""), 307)
    if kind is not None:
        told = section(asked, pair, kind, cursor=cursor)
        found = told.of(kind)
        more = with_query("/dyad", a=a, b=b, kind=kind, cursor=found.cursor) if found and found.cursor else None
        return render(request, "dyad_kind.html", a=a, b=b, kind=kind, told=told, more=more)
    told, events = kept(request, ("dyad", pair), lambda: (sections(asked, pair, _SHOWN), event_types(asked, *pair)))
    relations = told.of("relations")
    return render(
        request,
        "dyad.html",
        a=a,
        b=b,
        told=told,
        drawing=drawing(relations.facts) if relations else None,
        relations=sorted(relations.facts, key=lambda x: x.best.statement.date or "9") if relations else [],
        stages=by_stage(told),
        positions=positions(told, pair),
        events=events,
        others=[found for name in _ELSE if (found := told.of(name))],
    )


def by_stage(told: Sections) -> list[tuple[str, list[FactLine]]]:
    """The instruments under each stage, in the codebook's order."""
    found = told.of("agreement")
    facts = found.facts if found else ()
    grouped = [
        (stage, [line for line in facts if line.best.statement.stage == stage])
        for stage in codebook().kinds["agreement"].stages
    ]
    return [(stage, lines) for stage, lines in grouped if lines]


def positions(told: Sections, pair: tuple[str, str]) -> list[tuple[str, list[FactLine]]]:
    """The stands that each side takes; one that both take stands under both."""
    found = told.of("position")
    return [
        (side, [line for line in found.facts if any(_is_of(s, side) for s in line.best.statement.source)])
        for side in pair
        if found
    ]


def _is_of(actor: str, side: str) -> bool:
    return actor == side or ("/" not in side and actor.startswith(f"{side}/"))
