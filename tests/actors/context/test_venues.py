"""Where people only met, in documents of no state's: (text, mention, actors of the last one with that wording)."""

import pytest

from linked_samples import last, link

MET = [
    ("Rebels and the army of Sudan held talks in Jeddah, Saudi Arabia. The two sides agreed.", "The two sides",
     ("SDN",)),
    ("Talks on Sudan were held in Peru. The parties agreed.", "The parties", ("SDN",)),
    ("Reforms on ports were held in Peru by Chile. The parties agreed.", "The parties", ("CHL", "PER")),
    ("The deal was signed in Doha. The two sides agreed.", "The two sides", ("/The two sides",)),
    ("Chad's minister Jo Lind held talks in Lima. The two sides agreed.", "The two sides", ("PER", "TCD")),
    ("At an SADC summit held in New York, Madagascar left the organization.", "the organization", ("SADC",)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actors"), MET)
def test_who_lends_the_ground_is_no_side(text: str, mention: str, actors: tuple[str, ...]) -> None:
    assert last(f"Report\n\n{text}", mention, title="Report") == actors


@pytest.mark.parametrize("text", ["In the Peru", "The Peru", "Lima", "in Lima", "met in"])
def test_a_text_may_break_off_or_begin_anywhere(text: str) -> None:
    link(text, date="")
