"""Who and what fills the fields of one anchored statement: actors, dates and values of the window, by their scores."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from dragoman.actors.directory import directory, owner_of
from dragoman.actors.mentions.words import words
from dragoman.codebook import codebook
from dragoman.reading.anchored import (
    BY,
    ROLES,
    SOURCE,
    TARGET,
    Anchored,
    Best,
    Filler,
    acting_together,
    best_slots,
    one_of_alternatives,
)
from dragoman.reading.prepared import mentions_in, rows_of
from dragoman.reading.speakers import according_to, speakers
from dragoman.records import Evidence, Value
from dragoman.values.beside import in_other_money

ONE_TARGET = ("membership", "office")
"""Kinds with one target in all but one of fifty annotated statements: the organisation, and whom the office is with."""
ABOUT_SOMEBODY = ("assistance", "event", "indicator", "mission", "position")
"""Kinds whose statements are as a rule about somebody: four in five annotated ones have a target, of indicators every
second."""
NEVER_UNDER = 0.05
"""Below it not even the likeliest actor is taken for a role that nearly every statement has."""
TWO_PARTIES = ("relations",)
"""Symmetrical kinds between two in 19 of 20 annotated statements; more may meet and agree."""
WORD = re.compile(r"\w+")
BEGINNING = 4
"""Letters by which words of one family are known: "Benin" and "Beninese"."""
AFTER_BY = re.compile(r"\bby(?: the)?\s+$", re.IGNORECASE)


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


def fill_roles(kind: str, anchored: Anchored, settings: Settings) -> tuple[dict[str, tuple[str, ...]], list[Evidence]]:
    """Actors of each role of a statement of ``kind`` in the order of the text, each with the place that it was read
    from."""
    best = one_of_alternatives(best_slots(acting_together(anchored)), anchored)
    choose = parties if codebook().kinds[kind].symmetric else sides
    said_by = speakers(best.above(BY, settings.by), anchored)
    # Who measures is no speaker (the contract), but whose word any other act is.
    said_by = said_by or (according_to(anchored) if kind != "indicator" else [])
    chosen = choose(kind, anchored, best, settings) | {"by": said_by}
    here = anchored.named()
    actors, evidence = {}, []
    for role in ROLES:
        picked = told_once(named_nearest(one_form_a_code(chosen[role]), here))
        picked.sort(key=lambda f: (int(anchored.places.spans[f.slot, 0]), f.actor))
        actors[role] = tuple(f.actor for f in picked)
        evidence += [e for f in picked if (e := read_from(anchored, role, f))]
    return actors, evidence


def sides(kind: str, anchored: Anchored, best: Best, settings: Settings) -> dict[str, list[Filler]]:
    """Who acts and on whom, for kinds that have a direction; nobody is both."""
    source = [f for f in best.above(SOURCE, settings.source) if f.score >= best.score[f.entity, TARGET]]
    acting = {f.entity for f in source}
    target = [f for f in best.above(TARGET, settings.target) if f.entity not in acting]
    source = source or best.likeliest(SOURCE, {f.entity for f in target}, NEVER_UNDER)
    acting = {f.entity for f in source}
    if kind in ONE_TARGET and len(target) != 1:
        target = best.likeliest(TARGET, acting, NEVER_UNDER)
    elif kind in ABOUT_SOMEBODY and not target:
        likeliest = best.likeliest(TARGET, acting, settings.likely_target)
        target = with_the_same(likeliest, source, anchored, best)
    if kind == "office" and target:
        more, own = received_with(target[0], anchored), {owner_of(f.actor) for f in source}
        receiving = [e for e, x in enumerate(best.entities) if x.actor in more and x.actor not in own]
        target += [best.filler(e, TARGET) for e in receiving if e not in acting]
    return {"source": source, "target": target}


def with_the_same(found: list[Filler], acting: list[Filler], anchored: Anchored, best: Best) -> list[Filler]:
    """``found``, with all others whom the same mention in the sentence means, as targets, but for whose ``acting`` it
    is: "training in the Baltic states"."""
    several, places = anchored.prepared.of_several, anchored.places
    meant = {int(places.index[f.slot]) for f in found if places.sentence[f.slot] == anchored.sentence} & several
    told = {int(places.entity[anchored.picked[row]]) for row, index in anchored.told if index in meant}
    own = {owner_of(f.actor) for f in acting}
    more = [best.filler(e, TARGET) for e in sorted(told - {f.entity for f in found})]
    return found + [f for f in more if owner_of(f.actor) not in own]


def parties(kind: str, anchored: Anchored, best: Best, settings: Settings) -> dict[str, list[Filler]]:
    """For symmetrical kinds, which two sides make: whoever is likely to take part, the first of them that acts in the
    sentence as source, with those of its list ("A, B and C do not recognise D"). Where only one side is above the cut,
    the likeliest of another code joins it if it is not unlikely."""
    role = np.where(best.score[:, SOURCE] >= best.score[:, TARGET], SOURCE, TARGET)
    every = [best.filler(e, r) for e, r in enumerate(role.tolist())]
    likeliest_first = sorted(every, key=lambda f: -f.score)
    taking_part = [f for f in likeliest_first if f.score >= settings.party]
    codes = {owner_of(f.actor) for f in taking_part}
    for f in likeliest_first:
        if len(codes) < 2 and owner_of(f.actor) not in codes and f.score >= settings.other_party:
            taking_part.append(f)
            codes.add(owner_of(f.actor))
    taking_part = with_the_same(taking_part, [], anchored, best)
    taking_part = told_once(one_form_a_code(taking_part))
    if kind in TWO_PARTIES:
        two, rest = taking_part[:2], taking_part[2:]
        beside = {other for f in two for other in listed_with(f.actor, anchored)}
        # Three in one list act together: "A, B and C established relations with D".
        across = [f for f in rest if f.actor not in beside][: 1 if len(beside) > 2 else 0]
        taking_part = two + [f for f in rest if f.actor in beside] + across
    order = order_of_acting(anchored)
    found = sorted(taking_part, key=lambda f: order.index(f.entity))
    together = {f.actor for f in found[:1]}.union(*(listed_with(f.actor, anchored) for f in found[:1]))
    apart = [f for f in found if f.actor not in together]
    if not apart:  # "A, B and C met"
        return {"source": found[:1], "target": found[1:]}
    return {"source": [f for f in found if f.actor in together], "target": apart}


def order_of_acting(anchored: Anchored) -> list[int]:
    """Entities in the order of their places in the anchor's sentence, those after "by" before all others ("Peru was
    recognised by Chile"); then the entities that the sentence does not name."""
    places = anchored.places
    first: dict[int, tuple[int, int]] = {}
    for slot in anchored.picked.tolist():
        entity = int(places.entity[slot])
        if entity < 0:
            continue
        index, at = int(places.index[slot]), int(places.spans[slot, 0])
        rank = 2
        if places.sentence[slot] == anchored.sentence and index >= 0:
            start = anchored.prepared.mentions[index].start
            rank = 0 if AFTER_BY.search(anchored.document.text[max(0, start - 8) : start]) else 1
        first[entity] = min(first.get(entity, (3, 0)), (rank, at))
    return sorted(range(len(anchored.view.entities)), key=lambda e: (first.get(e, (3, 0)), e))


LISTED = re.compile(r"\s*(?:,|and|&|,\s*and)\s+(?:the\s+)?")
"""What stands between two of a list."""


def received_with(filler: Filler, anchored: Anchored) -> list[str]:
    """The other states of the list in which ``filler`` was read, or of the first that names it: "Ambassador to Chad,
    Mali and Niger"."""
    index = int(anchored.places.index[filler.slot])
    at = anchored.prepared.mentions[index].start if index >= 0 else -1
    rows = [row for row in lists_in(anchored) if any(a == filler.actor for a, _ in row)]
    row = next((row for row in rows if (filler.actor, at) in row), next(iter(rows), []))
    return [a for a, _ in row if a != filler.actor]


def listed_with(actor: str, anchored: Anchored) -> list[str]:
    """The other states of a list in the anchor's sentence that names ``actor``: "Chad, Mali and Niger met"."""
    return [a for row in lists_in(anchored) for a, _ in row if actor in {name for name, _ in row} and a != actor]


def lists_in(anchored: Anchored) -> list[list[tuple[str, int]]]:
    """The lists of states in the anchor's sentence, each state with its place."""
    span = anchored.prepared.sentences[anchored.sentence]
    inside = mentions_in(anchored.prepared, span.start, span.end)
    states = [m for m in inside if len(m.actors) == 1 and directory().is_state(m.actors[0])]
    return [[(m.actors[0], m.start) for m in row] for row in rows_of(states, anchored.document.text, LISTED)]


def one_form_a_code(picked: list[Filler]) -> list[Filler]:
    """A state or organisation takes part as itself or as its officials and bodies, not both: the surer form stays."""
    bare = {f.actor: f.score for f in picked if "/" not in f.actor}
    named: dict[str, float] = {}
    for f in picked:
        code, slash, _ = f.actor.partition("/")
        if slash:
            named[code] = max(f.score, named.get(code, 0.0))
    return [
        f
        for f in picked
        if (bare.get(code := f.actor.partition("/")[0], -1.0) < named.get(code, -1.0)) == ("/" in f.actor)
        or code not in bare
        or code not in named
    ]


def named_nearest(picked: list[Filler], here: set[int]) -> list[Filler]:
    """Of several officials or bodies of one state those of the entities ``here``, which the sentence names, where it
    names any: another bureau's part was told in the sentence before."""
    nearest = {owner_of(f.actor) for f in picked if f.entity in here}
    return [f for f in picked if f.entity in here or owner_of(f.actor) not in nearest]


def told_once(picked: list[Filler]) -> list[Filler]:
    """``picked``, the surest first, without groups that a surer one of them names too: all words of the shorter name
    begin as words of the longer one do, "civil society" beside "civil society partners", "Beninese people" beside
    "people of Benin"."""
    kept: list[Filler] = []
    names: list[set[str]] = []
    for f in sorted(picked, key=lambda f: -f.score):
        name = f.actor[1:] if f.actor.startswith("/") else ""
        told = {word[:BEGINNING] for word in WORD.findall(name.lower()) if word not in words().function_words}
        if not told or not any(told <= other or other <= told for other in names):
            kept.append(f)
            names += [told] if told else []
    return kept


def read_from(anchored: Anchored, role: str, filler: Filler) -> Evidence | None:
    """Where the text names or means the actor; none for one that only the setting gives."""
    index = int(anchored.places.index[filler.slot])
    if index < 0:
        return None
    mention = anchored.prepared.mentions[index]
    return Evidence(role, filler.actor, mention.start, mention.end, mention.how)


def fill_values(anchored: Anchored, settings: Settings) -> tuple[tuple[Value, ...], list[Evidence]]:
    """All likely values, in the order of the text, each with its passages: what is told again counts once. An amount
    that is told again in other money goes with that: "$100,000 (£62,000)"."""
    found_here, slots = anchored.view.values, anchored.places.values
    scored = [(anchored.prepared.values[found_here[i - slots.start].index], row[4]) for i, row in anchored.of(slots)]
    likely = {value for value, p in scored if p >= settings.value}
    for (value, _), (behind, _) in pairwise(scored):
        if not likely.isdisjoint((value, behind)) and in_other_money(anchored.document.text, value, behind):
            likely |= {value, behind}
    chosen = [value for value, _ in scored if value in likely]
    values = tuple(dict.fromkeys(Value(v.number, v.unit, v.bound) for v in chosen))
    return values, [Evidence("value", f"{v.number:.15g} {v.unit or ''}".strip(), v.start, v.end) for v in chosen]
