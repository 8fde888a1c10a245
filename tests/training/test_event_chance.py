"""What the weights of an event's probability are fitted on."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from evaluation.events_gold import Wanted
from training.event_chance import Draft, between, drafted, weights

from dragoman.documents import document_from_text
from dragoman.events.records import Classified, Pair
from dragoman.records import Reading, Statement

TEXT = "Chile accused Peru. Chile thanked Bolivia."


class Seeing:
    """Gives every pair the same answer."""

    def classify(self, pairs: Sequence[Pair]) -> list[Classified]:
        return [Classified(pair.uid, "ACCUSE", probability=0.9, runners_up=(("NONE", 0.1),)) for pair in pairs]


def said(quote: str, event: str, target: str, confidence: float) -> Statement:
    start = TEXT.index(quote)
    fields = {"event": event, "source": ("CHL",), "target": (target,), "confidence": confidence}
    return Statement("d", "position", "supports", quote, start, start + len(quote), **fields)  # type: ignore[arg-type]


def test_a_draft_has_both_views_and_whether_it_is_right() -> None:
    document = document_from_text(TEXT, date="2021-03-10", language="en", stem="d")
    read = Reading("test", (said("Chile accused Peru.", "ACCUSE", "PER", 0.3),
                            said("Chile thanked Bolivia.", "SUPPORT", "BOL", 0.8)))  # fmt: skip
    gold = [Wanted("ACCUSE", "CHL", "PER", 0, 19, anyhow=False), Wanted("AID", "CHL", "BOL", 20, 42, anyhow=False)]
    first, second = drafted(document, read, gold, Seeing())
    assert (first.right, second.right) == (True, False)
    assert [first.confidence, second.confidence] == pytest.approx([0.3, 0.8], abs=1e-3)
    assert first.seen == pytest.approx(0.9, abs=1e-3)
    assert second.seen < 0.01


def test_what_only_the_classifier_sees_is_a_draft_without_confidence() -> None:
    document = document_from_text(TEXT, date="2021-03-10", language="en", stem="d")
    read = Reading("test", (said("Chile accused Peru.", "ACCUSE", "PER", 0.3),))
    gold = [Wanted("ACCUSE", "CHL", "BOL", 20, 42, anyhow=False)]
    (draft,) = between(document, read, gold, Seeing())
    assert (draft.confidence, draft.right) == (0.0, True)
    assert draft.seen == pytest.approx(0.9, abs=1e-3)


def test_what_tells_right_from_wrong_has_the_weight() -> None:
    drafts = [Draft(confidence, 0.5, right=True) for confidence in (0.7, 0.8, 0.9, 0.4)]
    drafts += [Draft(confidence, 0.5, right=False) for confidence in (0.1, 0.2, 0.3, 0.6)]
    found = weights(drafts, np.array([d.right for d in drafts], dtype=float), ("confidence", "seen"))
    assert found[0] > 0.5
    assert found[1] == pytest.approx(0)


def test_a_recipient_that_is_not_named_has_its_own_weight() -> None:
    drafts = [Draft(0.5, 0.5, right, nobody=not right) for right in (True, False) for _ in range(5)]
    found = weights(drafts, np.array([d.right for d in drafts], dtype=float), ("confidence",), ("nobody", "outside"))
    assert found[1] < -0.5
    assert found[2] == pytest.approx(0)


def test_a_draft_tells_whether_its_recipient_is_named() -> None:
    document = document_from_text("Chile was angry.", date="2021-03-10", language="en", stem="d")
    fields = {"event": "COERCE", "source": ("CHL",), "confidence": 0.9}
    statements = tuple(
        Statement("d", "event", "occurred", document.text, 0, 16, target=target, **fields)  # type: ignore[arg-type]
        for target in ((), ("PER",))
    )
    drafts = drafted(document, Reading("test", statements), [], Seeing())
    assert sorted((d.nobody, d.outside) for d in drafts) == [(False, True), (True, False)]
