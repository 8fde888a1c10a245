"""Forged requests: whatever changes something carries a token that another site cannot read.

Logged in, the token belongs to the session. Before that, and in local mode, where there is no session, it is a cookie's
value sent a second time as a form field or header.
"""

from __future__ import annotations

import hmac
import secrets
from urllib.parse import urlsplit

from fastapi import HTTPException, Request
from starlette.responses import Response

from dragoman.web.accounts.records import SignedIn
from dragoman.web.state import settings

FIELD, HEADER = "csrf", "x-csrf-token"
STALE = "x-stale-form"  # tells our scripts that the token is of an earlier session
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
_STALE = "This page is out of date or was not ours. Nothing was changed: go back, reload it and try again."
_NO_TOKEN = (
    "Programs that change something need an API token: serve with --team, make one on the page Account and send it as"
    " Authorization: Bearer. Nothing was changed."
)


def signed_in(request: Request) -> SignedIn | None:
    """Who the request comes from, in team mode."""
    found = getattr(request.state, "signed_in", None)
    return found if isinstance(found, SignedIn) else None


def csrf_token(request: Request) -> str:
    """The token for the forms and scripts of the page that answers this request."""
    who = signed_in(request)
    if who is not None:
        return who.csrf
    token = _form_cookie(request) or getattr(request.state, "form_token", "")
    if not token:
        token = request.state.form_token = secrets.token_urlsafe(32)  # `accounts.guard` sets the cookie with the answer
    return token


async def checked_csrf(request: Request) -> None:
    """Dependency of every route that changes something. Answers 403 where the token is missing or another one; of a
    form that somebody writes in, it keeps what was written (`unsent`).

    Programs with an API token need none: a browser never sends that by itself.
    """
    from dragoman.web.accounts import unsent

    who = signed_in(request)
    if who is not None and not who.csrf:
        return
    _refuse_other_origin(request)
    expected = who.csrf if who is not None else _form_cookie(request)
    given = request.headers.get(HEADER)
    if given is None and request.headers.get("content-type", "").partition(";")[0].strip().lower() in _FORMS:
        field = (await request.form()).get(FIELD)
        given = field if isinstance(field, str) else None
    if not expected or not given or not hmac.compare_digest(expected.encode(), given.encode()):
        if given is None and request.url.path.startswith("/api/"):
            raise HTTPException(403, _NO_TOKEN)
        await unsent.keep_stale(request)
        raise HTTPException(403, _STALE, {STALE: "1"})


def from_here(request: Request) -> bool:
    """Whether a browser says that one of our own pages sends this; false also where nothing is said."""
    try:
        _refuse_other_origin(request)
    except HTTPException:
        return False
    return "origin" in request.headers or request.headers.get("sec-fetch-site") == "same-origin"


def session_cookie_name(scheme: str) -> str:
    return "__Host-dragoman" if scheme == "https" else "dragoman"


def form_cookie_name(scheme: str) -> str:
    return "__Host-dragoman-form" if scheme == "https" else "dragoman-form"


def set_cookie(response: Response, scheme: str, name: str, value: str, max_age: int | None) -> None:
    """A cookie that scripts cannot read and that other sites' requests do not carry."""
    secure = scheme == "https"
    response.set_cookie(name, value, max_age=max_age, path="/", secure=secure, httponly=True, samesite="lax")


def _form_cookie(request: Request) -> str:
    value = request.cookies.get(form_cookie_name(request.url.scheme), "")
    return value if len(value) >= 32 else ""


def _refuse_other_origin(request: Request) -> None:
    """Browsers say where a request comes from; what comes from elsewhere is refused whatever it carries."""
    origin = request.headers.get("origin")
    ours = (request.headers.get("host"), urlsplit(settings(request).public_url).netloc or None)
    if origin is not None and urlsplit(origin).netloc not in ours:
        raise HTTPException(403, _STALE)
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise HTTPException(403, _STALE)
