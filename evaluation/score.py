"""How well the reader reads: scores by kind and by document, of single fields, of confidence, and a page of errors.

    python -m evaluation.score [--reader rules|encoder] [--raise-floors] [--out FOLDER]

Measured are our own samples and, where it is at hand, the shared gold set (see `evaluation.gold`). Predictions go to
``build/score/NAME.jsonl``, figures to ``scores.json`` and the page of errors to ``errors.html`` beside them. Two lines
more say what `evaluation.arrangements` finds. Ends with 1 where a score of the default reader is under its floor.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from dragoman.reading import Reader
from evaluation import arrangements, error_kinds, errors_page, fields, floors, publish, reliability, scoring
from evaluation.contract import REPOSITORY
from evaluation.gold import (
    CannotMeasure,
    Measured,
    groups,
    measure,
    reader_named,
    samples,
    scored_by_contract,
    shared_gold,
)
from evaluation.scoring import Pair, Score
from evaluation.tables import columns, fields_right, score_table

OUT = REPOSITORY / "build" / "score"
MISTAKEN = 8
"""Stages that are taken for others are printed up to this many."""


def measured_sets(reader: Reader) -> list[Measured]:
    """The samples and, where it is at hand, the shared gold set, read by ``reader``."""
    shared = shared_gold()
    return [measure(gold, reader) for gold in (samples(), *([shared] if shared else []))]


def floor_scores(measured: Measured) -> dict[str, Score]:
    """The scores that have floors: of the whole set, and for the shared one of every group."""
    scores = {measured.gold.name: scoring.score(measured.pairs)}
    if measured.gold.name == "shared":
        scores |= {name: scoring.score(measured.only(stems)) for name, stems in groups().items()}
    return scores


def tables(name: str, pairs: Sequence[Pair], grouped: Mapping[str, Sequence[Pair]]) -> Iterator[str]:
    """All, the groups, by kind, by document; and the share of each field that is right."""
    yield f"== {name}"
    whole = scoring.score(pairs)
    yield from score_table({"all": whole} | {group: scoring.score(part) for group, part in grouped.items()})
    yield fields_right(whole)
    for key in ("kind", "doc"):
        yield ""
        yield from score_table(scoring.scores_by(pairs, key))
    yield ""


def report(measured: Measured) -> Iterator[str]:
    """Everything that is printed of one gold set."""
    name = f"{measured.gold.name}: {len(measured.gold.documents)} documents, reader {measured.reader}"
    grouped = {g: measured.only(stems) for g, stems in groups().items()} if measured.gold.name == "shared" else {}
    judged = scored_by_contract(measured)
    if measured.gold.name == "shared" and judged is not None:
        by_group = {g: scoring.of_documents(judged, stems) for g, stems in groups().items()}
        yield from tables(f"{name}, by the contract's scorer", judged, by_group)
    else:
        yield from tables(name, measured.pairs, grouped)
    yield from (f"not read: {stem} (language {code})" for stem, code in measured.not_read)
    yield from own_scores(measured)


def own_scores(measured: Measured) -> Iterator[str]:
    """Fields, stages, events, kinds of error and reliability."""
    events = fields.event_scores(measured.gold.documents, measured.gold.statements, measured.predicted)
    yield ""
    yield from columns(fields.field_rows(fields.field_counts(measured.pairs), events))
    yield f"sentences without an event that were given one: {events.overproduced} of {events.quiet}"
    mistaken = fields.mistaken_stages(measured.pairs)[:MISTAKEN]
    if mistaken:
        yield "stages mistaken: " + ", ".join(f"{kind} {a} for {b} {n}×" for kind, b, a, n in mistaken)
    yield ""
    yield from columns(error_kinds.error_rows(error_kinds.errors(measured.pairs)))
    yield ""
    yield from columns(reliability.rows(reliability.curves(measured.pairs)))
    yield ""


def published(measured: Measured) -> dict[str, Score]:
    """The scores that go into the table of figures: all, and the groups by their names."""
    named = floor_scores(measured)
    return {"all" if name == measured.gold.name else name: score for name, score in named.items()}


def write(out: Path, sets: Sequence[Measured]) -> None:
    """Predictions, figures and the page of errors, into the folder ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    for measured in sets:
        lines = (json.dumps(statement.as_row(), ensure_ascii=False) for statement in measured.predicted)
        (out / f"{measured.gold.name}.jsonl").write_text("".join(f"{line}\n" for line in lines), "utf-8")
    today = datetime.now(UTC).date().isoformat()
    figures = publish.record(sets[0].reader, today, [(m.gold, published(m), reliability.curves(m.pairs)) for m in sets])
    (out / "scores.json").write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    (out / "errors.html").write_text(errors_page.page(sets), "utf-8")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reader", help="rules or encoder; by default the one that `dragoman build` uses")
    parser.add_argument("--raise-floors", action="store_true", help="write what is reached into floors.json")
    parser.add_argument("--out", type=Path, default=OUT, help="folder for predictions, figures and the page of errors")
    args = parser.parse_args(arguments)
    try:
        reader = reader_named(args.reader)
        sets, asked = measured_sets(reader), arrangements.of_shared(reader)
    except CannotMeasure as error:
        sys.stderr.write(f"{error}\n")
        return 2
    for measured in sets:
        sys.stdout.write("".join(f"{line}\n" for line in report(measured)))
    sys.stdout.write("".join(f"{line}\n" for line in arrangements.summary(asked or ())))
    write(args.out, sets)
    sys.stdout.write(f"errors, in their places: {args.out / 'errors.html'}\n")
    return 0 if args.reader else keep_floors(sets, asked or (), raise_them=args.raise_floors)


def keep_floors(sets: Sequence[Measured], asked: Sequence[arrangements.Judged], *, raise_them: bool) -> int:
    """Say which floors hold, raise them where asked; 1 where one is broken. For the default reader only."""
    scores = {name: score for measured in sets for name, score in floor_scores(measured).items()}
    now, reasons = floors.load(floors.FILE.read_text("utf-8"))
    figures, counts = floors.figures(scores), arrangements.counts(asked)
    lines, carried = floors.broken(now, figures | counts), floors.under(figures) | counts
    hints = floors.hints(now, carried)
    if raise_them and hints:
        floors.FILE.write_text(floors.dump(floors.lifted(now, carried), reasons), "utf-8")
    elif hints:
        hints.append("`python -m evaluation.score --raise-floors` raises them")
    sys.stdout.write("".join(f"{line}\n" for line in [*lines, *hints]))
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
