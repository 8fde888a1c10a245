"""A trained network -> the files that ship: encoder, heads, tokenizer."""

from __future__ import annotations

import copy
import io
import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import helper, numpy_helper
from torch import Tensor, nn

from training.model import Heads
from training.train import Network

Floats = NDArray[np.float32]
TINY = 1e-8
"""What the largest number of a column is taken for where all are nothing."""


class TokenStates(nn.Module):
    """The encoder as one function of ids [1, T]: no padding, so no mask."""

    def __init__(self, encoder: nn.Module) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor) -> Tensor:
        states: Tensor = self.encoder(input_ids=ids, attention_mask=torch.ones_like(ids)).last_hidden_state
        return states


def export(network: Network, tokenizer: Path, folder: Path) -> None:
    """Write ``encoder.onnx`` (matrices stored as int8), ``heads.npz`` (float16), ``weave.onnx`` (their layers once
    more, in float32) and ``tokenizer.json`` to ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    encoder = copy.deepcopy(network.encoder)
    encoder.set_attn_implementation("eager")  # a tenth faster under onnxruntime than what the fused one becomes
    ids = torch.ones(1, 16, dtype=torch.long)
    write_rounded(TokenStates(encoder), {"ids": ids}, "states", ("ids", "states"), folder / "encoder.onnx")
    heads = {name: weight.detach().numpy().astype(np.float16) for name, weight in network.heads.state_dict().items()}
    np.savez_compressed(folder / "heads.npz", **heads)
    halved = copy.deepcopy(network.heads)
    halved.load_state_dict({name: torch.from_numpy(weight.astype(np.float32)) for name, weight in heads.items()})
    write_weave(Weave(halved), folder / "weave.onnx")
    shutil.copyfile(tokenizer, folder / "tokenizer.json")


class Weave(nn.Module):
    """`dragoman.reading.heads.Heads.weave` as one function of x [S, width] -> [S, 8]. There are few numbers in it and
    many steps, so its cost is the steps': queries are scaled beforehand, and both ends are one matrix."""

    def __init__(self, heads: Heads) -> None:
        super().__init__()
        self.layers, self.norm = copy.deepcopy(heads.layers), heads.last_norm
        self.width = width = int(self.norm.normalized_shape[0])
        for layer in self.layers:
            for weights in (layer.mix.weight, layer.mix.bias):
                weights.data[:width] /= (width // layer.heads) ** 0.5
        ends = (heads.point_out, heads.slot_out)
        self.out = nn.Linear(width, sum(end.out_features for end in ends))
        self.out.weight.data = torch.cat([end.weight.data for end in ends])
        self.out.bias.data = torch.cat([end.bias.data for end in ends])

    def forward(self, x: Tensor) -> Tensor:
        for layer in self.layers:
            mixed = layer.mix(layer.norm(x)).reshape(-1, 3, layer.heads, self.width // layer.heads)
            query, key, value = mixed.permute(1, 2, 0, 3).split(1)
            mixed = (query @ key.transpose(-1, -2)).softmax(-1) @ value
            x = layer.thought_over(x + layer.out(mixed.permute(0, 2, 1, 3).reshape(-1, self.width)))
        scores: Tensor = self.out(self.norm(x))
        return scores


def write_weave(weave: Weave, path: Path) -> None:
    torch.onnx.export(
        weave,
        (torch.zeros(8, weave.width),),
        str(path),
        dynamo=False,
        input_names=["x"],
        output_names=["scores"],
        opset_version=17,
        dynamic_axes={name: {0: "places"} for name in ("x", "scores")},
    )


def write_rounded(
    module: nn.Module, inputs: dict[str, Tensor], output: str, by_token: Sequence[str], path: Path
) -> None:
    """``module`` as an ONNX file whose matrices are stored as int8 (see `rounded`). The second axis of what
    ``by_token`` names may be of any length."""
    whole = io.BytesIO()
    torch.onnx.export(
        module,
        tuple(inputs.values()),
        whole,
        dynamo=False,
        input_names=list(inputs),
        output_names=[output],
        opset_version=17,
        dynamic_axes={name: {1: "tokens"} for name in by_token},
    )
    onnx.save(rounded(onnx.load_model_from_string(whole.getvalue())), str(path))


def rounded(model: onnx.ModelProto) -> onnx.ModelProto:
    """``model`` with the matrices that it multiplies by or looks rows up in as int8, a scale for every column of the
    former and every row of the latter. What is multiplied is made float again when the file is opened, and all
    arithmetic is float's: int8 arithmetic differs between processors (without VNNI its sums are cut off at 16 bits)."""
    graph = model.graph
    matrices = {tensor.name: tensor for tensor in graph.initializer if len(tensor.dims) == 2}
    nodes, stored = [], {}
    for node in graph.node:
        place = {"MatMul": 1, "Gather": 0}.get(node.op_type)
        name = node.input[place] if place is not None else None
        if name not in matrices or matrices[name].data_type != onnx.TensorProto.FLOAT:
            nodes.append(node)
        elif node.op_type == "MatMul":
            if name not in stored:
                stored[name] = whole_numbers(numpy_helper.to_array(matrices[name]), axis=0)
                nodes += as_floats(f"{name}_int8", f"{name}_scale", f"{name}_float")
            node.input[1] = f"{name}_float"
            nodes.append(node)
        else:
            stored[name] = whole_numbers(numpy_helper.to_array(matrices[name]), axis=1)
            rows, found = node.input[1], node.output[0]
            picked, scales = f"{found}_int8", f"{found}_scale"
            nodes.append(helper.make_node("Gather", [f"{name}_int8", rows], [picked], f"{node.name}_int8"))
            nodes.append(helper.make_node("Gather", [f"{name}_scale", rows], [scales], f"{node.name}_scale"))
            nodes += as_floats(picked, scales, found)
    kept = [tensor for tensor in graph.initializer if tensor.name not in stored]
    made = [
        numpy_helper.from_array(array, f"{name}_{part}")
        for name, pair in stored.items()
        for part, array in zip(("int8", "scale"), pair, strict=True)
    ]
    graph.ClearField("node"), graph.ClearField("initializer")
    graph.node.extend(nodes), graph.initializer.extend([*kept, *made])
    return model


def whole_numbers(matrix: Floats, axis: int) -> tuple[NDArray[np.int8], Floats]:
    """``matrix`` as whole numbers from -127 to 127, and what they are to be multiplied by along ``axis``."""
    scale = np.maximum(np.abs(matrix).max(axis, keepdims=True), TINY) / 127
    return np.rint(matrix / scale).astype(np.int8), scale.astype(np.float32)


def as_floats(whole: str, scale: str, result: str) -> list[onnx.NodeProto]:
    """Nodes that multiply whole numbers by their scale."""
    cast = f"{result}_cast"
    return [
        helper.make_node("Cast", [whole], [cast], f"{result}_cast", to=onnx.TensorProto.FLOAT),
        helper.make_node("Mul", [cast, scale], [result], f"{result}_scaled"),
    ]
