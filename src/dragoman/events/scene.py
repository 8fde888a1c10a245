"""One document with all that coding looks up in it, and the making of one event from a type, actors and a sentence."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from dragoman.actors.directory import Directory
from dragoman.actors.linking import Mention, within
from dragoman.events.parties import party, place_of
from dragoman.events.plover import ontology
from dragoman.events.records import Event
from dragoman.records import Document, Statement
from dragoman.segment import Sentence

STORY = 20
"""Names of people, organisations and places that are kept of a document."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How much is let through. A lower threshold gives more events, right ones and wrong ones.

    ``threshold`` is the least probability of an event from a statement, ``pair_threshold`` that of one from the
    classifier; for every actor that the sentence only refers to ("the two ministers") a statement needs ``unnamed``
    more, because such actors are more often wrong. All three are chosen on annotated documents
    (``evaluation/events_gold.py``) for events on at most one in ten of the sentences that have none.

    Of one statement at most ``crossed`` pairs become events, of one sentence at most ``a_sentence`` events come from
    the classifier. ``intentions`` applies the rule on future cooperation.
    """

    threshold: float = 0.45
    pair_threshold: float = 0.98
    unnamed: float = 0.08
    crossed: int = 20
    a_sentence: int = 2
    intentions: bool = True


DEFAULT = Settings()


@dataclass(frozen=True)
class Scene:
    """A document with all that coding looks up in it."""

    document: Document
    date: str
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    directory: Directory
    settings: Settings

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each sentence begins."""
        return tuple(s.start for s in self.sentences)

    @cached_property
    def story(self) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """As `story` tells it."""
        return story(self)

    def around(self, start: int, end: int) -> tuple[int, int]:
        """The sentence that holds ``start``, as far as the one that holds the character before ``end``."""
        first = max(0, bisect_right(self.starts, start) - 1)
        last = max(first, bisect_right(self.starts, max(start, end - 1)) - 1)
        return (self.sentences[first].start, self.sentences[last].end) if self.sentences else (start, end)


def event(
    scene: Scene,
    name: str,
    source: str,
    target: str | None,
    place: tuple[int, int],
    date: str,
    dated: str,
    *,
    probability: float,
    mode: str | None = None,
    contexts: tuple[str, ...] | None = None,
    mutual: bool = False,
    statement: Statement | None = None,
) -> Event:
    """One event with everything that follows from its type, its actors and its sentence."""
    known, document = ontology(), scene.document
    start, end = place
    sentence = document.text[start:end]
    mode = mode or known.read_mode(name, sentence)
    people, organizations, locations = scene.story
    recipient = None
    if target is not None:
        recipient = party(target, date, scene.directory, mention_of(scene, target, place, statement, "target"))
    return Event(
        type=name,
        actor=party(source, date, scene.directory, mention_of(scene, source, place, statement, "source")),
        recipient=recipient,
        date=date,
        dated=dated,
        doc=document.stem,
        sentence=sentence,
        start=start,
        end=end,
        probability=round(probability, 4),
        mode=mode,
        contexts=known.read_contexts(sentence) if contexts is None else contexts,
        quad=known.types[name].quad,
        intensity=known.intensity(name, mode),
        cameo_root=known.cameo_root(name, mode),
        # A visit has a guest and a host.
        mutual=mutual and mode != "visit",
        place=place_of(document.text, start, end, scene.mentions, scene.directory),
        statement=statement.id if statement else None,
        published=document.date.value,
        publisher=document.publisher.value,
        language=document.language.value,
        people=people,
        organizations=organizations,
        locations=locations,
    )


def mention_of(
    scene: Scene, actor: str, place: tuple[int, int], statement: Statement | None, role: str
) -> Mention | None:
    """Where the sentence names the actor: by the statement's evidence, else the first mention that means it."""
    inside = within(scene.mentions, *place)
    told = {(e.start, e.end) for e in statement.evidence if e.role == role and e.value == actor} if statement else set()
    return next(
        (m for m in inside if (m.start, m.end) in told),
        next((m for m in inside if actor in (*m.actors, *m.others)), None),
    )


def story(scene: Scene) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """People, organisations and places that a document names, each once and so many at most."""
    groups: tuple[dict[str, None], ...] = ({}, {}, {})
    for mention in scene.mentions:
        for actor in mention.actors[:1]:
            owner, _, name = actor.partition("/")
            entry = scene.directory.actor(owner) if owner in scene.directory else None
            if mention.how == "person" and name:
                groups[0][name] = None
            elif mention.place:
                groups[2][mention.text] = None
            elif entry and not name and entry.kind in ("state", "territory"):
                groups[2][entry.name] = None
            elif entry or name:
                groups[1][name or (entry.name if entry else owner)] = None
    people, organizations, locations = (tuple(list(group)[:STORY]) for group in groups)
    return people, organizations, locations
