"""Where a town or house is only where something is: (text, wording, whether it is a place)."""

from functools import partial

import pytest

import linked_samples
from linked_samples import PERU

link = partial(linked_samples.link, publisher=PERU)

PLACES = [
    # The head of a report.
    ("LIMA — President Jo Lind left.", "LIMA", True),
    ("Vienna May 21, 2018 — The minister left.", "Vienna", True),
    ("Paris/Belgrade, 14 October. The minister left.", "Paris", True),
    ("Paris/Belgrade, 14 October. The minister left.", "Belgrade", True),
    ("Paris welcomed the deal.", "Paris", False),
    ("Lima – which is far away – agreed.", "Lima", False),
    ("The Paris-Berlin axis works.", "Berlin", False),
    ("BAKU, March 3, AZERTAC. The minister left.", "BAKU", True),
    ("BAKU, March 3, AZERTAC. The minister left.", "AZERTAC", True),
    ("ASTANA. KAZINFORM. The minister left.", "ASTANA", True),
    ("ASTANA. KAZINFORM. The minister left.", "KAZINFORM", True),
    ("Baku has told AZERTAC.", "AZERTAC", False),
    # Lists of towns.
    ("Talks were held in Geneva, Vienna, Rome and Paris.", "Paris", True),
    ("They opened offices in Kampala, Nairobi and Accra.", "Nairobi", True),
    ("After talks in Brussels, Belgrade and Pristina agreed.", "Pristina", False),
    ("Belgrade and Pristina agreed.", "Belgrade", False),
    ("Peru has ports in Senan, Gali, and Goris.", "Goris", True),
    ("The road goes through Senan, Gali and Goris.", "Gali", True),
    ("The flights to Senan, Gali and Goris resumed.", "Gali", True),
    ("He was in Gali, Mora said.", "Mora", False),
    ("He met Senan, Gali and Mora.", "Gali", False),
    # Where one goes, what is taken.
    ("The minister will also visit Senan.", "Senan", True),
    ("The army liberated Senan.", "Senan", True),
    ("The king is at his summer residence Senan.", "Senan", True),
    ("The minister saw the Senan estate.", "Senan", True),
    ("The army gave it to Senan.", "Senan", False),
    # Great houses.
    ("They met at the White House.", "White House", True),
    ("They met in the Kremlin.", "Kremlin", True),
    ("The Kremlin rejected it.", "Kremlin", False),
    ("They met the Kremlin's envoy.", "Kremlin", False),
    ("They met in Vienna, and Mr. Berg left.", "Vienna", True),
    ("In Vienna, Lind and Berg met.", "Vienna", True),
    # A noun beside the name.
    ("It was told in the Peruvian capital Lima.", "Lima", True),
    ("He spoke at State House Lusaka.", "Lusaka", True),
    ("Kampala residents left.", "Kampala", True),
    ("Chad left the outskirts of Goris.", "Goris", True),
    ("Chad took Gali district.", "Gali", True),
    ("They spoke of the region of Lima.", "Lima", True),
    ("In the region Lima has many friends.", "Lima", False),
    ("In Accra the Commission met Togo.", "Accra", True),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wording", "place"), PLACES)
def test_a_place(text: str, wording: str, place: bool) -> None:
    assert place in [m.place for m in link(text) if m.text == wording]


def test_a_namesake_beside_a_strange_town_is_no_state() -> None:
    text = "Peru has consulates in Toronto, Hamilton, and Victoria."
    assert not {"BMU", "SYC"} & {actor for m in link(text) for actor in m.actors}


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The Washington-based lender helped Zambia.", {"ZMB"}),
        ("The Vienna-based IAEA praised Zambia.", {"IAEA", "ZMB"}),
        ("Washington based its decision on a letter from Zambia.", {"USA", "ZMB"}),
    ],
)
def test_who_has_an_office_in_a_capital_is_not_its_government(text: str, actors: set[str]) -> None:
    assert {actor for m in link(text) for actor in m.actors if m.how != "pronoun"} == actors


def test_the_north_is_the_half_that_the_text_names() -> None:
    text = "North Korea left. Peru called on South Korea to help the North. The South agreed."
    assert [m.actors for m in link(text) if m.text in ("North", "South")] == [("PRK",), ("KOR",)]
    assert not [m for m in link("Peru aids the North of Mali. South Korea left.") if m.text == "North"]


def test_a_town_in_capitals_stands_for_the_same() -> None:
    assert [m.actors for m in link("BRUSSELS – The minister left.") if m.text == "BRUSSELS"] == [("EU",)]


def test_two_halves_of_a_country() -> None:
    assert [set(m.actors) for m in link("The two Koreas met.")] == [{"KOR", "PRK"}]


def test_a_people_of_no_state_has_leaders_of_none() -> None:
    page = link("Bosnian Serb leader Jo Lind met Al Mora.")
    assert [m.actors for m in page if m.how == "person"] == [("/Jo Lind",)]
