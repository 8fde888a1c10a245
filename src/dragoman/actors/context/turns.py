"""Who asks in a record of questions and answers: "Q: What did they tell us?", "The Herald: Can you confirm it?"."""

from __future__ import annotations

import re

QUESTION = re.compile(
    r"(?i)\W{0,2}(?:[a-z-]{2,9} question:|Q(?:uestion)?(?:\s?\d{1,3})?\s?:|Q\.|Question(?:\s?\d{1,3})?\.)"
)
"""A "Second question:" too, and no "Q3. We expect growth", which is a quarter."""
TURN = re.compile(r"\n(?=\n|(?:[^\W\d_a-z][^:\n?!]{0,40}:|[AQ]\.)\s)")
"""Where a turn begins: behind an empty line, or on a line of its own with a label, "A:", "Minister Lind:"."""
LABEL = re.compile(r"\W{0,2}(?P<who>[^\W\d_a-z][^:\n.?!]{1,40}):\s")
ANSWERS = ("a", "answer")
LONGEST = 4000
"""Characters of a paragraph that are looked back over."""


def is_asked(text: str, at: int, speaker: str = "") -> bool:
    """Whether the paragraph in which the character ``at`` stands is a question: it is called one, or, at a conference
    of ``speaker`` ("CHN/Jo Lind"), somebody else's turn, "The Herald: ..."."""
    begin = max(0, at - LONGEST)
    starts = [mark.end() for mark in TURN.finditer(text, begin, at)]
    if begin and not starts:
        return False
    start = starts[-1] if starts else 0
    paragraph = text[start : start + 60].lstrip("\n")
    if QUESTION.match(paragraph):
        return True
    label = LABEL.match(paragraph)
    if not speaker or label is None or label["who"].lower() in ANSWERS:
        return False
    words = {word.lower() for word in label["who"].split()}
    return words.isdisjoint(speaker.partition("/")[2].lower().split()) and "spokesperson" not in words


def gives_conference(title: str, name: str) -> bool:
    """Whether ``title`` is "Spokesperson Jo Lind's Regular Press Conference" of the one of that ``name``."""
    whose, _, behind = title.partition(name)[2].partition(" ") if name else ("", "", "")
    return whose in ("'s", "’s") and any(word in behind.lower().split() for word in ("conference", "briefing"))
