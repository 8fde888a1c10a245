"""How well predicted statements agree with annotated ones.

A predicted statement **finds** an annotated one of the same document where the kind is the same, the quotes share at
least half of the shorter one's words, the participants reach an F1 of 0.5 and, where the annotation names an object,
the objects an F1 of 0.4 in words. It is **exact** where stage, all participants, date, end, value and speaker agree
too. Each annotated and each predicted statement is paired once at most, the most alike first.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dragoman.codebook import codebook
from dragoman.records import Statement, Value

SAME_PASSAGE = 0.5
SAME_PARTICIPANTS = 0.5
SAME_OBJECT = 0.4
ALL_PARTICIPANTS = 0.99
SAME_SPEAKER = 0.8
NAME_SHARED = 0.5
ONE_WITHOUT_NAME = 0.8
OTHER_NAME = 0.4
FIELDS = ("stage", "who", "date", "end", "value", "by", "event")
NOT_IN_EXACT = frozenset({"event"})
_LITTLE_WORDS = """
a an the this that which of to in on for with by from at as and or its their his her is are be was were
"""
IGNORED = frozenset(_LITTLE_WORDS.split())
Tagged = Sequence[tuple[str, str]]
"""Actors with the role each has."""


@dataclass(frozen=True, slots=True)
class Pair:
    """An annotated statement with the one that finds it, or one of the two alone. ``agrees``: field -> does it."""

    gold: Statement | None
    predicted: Statement | None
    agrees: tuple[tuple[str, bool], ...] = ()

    @property
    def statement(self) -> Statement:
        """The annotated statement, or else the predicted one."""
        one = self.gold or self.predicted
        assert one is not None
        return one

    @property
    def found(self) -> bool:
        return self.gold is not None and self.predicted is not None

    @property
    def exact(self) -> bool:
        return self.found and is_exact(self.agrees)


@dataclass(frozen=True, slots=True)
class Rate:
    """Precision, recall and their harmonic mean."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Score:
    """The figures for a set of pairs. ``fields``: among what was found, the share in which each field agrees."""

    gold: int
    predicted: int
    found: Rate
    exact: Rate
    fields: dict[str, float] = field(default_factory=dict)


def load(path: Path | str) -> list[Statement]:
    """The statements of a file of JSON lines, or of all ``*.jsonl`` of a folder in the order of their names."""
    path = Path(path)
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    rows = (json.loads(line) for file in files for line in file.read_text("utf-8").splitlines() if line.strip())
    return [statement_of(row) for row in rows]


def statement_of(row: dict[str, Any]) -> Statement:
    """A row with the contract's fields as a record. Its place in a text is not known."""
    return Statement(
        doc=row["doc"],
        kind=row["kind"],
        stage=row.get("stage") or "",
        quote=row.get("quote") or "",
        start=0,
        end=0,
        source=tuple(row.get("source") or ()),
        target=tuple(row.get("target") or ()),
        object=row.get("object"),
        date=row.get("date"),
        end_date=row.get("end"),
        value=tuple(Value(v["number"], v.get("unit"), v.get("bound")) for v in row.get("value") or ()) or None,
        by=tuple(row.get("by") or ()),
        event=row.get("event"),
    )


def pairs(gold: Iterable[Statement], predicted: Iterable[Statement]) -> Iterator[Pair]:
    """Pair what belongs together, document by document. Documents without annotations are left out."""
    annotated: dict[str, list[Statement]] = {}
    for statement in gold:
        annotated.setdefault(statement.doc, []).append(statement)
    offered: dict[str, list[Statement]] = {doc: [] for doc in annotated}
    for statement in predicted:
        if statement.doc in offered:
            offered[statement.doc].append(statement)
    for doc, statements in annotated.items():
        yield from _pairs_of_document(statements, offered[doc])


def _pairs_of_document(gold: Sequence[Statement], predicted: Sequence[Statement]) -> Iterator[Pair]:
    candidates = []
    for g, annotated in enumerate(gold):
        for p, offered in enumerate(predicted):
            alike = likeness(annotated, offered)
            if alike is not None:
                candidates.append((-alike[0], g, p, alike[1]))
    free_gold, free_predicted = set(range(len(gold))), set(range(len(predicted)))
    # the sort is stable, and by likeness alone: of equals, the first in the text is taken
    for _, g, p, agrees in sorted(candidates, key=lambda candidate: candidate[0]):
        if g in free_gold and p in free_predicted:
            free_gold.remove(g)
            free_predicted.remove(p)
            yield Pair(gold[g], predicted[p], agrees)
    yield from (Pair(gold[g], None) for g in sorted(free_gold))
    yield from (Pair(None, predicted[p]) for p in sorted(free_predicted))


def likeness(gold: Statement, predicted: Statement) -> tuple[float, tuple[tuple[str, bool], ...]] | None:
    """How alike the two are and which fields agree; None where ``predicted`` does not find ``gold``."""
    if gold.kind != predicted.kind or not same_passage(gold, predicted):
        return None
    who = actors_f1(participants(gold), participants(predicted))
    what = f1(words(gold.object), words(predicted.object)) if gold.object else 1.0
    if who < SAME_PARTICIPANTS or what < SAME_OBJECT:
        return None
    speakers = actors_f1([("by", a) for a in gold.by], [("by", a) for a in predicted.by])
    agrees = {
        "stage": gold.stage == predicted.stage,
        "who": who >= ALL_PARTICIPANTS,
        "date": same_date(gold.date, predicted.date),
        "end": same_date(gold.end_date, predicted.end_date),
        "value": measures(gold.value) == measures(predicted.value),
        "by": speakers >= SAME_SPEAKER,
        "event": gold.event == predicted.event,
    }
    alike = who + what + f1(words(gold.quote), words(predicted.quote)) + sum(agrees.values()) / 10
    return alike, tuple((name, agrees[name]) for name in FIELDS)


def same_passage(gold: Statement, predicted: Statement) -> bool:
    """Whether the quotes share enough words."""
    return shared(words(gold.quote), words(predicted.quote)) >= SAME_PASSAGE


def is_symmetric(statement: Statement) -> bool:
    """Whether source and target together are the parties."""
    return codebook().kinds[statement.kind].symmetric


def participants(statement: Statement, symmetric: bool | None = None) -> Tagged:
    """Who takes part in which role. The parties of a ``symmetric`` statement, by default one of such a kind, have one
    role, and each counts once."""
    if is_symmetric(statement) if symmetric is None else symmetric:
        return [("party", actor) for actor in dict.fromkeys((*statement.source, *statement.target))]
    return [("source", a) for a in statement.source] + [("target", a) for a in statement.target]


def actors_f1(gold: Tagged, predicted: Tagged) -> float:
    """F1 of actors in roles, where an actor that is half right counts in part. 1 where there are none on both sides."""
    if not gold and not predicted:
        return 1.0
    marks = []
    for g, (role, actor) in enumerate(gold):
        for p, (other_role, other) in enumerate(predicted):
            mark = same_actor(actor, other) if role == other_role else 0.0
            if mark > 0:
                marks.append((mark, g, p))
    taken_gold: set[int] = set()
    taken_predicted: set[int] = set()
    total = 0.0
    for mark, g, p in sorted(marks, reverse=True):
        if g not in taken_gold and p not in taken_predicted:
            taken_gold.add(g)
            taken_predicted.add(p)
            total += mark
    return 2 * total / (len(gold) + len(predicted))


def same_actor(gold: str, predicted: str) -> float:
    """1 for the same actor; less where only the code agrees; 0 for another."""
    code, _, name = gold.partition("/")
    other_code, _, other_name = predicted.partition("/")
    if not (code and other_code):
        return float(shared(words(name or code), words(other_name or other_code)) >= NAME_SHARED)
    if code.upper() != other_code.upper():
        return 0.0
    if bool(name) != bool(other_name):
        return ONE_WITHOUT_NAME
    if not name:
        return 1.0
    return 1.0 if shared(words(name), words(other_name)) >= NAME_SHARED else OTHER_NAME


def same_date(gold: str | None, predicted: str | None) -> bool:
    """A predicted date may be more precise than the annotated one; none must be none."""
    return predicted.startswith(gold) if gold and predicted else not gold and not predicted


def measures(values: tuple[Value, ...] | None) -> list[tuple[float, str]]:
    """Numbers with their units in one order."""
    return sorted(measure(v.number, v.unit) for v in values or ())


def measure(number: float, unit: str | None) -> tuple[float, str]:
    """A number with its unit as values are compared: singular and plural are the same."""
    return round(float(number), 6), (unit or "").lower().rstrip("s")


def words(text: str | None) -> frozenset[str]:
    """The words of a text in lower case and without diacritics, but for those that say nothing."""
    plain = unicodedata.normalize("NFKD", text or "").encode("ascii", "ignore").decode("ascii").lower()
    return frozenset(re.findall(r"[a-z0-9]+", plain)) - IGNORED


def shared(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the shorter one's words that the other has too."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def f1(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def score(paired: Iterable[Pair]) -> Score:
    """The figures for these pairs."""
    listed = list(paired)
    gold = sum(pair.gold is not None for pair in listed)
    predicted = sum(pair.predicted is not None for pair in listed)
    found = [pair for pair in listed if pair.found]
    agree = {name: sum(dict(p.agrees)[name] for p in found) / len(found) for name in FIELDS} if found else {}
    exact = sum(pair.exact for pair in found)
    return Score(gold, predicted, rate(len(found), gold, predicted), rate(exact, gold, predicted), agree)


def is_exact(agrees: Iterable[tuple[str, bool]]) -> bool:
    """Whether all fields agree that have to, of a pair's."""
    return all(same for name, same in agrees if name not in NOT_IN_EXACT)


def rate(right: int, gold: int, predicted: int) -> Rate:
    """Precision and recall of so many right ones, 0 where there is nothing to divide by."""
    return Rate(right / predicted if predicted else 0.0, right / gold if gold else 0.0)


def scores_by(paired: Iterable[Pair], key: str) -> dict[str, Score]:
    """The figures for each ``doc`` or ``kind``, in the order of the names."""
    groups: dict[str, list[Pair]] = {}
    for pair in paired:
        groups.setdefault(str(getattr(pair.statement, key)), []).append(pair)
    return {name: score(groups[name]) for name in sorted(groups)}


def of_documents(paired: Iterable[Pair], stems: Iterable[str]) -> list[Pair]:
    """The pairs of these documents."""
    wanted = frozenset(stems)
    return [pair for pair in paired if pair.statement.doc in wanted]
