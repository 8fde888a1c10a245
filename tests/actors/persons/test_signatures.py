"""Whom those stand for who sign: (text, name, actor), on a page of Norway's government."""

import pytest

from linked_samples import link

SIGNED = [
    ("H.E. Jo Lind (PhD), for the Government of the Republic of Chad.", "Jo Lind", "TCD/Jo Lind"),
    ("Jo Lind, on behalf of the European Union", "Jo Lind", "EU/Jo Lind"),
    ("Mr Jo Lind, Minister of Trade, for Peru.", "Jo Lind", "PER/Jo Lind"),
    ("Jo Lind, for Peru it was late.", "Jo Lind", "/Jo Lind"),
    ("WORLD LEADERS LEAVE\nFOR PERU.", "WORLD LEADERS LEAVE", None),
    ("For Chad: Mr Jo Lind, Minister of Trade. For Peru: Ms Al Mora, Minister of Mines.", "Jo Lind", "TCD/Jo Lind"),
    ("For Chad: Mr Jo Lind, Minister of Trade. For Peru: Ms Al Mora, Minister of Mines.", "Al Mora", "PER/Al Mora"),
    ("For the Government of Chad: Jo Lind", "Jo Lind", "TCD/Jo Lind"),
    ("Minister Bo Berg left. For Peru and Chad: Mr Al Mora.", "Al Mora", "/Al Mora"),
    ("Jo Lind representing Al Mora, Minister of Trade of Chad, left.", "Jo Lind", "TCD/Jo Lind"),
    ("Jo Lind representing Al Mora, former Minister of Trade of Chad, left.", "Jo Lind", "/Jo Lind"),
]


@pytest.mark.parametrize(("text", "name", "actor"), SIGNED)
def test_for_whom_somebody_signs(text: str, name: str, actor: str | None) -> None:
    found = (m.actors[0] for m in link(text, "Government of Norway") if m.text.endswith(name) and m.actors)
    assert next(found, None) == actor
