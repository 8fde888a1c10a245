"""From states to statements with random heads: whatever they say, the statements keep the contract's form."""

from __future__ import annotations

import json
from dataclasses import asdict, replace

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dragoman import edtf
from dragoman.codebook import READ, codebook
from dragoman.reading.confidence import Candidate
from dragoman.reading.decode import clauses_around, undone
from dragoman.reading.encoder import candidates
from dragoman.reading.prepared import prepare
from dragoman.reading.roles import ONE_TARGET, Settings
from dragoman.reading.sifting import reason
from dragoman.records import Document
from reader_samples import NEWS, document, encode, random_heads, tokenizer

LOOSE = Settings(anchor=0.75, second_stage=0.9, source=0.5, target=0.5, by=0.6, date=0.4, value=0.4)


def decoded(made: Document, seed: int = 0, cuts: Settings = LOOSE) -> list[Candidate]:
    return candidates(made, prepare(made, tokenizer()), encode, random_heads(seed), cuts)


def check(made: Document, found: list[Candidate]) -> None:
    text = made.text
    for candidate in found:
        statement = candidate.statement
        stage = codebook().stage(statement.kind, statement.stage)
        assert statement.doc == made.stem
        assert statement.quote
        assert text[statement.start : statement.end] == statement.quote
        assert statement.quote.strip()
        low, high = candidate.object_span
        assert statement.start <= low < high <= statement.end
        assert statement.object == " ".join(text[low:high].split())
        assert not set(statement.source) & set(statement.target)
        for role in (statement.source, statement.target, statement.by):
            assert len(set(role)) == len(role)
            assert all(role)
        for date in (statement.date, statement.end_date):
            assert date is None or edtf.is_valid(date)
        assert statement.event in (None, *codebook().plover)
        if stage.event != READ and statement.kind != "position":
            assert statement.event == stage.event
        assert reason(candidate)
        assert statement.rule
        assert np.isfinite(candidate.features).all()
        for one in statement.evidence:
            assert 0 <= one.start < one.end <= len(text)
            assert text[one.start : one.end].strip()
        roles = {one.role for one in statement.evidence}
        assert "object" in roles
        assert ("date" in roles) == bool(statement.date or statement.end_date)
        assert ("value" in roles) == bool(statement.value)


@pytest.mark.parametrize("seed", range(5))
def test_any_weights_give_statements_in_form(seed: int) -> None:
    made = document(NEWS, title="Chile and Peru in talks", publisher="US Department of State", date="2016-02-17")
    found = decoded(made, seed)
    assert found
    check(made, found)


def test_every_field_is_filled_somewhere() -> None:
    made = document(NEWS, title="Chile and Peru in talks", publisher="US Department of State", date="2016-02-17")
    found = [c.statement for seed in range(5) for c in decoded(made, seed)]
    for name in ("source", "target", "by", "date", "value", "object", "event"):
        assert any(getattr(s, name) for s in found), name


def test_an_actor_without_a_place_is_one_of_the_setting() -> None:
    made = document(NEWS, title="Chile and Peru in talks", publisher="US Department of State")
    found = prepare(made, tokenizer())
    setting = {actor.split("/")[0] for actor in (*found.context, found.publisher or "")}
    for seed in range(5):
        for candidate in decoded(made, seed):
            shown = {(e.role, e.value) for e in candidate.statement.evidence}
            for role in ("source", "target", "by"):
                for actor in getattr(candidate.statement, role):
                    assert (role, actor) in shown or actor.split("/")[0] in setting


def test_a_state_acts_as_itself_or_as_its_official() -> None:
    made = document("Chilean Foreign Minister Ana Muñoz met Peruvian President Juan Quispe. Chile and Peru agreed.")
    for seed in range(4):
        for candidate in decoded(made, seed, Settings(anchor=0.7, second_stage=1.1, source=0.3, target=0.3)):
            for role in (candidate.statement.source, candidate.statement.target, candidate.statement.by):
                bare = {actor for actor in role if "/" not in actor}
                assert not bare & {actor.split("/")[0] for actor in role if "/" in actor}


def test_cuts_are_kept() -> None:
    made = document(NEWS, date="2016-02-17")
    never = Settings(
        anchor=0.6,
        second_stage=1.1,
        source=1.1,
        target=1.1,
        party=1.1,
        other_party=1.1,
        likely_target=1.1,
        by=1.1,
        date=1.1,
        value=1.1,
    )
    for candidate in decoded(made, 1, never):
        s = candidate.statement
        assert (s.by, s.date, s.end_date, s.value) == ((), None, None, None)
        assert len(s.target) <= (s.kind in ONE_TARGET)
    assert decoded(made, 1, Settings(anchor=1.1)) == []


def test_a_symmetrical_kind_has_two_sides_where_another_is_likely_enough() -> None:
    made = document("Chile signed a treaty with Peru on 3 March 2014.")
    loose = Settings(anchor=0.6, second_stage=1.1, party=1.1, other_party=0.0)
    for candidate in decoded(made, 2, loose):
        s = candidate.statement
        if codebook().kinds[s.kind].symmetric:
            assert {*s.source, *s.target} == {"CHL", "PER"}
            assert len(s.source) == len(s.target) == 1


def test_a_lower_anchor_cut_reads_more() -> None:
    made = document("Chile signed a treaty with Peru on 3 March 2014.")
    counts = [len(decoded(made, 2, Settings(anchor=cut, second_stage=1.1))) for cut in (0.9, 0.7, 0.5)]
    assert counts == sorted(counts)


def test_a_second_stage_makes_a_second_statement() -> None:
    made = document("Chile signed a treaty with Peru on 3 March 2014.")
    one = decoded(made, 2, Settings(anchor=0.6, second_stage=1.1))
    more = decoded(made, 2, Settings(anchor=0.6, second_stage=0.0))
    places = {(c.object_span[0], c.statement.kind) for c in one}
    assert len(places) == len(one)
    assert {(c.object_span[0], c.statement.kind) for c in more} == places
    assert len(more) > len(one)


def test_quotes_stay_in_their_sentence() -> None:
    made = document("Chile signed a treaty. Peru opened an embassy in Fiji. Kenya left.")
    split = prepare(made, tokenizer()).sentences
    for seed in range(4):
        for candidate in decoded(made, seed):
            s = candidate.statement
            assert any(one.start <= s.start and s.end <= one.end for one in split)


def test_same_input_gives_the_same_bytes() -> None:
    made = document(NEWS, title="Chile and Peru in talks", publisher="Chile", date="2016-02-17")

    def written() -> bytes:
        rows = [(asdict(c.statement), c.object_span, c.features.tolist()) for c in decoded(made, 3)]
        return json.dumps(rows, ensure_ascii=False).encode()

    assert written() == written()


@pytest.mark.parametrize(
    ("kind", "stage", "event", "gone"),
    [
        ("agreement", "signed", "SUPPORT", True),
        ("agreement", "provides", None, False),
        ("position", "opposes", "REJECT", False),
        ("event", "occurred", "REJECT", False),
        ("event", "occurred", "RETREAT", True),
    ],
)
def test_what_its_own_clause_negates_is_not_read(kind: str, stage: str, event: str | None, gone: bool) -> None:
    [some, *_] = decoded(document(NEWS), 1, Settings(anchor=0.5))
    said = replace(some, statement=replace(some.statement, kind=kind, stage=stage, event=event, object="treaty"))
    assert not undone(said, "The ", " has been signed.")
    assert undone(said, "The ", " has not been signed.") is gone
    assert undone(said, "Peru did not sign the ", ".") is gone


@pytest.mark.parametrize("marked", ["The |treaty| was not signed.", "Peru left. It never saw the |treaty| again."])
def test_the_clauses_around_an_object_end_with_its_sentence(marked: str) -> None:
    before, told, after = marked.split("|")
    made = document(before + told + after)
    found = prepare(made, tokenizer())
    [some, *_] = decoded(made, 1, Settings(anchor=0.0, second_stage=1.1))
    span = (len(before), len(before + told))
    assert clauses_around(made, found, replace(some, object_span=span)) == (before.split(". ")[-1], after)


def test_a_document_without_a_window_has_none() -> None:
    assert decoded(document("")) == []


WORDS = st.sampled_from(
    ["Chile", "Peru", "the Ministry of Interior of Serbia", "NATO", "We", "signed", "on 3 March 2014",
     "5 million euros", ". ", "\n\n", "\n- ", "# ", " | ", "\t", "\u202e", "\u200b", "\ufeff", "مرحبا", "Минск",
     "北京", "🇨🇱", "👩", "\u200d", "é", "e\u0301", "ﬁ", "İstanbul", "ß", "\x00",
     "\x1b[31m", "(", "“", "'s", "…", "ǅ", "ᾳ"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@example(["👩"], 2)
@given(st.lists(WORDS | st.text(max_size=12), max_size=30), st.integers(0, 3))
def test_any_text_is_read_in_form(pieces: list[str], seed: int) -> None:
    text = " ".join(pieces)
    for made in (document(text, title=text[:40], publisher=text[-30:]), Document("d", text)):
        check(made, decoded(made, seed))
