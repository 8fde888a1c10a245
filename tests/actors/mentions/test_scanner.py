"""The grammar of mentions, before anything is linked: (text, kind, wording, codes, name, title)."""

import time

import pytest

from dragoman.actors.directory import directory
from dragoman.actors.mentions.gazetteer import gazetteer_for
from dragoman.actors.mentions.scanner import Scanner
from dragoman.actors.mentions.tokens import tokenize
from dragoman.actors.mentions.words import words
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
    ("Economist Jo Lind spoke.", ("name", "Jo Lind", (), "Jo Lind", "")),
    ("He told Reuters Lind spoke.", ("name", "Lind", (), "Lind", "")),
    ("April Lind said so.", ("name", "April Lind", (), "April Lind", "")),
    ("Minister Yu Gang spoke.", ("person", "Minister Yu Gang", (), "Yu Gang", "Minister")),
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
    ("The EU's partners met.", ("group", "EU's partners", (), "EU's partners", "")),
    ("It trains women entrepreneurs.", ("group", "women entrepreneurs", (), "women entrepreneurs", "")),
    ("Opposition political parties met.",
     ("group", "Opposition political parties", (), "Opposition political parties", "")),
]  # fmt: skip


NOBODY = [
    # A word that only describes the next one.
    ("The public sector grew.", "public"), ("It made a public statement.", "public"),
    ("At the press conference he spoke.", "the press"), ("The world economy grew.", "The world"),
    ("Chad discussed the military situation.", "military"), ("A Chadian military campaign began.", "Chadian military"),
    ("The military acts ended.", "military"), ("Peru gave military aid.", "Peru gave military"),
    ("The official Cuban news agency told it.", "official"),
    ("During his recent official visit he spoke.", "recent official"),
    ("Japan's firm commitment helped.", "Japan's firm"), ("The working groups met.", "groups"),
    ("Peru voiced opposition to the plan.", "opposition"),
    ("He said so in public.", "public"), ("They praised public and private help.", "public"),
    ("Public opinion changed.", "Public"), ("Military cooperation grew.", "Military"),
    ("The Press Secretary left.", "The Press"),
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
    ("They took part in the organization and upkeep of the camp.", "the organization"),
    ("They praised the state and prospects of ties.", "the state"),
    ("The current state and prospects of ties.", "current state"),
    ("Peru noted the firm opposition of the public.", "opposition"), ("They fight trafficking in persons.", "persons"),
    ("They fight the social drivers of conflict.", "social drivers"),
    # Two who are something to each other; a verb.
    ("Chile and Peru became partners.", "Peru became partners"), ("Chile and Peru are good partners.", "partners"),
    ("Peru met ministers.", "Peru met ministers"),
    ("INL partners with Chile.", "INL partners"), ("INL partners with Chile.", "partners"),
    ("Peru met counterparts from Spain.", "counterparts"),
    # "Both" before what is told together.
    ("They met both at home and in Chad.", "both"), ("They helped both as a host and as a donor.", "both"),
    ("The two armed groups left.", "The two"), ("The two elected members left.", "The two"),
    ("They spoke of both divided cities.", "both"), ("Talks between the two divided cities failed.", "the two"),
    ("The talks were both useful and frank.", "both"), ("They joined both statutory bodies of the fund.", "both"),
    # Things with capitals.
    ("Peru hailed the Wales Summit.", "Wales Summit"), ("The Ordinary Session met.", "Ordinary Session"),
    ("They agreed on a Strategic Partnership.", "Strategic Partnership"), ("Peru began Phase III.", "Phase III"),
    ("They signed an Association Agreement.", "Association Agreement"), ("Peru filed its Reply.", "Reply"),
    ("They signed a Treaty of Alliance.", "Treaty of Alliance"), ("In Fiscal Year 2019 it grew.", "Fiscal"),
    ("Recognising Kenya as a host, Peru signed.", "Recognising Kenya"),
    # Money.
    ("Peru gave USD750,000.", "USD750"), ("Peru gave US $90 million.", "US"), ("It paid in Japanese Yen.", "Japanese"),
    # What holds no actor.
    ("The West African state left.", "The West"), ("The inter-American community met.", "American community"),
    ("The Korean War ended.", "Korean"), ("Many sectors grew, among them fishing.", "them"),
    ("In Accra the Commission met Togo.", "Accra the Commission"),
]  # fmt: skip


SOMEBODY = [
    ("It trains public servants.", "public servants"), ("The public welcomed it.", "public"),
    ("It warned the general public.", "public"), ("The press said so.", "The press"),
    ("The military left.", "military"), ("The military takes power.", "military"),
    ("The two discussed ways to trade.", "The two"), ("Both reaffirmed hopes for peace.", "Both"),
    ("The two discuss trade.", "The two"), ("Both focus on trade.", "Both"),
    ("Under pressure, the leadership agreed.", "leadership"),
    ("The Serbian leadership on Monday refused.", "Serbian leadership"),
    ("The administration of former President Jo Lind left.", "The administration"),
    ("Chad's paramilitary forces left.", "Chad's paramilitary forces"),
    ("A Chadian paramilitary group left.", "Chadian paramilitary group"),
    ("The military said so.", "military"), ("The police left Chad.", "police"),
    ("The state offers its citizens help.", "The state"), ("The state of Israel left.", "state of Israel"),
    ("The world welcomed it.", "The world"), ("Chadian police officers left.", "Chadian police"),
    ("It was approved by the Extraordinary Summit.", "Extraordinary Summit"),
    ("The Double Troika Summit decided to stay.", "Double Troika Summit"), ("COP26 was held.", "COP26"),
    ("The military junta left.", "military junta"), ("The local police department helped.", "local police department"),
    ("The government asked the opposition to leave.", "opposition"), ("A Chadian firm won.", "Chadian firm"),
    ("The opposition of Kenya left.", "opposition"), ("Taxi drivers left.", "drivers"),
    ("It helps small and medium sized enterprises.", "small and medium sized enterprises"),
    ("Their partners left.", "partners"), ("Both signed the pact.", "Both"), ("It urged both to agree.", "both"),
    ("The administration of Jo Lind left.", "administration"), ("The Serbian leadership left.", "Serbian leadership"),
    ("Youth movements joined.", "Youth movements"), ("A Yemeni rebel group left.", "Yemeni rebel group"),
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


def test_the_secretary_and_the_minister_are_two() -> None:
    names = [
        name for kind, _, _, name, _ in scan("The Secretary and Foreign Minister Wang talked.") if kind == "person"
    ]
    assert names == ["Wang"]


@pytest.mark.parametrize("word", ["Dr. ", "Mr ", "Rear ", "General "])
def test_a_row_of_forms_of_address_takes_no_long_time(word: str) -> None:
    begin = time.perf_counter()
    scan(word * 2000)
    assert time.perf_counter() - begin < 3


def test_a_title_of_a_body_is_no_title() -> None:
    assert not [m for m in scan("The UN General Assembly met.") if m[0] in ("office", "person")]


def test_names_are_whole_words() -> None:
    assert "OMN" not in {code for m in scan("Romanians and womanly omens, Romania and a woman") for code in m[2]}
