"""Check written event pairs: ``python -m training.events_check FILE...``. `events/README.md` has the format."""

from __future__ import annotations

import argparse
import re
import statistics
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.event_names import CONTEXTS, MODES, TYPES

WRITTEN = Path(__file__).with_name("events")
COLUMNS = ("id", "sentence", "source", "target", "event", "mode", "contexts")
MARK = re.compile(r"</?[st]>")
WORD = re.compile(r"\w+")
NONE = "NONE"
LONGEST = 1000
SHARED_SEQUENCES = 0.6
"""Two sentences with at least this share of the smaller one's five-word sequences in common say the same."""


@dataclass(frozen=True)
class Row:
    """One written pair; ``source`` and ``target`` are character offsets in ``sentence``, which has no marks."""

    id: str
    sentence: str
    source: tuple[int, int]
    target: tuple[int, int]
    event: str
    mode: str
    contexts: tuple[str, ...]
    file: str
    line: int


@dataclass(frozen=True)
class Fault:
    file: str
    line: int
    says: str


def read_rows(path: Path) -> tuple[list[Row], list[Fault]]:
    """The good rows of a file, and what is wrong with the others."""
    rows, faults = [], []
    for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
        if not line.strip():
            continue
        if number == 1:
            if tuple(line.rstrip("\r").split("\t")) != COLUMNS:
                faults.append(Fault(path.name, 1, "header is not: " + " ".join(COLUMNS)))
            continue
        made = read_row(line.rstrip("\r"), path.name, number)
        if isinstance(made, Row):
            rows.append(made)
        else:
            faults.extend(Fault(path.name, number, says) for says in made)
    return rows, faults


def read_row(line: str, file: str, number: int) -> Row | list[str]:
    """One row, or everything that is wrong with it."""
    cells = line.split("\t")
    cells += [""] * (len(COLUMNS) - len(cells)) if len(cells) in (5, 6) else []
    if len(cells) != len(COLUMNS):
        return [f"{len(cells)} columns, not {len(COLUMNS)}"]
    id_, marked, source, target, event, mode, listed = (cell.strip() for cell in cells)
    contexts = tuple(c.strip() for c in listed.split(";") if c.strip())
    wrong = [] if id_ else ["no id"]
    sentence, spans = unmark(marked)
    for name, words in (("s", source), ("t", target)):
        if name not in spans:
            wrong.append(f"sentence needs <{name}>…</{name}> exactly once, not nested, not empty")
        elif sentence[slice(*spans[name])] != words:
            wrong.append(f"<{name}> marks {sentence[slice(*spans[name])]!r}, the column has {words!r}")
    if "<" in sentence or ">" in sentence:
        wrong.append("angle brackets beside the marks")
    if len(sentence) > LONGEST:
        wrong.append(f"longer than {LONGEST} characters")
    if event not in (*TYPES, NONE):
        wrong.append(f"event {event!r} is not one of the 16 types or NONE")
    elif mode and mode not in MODES.get(event, ()):
        wrong.append(f"mode {mode!r} is not one of {event}: {' '.join(MODES.get(event, ())) or 'it has none'}")
    wrong += [
        f"context {context!r} is not one of the {len(CONTEXTS)}" for context in contexts if context not in CONTEXTS
    ]
    if len(set(contexts)) < len(contexts):
        wrong.append("a context twice")
    if wrong:
        return wrong
    return Row(id_, sentence, spans["s"], spans["t"], event, mode, contexts, file, number)


def unmark(marked: str) -> tuple[str, dict[str, tuple[int, int]]]:
    """The sentence without marks, and the spans of ``s`` and ``t`` that are marked properly."""
    plain, spans, opened, at = "", {}, None, 0
    marks = list(MARK.finditer(marked))
    for mark in marks:
        plain += marked[at : mark.start()]
        at = mark.end()
        name = mark.group()[-2]
        if mark.group()[1] != "/":
            opened = (name, len(plain)) if opened is None else None
        elif opened and opened[0] == name and len(plain) > opened[1]:
            spans[name] = (opened[1], len(plain))
            opened = None
    counted = Counter(mark.group() for mark in marks)
    for name in ("s", "t"):
        if counted[f"<{name}>"] != 1 or counted[f"</{name}>"] != 1:
            spans.pop(name, None)
    return plain + marked[at:], spans


def repeated(rows: Sequence[Row]) -> Iterator[tuple[Row, Row]]:
    """Pairs of rows that say the same of the same: most five-word sequences shared, same pair, same event."""
    seen: dict[tuple[str, ...], list[int]] = {}
    sizes: list[int] = []
    for index, row in enumerate(rows):
        words = [word.lower() for word in WORD.findall(row.sentence)]
        grams = {tuple(words[i : i + 5]) for i in range(max(1, len(words) - 4))}
        common = Counter(other for gram in sorted(grams) for other in seen.get(gram, ()))
        for other, count in common.items():
            alike = rows[other]
            if count >= SHARED_SEQUENCES * min(len(grams), sizes[other]) and pair_of(alike) == pair_of(row):
                yield alike, row
                break
        sizes.append(len(grams))
        for gram in grams:
            seen.setdefault(gram, []).append(index)


def pair_of(row: Row) -> tuple[str, str, str]:
    return row.sentence[slice(*row.source)], row.sentence[slice(*row.target)], row.event


def same_ids(rows: Sequence[Row]) -> list[Fault]:
    """A fault for each row whose id an earlier row has."""
    first: dict[str, Row] = {}
    faults = []
    for row in rows:
        before = first.setdefault(row.id, row)
        if before is not row:
            faults.append(Fault(row.file, row.line, f"id {row.id!r} stands in {before.file}:{before.line} already"))
    return faults


def described(rows: Sequence[Row]) -> list[str]:
    """Lines on balance and lengths."""
    events = Counter(row.event for row in rows)
    modes = Counter((row.event, row.mode) for row in rows if row.mode)
    lengths = sorted(len(row.sentence.split()) for row in rows) or [0]
    lines = [f"{len(rows)} rows, {len({row.sentence for row in rows})} sentences"]
    lines.append(
        f"words a sentence: {lengths[0]} to {lengths[-1]}, median {statistics.median(lengths):.0f}; "
        f"target before source in {sum(row.target < row.source for row in rows)} rows"
    )
    for event in (*TYPES, NONE):
        of_type = ", ".join(f"{mode} {modes[event, mode]}" for mode in MODES.get(event, ()))
        lines.append(f"  {event:10}{events[event]:5}  {of_type}")
    contexts = Counter(context for row in rows for context in row.contexts)
    lines.append("contexts: " + ", ".join(f"{context} {contexts[context]}" for context in CONTEXTS))
    return lines


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, default=sorted(WRITTEN.glob("*.tsv")))
    rows: list[Row] = []
    faults: list[Fault] = []
    for path in parser.parse_args(arguments).files:
        good, bad = read_rows(path)
        rows += good
        faults += bad
    faults += same_ids(rows)
    for fault in faults:
        print(f"{fault.file}:{fault.line}: {fault.says}")
    for one, other in repeated(rows):
        print(f"{other.file}:{other.line}: repeats {one.file}:{one.line}")
    print(*described(rows), f"{len(faults)} faults", sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
