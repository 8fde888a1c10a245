"""Windows with labels, made ready once, and batches of them as padded tensors on any device."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from dragoman.reading.candidates import Places, in_reach, places
from dragoman.reading.decode import STAGES
from dragoman.reading.windows import Window
from training.examples import Example, Target

Ints = NDArray[np.int64]
Floats = NDArray[np.float16]

ROLES = ("source", "target", "by", "date", "value")
ACTOR, DATE, VALUE, NOTHING = range(4)
"""What a slot stands for."""
WIDTHS = 32
"""Windows are padded to a multiple of this many tokens."""


@dataclass(frozen=True, slots=True)
class Statement:
    """``first``, ``length`` of its sentence; slots in reach ``picked`` and ``where`` they stand [K]; ``roles`` [K, 5] 1
    where a slot fills one; ``stages`` [stages] 1 for its own and for any other at the same anchor and of its kind."""

    first: int
    length: int
    picked: Ints
    where: Ints
    at: int
    kind: int
    stage: int
    event: int
    mark: int
    ends: tuple[int, int, int]
    roles: Ints
    stages: Ints


@dataclass(frozen=True, slots=True)
class Taught:
    """What a teacher says of one window, as logits: kinds [T, 12], and of each statement stages, events, pointers [L,
    3] and roles [K, 5]. Its share against the annotation is ``share``."""

    kinds: Floats
    stages: list[Floats]
    events: list[Floats]
    pointers: list[Floats]
    roles: list[Floats]
    share: float


@dataclass(frozen=True, slots=True)
class Packed:
    """A window with its slots [M] and statements. ``shown``: how often an epoch shows it on average."""

    ids: Ints
    core: tuple[int, int]
    spans: Ints
    types: Ints
    traits: Ints
    actors: Ints
    sorts: Ints
    statements: list[Statement]
    shown: float = 1.0
    taught: Taught | None = None


@dataclass(frozen=True)
class Batch:
    """B windows of T tokens with N statements; their sentences have L tokens, K slots are in reach, M in all windows.

    ``ids``, ``mask``, ``core`` [B, T]. Of statements [N]: ``row`` of the window, ``at``, ``kind``, ``stage``,
    ``event``, ``mark`` (-1 where not in the core), ``pointers`` [N, 3] from the sentence's first token on, ``stages``
    [N, stages], ``roles`` [N, K, 5]. In reach: ``tokens``, ``inside`` [N, L], ``picked``, ``where``, ``present``,
    ``actor`` (-1 for nobody), ``sort`` [N, K]. Of slots: ``first``, ``length``, ``types``, ``traits`` [M], and for each
    token of each: ``slot``, ``slot_row``, ``slot_token``. ``taught``: kinds [B, T, 12], stages, events, pointers [N, L,
    3], roles [N, K, 5], and the teacher's share [B].
    """

    ids: Tensor
    mask: Tensor
    core: Tensor
    row: Tensor
    at: Tensor
    kind: Tensor
    stage: Tensor
    event: Tensor
    mark: Tensor
    pointers: Tensor
    stages: Tensor
    roles: Tensor
    tokens: Tensor
    inside: Tensor
    picked: Tensor
    where: Tensor
    present: Tensor
    actor: Tensor
    actors: int
    sort: Tensor
    first: Tensor
    length: Tensor
    types: Tensor
    traits: Tensor
    slot: Tensor
    slot_row: Tensor
    slot_token: Tensor
    taught: tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor] | None

    def __len__(self) -> int:
        """Statements in it."""
        return len(self.at)

    def of(self, some: Tensor) -> Batch:
        """The same windows with ``some`` (indices) of the statements, padded no more than these need."""
        length = int(self.inside[some].sum(-1).max())
        slots = int(self.present[some].sum(-1).max()) if self.present.shape[1] else 0
        told = {name: getattr(self, name)[some] for name in ("row", "at", "kind", "stage", "event", "mark")}
        told |= {name: getattr(self, name)[some] for name in ("pointers", "stages")}
        told |= {name: getattr(self, name)[some][:, :length] for name in ("tokens", "inside")}
        in_reach = ("picked", "where", "present", "actor", "sort", "roles")
        return replace(self, taught=None, **told, **{name: getattr(self, name)[some][:, :slots] for name in in_reach})


def pack(example: Example) -> Packed:
    """What training needs of a window."""
    window, found = example.window, places(example)
    sorts = np.where(found.entity >= 0, ACTOR, DATE)
    sorts[found.values.start :] = VALUE
    together: dict[tuple[int, int], list[int]] = {}
    for target in example.targets:
        together.setdefault((target.at, target.kind), []).append(target.stage)
    statements = [statement(window, found, target, together[target.at, target.kind]) for target in example.targets]
    return Packed(
        window.ids, window.core, found.spans, found.types, found.traits, found.entity, sorts, statements, example.shown
    )


def statement(window: Window, found: Places, target: Target, stages: Sequence[int]) -> Statement:
    sentence = int(window.sentence[target.at])
    tokens = np.flatnonzero(window.sentence == sentence)
    picked, where = in_reach(found, sentence)
    roles = np.zeros((len(picked), len(ROLES)), dtype=np.int64)
    for row, slot in enumerate(picked.tolist()):
        if found.entity[slot] >= 0:
            roles[row, :3] = target.entities[found.entity[slot]]
        elif slot in found.dates:
            roles[row, 3] = target.dates[slot - found.dates.start]
        else:
            roles[row, 4] = target.values[slot - found.values.start]
    possible = np.zeros(len(STAGES), dtype=np.int64)
    possible[list(stages)] = 1
    return Statement(
        first=int(tokens[0]),
        length=len(tokens),
        picked=picked,
        where=where,
        at=target.at,
        kind=target.kind,
        stage=target.stage,
        event=target.event,
        mark=target.mark if target.mark >= window.core[0] else -1,
        ends=(target.object_end, target.quote_start, target.quote_end),
        roles=roles,
        stages=possible,
    )


def collated(windows: Sequence[Packed], device: str | torch.device = "cpu") -> Batch:
    """``windows`` as one batch; what a teacher said of them too, where it has spoken of all."""

    def put(array: NDArray[Any]) -> Tensor:
        return torch.from_numpy(np.ascontiguousarray(array)).to(device, non_blocking=True)

    def of(name: str) -> Ints:
        return np.array([getattr(s, name) for _, s in said], dtype=np.int64)

    def joined(name: str) -> Ints:
        return np.concatenate([getattr(w, name) for w in windows])

    longest = -(-max(len(w.ids) for w in windows) // WIDTHS) * WIDTHS
    said = [(row, s) for row, window in enumerate(windows) for s in window.statements]
    before = np.cumsum([0, *(len(w.types) for w in windows)])
    row = np.array([r for r, _ in said], dtype=np.int64)
    first, length, at = of("first"), of("length"), of("at")
    steps = np.arange(max(length, default=0))[None]
    picked = padded([s.picked for _, s in said])
    present = np.arange(picked.shape[1])[None] < np.array([len(s.picked) for _, s in said])[:, None]
    picked = np.where(present, picked + before[row][:, None], 0)
    spans, actors, sorts = joined("spans"), joined("actors"), joined("sorts")
    size = spans[:, 1] - spans[:, 0]
    slot = np.repeat(np.arange(len(size)), size)
    tokens = np.arange(longest)[None]
    edges = np.array([w.core for w in windows])
    pointers = np.array([s.ends for _, s in said], dtype=np.int64).reshape(-1, 3) - first[:, None]
    return Batch(
        ids=put(padded([w.ids for w in windows], longest)),
        mask=put(tokens < np.array([len(w.ids) for w in windows])[:, None]),
        core=put((tokens >= edges[:, :1]) & (tokens < edges[:, 1:])),
        row=put(row),
        at=put(at),
        kind=put(of("kind")),
        stage=put(of("stage")),
        event=put(of("event")),
        mark=put(of("mark")),
        pointers=put(np.clip(pointers, 0, length[:, None] - 1)),
        stages=put(of("stages").reshape(-1, len(STAGES))),
        roles=put(padded([s.roles for _, s in said], *picked.shape[1:], len(ROLES))),
        tokens=put(first[:, None] + np.minimum(steps, length[:, None] - 1)),
        inside=put(steps < length[:, None]),
        picked=put(picked),
        where=put(padded([s.where for _, s in said], *picked.shape[1:])),
        present=put(present),
        actor=put(np.where(present, actors[picked] if len(actors) else picked, -1)),
        actors=int(actors.max(initial=-1)) + 1,
        sort=put(np.where(present, sorts[picked] if len(sorts) else picked, NOTHING)),
        first=put(spans[:, 0]),
        length=put(size),
        types=put(joined("types")),
        traits=put(joined("traits")),
        slot=put(slot),
        slot_row=put(np.repeat(np.arange(len(windows)), [len(w.types) for w in windows])[slot]),
        slot_token=put(spans[:, 0][slot] + np.arange(len(slot)) - np.repeat(np.cumsum(size) - size, size)),
        taught=taught_together(windows, put, tokens=longest, length=steps.shape[1], slots=picked.shape[1]),
    )


def taught_together(
    windows: Sequence[Packed], put: Callable[[NDArray[Any]], Tensor], *, tokens: int, length: int, slots: int
) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor] | None:
    """What a teacher said of ``windows``, in the order of `Taught`; None where it has not spoken of all."""
    told = [w.taught for w in windows if w.taught is not None]
    if len(told) < len(windows):
        return None
    return (
        put(padded([t.kinds for t in told], tokens, len(told[0].kinds[0]))),
        put(np.array([one for t in told for one in t.stages], dtype=np.float16)),
        put(np.array([one for t in told for one in t.events], dtype=np.float16)),
        put(padded([one for t in told for one in t.pointers], length, 3)),
        put(padded([one for t in told for one in t.roles], slots, len(ROLES))),
        put(np.array([t.share for t in told], dtype=np.float32)),
    )


def padded(rows: Sequence[NDArray[Any]], *shape: int) -> NDArray[Any]:
    """``rows`` under each other, zeros after the shorter ones; each of ``shape``, or of the longest where none is
    given."""
    shape = shape or (max((len(row) for row in rows), default=0),)
    made = np.zeros((len(rows), *shape), dtype=rows[0].dtype if rows else np.int64)
    for number, row in enumerate(rows):
        made[number, : len(row)] = row
    return made
