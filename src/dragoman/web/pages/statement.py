"""A statement under its permanent link: its words in context, how it was read, who decided what, who else says so."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from dragoman import queries
from dragoman.queries import Explanation
from dragoman.web.links import statement_url
from dragoman.web.state import ledger, render

router = APIRouter(include_in_schema=False)

_AROUND = 500  # characters of context on either side


@router.get("/statements/{statement_id}")
def statement(request: Request, statement_id: str) -> Response:
    """The beginning of an id leads to the whole one."""
    explained = queries.explain(ledger(request), statement_id)
    if explained.found.id != statement_id:
        return RedirectResponse(statement_url(explained.found.id), 307)
    others = [found for found in explained.group if found.id != statement_id]
    before, after = context(explained)
    read = explained.found.original or {}
    now = explained.found.contract()
    return render(
        request,
        "statement.html",
        explained=explained,
        found=explained.found,
        before=before,
        after=after,
        others=others,
        as_read=[(name, value, now[name]) for name, value in read.items() if now.get(name) != value],
        cite=citation(explained),
        link=str(request.url_for("statement", statement_id=statement_id)),
    )


def context(explained: Explanation) -> tuple[str, str]:
    """The text before and after the quote, cut at white space."""
    text, said = explained.document.text, explained.found.statement
    start, end = max(0, said.start - _AROUND), min(len(text), said.end + _AROUND)
    before, after = text[start : said.start], text[said.end : end]
    if start and " " in before:
        before = "… " + before.split(" ", 1)[1]
    if end < len(text) and " " in after:
        after = after.rsplit(" ", 1)[0] + " …"
    return before, after


def citation(explained: Explanation) -> str:
    """Publisher, title, date, address: as a footnote has it."""
    found = explained.found
    parts = (found.publisher, found.title or found.statement.doc, found.published, found.url)
    return ", ".join(part for part in parts if part)
