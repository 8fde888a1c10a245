"""Slow and ordinary connections against the running server."""

from __future__ import annotations

import socket
import time

import httpx
import pytest

from dragoman.web.connections import HeadersInTime
from web.conftest import Server


def connected(server: Server) -> socket.socket:
    address = httpx.URL(server.url)
    return socket.create_connection((address.host, address.port or 0), 10)


@pytest.mark.parametrize("begun", [b"", b"GET / HTTP/1.1\r\nhost: x\r\nx-slow: "])
def test_headers_that_trickle_in_are_cut_off(server: Server, monkeypatch: pytest.MonkeyPatch, begun: bytes) -> None:
    monkeypatch.setattr(HeadersInTime, "header_seconds", 0.6)
    with connected(server) as slow:
        slow.sendall(begun)
        slow.settimeout(0.1)
        until = time.monotonic() + 10
        while time.monotonic() < until:
            try:
                if begun:
                    slow.sendall(b"a")
                if slow.recv(100) == b"":
                    return
            except TimeoutError:
                continue
            except ConnectionError:
                return
    pytest.fail("the connection was still open after ten seconds")


@pytest.mark.slow
def test_a_connection_serves_one_request_after_the_other(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(HeadersInTime, "header_seconds", 0.4)
    request = b"GET /api/v1/codebook HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n"
    with connected(server) as quick:
        for _ in range(3):
            quick.sendall(request)
            assert quick.recv(65536).startswith(b"HTTP/1.1 200")
            time.sleep(0.6)
            quick.setblocking(False)
            try:
                while quick.recv(65536):
                    pass
            except BlockingIOError:
                pass
            quick.setblocking(True)
