"""What an object is called that would be a whole clause or only its end: "talks in Bergen" of "talks were held in
Bergen", "good relations" of "relations are | good", "agreement on fishing" of "agreement with Peru | on fishing"."""

from __future__ import annotations

import re

from dragoman.datafiles import any_of, compiled, data_file
from dragoman.months import english_months
from dragoman.records import Statement

WORDS = data_file("objects.yml").part("clauses")
MONTH = any_of(english_months())
YEAR = r"(?:1[5-9]|20)\d\d\b"
DAY = rf"(?:\d{{1,2}}(?:st|nd|rd|th)? )?{MONTH}(?: \d{{1,2}}\b)?(?:,? {YEAR})?"
DATE = rf"(?:{DAY}|{YEAR}|[A-Z][a-z]+day\b)"
TIME = compiled(
    rf",? (?:{any_of(WORDS['before_dates'])} )?(?:the )?(?:{any_of(WORDS['parts'])}[- ])?{DATE}(?:, {DATE})*"
)
RELATIVE = compiled(rf"\b{any_of(WORDS['relative'])}\b", re.IGNORECASE)
BEING = any_of(WORDS["being"])
FINITE = compiled(rf" (?:(?P<being>{BEING})|{any_of(WORDS['telling'])})\b(?! been\b)")
ADVERB = f"(?: {any_of(WORDS['adverbs'])})?"
HEAD = compiled(rf"(?:(?! {any_of(WORDS['behind_the_noun'])}\b)[^,;:(])*")
"""The words of a phrase up to the noun that it is about."""
NOUN = {
    kind: compiled(rf"(?:\A|.*[\s/]){any_of(nouns)}\Z", re.IGNORECASE | re.DOTALL)
    for kind, nouns in WORDS.lists("nouns").items()
}
DONE = {kind: compiled(rf"{ADVERB} {any_of(verbs)}\b") for kind, verbs in WORDS.lists("done").items()}
RECEIVED = compiled(
    rf"{ADVERB} {any_of(WORDS['received'])} (?!{any_of([*WORDS['kept'], *WORDS['left']])}\b)(?:(?:the|an?) )?(?=\w)"
)
KEPT = compiled(rf" {any_of(WORDS['kept'])}\b")
LED_TO = re.compile(r" (?:in|at|to) (?:the )?[A-Z]")
REST = compiled(rf"(?:,(?= [A-Z])|[^,;:])+?(?=,(?! [A-Z])|[;:]| by | and {any_of(WORDS['and_verbs'])} |\Z)")
HELD = compiled(
    r",? (?:to be |(?:which|that) (?:was|were) |(?<!was )(?<!were )(?<!been )(?<!be ))held(?: \w+ly)?"
    rf"(?:{TIME.pattern})?(?=,? (?:in|at|on) )"
)
DISCUSSED = compiled(rf"{ADVERB} {any_of(WORDS['discussed'])}\b")
QUALITY = compiled(rf"{ADVERB} ?(?P<what>(?:very )?(?!\w+ed\b)[a-z-]+(?: and (?!\w+ed\b)[a-z-]+)?)")
RELATIONS = any_of([f"(?i:{noun})" for noun in WORDS.part("nouns")["relations"]])
QUALIFIED = rf"(?:(?:[a-z]+{any_of(WORDS['adjective_ends'])}|[A-Z]\w+-[A-Z]\w+) )?"
RELATIONS_ARE = compiled(
    rf"\b(?P<what>{QUALIFIED}{RELATIONS}(?: (?:between|with) [^,;:.()\n]{{1,60}})?)"
    rf" (?P<verb>{BEING}|has|have|had)(?: [a-z]+ly)? \Z"
)
THEY_ARE = compiled(
    rf"(?: (?:between|with) [^,;:.()\n]{{1,80}}?)? {BEING}(?= )(?P<quality>{QUALITY.pattern.replace('?P<what>', '')})"
    r"(?=[,;.]|\Z)"
)
INSTRUMENT = any_of(WORDS.part("nouns")["agreement"])
INSTRUMENT_BETWEEN = compiled(
    rf"\b(?P<what>(?:[A-Z][\w-]+ )*{INSTRUMENT}) (?:between|with) [^;:.()\n]{{1,120}} \Z", re.IGNORECASE
)
TOPIC = compiled(rf"{any_of(WORDS['topics'])}\s")
WITH = " with "
AS_OFFICE = re.compile(r",? as (?:the |its |their |an? )?(?P<office>(?:[^,;.()\n]|\.(?=\w)){1,80})")
SEEN = 160
"""Characters before an object that are looked at."""


def without_its_clause(said: Statement) -> str:
    """The object of ``said`` without the verb by which something is told of it."""
    told = HELD.sub("", said.object or "") if said.kind == "meeting" else said.object or ""
    verb = FINITE.search(told)
    if verb is None or said.kind not in DONE or said.stage == "provides" or RELATIVE.search(told, 0, verb.start()):
        return told
    what, rest = told[: verb.start()], told[verb.end() :]
    passive = of_a_passive(said.kind, what, rest) if verb["being"] else None
    if passive or not is_about(said.kind, what):
        return passive or told
    if said.kind == "relations":
        quality = QUALITY.fullmatch(rest.strip()) if verb["being"] else None
        return f"{quality['what']} {uncapitalised(what)}" if quality else told
    return what.rstrip(",") + belonging(rest, LED_TO)


def of_a_passive(kind: str, what: str, rest: str) -> str | None:
    """What a clause of ``kind`` is about whose verb, at the beginning of ``rest``, tells what was done with ``what``:
    "tents" of "tents | were sent by plane" and of "Chad | was given tents"."""
    if kind == "meeting" and DISCUSSED.match(rest):
        return what
    received = RECEIVED.match(rest) if kind == "assistance" else None
    if received and (given := REST.match(rest, received.end())):
        return given.group()
    done = DONE[kind].match(rest)
    return what + belonging(rest[done.end() :], KEPT) if done else None


def is_about(kind: str, what: str) -> bool:
    """Whether the noun that the phrase ``what`` is about is one of ``kind``."""
    head = HEAD.match(what)
    return kind in NOUN and head is not None and NOUN[kind].match(head.group()) is not None


def belonging(rest: str, kept: re.Pattern[str]) -> str:
    """Of the ``rest`` of a clause what belongs to the thing it is about, without when it was."""
    while when := TIME.match(rest):
        rest = rest[when.end() :]
    part = REST.match(rest) if kept.match(rest) else None
    return TIME.sub("", part.group()) if part else ""


def uncapitalised(what: str) -> str:
    """``what`` with a noun at its beginning written as it is within a sentence."""
    first, space, others = what.partition(" ")
    return first.lower() + space + others if NOUN["relations"].match(first) else what


def from_before(text: str, start: int, said: Statement) -> str:
    """The object of ``said``, which begins at ``start`` of ``text``, with what stands before it and is what it tells
    of."""
    told, before = said.object or "", text[max(0, start - SEEN) : start]
    if said.kind == "relations" and not is_about("relations", told) and (are := RELATIONS_ARE.search(before)):
        what, quality = uncapitalised(are["what"]), QUALITY.fullmatch(told)
        are_so = quality and are["verb"] not in ("has", "have", "had")
        return f"{told} {what}" if are_so else f"{what} {told}"
    if said.kind == "agreement" and TOPIC.match(told) and (instrument := INSTRUMENT_BETWEEN.search(before)):
        return f"{instrument['what']} {told}"
    return told


def office_in_passing(text: str, said: Statement) -> tuple[int, int] | None:
    """Where ``text`` has the office that somebody is told to hold in passing: "The embassy opened | with Jo Lind as
    Chargé d'Affaires |". None where the object of ``said`` names it, or nobody is told so."""
    holder = next((e for e in said.evidence if e.role == "source" and "/" in e.value), None)
    told = AS_OFFICE.match(text, holder.end) if holder else None
    led = holder is not None and text.endswith(WITH, 0, holder.start)
    return told.span("office") if told and led and told["office"].lower() not in (said.object or "").lower() else None


def as_a_noun(text: str, said: Statement) -> str:
    """What the object of ``said``, which stands in ``text``, is called."""
    place = said.object_place or said
    told = from_before(text, place.start, said)
    if told == said.object:
        told = without_its_clause(said)
    behind = THEY_ARE.match(text, place.end) if told == said.object and is_about("relations", told) else None
    return f"{behind['quality'].strip()} {uncapitalised(told)}" if behind and said.kind == "relations" else told
