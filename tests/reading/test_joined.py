"""Parties that stand joined before what they have in common: (object between bars, parties read, parties told)."""

from __future__ import annotations

import pytest

from dragoman.reading.joined import of_a_pair
from dragoman.reading.prepared import prepare
from reader_samples import document, tokenizer

CASES = [
    ("meeting", "The ASEAN – Chile |meeting| was held in Lima.", ["ASEAN", "PER"], ["ASEAN", "CHL"]),
    ("meeting", "The |Chile-Ghana Summit| took place.", ["CHL", "PER"], ["CHL", "GHA"]),
    ("relations", "The |Ghana-NATO relations| began late.", ["GHA", "EST"], ["GHA", "NATO"]),
    ("relations", "It was the year of China-Peru ties and |China-Mali ties|.", ["PER", "CHN"], ["CHN", "MLI"]),
    ("agreement", "The |Joint Statement of the 19th ASEAN-China Summit|", ["ASEAN", "JPN"], ["ASEAN", "CHN"]),
    # Whom the sentence names beside may have come too, and who comes for one of the two is one of them.
    ("meeting", "The |Chile-Ghana Summit| was opened by Peru.", ["CHL", "GHA", "PER"], ["CHL", "GHA", "PER"]),
    ("meeting", "The |Chile-Ghana Summit| took place.", ["CHL/Jo Lind", "GHA"], ["CHL/Jo Lind", "GHA"]),
    # What is talked about has parties of its own.
    ("meeting", "They spoke of |Chile-Ghana relations|.", ["PER", "MLI"], ["PER", "MLI"]),
    ("meeting", "The |Chile-led meeting| took place.", ["CHL", "PER"], ["CHL", "PER"]),
    ("objective", "The |Chile-Ghana Summit|", ["PER"], ["PER"]),
]


@pytest.mark.parametrize(("kind", "marked", "read", "told"), CASES, ids=[f"{c[0]}: {c[1]} {c[2]}" for c in CASES])
def test_who_is_joined_takes_part(kind: str, marked: str, read: list[str], told: list[str]) -> None:
    before, thing, after = marked.split("|")
    page = document(before + thing + after)
    actors = {"source": (read[0],), "target": tuple(read[1:]), "by": ()}
    place = (len(before), len(before) + len(thing))
    found, _ = of_a_pair(kind, actors, [], place, page, prepare(page, tokenizer()))
    assert {*found["source"], *found["target"]} == set(told)
    assert found["source"]
