"""What the network is to say of a batch, and how far it is from it.

Where a teacher has spoken, its probabilities count beside the annotation's ones and zeros, by its share: where it was
unsure it tells what else could have been meant, and of text without annotation it is all there is.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from dragoman.reading.decode import KINDS, STAGES, STAGES_OF
from training.packed import ACTOR, DATE, VALUE, Batch

POSSIBLE = torch.zeros(len(KINDS), len(STAGES), dtype=torch.bool)
"""[kinds, stages] true where a statement of the kind can stand at the stage."""
for _kind, _stages in enumerate(STAGES_OF):
    POSSIBLE[_kind, torch.as_tensor(_stages)] = True
NEVER = -30.0
"""The logit of an actor that has no slot in reach: it cannot be learnt."""


@dataclass(frozen=True)
class Weights:
    """How much the losses weigh: of anchors, events, pointers and roles against those of stages."""

    kinds: float = 2.0
    events: float = 0.2
    pointers: float = 0.5
    roles: float = 0.8


@dataclass(frozen=True)
class Said:
    """Logits: ``kinds`` [B, T, 12], and of statements ``stages`` [N, stages], ``events`` [N, events], ``pointers`` [N,
    L, 3], ``roles`` [N, K, 5]."""

    kinds: Tensor
    stages: Tensor
    events: Tensor
    pointers: Tensor
    roles: Tensor


def loss(said: Said, batch: Batch, weights: Weights) -> Tensor:
    """The sum over all windows and statements of ``batch``."""
    teacher = Said(*batch.taught[:5]) if batch.taught else None
    share = batch.taught[5] if batch.taught else torch.zeros(len(batch.ids), device=batch.ids.device)
    of = share[batch.row]

    def mixed(gold: Tensor, taught: Tensor | None, share: Tensor) -> Tensor:
        share = share.reshape(-1, *[1] * (gold.dim() - 1))
        return gold if taught is None else gold * (1 - share) + share * taught

    wanted = mixed(anchored(batch), teacher and teacher.kinds.float().sigmoid(), share)
    total = weights.kinds * (unlike(said.kinds, wanted) * batch.core[:, :, None]).sum()
    if not len(batch):
        return total
    wanted = mixed(batch.stages.float(), teacher and teacher.stages.float().sigmoid(), of)
    total = total + (unlike(said.stages, wanted) * POSSIBLE.to(wanted.device)[batch.kind]).sum()
    wanted = functional.one_hot(batch.event, said.events.shape[1]).float()
    wanted = mixed(wanted, teacher and teacher.events.float().softmax(-1), of)
    total = total - weights.events * (wanted * said.events.log_softmax(-1)).sum()
    wanted = functional.one_hot(batch.pointers, batch.tokens.shape[1]).float()
    wanted = mixed(wanted, teacher and within(teacher.pointers.float(), batch).softmax(-1), of)
    total = total - weights.pointers * (wanted * within(said.pointers, batch).log_softmax(-1)).sum()
    best = by_actor(said.roles, batch)
    wanted = mixed(
        by_actor(batch.roles.float() * 2 - 1, batch).clamp(min=0),
        teacher and by_actor(teacher.roles.float(), batch).sigmoid(),
        of,
    )
    amiss = (unlike(best, wanted) * (best.detach() > NEVER + 1)).sum()
    for sort, column in ((DATE, 3), (VALUE, 4)):
        wanted = mixed(batch.roles[:, :, column].float(), teacher and teacher.roles[:, :, column].float().sigmoid(), of)
        amiss = amiss + (unlike(said.roles[:, :, column], wanted) * (batch.sort == sort)).sum()
    return total + weights.roles * amiss


def unlike(logits: Tensor, wanted: Tensor) -> Tensor:
    return functional.binary_cross_entropy_with_logits(logits, wanted, reduction="none")


def anchored(batch: Batch) -> Tensor:
    """[B, T, 12] 1 where a statement of the kind is anchored, and where its sentence begins."""
    wanted = torch.zeros(*batch.ids.shape, len(KINDS), device=batch.ids.device)
    wanted[batch.row, batch.at, batch.kind] = 1
    marked = batch.mark >= 0
    wanted[batch.row[marked], batch.mark[marked], batch.kind[marked]] = 1
    return wanted


def within(pointers: Tensor, batch: Batch) -> Tensor:
    """[N, L, 3] -> [N, 3, L], nothing beyond the sentence."""
    return pointers.masked_fill(~batch.inside[:, :, None], -1e4).transpose(1, 2)


def by_actor(roles: Tensor, batch: Batch) -> Tensor:
    """[N, K, 5] -> [N, actors, 3]: source, target and by, each by the best of an actor's slots in reach."""
    row = torch.where(batch.sort == ACTOR, batch.actor, batch.actors)[:, :, None].expand(-1, -1, 3)
    best = roles.new_full((len(roles), batch.actors + 1, 3), NEVER)
    return best.scatter_reduce(1, row, roles[:, :, :3], reduce="amax", include_self=True)[:, :-1]
