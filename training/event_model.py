"""The event classifier's network: an encoder, and one layer on [mean, source, target, first token]."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel

from dragoman.events.marking import SOURCE_MARKS, TARGET_MARKS
from training.model import gelu
from training.train import own_ids

START_FROM = {SOURCE_MARKS[0]: 1031, SOURCE_MARKS[1]: 1031, TARGET_MARKS[0]: 1001, TARGET_MARKS[1]: 1001}
"""Marks begin as ``@`` and ``#``, which the encoder knows as signs that are no words."""
KEPT_LAYERS = (0, 1, 3, 5)
"""Of the six of the small encoder: a third less to compute, and the teacher makes up for what they knew."""


class EventNetwork(nn.Module):
    """``outputs`` numbers, the last ``contexts`` of them for contexts."""

    def __init__(self, encoder: nn.Module, outputs: int, contexts: int, width: int = 384, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = encoder
        self.inner = nn.Linear(4 * encoder.config.hidden_size, width)
        self.outer = nn.Linear(width, outputs)
        self.drop = nn.Dropout(dropout)
        nn.init.constant_(self.outer.bias[-contexts:], -3.0)  # one context in twenty or so holds of a sentence

    def forward(self, ids: Tensor, source: Tensor, target: Tensor, mask: Tensor | None = None) -> Tensor:
        """``ids`` [N, T]; ``source``, ``target`` 1.0 on their tokens; ``mask`` 0 on padding -> logits [N, outputs]."""
        mask = torch.ones_like(ids) if mask is None else mask
        states = self.encoder(input_ids=own_ids(self.encoder, ids), attention_mask=mask).last_hidden_state
        parts = [mean(states, mask.float()), mean(states, source), mean(states, target), states[:, 0]]
        return self.outer(self.drop(gelu(self.inner(self.drop(torch.cat(parts, -1))))))


def mean(states: Tensor, weights: Tensor) -> Tensor:
    """Of the tokens that weigh 1; zeros where none do."""
    return (states * weights[:, :, None]).sum(1) / weights.sum(1, keepdim=True).clamp(min=1.0)


def load_network(
    checkpoint: str | Path, outputs: int, contexts: int, seed: int, start: Path | None = None, *, whole: bool = False
) -> EventNetwork:
    """The pretrained encoder under a new head, with `KEPT_LAYERS` of it or ``whole``; from ``start``, the encoder of a
    trained reader, which has seen far more such prose than the written pairs hold."""
    torch.manual_seed(seed)
    encoder = AutoModel.from_pretrained(str(checkpoint), add_pooling_layer=False)
    if start is not None:
        kept = {k.removeprefix("encoder."): v for k, v in torch.load(start).items() if k.startswith("encoder.")}
        encoder.load_state_dict(kept)
    if not whole:
        encoder.encoder.layer = nn.ModuleList(encoder.encoder.layer[i] for i in KEPT_LAYERS)
    words = encoder.embeddings.word_embeddings.weight.data
    for mark, like in START_FROM.items():
        row, model = own_ids(encoder, torch.tensor([mark, like]))
        words[row] = words[model] + 0.02 * torch.randn(words.shape[1])
    return EventNetwork(encoder, outputs, contexts)
