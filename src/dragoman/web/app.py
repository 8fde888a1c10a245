"""Assembling the application: ledger, templates, routers, static files, errors."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path

from anyio import to_thread
from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from dragoman import __version__
from dragoman.ledger import Ledger
from dragoman.web import faults
from dragoman.web.pictures.kept import Kept
from dragoman.web.settings import Settings
from dragoman.web.templating import templates

_HERE = Path(__file__).parent
_THREADS = 12

# Each has a ``router``. The order matters only where paths overlap.
_ROUTERS = (
    "dragoman.web.pages.home",
    "dragoman.web.pages.actor",
    "dragoman.web.pages.dyad",
    "dragoman.web.pages.instrument",
    "dragoman.web.pages.document",
    "dragoman.web.pages.statement",
    "dragoman.web.pages.search",
    "dragoman.web.pages.contradictions",
    "dragoman.web.pages.review",
    "dragoman.web.pages.upload",
    "dragoman.web.pages.pictures",
    "dragoman.web.accounts.pages",
    "dragoman.web.api",
)
# Each has ``install(app, settings)``: middleware, handlers, ``app.state``. The last one sees a request first.
_PARTS = (
    "dragoman.web.uploads",
    "dragoman.web.api.problems",
    "dragoman.web.accounts",
    "dragoman.web.api.cors",
    "dragoman.web.security",
)


def create_app(settings: Settings) -> FastAPI:
    """The application on the ledger that the settings name, which is created where there is none.

    Raises `LedgerError` where the ledger cannot be opened.
    """
    app = FastAPI(
        title="Dragoman",
        version=__version__,
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=_lifespan,
    )
    app.state.settings = settings
    app.state.ledger = Ledger.open(settings.ledger)
    app.state.kept = Kept()
    app.state.templates = templates(_HERE / "templates")
    app.mount("/static", StaticFiles(directory=_HERE / "static"), name="static")
    faults.install(app)
    for name in _ROUTERS:
        app.include_router(import_module(name).router)
    for name in _PARTS:
        import_module(name).install(app, settings)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    # Not more than the pool has connections (15), so that nobody waits for one; few keep the answers in order.
    to_thread.current_default_thread_limiter().total_tokens = _THREADS
    with app.state.uploads:
        yield
    app.state.ledger.close()
    if app.state.accounts:
        app.state.accounts.close()
