"""One document with all that coding looks up in it, and the making of one event from a type, actors and a sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from dragoman.actors.directory import Directory
from dragoman.actors.linking import Mention, within
from dragoman.datafiles import any_of, compiled, data_file
from dragoman.events.chance import Chance
from dragoman.events.parties import GOVERNMENT, lifetime, party, place_of, same, whose_people
from dragoman.events.plover import ontology
from dragoman.events.records import Event, Party
from dragoman.events.sectors import PLURAL, Agent, agents, sectors
from dragoman.records import Document, Statement
from dragoman.segment import Sentence

WORDS = data_file("event_words.yml")
STORY = 20
"""Names of people, organisations and places that are kept of a document."""
ORGANISED = frozenset({"organisation", "body", "group"})
NAMED = frozenset({"named", "acronym", "body"})
"""Ways of linking of mentions that give an organisation its name."""
# Behind a noun in the singular that is not the next one's, as it is in "American army bases".
OVER = compiled(rf"\s*(?:[^\w\s]|\Z)|\s+{any_of(WORDS['over'])}\b")
OF_A_LAND = re.compile(r"(?P<who>[\w’'-]+(?:\s[a-z][\w’'-]*){0,3})\s+(?P<how>of|from)\s+(?:the\s+)?")
HYPHENS = "-\N{HYPHEN}\N{NON-BREAKING HYPHEN}"
SPOKEN = frozenset({"verbal cooperation", "verbal conflict"})
HELD = frozenset({None, "GOV", "LEG"})
"""Sectors of offices that somebody holds only for a while."""


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
    source, target = named_groups(scene, source, target, place, statement)
    if dated == "document" and (lived := lifetime((source, target), date, scene.directory)):
        date, dated = lived, "text"
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
        place=place_of(
            document.text, start, end, scene.mentions, scene.directory, date, spoken=known.types[name].quad in SPOKEN
        ),
        statement=statement.id if statement else None,
        published=document.date.value,
        publisher=document.publisher.value,
        language=document.language.value,
        people=people,
        organizations=organizations,
        locations=locations,
    )


def named_groups(
    scene: Scene, source: str, target: str | None, place: tuple[int, int], statement: Statement | None
) -> tuple[str, str | None]:
    """Both sides, a nameless group as the named one beside it: of "Boko Haram fighters" the fighters are Boko Haram."""

    def called(code: str, role: str) -> str:
        mention = mention_of(scene, code, place, statement, role) if code.startswith("/") else None
        inside = within(scene.mentions, *place)
        named = whose_people(scene.document.text, mention.start, mention.end, inside) if mention else None
        return named.actors[0] if named else code

    one, other = called(source, "source"), called(target, "target") if target is not None else None
    return (source, target) if same(one, other) else (one, other)


def side(scene: Scene, code: str, place: tuple[int, int], date: str, statement: Statement | None, role: str) -> Party:
    """One side of an event with what its words in the sentence tell: whose people a group is, and of which sector who
    acts for a state is ("American soldiers")."""
    mention = mention_of(scene, code, place, statement, role)
    if mention is None:
        return party(code, date, scene.directory)
    inside = within(scene.mentions, mention.start, mention.end)
    homes = (m.actors[0] for m in inside if m.start == mention.start and m.end < mention.end and len(m.actors) == 1)
    home = next((actor for actor in homes if scene.directory.is_state(actor)), None)
    mention = replace(mention, sector=sector_told(scene, code, mention, place))
    land = land_of(scene, mention, place, role) if code.startswith("/") else None
    made = party(code, date, scene.directory, mention, home, land)
    nameless = land is None and code.startswith("/") and code not in scene.directory
    if nameless and _is_half(scene.document.text, mention.start):
        return replace(made, country=None, iso3=None, cow=None, gw=None)
    return made


def _is_half(text: str, at: int) -> bool:
    """Whether a hyphen ties the nationality at ``at`` to the word before it: "pro-Russian separatists" are no
    Russians."""
    return at > 1 and text[at - 1] in HYPHENS and text[at - 2].isalpha()


def sector_told(scene: Scene, code: str, mention: Mention, place: tuple[int, int]) -> str | None:
    """The sector that the words of a mention and those beside it tell.

    Of a person these are the title, which may begin before the mention ("Opposition leader X"), and whether it is a
    former one. Of a group without a name it is the noun that its last word ends ("rebel soldiers"). Of others it is the
    noun in which the mention ends or which goes on behind it ("US senators", "Afghan government forces"), and of a bare
    state the noun behind it ("Russian soldiers"), the body that is meant ("Hungary's parliament") or the office.
    """
    text = scene.document.text
    nouns = [replace(a, start=a.start + place[0], end=a.end + place[0]) for a in nouns_of(text[slice(*place)])]
    if mention.how in ("person", "office") and mention.sector in HELD:
        first = text[mention.start : mention.end].partition(" ")[0] + " "
        if sectors().former.search(text[place[0] : mention.start]) or sectors().former.search(first):
            return "ELI"
    if mention.how == "person":
        titles = (a for a in nouns if a.start <= mention.start < a.end < mention.end and not a.weak)
        told = next((title.sector for title in titles), None)
        return told if mention.sector is None or told == "ELI" else mention.sector
    if code.startswith("/"):
        longer = (noun.sector for noun in nouns if noun.start < mention.start and noun.end == mention.end)
        return mention.sector or next(longer, None)
    for noun in nouns:
        goes_on = mention.start <= noun.start < mention.end < noun.end and noun.sector != "GOV"
        if goes_on and _is_whole(noun, text, place[1]):
            return noun.sector
        ends_it = mention.how in GOVERNMENT and mention.start <= noun.start < noun.end == mention.end
        follows = noun.start == mention.end + 1 and text[mention.end] == " " and _is_whole(noun, text, place[1])
        if mention.sector is None and scene.directory.is_state(code) and (ends_it or follows):
            return noun.sector
    if mention.sector is None and scene.directory.is_state(code) and _is_of_office(scene, code, mention, place):
        return "GOV"
    if "/" in code or mention.sector or text[mention.end : mention.end + 1] not in ("'", "’"):
        return mention.sector
    whole = (m for m in within(scene.mentions, *place) if m.start == mention.start and m.end > mention.end)
    return next((m.sector for m in whole if m.actors and m.actors[0].startswith(f"{code}/")), None)


def _is_of_office(scene: Scene, code: str, mention: Mention, place: tuple[int, int]) -> bool:
    """Whether the name of a state only tells whose office is meant, of several: "the Presidents of Chad and Mali"."""
    several = (m for m in within(scene.mentions, *place) if len(m.actors) > 1)
    offices = (m for m in several if m.how == "office" and code in m.actors)
    return any(m.start <= mention.start and mention.end <= m.end for m in offices)


@lru_cache(maxsize=64)
def nouns_of(sentence: str) -> tuple[Agent, ...]:
    """The nouns for actors in a sentence, kept for its next pairs: the sides of a long list are hundreds."""
    return tuple(agents(sentence))


def _is_whole(noun: Agent, text: str, stop: int) -> bool:
    """Whether ``noun`` is all that is named there, and not a part of the next word's name."""
    return PLURAL.search(noun.text) is not None or OVER.match(text, noun.end, stop) is not None


def land_of(scene: Scene, mention: Mention, place: tuple[int, int], role: str) -> str | None:
    """The state that a group is of ("citizens of Russia") or from. From where somebody is expelled or withdrawn is not
    where they are from, so that only those who act, and refugees, are taken to be from there."""
    text = scene.document.text
    for other in within(scene.mentions, mention.start + 1, place[1]):
        found = OF_A_LAND.fullmatch(text, mention.start, other.start)
        if not found or len(other.actors) != 1 or not scene.directory.is_state(other.actors[0]):
            continue
        last = agents(found["who"])[-1:]
        said = last and last[0].end == len(found["who"])
        if said and (found["how"] == "of" or role == "source" or last[0].sector == "REF"):
            return other.actors[0]
    return None


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
    """People, organisations and places that a document names, each once and so many at most. Groups without a name are
    none of them, nor is who is only called by a name that nobody knows."""
    groups: tuple[dict[str, None], ...] = ({}, {}, {})
    for mention in scene.mentions:
        for actor in mention.actors[:1]:
            owner, _, name = actor.partition("/")
            entry = scene.directory.actor(owner) if owner in scene.directory else None
            known = scene.directory.actor(actor) if actor in scene.directory else None
            if mention.how == "person" and name:
                groups[0][name] = None
            elif mention.place or mention.how == "region":
                groups[2][mention.text] = None
            elif entry and not name and entry.kind in ("state", "territory"):
                groups[2][entry.name] = None
            elif known and known.kind in ORGANISED:
                groups[1][known.name] = None
            elif name and mention.how in NAMED and mention.unlinked is None:
                groups[1][name] = None
    people, organizations, locations = (tuple(list(group)[:STORY]) for group in groups)
    return people, organizations, locations
