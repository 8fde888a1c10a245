"""How many dates and values of annotated statements are among those that the grammars find in the passage.

    python -m evaluation.dates_values [--set training|shared|samples] [--misses N]

date, end  statements with one: found in the sentences of the quote, where a finer date than the annotated one counts
value      annotated values: found in the quote with the same number and unit
number     annotated values: found with the same number, whatever the unit
null       statements with neither date nor end: how many quotes hold a date that is no part of a name
spare      values found in quotes where none is annotated, by kind
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dragoman.actors.directory import directory
from dragoman.actors.linking import publisher_actor
from dragoman.dates import FoundDate, find_dates
from dragoman.records import Document, Statement
from dragoman.segment import Sentence, sentences
from dragoman.values import FoundValue, find_values
from evaluation.contract import quote_place
from evaluation.gold import add_set_options, set_asked_for
from evaluation.scoring import measure, measures, same_date


@dataclass
class Tally:
    """Counts by name; ``hits`` of them; lines about what was missed."""

    counts: Counter[str] = field(default_factory=Counter)
    hits: Counter[str] = field(default_factory=Counter)
    misses: dict[str, list[str]] = field(default_factory=dict)

    def count(self, name: str, hit: bool) -> None:
        self.counts[name] += 1
        self.hits[name] += hit

    def miss(self, name: str, wanted: object, statement: Statement, seen: object) -> None:
        self.misses.setdefault(name, []).append(f"{wanted} | {statement.quote[:240]!r} | {seen}")


def read(document: Document, statements: Sequence[Statement], tally: Tally) -> None:
    """Add the statements of ``document`` to ``tally``."""
    dates = find_dates(document.text, document.date.value)
    values = find_values(document.text, dates, publisher=publisher_actor(document, directory()))
    spans = sentences(document.text, document.blocks)
    for statement in statements:
        place = quote_place(document.text, statement.quote)
        if place is None:
            tally.count("quote", hit=False)
            continue
        start, end = around(spans, place)
        judge_dates(statement, [d.seen_from(place[0]) for d in dates if d.start < end and d.end > start], place, tally)
        # a unit may end a little behind the quote
        judge_values(statement, [v for v in values if v.start >= place[0] and v.end <= place[1] + 2], tally)


def judge_dates(statement: Statement, near: Sequence[FoundDate], place: tuple[int, int], tally: Tally) -> None:
    """``near`` are the dates found in the sentences of the quote, which stands at ``place``."""
    wanted = {"date": statement.date, "end": statement.end_date}
    offered = {"date": [d.date for d in near], "end": [d.end_date for d in near]}
    for name in (name for name, date in wanted.items() if date):
        hit = any(same_date(wanted[name], date) for date in offered[name])
        tally.count(name, hit)
        if not hit:
            tally.miss(name, wanted[name], statement, [(d.text, d.date, d.end_date, d.role) for d in near])
    if not any(wanted.values()):
        inside = [d for d in near if d.start < place[1] and d.end > place[0] and d.role != "name"]
        spare = [(d.text, d.date, d.end_date, d.role) for d in inside if d.date or d.end_date]
        tally.count("null", hit=bool(spare))
        if spare:
            tally.miss("null", "no date", statement, spare)


def judge_values(statement: Statement, inside: Sequence[FoundValue], tally: Tally) -> None:
    """``inside`` are the values found in the quote."""
    found = {measure(v.number, v.unit) for v in inside}
    for wanted in measures(statement.value):
        tally.count("value", wanted in found)
        tally.count("number", wanted[0] in {number for number, _ in found})
        if wanted not in found:
            tally.miss("value", wanted, statement, [(v.number, v.unit) for v in inside])
    if not statement.value:
        tally.count("no value", hit=bool(inside))
        for value in inside:
            tally.count(f"spare {value.kind}", hit=True)
            tally.miss("spare", f"{value.text!r} {value.number} {value.unit}", statement, statement.kind)


def around(spans: Sequence[Sentence], place: tuple[int, int]) -> tuple[int, int]:
    """From the first to the last of the sentences that the passage touches."""
    touched = [one for one in spans if one.start < place[1] and place[0] < one.end]
    return (touched[0].start, touched[-1].end) if touched else place


def lines(tally: Tally) -> Iterator[str]:
    """What was counted."""
    for name in ("date", "end", "value", "number"):
        share = f"{tally.hits[name] / tally.counts[name]:.3f}" if tally.counts[name] else "-"
        yield f"{name:8} {tally.hits[name]:5} of {tally.counts[name]:5} {share}"
    yield f"null     {tally.hits['null']:5} of {tally.counts['null']:5} quotes without date hold one"
    spare = {name.removeprefix("spare "): n for name, n in sorted(tally.counts.items()) if name.startswith("spare ")}
    kinds = ", ".join(f"{kind} {n}" for kind, n in spare.items())
    yield f"spare    {sum(spare.values()):5} values in {tally.counts['no value']:5} quotes without value ({kinds})"
    yield f"quotes that stand nowhere {tally.counts['quote']}"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_set_options(parser)
    args = parser.parse_args(arguments)
    tally = Tally()
    for document, statements in set_asked_for(parser, args).by_document():
        read(document, statements, tally)
    print(*lines(tally), sep="\n")
    for name, missed in tally.misses.items() if args.misses else ():
        print(f"\n== {name} ({len(missed)})", *missed[: args.misses], sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
