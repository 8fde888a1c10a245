"""Floors under the scores, in ``floors.json``: they only go up.

    python -m evaluation.floors                               compare the file with earlier commits
    python -m evaluation.floors --allow-regression "REASON"   lower floors on purpose: accept what the file holds now

``samples`` and ``shared`` are the gold sets of `evaluation.gold`, other names are groups of ``groups.yml``; each has an
F1 for ``found`` and for ``exact``. ``samples-events`` and ``shared-events`` are measured by `evaluation.events_gold`,
``arrangements`` by `evaluation.arrangements`. ``python -m evaluation.score --raise-floors`` writes what is reached. A
floor that was lowered on purpose is listed under ``lowered``, as ``samples.found`` with the reason.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from evaluation.contract import REPOSITORY
from evaluation.scoring import Score

FILE = REPOSITORY / "evaluation" / "floors.json"
LOWERED = "lowered"
STEP = 0.01
SPARE = 0.005
"""Left under a share when its floor is raised: arithmetic differs a little between processors."""

Floors = dict[str, dict[str, float]]
"""Gold set, group or other thing that is measured -> measure -> floor."""


def load(text: str) -> tuple[Floors, dict[str, str]]:
    """The floors of a file's text, and the reasons for which some were lowered."""
    raw = json.loads(text)
    reasons = raw.pop(LOWERED, {})
    return raw, reasons


def dump(floors: Floors, reasons: Mapping[str, str]) -> str:
    """The text of the file: one line a name, so that changes can be read."""
    lines = [f" {json.dumps(name)}: {json.dumps(floor)}" for name, floor in sorted(floors.items())]
    if reasons:
        lines.append(f" {json.dumps(LOWERED)}: {json.dumps(dict(sorted(reasons.items())), ensure_ascii=False)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def figures(scores: Mapping[str, Score]) -> Floors:
    """The figures of these scores that have floors: their F1."""
    return {name: {"found": score.found.f1, "exact": score.exact.f1} for name, score in scores.items()}


def under(figures: Floors) -> Floors:
    """The floors that shares carry: without `SPARE`, rounded down to `STEP`."""
    return {name: {measure: _under(share) for measure, share in own.items()} for name, own in figures.items()}


def _under(share: float) -> float:
    return round(max(0.0, math.floor((share - SPARE) / STEP + 1e-9) * STEP), 2)


def lifted(floors: Floors, carried: Floors) -> Floors:
    """``floors`` with those of ``carried`` where they are higher, or new; none is lowered."""
    return floors | {
        name: floors.get(name, {}) | {m: max(value, floors.get(name, {}).get(m, 0)) for m, value in own.items()}
        for name, own in carried.items()
    }


def hints(floors: Floors, carried: Floors) -> list[str]:
    """A line for every floor that could be lifted to what is ``carried``."""
    return [
        f"floor of {name}, {measure}: {floors.get(name, {}).get(measure, 0):g} can be raised to {value:g}"
        for name, own in carried.items()
        for measure, value in own.items()
        if value > floors.get(name, {}).get(measure, 0)
    ]


def broken(floors: Floors, figures: Floors) -> list[str]:
    """A line for every figure under its floor."""
    return [
        f"{name}: {measure} {round(value, 3):g} is under its floor {floors[name][measure]:g}"
        for name, own in figures.items()
        for measure, value in own.items()
        if value < floors.get(name, {}).get(measure, 0)
    ]


def lowered(floors: Floors, earlier: Floors, reasons: Mapping[str, str]) -> list[str]:
    """A line for every floor that is lower than ``earlier``, or gone, without a reason."""
    lines = []
    for name, floor in earlier.items():
        for measure, value in floor.items():
            now = floors.get(name, {}).get(measure)
            if (now is None or now < value) and f"{name}.{measure}" not in reasons:
                lines.append(f"{name}.{measure} was {value} and is {'gone' if now is None else now}")
    return lines


def committed(repository: Path = REPOSITORY, *, versions: int = 2) -> list[Floors]:
    """The floors of the last commits that changed the file, newest first. Empty where there is no history."""
    path = FILE.relative_to(REPOSITORY).as_posix()
    commits = _git(repository, "log", f"-n{versions}", "--format=%H", "--", path)
    texts = [_git(repository, "show", f"{commit}:{path}") for commit in (commits or "").split()]
    return [load(text)[0] for text in texts if text]


def _git(repository: Path, *arguments: str) -> str | None:
    """What git prints; None where there is no git, no history or no such file in it."""
    try:
        run = subprocess.run(
            ["git", *arguments], cwd=repository, capture_output=True, text=True, timeout=60, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return run.stdout if run.returncode == 0 else None


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--allow-regression", metavar="REASON", help="accept floors that are lower than before")
    args = parser.parse_args(arguments)
    floors, reasons = load(FILE.read_text("utf-8"))
    lines = [line for earlier in committed() for line in lowered(floors, earlier, reasons)]
    if args.allow_regression:
        reasons |= {line.split(" was ")[0]: args.allow_regression for line in lines}
        FILE.write_text(dump(floors, reasons), "utf-8")
        return 0
    sys.stdout.write("".join(f"{line}\n" for line in dict.fromkeys(lines)) or "no floor is lower than before\n")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
