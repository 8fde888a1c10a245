"""Adding documents: by choosing, dropping or pasting; how far the reading is; what came of it."""

from __future__ import annotations

from typing import Annotated, cast

from fastapi import APIRouter, Depends, Request
from fastapi.responses import RedirectResponse, Response
from starlette.datastructures import FormData

from dragoman.documents import Limits
from dragoman.documents.sources import FORMATS
from dragoman.errors import InvalidRecord
from dragoman.queries.arriving import documents_from
from dragoman.web.accounts import unsent
from dragoman.web.accounts.csrf import checked_csrf
from dragoman.web.arriving import arrived, take
from dragoman.web.links import with_query
from dragoman.web.pages.merging import Who
from dragoman.web.state import ledger, render, settings, user
from dragoman.web.uploads import MOST_FILES, Full, Uploads

router = APIRouter(include_in_schema=False)
_LISTED = 20
Form = Annotated[FormData, Depends(arrived)]
_WRITTEN = ("text", "title", "url", "publisher", "date", "language")


def uploads(request: Request) -> Uploads:
    return cast(Uploads, request.app.state.uploads)


@router.get("/upload")
def upload_page(request: Request, before: str | None = None) -> Response:
    """The form, and the latest uploads; ``before`` is the id of the last one seen."""
    return _page(request, before=before, kept=unsent.found(request))


@router.post("/upload", dependencies=[Depends(arrived), Depends(checked_csrf)])
def upload(request: Request, form: Form, who: Who) -> Response:
    """Done with the page's own form, where scripts do not run."""
    if form.get(unsent.CHOSEN):  # a script that was logged out could not send its files
        return _page(request, kept=unsent.Unsent(tuple(_texts(form)), unsent.names_of(form), None))
    try:
        job = take(uploads(request), form, who)
    except InvalidRecord as error:
        return _page(request, str(error), 400, form)
    except Full as error:
        return _page(request, str(error), 503, form)
    unsent.taken(request, "/upload")
    return RedirectResponse(f"/upload/{job.id}", 303)


@router.get("/upload/{job_id}")
def uploaded(request: Request, job_id: str) -> Response:
    """How far the reading is, or what came of it."""
    job = uploads(request).job(job_id)
    return render(request, "uploaded.html", job=job, documents=documents_from(ledger(request), job.id))


def _texts(form: FormData) -> list[tuple[str, str]]:
    return [(name, value) for name, value in form.multi_items() if isinstance(value, str)]


def _page(
    request: Request,
    wrong: str = "",
    status: int = 200,
    form: FormData | None = None,
    before: str | None = None,
    kept: unsent.Unsent | None = None,
) -> Response:
    """The page; what was written in a ``form`` that was refused, or ``kept`` over a login, stands in it again, but for
    files, which no page may choose."""
    who, limits = user(request), Limits()
    written = form or (kept.form() if kept else FormData())
    listed = uploads(request).jobs(_LISTED + 1, before)
    return render(
        request,
        "upload.html",
        status=status,
        wrong=wrong,
        back=kept is not None,
        lost=kept.files if kept else (),
        sent={name: value if isinstance(value := written.get(name), str) else "" for name in _WRITTEN},
        may=who is not None and who.may("reviewer"),
        jobs=listed[:_LISTED],
        older=with_query("/upload", before=listed[_LISTED - 1].id) if len(listed) > _LISTED else None,
        endings=sorted(FORMATS),
        largest=settings(request).max_upload,
        one=limits.file_bytes,
        files=MOST_FILES,
    )
