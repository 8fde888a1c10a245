"""What somebody's next page is to show, in memory meanwhile: never in an address, where logs and histories keep it."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

AGE = 3600.0  # seconds
MOST_BYTES = 32 * 1024 * 1024

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _One(Generic[T]):
    what: T
    size: int
    origin: str
    until: float


class Held(Generic[T]):
    """Things by key (a secret of one browser or session) and place (the path of the page). Safe for threads.

    They are gone after an hour, and earlier where there is no room: then those of the address with most go first, so
    that nobody pushes out everybody else's.
    """

    def __init__(self, most: int = MOST_BYTES, clock: Callable[[], float] = time.monotonic) -> None:
        self._most, self._clock = most, clock
        self._all: dict[tuple[str, str], _One[T]] = {}
        self._lock = threading.Lock()

    def keep(self, key: str, place: str, what: T, *, size: int, origin: str) -> None:
        """Hold ``what`` of about ``size`` bytes, in place of what was there."""
        with self._lock:
            now = self._clock()
            self._all = {at: one for at, one in self._all.items() if one.until > now and at != (key, place)}
            self._all[key, place] = _One(what, size, origin, now + AGE)
            while sum(one.size for one in self._all.values()) > self._most:
                sizes: Counter[str] = Counter()
                for one in self._all.values():
                    sizes[one.origin] += one.size
                largest = max(sizes, key=lambda origin: sizes[origin])
                del self._all[next(at for at, one in self._all.items() if one.origin == largest)]

    def find(self, key: str, place: str) -> T | None:
        """What is held there; null where nothing is, or not any more."""
        with self._lock:
            one = self._all.get((key, place))
            return one.what if one is not None and one.until > self._clock() else None

    def rename(self, key: str, other: str) -> None:
        """What ``key`` opens is from now on opened by ``other`` alone."""
        with self._lock:
            self._all = {(other if k == key else k, place): one for (k, place), one in self._all.items()}

    def take(self, key: str, place: str) -> T | None:
        """The same, and it is gone."""
        found = self.find(key, place)
        with self._lock:
            self._all.pop((key, place), None)
        return found
