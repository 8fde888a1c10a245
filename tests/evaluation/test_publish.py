"""The block of figures in a page."""

from __future__ import annotations

import pytest
from evaluation.contract import REPOSITORY
from evaluation.gold import CannotMeasure, GoldSet
from evaluation.reliability import reliability
from evaluation.scoring import Rate, Score

from evaluation import publish

SCORE = Score(10, 8, Rate(0.5, 0.4), Rate(0.25, 0.2))
MEASURED = publish.record(
    "test-1",
    "2026-03-01",
    [(GoldSet("samples", (), ()), {"all": SCORE, "a-group": SCORE}, {"found": reliability([(0.95, True)])})],
)


def test_figures_go_between_the_marks_and_nowhere_else() -> None:
    page = publish.publish("# A\n\n<!-- measured -->\nold\n<!-- /measured -->\n\nB\n", MEASURED)
    assert page.startswith("# A\n\n<!-- measured -->\n| |")
    assert page.endswith("<!-- /measured -->\n\nB\n")
    assert "old" not in page
    assert "| our own samples (0 documents) | 10 | 0.50 | 0.40 | 0.44 | 0.25 | 0.20 | 0.22 |" in page
    assert "| our own samples, a-group | 10 |" in page
    assert "Reader `test-1`, measured on 2026-03-01" in page


def test_how_sure_is_right_is_told_where_anything_is_sure() -> None:
    assert "Confidence of 0.9 or more, our own samples: 100% of 1 right." in publish.block(MEASURED)
    unsure = publish.record("test-1", "2026-03-01", [(GoldSet("samples", (), ()), {}, {"found": reliability([])})])
    assert "Confidence" not in publish.block(unsure)


def test_the_readme_has_the_marks() -> None:
    assert all(f"\n{mark}\n" in (REPOSITORY / "README.md").read_text("utf-8") for mark in publish.MARKS)


def test_publishing_twice_changes_nothing() -> None:
    once = publish.publish("<!-- measured -->\n<!-- /measured -->", MEASURED)
    assert publish.publish(once, MEASURED) == once


def test_a_page_without_marks_is_refused() -> None:
    with pytest.raises(CannotMeasure, match="<!-- measured -->"):
        publish.publish("# A\n", MEASURED)
