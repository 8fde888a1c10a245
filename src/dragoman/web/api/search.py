"""Search: passages of documents by their words, and statements with what they could be narrowed down by."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from dragoman import queries
from dragoman.queries.finding import matches
from dragoman.web.api.asking import Day, Paged, Words
from dragoman.web.api.etags import answer
from dragoman.web.api.models import HitPage, PassageCount, PassageFacet, Record, StatementOut, hit_out, statement_out
from dragoman.web.api.paging import Cursor, Limit, seal, unseal, unseal_number
from dragoman.web.state import ledger

router = APIRouter(prefix="/search", tags=["search"])


class FacetValue(Record):
    value: str
    statements: int


class FacetOut(Record):
    name: str
    values: list[FacetValue]


class Matches(Record):
    """``count`` and facets rest on the first matches only (``at_least``: of more). A year counts all that may have been
    in it, as the question with that year as ``since`` and ``until`` does.

    Where no statement has all of the ``words_asked`` words, the statements have ``words_found`` of them.
    """

    statements: list[StatementOut]
    count: int
    at_least: bool
    words_asked: int
    words_found: int
    facets: list[FacetOut]
    next: str | None


@router.get("/passages", response_model=HitPage)
def passages(
    request: Request,
    q: Annotated[Words, Query(description='These words, "phrases" in quotation marks, begin* too.')],
    publisher: Words | None = None,
    language: Words | None = None,
    since: Annotated[Day | None, Query(description="Published in the year of this date or later.")] = None,
    until: Annotated[Day | None, Query(description="Published in the year of this date or earlier.")] = None,
    retired: Annotated[bool, Query(description="In earlier versions of documents too.")] = False,
    limit: Limit = 20,
    cursor: Cursor = None,
) -> Response:
    """Passages of documents that have all the words, or most where none has all, and the statements read there."""
    after = str(unseal_number(request, cursor))
    found = queries.search(
        ledger(request),
        q,
        publisher=publisher,
        language=language,
        since=since,
        until=until,
        limit=min(limit, 200),
        cursor=after,
        include_retired=retired,
    )
    following = seal(request, found.cursor)
    facets = [
        PassageFacet(name=f.name, values=[PassageCount(value=value, passages=n) for value, n in f.values])
        for f in found.facets
    ]
    told = HitPage(
        passages=[hit_out(hit) for hit in found.hits],
        count=found.count,
        at_least=found.at_least,
        words_asked=found.words_asked,
        words_found=found.words_found,
        facets=facets,
        next=following,
    )
    return answer(request, told, following=following)


@router.get("/statements", response_model=Matches)
def narrowed(request: Request, asked: Paged) -> Response:
    """Statements as the search page shows them: with facets, and for words in the order of adding."""
    held = ledger(request)
    found = matches(held, asked.filter(held), limit=asked.limit, cursor=unseal(request, asked.cursor))
    following = seal(request, found.cursor)
    facets = [
        FacetOut(name=f.name, values=[FacetValue(value=value, statements=n) for value, n in f.values])
        for f in found.facets
    ]
    told = Matches(
        statements=[statement_out(one) for one in found.statements],
        count=found.count,
        at_least=found.at_least,
        words_asked=found.words_asked,
        words_found=found.words_found,
        facets=facets,
        next=following,
    )
    return answer(request, told, following=following)
