"""Who may do what, in one place. Everything needs a role unless it is listed here."""

from __future__ import annotations

from dragoman.web.state import Role

# What somebody without an account gets to see: how to log in, and how the page looks.
_OPEN = ("/login", "/static/", "/healthz", "/favicon.ico")
# What everybody with an account may change: their own account.
_OWN = ("/logout", "/account")
_ADMIN = ("/admin", "/api/v1/admin")
_READING = frozenset({"GET", "HEAD", "OPTIONS"})


def needed(method: str, path: str) -> Role | None:
    """The role that a request needs; null where none is needed. Whatever changes anything needs a reviewer."""
    if _under(path, _OPEN):
        return None
    if _under(path, _ADMIN):
        return "admin"
    if method in _READING or _under(path, _OWN):
        return "reader"
    return "reviewer"


def _under(path: str, places: tuple[str, ...]) -> bool:
    return any(path == place.rstrip("/") or path.startswith(place.rstrip("/") + "/") for place in places)
