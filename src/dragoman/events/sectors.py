"""What sort of actor somebody is: PLOVER's sectors, and the common nouns ("soldiers", "protesters") that tell them.

sectors_of("SRB/Ministry of Interior", directory) -> ("GOV",)
agents("Belgian police arrested two students.") -> police COP, students EDU
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.actors.directory import Actor, Directory
from dragoman.datafiles import any_of, compiled, data_file, word_list

WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
LONGEST = 4
"""Words that the longest noun has."""
PLURAL = compiled(rf"(?:[^s]s|{any_of(word_list('sectors.yml', 'plural_ends'))})$")


@dataclass(frozen=True, slots=True)
class Sectors:
    """``nouns`` leads from a noun, singular or plural, to its sector; ``weak`` ones need a word before them.

    ``former`` matches what ends in a word for somebody who is no longer what is said next. People of the sectors
    ``own`` act for the group whose name stands before them; the organisations ``private`` are not of states.
    """

    says: Mapping[str, str]
    nouns: Mapping[str, str]
    weak: frozenset[str]
    aliases: Mapping[str, str]
    former: re.Pattern[str]
    own: frozenset[str]
    private: frozenset[str]

    def code(self, code: str) -> str | None:
        """Today's code for one of this or another list; None where it is not known."""
        wanted = self.aliases.get(code.upper(), code.upper())
        return wanted if wanted in self.says else None


@dataclass(frozen=True, slots=True)
class Agent:
    """A noun for an actor in a sentence. Offsets are into what was searched."""

    text: str
    start: int
    end: int
    sector: str
    weak: bool


@cache
def sectors() -> Sectors:
    """The shipped sectors, read once."""
    raw = data_file("sectors.yml")
    plurals = raw.texts("plural")
    says: dict[str, str] = {}
    nouns: dict[str, str] = {}
    for code, entry in raw.part("sectors").each().items():
        says[code] = entry.text("says")
        for noun in entry.may_have("agents"):
            nouns.setdefault(noun, code)
            nouns.setdefault(plurals.get(noun) or plural(noun), code)
    weak = frozenset(form for noun in raw["weak"] for form in (noun, plurals.get(noun) or plural(noun)))
    former = re.compile(rf"\b(?:{'|'.join(map(re.escape, raw['former']))})[\s-]+\Z", re.IGNORECASE)
    return Sectors(says, nouns, weak, raw.texts("aliases"), former, frozenset(raw["own"]), frozenset(raw["private"]))


def plural(noun: str) -> str:
    """The regular plural."""
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def agents(text: str) -> list[Agent]:
    """The nouns for actors in ``text``, in its order. Linear in its length.

    Of nouns within each other the longest is taken; of nouns that follow each other ("university students") the last
    one says what the whole is.
    """
    known = sectors()
    words = [(m.start(), m.end()) for m in WORD.finditer(text)]
    found: list[Agent] = []
    at = 0
    while at < len(words):
        agent, length = _at(text, words, at, known)
        at += length
        if agent is None:
            continue
        before = found[-1] if found else None
        if before and text[before.end : agent.start] == " ":
            found[-1] = Agent(text[before.start : agent.end], before.start, agent.end, agent.sector, False)
        else:
            found.append(agent)
    return found


def is_people(name: str) -> bool:
    """Whether ``name`` only says what people they are: "Soldiers", "Yemeni rebels"; not "Army", "Free Officers"."""
    found = agents(name)
    last = found[-1] if found else None
    said = last is not None and last.end == len(name) and PLURAL.search(name.lower()) is not None
    return said and last is not None and (last.start == 0 or last.text.islower())


def _at(text: str, words: Sequence[tuple[int, int]], at: int, known: Sectors) -> tuple[Agent | None, int]:
    """The longest noun that begins with word ``at``, and how many words to go on by."""
    for length in range(min(LONGEST, len(words) - at), 0, -1):
        start, end = words[at][0], words[at + length - 1][1]
        noun = text[start:end].lower()
        if noun in known.nouns:
            return Agent(text[start:end], start, end, known.nouns[noun], noun in known.weak), length
    return None, 1


def actor_of(code: str, directory: Directory) -> Actor | None:
    """The directory's entry for a code; that of a group also by another of its names ("/Islamic State" is "/ISIS")."""
    if code in directory:
        return directory.actor(code)
    owner, _, name = code.partition("/")
    found = directory.lookup(name, language="en") if name and not owner else ()
    groups = {e.code for e in found if e.actor.kind == "group" and e.how in ("name", "acronym") and not e.ambiguous}
    return directory.actor(groups.pop()) if len(groups) == 1 else None


def sectors_of(code: str, directory: Directory, *, said: str | None = None, person: bool = False) -> tuple[str, ...]:
    """The sectors of an actor in the contract's notation, the primary one first; empty where nothing tells.

    ``said`` is the sector that the mention's own words tell (title, kind of body). A bare state has none: who acts
    for it is not said. An official whose office is not told counts as GOV, because that is what ``CODE/Name`` means.
    Who belongs to a state or territory that the directory has as contested is also PRE, as the last of its sectors.
    The surname of a ``person`` tells nothing: "James Farmer" is no farmer. A state's secretary-general is no one of an
    organisation's.
    """
    known = sectors()
    found = [known.code(said)] if said else []
    owner, _, name = code.partition("/")
    actor = actor_of(code, directory)
    of_states = "NGO" if owner in known.private else "IGO"
    if actor is not None:
        found.append(known.code(actor.sector) if actor.sector and code not in known.private else None)
        if actor.kind == "organisation":
            found.append(of_states)
    if name and not person and (whole := known.nouns.get(name.lower())):
        found.append(whole)
    elif name:
        office = directory.office(name)
        found.append(known.code(office.sector) if office else None)
        called = name.rpartition(" ")[0] if person else name
        found.extend(agent.sector for agent in reversed(agents(called)))
    of_organisation = owner in directory and directory.actor(owner).kind == "organisation"
    if not any(found) and name and owner:
        found.append(of_states if of_organisation else "GOV")
    elif of_organisation:
        found.append(of_states)
    if name and directory.is_state(owner):
        found = ["GOV" if sector == "IGO" else sector for sector in found]
    if owner in directory and directory.actor(owner).contested:
        found.append("PRE")
    return tuple(dict.fromkeys(sector for sector in found if sector))
