"""Every command as a user runs it: what it prints, where, and with which exit code."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from cli.conftest import TEXTS, Run
from dragoman.frames import STATEMENT_COLUMNS

ALBANIA, KOSOVO = "Albania joined NATO in 2009.", "Kosovo joined the IMF in 2009."


def rows(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_build_tells_what_it_did(run: Run, folder: str) -> None:
    done = run("build", folder, "--workers", "0")
    assert done.returncode == 0
    assert done.stdout == ""
    assert done.stderr.startswith("Read 2 documents in ")
    assert "Statements: 6 new." in done.stderr
    assert "\x1b" not in done.stderr


def test_building_again_changes_nothing(built: Run, folder: str) -> None:
    before = built("statements", "--format", "jsonl").stdout
    done = built("build", folder, "--workers", "0")
    assert done.stderr.startswith("Read 0 documents; 2 unchanged")
    assert built("statements", "--format", "jsonl").stdout == before


def test_a_changed_document_retires_what_it_no_longer_says(built: Run, folder: str) -> None:
    Path(folder, "news-2015.txt").write_text("Albania joined NATO in 2009, and that was all there was to say.", "utf-8")
    done = built("build", folder, "--workers", "0")
    assert done.stderr.startswith("Read 1 document (1 changed); 1 unchanged")
    assert "retired" in done.stderr
    news = rows(built("statements", "--doc", "news-2015", "--format", "jsonl").stdout)
    assert [row["target"] for row in news] == [["NATO"]]
    assert "2 versions" in built("documents").stdout
    assert len(rows(built("documents", "news-2015", "--format", "jsonl").stdout)) == 2


def test_what_changed_since_the_last_version(built: Run, folder: str) -> None:
    assert "one version only" in built("changes", "news-2015").stderr
    text = "The European Union and Kosovo signed the Stabilization and Association Agreement on October 28, 2015."
    Path(folder, "news-2015.txt").write_text(f"{text} Albania joined NATO in 2009.", "utf-8")
    built("build", folder, "--workers", "0")
    told = rows(built("changes", "news-2015", "--format", "jsonl").stdout)
    assert [(row["change"], row["pair"], row["date"]) for row in told] == [
        ("before", 1, "2015-10-27"),
        ("after", 1, "2015-10-28"),
        ("appeared", None, "2009"),
        ("vanished", None, "2015-11-05"),
    ]
    shown = built("changes", "news-2015").stdout
    assert shown.index("Changed: date, quote") < shown.index("Appeared") < shown.index("Vanished")
    first, second = (row["document_id"] for row in rows(built("documents", "news-2015", "-f", "jsonl").stdout))
    assert rows(built("changes", "news-2015", "--since", first[:6], "--format", "jsonl").stdout) == told
    assert built("changes", "news-2015", "--since", "nosuch").returncode == 2
    assert second in built("changes", "news-2015", "--since", "nosuch").stderr


def test_who_disagrees_is_listed_with_both_sides(built: Run, folder: str) -> None:
    text = "The European Union and Kosovo signed the Stabilization and Association Agreement in May 2014."
    Path(folder, "another.txt").write_text(text, "utf-8")
    built("build", folder, "--workers", "0")
    for names in ((), ("Kosovo",), ("EU", "Косово")):
        told = rows(built("contradictions", *names, "--format", "jsonl").stdout)
        assert {(row["field"], row["pair"], row["date"]) for row in told} == {
            ("date", 1, "2014-05"),
            ("date", 1, "2015-10-27"),
        }
        shown = built("contradictions", *names).stdout
        assert "date differs" in shown
        assert "another" in shown
    assert "No contradictions found." in built("contradictions", "USA").stderr
    assert "1 more" not in built("contradictions", "--limit", "1").stderr


def test_statements_as_rows_have_the_contract_s_fields_in_order(built: Run) -> None:
    done = built("statements", "--format", "jsonl")
    assert done.returncode == 0
    assert done.stderr == ""
    found = rows(done.stdout)
    assert {tuple(row) for row in found} == {STATEMENT_COLUMNS}
    assert {row["doc"] for row in found} == {"relations-2016", "news-2015"}


@pytest.mark.parametrize(
    ("options", "stages"),
    [
        (["--kind", "agreement"], {"signed"}),
        (["--kind", "agreement", "--kind", "relations"], {"signed", "recognised"}),
        (["--actor", "Kosovo", "--actor", "USA"], {"recognised"}),
        (["--actor", "Srbija"], {"held"}),
        (["--since", "2015-11"], {"held"}),
        (["--until", "2008"], {"recognised"}),
        (["--publisher", "US Department of State", "--stage", "joined"], {"joined"}),
        (["--text", "International Monetary"], {"joined"}),
        (["--doc", "news-2015"], {"signed", "held"}),
        (["--min-confidence", "0.99"], set()),
        (["--object", '"Association Agreement"'], {"signed"}),
    ],
)
def test_statements_are_filtered(built: Run, options: list[str], stages: set[str]) -> None:
    done = built("statements", *options, "--format", "jsonl")
    assert done.returncode == 0
    assert {row["stage"] for row in rows(done.stdout)} == stages


@pytest.mark.slow
def test_statements_as_csv_and_parquet(built: Run, tmp_path: Path) -> None:
    table = list(csv.DictReader(io.StringIO(built("statements", "-f", "csv").stdout)))
    assert tuple(table[0]) == STATEMENT_COLUMNS
    assert built("statements", "-f", "parquet", "-o", "all.parquet").returncode == 0
    import pyarrow.parquet as pq

    assert pq.read_table(tmp_path / "all.parquet").num_rows == len(table)
    assert [path.name for path in tmp_path.glob(".*.part")] == []


def test_every_line_for_people_has_passage_and_document(built: Run) -> None:
    shown = built("statements").stdout
    assert shown.count("“") == shown.count("relations-2016") + shown.count("news-2015")
    assert "US Department of State, 2016-03-17" in shown


def test_a_cut_table_says_how_many_more_there_are(built: Run) -> None:
    done = built("statements", "-n", "1")
    assert "more statements; --limit 0 shows all" in done.stderr


def test_nothing_found_is_said_and_is_no_error(built: Run) -> None:
    done = built("statements", "--text", "nowhere")
    assert (done.returncode, done.stderr.strip()) == (0, "No statements found.")


@pytest.mark.parametrize("name", ["Kosovo", "XKX", "kosovo", "Косово"])
def test_show_an_actor_by_any_name(built: Run, name: str) -> None:
    done = built("show", name)
    assert done.returncode == 0
    assert done.stdout.startswith("Kosovo (XKX)")
    assert "said in 2 passages" in done.stdout


def test_a_fact_in_pages_of_one_name_names_their_publishers(run: Run, tmp_path: Path) -> None:
    for publisher in ("Ministry A", "Ministry B"):
        page = tmp_path / publisher[-1] / "page.txt"
        page.parent.mkdir()
        page.write_text(TEXTS["news-2015"], "utf-8")
        run("build", page, "--publisher", publisher, "--workers", 0)
    assert run("show", "Kosovo").stdout.count("also in page (Ministry ") == 1


@pytest.mark.parametrize(
    ("output", "said"), [("no/x", "no/x: there is no folder no; create it first"), (".", ".: is a folder")]
)
@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_an_output_that_cannot_be_is_named(built: Run, output: str, said: str, form: str) -> None:
    done = built("statements", "--format", form, "--output", output)
    assert (done.returncode, said in done.stderr) == (5, True)


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_an_output_that_may_not_be_written_is_named_and_nothing_is_left(
    built: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    def refused(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "replace", refused)
    done = built("statements", "--format", form, "--output", f"x.{form}")
    assert done.returncode == 5
    assert f"x.{form}: cannot be written (Permission denied)" in done.stderr
    assert "part" not in done.stderr
    assert [*tmp_path.glob("*x.*")] == []


def test_an_output_that_is_a_pipe_or_a_link_stays_one(built: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    # Opened for both, so that neither side waits for the other.
    with open(os.open(tmp_path / "pipe", os.O_RDWR | os.O_NONBLOCK), "rb", buffering=0) as pipe:
        assert built("statements", "--format", "csv", "--output", "pipe").returncode == 0
        assert (pipe.read(4) or b"") == b"doc,"
    assert (tmp_path / "pipe").is_fifo()
    (tmp_path / "named.csv").symlink_to("real.csv")
    assert built("statements", "--format", "csv", "--output", "named.csv").returncode == 0
    assert (tmp_path / "named.csv").is_symlink()
    assert (tmp_path / "real.csv").read_text("utf-8").startswith("doc,")


def test_show_two_actors(built: Run) -> None:
    found = rows(built("show", "EU", "Kosovo", "--format", "jsonl").stdout)
    assert [row["kind"] for row in found] == ["agreement", "agreement"]


def test_show_an_instrument(built: Run) -> None:
    done = built("show", "Stabilization and Association Agreement")
    assert "agreement: signed" in done.stdout
    found = rows(built("show", "Stabilization and Association Agreement", "--format", "jsonl").stdout)
    assert {row["doc"] for row in found} == {"relations-2016", "news-2015"}


@pytest.mark.parametrize(
    ("options", "count"),
    [(["--kind", "agreement"], 2), (["--kind", "meeting"], 0), (["--as-of", "2010"], 0), (["--as-of", "2017"], 1)],
)
def test_show_an_instrument_of_some_kinds_and_of_a_day(built: Run, options: list[str], count: int) -> None:
    asked = ("show", "Stabilization and Association Agreement", *options)
    assert len(rows(built(*asked, "--format", "jsonl").stdout)) == count
    done = built(*asked)
    assert (done.returncode, "No facts found." in done.stderr) == (0, not count)
    assert ("Passage and document" in done.stdout) == bool(count)


def test_show_a_person_of_the_ledger(built: Run) -> None:
    assert "meeting: held" in built("show", "Ivica Dacic").stdout


def test_search(built: Run) -> None:
    done = built("search", "world bank")
    assert "World Bank" in done.stdout
    assert "membership: joined" in done.stdout
    (hit,) = rows(built("search", '"Monetary Fund"', "-f", "jsonl").stdout)
    assert hit["doc"] == "relations-2016"
    assert hit["statements"]


def test_explain(built: Run) -> None:
    row = rows(built("statements", "--stage", "recognised", "-f", "jsonl").stdout)[0]
    done = built("explain", str(row["id"])[:8])
    assert done.returncode == 0
    assert "relations: recognised" in done.stdout
    assert "recognises" in done.stdout
    assert "source: USA" in done.stdout
    assert "dated 2016-03-17, " in " ".join(done.stdout.split())


def test_an_explanation_for_programs(built: Run) -> None:
    (row,) = rows(built("statements", "--doc", "news-2015", "--kind", "agreement", "--format", "jsonl").stdout)
    done = built("explain", str(row["id"])[:12], "--format", "jsonl")
    assert done.returncode == 0, done.stderr
    (told,) = rows(done.stdout)
    assert {name: told[name] for name in row} == row
    assert [presence["stem"] for presence in told["presences"]] == ["news-2015"]
    assert {evidence["role"] for evidence in told["presences"][0]["evidence"]} >= {"source", "target"}
    assert [other["doc"] for other in told["others"]] == ["relations-2016"]
    assert (told["decisions"], told["others_count"], told["locator"]) == ([], 1, "documents/news-2015.txt")
    assert built("explain", str(row["id"]), "--format", "csv").returncode == 2


def test_files_of_one_name_are_told_apart(run: Run, tmp_path: Path) -> None:
    for name, text in (("a/note", ALBANIA), ("b/note", KOSOVO), ("b/other", "Nothing.")):
        (tmp_path / "d" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "d" / f"{name}.txt").write_text(text, "utf-8")
    run("build", "d", "--workers", "0")
    for shown in (run("documents").stdout, run("documents", "--limit", "1").stdout):
        assert "note  (d/a/note.txt)" in shown
        assert "d/b/other" not in shown


def test_one_thing_is_told_in_the_singular(run: Run) -> None:
    done = run("build", "-", "--workers", "0", input=ALBANIA)
    assert "Read 1 document in" in done.stderr
    assert "   1 fact: membership 1" in run("show", "Albania").stdout
    assert run("check").stdout.startswith("1 document in 1 version, 1 statement of 1 fact, 0 retired")


def test_a_verbose_build_lists_all_that_was_skipped(run: Run, tmp_path: Path) -> None:
    (tmp_path / "d").mkdir()
    for number in range(25):
        (tmp_path / "d" / f"{number}.txt").write_text("", "utf-8")
    done = run("build", "d", "--workers", "0")
    assert (done.returncode, done.stderr.count("Skipped: ")) == (3, 20)
    assert "and 5 more skipped; --verbose" in done.stderr
    assert run("build", "d", "--workers", "0", "--verbose").stderr.count("Skipped: ") == 25


def test_a_document_s_whole_name_is_printed_and_any_of_its_names_can_be_given(run: Run, tmp_path: Path) -> None:
    for number, text in enumerate((ALBANIA, KOSOVO)):
        page = tmp_path / "d" / str(number) / "a-note-with-a-very-long-name-indeed-on-those-who-joined-in-2009.txt"
        page.parent.mkdir(parents=True)
        page.write_text(text, "utf-8")
    run("build", "d", "--workers", "0")
    shown = run("documents", COLUMNS="60").stdout
    assert "…" not in shown
    for name in (page, page.relative_to(tmp_path)):
        (row,) = rows(run("statements", "--doc", name, "-f", "jsonl").stdout)
        assert row["target"] == ["IMF"]
        assert run("documents", name).returncode == 0
    refused = run("changes", page.stem)
    assert (refused.returncode, f"give the path of one: d/0/{page.name}, d/1/" in refused.stderr) == (1, True)


def test_a_page_that_went_back_is_told_forwards(built: Run, folder: str) -> None:
    page = Path(folder, "news-2015.txt")
    for text in (ALBANIA, page.read_text("utf-8")):
        page.write_text(text, "utf-8")
        built("build", folder, "--workers", "0")
    told = {str(row["change"]): row["target"] for row in rows(built("changes", "news-2015", "-f", "jsonl").stdout)}
    assert (told["vanished"], "appeared" in told) == (["NATO"], True)


def test_what_has_no_date_is_not_left_out_without_a_word(run: Run) -> None:
    run("build", "-", "--workers", "0", input=f"{ALBANIA} Kosovo is a member of the IMF.")
    assert "1 statement without a date left out." in run("statements", "--since", "2000").stderr
    assert "left out" not in run("statements").stderr


def test_kinds_and_languages_are_taken_in_capitals(built: Run) -> None:
    asked = ("statements", "--kind", "Agreement", "--language", "EN", "--format", "jsonl")
    assert {row["kind"] for row in rows(built(*asked).stdout)} == {"agreement"}


def test_what_only_names_an_organisation_is_shown_apart(run: Run) -> None:
    run("build", "-", "--workers", "0", input=f"{KOSOVO} Albania joined NATO in 2009.")
    (row,) = rows(run("show", "NATO", "-f", "jsonl").stdout)
    assert (tuple(row), row["found_as"]) == ((*STATEMENT_COLUMNS, "found_as"), "actor")
    assert "Named in" not in run("show", "NATO").stdout


def test_actors_and_documents(built: Run) -> None:
    assert "European Union" in built("actors").stdout
    assert {row["actor"] for row in rows(built("actors", "-f", "jsonl").stdout)} >= {"XKX", "EU", "USA"}
    assert {row["doc"] for row in rows(built("documents", "-f", "jsonl").stdout)} == {"relations-2016", "news-2015"}


@pytest.mark.parametrize("format_", ["jsonl", "csv", "parquet"])
def test_documents_say_where_their_facts_were_found(run: Run, tmp_path: Path, format_: str) -> None:
    (tmp_path / "note.txt").write_text(f"Note on Albania\n\nTirana, 3 March 2015\n\n{ALBANIA}", "utf-8")
    (tmp_path / "note.json").write_text('{"publisher": "U.S. Department of State"}', "utf-8")
    run("build", "note.txt", "--workers", "0")
    written = tmp_path / f"documents.{format_}"
    assert run("documents", "--format", format_, "--output", str(written)).returncode == 0
    (told,) = read_back(written)
    assert told["title_evidence"] == "first line"
    assert (told["publisher_actor"], told["publisher_evidence"]) == ("USA", "side file")
    assert (told["date"], told["date_evidence"]) == ("2015-03-03", "written near the title: Tirana, 3 March 2015")
    assert told["language_evidence"]


def read_back(path: Path) -> list[dict[str, object]]:
    """The rows of a written answer, whatever its format."""
    if path.suffix == ".parquet":
        return pq.read_table(path).to_pylist()  # type: ignore[no-any-return]
    text = path.read_text("utf-8")
    return list(csv.DictReader(text.splitlines())) if path.suffix == ".csv" else rows(text)


def test_an_explanation_says_where_the_facts_of_its_document_were_found(run: Run, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text(f"Note on Albania\n\nTirana, 3 March 2015\n\n{ALBANIA}", "utf-8")
    run("build", "note.txt", "--workers", "0")
    (row,) = rows(run("statements", "-f", "jsonl").stdout)
    shown = " ".join(run("explain", str(row["id"])).stdout.split())
    assert "dated 2015-03-03, written near the title: Tirana, 3 March 2015; publisher not found" in shown
    (told,) = rows(run("explain", str(row["id"]), "-f", "jsonl").stdout)
    assert told["date_evidence"] == "written near the title: Tirana, 3 March 2015"
    assert (told["publisher_actor"], told["publisher_evidence"]) == (None, "not found")


@pytest.mark.slow
def test_decisions_change_answers_and_can_be_taken_back(built: Run, folder: str) -> None:
    row = rows(built("statements", "--stage", "recognised", "-f", "jsonl").stdout)[0]
    wanted = ("statements", "--stage", "recognised", "-f", "jsonl")
    assert built("review", "reject", str(row["id"]), "--who", "ana", "--why", "test").returncode == 0
    assert built(*wanted).stdout == ""
    built("build", folder, "--workers", "0")
    assert built(*wanted).stdout == ""
    refused = built("review", "confirm", str(row["id"]), "--who", "ana")
    assert refused.returncode == 5
    assert "look again with `dragoman review history`, then name the last decision with --seen" in refused.stderr
    assert built("review", "confirm", str(row["id"]), "--who", "ana", "--seen", "1").returncode == 0
    refused = built("review", "undo", "1", "--who", "boris")
    assert (refused.returncode, "look again" in refused.stderr) == (5, True)
    assert built("review", "undo", "2", "--who", "boris").returncode == 0
    assert built("review", "undo", "1", "--who", "ana", "--seen", "3").returncode == 0
    assert rows(built(*wanted).stdout) == [row]
    assert "reject: test [undone]" in built("review", "history").stdout


def test_a_correction_is_shown_under_the_same_id(built: Run) -> None:
    row = rows(built("statements", "--stage", "recognised", "-f", "jsonl").stdout)[0]
    change = ("--object", "independence", "--value", "min 2 word", "--date", "2008-02")
    assert built("review", "correct", str(row["id"]), *change, "--who", "ana").returncode == 0
    corrected = rows(built("statements", "--stage", "recognised", "-f", "jsonl").stdout)[0]
    assert corrected["id"] == row["id"]
    assert (corrected["object"], corrected["date"]) == ("independence", "2008-02")
    assert corrected["value"] == [{"number": 2, "unit": "word", "bound": "min"}]
    assert "≥ 2 words" in built("statements", "--stage", "recognised").stdout
    assert built("review", "correct", str(row["id"]), "--source", "Polandia", "--seen", "1").returncode == 2
    explained = built("explain", str(row["id"])).stdout
    assert "value  ≥ 2 words" in explained
    assert "(date: 2008-02, object: independence, value: ≥ 2 words)" in explained
    assert "value: ≥ 2 words" in built("review", "history").stdout


def test_actors_that_may_be_one_are_listed_for_merging(built: Run, folder: str) -> None:
    text = "Serbian Foreign Minister Ivica Dačić met with Secretary John Kerry in Vienna on December 4, 2015."
    Path(folder, "second.txt").write_text(text, "utf-8")
    built("build", folder, "--workers", "0")
    (row,) = rows(built("review", "alike", "--format", "jsonl").stdout)
    assert {row["actor"], row["may_be"]} == {"SRB/Ivica Dacic", "SRB/Ivica Dačić"}
    shown = built("review", "alike")
    assert row["may_be"] in shown.stdout
    assert "`dragoman review merge" in shown.stderr
    built("review", "merge", row["actor"], row["may_be"], "--who", "ana")
    assert "No pairs found." in built("review", "alike").stderr


def test_merged_actors_are_one(built: Run) -> None:
    assert built("review", "merge", "SRB/Ivica Dacic", "SRB/Ivica Dačić", "--who", "ana").returncode == 0
    assert "meeting: held" in built("show", "Ivica Dačić").stdout


def test_check_finds_a_built_ledger_sound(built: Run) -> None:
    done = built("check")
    assert done.returncode == 0
    assert done.stdout.rstrip().endswith("Sound.")


def test_check_finds_a_changed_text(built: Run, tmp_path: Path) -> None:
    import sqlite3

    with sqlite3.connect(tmp_path / "dragoman.ledger") as connection:
        connection.execute("UPDATE document SET text = replace(text, 'Kosovo', 'Kosova')")
    done = built("check")
    assert done.returncode == 1
    assert "fault" in done.stdout


def test_a_decision_on_what_is_no_longer_said_is_listed_but_no_fault(built: Run, folder: str) -> None:
    row = rows(built("statements", "--kind", "meeting", "--format", "jsonl").stdout)[0]
    built("review", "confirm", str(row["id"]), "--who", "ana", "--why", "read it")
    (Path(folder) / "news-2015.txt").write_text("Nothing happened.\n", "utf-8")
    built("build", folder, "--workers", "0")
    done = built("check")
    assert "decide again or undo it" in done.stdout
    assert done.stdout.rstrip().endswith("Sound.")
    assert done.returncode == 0


def test_show_an_organisation_also_as_the_thing_that_is_spoken_of(built: Run) -> None:
    found = rows(built("show", "International Monetary Fund", "--format", "jsonl").stdout)
    assert "membership" in {row["kind"] for row in found}
    assert len({row["id"] for row in found}) == len(found)


def test_read_needs_no_ledger(run: Run, tmp_path: Path) -> None:
    done = run("read", input="Albania joined NATO in 2009.")
    (row,) = rows(done.stdout)
    assert (row["source"], row["target"], row["date"]) == (["ALB"], ["NATO"], "2009")
    assert list(tmp_path.glob("*.ledger*")) == []


def test_the_summary_tells_how_to_ask_a_ledger_of_another_name(run: Run) -> None:
    told = run("build", "-", "--workers", "0", "-l", "my notes.ledger", input=ALBANIA).stderr
    assert "ask it with `dragoman show NAME --ledger 'my notes.ledger'`" in told
    assert "ask it with `dragoman show NAME`" in run("build", "-", "--workers", "0", input=ALBANIA).stderr


@pytest.mark.slow
def test_standard_input_is_built_too(run: Run) -> None:
    assert run("build", "-", input="Albania joined NATO in 2009.", DRAGOMAN_LEDGER="in.ledger").returncode == 0
    assert "NATO" in run("statements", DRAGOMAN_LEDGER="in.ledger").stdout


def test_two_texts_on_standard_input_are_two_documents(run: Run) -> None:
    for text in (KOSOVO, ALBANIA, KOSOVO):
        last = run("build", "-", "--workers", "0", input=text)
    assert last.stderr.startswith("Read 0 documents; 1 unchanged")
    assert {target for row in rows(run("statements", "-f", "jsonl").stdout) for target in row["target"]} == {
        *("IMF", "NATO"),
    }
    assert {row["versions"] for row in rows(run("documents", "-f", "jsonl").stdout)} == {1}


@pytest.mark.slow
def test_standard_input_with_a_name_or_an_address_has_versions(run: Run) -> None:
    page = '<html><head><link rel="canonical" href="https://www.example.org/a"></head><body><p>{}</p></body></html>'
    for options, form in ((("--name", "brief"), "{}"), ((), page)):
        for text, target in ((KOSOVO, "IMF"), (ALBANIA, "NATO"), (KOSOVO, "IMF")):
            done = run(
                "build", "-", "--workers", "0", "-l", f"{len(options)}.ledger", *options, input=form.format(text)
            )
            assert done.returncode == 0, done.stderr
            (row,) = rows(run("statements", "-f", "jsonl", "-l", f"{len(options)}.ledger").stdout)
            assert row["target"] == [target]
    assert rows(run("documents", "-f", "jsonl", "-l", "2.ledger").stdout)[0]["doc"] == "brief"


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["show", "Kosovo", "-l", "none.ledger"], 4, "there is no ledger here"),
        (["show", "Atlantis"], 1, "nothing about 'Atlantis'"),
        (["show", "Atlantis"], 1, "`dragoman search` looks in the texts"),
        (["show", "Dacic"], 1, "nothing about 'Dacic'; near: SRB/Ivica Dacic; "),
        (["statements", "--actor", "Dacic"], 1, "no actor 'Dacic'; near: SRB/Ivica Dacic; "),
        (["actors", "dačić"], 1, "no actor 'dačić'; near: SRB/Ivica Dacic; "),
        (["show", "Kosovo", "Dacic"], 1, "no actor 'Dacic'; near: SRB/Ivica Dacic; "),
        (["show", "Kosovo", "Косово"], 1, "'Kosovo' and 'Косово' are one actor"),
        (["statements", "--since", "2019", "--until", "2018"], 2, "ends before it begins"),
        (["statements", "--language", "xx"], 1, "no document in the language 'xx'"),
        (["build", ".", "--language", "Elvish"], 2, "language 'Elvish': write en"),
        (["read", ".", "--language", "Elvish"], 2, "language 'Elvish': write en"),
        (["show", "Congo"], 1, "use the code"),
        (["show", "a", "b", "c"], 2, "one name or two"),
        (["contradictions", "a", "b", "c"], 2, "one name or two"),
        (["contradictions", "Dacic"], 1, "no actor 'Dacic'; near: SRB/Ivica Dacic; "),
        (["changes", "nosuch"], 1, "no document from or called 'nosuch'"),
        (["explain", "ffff"], 1, "no statement has an id"),
        (["explain", "zz"], 1, "no statement id"),
        (["statements", "--kind", "nonsense"], 2, "is not one of relations"),
        (["statements", "--kind", "meeting", "--stage", "signed"], 2, "stage 'signed' is not one of meeting"),
        (["statements", "--since", "tomorrow"], 2, "EDTF"),
        (["statements", "--format", "xml"], 2, "xml"),
        (["statements", "--format", "parquet"], 2, "--output FILE"),
        (["statements", "--output", "x.txt"], 2, "--format"),
        (["build", "nowhere", "-l", "new.ledger"], 3, "nowhere: does not exist"),
        (["build", ".", "-l", "no/folder/x.ledger"], 4, "create it first"),
        (["build", ".", "--date", "yesterday"], 2, "yesterday"),
        (["build"], 2, "Missing argument"),
        (["build", ".", "--name", "brief"], 2, "standard input"),
        (["nonsense"], 2, "No such command"),
        (["documents", "nonsense"], 1, "nonsense"),
        (["statements", "--actor", "Nowhereland"], 1, "no actor 'Nowhereland'"),
        (["statements", "--doc", "nosuch"], 1, "no document 'nosuch'"),
        (["statements", "--doc", "news"], 1, "near: news-2015; "),
        (["statements", "--publisher", "State Department", "-n", "1"], 1, "no publisher 'State Department'"),
        (["statements", "--publisher", "Department of State"], 1, "near: US Department of State"),
        (["show", "South Corea"], 1, "near: South Korea (KOR)"),
        (["statements", "--publisher", "nosuch", "--format", "jsonl"], 1, "no publisher 'nosuch'"),
        (["statements", "--text", " "], 2, "no word to look for"),
        (["actors", "Kosovo", "Nowhere", "--format", "jsonl"], 1, "no actor 'Nowhere'"),
        (["actors", "--of", "Nowhere"], 1, "nobody of 'Nowhere'"),
        (["actors", "--of", "Three Seas Initiative"], 1, "nobody of 'Three Seas Initiative'"),
        (["search", " "], 2, "no word to look for"),
        (["search", "", "-l", "none.ledger"], 2, "no word to look for"),
        (["review", "undo", "99", "--who", "ana"], 1, "no decision 99"),
        (["statements", "-f", "csv", "-o", "no/folder/x.csv"], 5, "there is no folder"),
    ],
)
def test_mistakes_are_told_in_a_sentence(built: Run, arguments: list[str], code: int, says: str) -> None:
    done = built(*arguments)
    assert done.returncode == code, done.stderr
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_another_program_s_file_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "dragoman.ledger").write_text("not a ledger, but precious" * 100)
    done = run("build", ".", "--workers", "0")
    assert done.returncode == 4
    assert (tmp_path / "dragoman.ledger").read_text().startswith("not a ledger")


def test_the_exit_codes_are_in_the_help(run: Run) -> None:
    from dragoman.cli.codes import ExitCode

    shown = run("--help").stdout
    for code in ExitCode:
        assert f"{code.value:>3}  {code.says}" in shown


def test_every_command_and_option_has_help() -> None:
    import typer

    from dragoman.cli.app import app

    def commands(group: object, name: str) -> list[tuple[str, object]]:
        inner = getattr(group, "commands", {})
        return [(name, group), *(one for n, c in inner.items() for one in commands(c, f"{name} {n}"))]

    for name, command in commands(typer.main.get_command(app), "dragoman"):
        assert getattr(command, "help", None), name
        for parameter in getattr(command, "params", ()):
            named = parameter.name in ("kind", "stage", "object_", "date", "end", "event") and "correct" in name
            assert named or getattr(parameter, "help", None), f"{name} {parameter.name}"
