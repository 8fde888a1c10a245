"""What an object is called that would be a whole clause or only its end."""

from __future__ import annotations

import pytest

from dragoman.reading.clauses import as_a_noun, office_in_passing
from dragoman.records import Evidence, Statement
from reader_samples import with_object

# The object as found stands between the bars.
CASES = [
    ("meeting", "held", "|Talks were held in Moscow on 5 May 2020|.", "Talks in Moscow"),
    ("meeting", "held", "The |talks were held on 5 May 2020 in Riga, Latvia|.", "talks in Riga, Latvia"),
    (
        "meeting",
        "held",
        "The |Fourth Meeting of the Ministers took place in Riga|.",
        "Fourth Meeting of the Ministers in Riga",
    ),
    ("meeting", "held", "The |talks between Peru and Chile have lasted for hours|.", "talks between Peru and Chile"),
    ("meeting", "held", "The |lunch was held for 55 minutes|.", "lunch"),
    ("meeting", "held", "A |forum, held in Bergen|.", "forum in Bergen"),
    ("meeting", "planned", "A |forum to be held on 5 May in Bergen|.", "forum in Bergen"),
    ("meeting", "planned", "Her |next visit will be to Brussels|.", "next visit to Brussels"),
    ("meeting", "held", "The |fees were also discussed at the lunch|.", "fees"),
    ("meeting", "held", "The |committee was received by the King|.", "committee was received by the King"),
    ("meeting", "held", "The |talks that Chad has asked for|.", "talks that Chad has asked for"),
    ("relations", "established", "The |Embassy of Ghana was established in Lima in 1984|.", "Embassy of Ghana in Lima"),
    (
        "relations",
        "established",
        "|Relations between Peru and Ghana are excellent|.",
        "excellent relations between Peru and Ghana",
    ),
    (
        "relations",
        "established",
        "|Relations with Ghana are very close and old|.",
        "very close and old relations with Ghana",
    ),
    ("relations", "upgraded", "|Relations with Ghana have grown|.", "Relations with Ghana have grown"),
    ("relations", "downgraded", "|Relations with Ghana are closed|.", "Relations with Ghana are closed"),
    ("relations", "established", "Relations with Ghana are |excellent|.", "excellent relations with Ghana"),
    ("relations", "upgraded", "Their relations have |grown through visits|.", "relations grown through visits"),
    ("relations", "established", "|Relations| between Peru and Ghana are excellent.", "excellent relations"),
    ("relations", "established", "|Relations| between Peru and Ghana are run by Peru.", "Relations"),
    ("relations", "established", "The streets are |excellent|.", "excellent"),
    ("relations", "established", "Partnership with Chad\n\nChad and the EU have been |partners|.", "partners"),
    ("agreement", "signed", "|Ten agreements were signed during the visit|.", "Ten agreements"),
    ("agreement", "signed", "|MoUs were signed in the field of trade|.", "MoUs in the field of trade"),
    ("agreement", "provides", "The |agreement was signed to end the war|.", "agreement was signed to end the war"),
    ("agreement", "signed", "Agreement between Peru and Chile |relating to fishing|.", "Agreement relating to fishing"),
    ("agreement", "signed", "A Trade Treaty with Chile |on fishing|.", "Trade Treaty on fishing"),
    ("agreement", "signed", "Peru spoke with Chile |on fishing|.", "on fishing"),
    ("assistance", "completed", "|Tents were delivered to Chad by plane|.", "Tents to Chad"),
    ("assistance", "under-way", "|support is provided to schools|.", "support to schools"),
    ("assistance", "completed", "|Chad was given ten tents, and left|.", "ten tents"),
    ("assistance", "completed", "|Chad was provided with the tents|.", "tents"),
    ("assistance", "completed", "|Tents were given to Chad|.", "Tents to Chad"),
    ("assistance", "completed", "|Tents were sent by plane|.", "Tents"),
    ("assistance", "completed", "|Chad has sent tents|.", "Chad has sent tents"),
    ("mission", "deployed", "|Ten observers were deployed in Mali|.", "Ten observers in Mali"),
    ("event", "occurred", "|Two ships were sent to Mali|.", "Two ships were sent to Mali"),
    ("position", "claims", "The |talks were held in Moscow|.", "talks were held in Moscow"),
]


@pytest.mark.parametrize(("kind", "stage", "marked", "told"), CASES)
def test_a_clause_is_called_by_what_it_is_about(kind: str, stage: str, marked: str, told: str) -> None:
    text, said = with_object(kind, stage, marked)
    assert as_a_noun(text, said) == told


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("The embassy opened with Jo Lind as Chargé d'Affaires ad interim.", "embassy", "Chargé d'Affaires ad interim"),
        ("The embassy opened with Jo Lind as its ambassador.", "ambassador", None),
        ("The embassy, with Jo Lind in it, opened as planned.", "embassy", None),
        ("The King saw Jo Lind as ambassador.", "King", None),
    ],
)
def test_an_office_is_told_in_passing(text: str, words: str, told: str | None) -> None:
    start, name = text.index(words), text.index("Jo Lind")
    holder = Evidence("source", "NOR/Jo Lind", name, name + len("Jo Lind"))
    place = Evidence("object", "", start, start + len(words))
    said = Statement("d", "office", "holds", text, 0, len(text), object=words, evidence=(holder, place))
    found = office_in_passing(text, said)
    assert (text[slice(*found)] if found else None) == told
