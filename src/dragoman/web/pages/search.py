"""Search over statements and full text, with facets."""

from __future__ import annotations

from contextlib import suppress
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from dragoman import queries
from dragoman.actors import directory
from dragoman.codebook import codebook
from dragoman.errors import InvalidRecord, UnknownName
from dragoman.ledger import Ledger
from dragoman.queries import Filter
from dragoman.queries.finding import in_year, matches
from dragoman.queries.lifecycle import Thing, things
from dragoman.queries.resolving import kind_called, settled
from dragoman.subjects import code_of, named_in
from dragoman.web.faults import for_page
from dragoman.web.links import with_query
from dragoman.web.pictures.kept import kept
from dragoman.web.state import ledger, render

router = APIRouter(include_in_schema=False)

_LONGEST = 500  # characters of a query
_PAGE = 25
_PASSAGES = 5  # shown with statements where these have not all of the words
_LEADS = 3  # actors, and things, to go to
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
    words = q.strip()[:_LONGEST]
    actors = [a for a in actor or [] if a.strip()][:4]
    where = "text" if within == "text" else ""
    values = (where, words, kind, stage, actors, publisher, language, since, until, min_confidence)
    given: dict[str, object] = dict(zip(_GIVEN, values, strict=True))
    shared: dict[str, Any] = {"q": words, "given": given, "kinds": codebook().kinds, "here": _here, "in_year": in_year}
    of: dict[str, Any] = {"publisher": publisher or None, "language": language or None}
    when: dict[str, Any] = {"since": since or None, "until": until or None}
    if where:
        found = queries.search(ledger(request), words, **of, **when, limit=_PAGE, cursor=cursor)
        following = _here(given, cursor=found.cursor) if found.cursor else None
        return render(request, "search_text.html", found=found, following=following, **shared)
    if not any(given.values()):
        return render(request, "search.html", found=None, following=None, leads=None, passages=None, **shared)
    unknown = ""
    try:
        kinds = (kind_called(kind),) if kind.strip() else ()
    except InvalidRecord as error:
        kinds, unknown = (kind,), str(error)
    wanted = Filter(
        kinds=kinds,
        stages=(stage,) if stage else (),
        actors=tuple(code_of(a, directory()) for a in actors),
        text=words or None,
        **of,
        **when,
        min_confidence=_confidence(min_confidence),
    )
    try:
        wanted = settled(ledger(request), wanted)
    except UnknownName as error:
        unknown = for_page(str(error))
    return _statements(request, wanted, of, cursor, shared | {"unknown": unknown})


def _statements(
    request: Request, wanted: Filter, of: dict[str, Any], cursor: str | None, shared: dict[str, Any]
) -> Response:
    """Statements with facets; on the first page what the words lead to, and passages that have more of them."""
    asked, words, given = ledger(request), shared["q"], shared["given"]
    told = matches(asked, wanted, limit=_PAGE, cursor=cursor)
    first = bool(words) and cursor is None
    leads = leads_for(asked, words) if first and not wanted.actors else None
    passages = None
    if first and not told.at_least and (not told.count or told.words_found < told.words_asked):
        passages = queries.search(asked, words, **of, limit=_PASSAGES)
        if passages.words_found < told.words_found and told.count:
            passages = None
    return render(
        request,
        "search.html",
        found=told,
        following=_here(given, cursor=told.cursor) if told.cursor else None,
        leads=leads,
        passages=passages,
        undated=kept(request, ("undated", wanted), lambda: queries.undated(asked, wanted)),
        full_text=with_query("/search", q=words, **{"in": "text"}, **of),
        **shared,
    )


def leads_for(asked: Ledger, words: str) -> tuple[tuple[str, ...], tuple[Thing, ...]]:
    """The actors that are named, and things that have these words in their name."""
    return named_in(asked, words, directory())[:_LEADS], things(asked, words, limit=_LEADS)


def _here(given: dict[str, object], **changed: object) -> str:
    """This search with something changed; the page starts again unless a cursor is given."""
    return with_query("/search", **(given | changed))


def _confidence(text: str) -> float | None:
    if not text:
        return None
    with suppress(ValueError):
        if 0 <= (asked := float(text)) <= 1:
            return asked
    raise InvalidRecord(f"min_confidence {text!r} is not a number from 0 to 1")
