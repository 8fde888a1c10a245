"""Every command as a user runs it: what it prints, where, and with which exit code."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.conftest import Run


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
