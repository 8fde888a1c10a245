"""What a strange name is that is no person: (text, name, whether it is a place; None where it is nobody at all)."""

import pytest

from linked_samples import link


def is_place(text: str, name: str) -> bool | None:
    return next((m.place for m in reversed(link(text)) if m.text == name), None)


STRANGE = [
    # Where something is.
    ("In Zorin Peru opened a school.", "Zorin", True),
    ("Peru closed the outskirts of Zorin.", "Zorin", True),
    ("Peru took Zorin district.", "Zorin", True),
    ("Peru bombed the village Zorin.", "Zorin", True),
    ("Peru visited Zorin.", "Zorin", True),
    ("Peru opened a road to Zorin.", "Zorin", True),
    ("Peru thanked Zorin.", "Zorin", False),
    # A row of towns, and a row of those who say something.
    ("Peru closed the ports of Zorin, Kastel and Velm.", "Kastel", True),
    ("Peru thanked the friends of Zorin, Kastel and Velm.", "Kastel", False),
    ("Peru has ports in Zorin, Kastel and Velm.", "Kastel", True),
    ("Peru visited Zorin, Kastel and Velm.", "Kastel", True),
    ("Peru was in Zorin, Kastel and Velm said.", "Kastel", False),
    ("Peru was in Zorin, Kastel left.", "Kastel", False),
    # A word for people beside another name, and a number.
    ("The Peace Corps Volunteers met Peru.", "Volunteers", None),
    ("Togo cited Art. IX of the pact.", "IX", None),
    ("Togo cited Art. 9 of the pact.", "Art", None),
]


@pytest.mark.parametrize(("text", "name", "place"), STRANGE)
def test_what_a_strange_name_is(text: str, name: str, place: bool | None) -> None:
    assert is_place(text, name) is place
