"""Names and ids that a user gives."""

from __future__ import annotations

import pytest

from dragoman import queries
from dragoman.errors import UnknownName
from dragoman.ledger import Ledger
from dragoman.queries import Filter
from dragoman.queries.resolving import settled
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
