"""Token states of a window -> statements: which anchors stand, and what fills their fields."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dragoman.codebook import READ, codebook
from dragoman.reading.confidence import Candidate, features
from dragoman.reading.heads import Floats, Heads, Ints, sigmoid, softmax
from dragoman.reading.prepared import Prepared, View
from dragoman.records import Document, Evidence, Statement, Value

KINDS = tuple(codebook().kinds)
STAGES = tuple((kind, stage) for kind, entry in codebook().kinds.items() for stage in entry.stages)
STAGES_OF = tuple(np.array([i for i, (k, _) in enumerate(STAGES) if k == kind]) for kind in KINDS)
EVENTS = (None, *codebook().plover)
ROLES = ("source", "target", "by")
MAX_ANCHORS = 80
"""In one window; the densest annotated passages have about half as many."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Cut-offs chosen on held-out documents: probability of an anchor, of a second stage, of each slot."""

    anchor: float = 0.15
    second_stage: float = 0.5
    source: float = 0.5
    target: float = 0.5
    by: float = 0.5
    date: float = 0.5
    value: float = 0.5


@dataclass(frozen=True, slots=True)
class Draft:
    """One anchor with what the heads say of it. Token positions are within the window."""

    at: int
    kind: int
    stage: int
    kind_p: float
    stage_p: float
    attention: Floats


def decode(
    document: Document, prepared: Prepared, view: View, states: Floats, heads: Heads, settings: Settings
) -> list[Candidate]:
    """What may be stated in the core of ``view``, unsifted. ``states`` is [T, hidden]."""
    drafts = find_anchors(view, states, heads, settings)
    if not drafts:
        return []
    at = np.array([d.at for d in drafts])
    features, _ = heads.anchors(states, sentence_mask(view, at), at, np.array([d.kind for d in drafts]))
    conditions = heads.conditions(features, np.array([d.stage for d in drafts]))
    reach = sentence_reach(view, at)
    pointers = heads.pointers(states, conditions, at, reach)
    events = softmax(heads.events(conditions))
    places = slot_arrays(view)
    scores = sigmoid(heads.slots(states, conditions, at, places.spans, places.types, places.same(view, at)))
    return [
        candidate(document, prepared, view, drafts, i, (pointers[i], reach[i]), events[i], scores[i], places, settings)
        for i in range(len(drafts))
    ]


def find_anchors(view: View, states: Floats, heads: Heads, settings: Settings) -> list[Draft]:
    """Anchors above their kind's cut-off, one draft for each stage they are at."""
    low, high = view.window.core
    probabilities = sigmoid(heads.kinds(states))
    candidates = [
        (float(probabilities[t, k]), t, k)
        for t, k in zip(*np.nonzero(probabilities >= settings.anchor), strict=True)
        if low <= t < high and view.window.spans[t, 1] > view.window.spans[t, 0]
    ]
    kept: list[tuple[float, int, int]] = []
    for p, t, k in sorted(candidates, key=lambda c: (-c[0], c[1], c[2]))[:MAX_ANCHORS]:
        if all(k != other or abs(t - where) > 2 for _, where, other in kept):
            kept.append((p, int(t), int(k)))
    kept.sort(key=lambda c: (c[1], c[2]))
    if not kept:
        return []
    at, kind = np.array([t for _, t, _ in kept]), np.array([k for _, _, k in kept])
    features, attention = heads.anchors(states, sentence_mask(view, at), at, kind)
    logits = heads.stages(features)
    drafts = []
    for i, (p, t, k) in enumerate(kept):
        options = STAGES_OF[k]
        chances = sigmoid(logits[i, options])
        best = int(chances.argmax())
        for j, option in enumerate(options):
            if j == best or chances[j] >= settings.second_stage:
                drafts.append(Draft(t, k, int(option), p, float(chances[j]), attention[i]))
    return drafts


def sentence_mask(view: View, at: Ints) -> np.ndarray:
    sentence = view.window.sentence
    return np.asarray(sentence[None] == sentence[at][:, None])


def sentence_reach(view: View, at: Ints) -> Ints:
    """[N, L]: the token positions of each anchor's sentence, the last repeated where it is shorter than the longest."""
    mask = sentence_mask(view, at)
    first, length = mask.argmax(-1), mask.sum(-1)
    steps = np.minimum(np.arange(int(length.max()))[None], length[:, None] - 1)
    return np.asarray(first[:, None] + steps)


@dataclass(frozen=True)
class Places:
    """All slots of a view, entities first, then dates, then values, as arrays."""

    spans: Ints
    types: Ints
    entity: Ints
    dates: range
    values: range

    def same(self, view: View, at: Ints) -> np.ndarray:
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
        range(n, d),
        range(d, len(every)),
    )


def candidate(
    document: Document,
    prepared: Prepared,
    view: View,
    drafts: list[Draft],
    which: int,
    pointers: tuple[Floats, Ints],
    events: Floats,
    scores: Floats,
    places: Places,
    settings: Settings,
) -> Candidate:
    """Draft number ``which`` with its fields filled, and the features that its confidence is judged by."""
    draft = drafts[which]
    kind, stage = STAGES[draft.stage]
    start, end, object_span = spans(document, view, draft, pointers)
    actors, evidence = fill_roles(prepared, view, scores, places, settings)
    date, end_date, dated = fill_dates(prepared, view, scores, places, settings)
    values, valued = fill_values(prepared, view, scores, places, settings)
    made = Statement(
        doc=document.stem,
        kind=kind,
        stage=stage,
        quote=document.text[start:end],
        start=start,
        end=end,
        source=actors["source"],
        target=actors["target"],
        object=" ".join(document.text[slice(*object_span)].split()) or None,
        date=date,
        end_date=end_date,
        value=values or None,
        by=actors["by"],
        event=event_type(kind, stage, bool(actors["target"]), events),
        confidence=draft.kind_p,
        rule=f"{kind}.{stage}",
        reason=reason(document, view, draft),
        evidence=(*evidence, Evidence("object", "", *object_span), *dated, *valued),
    )
    entity_scores = scores[: len(places.entity)]
    rivals = [d for d in drafts if d is not draft and abs(d.at - draft.at) <= 3]
    block = prepared.sentences[int(view.window.sentence[draft.at])].kind
    return Candidate(
        made,
        object_span,
        features(
            draft.kind,
            draft.kind_p,
            draft.stage_p,
            float(entity_scores[:, 0].max(initial=0)),
            float(entity_scores[:, 1].max(initial=0)),
            max((d.kind_p for d in rivals), default=0.0),
            object_span[1] - object_span[0],
            bool(actors["source"]),
            bool(actors["target"]),
            block,
        ),
    )


def spans(
    document: Document, view: View, draft: Draft, pointers: tuple[Floats, Ints]
) -> tuple[int, int, tuple[int, int]]:
    """Quote start, quote end and object span as characters, all within the anchor's sentence."""
    window, (logits, reach) = view.window, pointers
    inside = (window.spans[reach, 1] > window.spans[reach, 0]) & (reach >= window.core[0])
    object_end = pick(logits[0], reach, inside & (reach >= draft.at) & (reach < draft.at + 60), draft.at)
    quote_start = pick(logits[1], reach, inside & (reach <= draft.at), draft.at)
    quote_end = pick(logits[2], reach, inside & (reach >= object_end), object_end)
    text = document.text
    first = word_start(text, int(window.spans[draft.at, 0]))
    last = word_end(text, int(window.spans[object_end, 1]))
    start = word_start(text, int(window.spans[quote_start, 0]))
    end = word_end(text, int(window.spans[quote_end, 1]))
    return min(start, first), max(end, last), (first, last)


def pick(logits: Floats, reach: Ints, allowed: np.ndarray, default: int) -> int:
    """The allowed position of ``reach`` with the highest logit."""
    return int(reach[np.where(allowed, logits, -np.inf).argmax()]) if allowed.any() else default


def word_start(text: str, at: int) -> int:
    while at > 0 and text[at - 1].isalnum() and text[at].isalnum():
        at -= 1
    return at


def word_end(text: str, at: int) -> int:
    while at < len(text) and text[at - 1].isalnum() and text[at].isalnum():
        at += 1
    return at


def fill_roles(
    prepared: Prepared, view: View, scores: Floats, places: Places, settings: Settings
) -> tuple[dict[str, tuple[str, ...]], list[Evidence]]:
    """Actors of each role in the order of the text. Source and target exclude each other; the surer role wins."""
    count = len(places.entity)
    best = np.zeros((len(view.entities), 3), dtype=np.float32)
    where = np.zeros((len(view.entities), 3), dtype=np.int64)
    for slot in range(count):
        entity = places.entity[slot]
        better = scores[slot, :3] > best[entity]
        best[entity] = np.where(better, scores[slot, :3], best[entity])
        where[entity] = np.where(better, slot, where[entity])
    cuts = (settings.source, settings.target, settings.by)
    chosen: dict[str, list[int]] = {
        role: [e for e in range(len(view.entities)) if best[e, r] >= cuts[r]] for r, role in enumerate(ROLES)
    }
    chosen["source"] = [e for e in chosen["source"] if not (e in chosen["target"] and best[e, 1] > best[e, 0])]
    chosen["target"] = [e for e in chosen["target"] if e not in chosen["source"]]
    if not chosen["source"] and len(view.entities):
        top = int(best[:, 0].argmax())
        if best[top, 0] >= 0.15 and top not in chosen["target"]:
            chosen["source"] = [top]
    actors: dict[str, tuple[str, ...]] = {}
    evidence = []
    for r, role in enumerate(ROLES):
        picked = without_parents([(view.entities[e].actor, int(where[e, r]), float(best[e, r])) for e in chosen[role]])
        picked.sort(key=lambda row: (int(places.spans[row[1], 0]), row[0]))
        actors[role] = tuple(actor for actor, _, _ in picked)
        for actor, slot, _ in picked:
            index = next(
                s.index
                for e in view.entities
                for s in e.slots
                if e.actor == actor and (s.first, s.last) == tuple(places.spans[slot])
            )
            if index >= 0:
                mention = prepared.mentions[index]
                evidence.append(Evidence(role, actor, mention.start, mention.end, mention.how))
    return actors, evidence


def without_parents(picked: list[tuple[str, int, float]]) -> list[tuple[str, int, float]]:
    """Drop a bare code beside a body or official of the same code read from the same words."""
    named = {(actor.split("/")[0], slot) for actor, slot, _ in picked if "/" in actor}
    return [row for row in picked if "/" in row[0] or (row[0], row[1]) not in named]


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


def event_type(kind: str, stage: str, has_target: bool, events: Floats) -> str | None:
    """What the codebook says, else the network's choice; a position about nobody has none."""
    implied = codebook().stage(kind, stage).event
    if kind == "position" and not has_target:
        return None
    return EVENTS[int(events.argmax())] if implied == READ else implied


def reason(document: Document, view: View, draft: Draft) -> str:
    """The words of the sentence that the anchor drew on most, in the order of the text."""
    window = view.window
    weights = np.where(window.spans[:, 1] > window.spans[:, 0], draft.attention, 0)
    words: dict[int, str] = {}
    for t in np.argsort(-weights)[:6]:
        if weights[t] <= 0:
            continue
        start = word_start(document.text, int(window.spans[t, 0]))
        word = document.text[start : word_end(document.text, int(window.spans[t, 1]))]
        if len(word) > 2 and word[0].isalnum():
            words[start] = word
    return " … ".join(words[start] for start in sorted(words)[:4])
