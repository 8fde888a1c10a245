"""The network's heads in numpy: the arithmetic of ``training/model.py`` on the token states of one window.

Shapes: T tokens, N anchors, M slots; ``hidden`` is the encoder's width. Logits throughout unless said otherwise.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.reading.candidates import Places, Reach

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]
Weave = Callable[[Floats, Mask], Floats]
"""What `Heads.weave` does, elsewhere than in numpy."""

DISTANCES = 15
LAYERS = 2
ATTENTION = 4
"""Attention heads of each layer."""
POINTERS = 3
"""End of object, start and end of quote."""
ROLES = 5
"""Source, target, by, date, value."""
PARTS, MANY = 3, 4
"""Anchors of a window are weighed in so many parts at most, each of so many anchors at least."""


@dataclass(frozen=True)
class Heads:
    """``weights`` by the names of the torch module's parameters; ``weaving`` does the work of `weave` where it is
    given, in half the time."""

    weights: dict[str, Floats]
    weaving: Weave | None = None

    def linear(self, name: str, x: Floats) -> Floats:
        result: Floats = x @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]
        return result

    def kinds(self, states: Floats) -> Floats:
        """[T, 12]: a statement of this kind is anchored at this token."""
        return self.linear("kind_out", gelu(self.linear("kind_in", states)))

    def anchors(self, states: Floats, mask: Mask, at: Ints, kind: Ints) -> tuple[Floats, Floats]:
        """Anchor features [N, 2*hidden+64] and the attention [N, T] of each anchor over its sentence."""
        embedded = self.weights["kind_embedding.weight"][kind]
        query = self.linear("pool_query", np.concatenate([states[at], embedded], -1))
        logits = np.where(mask, query @ states.T / np.sqrt(np.float32(states.shape[-1])), np.float32(-1e4))
        attention = softmax(logits)
        return np.concatenate([states[at], attention @ states, embedded], -1), attention

    def stages(self, anchors: Floats) -> Floats:
        return self.linear("stage_out", gelu(self.linear("stage_in", anchors)))

    def conditions(self, anchors: Floats, stage: Ints) -> Floats:
        embedded = self.weights["stage_embedding.weight"][stage]
        return gelu(self.linear("condition", np.concatenate([anchors, embedded], -1)))

    def events(self, conditions: Floats) -> Floats:
        return self.linear("event_out", gelu(self.linear("event_in", conditions)))

    def fields(
        self, states: Floats, conditions: Floats, at: Ints, places: Places, reach: Reach
    ) -> tuple[Floats, Floats]:
        """What belongs to each anchor, its sentence's tokens and the slots in reach weighed against each other.

        Gives pointers [N, 3, L] (end of object, start and end of quote) and slots [N, K, 5] (source, target, by,
        date, value).
        """
        weights = self.weights
        first, last = int(reach.tokens.min()), int(reach.tokens.max())
        tokens = self.linear("token_in", states[first : last + 1])
        (many, length), mask = reach.tokens.shape, reach.inside
        # One array, filled in place, as new ones take time.
        woven = np.empty((many, length + reach.picked.shape[1], tokens.shape[1]), dtype=np.float32)
        apart = weights["token_distance.weight"][bucket(reach.tokens - at[:, None])]
        np.add(tokens[reach.tokens - first], apart, out=woven[:, :length])
        if reach.picked.shape[1]:
            pooled = np.stack([states[a] if b == a + 1 else states[a:b].mean(0) for a, b in places.spans.tolist()])
            slots = self.linear("slot_in", pooled) + weights["slot_type.weight"][places.types]
            slots = slots + weights["slot_trait.weight"][places.traits]
            distance = bucket(places.spans[:, 0][reach.picked] - at[:, None]) + DISTANCES * reach.where
            np.add(slots[reach.picked], weights["slot_distance.weight"][distance], out=woven[:, length:])
            mask = np.concatenate([mask, reach.present], 1)
        woven += self.linear("given", conditions)[:, None]
        scores = in_parts(self.weaving or self.weave, woven, mask)
        return scores[:, :length, :POINTERS].transpose(0, 2, 1), scores[:, length:, POINTERS:]

    def weave(self, x: Floats, mask: Mask) -> Floats:
        """Tokens and slots [N, S, width] weighed against each other: [N, S, 8], pointers and then slots. ``mask``
        [N, S] is false on padding."""
        for number in range(LAYERS):
            x = self.layer(f"layers.{number}", x, mask)
        x = self.norm("last_norm", x)
        return np.concatenate([self.linear("point_out", x), self.linear("slot_out", x)], -1)

    def layer(self, name: str, x: Floats, mask: Mask) -> Floats:
        """One transformer layer on [N, S, width], normalised before each half."""
        n, s, width = x.shape
        mixed = self.linear(f"{name}.mix", self.norm(f"{name}.norm", x))
        query, key, value = mixed.reshape(n, s, 3, ATTENTION, width // ATTENTION).transpose(2, 0, 3, 1, 4)
        logits = query @ key.transpose(0, 1, 3, 2) / np.sqrt(np.float32(width // ATTENTION))
        weights = softmax(np.where(mask[:, None, None, :], logits, np.float32(-1e4)))
        x = x + self.linear(f"{name}.out", (weights @ value).transpose(0, 2, 1, 3).reshape(n, s, width))
        wide = np.maximum(self.linear(f"{name}.widen", self.norm(f"{name}.second_norm", x)), 0)
        return x + self.linear(f"{name}.narrow", wide)

    def norm(self, name: str, x: Floats) -> Floats:
        centred = x - x.mean(-1, keepdims=True)
        scaled = centred / np.sqrt((centred * centred).mean(-1, keepdims=True) + np.float32(1e-5))
        result: Floats = scaled * self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"]
        return result


def in_parts(weave: Weave, x: Floats, mask: Mask) -> Floats:
    """``weave`` of [N, S, width], a third of N at a time if there are many, those of like size together: less of them
    is padding."""
    parts = np.array_split(np.argsort(mask.sum(1), kind="stable"), min(PARTS, max(1, len(x) // MANY)))
    if len(parts) == 1:
        return weave(x, mask)
    scores = np.zeros((*mask.shape, POINTERS + ROLES), dtype=np.float32)
    for rows in parts:
        there = np.flatnonzero(mask[rows].any(0))
        scores[np.ix_(rows, there)] = weave(x[np.ix_(rows, there)], mask[np.ix_(rows, there)])
    return scores


def gelu(x: Floats) -> Floats:
    """The tanh form, as the network was trained with."""
    result: Floats = x * x  # one array is worked on in place, as new ones take time
    result *= np.float32(0.044715)
    result += 1
    result *= x
    result *= np.float32(0.7978845608)
    np.tanh(result, out=result)
    result += 1
    result *= x
    result *= np.float32(0.5)
    return result


def softmax(x: Floats) -> Floats:
    raised = np.exp(x - x.max(-1, keepdims=True))
    result: Floats = raised / raised.sum(-1, keepdims=True)
    return result


def sigmoid(x: Floats) -> Floats:
    result: Floats = (1 / (1 + np.exp(-np.clip(x, -30, 30)))).astype(np.float32)
    return result


def bucket(distance: Ints) -> Ints:
    """Signed token distance -> one of `DISTANCES` bins: exact to 1, then doubling to 64."""
    size = np.maximum(np.abs(distance), 1)
    step = np.minimum(np.floor(np.log2(size)).astype(np.int64) + 1, 7) * (distance != 0)
    binned: Ints = 7 + np.sign(distance) * step
    return binned
