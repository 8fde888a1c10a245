"""Events as an Arrow table: one schema for every format, panel and report."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from dragoman.events.records import Event, Party

if TYPE_CHECKING:
    import pyarrow as pa

SIDES = ("actor", "recipient")


def event_schema() -> pa.Schema:
    """The typed columns of an event, in their order."""
    import pyarrow as pa

    text, number, names = pa.string(), pa.int32(), pa.list_(pa.string())
    sides = [
        column
        for side in SIDES
        for column in (
            *((side, text), (f"{side}_name", text), (f"{side}_sector", text), (f"{side}_sectors", names)),
            *((f"{side}_country", text), (f"{side}_iso3", text), (f"{side}_cow", number), (f"{side}_gw", number)),
            (f"{side}_raw", text),
        )
    ]
    return pa.schema(
        [
            *(("id", text), ("date", text), ("dated", text), ("type", text), ("mode", text), ("contexts", names)),
            *(("quad", text), ("intensity", pa.float64()), ("cameo_root", text)),
            *sides,
            *(("mutual", pa.bool_()), ("place", text), ("place_country", text), ("sentence", text)),
            *(("start_char", pa.int64()), ("end_char", pa.int64()), ("doc", text), ("statement", text)),
            *(("probability", pa.float64()), ("sources", number), ("reports", number), ("docs", names)),
            *(("published", text), ("publisher", text), ("language", text)),
            *(("people", names), ("organizations", names), ("locations", names)),
        ]
    )


def event_row(event: Event) -> dict[str, Any]:
    """An event with the names of `event_schema`'s columns."""
    row: dict[str, Any] = {
        name: getattr(event, name)
        for name in (
            *("id", "date", "dated", "type", "mode", "quad", "intensity", "cameo_root", "mutual", "sentence", "doc"),
            *("statement", "probability", "sources", "reports", "published", "publisher", "language"),
        )
    }
    row |= {name: list(getattr(event, name)) for name in ("contexts", "people", "organizations", "locations")}
    row |= {"start_char": event.start, "end_char": event.end, "docs": [event.doc]}
    row |= {"place": event.place.name, "place_country": event.place.country}
    return row | _side("actor", event.actor) | (_side("recipient", event.recipient) if event.recipient else {})


def _side(side: str, party: Party) -> dict[str, Any]:
    return {
        side: party.code,
        f"{side}_name": party.name,
        f"{side}_sector": party.sector,
        f"{side}_sectors": list(party.sectors),
        **{f"{side}_{name}": getattr(party, name) for name in ("country", "iso3", "cow", "gw", "raw")},
    }


def to_arrow(events: Iterable[Event]) -> pa.Table:
    """Events as a table; empty input gives an empty typed one."""
    import pyarrow as pa

    return pa.Table.from_pylist([event_row(event) for event in events], schema=event_schema())
