"""The trained reader's network: one encoder pass over each window, and small heads on its token states.

A statement is anchored at the first token of its object. The heads answer, in this order: which tokens anchor a
statement of which kind; at which stage; where object and quote end and begin; and which actors, dates and values of
the window belong to it. `dragoman.reading.heads` holds the same arithmetic in numpy for use without torch.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from dragoman.reading.candidates import DATE_ROLES, HOWS, TRAITS
from dragoman.reading.decode import EVENTS, KINDS, STAGES
from dragoman.reading.heads import ATTENTION, DISTANCES, LAYERS, POINTERS, ROLES
from training.packed import Batch

WIDTH, NARROW, EMBEDDED = 256, 192, 64
ALIKE = 48
"""Statements that are weighed together on a CPU."""


def gelu(x: Tensor) -> Tensor:
    return functional.gelu(x, approximate="tanh")


def bucket(distance: Tensor) -> Tensor:
    """Signed token distance -> one of `DISTANCES` bins: exact to 1, then doubling to 64."""
    size = distance.abs().clamp(min=1).float()
    step = (torch.log2(size).floor() + 1).clamp(max=7) * (distance != 0)
    return (7 + torch.sign(distance) * step).long()


class Heads(nn.Module):
    """On an encoder whose states are ``hidden`` wide."""

    def __init__(self, hidden: int) -> None:
        super().__init__()
        kinds, stages, events = len(KINDS), len(STAGES), len(EVENTS)
        self.kind_in = nn.Linear(hidden, WIDTH)
        self.kind_out = nn.Linear(WIDTH, kinds)
        self.kind_embedding = nn.Embedding(kinds, EMBEDDED)
        self.stage_embedding = nn.Embedding(stages, EMBEDDED)
        self.pool_query = nn.Linear(hidden + EMBEDDED, hidden)
        self.stage_in = nn.Linear(2 * hidden + EMBEDDED, WIDTH)
        self.stage_out = nn.Linear(WIDTH, stages)
        self.condition = nn.Linear(2 * hidden + 2 * EMBEDDED, WIDTH)
        self.event_in = nn.Linear(WIDTH, WIDTH)
        self.event_out = nn.Linear(WIDTH, events)
        self.token_in = nn.Linear(hidden, NARROW)
        self.slot_in = nn.Linear(hidden, NARROW)
        self.given = nn.Linear(WIDTH, NARROW)
        self.token_distance = nn.Embedding(DISTANCES, NARROW)
        self.slot_distance = nn.Embedding(3 * DISTANCES, NARROW)
        self.slot_type = nn.Embedding(len(HOWS) + len(DATE_ROLES) + 1, NARROW)
        self.slot_trait = nn.Embedding(TRAITS + 1, NARROW)
        self.layers = nn.ModuleList(Layer(NARROW) for _ in range(LAYERS))
        self.last_norm = nn.LayerNorm(NARROW)
        self.point_out = nn.Linear(NARROW, POINTERS)
        self.slot_out = nn.Linear(NARROW, ROLES)
        self.drop = nn.Dropout(0.05)
        nn.init.constant_(self.kind_out.bias, -5.5)  # about one token in 300 anchors a statement of a given kind
        nn.init.constant_(self.slot_out.bias, -2.0)

    def kinds(self, states: Tensor) -> Tensor:
        """[..., T, hidden] -> [..., T, 12] logits of 'a statement of this kind is anchored here'."""
        return self.kind_out(self.drop(gelu(self.kind_in(states))))

    def stated(self, states: Tensor, batch: Batch) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Of the statements of ``batch``, given anchor, kind and stage: stages [N, stages], events [N, events],
        pointers [N, L, 3] (end of object, start and end of quote) and roles [N, K, 5] (source, target, by, date,
        value)."""
        anchors = self.anchors(states, batch)
        conditions = gelu(self.condition(torch.cat([anchors, self.stage_embedding(batch.stage)], -1)))
        pointers, roles = self.fields(states, conditions, batch)
        stages = self.stage_out(self.drop(gelu(self.stage_in(anchors))))
        return stages, self.event_out(self.drop(gelu(self.event_in(conditions)))), pointers, roles

    def anchors(self, states: Tensor, batch: Batch) -> Tensor:
        """Anchor features [N, 2*hidden+64]: its token, its sentence as far as it matters for the kind, the kind."""
        anchor = states[batch.row, batch.at]
        embedded = self.kind_embedding(batch.kind).to(anchor.dtype)
        query = self.pool_query(torch.cat([anchor, embedded], -1))
        sentence = states[batch.row[:, None], batch.tokens]
        logits = torch.einsum("nh,nlh->nl", query, sentence).float() / states.shape[-1] ** 0.5
        weights = logits.masked_fill(~batch.inside, -1e4).softmax(-1).to(sentence.dtype)
        return self.drop(torch.cat([anchor, torch.einsum("nl,nlh->nh", weights, sentence), embedded], -1))

    def fields(self, states: Tensor, conditions: Tensor, batch: Batch) -> tuple[Tensor, Tensor]:
        """What belongs to each anchor, its sentence's tokens and the slots in reach weighed against each other. On a
        CPU, statements of like size go together, so that little is padded."""
        if states.is_cuda or len(batch) <= ALIKE:
            return self.woven(states, conditions, batch)
        order = torch.argsort(batch.inside.sum(-1) + batch.present.sum(-1))
        parts = [self.woven(states, conditions[some], batch.of(some)) for some in order.split(ALIKE)]
        back = torch.argsort(order)
        pointers, roles = zip(*parts, strict=True)
        return joined(pointers, batch.tokens.shape[1])[back], joined(roles, batch.picked.shape[1])[back]

    def woven(self, states: Tensor, conditions: Tensor, batch: Batch) -> tuple[Tensor, Tensor]:
        """`fields` of statements all padded alike."""
        woven = self.token_in(states)[batch.row[:, None], batch.tokens]
        woven = woven + self.token_distance(bucket(batch.tokens - batch.at[:, None]))
        mask, length = batch.inside, batch.tokens.shape[1]
        if batch.picked.shape[1]:
            slots = self.slot_in(pooled(states, batch)) + self.slot_type(batch.types) + self.slot_trait(batch.traits)
            distance = bucket(batch.first[batch.picked] - batch.at[:, None]) + DISTANCES * batch.where
            woven = torch.cat([woven, slots[batch.picked] + self.slot_distance(distance)], 1)
            mask = torch.cat([mask, batch.present], 1)
        woven = woven + self.given(conditions)[:, None]
        for layer in self.layers:
            woven = layer(woven, mask)
        woven = self.drop(self.last_norm(woven))
        return self.point_out(woven[:, :length]), self.slot_out(woven[:, length:])


def joined(parts: Sequence[Tensor], width: int) -> Tensor:
    """Tensors [n, at most ``width``, k] under each other, zeros after the shorter ones."""
    return torch.cat([functional.pad(part, (0, 0, 0, width - part.shape[1])) for part in parts])


def pooled(states: Tensor, batch: Batch) -> Tensor:
    """[M, hidden] the mean of each slot's tokens."""
    sums = torch.zeros(len(batch.length), states.shape[-1], device=states.device)
    sums = sums.index_add(0, batch.slot, states[batch.slot_row, batch.slot_token].float())
    return sums / batch.length[:, None]


class Layer(nn.Module):
    """One transformer layer, normalised before each half."""

    heads = ATTENTION

    def __init__(self, width: int) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(width)
        self.mix = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.second_norm = nn.LayerNorm(width)
        self.widen = nn.Linear(width, 2 * width)
        self.narrow = nn.Linear(2 * width, width)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """[N, S, width]; ``mask`` [N, S] is false on padding."""
        n, s, width = x.shape
        mixed = self.mix(self.norm(x)).reshape(n, s, 3, self.heads, width // self.heads)
        query, key, value = mixed.permute(2, 0, 3, 1, 4)
        logits = query @ key.transpose(-1, -2) / query.shape[-1] ** 0.5 + torch.where(mask, 0.0, -1e4)[:, None, None, :]
        told = logits.softmax(-1).to(value.dtype) @ value
        return self.thought_over(x + self.out(told.transpose(1, 2).reshape(x.shape)))

    def thought_over(self, x: Tensor) -> Tensor:
        """The second half, each place by itself."""
        return x + self.narrow(functional.relu(self.widen(self.second_norm(x))))
