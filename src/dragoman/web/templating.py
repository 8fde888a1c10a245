"""The template environment: autoescaped, strict about names, with the links and words that all pages use."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fastapi.templating import Jinja2Templates
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from dragoman import __version__
from dragoman.codebook import codebook
from dragoman.web import links


def templates(folder: Path) -> Jinja2Templates:
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals |= _globals()
    environment.filters |= {"number": number, "actor_name": actor_name}
    return Jinja2Templates(env=environment)


def _globals() -> dict[str, Any]:
    urls = (
        links.actor_url,
        links.dyad_url,
        links.instrument_url,
        links.statement_url,
        links.document_url,
        links.search_url,
        links.with_query,
    )
    return {f.__name__: f for f in urls} | {"codebook": codebook(), "version": __version__}


def number(value: float) -> str:
    """12345 as 12,345."""
    return f"{int(value):,}" if value == int(value) else f"{value:,}"


def actor_name(actor: str) -> str:
    """An actor as lines show it: ``CODE`` and ``CODE/Name`` as they are, ``/Name`` without its slash."""
    return actor.removeprefix("/")
