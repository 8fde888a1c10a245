"""A trained network -> the files that ship: int8 encoder, heads, tokenizer."""

from __future__ import annotations

import copy
import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from training.model import Heads
from training.train import Network


class TokenStates(nn.Module):
    """The encoder as one function of ids [1, T]: no padding, so no mask."""

    def __init__(self, encoder: nn.Module) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor) -> Tensor:
        states: Tensor = self.encoder(input_ids=ids, attention_mask=torch.ones_like(ids)).last_hidden_state
        return states


def export(network: Network, tokenizer: Path, folder: Path) -> None:
    """Write ``encoder.onnx`` (int8 per channel), ``heads.npz`` (float16), ``weave.onnx`` (their layers once more, in
    float32) and ``tokenizer.json`` to ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    ids = torch.ones(1, 16, dtype=torch.long)
    write_int8(TokenStates(network.encoder), {"ids": ids}, "states", ("ids", "states"), folder / "encoder.onnx")
    heads = {name: weight.detach().numpy().astype(np.float16) for name, weight in network.heads.state_dict().items()}
    np.savez_compressed(folder / "heads.npz", **heads)
    rounded = copy.deepcopy(network.heads)
    rounded.load_state_dict({name: torch.from_numpy(weight.astype(np.float32)) for name, weight in heads.items()})
    write_weave(Weave(rounded), folder / "weave.onnx")
    shutil.copyfile(tokenizer, folder / "tokenizer.json")


class Weave(nn.Module):
    """`dragoman.reading.heads.Heads.weave` as one function: x [N, S, width], mask [N, S] -> [N, S, 8]."""

    def __init__(self, heads: Heads) -> None:
        super().__init__()
        self.layers, self.norm, self.points, self.slots = heads.layers, heads.last_norm, heads.point_out, heads.slot_out

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        kept = torch.where(mask, 0.0, -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer.plainly(x, kept)
        x = self.norm(x)
        return torch.cat([self.points(x), self.slots(x)], -1)


def write_weave(weave: nn.Module, path: Path) -> None:
    x = torch.zeros(2, 8, weave.norm.normalized_shape[0])
    torch.onnx.export(
        weave,
        (x, torch.ones(2, 8, dtype=torch.bool)),
        str(path),
        dynamo=False,
        input_names=["x", "mask"],
        output_names=["scores"],
        opset_version=17,
        dynamic_axes={name: {0: "anchors", 1: "places"} for name in ("x", "mask", "scores")},
    )


def write_int8(module: nn.Module, inputs: dict[str, Tensor], output: str, by_token: Sequence[str], path: Path) -> None:
    """``module`` as an ONNX file with int8 weights per channel. The second axis of what ``by_token`` names may be of
    any length."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    whole = path.with_name(f"{path.stem}-float.onnx")
    torch.onnx.export(
        module,
        tuple(inputs.values()),
        str(whole),
        dynamo=False,
        input_names=list(inputs),
        output_names=[output],
        opset_version=17,
        dynamic_axes={name: {1: "tokens"} for name in by_token},
    )
    quantize_dynamic(str(whole), str(path), weight_type=QuantType.QInt8, per_channel=True)
    whole.unlink()
