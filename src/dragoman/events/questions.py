"""A table of pairs to classify -> `Pair` records: TSV with a header, or JSON lines, one row after the other.

A row is asked about as long as it has a sentence: actors that are not in it, or not given, are left unmarked.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from dragoman.errors import UnreadableDocument
from dragoman.events.marking import locate, unmarked
from dragoman.events.records import Pair, Rejected

LONGEST_ROW = 1_000_000
LONGEST_SENTENCE = 100_000
COLUMNS = ("uid", "sentence", "source", "target", "marked_sentence")
QUOTED = re.compile(r'"(?:[^"]|"")*"')
HALF = re.compile(r"[\ud800-\udfff]")  # what JSON can hold (\ud83d alone) and no UTF-8 can
SAID = "give each row a sentence, or a marked_sentence with <s>…</s> and <t>…</t>"


@dataclass(frozen=True, slots=True)
class Question:
    """A pair, and which of its sides were named but are not in the sentence."""

    pair: Pair
    not_found: tuple[str, ...] = ()


def read_questions(stream: BinaryIO, name: str) -> Iterator[Question | Rejected]:
    """Rows of ``stream``; JSON lines where the first begins with a brace, else TSV. ``name`` is for messages.

    A row without uid gets the number of its line. Raises `UnreadableDocument` where the header has no sentence.
    """
    header: list[str] | None = None
    as_json: bool | None = None
    for number, (raw, whole) in enumerate(lines(stream), 1):
        if whole and not raw.strip():
            continue
        place = f"{name}:{number}"
        if not whole:
            yield Rejected(place, None, f"a row of more than {LONGEST_ROW:,} bytes", "give one sentence a row")
            continue
        try:
            text = raw.decode("utf-8-sig" if as_json is None else "utf-8").rstrip("\r\n")
        except UnicodeDecodeError:
            yield Rejected(place, None, "not UTF-8", "save the file as UTF-8")
            continue
        if as_json is None:
            as_json = text.lstrip().startswith("{")
            if not as_json:
                header = [cell.strip().lower() for cell in text.split("\t")]
                if not {"sentence", "marked_sentence"} & set(header):
                    raise UnreadableDocument(
                        place, "no column sentence or marked_sentence", f"begin with a line {' '.join(COLUMNS[:4])}"
                    )
                continue
        row = json_row(text) if header is None else tsv_row(text, header)
        yield Rejected(place, None, row, SAID) if isinstance(row, str) else question(row, place, number)


def lines(stream: BinaryIO) -> Iterator[tuple[bytes, bool]]:
    """Lines, and whether each is whole: of one that is too long only the beginning is kept."""
    while line := stream.readline(LONGEST_ROW):
        whole = line.endswith(b"\n") or len(line) < LONGEST_ROW
        yield line, whole
        while not whole and (rest := stream.readline(LONGEST_ROW)):
            whole = rest.endswith(b"\n")


def json_row(text: str) -> dict[str, Any] | str:
    """The object of a line, or what is wrong with it."""
    try:
        row = json.loads(text)
    except (ValueError, RecursionError):
        return "not JSON"
    return row if isinstance(row, dict) else "not a JSON object"


def tsv_row(text: str, header: list[str]) -> dict[str, Any] | str:
    """The cells of a line by column, or what is wrong with it. Cells that end early are empty."""
    cells = [unquoted(cell) for cell in text.split("\t")]
    if len(cells) > len(header):
        return f"{len(cells)} columns where the header has {len(header)}"
    return dict(zip(header, cells, strict=False))


def unquoted(cell: str) -> str:
    """Spreadsheets put cells with quotation marks into quotation marks and double those inside."""
    if len(cell) > 1 and QUOTED.fullmatch(cell) and '""' in cell[1:-1]:
        return cell[1:-1].replace('""', '"')
    return cell


def question(row: dict[str, Any], place: str, number: int) -> Question | Rejected:
    """What a row asks. Marks go before the columns ``source`` and ``target``."""
    values = {name: row.get(name) for name in COLUMNS}
    uid = str(number) if values["uid"] in (None, "") else str(values["uid"])
    for name in COLUMNS[1:]:
        if values[name] is not None and not isinstance(values[name], str):
            return Rejected(place, uid, f"{name} is not a text", SAID)
    halved = next((name for name in COLUMNS if HALF.search(str(values[name]))), None)
    if halved:
        uid = HALF.sub("\ufffd", uid)
        return Rejected(place, uid, f"{halved} has half a character", "write it again from its source as UTF-8")
    sentence, source, target = unmarked(values["marked_sentence"] or values["sentence"] or "")
    if not sentence.strip():
        return Rejected(place, uid, "no sentence", SAID)
    if len(sentence) > LONGEST_SENTENCE:
        return Rejected(place, uid, f"a sentence of more than {LONGEST_SENTENCE:,} characters", SAID)
    source = source or locate(values["source"] or "", sentence, target)
    target = target or locate(values["target"] or "", sentence, source)
    missing = [name for name, span in (("source", source), ("target", target)) if values[name] and span is None]
    return Question(Pair(uid, sentence, source, target), tuple(missing))
