"""Linking of words that stand for somebody named elsewhere: "it", "the two countries", "the Commission"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dragoman.actors.context.opening import Mention, capital
from dragoman.actors.directory import owner_of
from dragoman.actors.mentions.found import Found, is_form
from dragoman.actors.references.coreference import FAR, unique
from dragoman.actors.references.lands import Lands


class Referring(Lands):
    """Whom definite phrases mean in their document."""

    def collective(self, mention: Found) -> Mention | None:
        sentence = mention.token.sentence
        kind = self.words.collective_kind[mention.name]
        discourse = self.discourse
        if kind == "actors":
            named = self.called_by_word(mention)
            actors = named or self.words.collective_actors[mention.name]
            if not named and len(actors) == 1 and actors[0] not in (*self.setting.orgs, self.publisher):
                return None
        elif kind == "pair" and mention.name.startswith("our ") and len(self.setting.parties) > 2:
            actors = self.setting.parties  # "our countries" of a joint statement
        elif kind == "pair":
            many = self.theirs(mention) if mention.name in ("their countries", "each other") else ()
            actors = many if len(many) > 2 else self.these_two(mention) or self.two(mention, self.fits_pair(mention))
            if len(actors) < 2:  # "China and Hong Kong ... the two countries"
                actors = self.two(mention, self.fits_pair(mention, territories=True))
        elif kind == "people":
            actors = self.titled(mention.name, self.leaders(mention) or self.met(mention))
        elif kind in ("three", "three-people"):
            actors = self.three(mention, persons=kind == "three-people")
        elif kind in ("those", "counted"):
            return self.several(mention)
        elif kind == "below":
            if not (actors := self.listed_below(mention)):
                return self.make(mention, (f"/{capital(mention.name.split()[-1])}",), "group")
        elif kind == "parties" and mention.name.startswith("all ") and len(self.setting.parties) < 2:
            return self.make(mention, (f"/{capital(mention.name)}",), "group")
        elif kind == "parties":
            parties = self.setting.parties or self.setting.title_states
            actors = parties if len(parties) > 1 else discourse.pair(sentence)
        elif kind == "org":
            word = mention.name.split()[-1]
            general = word.startswith("organi") or word == "bloc"
            any_name = word in self.words.phrases["of_any_name"] and not self.setting.own
            publishing = any_name and self.publisher in self.setting.orgs
            actors = discourse.last_body(sentence, word) or ((self.publisher,) if publishing else ())
            actors = actors or (discourse.organisation(sentence) if general or any_name else ())
            if not actors and word in self.words.schemes:
                return None
            if not actors and not (general or any_name):
                return self.body(replace(mention, kind="body", name=word, definite=True))
        elif kind == "government" and (seat := self.seated_in(mention)):
            actors = (seat,)
        elif kind == "government" and (served := self.joined_of(mention)):
            actors = (served,)
        elif told := self.same_administration(mention) if kind == "government" else self.country(mention):
            actors = told
        elif own := self.own_government(mention):
            actors = own
        elif theirs := self.of_person(mention):
            actors = theirs
        elif mention.name == "our country" and (speaking := discourse.we()) and len(speaking) == 1:
            actors = speaking
        else:
            within = any(t.low == "in" for t in self.tokens[max(0, mention.first - 3) : mention.first])
            before = -1 if within else mention.first  # "in New Delhi the government", "with Iran the country"
            acting = kind == "government" and self.acting(mention, not_publisher=True)
            named = discourse.state(sentence, before=before, but=self.no_country(mention))
            meant = self.realm(mention, sentence) or ((acting,) if acting else named)
            actors = tuple(code for code in meant if not self.directory.is_organisation(code))
        if not actors:
            return self.make(mention, (f"/{capital(mention.name)}",), "collective", "nobody in the document fits")
        others = self.guessed.get(actors[0], ()) if len(actors) == 1 else ()
        return self.make(mention, actors, "collective", others=others)

    def own_government(self, mention: Found) -> tuple[str, ...]:
        """ "The Government", with a capital, on a government's page is its own, unless the sentence or the one before
        is about what another state does."""
        if self.tokens[mention.last - 1].text != "Government" or not mention.name.startswith("the "):
            return ()
        if not self.is_state() or self.default != self.publisher or self.press:
            return ()
        near = self.discourse.back(mention.token.sentence, 1, "state")
        acting = next((m.actors for m in near if m.subject and len(m.actors) == 1), (self.default,))
        return acting

    def of_person(self, mention: Found) -> tuple[str, ...]:
        """The state of "his country", "her government": whom the person served whom the sentence is about."""
        kind = self.words.pronouns.get(mention.name.partition(" ")[0], "")
        if kind not in ("he", "she"):
            return ()
        sentence, but = mention.token.sentence, frozenset[str]()
        person = self.discourse.pronoun(kind, sentence, leading=False, after_preposition=False)
        if person and person[0].startswith("/"):  # one of no state has no government
            but = frozenset(person)
            person = self.discourse.pronoun(kind, sentence, leading=False, after_preposition=False, but=but)
        code = owner_of(person[0]) if person and "/" in person[0] else ""
        return (code,) if self.directory.is_state(code) else ()

    def says_states(self, mention: Found) -> bool:
        """Whether a phrase for two can mean states only: "the two countries", not "the two sides"."""
        return mention.name.split()[-1] in self.words.pairs_of_states

    def fits_pair(self, mention: Found, *, territories: bool = False) -> Callable[[str], bool]:
        """Which codes a phrase for two may stand for: no organisations and territories where it says states, not the
        one who "urged both sides", and no organisation that is only "told" of them."""
        states = self.says_states(mention)
        at = mention.first - (mention.first > 0 and self.tokens[mention.first - 1].low == "on")
        verb = self.tokens[at - 1].low if at > 0 else ""
        asks = verb in self.words.asking or is_form(verb, self.words.reference["causing"])
        asks = asks and mention.name != "each other"
        here = self.discourse.back(mention.token.sentence, 0, "state org body person he") if asks else []
        asking = next((owner_of(m.actors[0]) for m in here if m.subject or m.clause), "")
        told = self.only_told(mention.token.sentence)

        def fits(code: str) -> bool:
            other = self.directory.is_organisation(code) or (not territories and self.is_territory(code))
            return bool(code) and code != asking and code not in told and not (states and other)

        return fits

    def only_told(self, sentence: int) -> set[str]:
        """The organisations that are told of something and do nothing: "informed the UN that"."""
        near = self.discourse.back(sentence, 2, "state org body person")
        told = {owner_of(m.actors[0]) for m in near if self.word_before(m) in self.words.phrases["telling"]}
        acting = {owner_of(m.actors[0]) for m in near if m.subject or m.clause}
        return set(filter(self.directory.is_organisation, told - acting))

    def called_by_word(self, mention: Found) -> tuple[str, ...]:
        """ "the Union" of a text by the African Union: an organisation by one word of its name, with a capital."""
        word = self.tokens[mention.last - 1].text
        if word.lower() not in self.words.called or not word[0].isupper():
            return ()
        return self.called_short(replace(mention, kind="name", name=word, definite=True))

    def realm(self, mention: Found, sentence: int) -> tuple[str, ...]:
        """ "The Sultanate": of the states in hand the one whose full name has the word; nobody where none has it."""
        word = mention.name.split()[-1]
        if word not in self.words.realms:
            return ()
        called = self.directory.named_with(word)
        near = [m.actors[0] for m in self.discourse.back(sentence, FAR, "state") if len(m.actors) == 1]
        return next(((code,) for code in (*near, *self.setting.topics, self.publisher) if code in called), ())

    def bodies_of(self, mention: Found) -> Mention | None:
        """The two such bodies that were named last, "the two ministries"; else the same one of each of the two states
        in hand."""
        sentence, word = mention.token.sentence, mention.name.split()[-1].lower()
        near = [m for m in reversed(self.discourse.back(sentence, 2, "body")) if len(m.actors) == 1]
        named = unique(m.actors[0] for m in near if m.actors[0].lower().split()[-1] == word)
        if " " not in mention.name and len(named) == len({*map(owner_of, named)}) == 2:
            return self.make(mention, named, "body")
        pair = self.discourse.pair(sentence)
        actors = tuple(f"{code}/{capital(mention.name)}" for code in pair)
        return self.make(mention, actors, "body") if len(actors) == 2 else None

    def titled(self, phrase: str, people: tuple[str, ...]) -> tuple[str, ...]:
        """The two whom ``phrase`` ("the two ministers") means, by name where recency gives only their states: those
        of the document's persons who hold such an office for them, if it is one each."""
        if len(people) != 2 or all("/" in actor for actor in people):
            return people
        office = phrase.split()[-1].removesuffix("s")
        named = []
        for actor in people:
            code = owner_of(actor)
            held = [p for p in self.people.few if p.code() == code and any(office in t.lower() for t in p.titles)]
            named.append(f"{code}/{held[0].name}" if "/" not in actor and len(held) == 1 else actor)
        return tuple(named)
