"""What a mention is in its sentence: whether it leads it or a clause of it, and what it is joined to."""

from __future__ import annotations

from functools import cached_property

from dragoman.actors.mentions.found import END, Found, is_form, is_past, takes_object
from dragoman.actors.names.naming import Naming

LONG = 60
"""Words of a clause that may open a sentence: "As Mali left, Niger closed"."""

CALLING = frozenset(["call", "appeal"])
"""Who is asked by these stands behind "on" or "to"."""
JOINERS = frozenset([",", "and", "&", "as", "well", "with", "together"])
FEW = 8
"""Tokens between two that a few small words join."""
AIDED = frozenset(["along", "with", "in", "on", "through", "well", "every", "all"])
"""What may follow who is helped: "help Chad with its law", "wish Chad well in its work"."""


class Clauses(Naming):
    """Roles of mentions, by the words beside them."""

    listed: tuple[Found, int, bool] | None = None
    """The last whole mention, its end with an "of Chad" behind it, and whether it leads its sentence."""

    def end(self, mention: Found) -> int:
        """The mention's end with an "of Chad" or "(OAS)" behind it: "President Lind | of Chad |"."""
        of, the, state = [*self.tokens[mention.last : mention.last + 3], END, END, END][:3]
        skip = 2 if the.entry else 3 if the.low == "the" and state.entry else 0
        owned = of.low == "of" and mention.kind in ("person", "office", "body")
        short = of.kind == "(" and the.kind in "UE" and state.kind == ")"
        return mention.last + (skip if owned else 3 if short else 0)

    def article(self, mention: Found) -> int:
        """Where the mention begins with its article or form of address: "the | Amir", "His Highness the | Amir"."""
        at = mention.first - (mention.first > 1 and self.tokens[mention.first - 1].low == "the")
        courtesy = self.is_courtesy_noun(self.tokens[at - 1].low) if at > 2 else False
        return at - 2 if courtesy and self.tokens[at - 2].low in ("his", "her") else at

    def is_courtesy_noun(self, word: str) -> bool:
        """ "Highness", "Excellency"."""
        return word == "excellency" or word in self.words.majesties

    def leads(self, mention: Found) -> bool:
        """Whether the mention may be its sentence's subject: no preposition before it and it is not a modifier. One
        that is joined to another is what that is: no "Tonga" in "the work of Fiji and Tonga and agreed"."""
        behind = self.tokens[self.end(mention) : self.end(mention) + 1]
        follower = behind[0] if self.follower(mention).kind == "(" and behind else self.follower(mention)
        if mention.nested or follower.kind not in ("w", ","):
            return False
        joined = self.joins(mention) if self.listed else ""
        # "After talks with Al Mora, Minister Lind agreed"
        opened = joined == "," and mention.kind == "person" and (self.predicate(mention) or self.is_invited(mention))
        if self.listed and joined and not opened and not self.leads_clause(mention):
            return self.listed[2]
        at = self.article(mention)
        at -= at > 0 and self.tokens[at - 1].low in self.words.epithets  # "with neighbouring | Peru |"
        at -= at > 0 and self.tokens[at - 1].low in ("his", "her")  # "met his | Kenyan counterpart |"
        before = self.tokens[at - 1] if at else None
        if before and before.low.startswith("ask") and behind and behind[0].low in ("if", "whether"):
            return True  # "asked the Minister if he had": of the next clause
        return before is None or not (self.is_preposition(before.low) or takes_object(before, self.words))

    def gender_of(self, mention: Found) -> str:
        """ "she" for "spokeswoman Jo Lind", "his wife, Jo Lind", "Her Excellency Jo Lind", "the Queen of Denmark"; ""
        where no word tells."""
        person = self.people.find(mention) if mention.kind == "person" else None
        if person and person.gender:
            return person.gender
        known = self.words.reference
        near = self.tokens[max(0, mention.first - 2) : mention.first]
        before = next((t.low for t in reversed(near) if t.low != ","), "")
        if before in ("her", "his") and self.is_courtesy_noun(self.tokens[mention.first].low):
            return "she" if before == "her" else "he"
        said = {before, *mention.title.lower().split(" of ")[0].split()[-1:]}
        said.update(t.low for t in self.tokens[mention.first : mention.last] if t.low in self.words.honorifics)
        return "she" if said & known["women"] else "he" if said & known["men"] else ""

    def is_invited(self, mention: Found) -> bool:
        """ "At the invitation of President Lind, | President Mora | of Peru, on 5 May, left": no list, unless "and"
        follows."""
        earliest = max(0, mention.first - LONG)
        before = range(mention.first - 1, earliest - 1, -1)
        start = next((n + 1 for n in before if self.tokens[n].kind == "|"), earliest)
        at, the, invitation = [*self.tokens[start : start + 3], END, END, END][:3]
        behind = [*self.tokens[self.past_apposition(mention) :][:1], END][0].low
        return (at.low, the.low, invitation.low) == ("at", "the", "invitation") and behind != "and"

    @cached_property
    def citing(self) -> frozenset[int]:
        """The sentences that say according to whom something is so."""
        return frozenset(t.sentence for t in self.tokens if t.low == "according")

    def is_cited(self, mention: Found) -> bool:
        """ "The talks failed, according to a statement by | Minister Lind |": who only says what the sentence tells."""
        if mention.token.sentence not in self.citing:
            return False
        near = [t.low for t in self.tokens[max(0, mention.first - 8) : mention.first] if t.kind != "|"]
        at = next((n for n in range(len(near) - 1, -1, -1) if near[n] == "according"), -1)
        return at >= 0 and "," not in near[at:]

    def is_preposition(self, word: str) -> bool:
        return word in self.words.prepositions or word in self.words.reference["prepositions"]

    def joins(self, mention: Found) -> str:
        """The last word or comma that joins the mention to the one before it, "Chad, Mali | and | Niger"; "" for
        none."""
        if self.listed is None or mention.nested or mention.token.sentence != self.listed[0].token.sentence:
            return ""
        if mention.first - self.listed[1] > FEW:
            return ""
        between = [t.low for t in self.tokens[self.listed[1] : mention.first] if t.low != "the"]
        if not between or len(between) > 4 or not JOINERS.issuperset(between) or between in (["with"], ["as"]):
            return ""
        return between[-1]

    def list_up(self, mention: Found, leads: bool) -> None:
        """Keeps the mention for what follows it; "Chad" of "President Lind of Chad and ..." belongs to him."""
        if mention.nested:
            return
        before = self.tokens[self.article(mention) - 1].low if mention.first else ""
        if self.listed and before == "of" and 0 < mention.first - self.listed[1] <= 2:
            self.listed = (self.listed[0], mention.last, self.listed[2])
        elif self.listed and self.tokens[mention.first - 1].kind == "(" and mention.first - self.listed[1] == 1:
            self.listed = (self.listed[0], mention.last + 1, self.listed[2])  # "the European Union (EU)"
        else:
            self.listed = (mention, mention.last, leads)

    def leads_clause(self, mention: Found) -> bool:
        """Whether the mention is the subject of a clause inside its sentence or joined to it."""
        if mention.nested or mention.first == 0 or mention.last >= len(self.tokens):
            return False
        return self.leads_joined(mention) or self.leads_told(mention) or self.is_made_to(mention)

    def leads_joined(self, mention: Found) -> bool:
        """ "The embassy opened in 2012, and Niger closed its own", "As Mali left, Niger closed its own"."""
        at = self.article(mention)
        if at < 2 or not self.predicate(mention):
            return False
        before, comma = self.tokens[at - 1], self.tokens[at - 2]
        in_list = self.listed is not None and bool(self.joins(mention)) and self.listed[2]
        if before.low in self.words.conjunctions and comma.text.endswith((",", ";")):
            return not in_list
        if before.low != "," or in_list:
            return False
        earlier = range(at - 1, max(-1, at - LONG), -1)
        opening = next((n + 1 for n in earlier if self.tokens[n].kind == "|"), max(0, at - LONG))
        return self.tokens[opening].low in self.words.clause_openers

    def leads_told(self, mention: Found) -> bool:
        """ "The IMF said that | Togo | has met", "Peru said | Chile | must"."""
        before = self.tokens[self.article(mention) - 1]
        opens = before.low in self.words.reference["complementizers"] or before.low in self.words.speaking
        opens = opens or is_form(before.low, self.words.reference["hoping"])
        if before.kind == "w" and before.low == "that" and self.is_to(mention):
            return True
        return opens and before.kind == "w" and self.predicate(mention)

    def is_to(self, mention: Found) -> bool:
        """ "Peru demands that | Chile | immediately | stop": whether a verb in its first form may follow. Behind "that"
        this is so of any word but the small ones."""
        token = ([*self.tokens[self.past_adverbs(self.end(mention)) :][:1], END])[0]
        small = token.low in self.words.function_words or token.low in self.words.no_predicates
        return token.kind == "w" and not small and not self.is_preposition(token.low)

    def past_apposition(self, mention: Found) -> int:
        """The mention's end, with the comma that closes a name behind an office: "The President, Jo Lind, | left"."""
        at = self.end(mention)
        comma = mention.kind == "person" and at < len(self.tokens) and self.tokens[at].low == ","
        return at + (comma and any(t.low == "," for t in self.tokens[mention.first : mention.last]))

    def past_adverbs(self, at: int) -> int:
        """Past "immediately" at ``at``."""
        while at < len(self.tokens) and self.tokens[at].low.endswith(self.words.adverb_endings):
            at += 1
        return at

    def predicate(self, mention: Found) -> bool:
        """Whether a verb stands right behind the mention: "Chad has", "Chad also agreed", "Chad opens"."""
        at = self.past_adverbs(self.past_apposition(mention))
        token = self.tokens[min(at, len(self.tokens) - 1)]
        token = self.tokens[min(at + 1, len(self.tokens) - 1)] if token.low in ("also", "not", "now") else token
        if token.kind != "w" or token.low in ("and", "to"):
            return False
        present = mention.kind in ("entity", "body") and token.low.endswith("s")
        present = present and token.low not in self.words.function_words
        known = any(token.low in many for many in (self.words.auxiliaries, self.words.seat_verbs, self.words.speaking))
        return known or present or is_past(token, self.words)

    def is_made_to(self, mention: Found) -> bool:
        """ "Norway urged | Mali | to open its border", "helped Chad draft its law", "accused Mali of hiding its men":
        the mention is to do what the next verb says."""
        at = self.article(mention) - 1
        asked = at > 0 and self.tokens[at].low in ("on", "upon", "to")
        at -= asked
        verb, link, then = self.tokens[at], *[*self.tokens[self.end(mention) : self.end(mention) + 2], END, END][:2]
        helps = is_form(verb.low, self.words.reference["helping"])
        if verb.kind != "w" or (not asked and is_form(verb.low, CALLING)):
            return False  # "called Mali to offer its help"
        if not (helps or is_form(verb.low, self.words.reference["causing"])):
            return False
        if link.low == "to":
            return then.kind == "w" and then.low not in self.words.function_words
        if is_form(verb.low, self.words.reference["aiding"]) and link.low in AIDED:
            return True
        if link.low in ("of", "for", "from", "in", "into"):
            return then.kind == "w" and then.low.endswith("ing")
        return helps and link.kind == "w" and link.low not in self.words.function_words
