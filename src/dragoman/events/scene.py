"""One document with all that coding looks up in it, and the making of one event from a type, actors and a sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from functools import cached_property

from dragoman.actors.directory import Directory
from dragoman.actors.linking import Mention, within
from dragoman.events.chance import Chance
from dragoman.events.parties import party, place_of
from dragoman.events.plover import ontology
from dragoman.events.records import Event, Party
from dragoman.events.sectors import agents
from dragoman.records import Document, Statement
from dragoman.segment import Sentence

STORY = 20
"""Names of people, organisations and places that are kept of a document."""
LONGEST_NOUN = 60
"""Characters behind a state's name in which a noun for its people is looked for."""
# A noun in the singular may belong to the next one: "American army bases".
PLURAL = re.compile(r"(?:[^s]s|men|children|people|police)$")


@dataclass(frozen=True, slots=True)
class Settings:
    """How much is let through. A lower threshold gives more events, right ones and wrong ones.

    ``threshold`` is the least probability of an event (see `Chance`), chosen on annotated documents
    (``evaluation/events_gold.py``) for events on at most one in ten of the sentences that have none.

    At most ``crossed`` pairs of one statement become events, every two of sixty states; of one sentence at most
    ``a_sentence`` events come from the classifier. ``intentions`` applies the rule on future cooperation.
    """

    threshold: float = 0.425
    chance: Chance = field(default_factory=Chance)
    crossed: int = 2_000
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
    actor = side(scene, source, place, date, statement, "source")
    recipient = side(scene, target, place, date, statement, "target") if target is not None else None
    return Event(
        type=name,
        actor=actor,
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
        mutual=mutual and mode != "visit" and target is not None,
        place=place_of(document.text, start, end, scene.mentions, scene.directory),
        statement=statement.id if statement else None,
        published=document.date.value,
        publisher=document.publisher.value,
        language=document.language.value,
        people=people,
        organizations=organizations,
        locations=locations,
    )


def side(scene: Scene, code: str, place: tuple[int, int], date: str, statement: Statement | None, role: str) -> Party:
    """One side of an event with what its words in the sentence tell: whose people a group is, and of which sector a
    bare state's people are ("American soldiers")."""
    mention = mention_of(scene, code, place, statement, role)
    if mention is None:
        return party(code, date, scene.directory)
    inside = within(scene.mentions, mention.start, mention.end)
    homes = (m.actors[0] for m in inside if m.start == mention.start and m.end < mention.end and len(m.actors) == 1)
    home = next((actor for actor in homes if scene.directory.is_state(actor)), None)
    behind = scene.document.text[mention.end : min(place[1], mention.end + LONGEST_NOUN)]
    noun = next(iter(agents(behind)), None) if "/" not in code and mention.sector is None else None
    if noun and behind[: noun.start] == " " and PLURAL.search(noun.text):
        mention = replace(mention, sector=noun.sector)
    return party(code, date, scene.directory, mention, home)


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
