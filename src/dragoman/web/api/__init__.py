"""The REST API under ``/api/v1``: everything that the pages show, for programs; described by ``openapi.json`` there.

Answers are JSON with an ETag, lists are paged by a cursor, every error is a problem (RFC 9457). Who asks is settled
before: by a session's cookie or an API token (``Authorization: Bearer``).
"""

from __future__ import annotations

from fastapi import APIRouter, Depends

from dragoman.web.api import (
    accounts,
    actors,
    bulk,
    decisions,
    documents,
    dyads,
    instruments,
    ledgers,
    news,
    pictures,
    search,
    statements,
    uploads,
)
from dragoman.web.api.asking import refuse_undescribed
from dragoman.web.api.problems import RESPONSES

router = APIRouter(prefix="/api/v1", responses=RESPONSES, dependencies=[Depends(refuse_undescribed)])
_PARTS = (
    statements,
    documents,
    actors,
    dyads,
    instruments,
    pictures,
    search,
    news,
    decisions,
    uploads,
    bulk,
    ledgers,
    accounts,
)
for part in _PARTS:
    router.include_router(part.router)
