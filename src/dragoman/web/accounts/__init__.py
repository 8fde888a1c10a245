"""Accounts of teams: users with roles, sessions, API tokens, login by password or OpenID Connect, and an audit log."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fastapi import FastAPI

    from dragoman.web.settings import Settings


def install(app: FastAPI, settings: Settings) -> None:
    """Put the guard before all pages; in team mode open the accounts. Raises `LedgerError`."""
    from starlette.middleware.sessions import SessionMiddleware

    from dragoman.web.accounts import oidc
    from dragoman.web.accounts.csrf import csrf_token
    from dragoman.web.accounts.guard import Guard
    from dragoman.web.accounts.held import Held
    from dragoman.web.accounts.store import Accounts
    from dragoman.web.accounts.unsent import Kept, Unsent

    accounts = Accounts(settings.ledger) if settings.team else None
    app.state.accounts = accounts
    app.state.csrf_token = csrf_token
    app.state.held_secrets = Held[tuple[str, str]]()
    app.state.unsent = Held[Unsent]()
    app.add_exception_handler(Kept, lambda _, kept: kept.answer)
    app.state.oidc = oidc.client_for(settings.oidc) if settings.oidc else None
    if settings.oidc:
        # Holds state, nonce and verifier while somebody is at the provider; our own sessions are kept by the server.
        app.add_middleware(
            SessionMiddleware,
            secret_key=settings.secret or secrets.token_urlsafe(32),
            session_cookie="dragoman-oidc",
            path="/login",
            max_age=600,
            https_only=settings.public_url.startswith("https://"),
        )
    app.add_middleware(Guard, accounts=accounts)
