"""Train the network on windows with labels. Deterministic for given data, seed and number of threads."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel

from dragoman.reading.candidates import DATE_ROLES, HOWS, TRAITS, Places, Reach, places, reach
from dragoman.reading.decode import EVENTS, STAGES, STAGES_OF
from training.examples import Example
from training.model import Heads

T = TypeVar("T")

MASK = 103
MARKED = 999
"""Ids up to here are marks, special and unused rows of the vocabulary."""


@dataclass(frozen=True)
class Recipe:
    """``batch`` counts windows. The weights scale the losses of anchors and slots against those of the other fields.
    ``masked`` is the share of tokens hidden in training. There is no dropout in the encoder: what was trained on
    is read no better than what was kept out, so nothing is gained by it. What is kept is the average of the weights
    over the last steps, each new step having the share ``averaged``."""

    epochs: int = 6
    batch: int = 4
    encoder_rate: float = 1e-4
    head_rate: float = 1e-3
    warmup: float = 0.06
    kind_weight: float = 2.0
    slot_weight: float = 0.8
    masked: float = 0.03
    dropout: float = 0.0
    decay: float = 0.03
    averaged: float = 0.0015
    seed: int = 13


class Network(nn.Module):
    def __init__(self, encoder: nn.Module) -> None:
        super().__init__()
        self.encoder = encoder
        self.heads = Heads(encoder.config.hidden_size, len(STAGES), len(EVENTS), len(HOWS), len(DATE_ROLES), TRAITS)

    def states(self, windows: Sequence[Example], masked: float = 0.0) -> list[Tensor]:
        """Token states of each window, padding taken off; a share ``masked`` of the words is hidden."""
        longest = max(len(e.window.ids) for e in windows)
        ids = torch.zeros(len(windows), longest, dtype=torch.long)
        mask = torch.zeros(len(windows), longest, dtype=torch.long)
        for row, example in enumerate(windows):
            ids[row, : len(example.window.ids)] = torch.from_numpy(example.window.ids)
            mask[row, : len(example.window.ids)] = 1
        if masked:
            hide = (torch.rand(ids.shape) < masked) & (ids > MARKED)
            ids = ids.masked_fill(hide, MASK)
        hidden = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        return [hidden[row, : len(e.window.ids)] for row, e in enumerate(windows)]


def load_network(checkpoint: str | Path, seed: int, dropout: float = 0.0) -> Network:
    """The pretrained encoder under new heads."""
    torch.manual_seed(seed)
    encoder = AutoModel.from_pretrained(
        str(checkpoint), add_pooling_layer=False, hidden_dropout_prob=dropout, attention_probs_dropout_prob=dropout / 2
    )
    return Network(encoder)


def window_loss(network: Network, example: Example, states: Tensor, recipe: Recipe) -> Tensor:
    """Sum of the losses of one window, per statement."""
    heads = network.heads
    low, high = example.window.core
    logits = heads.kinds(states[low:high])
    gold = torch.zeros_like(logits)
    for target in example.targets:
        gold[target.at - low, target.kind] = 1
        if target.mark >= low:
            gold[target.mark - low, target.kind] = 1
    loss = recipe.kind_weight * functional.binary_cross_entropy_with_logits(logits, gold, reduction="sum")
    if example.targets:
        loss = loss + target_loss(heads, example, states, recipe)
    return loss


def target_loss(heads: Heads, example: Example, states: Tensor, recipe: Recipe) -> Tensor:
    """Stage, event, pointers and slots, teacher-forced on the gold anchors and stages."""
    targets = example.targets
    at = torch.tensor([t.at for t in targets])
    kind = torch.tensor([t.kind for t in targets])
    stage = torch.tensor([t.stage for t in targets])
    sentence = torch.from_numpy(example.window.sentence)
    mask = sentence[None] == sentence[at][:, None]
    features = heads.anchors(states, mask, at, kind)
    loss = stage_loss(heads.stages(features), targets)
    conditions = heads.conditions(features, stage)
    loss = loss + 0.2 * functional.cross_entropy(
        heads.events(conditions), torch.tensor([t.event for t in targets]), reduction="sum"
    )
    found = places(example)
    near = reach(example.window, found, at.numpy())
    pointers, slots = heads.fields(states, conditions, at, found, near)
    pointers = pointers.masked_fill(~torch.from_numpy(near.inside)[:, None], -1e4)
    first = torch.from_numpy(near.tokens[:, 0])
    for column, name in enumerate(("object_end", "quote_start", "quote_end")):
        wanted = torch.tensor([getattr(t, name) for t in targets]) - first
        loss = loss + 0.5 * functional.cross_entropy(pointers[:, column], wanted, reduction="sum")
    return loss + recipe.slot_weight * slot_loss(example, slots, found, near)


def stage_loss(logits: Tensor, targets: list) -> Tensor:
    """Each stage of the kind apart: one object may stand at two stages in one sentence."""
    loss = logits.new_zeros(())
    for row, target in enumerate(targets):
        options = torch.from_numpy(STAGES_OF[target.kind])
        together = {t.stage for t in targets if (t.at, t.kind) == (target.at, target.kind)}
        gold = torch.tensor([float(int(o) in together) for o in options])
        loss = loss + functional.binary_cross_entropy_with_logits(logits[row, options], gold, reduction="sum")
    return loss


def slot_loss(example: Example, logits: Tensor, found: Places, near: Reach) -> Tensor:
    """Actors by the best of their slots in reach, dates and values each by its own. ``logits`` is [N, K, 5]."""
    loss = logits.new_zeros(())
    if not near.picked.shape[1]:
        return loss
    owner = np.where(near.present, found.entity[near.picked], -1)
    if len(example.entities):
        index = torch.from_numpy(np.where(owner >= 0, owner, len(example.entities)))[:, :, None].expand(-1, -1, 3)
        best = logits.new_full((len(logits), len(example.entities) + 1, 3), -30.0)
        best = best.scatter_reduce(1, index, logits[:, :, :3], reduce="amax", include_self=True)[:, :-1]
        gold = torch.from_numpy(np.stack([t.entities for t in example.targets])).float()
        # an actor with no slot in reach cannot be learnt
        weight = (best.detach() > -29).float()
        loss = loss + functional.binary_cross_entropy_with_logits(best, gold, weight, reduction="sum")
    for slots, column, name in ((found.dates, 3, "dates"), (found.values, 4, "values")):
        rows, columns = np.nonzero(near.present & (near.picked >= slots.start) & (near.picked < slots.stop))
        if len(rows):
            labels = np.stack([getattr(t, name) for t in example.targets])
            gold = torch.from_numpy(labels[rows, near.picked[rows, columns] - slots.start]).float()
            said = logits[torch.from_numpy(rows), torch.from_numpy(columns), column]
            loss = loss + functional.binary_cross_entropy_with_logits(said, gold, reduction="sum")
    return loss


def train(
    network: Network,
    examples: Sequence[Example],
    recipe: Recipe,
    *,
    report: Callable[[str], None],
    after_epoch: Callable[[dict[str, Tensor]], None] = lambda averaged: None,
) -> None:
    """AdamW with a linear warm-up and decay; batches of windows of similar length in shuffled order. At the end
    ``network`` has the average of its weights over the last steps."""
    heads = list(network.heads.parameters())
    encoder = [p for n, p in network.encoder.named_parameters() if "position" not in n]
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "lr": recipe.encoder_rate}, {"params": heads, "lr": recipe.head_rate}],
        weight_decay=recipe.decay,
        fused=True,
    )
    average = Average(network, recipe.averaged)
    order = random.Random(recipe.seed)
    shown = [[e for e in examples for _ in range(int(e.shown + order.random()))] for _ in range(recipe.epochs)]
    steps = sum(math.ceil(len(one) / recipe.batch) for one in shown)
    schedule = warm_up_and_decay(optimizer, steps, recipe.warmup)
    for epoch in range(recipe.epochs):
        network.train()
        began, running, statements = time.monotonic(), 0.0, 0
        for batch in batches(shown[epoch], recipe.batch, order, lambda e: len(e.window.ids)):
            states = network.states(batch, recipe.masked)
            count = sum(len(e.targets) for e in batch)
            loss = torch.stack(
                [window_loss(network, e, s, recipe) for e, s in zip(batch, states, strict=True)]
            ).sum() / max(8, count)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
            average.add(network)
            running, statements = running + float(loss.detach()) * max(8, count), statements + count
        report(
            f"epoch {epoch + 1}/{recipe.epochs}: loss {running / max(1, statements):.3f} a statement, "
            f"{time.monotonic() - began:.0f} s"
        )
        after_epoch(average.state(network))
    network.load_state_dict(average.state(network))


class Average:
    """A moving average of a network's weights: each step added has the share ``share``, more among the first. It reads
    better than the weights of any one step."""

    def __init__(self, network: nn.Module, share: float) -> None:
        self.weights = [p.detach().clone() for p in network.parameters()]
        self.share, self.steps = share, 0

    def add(self, network: nn.Module) -> None:
        self.steps += 1
        now = [p.detach() for p in network.parameters()]
        torch._foreach_lerp_(self.weights, now, max(self.share, 1 / self.steps))

    def state(self, network: nn.Module) -> dict[str, Tensor]:
        """The state of ``network`` with the average in place of its weights."""
        names = [name for name, _ in network.named_parameters()]
        return network.state_dict() | dict(zip(names, self.weights, strict=True))


def warm_up_and_decay(
    optimizer: torch.optim.Optimizer, steps: int, warmup: float
) -> torch.optim.lr_scheduler.LRScheduler:
    """Linear up over the share ``warmup`` of all ``steps``, then linear down to nothing."""
    warm = max(1, int(steps * warmup))
    return torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / warm, max(0.0, (steps - step) / max(1, steps - warm)))
    )


def batches(examples: Sequence[T], size: int, order: random.Random, length: Callable[[T], int]) -> list[list[T]]:
    """Shuffled, then sorted by length within stretches of 16 batches, so that little is padded."""
    shuffled = list(examples)
    order.shuffle(shuffled)
    made = []
    for start in range(0, len(shuffled), size * 16):
        stretch = sorted(shuffled[start : start + size * 16], key=length)
        made += [stretch[i : i + size] for i in range(0, len(stretch), size)]
    order.shuffle(made)
    return made
