"""Names of PLOVER types, modes and contexts, in the order in which the classifier answers them."""

from __future__ import annotations

<<<<<<< HEAD
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
=======
from dragoman.events.classifier import Labels
from dragoman.events.ontology import ontology

TYPES = tuple(ontology().types)
MODES = {name: tuple(kind.modes) for name, kind in ontology().types.items()}
CONTEXTS = tuple(ontology().contexts)
LABELS = Labels(
    (*TYPES, None),
    tuple((event, mode) for event in TYPES if MODES[event] for mode in (None, *MODES[event])),
    CONTEXTS,
)
>>>>>>> main
