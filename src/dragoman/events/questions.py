"""A table of pairs to classify -> `Pair` records: TSV with a header, or JSON lines, one row after the other.

A row is asked about as long as it has a sentence: actors that are not in it, or not given, are left unmarked.
"""

from __future__ import annotations

import gzip
import io
import json
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from dragoman.documents.tables import lines
from dragoman.errors import UnreadableDocument
from dragoman.events.marking import TAG, locate, unmarked
from dragoman.events.records import Pair, Rejected

LONGEST_ROW = 1_000_000
LONGEST_SENTENCE = 100_000
COLUMNS = ("uid", "sentence", "source", "target", "marked_sentence")
QUOTED = re.compile(r'"(?:[^"]|"")*"')
PACKED = b"\x1f\x8b"
HALF = re.compile(r"[\ud800-\udfff]")  # bytes that are no UTF-8, and what JSON can hold (\ud83d alone)
SAID = "give each row a sentence, or a marked_sentence with <s>…</s> and <t>…</t>"


@dataclass(frozen=True, slots=True)
class Question:
    """A pair, which of its sides were named but are not in the sentence, and which were not named; whether a mark is
    not closed, and whether the row has an id of its own."""

    pair: Pair
    not_found: tuple[str, ...] = ()
    not_named: tuple[str, ...] = ()
    unclosed: bool = False
    numbered: bool = False


def read_questions(stream: BinaryIO, name: str) -> Iterator[Question | Rejected]:
    """Rows of ``stream``; JSON lines where the first begins with a brace, else TSV. ``name`` is for messages.

    A row without uid gets the number of its line. Packed (gz) and UTF-16 tables are read too. Raises
    `UnreadableDocument` where the header has no sentence, where there is no row, and for what is no text or a damaged
    archive.
    """
    rows = 0
    try:
        for row in _rows(stream, name):
            rows += 1
            yield row
    except UnreadableDocument as error:
        raise UnreadableDocument(error.locator or name, error.reason, error.advice) from error
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise UnreadableDocument(name, f"damaged archive ({error})", "get it again, or unpack it by hand") from error
    if not rows:
        raise UnreadableDocument(
            name, "no rows", f"begin with a line {' '.join(COLUMNS[:4])}, and write the pairs below"
        )


def _rows(stream: BinaryIO, name: str) -> Iterator[Question | Rejected]:
    header: list[str] | None = None
    as_json: bool | None = None
    for number, line in enumerate(lines(unpacked(stream), LONGEST_ROW), 1):
        place = f"{name}:{number}"
        if line is None:
            yield Rejected(place, None, f"a row of more than {LONGEST_ROW:,} bytes", "give one sentence a row")
            continue
        if not line.strip():
            continue
        if HALF.search(line):
            yield Rejected(place, None, "not UTF-8", "save the file as UTF-8")
            continue
        text = line.rstrip("\r\n")
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
        yield Rejected(place, None, *row) if isinstance(row, tuple) else question(row, place, number)


def unpacked(stream: BinaryIO) -> BinaryIO:
    """``stream``, or what is packed in it, as its first bytes tell."""
    ahead = io.BufferedReader(stream)  # type: ignore[type-var]
    packed = ahead.peek(len(PACKED)).startswith(PACKED)
    return gzip.GzipFile(fileobj=ahead) if packed else ahead  # type: ignore[return-value]


def json_row(text: str) -> dict[str, Any] | tuple[str, str]:
    """The object of a line by its names in lower case, or what is wrong with it and what to do."""
    try:
        row = json.loads(text)
    except (ValueError, RecursionError):
        return "not JSON", "write one JSON object a line, as in the first one"
    if not isinstance(row, dict):
        return "not a JSON object", 'write {"uid": …, "sentence": …, "source": …, "target": …}'
    return {name.strip().lower(): value for name, value in row.items()}


def tsv_row(text: str, header: list[str]) -> dict[str, Any] | tuple[str, str]:
    """The cells of a line by column, or what is wrong with it and what to do. Cells that end early are empty."""
    cells = [unquoted(cell) for cell in text.split("\t")]
    if len(cells) > len(header):
        return f"{len(cells)} columns where the header has {len(header)}", "take the tabs out of its cells"
    return dict(zip(header, cells, strict=False))


def unquoted(cell: str) -> str:
    """Spreadsheets put cells with quotation marks into quotation marks and double those inside."""
    if len(cell) > 1 and QUOTED.fullmatch(cell) and '""' in cell[1:-1]:
        return cell[1:-1].replace('""', '"')
    return cell


def question(row: dict[str, Any], place: str, number: int) -> Question | Rejected:
    """What a row asks. Marks go before the columns ``source`` and ``target``."""
    values = {name: row.get(name) for name in COLUMNS}
    numbered = values["uid"] in (None, "")
    uid = str(number if numbered else values["uid"])
    for name in COLUMNS[1:]:
        if values[name] is not None and not isinstance(values[name], str):
            return Rejected(place, uid, f"{name} is not a text", "write it in quotation marks")
    halved = next((name for name in COLUMNS if HALF.search(str(values[name]))), None)
    if halved:
        uid = HALF.sub("\ufffd", uid)
        return Rejected(place, uid, f"{halved} has half a character", "write it again from its source as UTF-8")
    said = values["marked_sentence"] or values["sentence"] or ""
    sentence, source, target = unmarked(said)
    if not sentence.strip():
        return Rejected(place, uid, "no sentence", SAID)
    if len(sentence) > LONGEST_SENTENCE:
        advice = "give it sentence by sentence"
        return Rejected(place, uid, f"a sentence of more than {LONGEST_SENTENCE:,} characters", advice)
    source = source or locate(values["source"] or "", sentence, target)
    target = target or locate(values["target"] or "", sentence, source)
    missing = [name for name, span in (("source", source), ("target", target)) if span is None]
    not_found = tuple(name for name in missing if (values[name] or "").strip())
    not_named = tuple(name for name in missing if name not in not_found)
    tags = Counter(tag.lower() for tag in TAG.findall(said))
    unclosed = any(tags[f"<{name}>"] > tags[f"</{name}>"] for name in "st")
    return Question(Pair(uid, sentence, source, target), not_found, not_named, unclosed, numbered)
