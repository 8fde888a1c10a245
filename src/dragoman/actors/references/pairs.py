"""Whom "the two countries", "both sides" mean: the two whom the text named together last."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from dragoman.actors.directory import owner_of
from dragoman.actors.mentions.found import Found, takes_object
from dragoman.actors.references.antecedents import Mentioned
from dragoman.actors.references.coreference import unique
from dragoman.actors.references.pronouns import Pronouns

PAIR_REACH = 1
"""Sentences that a phrase for two looks for its pair behind it."""
HOST_REACH = 6
"""Sentences that who met somebody is looked for behind "at the meeting with"."""


class Pairs(Pronouns):
    """Two or more who are named in a row or of whom one meets the other."""

    def two(self, mention: Found, fits: Callable[[str], bool]) -> tuple[str, ...]:
        """The two of whom somebody met the other in this sentence or the one before, where title and publisher do not
        say which two the document is about; else the document's pair. Only those that ``fits`` accepts."""
        sentence = mention.token.sentence
        titled = self.setting.title_states if self.document.title.value else ()
        if guest := self.met_with(mention, fits):
            return guest
        named = {*filter(self.directory.is_state, titled), self.setting.publisher} - {""}
        many = self.titles_many
        if len(named) > 1 and not many:
            return self.discourse.pair(sentence, fits)
        told = self.discourse.back(sentence, PAIR_REACH, "person state")
        for number in range(sentence, sentence - PAIR_REACH - 1, -1):
            heads = [m for m in reversed(told) if m.sentence == number and not (m.nested or m.place or m.cited)]
            heads = [m for m in heads if fits(owner_of(m.actors[0])) or not self.is_territory(m.actors[0])]
            if pair := self.joined_pair(heads, fits, alone=many or not titled) or self.met_pair(heads, fits):
                return pair
        return self.discourse.pair(sentence, fits, near=many)

    @cached_property
    def titles_many(self) -> bool:
        """Whether the title names more than two states; the town that a report begins with is none of it."""
        end = len(self.document.title.value or "")
        named = (m.codes[0] for m in self.headline if m.codes and m.token.start < end)
        return len({*filter(self.directory.is_state, named)}) > 2

    def met_with(self, mention: Found, fits: Callable[[str], bool]) -> tuple[str, ...]:
        """ "At the meeting with President Mora of Peru, the sides": who is met there and whose the document is."""
        here = self.discourse.back(mention.token.sentence, 0, "person state org")
        guest = here[-1] if here else None
        if guest is None or guest.subject or not self.is_met(guest):
            return ()
        opening = [t.low for t in self.tokens[max(0, guest.token - 12) : guest.token]
                   if t.sentence == guest.sentence and t.kind != "|"]  # fmt: skip
        led = opening[:1] and opening[0] in self.words.clause_openers and len(opening) < 12
        if not led or "with" not in opening or self.words.received.isdisjoint(opening):
            return ()
        other = owner_of(guest.actors[0])
        acting = (owner_of(m.actors[0]) for m in self.discourse.back(guest.sentence, HOST_REACH, "person") if m.subject)
        hosts = (self.setting.own, owner_of(self.setting.host), *acting, *self.setting.title_states)
        host = next((code for code in hosts if code != other and fits(code)), "")
        return (host, other) if host and len(guest.actors) == 1 and fits(other) and other in self.directory else ()

    def is_territory(self, actor: str) -> bool:
        """ "The Falkland Islands", which a state has and which are no country beside others."""
        code = owner_of(actor)
        known = self.directory.actor(code) if code in self.directory else None
        return known is not None and known.kind == "territory" and bool(known.parent)

    def is_met(self, mention: Mentioned) -> bool:
        """ "Met the new | Minister Lind |", "talks with | Chad |": whether somebody met the one who is mentioned."""
        for at in range(mention.token - 1, max(-1, mention.token - 5), -1):
            token = self.tokens[at]
            if token.sentence != mention.sentence or token.kind in "|,;:":
                return False
            if token.low == "with" or takes_object(token, self.words):
                return True
            if token.low in self.words.prepositions:
                return False
        return False

    def joined_pair(
        self, heads: list[Mentioned], fits: Callable[[str], bool], *, alone: bool = False
    ) -> tuple[str, ...]:
        """ "Chad-Mali relations", "Minister Lind of Chad and Minister Mora of Mali": the last row of two; not of
        what something is only about, "the war in Chad and Mali". ``alone`` where two states suffice, "Chad and Mali
        signed", since no title says whom the document is about."""
        for row in reversed(self.rows(heads)):
            codes = unique(owner_of(actor) for m in row for actor in m.actors)
            aside = self.word_before(row[0]) in self.words.phrases["aside"]
            known = all(fits(code) and code in self.directory for code in codes)
            acts = row[0].subject or row[0].clause or self.word_before(row[0]) == "between"
            met = alone and acts and row[-1].joined != ","  # "Chad, Mali and others"
            met = met or any(m.sort == "person" for m in row) or self.word_before(row[-1]) == "-"
            if len(codes) == 2 and known and met and not aside and not row[-1].possessive:
                return codes
        return ()

    def rows(self, heads: list[Mentioned]) -> list[list[Mentioned]]:
        """``heads``, those that stand in one list together."""
        rows: list[list[Mentioned]] = []
        for mention in heads:
            if rows and (mention.joined or self.word_before(mention) in ("and", "-", "–")):
                rows[-1].append(mention)
            else:
                rows.append([mention])
        return rows

    def word_before(self, mention: Mentioned) -> str:
        """The word before a mention and its article."""
        at = mention.token - 1
        while at > 0 and self.tokens[at].low in self.words.definite:
            at -= 1
        return self.tokens[at].low if at >= 0 and self.tokens[at].sentence == mention.sentence else ""

    def met_pair(self, heads: list[Mentioned], fits: Callable[[str], bool]) -> tuple[str, ...]:
        """ "Minister Lind of Chad met the President of Mali in Peru", "Chad held talks with Mali": who acts and the
        other, where they are two."""
        rows = self.rows(heads)
        acting = next((n for n, row in enumerate(rows) if row[0].subject and not row[0].possessive), len(rows))
        for row in rows[acting + 1 :]:
            before = self.tokens[max(0, row[0].token - 1)]
            before = self.tokens[max(0, row[0].token - 2)] if before.low in self.words.definite else before
            codes = unique(owner_of(actor) for m in (*rows[acting], *row) for actor in m.actors)
            other = len(codes) == 2 and all(fits(code) and code in self.directory for code in codes)
            if other and not row[-1].possessive and (before.low == "with" or takes_object(before, self.words)):
                return codes
        return ()
