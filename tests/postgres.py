"""A real PostgreSQL server for the tests: temporary data, a Unix socket, no privileges.

Debian's ``postgresql`` package has the programs; where they are missing, ``scripts/postgresql.sh`` tries to install it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
_FAST = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "shared_buffers=64MB", "max_connections=40")


def programs() -> Path:
    """The folder with ``initdb`` and ``postgres`` (Debian keeps it off the path)."""
    found = _find()
    if found is None:
        subprocess.run(["sh", ROOT / "scripts/postgresql.sh"], check=True)
        found = _find()
    if found is None:
        raise RuntimeError("the tests need PostgreSQL: apt-get install postgresql")
    return found


def _find() -> Path | None:
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name), reverse=True)
    on_path = shutil.which("postgres")
    candidates = [*folders, *([Path(on_path).parent] if on_path else [])]
    return next((f for f in candidates if (f / "initdb").exists() and (f / "postgres").exists()), None)


def _unprivileged() -> dict[str, str]:
    """PostgreSQL does not run as root: the arguments that make a process run as nobody."""
    return {"user": "nobody", "group": "nogroup"} if os.geteuid() == 0 else {}


@contextmanager
def server() -> Iterator[str]:
    """Start a server; gives the URL of its databases with ``{}`` for the name. Stops it and removes its data."""
    folder = Path(tempfile.mkdtemp(prefix="dragoman-pg-"))
    data, log = folder / "data", folder / "log"
    as_nobody = _unprivileged()
    data.mkdir()
    if as_nobody:
        for path in (folder, data):
            shutil.chown(path, **as_nobody)
    folder.chmod(0o755)
    data.chmod(0o700)
    bin_ = programs()
    initdb = [bin_ / "initdb", "-D", data, "-U", "dragoman", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
    subprocess.run(initdb, check=True, capture_output=True, cwd="/", **as_nobody)
    options = [part for option in (*_FAST, "listen_addresses=") for part in ("-c", option)]
    with log.open("wb") as out:
        command = [bin_ / "postgres", "-D", data, "-k", folder, *options]
        process = subprocess.Popen(command, stdout=out, stderr=out, cwd="/", **as_nobody)
    try:
        _wait(process, folder, log)
        yield f"postgresql://dragoman@/{{}}?host={folder}"
    finally:
        process.terminate()
        process.wait(30)
        shutil.rmtree(folder, ignore_errors=True)


def _wait(process: subprocess.Popen[bytes], folder: Path, log: Path) -> None:
    import psycopg

    for _ in range(1200):
        try:
            psycopg.connect(f"host={folder} user=dragoman dbname=postgres").close()
            return
        except psycopg.OperationalError:
            if process.poll() is not None:
                raise RuntimeError(log.read_text()) from None
            time.sleep(0.05)
    raise RuntimeError("PostgreSQL did not start within a minute:\n" + log.read_text())


def execute(url: str, sql: str) -> None:
    """Run one statement outside a transaction."""
    import psycopg

    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(sql)
