"""The weights of an exported reader as floats again, to train on from what ships where no ``.pt`` was kept.

Undoes what `training.export` did: int8 weights times their scales, levelled layers back. What rounding took is gone:
the token states of the restored network differ from the exported ones by about 0.08 of their norm, most of which is the
rounding of inputs that only the exported one has.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor

Arrays = dict[str, NDArray[np.float32]]
ATTENTION = ("attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense")
LAYER = (*ATTENTION, "intermediate.dense", "output.dense")
"""The linear layers of one layer of BERT."""


def restored(folder: Path) -> dict[str, Tensor]:
    """The state of `training.train.Network` from ``encoder.onnx`` and ``heads.npz`` in ``folder``. Raises `ValueError`
    where the file holds other layers than `training.export` writes."""
    graph = onnx.load(str(folder / "encoder.onnx")).graph
    arrays: Arrays = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    state = {name.removeprefix("encoder."): array for name, array in arrays.items() if "LayerNorm" in name}
    for name in [name.removesuffix("_quantized") for name in arrays if name.endswith("_embeddings.weight_quantized")]:
        state[name.removeprefix("encoder.")] = floats(arrays, name)
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            name = layer_of(node.name)
            shrink = arrays.get(f"encoder.{name}.shrink", np.ones(1, dtype=np.float32))
            state[f"{name}.weight"] = floats(arrays, node.input[1].removesuffix("_quantized")).T * shrink
            levelled = f"encoder.{name}.linear.bias"
            state[f"{name}.bias"] = arrays[levelled if levelled in arrays else f"encoder.{name}.bias"]
    with np.load(folder / "heads.npz") as stored:
        heads = {f"heads.{name}": stored[name] for name in stored.files}
    every = {f"encoder.{name}": array for name, array in state.items()} | heads
    return {name: torch.tensor(np.asarray(array, dtype=np.float32)) for name, array in every.items()}


def layer_of(node: str) -> str:
    """``encoder.layer.0.output.dense`` for the node ``/encoder/encoder/layer.0/output/dense/MatMul_quant``."""
    path = node.strip("/").removeprefix("encoder/").replace("/", ".")
    found = [f"encoder.layer.{n}.{part}" for n in range(24) for part in LAYER if f"encoder.layer.{n}.{part}." in path]
    if len(found) != 1:
        raise ValueError(f"encoder.onnx: {node!r} is no layer that training.export writes; export it anew")
    return found[0]


def floats(arrays: Arrays, name: str) -> NDArray[np.float32]:
    """The rounded weights ``name`` times their scales."""
    rounded = arrays[f"{name}_quantized"].astype(np.float32) - arrays[f"{name}_zero_point"].astype(np.float32)
    made: NDArray[np.float32] = rounded * arrays[f"{name}_scale"]
    return made
