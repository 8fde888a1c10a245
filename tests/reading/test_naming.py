"""Which instrument "the agreement" is, and which organisation a path leads to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.reading.naming import THE_SAME, named_in_full, told_again, with_parties
from dragoman.records import Evidence, Statement

ACCESSION = "Chile and Peru opened talks on the Northern Transit Agreement in May. "

CASES = [
    (ACCESSION + "The |agreement| was signed in June.", "Northern Transit Agreement"),
    (ACCESSION + "In June they signed |the agreement|.", "Northern Transit Agreement"),
    (ACCESSION + "This |Agreement| entered into force in June.", "Northern Transit Agreement"),
    (ACCESSION + "|Negotiations on the agreement| ended in June.", "Northern Transit Agreement"),
    (ACCESSION + "In June |Congress ratified it|.", "Northern Transit Agreement"),
    (ACCESSION + "In June |Congress ratified it with the Ports Treaty|.", "Congress ratified it with the Ports Treaty"),
    ("By the Border Rivers Agreement of July 3 both gained. The |agreement| was ratified.", "Border Rivers Agreement"),
    ("They signed the Ports Treaty on March 18. The |treaty| was ratified.", "Ports Treaty"),
    ("They signed the Mount Ida Accords in May. The |accord| was ratified.", "Mount Ida Accords"),
    ("They signed the Mount Ida Accords in May. The |accords| were ratified.", "Mount Ida Accords"),
    (ACCESSION + "The |agreements| were signed in June.", "agreements"),
    ("They signed the Ports Treaty and the Mount Ida Protocol. The |treaty| was ratified.", "Ports Treaty"),
    ("They signed the Protocol to the Ports Treaty. The |protocol| was ratified.", "Protocol to the Ports Treaty"),
    ("They signed the Protocol to the Ports Treaty. The |treaty| was ratified.", "Ports Treaty"),
    ("They signed a Memorandum on Fishing. The |MoU| was ratified.", "Memorandum on Fishing"),
    ("The Mount Ida Act of 8 May 1975 ended it. The |act| was ratified.", "Mount Ida Act"),
    (
        "Resolution 502 of the Security Council came. The |resolution| demands it.",
        "Resolution 502 of the Security Council",
    ),
    (ACCESSION + "They signed an |agreement| in June.", "agreement"),
    (ACCESSION + "|Lifting of the embargo| was agreed.", "Lifting of the embargo"),
    (ACCESSION + "The |treaty| was signed in June.", "treaty"),
    (ACCESSION + "The |agreement on fishing| was signed in June.", "agreement on fishing"),
    (ACCESSION + "Then came the Border Rivers Agreement. The |agreement| was ratified.", "Border Rivers Agreement"),
    (ACCESSION + "x" * 4_000 + " The |agreement| was signed in June.", "agreement"),
    ("The |agreement| was signed before the Northern Transit Agreement was.", "agreement"),
]


def statement(marked: str, kind: str = "agreement") -> tuple[str, Statement]:
    """The text and a statement about what stands between the bars."""
    text, low, high = marked.replace("|", ""), marked.index("|"), marked.rindex("|") - 1
    place = Evidence("object", "", low, high)
    return text, Statement("d", kind, "signed", text, 0, len(text), object=text[low:high], evidence=(place,))


@pytest.mark.parametrize(("marked", "name"), CASES)
def test_a_bare_instrument_is_the_last_one_of_its_name(marked: str, name: str) -> None:
    text, said = statement(marked)
    told = named_in_full(text, said)
    assert told.object == name
    assert told.evidence[0] == said.evidence[0]
    for seen in told.evidence[1:]:
        assert text[seen.start : seen.end] == seen.value == name


RECOGNISED = [
    ("Estonia, Latvia and Lithuania recognised |Kosovo| in 2008.", "EST LVA LTU", "XKX"),
    ("|Kosovo| was recognised by Estonia, Latvia and Lithuania.", "EST LVA LTU", "XKX"),
    ("Estonia, Latvia and Lithuania recognised |the fees|.", "EST", "LVA LTU"),
    ("Estonia left as Latvia and Lithuania recognised |Kosovo|.", "EST", "LVA LTU"),
    ("Estonia, Latvia and Lithuania recognised |Latvia|.", "EST", "LVA LTU"),
    ("|Kosovo| recognised Estonia, Latvia and Lithuania.", "EST", "LVA LTU"),
]


@pytest.mark.parametrize(("marked", "source", "target"), RECOGNISED)
def test_who_is_recognised_is_the_other_party(marked: str, source: str, target: str) -> None:
    text, said = statement(marked, "relations")
    names = (("Estonia", "EST", "source"), ("Latvia", "LVA", "target"), ("Lithuania", "LTU", "target"))
    sides = [Evidence(role, code, text.index(name), text.index(name) + len(name)) for name, code, role in names]
    read = replace(said, stage="recognised", source=("EST",), target=("LVA", "LTU"), evidence=(*sides, *said.evidence))
    told = named_in_full(text, read)
    assert (" ".join(told.source), " ".join(told.target)) == (source, target)
    for role, side in (("source", told.source), ("target", told.target)):
        assert tuple(e.value for e in told.evidence if e.role == role) == side
    assert [e for e in told.evidence if e.role == "object"] == list(said.evidence)


JOINED = [
    ("EU", "EU accession path", "European Union"),
    ("EU", "accession to the EU", "European Union"),
    ("EU", "EU integration", "European Union"),
    ("UN", "seat in the UN", "United Nations"),
    ("NATO", "membership in the Alliance", "NATO"),
    ("NATO", "Alliance", "NATO"),
    ("EU", "EU", "EU"),
    ("EU", "European Union (EU)", "European Union (EU)"),
    ("EU", "European Union", "European Union"),
    ("EU", "EU Civil Protection Mechanism", "EU Civil Protection Mechanism"),
    ("NATO", "Partnership for Peace", "Partnership for Peace"),
    ("EU", "application", "application"),
    ("NATO/KFOR", "KFOR membership", "KFOR membership"),
    ("EU", "granted Chad the status of a candidate country", "European Union"),
    ("CoE", "which were joined in the same year by Chad", "Council of Europe"),
    ("NATO", "Member since 2011", "NATO"),
    ("EU", "has joined the European Union's programme", "has joined the European Union's programme"),
    ("EU", "observer status", "observer status"),
    ("YUG", "membership of Yugoslavia", "membership of Yugoslavia"),
]


@pytest.mark.parametrize(("target", "words", "name"), JOINED)
def test_what_is_joined_is_the_object_and_not_the_way_there(target: str, words: str, name: str) -> None:
    said = Statement("d", "membership", "candidate", words, 0, len(words), target=(target,), object=words)
    assert named_in_full(words, said).object == name


def test_other_kinds_keep_their_object() -> None:
    text, said = statement(CASES[0][0], "meeting")
    assert named_in_full(text, said) == said


SIDES = [
    ((("MAR",), ("EU",)), (("MAR",), ()), (("MAR",), ("EU",))),
    ((("MAR",), ("EU",)), ((), ("EU/Council",)), (("MAR",), ("EU",))),
    ((("MAR",), ("EU",)), (("TUN",), ()), (("TUN",), ())),
    ((("MAR",), ("EU",)), (("EU",), ("TUN",)), (("EU",), ("TUN",))),
    ((("MAR",), ("EU",)), ((), ()), ((), ())),
    ((("MAR",), ()), (("EU",), ()), (("EU",), ())),
]


@pytest.mark.parametrize(("before", "own", "wanted"), SIDES)
def test_an_instrument_told_of_again_has_the_parties_it_had(
    before: tuple[tuple[str, ...], ...], own: tuple[tuple[str, ...], ...], wanted: tuple[tuple[str, ...], ...]
) -> None:
    whole, again = (
        Statement(
            "d", "agreement", "signed", "q", place, place + 1, source=source, target=target, object=words,
            evidence=tuple(Evidence("source", actor, place, place + 1) for actor in (*source, *target)),
        )
        for place, words, (source, target) in ((0, "Transit Agreement", before), (9, "transit agreement", own))
    )  # fmt: skip
    first, second = with_parties([whole, again])
    assert first == whole
    assert (second.source, second.target) == wanted
    assert [e.value for e in second.evidence] == [*wanted[0], *wanted[1]]


def test_who_was_read_beside_a_party_of_the_agreement_makes_way() -> None:
    text, bare = statement(ACCESSION + "The |agreement| was signed in June.")
    whole = Statement(
        "d",
        "agreement",
        "negotiating",
        "q",
        0,
        1,
        source=("CHL",),
        target=("PER",),
        object="Northern Transit Agreement",
    )
    again = named_in_full(text, replace(bare, source=("PER",), target=("USA",)))
    [_, told] = with_parties([whole, again])
    assert (told.source, told.target) == (("CHL",), ("PER",))
    apart = replace(again, evidence=again.evidence[:1])
    [_, told] = with_parties([whole, apart])
    assert (told.source, told.target) == (("PER",), ("USA",))
    acting = replace(again, source=("PER/Congress",), target=("CHL",))
    [_, told] = with_parties([whole, acting])
    assert (told.source, told.target) == (("PER/Congress",), ("CHL",))
    [_, told] = with_parties([replace(whole, target=("PER", "/Ports")), replace(again, target=("CHL",))])
    assert (told.source, told.target) == (("PER",), ("CHL",))


@pytest.mark.parametrize(("kind", "words"), [("agreement", "Fisheries Agreement"), ("meeting", "Transit Agreement")])
def test_another_thing_keeps_its_own_parties(kind: str, words: str) -> None:
    whole = Statement(
        "d", "agreement", "signed", "q", 0, 1, source=("MAR",), target=("EU",), object="Transit Agreement"
    )
    other = Statement("d", kind, "signed", "q", 2, 3, source=("MAR",), object=words)
    assert list(with_parties([whole, other])) == [whole, other]


def test_a_long_text_of_capitals_is_read_in_no_time() -> None:
    text, said = statement("Word " * 200_000 + "The |agreement| was signed.")
    assert named_in_full(text, said).object == "agreement"


# What is told of an instrument first and then again, each between bars, and what the second is told of.
AGAIN = [
    ("The |Ports Treaty| was signed in May and |ratified on 8 June 1996|.", "Ports Treaty"),
    ("The |Ports Treaty|, signed by Peru on 3.5.1996, has |been in force since June|.", "Ports Treaty"),
    ("The |Ports Treaty| was signed in May. It |expired two years later|.", "Ports Treaty"),
    ("The |Ports Treaty| was signed in May. It was |ratified by Peru and Chile|.", "Ports Treaty"),
    ("The |Ports Treaty was opened for signature| in May and |took effect the same month|.", "Ports Treaty"),
    ("A |loan agreement| was signed in May and |ratified|.", "loan agreement"),
    ("The MoU on fish, the |MoU on fishing|, |lapsed in 2001|.", "MoU on fishing"),
    ("The |Ports Treaty|, signed in May, |which entered into force in 2001|.", "Ports Treaty"),
    # Of another, of none, or not with a verb alone.
    ("The |Ports Treaty| was signed in May. Peru |ratified| others.", "ratified"),
    ("The |Ports Treaty| was signed in May. Peru left. It |expired|.", "expired"),
    ("Peru |signed on 15 May| and |ratified on 8 June|.", "ratified on 8 June"),
    ("For an |initial period| it was in force. It |expired|.", "expired"),
    ("The |Ports Treaty| was signed in May and |ratified the Sea Treaty|.", "ratified the Sea Treaty"),
    ("The |Ports Treaty|, |which Chile signed in 2001|.", "which Chile signed in 2001"),
    ("The |Ports Treaty| was signed in May, and the visa accord was |ratified in June|.", "ratified in June"),
    ("The |Ports Treaty| " + "x" * 300 + " was |ratified|.", "ratified"),
]


@pytest.mark.parametrize(("marked", "name"), AGAIN, ids=[c[0][:60] for c in AGAIN])
def test_a_verb_alone_is_told_of_the_instrument_before_it(marked: str, name: str) -> None:
    parts = marked.split("|")
    text = "".join(parts)
    made = []
    for number in (1, 3):
        low = len("".join(parts[:number]))
        high = low + len(parts[number])
        place = Evidence("object", "", low, high)
        made.append(Statement("d", "agreement", "signed", text, 0, len(text), object=parts[number], evidence=(place,)))
    first, second = told_again(text, made)
    assert first == made[0]
    assert second.object == name
    assert second.evidence[:1] == made[1].evidence
    seen = [text[e.start : e.end] for e in second.evidence[1:]]
    assert seen == [e.value for e in second.evidence[1:]] == ([name] if name != parts[3] else [])


def test_a_long_row_of_numbers_is_read_in_passing() -> None:
    assert THE_SAME.fullmatch("1," * 5_000 + "1! It") is None
