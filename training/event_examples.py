"""Written pairs and annotated statements -> what the event classifier is trained on."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from evaluation.contract import quote_place
from numpy.typing import NDArray
from tokenizers import Tokenizer

from dragoman.actors.directory import directory, owner_of
from dragoman.actors.linking import Mention, linked_mentions, within
from dragoman.events.marking import Marked, mark
from dragoman.events.records import Pair, Span
from dragoman.records import Document
from dragoman.segment import Sentence, sentences
from training.event_names import LABELS
from training.events_check import NONE, WRITTEN, Row, read_rows
from training.examples import as_document

UNKNOWN = -1
EVENT_INDEX = {event or NONE: index for index, event in enumerate(LABELS.events)}
MODE_INDEX = {mode: index for index, mode in enumerate(LABELS.modes)}
MOST_OF_A_TYPE, MOST_WITHOUT = 150, 900
"""Pairs from documents of one type, and of none: half of all are SUPPORT, and that a pair has no event is inferred."""


@dataclass(frozen=True)
class Example:
    """``event`` and ``mode`` index `LABELS`, `UNKNOWN` where none is to be learnt; ``contexts`` likewise are indices,
    null where none are to be learnt. ``taught``: what a teacher says, as logits."""

    pair: Pair
    marked: Marked
    event: int
    mode: int
    contexts: tuple[int, ...] | None
    weight: float
    origin: str
    taught: NDArray[np.float32] | None = None


def written_rows(folder: Path = WRITTEN) -> list[Row]:
    """All good rows of the written files, in the order of the files' names."""
    return [row for path in sorted(folder.glob("*.tsv")) for row in read_rows(path)[0]]


def written_example(row: Row, tokenizer: Tokenizer) -> Example:
    pair = Pair(row.id, row.sentence, Span(*row.source), Span(*row.target))
    mode = MODE_INDEX.get((row.event, row.mode or None), UNKNOWN)
    contexts = tuple(sorted(LABELS.contexts.index(context) for context in row.contexts))
    learnt = contexts if row.event != NONE or contexts else None
    return Example(pair, mark(pair, tokenizer), EVENT_INDEX[row.event], mode, learnt, 1.0, row.file)


def kept_out(rows: Sequence[Row], every: int = 10) -> tuple[list[Row], list[Row]]:
    """Rows to learn from and those kept out: one sentence in ``every``, with all its rows, whatever the order."""
    from zlib import crc32

    out = [crc32(row.sentence.encode()) % every == 0 for row in rows]
    return [r for r, o in zip(rows, out, strict=True) if not o], [r for r, o in zip(rows, out, strict=True) if o]


def document_examples(raws: Iterable[dict[str, Any]], tokenizer: Tokenizer, seed: int) -> list[Example]:
    """Pairs of linked actors in annotated documents: with the event of their statement, or with none."""
    with_event: list[tuple[Pair, str]] = []
    without: list[Pair] = []
    for raw in raws:
        events, quiet = document_pairs(raw)
        with_event += events
        without += quiet
    labelled = with_event + [(pair, NONE) for pair in without]
    random.Random(seed).shuffle(labelled)
    taken: Counter[str] = Counter()
    kept = []
    for pair, event in labelled:
        taken[event] += 1
        if taken[event] <= (MOST_WITHOUT if event == NONE else MOST_OF_A_TYPE):
            kept.append((pair, event))
    return [
        Example(pair, mark(pair, tokenizer), EVENT_INDEX[event], UNKNOWN, None, 0.5, "documents")
        for pair, event in kept
    ]


def unannotated_examples(raws: Iterable[dict[str, Any]], tokenizer: Tokenizer, most: int = 2) -> list[Example]:
    """Pairs of linked actors of different codes in documents, at most ``most`` a sentence: for a teacher to answer."""
    found = []
    for raw in raws:
        document, draw = as_document(raw), random.Random(raw["id"])
        for uid, sentence, inside in sentences_with_actors(document):
            apart = [(a, b) for a in inside for b in inside if a is not b and not codes(a) & codes(b)]
            for source, target in draw.sample(apart, min(most, len(apart))):
                spans = relative(source, sentence.start), relative(target, sentence.start)
                pair = Pair(uid, document.text[sentence.start : sentence.end], *spans)
                found.append(Example(pair, mark(pair, tokenizer), UNKNOWN, UNKNOWN, None, 1.0, "unannotated"))
    return found


def sentences_with_actors(document: Document) -> Iterator[tuple[str, Sentence, list[Mention]]]:
    """An id, and the linked actors in the order of the text, of each sentence."""
    mentions = [m for m in linked_mentions(document, directory()) if m.actors and m.head]
    for number, sentence in enumerate(sentences(document.text, document.blocks)):
        inside = sorted(within(mentions, sentence.start, sentence.end), key=lambda m: m.start)
        yield f"{document.stem}-{number}", sentence, inside


def codes(mention: Mention) -> set[str]:
    return {owner_of(actor) for actor in mention.actors}


def document_pairs(raw: dict[str, Any]) -> tuple[list[tuple[Pair, str]], list[Pair]]:
    """Of one document: the pairs whose statement has an event, and one pair a sentence that no statement has an event
    for."""
    document = as_document(raw)
    found: list[tuple[Pair, str]] = []
    quiet: list[Pair] = []
    stated = [(quote_place(document.text, s["quote"]), s) for s in raw["statements"]]
    for uid, sentence, inside in sentences_with_actors(document):
        here = [s for place, s in stated if place and place[0] < sentence.end and place[1] > sentence.start]
        asked: dict[tuple[Span, Span], set[str]] = {}
        for statement in here:
            source, target = first(inside, statement["source"]), first(inside, statement["target"])
            if statement["event"] in EVENT_INDEX and source and target and source is not target:
                spans = (relative(source, sentence.start), relative(target, sentence.start))
                asked.setdefault(spans, set()).add(statement["event"])
        words = document.text[sentence.start : sentence.end]
        for (source_span, target_span), events in asked.items():
            if len(events) == 1:  # a pair with two events would teach neither
                found.append((Pair(uid, words, source_span, target_span), *events))
        told = [(set(s["source"] or ()), set(s["target"] or ())) for s in here if s["event"]]
        apart = [(a, b) for a in inside for b in inside if a is not b and not linked_by(told, a, b)]
        if apart:
            a, b = random.Random(uid).choice(apart)
            quiet.append(Pair(uid, words, relative(a, sentence.start), relative(b, sentence.start)))
    return found, quiet


def linked_by(told: Sequence[tuple[set[str], set[str]]], a: Mention, b: Mention) -> bool:
    """Whether both are of one code, or are on the two sides of a statement, whichever way."""
    one, other = codes(a), codes(b)
    sides = [({owner_of(s) for s in source}, {owner_of(t) for t in target}) for source, target in told]
    return bool(one & other) or any((one & s and other & t) or (one & t and other & s) for s, t in sides)


def first(mentions: Sequence[Mention], wanted: Sequence[str] | None) -> Mention | None:
    """The first mention of one of the actors ``wanted``, the statement's first actor before its others."""
    for actor in wanted or ():
        for mention in mentions:
            if actor in (*mention.actors, *mention.others):
                return mention
    return None


def relative(mention: Mention, start: int) -> Span:
    return Span(mention.start - start, mention.end - start)


def described(examples: Sequence[Example]) -> str:
    origins = Counter(example.origin for example in examples)
    events = Counter(LABELS.events[example.event] or NONE for example in examples)
    return f"{len(examples)} examples; {dict(sorted(origins.items()))}; {dict(events.most_common())}"
