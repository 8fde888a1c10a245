"""A pair as the classifier sees it, and the marks and names in the rows that people give."""

from __future__ import annotations

import pytest
from tokenizers import Tokenizer

from dragoman.events.classifier import SHIPPED
from dragoman.events.marking import LONGEST, SOURCE_MARKS, TARGET_MARKS, Marked, locate, mark, unmarked
from dragoman.events.records import Pair, Span


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    made = Tokenizer.from_file(str(SHIPPED / "tokenizer.json"))
    made.no_truncation()
    made.no_padding()
    return made


def shown(marked: Marked, tokenizer: Tokenizer) -> str:
    signs = dict(zip((*SOURCE_MARKS, *TARGET_MARKS), ("<s>", "</s>", "<t>", "</t>"), strict=True))
    return " ".join(signs.get(i) or tokenizer.id_to_token(i) for i in marked.ids[1:-1])


@pytest.mark.parametrize(
    ("sentence", "seen"),
    [
        ("<s>Ghana</s> thanked <t>Togo</t>.", "<s> ghana </s> thanked <t> togo </t> ."),
        ("<t>Togo</t> was thanked by <s>Ghana</s>.", "<t> togo </t> was thanked by <s> ghana </s> ."),
        ("<s>Ghana</s>'s envoy left.", "<s> ghana </s> ' s envoy left ."),
        ("Nobody came.", "nobody came ."),
        ("<s>Franco</s>-<t>German</t> talks", "<s> franco </s> - <t> german </t> talks"),
    ],
)
def test_marks_stand_around_the_words(sentence: str, seen: str, tokenizer: Tokenizer) -> None:
    assert shown(mark(Pair("1", *unmarked(sentence)), tokenizer), tokenizer) == seen


@pytest.mark.parametrize("span", [Span(3, 3), Span(-4, 2), Span(5, 900), Span(8, 2)])
def test_offsets_that_cover_nothing_are_no_mark(span: Span, tokenizer: Tokenizer) -> None:
    marked = mark(Pair("1", "Ghana thanked Togo.", span, None), tokenizer)
    assert marked.source == (0, 0)
    assert shown(marked, tokenizer) == "ghana thanked togo ."


@pytest.mark.parametrize("before", [0, 300, 30_000])
@pytest.mark.parametrize("after", [0, 300, 30_000])
def test_of_a_long_sentence_the_stretch_around_the_pair_is_read(before: int, after: int, tokenizer: Tokenizer) -> None:
    sentence = "word " * before + "Ghana thanked Togo" + " word" * after
    place = 5 * before
    marked = mark(Pair("1", sentence, Span(place, place + 5), Span(place + 14, place + 18)), tokenizer)
    assert len(marked.ids) <= LONGEST + 6
    assert "<s> ghana </s> thanked <t> togo </t>" in shown(marked, tokenizer)


def test_one_mark_may_lie_within_the_other(tokenizer: Tokenizer) -> None:
    marked = mark(Pair("1", "Ghana's army moved.", Span(0, 12), Span(0, 5)), tokenizer)
    assert shown(marked, tokenizer) == "<s> <t> ghana </t> ' s army </s> moved ."


@pytest.mark.parametrize(
    ("marked", "sentence", "source", "target"),
    [
        ("<s>Ghana</s> thanked <t>Togo</t>.", "Ghana thanked Togo.", "Ghana", "Togo"),
        ("<t>Togo </t>thanked <s> Ghana</s>", "Togo thanked  Ghana", "Ghana", "Togo"),
        ("<s>Ghana</s>, <t>Togo</t> and <t>Togo</t>", "Ghana, Togo and Togo", "Ghana", "Togo"),
        ("<s>Ghana thanked Togo", "Ghana thanked Togo", None, None),
        ("Ghana</s> thanked <t></t>Togo", "Ghana thanked Togo", None, None),
        ("<S>Ghana</S> thanked 3 < 4", "Ghana thanked 3 < 4", "Ghana", None),
    ],
)
def test_marks_are_taken_out(marked: str, sentence: str, source: str | None, target: str | None) -> None:
    plain, s, t = unmarked(marked)
    assert plain == sentence
    assert (s and plain[s.start : s.end]) == source
    assert (t and plain[t.start : t.end]) == target


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("the Ghanaian army", "Ghanaian army"),
        ("GHANAIAN  army", "Ghanaian army"),
        ("Ghana", "Ghana"),
        ("army", "army"),
        ("rmy", None),
        ("", None),
        (" ", None),
        ("the", None),
        ("(Togo)", "(Togo)"),
        ("Benin", None),
    ],
)
def test_names_are_found_whatever_case_space_and_article(words: str, found: str | None) -> None:
    sentence = "Ghanaian army officers of Ghana met those of its neighbour (Togo)."
    span = locate(words, sentence)
    assert (span and sentence[span.start : span.end]) == found


def test_a_name_that_stands_twice_is_not_taken_where_the_other_actor_stands() -> None:
    sentence = "Sudan accused South Sudan."
    source = locate("South Sudan", sentence)
    assert source == Span(14, 25)
    assert locate("Sudan", sentence, source) == Span(0, 5)
    assert locate("South Sudan", sentence, source) == source
