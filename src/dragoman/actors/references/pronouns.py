"""Linking of pronouns: whom "it", "his" or "they" mean in their document."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from dragoman.actors.context.opening import Mention
from dragoman.actors.context.turns import gives_conference, is_asked
from dragoman.actors.directory import owner_of
from dragoman.actors.mentions.found import END, Found, is_form, is_past
from dragoman.actors.mentions.tokens import Token
from dragoman.actors.persons.people import parts_of
from dragoman.actors.references.adjoining import POSSESSIVE
from dragoman.actors.references.antecedents import PERSONS
from dragoman.actors.references.coreference import FAR
from dragoman.actors.references.dummies import LINKS, is_of_thing, is_of_ties, says_nothing, tells_of_thing
from dragoman.actors.references.fronted import Fronted

OBJECTS = {"him": PERSONS, "her": PERSONS, "it": "state org body movement it"}
ENABLING = ("allowing", "enabling", "giving", "helping", "letting", "permitting")
SINCE = ("following", "after", "since", "upon", "before", "until", "despite")
UNLINKED = "no affiliation in the text"
VISIT = frozenset(["visit"])
LONG = 150
"""Words of a quotation that is looked back over."""


class Pronouns(Fronted):
    """Whom a pronoun means: by the words beside it, else by what was mentioned before it."""

    thing_in: int = -1
    """The sentence whose "it" was last found to be a treaty or the like."""

    def one(self, mention: Found) -> Mention | None:
        """Whom the mention means: the linker's to say."""
        raise NotImplementedError

    def pronoun(self, mention: Found) -> Mention | None:
        kind = self.words.pronouns[mention.name]
        at, sentence = mention.first, mention.token.sentence
        if self.means_nobody(mention) or (kind in ("we", "i") and self.asks(mention)):
            return None
        if told := self.explained(mention):
            return self.make(mention, told.actors, "pronoun", told.unlinked, others=told.others)
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
                if kind in ("he", "she") and len(meant.actors) == 1:
                    self.discourse.gender.setdefault(meant.actors[0], kind)
                return self.make(mention, meant.actors, "pronoun", meant.unlinked, others=meant.others)
        if helped := self.accompanied(mention):
            return self.make(mention, helped.actors, "pronoun", others=helped.others)
        actors = self.won_by(mention) or self.quoted(mention) or self.topic(mention)
        last = self.last_whole()
        beside = at > 1 and before.low == "during" and last is not None and last.end == self.tokens[at - 2].end
        speakers: tuple[str, ...] = ()
        if kind in ("he", "she"):  # who speaks of himself says "I"
            speakers = (*self.discourse.in_quote_of, *self.at_home(mention))
        other = self.partner(mention)
        never = self.not_meant(mention)
        barred = frozenset([other]) if other else self.doers(mention).union(speakers)
        actors = actors or self.discourse.pronoun(
            kind, sentence, leading=leading, but=barred | (never if mention.name == "its" else frozenset()),
            acting=self.is_acting(mention) and not beside,
            since=max(
                next((n for n in range(at, max(0, at - 60), -1) if self.tokens[n].text == ";"), 0),
                self.goes_on_since(mention),
            ),
            after_preposition=before.low in self.words.prepositions,
            says=kind in ("he", "she") and self.follower(mention).low in self.words.speaking,
            meeting=mention.name == "their" and self.follower(mention).low in self.words.reference["met"],
        )  # fmt: skip
        if actors and never.issuperset(actors):
            return None
        if actors and actors == (other,):
            actors = tuple(code for code in self.setting.topics if code != other)[:1]
        others = self.guessed.get(actors[0], ()) if len(actors) == 1 else ()
        reason = UNLINKED if kind in ("he", "she") and actors and actors[0].startswith("/") else None
        return self.make(mention, actors, "pronoun", reason, others=others) if actors else None

    def means_nobody(self, mention: Found) -> bool:
        """ "It is clear that", "Chad signed a treaty. It contains ... They are": no actor is meant."""
        at, sentence = mention.first, mention.token.sentence
        if mention.name == "it" and says_nothing(self.tokens, at, self.words):
            return True
        if mention.name == "it" and self.is_object(mention) and not self.is_done_to_actors(self.tokens[at - 1]):
            return True
        if mention.name in ("they", "them") and is_of_ties(self.tokens, at, self.words):
            return True
        begin = self.quotation_before(mention) if mention.name == "it" else 0
        if begin and self.tokens[begin - 1].kind == "|" and is_of_thing(self.tokens, at, begin - 1, self.words):
            return True
        if mention.name not in ("it", "they", "its", "their") or (at and self.tokens[at - 1].kind != "|"):
            return False
        if mention.name in ("it", "its") and at and is_of_thing(self.tokens, at, at - 1, self.words):
            self.thing_in = sentence
            return True
        goes_on = sentence == self.thing_in + 1 and not self.discourse.back(self.thing_in, 0, "state org body")
        if goes_on or tells_of_thing(self.tokens, at, self.words):
            self.thing_in = sentence
            return True
        return False

    def asks(self, mention: Found) -> bool:
        """ "Q: Can you tell | us |?": a question put to who speaks else."""
        speaker, title = self.setting.speaker, self.document.title.value or ""
        host = speaker if speaker and gives_conference(title, speaker.partition("/")[2]) else ""
        return is_asked(self.document.text, mention.token.start, host)

    def is_done_to_actors(self, verb: Token) -> bool:
        """ "Asked | it to leave", not "signed it": a verb whose object may be somebody. What is signed, rejected or
        spoken of is mostly a thing."""
        known = self.words.reference
        return is_form(verb.low, known["done_to_actors"]) or is_form(verb.low, known["against"])

    def is_acting(self, mention: Found) -> bool:
        """Whether the pronoun may be a subject: "he", "it", and "their", whose subject is mostly they."""
        return mention.name not in ("his", "her") and not self.is_object(mention)

    def is_object(self, mention: Found) -> bool:
        """ "thanked | her |", "met | them | in Lima": no "her" before a noun and none that something is said of."""
        if mention.name in ("him", "them", "me", "us"):
            return True
        follower, before = self.follower(mention), self.tokens[mention.first - 1] if mention.first else END
        if mention.name == "it":
            known = before.low in self.words.prepositions or self.is_verb(before) or self.closes(mention, before)
            return before.kind == "w" and known
        if mention.name != "her" or follower.kind in "|.,;:)":
            return mention.name == "her"
        small = (self.words.conjunctions, self.words.reference["complementizers"])
        return self.is_preposition(follower.low) or any(follower.low in some for some in small)

    def closes(self, mention: Found, before: Token) -> bool:
        """ "Peru will attend | it |.": the last word of its clause behind one that may be a verb."""
        small = self.words.conjunctions | self.words.reference["complementizers"] | self.words.speaking | LINKS
        return self.follower(mention).text in ("", *".;)”!?") and before.low not in small | {"than", "so"}

    def is_verb(self, token: Token) -> bool:
        """Whether a word is a verb that "it" is the object of: "asked it to"."""
        regular = token.low.endswith(("ed", "ing")) and token.low not in self.words.clauses_follow
        return token.low in self.words.objects_follow or regular

    def doers(self, mention: Found) -> frozenset[str]:
        """Who cannot be meant by an object, "X and Y | accompany | him": the subject of its clause and who is joined
        to it."""
        sentence = mention.token.sentence
        if deed := self.deed_of(mention):
            return deed
        if self.is_done_to(mention) or self.is_entered(mention):
            doer = self.discourse.doer(sentence, OBJECTS["it"])
            told = doer is not None and (doer.clause or self.is_done_to(mention))
            return frozenset({*doer.actors, *map(owner_of, doer.actors)} if doer and told else ())
        if mention.name not in OBJECTS or not self.is_object(mention) or self.is_enabled(mention):
            return frozenset()
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

    def partner(self, mention: Found) -> str:
        """ "Its trade with | Denmark |", "its embassy in | Lomé |": the state that "its" cannot mean; "" for none."""
        near = self.tokens[mention.last : mention.last + 6] if mention.name == "its" else []
        behind = [t for t in near if t.low != "the"]
        sent = not self.words.phrases["envoys"].isdisjoint(t.low for t in behind[:3])
        links = ("with", "in", "to", "at") if sent else ("with",)
        at = next((n for n, t in enumerate(behind[:4]) if t.low in links), 0)
        entry = behind[at + 1].entry if at and len(behind) > at + 1 else None
        return entry.code if entry and all(t.kind in "wN" for t in behind[:at]) else ""

    def is_done_to(self, mention: Found) -> bool:
        """ "Chad regrets that Mali | expelled its diplomats |": what nobody does to his own."""
        verb, known = self.tokens[mention.first - 1].low if mention.first else "", self.words.reference
        behind = (t.low for t in self.tokens[mention.last : mention.last + 3])
        return mention.name == "its" and is_form(verb, known["against"]) and not known["theirs"].isdisjoint(behind)

    def is_enabled(self, mention: Found) -> bool:
        """ "Chad won the right, | allowing it | to stay": who is the subject may be meant as well."""
        comma, verb = self.tokens[mention.first - 2 : mention.first] if mention.first > 1 else (END, END)
        return comma.low == "," and verb.low in ENABLING

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
        comma = next((n for n, t in enumerate(behind) if t.kind in ",|;." or t.text.endswith(",")), -1)  # "2008,"
        stays = mention.name != "its" and any(t.low in known["stays"] for t in behind[: max(comma, 0)])
        if not self.opens(at) or (not turn and (comma < 1 or not behind[comma].text.endswith(",") or stays)):
            return None
        return self.subject_at(mention, at + 2 if turn and comma != 1 else at + 2 + comma, sentence)

    def opens(self, at: int) -> bool:
        """Whether a phrase with a preposition opens the sentence and reaches to the pronoun: "In | its | report", not
        "Chad, in | its | report"."""
        near = self.tokens[max(0, at - 4) : at]
        if at > 4 and near[0].kind != "|" and near[0].sentence == self.tokens[at].sentence:
            return False
        phrase = [t for t in near if t.sentence == self.tokens[at].sentence and t.kind not in '|“"']
        phrase = phrase[len(phrase) > 1 and phrase[0].low.endswith("ly") :]  # "Shortly after its"
        small = self.words.prepositions | {"during", "as", *SINCE}
        return bool(phrase) and phrase[0].low in small and not any(t.kind in ",;" or t.entry for t in phrase)

    def subject_at(self, mention: Found, place: int, sentence: int) -> Mention | None:
        """The mention at ``place`` where the pronoun can mean it and something is said of it."""
        person = self.words.pronouns[mention.name] in ("he", "she")
        kinds = ("person", "office", "name") if person else ("entity", "body", "collective", "organisation", "name")
        index = bisect_left(self.found, place, key=lambda found: found.first)
        for other in self.found[index : index + 5]:
            if other.kind in ("pronoun", "name") and not self.words.majesties.keys().isdisjoint(
                t.low for t in self.tokens[other.first : other.last + 1]
            ):
                continue  # "| His Majesty | the Sultan"
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

    def explained(self, mention: Found) -> Mention | None:
        """ "Answer him | (Minister Lind) |": who stands in brackets behind the pronoun."""
        if self.follower(mention).kind != "(":
            return None
        at = bisect_left(self.found, mention.last + 1, key=lambda found: found.first)
        for other in self.found[at : at + 3]:
            closing = self.tokens[other.last : other.last + 1]
            within = [t.low for t in self.tokens[mention.last + 1 : other.first]]
            if within in ([], ["the"]) and closing and closing[0].kind == ")" and other.kind != "pronoun":
                linked = self.one(other)
                return linked if linked and linked.actors else None
        return None

    def at_home(self, mention: Found) -> frozenset[str]:
        """ "Told him that | he will visit Lima |": the persons of the state that is visited, of whom none is meant."""
        behind = self.tokens[mention.last : mention.last + 8]
        small = self.words.auxiliaries | self.words.seat_verbs | {"be", "to", "soon"}
        at = next((n for n, t in enumerate(behind) if t.low not in small and not t.low.endswith("ly")), 0)
        verb, link, then = [*behind[at : at + 3], END, END, END][:3]
        goes = verb.low in self.words.goes | {"travel", "fly", "go"} and link.low in ("to", "in")
        place = link.entry or then.entry if goes or is_form(verb.low, VISIT) else None
        people = self.discourse.back(mention.token.sentence, FAR, PERSONS) if place else []
        return frozenset(a for m in people for a in m.actors if place and owner_of(a) == place.code)

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
        begin = self.quotation_before(mention)
        if mention.name != "it" or begin is None:
            return ()
        meant = self.discourse.said_before(mention.token.sentence, begin)
        return meant or ((self.publisher,) if self.publisher else ())

    def quotation_before(self, mention: Found) -> int | None:
        """Where the quotation begins that closes right before "it said"; None where none does, 0 where its begin is
        far."""
        at = mention.first
        marks = [n for n in range(max(0, at - 2), at) if self.tokens[n].text in tuple('”"»')]
        if not marks or self.follower(mention).low not in self.words.speaking:
            return None
        return next((n for n in range(marks[0] - 1, max(0, at - LONG), -1) if self.tokens[n].text in tuple('“"«„')), 0)

    def office(self, mention: Found) -> Mention | None:
        own = self.in_capacity(mention) or self.apposed_to(mention) or self.further(mention)
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

    def is_courtesy(self, at: int) -> bool:
        """ "His Excellency Mr X", "His Majesty's Armed Forces": nobody is meant by "his", unless a verb follows."""
        honorific, follower = self.tokens[at + 1 : at + 3] if at + 2 < len(self.tokens) else (END, END)
        goes_on = follower.kind != "w" or follower.low in self.words.definite
        courtesy = honorific.low in self.words.honorifics | {"excellencies", "highnesses", "majesties"}
        return honorific.kind == "N" and courtesy and goes_on

    def monarch(self, sentence: int, titles: frozenset[str]) -> str:
        """The person named last who has one of these titles: "His Majesty"."""
        for past in self.discourse.back(sentence, FAR, "person"):
            person = self.people.match(parts_of(past.actors[0].partition("/")[2]))
            if person and any(not titles.isdisjoint(title.lower().split()) for title in person.titles):
                return past.actors[0]
        return ""
