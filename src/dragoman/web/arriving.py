"""How uploads arrive: bounds on time, number and size, and the form they come in."""

from __future__ import annotations

import asyncio
import io
import json
import re
import time
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import IO, cast

from fastapi import HTTPException, Request
from starlette.datastructures import FormData, Headers, UploadFile
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dragoman.errors import InvalidRecord
from dragoman.web.jobs import Job
from dragoman.web.sides import free_stem
from dragoman.web.state import User
from dragoman.web.uploads import MOST_FILES, Uploads

SILENT = 30.0  # seconds without a byte after which a request is given up
SLOWEST = 16 * 1024  # bytes a second on the whole, after the first minute
FIRST = 60.0
AT_ONCE = 6  # uploads that arrive at the same time; each may fill a temporary file
MOST_PASTED = 8 * 1024 * 1024


class Patience:
    """Middleware: who sends too slowly, or one upload too many at a time, is refused."""

    def __init__(self, app: ASGIApp, silent: float = SILENT, first: float = FIRST, slowest: int = SLOWEST) -> None:
        self.app, self.silent, self.first, self.slowest = app, silent, first, slowest
        self._arriving = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] in ("GET", "HEAD", "OPTIONS"):
            return await self.app(scope, receive, send)
        upload = Headers(scope=scope).get("content-type", "").lower().startswith("multipart/")
        if upload and self._arriving >= AT_ONCE:
            return await self.app(scope, _refusing, send)
        self._arriving += upload
        try:
            return await self.app(scope, self._timed(receive), send)
        finally:
            self._arriving -= upload

    def _timed(self, receive: Receive) -> Receive:
        begun, got, complete = time.monotonic(), 0, False

        async def receiving() -> Message:
            nonlocal got, complete
            if complete:  # what comes now is the end of the connection, whenever that is
                return await receive()
            left = self.first + got / self.slowest - (time.monotonic() - begun)
            try:
                async with asyncio.timeout(max(0.0, min(self.silent, left))):
                    message = await receive()
            except TimeoutError:
                raise HTTPException(408, "The request came too slowly. Nothing was added; try again.") from None
            if message["type"] == "http.disconnect":
                raise HTTPException(400, "The connection ended before the request did. Nothing was added.")
            got += len(message.get("body", b""))
            complete = not message.get("more_body", False)
            return message

        return receiving


async def _refusing() -> Message:
    raise HTTPException(503, f"{AT_ONCE} uploads arrive at the moment; try again in a minute.", {"retry-after": "60"})


async def arrived(request: Request) -> AsyncIterator[FormData]:
    """Dependency: the form of an upload; its files stand in temporary files until the answer is given."""
    if not request.headers.get("content-type", "").lower().startswith("multipart/form-data"):
        raise HTTPException(415, "An upload comes as multipart/form-data.")
    form = await request.form(max_files=MOST_FILES, max_fields=20, max_part_size=MOST_PASTED)
    try:
        yield form
    finally:
        await form.close()


@dataclass(frozen=True, slots=True)
class Pasted:
    """A text that was pasted, with what is known about it."""

    text: str
    title: str
    url: str

    def files(self, others: Sequence[str] = ()) -> list[tuple[str, IO[bytes]]]:
        """The text as a file, beside it what is known as a side file has it; apart from ``others`` of that name."""
        name = free_stem(" ".join(re.sub(r"[^\w -]+", " ", self.title).split())[:80] or "pasted", others)
        ending = (
            "html" if re.match(r"\s*<(?:!doctype|html|body|div|p|h1|article)\b", self.text, re.IGNORECASE) else "txt"
        )
        files: list[tuple[str, IO[bytes]]] = [(f"{name}.{ending}", io.BytesIO(self.text.encode("utf-8", "replace")))]
        sides = {key: value for key, value in (("title", self.title), ("url", self.url)) if value}
        if sides:
            files.append((f"{name}.json", io.BytesIO(json.dumps(sides).encode())))
        return files


def take(uploads: Uploads, form: FormData, who: User) -> Job:
    """The job of a form: its files, then what was pasted. Raises as `Uploads.add`."""
    files = [(one.filename, cast("IO[bytes]", one.file)) for one in _files(form) if one.filename]
    text = _text(form, "text", MOST_PASTED)
    if text.strip():
        title, url = _text(form, "title"), _text(form, "url", 2000)
        if url and not re.match(r"https?://\S+\Z", url):
            raise InvalidRecord(f"address {url[:80]!r} does not begin with http:// or https://")
        files += Pasted(text.replace("\r\n", "\n"), title, url).files([name for name, _ in files])
    facts = {name: _text(form, name) or None for name in ("publisher", "date", "language")}
    return uploads.add(files, who=who.name, **facts)


def _files(form: FormData) -> list[UploadFile]:
    return [one for one in form.getlist("files") if isinstance(one, UploadFile)]


def _text(form: FormData, name: str, most: int = 500) -> str:
    value = form.get(name)
    if not isinstance(value, str):
        return ""
    if len(value) > most:
        raise InvalidRecord(f"{name} has {len(value):,} characters, {most:,} can be")
    return value if name == "text" else value.replace("\0", " ").strip()
