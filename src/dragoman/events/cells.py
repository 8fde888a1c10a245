"""Events -> counts by period and pair of states, on Arrow columns, a batch at a time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from dragoman.edtf import interval, is_valid
from dragoman.errors import InvalidRecord
from dragoman.events.plover import QUADS, ontology
from dragoman.events.states import MONTHS, By, Ints, days

if TYPE_CHECKING:
    import pyarrow as pa

    from dragoman.events.panels import Plan

LONG_AGO, FAR_OFF = days(date.min), days(date.max)
"""What a side of a date that is open or unknown reaches to."""
GATHERED = 5_000_000
"""Events that are kept before they are counted."""
SHOWN_PLACES = 20
"""Rows that cannot be read of which the place is told."""
TIME = "[T ].*"
"""What may stand behind a day."""
UNRECOGNISED = "PRE"
"""The sector that says what state somebody belongs to, and not who acts for it."""
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass
class Placed:
    """What became of the events: ``events`` is the sum of the others.

    ``counted`` are in the panel; ``abroad`` lack a state's code on one side or have the same on both; ``others`` have
    a side of a sector that is not among the plan's; ``undated`` have no date or one that is too coarse for the period
    or the panel's limits; ``outside`` lie outside the panel's time or the states' existence; ``untyped`` have no type;
    ``unreadable`` are rows of a file that are no rows of its table. ``published`` are the first and the last day of
    publication of any event, ``limits`` the first and the last day of the panel.
    """

    events: int = 0
    counted: int = 0
    abroad: int = 0
    undated: int = 0
    outside: int = 0
    untyped: int = 0
    unreadable: int = 0
    others: int = 0
    published: tuple[int, int] | None = field(default=None, compare=False)
    limits: tuple[date, date] | None = field(default=None, compare=False)
    places: list[str] = field(default_factory=list, compare=False)

    def add_unreadable(self, number: int, places: Iterable[str] = ()) -> None:
        """Rows that are no events but were in the file, and where they stand."""
        self.events += number
        self.unreadable += number
        self.places.extend(islice(places, SHOWN_PLACES - len(self.places)))

    def add_published(self, dates: Iterable[str | None]) -> None:
        """When documents were published; what is no date, or is open on a side, tells nothing."""
        spans = [span(re.sub(TIME, "", text)) for text in dates if text]
        known = [one for one in spans if one[0] > LONG_AGO and one[1] < FAR_OFF]
        known.extend([self.published] if self.published else [])
        if known:
            self.published = min(first for first, _ in known), max(last for _, last in known)


@dataclass(frozen=True, slots=True)
class Dated:
    """Events, a column each: period, pair, number of the type, intensity (NaN where it is not known), and whether it is
    not the way back."""

    periods: Ints
    keys: Ints
    kinds: NDArray[np.int8]
    scores: Floats
    own: Flags


@dataclass(frozen=True, slots=True)
class Cells:
    """Counts of what has any, sorted by period (its first day, since 1970) and pair (``a * 10000 + b``).

    ``values`` has a column for each of `measures`, then the sum of intensities, then how many are known, then how many
    events are counted here (a mutual one is counted both ways but is one).
    """

    periods: Ints
    keys: Ints
    values: Floats


def measures() -> tuple[str, ...]:
    """The counted columns: all events, each type, each quad class."""
    quads = [f"plover_{quad.replace(' ', '_')}" for quad in QUADS]
    return ("plover_events", *(f"plover_{name.lower()}" for name in ontology().types), *quads)


NOTHING = Cells(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros((0, len(measures()) + 3)))


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
    """The events of a batch that have a type, two states and a period; mutual ones both ways in a directed panel."""
    import pyarrow as pa
    import pyarrow.compute as pc

    table = pa.Table.from_batches([batch])
    placed.events += table.num_rows
    if "published" in table.column_names:
        placed.add_published(pc.unique(table["published"]).to_pylist())
    a, b = f"actor_{plan.system}", f"recipient_{plan.system}"
    table = table.append_column("kind", pc.index_in(table["type"], pa.array(list(ontology().types))))
    typed = table.filter(pc.is_valid(table["kind"]))
    placed.untyped += table.num_rows - typed.num_rows
    table = typed.filter(pc.fill_null(pc.not_equal(typed[a], typed[b]), False))
    placed.abroad += typed.num_rows - table.num_rows
    if plan.sectors:
        counting = pa.array([*plan.sectors, UNRECOGNISED])
        sides = [pc.fill_null(table[f"{side}_sector"], UNRECOGNISED) for side in ("actor", "recipient")]
        between = table.filter(pc.and_(*(pc.is_in(side, counting) for side in sides)))
        placed.others += table.num_rows - between.num_rows
        table = between
    periods, fits, inside = periods_of(table["date"].combine_chunks(), plan)
    placed.undated += int(np.count_nonzero(~fits))
    kept = fits & inside
    dated, periods = table.filter(pa.array(kept)), periods[kept]
    kinds = dated["kind"].to_numpy().astype(np.int8)
    scores = pc.fill_null(dated["intensity"].cast(pa.float64()), float("nan")).to_numpy()
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
    known_scores = ~np.isnan(scores)
    weighed = (np.where(known_scores, scores, 0.0), known_scores, own)
    sums = [np.bincount(cell, weights=weights, minlength=len(new)) for weights in weighed]
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


def periods_of(dates: pa.Array, plan: Plan) -> tuple[Ints, Flags, Flags]:
    """The first day of the period of each EDTF date, whether it has one, and whether it lies within the plan's limits.

    A date has a period if all its days lie in one, and all or none within the limits; or else by its first or last day,
    if `Plan.partial` says so and that day is known.
    """
    import pyarrow.compute as pc

    coded = pc.dictionary_encode(pc.fill_null(pc.replace_substring_regex(dates, TIME, ""), ""))
    spans = np.array([span(text) for text in coded.dictionary.to_pylist()], np.int64).reshape(-1, 2)
    first, last = spans[coded.indices.to_numpy()].T
    low = LONG_AGO if plan.start is None else days(plan.start)
    high = FAR_OFF if plan.end is None else days(plan.end)
    if plan.partial == "exact":
        inside = (low <= first) & (last <= high)
        fits = (first > LONG_AGO) & (last < FAR_OFF) & (floored(first, plan.by) == floored(last, plan.by))
        return floored(first, plan.by), fits & (inside | (last < low) | (high < first)), inside
    day, fits = (first, first > LONG_AGO) if plan.partial == "first" else (last, last < FAR_OFF)
    return floored(day, plan.by), fits, (low <= day) & (day <= high)


@lru_cache(maxsize=100_000)
def span(text: str) -> tuple[int, int]:
    """The first and the last day of an EDTF date; what is none has neither."""
    try:
        first, following = interval(text.replace("-XX", ""))
    except InvalidRecord:
        return LONG_AGO, FAR_OFF
    return days(first), FAR_OFF if following == date.max else days(following) - 1


def is_date(text: str) -> bool:
    """Whether `span` can tell days of ``text``, the time behind it left out."""
    return is_valid(re.sub(TIME, "", text).replace("-XX", ""))


def floored(day: Ints, by: By) -> Ints:
    """The first days of the periods that the days lie in."""
    if by == "day":
        return day
    months = day.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    return (months - months % MONTHS[by]).astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
