"""Annotated documents -> windows with labels, the form in which the network is trained."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
from evaluation.contract import SHARED, quote_place
from tokenizers import Tokenizer

from dragoman.codebook import codebook
from dragoman.dates import FoundDate
from dragoman.reading.candidates import Entity, Slot
from dragoman.reading.decode import EVENTS, KINDS, STAGES
from dragoman.reading.prepared import Prepared, prepare
from dragoman.reading.windows import MARKS, OWN_STYLE, Window
from dragoman.records import Document
from dragoman.values import FoundValue
from evaluation import scoring
from training.annotated import load_annotated
from training.written import load_written

WRITTEN = Path(__file__).with_name("written")
HELD_OUT = Path(__file__).with_name("held_out.txt")
FOR_CONFIDENCE = Path(__file__).with_name("for_confidence.txt")
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


def of_others(raw: dict[str, Any]) -> bool:
    """Whether the document was not written by us: one of the shared ones, or a press release."""
    return not raw.get("ours") and not raw["id"].startswith(NATURAL)


def divided(raws: Sequence[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Documents to learn from, and those that ``held_out.txt`` keeps out."""
    kept, judging = set(listed(HELD_OUT)), tuple(listed(FOR_CONFIDENCE))
    learn = [raw for raw in raws if raw["id"] not in kept and not raw["id"].startswith(judging)]
    return learn, [raw for raw in raws if raw["id"] in kept]


def for_confidence(raws: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those of ``raws`` that the confidence model is fitted on beside the ones kept out: the network has not seen them
    either, and of them there are more."""
    beginnings = tuple(listed(FOR_CONFIDENCE))
    return [raw for raw in raws if raw["id"].startswith(beginnings)]


def listed(path: Path) -> list[str]:
    """The lines of ``path`` that are no comments."""
    lines = (line.strip() for line in path.read_text("utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


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


def object_place(text: str, wanted: str | None, start: int, end: int) -> tuple[int, int]:
    """The stretch of the quote that shares most with the object (token F1); the whole quote where nothing does."""
    target = scoring.words(wanted)
    words = [(*m.span(), next(iter(scoring.words(m.group())), "")) for m in WORD.finditer(text, start, end)]
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
    held = window.tokens(anchor, anchor + 1)
    if held is None or not window.core[0] <= held[0] < window.core[1]:
        return None
    at = held[0]
    own = window.sentence == window.sentence[at]
    sentence = np.flatnonzero(own)
    low, high = max(int(sentence[0]), window.core[0]), int(sentence[-1]) + 1
    spans = window.spans
    inside = [t for t in range(low, high) if spans[t, 1] > spans[t, 0]]
    ends = [t for t in inside if spans[t, 1] <= object_end and t >= at]
    q_start = next((t for t in inside if spans[t, 0] >= quote[0]), at)
    q_ends = [t for t in inside if spans[t, 1] <= quote[1]]
    return Target(
        at=at,
        kind=KINDS.index(statement["kind"]),
        stage=STAGES.index((statement["kind"], statement["stage"])),
        event=EVENTS.index(statement["event"]) if statement["event"] in EVENTS else 0,
        object_end=ends[-1] if ends else at,
        quote_start=min(q_start, at),
        mark=int(window.marks[at]),
        quote_end=max(q_ends[-1] if q_ends else at, ends[-1] if ends else at),
        entities=acting(example.entities, statement),
        dates=flags(own[s.first] and is_dated(prepared.dates[s.index], statement) for s in example.dates),
        values=flags(own[s.first] and is_counted(prepared.values[s.index], statement) for s in example.values),
    )


def flags(right: Iterable[bool]) -> np.ndarray:
    return np.array([int(one) for one in right], dtype=np.int64)


def acting(entities: Sequence[Entity], statement: dict[str, Any]) -> np.ndarray:
    """[E, 3] 1 for those who are source, target, by."""
    found = np.zeros((len(entities), 3), dtype=np.int64)
    symmetric = codebook().kinds[statement["kind"]].symmetric
    for column, roles in enumerate((["source"], ["target"], ["by"])):
        if symmetric and column < 2:
            roles = ["source", "target"]  # either side's actors are parties
        for actor in (a for role in roles for a in statement[role] or []):
            scores = [scoring.same_actor(actor, entity.actor) for entity in entities]
            top = max(scores, default=0.0)
            if top >= scoring.ONE_WITHOUT_NAME:
                # "USA" beside "USA/Joe Biden" is wrong where the annotation names the one and the window holds it
                found[[row for row, score in enumerate(scores) if score == top], column] = 1
    return found


def is_dated(found: FoundDate, statement: dict[str, Any]) -> bool:
    """Whether the statement has its date or end from ``found``."""
    date, end = statement["date"], statement["end"]
    return (
        bool(date or end)
        and bool(found.date or found.end_date)
        and (scoring.same_date(date, found.date) or not date)
        and (scoring.same_date(end, found.end_date) or not found.end_date)
    )


def is_counted(found: FoundValue, statement: dict[str, Any]) -> bool:
    """Whether the statement has a value of this number; its unit is for the grammar to tell."""
    return scoring.measure(found.number, None) in [scoring.measure(v["number"], None) for v in statement["value"] or ()]


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
