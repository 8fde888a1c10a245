"""Pronouns: (text, pronoun, actors of the last mention with that wording; None where nobody is meant)."""

import pytest

from linked_samples import last

CLAUSES = [
    ("Ukraine discussed with Poland its accession.", "UKR"),
    ("France established relations with Zambia in 1964 following its independence.", "ZMB"),
    ("France and Zambia have been friends ever since Zambia won its independence.", "ZMB"),
    ("Poland regretted that Belarus expelled its diplomats.", "POL"),
    ("Poland met Chile. Belarus violated its airspace.", "POL"),
    ("Poland said Belarus recalled its diplomats.", "BLR"),
    ("Poland said Belarus attacked its neighbour.", "BLR"),
    ("Peru met Chile. Though small, its trade with Peru grew.", "CHL"),
    ("Ghana will shelter the Togolese writer at its embassy in Lome.", "GHA"),
]


@pytest.mark.parametrize(("text", "actor"), CLAUSES)
def test_its_in_a_clause_of_its_own(text: str, actor: str) -> None:
    assert last(text, "its") == (actor,)


AHEAD = [
    ("Serbia came. In its annual report, the European Commission praised Chad.", "its", "EU/European Commission"),
    ("Jo Lind, President of Peru, came. On his part, President Al Mora of Chile said no.", "his", "CHL/Al Mora"),
    ("Mali came. In its turn Peru said no.", "its", "PER"),
    ("Mali came. It (see Peru) left.", "It", "MLI"),
    ("I congratulate the people of the Republic of Peru as it marks a year.", "it", "PER"),
    ("Jo Lind, President of Peru, came. Al Mora, for his part, said no. Al Mora left.", "his", "/Al Mora"),
    ("China hosted the talks. Since its creation, the African Union has helped peace.", "its", "AU"),
    ("Minister Jo Lind of Peru came. In her speech, host President Al Mora of Chile said no.", "her", "CHL/Al Mora"),
    ("Minister Jo Lind of Peru came. During his visit, President Al Mora of Chile met him.", "his", "PER/Jo Lind"),
    ("Peru came. In its capital, Chad, Mali and Niger met.", "its", "PER"),
    ("Minister Jo Lind of Peru came. On his turn, His Majesty the Sultan of Oman left.", "his", "OMN/Sultan of Oman"),
]


@pytest.mark.parametrize(("text", "mention", "actor"), AHEAD)
def test_a_pronoun_before_whom_it_means(text: str, mention: str, actor: str) -> None:
    assert last(text, mention) == (actor,)


def test_who_says_it_behind_a_quotation() -> None:
    assert last("NATO met Chad. “Armenia has met the conditions,” it said.", "it") == ("NATO",)
    assert last("“Armenia has met the conditions,” it said.", "it", "Council of Europe") == ("CoE",)


RECOGNISED = [
    ("Peru recognized Mali on the day that it became independent.", "MLI"),
    ("Peru recognized Mali as it left the union.", "PER"),
    ("Peru spoke to Mali as it became independent.", "PER"),
]


@pytest.mark.parametrize(("text", "actor"), RECOGNISED)
def test_whoever_is_recognised_becomes_independent(text: str, actor: str) -> None:
    assert last(text, "it") == (actor,)


MANY = [
    ("Norway met Chad. Their Excellencies the ministers left.", "Their", None),
    ("Mali and Israel hold talks, and among them the summit.", "them", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actors"), MANY)
def test_they(text: str, mention: str, actors: tuple[str, ...] | None) -> None:
    assert last(text, mention) == actors


PERSONS = [
    ("Minister Jo Lind of Peru spoke to Minister Al Mora of Chad and thanked her for her help.", "her", "TCD/Al Mora"),
    ("Kenyan Ambassador Jo Lind met Maltese Prime Minister Al Mora, wishing him success.", "him", "MLT/Al Mora"),
    ("Minister Jo Lind of Chad spoke to Minister Al Mora of Peru who invited him to Lima.", "him", "TCD/Jo Lind"),
    ("Minister Jo Lind of Chad thanked Minister Al Mora of Peru for inviting him.", "him", "TCD/Jo Lind"),
    ("Minister Jo Lind of Chad removed opponents who could overshadow him.", "him", "TCD/Jo Lind"),
    ("Minister Bo Berg of Chad is ill. “His talks failed,” Minister Al Mora of Peru said.", "His", "TCD/Bo Berg"),
    (
        "Prime Minister Bo Berg of Fiji spoke to President Al Mora of Croatia, telling him that he will visit Zagreb.",
        "he",
        "FJI/Bo Berg",
    ),
    ("At talks with President Al Mora of Peru, Minister Bo Berg of Fiji told him so.", "him", "PER/Al Mora"),
    ("Minister Bo Berg of Fiji must answer him (Spanish President Al Mora).", "him", "ESP/Al Mora"),
    ("Minister Bo Berg of Fiji met President Al Mora of Peru. He invited him to visit Fiji.", "He", "FJI/Bo Berg"),
]


@pytest.mark.parametrize(("text", "mention", "actor"), PERSONS)
def test_he_and_she(text: str, mention: str, actor: str) -> None:
    assert last(text, mention) == (actor,)


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Ukraine said that Russia invaded it.", ("UKR",)),
        ("Mali condemned the sanctions against it.", ("MLI",)),
        ("Togo brokered the deal. Chad signed it.", None),
        ("Togo spoke of the deal. Chad objected to it.", None),
    ],
)
def test_it_behind_a_verb_is_somebody_only_where_it_is_done_to_somebody(
    text: str, actors: tuple[str, ...] | None
) -> None:
    assert last(text, "it") == actors
