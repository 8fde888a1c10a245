"""Sentences and clauses around a date, and whether their verb tells of what has been or of what is to come."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Literal

from dragoman.dates.words import CalendarWords

Tense = Literal["past", "ahead", "since", "due", "unknown"]
"""``since`` is given by the word alone and never found by a verb; ``due`` is what was to be, "was due on"."""

SEEN_BEFORE = 160
SEEN_AFTER = 120
"""How many characters before and after a date its verb may stand."""

_SENTENCE_END = re.compile(
    r"(?<=[.!?])[\"”’)]{0,3}\s{1,3}(?=[A-Z“\"(])|(?<![\w,])(?<![\w,] )\n|\n(?![^\S\n]{0,40}[a-z])"
)
"""A line end is none where a wrapped line goes on: "will not" / "host the summit"."""
_ABBREVIATION = re.compile(r"(?:^|[\s(.])(?:[A-Za-z]|[A-Z][a-z]{1,2}|Sept|Gov|Prof|Gen|Sec|Amb)\.$")
_CLAUSE_BEGINS = re.compile(r";|[,”\"] (?:and|but|while|whereas|although|though|so|then)(?=[\s,])| (?:while|whereas) ")
_ASIDE = re.compile(r"[^\S\n]?(?:,[^,;]{1,100},|\([^()]{1,60}\))")
_SPEAKER = re.compile(r",[”\"]?(?: [\w.’'-]{1,30}){1,6} (?:said|says|told|announced|reported)(?!\w)|;")
_TIME_OF_DAY = r"(?: (?:morning|afternoon|evening|night|noon))?"
_BEHIND = re.compile(rf"{_TIME_OF_DAY} (?:(?:also|has|have|had|not|[a-z]{{2,12}}ly) ){{0,2}}$")
_BESIDE = re.compile(
    r"(?: (?:here|there|again|late|early|back|together|as|mid|only|the|beginning|start|end|middle|of|[a-z]{3,6}day))*"
    r" ?(?:on|in|by|at|until|till|before|since|from|for|during|this|last|next|of)?"
    r"(?: (?:the|late|early|mid|end|beginning|start|middle|of))*[ -]?$"
)
NAMED_BY = re.compile(
    r"(?<!end)(?<!beginning)(?<!start)(?<!middle)(?<!half)"
    r"(?<!week)(?<!month)(?<!quarter)(?<!part)(?<!days) (?:of|for) $"
)
"""A noun with its date, of which the verb of the sentence says nothing: "the treaty of 9 August", "talks for July"."""
_OF_A_NOUN = re.compile(r"(?<!on )(?<!since )(?<!until )(?<!by )(?<!from )(?<!\w)(?:an?|the|its|their|his|her|our) $")
"""A date before its noun: "discussed plans for a May 29–30 summit"."""


def sentence_starts(text: str) -> list[int]:
    """Where sentences begin, as far as dates need to know: a split too few does little harm."""
    starts = [0]
    for match in _SENTENCE_END.finditer(text):
        if match[0] == "\n" or not _ABBREVIATION.search(text[max(0, match.start() - 8) : match.start()]):
            starts.append(match.end())
    return starts


def tense_at(text: str, start: int, end: int, starts: list[int], words: CalendarWords) -> Tense:
    """The tense of the clause whose date stands at ``start:end``: "signed on May 5" is past, "will meet on" ahead.

    The verb just before the date counts first ("announced on Monday it would"), then the one just behind it ("on
    Friday suspended its planned talks"), the nearest before in its clause, the first behind, the nearest before at all.
    """
    if words.verb is None:
        return "unknown"
    sentence = bisect_right(starts, start)
    begins = max(starts[sentence - 1], start - SEEN_BEFORE)
    ends = min(starts[sentence] if sentence < len(starts) else len(text), end + SEEN_AFTER)
    before = " ".join(text[begins:start].split("\n")) if begins < start else ""
    clause = before[max((match.end() for match in _CLAUSE_BEGINS.finditer(before)), default=0) :]
    nearest = _last(clause, words.verb)
    if words.awaited and words.awaited.search(clause, nearest.start() if nearest else 0):
        return "ahead"
    if nearest and _BESIDE.match(clause[nearest.end() :]):
        if clause[nearest.end() :] == " for " and nearest[0].split()[-1] in words.fixes:
            return "ahead"  # "another meeting was called for Friday"
        named = NAMED_BY.search(text, max(0, start - 12), start) and not (nearest["plan"] or nearest["due"])
        return "unknown" if named else _of(nearest)
    near = text[max(0, start - 12) : start]
    if NAMED_BY.search(near) or (_OF_A_NOUN.search(near) and re.match(r" [A-Za-z]", text[end : end + 2])):
        return "unknown"
    after = _behind(text[end:ends])
    first = next((match for match in words.verb.finditer(after) if _is_finite(match, after)), None)
    if first and text[end : end + 1] != "," and _BEHIND.fullmatch(after[: first.start()]):
        return _of(first)
    if nearest and _is_of_its_object(nearest, clause, words):
        return "unknown"
    found = nearest or first or _last(before, words.verb)
    return _of(found) if found else "unknown"


def _is_of_its_object(verb: re.Match[str], clause: str, words: CalendarWords) -> bool:
    """Whether the date is that of what is spoken of, which may lie ahead: "they discussed their summit in May"."""
    return verb[0] in words.speaks and bool(words.occasion and words.occasion.search(clause, verb.end()))


def _behind(after: str) -> str:
    """What follows a date without asides and speakers: ", the minister, who was ill, will travel" is "will travel"."""
    after = after.replace("\n", " ")
    speaker = _SPEAKER.search(after)
    after = after[: speaker.start()] if speaker else after
    lead = 1 if after.startswith(",") else 0
    return _ASIDE.sub("", after[lead:])


def _last(before: str, verb: re.Pattern[str]) -> re.Match[str] | None:
    """The last verb of ``before``."""
    return max(verb.finditer(before), key=lambda match: match.end(), default=None)


def _is_finite(match: re.Match[str], after: str) -> bool:
    """Whether a verb behind the date is one of its clause, not "the visit planned for June"."""
    return match["plan"] is None or after[: match.start()].endswith(("is ", "are ", "be ", "been "))


def _of(match: re.Match[str]) -> Tense:
    if match["due"] or match["open"]:
        return "due" if match["due"] else "unknown"
    return "past" if match["done"] else "ahead"
