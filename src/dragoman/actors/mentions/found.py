"""What the grammar of mentions works on: a document's tokens, what was found in them, and verbs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from dragoman.actors.mentions.tokens import Token
from dragoman.actors.mentions.words import Phrases, Words

Kind = Literal["entity", "office", "person", "name", "body", "organisation", "group", "collective", "bodies", "pronoun"]
PAST = re.compile(r"[^e]ed$")
QUOTES = frozenset('"“”„«»')
NICKNAME = re.compile(
    r"""["“„«][^"“”„«»]*["”»] |(?<= )['‘][^ '‘’]+['’] |(?<= )\([^()]+\) | ["“„«'‘][^ '‘’"“”„«»]+["”»'’]$"""
)
LED = re.compile(r"-(?:led|run|backed|brokered|mediated|chaired)$")
JOINERS = frozenset([",", "and", "the", "of", "&", "-", "for"])
SHORT_ADVERB = 5
"""Letters up to which a word in -ly may be a surname: "Kelly"."""
MAX_NAME = 7
MAX_CHAIN = 14
END = Token("|", 0, 0, "", "", -1)
WITHIN = ("in", "at", "near")
"""What stands before a place in which something is."""


@dataclass(slots=True)
class Found:
    """A mention before it is linked. ``first`` and ``last`` are its tokens, half-open.

    ``codes`` are those of its possessors ("Serbian", "of Serbia"), in order; ``entry`` is set for plain names. ``name``
    is a person's or body's name, ``title`` the title beside it, ``other_title`` one more. ``nested`` mentions stand
    inside a longer one.
    """

    kind: Kind
    first: int
    last: int
    codes: tuple[str, ...] = ()
    name: str = ""
    title: str = ""
    other_title: str = ""
    nested: bool = False
    definite: bool = False
    place: bool = False
    token: Token = END


def state_and_acronym(tokens: Sequence[Token], at: int) -> tuple[str, Token] | None:
    """ "Narcotics Control Bureau, India (NCB)": the code of the state and the acronym that follow a body which ends
    before ``at``."""
    after = tokens[at : at + 5]
    if [t.kind for t in after[2:]] != ["(", "U", ")"] or after[0].low != ",":
        return None
    entry = after[1].entry
    return (entry.code, after[3]) if entry and entry.kind == "state" else None


def state_behind(tokens: Sequence[Token], at: int) -> str:
    """ "Ministry of Health, Malawi.": the code of the state that closes the name of a body which ends before ``at``;
    "" where none does or where it may be the next of a list."""
    comma, state, end, next_ = [*tokens[at : at + 4], END, END, END, END][:4]
    closes = end.kind in ".|)" or (end.low == "," and next_.entry is None and next_.low != "and")
    known = state.entry is not None and state.entry.kind == "state"
    return state.entry.code if state.entry and known and comma.low == "," and closes else ""


def is_past(token: Token, words: Words) -> bool:
    """Whether a word is a verb in the past: "agreed", "took"."""
    return token.kind == "w" and (token.low in words.past_verbs or bool(PAST.search(token.low)))


@lru_cache(maxsize=8192)
def is_form(word: str, verbs: frozenset[str]) -> bool:
    """Whether ``word`` is one of ``verbs`` or a regular form of it: "urges", "urging", "pressed", "stopped"."""
    if word in verbs:
        return True
    stems = [word.removesuffix(end) for end in ("s", "es", "ed", "d", "ing") if word.endswith(end)]
    stems += [stem[:-1] for stem in stems if stem[-2:-1] == stem[-1:]]
    return any(stem in verbs or f"{stem}e" in verbs for stem in stems)


def takes_object(token: Token, words: Words) -> bool:
    """Whether a verb is one that the next mention is the object of: "met", "thanked", not "said"."""
    return token.low in words.objects_follow or (is_past(token, words) and token.low not in words.clauses_follow)


@dataclass(slots=True)
class Title:
    """A title's extent, and ``codes`` whom it serves (of X, not to X); ``owned`` is false where only a "for X" says
    so."""

    last: int
    text: str
    head: str
    codes: tuple[str, ...] = ()
    owned: bool = True

    def single(self) -> str:
        """ "Prime Minister of Chad and Mali" for "Prime Ministers of Chad and Mali"."""
        plural = self.head.endswith("s") and not self.head.endswith("ss")  # no "Empres"
        return " ".join(w[:-1] if plural and w.lower() == self.head else w for w in self.text.split())


class Scan:
    """One way through the tokens of a document, with the mentions found so far. The functions of the grammar take it
    and a place ``at``: an index of its tokens, behind which 16 empty ones stand."""

    def __init__(self, tokens: Sequence[Token], words: Words) -> None:
        self.tokens = [*tokens, *[END] * 16]
        self.count = len(tokens)
        self.words = words
        self.found: list[Found] = []

    def add(self, kind: Kind, first: int, last: int, **fields: object) -> Found:
        """The mention in the tokens ``first:last``, which is added to what was found."""
        found = Found(kind, first, last, token=self.tokens[first], **fields)  # type: ignore[arg-type]
        found.name = LED.sub("", NICKNAME.sub("", found.name)) if kind in ("person", "name") else found.name
        self.found.append(found)
        return found

    def text(self, first: int, last: int) -> str:
        """The words of tokens ``first:last`` with single spaces as the text has them."""
        out, reached = "", -1
        for token in self.tokens[first:last]:
            out += token.text if reached in (-1, token.start) else f" {token.text}"
            reached = token.end
        return out

    def phrase(self, at: int, phrases: Phrases) -> tuple[str, ...]:
        """The longest of ``phrases`` that stands at ``at``, by its words; () where none does."""
        candidates = phrases.get(self.tokens[at].low)
        if candidates is None:
            return ()
        second = self.tokens[at + 1].low
        for parts in candidates.get(second, ()):
            if len(parts) == 2 or all(self.tokens[at + i].low == part for i, part in enumerate(parts)):
                return parts
        return candidates.get("", ((),))[0]
