"""Opening the files of a trained model: its card, its tokenizer and its network under onnxruntime."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tokenizers import Tokenizer


def load_card(folder: Path) -> dict[str, Any]:
    """``model.json`` of ``folder``: the model's name, its settings, what it was trained on and how well it does. Raises
    `FileNotFoundError`."""
    card: dict[str, Any] = json.loads((folder / "model.json").read_text("utf-8"))
    return card


def load_tokenizer(path: Path) -> Tokenizer:
    """The tokenizer of the file ``path``, which neither cuts nor pads."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def onnx_session(path: Path, threads: int = 1) -> Any:
    """An ``onnxruntime.InferenceSession`` on the processor with so many threads inside an operation."""
    import onnxruntime  # type: ignore[import-untyped]

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
