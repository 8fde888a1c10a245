"""An instrument or programme: its stages as a drawn line with dates and sources, its parties and outputs."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from dragoman.actors import directory
from dragoman.queries.lifecycle import MOST, lifecycle, listed
from dragoman.subjects import code_of
from dragoman.web.links import with_query
from dragoman.web.pages.lifeline import party_drawing
from dragoman.web.pictures.kept import kept
from dragoman.web.pictures.shapes import facts_table
from dragoman.web.pictures.tables import as_csv
from dragoman.web.state import ledger, render

router = APIRouter(include_in_schema=False)

_LISTED = 60
_THINGS = 100


@router.get("/instruments")
def instruments(
    request: Request, name: str = "", q: str = "", party: str = "", page: int = 1, cursor: str | None = None
) -> Response:
    """With ``name`` one thing, else those that have the words of ``q``, else the newest. ``page`` is the number of a
    page, ``cursor`` where it begins."""
    asked = ledger(request)
    if not name.strip():
        text = q.strip()[:300]
        return render(request, "instruments.html", asked=text, told=listed(asked, text or None), shown=_THINGS)
    number = min(max(page, 1), 1000)
    party = code_of(party.strip(), directory())
    told = kept(
        request,
        ("instrument", name[:1000], party, number, cursor),
        lambda: lifecycle(
            asked, name[:1000], party=party or None, limit=_LISTED, offset=(number - 1) * _LISTED, cursor=cursor
        ),
    )
    following = with_query("/instruments", name=name, party=party, page=number + 1, cursor=told.cursor)
    return render(
        request,
        "instrument.html",
        name=name,
        party=party,
        told=told,
        drawing=party_drawing(told.facts),
        outputs=[line for line in told.facts if _is_output(line.best.statement.kind, line.best.statement.stage)],
        number=number,
        following=following if told.cursor else None,
    )


@router.get("/instruments.csv")
def instrument_csv(request: Request, name: str, party: str = "") -> Response:
    """All that is looked at for one thing, not only what one page of it has."""
    actor = code_of(party.strip(), directory())
    told = lifecycle(ledger(request), name[:1000], party=actor or None, limit=MOST)
    return as_csv(facts_table(told.facts), "instrument.csv")


def _is_output(kind: str, stage: str) -> bool:
    return kind in ("progress", "indicator") or (kind, stage) in (
        ("agreement", "provides"),
        ("assistance", "completed"),
    )
