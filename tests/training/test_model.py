"""The weights that ship answer for what the reader asks of them: kinds, stages, events, roles and traits."""

from __future__ import annotations

import numpy as np
import pytest

from dragoman.reading.candidates import DATE_ROLES, HOWS, TRAITS
from dragoman.reading.decode import EVENTS, KINDS, STAGES
from dragoman.reading.encoder import SHIPPED
from dragoman.reading.heads import DISTANCES, LAYERS, POINTERS, ROLES

ROWS = [
    ("kind_out.weight", len(KINDS)),
    ("kind_embedding.weight", len(KINDS)),
    ("stage_out.weight", len(STAGES)),
    ("stage_embedding.weight", len(STAGES)),
    ("event_out.weight", len(EVENTS)),
    ("point_out.weight", POINTERS),
    ("slot_out.weight", ROLES),
    ("token_distance.weight", DISTANCES),
    ("slot_type.weight", len(HOWS) + len(DATE_ROLES) + 1),
    ("slot_trait.weight", TRAITS + 1),
]


@pytest.mark.parametrize(("name", "rows"), ROWS)
def test_the_shipped_weights_have_a_row_for_each(name: str, rows: int) -> None:
    with np.load(SHIPPED / "heads.npz") as stored:
        assert len(stored[name]) == rows


def test_the_shipped_weights_have_as_many_layers_as_are_used() -> None:
    with np.load(SHIPPED / "heads.npz") as stored:
        layers = {name.split(".")[1] for name in stored.files if name.startswith("layers.")}
    assert layers == set(map(str, range(LAYERS)))
