"""Adding documents: files are taken at once, read in the background, and asked after."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response

from dragoman.queries.arriving import documents_from
from dragoman.web.accounts import unsent
from dragoman.web.accounts.csrf import checked_csrf
from dragoman.web.api.asking import Id
from dragoman.web.api.etags import answer
from dragoman.web.api.models import Record
from dragoman.web.api.paging import Cursor, beyond, unseal
from dragoman.web.api.problems import responses
from dragoman.web.arriving import arrived, take
from dragoman.web.jobs import Job
from dragoman.web.pages.merging import Who
from dragoman.web.pages.upload import Form, uploads
from dragoman.web.state import ledger

router = APIRouter(prefix="/uploads", tags=["uploads"])

_TEXT = {"type": "string"}
_FORM: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "properties": {
                        "files": {"type": "array", "items": {"type": "string", "format": "binary"}},
                        "text": _TEXT | {"description": "A text, with or instead of files."},
                        "title": _TEXT | {"description": "The text's title."},
                        "url": _TEXT | {"description": "Where the text was published."},
                        "publisher": _TEXT | {"description": "Who published them; beats what they say."},
                        "date": _TEXT | {"description": "When: EDTF."},
                        "language": _TEXT | {"description": "Such as en or sr."},
                    },
                }
            }
        },
    }
}


class SkippedFile(Record):
    locator: str
    reason: str
    advice: str


class NotRead(Record):
    reason: str
    documents: int


class Warned(Record):
    locator: str
    says: str


class AddedDocument(Record):
    id: str
    doc: str
    title: str | None
    statements: int


class JobOut(Record):
    """An upload. ``done`` of about ``total`` documents are in the ledger; at the end the rest says what came of it."""

    id: str
    at: str
    who: str
    files: list[str]
    state: Literal["waiting", "reading", "done", "failed"]
    done: int
    total: int
    message: str = ""
    read: int = 0
    changed: int = 0
    unchanged: int = 0
    new_statements: int = 0
    retired_statements: int = 0
    unlinked: int = 0
    skipped: tuple[SkippedFile, ...] = ()
    not_read: tuple[NotRead, ...] = ()
    warnings: tuple[Warned, ...] = ()
    documents: tuple[AddedDocument, ...] = ()


class JobsOut(Record):
    uploads: list[JobOut]
    next: str | None


@router.post(
    "",
    response_model=JobOut,
    status_code=202,
    responses=responses(408, 413, 415),
    openapi_extra=_FORM,
    dependencies=[Depends(arrived), Depends(checked_csrf)],
)
def add(request: Request, response: Response, form: Form, who: Who) -> JobOut:
    """Add documents. When this answers they are on disk and will be read; `Location` says where to ask after them."""
    job = take(uploads(request), form, who)
    unsent.taken(request, "/upload")
    response.headers["location"] = f"/api/v1/uploads/{job.id}"
    return job_out(job)


@router.get("", response_model=JobsOut)
def jobs(
    request: Request,
    limit: Annotated[int, Query(ge=1, le=100, description="At most so many.")] = 20,
    cursor: Cursor = None,
) -> Response:
    """Uploads, the latest first."""
    found = uploads(request).jobs(limit + 1, unseal(request, cursor))
    shown, following = beyond(request, found, limit, lambda job: job.id)
    told = JobsOut(uploads=[job_out(job) for job in shown], next=following)
    return answer(request, told, following=following)


@router.get("/{job_id}", response_model=JobOut)
def job(request: Request, job_id: Id) -> Response:
    """How far an upload is, and what came of it."""
    found = uploads(request).job(job_id)
    added = tuple(
        AddedDocument(id=d.document_id, doc=d.stem, title=d.title, statements=d.statements)
        for d in documents_from(ledger(request), found.id)
    )
    return answer(request, job_out(found).model_copy(update={"documents": added}))


def job_out(job: Job) -> JobOut:
    same = ("id", "at", "who", "files", "state", "done", "total", "message")
    made: dict[str, Any] = {name: getattr(job, name) for name in same}
    if job.told is not None:
        counted = ("read", "changed", "unchanged", "new_statements", "retired_statements", "unlinked", "skipped")
        made |= {name: getattr(job.told, name) for name in counted}
        made["not_read"] = [NotRead(reason=reason, documents=n) for reason, n in job.told.not_read]
        made["warnings"] = [Warned(locator=locator, says=says) for locator, says in job.told.warnings]
    return JobOut.model_validate(made)
