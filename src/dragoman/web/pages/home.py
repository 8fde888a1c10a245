"""The first page: search, what is new, what the ledger covers, what needs review."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from dragoman import queries
from dragoman.web.state import ledger, render

router = APIRouter(include_in_schema=False)


@router.get("/")
def home(request: Request) -> HTMLResponse:
    asked = ledger(request)
    return render(
        request,
        "home.html",
        summary=queries.summary(asked),
        actors=queries.actors(asked, limit=24),
        review=queries.review_queue(asked, limit=8),
    )
