"""Killed builds and several builds at once, with real processes."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from dragoman import queries
from dragoman.ledger import Ledger
from dragoman.ledger.checking import check

pytestmark = pytest.mark.slow

# A build in small: stores documents one by one and says so after each.
_BUILD = """
import sys
sys.path.insert(0, {tests!r})
from dragoman.ledger import Ledger
from ledger_samples import document, reading, said
first, last = int(sys.argv[2]), int(sys.argv[3])
with Ledger.open(sys.argv[1]) as ledger:
    for i in range(first, last):
        page = document(f"page-{{i}}", " ".join(f"State {{j}} met NATO on day {{i}}." for j in range(20)))
        met = [
            said(page, f"State {{j}} met NATO on day {{i}}", "meeting", "held", source=f"/State {{j}}", target="NATO")
            for j in range(20)
        ]
        if ledger.fingerprint(page.locator) != "f":
            ledger.add(page, reading(*met), "f")
        print(i, flush=True)
"""


def build(address: str, first: int, last: int) -> subprocess.Popen[str]:
    program = _BUILD.format(tests=str(Path(__file__).parents[1]))
    command = [sys.executable, "-c", program, address, str(first), str(last)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.parametrize("after", [1, 6, 17])
def test_a_killed_build_loses_nothing_that_was_reported_done(address: str, after: int) -> None:
    process = build(address, 0, 1000)
    assert process.stdout is not None
    done = [int(process.stdout.readline()) for _ in range(after)]
    time.sleep(0.01)
    process.kill()
    out, _ = process.communicate()
    done += map(int, out.split())
    with Ledger.open(address) as ledger:
        assert check(ledger) == ()
        present = {f"page-{i}" for i in done}
        assert present <= {line.stem for line in queries.documents(ledger, limit=2000)[0]}
        assert queries.count(ledger) % 20 == 0, "no half document"
    finish = build(address, 0, max(done) + 5)
    assert finish.wait(600) == 0
    with Ledger.open(address) as ledger:
        assert queries.summary(ledger).documents >= max(done) + 5
        assert check(ledger) == ()


def test_two_builds_at_once(address: str) -> None:
    processes = [build(address, 0, 9), build(address, 5, 14), build(address, 13, 0)]
    for process in processes:
        _, errors = process.communicate(timeout=600)
        assert process.returncode == 0, errors
    with Ledger.open(address) as ledger:
        assert queries.summary(ledger).documents == 14
        assert queries.count(ledger) == 14 * 20
        assert check(ledger) == ()


def test_two_processes_create_one_ledger(tmp_path: Path) -> None:
    address = str(tmp_path / "new.ledger")
    processes = [build(address, i, i + 2) for i in range(3)]
    for process in processes:
        _, errors = process.communicate(timeout=600)
        assert process.returncode == 0, errors
    with Ledger.open(address) as ledger:
        assert queries.summary(ledger).documents == 4
        assert check(ledger) == ()
