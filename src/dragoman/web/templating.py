"""The template environment: autoescaped, strict about names, with the links and words that all pages use."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from difflib import SequenceMatcher
from functools import lru_cache
from pathlib import Path
from typing import Any

from fastapi.templating import Jinja2Templates
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from dragoman import __version__
from dragoman.actors import directory
from dragoman.amounts import as_found, in_words, number
from dragoman.codebook import codebook
from dragoman.web import links

# What pages call the sections of an actor or a pair.
HEADINGS = {
    "relations": "Relations",
    "membership": "Memberships",
    "agreement": "Instruments",
    "mission": "Missions",
    "assistance": "Programmes and money",
    "meeting": "Meetings",
    "office": "Offices",
    "position": "Positions",
    "objective": "Objectives",
    "progress": "Progress",
    "indicator": "Indicators",
    "event": "Events",
}


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
    environment.filters |= {
        "number": number,
        "amount": in_words,
        "as_found": as_found,
        "counted": counted,
        "actor_name": actor_name,
        "moment": moment,
        "words_apart": words_apart,
    }
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
    directory()  # is read once, when the server starts
    return {f.__name__: f for f in urls} | {"codebook": codebook(), "version": __version__, "headings": HEADINGS}


def counted(value: int, what: str) -> str:
    """``1 fact``, ``1,200 facts``."""
    return f"{number(value)} {what}" + ("" if value == 1 else "s")


def words_apart(text: str, other: str) -> list[tuple[str, bool]]:
    """``text`` in stretches, each with whether ``other`` does not have its words there."""
    words, others = re.findall(r"\S+\s*", text), re.findall(r"\S+\s*", other)
    before, here = ([word.rstrip() for word in side] for side in (others, words))
    found = SequenceMatcher(None, before, here, autojunk=False).get_opcodes()
    return [("".join(words[start:end]), how != "equal") for how, _, _, start, end in found if end > start]


@lru_cache(maxsize=20_000)
def actor_name(actor: str) -> str:
    """An actor as lines show it: the directory's name, else ``Name (CODE)``; a code says nothing about status."""
    if actor in directory():
        return directory().actor(actor).name
    code, _, name = actor.partition("/")
    return f"{name} ({code})" if code and name else name or code


def moment(seconds: int) -> str:
    """Seconds since 1970 as ``2026-11-25 23:04``, UTC."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d %H:%M")
