"""Persons' names: where one begins and ends, which titles are first names, and what is nobody's name."""

from functools import partial

import pytest

from dragoman.actors.directory import directory
from dragoman.actors.mentions.gazetteer import gazetteer_for
from dragoman.actors.mentions.scanner import mentions_in
from dragoman.actors.mentions.tokens import tokenize
from dragoman.actors.mentions.words import words
from dragoman.records import Document
from linked_samples import PERU, first, link

actors_of = partial(first, publisher=PERU)


NAMES = [
    ("Jan Lind, the President of Chad, left.", "Jan Lind", "TCD/Jan Lind"),
    ("In Jan President Jo Lind of Chad left.", "President Jo Lind", "TCD/Jo Lind"),
    ("Minister Law met Chad.", "Minister Law", "PER/Law"),
    ("Opposition Leader Jo Lind Unjustly Convicted", "Opposition Leader Jo Lind", "PER/Jo Lind"),
    ("Prime Minister Jo Lind of Chad Warmly Received", "Prime Minister Jo Lind", "TCD/Jo Lind"),
    ("Prime Minister Jo Lind Wins Prize", "Prime Minister Jo Lind", "PER/Jo Lind"),
    ("Minister Jo Kelly Ahmed met Chad.", "Minister Jo Kelly Ahmed", "PER/Jo Kelly Ahmed"),
    ("Ghana's Ida Roth and Malta's Oskar Tamm agreed.", "Oskar Tamm", "MLT/Oskar Tamm"),
    ('President Jo "Jolly" Lind of Chad left.', 'President Jo "Jolly" Lind', "TCD/Jo Lind"),
    ("Ambassador Amir Lind met Chad.", "Ambassador Amir Lind", "PER/Amir Lind"),
    ("Sultan bin Lind, the Ambassador of Oman, left.", "Sultan bin Lind", "OMN/Sultan bin Lind"),
    ("Sultan Haitham bin Lind of Oman left.", "Sultan Haitham bin Lind", "OMN/Haitham bin Lind"),
    ("Foreign Minister Dato' Jo Lind of Chad left.", "Foreign Minister Dato' Jo Lind", "TCD/Jo Lind"),
    ("Minister Tan Sri Jo Lind of Chad left.", "Minister Tan Sri Jo Lind", "TCD/Jo Lind"),
    ("H. E. Jo Lind, the President of Chad, left.", "H. E. Jo Lind", "TCD/Jo Lind"),
    ("Dr A B Lind, Minister of Chad, left.", "Dr A B Lind", "TCD/A B Lind"),
    ("Foreign Secretary Omar Siam met Chad.", "Foreign Secretary Omar Siam", "PER/Omar Siam"),
    ("Minister May Lind met Chad.", "Minister May Lind", "PER/May Lind"),
    ("In May Minister Jo Lind met Chad.", "Minister Jo Lind", "PER/Jo Lind"),
    ("President Nasir Sheikh Obol of Chad left.", "President Nasir Sheikh Obol", "TCD/Nasir Sheikh Obol"),
    ("Chad was glad that President Obol, Sheikh Nasir and others came.", "President Obol", "PER/Obol"),
    ("Maurice Lind left.", "Maurice", None),
    ("Douglas Lind left.", "Douglas", None),
    ("S.V. Lavrov held talks.", "S.V. Lavrov", "RUS/S.V. Lavrov"),
    ("King Charles III visited Kenya.", "King Charles III", "GBR/Charles III"),
    ("French President de Vries came.", "French President de Vries", "FRA/de Vries"),
    ("Envoy Ana de los Santos of Peru came.", "Envoy Ana de los Santos", "PER/Ana de los Santos"),
    ("Chad's President Bo wa Berg came.", "Chad's President Bo wa Berg", "TCD/Bo wa Berg"),
    ("They informed colleagues of President Ida Roth of Malta.", "President Ida Roth", "MLT/Ida Roth"),
    ("The Chad Roth Rescue Authority left.", "Chad Roth Rescue Authority", "TCD/Roth Rescue Authority"),
    ("Minister Ali 'Lion' Musa of Kenya left.", "Minister Ali 'Lion' Musa", "KEN/Ali Musa"),
    ("King Charles I of Portugal left.", "King Charles I", "PRT/Charles I"),
    ("Gen Musa Keita-led troops of Mali left Peru.", "Gen Musa Keita-led", "/Musa Keita"),
    ("Kenya's Governor Jo Lind CGH left.", "Kenya's Governor Jo Lind", "KEN/Jo Lind"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actor"), NAMES)
def test_whose_name_it_is(text: str, mention: str, actor: str | None) -> None:
    assert actors_of(text, mention) == ((actor,) if actor else None)


FOUND = [
    ("Economist Jo Lind spoke.", "Jo Lind", ""),
    ("He told Reuters Lind spoke.", "Lind", ""),
    ("April Lind said so.", "April Lind", ""),
    ("Minister Yu Gang spoke.", "Yu Gang", "Minister"),
    ("He met Charles de Gaulle.", "Charles de Gaulle", ""),
    ("Ida Roth, Jr. left.", "Ida Roth, Jr.", ""),
    ("The Amir Lind left.", "Lind", "Amir"),
    ("They met Amir Lind.", "Amir Lind", ""),
    ("Mr M. K. Roth left.", "M. K. Roth", "Mr"),
    ("Rosa Del Monaco left.", "Rosa Del Monaco", ""),
    ("Lord Melbourne left.", "Melbourne", "Lord"),
    ("Chad Roth left.", "Chad Roth", ""),
    ("Defence Minister Israel Roth left.", "Israel Roth", "Defence Minister"),
    ("By spokesman Ida Togo.", "Ida Togo", "spokesman"),
    ("Minister Ida (Lion) Roth left.", "Ida Roth", "Minister"),
    ("Ludwig van der Roth left.", "Ludwig van der Roth", ""),
    ("MoH Ida Roth left.", "Ida Roth", ""),
]


@pytest.mark.parametrize(("text", "name", "title"), FOUND)
def test_a_name_and_the_title_before_it(text: str, name: str, title: str) -> None:
    tokens = tokenize(Document("d", text), gazetteer_for(directory()))
    people = [f for f in mentions_in(tokens, words()) if f.kind in ("name", "person")]
    assert [(f.name, f.title) for f in people] == [(name, title)]


def test_a_law_is_no_person() -> None:
    assert not [m for m in link("Chad passed the General Law on Mines.") if m.how == "person"]
