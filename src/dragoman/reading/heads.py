"""The network's heads in numpy: the arithmetic of ``training/model.py`` on the token states of one window.

Shapes: T tokens, N anchors, M slots; ``hidden`` is the encoder's width. Logits throughout unless said otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.reading.candidates import Places, Reach

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]
Weave = Callable[[Floats], Floats]
"""What `Heads.weave` does, elsewhere than in numpy."""

DISTANCES = 15
LAYERS = 2
ATTENTION = 4
"""Attention heads of each layer."""
POINTERS = 3
"""End of object, start and end of quote."""
ROLES = 5
"""Source, target, by, date, value."""


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
        self, states: Floats, conditions: Floats, at: Ints, places: Places, within: Sequence[Reach]
    ) -> Iterator[tuple[Floats, Floats]]:
        """What belongs to each anchor, the L tokens of its sentence and the K slots in its reach weighed against each
        other: pointers [3, L] (end of object, start and end of quote) and slots [K, 5] (source, target, by, date,
        value). Each anchor is weighed alone: nothing depends on the others, and nothing is padded, which costs more
        than it saves.
        """
        weights, weave = self.weights, self.weaving or self.weave
        low, high = min(reach.first for reach in within), max(reach.last for reach in within)
        tokens = self.linear("token_in", states[low:high])
        apart = weights["token_distance.weight"][bucket(np.arange(-high, high))]  # at ``high`` is the anchor's own
        slots = np.empty((0, tokens.shape[1]), dtype=np.float32)
        if len(places.spans):
            pooled = np.stack([states[a] if b == a + 1 else states[a:b].mean(0) for a, b in places.spans.tolist()])
            slots = self.linear("slot_in", pooled) + weights["slot_type.weight"][places.types]
            slots += weights["slot_trait.weight"][places.traits]
        given = self.linear("given", conditions)
        for anchor, reach, own in zip(at.tolist(), within, given, strict=True):
            length, picked = reach.last - reach.first, reach.picked
            woven = np.empty((length + len(picked), tokens.shape[1]), dtype=np.float32)
            beside = apart[high + reach.first - anchor : high + reach.last - anchor]
            np.add(tokens[reach.first - low : reach.last - low], beside, out=woven[:length])
            distance = bucket(places.spans[picked, 0] - anchor) + DISTANCES * reach.where
            np.add(slots[picked], weights["slot_distance.weight"][distance], out=woven[length:])
            woven += own
            scores = weave(woven)
            yield scores[:length, :POINTERS].T, scores[length:, POINTERS:]

    def weave(self, x: Floats) -> Floats:
        """The tokens and slots of one anchor [S, width] weighed against each other: [S, 8], pointers and then slots."""
        for number in range(LAYERS):
            x = self.layer(f"layers.{number}", x)
        x = self.norm("last_norm", x)
        return np.concatenate([self.linear("point_out", x), self.linear("slot_out", x)], -1)

    def layer(self, name: str, x: Floats) -> Floats:
        """One transformer layer on [S, width], normalised before each half."""
        s, width = x.shape
        mixed = self.linear(f"{name}.mix", self.norm(f"{name}.norm", x))
        query, key, value = mixed.reshape(s, 3, ATTENTION, width // ATTENTION).transpose(1, 2, 0, 3)
        weights = softmax(query @ key.transpose(0, 2, 1) / np.sqrt(np.float32(width // ATTENTION)))
        x = x + self.linear(f"{name}.out", (weights @ value).transpose(1, 0, 2).reshape(s, width))
        wide = np.maximum(self.linear(f"{name}.widen", self.norm(f"{name}.second_norm", x)), 0)
        return x + self.linear(f"{name}.narrow", wide)

    def norm(self, name: str, x: Floats) -> Floats:
        centred = x - x.mean(-1, keepdims=True)
        scaled = centred / np.sqrt((centred * centred).mean(-1, keepdims=True) + np.float32(1e-5))
        result: Floats = scaled * self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"]
        return result


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
