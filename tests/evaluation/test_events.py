"""What is measured of the event classifier, and how it gets into the documentation."""

import pytest
from evaluation.events import confusion, root_of, scored, written
from evaluation.fields import Count
from evaluation.gold import CannotMeasure


@pytest.mark.parametrize(
    ("event", "mode", "root"),
    [("CONCEDE", None, "YIELD"), ("RETREAT", "withdraw", "YIELD"), ("SANCTION", "convict", "ACCUSE"),
     ("SANCTION", "expel", "SANCTION"), ("AID", None, "AID"), (None, None, "NONE")],
)  # fmt: skip
def test_the_root_class_of_an_answer(event: str | None, mode: str | None, root: str) -> None:
    assert root_of(event, mode) == root


def test_macro_f1_weighs_classes_alike() -> None:
    per_class, macro = scored(["AID", "AID", "AID", "AGREE"], ["AID", "AID", "AID", "AID"])
    assert per_class == {"AGREE": Count(0, 1, 0), "AID": Count(3, 3, 4)}
    assert macro == pytest.approx((0 + 6 / 7) / 2)


def test_confusion_has_a_line_a_class() -> None:
    head, agree, aid = confusion(["AID", "AGREE", "AID"], ["AID", "AID", "AGREE"])
    assert head.split() == ["gold", "AGREE", "AID"]
    assert (agree.split(), aid.split()) == (["AGREE", ".", "1"], ["AID", "1", "1"])


def test_figures_take_the_place_of_older_ones() -> None:
    page = "Title\n\n.. measured\n\nold\n\n.. /measured\n\nend\n"
    made = written(page, "events-2", ["a  b", "", "c"])
    assert "old" not in made
    assert "   a  b\n\n   c\n\n.. /measured\n\nend\n" in made
    assert written(made, "events-2", ["a  b", "", "c"]) == made


def test_a_page_without_marks_is_refused() -> None:
    with pytest.raises(CannotMeasure, match="no marks"):
        written("Title\n", "events-2", [])
