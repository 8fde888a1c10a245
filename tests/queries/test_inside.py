"""What was read in one version of a document, and what another says differently."""

from __future__ import annotations

import pytest

from dragoman import queries
from dragoman.errors import InvalidRecord, UnknownName
from dragoman.ledger import Ledger
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
