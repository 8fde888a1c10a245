"""Negated, conditional and merely possible acts state nothing: neither "did not sign" nor "if it signed" nor "might
sign" nor "the treaty has not been signed" is a signature. The network alone reads over the small word."""

from __future__ import annotations

import re
from typing import Any

from dragoman.datafiles import data_file

WORDS: dict[str, Any] = data_file("negation.yml")


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
NEARLY = re.compile(rf"\b{any_of(WORDS['nearly'])}{REST}", re.IGNORECASE)
MAY = re.compile(rf"\b{any_of(WORDS['may'])}\s*$", re.IGNORECASE)
TOLD = re.compile(rf"\b{any_of(WORDS['told'])}\b{REST}", re.IGNORECASE)
UNTRUE = re.compile(
    rf"[^;:.()]{{0,120}}?\b(?:is|are|was|were)(?: [a-z]+ly)? {any_of(WORDS['untrue'])}\b", re.IGNORECASE
)
SUPPOSED = re.compile(rf"\b{any_of(WORDS['supposed'])}\b(?:, [^,;:.()]{{1,40}},)?{REST}", re.IGNORECASE)
TURNED_ROUND = re.compile(rf"\W*{any_of(WORDS['turned_round'])}\b{REST}", re.IGNORECASE)
ASKING = re.compile(rf"\W*(?:Q(?:uestion)?\W+)?{any_of(WORDS['asking'])}\b{REST}", re.IGNORECASE)
AS_SOON = re.compile(rf"\b{any_of(WORDS['as_soon'])}\b{REST}", re.IGNORECASE)
GIVEN = re.compile(rf",? {any_of(WORDS['given'])} (?P<done>{any_of(WORDS['done'])})\b", re.IGNORECASE)
PRESENT = re.compile(rf"\b{any_of(WORDS['present'])}(?!\w)", re.IGNORECASE)
PRESENT_BEHIND = re.compile(
    rf"(?: (?:between|of|with|on) [^,;:.()]{{1,80}}?)? {any_of(WORDS['present_behind'])}\b", re.IGNORECASE
)
PAST = re.compile(rf"\b{any_of(WORDS['past'])}\b", re.IGNORECASE)
ARTICLE = re.compile(rf"\s*(?:{any_of(WORDS['articles'])}\s+)?", re.IGNORECASE)
WILL = re.compile(rf"\b{any_of(WORDS['to_come'])}\b", re.IGNORECASE)
BESIDE = re.compile(rf",? {WORDS['beside']} (?P<done>[a-z]+)\b", re.IGNORECASE)
TELLING = re.compile(rf"\b{any_of(WORDS['telling'])}\b", re.IGNORECASE)
TURN = re.compile(rf"\b{any_of(WORDS['turns'])}\b", re.IGNORECASE)
TURN_OF_THE_POSSIBLE = re.compile(rf"\b{any_of(WORDS['turns_of_the_possible'])}\b", re.IGNORECASE)
POSSIBLE = (
    (re.compile(rf"\b{any_of(WORDS['possible'])}\b{REST}", re.IGNORECASE), TURN_OF_THE_POSSIBLE),
    (re.compile(rf"\b{any_of(WORDS['meant'])}\b{REST}", re.IGNORECASE), TURN),
)
"""What might have been, each with the words at which that ends: "was to have left when he signed" tells that he did."""
BREAKING = re.compile(rf"\b{any_of(WORDS['undoing'])}\b", re.IGNORECASE)
# The object and its negation in one: "not be lifted", "no funds", "Guinea-Bissau did not take part", "Fiji would have
# paid".
ITSELF = re.compile(
    rf"(?:(?:not|never) (?!{any_of(WORDS['no_negation'])}\b)|{NO}no "
    rf"|(?:(?!(?:which|who|that|whose)\b)[\w’'-]+ ){{1,6}}?(?:{NOT}|{any_of(WORDS['possible'] + WORDS['meant'])}\b))",
    re.IGNORECASE,
)
# "Initialled, but did not sign, (the treaty)": what was not done with it is told aside, what was done stays.
ASIDE = re.compile(
    rf",? (?:but|and|though|although|yet)\b[^,;:.()]{{0,30}}? {NOT}(?: [a-z]+){{0,2}}? (?P<done>[a-z]+),"
    r"(?: [\w’'-]+){0,6} ?$",
    re.IGNORECASE,
)
# "Signed but (did not ratify the treaty)".
DONE_BEFORE = re.compile(
    r"\b(?P<done>[a-z]+)(?: it)?,? (?:but|and|though|although|yet)\b(?: it| they| has| have| had| is| was)* ?$",
    re.IGNORECASE,
)
# The verdict of a list behind the object: "(the treaty) between Peru and Chile - not yet signed".
NOT_YET = re.compile(
    rf"(?:[^,;:.()|]|{INNER}){{0,100}}?(?: [-–—]|[:|(,])\s*(?:still )?not(?: yet| been| formally| in effect)*"
    rf" (?P<done>{any_of(WORDS['done'])})[)\s]*\.?\s*$",
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
TOLD_OF_IT = re.compile(r",? ?(?:which was |already )?([a-z]+)\b[^;:.()]*\bbe(?:en)? ", re.IGNORECASE)
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
# Stages of what is over and done; first those that nobody is at by being allowed to.
ENTERED = UNDOING | {"signed", "ratified", "joined"}
DONE = ENTERED | {"in-force", "concluded", "completed", "recognised", "held", "occurred"}
FAR = 60
"""Characters between the negation or condition and the object over which it is taken to hold."""
LONGEST = 40
"""Characters of a negation itself."""
REACH = 400
"""Characters behind the object in which its predicate is looked for."""


def is_undone(kind: str, stage: str, before: str, told: str = "", after: str = "", event: str | None = None) -> bool:
    """Whether the sentence of the object ``told``, with what stands ``before`` and ``after`` it, negates or only
    supposes an act of this kind at this stage: "did not sign", "has not been signed"."""
    if kind not in ACTS or is_told_beside(kind, stage, after):
        return False
    near = before[-FAR - LONGEST :]
    if is_supposed(kind, stage, before, after) or is_asked(kind, stage, before, after):
        return True
    if stage in NEGATIVE:
        return stage == "not-member" and undoing_is_negated(near, told)  # "has not left" belongs
    if (kind, stage) == ("agreement", "provides") or (kind, event) == ("event", "REJECT"):
        return False
    if is_said_to_be_false(stage, near, after):
        return True
    if stage in UNDOING:
        return undoing_is_negated(near, told)
    return (
        is_negated(kind, stage, near, after) or bool(ITSELF.match(told)) or is_not_done(kind, stage, near, told, after)
    )


def is_told_beside(kind: str, stage: str, after: str) -> bool:
    """Whether a clause behind the object tells the act, whatever becomes of the object before: "which it joined"."""
    match, own = BESIDE.match(after), OWN.get(f"{kind}.{stage}")
    return bool(match and own and own.fullmatch(match["done"]))


def is_supposed(kind: str, stage: str, before: str, after: str) -> bool:
    """Whether the act is a condition or a mere possibility: "if it signed", "might sign", "once it has signed"."""
    near = before[-FAR - LONGEST :]
    if holds(SUPPOSED.search(near)) or (stage in ENTERED and MAY.search(near)):
        return True
    for possible, turn in POSSIBLE:
        match = possible.search(near)
        if match and holds(match) and not turn.search(match["rest"]):
            return True
    return stage in DONE and (is_condition(before, after) or is_given(kind, stage, before, after))


def is_condition(before: str, after: str) -> bool:
    """Whether the act has to come before what the sentence says "will" be: "once Peru signs"."""
    match = AS_SOON.search(before[-FAR - LONGEST :])
    if match is None or not holds(match):
        return False
    told = PRESENT_BEHIND.match(after) if ARTICLE.fullmatch(match["rest"]) else PRESENT.search(match["rest"])
    if told is None or PAST.search(match["rest"]):
        return False
    return bool(WILL.search(after) or WILL.search(before[: len(before) - len(match[0])]))


def is_given(kind: str, stage: str, before: str, after: str) -> bool:
    """The same where it is told behind the object: "the treaty, once ratified, will"."""
    match, own = GIVEN.match(after), OWN.get(f"{kind}.{stage}")
    return bool(match and own and own.fullmatch(match["done"]) and (WILL.search(after) or WILL.search(before)))


def is_asked(kind: str, stage: str, before: str, after: str) -> bool:
    """Whether the sentence asks for the act, or supposes it by turning the verb round ("Had Peru signed"). What is told
    of the object on the way is so all the same: "Had the treaty signed in May been ratified"."""
    if len(before) > FAR + LONGEST:
        return False
    match = TURNED_ROUND.match(before) or (ASKING.match(before) if after.rstrip("\"”’' ").endswith("?") else None)
    if match is None or not holds(match) or TELLING.search(match["rest"]) or TURN.search(match["rest"]):
        return False
    own, told_of_it = OWN.get(f"{kind}.{stage}"), TOLD_OF_IT.match(after)
    return not (own and told_of_it and own.fullmatch(told_of_it[1]))


def is_said_to_be_false(stage: str, near: str, after: str) -> bool:
    """Whether the act is a false report, or all but done where the stage is that it was: "came close to signing"."""
    match = TOLD.search(near)
    if match and holds(match) and not TURN.search(match["rest"]) and UNTRUE.match(after):
        return True
    return stage in DONE and holds(NEARLY.search(near))


def holds(match: re.Match[str] | None) -> bool:
    """Whether what ``match`` found is near enough to the object: "if Ukraine joined"."""
    return match is not None and len(match["rest"]) <= FAR


def undoing_is_negated(before: str, told: str) -> bool:
    """Whether what is negated is that something was undone: "did not break off relations"; "no longer" undoes."""
    for match in (NEGATED.search(before), REFUSED.search(before)):
        if match and holds(match) and not TURN.search(match["rest"]):
            return bool(BREAKING.search(match[0]) or BREAKING.match(told))
    itself = ITSELF.match(told)
    return itself is not None and BREAKING.search(told, itself.end()) is not None


def is_negated(kind: str, stage: str, before: str, after: str) -> bool:
    """Whether ``before`` negates what is done with the object: "did not sign". Who refuses does an event. Of "signed
    but did not ratify" the first has been done."""
    if NOTHING.search(before):
        return True
    own = OWN.get(f"{kind}.{stage}")
    for match in (NEGATED.search(before), None if kind == "event" else REFUSED.search(before)):
        if match and holds(match) and not TURN.search(match["rest"]):
            first = DONE_BEFORE.search(before, 0, match.start())
            if first and own and own.fullmatch(first["done"]) and not own.search(match["rest"]):
                return False
            return bool(TO_COME.match(match[0])) or not AT_LAST.match(after)
    return False


def is_not_done(kind: str, stage: str, before: str, told: str, after: str) -> bool:
    """Whether an aside before the object, its own end, or the predicate behind it says that this was not done with it:
    "has not been signed". What was told of it before has been done all the same: "signed in May, has not been
    ratified"."""
    own = OWN.get(f"{kind}.{stage}")
    for match in (ASIDE.search(before), NOT_YET.match(after[:REACH]), NOT_YET.match(told)):
        if match and own and any(own.fullmatch(form) for form in pasts(match["done"])):
            return True
    match = PREDICATE.match(after[:REACH])
    if match is None or not PASSIVE.search(f"{match['verb']} {match['done']}") or (kind, stage) == ("event", "ongoing"):
        return False
    if " and " in match["own"] and not BETWEEN.search(match["own"]):
        return False
    if not TO_COME.match(match["verb"]) and AT_LAST.match(after, match.end()):
        return False
    if match["first"] or DETAIL.search(match["own"]):
        return own is not None and own.fullmatch(match["done"]) is not None
    return True


def pasts(verb: str) -> tuple[str, ...]:
    """What the past of ``verb`` may be, and the verb itself: "sign" and "signed"."""
    return verb, f"{verb}d", f"{verb}ed", f"{verb.removesuffix('y')}ied"
