"""Sifting: a higher cut keeps fewer, twins are told once, and an object ends where the next one begins."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.codebook import codebook
from dragoman.reading.confidence import NAMES, Candidate, Confidence, log_odds, of_one_feature
from dragoman.reading.sifting import joint, sift
from dragoman.records import Evidence, Statement

TEXT = "Chile signed and ratified a trade agreement and a border treaty with Peru."
GOALS = "The two sides will combat child  labour and protect children, schools and the young."
PLAIN = of_one_feature("kind", 0.0)


def made(words: str, sure: float = 0.8, kind: str = "agreement", stage: str = "signed", text: str = TEXT) -> Candidate:
    """A candidate about ``words`` of ``text``; ``sure`` is its chance under PLAIN."""
    low = text.index(words)
    high = low + len(words)
    told = Evidence("object", "", low, high)
    statement = Statement(
        "d", kind, stage, text, 0, len(text), ("CHL",), ("PER",), " ".join(words.split()), evidence=(told,)
    )
    features = np.zeros(len(NAMES))
    features[NAMES.index("kind")] = log_odds(sure)
    return Candidate(statement, (low, high), features, joint(text, low))


def kept(confidence: Confidence, *candidates: Candidate) -> list[tuple[str | None, str, str]]:
    return [(s.object, s.kind, s.stage) for s in sift(confidence, list(candidates))]


def test_the_statement_carries_its_chance() -> None:
    [statement] = sift(PLAIN, [made("trade agreement", 0.7)])
    assert statement.confidence == pytest.approx(0.7)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["trade agreement", "agreement", "border treaty", "treaty with Peru", "Chile", "signed"]),
            st.sampled_from(["agreement", "meeting"]),
            st.floats(0.01, 0.99),
        ),
        max_size=12,
    )
)
def test_a_higher_cut_keeps_a_part_of_what_a_lower_one_keeps(drawn: list[tuple[str, str, float]]) -> None:
    found = [made(words, sure, kind, "held" if kind == "meeting" else "signed") for words, kind, sure in drawn]
    before: list[tuple[str | None, str, float]] | None = None
    for cut in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0):
        now = [(s.object, s.kind, s.confidence) for s in sift(replace(PLAIN, cut=cut), found)]
        assert all(chance >= cut - 1e-4 for _, _, chance in now)
        if before is not None:
            assert all(row in before for row in now)
        before = now


def test_twins_are_told_once_by_the_surer() -> None:
    sure, twin = made("trade agreement", 0.8), made("agreement", 0.6)
    assert kept(PLAIN, twin, sure) == [("trade agreement", "agreement", "signed")]
    assert kept(PLAIN, sure, twin) == [("trade agreement", "agreement", "signed")]


@pytest.mark.parametrize(
    "other",
    [
        made("border treaty", 0.6),
        made("trade agreement", 0.6, "objective", "set"),
        made("trade agreement", 0.6, "agreement", "ratified"),
    ],
    ids=["another object", "another kind", "another stage of the same"],
)
def test_others_are_no_twins(other: Candidate) -> None:
    assert len(kept(PLAIN, made("trade agreement", 0.8), other)) == 2


def test_the_order_is_that_of_the_text() -> None:
    first, second = made("trade agreement", 0.6), made("border treaty", 0.9)
    assert [row[0] for row in kept(PLAIN, second, first)] == ["trade agreement", "border treaty"]


def test_the_order_given_does_not_matter() -> None:
    found = [made(words, 0.5) for words in ("trade agreement", "agreement", "border treaty", "treaty with Peru")]
    assert kept(PLAIN, *found) == kept(PLAIN, *found[::-1])


def test_nothing_gives_nothing() -> None:
    assert sift(PLAIN, []) == []


LONG, SHORT = "combat child  labour and protect children", "protect children"


def goal(words: str, sure: float = 0.8, kind: str = "objective") -> Candidate:
    return made(words, sure, kind, "set" if kind == "objective" else "held", GOALS)


@pytest.mark.parametrize("sure", [(0.8, 0.6), (0.6, 0.8)])
def test_an_object_that_runs_on_into_the_next_ends_before_it(sure: tuple[float, float]) -> None:
    found = sift(PLAIN, [goal(LONG, sure[0]), goal(SHORT, sure[1])])
    assert [s.object for s in found] == ["combat child labour", "protect children"]
    (evidence,) = found[0].evidence
    assert GOALS[evidence.start : evidence.end] == "combat child  labour"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (goal(LONG, kind="meeting"), goal(SHORT, 0.6, "meeting")),
        (goal("labour and protect children"), goal(SHORT, 0.6)),
        (goal(LONG), goal("children", 0.6)),
    ],
    ids=["of a kind without verbs", "one word would be left", "no conjunction before it"],
)
def test_other_objects_within_one_are_twins(one: Candidate, other: Candidate) -> None:
    assert [s.object for s in sift(PLAIN, [one, other])] == [one.statement.object]


def test_the_object_stays_whole_where_the_next_is_not_told() -> None:
    found = sift(replace(PLAIN, cut=0.5), [goal(LONG, 0.8), goal(SHORT, 0.4)])
    assert [s.object for s in found] == ["combat child labour and protect children"]


@pytest.mark.parametrize(
    ("before", "ends"),
    [
        ("combat labour and ", "combat labour"),
        ("combat labour, and to ", "combat labour"),
        ("combat labour as well as\n   the ", "combat labour"),
        ("combat labour; ", "combat labour"),
        ("combat island ", None),
        ("and ", None),
    ],
)
def test_the_conjunction_before_an_object(before: str, ends: str | None) -> None:
    at = joint(before, len(before))
    assert (before[:at] if at is not None else None) == ends


@pytest.mark.parametrize(("sure", "told"), [(0.39, 1), (0.41, 2)])
def test_an_unsure_reading_of_words_that_another_kind_has_is_dropped(sure: float, told: int) -> None:
    assert len(kept(PLAIN, made("trade agreement", 0.8), made("trade agreement", sure, "objective", "set"))) == told


def test_the_reason_is_of_the_stage_that_is_told() -> None:
    """The words before the object may have moved a candidate to another stage."""
    one = replace(made("trade agreement", stage="proposed"), drew_on=lambda: "signed")
    [statement] = sift(PLAIN, [one])
    assert statement.reason == f"“signed” was read as agreement: {codebook().stage('agreement', 'proposed').says}"


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("membership", "Chile joined the Bank in 1963 and the Union in 1964.", ["Bank", "Union"]),
        ("membership", "Chile joined the Bank, and the Union let it in.", ["Bank", "Union"]),
        ("membership", "Chile joined the Bank long before it had heard of the Union.", ["Bank"]),
        ("agreement", "Chile joined the Bank in 1963 and the Union in 1964.", ["Bank"]),
    ],
)
def test_a_membership_in_a_list_needs_less(kind: str, text: str, found: list[str]) -> None:
    stage = {"membership": "joined", "agreement": "signed"}[kind]
    sure, unsure = made("Bank", 0.8, kind, stage, text), made("Union", 0.3, kind, stage, text)
    assert [name for name, _, _ in kept(replace(PLAIN, cut=0.4), unsure, sure)] == found
    assert kept(replace(PLAIN, cut=0.7), unsure, sure) == [("Bank", kind, stage)]
    assert kept(replace(PLAIN, cut=0.4), unsure) == []
