"""What a strange capitalised name is that is no person: a town, a word for people."""

from __future__ import annotations

import re

from dragoman.actors.mentions.found import Found, is_past
from dragoman.actors.persons.holders import Holders

NUMERAL = re.compile(r"[IVX]{2,}")
ROW = 12
"""Tokens of a row of towns that are looked back over."""


class Strangers(Holders):
    """What the words beside a strange name say that it is."""

    def is_whose_people(self, mention: Found) -> bool:
        """ "Peace Corps | Volunteers", "Workers' Party": whether a name is only a word for people beside another."""
        before, follower = self.tokens[max(mention.first - 1, 0)], self.follower(mention)
        people = mention.name.lower() in self.words.people_nouns
        theirs = before.entry is not None and before.entry.kind in ("body", "org")
        return people and (follower.kind == "P" or theirs)

    def is_numbered(self, mention: Found) -> bool:
        """ "Under | Art. | XII": a part of a text and its number, of which neither is anybody."""
        numbered = mention.name.lower() in self.words.numbered and self.follower(mention).kind in ".#U"
        return numbered or NUMERAL.fullmatch(mention.name) is not None

    def is_town_named(self, mention: Found) -> bool:
        """ "In Gali", "the outskirts of Goris", "Gali district", "visited Gali": whether a strange name is where
        something is."""
        of, before, follower = (self.tokens[min(n, len(self.tokens) - 1)].low for n in
                                (max(mention.first - 2, 0), max(mention.first - 1, 0), mention.last))  # fmt: skip
        nouns, parts = self.words.place_nouns, mention.name.lower().split()
        called = before in nouns or (before == "of" and of in nouns) or follower in self.words.behind_places
        called = called or (len(parts) > 1 and parts[-1] in nouns) or self.is_of_towns(mention)
        one = len(parts) == 1 and mention.token.kind == "N" and self.follower(mention).kind not in "NU"
        called = called or (one and mention.first > 0 and self.leads_to_town(mention.first - 1))
        return called or (mention.first > 0 and before in self.words.within_places)

    def leads_to_town(self, at: int) -> bool:
        """ "Visited", "a flight to": whether the word at ``at`` stands before a place, if one word follows."""
        word, of = self.tokens[at].low, self.tokens[at - 1].low if at else ""
        return word in self.words.before_towns or (word == "to" and of in self.words.goes | self.words.ways)

    def is_of_towns(self, mention: Found) -> bool:
        """ "The ports of Haifa and | Ashdod", "ports in Haifa, | Jaffa and Acre": whether the row of names that the
        mention goes on is one of places, and not "was in Gali, | Mora said"."""
        at = here = mention.first - 1
        while here > 1 and at - here < ROW and self.is_in_row(here):
            here -= 1
        noun, link = self.tokens[here - 1], self.tokens[here].low
        if here == at:
            return False
        if link == "of":
            return noun.low.endswith("s") and noun.low in self.words.place_nouns
        end = mention.last
        while end < len(self.tokens) - 1 and end - at < ROW and self.is_in_row(end):
            end += 1
        closed = any(t.low == "and" for t in self.tokens[here:end])
        if self.leads_to_town(here):
            return closed
        within = link in self.words.within_places and noun.kind != "|"
        return within and closed and not self.is_predicate(end)

    def is_in_row(self, at: int) -> bool:
        return self.tokens[at].kind in ",NE" or self.tokens[at].low == "and"

    def is_predicate(self, at: int) -> bool:
        """Whether a verb stands at ``at`` of which names before it are the subject."""
        token, words = self.tokens[at], self.words
        verbs = words.seat_verbs | words.speech | words.speaking | words.objects_follow
        return token.kind == "P" or token.low in verbs - {"and", "to"} or is_past(token, words)
