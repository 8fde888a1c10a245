"""Acronyms that a text writes out as something else than the directory has by that name, and names that the directory
has by their acronym alone.

"The Pacific Alliance (PA)" is not Palestine, nor "Resilience Facility (RF)" whoever else is called RF; "the National
Union for the Total Independence of Angola (UNITA)" is UNITA.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from itertools import accumulate

from dragoman.actors.mentions.acronyms import ACRONYM, SMALL, WORD, expansion_before, same_letters_before
from dragoman.actors.mentions.gazetteer import CERTAIN, Entry, Gazetteer

Name = tuple[int, int, Entry]
Span = tuple[int, int]
HYPHENED = re.compile(r"\b[A-Z]{2,}(?:[-/][A-Z]{2,})+\b")
LONGEST = 200
"""Characters that a name of the directory has at most: how far back one may begin that ends in a span."""


def as_explained(text: str, names: list[Name], gazetteer: Gazetteer) -> list[Name]:
    """``names``, found in ``text``, without the acronyms that it gives another meaning, and with what it writes out."""
    names = as_named(text, names, gazetteer)
    begins = [start for start, _, _ in names]
    others, added, halves = hyphened_acronyms(text, gazetteer), list[Name](), set[int]()
    for match in ACRONYM.finditer(text):
        span = expansion_before(text, match.start(), match.group(1))
        if span and (half := half_of_name(text, names, begins, span)):
            halves.add(half)
        at = bisect_left(begins, match.start(1))
        if at == len(names) or names[at][:2] != match.span(1):
            continue
        entry, whole = names[at][2], name_over(names, begins, span) if span else None
        if span and is_other(text[slice(*span)], match.group(1), entry, whole, gazetteer):
            others.add(match.group(1))
        elif (longer := long_name(text, match, span, entry, gazetteer)) and not name_over(names, begins, longer):
            added.append((*longer, entry))
    if not others and not added and not halves:
        return names
    written_out = touching((start, end) for start, end, _ in added)
    part = touching(m.span() for m in HYPHENED.finditer(text) if m.group() in others)
    kept = (n for n in names if text[n[0] : n[1]] not in others and n[0] not in halves)
    return sorted((*(n for n in kept if not written_out(n) and not part(n)), *added), key=lambda n: n[0])


def as_named(text: str, names: list[Name], gazetteer: Gazetteer) -> list[Name]:
    """``names`` where an acronym that several have is of the only one of them whom ``text`` names in full as well: "EC"
    beside "European Community"."""
    full = {entry.actor for start, end, entry in names if not text[start:end].isupper()}

    def meant(form: str, entry: Entry) -> Entry:
        same = gazetteer.entries.get(form, ()) if form.isupper() and entry.kind in ("org", "body") else ()
        named = [other for other in same if other.actor in full and other.kind in ("org", "body")]
        return named[0] if len(named) == 1 else entry

    return [(start, end, meant(text[start:end], entry)) for start, end, entry in names]


def long_name(text: str, match: re.Match[str], span: Span | None, entry: Entry, gazetteer: Gazetteer) -> Span | None:
    """Where the name of ``entry`` is written out before its acronym ``match``: at ``span``, by its initials, where the
    directory has all of its words, else by the same letters in another order."""
    if entry.kind not in ("org", "body", "group"):
        return None
    if span:
        return span if entry.kind != "group" and shared(text[slice(*span)], entry, gazetteer) == 1 else None
    span = same_letters_before(text, match.start(), match.group(1))
    return span if span and shared(text[slice(*span)], entry, gazetteer) in (1, None) else None


def hyphened_acronyms(text: str, gazetteer: Gazetteer) -> set[str]:
    """Acronyms in brackets of which one part is nobody's name: "(SCO-XYZ)" names the SCO no more than an XYZ."""
    found = (m.group(1) for m in ACRONYM.finditer(text) if HYPHENED.fullmatch(m.group(1)))
    return {acronym for acronym in found if any(part not in gazetteer.entries for part in re.split("[-/]", acronym))}


def is_other(written: str, acronym: str, entry: Entry, whole: Entry | None, gazetteer: Gazetteer) -> bool:
    """Whether what is ``written`` out before ``acronym`` is not the directory's ``entry`` of that name: another's name
    as a ``whole``, or one that has hardly a word of it."""
    if acronym in CERTAIN or entry.kind not in ("state", "org", "body", "group"):
        return False
    if whole is not None:
        own = whole.code == entry.code and shared(written, entry, gazetteer) == 1  # "Council of the African Union (AU)"
        return whole.actor != entry.actor and whole.kind in ("org", "body") and not own
    # "University of Kent (UK)" tells where it is.
    known = shared(written, entry, gazetteer)
    return entry.kind != "state" and known is not None and known < 0.5


def shared(written: str, entry: Entry, gazetteer: Gazetteer) -> float | None:
    """How many of the words ``written`` are in names of ``entry``, of 1; None where the gazetteer has only acronyms."""
    known = gazetteer.stems(entry.actor)
    stems = [stem for word in WORD.findall(written) if word.lower() not in SMALL and (stem := word[:5].lower())]
    return sum(stem in known for stem in stems) / len(stems) if known and stems else None


def name_over(names: list[Name], begins: list[int], span: Span) -> Entry | None:
    """Whose name reaches over ``span`` from the beginning to its end."""
    at = bisect_left(begins, span[0] + 1) - 1
    if at < 0 or begins[at] < span[0] - LONGEST or names[at][1] != span[1]:
        return None
    return names[at][2]


def half_of_name(text: str, names: list[Name], begins: list[int], span: Span) -> int:
    """Where the known name begins that is the second half of the one written out at ``span``, "Regional | Security
    Council (RSC)"; 0 where there is none."""
    at = bisect_left(begins, span[1]) - 1
    if at < 0 or names[at][1] != span[1] or begins[at] <= span[0]:
        return 0
    before = text[span[0] : begins[at]].rpartition(" ")[0].rpartition(" ")[2]
    other = at > 0 and names[at - 1][1] == begins[at] - 1
    joined = names[at][2].kind in ("org", "body") and before[:1].isupper() and not other
    return begins[at] if joined else 0


def touching(spans: Iterable[Span]) -> Callable[[Name], bool]:
    """Whether a name has characters in common with one of ``spans``."""
    ordered = sorted(spans)
    begins, ends = [start for start, _ in ordered], list(accumulate((end for _, end in ordered), max))

    def touches(name: Name) -> bool:
        at = bisect_left(begins, name[1]) - 1
        return at >= 0 and ends[at] > name[0]

    return touches
