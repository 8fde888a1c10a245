"""Every name the directory and the word lists know, as one automaton over which a text is run once.

gazetteer_for(directory).matches("Serbia joined the PfP in 2006.", "2007") -> [(0, 6, Entry("SRB", "state")), ...]
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from ahocorasick_rs import AhoCorasick

from dragoman.actors.directory import Directory
from dragoman.actors.directory import Entry as Meaning
from dragoman.actors.words import Words, words

EntryKind = Literal["state", "org", "demonym", "nationals", "seat", "house", "body", "group", "region", "not"]
PLURAL = re.compile(r"(?:[^s]s|men|women)$")
BODY = re.compile(r"\b(?:Department|Ministry|Office|Congress|Parliament|Duma|Council|Bundestag|Knesset)\b")
CERTAIN = frozenset(["US", "WHO"])
LONE = re.compile("[\ud800-\udfff]")
SPACES = re.compile(r" {2,}")
HOST = re.compile(r"(?:https?://)?([^/:?#]+)")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a form stands for: ``code`` (``""`` for none) and, for bodies and groups, ``name``.

    A ``weak`` form is an ordinary word as well, or an acronym of many things: it needs support from its context.
    """

    code: str
    kind: EntryKind
    name: str = ""
    start: str = ""
    end: str = ""
    weak: bool = False

    @property
    def actor(self) -> str:
        return f"{self.code}/{self.name}" if self.name else self.code


class Gazetteer:
    """All names of a directory and of the word lists. Forms that several actors share are told apart by date."""

    def __init__(self, names: Iterator[tuple[str, Entry]], known: Words) -> None:
        self.preferred = known.preferred_seats
        self.entries: dict[str, list[Entry]] = {}
        for form, entry in [*names, *listed_names(known)]:
            same = self.entries.setdefault(form.replace("’", "'"), [])
            if entry not in same:
                same.append(entry)
        for form in [f for f in self.entries if f[:1].islower()]:
            self.entries.setdefault(form[0].upper() + form[1:], self.entries[form])
        for form in list(self.entries):
            if len(form) > 3 and not form.isupper() and form.upper() not in self.entries:
                self.entries[form.upper()] = self.entries[form]
        self.forms = sorted(self.entries)
        self.automaton = AhoCorasick(self.forms)

    def matches(self, text: str, date: str | None) -> list[tuple[int, int, Entry]]:
        """Names in ``text`` as (start, end, entry): whole words that do not overlap, the longest first; "the
        Commonwealth" gives way to "Commonwealth of Independent States"."""
        squeezed, offsets = squeeze(LONE.sub("\ufffd", text))
        best: dict[int, tuple[int, int]] = {}
        for index, start, end in self.automaton.find_matches_as_indexes(squeezed, overlapping=True):
            if is_word(squeezed, start, end) and best.get(start, (0, 0))[0] < end:
                best[start] = (end, index)
        found, reached = [], 0
        for start in sorted(best):
            end, index = best[start]
            if squeezed[start : start + 4] in ("the ", "The ") and best.get(start + 4, (0, 0))[0] > end:
                continue
            if start >= reached:
                found.append((offsets(start), offsets(end - 1) + 1, self.choose(self.forms[index], date)))
                reached = end
        return found

    def choose(self, form: str, date: str | None) -> Entry:
        """Of several actors with one name the one that existed then; phrases that name nobody go before all."""
        entries = self.entries[form]
        if len(entries) == 1:
            return entries[0]
        for entry in entries:
            if entry.kind == "seat" and self.preferred.get(form) == entry.code:
                return entry
        for entry in entries:
            if entry.kind == "not":
                return entry
        year = (date or "9999")[:4]
        current = [e for e in entries if (not e.start or e.start[:4] <= year) and (not e.end or year <= e.end[:4])]
        return min(current or entries, key=rank)

    def code_of_address(self, url: str) -> str | None:
        """``https://en.kremlin.ru/...`` is RUS, ``www.state.gov`` USA, ``nato.int`` NATO; null for other domains."""
        host = HOST.match(url)
        if not host:
            return None
        labels = host.group(1).lower().split(".")
        if labels[-1] in ("gov", "mil"):
            return "USA"
        if labels[-1] == "int" or labels[-2:] == ["europa", "eu"]:
            name = {"europa": "EU"}.get(labels[-2], labels[-2].upper())
            entry = self.entries.get(name)
            return entry[0].code if entry else None
        return None


def rank(entry: Entry) -> tuple[bool, int, str]:
    """States before bodies before organisations before seats; those that still exist first."""
    order = ("state", "body", "org", "house", "demonym", "nationals", "seat", "group", "region", "not")
    return bool(entry.end), order.index(entry.kind), entry.code


def is_word(text: str, start: int, end: int) -> bool:
    """Whether the stretch is not part of a longer word ("Oman" in "Romania")."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (before.isalnum() or before == "_") and not (after.isalnum() or after == "_")


def squeeze(text: str) -> tuple[str, Callable[[int], int]]:
    """``text`` with single spaces, and the way back from its offsets."""
    gaps = [m.span() for m in SPACES.finditer(text)]
    if not gaps:
        return text, lambda offset: offset
    starts, removed, total = [], [], 0
    pieces, last = [], 0
    for start, end in gaps:
        pieces.append(text[last : start + 1])
        last = end
        starts.append(start + 1 - total)
        total += end - start - 1
        removed.append(total)
    pieces.append(text[last:])

    def back(offset: int) -> int:
        at = bisect_right(starts, offset)
        return offset + (removed[at - 1] if at else 0)

    return "".join(pieces), back


def listed_names(known: Words) -> Iterator[tuple[str, Entry]]:
    """Names of ``data/mentions.yml``."""
    for code, names in known.known_bodies.items():
        for name in names:
            if name in known.seats:
                yield name, Entry(code, "house")
            else:
                yield name, Entry(code, "body", name)
    for name in known.named_groups:
        yield name, Entry("", "group", name)
    for name in known.regions:
        yield name, Entry("", "region", name)
    for name in known.not_actors:
        yield name, Entry("", "not")


def gazetteer_for(directory: Directory) -> Gazetteer:
    """The directory's gazetteer, built at the first call and kept on the directory itself."""
    kept: dict[str, Gazetteer] = vars(directory)
    if "_gazetteer" not in kept:
        kept["_gazetteer"] = Gazetteer(directory_names(directory), words())
    return kept["_gazetteer"]


def directory_names(directory: Directory) -> Iterator[tuple[str, Entry]]:
    """The directory's English forms and acronyms, as entries of the gazetteer."""
    for form, meanings in directory.surface_forms():
        for meaning in meanings:
            kind = kind_of(meaning)
            if kind is None or is_only_a_word(meaning):
                continue
            start, end = meaning.period.start, meaning.period.end or meaning.actor.end
            if kind in ("seat", "house") and meaning.actor.periods:  # "Moscow" of 1960 was another state's
                start = start or meaning.actor.periods[-1].start
            code, _, name = meaning.code.partition("/")
            if kind == "house" and BODY.search(form):
                kind, name = "body", form.removeprefix("U.S. ").removeprefix("US ")
            weak = form.isupper() and form not in CERTAIN and bool({"common-word", "us-state"} & set(meaning.ambiguous))
            yield form, Entry(code, kind, name, str(start or ""), str(end or ""), weak)


def is_only_a_word(meaning: Meaning) -> bool:
    """Whether the form is an ordinary word more often than this actor's name ("Male", "Chosen", "the Bank")."""
    if "common-word" not in meaning.ambiguous or meaning.surface.isupper():
        return False
    return meaning.how in ("capital", "seat") or "informal" in meaning.ambiguous or meaning.period.end is not None


def kind_of(meaning: Meaning) -> EntryKind | None:
    """The gazetteer's kind of a form of the directory; null for forms that need the document to be understood."""
    if meaning.how in ("collective", "member", "code"):
        return None
    if meaning.how == "demonym":
        return "nationals" if PLURAL.search(meaning.surface) else "demonym"
    if meaning.how == "capital":
        return "seat"
    if meaning.how == "seat":
        return "seat" if {"seat", "place"} & set(meaning.ambiguous) else "house"
    kinds: dict[str, EntryKind] = {"organisation": "org", "body": "body", "group": "group"}
    return kinds.get(meaning.actor.kind, "state")
