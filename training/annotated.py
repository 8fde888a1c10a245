"""Annotations of documents whose text stays outside the repository.

``annotated/state-press.txt`` has, for press releases of ``shared/corpus_large``, lines in the notation of `written`::

    === state-340187 | 1f0c2b77
    position.supports ; USA ; UKR ; 512:540 ; ; ; ; ; ; 498:540

The number after the id is the beginning of the text's SHA-256. Quotes, and objects that the text has word for word,
are given by their places in it. ``python -m training.annotated FILE`` prints a file with verbatim quotes so.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evaluation.contract import PRESS

from dragoman.errors import InvalidRecord
from training.written import compile_statement, fields_of, find_quote

ANNOTATED = Path(__file__).with_name("annotated") / "state-press.txt"
OBJECT, QUOTE = 3, 9

Raw = dict[str, Any]


def load_annotated(path: Path = ANNOTATED, corpus: Path = PRESS) -> list[Raw]:
    """The documents of ``path`` with their texts, as the training file has them; none where ``corpus`` is not there.

    Raises `InvalidRecord` naming the line for a document that the corpus lacks or has with another text, and for a
    malformed statement.
    """
    if not corpus.exists():
        return []
    texts = read_corpus(corpus)
    documents = []
    for number, head, lines in sections(path.read_text("utf-8"), path.name):
        if len(head) != 2:
            raise InvalidRecord(f"{path.name}:{number}: expected '=== id | digest', found {' | '.join(head)!r}")
        name, digest = head
        if name not in texts or digest_of(texts[name]["text"]) != digest:
            raise InvalidRecord(f"{path.name}:{number}: {corpus.name} has no {name!r} with the text annotated here")
        raw = texts[name]
        statements = []
        for at, line in lines:
            try:
                statements.append({"doc": name, **compile_statement(spelled_out(line, raw["text"]), raw["text"])})
            except InvalidRecord as problem:
                raise InvalidRecord(f"{path.name}:{at}: {problem}") from problem
        documents.append({**raw, "language": "en", "statements": statements})
    return documents


def load_unannotated(path: Path = ANNOTATED, corpus: Path = PRESS) -> list[Raw]:
    """The documents of ``corpus`` that ``path`` does not annotate, without statements; none where it is not there."""
    if not corpus.exists():
        return []
    annotated = {head[0] for _, head, _ in sections(path.read_text("utf-8"), path.name)}
    others = [raw for name, raw in read_corpus(corpus).items() if name not in annotated]
    return [{**raw, "language": "en", "statements": []} for raw in others]


def read_corpus(corpus: Path) -> dict[str, Raw]:
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        return {raw["id"]: raw for raw in map(json.loads, lines)}


def sections(content: str, name: str) -> Iterator[tuple[int, list[str], list[tuple[int, str]]]]:
    """Each document's line number, the parts of its heading line, and its statements with their line numbers."""
    current: tuple[int, list[str], list[tuple[int, str]]] | None = None
    for number, line in enumerate(content.splitlines(), start=1):
        if line.startswith("=== "):
            if current:
                yield current
            current = number, [part.strip() for part in line[4:].split("|")], []
        elif line.strip():
            if current is None:
                raise InvalidRecord(f"{name}:{number}: a file begins with a '=== id' line")
            current[2].append((number, line))
    if current:
        yield current


def digest_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def spelled_out(line: str, text: str) -> str:
    """A statement line with words of ``text`` where it has places."""
    fields = fields_of(line)
    for index in (OBJECT, QUOTE):
        start, colon, end = fields[index].partition(":")
        if colon and start.isdigit() and end.isdigit():
            fields[index] = " ".join(text[int(start) : int(end)].split())
    return " ; ".join(fields)


def located(line: str, text: str) -> str:
    """A statement line with places in ``text`` where it has its words."""
    fields = fields_of(line)
    quote = find_quote(fields[QUOTE], text)
    start = text.index(quote)
    fields[QUOTE] = f"{start}:{start + len(quote)}"
    at = text.find(fields[OBJECT], start, start + len(quote)) if fields[OBJECT] else -1
    at = text.find(fields[OBJECT]) if at < 0 and fields[OBJECT] else at
    if at >= 0:
        fields[OBJECT] = f"{at}:{at + len(fields[OBJECT])}"
    return " ; ".join(fields)


def main(path: Path) -> None:
    texts = read_corpus(PRESS)
    for _, (name, *_), lines in sections(path.read_text("utf-8"), path.name):
        text = texts[name]["text"]
        print(f"=== {name} | {digest_of(text)}")
        for at, line in lines:
            try:
                print(located(line, text))
            except InvalidRecord as problem:
                raise InvalidRecord(f"{path.name}:{at}: {problem}") from problem


if __name__ == "__main__":
    main(Path(sys.argv[1]))
