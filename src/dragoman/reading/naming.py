"""What the object of a statement is called: "the agreement" by the name that the text gave it before, and "EU accession
path" by the organisation that it leads to; whose an instrument is that was named with its parties before, and who is
recognised."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from dragoman.actors.directory import directory, entries, owner_of
from dragoman.datafiles import any_of, compiled, data_file
from dragoman.months import english_months
from dragoman.reading.negation_forms import HELPING, INNER
from dragoman.reading.roles import AFTER_BY, LISTED
from dragoman.reading.rules import wordings
from dragoman.records import Evidence, Statement

LOOK_BACK = 3_000
"""Characters, about a page: further back another instrument may have come between without its name."""
WORDS = data_file("stages.yml")
POINTING = rf"{any_of(WORDS['pointing'])}\s+"
THIS_ONE = compiled(rf"\b{POINTING}$", re.IGNORECASE)
BARE = compiled(rf"(?:(?:\w+ (?:on|of) )?{POINTING})?(\w+)", re.IGNORECASE)
"""An instrument that is only pointed to, what is done with it before it or not: "negotiations on the agreement"."""
JOINING = compiled(rf"\b(?:{HELPING}|{any_of(WORDS['joins'])})\b|\A[Mm]embers? since\b")
"""A verb in what is said of a membership."""
IT = re.compile(r"\w\s+it\b")
DONE = frozenset(["signed", "ratified", "in-force", "concluded", "ended", "suspended"])
"""What is done with an instrument itself."""
SIDES = ("source", "target")
WORD = re.compile(r"\w+")
HELPED = rf"(?:{any_of(WORDS['helping'])} )*"
ABOUT_TIME = rf"(?:,? (?:{any_of([*WORDS['time_words'], *english_months()])}\b|\d[\w./-]*))*"
A_VERB = compiled(rf"(?:(?:which|that) )?{HELPED}{any_of(WORDS['told_again'])}\b", re.IGNORECASE)
ONLY_A_VERB = compiled(rf"{A_VERB.pattern}{ABOUT_TIME}(?: by [^,;.]{{1,80}})?", re.IGNORECASE)
PREDICATE = compiled(rf" {HELPING} .*", re.DOTALL)
THE_SAME = compiled(rf"(?:[^.!?;]|(?!,){INNER})*(?:[.;] [Ii]t(?: {any_of(WORDS['helping'])})* )?", re.DOTALL)
"""No end of a sentence between the two, or but one and "It"."""
FAR = 300
"""Characters between an instrument's name and a verb that is told of it."""
MAX_INSTRUMENTS = 100
SHORT_WORD = 3
"""Letters of a word that tells nothing: "of", "the"."""
SHORT_NAME = 3
"""Words of a name that is written out; longer ones are known by their acronym."""


def named_in_full(text: str, statement: Statement) -> Statement:
    """``statement`` of ``text`` with its object called by its name, where words of the object only point to it."""
    if statement.kind == "agreement":
        return as_instrument(text, statement)
    if statement.kind == "membership":
        return as_organisation(statement)
    if statement.stage in ("recognised", "not-recognised"):
        return with_recognised(text, statement)
    return statement


def with_recognised(text: str, statement: Statement) -> Statement:
    """A recognition whose object is the name of a state that is none of its parties: they are one list of those who
    recognise it ("Estonia, Latvia and Lithuania recognised Kosovo"), and it is who is recognised."""
    place = statement.object_place
    known = directory().lookup(statement.object) if statement.object else ()
    if place is None or not known or not directory().is_state(known[0].code) or known[0].code in codes(statement):
        return statement
    sides = sorted((e for e in statement.evidence if e.role in SIDES), key=lambda e: e.start)
    listed = all(LISTED.fullmatch(text, one.end, other.start) for one, other in pairwise(sides))
    if not sides or not listed or {e.value for e in sides} != {*statement.source, *statement.target}:
        return statement
    if sides[-1].end > place.start and not AFTER_BY.search(text, place.end, sides[0].start):
        return statement
    recognising = [replace(e, role="source") for e in sides]
    recognised = Evidence("target", known[0].code, place.start, place.end, "named")
    others = [e for e in statement.evidence if e.role not in SIDES]
    sources = tuple(dict.fromkeys(e.value for e in recognising))
    evidence = (*recognising, recognised, *others)
    return replace(statement, source=sources, target=(known[0].code,), evidence=evidence)


def as_organisation(statement: Statement) -> Statement:
    """A membership whose object has nothing but words of joining beside a name of its target, or is a clause that does
    not name it ("was granted the status of a candidate"), has that target as object (the contract: "for an organisation
    itself, both name it")."""
    known = directory()
    if len(statement.target) != 1 or not statement.object:
        return statement
    [code] = statement.target
    if not known.is_organisation(code):
        return statement
    actor = known.actor(code)
    told = telling(statement.object)
    forms = [e for e in entries(actor) if e.language in ("en", "mul") and telling(e.surface) == told]
    named = any(e.how in ("name", "acronym") and e.surface.lower() == statement.object.lower() for e in forms)
    clause = JOINING.search(statement.object) and words_of(code).isdisjoint(WORD.findall(statement.object.lower()))
    if named or not (forms or clause):
        return statement
    name = actor.name if len(actor.name.split()) <= SHORT_NAME or "/" in code else code
    return replace(statement, object=name)


@cache
def words_of(code: str) -> frozenset[str]:
    """The words of an organisation's names that tell it from others, in small letters."""
    surfaces = (e.surface.lower() for e in entries(directory().actor(code)) if e.language in ("en", "mul"))
    return frozenset(word for surface in surfaces for word in WORD.findall(surface) if len(word) > SHORT_WORD) | {
        code.lower()
    }


def telling(words: str) -> list[str]:
    """``words`` without those of joining, as "accession" and "to"."""
    return [w for w in WORD.findall(words.lower()) if not wordings().joining.fullmatch(w)]


def as_instrument(text: str, statement: Statement) -> Statement:
    """An instrument that is only "the agreement", "this Convention", or the "it" that somebody ratified, has the name
    that stands before it, and the place of that name beside that of the object."""
    place = statement.object_place
    noun = pointed_to(text, statement, place) if place else None
    if place is None or noun is None:
        return statement
    called = last_called(noun, text, max(0, place.start - LOOK_BACK), place.start)
    if called is None:
        return statement
    name = text[slice(*called)]
    seen = Evidence("object", name, *called, "named")
    return replace(statement, object=" ".join(name.split()), evidence=(*statement.evidence, seen))


def pointed_to(text: str, statement: Statement, place: Evidence) -> str | None:
    """The noun by which the object at ``place`` points to an instrument, empty for "it"; None where it does not."""
    words = statement.object or ""
    bare = BARE.fullmatch(words)
    if bare is None or not any(wordings().named.fullmatch(noun) for noun in (bare[1], bare[1].capitalize())):
        alone = statement.stage in DONE and not wordings().named.search(words)
        return "" if alone and IT.search(words) else None
    if bare.start(1) == 0 and not THIS_ONE.search(text, max(0, place.start - 10), place.start):
        return None
    return bare[1].lower()


def last_called(noun: str, text: str, first: int, last: int) -> tuple[int, int] | None:
    """Place of the last name of a ``noun`` (of any instrument where that is empty) between ``first`` and ``last``:
    "Northern Transit Agreement". "The accord" may be one of several: "Camp David Accords"."""
    for start, end, kind in reversed(list(names_in(text, first, last))):
        if " " in text[start:end] and (not noun or any(is_a(noun, word) for word in kind.lower().split())):
            return start, end
    return None


def names_in(text: str, first: int, last: int) -> Iterator[tuple[int, int, str]]:
    """Places of the names of instruments between ``first`` and ``last``, each with what it is; of one in another's name
    too: the treaty in "Protocol to the Ports Treaty"."""
    for match in wordings().named.finditer(text, first, last):
        for inner in wordings().named.finditer(text, match.start("tail"), match.end()):
            yield inner.start(), inner.end(), inner["kind"]
        yield match.start(), match.end(), match["kind"]


def is_a(noun: str, word: str) -> bool:
    """Whether a ``noun`` may be one of ``word``: an "accord" of "accords", an "mou" a "memorandum"."""
    one = word.removesuffix("s") if word != noun else word
    return noun in (one, word.removesuffix("ies") + "y") or {noun, one} == {"mou", "memorandum"}


def with_parties(statements: Sequence[Statement]) -> Iterator[Statement]:
    """``statements`` of one document; where one of them says of an instrument with one party what a statement of the
    same name before has told with this party and others, it has them all. "The agreement", called by its name by now,
    is the same one, so who else was read beside that party makes way."""
    known: list[tuple[str, Statement]] = []
    for statement in statements:
        if statement.kind == "agreement" and statement.object:
            name, mine = statement.object.lower(), codes(statement)
            same = sum(e.role == "object" for e in statement.evidence) > 1  # `as_instrument` has found its name
            if mine and len(name.split()) > 1 and (same or len(mine) == 1):
                recent = reversed(known[-MAX_INSTRUMENTS:])
                before = next((one for called, one in recent if name in called), None)
                if before and has_all_of(before, statement, same):
                    statement = with_sides_of(before, statement)
            if len(codes(statement)) > 1:
                known.append((name, statement))
        yield statement


def told_again(text: str, statements: Sequence[Statement]) -> Iterator[Statement]:
    """``statements`` of ``text`` in its order; an agreement of which only a verb is told ("and | ratified in June |",
    "It | expired |") has the object of the one told before it in its sentence, or in the one before for "it"."""
    last: Evidence | None = None
    for statement in statements:
        place = statement.object_place
        if statement.kind == "agreement" and statement.object and place:
            if is_instrument(name := PREDICATE.sub("", statement.object)) and not A_VERB.match(name):
                last = replace(place, value=name, end=place.start + len(name))
            elif last and ONLY_A_VERB.fullmatch(statement.object) and is_the_same(text, last.end, place.start):
                statement = replace(statement, object=last.value, evidence=(*statement.evidence, last))
        yield statement


def is_instrument(name: str) -> bool:
    """Whether ``name`` has a word for an instrument: "loan agreement"."""
    words = WORD.findall(name)
    return any(wordings().named.fullmatch(word) for word in (*words, *(word.capitalize() for word in words)))


def is_the_same(text: str, end: int, start: int) -> bool:
    """Whether what is told at ``start`` is told of what ends at ``end``."""
    near = 0 <= start - end < FAR and THE_SAME.fullmatch(text, end, start) is not None
    return near and not is_instrument(text[end:start])  # another one stands between them


def has_all_of(before: Statement, statement: Statement, same: bool) -> bool:
    """Whether the parties told ``before`` are those of ``statement`` too, which tells of the ``same`` instrument or of
    one called alike. Two that it names are kept where only an actor without a code would be added."""
    mine, theirs = codes(statement), codes(before)
    if mine == theirs and mine != {*statement.source, *statement.target}:
        return False  # a parliament, a minister acts
    if len(mine) > 1 and mine < theirs and all(code.startswith("/") for code in theirs - mine):
        return False
    return bool(mine & theirs) if same else mine < theirs


def codes(statement: Statement) -> set[str]:
    return {owner_of(actor) for actor in (*statement.source, *statement.target)}


def with_sides_of(before: Statement, statement: Statement) -> Statement:
    own = [e for e in statement.evidence if e.role not in SIDES]
    theirs = [e for e in before.evidence if e.role in SIDES]
    return replace(statement, source=before.source, target=before.target, evidence=(*own, *theirs))
