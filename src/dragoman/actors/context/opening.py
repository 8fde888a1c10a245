"""What a document as a whole gives to its mentions: publisher, title, parties, acronyms, whom a bare title serves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from dragoman.actors.context.parties import parties as joint_parties
from dragoman.actors.context.publishers import is_paper, is_site, is_society, publisher_actor, publisher_home
from dragoman.actors.context.spelled import spelled_out
from dragoman.actors.context.venues import only_venues
from dragoman.actors.directory import Directory, owner_of
from dragoman.actors.mentions.found import Found
from dragoman.actors.mentions.gazetteer import gazetteer_for
from dragoman.actors.mentions.scanner import Scanner
from dragoman.actors.mentions.tokens import Token, tokenize
from dragoman.actors.mentions.words import Words
from dragoman.actors.persons.people import People, Person, head_of, parts_of, relatives
from dragoman.actors.persons.posts import only_posts
from dragoman.actors.references.coreference import Discourse, Setting
from dragoman.records import Document

JOINT = re.compile(r"\bjoint\b|\bcommuniqu|\btrilateral\b|\bdeclaration\b", re.I)
STATEMENT = re.compile(r"\bstatement\b|\bleaders\b", re.I)
OFFICE = re.compile(
    r"(?:Office of the |The )?(President|Prime Minister|Chancellor|Foreign Minister|Secretary General)\b"
)
MAX_SECTORS = 2_000
TITLE_LIMIT = 400
DATELINE = 10
"""Tokens at the beginning that may say where a report comes from."""
OPENING = 20
"""Mentions of the beginning that may say in whose name the text speaks."""
MAX_OTHERS = 2


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention and whom it means, in the contract's notation; several for "the two countries".

    ``how`` is a short word: named, acronym, demonym, seat, office, person, body, group, region, collective, pronoun,
    publisher ... ``others`` are actors that it may mean instead, where only the setting says whom an official or a body
    serves. ``head`` is false for one that stands inside a longer mention ("Serbian" in "Serbian armed forces").
    ``place`` marks a capital that is only where something is. ``unlinked`` is the reason why nobody is meant for sure.
    """

    start: int
    end: int
    text: str
    actors: tuple[str, ...]
    how: str
    head: bool = True
    place: bool = False
    unlinked: str | None = None
    sector: str | None = None
    others: tuple[str, ...] = ()


def within(mentions: Sequence[Mention], start: int, end: int) -> list[Mention]:
    """Those of ``mentions`` that stand in the characters ``start:end``, in their order."""
    return [m for m in mentions if start <= m.start and m.end <= end]


class Opening:
    """One document with its tokens and what was found in it. The linker's parts build on each other: `Opening`,
    `sides.Sides`, `signatures.Signatures`, `accrediting.Accrediting`, `visiting.Visiting`, `serving.Serving`,
    `holders.Holders`, `strangers.Strangers`, `persons.Persons`, `whose.Whose`, `organs.Organs`, `unowned.Unowned`,
    `naming.Naming`, `clauses.Clauses`, `fronted.Fronted`, `pronouns.Pronouns`, `pairs.Pairs`, `listed.Listed`,
    `lands.Lands`, `referring.Referring`, `linking.Linker`."""

    def __init__(
        self, document: Document, directory: Directory, tokens: list[Token], found: list[Found], known: Words
    ) -> None:
        self.directory = directory
        self.document, self.tokens, self.found, self.words = document, tokens, found, known
        self.publisher = (publisher_home(document, directory) or "").partition("/")[0]
        self.portal = self.is_portal()
        self.press = self.portal or self.is_press()
        year = (document.date.value or "")[:4]
        named = {t.entry.code for t in tokens if t.entry} | {self.publisher}
        self.people = People(int(year) if year.isdigit() else None, named)
        apart = self.title_apart()
        limit = self.title_limit()
        self.headline = [m for m in found if tokens[m.first].start < limit] if apart is None else apart
        self.title_is_apart = apart is not None
        for mention in found:
            office = mention.token.entry if mention.kind == "person" and mention.codes else None
            if office and office.kind == "org" and office.code == self.publisher:
                mention.codes = (self.publisher,)  # "UN High Commissioner for Refugees X", on a page of the UNHCR
        self.disown(found)
        things = known.companions | known.instrument_nouns  # "Munich Agreement Signed" is nobody's name
        apart_named = (m for m in apart or () if things.isdisjoint(m.name.lower().split()))
        self.people.meet([*found, *apart_named], relatives(tokens, found))
        self.setting = self.make_setting()
        alone = (code for m in apart or () if m.kind == "entity" and not m.nested for code in m.codes)
        self.setting.venues = only_venues(tokens, found, known)
        self.posts = only_posts(found, tokens, known.sent_heads, alone)
        self.discourse = Discourse(self.setting)
        self.spelled = spelled_out(document.text, tokens, found, directory)
        self.bodies: dict[str, str] = {}
        self.organs: dict[str, str] = {}
        self.private_people: set[str] = set()
        self.owned = False
        self.previous: Found | None = None
        lower, unsure = document.text.lower(), known.unsure_titles
        self.titles_written = {long for short, long in known.short_titles.items() if short in unsure and long in lower}
        self.lower_words = {t.low for t in tokens if t.kind == "w"}
        beside = zip(tokens, tokens[1:], tokens[2:], strict=False)
        self.vessels = {m.name for m in found if m.kind == "name" and self.is_vessel(m.first)}
        self.inner_acronyms = {u.text for a, u, b in beside if a.kind == "w" and u.kind == "U" != b.kind}
        self.names_un = any(of_un(t.text) for t in tokens if t.kind == "E")
        self.out: list[Mention] = []
        self.guessed: dict[str, tuple[str, ...]] = {}
        self.settled: dict[str, str] = {}
        self.default = self.default_state()
        self.setting.host = self.publishing_person()

    def disown(self, found: list[Found]) -> None:
        """ "Foreign Office spokesperson Jo Lind said Chad": nobody says that it is Britain's where the text never names
        Britain otherwise."""
        many = self.words.bodies_of_many
        named = {t.entry.code for t in self.tokens if t.entry and t.low not in many} | {self.publisher}
        for mention in found:
            code = mention.token.entry.code if mention.token.entry and mention.token.low in many else ""
            if mention.kind != "entity" and mention.codes == (code,) and code not in named:
                mention.codes = ()

    def is_press(self) -> bool:
        """Whether a paper or a society publishes, no party to what it tells of: "the two countries" are others."""
        name = self.document.publisher.value or ""
        found = gazetteer_for(self.directory).matches(name, None)
        actors = [self.directory.actor(e.actor) for _, _, e in found if e.actor in self.directory]
        private = is_society(name) and publisher_actor(self.document, self.directory) is None
        return is_paper(name) or private or any(actor.sector == "JRN" for actor in actors)

    def is_portal(self) -> bool:
        """Whether a site publishes that is no government's and whose state the text never names: it tells of others."""
        named = {t.entry.code for t in self.tokens if t.entry}
        site = is_site(self.document.publisher.value or "") and self.publisher not in named
        return site and self.directory.is_state(self.publisher)

    def dateline(self) -> str:
        """The state that a report begins with: "KINGSTON, Jamaica - The programme"."""
        dash = next((n for n, t in enumerate(self.tokens[:DATELINE]) if t.kind == "-"), 0)
        named = [t.entry for t in self.tokens[:dash] if t.entry and t.entry.kind in ("state", "seat")]
        return next((entry.code for entry in reversed(named) if self.directory.is_state(entry.code)), "")

    def make_setting(self) -> Setting:
        counts: Counter[str] = Counter()
        orgs: Counter[str] = Counter()
        for mention in self.found:
            entry = mention.token.entry
            many = mention.token.low in self.words.bodies_of_many  # "the Foreign Office" tells of no state
            if mention.kind == "entity" and entry and entry.code and mention.codes and not many:
                seat = entry.kind == "seat" and self.directory.is_organisation(entry.code)
                (orgs if seat or entry.kind == "org" else counts)[mention.codes[0]] += 1 + (
                    entry.kind in ("state", "org")
                )
        title_states, title_actors = self.title_actors()
        ranked = [c for c, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
        topics = tuple(dict.fromkeys([*title_states, *ranked]))
        title = self.document.title.value or self.document.text[:200]
        joint = bool(JOINT.search(title)) and "joint" in title.lower()
        listed = JOINT.search(title) or STATEMENT.search(title)
        parties = joint_parties(self.found, self.tokens, self.words) if listed else ()
        if not parties and STATEMENT.search(title):
            named = [m for m in self.found[:4] if m.token.entry and m.token.entry.kind == "org"]
            parties = named[0].codes if named and named[0].token.sentence <= 1 else ()
        parties = self.spoken_for() or parties
        publisher = "" if self.press and self.publisher not in title_states else self.publisher
        return Setting(
            publisher, "", topics, title_states, title_actors, tuple(c for c, _ in orgs.most_common(12)),
            joint, parties, own=publisher if self.directory.is_state(publisher) else "",
        )  # fmt: skip

    def spoken_for(self) -> tuple[str, ...]:
        """The states in whose name a text speaks: "a statement on behalf of the Nordic-Baltic countries", "Joint
        Statement by the Visegrad Four"."""
        known = self.words.collective_actors
        for mention in self.found[:OPENING]:
            before = [t.low for t in self.tokens[max(0, mention.first - 3) : mention.first]]
            if mention.name in known and before[:3] == ["on", "behalf", "of"] and len(known[mention.name]) > 1:
                return known[mention.name]
        titled = (m.name for m in self.headline if m.kind == "collective")
        joint = bool(JOINT.search(self.document.title.value or ""))
        return next((known[name] for name in titled if joint and len(known.get(name, ())) > 1), ())

    def title_actors(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """States and persons named in the title."""
        states: list[str] = []
        people: list[str] = []
        for mention in self.headline:
            person = self.people.find(mention) if mention.kind == "person" else None
            code = mention.codes[0] if mention.codes else self.served_by(person) if person else ""
            if mention.kind == "person" and person:
                people.append(f"{code}/{person.name}")
            many = mention.kind == "entity" and mention.token.low in self.words.bodies_of_many
            if code and mention.kind in ("entity", "person", "office", "body") and not many:
                states.append(code)
        return tuple(dict.fromkeys(states)), tuple(dict.fromkeys(people))

    def title_apart(self) -> list[Found] | None:
        """What the title names that the text does not start with, as in a table with a column of titles; None where
        the text starts with it or there is none."""
        title = " ".join((self.document.title.value or "")[:TITLE_LIMIT].split())
        if not title or " ".join(self.document.text[: 2 * TITLE_LIMIT].split()).startswith(title):
            return None
        alone = replace(self.document, text=title, blocks=())
        return Scanner(tokenize(alone, gazetteer_for(self.directory)), self.words).scan()

    def title_limit(self) -> int:
        """Where the title ends that the text starts with: else its first line."""
        title = self.document.title.value or ""
        if title and self.document.text.startswith(title):
            return len(title) + 3
        return min(self.document.text.find("\n") % TITLE_LIMIT, TITLE_LIMIT)

    def default_state(self) -> str:
        """Whom a bare title serves: the country a profile is of, else the publisher's state, else the topic."""
        title = (self.document.title.value or "").split(":")[0].strip()
        first = self.setting.title_states[:1]
        if first and len(self.setting.title_states) == 1 and 0 < len(title.split()) <= 4 and self.is_name(title):
            self.setting.profile = first[0] if first[0] != self.publisher else ""
            return first[0]
        reports = self.dateline() if self.portal else ""
        topics = (reports,) if reports else (*(c for c in self.setting.topics if c not in self.posts), "")
        return topics[0] if self.press and self.publisher not in topics else self.publisher or topics[0]

    def is_name(self, title: str) -> bool:
        return any(mention.kind == "entity" and self.tokens[mention.first].text == title for mention in self.found[:3])

    def publishing_person(self) -> str:
        """ "President of Russia" as publisher is whoever holds the office: in the text, else by plain knowledge."""
        office = OFFICE.match(self.document.publisher.value or "")
        if not office:
            return ""
        for person in self.people.all:
            if person.holds(office.group(1)) and self.served_by(person) == self.publisher:
                return f"{self.publisher}/{person.name}"
        return self.known_head(self.publisher, office.group(1))

    def known_head(self, code: str, title: str) -> str:
        """The publisher's own head of state or government in the document's year, where only the office is named."""
        if code != owner_of(self.publisher):
            return ""
        name = head_of(code, title, self.people.year)
        return f"{code}/{name}" if name else ""

    def served_by(self, person: Person, title: str = "") -> str:
        """Whom a person serves: as the text says, else as is plain knowledge, where that one has the offices that the
        person is given; "" where neither tells it."""
        known = self.people.knowledge(person)
        titles = (title, *person.titles)
        year = self.people.year
        heads = ((code, head_of(code, held, year)) for code in known for held in titles)
        leading = (code for code, head in heads if head and parts_of(head) == person.parts)
        fitting = (code for code in known if not any(self.lacks(code, held) for held in titles))
        held = (code for code in known if self.people.held(person, code))
        return person.code() or next(chain(leading, fitting, held), "")

    def guess(self, actor: str, sentence: int, office: str = "", *, but: Collection[str] = ()) -> tuple[str, ...]:
        """Notes ``actor`` as one whose code only the setting gives, and tells the other states and organisations that
        it may belong to: those in hand, in the title and most mentioned, and the publisher, if they have such an office
        and are none of ``but``."""
        code, slash, name = actor.partition("/")
        if code and name and actor not in self.guessed:
            near = [*self.discourse.state(sentence), *self.setting.title_states, *self.setting.topics, self.publisher]
            if any(f"{office or name} ".lower().startswith(f"{body} ") for body in self.words.world_bodies):
                near = [*self.setting.orgs[:1], *near]
            codes = [c for c in dict.fromkeys(near) if c and c != code and c not in self.posts.union(but)]
            general = office.lower().replace("-", " ") == "secretary general" and self.directory.is_organisation(code)
            known = self.directory.is_organisation
            if general and code == self.default:  # of the organisation that publishes, or of another
                codes = [c for c in codes if known(c)]
            codes = [c for c in codes if known(c) or not self.lacks_ministry(c, office or name)]
            self.guessed[actor] = tuple(f"{c}{slash}{name}" for c in codes[:MAX_OTHERS])
        return self.guessed.get(actor, ())

    def lacks_ministry(self, code: str, title: str) -> bool:
        """Whether the state has no such ministry or minister; presidents there are of many things."""
        parts = [part for part in title.split() if part.lower() not in ("president", "chancellor", "chairman")]
        return self.lacks(code, " ".join(parts))

    def lacks(self, code: str, title: str) -> bool:
        """Whether the state or organisation ``code`` has no such office or body: NATO no king, the IMF no ministry. Any
        state may have the president of a body and a prime cabinet secretary."""
        known = self.words.lacking
        organisation = bool(code) and self.directory.is_organisation(code)
        every = known["organisations"] if organisation else frozenset[str]()
        parts = set(title.lower().split())
        if head_of(code, title, self.people.year):
            return False
        if not organisation and (("of" in parts and "republic" not in parts) or parts & self.words.body_heads):
            parts -= {"president", "chancellor"}
        if "minister" not in parts:
            parts.discard("prime")
        if parts & self.words.sent:
            parts.discard("minister")
        return not known.get(code, every).isdisjoint(parts - self.had(code))

    def had(self, code: str) -> set[str]:
        """Offices that ``code`` lacks today and had in the document's year: the prime minister of Kenya in 2009."""
        year = self.people.year
        periods = self.words.had.get(code, {}).items()
        return {word for word, known in periods if year and any(first <= year <= last for first, last in known)}

    def is_vessel(self, at: int) -> bool:
        """ "The tanker Sounion", "on board the Kursk": whether the name at ``at`` is that of a ship."""
        the = at > 1 and self.tokens[at - 1].low == "the"
        before = self.tokens[at - 1 - the].low if at else ""
        return before in self.words.vessels or (the and before in self.words.aboard)

    def in_hand(self, mention: Found) -> tuple[str, ...]:
        """The state that the title names, where it is one, else that of which the text was telling."""
        state = self.directory.is_state
        titled = [code for code in self.setting.title_states if code != self.publisher and state(code)]
        return tuple(titled) if len(titled) == 1 else self.discourse.state(mention.token.sentence)

    def last_whole(self) -> Mention | None:
        """The last linked mention that does not stand inside another."""
        return next((mention for mention in reversed(self.out) if mention.head), None)

    def is_state(self) -> bool:
        return self.directory.is_state(self.default)

    def make(
        self,
        mention: Found,
        actors: tuple[str, ...],
        how: str,
        unlinked: str | None = None,
        others: tuple[str, ...] = (),
    ) -> Mention:
        start, end = self.tokens[mention.first].start, self.tokens[mention.last - 1].end
        text = self.document.text[start:end]
        sector = self.sector(mention.title or mention.name) if mention.kind in ("body", "office", "person") else None
        return Mention(
            start, end, text, actors, how, place=mention.place, unlinked=unlinked, sector=sector, others=others
        )

    def sector(self, title: str) -> str | None:
        """The PLOVER sector of an office or kind of body ("Ministry of Defence": MIL), by the directory."""
        kept: dict[str, str | None] = vars(self.directory).setdefault("_sectors", {})
        if title not in kept and len(title) <= 100:
            if len(kept) > MAX_SECTORS:
                kept.clear()
            office = self.directory.office(title)
            kept[title] = office.sector if office else None
        return kept.get(title)

    def is_heading(self, mention: Found) -> bool:
        """Whether most words of the sentence are capitalised, so that a capital means nothing."""
        first = mention.first
        while first > 0 and self.tokens[first - 1].kind != "|" and mention.first - first < 25:
            first -= 1
        last = mention.last
        while last < len(self.tokens) and self.tokens[last].kind != "|" and last - mention.last < 25:
            last += 1
        within = [t for t in self.tokens[first:last] if t.kind in "NUEw"]
        lower = [t.low for t in within if t.kind == "w"]
        if len(within) >= 25 or len(lower) * 2 >= len(within):
            return False
        # A full stop makes a sentence, unless there are only small words between the capitals.
        return self.tokens[last - 1].kind != "." or all(low in self.words.function_words for low in lower)

    def starts_sentence(self, mention: Found) -> bool:
        return mention.first == 0 or self.tokens[mention.first - 1].kind in '|".:“'


def of_un(text: str) -> bool:
    """Whether a name begins with that of the United Nations."""
    return text.lower().startswith(("un ", "u.n. ", "united nations")) or text in ("UNGA", "UNSC")


def capital(text: str) -> str:
    """With a capital; a name written all in capitals ("MINISTRY OF DEFENCE") as it is written elsewhere."""
    if text.isupper() and " " in text:
        text = " ".join(w.lower() if w in ("OF", "AND", "FOR", "THE", "ON") else w.capitalize() for w in text.split())
    return text[:1].upper() + text[1:]
