"""The dated directory of actors: states, territories, organisations, their bodies and missions, and groups.

Knowledge is in ``data/actors/*.yml``; this module finds things in it. A code says nothing about status: contested
names lead to one actor and the wording of the source is kept by whoever looks it up.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Literal

from dragoman.errors import UnknownName

ActorKind = Literal["state", "territory", "organisation", "body", "group"]
How = Literal["name", "acronym", "demonym", "capital", "seat", "collective", "member", "code"]

# Candidates for one surface form are offered in this order: what names the actor itself comes first.
_PRECEDENCE: tuple[How, ...] = ("name", "acronym", "demonym", "capital", "seat", "member", "collective", "code")


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``start`` to ``end``, both included; None is open. A bare year in the data is the whole year."""

    start: date | None = None
    end: date | None = None

    def contains(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def overlaps(self, other: Period) -> bool:
        starts = (self.start or date.min) <= (other.end or date.max)
        return starts and (other.start or date.min) <= (self.end or date.max)


ALWAYS = Period()


@dataclass(frozen=True, slots=True)
class Name:
    """One name and when it was current. ``language`` is a BCP 47 tag (``sr-Latn``), ``mul`` for acronyms and codes.

    A name out of its period still points to the actor: texts go on saying "Macedonia" and "Zaire".
    """

    text: str
    language: str = "en"
    period: Period = ALWAYS


@dataclass(frozen=True, slots=True)
class NumericCode:
    """A Correlates of War or Gleditsch-Ward number with the days on which that list gives it."""

    code: int
    period: Period


@dataclass(frozen=True, slots=True)
class Actor:
    """One entry of the directory. ``code`` is the contract's notation: ``SRB``, ``NATO/KFOR``, ``/Hamas``.

    ``iso`` is false for former states that ISO 3166 never coded, and for bodies, groups and organisations.
    ``parent`` is the state or organisation that it belongs to or is administered by. ``sector`` is a PLOVER sector.
    ``seats`` are words used for the actor itself ("the Kremlin"), ``seat`` is only the town where it sits.
    A ``generic`` name ("National Assembly") is that of many bodies: alone it is no form of this one.
    A ``framework`` is no organisation of its own but a scheme that ``parent`` runs.
    ``hosts`` are the states in which a mission is deployed.
    """

    code: str
    kind: ActorKind
    name: str
    official: str | None = None
    names: tuple[Name, ...] = ()
    demonyms: tuple[Name, ...] = ()
    capitals: tuple[Name, ...] = ()
    seats: tuple[Name, ...] = ()
    collective: tuple[Name, ...] = ()
    members: tuple[Name, ...] = ()
    periods: tuple[Period, ...] = ()
    successors: tuple[str, ...] = ()
    parent: str | None = None
    sector: str | None = None
    hosts: tuple[str, ...] = ()
    iso: bool = False
    former_codes: tuple[str, ...] = ()
    cow: tuple[NumericCode, ...] = ()
    gw: tuple[NumericCode, ...] = ()
    contested: bool = False
    generic: bool = False
    framework: bool = False
    note: str | None = None
    seat: str | None = None
    ambiguous: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def start(self) -> date | None:
        return self.periods[0].start if self.periods else None

    @property
    def end(self) -> date | None:
        return self.periods[-1].end if self.periods else None

    def existed(self, day: date) -> bool:
        """Whether the directory gives the actor as existing on ``day``; true where it gives no dates."""
        return not self.periods or any(period.contains(day) for period in self.periods)


@dataclass(frozen=True, slots=True)
class Entry:
    """What one surface form can mean: an actor, by which kind of word, and when that word was current for it.

    ``ambiguous`` lists what else the form can be (``person-name``, ``us-state``, ``river``, ``common-word``,
    ``states``, ``region`` ...); a form with such a flag needs support from its context.
    """

    surface: str
    actor: Actor
    how: How
    language: str = "en"
    period: Period = ALWAYS
    ambiguous: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        return self.actor.code

    def current(self, day: date) -> bool:
        """Whether on ``day`` the word was in use for the actor and the actor existed."""
        return self.period.contains(day) and self.actor.existed(day)


@dataclass(frozen=True, slots=True)
class Codes:
    """An actor's codes on one day. ``iso3`` identifies the actor and is not dated; None where ISO has none."""

    iso3: str | None
    cow: int | None
    gw: int | None


@dataclass(frozen=True, slots=True)
class Office:
    """Titles of one office or kind of body, its PLOVER sector, and the body that it heads where there is one.

    ``titles`` may hold ``{field}`` ("Minister of {field}"). ``of`` is set where the title belongs to one actor only.
    """

    name: str
    titles: tuple[str, ...]
    sector: str
    body: str | None = None
    of: str | None = None

    def matches(self, title: str) -> bool:
        return any(_title_pattern(t).fullmatch(title) for t in self.titles)


@dataclass(frozen=True)
class Directory:
    """All actors, offices and kinds of bodies, with look-ups. Built by `load_directory`; shipped one: `directory`."""

    actors: tuple[Actor, ...]
    offices: tuple[Office, ...] = ()
    bodies: tuple[Office, ...] = ()
    fields: tuple[str, ...] = ()
    digest: str = field(default="", compare=False)

    @cached_property
    def _by_code(self) -> dict[str, Actor]:
        return {actor.code: actor for actor in self.actors}

    @cached_property
    def _by_surface(self) -> dict[str, tuple[Entry, ...]]:
        found: dict[str, list[Entry]] = {}
        for actor in self.actors:
            for entry in entries(actor):
                found.setdefault(fold(entry.surface), []).append(entry)
        return {key: tuple(group) for key, group in found.items()}

    @cached_property
    def _named_with(self) -> dict[str, frozenset[str]]:
        return {}

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    def named_with(self, word: str) -> frozenset[str]:
        """The codes of the actors that have ``word``, in lower case, in one of their names; kept once asked for."""
        if word not in self._named_with:
            named = (a.code for a in self.actors if any(word in e.surface.lower().split() for e in entries(a)))
            self._named_with[word] = frozenset(named)
        return self._named_with[word]

    def actor(self, code: str) -> Actor:
        """The actor with exactly this code. Raises `UnknownName`."""
        if code not in self._by_code:
            raise UnknownName(f"no actor has the code {code!r}")
        return self._by_code[code]

    def is_state(self, code: str) -> bool:
        """Whether the code is that of a state, of today or a former one, or of a territory."""
        return code in self._by_code and self._by_code[code].kind in ("state", "territory")

    def is_organisation(self, code: str) -> bool:
        """Whether the code is that of an organisation, an alliance or a standing group of states."""
        return code in self._by_code and self._by_code[code].kind == "organisation"

    def lookup(self, name: str, on: date | None = None, language: str | None = None) -> tuple[Entry, ...]:
        """All that ``name`` can mean, best first; empty if the directory does not have it.

        Diacritics, dashes and apostrophes are folded and letter case too, except that acronyms and codes keep
        theirs ("US" is not "us") and a name written all in lower case is found only if the directory writes it so.
        ``on`` puts what was current on that day first: "Republic of China" is CHN in 1930, TWN in 1990. Nothing is
        left out for its date. ``language`` (``en``, ``sr``) keeps that language and what is the same in all.
        """
        found = self._by_surface.get(fold(name), ())
        if not found and name[:4].lower() == "the ":
            name = name[4:]
            found = self._by_surface.get(fold(name), ())
        kept = [e for e in found if _written_like(e, name) and (language is None or _speaks(e, language))]
        best: dict[tuple[str, str], Entry] = {}
        for entry in sorted(kept, key=lambda e: (e.language not in ("en", "mul"), _rank(e, name, on))):
            best.setdefault((entry.code, entry.how), entry)
        return tuple(sorted(best.values(), key=lambda e: _rank(e, name, on)))

    def codes(self, code: str, on: date) -> Codes:
        """ISO, COW and Gleditsch-Ward codes on a day of the actor, or of the state that a body belongs to.

        Raises `UnknownName` for a code that the directory does not have.
        """
        actor = self.actor(code if code in self._by_code else code.partition("/")[0])
        while actor.kind == "body" and actor.parent:
            actor = self.actor(actor.parent)
        iso3 = actor.code if actor.iso else None
        return Codes(iso3, _number(actor.cow, on), _number(actor.gw, on))

    def surface_forms(self, languages: Sequence[str] = ("en",)) -> Iterator[tuple[str, tuple[Entry, ...]]]:
        """Every form as written, with its entries, in the order of the forms: what an automaton is built from.

        Codes of states ("AND", "CAN", "PER") are not words of a text and are left out; acronyms are in.
        """
        forms: dict[str, list[Entry]] = {}
        for group in self._by_surface.values():
            for entry in group:
                if entry.how != "code" and any(_speaks(entry, language) for language in languages):
                    forms.setdefault(entry.surface, []).append(entry)
        for surface in sorted(forms):
            yield surface, tuple(sorted(forms[surface], key=lambda e: _rank(e, surface, None)))

    def resolve(self, query: str) -> Actor:
        """The one actor that a person means by a code or name in any language, whatever the case.

        Raises `UnknownName` with near names, or with the candidates where the name has several.
        """
        query = query.strip()[:200]
        if query in self._by_code:
            return self._by_code[query]
        found = self._by_surface.get(fold(query), ()) or self._by_surface.get(fold(query.removeprefix("the ")), ())
        own = [e for e in found if e.how in ("name", "acronym", "code")] or list(found)
        written = [e for e in own if e.surface == query] or own
        codes = sorted({e.code for e in written})
        if len(codes) > 1:
            lasting = {e.code for e in written if e.period.end is None and e.actor.end is None}
            codes = sorted(lasting) or codes
        if len(codes) == 1:
            return self._by_code[codes[0]]
        if codes:
            options = ", ".join(f"{code} ({self._by_code[code].name})" for code in codes)
            raise UnknownName(f"{query!r} can be any of {options}; use the code")
        near = self.suggest(query)
        raise UnknownName(f"no actor is called {query!r}" + (f"; near: {', '.join(near)}" if near else ""))

    def suggest(self, query: str, count: int = 3) -> list[str]:
        """Names in the directory that look like ``query``, with their codes, for a message."""
        keys = difflib.get_close_matches(fold(query[:100]), list(self._by_surface), n=count, cutoff=0.75)
        return [f"{self._by_surface[key][0].surface} ({self._by_surface[key][0].code})" for key in keys]

    def office(self, title: str) -> Office | None:
        """The office or kind of body that ``title`` names ("Foreign Minister", "Ministry of Health"), if any."""
        return next((office for office in (*self.offices, *self.bodies) if office.matches(title)), None)


def owner_of(actor: str) -> str:
    """The code of the state or organisation that an actor belongs to; the actor itself where it belongs to none."""
    return actor.partition("/")[0] or actor


def entries(actor: Actor) -> Iterator[Entry]:
    """Every surface form of an actor. The first name is the one the directory prints."""
    flags = dict(actor.ambiguous)
    titled = [Name(name) for name in (None if actor.generic else actor.name, actor.official) if name]
    groups: Iterable[tuple[How, Iterable[Name]]] = (
        ("name", (*titled, *actor.names)),
        ("demonym", actor.demonyms),
        ("capital", actor.capitals),
        ("seat", actor.seats),
        ("collective", actor.collective),
        ("member", actor.members),
    )
    acronym = actor.kind == "organisation" and "/" not in actor.code
    known_by_code = acronym and "rare" not in flags.get(actor.code, ())
    code: How = "acronym" if known_by_code else "code"
    seen: set[tuple[str, str, str, Period]] = set()
    for how, names in (*groups, (code, [Name(c, "mul") for c in (actor.code, *actor.former_codes)])):
        for name in names:
            kind: How = "acronym" if how == "name" and is_acronym(name.text) else how
            key = (name.text, kind, name.language, name.period)
            if key not in seen:
                seen.add(key)
                yield Entry(name.text, actor, kind, name.language, name.period, flags.get(name.text, ()))


_ACRONYM = re.compile(r"(?:[^\W\d_]\.\s?){2,}|(?=\S*[^\W\d_]\S*[^\W\d_]|\S*\d)[^\W_a-z][^\W_]{0,7}[+]?")


def is_acronym(text: str) -> bool:
    """Whether a name is written as an acronym: "NATO", "U.N.", "ООН", "BiH", "G7"."""
    if not _ACRONYM.fullmatch(text):
        return False
    letters = [c for c in text if c.isalpha()]
    return sum(c.isupper() for c in letters) * 2 >= len(letters)


_FOLDED = str.maketrans(
    {
        **dict.fromkeys("‘’ʻʼ`´′", "'"),
        **dict.fromkeys("‐‑‒–—−", "-"),
        "đ": "d", "ð": "d", "ł": "l", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "&": "and",
    }
)  # fmt: skip


@cache
def _fold(text: str) -> str:
    plain = text.casefold().translate(_FOLDED)
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return " ".join(plain.split())


def fold(text: str) -> str:
    """Text without case, diacritics and differences of dashes, apostrophes and white space: the key of look-ups."""
    # Longer than any name: not worth keeping in memory, and not found anyway.
    return _fold(text) if len(text) <= 200 else text


def _written_like(entry: Entry, name: str) -> bool:
    if entry.how in ("acronym", "code"):
        return entry.surface == name or entry.surface.replace(".", "") == name.replace(".", "")
    return not name.islower() or entry.surface.islower()


def _speaks(entry: Entry, language: str) -> bool:
    return entry.language in (language, "mul") or entry.language.startswith(f"{language}-")


def _rank(entry: Entry, name: str, on: date | None) -> tuple[bool, int, bool, bool, bool, str, str]:
    out_of_date = on is not None and not entry.current(on)
    ended = entry.actor.end is not None or entry.period.end is not None
    precedence = _PRECEDENCE.index(entry.how)
    doubtful = bool(entry.ambiguous)
    return out_of_date, precedence, on is None and ended, entry.surface != name, doubtful, entry.code, entry.language


def _number(codes: Iterable[NumericCode], on: date) -> int | None:
    return next((number.code for number in codes if number.period.contains(on)), None)


@cache
def _title_pattern(title: str) -> re.Pattern[str]:
    literal = re.escape(title).replace(re.escape("{field}"), r"(?P<field>[A-Z][^.;:()]{1,80})")
    return re.compile(literal, re.IGNORECASE if "{field}" not in title else 0)


def load_directory(paths: Iterable[Path] | None = None) -> Directory:
    """The directory from YAML files, by default those shipped. Raises `InvalidRecord` naming file and actor."""
    from dragoman.actors.loading import load

    return load(paths)


@cache
def directory() -> Directory:
    """The shipped directory, read once per process."""
    return load_directory()
