"""``make model``: annotated documents -> the files of ``src/dragoman/data/models/reader``. Says what it trained on.

A large network learns the annotations first and teaches the small one that ships. That takes minutes on a graphics card
and days on two cores; so without a card the small one learns from the annotations alone, unless ``--teacher yes`` asks
for it. On a CPU the result is deterministic for given data, seed and two threads. The documents that ``held_out.txt``
names are kept out; the confidence model, its cut and the printed scores come from those alone.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from evaluation.scoring import Rate
from tokenizers import Tokenizer

from dragoman.models import load_tokenizer
from dragoman.reading.confidence import Confidence, store_confidence
from dragoman.reading.decode import LABELS
from dragoman.reading.encoder import SHIPPED, EncoderReader, candidates
from dragoman.reading.prepared import prepare
from dragoman.reading.roles import Settings
from training.annotated import load_unannotated
from training.card import write_card
from training.checkpoints import base_model, teacher_model
from training.examples import (
    Example,
    as_document,
    build,
    divided,
    for_confidence,
    in_own_style,
    of_others,
    training_documents,
)
from training.exchanged import exchanged
from training.export import export
from training.fit import CUTS, Compared, best_cut, fit_confidence
from training.packed import Packed, pack
from training.restored import restored
from training.teach import read_by, taught
from training.train import TAUGHT, TEACHER, Network, Recipe, has_teacher, load_network, tell, train

Raw = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=SHIPPED)
    parser.add_argument("--epochs", type=int)
    parser.add_argument("--teacher", choices=("auto", "yes", "no"), default="auto", help="auto: where there is a card")
    parser.add_argument("--no-shared", action="store_true", help="train on our own written documents alone")
    parser.add_argument("--weights", type=Path, help="trained weights (.pt): export and fit them, train nothing")
    parser.add_argument("--start", type=Path, help="begin from these weights (.pt of --keep) or this exported folder")
    parser.add_argument("--share", type=float, default=1.0, help="of the new weights in what ships, beside --start's")
    parser.add_argument("--rate", type=float, default=1.0, help="learning rates as a share of the recipe's")
    parser.add_argument(
        "--fit-only", action="store_true", help="leave the weights of --folder; fit its confidence model and cut anew"
    )
    parser.add_argument(
        "--cut", type=float, help="of the confidence, in place of the one that is best for documents kept out"
    )
    parser.add_argument("--keep", type=Path, help="where to keep the averaged weights after each epoch (.pt)")
    arguments = parser.parse_args()
    if arguments.share < 1 and not arguments.start:
        parser.error("--share needs the weights of --start beside the new ones")
    torch.set_num_threads(2)
    torch.use_deterministic_algorithms(not torch.cuda.is_available())  # on a card some sums have no such form
    plain = TAUGHT if has_teacher(arguments.teacher) else Recipe()
    rates = {name: getattr(plain, name) * arguments.rate for name in ("encoder_rate", "head_rate")}
    make(arguments, replace(plain, epochs=arguments.epochs or plain.epochs, **rates))


def make(arguments: argparse.Namespace, recipe: Recipe) -> None:
    base = base_model()
    tokenizer = load_tokenizer(base / "tokenizer.json")
    raws = training_documents(shared=not arguments.no_shared)
    learn, held_out = divided(raws)
    unseen = Unseen(held_out, for_confidence(raws), CUTS if arguments.cut is None else (arguments.cut,))
    for what, documents in (("train on", learn), ("keep out", held_out), ("for confidence", unseen.others)):
        print(described(what, documents), flush=True)
    if arguments.fit_only:
        fit_anew(arguments.folder, unseen)
        return
    device = "cuda" if torch.cuda.is_available() else "cpu"
    network = load_network(base, recipe.seed, recipe.dropout)
    before = stored(arguments.start) if arguments.start else network.state_dict()
    network.load_state_dict(stored(arguments.weights) if arguments.weights else before)

    def keep(averaged: dict[str, torch.Tensor]) -> None:
        if arguments.keep:
            torch.save({name: weight.cpu() for name, weight in averaged.items()}, arguments.keep)

    if not arguments.weights:
        windows = packed(in_versions(learn, recipe.versions, recipe.seed), tokenizer)
        if has_teacher(arguments.teacher):
            raws = [*(load_unannotated() if not arguments.no_shared else ()), *without_mark(learn)]
            windows = with_teacher(windows, [e for _, made in build(raws, tokenizer) for e in made], device)
        train(network.to(device), windows, recipe, report=tell, after_epoch=keep)
    if arguments.share < 1:
        trained = network.cpu().state_dict()
        network.load_state_dict({name: before[name].lerp(trained[name], arguments.share) for name in before})
    finish(network.cpu(), base, arguments.folder, learn, unseen, recipe)


def stored(path: Path) -> dict[str, torch.Tensor]:
    """The weights of a ``.pt`` file, or of a folder that an export has written."""
    weights: dict[str, torch.Tensor] = restored(path) if path.is_dir() else torch.load(path)
    return weights


def packed(raws: Iterable[Raw], tokenizer: Tokenizer) -> list[Packed]:
    return [pack(example) for _, made in build(raws, tokenizer) for example in made]


def with_teacher(windows: list[Packed], unannotated: list[Example], device: str) -> list[Packed]:
    """``windows`` with the word of a teacher that has learnt them, and those without annotation as it reads them."""
    with teacher_model() as checkpoint:
        teacher = load_network(checkpoint, TEACHER.seed, TEACHER.dropout).to(device)
    tell("the teacher")
    train(teacher, windows, TEACHER, report=tell)
    tell("the network that ships")
    return [*taught(teacher, windows), *read_by(teacher, unannotated)]


def without_mark(raws: Sequence[Raw]) -> Iterator[Raw]:
    """Documents in a style of our own as if they were others', without their annotations: a teacher reads them anew."""
    for raw in raws:
        if raw.get("ours"):
            yield {key: value for key, value in raw.items() if key not in ("ours", "shown")} | {"statements": []}


def in_versions(raws: Sequence[Raw], number: int, seed: int) -> Iterator[Raw]:
    """Each of ``raws`` in ``number`` versions, as it is and with its states exchanged for others as often as there are
    others, each that part of an epoch."""
    for place, raw in enumerate(raws):
        drawn = [exchanged(raw, random.Random(f"{seed} {place} {version}")) for version in range(1, number)]
        versions = [raw, *(other for other in drawn if other)]
        for version in versions:
            yield version | {"shown": raw.get("shown", 1) / len(versions)}


def described(what: str, raws: Sequence[Raw]) -> str:
    statements = sum(len(raw["statements"]) for raw in raws)
    words = sum(len(raw["text"].split()) for raw in raws)
    kinds = Counter(s["kind"] for raw in raws for s in raw["statements"])
    return f"{what}: {len(raws)} documents, {words} words, {statements} statements ({dict(kinds.most_common())})"


@dataclass(frozen=True)
class Unseen:
    """Annotated documents that the network does not learn from: cut (one of ``cuts``), settings and scores come from
    those ``held_out`` alone, the confidence model from the others too."""

    held_out: Sequence[Raw]
    others: Sequence[Raw]
    cuts: Sequence[float] = CUTS


def finish(network: Network, base: Path, folder: Path, learn: Sequence[Raw], unseen: Unseen, recipe: Recipe) -> None:
    """Export, then fit the confidence model on what the exported files read in documents that they have not seen."""
    export(network, base / "tokenizer.json", folder)
    settings, confidence, scores = tuned(Judged(unseen, EncoderReader(folder, threads=2)))
    card = {
        "languages": ["en"],
        "labels": LABELS,
        "base": "all-MiniLM-L6-v2 (Apache-2.0)",
        "trained_on": {
            "documents": len(learn),
            "statements": sum(len(raw["statements"]) for raw in learn),
            "shared": any(map(of_others, learn)),
        },
        "recipe": asdict(recipe),
        "settings": asdict(settings),
        "confidence": store_confidence(confidence, folder),
        "held_out": {"documents": len(unseen.held_out), **scores},
    }
    write_card(card, folder)


def fit_anew(folder: Path, unseen: Unseen) -> None:
    """The confidence model of the files in ``folder`` and its cut, under their settings."""
    reader = EncoderReader(folder, threads=2)
    confidence, scores = Judged(unseen, reader).judged(reader.settings)
    fitted = {
        "confidence": store_confidence(confidence, folder),
        "held_out": {"documents": len(unseen.held_out), **told(scores)},
    }
    write_card(reader.card | fitted, folder)


KEPT_OUT_COUNT = 3.0
"""How much a candidate of a document kept out counts for the confidence model: most of those are real documents, and
the others, all of our own, are five times as many."""


@dataclass
class Judged:
    """Unseen documents, prepared once and encoded once, to be decoded under many settings."""

    unseen: Unseen
    reader: EncoderReader

    def __post_init__(self) -> None:
        self.raws = [*self.unseen.held_out, *self.unseen.others]
        documents = [as_document(raw) for raw in self.raws]
        self.prepared = [(document, prepare(document, self.reader.tokenizer)) for document in documents]
        self.states = {
            id(view.window): self.reader.encode(in_own_style(view.window) if raw.get("ours") else view.window)
            for raw, (_, prepared) in zip(self.raws, self.prepared, strict=True)
            for view in prepared.views
        }

    def judged(self, settings: Settings) -> tuple[Confidence, dict[str, Rate]]:
        """The confidence model fitted under ``settings``, and the scores of documents kept out at its best cut."""
        found = []
        for raw, (document, prepared) in zip(self.raws, self.prepared, strict=True):
            drafts = candidates(document, prepared, lambda w: self.states[id(w)], self.reader.heads, settings)
            found.append(Compared(raw["id"], raw["statements"], drafts))
        features = np.stack([c.features for document in found for c in document.candidates])
        right = np.concatenate([document.right() for document in found])
        kept_out = len(self.unseen.held_out)
        counts = [KEPT_OUT_COUNT if i < kept_out else 1.0 for i, d in enumerate(found) for _ in d.candidates]
        return best_cut(fit_confidence(features, right, np.array(counts)), found[:kept_out], self.unseen.cuts)


TRIED = {
    "source": (0.35, 0.42, 0.58),
    "target": (0.3, 0.4, 0.6),
    "party": (0.35, 0.42, 0.58),
    "other_party": (0.05, 0.3, 1.0),
    "likely_target": (0.2, 0.35, 1.0),
    "by": (0.35, 0.65),
    "date": (0.3, 0.65),
    "value": (0.35, 0.65),
    "second_stage": (0.35, 0.65),
    "anchor": (0.12, 0.16, 0.2),
}


def tuned(unseen: Judged) -> tuple[Settings, Confidence, dict[str, Any]]:
    """One setting after another at the value where found and exact F1 together are highest."""
    best = Settings()
    confidence, scores = unseen.judged(best)
    for name, values in TRIED.items():
        for value in values:
            tried = replace(best, **{name: value})
            other, result = unseen.judged(tried)
            if sum(rate.f1 for rate in result.values()) > sum(rate.f1 for rate in scores.values()):
                best, confidence, scores = tried, other, result
    return best, confidence, told(scores)


def told(scores: dict[str, Rate]) -> dict[str, list[float]]:
    """Precision, recall and F1 of each."""
    return {name: [round(x, 3) for x in (rate.precision, rate.recall, rate.f1)] for name, rate in scores.items()}


if __name__ == "__main__":
    main()
