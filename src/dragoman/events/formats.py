"""Event files: our own columns as Parquet, CSV or JSON lines; POLECAT's 40 columns and ICEWS's 20, tab-separated.

The columns of POLECAT and ICEWS are those of their published files, in their order; what we do not know (coordinates,
GeoNames and Wikipedia ids) is written as missing. They have no column for what both sides do alike (``mutual``), which
is lost.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from dragoman import frames

if TYPE_CHECKING:
    import pyarrow as pa

POLECAT = (
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"),
    *("Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title"),
    *("Actor Name Raw", "Wikipedia Actor ID"),
    *("Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors"),
    *("Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID"),
    *("Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID"),
    *("Raw Placename", "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations"),
    *("Story Locations", "Language", "Version"),
)
ICEWS = (
    *("Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code"),
    *("Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher"),
    *("City", "District", "Province", "Country", "Latitude", "Longitude"),
)
FORMATS = ("parquet", "csv", "jsonl", "polecat", "icews")
MISSING = "None"
"""How POLECAT writes a cell without a value."""
BATCH = 10_000


def write_events(events: pa.Table, path: Path, format_: str, version: str = "dragoman") -> None:
    """``events`` (columns of `event_schema`) into the file ``path``. ``format_`` is one of `FORMATS`."""
    if format_ == "parquet":
        import pyarrow.parquet as pq

        pq.write_table(events, path, compression="zstd")
        return
    with path.open("w", encoding="utf-8", newline="") as out:
        write_text(events, out, format_, version)


def write_text(events: pa.Table, out: TextIO, format_: str, version: str = "dragoman") -> None:
    """The same to a stream, in any format but Parquet."""
    if format_ == "jsonl":
        frames.write_jsonl(rows(events), out)
    elif format_ == "csv":
        frames.write_csv(rows(events), events.schema.names, out)
    else:
        columns, shape = (POLECAT, polecat_row) if format_ == "polecat" else (ICEWS, icews_row)
        _write_tabs(rows(events), columns, shape, version, out)


def rows(events: pa.Table) -> Iterator[dict[str, Any]]:
    """Rows as dictionaries, a batch in memory at a time."""
    for batch in events.to_batches(max_chunksize=BATCH):
        yield from batch.to_pylist()


def _write_tabs(
    made: Iterator[dict[str, Any]],
    columns: tuple[str, ...],
    shape: Callable[[Mapping[str, Any], str], dict[str, Any]],
    version: str,
    out: TextIO,
) -> None:
    # Neither file quotes: a tab or line break inside a cell would move all that follow.
    writer = csv.writer(out, delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None, lineterminator="\n")
    writer.writerow(columns)
    for row in made:
        cells = shape(row, version)
        writer.writerow([" ".join(str(cells[column]).split()) for column in columns])


def polecat_row(row: Mapping[str, Any], version: str) -> dict[str, Any]:
    """One event in POLECAT's columns."""
    cells: dict[str, Any] = dict.fromkeys(POLECAT, MISSING) | {
        "Event ID": row["id"],
        "Event Date": day(row["date"], row["published"]),
        "Event Type": row["type"],
        "Event Mode": row["mode"],
        "Intensity": row["intensity"],
        "Quad Code": row["quad"].upper(),
        "Contexts": _list(row["contexts"]),
        "Placename": row["place"],
        "Raw Placename": row["place"],
        "City": row["place"],
        "Country": row["place_country"],
        "Source": row["publisher"],
        "Publication Date": row["published"],
        "Story People": _list(row["people"]),
        "Story Organizations": _list(row["organizations"]),
        "Story Locations": _list(row["locations"]),
        "Language": row["language"],
        "Version": version,
    }
    for side, title in (("actor", "Actor"), ("recipient", "Recipient")):
        cells |= {
            f"{title} Name": row[f"{side}_name"],
            f"{title} Country": row[f"{side}_country"],
            f"{title} COW": row[f"{side}_cow"],
            f"Primary {title} Sector": row[f"{side}_sector"],
            f"{title} Sectors": _list(row[f"{side}_sectors"]),
            f"{title} Name Raw": row[f"{side}_raw"],
        }
    return {column: MISSING if cell is None or cell == "" else cell for column, cell in cells.items()}


def icews_row(row: Mapping[str, Any], version: str) -> dict[str, Any]:
    """One event in ICEWS's columns; the CAMEO code is the root code, of which ICEWS files have rows too."""
    from dragoman.events.plover import ontology

    mode = f" ({row['mode']})" if row["mode"] else ""
    cells = dict.fromkeys(ICEWS) | {
        "Event ID": row["id"],
        "Event Date": day(row["date"], row["published"]),
        "Source Name": row["actor_name"],
        "Source Sectors": ",".join(row["actor_sectors"] or ()),
        "Source Country": country_name(row["actor_country"]),
        "Event Text": ontology().types[row["type"]].name.capitalize() + mode,
        "CAMEO Code": row["cameo_root"],
        "Intensity": row["intensity"],
        "Target Name": row["recipient_name"],
        "Target Sectors": ",".join(row["recipient_sectors"] or ()),
        "Target Country": country_name(row["recipient_country"]),
        "Story ID": row["doc"],
        "Publisher": row["publisher"],
        "City": row["place"],
        "Country": country_name(row["place_country"]),
    }
    return {column: "" if cell is None else cell for column, cell in cells.items()}


def country_name(code: str | None) -> str | None:
    """ICEWS writes countries by their names."""
    from dragoman.actors.directory import directory

    return directory().actor(code).name if code and code in directory() else code


def day(date: str, published: str | None) -> str:
    """A day for files that have no other dates: the first of a coarser one, or the day of publishing if within it."""
    from dragoman.edtf import interval, is_valid

    first, after = interval(date)
    if published and is_valid(published):
        known = interval(published)[0]
        if first <= known < after:
            first = known
    return first.isoformat()


def _list(values: list[str] | None) -> str:
    return ";".join(values or ())
