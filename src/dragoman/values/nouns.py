"""The counted noun after a number, in the singular: "79 million effective vaccine doses" counts vaccine doses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from dragoman.actors.directory import directory
from dragoman.datafiles import data_file
from dragoman.dates.numerals import SCALES, SPELLED
from dragoman.dates.words import one_of

MOST_WORDS = 9
_WORD = re.compile(
    r"[^\S\n]{0,3}(?:\n(?!\n))?[^\S\n]{0,8}(?P<comma>,[ ])?[“\"‘]?(?P<word>[^\W\d_][\w.'’²³/-]{0,40}|[°][CF]?)"
)


@dataclass(frozen=True)
class UnitWords:
    """The data of ``data/units.yml``."""

    irregular: dict[str, str]
    invariant: frozenset[str]
    abbreviated: dict[str, str]
    time: frozenset[str]
    dropped: frozenset[str]
    attributive: frozenset[str]
    adjectival: frozenset[str]
    stops: frozenset[str]
    names_like_stops: frozenset[str]
    nationals: frozenset[str]
    of_regions: frozenset[str]
    kept: frozenset[str]
    aged: tuple[str, ...]
    stricken: tuple[str, ...]
    anaphoric: frozenset[str]
    labels: tuple[str, ...]
    compounds: frozenset[str]
    bounds: dict[str, list[str]]
    scales: dict[str, float]
    measured: frozenset[str]
    parts: dict[str, int]
    changes: tuple[str, ...]
    ranked: tuple[str, ...]
    how_ranked: tuple[str, ...]
    ranks: tuple[str, ...]
    counted_by: tuple[str, ...]
    not_one: tuple[str, ...]
    superlatives: tuple[str, ...]
    plural_ends: dict[str, str]
    describing_ends: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun at ``start:end`` and its singular. ``bare`` is the singular of its head alone."""

    start: int
    end: int
    singular: str
    bare: str


@cache
def unit_words() -> UnitWords:
    raw = data_file("units.yml")
    scales = raw.part("scales")
    return UnitWords(
        irregular=raw.texts("irregular"),
        invariant=frozenset(raw["invariant"]),
        abbreviated=raw.texts("abbreviated"),
        time=frozenset(raw["time"]),
        dropped=frozenset(raw["dropped"]),
        attributive=frozenset(raw["attributive"]),
        adjectival=frozenset(raw["adjectival"]),
        stops=frozenset(raw["stops"]),
        names_like_stops=frozenset(raw["names_like_stops"]),
        nationals=frozenset(raw["nationals"]),
        of_regions=frozenset(raw["of_regions"]),
        kept=frozenset(raw["kept"]),
        aged=tuple(raw["aged"]),
        stricken=tuple(raw["stricken"]),
        anaphoric=frozenset(raw["anaphoric"]),
        labels=tuple(raw["labels"]),
        compounds=frozenset(raw["compounds"]),
        bounds=raw.lists("bounds"),
        scales={**SCALES, **{name: scales.number(name) for name in scales}},
        measured=frozenset(raw["measured"]),
        parts=raw.numbers("parts"),
        changes=tuple(raw["changes"]),
        ranked=tuple(raw["ranked"]),
        how_ranked=tuple(raw["how_ranked"]),
        ranks=tuple(raw["ranks"]),
        counted_by=tuple(raw["counted_by"]),
        not_one=tuple(raw["not_one"]),
        superlatives=tuple(raw["superlatives"]),
        plural_ends=raw.texts("plural_ends"),
        describing_ends=tuple(raw["describing_ends"]),
    )


@cache
def _two_word_units() -> re.Pattern[str]:
    """Abbreviated measures of two words: "16,000 sq km"."""
    forms = [form for form in unit_words().abbreviated if " " in form]
    return re.compile(rf"(?i)[^\S\n]{{0,2}}\n?[^\S\n]{{0,2}}(?P<unit>{one_of(forms)})(?!\w)")


def singular(noun: str) -> str:
    """The singular of an English noun, its first letter's case kept; nouns that have none come back unchanged."""
    words = unit_words()
    lower = noun.lower()
    if lower in words.irregular:
        found = words.irregular[lower]
        return found.capitalize() if noun[0].isupper() else found
    for plural, one in words.plural_ends.items():
        if lower.endswith(plural) and len(lower) > len(plural):
            return noun[: -len(plural)] + one
    if (
        lower in words.invariant
        or len(noun) < 3
        or not lower.endswith("s")
        or lower.endswith(("ss", "us", "is", "'s", "’s"))
    ):
        return noun
    if lower.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if lower.endswith(("sses", "shes", "ches", "xes", "zes")):
        return noun[:-2]
    return noun[:-1]


def looks_plural(noun: str) -> bool:
    """Whether the word may be a noun in the plural, by its form."""
    words = unit_words()
    lower = noun.lower()
    if lower in words.irregular or lower in words.invariant or noun in words.invariant:
        return True
    if lower.endswith(("men", "people", "children", "folk")) and len(lower) > 4:
        return True
    return (
        len(noun) > 2
        and lower.endswith("s")
        and not lower.endswith(("ss", "us", "is", "'s", "’s"))
        and not noun.isupper()
    )


def counted_noun(text: str, position: int, one: bool = False) -> Counted | None:
    """The noun phrase that a number ending at ``position`` counts; null where none follows.

    Its head is the first plural before a preposition, verb or bracket (with ``one``, the last word before it); words
    that only describe are dropped, as are those before "and". Raises nothing.
    """
    words = unit_words()
    area = _two_word_units().match(text, position)
    if area:
        unit = words.abbreviated[" ".join(area["unit"].lower().split())]
        return Counted(*area.span("unit"), unit, unit)
    phrase: list[re.Match[str]] = []
    cursor, coordinated = position, False
    for count in range(MOST_WORDS):
        match = _WORD.match(text, cursor)
        if not match or (match["comma"] and not phrase):
            break
        word = match["word"].rstrip(".’'") if match["word"].count(".") == 1 else match["word"].rstrip("’'")
        word = _first_of_two(word, words)
        lower = word.lower()
        if count == 0 and word in words.abbreviated:
            return Counted(
                match.start("word"), match.start("word") + len(word), words.abbreviated[word], words.abbreviated[word]
            )
        if lower in ("and", "or", "&") and phrase and not one:
            coordinated = coordinated or not _describes(phrase[-1]["word"], words)
            phrase = []
        elif (lower in words.stops and not _is_name(text, match, words)) or lower in SPELLED or _is_verb(lower, phrase):
            break
        else:
            if match["comma"]:
                phrase = []
            phrase.append(match)
            if looks_plural(word) and not one and not _goes_on(text, match.start("word") + len(word), word, words):
                return _as_counted(text, phrase[-1:] if coordinated else phrase, word)
            if match["word"].endswith((".", "’", "'")) and not re.search(r"\w\.\w", match["word"]):
                break
        cursor = match.end("word")
    if one and phrase:
        last = phrase[-1]
        return _as_counted(text, phrase, last["word"].rstrip(".’'"))
    return None


def _is_name(text: str, match: re.Match[str], words: UnitWords) -> bool:
    """Whether a word that looks like a stop is a name before a noun: "20 IT experts"."""
    return match["word"] in words.names_like_stops and _NOUN_BEHIND.match(text, match.end()) is not None


_NOUN_BEHIND = re.compile(r"[^\S\n][a-z]")


def _first_of_two(word: str, words: UnitWords) -> str:
    """The first of two plurals with a stroke between them, "agreements/memoranda", or the word as it is."""
    first, _, second = word.partition("/")
    return first if looks_plural(first) and looks_plural(second) and first not in words.attributive else word


def _is_verb(lower: str, phrase: list[re.Match[str]]) -> bool:
    return bool(phrase) and lower.endswith("ing") and phrase[-1]["word"].lower().endswith("s")


_NAME_GOES_ON = re.compile(
    r"(?:[^\S\n]\n?[A-Z][a-z]{2,20}){0,3}[^\S\n]\n?(?P<last>[A-Z][a-z]{2,20}s)(?=\s(?!&|and\b)[a-z]|[.,;:)]|$)"
)


_NAME_BEFORE_NOUN = re.compile(r"(?:[^\S\n]\n?[A-Z][a-z]{2,20}){1,4}[^\S\n]\n?(?P<last>[a-z]{3,20}s)(?=[\s.,;:)]|$)")
"""A name with a plural in it, before what is counted: "two United Nations Development Programme projects"."""


def _goes_on(text: str, position: int, plural: str, words: UnitWords) -> bool:
    """Whether this plural only stands before the noun that is counted ("human rights organizations", "Peace Corps
    Volunteers")."""
    following = _WORD.match(text, position)
    if not following or following["comma"]:
        return False
    if plural[0].isupper() and (name := _NAME_GOES_ON.match(text, position) or _NAME_BEFORE_NOUN.match(text, position)):
        return looks_plural(name["last"])
    if plural.lower() not in words.attributive:
        return False
    word = following["word"].rstrip(".’'")
    if plural.lower() in words.adjectival and (noun := _WORD.match(text, following.end())) and not noun["comma"]:
        last = noun["word"].rstrip(".’'")
        if word.lower() not in words.stops and last.lower() not in words.stops and looks_plural(last):
            return True  # "two military transport aircraft"
    return word.lower() not in words.stops and looks_plural(word)


def _as_counted(text: str, phrase: list[re.Match[str]], head: str) -> Counted:
    words = unit_words()
    modifiers = [
        match
        for match, behind in pairwise(phrase)
        if not behind["word"].endswith("-level")
        and (_opens_name(match, behind) or not _describes(match["word"], words))
    ]
    if sum(match["word"].istitle() for match in modifiers) > 1 and head.islower():
        modifiers = [match for match in modifiers if not match["word"][0].isupper()]
    bare = singular(head)
    if bare == "person":  # whoever they are
        modifiers = [match for match in modifiers if not match["word"][0].isupper()]
    if head.islower() and bare not in words.nationals:
        modifiers = [match for match in modifiers if match["word"] not in _of_where()]
    if bare.lower() in words.time or bare == "percent":
        modifiers = []
    parts = [match["word"].rstrip("’'") for match in modifiers] + [bare]
    end = phrase[-1].start("word") + len(head)
    if bare.lower() == "degree" and (scale := re.compile(r" (Celsius|Fahrenheit|centigrade)").match(text, end)):
        parts, end = [*parts, scale[1]], scale.end()
    start = modifiers[0].start("word") if modifiers else phrase[-1].start("word")
    if parts[0].islower() or len(parts) > 1 or not parts[0].istitle():
        return Counted(start, end, " ".join(parts), bare)
    return Counted(start, end, parts[0], bare)


@cache
def _of_where() -> frozenset[str]:
    """Adjectives of states and regions, which tell whose or where those counted are: "four Turkish ships" are ships."""
    states = (name.text for actor in directory().actors for name in actor.demonyms)
    return frozenset([*states, *unit_words().of_regions])


def _opens_name(match: re.Match[str], behind: re.Match[str]) -> bool:
    """Whether "New" begins a name of two words, which both go: "thirty New Zealand companies" are companies."""
    return match["word"] == "New" and behind["word"].istitle()


def _describes(word: str, words: UnitWords) -> bool:
    lower = word.lower()
    if lower in words.dropped or lower.endswith(("ly", "n’t", "n't")):
        return True
    if lower.endswith("ed") and word[0].islower() and lower not in words.kept:
        return True
    return "-" in word and (word[0].islower() or lower.endswith(words.describing_ends))
