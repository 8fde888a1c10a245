"""Whose words a statement is, where several are likely: (text, likely speakers, who says it in the last sentence)."""

from __future__ import annotations

import numpy as np
import pytest

from dragoman.reading.anchored import BY, Anchored, best_slots
from dragoman.reading.candidates import in_reach, places
from dragoman.reading.prepared import prepare
from dragoman.reading.speakers import according_to, speakers
from reader_samples import document, tokenizer

BEFORE = "“We back it,” said Al Mora, the Foreign Minister of Chad."
KENYAN = "Kenyan Minister Jo Lind"
CASES = [
    (f"{BEFORE} {KENYAN} claimed that roads grow.", {"TCD/Al Mora", "KEN/Jo Lind"}, {"KEN/Jo Lind"}),
    (f"{BEFORE} Roads grow.", {"TCD/Al Mora", "KEN"}, {"TCD/Al Mora"}),
    (f"{KENYAN} met Al Mora, the Foreign Minister of Chad. Chad said so.", {"KEN/Jo Lind", "TCD"}, {"TCD"}),
    # "Our" names nobody who speaks, and "we" may.
    (f"{BEFORE} Our roads grow.", {"TCD/Al Mora", "NOR"}, {"TCD/Al Mora", "NOR"}),
    # Whose turn it is, and who is quoted, is told before.
    ("FOREIGN MINISTER MORA: Thank you.\n\nChad said so.", {"NOR/Mora", "TCD"}, {"NOR/Mora", "TCD"}),
    # What is only somebody's.
    ("Peru’s role showed our strong will.", {"PER"}, set()),
    ("Peru’s statement noted our strong will.", {"PER"}, {"PER"}),
    ("State Department spokesman Jo Lind spoke.", {"USA/Department of State", "USA/Jo Lind"}, {"USA/Jo Lind"}),
]  # fmt: skip


def weighed(text: str, likely: set[str]) -> Anchored:
    """The last sentence of ``text``, whose ``likely`` speakers have a chance of one."""
    page = document(text, title="Roads", publisher="Government of Norway")
    prepared = prepare(page, tokenizer())
    view = prepared.views[-1]
    found = places(view)
    last = int(view.window.sentence.max())
    picked, _ = in_reach(found, last)
    scores = np.zeros((len(picked), 5), dtype=np.float32)
    for row, entity in enumerate(found.entity[picked].tolist()):
        scores[row, BY] = entity >= 0 and view.entities[entity].actor in likely
    return Anchored(page, prepared, view, found, last, scores, picked)


@pytest.mark.parametrize(("text", "likely", "said_by"), CASES, ids=[c[0] for c in CASES])
def test_the_sentence_s_own_speakers_go_before_others(text: str, likely: set[str], said_by: set[str]) -> None:
    anchored = weighed(text, likely)
    assert {f.actor for f in speakers(best_slots(anchored).above(BY, 0.5), anchored)} == said_by


SOURCES = [
    ("According to the Ministry of Trade of Peru, roads grow.", {"PER/Ministry of Trade"}),
    ("Roads grow, according to Peru.", {"PER"}),
    ("Roads grow according to EU standards.", set()),
    ("Roads grow, according to Peru’s television.", set()),
    ("Roads grow in Peru.", set()),
]


@pytest.mark.parametrize(("text", "said_by"), SOURCES, ids=[c[0] for c in SOURCES])
def test_a_source_that_the_sentence_names_says_it(text: str, said_by: set[str]) -> None:
    assert {f.actor for f in according_to(weighed(text, set()))} == said_by
