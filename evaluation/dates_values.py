"""How many dates and values of annotated statements are among those that the grammars find in the passage.

    python evaluation/dates_values.py DOCUMENTS.jsonl [--misses N]
    python evaluation/dates_values.py --gold FOLDER --texts FOLDER

The first form takes one document a line with ``text``, ``date`` and ``statements``; the second the statements of each
``FOLDER/<doc>.jsonl`` and the text in ``TEXTS/<doc>.txt`` (date of writing in ``TEXTS/<doc>.json``). Counted are

dates    statements with a date (or end): found in the quote or in the sentence around it, by the scorer's prefix rule
null     statements whose date and end are null: how many quotes hold a found date that is not part of a name
values   annotated values found in the quote with the same number and unit (or the same number alone)
spare    values found in quotes where the annotation has none, by kind
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman.actors.directory import directory
from dragoman.actors.linking import publisher_actor
from dragoman.dates import FoundDate, find_dates
from dragoman.documents import document_from_text
from dragoman.values import FoundValue, find_values


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", nargs="?", type=Path)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--misses", type=int, default=0)
    args = parser.parse_args()
    documents = from_folders(args.gold, args.texts) if args.gold else from_lines(args.documents)
    counts: Counter[str] = Counter()
    misses: dict[str, list[str]] = {}
    for document in documents:
        measure(document, counts, misses)
    out = sys.stdout.write
    for name in ("date", "end", "value", "number"):
        out(f"{name:8} {counts[name + ' hit']:5} of {counts[name]:5} {share(counts[name + ' hit'], counts[name])}\n")
    out(f"null     {counts['null dated']:5} of {counts['null']:5} quotes without date hold one\n")
    out(f"spare    {counts['spare']:5} values in {counts['no value']:5} quotes without value")
    out(" (" + ", ".join(f"{k[6:]} {n}" for k, n in sorted(counts.items()) if k.startswith("spare ")) + ")\n")
    for name, lines in misses.items():
        out(f"\n== {name} ({len(lines)})\n" + "".join(line + "\n" for line in lines[: args.misses]))
    return 0


def share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"


def from_lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def from_folders(gold: Path, texts: Path) -> Iterator[dict[str, Any]]:
    for path in sorted(gold.glob("*.jsonl")):
        statements = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
        side = texts / f"{path.stem}.json"
        facts = json.loads(side.read_text("utf-8")) if side.exists() else {}
        text = (texts / f"{path.stem}.txt").read_text("utf-8")
        yield {
            "id": path.stem,
            "date": facts.get("date"),
            "publisher": facts.get("publisher"),
            "language": facts.get("language", "en"),
            "text": text,
            "statements": statements,
        }


def measure(document: dict[str, Any], counts: Counter[str], misses: dict[str, list[str]]) -> None:
    text: str = document["text"]
    dates = find_dates(text, document["date"], language=document.get("language") or "en")
    values = find_values(text, dates, publisher=published_by(document))
    for statement in document["statements"]:
        place = locate(statement["quote"], text)
        if place is None:
            counts["quote not found"] += 1
            continue
        measure_dates(statement, around(text, *place), place, dates, document["date"], counts, misses)
        measure_values(statement, place, values, counts, misses)


def published_by(document: dict[str, Any]) -> str | None:
    return publisher_actor(document_from_text(document["text"], publisher=document.get("publisher")), directory())


def measure_dates(
    statement: dict[str, Any],
    sentence: tuple[int, int],
    place: tuple[int, int],
    dates: tuple[FoundDate, ...],
    reference: str | None,
    counts: Counter[str],
    misses: dict[str, list[str]],
) -> None:
    near = [d.seen_from(place[0]) for d in dates if d.start < sentence[1] and d.end > sentence[0]]
    for field, mine in (("date", [d.date for d in near]), ("end", [d.end_date for d in near])):
        gold = statement[field]
        if not gold:
            continue
        counts[field] += 1
        if any(found and found.startswith(gold) for found in mine):
            counts[field + " hit"] += 1
        else:
            seen = ", ".join(f"{d.text}={d.date}/{d.end_date}/{d.role}" for d in near)
            misses.setdefault(field, []).append(f"{gold} ({reference}) | {statement['quote'][:240]!r} | {seen}")
    if not statement["date"] and not statement["end"]:
        counts["null"] += 1
        inside = [
            d for d in near if d.start < place[1] and d.end > place[0] and d.role != "name" and (d.date or d.end_date)
        ]
        counts["null dated"] += bool(inside)
        if inside:
            misses.setdefault("null dated", []).append(
                f"{[(d.text, d.date, d.end_date, d.role) for d in inside]} | {statement['quote'][:200]!r}"
            )


def measure_values(
    statement: dict[str, Any],
    place: tuple[int, int],
    values: tuple[FoundValue, ...],
    counts: Counter[str],
    misses: dict[str, list[str]],
) -> None:
    inside = [v for v in values if v.start >= place[0] and v.end <= place[1] + 2]
    found = {key(v.number, v.unit) for v in inside}
    numbers = {number for number, _ in found}
    for gold in statement["value"] or []:
        counts["value"] += 1
        counts["number"] += 1
        wanted = key(gold["number"], gold["unit"])
        counts["value hit"] += wanted in found
        counts["number hit"] += wanted[0] in numbers
        if wanted not in found:
            misses.setdefault("value", []).append(
                f"{wanted} | {statement['quote'][:240]!r} | {[(v.number, v.unit) for v in inside]}"
            )
    if not statement["value"]:
        counts["no value"] += 1
        counts["spare"] += len(inside)
        for value in inside:
            counts[f"spare {value.kind}"] += 1
            misses.setdefault("spare", []).append(
                f"{value.text!r} {value.number} {value.unit} | {statement['kind']} | {statement['quote'][:200]!r}"
            )


def key(number: float, unit: str | None) -> tuple[float, str]:
    """As the scorer compares values."""
    return round(float(number), 6), str(unit or "").lower().rstrip("s")


def locate(quote: str, text: str) -> tuple[int, int] | None:
    """Where the quote stands, white space aside."""
    match = re.search(r"\s+".join(re.escape(word) for word in quote.split()), text)
    return match.span() if match else None


def around(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence or line around a passage, at most 300 characters either side."""
    before = [m.end() for m in re.finditer(r"[.!?]\s+(?=[A-Z])|\n", text[max(0, start - 300) : start])]
    first = max(0, start - 300) + (before[-1] if before else 0)
    after = re.search(r"[.!?](?=\s+[A-Z]|\s*$)|\n", text[end : end + 300])
    return first, end + (after.end() if after else min(300, len(text) - end))


if __name__ == "__main__":
    raise SystemExit(main())
