"""Written pairs: the checker's faults, and that the shipped files have none."""

from __future__ import annotations

from pathlib import Path

import pytest
from training.event_examples import kept_out
from training.events_check import COLUMNS, WRITTEN, Row, main, read_row, read_rows, repeated, same_ids

GOOD = "a-1\t<s>Ghana</s> thanked <t>Togo</t>.\tGhana\tTogo\tSUPPORT\t\tdiplomatic;economic"


def test_a_good_row() -> None:
    row = read_row(GOOD, "a.tsv", 2)
    assert isinstance(row, Row)
    assert row.sentence == "Ghana thanked Togo."
    assert (row.source, row.target) == ((0, 5), (14, 18))
    assert row.contexts == ("diplomatic", "economic")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("SUPPORT", "YIELD", "event 'YIELD' is not one of the 16 types or NONE"),
        ("SUPPORT\t\t", "SUPPORT\tvisit\t", "mode 'visit' is not one of SUPPORT: it has none"),
        ("economic", "money", "context 'money' is not one of the 37"),
        ("economic", "diplomatic", "a context twice"),
        ("</t>.", ".", "sentence needs <t>…</t> exactly once, not nested, not empty"),
        ("thanked", "<s>thanked</s>", "sentence needs <s>…</s> exactly once, not nested, not empty"),
        ("\tGhana\t", "\tghana\t", "<s> marks 'Ghana', the column has 'ghana'"),
        ("thanked", "<b>", "angle brackets beside the marks"),
        ("a-1", "", "no id"),
        ("\tTogo\tSUPPORT", "", "5 columns, not 7"),
    ],
)
def test_faults_are_named(old: str, new: str, says: str) -> None:
    found = read_row(GOOD.replace(old, new), "a.tsv", 2)
    assert isinstance(found, list)
    assert says in found or says.startswith("5 columns")


def test_repeated_rows_and_ids_are_shown() -> None:
    words = "<s>Ghana</s> thanked <t>Togo</t> for its help with the search for the missing ferry"
    rows = []
    for number, end in enumerate((" on Monday.", " on Sunday.", " and that was all it had to say about it today.")):
        row = read_row(f"a-1\t{words}{end}\tGhana\tTogo\tSUPPORT\t\t", "a.tsv", number)
        assert isinstance(row, Row)
        rows.append(row)
    assert len(list(repeated(rows))) == 2
    assert [fault.line for fault in same_ids(rows)] == [1, 2]


def test_the_command_says_how_many_faults(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.tsv"
    file.write_text(
        "\t".join(COLUMNS) + "\n" + GOOD + "\n" + GOOD.replace("a-1", "a-2").replace("SUPPORT", "X"), "utf-8"
    )
    assert main([str(file)]) == 1
    said = capsys.readouterr().out
    assert "a.tsv:3: event 'X'" in said
    assert "1 faults" in said


@pytest.mark.slow
def test_the_shipped_rows_have_no_faults() -> None:
    rows: list[Row] = []
    for path in sorted(WRITTEN.glob("*.tsv")):
        good, faults = read_rows(path)
        assert faults == []
        rows += good
    assert same_ids(rows) == []
    learn, out = kept_out(rows)
    assert len(learn) + len(out) == len(rows)
    assert not {row.sentence for row in learn} & {row.sentence for row in out}
