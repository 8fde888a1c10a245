"""Where envoys are sent and who receives them: "Ambassador to Peru", "presented his credentials to President X"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import pairwise

from dragoman.actors.directory import owner_of
from dragoman.actors.mentions.found import Found
from dragoman.actors.mentions.gazetteer import Entry
from dragoman.actors.persons.posts import is_post
from dragoman.actors.persons.signatures import Signatures

REACH = 32
"""Tokens behind a person among which a post or a place is looked for."""
OPENING = 7
"""Tokens behind a person in which his own verb has its object."""
LATELY = 12
"""Mentions among which the envoy is looked for."""


class Accrediting(Signatures):
    """`sent_to` gives the states that an envoy goes to, `accredited_to` whom the one serves who receives him."""

    def state_of(self, entry: Entry | None) -> str:
        placed = entry is not None and entry.kind in ("state", "seat", "demonym")
        return entry.code if entry and placed and self.directory.is_state(entry.code) else ""

    def posts_at(self, places: Iterable[int]) -> set[str]:
        """The states among the tokens ``places`` to which somebody is sent."""
        heads = self.words.sent_heads
        return {self.state_of(self.tokens[n].entry) for n in places if is_post(self.tokens, n, heads)} - {""}

    def sent_to(self, mention: Found) -> set[str]:
        """ "Ambassador to Iraq Jo Lind", "Jo Lind, Ambassador to Iraq,", "Jo Lind was named Ambassador to Iraq": where
        an envoy is sent to."""
        titled = range(mention.first, mention.last)
        return self.posts_at((*titled, *self.apposed_title(mention), *self.becoming(mention)))

    def becoming(self, mention: Found) -> range:
        """The tokens of what a sentence says that somebody is or is made: "Jo Lind was appointed | Ambassador to
        Iraq"."""
        words = self.words
        known = words.copulas | words.any_of | words.lately | words.title_modifiers | {"the", "by"}
        behind = range(mention.last, min(mention.last + REACH, len(self.tokens)))
        if not behind or self.tokens[mention.last].low not in words.copulas:
            return range(0)
        for here in behind:
            token = self.tokens[here]
            if token.low in words.sent_heads:
                return range(here, behind.stop)
            if token.kind not in "NUEP-" and token.low not in known:
                break
        return range(0)

    def credentials_near(self, mention: Found) -> bool:
        """Whether credentials were presented to the one who is mentioned: "presented his credentials to H.E. X"."""
        near = [t.low for t in self.before(mention, REACH)]
        while near and near[-1] in ("the", "h.e", ".", "his", "her", "excellency"):
            near.pop()
        return near[-1:] == ["to"] and not self.words.credentials.isdisjoint(near[-9:])

    def accredits(self, mention: Found) -> str:
        """ "Ambassador Lind of Peru presented his credentials to President X": the state that the envoy is of, and the
        one who receives him is not."""
        if not self.credentials_near(mention):
            return ""
        envoy = next((m for m in reversed(self.out[-LATELY:]) if m.how in ("person", "office")), None)
        code = owner_of(envoy.actors[0]) if envoy and len(envoy.actors) == 1 else ""
        return code if self.directory.is_state(code) else ""

    def accredited_to(self, mention: Found) -> str:
        """ "The Ambassador of Chile to Peru presented his credentials to President X", "presented his credentials to
        President X in Lima", "President X received the credentials of the Ambassador of Chile to Peru": the state that
        the envoy is sent to."""
        end, sentence = self.office_end(mention), mention.token.sentence
        behind = [n for n in range(end, min(end + REACH, len(self.tokens))) if self.tokens[n].sentence == sentence]
        first, *rest = [self.tokens[n].low for n in behind[:OPENING]] or [""]
        if first in self.words.accepts and not self.words.credentials.isdisjoint(rest):
            return one_of(self.posts_at(behind))
        if not self.credentials_near(mention):
            return ""
        begin = bisect_left(self.tokens, sentence, key=lambda token: token.sentence)
        near = self.tokens[end : end + OPENING]
        seat = next((self.state_of(t.entry) for link, t in pairwise(near) if link.low == "in"), "")
        return one_of(self.posts_at(range(begin, mention.first))) or seat


def one_of(codes: set[str]) -> str:
    """The one code of ``codes``; "" for none and several."""
    return next(iter(codes)) if len(codes) == 1 else ""
