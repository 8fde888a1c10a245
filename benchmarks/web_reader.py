"""A reader of `benchmarks.web`, as locust wants it: opens a page of some kind, reads, opens the next."""

from __future__ import annotations

import json
import os
import random
from pathlib import Path

from locust import HttpUser, between, task

_GIVEN = json.loads(Path(os.environ["DRAGOMAN_BENCH"]).read_text("utf-8"))
_PAGES: dict[str, list[str]] = _GIVEN["pages"]
_THINK = float(_GIVEN["think"])


class Reader(HttpUser):
    """All kinds of pages equally often."""

    wait_time = between(_THINK / 2, _THINK * 1.5)

    @task
    def read(self) -> None:
        name = random.choice(list(_PAGES))
        self.client.get(random.choice(_PAGES[name]), name=name)
