"""People's decisions: applied in every answer, never lost, never overwritten unseen."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman import queries
from dragoman.errors import ConflictingDecision, InvalidRecord, UnknownName
from dragoman.ledger import Ledger
from dragoman.ledger.checking import check
from dragoman.ledger.decisions import confirm, correct, merge, reject, split, undo
from dragoman.ledger.sql import rows
from dragoman.queries import Filter
from ledger.deciding import ANA, agreed, reread
from ledger_samples import AGREED, document, force, plan, reading, said


def test_confirming(filled: Ledger) -> None:
    n = confirm(filled, agreed(filled)[:6], **ANA)
    explained = queries.explain(filled, agreed(filled))
    assert explained.found.status == "confirmed"
    (decision,) = explained.decisions
    assert (decision.number, decision.who, decision.why) == (n, "ana", "as the page says")
    assert decision.at == "2026-03-01T12:00:00Z"
    assert decision.basis["statement"]["quote"] == AGREED
    assert agreed(filled) not in [f.id for f in queries.review_queue(filled)]


def test_rejecting_hides_unless_asked(filled: Ledger) -> None:
    reject(filled, agreed(filled), **ANA)
    assert queries.count(filled) == 3
    assert queries.count(filled, Filter(include_rejected=True)) == 4
    assert [f.status for f in queries.every(filled, Filter(text="agreed", include_rejected=True))] == ["rejected"]
    assert dict(queries.profile(filled, "SRB").kinds) == {"agreement": 1}
    assert dict(queries.profile(filled, "SRB", include_rejected=True).kinds) == {"agreement": 2}
    assert next(a.statements for a in queries.actors(filled) if a.actor == "SRB") == 1
    assert queries.summary(filled).rejected == 1
    assert queries.count(filled, Filter(as_of="2016-12")) == 1
    assert check(filled) == ()


def test_correcting_shows_and_finds_the_corrected(filled: Ledger) -> None:
    before = agreed(filled)
    fields = {"date": "2014-12", "target": ["EU"], "stage": "negotiating", "quote": AGREED[:20], "object": "Work Plan"}
    correct(filled, before, fields, **ANA)
    (found,) = queries.every(filled, Filter(actors=("EU",), stages=("negotiating",), until="2014", object="work plan"))
    assert found.id == before
    row = found.as_row()
    assert (row["id"], row["date"], row["target"], row["quote"]) == (before, "2014-12", ["EU"], AGREED[:20])
    assert found.original is not None
    assert (found.original["date"], found.original["target"]) == ("2015-01", ["NATO"])
    assert found.status == "corrected"
    assert queries.explain(filled, before).document.text[row["start_char"] : row["end_char"]] == row["quote"]
    assert queries.count(filled, Filter(actors=("NATO", "SRB"))) == 1
    with pytest.raises(UnknownName):
        queries.instrument(filled, "Nothing")
    assert check(filled) == ()


def test_a_second_correction_adds_to_the_first(filled: Ledger) -> None:
    n = correct(filled, agreed(filled), {"date": "2014"}, **ANA)
    correct(filled, agreed(filled), {"object": "Plan"}, seen=n, **ANA)
    (found,) = queries.every(filled, Filter(object="Plan", text="agreed"))
    assert (found.statement.date, found.statement.object) == ("2014", "Plan")


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({}, "cannot be corrected"),
        ({"doc": "other"}, "cannot be corrected"),
        ({"stage": "deployed"}, "stage"),
        ({"kind": "mission"}, "stage"),
        ({"date": "12 May"}, "EDTF|date"),
        ({"source": ["Serbia and Kosovo"]}, "CODE/Name"),
        ({"source": [""]}, "CODE/Name"),
        ({"event": "HUG"}, "event"),
        ({"quote": "never said"}, "does not stand"),
        ({"value": [{"unit": "EUR"}]}, "number"),
        ({"value": [{"number": 1, "unit": None, "bound": "most"}]}, "bound"),
        ({"object": 7}, "object"),
        ({"source": "SRB"}, "list of actors"),
        ({"source": None}, "list of actors"),
        ({"quote": 5}, "not text"),
        ({"stage": None}, "not text"),
        ({"value": "5"}, "list of values"),
        ({"value": [{"number": True}]}, "number"),
        ({"value": [{"number": float("nan")}]}, "number"),
    ],
)
def test_impossible_corrections(filled: Ledger, fields: dict[str, Any], says: str) -> None:
    with pytest.raises(InvalidRecord, match=says):
        correct(filled, agreed(filled), fields, **ANA)
    assert queries.history(filled) == ()


def test_nobody_overwrites_what_they_have_not_seen(filled: Ledger) -> None:
    first = confirm(filled, agreed(filled), **ANA)
    with pytest.raises(ConflictingDecision, match="look again"):
        reject(filled, agreed(filled), who="boris")
    reject(filled, agreed(filled), who="boris", seen=first)
    with pytest.raises(ConflictingDecision):
        correct(filled, agreed(filled), {"date": None}, who="ana", seen=first)
    assert [d.action for d in queries.history(filled, statement=agreed(filled))] == ["confirm", "reject"]


def test_undoing(filled: Ledger) -> None:
    n = reject(filled, agreed(filled), **ANA)
    undo(filled, n, who="boris", why="it is right")
    assert queries.count(filled) == 4
    assert [(d.action, d.undone) for d in queries.explain(filled, agreed(filled)).decisions] == [
        ("reject", True),
        ("undo", False),
    ]
    with pytest.raises(ConflictingDecision, match="already"):
        undo(filled, n, who="ana")
    with pytest.raises(UnknownName):
        undo(filled, 99, who="ana")
    seen = queries.explain(filled, agreed(filled)).last_decision
    n = correct(filled, agreed(filled), {"date": "2013"}, seen=seen, **ANA)
    undo(filled, n, who="ana")
    (found,) = queries.every(filled, Filter(text="agreed"))
    assert (found.statement.date, found.original) == ("2015-01", None)
    assert check(filled) == ()


def test_undoing_overwrites_nothing_unseen(filled: Ledger) -> None:
    ledger, statement = filled, agreed(filled)
    corrected = correct(ledger, statement, {"date": "2013"}, **ANA)
    confirmed = confirm(ledger, statement, seen=corrected, who="boris")
    for seen in (None, corrected, confirmed + 1, 0):
        with pytest.raises(ConflictingDecision, match=f"the last one is {confirmed}; look again"):
            undo(ledger, corrected, who="ana", seen=seen)
    assert queries.explain(ledger, statement).found.statement.date == "2013"
    other = next(f.id for f in queries.every(ledger) if f.id != statement)
    later = confirm(ledger, other, who="boris")  # is no matter of the other statement
    undone = undo(ledger, corrected, who="ana", seen=later)
    decision = queries.explain(ledger, statement).decisions[-1]
    assert (decision.number, decision.basis) == (undone, {"decision": corrected, "seen": later})


def test_undoing_a_merge_overwrites_no_later_split(ledger: Ledger) -> None:
    ledger.add(*plan())
    merged = merge(ledger, "NATO", "SRB", **ANA)
    divided = split(ledger, "NATO", who="boris", seen=merged)
    with pytest.raises(ConflictingDecision, match=f"actor NATO: you had seen decision {merged}"):
        undo(ledger, merged, who="ana")
    undo(ledger, divided, who="ana", seen=divided)
    assert queries.find_actors(ledger, "NATO")[0].merged_into == "SRB"


def test_what_is_undone_is_what_was_decided_where_the_decision_was_carried(filled: Ledger) -> None:
    ledger = filled
    n = confirm(ledger, agreed(ledger), **ANA)
    successor = reread(ledger)
    concerned = queries.concerned(ledger, n)
    assert not isinstance(concerned, str)
    assert (concerned.found.id, concerned.seen) == (successor, n)
    later = reject(ledger, successor, who="boris", seen=n)
    with pytest.raises(ConflictingDecision, match=f"statement {successor}: .* the last one is {later}"):
        undo(ledger, n, who="ana")
    undo(ledger, n, who="ana", seen=later)


def test_unknown_and_ambiguous_ids(filled: Ledger) -> None:
    for wrong in ("zz", "", "0000000000"):
        with pytest.raises(UnknownName):
            confirm(filled, wrong, **ANA)
    with pytest.raises(InvalidRecord, match="who made it"):
        confirm(filled, agreed(filled), who=" ")


def test_decisions_survive_a_rebuild(filled: Ledger) -> None:
    reject(filled, agreed(filled), **ANA)
    for page, read in (plan(), force()):
        filled.add(page, read)
    assert queries.count(filled) == 3


@pytest.mark.parametrize(
    ("called", "means"),
    [
        ("Poland", "POL"),  # of the directory, and not of the ledger
        ("Serbie", "SRB"),
        ("srb", "SRB"),
        ("kfor", "NATO/KFOR"),
        ("NATO/KFOR", "NATO/KFOR"),
        ("POL/Sejm", "POL/Sejm"),  # new
        ("/Blue Helpers", "/Blue Helpers"),
    ],
)
def test_an_actor_is_corrected_by_any_name(filled: Ledger, called: str, means: str) -> None:
    correct(filled, agreed(filled), {"source": [called], "target": ["NATO", "Severnoatlantski savez", "NATO"]}, **ANA)
    (found,) = queries.every(filled, Filter(actors=(means,), text="agreed"))
    assert (found.statement.source, found.statement.target[0]) == ((means,), "NATO")
    assert check(filled) == ()


@pytest.mark.parametrize(
    ("called", "says"),
    [
        ("Polandia", "has an actor 'Polandia'; near: Poland .POL., .* CODE/Name"),
        ("Poland/Sejm", "has the code 'Poland'; near: POL; "),
        ("Congo", "can be any of COD"),
        ("ZZZ", "has an actor 'ZZZ'"),
        ("POL/ ", "CODE/Name"),
    ],
)
def test_an_actor_that_nobody_knows_is_refused_with_near_ones(filled: Ledger, called: str, says: str) -> None:
    with pytest.raises(InvalidRecord, match=says):
        correct(filled, agreed(filled), {"by": [called]}, **ANA)
    with pytest.raises(InvalidRecord, match=says):
        merge(filled, "NATO/KFOR", called, **ANA)
    assert queries.history(filled) == ()


# Actors


def test_merged_actors_are_answered_under_either_name(filled: Ledger) -> None:
    page = document("kfor", "The Kosovo Force deters.")
    filled.add(page, reading(said(page, page.text, "mission", "deployed", source="/Kosovo Force", target="XKX")))
    n = merge(filled, "/Kosovo Force", "NATO/KFOR", **ANA)
    for name in ("/Kosovo Force", "NATO/KFOR", "kosovo force", "kfor"):
        profile = queries.profile(filled, name)
        assert (profile.about, profile.facts_count) == (("NATO/KFOR",), 2), name
    assert queries.count(filled, Filter(actors=("NATO",))) == 5
    (line,) = [a for a in queries.actors(filled) if a.actor == "/Kosovo Force"]
    assert (line.merged_into, line.statements) == ("NATO/KFOR", 0)
    with pytest.raises(InvalidRecord, match="already"):
        merge(filled, "NATO/KFOR", "/Kosovo Force", seen=n, **ANA)
    with pytest.raises(ConflictingDecision):
        split(filled, "/Kosovo Force", **ANA)
    more = document("more", "The Kosovo Force stays.")
    filled.add(more, reading(said(more, more.text, "mission", "deployed", source="/Kosovo Force", target="XKX")))
    assert queries.profile(filled, "NATO/KFOR").facts_count == 2, "the same fact, told again"
    assert check(filled) == ()
    split(filled, "/Kosovo Force", seen=n, **ANA)
    assert queries.profile(filled, "/Kosovo Force").facts_count == 1
    assert queries.profile(filled, "NATO/KFOR").facts_count == 1
    assert [d.action for d in queries.history(filled, actor="/Kosovo Force")] == ["merge", "split"]
    assert check(filled) == ()


def test_an_actor_may_be_merged_by_a_name_that_is_no_id(filled: Ledger) -> None:
    page = document("yug", "Serbia and Montenegro signed it.")
    filled.add(page, reading(said(page, page.text, source="SCG", target="NATO", object="IPAP")))
    merge(filled, "Serbia and Montenegro", "Serbia", **ANA)
    assert [a.merged_into for a in queries.actors(filled) if a.actor == "SCG"] == ["SRB"]


def test_merging_states_and_undoing_it(filled: Ledger) -> None:
    page = document("old", "Serbia and Montenegro signed it.")
    filled.add(page, reading(said(page, page.text, source="SCG/Foreign Minister", target="NATO", object="IPAP")))
    n = merge(filled, "SCG", "SRB", **ANA)
    assert queries.count(filled, Filter(actors=("SRB",))) == 3
    assert queries.count(filled, Filter(actors=("SCG",))) == 3
    assert queries.count(filled, Filter(actors=("SCG/Foreign Minister",))) == 1
    undo(filled, n, who="ana")
    assert queries.count(filled, Filter(actors=("SRB",))) == 2
    assert queries.count(filled, Filter(actors=("SCG",))) == 1
    with pytest.raises(UnknownName):
        merge(filled, "ZZZ", "SRB", **ANA)
    with pytest.raises(InvalidRecord):
        merge(filled, "NATO", "srb and friends", **ANA)
    assert check(filled) == ()


def test_merging_speakers_keeps_what_facts_have_from_others(ledger: Ledger) -> None:
    told = {"source": "SRB", "target": "NATO", "object": "Individual Partnership Action Plan"}
    page = document("dated", "The plan was agreed in 2015.", date="2016")
    ledger.add(page, reading(said(page, "The plan was agreed in 2015", stage="concluded", date="2015", **told)))
    for stem, name in (("one", "/Spokesman Lind"), ("two", "/Spokesman Ivar Lind")):
        page = document(stem, "The plan was agreed, he said.", date="2017")
        ledger.add(page, reading(said(page, "The plan was agreed", stage="concluded", by=name, **told)))
    (before,) = queries.dyad(ledger, "SRB", "NATO").facts
    merge(ledger, "/Spokesman Lind", "/Spokesman Ivar Lind", **ANA)
    (after,) = queries.dyad(ledger, "SRB", "NATO").facts
    assert (before.best.statement.date, after.best.statement.date) == ("2015", "2015")
    with ledger.reading() as connection:
        assert [tuple(r.values()) for r in rows(connection, "SELECT lo, hi FROM fact")] == [(20150101, 20151231)]


def test_undoing_a_split_makes_no_circle_of_merges(ledger: Ledger) -> None:
    page = document("p", "A and B met.")
    ledger.add(
        page, reading(said(page, "A and B met", "meeting", "held", source="/Anna", target="/Bert", object="met"))
    )
    merged = merge(ledger, "/Anna", "/Bert", **ANA)
    parted = split(ledger, "/Anna", seen=merged, **ANA)
    last = merge(ledger, "/Bert", "/Anna", seen=parted, **ANA)
    with pytest.raises(ConflictingDecision, match="merged into each other"):
        undo(ledger, parted, seen=last, **ANA)
    assert {a.actor: a.merged_into for a in queries.actors(ledger)}["/Bert"] == "/Anna"
    assert check(ledger) == ()
