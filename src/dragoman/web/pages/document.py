"""A document: its text as published with the statements marked in place, its versions, what changed between two."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from dragoman import queries
from dragoman.queries.comparing import differing
from dragoman.queries.inside import changes, document_state, earlier_version, place_in, read_in, versions_of
from dragoman.web.links import with_query
from dragoman.web.pages import passages
from dragoman.web.state import ledger, render

router = APIRouter(include_in_schema=False)

_LISTED, _SHOWN = 50, 200


@router.get("/documents")
def documents(request: Request, cursor: str | None = None) -> Response:
    lines, following = queries.documents(ledger(request), limit=_LISTED, cursor=cursor)
    more = with_query("/documents", cursor=following)
    return render(request, "documents.html", lines=lines, following=more if following else None)


@router.get("/documents/{document_id}")
def document(
    request: Request, document_id: str, part: int = 1, at: str | None = None, offset: int | None = None
) -> Response:
    """One part of the text; ``at`` is a statement whose part is wanted, ``offset`` a position in the text."""
    asked = ledger(request)
    shown = queries.document(asked, document_id)
    groups = passages.parts(shown)
    index = min(max(part, 1), len(groups)) - 1
    if at is not None and (place := place_in(asked, document_id, at)) is not None:
        index = passages.part_at(groups, place)
    elif offset is not None:
        index = passages.part_at(groups, offset)
    blocks = groups[index]
    start, end = (blocks[0].start, blocks[-1].end) if blocks else (0, 0)
    told = read_in(asked, document_id, start, end)
    return render(
        request,
        "document.html",
        document=shown,
        document_id=document_id,
        offset=offset,
        state=document_state(asked, document_id),
        versions=versions_of(asked, document_id),
        blocks=passages.shown(shown, blocks, told),
        told=told,
        part=index + 1,
        parts=len(groups),
    )


@router.get("/documents/{document_id}/changes")
def document_changes(request: Request, document_id: str, since: str | None = None) -> Response:
    """What this version says differently from an earlier one (the one before, unless ``since`` names another)."""
    asked = ledger(request)
    after = queries.document(asked, document_id)
    earlier = earlier_version(asked, document_id, since)
    before = queries.document(asked, earlier)
    came, went = passages.paragraphs_changed(before, after)
    found = changes(asked, earlier, document_id)
    listed = (found.changed, found.appeared, found.vanished, found.reread, came, went)
    return render(
        request,
        "changes.html",
        document_id=document_id,
        earlier=earlier,
        before=before,
        after=after,
        found=found,
        changed=[(a, b, differing(a, b)) for a, b in found.changed[:_SHOWN]],
        came=came,
        went=went,
        shown=_SHOWN,
        cut=max(map(len, listed)) > _SHOWN,
    )
