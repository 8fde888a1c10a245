"""How much of a hostile or huge input is looked at before it is refused or cut."""

from __future__ import annotations

import ctypes
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on what opening one input may cost. What is over a bound is skipped, or cut with a warning.

    ``file_bytes``: a single document above this is skipped unread (tables are streamed and have no such bound).
    ``markup_bytes``: the same for HTML and for the unpacked XML of a DOCX, whose trees take many times their size.
    ``text_characters``: a longer text is cut there, with a warning.
    ``row_bytes``: a longer row of a table is skipped.
    ``nodes`` / ``depth``: elements of a page that are read, and how deeply nested; the rest is left out with a warning.
    ``attributes``: of one element of a page; the rest is left out with a warning.
    ``pages``: of a PDF; the rest is left out with a warning.
    ``seconds``: computing time for one document; PDF content can be a program that never ends.
    ``archive_members``, ``archive_bytes`` (unpacked, all members), ``archive_ratio`` (unpacked : packed, of one member
    or of a compressed table; looked at above 1 MB): what goes over is skipped.
    ``folder_files``: files listed under one input folder.
    ``broken_rows``: a table is given up after so many broken rows, if none before them was good.
    """

    file_bytes: int = 50_000_000
    markup_bytes: int = 20_000_000
    text_characters: int = 5_000_000
    row_bytes: int = 8_000_000
    nodes: int = 400_000
    depth: int = 250
    attributes: int = 250
    pages: int = 2_000
    seconds: float = 30.0
    archive_members: int = 100_000
    archive_bytes: int = 4_000_000_000
    archive_ratio: int = 200
    folder_files: int = 2_000_000
    broken_rows: int = 100


AGAIN = 1.0
"""Seconds after which an interrupt is sent again: one that hits a destructor or a callback from C is lost."""


class OutOfTime(BaseException):
    """The time for one document is over. Not an ``Exception``, so that no parser's own handler swallows it."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise `OutOfTime` inside the block when it has computed for longer than ``seconds``.

    Counts the thread's own computing time where the system tells it, so that a busy machine changes nothing. Works in
    any thread (signals only work in the main one) and stops any loop written in Python, where parsers of broken
    files hang; a single long call into C is only stopped when it returns.
    """
    thread = threading.get_ident()
    done = threading.Event()
    lock = threading.Lock()
    clock = _clock_of(thread)
    start = clock()

    def watch() -> None:
        wait = seconds
        while not done.wait(max(wait, 0.05)):
            wait = seconds - (clock() - start)
            if wait <= 0:
                with lock:
                    if not done.is_set():
                        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(OutOfTime))
                wait = AGAIN

    watcher = threading.Thread(target=watch, name="time limit", daemon=True)
    watcher.start()
    try:
        yield
    finally:
        with lock:
            done.set()
        # an interrupt that was sent but not yet delivered must not hit whatever runs next
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), None)


def _clock_of(thread: int) -> Callable[[], float]:
    """The computing time of a thread; elapsed time on systems that do not tell it."""
    if not hasattr(time, "pthread_getcpuclockid"):
        return time.monotonic
    identifier = time.pthread_getcpuclockid(thread)
    return lambda: time.clock_gettime(identifier)
