"""What a request needs: the ledger, the user, a page from a template."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, cast

from fastapi import Request
from fastapi.responses import HTMLResponse
from fastapi.templating import Jinja2Templates

from dragoman.ledger import Ledger
from dragoman.web.settings import Settings

Role = Literal["reader", "reviewer", "admin"]
ROLES: tuple[Role, ...] = ("reader", "reviewer", "admin")


@dataclass(frozen=True, slots=True)
class User:
    """Who asks. A role can do what those before it in `ROLES` can."""

    name: str
    role: Role

    def may(self, role: Role) -> bool:
        return ROLES.index(self.role) >= ROLES.index(role)


LOCAL = User("local", "admin")  # single-user mode, which is bound to loopback


def settings(request: Request) -> Settings:
    return cast(Settings, request.app.state.settings)


def ledger(request: Request) -> Ledger:
    """The ledger that the server was started on; its engine is shared by all requests."""
    return cast(Ledger, request.app.state.ledger)


def base_url(request: Request) -> str:
    """How users reach this server, without a slash at the end: for links that leave it."""
    return (settings(request).public_url or str(request.base_url)).rstrip("/")


def user(request: Request) -> User | None:
    """Who asks: the local user, in team mode who is logged in (``request.state.user``), null for nobody."""
    if not settings(request).team:
        return LOCAL
    return cast("User | None", getattr(request.state, "user", None))


def csrf(request: Request) -> str:
    """The token that forms and scripts of this page send back; empty until something provides one."""
    provide = getattr(request.app.state, "csrf_token", None)
    return str(provide(request)) if provide is not None else ""


def render(request: Request, template: str, *, status: int = 200, **context: Any) -> HTMLResponse:
    """A page. Templates also see ``request``, ``user``, ``csrf``, ``team`` and ``theme``."""
    templates = cast(Jinja2Templates, request.app.state.templates)
    theme = request.cookies.get("theme")
    shared = {
        "user": user(request),
        "csrf": csrf(request),
        "team": settings(request).team,
        "theme": theme if theme in ("light", "dark") else None,
    }
    return templates.TemplateResponse(request, template, shared | context, status_code=status)
