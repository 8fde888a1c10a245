"""A trained network -> the files that ship: int8 encoder, heads, tokenizer."""

from __future__ import annotations

import copy
import shutil
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
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


class Levelled(nn.Module):
    """A linear layer whose inputs are shrunk channel by channel and whose weights grow by as much. Inputs become int8
    with one step for all channels, so a channel with large numbers takes the others' precision; its weights, whose step
    is their own, can carry a part of it (Xiao et al. 2023, SmoothQuant). ``peak``: the largest input of each channel;
    ``share`` of it that goes over to the weights, between 0 and 1."""

    def __init__(self, linear: nn.Linear, peak: Tensor, share: float) -> None:
        super().__init__()
        weight = linear.weight.detach()
        scale = peak.clamp(min=1e-5) ** share / weight.abs().amax(0).clamp(min=1e-5) ** (1 - share)
        self.linear = copy.deepcopy(linear)
        self.linear.weight.data = weight * scale
        self.register_buffer("shrink", 1 / scale)

    def forward(self, x: Tensor) -> Tensor:
        y: Tensor = self.linear(x * self.shrink)
        return y


SHARES = {"intermediate.dense": 0.65, "query": 0.65, "key": 0.65, "value": 0.65, "output.dense": 0.8}
"""By the end of the layer's name; 0.8 for all was as good on documents kept out, and the gold documents decided. Token
states are then 0.11 off in float's measure and not 0.15, and what is read from them is as good as with float."""


def levelled(encoder: nn.Module, texts: Iterable[NDArray[np.int64]]) -> nn.Module:
    """A copy of ``encoder`` that computes the same with inputs of like size; ``texts`` are ids [T] to see inputs of."""
    made = copy.deepcopy(encoder)
    shares = {
        name: share
        for name, _ in made.named_modules()
        for end, share in SHARES.items()
        if name.endswith(f".{end}") and not name.endswith("attention.output.dense")
    }
    peaks: dict[str, Tensor] = {}

    def watch(name: str) -> Callable[[nn.Module, tuple[Tensor, ...]], None]:
        def seen(_: nn.Module, inputs: tuple[Tensor, ...]) -> None:
            largest = inputs[0].flatten(0, -2).abs().amax(0)
            peaks[name] = torch.maximum(peaks[name], largest) if name in peaks else largest

        return seen

    watching = [made.get_submodule(name).register_forward_pre_hook(watch(name)) for name in shares]
    with torch.no_grad():
        for ids in texts:
            made(input_ids=torch.from_numpy(ids)[None], attention_mask=torch.ones(1, len(ids), dtype=torch.long))
    for one in watching:
        one.remove()
    for name, share in shares.items():
        parent, _, last = name.rpartition(".")
        setattr(made.get_submodule(parent), last, Levelled(made.get_submodule(name), peaks[name], share))
    return made


def export(network: Network, tokenizer: Path, folder: Path, texts: Iterable[NDArray[np.int64]]) -> None:
    """Write ``encoder.onnx`` (int8 per channel), ``heads.npz`` (float16), ``weave.onnx`` (their layers once more, in
    float32) and ``tokenizer.json`` to ``folder``. ``texts``: ids of some windows, see `levelled`."""
    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    ids = torch.ones(1, 16, dtype=torch.long)
    encoder = levelled(network.encoder, texts)
    encoder.set_attn_implementation("eager")  # a tenth faster under onnxruntime than what the fused one becomes
    write_int8(TokenStates(encoder), {"ids": ids}, "states", ("ids", "states"), folder / "encoder.onnx")
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
