"""Persons of one document: which names are of one person, what belongs to a name, who is remembered."""

from __future__ import annotations

import pytest

from linked_samples import PERU, link


def actors_of(text: str, year: int = 2022) -> list[str]:
    return [m.actors[0] for m in link(text, date=f"{year}-03-01") if m.actors]


SHORT = [
    ("Minister Antony J. Lindgren of Norway spoke. Tony Lindgren left.", "NOR/Antony J. Lindgren"),
    ("Minister Bill Lindgren of Norway spoke. William Lindgren left.", "NOR/Bill Lindgren"),
    ("Minister William Lindgren of Norway spoke. Tony Lindgren left.", "/Tony Lindgren"),
    ("Minister Liam Lindgren of Norway spoke. Bill Lindgren left.", "/Bill Lindgren"),
]


@pytest.mark.parametrize(("text", "last"), SHORT)
def test_a_short_first_name_is_the_long_ones(text: str, last: str) -> None:
    assert actors_of(text)[-1] == last


def test_a_heading_behind_a_name_is_none_of_it() -> None:
    assert "NOR/Ada Lindgren" in actors_of("Norwegian Minister Ada Lindgren Opening Remarks")


NAMES = [
    ("Chad's Minister Shah Nawaz Lind left.", "TCD/Shah Nawaz Lind"),
    ("Chad's Minister for Foreign Affairs Shah Nawaz Lind left.", "TCD/Shah Nawaz Lind"),
    ("Chad's Railway Minister Kumari Jo Lind left.", "TCD/Jo Lind"),
    ("Chad's Minister Alhaji Jo Lind left.", "TCD/Jo Lind"),
    ("Amir Lind of Chad left.", "/Amir Lind"),
    ("The Amir Lind left Chad.", "TCD/Lind"),
    ("M. K. R. Lind left Chad.", "/M. K. R. Lind"),
    ("Dr. M. Lind left Chad.", "/M. Lind"),
    ("Chad's Minister Jo K. (Joey) Lind left.", "TCD/Jo K. Lind"),
    ("Jo Bo Lind 'Joey', Prime Minister of Chad, left.", "TCD/Jo Bo Lind"),
    ("Lord Melbourne left Chad.", "/Melbourne"),
    ("The words were those of spokesman Jo Togo.", "/Jo Togo"),
    ("The words were those of minister Lind in Togo.", "TGO/Lind"),
]


@pytest.mark.parametrize(("text", "actor"), NAMES)
def test_what_belongs_to_a_name(text: str, actor: str) -> None:
    assert next(a for a in actors_of(text) if "/" in a) == actor


ABOUT = "Haiti wrote to the United States and to Britain."
REMEMBERED = [
    (f"{ABOUT} President Carter visited Haiti.", 2009, "USA/Carter"),
    (f"{ABOUT} Prime Minister Thatcher wrote to Haiti.", 2009, "GBR/Thatcher"),
    (f"{ABOUT} President Johnson praised Haiti.", 2009, "HTI/Johnson"),  # other heads had that surname
    (f"{ABOUT} President Carter praised Haiti.", 1970, "HTI/Carter"),
    (f"{ABOUT} Minister Carter praised Haiti.", 2009, "HTI/Carter"),
    (f"{ABOUT} President Powell praised Haiti.", 2009, "HTI/Powell"),  # he was Secretary of State
    ("Haiti was poor. President Carter visited it.", 2009, "HTI/Carter"),
]


@pytest.mark.parametrize(("text", "year", "actor"), REMEMBERED)
def test_a_former_head_is_known_by_title_and_surname(text: str, year: int, actor: str) -> None:
    assert actor in actors_of(text, year)


FAMILIES = [
    # A father's name is nobody's own.
    ("Omani Minister Ali bin Hamad al Harthy met Omani Minister Nasser bin Salim al Harthy.",
     ["OMN/Ali bin Hamad al Harthy", "OMN/Nasser bin Salim al Harthy"]),
    ("Saudi Prince Turki bin Fahd bin Nasser al Saud met Saudi King Fahd bin Nasser al Saud.",
     ["SAU/Turki bin Fahd bin Nasser al Saud", "SAU/Fahd bin Nasser al Saud"]),
    ("King Hamad bin Isa of Bahrain and Crown Prince Salman bin Hamad of Bahrain left. King Hamad came.",
     ["BHR/Hamad bin Isa", "BHR/Salman bin Hamad", "BHR/Hamad bin Isa"]),
    ("Sayyid Ali bin Hamad al Harthy, Minister of Oman, left. Sayyid Sami bin Salim al Harthy, Minister of Oman, came.",
     ["OMN/Ali bin Hamad al Harthy", "OMN/Sami bin Salim al Harthy"]),
    ("Sayyid Ali bin Hamad, Minister of Oman, left. Omani Minister Ali bin Hamad came.", ["OMN/Ali bin Hamad"] * 2),
    # Nor is a wife her husband, as far as she is called one.
    ("Kenyan President Lind and Mrs. Jo Lind came. Kenyan President Lind left.",
     ["KEN/Lind", "KEN/Jo Lind", "KEN/Lind"]),
    ("Kenyan President Bo Lind and Mrs. Lind came.", ["KEN/Bo Lind", "KEN/Lind"]),
    ("Kenyan President Lind and First Lady Jo Lind came.", ["KEN/Lind", "KEN/Jo Lind"]),
    ("Kenyan Minister Jo Lind came. Mrs. Lind left.", ["KEN/Jo Lind", "KEN/Jo Lind"]),
    # Nor is a son his father, whose name stands in his.
    ("Chadian President Bo Lind died. His son, General Al Bo Lind, came. President Bo Lind was old.",
     ["TCD/Bo Lind", "TCD/Al Bo Lind", "TCD/Bo Lind"]),
    ("Chadian President Al Bo Lind came. President Bo Lind left.", ["TCD/Al Bo Lind"] * 2),
]  # fmt: skip


@pytest.mark.parametrize(("text", "people"), FAMILIES)
def test_two_of_one_family_are_two(text: str, people: list[str]) -> None:
    assert [m.actors[0] for m in link(text, date="2022-03-01") if m.how == "person"] == people


@pytest.mark.parametrize("text", ["Peru met Sheikh Hasina. Hasina left.", "Prime Minister Sheikh Hasina left Peru."])
def test_a_form_of_address_may_be_how_one_is_known(text: str) -> None:
    assert [a for a in actors_of(text) if "Hasina" in a and a != "BGD/Sheikh Hasina"] == []


NO_PERSONS = [
    ("Norway has consulates in Cebu City (Philippines).", "PHL/Cebu City"),
    ("The Special Economic Measures (Belarus) Regulations were adopted.", "BLR/Special Economic Measures"),
]


@pytest.mark.parametrize(("text", "actor"), NO_PERSONS)
def test_a_place_or_thing_before_a_bracket_is_no_person(text: str, actor: str) -> None:
    assert actor not in actors_of(text)


def test_a_thing_of_the_title_is_nobody_s() -> None:
    text = "Peru wrote. Historical Documents Volume XI was read."
    found = link(text, PERU, "Historical Documents, Volume XI", date="")
    assert [m.actors[0] for m in found if m.how == "person"] == []


def test_a_king_is_no_minister_of_his_name() -> None:
    text = "Sheikh Idris bin Lind, Minister of Trade of Oman, met Peru. King Idris of Jordan left."
    assert [a for a in actors_of(text) if "/" in a] == ["OMN/Idris bin Lind"] * 2 + ["JOR/Idris"]


def test_a_secretary_general_is_no_secretary() -> None:
    text = "Secretary General Jo Lind of the OAS met the Secretary in Lima."
    assert [a for a in actors_of(text) if "/" in a] == ["OAS/Jo Lind"]
