"""One HTML page with the text of every annotated document and, in their places, hits, misses and spurious statements.

It needs nothing beside itself: style and script stand in it. Everything that comes from a document is escaped.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from pathlib import Path
from string import Template
from typing import Literal

from dragoman.codebook import codebook
from dragoman.records import Document, Statement
from evaluation import error_kinds, reliability, scoring
from evaluation.contract import quote_place
from evaluation.gold import Measured
from evaluation.scoring import Pair

TEMPLATE = Path(__file__).with_name("errors_page.html")
Outcome = Literal["exact", "found", "missed", "spurious"]
OUTCOMES: tuple[Outcome, ...] = ("exact", "found", "missed", "spurious")
SHOWN = ("kind", "stage", "source", "target", "object", "date", "end", "value", "by", "event", "quote")
JUDGED_AS = {"source": "who", "target": "who"}
"""Fields of a statement that the scorer judges under another name; `object` and `quote` need not be equal."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One annotated or predicted statement, or a pair of them, at its place in the text."""

    number: int
    start: int
    end: int
    outcome: Outcome
    pair: Pair
    reason: str

    @property
    def kind(self) -> str:
        return self.pair.statement.kind

    @property
    def wrong(self) -> tuple[str, ...]:
        """The fields that do not agree, in a pair."""
        return tuple(name for name, same in self.pair.agrees if not same)


def page(sets: Sequence[Measured]) -> str:
    """The whole page."""
    body = "\n".join(line for measured in sets for line in _set(measured))
    kinds = list(codebook().kinds)
    hues = [f".k-{kind}{{--hue:{round(i * 360 / len(kinds))}}}" for i, kind in enumerate(kinds)]
    return Template(TEMPLATE.read_text("utf-8")).substitute(
        hues="\n".join(hues),
        kinds="".join(_button("kind", kind, f"k-{kind}") for kind in kinds),
        outcomes="".join(_button("outcome", outcome, f"o-{outcome}") for outcome in OUTCOMES),
        documents="".join(_links(sets)),
        body=body,
    )


def _button(group: str, name: str, style: str) -> str:
    return f'<button type="button" aria-pressed="true" class="{style}" data-{group}="{name}">{name}</button>'


def _links(sets: Sequence[Measured]) -> Iterator[str]:
    for measured in sets:
        for document in measured.gold.documents:
            yield f'<a href="#{_anchor(measured, document)}">{escape(document.stem)}</a>\n'


def _anchor(measured: Measured, document: Document) -> str:
    return escape(f"{measured.gold.name}-{document.stem}", quote=True)


def _set(measured: Measured) -> Iterator[str]:
    reasons = error_kinds.errors(measured.pairs)
    yield f"<section><h2>{escape(measured.gold.name)}, read by {escape(measured.reader)}</h2>"
    yield f'<div class="figures">{_table(error_kinds.error_rows(reasons), error_kinds.SAYS)}'
    curves = reliability.curves(measured.pairs)
    yield f"{reliability.svg(curves)}{_table(reliability.rows(curves))}</div>"
    said: dict[int, str] = {id(error.statement): error.reason for error in reasons}
    for document in measured.gold.documents:
        pairs = measured.only([document.stem])
        yield from _document(_anchor(measured, document), document, pairs, marks(document, pairs, said))
    yield "</section>"


def _table(rows: Sequence[Sequence[str]], titles: Mapping[str, str] | None = None) -> str:
    head = "".join(f"<th>{escape(cell)}</th>" for cell in rows[0])
    lines = []
    for row in rows[1:]:
        title = f' title="{escape((titles or {}).get(row[0], ""))}"'
        lines.append(f"<tr{title}>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>")
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(lines)}</tbody></table>"


def marks(document: Document, pairs: Sequence[Pair], reasons: dict[int, str]) -> list[Mark]:
    """A mark for every pair, in the order of the text. ``reasons``: id of a statement -> why it is in error.

    A statement whose quote does not stand in the text is put at its beginning.
    """
    beginning = len(document.text) - len(document.text.lstrip())
    placed = []
    for pair in pairs:
        one = pair.predicted or pair.statement
        read = (one.start, one.end) if pair.predicted is not None else None
        span = read or quote_place(document.text, one.quote) or (beginning, beginning)
        placed.append((span, _outcome(pair), pair, reasons.get(id(one), "")))
    placed.sort(key=lambda p: (p[0], OUTCOMES.index(p[1])))
    return [Mark(n, *span, outcome, pair, why) for n, (span, outcome, pair, why) in enumerate(placed)]


def _outcome(pair: Pair) -> Outcome:
    if pair.found:
        return "exact" if pair.exact else "found"
    return "missed" if pair.gold is not None else "spurious"


def _document(anchor: str, document: Document, pairs: Sequence[Pair], found: Sequence[Mark]) -> Iterator[str]:
    score = scoring.score(pairs)
    counts = f"annotated {score.gold}, read {score.predicted}"
    figures = f"found F1 {score.found.f1:.2f}, exact F1 {score.exact.f1:.2f}; {counts}"
    title = escape(document.title.value or document.stem)
    yield f'<article id="{anchor}"><h3>{escape(document.stem)}</h3><p class="about">{title}; {figures}</p>'
    for start, end in paragraphs(document.text):
        here = [mark for mark in found if mark.start < end and max(mark.end, mark.start + 1) > start]
        own = [mark for mark in here if mark.start >= start]
        text = "".join(segments(document.text, start, end, here))
        cards = "".join(card(mark) for mark in own)
        yield f'<div class="row"><p>{text}</p><div class="cards">{cards}</div></div>'
    yield "</article>"


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The lines of ``text`` that are not blank; the first one begins at 0."""
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield start, start + len(line)
        start += len(line)


def segments(text: str, start: int, end: int, here: Sequence[Mark]) -> Iterator[str]:
    """``text[start:end]`` cut wherever a mark begins or ends; each piece carries the numbers of its marks."""
    cuts = sorted({start, end, *(c for m in here for c in (m.start, m.end) if start < c < end)})
    for low, high in pairwise(cuts):
        inside = [mark for mark in here if mark.start <= low and mark.end >= high and mark.end > mark.start]
        piece = escape(text[low:high])
        if not inside:
            yield piece
            continue
        numbers = " ".join(str(mark.number) for mark in inside)
        style = f"k-{inside[0].kind} o-{inside[0].outcome}"
        yield f'<mark class="{style}" data-marks="{numbers}">{piece}</mark>'


def card(mark: Mark) -> str:
    """A statement's fields beside each other: as annotated, and as read."""
    gold, predicted = mark.pair.gold, mark.pair.predicted
    note = f"wrong: {', '.join(mark.wrong)}" if mark.wrong else mark.reason
    if predicted is not None:
        note = f"{note} · {predicted.confidence:.2f}".lstrip(" ·")
    rows = "".join(_field(name, gold, predicted, mark) for name in SHOWN)
    why = f'<p class="why">{escape(predicted.rule)}: {escape(predicted.reason)}</p>' if predicted else ""
    return (
        f'<details class="card k-{mark.kind} o-{mark.outcome}" data-number="{mark.number}" data-kind="{mark.kind}" '
        f'data-outcome="{mark.outcome}"><summary><b>{mark.outcome}</b> {escape(mark.kind)} '
        f"{escape(_line(mark))} <i>{escape(note)}</i></summary>"
        f"<table><thead><tr><th></th><th>annotated</th><th>read</th></tr></thead><tbody>{rows}</tbody></table>{why}</details>"
    )


def _line(mark: Mark) -> str:
    one = mark.pair.statement
    who = " → ".join(filter(None, (", ".join(one.source), ", ".join(one.target))))
    return f"{one.stage}: {who}" + (f" | {one.object}" if one.object else "")


def _field(name: str, gold: Statement | None, predicted: Statement | None, mark: Mark) -> str:
    cells = [_shown(statement, name) for statement in (gold, predicted)]
    if not any(cells):
        return ""
    style = ' class="wrong"' if JUDGED_AS.get(name, name) in mark.wrong else ""
    return f"<tr{style}><th>{name}</th>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>"


def _shown(statement: Statement | None, name: str) -> str:
    if statement is None:
        return ""
    value = statement.contract()[name]
    if name == "value":
        return "; ".join(json.dumps(v, ensure_ascii=False) for v in value or ())
    return ", ".join(value) if isinstance(value, list) else value or ""
