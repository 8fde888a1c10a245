"""Write the figures that ``make score`` measured last into a page, between two marks.

    python -m evaluation.publish [PAGE]      README.md by default

The marks are ``<!-- measured -->`` and ``<!-- /measured -->``, each on a line of its own. Figures come from
``build/score/scores.json`` alone, so that no number in the page is typed by hand.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from evaluation.contract import REPOSITORY
from evaluation.gold import CannotMeasure, GoldSet
from evaluation.marked import put
from evaluation.reliability import Reliability
from evaluation.scoring import Score

SCORES = REPOSITORY / "build" / "score" / "scores.json"
MARKS = ("<!-- measured -->", "<!-- /measured -->")
TITLES = {"samples": "our own samples", "shared": "real pages of other publishers"}


def record(
    reader: str, date: str, sets: Sequence[tuple[GoldSet, Mapping[str, Score], Mapping[str, Reliability]]]
) -> dict[str, Any]:
    """What was measured, JSON-ready: for each gold set its documents, its scores by name and how sure is right."""
    return {
        "reader": reader,
        "date": date,
        "sets": {
            gold.name: {
                "documents": len(gold.documents),
                "scores": {name: _score(score) for name, score in scores.items()},
                "sure": {name: {"count": r.sure, "right": round(r.sure_right, 4)} for name, r in reliabilities.items()},
            }
            for gold, scores, reliabilities in sets
        },
    }


def _score(score: Score) -> dict[str, Any]:
    rates = {"found": score.found, "exact": score.exact}
    return {"gold": score.gold, "predicted": score.predicted} | {
        name: {"precision": round(r.precision, 4), "recall": round(r.recall, 4), "f1": round(r.f1, 4)}
        for name, r in rates.items()
    }


def block(measured: Mapping[str, Any]) -> list[str]:
    """What goes between the marks: precision, recall and F1 of every gold set and group, and what was measured."""
    lines = ["| | statements | found: precision | recall | F1 | exact: precision | recall | F1 |"]
    lines.append("| --- | --: | --: | --: | --: | --: | --: | --: |")
    for name, one in measured["sets"].items():
        for group, score in one["scores"].items():
            title = TITLES.get(name, name) + ("" if group == "all" else f", {group}")
            title += f" ({one['documents']} documents)" if group == "all" else ""
            figures = [score[kind][part] for kind in ("found", "exact") for part in ("precision", "recall", "f1")]
            lines.append(f"| {title} | {score['gold']} | " + " | ".join(f"{x:.2f}" for x in figures) + " |")
    lines += ["", f"Reader `{measured['reader']}`, measured on {measured['date']} by `make score`."]
    for name, one in measured["sets"].items():
        sure = one["sure"]["found"]
        if sure["count"]:
            share = f"{sure['right']:.0%} of {sure['count']}"
            lines.append(f"Confidence of 0.9 or more, {TITLES.get(name, name)}: {share} right.")
    return lines


def publish(page: str, measured: Mapping[str, Any]) -> str:
    """``page`` with the figures between its marks. Raises `CannotMeasure` where it has no marks."""
    return put(page, *MARKS, block(measured))


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("page", nargs="?", type=Path, default=REPOSITORY / "README.md")
    args = parser.parse_args(arguments)
    if not SCORES.exists():
        sys.stderr.write(f"{SCORES} is not there: run `make score` first\n")
        return 1
    try:
        page = publish(args.page.read_text("utf-8"), json.loads(SCORES.read_text("utf-8")))
    except CannotMeasure as error:
        sys.stderr.write(f"{args.page}: {error}\n")
        return 1
    args.page.write_text(page, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
