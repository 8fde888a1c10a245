"""Where envoys are sent: (text, name, whether somebody is sent there), and which states are named as nothing else."""

import pytest

from dragoman.actors.directory import directory
from dragoman.actors.mentions.gazetteer import gazetteer_for
from dragoman.actors.mentions.scanner import mentions_in
from dragoman.actors.mentions.tokens import Token, tokenize
from dragoman.actors.mentions.words import words
from dragoman.actors.persons.posts import is_post, only_posts
from dragoman.records import Document
from linked_samples import link


def tokens_of(text: str) -> list[Token]:
    return tokenize(Document("d", text), gazetteer_for(directory()))


POSTS = [
    ("Jo Lind, Ambassador to Chad, left.", "Chad", True),
    ("Ambassadors to Chad left.", "Chad", True),
    ("The Ambassador of Peru to the Gambia left.", "the Gambia", True),
    ("The Ambassador of Peru to Mali, Niger and Chad left.", "Chad", True),
    ("The Ambassador of Peru to Chad left.", "Peru", False),
    ("The Ambassador of Chad left.", "Chad", False),
    ("The flights to Chad are full.", "Chad", False),
    ("To Chad he sent an ambassador.", "Chad", False),
    ("Chad left.", "Chad", False),
]


@pytest.mark.parametrize(("text", "name", "sent"), POSTS)
def test_where_somebody_is_sent(text: str, name: str, sent: bool) -> None:
    tokens = tokens_of(text)
    at = next(n for n, token in enumerate(tokens) if token.text == name)
    assert is_post(tokens, at, words().sent_heads) is sent


ONLY = [
    ("Peru named an Ambassador to Chad.", (), {"TCD"}),
    ("Peru named an Ambassador to Chad. Chad agreed.", (), set()),
    ("Peru named an Ambassador to Chad.", ("TCD",), set()),
    ("Peru named an Ambassador to Chad and Togo. Togo agreed.", (), {"TCD"}),
]


@pytest.mark.parametrize(("text", "others", "codes"), ONLY)
def test_which_states_are_only_posts(text: str, others: tuple[str, ...], codes: set[str]) -> None:
    tokens = tokens_of(text)
    assert only_posts(mentions_in(tokens, words()), tokens, words().sent_heads, others) == codes


def test_a_state_to_which_somebody_is_sent_is_not_offered() -> None:
    text = "Ghana left. Jo Lind, Ambassador to Chad; and Bo Berg, High Commissioner to Togo left."
    assert not {other for m in link(text) for other in m.others}
