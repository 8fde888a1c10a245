"""The ledger as a whole: its numbers, the codebook, what could not be read or linked."""

from __future__ import annotations

import json

from fastapi import APIRouter, Request
from fastapi.responses import Response

from dragoman import queries
from dragoman.codebook import codebook
from dragoman.web.api.etags import answer
from dragoman.web.api.models import Record
from dragoman.web.api.paging import Cursor, Limit, beyond, unseal, unseal_key
from dragoman.web.pictures.kept import kept
from dragoman.web.state import ledger

router = APIRouter(tags=["ledger"])


class ReasonOut(Record):
    reason: str
    documents: int


class SummaryOut(Record):
    documents: int
    versions: int
    statements: int
    facts: int
    retired: int
    rejected: int
    decisions: int
    skipped: int
    unlinked: int
    not_read: list[ReasonOut]


class StageOut(Record):
    name: str
    says: str


class KindOut(Record):
    name: str
    says: str
    symmetric: bool
    stages: list[StageOut]


class CodebookOut(Record):
    kinds: list[KindOut]
    events: list[str]


class SkippedOut(Record):
    locator: str
    reason: str
    advice: str


class SkippedPage(Record):
    skipped: list[SkippedOut]
    next: str | None


class UnlinkedOut(Record):
    text: str
    reason: str
    count: int


class UnlinkedPage(Record):
    unlinked: list[UnlinkedOut]
    next: str | None


@router.get("/summary", response_model=SummaryOut)
def summary(request: Request) -> Response:
    """The ledger in numbers."""
    found = kept(request, "summary", lambda: queries.summary(ledger(request)))
    reasons = [ReasonOut(reason=reason, documents=n) for reason, n in found.not_read]
    shared = SummaryOut.model_fields.keys() - {"not_read"}
    return answer(request, SummaryOut.model_validate({n: getattr(found, n) for n in shared} | {"not_read": reasons}))


@router.get("/codebook", response_model=CodebookOut)
def kinds(request: Request) -> Response:
    """The kinds of statements with their stages, and the PLOVER types of events."""
    known = [
        KindOut(
            name=kind.name,
            says=kind.says,
            symmetric=kind.symmetric,
            stages=[StageOut(name=stage.name, says=stage.says) for stage in kind.stages.values()],
        )
        for kind in codebook().kinds.values()
    ]
    return answer(request, CodebookOut(kinds=known, events=list(codebook().plover)))


@router.get("/skipped", response_model=SkippedPage)
def skipped(request: Request, limit: Limit = 100, cursor: Cursor = None) -> Response:
    """Inputs that could not be read when they were last tried."""
    found = queries.skipped(ledger(request), limit=limit + 1, after=unseal(request, cursor))
    shown, following = beyond(request, found, limit, lambda one: one.locator)
    told = SkippedPage(skipped=[SkippedOut.model_validate(one) for one in shown], next=following)
    return answer(request, told, following=following)


@router.get("/unlinked", response_model=UnlinkedPage)
def unlinked(request: Request, limit: Limit = 100, cursor: Cursor = None) -> Response:
    """Mentions that no actor could be given to, most frequent first."""
    seen = unseal_key(request, cursor, int, str, str)
    found = queries.unlinked(ledger(request), limit=limit + 1, after=seen)
    shown, following = beyond(request, found, limit, lambda one: json.dumps([one.count, one.text, one.reason]))
    told = UnlinkedPage(unlinked=[UnlinkedOut.model_validate(one) for one in shown], next=following)
    return answer(request, told, following=following)
