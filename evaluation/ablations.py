"""What each part of the reader earns: the scores with it taken away, over the gold documents.

    python -m evaluation.ablations [--set shared|samples] [--only WORD]
    python -m evaluation.ablations --record NAME --data "WHAT IT WAS TRAINED ON" PREDICTED.jsonl

Variants of reading are listed in ``ablations.yml``. Those that need another training are scored once, with ``--record``
(the file's rows are statements with the contract's fields, of the gold documents), and kept in
``trained_ablations.json``; the table shows them with the date and the data. The table goes to
``build/score/ablations.txt`` too.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dragoman.datafiles import parsed
from dragoman.reading import Reader
from evaluation import scoring
from evaluation.contract import REPOSITORY
from evaluation.gold import (
    CannotMeasure,
    GoldSet,
    english,
    gold_named,
    groups,
    measure,
    reader_named,
)
from evaluation.scoring import Pair
from evaluation.tables import columns

VARIANTS = REPOSITORY / "evaluation" / "ablations.yml"
TRAINED = REPOSITORY / "evaluation" / "trained_ablations.json"
OUT = REPOSITORY / "build" / "score" / "ablations.txt"
FULL = "everything"


@dataclass(frozen=True, slots=True)
class Variant:
    """One row of ``ablations.yml``; ``shown`` as (part, setting) pairs."""

    name: str
    reader: str
    shown: tuple[tuple[str, Any], ...] = ()
    cut: float | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A variant's figures: F1 of found with precision and recall, of exact, and of found in each group."""

    name: str
    found: float
    precision: float
    recall: float
    exact: float
    groups: tuple[tuple[str, float], ...] = ()
    date: str = ""
    data: str = ""


def variants(text: str) -> list[Variant]:
    """The variants of a file like ``ablations.yml``. Raises `CannotMeasure` for an entry with unknown keys."""
    found = []
    for entry in parsed(text)["variants"]:
        if unknown := sorted(set(entry) - {"name", "reader", "shown", "cut"}):
            raise CannotMeasure(f"variant {entry.get('name')!r}: unknown {', '.join(unknown)}")
        shown = entry.get("shown") or {}
        parts = tuple((k, frozenset(v) if isinstance(v, list) else v) for k, v in shown.items())
        found.append(Variant(entry["name"], entry["reader"], parts, entry.get("cut")))
    return found


def made(variant: Variant) -> Reader:
    """The reader of ``variant``. Raises `CannotMeasure` where it cannot be had."""
    reader = reader_named(variant.reader)
    if not variant.shown and variant.cut is None:
        return reader
    from dragoman.reading.confidence import of_one_feature
    from dragoman.reading.encoder import EncoderReader
    from dragoman.reading.prepared import Shown

    if not isinstance(reader, EncoderReader):
        raise CannotMeasure(f"variant {variant.name!r}: only the encoder has parts to take away")
    changed: Any = EncoderReader(reader.folder, reader.threads, Shown(**dict(variant.shown)))
    if variant.cut is not None:
        changed.confidence = of_one_feature("kind", variant.cut)
    return changed  # type: ignore[no-any-return]


def row(name: str, pairs: Sequence[Pair], *, date: str = "", data: str = "") -> Row:
    """The figures of one variant over these pairs."""
    score = scoring.score(pairs)
    parts = {group: scoring.of_documents(pairs, stems) for group, stems in groups().items()}
    by_group = [(group, round(scoring.score(part).found.f1, 4)) for group, part in parts.items() if part]
    figures = (score.found.f1, score.found.precision, score.found.recall, score.exact.f1)
    found, precision, recall, exact = (round(figure, 4) for figure in figures)
    return Row(name, found, precision, recall, exact, tuple(by_group), date, data)


def measured_rows(gold: GoldSet, chosen: Sequence[Variant]) -> Iterator[Row]:
    """One variant after the other; one that cannot be had gives a row without figures that says why."""
    for variant in chosen:
        try:
            yield row(variant.name, measure(gold, made(variant)).pairs)
        except CannotMeasure as error:
            yield Row(variant.name, 0.0, 0.0, 0.0, 0.0, data=str(error))


def trained_rows(text: str) -> list[Row]:
    """The rows of ``trained_ablations.json``."""
    return [
        Row(**(entry | {"groups": tuple((n, f) for n, f in entry["groups"].items())}))
        for entry in json.loads(text)["rows"]
    ]


def dump(rows: Sequence[Row]) -> str:
    """The text of ``trained_ablations.json``: a line a row."""
    lines = [
        json.dumps({slot: getattr(r, slot) for slot in Row.__slots__} | {"groups": dict(r.groups)}, ensure_ascii=False)
        for r in rows
    ]
    return '{\n "rows": [\n' + ",\n".join(f"  {line}" for line in lines) + "\n ]\n}\n"


def recorded(rows: Sequence[Row], new: Row) -> list[Row]:
    """``rows`` with ``new`` in the place of the one with its name, or at the end."""
    if all(r.name != new.name for r in rows):
        return [*rows, new]
    return [new if r.name == new.name else r for r in rows]


def table(rows: Sequence[Row]) -> Iterator[str]:
    """A line a variant, with what found F1 loses against everything."""
    full = next((r.found for r in rows if r.name == FULL and r.found), None)
    names = list(dict.fromkeys(name for r in rows for name, _ in r.groups))
    lines = [["", "found P", "R", "F1", "change", "exact F1", *names]]
    notes = []
    for r in rows:
        if not r.found and r.data:
            lines.append([r.name, *["-"] * (5 + len(names))])
            notes.append(f"not measured: {r.data}")
            continue
        change = f"{r.found - full:+.3f}" if full is not None and r.name != FULL else ""
        by_group = dict(r.groups)
        figures = [f"{x:.3f}" for x in (r.precision, r.recall, r.found)]
        lines.append([r.name, *figures, change, f"{r.exact:.3f}", *(_figure(by_group.get(n)) for n in names)])
        if r.date:
            notes.append(f"{r.name}: trained anew and measured on {r.date}; {r.data}")
    yield from columns(lines)
    yield from dict.fromkeys(notes)


def _figure(number: float | None) -> str:
    return "" if number is None else f"{number:.3f}"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", dest="gold", choices=("shared", "samples"))
    parser.add_argument("--only", default="", help="variants with this word in their name")
    parser.add_argument("--record", metavar="NAME", help="score PREDICTED and keep it as the trained variant NAME")
    parser.add_argument("--data", default="", help="what the recorded variant was trained on, in words")
    parser.add_argument("predicted", nargs="?", type=Path)
    args = parser.parse_args(arguments)
    try:
        gold = english(gold_named(args.gold))
        if args.record:
            return record(args.record, args.data, args.predicted, gold)
        chosen = [v for v in variants(VARIANTS.read_text("utf-8")) if args.only in v.name]
        rows = list(measured_rows(gold, chosen))
    except CannotMeasure as error:
        sys.stderr.write(f"{error}\n")
        return 2
    kept = trained_rows(TRAINED.read_text("utf-8")) if gold.name == "shared" else []
    text = "".join(f"{line}\n" for line in [f"== {gold.name}: {len(gold.documents)} documents", *table(rows + kept)])
    if not args.only:
        OUT.parent.mkdir(parents=True, exist_ok=True)
        OUT.write_text(text, "utf-8")
    sys.stdout.write(text)
    return 0


def record(name: str, data: str, predicted: Path | None, gold: GoldSet) -> int:
    """Score a file of predictions and keep its figures. Raises `CannotMeasure` without a file or a word on the data."""
    if predicted is None or not data:
        raise CannotMeasure("--record needs --data and a file of predicted statements")
    if gold.name != "shared":
        raise CannotMeasure("trained variants are measured on the shared gold set: set DRAGOMAN_SHARED to its folder")
    pairs = list(scoring.pairs(gold.statements, scoring.load(predicted)))
    new = row(name, pairs, date=datetime.now(UTC).date().isoformat(), data=data)
    TRAINED.write_text(dump(recorded(trained_rows(TRAINED.read_text("utf-8")), new)), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
