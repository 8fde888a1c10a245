"""Connections on which no whole request arrives in time are closed, so that headers sent byte by byte hold nothing."""

from __future__ import annotations

import asyncio

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

HEADER_SECONDS = 20.0


class HeadersInTime(H11Protocol):
    """HTTP/1.1 as uvicorn speaks it. The time runs from the connection or the first byte of a request until its headers
    are complete; between requests uvicorn's own limit for idle connections holds, and bodies have theirs
    (`dragoman.web.arriving`)."""

    header_seconds = HEADER_SECONDS
    _limit: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self.conn.their_state is h11.IDLE:
            self._wait()
        else:
            self._enough()

    def connection_lost(self, exc: Exception | None) -> None:
        self._enough()
        super().connection_lost(exc)

    def _wait(self) -> None:
        if self._limit is None:
            self._limit = self.loop.call_later(self.header_seconds, self.transport.close)

    def _enough(self) -> None:
        if self._limit is not None:
            self._limit.cancel()
            self._limit = None
