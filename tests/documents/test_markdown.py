"""Markdown: front matter, headings, lists, tables."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Document

from .conftest import layout

TEXT = """---
title: "Plan of Norland"
date: 2016-03-17
publisher: Ministry
---
# Plan of Norland

The **two** governments signed [an agreement](https://x.example/a)
in *May* 2011, `code` and all.

## Goals

- Build roads
  across the border.
  - In the _north_
- Train judges

1. First
2. Second

| Year | Value |
|------|------:|
| 2014 | EUR 3 |

Trade
-----
> Quoted words.

![picture](a.png)
<!-- comment -->
Done.
"""


def test_layout_without_marks(read: Callable[..., Document]) -> None:
    document = read(TEXT, "plan.md")
    assert layout(document) == [
        ("title", "Plan of Norland"),
        ("paragraph", "The two governments signed an agreement in May 2011, code and all."),
        ("heading", "Goals"),
        ("item", "Build roads across the border."),
        ("item", "In the north"),
        ("item", "Train judges"),
        ("item", "First"),
        ("item", "Second"),
        ("row", "Year | Value"),
        ("row", "2014 | EUR 3"),
        ("heading", "Trade"),
        ("paragraph", "Quoted words."),
        ("paragraph", "Done."),
    ]
    assert [block.level for block in document.blocks if block.kind == "item"] == [1, 2, 1, 1, 1]


def test_front_matter_gives_facts(read: Callable[..., Document]) -> None:
    document = read(TEXT, "plan.md")
    assert (document.title.value, document.date.value, document.publisher.value) == (
        "Plan of Norland",
        "2016-03-17",
        "Ministry",
    )
    assert document.date.evidence == "front matter"
    assert document.format == "markdown"


def test_tables_without_bars_at_their_sides_are_tables(read: Callable[..., Document]) -> None:
    text = "Year | Aid\n-----|----\n2019 | Roads\n2020 | Ports\n\nNot | a table\n"
    rows = [("row", "Year | Aid"), ("row", "2019 | Roads"), ("row", "2020 | Ports")]
    assert layout(read(text, "a.md")) == [*rows, ("paragraph", "Not | a table")]


def test_footnotes_are_text_and_their_marks_are_not(read: Callable[..., Document]) -> None:
    text = "Norland joined in 1996.[^1] It left.\n\n[^1]: It signed in [Oslo](x).\n[2]: https://x.example\n"
    assert layout(read(text, "a.md")) == [
        ("paragraph", "Norland joined in 1996. It left."),
        ("paragraph", "It signed in Oslo."),
    ]


def test_what_is_quoted_keeps_its_layout(read: Callable[..., Document]) -> None:
    document = read(
        "# Notes\n\n> ## Points agreed\n>\n> - Open the road\n> - Train judges\n>\n> Both\n> sides met.\n", "q.md"
    )
    assert layout(document)[1:] == [
        ("heading", "Points agreed"),
        ("item", "Open the road"),
        ("item", "Train judges"),
        ("paragraph", "Both sides met."),
    ]
    assert [block.paragraph for block in document.blocks] == [0, 1, 2, 3, 4]


def test_definitions_strokes_and_linked_pictures(read: Callable[..., Document]) -> None:
    text = "[![Seal](s.svg)](https://x.example)\n\nAid\n: Roads in 2019\n: Ports > 3\n\n~~Old~~ words.\n"
    assert layout(read(text, "a.md")) == [
        ("paragraph", "Aid"),
        ("item", "Roads in 2019"),
        ("item", "Ports > 3"),
        ("paragraph", "Old words."),
    ]


def test_references_are_characters_and_a_last_bar_may_be_left_out(read: Callable[..., Document]) -> None:
    text = "Oslo, 7 &ndash; 9 May &amp; later\n\n| Item | Aid\n|---|---\n| Roads | 9\n"
    rows = [("row", "Item | Aid"), ("row", "Roads | 9")]
    assert layout(read(text, "a.md")) == [("paragraph", "Oslo, 7 – 9 May & later"), *rows]


@pytest.mark.parametrize(
    ("line", "heading"), [("## Trade ##", "Trade"), ("## Written in C#", "Written in C#"), ("## Roads  ", "Roads")]
)
def test_a_heading_may_be_closed(read: Callable[..., Document], line: str, heading: str) -> None:
    assert layout(read(f"Before.\n\n{line}\n\nBehind.\n", "a.md"))[1] == ("heading", heading)
