"""The office that stands behind a name: "Jens Stoltenberg, Secretary General of NATO", "Jo Lind became ambassador"."""

from __future__ import annotations

from itertools import takewhile

from dragoman.actors.mentions.apposed import Apposed
from dragoman.actors.mentions.found import Found, Title, is_past, state_behind

LONGEST_ROW = 100
"""Tokens before a name in which the word stands that says what all of a row are."""


class Behind(Apposed):
    """What the words behind a name say about whom the person serves."""

    def appositive(self, at: int, last: int) -> int:
        """ "Jens Stoltenberg, Secretary General of NATO": the office after the name says whom the person serves."""
        mention = self.found[-1]
        self.said_to_be(mention, last)
        self.told_in_row(mention, last)
        self.hailing(mention, last)
        if self.office_below(mention, last):
            return last
        comma = self.past_honours(last)
        line = self.tokens[comma].kind == "-" and mention.first > 0 and self.tokens[mention.first - 1].kind == "|"
        if (self.tokens[comma].low not in (",", "(", "-") and not line) or (last - at < 2 and not mention.title):
            return last
        opener = self.tokens[comma + 1].low
        article = opener in ("the", "a", "an", "and") or opener in self.words.at_times
        theirs = opener in self.words.owned and not article
        here = self.past_lately(comma + 1 + (article or theirs))
        here, codes = self.owner_at(here, ("state", "org", "demonym", "body"))
        if codes and self.tokens[here].kind == ")":
            mention.codes = codes if mention.title or self.is_persons(at, last, here + 1) else mention.codes
            return last
        title = self.title_alone(here)
        # "In talks with X, the Estonian minister thanked ..." is no apposition: that one is closed by punctuation.
        if not title:
            if not self.staff_behind(mention, here, codes):
                self.sits_behind(mention, comma)
            return last
        end = self.after_brackets(title.last + self.is_field(title.last))
        if not (title.codes or codes):
            end, title.codes = self.institution_behind(end)
        if not (title.codes or codes):
            end, title.codes = self.second_office(end)
        closed = self.closes_office(at, here, end, plain=not article and not theirs, told=bool(title.codes or codes))
        if title.head.endswith("s"):
            if closed and not theirs:
                self.share_out(mention, title, title.codes or codes)
            return last
        if closed and (end > title.last or self.name_end(title.last) == title.last):
            if mention.title and mention.title.lower().strip(".") not in self.words.honorifics:
                # "Ambassador X, the Serbian minister and ..." is a list, "Councillor X, head of the office," is none.
                followed = self.tokens[end + (self.tokens[end].low == ",")].low == "and"
                bare = not article and not codes and title.owned and not title.head.endswith("s")
                chairs = title.head in self.words.chairs and not followed
                held = {mention.title.lower(), mention.other_title}
                at_home = title.head in self.words.chairs and not self.words.one_holder.isdisjoint(held)
                told = bare and bool(title.codes) and not mention.codes and not at_home
                article = article and not chairs  # "Prime Minister X, the OSCE Chair, said"
                listed = article or theirs or (followed and not told)
                mention.other_title = "" if listed else title.text
                mention.codes = title.codes if told else mention.codes
            else:
                whose = self.counterpart_of(at, title)
                if theirs and not codes:
                    return last  # "X, his adviser": whose adviser is not known here
                served = self.serves_at_home(end) if title.head in self.words.chairs else ()
                mention.kind, mention.codes, mention.title = "person", served or title.codes or codes, title.text
                mention.other_title = whose
        return last

    def serves_at_home(self, at: int) -> tuple[str, ...]:
        """ "Jo Lind, chairman of the Council of Europe | and Chad's Foreign Minister,": the state that one serves who
        has an organisation's office beside that of a state."""
        here = at + 1 + (self.tokens[at + 1].low == "the")
        begin, codes = self.owner_at(here, ("state", "demonym"))
        title = self.title_alone(begin) if self.tokens[at].low == "and" else None
        return (codes or title.codes) if title and not title.head.endswith("s") else ()

    def past_lately(self, at: int) -> int:
        """Past "visiting", "the deposed" at ``at`` before an office, and past "outgoing", "newly appointed", which may
        begin one, before whose it is: "Jo Lind, outgoing | Kenyan consul"."""
        here = at
        while self.tokens[here].low in self.words.lately:
            here += 1
        step = here
        while self.tokens[step].kind == "w" and self.tokens[step].low in self.words.title_modifiers:
            step += 1
        return step if self.tokens[step].entry is not None else here

    def staff_behind(self, mention: Found, at: int, codes: tuple[str, ...]) -> bool:
        """Gives to "Jo Lind, a | Foreign Ministry spokesman," whose the body at ``at`` is, ``codes`` where that stands
        before it; whether one of such a body's people stands there."""
        mark = len(self.found)
        named = self.chain(at) if self.tokens[at].kind in "NU" else None
        body = named or self.plain_body(at) if codes or named else None
        del self.found[mark:]
        here = body[0] if body else at
        here += self.tokens[here].low in ("senior", "top")
        head, behind = self.tokens[here], self.tokens[here + 1]
        known = head.low in self.words.staff or (head.low in self.words.title_heads and not head.low.endswith("s"))
        codes = body[2] or codes if body else codes
        titled = mention.title and mention.title.lower().strip(".") not in self.words.honorifics
        if not known or head.kind != "w" or behind.kind not in ",.;|)" or titled or not (body or codes):
            return False
        mention.kind, mention.codes, mention.title = "person", codes, self.text(at, here + 1)
        return True

    def office_below(self, mention: Found, last: int) -> bool:
        """Gives to "Hon. Jo Lind" on a line of its own the office on the next one, "Minister of Defence of Peru"."""
        end, before = last + (self.tokens[last].low == ","), mention.first - 1
        before -= before >= 0 and self.tokens[before].low in self.words.owned  # "His | Excellency Jo Lind"
        addressed = mention.title.lower().strip(".") in self.words.honorifics and not mention.codes
        alone = self.tokens[end].kind == "|" and (before < 0 or self.tokens[before].kind in "|:")
        title = self.title_alone(end + 1) if addressed and alone and end + 1 < self.count else None
        if not title or title.head.endswith("s") or self.tokens[title.last].kind != "|":
            return False
        mention.codes, mention.other_title = title.codes, title.text
        return True

    def office_joined(self, first: int, last: int) -> tuple[int, Title | None]:
        """The end of the name in "Dr. Jo Lind | Executive Secretary of ECOWAS", ``first:last`` with what may belong to
        the office, and the office, where one that tells whom it serves follows without a comma."""
        end = last
        while end > first + 1 and self.tokens[end - 1].low in self.words.title_modifiers:
            end -= 1
        title = self.title_alone(end) if self.tokens[end].kind == "N" else None
        alone = title is not None and title.last > last and self.name_end(title.last) == title.last
        told = title if title and alone and title.codes and title.owned and not title.head.endswith("s") else None
        return (end if told else last), told

    def closes_office(self, at: int, first: int, end: int, *, plain: bool, told: bool) -> bool:
        """Whether the office ``first:end`` behind the name at ``at`` is over as an apposition is: by punctuation, or,
        where no second comma stands, by what follows an office that is ``plain``, without an article, or that says
        whom it serves, by ``told``."""
        behind = self.tokens[end]
        if behind.kind in ",.;|)" or behind.low == "and" or (behind.low, self.tokens[end + 1].low) == ("as", "well"):
            return True
        verbs = self.words.speech | self.words.auxiliaries
        # "X, Senior Adviser at the Treasury led the delegation", but "In talks with X, the Estonian minister said"
        if plain and (is_past(behind, self.words) or behind.low in verbs):
            return told or any(t.low in ("of", "at", "for") for t in self.tokens[first:end])
        start = next((n for n in range(at, max(0, at - 40), -1) if self.tokens[n - 1].kind == "|"), 0)
        opened = self.tokens[start].low in self.words.clause_openers
        return told and behind.low in self.words.prepositions and not opened

    def share_out(self, mention: Found, title: Title, codes: tuple[str, ...]) -> None:
        """ "Jo Lind and Al Mora, ministers of Chad and Mali,": the office that stands behind several names, whose last
        is ``mention``; each has it of one of ``codes``, or all have it of the only one."""
        row = [mention]
        for before in reversed([f for f in self.found[-12:] if f.kind in ("person", "name") and f is not mention]):
            joined = all(t.low in (",", "and") for t in self.tokens[before.last : row[0].first])
            if not joined or before.last >= row[0].first:
                break
            row.insert(0, before)
        titles = {one.title.lower().strip(".") for one in row} - {""}
        if len(row) < 2 or len(codes) not in (1, len(row)) or not titles <= self.words.honorifics:
            return
        for one, code in zip(row, codes * (len(row) if len(codes) == 1 else 1), strict=True):
            one.kind, one.codes, one.title = "person", (code,), title.single()

    def told_in_row(self, mention: Found, last: int) -> None:
        """ "The envoys are Jo Lind of Chad and Al Mora of Mali": names in a row, each with its state, behind what they
        all are."""
        if mention.kind != "name" or last - mention.first < 2 or self.told_item(mention, last):
            return
        codes = self.of_state(last)
        if not codes:
            return
        head, here = mention.first - 1, self.state_end(last)
        while self.tokens[head].kind in ":," or self.tokens[head].low in self.words.introducing:
            head -= 1
        noun = self.tokens[head].low
        while self.tokens[here].low in (",", ";", "and"):
            here += 1
        goes_on = here > self.state_end(last) and bool(self.of_state(self.name_end(here)))
        before = next((f for f in reversed(self.found[-4:]) if f.kind == "person" and f.last < mention.first), None)
        end = self.state_end(before.last) if before else 0
        told = noun if noun in self.words.title_heads and noun.endswith("s") else ""
        apart = self.tokens[mention.first - 1].kind in ",:;-"  # "The ministers met farmers Jo Lind of Chad and"
        if goes_on and (told := told or (self.office_of_all(mention) if apart else "")):
            mention.kind, mention.codes, mention.title = "person", codes, told.removesuffix("s")
        elif before and before.codes and before.last < end and mention.first - end in (1, 2):
            mention.kind, mention.codes, mention.title = "person", codes, before.title

    def hailing(self, mention: Found, last: int) -> None:
        """ "Jo Lind from Chad, Al Mora from Mali and Bo Berg from Peru": three names or more in a row, each with its
        state, are told of as those of their states, unless a word before them says that they are private people."""
        codes = self.from_state(last) if mention.kind == "name" else ()
        row = [mention] if codes and last > mention.first + 1 else []
        for before in reversed([f for f in self.found[-12:-1] if f.kind in ("name", "person")] if row else []):
            end = before.last + 2 + (self.tokens[before.last + 1].low == "the")
            joined = all(t.low in (",", ";", "and") for t in self.tokens[end : row[0].first])
            if not joined or end >= row[0].first or not self.from_state(before.last):
                break
            row.insert(0, before)
        opening = {t.low for t in self.tokens[max(0, row[0].first - 1) : row[0].first + 1]} if row else set()
        if len(row) > 2 and opening.isdisjoint(self.words.people_nouns):  # "the athletes Jo Lind from Chad"
            for one in row:
                one.kind, one.codes = "person", one.codes or self.from_state(one.last)

    def from_state(self, at: int) -> tuple[str, ...]:
        """The state behind "from" at ``at``."""
        place = at + 1 + (self.tokens[at + 1].low == "the")
        return self.entry_codes(place, ("state",)) if self.tokens[at].low == "from" else ()

    def told_item(self, mention: Found, last: int) -> bool:
        """Gives its state to a name that is an item of "the new ambassadors are Jo Lind, representing Chad; Al Mora of
        Mali; Bo Berg, the Republic of Peru": between semicolons, behind what all of them are."""
        here = last + (self.tokens[last].low == ",")
        here += self.tokens[here].low in ("of", "from", "representing")
        state = here + (self.tokens[here].low == "the")
        closes, opens = self.tokens[state + 1], self.tokens[mention.first - 1]
        if state == last or ";" not in (closes.kind, opens.kind) or (closes.kind not in ";.|" and closes.low != "and"):
            return False
        codes = self.entry_codes(state, ("state",))
        office = self.office_of_all(mention)
        if codes and office:
            mention.kind, mention.codes, mention.title = "person", codes, office.removesuffix("s")
        return bool(codes and office)

    def office_of_all(self, mention: Found) -> str:
        """What the line says before ``mention`` that all of a row are, "Four *ministers* came, Jo Lind of Chad and Al
        Mora of Mali"; "" where it does not."""
        before = (self.tokens[n] for n in range(mention.first - 1, max(0, mention.first - LONGEST_ROW), -1))
        offices = (t.low.partition("-")[0] for t in takewhile(lambda t: t.kind != "|", before))
        return next((o for o in offices if o.endswith("s") and o in self.words.title_heads), "")

    def past_honours(self, last: int) -> int:
        """Past "MP", ", T.D.", "(Rtd.)" behind a name that ends at ``last``."""
        if self.tokens[last + 1].low in self.words.honours:
            last = self.after_brackets(last)
        while self.tokens[last + (self.tokens[last].low == ",")].low.rstrip(".") in self.words.honours:
            last += 1 + (self.tokens[last].low == ",")
        return last

    def is_field(self, at: int) -> bool:
        """ "Director Africa,": whether a region behind a title says what it is for."""
        entry = self.tokens[at].entry
        return entry is not None and entry.kind == "region" and self.tokens[at + 1].low == ","

    def sits_behind(self, mention: Found, comma: int) -> None:
        """ "Mr. Jo Lind, Ministry of Finance, Government of Chad,": one with a form of address alone serves whose body
        stands behind the ``comma``."""
        addressed = mention.title.lower().strip(".") in self.words.honorifics
        if not addressed or mention.codes or self.tokens[comma].low != ",":
            return
        mark = len(self.found)
        begin, codes = self.owner_at(comma + 1, ("demonym",))
        body = self.chain(begin) if self.tokens[begin].kind in "NU" else None
        if body and not (codes := body[2] or codes) and self.tokens[body[0]].low == ",":
            body = self.chain(body[0] + 1) if self.tokens[body[0] + 1].kind in "NU" else None
            codes = body[2] if body else ()
        end = self.after_brackets(body[0]) if body else comma
        behind, then = self.tokens[end + (self.tokens[end].low == ",") : end + 3][:2]
        listed = behind.low == "and" and then.low not in self.words.honorifics
        if codes and self.tokens[end].kind in ",.;|)" and not listed:
            mention.codes = codes
        del self.found[mark:]

    def institution_behind(self, at: int) -> tuple[int, tuple[str, ...]]:
        """The end and the owner of the institution that stands at ``at`` behind a title, mostly after a comma,
        "Director General, WTO,", "Joint Secretary, Ministry of Finance of India,"; ``at`` and nobody where there is
        none, nobody for an acronym that only the document knows."""
        if self.is_acronym_behind(at):
            return at + 1, ()  # "Joint Secretary EAD and"
        comma = self.tokens[at].low == ","
        if not comma and not self.entry_codes(at, ("org", "body", "house")):
            return at, ()
        if state := state_behind(self.tokens, at):
            return at + 2, (state,)
        begin = at + comma + (comma and self.tokens[at + 1].low == "the")
        last, codes = begin + 1, self.entry_codes(begin, ("org", "body", "house"))
        begin, owner = self.owner_at(begin, ("demonym",))
        if not codes and self.tokens[begin].kind in "NU" and (body := self.chain(begin)):
            last, codes = self.after_brackets(body[0]), body[2] or owner
        last = last if comma else self.after_brackets(last)
        follower = self.tokens[last]
        closes = follower.kind in ".;|)," or is_past(follower, self.words) or (not comma and follower.low == "and")
        listed = follower.low == "," and self.tokens[last + 1].low == "and"
        return (last, codes) if codes and closes and not listed else (at, ())

    def is_acronym_behind(self, at: int) -> bool:
        """Whether one word in capitals stands at ``at`` and no name goes on."""
        return self.tokens[at].kind == "U" and self.tokens[at + 1].kind not in "NUI"

    def counterpart_of(self, at: int, title: Title) -> str:
        """The office of "his Bolivian counterpart": that of the last person of the sentence; "" where it is unknown."""
        if title.head not in self.words.colleagues:
            return ""
        before = next((f for f in reversed(self.found[-6:]) if f.kind == "person" and f.title), None)
        same = before is not None and before.token.sentence == self.tokens[at].sentence
        return before.title if before and same and before.title.lower() not in self.words.honorifics else ""

    def is_persons(self, at: int, last: int, here: int) -> bool:
        """Whether the name ``at:last`` before "(Peru)", which ends at ``here``, is a person's: no place or thing, "in
        Cebu City (Philippines)", "the Economic Measures (Peru) Regulations"."""
        words = self.words
        things = words.companions | words.instrument_nouns | words.geography_behind | words.place_nouns | words.lands
        things |= words.things | words.portfolio
        before = self.tokens[at - 1].low if at else ""
        named = things.isdisjoint(t.low for t in self.tokens[at:last]) and self.tokens[here].kind not in "NU"
        return named and before not in ("in", "at", "to", "near", "under", "for", "from")

    def said_to_be(self, mention: Found, last: int) -> None:
        """ "Philip Hale became U.S. Ambassador to Chad": the office that the predicate gives to a person."""
        here = self.past_copulas(last)
        rank = mention.title.lower().strip(".") in self.words.honorifics | self.words.ranks
        if here == last or mention.codes or (mention.title and not rank):
            return
        here += self.tokens[here].low in ("the", "a", "an", "our")
        early = self.tokens[here].low in self.words.title_modifiers | self.words.lately
        here += early and self.tokens[here + 1].entry is not None
        here, codes = self.owner_at(here, ("state", "org", "demonym"))  # "the first | American consul"
        title = self.title_alone(here) if self.tokens[here].kind in "NUw" else None
        alone = title is not None and self.name_end(title.last) == title.last  # "is President X's envoy" is none
        if title and self.tokens[last].low in self.words.arrives:  # "Jo Lind came as the envoy of Peru left"
            behind = self.tokens[title.last]
            alone = alone and (behind.kind in ".,;|)" or behind.low in self.words.prepositions)
            alone = alone and bool(title.codes or codes)  # "Jo Lind worked in Peru as ambassador"
        if title and alone and not title.head.endswith("s") and last - mention.first > 1:
            served = codes if codes and not title.owned else title.codes or codes
            if not mention.title:
                mention.kind, mention.codes, mention.title = "person", served, title.text
            elif self.tokens[title.last].kind != "P":  # "General X is Peru's envoy", not "the envoy's aide"
                mention.codes, mention.other_title = served, title.text

    def is_before_copula(self, at: int) -> bool:
        """ "Had been", "later became": whether a word stands at ``at`` that only goes before a copula."""
        led = self.tokens[at].low in self.words.at_times or self.tokens[at].low == "had"
        return led and self.tokens[at + 1].low in self.words.copulas

    def past_copulas(self, last: int) -> int:
        """Past "became", "has been appointed", "presented his credentials to the King as" behind a name that ends at
        ``last``; ``last`` where no such thing follows."""
        here = first = last
        if self.tokens[last].low == "," and self.tokens[last + 1].low in self.words.put_in:
            return last + 2 + (self.tokens[last + 2].low in ("as", "to"))  # "Jo Lind, named Peru's consul,"
        if [t.low for t in self.tokens[last : last + 2]] == [",", "who"]:
            here = first = last + 2
        while here < first + 5 and (self.tokens[here].low in self.words.copulas or self.is_before_copula(here)):
            here += 1
            here += self.tokens[here].low == "to"  # "was promoted to"
        if here == first or self.tokens[here - 1].low in self.words.with_as:
            here = last  # "Jo Lind served the President"
        if self.tokens[last].low in self.words.arrives:  # "Jo Lind arrived in Chad as the first envoy of Peru"
            come = (n + 1 for n in range(last + 1, last + 7) if self.tokens[n].low == "as")
            return next(come, last)
        accredited = [t.low for t in self.tokens[last : last + 3 : 2]] == self.words.accredited
        reached = range(last + 3, last + 9) if accredited else ()
        return next((n + 1 for n in reached if self.tokens[n].low == "as"), here)
