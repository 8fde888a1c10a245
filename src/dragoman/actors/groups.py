"""The grammar of people who are no office and no body: "Kosovo Serbs", "vulnerable families", "two armies"."""

from __future__ import annotations

import re

from dragoman.actors.offices import Offices

ADJECTIVE = re.compile(r"(?:..(?:al|ic|[^e]ed|ive|ous|ian|ern|ary|able|ible|ant|ent|ful|less)|young)$")


class Groups(Offices):
    """Groups without a name, and which words before and after a noun belong to one."""

    def nationals(self, at: int, after: int, ok: bool) -> int:
        """ "Ukrainian people", "Kosovo Serbs": people, who are not their state."""
        follower = self.tokens[after]
        if follower.entry and follower.entry.kind == "nationals":
            self.add("group", at, after + 1, name=self.text(at, after + 1))
            self.add("entity", after, after + 1, codes=(follower.entry.code,), nested=True)
            return after + 1
        for skip in (0, 1):
            noun = self.tokens[after + skip]
            if ok and noun.low in self.words.people_nouns and (skip == 0 or follower.kind == "w"):
                if self.names_its_own(after + skip):
                    return 0
                last = self.told_together(at, after + skip + 1)
                self.add("group", at, last, name=self.text(at, last))
                return last
        return 0

    def counts_things(self, at: int) -> bool:
        """ "The two | firms", "both | the EU and": what follows says what is counted, so that "the two" is nobody."""
        token, follower = self.tokens[at], self.tokens[at + 1]
        title = self.title_alone(at)
        if title and title.head.endswith("s"):
            return False  # "the two Permanent Representatives"
        if token.kind in "NUE" or token.low in self.words.definite:
            return True
        noun = follower if ADJECTIVE.search(token.low) else token
        return noun.kind == "w" and noun.low.endswith("s") and noun.low not in self.words.function_words

    def counts(self, at: int) -> bool:
        """ "Thirty-nine", "Twenty": a number in words."""
        return self.tokens[at].low.partition("-")[0] in self.words.tens

    def bodies_of_both(self, at: int) -> int:
        """The end of "two armies" or "armies of both countries" at ``at``; 0 when it is not there."""
        first = at + (self.tokens[at].low == "the")
        led = self.tokens[first].low in ("two", "both")
        bodies = self.phrase(first + led, self.words.plurals)
        here = first + led + len(bodies)
        if bodies and not led and self.tokens[here].low == "of":
            here += 1 + (self.tokens[here + 1].low == "the")
            led = self.tokens[here].low in ("two", "both") and self.tokens[
                here + 1
            ].low in self.words.groups_of_states | {"sides"}
            here += 2
        if not bodies or not led or self.tokens[here].low == "of":
            return 0
        self.add("bodies", at, here, name=self.words.plural_bodies[" ".join(bodies)])
        return here

    def people_of(self, at: int) -> int:
        """The end of "people of the Gambia" at ``at``, who are not their state; 0 when it is not there."""
        if self.tokens[at + 1].low != "of":
            return 0
        here = at + 2 + (self.tokens[at + 2].low == "the")
        entry = self.tokens[here].entry
        if not entry or entry.kind != "state":
            return 0
        self.add("group", at, here + 1, name=self.text(at, here + 1))
        self.add("entity", here, here + 1, codes=(entry.code,), nested=True)
        return here + 1

    def is_described(self, at: int) -> bool:
        """Whether a word before the noun at ``at`` says which people it means ("armed men"), and nothing after it."""
        return self.describes(at - 1) and self.tokens[at + 1].low != "of" and not self.names_its_own(at)

    def describes(self, at: int) -> bool:
        """Whether the token at ``at`` is an adjective: "vulnerable", "Western"."""
        token = self.tokens[at]
        if at < 0 or token.sentence != self.tokens[at + 1].sentence:
            return False
        plain = token.kind == "w" or (token.kind == "N" and self.opens_sentence(at))
        if plain and at and self.is_verb(at):
            return False
        return token.low in self.words.adjectives or bool(plain and ADJECTIVE.search(token.low))

    def is_verb(self, at: int) -> bool:
        """ "We have trained diplomats", "the Council exchanged delegations": a verb that looks like an adjective."""
        token, before = self.tokens[at], self.tokens[at - 1]
        if before.sentence != token.sentence or not token.low.endswith("ed") or token.low in self.words.never_verbs:
            return False
        named = before.entry is not None and before.entry.kind in ("state", "org", "body")
        return named or before.kind in "NU" or before.low in self.words.before_verbs

    def unnamed_group(self, at: int) -> int:
        """ "criminal groups", "vulnerable families": the noun with an adjective that stands before it."""
        if self.tokens[at].low in self.words.groups_of_states and at and self.counts(at - 1):
            return at + 1
        first = at - 1 if self.describes(at - 1) else at
        if self.tokens[at].low in self.words.groups_of_states and self.found and self.found[-1].last == at:
            if self.found[-1].kind != "name":
                return at + 1
            first = self.found.pop().first
        if first < at and self.found and self.found[-1].first == first and self.found[-1].kind in ("entity", "name"):
            self.found[-1].nested = True  # "European leaders"
        elif any(found.last > first for found in self.found[-2:]):
            return at + 1
        if self.names_its_own(at):
            return at + 1
        return self.add_group(first, self.told_together(first, at + 1))

    def add_group(self, first: int, last: int) -> int:
        """``last``, with the group that ends there added: one with another that stands right before it and says which
        people it means, "civil society | partners", "women | leaders"."""
        before = self.found[-1] if self.found else None
        if before and before.kind == "group" and before.last == first:
            first = self.found.pop().first
        self.add("group", first, last, name=self.text(first, last))
        return last

    def told_together(self, first: int, last: int) -> int:
        """The end of a group of two kinds of people that are told of together, "refugees and vulnerable migrants",
        where tokens ``first:last`` are the first of them; longer lists name each apart."""
        if self.tokens[last].low != "and" or (first and self.tokens[first - 1].low in (",", "and")):
            return last
        at = last + 1 + bool(ADJECTIVE.search(self.tokens[last + 1].low))
        noun = self.tokens[at]
        both = noun.kind == "w" and self.means_people(at) and self.means_people(last - 1)
        if (
            not both
            or noun.low in self.words.groups_of_states
            or self.tokens[at + 1].low == "of"
            or self.names_its_own(at)
        ):
            return last
        return at + 1

    def means_people(self, at: int) -> bool:
        """Whether the common noun at ``at`` is one for people or groups: "refugees", "teachers"."""
        return self.tokens[at].low in self.words.group_heads or len(self.phrase(at, self.words.groups)) == 1

    def opens_sentence(self, at: int) -> bool:
        return not at or self.tokens[at].sentence != self.tokens[at - 1].sentence

    def names_its_own(self, at: int) -> bool:
        """ "the American company Bechtel": a name follows the noun at ``at``, and means the same."""
        follower = self.tokens[at + 1]
        return self.tokens[at].kind == "w" and follower.kind in "NU" and self.name_end(at + 1) > at + 1
