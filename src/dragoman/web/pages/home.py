"""The first page: search, what is new, what the ledger covers, what needs review."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from dragoman import queries
from dragoman.queries.news import coverage, newest_documents, newest_statements
from dragoman.web.pictures.kept import kept
from dragoman.web.state import ledger, render

router = APIRouter(include_in_schema=False)


@router.get("/")
def home(request: Request) -> HTMLResponse:
    asked = ledger(request)
    return render(
        request,
        "home.html",
        coverage=kept(request, "coverage", lambda: coverage(asked)),
        actors=queries.actors(asked, limit=30),
        documents=newest_documents(asked, limit=8),
        newest=newest_statements(asked, limit=6),
        review=queries.review_queue(asked, limit=5),
    )
