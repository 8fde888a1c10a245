"""Who belongs to what: the organisation that a membership means, and whom one lets take part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.actors.directory import directory, owner_of
from dragoman.actors.linking import Mention
from dragoman.datafiles import any_of, compiled, data_file
from dragoman.reading.posts import Actors, Span, nearby
from dragoman.reading.prepared import Prepared, first_from
from dragoman.records import Document, Evidence

WORDS = data_file("roles.yml")
GRANTING = compiled(
    rf"\b{any_of(WORDS['granting'])}\b(?! that\b)[^.;]{{0,60}}?\b{any_of(WORDS['statuses'])}\b", re.IGNORECASE
)
PASSIVE = compiled(rf"(?:\b{any_of(WORDS['being'])}(?: \w+ly)? |, )$", re.IGNORECASE)
"""Before "granted" of who is granted something."""
FEW = 40
FAR = 800
"""Characters before a sentence in which the organisation is looked for that it is about."""


def of_an_organisation(
    actors: Actors, evidence: Sequence[Evidence], told: Span, document: Document, prepared: Prepared
) -> tuple[Actors, list[Evidence]]:
    """The parties of a membership whose object stands at ``told``. A state that nothing names beside the publisher's
    name is not what is joined: that is the organisation named last. Who "grants observer status" is joined, and who
    gets it takes part."""
    evidence = list(evidence)
    start, _ = nearby(prepared, told)
    source, target = actors["source"], actors["target"]
    read = {e.value for e in evidence if e.role == "target"}
    if len(target) == 1 and directory().is_state(owner_of(target[0])) and target[0] not in read:
        named = last_organisation(prepared, source, start, told[1])
        if named:
            actors = actors | {"target": named.actors}
            evidence.append(Evidence("target", named.actors[0], named.start, named.end, named.how))
    elif len(source) == 1 and target and is_organisation(source[0]) and grants(document.text, start, told[1]):
        actors = actors | {"source": target, "target": source}
        other = {"source": "target", "target": "source"}
        evidence = [replace(e, role=other.get(e.role, e.role)) for e in evidence]
    return actors, evidence


def grants(text: str, start: int, end: int) -> bool:
    """Whether somebody in ``text`` from ``start`` to ``end`` lets others take part, and is not let himself."""
    found = GRANTING.finditer(text, start, end)
    return any(not PASSIVE.search(text, max(start, m.start() - FEW), m.start()) for m in found)


def last_organisation(prepared: Prepared, source: Sequence[str], start: int, end: int) -> Mention | None:
    """The organisation that is named last before ``end``, from a little before the sentence that begins at ``start``,
    and is none of ``source``."""
    near = prepared.mentions[first_from(prepared.mentions, start - FAR) : first_from(prepared.mentions, end)]
    for mention in reversed(near):
        if len(mention.actors) == 1 and is_organisation(mention.actors[0]) and mention.actors[0] not in source:
            return mention
    return None


def is_organisation(actor: str) -> bool:
    return "/" not in actor and directory().is_organisation(actor)
