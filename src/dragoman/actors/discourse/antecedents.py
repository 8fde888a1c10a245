"""Whom a pronoun means among the mentions before it: plain rules of recency, subjecthood, number and kind of actor."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.actors.directory import owner_of

REACH = 4
"""Sentences that a pronoun is looked for behind it."""
KEPT = 200
"""Mentions that are remembered."""
THINGS = "state org body movement it"
PERSONS = "person private he him"
SEVERAL = "state org body movement person private group many they"


@dataclass(frozen=True, slots=True)
class Mentioned:
    """One linked mention: ``sort`` is state, org, person, body, group, many, movement (a named group: "UNITA"), private
    (a person of no state), he, him, it or they (pronouns for a person, a thing, several).

    ``subject`` where it leads its sentence, ``clause`` where it leads a clause inside it or joined to it; ``place`` for
    a capital where something only happens; ``wording`` is how the text has it, ``abroad`` the state of one who is sent
    to another ("Chad's ambassador"); ``joined`` is the word or comma that
    joins it to the mention before, ``nested`` for one inside a longer mention, ``plural`` for one that is several,
    ``cited`` for one whom something is only "according to",
    ``where`` for one that something only is in, ``venue`` for one where people only met, ``told``
    for one of a list of those whom somebody consists of."""

    actors: tuple[str, ...]
    sort: str
    sentence: int
    token: int
    subject: bool = False
    gender: str = ""
    possessive: bool = False
    place: bool = False
    clause: bool = False
    wording: str = ""
    abroad: bool = False
    joined: str = ""
    nested: bool = False
    plural: bool = False
    cited: bool = False
    where: bool = False
    venue: bool = False
    told: bool = False
    says: bool = False

    def is_person(self) -> bool:
        return self.sort in ("person", "private", "he", "him")


class Antecedents:
    """What was mentioned so far; `tell` adds to it in the order of the text."""

    __slots__ = ()
    past: list[Mentioned]
    gender: dict[str, str]

    def tell(self, mention: Mentioned) -> None:
        self.past.append(mention)
        if len(self.past) > 2 * KEPT:
            del self.past[:KEPT]
        if mention.gender:
            self.gender[mention.actors[0]] = mention.gender

    def back(self, sentence: int, reach: int, sorts: str) -> list[Mentioned]:
        """Mentions of these sorts, the nearest first."""
        found, wanted = [], frozenset(sorts.split())
        for mention in reversed(self.past[-KEPT:]):
            if mention.sentence < sentence - reach:
                break
            if mention.sort in wanted:
                found.append(mention)
        return found

    def doer(self, sentence: int, sorts: str) -> Mentioned | None:
        """Whom the clause is about that is being read: its subject, the nearest one of the sentence, or one of
        ``sorts`` that leads it."""
        here = self.back(sentence, 0, f"{THINGS} {SEVERAL} he")
        return next((m for m in here if not m.nested and (m.clause or (m.subject and m.sort in sorts.split()))), None)

    def person(
        self, kind: str, sentence: int, leading: bool, but: frozenset[str], acting: bool = False, says: bool = False
    ) -> tuple[str, ...]:
        """``acting`` for "he", which goes on from "him" too: "asked him to stay, so he"; ``says`` for "He said", which
        is mostly the one who said what stands before."""
        people = [m for m in self.back(sentence, REACH, PERSONS) if len(m.actors) == 1]
        candidates = [m for m in people if m.actors[0] not in but] or people
        fitting = [m for m in candidates if self.gender.get(m.actors[0], kind) == kind]
        here = [m for m in fitting if m.sentence == sentence]
        before = [m for m in fitting if m.sentence < sentence]
        if here and not leading:
            chosen = here[0] if here[0].sort in (("he", "him") if acting else ("he",)) else leader(here)
        elif before:
            last = [m for m in before if m.sentence == before[0].sentence]
            last = [m for m in last if not m.cited] or last
            told = [m for m in last if m.gender == kind and kind == "she"] or last  # most men are called no "Mr"
            speaker = [m for m in told if m.says and m.subject][-1:] if says else []
            known = speaker or [m for m in told if m.subject or self.gender.get(m.actors[0]) == kind]
            chosen = leader(known or told)
        elif fitting:
            chosen = fitting[0]
        else:
            return ()
        self.gender.setdefault(chosen.actors[0], kind)
        return chosen.actors

    def thing(
        self, sentence: int, leading: bool, after_preposition: bool, but: frozenset[str] = frozenset(), since: int = 0
    ) -> tuple[str, ...]:
        """``since`` is the token where the part of the sentence begins that a semicolon closes."""
        recent = self.back(sentence, REACH, THINGS)
        candidates = [m for m in recent if len(m.actors) == 1 and not m.place and (m.sort != "it" or m.subject)]
        candidates = [m for m in candidates if not m.told] or candidates
        here = [m for m in candidates if m.sentence == sentence]
        before = [m for m in candidates if m.sentence < sentence]
        others = [m for m in here if m.actors[0] not in but]
        here = others or (here if all(m.actors[0] in but for m in before) else [])
        before = [m for m in before if m.actors[0] not in but] or before
        if here and not leading:
            clause = next((m for m in here if m.clause and m.token >= since), None)
            subject = clause or next((m for m in reversed(here) if m.subject), None)
            named = next((m for m in here if not m.possessive), here[0])  # "by UNDP under Japan's grant"
            goes_on = here[0].sort == "it" and here[0].subject  # "helps Chad as it opens its ports"
            chosen = here[0] if after_preposition or goes_on else subject or named
        elif before:
            last = before[0].sentence
            chosen = next((m for m in reversed(before) if m.subject and m.sentence == last), before[0])
        elif candidates:
            chosen = candidates[0]
        else:
            return ()
        return chosen.actors

    def said_before(self, sentence: int, token: int) -> tuple[str, ...]:
        """Whom "it" in “...,” it said" means: the thing that was spoken of before the quotation, which begins at
        ``token``."""
        recent = self.back(sentence, REACH, THINGS)
        before = [m for m in recent if m.token < token and len(m.actors) == 1 and not m.place]
        last = [m for m in before if m.sentence == before[0].sentence]
        return next((m.actors for m in reversed(last) if m.subject), before[0].actors if before else ())

    def many(
        self,
        sentence: int,
        leading: bool,
        *,
        host: str = "",
        acting: bool = True,
        but: frozenset[str] = frozenset(),
        meeting: bool = False,
    ) -> tuple[str, ...]:
        """Several: the nearest sentence's subject where that is several, else the last of it that are; two that it
        names apart. ``acting`` is false for an object, "trade with them", which is not the subject. ``host`` may be one
        of two persons. At a ``meeting`` are no "farmers" of whom somebody only spoke."""
        known = [m for m in self.back(sentence, 2, SEVERAL) if m.subject or m.sort != "they"]
        known = [m for m in known if not meeting or m.subject or m.sort != "group"]
        recent = [m for m in known if not m.nested]
        for number in range(sentence - leading, sentence - 3, -1):
            here = [m for m in reversed(recent) if m.sentence == number]
            rows = [row for row in map(listed, in_rows(here)) if is_several(row)]
            lead = next((row for row in reversed(rows) if row[0].clause), None)
            lead = lead or next((row for row in rows if row[0].subject), None)
            last = next((row for row in reversed(rows) if acting or row is not lead or len(rows) == 1), None)
            chosen = lead if lead and acting else last
            if chosen:
                return unique(actor for m in chosen for actor in m.actors if actor not in but)
            single = next((m for m in here if m.subject), None)
            if acting and single and single.sort in ("org", "body") and number == sentence:
                return single.actors  # "UNICEF said they"
            persons = unique(m.actors[0] for m in here if m.sort in ("person", "private"))
            if len(persons) == 1 and leading and host and owner_of(host) != owner_of(persons[0]):
                return (host, persons[0])
            if len(persons) == 2:
                return persons
            for among in (recent, known):  # "Chad met Malian officials"
                near = [
                    m for m in reversed(among) if m.sentence == number and m.sort in ("state", "org") and not m.place
                ]
                if len(things := unique(m.actors[0] for m in near)) == 2:
                    return things
        return ()


def leader(mentions: list[Mentioned]) -> Mentioned:
    """The last subject of ``mentions``, the nearest first; else the nearest one, not what only says more of it, "Jo
    Lind of Chad, Chair of the Union"."""
    subject = next((m for m in mentions if m.subject), None)
    return subject or next((m for m in mentions if m.joined != ","), mentions[0])


def in_rows(mentions: Iterable[Mentioned]) -> list[list[Mentioned]]:
    """``mentions`` of one sentence, in its order, as lists of those that are joined: "Chad, Mali and Niger"."""
    rows: list[list[Mentioned]] = []
    for mention in mentions:
        if mention.joined and rows and rows[-1][-1].is_person() == mention.is_person():
            rows[-1].append(mention)
        else:
            rows.append([mention])
    return rows


def is_several(row: list[Mentioned]) -> bool:
    """A list that "and" ends, or one mention of several. "Chad, the host" are not two."""
    return len(unique(actor for m in row for actor in m.actors)) > 1 or any(m.plural for m in row)


def listed(row: list[Mentioned]) -> list[Mentioned]:
    """``row`` up to the one behind its last "and": what follows says more of that one, "Jo Lind and Al Mora, the
    Minister"; the first alone where there is no "and"."""
    last = max((n for n, m in enumerate(row) if m.joined not in ("", ",")), default=0)
    return row[: last + 1]


def unique(items: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))  # type: ignore[call-overload]
