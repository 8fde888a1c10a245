"""Which passages of a document are in a language that a reader does not have: they are not read, wherever they stand.

A piece (block, cell of a row; sentence, where a block is of several languages) is foreign when it is long enough to be
sure and clearly of another language. Words that begin with a capital do not count towards that: names are of any
language. Pieces that tell too little are judged together with those beside them, and then go with their neighbours.

Measured on the 360 English documents that the reader was made and tested with (3,424 blocks): the detector alone took
8 blocks for foreign, all of them names and headings; judged as here, none is. The weights of a whole document do not
tell of a short passage (sixty letters in a thousand move them from 0.97 to 0.94), so every block is looked at, which
costs about a thousandth of what reading does.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.documents.language import ADDRESS, LETTER, SAMPLE, Guess, Piece, detect, family, pieces
from dragoman.records import Block, Document

READABLE = ""
"""The verdict on a piece in a language of the reader; a foreign one's is its code, and null says "cannot tell"."""
WORD = re.compile(r"\w+(?:['’-]\w+)*")
FOREIGN_SCRIPT = re.compile(r"[^\W\d_A-Za-zÀ-ɏ]{3,}")
PLAIN_WORDS = 3
PLAIN_LETTERS = 10
"""Fewest words without a capital, and letters in them, that a language is told from."""
CLEAR = 0.5
SURE_OF_FEW = 0.8
"""Weight that a language must have in a piece, and where only a few words in it tell of the language."""
LITTLE = 0.2
"""Most weight of the reader's languages in a foreign piece."""
TOGETHER = 600
"""Characters of short neighbours that are judged together."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document's text in a foreign language (base code)."""

    start: int
    end: int
    language: str


def foreign_passages(document: Document, languages: Collection[str]) -> tuple[Passage, ...]:
    """The passages of ``document`` clearly in none of ``languages`` (base codes), in the order of the text.

    The detector is asked a bounded number of times, and never about more than a sample of a piece.
    """
    text, own = document.text, frozenset(map(family, languages))
    judged = list(pieces(text, document.blocks))
    verdicts = _with_neighbours(text, judged, own)
    found: list[Passage] = []
    blocks: list[int] = []
    for piece, verdict in zip(judged, verdicts, strict=True):
        if not verdict:
            continue
        if found and blocks[-1] == piece.block and found[-1].language == verdict and _joined(found[-1], piece, text):
            found[-1] = replace(found[-1], end=piece.end)
        else:
            found.append(Passage(piece.start, piece.end, verdict))
            blocks.append(piece.block)
    return tuple(_named(text, found))


def without(document: Document, passages: Sequence[Passage]) -> Document:
    """The document with ``passages`` blanked: every offset stays, and no block has a part of them."""
    if not passages:
        return document
    parts, place = [], 0
    for passage in passages:
        parts += [document.text[place : passage.start], re.sub(r"\S", " ", document.text[passage.start : passage.end])]
        place = passage.end
    text = "".join([*parts, document.text[place:]])
    blocks: list[Block] = []
    following = 0
    for block in document.blocks:
        while following < len(passages) and passages[following].end <= block.start:
            following += 1
        inside, start = following, block.start
        while inside < len(passages) and passages[inside].start < block.end:
            blocks += _trimmed(text, replace(block, start=start, end=max(start, passages[inside].start)))
            start = passages[inside].end
            inside += 1
        if start == block.start:
            blocks.append(block)
        elif start < block.end:
            blocks += _trimmed(text, replace(block, start=start))
    return replace(document, text=text, blocks=tuple(blocks))


def told(counts: Iterable[tuple[str, int]]) -> tuple[str, ...]:
    """One line for each language and its number of passages: ``3 passages not read: language sr``."""
    return tuple(f"{n:,} passage{'' if n == 1 else 's'} not read: language {code}" for code, n in counts)


def _verdict(words: str, guess: Guess, own: frozenset[str]) -> str | None:
    if guess.code is None:
        return None
    readable = _weight(guess, own)
    if family(guess.code) in own:
        return READABLE if readable >= CLEAR else None
    plain = [word for word in WORD.findall(ADDRESS.sub(" ", words)) if not word[0].isupper()]
    letters = sum(len(LETTER.findall(word)) for word in plain)
    # Scripts without spaces between words have few of them.
    few = len([word for word in plain if LETTER.match(word)]) < PLAIN_WORDS and not FOREIGN_SCRIPT.search(words)
    if letters < PLAIN_LETTERS or few or readable >= LITTLE or guess.confidence < CLEAR:
        return None
    again = detect(" ".join(plain))
    if guess.confidence < SURE_OF_FEW if again.code is None else family(again.code) in own:
        return None
    return family(guess.code)


def _with_neighbours(text: str, found: Sequence[Piece], own: frozenset[str]) -> list[str | None]:
    """The verdicts on the pieces; what cannot be told from one alone is told from its neighbours."""
    known = [_verdict(text[piece.start : piece.end][:SAMPLE], piece.guess, own) for piece in found]
    for run in list(_runs(found, known)):
        words = " ".join(text[found[n].start : found[n].end] for n in run)[:SAMPLE]
        together = _verdict(words, detect(ADDRESS.sub(" ", words)), own)
        if together is not None:
            known[run[0] : run[-1] + 1] = [together] * len(run)
    before, after = _nearest(known), _nearest(known[::-1])[::-1]
    for n, verdict in enumerate(known):
        if verdict is not None:
            continue
        sides = [side for side in (before[n], after[n]) if side is not None]
        likely = family(found[n].guess.code or "")
        known[n] = likely if likely in sides else READABLE if READABLE in sides or not sides else sides[0]
    return known


def _runs(found: Sequence[Piece], verdicts: Sequence[str | None]) -> Iterator[list[int]]:
    """Indices of neighbours without verdict, in groups of at least two and about `TOGETHER` characters."""
    run: list[int] = []
    length = 0
    for n, verdict in enumerate([*verdicts, READABLE]):
        if verdict is not None or length > TOGETHER:
            if len(run) > 1:
                yield run
            run, length = [], 0
        if verdict is None:
            run.append(n)
            length += found[n].end - found[n].start


def _nearest(verdicts: Sequence[str | None]) -> list[str | None]:
    """For every piece the last verdict before it."""
    last: str | None = None
    found = []
    for verdict in verdicts:
        found.append(last)
        last = last if verdict is None else verdict
    return found


def _named(text: str, found: Sequence[Passage]) -> Iterator[Passage]:
    """Passages with the codes that all of one family together have: Serbian, Croatian or Bosnian."""
    codes = {}
    for name in sorted({passage.language for passage in found}):
        words = " ".join(text[p.start : p.end] for p in found if p.language == name)[:SAMPLE]
        code = detect(ADDRESS.sub(" ", words)).code
        codes[name] = code if code and family(code) == name else name
    for passage in found:
        yield replace(passage, language=codes[passage.language])


def _joined(passage: Passage, piece: Piece, text: str) -> bool:
    return not text[passage.end : piece.start].strip()


def _weight(guess: Guess, own: frozenset[str]) -> float:
    return sum(weight for code, weight in guess.weights if family(code) in own)


def _trimmed(text: str, block: Block) -> Iterator[Block]:
    """The block without white space and bars of a row at its ends; nothing where nothing is left."""
    words = text[block.start : block.end]
    start = block.start + len(words) - len(words.lstrip(" |\n\t"))
    end = block.start + len(words.rstrip(" |\n\t"))
    if start < end:
        yield replace(block, start=start, end=end)
