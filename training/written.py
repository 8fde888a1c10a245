"""Annotated training documents in a compact notation, compiled into the contract's dicts.

A file of ``training/written`` holds any number of documents::

    === id-of-document | Title of the page | Publisher | 2019-05-14
    Text of the document. Blank lines separate paragraphs.
    ---
    membership.joined ; TUN ; NATO ; Mediterranean Dialogue ; 1995 ; ; ; ; ; Tunisia joined the Mediterranean Dialogue

The ten fields of a statement are kind.stage, source, target, object, date, end, value, by, event, quote, separated by
`` ; ``. Empty is null or none. Actors are separated by ``, `` (``Jr.`` and ``Sr.`` stay with the name before them).
A value is ``9600000 EUR``, ``>100 country`` (at least), ``<5 %`` (at most), ``~6000 person`` (about), ``12`` (no unit);
several are separated by ``, ``. An empty event is filled from kind and stage, ``-`` is null. A quote may be shortened
to ``first words ... last words``: it stands for the shortest stretch of the text between them. White space in a
quote need not agree with the text. The date of a document may be left empty.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from dragoman.codebook import READ, codebook
from dragoman.edtf import check
from dragoman.errors import InvalidRecord

FIELDS = 10
SEPARATOR = re.compile(r"\s+;(?=\s|$)")
ACTOR = re.compile(r"(?:[A-Z][A-Za-z0-9+-]*[A-Z0-9+][A-Za-z0-9+-]*)?(?:/\S[^;/]*)?")
VALUE = re.compile(r"([<>~])?(-?\d+(?:\.\d+)?)(?: (\S.*))?")
BOUNDS = {"<": "max", ">": "min", "~": "approx"}


def load_written(folder: Path | str) -> list[dict[str, Any]]:
    """All documents of ``folder/*.txt``, files in the order of their names, as the training file has them.

    Raises `InvalidRecord` naming file and line for anything malformed, unknown to the codebook or not in the text.
    """
    documents: list[dict[str, Any]] = []
    seen: dict[str, str] = {}
    for path in sorted(Path(folder).glob("*.txt")):
        for number, document in compile_file(path.read_text("utf-8"), path.name):
            place = f"{path.name}:{number}"
            if document["id"] in seen:
                raise InvalidRecord(
                    f"{place}: id {document['id']!r} is taken by {seen[document['id']]}; choose another"
                )
            seen[document["id"]] = place
            documents.append(document)
    return documents


def compile_file(content: str, name: str) -> list[tuple[int, dict[str, Any]]]:
    """The documents of one file with the line each begins at. ``name`` is for error messages."""
    lines = content.splitlines()
    starts = [i for i, line in enumerate(lines) if line.startswith("=== ")]
    if any(line.strip() for line in lines[: starts[0] if starts else None]):
        raise InvalidRecord(f"{name}:1: a file begins with a '=== id | title | publisher | date' line")
    ends = [*starts[1:], len(lines)]
    return [(a + 1, compile_document(lines[a:b], name, a + 1)) for a, b in zip(starts, ends, strict=True)]


def compile_document(lines: list[str], name: str, first: int) -> dict[str, Any]:
    """One document from its lines, of which the first is line ``first`` of the file ``name``."""
    head = [part.strip() for part in lines[0].removeprefix("===").split("|")]
    if len(head) != 4 or not all(head[:3]):
        raise InvalidRecord(f"{name}:{first}: expected '=== id | title | publisher | date', found {lines[0]!r}")
    if "---" not in lines:
        raise InvalidRecord(f"{name}:{first}: no '---' line between the text and the statements of {head[0]!r}")
    cut = lines.index("---")
    text = "\n".join(lines[1:cut]).strip()
    statements = []
    for offset, line in enumerate(lines[cut + 1 :], start=first + cut + 1):
        if line.strip() and not line.startswith("#"):
            try:
                statements.append({"doc": head[0], **compile_statement(line, text)})
            except InvalidRecord as problem:
                raise InvalidRecord(f"{name}:{offset}: {problem}") from problem
    try:
        published = edtf(head[3])
    except InvalidRecord as problem:
        raise InvalidRecord(f"{name}:{first}: {problem}") from problem
    sides = {"id": head[0], "title": head[1], "publisher": head[2], "date": published, "language": "en", "url": None}
    return {**sides, "text": text, "statements": statements}


def compile_statement(line: str, text: str) -> dict[str, Any]:
    """One statement line as the contract's fields without ``doc``. Raises `InvalidRecord` saying what is wrong."""
    fields = fields_of(line)
    kind, _, stage = fields[0].partition(".")
    implied = codebook().stage(kind, stage).event
    target = actors(fields[2])
    return {
        "kind": kind,
        "stage": stage,
        "source": actors(fields[1]),
        "target": target,
        "object": fields[3] or None,
        "date": edtf(fields[4]),
        "end": edtf(fields[5]),
        "value": values(fields[6]),
        "by": actors(fields[7]),
        "event": event(fields[8], kind, stage, implied, bool(target)),
        "quote": find_quote(fields[9], text),
    }


def fields_of(line: str) -> list[str]:
    """The ten fields of a statement line. Raises `InvalidRecord` for another number of them."""
    fields = [field.strip() for field in SEPARATOR.split(line, maxsplit=FIELDS - 1)]
    if len(fields) != FIELDS:
        raise InvalidRecord(f"{len(fields)} fields where {FIELDS} belong, separated by ' ; '")
    return fields


def actors(field: str) -> list[str]:
    """Actors of a field. Raises `InvalidRecord` for one that is not ``CODE``, ``CODE/Name`` or ``/Name``."""
    found: list[str] = []
    for part in filter(None, (p.strip() for p in field.split(","))):
        if part in ("Jr.", "Sr.") and found:
            found[-1] = f"{found[-1]}, {part}"
        elif ACTOR.fullmatch(part):
            found.append(part)
        else:
            raise InvalidRecord(f"actor {part!r} is not CODE, CODE/Name or /Name")
    return found


def values(field: str) -> list[dict[str, Any]] | None:
    """Values of a field, or null. Raises `InvalidRecord` for one that is not a number with an optional unit."""
    found = []
    for part in filter(None, (p.strip() for p in field.split(","))):
        match = VALUE.fullmatch(part)
        if match is None:
            raise InvalidRecord(f"value {part!r} is not like '9600000 EUR', '>100 country' or '5 %'")
        bound, number, unit = match.groups()
        value: dict[str, Any] = {"number": float(number) if "." in number else int(number), "unit": unit}
        found.append(value | ({"bound": BOUNDS[bound]} if bound else {}))
    return found or None


def edtf(field: str) -> str | None:
    """A date of a year, month, season or day, or null. Raises `InvalidRecord` for any other, and for intervals."""
    if "/" in field:
        raise InvalidRecord(f"date {field!r} is an interval; write its two sides into the fields date and end")
    return check(field) if field else None


def event(field: str, kind: str, stage: str, implied: str | None, has_target: bool) -> str | None:
    """The PLOVER type: as written, or where nothing is written as kind, stage and target imply.

    Raises `InvalidRecord` for an unknown type, and where none is written although only the wording can decide.
    """
    if field == "-":
        return None
    if field:
        if field not in codebook().plover:
            raise InvalidRecord(f"event {field!r} is not a PLOVER type")
        return field
    if kind == "position" and not has_target:
        return None
    if implied == READ and (kind == "event" or stage == "opposes"):
        raise InvalidRecord(f"{kind}.{stage} needs a PLOVER type, or '-' for none")
    return None if implied == READ else implied


def find_quote(quote: str, text: str) -> str:
    """The stretch of ``text`` that a quote stands for, verbatim. Raises `InvalidRecord` where there is none."""
    if not quote:
        raise InvalidRecord("no quote")
    flat, places = flatten(text)
    whole, head, tail = (" ".join(part.split()) for part in (quote, *quote.partition(" ... ")[::2]))
    stretches = [(at, at + len(whole)) for at in occurrences(whole, flat)[:1]]
    if not stretches and tail:
        tails = occurrences(tail, flat)
        for start in occurrences(head, flat):
            stretches += [(start, at + len(tail)) for at in tails if at >= start + len(head)][:1]
    if not stretches:
        raise InvalidRecord(f"quote not in the text: {quote!r}")
    start, end = min(stretches, key=lambda stretch: stretch[1] - stretch[0])
    return text[places[start] : places[end - 1] + 1]


@lru_cache(maxsize=4)
def flatten(text: str) -> tuple[str, list[int]]:
    """``text`` with single spaces for white space, and for each of its characters the place in ``text``."""
    flat: list[str] = []
    places: list[int] = []
    for at, character in enumerate(text):
        if not character.isspace():
            flat.append(character)
        elif flat and flat[-1] != " ":
            flat.append(" ")
        else:
            continue
        places.append(at)
    return "".join(flat), places


def occurrences(wanted: str, flat: str) -> list[int]:
    """Where ``wanted`` stands in flattened text, neither beginning nor ending inside a word."""
    found = []
    at = flat.find(wanted) if wanted else -1
    while at >= 0:
        around = flat[at - 1 : at] + flat[at], flat[at + len(wanted) - 1 : at + len(wanted) + 1]
        if not any(len(pair) == 2 and pair.isalnum() for pair in around):
            found.append(at)
        at = flat.find(wanted, at + 1)
    return found
