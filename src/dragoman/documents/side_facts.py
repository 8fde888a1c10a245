"""What is said about a document beside it: in a side file, the columns of a row, or front matter."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from dragoman.documents.assemble import tidy
from dragoman.documents.dateline import machine_date
from dragoman.documents.language import normalised


@dataclass(frozen=True, slots=True)
class SideFacts:
    """The usable fields of a side file (or of the fields of a row or of front matter), and warnings about the rest."""

    title: str | None = None
    publisher: str | None = None
    date: str | None = None
    language: str | None = None
    url: str | None = None
    warnings: tuple[str, ...] = field(default=())


SIDE_NAMES = {
    "title": ("title", "headline", "heading"),
    "publisher": ("publisher", "source_name", "site_name", "issuer", "organisation", "organization", "author"),
    "date": (
        "date",
        "date_if_known",
        "published",
        "publication_date",
        "date_published",
        "published_at",
        "published_on",
        "datepublished",
        "pub_date",
        "pubdate",
    ),
    "language": ("language", "lang", "inlanguage", "locale"),
    "url": ("url", "link", "href", "source_url", "permalink"),
}


def side_facts(fields: dict[str, Any], called: str) -> SideFacts:
    """The known fields among ``fields``, by their obvious names; ``called`` names their home in warnings."""
    lower = {str(name).lower().strip(): value for name, value in fields.items()}
    values: dict[str, str | None] = {}
    warnings = []
    for name, spellings in SIDE_NAMES.items():
        raw = _only(next((lower[spelling] for spelling in spellings if lower.get(spelling) not in (None, "")), None))
        if isinstance(raw, (str, int)) and not isinstance(raw, bool):
            values[name] = tidy(str(raw)) or None
        elif raw is not None:
            warnings.append(f"{name} in {called} is not a text, ignored")
    if (said := values.get("date")) is not None:
        values["date"] = machine_date(said)
        if values["date"] is None:
            warnings.append(
                f"date {said[:40]!r} in {called} is not a date (write 2016-03-17, 2016-03 or 2016), ignored"
            )
    if (said := values.get("language")) is not None:
        values["language"] = normalised(said)
        if values["language"] is None:
            warnings.append(
                f"language {said[:40]!r} in {called} names no language (write en, sr-Latn or English), ignored"
            )
    return SideFacts(**values, warnings=tuple(warnings))


def _only(value: Any) -> Any:
    """The one thing that a list holds, and the name of an object that has one."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    return value["name"] if isinstance(value, dict) and "name" in value else value


def read_side_file(data: bytes, called: str) -> SideFacts:
    """A side file's facts. One that is not a JSON object gives a warning and no facts."""
    try:
        fields = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        return SideFacts(warnings=(f"{called} is not valid JSON ({str(error)[:80]}), ignored",))
    if not isinstance(fields, dict):
        return SideFacts(warnings=(f"{called} is not a JSON object, ignored",))
    return side_facts(fields, called)
