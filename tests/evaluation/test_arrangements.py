"""What is listed in ``arrangements.yml`` is found as `show` finds it, and the counts keep their floors."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from evaluation.arrangements import Arrangement, Judged, judge
from evaluation.contract import quote_place

from dragoman.reading import default_reader
from dragoman.records import Document, Reading, Statement, Value, number_occurrences
from evaluation import arrangements, floors, gold

TEXT = "Norway and Chile signed the Fjord Charter in May 2010."
SIGNED = Statement(
    doc="d", kind="agreement", stage="signed", quote=TEXT, start=0, end=len(TEXT), source=("NOR",), target=("CHL",),
    object="Fjord Charter", date="2010-05",
)  # fmt: skip
WANTED = Arrangement("charter", "Fjord Charter", "d", "agreement", ("signed",), ("CHL", "NOR"), "2010", None)
ALL_RIGHT = Judged("charter", found=True, stage=True, parties=True, date=True, value=True)


class Repeats:
    """Reads the statements that it is made with, each where its quote first stands."""

    name = "repeats-1"
    languages = frozenset({"en"})

    def __init__(self, *statements: Statement) -> None:
        self.statements = statements

    def read(self, document: Document) -> Reading:
        placed = []
        for statement in self.statements:
            span = quote_place(document.text, statement.quote) if statement.doc == document.stem else None
            if span is not None:
                start, end = span
                placed.append(replace(statement, quote=document.text[start:end], start=start, end=end))
        return Reading(self.name, tuple(number_occurrences(placed)))


@pytest.mark.parametrize(
    ("told", "parts"),
    [
        (SIGNED, ALL_RIGHT),
        (replace(SIGNED, source=("CHL/Foreign Ministry",), target=("NOR", "PER")), ALL_RIGHT),
        (replace(SIGNED, stage="ratified"), replace(ALL_RIGHT, stage=False)),
        (replace(SIGNED, kind="assistance", stage="planned"), replace(ALL_RIGHT, stage=False)),
        (replace(SIGNED, target=()), replace(ALL_RIGHT, parties=False)),
        (replace(SIGNED, date=None), replace(ALL_RIGHT, date=False)),
        (replace(SIGNED, value=(Value(2, "year"),)), replace(ALL_RIGHT, value=False)),
    ],
)
def test_each_part_is_judged_by_itself(told: Statement, parts: Judged) -> None:
    assert judge(WANTED, [told]) == parts


def test_a_date_that_the_document_does_not_give_is_wrong() -> None:
    assert not judge(replace(WANTED, date=None), [SIGNED]).date


def test_the_best_statement_of_an_answer_is_judged() -> None:
    assert judge(WANTED, [replace(SIGNED, date=None), SIGNED, replace(SIGNED, stage="ratified")]) == ALL_RIGHT
    half = judge(WANTED, [replace(SIGNED, date=None, target=()), replace(SIGNED, stage="ratified")])
    assert (half.stage, half.parties, half.date) == (True, False, False)


def test_a_thing_is_asked_for_as_show_does(tmp_path: Path) -> None:
    (tmp_path / "d.txt").write_text(TEXT)
    unknown = replace(WANTED, name="unknown", query="Lake Charter")
    assert arrangements.measured(Repeats(SIGNED), tmp_path, [WANTED, unknown]) == (
        ALL_RIGHT,
        Judged("unknown", found=False),
    )


def test_an_answer_from_another_document_does_not_count(tmp_path: Path) -> None:
    for stem in ("d", "e"):
        (tmp_path / f"{stem}.txt").write_text(TEXT)
    [judged] = arrangements.measured(Repeats(replace(SIGNED, doc="e")), tmp_path, [WANTED])
    assert not judged.found


def test_a_missing_document_is_named(tmp_path: Path) -> None:
    with pytest.raises(gold.CannotMeasure, match=r"has no d\.txt"):
        arrangements.measured(Repeats(), tmp_path, [WANTED])


def test_the_list_can_be_read_and_names_only_what_is_in_the_codebook() -> None:
    assert len(arrangements.arrangements()) > 30
    line = "{name: a, query: a, doc: d, kind: mission, stages: [STAGE], parties: [NOR], date: null, value: null}"
    with pytest.raises(gold.CannotMeasure, match="a: mission signed is not in the codebook"):
        arrangements.load(f"[{line.replace('STAGE', 'signed')}]")
    with pytest.raises(gold.CannotMeasure, match="listed twice: a"):
        arrangements.load("[{0}, {0}]".format(line.replace("STAGE", "deployed")))


def test_the_table_and_the_summary_count_what_is_right() -> None:
    judged = [ALL_RIGHT, Judged("lake", found=True, stage=True), Judged("hill", found=False)]
    assert list(arrangements.table(judged))[-1].split() == ["3", "in", "all", "2", "2", "1", "1", "1", "1"]
    assert list(arrangements.summary(judged)) == [
        "arrangements: `show` finds 2 of 3, 1 with all they should have",
        "not right: lake, hill",
    ]


def test_both_counts_have_floors() -> None:
    assert arrangements.counts([ALL_RIGHT, Judged("lake", found=True, stage=True)]) == {
        "arrangements": {"found": 2, "right": 1}
    }


def test_where_nothing_could_be_judged_nothing_is_counted() -> None:
    assert arrangements.counts(()) == {}
    assert list(arrangements.summary(())) == []


@pytest.mark.slow
def test_the_default_reader_keeps_the_floors() -> None:
    judged = arrangements.of_shared(default_reader())
    if judged is None:
        pytest.skip("the shared documents are not at hand")
    kept, _ = floors.load(floors.FILE.read_text("utf-8"))
    assert set(kept[arrangements.FLOOR]) == {"found", "right"}
    assert floors.broken(kept, arrangements.counts(judged)) == []


@pytest.mark.slow
def test_the_annotations_have_nearly_all_that_is_listed() -> None:
    shared = gold.shared_gold()
    if shared is None:
        pytest.skip("the shared documents are not at hand")
    judged = arrangements.of_shared(Repeats(*shared.statements))
    assert judged is not None
    # The annotations give the resolution only within a quote.
    assert [one.name for one in judged if not one.right] == ["Resolution 1325"]
