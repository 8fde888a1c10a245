"""What protects every page: headers, who may be asked by which name, and from where.

The policy has no ``unsafe-inline``: a script or style that a document smuggles into a page does nothing.
"""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dragoman.errors import InvalidRecord
from dragoman.web.faults import problem
from dragoman.web.heads import Heads
from dragoman.web.settings import Settings

if TYPE_CHECKING:
    from fastapi import FastAPI

    from dragoman.web.accounts.store import Accounts

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",  # pictures are turned into PNG in the browser
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
_FORM_LIMIT = 1024 * 1024  # bytes of a request that uploads nothing
_FILES = "multipart/form-data"


class Security:
    """Middleware: refuses requests by a wrong name, from a wrong place or too large, and adds the headers."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app, self.settings = app, settings
        self._public = urlsplit(settings.public_url)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        if self.settings.public_url:
            self._believe_proxy(scope)
        sending = self._with_headers(scope, send)
        refused = self._refusal(scope)
        if refused is not None:
            return await refused(scope, receive, sending)
        return await self.app(scope, self._counting(scope, receive), sending)

    def _believe_proxy(self, scope: Scope) -> None:
        scope["scheme"] = self._public.scheme
        client = scope.get("client")
        forwarded = Headers(scope=scope).get("x-forwarded-for", "").rpartition(",")[2].strip()
        # The last one in the list was written by the proxy itself; the others can be anybody's invention.
        if forwarded and client and _near(client[0]):
            scope["client"] = (forwarded[:100], 0)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if not self._known_host(headers.get("host", "")):
            # A name that somebody pointed at this machine: their page would pass for ours (DNS rebinding).
            return refusal(scope, 421, "This server does not go by that name.")
        client = scope.get("client")
        if not self.settings.team and not self.settings.public_url and client and not is_loopback(client[0]):
            return refusal(scope, 403, "Without accounts only this machine may ask.")
        if headers.getlist("content-length")[1:] or not headers.get("content-length", "0").isdecimal():
            return refusal(scope, 400, "The length of the request is not clear.")
        if int(headers.get("content-length", "0")) > self._limit(headers):
            return refusal(scope, 413, f"A request may have {self._limit(headers):,} bytes.")
        return None

    def _limit(self, headers: Headers) -> int:
        kind = headers.get("content-type", "").partition(";")[0].strip().lower()
        return self.settings.max_upload + _FORM_LIMIT if kind == _FILES else _FORM_LIMIT

    def _counting(self, scope: Scope, receive: Receive) -> Receive:
        """What is sent in pieces says no length beforehand."""
        limit, got = self._limit(Headers(scope=scope)), 0

        async def receiving() -> Message:
            nonlocal got
            message = await receive()
            got += len(message.get("body", b""))
            if got > limit:
                raise HTTPException(413, f"A request may have {limit:,} bytes.")
            return message

        return receiving

    def _known_host(self, host: str) -> bool:
        name = _host_name(host)
        if name and (name in (self._public.hostname, self.settings.host) or is_loopback(name)):
            return True
        # Cookies and roles protect a team; it may be reached by whatever name its network gives it.
        return bool(name) and self.settings.team and not self.settings.public_url

    def _with_headers(self, scope: Scope, send: Send) -> Send:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                if not scope["path"].startswith("/static/"):
                    # What an account sees is not kept where the next one could find it.
                    headers.setdefault("cache-control", "no-store" if self.settings.team else "no-cache")
                if scope["scheme"] == "https":
                    headers.setdefault("strict-transport-security", "max-age=31536000")
            await send(message)

        return sending


def install(app: FastAPI, settings: Settings) -> None:
    """Put the protection before everything else. Raises `InvalidRecord` where the server would stand open."""
    refuse_open_server(settings, app.state.accounts)
    app.add_middleware(Security, settings=settings)
    app.add_middleware(Heads)


def refuse_open_server(settings: Settings, accounts: Accounts | None) -> None:
    """Raises `InvalidRecord` where others than this machine could ask and there is no account to ask with."""
    if is_loopback(settings.host) and not settings.public_url:
        return
    if accounts is None:
        raise InvalidRecord(f"--host {settings.host}: without accounts only this machine may ask; use --team")
    if not accounts.usable() and settings.oidc is None:
        raise InvalidRecord(
            f"--host {settings.host}: there is no account yet; `dragoman accounts add NAME --role admin` makes one"
        )


def is_loopback(host: str) -> bool:
    """Whether an address or name can only be this machine's own."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def refusal(scope: Scope, status: int, detail: str) -> Response:
    """A line for a browser, a problem for a program that asks the API."""
    if not scope["path"].startswith("/api/"):
        return PlainTextResponse(f"{detail}\n", status)
    return problem(status, detail)


def _host_name(host: str) -> str:
    """The name in a Host header, without its port; empty where it is none."""
    try:
        return (urlsplit(f"//{host}").hostname or "") if host.isprintable() and "@" not in host else ""
    except ValueError:  # brackets that hold no address
        return ""


def _near(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return False
