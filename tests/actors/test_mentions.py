"""The grammar of mentions, before anything is linked: (text, kind, wording, codes, name, title)."""

import pytest

from dragoman.actors.directory import directory
from dragoman.actors.gazetteer import gazetteer_for
from dragoman.actors.mentions import Scanner
from dragoman.actors.tokens import tokenize
from dragoman.actors.words import words
from dragoman.records import Document


def scan(text: str) -> list[tuple[str, str, tuple[str, ...], str, str]]:
    tokens = tokenize(Document("d", text), gazetteer_for(directory()))
    found = Scanner(tokens, words()).scan()
    spans = [(f, text[tokens[f.first].start : tokens[f.last - 1].end]) for f in found]
    return [(f.kind, wording, f.codes, f.name, f.title) for f, wording in spans]


CASES = [
    ("Serbian Prime Minister Ana Ilić spoke.",
     ("person", "Serbian Prime Minister Ana Ilić", ("SRB",), "Ana Ilić", "Prime Minister")),
    ("Director of the Federal Border Service Ivan Petrov spoke.",
     ("person", "Director of the Federal Border Service Ivan Petrov", (), "Ivan Petrov",
      "Director of the Federal Border Service")),
    ("Under Secretary for Civilian Security, Democracy, and Human Rights Uzra Zeya spoke.",
     ("person", "Under Secretary for Civilian Security, Democracy, and Human Rights Uzra Zeya", (), "Uzra Zeya",
      "Under Secretary for Civilian Security, Democracy, and Human Rights")),
    ("Minister of Foreign Affairs of the Republic of Latvia Jana Krūma spoke.",
     ("person", "Minister of Foreign Affairs of the Republic of Latvia Jana Krūma", ("LVA",), "Jana Krūma",
      "Minister of Foreign Affairs of the Republic of Latvia")),
    ("He met Charles de Gaulle.", ("name", "Charles de Gaulle", (), "Charles de Gaulle", "")),
    ("The Serbian armed forces train.", ("body", "Serbian armed forces", ("SRB",), "armed forces", "")),
    ("The Bureau of Justice, Education, and Migration helps.",
     ("body", "Bureau of Justice, Education, and Migration", (), "Bureau of Justice, Education, and Migration", "")),
    ("They praised the two countries.", ("collective", "the two countries", (), "the two countries", "")),
    ("It thanked civil society.", ("group", "civil society", (), "civil society", "")),
    ("Chad joined the Sports Organization and European Athletics Association.",
     ("organisation", "Sports Organization", (), "Sports Organization", "")),
    ("Chad joined the Sports Organization and European Athletics Association.",
     ("organisation", "European Athletics Association", (), "European Athletics Association", "")),
    ("Chad joined the World Robot Federation.",
     ("organisation", "World Robot Federation", (), "World Robot Federation", "")),
    ("It thanked civil society partners.", ("group", "civil society partners", (), "civil society partners", "")),
    ("It trains women entrepreneurs.", ("group", "women entrepreneurs", (), "women entrepreneurs", "")),
    ("Opposition political parties met.",
     ("group", "Opposition political parties", (), "Opposition political parties", "")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention"), CASES)
def test_one_sentence(text: str, mention: tuple[str, str, tuple[str, ...], str, str]) -> None:
    assert mention in scan(text)


def test_the_secretary_and_the_minister_are_two() -> None:
    names = [
        name for kind, _, _, name, _ in scan("The Secretary and Foreign Minister Wang talked.") if kind == "person"
    ]
    assert names == ["Wang"]


def test_a_title_of_a_body_is_no_title() -> None:
    assert not [m for m in scan("The UN General Assembly met.") if m[0] in ("office", "person")]


def test_names_are_whole_words() -> None:
    assert scan("Romanians and womanly omens") == [] or all(m[2] != ("OMN",) for m in scan("Romania and a woman"))
