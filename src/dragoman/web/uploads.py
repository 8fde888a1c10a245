"""Adding documents: what was uploaded is kept in a folder, read one job after the other, and told about.

A job (`dragoman.web.jobs`) is a folder ``upload-DATE-XXXXXX`` with the files as they came. It is answered as taken only
once it is on disk for good; from then on it is read, whatever happens to the server: a job that was interrupted is read
again at the next start, and what the ledger has of it by then is passed over. The files stay, so that a ledger can be
built anew. Reading is done by a process of its own (`dragoman.web.reading`), which can be killed as well.
"""

from __future__ import annotations

import json
import logging
import os
import pickle
import secrets
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, Self

from dragoman.errors import DragomanError, InvalidRecord, LedgerError, UnknownName
from dragoman.records import digest
from dragoman.web.jobs import BUSY, PROGRESS, Job, folder_to_disk, read_job, to_disk, write_job
from dragoman.web.sides import refuse_unclear

if TYPE_CHECKING:
    from fastapi import FastAPI

    from dragoman.reading import Reader
    from dragoman.web.settings import Settings

_log = logging.getLogger(__name__)

MOST_FILES = 500  # of one upload; more come as a zip archive
MOST_WAITING = 100  # jobs; who comes then is asked to come again
_SPARE = 512 * 1024 * 1024  # bytes that are left free on the disk
_TRIES = 3  # after so many processes died over a job it is given up
_LONGEST_NAME = 150  # bytes; side files and temporary names are a little longer
_ABANDONED = 3600  # seconds after which an upload that was never finished is removed


class Full(DragomanError):
    """There is no room for another upload now."""


class Uploads:
    """The jobs of one ledger. As a context manager it reads them, one after the other, until the block ends."""

    def __init__(self, folder: Path, ledger: str, reader: Reader | None = None) -> None:
        from dragoman.ledger.connect import is_url

        self.folder = folder
        self._ledger = ledger if is_url(ledger) else os.path.abspath(ledger)
        self._reader = reader
        self._finished: set[str] = set()
        self._wake, self._stop = threading.Event(), threading.Event()
        self._process: subprocess.Popen[bytes] | None = None
        self._thread: threading.Thread | None = None

    def add(
        self,
        files: Sequence[tuple[str, IO[bytes]]],
        *,
        who: str,
        publisher: str | None = None,
        date: str | None = None,
        language: str | None = None,
    ) -> Job:
        """A job of these files (name, bytes), on disk when this returns.

        Raises `InvalidRecord` where there is nothing to read, a fact cannot be, or a side file may describe several
        documents; `Full`, `LedgerError`.
        """
        from dragoman.documents import given_facts

        given = given_facts(publisher=publisher, date=date, language=language)
        if not files:
            raise InvalidRecord("nothing was chosen: choose files, or paste a text")
        if len(files) > MOST_FILES:
            raise InvalidRecord(f"{len(files):,} files at once, {MOST_FILES:,} can be; pack them into a zip archive")
        if len(self._unfinished()) >= MOST_WAITING:
            raise Full(f"{MOST_WAITING} uploads wait to be read; come again when some are done")
        now = datetime.now(UTC)
        names = safe_names([name for name, _ in files])
        refuse_unclear([safe_names([name])[0] for name, _ in files], names)
        job = Job(
            f"upload-{now:%Y%m%d-%H%M%S}-{now.microsecond:06d}-{secrets.token_hex(2)}",
            now.strftime("%Y-%m-%dT%H:%M:%SZ"),
            who,
            names,
            given.publisher,
            given.date,
            given.language,
        )
        try:
            self._store(job, [stream for _, stream in files])
        except OSError as error:
            raise LedgerError(
                f"{self.folder}: the upload cannot be stored ({error.strerror}); free some room"
            ) from error
        self._wake.set()
        return job

    def job(self, job_id: str) -> Job:
        """Raises `UnknownName`."""
        found = (
            self._read(job_id) if job_id.startswith("upload-") and "/" not in job_id and "\0" not in job_id else None
        )
        if found is None:
            raise UnknownName(f"there is no upload {job_id!r}")
        return found

    def jobs(self, limit: int | None = None, before: str | None = None) -> tuple[Job, ...]:
        """The jobs, latest first; ``before`` is the id of the last one seen."""
        names = (name for name in sorted(self._names(), reverse=True) if before is None or name < before)
        found = (self._read(name) for name in names)
        return tuple(islice((job for job in found if job is not None), limit))

    def __enter__(self) -> Self:
        self._remove_abandoned()
        self._stop.clear()
        self._thread = threading.Thread(target=self._work, name="uploads", daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._wake.set()
        if (process := self._process) is not None:
            process.terminate()  # the job goes on at the next start
        if self._thread is not None:
            self._thread.join(10)

    def _names(self) -> list[str]:
        with suppress(OSError):
            return [entry.name for entry in os.scandir(self.folder) if entry.name.startswith("upload-")]
        return []

    def _unfinished(self) -> list[Job]:
        """What is to be read, in order. Jobs that are done are many in the end and are not looked at again."""
        jobs = [(name, self._read(name)) for name in sorted(set(self._names()) - self._finished)]
        self._finished |= {name for name, job in jobs if job is not None and job.finished}
        return [job for _, job in jobs if job is not None and not job.finished]

    def _read(self, name: str) -> Job | None:
        try:
            job = read_job(self.folder / name)
        except (OSError, ValueError, TypeError, KeyError):
            return None
        if job.state == "reading":
            with suppress(OSError, ValueError):
                done, total = json.loads((self.folder / name / PROGRESS).read_text("utf-8"))
                return replace(job, done=done, total=total)
        return job

    def _store(self, job: Job, streams: Sequence[IO[bytes]]) -> None:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if shutil.disk_usage(self.folder).free < _SPARE:
            raise Full("the server's disk is nearly full; nothing can be added before there is room")
        part = self.folder / f".part-{job.id}"
        part.mkdir(mode=0o700)
        try:
            for name, stream in zip(job.files, streams, strict=True):
                stream.seek(0)
                with open(part / name, "xb") as out:
                    shutil.copyfileobj(stream, out, 1 << 20)
                    to_disk(out)
            write_job(part, job)
            folder_to_disk(part)
            part.rename(self.folder / job.id)
        except BaseException:
            shutil.rmtree(part, ignore_errors=True)
            raise
        folder_to_disk(self.folder)

    def _remove_abandoned(self) -> None:
        with suppress(OSError):
            for entry in os.scandir(self.folder):
                if entry.name.startswith(".part-") and time.time() - entry.stat().st_mtime > _ABANDONED:
                    shutil.rmtree(entry.path, ignore_errors=True)

    def _work(self) -> None:
        while not self._stop.is_set():
            self._wake.clear()
            busy = [job for job in self._unfinished() if self._tried(job)]
            # Another server may have taken a job on the same ledger and may die over it: look again now and then.
            self._wake.wait(2.0 if busy else 60.0)

    def _tried(self, job: Job) -> bool:
        """`_run`, whatever goes wrong: a full disk or the like must not end the thread and with it all later jobs."""
        if self._stop.is_set():
            return False
        try:
            return self._run(job)
        except Exception:  # noqa: BLE001 - told in the log; the job waits on
            _log.exception("upload %s cannot be read now; it is tried again", job.id)
            return True

    def _run(self, job: Job) -> bool:
        """Have one job read. True where it is not finished: another process has it, or the one that had it died."""
        command = [sys.executable, "-P", "-m", "dragoman.web.reading", job.id]
        try:
            # Its working folder is that of the uploads: where a document was read from is then told without the path.
            self._process = subprocess.Popen(command, cwd=self.folder, stdin=subprocess.PIPE, process_group=0)
            self._process.communicate(pickle.dumps((self._ledger, self._reader)))
            code = self._process.returncode
        finally:
            self._process = None
        now = self._read(job.id)
        if now is None or now.finished or self._stop.is_set() or code == BUSY:
            return now is not None and not now.finished
        _log.error("the process that read upload %s ended with code %s", job.id, code)
        now = replace(now, tries=max(now.tries, job.tries + 1))  # it may have died before it could count
        if now.tries >= _TRIES:
            message = f"the process that read it died {_TRIES} times; add the documents one by one to find out which"
            now = replace(now, state="failed", message=message)
        write_job(self.folder / job.id, now)
        return not now.finished


def install(app: FastAPI, settings: Settings) -> None:
    """Put the uploads at ``app.state.uploads``, and bounds on how slowly a request may arrive."""
    from dragoman.web.arriving import Patience

    app.state.uploads = Uploads(folder_for(settings), settings.ledger, settings.reader)
    app.add_middleware(Patience)


def folder_for(settings: Settings) -> Path:
    """Where uploads are kept: as the settings say, beside the ledger's file, or under the user's data."""
    from dragoman.ledger.connect import is_url, safe

    if settings.uploads:
        return Path(os.path.abspath(settings.uploads))
    if not is_url(settings.ledger):
        return Path(os.path.abspath(f"{settings.ledger}-uploads"))
    data = os.environ.get("XDG_DATA_HOME") or os.path.expanduser("~/.local/share")
    return Path(data) / "dragoman" / f"uploads-{digest([safe(settings.ledger)])}"


def safe_names(names: Sequence[str]) -> tuple[str, ...]:
    """Names that files can have here: no folders, nothing hidden, nothing unprintable, each once, not too long."""
    taken: set[str] = set()
    return tuple(_safe_name(name, taken) for name in names)


def _safe_name(name: str, taken: set[str]) -> str:
    base = name.replace("\\", "/").rsplit("/", 1)[-1]
    clean = "".join(c if c.isprintable() and not 0xD800 <= ord(c) <= 0xDFFF else "_" for c in base)
    clean = clean.strip().lstrip(".").strip() or "document"
    stem, dot, ending = clean.rpartition(".")
    stem, ending = (stem, f".{ending[:20]}") if dot and stem else (clean, "")
    stem = stem.encode()[: _LONGEST_NAME - len(ending.encode())].decode(errors="ignore").strip()
    for number in range(1, MOST_FILES + 2):
        free = f"{stem}{f' ({number})' if number > 1 else ''}{ending}"
        if free.casefold() not in taken:
            break
    taken.add(free.casefold())
    return free
