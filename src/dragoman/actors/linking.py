"""Who is meant: every mention of an actor in a document, linked to the contract's notation with the whole document.

linked_mentions(document, directory) -> (Mention(start=0, end=6, text="Serbia", actors=("SRB",), how="named"), ...)
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from dragoman.actors.coreference import FAR, Mentioned
from dragoman.actors.directory import Directory, owner_of
from dragoman.actors.found import END, Found
from dragoman.actors.gazetteer import gazetteer_for
from dragoman.actors.mentions import Scanner
from dragoman.actors.opening import GENERIC_BODIES, Mention, acronyms, capital, of_un, publisher_actor, within
from dragoman.actors.people import fold
from dragoman.actors.persons import Persons
from dragoman.actors.tokens import tokenize
from dragoman.actors.words import words
from dragoman.records import Document

__all__ = ["Mention", "acronyms", "context_actors", "linked", "linked_mentions", "publisher_actor", "within"]

SORTS = {"state": "state", "demonym": "state", "seat": "state", "house": "state", "nationals": "group", "org": "org",
         "body": "body", "group": "group", "region": "region"}  # fmt: skip
HOW = {"state": "named", "org": "named", "demonym": "demonym", "seat": "seat", "house": "seat", "nationals": "group",
       "body": "body", "group": "named", "region": "region"}  # fmt: skip
POSSESSIVE = re.compile(r"['’]s$")
CONJUNCTIONS = frozenset(["and", "while", "but", "whereas"])
VERB = re.compile(r"\w*[^e]ed$|(?:has|had|is|was|will|took|gave|held|sent|became|began|made)$")
PREPOSITIONS = frozenset(["for", "of", "in", "on", "to", "with", "about", "from", "against", "by", "at"])


def linked_mentions(document: Document, directory: Directory) -> tuple[Mention, ...]:
    """Every mention of an actor in ``document``, in order of the text. Never raises; linear in the text's length."""
    return linked(document, directory)[0]


def context_actors(document: Document, directory: Directory) -> tuple[str, ...]:
    """Whom a document as a whole is by or about, for passages that name nobody: the parties of a joint statement, the
    speaker, the actors of the title, the publisher. In this order; without repeats."""
    return linked(document, directory)[1]


def linked(document: Document, directory: Directory) -> tuple[tuple[Mention, ...], tuple[str, ...]]:
    """What `linked_mentions` and `context_actors` give, for those who want both."""
    known = words()
    tokens = tokenize(document, gazetteer_for(directory))
    linker = Linker(document, directory, tokens, Scanner(tokens, known).scan(), known)
    mentions = linker.link()
    return mentions, linker.context(mentions)


class Linker(Persons):
    """Links one document's mentions in the order of the text; `link` gives them all."""

    def link(self) -> tuple[Mention, ...]:
        self.speak_first()
        inside = -1
        for mention in self.found:
            nested = mention.nested or mention.last <= inside
            self.hear_label(mention)
            owner = () if mention.codes else self.owner_before(mention)
            mention.codes, self.owned = mention.codes or owner, bool(owner)
            linked = self.one(mention)
            if mention.kind == "person":
                self.previous = mention
            if linked is None:
                continue
            linked = replace(linked, head=False) if nested else linked
            self.out.append(linked)
            inside = max(inside, mention.last)
            self.remember(mention, linked)
        return tuple(sorted(set(self.out), key=lambda m: (m.start, -m.end, m.how)))

    def owner_before(self, mention: Found) -> tuple[str, ...]:
        """Whose an office or body is that stands behind "our", "its": "our President", "Niger opened its embassy"."""
        before = self.tokens[mention.first - 1] if mention.first else None
        last = self.out[-1] if self.out else None
        if before is None or last is None or mention.kind not in ("person", "office", "body"):
            return ()
        person = self.people.find(mention) if mention.kind == "person" else None
        if person and person.code():
            return ()
        if (last.start, last.end, last.how) != (before.start, before.end, "pronoun"):
            return ()
        shared = {"counterpart", "counterparts", "colleague", "colleagues"} & set(mention.title.lower().split())
        codes = {owner_of(actor) for actor in last.actors}
        if before.low in ("they", "them", "their") or shared or last.others or len(codes) != 1:
            return ()
        code = codes.pop()
        known = code in self.directory and not self.lacks(code, mention.title or mention.name)
        return (code,) if known else ()

    def context(self, mentions: tuple[Mention, ...]) -> tuple[str, ...]:
        """Whom the whole document, with the ``mentions`` linked in it, is about or by: parties, speaker, the title's
        actors, publisher."""
        setting = self.setting
        if self.title_is_apart:
            titled = [actor for actor in setting.title_actors if not actor.startswith("/")]
        else:
            limit = self.title_limit()
            titled = [a for m in mentions if m.start < limit and m.how in ("person", "office") for a in m.actors]
        found = [
            *setting.parties,
            setting.speaker,
            setting.host,
            *titled,
            *setting.title_states,
            setting.publisher,
        ]
        return tuple(dict.fromkeys(actor for actor in found if actor))

    def hear_label(self, mention: Found) -> None:
        """ "SECRETARY BLINKEN:" at the start of a line; a new quotation's speaker."""
        at_start = mention.first == 0 or self.tokens[mention.first - 1].kind == "|"
        here = mention.last
        if here < len(self.tokens) and self.tokens[here].kind == "(":
            here = (
                next((n for n in range(here, min(here + 8, len(self.tokens))) if self.tokens[n].kind == ")"), here) + 1
            )
        follower = self.tokens[here] if here < len(self.tokens) else None
        if at_start and follower and follower.kind == ":" and mention.kind in ("person", "name"):
            actors = self.one(mention)
            self.discourse.label = actors.actors[0] if actors and actors.actors else ""

    def one(self, mention: Found) -> Mention | None:
        step = {
            "entity": self.entity, "person": self.person, "office": self.office, "name": self.name, "body": self.body,
            "organisation": self.private, "group": self.group, "collective": self.collective, "pronoun": self.pronoun,
            "bodies": self.bodies_of,
        }[mention.kind]  # fmt: skip
        return step(mention)

    def remember(self, mention: Found, linked: Mention) -> None:
        if not linked.actors or linked.unlinked or (mention.kind in ("pronoun",) and linked.how != "pronoun"):
            return
        entry = mention.token.entry if mention.kind == "entity" else None
        sort = SORTS.get(entry.kind, "state") if entry else {"entity": "state",
            "person": "person", "name": "person", "office": "person", "body": "body", "organisation": "org",
            "group": "group", "bodies": "many", "pronoun": "pronoun",
            "collective": "many" if len(linked.actors) > 1 else "state",
        }[mention.kind]  # fmt: skip
        if mention.kind in ("body", "office") and "/" not in linked.actors[0]:
            sort = "state"
        if mention.kind in ("collective", "name") and linked.how in ("body", "acronym"):
            sort = "body" if "/" in linked.actors[0] else "org"
        if mention.kind == "collective" and len(linked.actors) == 1 and "/" in linked.actors[0]:
            sort = "body"  # "the Foundation" is no state
        if mention.kind == "name" and linked.how == "named" and self.directory.is_organisation(linked.actors[0]):
            sort = "org"
        gender = ""
        person = self.people.find(mention) if mention.kind == "person" else None
        if person:
            gender = person.gender
        follower = self.tokens[mention.last] if mention.last < len(self.tokens) else None
        self.discourse.tell(
            Mentioned(
                linked.actors, sort, mention.token.sentence, mention.first, self.leads(mention), gender,
                possessive=bool(follower and follower.kind == "P"), place=linked.place,
                clause=self.leads_clause(mention),
            )
        )  # fmt: skip

    def leads(self, mention: Found) -> bool:
        """Whether the mention may be its sentence's subject: no preposition before it and it is not a modifier."""
        if mention.nested:
            return False
        before = self.tokens[mention.first - 1] if mention.first else None
        if before is not None and before.low == "the" and mention.first > 1:
            before = self.tokens[mention.first - 2]
        if before is not None and before.low in PREPOSITIONS:
            return False
        follower = self.tokens[mention.last] if mention.last < len(self.tokens) else None
        return bool(follower and (follower.kind == "w" or follower.kind == ","))

    def leads_clause(self, mention: Found) -> bool:
        """ "The embassy opened in 2012, and Niger closed its own": the subject of a clause that is joined by "and"."""
        at = mention.first - (mention.first > 0 and self.tokens[mention.first - 1].low == "the")
        if mention.nested or at < 2 or mention.last >= len(self.tokens):
            return False
        joined = self.tokens[at - 1].low in CONJUNCTIONS and self.tokens[at - 2].text.endswith((",", ";"))
        follower = self.tokens[mention.last]
        return joined and follower.kind == "w" and bool(VERB.match(follower.low))

    def entity(self, mention: Found) -> Mention | None:
        entry = mention.token.entry
        if entry is None:
            return self.make(mention, mention.codes, "demonym")
        if entry.weak and not self.supported(mention):
            return None
        text = self.tokens[mention.first].text
        if text in self.spelled and text.isupper() and entry.kind in ("org", "body"):
            other = self.acronym(mention, text)  # "Ethiopian Communications Authority (ECA)" is not the USA's ECA
            if other and (entry.kind == "org" or owner_of(other.actors[0]) != entry.code):
                return other
        if entry.kind == "body" and entry.code == "UN" and not of_un(text) and self.is_own_body(entry.name):
            others = (f"UN/{entry.name}",)
            return self.make(mention, (f"{self.default}/{entry.name}",), "body", others=others)
        if entry.kind == "nationals":
            plural = self.tokens[mention.first].text
            actor = f"/{plural}" if plural.endswith("s") else entry.code
            return self.make(mention, (actor,), "group")
        if entry.kind == "body" and text.lower() in self.words.bodies_of_many:
            return self.of_many(mention, entry.code, text)
        actor = f"/{POSSESSIVE.sub('', text)}" if entry.kind == "group" else entry.actor
        return self.make(mention, (actor,), HOW[entry.kind])

    def of_many(self, mention: Found, code: str, name: str) -> Mention | None:
        """A body whose name several states' have ("the Senate"): the one it is known for where the document is about
        that state, else that of the state in hand; either may be meant."""
        states = self.discourse.state(mention.token.sentence, not_publisher=False)
        here = [s for s in (*states, self.default) if len(s) == 3 and s != code]
        if not here:
            return self.make(mention, (f"{code}/{name}",), "body")
        known = (owner_of(self.publisher), *self.setting.title_states, *self.setting.topics)
        first, second = (code, here[0]) if code in known else (here[0], code)
        return self.make(mention, (f"{first}/{name}",), "body", others=(f"{second}/{name}",))

    def supported(self, mention: Found) -> bool:
        """A weak acronym counts where the text spells it out or where it stands in a row of names."""
        if self.tokens[mention.first].text in self.spelled:
            return True
        near = self.tokens[max(0, mention.first - 3) : mention.last + 3]
        commas = sum(t.kind == "," for t in near)
        return commas > 0 and sum(t.kind == "E" and t.entry is not None and t.entry.kind == "org" for t in near) > 1

    def is_own_body(self, name: str) -> bool:
        """ "Security Council" is a state's own where the United Nations is not named at all."""
        if name not in ("Security Council", "General Assembly") or not self.is_state():
            return False
        return "UN" not in self.setting.orgs and not self.names_un

    def body(self, mention: Found) -> Mention | None:
        name = mention.name
        last = name.lower().split()[-1] if name else ""
        key = fold(name)
        if mention.codes:
            if last in self.words.bare_bodies and "/" not in name:
                return self.make(mention, mention.codes, "body")
            if not self.owned:  # "its High Commission" says nothing of others'
                self.bodies.setdefault(key, mention.codes[0])
            return self.make(mention, tuple(f"{code}/{capital(name)}" for code in mention.codes), "body")
        if key in self.words.body_heads and not mention.definite and key in GENERIC_BODIES:
            return None
        if " " not in name and (same := self.called_short(mention)):
            return self.make(mention, same, "body")
        if last in self.words.bare_bodies and (led := self.led_by(mention)):
            return self.make(mention, led, "body")
        code = self.bodies.get(key, "") or self.on_side(mention)
        if not code and mention.definite and self.tokens[mention.first].kind == "w":
            states = self.discourse.state(mention.token.sentence, not_publisher=False)
            code = states[0] if states else ""
        code = code or self.body_state(mention, name) or self.default
        if not code:
            return self.make(mention, (f"/{name}",), "body", "no state or organisation in the text")
        if last in self.words.bare_bodies:
            return self.make(mention, (code,), "body")
        actor = f"{code}/{capital(name)}"
        others = () if key in self.bodies else self.guess(actor, mention.token.sentence)
        if last in self.words.organs and key not in self.bodies:
            orgs = [org for org in self.discourse.organisation(mention.token.sentence) if "/" not in org]
            others = tuple(dict.fromkeys([*others, *(f"{org}/{capital(name)}" for org in orgs if org != code)]))
        return self.make(mention, (actor,), "body", others=others)

    def led_by(self, mention: Found) -> tuple[str, ...]:
        """ "The Government of President X": the state that X serves."""
        if mention.last + 1 >= len(self.tokens) or self.tokens[mention.last].low != "of":
            return ()
        at = bisect_left(self.found, mention.last + 1, key=lambda found: found.first)
        person = self.found[at] if at < len(self.found) else None
        named = person is not None and person.first == mention.last + 1 and person.kind == "person"
        linked = self.person(person) if person and named else None
        code = owner_of(linked.actors[0]) if linked else ""
        return (code,) if code else ()

    def body_state(self, mention: Found, name: str) -> str:
        """The state in hand, for bodies that the publisher's state does not have or rarely means ("the Parliament")."""
        parts = set(name.lower().split())
        if not self.lacks(self.default, name) and not parts & self.words.states_own:
            return ""
        titled = [c for c in self.setting.title_states if c != self.publisher and len(c) == 3]
        states = tuple(titled) if len(titled) == 1 else self.discourse.state(mention.token.sentence)
        return states[0] if states else ""

    def private(self, mention: Found) -> Mention | None:
        if self.is_heading(mention):
            return None
        return self.make(mention, (f"/{mention.name}",), "named")

    def group(self, mention: Found) -> Mention | None:
        return self.make(mention, (f"/{capital(mention.name)}",), "group")

    def collective(self, mention: Found) -> Mention | None:
        sentence = mention.token.sentence
        kind = self.words.collective_kind[mention.name]
        discourse = self.discourse
        if kind == "actors":
            actors = self.called_by_word(mention) or self.words.collective_actors[mention.name]
            if len(actors) == 1 and actors[0] not in (*self.setting.orgs, self.publisher):
                return None
        elif kind == "pair":
            actors = discourse.pair(sentence, self.is_no_organisation if self.says_states(mention) else bool)
        elif kind == "people":
            actors = self.titled(mention.name, discourse.people(sentence))
        elif kind in ("three", "three-people"):
            actors = discourse.three(sentence, persons=kind == "three-people")
        elif kind == "parties" and mention.name.startswith("all ") and len(self.setting.parties) < 2:
            return self.make(mention, (f"/{capital(mention.name)}",), "group")
        elif kind == "parties":
            named = self.setting.parties or self.setting.title_states
            actors = named if len(named) > 1 else discourse.pair(sentence)
        elif kind == "org":
            word = mention.name.split()[-1]
            general = word.startswith("organi") or word == "bloc"
            actors = discourse.last_body(sentence, word) or (discourse.organisation(sentence) if general else ())
            if not actors and word in self.words.schemes:
                return None
            if not actors and not general:
                return self.body(replace(mention, kind="body", name=word, definite=True))
        elif mention.name == "our country" and (speaking := discourse.we()) and len(speaking) == 1:
            actors = speaking
        else:
            actors = self.realm(mention, sentence) or discourse.state(sentence)
        if not actors:
            return self.make(mention, (f"/{capital(mention.name)}",), "collective", "nobody in the document fits")
        others = self.guessed.get(actors[0], ()) if len(actors) == 1 else ()
        return self.make(mention, actors, "collective", others=others)

    def says_states(self, mention: Found) -> bool:
        """Whether a phrase for two can mean states only: "the two countries", not "the two sides"."""
        return mention.name.split()[-1] in self.words.pairs_of_states

    def is_no_organisation(self, code: str) -> bool:
        return bool(code) and not self.directory.is_organisation(code)

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
        """The same body of each of the two states in hand."""
        pair = self.discourse.pair(mention.token.sentence)
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
            held = [p for p in self.people.all if p.code() == code and any(office in t.lower() for t in p.titles)]
            named.append(f"{code}/{held[0].name}" if "/" not in actor and len(held) == 1 else actor)
        return tuple(named)

    def pronoun(self, mention: Found) -> Mention | None:
        kind = self.words.pronouns[mention.name]
        at = mention.first
        if mention.name == "it" and self.says_nothing(at):
            return None
        before = self.tokens[at - 1] if at else None
        leading = sum(1 for t in self.tokens[max(0, at - 3) : at] if t.sentence == mention.token.sentence) < 3
        leading = leading and mention.name in ("it", "he", "she", "they", "its", "their", "his", "her")
        if mention.name in ("its", "their", "his", "her"):
            if self.is_courtesy(at):
                return None
            leading = leading and not self.discourse.opened_by(mention.token.sentence)
        actors = self.discourse.pronoun(
            kind, mention.token.sentence, leading=leading,
            after_preposition=bool(before and before.low in PREPOSITIONS),
        )  # fmt: skip
        others = self.guessed.get(actors[0], ()) if len(actors) == 1 else ()
        return self.make(mention, actors, "pronoun", others=others) if actors else None

    def is_courtesy(self, at: int) -> bool:
        """ "His Excellency Mr X", "His Majesty's Armed Forces": nobody is meant by "his", unless a verb follows."""
        honorific, follower = self.tokens[at + 1 : at + 3] if at + 2 < len(self.tokens) else (END, END)
        return honorific.kind == "N" and honorific.low in self.words.honorifics and follower.kind != "w"

    def says_nothing(self, at: int) -> bool:
        """ "It is important that", "it was agreed to": no actor is meant."""
        following = [t.low for t in self.tokens[at + 1 : at + 7]]
        return bool(following) and following[0] in ("is", "was", "will", "would", "has") and (
            "that" in following or "to" in following[2:4]
        )  # fmt: skip
