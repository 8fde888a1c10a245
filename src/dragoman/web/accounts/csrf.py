"""Forged requests: whatever changes something carries a token that another site cannot read.

Logged in, the token belongs to the session. Before that, and in local mode, where there is no session, it is a cookie's
value sent a second time as a form field or header.
"""

from __future__ import annotations

import hmac
import secrets

from fastapi import HTTPException, Request

from dragoman.web.accounts import browsers, unsent

HEADER = "x-csrf-token"
STALE = "x-stale-form"  # tells our scripts that the token is of an earlier session
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
_NO_TOKEN = (
    "Programs that change something need an API token: serve with --team, make one on the page Account and send it as"
    " Authorization: Bearer. Nothing was changed."
)


def csrf_token(request: Request) -> str:
    """The token for the forms and scripts of the page that answers this request."""
    who = browsers.signed_in(request)
    if who is not None:
        return who.csrf
    token = browsers.form_cookie(request) or getattr(request.state, "form_token", "")
    if not token:
        token = request.state.form_token = secrets.token_urlsafe(32)  # `accounts.guard` sets the cookie with the answer
    return token


async def checked_csrf(request: Request) -> None:
    """Dependency of every route that changes something. Answers 403 where the token is missing or another one; of a
    form that somebody writes in, it keeps what was written (`unsent`).

    Programs with an API token need none: a browser never sends that by itself.
    """
    who = browsers.signed_in(request)
    if who is not None and not who.csrf:
        return
    browsers.refuse_other_origin(request)
    expected = who.csrf if who is not None else browsers.form_cookie(request)
    given = request.headers.get(HEADER)
    if given is None and request.headers.get("content-type", "").partition(";")[0].strip().lower() in _FORMS:
        field = (await request.form()).get(browsers.FIELD)
        given = field if isinstance(field, str) else None
    if not expected or not given or not hmac.compare_digest(expected.encode(), given.encode()):
        if given is None and request.url.path.startswith("/api/"):
            raise HTTPException(403, _NO_TOKEN)
        await unsent.keep_stale(request)
        raise HTTPException(403, browsers.OUT_OF_DATE, {STALE: "1"})
