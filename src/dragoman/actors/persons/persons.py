"""Linking of persons, offices and other capitalised names."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from dragoman.actors.context.opening import Mention, capital
from dragoman.actors.directory import owner_of
from dragoman.actors.mentions.found import Found
from dragoman.actors.persons.people import Person, fold, head_of, parts_of
from dragoman.actors.persons.strangers import Strangers
from dragoman.actors.references.coreference import REACH

BEFORE = 12
"""Mentions before a place that may reach to it."""


class Persons(Strangers):
    """Whom a person serves: what the text says, else plain knowledge, else the publisher or the state in hand."""

    def person(self, mention: Found) -> Mention | None:
        person = self.people.find(mention)
        if self.is_headline_verb(mention):
            return None
        actor, reason = self.person_actor(mention, person)
        return self.make(mention, (actor,), "person", reason, self.instead_of(actor, mention))

    def instead_of(self, actor: str, mention: Found) -> tuple[str, ...]:
        """Whom else a mention may mean that does not say itself whom it serves, where that was guessed."""
        return () if mention.codes else self.guessed.get(actor, ())

    def is_headline_verb(self, mention: Found) -> bool:
        """ "First U.S. Ambassador Presents Credentials": what follows a title in a heading can be a verb."""
        first = mention.name.split()[0].lower()
        stem = first.endswith("s") and first[:-1] in self.lower_words
        return (stem or first in self.lower_words) and self.is_heading(mention)

    def person_actor(self, mention: Found, person: Person | None) -> tuple[str, str | None]:
        name = person.name if person else mention.name
        guessed, foreign, away = False, "", set[str]()
        code = self.told(mention)
        known = person is not None and len(person.parts) > 1 and bool(self.people.knowledge(person))
        if not code and not known and (name in self.private_people or self.is_private(mention)):
            self.private_people.add(name)
            return f"/{name}", "no affiliation in the text"
        code = code or (self.served_by(person, mention.title) if person else "")
        if not code:
            code = self.at_acronym(mention) or self.stated(mention) or self.beside(mention)
            code = code or self.of_last_body(mention) or self.in_row(mention)
        elif f"{code}/{name}" in self.guessed and (sure := self.stated(mention) or self.sent_from(mention, code)):
            code = self.settle(f"{code}/{name}", sure, person)
        code = code or self.cochairing(mention) or self.opposite(mention)
        code = code or self.thanked_with(mention)
        code = code or (self.receiving(mention) if mention.kind == "person" or self.is_host(mention) else "")
        if not code and (told := self.general(mention)):
            code, guessed = told, told not in self.generals
        if not code and self.serves(mention, person) and not self.is_colleague(mention):
            away = self.away(mention)
            foreign = self.elsewhere(mention, person)
            foreign = self.sending(mention, away) if self.default in away or foreign in away else foreign
            told = foreign or self.reported(mention, away)
            code, guessed = told or ("" if self.default in away else self.default), True
        if not code and not away and person and self.is_title_person(person):
            code, guessed = self.default, True
        if code and person and not person.codes:
            person.codes[code] += 1
        if guessed:
            but = away | ({self.default} if foreign else set[str]())
            but |= self.held_by_others(person, mention.title)
            self.guess(f"{code}/{name}", mention.token.sentence, mention.title, but=but)
        return f"{code}/{name}", None if code else "no affiliation in the text"

    def sent_from(self, mention: Found, code: str) -> str:
        """Whom somebody serves of whom ``code`` was a guess that the sentence shows to be wrong: the other state."""
        away = self.away(mention)
        return self.other_side(away) if code in away else ""

    def told(self, mention: Found) -> str:
        """The code that the words of a title tell. The Security Council of the United Nations has no secretary, a
        state's own has: "Secretary of the Security Council"."""
        code = mention.codes[0] if mention.codes else ""
        entry, person = mention.token.entry, self.people.find(mention)
        if entry and entry.kind in ("seat", "house") and person and len(person.parts) > 1:
            return next(iter(self.people.knowledge(person)), code)  # "Kremlin leader X", of the Soviet Union
        own = "secretary of the security council" in mention.title.lower() and self.is_own_body("Security Council")
        return self.default if code == "UN" and own else code

    def at_acronym(self, mention: Found) -> str:
        """ "Ann Lee, Director General, NCB,": whose the body is that the document writes out elsewhere."""
        title = self.apposed_title(mention)
        apart = bool(title) and self.tokens[title.stop].low == "," and title.stop + 1 < len(self.tokens)
        text = self.tokens[title.stop + 1].text if apart else ""
        body = self.acronym(mention, text) if text in self.spelled else None
        return owner_of(body.actors[0]) if body else ""

    def is_own_body(self, name: str) -> bool:
        """ "Security Council" is a state's own where the United Nations is not named at all."""
        if name not in ("Security Council", "General Assembly") or not self.is_state():
            return False
        return "UN" not in self.setting.orgs and not self.names_un

    def is_private(self, mention: Found) -> bool:
        """ "Hamas leader X", "Hamas and its leader X", "Amnesty International's director, X", "the head of Greenpeace,
        X": an office of one who belongs to no state or organisation in the directory."""
        last, at = self.last_whole(), mention.first - 1
        possessive = at > 0 and self.tokens[at].kind == "P"
        theirs = last is not None and at >= 0 and last.end == self.tokens[at - possessive].end
        named = last is not None and not last.unlinked and last.how in ("named", "acronym")
        its = last is not None and last.how == "pronoun" and self.tokens[at].low == "its"
        sure = named or its or (possessive and last is not None and last.how not in ("person", "region"))
        if theirs and sure and last and last.actors[0].startswith("/"):
            return True
        inside = [*range(mention.first + 1, mention.last), *self.apposed_title(mention)]
        groups = [n for n in inside if (entry := self.tokens[n].entry) and entry.kind == "group"]
        return any("of" in (self.tokens[n - 1].low, self.tokens[n - 2].low) for n in groups)

    def is_title_person(self, person: Person) -> bool:
        """Whether the title names the person and no state: mostly the publisher's own official."""
        states = [c for c in self.setting.title_states if c != self.publisher]
        if not person.titled and self.names_a_thing(person.name):
            return False
        title = fold(self.document.title.value or "")
        return not states and self.is_state() and len(person.parts) > 1 and all(part in title for part in person.parts)

    def elsewhere(self, mention: Found, person: Person | None) -> str:
        """Another state that has it, for an office that the default state does not have or that is already held."""
        titles = [*dict.fromkeys((mention.title, *(person.titles if person else ())))]
        if not any(self.lacks(self.default, title) for title in titles) and not self.taken(person, titles):
            return ""
        by_organisation = bool(self.default) and self.directory.is_organisation(self.default)
        near = self.in_hand(mention) if by_organisation else self.discourse.state(mention.token.sentence)
        known = (*near, *self.setting.title_states, *self.setting.topics)
        own = (self.default, self.publisher, *self.posts)
        others = [code for code in known if code not in own and self.directory.is_state(code)]
        fitting = (code for code in others if not any(self.lacks(code, title) for title in titles))
        return next(fitting, others[0] if others and by_organisation else "")

    def taken(self, person: Person | None, titles: list[str]) -> bool:
        """Whether somebody else of the default state holds the same single office in this document, or, as is known,
        in its year."""
        offices = {t.lower().removeprefix("then ") for t in titles} & self.words.one_holder
        holders = {fold(head).split()[-1] for o in offices if (head := head_of(self.default, o, self.people.year))}
        if person and holders and not holders & set(person.parts):
            return True
        return bool(offices) and any(
            other is not person
            and self.served_by(other) == self.default
            and offices & {t.lower() for t in other.titles}
            for other in self.people.few
        )

    def serves(self, mention: Found, person: Person | None) -> bool:
        """Whether some title of the person is an office of a state: an honorific alone is not."""
        titles = [mention.title, *(person.titles if person else [])]
        return any(t and t.lower().strip(".") not in self.words.honorifics for t in titles)

    def name(self, mention: Found) -> Mention | None:
        text = mention.name
        if text in self.spelled:
            return self.acronym(mention, text)
        if text in self.words.thing_acronyms or text in self.vessels or text.lower() in self.words.honorifics:
            return None
        if text.lower() in self.words.called:
            same = self.called_short(mention)
            return self.make(mention, same, "named") if same else None
        person = self.people.find(mention)
        several = len(text.split()) > 1
        if person and (person.titled or several or self.is_title_person(person)):
            actor, reason = self.person_actor(mention, person)
            if reason is None:
                return self.make(mention, (actor,), "person", others=self.instead_of(actor, mention))
        if text in self.words.own_acronyms and self.is_state():
            return self.make(mention, (f"{self.default}/{text}",), "body")
        if len(parts_of(text)) < 2 and (known := self.known_surname(mention)):
            return self.make(mention, (known,), "person")
        if self.is_heading(mention) or (not several and self.is_word(mention)):
            return None
        if not several and (text.lower() in self.words.coins or self.is_whose_people(mention)):
            return None
        follower = self.tokens[mention.last] if mention.last < len(self.tokens) else None
        things = self.words.companions | self.words.instrument_nouns
        parts = mention.name.lower().split()
        described = self.words.adjectives | self.words.portfolio | self.words.title_modifiers
        if several and described.issuperset(parts) and parts[-1] not in ("force", "forces", "services"):
            return None  # "Nordic Foreign | Ministers"
        if (follower and follower.low in things) or parts[-1] in things | self.words.geography_behind:
            return None
        if several and parts[0] in self.words.geography_before:
            return None
        mention.place = self.is_town_named(mention)
        return self.make(mention, (f"/{person.name if person else text}",), "named", "not in the directory")

    def called_short(self, mention: Found) -> tuple[str, ...]:
        """ "The Fund" of a text by or on the International Monetary Fund, "the Court" after "International Court of
        Justice": the organisation or body whose name has the word."""
        word = mention.name.lower()
        article = mention.definite or (mention.first and self.tokens[mention.first - 1].low == "the")
        if not article or word in self.words.unarticled:
            return ()
        near = self.discourse.back(mention.token.sentence, REACH, "org body person")
        recent = [owner_of(m.actors[0]) for m in near if len(m.actors) == 1]
        codes = dict.fromkeys((self.publisher, *recent, *self.setting.orgs))
        known = [self.directory.actor(code) for code in codes if code in self.directory]
        for actor in known:
            if actor.kind == "organisation" and word in actor.name.lower().split():
                return (actor.code,)
        if mention.kind == "name":
            return ()
        last = self.discourse.last_body(mention.token.sentence, word)
        return last if len(last) == 1 and len(last[0].rpartition("/")[2].split()) > 1 else ()

    def known_surname(self, mention: Found) -> str:
        """A surname, alone or after initials ("Putin", "S.V. Lavrov"), that is plain knowledge in the document's year,
        unless it is a word or a place; in any year that of one whom the text names in full and who is known by it."""
        if mention.name in self.words.names_of_people or mention.name in self.words.words_too:
            return ""
        namesake = self.people.find(mention)
        if namesake and len(namesake.parts) > 1 and (len(mention.name) > 4 or not self.is_word(mention)):
            code = self.served_by(namesake)
            if code:
                return f"{code}/{namesake.name}"
        if self.people.year is None or len(mention.name) < 5:
            return ""
        if namesake and not self.people.knowledge(namesake):
            return ""
        initial = fold(mention.name)[:1] if "." in mention.name else ""
        code = self.people.known_code(" ".join(parts_of(mention.name)), initial)
        return f"{code}/{namesake.name if namesake else mention.name}" if code else ""

    def is_word(self, mention: Found) -> bool:
        """Whether one capitalised word is more likely an ordinary word than a name."""
        low = mention.name.lower()
        if self.opens_as_acronym(mention):
            return False
        if self.starts_sentence(mention) or low in self.words.adjectives or low in self.words.portfolio:
            return True
        if low in self.words.companions or low in self.words.instrument_nouns or len(low) < 3:
            return True
        if self.is_numbered(mention) or low.endswith("ism"):  # "Pan-Africanism"
            return True
        after, then = (self.tokens[min(mention.last + n, len(self.tokens) - 1)] for n in (0, 1))
        before, first = (self.tokens[max(mention.first - n, 0)] for n in (1, 2))
        if after.low in ("of", "to", "-") and then.kind in "NUE#":
            return True
        in_name = (
            before.low in ("of", "to", "-", "and") and first.kind in "NU" and first.low not in self.words.title_heads
        )
        return in_name or low in self.lower_words

    def opens_as_acronym(self, mention: Found) -> bool:
        """ "SENAN patrols the coast": an acronym that nothing explains is somebody at the beginning of a sentence too,
        where the text has it also in the midst of one."""
        text = mention.name
        written = len(text) > 2 and text in self.inner_acronyms and text not in self.words.thing_acronyms
        return written and self.starts_sentence(mention)

    def acronym(self, mention: Found, text: str) -> Mention | None:
        """An acronym of the text: the actor that its expansion is, or nothing where that is a thing."""
        start, end = self.spelled[text]
        beside = self.linked_near(start, end)
        exact = (m for m in beside if (m.start, m.end) == (start, end))  # not the Board of what is spelled out
        near = (m for m in beside if m.start < end and m.end > start and m.end >= end - 2 and is_body(m))
        near = (m for m in near if m.start <= start or not m.unlinked)  # not the half of a name that nobody knows
        begun = (m for m in beside if m.start == start and m.how == "body" and m.head)  # "Mission | in Chad (MIC)"
        other = next(exact, None) or next(begun, None) or next(near, None)
        if other:
            return self.make(mention, other.actors, "acronym", other.unlinked)
        body = self.body_in_title(start, end)
        return self.make(mention, (body,), "acronym") if body else None

    def linked_near(self, start: int, end: int) -> list[Mention]:
        """The linked mentions that begin among the characters ``start:end`` or shortly before."""
        first = bisect_left(self.out, start, key=lambda mention: mention.start)
        last = bisect_left(self.out, end, lo=first, key=lambda mention: mention.start)
        return self.out[max(0, first - BEFORE) : last]

    def body_in_title(self, start: int, end: int) -> str:
        """The body that the characters ``start:end`` name within an office: "chair of the OECD Health Committee"."""
        name = self.document.text[start:end]
        near = (m for m in self.linked_near(start, end) if is_official(m))
        office = next((m for m in near if m.start < start and m.end >= end - 2), None)
        code = owner_of(office.actors[0]) if office else ""
        return f"{code}/{capital(name)}" if code and name.lower().split()[-1] in self.words.body_heads else ""

    def office(self, mention: Found) -> Mention | None:
        written = mention.token.text
        if mention.last == mention.first + 1 and written in self.spelled and written in self.words.short_titles:
            return self.acronym(mention, written)  # "Procurement Service (PS)", no principal secretary
        if same := self.in_apposition(mention):
            return self.make(mention, same, "office")
        if same_one := self.acting_as(mention):
            return same_one
        title = mention.title.removeprefix("then ")
        head = title.split()[0] if len(title.split()) == 1 else title
        last = title.lower().split()[-1] if title else ""
        several = last.endswith("s") and title.partition(" of ")[0].endswith("s")  # not "Envoy of Cyprus"
        plural = (several and last not in ("affairs",)) or title.lower() in self.words.generic_titles
        if len(mention.codes) > 1:
            single = title.removesuffix("s")
            holders = tuple(self.holder(mention, code, single) or code for code in mention.codes)
            return self.make(mention, holders, "office")
        if mention.codes:
            if peer := self.office_of_peer(mention):
                return self.make(mention, (f"{mention.codes[0]}/{capital(peer)}",), "office")
            if plural and title.lower().split(" of ")[0].split()[-1] in self.words.generic_titles:
                leader = self.holder(mention, mention.codes[0]) if title.lower() in ("leader", "chief") else ""
                return self.make(mention, (leader,) if leader else mention.codes, "office")
            holder = self.holder(mention, mention.codes[0]) or self.sent_there(mention)
            holder = holder or (self.known_head(mention.codes[0], title) if self.is_sitting(mention) else "")
            return self.make(mention, (holder or f"{mention.codes[0]}/{capital(head)}",), "office")
        if self.is_foreign(mention):
            return None
        sentence = mention.token.sentence
        host = self.accredited_to(mention) or (self.receiving(mention) if self.is_host(mention) else "")
        if host and not self.lacks(host, title):
            return self.make(mention, (self.holder(mention, host) or f"{host}/{capital(head)}",), "office")
        holder = self.holder(mention, self.default) if title.lower() in self.words.also_called else ""
        holder = holder or self.own_acting(mention) or self.holder(mention, "") or self.holder(mention, self.default)
        holder = holder or (self.known_head(self.default, title) if mention.definite else "")
        if holder:
            return self.make(mention, (holder,), "office", others=self.instead_of(holder, mention))
        unsure = title.lower() in self.words.generic_titles or self.is_unsure(mention) or self.is_private(mention)
        if unsure or not self.default:
            return None
        code = self.world_office(title) or self.leading(mention) or self.general(mention)
        if code := code or self.of_last_body(mention):
            return self.make(mention, (f"{code}/{capital(title)}",), "office")
        away = self.away(mention)
        code = self.sending(mention, away) if self.default in away else self.default
        if self.lacks(code, title):
            organisation = self.directory.is_organisation(code)
            near = self.in_hand(mention) if organisation else self.discourse.state(sentence)
            fitting = (other for other in near if other not in away and not self.lacks(other, title))
            code = next(fitting, near[0] if near and organisation else "")
        if not code:
            return None
        actor = f"{code}/{capital(head)}"
        return self.make(mention, (actor,), "office", others=self.guess(actor, sentence, but=away))

    def of_last_body(self, mention: Found) -> str:
        """ "The Head of the Office" serves whoever runs the office that was named last, "the Chairperson of the Union"
        the union."""
        first, of, body = mention.title.lower().partition(" of the ")
        if not of and first.count(" ") == 1:  # "Department spokesman" after "the State Department"
            of, body = " ", first.split()[0]
        if body in self.words.called:
            return next(iter(self.called_short(replace(mention, kind="name", name=body, definite=True))), "")
        if not of or body not in self.words.body_heads or body in self.words.states_own:
            return ""
        last = self.discourse.last_body(mention.token.sentence, body)
        return owner_of(last[0]) if len(last) == 1 and not last[0].startswith("/") else ""

    def is_unsure(self, mention: Found) -> bool:
        """ "The PS": an acronym of an office among other things, that the document writes out nowhere."""
        alone = mention.last == mention.first + 1 and mention.token.text in self.words.unsure_titles
        return alone and mention.title.lower() not in self.titles_written

    def speak_first(self) -> None:
        """A byline ("Antony J. Blinken, Secretary of State") makes its person the one who says I and we, and so does a
        title ("Remarks by Ambassador X")."""
        self.setting.speaker = self.titles_speaker()
        for mention in self.found[:12]:
            token = self.tokens[mention.first]
            if token.sentence > 6:
                return
            alone = mention.first == 0 or self.tokens[mention.first - 1].kind == "|"
            if mention.kind == "person" and alone and token.sentence > 0 and mention.title:
                stop = next((t for t in self.tokens[mention.last : mention.last + 24] if t.kind in "|."), None)
                verbless = not any(
                    t.kind == "w" and t.low not in ("of", "the", "for", "and", "to", "on", "at")
                    for t in self.tokens[mention.last : mention.last + 24]
                    if stop and t.start < stop.start
                )
                if stop and stop.kind == "|" and verbless:
                    self.setting.speaker = self.person_actor(mention, self.people.find(mention))[0]
                    return


def is_official(mention: Mention) -> bool:
    return mention.how in ("office", "person")


def is_body(mention: Mention) -> bool:
    """Whether an acronym can stand for it: "HC" is no chair of the Health Committee."""
    return mention.head and not is_official(mention)
