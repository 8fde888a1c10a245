"""What stands behind the names of bodies, and verbs and titles by their form."""

from functools import partial

import pytest

from dragoman.actors.directory import directory
from dragoman.actors.mentions.found import Title, is_form, is_past, state_and_acronym, state_behind, takes_object
from dragoman.actors.mentions.gazetteer import gazetteer_for
from dragoman.actors.mentions.tokens import Token, tokenize
from dragoman.actors.mentions.words import words
from dragoman.records import Document
from linked_samples import PERU, first

actors_of = partial(first, publisher=PERU)


def tokens_of(text: str) -> list[Token]:
    return tokenize(Document("d", text), gazetteer_for(directory()))


BEHIND = [
    ("The Rivers Board, India (NCB) met.", ("IND", "NCB")),
    ("The Rivers Board, India and others met.", None),
    ("The Rivers Board, Lind (NCB) met.", None),
]


@pytest.mark.parametrize(("text", "state"), BEHIND)
def test_a_state_and_an_acronym_behind_a_body(text: str, state: tuple[str, str] | None) -> None:
    tokens = tokens_of(text)
    found = state_and_acronym(tokens, next(n for n, token in enumerate(tokens) if token.low == ","))
    assert (found and (found[0], found[1].text)) == state


CLOSING = [
    ("The Rivers Board, Malawi.", "MWI"),
    ("The Rivers Board, Malawi, said so.", "MWI"),
    ("The Rivers Board, Malawi, Chad and Mali met.", ""),
    ("The Rivers Board, Malawi and Chad met.", ""),
    ("The Rivers Board, Lind.", ""),
]


@pytest.mark.parametrize(("text", "code"), CLOSING)
def test_a_state_that_closes_the_name_of_a_body(text: str, code: str) -> None:
    tokens = tokens_of(text)
    assert state_behind(tokens, next(n for n, token in enumerate(tokens) if token.low == ",")) == code


def test_a_state_between_a_body_and_its_acronym_owns_it() -> None:
    text = "The Narcotics Control Bureau, India (NCB) was host. Delegates thanked the NCB."
    assert actors_of(text, "Narcotics Control Bureau", publisher="US Department of State") == (
        "IND/Narcotics Control Bureau",
    )
    assert actors_of(text, "NCB", publisher="US Department of State") == ("IND/Narcotics Control Bureau",)
    for other in ("India (chair) and Peru", "India (USD 5 million)"):
        text = f"Donors are the Narcotics Control Bureau, {other}."
        assert actors_of(text, "Narcotics Control Bureau", publisher="US Department of State") == (
            "USA/Narcotics Control Bureau",
        )
    listed = "They named the Narcotics Control Bureau, India and Peru."
    assert actors_of(listed, "Narcotics Control Bureau", publisher="US Department of State") == (
        "USA/Narcotics Control Bureau",
    )


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("It was signed by the Ministry of Trade, Malawi.", "MWI"),
        ("The Ministry of Trade, Malawi, signed.", "MWI"),
        ("The Ministry of Trade, Malawi, Chad and Mali signed.", "NOR"),
        ("The Ministry of Trade, Malawi and Chad signed.", "NOR"),
    ],
)
def test_a_state_behind_a_comma_owns_a_ministry_unless_it_begins_a_list(text: str, state: str) -> None:
    assert actors_of(text, "Ministry of Trade", publisher="Norad") == (f"{state}/Ministry of Trade",)


VERBS = [
    ("took", True, True),
    ("thanked", True, True),
    ("met", False, True),
    ("said", False, False),
    ("need", False, False),
]


@pytest.mark.parametrize(("verb", "past", "object_follows"), VERBS)
def test_a_verb_and_what_follows_it(verb: str, past: bool, object_follows: bool) -> None:
    token = tokens_of(f"They {verb} them.")[1]
    assert (is_past(token, words()), takes_object(token, words())) == (past, object_follows)


@pytest.mark.parametrize(
    ("word", "form"), [("urges", True), ("urging", True), ("pressed", True), ("presses", True), ("purge", False)]
)
def test_forms_of_a_verb(word: str, form: bool) -> None:
    assert is_form(word, frozenset(["urge", "press"])) is form


@pytest.mark.parametrize(
    ("text", "head", "single"),
    [
        ("Prime Ministers of Chad and Mali", "ministers", "Prime Minister of Chad and Mali"),
        ("Empress of Chad", "empress", "Empress of Chad"),
    ],
)
def test_the_title_of_one_of_several(text: str, head: str, single: str) -> None:
    assert Title(0, text, head).single() == single
