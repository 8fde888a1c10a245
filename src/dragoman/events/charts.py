"""Charts as SVG text for the report: stacked columns over time, bars, a matrix. Every mark has a title to read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

WIDTH = 880
COLOURS = {
    "verbal cooperation": "#7fb3d5",
    "material cooperation": "#1f5f99",
    "verbal conflict": "#f2b27e",
    "material conflict": "#c0392b",
}
PLAIN = "#5b7083"
TICKS, WIDEST = 12, 60.0


def short(words: str, most: int) -> str:
    """``words`` as far as there is room for them."""
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def svg(width: int, height: int, label: str, marks: Sequence[str]) -> str:
    """A drawing that scales with the page and tells a screen reader what it shows."""
    inside = "".join(marks)
    return f'<svg viewBox="0 0 {width} {height}" role="img" aria-label="{escape(label)}">{inside}</svg>'


def text(x: float, y: float, words: str, anchor: str = "start", kind: str = "") -> str:
    shown = f' class="{kind}"' if kind else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{shown}>{escape(words)}</text>'


def box(x: float, y: float, width: float, height: float, colour: str, title: str) -> str:
    size = f'width="{max(width, 0.5):.1f}" height="{max(height, 0):.1f}"'
    return f'<rect x="{x:.1f}" y="{y:.1f}" {size} fill="{colour}"><title>{escape(title)}</title></rect>'


def rounded_up(value: float) -> int:
    """The next of 1, 2, 5, 10, 20, 50 ... for the end of a scale."""
    step = 1
    while True:
        for factor in (1, 2, 5):
            if step * factor >= value:
                return step * factor
        step *= 10


def columns(label: str, names: Sequence[str], parts: Mapping[str, Sequence[int]], height: int = 240) -> str:
    """Stacked columns: one for each name, ``parts`` from bottom to top."""
    left, bottom, top = 56, height - 34, 10
    totals = [sum(part[i] for part in parts.values()) for i in range(len(names))]
    scale = rounded_up(max(totals, default=1) or 1)
    step = min(WIDEST, (WIDTH - left - 10) / max(len(names), 1))
    marks = [text(left - 6, bottom + 4, "0", "end"), text(left - 6, top + 10, f"{scale:,}", "end")]
    marks.append(f'<path d="M{left} {top}V{bottom}H{WIDTH - 10}" fill="none" stroke="currentColor" opacity=".4"/>')
    every = max(1, -(-len(names) // TICKS))
    for i, name in enumerate(names):
        floor = float(bottom)
        for part, values in parts.items():
            if values[i]:
                size = values[i] / scale * (bottom - top)
                floor -= size
                said = f"{name}: {values[i]:,} {part}"
                marks.append(box(left + i * step, floor, step * 0.86, size, COLOURS.get(part, PLAIN), said))
        if i % every == 0:
            marks.append(text(left + (i + 0.43) * step, bottom + 18, name, "middle"))
    return svg(WIDTH, height, label, marks)


def bars(label: str, rows: Sequence[tuple[str, int, str]], left: int = 190) -> str:
    """Bars from left to right: name, count, colour."""
    scale = max((count for _, count, _ in rows), default=1) or 1
    marks = []
    for i, (name, count, colour) in enumerate(rows):
        y, size = i * 24, count / scale * (WIDTH - left - 80)
        marks += [
            text(left - 8, y + 16, short(name, left // 7), "end"),
            box(left, y + 3, size, 17, colour, f"{name}: {count:,}"),
        ]
        marks.append(text(left + size + 6, y + 16, f"{count:,}"))
    return svg(WIDTH, max(24, len(rows) * 24), label, marks)


def matrix(
    label: str, rows: Sequence[str], cols: Sequence[str], cells: Mapping[tuple[str, str], tuple[int, float]]
) -> str:
    """Who does how much to whom: size of the square is the number, colour the mean intensity (red to blue)."""
    left, top, side = 70, 60, min(40.0, (WIDTH - 80) / max(len(cols), 1))
    most = max((count for count, _ in cells.values()), default=1) or 1
    marks = [text(left - 8, top + (i + 0.65) * side, short(name, 9), "end") for i, name in enumerate(rows)]
    for j, name in enumerate(cols):
        x = left + (j + 0.6) * side
        marks.append(f'<g transform="rotate(-60 {x:.1f} {top - 6})">{text(x, top - 6, short(name, 9))}</g>')
    for i, row in enumerate(rows):
        for j, col in enumerate(cols):
            count, mean = cells.get((row, col), (0, 0.0))
            if count:
                size = side * 0.9 * (count / most) ** 0.5
                x, y = left + j * side + (side - size) / 2, top + i * side + (side - size) / 2
                said = f"{row} to {col}: {count:,} events, mean intensity {mean:+.1f}"
                marks.append(box(x, y, size, size, shade(mean), said))
    frame = f'<path d="M{left} {top}h{side * len(cols):.1f}v{side * len(rows):.1f}h{-side * len(cols):.1f}z"'
    marks.append(f'{frame} fill="none" stroke="currentColor" opacity=".3"/>')
    return svg(WIDTH, int(top + side * len(rows) + 10), label, marks)


def shade(intensity: float) -> str:
    """From red at -10 over grey to blue at 10."""
    share = max(-1.0, min(1.0, intensity / 10))
    end = (31, 95, 153) if share > 0 else (192, 57, 43)
    mixed = (round(176 + (part - 176) * abs(share)) for part in end)
    return "#" + "".join(f"{part:02x}" for part in mixed)
