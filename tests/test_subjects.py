"""What a person means by a name, and what the ledger holds about it."""

from __future__ import annotations

import pytest

from dragoman.actors.directory import directory
from dragoman.errors import UnknownName
from dragoman.ledger import Ledger
from dragoman.subjects import about, code_of, named_in, pair_of, statements_about
from ledger_samples import document, force, plan, reading, said


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    """Two statements about Serbia and NATO, two about Kosovo and NATO."""
    for page, read in (plan(), force()):
        ledger.add(page, read)
    return ledger


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Serbia", "SRB"),
        ("Србија", "SRB"),
        ("nato", "NATO"),
        ("SRB", "SRB"),
        ("IPAP", "IPAP"),
        ("Congo", "Congo"),  # of the two that are called so neither
    ],
)
def test_a_name_is_an_actor_where_the_directory_has_it(name: str, code: str) -> None:
    assert code_of(name, directory()) == code


def test_a_pair_is_of_two() -> None:
    assert pair_of("Serbia", "Blue Club", directory()) == ("SRB", "Blue Club")
    with pytest.raises(UnknownName, match="'Serbia' and 'SRB' are one actor"):
        pair_of("Serbia", "SRB", directory())


@pytest.mark.parametrize(
    ("question", "actors"),
    [
        ("what holds between NATO and Kosovo", ("NATO", "XKX")),
        ("KFOR", ("NATO/KFOR",)),
        ("NATO, Kosovo and again NATO", ("NATO", "XKX")),
        ("Serbia and Kenya", ("SRB",)),
        ("Kenya", ()),
        ("what of the treaty", ()),
    ],
)
def test_actors_of_the_ledger_that_a_question_names(filled: Ledger, question: str, actors: tuple[str, ...]) -> None:
    assert named_in(filled, question, directory()) == actors


def test_a_question_that_names_nobody_is_of_those_whose_name_has_its_word(ledger: Ledger) -> None:
    page = document("visit", "Minister Lind came.")
    ledger.add(page, reading(said(page, "Minister Lind came", "meeting", "held", source="PER/Jo Lind", target="CHL")))
    assert named_in(ledger, "Lind", directory()) == ("PER/Jo Lind",)


@pytest.mark.parametrize(
    ("names", "facts"),
    [
        (["NATO"], [4]),
        (["KFOR"], [1]),
        (["IPAP"], [2]),
        (["Serbia", "NATO"], [2]),
    ],
)
def test_what_the_ledger_holds_about_a_name_or_a_pair(filled: Ledger, names: list[str], facts: list[int]) -> None:
    assert [profile.facts_count for profile in about(filled, names, directory())] == facts
    assert len(list(statements_about(filled, names, directory()))) == sum(facts)


@pytest.mark.parametrize(
    ("name", "is_thing"), [("Serbia", False), ("IPAP", True), ("Individual Partnership Action Plan", True)]
)
def test_a_statement_is_of_an_actor_or_of_a_thing(filled: Ledger, name: str, is_thing: bool) -> None:
    assert {thing for _, thing in statements_about(filled, [name], directory())} == {is_thing}


@pytest.mark.parametrize(
    ("names", "says"),
    [
        (["Kenya"], r"nothing about Kenya \(KEN\); `dragoman actors`"),
        (["Serbiaa"], r"nothing about 'Serbiaa'; near: Serbia \(SRB\); `dragoman search`"),
        (["qwxz"], "nothing about 'qwxz'; no actor is called 'qwxz'"),
        (["Congo"], "'Congo' can be any of COD .*, COG "),
        (["Serbia", "Kenya"], "no actor 'KEN'"),
    ],
)
def test_a_name_that_the_ledger_does_not_have_is_refused(filled: Ledger, names: list[str], says: str) -> None:
    with pytest.raises(UnknownName, match=says):
        about(filled, names, directory())
    with pytest.raises(UnknownName, match=says):
        list(statements_about(filled, names, directory()))


def test_all_statements_of_a_fact_that_is_told_very_often_are_given(ledger: Ledger) -> None:
    for number in range(60):
        page = document(f"page-{number}", "The Blue Pact was signed.")
        ledger.add(page, reading(said(page, "The Blue Pact was signed", source="SRB", object="Blue Pact")))
    assert len(list(statements_about(ledger, ["Blue Pact"], directory()))) == 60


def test_what_names_an_organisation_is_apart_from_what_it_takes_part_in(ledger: Ledger) -> None:
    text = "Peace came to Eastern Ukraine. Kenya studied the EU. The EU joined the EU club."
    page = document("union", text)
    read = [
        said(page, "Peace came to Eastern Ukraine", "event", "occurred", source="UKR", object="Eastern Ukraine"),
        said(page, "Kenya studied the EU", "event", "occurred", source="KEN", object="EU"),
        said(page, "The EU joined the EU club", "event", "occurred", source="EU", object="EU"),
    ]
    ledger.add(page, reading(*read))
    told = list(statements_about(ledger, ["EU"], directory()))
    assert [(one.statement.quote, thing) for one, thing in told] == [
        ("The EU joined the EU club", False),
        ("Kenya studied the EU", True),
    ]
    actor, thing = about(ledger, ["EU"], directory(), limit=1)
    assert (actor.facts_count, thing.facts_count) == (1, 1)
    assert [p.facts_count for p in about(ledger, ["EU"], directory(), as_of="2026-03-02")] == [1, 1]
