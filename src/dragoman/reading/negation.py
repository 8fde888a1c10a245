"""Negated, conditional and merely possible acts state nothing: neither "did not sign" nor "if it signed" nor "might
sign" is a signature. The network alone reads over the small word."""

from __future__ import annotations

import re

# An auxiliary with "not" or "never" before a verb in the same clause: no comma, stop or "but" may come between it and
# what follows, and "not only" negates nothing.
NEGATED = re.compile(
    r"\b(?:(?:do|does|did|has|have|had|is|are|was|were|will|would|can|could|should)(?: also| still)? (?:not|never)\b"
    r"|(?:do|does|did|has|have|had|is|are|was|were|wo|would|ca|could|should)n['’]t\b|\bnever\b)(?! only\b)"
    r"(?P<rest>[^,;:.()]*)$",
    re.IGNORECASE,
)
SUPPOSED = re.compile(r"\b(?:if|whether|unless)\b(?P<rest>[^,;:.()]*)$", re.IGNORECASE)
POSSIBLE = re.compile(r"\bmight\b(?P<rest>[^,;:.()]*)$", re.IGNORECASE)
TURN = re.compile(r"\b(?:but|until|unless|without|although|because)\b", re.IGNORECASE)
# Kinds of acts and states that a negation undoes; for the others it is part of what is said.
ACTS = frozenset({"relations", "membership", "agreement", "mission", "assistance", "meeting", "office", "event"})
# Stages that a negated wording may rightly have.
NEGATIVE = frozenset(
    ["not-recognised", "severed", "downgraded", "not-member", "not-seeking", "left", "suspended", "ended", "cancelled"]
)
FAR = 60
"""Characters between the negation or condition and the object over which it is taken to hold."""


def is_undone(kind: str, stage: str, before: str) -> bool:
    """Whether ``before``, the clause up to the object, negates or only supposes an act of this kind at this stage."""
    if kind not in ACTS:
        return False
    supposed = SUPPOSED.search(before) or POSSIBLE.search(before)
    if supposed is not None and len(supposed["rest"]) <= FAR:
        return True
    if stage in NEGATIVE and stage != "severed":
        return False
    match = NEGATED.search(before)
    return match is not None and len(match["rest"]) <= FAR and not TURN.search(match["rest"])
