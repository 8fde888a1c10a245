"""Who is meant: every mention of an actor in a document, linked to the contract's notation with the whole document.

linked_mentions(document, directory) -> (Mention(start=0, end=6, text="Serbia", actors=("SRB",), how="named"), ...)
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from functools import cached_property

from dragoman.actors.context.opening import Mention, within
from dragoman.actors.context.publishers import publisher_actor
from dragoman.actors.context.quoting import Quotation, Quoted, quotations
from dragoman.actors.context.venues import is_venue
from dragoman.actors.directory import Directory, owner_of
from dragoman.actors.mentions.acronyms import acronyms
from dragoman.actors.mentions.found import END, Found, is_past
from dragoman.actors.mentions.gazetteer import gazetteer_for
from dragoman.actors.mentions.scanner import Scanner
from dragoman.actors.mentions.tokens import Token, tokenize
from dragoman.actors.mentions.words import words
from dragoman.actors.references.coreference import Mentioned
from dragoman.actors.references.referring import Referring
from dragoman.records import Document

__all__ = ["Mention", "acronyms", "context_actors", "linked", "linked_mentions", "publisher_actor", "within"]

SORTS = {"state": "state", "demonym": "state", "seat": "state", "house": "state", "nationals": "group", "org": "org",
         "body": "body", "group": "group", "region": "region"}  # fmt: skip


PRONOUNS = {"he": "he", "she": "he", "him": "him", "her": "he", "his": "he", "it": "it", "they": "they"}
"""Pronouns that later ones go on from: "he ... his"."""


def linked_mentions(document: Document, directory: Directory) -> tuple[Mention, ...]:
    """Every mention of an actor in ``document``, in order of the text. Never raises; linear in the text's length."""
    return linked(document, directory).mentions


def context_actors(document: Document, directory: Directory) -> tuple[str, ...]:
    """Whom a document as a whole is by or about, for passages that name nobody: the parties of a joint statement, the
    speaker, the actors of the title, the publisher. In this order; without repeats."""
    return linked(document, directory).context


@dataclass(frozen=True, slots=True)
class Linked:
    """All that linking gives: what `linked_mentions` and `context_actors` do, and who is quoted where."""

    mentions: tuple[Mention, ...]
    context: tuple[str, ...]
    quoted: tuple[Quoted, ...]


def linked(document: Document, directory: Directory) -> Linked:
    """Link ``document`` once, for those who want more than its mentions."""
    known = words()
    tokens = tokenize(document, gazetteer_for(directory))
    linker = Linker(document, directory, tokens, Scanner(tokens, known).scan(), known)
    mentions = linker.link()
    return Linked(mentions, linker.context(mentions), linker.speakers(mentions))


class Linker(Referring):
    """Links one document's mentions in the order of the text; `link` gives them all."""

    def link(self) -> tuple[Mention, ...]:
        self.speak_first()
        inside, private, self.heard = -1, -1, False
        spoken = deque(self.spoken)
        for mention in self.found:
            nested = mention.nested or mention.last <= inside
            self.hear_label(mention)
            self.hear_quotation(mention, spoken)
            if self.is_addressed(mention) and not self.addressee():
                continue
            owner = self.owner_before(mention)
            mention.codes, self.owned = owner or mention.codes, bool(owner)
            linked = self.one(mention)
            if mention.kind == "person":
                self.previous = mention
            if linked is None:
                continue
            linked = replace(linked, head=False) if nested else linked
            self.out.append(linked)
            inside = max(inside, mention.last)
            private = mention.last if mention.kind == "organisation" else private
            adjective = linked.how == "demonym"
            if not nested or adjective or mention.last > private:  # "Japan Fund" speaks of no Japan
                self.remember(mention, linked)
        each = dict.fromkeys(map(self.as_settled, self.out))  # no set, whose order changes from run to run
        return tuple(sorted(each, key=lambda m: (m.start, -m.end, m.how)))

    def as_settled(self, linked: Mention) -> Mention:
        """A mention of somebody whom the setting made a guess of, as a later sentence tells whom he serves."""
        known = self.settled
        if known.keys().isdisjoint(linked.actors):
            return linked
        actors = tuple(known.get(actor, actor) for actor in linked.actors)
        return replace(linked, actors=actors, others=linked.others if len(actors) > 1 else ())

    def owner_before(self, mention: Found) -> tuple[str, ...]:
        """Whose an office or body is that stands behind "our", "its": "our President", "Niger opened its embassy"; also
        whose a "Brazilian president" is of an organisation, "the Bank and its Brazilian president"."""
        before = self.tokens[mention.first - 1] if mention.first else None
        last = self.last_whole()
        if self.is_addressed(mention):
            return (self.addressee(),)
        if before is None or last is None or mention.kind not in ("person", "office", "body"):
            return ()
        person = self.people.find(mention) if mention.kind == "person" else None
        if mention.codes or (person and person.code()):
            return self.foreign_head(mention, last, before)
        if before.low == "whose" or before.kind == "P":
            return self.possessor(mention, last)
        if (last.start, last.end, last.how) != (before.start, before.end, "pronoun"):
            return ()
        shared = self.is_colleague(mention)
        codes = {owner_of(actor) for actor in last.actors}
        if before.low in ("they", "them", "their") or shared or last.others or len(codes) != 1:
            return ()
        code = codes.pop()
        known = (
            code in self.directory and not code.startswith("/") and not self.lacks(code, mention.title or mention.name)
        )
        return (code,) if known else ()

    def possessor(self, mention: Found, last: Mention) -> tuple[str, ...]:
        """Whose an office or body is behind "the Bank's" or ", whose", where the Bank is the mention ``last``."""
        at = mention.first - 1
        at -= at > 0 and self.tokens[at].low == "whose" and self.tokens[at - 1].low == ","
        code = owner_of(last.actors[0]) if len(last.actors) == 1 and not last.others else ""
        near = at > 0 and last.end in (self.tokens[at - 1].end, self.tokens[at].end)
        known = near and last.how not in ("person", "group") and code in self.directory and not code.startswith("/")
        return (code,) if known and not self.lacks(code, mention.title or mention.name) else ()

    def foreign_head(self, mention: Found, last: Mention, before: Token) -> tuple[str, ...]:
        """The organisation of "its Brazilian president": "its" says whom the president serves, and not "Brazilian"."""
        code = owner_of(last.actors[0])
        nationality = self.tokens[mention.first].entry
        its = before.low == "its" and (last.start, last.end) == (before.start, before.end)
        if not its or not nationality or nationality.kind != "demonym" or not self.directory.is_organisation(code):
            return ()
        return () if self.is_colleague(mention) else (code,)

    def is_addressed(self, mention: Found) -> bool:
        """ "Your Government": an office or body of the one who is spoken to."""
        before = self.tokens[mention.first - 1].low if mention.first else ""
        return before in self.words.addressed and mention.kind in ("person", "office", "body") and not mention.codes

    def addressee(self) -> str:
        """The state that a speech to one other state is addressed to: "Remarks by the Ambassador of Japan" in Palau."""
        own = owner_of(self.setting.speaker or self.setting.host) or self.publisher
        others = [code for code in self.setting.title_states if code != own and self.directory.is_state(code)]
        return others[0] if own and len(others) == 1 else ""

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

    @cached_property
    def spoken(self) -> list[Quotation]:
        return quotations(self.document.text, self.tokens, self.found, self.words)

    def speakers(self, mentions: tuple[Mention, ...]) -> tuple[Quoted, ...]:
        """The quotations whose speaker is one of the linked ``mentions``."""
        known = {m.start: m for m in reversed(mentions) if m.head and not m.unlinked}
        found = []
        for quotation in self.spoken:
            said = known.get(quotation.speaker.token.start) if quotation.speaker else None
            if said:
                first, last = self.tokens[quotation.first], self.tokens[quotation.last]
                found.append(Quoted(first.start, last.start, said.actors, (said.start, said.end), said.how))
        return tuple(found)

    def hear_quotation(self, mention: Found, spoken: deque[Quotation]) -> None:
        """Keeps who is quoted where the mention stands; ``spoken`` are the quotations that are not over."""
        while spoken and spoken[0].last <= mention.first:
            spoken.popleft()
            self.discourse.in_quote_of = ()
            self.heard = False
        if not spoken or mention.first < spoken[0].first or self.heard or spoken[0].speaker is None:
            return
        self.heard = True
        linked = self.one(spoken[0].speaker)
        stranger = linked is not None and linked.how == "pronoun" and linked.unlinked
        said = linked is not None and not linked.place and not stranger
        self.discourse.in_quote_of = linked.actors if linked and said else ()

    def one(self, mention: Found) -> Mention | None:
        step = {
            "entity": self.entity, "person": self.person, "office": self.office, "name": self.name, "body": self.body,
            "organisation": self.private, "group": self.group, "collective": self.collective, "pronoun": self.pronoun,
            "bodies": self.bodies_of,
        }[mention.kind]  # fmt: skip
        return step(mention)

    def remember(self, mention: Found, linked: Mention) -> None:
        private = self.is_private_person(mention, linked)
        if not linked.actors or (linked.unlinked and not private and linked.how != "pronoun"):
            return
        if self.says_whose(mention):
            return
        entry = mention.token.entry if mention.kind == "entity" else None
        sort = SORTS.get(entry.kind, "state") if entry else {"entity": "state",
            "person": "person", "name": "person", "office": "person", "body": "body", "organisation": "org",
            "group": "group", "bodies": "many", "pronoun": "pronoun",
            "collective": "many" if len(linked.actors) > 1 else "state",
        }[mention.kind]  # fmt: skip
        nationals = sort == "group" and linked.how == "demonym"
        sort = "state" if nationals else sort  # "The Poles signed"
        if entry and linked.how == "office":
            sort = "person"  # "the UN Secretary-General"
        if entry and entry.kind == "seat" and self.directory.is_organisation(linked.actors[0]):
            sort = "org"  # New York
        if mention.kind in ("body", "office") and "/" not in linked.actors[0]:
            sort = "state"
        if mention.kind in ("collective", "name") and linked.how in ("body", "acronym"):
            sort = "body" if "/" in linked.actors[0] else "org"
        if mention.kind == "collective" and len(linked.actors) == 1 and "/" in linked.actors[0]:
            sort = "group" if linked.how == "group" else "body"  # "the Foundation" is no state
        called = mention.kind in ("name", "collective") and len(linked.actors) == 1
        if called and self.directory.is_organisation(linked.actors[0]):
            sort = "org"
        if private:
            sort = "private"
        if mention.kind == "pronoun":
            sort = PRONOUNS.get(mention.name, "pronoun")
            sort = "him" if sort == "he" and self.is_object(mention) else sort
        written = linked.text.isupper() or not linked.text.endswith("s")
        if entry and entry.kind == "group" and written:
            sort = "movement"  # "UNITA", not "the Houthis"
        if sort == "group" and self.is_nobody(mention, linked.text.lower()):
            return
        gender = self.gender_of(mention) if sort in ("person", "private") else ""
        leads, joined = self.leads(mention), self.joins(mention)
        leads = leads and not (mention.kind == "pronoun" and self.is_object(mention))
        clause = self.leads_clause(mention)
        acts = sort == "movement" and (leads or clause)
        plural = nationals or sort in ("group", "many") or acts or self.is_plural(mention)
        self.discourse.tell(
            Mentioned(
                linked.actors, sort, mention.token.sentence, mention.first, leads, gender,
                possessive=self.follower(mention).kind == "P", place=linked.place, clause=clause,
                joined="" if clause and not leads else joined, nested=not linked.head or mention.nested,
                plural=plural, wording=self.wording(linked) if sort in ("body", "org") else "",
                abroad=self.is_abroad(mention),
                cited=self.is_cited(mention), where=self.is_where(mention),
                venue=is_venue(self.tokens, mention, self.words), told=self.is_told_of(mention),
                says=self.says(mention),
            )
        )  # fmt: skip
        self.list_up(mention, leads)

    def is_private_person(self, mention: Found, linked: Mention) -> bool:
        """Someone of no state, whom "he" and "she" mean all the same: "Mr Peter Okello", "Amira Haddad" where she is
        called "Haddad" too or says something."""
        if not linked.unlinked or linked.place or mention.kind not in ("person", "name"):
            return False
        words = linked.actors[0].removeprefix("/").split()
        if mention.kind == "person" or (linked.how == "named" and len(words) > 1 and mention.name == words[-1]):
            return True
        article = mention.first and self.tokens[mention.first - 1].low in self.words.definite
        written = all(word[0].isupper() and not word.isupper() for word in words)
        known = (self.lower_words, self.words.adjectives, self.words.portfolio, self.words.title_modifiers)
        common = any(word.lower() in many for word in words for many in known)
        acts = self.follower(mention).low in self.words.speaking or words[0] in self.words.given_names
        person = 1 < len(words) < 4 and written and not common and not article
        return linked.how == "named" and person and (words[-1] in self.called or acts)

    @cached_property
    def called(self) -> frozenset[str]:
        """The capitalised names of the document that nothing else tells about."""
        return frozenset(m.name for m in self.found if m.kind == "name")

    def is_nobody(self, mention: Found, called: str) -> bool:
        """ "The press", "told | reporters |": a group that no "they" means."""
        known, before = self.words.reference, self.tokens[self.article(mention) - 1].low if mention.first else ""
        return called in known["nobody"] or (called in known["hearers"] and before in ("told", "to", "telling", "by"))

    def says(self, mention: Found) -> bool:
        """ "| Minister Lind | said"."""
        at = self.past_apposition(mention)
        return at < len(self.tokens) and self.tokens[at].low in self.words.speaking

    def is_plural(self, mention: Found) -> bool:
        """ "Syrian troops", "the authorities", "the police", "ministers of SADC": who are "they"."""
        if mention.kind == "office" and self.is_of_leaders(mention):
            return True
        word = mention.name.lower().split()[-1] if mention.kind == "body" and mention.name else ""
        return word in self.words.reference["plural"]

    def says_whose(self, mention: Found) -> bool:
        """ "Armenian-backed separatists", "a Moscow-mediated truce": a name that only tells of somebody or something
        else, so that no pronoun means it."""
        hyphen, word = ([*self.tokens[mention.last : mention.last + 2], END, END])[:2]
        glued = hyphen.kind == "-" and hyphen.end == word.start
        past = is_past(word, self.words) or word.low in ("led", "run", "built", "born")
        return (glued and word.kind == "w" and past) or self.ruled_once(mention)

    def ruled_once(self, mention: Found) -> bool:
        """ "A former French | colony", "its independence from Britain": a name of who ruled another once."""
        known, near = self.words.reference, self.tokens[mention.last : mention.last + 3]
        behind = next((t.low for t in near if t.low != "and" and not t.entry), "")
        if behind in known["colonies"] or behind in known["descents"]:
            return True
        before = self.tokens[max(0, mention.first - 5) : mention.first]
        link = next((t.low for t in reversed(before) if t.low != "the"), "")
        return link == "from" and not self.words.reference["won"].isdisjoint(t.low for t in before)

    def wording(self, linked: Mention) -> str:
        """The words by which an organisation or body may be called again: of the text and of the directory."""
        code = linked.actors[0]
        return f"{linked.text} {self.directory.actor(code).name}" if code in self.directory else linked.text
