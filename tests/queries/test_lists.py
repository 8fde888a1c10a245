"""Lists of actors, documents, versions and of what waits."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from dragoman import queries
from dragoman.errors import UnknownName
from dragoman.ledger import Ledger
from dragoman.ledger.decisions import merge
from dragoman.queries import Summary, alike_actors, suggest_actors
from dragoman.records import Skipped, Unlinked
from ledger_samples import Clock, document, reading, said


def test_actors_with_most_statements_come_first(filled: Ledger) -> None:
    assert [(a.actor, a.statements) for a in queries.actors(filled)] == [
        ("NATO", 4),
        ("XKX", 2),
        ("SRB", 2),
        ("NATO/KFOR", 1),
    ]
    assert [a.actor for a in queries.actors(filled, code="NATO")] == ["NATO", "NATO/KFOR"]
    assert [a.actor for a in queries.find_actors(filled, "kfor")] == ["NATO/KFOR"]


def test_documents_are_listed_by_name(filled: Ledger) -> None:
    lines, cursor = queries.documents(filled, limit=2)
    assert [line.stem for line in lines] == ["kosovo-force", "nato-serbia"]
    assert [line.stem for line in queries.documents(filled, limit=2, cursor=cursor)[0]] == ["vest"]
    assert lines[1].source == "https://example.org/serbia"
    assert queries.summary(filled).statements == 4
    with pytest.raises(UnknownName):
        queries.versions(filled, "nowhere")
    with pytest.raises(UnknownName):
        queries.document(filled, "nowhere")


def test_the_least_confident_wait_first(filled: Ledger) -> None:
    assert [f.statement.confidence for f in queries.review_queue(filled)] == [0.7, 0.9, 0.9, 0.9]
    assert len(queries.review_queue(filled, below=0.8)) == 1


def test_actors_are_found_by_the_beginning_of_their_name(talks: Ledger) -> None:
    assert [a.actor for a in suggest_actors(talks, "kf")] == ["NATO/KFOR"]
    assert [a.actor for a in suggest_actors(talks, "serb")] == ["SRB"]
    assert "NATO" in {a.actor for a in suggest_actors(talks, "north atl")}
    page = document("named", "Македонија met us.")
    met = said(page, "Македонија met us", "meeting", "held", source="/Македонија", object="met us")
    talks.add(page, reading(met))
    assert [a.actor for a in suggest_actors(talks, "Мак")] == ["/Македонија"]
    assert suggest_actors(talks, "%") == ()


def test_lists_go_on_after_the_last_line_seen(talks: Ledger) -> None:
    for locator in ("a.pdf", "b.pdf", "Ж.pdf"):
        talks.skip(Skipped(locator, "damaged", "save it again"))
    page = document("mentions", "Abc abc Xyz Uvw.")
    spots = ((0, "x"), (4, "x"), (8, "x"), (8, "y"), (12, "x"))
    talks.add(page, reading(unlinked=tuple(Unlinked(page.text[n : n + 3], n, n + 3, why) for n, why in spots)))
    by_key: list[tuple[Any, Callable[[Any], Any]]] = [
        (partial(queries.actors, talks), lambda a: (a.statements, a.actor)),
        (partial(suggest_actors, talks, "k"), lambda a: (a.statements, a.actor)),
        (partial(queries.skipped, talks), lambda s: s.locator),
        (partial(queries.unlinked, talks), lambda u: (u.count, u.text, u.reason)),
    ]
    for ask, key in by_key:
        whole, seen, found = ask(limit=100), None, []
        while page_of := ask(limit=1, after=seen):
            found += page_of
            seen = key(page_of[-1])
        assert tuple(found) == whole
        assert whole


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


def test_lists_of_an_empty_ledger_are_empty(ledger: Ledger) -> None:
    assert queries.documents(ledger) == ((), None)
    assert queries.actors(ledger) == queries.skipped(ledger) == queries.not_read(ledger) == ()
    assert queries.unlinked(ledger) == queries.review_queue(ledger) == queries.alike_actors(ledger) == ()
    assert queries.summary(ledger) == Summary(0, 0, 0, 0, 0, 0, 0, 0, 0, ())


def test_an_actor_is_found_as_it_is_written_else_whatever_case_and_marks(ledger: Ledger) -> None:
    page = document("named", "They met.")
    names = "SRB/Đurić, XKX/Duric, /DURIC"
    ledger.add(page, reading(said(page, "They met", "meeting", "held", source=names)))
    assert [a.actor for a in queries.find_actors(ledger, "XKX/Duric")] == ["XKX/Duric"]
    assert [a.actor for a in queries.find_actors(ledger, "đuric")] == ["/DURIC", "SRB/Đurić", "XKX/Duric"]
    assert queries.find_actors(ledger, "Durich") == ()


def test_lines_may_be_skipped(talks: Ledger) -> None:
    assert queries.actors(talks, limit=2, offset=1) == queries.actors(talks)[1:3]
    assert queries.actors(talks, code="NATO", offset=1) == queries.actors(talks, code="NATO")[1:]
    assert queries.actors(talks, offset=99) == ()


def test_whole_names_that_begin_so_come_before_words_in_names() -> None:
    found = queries.directory_beginning("guinea")
    assert found[0] == ("GIN", "Guinea")
    assert ("GNQ", "Equatorial Guinea") in found
    assert found.index(("GNB", "Guinea-Bissau")) < found.index(("GNQ", "Equatorial Guinea"))
    assert queries.directory_beginning("uinea") == queries.directory_beginning("") == []


def test_only_what_is_present_counts_as_not_linked_and_not_read(ledger: Ledger) -> None:
    page = document("page", "The Elders met.")
    ledger.add(page, reading(unlinked=(Unlinked("The Elders", 0, 10, "no such actor"),), not_read="language sr"))
    assert [(u.text, u.count) for u in queries.unlinked(ledger)] == [("The Elders", 1)]
    assert queries.not_read(ledger) == (("page", "language sr"),)
    ledger.add(document("page", "Nobody met."), reading())
    assert queries.unlinked(ledger) == queries.not_read(ledger) == ()
    assert (queries.summary(ledger).documents, queries.summary(ledger).versions) == (1, 2)


def test_the_present_version_is_the_one_that_a_file_is(ledger: Ledger, clock: Clock) -> None:
    pages = [document("page", f"In {year}.", date=year, url="https://example.org/p") for year in ("2016", "2014")]
    for page in pages:
        ledger.add(page, reading())
        clock.forward()
    assert [v.date for v in queries.versions(ledger, "page")] == ["2014", "2016"]
    assert queries.present_version(ledger, "https://example.org/p").date == "2014"
    with pytest.raises(UnknownName):
        queries.present_version(ledger, "nowhere")
