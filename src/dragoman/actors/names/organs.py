"""Whose missions, offices and organs of international organisations are that the text names without the organisation:
"the mission", "the Council of Ministers". A state where such a body works or meets has no part in it."""

from __future__ import annotations

import re
from bisect import bisect_left

from dragoman.actors.context.opening import Mention, capital
from dragoman.actors.directory import owner_of
from dragoman.actors.mentions.found import WITHIN, Found
from dragoman.actors.names.whose import Whose
from dragoman.actors.references.coreference import REACH, Mentioned

HUNG_ON = re.compile(r" (?:of|to|for|in|with)(?: the)? $")
ROW = 12
"""Mentions among which a list of organs is looked for."""


class Organs(Whose):
    """Each method that gives a code gives "" where nothing tells it."""

    def row_behind(self, mention: Found) -> str:
        """ "The Council of Trade Ministers, the Transport Council and the Court of the AU": the organisation that the
        last organ of a list names, whose the ones before it are as well."""
        last = mention
        at = bisect_left(self.found, mention.first, key=lambda found: found.first)
        for other in self.found[at + 1 : at + ROW] if self.is_organ(mention.name) else ():
            if other.first < last.last:
                continue
            between = {t.low for t in self.tokens[last.last : other.first]}
            if other.kind != "body" or not between or not between <= {",", "and", "the"}:
                return ""
            if len(other.codes) == 1 and "and" in between:
                code = other.codes[0]
                return code if self.directory.is_organisation(code) else ""
            last = other
        return ""

    def is_organ(self, name: str) -> bool:
        """ "Council of Ministers", "Assembly", "Economic Court", which organisations have as states do; no "National
        Council"."""
        parts = set(name.lower().split())
        return bool(parts & self.words.organs) and not parts & self.words.national

    def sender(self, mention: Found) -> str:
        """Whose "the observation mission in Chad" is: of the organisation that was told of last, else of the one that
        publishes or that the title names; so is "the Office" of such a one. What states have abroad is told by another
        word: "the diplomatic mission"."""
        phrases, noun = self.words.phrases, self.tokens[mention.last - 1]
        parts = mention.name.lower().split()
        if noun.low not in phrases["sent_out"] or not phrases["states_missions"].isdisjoint(parts):
            return ""
        known = self.directory.is_organisation
        own = self.publisher if known(self.publisher) else ""
        titled = next((code for code in self.setting.title_states if known(code)), "")
        if noun.low in phrases["bases"]:
            the_one = noun.text[:1].isupper() and len(parts) == 1
            return (own or ("" if self.setting.own else titled)) if the_one else ""
        if self.setting.own and noun.text[:1].isupper():
            return ""  # an embassy's "the Mission"
        told = (owner_of(m.actors[0]) for m in self.singly_told(mention, REACH, "org body person"))
        return next(filter(known, told), "") or own or titled

    def named_mission(self, mention: Found) -> tuple[str, ...]:
        """ "EUTM Mali came. The mission": the mission with a name of its own that was named last."""
        if mention.name.lower() not in self.words.missions or not mention.definite:
            return ()
        for past in self.singly_told(mention, REACH, "body"):
            known = past.actors[0] in self.directory and self.directory.actor(past.actors[0])
            if known and known.hosts:
                return past.actors
        return ()

    def organ_in_hand(self, mention: Found) -> str:
        """Whose "the Committee of Ministers", "the Secretariat" is: of the organisation that was told of last, right
        here or in the sentence before; on a state's page that is the state."""
        if not self.tokens[mention.last - 1].text[:1].isupper() or self.setting.own or not self.is_organ(mention.name):
            return ""
        parts = mention.name.lower().split()
        of = parts.index("of") if "of" in parts[1:] else len(parts)
        made_of = parts[of - 1] in self.words.of_holders and bool(parts[of + 1 :])
        near = next(iter(self.singly_told(mention, 1, "state org body person")), None)
        code = owner_of(near.actors[0]) if near else ""
        sole = mention.name.lower() in self.words.phrases["sole_organs"]
        if (sole or made_of) and self.directory.is_organisation(code):
            return code
        return self.not_the_host(mention)

    def not_the_host(self, mention: Found) -> str:
        """The organisation in hand, for an organ that else would be of a state which is only where something is."""
        hosts = {code for code in (self.default, *self.setting.topics[:2]) if self.directory.is_state(code)}
        named = (m for m in self.found if m.kind == "entity" and not hosts.isdisjoint(m.codes))
        orgs = self.discourse.organisation(mention.token.sentence)
        if not orgs or not hosts or self.default == self.publisher != "":
            return ""
        return owner_of(orgs[0]) if all(m.place or self.is_seat_in(m) for m in named) else ""

    def is_seat_in(self, mention: Found) -> bool:
        """ "Met in | Lima": a town in which something is."""
        entry, before = mention.token.entry, self.tokens[mention.first - 1].low if mention.first else ""
        return entry is not None and entry.kind == "seat" and before in WITHIN

    def is_worlds_own(self, mention: Found) -> bool:
        """ "The 15-member Security Council", "Security Council resolution 2500" is the United Nations' even where the
        text does not name them."""
        counted = self.tokens[mention.first - 1].low in ("member", "nation", "15-member", "15-nation")
        follower = self.tokens[mention.last].low if mention.last < len(self.tokens) else ""
        return counted or follower in ("resolution", "resolutions")

    def singly_told(self, mention: Found, reach: int, sorts: str) -> list[Mentioned]:
        """Mentions of one actor before this one, the nearest first; none of a place."""
        near = self.discourse.back(mention.token.sentence, reach, sorts)
        return [m for m in near if len(m.actors) == 1 and not m.place and not m.where]

    def own_assembly(self, name: str, sentence: int) -> str:
        """The organisation in hand, or the one that publishes, if it has a "General Assembly" of its own as the
        directory has it and the text names no United Nations."""
        if self.names_un or "UN" in self.setting.orgs:
            return ""
        near = [owner_of(m.actors[0]) for m in self.discourse.back(sentence, REACH, "org body person")]
        orgs = filter(self.directory.is_organisation, (*near, self.publisher))
        return next((code for code in orgs if f"{code}/{name}" in self.directory), "")

    def name(self, mention: Found) -> Mention | None:
        """ "The Presence" after "OSCE Presence in Chad": the office that was named last by this word."""
        low = mention.name.lower()
        the = mention.first > 0 and self.tokens[mention.first - 1].low == "the"
        based = the and low in self.words.phrases["bases"]
        same = self.discourse.last_body(mention.token.sentence, low) if based else ()
        return self.make(mention, same, "body") if len(same) == 1 else super().name(mention)

    def acronym(self, mention: Found, text: str) -> Mention | None:
        """ "Department of the Ministry of Trade (MT)" writes out the Ministry, "Programme for Mali (PM)" no Mali."""
        start, end = self.spelled[text]
        near = [m for m in self.linked_near(start, end) if m.start < end and m.end >= end - 2 and m.head]
        inner = next((code for m in near if (code := self.inner_body(m, start, end))), "")
        if inner:
            return self.make(mention, (inner,), "acronym")
        hung = [m for m in near if m.start > start and HUNG_ON.search(self.document.text, start, m.start)]
        if hung and len(hung) == len(near) and hung[0].how == "named":
            return None
        return super().acronym(mention, text)

    def inner_body(self, linked: Mention, start: int, end: int) -> str:
        """The body written at ``start:end`` within a longer name that ends with it, "Department of | the Ministry of
        Trade"; "" where it is none."""
        name, code = self.document.text[start:end], owner_of(linked.actors[0])
        longer = linked.how == "body" and linked.start < start
        body = (
            longer
            and HUNG_ON.search(self.document.text, linked.start, start)
            and name.split()[0].lower() in self.words.body_heads
        )
        return f"{code}/{capital(name)}" if body and code and len(linked.actors) == 1 else ""
