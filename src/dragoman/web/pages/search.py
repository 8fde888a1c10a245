"""Search over statements and full text, with facets."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from dragoman import queries
from dragoman.actors import directory
from dragoman.codebook import codebook
from dragoman.errors import InvalidRecord, UnknownName
from dragoman.ledger import Ledger
from dragoman.queries import Filter
from dragoman.queries.finding import matches
from dragoman.queries.lifecycle import Thing, things
from dragoman.subjects import code_of
from dragoman.web.links import with_query
from dragoman.web.pages.actor import canonical
from dragoman.web.state import ledger, render

router = APIRouter(include_in_schema=False)

_LONGEST = 500  # characters of a query
_PAGE = 25
_PASSAGES = 5  # shown with statements where these have not all of the words
_GIVEN = ("in", "q", "kind", "stage", "actor", "publisher", "language", "since", "until", "min_confidence")


@router.get("/search")
def search(
    request: Request,
    q: str = "",
    within: Annotated[str, Query(alias="in")] = "statements",
    kind: str = "",
    stage: str = "",
    actor: Annotated[list[str] | None, Query()] = None,
    publisher: str = "",
    language: str = "",
    since: str = "",
    until: str = "",
    min_confidence: str = "",
    cursor: str | None = None,
) -> Response:
    """Statements, or with ``in=text`` passages of documents; both for words, statements also for a filter alone.

    Where no statement has all the words, passages stand before those that have some.
    """
    asked, words = ledger(request), q.strip()[:_LONGEST]
    actors = [a for a in actor or [] if a.strip()][:4]
    where = "text" if within == "text" else ""
    values = (where, words, kind, stage, actors, publisher, language, since, until, min_confidence)
    given: dict[str, object] = dict(zip(_GIVEN, values, strict=True))
    by, tongue, first, last = publisher or None, language or None, since or None, until or None
    shared: dict[str, Any] = {"q": words, "given": given, "kinds": codebook().kinds, "here": _here}
    if where:
        found = queries.search(
            asked, words, publisher=by, language=tongue, since=first, until=last, limit=_PAGE, cursor=cursor
        )
        following = _here(given, cursor=found.cursor)
        return render(request, "search_text.html", found=found, following=following if found.cursor else None, **shared)
    if not any(given.values()):
        return render(request, "search.html", found=None, following=None, leads=None, passages=None, **shared)
    wanted = Filter(
        kinds=(kind,) if kind else (),
        stages=(stage,) if stage else (),
        actors=tuple(code_of(a, directory()) for a in actors),
        text=words or None,
        publisher=by,
        language=tongue,
        since=first,
        until=last,
        min_confidence=_confidence(min_confidence),
    )
    told = matches(asked, wanted, limit=_PAGE, cursor=cursor)
    following = _here(given, cursor=told.cursor)
    leads = leads_for(asked, words) if words and cursor is None and not actors else None
    passages = None
    if words and cursor is None and not told.at_least and (not told.count or told.words_found < told.words_asked):
        passages = queries.search(asked, words, publisher=by, language=tongue, limit=_PASSAGES)
        if passages.words_found < told.words_found and told.count:
            passages = None
    full_text = with_query("/search", q=words, **{"in": "text"}, publisher=by, language=tongue)
    shared |= {"leads": leads, "passages": passages, "full_text": full_text}
    return render(request, "search.html", found=told, following=following if told.cursor else None, **shared)


def leads_for(asked: Ledger, words: str) -> tuple[str | None, tuple[Thing, ...]]:
    """The actor that goes by these words, and things that have them in their name."""
    try:
        actor = canonical(asked, words)
    except UnknownName:
        actor = None
    return actor, things(asked, words, limit=3)


def _here(given: dict[str, object], **changed: object) -> str:
    """This search with something changed; the page starts again unless a cursor is given."""
    return with_query("/search", **(given | changed))


def _confidence(text: str) -> float | None:
    if not text:
        return None
    try:
        return float(text)
    except ValueError as error:
        raise InvalidRecord(f"min_confidence {text!r} is not a number from 0 to 1") from error
