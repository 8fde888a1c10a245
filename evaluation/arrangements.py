"""Whether `dragoman show` finds the arrangements that documents name, with the right stage, parties, date and value.

    python -m evaluation.arrangements [--reader rules|encoder] [--raise-floors] [--json]

``arrangements.yml`` lists them. The documents are built into a ledger in a temporary folder, and each is asked for as
`show` asks. Of the statements that answer, the one that is right in most is judged. How many are found and how many
are right in everything must not fall under the floors in ``floors.json``. Ends with 1 where they do, for the default
reader. It measures only: nothing in the list is known to a reader.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from dragoman.actors.directory import Directory, directory
from dragoman.codebook import codebook
from dragoman.datafiles import parsed
from dragoman.errors import UnknownName
from dragoman.ledger import Ledger
from dragoman.pipeline import build
from dragoman.reading import Reader
from dragoman.records import Statement, Value
from dragoman.subjects import statements_about
from evaluation import floors
from evaluation.contract import REPOSITORY
from evaluation.gold import CannotMeasure, reader_named, shared_folder
from evaluation.scoring import ONE_WITHOUT_NAME, measures, same_actor, same_date
from evaluation.tables import columns

FILE = REPOSITORY / "evaluation" / "arrangements.yml"
FLOOR = "arrangements"


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What a document says of a thing that it names. The fields are those of ``arrangements.yml``."""

    name: str
    query: str
    doc: str
    kind: str
    stages: tuple[str, ...]
    parties: tuple[str, ...]
    date: str | None
    value: tuple[Value, ...] | None


@dataclass(frozen=True, slots=True)
class Judged:
    """How an arrangement was found. ``found`` says that `show` has an answer from the document; the others, what the
    best statement of the answer has right."""

    name: str
    found: bool
    stage: bool = False
    parties: bool = False
    date: bool = False
    value: bool = False

    @property
    def right(self) -> bool:
        """Found, and right in everything."""
        return all((self.found, self.stage, self.parties, self.date, self.value))


def load(text: str) -> tuple[Arrangement, ...]:
    """The arrangements of a file's text. Raises `CannotMeasure` for a name used twice and a stage that is none."""
    listed = tuple(_arrangement(raw) for raw in parsed(text))
    names = [one.name for one in listed]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise CannotMeasure(f"{FILE.name}: listed twice: {', '.join(twice)}")
    for one in listed:
        kind = codebook().kinds.get(one.kind)
        if kind is None or not set(one.stages) <= set(kind.stages):
            raise CannotMeasure(f"{FILE.name}: {one.name}: {one.kind} {'/'.join(one.stages)} is not in the codebook")
    return listed


def _arrangement(raw: dict[str, Any]) -> Arrangement:
    return Arrangement(
        name=raw["name"],
        query=raw["query"],
        doc=raw["doc"],
        kind=raw["kind"],
        stages=tuple(raw["stages"]),
        parties=tuple(raw["parties"]),
        date=raw["date"],
        value=tuple(Value(number, unit) for number, unit in raw["value"] or ()) or None,
    )


def arrangements() -> tuple[Arrangement, ...]:
    """Those that are listed."""
    return load(FILE.read_text("utf-8"))


def measured(reader: Reader, corpus: Path, wanted: Sequence[Arrangement]) -> tuple[Judged, ...]:
    """Build the documents of ``wanted`` from the folder ``corpus`` and ask for each.

    Raises `CannotMeasure` where a document is missing.
    """
    texts = [corpus / f"{stem}.txt" for stem in sorted({one.doc for one in wanted})]
    if missing := [path.name for path in texts if not path.is_file()]:
        raise CannotMeasure(f"{corpus} has no {', '.join(missing)}")
    with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "arrangements.ledger") as ledger:
        build(texts, ledger, reader=reader)
        known = directory()
        return tuple(judge(one, answer(ledger, one, known)) for one in wanted)


def answer(ledger: Ledger, wanted: Arrangement, known: Directory) -> tuple[Statement, ...]:
    """What `show` answers from the document; nothing where it knows no such name."""
    try:
        found = [one for one, _ in statements_about(ledger, [wanted.query], known)]
    except UnknownName:
        return ()
    return tuple(one.statement for one in found if one.statement.doc == wanted.doc)


def judge(wanted: Arrangement, told: Sequence[Statement]) -> Judged:
    """What the best of the statements has right: one with the right stage comes before one without."""
    if not told:
        return Judged(wanted.name, found=False)
    return max((_judged(wanted, statement) for statement in told), key=lambda j: (j.stage, _number_right(j)))


def _judged(wanted: Arrangement, told: Statement) -> Judged:
    actors = (*told.source, *told.target)
    return Judged(
        wanted.name,
        found=True,
        stage=told.kind == wanted.kind and told.stage in wanted.stages,
        parties=all(any(same_actor(party, actor) >= ONE_WITHOUT_NAME for actor in actors) for party in wanted.parties),
        date=same_date(wanted.date, told.date),
        value=measures(wanted.value) == measures(told.value),
    )


def _number_right(judged: Judged) -> int:
    return judged.parties + judged.date + judged.value


def counts(judged: Sequence[Judged]) -> floors.Floors:
    """The counts that have floors; none where nothing was judged."""
    if not judged:
        return {}
    return {FLOOR: {"found": sum(one.found for one in judged), "right": sum(one.right for one in judged)}}


def table(judged: Sequence[Judged]) -> Iterator[str]:
    """A line an arrangement, and the totals."""
    parts = ("found", "stage", "parties", "date", "value", "right")
    rows: list[tuple[str, ...]] = [("", "found", "kind, stage", "parties", "date", "value", "all right")]
    rows += [(one.name, *("yes" if getattr(one, part) else "-" for part in parts)) for one in judged]
    rows.append((f"{len(judged)} in all", *(str(sum(getattr(one, part) for one in judged)) for part in parts)))
    yield from columns(rows)


def summary(judged: Sequence[Judged]) -> Iterator[str]:
    """Two lines: how many are found and right, and which are not right. None where nothing was judged."""
    if not judged:
        return
    total, reached = len(judged), counts(judged)[FLOOR]
    yield f"arrangements: `show` finds {reached['found']} of {total}, {reached['right']} with all they should have"
    yield f"not right: {', '.join(one.name for one in judged if not one.right) or 'none'}"


def of_shared(reader: Reader) -> tuple[Judged, ...] | None:
    """All that are listed, from the shared documents; None where those are not at hand."""
    folder = shared_folder()
    return measured(reader, folder / "corpus", arrangements()) if folder else None


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reader", help="rules or encoder; by default the one that `dragoman build` uses")
    parser.add_argument("--raise-floors", action="store_true", help="write what is reached into floors.json")
    parser.add_argument("--json", action="store_true", help="a JSON object instead of a table")
    args = parser.parse_args(arguments)
    try:
        judged = of_shared(reader_named(args.reader))
        if judged is None:
            raise CannotMeasure("the shared documents are not at hand; DRAGOMAN_SHARED says where they are")
    except CannotMeasure as error:
        sys.stderr.write(f"{error}\n")
        return 2
    if args.json:
        rows = [asdict(one) | {"right": one.right} for one in judged]
        sys.stdout.write(json.dumps({"counts": counts(judged)[FLOOR], "arrangements": rows}, indent=1) + "\n")
    else:
        sys.stdout.write("".join(f"{line}\n" for line in table(judged)))
    if args.reader:
        return 0
    kept, reasons = floors.load(floors.FILE.read_text("utf-8"))
    if args.raise_floors:
        floors.FILE.write_text(floors.dump(floors.lifted(kept, counts(judged)), reasons), "utf-8")
    lines = floors.broken(kept, counts(judged))
    sys.stderr.write("".join(f"{line}\n" for line in lines))
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
