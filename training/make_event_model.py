"""``make event-model``: written pairs and annotated documents -> ``src/dragoman/data/models/events``.

A large network learns the written pairs first and teaches the small one that ships, where there is a graphics card
(``--teacher yes`` asks for it on a CPU). On a CPU it is deterministic for given data, seed and number of threads. One
sentence in ten is kept out of training; temperature, cuts and the printed figures come from those alone, read by the
exported files.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import time
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
import torch

from dragoman.events.classifier import SHIPPED, onnx_logits
from dragoman.models import load_tokenizer
from training.annotated import load_unannotated
from training.checkpoints import base_model, teacher_model
from training.event_examples import (
    UNKNOWN,
    Example,
    described,
    document_examples,
    kept_out,
    unannotated_examples,
    written_example,
    written_rows,
)
from training.event_fit import fitted, held_out_figures
from training.event_model import KEPT_LAYERS, EventNetwork, load_network
from training.event_names import LABELS
from training.event_train import TAUGHT, TEACHER, EventRecipe, scores, train
from training.examples import of_others, training_documents
from training.export import write_rounded
from training.train import has_teacher, tell


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=SHIPPED)
    parser.add_argument("--epochs", type=int)
    parser.add_argument("--share", type=float, default=1.0, help="of the written rows: for a learning curve")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--teacher", choices=("auto", "yes", "no"), default="auto", help="auto: where there is a card")
    parser.add_argument("--no-shared", action="store_true", help="train on our own written data alone")
    parser.add_argument("--no-documents", action="store_true", help="train on the written pairs alone")
    parser.add_argument("--start", type=Path, help="weights of a trained reader (make_model --keep) to begin from")
    parser.add_argument("--weights", type=Path, help="trained weights (.pt): export and fit them, train nothing")
    parser.add_argument("--keep", type=Path, help="where to keep the weights (.pt)")
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    torch.use_deterministic_algorithms(not torch.cuda.is_available())  # on a card some sums have no such form
    plain = TAUGHT if has_teacher(arguments.teacher) else EventRecipe()
    make(arguments, replace(plain, epochs=arguments.epochs or plain.epochs))


def make(arguments: argparse.Namespace, recipe: EventRecipe) -> None:
    began = time.monotonic()
    base = base_model()
    tokenizer = load_tokenizer(base / "tokenizer.json")
    learn, held_out = kept_out(written_rows())
    # Every so many rows rather than the first: files differ in voice.
    some = [row for i, row in enumerate(learn) if int((i + 1) * arguments.share) > int(i * arguments.share)]
    examples = [written_example(row, tokenizer) for row in some]
    documents = [] if arguments.no_documents else training_documents(shared=not arguments.no_shared)
    if documents:
        examples += document_examples(documents, tokenizer, recipe.seed)
    tested = [written_example(row, tokenizer) for row in held_out]
    print(f"train on {described(examples)}\nkeep out {described(tested)}", flush=True)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    network = load_network(base, LABELS.size, len(LABELS.contexts), recipe.seed, arguments.start)
    if arguments.weights:
        network.load_state_dict(torch.load(arguments.weights))
    else:
        if has_teacher(arguments.teacher):
            raws = [raw for raw in documents if of_others(raw)]
            raws += load_unannotated() if documents and not arguments.no_shared else []
            examples = answered(examples + unannotated_examples(raws, tokenizer), device)
        train(network.to(device), examples, recipe, report=tell)
        network.cpu()
    if arguments.keep:
        torch.save(network.state_dict(), arguments.keep)
    export(network, base / "tokenizer.json", arguments.folder)
    write_card(
        arguments.folder,
        examples,
        tested,
        recipe,
        shared=any(map(of_others, documents)),
        from_reader=bool(arguments.start),
    )
    print(f"{time.monotonic() - began:.0f} s")


def answered(examples: list[Example], device: str) -> list[Example]:
    """``examples`` with the answers of a large network that has learnt those among them that have labels."""
    with teacher_model() as checkpoint:
        teacher = load_network(checkpoint, LABELS.size, len(LABELS.contexts), TEACHER.seed, whole=True).to(device)
    tell("the teacher")
    train(teacher, [e for e in examples if e.event != UNKNOWN], TEACHER, report=tell)
    tell("the network that ships")
    said = scores(teacher, [e.marked for e in examples])
    return [replace(e, taught=one) for e, one in zip(examples, said, strict=True)]


def export(network: EventNetwork, tokenizer: Path, folder: Path) -> None:
    """Write ``classifier.onnx`` (matrices stored as int8) and ``tokenizer.json``. One pair a call: no padding."""
    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    part = torch.ones(1, 16)
    inputs = {"ids": torch.ones(1, 16, dtype=torch.long), "source": part, "target": part}
    write_rounded(network, inputs, "logits", tuple(inputs), folder / "classifier.onnx")
    shutil.copyfile(tokenizer, folder / "tokenizer.json")


def write_card(
    folder: Path,
    examples: Sequence[Example],
    tested: Sequence[Example],
    recipe: EventRecipe,
    *,
    shared: bool,
    from_reader: bool,
) -> None:
    """Fit the settings on ``tested`` and write ``model.json``. ``shared``: documents of others were learnt from;
    ``from_reader``: training began with a reader's encoder."""
    logits = onnx_logits(folder / "classifier.onnx")
    said = np.stack([logits(example.marked) for example in tested])
    settings = fitted(said, tested)
    weights = hashlib.sha256((folder / "classifier.onnx").read_bytes()).hexdigest()
    figures = held_out_figures(said, tested, settings)
    card = {
        "name": f"events-1-{weights[:8]}",
        "languages": ["en"],
        "base": f"all-MiniLM-L6-v2 (Apache-2.0), layers {KEPT_LAYERS}" + (", trained as the reader's" * from_reader),
        "labels": {"events": LABELS.events, "modes": LABELS.modes, "contexts": LABELS.contexts},
        "settings": asdict(settings),
        "trained_on": {
            "written": sum(e.origin not in ("documents", "unannotated") for e in examples),
            "from_documents": sum(e.origin == "documents" for e in examples),
            "unannotated": sum(e.origin == "unannotated" for e in examples),
            "shared": shared,
        },
        "recipe": asdict(recipe),
        "held_out": {"pairs": len(tested), **figures},
    }
    (folder / "model.json").write_text(json.dumps(card, indent=1) + "\n", "utf-8")
    print(f"{card['name']}: {json.dumps(card['settings'])} {json.dumps(card['held_out'])}")


if __name__ == "__main__":
    main()
