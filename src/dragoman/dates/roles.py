"""In which way a date places something in time: as a point, a beginning, an end, a deadline, or as part of a name."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from dragoman.datafiles import any_word
from dragoman.dates.points import Mention, Role
from dragoman.dates.words import ENGLISH, CalendarWords
from dragoman.edtf import is_valid

Basis = Literal["absolute", "partial", "relative", "fiscal"]


BEFORE = 60
"""How far before a date the word that gives its role may stand."""

CLAUSE = 100
"""How far before a date the "until" of its clause may stand: "until the legation was established in May 1930"."""


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date at ``start:end`` of the text, in EDTF.

    ``date`` and ``end_date`` are what a statement's ``date`` and ``end`` would be: both for an interval, only the
    latter for "until" and "by"; both as well for a part of a year ("in the first quarter of 2019"), which is a point as
    coarse as that, for things happen in it. Both are null where the text does not give enough ("November 2", no year).
    ``basis`` is ``absolute`` (all of it is in the words), ``partial`` (its year was found elsewhere), ``relative``
    (told from the day of writing or an earlier date) or ``fiscal``. ``role`` ``name`` marks a date that is part of what
    something is called ("the 2019 earthquake"): it belongs to the thing, not to what the sentence says of it.
    ``cue_start`` is where the word stands that gives the role ("since", "until", "by"), else ``start``.
    """

    start: int
    end: int
    text: str
    date: str | None
    end_date: str | None
    basis: Basis
    role: Role
    cue_start: int

    def seen_from(self, start: int) -> FoundDate:
        """The date as a passage that begins at ``start`` has it: a point where "until" or "by" stands before that.

        In "it stayed in Riga until the legation in Tallinn was established on June 30, 1930" the date ends the stay,
        and is the day of the establishing.
        """
        if self.cue_start >= start or self.role not in ("since", "until", "deadline"):
            return self
        return replace(self, date=self.date or self.end_date, end_date=None, role="point")


UNTIL_CLAUSE = re.compile(
    r"(?i)(?<!\w)(?:until|till|prior to(?!(?: [\w’'-]+(?<!ing)){1,8} on (?:the )?$)|pending)[^\S\n]"
    r"[^.;:,()\n]{1,90}[^\S\n](?:(?:in|on)[^\S\n])?$"
)
_UNTIL = re.compile(r"(?i)(?:up )?(?:un)?till?(?!\w)")
_DENIED = re.compile(
    r"(?i)(?<!\w)(?:(?:is|are|was|were|do|does|did|has|have|had|could)(?: not|n['’]t)|not(?=[^\S\n]$)|never"
    r"|(?<!with )(?<!under )(?<!in )(?<!by )(?<!at )(?<!of )no(?! (?:\d|more|less|fewer|longer|later|doubt))"
    r"|(?:will|would|shall) not(?= (?:be \w+ed|enter|come|take|begin|start)(?!\w)))[^\S\n]"
    r"(?P<rest>(?:(?!(?<!\w)(?:(?:which|that|who|whose|where|when|while|but|although|because|or)(?!\w)"
    r"|and (?-i:[a-z])))[^.,;:()\n])*)$"
)
_HELD = re.compile(rf"(?i)^{any_word(ENGLISH['goes_on'])}(?:ed|s|ing)?(?!\w)|\w {any_word(ENGLISH['kept_up'])}[^\S\n]$")
"""What goes on until then: "did not stay until 1991", "did not renew the pact valid until 1991"."""
OTHER_YEARS = re.compile(
    r"(?i)(?:(?<!\w)(?:the|its|their|our)|['’]s?)[^\S\n](?P<years>(?:(?:1[5-9]|20)\d\d,?[^\S\n](?:(?:and|or)[^\S\n])?){1,4})$"
)
"""Before the last of several years that are told of one thing: "the 2018 and | 2023 elections"."""
_YEARS_BEHIND = re.compile(r"(?:,?[^\S\n](?:(?:and|or)[^\S\n])?(?:1[5-9]|20)\d\d(?!\d)){1,4}")
_NAME_AFTER = re.compile(r"[^\S\n](?P<word>[A-Za-z][\w.’'-]{1,30})")
_DETERMINED = re.compile(
    r"(?i)(?:(?<!\w)(?:the|a|an|its|their|our|this|that)|['’]s?)[^\S\n](?:early[- ]|late[- ]|mid[- ])?$"
)
_CALLED = re.compile(
    rf"(?i)(?<!\w)(?:{any_word(ENGLISH['resolutions'])}(?: nos?\.?)?"
    r" (?:[\d/]{1,12} ?\(\d{4}\)[,;]? (?:and )?){0,12}[\d/]{1,12} ?\("
    r"|[a-z]{1,4}(?:/[\w.]{1,12}){0,3}/(?=\w{0,8}\d)[\w.]{1,12} ?\("
    rf"|{any_word(ENGLISH['acts'])},? (?:of )?)$"
)
_ONWARDS = re.compile(
    r"(?i)[^\S\n](?:onwards?|and (?:after|beyond|later)|(?:to|until) (?:the )?(?:present|now|today|date))(?!\w)"
    r"|\s?[-–—]\s?(?:(?:present|date|today|now)(?!\w)|\))"
)
_COMPARED = re.compile(
    r"(?i)(?:%|(?<!\w)(?:per ?cent|percentage points?|up|down))(?!\w)[^.;()\n]{0,30}?"
    r"[^\S\n]from[^\S\n](?:the[^\S\n])?$"
)
_TO_A_LEVEL = re.compile(r"(?i)(?<!\w)to(?: [a-z]{3,13}){0,2} [\d.,]{1,9}[^\S\n]?$")
_EXTENDED = re.compile(rf"(?i)(?<!\w){any_word(ENGLISH['extended'])}(?!\w)[^.;:()\n]{{0,50}}[^\S\n]to[^\S\n](?:the )?$")
FILLING = re.compile(
    r"(?i)(?:(?<!\w)(?:the )?(?:end|beginning|start|middle|close|year|summer|autumn|fall|spring|winter|early|late|mid)"
    r"(?: of)?(?: the)?[- ]|(?<!\w)(?:the|at least|around|about) |(?<!\w)[a-z]{3,6}day,? "
    r"|(?<!\w)(?:midnight|noon|\d{1,2}:\d{2}(?: ?[ap]\.?m\.?)?|\d{1,2}(?:\.\d{2})? ?[ap]\.?m\.?)"
    r"(?: [a-z]{2,10}){0,3},? (?:on )?){1,2}$"
)


def in_time(text: str, mention: Mention, words: CalendarWords, earlier: int) -> FoundDate | None:
    """The mention with its role, from the words after ``earlier``, the end of the date before, and after it."""
    first = mention.first.edtf()
    last = mention.last.edtf() if mention.last else None
    if (first and not is_valid(first)) or (last and not is_valid(last)):
        return None
    role, cue = _role(text, mention, words, earlier)
    if role == "since" and (_is_compared(text, mention) or is_record(text, mention, words)):
        role, cue = "name", mention.start
    if role == "until" and words.language == "en" and _is_at_last(text, cue, earlier):
        role = "interval" if last else "point"
    if role in ("until", "deadline"):
        first, last = None, last or first
    elif role == "since" and mention.basis != "relative":
        last = None
    basis: Basis = mention.basis  # type: ignore[assignment]
    return FoundDate(mention.start, mention.end, text[mention.start : mention.end], first, last, basis, role, cue)


def _role(text: str, mention: Mention, words: CalendarWords, earlier: int) -> tuple[Role, int]:
    """The role and where its cue stands."""
    offset = max(0, mention.start - BEFORE)
    before = text[offset : mention.start]
    if is_name(text, mention, words):
        return "name", mention.start
    if mention.pair:
        return "interval", mention.start
    trimmed = FILLING.sub("", before) if words.language == "en" else before
    cues: list[tuple[Role, re.Pattern[str]]] = [
        ("deadline", words.deadline),
        ("since", words.since),
        ("until", words.until),
    ]
    told = mention.basis == "relative" and mention.role == "interval"
    cues = cues[: 1 if told else 3]
    apart = _TO_COME.match(text, mention.start) or _LIMIT.match(text, mention.end)
    if text.startswith(("'s", "’s"), mention.end) and not apart:
        cues = cues[1:]  # of "hit by last summer's floods" it is no limit
    for role, pattern in cues:
        if cue := pattern.search(trimmed):
            return role, offset + cue.start()
    if words.language == "en" and (cue := _EXTENDED.search(trimmed)):
        return "until", offset + cue.start()
    if told:
        return "interval", mention.start
    if _ONWARDS.match(text, mention.end):
        return "since", mention.start
    if words.language == "en" and (
        cue := UNTIL_CLAUSE.search(text, max(earlier, mention.start - CLAUSE), mention.start)
    ):
        return "until", cue.start()
    return ("interval" if mention.role == "interval" else "point"), mention.start


_TO_COME = re.compile(r"(?i)(?:next|today|tomorrow|(?:this|the) coming)(?!\w)")
_LIMIT = re.compile(r"['’]s (?:\w+ )?(?:end|close|deadline|summit|elections?|session|meeting|conference)(?!\w)")


def _is_at_last(text: str, cue: int, earlier: int) -> bool:
    """Whether what the "until" at ``cue`` closes had not been before: "did not join until 1991" tells when it did."""
    if not _UNTIL.match(text, cue):
        return False
    denied = _DENIED.search(text, max(earlier, cue - CLAUSE), cue)
    return denied is not None and not _HELD.search(denied["rest"])


def _is_compared(text: str, mention: Mention) -> bool:
    """Whether the date is what a measure is compared with: "up 13.9% from 2019", "from the previous year"."""
    if _ONWARDS.match(text, mention.end):
        return False
    start = max(0, mention.start - BEFORE)
    compared = _COMPARED.search(text, start, mention.start)
    return compared is not None and not _TO_A_LEVEL.search(text, max(0, compared.start() - 30), compared.start())


def is_record(text: str, mention: Mention, words: CalendarWords) -> bool:
    """Whether something is only the first or the most since that date: "the first visit since 2012"."""
    before = max(0, mention.start - 2 * BEFORE)
    told = words.record.search(text, before, mention.start) if words.record else None
    return told is not None and told["lasting"] is None


def is_name(text: str, mention: Mention, words: CalendarWords) -> bool:
    """Whether the date is part of what something is called: "resolution 751 (1992)", "the 2019 earthquake"."""
    far = 4 * BEFORE if text[mention.start - 1 : mention.start] == "(" else BEFORE
    before = text[max(0, mention.start - far) : mention.start]
    if mention.first.month is None and mention.role == "point" and words.instrument.search(before):
        return True
    return mention.role == "name" or _CALLED.search(before) is not None or _is_determined(text, mention, words, before)


def _is_determined(text: str, mention: Mention, words: CalendarWords, before: str) -> bool:
    """ "The 2019 earthquake", "India's 2020 election": a determiner before the year and a noun after it."""
    if mention.first.month is not None or mention.basis != "absolute" or mention.role != "point":
        return False
    others = _YEARS_BEHIND.match(text, mention.end)
    after = _NAME_AFTER.match(text, others.end() if others else mention.end)
    determined = _DETERMINED.search(before) or OTHER_YEARS.search(before)
    return bool(after and after["word"].lower() not in words.no_name and determined)
