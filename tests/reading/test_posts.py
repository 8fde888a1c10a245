"""Whose an embassy is, where it is and to whom it is accredited: (object between bars, parties read, parties told)."""

from __future__ import annotations

import pytest

from dragoman.reading.posts import of_a_post
from dragoman.reading.prepared import prepare
from reader_samples import document, tokenizer

OSLO_AND_RIGA = "The |Peruvian Embassy in Oslo| opened in 1999 and the Chilean Embassy in Riga in 2004."
CASES = [
    ("relations", OSLO_AND_RIGA, "PER > CHL", "PER > NOR"),
    ("relations", OSLO_AND_RIGA.replace("|", "").replace("Chilean Embassy in Riga", "|Chilean Embassy in Riga|"),
     "PER > CHL", "CHL > LVA"),
    ("relations", "The |Embassy of Chile| was opened in Accra in 1977.", "CHL > DNK", "CHL > GHA"),
    ("relations", "Peru’s |consulate general in Riga| was closed.", "PER > DNK", "PER > LVA"),
    # Both parties are told already; a third whom the sentence names may well be one.
    ("relations", "The |Embassy of Chile| was opened in Accra in 1977.", "GHA > CHL", "GHA > CHL"),
    ("relations", "The |Embassy of Chile in Oslo| serves Iceland.", "CHL > ISL", "CHL > ISL"),
    ("relations", "Relations are kept up through the |Embassy of Chile in Oslo|.", "CHL > ISL", "CHL > ISL"),
    ("relations", "The |Embassy of Chile| is a fine house.", "CHL > DNK", "CHL > DNK"),
    ("meeting", "The |Embassy of Chile| in Accra held talks.", "CHL > DNK", "CHL > DNK"),
    ("relations", "The |Embassy of Peru| is also accredited to Uganda, Rwanda and Burundi.", "UGA > PER, RWA, BDI",
     "PER > UGA, RWA, BDI"),
    ("relations", "In Togo, Peru has an |embassy in Lomé|, which is accredited to Benin.", "TGO > PER", "PER > BEN"),
    ("office", "The Kenyan |High Commissioner| in New Delhi is accredited to Nepal.", "NPL > IND",
     "KEN/High Commissioner > NPL"),
    ("office", "Jo Lind, |Ambassador of Peru|, is accredited to Mali and Chad.", "PER/Jo Lind > MLI",
     "PER/Jo Lind > MLI, TCD"),
    ("office", "Jo Lind, |Ambassador of Peru|, saw Mali and Chad.", "PER/Jo Lind > MLI", "PER/Jo Lind > MLI"),
]  # fmt: skip


def sides(told: str) -> dict[str, tuple[str, ...]]:
    source, target = (tuple(filter(None, side.split(", "))) for side in told.split(" > "))
    return {"source": source, "target": target, "by": ()}


@pytest.mark.parametrize(("kind", "marked", "read", "told"), CASES, ids=[f"{c[0]}: {c[1]} {c[2]}" for c in CASES])
def test_the_words_of_a_post_tell_its_parties(kind: str, marked: str, read: str, told: str) -> None:
    before, thing, after = marked.split("|")
    page = document(before + thing + after)
    prepared = prepare(page, tokenizer())
    object_at, quote = (len(before), len(before) + len(thing)), (0, len(page.text))
    found, evidence = of_a_post(kind, sides(read), [], object_at, quote, page, prepared)
    assert found == sides(told)
    if read != told:
        assert {e.value for e in evidence} >= {*found["target"]}


@pytest.mark.parametrize("piece", ["the Embassy of Chile in Oslo, ", "accredited to ", "accredited to Chad, "])
def test_a_long_sentence_is_read_in_passing(piece: str) -> None:
    page = document(piece * (20_000 // len(piece)))
    prepared = prepare(page, tokenizer())
    for kind in ("relations", "office"):
        for at in range(0, 20_000, 500):
            of_a_post(kind, sides("CHL > DNK"), [], (at, at + 10), (at, at + 400), page, prepared)
