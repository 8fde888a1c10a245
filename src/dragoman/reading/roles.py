"""Who and what fills the fields of one anchored statement: actors, dates and values of the window, by their scores."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dragoman.codebook import codebook
from dragoman.reading.heads import Floats, Ints, Mask
from dragoman.reading.prepared import Prepared, View
from dragoman.records import Evidence, Value

ROLES = ("source", "target", "by")


@dataclass(frozen=True, slots=True)
class Settings:
    """Cut-offs chosen on held-out documents: probability of an anchor, of a second stage, of each slot."""

    anchor: float = 0.08
    second_stage: float = 0.5
    source: float = 0.5
    target: float = 0.5
    by: float = 0.5
    date: float = 0.5
    value: float = 0.5


@dataclass(frozen=True)
class Places:
    """All slots of a view, entities first, then dates, then values, as arrays; ``index`` is of the mention, date or
    value that a slot stands for, -1 for none in the text."""

    spans: Ints
    types: Ints
    entity: Ints
    index: Ints
    dates: range
    values: range

    def same(self, view: View, at: Ints) -> Mask:
        sentence = view.window.sentence
        if not len(self.spans):
            return np.zeros((len(at), 0), dtype=bool)
        return np.asarray(sentence[self.spans[:, 0]][None] == sentence[at][:, None])


def slot_arrays(view: View) -> Places:
    actors = [(slot, e) for e, entity in enumerate(view.entities) for slot in entity.slots]
    every = [slot for slot, _ in actors] + view.dates + view.values
    n, d = len(actors), len(actors) + len(view.dates)
    return Places(
        np.array([(s.first, s.last) for s in every], dtype=np.int64).reshape(-1, 2),
        np.array([s.type for s in every], dtype=np.int64),
        np.array([e for _, e in actors], dtype=np.int64),
        np.array([s.index for s in every], dtype=np.int64),
        range(n, d),
        range(d, len(every)),
    )


@dataclass(frozen=True, slots=True)
class Filler:
    """An actor for a role: its index among the view's entities, the slot it was read from, its score."""

    actor: str
    entity: int
    slot: int
    score: float


def fill_roles(
    kind: str, prepared: Prepared, view: View, scores: Floats, places: Places, settings: Settings
) -> tuple[dict[str, tuple[str, ...]], list[Evidence]]:
    """Actors of each role in the order of the text, each with the place that it was read from."""
    best, where = best_slots(len(view.entities), scores, places)
    chosen = {role: fillers(view, best, where, r, cut) for r, role, cut in cuts(settings)}
    if codebook().kinds[kind].symmetric:
        chosen |= parties(view, best, where, min(settings.source, settings.target))
    else:
        chosen["source"] = [f for f in chosen["source"] if best[f.entity, 0] >= best[f.entity, 1]]
        taken = {f.entity for f in chosen["source"]}
        chosen["target"] = [f for f in chosen["target"] if f.entity not in taken]
    if not chosen["source"] and len(best):
        chosen["source"] = likeliest(view, best, where, {f.entity for f in chosen["target"]})
    actors, evidence = {}, []
    for role in ROLES:
        picked = one_form_a_code(chosen[role])
        picked.sort(key=lambda f: (int(places.spans[f.slot, 0]), f.actor))
        actors[role] = tuple(f.actor for f in picked)
        evidence += [e for f in picked if (e := read_from(prepared, role, f, places))]
    return actors, evidence


def cuts(settings: Settings) -> tuple[tuple[int, str, float], ...]:
    return (0, "source", settings.source), (1, "target", settings.target), (2, "by", settings.by)


def best_slots(entities: int, scores: Floats, places: Places) -> tuple[Floats, Ints]:
    """The highest score of each entity in each role [E, 3] and the slot that has it."""
    best = np.zeros((entities, 3), dtype=np.float32)
    where = np.zeros((entities, 3), dtype=np.int64)
    for slot, entity in enumerate(places.entity):
        better = scores[slot, :3] > best[entity]
        best[entity] = np.where(better, scores[slot, :3], best[entity])
        where[entity] = np.where(better, slot, where[entity])
    return best, where


def fillers(view: View, best: Floats, where: Ints, role: int, cut: float) -> list[Filler]:
    return [
        Filler(entity.actor, e, int(where[e, role]), float(best[e, role]))
        for e, entity in enumerate(view.entities)
        if best[e, role] >= cut
    ]


def parties(view: View, best: Floats, where: Ints, cut: float) -> dict[str, list[Filler]]:
    """For symmetrical kinds: whoever is likely to take part on either side, put on the likelier one."""
    sides: dict[str, list[Filler]] = {"source": [], "target": []}
    for e, entity in enumerate(view.entities):
        chance = 1 - (1 - float(best[e, 0])) * (1 - float(best[e, 1]))
        role = int(best[e, 1] > best[e, 0])
        if chance >= cut:
            sides[ROLES[role]].append(Filler(entity.actor, e, int(where[e, role]), chance))
    return sides


def likeliest(view: View, best: Floats, where: Ints, taken: set[int]) -> list[Filler]:
    """Nearly every statement has a source: the likeliest one where none is above the cut."""
    order = [int(e) for e in np.argsort(-best[:, 0], kind="stable") if int(e) not in taken]
    return [
        Filler(view.entities[e].actor, e, int(where[e, 0]), float(best[e, 0])) for e in order[:1] if best[e, 0] > 0.05
    ]


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


def read_from(prepared: Prepared, role: str, filler: Filler, places: Places) -> Evidence | None:
    """Where the text names or means the actor; none for one that only the setting gives."""
    index = int(places.index[filler.slot])
    if index < 0:
        return None
    mention = prepared.mentions[index]
    return Evidence(role, filler.actor, mention.start, mention.end, mention.how)


def fill_dates(
    prepared: Prepared, view: View, scores: Floats, places: Places, settings: Settings
) -> tuple[str | None, str | None, list[Evidence]]:
    ranked = sorted(
        ((float(scores[i, 3]), view.dates[i - places.dates.start].index) for i in places.dates), reverse=True
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
    prepared: Prepared, view: View, scores: Floats, places: Places, settings: Settings
) -> tuple[tuple[Value, ...], list[Evidence]]:
    chosen = [
        prepared.values[view.values[i - places.values.start].index]
        for i in places.values
        if scores[i, 4] >= settings.value
    ]
    values = tuple(Value(v.number, v.unit, v.bound) for v in chosen)
    return values, [Evidence("value", f"{v.number:g} {v.unit or ''}".strip(), v.start, v.end) for v in chosen]
