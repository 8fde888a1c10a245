"""Capitalised words that say what something is about or what is done: "Treaty on Extradition", "STRONGLY URGES"."""

from __future__ import annotations

from dragoman.actors.owners import Owners

MAX_TOPIC = 16
"""Tokens between the name of an instrument and the last capitalised word of what it is about."""


class Topics(Owners):
    """What stands in capitals and is nobody."""

    def is_nobody(self, at: int) -> bool:
        """Whether the capitalised word at ``at`` begins no name: a month of a date, a word that is shouted, what an
        instrument is about."""
        return self.is_month(at) or self.is_shouted(at) or self.is_topic(at)

    def is_month(self, at: int) -> bool:
        """ "October-November 2003": months that are one word."""
        months = self.tokens[at].low.split("-")
        return len(months) > 1 and self.words.months.issuperset(months)

    def is_topic(self, at: int) -> bool:
        """ "Agreement on Peace, | Friendship and Co-operation", "agreement on | Air Services": whether an instrument
        before the word says that it is what this is about. A list has "and" before its last item: no "after the Treaty
        on Trade, | Jo Lind left"."""
        words, linked, closed = self.words, False, False
        for here in range(at - 1, max(-1, at - MAX_TOPIC), -1):
            token = self.tokens[here]
            if token.low in words.topic_links:
                capital = here > 0 and self.tokens[here - 1].text[:1].isupper()
                linked = linked or token.low != "for" or capital  # no "an agreement for | Lind to leave"
            elif linked and token.low in words.topical:
                return True
            elif token.low == ",":
                if not (closed or self.lists_on(at)):
                    return False
            elif token.low == "and":
                closed = True
            elif token.kind not in "NU" and not self.is_topic_word(here):
                return False
        return False

    def lists_on(self, at: int) -> bool:
        """Whether the capitalised words at ``at`` are followed by "and" or a comma and more of them."""
        here = at
        while self.tokens[here].kind in "NU" and here < at + MAX_TOPIC:
            here += 1
        return self.tokens[here].low in ("and", ",") and self.tokens[here + 1].kind in "NU"

    def is_topic_word(self, at: int) -> bool:
        """A word in lower case that may stand within a topic: "the mutual recognition of"."""
        token, words = self.tokens[at], self.words
        noun = token.low in words.portfolio or token.low.endswith(words.topic_endings)
        return token.kind == "w" and (token.low in words.topic_words or (noun and token.low not in words.no_nouns))

    def is_shouted(self, at: int) -> bool:
        """ "EXPRESSES DEEP CONCERN", "2. Requests the": a word in capitals, or with one at the head of an item, with
        which a resolution tells what is done."""
        token, words = self.tokens[at], self.words
        heads = at > 0 and self.tokens[at - 1].kind in "#|" and self.tokens[at + 1].kind == "w"
        if heads and token.kind == "N" and token.low in words.decides:
            return True
        if token.kind != "U" or len(token.text) < 4:
            return False
        verbs = token.low in words.shouted or token.low in words.decides or token.low in words.seat_verbs
        return verbs or token.low in words.function_words
