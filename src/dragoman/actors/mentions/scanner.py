"""Where a text names actors: names, offices, persons, bodies, groups, pronouns. Who they are is `linking`'s to say.

A hand-written grammar over tokens, left to right, without a parser:

    [demonym | state's] title [of X | for Y] [Name]      Serbian Foreign Minister Marko Đurić
    [demonym | state's] body [of X]                      Serbian armed forces, Ministry of Interior of Serbia
    Name, [the X] title [of X]                           Jens Stoltenberg, Secretary General of NATO
    Name with the head noun of a body                    Baylor University
"""

from __future__ import annotations

from dragoman.actors.mentions.found import END, WITHIN, Found, is_past
from dragoman.actors.mentions.topics import Topics


class Scanner(Topics):
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

    def from_capital(self, at: int) -> int:
        if known := self.known_phrase(at):
            return known
        title = self.title(at)
        if title:
            before = self.tokens[at - 1] if at else END
            whose = before.low in self.words.owned or before.kind == "P"
            return self.office(at, title, title.codes, definite=whose)
        if self.is_nobody(at):
            return at + 1
        if end := self.courteous(at) or self.organised(at):
            return end
        last = self.name_end(at)
        if last == at:
            return at + 1
        if thing := self.thing_end(at, last):
            return thing
        if self.is_only_called(at):
            return last
        self.add("name", at, last, name=self.text(at, last))
        return self.appositive(at, last)

    def known_phrase(self, at: int) -> int:
        """The end of what the lists of words tell: a ship, an amount, a group, "the two countries"; 0 when none."""
        if navy := self.words.ships.get(self.tokens[at].text):
            return self.ship(at, navy)
        prefix = self.words.prefixes.get(self.tokens[at].text)
        if prefix and self.tokens[at + 1].kind == "-" and self.tokens[at + 2].kind == "E":
            if joint := self.joint_body(at):
                return joint
            self.add("entity", at, at + 1, codes=(prefix,), nested=True)
            return at + 2
        if self.is_money(at) or self.counts(at) or (self.tokens[at].kind == "I" and self.starts_title(at + 1)):
            return at + 1
        if royal := self.crowned_body(at):
            return royal
        if self.tokens[at - 1].kind not in "NE" and (party := self.party_of(at, at)):
            return party
        group = self.group_phrase(at)
        if f"{self.tokens[at].low} {self.tokens[at + 1].low}" in self.words.state_forces:
            return self.add_group(at, at + 2)
        if len(group) > 1 and not self.is_name_going_on(at + len(group)):
            return self.add_group(at, at + len(group))
        if both := self.bodies_of_both(at) or self.office_of(at):
            return both
        if self.opens_sentence(at) and self.tokens[at + 1].kind == "w" and self.means_people(at):
            return at + 1 if self.describes_next(at) else self.unnamed_group(at)
        phrase, last = self.collective(at)
        if phrase and not self.goes_on(last) and not self.is_no_party(phrase, last):
            self.add("collective", at, last, name=phrase)
            return last
        before = self.tokens[at - 1].low if at else ""
        alone = self.tokens[at + 1].kind in "wP,.;:)" and not self.goes_on(at + 1)
        if before == "the" and alone and self.tokens[at].low in self.words.called:
            self.add("name", at, at + 1, name=self.tokens[at].text)
            return at + 1
        return 0

    def courteous(self, at: int) -> int:
        """The end of "Mr. X" or "General X of Chad" at ``at``; 0 where no such form of address begins."""
        if (self.tokens[at].low not in self.words.honorifics and self.after_courtesy(at) == at) or self.is_initial(at):
            return 0
        one = self.courtesy_end(at)
        here = max(one, self.after_courtesy(at))
        if self.starts_title(here) or (self.tokens[here].low in self.words.title_modifiers and self.title(here)):
            return here  # "Rt. Hon. Prime Minister X"
        last = self.name_end(here)
        if last == here:
            return 0
        said = max(at + 1, one - (self.tokens[one - 1].kind == "."))
        last, office = self.office_joined(here, last)
        codes = office.codes if office else self.of_state(last) or self.of_body(last)
        self.add("person", at, last, codes=codes, name=self.text(here, last), title=self.text(at, said))
        self.found[-1].other_title = office.text if office else ""
        return last if office else self.appositive(at, last)

    def organised(self, at: int) -> int:
        """The end of a body, bank or organisation at ``at``, with the person who holds an office of it; 0 when none."""
        body = None if self.is_chairing(at) or self.counts_parts(at) else self.chain(at)
        if body and body[0] == at + 1 and self.describes_next(at):
            return body[0]  # "Military cooperation"
        if body and self.tokens[at].low == "world" and not body[2]:  # "the World Energy Council", of no state
            self.add("organisation", at, body[0], name=self.text(at, body[0]))
            return body[0]
        if body and self.tokens[at].low not in self.words.function_words:
            begin = self.after_brackets(body[0])
            title = self.title(begin) if self.tokens[begin].kind in "NU" else None
            if title:
                self.add("body", at, body[0], codes=body[2], name=body[1], nested=True)
                return self.office(at, title, body[2] or title.codes, definite=True)
            if staff := self.staff_of(at, begin, body[2], told=True):
                self.add("body", at, body[0], codes=body[2], name=body[1], nested=True)
                return staff
            land, before = self.tokens[body[0] - 1].low in self.words.lands, self.tokens[at - 1].low if at else ""
            place = land and before in WITHIN
            self.add("body", at, body[0], codes=body[2], name=body[1], place=place)
            return body[0]
        if bank := self.bank(at):
            self.add("body", at, bank[0], codes=bank[2], name=bank[1])
            return bank[0]
        possessed = at > 0 and self.tokens[at - 1].kind == "P"
        if possessed and (unit := self.unit(at)):
            self.add("body", at, unit, name=self.text(at, unit))
            return unit
        organisation = self.organisation(at)
        if organisation and (thing := self.thing_end(at, organisation)):
            return thing
        if organisation and self.tokens[organisation - 1].low in self.words.schemes:
            return organisation  # "the Individual Partnership Programme"
        if organisation:
            self.add("organisation", at, organisation, name=self.text(at, organisation))
        return organisation

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
        group = self.group_phrase(at)
        phrase, last = self.collective(at)
        if phrase.endswith("state") and self.tokens[last - 1].kind == "w" and self.is_state_company(last):
            return last
        if phrase and last - at >= len(group) and not self.goes_on(last) and not self.is_no_party(phrase, last):
            self.add("collective", at, last, name=phrase, definite=True)
            return last
        if pronoun and self.is_among(at):
            return at + 1
        if pronoun and not (low == "us" and token.text == "US"):
            self.add("pronoun", at, at + 1, name=low)
            return at + 1
        if group and not self.is_name_going_on(at + len(group)):
            return self.add_group(at, self.told_together(at, at + 1) if len(group) == 1 else at + len(group))
        if low in ("people", "peoples") and (last := self.people_of(at)):
            return last
        office = token.low == "officials" or self.is_office_of(at)
        if low in self.words.group_heads and not office and not self.is_no_group(at):
            return self.unnamed_group(at)
        among_things = self.tokens[at - 1].low == "from" and self.tokens[at + 1].low == "to"  # "from customs to fees"
        if low in self.words.unarticled and self.acts(at + 1) and not among_things:
            self.add("body", at, at + 1, name=token.text, definite=True)
            return at + 1
        return self.definite(at) if low in self.words.definite else self.lower_title(at)

    def is_among(self, at: int) -> bool:
        """ "Many sectors, among them fishing": the pronoun at ``at`` means what stands before the comma."""
        link, follower = self.tokens[at - 1], self.tokens[at + 1]
        return at > 1 and link.low == "among" and self.tokens[at - 2].low in (",", ";", "and") and follower.kind in "wN"

    def is_name_going_on(self, here: int) -> bool:
        """ "the World | Heritage Committee": whether capitalised words before and at ``here`` are one name."""
        before, token = self.tokens[here - 1 : here + 1]
        heads = self.words.body_heads | self.words.private_heads
        return before.kind == "N" and token.kind in "NU" and self.runs_into(here, heads)

    def acts(self, at: int) -> bool:
        """Whether what begins at ``at`` may be a predicate: "police fired", "police have", not "police officers"."""
        token = self.tokens[at]
        return token.low in self.words.seat_verbs or is_past(token, self.words)

    def definite(self, at: int) -> int:
        """ "the foreign minister", "the armed forces of Serbia"."""
        here = at + 1
        if self.tokens[here].kind != "w":
            return here
        title = self.title(here)
        if title:
            return self.office(here, title, title.codes, definite=True)
        body = None if self.is_chairing(here) else self.plain_body(here)
        if not body and self.tokens[here].low in self.words.self_called and self.tokens[here + 1].low != "of":
            body = here + 1, self.tokens[here].text, ()
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
        small = self.tokens[at].text.islower() and self.tokens[at + 1].text[:1].isupper()
        if small and low in self.words.below & self.words.function_words:
            return at + 1  # "under President X", no under-secretary
        mark = len(self.found)
        title = self.title(at)
        if title and (title.codes or self.name_end(title.last) > title.last):
            return self.office(at, title, title.codes, definite=False)
        before = self.tokens[at - 1] if at else END
        owned = before.kind == "P" or before.low in self.words.owned - {"the", "their"} or self.whose_lately(at)
        if owned and title and not title.head.endswith("s"):
            last = self.office(at, title, (), definite=True)  # "its regional director, Jo Lind"
            if self.found[mark:] and self.found[-1].kind == "person":
                return last
        del self.found[mark:]
        return at + 1
