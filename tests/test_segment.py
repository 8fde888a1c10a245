"""Sentences: each case is a text and the sentences that a reader would count in it."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.documents import blocks_of
from dragoman.segment import MAX_SENTENCE, sentences, split

CASES = [
    ("The two sides met. They agreed.", ["The two sides met.", "They agreed."]),
    ("Secretary Antony J. Blinken met Gen. Mora in Quito.", ["Secretary Antony J. Blinken met Gen. Mora in Quito."]),
    (
        "They met in Washington, D.C. on Jan. 5. Talks go on.",
        ["They met in Washington, D.C. on Jan. 5.", "Talks go on."],
    ),
    ("The U.S. Embassy reopened.", ["The U.S. Embassy reopened."]),
    ("The Kenya-U.S. Dialogue met. It will go on.", ["The Kenya-U.S. Dialogue met.", "It will go on."]),
    ("The EU/U.K. Committee met.", ["The EU/U.K. Committee met."]),
    ("He met U.S. Under Secretary Lind.", ["He met U.S. Under Secretary Lind."]),
    ("The deputy, Lic. Ana Rivas, met Ing. Jo Lind.", ["The deputy, Lic. Ana Rivas, met Ing. Jo Lind."]),
    ("He left the U.S. Under the agreement aid grew.", ["He left the U.S.", "Under the agreement aid grew."]),
    ("She published an op-ed. The Minister left.", ["She published an op-ed.", "The Minister left."]),
    ("Growth is 2.5-3.5. Officials agreed.", ["Growth is 2.5-3.5.", "Officials agreed."]),
    ("The Rt. Hon. Jo Lind came. Talks go on.", ["The Rt. Hon. Jo Lind came.", "Talks go on."]),
    ("It lent Rs. 5 crore and Lps. 9 million.", ["It lent Rs. 5 crore and Lps. 9 million."]),
    ("It lent 5,000 Rs. The talks ended.", ["It lent 5,000 Rs.", "The talks ended."]),
    ("He said so in the U.S. The talks ended.", ["He said so in the U.S.", "The talks ended."]),
    ("Aid rose to $3.5 million. It will grow.", ["Aid rose to $3.5 million.", "It will grow."]),
    ("Art. 5 applies (see No. 3). Who pays?", ["Art. 5 applies (see No. 3).", "Who pays?"]),
    ("“We agree.” The minister left.", ["“We agree.”", "The minister left."]),
    (
        "Fundamental reforms continue.Serbia joined in 2007.",
        ["Fundamental reforms continue.", "Serbia joined in 2007."],
    ),
    ("1. The Parties shall consult. 2. They shall report.", ["1. The Parties shall consult.", "2. They shall report."]),
    ("The EU, i.e. its members, paid.", ["The EU, i.e. its members, paid."]),
    ("It paid 147 million (incl. 10 million for police).", ["It paid 147 million (incl. 10 million for police)."]),
    ("Trade was 45.6 mln. US dollars.", ["Trade was 45.6 mln. US dollars."]),
    ("Trade was 45.6 mln. It grew.", ["Trade was 45.6 mln.", "It grew."]),
    ("Of 5 Mio. EUR it paid a part.", ["Of 5 Mio. EUR it paid a part."]),
    (
        "Two were held.3 The others fled, see vol. 2 Section 1.",
        ["Two were held.3", "The others fled, see vol. 2 Section 1."],
    ),
    ("It was paid per no.2 Annex.", ["It was paid per no.2 Annex."]),
    ("II. Trade with Sudland", ["II. Trade with Sudland"]),
    ("H.E. Bo Berg met HE. Jo Lind in Oslo.", ["H.E. Bo Berg met HE. Jo Lind in Oslo."]),
    ("It was he. The king left.", ["It was he.", "The king left."]),
    ("Talks are over, News.Az reports. It rained.", ["Talks are over, News.Az reports.", "It rained."]),
    ("Kh.Lind met Ts. Berg in Oslo.", ["Kh.Lind met Ts. Berg in Oslo."]),
    ("President E.Sh. Lind met Kh.A. Mora and Yu. Berg.", ["President E.Sh. Lind met Kh.A. Mora and Yu. Berg."]),
    ("They met Premier Yu. The talks ended.", ["They met Premier Yu.", "The talks ended."]),
    ("Lt-Gen. Lind met Maj-Gen. Berg.", ["Lt-Gen. Lind met Maj-Gen. Berg."]),
    ("Col. (Retd.) Lind met Gen. Berg (Rtd.) in Oslo.", ["Col. (Retd.) Lind met Gen. Berg (Rtd.) in Oslo."]),
    ("They met Col. Berg, Retd. The talks ended.", ["They met Col. Berg, Retd.", "The talks ended."]),
    ("ART. II. The parties agree. They meet.", ["ART. II. The parties agree.", "They meet."]),
    ("Article 5. The parties agree.", ["Article 5. The parties agree."]),
    ("It is told in article 5. The parties agree.", ["It is told in article 5.", "The parties agree."]),
    ("They signed START I. This ended in 2009.", ["They signed START I.", "This ended in 2009."]),
    ("They met Bo A. Berg and Jo I. Lind.", ["They met Bo A. Berg and Jo I. Lind."]),
    ("OSLO, May 3. /NTB/. The ministers met.", ["OSLO, May 3. /NTB/.", "The ministers met."]),
    ("“1. Decides to stay. It will report.", ["“1. Decides to stay.", "It will report."]),
    ("He said “5.” They left.", ["He said “5.”", "They left."]),
    ("Talks failed... They resumed in May.", ["Talks failed...", "They resumed in May."]),
    ("They met on Wed. 8 May and Thurs. Feb. 1.", ["They met on Wed. 8 May and Thurs. Feb. 1."]),
    ("He left on Thurs. The talks ended.", ["He left on Thurs.", "The talks ended."]),
    ("He sat. Chad left.", ["He sat.", "Chad left."]),
    ("Laws, Cap. 63, apply to a price cap. Chad paid.", ["Laws, Cap. 63, apply to a price cap.", "Chad paid."]),
    ("It lists BOSS, a.k.a. “Chief”; alt. DOB 1966.", ["It lists BOSS, a.k.a. “Chief”; alt. DOB 1966."]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:40] for text, _ in CASES])
def test_a_text_falls_into_its_sentences(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in split(text, 0, len(text))] == expected


def test_a_sentence_never_crosses_a_block() -> None:
    text = "Accomplishments\n\n• Signed the accord\n• Opened an embassy\n\nTrade grew. It doubled."
    found = sentences(text, blocks_of(text))
    assert [text[s.start : s.end] for s in found] == [
        "Accomplishments",
        "Signed the accord",
        "Opened an embassy",
        "Trade grew.",
        "It doubled.",
    ]
    assert [s.kind for s in found][1:] == ["item", "item", "paragraph", "paragraph"]


def test_a_megabyte_without_a_full_stop_is_cut_into_bounded_pieces() -> None:
    text = "word " * 200_000
    spans = split(text, 0, len(text))
    assert max(b - a for a, b in spans) <= MAX_SENTENCE
    assert sum(b - a for a, b in spans) > 0.99 * len(text)


@pytest.mark.parametrize("text", ["a" + "." * 50_000 + "x", "Oslo" + ".'" * 50_000 + "x"])
def test_a_run_of_stops_is_looked_at_once(text: str) -> None:
    began = time.thread_time()
    split(text, 0, len(text))
    assert time.thread_time() - began < 2


@given(st.text(max_size=400))
def test_sentences_of_any_text_are_ordered_and_hold_no_outer_space(text: str) -> None:
    spans = split(text, 0, len(text))
    assert all(a < b for a, b in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert all(text[a:b] == text[a:b].strip() for a, b in spans)
    assert "".join("".join(text[a:b] for a, b in spans).split()) == "".join(text.split())
