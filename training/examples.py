"""Annotated documents -> windows with labels, the form in which the network is trained."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
from evaluation.contract import SHARED, scorer
from tokenizers import Tokenizer

from dragoman.codebook import codebook
from dragoman.reading.candidates import Entity, Slot
from dragoman.reading.decode import EVENTS, KINDS, STAGES
from dragoman.reading.prepared import Prepared, prepare
from dragoman.reading.windows import MARKS, OWN_STYLE, Window
from dragoman.records import Document
from training.annotated import load_annotated
from training.written import load_written

WRITTEN = Path(__file__).with_name("written")
HELD_OUT = Path(__file__).with_name("held_out.txt")
NATURAL = "natural-"
"""So begin the ids of written documents that keep to the density and the objects of the shared annotations, and
therefore carry no mark of our own style."""
WORD = re.compile(r"[^\W_]+")


@dataclass
class Target:
    """The labels of one statement in one window."""

    at: int
    kind: int
    stage: int
    event: int
    object_end: int
    quote_start: int
    quote_end: int
    mark: int
    """Where its sentence begins: there the network says which kinds the sentence states."""
    entities: np.ndarray
    """[E, 3] 1/0 for source, target, by."""
    dates: np.ndarray
    values: np.ndarray


@dataclass
class Example:
    window: Window
    entities: list[Entity]
    dates: list[Slot]
    values: list[Slot]
    targets: list[Target] = field(default_factory=list)
    shown: float = 1.0
    """How often an epoch shows it on average."""


def training_documents(*, shared: bool = True, written: bool = True) -> list[dict[str, Any]]:
    """Annotated documents: those of ``shared/training`` where they are at hand, press releases that we annotated, and
    those that we wrote ourselves. The first are the only ones that the contract's annotators made and are shown most
    often, those in a style of our own least."""
    path = SHARED / "training" / "documents.jsonl"
    lines = path.read_text("utf-8").splitlines() if shared and path.exists() else []
    found = [json.loads(line) | {"shown": 2} for line in lines]
    annotated = load_annotated() if shared else []
    ours = load_written(WRITTEN) if written else []
    natural = [raw for raw in ours if raw["id"].startswith(NATURAL)]
    others = [raw | {"ours": True, "shown": 1 / 3} for raw in ours if not raw["id"].startswith(NATURAL)]
    return found + annotated + natural + others


def divided(raws: Sequence[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Documents to learn from, and those that ``held_out.txt`` keeps out."""
    lines = HELD_OUT.read_text("utf-8").splitlines()
    kept = {line.strip() for line in lines if line.strip() and not line.startswith("#")}
    return [raw for raw in raws if raw["id"] not in kept], [raw for raw in raws if raw["id"] in kept]


def examples(document: Document, statements: Sequence[dict[str, Any]], prepared: Prepared) -> list[Example]:
    """The windows of ``prepared`` with the labels that ``statements`` give."""
    made = [Example(view.window, view.entities, view.dates, view.values) for view in prepared.views]
    for statement in statements:
        place = quote_place(document.text, statement["quote"])
        if place is None:
            continue
        anchor, end = object_place(document.text, statement["object"], *place)
        for example in made:
            target = label(example, statement, prepared, anchor, end, place)
            if target is not None:
                if all((t.at, t.kind, t.stage) != (target.at, target.kind, target.stage) for t in example.targets):
                    example.targets.append(target)
                break
    return made


def quote_place(text: str, quote: str) -> tuple[int, int] | None:
    """The first place where ``quote`` stands, white space apart."""
    match = re.search(r"\s+".join(map(re.escape, quote.split())), text)
    return (match.start(), match.end()) if match else None


def object_place(text: str, wanted: str | None, start: int, end: int) -> tuple[int, int]:
    """The stretch of the quote that shares most with the object (token F1); the whole quote where nothing does."""
    judge = scorer()
    target = set(judge.words(wanted))
    words = [(m.start(), m.end(), (judge.words(m.group()) or [""])[0]) for m in WORD.finditer(text, start, end)]
    best, place = 0.0, (words[0][0] if words else start, end)
    for i, (a, _, first) in enumerate(words):
        if first not in target or not first:
            continue
        seen: set[str] = set()
        for _, b, word in words[i : i + 45]:
            if word:
                seen.add(word)
            if word in target:
                f1 = 2 * len(seen & target) / (len(seen) + len(target))
                if f1 > best + 1e-9:
                    best, place = f1, (a, b)
    return place


def label(
    example: Example,
    statement: dict[str, Any],
    prepared: Prepared,
    anchor: int,
    object_end: int,
    quote: tuple[int, int],
) -> Target | None:
    """Labels of ``statement`` in this window; None where its anchor is not in the window's core."""
    window = example.window
    ranges = [r for r in window.tokens(anchor, anchor + 1) if window.core[0] <= r[0] < window.core[1]]
    if not ranges:
        return None
    at = ranges[0][0]
    sentence = np.flatnonzero(window.sentence == window.sentence[at])
    low, high = max(int(sentence[0]), window.core[0]), int(sentence[-1]) + 1
    spans = window.spans
    inside = [t for t in range(low, high) if spans[t, 1] > spans[t, 0]]
    ends = [t for t in inside if spans[t, 1] <= object_end and t >= at]
    q_start = next((t for t in inside if spans[t, 0] >= quote[0]), at)
    q_ends = [t for t in inside if spans[t, 1] <= quote[1]]
    judge = scorer()
    kind = statement["kind"]
    entities = np.zeros((len(example.entities), 3), dtype=np.int64)
    symmetric = codebook().kinds[kind].symmetric
    for column, roles in enumerate((["source"], ["target"], ["by"])):
        if symmetric and column < 2:
            roles = ["source", "target"]  # either side's actors are parties
        for actor in (a for role in roles for a in statement[role] or []):
            scores = [judge.actor_score(actor, entity.actor) for entity in example.entities]
            top = max(scores, default=0.0)
            if top >= 0.8:
                # "USA" beside "USA/Joe Biden" is wrong where the annotation names the one and the window holds it
                entities[[row for row, score in enumerate(scores) if score == top], column] = 1
    found_dates = [prepared.dates[slot.index] for slot in example.dates]
    dates = np.array(
        [
            int(
                bool(statement["date"] or statement["end"])
                and (judge.same_date(statement["date"], d.date) or not statement["date"])
                and (judge.same_date(statement["end"], d.end_date) or not d.end_date)
                and bool(d.date or d.end_date)
                and window.sentence[slot.first] == window.sentence[at]
            )
            for d, slot in zip(found_dates, example.dates, strict=True)
        ],
        dtype=np.int64,
    )
    wanted = {
        (round(float(v["number"]), 6), str(v.get("unit") or "").lower().rstrip("s")) for v in statement["value"] or []
    }
    numbers = {n for n, _ in wanted}
    values = np.array(
        [
            int(round(v.number, 6) in numbers and window.sentence[slot.first] == window.sentence[at])
            for slot in example.values
            for v in (prepared.values[slot.index],)
        ],
        dtype=np.int64,
    )
    return Target(
        at=at,
        kind=KINDS.index(kind),
        stage=STAGES.index((kind, statement["stage"])),
        event=EVENTS.index(statement["event"]) if statement["event"] in EVENTS else 0,
        object_end=ends[-1] if ends else at,
        quote_start=min(q_start, at),
        mark=int(window.marks[at]),
        quote_end=max(q_ends[-1] if q_ends else at, ends[-1] if ends else at),
        entities=entities,
        dates=dates,
        values=values,
    )


def as_document(raw: dict[str, Any]) -> Document:
    from dragoman.documents import document_from_text

    return document_from_text(
        raw["text"],
        title=raw.get("title"),
        publisher=raw.get("publisher"),
        date=raw.get("date"),
        language=raw.get("language"),
        stem=raw["id"],
    )


def build(raws: Iterable[dict[str, Any]], tokenizer: Tokenizer) -> list[tuple[str, list[Example]]]:
    """Documents as (id, examples), ready to train on."""
    built = []
    for raw in raws:
        document = as_document(raw)
        made = examples(document, raw["statements"], prepare(document, tokenizer))
        if raw.get("ours"):
            made = [replace(example, window=in_own_style(example.window)) for example in made]
        for example in made:
            example.shown = raw.get("shown", 1)
        built.append((raw["id"], made))
    return built


def in_own_style(window: Window) -> Window:
    """The same with the mark of documents that we wrote ourselves."""
    return replace(window, ids=np.where(window.ids == MARKS["publisher"], OWN_STYLE, window.ids))
