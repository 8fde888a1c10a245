"""Whom a person cannot serve: the state that he visits or is sent to, "President X paid a visit to Peru"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from dragoman.actors.found import Found
from dragoman.actors.gazetteer import Entry
from dragoman.actors.sides import Sides
from dragoman.actors.tokens import Token

OWN = ("its", "his", "her", "their")
CLAUSE = 16
"""Tokens behind a person among which the verb and the place are looked for."""


class Visiting(Sides):
    """`away` gives the states; `other_side` who remains of the two that a document is about."""

    def away(self, mention: Found) -> set[str]:
        """The states that the sentence says the person goes to."""
        return {self.sent_to(mention), self.goes_to(mention), self.guest_of(mention), self.calls_on(mention)} - {""}

    def other_side(self, away: set[str]) -> str:
        """The other of the two states in hand where the person goes to one of them."""
        pair = self.setting.pair()
        return next((code for code in pair if code not in away), "") if away & set(pair) else ""

    def sent_to(self, mention: Found) -> str:
        """ "Ambassador to Iraq Jo Lind", "Jo Lind, Ambassador to Iraq,": where an envoy is sent to."""
        for here in (*range(mention.first, mention.last), *self.apposed_title(mention)):
            entry, at = self.tokens[here].entry, here - 1
            at -= at > 0 and self.tokens[at].low == "the"
            head = str(self.tokens[at - 1].low) if at > 0 else ""
            if entry and entry.kind == "state" and self.tokens[at].low == "to" and head in self.words.sent_heads:
                return self.state_of(entry)
        return ""

    def goes_to(self, mention: Found) -> str:
        """ "President X visited Peru", "paid a visit to Peru", "arrived in Peru", "led a delegation to Peru"."""
        near, words = self.after_office(mention, CLAUSE), self.words
        while near and (near[0].low in words.auxiliaries or near[0].low in ("also", "then", "who", "later", ",")):
            near.pop(0)
        lows = [t.low for t in near]
        verb = lows[0] if lows else ""
        if verb in words.visited or verb == "visits":
            return self.place_of(near[1:])
        end = next((n for n, t in enumerate(near) if t.kind in ",;.|" or t.low in words.conjunctions), len(near))
        told = (verb in words.pays and words.visits) or (verb in words.led and words.delegations) or frozenset()
        at = 1 if verb in words.goes else next((n + 1 for n, low in enumerate(lows[:end]) if low in told), end)
        return self.place_of(near[at + 1 :]) if at < end and lows[at] in ("to", "in") else self.takes_part(near[:end])

    def takes_part(self, near: Sequence[Token]) -> str:
        """ "Minister X attended the forum in New Delhi": in a text on two states one of the other goes to what is held
        in one of them, as those who live there would need no such place told."""
        titled = len(self.setting.title_states) == 2 and bool(near) and near[0].low in self.words.takes_part
        first = 2 if titled and near[1:] and near[1].low == "in" else 1  # "participated in"
        here = next((n for n in range(first, len(near)) if near[n].low in ("in", "at")), 0)
        return self.place_of(near[here + 1 :]) if titled and here else ""

    def state_of(self, entry: Entry | None) -> str:
        placed = entry is not None and entry.kind in ("state", "seat", "demonym")
        return entry.code if entry and placed and self.directory.is_state(entry.code) else ""

    def place_of(self, near: Sequence[Token]) -> str:
        """The state that ``near`` begins with; a capital is one where the text is on two states."""
        here = bool(near) and near[0].low == "the"
        entry = near[here].entry if len(near) > here else None
        goes_on = len(near) > here + 1 and (near[here + 1].kind in "PNU-" or near[here + 1].entry is not None)
        kinds = ("state", "seat") if len(self.setting.title_states) == 2 else ("state",)
        return self.state_of(entry) if entry and entry.kind in kinds and not goes_on else ""

    def guest_of(self, mention: Found) -> str:
        """ "President X called on Prime Minister Y during his visit to Peru", "During his visit to Peru, President X":
        where the one goes who is the subject and nobody's host."""
        verb = self.follower(mention)
        if verb.kind != "w" or (verb.low in self.words.received and verb.low != "called"):
            return ""
        before = self.before(mention, CLAUSE)
        while before and before[-1].low in ("the", "h.e", "."):
            before.pop()
        if before and before[-1].low == ",":
            return self.during(before, whole=True)
        return "" if before else self.during(self.after_office(mention, 3 * CLAUSE))

    def calls_on(self, mention: Found) -> str:
        """ "Minister X called on President Y of Peru": whom the host serves, where that is told or plain knowledge."""
        called = [t.low for t in self.after_office(mention, 2)] == ["called", "on"]
        at = bisect_left(self.found, self.office_end(mention), key=lambda found: found.first)
        host = next((m for m in self.found[at : at + 6] if m.kind == "person"), None) if called else None
        person = self.people.find(host) if host and host.first <= self.office_end(mention) + 4 else None
        return self.served_by(person, host.title) if host and person else ""

    def during(self, near: Sequence[Token], *, whole: bool = False) -> str:
        """The state of "during his visit to Peru" in ``near``, which is all that it is of where it is ``whole``."""
        lows = [t.low for t in near]
        for at in range(1 if whole else len(near) - 4):
            visit = next((n for n in range(at + 2, min(at + 6, len(near))) if lows[n] in self.words.visits), 0)
            there = lows[visit + 1 : visit + 2] == ["to"]
            if visit and there and lows[at] in ("during", "on", "in") and lows[at + 1] in OWN:
                return self.place_of(near[visit + 2 :])
        return ""
