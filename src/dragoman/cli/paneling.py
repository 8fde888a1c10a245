"""`dragoman panel`: events in, a panel of pairs of states out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.codes import ExitCode
from dragoman.cli.output import console, keep_inputs, plain, whole
from dragoman.errors import InvalidRecord

if TYPE_CHECKING:
    import pyarrow as pa

DAY = ["%Y-%m-%d"]


class Period(StrEnum):
    """The length of a period."""

    day = "day"
    month = "month"
    quarter = "quarter"
    year = "year"


class StateSystem(StrEnum):
    """Whose list of states: Correlates of War, or Gleditsch and Ward."""

    cow = "cow"
    gw = "gw"


class PartialDates(StrEnum):
    """What becomes of events with a date that is coarser than a period."""

    exact = "exact"
    first = "first"
    last = "last"


def panel(
    events: Annotated[Path, typer.Argument(metavar="EVENTS", help="What `dragoman events` wrote, or a POLECAT file.")],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Parquet or CSV.  [default: EVENTS.panel.parquet]"),
    ] = None,
    by: Annotated[Period, typer.Option("--by", help="The length of a period.")] = Period.month,
    directed: Annotated[
        bool, typer.Option("--directed/--undirected", help="Each pair both ways, or once with the lower code first.")
    ] = True,
    system: Annotated[StateSystem, typer.Option("--system", help="Whose list of states.")] = StateSystem.cow,
    partial: Annotated[
        PartialDates,
        typer.Option("--partial", help="Where events with coarse dates go: nowhere, or the first or last."),
    ] = PartialDates.exact,
    start: Annotated[
        datetime | None, typer.Option("--from", formats=DAY, metavar="DAY", help="The first day.  [default: of events]")
    ] = None,
    end: Annotated[
        datetime | None, typer.Option("--to", formats=DAY, metavar="DAY", help="The last day.  [default: of events]")
    ] = None,
    observed: Annotated[bool, typer.Option("--observed", help="Only pairs with an event in some period.")] = False,
    of: Annotated[
        str | None,
        typer.Option(
            "--sectors",
            metavar="LIST",
            help="Only events whose sides both have one of these sectors (GOV,MIL,…) or none.  [default: everybody "
            "counts for the state, rebels and parties too]",
        ),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No summary.")] = False,
) -> int:
    """Count events by pair of states and period, with zeros for all pairs that existed.

    Counts by type and quad class, sums and means of intensity; columns as in peacesciencer (ccode1, ccode2, year or
    date). Pairs are those of states that existed on one same day of the period. Everybody of a state counts for it,
    rebels, parties and companies too, if --sectors does not say who.
    """
    from dragoman.events.cells import Placed
    from dragoman.events.eventfile import event_batches
    from dragoman.events.panels import Plan, cautions, chunks, panel_schema, sectors_named

    output = output or events.with_name(f"{events.stem}.panel.parquet")
    if output.suffix.lower() not in (".parquet", ".csv"):
        raise InvalidRecord(f"{output}: a panel is written as .parquet or .csv")
    keep_inputs([events], {"--output": output})
    plan = Plan(
        by.value, system.value, directed, partial.value,
        start and start.date(), end and end.date(), observed, sectors_named(of or ""),
    )  # fmt: skip
    placed = Placed()
    found = event_batches(events, plan.system, placed, sectors=bool(plan.sectors))
    made = chunks(found, plan, placed)
    with whole(output) as file:
        rows = write(made, panel_schema(plan), file, output.suffix.lower() == ".csv")
    if not quiet:
        others = f" + {placed.others:,} of other sectors" if plan.sectors else ""
        lines = (
            f"{rows:,} rows in {output}: {'directed' if directed else 'undirected'} pairs of states"
            f" ({system.value.upper()}) by {by.value}.",
            f"{placed.events:,} events = {placed.counted:,} counted + {placed.abroad:,} not between two states"
            f"{others} + {placed.undated:,} with too coarse a date + {placed.outside:,} outside of time or existence"
            f" + {placed.untyped:,} without a type + {placed.unreadable:,} in rows that cannot be read.",
            *cautions(placed, plan),
            *(f"Not read: {place}" for place in placed.places),
            *([f"Not read: {more:,} more rows"] if (more := placed.unreadable - len(placed.places)) else []),
        )
        console(error=True).print("\n".join(map(plain, lines)), soft_wrap=True)
    return ExitCode.SKIPPED if placed.unreadable else ExitCode.DONE


def write(made: Iterable[pa.Table], schema: pa.Schema, file: Path, as_csv: bool) -> int:
    """Write the tables one behind the other; gives the number of rows."""
    rows = 0
    if as_csv:
        from pyarrow import csv

        with csv.CSVWriter(file, schema) as out:
            for table in made:
                out.write_table(table)
                rows += table.num_rows
        return rows
    import pyarrow.parquet as pq

    with pq.ParquetWriter(file, schema, compression="zstd") as writer:
        for table in made:
            writer.write_table(table)
            rows += table.num_rows
    return rows
