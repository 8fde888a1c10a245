"""Scores as lines of text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from evaluation.scoring import Rate, Score

WIDTH = 36


def score_table(scores: Mapping[str, Score]) -> Iterator[str]:
    """A line a name: how many were annotated and predicted, and precision, recall and F1 of found and exact."""
    yield f"{'':{WIDTH}} gold  pred | found P    R    F1 | exact P    R    F1"
    for name, score in scores.items():
        counts = f"{score.gold:5} {score.predicted:5}"
        yield f"{name[:WIDTH]:{WIDTH}}{counts} |    {_figures(score.found)} |    {_figures(score.exact)}"


def fields_right(score: Score) -> str:
    """The share in which each field agrees among what was found, in one line."""
    return "right where found: " + "  ".join(f"{name} {share:.2f}" for name, share in score.fields.items())


def _figures(one: Rate) -> str:
    return f"{one.precision:.2f} {one.recall:.2f} {one.f1:.2f}"


def columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows of equal length as lines; the first column to the left, the others to the right."""
    widths = [max(len(row[c]) for row in rows) for c in range(len(rows[0]))] if rows else []
    for row in rows:
        cells = [
            f"{cell:<{w}}" if c == 0 else f"{cell:>{w}}" for c, (cell, w) in enumerate(zip(row, widths, strict=True))
        ]
        yield "  ".join(cells).rstrip()
