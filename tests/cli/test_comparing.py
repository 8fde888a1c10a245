"""`dragoman changes` and `contradictions`: lines for programs."""

from __future__ import annotations

from pathlib import Path

from cli.conftest import ALBANIA, Run, rows
from dragoman.cli.comparing import change_rows
from dragoman.queries import Found
from dragoman.queries.inside import Changes
from dragoman.records import Statement


def found(quote: str) -> Found:
    statement = Statement("page", "agreement", "signed", quote, 0, len(quote))
    return Found(statement.id, statement, None, None, False, 1, "d", None, None, None, None, "page.txt")


def test_lines_of_one_statement_before_and_after_have_one_number() -> None:
    a, b, c, d = map(found, "abcd")
    told = Changes(appeared=(a,), changed=((b, c),), vanished=(d,), reread=((None, a), (b, c), (d, None)), stayed=0)
    assert [(row["change"], row["pair"], row["quote"]) for row in change_rows(told)] == [
        ("before", 1, "b"),
        ("after", 1, "c"),
        ("appeared", None, "a"),
        ("vanished", None, "d"),
        ("read-after", 2, "a"),
        ("read-before", 3, "b"),
        ("read-after", 3, "c"),
        ("read-before", 4, "d"),
    ]


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


def test_a_page_that_went_back_is_told_forwards(built: Run, folder: str) -> None:
    page = Path(folder, "news-2015.txt")
    for text in (ALBANIA, page.read_text("utf-8")):
        page.write_text(text, "utf-8")
        built("build", folder, "--workers", "0")
    told = {str(row["change"]): row["target"] for row in rows(built("changes", "news-2015", "-f", "jsonl").stdout)}
    assert (told["vanished"], "appeared" in told) == (["NATO"], True)
