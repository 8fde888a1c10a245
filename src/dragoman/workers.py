"""A function run over many jobs in worker processes: results in order, time and memory bounded, crashes survived.

The workers are started as plain child processes, not through `multiprocessing`, because that would run the caller's
``__main__`` again: a script without a guard, a notebook or a pipe into ``python -`` could not build a ledger.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, islice
from multiprocessing.connection import Connection, Pipe, wait
from typing import Any

from dragoman.errors import DragomanError

# Jobs finished ahead of a slow one are held in memory; this many a worker, so that memory stays bounded.
AHEAD = 8

# Workers share the cores between them; a numeric library that starts a thread a core in each would only wait.
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one job may cost: time, and ``memory_mb`` of address space of its worker process.

    ``seconds``: computing time for reading one document, so that what is read does not depend on how busy the machine
    is.
    ``hang_seconds``: a worker that has not answered after so much elapsed time, or after ten times ``seconds`` where
    that is more, is taken to hang and is ended.
    A worker is replaced after ``renew_after`` jobs or once its peak memory passes ``retire_mb``, so that what a
    parser leaks does not add up over a large corpus. ``start_seconds`` bounds the loading of the reader.
    """

    seconds: float = 120.0
    hang_seconds: float = 1800.0
    memory_mb: int = 4096
    retire_mb: int = 1200
    renew_after: int = 2000
    start_seconds: float = 180.0

    @property
    def patience(self) -> float:
        """Elapsed time after which a worker is taken to hang."""
        return max(self.hang_seconds, 10 * self.seconds)


@dataclass(frozen=True, slots=True)
class Failed:
    """A job that gave no result: why, and what to do."""

    reason: str
    advice: str


Work = Callable[[Any], Any]
Instead = Callable[[Any, Failed], Any | None]


def _nothing(job: Any, failed: Failed) -> None:
    """No other job is done in place of one that failed."""


def in_order(
    jobs: Iterable[Any], setup: Callable[[], Work], count: int, bounds: Bounds, instead: Instead = _nothing
) -> Iterator[tuple[Any, Any | Failed]]:
    """Each job with its result or `Failed`, in the order of ``jobs``.

    ``setup`` runs once in every worker and gives the function that is called with each job. ``instead`` may give, for
    a job that failed, an easier one whose result is taken in its place. With ``count`` 0 all runs in this process,
    without the bounds on elapsed time and memory. Raises `DragomanError` where ``setup`` fails in a worker, and with
    ``count`` 0 what it raises itself.
    """
    if count < 1:
        work = setup()
        for job in jobs:
            result = attempt(work, job)
            if isinstance(result, Failed) and (easier := instead(job, result)) is not None:
                result = attempt(work, easier)
            yield job, result
        return
    waiting = iter(jobs)
    first = list(islice(waiting, count))
    pool = _Pool(_packed(bounds, setup), len(first), bounds, instead)
    try:
        yield from pool.run(chain(first, waiting))
    finally:
        pool.close()


def attempt(work: Work, job: Any) -> Any | Failed:
    """The result of one job; whatever it raises becomes `Failed`, because one job must not end the others."""
    try:
        return work(job)
    except MemoryError:
        return Failed("needs more memory than one document may use", "split the document into smaller files")
    except RecursionError:
        return Failed("is nested too deeply", "flatten the document or save it as plain text")
    except Exception as error:  # noqa: BLE001 - hostile input may break any parser in any way
        return Failed(f"could not be read ({type(error).__name__}: {str(error)[:200]})", "save it in another format")


class _Worker:
    """One child process and what it is busy with. ``job`` is its number, None when idle or still starting."""

    def __init__(self, packed: bytes, bounds: Bounds) -> None:
        self.pipe, theirs = Pipe()
        # -P: the folder the user stands in is not searched for modules; documents lie there, perhaps hostile ones.
        command = [sys.executable, "-P", "-c", f"from dragoman.workers import serve; serve({theirs.fileno()})"]
        self.process = subprocess.Popen(
            command,
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            # A group of its own: Ctrl-C reaches the parent only, which then lets the workers go.
            process_group=0,
            env=os.environ | ONE_THREAD,
        )
        theirs.close()
        self.pipe.send_bytes(packed)
        self.bounds = bounds
        self.job: int | None = None
        self.starting = True
        self.deadline = time.monotonic() + bounds.start_seconds

    def give(self, number: int, job: Any) -> None:
        self.job = number
        self.deadline = time.monotonic() + self.bounds.patience
        with suppress(BrokenPipeError, ConnectionResetError):
            # A worker that died while idle is noticed when it is waited for.
            self.pipe.send(job)

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        self.pipe.close()

    def death(self) -> str:
        code = self.process.wait()
        if code < 0:
            return f"ended by {signal.Signals(-code).name}"
        return f"exit code {code}"


class _Pool:
    def __init__(self, packed: bytes, count: int, bounds: Bounds, instead: Instead) -> None:
        self.packed, self.count, self.bounds, self.instead = packed, count, bounds, instead
        self.workers: list[_Worker] = []
        self.jobs: dict[int, Any] = {}
        self.easier: dict[int, Any] = {}  # to be done in place of jobs that failed; None once it was given
        self.results: dict[int, Any | Failed] = {}

    def run(self, jobs: Iterator[Any]) -> Iterator[tuple[Any, Any | Failed]]:
        numbered = enumerate(jobs)
        upcoming = next(numbered, None)
        shown = 0
        while True:
            while shown in self.results:
                self.easier.pop(shown, None)
                yield self.jobs.pop(shown), self.results.pop(shown)
                shown += 1
            for number in [n for n, job in self.easier.items() if job is not None]:
                if worker := self._free():
                    worker.give(number, self.easier[number])
                    self.easier[number] = None
            while upcoming and upcoming[0] - shown < self.count * AHEAD and (worker := self._free()):
                number, job = upcoming
                self.jobs[number] = job
                worker.give(number, job)
                upcoming = next(numbered, None)
            if upcoming is None and not self.jobs:
                return
            self._listen()

    def _free(self) -> _Worker | None:
        """A worker that waits for a job; where there is none, another is started and will report when it is ready."""
        idle = next((w for w in self.workers if w.job is None and not w.starting), None)
        if idle is None and len(self.workers) < self.count:
            self.workers.append(_Worker(self.packed, self.bounds))
        return idle

    def _listen(self) -> None:
        """Wait until a worker reports, dies or runs out of time, and note what came of its job."""
        watched: list[Any] = [w.pipe for w in self.workers]
        soonest = min((w.deadline for w in self.workers if w.job is not None or w.starting), default=None)
        timeout = None if soonest is None else max(0.0, soonest - time.monotonic())
        ready = wait(watched, timeout)
        for worker in list(self.workers):
            if worker.pipe in ready:
                self._take(worker)
            elif (worker.job is not None or worker.starting) and time.monotonic() >= worker.deadline:
                self._late(worker)

    def _take(self, worker: _Worker) -> None:
        try:
            result, leaving = worker.pipe.recv()
        except (EOFError, OSError):
            self._lost(worker)
            return
        if worker.starting:
            worker.starting = False
            if isinstance(result, Failed):
                raise DragomanError(f"the reader could not be started: {result.reason}; {result.advice}")
        elif worker.job is not None:
            self._note(worker.job, result)
            worker.job = None
        if leaving:
            self._drop(worker)

    def _lost(self, worker: _Worker) -> None:
        how = worker.death()
        if worker.starting:
            raise DragomanError(f"a reading process could not be started ({how}); is there enough free memory?")
        if worker.job is not None:
            advice = "run the same command again; if it happens again, save the document in another format"
            self._note(worker.job, Failed(f"the process that read it died ({how})", advice))
        self._drop(worker)

    def _late(self, worker: _Worker) -> None:
        if worker.starting:
            raise DragomanError(f"the reader did not start within {self.bounds.start_seconds:g} seconds")
        assert worker.job is not None
        reason = f"the process that read it hung for {self.bounds.patience:g} seconds"
        advice = "run the same command again; if it happens again, save the document in another format"
        self._note(worker.job, Failed(reason, advice))
        self._drop(worker)

    def _note(self, number: int, result: Any | Failed) -> None:
        """Take a result; where it is a failure, the easier job comes first, if there is one and it was not tried."""
        if isinstance(result, Failed) and number not in self.easier:
            easier = self.instead(self.jobs[number], result)
            if easier is not None:
                self.easier[number] = easier
                return
        self.results[number] = result

    def _drop(self, worker: _Worker) -> None:
        worker.end()
        self.workers.remove(worker)

    def close(self) -> None:
        for worker in self.workers:
            worker.end()
        self.workers.clear()


def _packed(bounds: Bounds, setup: Callable[[], Work]) -> bytes:
    try:
        packed = pickle.dumps((bounds, setup))
    except (pickle.PicklingError, TypeError, AttributeError) as error:
        raise DragomanError(f"the reader cannot be sent to another process ({error}); use workers=0") from error
    if b"__main__" in packed:
        raise DragomanError("a reader that is defined in the script itself runs only here; use workers=0")
    return packed


def serve(descriptor: int) -> None:
    """What a worker process does: set up once, then answer jobs until the parent is gone."""
    pipe: Connection = Connection(descriptor)
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        bounds, setup = pickle.loads(pipe.recv_bytes())
        _limit_memory(bounds.memory_mb)
        work: Any = attempt(lambda job: job(), setup)
        pipe.send((work if isinstance(work, Failed) else None, False))
        for done in range(1, sys.maxsize):
            result = attempt(work, pipe.recv())
            pipe.send((result, done >= bounds.renew_after or _peak_mb() > bounds.retire_mb))


def _limit_memory(megabytes: int) -> None:
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = megabytes * 2**20
    if soft == resource.RLIM_INFINITY or soft > wanted:
        resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))


def _peak_mb() -> float:
    import resource

    # Linux counts in KiB, macOS in bytes.
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
