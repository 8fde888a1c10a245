"""What pronouns and definite phrases mean: plain rules of recency, subjecthood, number and kind of actor.

`Discourse` is told every linked mention in the order of the text and is asked what "it", "they", "the two countries"
or "the Foreign Minister" stand for at a given place. It looks back over a bounded stretch only.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from dragoman.actors.directory import owner_of
from dragoman.actors.discourse.antecedents import Antecedents, Mentioned, unique
from dragoman.actors.discourse.setting import Setting

FAR = 30
"""Sentences that "the country" or "the Minister" is looked for behind it."""


@dataclass(slots=True)
class Discourse(Antecedents):
    setting: Setting
    past: list[Mentioned] = field(default_factory=list)
    gender: dict[str, str] = field(default_factory=dict)
    label: str = ""
    in_quote_of: tuple[str, ...] = ()

    def opened_by(self, sentence: int) -> bool:
        """Whether the last mention is the subject of this sentence: "Tonga opened its"."""
        return bool(self.past) and self.past[-1].sentence == sentence and self.past[-1].subject

    # -- pronouns --------------------------------------------------------------------------------------------------

    def pronoun(
        self,
        kind: str,
        sentence: int,
        *,
        leading: bool,
        after_preposition: bool,
        but: frozenset[str] = frozenset(),
        acting: bool = True,
        since: int = 0,
        meeting: bool = False,
        says: bool = False,
    ) -> tuple[str, ...]:
        """Actors of a pronoun of ``kind`` (thing, many, he, she, we, i), none of ``but``; empty when nothing fits.
        ``acting`` is false for an object, ``since`` where this part of the sentence begins, ``meeting`` for "their
        meeting", ``says`` for "he said"."""
        if kind == "i":
            if len(self.in_quote_of) == 1:
                return self.in_quote_of
            speaker = self.label or self.setting.speaker or self.setting.host
            return (speaker,) if speaker else ()
        if kind == "we":
            return self.we()
        if kind in ("he", "she"):
            return self.person(kind, sentence, leading, but, acting, says)
        if kind == "many":
            return self.many(sentence, leading, host=self.setting.host, acting=acting, but=but, meeting=meeting)
        topics = [t for t in self.setting.topics if t != self.setting.publisher] or list(self.setting.topics)
        return self.thing(sentence, leading, after_preposition, but, since) or tuple(topics[:1])

    def we(self) -> tuple[str, ...]:
        speakers = self.in_quote_of or ((self.label,) if self.label else ())
        if speakers:
            return unique(speaker.partition("/")[0] or speaker for speaker in speakers)
        if self.setting.parties and not self.setting.speaker:
            return self.setting.parties
        if self.setting.joint and len(self.setting.title_states) > 1:
            return self.setting.title_states
        code = self.setting.speaker.partition("/")[0] or self.setting.publisher
        return (code,) if code else ()

    # -- definite phrases ------------------------------------------------------------------------------------------

    def pair(self, sentence: int, fits: Callable[[str], bool] = bool, *, near: bool = False) -> tuple[str, ...]:
        """Two states: of the last persons or states that were named together, else the document's pair; only codes
        that ``fits`` accepts. ``near`` where the title names more than two, so that it says nothing of them."""
        fixed = self.setting.pair(fits)
        told = [m for m in self.back(sentence, 2, "person state") if len(m.actors) == 1 and fits(owner_of(m.actors[0]))]
        told = [m for m in told if not m.cited]
        codes = unique(owner_of(m.actors[0]) for m in told if not m.venue)
        if len(codes) == 1 and any(m.subject and not m.plural for m in told):  # "Chad's minister held talks in Lima"
            codes = unique(owner_of(m.actors[0]) for m in told)
        titled = len(self.setting.title_states) >= 2 and not near
        if len(fixed) == 2 and (set(fixed) <= set(codes) or len(codes) < 2 or titled):
            return fixed
        if len(fixed) == 2 and fixed[0] in codes and self.setting.title_states and not near:
            return fixed
        return codes[:2] if len(codes) >= 2 else fixed

    def people(
        self, sentence: int, fits: Callable[[str], bool] = bool, known: Callable[[str], bool] = bool
    ) -> tuple[str, ...]:
        """Two persons: the last ones of different states, of those that ``fits`` accepts, else those of the title, else
        the two states in hand of those that ``known`` accepts."""
        found: list[str] = []
        for mention in self.back(sentence, 6, "person"):
            apart = mention.possessive or mention.cited  # "discussed Lind's attacks"
            for actor in filter(fits, () if apart else mention.actors):
                if all(actor.partition("/")[0] != f.partition("/")[0] for f in found):
                    found.append(actor)
            if len(found) >= 2:
                return tuple(reversed(found[:2]))
        if len(found) == 1 and self.other(found[0]):
            return (self.setting.host, found[0])
        if len(self.setting.title_actors) == 2:
            return self.setting.title_actors
        if len(self.setting.title_actors) == 1 and self.other(self.setting.title_actors[0]):
            return (self.setting.host, self.setting.title_actors[0])
        return self.pair(sentence, known)

    def three(self, sentence: int, *, persons: bool) -> tuple[str, ...]:
        """Three persons or states: the last ones of different states, else the three of the title."""
        found: dict[str, str] = {}
        together = next((m for m in self.back(sentence, 2, "person state many") if len(m.actors) == 3), None)
        if together:  # "the foreign ministers of Chad, Mali and Niger ... The three ministers"
            return together.actors if persons else unique(actor.partition("/")[0] for actor in together.actors)
        for mention in self.back(sentence, 6, "person office many" if persons else "person state many"):
            for actor in reversed(mention.actors):
                code = actor.partition("/")[0]
                found.setdefault(code, actor if persons else code)
            if len(found) >= 3:
                return tuple(reversed(list(found.values())[:3]))
        if persons:
            return self.three(sentence, persons=False)
        return self.setting.title_states if len(self.setting.title_states) == 3 else ()

    def other(self, person: str) -> bool:
        """Whether the publishing office's holder and this person are of two states."""
        host = self.setting.host
        return bool(host) and host.partition("/")[0] != person.partition("/")[0]

    def state(
        self, sentence: int, *, not_publisher: bool = True, before: int = -1, but: Collection[str] = ()
    ) -> tuple[str, ...]:
        """One state: the title's or the document's topic, unless another was named since; none of ``but`` and not the
        one whose name ends right at the token ``before``, "with Tajikistan the country has"."""
        topics = [t for t in self.setting.topics if t not in but]
        others = [t for t in topics if t != self.setting.publisher]
        recent = [m for m in self.back(sentence, 3, "state") if m.actors[0] not in but]
        if self.setting.profile and before >= 0 and self.setting.profile not in but:
            acting = (m for m in recent if m.sentence >= sentence - 1 and m.subject and len(m.actors) == 1)
            return next((m.actors for m in acting if m.token + 1 != before), (self.setting.profile,))
        for mention in recent:
            adjacent = mention.token + 1 == before
            publisher = mention.actors[0] == self.setting.publisher and not_publisher
            if len(mention.actors) == 1 and not publisher and not adjacent and not mention.abroad:
                return mention.actors
        return tuple(others[:1]) or tuple(topics[:1])

    def organisation(self, sentence: int) -> tuple[str, ...]:
        for mention in self.back(sentence, FAR, "org"):
            if len(mention.actors) == 1 and not mention.place:  # "an SADC summit in New York. The organization"
                return mention.actors
        return self.setting.orgs[:1]

    def last_body(self, sentence: int, word: str) -> tuple[str, ...]:
        """The body last named whose name has ``word`` in it ("the Commission")."""
        for mention in self.back(sentence, FAR, "body org"):
            if word in (*mention.actors[0].lower().split("/")[-1].split(), *mention.wording.lower().split()):
                return mention.actors
        return ()
