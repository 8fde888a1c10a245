"""Who speaks in quotation marks: in “We will help,” said the Minister of Chad, “with our doctors.” we are Chad."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.actors.mentions.found import Found
from dragoman.actors.mentions.tokens import Token
from dragoman.actors.mentions.words import Words

OPENS = {"“": "”", "„": "”“", "«": "»", '"': '"'}
"""Opening marks, each with what may close it."""
GAP = re.compile(r"\n[ \t\r]*\n")
LONGEST = 600
"""Tokens of one quotation; a mark that nothing closes opens none longer."""
NEAR = 30
"""Tokens before and after a quotation in which its speaker is looked for."""
PERSONS = ("person", "office")
SPEAKERS = ("person", "office", "name", "entity", "body", "organisation", "pronoun", "collective")


@dataclass(frozen=True, slots=True)
class Quoted:
    """The characters ``start:end`` of a document, in quotation marks, and the ``actors`` who say them, whom the text
    names at ``said_at`` (``how`` as in `Mention`)."""

    start: int
    end: int
    actors: tuple[str, ...]
    said_at: tuple[int, int]
    how: str


@dataclass(slots=True)
class Quotation:
    """What stands in quotation marks: tokens ``first:last`` without the marks, and the mention of who says it."""

    first: int
    last: int
    speaker: Found | None = None


def quotations(text: str, tokens: Sequence[Token], found: Sequence[Found], words: Words) -> list[Quotation]:
    """The quotations of a document in order. One without a speaker of its own has that of the one before it in its
    paragraph, or of the last of the paragraph before where it opens one."""
    spoken: list[Quotation] = []
    speakers = Speakers(tokens, [f for f in found if f.kind in SPEAKERS and not f.nested], words)
    before: Quotation | None = None
    for quotation, opens_paragraph in marked(text, tokens):
        quotation.speaker = speakers.behind(quotation) or speakers.ahead(quotation)
        first = speakers.sentence_before(quotation)
        if quotation.speaker is None and first >= (before.last if before else 0):
            apart = parted(text, tokens, first, quotation.first)
            quotation.speaker = None if apart else speakers.told(quotation, first)
        near = before is not None and (opens_paragraph or not parted(text, tokens, before.last, quotation.first))
        if quotation.speaker is None and before is not None and near:
            quotation.speaker = before.speaker
        before = quotation
        spoken.append(quotation)
    return spoken


def marked(text: str, tokens: Sequence[Token]) -> Iterator[tuple[Quotation, bool]]:
    """What stands in marks, and whether it opens a paragraph. A paragraph's end closes what is open."""
    first, closes, opens_paragraph, starts = 0, "", False, True
    for at, token in enumerate(tokens):
        if token.kind == "|":
            behind = tokens[at + 1].start if at + 1 < len(tokens) else len(text)
            parts = bool(GAP.search(text, token.end, behind))
            if closes and (parts or at - first > LONGEST):
                if closes != '"':
                    yield Quotation(first, at), opens_paragraph
                closes = ""
            starts = starts or parts
            continue
        if closes and token.text in closes:
            yield Quotation(first, at), opens_paragraph
            closes = ""
        elif not closes and token.text in OPENS:
            first, closes, opens_paragraph = at + 1, OPENS[token.text], starts
        starts = False


def parted(text: str, tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a paragraph ends between two tokens."""
    return bool(GAP.search(text, tokens[first].end, max(tokens[first].end, tokens[last - 1].start)))


@dataclass(frozen=True, slots=True)
class Speakers:
    """Looks for the speaker of a quotation on both sides of it."""

    tokens: Sequence[Token]
    found: Sequence[Found]
    words: Words

    def behind(self, quotation: Quotation) -> Found | None:
        """“...,” said X; “...,” X, who is here, said."""
        begin = quotation.last + 1
        begin += self.is_split(begin)
        end = next((n for n in range(begin, self.reach(begin)) if self.closes(n)), self.reach(begin))
        verb = self.verb(range(begin, end))
        if verb is None:
            return None
        led = verb <= begin + 1 and not self.between(begin, verb)
        return next(iter(self.between(verb, end) if led else self.between(begin, verb)), None)

    def ahead(self, quotation: Quotation) -> Found | None:
        """X said in Lima: “...”; according to X, “...”; Minister X: “...”."""
        end = quotation.first - 1
        begin = next((n + 1 for n in range(end - 1, max(-1, end - NEAR), -1) if self.closes(n)), max(0, end - NEAR))
        verb = self.verb(range(end - 1, begin - 1, -1))
        if verb is None:
            labelled = end > 0 and self.tokens[end - 1].text == ":"
            return next((f for f in self.between(begin, end) if f.kind in PERSONS), None) if labelled else None
        if self.tokens[verb].low == "according":
            return next(iter(self.between(verb, end)), None)
        subjects = self.between(begin, verb)
        persons = [f for f in subjects if f.kind in PERSONS]
        return next(iter(persons), subjects[-1] if subjects else None)

    def sentence_before(self, quotation: Quotation) -> int:
        """The first token of the sentence before a quotation that opens its own; -1 where there is none."""
        mark = quotation.first - 1
        if mark < 2 or self.tokens[mark - 1].kind != "|":
            return -1
        return next((n + 1 for n in range(mark - 2, -1, -1) if self.tokens[n].kind == "|"), 0)

    def told(self, quotation: Quotation, first: int) -> Found | None:
        """The Minister spoke of trade. “...”: whom the sentence that begins at ``first`` lets speak."""
        verb = self.verb(range(first, quotation.first - 1))
        return next((f for f in self.between(first, verb or first) if f.kind in PERSONS), None)

    def is_split(self, at: int) -> bool:
        """ "“Who will help us?” | asked X": a sentence's end between the mark and the verb."""
        after = self.tokens[at : at + 2]
        return len(after) == 2 and after[0].kind == "|" and after[1].low in self.words.speaking and after[1].kind == "w"

    def reach(self, begin: int) -> int:
        return min(len(self.tokens), begin + NEAR)

    def closes(self, at: int) -> bool:
        """Whether a sentence ends here or another quotation begins or ends."""
        return self.tokens[at].kind == "|" or self.tokens[at].text in '“”„«»"'

    def verb(self, places: range) -> int | None:
        return next((n for n in places if self.tokens[n].low in self.words.speaking), None)

    def between(self, first: int, last: int) -> list[Found]:
        start = bisect_left(self.found, first, key=lambda f: f.first)
        stop = bisect_left(self.found, last, key=lambda f: f.first)
        return [f for f in self.found[start:stop] if f.last <= last]
