"""Who of the persons of a document holds an office: the one who is meant by it alone, "the Ghanaian head of state", and
what it tells of whom a person does not serve."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from dragoman.actors.context.opening import Mention
from dragoman.actors.context.turns import gives_conference
from dragoman.actors.directory import owner_of
from dragoman.actors.mentions.found import Found
from dragoman.actors.persons.people import Person, fold, includes, offices_of
from dragoman.actors.persons.serving import Serving

NEAR = 3
"""Sentences that the one official of a state is looked for behind it."""
LONG = 40
"""Words of a sentence before "as Prime Minister"."""


class Holders(Serving):
    """`holder` is the person, by what the document calls everyone."""

    def holder(self, mention: Found, code: str, title: str = "") -> str:
        """The person named in the document who holds the office: the last one named, else the only one to come."""
        title = self.written_out(self.without_state(mention, title or mention.title))
        if not self.is_sitting(mention):
            return ""
        of_state = bool(mention.codes) and title.lower() in self.words.one_holder
        head = ""
        for past in self.discourse.back(mention.token.sentence, 30, "person"):
            actor = past.actors[0]
            actor_code, _, name = actor.partition("/")
            if (code and actor_code != code) or not name:
                continue
            person = self.people.match(tuple(fold(name).split()))
            if person and self.may_be(person, mention) and self.has_office(person, title, of_state=of_state):
                if not self.only_leads(person, title):
                    return actor
                head = head or actor
        if head:
            return head
        theirs = [p for p in self.people.few if code and p.code() == code and self.may_be(p, mention)]
        to_come = [p for p in theirs if self.has_office(p, title, of_state=of_state)]
        to_come = to_come or self.plainly_titled(theirs, title)
        return f"{code}/{to_come[0].name}" if len(to_come) == 1 else ""

    def own_acting(self, mention: Found) -> str:
        """ "President Lind met President Mora. | The President | said": on a government's page its own, who was the
        subject where the other was named last; "" elsewhere."""
        if not self.setting.own or [t.low for t in self.before(mention, 2)] != ["the"]:
            return ""
        own, last = self.holder(mention, self.setting.own), self.holder(mention, "")
        past = self.discourse.back(mention.token.sentence, 30, "person")
        where = next((m.sentence for m in past if m.actors == (last,)), -1)
        acting = any(m.actors == (own,) and m.subject and m.sentence == where for m in past)
        return own if own != last and acting else ""

    def same_official(self, mention: Found) -> tuple[str, ...]:
        """ "The Polish official" after "his Polish counterpart Jo Lind": the one person of the state of whom the text
        was telling, where none without a name was spoken of."""
        noun, before = mention.name.lower(), self.before(mention, 1)
        if noun not in self.words.one_official or len(mention.codes) != 1 or not before or before[0].low != "the":
            return ()
        earlier = self.tokens[max(0, mention.first - 3 * LONG) : mention.first]
        if noun in {t.low.removesuffix("s") for t in earlier}:
            return ()
        near = self.discourse.back(mention.token.sentence, NEAR, "person")
        theirs = {m.actors for m in near if owner_of(m.actors[0]) == mention.codes[0] and "/" in m.actors[0]}
        return theirs.pop() if len(theirs) == 1 else ()

    def acting_as(self, mention: Found) -> Mention | None:
        """ "Mr Lind is visiting Peru as | Prime Minister": the person of the sentence whose office it is."""
        near = self.before(mention, LONG)
        near = near[: len(near) - (bool(near) and near[-1].low == "the")]
        follower, lows = self.follower(mention), [t.low for t in near[-2:]]
        verb = follower.kind == "w" and follower.low not in self.words.prepositions | {"and"}
        if mention.codes or verb or lows[-1:] != ["as"] or lows[0] in ("well", "such", "same"):
            return None
        here = [m for m in self.out[-LONG:] if m.start >= near[0].start and (m.how == "person" or m.unlinked)]
        told = here and here[0].how == "person"
        told = told and len({m.actors for m in here}) == 1 and self.words.followed.isdisjoint(t.low for t in near)
        return self.make(mention, here[0].actors, "office", here[0].unlinked) if told else None

    def sent_there(self, mention: Found) -> str:
        """ "The UN ambassador" after "US Ambassador to the UN Jo Lind": who is sent to the organisation that the office
        is named with, as it sends no ambassadors itself."""
        entry = mention.token.entry
        if not entry or entry.kind != "org" or mention.title.lower() not in self.words.sent_to:
            return ""
        names = (mention.token.text, entry.code, self.directory.actor(entry.code).name)
        holders = (self.holder(mention, "", f"{name} {mention.title}") for name in dict.fromkeys(names))
        return next(filter(None, holders), "")

    def has_office(self, person: Person, office: str, *, of_state: bool) -> bool:
        """Whether the person has the office or one that it is called by as well, "the Premier" for "Prime Minister";
        the president ``of_state`` is not that of its parliament."""
        called = (office, *self.words.also_called.get(office.lower(), ()))
        if not of_state:
            return any(person.holds(name) for name in called)
        held = [part for title in person.titles for part in (title, *offices_of(title))]
        own = [title for title in held if self.words.body_heads.isdisjoint(title.lower().split())]
        return any(includes(title, name) for title in own for name in called)

    def only_leads(self, person: Person, office: str) -> bool:
        """Whether a "minister" is so only as the prime minister, whom "the Minister" means where no other is told."""
        heads = (includes(title, "prime minister") for title in person.titles if includes(title, office))
        return office.lower() == "minister" and all(heads)

    def is_sitting(self, mention: Found) -> bool:
        """Whether an office without a name may be that of its holder: not "a Polish prime minister", "each Latvian
        ambassador", "the new President of Kenya"; but "Jo Lind, a deputy minister,", "is a deputy minister"."""
        at = mention.first - 1
        word = self.tokens[at].low if at >= 0 else ""
        if word in self.words.coming and mention.codes:
            return False
        before = self.tokens[at - 1].low if at > 0 else ""
        return word not in self.words.any_of or before in (",", "-") or before in self.words.copulas

    def is_foreign(self, mention: Found) -> bool:
        """ "The first visit of a foreign President": one of nobody knows where."""
        return mention.first > 0 and self.tokens[mention.first - 1].low == "foreign"

    def may_be(self, person: Person, mention: Found) -> bool:
        """Whether the person is in office where the mention is not "the late Amir", "the former Ghanaian President"."""
        gone = mention.first > 0 and self.tokens[mention.first - 1].low in self.words.bygone
        return gone or id(person) not in self.gone

    @cached_property
    def gone(self) -> frozenset[int]:
        """The persons whom the document calls "the late", "former"."""
        titled = [m for m in self.found if m.kind == "person" and m.first and m.title]
        named = (m for m in titled if self.tokens[m.first - 1].low in self.words.bygone)
        return frozenset(id(person) for m in named if (person := self.people.find(m)))

    def without_state(self, mention: Found, title: str) -> str:
        """ "President" for "President of the Republic of Ghana", "Chairman" for "Chairman of the OSCE": whose an office
        is, is known by its code."""
        for token in self.tokens[mention.first : mention.last]:
            if token.entry and token.entry.kind in ("state", "org") and token.entry.code in mention.codes:
                title = title.replace(f" of the {token.text}", "").replace(f" of {token.text}", "")
        return title

    def plainly_titled(self, people: Sequence[Person], title: str) -> list[Person]:
        """Who may hold an office that their own title does not tell: "Minister Tamm" for "the Estonian foreign
        minister", and the one official of the publishing department for its head."""
        asked = fold(title).split()
        body = " ".join(asked[2:]).removeprefix("the ")
        if asked[:2] == ["head", "of"] and " " in body and body in fold(self.document.publisher.value or ""):
            return [p for p in people if p.titled and not p.holds("Ambassador")]
        if asked == ["leader"]:
            heads = {office for office, plain in self.words.plainly.items() if plain == "leader"}
            return [p for p in people if {t.lower() for t in p.titles} & heads]
        plain = self.words.plainly.get(" ".join(asked), "")
        return [p for p in people if plain and {t.lower() for t in p.titles if plain in t.lower()} == {plain}]

    def written_out(self, title: str) -> str:
        """``title`` with the document's acronyms as they were introduced: "head of the Department of Trade" for DoT."""
        text, known = self.document.text, self.spelled
        return " ".join(text[slice(*known[word])] if word in known else word for word in title.split())

    @cached_property
    def generals(self) -> frozenset[str]:
        """Of whom the document names the secretary-general, as in "the CSTO Secretary General"."""
        titled = (m for m in (*self.found, *self.headline) if m.title.lower().replace("-", " ") == "secretary general")
        return frozenset(code for m in titled for code in m.codes)

    def settle(self, actor: str, code: str, person: Person | None) -> str:
        """Notes that ``actor``, who was guessed, serves ``code`` as a later sentence says, in the whole document."""
        self.settled[actor] = f"{code}/{actor.partition('/')[2]}"
        if person:
            person.codes.clear()
            person.codes[code] += 1
        return code

    def held_by_others(self, person: Person | None, title: str) -> set[str]:
        """The states of which somebody else has the same single office: Slovenia for the foreign minister who meets
        the Slovenian one."""
        office = self.single_office(title)
        others = (other for other in self.people.few if office and other is not person)
        return {p.code() for p in others if p.codes and any(self.single_office(t) == office for t in p.titles)}

    def single_office(self, title: str) -> str:
        office = title.lower().replace("minister of foreign affairs", "foreign minister")
        return office if office in self.words.one_holder else ""

    def titles_speaker(self) -> str:
        """The one person whose words the title says the text is; "" for several or none."""
        title = self.document.title.value or ""
        opening, by, rest = fold(title).partition(" by ")
        host = next((m for m in self.headline if m.kind == "person"), None)
        if host and gives_conference(title, host.name):
            actor = next((a for a in self.setting.title_actors if a.endswith(host.name)), f"/{host.name}")
            return f"{(*host.codes, self.default)[0]}{actor}" if actor.startswith("/") else actor
        if not by or self.words.speeches.isdisjoint(opening.split()):
            return ""
        known = [(rest.find(fold(actor.partition("/")[2])), actor) for actor in self.setting.title_actors]
        named = sorted((at, actor) for at, actor in known if at >= 0)
        if not known and (office := self.titles_office(rest.removeprefix("the "))):
            return office
        second = named[1][0] if len(named) > 1 else len(rest)
        return named[0][1] if named and " and " not in rest[named[0][0] : second] else ""

    def titles_office(self, rest: str) -> str:
        """ "Statement by the Minister for Trade on Mali": who speaks where the title names an office alone."""
        told = (m for m in self.headline if m.kind == "office" and rest.startswith(fold(m.title)))
        office = next((m for m in told if m.title.lower() not in self.words.generic_titles), None)
        code = (*office.codes, self.default)[0] if office else ""
        return f"{code}/{office.title}" if office and code else ""
