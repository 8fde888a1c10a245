"""Where the phrase that an object is begins and ends: with the verb that makes its meaning ("cease hostilities"),
without the adverbial before it ("During the war, ") and the clause behind it (", which ended in May")."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.datafiles import any_of, compiled, data_file
from dragoman.months import english_months
from dragoman.records import Evidence, Statement

WORDS = data_file("objects.yml")
WITH_A_DEED = {
    ("position", "requests"),
    ("objective", "set"),
    ("objective", "committed"),
    ("event", "planned"),
    ("event", "threatened"),
}
"""Kinds and stages whose objects are things to do."""
OF_THINGS = ("agreement", "assistance", "meeting", "membership", "mission", "relations")
"""Kinds whose objects are things, called by a noun."""
SEEN = 120
"""Characters before an object that are looked at."""
ARTICLE = any_of(WORDS["articles"])
NO_DEED = any_of([*WORDS["articles"], *WORDS["no_deeds"]])
DEED = compiled(
    rf"(?<!\w)(?P<held>{any_of(WORDS['held_to'])} )?{any_of(WORDS['before_a_deed'])} (?P<deed>(?:[a-z]+ly )?"
    rf"(?!{NO_DEED} )(?P<verb>[a-z][a-z-]+) "
    rf"(?:{any_of(WORDS['behind_a_deed'])} )?(?P<article>(?:{ARTICLE} ){{0,2}}))\Z"
)
"""The verb of a thing to do right before its object: "urged Chile to cease all | hostilities"."""
THAT_ONE_DOES = compiled(
    rf"(?<!\w){any_of(WORDS['demanding'])} that (?:[^,;:.()]{{1,60}} )?(?:[A-Z][\w’'-]*|[a-z]+s) "
    rf"(?P<deed>(?:[a-z]+ly )?(?!{NO_DEED} |{any_of(WORDS['before_a_deed'])} |[a-z]*[^s]s |[a-z]+(?:ed|ing) )"
    rf"[a-z-]+ (?:(?:[a-z]+ly )?{any_of(WORDS['behind_a_deed'])} )?(?:{ARTICLE} ){{0,2}})\Z"
)
"""The same in what is demanded: "demands that Chile give | workers access"."""
OTHER_CLAUSE = compiled(
    rf", (?:{any_of(WORDS['before_which'])} )?{any_of(WORDS['which'])}\b(?! [^,]*\b{any_of(WORDS['tells_who'])}\b)"
    rf"|, (?:{any_of(WORDS['by_which'])} )?(?!{any_of(WORDS['no_participles'])}\b)[a-z]+ing"
    rf" (?:{ARTICLE}|{any_of(WORDS['done_to'])}|[A-Z]\w+)\b"
)
"""The beginning of a clause that tells more of the object, or what came of it."""
WHO = re.compile(r", who\b")
DASH = re.compile(r"\s?—| – (?=[a-z])")
"""Behind it stands what else is said of the object: "stability—an old dream"."""
A_LIST = compiled(rf"[a-z]+ing\b|.*\b{any_of(WORDS['before_doing'])} [a-z]+ing\b", re.DOTALL)
"""Things done one after the other: "building roads, opening the border"."""
WHEN = any_of(form.replace("MONTH", any_of(english_months())) for form in WORDS["when"])
TELLS = rf"\b(?:{any_of(WORDS['tells'])}|[a-z]+[a-z]ed)\b"
"""A verb, so that what is before a comma tells more than when something was."""
OPENING = compiled(rf"{WHEN}\b(?![^,;:.()]*{TELLS})[^,;:.()]*, (?:(?:[A-Z][a-z]+ )?\d[^,;:.()]{{0,20}}, )*(?=\S+ \S)")
ONLY_WHEN = compiled(rf"(?!(?s:.*){TELLS})(?:{WHEN}\b[^,;:.()]*|{any_of(WORDS['only_when'])} [^,;:.()]*)")
"""An adverbial without a verb that tells something."""
REST_OF_IT = re.compile(r"[^,;:.()]{0,40}, ")
"""The rest of an adverbial, as " in May, "."""
FIRST_TO = compiled(
    rf"(?:[^,;:.()]{{0,40}} )??{any_of(WORDS['firsts'])}\b[^,;:.()]{{0,60}}? to {any_of(WORDS['first_to'])}"
    rf" (?:{ARTICLE} )?(?=\w)"
)
ANNIVERSARY = compiled(
    rf"[^,;:.()]*\banniversary of (?:{ARTICLE} )?(?:{any_of(WORDS['counted_from'])} of (?:{ARTICLE} )?)?"
    r"(?=(?:[\w-]+ ){0,2}relations\b)"
)
LED_IN = compiled(rf"{any_of(WORDS['led_in'])} (?:{ARTICLE} )?(?:framework of (?:{ARTICLE} )?)?(?=\w)")
AT_LEAST = re.compile(r"\b[Aa]t \Z")
EXTREME = re.compile(r"(?:least|most) (?:\d|[a-z]+ (?=[a-z]))")
ABBREVIATED = compiled(rf"(?<![\w-]){any_of(WORDS['abbreviated'])} \Z")
LIGHT_VERBS = frozenset(WORDS["light_verbs"])
OPENERS = rf"{any_of(WORDS['openers'])}\b"
INITIALS = compiled(rf"(?: [A-Z]\.){{1,3}}(?: ?(?!{OPENERS})[A-Z][\w’'-]+){{1,3}}")
OPENED = re.compile(r"(?:[$€£¥]?\d[\d.,]*|[\w’'-]+) \([^()]{0,24}\Z")
"""A bracket left open and the word or amount before it."""
OPENED_HERE = re.compile(r"(?:\A|[.!?:]\s+|\n)(?:In the )?\w\Z")
A_NAME = re.compile(r"\b[A-Z][\w’'-]+\Z")


def as_phrase(text: str, said: Statement, place: Evidence) -> Statement:
    """``said`` with its object, the words of ``text`` at ``place``, as a phrase of its own."""
    first, last = place.start, place.end
    told = text[first:last]
    last = first + ends(told, said)
    if A_NAME.search(text, first, last) and (rest := INITIALS.match(text, last)):
        last = rest.end()
    first = begins(text, first, last, said)
    return said if (first, last) == (place.start, place.end) or first >= last else about(text, said, first, last)


def about(text: str, said: Statement, first: int, last: int) -> Statement:
    """``said`` with its object at ``first:last`` of ``text``."""
    start, end, place = min(first, said.start), max(last, said.end), said.object_place
    evidence = tuple(replace(e, start=first, end=last) if e == place else e for e in said.evidence)
    words = " ".join(text[first:last].split())
    return replace(said, object=words, evidence=evidence, quote=text[start:end], start=start, end=end)


def is_only_when(text: str, place: Evidence) -> bool:
    """Whether the object at ``place`` is an adverbial that a clause begins with: "(In the) wake of the flood(, )"."""
    before = text[max(0, place.start - SEEN) : place.start + 1]
    only = ONLY_WHEN.fullmatch(text, place.start, place.end) is not None
    return only and opens(before) and REST_OF_IT.match(text, place.end) is not None


def opens(before: str) -> bool:
    """Whether a sentence begins with the last words of ``before``, as "In the w"."""
    return OPENED_HERE.search(before) is not None


def ends(told: str, said: Statement) -> int:
    """Characters of the object ``told`` of ``said`` up to the clause in it that is none of its own, or up to a bracket
    that is left open. What is claimed is whole, and of people the clause tells where they serve: "40 men, who go to
    Mali"."""
    end = len(told)
    clause = OTHER_CLAUSE.search(told) if "," in told else None
    own = (said.kind, said.stage) == ("position", "claims") or (said.kind == "mission" and WHO.search(told))
    if clause and not own and not ("ing " in clause.group() and A_LIST.match(told[: clause.start()])):
        end = clause.start()
    if not own and (apart := DASH.search(told, 1, end)):
        end = apart.start()
    opened = told.rfind("(", 0, end)
    return len(told[:opened].rstrip()) if opened > 0 and ")" not in told[opened:end] else end


def begins(text: str, first: int, last: int, said: Statement) -> int:
    """Where the object at ``first:last`` begins: behind what leads it in, or before the verb that belongs to it."""
    before = text[max(0, first - SEEN) : first]
    if text.count(")", first, last) > text.count("(", first, last) and (opened := OPENED.search(before)):
        return first - len(opened.group())
    led = [OPENING] + [FIRST_TO] * (said.kind in ("agreement", "membership", "relations"))
    led += [ANNIVERSARY] * (said.kind == "relations") + [LED_IN] * (said.kind in OF_THINGS)
    for form in led:
        if found := form.match(text, first, last):
            return found.end()
    if AT_LEAST.search(before) and EXTREME.match(text, first, last):
        return first - len("at ")
    if own := ABBREVIATED.search(before):
        return first - len(own.group())
    return first - len(deed(before)) if (said.kind, said.stage) in WITH_A_DEED else first


def deed(before: str) -> str:
    """The verb, with what stands between, right ``before`` an object that is a thing to do: "cease all "."""
    found = DEED.search(before)
    if demanded := THAT_ONE_DOES.search(before):
        return demanded["deed"]
    if found is None or found["verb"] in LIGHT_VERBS:
        return ""
    to_a_noun = found["held"] and not found["verb"].endswith("ing")  # "commitment to human rights"
    to_a_verb = found["deed"].endswith(" to ")  # "wants to | send tents", which has its verb
    return "" if to_a_verb or (to_a_noun and not found["article"]) else found["deed"]
