"""Negated, conditional and merely possible acts state nothing: neither "did not sign" nor "if it signed" nor "might
sign" nor "the treaty has not been signed" is a signature. The network alone reads over the small word."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import Any

import yaml

WORDS: dict[str, Any] = yaml.load(files("dragoman").joinpath("data/negation.yml").read_text("utf-8"), yaml.CSafeLoader)


def any_of(words: list[str]) -> str:
    """An expression for any of ``words``, as "has" or "have"."""
    return f"(?:{'|'.join(words)})"


HELPING = any_of(WORDS["auxiliaries"])
NOT = (
    rf"(?:(?:{HELPING}(?: also| still)? (?:not|never)|never|not(?= (?:yet|having|to)\b))(?: before| since| yet)?"
    rf"|(?:{HELPING}|wo|ca)n['’]t|cannot)\b(?! {any_of(WORDS['no_negation'])}\b)"
)
"""A verb with "not" or "never"; "not only" negates nothing."""
NO = rf"(?!no {any_of(WORDS['not_nothing'])}\b)"
INNER = r"(?:(?<=\d)[.,](?=\d)|(?<=\b[A-Z])\.|\.(?= ?\d))"
"""Stops and commas of numbers and abbreviations, which end nothing: "1.5 billion", "U.S.", "Rs. 300"."""
REST = rf"(?P<rest>(?:[^,;:.()]|{INNER})*)$"
"""No comma, stop or bracket may come between a negation and what it negates."""
NEGATED = re.compile(rf"\b(?:{NOT}|{NO}{any_of(WORDS['others'])}\b){REST}", re.IGNORECASE)
REFUSED = re.compile(rf"\b{WORDS['refusal']}\b{REST}", re.IGNORECASE)
NOTHING = re.compile(rf"\b{NO}(?!no longer\b){WORDS['nothing']}\s*$", re.IGNORECASE)
SUPPOSED = re.compile(rf"\b(?:if|whether|unless)\b{REST}", re.IGNORECASE)
POSSIBLE = re.compile(rf"\b{any_of(WORDS['possible'])}\b{REST}", re.IGNORECASE)
TURN = re.compile(rf"\b{any_of(WORDS['turns'])}\b", re.IGNORECASE)
BREAKING = re.compile(rf"\b{any_of(WORDS['undoing'])}\b", re.IGNORECASE)
# The object and its negation in one: "not be lifted", "no funds", "Guinea-Bissau did not take part".
ITSELF = re.compile(
    rf"(?:not (?!{any_of(WORDS['no_negation'])}\b)|{NO}no |(?:(?!(?:which|who|that|whose)\b)[\w’'-]+ ){{1,6}}?{NOT})",
    re.IGNORECASE,
)
# The predicate of the object: "(the treaty) between Peru and Chile has not been signed", "is not yet in force". Its own
# words may come between, in brackets or commas too, but no other verb that is helped and no other subject.
PREDICATE = re.compile(
    rf"(?P<own>(?:(?! {HELPING}\b| (?:but|while|whereas|because|who|it|they|and the|and an?)\b)[^,;:.()]"
    rf"|{INNER}|\([^()]{{0,80}}\)|,[^,;:.()]{{1,60}},(?= )){{0,100}}?),?"
    r"(?P<first> (?:was|were|(?:has|have|had) been) [a-z]+(?: [^,;:.()]{0,40}?)?,? but(?: it| they)?)?"
    rf" (?P<verb>(?:{NOT}|(?:has|have|had|is|are) yet to|{any_of(WORDS['never_came'])})(?: [a-z]+){{0,3}}?)"
    rf" (?P<done>{any_of(WORDS['done'])})\b",
    re.IGNORECASE,
)
# A passive, or what an instrument itself does: "has not ratified" is what somebody else has not done.
PASSIVE = re.compile(
    r"\b(?:(?:is|are|was|were)(?:n['’]t)?|be|been|come|enter|entered|tak(?:e|en)|begun|started)\b", re.IGNORECASE
)
DETAIL = re.compile(r"\w+ed\b|\d|,|\b(?:which|that)\b", re.IGNORECASE)
"""What tells more of the object before its predicate: "the treaty signed in 1990 has not been ratified"."""
BETWEEN = re.compile(r"\b(?:between|of|with)\b", re.IGNORECASE)
OWN = {stage: re.compile(any_of(words), re.IGNORECASE) for stage, words in WORDS["own"].items()}
# "Was not ratified until 1994" says that it was, in 1994; "will not be ratified until 2030" does not.
AT_LAST = re.compile(r"[^,;:.()]*\b(?:until|till) (?:[a-z]+ )?(?:\d|[A-Z])")
TO_COME = re.compile(r"\b(?:will|would|shall|can|could|should|wo|ca|cannot)\b", re.IGNORECASE)
# Kinds of acts and states that a negation undoes; for the others it is part of what is said.
ACTS = frozenset({"relations", "membership", "agreement", "mission", "assistance", "meeting", "office", "event"})
# Stages that a negated wording may rightly have; those of the second group not where an undoing itself is negated.
NEGATIVE = frozenset(["not-recognised", "not-member", "not-seeking"])
UNDOING = frozenset(["severed", "downgraded", "left", "suspended", "ended", "cancelled"])
FAR = 60
"""Characters between the negation or condition and the object over which it is taken to hold."""
LONGEST = 40
"""Characters of a negation itself."""
REACH = 400
"""Characters behind the object in which its predicate is looked for."""


def is_undone(kind: str, stage: str, before: str, told: str = "", after: str = "", event: str | None = None) -> bool:
    """Whether the sentence of the object ``told``, with what stands ``before`` and ``after`` it, negates or only
    supposes an act of this kind at this stage: "did not sign", "has not been signed"."""
    if kind not in ACTS:
        return False
    near = before[-FAR - LONGEST :]
    if any(holds(match) for match in (SUPPOSED.search(near), POSSIBLE.search(near))):
        return True
    if stage in NEGATIVE or (kind, stage) == ("agreement", "provides") or (kind, event) == ("event", "REJECT"):
        return False
    if stage in UNDOING:
        return undoing_is_negated(near, told)
    return is_negated(kind, near, after) or bool(ITSELF.match(told)) or is_not_done(kind, stage, after)


def holds(match: re.Match[str] | None) -> bool:
    """Whether what ``match`` found is near enough to the object: "if Ukraine joined"."""
    return match is not None and len(match["rest"]) <= FAR


def undoing_is_negated(before: str, told: str) -> bool:
    """Whether what is negated is that something was undone: "did not break off relations"; "no longer" undoes."""
    for match in (NEGATED.search(before), REFUSED.search(before)):
        if match and holds(match) and not TURN.search(match["rest"]):
            return bool(BREAKING.search(match[0]) or BREAKING.match(told))
    return False


def is_negated(kind: str, before: str, after: str) -> bool:
    """Whether ``before`` negates what is done with the object: "did not sign". Who refuses does an event."""
    if NOTHING.search(before):
        return True
    for match in (NEGATED.search(before), None if kind == "event" else REFUSED.search(before)):
        if match and holds(match) and not TURN.search(match["rest"]):
            return bool(TO_COME.match(match[0])) or not AT_LAST.match(after)
    return False


def is_not_done(kind: str, stage: str, after: str) -> bool:
    """Whether the predicate behind the object says that this was not done with it: "has not been signed". What was
    told of it before has been done all the same: "signed in May, has not been ratified"."""
    match = PREDICATE.match(after[:REACH])
    if match is None or not PASSIVE.search(f"{match['verb']} {match['done']}") or (kind, stage) == ("event", "ongoing"):
        return False
    if " and " in match["own"] and not BETWEEN.search(match["own"]):
        return False
    if not TO_COME.match(match["verb"]) and AT_LAST.match(after, match.end()):
        return False
    if match["first"] or DETAIL.search(match["own"]):
        own = OWN.get(f"{kind}.{stage}")
        return own is not None and own.fullmatch(match["done"]) is not None
    return True
