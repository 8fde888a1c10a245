"""Phrases for several parties: (text, the phrase without what only describes them; None where there is none)."""

import pytest

from linked_samples import opened

PHRASES = [
    ("The two friendly countries agreed.", "the two countries"),
    ("These two flood-affected countries met.", "these two countries"),
    ("The two coastal countries in the region met.", None),
    ("The two coastal countries met.", "the two countries"),
    ("The two Coastal countries met.", None),
    ("The Alliance left.", "the alliance"),
    ("The Alliance for Peace left.", None),
    ("The ministers of finance of Ghana and Malta met.", None),
    ("All five countries of Central Asia met.", "countries of central asia"),
    ("All four countries of Central Asia met.", None),
    ("Two of the countries of Central Asia met.", None),
    ("He left for countries of Central Asia.", "countries of central asia"),
    ("He left rich countries of Central Asia.", None),
]


@pytest.mark.parametrize(("text", "phrase"), PHRASES)
def test_a_phrase_for_several_and_whether_it_only_begins_a_longer_name(text: str, phrase: str | None) -> None:
    found = [mention.name for mention in opened(text).found if mention.kind == "collective"]
    assert found == ([phrase] if phrase else [])


@pytest.mark.parametrize(
    ("text", "first"),
    [("The governments of these countries met.", "The"), ("The towns of these countries met.", "these")],
)
def test_the_governments_of_several_are_the_states(text: str, first: str) -> None:
    (phrase,) = [mention for mention in opened(text).found if mention.kind == "collective"]
    assert phrase.token.text == first
