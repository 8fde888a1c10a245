"""The state or organisation behind a document's publisher."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.actors.context.addresses import owner_of_address
from dragoman.actors.directory import Directory
from dragoman.actors.mentions.gazetteer import Entry, gazetteer_for
from dragoman.actors.mentions.words import words
from dragoman.records import Document

OF_STATE = re.compile(r"(?:[,(]| of)(?: the)? *$")
WORD = re.compile(r"[^\W\d_]+")
SITE = re.compile(r"\w\.[a-z]{2,6}(?![.\w])", re.I)
NATIONS = ("state", "demonym", "nationals", "seat")


def publisher_actor(document: Document, directory: Directory) -> str | None:
    """The state or organisation that publishes: by the publisher's name, else by the address it is published at. A
    paper, a watchdog or a site that only has a state in its name is nobody: "Jamaica Observer"."""
    if document.publisher_actor:
        return document.publisher_actor
    name = document.publisher.value or ""
    found = _named_in(document, directory)
    if found and found[0][2].kind in NATIONS and (is_paper(name) or is_society(name) or is_site(name.split()[0])):
        return None
    return publisher_home(document, directory)


def publisher_home(document: Document, directory: Directory) -> str | None:
    """The same, and of a paper the state that its name tells of: whose dollars and whose government it writes of."""
    if document.publisher_actor:
        return document.publisher_actor
    found = _named_in(document, directory)
    if found:
        return closing_state(document.publisher.value or "", found, directory) or found[0][2].code
    return owner_of_address(document.url or "", directory)


def _named_in(document: Document, directory: Directory) -> list[tuple[int, int, Entry]]:
    """The actors that a publisher's name names; an acronym that a hyphen goes on, "PA-X", is none."""
    name = document.publisher.value or ""
    matches = gazetteer_for(directory).matches(name, document.date.value)
    return [m for m in matches if m[2].code and m[2].kind != "not" and not name.startswith("-", m[1])]


def private_words(name: str) -> set[str]:
    """The words of a publisher's name; none where one of them says that it is a government's."""
    called = set(WORD.findall(name.lower()))
    return called if called.isdisjoint(words().official) else set()


def is_paper(name: str) -> bool:
    """Whether a publisher's name is that of a paper or a station: "Jamaica Observer"."""
    return any(word.endswith(words().papers) for word in private_words(name))


def is_society(name: str) -> bool:
    """Whether it is that of a society or a school: "Iran Watch"."""
    return not private_words(name).isdisjoint(words().watchdogs)


def is_site(name: str) -> bool:
    """Whether it is the address of a site that is no government's: "newsline.ca (Canada)"."""
    return SITE.search(name) is not None and bool(private_words(name))


def closing_state(name: str, found: Sequence[tuple[int, int, Entry]], directory: Directory) -> str:
    """The state that closes a publisher's name which begins like a body of another state or names an organisation, of
    those ``found`` in it: "Foreign Office of Chad", "Department of State (Chad)", "Ministry of European Union Affairs
    of Chad"."""
    first, last = found[0], found[-1]
    body = first[2].kind in ("body", "house") and directory.is_state(first[2].code)
    body = body or (first[2].kind == "org" and first[0] > 0)
    behind = OF_STATE.search(name[: last[0]]) and not name[last[1] :].strip(") .")
    return last[2].code if body and last[2].kind == "state" and len(found) > 1 and behind else ""
