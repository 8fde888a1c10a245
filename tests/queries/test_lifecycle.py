"""Things that statements are about, through their stages."""

from __future__ import annotations

import pytest

from dragoman import queries
from dragoman.errors import UnknownName
from dragoman.ledger import Ledger
from dragoman.queries.lifecycle import is_name, lifecycle, listed, things
from ledger_samples import document, reading, said


def test_a_thing_is_followed_through_its_stages_by_name_and_acronym(talks: Ledger) -> None:
    told = lifecycle(talks, "Individual Partnership Action Plan")
    assert [line.best.statement.stage for line in told.facts] == ["concluded", "signed"]
    assert dict(told.parties) == {"NATO": 2, "SRB": 2}
    assert lifecycle(talks, "IPAP", party="XKX").total == 0
    with pytest.raises(UnknownName):
        lifecycle(talks, "Treaty of Nowhere")
    assert [t.name for t in things(talks, "indiv")] == ["Individual Partnership Action Plan (IPAP)"]
    assert "Kosovo Force" in [t.name for t in things(talks)]


def test_things_are_counted_over_all_statements_or_say_over_how_many(
    talks: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(4):
        page = document(f"pact-{number}", f"They signed the Green Pact in room {number}.")
        name = "GREEN Pact" if number == 3 else "Green Pact"
        talks.add(page, reading(said(page, f"They signed the Green Pact in room {number}", object=name)))
    everything = listed(talks)
    assert (everything.at_least, everything.counted) == (False, sum(t.statements for t in everything.things))
    monkeypatch.setattr("dragoman.queries.lifecycle.MOST", 3)
    last = listed(talks)
    assert [(t.name, t.statements) for t in last.things] == [("GREEN Pact", 3)]
    assert (last.counted, last.at_least) == (3, True)
    exact = listed(talks, "green")
    assert [(t.name, t.statements) for t in exact.things] == [("Green Pact", 4)]
    assert (exact.counted, exact.at_least) == (4, False)


@pytest.mark.parametrize(
    ("thing", "kind", "stage", "is_one"),
    [
        ("treaty on fish", "agreement", "signed", True),
        ("parties shall share all fish", "agreement", "provides", False),
        ("Fish Sharing Fund", "assistance", "completed", True),
        (
            "Fish that Malawi, Norway and Zambia caught in the River Shire in March 2019 was sold",
            "assistance",
            "completed",
            False,
        ),
        ("FISHFUND", "assistance", "completed", True),
        ("fish for the people of Malawi", "assistance", "completed", False),
        ("Fishing", "mission", "deployed", False),
        ("Fish Protection Force", "mission", "deployed", True),
    ],
)
def test_only_what_has_a_name_is_a_thing(talks: Ledger, thing: str, kind: str, stage: str, is_one: bool) -> None:
    page = document("fish", "It is so. It was so.", date="2020")
    fields = {"source": "NOR", "target": "MWI", "object": thing}
    talks.add(
        page, reading(said(page, "It is so", kind, stage, **fields), said(page, "It was so", kind, stage, **fields))
    )
    assert [(t.name, t.statements) for t in things(talks) if "fish" in t.name.lower()] == [(thing, 2)] * is_one
    assert [t.name for t in things(talks, "fish") if t.name == thing] == [thing] * is_one


def test_the_things_that_were_read_last_come_first(talks: Ledger) -> None:
    page = document("dam", "The dam opens.", date="2020")
    talks.add(page, reading(said(page, "The dam opens", source="NOR", object="Shire Dam")))
    assert [t.name for t in things(talks)][:2] == ["Shire Dam", "NATO"]


def test_a_name_means_the_same_facts_wherever_it_is_asked(talks: Ledger) -> None:
    text = "The Blue Pact holds. The Fund of Friends of the Blue Pact in Rome pays. It was signed."
    page = document("pact", text, date="2020")
    read = [
        said(page, "The Blue Pact holds", stage="in-force", source="SRB", object="Blue Pact"),
        said(
            page, "The Fund", "assistance", "completed", source="ITA", object="Fund of Friends of the Blue Pact in Rome"
        ),
    ]
    talks.add(page, reading(*read))
    told, shown = lifecycle(talks, "Blue Pact"), queries.instrument(talks, "Blue Pact")
    assert {line.number for line in told.facts} == {line.number for line in shown.facts}
    assert told.total == shown.facts_count == 1
    assert shown.related == tuple(t.name for t in told.related) == ("Fund of Friends of the Blue Pact in Rome",)


def test_what_is_undated_of_a_thing_stands_in_the_order_of_publication(talks: Ledger) -> None:
    for stem, stage, published in (
        ("late", "completed", "2022-03"),
        ("no-date", "ended", None),
        ("soon", "planned", "2021"),
    ):
        page = document(stem, f"The dam is {stage}.", date=published, locator=f"in/{stem}.txt")
        fields = {"source": "NOR", "target": "MWI", "object": "Shire Dam"}
        talks.add(page, reading(said(page, f"The dam is {stage}", "assistance", stage, **fields)))
    told = lifecycle(talks, "Shire Dam")
    assert [line.best.statement.stage for line in told.facts] == ["planned", "completed", "ended"]


def test_the_pages_of_a_thing_add_up_to_it(ledger: Ledger) -> None:
    page = document("dam", " ".join(f"The dam is at {number}." for number in range(4)), date="2020")
    years = ("2019", None, "2011", "2015")
    fields = {"source": "NOR", "target": "MWI", "object": "Shire Dam"}
    stages = ("planned", "ended", "under-way", "completed")
    ledger.add(
        page,
        reading(
            *(
                said(page, f"The dam is at {n}", "assistance", stage, date=year, **fields)
                for n, (year, stage) in enumerate(zip(years, stages, strict=True))
            )
        ),
    )
    whole = lifecycle(ledger, "Shire Dam")
    assert [line.best.statement.date for line in whole.facts] == ["2011", "2015", "2019", None]
    seen, cursor = [], None
    for _ in range(5):
        part = lifecycle(ledger, "Shire Dam", limit=2, cursor=cursor)
        assert part.total == 4
        seen += [line.number for line in part.facts]
        if (cursor := part.cursor) is None:
            break
    assert seen == [line.number for line in whole.facts]
    assert lifecycle(ledger, "Shire Dam", limit=2, offset=3).facts == whole.facts[3:]
    assert lifecycle(ledger, "Shire Dam", offset=9).facts == ()


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Fish Protection Force", True),
        ("the Treaty on the Law of the Sea", True),
        ("FISHFUND", True),
        ("EUFOR", True),
        ("Fishing", False),
        ("fishing", False),
        ("fish for the People", False),
        ("aid to Malawi", False),
        ("", False),
        ("2015", False),
        ("One Two Three Four Five Six Seven Eight", True),
        ("One Two Three Four Five Six Seven Eight Nine", False),
    ],
)
def test_most_words_of_a_name_have_a_capital(text: str, is_one: bool) -> None:
    assert is_name(text) == is_one


@pytest.mark.parametrize(
    ("text", "names"),
    [("room", True), ("roo", True), ('"roo"', False), ("...", False), ("", False), ("talks room", False)],
)
def test_the_last_word_may_be_only_begun(ledger: Ledger, text: str, names: bool) -> None:
    page = document("fund", "The fund pays.")
    ledger.add(page, reading(said(page, "The fund pays", source="NOR", object="Green Room Fund")))
    assert [t.name for t in things(ledger, text)] == ["Green Room Fund"] * names
