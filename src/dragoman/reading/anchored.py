"""One anchor of a window with what may fill its fields, and the best place of each actor for each role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from dragoman.reading.candidates import Entity, Places
from dragoman.reading.heads import Floats, Ints
from dragoman.reading.prepared import Prepared, View
from dragoman.records import Document

ROLES = ("source", "target", "by")
SOURCE, TARGET, BY = range(len(ROLES))


@dataclass(frozen=True, slots=True)
class Filler:
    """An actor for a role: its index among the view's entities, the slot it was read from, its score."""

    actor: str
    entity: int
    slot: int
    score: float


@dataclass(frozen=True)
class Anchored:
    """One anchor with what may fill its fields: ``scores`` [K, 5] for source, target, by, date and value of the slots
    ``picked`` [K] of ``places``, in their order; ``sentence`` is the index of its sentence."""

    document: Document
    prepared: Prepared
    view: View
    places: Places
    sentence: int
    scores: Floats
    picked: Ints

    def of(self, slots: range) -> list[tuple[int, Floats]]:
        """Those of ``slots`` in reach, each with its scores."""
        return [(int(i), self.scores[k]) for k, i in enumerate(self.picked.tolist()) if i in slots]

    @cached_property
    def told(self) -> list[tuple[int, int]]:
        """The rows of ``scores`` for places where the text names or means an actor, each with its mention's index."""
        index, entity = self.places.index[self.picked].tolist(), self.places.entity[self.picked].tolist()
        return [(row, i) for row, (i, e) in enumerate(zip(index, entity, strict=True)) if i >= 0 and e >= 0]

    def named(self) -> set[int]:
        """The entities that the anchor's sentence names or means."""
        here = (self.places.sentence == self.sentence) & (self.places.index >= 0)
        return set(self.places.entity[here].tolist())


@dataclass(frozen=True)
class Best:
    """The highest score of each entity in each role [E, 3] and the slot that has it."""

    entities: Sequence[Entity]
    score: Floats
    slot: Ints

    def filler(self, entity: int, role: int) -> Filler:
        slot, score = int(self.slot[entity, role]), float(self.score[entity, role])
        return Filler(self.entities[entity].actor, entity, slot, score)

    def above(self, role: int, cut: float) -> list[Filler]:
        return [self.filler(e, role) for e in np.flatnonzero(self.score[:, role] >= cut).tolist()]

    def likeliest(self, role: int, taken: set[int], cut: float) -> list[Filler]:
        """The likeliest one that is not ``taken``, where it is not below ``cut``."""
        order = [int(e) for e in np.argsort(-self.score[:, role], kind="stable") if int(e) not in taken]
        return [self.filler(e, role) for e in order[:1] if self.score[e, role] >= cut]


def within_row(anchored: Anchored) -> Anchored:
    """``anchored`` without what stands in other rows, where its sentence is a table's row and names somebody itself."""
    rows = anchored.prepared.sentences
    if rows[anchored.sentence].kind != "row":
        return anchored
    at = anchored.places.sentence[anchored.picked]
    if not ((at == anchored.sentence) & (anchored.places.entity[anchored.picked] >= 0)).any():
        return anchored
    other = np.array([0 <= i != anchored.sentence and rows[i].kind == "row" for i in at.tolist()])
    return replace(anchored, scores=anchored.scores[~other], picked=anchored.picked[~other])


def best_slots(anchored: Anchored) -> Best:
    entities = anchored.view.entities
    score = np.zeros((len(entities), 3), dtype=np.float32)
    slot = np.zeros((len(entities), 3), dtype=np.int64)
    entity = anchored.places.entity[anchored.picked]
    count = int((entity >= 0).sum())  # the slots of entities stand first, those of each together
    if not count:
        return Best(entities, score, slot)
    own, scores = entity[:count], anchored.scores[:count, :3]
    begins = np.ones(count, dtype=bool)
    begins[1:] = own[1:] != own[:-1]
    first = np.flatnonzero(begins)
    top = np.maximum.reduceat(scores, first, axis=0)
    # Of equal scores the first slot.
    highest = scores == top[begins.cumsum() - 1]
    at = np.minimum.reduceat(np.where(highest, np.arange(count)[:, None], count), first, axis=0)
    score[own[first]] = top
    slot[own[first]] = anchored.picked[at]
    return Best(entities, score, slot)


def acting_together(anchored: Anchored) -> Anchored:
    """``anchored`` with one score for all whom a mention means together ("the Russian and Moldovan presidents"): their
    mean at its place."""
    alike: dict[tuple[int, int], list[int]] = {}
    for row, index in anchored.told:
        if index in anchored.prepared.of_several:
            alike.setdefault((index, int(anchored.places.spans[anchored.picked[row], 0])), []).append(row)
    if not alike:
        return anchored
    scores = anchored.scores.copy()
    for rows in alike.values():
        scores[rows, : len(ROLES)] = scores[rows, : len(ROLES)].mean(0)
    return replace(anchored, scores=scores)


def one_of_alternatives(best: Best, anchored: Anchored) -> Best:
    """``best`` with no chance left to all but the likeliest of the actors that one mention may mean ("the Minister" of
    either state), unless another mention names them."""
    prepared, told = anchored.prepared, anchored.told
    either = [prepared.mentions[index] for _, index in told if index in prepared.of_either]
    if not either:
        return best
    entity = anchored.places.entity[anchored.picked]
    named = {int(entity[row]) for row, index in told if index not in prepared.of_either}
    settled = best.score.copy()
    number = {entity.actor: e for e, entity in enumerate(best.entities)}
    for group in dict.fromkeys((*mention.actors, *mention.others) for mention in either):
        members = [number[actor] for actor in group if actor in number]
        likeliest_of_all = max(members, key=lambda e: float(best.score[e].max()), default=-1)
        for e in members:
            if e != likeliest_of_all and e not in named:
                settled[e] = 0
    return replace(best, score=settled)
