"""Who acts on whom: a statement's sources and targets -> pairs of actors, by where the sentence names them.

without_parts, without_places, by_lists -> the sides as the sentence has them
paired, not_of_one_list, not_named_later -> the pairs
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations

from dragoman.actors.directory import owner_of
from dragoman.actors.linking import Mention, within
from dragoman.codebook import codebook
from dragoman.events.parties import is_where, same, whose_people
from dragoman.events.plover import ontology
from dragoman.events.scene import Scene, mention_of
from dragoman.records import Evidence, Statement

# What the parties of one act do alike. Of the other types one party does it to another: it recalls its ambassador.
ALIKE = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE"})
# Who recognises another is not recognised by it, though the kind's parties stand in any order.
ONE_SIDED = frozenset({"recognised", "not-recognised"})
LONGEST_LEAD = 100
"""Characters before an actor in which it is looked for what the actor suffered."""
ACTOR = "\0"
LISTED = re.compile(r"(?:,|\s|\0|\bthe\b)*(?:\band\b|\bas well as\b|&)(?:,|\s|\0|\bthe\b)*")
LIST = re.compile(r"(?:,|\s|\0|\bthe\b)*")
LIST_GOES_ON = re.compile(r"(?:\s*,\s*(?:the\s+)?\0)*,?\s+(?:and|as well as|&)\s+(?:the\s+)?\0")


def crossed(statement: Statement) -> list[tuple[str, str | None]]:
    """Who does it to whom: sources by targets, the parties among each other where only one side is named."""
    if statement.source and statement.target:
        return [(s, t) for s in statement.source for t in statement.target]
    parties = statement.source or statement.target
    if codebook().kinds[statement.kind].symmetric and len(parties) > 1:
        return list(combinations(parties, 2))
    return [(source, None) for source in statement.source]


def paired(statement: Statement, mutual: bool) -> list[tuple[str, str | None]]:
    """Who does it to whom, without pairs of one actor. Of a mutual act all parties are paired with each other; those
    that the statement has on two sides come first, so that a bound leaves them out last."""
    pairs = [pair for pair in crossed(statement) if not same(*pair)]
    if mutual:
        there = {frozenset(pair) for pair in pairs}
        parties = dict.fromkeys((*statement.source, *statement.target))
        pairs += [p for p in combinations(parties, 2) if frozenset(p) not in there and owner_of(p[0]) != owner_of(p[1])]
    return between_sides(statement, pairs)


def without_parts(scene: Scene, statement: Statement) -> Statement:
    """The statement without parties that only say what another is: states that are named within another party's name
    alone, for what is done to "Peruvian miners" is not done to Peru too, and nouns beside a name ("Hamas gunmen",
    "rebels of the LURD"). Either would be counted twice."""
    text = scene.document.text
    inside = within(scene.mentions, *scene.around(statement.start, statement.end))

    def apart(role: str, actors: tuple[str, ...]) -> tuple[str, ...]:
        told = [e for e in statement.evidence if e.role == role and e.value in actors]

        def only(actor: str, is_part: Callable[[Evidence, Evidence], bool]) -> bool:
            own = [e for e in told if e.value == actor]
            return bool(own) and all(any(is_part(one, e) for e in told if e.value != actor) for one in own)

        def within_name(one: Evidence, other: Evidence) -> bool:
            longer = other.start <= one.start and one.end <= other.end and one.end - one.start < other.end - other.start
            return "/" not in one.value and "/" in other.value and longer

        def noun_beside(one: Evidence, other: Evidence) -> bool:
            nameless = one.value.startswith("/") and text[one.start : one.end].islower()
            behind = nameless and text[other.end : one.start] == " " and not text[other.start : other.end].islower()
            named = whose_people(text, one.start, one.end, inside) if one.value.startswith("/") else None
            return behind or (named is not None and (named.start, named.end) == (other.start, other.end))

        return tuple(a for a in actors if not only(a, within_name) and not only(a, noun_beside))

    return replace(statement, source=apart("source", statement.source), target=apart("target", statement.target))


def without_places(scene: Scene, statement: Statement, place: tuple[int, int]) -> Statement:
    """A mutual act without states that are only where it takes place, if it has two parties beside them and one of
    these is named: of "Iran and Iraq held talks in Vienna" Austria is none, but may be the host of "The next talks
    will be in Vienna"."""
    inside = within(scene.mentions, *place)

    def places(actor: str) -> list[bool]:
        named = (m for m in inside if actor in (*m.actors, *m.others))
        return [is_where(scene.document.text, m, place[0]) for m in named]

    told = {actor: places(actor) for actor in (*statement.source, *statement.target)}
    others = [a for a, found in told.items() if not (found and all(found) and scene.directory.is_state(a))]
    if not any(told[actor] for actor in others) or len({owner_of(actor) for actor in others}) < 2:
        return statement
    source, target = (tuple(a for a in side if a in others) for side in (statement.source, statement.target))
    return replace(statement, source=source, target=target)


def by_lists(scene: Scene, statement: Statement, place: tuple[int, int]) -> Statement:
    """The statement with each list of actors on one side, where those outside of it all stand on the other: of "Peru
    sent tents to Chile, Bolivia and Haiti" Haiti is no sender. A list without anybody outside stays divided."""
    spans = spans_of(scene, statement, place)
    if len(spans) < 3:  # a list of two, and one outside
        return statement
    source, target = list(statement.source), list(statement.target)
    for one in spans:
        alike = (a for a in spans if joined(scene.document.text, spans[one], spans[a], scene.mentions, place[1]))
        listed = {one, *alike}
        if one not in source or not any(a in target for a in listed):
            continue
        senders, takers = ([a for a in side if a not in listed] for side in (source, target))
        if not senders and any(a in spans for a in takers):
            source, target = [*source, *(a for a in target if a in listed)], takers
        elif not takers and any(a in spans for a in senders):
            source, target = senders, [*target, *(a for a in source if a in listed)]
    return replace(statement, source=tuple(source), target=tuple(target))


def spans_of(scene: Scene, statement: Statement, place: tuple[int, int]) -> dict[str, tuple[int, int]]:
    """Where the sentence names each party, in the order of the text; without those that it does not name."""
    sides = (("source", statement.source), ("target", statement.target))
    named = {actor: mention_of(scene, actor, place, statement, role) for role, actors in sides for actor in actors}
    spans = {actor: (mention.start, mention.end) for actor, mention in named.items() if mention}
    return dict(sorted(spans.items(), key=lambda item: item[1]))


def not_named_later(
    scene: Scene, statement: Statement, pairs: Sequence[tuple[str, str | None]], end: int
) -> list[tuple[str, str | None]]:
    """``pairs`` without those of which a side is named only behind ``end``, in a later sentence: what somebody does
    there, or what is done to them, is another thing. What both do alike may be told ahead ("The sides met."), where
    none of the pairs is named before."""

    def later(role: str, actor: str | None) -> bool:
        told = [e.start for e in statement.evidence if e.role == role and e.value == actor]
        if symmetric or not told:
            told += [m.start for m in scene.mentions if actor in (*m.actors, *m.others)]
        return bool(told) and min(told) >= end

    symmetric = codebook().kinds[statement.kind].symmetric
    named = [(s, t) for s, t in pairs if not later("source", s) and not later("target", t)]
    return named or (list(pairs) if symmetric else [])


def between_sides(statement: Statement, pairs: list[tuple[str, str | None]]) -> list[tuple[str, str | None]]:
    """``pairs`` without those of one side of a mutual act: two ministers who come together meet their hosts, not each
    other. All of them where there is only one side, as when a state's bodies confer."""
    if not codebook().kinds[statement.kind].symmetric:
        return pairs
    return [(s, t) for s, t in pairs if t is None or owner_of(s) != owner_of(t)] or pairs


def not_of_one_list(
    scene: Scene, statement: Statement, name: str, pairs: Sequence[tuple[str, str | None]], place: tuple[int, int]
) -> list[tuple[str, str | None]]:
    """``pairs`` without those that stand in one list though one does it to the other, or both do it with somebody
    outside: of "Peru, Chile and Bolivia recalled their envoys" none is the other's, and the ministers "of Peru, Chile
    and Bolivia" met their host. Nor do states on one side meet each other where the sentence names none of them ("The
    envoy met officials of all three"). Two alone may be meant ("Peru and Chile broke off relations")."""
    spans = spans_of(scene, statement, place)
    alike = is_alike(statement, name)
    text, inside = scene.document.text, within(scene.mentions, *place)
    names = {(m.start, m.end) for m in inside if m.how != "pronoun" and not is_where(text, m, place[0])}
    meets = statement.kind == "meeting" and not names.isdisjoint(spans.values())

    @cache
    def listed(one: str, other: str | None) -> bool:
        there = one in spans and other in spans
        return there and joined(text, spans[one], spans[str(other)], scene.mentions, place[1])

    def beside(one: str, other: str | None) -> bool:
        if meets and not spans.keys() & {one, other} and "/" not in f"{one}{other}":
            return any(one in side and other in side for side in (statement.source, statement.target))
        if not listed(one, other):
            return False
        thirds = [listed(one, third) for third in spans if third not in (one, other)]
        return not all(thirds) if alike else any(thirds)

    return [pair for pair in pairs if not beside(*pair)]


def is_alike(statement: Statement, name: str) -> bool:
    """Whether the parties may all do what a statement, coded as the type ``name``, says."""
    return name in ALIKE and statement.stage not in ONE_SIDED


def joined(text: str, one: tuple[int, int], other: tuple[int, int], mentions: Sequence[Mention], stop: int) -> bool:
    """Whether two actors before ``stop`` stand in one list: "Chile, Peru and Bolivia", "the ministers of Chile and
    Peru"."""
    if one == other:
        return True
    (_, end), (start, last) = sorted((one, other))
    between = masked(text, end, start, mentions)
    if LISTED.fullmatch(between):
        return True
    return bool(LIST.fullmatch(between) and LIST_GOES_ON.match(masked(text, last, stop, mentions)))


def masked(text: str, start: int, end: int, mentions: Sequence[Mention]) -> str:
    """``text[start:end]`` with a mark in the place of each actor."""
    made, at = "", start
    for mention in within(mentions, start, end):
        if mention.start >= at:
            made, at = made + text[at : mention.start] + ACTOR, mention.end
    return made + text[at:end]


def suffers(scene: Scene, start: int, at: int) -> bool:
    """Whether who is named at ``at``, in the sentence from ``start`` on, is named as who suffered what the sentence
    is about: Peru in "condemned the attack on Peru"."""
    return bool(ontology().suffered.search(scene.document.text, max(start, at - LONGEST_LEAD), at))
