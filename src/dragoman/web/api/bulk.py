"""All of it at once, as a stream in bounded memory: JSON lines, CSV (formulas defused) or Arrow."""

from __future__ import annotations

import io
from collections.abc import Iterator
from enum import StrEnum
from itertools import chain, islice
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import StreamingResponse

from dragoman import frames, queries
from dragoman.web.api.asking import Filtered
from dragoman.web.api.etags import UNTAGGED
from dragoman.web.state import ledger

router = APIRouter(prefix="/bulk", tags=["bulk"])
_AT_ONCE = 1000  # rows that are held in memory


class Format(StrEnum):
    jsonl = "jsonl"
    csv = "csv"
    arrow = "arrow"


MEDIA_TYPES = {
    Format.jsonl: "application/jsonl",
    Format.csv: "text/csv; charset=utf-8; header=present",
    Format.arrow: "application/vnd.apache.arrow.stream",
}
_STREAM = {"schema": {"type": "string", "format": "binary"}}
_RESPONSES: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "A stream of rows",
        "content": {kind.partition(";")[0]: _STREAM for kind in MEDIA_TYPES.values()},
    }
}


@router.get("/statements", response_class=StreamingResponse, responses=_RESPONSES, openapi_extra={UNTAGGED: True})
def statements(
    request: Request, asked: Filtered, format: Annotated[Format, Query(description="How.")] = Format.jsonl
) -> StreamingResponse:
    """All statements that the filter gives, with the columns of `dragoman statements --format`."""
    # The first page is fetched before the answer begins: what cannot be asked is still a problem, not a broken stream.
    found = queries.every(ledger(request), asked.filter(ledger(request)))
    first = list(islice(found, 1))
    rows = frames.statement_rows(chain(first, found))
    name = f"statements.{'arrows' if format is Format.arrow else format}"
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(encoded(rows, format), media_type=MEDIA_TYPES[format], headers=headers)


def encoded(rows: Iterator[frames.Row], format: Format) -> Iterator[bytes]:
    """Rows of statements in pieces of at most a thousand rows."""
    if format is Format.arrow:
        yield from _arrow(rows)
        return
    header = True
    while (some := list(islice(rows, _AT_ONCE))) or header:
        out = io.StringIO(newline="")
        if format is Format.csv:
            frames.write_csv(some, frames.STATEMENT_COLUMNS, out, header=header)
        else:
            frames.write_jsonl(some, out)
        header = False
        yield out.getvalue().encode()


def _arrow(rows: Iterator[frames.Row]) -> Iterator[bytes]:
    import pyarrow as pa

    sink = io.BytesIO()
    with pa.ipc.new_stream(sink, frames.arrow_schema()) as writer:
        while some := list(islice(rows, _AT_ONCE)):
            writer.write_table(frames.rows_to_arrow(some, frames.STATEMENT_COLUMNS))
            yield _taken(sink)
    yield _taken(sink)


def _taken(sink: io.BytesIO) -> bytes:
    """What was written since the last time."""
    made = sink.getvalue()
    sink.seek(0)
    sink.truncate()
    return made
