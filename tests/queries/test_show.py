"""What the ledger holds about an actor, a pair or an instrument."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman import queries
from dragoman.errors import InvalidRecord, UnknownName
from dragoman.ledger import Ledger
from dragoman.ledger.decisions import reject
from dragoman.queries import Filter
from dragoman.queries.show import fact_lines, instrument_statements
from ledger_samples import AGREED, SIGNED, document, reading, said


def test_pages_of_facts_add_up(many: Ledger) -> None:
    numbers: list[int] = []
    cursor = None
    while True:
        page = queries.profile(many, "NATO", limit=6, cursor=cursor)
        numbers += [fact.number for fact in page.facts]
        cursor = page.cursor
        if cursor is None:
            break
    assert len(numbers) == len(set(numbers)) == page.facts_count == 20
    assert all(fact.count == 6 and fact.documents == 6 for fact in page.facts)


def test_profile_and_dyad(filled: Ledger) -> None:
    kosovo = queries.profile(filled, "XKX")
    assert (kosovo.about, kosovo.kinds) == (("XKX",), (("membership", 1), ("mission", 1)))
    assert [fact.best.statement.kind for fact in kosovo.facts] == ["membership", "mission"]
    assert queries.profile(filled, "XKX", kinds=["mission"]).facts_count == 1
    assert queries.dyad(filled, "SRB", "NATO").facts_count == 2
    assert queries.dyad(filled, "NATO", "SRB").facts == queries.dyad(filled, "SRB", "NATO").facts
    assert queries.dyad(filled, "SRB", "XKX").facts == ()
    assert queries.profile(filled, "SRB", as_of="2010").facts == ()
    assert queries.profile(filled, "SRB", as_of="2016").facts_count == 2
    with pytest.raises(UnknownName, match="dragoman actors"):
        queries.profile(filled, "Atlantis")


def test_a_profile_and_a_dyad_of_some_years(filled: Ledger) -> None:
    for since, until in (("2015-02", None), (None, "2015-01-15"), ("2015", "2015"), ("2010", "2014")):
        told = queries.dyad(filled, "SRB", "NATO", since=since, until=until)
        asked = queries.Filter(actors=("SRB", "NATO"), since=since, until=until)
        assert {f.number for f in told.facts} == {one.fact for one in queries.every(filled, asked)}
        assert told.facts_count == len(told.facts) == sum(n for _, n in told.kinds)
        slower = queries.dyad(filled, "SRB", "NATO", since=since, until=until, include_rejected=True)
        assert (slower.kinds, {f.number for f in slower.facts}) == (told.kinds, {f.number for f in told.facts})
    first = queries.profile(filled, "SRB", since="2000", limit=1)
    rest = queries.profile(filled, "SRB", since="2000", cursor=first.cursor)
    assert (first.facts_count, len(rest.facts)) == (2, 1)
    with pytest.raises(InvalidRecord):
        queries.dyad(filled, "SRB", "NATO", since="last spring")


@pytest.mark.parametrize("name", ["Individual Partnership Action Plan", "individual partnership action plan", "IPAP"])
def test_instrument(filled: Ledger, name: str) -> None:
    expected = 2 if name[0] == "I" else 1  # a name in lower case has no acronym
    assert queries.instrument(filled, name).facts_count == expected
    with pytest.raises(UnknownName):
        queries.instrument(filled, "Treaty of Nowhere")


@pytest.mark.parametrize(
    ("narrowed", "expected"),
    [
        ({}, [AGREED, SIGNED]),
        ({"kinds": ("agreement",)}, [AGREED, SIGNED]),
        ({"kinds": ("mission", "membership")}, []),
        ({"as_of": "2016"}, [AGREED, SIGNED]),
        ({"as_of": "2010"}, []),
        ({"as_of": "2016", "kinds": ("mission",)}, []),
    ],
)
def test_an_instrument_of_some_kinds_and_of_a_day(
    filled: Ledger, narrowed: dict[str, Any], expected: list[str]
) -> None:
    name = "Individual Partnership Action Plan"
    told = queries.instrument(filled, name, **narrowed)
    assert (told.facts_count, sum(n for _, n in told.kinds), len(told.facts)) == (len(expected),) * 3
    assert [one.statement.quote for one in instrument_statements(filled, name, **narrowed)] == expected


def test_what_a_thing_was_called_in_an_earlier_version(ledger: Ledger) -> None:
    address = {"url": "https://example.org/plan"}
    for year, quote, thing in (
        ("2014", "A Hunger Plan was agreed", "Hunger Plan"),
        ("2018", "A Food Plan ended", "Plan"),
    ):
        page = document(f"plan-{year}", f"{quote}.", date=year, **address)
        ledger.add(page, reading(said(page, quote, source="SRB", object=thing)))
    assert queries.instrument(ledger, "Hunger Plan", as_of="2015").facts_count == 1
    with pytest.raises(UnknownName):
        queries.instrument(ledger, "Hunger Plan")


def test_a_fact_tells_its_first_statements_and_counts_the_rest(ledger: Ledger) -> None:
    for number in range(15):
        page = document(f"page-{number:02d}", "The Blue Pact was signed. It is so.")
        told = {"source": "SRB", "object": "Blue Pact", "date": "2015-04" if number == 14 else "2015"}
        ledger.add(page, reading(said(page, "The Blue Pact was signed", **told)))
    (line,) = queries.profile(ledger, "SRB").facts
    assert (len(line.statements), line.count, line.documents) == (12, 15, 15)
    assert [f.statement.doc for f in line.statements] == [f"page-{number:02d}" for number in range(12)]
    with ledger.reading() as connection:
        (every,) = fact_lines(connection, [line.number], 20)
        assert fact_lines(connection, []) == ()
    assert (len(every.statements), every.best.statement.date) == (15, "2015-04"), "the fullest one"


def test_an_instrument_may_be_asked_for_without_what_an_actor_does(filled: Ledger) -> None:
    assert queries.instrument(filled, "Kosovo Force", without="XKX").facts == ()
    assert queries.instrument(filled, "Kosovo Force", without="SRB").facts_count == 1
    assert instrument_statements(filled, "Kosovo Force", without="kfor") == ()
    first = queries.instrument(filled, "Individual Partnership Action Plan", limit=1)
    rest = queries.instrument(filled, "Individual Partnership Action Plan", limit=1, cursor=first.cursor)
    assert (len(first.facts), len(rest.facts), rest.cursor) == (1, 1, None)


def test_rejected_statements_are_shown_where_that_is_asked(filled: Ledger) -> None:
    reject(filled, next(queries.every(filled, Filter(text="signed"))).id, who="ana")
    assert queries.dyad(filled, "SRB", "NATO").facts_count == 1
    first = queries.dyad(filled, "SRB", "NATO", include_rejected=True, limit=1)
    rest = queries.dyad(filled, "SRB", "NATO", include_rejected=True, limit=1, cursor=first.cursor)
    assert {f.best.status for f in first.facts + rest.facts} == {None, "rejected"}
    assert rest.cursor is None
