"""The grammar of offices and of the persons who bear them: "Foreign Minister of Estonia Urmas Paet"."""

from __future__ import annotations

from dragoman.actors.apposed import Apposed
from dragoman.actors.found import Found, Title, is_past, state_behind


class Offices(Apposed):
    """Offices without a name, persons with one, and the office that stands behind a name."""

    def office(self, at: int, title: Title, codes: tuple[str, ...], definite: bool) -> int:
        """A title, with the person who bears it when one is named; gives the end."""
        here = title.last
        if title.head.endswith("s") and title.head not in ("affairs", "chargé d'affaires"):
            return self.offices(at, title, codes, definite)
        if len(codes) == 1 and (both := self.two_offices(at, title, codes)):
            return both
        if title.head in self.words.chairs and (chair := self.chair_apart(at, title)):
            return chair
        if title.head in self.words.colleagues and (apart := self.titled_apart(at, title.last, codes)):
            return apart
        named = here
        if self.tokens[here].low != "," or not self.is_of_name_before(at, title):
            here, named = self.named_behind(at, here, apart=bool(codes or definite))
        if named > here:
            whose = self.counterpart_of(at, title)
            self.add(
                "person", at, named, codes=codes or self.of_state(named), name=self.text(here, named), title=title.text
            )
            self.found[-1].other_title = whose
            return self.and_of(self.appositive(at, named), title.text)
        vocative = self.tokens[at].low in self.words.honorifics and title.last > at + 1
        if title.head in self.words.only_named:
            return title.last
        if house := self.house_of(at, title, codes, definite=definite):
            return house
        if not vocative and (codes or definite or self.tokens[at].text[:1].isupper()):
            self.add("office", at, title.last, codes=codes, title=title.text, definite=definite)
        return title.last

    def titled_apart(self, at: int, here: int, codes: tuple[str, ...]) -> int:
        """The end of "Egyptian counterpart, Minister X", which begins at ``at`` and has its comma at ``here``: a person
        whose own title stands behind it; 0 where nobody is named so."""
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

    def counterpart_of(self, at: int, title: Title) -> str:
        """The office of "his Bolivian counterpart": that of the last person of the sentence; "" where it is unknown."""
        if title.head not in self.words.colleagues:
            return ""
        before = next((f for f in reversed(self.found[-6:]) if f.kind == "person" and f.title), None)
        same = before is not None and before.token.sentence == self.tokens[at].sentence
        return before.title if before and same and before.title.lower() not in self.words.honorifics else ""

    def named_behind(self, at: int, here: int, *, apart: bool) -> tuple[int, int]:
        """Begin and end of the name behind a title that starts at ``at`` and ends at ``here``; ``apart`` where it may
        stand between commas. Both are the same where nobody is named."""
        here = self.after_place(at, here) or self.after_courtesy(here)
        okina = self.tokens[here].kind == "'" and self.tokens[here].end == self.tokens[here + 1].start
        here += okina and self.tokens[self.name_end(here + 1)].kind != "'"  # "Prime Minister 'Akilisi Pōhiva"
        named = self.name_end(here)
        begin = self.after_courtesy(here + 1)
        addressed = self.tokens[at].low in self.words.honorifics  # "Mr. Chairman, Mr. X, dear guests"
        titled = begin > here + 1 and not addressed
        if named == here and self.tokens[here].low == "," and (apart or titled):
            after = self.name_end(begin)
            long = after - here - 1 >= 2 or self.is_enclosed(at, begin, after)
            if long and not self.is_listed(at, here + 1, after) and not self.is_next_clause(at, after):
                return begin, after
        return here, named

    def is_enclosed(self, at: int, first: int, last: int) -> bool:
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
        comma = self.tokens[here].low == ","
        begin = self.after_courtesy(here + comma)
        end = self.name_end(begin)
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
            if named == here:
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
            here = past = named + (2 + (self.tokens[named + 1].low == "the") if self.of_state(named) else 0)
            while self.tokens[here].low in (",", "and"):
                here += 1
            if here == past:
                break
        if first and len(codes) > 1 and self.tokens[title.last].low == ",":
            end = self.respectively(title, codes)
        if first and len(codes) == 1 and (told := self.one_by_one(at, title, codes)):
            return told
        if first and codes:
            self.add("office", at, title.last, codes=codes, title=title.text, definite=definite)
        return end

    def one_by_one(self, at: int, title: Title, codes: tuple[str, ...]) -> int:
        """The end of "Ministers of Poland, X, and of Romania, Y", whose first is ``at:title.last``; 0 when only one
        is named."""
        begin = self.after_courtesy(title.last + 1)
        last = self.name_end(begin)
        mark = len(self.found)
        if self.tokens[title.last].low != "," or last == begin:
            return 0
        self.add("person", at, last, codes=codes, name=self.text(begin, last), title=title.single())
        end = self.and_of(last, title.single())
        if end == last:
            del self.found[mark:]
            return 0
        return end

    def and_of(self, here: int, title: str) -> int:
        """ "The Minister of Trade of Estonia, X, and of Latvia, Y": adds those who have the same office of other states
        behind ``here``; the end of the last."""
        while self.tokens[here].low in (",", "and"):
            step = here
            while self.tokens[step].low in (",", "and"):
                step += 1
            place = step + 1 + (self.tokens[step + 1].low == "the")
            entry, comma = self.tokens[place].entry, self.tokens[place + 1].low == ","
            begin = self.after_courtesy(place + 2)
            last = self.name_end(begin)
            state = entry is not None and entry.kind in ("state", "org")
            if self.tokens[step].low != "of" or not entry or not state or not comma or last == begin:
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
        return self.tokens[step].low == "and" and self.tokens[first - 1].low == ","

    def is_next_clause(self, at: int, last: int) -> bool:
        """ "When meeting the Iranian President, Mr Putin told him": what stands before the comma only opens the
        sentence, and the name up to ``last`` is the subject of a verb."""
        follower = self.tokens[last]
        if follower.kind != "w" or follower.low in self.words.no_predicates:
            return False
        first = at
        while first > max(0, at - 40) and self.tokens[first - 1].kind not in '|".':
            first -= 1
        return self.tokens[first].low in self.words.clause_openers

    def is_held(self, at: int) -> bool:
        """ "Foreign Ministry | spokesman X": whether a title in lower case and a name follow a body."""
        title = self.title_alone(at) if self.tokens[at].low in self.words.title_heads else None
        return bool(title and not title.head.endswith("s") and self.name_end(title.last) > title.last)

    def said_to_be(self, mention: Found, last: int) -> None:
        """ "Philip Hale became U.S. Ambassador to Chad": the office that the predicate gives to a person."""
        here = self.past_copulas(last)
        rank = mention.title.lower().strip(".") in self.words.honorifics | self.words.ranks
        if here == last or mention.codes or (mention.title and not rank):
            return
        here += self.tokens[here].low in ("the", "a", "an", "our")
        here += self.tokens[here].low in self.words.title_modifiers and self.tokens[here + 1].entry is not None
        here, codes = self.owner_at(here, ("state", "org", "demonym"))  # "the first | American consul"
        title = self.title_alone(here) if self.tokens[here].kind in "NUw" else None
        alone = title is not None and self.name_end(title.last) == title.last  # "is President X's envoy" is none
        if title and alone and not title.head.endswith("s") and last - mention.first > 1:
            served = codes if codes and not title.owned else title.codes or codes
            if not mention.title:
                mention.kind, mention.codes, mention.title = "person", served, title.text
            elif self.tokens[title.last].kind != "P":  # "General X is Peru's envoy", not "the envoy's aide"
                mention.codes, mention.other_title = served, title.text

    def past_copulas(self, last: int) -> int:
        """Past "became", "has been appointed", "presented his credentials to the King as" behind a name that ends at
        ``last``; ``last`` where no such thing follows."""
        here = last
        while self.tokens[here].low in self.words.copulas and here < last + 5:
            here += 1
            here += self.tokens[here].low == "to"  # "was promoted to"
        accredited = [t.low for t in self.tokens[last : last + 3 : 2]] == self.words.accredited
        reached = range(last + 3, last + 9) if accredited else ()
        return next((n + 1 for n in reached if self.tokens[n].low == "as"), here)

    def after_brackets(self, at: int) -> int:
        """Past an acronym in brackets: "head of the Department of Trade (DoT), said"."""
        return at + 3 if self.tokens[at].kind == "(" and self.tokens[at + 2].kind == ")" else at

    def institution_behind(self, at: int) -> tuple[int, tuple[str, ...]]:
        """The end and the owner of the institution that a comma at ``at`` joins to the title before it, "Director
        General, WTO,", "Joint Secretary, Ministry of Finance of India,"; ``at`` and nobody where there is none."""
        if self.tokens[at].low != ",":
            return at, ()
        if state := state_behind(self.tokens, at):
            return at + 2, (state,)
        begin = at + 1 + (self.tokens[at + 1].low == "the")
        last, codes = begin + 1, self.entry_codes(begin, ("org", "body", "house"))
        if not codes and self.tokens[begin].kind in "NU" and (body := self.chain(begin)):
            last, codes = body[0], body[2]
        follower = self.tokens[last]
        closes = follower.kind in ".;|)," or is_past(follower, self.words)
        listed = follower.low == "," and self.tokens[last + 1].low == "and"
        return (last, codes) if codes and closes and not listed else (at, ())

    def appositive(self, at: int, last: int) -> int:
        """ "Jens Stoltenberg, Secretary General of NATO": the office after the name says whom the person serves."""
        mention = self.found[-1]
        self.said_to_be(mention, last)
        if self.tokens[last].low not in (",", "(", "-") or (last - at < 2 and not mention.title):
            return last
        article = self.tokens[last + 1].low in ("the", "a", "an", "and", "then", "now")
        theirs = self.tokens[last + 1].low in self.words.owned and not article
        here = last + 1 + (article or theirs)
        here, codes = self.owner_at(here, ("state", "org", "demonym", "body"))
        if codes and self.tokens[here].kind == ")":
            mention.codes = codes
            return last
        title = self.title_alone(here)
        # "In talks with X, the Estonian minister thanked ..." is no apposition: that one is closed by punctuation.
        end = self.after_brackets(title.last) if title else here
        if title and not (title.codes or codes):
            end, title.codes = self.institution_behind(end)
        closed = title is not None and (self.tokens[end].kind in ",.;|)" or self.tokens[end].low == "and")
        # "X, Senior Adviser at the Treasury led the delegation": the second comma is missing.
        runs_on = title is not None and not article and not theirs and bool(title.codes or codes)
        closed = closed or (runs_on and is_past(self.tokens[end], self.words))
        if title and closed and self.name_end(title.last) == title.last:
            if mention.title and mention.title.lower().strip(".") not in self.words.honorifics:
                # "Ambassador X, the Serbian minister and ..." is a list, "Councillor X, head of the office," is none.
                followed = self.tokens[end + (self.tokens[end].low == ",")].low == "and"
                bare = not article and not codes and title.owned and not title.head.endswith("s")
                chairs = title.head in self.words.chairs and not followed
                at_home = chairs and not self.words.one_holder.isdisjoint((mention.title.lower(), mention.other_title))
                told = bare and bool(title.codes) and not mention.codes and not at_home
                article = article and not chairs  # "Prime Minister X, the OSCE Chair, said"
                listed = article or theirs or (followed and not told)
                mention.other_title = "" if listed else title.text
                mention.codes = title.codes if told else mention.codes
            else:
                whose = self.counterpart_of(at, title)
                if theirs and not codes:
                    return last  # "X, his adviser": whose adviser is not known here
                mention.kind, mention.codes, mention.title = "person", title.codes or codes, title.text
                mention.other_title = whose
        return last
