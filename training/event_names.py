"""Names of PLOVER types, modes and contexts, in the order in which the classifier's heads answer them."""

from __future__ import annotations

import json

from training.examples import SHARED

_PLOVER = json.loads((SHARED / "gold_events" / "plover_ontology.json").read_text())
TYPES = (
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "COOPERATE",
    "AID",
    "CONCEDE",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "SANCTION",
    "PROTEST",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
)
MODES = {name: tuple(_PLOVER["events"][name]["modes"]) for name in TYPES}
CONTEXTS = tuple(_PLOVER["contexts"])
