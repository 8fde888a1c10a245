"""Each event once: reports of the same day, type and actors are put together, and their sources counted.

Done on Arrow columns, so that a million reports take seconds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from dragoman.actors.directory import directory
from dragoman.events.sectors import is_people
from dragoman.records import digest

if TYPE_CHECKING:
    import pyarrow as pa

Same = Literal["actor", "country", "none"]
SEPARATOR = "\x1f"
MOST_PARTS = 6
"""Parts of an office's name, with "of" between them, in which its state is looked for."""


def once(reports: pa.Table, same: Same = "actor") -> pa.Table:
    """One row an event, in the order of dates and ids.

    ``same`` says when actors are the same: by their own code, by their country (where they have one), or never. Groups
    without a name of their own are the same by country and sector: "Ukrainian soldiers", "Ukraine's troops". Offices
    are, with the name of their state or without it: "the President of Egypt", "Egypt's president". What one document
    has both sides do (talks) and another one side (a visit) is one event, and ``mutual``. The row that is kept is such
    a one, then the likeliest, then the first published; ``sources`` counts the documents, ``docs`` names them,
    ``reports`` counts the rows that were put together. With ``country`` the id is that of the countries' event.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    if same == "none" or not reports.num_rows:
        return reports.sort_by([(name, "ascending") for name in ("date", "id", "doc", "start_char")])
    if same == "country":
        reports = reports.set_column(0, "id", _country_ids(reports))
    else:
        reports = reports.set_column(0, "id", _ids_of_groups(reports))
    reports = reports.set_column(0, "id", _ids_of_both(reports, same))
    ranked = reports.append_column("minus", pc.negate(reports["probability"]))
    ranked = ranked.append_column("apart", pc.invert(pc.fill_null(reports["mutual"], False))).sort_by(
        [(name, "ascending") for name in ("id", "apart", "minus", "published", "doc", "start_char", "end_char")]
    )
    numbered = pa.table({"id": ranked["id"], "doc": ranked["doc"], "n": pa.array(range(ranked.num_rows), pa.int64())})
    groups = numbered.group_by("id", use_threads=False).aggregate(
        [("n", "min"), ("n", "count"), ("doc", "count_distinct"), ("doc", "distinct")]
    )
    kept = ranked.take(groups["n_min"]).drop_columns(["minus", "apart"])
    for name, counted in (("sources", "doc_count_distinct"), ("reports", "n_count"), ("docs", "doc_distinct")):
        place = kept.schema.get_field_index(name)
        kept = kept.set_column(place, kept.schema.field(place), groups[counted].cast(kept.schema.field(place).type))
    return kept.sort_by([("date", "ascending"), ("id", "ascending")])


def _country_ids(reports: pa.Table) -> pa.Array:
    import pyarrow as pa
    import pyarrow.compute as pc

    first, second = _sides(reports, "country", pc.fill_null(reports["mutual"], False))
    key = pc.binary_join_element_wise(reports["type"], first, second, reports["date"], SEPARATOR)
    coded = pc.dictionary_encode(key)
    whole = coded.combine_chunks() if isinstance(coded, pa.ChunkedArray) else coded
    ids = pa.array([digest(value.split(SEPARATOR)) for value in whole.dictionary.to_pylist()], pa.string())
    return ids.take(whole.indices)


def _ids_of_groups(reports: pa.Table) -> pa.ChunkedArray:
    """The ids, where reports of groups and offices have that of one report of the same day, type and sides, whatever
    these are called: a nameless group by its country and sector, as "soldiers" of a state may be its bare code with
    their sector, one that the directory knows by its name there, and who is of a state as `plain_name` has it."""
    import pyarrow as pa
    import pyarrow.compute as pc

    mutual = pc.fill_null(reports["mutual"], False)
    labels, nameless, called = [], [], []
    for side in ("actor", "recipient"):
        code, country, sector = (reports[name] for name in (side, f"{side}_country", f"{side}_sector"))
        group = pc.and_(_are_groups(code), pc.and_(pc.is_valid(country), pc.is_valid(sector)))
        alike = pc.or_(group, pc.fill_null(pc.and_(pc.equal(code, country), pc.is_valid(sector)), False))
        slash = pc.fill_null(pc.starts_with(code, "/"), False)
        name = pc.if_else(slash, pc.binary_join_element_wise("", reports[f"{side}_name"], "/"), _plain(code))
        labels.append(pc.fill_null(pc.if_else(alike, pc.binary_join_element_wise(country, sector, "/"), name), ""))
        nameless.append(group.cast(pa.int8()))
        called.append(pc.or_(group, pc.fill_null(pc.match_substring(code, "/"), False)))
    one, other = _ordered(labels[0], labels[1], mutual)
    key = pc.binary_join_element_wise(reports["type"], one, other, reports["date"], SEPARATOR)
    count = pc.add(*nameless)
    ranked = pa.table({"count": count, "id": reports["id"]})
    order = pc.sort_indices(ranked, [("count", "ascending"), ("id", "ascending")])
    first = pc.index_in(key, key.take(order))
    return pc.if_else(pc.or_(*called), reports["id"].take(order).take(first), reports["id"])


def plain_name(code: str) -> str:
    """A code without what the same office is called by now and then: capitals, and the name of the state behind it
    ("EGY/President of Egypt" is "EGY/president")."""
    owner, _, name = code.partition("/")
    if not owner or not name:
        return code
    parts = name.split(" of ")
    for number in range(1, min(len(parts), MOST_PARTS)):
        if any(entry.code == owner for entry in directory().lookup(" of ".join(parts[number:]))):
            name = " of ".join(parts[:number])
            break
    return f"{owner}/{name.casefold()}"


def _plain(codes: pa.ChunkedArray) -> pa.Array:
    import pyarrow as pa
    import pyarrow.compute as pc

    coded = pc.dictionary_encode(codes.combine_chunks())
    return pa.array([plain_name(code) for code in coded.dictionary.to_pylist()], pa.string()).take(coded.indices)


def _are_groups(codes: pa.ChunkedArray) -> pa.ChunkedArray:
    """Which codes are those of groups without a name of their own."""
    import pyarrow as pa
    import pyarrow.compute as pc

    coded = pc.dictionary_encode(codes.combine_chunks())
    told = pa.array([is_people(code.partition("/")[2]) for code in coded.dictionary.to_pylist()], pa.bool_())
    return pc.fill_null(told.take(coded.indices), False)


def _ids_of_both(reports: pa.Table, same: Same) -> pa.ChunkedArray:
    """The ids, where reports of one side's act have that of a mutual one of the same day, type and actors."""
    import pyarrow.compute as pc

    key = pc.binary_join_element_wise(reports["type"], *_sides(reports, same, True), reports["date"], SEPARATOR)
    mutual = pc.fill_null(reports["mutual"], False)
    first = pc.index_in(key, key.filter(mutual))
    return pc.coalesce(reports["id"].filter(mutual).take(first), reports["id"])


def _sides(reports: pa.Table, same: Same, sorted_: pa.ChunkedArray | bool) -> tuple[pa.ChunkedArray, pa.ChunkedArray]:
    """Who the sides are for ``same``; in the order of their codes where they are to be ``sorted_``."""
    import pyarrow.compute as pc

    countries = same == "country"
    columns = {s: reports[f"{s}_country"] if countries else _plain(reports[s]) for s in ("actor", "recipient")}
    one, other = (pc.fill_null(pc.coalesce(column, reports[side]), "") for side, column in columns.items())
    return _ordered(one, other, sorted_)


def _ordered(
    one: pa.ChunkedArray, other: pa.ChunkedArray, sorted_: pa.ChunkedArray | bool
) -> tuple[pa.ChunkedArray, pa.ChunkedArray]:
    """Both sides, in the order of what they are called where they are to be ``sorted_``."""
    import pyarrow.compute as pc

    swap = pc.and_(sorted_, pc.greater(one, other))
    return pc.if_else(swap, other, one), pc.if_else(swap, one, other)
