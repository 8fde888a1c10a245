"""What was read in one version of a document, and what another says differently."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman import queries
from dragoman.errors import InvalidRecord, UnknownName
from dragoman.ledger import Ledger
from dragoman.ledger.decisions import reject
from dragoman.queries.inside import (
    Changes,
    changes,
    document_state,
    earlier_version,
    page_in,
    place_in,
    read_in,
    version_before,
    versions_of,
)
from ledger_samples import Clock, document, force, plan, reading, said


def test_versions_of_a_page_are_compared(talks: Ledger) -> None:
    before, _ = plan()
    text = "Serbia and NATO agreed the Individual Partnership Action Plan (IPAP) on 15 January 2015. Serbia met NATO."
    after = document("nato-serbia", text, date="2017", url=before.url)
    agreed = text.split(". ")[0]
    fields = {"source": "SRB", "target": "NATO"}
    talks.add(
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
    assert [v.document_id for v in versions_of(talks, after.id)] == [before.id, after.id]
    assert (document_state(talks, before.id).present, document_state(talks, after.id).present) == (False, True)
    found = changes(talks, before.id, after.id)
    assert [(a.statement.date, b.statement.date) for a, b in found.changed] == [("2015-01", "2015-01-15")]
    assert [f.statement.kind for f in found.appeared] == ["meeting"]
    assert [f.statement.stage for f in found.vanished] == ["signed"]
    old = read_in(talks, before.id)
    assert [f.retired for f in old] == [True, True]
    assert [before.text[f.statement.start : f.statement.end] for f in old] == [f.statement.quote for f in old]
    assert place_in(talks, before.id, old[1].id) == old[1].statement.start
    assert place_in(talks, after.id, old[1].id) is None
    with pytest.raises(UnknownName):
        document_state(talks, "none")


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


def test_a_page_that_went_back_is_compared_with_what_it_went_back_from(ledger: Ledger, clock: Clock) -> None:
    pages = [document("page", f"{who} signed it.", date="2011") for who in ("A", "B", "A")]
    for page in pages:
        ledger.add(page, reading(said(page, page.text, source="AAA")))
        clock.forward()
    now = queries.present_version(ledger, "page")
    assert (now.document_id, now.again_since) == (pages[0].id, "2026-03-03T12:00:00Z")
    assert version_before(ledger, now.document_id) == pages[1].id
    assert [line.again_since for line in queries.versions(ledger, "page")] == ["2026-03-03T12:00:00Z", None]


def test_only_versions_of_one_page_are_compared(talks: Ledger) -> None:
    (one, *_), (other, *_) = plan(), force()
    with pytest.raises(UnknownName, match="no other version"):
        earlier_version(talks, one.id, other.id)


def test_the_pages_of_a_version_add_up_to_it(talks: Ledger) -> None:
    document_id = next(d.document_id for d in queries.documents(talks)[0] if d.statements > 1)
    whole, cursor, read = read_in(talks, document_id), None, []
    while True:
        told = page_in(talks, document_id, limit=1, cursor=cursor)
        read += told.statements
        if (cursor := told.cursor) is None:
            break
    assert tuple(read) == whole
    with pytest.raises(InvalidRecord):
        page_in(talks, document_id, cursor="1")


def test_a_stretch_of_a_version_has_what_begins_in_it(ledger: Ledger) -> None:
    page = document("page", "A met. B met. C met.")
    ledger.add(page, reading(*(said(page, f"{who} met", "meeting", "held", source=f"/{who}") for who in "ABC")))

    def quotes(*stretch: int) -> list[str]:
        return [found.statement.quote for found in read_in(ledger, page.id, *stretch)]

    assert quotes() == ["A met", "B met", "C met"]
    assert quotes(7) == ["B met", "C met"]
    assert quotes(0, 7) == quotes(0, 1) == ["A met"]
    assert quotes(7, 7) == quotes(15) == []
    reject(ledger, read_in(ledger, page.id)[0].id, who="ana")
    assert quotes() == ["B met", "C met"]


@pytest.mark.parametrize("ask", [read_in, page_in, version_before, document_state])
def test_a_version_that_is_not_there_is_named(ledger: Ledger, ask: Callable[[Ledger, str], object]) -> None:
    with pytest.raises(UnknownName, match="no document with id 'none'"):
        ask(ledger, "none")


@pytest.mark.parametrize("cursor", ["", "1", "1\x032", "a\x03b\x03c", "1\x032\x03-3", f"1\x032\x03{'9' * 18}"])
def test_a_foreign_cursor_is_refused(ledger: Ledger, cursor: str) -> None:
    page, read = plan()
    ledger.add(page, read)
    with pytest.raises(InvalidRecord, match="the cursor is not one of ours"):
        page_in(ledger, page.id, cursor=cursor)


def test_the_version_before_is_the_next_one_of_the_first(ledger: Ledger) -> None:
    pages = [document("page", f"In {y}.", date=y, url="https://example.org/p") for y in ("2014", "2015", "2016")]
    ledger.add(pages[0], reading())
    with pytest.raises(UnknownName, match="one version only"):
        version_before(ledger, pages[0].id)
    assert versions_of(ledger, "none") == ()
    for page in pages[1:]:
        ledger.add(page, reading())
    first, second, third = (page.id for page in pages)
    assert [version_before(ledger, each) for each in (first, second, third)] == [second, first, second]
    assert earlier_version(ledger, third, None) == second
    assert earlier_version(ledger, third, first) == first
    for wrong in (third, "none"):
        with pytest.raises(UnknownName, match="no other version"):
            earlier_version(ledger, third, wrong)
    assert changes(ledger, first, third) == Changes((), (), (), (), 0)
