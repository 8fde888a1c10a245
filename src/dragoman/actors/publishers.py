"""The state or organisation behind a document's publisher."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.actors.directory import Directory
from dragoman.actors.gazetteer import Entry, gazetteer_for
from dragoman.records import Document

OF_STATE = re.compile(r"(?:[,(]| of)(?: the)? *$")


def publisher_actor(document: Document, directory: Directory) -> str | None:
    """The state or organisation that publishes: by the publisher's name, else by the address it is published at."""
    if document.publisher_actor:
        return document.publisher_actor
    gazetteer = gazetteer_for(directory)
    name = document.publisher.value or ""
    found = [m for m in gazetteer.matches(name, document.date.value) if m[2].code and m[2].kind != "not"]
    if found:
        return closing_state(name, found, directory) or found[0][2].code
    return gazetteer.code_of_address(document.url or "")


def closing_state(name: str, found: Sequence[tuple[int, int, Entry]], directory: Directory) -> str:
    """The state that closes a publisher's name which begins like a body of another state or names an organisation, of
    those ``found`` in it: "Foreign Office of Chad", "Department of State (Chad)", "Ministry of European Union Affairs
    of Chad"."""
    first, last = found[0], found[-1]
    body = first[2].kind in ("body", "house") and directory.is_state(first[2].code)
    body = body or (first[2].kind == "org" and first[0] > 0)
    behind = OF_STATE.search(name[: last[0]]) and not name[last[1] :].strip(") .")
    return last[2].code if body and last[2].kind == "state" and len(found) > 1 and behind else ""
