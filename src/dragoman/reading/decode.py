"""Token states of a window -> statements: which anchors stand, and what fills their fields."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from dragoman.codebook import READ, codebook
from dragoman.reading.anchored import Anchored, within_row
from dragoman.reading.candidates import places, reach
from dragoman.reading.confidence import Candidate, Chances, among, features
from dragoman.reading.dating import fill_dates
from dragoman.reading.ends import closed, whole
from dragoman.reading.heads import Floats, Heads, Ints, sigmoid, softmax
from dragoman.reading.joined import of_a_pair
from dragoman.reading.memberships import of_an_organisation
from dragoman.reading.missions import missions_in, of_a_mission, of_who_runs_it
from dragoman.reading.negation import is_undone
from dragoman.reading.plans import stage_told
from dragoman.reading.posts import of_a_post
from dragoman.reading.prepared import Prepared, View
from dragoman.reading.roles import Settings, fill_roles, fill_values
from dragoman.reading.sifting import joint
from dragoman.records import Document, Evidence, Statement

KINDS = tuple(codebook().kinds)
STAGES = tuple((kind, stage) for kind, entry in codebook().kinds.items() for stage in entry.stages)
STAGES_OF = tuple(np.array([i for i, (k, _) in enumerate(STAGES) if k == kind]) for kind in KINDS)
EVENTS = (None, *codebook().plover)
Labels = dict[str, list[str | None]]
LABELS: Labels = {"kinds": list(KINDS), "stages": [f"{kind}.{stage}" for kind, stage in STAGES], "events": list(EVENTS)}
"""What the network's answers stand for, by their place; a model's card has them as they were when it was trained."""
MAX_ANCHORS = 80
"""In one window; the densest annotated passages have about half as many."""
REACH = (4, 9)
"""Tokens before and after an anchor over which its kind's probability is summed: the network may be sure that a
statement is there and unsure at which word its object begins."""

NEAR = 3
"""Tokens within which two anchors are rivals."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One anchor with what the heads say of it. Token positions are within the window. ``sentence_p`` is the chance
    that its sentence states anything of the kind; ``features`` and ``attention`` are those of `Heads.anchors`."""

    at: int
    kind: int
    stage: int
    kind_p: float
    mass: float
    sentence_p: float
    stage_p: float
    features: Floats
    attention: Floats


@dataclass(frozen=True, slots=True)
class Around:
    """What else is drafted near a draft: the chance of the likeliest other within three tokens, and the sum of all of
    its sentence, and of those of its kind, its own among them."""

    rival: float
    crowd: float
    crowd_of_kind: float


@dataclass(frozen=True, slots=True)
class Pointed:
    """Quote and object as characters, and the chances of the object's end, the quote's start and its end."""

    start: int
    end: int
    object: tuple[int, int]
    sure: tuple[float, float, float]


def decode(
    document: Document, prepared: Prepared, view: View, states: Floats, heads: Heads, settings: Settings
) -> list[Candidate]:
    """What may be stated in the core of ``view``, unsifted. ``states`` is [T, hidden]."""
    drafts = find_anchors(view, states, heads, settings)
    made = filled(document, prepared, view, drafts, states, heads, settings) if drafts else []
    judged = [(c, *clauses_around(document, prepared, c)) for c in made]
    return among([in_time(c, before) for c, before, after in judged if not undone(c, before, after)])


def undone(candidate: Candidate, before: str, after: str) -> bool:
    """Whether what stands around the object negates the candidate: "did not sign it", "it has not been signed"."""
    said = candidate.statement
    if said.kind == "indicator" and said.value:
        return False
    return is_undone(said.kind, said.stage, before, said.object or "", after, said.event)


def in_time(candidate: Candidate, before: str) -> Candidate:
    """The candidate, at the stage that the clause ``before`` its object has words for."""
    said = candidate.statement
    stage = stage_told(said.kind, said.stage, before, said.object or "")
    if stage == said.stage:
        return candidate
    implied = codebook().stage(said.kind, stage).event
    event = said.event if implied == READ else implied
    return replace(candidate, statement=replace(said, stage=stage, event=event, rule=f"{said.kind}.{stage}"))


def clauses_around(document: Document, prepared: Prepared, candidate: Candidate) -> tuple[str, str]:
    """What stands before the object in its sentence, and what behind it: "The " and " has not been signed." """
    start, end = candidate.object_span
    index = bisect_right(prepared.sentences, start, key=lambda sentence: sentence.start) - 1
    if index < 0:
        return "", ""
    sentence = prepared.sentences[index]
    return document.text[sentence.start : start], document.text[end : sentence.end]


def filled(
    document: Document,
    prepared: Prepared,
    view: View,
    drafts: list[Draft],
    states: Floats,
    heads: Heads,
    settings: Settings,
) -> list[Candidate]:
    """``drafts``, one at least, with their fields."""
    beside, found = around(drafts, view.window.sentence), places(view)
    at = np.array([d.at for d in drafts])
    conditions = heads.conditions(np.stack([d.features for d in drafts]), np.array([d.stage for d in drafts]))
    events, near = softmax(heads.events(conditions)), reach(view.window, found, at)
    fields = list(heads.fields(states, conditions, at, found, near))
    made = []
    for draft, around_it, event, here, (pointers, slots) in zip(drafts, beside, events, near, fields, strict=True):
        sentence = int(view.window.sentence[draft.at])
        anchored = Anchored(document, prepared, view, found, sentence, sigmoid(slots), here.picked)
        within = prepared.sentences[sentence]
        pointed = spans(document, view, draft, pointers, np.arange(here.first, here.last), (within.start, within.end))
        made.append(candidate(draft, around_it, pointed, event, within_row(anchored), settings))
    return made


def find_anchors(view: View, states: Floats, heads: Heads, settings: Settings) -> list[Draft]:
    """Anchors above their kind's cut-off, one draft for each stage they are at."""
    low, high = view.window.core
    probabilities = sigmoid(heads.kinds(states[low:high]))
    candidates = [
        (float(probabilities[i, k]), low + i, k)
        for i, k in np.argwhere(probabilities >= settings.anchor).tolist()
        if view.window.spans[low + i, 1] > view.window.spans[low + i, 0]
    ]
    kept: list[tuple[float, int, int]] = []
    for p, t, k in sorted(candidates, key=lambda c: (-c[0], c[1], c[2]))[:MAX_ANCHORS]:
        if all(k != other or abs(t - where) > 2 for _, where, other in kept):
            kept.append((p, t, k))
    kept.sort(key=lambda c: (c[1], c[2]))
    if not kept:
        return []
    at, kind = np.array([t for _, t, _ in kept]), np.array([k for _, _, k in kept])
    features, attention = heads.anchors(states, sentence_mask(view, at), at, kind)
    logits = heads.stages(features)
    drafts = []
    sentence = view.window.sentence
    for i, (p, t, k) in enumerate(kept):
        near = np.arange(max(low, t - REACH[0]), min(high, t + REACH[1]))
        mass = float(probabilities[near[sentence[near] == sentence[t]] - low, k].sum())
        stated = float(probabilities[view.window.marks[t] - low, k])
        options = STAGES_OF[k]
        chances = sigmoid(logits[i, options])
        best = int(chances.argmax())
        for j, option in enumerate(options):
            if j == best or chances[j] >= settings.second_stage:
                drafts.append(Draft(t, k, int(option), p, mass, stated, float(chances[j]), features[i], attention[i]))
    return drafts


def around(drafts: list[Draft], sentence: Ints) -> list[Around]:
    """What stands beside each of ``drafts``; ``sentence`` [T] is that of each token."""
    at, kind = np.array([d.at for d in drafts], dtype=np.int64), np.array([d.kind for d in drafts], dtype=np.int64)
    chance, where = np.array([d.kind_p for d in drafts]), sentence[at]
    near = np.abs(at - at[:, None]) <= NEAR
    np.fill_diagonal(near, val=False)
    together = where == where[:, None]
    rival = np.where(near, chance, 0).max(-1, initial=0)
    crowds = together @ chance, (together & (kind == kind[:, None])) @ chance
    return [Around(*each) for each in zip(*(x.tolist() for x in (rival, *crowds)), strict=True)]


def sentence_mask(view: View, at: Ints) -> np.ndarray:
    sentence = view.window.sentence
    return np.asarray(sentence[None] == sentence[at][:, None])


def candidate(
    draft: Draft,
    beside: Around,
    pointed: Pointed,
    events: Floats,
    anchored: Anchored,
    settings: Settings,
) -> Candidate:
    """``draft`` with its fields filled, and the features that its confidence is judged by."""
    document, prepared = anchored.document, anchored.prepared
    kind, stage = STAGES[draft.stage]
    start, end, object_span = pointed.start, pointed.end, pointed.object
    actors, evidence = fill_roles(kind, anchored, settings)
    if kind == "mission":
        told = document.text[slice(*object_span)]
        actors, evidence = of_a_mission(actors, evidence, told, missions_in(prepared, start, max(end, object_span[1])))
    if kind == "membership":
        actors, evidence = of_an_organisation(actors, evidence, object_span, document, prepared)
        actors, evidence = of_who_runs_it(actors, evidence)
    actors, evidence = of_a_post(kind, actors, evidence, object_span, (start, end), document, prepared)
    actors, evidence = of_a_pair(kind, actors, evidence, object_span, document, prepared)
    date, end_date, dated = fill_dates(kind, stage, object_span, anchored, settings)
    values, valued = fill_values(anchored, settings)
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
        evidence=(*evidence, Evidence("object", "", *object_span), *dated, *valued),
    )
    said = chances(draft, beside, pointed, anchored)
    judged_by = features(draft.kind, said, made, object_span, prepared.sentences[anchored.sentence].kind)
    drew_on = partial(words_of, document, anchored.view, draft)
    return Candidate(made, object_span, judged_by, joint(document.text, object_span[0]), drew_on)


def chances(draft: Draft, beside: Around, pointed: Pointed, anchored: Anchored) -> Chances:
    """What the heads say of ``draft``, for its confidence."""
    actors = anchored.scores[anchored.places.entity[anchored.picked] >= 0]
    return Chances(
        kind=draft.kind_p,
        mass=draft.mass,
        sentence=draft.sentence_p,
        stage=draft.stage_p,
        source=float(actors[:, 0].max(initial=0)),
        target=float(actors[:, 1].max(initial=0)),
        rival=beside.rival,
        ends=pointed.sure,
        crowd=beside.crowd,
        crowd_of_kind=beside.crowd_of_kind,
    )


def spans(
    document: Document, view: View, draft: Draft, logits: Floats, reach: Ints, sentence: tuple[int, int]
) -> Pointed:
    """Where quote and object stand, all within the anchor's ``sentence``, by the ``logits`` [3, L] of its tokens
    ``reach`` [L]."""
    window = view.window
    inside = (window.spans[reach, 1] > window.spans[reach, 0]) & (reach >= window.core[0])
    object_end, ends = pick(logits[0], reach, inside & (reach >= draft.at) & (reach < draft.at + 60), draft.at)
    quote_start, starts = pick(logits[1], reach, inside & (reach <= draft.at), draft.at)
    quote_end, closes = pick(logits[2], reach, inside & (reach >= object_end), object_end)
    text = document.text
    first = word_start(text, int(window.spans[draft.at, 0]))
    first, last = whole(text, first, word_end(text, int(window.spans[object_end, 1])), sentence)
    start = word_start(text, int(window.spans[quote_start, 0]))
    end = word_end(text, int(window.spans[quote_end, 1]))
    closing = closed(text, min(start, first), max(end, last))
    return Pointed(min(start, first), closing, (first, last), (ends, starts, closes))


def pick(logits: Floats, reach: Ints, allowed: np.ndarray, default: int) -> tuple[int, float]:
    """The allowed position of ``reach`` with the highest logit, and its share of the chance of all that are."""
    if not allowed.any():
        return default, 0.0
    shares = softmax(np.where(allowed, logits, -np.inf))
    best = int(shares.argmax())
    return int(reach[best]), float(shares[best])


def word_start(text: str, at: int) -> int:
    while at > 0 and text[at - 1].isalnum() and text[at].isalnum():
        at -= 1
    return at


def word_end(text: str, at: int) -> int:
    while at < len(text) and text[at - 1].isalnum() and text[at].isalnum():
        at += 1
    return at


def event_type(kind: str, stage: str, has_target: bool, events: Floats) -> str | None:
    """What the codebook says, else the network's choice; a position about nobody has none."""
    implied = codebook().stage(kind, stage).event
    if kind == "position" and not has_target:
        return None
    return EVENTS[int(events.argmax())] if implied == READ else implied


def words_of(document: Document, view: View, draft: Draft) -> str:
    """The words of the sentence that the anchor drew on most, in the order of the text."""
    window = view.window
    weights = np.where(window.spans[:, 1] > window.spans[:, 0], draft.attention, 0)
    words: dict[int, str] = {}
    for t in np.argsort(-weights, kind="stable")[:8]:
        if weights[t] <= 0:  # marks stand nowhere in the text
            break
        start = word_start(document.text, int(window.spans[t, 0]))
        word = document.text[start : word_end(document.text, int(window.spans[t, 1]))]
        if len(word) > 2 and word[0].isalnum():
            words[start] = word
    return " … ".join(words[start] for start in sorted(list(words)[:4]))
