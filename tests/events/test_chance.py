"""The reader's confidence and the classifier's probability become one."""

from __future__ import annotations

import pytest

from dragoman.events.chance import Chance, seen
from dragoman.events.records import Classified

AID = frozenset({"AID"})


def answer(event: str | None, probability: float, *others: tuple[str, float]) -> Classified:
    return Classified("1", event, probability=probability, runners_up=others)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (answer("AID", 0.7, ("NONE", 0.2)), 0.7),
        (answer("SUPPORT", 0.7, ("AID", 0.2)), 0.2),
        (answer(None, 0.9), 0.1 / 16),
        (answer("SUPPORT", 0.6, ("NONE", 0.25)), 0.15 / 15),
        (answer("SUPPORT", 1.0, ("NONE", 0.1)), 0.0),
    ],
)
def test_a_type_that_is_not_listed_has_a_share_of_the_rest(said: Classified, expected: float) -> None:
    assert seen("AID", said) == pytest.approx(expected)


def test_each_of_the_two_counts() -> None:
    chance = Chance()
    low, high = answer("AID", 0.1), answer("AID", 0.9)
    assert chance.of(AID, 0.5, low) < chance.of(AID, 0.5, high) < chance.of(AID, 0.9, high)
    assert chance.of(AID, 0.5) < chance.of(AID, 0.9)


def test_what_only_the_classifier_sees_is_less_likely_than_it_says() -> None:
    chance = Chance()
    assert chance.of_pair(0.5) < chance.of_pair(0.9) < chance.of_pair(0.999)
    assert all(chance.of_pair(said) < said for said in (0.1, 0.5, 0.9, 0.99))


@pytest.mark.parametrize("probability", [0.0, 1.0])
@pytest.mark.parametrize("confidence", [0.0, 1.0])
def test_certainties_stay_probabilities(confidence: float, probability: float) -> None:
    for said in (None, answer("AID", probability)):
        assert 0 < Chance().of(AID, confidence, said) < 1


def test_an_event_to_come_is_what_it_is_and_what_is_promised() -> None:
    said = answer("CONSULT", 0.5, ("AGREE", 0.4))
    both = Chance().of(frozenset({"AGREE", "CONSULT"}), 0.5, said)
    assert both == pytest.approx(Chance().of(AID, 0.5, answer("AID", 0.9)))
