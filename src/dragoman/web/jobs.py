"""What is known about files that were added together, and how it is kept in their folder.

The server and the process that reads them (`dragoman.web.reading`) tell each other by these files alone.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Literal

from dragoman.records import Skipped

State = Literal["waiting", "reading", "done", "failed"]
BUSY = 75  # how the reading process ends where another one has the job (EX_TEMPFAIL)
JOB, PROGRESS, LOCK = ".job.json", ".progress.json", ".lock"


@dataclass(frozen=True, slots=True)
class Told:
    """What came of a job, as the command line's summary has it."""

    read: int = 0
    changed: int = 0
    unchanged: int = 0
    new_statements: int = 0
    retired_statements: int = 0
    unlinked: int = 0
    skipped: tuple[Skipped, ...] = ()
    not_read: tuple[tuple[str, int], ...] = ()
    warnings: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Job:
    """Files that were added together. ``done`` of about ``total`` documents are in the ledger."""

    id: str
    at: str
    who: str
    files: tuple[str, ...]
    publisher: str | None = None
    date: str | None = None
    language: str | None = None
    state: State = "waiting"
    done: int = 0
    total: int = 0
    tries: int = 0
    message: str = ""
    told: Told | None = None

    @property
    def finished(self) -> bool:
        return self.state in ("done", "failed")


def read_job(folder: Path) -> Job:
    """Raises `OSError`, `ValueError`, `TypeError` or `KeyError` where there is none."""
    raw = json.loads((folder / JOB).read_text("utf-8"))
    told = raw.pop("told")
    if told is not None:
        told["skipped"] = tuple(Skipped(**one) for one in told["skipped"])
        told |= {name: tuple(map(tuple, told[name])) for name in ("not_read", "warnings")}
        told = Told(**told)
    return Job(**raw | {"files": tuple(raw["files"]), "told": told})


def write_job(folder: Path, job: Job) -> None:
    """Replace what is known about a job; on disk when this returns."""
    write_file(folder / JOB, json.dumps(asdict(job), ensure_ascii=True), lasting=True)


def write_file(path: Path, text: str, *, lasting: bool) -> None:
    """A file whole or not at all; ``lasting``: on disk when this returns."""
    new = path.with_name(f"{path.name}.{os.getpid()}")
    with open(new, "w", encoding="utf-8") as out:
        out.write(text)
        if lasting:
            to_disk(out)
    os.replace(new, path)
    if lasting:
        folder_to_disk(path.parent)


def to_disk(out: IO[bytes] | IO[str]) -> None:
    """What was written is on disk when this returns."""
    out.flush()
    os.fsync(out.fileno())


def folder_to_disk(folder: Path) -> None:
    """The names in a folder are on disk when this returns."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
