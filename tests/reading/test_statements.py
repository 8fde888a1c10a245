"""What the shipped model reads in single sentences: (sentence, publisher, what it says).

A sentence alone is the hardest text there is: no title that helps, no sentence before. Cases that are read wrongly are
marked with what goes wrong, and fail when it no longer does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest

import dragoman
from dragoman.codebook import codebook
from dragoman.reading import default_reader
from dragoman.reading.encoder import EncoderReader
from dragoman.records import Statement

DATE = "2021-06-15"


@dataclass(frozen=True)
class Said:
    """What a sentence must say. Without ``target`` the parties are both sides together; ``fields`` must be so too."""

    what: str
    source: frozenset[str]
    target: frozenset[str] | None
    fields: dict[str, Any] = field(default_factory=dict)

    def agrees(self, statement: Statement) -> bool:
        row = statement.contract()
        source, target = frozenset(statement.source), frozenset(statement.target)
        sides = (source | target, None) if self.target is None else (source, target)
        return (
            f"{statement.kind}.{statement.stage}" == self.what
            and sides == (self.source, self.target)
            and all(row[name] == wanted for name, wanted in self.fields.items())
        )


def said(what: str, parties: str, **fields: Any) -> Said:
    """``parties`` are ``SOURCES > TARGETS``, or all of them where it does not matter who stands on which side."""
    source, arrow, target = parties.partition(">")
    if codebook().kinds[what.split(".")[0]].symmetric:
        source, arrow = source + (", " + target if target.strip() else ""), ""
    return Said(what, actors(source), actors(target) if arrow else None, fields)


def marked(rows: Sequence[tuple[Any, ...]]) -> list[Any]:
    """``rows`` as cases; those of `MISREAD` are expected to fail, with the reason."""
    reasons = [next((MISREAD[begin] for begin in MISREAD if row[0].startswith(begin)), None) for row in rows]
    return [
        pytest.param(*row, marks=[pytest.mark.xfail(strict=True, reason=reason)] if reason else [])
        for row, reason in zip(rows, reasons, strict=True)
    ]


def actors(side: str) -> frozenset[str]:
    return frozenset(name.strip() for name in side.split(",")) - {""}


@pytest.fixture(scope="module")
def reader() -> EncoderReader:
    return EncoderReader()


def read(text: str, publisher: str, reader: EncoderReader) -> tuple[Statement, ...]:
    return dragoman.read(text, publisher=publisher, date=DATE, reader=reader).statements


def shown(statements: tuple[Statement, ...]) -> str:
    return "\n".join(str(s.contract() | {"confidence": s.confidence}) for s in statements) or "nothing was read"


US = "US Department of State"
MISREAD = {
    "The Prime Minister of": "an official without a name stays an official",
}
"""How sentences that begin so are read wrongly."""

CASES: list[tuple[str, str, Said]] = [
    # relations
    ("Mongolia and Paraguay established diplomatic relations in 1997.", "Government of Mongolia",
     said("relations.established", "MNG, PRY", date="1997")),
    ("The United States recognized Burkina Faso in 1960.", US,
     said("relations.recognised", "USA > BFA", date="1960")),
    ("Morocco severed diplomatic relations with Iran on May 1, 2018.", "Government of Morocco",
     said("relations.severed", "MAR > IRN", date="2018-05-01")),
    ("Malaysia does not recognize Israel.", "The Straits Daily",
     said("relations.not-recognised", "MYS > ISR")),
    ("Fiji will open an embassy in Ethiopia next year.", "Government of Fiji",
     said("relations.planned", "FJI > ETH", date="2022")),
    ("Japan and Uruguay agreed to raise their relations to a strategic partnership.",
     "Ministry of Foreign Affairs of Japan",
     said("relations.upgraded", "JPN, URY")),
    # membership
    ("Latvia joined NATO in 2004.", "NATO", said("membership.joined", "LVA > NATO", date="2004")),
    ("Botswana is a member of the African Union.", US, said("membership.member", "BWA > AU")),
    ("Norway is not a member of the European Union.", "European Union",
     said("membership.not-member", "NOR > EU")),
    ("Vanuatu became a member of the World Trade Organization in August 2012.", "World Trade Organization",
     said("membership.joined", "VUT > WTO", date="2012-08")),
    ("Tunisia has taken part in NATO's Mediterranean Dialogue since 1995.", "NATO",
     said("membership.partner", "TUN > NATO", date="1995")),
    ("Qatar left OPEC in January 2019.", "OPEC", said("membership.left", "QAT > OPEC", date="2019-01")),
    ("Bosnia and Herzegovina applied for membership of the European Union in February 2016.", "European Union",
     said("membership.candidate", "BIH > EU", date="2016-02")),
    # agreement
    ("Kenya and Uganda signed a memorandum of understanding on border trade on 12 April 2019.", "Government of Kenya",
     said("agreement.signed", "KEN, UGA", date="2019-04-12", event="SUPPORT")),
    ("The free trade agreement between Chile and Thailand entered into force in November 2015.", "Government of Chile",
     said("agreement.in-force", "CHL, THA", date="2015-11")),
    ("Costa Rica ratified the Paris Agreement in 2016.", "United Nations",
     said("agreement.ratified", "CRI >", date="2016")),
    ("Australia and Indonesia are negotiating a treaty on extradition.", "Government of Australia",
     said("agreement.negotiating", "AUS, IDN")),
    ("The Republic of the Congo and Gabon concluded talks on a fisheries accord.", "Government of Gabon",
     said("agreement.concluded", "COG, GAB")),
    ("Russia suspended the treaty on nuclear arms with the United States.", "The Nordic Times",
     said("agreement.suspended", "RUS, USA")),
    ("Portugal and Cape Verde will sign an agreement on air services in July.", "Government of Portugal",
     said("agreement.proposed", "PRT, CPV")),
    # mission
    ("The European Union deployed a training mission to Mali in 2013.", "European Union",
     said("mission.deployed", "EU > MLI", date="2013")),
    ("Bangladesh contributes 1,300 peacekeepers to the UN mission in South Sudan.", "United Nations",
     said("mission.contributing", "BGD > SSD")),
    ("The Security Council ended the United Nations mission in Liberia in March 2018.", "United Nations",
     said("mission.ended", "UN/Security Council > LBR", date="2018-03")),
    # assistance
    ("Sweden gave 20 million kronor to Somalia for drought relief in 2017.", "Government of Sweden",
     said("assistance.completed", "SWE > SOM", date="2017", value=[{"number": 20000000, "unit": "SEK"}], event="AID")),
    ("Japan will provide $40 million to Bangladesh to improve its ports.", "Ministry of Foreign Affairs of Japan",
     said("assistance.planned", "JPN > BGD", value=[{"number": 40000000, "unit": "USD"}], event="AGREE")),
    ("Germany is training Jordanian border guards.", "Government of Germany",
     said("assistance.under-way", "DEU > JOR/Border guards")),
    ("The United States has provided Guinea-Bissau over 500,000 vaccine doses.", US,
     said("assistance.completed", "USA > GNB")),
    ("Norway trained 300 Malawian nurses between 2011 and 2014.", "Government of Norway",
     said("assistance.completed", "NOR > MWI", date="2011", end="2014")),
    # meeting
    ("Foreign Minister of Peru Lucía Vargas met Foreign Minister of Ecuador Pablo Arce in Lima on 4 May 2021.",
     "Government of Peru",
     said("meeting.held", "PER/Lucía Vargas, ECU/Pablo Arce", date="2021-05-04", event="CONSULT")),
    ("Secretary Blinken spoke today with Jordanian Foreign Minister Ayman Safadi.", US,
     said("meeting.held", "USA/Blinken, JOR/Ayman Safadi", date="2021-06-15")),
    ("The Prime Minister of Nepal will visit Bhutan in September.", "Government of Nepal",
     said("meeting.planned", "NPL > BTN", date="2021-09")),
    ("Turkey and Greece held talks on migration in Ankara.", "The Aegean Herald",
     said("meeting.held", "TUR, GRC")),
    ("Kazakhstan cancelled its talks with Kyrgyzstan on water.", "The Steppe Journal",
     said("meeting.cancelled", "KAZ, KGZ")),
    # office
    ("Anna Lindqvist was appointed ambassador of Sweden to Kenya in 2018.", "Government of Sweden",
     said("office.appointed", "SWE/Anna Lindqvist > KEN", date="2018")),
    ("Rosa Delgado is the Minister of Foreign Affairs of Bolivia.", US,
     said("office.holds", "BOL/Rosa Delgado > BOL")),
    # position
    ("Ireland supports the territorial integrity of Moldova.", "Government of Ireland",
     said("position.supports", "IRL > MDA", event="SUPPORT")),
    ("Egypt opposes Ethiopia's plan to fill the dam.", "The Nile Post",
     said("position.opposes", "EGY > ETH")),
    ("We call on Myanmar to release all detainees.", "Government of Canada",
     said("position.requests", "CAN > MMR", event="REQUEST")),
    ("The European Union condemned the attack by North Korea.", "European Union",
     said("position.opposes", "EU > PRK")),
    ("The Minister of Defence of Finland, Jussi Salo, said that Russia had violated Finnish airspace.",
     "The Baltic Courier",
     said("event.occurred", "RUS > FIN", by=["FIN/Jussi Salo"])),
    # objective
    ("Rwanda seeks to become a middle-income country by 2035.", "Government of Rwanda",
     said("objective.set", "RWA >", end="2035")),
    ("The Philippines is committed to ending the use of coal.", "Government of the Philippines",
     said("objective.committed", "PHL >")),
    ("Argentina and Brazil aim to double their trade.", "Government of Brazil",
     said("objective.set", "ARG, BRA >")),
    # progress
    ("Ghana adopted a new law on money laundering in 2020.", "IMF",
     said("progress.done", "GHA >", date="2020")),
    ("Corruption remains a serious problem in Paraguay.", US,
     said("progress.challenge", "PRY >")),
    ("Zambia is reforming its courts.", "World Bank", said("progress.under-way", "ZMB >")),
    # indicator
    ("Iceland ranks first in the Global Peace Index.", "The Nordic Times",
     said("indicator.reported", "ISL >", value=[{"number": 1, "unit": "rank"}])),
    ("Trade between India and Nepal reached $8 billion in 2019.", "Government of Nepal",
     said("indicator.reported", "IND, NPL", date="2019", value=[{"number": 8000000000, "unit": "USD"}])),
    ("Exports of Laos to Vietnam grew by 12 percent in 2018.", "Government of Laos",
     said("indicator.reported", "LAO > VNM", date="2018", value=[{"number": 12, "unit": "%"}])),
    # event
    ("Canada imposed sanctions on Belarus in August 2020.", "Government of Canada",
     said("event.occurred", "CAN > BLR", date="2020-08", event="SANCTION")),
    ("Armenia and Azerbaijan exchanged fire on 14 July 2020.", "The Caspian Monitor",
     said("event.occurred", "ARM, AZE", date="2020-07-14", event="ASSAULT")),
    ("Colombia extradited two suspects to Spain.", "Government of Colombia",
     said("event.occurred", "COL > ESP", event="COOPERATE")),
    ("Turkey threatened Greece with war.", "The Aegean Herald",
     said("event.threatened", "TUR > GRC", event="THREATEN")),
    ("South Korea and Mongolia hold joint exercises every year.", "Government of Mongolia",
     said("event.ongoing", "KOR, MNG", event="COOPERATE")),
    # reported speech
    ("Kenya has signed the border treaty with Somalia, Kenyan Foreign Minister Amina Odhiambo said.",
     "The Savanna Post",
     said("agreement.signed", "KEN, SOM", by=["KEN/Amina Odhiambo"])),
    ("According to the IMF, the economy of Togo grew by 5 percent in 2019.", "The Gulf Ledger",
     said("indicator.reported", "TGO >", by=["IMF"], date="2019")),
    ("Zambian President Joseph Banda said that Zambia had applied for membership of the OECD.", "The Savanna Post",
     said("membership.candidate", "ZMB > OECD", by=["ZMB/Joseph Banda"])),
]  # fmt: skip


@pytest.mark.parametrize(("text", "publisher", "expected"), marked(CASES))
def test_what_a_sentence_says(text: str, publisher: str, expected: Said, reader: EncoderReader) -> None:
    found = read(text, publisher, reader)
    assert any(expected.agrees(statement) for statement in found), shown(found)


SEVERAL: list[tuple[str, str, str, int]] = [
    ("Kosovo joined the International Monetary Fund and the World Bank in 2009, and the Olympic Committee in 2014.",
     US, "membership.joined", 3),
    ("The treaty between Peru and Brazil was signed in May 2003 and ratified in June 2004.", "Government of Peru",
     "agreement.signed agreement.ratified", 2),
    ("Lithuania joined the European Union in 2004 and the OECD in 2018.", "OECD", "membership.joined", 2),
    ("Norway will fund schools in Malawi, and gave Zambia two helicopters in 2015.", "Government of Norway",
     "assistance.planned assistance.completed", 2),
]  # fmt: skip


@pytest.mark.parametrize(("text", "publisher", "what", "count"), marked(SEVERAL))
def test_a_list_is_told_one_by_one(text: str, publisher: str, what: str, count: int, reader: EncoderReader) -> None:
    found = read(text, publisher, reader)
    stages = [f"{s.kind}.{s.stage}" for s in found]
    assert set(stages) == set(what.split()), shown(found)
    assert len(stages) == count, shown(found)


NOT_SAID: list[tuple[str, str]] = [
    # negation
    ("Switzerland is not a member of NATO.", "membership.member membership.joined"),
    ("Kuwait did not sign the agreement with Oman.", "agreement.signed agreement.concluded"),
    ("Nicaragua did not break relations with Taiwan.", "relations.severed"),
    # plans
    ("Namibia will sign a treaty with Angola next week.", "agreement.signed agreement.ratified"),
    ("Denmark plans to give Sudan 10 million kroner.", "assistance.completed assistance.under-way"),
    ("The President of Cuba will visit Haiti in August.", "meeting.held"),
    # conditionals
    ("If Ukraine joined NATO, Russia would respond.", "membership.joined membership.member"),
    ("Serbia might leave the pact unless Croatia ratifies it.", "membership.left agreement.ratified"),
    ("Iran would close the strait if it were attacked.", "event.occurred"),
    # nothing at all
    ("Skip to main content | Contact us | Privacy policy", " ".join(
        f"{kind.name}.{stage}" for kind in codebook().kinds.values() for stage in kind.stages)),
    ("Michael Jordan was born in Brooklyn.", "relations.established agreement.signed meeting.held membership.joined"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "never"), marked(NOT_SAID))
def test_what_a_sentence_does_not_say(text: str, never: str, reader: EncoderReader) -> None:
    found = read(text, "The Evening Gazette", reader)
    assert not {f"{s.kind}.{s.stage}" for s in found} & set(never.split()), shown(found)


ROWS = (
    "Country | Treaty | Signed | In force\n"
    "Chile | Free trade agreement with Thailand | 2013 | 2015\n"
    "Peru | Free trade agreement with Thailand | 2005 | 2011\n"
)


def test_rows_of_a_table_are_read_on_their_own(reader: EncoderReader) -> None:
    for statement in read(ROWS, "Government of Thailand", reader):
        assert "\n" not in statement.quote
        assert not {"CHL", "PER"} <= {*statement.source, *statement.target}


def test_items_of_a_list_are_read_on_their_own(reader: EncoderReader) -> None:
    text = "Norway supports:\n\n- schools in Malawi with 2 million euros\n- clinics in Zambia with 3 million euros\n"
    for statement in read(text, "Government of Norway", reader):
        assert "\n" not in statement.quote.strip()


@pytest.mark.parametrize(("text", "publisher"), [case[:2] for case in CASES[::5]])
def test_what_is_read_has_its_places(text: str, publisher: str, reader: EncoderReader) -> None:
    for statement in read(text, publisher, reader):
        assert text[statement.start : statement.end] == statement.quote
        assert statement.reason
        assert all(text[e.start : e.end].strip() for e in statement.evidence)


def test_the_shipped_model_is_the_reader_where_none_is_named() -> None:
    assert isinstance(default_reader(), EncoderReader)


def test_reading_twice_gives_the_same(reader: EncoderReader) -> None:
    text = " ".join(case[0] for case in CASES[:12])
    assert read(text, US, reader) == read(text, US, EncoderReader(threads=2))
