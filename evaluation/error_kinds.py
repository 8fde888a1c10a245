"""Why a statement was missed or is spurious: what keeps it from the nearest one on the other side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from dragoman.records import Statement
from evaluation import scoring
from evaluation.scoring import Pair

Reason = Literal["duplicate", "wrong parties", "wrong object", "wrong parties and object", "wrong kind", "no overlap"]
REASONS: tuple[Reason, ...] = (
    "duplicate", "wrong parties", "wrong object", "wrong parties and object", "wrong kind", "no overlap",
)  # fmt: skip
SAYS: dict[str, str] = {
    "duplicate": "would find or be found, but the other one is paired already",
    "wrong parties": "same kind and passage, other participants",
    "wrong object": "same kind and passage, another object",
    "wrong parties and object": "same kind and passage, neither participants nor object agree",
    "wrong kind": "same passage, another kind",
    "no overlap": "nothing on the other side in this passage",
}


@dataclass(frozen=True, slots=True)
class Error:
    """A statement that is missed or spurious, and why."""

    statement: Statement
    missed: bool
    reason: Reason


def errors(pairs: Iterable[Pair]) -> list[Error]:
    """Every missed and spurious statement with its reason, in the order of ``pairs``."""
    listed = list(pairs)
    gold: dict[str, list[Statement]] = {}
    predicted: dict[str, list[Statement]] = {}
    for pair in listed:
        if pair.gold is not None:
            gold.setdefault(pair.gold.doc, []).append(pair.gold)
        if pair.predicted is not None:
            predicted.setdefault(pair.predicted.doc, []).append(pair.predicted)
    found = []
    for pair in listed:
        if pair.found:
            continue
        one, missed = pair.statement, pair.gold is not None
        others = (predicted if missed else gold).get(one.doc, [])
        found.append(Error(one, missed, reason(one, others, missed=missed)))
    return found


def reason(one: Statement, others: Sequence[Statement], *, missed: bool) -> Reason:
    """What keeps ``one`` from the others: the smallest difference counts."""
    differences = (difference(one, other) if missed else difference(other, one) for other in others)
    return min((d for d in differences if d is not None), key=REASONS.index, default="no overlap")


def difference(gold: Statement, predicted: Statement) -> Reason | None:
    """What keeps ``predicted`` from finding ``gold``; None where the passages differ, ``duplicate`` where nothing."""
    if not scoring.same_passage(gold, predicted):
        return None
    if gold.kind != predicted.kind:
        return "wrong kind"
    who = scoring.actors_f1(scoring.participants(gold), scoring.participants(predicted)) < scoring.SAME_PARTICIPANTS
    what = bool(gold.object) and (
        scoring.f1(scoring.words(gold.object), scoring.words(predicted.object)) < scoring.SAME_OBJECT
    )
    if who and what:
        return "wrong parties and object"
    return "wrong parties" if who else "wrong object" if what else "duplicate"


def error_rows(found: Sequence[Error]) -> list[list[str]]:
    """The table's rows: reason, how many missed and how many spurious statements have it."""
    counts = Counter((e.reason, e.missed) for e in found)
    rows = [["", "missed", "spurious"]]
    rows += [[reason, str(counts[reason, True]), str(counts[reason, False])] for reason in REASONS]
    return rows
