"""Whom a person serves by the words round a mention: who is sent, received, appointed, named beside."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from dragoman.actors.directory import owner_of
from dragoman.actors.mentions.found import END, Found, is_past, takes_object
from dragoman.actors.mentions.gazetteer import gazetteer_for
from dragoman.actors.mentions.tokens import Token
from dragoman.actors.persons.people import is_office, is_spouse, parts_of
from dragoman.actors.persons.visiting import OWN, Visiting

LATELY = 24
"""Mentions among which the last person is looked for."""


class Serving(Visiting):
    """Each method gives a code, or "" where the sentence does not say it."""

    def stated(self, mention: Found) -> str:
        """Whom the sentence says that an official serves of whom no title tells it."""
        told = self.accredited(mention) or self.accredited_to(mention) or self.side(mention)
        told = told or self.appointed(mention) or self.possessed(mention)
        return told or self.world_office(mention.title)

    def accredited(self, mention: Found) -> str:
        """ "Diplomatic representation from the US ... Ambassador X": the envoy serves the state after "from"; not "home
        from Mali"."""
        if not mention.title.lower().startswith(("ambassador", "charg", "chief of mission", "high commissioner")):
            return ""
        near = self.tokens[max(0, mention.first - 12) : mention.first]
        for index, token in enumerate(near[:-1]):
            following = near[index + 1] if near[index + 1].low != "the" or index + 2 >= len(near) else near[index + 2]
            sent = index > 0 and near[index - 1].low in ("representation", "mission", "embassy", "envoy")
            if sent and token.low == "from" and following.entry and following.entry.kind == "state":
                return following.entry.code
        return self.of_own_post(mention)

    def of_own_post(self, mention: Found) -> str:
        """ "Thanked High Commissioner X for the work of the Indian High Commission": whose the post is that is named
        with its head."""
        title, sentence = mention.title.lower(), mention.token.sentence
        at = bisect_left(self.found, mention.last, key=lambda found: found.first)
        here = [m for m in self.found[at : at + LATELY] if m.kind == "body" and m.token.sentence == sentence]
        for body in here:
            post = body.name.lower()
            before = self.tokens[body.first - 1 - (self.tokens[body.first - 1].low == "the")]
            head = self.words.heads_of_posts.get(post, "")
            theirs = before.low == "of" and len(body.codes) == 1 and head in title.split()
            if theirs and self.directory.is_state(body.codes[0]):
                return body.codes[0]
        return ""

    def is_host(self, mention: Found) -> bool:
        """ "Received by President X", "called on President X", more than "met President X"."""
        before = [t.low for t in self.before(mention, 4) if t.low not in ("the", "h.e", ".")]
        also = before[-2:] == ["and", "on"] and "called" in {t.low for t in self.before(mention, 30)}
        return before[-1:] == ["by"] or self.is_called_on(mention) or also

    def is_called_on(self, mention: Found) -> bool:
        """ "Called on President X"."""
        before = [t.low for t in self.before(mention, 4) if t.low not in ("the", "h.e", ".")]
        return before[-1:] == ["on"] and before[-2:-1] in (["called"], ["call"], ["calls"], ["calling"])

    def receiving(self, mention: Found) -> str:
        """ "She visited Lima, where she was received by President X", "On her visit to Lima she met Minister X",
        "received in the Peruvian capital by Minister X": the state of the place."""
        near = self.before(self.row(mention)[0], 30)
        hosts = self.is_host(mention) and not self.words.received.isdisjoint(t.low for t in near[-6:])
        if hosts and (place := self.during(self.after_office(mention, 12))):
            return place  # "called on Prime Minister X during his visit to Peru"
        at = next((n for n in range(len(near) - 1, -1, -1) if near[n].low == "where"), 0) or self.visited(near)
        if at and not self.words.received.isdisjoint(t.low for t in near[at:]):
            entry = next((t.entry for t in reversed(near[max(0, at - 8) : at]) if t.entry), None)
            return self.state_of(entry)
        if self.words.received.isdisjoint(t.low for t in near):
            return ""
        places = [t.entry for t, noun in pairwise(near) if noun.low == "capital" and t.entry]
        return self.state_of(places[-1]) if places and self.is_host(mention) else self.on_the_visit(mention, near)

    def on_the_visit(self, mention: Found, near: list[Token]) -> str:
        """ "During the visit, she will meet President X": the state that one of the two sentences before says is
        visited; ``near`` is what stands before the mention."""
        lows = [t.low for t in near]
        visit = next((n for n, low in enumerate(lows) if low in self.words.visits), len(lows))
        told = "during" in lows[:visit] and "to" not in lows[visit : visit + 2]
        if not told or self.words.received.isdisjoint(lows[visit:]):
            return ""
        sentence = mention.token.sentence
        earlier = [t for t in self.tokens[max(0, mention.first - 90) : mention.first] if t.sentence < sentence]
        earlier = [t for t in earlier if t.sentence >= sentence - 2]
        at = self.visited(earlier)
        code = self.state_of(earlier[at - 1].entry) if at else ""
        since = {self.state_of(t.entry) for t in earlier[at:]} - {"", self.default}
        return code if since <= {code} else ""

    def visited(self, near: list[Token]) -> int:
        """The end of "visit to Peru" or "visited Peru" in ``near``; 0 where there is no visit, or one that is over."""
        for at, token in enumerate(near[:-2]):
            over = not self.words.visited_after.isdisjoint(t.low for t in near[max(0, at - 4) : at])
            place = near[at + 1 + (near[at + 1].low == "the")].entry if at + 2 < len(near) else None
            plain = token.low in self.words.visits and place is not None and place.kind in ("state", "seat")
            straight = token.low in self.words.visited or plain  # "will visit Peru"
            if over or not (straight or token.low in self.words.visits):
                continue
            to = next((n for n in range(at, min(at + 10, len(near))) if near[n].low == "to"), len(near))
            to = at if straight else to
            there = to + 1 + (near[to + 1].low == "the") if to + 2 < len(near) else 0
            entry = near[there].entry if there else None
            if entry and entry.kind in ("state", "seat"):
                return there + 1
        return 0

    def cochairing(self, mention: Found) -> str:
        """ "Minister X and Minister Y co-chaired the talks": the second serves the other of the two states."""
        after = [t.low for t in self.tokens[mention.last : mention.last + 2]]
        before = [t.low for t in self.before(mention, 2) if t.low != "the"]
        last = self.out[-1] if self.out else None
        if before[-1:] != ["and"] or "co-chaired" not in after or not last or last.how != "person":
            return ""
        pair = self.setting.pair()
        code = owner_of(last.actors[0])
        return next((c for c in pair if c != code), "") if code in pair else ""

    def is_colleague(self, mention: Found) -> bool:
        """ "Its Brazilian counterpart" serves Brazil, not the one whose counterpart it is."""
        return not self.words.colleagues.isdisjoint(mention.title.lower().split())

    def office_of_peer(self, mention: Found) -> str:
        """ "The Foreign Minister and his | Polish counterpart |": the office of the one whose counterpart it is; ""
        where the text calls him by none."""
        last, own = self.last_whole(), self.tokens[mention.first - 1] if mention.first else None
        one = last and own and own.low in ("his", "her") and last.end == own.end and len(last.actors) == 1
        if not last or not one or mention.title.lower() not in self.words.colleagues:
            return ""
        name = last.actors[0].partition("/")[2]
        person = self.people.match(parts_of(name)) if name else None
        unnamed = not self.words.title_heads.isdisjoint(name.lower().split())
        held = [title for title in person.titles if is_office(title)] if person else []
        title = held[-1] if held else name if unnamed else ""
        office, *fields = re.split(r"\W+of\W+", title)
        of_all = bool(fields) and set(fields[0].lower().split()) - self.words.office_links <= self.words.portfolio
        entries = gazetteer_for(self.directory).entries.get(fields[0].removeprefix("the "), ()) if fields else ()
        of_state = any(entry.kind == "state" for entry in entries)
        return f"{office} of {fields[0]}" if of_all else office if of_state or not fields else ""

    def opposite(self, mention: Found) -> str:
        """ "His counterpart, X", "Minister Y called on X": the other of the two states in hand than the one that he
        serves."""
        last = self.last_whole() if self.is_colleague(mention) or self.is_called_on(mention) else None
        last = None if last and not self.is_colleague(mention) and last.actors[0] in self.guessed else last
        pair = self.setting.pair()
        code = owner_of(last.actors[0]) if last and last.how in ("person", "office", "pronoun") else ""
        return next((c for c in pair if c != code), "") if code in pair else ""

    def general(self, mention: Found) -> str:
        """The organisation in hand, for a secretary-general of whom a state's page says no more; the United Nations
        beside UNICEF, which has none."""
        others = self.words.without_general
        title = mention.title.lower().replace("-", " ")
        sent = " of the secretary general" in title  # "Special Representative of the Secretary-General"
        if title != "secretary general" and not sent:
            return ""
        if not self.is_state():
            return "UN" if self.default in others else ""
        near = [o for o in self.discourse.organisation(mention.token.sentence) if "/" not in o]
        alone = mention.kind == "office" and mention.token.text[:1].isupper() and self.follower(mention).low != "of"
        return next((o for o in near if o not in others), "UN" if near or sent or alone else "")

    def beside(self, mention: Found) -> str:
        """ "South African Minister Pandor and Deputy Minister Botes": titles of the same kind that are joined; of two
        prime ministers one serves somebody else."""
        if shared := self.shared(mention):
            return shared
        first, title = mention.first, mention.title.lower()
        for last in reversed(self.row(mention)[:-1]):
            apart = [t.low not in ("and", ",") for t in self.tokens[last.last : first]]
            alike = set(last.title.lower().split()) & set(title.split())
            if any(apart) or not alike or last.title.lower() == title in self.words.one_holder:
                return ""
            if last.codes:
                return last.codes[0]
            first = last.first
        return ""

    def shared(self, mention: Found) -> str:
        """ "The Prime Minister of Malta and Minister of Health X", "President X and Mrs. X": whom one serves who has
        another office of the same minister or is married to the one before."""
        before = self.tokens[mention.first - 1].low if mention.first else ""
        last = self.last_whole()
        if before != "and" or last is None or mention.first < 2 or last.end != self.tokens[mention.first - 2].end:
            return ""
        code, _, name = last.actors[0].partition("/")
        if is_spouse(mention.title):
            namesake = parts_of(name)[-1:] == parts_of(mention.name)[-1:] or mention.title.lower() == "first lady"
            return code if last.how == "person" and namesake else ""
        if mention.title.lower() in self.words.consorts and last.how == "person":
            return code
        at = next((n for n in range(mention.first - 2, 0, -1) if self.tokens[n].start <= last.start), 0)
        between = "between" in {t.low for t in self.tokens[max(0, at - 2) : at]}
        office = last.how == "office" and name and len(last.actors) == 1 and not last.others
        first, title = last.text.lower(), mention.title.lower()
        office = office and "minister" in first and "minister" in title and not first.startswith(title)
        state = self.directory.is_state(code) and not self.lacks(code, mention.title)
        return code if office and state and not between else ""

    def in_row(self, mention: Found) -> str:
        """ "Met President X, Prime Minister Y and Minister Z": those who are met in one row serve one state, which is
        not that of whoever met them, as far as their offices differ and are a government's or one tells the state."""
        row = self.row(mention)
        titles = [found.title.lower() for found in row]
        verb = self.tokens[row[0].first - 1] if len(row) > 1 and row[0].first else END
        met = takes_object(verb, self.words) or verb.low == "with"
        follower = self.follower(mention)
        if is_past(follower, self.words) and self.tokens[mention.first - 1].low == ",":
            return ""  # "At the meeting with Jo Lind, Peru's minister, Minister Mora said"
        last = next((m for m in reversed(self.out[-LATELY:]) if m.how == "person"), None)
        leading = self.words.called_titles["leader"] | self.words.colleagues
        told = [*{found.codes[0] for found in row if found.codes}]
        governing = len(told) == 1 or all(not leading.isdisjoint(title.split()) for title in titles)
        governing = governing and len(set(titles)) == len(titles)
        code = told[0] if len(told) == 1 else owner_of(last.actors[0]) if last else ""
        code = code if met and governing else ""
        known = code != self.default and self.directory.is_state(code) and not self.lacks(code, mention.title)
        return code if known else ""

    def appointed(self, mention: Found) -> str:
        """ "The President of Peru has appointed Dr. X": who is appointed serves whom the one serves who appoints."""
        near = self.before(mention, 5)
        while near and (near[-1].low in self.words.honorifics or near[-1].low in (".", "the")):
            near.pop()
        verb = near.pop() if near else END
        last = self.last_whole()
        while near and near[-1].low in ("has", "have", "had", "also"):
            near.pop()
        subject = last is not None and bool(near) and last.end == near[-1].end
        known = last is not None and last.how in ("office", "person", "named") and len(last.actors) == 1
        known = known and last is not None and not last.others and last.actors[0] not in self.guessed
        follower, behind = (self.tokens[n] if n < len(self.tokens) else END for n in (mention.last, mention.last + 1))
        closed = follower.kind in "|,.;" or follower.low == "its"  # "its envoy", but no "as envoy of the UN"
        closed = closed or (follower.low == "as" and behind.low in OWN)
        told = last is not None and subject and known and closed and verb.low in self.words.appoints
        return owner_of(last.actors[0]) if last and told else self.appointed_by(mention)

    def appointed_by(self, mention: Found) -> str:
        """ "Dr. X was appointed by the AU as its envoy": who is appointed serves whoever is named behind "by"."""
        after = self.after_office(mention, 9)
        lows = [t.low for t in after]
        verb = next((n for n, low in enumerate(lows[:4]) if low in self.words.appoints), 0)
        here = verb + 2 + (lows[verb + 2 : verb + 3] == ["the"])
        led = verb > 0 and lows[verb + 1 : verb + 2] == ["by"]
        entry = after[here].entry if led and len(after) > here + 2 else None
        own = entry is not None and entry.kind in ("state", "org") and lows[here + 1] == "as" and lows[here + 2] in OWN
        return entry.code if entry and own else ""

    def possessed(self, mention: Found) -> str:
        """ "Kenya's Jo Lind arrived in Juba", "the Kenyan Embassy's Jo Lind said": a name of several words behind that
        of a state, of one who does what persons do, or of a body, of one who says something as well."""
        if mention.first < 2 or mention.kind != "name" or len(mention.name.split()) < 2:
            return ""
        owner, link = self.tokens[mention.first - 2 : mention.first]
        if link.kind != "P" or self.names_a_thing(mention.name):
            return ""
        verb, last = self.follower(mention).low, self.last_whole()
        if owner.entry and owner.entry.kind == "state":
            return owner.entry.code if verb in self.words.persons_do else ""
        bodies = ("body", "acronym", "named")
        theirs = last is not None and last.how in bodies and last.end in (owner.end, link.end)
        says = last is not None and last.how == "body" and verb in self.words.speaking
        told = theirs and (says or verb in self.words.persons_do)
        code = owner_of(last.actors[0]) if last and told and len(last.actors) == 1 else ""
        return code if code in self.directory else ""

    def reported(self, mention: Found, away: set[str]) -> str:
        """ "Hungary is sending a team, says Foreign Minister X": the one state that acts in a sentence of which the
        person is the source, where no state's own office publishes; none of ``away``."""
        before, last = ([END, END, *self.tokens[max(0, mention.first - 2) : mention.first]])[-2:]
        behind = last.low in self.words.speaking and before.kind in ',"'
        says = behind or (last.low == "," and self.follower(mention).low in self.words.speaking)
        if not says or (self.default and self.default == self.publisher):
            return ""
        here = self.discourse.back(mention.token.sentence, 0, "state")
        acting = {m.actors[0] for m in here if m.subject and len(m.actors) == 1}
        code = acting.pop() if len(acting) == 1 else ""
        known = self.directory.is_state(code) and code not in away
        return code if known and not self.lacks(code, mention.title) else ""

    def world_office(self, title: str) -> str:
        """Offices that only one organisation has: "High Commissioner for Refugees"."""
        office = title.lower().removeprefix("deputy ").removeprefix("former ").removeprefix("acting ")
        return next((code for known, code in self.words.world_offices.items() if office.startswith(known)), "")

    def thanked_with(self, mention: Found) -> str:
        """ "We thank Prime Minister Rahmani and the people of Tunisia": the state that a name is joined with."""
        joined = [t.low for t in self.tokens[mention.last : mention.last + 4]]
        if len(joined) < 4 or joined[:2] != ["and", "the"] or joined[3] != "of":
            return ""
        before = {t.low for t in self.tokens[max(0, mention.first - 8) : mention.first]}
        if joined[2] not in ("people", "nation") and not (joined[2] == "government" and before & self.words.thanks):
            return ""
        at = mention.last + 4 + (self.tokens[mention.last + 4].low == "the")
        entry = self.tokens[at].entry
        return entry.code if entry and entry.kind == "state" else ""

    def in_apposition(self, mention: Found) -> tuple[str, ...]:
        """The person before the comma whose office the mention is, where it is one beside that of a state: "Prime
        Minister X, the OSCE Chair,", "X, President of the MPLA,"."""
        person, last = self.previous, self.last_whole()
        head = next(iter(mention.title.lower().split()), "")
        if person is None or last is None or not (head in self.words.chairs or last.actors[0].startswith("/")):
            return ()
        apart = self.tokens[person.last].low == "," and 0 < mention.first - person.last <= 2
        own = last.end == self.tokens[person.last - 1].end and last.how == "person"
        return last.actors if apart and own and mention.title in (person.title, person.other_title) else ()
