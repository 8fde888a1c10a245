"""Each event once: reports of the same day, type and actors are put together, and their sources counted.

Done on Arrow columns, so that a million reports take seconds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from dragoman.records import digest

if TYPE_CHECKING:
    import pyarrow as pa

Same = Literal["actor", "country", "none"]


def once(reports: pa.Table, same: Same = "actor") -> pa.Table:
    """One row an event, in the order of dates and ids.

    ``same`` says when actors are the same: by their own code, by their country (where they have one), or never. The
    row that is kept is the likeliest, then the first published; ``sources`` counts the documents, ``docs`` names them,
    ``reports`` counts the rows that were put together. With ``country`` the id is that of the countries' event.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    if same == "none" or not reports.num_rows:
        return reports.sort_by([(name, "ascending") for name in ("date", "id", "doc", "start_char")])
    if same == "country":
        reports = reports.set_column(0, "id", _country_ids(reports))
    ranked = reports.append_column("minus", pc.negate(reports["probability"])).sort_by(
        [(name, "ascending") for name in ("id", "minus", "published", "doc", "start_char", "end_char")]
    )
    numbered = pa.table({"id": ranked["id"], "doc": ranked["doc"], "n": pa.array(range(ranked.num_rows), pa.int64())})
    groups = numbered.group_by("id", use_threads=False).aggregate(
        [("n", "min"), ("n", "count"), ("doc", "count_distinct"), ("doc", "distinct")]
    )
    kept = ranked.take(groups["n_min"]).drop_columns(["minus"])
    for name, counted in (("sources", "doc_count_distinct"), ("reports", "n_count"), ("docs", "doc_distinct")):
        place = kept.schema.get_field_index(name)
        kept = kept.set_column(place, kept.schema.field(place), groups[counted].cast(kept.schema.field(place).type))
    return kept.sort_by([("date", "ascending"), ("id", "ascending")])


def _country_ids(reports: pa.Table) -> pa.Array:
    import pyarrow as pa
    import pyarrow.compute as pc

    sides = [pc.fill_null(pc.coalesce(reports[f"{s}_country"], reports[s]), "") for s in ("actor", "recipient")]
    swap = pc.and_(pc.fill_null(reports["mutual"], False), pc.greater(*sides))
    first, second = pc.if_else(swap, sides[1], sides[0]), pc.if_else(swap, sides[0], sides[1])
    key = pc.binary_join_element_wise(reports["type"], first, second, reports["date"], "\x1f")
    coded = pc.dictionary_encode(key)
    whole = coded.combine_chunks() if isinstance(coded, pa.ChunkedArray) else coded
    ids = pa.array([digest(value.split("\x1f")) for value in whole.dictionary.to_pylist()], pa.string())
    return ids.take(whole.indices)
