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
NOT_FOUND = "name an actor that is not in the sentence"
NOT_NAMED = "name no source or no target; such answers are guesses"
UNCLOSED = "have a mark that is not closed"
NUMBERED = "have no uid and go by the numbers of their lines"
AGAIN = "have a uid that was there before; give each its own"
UNREAD = "are too long to be read as far as this actor; shorten them"


class PairFormat(StrEnum):
    """How answers are written."""

    tsv = "tsv"
    jsonl = "jsonl"


def classify(
    input_: Annotated[
        str,
        typer.Argument(
            metavar="[FILE]", help="TSV with a header, or JSON lines, also packed (.gz).  [default: standard input]"
        ),
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
    wanted = format_ or by_name(output)
    rejected: list[Rejected] = []
    notes: dict[str, list[str]] = {}
    seen: set[str] = set()
    classifier = Classifier()

    def rows(stream: BinaryIO) -> Iterator[dict[str, Any]]:
        found = read_questions(stream, plain(input_))
        while batch := list(islice(found, AT_ONCE)):
            questions = [one for one in batch if isinstance(one, Question)]
            rejected.extend(one for one in batch if not isinstance(one, Question))
            for kind, uid in noted(questions, seen):
                notes.setdefault(kind, []).append(uid)
            yield from answers(classifier, questions, notes.setdefault(UNREAD, []), always=always, explain=explain)

    with opened(input_) as stream, destination(output) as out:
        write(rows(stream), COLUMNS + EXPLAINED if explain else COLUMNS, wanted, out)
    for kind, uids in notes.items():
        if uids:
            note(f"{len(uids):,} rows {kind}: {some(uids)}")
    for one in rejected[:TOLD]:
        note(f"rejected {one.locator}: {one.reason}; {one.advice}")
    if len(rejected) > TOLD:
        note(f"rejected {len(rejected):,} rows in all")
    return ExitCode.SKIPPED if rejected else ExitCode.DONE


def by_name(output: Path | None) -> PairFormat:
    """The format that the file's name says; TSV where it says none. Raises `InvalidRecord` for one that is neither."""
    ending = output.suffix.lower() if output else ""
    if ending in (".jsonl", ".ndjson"):
        return PairFormat.jsonl
    if ending not in ("", ".tsv", ".txt", ".tab"):
        raise InvalidRecord(f"{output}: answers are TSV or JSON lines; name it .tsv or .jsonl, or add --format")
    return PairFormat.tsv


def noted(questions: Iterable[Question], seen: set[str]) -> Iterator[tuple[str, str]]:
    """What a person should know of rows that are answered all the same, with their uids. ``seen`` are those before."""
    for one in questions:
        uid = one.pair.uid
        if one.not_found:
            yield NOT_FOUND, f"{uid} ({', '.join(one.not_found)})"
        if one.not_named:
            yield NOT_NAMED, f"{uid} ({', '.join(one.not_named)})"
        if one.unclosed:
            yield UNCLOSED, uid
        if one.numbered:
            yield NUMBERED, uid
        if uid in seen:
            yield AGAIN, uid
        seen.add(uid)


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
