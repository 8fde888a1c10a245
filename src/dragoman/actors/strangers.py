"""What a strange capitalised name is that is no person: a town, a word for people."""

from __future__ import annotations

from dragoman.actors.found import Found
from dragoman.actors.holders import Holders

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

    def is_town_named(self, mention: Found) -> bool:
        """ "In Gali", "the outskirts of Goris", "Gali district": whether a strange name is where something is."""
        of, before, follower = (self.tokens[min(n, len(self.tokens) - 1)].low for n in
                                (max(mention.first - 2, 0), max(mention.first - 1, 0), mention.last))  # fmt: skip
        nouns, parts = self.words.place_nouns, mention.name.lower().split()
        called = before in nouns or (before == "of" and of in nouns) or follower in self.words.behind_places
        called = called or (len(parts) > 1 and parts[-1] in nouns) or self.is_of_towns(mention.first - 1)
        return called or (mention.first > 0 and before in ("in", "at", "near", "from"))

    def is_of_towns(self, at: int) -> bool:
        """ "The ports of Haifa and | Ashdod": whether a row of names that goes on at ``at`` is one of places."""
        here = at
        while here > 1 and at - here < ROW and (self.tokens[here].kind in ",NE" or self.tokens[here].low == "and"):
            here -= 1
        noun = self.tokens[here - 1].low
        led = here < at and self.tokens[here].low == "of"
        return led and noun.endswith("s") and noun in self.words.place_nouns
