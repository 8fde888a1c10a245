"""A large network teaches the small one that ships: what it says of every window, text without annotation too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from dragoman.reading.candidates import Places, places
from dragoman.reading.decode import STAGES_OF
from training.examples import Example, Target
from training.losses import POSSIBLE, Said
from training.packed import Batch, Packed, Statement, Taught, collated, pack, statement
from training.train import MARKED, Network

SHARE = 0.5
"""The teacher's say where there is an annotation; the rest is the annotation's."""
SURE = 0.3
"""From this probability on, the teacher's own anchors are learnt in text without annotation."""
NEIGHBOURS = 2
"""Of the tokens so near to each other only the likeliest is an anchor of a kind."""
AT_ONCE = 96


def taught(teacher: Network, windows: Sequence[Packed], share: float = SHARE) -> Iterator[Packed]:
    """``windows`` with what ``teacher`` says of them and of their statements."""
    for chosen, _, said in asked(teacher, windows):
        numbers = np.cumsum([0, *(len(w.statements) for w in chosen)]).tolist()
        halves = [half(getattr(said, name)) for name in ("kinds", "stages", "events", "pointers", "roles")]
        kinds, stages, events, pointers, roles = halves
        for row, window in enumerate(chosen):
            mine = range(numbers[row], numbers[row + 1])
            told = Taught(
                kinds[row, : len(window.ids)],
                [stages[n] for n in mine],
                [events[n] for n in mine],
                [pointers[n, : s.length] for n, s in zip(mine, window.statements, strict=True)],
                [roles[n, : len(s.picked)] for n, s in zip(mine, window.statements, strict=True)],
                share,
            )
            yield replace(window, taught=told)


def read_by(teacher: Network, examples: Sequence[Example]) -> Iterator[Packed]:
    """Windows without annotation, with the statements that ``teacher`` reads in them, and nothing but its word."""
    empty = [pack(replace(example, targets=[])) for example in examples]
    known = {id(window): (one, places(one)) for window, one in zip(empty, examples, strict=True)}
    guessed = []
    for chosen, batch, said in asked(teacher, empty):
        for row, at, kind in own_anchors(said.kinds, batch).tolist():
            window = chosen[row]
            window.statements.append(guess(*known[id(window)], at, kind))
        guessed += chosen
    staged = []
    for chosen, _, said in asked(teacher, guessed):
        number = 0
        for window in chosen:
            for place, one in enumerate(window.statements):
                possible = POSSIBLE[one.kind].to(said.stages.device)
                stage = int(said.stages[number].masked_fill(~possible, -1e9).argmax())
                window.statements[place] = replace(one, stage=stage)
                number += 1
        staged += chosen
    yield from taught(teacher, staged, share=1.0)


def own_anchors(kinds: Tensor, batch: Batch) -> Tensor:
    """[N, 3] window, token and kind of what is likely enough and likelier than its neighbours."""
    inside = (batch.core & (batch.ids > MARKED))[:, :, None]
    likely = kinds.sigmoid() * inside
    best = functional.max_pool1d(likely.transpose(1, 2), 2 * NEIGHBOURS + 1, 1, NEIGHBOURS).transpose(1, 2)
    return torch.nonzero((likely > SURE) & (likely >= best))


def guess(example: Example, found: Places, at: int, kind: int) -> Statement:
    """A statement of which only the anchor is known: the teacher says the rest."""
    unknown = Target(
        at=at, kind=kind, stage=int(STAGES_OF[kind][0]), event=0, object_end=at, quote_start=at, quote_end=at, mark=-1,
        entities=np.zeros((len(example.entities), 3), dtype=np.int64),
        dates=np.zeros(len(example.dates), dtype=np.int64), values=np.zeros(len(example.values), dtype=np.int64),
    )  # fmt: skip
    return statement(example.window, found, unknown, stages=())


@torch.no_grad()
def asked(teacher: Network, windows: Sequence[Packed]) -> Iterator[tuple[list[Packed], Batch, Said]]:
    """Batches of ``windows`` of similar length, and what the teacher says of each."""
    teacher.eval()
    order = sorted(windows, key=lambda w: len(w.ids))
    for start in range(0, len(order), AT_ONCE):
        chosen = order[start : start + AT_ONCE]
        batch = collated([replace(w, taught=None) for w in chosen], teacher.device)
        yield chosen, batch, teacher(batch)


def half(logits: Tensor) -> np.ndarray:
    return logits.clamp(-30, 30).half().cpu().numpy()
