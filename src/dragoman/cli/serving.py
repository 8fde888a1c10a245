"""`dragoman serve`: the web application."""

from __future__ import annotations

import os
import socket
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.codes import ExitCode
from dragoman.cli.options import DEFAULT_LEDGER, LedgerOption
from dragoman.cli.output import note
from dragoman.errors import DragomanError, InvalidRecord

if TYPE_CHECKING:
    import uvicorn

    from dragoman.web import Settings
    from dragoman.web.settings import Oidc


def serve(
    ledger: LedgerOption = DEFAULT_LEDGER,
    database: Annotated[
        str | None, typer.Option("--database", metavar="URL", help="A postgresql:// address, instead of --ledger.")
    ] = None,
    team: Annotated[
        bool, typer.Option("--team", help="Ask for accounts; without it there is one user, on this machine only.")
    ] = False,
    host: Annotated[str, typer.Option("--host", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; 0 for a free one.")] = 8765,
    public_url: Annotated[
        str,
        typer.Option("--public-url", metavar="URL", help="How users reach it where a proxy with TLS stands before it."),
    ] = "",
    cors: Annotated[
        list[str] | None,
        typer.Option("--cors", metavar="ORIGIN", help="Pages from there may ask the API with a token."),
    ] = None,
    open_: Annotated[bool, typer.Option("--open", help="Open the first page in the browser.")] = False,
) -> int:
    """Open the web application on a ledger, which is created where there is none.

    Stop it with Ctrl-C. A team logs in by password (`dragoman accounts add NAME --role admin` makes the first account)
    or by OpenID Connect: DRAGOMAN_OIDC_ISSUER, DRAGOMAN_OIDC_CLIENT, DRAGOMAN_OIDC_SECRET, and DRAGOMAN_OIDC_ROLE for
    those who come for the first time (reader; none keeps them out).
    """
    try:
        from dragoman.web import Settings, create_app
    except ImportError as error:
        raise DragomanError(f"serve needs more packages ({error.name}); pip install 'dragoman[web]'") from error
    settings = Settings(
        ledger=database or ledger,
        team=team,
        host=host,
        port=port,
        secret=os.environ.get("DRAGOMAN_SECRET", ""),
        public_url=public_url,
        oidc=_oidc() if team else None,
        cors=tuple(cors or ()),
    )
    app = create_app(settings)
    _run(app, settings, open_)
    return ExitCode.DONE


def _oidc() -> Oidc | None:
    """The provider that the environment names, where secrets are kept from those who see the command."""
    from dragoman.web.settings import Oidc

    given = {name: os.environ.get(f"DRAGOMAN_OIDC_{name}", "") for name in ("ISSUER", "CLIENT", "SECRET")}
    if not any(given.values()):
        return None
    if missing := [f"DRAGOMAN_OIDC_{name}" for name, value in given.items() if not value]:
        raise InvalidRecord(f"login by OpenID Connect also needs {', '.join(missing)}")
    role = os.environ.get("DRAGOMAN_OIDC_ROLE", "reader")
    if role not in ("reader", "reviewer", "admin", "none"):
        raise InvalidRecord(f"DRAGOMAN_OIDC_ROLE {role!r} is not one of reader, reviewer, admin, none")
    return Oidc(given["ISSUER"], given["CLIENT"], given["SECRET"], "" if role == "none" else role)


def _run(app: object, settings: Settings, open_: bool) -> None:
    import uvicorn

    from dragoman.web.connections import HeadersInTime

    with _listening(settings) as listening:
        config = uvicorn.Config(
            app,  # type: ignore[arg-type]
            http=HeadersInTime,
            log_level="warning",
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=10,
        )
        server = uvicorn.Server(config)
        host, port = listening.getsockname()[:2]
        url = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
        threading.Thread(target=_announce, args=(server, url, open_), daemon=True).start()
        with suppress(KeyboardInterrupt):  # the ordinary way to stop it
            server.run(sockets=[listening])


def _listening(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        return socket.create_server((settings.host, settings.port), family=family, backlog=512)
    except OSError as error:
        at = f"{settings.host}:{settings.port}"
        raise DragomanError(f"cannot listen on {at}: {error.strerror or error}; choose another --port") from error


def _announce(server: uvicorn.Server, url: str, open_: bool) -> None:
    """Say where the application is, once it answers."""
    while not server.started:
        if server.should_exit:
            return
        time.sleep(0.02)
    note(f"Dragoman is at {url}; Ctrl-C stops it")
    if open_:
        import webbrowser

        webbrowser.open(url)
