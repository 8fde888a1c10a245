"""Who makes a joint statement: (text, the parties that one of its first sentences lists)."""

import pytest

from dragoman.actors.context.parties import parties
from dragoman.actors.directory import directory
from dragoman.actors.mentions.gazetteer import gazetteer_for
from dragoman.actors.mentions.scanner import mentions_in
from dragoman.actors.mentions.tokens import tokenize
from dragoman.actors.mentions.words import words
from dragoman.records import Document
from linked_samples import link

FOUR = ("TCD", "MLI", "NER", "TGO")
LISTED = [
    # The subject of a sentence, or who issues the statement.
    ("We, the ministers of Chad, Mali, Niger and Togo, met.", FOUR),
    ("We - Chad, Mali, Niger and Togo - met.", FOUR),
    ("Chad, Mali, Niger, Togo and Chad met.", FOUR),
    ("Issued by Chad, Mali, Niger and Togo.", FOUR),
    ("The European Union, Chad, Mali and Niger agreed.", ("EU", "TCD", "MLI", "NER")),
    # Too few, or somebody else than who speaks.
    ("We, the ministers of Chad, Mali and Niger, met.", ()),
    ("We thank Chad, Mali, Niger and Togo.", ()),
    ("The minister thanked Chad, Mali, Niger and Togo.", ()),
    ("Malta thanked Chad, Mali, Niger and Togo.", ()),
    ("Talks with Chad, Mali, Niger and Togo ended.", ()),
    ("Meeting in Chad, Mali, Niger and Togo we agreed.", ()),
    ("The ministers of Chad, Mali, Niger and Togo met in Malta, Oman, Peru and Chile.", FOUR),
    # The sentence that says "we" goes before others, and late ones list nobody.
    ("Peru, Chile, Oman and Malta met. We, the ministers of Chad, Mali, Niger and Togo, agreed.", FOUR),
    ("Peru, Chile, Oman and Malta met. Chad, Mali, Niger and Togo left.", ("PER", "CHL", "OMN", "MLT")),
    ("One. Two came. Three came. Four came. Five came. Six came. Chad, Mali, Niger and Togo met.", ()),
]


@pytest.mark.parametrize(("text", "listed"), LISTED)
def test_who_is_listed_as_a_party(text: str, listed: tuple[str, ...]) -> None:
    tokens = tokenize(Document("d", text), gazetteer_for(directory()))
    assert parties(mentions_in(tokens, words()), tokens, words()) == listed


def test_we_of_a_joint_statement_are_its_parties() -> None:
    text = "We, the foreign ministers of Serbia, Albania, Italy and Greece, met. Our aim is peace."
    found = link(text, "Italy", "Joint statement", date="")
    assert [m.actors for m in found if m.text == "Our"] == [("SRB", "ALB", "ITA", "GRC")]
