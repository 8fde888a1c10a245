"""Which state "the country" or "the island" is, and which it cannot be: "Peru is that country's neighbour"."""

from __future__ import annotations

from dragoman.actors.mentions.found import Found
from dragoman.actors.references.antecedents import Mentioned
from dragoman.actors.references.coreference import FAR
from dragoman.actors.references.listed import Listed

SAYS = frozenset(["said", "says", "saying"])
"""Behind these another clause may begin without "that"."""
LATER = 30
"""Words in which a second office follows on the first: "as Kenya's consul in Peru and later as the country's envoy"."""


class Lands(Listed):
    """What a word for a state says of who is meant beside whom was named last."""

    def is_abroad(self, mention: Found) -> bool:
        """ "Five | Lao | diplomats", "the | Lao envoys |": whether who is named is sent to another state."""
        if mention.kind == "entity":
            return self.sends(mention)
        noun = self.tokens[mention.last - 1].low
        return mention.kind in ("body", "office") and noun in self.words.phrases["envoys"]

    def country(self, mention: Found) -> tuple[str, ...]:
        """The state that the words around "the country" tell of."""
        return self.served_before(mention) or self.stayed_in(mention)

    def no_country(self, mention: Found) -> frozenset[str]:
        """Who cannot be meant: no others than islands by "the island", and not the subject by "that country"."""
        named = {m.actors[0] for m in self.discourse.past if len(m.actors) == 1}
        no_islands = {code for code in {*named, *self.setting.topics} if code not in self.words.phrases["islands"]}
        banned = no_islands if mention.name.split()[-1] in self.words.phrases["sea_lands"] else set()
        doer = self.own_doer(mention) if mention.name.startswith("that ") else None
        return frozenset(banned | {*(doer.actors if doer else ())})

    def own_doer(self, mention: Found) -> Mentioned | None:
        """The state that is the subject of the clause the mention stands in, "| Mali | opened an office in the
        country", not of "Mali said that offices in the country"."""
        doer = self.discourse.doer(mention.token.sentence, "state")
        entry = self.tokens[doer.token].entry if doer else None
        if doer is None or doer.possessive or entry is None or entry.kind != "state":
            return None
        between = self.tokens[doer.token + 1 : mention.first]
        opens = self.words.reference["complementizers"] | SAYS
        return None if any(t.low in opens or t.kind in ";|" for t in between) else doer

    def stayed_in(self, mention: Found) -> tuple[str, ...]:
        """ "Germany is present in | Togo |. Italy kept an office | in the country |": where something was told to be
        last, as nobody is told to be in himself."""
        doer = self.own_doer(mention) if self.tokens[mention.first - 1].low in self.words.phrases["where"] else None
        told = {t.low for t in self.tokens[doer.token : mention.first]} if doer else set()
        if doer is None or len(doer.actors) != 1 or told.isdisjoint(self.words.phrases["presences"]):
            return ()
        near = self.discourse.back(mention.token.sentence, 1, "state")
        there = (m.actors for m in near if (m.where or m.place) and len(m.actors) == 1)
        return next((actors for actors in there if actors != doer.actors and self.directory.is_state(actors[0])), ())

    def served_before(self, mention: Found) -> tuple[str, ...]:
        """ "| As Kenya's consul | in Sweden and later | as the country's | minister": whom the office before was of."""
        at = mention.first
        link = self.tokens[at - 1].low if at else ""
        behind = self.tokens[mention.last : mention.last + 1]
        if link not in ("as", "was") or not behind or behind[0].kind != "P":
            return ()
        for n in range(at - 2, max(0, at - LATER), -1):
            token, before, owner = self.tokens[n], self.tokens[n - 1], self.tokens[n].entry
            if token.sentence != mention.token.sentence:
                return ()
            if owner and before.low == link and self.tokens[n + 1].kind == "P" and owner.kind == "state":
                return (owner.code,)
        return ()

    def same_administration(self, mention: Found) -> tuple[str, ...]:
        """ "The Lind Administration left. Mali protested. | The Administration |": whose the same noun was before."""
        noun = self.tokens[mention.last - 1].low
        if noun not in self.words.phrases["ruling"]:
            return ()
        called = (m for m in reversed(self.out[-FAR:]) if m.text.lower().split()[-1] == noun and len(m.actors) == 1)
        actors = next((m.actors for m in called), ())
        return actors if actors and self.directory.is_state(actors[0]) else ()
