"""Stages that words before the object decide: "will sign" is no signature, and who joined a partnership has joined."""

from __future__ import annotations

import re

# A word that puts the verb after it into the future, that verb, and no more than an article before the object.
TO_COME = re.compile(
    r"\b(?:will|shall|(?:is|are|was|were|be|due|expected|scheduled|set|about|plans?|planned|intends?|intended|hopes?"
    r"|hoped|wants?|wanted|aims?|agreed|promised|pledged|prepared|preparing) to)"
    r"(?: also| soon| then| jointly| formally| shortly| be| again){0,2} [a-z]+"
    r"(?: with| in| to| on| of| for)?(?: an?| the| its| their| his| her| this| new| another){0,2}\s*$",
    re.IGNORECASE,
)
STILL_TO_COME = {
    ("agreement", "signed"): "proposed",
    ("agreement", "ratified"): "proposed",
    ("agreement", "concluded"): "proposed",
    ("relations", "established"): "planned",
    ("mission", "deployed"): "planned",
    ("assistance", "completed"): "planned",
    ("assistance", "under-way"): "planned",
    ("meeting", "held"): "planned",
    ("event", "occurred"): "planned",
    ("progress", "done"): "planned",
}
"""(kind, stage as if done) -> the stage of the same act before it is done."""
JOINED = re.compile(r"\b(?:joined|acceded to)(?: (?:the|its|their|this|an?))?\s*$", re.IGNORECASE)


def stage_told(kind: str, stage: str, before: str) -> str:
    """``stage``, or the one that ``before``, the clause up to the object, has words for."""
    if kind == "membership" and stage in ("member", "partner") and JOINED.search(before[-40:]):
        return "joined"
    return stage_to_come(kind, stage, before)


def stage_to_come(kind: str, stage: str, before: str) -> str:
    """``stage``, or that of the act still to come where ``before``, the clause up to the object, puts it into the
    future."""
    planned = STILL_TO_COME.get((kind, stage))
    return planned if planned and TO_COME.search(before[-160:]) else stage
