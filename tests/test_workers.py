"""Jobs over worker processes: order, crashes, time-outs, memory."""

import os
import time
from dataclasses import dataclass
from typing import Any

import pytest

from dragoman.errors import DragomanError
from dragoman.workers import Bounds, Failed, Work, in_order

pytestmark = pytest.mark.slow


def act(job: tuple[str, float]) -> object:
    what, amount = job
    if what == "sleep":
        time.sleep(amount)
    if what == "die":
        os._exit(3)
    if what == "kill":
        os.kill(os.getpid(), 9)
    if what == "raise":
        raise ValueError("broken")
    if what == "fill":
        return len(bytearray(int(amount)))
    return amount


@dataclass(frozen=True)
class Setup:
    breaks: bool = False

    def __call__(self) -> Work:
        if self.breaks:
            raise OSError("no model")
        return act


@pytest.fixture(autouse=True)
def importable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", os.path.dirname(__file__))


def run(jobs: list[tuple[str, float]], count: int = 2, **bounds: Any) -> list[object]:
    return [result for _, result in in_order(jobs, Setup(), count, Bounds(**bounds))]


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_results_come_in_the_order_of_the_jobs(count: int) -> None:
    jobs = [("sleep", 0.2), *[("pass", float(n)) for n in range(60)], ("sleep", 0.1)]
    assert run(jobs, count) == [amount for _, amount in jobs]


def test_no_jobs_start_no_worker() -> None:
    assert run([]) == []


def test_a_job_that_raises_is_reported_and_the_others_go_on() -> None:
    first, second = run([("raise", 0), ("pass", 1)])
    assert isinstance(first, Failed)
    assert "ValueError: broken" in first.reason
    assert second == 1


@pytest.mark.parametrize(("what", "how"), [("die", "exit code 3"), ("kill", "SIGKILL")])
def test_a_worker_that_dies_is_replaced(what: str, how: str) -> None:
    results = run([("pass", 1), (what, 0), ("pass", 2), (what, 0), ("pass", 3)], count=1)
    assert [r for r in results if not isinstance(r, Failed)] == [1, 2, 3]
    assert [how in r.reason for r in results if isinstance(r, Failed)] == [True, True]


@pytest.mark.parametrize("count", [0, 2])
def test_an_easier_job_is_done_in_place_of_one_that_failed(count: int) -> None:
    jobs = [("raise", 1.0), ("pass", 2.0), *([("die", 3.0)] if count else []), ("raise", 4.0)]

    def instead(job: tuple[str, float], failed: Failed) -> tuple[str, float] | None:
        return ("pass" if job[1] < 4 else "raise", -job[1])

    results = [result for _, result in in_order(jobs, Setup(), count, Bounds(), instead)]
    assert results[:-1] == [-1, 2, *([-3] if count else [])]
    assert isinstance(results[-1], Failed)


def test_a_job_that_hangs_is_given_up() -> None:
    started = time.monotonic()
    first, second = run([("sleep", 60), ("pass", 1)], count=1, seconds=0.05, hang_seconds=0.5)
    assert isinstance(first, Failed)
    assert first.reason == "the process that read it hung for 0.5 seconds"
    assert second == 1
    assert time.monotonic() - started < 20


def test_elapsed_time_counts_only_where_it_is_far_over_the_computing_time() -> None:
    assert run([("sleep", 0.5)], count=1, seconds=0.1, hang_seconds=0.1) == [0.5]


def test_a_job_over_its_memory_is_given_up() -> None:
    first, second = run([("fill", 2e9), ("fill", 1000)], count=1, memory_mb=1000)
    assert isinstance(first, Failed)
    assert "memory" in first.reason
    assert second == 1000


def test_workers_are_renewed_after_their_number_of_jobs() -> None:
    assert run([("pass", float(n)) for n in range(7)], count=1, renew_after=3) == [float(n) for n in range(7)]


def test_a_setup_that_fails_is_an_error_that_says_so() -> None:
    with pytest.raises(DragomanError, match=r"could not be started: .*no model"):
        list(in_order([("pass", 1)], Setup(breaks=True), 1, Bounds()))


def test_a_reader_that_cannot_be_sent_is_an_error_that_says_so() -> None:
    with pytest.raises(DragomanError, match="workers=0"):
        list(in_order([("pass", 1)], lambda: act, 1, Bounds()))
