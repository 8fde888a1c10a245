"""What is an invitation and no meeting: (sentence with the object between bars, object told; null where it meets)."""

from __future__ import annotations

import pytest

from dragoman.documents import document_from_text
from dragoman.reading.invitations import as_invitation
from dragoman.records import Evidence, Statement
from dragoman.segment import sentences

CASES = [
    ("Chad invited the President of Mali to |Bamako|.", "invitation to Bamako"),
    ("Chad was invited by Mali to |Bamako|.", None),
    ("Chad invited |all sides in Mali to Bamako|.", "invitation of all sides in Mali to Bamako"),
    ("Chad met those in Mali invited to |Bamako|.", None),
    ("Chad invited Mali to |Bamako|, and Mali accepted.", None),
    ("Chad declared a truce and invited Mali to |visit Bamako|.", "invitation to visit Bamako"),
    ("Chad, at the invitation of Mali, came to |Bamako|.", None),
    ("Chad delivered to Mali an |invitation to Bamako|.", "invitation to Bamako"),
    ("Chad thanked Mali for its |invitation to Bamako|.", None),
    ("Chad saw an invitation extended by Mali at the |summit|.", "invitation at summit"),
]


@pytest.mark.parametrize(("marked", "told"), CASES)
def test_who_invites_asks(marked: str, told: str | None) -> None:
    said = read(marked, "Chad", "Mali")
    assert (said.kind, said.stage, said.event) == (("position", "requests", "REQUEST") if told else MEETING)
    assert said.object == (told or marked.split("|")[1])


MEETING = ("meeting", "planned", "CONSULT")


@pytest.mark.parametrize(
    ("marked", "source", "target"),
    [
        ("Mali invited Chad to |Bamako|.", ("MLI",), ("TCD",)),
        ("Mali has met Chad in |Bamako|.", ("TCD",), ("MLI",)),
        ("Talks led Mali to invite Chad to |Bamako|.", ("MLI",), ("TCD",)),
    ],
)
def test_who_is_named_before_the_verb_invites(marked: str, source: tuple[str, ...], target: tuple[str, ...]) -> None:
    said = read(marked, "Chad", "Mali")
    assert (said.source, said.target) == (source, target)
    assert {(e.role, e.value) for e in said.evidence if e.value} == {("source", source[0]), ("target", target[0])}


def test_nobody_is_invited_where_one_side_is_not_known() -> None:
    assert read("Chad invited guests to |Bamako|.", "Chad", "").kind == "meeting"


def read(marked: str, source: str, target: str) -> Statement:
    """What is told of the meeting of Chad, the ``source``, with Mali, the ``target``."""
    before, told, after = marked.split("|")
    text = f"It rained. {before}{told}{after}"
    document = document_from_text(text, language="en", stem="x")
    at = text.index(before) + len(before)
    named = (
        (role, code, text.find(name)) for role, code, name in (("source", "TCD", source), ("target", "MLI", target))
    )
    places = [Evidence(role, code, start, start + 4) for role, code, start in named if text[start + 1 : start + 2]]
    said = Statement(
        "x", "meeting", "planned", text, 0, len(text), object=told, event="CONSULT", source=("TCD",),
        target=("MLI",) if target else (), evidence=(*places, Evidence("object", "", at, at + len(told))),
    )  # fmt: skip
    return as_invitation(document.text, sentences(document.text, document.blocks), said)
