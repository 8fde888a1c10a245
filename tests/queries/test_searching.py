"""Words and phrases in the documents' text."""

from __future__ import annotations

import pytest

from dragoman import queries
from dragoman.errors import InvalidRecord, UnknownName
from dragoman.ledger import Ledger
from ledger_samples import DEPLOYED, OUTSIDE, document, reading

SEARCHES = [
    ("споразум", ["vest"]),
    ("СПОРАЗУМ кретања", ["vest"]),
    ('"слободи кретања"', ["vest"]),
    ("ђурић", ["vest"]),
    ("kosovo", ["kosovo-force"]),
    ('"leads the kosovo force"', ["kosovo-force"]),
    ("nato", ["nato-serbia", "kosovo-force"]),
    ("partner*", ["nato-serbia"]),
    ("nothing", []),
    ("", []),
]


def test_search(filled: Ledger) -> None:
    for text, stems in SEARCHES:
        page = queries.search(filled, text)
        assert [hit.stem for hit in page.hits] == stems, text
        assert page.count == len(stems)
        for hit in page.hits:
            assert queries.document(filled, hit.document_id).text[hit.start : hit.end] == hit.snippet
    (hit,) = queries.search(filled, '"member of nato"').hits
    assert [f.statement.quote for f in hit.statements] == [OUTSIDE]


def test_where_none_has_all_the_words_those_with_most_are_found(filled: Ledger) -> None:
    page = queries.search(filled, "was Kosovo's force deployed on Mars, or the moon?")
    assert ([hit.stem for hit in page.hits], page.words_found, page.words_asked) == (["kosovo-force"], 3, 5)
    assert [f.statement.quote for f in page.hits[0].statements] == [DEPLOYED]
    assert queries.search(filled, 'deployed "on Mars"').count == 0


@pytest.mark.parametrize(
    ("narrowed", "stems"),
    [
        ({"publisher": "MINISTÈRE de l'épreuve"}, ["kosovo-force"]),
        ({"language": "en"}, ["nato-serbia", "kosovo-force"]),
        ({"language": "sr", "since": "2015"}, []),
        ({"since": "2017"}, ["kosovo-force"]),
        ({"until": "2016-02"}, ["nato-serbia"]),
        ({"since": "2016", "until": "2017", "language": "en"}, ["nato-serbia", "kosovo-force"]),
    ],
)
def test_passages_are_narrowed_by_their_document(filled: Ledger, narrowed: dict[str, str], stems: list[str]) -> None:
    assert [hit.stem for hit in queries.search(filled, "nato", **narrowed).hits] == stems  # type: ignore[arg-type]


def test_passages_are_counted_by_what_they_could_be_narrowed_by(filled: Ledger) -> None:
    facets = {facet.name: facet.values for facet in queries.search(filled, "nato").facets}
    assert facets["language"] == (("en", 2),)
    assert facets["year"] == (("2017", 1), ("2016", 1))
    with pytest.raises(InvalidRecord):
        queries.search(filled, "nato", since="soon")


@pytest.mark.parametrize("unknown", [{"publisher": "Nobody"}, {"language": "xx"}])
def test_passages_of_nobody_are_refused_as_statements_are(filled: Ledger, unknown: dict[str, str]) -> None:
    with pytest.raises(UnknownName, match="`dragoman documents` lists"):
        queries.search(filled, "nato", **unknown)  # type: ignore[arg-type]


def test_search_pages(many: Ledger) -> None:
    first = queries.search(many, "nato", limit=4)
    rest = queries.search(many, "nato", limit=4, cursor=first.cursor)
    assert [h.stem for h in first.hits + rest.hits] == ["d", "a", "f", "b", "e", "c"]
    assert rest.cursor is None


def test_earlier_versions_are_looked_through_where_that_is_asked(ledger: Ledger) -> None:
    ledger.add(document("page", "The old harbour."), reading())
    ledger.add(document("page", "The new airport."), reading())
    assert queries.search(ledger, "harbour").count == 0
    (hit,) = queries.search(ledger, "harbour", include_retired=True).hits
    assert hit.snippet == "The old harbour"


def test_hits_are_counted_up_to_a_bound(many: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.queries.searching.COUNT_LIMIT", 4)
    told = queries.search(many, "nato", limit=3)
    assert (told.count, told.at_least, len(told.hits)) == (4, True, 3)
    rest = queries.search(many, "nato", limit=3, cursor=told.cursor)
    assert [h.stem for h in told.hits + rest.hits] == ["d", "a", "f", "b", "e", "c"]
    assert queries.search(many, "nato", cursor="no cursor").hits[0].stem == "d"


def test_statements_of_a_passage_have_half_of_the_words_best_first(filled: Ledger) -> None:
    (hit,) = queries.search(filled, "kosovo member deployed nato").hits
    assert [f.statement.quote for f in hit.statements] == [OUTSIDE, DEPLOYED]
    (hit,) = queries.search(filled, '"leads the kosovo force" nato member deployed').hits
    assert [f.statement.quote for f in hit.statements] == [OUTSIDE]
