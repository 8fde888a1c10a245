"""Keys for pairs of actors, so that a pair is looked up as fast as an actor."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from itertools import combinations

ALL = 0  # the key under which all shown statements are counted, by kind
MOST = 12  # parties up to which a fact is found under each pair of them (66 pairs)


def pair_key(a: int, b: int) -> int:
    """The key of the facts that two actors take part in together, in either order."""
    return _negative(f"{min(a, b)}|{max(a, b)}")


def many_key(a: int) -> int:
    """The key of the facts of more than `MOST` parties that an actor takes part in: their pairs are not listed."""
    return _negative(f"{a}|*")


def fact_keys(parties: Sequence[int]) -> list[int]:
    """All keys under which a fact with these parties is found."""
    if len(parties) > MOST:
        return [*parties, *map(many_key, parties)]
    return [*parties, *(pair_key(a, b) for a, b in combinations(parties, 2))]


def _negative(name: str) -> int:
    return -1 - (int.from_bytes(hashlib.blake2b(name.encode(), digest_size=8).digest(), "big") >> 1)
