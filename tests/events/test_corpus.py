"""A corpus -> events: inputs of every kind, bad rows, counts that add up, grouping, files, the report."""

from __future__ import annotations

import csv
import gzip
import io
import json
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dragoman.documents import Given, Limits
from dragoman.events import code_corpus, collect, once, to_arrow, write_events
from dragoman.events.corpus import Tally
from dragoman.events.formats import ICEWS, POLECAT
from dragoman.events.inputs import MOST_CHARACTERS, Columns, items, opened
from dragoman.events.records import Coded, Counts, Event, NotCoded, Party, Rejected
from dragoman.events.report import over_time, page
from dragoman.events.table import event_schema
from dragoman.reading.rules import RulesReader
from dragoman.records import Document

SIGNED = "Serbia and Albania established diplomatic relations on 3 March 2021."
GOOD = {"id": "good", "date": "2021-03-10", "text": SIGNED}


def run(*inputs: Path, scratch: Path, workers: int = 0, **options: Any) -> tuple[pa.Table, Tally, Counts]:
    table, tally = collect(code_corpus(inputs, reader=RulesReader(), workers=workers, **options), scratch / "scratch")
    events = once(table)
    return events, tally, tally.result(events.num_rows)


def lines(path: Path, *rows: dict[str, Any] | bytes) -> Path:
    path.write_bytes(b"".join(r if isinstance(r, bytes) else json.dumps(r).encode() + b"\n" for r in rows))
    return path


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"id": "x", "date": "2021-03-10", "text": "  "}, "no text"),
        ({"id": "x", "date": "2021-03-10"}, "no text column"),
        ({"id": "x", "text": SIGNED}, "no date"),
        ({"id": "x", "text": SIGNED, "day of printing": "2021-03-10"}, "no date column"),
        ({"id": "x", "date": "2021", "text": "a " * MOST_CHARACTERS}, f"longer than {MOST_CHARACTERS:,} characters"),
        (GOOD, "duplicate id"),
        (b'{"id": "x", "date": "2021", "text": "caf\xe9"}\n', "broken encoding"),
        ({"id": "x", "date": "2021", "text": "�" * 9}, "broken encoding"),
        (b"{oops\n", "not valid JSON"),
        (b"[1]\n", "not a JSON object"),
    ],
)  # fmt: skip
def test_a_bad_row_is_rejected_and_the_rest_is_coded(tmp_path: Path, row: Any, reason: str) -> None:
    corpus = lines(tmp_path / "c.jsonl", GOOD, row, {**GOOD, "id": "last", "text": "It rained."})
    events, tally, counts = run(corpus, scratch=tmp_path)
    assert (counts.documents, counts.coded, counts.without, counts.rejected) == (3, 1, 1, 1)
    assert counts.rejections == ((reason, 1),)
    assert tally.rejects[0].locator == f"{corpus}#2"
    assert tally.rejects[0].advice
    assert events["id"].to_pylist()


@pytest.mark.parametrize(
    ("row", "option"),
    [
        ({"id": "x", "text": SIGNED, "Pub Day": "2021-03-10"}, "--date-column"),
        ({"id": "x", "Story Words": SIGNED, "Pub Day": "2021-03-10"}, "--text-column"),
    ],
)
def test_without_a_column_of_a_usual_name_those_that_are_there_are_told(
    tmp_path: Path, row: dict[str, Any], option: str
) -> None:
    _, tally, _ = run(lines(tmp_path / "c.jsonl", row), scratch=tmp_path)
    ((reason, advice),) = tally.advice().items()
    assert reason == f"no {option.removeprefix('--').removesuffix('-column')} column"
    assert option in advice
    assert "Pub Day" in advice


@pytest.mark.parametrize("kind", ["jsonl", "csv", "tsv", "parquet", "folder", "jsonl.gz"])
def test_every_kind_of_corpus_gives_the_same_events(tmp_path: Path, kind: str) -> None:
    rows = [GOOD, {**GOOD, "id": "again", "date": "2021-03-11"}]
    corpus = tmp_path / f"corpus.{kind}"
    if kind == "jsonl":
        lines(corpus, *rows)
    elif kind == "jsonl.gz":
        corpus.write_bytes(gzip.compress(lines(tmp_path / "plain", *rows).read_bytes()))
    elif kind == "parquet":
        pq.write_table(pa.Table.from_pylist([{**r, "date": date.fromisoformat(r["date"])} for r in rows]), corpus)
    elif kind == "folder":
        corpus.mkdir()
        for row in rows:
            (corpus / f"{row['id']}.txt").write_text(row["text"], "utf-8")
            (corpus / f"{row['id']}.json").write_text(json.dumps({"date": row["date"]}), "utf-8")
    else:
        with corpus.open("w", newline="") as out:
            writer = csv.DictWriter(out, ["id", "date", "text"], delimiter="\t" if kind == "tsv" else ",")
            writer.writeheader()
            writer.writerows(rows)
    events, _, counts = run(corpus, scratch=tmp_path)
    assert (counts.documents, counts.coded, counts.events, counts.reports) == (2, 2, 1, 2)
    (event,) = events.to_pylist()
    assert (event["type"], event["actor"], event["recipient"], event["sources"]) == ("SUPPORT", "SRB", "ALB", 2)
    assert sorted(event["docs"]) == ["again", "good"]


def test_columns_can_be_named(tmp_path: Path) -> None:
    corpus = lines(tmp_path / "c.jsonl", {"nr": 7, "day": "2021-03-10", "words": SIGNED})
    events, _, _ = run(corpus, scratch=tmp_path, columns=Columns("nr", "day", "words"))
    assert events["doc"].to_pylist() == ["7"]


def documents(
    *inputs: Path | str, columns: Columns | None = None, date: str | None = None, stdin: bytes = b""
) -> list[Document | Rejected]:
    """What a corpus is before anything is read in it."""
    given, limits = Given(date=date), Limits()
    found: list[Document | Rejected] = []
    for item in items(inputs, columns, stdin=io.BytesIO(stdin)):
        found += [item] if isinstance(item, Rejected) else list(opened(item, given, limits))
    return found


def names(found: list[Document | Rejected]) -> list[str | None]:
    """Ids of documents, reasons of rejects."""
    return [one.reason if isinstance(one, Rejected) else one.stem for one in found]


@pytest.mark.parametrize("kind", ["id", "date", "text"])
def test_a_named_column_that_is_not_there_is_told(tmp_path: Path, kind: str) -> None:
    (one,) = documents(lines(tmp_path / "c.jsonl", GOOD), columns=Columns(**{kind: "nr"}))
    assert isinstance(one, Rejected)
    assert one.reason == f"no {kind} column"
    assert "'nr' is not among id, date, text" in one.advice


def test_ids_are_compared_whole(tmp_path: Path) -> None:
    ids = [f"https://example.org/{'a' * 300}/{n}" for n in range(2)]
    assert names(documents(lines(tmp_path / "c.jsonl", *({**GOOD, "id": one} for one in ids)))) == ids
    assert names(documents(lines(tmp_path / "d.jsonl", {**GOOD, "id": "a" * 2001}))) == [
        "id longer than 2,000 characters"
    ]


@pytest.mark.parametrize("empty", [None, "", "  ", float("nan")])
def test_a_row_without_an_id_goes_by_its_number(tmp_path: Path, empty: Any) -> None:
    corpus = lines(tmp_path / "c.jsonl", {**GOOD, "id": empty}, {**GOOD, "id": empty})
    assert names(documents(corpus)) == ["c#1", "c#2"]


@pytest.mark.parametrize(("name", "mark"), [("talks.csv", "#1"), ("talks.txt", "")])
def test_files_of_one_name_are_told_apart_by_their_paths(tmp_path: Path, name: str, mark: str) -> None:
    for folder in ("east", "west"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text(f"date,text\n2021-03-10,{SIGNED}\n" if mark else SIGNED, "utf-8")
    assert names(documents(tmp_path, date="2021")) == [f"{tmp_path / f / name}{mark}" for f in ("east", "west")]


def test_a_file_by_the_name_of_a_row_is_a_document_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(SIGNED, "utf-8")
    found = names(documents(lines(tmp_path / "c.jsonl", GOOD), tmp_path / "good.txt", date="2021"))
    assert found == ["good", str(tmp_path / "good.txt")]


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("2021-03-10", "2021-03-10"),
        ("2021-3-9", "2021-03-09"),
        ("2021/03/10", "2021-03-10"),
        ("2021/3/9 10:30", "2021-03-09"),
        ("2021.3.9", "2021-03-09"),
        ("2021-3", "2021-03"),
        ("2021/11", "2021-11"),
        ("10-Mar-2021", "2021-03-10"),
        ("2021-Mar-10", "2021-03-10"),
        ("March 10, 2021", "2021-03-10"),
        ("Mar 2021", "2021-03"),
        ("Mar-2021", "2021-03"),
        ("Wed, 10 Mar 2021 09:00:00 GMT", "2021-03-10"),
        ("2021-03-10T23:30:00Z", "2021-03-10"),
        ("13/03/2021", "2021-03-13"),
        ("3/13/2021 10:30", "2021-03-13"),
        ("05.03.2021", "2021-03-05"),
        ("20210310", "2021-03-10"),
        ("20210310.0", "2021-03-10"),
        (20210310, "2021-03-10"),
        (20210310.0, "2021-03-10"),
        (2021.0, "2021"),
        (2021, "2021"),
    ],
)
def test_dates_that_can_be_read_one_way_only(tmp_path: Path, said: Any, date: str) -> None:
    (one,) = documents(lines(tmp_path / "c.jsonl", {**GOOD, "date": said}))
    assert isinstance(one, Document)
    assert one.date.value == date


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("05/03/2021", "date whose day and month may be either"),
        ("5-3-2021", "date whose day and month may be either"),
        ("05/03/2021 12:00", "date whose day and month may be either"),
        ("3/5/21", "date not understood"),
        ("2021-13-01", "date not understood"),
        ("2021/2/30", "date not understood"),
        ("2021-03-05/2021-03-09", "date not understood"),
        ("2021-03-05/..", "date not understood"),
        ("soon", "date not understood"),
        (1615334400000, "date not understood"),
        (True, "date not understood"),
    ],
)
def test_a_date_that_is_not_clear_is_rejected_and_shown(tmp_path: Path, said: Any, reason: str) -> None:
    (one,) = documents(lines(tmp_path / "c.jsonl", {**GOOD, "date": said}), date="2020")
    assert isinstance(one, Rejected)
    assert one.reason == reason
    assert str(said) in one.advice


@pytest.mark.parametrize(
    ("said", "order", "date"),
    [
        ("3/5/2021", "mdy", "2021-03-05"),
        ("3/5/2021", "dmy", "2021-05-03"),
        ("05-03-2021 10:30", "dmy", "2021-03-05"),
        ("3/13/2021", "mdy", "2021-03-13"),
        ("5 March 2021", "mdy", "2021-03-05"),
        ("05.03.2021", "mdy", "2021-03-05"),
        ("2021-03-05", "dmy", "2021-03-05"),
        ("3/13/2021", "dmy", None),
        ("13/3/2021", "mdy", None),
    ],
)
def test_the_order_of_dates_can_be_given(tmp_path: Path, said: str, order: Any, date: str | None) -> None:
    (one,) = documents(lines(tmp_path / "c.jsonl", {**GOOD, "date": said}), columns=Columns(order=order))
    if isinstance(one, Rejected):
        assert (one.reason, date) == ("date not in the order of --dates", None)
        assert said in one.advice
    else:
        assert one.date.value == date


@pytest.mark.parametrize("empty", [None, " ", float("nan")])
def test_a_date_that_is_given_is_for_those_without(tmp_path: Path, empty: Any) -> None:
    (tmp_path / "page.txt").write_text(SIGNED, "utf-8")
    (tmp_path / "page.json").write_text('{"date": "2021-04-01"}', "utf-8")
    corpus = lines(tmp_path / "c.jsonl", GOOD, {**GOOD, "id": "b", "date": empty})
    dates = [
        one.date.value for one in documents(corpus, tmp_path / "page.txt", date="1999") if isinstance(one, Document)
    ]
    assert dates == ["2021-03-10", "1999", "2021-04-01"]


def test_html_in_a_row_is_read_as_a_page(tmp_path: Path) -> None:
    (one,) = documents(lines(tmp_path / "c.jsonl", {**GOOD, "text": f"<p>{SIGNED}</p><p>It&nbsp;rained.<br>Much.</p>"}))
    assert isinstance(one, Document)
    assert one.text == f"{SIGNED}\n\nIt rained.\nMuch."
    assert len(one.blocks) == 2
    assert names(documents(lines(tmp_path / "d.jsonl", {**GOOD, "text": "<p> </p>"}))) == ["no text"]


HEAD, ROWS = "id,date,text\n", f"a,2021-03-10,{SIGNED}\nb,2021-03-11,It rained.\n"


@pytest.mark.parametrize(
    "table",
    [
        (HEAD + ROWS).replace("\n", "\r").encode(),
        (HEAD + ROWS).replace("\n", "\r\n").encode("utf-8-sig"),
        (HEAD + ROWS).encode("utf-16"),
        (HEAD + ROWS).encode("utf-16-le"),
        (HEAD + ROWS).encode("utf-16-be"),
        b"\n , ,\n" + (HEAD + ROWS).encode(),
        b"sep=,\n" + (HEAD + ROWS).encode(),
        b"sep=;\n" + (HEAD + ROWS).replace(",", ";").encode(),
    ],
    ids=["carriage returns", "byte order mark", "UTF-16", "LE", "BE", "empty first lines", "sep=,", "sep=;"],
)
def test_tables_as_programs_save_them(tmp_path: Path, table: bytes) -> None:
    (tmp_path / "c.csv").write_bytes(table)
    assert names(documents(tmp_path / "c.csv")) == ["a", "b"]


@pytest.mark.parametrize(
    "table",
    [
        (HEAD + ROWS).encode(),
        (HEAD + ROWS).replace(",", ";").encode("utf-8-sig"),
        (HEAD + ROWS).replace(",", "\t").encode("utf-16"),
        b"".join(json.dumps({**GOOD, "id": name}).encode() + b"\n" for name in "ab"),
    ],
    ids=["commas", "semicolons", "tabs", "JSON"],
)
def test_tables_on_standard_input(table: bytes) -> None:
    assert names(documents("-", stdin=table)) == ["a", "b"]


def test_a_page_on_standard_input_is_one_document() -> None:
    (one,) = documents("-", stdin=f"<!doctype html><h1>Talks</h1><p>{SIGNED}</p>".encode(), date="2021-03-10")
    assert isinstance(one, Document)
    assert one.text == f"Talks\n\n{SIGNED}"


@pytest.mark.parametrize("data", [b"", b"words,name\nx,y\n", SIGNED.encode(), b"\0\1\2" * 99])
def test_what_is_no_table_of_documents_on_standard_input_is_told(data: bytes) -> None:
    (one,) = documents("-", stdin=data)
    assert isinstance(one, Rejected)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (f'x,2021-03-10,"{SIGNED}\n', "quotation mark that is not closed"),
        ('x,2021-03-10,"' + "long " * 2_000_000 + '"\n', "row longer than 8,000,000 bytes"),
        ("x,2021-03-10\n", "no text"),
        ('x,2021-03-10,"He said ""no"".\n\nSo ""what""?"\n', "x"),
        ('x,2021-03-10,"No" he said.\n', "x"),
    ],
)
@pytest.mark.parametrize("last", ["", f'c,2021-03-10,"{SIGNED}"\n'], ids=["no other quotes", "quotes below"])
def test_a_row_of_a_table_swallows_none_below_it(tmp_path: Path, row: str, reason: str, last: str) -> None:
    (tmp_path / "c.csv").write_text(HEAD + row + ROWS + last, "utf-8")
    found = documents(tmp_path / "c.csv")
    assert names(found) == [reason, "a", "b", *(["c"] if last else [])]
    if "quotation" in reason:
        assert isinstance(found[0], Rejected)
        assert "line 2" in found[0].advice


@pytest.mark.parametrize(("name", "text"), [("c.csv", ""), ("c.csv", HEAD), ("c.jsonl", ""), ("c.tsv", "\n\n")])
def test_a_table_without_rows_is_told(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    (one,) = documents(tmp_path / name)
    assert isinstance(one, Rejected)
    assert (one.locator, one.reason) == (str(tmp_path / name), "no rows")


def test_a_day_that_python_does_not_know_rejects_its_row_only(tmp_path: Path) -> None:
    days = pa.array([253402300800000, 1615334400000], pa.timestamp("ms"))
    pq.write_table(pa.table({"id": ["a", "b"], "date": days, "text": [SIGNED] * 2}), tmp_path / "c.parquet")
    assert names(documents(tmp_path / "c.parquet")) == ["date not understood", "b"]


def test_a_damaged_archive_keeps_the_rows_before_and_the_files_after(tmp_path: Path) -> None:
    rows = [{**GOOD, "id": f"{n}", "text": f"{SIGNED} {n * n:x}"} for n in range(3_000)]
    packed = bytearray(gzip.compress(lines(tmp_path / "plain", *rows).read_bytes()))
    packed[len(packed) // 2 :] = b"\xff" * (len(packed) // 2)
    (tmp_path / "c.jsonl.gz").write_bytes(packed)
    found = names(documents(tmp_path / "c.jsonl.gz", lines(tmp_path / "d.jsonl", GOOD)))
    assert str(found[-2]).startswith("cannot be read")
    assert found[-1] == "good"


@pytest.mark.parametrize("field", ["id", "text"])
def test_half_a_character_rejects_its_row_and_can_be_shown(tmp_path: Path, field: str) -> None:
    corpus = lines(tmp_path / "c.jsonl", {**GOOD, field: f"\ud800 {SIGNED}"}, {**GOOD, "id": "last"})
    events, tally, counts = run(corpus, scratch=tmp_path)
    assert (counts.coded, counts.rejections) == (1, (("broken encoding", 1),))
    assert page(events, counts, tally).encode("utf-8")


def test_one_date_can_be_given_for_all(tmp_path: Path) -> None:
    _, _, counts = run(lines(tmp_path / "c.jsonl", {"id": 1, "text": SIGNED}), scratch=tmp_path, date="2021-03-10")
    assert counts.coded == 1


def test_broken_bytes_in_parquet_reject_their_row_only(tmp_path: Path) -> None:
    texts = pa.array([SIGNED.encode(), b"caf\xe9"], pa.binary()).cast(pa.string(), safe=False)
    table = pa.table({"id": ["a", "b"], "date": ["2021", "2021"], "text": pa.array(texts)})
    pq.write_table(table, tmp_path / "c.parquet")
    _, _, counts = run(tmp_path / "c.parquet", scratch=tmp_path)
    assert (counts.coded, counts.rejections) == (1, (("broken encoding", 1),))


def test_a_file_that_is_no_parquet_is_rejected(tmp_path: Path) -> None:
    (tmp_path / "c.parquet").write_bytes(b"PAR1 but not really")
    _, _, counts = run(tmp_path / "c.parquet", scratch=tmp_path)
    assert (counts.documents, counts.rejected) == (1, 1)


def test_a_csv_row_with_too_many_cells_is_rejected(tmp_path: Path) -> None:
    (tmp_path / "c.csv").write_text(f"id,date,text\na,2021,{SIGNED}\nb,2021,one,two\n", "utf-8")
    _, _, counts = run(tmp_path / "c.csv", scratch=tmp_path)
    assert (counts.coded, counts.rejections) == (1, (("more cells than columns", 1),))


@pytest.mark.slow
def test_the_number_of_workers_changes_nothing(tmp_path: Path) -> None:
    rows = [{**GOOD, "id": str(n), "date": f"2021-03-{n + 1:02}"} for n in range(12)]
    corpus = lines(tmp_path / "c.jsonl", *rows)
    alone, _, one = run(corpus, scratch=tmp_path)
    several, _, two = run(corpus, scratch=tmp_path, workers=2)
    assert alone.equals(several)
    assert one.documents == two.documents == 12


def party(code: str, **fields: Any) -> Party:
    return Party(code, code.partition("/")[2] or code, country=code[:3], **fields)


def event(actor: str = "SRB", recipient: str = "ALB", **fields: Any) -> Event:
    values: dict[str, Any] = {
        "type": "CONSULT", "date": "2021-03-03", "dated": "text", "doc": "d", "sentence": "They met.", "start": 0,
        "end": 9, "probability": 0.5, "quad": "verbal cooperation", "cameo_root": "04", "published": "2021-03-04",
    }  # fmt: skip
    return Event(actor=party(actor), recipient=party(recipient), **(values | fields))


def test_the_likeliest_report_stands_for_the_event() -> None:
    kept = once(to_arrow([event(doc="a"), event(doc="b", probability=0.9), event(doc="b", start=3)])).to_pylist()
    assert [(e["doc"], e["probability"], e["sources"], e["reports"], e["docs"]) for e in kept] == [
        ("b", 0.9, 2, 3, ["b", "a"])
    ]


@pytest.mark.parametrize(
    ("other", "number"),
    [
        (event(date="2021-03-04"), 2),
        (event(type="AID"), 2),
        (event("SRB/President"), 2),
        (event("ALB", "SRB"), 2),
        (event(doc="other"), 1),
    ],
)
def test_another_day_type_or_actor_is_another_event(other: Event, number: int) -> None:
    assert once(to_arrow([event(), other])).num_rows == number


def test_what_both_do_alike_is_one_event_whoever_is_named_first() -> None:
    both = to_arrow([event(mutual=True), event("ALB", "SRB", mutual=True, doc="other")])
    assert once(both)["sources"].to_pylist() == [2]


@pytest.mark.parametrize("visitor", [("SRB", "ALB"), ("ALB", "SRB")])
@pytest.mark.parametrize("same", ["actor", "country"])
def test_talks_and_a_visit_of_one_side_are_one_mutual_event(visitor: tuple[str, str], same: Any) -> None:
    visit = event(*visitor, doc="a", mode="visit", probability=0.9)
    (kept,) = once(to_arrow([visit, event(doc="b", mutual=True), event(doc="c", date="2021-03-09")]), same).to_pylist()[
        :-1
    ]
    assert (kept["mutual"], kept["doc"], kept["sources"], sorted(kept["docs"])) == (True, "b", 2, ["a", "b"])


def test_what_each_does_to_the_other_stays_two_events() -> None:
    assert once(to_arrow([event("SRB", "ALB"), event("ALB", "SRB"), event("SRB", "HRV", mutual=True)])).num_rows == 3


def test_by_country_officials_count_as_their_state() -> None:
    both = to_arrow([event(), event("SRB/President", "ALB/President", doc="other")])
    assert once(both, "country")["sources"].to_pylist() == [2]
    assert once(both, "none").num_rows == 2


def test_ids_do_not_depend_on_the_order_of_reports() -> None:
    events = [event(doc=str(n), probability=n / 10, type=t) for n in range(5) for t in ("AID", "CONSULT")]
    assert once(to_arrow(events)).equals(once(to_arrow(events[::-1])))


def test_polecat_has_its_forty_columns(tmp_path: Path) -> None:
    write_events(to_arrow([event(sentence="A\ttab\nand line", publisher="Ta\tnjug")]), tmp_path / "e", "polecat")
    head, row = ((line.split("\t")) for line in (tmp_path / "e").read_text("utf-8").splitlines())
    assert len(head) == len(row) == len(POLECAT) == 40
    cells = dict(zip(head, row, strict=True))
    assert (cells["Event Type"], cells["Quad Code"], cells["Actor COW"], cells["Source"]) == (
        "CONSULT", "VERBAL COOPERATION", "None", "Ta njug",
    )  # fmt: skip


def test_icews_has_its_twenty_columns_and_codes_stay_text(tmp_path: Path) -> None:
    write_events(to_arrow([event(date="2021")]), tmp_path / "e", "icews")
    head, row = ((line.split("\t")) for line in (tmp_path / "e").read_text("utf-8").splitlines())
    assert len(head) == len(row) == len(ICEWS) == 20
    cells = dict(zip(head, row, strict=True))
    assert (cells["CAMEO Code"], cells["Source Country"], cells["Event Date"]) == ("04", "Serbia", "2021-03-04")


def test_parquet_keeps_the_types(tmp_path: Path) -> None:
    table = to_arrow([event()])
    write_events(table, tmp_path / "e.parquet", "parquet")
    assert pq.read_table(tmp_path / "e.parquet").schema.equals(event_schema())


class Reader(HTMLParser):
    """Collects tags and what they would load."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.loads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.loads += [str(value) for name, value in attrs if name in ("src", "href")]


def test_the_report_stands_alone_and_trusts_no_text() -> None:
    tally = Tally()
    hostile = "<script>alert(1)</script>"
    tally.add(Coded(hostile, "x", (event(sentence=hostile),), sentences=1))
    tally.add(Coded("quiet", "x", reason="no sentence names two actors"))
    shown = page(to_arrow([event(sentence=hostile, doc=hostile)]), tally.result(1), tally)
    reader = Reader()
    reader.feed(shown)
    assert reader.tags.count("svg") == 5
    assert "script" not in reader.tags
    assert not reader.loads
    assert "2 documents = 1 coded + 1 without event + 0 rejected" in shown


def test_a_report_without_events_says_so() -> None:
    assert "No event was coded" in page(to_arrow([]), Tally().result(0), Tally())


@pytest.mark.parametrize(
    ("dates", "names", "step"),
    [
        (["2020-11-30", "2021-02"], ["2020-11", "2020-12", "2021-01", "2021-02"], "month"),
        (["1999-05-01", "2021-03-03"], [str(year) for year in range(1999, 2022)], "year"),
        (["2020-05-01", "2021"], ["2020", "2021"], "year"),
        (["2021-01-05"] * 5 + ["2021-03"] * 5 + ["2021"], ["2021-01", "2021-02", "2021-03", "not told"], "month"),
    ],
)
def test_columns_over_time_leave_no_period_out(dates: list[str], names: list[str], step: str) -> None:
    table = to_arrow([event(date=date, published="1990-01-01") for date in dates])
    found, parts, by = over_time(table)
    assert (found, by) == (names, step)
    assert sum(map(sum, parts.values())) == len(dates)


def test_the_report_writes_countries_and_sectors_out() -> None:
    official = replace(event(), actor=Party("SRB/President", "President", ("GOV",), "SRB"))
    shown = page(to_arrow([official, event(mutual=True)]), Tally().result(2), Tally())
    assert "Serbia → Albania" in shown
    assert "the executive (GOV)" in shown
    assert "SRB ↔ ALB" in shown
    assert "What was not coded" not in shown


def test_the_report_counts_what_both_do_both_ways() -> None:
    shown = page(to_arrow([event(), event(mutual=True, date="2021-03-09")]), Tally().result(2), Tally())
    assert "<title>Serbia → Albania: 2</title>" in shown
    assert "<title>Albania → Serbia: 1</title>" in shown
    assert "<title>SRB to ALB: 2 events" in shown
    assert "<title>ALB to SRB: 1 events" in shown


def test_a_sentence_is_counted_once_a_reason_and_an_example_is_shown_once() -> None:
    tally = Tally()
    left = [NotCoded("under the threshold", text, start, start + 9) for text in ("They met.",) * 3 for start in (0, 20)]
    for doc in "ab":
        tally.add(Coded(doc, doc, left=(*left, NotCoded("nobody acts", "They met.", 0, 9))))
    assert tally.left == {"under the threshold": 4, "nobody acts": 2}
    assert [(doc, one.sentence) for doc, one in tally.sampled("under the threshold")] == [("a", "They met.")]
    for number in range(500):
        tally.add(Coded("c", "c", left=(NotCoded("nobody acts", f"They met {number}.", number, number + 9),)))
    assert len({one.sentence for _, one in tally.sampled("nobody acts")}) == 8


@pytest.mark.parametrize(
    ("published", "told"), [("2099-01-01", True), ("2020-05-02", True), ("2020-05-01", False), ("2020", False)]
)
def test_documents_of_days_to_come_are_told(published: str, told: bool) -> None:
    tally = Tally(today="2020-05-01")
    tally.add(Coded("d", "d", (event(published=published), event(published=published))))
    assert tally.ahead == (["d"] if told else [])
