"""Negated, conditional and merely possible acts state nothing: neither "did not sign" nor "if it signed" nor "might
sign" nor "the treaty has not been signed" is a signature. The network alone reads over the small word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dragoman.reading import negation_forms as forms

# Kinds of acts and states that a negation undoes; for the others it is part of what is said.
ACTS = frozenset({"relations", "membership", "agreement", "mission", "assistance", "meeting", "office", "event"})
# Stages that a negated wording may rightly have; those of the second group not where an undoing itself is negated.
NEGATIVE = frozenset(["not-recognised", "not-member", "not-seeking"])
UNDOING = frozenset(["severed", "downgraded", "left", "suspended", "ended", "cancelled"])
# Stages of what is over and done; first those that nobody is at by being allowed to.
ENTERED = UNDOING | {"signed", "ratified", "joined"}
DONE = ENTERED | {"in-force", "concluded", "completed", "recognised", "held", "occurred"}
# Acts of which "if", as the first word of the object, is no topic: "talks on whether to sign" are held.
SUPPOSED_ACTS = ENTERED | {"in-force", "concluded", "recognised"}
FAR = 60
"""Characters between the negation or condition and the object over which it is taken to hold."""
LONGEST = 40
"""Characters of a negation itself."""
REACH = 400
"""Characters behind the object in which its predicate is looked for."""


@dataclass(frozen=True, slots=True)
class Told:
    """An act of ``kind`` at ``stage``, with the sentence that it is read from: its object ``told``, and what stands
    ``before`` and ``after`` that."""

    kind: str
    stage: str
    before: str
    told: str
    after: str
    event: str | None

    @property
    def near(self) -> str:
        """The end of ``before``, in which a negation of this act may stand."""
        return self.before[-FAR - LONGEST :]

    @property
    def own(self) -> re.Pattern[str] | None:
        """The past forms that say the stage itself: "signed"; None where none are known."""
        return forms.OWN.get(f"{self.kind}.{self.stage}")

    def is_said_by(self, verb: str) -> bool:
        return self.own is not None and self.own.fullmatch(verb) is not None


def is_undone(kind: str, stage: str, before: str, told: str = "", after: str = "", event: str | None = None) -> bool:
    """Whether the sentence of the object ``told``, with what stands ``before`` and ``after`` it, negates or only
    supposes an act of this kind at this stage: "did not sign", "has not been signed"."""
    said = Told(kind, stage, before, told, after, event)
    return next((undone for is_so, undone in ORDER if is_so(said)), False)


def is_formula(said: Told) -> bool:
    """Whether it is what every such text closes with: "decides to remain seized of the matter"."""
    return said.kind == "objective" and forms.FORMULA.search(said.near + said.told) is not None


def is_no_measure(said: Told) -> bool:
    """Whether a mere description is denied: "is not a major destination for exports"."""
    match = forms.NEGATED.search(said.near) if said.kind == "indicator" else None
    return match is not None and bool(match["rest"].strip()) and forms.ARTICLE.fullmatch(match["rest"]) is not None


def never_was(said: Told) -> bool:
    """Whether what is read as broken off has not been at all: "has not had relations with Peru"; "since" tells that
    it had been."""
    broken = said.kind == "relations" and said.stage in ("severed", "downgraded")
    return broken and not forms.SINCE.search(said.after) and forms.NEVER_HAD.search(said.near + said.told) is not None


def never_met(said: Told) -> bool:
    """Whether a meeting that is read as held or called off has not been: "had not met since 2002"; "until" tells that
    it was at last, and of "had not met since the summit" the summit was held."""
    if (said.kind, said.stage) not in (("meeting", "held"), ("meeting", "cancelled")):
        return False
    before = forms.CLAUSE.split(said.before)[-1]
    clause = before + said.told + said.after[:REACH]
    match = forms.NOT_MET.match(clause)
    if match is None or forms.AT_LAST.match(clause, match.end()):
        return False
    return not forms.SINCE.search(clause, match.end(), max(match.end(), len(before)))


def is_no_act(said: Told) -> bool:
    return said.kind not in ACTS


def is_told_beside(said: Told) -> bool:
    """Whether a clause behind the object tells the act, whatever becomes of the object before: "which it joined"."""
    match = forms.BESIDE.match(said.after)
    return match is not None and said.is_said_by(match["done"])


def is_supposed(said: Told) -> bool:
    """Whether the act is a condition or a mere possibility: "if it signed", "might sign", "once it has signed"."""
    if holds(forms.SUPPOSED.search(said.near)) or (said.stage in ENTERED and forms.MAY.search(said.near)):
        return True
    if said.stage in SUPPOSED_ACTS and forms.SUPPOSED_ITSELF.match(said.told):
        return True
    for possible, turn in forms.POSSIBLE:
        match = possible.search(said.near)
        if match and holds(match) and not turn.search(match["rest"]):
            return True
    return said.stage in DONE and (is_condition(said) or is_given(said))


def is_condition(said: Told) -> bool:
    """Whether the act has to come before what the sentence says "will" be: "once Peru signs"."""
    match = forms.AS_SOON.search(said.near)
    if match is None or not holds(match):
        return False
    told = (
        forms.PRESENT_BEHIND.match(said.after)
        if forms.ARTICLE.fullmatch(match["rest"])
        else forms.PRESENT.search(match["rest"])
    )
    if told is None or forms.PAST.search(match["rest"]):
        return False
    return bool(forms.WILL.search(said.after) or forms.WILL.search(said.before[: len(said.before) - len(match[0])]))


def is_given(said: Told) -> bool:
    """The same where it is told behind the object: "the treaty, once ratified, will"."""
    match = forms.GIVEN.match(said.after)
    if match is None or not said.is_said_by(match["done"]):
        return False
    return bool(forms.WILL.search(said.after) or forms.WILL.search(said.before))


def is_asked(said: Told) -> bool:
    """Whether the sentence asks for the act, or supposes it by turning the verb round ("Had Peru signed"). What is told
    of the object on the way is so all the same: "Had the treaty signed in May been ratified"."""
    if len(said.before) > FAR + LONGEST:
        return False
    question = said.after.rstrip("\"”’' ").endswith("?")
    match = forms.TURNED_ROUND.match(said.before) or (forms.ASKING.match(said.before) if question else None)
    if match is None or not holds(match) or forms.TELLING.search(match["rest"]) or forms.TURN.search(match["rest"]):
        return False
    told_of_it = forms.TOLD_OF_IT.match(said.after)
    return told_of_it is None or not said.is_said_by(told_of_it[1])


def has_not_left(said: Told) -> bool:
    """Whether who is read as no member has not left, and so belongs."""
    return said.stage == "not-member" and undoing_is_negated(said)


def is_negation(said: Told) -> bool:
    """Whether a negation is what is told: no member, a duty not to act, a rejection."""
    return said.stage in NEGATIVE or (said.kind, said.stage) == ("agreement", "provides") or is_rejection(said)


def is_rejection(said: Told) -> bool:
    return (said.kind, said.event) == ("event", "REJECT")


def is_said_to_be_false(said: Told) -> bool:
    """Whether the act is a false report, or all but done where the stage is that it was: "came close to signing"."""
    match = forms.TOLD.search(said.near)
    if match and holds(match) and not forms.TURN.search(match["rest"]) and forms.UNTRUE.match(said.after):
        return True
    return said.stage in DONE and holds(forms.NEARLY.search(said.near))


def is_contrasted(said: Told) -> bool:
    """Whether the act is told of something else, and not of this: "joined the Forum, but not the Bank"."""
    return forms.CONTRAST.search(said.near) is not None


def was_only_meant(said: Told) -> bool:
    """Whether somebody had meant to undo something: "had intended to leave". Other acts that were meant are planned."""
    match = forms.HAD_MEANT.search(said.near)
    return said.stage in UNDOING and match is not None and holds(match) and not forms.PAST.search(match["rest"])


def undoing_is_negated(said: Told) -> bool:
    """Whether what is negated is that something was undone: "did not break off relations"; "no longer" undoes."""
    for match in negations(said):
        return bool(forms.BREAKING.search(match[0]) or forms.BREAKING.match(said.told))
    itself = forms.ITSELF.match(said.told)
    return itself is not None and forms.BREAKING.search(said.told, itself.end()) is not None


def negated_undoing(said: Told) -> bool:
    return said.stage in UNDOING and undoing_is_negated(said)


def is_undoing(said: Told) -> bool:
    return said.stage in UNDOING


def goes_on_all_the_same(said: Told) -> bool:
    """Whether the negated end of an event tells that it goes on: "will not lift the ban"."""
    return is_going_on(said) and any(forms.LIFTING.search(match["rest"]) for match in negations(said))


def negations(said: Told) -> Iterator[re.Match[str]]:
    """The negation and the refusal that hold over the object, each up to it."""
    for match in (forms.NEGATED.search(said.near), forms.REFUSED.search(said.near)):
        if match and holds(match) and not forms.TURN.search(match["rest"]):
            yield match


def is_former(said: Told) -> bool:
    """Whether a membership that there is no longer is told as one that was left: "no longer a member of"."""
    member = said.kind == "membership" and said.stage in ("member", "partner")
    return member and bool(forms.FORMER.search(said.near) or forms.FORMER.match(said.told))


def is_negated(said: Told) -> bool:
    """Whether what stands before the object negates what is done with it: "did not sign". Who refuses does an event.
    Of "signed but did not ratify" the first has been done."""
    if forms.NOTHING.search(said.near):
        return True
    for match in negations(said):
        if said.kind == "event" and match.re is forms.REFUSED:
            continue
        first = forms.DONE_BEFORE.search(said.near, 0, match.start())
        if first and said.is_said_by(first["done"]) and said.own and not said.own.search(match["rest"]):
            return False
        return bool(forms.TO_COME.match(match[0])) or not forms.AT_LAST.match(said.after)
    return False


def negates_itself(said: Told) -> bool:
    return forms.ITSELF.match(said.told) is not None


def is_not_done(said: Told) -> bool:
    """Whether an aside before the object, its own end, or the predicate behind it says that this was not done with it:
    "has not been signed". What was told of it before has been done all the same ("signed in May, has not been
    ratified"), and negotiations that have not been concluded go on."""
    for match in (
        forms.ASIDE.search(said.near),
        forms.NOT_YET.match(said.after[:REACH]),
        forms.NOT_YET.match(said.told),
    ):
        if match and any(said.is_said_by(form) for form in pasts(match["done"])):
            return True
    match = forms.PREDICATE.match(said.after[:REACH])
    if match is None or not forms.PASSIVE.search(f"{match['verb']} {match['done']}") or is_going_on(said):
        return False
    if " and " in match["own"] and not forms.BETWEEN.search(match["own"]):
        return False
    if not forms.TO_COME.match(match["verb"]) and forms.AT_LAST.match(said.after, match.end()):
        return False
    if match["first"] or forms.DETAIL.search(match["own"]) or said.stage == "negotiating":
        return said.is_said_by(match["done"])
    return True


def is_going_on(said: Told) -> bool:
    return (said.kind, said.stage) == ("event", "ongoing")


def is_vacant(said: Told) -> bool:
    """Whether nobody holds the office: "the post is vacant"."""
    if (said.kind, said.stage) != ("office", "holds"):
        return False
    return bool(forms.VACANT.search(said.told) or forms.VACANT_BEHIND.match(said.after[:REACH]))


def holds(match: re.Match[str] | None) -> bool:
    """Whether what ``match`` found is near enough to the object: "if Ukraine joined"."""
    return match is not None and len(match["rest"]) <= FAR


def pasts(verb: str) -> tuple[str, ...]:
    """What the past of ``verb`` may be, and the verb itself: "sign" and "signed"."""
    return verb, f"{verb}d", f"{verb}ed", f"{verb.removesuffix('y')}ied"


ORDER: tuple[tuple[Callable[[Told], bool], bool], ...] = (
    (is_formula, True),
    (is_no_measure, True),
    (is_no_act, False),
    (is_told_beside, False),
    (is_supposed, True),
    (is_asked, True),
    (has_not_left, True),
    (is_negation, False),
    (is_said_to_be_false, True),
    (is_contrasted, True),
    (was_only_meant, True),
    (negated_undoing, True),
    (never_was, True),
    (never_met, True),
    (is_undoing, False),
    (goes_on_all_the_same, False),
    (is_former, False),
    (is_negated, True),
    (negates_itself, True),
    (is_not_done, True),
    (is_vacant, True),
)
"""Whether an act is undone where this is so of it; the first that is so decides."""
