"""Events from end to end, against the ``event`` field of annotated statements: type and both actors right.

    python -m evaluation.events_gold [--reader rules|encoder] [--no-classifier] [--threshold P] [--raise-floors]
                                     [--out FILE]

An annotated statement with an event gives an event for every source with every target, as coding does. A coded event
is right where an annotated one in the same passage has the same type, actor and recipient (between parties of one act
in any order); each counts once. `by country` compares the codes of states and organisations only. Over-production is
the share of the sentences without an annotated event that were given one.

``floors.json`` holds floors under F1 and under the share of the sentences without an event that were left without one,
for events as annotated with actors in full; ``--raise-floors`` writes what is reached.

Two readings of the future are measured. The annotations call a meeting that is to come CONSULT; the manual calls it
AGREE, and so does coding. `as annotated` turns that rule off, `by the manual` applies it to both sides.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import Path

from dragoman.actors.directory import directory
from dragoman.events import shipped_classifier
from dragoman.events.coding import INTENDED, PairClassifier, code_reading, crossed
from dragoman.events.plover import ontology
from dragoman.events.records import Event
from dragoman.events.scene import Settings
from dragoman.pipeline import read_document
from dragoman.reading import Reader
from dragoman.records import Document, Reading, Statement
from dragoman.segment import sentences
from evaluation import floors, scoring
from evaluation.contract import quote_place
from evaluation.fields import Count
from evaluation.gold import CannotMeasure, GoldSet, language, reader_named, samples, shared_gold
from evaluation.reliability import Judged, reliability

Same = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class Wanted:
    """An annotated event with its place in the text; ``anyhow`` says that the order of the actors does not matter."""

    type: str
    actor: str
    recipient: str | None
    start: int
    end: int
    anyhow: bool


@dataclass(frozen=True, slots=True)
class Result:
    """Counts by type, the sentences without an event (``quiet``) with those of them that were given one, and for every
    coded event its probability and whether it is right."""

    types: dict[str, Count]
    quiet: int
    overproduced: int
    said: Judged = ()

    @property
    def total(self) -> Count:
        return sum(self.types.values(), Count())

    @property
    def left_quiet(self) -> float:
        """Share of the sentences without an event that were given none."""
        return 1 - self.overproduced / self.quiet if self.quiet else 1.0


def wanted(document: Document, gold: Sequence[Statement], manual: bool) -> Iterator[Wanted]:
    """The annotated events of a document."""
    for statement in gold:
        found = quote_place(document.text, statement.quote)
        if not statement.event or found is None:
            continue
        kind, _ = ontology().type(statement.event)
        name = "AGREE" if manual and statement.stage == "planned" and kind.name in INTENDED else kind.name
        for actor, recipient in crossed(statement):
            yield Wanted(name, actor, recipient, *found, scoring.is_symmetric(statement))


def counted(gold: Sequence[Wanted], coded: Sequence[Event], right: Set[int]) -> dict[str, Count]:
    """Counts by type; ``right`` are the places of those coded events that an annotated one means."""
    wanted, given = Counter(one.type for one in gold), Counter(event.type for event in coded)
    hits = Counter(coded[number].type for number in right)
    return {t: Count(hits[t], wanted[t], given[t]) for t in ontology().types}


def right_ones(gold: Sequence[Wanted], coded: Sequence[Event], same: Same) -> set[int]:
    """The places of coded events that an annotated one means; each annotated one means one."""
    hits: set[int] = set()
    for one in gold:
        hit = next((n for n, event in enumerate(coded) if n not in hits and means(one, event, same)), None)
        if hit is not None:
            hits.add(hit)
    return hits


def means(one: Wanted, event: Event, same: Same) -> bool:
    """Whether a coded event is the annotated one."""
    if one.type != event.type or not (event.start < one.end and one.start < event.end):
        return False
    recipient = event.recipient.code if event.recipient else None
    if (recipient is None) != (one.recipient is None):
        return False
    if recipient is None or one.recipient is None:
        return same(one.actor, event.actor.code)
    straight = same(one.actor, event.actor.code) and same(one.recipient, recipient)
    return straight or (one.anyhow and same(one.actor, recipient) and same(one.recipient, event.actor.code))


def same_actor(one: str, other: str) -> bool:
    """Whether two actors are the same in full."""
    return scoring.same_actor(one, other) >= 1.0


def same_country(one: str, other: str) -> bool:
    """Whether two actors have the same code, or the same name where they have none."""
    a, b = one.partition("/"), other.partition("/")
    return a[0] == b[0] if a[0] or b[0] else same_actor(one, other)


def measure(
    gold: GoldSet,
    readings: Sequence[tuple[Document, Reading]],
    classifier: PairClassifier | None,
    settings: Settings,
    same: Same,
) -> Result:
    """Code every document and compare."""
    known, types, quiet, overproduced = directory(), dict.fromkeys(ontology().types, Count()), 0, 0
    said: list[tuple[float, bool]] = []
    for document, reading in readings:
        events = code_reading(document, reading, known, classifier, settings).events
        annotated = list(wanted(document, [s for s in gold.statements if s.doc == document.stem], settings.intentions))
        right = right_ones(annotated, events, same)
        said += [(event.probability, number in right) for number, event in enumerate(events)]
        for name, count in counted(annotated, events, right).items():
            types[name] += count
        for sentence in sentences(document.text, document.blocks):
            if not any(a.start < sentence.end and sentence.start < a.end for a in annotated):
                quiet += 1
                overproduced += any(e.start < sentence.end and sentence.start < e.end for e in events)
    return Result(types, quiet, overproduced, tuple(said))


def figures(gold: GoldSet, result: Result) -> floors.Floors:
    """What has floors: F1, and the share of the sentences without an event that were left without one."""
    return {f"{gold.name}-events": {"f1": result.total.rate.f1, "quiet": result.left_quiet}}


def read_all(gold: GoldSet, reader: Reader) -> list[tuple[Document, Reading]]:
    """The documents in the reader's languages, read once. A document without a date is coded as one of 2026, since the
    reader takes it for one of today as well."""
    return [
        (d if d.date.value else replace(d, date=replace(d.date, value="2026")), read_document(d, reader))
        for d in gold.documents
        if language(d) in reader.languages
    ]


def lines(name: str, result: Result, by_type: bool) -> Iterator[str]:
    count = result.total
    rate = count.rate
    share = 1 - result.left_quiet
    yield (
        f"{name:34} gold {count.gold:4} coded {count.predicted:4} P {rate.precision:.3f} R {rate.recall:.3f}"
        f" F1 {rate.f1:.3f}  over-production {share:.3f} ({result.overproduced} of {result.quiet})"
    )
    if not by_type:
        return
    for kind, one in result.types.items():
        if one.gold or one.predicted:
            yield f"    {kind:10} gold {one.gold:4} coded {one.predicted:4} right {one.right:4} F1 {one.rate.f1:.2f}"
    yield from reliability_lines(result.said)


def reliability_lines(said: Judged) -> Iterator[str]:
    """How often events of about one probability are right, and by how much the two differ on average."""
    curve = reliability(said)
    for one in curve.bins:
        if one.count:
            reach = f"{one.low:.1f} to {one.high:.1f}"
            yield f"    probability {reach}: {one.count:4} coded, mean {one.confidence:.2f}, right {one.right:.2f}"
    yield f"    expected calibration error {curve.error:.3f}"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reader", help="rules or encoder; by default the one that `dragoman events` uses")
    parser.add_argument("--no-classifier", action="store_true", help="events from statements only")
    parser.add_argument("--threshold", type=float, default=Settings().threshold)
    parser.add_argument("--raise-floors", action="store_true", help="write what is reached into floors.json")
    parser.add_argument("--out", type=Path, help="write the figures to this file")
    args = parser.parse_args(arguments)
    try:
        reader = reader_named(args.reader)
        sets = [gold for gold in (samples(), shared_gold()) if gold]
    except CannotMeasure as error:
        sys.stderr.write(f"{error}\n")
        return 2
    classifier = None if args.no_classifier else shipped_classifier()
    told = {}
    kept, reasons = floors.load(floors.FILE.read_text("utf-8"))
    for gold in sets:
        readings = read_all(gold, reader)
        print(f"== {gold.name}: {len(readings)} documents, {reader.name}, {'with' if classifier else 'no'} classifier")
        for manual in (False, True):
            settings = Settings(args.threshold, intentions=manual)
            for compared, same in (("actors in full", same_actor), ("by country", same_country)):
                name = f"{'by the manual' if manual else 'as annotated'}, {compared}"
                result = measure(gold, readings, classifier, settings, same)
                print("\n".join(lines(name, result, by_type=not manual and same is same_actor)))
                told[f"{gold.name}: {name}"] = {
                    "f1": round(result.total.rate.f1, 4),
                    "over_production": round(1 - result.left_quiet, 4),
                }
                if not manual and same is same_actor:
                    kept = floors.lifted(kept, floors.under(figures(gold, result)))
    if args.raise_floors:
        floors.FILE.write_text(floors.dump(kept, reasons), "utf-8")
    if args.out:
        args.out.write_text(json.dumps(told, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
