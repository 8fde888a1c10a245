"""Who and what fills the fields of one anchored statement: actors, dates and values of the window, by their scores."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from dragoman.actors.directory import directory, owner_of
from dragoman.codebook import codebook
from dragoman.reading.candidates import Places
from dragoman.reading.heads import Floats, Ints
from dragoman.reading.prepared import Prepared, View, mentions_in
from dragoman.records import Document, Evidence, Value

ROLES = ("source", "target", "by")
ONE_TARGET = ("membership", "office")
"""Kinds with one target in all but one of fifty annotated statements: the organisation, and whom the office is with."""
ABOUT_SOMEBODY = ("assistance", "event", "indicator", "mission", "position")
"""Kinds whose statements are as a rule about somebody: four in five annotated ones have a target, of indicators every
second."""
NEVER_UNDER = 0.05
"""Below it not even the likeliest actor is taken for a role that nearly every statement has."""
TWO_PARTIES = ("relations",)
"""Symmetrical kinds between two in 19 of 20 annotated statements; more may meet and agree."""
BY = re.compile(r"\bby(?: the)?\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Settings:
    """Cut-offs chosen on held-out documents: probability of an anchor, of a second stage, of each slot; of a
    party of a symmetrical kind, of the other party where there is only one, and of the target of a statement that
    is as a rule about somebody."""

    anchor: float = 0.08
    second_stage: float = 0.5
    source: float = 0.5
    target: float = 0.5
    party: float = 0.5
    other_party: float = 0.15
    likely_target: float = 0.25
    by: float = 0.5
    date: float = 0.5
    value: float = 0.5


@dataclass(frozen=True, slots=True)
class Filler:
    """An actor for a role: its index among the view's entities, the slot it was read from, its score."""

    actor: str
    entity: int
    slot: int
    score: float


@dataclass(frozen=True)
class Scores:
    """One anchor's scores [K, 5] of the slots in its reach, with the slots' indices ``picked`` [K]."""

    scores: Floats
    picked: Ints

    def of(self, slots: range) -> list[tuple[int, Floats]]:
        """Those of ``slots``, each with its scores."""
        return [(int(i), self.scores[k]) for k, i in enumerate(self.picked.tolist()) if i in slots]


def within_row(scored: Scores, prepared: Prepared, places: Places, sentence: int) -> Scores:
    """``scored`` without what stands in other rows, where ``sentence`` is a table's row that names somebody itself."""
    if prepared.sentences[sentence].kind != "row":
        return scored
    at = places.sentence[scored.picked]
    if not ((at == sentence) & (places.entity[scored.picked] >= 0)).any():
        return scored
    other = np.array([0 <= i != sentence and prepared.sentences[i].kind == "row" for i in at.tolist()])
    return Scores(scored.scores[~other], scored.picked[~other])


def fill_roles(
    kind: str,
    document: Document,
    prepared: Prepared,
    view: View,
    scored: Scores,
    places: Places,
    sentence: int,
    settings: Settings,
) -> tuple[dict[str, tuple[str, ...]], list[Evidence]]:
    """Actors of each role of a statement of ``sentence`` in the order of the text, each with the place that it was read
    from."""
    best, where = best_slots(len(view.entities), acting_together(scored, prepared, places), places)
    best = one_of_alternatives(best, prepared, view, scored, places)
    chosen = {role: fillers(view, best, where, r, cut) for r, role, cut in cuts(settings)}
    if codebook().kinds[kind].symmetric:
        order = order_of_acting(document, prepared, view, scored, places, sentence)
        listed = partial(listed_with, document=document, prepared=prepared, sentence=sentence)
        chosen |= parties(kind, view, best, where, order, settings, listed)
    else:
        chosen["source"] = [f for f in chosen["source"] if best[f.entity, 0] >= best[f.entity, 1]]
        taken = {f.entity for f in chosen["source"]}
        chosen["target"] = [f for f in chosen["target"] if f.entity not in taken]
        if not chosen["source"]:
            others = {f.entity for f in chosen["target"]}
            chosen["source"] = likeliest(view, best[:, 0], where[:, 0], others, NEVER_UNDER)
        others = {f.entity for f in chosen["source"]}
        if kind in ONE_TARGET and len(chosen["target"]) != 1:
            chosen["target"] = likeliest(view, best[:, 1], where[:, 1], others, NEVER_UNDER)
        elif kind in ABOUT_SOMEBODY and not chosen["target"]:
            chosen["target"] = likeliest(view, best[:, 1], where[:, 1], others, settings.likely_target)
        if kind == "office" and chosen["target"]:
            more = listed_with(chosen["target"][0].actor, document, prepared, sentence)
            chosen["target"] += [
                Filler(entity.actor, e, int(where[e, 1]), float(best[e, 1]))
                for e, entity in enumerate(view.entities)
                if entity.actor in more and e not in others
            ]
    actors, evidence = {}, []
    for role in ROLES:
        picked = named_nearest(one_form_a_code(chosen[role]), places, sentence)
        picked.sort(key=lambda f: (int(places.spans[f.slot, 0]), f.actor))
        actors[role] = tuple(f.actor for f in picked)
        evidence += [e for f in picked if (e := read_from(prepared, role, f, places))]
    return actors, evidence


def cuts(settings: Settings) -> tuple[tuple[int, str, float], ...]:
    return (0, "source", settings.source), (1, "target", settings.target), (2, "by", settings.by)


def best_slots(entities: int, scored: Scores, places: Places) -> tuple[Floats, Ints]:
    """The highest score of each entity in each role [E, 3] and the slot that has it."""
    best = np.zeros((entities, 3), dtype=np.float32)
    where = np.zeros((entities, 3), dtype=np.int64)
    entity = places.entity[scored.picked]
    rows = np.flatnonzero(entity >= 0)
    if not len(rows):
        return best, where
    rows = rows[np.argsort(entity[rows], kind="stable")]
    own, scores = entity[rows], scored.scores[rows, :3]
    first = np.flatnonzero(np.diff(own, prepend=-1))  # of each entity, whose rows stand together
    top = np.maximum.reduceat(scores, first, axis=0)
    # Of equal scores the first slot.
    highest = scores == np.repeat(top, np.diff(first, append=len(rows)), axis=0)
    at = np.minimum.reduceat(np.where(highest, np.arange(len(rows))[:, None], len(rows)), first, axis=0)
    best[own[first]] = top
    where[own[first]] = scored.picked[rows[at]]
    return best, where


def acting_together(scored: Scores, prepared: Prepared, places: Places) -> Scores:
    """``scored`` with one score for all whom a mention means together ("the Russian and Moldovan presidents"): their
    mean at its place."""
    alike: dict[tuple[int, int], list[int]] = {}
    for row, slot in enumerate(scored.picked.tolist()):
        index = int(places.index[slot])
        if index < 0 or places.entity[slot] < 0:
            continue
        mention = prepared.mentions[index]
        if len(mention.actors) > 1 and not mention.others:
            alike.setdefault((index, int(places.spans[slot, 0])), []).append(row)
    if not alike:
        return scored
    scores = scored.scores.copy()
    for rows in alike.values():
        scores[rows, : len(ROLES)] = scores[rows, : len(ROLES)].mean(0)
    return Scores(scores, scored.picked)


def one_of_alternatives(best: Floats, prepared: Prepared, view: View, scored: Scores, places: Places) -> Floats:
    """``best`` with no chance left to all but the likeliest of the actors that one mention may mean ("the Minister" of
    either state), unless another mention names them."""
    named: set[int] = set()
    groups: dict[tuple[str, ...], None] = {}
    for slot in scored.picked.tolist():
        index = int(places.index[slot])
        mention = prepared.mentions[index] if index >= 0 and places.entity[slot] >= 0 else None
        if mention is not None and mention.others:
            groups[(*mention.actors, *mention.others)] = None
        elif mention is not None:
            named.add(int(places.entity[slot]))
    if not groups:
        return best
    settled = best.copy()
    number = {entity.actor: e for e, entity in enumerate(view.entities)}
    for group in groups:
        members = [number[actor] for actor in group if actor in number]
        likeliest_of_all = max(members, key=lambda e: float(best[e].max()), default=-1)
        for e in members:
            if e != likeliest_of_all and e not in named:
                settled[e] = 0
    return settled


def fillers(view: View, best: Floats, where: Ints, role: int, cut: float) -> list[Filler]:
    return [
        Filler(entity.actor, e, int(where[e, role]), float(best[e, role]))
        for e, entity in enumerate(view.entities)
        if best[e, role] >= cut
    ]


def parties(
    kind: str,
    view: View,
    best: Floats,
    where: Ints,
    order: Sequence[int],
    settings: Settings,
    listed: Callable[[str], list[str]],
) -> dict[str, list[Filler]]:
    """For symmetrical kinds, which two sides make: whoever is likely to take part, the first of them as source.
    ``order`` are all entities, those first that act first in the sentence. Where only one side is above the cut, the
    likeliest of another code joins it if it is not unlikely. ``listed`` gives who stands in one list with an actor."""
    chance = best[:, :2].max(-1) if len(best) else best[:, 0]
    slot = np.where(best[:, 0] >= best[:, 1], where[:, 0], where[:, 1])
    likeliest_first = [int(e) for e in np.argsort(-chance, kind="stable")]
    chosen = [e for e in likeliest_first if chance[e] >= settings.party]
    sides = {owner_of(view.entities[e].actor) for e in chosen}
    for e in likeliest_first:
        if len(sides) < 2 and owner_of(view.entities[e].actor) not in sides and chance[e] >= settings.other_party:
            chosen.append(e)
            sides.add(owner_of(view.entities[e].actor))
    likeliest_parties = [Filler(view.entities[e].actor, e, int(slot[e]), float(chance[e])) for e in chosen]
    taking_part = one_form_a_code(likeliest_parties)
    if kind in TWO_PARTIES:
        two = taking_part[:2]
        beside = {other for f in two for other in listed(f.actor)}
        taking_part = two + [f for f in taking_part[2:] if f.actor in beside]
    found = sorted(taking_part, key=lambda f: order.index(f.entity))
    return {"source": found[:1], "target": found[1:]}


def order_of_acting(
    document: Document, prepared: Prepared, view: View, scored: Scores, places: Places, sentence: int
) -> list[int]:
    """Entities in the order of their places in ``sentence``, those after "by" before all others ("Peru was recognised
    by Chile"); then the entities that the sentence does not name."""
    first: dict[int, tuple[int, int]] = {}
    for slot in scored.picked.tolist():
        entity = int(places.entity[slot])
        if entity < 0:
            continue
        index, at = int(places.index[slot]), int(places.spans[slot, 0])
        rank = 2
        if places.sentence[slot] == sentence and index >= 0:
            start = prepared.mentions[index].start
            rank = 0 if BY.search(document.text[max(0, start - 8) : start]) else 1
        first[entity] = min(first.get(entity, (3, 0)), (rank, at))
    return sorted(range(len(view.entities)), key=lambda e: (first.get(e, (3, 0)), e))


def likeliest(view: View, chance: Floats, where: Ints, taken: set[int], cut: float) -> list[Filler]:
    """The likeliest one for a role that nearly every statement has, where it is not below ``cut``."""
    order = [int(e) for e in np.argsort(-chance, kind="stable") if int(e) not in taken]
    return [Filler(view.entities[e].actor, e, int(where[e]), float(chance[e])) for e in order[:1] if chance[e] >= cut]


JOINED = re.compile(r"\s*(?:,|and|&|,\s*and)\s+(?:the\s+)?")
"""What stands between two of a list."""


def listed_with(actor: str, document: Document, prepared: Prepared, sentence: int) -> list[str]:
    """The other states of a list in ``sentence`` that names ``actor``: "Ambassador to Chad, Mali and Niger"."""
    span = prepared.sentences[sentence]
    inside = mentions_in(prepared, span.start, span.end)
    states = [m for m in inside if len(m.actors) == 1 and directory().is_state(m.actors[0])]
    rows: list[list[str]] = []
    for number, mention in enumerate(states):
        between = document.text[states[number - 1].end : mention.start] if number else ""
        if not rows or not JOINED.fullmatch(between):
            rows.append([])
        rows[-1] += mention.actors
    return [other for row in rows if actor in row for other in row if other != actor]


def one_form_a_code(picked: list[Filler]) -> list[Filler]:
    """A state or organisation takes part as itself or as its officials and bodies, not both: the surer form stays."""
    bare = {f.actor: f.score for f in picked if "/" not in f.actor}
    named: dict[str, float] = {}
    for f in picked:
        code, slash, _ = f.actor.partition("/")
        if slash and code:
            named[code] = max(f.score, named.get(code, 0.0))
    return [
        f
        for f in picked
        if (bare.get(code := f.actor.partition("/")[0], -1.0) < named.get(code, -1.0)) == ("/" in f.actor)
        or code not in bare
        or code not in named
    ]


def named_nearest(picked: list[Filler], places: Places, sentence: int) -> list[Filler]:
    """Of several officials or bodies of one state those that ``sentence`` names, where it names any: another bureau's
    part was told in the sentence before."""
    here = set(places.entity[(places.sentence == sentence) & (places.index >= 0)].tolist())
    nearest = {owner_of(f.actor) for f in picked if f.entity in here}
    return [f for f in picked if f.entity in here or owner_of(f.actor) not in nearest]


def read_from(prepared: Prepared, role: str, filler: Filler, places: Places) -> Evidence | None:
    """Where the text names or means the actor; none for one that only the setting gives."""
    index = int(places.index[filler.slot])
    if index < 0:
        return None
    mention = prepared.mentions[index]
    return Evidence(role, filler.actor, mention.start, mention.end, mention.how)


def fill_dates(
    prepared: Prepared, view: View, scored: Scores, places: Places, settings: Settings
) -> tuple[str | None, str | None, list[Evidence]]:
    ranked = sorted(
        ((float(row[3]), view.dates[i - places.dates.start].index) for i, row in scored.of(places.dates)), reverse=True
    )
    date = end = None
    evidence = []
    for p, index in ranked:
        found = prepared.dates[index]
        if p < settings.date or (date and end):
            break
        if found.date and date is None and (end is None or found.end_date is None):
            date = found.date
            end = end or found.end_date
        elif found.end_date and end is None and not found.date:
            end = found.end_date
        else:
            continue
        evidence.append(
            Evidence("date", "/".join(filter(None, (found.date, found.end_date))), found.start, found.end, found.basis)
        )
    return date, end, evidence


def fill_values(
    prepared: Prepared, view: View, scored: Scores, places: Places, settings: Settings
) -> tuple[tuple[Value, ...], list[Evidence]]:
    chosen = [
        prepared.values[view.values[i - places.values.start].index]
        for i, row in scored.of(places.values)
        if row[4] >= settings.value
    ]
    values = tuple(Value(v.number, v.unit, v.bound) for v in chosen)
    return values, [Evidence("value", f"{v.number:g} {v.unit or ''}".strip(), v.start, v.end) for v in chosen]
