"""Linking of pronouns: whom "it", "his" or "they" mean in their document."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import pairwise

from dragoman.actors.antecedents import PERSONS
from dragoman.actors.clauses import Clauses
from dragoman.actors.coreference import FAR
from dragoman.actors.dummies import says_nothing, tells_of_thing
from dragoman.actors.found import END, Found, is_past
from dragoman.actors.opening import Mention
from dragoman.actors.people import parts_of
from dragoman.actors.tokens import Token

POSSESSIVE = ("its", "their", "his", "her")
OBJECTS = {"him": PERSONS, "her": PERSONS, "it": "state org body movement it"}
SINCE = ("following", "after", "since", "upon", "before", "until", "despite")
UNLINKED = "no affiliation in the text"
LONG = 150
"""Words of a quotation that is looked back over."""


class Pronouns(Clauses):
    """Whom a pronoun means: by the words beside it, else by what was mentioned before it."""

    thing_in: int = -1
    """The sentence whose "it" was last found to be a treaty or the like."""

    def one(self, mention: Found) -> Mention | None:
        """Whom the mention means: the linker's to say."""
        raise NotImplementedError

    def pronoun(self, mention: Found) -> Mention | None:
        kind = self.words.pronouns[mention.name]
        at, sentence = mention.first, mention.token.sentence
        if self.means_nobody(mention):
            return None
        before = self.tokens[at - 1] if at else END
        leading = sum(1 for t in self.tokens[max(0, at - 3) : at] if t.sentence == sentence) < 3
        leading = leading and mention.name in ("it", "he", "she", "they", "its", "their", "his", "her")
        leading = leading and not self.discourse.opened_by(sentence)
        if mention.name in POSSESSIVE:
            if self.is_courtesy(at):
                return None
            following = [t.low for t in self.tokens[at + 1 : at + 3] if t.low != "royal"]
            if following and (monarchs := self.words.majesties.get(following[0])):
                monarch = self.monarch(sentence, monarchs)
                return self.make(mention, (monarch,), "pronoun") if monarch else None
            if meant := self.joined_before(mention) or self.ahead(mention) or self.possessing(mention):
                return self.make(mention, meant.actors, "pronoun", meant.unlinked, others=meant.others)
        actors = self.won_by(mention) or self.quoted(mention)
        last = self.last_whole()
        beside = at > 1 and before.low == "during" and last is not None and last.end == self.tokens[at - 2].end
        actors = actors or self.discourse.pronoun(
            kind, sentence, leading=leading, but=self.doers(mention), acting=self.is_acting(mention) and not beside,
            since=next((n for n in range(at, max(0, at - 60), -1) if self.tokens[n].text == ";"), 0),
            after_preposition=before.low in self.words.prepositions,
        )  # fmt: skip
        others = self.guessed.get(actors[0], ()) if len(actors) == 1 else ()
        reason = UNLINKED if kind in ("he", "she") and actors and actors[0].startswith("/") else None
        return self.make(mention, actors, "pronoun", reason, others=others) if actors else None

    def means_nobody(self, mention: Found) -> bool:
        """ "It is clear that", "Chad signed a treaty. It contains ... They are": no actor is meant."""
        at, sentence = mention.first, mention.token.sentence
        if mention.name == "it" and says_nothing(self.tokens, at, self.words):
            return True
        if mention.name not in ("it", "they", "its", "their") or (at and self.tokens[at - 1].kind != "|"):
            return False
        goes_on = sentence == self.thing_in + 1 and not self.discourse.back(self.thing_in, 0, "state org body")
        if goes_on or tells_of_thing(self.tokens, at, self.words):
            self.thing_in = sentence
            return True
        return False

    def is_acting(self, mention: Found) -> bool:
        """Whether the pronoun may be a subject: "he", "it", and "their", whose subject is mostly they."""
        return mention.name not in ("his", "her") and not self.is_object(mention)

    def is_object(self, mention: Found) -> bool:
        """ "thanked | her |", "met | them | in Lima": no "her" before a noun and none that something is said of."""
        if mention.name in ("him", "them", "me", "us"):
            return True
        follower, before = self.follower(mention), self.tokens[mention.first - 1] if mention.first else END
        if mention.name == "it":
            return before.kind == "w" and (before.low in self.words.prepositions or self.is_verb(before))
        small = self.words.prepositions | self.words.reference["prepositions"] | self.words.conjunctions
        small |= self.words.reference["complementizers"]
        return mention.name == "her" and (follower.kind in "|.,;:)" or follower.low in small)

    def is_verb(self, token: Token) -> bool:
        """Whether a word is a verb that "it" is the object of: "asked it to"."""
        regular = token.low.endswith(("ed", "ing")) and token.low not in self.words.clauses_follow
        return token.low in self.words.objects_follow or regular

    def doers(self, mention: Found) -> frozenset[str]:
        """Who cannot be meant by an object, "X and Y | accompany | him": the subject of its clause and who is joined
        to it."""
        if mention.name not in OBJECTS or not self.is_object(mention):
            return frozenset()
        sentence = mention.token.sentence
        if (relative := self.relative(mention)) is not None:
            return relative
        doer = self.discourse.doer(sentence, OBJECTS[mention.name])
        if doer is None or self.is_passive(doer.token):
            return frozenset()
        here = self.discourse.back(sentence, 0, OBJECTS[mention.name])
        found = set(doer.actors)
        for past in here:
            if found & set(past.actors) and past.joined:
                found.update(here[min(here.index(past) + 1, len(here) - 1)].actors)
        return frozenset(found)

    def is_passive(self, at: int) -> bool:
        """ "The envoy | was summoned by a note inviting him to leave": who is no doer."""
        near = self.tokens[at : at + 10]
        return any(t.low in ("was", "were", "been") and is_past(v, self.words) for t, v in pairwise(near))

    def relative(self, mention: Found) -> frozenset[str] | None:
        """The subject of "who" before the pronoun, "met President X, | who | invited him"; nobody for "opponents who";
        None where there is no such clause."""
        for n in range(mention.first - 1, max(1, mention.first - 9), -1):
            if self.tokens[n].kind in "|,;" or self.tokens[n].low in self.words.conjunctions:
                return None
            if self.tokens[n].low == "who":
                end = self.tokens[n - 1 - (self.tokens[n - 1].low == ",")].end
                return frozenset(actor for m in self.out[-8:] if m.end == end and m.head for actor in m.actors)
        return None

    def joined_before(self, mention: Found) -> Mention | None:
        """ "EUFOR and its commander", "thanked Peru for its help", "congratulated Ms X on her election": what "its" is
        joined to, where it is one that the pronoun can mean."""
        last, at = self.last_whole(), mention.first
        if at < 2 or last is None:
            return None
        link = self.tokens[at - 1].low
        if link in ("on", "upon", "for") and (thanked := self.thanked_before(mention)):
            return thanked
        if link not in ("and", "for") or last.end != self.tokens[at - 2].end:
            return None
        return last if self.may_mean(mention, last) else None

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
        stranger = named.unlinked is not None and named.text[:1].isupper()
        if len(named.actors) != 1 or (named.unlinked is not None and not (person and stranger)):
            return False
        return (named.how in ("person", "office") or stranger) is person

    def ahead(self, mention: Found) -> Mention | None:
        """ "In its annual report, the European Commission said", "On his part President X said": the subject of the
        sentence that the pronoun's phrase opens; nobody where that does not fit."""
        at, sentence, known = mention.first, mention.token.sentence, self.words.reference
        behind = self.tokens[at + 1 : at + 16]
        if mention.name == "their" or not behind:
            return None
        turn = behind[0].low in known["turns"]
        last = self.last_whole()
        if turn and last and self.tokens[at - 2].low == "," and last.end == self.tokens[at - 3].end:
            return last if self.may_mean(mention, last) else None  # "Mr X, for his part, said"
        comma = next((n for n, t in enumerate(behind) if t.kind in ",|;."), -1)
        stays = mention.name != "its" and any(t.low in known["stays"] for t in behind[: max(comma, 0)])
        if not self.opens(at) or (not turn and (comma < 1 or behind[comma].kind != "," or stays)):
            return None
        return self.subject_at(mention, at + 2 if turn and comma != 1 else at + 2 + comma, sentence)

    def opens(self, at: int) -> bool:
        """Whether a phrase with a preposition opens the sentence and reaches to the pronoun: "In | its | report", not
        "Chad, in | its | report"."""
        near = self.tokens[max(0, at - 4) : at]
        if at > 4 and near[0].kind != "|" and near[0].sentence == self.tokens[at].sentence:
            return False
        phrase = [t for t in near if t.sentence == self.tokens[at].sentence and t.kind not in '|“"']
        small = self.words.prepositions | {"during", "as"}
        return bool(phrase) and phrase[0].low in small and not any(t.kind in ",;" or t.entry for t in phrase)

    def subject_at(self, mention: Found, place: int, sentence: int) -> Mention | None:
        """The mention at ``place`` where the pronoun can mean it and something is said of it."""
        person = self.words.pronouns[mention.name] in ("he", "she")
        kinds = ("person", "office", "name") if person else ("entity", "body", "collective", "organisation", "name")
        index = bisect_left(self.found, place, key=lambda found: found.first)
        for other in self.found[index : index + 3]:
            between = self.tokens[place : max(place, self.article(other))]  # "the", "host"
            if len(between) > 2 or any(t.kind != "w" for t in between) or other.token.sentence != sentence:
                return None
            follower = self.follower(other)
            next_ = self.tokens[min(other.last + 1, len(self.tokens) - 1)]
            listed = follower.kind == "," and next_.kind in "ENU" and not person
            said = follower.kind in "w," and (follower.low == "of" or follower.low not in self.words.no_predicates)
            said = said and not listed  # "In its capital, Chad, Mali and Niger met"
            if other.kind in kinds and said and follower.kind != "P":
                linked = self.one(other)
                fits = linked is not None and len(linked.actors) == 1 and not linked.place and linked.how != "demonym"
                return linked if fits and linked and (linked.how in ("person", "office")) is person else None
        return None

    def possessing(self, mention: Found) -> Mention | None:
        """ "praised Malawi's economy and its army", "Kenya's policy to expand its presence": whose the noun is that
        "its" is joined to, or that says what its owner will do."""
        at, near = mention.first, self.tokens[max(0, mention.first - 8) : mention.first]
        mark = next((n for n in range(len(near) - 1, -1, -1) if near[n].kind == "P"), -1)
        between = near[mark + 1 :]
        if mention.name != "its" or mark < 1 or not between or any(t.kind != "w" for t in between):
            return None
        lows = [t.low for t in between]
        joined = lows[-1] == "and" and len(lows) < 5 and not set(lows[:-1]) & self.words.function_words
        willed = "to" in lows[1:-1] and lows[lows.index("to") - 1] in self.words.reference["wills"]
        owners = (m for m in reversed(self.out[-6:]) if m.head and m.end in (near[mark].end, near[mark - 1].end))
        owned = next(owners, None) if joined or willed else None
        return owned if owned and owned.how not in ("person", "office") and len(owned.actors) == 1 and at else None

    def won_by(self, mention: Found) -> tuple[str, ...]:
        """ "relations with Zambia in 1964 following its independence": the state named last; not "thanked Zambia for
        supporting its accession"."""
        before = self.tokens[mention.first - 1].low if mention.first else ""
        won = mention.name == "its" and self.follower(mention).low in self.words.reference["won"]
        if not won or before not in SINCE:
            return ()
        here = self.discourse.back(mention.token.sentence, 0, "state")
        return here[0].actors if here and len(here[0].actors) == 1 else ()

    def quoted(self, mention: Found) -> tuple[str, ...]:
        """ "“Armenia has met it all,” it said": who was spoken of before the quotation, else who publishes."""
        at = mention.first
        marks = [n for n in range(max(0, at - 2), at) if self.tokens[n].text in tuple('”"»')]
        if mention.name != "it" or not marks or self.follower(mention).low not in self.words.speaking:
            return ()
        begin = next((n for n in range(marks[0] - 1, max(0, at - LONG), -1) if self.tokens[n].text in tuple('“"«„')), 0)
        meant = self.discourse.said_before(mention.token.sentence, begin)
        return meant or ((self.publisher,) if self.publisher else ())

    def office(self, mention: Found) -> Mention | None:
        own = self.in_capacity(mention)
        return self.make(mention, own.actors, "office", own.unlinked) if own else super().office(mention)

    def name(self, mention: Found) -> Mention | None:
        return super().name(mention) or self.surname(mention)

    def surname(self, mention: Found) -> Mention | None:
        """ "... the banker Paul Weber. | Weber | said": somebody of no state who was named in full."""
        person, follower = self.people.find(mention), self.follower(mention)
        alone = " " not in mention.name and mention.name[:1].isupper() and self.starts_sentence(mention)
        if person is None or not alone or parts_of(mention.name) != person.parts[-1:] or len(person.parts) < 2:
            return None
        word = mention.name.lower() in self.lower_words or mention.name in self.words.words_too
        if word or follower.kind not in "wP," or self.is_heading(mention):
            return None
        actor = f"/{person.name}"
        named = any(m.sort == "private" for m in self.discourse.past if m.actors == (actor,))
        return self.make(mention, (actor,), "named", "not in the directory") if named else None

    def in_capacity(self, mention: Found) -> Mention | None:
        """ "In her capacity as the Partnership's Co-chair": the one whose capacity it is, and nobody new."""
        words = [t.low for t in self.tokens[max(0, mention.first - 8) : mention.first]]
        at = next((n for n in range(len(words) - 1, 1, -1) if words[n] in ("as", "of")), 0)
        if at < 2 or words[at - 1] not in self.words.reference["capacities"] or words[at - 2] not in POSSESSIVE[2:]:
            return None
        start = self.tokens[max(0, mention.first - 8) + at - 2].start
        return next((m for m in reversed(self.out[-5:]) if m.start == start and m.how == "pronoun"), None)

    def is_courtesy(self, at: int) -> bool:
        """ "His Excellency Mr X", "His Majesty's Armed Forces": nobody is meant by "his", unless a verb follows."""
        honorific, follower = self.tokens[at + 1 : at + 3] if at + 2 < len(self.tokens) else (END, END)
        goes_on = follower.kind != "w" or follower.low in self.words.definite
        return honorific.kind == "N" and honorific.low in self.words.honorifics and goes_on

    def monarch(self, sentence: int, titles: frozenset[str]) -> str:
        """The person named last who has one of these titles: "His Majesty"."""
        for past in self.discourse.back(sentence, FAR, "person"):
            person = self.people.match(parts_of(past.actors[0].partition("/")[2]))
            if person and any(not titles.isdisjoint(title.lower().split()) for title in person.titles):
                return past.actors[0]
        return ""


def together(thanked: list[Mention]) -> Mention:
    """One mention for several, "the Government and the people of Rwanda": what "their" means behind them."""
    return replace(thanked[0], actors=tuple(dict.fromkeys(actor for m in thanked for actor in m.actors)))
