"""Annotated documents to measure with: our own samples, and the shared gold set and training documents, if at hand.

The shared ones are looked for under ``$DRAGOMAN_SHARED``, else in ``shared/`` beside the repository. The gold set is
for measuring only: nothing is trained on it, and no word list is taken from it.
"""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType

from dragoman.datafiles import parsed
from dragoman.documents import document_from_text, open_documents
from dragoman.pipeline import read_document
from dragoman.reading import Reader, default_reader
from dragoman.records import Document, Statement
from evaluation import scoring
from evaluation.contract import REPOSITORY, SCORER, SHARED, scorer

SAMPLES = REPOSITORY / "samples"
GROUPS = REPOSITORY / "evaluation" / "groups.yml"


class CannotMeasure(Exception):
    """What is needed to measure is not there. The message says what to do."""


@dataclass(frozen=True, slots=True)
class GoldSet:
    """Documents with the statements that a careful reader finds in them."""

    name: str
    documents: tuple[Document, ...]
    statements: tuple[Statement, ...]

    def by_document(self) -> Iterator[tuple[Document, list[Statement]]]:
        """Each document with its statements."""
        own: dict[str, list[Statement]] = {document.stem: [] for document in self.documents}
        for statement in self.statements:
            own[statement.doc].append(statement)
        yield from ((document, own[document.stem]) for document in self.documents)


@dataclass(frozen=True, slots=True)
class Measured:
    """What a reader found in a gold set, paired with what it should have found.

    ``gold`` holds only the documents in the reader's languages; ``not_read`` has the others as (stem, language).
    """

    gold: GoldSet
    reader: str
    predicted: tuple[Statement, ...]
    pairs: tuple[scoring.Pair, ...]
    not_read: tuple[tuple[str, str], ...]

    def only(self, stems: Iterable[str]) -> tuple[scoring.Pair, ...]:
        """The pairs of these documents."""
        return tuple(scoring.of_documents(self.pairs, stems))


def shared_folder() -> Path | None:
    """Where the shared gold set is, or None."""
    return SHARED if (SHARED / "gold").is_dir() and (SHARED / "corpus").is_dir() else None


def samples() -> GoldSet:
    """Our own sample documents that are annotated."""
    return gold_set("samples", [SAMPLES / "documents"], SAMPLES / "annotations")


def shared_gold() -> GoldSet | None:
    """The shared gold set, or None where it is not at hand."""
    folder = shared_folder()
    if folder is None:
        return None
    texts = [folder / "corpus" / f"{path.stem}.txt" for path in sorted((folder / "gold").glob("*.jsonl"))]
    return gold_set("shared", texts, folder / "gold")


def training_set() -> GoldSet | None:
    """The shared documents that may be trained on, or None where they are not at hand."""
    path = SHARED / "training" / "documents.jsonl"
    if not path.exists():
        return None
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    documents = (
        document_from_text(
            row["text"], stem=row["id"], **{name: row.get(name) for name in ("title", "publisher", "date", "language")}
        )
        for row in rows
    )
    statements = (scoring.statement_of({"doc": row["id"]} | said) for row in rows for said in row["statements"])
    return GoldSet("training", tuple(documents), tuple(statements))


SETS: Mapping[str, Callable[[], GoldSet | None]] = {
    "samples": samples,
    "shared": shared_gold,
    "training": training_set,
}


def gold_named(name: str | None) -> GoldSet:
    """The set of `SETS` by its name; without one the shared gold set where it is at hand, else the samples.

    Raises `CannotMeasure` where a set that is named is not at hand.
    """
    found = SETS[name]() if name else shared_gold() or samples()
    if found is None:
        raise CannotMeasure(f"the {name} set is not at hand: set DRAGOMAN_SHARED to its folder")
    return found


def english(gold: GoldSet) -> GoldSet:
    """Only its English documents."""
    documents = tuple(d for d in gold.documents if language(d) == "en")
    stems = {d.stem for d in documents}
    return GoldSet(gold.name, documents, tuple(s for s in gold.statements if s.doc in stems))


def add_set_options(parser: ArgumentParser) -> None:
    """The options of programs that measure a step before the reader: which set, and how many misses to print."""
    parser.add_argument("--set", dest="gold", choices=sorted(SETS), default="training")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="print the first N misses")


def set_asked_for(parser: ArgumentParser, arguments: Namespace) -> GoldSet:
    """The English documents of the set that `add_set_options` has. Ends the program with the reason where it is not at
    hand, or where its misses are not to be seen."""
    if arguments.misses and arguments.gold == "shared":
        parser.error("the shared gold set is for measuring only: look at the misses of the training documents")
    try:
        return english(gold_named(arguments.gold))
    except CannotMeasure as error:
        parser.error(str(error))


def gold_set(name: str, inputs: Sequence[Path], annotations: Path) -> GoldSet:
    """The documents of ``inputs`` that have statements in ``annotations``, a file ``<stem>.jsonl`` each.

    Raises `CannotMeasure` where a document cannot be opened or an annotated one is missing.
    """
    statements = scoring.load(annotations)
    wanted = {statement.doc for statement in statements}
    documents: dict[str, Document] = {}
    for opened in open_documents(inputs):
        if not isinstance(opened, Document):
            raise CannotMeasure(f"{opened.locator}: {opened.reason}. {opened.advice}")
        documents[opened.stem] = opened
    if missing := sorted(wanted - set(documents)):
        raise CannotMeasure(f"{annotations}: no document for {', '.join(missing)}; put it beside the others")
    kept = tuple(document for stem, document in sorted(documents.items()) if stem in wanted)
    return GoldSet(name, kept, tuple(statements))


@cache
def groups() -> Mapping[str, tuple[str, ...]]:
    """Groups of documents of the shared gold set, from ``groups.yml``."""
    raw = parsed(GROUPS.read_text("utf-8"))
    return {name: tuple(stems) for name, stems in raw.items()}


def measure(gold: GoldSet, reader: Reader) -> Measured:
    """Read every document of ``gold`` that is in a language of ``reader`` and pair what is found."""
    read = [document for document in gold.documents if language(document) in reader.languages]
    stems = {document.stem for document in read}
    others = [(d.stem, d.language.value or "") for d in gold.documents if d.stem not in stems]
    statements = tuple(statement for statement in gold.statements if statement.doc in stems)
    predicted = tuple(statement for document in read for statement in read_document(document, reader).statements)
    pairs = tuple(scoring.pairs(statements, predicted))
    return Measured(GoldSet(gold.name, tuple(read), statements), reader.name, predicted, pairs, tuple(others))


def language(document: Document) -> str:
    """The main language; a document that does not say counts as English."""
    return (document.language.value or "en").split("-")[0]


def reader_named(name: str | None) -> Reader:
    """The reader ``rules`` or ``encoder``; without a name the one that is used by default.

    Raises `CannotMeasure` for another name and where the trained reader has no weights.
    """
    makers: dict[str, Callable[[], Reader]] = {"rules": _rules, "encoder": _encoder}
    if name is None:
        return default_reader()
    if name not in makers:
        raise CannotMeasure(f"reader {name!r} is not one of {', '.join(makers)}")
    return makers[name]()


def _rules() -> Reader:
    from dragoman.reading.rules import RulesReader

    return RulesReader()


def _encoder() -> Reader:
    from dragoman.reading.encoder import SHIPPED, EncoderReader

    if not (SHIPPED / "model.json").exists():
        raise CannotMeasure(f"no trained reader in {SHIPPED}: train one with `make model`")
    return EncoderReader()


def shared_scorer() -> ModuleType | None:
    """The contract's scorer as a module; None where it is not at hand."""
    return scorer() if shared_folder() and SCORER.exists() else None


def scored_by_contract(measured: Measured) -> list[scoring.Pair] | None:
    """The pairs as the contract's own scorer makes them; None where it is not at hand."""
    judge = shared_scorer()
    if judge is None:
        return None
    gold = [statement.contract() for statement in measured.gold.statements]
    predicted = [statement.contract() for statement in measured.predicted]
    by_row = {id(row): s for rows, statements in ((gold, measured.gold.statements), (predicted, measured.predicted))
              for row, s in zip(rows, statements, strict=True)}  # fmt: skip
    return [
        scoring.Pair(by_row.get(id(g)), by_row.get(id(p)), tuple(fields.items()) if fields else ())
        for g, p, fields in judge.score(gold, predicted)
    ]
