"""Where a town is only where something is: datelines, lists of towns, "Gali district", "at the White House"."""

from __future__ import annotations

from dragoman.actors.mentions.found import END, WITHIN, is_past
from dragoman.actors.mentions.institutions import Institutions

MAX_TOWNS = 8
"""Towns of one list that are looked back over."""
MAX_HEAD = 9
"""Tokens of the line that a report begins with, before the name of the agency."""


class Places(Institutions):
    """Which names of capitals and of their great houses stand for no government."""

    def is_place(self, at: int) -> bool:
        """A seat of government that is only where something is."""
        entry = self.tokens[at].entry
        before, follower = self.tokens[at - 1] if at else END, self.tokens[at + 1]
        if entry is not None and entry.kind == "house":
            return follower.kind != "P" and self.link_before(at) in ("in", "at", "near", "inside", "outside")
        if entry is not None and entry.kind in ("body", "org"):
            return self.signs_report(at)
        if entry is None or entry.kind != "seat":
            return False
        if self.is_called_town(at) or self.opens_report(at):
            return True
        if follower.kind == "P" or follower.low in self.words.seat_verbs - {"and"}:
            return before.low in WITHIN and follower.low not in ("has", "agreed")
        if before.low in self.words.place_words or (follower.kind == "," and before.kind == ","):
            return True
        if follower.low == "and":
            return self.is_listed_town(at)
        alone = before.kind == "|" and follower.kind == "." and self.tokens[at].text.isupper()  # "ASTANA. The minister"
        return alone or (before.kind in "#|(" and follower.kind in "(,|:") or self.is_listed_town(at)

    def is_based(self, at: int) -> bool:
        """ "The Washington-based lender": the town only tells where somebody has an office."""
        hyphen, word = self.tokens[at + 1], self.tokens[at + 2 if at + 2 < len(self.tokens) else -1]
        return hyphen.kind == "-" and hyphen.start == self.tokens[at].end and word.low in ("based", "headquartered")

    def link_before(self, at: int) -> str:
        """The word before the name at ``at``, past an article."""
        the = at > 1 and self.tokens[at - 1].low == "the"
        return self.tokens[at - 1 - the].low if at else ""

    def is_called_town(self, at: int) -> bool:
        """ "The capital Lima", "the outskirts of Goris", "Herat province": a noun beside the name says that it is a
        place."""
        nouns, follower, link = self.words.place_nouns, self.tokens[at + 1], self.link_before(at)
        if follower.kind in "wN" and follower.low in self.words.behind_places:
            return True
        before = nouns - self.words.behind_places  # "in the region Moscow has troops"
        return bool(link in before or (link == "of" and at > 1 and self.tokens[at - 2].low in nouns))

    def opens_report(self, at: int) -> bool:
        """ "LIMA — President X", "Vienna May 21, 2018 —", "Paris/Belgrade, 14 October": the town at ``at`` stands
        at the head of a report, before a dash or a date."""
        first = at
        while first and self.tokens[first - 1].kind == "-" and self.is_seat(first - 2):
            first -= 2
        if first and self.tokens[first - 1].kind != "|":
            return False
        here = at + 1
        while self.tokens[here].kind == "-" and self.is_seat(here + 1):
            here += 2
        mark, then = self.tokens[here : here + 2]
        if mark.kind == "-":  # no "Lima – which is far away – agreed"
            return mark.start > self.tokens[here - 1].end and not then.text[:1].islower()
        if mark.kind in ",(":
            mark, then = then, self.tokens[here + 2]
        dated = mark.low in self.words.months and then.kind == "#"
        return dated or (mark.kind == "#" and then.low in self.words.months)

    def signs_report(self, at: int) -> bool:
        """ "BAKU, March 3, | AZERTAC.": an agency that the line a report begins with names behind the town and the day,
        and of which nothing is told."""
        first = at - 1
        while first >= 0 and at - first < MAX_HEAD and self.is_in_head(first) and not self.is_seat(first):
            first -= 1
        led = first < at - 1 and self.is_seat(first) and (first == 0 or self.tokens[first - 1].kind == "|")
        return led and self.tokens[at + 1].kind in ".-"

    def is_in_head(self, at: int) -> bool:
        return self.tokens[at].kind in "#,.|(/" or self.tokens[at].low in self.words.months

    def is_seat(self, at: int) -> bool:
        entry = self.tokens[at].entry if at >= 0 else None
        return entry is not None and entry.kind == "seat"

    def town_list(self, at: int) -> tuple[int, int]:
        """The first token and the end of the list that the town at ``at`` stands in: "Vienna, Rome and Paris"."""
        first, last = at, at + 1
        while first > 1 and at - first < 3 * MAX_TOWNS and self.joins_town(first - 1):
            first -= 2 + (self.tokens[first - 1].low == "and" and self.tokens[first - 2].kind == ",")
        while self.joins_town(last) and last - at < 3 * MAX_TOWNS:
            last += 2 if self.is_town(last + 1) else 3
        return first, last

    def is_listed_town(self, at: int) -> bool:
        """ "Talks in Geneva, Vienna and Rome": one of a list of towns behind "in"; but "after talks in Vienna, Rome and
        Paris agreed", whose last ones are the subject."""
        first, last = self.town_list(at)
        return first < at and self.tokens[first - 1].low in WITHIN and not self.is_subject(last)

    def is_subject(self, last: int) -> bool:
        """Whether a verb follows a list that ends before ``last``."""
        end, words = self.tokens[last], self.words
        verbs = words.seat_verbs | words.speech | words.speaking | words.objects_follow
        return end.kind == "P" or end.low in verbs - {"and", "to", "accountable"} or is_past(end, words)

    def joins_town(self, at: int) -> bool:
        """Whether a comma or "and" at ``at`` stands between two towns of a list."""
        token, before, behind = self.tokens[at], at - 1, at + 1
        if token.kind == "," and self.tokens[behind].low == "and":
            behind += 1
        if token.low == "and" and self.tokens[before].kind == ",":
            before -= 1
        return (token.kind == "," or token.low == "and") and self.is_town(before) and self.is_town(behind)

    def is_town(self, at: int) -> bool:
        """A capital, or one strange name that may be a town's."""
        token, words = self.tokens[at], self.words
        known = token.low in words.title_heads | words.honorifics or self.tokens[at + 1].kind in "NU"
        return self.is_seat(at) or (token.kind == "N" and not known)

    def is_strange_town(self, at: int) -> bool:
        """ "In Toronto, Hamilton and Victoria": a capital's name that persons and other towns have, in a list with a
        town that is no capital."""
        if self.tokens[at].text not in self.words.names_of_people or not self.is_seat(at):
            return False
        first, last = self.town_list(at)
        strange = any(t.kind == "N" for t in self.tokens[first:last])
        led = first > 0 and self.tokens[first - 1].low in WITHIN
        return strange and led and not self.is_subject(last)
