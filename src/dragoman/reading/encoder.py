"""The trained reader: rules find actors, dates and values; a small encoder says what is stated about them.

document -> prepare (sentences, mentions, dates, values, windows) -> one encoder pass a window -> decode -> sift
-> stages by verdicts -> names
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from functools import cached_property
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from dragoman.errors import DragomanError
from dragoman.models import load_card, load_tokenizer, onnx_session
from dragoman.reading.confidence import Candidate, Confidence, stored_confidence
from dragoman.reading.decode import LABELS, Labels, decode
from dragoman.reading.heads import Floats, Heads, Weave
from dragoman.reading.invitations import as_invitation
from dragoman.reading.naming import named_in_full, told_again, with_parties
from dragoman.reading.objects import with_objects
from dragoman.reading.plans import by_verdicts
from dragoman.reading.prepared import EVERYTHING, Prepared, Shown, prepare
from dragoman.reading.roles import Settings
from dragoman.reading.sifting import sift
from dragoman.reading.spoken import spoken_by
from dragoman.reading.visits import VisitList, visit_lists
from dragoman.reading.windows import Window
from dragoman.records import Document, Reading, Unlinked, left_out, number_occurrences

if TYPE_CHECKING:
    from tokenizers import Tokenizer

SHIPPED = Path(__file__).resolve().parent.parent / "data" / "models" / "reader"
MAX_STATEMENTS = 20_000
"""In one document; the densest text of 10 MB would have about as many."""
MISSING = "missing"
REMEMBERED = 8
"""Windows whose states are kept, for equal ones that follow."""

Encode = Callable[[Window], Floats]
"""A window's ids -> token states [T, hidden]."""


@dataclass
class EncoderReader:
    """Reads with the model in ``folder``. Cheap to make; files are opened at the first reading.

    ``threads`` are the encoder's; what is read does not depend on them, since every window is encoded alone.
    """

    folder: Path = SHIPPED
    threads: int = 1
    shown: Shown = EVERYTHING

    def __reduce__(self) -> tuple[type[EncoderReader], tuple[Path, int, Shown]]:
        """Sent to another process as a name of files; that process opens them itself."""
        return EncoderReader, (self.folder, self.threads, self.shown)

    @cached_property
    def card(self) -> dict[str, Any]:
        """``model.json``: name, languages, settings, calibration and what the model was trained on. Raises
        `DragomanError` where it was trained for other kinds, stages or events than the codebook has."""
        card = load_card(self.folder)
        check_labels(card["labels"], self.folder)
        return card

    @property
    def name(self) -> str:
        return str(self.card["name"])

    @property
    def languages(self) -> frozenset[str]:
        return frozenset(self.card["languages"])

    @cached_property
    def settings(self) -> Settings:
        known = {f.name for f in fields(Settings)}
        return Settings(**{k: v for k, v in self.card["settings"].items() if k in known})

    @cached_property
    def confidence(self) -> Confidence:
        return stored_confidence(self.folder, self.card["confidence"])

    @cached_property
    def tokenizer(self) -> Tokenizer:
        return load_tokenizer(self.folder / "tokenizer.json")

    @cached_property
    def heads(self) -> Heads:
        with np.load(self.folder / "heads.npz") as stored:
            weights = {name: stored[name].astype(np.float32) for name in stored.files}
        return Heads(weights, onnx_weave(self.folder / "weave.onnx", self.threads))

    @cached_property
    def encode(self) -> Encode:
        return onnx_encoder(self.folder / "encoder.onnx", self.threads)

    def read(self, document: Document) -> Reading:
        """All statements of ``document``, in the order of the text; ``not_read`` for a language it does not know."""
        language = document.language.value
        if language is not None and language.split("-")[0] not in self.languages:
            return Reading(self.name, not_read=f"language {language}")
        prepared = prepare(document, self.tokenizer, shown=self.shown)
        lists = visit_lists(document, prepared)
        drafted = candidates(document, prepared, self.encode, self.heads, self.settings)
        found = sift(self.confidence, outside(drafted, lists))
        judged = by_verdicts(document.text, prepared.sentences, found)
        judged = [as_invitation(document.text, prepared.sentences, s) for s in judged]
        named = [named_in_full(document.text, s) for s in judged]
        called = with_parties(with_objects(document.text, list(told_again(document.text, named))))
        listed = [visit for one in lists for visit in one.visits]
        signed = [replace(spoken_by(s, prepared.quoted), reader=self.name) for s in [*called, *listed]]
        kept = tuple(number_occurrences(signed[:MAX_STATEMENTS]))
        return Reading(self.name, kept, unlinked(prepared), notes=left_out(len(signed) - len(kept)))


def candidates(
    document: Document, prepared: Prepared, encode: Encode, heads: Heads, settings: Settings
) -> list[Candidate]:
    """All that may be stated; the encoder is passed in, so that training can read with weights not yet saved."""
    states = remembering(encode)
    return [
        candidate
        for view in prepared.views
        for candidate in decode(document, prepared, view, states(view.window), heads, settings)
    ]


def outside(drafted: list[Candidate], lists: list[VisitList]) -> list[Candidate]:
    """``drafted`` without what stands in ``lists``, which rules have read."""
    return [
        candidate for candidate in drafted if not any(one.start <= candidate.object_span[0] < one.end for one in lists)
    ]


def remembering(encode: Encode) -> Encode:
    """``encode`` that is not asked again for windows equal to one of the last few: a long list of equal links or a
    text that repeats itself costs the network once."""
    known: dict[bytes, Floats] = {}

    def states(window: Window) -> Floats:
        ids = window.ids.tobytes()
        if ids not in known:
            if len(known) >= REMEMBERED:
                del known[next(iter(known))]
            known[ids] = encode(window)
        return known[ids]

    return states


def check_labels(trained: Labels, folder: Path) -> None:
    """Raises `DragomanError` unless the model was ``trained`` for the kinds, stages and events of the codebook, in the
    same order: the network answers by place, so every later one would be read as its neighbour."""
    for what, now in LABELS.items():
        for place, pair in enumerate(zip_longest(trained[what], now, fillvalue=MISSING), start=1):
            if pair[0] != pair[1]:
                raise DragomanError(
                    f"{folder / 'model.json'}: the model was trained for other {what} than codebook.yml has: "
                    f"number {place} was {pair[0]} and is {pair[1]}; undo that, or train for it with `make model`"
                )


def unlinked(prepared: Prepared) -> tuple[Unlinked, ...]:
    return tuple(Unlinked(m.text, m.start, m.end, m.unlinked) for m in prepared.mentions if m.unlinked)


def onnx_weave(path: Path, threads: int) -> Weave | None:
    """`Heads.weave` under onnxruntime; None where a model has no such file and numpy does it."""
    if not path.exists():
        return None
    session = onnx_session(path, threads)

    def weave(x: Floats) -> Floats:
        scores: Floats = session.run(None, {"x": x})[0]
        return scores

    return weave


def onnx_encoder(path: Path, threads: int) -> Encode:
    """The encoder under onnxruntime, one window a call: no padding, so nothing depends on what else is read."""
    session = onnx_session(path, threads)

    def encode(window: Window) -> Floats:
        states: Floats = session.run(None, {"ids": window.ids[None]})[0][0]
        return states

    return encode
