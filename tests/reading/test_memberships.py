"""What a membership is of: (text with the object between bars, parties read, parties told)."""

from __future__ import annotations

import pytest

from dragoman.reading.memberships import of_an_organisation
from dragoman.reading.prepared import prepare
from dragoman.records import Evidence
from reader_samples import document, tokenizer

FIRST = "COMESA was formed in 1994. "
CASES = [
    (f"{FIRST}Chad applied for |full membership|.", "TCD", "RUS", "TCD", "COMESA"),
    ("Chad applied for |full membership|.", "TCD", "RUS", "TCD", "RUS"),
    (f"{FIRST}Chad is part of a |programme of Mali|.", "TCD", "MLI", "TCD", "MLI"),
    ("COMESA has given |partner status| to the European Union.", "COMESA", "EU", "EU", "COMESA"),
    ("The European Union was granted |partner status| by COMESA.", "EU", "COMESA", "EU", "COMESA"),
    ("COMESA joined the |European Union| in giving aid.", "COMESA", "EU", "COMESA", "EU"),
]


@pytest.mark.parametrize(("marked", "source", "target", "joining", "joined"), CASES, ids=[c[0] for c in CASES])
def test_what_is_joined_is_an_organisation(marked: str, source: str, target: str, joining: str, joined: str) -> None:
    before, thing, after = marked.split("|")
    text = before + thing + after
    page = document(text)
    read = [Evidence("target", target, 0, 1)] if target == "MLI" or "EU" in (source, target) else []
    actors = {"source": (source,), "target": (target,), "by": ()}
    place = (len(before), len(before) + len(thing))
    found, evidence = of_an_organisation(actors, read, place, page, prepare(page, tokenizer()))
    assert (found["source"], found["target"]) == ((joining,), (joined,))
    if joined == "COMESA" and target == "RUS":
        assert [text[e.start : e.end] for e in evidence] == ["COMESA"]
