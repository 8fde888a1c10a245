"""Whom a pronoun or an office means by what stands right before it: "thanked Peru for its help"."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from dragoman.actors.context.opening import Mention
from dragoman.actors.directory import owner_of
from dragoman.actors.mentions.found import END, Found, is_form, is_past
from dragoman.actors.references.antecedents import PERSONS
from dragoman.actors.references.clauses import Clauses

POSSESSIVE = ("its", "their", "his", "her")


class Adjoining(Clauses):
    """Whom a mention is beside: joined to it, thanked for it, named before its comma."""

    def joined_before(self, mention: Found) -> Mention | None:
        """ "EUFOR and its commander", "thanked Peru for its help", "congratulated Ms X on her election": what "its" is
        joined to, where it is one that the pronoun can mean."""
        at = mention.first
        if at < 2 or self.last_whole() is None:
            return None
        link, comma = self.tokens[at - 1].low, self.tokens[at - 2].low == ","
        if link in ("on", "upon", "for") and (thanked := self.thanked_before(mention)):
            return thanked
        if self.is_cared_for(mention):
            freed = self.ending_at(at - 2, person=mention.name != "their")
            return freed if freed and self.may_mean(mention, freed) else None
        aside = comma and self.is_preposition(link) and self.is_aside(at)
        if link not in ("and", "for") and not aside:
            return None
        last = self.ending_at(at - 1 - comma, person=self.words.pronouns[mention.name] in ("he", "she"))
        return last if last and (aside or not comma) and self.may_mean(mention, last) else None

    def is_aside(self, at: int) -> bool:
        """ "The Council of the OAS (OAS), at | its session |, thanked Chad": a phrase between commas tells more of who
        stands before it; "Jo Lind met Al Mora, during his visit," does not."""
        phrase = list(takewhile(lambda t: t.kind not in ",;.|()", self.tokens[at + 1 : at + 8]))
        closes = self.tokens[at + 1 + len(phrase) :][:1]
        free = self.words.reference["stays"].isdisjoint(t.low for t in phrase)
        return bool(phrase and closes and closes[0].kind == "," and free)

    def is_cared_for(self, mention: Found) -> bool:
        """ "Release Jo Lind | and ensure his safe return |": what is asked for the one whom the verb before "and" is
        about."""
        at, known = mention.first, self.words.reference
        joined = self.tokens[at - 2].low == "and" and is_form(self.tokens[at - 1].low, known["caring"])
        return joined and mention.name != "its" and self.follower(mention).low in known["cared"]

    def ending_at(self, at: int, *, person: bool) -> Mention | None:
        """The longest mention that ends before the token ``at``, where it may have its acronym in brackets, or the
        ``person`` before "of Chad"."""
        opening, short, closing = self.tokens[max(0, at - 3) : at][-3:] if at > 2 else (END, END, END)
        at -= 3 if (opening.kind, closing.kind) == ("(", ")") and short.kind in "UE" else 0
        of = at - 2 - (at > 2 and self.tokens[at - 2].low in self.words.definite)
        at = of if person and of > 0 and self.tokens[of].low == "of" and self.tokens[at - 1].entry else at
        ended = (m for m in self.out[-6:] if m.head and at > 0 and m.end == self.tokens[at - 1].end)
        return next(ended, None)

    def thanked_before(self, mention: Found) -> Mention | None:
        """ "congratulated Ms X, who leads UNDP, on her election": who is thanked, or wished well, behind the last such
        verb of the sentence. No other subject may follow before "her"."""
        at = mention.first
        words = self.tokens[max(0, at - 25) : at]
        verb = next((t for t in reversed(words) if t.low in self.words.thanks), None)
        if verb is None or verb.sentence != mention.token.sentence:
            return None
        thanked = [m for m in self.out[-12:] if m.start > verb.end and m.head and m.how != "seat"]
        named = [m for m in thanked if self.may_mean(mention, m)]
        if mention.name == "their" and len(thanked) > 1:
            whole = [m for m in thanked if not self.document.text.endswith(" of ", 0, m.start)] or thanked
            return together(whole) if thanked[-1].end == self.tokens[at - 2].end else None
        near = named and sum(verb.end <= t.start < named[0].start for t in words) < 4
        near = near and not any(t.start > named[0].end and t.low in ("for", "on", "upon") for t in words[:-1])
        past = self.discourse.back(mention.token.sentence, 0, f"{PERSONS} state org body")
        apart = any(m.clause and self.tokens[m.token].start > verb.end for m in past)
        return named[0] if near and not apart else None

    def may_mean(self, mention: Found, named: Mention) -> bool:
        """Whether the pronoun fits the one mention by its kind: "his" a person, "its" none, "their" people."""
        person = self.words.pronouns[mention.name] in ("he", "she")
        several = len(named.actors) > 1 or named.how in ("body", "group")
        if mention.name == "their":
            return several and named.how != "pronoun"
        if named.how == "pronoun":
            return named.text.lower() in ("him", "her") and person
        if mention.name == "its" and named.how == "group" and named.text.endswith("s"):
            return False  # "among the focus countries for its aid"
        stranger = named.unlinked is not None and named.text[:1].isupper()
        if len(named.actors) != 1 or (named.unlinked is not None and not (person and stranger)):
            return False
        return (named.how in ("person", "office") or stranger) is person

    def possessing(self, mention: Found) -> Mention | None:
        """ "praised Malawi's economy and its army", "Kenya's policy to expand its presence": whose the noun is that
        "its" is joined to, or that says what its owner will do."""
        near = self.tokens[max(0, mention.first - 12) : mention.first]
        mark = next((n for n in range(len(near) - 1, -1, -1) if near[n].kind == "P"), -1)
        between = near[mark + 1 :]
        if mention.name != "its" or mark < 1 or not between or any(t.kind != "w" for t in between):
            return None
        lows = [t.low for t in between]
        links = 3 if lows[-3:] == ["as", "well", "as"] else lows[-1] == "and"
        plain = self.words.function_words - self.words.definite - {"of", "in", "on", "for", "at", "a", "an"}
        verb = any(is_past(t, self.words) for t in between[1:])
        joined = bool(links) and not verb and not set(lows[: len(lows) - links]) & plain
        willed = "to" in lows[1:-1] and lows[lows.index("to") - 1] in self.words.reference["wills"]
        owners = (m for m in reversed(self.out[-6:]) if m.head and m.end in (near[mark].end, near[mark - 1].end))
        owned = next(owners, None) if joined or willed else None
        return owned if owned and owned.how not in ("person", "office") and len(owned.actors) == 1 else None

    def in_capacity(self, mention: Found) -> Mention | None:
        """ "In her capacity as the Partnership's Co-chair": the one whose capacity it is, and nobody new."""
        words = [t.low for t in self.tokens[max(0, mention.first - 8) : mention.first]]
        at = next((n for n in range(len(words) - 1, 1, -1) if words[n] in ("as", "of")), 0)
        if at < 2 or words[at - 1] not in self.words.reference["capacities"] or words[at - 2] not in POSSESSIVE[2:]:
            return None
        start = self.tokens[max(0, mention.first - 8) + at - 2].start
        return next((m for m in reversed(self.out[-5:]) if m.start == start and m.how == "pronoun"), None)

    def apposed_to(self, mention: Found) -> Mention | None:
        """ "Chad's President Al Mora, | the ECOWAS envoy |, spoke": the person before the comma, where the office
        behind it is of an organisation, of his own state or one that he has now, and no list goes on."""
        person, now = self.previous, self.words.reference["for_now"]
        last = next((m for m in reversed(self.out[-6:]) if m.how == "person"), None)
        if person is None or last is None or last.start != self.tokens[person.first].start or not mention.title:
            return None
        comma, end = self.end(person), self.end(mention)
        between = [t.low for t in self.tokens[comma : mention.first]]
        lows = [*between[1:], *mention.title.lower().split()]
        if between[:1] != [","] or not set(between[1:]) <= self.words.definite | now or lows[-1].endswith("s"):
            return None
        code = mention.codes[0] if mention.codes else ""
        own = self.directory.is_organisation(code) if code else False
        told = not now.isdisjoint(lows)
        if not (own or (code and code == owner_of(last.actors[0])) or (told and not code)):
            return None
        closing, behind = [*self.tokens[end : end + 2], END, END][:2]
        listed = behind.kind != "w" or behind.low in self.words.definite or (behind.low == "and" and not told)
        return last if closing.kind in ".;|)" or (closing.low == "," and not listed) else None

    def further(self, mention: Found) -> Mention | None:
        """ "Jo Lind, President of Peru and | Chair of the OAS |, spoke": the person whose office stands before "and",
        where the second one, with no article, is an organisation's."""
        at = mention.first - 1
        code = mention.codes[0] if len(mention.codes) == 1 else ""
        if at < 1 or self.tokens[at].low != "and" or not code or not self.directory.is_organisation(code):
            return None
        end = self.tokens[at - 1].end
        first = next((m for m in reversed(self.out[-6:]) if m.how == "office" and m.end == end), None)
        persons = (m for m in reversed(self.out[-8:]) if first and m.how == "person" and m.actors == first.actors)
        person = next(persons, None)
        apart = first and person and self.document.text[person.end : first.start].strip() in (",", ", the")
        return person if apart and not mention.title.partition(" of ")[0].endswith("s") else None


def together(thanked: list[Mention]) -> Mention:
    """One mention for several, "the Government and the people of Rwanda": what "their" means behind them."""
    return replace(thanked[0], actors=tuple(dict.fromkeys(actor for m in thanked for actor in m.actors)))
