"""The columns of an event file that panels need, in their types; rows with something else in a cell are left out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np

from dragoman.errors import InvalidRecord
from dragoman.events.cells import Flags, Placed, is_date
from dragoman.events.plover import ontology
from dragoman.events.sectors import sectors
from dragoman.events.states import HIGHEST, Ints, System

if TYPE_CHECKING:
    import pyarrow as pa

NO_VALUE = ("", "NONE", "NULL", "NAN", "NA")
"""Cells that say that there is nothing, in capitals."""
LARGEST = 2**31
SHOWN_CELL = 40
SAID = {"double": "a number", "bool": "true or false", "int32": "a whole number"}
"""What a cell should have been, by the type of its column."""
SECTORS = ("actor_sector", "recipient_sector")
USEFUL = dict.fromkeys(("mode", "published", *SECTORS), "string")
"""Columns that are read where a file has them."""
APART = "\x1f"


def wanted(system: System) -> dict[str, str]:
    """The columns that are read, with their Arrow types."""
    codes = {f"{side}_{system}": "int32" for side in ("actor", "recipient")}
    return {"date": "string", "type": "string", "intensity": "double", "mutual": "bool"} | codes


def shaped(batch: pa.RecordBatch, numbers: Ints, system: System, placed: Placed) -> pa.RecordBatch:
    """The wanted columns, with today's names of types, of the rows that have in every cell what belongs there; the
    others are told to ``placed``."""
    import pyarrow as pa

    columns: dict[str, pa.Array] = {}
    wrong: dict[str, Flags] = {}
    for name, kind in (wanted(system) | USEFUL).items():
        if name in batch.schema.names:
            columns[name], wrong[name] = typed(batch[name], kind)
        else:
            columns[name] = pa.nulls(batch.num_rows, pa.type_for_alias(kind))
    columns["type"], wrong["type"] = types_of_today(columns["type"], columns["mode"])
    # What is no event needs no date.
    wrong["day"] = no_dates(columns["date"]) & columns["type"].is_valid().to_numpy(zero_copy_only=False)
    for name in SECTORS:
        columns[name] = _each(columns[name], lambda code: sectors().code(code) or code, pa.string())
    made = pa.RecordBatch.from_pydict(columns)
    bad = np.any(list(wrong.values()), axis=0)
    if not bad.any():
        return made

    def place(row: int) -> str:
        name = next(name for name, flags in wrong.items() if flags[row])
        if name == "day":
            said = columns["date"][row].as_py()
            what = "no date" if said is None else f"the date {said[:SHOWN_CELL]!r}"
            return f"row {numbers[row]:,} has {what}; write 2016-03-17, 2016-03 or 2016"
        cell = str(batch[name][row])[:SHOWN_CELL]
        return f"row {numbers[row]:,}: {name} {cell!r} is not {SAID.get(wanted(system)[name], 'an event type')}"

    placed.add_unreadable(int(np.count_nonzero(bad)), map(place, np.flatnonzero(bad).tolist()))
    return made.filter(pa.array(~bad))


def typed(column: pa.Array, kind: str) -> tuple[pa.Array, Flags]:
    """A column in its Arrow type, null where the cell is empty (`NO_VALUE`, NaN), and which cells hold something else.
    Numbers that no state can have as its code (-9) are null too."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if pa.types.is_dictionary(column.type) or pa.types.is_large_string(column.type) or kind == "string":
        column = column.cast(pa.string())
    if pa.types.is_string(column.type):
        column = pc.utf8_trim(column, characters=' "\r')
        column = pc.if_else(pc.is_in(pc.utf8_upper(column), pa.array(NO_VALUE)), None, column)
    elif pa.types.is_floating(column.type):
        column = pc.if_else(pc.is_nan(column), None, column)
    if kind in ("double", "int32"):
        made = _cast(column, pa.float64())
        sound = pc.is_finite(made)
        if kind == "int32":
            sound = pc.and_(sound, pc.and_(pc.equal(pc.floor(made), made), pc.less(pc.abs(made), LARGEST)))
        made = pc.if_else(sound, made, None)
    else:
        made = _cast(column, pa.type_for_alias(kind))
    wrong = pc.and_(pc.is_valid(column), pc.is_null(made)).to_numpy(zero_copy_only=False)
    if kind == "int32":
        state = pc.and_(pc.greater(made, 0), pc.less_equal(made, HIGHEST))
        made = pc.if_else(state, made, None)
    return made.cast(pa.type_for_alias(kind)), wrong


def types_of_today(types: pa.Array, modes: pa.Array) -> tuple[pa.Array, Flags]:
    """Today's names of types, which of older ones need the mode too, and where there is one that is none."""
    import pyarrow as pa
    import pyarrow.compute as pc

    joined = pc.binary_join_element_wise(types, pc.fill_null(modes, ""), APART)
    made = _each(joined, _type_of_today, pa.string())
    return made, pc.and_(pc.is_valid(types), pc.is_null(made)).to_numpy(zero_copy_only=False)


def no_dates(dates: pa.Array) -> Flags:
    """Where there is no date, or something that is none."""
    import pyarrow as pa
    import pyarrow.compute as pc

    found: Flags = pc.fill_null(_each(dates, is_date, pa.bool_()), False).to_numpy(zero_copy_only=False)
    return ~found


def _cast(column: pa.Array, kind: pa.DataType) -> pa.Array:
    """The column in another type, null where a value has no place there."""
    import pyarrow as pa

    def one(value: object) -> Any:
        try:
            return pa.scalar(value).cast(kind).as_py()
        except pa.ArrowInvalid:
            return None

    try:
        return column.cast(kind)
    except pa.ArrowInvalid:
        return _each(column, one, kind)


def _each(column: pa.Array, read: Callable[[Any], Any], kind: pa.DataType) -> pa.Array:
    """What ``read`` makes of each value; it is asked once for each that is different."""
    import pyarrow as pa
    import pyarrow.compute as pc

    coded = pc.dictionary_encode(column)
    return pa.array([None if value is None else read(value) for value in coded.dictionary.to_pylist()], kind).take(
        coded.indices
    )


def _type_of_today(named: str) -> str | None:
    try:
        return ontology().type(*named.split(APART, 1))[0].name
    except InvalidRecord:
        return None
