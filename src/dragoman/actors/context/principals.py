"""Whom an office serves that is itself no such office: "Secretary to the Prime Minister" is no Prime Minister."""

from __future__ import annotations

import re
from functools import cache

from dragoman.actors.mentions.words import words


def of_own(title: str) -> str:
    """``title`` without the office of somebody else whom its holder serves: "Secretary" for "Secretary to the Prime
    Minister"."""
    return of_another().sub("", title)


@cache
def of_another() -> re.Pattern[str]:
    principals = "|".join(map(re.escape, sorted(words().principals, key=len, reverse=True)))
    return re.compile(rf"(?i)(?<=\w) (?:of|to) the (?:[\w.]+ )?(?:{principals})(?!\w)")
