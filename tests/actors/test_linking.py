"""Linking of mentions with the whole document: (text, mention, actors)."""

import pytest

from dragoman.actors.directory import directory
from dragoman.actors.linking import Mention, acronyms, linked_mentions, publisher_actor
from dragoman.records import Document, Known


def link(
    text: str, publisher: str = "", title: str = "", date: str = "2021-06-01", url: str | None = None
) -> list[Mention]:
    sides = {"title": Known(title or None, "test"), "publisher": Known(publisher or None, "test")}
    return list(linked_mentions(Document("d", text, date=Known(date, "test"), url=url, **sides), directory()))


def actors_of(text: str, mention: str, **sides: str) -> tuple[str, ...] | None:
    """Actors of the first outermost mention with exactly this wording."""
    return next((m.actors for m in link(text, **sides) if m.text == mention), None)


PLAIN = [
    ("Serbian armed forces train.", "Serbian armed forces", ("SRB/Armed forces",)),
    ("Serbia’s armed forces train.", "Serbia’s armed forces", ("SRB/Armed forces",)),
    ("It was said by the Serbian Government.", "Serbian Government", ("SRB",)),
    ("The Government of the Republic of Serbia said so.", "Government of the Republic of Serbia", ("SRB",)),
    ("The Ministry of Interior of Serbia signed.", "Ministry of Interior of Serbia", ("SRB/Ministry of Interior",)),
    ("They met Foreign Minister of Estonia Urmas Paet.", "Foreign Minister of Estonia Urmas Paet", ("EST/Urmas Paet",)),
    (
        "NATO Secretary General Jens Stoltenberg spoke.",
        "NATO Secretary General Jens Stoltenberg",
        ("NATO/Jens Stoltenberg",),
    ),
    ("President of Syria Bashar al-Assad spoke.", "President of Syria Bashar al-Assad", ("SYR/Bashar al-Assad",)),
    ("Jens Stoltenberg, Secretary General of NATO, spoke.", "Jens Stoltenberg", ("NATO/Jens Stoltenberg",)),
    ("The Czech and Slovak ministers agreed.", "Czech and Slovak ministers", ("CZE", "SVK")),
    ("They praised the U.S.-Albania relationship.", "U.S.", ("USA",)),
    ("They praised the U.S.-Albania relationship.", "Albania", ("ALB",)),
    ("The Russia–EU Summit was held.", "EU", ("EU",)),
    ("KFOR deters violence.", "KFOR", ("NATO/KFOR",)),
    ("They studied at Baylor University.", "Baylor University", ("/Baylor University",)),
    ("Hamas rejected the offer.", "Hamas", ("/Hamas",)),
    ("A protest by Kosovo Serbs went on.", "Kosovo Serbs", ("/Kosovo Serbs",)),
    ("South Sudan joined.", "South Sudan", ("SSD",)),
    ("Nigeria and Niger agreed.", "Niger", ("NER",)),
    ("Guinea-Bissau joined.", "Guinea-Bissau", ("GNB",)),
    ("Turkey joined.", "Turkey", ("TUR",)),
    ("The US gave aid.", "US", ("USA",)),
    ("SERBIA JOINS PROGRAMME", "SERBIA", ("SRB",)),
]


@pytest.mark.parametrize(("text", "mention", "actors"), PLAIN)
def test_one_sentence(text: str, mention: str, actors: tuple[str, ...]) -> None:
    assert actors_of(text, mention) == actors


WITH_DOCUMENT = [
    ("Serbian Foreign Minister Marko Đurić came. Minister Đurić spoke.", "Minister Đurić", ("SRB/Marko Đurić",)),
    ("Serbian Foreign Minister Marko Đurić came. Đurić spoke.", "Đurić", ("SRB/Marko Đurić",)),
    (
        "Serbian Foreign Minister Marko Đurić came. The Foreign Minister spoke.",
        "Foreign Minister",
        ("SRB/Marko Đurić",),
    ),
    ("Serbian Foreign Minister Marko Đurić came. He spoke.", "He", ("SRB/Marko Đurić",)),
    ("Serbia joined the programme in 2006. It opened an office.", "It", ("SRB",)),
    ("Russian President Vladimir Putin met Xi Jinping. Mr Putin spoke.", "Mr Putin", ("RUS/Vladimir Putin",)),
]


@pytest.mark.parametrize(("text", "mention", "actors"), WITH_DOCUMENT)
def test_whole_document(text: str, mention: str, actors: tuple[str, ...]) -> None:
    assert actors_of(text, mention) == actors


def test_bare_title_serves_the_publishers_state() -> None:
    text = "Secretary Blinken met with Minister Kuleba."
    assert actors_of(text, "Secretary Blinken", publisher="US Department of State") == ("USA/Blinken",)


def test_every_mention_is_the_text_at_its_offsets() -> None:
    text = "Serbia’s  armed\nforces and the European\n  Union met in Papua\nNew Guinea."
    for mention in link(text):
        assert text[mention.start : mention.end] == mention.text
    assert actors_of(text, "Papua\nNew Guinea") == ("PNG",)
    assert actors_of(text, "European\n  Union") == ("EU",)


NOBODY = ["Michael Jordan retired.", "They gave us aid.", "The Washington Post wrote it.", "The Minsk agreements hold.",
          "The Treaty of Rome holds.", "Atlanta, Georgia, is large.", "It may rain in May."]  # fmt: skip


@pytest.mark.parametrize("text", NOBODY)
def test_names_that_are_nobody(text: str) -> None:
    codes = {a for m in link(text) for a in m.actors if not a.startswith("/")}
    assert codes == set()


def test_capital_as_place_and_as_government() -> None:
    mentions = {m.text: m for m in link("Belgrade and Pristina agreed. He arrived in Vienna.")}
    assert mentions["Belgrade"].actors == ("SRB",)
    assert not mentions["Belgrade"].place
    assert mentions["Vienna"].place


def test_acronyms() -> None:
    text = "The Defence Reform Group (DRG), Partnership for Peace (PfP) and International Monetary Fund (IMF) exist."
    found = acronyms(Document("d", text))
    assert found == {
        "DRG": "Defence Reform Group",
        "PfP": "Partnership for Peace",
        "IMF": "International Monetary Fund",
    }


@pytest.mark.parametrize(
    ("publisher", "url", "actor"),
    [
        ("US Department of State", None, "USA"),
        ("The White House", None, "USA"),
        ("President of Russia (en.kremlin.ru)", None, "RUS"),
        ("NATO", None, "NATO"),
        ("", "https://www.state.gov/x", "USA"),
        ("", "https://www.nato.int/x", "NATO"),
        ("The Daily Planet", None, None),
    ],
)
def test_publisher(publisher: str, url: str | None, actor: str | None) -> None:
    document = Document("d", "", publisher=Known(publisher or None, "test"), url=url)
    assert publisher_actor(document, directory()) == actor


@pytest.mark.parametrize(
    "text",
    ["", " ", "\x00\x01\u202e", "(" * 5000, "A" * 5000, "the " * 5000, "Mr. " * 2000, "مرحبا بالعالم" * 50, "\ud800 x"],
)
def test_hostile_text_never_raises(text: str) -> None:
    for mention in link(text):
        assert text[mention.start : mention.end] == mention.text
