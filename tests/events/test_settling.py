"""Who is the guest of a visit and who the host."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from dragoman.actors.directory import directory
from dragoman.documents import document_from_text
from dragoman.events.coding import PairClassifier, code_reading
from dragoman.events.records import Classified, Pair
from dragoman.records import Reading, Statement


class Visiting:
    """Answers a visit for every pair."""

    def classify(self, pairs: Sequence[Pair]) -> list[Classified]:
        return [Classified(pair.uid, "CONSULT", ("visit",), (), 0.99) for pair in pairs]


@pytest.mark.parametrize(
    ("text", "classifier", "sides"),
    [
        ("Chile met Peru in Santiago.", Visiting(), ("PER", "CHL")),
        ("Chile met Peru in Lima.", Visiting(), ("CHL", "PER")),
        ("Chile met Peru in Vienna.", Visiting(), ("CHL", "PER")),
        ("Chile met Peru.", Visiting(), ("CHL", "PER")),
        ("Chile and Peru visited Santiago.", None, ("PER", "CHL")),
        ("Chile hosted Peru.", Visiting(), ("PER", "CHL")),
        ("Chile received on Monday the president of Peru.", Visiting(), ("PER", "CHL")),
        ("Chile was received on Monday by Peru.", Visiting(), ("CHL", "PER")),
        ("On a visit to Chile the envoy of Peru spoke.", Visiting(), ("PER", "CHL")),
        ("On a visit to Peru the envoy of Chile spoke.", Visiting(), ("CHL", "PER")),
        ("In a hall of the king, received by Chile, stood Peru.", Visiting(), ("PER", "CHL")),
    ],
)
def test_who_is_at_home_is_the_host(text: str, classifier: PairClassifier | None, sides: tuple[str, str]) -> None:
    statement = Statement("doc", "meeting", "held", text, 0, len(text), confidence=0.99, event="CONSULT",
                          source=("CHL",), target=("PER",))  # fmt: skip
    document = document_from_text(text, date="2021-03-10", language="en", stem="doc")
    (event,) = code_reading(document, Reading("test", (statement,)), directory(), classifier).events
    assert event.recipient is not None
    assert (event.mode, event.mutual, event.actor.code, event.recipient.code) == ("visit", False, *sides)


def test_a_visit_to_a_seat_is_at_home_there() -> None:
    text = "The White House visit of Greek Prime Minister Mitsotakis began."
    statement = Statement("doc", "meeting", "held", text, 0, len(text), confidence=0.99, event="CONSULT",
                          source=("USA",), target=("GRC/Mitsotakis",))  # fmt: skip
    document = document_from_text(text, date="2021-03-10", language="en", stem="doc")
    (event,) = code_reading(document, Reading("test", (statement,)), directory(), Visiting()).events
    assert (event.actor.code, event.place.country) == ("GRC/Mitsotakis", "USA")
