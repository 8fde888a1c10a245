"""Train the network on windows with labels, on a CPU or an accelerator. Deterministic on a CPU for given data, seed and
number of threads."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import torch
from torch import Tensor, nn
from transformers import AutoModel

from training.losses import Said, Weights, loss
from training.model import Heads
from training.packed import Batch, Packed, collated

T = TypeVar("T")

MASK = 103
MARKED = 999
"""Ids up to here are marks, special and unused rows of the vocabulary."""
MPNET = {0: 1, 100: 3, 101: 0, 102: 2, MASK: 30526}
"""The rows of MPNet's vocabulary for those of BERT's that it has elsewhere; all others stand `MPNET_SHIFT` further on.
(Read off the two vocabularies.)"""
MPNET_SHIFT = 4


@dataclass(frozen=True)
class Recipe:
    """``batch`` counts windows, ``versions`` those of a document, each with other states in it. ``masked`` is the share
    of tokens hidden in training. There is no dropout in the small encoder: who acts was read little better in what was
    trained on than in what was kept out, and on a CPU a step takes nearly twice as long with it. What is kept is the
    average of the weights over the last steps, each new step having the share ``averaged``."""

    epochs: int = 6
    versions: int = 2
    batch: int = 4
    encoder_rate: float = 1e-4
    head_rate: float = 1e-3
    warmup: float = 0.06
    weights: Weights = field(default_factory=Weights)
    masked: float = 0.03
    dropout: float = 0.0
    decay: float = 0.03
    averaged: float = 0.0015
    seed: int = 13


TEACHER = Recipe(
    epochs=24, batch=48, encoder_rate=6e-5, head_rate=5e-4, masked=0.08, dropout=0.1, warmup=0.04, averaged=0.002
)
TAUGHT = Recipe(epochs=37, versions=5, batch=64, encoder_rate=2e-4, masked=0.06, warmup=0.04, averaged=0.001)
"""How the teacher is trained, and the network that learns from it: in about as many steps as what ships took."""


def has_teacher(wanted: str) -> bool:
    """Whether a teacher comes first: ``yes``, ``no``, or ``auto`` for where there is a graphics card."""
    return wanted == "yes" or (wanted == "auto" and torch.cuda.is_available())


def tell(line: str) -> None:
    print(line, flush=True)


class Network(nn.Module):
    """An encoder with BERT's vocabulary or MPNet's under our heads."""

    def __init__(self, encoder: nn.Module) -> None:
        super().__init__()
        self.encoder = encoder
        self.heads = Heads(encoder.config.hidden_size)
        encoder.get_input_embeddings().requires_grad_(False)

    @property
    def device(self) -> torch.device:
        return self.heads.kind_out.weight.device

    def forward(self, batch: Batch, masked: float = 0.0) -> Said:
        """What the network says of ``batch``; a share ``masked`` of the words is hidden from it."""
        ids = batch.ids
        if masked:
            hide = (torch.rand(ids.shape, device=ids.device) < masked) & (ids > MARKED)
            ids = ids.masked_fill(hide, MASK)
        with torch.autocast("cuda", dtype=torch.bfloat16, enabled=ids.is_cuda):
            own = own_ids(self.encoder, ids)
            states = self.encoder(input_ids=own, attention_mask=batch.mask.long()).last_hidden_state
            kinds = self.heads.kinds(states)
            stated = self.heads.stated(states, batch)
        return Said(kinds.float(), *(logits.float() for logits in stated))


def own_ids(encoder: nn.Module, ids: Tensor) -> Tensor:
    """``ids`` of BERT's vocabulary as the encoder's own has them."""
    if encoder.config.model_type != "mpnet":
        return ids
    own = ids + MPNET_SHIFT
    for theirs, row in MPNET.items():
        own = own.masked_fill(ids == theirs, row)
    return own


def load_network(checkpoint: str | Path, seed: int, dropout: float = 0.0) -> Network:
    """The pretrained encoder under new heads."""
    torch.manual_seed(seed)
    encoder = AutoModel.from_pretrained(
        str(checkpoint), add_pooling_layer=False, hidden_dropout_prob=dropout, attention_probs_dropout_prob=dropout / 2
    )
    return Network(encoder)


def train(
    network: Network,
    windows: Sequence[Packed],
    recipe: Recipe,
    *,
    report: Callable[[str], None],
    after_epoch: Callable[[dict[str, Tensor]], None] = lambda averaged: None,
) -> None:
    """AdamW with a linear warm-up and decay; batches of windows of similar length in shuffled order. At the end
    ``network`` has the average of its weights over the last steps."""
    heads = list(network.heads.parameters())
    encoder = [p for p in network.encoder.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "lr": recipe.encoder_rate}, {"params": heads, "lr": recipe.head_rate}],
        weight_decay=recipe.decay,
        betas=(0.9, 0.98),
        fused=True,
    )
    average = Average(network, recipe.averaged)
    order = random.Random(recipe.seed)
    shown = [[w for w in windows for _ in range(int(w.shown + order.random()))] for _ in range(recipe.epochs)]
    steps = sum(math.ceil(len(one) / recipe.batch) for one in shown)
    schedule = warm_up_and_decay(optimizer, steps, recipe.warmup)
    for epoch in range(recipe.epochs):
        network.train()
        began, running, statements = time.monotonic(), 0.0, 0
        for chosen in batches(shown[epoch], recipe.batch, order, lambda w: len(w.ids)):
            batch = collated(chosen, network.device)
            amiss = loss(network(batch, recipe.masked), batch, recipe.weights)
            (amiss / max(8, len(batch))).backward()
            nn.utils.clip_grad_norm_(encoder + heads, 1.0)
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
            average.add(network)
            running, statements = running + float(amiss.detach()), statements + len(batch)
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
