"""A drawn line of facts over time: where each stands, as numbers for an SVG. The table behind it has the same facts.

Lanes are stages, or parties where they went through the stages at different times.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman import edtf
from dragoman.actors.directory import owner_of
from dragoman.codebook import codebook
from dragoman.errors import InvalidRecord
from dragoman.queries import FactLine
from dragoman.web.pictures.shapes import label_of

WIDTH, LEFT, LANE, TOP = 900, 130, 26, 30
MOST_LANES = 30  # parties that have a lane of their own
SHARED = "all"
_RIGHT = 20
_LEFT_OF_PARTIES = 180
_ROW, _ROWS = 17, 6  # height of a row in a party's lane; rows of one lane
_LONGEST = 25  # letters of a lane's label
_LETTER = 6.6  # width of a letter of the drawing's 12 px, on average and rounded up

_Dated = tuple[FactLine, tuple[date, date]]
_At = Callable[[date], float]


@dataclass(frozen=True, slots=True)
class Tick:
    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Lane:
    """``y`` is the middle of its label; ``top`` is null where no line parts it from the lane above."""

    y: int
    label: str
    top: int | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A fact from ``x`` to ``until``; ``point`` where its dates are known to the day or it is too short to be seen.

    ``label`` is written to the right of it, or before it where ``before`` is set; it may be empty.
    """

    x: float
    until: float
    y: int
    line: FactLine
    point: bool
    label: str = ""
    before: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """``kinds`` in the codebook's order; ``left_out`` counts parties that have no lane."""

    height: int
    ticks: tuple[Tick, ...]
    lanes: tuple[Lane, ...]
    marks: tuple[Mark, ...]
    kinds: tuple[str, ...]
    left: int = LEFT
    left_out: int = 0
    by_party: bool = False
    width: int = WIDTH


def drawing(facts: Sequence[FactLine]) -> Drawing | None:
    """The dated facts on lanes by stage, in the codebook's order; null where there are not two of them: a line of one
    shows nothing that its row in the table does not say."""
    dated = _dated(facts)
    if len(dated) < 2:
        return None
    at, ticks = _axis(dated, LEFT)
    present = {(line.best.statement.kind, line.best.statement.stage) for line, _ in dated}
    stages = [(k.name, s) for k in codebook().kinds.values() for s in k.stages if (k.name, s) in present]
    row = {pair: TOP + i * LANE + LANE // 2 for i, pair in enumerate(stages)}
    marks = tuple(
        _mark(line, span, at, row[line.best.statement.kind, line.best.statement.stage]) for line, span in dated
    )
    lanes = tuple(Lane(row[pair], pair[1]) for pair in stages)
    return Drawing(TOP + len(stages) * LANE + 10, ticks, lanes, marks, _kinds(dated))


def party_drawing(facts: Sequence[FactLine]) -> Drawing | None:
    """The dated facts on a lane for each party, with their stages written beside them.

    A lane above these has what names all of the parties or none. Who is named by every fact has no lane where at least
    two others have: an organisation that made one agreement with each of several states. Where all facts name the same
    parties, lanes are stages (`drawing`). Of more than `MOST_LANES` parties those with most facts have lanes. Null as
    there.
    """
    dated = _dated(facts)
    sides = [_sides(line) for line, _ in dated]
    counts = Counter(side for named in sides for side in sorted(named))
    apart = {side for side, n in counts.items() if n < len(dated)}
    wanted = apart if len(apart) > 1 else set(counts)
    kept = sorted(wanted, key=lambda side: (-counts[side], side))[:MOST_LANES]
    shared = [one for one, named in zip(dated, sides, strict=True) if not named & wanted or named >= wanted]
    by_party = [
        (_short(label_of(side)), own)
        for side in kept
        if (own := [d for d, named in zip(dated, sides, strict=True) if side in named and not named >= wanted])
    ]
    if len(dated) < 2 or not by_party:
        return drawing(facts)
    by_party.sort(key=lambda lane: (min(span[0] for _, span in lane[1]), lane[0]))
    at, ticks = _axis(dated, _LEFT_OF_PARTIES)
    top, lanes, marks = TOP, [], []
    for label, members in [(SHARED, shared), *by_party] if shared else by_party:
        rows, placed = _placed(members, at, top)
        lanes.append(Lane(top + 4 + _ROW // 2, label, top))
        marks += placed
        top += rows * _ROW + 8
    left_out = len(wanted) - len(kept)
    return Drawing(top + 6, ticks, tuple(lanes), tuple(marks), _kinds(dated), _LEFT_OF_PARTIES, left_out, by_party=True)


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"


def _sides(line: FactLine) -> set[str]:
    """The states and organisations that take part, each with its bodies and people; who serves none stands alone."""
    said = line.best.statement
    return {owner_of(actor) for actor in (*said.source, *said.target)}


def _placed(members: Sequence[_Dated], at: _At, top: int) -> tuple[int, list[Mark]]:
    """The marks of one lane, in rows where no label touches another mark, and how many rows they take."""
    ends: list[float] = []
    marks = []
    for line, span in sorted(members, key=lambda d: (d[1], d[0].number)):
        label = f"{line.best.statement.stage} {span[0].year}"
        bare = _mark(line, span, at, 0)
        begin, end, words = bare.x - 8, bare.until + 8, len(label) * _LETTER
        before = end + words > WIDTH and begin - words > _LEFT_OF_PARTIES
        begin, end = (begin - words, end) if before else (begin, end + words)
        row = next((i for i, taken in enumerate(ends) if taken <= begin), len(ends))
        if row == _ROWS:  # no row is free: the mark stands bare in the last
            row, label, end = _ROWS - 1, "", ends[-1]
        ends[row:] = [end, *ends[row + 1 :]]
        y = top + 4 + row * _ROW + _ROW // 2
        marks.append(Mark(bare.x, bare.until, y, line, bare.point, label, before))
    return len(ends), marks


def _mark(line: FactLine, span: tuple[date, date], at: _At, y: int) -> Mark:
    x, until = at(span[0]), at(span[1])
    return Mark(x, max(until, x), y, line, until - x < 6)


def _axis(dated: Sequence[_Dated], left: int) -> tuple[_At, tuple[Tick, ...]]:
    """Where a day stands between ``left`` and the right edge, and the years that are written above."""
    first, last = min(s[0] for _, s in dated), max(s[1] for _, s in dated)
    begin, end = date(first.year, 1, 1).toordinal(), date(min(last.year + 1, 9999), 1, 1).toordinal()
    scale = (WIDTH - left - _RIGHT) / max(1, end - begin)

    def at(day: date) -> float:
        return round(left + (day.toordinal() - begin) * scale, 1)

    years = range(first.year, last.year + 2)
    every = next(n for n in (1, 2, 5, 10, 20, 50, 100, 500, 1000, 10_000) if len(years) / n <= 14)
    return at, tuple(Tick(at(date(y, 1, 1)), str(y)) for y in years if y % every == 0 and y <= 9999)


def _kinds(dated: Sequence[_Dated]) -> tuple[str, ...]:
    present = {line.best.statement.kind for line, _ in dated}
    return tuple(kind for kind in codebook().kinds if kind in present)


def _dated(facts: Sequence[FactLine]) -> list[_Dated]:
    return [(line, span) for line in facts if (span := _span(line)) is not None]


def _span(line: FactLine) -> tuple[date, date] | None:
    said = line.best.statement
    try:
        days = [edtf.interval(text) for text in (said.date, said.end_date) if text]
    except InvalidRecord:
        return None
    return (days[0][0], max(days[0][0], min(days[-1][1], date(9998, 12, 31)))) if days else None
