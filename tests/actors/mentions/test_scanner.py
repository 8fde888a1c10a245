"""The grammar of mentions, before anything is linked: (text, kind, wording, codes, name, title)."""

import time

import pytest

from dragoman.actors.directory import directory
from dragoman.actors.mentions.gazetteer import gazetteer_for
from dragoman.actors.mentions.scanner import mentions_in
from dragoman.actors.mentions.tokens import tokenize
from dragoman.actors.mentions.words import words
from dragoman.records import Document


def scan(text: str) -> list[tuple[str, str, tuple[str, ...], str, str]]:
    tokens = tokenize(Document("d", text), gazetteer_for(directory()))
    found = mentions_in(tokens, words())
    spans = [(f, text[tokens[f.first].start : tokens[f.last - 1].end]) for f in found]
    return [(f.kind, wording, f.codes, f.name, f.title) for f, wording in spans]


CASES = [
    ("Serbian Prime Minister Ana Ilić spoke.",
     ("person", "Serbian Prime Minister Ana Ilić", ("SRB",), "Ana Ilić", "Prime Minister")),
    ("The Serbian armed forces train.", ("body", "Serbian armed forces", ("SRB",), "armed forces", "")),
    ("The Bureau of Justice, Education, and Migration helps.",
     ("body", "Bureau of Justice, Education, and Migration", (), "Bureau of Justice, Education, and Migration", "")),
    ("They praised the two countries.", ("collective", "the two countries", (), "the two countries", "")),
    ("Chad joined the Sports Organization and European Athletics Association.",
     ("organisation", "Sports Organization", (), "Sports Organization", "")),
    ("Chad joined the Sports Organization and European Athletics Association.",
     ("organisation", "European Athletics Association", (), "European Athletics Association", "")),
    ("Chad joined the World Robot Federation.",
     ("organisation", "World Robot Federation", (), "World Robot Federation", "")),
]  # fmt: skip


NOBODY = [
    # A word that only describes the next one.
    ("The public sector grew.", "public"), ("It made a public statement.", "public"),
    ("At the press conference he spoke.", "the press"), ("The world economy grew.", "The world"),
    ("Chad discussed the military situation.", "military"), ("A Chadian military campaign began.", "Chadian military"),
    ("The military acts ended.", "military"), ("Peru gave military aid.", "Peru gave military"),
    ("The official Cuban news agency told it.", "official"),
    ("During his recent official visit he spoke.", "recent official"),
    ("Japan's firm commitment helped.", "Japan's firm"),
    ("Public opinion changed.", "Public"), ("Military cooperation grew.", "Military"),
    # A condition, a way to do things, rules.
    ("Peru's state visit ended.", "Peru's state"), ("They met at the state border.", "the state"),
    ("They met at the highest state level.", "highest state"), ("The State Visit ended.", "The State"),
    ("They reviewed the state of play.", "the state"), ("They reviewed the state of bilateral ties.", "the state"),
    ("The state of Chile-Peru relations is good.", "state of Chile"),
    ("It helped the administration of justice.", "administration"),
    ("Chad grew under the wise leadership of President Lind.", "wise leadership"),
    ("The administration of foreign aid failed.", "administration"),
    ("Peru praised Norway's leadership on climate.", "Norway's leadership"),
    ("They left the sanctions regime.", "sanctions regime"),
    ("They praised the state and prospects of ties.", "the state"),
    ("The current state and prospects of ties.", "current state"),
    ("They fight trafficking in persons.", "persons"),
    ("They fight the social drivers of conflict.", "social drivers"),
    # Things with capitals.
    ("In Fiscal Year 2019 it grew.", "Fiscal"),
    ("Recognising Kenya as a host, Peru signed.", "Recognising Kenya"),
    # What holds no actor.
    ("The West African state left.", "The West"), ("The inter-American community met.", "American community"),
    ("The Korean War ended.", "Korean"), ("Many sectors grew, among them fishing.", "them"),
    ("In Accra the Commission met Togo.", "Accra the Commission"),
    # A number and what is dug.
    ("In World War I Peru left.", "I"), ("Annex II and Form I-77 say so.", "I"), ("The Order of Merit I Class.", "I"),
    ("Peru has mine clearing teams.", "mine"), ("A mine blew up.", "mine"),
]  # fmt: skip


SOMEBODY = [
    ("The military left.", "military"), ("The military takes power.", "military"),
    ("Under pressure, the leadership agreed.", "leadership"),
    ("The Serbian leadership on Monday refused.", "Serbian leadership"),
    ("The administration of former President Jo Lind left.", "The administration"),
    ("Chad's paramilitary forces left.", "Chad's paramilitary forces"),
    ("A Chadian paramilitary group left.", "Chadian paramilitary group"),
    ("Maybe I should leave.", "I"), ("A friend of mine left.", "mine"),
    ("The military said so.", "military"), ("The police left Chad.", "police"),
    ("The state offers its citizens help.", "The state"), ("The state of Israel left.", "state of Israel"),
    ("The world welcomed it.", "The world"), ("Chadian police officers left.", "Chadian police"),
    ("COP26 was held.", "COP26"),
    ("The military junta left.", "military junta"), ("The local police department helped.", "local police department"),
    ("A Chadian firm won.", "Chadian firm"),
    ("The administration of Jo Lind left.", "administration"), ("The Serbian leadership left.", "Serbian leadership"),
    ("A Yemeni rebel group left.", "Yemeni rebel group"),
    ("The Bosnian Serb army left.", "Bosnian Serb army"), ("The OECD praised the Three Seas Initiative.", "OECD"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wording"), NOBODY)
def test_nobody_is_meant(text: str, wording: str) -> None:
    assert wording not in [m[1] for m in scan(text)]


@pytest.mark.parametrize(("text", "wording"), SOMEBODY)
def test_somebody_is_meant(text: str, wording: str) -> None:
    assert wording in [m[1] for m in scan(text)]


@pytest.mark.parametrize(("text", "mention"), CASES)
def test_one_sentence(text: str, mention: tuple[str, str, tuple[str, ...], str, str]) -> None:
    assert mention in scan(text)


@pytest.mark.parametrize("word", ["Dr. ", "Mr ", "Rear ", "General "])
def test_a_row_of_forms_of_address_takes_no_long_time(word: str) -> None:
    begin = time.perf_counter()
    scan(word * 2000)
    assert time.perf_counter() - begin < 3
