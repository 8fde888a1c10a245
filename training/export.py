"""A trained network -> the files that ship: int8 encoder, heads, tokenizer."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

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
    """Write ``encoder.onnx`` (int8 per channel), ``heads.npz`` (float16), ``tokenizer.json`` to ``folder``."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    whole = folder / "encoder-float.onnx"
    torch.onnx.export(
        TokenStates(network.encoder),
        (torch.ones(1, 16, dtype=torch.long),),
        str(whole),
        dynamo=False,
        input_names=["ids"],
        output_names=["states"],
        opset_version=17,
        dynamic_axes={"ids": {1: "tokens"}, "states": {1: "tokens"}},
    )
    quantize_dynamic(str(whole), str(folder / "encoder.onnx"), weight_type=QuantType.QInt8, per_channel=True)
    whole.unlink()
    heads = {name: weight.detach().numpy().astype(np.float16) for name, weight in network.heads.state_dict().items()}
    np.savez_compressed(folder / "heads.npz", **heads)
    shutil.copyfile(tokenizer, folder / "tokenizer.json")
