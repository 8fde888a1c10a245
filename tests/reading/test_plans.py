"""Stages told around the object: (kind, stage read, clause before the object, stage it has)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dragoman.codebook import READ, codebook
from dragoman.documents import document_from_text
from dragoman.reading import plans
from dragoman.reading.plans import STILL_TO_COME, VERDICT_STAGES, by_verdicts, stage_to_come, stage_told
from dragoman.records import Block, BlockKind, Evidence, Statement
from dragoman.segment import sentences

TABLE = "| What | When | How |\n| --- | --- | --- |\n"

CASES = [
    ("agreement", "signed", "Peru and Chile undertook to sign the ", "proposed"),
    ("agreement", "ratified", "Peru committed itself to ratify the ", "proposed"),
    ("agreement", "signed", "They look forward to signing the ", "proposed"),
    ("meeting", "held", "They look forward to the ", "held"),
    ("assistance", "completed", "Japan is ready to grant ", "planned"),
    ("assistance", "completed", "Japan undertook the ", "completed"),
    ("assistance", "completed", "The aid was to local ", "completed"),
    ("assistance", "completed", "Most of the aid was to poor families and ", "completed"),
    ("assistance", "completed", "The first shipment was to Peruvian ", "completed"),
    ("assistance", "completed", "Peru was to supply ", "planned"),
    ("assistance", "completed", "Peru was to process ", "planned"),
    ("assistance", "completed", "Peru was to trial ", "planned"),
    ("agreement", "signed", "The ministers were to finalise the ", "proposed"),
    ("meeting", "held", "The Minister Is to Visit ", "planned"),
    ("agreement", "signed", "Namibia will sign a ", "proposed"),
    ("agreement", "signed", "The two sides are expected to sign an ", "proposed"),
    ("agreement", "ratified", "Parliament is to ratify the ", "proposed"),
    ("meeting", "held", "The minister will soon visit ", "planned"),
    ("assistance", "completed", "Japan pledged to provide ", "planned"),
    ("relations", "established", "They plan to open an ", "planned"),
    ("agreement", "signed", "Namibia signed a ", "signed"),
    ("agreement", "signed", "The minister who will visit Peru signed the ", "signed"),
    ("agreement", "provides", "The parties will respect the ", "provides"),
    ("agreement", "signed", "The will of the people led them to sign the treaty, and they signed the ", "signed"),
    ("membership", "partner", "In 2007 Kenya joined the ", "joined"),
    ("membership", "member", "The country acceded to the ", "joined"),
    ("membership", "partner", "Kenya, which joined in 2007, is a partner of the ", "partner"),
    ("membership", "not-member", "Kenya never joined the ", "not-member"),
    ("event", "occurred", "Troops joined the ", "occurred"),
    ("agreement", "signed", "Fiji and Samoa agreed to the ", "signed"),
    ("agreement", "concluded", "Fiji and Samoa agreed to a ", "concluded"),
    ("agreement", "concluded", "Fiji and Samoa agreed to conclude a ", "proposed"),
    ("event", "occurred", "Fiji closed the road due to the ", "occurred"),
    ("event", "occurred", "Fiji closed the road due to heavy ", "occurred"),
    ("meeting", "held", "The minister is due to visit ", "planned"),
    ("membership", "joined", "Fiji will now join the ", "candidate"),
    ("membership", "joined", "Fiji has joined the ", "joined"),
    ("mission", "contributing", "Fiji will contribute ", "planned"),
    ("mission", "contributing", "Fiji will continue to contribute ", "contributing"),
    ("agreement", "ratified", "He said that Fiji would ratify the ", "proposed"),
    ("agreement", "concluded", "Fiji and Samoa agreed to open ", "concluded"),
    ("agreement", "concluded", "The envoy was empowered to conclude a ", "proposed"),
    ("agreement", "concluded", "They agreed to open a port and to negotiate a ", "proposed"),
    ("agreement", "signed", "They agreed to open a port and signed a ", "signed"),
    ("agreement", "concluded", "They agreed to reach a ", "proposed"),
    ("relations", "established", "They signed a plan to develop the ", "established"),
    ("relations", "established", "They will deepen and widen their ", "established"),
    ("relations", "established", "They will open an ", "planned"),
    ("assistance", "under-way", "Its task is to train the ", "under-way"),
    ("assistance", "under-way", "The new policy will fund ", "planned"),
    ("membership", "member", "Mauritania, a former member of the ", "left"),
    ("membership", "partner", "Palau, formerly a ", "left"),
    ("membership", "member", "Mauritania is no longer a full member of ", "left"),
    ("membership", "member", "The former minister of Mauritania, a member of ", "member"),
    ("membership", "member", "The parties are Fiji and the former ", "member"),
    ("mission", "deployed", "The force is authorised to protect ", "deployed"),
    ("meeting", "held", "The aim of the first visit was to discuss ", "held"),
]


@pytest.mark.parametrize(("kind", "stage", "before", "expected"), CASES, ids=[c[2] for c in CASES])
def test_what_is_to_come_is_not_done_and_who_joined_has_joined(
    kind: str, stage: str, before: str, expected: str
) -> None:
    assert stage_told(kind, stage, before) == expected


@pytest.mark.parametrize(
    ("before", "told", "expected"),
    [
        ("The President of Fiji will ", "travel to Samoa", "planned"),
        ("The President of Fiji was to ", "visit Samoa", "planned"),
        ("The first journey of the President was to ", "Samoa and Tonga", "held"),
        ("The aim was to ", "meet Samoan leaders", "held"),
        ("The purpose of his visit was to ", "meet Samoan leaders", "held"),
        ("It had two sides: one was to ", "meet Samoan leaders", "held"),
        ("The first is expected to ", "meet Samoan leaders", "planned"),
        ("The President’s ", "first visit was to Samoa", "held"),
        ("The President’s ", "first visit was to neighbouring Samoa", "held"),
        ("His first visit was to ", "neighbouring Samoa", "held"),
        ("", "aim was to meet Samoan leaders", "held"),
        ("", "leaders were to meet in Apia", "planned"),
        ("They held the talks by which the ", "ministers were to meet in Apia", "held"),
        ("The minister is expected to ", "visit Samoa", "planned"),
        ("", "Fiji and Samoa will soon meet", "planned"),
        ("", "minister who will leave met Fiji", "held"),
        ("", "talks opened today will lead to peace", "held"),
        ("", "United States will meet Samoa", "planned"),
        ("There was the will ", "to meet in Samoa", "held"),
        ("The minister will ", "Samoan talks", "held"),
        ("The sides agreed to ", "talks on fishing", "held"),
        ("The road was closed due to ", "talks on fishing", "held"),
        ("The President of Fiji, where there is a will ,", "travelled to Samoa", "held"),
    ],
)
def test_the_verb_of_what_is_to_come_may_begin_the_object(before: str, told: str, expected: str) -> None:
    assert stage_told("meeting", "held", before, told) == expected


# (kind, stage read, text, the object, the stage that the verdict tells)
VERDICTS = [
    ("progress", "done", "Adoption of the law on ports. Delayed.", "law on ports", "challenge"),
    ("progress", "done", "Adoption of the law on ports. Not started.", "law on ports", "planned"),
    ("progress", "under-way", "Adoption of the law on ports. Completed: 2017.", "law on ports", "done"),
    ("progress", "under-way", "Adoption of the law on ports. Status: implemented, May 2017.", "law on ports", "done"),
    ("progress", "done", "Reform of the customs - partly done.", "customs", "under-way"),
    ("progress", "done", "Reform of the customs: in progress", "customs", "under-way"),
    ("progress", "under-way", "Reform of the customs (completed)", "customs", "done"),
    ("progress", "under-way", "Reform of the customs: met with delay", "customs", "done"),
    ("progress", "done", "Reform of the customs - in progress, 62% complete", "customs", "under-way"),
    ("progress", "challenge", "Reform of the customs - not started", "customs", "challenge"),
    ("assistance", "completed", "Training of 40 judges. In progress.", "40 judges", "under-way"),
    ("assistance", "under-way", "- Mini-grids, EUR 4 million, cancelled", "Mini-grids", "ended"),
    ("assistance", "under-way", "Mini-grids, EUR 4 million - under preparation", "Mini-grids", "planned"),
    ("meeting", "held", "- Visit of the minister; postponed", "Visit of the minister", "cancelled"),
    ("assistance", "planned", f"{TABLE}| Mini-grids | Under way | EUR 4 million |", "Mini-grids", "under-way"),
    ("meeting", "held", f"{TABLE}| May 2020 | Visit to Fiji; postponed | Suva |", "Visit to Fiji", "held"),
    ("meeting", "held", f"{TABLE}| May 2020 | Suva | Visit to Fiji; postponed |", "Visit to Fiji", "cancelled"),
    ("agreement", "ratified", "Ratification of the Ports Treaty. Not yet done.", "Ports Treaty", "proposed"),
    ("agreement", "ratified", f"{TABLE}| Ratify the Ports Treaty | 2018 | Pending |", "Ports Treaty", "proposed"),
    ("membership", "joined", "Accession to the OECD. In progress.", "OECD", "candidate"),
    ("relations", "established", "Opening of an embassy in Chad. Planned for 2020.", "embassy in Chad", "planned"),
    ("mission", "deployed", "Dispatch of 40 police. Not started.", "40 police", "planned"),
    # Several in one sentence, each on its own measure.
    ("progress", "planned", "Reform of the customs (done), law on ports (in progress).", "customs", "done"),
    ("progress", "done", "Reform of the customs (done), law on ports (in progress).", "law on ports", "under-way"),
    ("assistance", "completed", "A mill in Togo (ongoing), a dam in Mali (cancelled), a well.", "dam", "ended"),
    ("assistance", "completed", "A mill in Togo (ongoing), a dam in Mali (cancelled), a well.", "mill", "under-way"),
    ("assistance", "completed", "A mill in Togo (ongoing), a dam in Mali (cancelled), a well.", "well", "completed"),
    ("assistance", "completed", "A mill, a dam in Mali (cancelled), a well in Chad (ongoing).", "mill", "completed"),
    ("progress", "planned", "Customs: completed; law on ports: in progress.", "Customs", "done"),
    ("progress", "done", "Customs: completed; law on ports: in progress.", "law on ports", "under-way"),
    ("assistance", "completed", "Togo had a mill and a hall (EUR 800,000, ongoing).", "hall", "under-way"),
    ("meeting", "held", "The visit to Fiji (with a stop in Samoa, cancelled) went well.", "visit to Fiji", "held"),
    ("progress", "planned", "Reform of the customs: completed (May 2017)", "customs", "done"),
    ("progress", "planned", "- Reform of the customs: done;", "customs", "done"),
    ("agreement", "in-force", "- Trade agreement, 1969 (no longer in force)", "Trade agreement", "ended"),
    ("agreement", "in-force", "Trade agreement (expired).", "Trade agreement", "ended"),
    ("agreement", "signed", "- Trade agreement, signed 1969, no longer in force", "Trade agreement", "signed"),
    ("agreement", "negotiating", "- Exchange programme: being implemented", "Exchange programme", "implementing"),
    ("progress", "planned", "- Exchange programme: being implemented", "Exchange programme", "under-way"),
    # No verdict, none on this, or none on one alone.
    ("progress", "done", "Adoption of the law on ports. Delayed by a strike, it was late.", "law on ports", "done"),
    ("progress", "done", "Adoption of the law on ports.\n\nDelayed.", "law on ports", "done"),
    ("progress", "done", "Fiji reformed its customs, delayed.", "customs", "done"),
    ("progress", "done", f"{TABLE}| Reform of the customs | Delayed | Planned |", "customs", "done"),
    ("position", "claims", "Ports Treaty. Delayed.", "Ports Treaty", "claims"),
    ("agreement", "implementing", "Carrying out the Ports Treaty. Delayed.", "Ports Treaty", "implementing"),
    ("objective", "set", "Build the port. Status: in progress.", "Build the port", "set"),
]


def judged(text: str, *read: tuple[str, str, str], **fields: Any) -> list[Statement]:
    """What the verdicts in ``text`` leave of what was ``read``: (kind, stage, object), the last one with ``fields``."""
    document = document_from_text(text, stem="a", language="en")
    made = []
    for kind, stage, told in read:
        at = document.text.index(told)
        place = Evidence("object", "", at, at + len(told))
        made.append(Statement("a", kind, stage, told, at, at + len(told), object=told, evidence=(place,), reason="r"))
    made[-1] = replace(made[-1], **fields)
    return by_verdicts(document.text, sentences(document.text, document.blocks), made)


@pytest.mark.parametrize(("kind", "stage", "text", "told", "expected"), VERDICTS, ids=[c[2][-50:] for c in VERDICTS])
def test_a_verdict_tells_the_stage(kind: str, stage: str, text: str, told: str, expected: str) -> None:
    [said] = judged(text, (kind, stage, told))
    assert said.stage == expected
    if stage != expected:
        assert said.rule == f"{kind}.{expected}"
        assert said.reason.endswith(f"tells that it {codebook().stage(kind, expected).says}")
        assert said.quote.startswith(told)
        assert [e.value for e in said.evidence if e.role == "stage"] == [expected]
        implied = codebook().stage(kind, expected).event
        assert implied == READ or said.event == implied


def test_what_was_read_from_a_verdict_alone_gives_its_date_to_what_it_is_about() -> None:
    text = "Reform of the customs. Completed: 2017."
    [said] = judged(text, ("progress", "done", "Reform of the customs"), ("progress", "done", "Completed"), date="2017")
    assert (said.object, said.quote, said.date) == (
        "Reform of the customs",
        "Reform of the customs. Completed: 2017",
        "2017",
    )


def test_a_verdict_that_stands_for_itself_stays() -> None:
    [said] = judged("Completed: 2017.", ("progress", "done", "Completed"))
    assert said.object == "Completed"
    both = judged("Grant for ports. Completed.", ("indicator", "reported", "Grant"), ("progress", "done", "Completed"))
    assert [said.object for said in both] == ["Grant", "Completed"]


def test_what_was_in_force_at_its_time_was_so_though_it_is_over() -> None:
    [said] = judged("- Trade agreement, in force 1970, expired", ("agreement", "in-force", "Trade"), date="1970")
    assert said.stage == "in-force"


def test_an_object_ends_before_its_verdict() -> None:
    [said] = judged("Reform of the customs - in progress", ("progress", "done", "customs - in progress"))
    assert said.object == "customs"
    assert [e.end for e in said.evidence if e.role == "object"] == [len("Reform of the customs")]


def test_what_comes_to_say_the_same_is_told_once() -> None:
    read = (("meeting", "held", "Visit to Fiji"), ("meeting", "cancelled", "Visit to Fiji"))
    assert [said.stage for said in judged("- Visit to Fiji, postponed", *read)] == ["cancelled"]


def test_every_stage_of_a_verdict_is_in_the_codebook() -> None:
    for kind, stages in VERDICT_STAGES.items():
        assert set(stages) <= set(plans.VERDICTS)
        assert {stage for some in stages.values() for stage in some} <= set(codebook().kinds[kind].stages)


@pytest.mark.parametrize("piece", ["Law: done (in progress: ", "Delayed. ", "Delayed | ", " - - - (", "done, 1 2017 "])
def test_a_long_row_of_verdicts_is_read_in_passing(piece: str) -> None:
    text = "Law. " + piece * (50_000 // len(piece))
    kinds: tuple[BlockKind, ...] = ("paragraph", "item", "row")
    for kind in kinds:
        parts = sentences(text, (Block(0, len(text), kind),))
        place = Evidence("object", "", 0, 3)
        made = Statement("a", "progress", "done", "Law", 0, 3, object="Law", evidence=(place,))
        assert len(by_verdicts(text, parts, [made])) == 1


def test_an_anniversary_to_come_is_of_what_is() -> None:
    told = "the 50th anniversary of the signing of the treaty"
    assert stage_told("agreement", "signed", "They will celebrate ", told) == "signed"
    assert stage_told("meeting", "held", "They will celebrate ", told) == "planned"


def test_every_stage_to_come_is_in_the_codebook() -> None:
    for (kind, stage), planned in STILL_TO_COME.items():
        assert {stage, planned} <= set(codebook().kinds[kind].stages)


def test_a_megabyte_of_plans_is_read_in_passing() -> None:
    assert stage_to_come("agreement", "signed", "it will sign " * 90_000) == "proposed"
