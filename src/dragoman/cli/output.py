"""How answers are shown: tables for people, rows for programs. Text from documents is never trusted."""

from __future__ import annotations

import glob
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from dragoman.errors import DragomanError, InvalidRecord

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

# Control characters move the cursor, ring, or recolour; direction marks show a text in another order than it has.
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")
PIPE_WIDTH = 160


class Format(StrEnum):
    """How an answer is written: ``table`` for people, the others for programs."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"


def plain(text: str) -> str:
    """Text that is safe on a terminal: one line, without control characters or direction marks."""
    return CONTROL.sub(" ", text)


def counted(count: int, what: str) -> str:
    """``1 fact``, ``1,200 facts``: the noun in the number that goes with ``count``."""
    return f"{count:,} {what}" + ("" if count == 1 else "s")


def styled(text: str, style: str = "") -> Text:
    """Text from a document, safe and never read as markup."""
    from rich.text import Text

    return Text(plain(text), style=style)


def console(*, error: bool = False) -> Console:
    """The console for answers, or the one for progress and notes. Colour obeys NO_COLOR and pipes."""
    from rich.console import Console

    made = Console(stderr=error, highlight=False, markup=False, emoji=False, soft_wrap=False)
    if not made.is_terminal and not os.environ.get("COLUMNS"):
        made.width = PIPE_WIDTH
    return made


def show(*things: RenderableType) -> None:
    console().print(*things, sep="\n")


def note(message: str) -> None:
    """A line for the person that must not get into the output of the command."""
    console(error=True).print(plain(message), style="dim")


@contextmanager
def destination(output: Path | None) -> Iterator[TextIO]:
    """Standard output, or a file that appears only once it is complete."""
    if output is None:
        yield sys.stdout
        return
    with whole(output) as partial, partial.open("w", encoding="utf-8", newline="") as out:
        yield out


@contextmanager
def whole(output: Path) -> Iterator[Path]:
    """A file beside ``output``, of this process alone, that takes its name once it is complete; a device or pipe
    (``/dev/stdout``) itself, which nothing can take the place of.

    Raises `DragomanError` where it cannot be written.
    """
    refuse_impossible(output)
    direct = output.exists() and not output.is_file()
    target = output.resolve()  # what a link leads to; that of a pipe has no name
    partial = output if direct else target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        yield partial
        if not direct:
            partial.replace(target)
    except BrokenPipeError:
        raise
    except OSError as error:
        if error.errno is None or error.filename not in (None, str(partial)):
            raise
        why = os.strerror(error.errno)
        raise DragomanError(f"{output}: cannot be written ({why}); name a file elsewhere") from error
    finally:
        if not direct:
            partial.unlink(missing_ok=True)


def refuse_impossible(output: Path) -> None:
    """Raises `DragomanError` where no file of that name can be."""
    if not output.parent.is_dir():
        raise DragomanError(f"{output}: there is no folder {output.parent}; create it first")
    if output.is_dir():
        raise DragomanError(f"{output}: is a folder; name a file in it")


def keep_inputs(inputs: Iterable[str | Path], outputs: Mapping[str, Path | None]) -> None:
    """Raises `DragomanError` where an output, named by its option, can be no file, would take the place of an input or
    of another output, or lies in a folder that is read: the next run would read it too."""
    named = {option: path for option, path in outputs.items() if path is not None}
    for path in named.values():
        refuse_impossible(path)
    places: dict[str, str] = {}
    for option, path in named.items():
        other = places.setdefault(os.path.realpath(path), option)
        if other != option:
            raise InvalidRecord(f"{path}: is both {other} and {option}; name two files")
    for given in (path for one in inputs for path in matching(str(one))):
        for option, path in named.items():
            if os.path.isdir(given):
                if Path(os.path.realpath(path)).is_relative_to(os.path.realpath(given)):
                    raise InvalidRecord(f"{path}: {option} lies in {given}, which is read; name a file elsewhere")
            elif path.exists() and os.path.exists(given) and path.samefile(given):
                raise InvalidRecord(f"{path}: {option} is an input and would be overwritten; name another file")


def matching(given: str) -> list[str]:
    """The files and folders that an input names; none for standard input."""
    if given == "-":
        return []
    return [given] if os.path.lexists(given) else glob.glob(given, recursive=True)


def write_rows(rows: Iterable[Mapping[str, Any]], columns: Sequence[str], format_: Format, output: Path | None) -> None:
    """Rows for a program. Raises `InvalidRecord` for Parquet without a file to write to."""
    from dragoman import frames

    if format_ is Format.parquet:
        if output is None:
            raise InvalidRecord("Parquet is not text: name a file with --output FILE")
        with whole(output) as partial:
            frames.write_parquet(rows, columns, partial)
        return
    with destination(output) as out:
        if format_ is Format.csv:
            frames.write_csv(rows, columns, out)
        else:
            frames.write_jsonl(rows, out)


def answer(
    rows: Callable[[], Iterable[Mapping[str, Any]]],
    columns: Sequence[str],
    table: Callable[[], None],
    format_: Format,
    output: Path | None,
) -> None:
    """The answer in the format that was asked for; only what is needed for it is computed."""
    if format_ is Format.table:
        if output is not None:
            raise InvalidRecord("a table is for the screen: add --format jsonl, csv or parquet to --output")
        table()
    else:
        write_rows(rows(), columns, format_, output)
