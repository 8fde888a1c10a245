"""The trained event classifier: what the marked source does to the marked target, in PLOVER's types.

pair -> marked ids -> one pass of a small encoder under onnxruntime -> probabilities of the 16 types and of no event,
of the modes of each type, and of the contexts
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from dragoman.events.marking import Marked, mark, proper
from dragoman.events.records import NONE, Classified, Pair
from dragoman.models import load_card, load_tokenizer, onnx_session
from dragoman.reading.heads import softmax

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Floats = NDArray[np.float32]
SHIPPED = Path(__file__).resolve().parent.parent / "data" / "models" / "events"
RUNNERS_UP = 4


@dataclass(frozen=True, slots=True)
class Labels:
    """What the numbers of the network stand for, in their order.

    First ``events`` (null is no event), then ``modes`` as (type, mode), mode null for "none of them", the modes of a
    type together; then ``contexts``.
    """

    events: tuple[str | None, ...]
    modes: tuple[tuple[str, str | None], ...]
    contexts: tuple[str, ...]

    @property
    def size(self) -> int:
        return len(self.events) + len(self.modes) + len(self.contexts)


@dataclass(frozen=True, slots=True)
class Settings:
    """``temperature`` divides the logits of types before they are probabilities (Guo and others, "On Calibration of
    Modern Neural Networks", ICML 2017); no event is answered from the probability ``no_event_from`` on, and below it
    the likeliest type, though no event may be likelier than that; contexts are given from ``context_from`` on. All
    three are chosen on pairs kept out of training.
    """

    temperature: float = 1.0
    no_event_from: float = 0.5
    context_from: float = 0.5


@dataclass
class Classifier:
    """Classifies with the model in ``folder``. Cheap to make; files are opened at the first question.

    Every pair is read alone, so an answer does not depend on what else is asked or on ``threads``.
    """

    folder: Path = SHIPPED
    threads: int = 2

    def __reduce__(self) -> tuple[type[Classifier], tuple[Path, int]]:
        """Sent to another process as a name of files; that process opens them itself."""
        return Classifier, (self.folder, self.threads)

    @cached_property
    def card(self) -> dict[str, Any]:
        """``model.json``: name, labels, settings, what the model was trained on and how well it does."""
        return load_card(self.folder)

    @property
    def name(self) -> str:
        return str(self.card["name"])

    @cached_property
    def labels(self) -> Labels:
        labels = self.card["labels"]
        modes = tuple((event, mode) for event, mode in labels["modes"])
        return Labels(tuple(labels["events"]), modes, tuple(labels["contexts"]))

    @cached_property
    def settings(self) -> Settings:
        return Settings(**self.card["settings"])

    @cached_property
    def tokenizer(self) -> Tokenizer:
        return load_tokenizer(self.folder / "tokenizer.json")

    @cached_property
    def logits(self) -> Callable[[Marked], Floats]:
        return onnx_logits(self.folder / "classifier.onnx")

    def classify(self, pairs: Sequence[Pair], *, always: bool = False) -> list[Classified]:
        """One answer a pair, in their order. With ``always``, the likeliest type whatever the chance of no event."""
        marked = [mark(pair, self.tokenizer) for pair in pairs]
        return [
            replace(answer(pair, scores, self.labels, self.settings, always), unread=unread(pair, read))
            for pair, read, scores in zip(pairs, marked, self.numbers(marked), strict=True)
        ]

    def scores(self, pairs: Sequence[Pair]) -> list[Floats]:
        """The network's numbers for each pair, in the order of `Labels`."""
        return self.numbers([mark(pair, self.tokenizer) for pair in pairs])

    def numbers(self, marked: Sequence[Marked]) -> list[Floats]:
        """The network's numbers for pairs as it reads them; equal ones are read once."""
        once, compute = list(dict.fromkeys(marked)), self.logits
        if self.threads < 2 or len(once) < 2:
            found = dict(zip(once, map(compute, once), strict=True))
        else:
            with ThreadPoolExecutor(self.threads) as pool:
                found = dict(zip(once, pool.map(compute, once), strict=True))
        return [found[one] for one in marked]


def answer(pair: Pair, scores: Floats, labels: Labels, settings: Settings, always: bool) -> Classified:
    """The network's numbers as an answer."""
    events, first, last = labels.events, len(labels.events), len(labels.events) + len(labels.modes)
    chances = softmax(scores[:first] / settings.temperature)
    order = sorted(range(first), key=lambda i: (-chances[i], i))
    none = events.index(None)
    best = next(i for i in order if i != none)
    if not always and chances[none] >= settings.no_event_from:
        best = none
    event = events[best]
    own = [i for i, (of, _) in enumerate(labels.modes) if of == event]
    mode = labels.modes[max(own, key=lambda i: scores[first + i])][1] if own else None
    likely = 1 / (1 + np.exp(-scores[last:].astype(np.float64)))
    contexts = [i for i in np.argsort(-likely, kind="stable") if likely[i] >= settings.context_from]
    return Classified(
        pair.uid,
        event,
        (mode,) if mode else (),
        tuple(labels.contexts[i] for i in contexts) if event else (),
        round(float(chances[best]), 4),
        tuple((events[i] or NONE, round(float(chances[i]), 4)) for i in order if i != best)[:RUNNERS_UP],
    )


def unread(pair: Pair, marked: Marked) -> tuple[str, ...]:
    """The sides of ``pair`` that ``marked`` has not: in a long sentence, one that is far from the other."""
    sides = (("source", pair.source, marked.source), ("target", pair.target, marked.target))
    return tuple(name for name, span, (start, end) in sides if proper(span, pair.sentence) and start == end)


def onnx_logits(path: Path) -> Callable[[Marked], Floats]:
    """The network under onnxruntime, one pair a call: no padding, so no answer depends on what else is asked."""
    session = onnx_session(path)

    def logits(marked: Marked) -> Floats:
        found: Floats = session.run(None, network_input(marked))[0][0]
        return found

    return logits


def network_input(marked: Marked) -> dict[str, NDArray[Any]]:
    """Ids, and 1 on the tokens of source and target."""
    ids = np.array([marked.ids], dtype=np.int64)
    spans = {}
    for name, (start, end) in (("source", marked.source), ("target", marked.target)):
        spans[name] = np.zeros(ids.shape, dtype=np.float32)
        spans[name][0, start:end] = 1
    return {"ids": ids, **spans}
