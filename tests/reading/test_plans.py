"""Stages told before the object: (kind, stage read, clause before the object, stage it has)."""

import pytest

from dragoman.codebook import codebook
from dragoman.reading.plans import STILL_TO_COME, stage_to_come, stage_told

CASES = [
    ("agreement", "signed", "Namibia will sign a ", "proposed"),
    ("agreement", "signed", "The two sides are expected to sign an ", "proposed"),
    ("agreement", "ratified", "Parliament is to ratify the ", "proposed"),
    ("meeting", "held", "The minister will soon visit ", "planned"),
    ("assistance", "completed", "Japan pledged to provide ", "planned"),
    ("relations", "established", "They plan to open an ", "planned"),
    ("agreement", "signed", "Namibia signed a ", "signed"),
    ("agreement", "signed", "The minister who will visit Peru signed the ", "signed"),
    ("agreement", "provides", "The parties will respect the ", "provides"),
    ("agreement", "signed", "The will of the people led them to sign the treaty, and they signed the ", "signed"),
    ("membership", "partner", "In 2007 Kenya joined the ", "joined"),
    ("membership", "member", "The country acceded to the ", "joined"),
    ("membership", "partner", "Kenya, which joined in 2007, is a partner of the ", "partner"),
    ("membership", "not-member", "Kenya never joined the ", "not-member"),
    ("event", "occurred", "Troops joined the ", "occurred"),
]


@pytest.mark.parametrize(("kind", "stage", "before", "expected"), CASES, ids=[c[2] for c in CASES])
def test_what_is_to_come_is_not_done_and_who_joined_has_joined(
    kind: str, stage: str, before: str, expected: str
) -> None:
    assert stage_told(kind, stage, before) == expected


def test_every_stage_to_come_is_in_the_codebook() -> None:
    for (kind, stage), planned in STILL_TO_COME.items():
        assert {stage, planned} <= set(codebook().kinds[kind].stages)


def test_a_megabyte_of_plans_is_read_in_passing() -> None:
    assert stage_to_come("agreement", "signed", "it will sign " * 90_000) == "proposed"
