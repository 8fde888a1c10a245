"""Reliability of confidence on made-up figures."""

from __future__ import annotations

import pytest
from evaluation.reliability import curves, judged, reliability, rows, svg
from evaluation.scoring import Pair
from lxml import etree

from dragoman.records import Statement

SAID = Statement(doc="d", kind="event", stage="occurred", quote="x", start=0, end=1, confidence=0.95)


def test_bins_hold_what_was_said_in_them() -> None:
    one = reliability([(0.05, False), (0.1, True), (0.95, True), (1.0, False)])
    assert [b.count for b in one.bins] == [1, 1, 0, 0, 0, 0, 0, 0, 0, 2]
    assert (one.bins[9].confidence, one.bins[9].right) == (pytest.approx(0.975), 0.5)


def test_the_error_is_weighted_by_the_bins() -> None:
    assert reliability([(0.8, True), (0.8, True), (0.8, True), (0.8, False), (0.8, True)]).error == pytest.approx(0.0)
    assert reliability([(0.9, False), (0.3, False), (0.3, True)]).error == pytest.approx((0.9 + 2 * 0.2) / 3)


def test_what_is_sure_is_counted_from_its_limit_on() -> None:
    one = reliability([(0.9, True), (0.91, False), (0.89, False)])
    assert (one.sure, one.sure_right) == (2, 0.5)


def test_nothing_said_is_no_error() -> None:
    assert (reliability([]).error, reliability([]).sure) == (0.0, 0)


def test_only_what_was_predicted_is_judged() -> None:
    assert judged([Pair(SAID, None), Pair(None, SAID), Pair(SAID, SAID)], lambda p: p.found) == [
        (0.95, False),
        (0.95, True),
    ]


def test_found_and_exact_have_a_curve_each() -> None:
    found = curves([Pair(SAID, SAID, (("stage", False),)), Pair(None, SAID)])
    assert {name: one.sure_right for name, one in found.items()} == {"found": 0.5, "exact": 0.0}


def test_it_can_be_printed_and_drawn() -> None:
    by_name = {"found": reliability([(0.95, True)]), "exact": reliability([(0.95, False)])}
    assert rows(by_name)[1] == ["0.9 to 1.0", "1", "0.95", "1.00", "0.00"]
    drawing = etree.fromstring(svg(by_name))
    assert len(drawing.findall("circle")) == 2
