"""The grammar of people who are no office and no body: "Kosovo Serbs", "vulnerable families", "two armies"."""

from __future__ import annotations

import re

from dragoman.actors.mentions.found import is_past
from dragoman.actors.mentions.offices import Offices

ADJECTIVE = re.compile(r"(?:..(?:al|ic|[^e]ed|ive|ous|ian|ern|ary|ory|able|ible|ant|ent|ful|less)|young)$")


class Groups(Offices):
    """Groups without a name, and which words before and after a noun belong to one."""

    def collective(self, at: int) -> tuple[str, int]:
        """The phrase for several parties at ``at`` and its end, past what describes them, "these two | cyclone-affected
        | countries", and past their governments, "the governments of | these countries"."""
        here = at + (self.tokens[at].low == "the")
        if self.tokens[here].low == "governments" and self.tokens[here + 1].low == "of":
            phrase, last = self.collective(here + 2)
            if self.words.collective_kind.get(phrase) in ("pair", "three", "those", "counted"):
                return phrase, last
        here = at + 1 + (self.tokens[at].low != "both")
        led = self.text(at, here).lower()
        if led not in self.words.phrases["of_two"]:
            return super().collective(at)
        begin = here
        while here < begin + 2 and self.describes_two(here):
            here += 1
        longer = f"{led} {self.tokens[here].low}"
        placed = self.tokens[here + 1].low in ("of", "in")  # "the two largest countries of the region"
        if here > begin and longer in self.words.collective_kind and not placed:
            return longer, here + 1
        return super().collective(at)

    def describes_two(self, at: int) -> bool:
        """Whether a word only tells how the two are who are named already: "the two | warring | parties"; no "European"
        and no "other" says which of many are meant."""
        token = self.tokens[at]
        plain = token.kind == "w" and not token.text[0].isupper()
        known = token.low in self.words.phrases["of_any"] or "-" in token.low or bool(ADJECTIVE.search(token.low))
        return plain and known and not self.is_verb(at)

    def nationals(self, at: int, after: int, ok: bool) -> int:
        """ "Ukrainian people", "Kosovo Serbs": people, who are not their state."""
        follower = self.tokens[after]
        if follower.entry and follower.entry.kind == "nationals":
            self.add("group", at, after + 1, name=self.text(at, after + 1))
            self.add("entity", after, after + 1, codes=(follower.entry.code,), nested=True)
            return after + 1
        for skip in (0, 1):
            noun = self.tokens[after + skip]
            whole = (
                skip == 0 and self.tokens[after - 1].kind != "P"
            )  # "Chadian Workers' Party", "Chad's Workers' Party"
            if ok and (party := self.party_of(after + skip, at if whole else after + skip)):
                return party
            if ok and noun.low in self.words.people_nouns and (skip == 0 or follower.kind == "w"):
                if self.names_its_own(after + skip) or self.describes_next(after + skip):
                    return 0
                last = self.told_together(at, after + skip + 1)
                self.add("group", at, last, name=self.text(at, last))
                return last
        return 0

    def party_of(self, at: int, first: int) -> int:
        """The end of "Workers' Party", "Farmers' Union of Chad" at ``at``, whose name begins at ``first``; 0 where no
        such organisation is named."""
        people, mark, head = self.tokens[at : at + 3]
        named = people.kind == head.kind == "N" and mark.kind == "P" and head.low in self.words.private_heads
        if not named or people.low not in self.words.people_nouns:
            return 0
        last = self.of_whom(at, at + 3)[0]
        self.add("organisation", first, last, name=self.text(first, last))
        return last

    def thing_end(self, at: int, last: int) -> int:
        """The end of a name in the tokens ``at:last`` that never acts, "the Wales Summit", "Phase III", before its
        "of": "Treaty | of Alliance"; 0 where it may be somebody's."""
        links = ("of", "for", "on", "in", "to")
        end = next((n for n in range(at + 1, last) if self.tokens[n].low in links), last)
        head, name, words = self.tokens[end - 1].low, self.text(at, end).lower(), self.words
        numbered = self.tokens[at].low in words.numbered and end > at + 1 and self.tokens[end - 1].kind == "U"
        instrument = (end > at + 1 or end < last) and head in words.instruments
        short = self.tokens[last + 1]
        acronym = self.tokens[last].kind == "(" and short.kind == "U" and short.text not in words.thing_acronyms
        on = self.tokens[at].low in words.topical and self.tokens[at + 1].low.endswith("ing")  # "Protocol Amending"
        known = head in words.things or name in words.things or numbered or instrument or on
        if acronym or not known or (head == "summit" and self.decides(at, last)):
            return 0
        return next((n for n in range(at + 1, end) if self.tokens[n].kind == "E"), end)

    def decides(self, at: int, last: int) -> bool:
        """Whether a summit that is named in the tokens ``at:last`` acts as an organ: "approved by the Extraordinary
        Summit", "the Summit decided", and not "hailed the Wales Summit", "the Summit ended"."""
        led = at > 1 and self.tokens[at - 1].low == "the" and self.tokens[at - 2].low == "by"
        verb = self.tokens[last]
        acts = is_past(verb, self.words) and verb.low not in self.words.takes_place
        return led or acts or verb.low in self.words.decides

    def group_phrase(self, at: int) -> tuple[str, ...]:
        """The words at ``at`` that name a group; none where they only describe what follows, "the press conference",
        say what two parties are to each other or are a stand, "opposition to"."""
        group = self.phrase(at, self.words.groups)
        last = at + len(group) - 1
        named = group[:1] == ("the",) and self.tokens[last].kind == "N" and self.tokens[last + 1].kind in "NU"
        if not group or named or self.describes_next(last) or (len(group) == 1 and self.is_no_group(at)):
            return ()  # "the Press Secretary"
        link, whose = self.tokens[last + 1 : last + 3]
        if group == ("counterparts",) and link.low in ("from", "of") and whose.entry:
            return ()  # "counterparts from Spain": Spain
        before = self.tokens[at - 1]
        described = bool(ADJECTIVE.search(before.low)) and not is_past(before, self.words)
        led = before.low in self.words.definite or before.kind == "P" or described
        if group == ("public",) and not led:
            return ()  # "in public", "public and private"
        held = before.low in self.words.firmly or (link.low == "to" and before.low != "the")
        stand = group == ("opposition",) and held
        return () if stand else group  # but "the opposition to stand down"

    def is_office_of(self, at: int) -> bool:
        """ "Summoned | ambassadors of Chad and Mali": an office that each of those has who are named behind it."""
        first, mark = at + 2 + (self.tokens[at + 2].low == "the"), len(self.found)
        entry = self.tokens[first].entry if self.tokens[at + 1].low == "of" else None
        state = entry is not None and entry.kind == "state" and self.tokens[at].low in self.words.title_heads
        others = self.of_each(first + 1, ())[1] if state else ()
        del self.found[mark:]
        return bool(others)

    def is_predicate(self, at: int) -> bool:
        """ "Peru | gave military aid", "INL | partners with": a verb and no body follows a name."""
        token, follower = self.tokens[at], self.tokens[at + 1]
        acts = token.low in self.words.verbs_too and (follower.low == "with" or follower.entry is not None)
        past = is_past(token, self.words) and token.low not in self.words.never_verbs | self.words.epithets
        return token.kind == "w" and (acts or past or token.low in self.words.objects_follow)

    def is_no_group(self, at: int) -> bool:
        """ "The working groups", "Peru and Chile are good partners": the plural at ``at`` is a thing or a predicate,
        "INL partners with Peru" a verb."""
        token = self.tokens[at]
        first = at - 1 if at else at
        if self.tokens[first].low in self.words.no_groups and token.low in ("groups", "bodies"):
            return True
        if token.low in self.words.verbs_too and self.tokens[first].entry and self.is_predicate(at):
            return True
        before = self.tokens[first]
        told = self.describes(first) or before.low in self.words.closeness
        if token.low in self.words.causes and told and self.tokens[at + 1].low == "of":
            return True
        first -= first > 0 and self.tokens[first].kind == "w" and self.tokens[first].low not in self.words.seat_verbs
        said = self.tokens[first].low in self.words.predicates
        return said and token.low in self.words.relations and self.tokens[at].sentence == self.tokens[first].sentence

    def is_no_party(self, phrase: str, last: int) -> bool:
        """Whether the definite ``phrase`` that ends before ``last`` is nobody: "both | useful and frank", "the state |
        of play", "the organization | and upkeep of the camp"."""
        if phrase.endswith(("two", "both")):
            return self.counts_things(last) or self.counts_group(last)
        if self.words.collective_kind.get(phrase) == "people" and self.tokens[last].low in ("of", "member", "members"):
            whose, end = self.collective(last + 1)  # "the leaders | of many states", "of both Chad and Mali"
            return self.tokens[last].low != "of" or not whose or self.is_no_party(whose, end)
        if phrase.endswith(("state", "administration", "regime")):
            return self.describes_next(last - 1) or self.is_condition(last - 1, last - 1)
        if phrase in self.words.phrases["some_of"] and self.are_others(last - len(phrase.split()), last):
            return True
        if self.words.collective_kind.get(phrase) in ("those", "counted"):
            apart = phrase.startswith("those") and self.tokens[last].low in self.words.prepositions
            return apart or self.tokens[last].low in self.words.phrases["which"]  # "those countries | which signed"
        joined = [t.low for t in self.tokens[last : last + 3]]
        done = joined[0] == "of" or (joined[0] == "and" and joined[2] == "of")
        return done and self.words.collective_kind.get(phrase) == "org"

    def are_others(self, at: int, last: int) -> bool:
        """ "The countries | of Africa", "most of | the nations", "the States": whether words round the phrase in the
        tokens ``at:last`` tell which of many are meant, or none that were named."""
        follower, then = self.tokens[last : last + 2]
        said = is_past(follower, self.words) and then.low in self.words.prepositions
        known = self.words.phrases
        part = {t.low for t in self.tokens[max(0, at - 2) : at]} & known["part"]
        placed = follower.low in known["where"] | known["which_ones"]
        return bool(part) or placed or said or self.tokens[last - 1].kind == "N"

    def counts_things(self, at: int) -> bool:
        """ "The two | firms", "both | the EU and", "both | useful and frank": what follows says what is counted or that
        two things are told together, so that "the two" is nobody."""
        token, follower = self.tokens[at], self.tokens[at + 1]
        if self.tokens[at - 1].low == "both" and self.joins_two(at):
            return True
        title = self.title_alone(at)
        if title and title.head.endswith("s"):
            return False  # "the two Permanent Representatives"
        if token.low in self.words.closeness and follower.entry:
            return True  # "the two | biggest Swedish investors"
        if token.kind in "NUE" or token.low in self.words.definite:
            return True
        if self.is_what_they_did(at):
            return False
        noun = follower if ADJECTIVE.search(token.low) else token
        plural = noun.low.endswith("s") and not noun.low.endswith(("ss", "us"))  # "the two discuss", "focus"
        return noun.kind == "w" and plural and noun.low not in self.words.function_words

    def counts_group(self, at: int) -> bool:
        """ "The two | main rebel movements", "both | big firms": whether up to three plain words behind "two" end in
        a noun for people, so that it counts them, and no verb is among them, "both | want rebel groups to leave". Two
        "finance ministers" and two "guarantor states" are those in hand, unless "of Africa" tells which they are."""
        words = self.words
        verbs = words.seat_verbs | words.objects_follow | words.persons_do | words.asking | words.function_words
        verbs |= words.prepositions | words.clauses_follow | words.phrases["two_do"]
        people = words.group_heads | words.described_groups | words.people_nouns
        people -= words.title_heads | words.phrases["of_each"]
        for here in range(at, at + 4):
            token = self.tokens[here]
            past = is_past(token, words) and token.low not in words.never_verbs | words.adjectives
            if token.kind not in "w-" or token.low in verbs or past:
                return False
            if here > at and token.low in people and token.low.endswith(("s", "people", "men")):
                return token.low not in words.pairs_of_states or self.tokens[here + 1].low in ("of", "in")
        return False

    def is_what_they_did(self, at: int) -> bool:
        """ "The two | discussed ways to trade": whether a past verb stands behind "the two" or "both"; but "the two |
        elected members left", "between both | divided cities", where it tells of what is counted."""
        words, then = self.words, self.tokens[at + 2].low
        before = self.tokens[at - 2 - (self.tokens[at - 2].low == "the")].low
        verbs = (words.seat_verbs | words.objects_follow | words.persons_do) - {"and", "to", "accountable"}
        acts = is_past(self.tokens[at + 2], words) or then in verbs
        led = before in words.prepositions or before == "between"
        return is_past(self.tokens[at], words) and self.tokens[at].low not in words.never_verbs and not acts and not led

    def joins_two(self, at: int) -> bool:
        """ "Both | at home and abroad", "both | as a host and", "both | useful and frank": "both" before ``at`` only
        points to the "and" that follows."""
        token, follower = self.tokens[at], self.tokens[at + 1]
        asked = self.tokens[at - 2].low in self.words.asking and token.low == "to"  # "urged both to agree"
        links = (self.words.prepositions - {"of"}) | {"as", "a", "an", "within", "through", "inside"}
        described = token.kind == "w" and not is_past(token, self.words) and follower.low in ("and", ",")
        plain = token.low.endswith(self.words.adverb_endings) or bool(ADJECTIVE.search(token.low))
        return (token.low in links and not asked) or (described and plain)

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
            if each := self.bodies_of_each(first, here, self.words.plural_bodies[" ".join(bodies)]):
                return each
            here += 1 + (self.tokens[here + 1].low == "the")
            led = self.tokens[here].low in ("two", "both") and self.tokens[
                here + 1
            ].low in self.words.groups_of_states | {"sides"}
            here += 2
        if led and self.tokens[here].low == "of":
            end = self.portfolio_end(here + 1)
            one = self.one_of_each(self.text(first + 1, end)) if end > here + 1 and self.tokens[end].low != "of" else ""
            if bodies and one:  # "both Ministries of Defence"
                self.add("bodies", at, end, name=one)
            return end if bodies and one else 0
        if not bodies or not led:
            return 0
        self.add("bodies", at, here, name=self.words.plural_bodies[" ".join(bodies)])
        return here

    def bodies_of_each(self, at: int, here: int, name: str) -> int:
        """The end of "parliaments of Chad and Mali" at ``at``, where ``here`` is the "of" and ``name`` what one is
        called; 0 where no two are named."""
        first = here + 1 + (self.tokens[here + 1].low == "the")
        entry = self.tokens[first].entry
        if not entry or entry.kind != "state":
            return 0
        last, codes = self.of_each(first + 1, (entry.code,))
        if len(codes) < 2:
            return 0
        self.add("entity", first, first + 1, codes=(entry.code,), nested=True)
        self.add("body", at, last, codes=codes, name=self.one_of_each(self.text(at, here)) or name)
        return last

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
        other = self.tokens[at + 1].low == "of" or self.names_its_own(at) or self.describes_next(at)
        grouped = bool(self.found) and self.found[-1].kind == "group" and self.found[-1].last == at
        return (grouped or self.describes(at - 1)) and not other and not self.is_no_group(at)

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
