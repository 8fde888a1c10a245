"""What the grammar of mentions works on: a document's tokens, what was found in them, and persons' names."""

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


class Text:
    """The tokens of one document and the mentions found so far. The grammar's parts build on each other:
    `Text` (names of persons), `several.Several`, `joined.Joined`, `bodies.Bodies`, `portfolios.Portfolios`,
    `titles.Titles`, `apposed.Apposed`, `behind.Behind`, `rows.Rows`, `offices.Offices`, `groups.Groups`,
    `alliances.Alliances`, `institutions.Institutions`, `places.Places`, `owners.Owners`, `topics.Topics`,
    `mentions.Scanner`."""

    def __init__(self, tokens: list[Token], words: Words) -> None:
        self.tokens = [*tokens, *[END] * 16]
        self.count = len(tokens)
        self.words = words
        self.found: list[Found] = []

    def add(self, kind: Kind, first: int, last: int, **fields: object) -> Found:
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
        candidates = phrases.get(self.tokens[at].low)
        if candidates is None:
            return ()
        second = self.tokens[at + 1].low
        for parts in candidates.get(second, ()):
            if len(parts) == 2 or all(self.tokens[at + i].low == part for i, part in enumerate(parts)):
                return parts
        return candidates.get("", ((),))[0]

    def collective(self, at: int) -> tuple[str, int]:
        """The phrase for several parties at ``at`` and its end, "the two friendly | countries" without what the states
        are called out of courtesy; "" and ``at`` where there is none."""
        if self.tokens[at].low not in self.words.collectives:
            return "", at
        phrase = self.phrase(at, self.words.collectives)
        here = at + 1
        while here < at + 3 and self.tokens[here].kind == "w" and self.tokens[here].low not in self.words.epithets:
            here += 1
        first = here
        while self.tokens[here].low in self.words.epithets or (here > first and self.tokens[here].low == "and"):
            here += 1
        longer = " ".join([*(t.low for t in self.tokens[at:first]), self.tokens[here].low])
        if here > first and longer in self.words.collective_kind:
            return longer, here + 1
        return " ".join(phrase), at + len(phrase)

    def goes_on(self, here: int) -> bool:
        """ "the Government of Serbia", "the Alliance for Peace": the phrase is only the start of a longer name."""
        token, follower = self.tokens[here], self.tokens[here + 1]
        if token.low in ("of", "for", "to", "on") and (follower.kind in "NUE" or follower.low == "the"):
            return True
        if token.low == "of" and follower.low in self.words.portfolio:
            return True  # "the ministers of finance of Chad and Mali"
        before = self.tokens[here - 1]
        stately = self.words.collective_kind.get(f"the {before.low}") == "state"  # "the State | Secretary"
        follows = token.low not in self.words.title_heads or (stately and before.low in self.words.title_modifiers)
        return token.kind in "NU" and before.kind == "N" and follows

    def heads_a_body(self, at: int) -> bool:
        """ "General Assembly", "General Labour Union", "Chief Directorate": the word is part of a body's name."""
        follower, then = self.tokens[at + 1], self.tokens[at + 2]
        words, private = self.words, self.words.private_heads
        if follower.kind in "NU" and self.tokens[at].low in words.names_too:
            if follower.low in words.companions | words.instrument_nouns:
                return True  # "General Law on Mines", "Peer Review"
            known = follower.low in words.portfolio and then.kind in "NU" and then.low in private | words.body_heads
            if follower.low in private or known:
                return True
        return follower.kind in "NU" and (follower.low in words.body_heads or follower.low == "staff")

    def starts_title(self, at: int) -> bool:
        low = self.tokens[at].low
        return low in self.words.title_heads and not self.heads_a_body(at) and not self.is_given_name(at)

    def is_given_name(self, at: int) -> bool:
        """ "Ambassador Amir Lind", "Dr. Sultan Lind", "Sultan bin Lind": a title that is a first name here; "His
        Highness Amir Lind" has the title."""
        token, follower = self.tokens[at], self.tokens[at + 1]
        if token.low not in self.words.given_titles or not token.text[:1].isupper():
            return False
        before = self.tokens[at - 2] if at > 1 and self.tokens[at - 1].kind == "." else self.tokens[at - 1]
        held = before.low in self.words.title_heads | self.words.honorifics and before.low not in self.words.royal
        held = held or (before.kind == "N" and before.low in self.words.portfolio)  # "Minister of Trade Shah Lind"
        alone = token.low in self.words.given_alone and not self.shows_title(at)
        if follower.kind == "w":
            return follower.low in self.words.first_particles
        return follower.kind == "N" and (alone or (at > 0 and (held or follower.text in ("Al", "Bin"))))

    def shows_title(self, at: int) -> bool:
        """ "The Amir Lind", "Qatar's Amir Lind", "Amir Sheikh Lind": whether what stands beside a title that is a first
        name as well shows the title."""
        before = self.tokens[at - 1] if at else END
        owned = before.kind in "PE" or before.low in self.words.royal | self.words.owned | self.words.title_modifiers
        return owned or self.tokens[at + 1].low in self.words.honorifics | self.words.title_heads

    def is_person_here(self, at: int) -> bool:
        """ "Michael Jordan", "Chad Smith", "Defense Minister Israel Katz": a country's name inside a person's."""
        token, before, follower = self.tokens[at], self.tokens[at - 1] if at else END, self.tokens[at + 1]
        if token.text not in self.words.names_of_people:
            return False
        if before.text in self.words.given_names or (before.low in self.words.honorifics and before.text[0].isupper()):
            return True
        if before.low == "." and at > 1 and self.tokens[at - 2].low in self.words.honorifics:
            return True
        if token.text in self.words.given_too and follower.kind == "N" and self.may_be_name(at + 1):
            low = follower.low
            known = self.words.portfolio | self.words.instrument_nouns | self.words.companions | self.words.adjectives
            heads = self.words.body_heads | self.words.private_heads  # "Kenya Medical Supplies Authority"
            sent = self.words.title_heads | self.words.body_heads  # "the Delegation to Georgia Jo Lind"
            away = at > 1 and before.low == "to" and self.tokens[at - 2].low.rpartition(" ")[2] in sent
            away = away or before.low in ("in", "from", "of")
            if low not in known and not away and not self.runs_into(at + 1, heads):
                return True
        titled = before.low in self.words.title_heads and before.text[:1].isupper()
        return titled and follower.kind == "N" and follower.low not in self.words.title_heads

    def runs_into(self, at: int, heads: frozenset[str]) -> bool:
        """Whether one of ``heads`` is among the capitalised words that begin at ``at``."""
        here = at
        while here < at + MAX_NAME and self.tokens[here].kind in "NU":
            if self.tokens[here].low in heads:
                return True
            here += 1
        return False

    def name_end(self, at: int) -> int:
        """The end of a person's name that starts at ``at``; ``at`` itself when none does."""
        here, last = at, at
        if self.tokens[at].low in self.words.agencies:
            return at + 1
        while here < at + MAX_NAME:
            token = self.tokens[here]
            if (
                token.kind == "I"
                or (token.kind in "NU" and self.may_be_name(here))
                or (token.kind == "E" and token.text in self.words.names_of_people and (last > at or here == at))
                or (here == last > at and (self.is_within_a_name(here) or self.is_behind_particle(here)))
                or (here == at and self.is_surname_too(here))
                or self.is_bare_initial(here)
                or (last > at and token.text == "I" and self.tokens[here + 1].low == "of")  # "King Jo I of Peru"
            ):
                here += 1
                last = here
            elif (token.kind == "." and last > at and self.tokens[here - 1].low in self.words.honorifics) or (
                token.kind == "w"
                and token.low in self.words.particles
                and (last > at or token.low in self.words.first_particles)
                and self.tokens[here + 1].kind in "Nw"
            ):
                here += 1
            elif here == last > at and self.is_nickname(here):
                here = last = here + 3
            else:
                break
        if last == at + 1 and self.tokens[at].kind == "I":
            return at
        last += self.closes_name(at, last)
        if last > at and self.tokens[last].low == "," and self.tokens[last + 1].low.strip(".") in self.words.suffixes:
            last += 2 + (self.tokens[last + 2].kind == "." and self.tokens[last + 1].low in ("jr", "sr"))
        return last

    def is_surname_too(self, at: int) -> bool:
        """ "Lord | Melbourne": a town's or a state's name behind a form of address."""
        token, before = self.tokens[at], self.tokens[at - 1 - (self.tokens[at - 1].kind == ".")]
        place = token.entry is not None and token.entry.kind in ("seat", "state") and token.text.istitle()
        led = before.low in self.words.surname_follows and before.text.istitle()
        return at > 0 and place and led and " " not in token.text

    def closes_name(self, at: int, last: int) -> bool:
        """ "By spokesman Jo | Togo.": whether a state's name that closes a clause behind a title in lower case and one
        word of a name is the surname."""
        title, token = self.tokens[at - 1], self.tokens[last]
        titled = at > 0 and title.kind == "w" and title.low in self.words.title_heads
        state = token.entry is not None and token.entry.kind == "state" and token.text.istitle()
        one = last == at + 1 and self.tokens[at].kind == "N" and " " not in token.text
        return titled and state and one and self.tokens[last + 1].kind in ".,;"

    def is_initial(self, at: int) -> bool:
        """ "M. K. Perera", "Dr. M. Silva": a letter that is a form of address elsewhere, "M. Perera"."""
        if self.tokens[at].kind != "I" or self.tokens[at].low not in self.words.honorifics:
            return False
        before = self.tokens[at - 1 - (self.tokens[at - 1].kind == ".")] if at else END
        titled = before.low in self.words.honorifics | self.words.title_heads
        return titled or self.tokens[at + 1].kind == "I"

    def after_courtesy(self, at: int) -> int:
        """Past "Mr", "Dr.", "Lord" before a name; ``at`` where no name follows."""
        here = at + (self.tokens[at].low == "the")
        while here < at + MAX_CHAIN and self.tokens[here].text[:1].isupper():
            led = here
            while self.tokens[led].low in self.words.courtesy_leads and led < here + MAX_NAME:
                led += 1
            end = self.courtesy_end(led)
            if end == led or self.heads_a_body(led):
                break
            here = end
        article = here == at + 1 and self.tokens[at].low == "the"
        return here if self.name_end(here) > here and not article else at

    def courtesy_end(self, at: int) -> int:
        """Past one form of address, "Dr.", "H. E.", "Tan Sri", at ``at``; ``at`` where none stands there."""
        known, ranks = self.words.honorifics, self.words.ranks
        if self.is_initial(at):
            return at
        forms = ((n, self.text(at, at + n).lower()) for n in (3, 2, 1))
        longest = (at + n for n, form in forms if form in known or form in ranks)
        here = next(longest, at)
        return here + (here > at and self.tokens[here].kind == "." and self.tokens[here - 1].kind != ".")

    def is_bare_initial(self, at: int) -> bool:
        """ "Dr A B Rahman": a letter without its stop, which is a word elsewhere."""
        token, before = self.tokens[at], self.tokens[at - 1 - (self.tokens[at - 1].kind == ".")]
        led = at > 0 and before.low in self.words.honorifics and before.text[:1].isupper()
        letter = token.kind == "w" and len(token.text) == 1 and token.text.isupper()
        return led and letter and self.tokens[at + 1].kind == "N" and self.may_be_name(at + 1)

    def is_nickname(self, at: int) -> bool:
        """Whether a nickname stands at ``at`` within a name or behind it: "Luis "Lucho" Arce", "Luis (Lucho) Arce",
        "Luis Arce 'Lucho',"."""
        mark, word, end, surname = self.tokens[at : at + 4]
        quoted = {mark.text, end.text} <= QUOTES | {"'"} and word.kind == "N"
        bracketed = mark.kind == "(" and end.kind == ")" and word.kind == "N" and self.may_be_name(at + 1)
        before = self.tokens[at - 1]
        bracketed = bracketed and before.kind in "NI" and self.tokens[at + 4].kind not in "(,"
        bracketed = bracketed and before.low not in self.words.portfolio  # "Justice (Red) Jo Lind"
        behind = quoted and surname.kind == "," and self.tokens[at - 2].kind in "NI"
        return behind or ((quoted or bracketed) and surname.kind == "N" and self.may_be_name(at + 3))

    def is_behind_particle(self, here: int) -> bool:
        """ "Rosa Del | Monaco": a state's name in a surname behind a capitalised particle."""
        token, before = self.tokens[here], self.tokens[here - 1]
        one = token.kind == "E" and " " not in token.text and not token.text.isupper()
        return one and before.kind == "N" and before.text.istitle() and before.low in self.words.particles

    def is_within_a_name(self, at: int) -> bool:
        """Whether what may be a title is part of the name before it: "Hassan Sheikh Mohamud", "Hun Sen"."""
        if self.tokens[at].text.lower() in self.words.ending_names and self.tokens[at].kind == "N":
            return self.tokens[at + 1].kind not in ".NU" or self.tokens[at + 1].low in self.words.honours
        within = self.tokens[at].kind == "N" and self.tokens[at].low in self.words.within_names
        return within and self.tokens[at + 1].kind == "N" and self.may_be_name(at + 1)

    def may_be_name(self, at: int) -> bool:
        low = self.tokens[at].low
        words = self.words
        month = low in words.months_too
        if (low in words.function_words and not month) or low in words.body_heads:
            return False
        if low in words.private_heads and low not in words.surnames_too:
            return False
        if low in words.courtesies or low in words.honours:
            return False
        behind_one = at > 0 and self.tokens[at - 1].kind in "NI"
        if behind_one and low.endswith("ly") and len(low) > SHORT_ADVERB and PAST.search(self.tokens[at + 1].low):
            return False  # a headline: "Jo Lind | Unjustly Convicted"
        if self.tokens[at].text in words.own_acronyms and self.tokens[at + 1].kind == "N":
            return not self.may_be_name(at + 1)  # "MoH | Jo Lind"
        return low not in words.title_heads or low in words.surnames_too or self.is_given_name(at)
