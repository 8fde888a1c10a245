"""Whom phrases for several mean that the text listed before: "the ministers", "these countries", "the six states"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

from dragoman.actors.context.opening import Mention, capital
from dragoman.actors.directory import owner_of
from dragoman.actors.mentions.found import END, Found
from dragoman.actors.persons.people import parts_of
from dragoman.actors.references.antecedents import Mentioned, in_rows, listed, unique
from dragoman.actors.references.pairs import Pairs

LEADERS_REACH = 6
"""Sentences that "the ministers" looks for a list of them behind it."""
ROWS_REACH = {"those": 2, "three": 2, "counted": 6}
"""Sentences that "these countries", "the three" and "the six countries" look for their list behind them."""
LONGEST_BELOW = 1_000
"""Tokens in which the list that a phrase announces begins and ends."""
NEAR = 60
"""Mentions that are looked back over."""


class Listed(Pairs):
    """Rows of states and of their officials, which a later phrase takes up as a whole."""

    def listed_below(self, mention: Found) -> tuple[str, ...]:
        """ "The following countries | signed it in May: Peru, Chile and Mali": the states listed behind the colon that
        the sentence ends with or is interrupted by; each may be an item that says more behind its name."""
        rest = self.tokens[mention.last : mention.last + LONGEST_BELOW]
        at = next((n for n, token in enumerate(rest) if token.kind in (":", "|")), None)
        if at is None or rest[at].kind != ":":
            return ()
        codes: list[str] = []
        begins = in_a_row = True
        for token, behind in pairwise([*rest[at + 1 :], END]):
            state = token.entry.code if token.entry and token.entry.kind == "state" else ""
            goes_on = behind.kind in "wN" and behind.low not in ("and", "or")  # "Peru left", a sentence
            if token.kind == "|":
                begins = in_a_row = True
            elif state and begins and goes_on:
                break
            elif state and in_a_row:
                codes.append(state)
                begins = False
            elif begins and token.kind != "#" and token.low != "the":
                break
            else:
                in_a_row &= token.kind in ",#" or token.low in ("and", "the")
        return unique(codes) if len(set(codes)) > 1 else ()

    def leaders(self, mention: Found) -> tuple[str, ...]:
        """Whose leaders or ministers were told of together last: SADC for "the leaders" after "Ministers of SADC", all
        four for "the ministers" after "the ministers of Chad, Mali, Niger and Togo"; nobody where two persons were
        named since, or where the list leads no sentence and two persons were named before it."""
        office = mention.name.removeprefix("the ").split()
        if not self.may_be_many(mention) or office[-1] not in self.words.phrases["leading"]:
            return ()
        sentence, since, fits = mention.token.sentence, set[str](), self.holds_such(mention)
        linked = {(m.start, m.end): m for m in self.out[-2 * NEAR :]}
        at = bisect_left(self.found, mention.first, key=lambda found: found.first)
        for past in reversed(self.found[max(0, at - NEAR) : at]):
            said = linked.get((past.token.start, self.tokens[past.last - 1].end))
            if said is None or past.nested:
                continue
            if sentence - past.token.sentence > LEADERS_REACH:
                break
            if said.how == "person":
                since.update(owner_of(actor) for actor in said.actors if fits(actor))
            if len(since) > 1:
                break
            codes = self.whose_leaders(past, said, office)
            if not codes or (not self.leads(past) and self.two_named(sentence, fits)):
                continue
            return (*self.host_of(past, codes), *codes)
        return ()

    def met(self, mention: Found) -> tuple[str, ...]:
        """The persons or states in hand for "the ministers"; nobody where it is only one state, which is as likely the
        place where they met."""
        sentence, fits = mention.token.sentence, self.holds_such(mention)
        speaking = mention.name.split()[-1] in self.words.phrases["talked"]
        if self.may_be_many(mention) and (several := self.met_together(sentence, fits, 2 if speaking else 3)):
            return several
        people = self.discourse.people(sentence, fits, self.acts_there(mention))
        guessed = len(people) == 1 and "/" not in people[0] and self.may_be_many(mention)
        return () if guessed else people

    def met_together(self, sentence: int, fits: Callable[[str], bool], least: int) -> tuple[str, ...]:
        """The persons of different states, ``least`` of them or more, whom the last sentence with several lists or of
        whom one meets the others: all four for "the ministers" after "Minister Lind of Chad met Minister Mora of Mali,
        Minister Berg of Niger and Minister Roth of Togo"."""
        told = self.discourse.back(sentence, LEADERS_REACH, "person")
        for number in range(sentence, sentence - LEADERS_REACH - 1, -1):
            here = [m for m in reversed(told) if m.sentence == number and not (m.nested or m.possessive or m.cited)]
            here = [m for m in here if any(map(fits, m.actors))]
            rows = [listed(row) for row in in_rows(here)]
            lead = rows[0] if rows and rows[0][0].subject else []
            row = next((row for row in rows if row is not lead and self.is_met(row[0])), None)
            together = lead + row if row else max(rows, key=len, default=[])
            actors = unique(actor for m in together for actor in m.actors)
            codes = {owner_of(actor) for actor in actors}
            if len(codes) == len(actors) >= least and all("/" in actor and owner_of(actor) for actor in actors):
                return actors
            if len({owner_of(actor) for m in here for actor in m.actors}) > 1:
                break
        return ()

    def may_be_many(self, mention: Found) -> bool:
        """Whether the phrase says nothing of two: "the leaders", not "both leaders", "the pair"."""
        return {"two", "both"}.isdisjoint(mention.name.split()) and mention.name.endswith(("s", "state", "government"))

    def holds_such(self, mention: Found) -> Callable[[str], bool]:
        """Whether a person can be one of "the two presidents": by what the document calls everyone; all are accepted
        for "both" and where it is not known."""
        office = mention.name.removeprefix("the ").removeprefix("both ").removeprefix("two ").removesuffix("s")
        words = self.words.called_titles.get(office, frozenset())
        # "Secretary X thanked the foreign ministers" is of others; "the two foreign ministers" may be he and another.
        counted = office in self.words.called_alone and not {"two", "both"}.isdisjoint(mention.name.split())
        asked = set(office.split()) if office in self.words.one_holder and not words else set()

        def fits(actor: str) -> bool:
            name = actor.partition("/")[2]
            person = self.people.match(parts_of(name)) if name else None
            unnamed = not self.words.title_heads.isdisjoint(name.lower().split())  # "the Attorney General"
            held = {title.lower() for title in person.titles} if person else {name.lower()} if unnamed else set()
            held -= self.words.colleagues  # "his Chadian counterpart" is what he is
            titles = {part for title in held for part in title.split()}
            single = office in self.words.one_holder
            other = single and (held & self.words.one_holder - {office} or titles & self.words.below)
            so_called = not words or words & titles or (counted and self.words.called_alone[office] & held)
            return not titles or (asked <= titles and bool(so_called) and not other)

        return fits

    def whose_leaders(self, past: Found, said: Mention, office: list[str]) -> tuple[str, ...]:
        """The organisation or the states whose leaders ``past`` tells of, where they may be called by ``office``."""
        words = set((past.title or past.name).lower().split())
        codes = unique(actor for actor in said.actors if not actor.startswith("/"))
        if past.kind == "entity" and len(codes) == 1:
            heads = self.members_led(past)
            return codes if heads and self.so_called(office, heads) else ()
        codes = codes if len(codes) > 1 else tuple(filter(self.directory.is_organisation, map(owner_of, codes)))
        named = past.kind == "office" or self.words.collective_kind.get(past.name) == "actors"
        told = named and codes and not words.isdisjoint(self.words.phrases["leading"])
        return codes if told and self.so_called(office, words) else ()

    def so_called(self, office: list[str], words: set[str]) -> bool:
        """Whether those who are told of by ``words`` may be called ``office`` later: "leaders" anybody, "foreign
        ministers" no "ministers of finance"."""
        return office[-1] == "leaders" or "leaders" in words or words.issuperset(office[:1] + office[-1:])

    def members_led(self, past: Found) -> set[str]:
        """The words of the title in "foreign ministers of the ten member states of | ASEAN"; none for others."""
        near = self.before(past, 9)
        near = near[: -1 if near and near[-1].low == "the" else None]
        at = next((n for n in range(len(near) - 1, -1, -1) if near[n].low in self.words.phrases["leading"]), -1)
        links = [t.low for t in near[at + 1 :]]
        between = {*links} - {"of", "the", "its", "all"} - set(self.words.numbers)
        led = at >= 0 and links[:1] == ["of"] == links[-1:] and between and between <= self.words.members | {"states"}
        return {t.low for t in near[max(0, at - 1) : at + 1]} if led else set()

    def two_named(self, sentence: int, fits: Callable[[str], bool]) -> bool:
        """Whether two persons of two states were named of late."""
        near = self.discourse.back(sentence, LEADERS_REACH, "person")
        alone = [m.actors[0] for m in near if len(m.actors) == 1 and "/" in m.actors[0]]
        return len({owner_of(actor) for actor in alone if fits(actor)}) > 1

    def host_of(self, past: Found, codes: tuple[str, ...]) -> tuple[str, ...]:
        """Who "hosted the leaders of ASEAN", "talked with the leaders of ASEAN", as one of them, where he is of none of
        ``codes``."""
        verb = next((t for t in reversed(self.before(past, 3)) if t.kind == "w" and t.low != "the"), None)
        if verb is None or verb.low not in self.words.phrases["hosting"]:
            return ()
        here = self.discourse.back(past.token.sentence, 0, "person")
        host = next((m for m in here if m.subject and m.token < past.first and len(m.actors) == 1), None)
        return host.actors if host and owner_of(host.actors[0]) not in codes else ()

    def is_where(self, mention: Found) -> bool:
        """ "Met in | Haiti |", "in Lusaka, | Zambia |": where something only is."""
        before = self.tokens[self.article(mention) - 1] if mention.first else END
        last = self.discourse.past[-1] if self.discourse.past else None
        if before.low == "," and last and last.where and mention.kind == "entity":
            return last.sentence == mention.token.sentence and mention.first - last.token <= 3
        return before.low in self.words.phrases["where"]

    def is_told_of(self, mention: Found) -> bool:
        """ "The members are | Chad |, Mali and Peru, and its seat": one of a list of those whom somebody has."""
        last = self.discourse.past[-1] if self.discourse.past else None
        if last and self.joins(mention):
            return last.told and not self.leads_clause(mention)
        before = self.tokens[self.article(mention) - 1] if mention.first else END
        return before.low in self.words.phrases["consists"]

    def acts_there(self, mention: Found) -> Callable[[str], bool]:
        """Which codes "the leaders" may stand for where no persons are named: none that only says where something is,
        "met in Haiti"."""
        if not self.may_be_many(mention):
            return bool
        near = self.discourse.back(mention.token.sentence, 2, "state org person")
        places = {owner_of(m.actors[0]) for m in near if m.where} - set(self.setting.title_states)
        places -= {owner_of(m.actors[0]) for m in near if not m.where}
        return lambda code: bool(code) and code not in places

    def told_in_rows(self, sentence: int, reach: int) -> Iterator[list[Mentioned]]:
        """The lists of states and persons that were told before, the last one first: "Chad, Mali and Niger"."""
        told = self.discourse.back(sentence, reach, "state person many body group")
        for number in range(sentence, sentence - reach - 1, -1):
            here = [m for m in reversed(told) if m.sentence == number and not m.nested]
            yield from (listed(row) for row in reversed(in_rows(here)))

    def several(self, mention: Found) -> Mention:
        """Of "these countries" the states that a sentence listed last, of "the six countries" the six; where nobody
        fits, a group without a name."""
        kind = self.words.collective_kind[mention.name]
        words, sentence = mention.name.split(), mention.token.sentence
        number = next((self.words.numbers[word] for word in words if word in self.words.numbers), 0)
        persons = words[-1] in self.words.title_heads
        whose = words[0] == "their"
        actors = self.theirs(mention) if whose else self.counted(sentence, number, ROWS_REACH[kind], persons=persons)
        if not actors and words[0] == "the" and kind == "those":
            between = mention.first and self.tokens[mention.first - 1].low == "between"
            region = any(t.entry and t.entry.kind == "region" for t in self.before(mention, NEAR))
            actors = self.two(mention, self.fits_pair(mention)) if between else () if region else self.titled_two()
        group = f"/{capital(' '.join(words[1:] if kind == 'those' else words[-1:]))}"
        return self.make(mention, actors, "collective") if actors else self.make(mention, (group,), "group")

    def fits_pair(self, mention: Found, *, territories: bool = False) -> Callable[[str], bool]:
        """Which codes a phrase for two may stand for: `Referring` says it."""
        raise NotImplementedError

    def theirs(self, mention: Found) -> tuple[str, ...]:
        """The states of "their governments", where "they" are states or their officials."""
        they = self.pronoun(replace(mention, kind="pronoun", name="their", last=mention.first + 1))
        codes = unique(map(owner_of, they.actors)) if they else ()
        return codes if len(codes) > 1 and all(map(self.directory.is_state, codes)) else ()

    def titled_two(self) -> tuple[str, ...]:
        """The states of the title, where they are two, for "the countries" in a text that lists none and that does not
        tell of a region, "the Balkans and the countries' future"."""
        titled = tuple(filter(self.directory.is_state, self.setting.title_states)) if self.document.title.value else ()
        return titled if len(titled) == 2 else ()

    def group(self, mention: Found) -> Mention | None:
        """Of "the two | Balkan countries", "the three | East African leaders" those of the last list of so many."""
        the, number = ["", "", *(t.low for t in self.tokens[max(0, mention.first - 2) : mention.first])][-2:]
        count = {**self.words.few, **self.words.numbers}.get(number, 0)
        states = mention.name.split()[-1].lower() in self.words.groups_of_states
        led = the in self.words.phrases["leads"] and count and states
        actors = self.titled_two() if led and count == self.words.few["two"] else ()
        reach = ROWS_REACH["three"]
        actors = actors or (self.of_number(mention.token.sentence, reach, count, leading=True) if led else ())
        return self.make(mention, actors, "collective") if actors else super().group(mention)

    def titled_states(self, number: int) -> tuple[str, ...]:
        """The parties of a joint text or the states of the title, where they are so many."""
        titled = self.setting.title_states if self.document.title.value else ()
        return next((codes for codes in (self.setting.parties, titled) if len(codes) == number > 2), ())

    def these_two(self, mention: Found) -> tuple[str, ...]:
        """The last list of two, for "these two countries" after "aid to Fiji and Tonga"."""
        here = mention.name.startswith(("these", "those"))
        return self.of_number(mention.token.sentence, ROWS_REACH["those"], 2) if here else ()

    def of_number(
        self, sentence: int, reach: int, number: int, *, persons: bool = False, leading: bool = False
    ) -> tuple[str, ...]:
        """The last list of exactly ``number`` states, or of their officials for ``persons``, only one that leads its
        sentence where ``leading``; of two or more for the number 0, unless a group that has no names, "developing
        countries", was told of since."""
        for row in self.told_in_rows(sentence, reach):
            if leading and (row[-1].sentence == sentence or not (row[0].subject or row[0].clause)):
                continue
            actors = unique(actor for m in row for actor in m.actors)
            codes = unique(map(owner_of, actors))
            if not number and row[-1].sort == "group" and actors[-1].split()[-1] in self.words.groups_of_states:
                return ()
            fits = all(map(self.directory.is_state, codes)) and len(codes) in ((number,) if number else range(2, 30))
            official = not persons or (len(actors) == len(codes) and (len(row) == 1 or row[-1].sort == "person"))
            if fits and official:
                return actors if persons else codes
        return ()

    def three(self, mention: Found, *, persons: bool) -> tuple[str, ...]:
        """The three of the last list of three, else the last ones of three states."""
        sentence = mention.token.sentence
        told = self.counted(sentence, 3, ROWS_REACH["counted" if persons else "three"], persons=persons)
        return told or self.discourse.three(sentence, persons=persons)

    def counted(self, sentence: int, number: int, reach: int, *, persons: bool) -> tuple[str, ...]:
        """The ``number`` whom the sentence lists itself, whom the title names, or whom one before it lists."""
        here = self.of_number(sentence, 0, number, persons=persons)
        titled = () if persons else self.titled_states(number)
        return here or titled or self.of_number(sentence, reach, number, persons=persons)
