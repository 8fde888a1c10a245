"""How well the event classifier classifies.

    python -m evaluation.events [--folder MODEL] [--write PAGE]

``--write`` puts what is measured into a page of the documentation, between the lines ``.. measured`` and
``.. /measured``, so that no number there is typed by hand.

Guides: `plv_validation.tsv` (1,050 rows of PLV, 15 root classes) for choosing settings, and the 322 PLOVER gold
records for testing. Neither is trained on. PLV knows YIELD for what PLOVER now calls CONCEDE and RETREAT, has no class
for no event (the likeliest type counts), and takes verdicts of courts as ACCUSE where PLOVER has SANCTION, convict.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from dragoman.events.classifier import SHIPPED, Classifier, answer
from dragoman.events.plover import ontology
from dragoman.events.questions import Question, question, tsv_row
from dragoman.events.records import Pair, Span
from evaluation.contract import SHARED
from evaluation.fields import Count
from evaluation.marked import put

QUADS = {
    "VERBAL COOPERATION": ("AGREE", "CONSULT", "SUPPORT"),
    "MATERIAL COOPERATION": ("COOPERATE", "AID", "YIELD"),
    "VERBAL CONFLICT": ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    "MATERIAL CONFLICT": ("SANCTION", "PROTEST", "MOBILIZE", "COERCE", "ASSAULT"),
}
"""Of PLV's 15 root classes; it counts YIELD as material, where PLOVER parts it in two."""
QUAD_OF = {root: quad for quad, roots in QUADS.items() for root in roots}
NONE = "NONE"
MARKS = (".. measured", ".. /measured")


def root_of(event: str | None, mode: str | None) -> str:
    """PLV's root class for an answer."""
    if event in ("CONCEDE", "RETREAT"):
        return "YIELD"
    return "ACCUSE" if (event, mode) == ("SANCTION", "convict") else event or NONE


def scored(gold: Sequence[str], given: Sequence[str]) -> tuple[dict[str, Count], float]:
    """Each class of ``gold`` by its name, and macro-F1 over them."""
    wanted, answered = Counter(gold), Counter(given)
    right = Counter(one for one, other in zip(gold, given, strict=True) if one == other)
    classes = {name: Count(right[name], wanted[name], answered[name]) for name in sorted(wanted)}
    return classes, sum(one.rate.f1 for one in classes.values()) / max(1, len(classes))


def plv_rows(path: Path = SHARED / "gold_events" / "plv_validation.tsv") -> list[tuple[Pair, str]]:
    """Pairs with their root class, read as `dragoman classify` reads them."""
    header, *lines = path.read_text("utf-8").splitlines()
    found = []
    for number, line in enumerate(lines, 2):
        row = tsv_row(line, header.split("\t"))
        asked = question(row, f"{path.name}:{number}", number) if isinstance(row, dict) else row
        if isinstance(row, dict) and isinstance(asked, Question):
            found.append((asked.pair, row["gold_root"]))
    return found


def plover_rows(path: Path = SHARED / "gold_events" / "plover_gsr.jsonl") -> list[tuple[Pair, str, str | None]]:
    """Pairs of the gold records with type and mode by their names of today; of several actors the first is marked."""
    rows = []
    for line in path.open(encoding="utf-8"):
        record = json.loads(line)
        spans: dict[str, list[Span]] = {}
        for name, start, end, _ in record["spans"]:
            for side in name.split("/") if start is not None else ():
                spans.setdefault(side, []).append(Span(start, end))
        sources, targets = spans.get("SRC", []), spans.get("TAR", [])
        source = next(iter(sources), None)
        target = next((t for t in targets if t != source), None)
        kind, mode = ontology().type(record["event"], record["mode"])
        rows.append((Pair(record["id"], record["text"], source, target), kind.name, mode))
    return rows


def report_plv(classifier: Classifier) -> list[str]:
    """Lines on the rows of PLV: macro-F1 of root and quad classes, each class, and what is taken for what."""
    rows = plv_rows()
    pairs, gold = [pair for pair, _ in rows], [root for _, root in rows]
    labels, settings = classifier.labels, classifier.settings
    scores = classifier.scores(pairs)
    free, answers = (
        [answer(pair, one, labels, settings, always) for pair, one in zip(pairs, scores, strict=True)]
        for always in (False, True)
    )
    given = [root_of(one.event, one.mode) for one in answers]
    per_class, macro = scored(gold, given)
    _, quads = scored([QUAD_OF[g] for g in gold], [QUAD_OF[p] for p in given])
    accuracy = sum(g == p for g, p in zip(gold, given, strict=True)) / len(gold)
    _, with_none = scored(gold, [root_of(one.event, one.mode) for one in free])
    return [
        f"PLV validation, {len(rows)} rows: root macro-F1 {macro:.3f}, quad macro-F1 {quads:.3f}, right {accuracy:.3f}",
        f"no event answered for {sum(one.event is None for one in free)}; macro-F1 with those wrong {with_none:.3f}",
        "",
        f"{'':10} precision recall     F1  rows",
        *(
            f"{name:10} {one.rate.precision:9.2f} {one.rate.recall:6.2f} {one.rate.f1:6.2f} {one.gold:5}"
            for name, one in per_class.items()
        ),
        "",
        *confusion(gold, given),
        "",
    ]


def confusion(gold: Sequence[str], given: Sequence[str]) -> list[str]:
    """A line a gold class, a column an answer."""
    names = sorted({*gold, *given})
    counted = Counter(zip(gold, given, strict=True))
    lines = [f"{'gold':10} " + " ".join(f"{name[:5]:>5}" for name in names)]
    return lines + [
        f"{one:10} " + " ".join(f"{counted[one, other] or '.':>5}" for other in names) for one in sorted(set(gold))
    ]


def report_plover(classifier: Classifier) -> list[str]:
    """Lines on the PLOVER records: macro-F1 of the types, each type, and modes."""
    rows = plover_rows()
    answers = classifier.classify([pair for pair, _, _ in rows], always=True)
    gold, given = [event for _, event, _ in rows], [one.event or NONE for one in answers]
    per_class, macro = scored(gold, given)
    with_mode = [
        (mode, one.mode) for (_, event, mode), one in zip(rows, answers, strict=True) if one.event == event and mode
    ]
    parts = [f"{name} {one.rate.f1:.2f}" for name, one in per_class.items()]
    return [
        f"PLOVER records, {len(rows)}: type macro-F1 over {len(per_class)} types {macro:.3f}",
        *("  " + ", ".join(parts[i : i + 8]) for i in range(0, len(parts), 8)),
        f"  mode right where the type is, where there is one: {sum(a == b for a, b in with_mode)} of {len(with_mode)}",
    ]


def written(page: str, name: str, lines: Sequence[str]) -> str:
    """``page`` with what was measured of the model ``name`` between its marks. Raises `CannotMeasure` without them."""
    told = [
        "",
        f"The classifier ``{name}``, measured by ``python -m evaluation.events``:",
        "",
        ".. code-block:: text",
        "",
    ]
    return put(page, *MARKS, [*told, *(f"   {line}".rstrip() for line in lines), ""])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=SHIPPED)
    parser.add_argument("--write", type=Path, help="the page to put it into")
    arguments = parser.parse_args()
    classifier = Classifier(arguments.folder)
    lines = [*report_plv(classifier), *report_plover(classifier)]
    print(*lines, sep="\n")
    if arguments.write:
        page = written(arguments.write.read_text("utf-8"), classifier.name, lines)
        arguments.write.write_text(page, "utf-8")


if __name__ == "__main__":
    main()
