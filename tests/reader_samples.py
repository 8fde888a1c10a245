"""A reader in miniature for the tests of reading and training: a small vocabulary, random heads, a made-up encoder.

Nothing here has learnt anything. What the tests check holds for any weights.
"""

from __future__ import annotations

import json
import string
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from dragoman.codebook import codebook
from dragoman.documents import document_from_text
from dragoman.reading.candidates import DATE_ROLES, HOWS, TRAITS
from dragoman.reading.confidence import of_one_feature, store_confidence
from dragoman.reading.decode import LABELS
from dragoman.reading.encoder import EncoderReader
from dragoman.reading.heads import ATTENTION, DISTANCES, LAYERS, Floats, Heads
from dragoman.reading.objects import with_objects
from dragoman.reading.roles import Settings
from dragoman.reading.windows import CLS, SEP, Window
from dragoman.records import Document, Evidence, Statement

HIDDEN, WIDTH, EMBEDDED = 12, 4 * ATTENTION, 64
KINDS = len(codebook().kinds)
STAGES = sum(len(kind.stages) for kind in codebook().kinds.values())
EVENTS = 1 + len(codebook().plover)
TYPES = len(HOWS) + len(DATE_ROLES) + 1
WORDS = ["a", "agreed", "agreement", "and", "at", "by", "country", "embassy", "euros", "for", "from", "he", "in", "is",
         "it", "joined", "may", "minister", "ministers", "million", "mission", "not", "of", "on", "opened", "ratified",
         "said", "signed", "support", "talks", "that", "the", "they", "to", "treaty", "union", "united", "visited",
         "was", "we", "will", "with"]  # fmt: skip
LAYOUT = 103
"""The first rows of the vocabulary, up to and with ``[SEP]``: the words and letters begin behind them."""

NEWS = """Chile and Peru in talks

Chile signed a treaty with Peru on 3 March 2014. It was ratified in 2015. Peru's minister said that they will support
the mission in Mali with 3 million euros. Norway joined the United Nations in 1945 and NATO in 1949.

Agreements

- Kenya and Uganda: trade, 2010
- Fiji visited Samoa. We agreed to open an embassy by 2030.

Country | Year
Japan | 1956
"""


@cache
def tokenizer() -> Tokenizer:
    """Word pieces over a few words and single letters, with the rows of the shipped one's layout."""
    rows = {f"[unused{i}]": i for i in range(LAYOUT)}
    rows = {name: i for name, i in rows.items() if i not in (0, 100, CLS, SEP)}
    rows |= {"[PAD]": 0, "[UNK]": 100, "[CLS]": CLS, "[SEP]": SEP}
    letters = string.ascii_lowercase + string.digits + string.punctuation
    for piece in [*WORDS, *letters, *(f"##{letter}" for letter in letters)]:
        rows.setdefault(piece, len(rows))
    made = Tokenizer(WordPiece(rows, unk_token="[UNK]", max_input_chars_per_word=100))
    made.normalizer = BertNormalizer(lowercase=True)
    made.pre_tokenizer = BertPreTokenizer()
    return made


def random_heads(seed: int = 0, hidden: int = HIDDEN, width: int = WIDTH) -> Heads:
    """Heads of the trained network's shapes (but narrow) with random weights."""
    random = np.random.default_rng(seed)
    weights: dict[str, Floats] = {}

    def array(name: str, *shape: int, around: float = 0.0) -> None:
        spread = 1 / np.sqrt(shape[-1])
        weights[name] = (around + spread * random.normal(size=shape)).astype(np.float32)

    def linear(name: str, inputs: int, outputs: int) -> None:
        array(f"{name}.weight", outputs, inputs)
        array(f"{name}.bias", outputs)

    def norm(name: str) -> None:
        array(f"{name}.weight", width, around=1.0)
        array(f"{name}.bias", width)

    linear("kind_in", hidden, width)
    linear("kind_out", width, KINDS)
    array("kind_embedding.weight", KINDS, EMBEDDED)
    array("stage_embedding.weight", STAGES, EMBEDDED)
    linear("pool_query", hidden + EMBEDDED, hidden)
    linear("stage_in", 2 * hidden + EMBEDDED, width)
    linear("stage_out", width, STAGES)
    linear("condition", 2 * hidden + 2 * EMBEDDED, width)
    linear("event_in", width, width)
    linear("event_out", width, EVENTS)
    linear("token_in", hidden, width)
    linear("slot_in", hidden, width)
    linear("given", width, width)
    array("token_distance.weight", DISTANCES, width)
    array("slot_distance.weight", 3 * DISTANCES, width)
    array("slot_type.weight", TYPES, width)
    array("slot_trait.weight", TRAITS + 1, width)
    for layer in range(LAYERS):
        name = f"layers.{layer}"
        norm(f"{name}.norm")
        linear(f"{name}.mix", width, 3 * width)
        linear(f"{name}.out", width, width)
        norm(f"{name}.second_norm")
        linear(f"{name}.widen", width, 2 * width)
        linear(f"{name}.narrow", 2 * width, width)
    norm("last_norm")
    linear("point_out", width, 3)
    linear("slot_out", width, 5)
    return Heads(weights)


@cache
def table(hidden: int = HIDDEN) -> Floats:
    return np.random.default_rng(7).normal(size=(1000, hidden)).astype(np.float32)


def encode(window: Window) -> Floats:
    """States [T, hidden] that depend on each token and its neighbours, and on nothing else."""
    own = table()[window.ids]
    states: Floats = own + np.float32(0.5) * (np.roll(own, 1, 0) + np.roll(own, -1, 0))
    return states


def document(text: str, **sides: Any) -> Document:
    return document_from_text(text, language="en", **sides)


def model_folder(folder: Path, *, languages: tuple[str, ...] = ("en",), cut: float = 0.0, anchor: float = 0.7) -> Path:
    """A folder as training leaves it, but for the encoder's weights."""
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer().save(str(folder / "tokenizer.json"))
    np.savez(folder / "heads.npz", **{name: w.astype(np.float16) for name, w in random_heads().weights.items()})
    settings = {name: getattr(Settings(), name) for name in Settings.__dataclass_fields__}
    card = {
        "name": "made-up-1",
        "labels": LABELS,
        "languages": list(languages),
        "settings": settings | {"anchor": anchor, "second_stage": 1.1},
        "confidence": store_confidence(of_one_feature("kind", cut), folder),
    }
    (folder / "model.json").write_text(json.dumps(card), "utf-8")
    return folder


def made_up_reader(folder: Path, **card: Any) -> EncoderReader:
    """The trained reader on `model_folder` with the made-up encoder."""
    reader = EncoderReader(model_folder(folder, **card))
    reader.__dict__["encode"] = encode
    return reader


def with_object(kind: str, stage: str, marked: str, *, date: str | None = None) -> tuple[str, Statement]:
    """The text of ``marked``, and a statement whose object and quote are what stands between its bars."""
    before, told, behind = marked.split("|")
    place = Evidence("object", "", len(before), len(before + told))
    said = Statement("d", kind, stage, told, place.start, place.end, object=told, date=date, evidence=(place,))
    return before + told + behind, said


def said(text: str, part: str, kind: str, about: str | None = None) -> Statement:
    """A statement of ``kind`` whose quote is ``part`` of ``text``, and its object ``about`` or all of that."""
    start, told = text.index(part), about or part
    place = Evidence("object", "", text.index(told), text.index(told) + len(told))
    return Statement("d", kind, "held", part, start, start + len(part), object=told, evidence=(place,))


def objects(text: str, *statements: Statement) -> list[str | None]:
    """What the statements are about, as they are told."""
    return [statement.object for statement in with_objects(text, statements)]
