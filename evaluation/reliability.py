"""Whether confidence keeps its word: of what is said with 0.8, are eight in ten right?

"Right" is either *found* or *exact*, as `evaluation.scoring` has them. The expected calibration error is the mean
distance between confidence and share right over the bins, weighted by how many statements each holds (Naeini, Cooper
and Hauskrecht, "Obtaining Well Calibrated Probabilities Using Bayesian Binning", AAAI 2015).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from evaluation.scoring import Pair

BINS = 10
SURE = 0.9
SIDE, MARGIN = 300, 46


@dataclass(frozen=True, slots=True)
class Bin:
    """Statements with a confidence from ``low`` to under ``high``: how many, their mean confidence and share right."""

    low: float
    high: float
    count: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """``sure``: how many have a confidence of `SURE` or more; ``sure_right``: the share of them that is right."""

    bins: tuple[Bin, ...]
    error: float
    sure: int
    sure_right: float


Judged = Sequence[tuple[float, bool]]
"""Confidence and whether the statement is right."""


def judged(pairs: Iterable[Pair], right: Callable[[Pair], bool]) -> Judged:
    """Every predicted statement's confidence with what ``right`` says of its pair."""
    return [(pair.predicted.confidence, right(pair)) for pair in pairs if pair.predicted is not None]


def reliability(statements: Judged) -> Reliability:
    """The curve in `BINS` bins of equal width, and the figures that sum it up. Bins without statements are kept."""
    parts: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for confidence, right in statements:
        parts[min(BINS - 1, max(0, int(confidence * BINS + 1e-9)))].append((confidence, right))
    bins = tuple(
        Bin(i / BINS, (i + 1) / BINS, len(part), _mean([c for c, _ in part]), _mean([float(r) for _, r in part]))
        for i, part in enumerate(parts)
    )
    total = len(statements)
    error = sum(b.count * abs(b.confidence - b.right) for b in bins) / total if total else 0.0
    sure = [float(right) for confidence, right in statements if confidence >= SURE]
    return Reliability(bins, error, len(sure), _mean(sure))


def curves(pairs: Sequence[Pair]) -> dict[str, Reliability]:
    """The reliability of confidence against being found, and against being exact."""
    return {
        "found": reliability(judged(pairs, lambda pair: pair.found)),
        "exact": reliability(judged(pairs, lambda pair: pair.exact)),
    }


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers) if numbers else 0.0


def rows(by_name: dict[str, Reliability]) -> list[list[str]]:
    """The table's rows: a bin each, then the calibration error and what is right at `SURE` or more."""
    names = list(by_name)
    first = next(iter(by_name.values()))
    table = [["confidence", "statements", "mean", *(f"{name} right" for name in names)]]
    for i, one in enumerate(first.bins):
        if one.count:
            shares = [f"{by_name[name].bins[i].right:.2f}" for name in names]
            table.append([f"{one.low:.1f} to {one.high:.1f}", str(one.count), f"{one.confidence:.2f}", *shares])
    table.append(["expected calibration error", "", "", *(f"{by_name[name].error:.3f}" for name in names)])
    sure = [f"{by_name[name].sure_right:.2f}" if first.sure else "-" for name in names]
    table.append([f"{SURE} or more", str(first.sure), "", *sure])
    return table


def svg(by_name: dict[str, Reliability]) -> str:
    """The curves as a drawing: confidence to the right, share right upwards, the diagonal where both agree."""
    size = SIDE + 2 * MARGIN
    parts = [
        f'<svg class="reliability" viewBox="0 0 {size} {size}" width="{size}" height="{size}" role="img" '
        'aria-label="Share right by confidence">',
        *_axes(),
        f'<path class="ideal" d="M{_x(0)} {_y(0)} L{_x(1)} {_y(1)}"/>',
    ]
    for i, (name, one) in enumerate(by_name.items()):
        points = [(b.confidence, b.right, b.count) for b in one.bins if b.count]
        line = " ".join(f"{_x(c)},{_y(r)}" for c, r, _ in points)
        parts.append(f'<polyline class="curve c{i}" points="{line}"/>')
        for confidence, right, count in points:
            radius = 2 + min(6.0, count**0.5 / 3)
            note = f"{name}: {count} statements, mean confidence {confidence:.2f}, right {right:.2f}"
            parts.append(
                f'<circle class="c{i}" cx="{_x(confidence)}" cy="{_y(right)}" r="{radius:.1f}">'
                f"<title>{escape(note)}</title></circle>"
            )
        parts.append(f'<text class="c{i}" x="{_x(0) + 8}" y="{_y(1) + 16 + 16 * i}">{escape(name)}</text>')
    return "\n".join([*parts, "</svg>"])


def _axes() -> Iterator[str]:
    yield f'<rect class="frame" x="{_x(0)}" y="{_y(1)}" width="{SIDE}" height="{SIDE}"/>'
    for tenth in range(0, 11, 2):
        at = tenth / 10
        yield f'<text class="tick" x="{_x(at)}" y="{_y(0) + 16}" text-anchor="middle">{at:.1f}</text>'
        yield f'<text class="tick" x="{_x(0) - 6}" y="{_y(at) + 4}" text-anchor="end">{at:.1f}</text>'
    yield f'<text class="tick" x="{_x(0.5)}" y="{_y(0) + 34}" text-anchor="middle">confidence</text>'
    yield f'<text class="tick" transform="translate(12 {_y(0.5)}) rotate(-90)" text-anchor="middle">share right</text>'


def _x(share: float) -> float:
    return round(MARGIN + share * SIDE, 1)


def _y(share: float) -> float:
    return round(MARGIN + (1 - share) * SIDE, 1)
