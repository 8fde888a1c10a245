"""Stages told behind the object: (kind, stage read, sentence with the object between bars, date, stage told)."""

from __future__ import annotations

import pytest

from dragoman.codebook import codebook
from dragoman.documents import document_from_text
from dragoman.reading.plans import by_verdicts
from dragoman.reading.stages_behind import TOLD_BEHIND
from dragoman.records import Evidence, Statement
from dragoman.segment import sentences
from reader_samples import with_object

CASES = [
    ("agreement", "in-force", "The |Ports Treaty| will enter into force once ratified by all.", None, "provides"),
    ("agreement", "in-force", "It shall |enter into force| thirty days after the exchange of notes.", None, "provides"),
    ("agreement", "in-force", "The |Ports Treaty| will take effect when five have ratified it.", None, "provides"),
    ("agreement", "in-force", "The |Ports Treaty| will enter into force in May.", "2020-05", "in-force"),
    (
        "agreement",
        "in-force",
        "The |Ports Treaty| will enter into force in May after ratification.",
        "2020-05",
        "in-force",
    ),
    ("agreement", "in-force", "The |Ports Treaty| entered into force after ratification by all.", None, "in-force"),
    (
        "agreement",
        "in-force",
        "The |Ports Treaty| is in force; another will take effect once signed.",
        None,
        "in-force",
    ),
    ("agreement", "in-force", "The |Ports Treaty|, which will take effect once signed, is long.", None, "provides"),
    ("agreement", "in-force", "The |Ports Treaty| and a pact that will take effect once signed", None, "in-force"),
    ("agreement", "negotiating", "Talks on a |trade pact| with Peru were suspended in 2006.", "2006", "suspended"),
    ("agreement", "negotiating", "Talks on a |pact| with Peru, whose entry was suspended, go on.", None, "negotiating"),
    ("agreement", "negotiating", "Talks on a |trade pact|, suspended since 2006, began late.", "2006", "suspended"),
    (
        "agreement",
        "negotiating",
        "Talks on a |trade pact| were suspended and have not been resumed.",
        None,
        "suspended",
    ),
    ("agreement", "negotiating", "Talks on a |trade pact| were suspended but resumed in May.", None, "negotiating"),
    ("agreement", "negotiating", "Talks on a |trade pact| began after others were suspended.", None, "negotiating"),
    ("membership", "member", "IMF, |Caricom| (observer), WTO", None, "partner"),
    ("membership", "member", "IMF, |Caricom (observer)|, WTO", None, "partner"),
    ("membership", "member", "Chad and Mali are |dialogue partners of Caricom|.", None, "partner"),
    ("membership", "member", "Its |partner countries| are Chad and Mali.", None, "partner"),
    ("membership", "member", "Chad is in the |Caricom Partners Forum|.", None, "member"),
    ("membership", "member", "Chad sits in the |Council| as an observer.", None, "partner"),
    ("membership", "member", "Chad belongs to the |Military Observer Group|.", None, "member"),
    ("membership", "member", "Chad is a member of the |Council| and an observer in Caricom.", None, "member"),
    ("membership", "joined", "Chad joined the |Council| as an observer.", None, "joined"),
    ("membership", "member", "Chad is a member of the |Council|, observer to Caricom.", None, "member"),
    ("membership", "member", "Chad belongs to the |UN| observer mission.", None, "member"),
    ("relations", "planned", "The |embassy| in Harare will be kept open.", None, "established"),
    ("relations", "downgraded", "Chile decided to keep the |embassy| open.", None, "established"),
    ("relations", "downgraded", "Chile will not keep the |embassy| open.", None, "downgraded"),
    ("relations", "downgraded", "Chile closed its |embassy| but kept the consulate open.", None, "downgraded"),
    ("relations", "downgraded", "Chile kept the embassy open and closed its |consulate|.", None, "downgraded"),
    ("relations", "planned", "Chile keeps its word; it will open an |embassy|.", None, "planned"),
    ("relations", "not-recognised", "Chile did not recognise |Haiti| until 1862.", "1862", "recognised"),
    ("relations", "not-recognised", "Chile did not recognise |Haiti| until then.", None, "not-recognised"),
    (
        "relations",
        "not-recognised",
        "Chile does not recognise |Haiti| until it votes in 1862.",
        "1862",
        "not-recognised",
    ),
]


@pytest.mark.parametrize(("kind", "stage", "marked", "date", "told"), CASES, ids=[c[2] for c in CASES])
def test_words_behind_the_object_tell_the_stage(
    kind: str, stage: str, marked: str, date: str | None, told: str
) -> None:
    text, read = with_object(kind, stage, marked, date=date)
    document = document_from_text(text, stem="d", language="en")
    [said] = by_verdicts(document.text, sentences(document.text, document.blocks), [read])
    assert (said.stage, said.rule == f"{kind}.{told}") == (told, told != stage)


def test_every_stage_told_behind_is_in_the_codebook() -> None:
    for kind, stage, _, then in TOLD_BEHIND:
        assert {stage, then} <= set(codebook().kinds[kind].stages)


@pytest.mark.parametrize("piece", ["it will enter into force ", "was, ", "observer, ", "x y "])
def test_a_long_sentence_is_read_in_passing(piece: str) -> None:
    text = piece * (400_000 // len(piece))
    parts = sentences(text, document_from_text(text, language="en").blocks)
    place = Evidence("object", "", 0, 2)
    for kind, stage, _, _ in TOLD_BEHIND:
        read = Statement("a", kind, stage, text[:2], 0, 2, object=text[:2], evidence=(place,))
        assert len(by_verdicts(text, parts, [read])) == 1
