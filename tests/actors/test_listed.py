"""Phrases for several who were listed before: (text, phrase, actors of the last mention with that wording)."""

import pytest

from dragoman.actors.directory import directory
from dragoman.actors.linking import linked_mentions
from dragoman.records import Document, Known


def last(text: str, mention: str, *, publisher: str = "", title: str = "") -> tuple[str, ...] | None:
    known = [Known(side or None, "test") for side in ("2021-06-01", title, publisher)]
    document = Document("d", text, date=known[0], title=known[1], publisher=known[2])
    return next((m.actors for m in reversed(linked_mentions(document, directory())) if m.text == mention), None)


FOUR = ("TCD", "MLI", "NER", "TGO")
LEADERS = [
    ("Leaders of CARICOM met in Haiti. The leaders left.", "The leaders", ("CARICOM",)),
    ("Ministers of SADC met in Lusaka, Zambia. The leaders left.", "The leaders", ("SADC",)),
    ("Foreign ministers of the ten members of ASEAN met in Fiji. The foreign ministers left.", "The foreign ministers",
     ("ASEAN",)),
    ("We, the Heads of State and Government of ECOWAS, met in Abuja. The heads of state left.", "The heads of state",
     ("ECOWAS",)),
    ("The Heads of State and Government of Chad, Mali and Niger met.",
     "Heads of State and Government of Chad, Mali and Niger", ("TCD", "MLI", "NER")),
    ("The Heads of State and Government members of ECOWAS met.", "The Heads of State", None),
    ("The foreign ministers of Chad, Mali, Niger and Togo met. The foreign ministers left.", "The foreign ministers",
     FOUR),
    ("The foreign ministers of Chad, Mali, Niger and Togo met. The ministers left.", "The ministers", FOUR),
    ("President Jo Lind of Peru met President Al Mora of Chile in Lagos. They praised the leaders of SADC. The leaders "
     "left.", "The leaders", ("PER/Jo Lind", "CHL/Al Mora")),
    ("Leaders of SADC met. President Jo Lind of Peru met President Al Mora of Chile. The leaders left.", "The leaders",
     ("PER/Jo Lind", "CHL/Al Mora")),
    ("President Jo Lind of Peru hosted the Nordic leaders. The leaders left.", "The leaders",
     ("PER/Jo Lind", "DNK", "FIN", "ISL", "NOR", "SWE")),
    ("President Jo Lind of Peru talked with Nordic leaders. The leaders left.", "The leaders",
     ("PER/Jo Lind", "DNK", "FIN", "ISL", "NOR", "SWE")),
    ("The Foreign ministers of both countries, Jo Lind of Peru and Al Mora of Chad, met. The ministers left.",
     "The ministers", ("PER/Jo Lind", "TCD/Al Mora")),
    ("Peru and Chad agreed. The leaders of many African countries left.", "The leaders", None),
    ("Ministers of SADC met in Peru. They left.", "They", ("SADC/Ministers of SADC",)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actors"), LEADERS)
def test_whose_leaders_are_meant(text: str, mention: str, actors: tuple[str, ...] | None) -> None:
    assert last(text, mention) == actors


THOSE = [
    ("Peru expelled the ambassadors of Kuwait, Oman and Qatar, since the governments of these countries refused.",
     "the governments of these countries", ("KWT", "OMN", "QAT")),
    ("Kuwait, Oman and Qatar agreed. Peru thanked these countries.", "these countries", ("KWT", "OMN", "QAT")),
    ("Kuwait and Oman agreed. Developing countries left. Peru thanked these countries.", "these countries",
     ("/Countries",)),
    ("Fiji and Tonga were hit. Japan helped these two cyclone-affected countries.",
     "these two cyclone-affected countries", ("FJI", "TON")),
    ("The agency spent money in Fiji and Tonga. Japan helped these two countries.", "these two countries",
     ("FJI", "TON")),
    ("Those countries which are far helped Fiji and Tonga.", "countries", ("/Countries",)),
    ("Kenya, Uganda and Rwanda met. Norway helped the three countries.", "the three countries", ("KEN", "UGA", "RWA")),
    ("Kenya, Uganda and Rwanda met. Norway and Peru helped the three governments.", "the three governments",
     ("KEN", "UGA", "RWA")),
    ("Chad, Mali, Niger and Togo met. Norway helped the four countries.", "the four countries", FOUR),
    ("Chad, Mali, Niger and Togo met. Norway helped the five countries.", "the five countries", ("/Countries",)),
    ("The ministers of Chad, Mali, Niger and Togo met. Norway thanked the four ministers.", "the four ministers", FOUR),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actors"), THOSE)
def test_whom_a_list_named(text: str, mention: str, actors: tuple[str, ...]) -> None:
    assert last(text, mention) == actors


PAIRS = [
    ("China and India fought. The two warring parties met.", "The two warring parties", ("CHN", "IND")),
    ("China and India met. The two high contracting parties agreed.", "The two high contracting parties",
     ("CHN", "IND")),
    ("China and India met. The two neighbour countries agreed.", "The two neighbour countries", ("CHN", "IND")),
    ("China and India met. The two great nations agreed.", "The two great nations", ("CHN", "IND")),
    ("China and India met. The two largest countries of Africa left.", "The two", None),
    ("China and India met. Both rebel groups left.", "Both", None),
    ("China and India met. The two main opposition parties left.", "The two", None),
    ("China and India met. Both big firms left.", "Both", None),
    ("Minister Jo Lind of Chad met Minister Al Mora of Mali. The two finance ministers left.", "The two",
     ("TCD/Jo Lind", "MLI/Al Mora")),
    ("China and India met. The two exchange liaison officers.", "The two", ("CHN", "IND")),
    ("China and India met. Engineers of the two electricity companies left.", "the two", ("CHN", "IND")),
    ("China and India met. The two want talks.", "The two", ("CHN", "IND")),
    ("China and India met. The two promised rebel groups money.", "The two", ("CHN", "IND")),
    ("Zambia and Yemen signed. Brazil and Angola signed. Trade of the two countries grew.", "the two countries",
     ("BRA", "AGO")),
    ("Brazil and Angola signed. The two sides fell out over the war in Zambia and Yemen. The two countries left.",
     "The two countries", ("BRA", "AGO")),
    ("The OAS heard Peru and Chile. The OAS praised the two governments.", "the two governments", ("PER", "CHL")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actors"), PAIRS)
def test_two_who_are_described(text: str, mention: str, actors: tuple[str, ...] | None) -> None:
    assert last(text, mention) == actors


def test_the_title_tells_who_the_three_are_unless_the_sentence_does() -> None:
    title, text = "Chad, Mali and Niger agree", "Kenya, Uganda and Rwanda left. The three countries met."
    assert last(text, "The three countries", title=title) == ("TCD", "MLI", "NER")
    text = "Kenya, Uganda and Rwanda left, and the three countries met."
    assert last(text, "the three countries", title=title) == ("KEN", "UGA", "RWA")


def test_two_ministries_are_one_of_each() -> None:
    text = "Chad met Mali. Both Ministries of Mines agreed."
    assert last(text, "Both Ministries of Mines") == ("TCD/Ministry of Mines", "MLI/Ministry of Mines")


@pytest.mark.parametrize(
    ("text", "we"),
    [
        ("We met in Lima. We thank Norway, Denmark, Iceland and Sweden.", ("FIN",)),
        ("We met in Lima. We held talks with Norway, Denmark, Iceland and Sweden.", ("FIN",)),
        ("We, the ministers of Norway, Denmark, Iceland and Sweden, met in Peru.", ("NOR", "DNK", "ISL", "SWE")),
        ("Norway, Denmark, Iceland and Sweden agree. We met in Lima.", ("NOR", "DNK", "ISL", "SWE")),
        ("Issued today by the governments of Norway, Denmark, Iceland and Sweden. We met.",
         ("NOR", "DNK", "ISL", "SWE")),
    ],
)  # fmt: skip
def test_who_makes_a_statement_is_the_subject_of_it(text: str, we: tuple[str, ...]) -> None:
    assert last(text, "We", publisher="Government of Finland", title="Joint statement") == we


def test_whom_something_consists_of_has_nothing_itself() -> None:
    text = "COMESA's observer countries are Kenya, Chad and Mali, and its partner is Peru."
    assert last(text, "its") == ("COMESA",)
