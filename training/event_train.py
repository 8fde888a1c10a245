"""Train the event classifier. Deterministic for given examples, seed and number of threads."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from dragoman.events.marking import SOURCE_MARKS, TARGET_MARKS, Marked, between
from training.event_examples import UNKNOWN, Example
from training.event_model import EventNetwork
from training.event_names import LABELS, N_EVENTS, N_MODES
from training.train import MARKED, MASK, batches, warm_up_and_decay

MIRRORED = ("CONSULT", "COOPERATE")
"""Types whose act is mutual: who is source and who is target may change places."""
MIRRORED_MODES = (UNKNOWN, *(i for i, (_, mode) in enumerate(LABELS.modes) if mode != "visit"))
OF_TYPE = torch.tensor([[event == other for other, _ in LABELS.modes] for event in LABELS.events])
SAME_TYPE = torch.tensor([[one == other for other, _ in LABELS.modes] for one, _ in LABELS.modes])


@dataclass(frozen=True)
class EventRecipe:
    """``masked``: share of words hidden; ``unmarked``: share of examples that lose a mark, so that pairs whose words
    are not found can be answered; ``mirrored``: share of mutual acts with source and target changed over;
    ``teacher_share``: what the teacher's answer counts beside a written label."""

    epochs: int = 4
    batch: int = 16
    encoder_rate: float = 1e-4
    head_rate: float = 1e-3
    warmup: float = 0.1
    decay: float = 0.01
    smoothing: float = 0.05
    mode_weight: float = 0.5
    context_weight: float = 8.0
    masked: float = 0.08
    unmarked: float = 0.02
    mirrored: float = 0.2
    teacher_share: float = 0.6
    seed: int = 7


TEACHER = EventRecipe(batch=96, encoder_rate=4e-5, head_rate=5e-4)
TAUGHT = EventRecipe(epochs=7, batch=128, encoder_rate=3e-4)
"""How the teacher is trained, and the network that ships by its answers."""


def train(
    network: EventNetwork, examples: Sequence[Example], recipe: EventRecipe, *, report: Callable[[str], None]
) -> None:
    """AdamW with linear warm-up and decay; batches of examples of similar length in shuffled order."""
    network.encoder.embeddings.requires_grad_(False)  # most words of what will be read are not in what is learnt
    encoder = [p for p in network.encoder.parameters() if p.requires_grad]
    head = [*network.inner.parameters(), *network.outer.parameters()]
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "lr": recipe.encoder_rate}, {"params": head, "lr": recipe.head_rate}],
        weight_decay=recipe.decay,
        fused=True,
    )
    schedule = warm_up_and_decay(optimizer, recipe.epochs * math.ceil(len(examples) / recipe.batch), recipe.warmup)
    order = random.Random(recipe.seed)
    for epoch in range(recipe.epochs):
        network.train()
        began, running = time.monotonic(), 0.0
        for batch in batches(examples, recipe.batch, order, lambda e: len(e.marked.ids)):
            loss = batch_loss(network, [varied(e, recipe, order) for e in batch], recipe)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
            running += float(loss.detach()) * len(batch)
        report(
            f"epoch {epoch + 1}/{recipe.epochs}: loss {running / len(examples):.3f}, {time.monotonic() - began:.0f} s"
        )


def varied(example: Example, recipe: EventRecipe, order: random.Random) -> tuple[Example, Marked]:
    """The example with its ids as they are shown this time."""
    marked = example.marked
    if LABELS.events[example.event] in MIRRORED and example.mode in MIRRORED_MODES and order.random() < recipe.mirrored:
        marked = mirrored(marked)
    if order.random() < recipe.unmarked:
        marked = without_mark(marked, order.choice((SOURCE_MARKS, TARGET_MARKS)))
    hidden = tuple(MASK if i > MARKED and order.random() < recipe.masked else i for i in marked.ids)
    return example, Marked(hidden, marked.source, marked.target)


def mirrored(marked: Marked) -> Marked:
    """Source and target changed over."""
    other = dict(zip((*SOURCE_MARKS, *TARGET_MARKS), (*TARGET_MARKS, *SOURCE_MARKS), strict=True))
    return Marked(tuple(other.get(i, i) for i in marked.ids), marked.target, marked.source)


def without_mark(marked: Marked, marks: tuple[int, int]) -> Marked:
    kept = [i for i in marked.ids if i not in marks]
    return Marked(tuple(kept), between(kept, SOURCE_MARKS), between(kept, TARGET_MARKS))


def tensors(marked: Sequence[Marked]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Ids, source, target and mask [N, T], padded on the right."""
    longest = max(len(m.ids) for m in marked)
    ids = torch.zeros(len(marked), longest, dtype=torch.long)
    source, target, mask = (torch.zeros(len(marked), longest) for _ in range(3))
    for row, one in enumerate(marked):
        ids[row, : len(one.ids)] = torch.tensor(one.ids)
        source[row, slice(*one.source)] = 1
        target[row, slice(*one.target)] = 1
        mask[row, : len(one.ids)] = 1
    return ids, source, target, mask


def batch_loss(network: EventNetwork, shown: Sequence[tuple[Example, Marked]], recipe: EventRecipe) -> Tensor:
    """Types by cross-entropy with smoothed labels, modes among those of the right type, contexts one by one; all
    against the teacher's probabilities where a teacher has answered."""
    examples = [example for example, _ in shown]
    device = network.outer.weight.device
    with torch.autocast("cuda", dtype=torch.bfloat16, enabled=device.type == "cuda"):
        logits = network(*(one.to(device) for one in tensors([marked for _, marked in shown])))
    logits = logits.float()
    if all(e.taught is not None for e in examples):
        return taught_loss(logits, examples, recipe)
    weights = torch.tensor([e.weight for e in examples], device=device)
    events = torch.tensor([e.event for e in examples], device=device)
    losses = functional.cross_entropy(logits[:, :N_EVENTS], events, reduction="none", label_smoothing=recipe.smoothing)
    loss = (weights * losses).sum() / weights.sum()
    moded = [row for row, e in enumerate(examples) if e.mode != UNKNOWN]
    if moded:
        same = SAME_TYPE[[examples[r].mode for r in moded]].to(device)
        scores = logits[moded, N_EVENTS : N_EVENTS + N_MODES].masked_fill(~same, -1e4)
        modes = torch.tensor([examples[r].mode for r in moded], device=device)
        loss = loss + recipe.mode_weight * functional.cross_entropy(scores, modes)
    told = [row for row, e in enumerate(examples) if e.contexts is not None]
    if told:
        gold = torch.zeros(len(told), len(LABELS.contexts), device=device)
        for row, index in enumerate(told):
            gold[row, list(examples[index].contexts or ())] = 1
        wrong = functional.binary_cross_entropy_with_logits(logits[told, N_EVENTS + N_MODES :], gold)
        loss = loss + recipe.context_weight * wrong
    return loss


def taught_loss(logits: Tensor, examples: Sequence[Example], recipe: EventRecipe) -> Tensor:
    """The teacher's types, with the written label beside them where there is one; the modes of its likeliest type; its
    contexts."""
    taught = torch.from_numpy(np.stack([e.taught for e in examples])).to(logits.device)  # type: ignore[misc]
    wanted = taught[:, :N_EVENTS].softmax(-1)
    known = torch.tensor([e.event != UNKNOWN for e in examples], device=logits.device)
    labels = torch.tensor([max(e.event, 0) for e in examples], device=logits.device)
    gold = functional.one_hot(labels, N_EVENTS) * (1 - recipe.smoothing) + recipe.smoothing / N_EVENTS
    share = torch.where(known, recipe.teacher_share, 1.0)[:, None]
    wanted = share * wanted + (1 - share) * gold
    loss = -(wanted * logits[:, :N_EVENTS].log_softmax(-1)).sum(-1).mean()
    mine = OF_TYPE.to(logits.device)[taught[:, :N_EVENTS].argmax(-1)]
    moded = mine.any(-1)
    if moded.any():
        modes = taught[moded, N_EVENTS : N_EVENTS + N_MODES].masked_fill(~mine[moded], -1e4).softmax(-1)
        said = logits[moded, N_EVENTS : N_EVENTS + N_MODES].masked_fill(~mine[moded], -1e4).log_softmax(-1)
        loss = loss - recipe.mode_weight * (modes * said).sum(-1).mean()
    contexts = taught[:, N_EVENTS + N_MODES :].sigmoid()
    wrong = functional.binary_cross_entropy_with_logits(logits[:, N_EVENTS + N_MODES :], contexts)
    return loss + recipe.context_weight * wrong


@torch.no_grad()
def scores(network: EventNetwork, marked: Sequence[Marked], size: int = 32) -> np.ndarray:
    """The network's numbers for each, without dropout."""
    network.eval()
    order = sorted(range(len(marked)), key=lambda i: len(marked[i].ids))
    found = np.zeros((len(marked), LABELS.size), dtype=np.float32)
    for start in range(0, len(order), size):
        rows = order[start : start + size]
        device = network.outer.weight.device
        found[rows] = network(*(one.to(device) for one in tensors([marked[i] for i in rows]))).float().cpu().numpy()
    return found
