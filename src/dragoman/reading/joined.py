"""Parties that stand joined before what they have in common: "the Peru-Chile Summit", "ASEAN – EU relations"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.actors.directory import directory, owner_of
from dragoman.actors.linking import Mention
from dragoman.datafiles import any_of, compiled, data_file
from dragoman.reading.posts import Actors, Span, Told, is_a_place, nearby, written
from dragoman.reading.prepared import Prepared, mentions_in, rows_of
from dragoman.records import Document, Evidence

WORDS = data_file("roles.yml")
BETWEEN = re.compile(r"\s?[-–—/]\s?")
IN_COMMON = {
    kind: compiled(rf"(?: [\w’'&-]+){{0,4}}? {any_of(things)}\b", re.IGNORECASE)
    for kind, things in WORDS.lists("in_common").items()
}

NEAR = 80
"""Characters before the object in which the pair may begin: "the ASEAN – Peru (meeting)"."""


def of_a_pair(
    kind: str, actors: Actors, evidence: Sequence[Evidence], told: Span, document: Document, prepared: Prepared
) -> tuple[Actors, list[Evidence]]:
    """The parties of a symmetrical statement whose object, at ``told``, begins with them: these, and of the others
    those whom the sentence names beside."""
    if kind not in IN_COMMON:
        return actors, list(evidence)
    low, high = nearby(prepared, told)
    inside = mentions_in(prepared, low, high)
    near = [m for m in inside if m.start >= told[0] - NEAR and m.end <= told[1]]
    pair = joined_in(near, document.text, IN_COMMON[kind], told[0])
    owners = {owner_of(m.actors[0]) for m in pair}
    if len(owners) < 2:
        return actors, list(evidence)
    parties = (*actors["source"], *actors["target"])
    named = {a for m in inside if not is_a_place(m, document.text) for a in m.actors}
    kept = [a for a in parties if owner_of(a) in owners or (a in named and kind != "relations")]
    more = [m for m in pair if owner_of(m.actors[0]) not in {owner_of(a) for a in kept}]
    if len(kept) == len(parties) and not more:
        return actors, list(evidence)
    both: Told = [*((a, None) for a in kept), *((m.actors[0], m) for m in more)]
    return written(actors, evidence, both[:1], both[1:])


def joined_in(mentions: Sequence[Mention], text: str, in_common: re.Pattern[str], told: int) -> list[Mention]:
    """The first of ``mentions`` that a dash joins, before what they have ``in_common``, which ends behind ``told``."""
    single = [m for m in mentions if len(m.actors) == 1 and is_party(m.actors[0])]
    for row in rows_of(single, text, BETWEEN):
        thing = in_common.match(text, row[-1].end) if len(row) > 1 else None
        if thing and thing.end() > told:
            return row
    return []


def is_party(actor: str) -> bool:
    return directory().is_state(actor) or directory().is_organisation(actor)
