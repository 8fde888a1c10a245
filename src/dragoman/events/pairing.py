"""A sentence -> the pairs of actors in it between which something may have happened.

Actors are the linked mentions, and nouns such as "protesters" that the directory has no actor for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from dragoman.actors.directory import Directory
from dragoman.actors.linking import Mention, within
from dragoman.datafiles import any_of, compiled, data_file
from dragoman.edtf import before, interval, precision
from dragoman.events.dating import dates_of, is_since
from dragoman.events.parties import party, same, whose_people
from dragoman.events.records import Event, Pair, Party, Span
from dragoman.events.sectors import agents

WORDS = data_file("event_words.yml")
MOST_ACTORS = 3
"""Actors of one sentence that are paired: a list of twenty states would give 380 pairs."""
QUESTION = re.compile(r"\?\W*\Z")
OF_A_THING = compiled(rf"-{any_of(WORDS['of_a_thing'])}\b")
"""Behind a name that only says where a thing or person is from: "a Chinese-built ship"."""
DETERMINER = compiled(rf"\b(?:{any_of(WORDS['determiners'])}|\d[\d,.]*)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Acting:
    """Somebody in a sentence. Offsets are into the document; ``country`` is whose people "Belgian police" are, ``how``
    is `Mention.how`, "" for a noun."""

    code: str
    start: int
    end: int
    sector: str | None = None
    country: str | None = None
    how: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two actors of the sentence ``start:end``, one perhaps acting on the other."""

    source: Acting
    target: Acting
    start: int
    end: int

    def pair(self, text: str, uid: str) -> Pair:
        """The question for the classifier, with offsets into the sentence."""
        source, target = (Span(a.start - self.start, a.end - self.start) for a in (self.source, self.target))
        return Pair(uid, text[self.start : self.end], source, target)

    def date(self, text: str, published: str, mentions: Sequence[Mention] = ()) -> tuple[str, str]:
        """The date and where it is from: the finest in the sentence that is not to come, else that of the document."""
        found = dates_of(text, self.start, self.end, published, mentions)
        spoken = [d.date for d in found if d.date and d.role != "name" and not is_since(d, text)]
        past = [d for d in spoken if not before(published, d)]
        finest = min(past, key=lambda d: (precision(d) != "day", interval(d)[1] - interval(d)[0]), default=None)
        return (finest, "text") if finest else (published, "document")

    def named(self, event: Event, directory: Directory) -> Event:
        """``event`` with what the nouns of the sentence tell of its actors."""
        actor = _named(event.actor, self.source, event.date, directory)
        recipient = _named(event.recipient, self.target, event.date, directory) if event.recipient else None
        return replace(event, actor=actor, recipient=recipient)


def _named(side: Party, acting: Acting, on: str, directory: Directory) -> Party:
    sectors = (acting.sector, *side.sectors) if acting.sector else side.sectors
    home = party(acting.country, on, directory) if acting.country and not side.country else side
    return replace(
        side,
        sectors=tuple(dict.fromkeys(s for s in sectors if s)),
        country=home.country,
        iso3=home.iso3,
        cow=home.cow,
        gw=home.gw,
    )


def candidates(text: str, start: int, end: int, mentions: Sequence[Mention]) -> list[Candidate]:
    """The ordered pairs of different actors in ``text[start:end]``, in the order of the text: none of a question, which
    states nothing, none whose source is a region, which does nothing, and none of which no side is named."""
    if QUESTION.search(text, start, end):
        return []
    found = acting(text, start, end, mentions)
    return [
        Candidate(source, target, start, end)
        for source, target in permutations(found[:MOST_ACTORS], 2)
        if source.how != "region" and {source.how, target.how} != {"pronoun"} and not _one_side(source, target)
    ]


def acting(text: str, start: int, end: int, mentions: Sequence[Mention]) -> list[Acting]:
    """Who is in the sentence, each actor once, in the order of the text."""
    inside = within(mentions, start, end)
    linked = [
        Acting(m.actors[0], m.start, m.end, how=m.how)
        for m in inside
        if len(m.actors) == 1
        and m.head
        and not m.place
        and m.unlinked is None
        and not _anybody(m)
        and not OF_A_THING.match(text, m.end)
        and not whose_people(text, m.start, m.end, inside)
    ]
    nouns = [n for n in _nouns(text, start, end, inside) if not any(_covers(a, n) for a in linked)]
    linked = [a for a in linked if not any(_covers(n, a) for n in nouns)]
    once: dict[str, Acting] = {}
    for one in sorted((*linked, *nouns), key=lambda a: (a.start, -a.end)):
        once.setdefault(one.code, one)
    return list(once.values())


def _anybody(mention: Mention) -> bool:
    """Whether a group has neither a name nor a sector, so that it could be anybody: "the world", "partners"."""
    return mention.how == "group" and mention.text.islower() and not agents(mention.text)


def _nouns(text: str, start: int, end: int, inside: Sequence[Mention]) -> list[Acting]:
    """ "Belgian police", "the protesters": nouns with the nationality before them where there is one."""
    found = []
    for agent in agents(text[start:end]):
        first, last = start + agent.start, start + agent.end
        if whose_people(text, first, last, inside):
            continue
        nationality = next(
            (m for m in inside if m.actors and m.end <= first and text[m.end : first].strip() in ("", "’s", "'s")), None
        )
        country = nationality.actors[0] if nationality and "/" not in nationality.actors[0] else None
        if agent.weak and country is None and not DETERMINER.search(text[max(start, first - 20) : first]):
            continue
        name = agent.text[:1].upper() + agent.text[1:].lower()
        begin = nationality.start if nationality and country else first
        found.append(Acting(f"{country or ''}/{name}", begin, last, agent.sector, country))
    return found


def _covers(outer: Acting, inner: Acting) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _one_side(source: Acting, target: Acting) -> bool:
    overlap = source.start < target.end and target.start < source.end
    return overlap or same(source.code, target.code)
