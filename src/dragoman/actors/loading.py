"""YAML files of actors -> `Directory`.

Parsing half a megabyte of YAML takes longer than a command should take to start, so the parsed content is kept as JSON
in ``__pycache__`` beside the files, as Python does with byte code: named after the files' digest, written if the
place can be written to, ignored and rebuilt if anything is wrong with it.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from dragoman.actors.directory import Actor, ActorKind, Directory, Name, NumericCode, Office, Period, is_acronym
from dragoman.errors import InvalidRecord

SHIPPED = Path(__file__).parent.parent / "data" / "actors"
FORMAT = "1"
_KINDS: dict[str, ActorKind] = {"organisations": "organisation", "territories": "territory"}
_KNOWN = frozenset(
    (
        *("name", "official", "names", "acronyms", "demonyms", "capitals", "seat", "seats", "collective", "members"),
        *("periods", "successors", "parent", "under", "sector", "iso", "former_codes", "cow", "gw", "contested"),
        *("note", "ambiguous", "sector", "also", "hosts", "generic", "framework"),
    )
)


def load(paths: Iterable[Path] | None = None) -> Directory:
    """The directory from these files (default: the shipped ones). Raises `InvalidRecord` naming file and actor."""
    files = sorted(SHIPPED.glob("*.yml") if paths is None else paths)
    contents = [(path.stem, path.read_bytes()) for path in files]
    digest = hashlib.sha256(FORMAT.encode())
    for stem, content in contents:
        digest.update(stem.encode() + b"\0" + hashlib.sha256(content).digest())
    name = digest.hexdigest()[:16]
    if paths is None:
        return _build(_parsed(contents, name), name)
    return _build({stem: _parse(stem, content) for stem, content in contents}, name)


def _parsed(contents: list[tuple[str, bytes]], digest: str) -> dict[str, dict[str, Any]]:
    kept = SHIPPED / "__pycache__" / f"actors-{digest}.json"
    with suppress(OSError, ValueError):
        loaded = json.loads(kept.read_bytes())
        if isinstance(loaded, dict):
            return loaded
    parsed = {stem: _parse(stem, content) for stem, content in contents}
    with suppress(OSError):
        _keep(kept, json.dumps(parsed, ensure_ascii=False, separators=(",", ":")))
    return parsed


def _keep(place: Path, text: str) -> None:
    place.parent.mkdir(exist_ok=True)
    for outdated in place.parent.glob("actors-*.json"):
        outdated.unlink(missing_ok=True)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=place.parent, delete=False) as out:
        out.write(text)
    # Whole or not at all: several processes may do this at once.
    os.replace(out.name, place)


def _parse(stem: str, content: bytes) -> dict[str, Any]:
    # The base loader leaves every scalar a string: "NO", "1.10" and "2006-06-05" stay what the analyst wrote.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        parsed = yaml.load(content, loader)
    except yaml.YAMLError as error:
        raise InvalidRecord(f"{stem}.yml is not YAML: {error}") from error
    if not isinstance(parsed, dict):
        raise InvalidRecord(f"{stem}.yml: expected a mapping with 'actors', 'bodies', 'groups', 'offices' or 'kinds'")
    return parsed


def _build(parsed: Mapping[str, Mapping[str, Any]], digest: str) -> Directory:
    actors: list[Actor] = []
    offices: list[Office] = []
    kinds: list[Office] = []
    fields: list[str] = []
    for stem, content in parsed.items():
        for code, raw in content.get("actors", {}).items():
            with _where(stem, code):
                actors.append(_actor(code, _KINDS.get(stem, "state"), raw))
        for parent, bodies in content.get("bodies", {}).items():
            for name, raw in bodies.items():
                with _where(stem, f"{parent}/{name}"):
                    actors.append(_actor(f"{parent}/{name}", "body", {"name": name, "parent": parent, **(raw or {})}))
        for name, raw in content.get("groups", {}).items():
            with _where(stem, f"/{name}"):
                actors.append(_actor(f"/{name}", "group", {"name": name, **(raw or {})}))
        for name, raw in content.get("offices", {}).items():
            with _where(stem, name):
                offices.append(_office(name, raw))
        for name, raw in content.get("kinds", {}).items():
            with _where(stem, name):
                kinds.append(_office(name, raw))
        fields.extend(content.get("fields", []))
    return Directory(tuple(actors), tuple(offices), tuple(kinds), tuple(fields), digest)


class _where:
    """Names file and actor in whatever goes wrong inside."""

    def __init__(self, stem: str, code: str) -> None:
        self.place = f"{stem}.yml: {code}"

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if isinstance(error, (KeyError, TypeError, ValueError, AttributeError)):
            reason = f"{error} is missing" if isinstance(error, KeyError) else str(error)
            raise InvalidRecord(f"{self.place}: {reason}") from error


def _actor(code: str, kind: ActorKind, raw: Mapping[str, Any]) -> Actor:
    unknown = sorted(set(raw) - _KNOWN)
    if unknown:
        raise ValueError(f"unknown field {', '.join(unknown)}; known are {', '.join(sorted(_KNOWN))}")
    named = [name for language, names in raw.get("names", {}).items() for name in _names(names, language)]
    named = [*_names(raw.get("also", []), "en"), *named]
    acronyms = _names(raw.get("acronyms", []), "mul")
    coded = kind in ("state", "territory")
    return Actor(
        code=code,
        kind=kind,
        name=raw["name"],
        official=raw.get("official"),
        names=(*acronyms, *named),
        demonyms=tuple(_names(raw.get("demonyms", []), "en")),
        capitals=tuple(_names(raw.get("capitals", []), "en")),
        seats=tuple(_names(raw.get("seats", []), "en")),
        collective=tuple(_names(raw.get("collective", []), "en")),
        members=tuple(_names(raw.get("members", []), "en")),
        periods=tuple(_period(p) for p in raw.get("periods", [])),
        successors=tuple(raw.get("successors", [])),
        parent=raw.get("parent") or raw.get("under"),
        sector=raw.get("sector") or ("IGO" if kind == "organisation" else None),
        hosts=tuple(raw.get("hosts", [])),
        iso=coded and raw.get("iso") != "false",
        former_codes=tuple(raw.get("former_codes", [])),
        cow=tuple(_numbers(raw.get("cow", []))),
        gw=tuple(_numbers(raw.get("gw", []))),
        contested=raw.get("contested") == "true",
        generic=raw.get("generic") == "true",
        framework=raw.get("framework") == "true",
        note=raw.get("note"),
        seat=raw.get("seat"),
        ambiguous=tuple((surface, tuple(flags)) for surface, flags in raw.get("ambiguous", {}).items()),
    )


def _office(name: str, raw: Mapping[str, Any]) -> Office:
    return Office(name, tuple(raw.get("titles", [name])), raw["sector"], raw.get("body"), raw.get("of"))


def _names(items: Iterable[Any], language: str) -> Iterator[Name]:
    if isinstance(items, str):
        raise ValueError(f"{items!r} should be a list")
    for item in items:
        text = item if isinstance(item, str) else item["name"]
        period = Period() if isinstance(item, str) else _period(item)
        # English acronyms are written so in other languages too; those of other languages are not.
        yield Name(text, "mul" if language == "en" and is_acronym(text) else language, period)


def _numbers(items: Iterable[Mapping[str, str]]) -> Iterator[NumericCode]:
    return (NumericCode(int(item["code"]), _period(item)) for item in items)


def _period(item: Mapping[str, str]) -> Period:
    start, end = item.get("from"), item.get("to")
    period = Period(_days(start)[0] if start else None, _days(end)[1] if end else None)
    if period.start and period.end and period.end < period.start:
        raise ValueError(f"{start} to {end} ends before it starts")
    return period


def _days(text: str) -> tuple[date, date]:
    """First and last day of "1963", "1963-04" or "1963-04-07"."""
    parts = text.split("-")
    if [len(part) for part in parts] not in ([4], [4, 2], [4, 2, 2]):
        raise ValueError(f"{text!r} is no date; write 1963, 1963-04 or 1963-04-07")
    if len(parts) == 3:
        day = date.fromisoformat(text)
        return day, day
    year, first, last = int(parts[0]), int(parts[-1]) if parts[1:] else 1, int(parts[-1]) if parts[1:] else 12
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])
