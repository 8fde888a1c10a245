"""Where the phrase that an object is begins and ends."""

from __future__ import annotations

import pytest

from dragoman.reading.phrases import as_phrase
from reader_samples import with_object


def phrase(kind: str, stage: str, marked: str) -> str:
    """The object that stands between the bars of ``marked``, as a phrase."""
    text, said = with_object(kind, stage, marked)
    made = as_phrase(text, said, said.evidence[0])
    [now] = [e for e in made.evidence if e.role == "object"]
    assert made.object is not None
    assert made.object == text[now.start : now.end]
    assert made.quote == text[made.start : made.end]
    assert made.start <= now.start < now.end <= made.end
    return made.object


DEEDS = [
    ("position", "requests", "Peru urged Chile to cease |hostilities| at once.", "cease hostilities"),
    ("position", "requests", "Peru asked Chile to fully reopen the |crossing|.", "fully reopen the crossing"),
    ("position", "requests", "Peru called on it to adhere to the |truce|.", "adhere to the truce"),
    ("position", "requests", "Chile has to comply with the |truce|.", "comply with the truce"),
    ("position", "requests", "Peru told them to refrain from |new steps|.", "refrain from new steps"),
    ("position", "requests", "Chile must withdraw its |troops|.", "withdraw its troops"),
    ("position", "requests", "Peru urged Chile to take |bold steps|.", "bold steps"),
    ("position", "requests", "Peru wants to |send tents|.", "send tents"),
    ("position", "requests", "Peru would like to |send tents|.", "send tents"),
    ("position", "requests", "Peru will also |send tents|.", "send tents"),
    ("position", "requests", "Peru insisted on access to clean |water|.", "water"),
    ("position", "requests", "Peru demands that Chile give |workers access|.", "give workers access"),
    (
        "position",
        "requests",
        "Peru demanded that both sides fully comply with the |truce|.",
        "fully comply with the truce",
    ),
    ("position", "requests", "Peru demands that the peace |talks begin|.", "talks begin"),
    ("position", "requests", "Peru demands that Chile has |talks|.", "talks"),
    ("position", "requests", "Peru said that sides reach |agreement|.", "agreement"),
    ("position", "supports", "Peru came to praise the |treaty|.", "treaty"),
    ("objective", "committed", "Peru is committed to keeping the |peace|.", "keeping the peace"),
    ("objective", "committed", "Peru is committed to keep the |peace|.", "keep the peace"),
    ("objective", "committed", "Peru is committed to the |peace|.", "peace"),
    ("objective", "committed", "Peru showed its commitment to human |rights|.", "rights"),
    ("event", "threatened", "Libya threatened to suspend |oil shipments|.", "suspend oil shipments"),
    ("event", "occurred", "Libya came to buy |oil|.", "oil"),
]

ENDS = [
    (
        "relations",
        "established",
        "Chad has |an embassy in Mali, which is accredited to Togo|.",
        "an embassy in Mali, which is accredited to Togo",
    ),
    ("assistance", "under-way", "Norway funds |a centre in Lusaka, which will train nurses|.", "a centre in Lusaka"),
    ("meeting", "held", "He spoke of |fishing, in which both have a part|.", "fishing"),
    ("objective", "committed", "Chad is committed to |peace—an old dream|.", "peace"),
    ("position", "claims", "Chad said that |peace – an old dream – is far|.", "peace – an old dream – is far"),
    ("mission", "planned", "It has |40 men, who will serve in Mali|.", "40 men, who will serve in Mali"),
    ("event", "occurred", "Chad fired |a rocket, claiming it was old|.", "a rocket"),
    ("position", "opposes", "Chad condemned |the fees, which hit trade|.", "the fees"),
    (
        "position",
        "claims",
        "Chad said that |the fees, which hit trade, are new|.",
        "the fees, which hit trade, are new",
    ),
    ("objective", "set", "Chad aims at |building roads, opening the border|.", "building roads, opening the border"),
    ("meeting", "held", "They spoke of |banks, including the largest|.", "banks, including the largest"),
    ("meeting", "held", "They spoke of |culture, banking and trade|.", "culture, banking and trade"),
    ("meeting", "held", "At its |10th session (Bergen|, 3-5 May) it met.", "10th session"),
    ("meeting", "held", "He paid a |call on President Bo| A. Berg.", "call on President Bo A. Berg"),
    ("meeting", "held", "He paid a |call on the President| A. Berg.", "call on the President A. Berg"),
    ("meeting", "held", "He paid a |call on us| A. Berg.", "call on us"),
]

BEGINS = [
    ("indicator", "reported", "|During the war, trade volume| fell.", "trade volume"),
    ("assistance", "completed", "|By 2010, Denmark had built a school|.", "Denmark had built a school"),
    ("meeting", "held", "|On the margins of the summit|, they met.", "On the margins of the summit"),
    ("meeting", "held", "|On Friday, 5 May, ministers met|.", "ministers met"),
    ("event", "occurred", "At |least 12 people died|.", "At least 12 people died"),
    ("indicator", "reported", "It is the |most important market|.", "most important market"),
    ("meeting", "held", "Chad took part |throughout the consultations|.", "consultations"),
    ("meeting", "held", "They met |within the framework of the summit|.", "summit"),
    ("event", "occurred", "They met |within the framework of the summit|.", "within the framework of the summit"),
    ("assistance", "completed", "Chad donated IT |equipment|.", "IT equipment"),
    ("assistance", "completed", "Chad gave it |equipment|.", "equipment"),
    ("agreement", "signed", "They signed seven (|MoUs)/Agreements|.", "seven (MoUs)/Agreements"),
    ("assistance", "planned", "Chad gave $50,000 (|£31,000) to Peru|.", "$50,000 (£31,000) to Peru"),
    (
        "relations",
        "recognised",
        "Peru was |among the first countries to recognize the independence of Ghana|.",
        "independence of Ghana",
    ),
    ("agreement", "ratified", "Chad was the |first state to ratify the protocol|.", "protocol"),
    ("relations", "established", "It was |one of the first to establish diplomatic ties| with it.", "diplomatic ties"),
    ("relations", "established", "They marked |50 years of diplomatic relations|.", "50 years of diplomatic relations"),
    (
        "relations",
        "established",
        "They marked the |25th anniversary of the establishment of diplomatic relations|.",
        "diplomatic relations",
    ),
    ("event", "occurred", "They marked the |25th anniversary of relations|.", "25th anniversary of relations"),
]


@pytest.mark.parametrize(("kind", "stage", "marked", "told"), [*DEEDS, *ENDS, *BEGINS])
def test_an_object_is_a_phrase(kind: str, stage: str, marked: str, told: str) -> None:
    assert phrase(kind, stage, marked) == told
