"""The grammar of bodies' names that "and" stands in: "Small and Medium Enterprises Agency", "Truth, Justice and
Reconciliation Commission", and of those that the acronym behind them spells."""

from __future__ import annotations

from dragoman.actors.mentions.acronyms import SMALL, expansion_before
from dragoman.actors.mentions.found import MAX_CHAIN
from dragoman.actors.mentions.several import Several


class Joined(Several):
    """Whether a name goes on behind "and" or ends before it."""

    def joint_name(self, at: int, here: int) -> int:
        """Past "and" at ``here`` in "Economic and Development Authority", which begins at ``at``: both words say what
        one body is for; 0 where they do not or where no head of one body follows."""
        if self.tokens[here].low == ",":
            return self.listed_name(at, here)
        known = self.words.portfolio | self.words.title_modifiers
        last = here + 1
        while self.tokens[last].kind in "NU" and self.tokens[last].low in known and last < here + 4:
            last += 1
        head = self.tokens[last] if self.tokens[last].low in self.words.body_heads else self.tokens[last - 1]
        one = head.kind in "NU" and head.low in self.words.body_heads and not head.low.endswith("s")
        joined = here > at and all(t.low in known for t in self.tokens[at:here]) and last > here + 1
        return here + 1 if (one and joined) or self.joins_strange(at, here) else 0

    def joins_strange(self, at: int, here: int) -> bool:
        """Whether "and" at ``here`` stands in the name of one body that begins with a word behind "the" or its owner
        which is no body, office or group: "the | Small and Medium Enterprises Agency"."""
        token, last = self.tokens[at], self.head_behind(here)
        group = self.phrase(at, self.words.groups)  # "the Opposition and Trade Ministry", but "Small and Medium Agency"
        plain = token.kind == "N" and self.is_common(token.low) and len(group) in (0, last - at)
        return bool(here == at + 1 and self.is_introduced(at) and last and plain)

    def head_behind(self, here: int) -> int:
        """Where the head of one body stands behind "and" at ``here`` and other words, "and Trade | Commission"; 0 where
        none does."""
        last = here + 1
        while self.tokens[last].kind == "N" and last < here + 5 and self.tokens[last].low not in self.words.body_heads:
            last += 1
        head = self.tokens[last]
        one = head.kind == "N" and head.low in self.words.body_heads and not head.low.endswith("s") and last > here + 1
        return last if one else 0

    def joins_name(self, at: int, here: int) -> bool:
        """Whether "and" at ``here`` stands in the name of one movement or bank which begins at ``at`` behind "the":
        "the Justice and Equality Movement", "the Trade and Development Bank"."""
        last = here + 2 + (self.tokens[here + 2].low not in self.words.private_heads)
        first, behind = self.tokens[at], self.tokens[here + 1 : last]
        one = self.tokens[last].kind == "N" and self.tokens[last].low in self.words.private_heads
        aims = self.words.portfolio.isdisjoint(t.low for t in (first, *behind))
        plain = all(t.kind == "N" and t.low not in self.words.body_heads | self.words.title_heads for t in behind)
        alone = here == at + 1 and first.kind == "N" and first.low not in self.words.body_heads
        alone = alone and not self.phrase(at, self.words.groups)  # "the Opposition and Reform Party"
        return bool(at and self.tokens[at - 1].low == "the" and one and plain and alone and not aims)

    def is_introduced(self, at: int) -> bool:
        """Whether the word at ``at`` stands behind "the" or an owner's name: "Chadian | Border and Trade Police"."""
        before = self.tokens[at - 1] if at else self.tokens[-1]
        owner = before.kind == "P" or (before.entry is not None and before.entry.kind in ("state", "demonym"))
        return before.low == "the" or owner

    def listed_name(self, at: int, here: int) -> int:
        """Past the last "and" of "the Truth, Justice, | and Reconciliation Commission" at ``at``, whose first comma is
        at ``here``: single words, none of them a body, office or group, and the head of one body; 0 where it is not."""
        last = here
        while self.tokens[last].low == "," and self.tokens[last + 1].kind == "N" and last < here + 6:
            last += 2
        last += self.tokens[last].low == ","
        words = [self.tokens[at], *(t for t in self.tokens[here:last] if t.low != ",")]
        plain = all(t.kind == "N" and self.is_common(t.low) for t in words)
        ends = here == at + 1 and self.tokens[last].low == "and" and self.is_introduced(at) and plain
        return last + 1 if ends and self.head_behind(last) else 0

    def is_common(self, low: str) -> bool:
        """Whether a word of a name is by itself no body, office or group."""
        words = self.words
        others = (words.body_heads, words.private_heads, words.title_heads, words.people_nouns, words.group_heads)
        return not any(low in some for some in others)

    def alike(self, here: int) -> bool:
        """ "Seized | and Confiscated Property": whether "and" at ``here`` stands between two words of one form that
        tell what follows."""
        before, _, behind, noun = self.tokens[here - 1 : here + 3]
        return before.low.endswith("ed") and behind.low.endswith("ed") and behind.kind == noun.kind == "N"

    def spelled_end(self, at: int) -> int:
        """The end of the name at ``at`` that the acronym in brackets behind it spells, "Office of Foreign Disaster
        Assistance | (OFDA)"; 0 where none does."""
        here = at
        while here < at + MAX_CHAIN and (self.tokens[here].kind in "NUE" or self.tokens[here].low in SMALL):
            here += 1
        opens, acronym, closes = self.tokens[here : here + 3]
        if (opens.kind, closes.kind) != ("(", ")") or acronym.kind not in "UE" or not acronym.text.isupper():
            return 0
        written = self.text(at, here)
        return here if expansion_before(written, len(written), acronym.text) == (0, len(written)) else 0

    def add_states(self, first: int, last: int) -> None:
        """The states named within a longer name: "in Chad"."""
        for at in range(first, last):
            if (entry := self.tokens[at].entry) and entry.kind == "state":
                self.add("entity", at, at + 1, codes=(entry.code,), nested=True)
