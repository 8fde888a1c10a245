"""Scores of single fields: actors, stages, dates, ends, values, speakers; and of events from end to end.

All but events are counted among the statements that were found, so that they tell how well a field is filled and not
how much is found. A field that both leave empty counts nowhere: precision is the share of what was filled in that is
right, recall the share of what is annotated that was filled in right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.records import Document, Statement
from dragoman.segment import sentences
from evaluation import scoring
from evaluation.contract import quote_place
from evaluation.scoring import Pair, Rate


@dataclass(frozen=True, slots=True)
class Count:
    """How many items a field has in the annotations, in what was predicted, and right in both."""

    right: int = 0
    gold: int = 0
    predicted: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.right + other.right, self.gold + other.gold, self.predicted + other.predicted)

    @property
    def rate(self) -> Rate:
        return scoring.rate(self.right, self.gold, self.predicted)


@dataclass(frozen=True, slots=True)
class Events:
    """Events with their type and both actors, document by document; and sentences that are given one without need.

    ``quiet`` sentences have no event in the annotations; ``overproduced`` of them were given at least one.
    """

    count: Count
    quiet: int
    overproduced: int


Compared = Callable[[Statement, Statement], Count]


def field_counts(pairs: Iterable[Pair]) -> dict[str, Count]:
    """The counts of each field over the pairs that were found."""
    total = dict.fromkeys(COMPARED, Count())
    for pair in pairs:
        if pair.gold is not None and pair.predicted is not None:
            for name, compared in COMPARED.items():
                total[name] += compared(pair.gold, pair.predicted)
    return total


def _actors(gold: Statement, predicted: Statement) -> Count:
    return matched(scoring.participants(gold), scoring.participants(predicted))


def _speakers(gold: Statement, predicted: Statement) -> Count:
    return matched([("by", actor) for actor in gold.by], [("by", actor) for actor in predicted.by])


def matched(gold: scoring.Tagged, predicted: scoring.Tagged) -> Count:
    """How many actors are the same in the same role, each counted once."""
    free = list(predicted)
    right = 0
    for role, actor in gold:
        same = [one for one in free if one[0] == role and scoring.same_actor(actor, one[1]) >= 1.0]
        if same:
            free.remove(same[0])
            right += 1
    return Count(right, len(gold), len(predicted))


def _stage(gold: Statement, predicted: Statement) -> Count:
    return Count(int(gold.stage == predicted.stage), 1, 1)


def _date(gold: Statement, predicted: Statement) -> Count:
    return _one(gold.date, predicted.date)


def _end(gold: Statement, predicted: Statement) -> Count:
    return _one(gold.end_date, predicted.end_date)


def _one(gold: str | None, predicted: str | None) -> Count:
    right = gold is not None and scoring.same_date(gold, predicted)
    return Count(int(right), int(gold is not None), int(predicted is not None))


def _values(gold: Statement, predicted: Statement) -> Count:
    annotated, offered = Counter(scoring.measures(gold.value)), Counter(scoring.measures(predicted.value))
    return Count((annotated & offered).total(), annotated.total(), offered.total())


COMPARED: dict[str, Compared] = {
    "actors": _actors,
    "stages": _stage,
    "dates": _date,
    "ends": _end,
    "values": _values,
    "attribution": _speakers,
}


def mistaken_stages(pairs: Iterable[Pair]) -> list[tuple[str, str, str, int]]:
    """Kind, annotated stage, predicted stage, how often: the most frequent first."""
    found = ((p.gold, p.predicted) for p in pairs)
    wrong = Counter((g.kind, g.stage, p.stage) for g, p in found if g and p and g.stage != p.stage)
    return [(*names, count) for names, count in sorted(wrong.items(), key=lambda item: (-item[1], item[0]))]


def event_scores(documents: Sequence[Document], gold: Sequence[Statement], predicted: Sequence[Statement]) -> Events:
    """Events of ``gold`` and ``predicted`` in ``documents``, whatever the kinds of their statements."""
    total, quiet, overproduced = Count(), 0, 0
    for document in documents:
        annotated = [s for s in gold if s.doc == document.stem and s.event]
        offered = [s for s in predicted if s.doc == document.stem and s.event]
        total += Count(_same_events(annotated, offered), len(annotated), len(offered))
        with_event = list(_places(document, annotated))
        given = [(s.start, s.end) for s in offered]
        for sentence in sentences(document.text, document.blocks):
            span = (sentence.start, sentence.end)
            if not _touched(span, with_event):
                quiet += 1
                overproduced += _touched(span, given)
    return Events(total, quiet, overproduced)


def _same_events(gold: Sequence[Statement], predicted: Sequence[Statement]) -> int:
    """How many are the same, each at most once: type, passage and both actors."""
    free = list(predicted)
    right = 0
    for annotated in gold:
        same = next((one for one in free if same_event(annotated, one)), None)
        if same is not None:
            # by identity: two statements may be equal in all fields
            free = [one for one in free if one is not same]
            right += 1
    return right


def same_event(gold: Statement, predicted: Statement) -> bool:
    """The same type in the same passage by the same source on the same target; between parties in any order."""
    if gold.event != predicted.event or not scoring.same_passage(gold, predicted):
        return False
    symmetric = scoring.is_symmetric(gold) and scoring.is_symmetric(predicted)
    who, other = (scoring.participants(one, symmetric) for one in (gold, predicted))
    return scoring.actors_f1(who, other) >= scoring.ALL_PARTICIPANTS


def _places(document: Document, statements: Iterable[Statement]) -> Iterator[tuple[int, int]]:
    yield from filter(None, (quote_place(document.text, statement.quote) for statement in statements))


def _touched(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


def field_rows(counts: dict[str, Count], events: Events) -> list[list[str]]:
    """The table's rows: name, items annotated, predicted, precision, recall, F1."""
    rows = [["", "gold", "pred", "P", "R", "F1"]]
    for name, count in (*counts.items(), ("events, end to end", events.count)):
        one = count.rate
        rows.append(
            [name, str(count.gold), str(count.predicted), *(f"{x:.2f}" for x in (one.precision, one.recall, one.f1))]
        )
    return rows
