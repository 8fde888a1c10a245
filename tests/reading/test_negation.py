"""Negated acts: (kind, stage, clause before the object, whether the act is undone)."""

import pytest

from dragoman.reading.negation import is_undone

CASES = [
    ("agreement", "signed", "Peru did not sign ", True),
    ("agreement", "ratified", "The parliament has never ratified ", True),
    ("relations", "severed", "Chile didn’t break off ", True),
    ("meeting", "held", "The ministers were not received for ", True),
    ("membership", "joined", "If Ukraine joined ", True),
    ("membership", "left", "Peru might leave ", True),
    ("agreement", "ended", "asked whether Peru had left ", True),
    ("agreement", "signed", "If all goes well, Peru has signed ", False),
    ("agreement", "signed", "Peru signed ", False),
    ("agreement", "signed", "Peru did not only initial but signed ", False),
    ("agreement", "signed", "Peru did not wait, and signed ", False),
    ("agreement", "in-force", "The treaty will not lapse until it ends ", False),
    ("membership", "not-member", "Nauru is not a member of ", False),
    ("position", "opposes", "Peru does not accept ", False),
    ("progress", "challenge", "The law has not been adopted ", False),
]


@pytest.mark.parametrize(("kind", "stage", "before", "undone"), CASES, ids=[c[2] for c in CASES])
def test_a_negated_act_states_nothing(kind: str, stage: str, before: str, undone: bool) -> None:
    assert is_undone(kind, stage, before) is undone


def test_a_megabyte_of_negations_is_read_in_passing() -> None:
    assert is_undone("agreement", "signed", "it did not " * 90_000) in (True, False)
