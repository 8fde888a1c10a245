"""What reader and classifier say of one event, put together: its type, its mode, and whether both sides do it alike."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import replace

from dragoman.codebook import codebook
from dragoman.datafiles import any_of, compiled, data_file
from dragoman.events.chance import seen
from dragoman.events.dating import to_come
from dragoman.events.marking import first_of
from dragoman.events.plover import ontology
from dragoman.events.records import Classified, Event
from dragoman.events.scene import Scene, mention_of
from dragoman.events.sides import ALIKE, is_alike, joined, suffers
from dragoman.records import Statement

LIKELIEST, FAR_LIKELIER = 0.5, 10
"""An answer counts against the reader if it is likelier than all others together, and so many times as the reader's."""
ENDED = frozenset({("relations", "severed"), ("agreement", "suspended"), ("agreement", "ended")})
THIRD_PARTY, ACCUSE = "third-party", "ACCUSE"
WORDS = data_file("event_words.yml")
LONGEST_LEAD = 60
"""Characters before an actor in which it is looked for who is the host."""
# Right before who is visited: "on a visit to | Peru", "was received on Monday by the | King".
VISITED = compiled(
    rf"\b(?:{any_of(WORDS['visits'])}|{any_of(WORDS['hosted'])}\b[^.;:()]{{0,40}}\bby)"
    r"(?:\s+(?:the|his|her|its|their))?\s+$"
)
# Between who is visited and the guest: "Peru | hosted on Monday the | President".
HOSTS = compiled(rf"[^.;:()]{{0,40}}\b{any_of(WORDS['hosts'])}\b[^.,;:()]{{0,40}}")
BY = re.compile(r"\bby\b")


def is_mutual(statement: Statement, name: str, mode: str | None) -> bool:
    """Whether the parties do alike what the statement, coded as the type ``name``, says: a treaty, talks."""
    return is_alike(statement, name) and mode != "visit" and codebook().kinds[statement.kind].symmetric


def settled(scene: Scene, draft: Event, statement: Statement, answer: Classified, said: Set[str]) -> Event:
    """The draft with what ``answer`` tells of it. ``said`` are the types of all drafts of its sentence.

    Where a kind and stage leave the type open, the classifier's goes before the reader's, which learnt it from fewer
    sentences. Not where another draft of the sentence has it already ("expelled and condemned"), nor where words of the
    sentence tell the reader's and none the classifier's ("sanctions").
    """
    told = is_open(statement) and draft.type == ontology().type(str(statement.event))[0].name
    sure = answer.probability >= max(LIKELIEST, FAR_LIKELIER * seen(draft.type, answer))
    if told and sure and answer.event and answer.event not in said:
        words = {name: ontology().read_mode(name, draft.sentence) for name in (draft.type, answer.event)}
        if words[answer.event] or not words[draft.type]:
            draft = retyped(scene, draft, answer.event)
    return hosted(with_answer(draft, answer, ended(statement)))


def is_open(statement: Statement) -> bool:
    """Whether the codebook leaves the type of what happened to the words."""
    return statement.kind == "event" and codebook().kinds["event"].stages[statement.stage].event == "read"


def retyped(scene: Scene, draft: Event, name: str) -> Event:
    """The draft with another type; as it is where it lacks what the type needs, or is still to come."""
    kind = ontology().types[name]
    if (kind.recipient and draft.recipient is None) or to_come(scene, draft.date):
        return draft
    return replace(
        draft, type=name, mode=None, quad=kind.quad, intensity=ontology().intensity(name), cameo_root=kind.cameo
    )


def ended(statement: Statement) -> str | None:
    """The mode that a stage tells without looking at the words: what is broken off is not taken away."""
    over = (statement.kind, statement.stage) in ENDED
    return "discontinue" if over else None


def with_answer(draft: Event, answer: Classified, told: str | None = None) -> Event:
    """The classifier's mode and contexts, where it sees the same type in the sentence as the reader; ``told`` is a mode
    of the type that goes before."""
    mode, contexts = draft.mode, draft.contexts
    if answer.event == draft.type:
        mode, contexts = answer.mode or mode, answer.contexts or contexts
    return with_mode(replace(draft, contexts=contexts), ontology().type(draft.type, told)[1] or mode)


def with_mode(event: Event, mode: str | None) -> Event:
    """The event with a mode, null for none, and what follows from it."""
    known, mode = ontology(), ontology().type(event.type, mode)[1]
    return replace(
        event,
        mode=mode,
        intensity=known.intensity(event.type, mode),
        cameo_root=known.cameo_root(event.type, mode),
        mutual=event.mutual and mode != "visit",
    )


def hosted(event: Event) -> Event:
    """``event`` without the mode that others are the hosts, where neither a word nor a place tells of others; a visit
    with the guest as its actor."""
    if event.mode != THIRD_PARTY:
        return guest_first(event)
    own = {side.country for side in (event.actor, event.recipient) if side}
    elsewhere = event.place.country not in own if event.place.country else event.place.name is not None
    cues = ontology().types["CONSULT"].modes[THIRD_PARTY].cues
    return event if elsewhere or (cues and cues.search(event.sentence)) else with_mode(event, None)


def guest_first(event: Event) -> Event:
    """A visit with the guest as its actor: who is at home where it takes place is the host, or who is said to be it."""
    guest = event.recipient
    if event.mode != "visit" or guest is None:
        return event
    at_home = event.place.country is not None and event.place.country == event.actor.country
    turned = replace(event, actor=guest, recipient=event.actor)
    host = is_host(event) and not is_host(turned)
    return turned if host or (at_home and guest.country not in (None, event.place.country)) else event


def is_host(event: Event) -> bool:
    """Whether the words say that the actor is who is visited: "hosted the President", "a visit to Peru"."""
    sentence = event.sentence
    own, other = (first_of(side.raw if side else None, sentence) for side in (event.actor, event.recipient))
    if own is None:
        return False
    if VISITED.search(sentence, max(0, own.start - LONGEST_LEAD), own.start):
        return True
    if other is None or not HOSTS.fullmatch(sentence, own.end, other.start):
        return False
    return BY.search(sentence, own.end, other.start) is None


def both(scene: Scene, event: Event, statement: Statement) -> Event:
    """``event`` as mutual where its sides stand in one list and do alike what the statement says: "Kenya and Uganda
    built a bridge"; a visit with the guest as its actor."""
    if event.mode == "visit":
        return guest_first(event)
    if event.recipient is None or event.mutual or event.type not in ALIKE or codebook().kinds[statement.kind].symmetric:
        return event
    place = (event.start, event.end)
    sides = ((event.actor.code, "source"), (event.recipient.code, "target"))
    named = [mention_of(scene, code, place, statement, role) for code, role in sides]
    spans = [(m.start, m.end) for m in named if m]
    alike = len(spans) == 2 and joined(scene.document.text, spans[0], spans[1], scene.mentions, event.end)
    return replace(event, mutual=alike)


def unnamed(scene: Scene, event: Event, statement: Statement, answer: Classified | None) -> bool:
    """Whether the recipient of a conflict only suffered what the actor accuses somebody else of: "Chile condemned the
    attack on Peru". That may have been read as Chile's accusing Peru, or as its attack."""
    told = {event.type, answer.event if answer else None}
    if event.recipient is None or ACCUSE not in told or not event.quad.endswith("conflict"):
        return False
    mention = mention_of(scene, event.recipient.code, (event.start, event.end), statement, "target")
    return mention is not None and suffers(scene, event.start, mention.start)
