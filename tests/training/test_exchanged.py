"""Documents with other countries in them."""

from __future__ import annotations

import random
from typing import Any

from training.exchanged import exchangeable, exchanged

STATEMENT: dict[str, Any] = {
    "kind": "position", "stage": "supports", "source": ["KEN/Jo Lind", "USA"], "target": ["PER"],
    "object": "Kenyan bid", "date": None, "end": None, "value": None, "by": [], "event": None,
    "quote": "Peru backs the Kenyan bid",
}  # fmt: skip


def document(text: str) -> dict[str, Any]:
    return {"id": "d", "title": "KENYA and Peru", "publisher": "US mission", "text": text, "statements": [STATEMENT]}


def test_text_and_statements_name_the_same_other_states() -> None:
    made = exchanged(document("Nairobi. The US notes: Peru backs the Kenyan bid of Kenya."), random.Random(1))
    assert made is not None
    (said,) = made["statements"]
    states = exchangeable()
    new, other = said["source"][0].split("/")[0], said["target"][0]
    assert {new, other}.isdisjoint({"KEN", "PER", "USA"})
    assert said["source"] == [f"{new}/Jo Lind", "USA"]
    assert said["object"] == f"{states[new][1]} bid"
    assert said["quote"] == f"{states[other][0]} backs the {states[new][1]} bid"
    assert made["text"] == f"{states[new][3]}. The US notes: {said['quote']} of {states[new][0]}."
    assert made["title"] == f"{states[new][0].upper()} and {states[other][0]}"
    assert made["publisher"] == "US mission"


def test_same_order_same_document() -> None:
    raw = document("Peru backs the Kenyan bid of Kenya.")
    assert exchanged(raw, random.Random(3)) == exchanged(raw, random.Random(3))
    assert raw["statements"] == [STATEMENT]


def test_nothing_to_exchange() -> None:
    assert exchanged(document("The US and the UK agreed."), random.Random(1)) is None
