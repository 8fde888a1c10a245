"""Events -> counts by period and pair of states, on Arrow columns, a batch at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from dragoman.events.plover import QUADS, ontology
from dragoman.events.states import By, Ints

if TYPE_CHECKING:
    import pyarrow as pa

    from dragoman.events.panels import Plan

SHAPES = {
    "day": r"^\d{4}-\d{2}-\d{2}$",
    "month": r"^\d{4}-(0[1-9]|1[0-2])$",
    "year": r"^\d{4}$",
}
"""Of EDTF dates, by precision."""
WITHIN: dict[By, tuple[str, ...]] = {
    "day": ("day",),
    "month": ("day", "month"),
    "quarter": ("day", "month"),
    "year": ("day", "month", "year"),
}
"""Precisions whose dates lie within one period for sure."""
GATHERED = 5_000_000
"""Events that are kept before they are counted."""
Floats = NDArray[np.float64]


@dataclass
class Placed:
    """What became of the events: ``events`` is the sum of the others.

    ``counted`` are in the panel; ``abroad`` lack a state's code on one side or have the same on both; ``undated`` have
    a date that is too coarse for the period; ``outside`` lie outside the panel's time or the states' existence.
    """

    events: int = 0
    counted: int = 0
    abroad: int = 0
    undated: int = 0
    outside: int = 0


@dataclass(frozen=True, slots=True)
class Dated:
    """Events, a column each: period, pair, number of the type, intensity, and whether it is not the way back."""

    periods: Ints
    keys: Ints
    kinds: NDArray[np.int8]
    scores: Floats
    own: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Cells:
    """Counts of what has any, sorted by period (its first day, since 1970) and pair (``a * 10000 + b``).

    ``values`` has a column for each of `measures`, then the sum of intensities, then how many events are counted here
    (a mutual one is counted both ways but is one).
    """

    periods: Ints
    keys: Ints
    values: Floats


def measures() -> tuple[str, ...]:
    """The counted columns: all events, each type, each quad class."""
    quads = [f"plover_{quad.replace(' ', '_')}" for quad in QUADS]
    return ("plover_events", *(f"plover_{name.lower()}" for name in ontology().types), *quads)


NOTHING = Cells(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros((0, len(measures()) + 2)))


def grouped(events: pa.Table | Iterable[pa.RecordBatch], plan: Plan, placed: Placed) -> Cells:
    """The counts of all events; ``placed`` is told how many there were and why some are not counted."""
    import pyarrow as pa

    batches = events.to_batches(max_chunksize=200_000) if isinstance(events, pa.Table) else events
    whole, waiting, size = NOTHING, list[Dated](), 0
    for batch in batches:
        waiting.append(placed_events(batch, plan, placed))
        size += len(waiting[-1].keys)
        if size > GATHERED:
            whole, waiting, size = added(whole, counted(waiting)), [], 0
    return added(whole, counted(waiting))


def placed_events(batch: pa.RecordBatch, plan: Plan, placed: Placed) -> Dated:
    """The events of a batch that have a period and two states; mutual ones both ways in a directed panel."""
    import pyarrow as pa
    import pyarrow.compute as pc

    table = pa.Table.from_batches([batch])
    placed.events += table.num_rows
    a, b = f"actor_{plan.system}", f"recipient_{plan.system}"
    table = table.filter(pc.fill_null(pc.not_equal(table[a], table[b]), False))
    placed.abroad += batch.num_rows - table.num_rows
    table = table.append_column("period", first_days(table["date"], plan))
    dated = table.filter(pc.is_valid(table["period"]))
    placed.undated += table.num_rows - dated.num_rows
    kinds = pc.index_in(dated["type"], pa.array(list(ontology().types))).to_numpy().astype(np.int8)
    scores = pc.fill_null(dated["intensity"], 0.0).to_numpy()
    periods = dated["period"].cast(pa.int32()).to_numpy().astype(np.int64)
    first, second = (dated[side].to_numpy().astype(np.int64) for side in (a, b))
    own = np.ones(len(periods), bool)
    if not plan.directed:
        return Dated(periods, np.minimum(first, second) * 10_000 + np.maximum(first, second), kinds, scores, own)
    both = pc.fill_null(dated["mutual"], False).to_numpy(zero_copy_only=False)
    keys = np.concatenate([first * 10_000 + second, (second * 10_000 + first)[both]])
    periods, kinds, scores = (np.concatenate([column, column[both]]) for column in (periods, kinds, scores))
    return Dated(periods, keys, kinds, scores, np.concatenate([own, ~own[both]]))


def counted(parts: Sequence[Dated]) -> Cells:
    """One cell for each period and pair, by one count over (cell, type)."""
    if not sum(len(part.keys) for part in parts):
        return NOTHING
    periods = np.concatenate([part.periods for part in parts])
    keys = np.concatenate([part.keys for part in parts])
    order = np.lexsort((keys, periods))
    periods, keys = periods[order], keys[order]
    kinds, scores, own = (
        np.concatenate([getattr(part, name) for part in parts])[order] for name in ("kinds", "scores", "own")
    )
    new = starts(periods, keys)
    cell = np.repeat(np.arange(len(new)), np.diff(new, append=len(keys)))
    known = list(ontology().types.values())
    types = np.bincount(cell * len(known) + kinds, minlength=len(new) * len(known))
    by_type = types.reshape(len(new), len(known)).astype(np.float64)
    quads = by_type @ np.array([[kind.quad == quad for quad in QUADS] for kind in known], np.float64)
    sums = [np.bincount(cell, weights=weights, minlength=len(new)) for weights in (scores, own)]
    return Cells(periods[new], keys[new], np.column_stack([by_type.sum(axis=1), by_type, quads, *sums]))


def added(one: Cells, other: Cells) -> Cells:
    """Both, with the cells of the same period and pair added up."""
    if not len(one.keys):
        return other
    periods, keys = np.concatenate([one.periods, other.periods]), np.concatenate([one.keys, other.keys])
    order = np.lexsort((keys, periods))
    new = starts(periods[order], keys[order])
    values = np.add.reduceat(np.concatenate([one.values, other.values])[order], new)
    return Cells(periods[order][new], keys[order][new], values)


def starts(periods: Ints, keys: Ints) -> Ints:
    """Where a new period or pair begins, in sorted columns that are not empty."""
    return np.append(0, 1 + np.flatnonzero((np.diff(periods) != 0) | (np.diff(keys) != 0)))


def first_days(dates: pa.ChunkedArray, plan: Plan) -> pa.ChunkedArray:
    """The first day of the period of each EDTF date; null where the date is too coarse for `Plan.partial`."""
    import pyarrow as pa
    import pyarrow.compute as pc

    text = pc.replace_substring_regex(dates, r"[?~%]|-XX", "")
    if plan.partial == "first":
        text = pc.replace_substring_regex(text, r"^([^/.]+)/.*$", r"\1")
    elif plan.partial == "last":
        text = pc.replace_substring_regex(text, r"^.*/([^/.]+)$", r"\1")
    fits = {name: pc.match_substring_regex(text, shape) for name, shape in SHAPES.items()}
    tail = {"day": "", "month": "-01", "year": "-12-01" if plan.partial == "last" else "-01-01"}
    written = pa.nulls(len(text), pa.string())
    for name, matches in fits.items():
        if plan.partial == "exact" and name not in WITHIN[plan.by]:
            continue
        whole = pc.binary_join_element_wise(text, tail[name], "")
        written = pc.if_else(pc.fill_null(matches, False), whole, written)
    day = pc.strptime(written, format="%Y-%m-%d", unit="s", error_is_null=True).cast(pa.date32())
    # The parser takes the 31st of February for a day in March.
    day = pc.if_else(pc.fill_null(pc.equal(pc.strftime(day, "%Y-%m-%d"), written), False), day, None)
    if plan.partial == "last" and plan.by == "day":
        month_end = pc.ceil_temporal(day, unit="month", ceil_is_strictly_greater=True)
        last = pc.subtract(month_end.cast(pa.int32()), pa.scalar(1, pa.int32())).cast(pa.date32())
        day = pc.if_else(pc.fill_null(fits["day"], False), day, last)
    return pc.floor_temporal(day, unit=plan.by).cast(pa.date32())
