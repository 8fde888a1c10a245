"""Which linked mentions are kept for the pronouns and phrases behind them, and as what."""

import pytest

from dragoman.actors.context.page import Mention, Page
from dragoman.actors.discourse.antecedents import Mentioned
from dragoman.actors.linking import STEPS
from dragoman.actors.mentions.found import Found
from dragoman.actors.references.remembering import remember
from linked_samples import last, opened


def link_one(page: Page, mention: Found) -> Mention | None:
    return STEPS[mention.kind](page, mention)


def kept(text: str) -> list[Mentioned]:
    """What is kept of the first mention of a text."""
    page = opened(text, step=link_one)
    mention = next(mention for mention in page.found if not mention.nested)
    linked = page.link(mention)
    assert linked is not None
    remember(page, mention, linked)
    return page.discourse.past


def test_who_only_backs_somebody_is_not_meant() -> None:
    assert last("Chad met Mali. Chad and Peruvian-backed rebels said they agreed.", "they") != ("TCD", "PER")
    assert last("Chad met Mali. Chad and Peru said they agreed.", "they") == ("TCD", "PER")


STRANGERS = [
    ("Mr Al Mora met the UN Secretary-General, Jo Lind. Mr Mora said he agreed.", "he", "/Al Mora"),
    ("Mr Al Mora met the UN Secretary-General, Jo Lind. Mr Mora said he thanked him.", "him", "UN/Jo Lind"),
    ("Mr Al Mora met Minister Jo Lind of Chad. Mr Mora left. He called for more.", "He", "/Al Mora"),
    ("Minister Jo Lind of Chad met Bo Berg. Berg said she was glad.", "she", "/Bo Berg"),
    ("Minister Jo Lind of Chad met the banker Bo Berg. Berg left.", "Berg", "/Bo Berg"),
    ("Minister Jo Lind of Chad came. Minister Al Mora of Peru met the Lucky Strike. He agreed.", "He", "PER/Al Mora"),
    ("Minister Jo Lind of Chad met Bo Lake. Lake water is cold. The lake is deep.", "Lake", None),
]


@pytest.mark.parametrize(("text", "mention", "actor"), STRANGERS)
def test_a_person_of_no_state_is_somebody(text: str, mention: str, actor: str | None) -> None:
    assert last(text, mention) == ((actor,) if actor else None)


def test_those_to_whom_somebody_speaks_are_no_they() -> None:
    text = "Chad and Mali met Niger. Minister Jo Lind of Chad told reporters that they agreed."
    assert last(text, "they") != ("/Reporters",)
    assert last("Chad jailed reporters. They left.", "They") == ("/Reporters",)


SORTS = [
    ("Chad left.", "state"),
    ("The UN Secretary-General left.", "person"),
    ("UNITA left.", "movement"),
    ("The Houthis left.", "group"),
    ("The AU left.", "org"),
    ("Chadian troops left.", "body"),
    ("A letter from France came.", "state"),
    ("Independence from France came.", ""),  # only tells of who ruled somebody else
    ("The French island is large.", "state"),
    ("The former French colony is large.", ""),
]


@pytest.mark.parametrize(("text", "sort"), SORTS)
def test_as_what_a_mention_is_kept(text: str, sort: str) -> None:
    assert [mention.sort for mention in kept(text)] == ([sort] if sort else [])


@pytest.mark.parametrize(
    ("text", "plural"),
    [
        ("Chadian police left.", True),
        ("The Chadian ministry left.", False),
        ("SADC foreign ministers left.", True),
        ("The SADC chairman left.", False),
    ],
)
def test_who_is_several(text: str, plural: bool) -> None:
    assert [mention.plural for mention in kept(text)] == [plural]
