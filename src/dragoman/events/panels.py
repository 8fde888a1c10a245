"""Events -> a panel of pairs of states by day, month, quarter or year, with zeros where nothing was reported.

Columns follow peacesciencer: ``ccode1, ccode2`` (or ``gwcode1, gwcode2``) and ``year``, or ``date`` with the first day
of a shorter period; what is counted has the prefix ``plover_``. A pair is in a period if both states exist on one same
day of it; without direction it stands once, the lower code first. Events are grouped a batch at a time and the panel
comes a calendar year at a time, so that memory does not grow with the panel.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile
from typing import TYPE_CHECKING, Literal

import numpy as np

from dragoman.errors import InvalidRecord
from dragoman.events.cells import Cells, Placed, grouped, measures
from dragoman.events.sectors import sectors
from dragoman.events.states import EPOCH, By, Ints, System, days, last_of, pairs_of, periods, spells

if TYPE_CHECKING:
    import pyarrow as pa

Partial = Literal["exact", "first", "last"]
ALL_KNOWN = date(1900, 1, 1)
"""Since when the directory has every state: it lacks most of those that ended before."""
CODES: dict[System, tuple[str, str]] = {"cow": ("ccode1", "ccode2"), "gw": ("gwcode1", "gwcode2")}


@dataclass(frozen=True, slots=True)
class Plan:
    """What panel is wanted.

    ``partial`` says where an event goes whose date is coarser than a period: nowhere (``exact``), into the ``first``
    or into the ``last`` that it may be in. Events before the day ``start`` and after ``end`` are not counted; without
    them the panel is as long as its events. Periods are whole. ``observed`` keeps only pairs with an event in some.
    With ``sectors`` only events count whose sides both have one of them as their first, or none.
    """

    by: By = "month"
    system: System = "cow"
    directed: bool = True
    partial: Partial = "exact"
    start: date | None = None
    end: date | None = None
    observed: bool = False
    sectors: tuple[str, ...] = ()


def panel(events: pa.Table | Iterable[pa.RecordBatch], plan: Plan | None = None) -> pa.Table:
    """The whole panel as one table; see `chunks` for large ones. Raises `InvalidRecord` as it does."""
    import pyarrow as pa

    plan = plan or Plan()
    return pa.concat_tables([panel_schema(plan).empty_table(), *chunks(events, plan, Placed())])


def panel_schema(plan: Plan) -> pa.Schema:
    """Columns of the panel; its kind and state system are in the metadata, as peacesciencer has them."""
    import pyarrow as pa

    when = pa.field("year", pa.int32()) if plan.by == "year" else pa.field("date", pa.date32())
    counted = [pa.field(name, pa.int32()) for name in measures()]
    scores = [pa.field(f"plover_intensity_{name}", pa.float64()) for name in ("sum", "mean")]
    sides = [pa.field(name, pa.int32()) for name in CODES[plan.system]]
    said = {"ps_data_type": f"dyad_{plan.by}", "ps_system": plan.system, "directed": str(plan.directed).lower()}
    return pa.schema([*sides, when, *counted, *scores], metadata=said)


def chunks(events: pa.Table | Iterable[pa.RecordBatch], plan: Plan, placed: Placed) -> Iterator[pa.Table]:
    """The panel a calendar year at a time, sorted by period and codes. ``placed`` is filled in.

    Raises `InvalidRecord` where no event can be placed and no ``start`` and ``end`` are given.
    """
    import pyarrow as pa

    cells = grouped(events, plan, placed)
    begin, stop = placed.limits = bounds(cells, plan)
    observed = np.unique(cells.keys) if plan.observed else None
    known, year = spells(plan.system), list[pa.Table]()
    for first, last in periods(begin, stop, plan.by):
        low, high = np.searchsorted(cells.periods, (days(first), days(first) + 1))
        here = Cells(cells.periods[low:high], cells.keys[low:high], cells.values[low:high])
        a, b = pairs_of(known, first, last, plan.directed)
        year.append(filled(first, a, b, here, observed, plan, placed))
        if (last.month, last.day) == (12, 31):
            yield pa.concat_tables(year)
            year = []
    if year:
        yield pa.concat_tables(year)
    said = placed.counted + placed.abroad + placed.others + placed.undated + placed.untyped + placed.unreadable
    placed.outside = placed.events - said


def sectors_named(said: str) -> tuple[str, ...]:
    """The sectors of a list with commas, by their names of today. Raises `InvalidRecord` for one that is none."""
    found = []
    for name in filter(None, (part.strip() for part in said.split(","))):
        if (code := sectors().code(name)) is None:
            raise InvalidRecord(f"no sector {name!r}; there are {', '.join(sectors().says)}")
        found.append(code)
    return tuple(found)


def cautions(placed: Placed, plan: Plan) -> Iterator[str]:
    """Which zeros of a panel that was made say nothing, and how to do without them."""
    if placed.limits is None:
        return
    begin, stop = placed.limits
    if placed.published:
        first, last = (EPOCH + timedelta(days=day) for day in placed.published)
        whole = list(periods(begin, stop, plan.by))
        early = sum(1 for _ in takewhile(lambda period: period[1] < first, whole))
        late = sum(1 for _ in takewhile(lambda period: period[0] > last, reversed(whole)))
        if early and plan.start is None:
            yield (
                f"{early:,} of {len(whole):,} periods lie before the first day of publication, {first}: zeros there"
                f" only say that nobody reported; --from {first} leaves them out."
            )
        if late and plan.end is None:
            yield (
                f"{late:,} of {len(whole):,} periods lie behind the last day of publication, {last}: zeros there only"
                f" say that nobody reported yet; --to {last} leaves them out."
            )
    if begin < ALL_KNOWN and not plan.observed:
        yield (
            f"Most states that ended before {ALL_KNOWN.year} are not known: their pairs are missing; begin with"
            f" --from {ALL_KNOWN}, or take --observed."
        )


def bounds(cells: Cells, plan: Plan) -> tuple[date, date]:
    """From when to when the panel is: as planned, else from the first to the last period with an event."""
    if not len(cells.periods) and not (plan.start and plan.end):
        reason = "no event has a type, two states and a date that fits"
        raise InvalidRecord(f"{reason}; give --from and --to, or --partial first")
    begin = plan.start or EPOCH + timedelta(days=int(cells.periods.min()))
    stop = plan.end or last_of(EPOCH + timedelta(days=int(cells.periods.max())), plan.by)
    if stop < begin:
        raise InvalidRecord(f"the panel would end on {stop}, before it begins on {begin}")
    return begin, stop


def filled(first: date, a: Ints, b: Ints, cells: Cells, observed: Ints | None, plan: Plan, placed: Placed) -> pa.Table:
    """One period: every pair with its counts, zero where there is none; the mean of no known intensity is null."""
    import pyarrow as pa

    pairs = a * 10_000 + b
    if observed is not None:
        kept = np.isin(pairs, observed)
        a, b, pairs = a[kept], b[kept], pairs[kept]
    at = np.searchsorted(pairs, cells.keys)
    kept = np.append(pairs, -1)[at] == cells.keys
    at, values = at[kept], cells.values[kept].T
    placed.counted += int(values[-1].sum())
    counts = []
    for row in values[: len(measures())]:
        column = np.zeros(len(pairs), np.int32)
        column[at] = row
        counts.append(pa.array(column))
    total, rated = np.zeros(len(pairs)), np.zeros(len(pairs))
    total[at], rated[at] = values[-3:-1]
    mean = total / np.maximum(rated, 1)
    when = pa.array(np.full(len(pairs), first.year if plan.by == "year" else days(first), np.int32))
    sides = [pa.array(side.astype(np.int32)) for side in (a, b)]
    schema = panel_schema(plan)
    columns = [*sides, when.cast(schema.field(2).type), *counts, pa.array(total), pa.array(mean, mask=rated == 0)]
    return pa.Table.from_arrays(columns, schema=schema)
