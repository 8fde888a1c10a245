"""Whom a person serves by the words round a mention: who is led, received, signed for, named beside."""

from __future__ import annotations

from bisect import bisect_left

from dragoman.actors.directory import owner_of
from dragoman.actors.found import END, Found, takes_object
from dragoman.actors.opening import Opening
from dragoman.actors.tokens import Token


class Serving(Opening):
    """Each method gives a code, or "" where the sentence does not say it."""

    def by_context(self, mention: Found) -> str:
        """Whom the rest of the sentence lets an official serve of whom nothing says so."""
        return self.thanked_with(mention) or self.receiving(mention) or self.general(mention)

    def before(self, mention: Found, count: int) -> list[Token]:
        """Up to ``count`` tokens before a mention, of its own sentence."""
        near = self.tokens[max(0, mention.first - count) : mention.first]
        return [t for t in near if t.sentence == mention.token.sentence and t.kind != "|"]

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

    def leading(self, mention: Found) -> str:
        """ "A delegation from Chad led by Minister X", "headed on the Chadian side by Y": whose delegation it is."""
        near = self.before(mention, 18)
        while near and near[-1].low in ("the", "its", "their", "h.e", "."):
            near.pop()
        if len(near) < 3 or near[-1].low != "by":
            return ""
        tail = [*near, END, END, END]
        at = next((n for n in range(len(near) - 2, -1, -1) if near[n].low in ("delegation", "side", "team")), -1)
        led = any(t.low in self.words.led for t in near[at + 1 :])
        if at < 0 or not (led or (near[at].low == "side" and any(t.low in self.words.led for t in near))):
            return ""
        kinds = ("state", "demonym", "org")
        before = [t.entry.code for t in near[max(0, at - 3) : at] if t.entry and t.entry.kind in kinds]
        entry = tail[at + 2 + (tail[at + 2].low == "the")].entry if tail[at + 1].low in ("of", "from") else None
        after = [entry.code] if entry and entry.kind in (*kinds, "seat") else []
        return [*after, *reversed(before), ""][0]

    def on_side(self, mention: Found) -> str:
        """ "On the Dominican side, the Ministry of Finance signed": whose side the sentence is about."""
        near = self.before(mention, 12)
        for at in range(len(near) - 3, 1, -1):
            opens = at < 3 or near[at - 3].low in (",", ";", "and", "while")
            opens = opens and [t.low for t in near[at - 2 : at]] == ["on", "the"] and near[at + 2].low == ","
            whose = near[at].entry if opens else None
            if whose and whose.kind in ("state", "demonym", "org") and near[at + 1].low == "side":
                return whose.code
        return ""

    def is_host(self, mention: Found) -> bool:
        """ "Received by President X", "called on President X", more than "met President X"."""
        before = [t.low for t in self.before(mention, 4) if t.low not in ("the", "h.e", ".")]
        called = before[-2:] == ["and", "on"] and "called" in {t.low for t in self.before(mention, 30)}
        return before[-1:] == ["by"] or before[-2:] == ["called", "on"] or called

    def receiving(self, mention: Found) -> str:
        """ "She visited Lima, where she was received by President X", "On her visit to Lima she met Minister X": the
        state of the place."""
        near = self.before(mention, 30)
        at = next((n for n in range(len(near) - 1, -1, -1) if near[n].low == "where"), 0) or self.visited(near)
        if not at or self.words.received.isdisjoint(t.low for t in near[at:]):
            return ""
        entry = next((t.entry for t in reversed(near[max(0, at - 8) : at]) if t.entry), None)
        return entry.code if entry and entry.kind in ("state", "seat") and len(entry.code) == 3 else ""

    def visited(self, near: list[Token]) -> int:
        """The end of "visit to Peru" or "visited Peru" in ``near``; 0 where there is no visit, or one that is over."""
        for at, token in enumerate(near[:-2]):
            over = not self.words.visited_after.isdisjoint(t.low for t in near[max(0, at - 4) : at])
            straight = token.low in self.words.visited
            if over or not (straight or token.low in self.words.visits):
                continue
            to = next((n for n in range(at, min(at + 10, len(near))) if near[n].low == "to"), len(near))
            to = at if straight else to
            place = to + 1 + (near[to + 1].low == "the") if to + 2 < len(near) else 0
            entry = near[place].entry if place else None
            if entry and entry.kind in ("state", "seat"):
                return place + 1
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

    def opposite(self, mention: Found) -> str:
        """ "His counterpart, X": the other of the two states in hand than the one that he serves."""
        last = self.last_whole() if self.is_colleague(mention) else None
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
        return next((o for o in near if o not in others), "UN" if near or sent else "")

    def signing(self, mention: Found) -> str:
        """ "Minister X signed for Chad", "Chad, represented by Minister X": whom somebody signs for."""
        words = [t.low for t in self.tokens[max(0, mention.first - 3) : mention.last + 4]]
        before, after = words[: min(3, mention.first)], words[-4:]
        if before == [",", "represented", "by"] and mention.first > 3:
            at = mention.first - 4
        elif after[:2] == ["signed", "for"] or after == ["signed", "on", "behalf", "of"]:
            at = mention.last + (2 if after[1] == "for" else 4)
            at += self.tokens[at].low == "the" if at < len(self.tokens) else 0
        else:
            return ""
        entry = self.tokens[at].entry if at < len(self.tokens) else None
        return entry.code if entry and entry.kind in ("state", "seat", "org") else ""

    def beside(self, mention: Found) -> str:
        """ "South African Minister Pandor and Deputy Minister Botes": a title of the same kind joined by "and"; of two
        prime ministers one serves somebody else."""
        before = self.tokens[mention.first - 1] if mention.first else None
        last = self.previous
        if before is None or last is None or before.low not in ("and", ",") or last.last < mention.first - 2:
            return ""
        if (
            last.kind != "person"
            or not last.codes
            or last.title.lower() == mention.title.lower() in self.words.one_holder
            or not set(last.title.lower().split()) & set(mention.title.lower().split())
        ):
            return ""
        return last.codes[0]

    def in_row(self, mention: Found) -> str:
        """ "Met President X, Prime Minister Y and Minister Z": those who are met in one row serve one state, which is
        not that of whoever met them, as far as their offices differ and are a government's."""
        at = bisect_left(self.found, mention.first, key=lambda found: found.first)
        titles, first = {mention.title.lower()}, mention.first
        for other in reversed(self.found[max(0, at - 12) : at]):
            between = {t.low for t in self.tokens[other.last : first]}
            if other.kind != "person" or not between <= {",", "and"} or not between:
                continue
            titles |= {other.title.lower()} if other.title.lower() not in titles else {""}
            first = other.first
        verb = self.tokens[first - 1] if 0 < first < mention.first else END
        met = takes_object(verb, self.words) or verb.low == "with"
        last = next((m for m in reversed(self.out) if m.how == "person"), None)
        leading = self.words.called_titles["leader"]
        governing = all(not leading.isdisjoint(title.split()) for title in titles)
        code = owner_of(last.actors[0]) if last and met and governing else ""
        return code if code != self.default and len(code) == 3 else ""

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

    def apposed_title(self, mention: Found) -> range:
        """The tokens of the title that stands behind the comma after a name: "Jo Lind, President of the MPLA,"."""
        behind = range(mention.last + 1, min(mention.last + 12, len(self.tokens)))
        end = next((n for n in behind if self.tokens[n].kind in ",.|;:()"), mention.last)
        same = self.tokens[mention.last].low == "," and end > mention.last + 1
        last = self.tokens[end - 1].text
        own = same and (mention.title.endswith(last) or mention.other_title.endswith(last))
        return range(mention.last + 1, end) if own else range(0)
