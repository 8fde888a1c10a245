"""Events -> panels of pairs of states."""

from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dragoman.errors import InvalidRecord, UnreadableDocument
from dragoman.events.cells import Placed
from dragoman.events.eventfile import event_batches
from dragoman.events.panels import Plan, cautions, chunks, panel, sectors_named
from dragoman.events.states import By, pairs_of, periods, spells

USA, CAN, SRB, XKX, GDR = 2, 20, 345, 347, 265


def events(*rows: dict[str, Any]) -> pa.Table:
    base = {"date": "2010-03-05", "type": "CONSULT", "intensity": 2.5, "mutual": False, "actor_cow": USA,
            "recipient_cow": CAN, "actor_gw": USA, "recipient_gw": CAN}  # fmt: skip
    kinds = {"actor_cow": pa.int32(), "recipient_cow": pa.int32(), "actor_gw": pa.int32(), "recipient_gw": pa.int32()}
    made = [base | row for row in rows]
    return pa.table({k: pa.array([r[k] for r in made], kinds.get(k)) for k in base})


def row(table: pa.Table, first: int, second: int, when: Any) -> dict[str, Any] | None:
    a, b, period = table.column_names[:3]
    found = [r for r in table.to_pylist() if (r[a], r[b], r[period]) == (first, second, when)]
    assert len(found) <= 1
    return found[0] if found else None


def test_a_month_has_all_pairs_and_counts_where_there_are_events() -> None:
    made = panel(events({}, {"type": "ASSAULT", "intensity": -9.0}), Plan())
    assert made.column_names[:4] == ["ccode1", "ccode2", "date", "plover_events"]
    hit = row(made, USA, CAN, date(2010, 3, 1))
    assert hit is not None
    assert (hit["plover_events"], hit["plover_consult"], hit["plover_assault"]) == (2, 1, 1)
    assert (hit["plover_verbal_cooperation"], hit["plover_material_conflict"]) == (1, 1)
    assert (hit["plover_intensity_sum"], hit["plover_intensity_mean"]) == (-6.5, -3.25)
    empty = row(made, CAN, USA, date(2010, 3, 1))
    assert empty is not None
    assert (empty["plover_events"], empty["plover_intensity_sum"], empty["plover_intensity_mean"]) == (0, 0.0, None)
    states = len(pairs_of(spells("cow"), date(2010, 3, 1), date(2010, 3, 31), True)[0])
    assert made.num_rows == states


def test_undirected_pairs_stand_once_lower_code_first() -> None:
    made = panel(events({}, {"actor_cow": CAN, "recipient_cow": USA}), Plan(directed=False, by="year"))
    assert made.schema.metadata[b"ps_data_type"] == b"dyad_year"
    hit = row(made, USA, CAN, 2010)
    assert hit is not None
    assert hit["plover_events"] == 2
    assert row(made, CAN, USA, 2010) is None


def test_what_both_do_alike_counts_both_ways() -> None:
    placed = Placed()
    made = pa.concat_tables(chunks(events({"mutual": True}), Plan(), placed))
    assert (placed.events, placed.counted) == (1, 1)
    for pair in ((USA, CAN), (CAN, USA)):
        hit = row(made, *pair, date(2010, 3, 1))
        assert hit is not None
        assert hit["plover_events"] == 1


@pytest.mark.parametrize(
    ("by", "partial", "written", "expected"),
    [
        ("month", "exact", "2010-03", date(2010, 3, 1)),
        ("month", "exact", "2010", None),
        ("month", "first", "2010", date(2010, 1, 1)),
        ("month", "last", "2010", date(2010, 12, 1)),
        ("day", "last", "2010-02", date(2010, 2, 28)),
        ("day", "exact", "2010-02", None),
        ("quarter", "exact", "2010-05-31", date(2010, 4, 1)),
        ("year", "exact", "2010-05~", 2010),
        ("year", "first", "2009/2011", 2009),
        ("year", "last", "2009/2011", 2011),
        ("year", "exact", "2009/2011", None),
        ("year", "exact", "201X", None),
        ("month", "exact", "2010-02-31", None),
        ("month", "exact", "2010-05-05/2010-05-07", date(2010, 5, 1)),
        ("month", "exact", "2010-05-30/2010-06-02", None),
        ("month", "first", "2010-05-30/2010-06-02", date(2010, 5, 1)),
        ("month", "last", "2010-05-30/2010-06-02", date(2010, 6, 1)),
        ("quarter", "exact", "2010-05/2010-06", date(2010, 4, 1)),
        ("day", "exact", "2010-05-05/2010-05-05", date(2010, 5, 5)),
        ("year", "exact", "2010-22", 2010),
        ("year", "exact", "2010-24", None),
        ("quarter", "exact", "2010-22", None),
        ("month", "first", "2010-22~", date(2010, 6, 1)),
        ("month", "last", "2010-22", date(2010, 8, 1)),
        ("year", "last", "200X", 2009),
        ("year", "first", "201X", 2010),
        ("month", "exact", "2010-05-XX", date(2010, 5, 1)),
        ("year", "exact", "2010-XX-XX", 2010),
        ("year", "first", "2010/..", 2010),
        ("year", "last", "2010/..", None),
        ("year", "first", "../2010", None),
        ("day", "exact", "2010-05-05 00:00:00", date(2010, 5, 5)),
        ("month", "exact", "2010-05-05T23:10:00Z", date(2010, 5, 1)),
    ],
)
def test_a_date_falls_into_its_period_or_is_counted_as_too_coarse(
    by: Any, partial: Any, written: str, expected: Any
) -> None:
    placed = Placed()
    first, last = (date(2010, 1, 1), date(2010, 6, 30)) if by == "day" else (date(2009, 1, 1), date(2011, 12, 31))
    plan = Plan(by=by, partial=partial, observed=True, start=first, end=last)
    made = pa.concat_tables(chunks(events({"date": written}), plan, placed))
    hits = [r for r in made.to_pylist() if r["plover_events"]]
    assert [r[made.column_names[2]] for r in hits] == ([] if expected is None else [expected])
    assert (placed.counted, placed.undated) == ((1, 0) if expected is not None else (0, 1))


def test_events_that_are_not_counted_are_accounted_for() -> None:
    rows = events({}, {"actor_cow": None}, {"recipient_cow": USA}, {"date": "2010"}, {"date": "1985-01-01"},
                  {"actor_cow": GDR}, {"date": None}, {"type": None}, {"type": None, "actor_cow": None})  # fmt: skip
    placed = Placed()
    list(chunks(rows, Plan(start=date(2010, 1, 1), end=date(2010, 12, 31)), placed))
    assert placed == Placed(events=9, counted=1, abroad=2, undated=2, outside=2, untyped=2)


@pytest.mark.parametrize(
    ("partial", "written", "expected"),
    [
        ("exact", "2010-03-05", (0, 0, 1)),
        ("exact", "2010-03-06", (1, 0, 0)),
        ("exact", "2010-03-08", (1, 0, 0)),
        ("exact", "2010-03-09", (0, 0, 1)),
        ("exact", "2010-02", (0, 0, 1)),
        ("exact", "2010-03", (0, 1, 0)),
        ("exact", "2010-03-05/2010-03-07", (0, 1, 0)),
        ("exact", "2010-03-06/2010-03-08", (1, 0, 0)),
        ("first", "2010-03", (0, 0, 1)),
        ("first", "2010-03-07/2010-04", (1, 0, 0)),
        ("last", "2009/2010-03-07", (1, 0, 0)),
    ],
)
def test_limits_hold_by_the_day_and_periods_are_whole(
    partial: Any, written: str, expected: tuple[int, int, int]
) -> None:
    placed = Placed()
    plan = Plan(partial=partial, start=date(2010, 3, 6), end=date(2010, 3, 8))
    made = pa.concat_tables(chunks(events({"date": written}), plan, placed))
    assert (placed.counted, placed.undated, placed.outside) == expected
    assert made["date"].unique().to_pylist() == [date(2010, 3, 1)]
    assert sum(made["plover_events"].to_pylist()) == expected[0]


@pytest.mark.parametrize(
    ("scores", "expected"),
    [((None, -4.0), (2, -4.0, -4.0)), ((float("nan"), -4.0, 2.0), (3, -2.0, -1.0)), ((None, None), (2, 0.0, None))],
)
def test_sums_and_means_are_of_known_intensities(
    scores: tuple[float | None, ...], expected: tuple[int, float, float | None]
) -> None:
    made = panel(events(*({"intensity": score} for score in scores)))
    hit = row(made, USA, CAN, date(2010, 3, 1))
    assert hit is not None
    assert (hit["plover_events"], hit["plover_intensity_sum"], hit["plover_intensity_mean"]) == expected


def test_a_pair_exists_only_while_both_states_do() -> None:
    def together(first: int, second: int, begin: date, end: date) -> bool:
        a, b = pairs_of(spells("cow"), begin, end, True)
        return (first, second) in set(zip(a.tolist(), b.tolist(), strict=True))

    assert not together(SRB, XKX, date(2007, 1, 1), date(2007, 12, 31))
    assert together(SRB, XKX, date(2009, 1, 1), date(2009, 12, 31))
    assert together(USA, GDR, date(1990, 1, 1), date(1990, 12, 31))
    assert not together(USA, GDR, date(1991, 1, 1), date(1991, 12, 31))


def test_gleditsch_and_ward_have_their_own_codes() -> None:
    made = panel(events({"actor_gw": 340}), Plan(system="gw", by="year"))
    assert made.column_names[:3] == ["gwcode1", "gwcode2", "year"]
    hit = row(made, 340, CAN, 2010)
    assert hit is not None
    assert hit["plover_events"] == 1


def test_periods_begin_on_their_first_day() -> None:
    assert list(periods(date(2010, 2, 10), date(2010, 7, 1), "quarter")) == [
        (date(2010, 1, 1), date(2010, 3, 31)), (date(2010, 4, 1), date(2010, 6, 30)),
        (date(2010, 7, 1), date(2010, 9, 30)),
    ]  # fmt: skip


def test_no_event_that_can_be_placed_is_said() -> None:
    with pytest.raises(InvalidRecord, match="--partial first"):
        panel(events({"date": "2010"}), Plan())


def test_batches_change_nothing() -> None:
    table = events(*({"date": f"2010-{m:02}-0{d}", "mutual": d % 2 == 0} for m in (1, 2) for d in range(1, 9)))
    assert panel(table).equals(panel(table.to_batches(max_chunksize=3)))


def test_polecat_files_are_read_with_their_old_names(tmp_path: Path) -> None:
    head = "Event ID\tEvent Date\tEvent Type\tIntensity\tActor COW\tRecipient COW"
    rows = ["1\t2010-03-05\tDEMAND\t-1.0\t2\t20", "2\t2010-03-05\tCONSULT\t2.5\tNone\t20"]
    (tmp_path / "p.txt").write_text("\n".join([head, *rows]), "utf-8")
    placed = Placed()
    made = pa.concat_tables(chunks(event_batches(tmp_path / "p.txt", "cow"), Plan(), placed))
    hit = row(made, USA, CAN, date(2010, 3, 1))
    assert hit is not None
    assert hit["plover_request"] == 1
    assert placed.abroad == 1


POLECAT_HEAD = "Event ID\tEvent Date\tEvent Type\tIntensity\tActor COW\tRecipient COW\tVersion"
OWN_HEAD = "id,date,type,intensity,mutual,actor_cow,recipient_cow,sentence"
COUNTED = Placed(events=1, counted=1)


@pytest.mark.parametrize(
    ("name", "head", "line", "expected"),
    [
        ("trailing.txt", POLECAT_HEAD, "1\t2010-03-05\tCONSULT\t2.5\t2\t20\tx\t", COUNTED),
        ("trailing.txt", POLECAT_HEAD, "1\t2010-03-05\tCONSULT\t2.5\t2\t20\tx\t\t\r", COUNTED),
        ("both.txt", POLECAT_HEAD + "\t", "1\t2010-03-05\tCONSULT\t2.5\t2\t20\tx\t", COUNTED),
        ("empty.txt", POLECAT_HEAD, "1\t2010-03-05\tCONSULT\t2.5\t2\t20\t", COUNTED),
        ("long.txt", POLECAT_HEAD, "1\t2010-03-05\tCONSULT\t2.5\t2\t20\tx\t\ty", Placed(1, unreadable=1)),
        ("short.txt", POLECAT_HEAD, "1\t2010-03-05\tCONSULT\t2.5\t2\t20", Placed(1, unreadable=1)),
        ("tabs.csv", POLECAT_HEAD, "1\t2010-03-05\tCONSULT\t2.5\t2\t20\tx", COUNTED),
        ("quotes.txt", POLECAT_HEAD, '1\t"2010-03-05"\tCONSULT\t2.5\t"2"\t20\t"x', COUNTED),
        ("time.txt", POLECAT_HEAD, "1\t2010-03-05 00:00:00\tCONSULT\t2.5\t2\t20\tx", COUNTED),
        ("floats.txt", POLECAT_HEAD, "1\t2010-03-05\tCONSULT\t2.5\t2.0\t20.0\tx", COUNTED),
        ("name.txt", POLECAT_HEAD.replace("Int", "Event Int"), "1\t2010-03-05\tCONSULT\t2.5\t2\t20\tx", COUNTED),
        ("none.txt", POLECAT_HEAD, "1\t2010-03-05\tNone\t2.5\t2\t20\tx", Placed(1, untyped=1)),
        ("null.txt", POLECAT_HEAD, "NULL\tNULL\tNULL\tNULL\tNULL\tNULL\tNULL", Placed(1, untyped=1)),
        ("none.csv", OWN_HEAD, '1,2010-03-05,null,2.5,False,2,20,"a, b"', Placed(1, untyped=1)),
        ("floats.csv", OWN_HEAD, '1,2010-03-05,CONSULT,2.5,False,2.0,20.0,"a, b"', COUNTED),
        ("short.csv", OWN_HEAD, "1,2010-03-05,CONSULT,2.5,False,2,20", Placed(1, unreadable=1)),
        ("bom.csv", "\ufeff" + OWN_HEAD[3:], '2010-03-05,CONSULT,2.5,False,2,20,"a, b"', COUNTED),
        ("e.jsonl", "", '{"date":"2010-03-05","type":null,"actor_cow":2,"recipient_cow":20}', Placed(1, untyped=1)),
        ("e.jsonl", "", '{"date":"2010-03-05","type":"NULL","actor_cow":2,"recipient_cow":20}', Placed(1, untyped=1)),
        ("e.jsonl", "", '{"date":"2010-03-05","type":"AID","actor_cow":2.0,"recipient_cow":20.0}', COUNTED),
    ],
)
@pytest.mark.slow
def test_every_row_of_a_file_is_read_or_counted(
    tmp_path: Path, name: str, head: str, line: str, expected: Placed
) -> None:
    (tmp_path / name).write_text(f"{head}\n{line}\n", "utf-8")
    placed, plan = Placed(), Plan(start=date(2010, 3, 1), end=date(2010, 3, 31))
    made = pa.concat_tables(chunks(event_batches(tmp_path / name, "cow", placed), plan, placed))
    assert placed == expected
    hit = row(made, USA, CAN, date(2010, 3, 1))
    assert hit is not None
    assert sum(made["plover_events"].to_pylist()) == hit["plover_events"] == expected.counted


def test_rows_that_cannot_be_read_leave_the_others_as_they_are(tmp_path: Path) -> None:
    good, bad = "1\t2010-03-05\tCONSULT\t2.5\t2\t20\tx\t", "1\t2010-03-05\tCONS"
    (tmp_path / "e.txt").write_text("\n".join([POLECAT_HEAD, *[good, bad, "", good] * 20_000]), "utf-8")
    placed = Placed()
    made = panel(event_batches(tmp_path / "e.txt", "cow", placed))
    assert (placed.events, placed.unreadable) == (20_000, 20_000)
    hit = row(made, USA, CAN, date(2010, 3, 1))
    assert hit is not None
    assert hit["plover_consult"] == 40_000


@pytest.mark.parametrize(
    ("name", "lines", "place"),
    [
        ("e.txt", (POLECAT_HEAD, "1\t2010-03-05\tCONSULT\t2.5\t2.5\t20\tx"), "row 2: actor_cow '2.5' is not a whole"),
        ("e.txt", (POLECAT_HEAD, "1\t2010-03-05\tCONSULT\t2.5\t2\tCAN\tx"), "row 2: recipient_cow 'CAN' is not a wh"),
        ("e.txt", (POLECAT_HEAD, "1\t2010-03-05\tCONSULT\t2.5\t2\t3000000000\tx"), "row 2: recipient_cow '3000000000'"),
        ("e.txt", (POLECAT_HEAD, "1\t2010-03-05\tCONSULT\thigh\t2\t20\tx"), "row 2: intensity 'high' is not a number"),
        ("e.txt", (POLECAT_HEAD, "1\t2010-03-05\tCONSULT\tinf\t2\t20\tx"), "row 2: intensity 'inf' is not a number"),
        ("e.txt", (POLECAT_HEAD, "1\t2010-03-05\tMEET\t2.5\t2\t20\tx"), "row 2: type 'MEET' is not an event type"),
        ("e.txt", (POLECAT_HEAD, "1\t2010-03-05\tCONSULT\t2.5\t2"), "row 2 has 5 cells under 7 columns"),
        (
            "e.csv",
            (OWN_HEAD, "1,2010-03-05,CONSULT,2.5,perhaps,2,20,a"),
            "row 2: mutual 'perhaps' is not true or false",
        ),
        ("e.csv", (OWN_HEAD, "1,2010-03-05,CONSULT,2.5,False,2"), "row 2 has 6 cells under 8 columns"),
        ("e.jsonl", ('{"type": "CONSULT", "actor_cow": 2.5}',), "row 2: actor_cow '2.5' is not a whole number"),
        ("e.jsonl", ('{"type": "CONSULT", "actor_cow": "Peru"}',), "row 2 is no event as JSON"),
    ],
)
@pytest.mark.slow
def test_one_row_with_something_else_in_a_cell_is_left_out_and_named(
    tmp_path: Path, name: str, lines: tuple[str, ...], place: str
) -> None:
    separator = "\t" if name == "e.txt" else ","
    good = ["1", "2010-03-05", "CONSULT", "2.5", *(["False"] if name == "e.csv" else []), "2", "20", "x"]
    event = {"date": "2010-03-05", "type": "CONSULT", "actor_cow": 2, "recipient_cow": 20}
    row_ = json.dumps(event) if name == "e.jsonl" else separator.join(good)
    *head, bad = lines
    (tmp_path / name).write_text("\n".join([*head, row_, bad, "", row_]), "utf-8")
    placed = Placed()
    hit = row(panel(event_batches(tmp_path / name, "cow", placed)), USA, CAN, date(2010, 3, 1))
    assert hit is not None
    assert (hit["plover_consult"], placed.events, placed.unreadable) == (2, 1, 1)
    assert placed.places[0].startswith(place)


def test_the_places_of_rows_in_parquet_and_behind_broken_ones_are_told(tmp_path: Path) -> None:
    table = events(*[{}] * 3)
    codes = pa.array([2, 2.5, 2], pa.float64())
    table = table.set_column(table.schema.get_field_index("actor_cow"), "actor_cow", codes)
    pq.write_table(table, tmp_path / "e.parquet", row_group_size=1)
    good, short, wrong = (f"1,2010-03-05,CONSULT,{tail}" for tail in ("2.5,False,2,20,a", "2.5", "2.5,False,x,20,a"))
    (tmp_path / "e.csv").write_text("\n".join([OWN_HEAD, good, short, good, wrong, short]), "utf-8")
    for name, places in (("e.parquet", ["row 2: "]), ("e.csv", ["row 2 ", "row 4: ", "row 5 "])):
        placed = Placed()
        kept = sum(batch.num_rows for batch in event_batches(tmp_path / name, "cow", placed))
        assert (kept, placed.unreadable) == (2, len(places))
        assert sorted(placed.places)[0].startswith(places[0])
        assert all(said.startswith(place) for said, place in zip(sorted(placed.places), places, strict=True))


def test_the_places_of_many_rows_are_told_of_the_first(tmp_path: Path) -> None:
    (tmp_path / "e.csv").write_text("\n".join([OWN_HEAD, *["1,2010-03-05,AID,1,False,2,20,a", "1"] * 99]), "utf-8")
    placed = Placed()
    list(event_batches(tmp_path / "e.csv", "cow", placed))
    assert (placed.unreadable, len(placed.places), placed.places[1]) == (99, 20, "row 4 has 1 cells under 8 columns")


@pytest.mark.parametrize("code", ["-9", "0", "20000"])
def test_a_number_that_no_state_can_have_is_no_state(tmp_path: Path, code: str) -> None:
    """The pair 2 and 20000 must not be counted as that of 4 and 0."""
    (tmp_path / "e.csv").write_text(f"{OWN_HEAD}\n1,2010-03-05,AID,1,False,2,{code},a\n", "utf-8")
    placed, plan = Placed(), Plan(start=date(2010, 3, 1), end=date(2010, 3, 31))
    list(chunks(event_batches(tmp_path / "e.csv", "cow", placed), plan, placed))
    assert placed == Placed(events=1, abroad=1)


@pytest.mark.parametrize("code", ["USA", "2.5"])
def test_a_file_without_any_row_that_can_be_read_is_refused(tmp_path: Path, code: str) -> None:
    (tmp_path / "e.txt").write_text(f"{POLECAT_HEAD}\n1\t2010-03-05\tCONSULT\t2.5\t{code}\t20\tx\n", "utf-8")
    with pytest.raises(UnreadableDocument, match=rf"not a file of events \(row 1: actor_cow '{code}'"):
        list(event_batches(tmp_path / "e.txt", "cow"))


@pytest.mark.parametrize("name", ["events", "events.dat"])
def test_a_file_of_another_name_is_told_by_its_first_bytes(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    line = json.dumps({"date": "2010-03-05", "type": "AID", "actor_cow": 2, "recipient_cow": 20})
    for text in (f"\ufeff{POLECAT_HEAD}\n1\t2010-03-05\tAID\t2.5\t2\t20\tx\n", f"\n{line}\n"):
        path.write_text(text, "utf-8")
        assert sum(batch.num_rows for batch in event_batches(path, "cow")) == 1
    pq.write_table(events({}), path)
    assert sum(batch.num_rows for batch in event_batches(path, "cow")) == 1


def test_a_file_without_rows_gives_no_events(tmp_path: Path) -> None:
    (tmp_path / "e.txt").write_text(POLECAT_HEAD, "utf-8")
    assert sum(batch.num_rows for batch in event_batches(tmp_path / "e.txt", "cow")) == 0


def test_a_file_that_is_no_events_is_refused(tmp_path: Path) -> None:
    (tmp_path / "e.parquet").write_bytes(b"nothing")
    with pytest.raises(UnreadableDocument, match="not a file of events"):
        list(event_batches(tmp_path / "e.parquet", "cow"))
    (tmp_path / "e.csv").write_text("a,b\n1,2\n", "utf-8")
    with pytest.raises(InvalidRecord, match="no column 'date' among a, b"):
        list(event_batches(tmp_path / "e.csv", "cow"))


@pytest.mark.parametrize("cell", ["3/5/2016", "abc", "2016-02-30", ""])
def test_a_date_that_is_none_is_a_row_that_cannot_be_read(tmp_path: Path, cell: str) -> None:
    rows = [f"1,{when},{kind},1,False,2,20,a" for when, kind in (("2010", "AID"), (cell, ""), (cell, "AID"))]
    (tmp_path / "e.csv").write_text("\n".join([OWN_HEAD, *rows]), "utf-8")
    placed, plan = Placed(), Plan(start=date(2010, 3, 1), end=date(2010, 3, 31))
    list(chunks(event_batches(tmp_path / "e.csv", "cow", placed), plan, placed))
    assert placed == Placed(events=3, undated=1, untyped=1, unreadable=1)
    assert placed.places == [
        f"row 3 has {f'the date {cell!r}' if cell else 'no date'}; write 2016-03-17, 2016-03 or 2016"
    ]


@pytest.mark.parametrize("name", ["e.csv", "semicolons.csv", "e.csv.gz", "semicolons.csv.gz", "e.txt.gz", "e.jsonl.gz"])
def test_files_with_semicolons_and_packed_ones_are_read(tmp_path: Path, name: str) -> None:
    text = f'{OWN_HEAD}\n1,2010-03-05,AID,1,False,2,20,"a, b"\n'
    if "semicolons" in name:
        text = text.replace(",", ";")
    elif "txt" in name:
        text = f"{POLECAT_HEAD}\n1\t2010-03-05\tAID\t2.5\t2\t20\tx\n"
    elif "jsonl" in name:
        text = json.dumps({"date": "2010-03-05", "type": "AID", "actor_cow": 2, "recipient_cow": 20}) + "\n"
    data = text.encode()
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    hit = row(panel(event_batches(tmp_path / name, "cow")), USA, CAN, date(2010, 3, 1))
    assert hit is not None
    assert hit["plover_aid"] == 1


def test_a_damaged_archive_is_refused(tmp_path: Path) -> None:
    (tmp_path / "e.jsonl.gz").write_bytes(gzip.compress(b'{"date": "2010"}' * 99)[:-20])
    with pytest.raises(UnreadableDocument, match="not a file of events"):
        list(event_batches(tmp_path / "e.jsonl.gz", "cow"))


@pytest.mark.parametrize(
    ("name", "head", "rest"),
    [("e.csv", "mode," + OWN_HEAD, ["{},1,2010-03-05,YIELD,1,False,2,20,a"]),
     ("e.txt", POLECAT_HEAD + "\tEvent Mode", ["1\t2010-03-05\tYIELD\t1\t2\t20\tx\t{}"])],
)  # fmt: skip
def test_an_old_type_that_became_two_is_told_by_its_mode(tmp_path: Path, name: str, head: str, rest: list[str]) -> None:
    rows = [line.format(mode) for line in rest for mode in ("ceasefire", "Withdraw", "", "None")]
    (tmp_path / name).write_text("\n".join([head, *rows]), "utf-8")
    hit = row(panel(event_batches(tmp_path / name, "cow")), USA, CAN, date(2010, 3, 1))
    assert hit is not None
    assert (hit["plover_retreat"], hit["plover_concede"]) == (2, 2)


def sectored(tmp_path: Path, head: str, *pairs: tuple[str, str]) -> Path:
    lines = [f"1,2010-03-05,AID,1,False,2,20,{','.join(pair)}" for pair in pairs]
    (tmp_path / "e.csv").write_text("\n".join([f"{OWN_HEAD.removesuffix(',sentence')},{head}", *lines]), "utf-8")
    return tmp_path / "e.csv"


def test_only_events_between_some_sectors_are_counted_where_that_is_wanted(tmp_path: Path) -> None:
    """A state as a whole (no sector, or PRE alone) always counts; old names are those of today."""
    pairs = [("GOV", "MIL"), ("", "GOV"), ("PRE", ""), ("TOP", "GOV"), ("REB", "GOV"), ("GOV", "OPP"), ("???", "GOV")]
    path = sectored(tmp_path, "actor_sector,recipient_sector", *pairs)
    for wanted, (counted, others) in (((), (7, 0)), (sectors_named("gov, MIL"), (4, 3)), (("REB", "GOV"), (4, 3))):
        placed, plan = Placed(), Plan(sectors=wanted)
        found = event_batches(path, "cow", placed, sectors=bool(wanted))
        assert sum(sum(part["plover_aid"].to_pylist()) for part in chunks(found, plan, placed)) == counted
        assert (placed.counted, placed.others, placed.outside) == (counted, others, 0)


def test_sectors_that_cannot_be_told_are_refused(tmp_path: Path) -> None:
    path = sectored(tmp_path, "actor_sector,x", ("GOV", "GOV"))
    assert sum(batch.num_rows for batch in event_batches(path, "cow")) == 1
    with pytest.raises(InvalidRecord, match="no column 'recipient_sector'"):
        list(event_batches(path, "cow", sectors=True))
    with pytest.raises(InvalidRecord, match="no sector 'GOVT'; there are GOV, MIL"):
        sectors_named("MIL,GOVT")


def warned(plan: Plan, *dated: tuple[str, str | None]) -> list[str]:
    table = events(*({"date": when} for when, _ in dated)).append_column("published", pa.array([p for _, p in dated]))
    placed = Placed()
    list(chunks(table, plan, placed))
    return list(cautions(placed, plan))


@pytest.mark.slow
def test_periods_without_any_document_are_told() -> None:
    dated = (("2002-05-01", "2021-03-10"), ("2021-04-01", "2021-05-01 10:00"), ("2021-08-01", None), ("2021", "soon"))
    early, late = warned(Plan(), *dated)
    assert early.startswith("226 of 232 periods lie before the first day of publication, 2021-03-10")
    assert "--from 2021-03-10" in early
    assert late.startswith("3 of 232 periods lie behind the last day of publication, 2021-05-01")
    assert "--to 2021-05-01" in late
    assert warned(Plan(start=date(2002, 5, 1), end=date(2021, 8, 1)), *dated) == []
    assert warned(Plan(), ("2021-03-01", "2021-03-10"), ("2021-03-30", "2021-03-10")) == []


def test_a_panel_of_times_whose_states_are_not_all_known_says_so() -> None:
    long_ago = events({"date": "1899-12-31", "recipient_cow": 200})
    for plan, told in ((Plan(), 1), (Plan(observed=True), 0), (Plan(start=date(1900, 1, 1), end=date(1900, 2, 1)), 0)):
        placed = Placed()
        list(chunks(long_ago, plan, placed))
        assert ["before 1900 are not known" in said for said in cautions(placed, plan)] == [True] * told


@pytest.mark.slow
def test_json_lines_are_read_a_part_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines that are no events are counted, wherever a part of the file ends."""
    good = json.dumps(events({}).to_pylist()[0] | {"sentence": "They met. " * 9})
    broken = ["{", "[1]", "null", '{"date": "2010-03-05", "type": "CONSULT", "actor_cow": "Peru"}', '{"mutual": "yes"}']
    broken += ['{"mutual": 2}', '{"type": "\\ud800"}', '{"mutual": "yes", "intensity": 1' + "0" * 400 + "}"]
    path = tmp_path / "e.jsonl"
    path.write_text("\ufeff" + "\n".join([good, good, *broken, "", good, good]), "utf-8")
    for size in (1 << 23, 500, 90, 7):
        monkeypatch.setattr("dragoman.events.eventfile.BLOCK", size)
        placed = Placed()
        hit = row(panel(event_batches(path, "cow", placed)), USA, CAN, date(2010, 3, 1))
        assert hit is not None
        assert (hit["plover_consult"], placed.unreadable, placed.events) == (4, len(broken), len(broken))


def test_json_lines_without_an_event_are_refused(tmp_path: Path) -> None:
    (tmp_path / "e.jsonl").write_text("nothing\nat all\n", "utf-8")
    with pytest.raises(UnreadableDocument, match="no line is an event"):
        list(event_batches(tmp_path / "e.jsonl", "cow"))


@pytest.mark.parametrize("by", ["day", "month", "quarter", "year"])
def test_the_calendar_ends_with_its_last_day(by: By) -> None:
    last = list(periods(date(9999, 12, 31), date.max, by))
    assert [stop for _, stop in last] == [date.max]
    assert panel(events({}), Plan(by=by, start=date(9999, 12, 31), end=date.max)).num_rows > 0
