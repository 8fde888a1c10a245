"""The network's heads in numpy: the arithmetic of ``training/model.py`` on the token states of one window.

Shapes: T tokens, N anchors, M slots; ``hidden`` is the encoder's width. Logits throughout unless said otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

DISTANCES = 15


@dataclass(frozen=True)
class Heads:
    """``weights`` by the names of the torch module's parameters."""

    weights: dict[str, Floats]

    def linear(self, name: str, x: Floats) -> Floats:
        result: Floats = x @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]
        return result

    def kinds(self, states: Floats) -> Floats:
        """[T, 12]: a statement of this kind is anchored at this token."""
        return self.linear("kind_out", gelu(self.linear("kind_in", states)))

    def anchors(self, states: Floats, mask: NDArray[np.bool_], at: Ints, kind: Ints) -> tuple[Floats, Floats]:
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

    def pointers(self, states: Floats, conditions: Floats, at: Ints, reach: Ints) -> Floats:
        """[N, 3, L]: end of object, start of quote, end of quote, at the token positions ``reach`` [N, L]."""
        n, length = reach.shape
        tokens = self.linear("point_token", states)[reach]
        given = self.linear("point_condition", conditions)
        distance = self.weights["point_distance.weight"][bucket(reach - at[:, None])]
        joined = gelu(tokens + given[:, None] + distance).reshape(n, length, 3, 128)
        logits: Floats = np.einsum("nlpd,pd->npl", joined, self.weights["point_out"])
        return logits

    def slots(
        self, states: Floats, conditions: Floats, at: Ints, spans: Ints, types: Ints, same: NDArray[np.bool_]
    ) -> Floats:
        """[N, M, 5]: source, target, by, date, value."""
        if not len(spans):
            return np.zeros((len(at), 0, 5), dtype=np.float32)
        pooled = np.stack([states[a:b].mean(0) for a, b in spans.tolist()])
        token = self.linear("slot_token", pooled)
        gate = self.linear("slot_gate", conditions)
        product = self.linear("slot_product", token[None] * gate[:, None])
        distance = bucket(spans[None, :, 0] - at[:, None]) + DISTANCES * same.astype(np.int64)
        joined = token[None] + self.linear("slot_condition", conditions)[:, None] + product
        joined = joined + self.weights["slot_distance.weight"][distance] + self.weights["slot_type.weight"][types][None]
        return self.linear("slot_out", gelu(joined))


def gelu(x: Floats) -> Floats:
    """The tanh form, as the network was trained with."""
    result: Floats = 0.5 * x * (1 + np.tanh(np.float32(0.7978845608) * (x + np.float32(0.044715) * x**3)))
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
