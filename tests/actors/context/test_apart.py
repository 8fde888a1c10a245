"""Titles that the text does not begin with, and where one ends that it does."""

from dataclasses import replace

import pytest

from dragoman.actors.context.apart import named_in, title_apart, title_limit
from dragoman.actors.context.page import Page
from linked_samples import document, first, link, opened


def titled(text: str, title: str) -> Page:
    """The page of a text with a title."""
    page = opened(text)
    page.document = replace(page.document, title=document(text, title=title).title)
    return page


def test_a_title_that_the_text_does_not_repeat_says_who_is_who() -> None:
    title = "Secretary Jo Lind and North Macedonian Foreign Minister Bujar Osmani Before Their Meeting"
    text = "It is a pleasure to have Foreign Minister Osmani here."
    assert first(text, "Foreign Minister Osmani", publisher="US Department of State") != ("MKD/Bujar Osmani",)
    found = first(text, "Foreign Minister Osmani", publisher="US Department of State", title=title)
    assert found == ("MKD/Bujar Osmani",)


def test_an_instrument_in_the_title_is_no_person() -> None:
    text = "Ministers met in Basel. Basel was calm."
    assert not any(m.how == "person" for m in link(text, title="Basel Agreement Signed", publisher="Switzerland"))


TITLES = [
    ("Chad left.", "Ghana and Mali", ["Ghana", "Mali"]),
    ("Ghana and Mali\n\nChad left.", "Ghana and Mali", None),
    ("Ghana  and\nMali met.", "Ghana and Mali", None),  # blanks make no other title
    ("Chad left.", "", None),
]


@pytest.mark.parametrize(("text", "title", "named"), TITLES)
def test_what_a_title_names_that_the_text_does_not_begin_with(text: str, title: str, named: list[str] | None) -> None:
    found = title_apart(titled(text, title))
    assert (found and [mention.token.text for mention in found]) == named


@pytest.mark.parametrize(
    ("text", "title", "inside"),
    [
        ("Ghana and Mali met. Chad left.", "Ghana and Mali", "Ghana and Mali"),
        ("Chad left early\nGhana came.", "Oman", "Chad left early"),
    ],
)
def test_where_the_title_ends(text: str, title: str, inside: str) -> None:
    assert text[: title_limit(titled(text, title))].startswith(inside)
    assert len(inside) <= title_limit(titled(text, title)) <= len(inside) + 3


def test_a_publisher_s_name_is_read_as_a_text_of_its_own() -> None:
    page = opened("Chad left.", "Ministry of Trade of Ghana")
    (ministry, *_) = named_in(page, "Ministry of Trade of Ghana")
    assert (ministry.kind, ministry.codes, ministry.name) == ("body", ("GHA",), "Ministry of Trade")
    assert page.document.text == "Chad left."
