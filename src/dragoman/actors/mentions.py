"""Where a text names actors: names, offices, persons, bodies, groups, pronouns. Who they are is `linking`'s to say.

A hand-written grammar over tokens, left to right, without a parser:

    [demonym | state's] title [of X | for Y] [Name]      Serbian Foreign Minister Marko Đurić
    [demonym | state's] body [of X]                      Serbian armed forces, Ministry of Interior of Serbia
    Name, [the X] title [of X]                           Jens Stoltenberg, Secretary General of NATO
    Name with the head noun of a body                    Baylor University
"""

from __future__ import annotations

import re

from dragoman.actors.found import END, Found
from dragoman.actors.titles import Titles
from dragoman.actors.tokens import Token
from dragoman.actors.words import DEFINITE

ADJECTIVE = re.compile(r"(?:..(?:al|ic|[^e]ed|ive|ous|ian|ern|ary|able|ible|ant|ent|ful|less)|young)$")
PAST = re.compile(r"(?:[^e]ed|shot|held|found|sent|took|broke)$")
VERBS_TOO = frozenset(["forces", "officials"])
OWNED = frozenset(["the", "our", "my", "his", "her", "their", "its"])
STATES = frozenset(["countries", "states", "nations"])
"""Groups that are named by what comes before them: "the Western Balkan countries", "NATO countries"."""


class Scanner(Titles):
    """One pass over the tokens of one document; `scan` gives everything found, in order of its first token."""

    def scan(self) -> list[Found]:
        at, steps = 0, {"E": self.from_name, "N": self.from_capital, "U": self.from_capital, "I": self.from_capital}
        openers = self.words.openers
        while at < self.count:
            token = self.tokens[at]
            if token.kind == "w":
                at = max(at + 1, self.from_lower(at)) if token.low in openers else at + 1
            else:
                step = steps.get(token.kind)
                at = max(at + 1, step(at)) if step else at + 1
        return sorted(self.found, key=lambda f: (f.first, -f.last))

    def from_name(self, at: int) -> int:
        token, entry = self.tokens[at], self.tokens[at].entry
        assert entry is not None
        if entry.kind == "not" or self.is_money(at) or (at and self.tokens[at - 1].text in self.words.ships):
            return at + 1
        if self.is_person_here(at):
            last = self.name_end(at)
            self.add("name", at, last, name=self.text(at, last))
            return last
        if entry.kind == "seat" and self.names_an_instrument(at):
            return at + 1
        if token.text == "Georgia" and self.is_georgia_us(at):
            return at + 1
        firsts, after, possessive = self.possessors(at)
        if entry.kind == "body" and token.low.split()[-1] in self.words.title_heads:
            mark = len(self.found)
            office = self.complement(at, at + 1, token.low.split()[-1])
            named = self.name_end(office.last)
            if named > office.last:
                name = self.text(office.last, named)
                self.add("person", at, named, codes=(entry.code,), name=name, title=office.text)
                return named
            del self.found[mark:]
        codes = tuple(dict.fromkeys(e.entry.code for e in firsts if e.entry and e.entry.code))
        longer = 0
        if entry.kind == "body" and (owned := self.of_whom(at, at + 1))[0] > at + 1:
            self.add("body", at, owned[0], codes=owned[2], name=entry.name)
            return owned[0]
        if entry.kind in ("org", "body") and (branch := self.branch(at, after, codes)):
            return branch
        if codes and entry.kind in ("state", "org", "demonym", "seat", "house", "body"):
            longer = self.after_possessor(at, after, codes, possessive)
        for index in range(at, after):
            if self.tokens[index].kind == "E":
                self.add("entity", index, index + 1, codes=codes, nested=bool(longer), place=self.is_place(index))
        return max(after, longer)

    def possessors(self, at: int) -> tuple[list[Token], int, bool]:
        """Names coordinated before one head: "the Czech and Slovak ministers", "Russia's and China's"."""
        firsts, after = [self.tokens[at]], at + 1
        kinds = {"demonym"} if firsts[0].entry and firsts[0].entry.kind == "demonym" else set()
        while self.tokens[after].low in ("and", ",", "-") and len(firsts) < 6:
            step = 1 + (self.tokens[after].low == "," and self.tokens[after + 1].low == "and")
            follower = self.tokens[after + step]
            if not (kinds and follower.entry and follower.entry.kind in kinds):
                break
            firsts.append(follower)
            after += 1 + step
        while self.tokens[after].kind == "P" and self.tokens[after + 1].low in ("and", ","):
            follower = self.tokens[after + 2]
            if not (follower.entry and follower.entry.kind == "state" and self.tokens[after + 3].kind == "P"):
                break
            firsts.append(follower)
            after += 3
        possessive = self.tokens[after].kind == "P"
        return firsts, after + possessive, possessive

    def after_possessor(self, at: int, after: int, codes: tuple[str, ...], possessive: bool) -> int:
        """The longer mention that starts with the possessor at ``at``; 0 when there is none."""
        entry = self.tokens[at].entry
        assert entry is not None
        tight = possessive or entry.kind == "demonym" or entry.kind in ("org", "body") or len(self.tokens[at].text) < 5
        if entry.kind in ("demonym", "state") and not possessive and (society := self.relief_society(after)):
            self.add("organisation", at, society, name=self.text(at, society).removeprefix("The "))
            return society
        title = self.title(after)
        if title and entry.kind == "seat" and not possessive and self.is_place(at):
            return 0  # "In Brussels Secretary General Stoltenberg said"
        if title and (tight or self.tokens[after].kind in "NU"):
            served = title.codes if title.owned or not codes else codes
            return self.office(at, title, served or codes, definite=True)
        noun = self.tokens[after]
        if noun.low == "state" and self.is_state_company(after + 1):
            return 0
        if noun.kind == "w" and not tight and (noun.low not in self.words.plain_bodies or noun.low in VERBS_TOO):
            return 0
        body = self.body(after)
        if body:
            last, name, inner = body
            named = self.name_end(last)
            if name.lower().split()[-1] in self.words.title_heads and named > last:
                self.add("person", at, named, codes=inner or codes, name=self.text(last, named), title=name)
                return named
            begin = last + (self.tokens[last].kind == "P")  # "the Malawi Parliament's Speaker X"
            title = self.title(begin) if self.tokens[begin].kind in "NU" else None
            if title:
                self.add("body", at, last, codes=inner or codes, name=name, nested=True)
                return self.office(at, title, inner or codes, definite=True)
            own = self.tokens[after].kind == "E" and not name.isupper() and entry.kind in ("state", "demonym")
            self.add("body", at, last, codes=codes if own else inner or codes, name=name)
            return last
        adjective = entry.kind == "demonym" and not possessive and noun.kind in "NU"
        organisation = self.organisation(at) if adjective else 0
        led = self.tokens[organisation].low in self.words.title_heads  # "Serbian Company Commander"
        if organisation and not led and "bank" not in self.text(at, organisation).lower():
            self.add("organisation", at, organisation, name=self.text(at, organisation))
            return organisation
        return self.nationals(at, after, entry.kind == "demonym" or possessive)

    def branch(self, at: int, after: int, codes: tuple[str, ...]) -> int:
        """The end of "JICA's Fiji Office": an office of the one at ``at`` in the state after it; 0 when none."""
        entry, office = self.tokens[after].entry, self.tokens[after + 1]
        last = after + 2 + (office.low == "country")
        if not entry or entry.kind != "state" or self.tokens[last - 1].text != "Office" or office.kind != "N":
            return 0
        own = self.text(at, at + 1) if self.tokens[at].entry.kind == "body" else ""  # type: ignore[union-attr]
        name = f"{own} {self.text(after, last)}".strip()
        self.add("entity", after, after + 1, codes=(entry.code,), nested=True)
        self.add("body", at, last, codes=codes, name=name)
        return last

    def is_state_company(self, at: int) -> bool:
        """Whether "oil company" or "of Jalisco" follows a "state" that ends before ``at``, and makes it another."""
        token, follower = self.tokens[at], self.tokens[at + 1]
        if token.low == "of":
            return follower.kind in "NU"
        near = [t.low for t in self.tokens[at : at + 3] if t.kind in "wNU-"]
        firm = next((n for n, low in enumerate(near) if low in self.words.firms), 3)
        return firm < 3 and self.words.function_words.isdisjoint(near[:firm])

    def relief_society(self, at: int) -> int:
        """The end of "Red Cross" or "Red Crescent Society" at ``at``, which after a state's name is that state's own
        society and not the International Committee; 0 when it is not there."""
        red, _, kind = self.tokens[at].low.partition(" ")
        if red == "red" and kind in self.words.relief:
            end = at + 1
        elif red == "red" and not kind and self.tokens[at + 1].low in self.words.relief:
            end = at + 2
        else:
            return 0
        return end + (self.tokens[end].text == "Society")

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

    def names_an_instrument(self, at: int) -> bool:
        """ "the Minsk agreements", "Treaty of Rome": a city in the name of a thing."""
        follower = self.tokens[at + 1]
        if follower.low in self.words.instrument_nouns and follower.kind in "NUw":
            return True
        back = self.tokens[at - 1].low == "of" and at > 1 and self.tokens[at - 2]
        return bool(back and back.low in self.words.instrument_nouns and back.kind in "NU")

    def is_georgia_us(self, at: int) -> bool:
        near = self.tokens[max(0, at - 12) : at + 12]
        return any(t.text in self.words.us_states for t in near)

    def is_place(self, at: int) -> bool:
        """A seat of government that is only where something is."""
        entry = self.tokens[at].entry
        if entry is None or entry.kind != "seat":
            return False
        before, follower = self.tokens[at - 1] if at else END, self.tokens[at + 1]
        if follower.kind == "P" or follower.low in self.words.seat_verbs:
            return before.low in ("in", "at", "near") and follower.low not in ("has", "agreed")
        if before.low in self.words.place_words or (follower.kind == "," and before.kind == ","):
            return True
        return before.kind in "#|(" and follower.kind in "(,|:"

    def is_money(self, at: int) -> bool:
        """ "US$ 2 billion", "US dollars", "NOK 200 million": the letters at ``at`` stand before an amount."""
        token, follower = self.tokens[at], self.tokens[at + 1]
        if token.kind == "U" and at and len(token.text) == 3 and self.tokens[at - 1].low in self.words.scales:
            return True
        if token.kind == "U":
            scale = self.tokens[at + 2].low
            return len(token.text) == 3 and follower.kind == "#" and scale in self.words.scales
        marked = follower.kind == "$" and follower.start == token.end
        return token.text.isupper() and (marked or follower.low in ("dollar", "dollars"))

    def counts(self, at: int) -> bool:
        """ "Thirty-nine", "Twenty": a number in words."""
        return self.tokens[at].low.partition("-")[0] in self.words.tens

    def from_capital(self, at: int) -> int:
        if navy := self.words.ships.get(self.tokens[at].text):
            return self.ship(at, navy)
        prefix = self.words.prefixes.get(self.tokens[at].text)
        if prefix and self.tokens[at + 1].kind == "-" and self.tokens[at + 2].kind == "E":
            self.add("entity", at, at + 1, codes=(prefix,), nested=True)
            return at + 2
        if self.is_money(at) or self.counts(at) or (self.tokens[at].kind == "I" and self.starts_title(at + 1)):
            return at + 1
        if royal := self.crowned_body(at):
            return royal
        group = self.phrase(at, self.words.groups)
        if len(group) > 1:
            self.add("group", at, at + len(group), name=self.text(at, at + len(group)))
            return at + len(group)
        if both := self.bodies_of_both(at):
            return both
        if self.opens_sentence(at) and self.tokens[at + 1].kind == "w" and self.means_people(at):
            return self.unnamed_group(at)
        phrase = self.phrase(at, self.words.collectives)
        if phrase and not self.goes_on(at + len(phrase)):
            self.add("collective", at, at + len(phrase), name=" ".join(phrase))
            return at + len(phrase)
        before = self.tokens[at - 1].low if at else ""
        alone = self.tokens[at + 1].kind in "wP,.;:)" and not self.goes_on(at + 1)
        if before == "the" and alone and self.tokens[at].low in self.words.called:
            self.add("name", at, at + 1, name=self.tokens[at].text)
            return at + 1
        title = self.title(at)
        if title:
            return self.office(at, title, title.codes, definite=before in OWNED)
        honorific = self.tokens[at].low in self.words.honorifics
        if honorific:
            here = at + 1 + (self.tokens[at + 1].kind == ".")
            last = self.name_end(here)
            if last > here:
                codes = self.of_state(last)
                self.add("person", at, last, codes=codes, name=self.text(here, last), title=self.tokens[at].text)
                return self.appositive(at, last)
        body = self.chain(at)
        if body and self.tokens[at].low not in self.words.function_words:
            title = self.title(body[0]) if self.tokens[body[0]].kind in "NU" else None
            if title:
                self.add("body", at, body[0], codes=body[2], name=body[1], nested=True)
                return self.office(at, title, body[2] or title.codes, definite=True)
            self.add("body", at, body[0], codes=body[2], name=body[1])
            return body[0]
        organisation = self.organisation(at)
        owner = self.tokens[organisation - 1].entry if organisation else None
        if owner and owner.kind == "state" and "bank" in self.text(at, organisation).lower():
            self.add("body", at, organisation, codes=(owner.code,), name=self.text(at, organisation))
            return organisation
        if organisation:
            self.add("organisation", at, organisation, name=self.text(at, organisation))
            return organisation
        last = self.name_end(at)
        if last == at:
            return at + 1
        self.add("name", at, last, name=self.text(at, last))
        return self.appositive(at, last)

    def ship(self, at: int, owner: str) -> int:
        """The end of "HMNZS Aotearoa", a ship of ``owner``; what it is called is no place and no office."""
        follower = self.tokens[at + 1]
        last = at + 2 if follower.kind == "E" else max(self.name_end(at + 1), at + 1)
        if last == at + 1 and follower.kind in "NU" and follower.low in self.words.title_heads:
            end = self.name_end(at + 2)  # "HMS Defender", "HMS Queen Elizabeth"; but "INS Commissioner Jo Lind"
            last = end if end == at + 2 or follower.low in ("queen", "princess") else last
        if last > at + 1:
            self.add("body", at, last, codes=(owner,), name=self.text(at, last))
        return last

    def crowned_body(self, at: int) -> int:
        """The end of a body whose name has its state in it: "Royal New Zealand Air Force"; 0 when none."""
        entry = self.tokens[at + 1].entry
        if self.tokens[at].low not in self.words.crowns or not entry or entry.kind not in ("state", "demonym"):
            return 0
        body = self.chain(at + 2) if self.tokens[at + 2].kind in "NU" else None
        if not body:
            return 0
        last = body[0]
        self.add("entity", at + 1, at + 2, codes=(entry.code,), nested=True)
        self.add("body", at, last, codes=(entry.code,), name=self.text(at, last))
        return last

    def from_lower(self, at: int) -> int:
        token = self.tokens[at]
        low = token.low
        pronoun = self.words.pronouns.get(low)
        if both := self.bodies_of_both(at):
            return both
        if low in self.words.described_groups and self.is_described(at):
            return self.unnamed_group(at)
        phrase, group = self.phrase(at, self.words.collectives), self.phrase(at, self.words.groups)
        if phrase and phrase[-1] == "state" and self.is_state_company(at + len(phrase)):
            return at + len(phrase)
        if phrase and len(phrase) >= len(group) and not self.goes_on(at + len(phrase)):
            self.add("collective", at, at + len(phrase), name=" ".join(phrase), definite=True)
            return at + len(phrase)
        if pronoun and not (low == "us" and token.text == "US"):
            self.add("pronoun", at, at + 1, name=low)
            return at + 1
        if group:
            last = self.told_together(at, at + 1) if len(group) == 1 else at + len(group)
            self.add("group", at, last, name=self.text(at, last))
            return last
        if low in ("people", "peoples") and (last := self.people_of(at)):
            return last
        if low in self.words.group_heads and token.low != "officials":
            return self.unnamed_group(at)
        if low in self.words.unarticled and self.acts(at + 1):
            self.add("body", at, at + 1, name=token.text, definite=True)
            return at + 1
        return self.definite(at) if low in DEFINITE else self.lower_title(at)

    def bodies_of_both(self, at: int) -> int:
        """The end of "two armies" or "armies of both countries" at ``at``; 0 when it is not there."""
        first = at + (self.tokens[at].low == "the")
        led = self.tokens[first].low in ("two", "both")
        bodies = self.phrase(first + led, self.words.plurals)
        here = first + led + len(bodies)
        if bodies and not led and self.tokens[here].low == "of":
            here += 1 + (self.tokens[here + 1].low == "the")
            led = self.tokens[here].low in ("two", "both") and self.tokens[here + 1].low in STATES | {"sides"}
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
        if before.sentence != token.sentence or not token.low.endswith("ed") or token.low in ("armed", "displaced"):
            return False
        named = before.entry is not None and before.entry.kind in ("state", "org", "body")
        return named or before.kind in "NU" or before.low in ("has", "have", "had", "we", "they", "it", "he", "she")

    def acts(self, at: int) -> bool:
        """Whether what begins at ``at`` may be a predicate: "police fired", "police have", not "police officers"."""
        token = self.tokens[at]
        return token.low in self.words.seat_verbs or bool(token.kind == "w" and PAST.search(token.low))

    def goes_on(self, here: int) -> bool:
        """ "the Government of Serbia", "the Alliance for Peace": the phrase is only the start of a longer name."""
        token, follower = self.tokens[here], self.tokens[here + 1]
        if token.low in ("of", "for", "to", "on") and (follower.kind in "NUE" or follower.low == "the"):
            return True
        return token.kind in "NU" and self.tokens[here - 1].kind == "N" and token.low not in self.words.title_heads

    def unnamed_group(self, at: int) -> int:
        """ "criminal groups", "vulnerable families": the noun with an adjective that stands before it."""
        if self.tokens[at].low in STATES and at and self.counts(at - 1):
            return at + 1
        first = at - 1 if self.describes(at - 1) else at
        if self.tokens[at].low in STATES and self.found and self.found[-1].last == at:
            if self.found[-1].kind != "name":
                return at + 1
            first = self.found.pop().first
        if first < at and self.found and self.found[-1].first == first and self.found[-1].kind in ("entity", "name"):
            self.found[-1].nested = True  # "European leaders"
        elif any(found.last > first for found in self.found[-2:]):
            return at + 1
        if self.names_its_own(at):
            return at + 1
        last = self.told_together(first, at + 1)
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
        if not both or noun.low in STATES or self.tokens[at + 1].low == "of" or self.names_its_own(at):
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

    def definite(self, at: int) -> int:
        """ "the foreign minister", "the armed forces of Serbia"."""
        here = at + 1
        if self.tokens[here].kind != "w":
            return here
        title = self.title(here)
        if title:
            return self.office(here, title, title.codes, definite=True)
        body = self.plain_body(here)
        if body and body[1].lower() == "state" and self.is_state_company(body[0]):
            return body[0]
        if body:
            self.add("body", here, body[0], codes=body[2], name=body[1], definite=True)
            return body[0]
        return here

    def lower_title(self, at: int) -> int:
        """ "president Vučić", "officials of the EU": without article only when somebody is named."""
        low = self.tokens[at].low
        if low not in self.words.title_heads and (low not in self.words.title_modifiers or low in self.words.copulas):
            return at + 1
        mark = len(self.found)
        title = self.title(at)
        if title and (title.codes or self.name_end(title.last) > title.last):
            return self.office(at, title, title.codes, definite=False)
        owned = at and self.tokens[at - 1].low in ("its", "our", "my", "his", "her") and title
        if owned and title and title.head not in ("counterpart", "colleague") and not title.head.endswith("s"):
            last = self.office(at, title, (), definite=True)  # "its regional director, Jo Lind"
            if self.found[-1].kind == "person":
                return last
        del self.found[mark:]
        return at + 1
