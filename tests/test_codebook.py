"""Kinds, their stages and the types that these imply."""

from __future__ import annotations

import pytest

from dragoman.codebook import READ, codebook, kind_ranks
from dragoman.errors import InvalidRecord


@pytest.mark.parametrize(
    ("kind", "stage", "event"),
    [
        ("relations", "severed", "SANCTION"),
        ("relations", "not-recognised", READ),
        ("membership", "joined", None),
    ],
)
def test_a_stage_implies_a_type_or_none_or_leaves_it_to_the_wording(kind: str, stage: str, event: str | None) -> None:
    assert codebook().stage(kind, stage).event == event


@pytest.mark.parametrize(
    ("kind", "stage", "says"),
    [
        ("treaty", "signed", "kind 'treaty' is not one of relations, membership, agreement"),
        ("membership", "signed", "stage 'signed' of membership is not one of member, joined"),
    ],
)
def test_a_kind_or_stage_that_is_none_is_named_with_those_that_are(kind: str, stage: str, says: str) -> None:
    with pytest.raises(InvalidRecord, match=says):
        codebook().stage(kind, stage)


def test_types_are_those_listed() -> None:
    events = {stage.event for kind in codebook().kinds.values() for stage in kind.stages.values()}
    assert events - {None, READ} <= set(codebook().plover)


def test_parties_are_in_any_order_where_the_file_says_so() -> None:
    assert codebook().kinds["agreement"].symmetric
    assert not codebook().kinds["membership"].symmetric


def test_kinds_are_ranked_as_they_stand() -> None:
    ranks = kind_ranks()
    assert list(ranks.values()) == list(range(len(codebook().kinds)))
    assert ranks["relations"] < ranks["membership"] < ranks["agreement"]
