"""Floors hold, and only go up."""

from __future__ import annotations

import pytest
from evaluation.score import floor_hints, floor_scores
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
    assert floors.broken(kept, reached) == []


@pytest.mark.slow
def test_the_shared_gold_set_keeps_its_floors(kept: floors.Floors) -> None:
    shared = gold.shared_gold()
    if shared is None:
        pytest.skip("the shared gold set is not at hand")
    reached = floor_scores(gold.measure(shared, default_reader()))
    assert set(kept) >= set(reached), "a floor is missing: `python -m evaluation.score --raise-floors` adds it"
    assert floors.broken(kept, reached) == []


@pytest.mark.slow
def test_events_keep_their_floors(kept: floors.Floors) -> None:
    settings, classifier = Settings(intentions=False), shipped_classifier()
    for one in filter(None, (gold.samples(), gold.shared_gold())):
        readings = events_gold.read_all(one, default_reader())
        result = events_gold.measure(one, readings, classifier, settings, events_gold.same_actor)
        assert events_gold.broken(kept, one, result) == []


def test_no_floor_is_lower_than_in_earlier_commits() -> None:
    now, reasons = floors.load(floors.FILE.read_text("utf-8"))
    assert [line for earlier in floors.committed() for line in floors.lowered(now, earlier, reasons)] == []


def test_a_score_under_its_floor_is_named() -> None:
    lines = floors.broken({"samples": {"found": 0.5, "exact": 0.2}}, {"samples": score(0.4, 0.3), "other": score(0, 0)})
    assert lines == ["samples: found F1 0.400 is under its floor 0.5"]


def test_a_lowered_floor_needs_a_reason() -> None:
    earlier, now = {"samples": {"found": 0.5, "exact": 0.2}}, {"samples": {"found": 0.4}}
    assert floors.lowered(now, earlier, {}) == ["samples.found was 0.5 and is 0.4", "samples.exact was 0.2 and is gone"]
    assert floors.lowered(now, earlier, {"samples.found": "annotations corrected", "samples.exact": "same"}) == []
    assert floors.lowered(earlier, now, {}) == []


def test_raising_never_lowers() -> None:
    raised = floors.raised(
        {"samples": {"found": 0.5, "exact": 0.2}}, {"samples": score(0.4, 0.338), "new": score(0.9, 0)}
    )
    assert raised == {"samples": {"found": 0.5, "exact": 0.33}, "new": {"found": 0.89, "exact": 0.0}}


def test_a_floor_that_can_be_raised_is_hinted_at() -> None:
    lines = floor_hints({"samples": {"found": 0.5, "exact": 0.2}}, {"samples": score(0.61, 0.1)})
    assert lines == ["floor of samples, found: 0.5 can be raised to 0.6"]


def test_the_file_can_be_written_and_read_again() -> None:
    kept, reasons = {"samples": {"found": 0.5, "exact": 0.2}}, {"samples.found": "annotations corrected"}
    assert floors.load(floors.dump(kept, reasons)) == (kept, reasons)
    assert floors.load(floors.dump(kept, {})) == (kept, {})


def test_a_folder_without_history_has_no_earlier_floors(tmp_path_factory: pytest.TempPathFactory) -> None:
    assert floors.committed(tmp_path_factory.mktemp("empty")) == []
