"""Answers that cost more than a look-up, kept until the ledger changes."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import TypeVar, cast

from fastapi import Request

from dragoman.ledger import Ledger
from dragoman.queries.pictures import state_of
from dragoman.web.state import ledger

_MOST = 256  # answers that are kept; those asked for longest ago go first

T = TypeVar("T")


class Kept:
    """The latest answers, each with the state of the ledger that it was given in. Safe for threads.

    Those who ask the same at once wait for the first of them, so that a costly answer is made once.
    """

    def __init__(self) -> None:
        self._answers: OrderedDict[Hashable, tuple[int, object]] = OrderedDict()
        self._making: dict[Hashable, threading.Lock] = {}
        self._lock = threading.Lock()

    def get(self, key: Hashable, asked: Ledger, answer: Callable[[], T]) -> T:
        """What ``answer`` gives, asked anew only where the ledger has changed."""
        state = state_of(asked)
        with self._lock:
            making = self._making.setdefault(key, threading.Lock())
        with making:
            with self._lock:
                found = self._answers.get(key)
                if found is not None and found[0] == state:
                    self._answers.move_to_end(key)
                    self._making.pop(key, None)
                    return cast(T, found[1])
            try:
                made = answer()
            finally:
                with self._lock:
                    self._making.pop(key, None)
            with self._lock:
                self._answers[key] = (state, made)
                self._answers.move_to_end(key)
                while len(self._answers) > _MOST:
                    self._answers.popitem(last=False)
            return made


def kept(request: Request, key: Hashable, answer: Callable[[], T]) -> T:
    """`Kept.get` in the answers of this server."""
    return cast(Kept, request.app.state.kept).get(key, ledger(request), answer)
