"""Whom "the two countries", "both sides" mean: (text, phrase, actors of the last mention with that wording)."""

import pytest

from linked_samples import last

MET = [
    # In one row, and where one meets the other.
    ("Mali is calm. Minister Lind of Norway and Minister Mora of Peru met. Trade of the two countries grew in Mali.",
     "the two countries", ("NOR", "PER")),
    ("Benin left. The Minister praised Ghana-Togo relations. Relations between the two countries grew.",
     "the two countries", ("GHA", "TGO")),
    ("Minister Lind of Chad met Mali's Minister of Trade in Peru. The two sides agreed.", "The two sides",
     ("TCD", "MLI")),
    ("Foreign Minister Jo Lind of Chad met Foreign Minister Al Mora of Mali. Both Foreign Ministers agreed.",
     "Both Foreign Ministers", ("TCD/Jo Lind", "MLI/Al Mora")),
    ("Ambassador Jo Lind of Chad met Ambassador Al Mora of Mali. The two ambassadors agreed.", "The two ambassadors",
     ("TCD/Jo Lind", "MLI/Al Mora")),
    ("Chad's President Jo Lind met President Al Mora of Mali. They discussed Assad's attacks. The leaders left.",
     "The leaders", ("TCD/Jo Lind", "MLI/Al Mora")),
    ("Chad's President Jo Lind met President Al Mora of Mali. They spoke of the late President Bo Berg of Fiji. The "
     "leaders left.", "The leaders", ("TCD/Jo Lind", "MLI/Al Mora")),
    ("Peru is calm. Ghana held talks with Togo in Lima. The two sides agreed.", "The two sides", ("GHA", "TGO")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actors"), MET)
def test_who_are_the_two(text: str, mention: str, actors: tuple[str, ...]) -> None:
    assert last(text, mention, title="Talks") == actors


UNTITLED = [
    ("Zambia and Yemen signed. Brazil and Angola signed. Trade of the two countries grew.", "the two countries",
     ("BRA", "AGO")),
    ("Brazil and Angola signed. The two sides fell out over the war in Zambia and Yemen. The two countries left.",
     "The two countries", ("BRA", "AGO")),
    ("Argentina and the Falkland Islands restored flights with Britain. The two countries left.", "The two countries",
     ("ARG", "GBR")),
    ("China and Hong Kong signed. The two countries left.", "The two countries", ("CHN", "HKG")),
    ("President Jo Lind of Peru met President Al Mora of Chad. At the meeting with President Bo Berg of Mali, the "
     "sides left.", "the sides", ("PER", "MLI")),
    ("Peru, Togo and others left. Ghana and Benin signed. The two countries trade.", "The two countries",
     ("GHA", "BEN")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actors"), UNTITLED)
def test_who_are_the_two_where_no_title_says_it(text: str, mention: str, actors: tuple[str, ...]) -> None:
    assert last(text, mention) == actors


def test_the_two_of_a_title_are_meant_whoever_else_met() -> None:
    text = "Minister Lind of Chad met Minister Mora of Peru. Trade of the two countries grew."
    assert last(text, "the two countries", title="Chad and Mali") == ("TCD", "MLI")


def test_a_title_of_three_says_nothing_of_two() -> None:
    title = "Minister Lind receives ambassadors of Chad, Mali and Fiji"
    text = "They spoke of a council between Peru and Fiji. Trade of the two countries grew."
    assert last(text, "the two countries", title=title) == ("PER", "FJI")


def test_whom_nobody_met_is_no_guest() -> None:
    text = "At the meeting with farmers in Ghana, the two sides agreed."
    assert last(text, "the two sides", "Government of Togo", "Togo and Benin talk") == ("TGO", "BEN")


def test_who_receives_a_guest_is_one_of_the_two() -> None:
    text = "Benin left. At a meeting with Minister Jo Lind of Ghana, the two sides agreed."
    assert last(text, "the two sides", "Government of Togo") == ("TGO", "GHA")


def test_we_who_ask_two_sides_are_neither() -> None:
    text = "Peru fears for Fiji and Mali. We reject force and call on both sides to stop."
    assert last(text, "both sides", "Government of Peru") == ("FJI", "MLI")
