"""The card of a trained reader, ``model.json``: what it is called, and writing it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

FILES = ("encoder.onnx", "heads.npz", "confidence.npz")


def write_card(card: dict[str, Any], folder: Path) -> None:
    """Write ``card`` beside the files in ``folder`` that it is of, under their name, and print what it scores."""
    card = {"name": named(card, folder)} | {what: value for what, value in card.items() if what != "name"}
    (folder / "model.json").write_text(json.dumps(card, indent=1) + "\n", "utf-8")
    print(f"{card['name']}: {json.dumps(card['held_out'])}")


def named(card: dict[str, Any], folder: Path) -> str:
    """The name of the model in ``folder``, another one for other weights, confidence, settings or cut: a ledger reads
    again what a model of another name has read."""
    files = b"".join((folder / name).read_bytes() for name in FILES)
    settings = json.dumps([card["settings"], card["confidence"]["cut"]], sort_keys=True)
    return f"encoder-1-{hashlib.sha256(files + settings.encode()).hexdigest()[:8]}"
