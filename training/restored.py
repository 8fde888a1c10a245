"""The weights of an exported reader as floats again, to train on from what ships where no ``.pt`` was kept.

Undoes what `training.export` did: matrices of int8 times their scales. What rounding took is gone, so the restored
network computes what the exported one does.
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
    rounded = {name.removesuffix("_int8") for name in arrays if name.endswith("_int8")}
    state = {name: array for name, array in arrays.items() if name.endswith((".weight", ".bias"))}
    state |= {name: floats(arrays, name) for name in rounded if name.startswith("encoder.")}
    for node in graph.node:
        matrix = node.input[1].removesuffix("_float") if node.op_type == "MatMul" else ""
        if matrix in rounded:
            state[f"encoder.{layer_of(node.name)}.weight"] = floats(arrays, matrix).T
    with np.load(folder / "heads.npz") as stored:
        heads = {f"heads.{name}": stored[name] for name in stored.files}
    return {name: torch.tensor(np.asarray(array, dtype=np.float32)) for name, array in (state | heads).items()}


def layer_of(node: str) -> str:
    """``encoder.layer.0.output.dense`` for the node ``/encoder/encoder/layer.0/output/dense/MatMul``."""
    path = node.strip("/").removeprefix("encoder/").replace("/", ".")
    found = [f"encoder.layer.{n}.{part}" for n in range(24) for part in LAYER if f"encoder.layer.{n}.{part}." in path]
    if len(found) != 1:
        raise ValueError(f"encoder.onnx: {node!r} is no layer that training.export writes; export it anew")
    return found[0]


def floats(arrays: Arrays, name: str) -> NDArray[np.float32]:
    """The rounded weights ``name`` times their scales."""
    made: NDArray[np.float32] = arrays[f"{name}_int8"].astype(np.float32) * arrays[f"{name}_scale"]
    return made
