"""Whose an embassy is and where: the parties that the words of a post tell themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.actors.directory import directory, owner_of
from dragoman.actors.linking import Mention
from dragoman.datafiles import any_of, compiled, data_file
from dragoman.reading.prepared import Prepared, mentions_in, rows_of
from dragoman.reading.stages_behind import index_at
from dragoman.records import Document, Evidence

WORDS = data_file("roles.yml")
POST = compiled(rf"\b{any_of(WORDS['posts'])}\b", re.IGNORECASE)
PLACED = compiled(
    rf"(?:,? {any_of(WORDS['was'])}(?: [a-z]+ly)? {any_of(WORDS['opened'])})? (?:in|at)(?: the)? ",
    re.IGNORECASE,
)
SERVING_FROM = compiled(rf"\b{any_of(WORDS['serving_from'])}\b", re.IGNORECASE)
ACCREDITED = compiled(rf"\b{WORDS.text('accredited')}\b", re.IGNORECASE)
LISTED = compiled(rf"\s*{any_of(WORDS['list_words'])}\s+(?:the\s+)?", re.IGNORECASE)
LEADING = re.compile(r"[^.;]{0,60}")
WHOSE = re.compile(r"(?:['’]s?)?\s")
IN_A_PLACE = re.compile(r"\b(?:in|at)(?: the)? $", re.IGNORECASE)

FAR = 600
"""Characters of a sentence that are looked at before and behind."""
Actors = dict[str, tuple[str, ...]]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Post:
    """One that the text tells of at ``start:end``: whose it is, and where, each with its mention; None if not said."""

    start: int
    end: int
    owner: Mention | None
    place: Mention | None


def of_a_post(
    kind: str, actors: Actors, evidence: Sequence[Evidence], told: Span, quote: Span, document: Document,
    prepared: Prepared,
) -> tuple[Actors, list[Evidence]]:  # fmt: skip
    """The parties of a statement whose object stands at ``told``: whose embassy it is and in whose capital, or to whom
    it is accredited."""
    if kind not in ("relations", "office"):
        return actors, list(evidence)
    if listed := accredited_to(kind, actors, quote, document.text, prepared):
        return written(actors, evidence, *listed)
    if kind == "relations" and (both := sent_and_received(actors, told, document.text, prepared)):
        return written(actors, evidence, *both)
    return actors, list(evidence)


Told = list[tuple[str, Mention | None]]
"""Actors, each with the mention that tells of it; with none, one keeps what it was read from."""


def written(actors: Actors, evidence: Sequence[Evidence], source: Told, target: Told) -> tuple[Actors, list[Evidence]]:
    """``actors`` with these on both sides; whoever stands there already keeps what was read."""
    sides = {"source": source, "target": target}
    kept = [e for e in evidence if e.role not in sides]
    for role, found in sides.items():
        for actor, mention in found:
            read = next((e for e in evidence if e.role == role and e.value == actor), None)
            if read is None and mention is not None:
                read = Evidence(role, actor, mention.start, mention.end, mention.how)
            read = read or next((replace(e, role=role) for e in evidence if e.role in sides and e.value == actor), None)
            kept += [read] if read else []
    return actors | {role: tuple(dict.fromkeys(a for a, _ in found)) for role, found in sides.items()}, kept


def accredited_to(kind: str, actors: Actors, quote: Span, text: str, prepared: Prepared) -> tuple[Told, Told] | None:
    """Whose the post is, and the states to which it is accredited: "The Embassy is accredited to Fiji and Tonga"."""
    match = ACCREDITED.search(text, *quote)
    if match is None:
        return None
    low, high = nearby(prepared, match.span())
    behind = states_in(prepared, match.end(), high)
    if not behind or not LEADING.fullmatch(text, match.end(), behind[0].start):
        return None
    target: Told = [(m.actors[0], m) for m in rows_of(behind, text, LISTED)[0]]
    listed = {actor for actor, _ in target}
    before = mentions_in(prepared, low, match.start())
    elsewhere = listed | {a for m in before if is_a_place(m, text) for a in m.actors}
    whose = [m for m in before if m.head and len(m.actors) == 1 and is_state(owner_of(m.actors[0]))]
    owners = [m for m in whose if owner_of(m.actors[0]) not in elsewhere]
    if not owners:
        return None
    owner = owners[-1]
    if kind == "relations":
        return [(owner_of(owner.actors[0]), owner)], target
    if owner.how not in ("body", "office", "person"):
        return None
    holders: Told = [(a, None) for a in actors["source"] if owner_of(a) not in listed]
    return holders or [(owner.actors[0], owner)], target


def sent_and_received(actors: Actors, told: Span, text: str, prepared: Prepared) -> tuple[Told, Told] | None:
    """Whose the post is and where, in place of parties that the sentence does not name or tells of another post: "The
    Embassy of Chile was opened in Accra" is between those two."""
    low, high = nearby(prepared, told)
    inside = mentions_in(prepared, low, high)
    posts = posts_in(inside, text, low, high)
    own = [p for p in posts if p.start < told[1] and told[0] < p.end]
    post = own[0] if len(own) == 1 else None
    if post is None or post.owner is None or post.place is None:
        return None
    owner, place = owner_of(post.owner.actors[0]), post.place.actors[0]
    if owner == place or SERVING_FROM.search(text, low, post.start):
        return None
    parties = {owner_of(a) for a in (*actors["source"], *actors["target"])}
    named = {owner_of(a) for m in inside for a in m.actors}
    others = {owner_of(p.owner.actors[0]) for p in posts if p is not post and p.owner is not None}
    if parties >= {owner, place} or (parties - {owner, place}) & (named - others):
        return None
    return [(owner, post.owner)], [(place, post.place)]


def posts_in(mentions: Sequence[Mention], text: str, low: int, high: int) -> list[Post]:
    """The posts told of in ``low:high``, where these ``mentions`` stand, in the order of the text."""
    found = []
    for match in POST.finditer(text, low, high):
        around = [m for m in mentions if m.start <= match.start() and match.end() <= m.end]
        beside = [m for m in mentions if WHOSE.fullmatch(text, m.end, match.start())]
        owner = next((m for m in (*around, *beside) if len(m.actors) == 1 and is_state(owner_of(m.actors[0]))), None)
        end = max([match.end(), *(m.end for m in around)])
        placed = PLACED.match(text, end)
        at = placed.end() if placed else -1
        place = next((m for m in mentions if m.start == at and len(m.actors) == 1 and is_state(m.actors[0])), None)
        found.append(Post(min([match.start(), *(m.start for m in around)]), end, owner, place))
    return found


def states_in(prepared: Prepared, start: int, end: int) -> list[Mention]:
    inside = mentions_in(prepared, start, end)
    return [m for m in inside if m.head and len(m.actors) == 1 and is_state(m.actors[0])]


def is_state(actor: str) -> bool:
    return directory().is_state(actor)


def is_a_place(mention: Mention, text: str) -> bool:
    return mention.place or IN_A_PLACE.search(text, max(0, mention.start - 8), mention.start) is not None


def nearby(prepared: Prepared, told: Span) -> Span:
    """The sentence of what stands at ``told``, no more than `FAR` of it before and behind."""
    index = index_at(prepared.sentences, told[0])
    start, end = (prepared.sentences[index].start, prepared.sentences[index].end) if index >= 0 else told
    return max(start, told[0] - FAR), min(end, told[1] + FAR)
