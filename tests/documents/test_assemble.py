"""Pieces of an original to text with blocks."""

from __future__ import annotations

import pytest

from dragoman.documents import document_from_text
from dragoman.documents.assemble import FIELD_CHARACTERS, Piece, assemble, clean_characters, squeeze, tidy


def test_letters_that_a_typesetter_joined_are_apart() -> None:
    assert document_from_text("Oﬃcial ﬁgures of the ﬂeet and staﬀ").text == "Official figures of the fleet and staff"


@pytest.mark.parametrize(
    ("text", "clean", "warnings"),
    [
        ("plain", "plain", 0),
        ("a\r\nb\rc\u2028d\x0ce", "a\nb\nc\nd\ne", 0),
        ("a\0b\x1fc", "abc", 1),
        ("a\ud800b", "a\ufffdb", 1),
        ("a\u202eb\u200f", "ab", 1),
        ("a\0\u202eb", "ab", 2),
        ("", "", 0),
    ],
)
def test_what_went_is_told(text: str, clean: str, warnings: int) -> None:
    cleaned, told = clean_characters(text)
    assert (cleaned, len(told)) == (clean, warnings)
    assert clean_characters(cleaned) == (clean, ())


@pytest.mark.parametrize(
    ("text", "squeezed"),
    [
        ("  a \t b\u00a0c ", "a b c"),
        ("a \n\n  \n b", "a\nb"),
        ("coop\u00aderation\u200b", "cooperation"),
        (" \n ", ""),
    ],
)
def test_blanks_are_one_and_none_at_the_ends(text: str, squeezed: str) -> None:
    assert squeeze(text) == squeezed


def test_a_field_is_one_bounded_line() -> None:
    assert tidy(" Talks\nin\0 Oslo ") == "Talks in Oslo"
    assert len(tidy("x" * 100_000)) == FIELD_CHARACTERS
    assert tidy("") == ""


PIECES = [
    Piece("title", "Talks"),
    Piece("paragraph", ""),
    Piece("item", "One", 1),
    Piece("item", "Two", 3),
    Piece("row", "a | b"),
    Piece("row", "c | d"),
    Piece("paragraph", "The end.", page=2, paragraph=7),
]
TEXT = "Talks\n\n• One\n    • Two\n\na | b\nc | d\n\nThe end."


def test_items_and_rows_stand_together_and_blocks_cover_their_words() -> None:
    text, blocks, warnings = assemble(PIECES, 1000)
    assert (text, warnings) == (TEXT, ())
    assert [text[b.start : b.end] for b in blocks] == ["Talks", "One", "Two", "a | b", "c | d", "The end."]
    assert (blocks[-1].page, blocks[-1].paragraph, blocks[2].level) == (2, 7, 3)
    assert assemble([], 10) == ("", (), ())


@pytest.mark.parametrize("most", range(1, len(TEXT) + 2))
def test_a_text_ends_with_a_whole_block_within_the_limit(most: int) -> None:
    text, blocks, warnings = assemble(PIECES, most)
    assert len(text) <= most
    assert TEXT.startswith(text)
    assert bool(warnings) == (most < len(TEXT))
    assert blocks[-1].end == len(text)


def test_of_one_block_that_is_too_long_the_beginning_is_kept() -> None:
    text, (block,), (warning,) = assemble([Piece("paragraph", "They met in Oslo."), Piece("paragraph", "x")], 10)
    assert (text, block.end, warning) == ("They met i", 10, "text cut after 10 characters")
