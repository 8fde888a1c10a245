"""Statements that contradict each other, and some that look alike and do not: five contradictions."""

from __future__ import annotations

from dragoman.ledger import Ledger
from ledger_samples import document, reading, said

SAA = "Stabilisation and Association Agreement"
# (words, kind, stage, source, target, object, date): one document each
TOLD: tuple[tuple[str, str, str, str, str, str, str | None], ...] = (
    # date
    ("They signed it in October 2015", "agreement", "signed", "EU", "XKX", SAA, "2015-10"),
    ("They signed it in May 2014", "agreement", "signed", "EU", "XKX", SAA, "2014-05"),
    # stage
    ("It is a member", "membership", "member", "SRB", "CEFTA", "CEFTA", None),
    ("It is no member", "membership", "not-member", "SRB", "CEFTA", "CEFTA", None),
    # party
    ("Ann is minister", "office", "holds", "ALB/Ann", "ALB", "Minister of Health", "2019-05"),
    ("Ben is minister", "office", "holds", "ALB/Ben", "ALB", "Minister of Health", "2019-05"),
    # date: what ministers sign, their states sign
    ("Ali and Zoe signed it in May", "agreement", "signed", "JOR/Ali", "KEN/Zoe", "Air Services Agreement", "2019-05"),
    ("The two signed it in June", "agreement", "signed", "KEN", "JOR", "Air Services Agreement", "2019-06"),
    # none: each party ratifies by itself
    ("Chad ratified it", "agreement", "ratified", "TCD", "NER", "Lake Waters Charter", "2018"),
    ("Niger ratified it", "agreement", "ratified", "NER", "TCD", "Lake Waters Charter", "2020"),
    ("The diet ratified it", "agreement", "ratified", "JPN/Diet", "PHL", "Reciprocal Access Agreement", "2025-06"),
    ("The senate ratified it", "agreement", "ratified", "PHL/Senate", "JPN", "Reciprocal Access Agreement", "2024-12"),
    ("Peru recognised Palau", "relations", "recognised", "PER", "PLW", "Palau", "1995"),
    ("Palau recognised Peru", "relations", "recognised", "PLW", "PER", "Palau", "1997"),
    # date: one party ratifies once
    ("Chad ratified it in May", "agreement", "ratified", "TCD", "LBY", "Desert Roads Treaty", "2018-05"),
    ("Chad ratified it in June", "agreement", "ratified", "TCD", "LBY", "Desert Roads Treaty", "2018-06"),
    # none: the short name may be that of two
    ("They agreed in May", "agreement", "signed", "JOR/Ministry", "KEN", "Memorandum of Understanding", "2019-05"),
    ("They agreed in June", "agreement", "signed", "JOR", "KEN", "Memorandum of Understanding", "2019-06"),
    # none: what was restored had been there before
    ("Ties were set up in 1922", "relations", "established", "LTU", "FIN", "diplomatic relations", "1922"),
    ("Ties were restored in 1991", "relations", "established", "LTU", "FIN", "diplomatic relations", "1991"),
    # none: people meet twice
    ("They met in May", "meeting", "held", "USA", "CAN", "Trade Talks", "2019-05"),
    ("They met in June", "meeting", "held", "USA", "CAN", "Trade Talks", "2019-06"),
)


def fill(ledger: Ledger) -> None:
    for number, (words, kind, stage, source, target, thing, date) in enumerate(TOLD):
        page = document(f"page-{number}", words + ".", date="2020")
        fields = {"source": source, "target": target, "object": thing, "date": date}
        ledger.add(page, reading(said(page, words, kind, stage, **fields)))
