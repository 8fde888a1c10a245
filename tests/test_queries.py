"""Questions to a ledger: the same answers from both databases."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman import queries
from dragoman.errors import InvalidRecord, UnknownName
from dragoman.ledger import Ledger
from dragoman.queries import Filter
from dragoman.queries.finding import matches
from dragoman.queries.resolving import settled
from dragoman.queries.show import instrument_statements
from ledger_samples import AGREED, BACKENDS, document, force, plan, reading, said


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    """Four statements in two documents, and a page in Serbian that was not read."""
    for page, read in (plan(), force()):
        ledger.add(page, read)
    ledger.add(document("vest", "Споразум о слободи кретања. Потписао га је Ђурић.", language="sr"), reading())
    return ledger


SIGNED, DEPLOYED, OUTSIDE = (
    "It was signed in 2015",
    "KFOR has been deployed in Kosovo since 1999",
    "Kosovo is not a member of NATO",
)

FILTERS: list[tuple[dict[str, Any], list[str]]] = [
    ({}, [DEPLOYED, OUTSIDE, AGREED, SIGNED]),
    ({"kinds": ("agreement",)}, [AGREED, SIGNED]),
    ({"kinds": ("agreement", "mission")}, [DEPLOYED, AGREED, SIGNED]),
    ({"kinds": ("agreement",), "stages": ("signed",)}, [SIGNED]),
    ({"stages": ("signed", "deployed")}, [DEPLOYED, SIGNED]),
    ({"actors": ("NATO",)}, [DEPLOYED, OUTSIDE, AGREED, SIGNED]),
    ({"actors": ("NATO", "XKX")}, [DEPLOYED, OUTSIDE]),
    ({"actors": ("SRB", "XKX")}, []),
    ({"actors": ("NATO/KFOR",)}, [DEPLOYED]),
    ({"actors": ("kfor",)}, [DEPLOYED]),
    ({"actors": ("NATO",), "role": "source"}, [DEPLOYED]),
    ({"actors": ("NATO",), "role": "by"}, []),
    ({"actors": ("ZZZ",)}, []),
    ({"actors": ("",)}, []),
    ({"object": "partnership"}, [AGREED]),
    ({"object": "ipap"}, [AGREED, SIGNED]),
    ({"object": '"action partnership"'}, []),
    ({"text": "kosovo"}, [DEPLOYED, OUTSIDE]),
    ({"text": '"member of nato"'}, [OUTSIDE]),
    ({"text": "member", "actors": ("XKX",)}, [OUTSIDE]),
    ({"text": "memb*"}, [OUTSIDE]),
    ({"text": "..."}, []),
    ({"since": "2015"}, [AGREED, SIGNED]),
    ({"since": "2015-02"}, [SIGNED]),
    ({"until": "2000"}, [DEPLOYED]),
    ({"since": "1999", "until": "2015-01-15", "kinds": ("mission",)}, [DEPLOYED]),
    ({"since": "2020"}, []),
    ({"document": "kosovo-force"}, [DEPLOYED, OUTSIDE]),
    ({"document": "kosovo"}, []),
    ({"publisher": "ministere de l'epreuve"}, [DEPLOYED, OUTSIDE]),
    ({"publisher": "Ministry of Tests", "actors": ("NATO",)}, [AGREED, SIGNED]),
    ({"publisher": "nobody"}, []),
    ({"language": "en"}, [DEPLOYED, OUTSIDE, AGREED, SIGNED]),
    ({"language": "sr"}, []),
    ({"min_confidence": 0.8}, [OUTSIDE, AGREED, SIGNED]),
    ({"as_of": "2016"}, [AGREED, SIGNED]),
    ({"as_of": "2017-05-02", "kinds": ("mission",)}, [DEPLOYED]),
    ({"as_of": "2010"}, []),
    ({"include_rejected": True}, [DEPLOYED, OUTSIDE, AGREED, SIGNED]),
]


def test_filters(filled: Ledger) -> None:
    for asked, expected in FILTERS:
        found = [f.statement.quote for f in queries.every(filled, Filter(**asked))]
        assert found == expected, asked
        assert queries.count(filled, Filter(**asked)) == len(expected), asked


def test_dates_that_are_none(filled: Ledger) -> None:
    for asked in ({"since": "last May"}, {"until": "2015-13"}, {"as_of": ""}):
        with pytest.raises(InvalidRecord):
            queries.statements(filled, Filter(**asked))
    with pytest.raises(InvalidRecord, match="limit"):
        queries.statements(filled, limit=0)


@pytest.mark.parametrize(
    "ask",
    [
        lambda ledger, span: queries.statements(ledger, Filter(**span)),
        lambda ledger, span: queries.count(ledger, Filter(actors=("NATO",), **span)),
        lambda ledger, span: queries.profile(ledger, "NATO", **span),
        lambda ledger, span: queries.dyad(ledger, "SRB", "NATO", include_rejected=True, **span),
        lambda ledger, span: queries.search(ledger, "nato", **span),
    ],
)
def test_a_span_that_ends_before_it_begins_is_refused(filled: Ledger, ask: Callable[[Ledger, Any], Any]) -> None:
    with pytest.raises(InvalidRecord, match="from 2016-05 until 2015 ends before it begins; exchange"):
        ask(filled, {"since": "2016-05", "until": "2015"})
    ask(filled, {"since": "2015-05", "until": "2015"})


@pytest.fixture
def many(ledger: Ledger) -> Ledger:
    """120 statements in six documents, added out of order."""
    for name in ("d", "a", "f", "b", "e", "c"):
        text = " ".join(f"State {i} met NATO in {name}{i}." for i in range(20))
        page = document(name, text)
        met = [
            said(page, f"State {i} met NATO in {name}{i}.", "meeting", "held", source=f"/State {i}", target="NATO")
            for i in range(20)
        ]
        ledger.add(page, reading(*met))
    return ledger


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"actors": ("NATO",)},
        {"kinds": ("meeting",)},
        {"text": "met"},
        {"as_of": "2027"},
        {"include_rejected": True},
    ],
)
def test_pages_add_up_in_order(many: Ledger, asked: dict[str, Any]) -> None:
    seen: list[tuple[str, int]] = []
    cursor, pages = None, 0
    while True:
        page = queries.statements(many, Filter(**asked), limit=7, cursor=cursor)
        seen += [(f.statement.doc, f.statement.start) for f in page.statements]
        pages += 1
        cursor = page.cursor
        if cursor is None:
            break
    assert len(seen) == 120
    assert seen == sorted(seen)
    assert pages == 18


def test_common_words_are_walked_and_checked(many: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.queries.filtering.FEW", 10)
    asked = Filter(text='"met nato"', actors=("/State 3",))
    assert [f.statement.doc for f in queries.statements(many, asked, limit=4).statements] == ["a", "b", "c", "d"]
    assert queries.count(many, Filter(text="nato")) == 120
    assert queries.count(many, Filter(since="1990")) == 0


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


THINGS_OF_A_NAME = [
    ("Individual Partnership Action Plan", ["Individual Partnership Action Plan", "second IPAP"]),
    ("Interim Pact on Air Policing", ["Interim Pact on Air Policing", "second IPAP"]),
    ("IPAP", ["Individual Partnership Action Plan", "Interim Pact on Air Policing", "second IPAP"]),
]


@pytest.mark.parametrize(("name", "objects"), THINGS_OF_A_NAME)
def test_a_full_name_is_found_by_its_acronym_where_that_is_written(
    ledger: Ledger, name: str, objects: list[str]
) -> None:
    page = document(
        "names",
        "They signed the Individual Partnership Action Plan, an Interim Pact on Air Policing and a second IPAP.",
    )
    read = [said(page, each, object=each, source="SRB") for each in THINGS_OF_A_NAME[2][1]]
    ledger.add(page, reading(*read))
    found = queries.instrument(ledger, name)
    assert sorted({told.statement.object for line in found.facts for told in line.statements}) == objects


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
    told = matches(filled, Filter(text="Kosovo's members in Mars"))
    assert [f.statement.quote for f in told.statements] == [DEPLOYED, OUTSIDE]
    assert (told.words_found, told.words_asked) == (1, 3)
    narrowed = matches(filled, Filter(text="member deployed Kosovo", actors=("XKX",), kinds=("membership",)))
    assert [f.statement.quote for f in narrowed.statements] == [OUTSIDE]
    assert matches(filled, Filter(text="Mars Venus")).count == 0


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


@pytest.fixture(scope="module")
def both(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Ledger]]:
    """The same documents in a ledger of each kind."""
    import postgres

    server: str = request.getfixturevalue("postgres_server")
    postgres.execute(server.format("postgres"), "CREATE DATABASE both_kinds TEMPLATE template_ledger")
    addresses = {"sqlite": str(tmp_path_factory.mktemp("both") / "a.ledger"), "postgresql": server.format("both_kinds")}
    ledgers = [Ledger.open(addresses[backend]) for backend in BACKENDS]
    for opened in ledgers:
        for page, read in (plan(), force()):
            opened.add(page, read)
    yield ledgers
    for opened in ledgers:
        opened.close()


HOSTILE = st.one_of(
    st.text(max_size=60),
    st.text(alphabet="\"'*()-:^&|!<>\\%_;\0 aN", max_size=40),
    st.sampled_from(
        ["NEAR(a, 1)", "a AND", "OR", "NOT", "'; DROP TABLE statement; --", '"' * 99, "x" * 10_000, "\ud800"]
    ),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=HOSTILE)
@pytest.mark.slow
def test_any_string_can_be_asked_for(both: list[Ledger], text: str) -> None:
    answers = [
        (
            [hit.stem for hit in queries.search(opened, text).hits],
            queries.count(opened, Filter(text=text)),
            queries.count(opened, Filter(object=text, document=text)),
            queries.count(opened, Filter(actors=(text,), publisher=text)),
        )
        for opened in both
    ]
    assert answers[0] == answers[1]


def test_explain(filled: Ledger) -> None:
    (found,) = queries.every(filled, Filter(text="signed"))
    explained = queries.explain(filled, found.id[:9])
    assert explained.found == found
    assert explained.presences[0].reason == "because the test says so"
    assert [f.id for f in explained.group] == [found.id]
    assert (explained.group_count, explained.decisions, explained.last_decision) == (1, (), None)
    for wrong in ("", "xyz", "ffffffffffff"):
        with pytest.raises(UnknownName):
            queries.explain(filled, wrong)


def test_lists(filled: Ledger) -> None:
    assert [(a.actor, a.statements) for a in queries.actors(filled)] == [
        ("NATO", 4),
        ("XKX", 2),
        ("SRB", 2),
        ("NATO/KFOR", 1),
    ]
    assert [a.actor for a in queries.actors(filled, code="NATO")] == ["NATO", "NATO/KFOR"]
    assert [a.actor for a in queries.find_actors(filled, "kfor")] == ["NATO/KFOR"]
    lines, cursor = queries.documents(filled, limit=2)
    assert [line.stem for line in lines] == ["kosovo-force", "nato-serbia"]
    assert [line.stem for line in queries.documents(filled, limit=2, cursor=cursor)[0]] == ["vest"]
    assert lines[1].source == "https://example.org/serbia"
    assert [f.statement.confidence for f in queries.review_queue(filled)] == [0.7, 0.9, 0.9, 0.9]
    assert len(queries.review_queue(filled, below=0.8)) == 1
    assert queries.summary(filled).statements == 4
    with pytest.raises(UnknownName):
        queries.versions(filled, "nowhere")
    with pytest.raises(UnknownName):
        queries.document(filled, "nowhere")


@pytest.mark.slow
def test_the_same_answers_from_both_databases(new_address: Callable[[str], str]) -> None:
    answers = []
    for backend in BACKENDS:
        with Ledger.open(new_address(backend)) as opened:
            for page, read in (plan(), force()):
                opened.add(page, read)
            rows = [f.as_row() for f in queries.every(opened)]
            answers.append((rows, queries.profile(opened, "NATO").facts, queries.actors(opened)))
    assert answers[0] == answers[1]


def test_what_a_date_leaves_out_for_having_none_is_counted(filled: Ledger) -> None:
    assert queries.undated(filled, Filter(since="1990")) == 1
    assert queries.undated(filled, Filter(until="1990", actors=("NATO",))) == 1
    assert queries.undated(filled, Filter(until="1990", actors=("SRB",))) == 0
    assert queries.undated(filled, Filter()) == 0


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


def test_importing_queries_of_nothing_is_light() -> None:
    program = "import sys, dragoman.ledger; sys.exit('sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


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
