"""Names of PLOVER types, modes and contexts, in the order in which the classifier answers them."""

from __future__ import annotations

from dragoman.events.classifier import Labels
from dragoman.events.plover import ontology

TYPES = tuple(ontology().types)
MODES = {name: tuple(kind.modes) for name, kind in ontology().types.items()}
CONTEXTS = tuple(ontology().contexts)
LABELS = Labels(
    (*TYPES, None),
    tuple((event, mode) for event in TYPES if MODES[event] for mode in (None, *MODES[event])),
    CONTEXTS,
)
N_EVENTS, N_MODES = len(LABELS.events), len(LABELS.modes)
"""The classifier's first numbers are for events, those behind them for modes, the rest for contexts."""
