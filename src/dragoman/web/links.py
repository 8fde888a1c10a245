"""Addresses of pages. Templates and handlers take them from here, so that every name is quoted the same way."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote, urlencode


@lru_cache(maxsize=10_000)
def actor_url(actor: str) -> str:
    """``USA/Marco Rubio`` keeps its slash; others are written ``%2F``, as ``..`` between two would lead elsewhere."""
    code, slash, name = actor.partition("/")
    dots = {".", ".."} & {code, name}
    joined = "%2F" if slash and (dots or not code) else slash
    return f"/actors/{quote(code, safe='')}{joined}{quote(name, safe='')}"


def dyad_url(a: str, b: str) -> str:
    return with_query("/dyad", a=a, b=b)


@lru_cache(maxsize=10_000)
def instrument_url(name: str) -> str:
    return with_query("/instruments", name=name)


@lru_cache(maxsize=10_000)
def statement_url(statement_id: str) -> str:
    return f"/statements/{quote(statement_id, safe='')}"


def document_url(document_id: str, statement_id: str | None = None) -> str:
    """The document, opened where a statement stands."""
    path = f"/documents/{quote(document_id, safe='')}"
    if statement_id is None:
        return path
    place = quote(statement_id, safe="")
    return f"{path}?at={place}#s-{place}"


def search_url(text: str, **facets: object) -> str:
    return with_query("/search", q=text, **facets)


def with_query(path: str, **values: object) -> str:
    """``path`` with a query string of what is given; null and empty values are left out, lists are repeated."""
    given = [(name, value) for name, value in values.items() if value not in (None, "", [], ())]
    return f"{path}?{urlencode(given, doseq=True)}" if given else path
