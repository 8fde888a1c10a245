"""Holders of office that are plain knowledge: what the data must keep to, and whom a title and a surname mean."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from dragoman.actors import directory
from dragoman.actors.persons.people import APART, Known, fold, known_people, known_person, raw_people
from linked_samples import PERU, link

# Surnames that two offices had in the same years all the same; the one listed first is meant.
NAMESAKES = {"ivanov", "rasmussen", "zuma"}


def holders() -> list[Known]:
    return [
        known_person(entry, code) for code, entries in raw_people().items() if code not in APART for entry in entries
    ]


def test_every_holder_serves_an_actor_and_leaves_no_sooner_than_he_comes() -> None:
    assert [k for k in holders() if k.code not in directory() or not k.first <= k.last] == []
    assert {code for code in raw_people()["family_name_first"] if code not in directory()} == set()


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


def test_nobody_is_listed_twice_for_the_same_years() -> None:
    assert sorted(set(holders()), key=repr) == sorted(holders(), key=repr)


def test_no_surname_means_two_persons_of_different_actors_at_one_time() -> None:
    shared = {
        surname
        for surname, known in known_people().items()
        for one, other in combinations(known, 2)
        if one.code != other.code and fold(one.name) != fold(other.name)
        if one.first - 1 <= other.last + 1 and other.first - 1 <= one.last + 1
    }
    assert shared == NAMESAKES


HEADS = [(code, office, entries) for code, of in raw_people()["heads"].items() for office, entries in of.items()]


@pytest.mark.parametrize(("code", "office", "entries"), HEADS)
def test_heads_follow_one_another_and_are_holders_as_well(code: str, office: str, entries: list[str]) -> None:
    heads = [known_person(entry, code) for entry in entries]
    assert all(one.first <= one.last <= other.first for one, other in pairwise(heads))
    known = {fold(k.name).split()[-1] for k in holders() if k.code == code}
    assert [head.name for head in heads if fold(head.name).split()[-1] not in known] == []


BARE = [
    ("Prime Minister Abiy", "2022", "ETH/Abiy"),
    ("Prime Minister Srettha", "2024", "THA/Srettha"),
    ("President Yoon", "2023", "KOR/Yoon"),
    ("President Prabowo", "2025", "IDN/Prabowo"),
    ("President Assad", "2012", "SYR/Assad"),
    ("President Sisi", "2018", "EGY/Sisi"),
    ("President Lula", "2024", "BRA/Lula"),
    ("President Nkrumah", "1961", "GHA/Nkrumah"),
    ("President Mahama", "2025", "GHA/Mahama"),
    ("Foreign Minister Pandor", "2021", "ZAF/Pandor"),
    ("Foreign Minister Bourita", "2021", "MAR/Bourita"),
    ("President Giscard d'Estaing", "1976", "FRA/Giscard d'Estaing"),
    ("President Morales", "2008", "BOL/Morales"),
    ("Prime Minister Marape", "2023", "PNG/Marape"),
    ("Prime Minister Fico", "2024", "SVK/Fico"),
    ("Prime Minister Støre", "2022", "NOR/Støre"),
    ("Prime Minister Kallas", "2022", "EST/Kallas"),
    ("Dr. Tedros", "2021", "WHO/Tedros"),
    ("Mr. Solana", "2006", "EU/Solana"),
    ("Special Envoy Ahtisaari", "2007", "UN/Ahtisaari"),
]


@pytest.mark.parametrize(("mention", "year", "actor"), BARE)
def test_whom_a_title_and_a_surname_mean(mention: str, year: str, actor: str) -> None:
    assert actor in named(mention, year)


MOVED = [
    ("President Prodi", "2002", "EU/Prodi"),
    ("Prime Minister Prodi", "2007", "ITA/Prodi"),
    ("Prime Minister Tusk", "2011", "POL/Tusk"),
    ("President Tusk", "2017", "EU/Tusk"),
    ("President Kostunica", "2001", "YUG/Kostunica"),
    ("Prime Minister Kostunica", "2007", "SRB/Kostunica"),
    ("Prime Minister Rutte", "2022", "NLD/Rutte"),
    ("Secretary General Rutte", "2025", "NATO/Rutte"),
    ("President Shevardnadze", "1998", "GEO/Shevardnadze"),
    ("Prime Minister Mark Rutte", "2024", "NLD/Mark Rutte"),
    ("Secretary General Mark Rutte", "2024", "NATO/Mark Rutte"),
    ("Secretary General Mark Rutte", "2025", "NATO/Mark Rutte"),
    ("Prime Minister Jens Stoltenberg", "2010", "NOR/Jens Stoltenberg"),
    ("Secretary of State Tarcisio Bertone", "2008", "VAT/Tarcisio Bertone"),
    ("Pope BENEDICT XVI", "2012", "VAT/Benedict XVI"),
]


@pytest.mark.parametrize(("mention", "year", "actor"), MOVED)
def test_who_served_two_actors_one_after_the_other_serves_that_of_the_year(mention: str, year: str, actor: str) -> None:
    assert named(mention, year) == {actor}


def named(mention: str, year: str) -> set[str]:
    """Whom ``mention`` means in an American text of that year."""
    found = link(f"The two sides met. {mention} spoke.", "US Department of State", date=f"{year}-06-01")
    return {actor for m in found if m.text == mention for actor in m.actors}


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
