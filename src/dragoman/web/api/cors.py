"""Pages of other origins that may ask the API: none, unless the settings name them."""

from __future__ import annotations

from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

from dragoman.web.api.problems import PREFIX
from dragoman.web.settings import Settings


class ForApi:
    """Middleware: what `CORSMiddleware` does, under ``/api/`` only. Cookies stay out: other origins bring a token."""

    def __init__(self, app: ASGIApp, origins: tuple[str, ...]) -> None:
        self.app = app
        self.shared = CORSMiddleware(
            app,
            allow_origins=origins,
            allow_methods=("GET", "POST"),
            allow_headers=("authorization", "content-type", "if-match", "if-none-match"),
            expose_headers=("etag", "link", "location"),
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        ours = scope["type"] == "http" and scope["path"].startswith(PREFIX)
        await (self.shared if ours else self.app)(scope, receive, send)


def install(app: FastAPI, settings: Settings) -> None:
    """Before accounts: a browser asks whether it may ask without saying who it is."""
    if settings.cors:
        app.add_middleware(ForApi, origins=settings.cors)
