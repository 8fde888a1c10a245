"""Whom the name of a seat of government means: (text, name, actor of the last mention; the town's own name where it is
only a place)."""

import pytest

from linked_samples import last

TOWNS = [
    ("Peru and Mali met in New York.", "New York", "/New York"),
    ("Peru sent a consul general at New York.", "New York", "/New York"),
    ("Minister Jo Lind of Peru travelled to Brussels.", "Brussels", "/Brussels"),
    ("Jo Lind left for talks.\n\nBrussels, Belgium\n\nPeru agreed.", "Brussels", "/Brussels"),
    ("Jo Lind left for talks.\n\nNew York, New York\n\nPeru agreed.", "New York", "/New York"),
    ("Peru called (New York) twice.", "New York", "/New York"),
    # Who sits there acts, is asked or is one of several.
    ("New York urged Mali to leave.", "New York", "UN"),
    ("Peru thanked Brussels.", "Brussels", "EU"),
    ("Talks between Peru and Brussels failed.", "Brussels", "EU"),
    ("Peru wrote to New York.", "New York", "UN"),
    ("Peru sent an envoy to Brussels, London and Rome.", "Brussels", "EU"),
    ("Peru and Mali met in Lima.", "Lima", "PER"),
]


@pytest.mark.parametrize(("text", "name", "actor"), TOWNS)
def test_the_seat_of_an_organisation_or_only_a_town(text: str, name: str, actor: str) -> None:
    assert last(text, name) == (actor,)
