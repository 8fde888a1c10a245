"""The grammar of offices and of the persons who bear them: "Foreign Minister of Estonia Urmas Paet"."""

from __future__ import annotations

from itertools import takewhile

from dragoman.actors.mentions.found import Title
from dragoman.actors.mentions.rows import Rows

MAX_REACH = 8
"""Tokens between an office and the verb that says who holds it."""
CLOSES = frozenset(["is", "was"])


class Offices(Rows):
    """Offices without a name and persons with one."""

    def office(self, at: int, title: Title, codes: tuple[str, ...], definite: bool) -> int:
        """A title, with the person who bears it when one is named; gives the end."""
        here, codes = title.last, codes or self.whose_lately(at)
        if title.head.endswith("s") and title.head not in ("affairs", "chargé d'affaires"):
            return self.offices(at, title, codes, definite)
        if len(codes) == 1 and (both := self.two_offices(at, title, codes)):
            return both
        if title.head in self.words.chairs and (chair := self.chair_apart(at, title)):
            return chair
        if title.head in self.words.colleagues and (apart := self.titled_apart(at, title.last, codes)):
            return apart
        named = here
        alone = self.tokens[here].low == "," or self.is_acronym_behind(here)
        if not alone or not self.is_of_name_before(at, title):
            here, named = self.named_behind(at, here, apart=bool(codes or definite))
        if named > here:
            whose = self.counterpart_of(at, title)
            self.add(
                "person", at, named, codes=codes or self.of_state(named) or self.of_body(named),
                name=self.text(here, named), title=title.text,
            )  # fmt: skip
            self.found[-1].other_title = whose
            return self.and_of(self.appositive(at, named), title.text)
        vocative = self.tokens[at].low in self.words.honorifics and title.last > at + 1
        if title.head in self.words.only_named:
            return title.last
        if len(codes) == 1 and (told := self.bracketed(at, title, codes[0])):
            return told
        if house := self.house_of(at, title, codes, definite=definite):
            return house
        if codes and not vocative and (held := self.said_who(title.last)):
            self.add("office", at, title.last, codes=codes, title=title.text, definite=definite)
            for n in range(title.last, held[0]):
                if place := self.entry_codes(n, ("state", "org", "seat")):
                    self.add("entity", n, n + 1, codes=place, place=self.tokens[n - 1].low == "in")
            self.add("person", *held, codes=codes, name=self.text(*held), title=title.text)
            return held[1]
        if not vocative and (codes or definite or self.tokens[at].text[:1].isupper()):
            self.add("office", at, title.last, codes=codes, title=title.text, definite=definite)
        return title.last

    def said_who(self, at: int) -> tuple[int, int] | None:
        """The name in "The first Danish envoy | to arrive in Chad was Jo Lind.", behind an office that ends at ``at``;
        None where nobody's name alone is said behind "was"."""
        here = at
        while here < at + MAX_REACH and self.tokens[here].kind in "wE" and self.tokens[here].low not in CLOSES:
            here += 1
        begin = self.after_courtesy(here + 1)
        last = self.name_end(begin)
        between = self.tokens[at:here]
        plain = all(t.kind == "E" or t.low in self.words.prepositions or t.low == "the" for t in between)
        infinitive = len(between) > 1 and between[0].low == "to" and between[1].kind == "w"
        named = last >= begin + 2 and all(t.kind in "NUIEw" for t in self.tokens[begin:last])
        closed = self.tokens[last].kind in ".|;(" or self.tokens[last].low == ","
        if not (plain or infinitive) or self.tokens[here].low not in CLOSES or not named or not closed:
            return None
        return begin, last

    def titled_apart(self, at: int, here: int, codes: tuple[str, ...]) -> int:
        """The end of "Egyptian counterpart, Minister X", which begins at ``at`` and has its comma at ``here``: a person
        whose own title stands behind it; 0 where nobody is named so."""
        if codes and self.tokens[here - 1].low in self.words.peers and self.name_end(here) >= here + 2:
            last = self.name_end(here)  # "his Ugandan peer Jo Lind"
            self.add("person", at, last, codes=codes, name=self.text(here, last), title="counterpart")
            return last
        title = self.title_alone(here + 1) if codes and self.tokens[here].low == "," else None
        begin = self.after_courtesy(title.last) if title else 0
        last = self.name_end(begin)
        if not title or title.codes or title.head.endswith("s") or last == begin:
            return 0
        self.add("person", at, last, codes=codes, name=self.text(begin, last), title=title.text)
        return self.appositive(at, last)

    def house_of(self, at: int, title: Title, codes: tuple[str, ...], *, definite: bool) -> int:
        """The end of "Attorney General's Office" or "Prosecutor's Office for War Crimes", whose ``title`` begins at
        ``at``; 0 where no such body follows the title."""
        house = self.tokens[title.last + 1]
        if self.tokens[title.last].kind != "P" or house.kind not in "Nw" or house.low not in self.words.of_officers:
            return 0
        plain = (title.last + 2, house.text, ())
        last, name, owners = (self.chain(title.last + 1) if house.kind == "N" else None) or plain
        name = f"{title.text}{self.tokens[title.last].text} {name}"
        self.add("body", at, last, codes=owners or codes, name=name, title=title.text, definite=definite)
        return last

    def office_of(self, at: int) -> int:
        """The end of "Office of the Attorney General" at ``at``, a body named for whose it is; 0 where it is none or
        its head is named."""
        if self.tokens[at].low not in self.words.of_officers or self.tokens[at + 1].low != "of":
            return 0
        begin, codes = self.owner_at(at + 2 + (self.tokens[at + 2].low == "the"), ("state", "org", "demonym"))
        title = self.title_alone(begin) if self.tokens[begin].kind in "NU" else None
        if not title or title.head.endswith("s") or title.text.lower() in self.words.generic_titles:
            return 0
        if self.name_end(self.after_courtesy(title.last)) > title.last:
            return 0
        owners = [n for n in range(begin, title.last) if (e := self.tokens[n].entry) and e.code in title.codes]
        end = owners[0] - 1 - (self.tokens[owners[0] - 1].low == "the") if owners else title.last
        self.add("body", at, title.last, codes=title.codes or codes, name=self.text(at, end))
        return title.last

    def named_behind(self, at: int, here: int, *, apart: bool) -> tuple[int, int]:
        """Begin and end of the name behind a title that starts at ``at`` and ends at ``here``; ``apart`` where it may
        stand between commas. Both are the same where nobody is named."""
        here = self.past_unknown(at, here)
        here = self.after_place(at, here) or self.after_courtesy(here)
        okina = self.tokens[here].kind == "'" and self.tokens[here].end == self.tokens[here + 1].start
        here += okina and self.tokens[self.name_end(here + 1)].kind != "'"  # "Prime Minister 'Akilisi Pōhiva"
        partisan = self.tokens[here].kind == "U" and self.tokens[here - 1].low in self.words.partisan
        here += partisan and self.tokens[here + 1].kind == "N"  # "leader of the opposition PSD Jo Lind"
        named = self.name_end(here)
        if self.is_no_name(at, here, named):
            return here, here
        begin = self.after_courtesy(here + 1)
        addressed = self.tokens[at].low in self.words.honorifics  # "Mr. Chairman, Mr. X, dear guests"
        titled = begin > here + 1 and not addressed
        after = self.name_end(begin)
        opens = self.tokens[at - 1].kind == "|" and self.tokens[after].low == "," and self.is_for(at, here)
        if named == here and self.tokens[here].low == "," and (apart or titled or opens):
            long = after - here - 1 >= 2 or self.is_enclosed(begin, after)
            if long and not self.is_listed(at, here + 1, after) and not self.is_next_clause(at, after):
                return begin, after
        return here, named

    def past_unknown(self, at: int, here: int) -> int:
        """Past a word that is in no list of what offices are for, before a form of address: "Minister for Pacific
        Voyages | Hon. Jo Lind", where the title begins at ``at``; ``here`` where there is none."""
        known = self.words.honorifics - self.words.within_names - self.words.surnames_too
        word, address = self.tokens[here : here + 2]
        begin = self.after_courtesy(here + 1)
        led = word.kind == "N" and word.low not in known and address.low in known and begin > here + 1
        return here + 1 if led and self.is_for(at, here) and self.name_end(begin) >= begin + 2 else here

    def is_for(self, at: int, last: int) -> bool:
        """Whether the title ``at:last`` says what it is for or whom it serves, "Minister for Trade"."""
        return any(t.low in ("of", "for", "at") for t in self.tokens[at:last])

    def is_no_name(self, at: int, here: int, last: int) -> bool:
        """Whether the capitalised words ``here:last`` behind a title that begins at ``at`` go on with what it is for:
        "Chair of the Rivers | Council Standing Process", "Head of Area | III"."""
        tokens, words = self.tokens[here:last], self.words
        if not tokens:
            return False
        if not self.is_for(at, here):
            return tokens[-1].kind == "N" and tokens[-1].low in words.things
        known = words.portfolio | words.companions | words.lands | words.instrument_nouns | words.adjectives
        known |= words.units | words.groups_of_states | words.members
        return all(t.low in known or (t.kind == "U" and set(t.low) <= set("ivx")) for t in tokens)

    def is_first_of_several(self, last: int) -> bool:
        """Whether the name that ends at ``last`` behind "Ministers of Chad" is followed by another one; a single word
        there is only more of the title, "Ministers of the Gulf | Area"."""
        here = end = self.state_end(last)
        while self.tokens[here].low in (",", "and"):
            here += 1
        return here > end and self.name_end(self.after_courtesy(here)) > here

    def is_enclosed(self, first: int, last: int) -> bool:
        """ "Tonga's Prime Minister, Hu'akavameiliku, chairs the Forum": one word between commas is a name where a verb
        follows."""
        token, follower = self.tokens[first], self.tokens[last + 1]
        word = token.low in self.words.portfolio or token.low in self.words.adjectives or token.kind != "N"
        verb = follower.kind == "w" and follower.low not in self.words.no_predicates
        return not word and last == first + 1 and self.tokens[last].low == "," and verb and follower.low != "the"

    def after_place(self, at: int, last: int) -> int:
        """Where the name begins behind a title ``at:last`` with its acronym or where it is held: "Director of the
        Agency (NIA) X", "UN Coordinator in Kenya, X"; 0 where there is no such thing or no name."""
        here = self.after_brackets(last)
        place = here + 1 + (self.tokens[here + 1].low == "the") if self.tokens[here].low == "in" else 0
        entry = self.tokens[place].entry if place else None
        if entry and entry.kind in ("state", "seat", "region"):
            here = place + 1
        elif place and self.tokens[(town := self.name_end(place))].low == "," and town > place:
            here = town  # "Consul in Arica, Jo Lind,"
        if here == last:
            return 0
        comma = self.tokens[here].low in (",", ":")
        begin = self.after_courtesy(here + comma)
        end = self.name_end(begin)
        if self.tokens[here].low == ":" and self.tokens[end].kind not in ".|;,":
            return 0
        if end - begin < 1 + comma or (comma and (self.is_listed(at, here + 1, end) or self.is_next_clause(at, end))):
            return 0
        if entry and here == place + 1:
            self.add("entity", place, place + 1, codes=(entry.code,) if entry.code else (), nested=True)
        return begin

    def offices(self, at: int, title: Title, codes: tuple[str, ...], definite: bool) -> int:
        """ "Presidents Putin and Xi": each name is a person; "the Serbian ministers" are their state."""
        here, end, first = title.last, title.last, True
        while here < at + 40:
            named = self.name_end(here)
            nobody = named == here or self.is_no_name(at, here, named)
            if nobody or (first and " of " in title.text.lower() and not self.is_first_of_several(named)):
                break
            codes_here = codes or self.of_state(named)
            self.add(
                "person",
                at if first else here,
                named,
                codes=codes_here,
                name=self.text(here, named),
                title=title.single(),
            )
            end, first = named, False
            here = past = self.state_end(named)
            while self.tokens[here].low in (",", "and"):
                here += 1
            if here == past:
                break
        if not first:
            self.one_each(codes, end)
        if first and (told := self.named_apart(at, title, codes)):
            return told
        if first and len(codes) > 1 and self.tokens[title.last].low == ",":
            end = self.respectively(title, codes)
        if first and len(codes) == 1 and (told := self.one_by_one(at, title, codes)):
            return told
        if first and codes:
            self.add("office", at, title.last, codes=codes, title=title.text, definite=definite)
        return end

    def one_each(self, codes: tuple[str, ...], end: int) -> None:
        """Gives to "Chadian and Malian ministers Jo Lind and Al Mora", whose last ends at ``end``, one of ``codes``
        each."""
        row = [*takewhile(lambda f: f.kind == "person" and f.codes == codes, reversed(self.found[-8:]))]
        if len(codes) == len(row) > 1 and row[0].last == end:
            for one, code in zip(reversed(row), codes, strict=True):
                one.codes = (code,)

    def one_by_one(self, at: int, title: Title, codes: tuple[str, ...]) -> int:
        """The end of "Ministers of Poland, X, and of Romania, Y", whose first is ``at:title.last``; 0 when only one
        is named."""
        begin = self.after_courtesy(title.last + 1)
        last = self.name_end(begin)
        mark = len(self.found)
        if self.tokens[title.last].low != "," or last == begin:
            return 0
        self.add("person", at, last, codes=codes, name=self.text(begin, last), title=title.single())
        end = self.and_of(last, title.single(), shared=True)
        if end == last:
            del self.found[mark:]
            return 0
        return end

    def and_of(self, here: int, title: str, *, shared: bool = False) -> int:
        """ "The Minister of Trade of Estonia, X, and of Latvia, Y": adds those who have the same office of other states
        behind ``here``; the end of the last. An office that is ``shared``, "Ministers of Estonia, X, and Latvia, Y",
        needs no "of"."""
        while self.tokens[here].low in (",", ";", "and"):
            step = here
            while self.tokens[step].low in (",", ";", "and"):
                step += 1
            of = self.tokens[step].low == "of"
            place = step + of + (self.tokens[step + of].low == "the")
            entry, comma = self.tokens[place].entry, self.tokens[place + 1].low == ","
            begin = self.after_courtesy(place + 2)
            last = self.name_end(begin)
            state = entry is not None and entry.kind in ("state", "org")
            told = of or (shared and last > begin + 1 and self.tokens[last].kind in ",.;|)")
            if not told or not entry or not state or not comma or last == begin:
                break
            self.add("entity", place, place + 1, codes=(entry.code,))
            self.add("person", begin, last, codes=(entry.code,), name=self.text(begin, last), title=title)
            here = last
        return here

    def respectively(self, title: Title, codes: tuple[str, ...]) -> int:
        """ "Foreign Ministers of Serbia and Latvia, X and Y": as many names as states belong to them in order."""
        names: list[tuple[int, int]] = []
        here = title.last
        while self.tokens[here].low in (",", "and") and len(names) < len(codes):
            begin = self.after_courtesy(here + 1 + (self.tokens[here + 1].low == "and"))
            here = self.name_end(begin)
            if here == begin:
                break
            names.append((begin, here))
        if len(names) != len(codes):
            return title.last
        for code, (begin, last) in zip(codes, names, strict=True):
            self.add("person", begin, last, codes=(code,), name=self.text(begin, last), title=title.single())
        return names[-1][1]

    def is_listed(self, at: int, first: int, last: int) -> bool:
        """Whether a name after a comma behind the title at ``at`` goes on as a list or as a new clause's subject with
        its own title."""
        before = self.text(at, first - 1).lower().split()
        apart = self.words.for_ambassadors.isdisjoint(before)  # no "Head of the EU Delegation, Ambassador X, and"
        titled = self.tokens[first].low == "ambassador" and apart  # "the Minister, Ambassador X, and General Y"
        step = last + (titled and self.tokens[last].low == ",")
        joined = self.tokens[step].low == "and" and self.tokens[first - 1].low == ","
        return joined and not self.is_paired(step + 1)

    def is_paired(self, at: int) -> bool:
        """ "by the Director, Jo Lind and | the Chadian Minister of Trade, Al Mora": another office with its holder
        behind a comma, so that the name before "and" is that of the office before it."""
        begin, _ = self.owner_at(at + (self.tokens[at].low == "the"), ("demonym", "state"))
        title = self.title_alone(begin) if self.tokens[begin].kind in "NUw" else None
        if not title or title.head.endswith("s") or self.tokens[title.last].low != ",":
            return False
        return self.name_end(self.after_courtesy(title.last + 1)) > title.last + 2

    def is_next_clause(self, at: int, last: int) -> bool:
        """ "When meeting the Iranian President, Mr Putin told him": what stands before the comma only opens the
        sentence, and the name up to ``last`` is the subject of a verb."""
        follower = self.tokens[last]
        if follower.kind != "w" or follower.low in self.words.no_predicates:
            return False
        first = at
        while first > max(0, at - 40) and self.tokens[first - 1].kind not in '|".':
            first -= 1
        inside = [f for f in self.found[-6:] if first <= f.first < at and f.kind in ("person", "office", "name")]
        over = not inside and any(t.low == "," for t in self.tokens[first:at])  # "On Thursday, the President, Jo Lind"
        return self.tokens[first].low in self.words.clause_openers and not over

    def is_held(self, at: int) -> bool:
        """ "Foreign Ministry | spokesman X": whether a title in lower case and a name follow a body."""
        title = self.title_alone(at) if self.tokens[at].low in self.words.title_heads else None
        return bool(title and not title.head.endswith("s") and self.name_end(title.last) > title.last)
