"""The grammar of those who make up an organisation, a mission or a region: "the ASEAN Member States", "KFOR troops",
"the countries of Central Asia"."""

from __future__ import annotations

from dragoman.actors.mentions.groups import Groups

LONG = 3
"""Letters of an organisation's acronym at most, which may begin the name of a body of it, "UN Security Council"."""


class Alliances(Groups):
    """Who is told of by the whole they belong to."""

    def own_part(self, at: int, after: int, codes: tuple[str, ...]) -> int:
        """The end of "ASEAN Member States", "SADC Troika", "the ATMIS mission", "KFOR troops" at ``at``, where
        ``after`` is the word behind the name of the organisation or mission; 0 where none follows."""
        entry, noun, follower = self.tokens[at].entry, self.tokens[after], self.tokens[after + 1]
        if entry is None or entry.kind not in ("org", "body"):
            return 0
        if entry.kind == "org":
            last = 0 if self.is_counted(at) else self.members_end(after)
            told = noun.low in self.words.phrases["of_organisations"]
            if last or told:
                self.add("body", at, last or after + 1, codes=codes, name="Member States" if last else noun.text)
            return last or (after + 1 if told else 0)
        described = follower.kind == "w" and noun.low in self.words.phrases["of_missions"]
        head = follower if described else noun
        known = head.low in self.words.missions | self.words.phrases["theirs"]
        if not self.is_called_short(at) or head.kind != "w" or not known:
            return 0
        self.add("entity", at, after + 1 + described, codes=codes)
        return after + 1 + described

    def is_called_short(self, at: int) -> bool:
        """ "ATMIS", "EUTM Mali": a body that is known by an acronym; no "UN Security Council"."""
        first = self.tokens[at].text.split()[0]
        return first.isupper() and "." not in first and (len(first) > LONG or " " not in self.tokens[at].text)

    def members_end(self, at: int) -> int:
        """Past "member states" or "members" at ``at`` behind an organisation; 0 where it is not there or goes on."""
        several = self.names_members(at)
        last = at + 1 + several
        named = self.tokens[last].kind in "NUEP-" or self.tokens[last].low == "of"  # "EU members Chad and Mali"
        return last if (several or self.tokens[at].low == "members") and not named else 0

    def add_group(self, first: int, last: int) -> int:
        """ "Member States of the EU" are the EU's as "the EU member states" are."""
        begin = last - 2
        at = last + 1 + (self.tokens[last + 1].low == "the")
        entry = self.tokens[at].entry if self.tokens[last].low == "of" else None
        if not entry or entry.kind != "org" or not self.names_members(begin):
            return super().add_group(first, last)
        self.add("body", begin, at + 1, codes=(entry.code,), name="Member States")
        self.add("entity", at, at + 1, codes=(entry.code,), nested=True)
        return at + 1

    def of_organisation(self, at: int) -> int:
        """The end of "Troika of the SADC" at ``at``; 0 where no such body of an organisation begins there."""
        here = at + 2 + (self.tokens[at + 2].low == "the")
        entry = self.tokens[here].entry if self.tokens[at + 1].low == "of" else None
        name = self.tokens[at].low.removeprefix("the ")
        if not entry or entry.kind != "org" or name not in self.words.phrases["of_organisations"]:
            return 0
        self.add("body", at, here + 1, codes=(entry.code,), name=name.capitalize())
        self.add("entity", here, here + 1, codes=(entry.code,), nested=True)
        return here + 1

    def is_counted(self, at: int) -> bool:
        """ "Two | EU members", "most of | the countries of Central Asia": whether some of many are told of."""
        before = [t for t in self.tokens[max(0, at - 3) : at] if t.low not in ("of", "the")][-1:]
        some = (self.words.any_of | self.words.phrases["part"]) - {"all", "each", "every"}
        known = some | {"several", "both", *self.words.few, *self.words.numbers}
        return any(t.kind == "#" or t.low in known for t in before)

    def opens_phrase(self, at: int) -> bool:
        """ "Left for | countries of Central Asia", not "rich | countries of Central Asia"."""
        before = self.tokens[at - 1].low
        return before == "and" or before in self.words.prepositions

    def names_members(self, at: int) -> bool:
        return self.tokens[at].low == "member" and self.tokens[at + 1].low in ("states", "countries")

    def collective(self, at: int) -> tuple[str, int]:
        """ "All five countries in | Central Asia", "the states of the | South Caucasus": all of a region whose states
        the words list, by that region's name in the list; of "countries in" it some may be meant."""
        here, few, numbers = at, self.words.few, self.words.numbers
        while (low := self.tokens[here].low) in ("all", "the") or low in few or low in numbers:
            here += 1
        noun, link = self.tokens[here : here + 2]
        if noun.low not in self.words.groups_of_states:
            return super().collective(at)
        region = here + 2 + (self.tokens[here + 2].low == "the")
        entry = self.tokens[region].entry
        every = link.low == "of" or (link.low == "in" and here > at)
        if not entry or entry.kind != "region" or not every:
            return super().collective(at)
        if self.is_counted(at) or (here == at and self.tokens[at - 1].kind in "wN-" and not self.opens_phrase(at)):
            return super().collective(at)
        phrase = f"countries of {self.tokens[region].low.removeprefix('the ')}"
        counted = {few.get(t.low, numbers.get(t.low)) for t in self.tokens[at:here] if t.low in few or t.low in numbers}
        known = self.words.collective_actors.get(phrase, ())
        if not known or not counted <= {len(known)}:
            return super().collective(at)
        return phrase, region + 1
