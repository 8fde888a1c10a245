"""Events -> counts by period and pair of states, on Arrow columns, a batch at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from dragoman.events.ontology import QUADS, ontology
from dragoman.events.states import By, Ints

if TYPE_CHECKING:
    import pyarrow as pa

    from dragoman.events.panel import Plan

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
"""Cells that are kept before those of the same pair and period are added up."""
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
class Cells:
    """Counts of what has any, sorted by period (its first day, since 1970) and pair (``a * 10000 + b``).

    ``values`` has a row for each of `measures`, then the sum of intensities, then how many events are counted here
    (a mutual one is counted both ways but is one).
    """

    periods: Ints
    keys: Ints
    values: Floats


def measures() -> tuple[str, ...]:
    """The counted columns: all events, each type, each quad class."""
    quads = [f"plover_{quad.replace(' ', '_')}" for quad in QUADS]
    return ("plover_events", *(f"plover_{name.lower()}" for name in ontology().types), *quads)


NOTHING = Cells(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros((len(measures()) + 2, 0)))


def grouped(events: pa.Table | Iterable[pa.RecordBatch], plan: Plan, placed: Placed) -> Cells:
    """The counts of all events; ``placed`` is told how many there were and why some are not counted."""
    import pyarrow as pa

    batches = events.to_batches(max_chunksize=200_000) if isinstance(events, pa.Table) else events
    whole, waiting, size = NOTHING, list[Cells](), 0
    for batch in batches:
        waiting.append(_counted(batch, plan, placed))
        size += len(waiting[-1].keys)
        if size > GATHERED:
            whole, waiting, size = added([whole, *waiting]), [], 0
    return added([whole, *waiting])


def added(parts: Sequence[Cells]) -> Cells:
    """Cells with those of the same period and pair added up. Deterministic: sums are in the order of the parts."""
    periods = np.concatenate([part.periods for part in parts])
    keys = np.concatenate([part.keys for part in parts])
    order = np.lexsort((keys, periods))
    periods, keys = periods[order], keys[order]
    new = np.flatnonzero(np.diff(periods, prepend=periods[:1] - 1) | np.diff(keys, prepend=keys[:1] - 1))
    values = np.concatenate([part.values for part in parts], axis=1)[:, order]
    return Cells(periods[new], keys[new], np.add.reduceat(values, new, axis=1) if len(new) else values)


def _counted(batch: pa.RecordBatch, plan: Plan, placed: Placed) -> Cells:
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
    kinds = pc.index_in(dated["type"], pa.array(list(ontology().types))).to_numpy().astype(np.int64)
    scores = pc.fill_null(dated["intensity"], 0.0).to_numpy()
    periods = dated["period"].cast(pa.int32()).to_numpy().astype(np.int64)
    first, second = (dated[side].to_numpy().astype(np.int64) for side in (a, b))
    if not plan.directed:
        low, high = np.minimum(first, second), np.maximum(first, second)
        return _cells(periods, low * 10_000 + high, kinds, scores, own=1)
    both = pc.fill_null(dated["mutual"], False).to_numpy(zero_copy_only=False)
    there = _cells(periods, first * 10_000 + second, kinds, scores, own=1)
    back = (second * 10_000 + first)[both]
    return added([there, _cells(periods[both], back, kinds[both], scores[both], own=0)])


def _cells(periods: Ints, keys: Ints, kinds: Ints, scores: Floats, own: int) -> Cells:
    """One cell for each period and pair, by one count over (cell, type)."""
    if not len(keys):
        return NOTHING
    order = np.lexsort((keys, periods))
    periods, keys = periods[order], keys[order]
    starts = np.diff(periods, prepend=periods[0]) | np.diff(keys, prepend=keys[0])
    cell = np.cumsum(starts != 0)
    new = np.concatenate([[0], np.flatnonzero(starts)])
    known = list(ontology().types.values())
    types = np.bincount(cell * len(known) + kinds[order], minlength=len(new) * len(known))
    by_type = types.reshape(len(new), len(known)).T.astype(np.float64)
    quads = np.array([[kind.quad == quad for kind in known] for quad in QUADS], np.float64) @ by_type
    total = by_type.sum(axis=0)
    score = np.bincount(cell, weights=scores[order], minlength=len(new))
    return Cells(periods[new], keys[new], np.vstack([total, by_type, quads, score, total * own]))


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
    if plan.partial == "last" and plan.by == "day":
        month_end = pc.ceil_temporal(day, unit="month", ceil_is_strictly_greater=True)
        last = pc.cast(pc.subtract(pc.cast(month_end, pa.int32()), 1), pa.date32())
        day = pc.if_else(pc.fill_null(fits["day"], False), day, last)
    return pc.floor_temporal(day, unit=plan.by).cast(pa.date32())
