"""Phrases for several who were listed before: (text, phrase, actors of the last mention with that wording)."""

import pytest

from linked_samples import last

FOUR = ("TCD", "MLI", "NER", "TGO")
BELOW = [
    (
        "The following countries signed it on 4 May 2010:\n\n- Peru\n- Chile\n- the Republic of Kenya\n\nIndia left.",
        "The following countries",
        ("PER", "CHL", "KEN"),
    ),
    ("The following states signed it: Chad, Mali and Niger. Togo left.", "The following states", ("TCD", "MLI", "NER")),
    (
        "It has been signed by the following countries: 1. Peru; 2. Chile; 3. Mali.",
        "the following countries",
        ("PER", "CHL", "MLI"),
    ),
    (
        "The following members send troops:\n\n1. Peru - 320 in Lomas, Chad\n2. Italy (600)\n3. Turkey",
        "The following members",
        ("PER", "ITA", "TUR"),
    ),
    (
        "The following countries were named: trade partners of Peru and Chile.",
        "The following countries",
        ("/Countries",),
    ),
    ("The following countries left. Peru, Chile and Mali stayed.", "The following countries", ("/Countries",)),
]
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
    ("The EU foreign ministers met. They fined Syria's President Jo Lind. The foreign ministers left.",
     "The foreign ministers", ("EU",)),
    ("Fiji invited the leaders of both Chad and Mali.", "the leaders", None),
    ("Foreign Minister Jo Lind of Peru met Foreign Minister Al Mora of Chad, Foreign Minister Bo Berg of Fiji and "
     "Foreign Minister Ed Roth of Mali. The ministers left.", "The ministers",
     ("PER/Jo Lind", "TCD/Al Mora", "FJI/Bo Berg", "MLI/Ed Roth")),
    ("Minister Jo Lind of Peru, Minister Al Mora of Chad and Minister Bo Berg of Fiji left. The ministers agreed.",
     "The ministers", ("PER/Jo Lind", "TCD/Al Mora", "FJI/Bo Berg")),
    ("The foreign ministers of the Baltic states, Chad and Peru met. The ministers left.", "The ministers",
     ("EST", "LVA", "LTU", "TCD", "PER")),
    ("President Jo Lind of Peru received the new ambassador of Chad, Al Mora. He hopes to host President Roth of Chad. "
     "The interlocutors agreed.", "The interlocutors", ("PER/Jo Lind", "TCD/Al Mora")),
    ("Foreign Minister Jo Lind of Peru met Foreign Minister Al Mora of Chad. The two top diplomats left.",
     "The two top diplomats", ("PER/Jo Lind", "TCD/Al Mora")),
    ("Foreign Minister Jo Lind of Peru met Foreign Minister Al Mora of Chad. The two FMs left.", "The two FMs",
     ("PER/Jo Lind", "TCD/Al Mora")),
    ("Prime Minister Jo Lind of Peru met Prime Minister Al Mora of Chad, according to the minister of Fiji. The two "
     "leaders left.", "The two leaders", ("PER/Jo Lind", "TCD/Al Mora")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "phrase", "actors"), BELOW)
def test_those_who_are_listed_below(text: str, phrase: str, actors: tuple[str, ...]) -> None:
    assert last(text, phrase) == actors


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
    ("Oman and Fiji signed. The countries will trade.", "The countries", ("OMN", "FJI")),
    ("Oman, Fiji and Chad signed. Aid to the nations grew.", "the nations", ("OMN", "FJI", "TCD")),
    ("The ministers of Oman and Fiji praised the countries' trade.", "the countries", ("OMN", "FJI")),
    ("Oman sued Fiji. The court is far. It is slow. The treaty between the countries stands.", "the countries",
     ("OMN", "FJI")),
    ("Oman and Fiji signed. Poor countries left. The countries agreed.", "The countries", ("/Countries",)),
    ("Oman and Fiji signed. The countries of the region agreed.", "The countries", None),
    ("Oman and Fiji signed. Most of the countries agreed.", "the countries", None),
    ("Oman and Fiji signed. The countries affected by war agreed.", "The countries", None),
    ("Oman and Fiji signed. Aid to the countries concerned grew.", "the countries", None),
    ("Prime Minister Jo Lind and his Chadian counterpart Al Mora met in Peru. The two leaders left.",
     "The two leaders", ("PER/Jo Lind", "TCD/Al Mora")),
    ("Oman and Fiji signed in Ohio. The States agreed.", "The States", None),
    ("The ministers of Oman and Fiji praised their governments.", "their governments", ("OMN", "FJI")),
    ("Chad helped farmers. Their governments left.", "Their governments", ("/Governments",)),
    ("Peru and Chile met. The farmers met their governments.", "their governments", ("/Governments",)),
    ("Peru and Chile sold gas to the two Asian countries.", "Asian countries", ("/Asian countries",)),
    ("Serbia and Greece signed. The two Balkan countries will trade.", "Balkan countries", ("SRB", "GRC")),
    ("Kenya, Uganda and Rwanda signed. The three East African countries will trade.", "East African countries",
     ("KEN", "UGA", "RWA")),
    ("Serbia and Greece signed. Two Balkan countries left.", "Balkan countries", ("/Balkan countries",)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actors"), THOSE)
def test_whom_a_list_named(text: str, mention: str, actors: tuple[str, ...] | None) -> None:
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
    ("The OAS heard Peru and Chile. The OAS praised the two governments.", "the two governments", ("PER", "CHL")),
    ("China and India met. The two partners agreed.", "The two partners", ("CHN", "IND")),
    ("China and India met. The two biggest Swedish firms left.", "The two", None),
    ("Chad has informed the UN Security Council that Malian troops came. The two sides fell out.", "The two sides",
     ("TCD", "MLI")),
    ("Chad informed the AU that it left. The AU and Chad signed. The two sides agreed.", "The two sides",
     ("TCD", "AU")),
    ("The minister of Chad told Peru's Minister Jo Lind that Mali's army came. Mr Lind wanted both countries to stop.",
     "both countries", ("TCD", "MLI")),
    ("Chad and Mali signed. Chad agreed to support each other.", "each other", ("TCD", "MLI")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actors"), PAIRS)
def test_two_who_are_described(text: str, mention: str, actors: tuple[str, ...] | None) -> None:
    assert last(text, mention) == actors


def test_the_title_tells_who_the_three_are_unless_the_sentence_does() -> None:
    title, text = "Chad, Mali and Niger agree", "Kenya, Uganda and Rwanda left. The three countries met."
    assert last(text, "The three countries", title=title) == ("TCD", "MLI", "NER")
    text = "Kenya, Uganda and Rwanda left, and the three countries met."
    assert last(text, "the three countries", title=title) == ("KEN", "UGA", "RWA")


def test_the_countries_are_the_two_of_the_title_where_no_list_tells_it() -> None:
    assert last("Trade grew. The countries agreed.", "The countries", title="Chad and Mali agree") == ("TCD", "MLI")
    text = "They spoke of the Western Balkans and the countries' future."
    assert last(text, "the countries", title="Chad and Mali agree") == ("/Countries",)


def test_two_ministries_are_one_of_each() -> None:
    text = "Chad met Mali. Both Ministries of Mines agreed."
    assert last(text, "Both Ministries of Mines") == ("TCD/Ministry of Mines", "MLI/Ministry of Mines")
    text = "The Foreign Ministry of Kenya and the Foreign Ministry of Uganda met. The two ministries agreed."
    assert last(text, "The two ministries") == ("KEN/Foreign Ministry", "UGA/Foreign Ministry")


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
