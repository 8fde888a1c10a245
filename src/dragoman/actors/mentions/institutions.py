"""The grammar of what has a state, a capital or a region in its name and is none of them: "London School of Economics",
"the Gulf states", "the Saudi-led coalition"."""

from __future__ import annotations

from dragoman.actors.mentions.alliances import Alliances
from dragoman.actors.mentions.found import MAX_CHAIN, Kind


class Institutions(Alliances):
    """Where such a name ends, and what of it is an actor of its own."""

    def group_of_region(self, at: int) -> int:
        """The end of "Gulf states" or "Latin American leaders" at ``at``: those of a region, who are not the region;
        0 where it is none."""
        first = at
        if self.tokens[at + 1].low == "and" and (other := self.tokens[at + 2].entry) and other.kind == "region":
            self.add("entity", at + 2, at + 3, nested=True)
            at += 2  # "Latin American and Caribbean countries"
        elif self.tokens[at + 1].low == "and" and self.tokens[at + 2].low in self.words.adjectives:
            at += 2  # "Latin American and European countries"
        noun = self.tokens[at + 1]
        heads = self.words.groups_of_states | self.words.described_groups | {"governments"}
        if noun.kind != "w" or noun.low not in heads or not noun.low.endswith("s"):
            return 0
        if noun.low in self.words.verbs_too and (self.tokens[at + 2].kind == "E" or self.tokens[at + 2].low == "with"):
            return 0  # "the West forces Russia", "Africa partners with Chad"
        if (entry := self.tokens[at].entry) and entry.kind == "region":
            self.add("entity", at, at + 1, nested=True)
        last = at + max(2, 1 + len(self.phrase(at + 1, self.words.groups)))
        self.add("group", first, last, name=self.text(first, last).removeprefix("the "))
        return last

    def joint_body(self, at: int) -> int:
        """The end of "Chad-Niger Joint Commission" at ``at``, a body of several that is none of theirs alone; 0 where
        it is not there."""
        here = last = self.parties_joined(at)
        while here and last < here + MAX_CHAIN and self.tokens[last - 1].low not in self.words.organs:
            token, follower = self.tokens[last : last + 2]
            if token.kind not in "NU" and not (token.low == "and" and last > here and follower.kind == "N"):
                return 0
            last += 1
        if not here or last == here or last == here + MAX_CHAIN:
            return 0
        body = self.chain(here)
        if body and body[0] > last and not body[2]:
            last = body[0]  # "Joint Commission on Trade"
        for index in range(at, here):
            if entry := self.tokens[index].entry:
                self.add("entity", index, index + 1, codes=(entry.code,), nested=True)
        self.add("organisation", at, last, name=self.text(at, last).removeprefix("the ").removeprefix("The "))
        return last

    def rest_of_name(self, here: int) -> int:
        """Past words that go on a body's name at ``here``: "Agency for International Development | Cooperation"."""
        while self.tokens[here].kind == "N" and self.tokens[here].low in self.words.portfolio:
            here += 1
        return here

    def fighters(self, at: int, after: int) -> int:
        """The end of "Yemeni rebel group" at ``at``, where ``after`` is the word behind the state: who fights the state
        and is not of it; 0 where it is not there."""
        word, noun = self.tokens[after : after + 2]
        known = self.words.group_heads | self.words.described_groups | self.words.fighters
        if word.low not in self.words.fighting or noun.kind != "w" or noun.low not in known:
            return 0
        if f"{word.low} {noun.low}" in self.words.plain_bodies:
            return 0  # "paramilitary forces" are the state's
        self.add("group", at, after + 2, name=self.text(at, after + 2))
        owner = self.tokens[at].entry
        self.add("entity", at, at + 1, codes=(owner.code,) if owner else (), nested=True)
        return after + 2

    def movement(self, at: int) -> int:
        """The end of "Sudan Liberation Army" at ``at``, who fight the state that they are named for; 0 where no such
        name begins there."""
        last = at + 1
        while self.tokens[last].kind == "N" and self.tokens[last].low in self.words.movements["first"]:
            last += 1
        head = self.tokens[last]
        if last == at + 1 or head.kind != "N" or head.low not in self.words.movements["heads"]:
            return 0
        name = self.text(at, last + 1).removeprefix("The ").removeprefix("the ")
        self.add("organisation", at, last + 1, name=name)
        return last + 1

    def own_army(self, at: int) -> int:
        """The end of "Bosnian Serb army" at ``at``, of a people that is no state; 0 where it is not there."""
        noun = self.tokens[at + 1]
        one = noun.low in self.words.plain_bodies and noun.low not in self.words.title_heads
        if not one or noun.kind not in "wN" or self.tokens[at].text.endswith("s"):
            return 0
        self.add("group", at, at + 2, name=self.text(at, at + 2))
        return at + 2

    def leads_coalition(self, at: int) -> bool:
        """ "The Saudi-led coalition": whether several states under the one at ``at`` are told of together."""
        dash, led, noun = self.tokens[at + 1 : at + 4]
        return dash.kind == "-" and led.low == "led" and noun.low in self.words.coalitions

    def chairing(self, at: int) -> int:
        """The end of "French EU Presidency", "Finland's OSCE Chairmanship" at ``at``: a state and the organisation that
        it leads for a time, and no body of either; 0 where it is not there."""
        here = at + 1 + (self.tokens[at + 1].kind == "P")
        organisation, noun = self.tokens[here].entry, self.tokens[here + 1]
        if not organisation or organisation.kind != "org" or noun.low not in self.words.chairing:
            return 0
        for index in (at, here):
            self.add("entity", index, index + 1, codes=(self.tokens[index].entry.code,))  # type: ignore[union-attr]
        return here + 2

    def of_capital(self, at: int) -> int:
        """The end of "London School of Economics" at ``at``, named for a capital, or of "Africa Enterprise Fund", for a
        region; 0 where none is. Behind "in" it is a place: "In Paris University staff went on strike"."""
        token, before = self.tokens[at], self.tokens[at - 1].low if at else ""
        named = self.tokens[at + 1].kind == "N" or self.is_double_name(at + 1)
        last = self.organisation(at) if named and before != "in" else 0
        known = any(self.tokens[n].low in self.words.named_at for n in range(at + 1, last))
        return self.elsewhere(last, token.entry.code) if known else 0  # type: ignore[union-attr]

    def is_funding(self, at: int) -> bool:
        """Whether the state at ``at`` may be who pays, as in headings: "Japan Fund New Bridge", no "the Japan Fund"."""
        article = self.tokens[at - 1].low == "the" or self.tokens[at].low.startswith("the ")
        return self.tokens[at + 1].low == "fund" and self.tokens[at + 2].low != "for" and not article

    def elsewhere(self, last: int, code: str) -> int:
        """Past "in Cairo" behind a school that ends at ``last`` and is called after another state, whose ``code`` it
        has: "American University in Cairo"; ``last`` where it is not so."""
        place = self.tokens[last + 1].entry if self.tokens[last].low == "in" else None
        heads = {t.low for t in self.tokens[max(last - 4, 0) : last]} & self.words.taught_at
        abroad = place is not None and place.kind in ("seat", "state") and place.code not in ("", code)
        return last + 2 if heads and abroad else last

    def regional_agency(self, at: int) -> int:
        """The end of "Baltic Council of Ministers": a body whose name begins with a region; 0 when none or where an
        acronym shows that the name begins behind it, or a preposition that the region is a place."""
        body = self.chain(at + 1) if self.tokens[at + 1].kind == "N" and not self.title_alone(at + 1) else None
        acronym = self.tokens[body[0] + 1].text if body and self.tokens[body[0]].kind == "(" else ""
        initial = self.text(at, at + 1).removeprefix("the ")[:1]
        if not body or (acronym.isupper() and acronym[:1] != initial):
            return 0
        if not acronym.isupper() and at and self.tokens[at - 1].low in ("in", "at", "-"):
            return 0
        name = f"{self.text(at, at + 1)} {body[1]}".removeprefix("the ")
        kind: Kind = "body" if body[2] else "organisation"  # "Xinjiang Uyghur Autonomous Region of China"
        self.add(kind, at, body[0], codes=body[2], name=name if body[2] else self.text(at, body[0]))
        return body[0]

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
