"""Names of persons as they are compared: without marks and capitals, by their parts."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from dragoman.actors.mentions.words import words

ROMAN = re.compile(r"[IVX]+")
"""Which monarch or pope of a name: "Benedict XVI"."""


def ascii_lower(text: str) -> str:
    """Lower case without diacritics, to compare names by."""
    text = text.replace("đ", "dj").replace("Đ", "Dj").replace("ł", "l").replace("ø", "o").replace("ı", "i")
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()


@lru_cache(maxsize=4096)
def parts_of(name: str) -> tuple[str, ...]:
    """Folded parts of a name without initials, suffixes and ranks."""
    parts = ascii_lower(name).replace(",", " ").replace("'", "").split()
    known = words().suffixes
    kept = [part for part in parts if len(part) > 1 and "." not in part and part not in known]
    return tuple(kept or parts[-1:])
