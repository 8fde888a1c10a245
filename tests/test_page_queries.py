"""Questions of the pages, on both databases."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from dragoman import queries
from dragoman.cli.comparing import change_rows
from dragoman.errors import InvalidRecord, UnknownName
from dragoman.ledger import Ledger
from dragoman.ledger.decisions import merge
from dragoman.queries import Filter, alike_actors, suggest_actors
from dragoman.queries.comparing import differing
from dragoman.queries.contradicting import contradictions, contradictions_of
from dragoman.queries.finding import in_year, matches
from dragoman.queries.inside import (
    changes,
    document_state,
    earlier_version,
    page_in,
    place_in,
    read_in,
    version_before,
    versions_of,
)
from dragoman.queries.lifecycle import lifecycle, listed, things
from dragoman.queries.news import coverage, newest_documents, newest_statements
from dragoman.queries.sections import event_types, section, sections
from dragoman.queries.sources import publishers_about
from dragoman.records import Skipped, Unlinked
from ledger_samples import Clock, document, force, plan, reading, said

ALL = {"agreement": 10, "mission": 10, "membership": 10, "meeting": 10}


@pytest.fixture(autouse=True)
def filled(ledger: Ledger) -> None:
    for page, read in (plan(), force()):
        ledger.add(page, read)
    for month, when in enumerate(("2019-05", "2018", None), 1):
        page = document(f"talks-{month}", f"They met in room {month}.", date="2020", publisher="Ministry of Talks")
        fields = {"source": "SRB", "target": "NATO", "object": f"Talks in room {month}", "date": when}
        ledger.add(page, reading(said(page, f"They met in room {month}", "meeting", "held", event="CONSULT", **fields)))


def dates(told: object) -> list[str | None]:
    return [line.best.statement.date for line in told.facts]  # type: ignore[attr-defined]


def test_sections_give_the_newest_first_and_the_undated_last(ledger: Ledger) -> None:
    told = sections(ledger, ("SRB",), ALL)
    assert told.kinds == (("agreement", 2), ("meeting", 3))
    assert dates(told.of("meeting")) == ["2019-05", "2018", None]
    assert told.of("mission") is None
    assert dates(section(ledger, ("NATO", "SRB"), "meeting", newest_first=False).of("meeting")) == [
        "2018",
        "2019-05",
        None,
    ]


@pytest.mark.parametrize("newest_first", [True, False])
def test_the_pages_of_a_section_add_up_to_the_section(ledger: Ledger, newest_first: bool) -> None:
    whole = section(ledger, ("SRB", "NATO"), "meeting", newest_first=newest_first).of("meeting")
    seen, cursor = [], None
    for _ in range(5):
        page = section(ledger, ("SRB", "NATO"), "meeting", limit=1, cursor=cursor, newest_first=newest_first).of(
            "meeting"
        )
        assert page is not None
        seen += [line.number for line in page.facts]
        cursor = page.cursor
        if cursor is None:
            break
    assert whole is not None
    assert seen == [line.number for line in whole.facts]


def test_sections_of_nobody_and_of_no_kind(ledger: Ledger) -> None:
    with pytest.raises(UnknownName):
        sections(ledger, ("Atlantis",), ALL)
    with pytest.raises(InvalidRecord):
        section(ledger, ("SRB",), "gossip")


def test_events_and_publishers_are_counted(ledger: Ledger) -> None:
    assert event_types(ledger, "SRB", "NATO") == (("CONSULT", 3), ("SUPPORT", 2))
    told = publishers_about(ledger, "SRB")
    assert [(p.publisher, p.documents, p.statements) for p in told.lines] == [
        ("Ministry of Talks", 3, 3),
        ("Ministry of Tests", 1, 2),
    ]
    assert (told.counted, told.at_least) == (5, False)


def test_actors_are_found_by_the_beginning_of_their_name(ledger: Ledger) -> None:
    assert [a.actor for a in suggest_actors(ledger, "kf")] == ["NATO/KFOR"]
    assert [a.actor for a in suggest_actors(ledger, "serb")] == ["SRB"]
    assert "NATO" in {a.actor for a in suggest_actors(ledger, "north atl")}
    page = document("named", "Македонија met us.")
    met = said(page, "Македонија met us", "meeting", "held", source="/Македонија", object="met us")
    ledger.add(page, reading(met))
    assert [a.actor for a in suggest_actors(ledger, "Мак")] == ["/Македонија"]
    assert suggest_actors(ledger, "%") == ()


def test_things_are_counted_over_all_statements_or_say_over_how_many(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(4):
        page = document(f"pact-{number}", f"They signed the Green Pact in room {number}.")
        name = "GREEN Pact" if number == 3 else "Green Pact"
        ledger.add(page, reading(said(page, f"They signed the Green Pact in room {number}", object=name)))
    everything = listed(ledger)
    assert (everything.at_least, everything.counted) == (False, sum(t.statements for t in everything.things))
    monkeypatch.setattr("dragoman.queries.lifecycle.MOST", 3)
    last = listed(ledger)
    assert [(t.name, t.statements) for t in last.things] == [("GREEN Pact", 3)]
    assert (last.counted, last.at_least) == (3, True)
    exact = listed(ledger, "green")
    assert [(t.name, t.statements) for t in exact.things] == [("Green Pact", 4)]
    assert (exact.counted, exact.at_least) == (4, False)


@pytest.mark.parametrize(
    ("asked", "years"),
    [
        ({}, {"2019": 2, "2018": 2, "2017": 1, "0988": 1}),
        ({"since": "2018-06"}, {"2019": 2, "2018": 2}),
        ({"until": "2018-06"}, {"2018": 2, "2017": 1, "0988": 1}),
        ({"since": "2018-03", "until": "2018-06"}, {"2018": 2}),
    ],
)
def test_years_count_what_they_lead_to(ledger: Ledger, asked: dict[str, str], years: dict[str, int]) -> None:
    page = document("long", "They met in room 9 for years. They met in room 988. They met in room 0 until now.")
    told = (
        said(page, "They met in room 9 for years", "meeting", "held", date="2017", end_date="2019"),
        said(page, "They met in room 988", "meeting", "held", date="0988"),
    )
    ledger.add(page, reading(*told))
    filtered = Filter(text="met room", **asked)
    found = next(f for f in matches(ledger, filtered).facets if f.name == "year")
    assert dict(found.values) == years
    for year, count in found.values:
        since, until = in_year(filtered.since, filtered.until, year)
        assert matches(ledger, Filter(text="met room", since=since, until=until)).count == count


def test_lists_go_on_after_the_last_line_seen(ledger: Ledger) -> None:
    for locator in ("a.pdf", "b.pdf", "Ж.pdf"):
        ledger.skip(Skipped(locator, "damaged", "save it again"))
    page = document("mentions", "Abc abc Xyz Uvw.")
    spots = ((0, "x"), (4, "x"), (8, "x"), (8, "y"), (12, "x"))
    ledger.add(page, reading(unlinked=tuple(Unlinked(page.text[n : n + 3], n, n + 3, why) for n, why in spots)))
    by_key: list[tuple[Any, Callable[[Any], Any]]] = [
        (partial(queries.actors, ledger), lambda a: (a.statements, a.actor)),
        (partial(suggest_actors, ledger, "k"), lambda a: (a.statements, a.actor)),
        (partial(queries.skipped, ledger), lambda s: s.locator),
        (partial(queries.unlinked, ledger), lambda u: (u.count, u.text, u.reason)),
    ]
    for ask, key in by_key:
        whole, seen, found = ask(limit=100), None, []
        while page_of := ask(limit=1, after=seen):
            found += page_of
            seen = key(page_of[-1])
        assert tuple(found) == whole
        assert whole
    document_id = next(d.document_id for d in queries.documents(ledger)[0] if d.statements > 1)
    whole, cursor, read = read_in(ledger, document_id), None, []
    while True:
        told = page_in(ledger, document_id, limit=1, cursor=cursor)
        read += told.statements
        if (cursor := told.cursor) is None:
            break
    assert tuple(read) == whole
    with pytest.raises(InvalidRecord):
        page_in(ledger, document_id, cursor="1")


def test_matches_by_words_and_by_filter_come_with_facets(ledger: Ledger) -> None:
    told = matches(ledger, Filter(text="met room"), limit=2)
    assert (told.count, len(told.statements), told.at_least) == (3, 2, False)
    assert {f.name: f.values for f in told.facets}["kind"] == (("meeting", 3),)
    assert {f.name: f.values for f in told.facets}["year"] == (("2019", 1), ("2018", 1))
    rest = matches(ledger, Filter(text="met room"), limit=2, cursor=told.cursor)
    assert (len(rest.statements), rest.cursor) == (1, None)
    assert matches(ledger, Filter(text="met room", since="2019")).count == 1
    assert matches(ledger, Filter(actors=("SRB",), kinds=("agreement",))).count == 2
    assert matches(ledger, Filter(actors=("Atlantis",))).count == 0
    assert matches(ledger, Filter(text="---")).statements == ()


def test_a_thing_is_followed_through_its_stages_by_name_and_acronym(ledger: Ledger) -> None:
    told = lifecycle(ledger, "Individual Partnership Action Plan")
    assert [line.best.statement.stage for line in told.facts] == ["concluded", "signed"]
    assert dict(told.parties) == {"NATO": 2, "SRB": 2}
    assert lifecycle(ledger, "IPAP", party="XKX").total == 0
    with pytest.raises(UnknownName):
        lifecycle(ledger, "Treaty of Nowhere")
    assert [t.name for t in things(ledger, "indiv")] == ["Individual Partnership Action Plan (IPAP)"]
    assert "Kosovo Force" in [t.name for t in things(ledger)]


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
def test_only_what_has_a_name_is_a_thing(ledger: Ledger, thing: str, kind: str, stage: str, is_one: bool) -> None:
    page = document("fish", "It is so. It was so.", date="2020")
    fields = {"source": "NOR", "target": "MWI", "object": thing}
    ledger.add(
        page, reading(said(page, "It is so", kind, stage, **fields), said(page, "It was so", kind, stage, **fields))
    )
    assert [(t.name, t.statements) for t in things(ledger) if "fish" in t.name.lower()] == [(thing, 2)] * is_one
    assert [t.name for t in things(ledger, "fish") if t.name == thing] == [thing] * is_one


def test_the_things_that_were_read_last_come_first(ledger: Ledger) -> None:
    page = document("dam", "The dam opens.", date="2020")
    ledger.add(page, reading(said(page, "The dam opens", source="NOR", object="Shire Dam")))
    assert [t.name for t in things(ledger)][:2] == ["Shire Dam", "NATO"]


def test_a_name_means_the_same_facts_wherever_it_is_asked(ledger: Ledger) -> None:
    text = "The Blue Pact holds. The Fund of Friends of the Blue Pact in Rome pays. It was signed."
    page = document("pact", text, date="2020")
    read = [
        said(page, "The Blue Pact holds", stage="in-force", source="SRB", object="Blue Pact"),
        said(
            page, "The Fund", "assistance", "completed", source="ITA", object="Fund of Friends of the Blue Pact in Rome"
        ),
    ]
    ledger.add(page, reading(*read))
    told, shown = lifecycle(ledger, "Blue Pact"), queries.instrument(ledger, "Blue Pact")
    assert {line.number for line in told.facts} == {line.number for line in shown.facts}
    assert told.total == shown.facts_count == 1
    assert shown.related == tuple(t.name for t in told.related) == ("Fund of Friends of the Blue Pact in Rome",)


def test_what_is_undated_of_a_thing_stands_in_the_order_of_publication(ledger: Ledger) -> None:
    for stem, stage, published in (
        ("late", "completed", "2022-03"),
        ("no-date", "ended", None),
        ("soon", "planned", "2021"),
    ):
        page = document(stem, f"The dam is {stage}.", date=published, locator=f"in/{stem}.txt")
        fields = {"source": "NOR", "target": "MWI", "object": "Shire Dam"}
        ledger.add(page, reading(said(page, f"The dam is {stage}", "assistance", stage, **fields)))
    told = lifecycle(ledger, "Shire Dam")
    assert [line.best.statement.stage for line in told.facts] == ["planned", "completed", "ended"]


NAMED_ALIKE = (
    ("COD/Felix Tshisekedi", "COD/Félix Tshisekedi"),
    ("TUR/Erdogan", "TUR/Recep Tayyip Erdoğan"),
    ("PNG/J. Marape", "PNG/James Marape"),
)
NOT_ALIKE = ("CHN/Coast Guard", "PHL/Coast Guard", "KEN/William Ruto", "KEN/Ann Ruto", "SRB/Ministry", "SRB")


def test_actors_whose_names_may_be_one_are_paired_with_the_fuller_name(ledger: Ledger) -> None:
    for number, name in enumerate([*(name for pair in NAMED_ALIKE for name in pair), *NOT_ALIKE]):
        page = document(f"speech-{number}", "They spoke.", date="2020")
        ledger.add(page, reading(said(page, "They spoke", "meeting", "held", source=name, target="EU")))
    assert {(one.actor, fuller.actor) for one, fuller in alike_actors(ledger)} == set(NAMED_ALIKE)
    ((_, fuller),) = alike_actors(ledger, actor="TUR/Erdogan")
    assert fuller.actor == "TUR/Recep Tayyip Erdoğan"
    merge(ledger, "TUR/Erdogan", fuller.actor, who="ana")
    assert alike_actors(ledger, actor=fuller.actor) == ()
    assert alike_actors(ledger, actor="KEN/Ann Ruto") == ()


def test_the_first_page_counts_and_lists_what_is_new(ledger: Ledger) -> None:
    told = coverage(ledger)
    assert (told.statements, told.sources) == (7, 5)
    assert told.publishers[0] == ("Ministry of Talks", 3)
    assert newest_documents(ledger, limit=1)[0].stem == "talks-3"
    assert newest_statements(ledger, limit=1)[0].statement.quote == "They met in room 3"


def test_versions_of_a_page_are_compared(ledger: Ledger) -> None:
    before, _ = plan()
    text = "Serbia and NATO agreed the Individual Partnership Action Plan (IPAP) on 15 January 2015. Serbia met NATO."
    after = document("nato-serbia", text, date="2017", url=before.url)
    agreed = text.split(". ")[0]
    fields = {"source": "SRB", "target": "NATO"}
    ledger.add(
        after,
        reading(
            said(
                after,
                agreed,
                stage="concluded",
                object="Individual Partnership Action Plan",
                date="2015-01-15",
                **fields,
            ),
            said(after, "Serbia met NATO", "meeting", "held", **fields),
        ),
    )
    assert [v.document_id for v in versions_of(ledger, after.id)] == [before.id, after.id]
    assert (document_state(ledger, before.id).present, document_state(ledger, after.id).present) == (False, True)
    found = changes(ledger, before.id, after.id)
    assert [(a.statement.date, b.statement.date) for a, b in found.changed] == [("2015-01", "2015-01-15")]
    assert [f.statement.kind for f in found.appeared] == ["meeting"]
    assert [f.statement.stage for f in found.vanished] == ["signed"]
    old = read_in(ledger, before.id)
    assert [f.retired for f in old] == [True, True]
    assert [before.text[f.statement.start : f.statement.end] for f in old] == [f.statement.quote for f in old]
    assert place_in(ledger, before.id, old[1].id) == old[1].statement.start
    assert place_in(ledger, after.id, old[1].id) is None
    with pytest.raises(UnknownName):
        document_state(ledger, "none")


def test_nothing_that_changed_is_taken_by_what_is_less_like_it(ledger: Ledger) -> None:
    def told(stem: str, date: str, *lines: tuple[str, str, str | None]) -> str:
        """A version whose statements are visits: quote, stage and object."""
        page = document(stem, " ".join(f"{quote}." for quote, _, _ in lines), date=date, url="https://x.org/visits")
        fields = {"source": "SRB", "target": "NATO"}
        made = [said(page, quote, "meeting", stage, object=thing, **fields) for quote, stage, thing in lines]
        ledger.add(page, reading(*made))
        return page.id

    before = told(
        "visits-1",
        "2017",
        ("The council talked in Rome", "held", "Rome talks"),
        ("The council talked in Rome twice", "held", "Rome talks on trade"),
        ("The envoy came", "held", None),
        ("The envoy came", "held", None),
        ("A new round is wanted", "planned", None),
    )
    after = told(
        "visits-2",
        "2018",
        ("The council talked in Rome twice", "planned", "Rome talks on trade"),
        ("The council talked in Rome again", "held", "Rome talks"),
        ("The envoy came", "held", None),
        ("Ministers dined together", "held", None),
    )
    found = changes(ledger, before, after)
    assert [(differing(a, b), b.statement.quote) for a, b in found.changed] == [
        (("quote",), "The council talked in Rome again"),
    ]
    assert [(differing(a, b), b.statement.quote) for a, b in found.reread if a and b] == [
        (("stage",), "The council talked in Rome twice"),
    ]
    assert found.stayed == 1
    assert [f.statement.quote for f in found.appeared] == ["Ministers dined together"]
    assert [f.statement.quote for f in found.vanished] == ["The envoy came", "A new round is wanted"]


def test_what_is_read_otherwise_in_the_same_words_is_no_change_of_the_page(ledger: Ledger) -> None:
    same = "They signed the Blue Pact. Its fund has 5 million. The envoy left in haste."
    ids = []
    for year, more in (("2017", "Kenya came."), ("2018", "Peru came. They signed the Blue Pact at night.")):
        page = document("pact", f"{same} {more}", date=year, url="https://x.org/pact")
        first = year == "2017"
        read = [
            said(page, "signed the Blue Pact", source="SRB", target="KEN" if first else "PER", object="Blue Pact"),
            said(page, more.split(".")[0], "meeting", "held", source="KEN" if first else "PER"),
        ]
        # One that only the one reading has, and one that both have.
        read.append(said(page, "fund has 5 million" if first else "envoy left", "progress", "done", source="SRB"))
        if not first:
            read.append(said(page, "signed the Blue Pact at night", source="PER", object="Blue Pact at night"))
        ledger.add(page, reading(*read))
        ids.append(page.id)
    found = changes(ledger, *ids)
    quotes = [tuple(one and one.statement.quote for one in pair) for pair in found.reread]
    assert sorted(quotes, key=str) == [
        ("fund has 5 million", None),
        ("signed the Blue Pact", "signed the Blue Pact"),
        (None, "envoy left"),
    ]
    assert found.changed == ()
    assert [f.statement.quote for f in found.appeared] == ["Peru came", "signed the Blue Pact at night"]
    assert [f.statement.quote for f in found.vanished] == ["Kenya came"]
    *_, one, two, three, four = ((row["change"], row["pair"]) for row in change_rows(found))
    assert [one, two, three, four] == [("read-after", 1), ("read-before", 2), ("read-after", 2), ("read-before", 3)]


def test_a_page_that_went_back_is_compared_with_what_it_went_back_from(ledger: Ledger, clock: Clock) -> None:
    pages = [document("page", f"{who} signed it.", date="2011") for who in ("A", "B", "A")]
    for page in pages:
        ledger.add(page, reading(said(page, page.text, source="AAA")))
        clock.forward()
    now = queries.present_version(ledger, "page")
    assert (now.document_id, now.again_since) == (pages[0].id, "2026-03-03T12:00:00Z")
    assert version_before(ledger, now.document_id) == pages[1].id
    assert [line.again_since for line in queries.versions(ledger, "page")] == ["2026-03-03T12:00:00Z", None]


def test_contradictions_are_found_whole_and_by_actor(ledger: Ledger) -> None:
    page = document("other", "The plan was agreed in 2012.", date="2018")
    fields = {"source": "NATO", "target": "SRB", "object": "Individual Partnership Action Plan", "date": "2012"}
    ledger.add(page, reading(said(page, "The plan was agreed in 2012", stage="concluded", **fields)))
    assert [c.field for c in contradictions(ledger).found] == ["date"]
    assert [c.field for c in contradictions_of(ledger, ("SRB", "NATO")).found] == ["date"]
    assert contradictions_of(ledger, ("XKX",)).found == ()
    assert contradictions(ledger, cursor="nonsense").found


def test_words_and_object_narrow_each_other_down_however_many_have_them(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Filter(text="met", object="room 2")
    few = [found.id for found in matches(ledger, asked).statements]
    monkeypatch.setattr("dragoman.queries.filtering.FEW", 0)
    assert len(few) == 1
    assert [found.id for found in matches(ledger, asked).statements] == few


def test_a_page_may_be_longer_than_what_counts_rest_on(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.queries.finding.COUNTED", 1)
    told = matches(ledger, Filter(kinds=("meeting",)), limit=2)
    assert (len(told.statements), told.cursor is not None) == (2, True)
    rest = matches(ledger, Filter(kinds=("meeting",)), limit=2, cursor=told.cursor)
    assert (len(rest.statements), rest.cursor) == (1, None)


def test_only_versions_of_one_page_are_compared(ledger: Ledger) -> None:
    (one, *_), (other, *_) = plan(), force()
    with pytest.raises(UnknownName, match="no other version"):
        earlier_version(ledger, one.id, other.id)
