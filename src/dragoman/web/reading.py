"""The process that reads one upload: ``python -m dragoman.web.reading JOB`` in the folder of the uploads.

The ledger and the reader come on standard input, pickled by the server that started it: an address may hold a password,
and command lines can be seen by everybody on the machine.
"""

from __future__ import annotations

import fcntl
import json
import pickle
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.errors import DragomanError
from dragoman.web.jobs import BUSY, LOCK, PROGRESS, Job, Told, read_job, write_file, write_job

if TYPE_CHECKING:
    from dragoman.reading import Reader
    from dragoman.tally import Summary

MOST_LINES = 200  # of one kind that are kept to be shown; the ledger has all


def main() -> int:
    """The exit code: 0 done or given up with a reason, `BUSY` where another process has the job."""
    ledger, reader = pickle.loads(sys.stdin.buffer.read())
    folder = Path(sys.argv[1])
    with open(folder / LOCK, "w", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return BUSY
        job = read_job(folder)
        if not job.finished:
            read(folder, job, ledger, reader)
    return 0


def read(folder: Path, job: Job, ledger: str, reader: Reader | None) -> None:
    """Read a job into the ledger and write down how far it is and what came of it."""
    from dragoman.pipeline import build

    job = replace(job, state="reading", tries=job.tries + 1)
    write_job(folder, job)

    def tell(summary: Summary) -> None:
        write_file(folder / PROGRESS, json.dumps(_counts(summary)), lasting=False)

    try:
        summary = build(
            [str(folder)],
            ledger,
            base=".",
            reader=reader,
            workers=1,
            publisher=job.publisher,
            date=job.date,
            language=job.language,
            on_progress=tell,
        )
    except DragomanError as error:
        write_job(folder, replace(job, state="failed", message=str(error)))
        return
    done, total = _counts(summary)
    write_job(folder, replace(job, state="done", done=done, total=total, told=_told(summary, folder)))


def _counts(summary: Summary) -> tuple[int, int]:
    return summary.done, max(summary.total, summary.done)


def _told(summary: Summary, folder: Path) -> Told:
    """The summary, with files named as they were uploaded."""

    def name(locator: str) -> str:
        return locator.removeprefix(f"{folder}/")

    return Told(
        read=summary.read,
        changed=summary.changed,
        unchanged=summary.unchanged,
        new_statements=summary.new_statements,
        retired_statements=summary.retired_statements,
        unlinked=summary.unlinked,
        skipped=tuple(replace(one, locator=name(one.locator)) for one in summary.skipped[:MOST_LINES]),
        not_read=summary.not_read,
        warnings=tuple((name(locator), said) for locator, said in summary.warnings[:MOST_LINES]),
    )


if __name__ == "__main__":
    sys.exit(main())
