"""At the door, before any page: who is this, and may they ask for this?"""

from __future__ import annotations

from http.cookies import CookieError, SimpleCookie
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dragoman.web import faults
from dragoman.web.accounts import browsers, sessions, unsent
from dragoman.web.accounts.records import SignedIn
from dragoman.web.accounts.roles import needed
from dragoman.web.accounts.store import Accounts

_FORM_COOKIE_AGE = 7 * 86_400


class Guard:
    """Middleware: finds who asks (``request.state.user`` and ``signed_in``) and refuses what their role does not allow.

    Without ``accounts`` (local mode) it only keeps the cookie that forms are checked by.
    """

    def __init__(self, app: ASGIApp, accounts: Accounts | None) -> None:
        self.app, self.accounts = app, accounts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        state = scope.setdefault("state", {})
        if self.accounts is not None:
            who, programs = await self._who(self.accounts, scope)
            state["signed_in"], state["user"] = who, who.user if who else None
            refused = _refused(scope, who, programs)
            if refused is not None and who is None and not programs and unsent.keeps(*_asked(scope)):
                # What was written is kept until they have logged in. The form's own route never sees it.
                state["unsent"], scope = scope["path"], {**scope, "path": unsent.KEEP, "raw_path": unsent.KEEP.encode()}
            elif refused is not None:
                return await refused(scope, receive, self._with_form_cookie(scope, send))
        return await self.app(scope, receive, self._with_form_cookie(scope, send))

    async def _who(self, accounts: Accounts, scope: Scope) -> tuple[SignedIn | None, bool]:
        """Who asks, and whether it is a program (has an ``Authorization`` header)."""
        headers = Headers(scope=scope)
        authorization = headers.get("authorization")
        if authorization is not None:
            kind, _, token = authorization.partition(" ")
            if kind.lower() != "bearer":
                return None, True
            return await run_in_threadpool(sessions.by_token, accounts, token.strip()), True
        token = _cookie(headers, browsers.session_cookie_name(scope["scheme"]))
        return (await run_in_threadpool(sessions.by_session, accounts, token) if token else None), False

    def _with_form_cookie(self, scope: Scope, send: Send) -> Send:
        async def sending(message: Message) -> None:
            token = scope["state"].get("form_token")
            if message["type"] == "http.response.start" and token:
                made = Response()
                name = browsers.form_cookie_name(scope["scheme"])
                browsers.set_cookie(made, scope["scheme"], name, token, _FORM_COOKIE_AGE)
                MutableHeaders(scope=message).append("set-cookie", made.headers["set-cookie"])
            await send(message)

        return sending


def _asked(scope: Scope) -> tuple[str, str, Headers]:
    return scope["method"], scope["path"], Headers(scope=scope)


def _cookie(headers: Headers, name: str) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(name)
    except CookieError:
        return ""
    return found.value if found else ""


def _refused(scope: Scope, who: SignedIn | None, program: bool) -> Response | None:
    """The answer to somebody who may not ask this; null where they may."""
    path, method = scope["path"], scope["method"]
    role = needed(method, path)
    if role is None:
        return None
    request = Request(scope)
    if who is None:
        if program or path.startswith("/api/"):
            return faults.problem(401, "Log in, or send a valid API token", {"www-authenticate": "Bearer"})
        if method != "GET":
            return faults.page(request, 401, "Nothing was changed. Log in and try again.")
        asked = scope.get("raw_path", path.encode()).decode("latin-1")  # as it was written: "%3F" is no "?"
        if scope["query_string"]:
            asked += f"?{scope['query_string'].decode('latin-1')}"
        return RedirectResponse(f"/login?next={quote(asked, safe='')}", 303)
    if not who.user.may(role):
        detail = f"This needs the role {role}; {who.user.name} is {who.user.role}."
        return faults.problem(403, detail) if path.startswith("/api/") else faults.page(request, 403, detail)
    if who.temporary and not path.startswith(("/account", "/logout")):
        if path.startswith("/api/") or method != "GET":
            return faults.problem(403, "Set a password of your own first")
        return RedirectResponse("/account", 303)
    return None
