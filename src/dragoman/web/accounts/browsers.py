"""What a browser's request brings besides its form: who it comes from, from which site, and our cookies."""

from __future__ import annotations

from urllib.parse import urlsplit

from fastapi import HTTPException, Request
from starlette.responses import Response

from dragoman.web.accounts.records import SignedIn
from dragoman.web.state import settings

FIELD = "csrf"  # of a form, with the token that another site cannot read
OUT_OF_DATE = "This page is out of date or was not ours. Nothing was changed: go back, reload it and try again."


def signed_in(request: Request) -> SignedIn | None:
    """Who the request comes from, in team mode."""
    found = getattr(request.state, "signed_in", None)
    return found if isinstance(found, SignedIn) else None


def from_here(request: Request) -> bool:
    """Whether a browser says that one of our own pages sends this; false also where nothing is said."""
    try:
        refuse_other_origin(request)
    except HTTPException:
        return False
    return "origin" in request.headers or request.headers.get("sec-fetch-site") == "same-origin"


def refuse_other_origin(request: Request) -> None:
    """Browsers say where a request comes from. Raises `HTTPException`, 403, for what comes from elsewhere, whatever it
    carries."""
    origin = request.headers.get("origin")
    ours = (request.headers.get("host"), urlsplit(settings(request).public_url).netloc or None)
    if origin is not None and urlsplit(origin).netloc not in ours:
        raise HTTPException(403, OUT_OF_DATE)
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise HTTPException(403, OUT_OF_DATE)


def session_cookie_name(scheme: str) -> str:
    """What the cookie of a session is called under ``scheme``."""
    return "__Host-dragoman" if scheme == "https" else "dragoman"


def form_cookie_name(scheme: str) -> str:
    """What the cookie for forms is called where nobody is logged in."""
    return "__Host-dragoman-form" if scheme == "https" else "dragoman-form"


def form_cookie(request: Request) -> str:
    """The token of our cookie for forms; empty where there is none or it is too short to be one of ours."""
    value = request.cookies.get(form_cookie_name(request.url.scheme), "")
    return value if len(value) >= 32 else ""


def set_cookie(response: Response, scheme: str, name: str, value: str, max_age: int | None) -> None:
    """A cookie that scripts cannot read and that other sites' requests do not carry."""
    secure = scheme == "https"
    response.set_cookie(name, value, max_age=max_age, path="/", secure=secure, httponly=True, samesite="lax")
