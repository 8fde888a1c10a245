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
from dragoman.actors.mentions.acronyms import WORD
from dragoman.actors.mentions.words import Words, words

EntryKind = Literal["state", "org", "demonym", "nationals", "seat", "house", "body", "group", "region", "not"]
BODY = re.compile(r"\b(?:Department|Ministry|Office|Congress|Parliament|Duma|Council|Bundestag|Knesset)\b")
CERTAIN = frozenset(["US", "WHO"])
ARTICLE = re.compile(r"\b(?:[AEae]l|[Aa](?:sh?|d|r|n|t|z))-$")
"""What an Arabic name begins with, up to where it ends: `Pattern.search` with an end takes that for the text's."""
GEOGRAPHIC = frozenset(["state", "demonym", "nationals", "seat"])
"""Kinds of names of two words that some write with a hyphen."""
TO_A_TOWN = re.compile(r"\b(?:in|at|to|from) $")
"""What stands before a capital that is a word as well: "in Male"."""
LONE = re.compile("[\ud800-\udfff]")
SPACES = re.compile(r" {2,}")


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
        self.stems_of: dict[str, set[str]] | None = None
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
        for form in [f for f in self.entries if f.count(" ") == 1]:
            first, second = form.split()
            if self.entries[form][0].kind in GEOGRAPHIC and first.isalpha() and first not in self.entries:
                self.entries.setdefault(f"{first}-{second}", self.entries[form])  # "South-Ossetian"
        self.add_variants(known)
        self.forms = sorted(self.entries)
        self.automaton = AhoCorasick(self.forms)

    def add_variants(self, known: Words) -> None:
        """Names of organisations and their bodies as newspapers and others write them: "Nato" and "Amisom", but no
        "Pace", and "Security and Co-Operation"."""
        every = {entry.code for entries in self.entries.values() for entry in entries if entry.kind == "org"}
        for form, entries in list(self.entries.items()):
            named = all(e.kind in ("org", "body") and e.code in every and not e.weak for e in entries)
            acronym = named and len(form) > 3 and form.isalpha() and form.isupper()
            if acronym and form.capitalize() not in known.capitals_only:
                self.entries.setdefault(form.capitalize(), entries)
            for variant in ("Co-Op", "Coop") if "Co-op" in form else ():
                self.entries.setdefault(form.replace("Co-op", variant), entries)

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
            entry = self.choose(self.forms[index], date)
            only_a_word = entry.weak and entry.kind == "seat"
            if entry.kind == "body" and self.runs_into_a_state(best, start, end, date):
                continue
            if start < reached or (only_a_word and not TO_A_TOWN.search(squeezed[max(0, start - 6) : start])):
                continue
            found.append((offsets(start), offsets(end - 1) + 1, entry))
            reached = end
        return found

    def runs_into_a_state(self, best: dict[int, tuple[int, int]], start: int, end: int, date: str | None) -> bool:
        """ "Assembly of the | Republic | of Chad": whether a state's name begins within the one of a body in the
        characters ``start:end`` and goes on behind it."""
        inner = (best[at] for at in range(start + 1, end) if at in best)
        return any(stop > end and self.choose(self.forms[index], date).kind == "state" for stop, index in inner)

    def stems(self, actor: str) -> frozenset[str]:
        """The beginnings of the words of an actor's names that are written out; none for one known by acronyms."""
        if self.stems_of is None:
            self.stems_of = {}
            for form, entries in self.entries.items():
                if " " in form and not form.isupper():
                    parts = {word[:5].lower() for word in WORD.findall(form)}
                    for entry in entries:
                        self.stems_of.setdefault(entry.actor, set()).update(parts)
        return frozenset(self.stems_of.get(actor, ()))

    def choose(self, form: str, date: str | None) -> Entry:
        """Of several actors with one name the one that existed then; phrases that name nobody go before all."""
        entries = self.entries[form]
        if len(entries) == 1:
            return entries[0]
        for entry in entries:
            if entry.kind == "seat" and self.preferred.get(form.title() if form.isupper() else form) == entry.code:
                return entry
        for entry in entries:
            if entry.kind == "not":
                return entry
        year = (date or "9999")[:4]
        current = [e for e in entries if (not e.start or e.start[:4] <= year) and (not e.end or year <= e.end[:4])]
        return min(current or entries, key=rank)


def rank(entry: Entry) -> tuple[bool, int, str]:
    """States before bodies before organisations before seats; those that still exist first."""
    order = ("state", "body", "org", "house", "demonym", "nationals", "seat", "group", "region", "not")
    return bool(entry.end), order.index(entry.kind), entry.code


def is_word(text: str, start: int, end: int) -> bool:
    """Whether the stretch is not part of a longer word ("Oman" in "Romania") or of an Arabic name ("al-Masri")."""
    if ARTICLE.search(text, max(0, start - 5), start):
        return False
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
    for name in known.ethnic:
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
            start, end = meaning.period.start, meaning.period.end or meaning.actor.end
            only_a_word = is_only_a_word(meaning)
            if kind is None or (only_a_word and (meaning.how != "capital" or end)):
                continue
            if kind in ("seat", "house") and meaning.actor.periods:  # "Moscow" of 1960 was another state's
                start = start or meaning.actor.periods[-1].start
            code, _, name = meaning.code.partition("/")
            if kind == "house" and BODY.search(form):
                kind, name = "body", form.removeprefix("U.S. ").removeprefix("US ")
            weak = form.isupper() and form not in CERTAIN and bool({"common-word", "us-state"} & set(meaning.ambiguous))
            entry = Entry(code, kind, name, str(start or ""), str(end or ""), weak or only_a_word)
            yield form, entry
            if meaning.actor.parent == "UN" and " " in form and not form.startswith(("United Nations", "UN ", "U.N.")):
                yield f"United Nations {form}", entry
                yield f"UN {form}", entry


def is_only_a_word(meaning: Meaning) -> bool:
    """Whether the form is an ordinary word more often than this actor's name ("Male", "Chosen", "the Bank")."""
    if "common-word" not in meaning.ambiguous or meaning.surface.isupper():
        return False
    return meaning.how in ("capital", "seat") or "informal" in meaning.ambiguous or meaning.period.end is not None


def is_plural(meaning: Meaning) -> bool:
    """Whether a demonym is for many people ("Kenyans", "Frenchmen"): there is a word for one of them as well.

    "Turkmen" and "Seychellois" only look like it: "the Turkmen minister".
    """
    word = meaning.surface
    one = f"{word[:-2]}an" if word.endswith("men") else word.removesuffix("s")
    return one != word and any(other.text == one for other in meaning.actor.demonyms)


def kind_of(meaning: Meaning) -> EntryKind | None:
    """The gazetteer's kind of a form of the directory; null for forms that need the document to be understood."""
    if meaning.how in ("collective", "member", "code"):
        return None
    if meaning.how == "demonym":
        return "nationals" if is_plural(meaning) else "demonym"
    if meaning.how == "capital":
        return "seat"
    if meaning.how == "seat":
        return "seat" if {"seat", "place"} & set(meaning.ambiguous) else "house"
    kinds: dict[str, EntryKind] = {"organisation": "org", "body": "body", "group": "group"}
    return kinds.get(meaning.actor.kind, "state")
