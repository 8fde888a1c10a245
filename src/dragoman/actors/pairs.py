"""Whom "the two countries", "both sides" mean: the two whom the text named together last."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.actors.antecedents import Mentioned
from dragoman.actors.coreference import unique
from dragoman.actors.directory import owner_of
from dragoman.actors.found import Found, takes_object
from dragoman.actors.pronouns import Pronouns

PAIR_REACH = 1
"""Sentences that a phrase for two looks for its pair behind it."""


class Pairs(Pronouns):
    """Two or more who are named in a row or of whom one meets the other."""

    def two(self, mention: Found, fits: Callable[[str], bool]) -> tuple[str, ...]:
        """The two of whom somebody met the other in this sentence or the one before, where neither the title nor the
        publisher says whom the document is about; else the document's pair. Only those that ``fits`` accepts."""
        sentence = mention.token.sentence
        titled = self.setting.title_states if self.document.title.value else ()
        if len({*filter(self.directory.is_state, titled), self.setting.publisher} - {""}) > 1:
            return self.discourse.pair(sentence, fits)
        told = self.discourse.back(sentence, PAIR_REACH, "person state")
        for number in range(sentence, sentence - PAIR_REACH - 1, -1):
            heads = [m for m in reversed(told) if m.sentence == number and not m.nested and not m.place]
            if pair := self.joined_pair(heads, fits, alone=not titled) or self.met_pair(heads, fits):
                return pair
        return self.discourse.pair(sentence, fits)

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
