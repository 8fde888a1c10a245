"""Who is meant: every mention of an actor in a document, linked to the contract's notation with the whole document.

linked_mentions(document, directory) -> (Mention(start=0, end=6, text="Serbia", actors=("SRB",), how="named"), ...)
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from dragoman.actors.coreference import Discourse, Mentioned, Setting
from dragoman.actors.directory import Directory
from dragoman.actors.gazetteer import gazetteer_for
from dragoman.actors.mentions import Found, Scanner
from dragoman.actors.people import People, Person, fold, head_of
from dragoman.actors.tokens import Token, tokenize
from dragoman.actors.words import Words, words
from dragoman.records import Document

SORTS = {"state": "state", "demonym": "state", "seat": "state", "house": "state", "nationals": "group", "org": "org",
         "body": "body", "group": "group", "region": "region"}  # fmt: skip
HOW = {"state": "named", "org": "named", "demonym": "demonym", "seat": "seat", "house": "seat", "nationals": "group",
       "body": "body", "group": "named", "region": "region"}  # fmt: skip
ACRONYM = re.compile(r"\(([A-Z][A-Za-z0-9&/.-]{1,11})\)")
JOINT = re.compile(r"\bjoint\b|\bcommuniqu|\btrilateral\b|\bdeclaration\b", re.I)
PREPOSITIONS = frozenset(["for", "of", "in", "on", "to", "with", "about", "from", "against", "by", "at"])
STATEMENT = re.compile(r"\bstatement\b|\bleaders\b", re.I)
OFFICE = re.compile(
    r"(?:Office of the |The )?(President|Prime Minister|Chancellor|Foreign Minister|Secretary General)\b"
)
GENERIC_BODIES = frozenset(
    "office service board authority agency council commission committee mission guard command department".split()
)
TITLE_LIMIT = 400


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention and whom it means, in the contract's notation; several for "the two countries".

    ``how`` is a short word: named, acronym, demonym, seat, office, person, body, group, region, collective, pronoun,
    publisher ... ``head`` is false for one that stands inside a longer mention ("Serbian" in "Serbian armed forces").
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


def linked_mentions(document: Document, directory: Directory) -> tuple[Mention, ...]:
    """Every mention of an actor in ``document``, in order of the text. Never raises; linear in the text's length."""
    known = words()
    tokens = tokenize(document, gazetteer_for(directory), known)
    found = Scanner(tokens, known).scan()
    return Linker(document, directory, tokens, found, known).link()


def context_actors(document: Document, directory: Directory) -> tuple[str, ...]:
    """Whom a document as a whole is by or about, for passages that name nobody: the parties of a joint statement, the
    speaker, the actors of the title, the publisher. In this order; without repeats."""
    known = words()
    tokens = tokenize(document, gazetteer_for(directory), known)
    return Linker(document, directory, tokens, Scanner(tokens, known).scan(), known).context()


def publisher_actor(document: Document, directory: Directory) -> str | None:
    """The state or organisation that publishes: by the publisher's name, else by the address it is published at."""
    if document.publisher_actor:
        return document.publisher_actor
    gazetteer = gazetteer_for(directory)
    if document.publisher.value:
        for _, _, entry in gazetteer.matches(document.publisher.value, document.date.value):
            if entry.code and entry.kind != "not":
                return entry.code
    return gazetteer.code_of_address(document.url or "")


def acronyms(document: Document) -> Mapping[str, str]:
    """Acronyms that the text explains, with what they stand for: "Defence Reform Group (DRG)"."""
    found: dict[str, str] = {}
    for match in ACRONYM.finditer(document.text):
        expansion = expansion_before(document.text, match.start(), match.group(1))
        if expansion:
            found.setdefault(match.group(1), document.text[expansion[0] : expansion[1]])
    return found


def expansion_before(text: str, end: int, acronym: str) -> tuple[int, int] | None:
    """The span before ``end`` whose words' initials make up ``acronym``; small words may be left out of it."""
    letters = [c.lower() for c in acronym if c.isalpha()]
    spans = [m.span() for m in re.finditer(r"[^\W_][\w'’.]*", text[max(0, end - 160) : end])]
    base, stop = max(0, end - 160), None
    at = len(spans) - 1
    while letters and at >= 0:
        start, finish = (base + n for n in spans[at])
        stop = stop or finish
        if text[start].lower() == letters[-1]:
            letters.pop()
        elif letters and text[start:finish].lower() not in ("of", "the", "and", "for", "on", "in", "to", "a"):
            inside = text[start:finish].lower()
            if len(letters) > 1 and inside[0] == letters[0] and all(c in inside for c in letters):
                return start, stop
            if stop != finish and not text[start].islower():
                return None
            if stop == finish:
                return None
        at -= 1
        if not letters:
            return start, stop
    return None


class Linker:
    """Links one document's mentions in the order of the text; `link` gives them all."""

    def __init__(
        self, document: Document, directory: Directory, tokens: list[Token], found: list[Found], known: Words
    ) -> None:
        self.document, self.tokens, self.found, self.words = document, tokens, found, known
        self.publisher = (publisher_actor(document, directory) or "").partition("/")[0]
        year = (document.date.value or "")[:4]
        self.people = People(int(year) if year.isdigit() else None)
        self.people.meet(found)
        self.setting = self.make_setting()
        self.discourse = Discourse(self.setting)
        self.spelled = self.spelled_out()
        self.bodies: dict[str, str] = {}
        self.previous: Found | None = None
        self.lower_words = {t.low for t in tokens if t.kind == "w"}
        self.out: list[Mention] = []
        self.default = self.default_state()
        self.setting.host = self.publishing_person()
        self.speak_first()

    # -- the document as a whole -----------------------------------------------------------------------------------

    def make_setting(self) -> Setting:
        counts: Counter[str] = Counter()
        orgs: Counter[str] = Counter()
        for mention in self.found:
            entry = mention.token.entry
            if mention.kind == "entity" and entry and entry.code and mention.codes:
                (orgs if entry.kind == "org" else counts)[mention.codes[0]] += 1 + (entry.kind in ("state", "org"))
        title_states, title_actors = self.title_actors()
        ranked = [c for c, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
        topics = tuple(dict.fromkeys([*title_states, *ranked]))
        title = self.document.title.value or self.document.text[:200]
        joint = bool(JOINT.search(title)) and "joint" in title.lower()
        parties = self.parties() if JOINT.search(title) or STATEMENT.search(title) else ()
        if not parties and STATEMENT.search(title):
            named = [m for m in self.found[:4] if m.token.entry and m.token.entry.kind == "org"]
            parties = named[0].codes if named and named[0].token.sentence <= 1 else ()
        return Setting(
            self.publisher, "", topics, title_states, title_actors, tuple(c for c, _ in orgs.most_common(12)),
            joint, parties,
        )  # fmt: skip

    def parties(self) -> tuple[str, ...]:
        """The states and organisations that an opening sentence lists: who makes a joint statement."""
        listed: dict[int, list[str]] = {}
        for mention in self.found[:120]:
            entry = mention.token.entry
            if mention.kind == "entity" and entry and entry.kind in ("state", "org") and mention.token.sentence < 6:
                listed.setdefault(mention.token.sentence, []).append(mention.codes[0] if mention.codes else "")
        rows = [tuple(dict.fromkeys(c for c in codes if c)) for _, codes in sorted(listed.items())]
        long = [row for row in rows if len(row) >= 4]
        speaking = {t.sentence for t in self.tokens[:600] if t.low == "we"}
        ours = [row for number, row in zip(sorted(listed), rows, strict=True) if number in speaking and row in long]
        return (ours or long or [()])[0]

    def title_actors(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """States and persons named in the title, which is mostly the first line of the text as well."""
        title = self.document.title.value or ""
        limit = len(title) + 3 if title and self.document.text[: len(title)] == title else 0
        if not limit:
            limit = min(self.document.text.find("\n") % TITLE_LIMIT, TITLE_LIMIT)
        states: list[str] = []
        people: list[str] = []
        for mention in self.found:
            if self.tokens[mention.first].start >= limit:
                break
            person = self.people.find(mention) if mention.kind == "person" else None
            code = mention.codes[0] if mention.codes else person.code() if person else ""
            if mention.kind == "person" and person:
                people.append(f"{code}/{person.name}")
            if code and mention.kind in ("entity", "person", "office", "body"):
                states.append(code)
        return tuple(dict.fromkeys(states)), tuple(dict.fromkeys(people))

    def default_state(self) -> str:
        """Whom a bare title serves: the country a profile is of, else the publisher's state, else the topic."""
        title = (self.document.title.value or "").split(":")[0].strip()
        first = self.setting.title_states[:1]
        if first and len(self.setting.title_states) == 1 and 0 < len(title.split()) <= 4 and self.is_name(title):
            return first[0]
        return self.publisher or (self.setting.topics or ("",))[0]

    def publishing_person(self) -> str:
        """ "President of Russia" as publisher is whoever holds the office: in the text, else by plain knowledge."""
        office = OFFICE.match(self.document.publisher.value or "")
        if not office:
            return ""
        for person in self.people.all:
            if person.holds(office.group(1)) and (person.code() or self.people.knowledge(person)) == self.publisher:
                return f"{self.publisher}/{person.name}"
        return self.known_head(self.publisher, office.group(1))

    def is_name(self, title: str) -> bool:
        return any(mention.kind == "entity" and self.tokens[mention.first].text == title for mention in self.found[:3])

    def speak_first(self) -> None:
        """A byline ("Antony J. Blinken, Secretary of State") makes its person the one who says I and we."""
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

    def spelled_out(self) -> dict[str, tuple[int, int]]:
        """Acronyms of the text with the span of what they stand for."""
        found: dict[str, tuple[int, int]] = {}
        for match in ACRONYM.finditer(self.document.text):
            span = expansion_before(self.document.text, match.start(), match.group(1))
            if span:
                found.setdefault(match.group(1), span)
        return found

    # -- the pass --------------------------------------------------------------------------------------------------

    def link(self) -> tuple[Mention, ...]:
        inside = -1
        for mention in self.found:
            nested = mention.nested or mention.last <= inside
            self.hear_label(mention)
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

    def context(self) -> tuple[str, ...]:
        """Whom the whole document is about or by: parties, speaker, the title's actors, publisher."""
        setting = self.setting
        found = [
            *setting.parties,
            setting.speaker,
            setting.host,
            *setting.title_actors,
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
        }[mention.kind]  # fmt: skip
        return step(mention)

    def make(self, mention: Found, actors: tuple[str, ...], how: str, unlinked: str | None = None) -> Mention:
        start, end = self.tokens[mention.first].start, self.tokens[mention.last - 1].end
        text = self.document.text[start:end]
        return Mention(start, end, text, actors, how, place=mention.place, unlinked=unlinked)

    def remember(self, mention: Found, linked: Mention) -> None:
        if not linked.actors or linked.unlinked or (mention.kind in ("pronoun",) and linked.how != "pronoun"):
            return
        entry = mention.token.entry if mention.kind == "entity" else None
        sort = SORTS.get(entry.kind, "state") if entry else {"entity": "state",
            "person": "person", "name": "person", "office": "person", "body": "body", "organisation": "org",
            "group": "group", "collective": "many" if len(linked.actors) > 1 else "state", "pronoun": "pronoun",
        }[mention.kind]  # fmt: skip
        if mention.kind in ("body", "office") and "/" not in linked.actors[0]:
            sort = "state"
        gender = ""
        person = self.people.find(mention) if mention.kind == "person" else None
        if person:
            gender = person.gender
        follower = self.tokens[mention.last] if mention.last < len(self.tokens) else None
        self.discourse.tell(
            Mentioned(
                linked.actors, sort, mention.token.sentence, mention.first, self.leads(mention), gender,
                possessive=bool(follower and follower.kind == "P"),
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

    # -- each kind -------------------------------------------------------------------------------------------------

    def entity(self, mention: Found) -> Mention | None:
        entry = mention.token.entry
        if entry is None:
            return self.make(mention, mention.codes, "demonym")
        if entry.weak and not self.supported(mention):
            return None
        text = self.tokens[mention.first].text
        if text in self.spelled and text.isupper() and entry.kind == "org" and (other := self.acronym(mention, text)):
            return other
        if entry.kind == "body" and entry.code == "UN" and self.is_own_body(entry.name):
            return self.make(mention, (f"{self.default}/{entry.name}",), "body")
        if entry.kind == "nationals":
            plural = self.tokens[mention.first].text
            actor = f"/{plural}" if plural.endswith("s") else entry.code
            return self.make(mention, (actor,), "group")
        actor = f"/{text}" if entry.kind == "group" else entry.actor
        return self.make(mention, (actor,), HOW[entry.kind])

    def supported(self, mention: Found) -> bool:
        """A weak acronym counts where the text spells it out or where it stands in a row of names."""
        if self.tokens[mention.first].text in self.spelled:
            return True
        near = self.tokens[max(0, mention.first - 3) : mention.last + 3]
        commas = sum(t.kind == "," for t in near)
        return commas > 0 and sum(t.kind == "E" and t.entry is not None and t.entry.kind == "org" for t in near) > 1

    def is_own_body(self, name: str) -> bool:
        """ "Security Council" is a state's own where the United Nations is not named at all."""
        return name in ("Security Council", "General Assembly") and "UN" not in self.setting.orgs and self.is_state()

    def is_state(self) -> bool:
        return len(self.default) == 3 and self.default.isupper()

    def person(self, mention: Found) -> Mention | None:
        person = self.people.find(mention)
        if self.is_headline_verb(mention):
            return None
        actor, reason = self.person_actor(mention, person)
        return self.make(mention, (actor,), "person", reason)

    def is_headline_verb(self, mention: Found) -> bool:
        """ "First U.S. Ambassador Presents Credentials": what follows a title in a heading can be a verb."""
        first = mention.name.split()[0].lower()
        stem = first.endswith(("ed", "ing")) or (first.endswith("s") and first[:-1] in self.lower_words)
        return (stem or first in self.lower_words) and self.is_heading(mention)

    def person_actor(self, mention: Found, person: Person | None) -> tuple[str, str | None]:
        name = person.name if person else mention.name
        code = mention.codes[0] if mention.codes else ""
        code = code or (person.code() if person else "")
        if not code and person:
            code = self.people.knowledge(person)
        if not code:
            code = self.accredited(mention) or self.beside(mention)
        if not code and self.serves(mention, person):
            code = self.elsewhere(mention, person) or self.default
        if not code and person and self.is_title_person(person):
            code = self.default
        if code and person and not person.codes:
            person.codes[code] += 1
        return f"{code}/{name}", None if code else "no affiliation in the text"

    def is_title_person(self, person: Person) -> bool:
        """Whether the title names the person and no state: mostly the publisher's own official."""
        states = [c for c in self.setting.title_states if c != self.publisher]
        title = fold(self.document.title.value or "")
        return not states and self.is_state() and len(person.parts) > 1 and all(part in title for part in person.parts)

    def accredited(self, mention: Found) -> str:
        """ "Diplomatic representation from the US ... Ambassador X": the envoy serves the state after "from"."""
        if not mention.title.lower().startswith(("ambassador", "charg", "chief of mission")):
            return ""
        near = self.tokens[max(0, mention.first - 12) : mention.first]
        for index, token in enumerate(near[:-1]):
            following = near[index + 1] if near[index + 1].low != "the" or index + 2 >= len(near) else near[index + 2]
            if token.low == "from" and following.entry and following.entry.kind == "state":
                return following.entry.code
        return ""

    def beside(self, mention: Found) -> str:
        """ "South African Minister Pandor and Deputy Minister Botes": a title of the same kind joined by "and"."""
        before = self.tokens[mention.first - 1] if mention.first else None
        last = self.previous
        if before is None or last is None or before.low not in ("and", ",") or last.last < mention.first - 2:
            return ""
        if (
            last.kind != "person"
            or not last.codes
            or not set(last.title.lower().split()) & set(mention.title.lower().split())
        ):
            return ""
        return last.codes[0]

    def elsewhere(self, mention: Found, person: Person | None) -> str:
        """A state other than the default's, for an office that the default does not have or that is already held."""
        titles = [mention.title, *(person.titles if person else [])]
        words_of = {word for title in titles for word in title.lower().split()}
        lacks = bool(words_of & self.words.lacking.get(self.default, frozenset()))
        if not lacks and not self.taken(person, titles):
            return ""
        for code in (*self.setting.title_states, *self.setting.topics):
            if code not in (self.default, self.publisher) and len(code) == 3:
                return code
        return ""

    def taken(self, person: Person | None, titles: list[str]) -> bool:
        """Whether somebody else of the default state holds the same single office in this document."""
        offices = {t.lower() for t in titles} & {"president", "prime minister", "foreign minister", "chancellor"}
        return bool(offices) and any(
            other is not person and other.code() == self.default and offices & {t.lower() for t in other.titles}
            for other in self.people.all
        )

    def serves(self, mention: Found, person: Person | None) -> bool:
        """Whether some title of the person is an office of a state: an honorific alone is not."""
        titles = [mention.title, *(person.titles if person else [])]
        return any(t and t.lower().strip(".") not in self.words.honorifics for t in titles)

    def name(self, mention: Found) -> Mention | None:
        text = mention.name
        if text in self.spelled:
            return self.acronym(mention, text)
        person = self.people.find(mention)
        several = len(text.split()) > 1
        if person and (person.titled or several or self.is_title_person(person)):
            actor, reason = self.person_actor(mention, person)
            if reason is None:
                return self.make(mention, (actor,), "person")
        if not several and (known := self.known_surname(mention)):
            return self.make(mention, (known,), "person")
        if self.is_heading(mention) or (not several and self.is_word(mention)):
            return None
        follower = self.tokens[mention.last] if mention.last < len(self.tokens) else None
        things = self.words.companions | self.words.instrument_nouns
        if (follower and follower.low in things) or mention.name.lower().split()[-1] in things:
            return None
        mention.place = mention.first > 0 and self.tokens[mention.first - 1].low in ("in", "at", "near", "from")
        return self.make(mention, (f"/{person.name if person else text}",), "named", "not in the directory")

    def known_surname(self, mention: Found) -> str:
        """A bare surname that is plain knowledge in the document's year ("Putin"), unless it is a word or a place."""
        if self.people.year is None or mention.name in self.words.names_of_people or len(mention.name) < 5:
            return ""
        code = self.people.known_code(fold(mention.name))
        return f"{code}/{mention.name}" if code else ""

    def is_word(self, mention: Found) -> bool:
        """Whether one capitalised word is more likely an ordinary word than a name."""
        low = mention.name.lower()
        if self.starts_sentence(mention) or low in self.words.adjectives or low in self.words.portfolio:
            return True
        if low in self.words.companions or low in self.words.instrument_nouns or len(low) < 3:
            return True
        after, then = (self.tokens[min(mention.last + n, len(self.tokens) - 1)] for n in (0, 1))
        before, first = (self.tokens[max(mention.first - n, 0)] for n in (1, 2))
        if after.low in ("of", "to", "-") and then.kind in "NUE#":
            return True
        in_name = (
            before.low in ("of", "to", "-", "and") and first.kind in "NU" and first.low not in self.words.title_heads
        )
        return in_name or low in self.lower_words

    def acronym(self, mention: Found, text: str) -> Mention | None:
        """An acronym of the text: the actor that its expansion is, or nothing where that is a thing."""
        start, end = self.spelled[text]
        for other in self.out:
            if other.start < end and other.end > start and other.end >= end - 2 and other.head:
                return self.make(mention, other.actors, "acronym", other.unlinked)
        return None

    def is_heading(self, mention: Found) -> bool:
        """Whether most words of the sentence are capitalised, so that a capital means nothing."""
        first = mention.first
        while first > 0 and self.tokens[first - 1].kind != "|" and mention.first - first < 25:
            first -= 1
        last = mention.last
        while last < len(self.tokens) and self.tokens[last].kind != "|" and last - mention.last < 25:
            last += 1
        kinds = [t.kind for t in self.tokens[first:last] if t.kind in "NUEw"]
        return len(kinds) < 25 and kinds.count("w") * 2 < len(kinds)

    def starts_sentence(self, mention: Found) -> bool:
        return mention.first == 0 or self.tokens[mention.first - 1].kind in '|".:“'

    def office(self, mention: Found) -> Mention | None:
        title = mention.title
        head = title.split()[0] if len(title.split()) == 1 else title
        last = title.lower().split()[-1] if title else ""
        plural = (last.endswith("s") and last not in ("affairs",)) or title.lower() in self.words.generic_titles
        if len(mention.codes) > 1:
            single = title.removesuffix("s")
            holders = tuple(self.holder(mention, code, single) or code for code in mention.codes)
            return self.make(mention, holders, "office")
        if mention.codes:
            if plural and title.lower().split(" of ")[0].split()[-1] in self.words.generic_titles:
                return self.make(mention, mention.codes, "office")
            holder = self.holder(mention, mention.codes[0]) or self.known_head(mention.codes[0], title)
            return self.make(mention, (holder or f"{mention.codes[0]}/{capital(head)}",), "office")
        holder = self.holder(mention, "") or self.holder(mention, self.default)
        holder = holder or (self.known_head(self.default, title) if mention.definite else "")
        if holder:
            return self.make(mention, (holder,), "office")
        if title.lower() in self.words.generic_titles or not self.default:
            return None
        if self.words.lacking.get(self.default, frozenset()) & set(title.lower().split()):
            other = self.discourse.state(mention.token.sentence)
            return self.make(mention, (f"{other[0]}/{capital(head)}",), "office") if other else None
        return self.make(mention, (f"{self.default}/{capital(head)}",), "office")

    def known_head(self, code: str, title: str) -> str:
        """The head of state or government of the document's year, where only the office is named."""
        name = head_of(code, title, self.people.year)
        return f"{code}/{name}" if name else ""

    def holder(self, mention: Found, code: str, title: str = "") -> str:
        """The person named in the document who holds the office: the last one named, else the only one to come."""
        title = title or mention.title
        for past in self.discourse.back(mention.token.sentence, 30, "person"):
            actor = past.actors[0]
            actor_code, _, name = actor.partition("/")
            if (code and actor_code != code) or not name:
                continue
            person = self.people.match(tuple(fold(name).split()))
            if person and person.holds(title):
                return actor
        to_come = [p for p in self.people.all if code and p.code() == code and p.holds(title)]
        return f"{code}/{to_come[0].name}" if len(to_come) == 1 else ""

    def body(self, mention: Found) -> Mention | None:
        name = mention.name
        last = name.lower().split()[-1] if name else ""
        key = fold(name)
        if mention.codes:
            if last in self.words.bare_bodies and "/" not in name:
                return self.make(mention, mention.codes, "body")
            self.bodies.setdefault(key, mention.codes[0])
            return self.make(mention, tuple(f"{code}/{capital(name)}" for code in mention.codes), "body")
        if key in self.words.body_heads and not mention.definite and key in GENERIC_BODIES:
            return None
        code = self.bodies.get(key, "")
        if not code and mention.definite and self.tokens[mention.first].kind == "w":
            states = self.discourse.state(mention.token.sentence, not_publisher=False)
            code = states[0] if states else ""
        code = code or self.body_state(mention, name) or self.default
        if not code:
            return self.make(mention, (f"/{name}",), "body", "no state or organisation in the text")
        if last in self.words.bare_bodies:
            return self.make(mention, (code,), "body")
        return self.make(mention, (f"{code}/{capital(name)}",), "body")

    def body_state(self, mention: Found, name: str) -> str:
        """The state in hand, for bodies that the publisher's state does not have or rarely means ("the Parliament")."""
        parts = set(name.lower().split())
        lacks = parts & self.words.lacking.get(self.default, frozenset())
        if not lacks and not parts & {"parliament", "council", "assembly", "court", "army", "commission", "police"}:
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
            actors = self.words.collective_actors[mention.name]
            if actors[0] not in (*self.setting.orgs, self.publisher):
                return None
        elif kind == "pair":
            actors = discourse.pair(sentence)
        elif kind == "people":
            actors = discourse.people(sentence)
        elif kind == "parties":
            named = self.setting.parties or self.setting.title_states
            actors = named if len(named) > 1 else discourse.pair(sentence)
        elif kind == "org":
            word = mention.name.split()[-1]
            actors = discourse.last_body(sentence, word) or (
                discourse.organisation(sentence) if word.startswith("organi") or word == "bloc" else ()
            )
        else:
            actors = discourse.state(sentence, not_publisher=mention.name != "our country")
        return self.make(mention, actors, "collective") if actors else None

    def pronoun(self, mention: Found) -> Mention | None:
        kind = self.words.pronouns[mention.name]
        at = mention.first
        if mention.name == "it" and self.says_nothing(at):
            return None
        before = self.tokens[at - 1] if at else None
        leading = sum(1 for t in self.tokens[max(0, at - 3) : at] if t.sentence == mention.token.sentence) < 3
        leading = leading and mention.name in ("it", "he", "she", "they", "its", "their", "his", "her")
        actors = self.discourse.pronoun(
            kind, mention.token.sentence, leading=leading,
            after_preposition=bool(before and before.low in PREPOSITIONS),
        )  # fmt: skip
        return self.make(mention, actors, "pronoun") if actors else None

    def says_nothing(self, at: int) -> bool:
        """ "It is important that", "it was agreed to": no actor is meant."""
        following = [t.low for t in self.tokens[at + 1 : at + 7]]
        return bool(following) and following[0] in ("is", "was", "will", "would", "has") and (
            "that" in following or "to" in following[2:4]
        )  # fmt: skip


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]
