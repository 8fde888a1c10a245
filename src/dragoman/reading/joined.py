"""Parties that stand joined before what they have in common: "the Peru-Chile Summit", "ASEAN – EU relations"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from dragoman.actors.directory import directory, owner_of
from dragoman.actors.linking import Mention
from dragoman.datafiles import data_file
from dragoman.reading.negation_forms import any_of
from dragoman.reading.posts import Actors, Span, is_a_place, nearby
from dragoman.reading.prepared import Prepared, mentions_in
from dragoman.records import Document, Evidence

WORDS: dict[str, Any] = data_file("roles.yml")
BETWEEN = re.compile(r"\s?[-–—/]\s?")
IN_COMMON = {
    kind: re.compile(rf"(?: [\w’'&-]+){{0,4}}? {any_of(things)}\b", re.IGNORECASE)
    for kind, things in WORDS["in_common"].items()
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
    parties = (*kept, *(m.actors[0] for m in more))
    here = [e for e in evidence if e.role not in ("source", "target")]
    read = {e.value: e for e in evidence if e.role in ("source", "target")}
    read |= {m.actors[0]: Evidence("target", m.actors[0], m.start, m.end, m.how) for m in more}
    sides = {"source": parties[:1], "target": parties[1:]}
    for role, side in sides.items():
        here += [Evidence(role, a, read[a].start, read[a].end, read[a].how) for a in side if a in read]
    return actors | sides, here


def joined_in(mentions: Sequence[Mention], text: str, in_common: re.Pattern[str], told: int) -> list[Mention]:
    """The first of ``mentions`` that a dash joins, before what they have ``in_common``, which ends behind ``told``."""
    single = [m for m in mentions if len(m.actors) == 1 and is_party(m.actors[0])]
    row = single[:1]
    for mention in (*single[1:], None):
        if mention and BETWEEN.fullmatch(text, row[-1].end, mention.start):
            row.append(mention)
            continue
        thing = in_common.match(text, row[-1].end) if len(row) > 1 else None
        if thing and thing.end() > told:
            return row
        row = [mention] if mention else []
    return []


def is_party(actor: str) -> bool:
    return directory().is_state(actor) or directory().is_organisation(actor)
