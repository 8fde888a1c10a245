"""A drawn line of facts over time: where each stands, as numbers for an SVG. The table behind it has the same facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dragoman import edtf
from dragoman.codebook import codebook
from dragoman.errors import InvalidRecord
from dragoman.queries import FactLine

WIDTH, LEFT, LANE, TOP = 900, 130, 26, 30
_RIGHT = 20


@dataclass(frozen=True, slots=True)
class Tick:
    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Lane:
    y: int
    kind: str
    stage: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A fact from ``x`` to ``until``; ``point`` where its dates are known to the day or it is too short to be seen."""

    x: float
    until: float
    y: int
    line: FactLine
    point: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    height: int
    ticks: tuple[Tick, ...]
    lanes: tuple[Lane, ...]
    marks: tuple[Mark, ...]
    width: int = WIDTH
    left: int = LEFT


def drawing(facts: Sequence[FactLine]) -> Drawing | None:
    """The dated facts on lanes by stage, in the codebook's order; null where nothing is dated."""
    dated = [(line, span) for line in facts if (span := _span(line)) is not None]
    if not dated:
        return None
    first, last = min(s[0] for _, s in dated), max(s[1] for _, s in dated)
    begin, end = date(first.year, 1, 1).toordinal(), date(min(last.year + 1, 9999), 1, 1).toordinal()
    scale = (WIDTH - LEFT - _RIGHT) / max(1, end - begin)

    def at(day: date) -> float:
        return round(LEFT + (day.toordinal() - begin) * scale, 1)

    present = {(line.best.statement.kind, line.best.statement.stage) for line, _ in dated}
    stages = [(k.name, s) for k in codebook().kinds.values() for s in k.stages if (k.name, s) in present]
    row = {pair: TOP + i * LANE + LANE // 2 for i, pair in enumerate(stages)}
    marks = [
        Mark(
            at(a),
            max(at(b), at(a)),
            row[line.best.statement.kind, line.best.statement.stage],
            line,
            at(b) - at(a) < 6,
        )
        for line, (a, b) in dated
    ]
    years = range(first.year, last.year + 2)
    every = next(n for n in (1, 2, 5, 10, 20, 50, 100, 500, 1000, 10_000) if len(years) / n <= 14)
    ticks = tuple(Tick(at(date(y, 1, 1)), str(y)) for y in years if y % every == 0 and y <= 9999)
    lanes = tuple(Lane(row[pair], *pair) for pair in stages)
    return Drawing(TOP + len(stages) * LANE + 10, ticks, lanes, tuple(marks))


def _span(line: FactLine) -> tuple[date, date] | None:
    said = line.best.statement
    try:
        days = [edtf.interval(text) for text in (said.date, said.end_date) if text]
    except InvalidRecord:
        return None
    return (days[0][0], max(days[0][0], min(days[-1][1], date(9998, 12, 31)))) if days else None
