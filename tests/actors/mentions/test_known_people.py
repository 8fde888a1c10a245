"""Holders of office that are plain knowledge: what the data must keep to, and whom a title and a surname mean."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from dragoman.actors import directory
from dragoman.actors.mentions.known_people import Known, head_of, known_people, known_person, raw_heads, raw_people
from dragoman.actors.mentions.name_parts import ascii_lower
from dragoman.datafiles import data_file
from linked_samples import link

# Surnames that two offices had in the same years all the same; the one listed first is meant.
NAMESAKES = {"ivanov", "rasmussen", "zuma"}


def holders() -> list[Known]:
    return [known_person(entry, code) for code, entries in raw_people().items() for entry in entries]


def test_every_holder_serves_an_actor_and_leaves_no_sooner_than_he_comes() -> None:
    assert [k for k in holders() if k.code not in directory() or not k.first <= k.last] == []
    assert {code for code in data_file("people.yml")["family_name_first"] if code not in directory()} == set()


def test_nobody_is_listed_twice_for_the_same_years() -> None:
    assert sorted(set(holders()), key=repr) == sorted(holders(), key=repr)


def test_no_surname_means_two_persons_of_different_actors_at_one_time() -> None:
    shared = {
        surname
        for surname, known in known_people().items()
        for one, other in combinations(known, 2)
        if one.code != other.code and ascii_lower(one.name) != ascii_lower(other.name)
        if one.first - 1 <= other.last + 1 and other.first - 1 <= one.last + 1
    }
    assert shared == NAMESAKES


HEADS = [(code, office, entries) for code, of in raw_heads().items() for office, entries in of.items()]


@pytest.mark.parametrize(("code", "office", "entries"), HEADS)
def test_heads_follow_one_another_and_are_holders_as_well(code: str, office: str, entries: list[str]) -> None:
    heads = [known_person(entry, code) for entry in entries]
    assert all(one.first <= one.last <= other.first for one, other in pairwise(heads))
    known = {ascii_lower(k.name).split()[-1] for k in holders() if k.code == code}
    assert [head.name for head in heads if ascii_lower(head.name).split()[-1] not in known] == []


@pytest.mark.parametrize(("year", "head"), [(2010, "Nicolas Sarkozy"), (2022, "Emmanuel Macron"), (None, "")])
def test_who_held_an_office_in_a_year(year: int | None, head: str) -> None:
    assert head_of("FRA", "President", year) == head


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
