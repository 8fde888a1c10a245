"""Forms that came after their session had ended: kept until whoever wrote them has logged in, and shown filled again.

Nothing is written by that: the form is there to be sent. Only forms of our own pages are kept (the browser has to say
so), so that no other site fills one in; and what is known to be of one account is shown to no other.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast
from urllib.parse import quote

from fastapi import APIRouter, HTTPException, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse, Response
from starlette.datastructures import FormData, UploadFile

from dragoman.web import faults
from dragoman.web.accounts import browsers, sessions
from dragoman.web.accounts.held import AGE, Held

router = APIRouter(include_in_schema=False)
KEEP = "/login/unsent"  # where the guard leads such forms
CHOSEN = "chosen"  # the names of files that a script had, one a line
_FORMS = re.compile(r"/upload|/review/statements/[^/]+")
_MOST_FIELDS, _MOST_FILES, _LONGEST = 1000, 500, 8 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Unsent:
    """What was written; of files only the names. ``account`` is null where nobody knows whose session it was."""

    fields: tuple[tuple[str, str], ...]
    files: tuple[str, ...]
    account: int | None

    def form(self) -> FormData:
        """The fields as they were sent."""
        return FormData(list(self.fields))


class Kept(Exception):
    """A form was kept; ``answer`` leads to where it is shown again."""

    def __init__(self, answer: Response) -> None:
        super().__init__("a form was kept")
        self.answer = answer


def keeps(method: str, path: str, headers: object) -> bool:
    """Whether a request is one of those forms. What a script sends stays on its page, which is told 401 or 403."""
    by_script = cast("dict[str, str]", headers).get("x-requested-with") == "fetch"
    return method == "POST" and not by_script and _FORMS.fullmatch(path) is not None


@router.post(KEEP)
async def keep_for_login(request: Request) -> Response:
    """For the guard alone. Takes no token: that of the ended session is worth nothing any more."""
    place = getattr(request.state, "unsent", None)
    if place is None:
        raise HTTPException(404)
    if not browsers.from_here(request):
        return faults.page(request, 401, "Nothing was changed. Log in and try again.")
    form = await request.form(max_files=_MOST_FILES, max_fields=_MOST_FIELDS, max_part_size=_LONGEST)
    token = request.cookies.get(browsers.session_cookie_name(request.url.scheme), "")
    account = await run_in_threadpool(sessions.owner, request.app.state.accounts, token)
    return _kept(request, place, form, account, f"/login?next={quote(quote(place), safe='')}")


async def keep_stale(request: Request) -> None:
    """Raises `Kept` where the form belongs to an earlier session or page than the one that sends it now."""
    path = request.scope["path"]
    if keeps(request.method, path, request.headers) and browsers.from_here(request):
        who = browsers.signed_in(request)
        form = await request.form()
        raise Kept(_kept(request, path, form, who.account if who else None, quote(path)))


def waits(request: Request, place: str) -> bool:
    """Whether this browser has written something that is shown again at ``place`` after logging in."""
    return _held(request).find(_key(request), place) is not None


def found(request: Request) -> Unsent | None:
    """What was written on this page and not taken, for who wrote it."""
    kept, who = _held(request).find(_key(request), request.scope["path"]), browsers.signed_in(request)
    mine = kept is not None and (kept.account is None or (who is not None and who.account == kept.account))
    return kept if mine else None


def taken(request: Request, place: str) -> None:
    """It was sent again and is not shown any more."""
    _held(request).take(_key(request), place)


def names_of(form: FormData) -> tuple[str, ...]:
    """The names of the files that a form had."""
    sent = [one.filename for one in form.getlist("files") if isinstance(one, UploadFile) and one.filename]
    chosen = form.get(CHOSEN)
    return (*sent, *(chosen.splitlines()[:_MOST_FILES] if isinstance(chosen, str) and chosen else ()))


def _kept(request: Request, place: str, form: FormData, account: int | None, leads: str) -> Response:
    fields: Sequence[tuple[str, str]] = [
        (name, value)
        for name, value in form.multi_items()
        if isinstance(value, str) and name not in (browsers.FIELD, CHOSEN)
    ]
    kept = Unsent(tuple(fields), names_of(form), account)
    size = sum(len(name) + 4 * len(value) for name, value in fields) + sum(map(len, kept.files))
    # A new key each time: one that somebody planted before is worth nothing.
    key, held = secrets.token_urlsafe(32), _held(request)
    held.rename(_key(request), key)
    held.keep(key, place, kept, size=size, origin=request.client.host if request.client else "")
    answer = RedirectResponse(leads, 303)
    browsers.set_cookie(answer, request.url.scheme, _cookie(request), key, int(AGE))
    return answer


def _held(request: Request) -> Held[Unsent]:
    return cast("Held[Unsent]", request.app.state.unsent)


def _key(request: Request) -> str:
    return request.cookies.get(_cookie(request), "")


def _cookie(request: Request) -> str:
    return "__Host-dragoman-unsent" if request.url.scheme == "https" else "dragoman-unsent"
