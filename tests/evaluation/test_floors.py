"""Floors hold, and only go up."""

from __future__ import annotations

import pytest
from evaluation.score import floor_scores
from evaluation.scoring import Rate, Score

from dragoman.events import shipped_classifier
from dragoman.events.scene import Settings
from dragoman.reading import default_reader
from evaluation import events_gold, floors, gold


def score(found: float, exact: float) -> Score:
    return Score(1, 1, Rate(found, found), Rate(exact, exact))


@pytest.fixture(scope="module")
def kept() -> floors.Floors:
    return floors.load(floors.FILE.read_text("utf-8"))[0]


@pytest.mark.slow
def test_the_samples_keep_their_floor(kept: floors.Floors) -> None:
    reached = floor_scores(gold.measure(gold.samples(), default_reader()))
    assert {"found", "exact"} <= set(kept["samples"])
    assert floors.broken(kept, floors.figures(reached)) == []


@pytest.mark.slow
def test_the_shared_gold_set_keeps_its_floors(kept: floors.Floors) -> None:
    shared = gold.shared_gold()
    if shared is None:
        pytest.skip("the shared gold set is not at hand")
    reached = floor_scores(gold.measure(shared, default_reader()))
    assert set(kept) >= set(reached), "a floor is missing: `python -m evaluation.score --raise-floors` adds it"
    assert floors.broken(kept, floors.figures(reached)) == []


@pytest.mark.slow
def test_events_keep_their_floors(kept: floors.Floors) -> None:
    settings, classifier = Settings(intentions=False), shipped_classifier()
    for one in filter(None, (gold.samples(), gold.shared_gold())):
        readings = events_gold.read_all(one, default_reader())
        result = events_gold.measure(one, readings, classifier, settings, events_gold.same_actor)
        figures = events_gold.figures(one, result)
        assert {name: set(floor) for name, floor in kept.items() if name in figures} == {
            name: set(own) for name, own in figures.items()
        }
        assert floors.broken(kept, figures) == []


def test_no_floor_is_lower_than_in_earlier_commits() -> None:
    now, reasons = floors.load(floors.FILE.read_text("utf-8"))
    assert [line for earlier in floors.committed() for line in floors.lowered(now, earlier, reasons)] == []


def test_a_score_under_its_floor_is_named() -> None:
    figures = floors.figures({"samples": score(0.4, 0.3), "other": score(0, 0)})
    lines = floors.broken({"samples": {"found": 0.5, "exact": 0.2}}, figures)
    assert lines == ["samples: found 0.4 is under its floor 0.5"]
    assert floors.broken({"arrangements": {"right": 2.0}}, {"arrangements": {"right": 1}}) == [
        "arrangements: right 1 is under its floor 2"
    ]


def test_a_lowered_floor_needs_a_reason() -> None:
    earlier, now = {"samples": {"found": 0.5, "exact": 0.2}}, {"samples": {"found": 0.4}}
    assert floors.lowered(now, earlier, {}) == ["samples.found was 0.5 and is 0.4", "samples.exact was 0.2 and is gone"]
    assert floors.lowered(now, earlier, {"samples.found": "annotations corrected", "samples.exact": "same"}) == []
    assert floors.lowered(earlier, now, {}) == []


def test_raising_never_lowers() -> None:
    carried = floors.under(floors.figures({"samples": score(0.4, 0.338), "new": score(0.9, 0)}))
    raised = floors.lifted({"samples": {"found": 0.5, "exact": 0.2}}, carried)
    assert raised == {"samples": {"found": 0.5, "exact": 0.33}, "new": {"found": 0.89, "exact": 0.0}}


def test_a_floor_that_can_be_raised_is_hinted_at() -> None:
    lines = floors.hints({"samples": {"found": 0.5, "exact": 0.2}}, {"samples": {"found": 0.6, "exact": 0.2}})
    assert lines == ["floor of samples, found: 0.5 can be raised to 0.6"]


def test_the_file_can_be_written_and_read_again() -> None:
    kept, reasons = {"samples": {"found": 0.5, "exact": 0.2}}, {"samples.found": "annotations corrected"}
    assert floors.load(floors.dump(kept, reasons)) == (kept, reasons)
    assert floors.load(floors.dump(kept, {})) == (kept, {})


def test_a_folder_without_history_has_no_earlier_floors(tmp_path_factory: pytest.TempPathFactory) -> None:
    assert floors.committed(tmp_path_factory.mktemp("empty")) == []
