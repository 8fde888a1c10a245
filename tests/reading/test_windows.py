"""Windows: every sentence is read once, none is too long, every token knows where it stands."""

from __future__ import annotations

import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.reading.windows import MARKS, MAX_TOKENS, PREFIX, PUBLISHER_AT, Window, windows
from dragoman.records import Document
from dragoman.segment import sentences
from reader_samples import NEWS, document, tokenizer

LONG = NEWS + "\n\n".join(
    f"In {1900 + n} the ministers of Kenya and Fiji agreed on talks number {n}." for n in range(60)
)


def cut(made: Document, **options: bool) -> list[Window]:
    return list(windows(made.text, sentences(made.text, made.blocks), tokenizer(), **options))


def in_core(window: Window) -> np.ndarray:
    return window.spans[window.core[0] : window.core[1]]


def check(made: Document, **options: bool) -> list[Window]:
    """What holds for the windows of any document; gives them."""
    found = cut(made, **options)
    split = sentences(made.text, made.blocks)
    core: list[tuple[int, int]] = []
    for window in found:
        assert 0 < len(window.ids) <= MAX_TOKENS
        assert len(window.ids) == len(window.spans) == len(window.sentence)
        low, high = window.core
        assert 0 < low < high < len(window.ids)
        assert (window.sentence[low:high] >= 0).all()
        assert (np.diff(window.sentence[len(PREFIX) : high]) >= 0).all()
        for (start, end), index in zip(window.spans.tolist(), window.sentence.tolist(), strict=True):
            assert (start, end) == (-1, -1) or 0 <= start <= end <= len(made.text)
            if index >= 0 and start >= 0:
                assert split[index].start <= start <= end <= split[index].end
        core += [(int(s), int(e)) for s, e in in_core(window) if s >= 0]
    expected = [
        (sentence.start + start, sentence.start + end)
        for sentence in split
        for start, end in tokenizer().encode(made.text[sentence.start : sentence.end], add_special_tokens=False).offsets
    ]
    assert core == expected
    return found


@pytest.mark.parametrize("text", [NEWS, LONG, "One sentence.", "word " * 1000, "x" * 5000], ids=range(5))
def test_every_token_of_the_text_is_core_exactly_once(text: str) -> None:
    assert check(document(text, title="Chile and Peru in talks", publisher="Ministry of Tests"))


def test_a_sentence_that_fits_is_core_in_one_window() -> None:
    made = document(LONG)
    indices = [index for window in cut(made) for index in np.unique(window.sentence[slice(*window.core)]).tolist()]
    assert indices == list(range(len(sentences(made.text, made.blocks))))


def test_a_sentence_too_long_for_a_window_goes_on_in_the_next() -> None:
    made = document("a " * 900 + "treaty.")
    found = cut(made)
    assert len(found) > 1
    assert {index for window in found for index in window.sentence[slice(*window.core)].tolist()} == {0}


def test_letters_of_a_token_are_those_of_the_text() -> None:
    made = document("Chile signed a treaty.")
    [window] = cut(made)
    words = [made.text[s:e] for s, e in in_core(window) if e > s]
    assert "".join(words) == "Chilesignedatreaty."


def test_context_is_what_stands_before() -> None:
    made = document(LONG)
    for window in cut(made)[1:]:
        before = window.spans[len(PREFIX) : window.core[0]]
        before = before[before[:, 0] >= 0]
        assert len(before)
        assert before[:, 1].max() <= in_core(window)[:, 0].max()
        assert window.sentence[len(PREFIX)] < window.sentence[window.core[0]]


def test_without_context_there_is_none() -> None:
    for window in check(document(LONG), with_context=False):
        assert window.core[0] == len(PREFIX) + 1


@pytest.mark.parametrize("side", ["title", "publisher"])
def test_title_and_publisher_are_not_shown(side: str) -> None:
    plain, named = cut(document(LONG)), cut(document(LONG, **{side: "Ministry of Foreign Affairs of Chile"}))
    assert [w.ids.tolist() for w in plain] == [w.ids.tolist() for w in named]


def test_the_publisher_has_a_mark() -> None:
    for window in cut(document(LONG, publisher="Fiji")):
        assert window.ids[PUBLISHER_AT] == MARKS["publisher"]


def test_tokens_outside_the_window_are_none() -> None:
    made = document(LONG)
    found = cut(made)
    assert found[0].tokens(len(made.text) - 5, len(made.text)) is None
    assert found[0].tokens(3, 3) is None


def test_layout_is_marked() -> None:
    made = document("Talks\n\nChile signed.\n\n- Peru signed.\n- Fiji signed.")
    [window] = cut(made)
    marks = [int(i) for i, (s, _) in zip(window.ids, window.spans, strict=True) if s < 0]
    for kind in ("item", "paragraph", "core", "publisher", "before"):
        assert MARKS[kind] in marks


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\x00\x01", "\u202e\u200f\ufeff"])
def test_text_of_nothing_gives_nothing_or_marks(text: str) -> None:
    for made in (document(text, title="T", publisher="P"), Document("d", text)):
        check(made)
    assert cut(document("")) == []


def test_same_document_gives_the_same_windows() -> None:
    first, second = (
        cut(document(LONG, title="Chile and Peru in talks")),
        cut(document(LONG, title="Chile and Peru in talks")),
    )
    for one, other in zip(first, second, strict=True):
        assert (one.ids.tobytes(), one.spans.tobytes(), one.core) == (
            other.ids.tobytes(),
            other.spans.tobytes(),
            other.core,
        )


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=400), st.text(max_size=60), st.text(max_size=30))
def test_any_text_is_cut(text: str, title: str, publisher: str) -> None:
    check(document(text, title=title, publisher=publisher))


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "Chile signed a treaty with Peru and said that it will support the mission, " * 14_000,
        "x" * 1_000_000,
        "!" * 1_000_000,
        "Chile, " * 10_000,
        " ".join(f"{a}{b}, " for a in range(100) for b in ("Ana Ilić", "Jana Krūma", "Urmas Paet") * 34),
        "- Kenya\n" * 10_000,
        "Heading\n\n" * 20_000,
    ],
    ids=["clauses", "letters", "stops", "list", "names", "items", "headings"],
)
def test_a_megabyte_is_cut_in_bounded_time(text: str) -> None:
    begun = time.process_time()
    made = document(text, title="Treaty", publisher="Chile")
    for window in windows(made.text, sentences(made.text, made.blocks), tokenizer()):
        assert len(window.ids) <= MAX_TOKENS
    assert time.process_time() - begun < 60


ITEMS = "\n".join(f"- Reform number {n} of the courts of Moldova was adopted with many amendments." for n in range(60))


def test_every_window_of_a_list_begins_with_the_sentence_that_leads_into_it() -> None:
    led = "Norway has helped for years. Its aid to the courts has led to these successes:"
    made = document(f"Nothing is said here.\n\n{led}\n\n{ITEMS}\n\nThe end came.")
    lead = made.text.index("Its aid"), made.text.index(":\n") + 1
    later = [w for w in check(made) if made.text[: w.spans[w.core[0] + 1][0]].count("Reform number") > 9]
    assert len(later) > 2
    for window in later:
        held = window.tokens(*lead)
        assert held
        assert len(PREFIX) <= held[0] <= len(PREFIX) + 1
        assert held[1] <= window.core[0]


def test_text_that_lies_far_before_is_a_stretch_of_its_own() -> None:
    led = "For years Norway has helped, and its aid to the courts has led to this:"
    made = document(f"Nothing is said here.\n\n{led}\n\n{ITEMS}")
    assert [start for start, _ in cut(made)[0].stretches] == [0]
    lead, rest = cut(made)[-1].stretches
    assert made.text[slice(*lead)].endswith("led to this:")
    assert rest[1] == len(made.text)


def test_a_broken_letter_alone_leads_into_no_list() -> None:
    assert len(check(document("\ufffd\n\n- Chile signed.\n- Peru too."))) == 1


def test_a_long_sentence_that_leads_into_a_list_is_shown_by_its_end() -> None:
    made = document(f"{'Very ' * 60}large aid of Norway has led to these successes:\n\n{ITEMS}")
    last = check(made)[-1]
    before = "".join(made.text[a:b] for a, b in last.spans[len(PREFIX) : last.core[0]].tolist() if b > a)
    assert "toThesesuccesses:".lower() in before.lower()
    assert "Very" not in before
