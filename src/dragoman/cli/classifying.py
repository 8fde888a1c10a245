"""`dragoman classify`: who does what to whom, for pairs that are given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, BinaryIO, TextIO

import typer

from dragoman.cli.building import standard_input
from dragoman.cli.codes import ExitCode
from dragoman.cli.output import destination, keep_inputs, note, plain
from dragoman.errors import InvalidRecord

if TYPE_CHECKING:
    from dragoman.events.classifier import Classifier
    from dragoman.events.questions import Question
    from dragoman.events.records import Rejected

NONE = "NONE"
AT_ONCE = 256
TOLD = 20
COLUMNS = ("uid", "event", "mode", "contexts", "probability")
EXPLAINED = ("runners_up", "words", "definition")


class PairFormat(StrEnum):
    """How answers are written."""

    tsv = "tsv"
    jsonl = "jsonl"


def classify(
    input_: Annotated[
        str, typer.Argument(metavar="[FILE]", help="TSV with a header, or JSON lines.  [default: standard input]")
    ] = "-",
    always: Annotated[
        bool, typer.Option("--always", help="Never answer NONE: always the likeliest type, whatever its probability.")
    ] = False,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain",
            help="Add other likely answers, the words that decided with their weights, and the codebook's definition; "
            "about 20 times slower.",
        ),
    ] = False,
    format_: Annotated[
        PairFormat | None, typer.Option("--format", "-f", help="The format.  [default: by the file's name, else TSV]")
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file.")] = None,
) -> int:
    """Classify pairs of actors in sentences by PLOVER.

    Columns: uid, sentence, source, target (words of the sentence); or marked_sentence, with <s>…</s> around the source
    and <t>…</t> around the target. Every row that has a sentence is answered with uid, event, mode, contexts and the
    probability of that event; NONE (null in JSON) says that the source does nothing of the kind to the target. NONE is
    answered from a probability of 0.5 on; below that the likeliest type is, even where NONE is likelier.
    """
    from dragoman.events.classifier import Classifier
    from dragoman.events.questions import Question, read_questions

    keep_inputs([input_], {"--output": output})
    rejected: list[Rejected] = []
    unmarked: list[str] = []
    unread: list[str] = []
    classifier = Classifier()

    def rows(stream: BinaryIO) -> Iterator[dict[str, Any]]:
        found = read_questions(stream, plain(input_))
        while batch := list(islice(found, AT_ONCE)):
            questions = [one for one in batch if isinstance(one, Question)]
            rejected.extend(one for one in batch if not isinstance(one, Question))
            unmarked.extend(f"{q.pair.uid} ({', '.join(q.not_found)})" for q in questions if q.not_found)
            yield from answers(classifier, questions, unread, always=always, explain=explain)

    wanted = format_ or (PairFormat.jsonl if output and output.suffix in (".jsonl", ".ndjson") else PairFormat.tsv)
    with opened(input_) as stream, destination(output) as out:
        write(rows(stream), COLUMNS + EXPLAINED if explain else COLUMNS, wanted, out)
    if unmarked:
        note(f"{len(unmarked):,} rows name an actor that is not in the sentence: {some(unmarked)}")
    if unread:
        note(f"{len(unread):,} rows are too long to be read as far as this actor; shorten them: {some(unread)}")
    for one in rejected[:TOLD]:
        note(f"rejected {one.locator}: {one.reason}; {one.advice}")
    if len(rejected) > TOLD:
        note(f"rejected {len(rejected):,} rows in all")
    return ExitCode.SKIPPED if rejected else ExitCode.DONE


def answers(
    classifier: Classifier, questions: list[Question], unread: list[str], *, always: bool, explain: bool
) -> Iterator[dict[str, Any]]:
    """A row an answer. Those whose actors are too far apart to be read together are put into ``unread``."""
    from dragoman.events.explain import explained

    pairs = [question.pair for question in questions]
    for pair, one in zip(pairs, classifier.classify(pairs, always=always), strict=True):
        if one.unread:
            unread.append(f"{one.uid} ({', '.join(one.unread)})")
        row: dict[str, Any] = {
            "uid": one.uid,
            "event": one.event,
            "mode": one.mode,
            "contexts": list(one.contexts),
            "probability": one.probability,
        }
        if explain:
            row["runners_up"] = [f"{event} {probability:.2f}" for event, probability in one.runners_up]
            found = explained(classifier, pair, one)
            row["words"] = [f"{word.text} {word.fall:.2f}" for word in found.words]
            row["definition"] = found.definition
        yield row


@contextmanager
def opened(name: str) -> Iterator[BinaryIO]:
    """The file, or standard input for ``-``. Raises `InvalidRecord` where there is none."""
    if name != "-":
        with Path(name).open("rb") as file:
            yield file
        return
    stream = standard_input()
    if stream is None:
        raise InvalidRecord("nothing on standard input; name a file")
    yield stream


def write(rows: Iterable[dict[str, Any]], columns: tuple[str, ...], format_: PairFormat, out: TextIO) -> None:
    """Rows as they come. In TSV lists are joined by semicolons, and no event is NONE."""
    if format_ is PairFormat.jsonl:
        from dragoman.frames import write_jsonl

        write_jsonl(rows, out)
        return
    out.write("\t".join(columns) + "\n")
    for row in rows:
        out.write("\t".join(cell(row[column], column) for column in columns) + "\n")


def cell(value: Any, column: str) -> str:
    if isinstance(value, list):
        return ";".join(plain(str(part)) for part in value)
    return plain(str(value)) if value is not None else (NONE if column == "event" else "")


def some(names: list[str]) -> str:
    return ", ".join(plain(name) for name in names[:TOLD]) + (", …" if len(names) > TOLD else "")
