"""Several offices and the names of those who have them: (text, mention, actor of the last such mention)."""

import pytest

from linked_samples import who

CASES = [
    # A name in brackets behind each state.
    ("The ministers of Ghana (Ida Roth) and Malta (Oskar Tamm) left.", "Oskar Tamm", "MLT/Oskar Tamm"),
    ("The ministers of Ghana (Ida Roth) and Malta (Oskar Tamm) left.", "ministers of Ghana (Ida Roth", "GHA/Ida Roth"),
    ("The ministers of Ghana (Ida Roth) and Malta (Foreign Trade) left.", "Malta", "MLT"),
    ("The ministers of Ghana (Ida Roth) and Malta (Foreign Trade) left.", "Foreign Trade", None),
    # A state behind each name.
    ("Ministers of the Andean Community, Ida Roth of Ghana and Oskar Tamm of Malta, left.", "Ida Roth", "GHA/Ida Roth"),
    ("The ministers of the African Union: Ida Roth of Ghana, Oskar Tamm of Malta left.", "Oskar Tamm",
     "MLT/Oskar Tamm"),
    ("The ministers of the African Union: Ida Roth of Ghana, Oskar Tamm of Malta left.",
     "ministers of the African Union", "AU/Ministers of the African Union"),
    # Names behind a predicate, with the years.
    ("The ambassadors of Ghana in Malta were: Ida Roth (1990), Oskar Tamm (May 1994 - 1996).", "Oskar Tamm",
     "GHA/Oskar Tamm"),
    ("The ambassadors of Ghana were Ida Roth, Chargé d'Affaires (1990), and Oskar Tamm.", "Oskar Tamm",
     "GHA/Oskar Tamm"),
    ("The ambassadors of Ghana in Malta were Foreign Trade.", "Malta", "MLT"),
    # A name behind a state's, of one who is met or told with another.
    ("They met Ghana's Ida Roth.", "Ida Roth", "GHA/Ida Roth"),
    ("Ghana's Ida Roth and Malta's Oskar Tamm have signed.", "Oskar Tamm", "MLT/Oskar Tamm"),
    ("Ghana's Ida Roth grew.", "Ida Roth", "/Ida Roth"),
    ("They met Ghana's Ida Trade.", "Ida Trade", "/Ida Trade"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actor"), CASES)
def test_who_of_a_row_serves_whom(text: str, mention: str, actor: str | None) -> None:
    assert who(text, mention) == actor
