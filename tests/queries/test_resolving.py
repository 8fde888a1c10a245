"""Names and ids that a user gives."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from dragoman import queries
from dragoman.errors import InvalidRecord, UnknownName
from dragoman.ledger import Ledger
from dragoman.ledger.decisions import merge
from dragoman.queries import Filter
from dragoman.queries.resolving import (
    NEAR,
    actor_meant,
    documents_called,
    keys_of,
    kind_called,
    known,
    near_actors,
    near_to,
    settled,
    statement_by_id,
)
from ledger_samples import AGREED, SIGNED, document, plan, reading, said


def test_a_document_is_asked_for_by_name_path_or_address(ledger: Ledger) -> None:
    for folder in ("a", "b"):
        page = document("brief", f"It was signed in {folder}.", locator=f"{folder}/brief.txt", publisher=folder)
        ledger.add(page, reading(said(page, f"signed in {folder}", source="SRB", object="Pact")))
    ledger.add(*plan())

    def quotes(name: str, **more: str) -> list[str]:
        asked = settled(ledger, Filter(document=name, **more))
        found = [f.statement.quote for f in queries.every(ledger, asked)]
        assert queries.count(ledger, asked) == len(found)
        return found

    assert quotes("b/brief.txt") == quotes("b/brief.txt", as_of="2026-03-02") == ["signed in b"]
    assert quotes("brief") == ["signed in a", "signed in b"]
    assert quotes("https://example.org/serbia") == quotes("nato-serbia") == [AGREED, SIGNED]
    assert quotes("https://example.org/serbia", publisher="Ministry of Tests", since="2015-02") == [SIGNED]
    with pytest.raises(UnknownName, match=r"2 documents are called 'brief'; give the path of one: a/brief.txt, b/bri"):
        queries.versions(ledger, "brief")
    assert [line.locator for line in queries.versions(ledger, "b/brief.txt")] == ["b/brief.txt"]


def test_an_earlier_version_is_asked_for_as_of_its_day(ledger: Ledger) -> None:
    for year in ("2014", "2016"):
        page = document(f"plan-{year}", f"In {year} it was signed.", date=year, url="https://example.org/plan")
        ledger.add(page, reading(said(page, f"In {year} it was signed", source="SRB", object="Plan")))
    with pytest.raises(UnknownName, match="an earlier version of 'plan-2016'; ask what it said as of 2014-01-01"):
        settled(ledger, Filter(document="plan-2014"))
    then = settled(ledger, Filter(document="plan-2014", as_of="2014-01-01"))
    assert [f.statement.quote for f in queries.every(ledger, then)] == ["In 2014 it was signed"]


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (Filter(actors=("NATO", "Nowhereland")), "no actor 'Nowhereland'"),
        (Filter(document="nosuch\0"), "no document"),
        (Filter(publisher="nosuch"), "no publisher 'nosuch'"),
        (Filter(language="xx"), "no document in the language 'xx'"),
        (Filter(document="kosovo"), "near: kosovo-force; "),
        (Filter(document="nato-serbien"), "near: nato-serbia; "),
        (Filter(publisher="Ministry of Test"), "near: Ministry of Tests"),
        (Filter(actors=("FIN",)), r"no actor 'FIN'; `"),
        (Filter(actors=("South Corea",)), r"near: South Korea \(KOR\)(?!.*KOR)"),
    ],
)
def test_names_that_the_ledger_does_not_have_are_refused(filled: Ledger, asked: Filter, says: str) -> None:
    with pytest.raises(UnknownName, match=says):
        settled(filled, asked)
    settled(filled, Filter(actors=("NATO", "kfor"), document="vest", language="sr"))
    assert settled(filled, Filter(language="SR")).language == "sr"


@pytest.mark.parametrize(
    ("asked", "actors", "statements"),
    [
        ("NATO", ("NATO",), 4),
        ("nato/kfor", (), 0),  # a code is asked for as it is written
        ("KFOR", ("NATO/KFOR",), 1),
        ("kfor", ("NATO/KFOR",), 1),
        ("Kosovo", (), 0),  # states have their names in the directory
        ("", (), 0),
        ("---", (), 0),
    ],
)
def test_an_actor_is_asked_for_by_code_or_name(
    filled: Ledger, asked: str, actors: tuple[str, ...], statements: int
) -> None:
    with filled.reading() as connection:
        keys = keys_of(connection, asked)
    assert (keys.actors, len(keys.numbers), keys.statements) == (actors, len(actors), statements)


def test_a_name_may_be_that_of_several_and_leads_to_whom_they_are_merged_into(filled: Ledger) -> None:
    page = document("two", "They met.")
    filled.add(page, reading(said(page, "They met", "meeting", "held", source="SRB/Guard", target="XKX/Guard")))
    with filled.reading() as connection:
        assert keys_of(connection, "guard").label == "SRB/Guard or XKX/Guard"
    merge(filled, "XKX/Guard", "SRB/Guard", who="ana")
    with filled.reading() as connection:
        assert keys_of(connection, "guard").actors == keys_of(connection, "XKX/Guard").actors == ("SRB/Guard",)


def test_names_near_one_are_those_that_begin_so_else_those_like_it(filled: Ledger) -> None:
    page = document("people", "They met.")
    names = "SRB/Ana Petrovic, SRB/Petar Ilic, XKX/Mira Petrovska, /Petrol Group, SRB/Marko Ilic"
    filled.add(page, reading(said(page, "They met", "meeting", "held", source=names)))
    with filled.reading() as connection:
        assert len(near_actors(connection, "PETR")) == NEAR
        assert near_actors(connection, "petrovs") == ("XKX/Mira Petrovska",)
        assert near_actors(connection, "Marco Ilic") == ("SRB/Marko Ilic",)
        assert near_actors(connection, "Zzyzx") == near_actors(connection, "...") == ()
    assert near_to(filled, "Sout Korea")[0] == "South Korea (KOR)"


def test_somebody_unknown_is_told_with_those_near(filled: Ledger) -> None:
    with filled.reading() as connection:
        keys = keys_of(connection, "kf")
        assert known(keys_of(connection, "kfor")).actors == ("NATO/KFOR",)
    with pytest.raises(UnknownName, match="no actor 'kf'; near: NATO/KFOR; `dragoman actors`"):
        known(keys)


@pytest.mark.parametrize(
    ("name", "means"), [("kfor", "NATO/KFOR"), ("Serbie", "SRB"), ("Atlantis", "Atlantis"), (" ", " ")]
)
def test_an_actor_that_is_meant_is_itself_where_it_is_nobody(filled: Ledger, name: str, means: str) -> None:
    assert actor_meant(filled, name) == means


def test_kinds_are_called_by_their_names() -> None:
    assert kind_called(" Agreement ") == "agreement"
    for wrong in ("gossip", "", "agreements"):
        with pytest.raises(InvalidRecord, match=f"kind '{wrong}' is not one of relations, "):
            kind_called(wrong)


def test_the_beginning_of_an_id_is_enough_where_it_is_that_of_one(ledger: Ledger) -> None:
    page = document("many", " ".join(f"They signed {number}." for number in range(20)))
    ledger.add(page, reading(*(said(page, f"They signed {number}.", source="SRB") for number in range(20))))
    ids = sorted(found.id for found in queries.every(ledger))
    digit = next(a[0] for a, b in pairwise(ids) if a[0] == b[0])  # sixteen digits, twenty ids
    with ledger.reading() as connection:
        assert statement_by_id(connection, f" {ids[0].upper()}")["id"] == ids[0]
        with pytest.raises(UnknownName, match=f"several statements have ids that begin with '{digit}'.*more digits"):
            statement_by_id(connection, digit)
        with pytest.raises(UnknownName, match="'g' is no statement id"):
            statement_by_id(connection, "g")
        with pytest.raises(UnknownName, match="no statement has an id that begins"):
            statement_by_id(connection, "0" * 40)


def test_a_document_that_is_no_longer_there_is_asked_for_as_of_its_day(ledger: Ledger) -> None:
    page = document("page", "They signed it.", date="2014")
    ledger.add(page, reading(said(page, "They signed it", source="SRB")))
    ledger.add(replace(page, url="https://example.org/page"), reading())
    assert settled(ledger, Filter(document="in/page.txt")).document == "in/page.txt"
    with ledger.reading() as connection:
        assert {r["stem"] for r in documents_called(connection, "https://example.org/page")} == {"page"}
        assert documents_called(connection, "nowhere") == documents_called(connection, "") == []
