"""The grammar of titles and of the persons who bear them: "Foreign Minister of Estonia Urmas Paet"."""

from __future__ import annotations

from dragoman.actors.bodies import Bodies
from dragoman.actors.found import AFTER_TITLE, END, JOINERS, REGION_HEADS, Found, Title
from dragoman.actors.tokens import Token


def adjective_at(token: Token) -> bool:
    """Whether it is the adjective of a state or a region."""
    return token.entry is not None and token.entry.kind in ("demonym", "region")


class Titles(Bodies):
    """Titles with their complements, offices without a name, persons with one."""

    def title(self, at: int, depth: int = 0) -> Title | None:
        """The title that starts at ``at``, with its complement ("of Foreign Affairs of Estonia")."""
        words, tokens, here, head = self.words, self.tokens, at, ""
        if short := self.short_title(at):
            return Title(at + 1, short, short.split()[-1])
        while here < at + 8:
            token = tokens[here]
            if token.kind not in "NUw" or not token.low:
                if token.kind in ".-" and head == "" and here > at:
                    here += 1
                    continue
                break
            low = token.low
            if (two := f"{low} {tokens[here + 1].low}") in words.title_heads:
                head, here = two.removesuffix(" d'affaires"), here + 2
            elif low in words.title_heads and not self.heads_a_body(here):
                head, here = low, here + 1
            elif (head == "" and low in words.title_modifiers) or (head and low in AFTER_TITLE):
                here += 1
            else:
                break
        if not head:
            return None
        while tokens[here - 1].low not in words.title_heads and tokens[here - 1].kind in ".-":
            here -= 1
        dotted = tokens[here].kind == "." and tokens[here - 1].low in words.honorifics
        if dotted and self.name_end(here + 1) > here + 1:  # "Amb. Jo Lind"
            return Title(here + 1, self.text(at, here), head)
        title = self.complement(at, here, head)
        return self.second_title(at, title, depth) if depth < 3 and not head.endswith("s") else title

    def short_title(self, at: int) -> str:
        """ "PM", "EAM" written out, before a name or behind "the" or a state's name; "" where it is none."""
        long = self.words.short_titles.get(self.tokens[at].text, "")
        before = self.tokens[at - 1] if at else END
        led = before.low == "the" or before.kind == "P" or (before.entry and before.entry.kind in ("state", "demonym"))
        return long if long and (led or self.name_end(self.after_courtesy(at + 1)) > at + 1) else ""

    def second_title(self, at: int, title: Title, depth: int = 0) -> Title:
        """ "Vice Prime Minister and Foreign Minister X", "Cabinet Secretary for Foreign Affairs Ambassador X"."""
        joined = self.tokens[title.last].low == "and"
        if joined and (at == 0 or self.tokens[at - 1].low in ("the", "", "and", "between")):
            return title  # "The Secretary and Foreign Minister Wang" are two persons
        here = title.last + joined
        if self.tokens[here].kind not in "NU" or not self.tokens[here].text[:1].isupper():
            return title
        mark = len(self.found)
        more = self.title(here, depth + 1)
        if more and not more.head.endswith("s") and self.name_end(more.last) > more.last:
            codes = title.codes or more.codes
            return Title(more.last, self.text(at, more.last), title.head, codes, title.owned)
        del self.found[mark:]
        return title

    def complement(self, at: int, here: int, head: str) -> Title:
        tokens = self.tokens
        codes: tuple[str, ...] = ()
        owned, sent = True, False
        while tokens[here].low in ("of", "for", "to", "at", "on") and here < at + 24:
            link, next_ = tokens[here].low, here + 1
            if link == "on" and head in self.words.congratulated:
                break  # "congratulated the President on the National Day"
            while tokens[next_].low in ("the", "all"):
                next_ += 1
            next_ += next_ > here + 1 and tokens[next_].low in self.words.epithets
            entry = tokens[next_].entry
            if link in ("of", "at") and entry and entry.kind == "demonym" and tokens[next_ + 1].kind in "NU":
                body = self.chain(next_ + 1)  # "Secretary at the Omani Foreign Ministry X"
                begin = body[0] + (tokens[body[0]].low == ",") if body else 0
                if body and self.name_end(self.after_courtesy(begin)) > begin:
                    self.add("entity", next_, next_ + 1, codes=(entry.code,), nested=True)
                    here, codes = body[0], codes or (entry.code,)
                    continue
            if tokens[next_ + 1].kind == "-" and (closed := self.closed_portfolio(next_)) > next_:
                here = closed
                continue
            if entry and entry.kind not in ("not", "nationals", "demonym") and not self.is_person_here(next_):
                last = self.coordinated(next_)
                receives = link in ("to", "at", "on") or (
                    link == "for" and entry.kind == "state" and self.is_envoy(at, here)
                )
                sent = sent or receives
                unknown = tokens[next_].low.removeprefix("the ") in self.words.bodies_of_many
                if not sent and not codes and entry.kind != "region" and not unknown:
                    found = tuple(e.entry.code for e in tokens[next_:last] if e.entry and e.entry.code)
                    codes = found[:1] if entry.kind in ("body", "house") else found
                    owned = link == "of"
                for index in range(next_, last):
                    if own := tokens[index].entry:
                        self.add("entity", index, index + 1, codes=(own.code,) if own.code else (), nested=True)
                here = self.its_body(next_, last)
                if entry.kind == "region" and tokens[last].low == "and":  # "Minister for Europe and Foreign Affairs"
                    here = max(here, self.portfolio_end(last + 1))
                continue
            if link == "to" and [t.low for t in tokens[next_ : next_ + 2]] == ["prime", "minister"]:
                here = next_ + 2  # "Principal Secretary to the Prime Minister, X"
                continue
            last = self.portfolio_end(next_)
            if last > next_ and (body := self.past_head(next_, last)):
                last, codes = body[0], codes or body[2]
            if last == next_:
                body = self.body(next_) if tokens[next_].kind in "NU" else None
                region = self.region_end(next_) if not body and head in REGION_HEADS and link == "of" else 0
                if region:
                    here = region
                    continue
                if not body:
                    break
                last, codes = body[0], codes or body[2]
            here = last
        return Title(here, self.text(at, here), head, codes, owned)

    def its_body(self, at: int, last: int) -> int:
        """The end of "CoE Office" in "Head of the CoE Office", where the name ``at:last`` alone is "CoE"; ``last``
        where no body's name goes on."""
        entry, follower = self.tokens[at].entry, self.tokens[last]
        whose = entry is not None and entry.kind in ("state", "org", "region") and last == at + 1
        if not whose or follower.kind not in "NU" or self.starts_title(last):
            return last
        body = self.chain(last)
        return body[0] if body and not body[2] and body[0] <= last + 4 else last

    def past_head(self, at: int, last: int) -> tuple[int, str, tuple[str, ...]] | None:
        """The body "Trade Agency" of a "Director of the Trade Agency", where ``at:last`` is the word "Trade"."""
        head = self.tokens[last]
        named = head.kind in "NU" and head.low in self.words.body_heads and not self.starts_title(last)
        body = self.chain(at) if named else None
        return body if body and body[0] > last else None

    def is_envoy(self, at: int, here: int) -> bool:
        """Whether the title ``at:here`` is of one who is sent for a state and serves another: "Special Envoy"."""
        return self.text(at, here).lower().endswith(self.words.envoys)

    def region_end(self, at: int) -> int:
        """ "Head of Mordovia Vladimir Volkov": all but the last two of a row of capitals; 0 for a short row."""
        here = at
        while self.tokens[here].kind == "N" and here < at + 6:
            here += 1
        return here - 2 if here - at >= 3 else 0

    def coordinated(self, at: int) -> int:
        """The end of names joined by commas and "and": "to Sri Lanka and the Maldives"."""
        here = at + 1
        while here < at + 20:
            step = here
            while self.tokens[step].low in (",", "and", "the"):
                step += 1
            entry = self.tokens[step].entry
            if step == here or not entry or entry.kind not in ("state", "org"):
                return here
            if self.title(step + 1) or self.tokens[step + 1].kind == "P":
                return here
            here = step + 1
        return here

    def portfolio_end(self, at: int) -> int:
        """The end of what an office is for: "Energy, and the Environment", "Korean Peninsula Affairs"."""
        here = last = self.closed_portfolio(at)
        while here < at + 16:
            token = self.tokens[here]
            if token.low in self.words.portfolio and token.kind in "NUw":
                if token.low in self.words.title_heads and last > at and self.tokens[here - 1].low == "and":
                    break
                here += 1
                last = here
            elif token.low in JOINERS if last > at else self.opens_portfolio(here):
                here += 1
            else:
                break
        return last

    def closed_portfolio(self, at: int) -> int:
        """Past words that one of ``portfolio_ends`` closes: "Korean Peninsula Affairs", "Asian and Oceanian Affairs";
        else ``at``. One word may be unknown; behind a known one only after "and", since persons follow as well."""
        unknown, known = False, False
        for here in range(at, at + 6):
            token, before = self.tokens[here], self.tokens[here - 1]
            if token.low in self.words.portfolio_ends and token.kind == "N":
                return here + 1
            hyphened = before.kind == "-" or self.tokens[here + 1].kind == "-"
            if (
                adjective_at(token)
                or (token.kind == "E" and hyphened)
                or (token.low in self.words.portfolio and token.kind in "NU")
            ):
                known = True
            elif token.low == "and" or token.kind == "-":
                continue
            elif token.kind == "N" and not unknown and (not known or before.low == "and" or adjective_at(before)):
                unknown = True
            else:
                break
        return at

    def opens_portfolio(self, at: int) -> bool:
        """ "Civilian Security": a word that is not in the list before one that is."""
        return self.tokens[at].kind == "N" and self.tokens[at + 1].low in self.words.portfolio

    def office(self, at: int, title: Title, codes: tuple[str, ...], definite: bool) -> int:
        """A title, with the person who bears it when one is named; gives the end."""
        here = title.last
        if title.head.endswith("s") and title.head not in ("affairs", "chargé d'affaires"):
            return self.offices(at, title, codes, definite)
        if len(codes) == 1 and (both := self.two_offices(at, title, codes)):
            return both
        here = self.after_place(at, here) or self.after_courtesy(here)
        named = self.name_end(here)
        if named == here and self.tokens[here].low == "," and (codes or definite):
            begin = self.after_courtesy(here + 1)
            after = self.name_end(begin)
            if after - here - 1 >= 2 and not self.is_listed(here + 1, after) and not self.is_next_clause(at, after):
                here, named = begin, after
        if named > here:
            self.add(
                "person", at, named, codes=codes or self.of_state(named), name=self.text(here, named), title=title.text
            )
            return self.appositive(at, named)
        vocative = self.tokens[at].low in self.words.honorifics and title.last > at + 1
        if not vocative and (codes or definite or self.tokens[at].text[:1].isupper()):
            self.add("office", at, title.last, codes=codes, title=title.text, definite=definite)
        return title.last

    def two_offices(self, at: int, title: Title, codes: tuple[str, ...]) -> int:
        """ "Senegalese President and African Union Chairperson Macky Sall": one person, who serves the state and has an
        organisation's office beside; the end of the name, 0 where it is not so."""
        if self.tokens[title.last].low != "and":
            return 0
        here, organisation = self.owner_at(title.last + 1, ("org",))
        other = self.title_alone(here) if organisation else None
        last = self.name_end(other.last) if other else 0
        if not other or last == other.last:
            return 0
        self.add("person", at, last, codes=codes, name=self.text(other.last, last), title=title.text)
        self.found[-1].other_title = other.text
        self.add("entity", title.last + 1, here, codes=organisation, nested=True)
        return last

    def after_place(self, at: int, last: int) -> int:
        """Where the name begins behind a title ``at:last`` with its acronym or where it is held: "Director of the
        Agency (NIA) X", "UN Coordinator in Kenya, X"; 0 where there is no such thing or no name."""
        here = self.after_brackets(last)
        place = here + 1 + (self.tokens[here + 1].low == "the") if self.tokens[here].low == "in" else 0
        entry = self.tokens[place].entry if place else None
        if entry and entry.kind in ("state", "seat", "region"):
            here = place + 1
        if here == last:
            return 0
        comma = self.tokens[here].low == ","
        begin = self.after_courtesy(here + comma)
        end = self.name_end(begin)
        if end - begin < 1 + comma or (comma and (self.is_listed(here + 1, end) or self.is_next_clause(at, end))):
            return 0
        if entry and here == place + 1:
            self.add("entity", place, place + 1, codes=(entry.code,) if entry.code else (), nested=True)
        return begin

    def after_courtesy(self, at: int) -> int:
        """Past "Mr", "Dr.", "Lord" before a name; ``at`` where no name follows."""
        here = at
        while self.tokens[here].text[:1].isupper() and (
            self.tokens[here].low in self.words.honorifics or self.tokens[here].low in self.words.ranks
        ):
            here += 1 + (self.tokens[here + 1].kind == ".")
        return here if self.name_end(here) > here else at

    def of_state(self, at: int) -> tuple[str, ...]:
        """ "Prime Minister Albanese of Australia": the code after a name."""
        if self.tokens[at].low != "of":
            return ()
        entry = self.tokens[at + 1 + (self.tokens[at + 1].low == "the")].entry
        return (entry.code,) if entry and entry.kind in ("state", "org") else ()

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
                title=title.text.removesuffix("s"),
            )
            end, first = named, False
            here = past = named + (2 + (self.tokens[named + 1].low == "the") if self.of_state(named) else 0)
            while self.tokens[here].low in (",", "and"):
                here += 1
            if here == past:
                break
        if first and len(codes) > 1 and self.tokens[title.last].low == ",":
            end = self.respectively(title, codes)
        if first and codes:
            self.add("office", at, title.last, codes=codes, title=title.text, definite=definite)
        return end

    def respectively(self, title: Title, codes: tuple[str, ...]) -> int:
        """ "Foreign Ministers of Serbia and Latvia, X and Y": as many names as states belong to them in order."""
        names: list[tuple[int, int]] = []
        here = title.last
        while self.tokens[here].low in (",", "and") and len(names) < len(codes):
            begin = here + 1 + (self.tokens[here + 1].low == "and")
            here = self.name_end(begin)
            if here == begin:
                break
            names.append((begin, here))
        if len(names) != len(codes):
            return title.last
        for code, (begin, last) in zip(codes, names, strict=True):
            self.add("person", begin, last, codes=(code,), name=self.text(begin, last), title=title.text.split()[0])
        return names[-1][1]

    def is_listed(self, first: int, last: int) -> bool:
        """Whether a name after a comma goes on as a list or as a new clause's subject with its own title."""
        titled = self.tokens[first].low == "ambassador"  # "the Minister, Ambassador X, and General Y"
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

    def title_alone(self, at: int) -> Title | None:
        """The title at ``at``, without the mentions that stand in it."""
        mark = len(self.found)
        title = self.title(at)
        del self.found[mark:]
        return title

    def owner_at(self, at: int, kinds: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
        """Past "Serbian" or "Serbia's" at ``at``, before a title, and whose it is; nobody where it is none of
        ``kinds``."""
        entry = self.tokens[at].entry
        if not entry or entry.kind not in kinds:
            return at, ()
        return at + 1 + (self.tokens[at + 1].kind == "P"), (entry.code,)

    def said_to_be(self, mention: Found, last: int) -> None:
        """ "Philip Hale became U.S. Ambassador to Chad": the office that the predicate gives to a person."""
        here = last
        while self.tokens[here].low in self.words.copulas and here < last + 5:
            here += 1
        if here == last or mention.title or mention.codes:
            return
        here += self.tokens[here].low in ("the", "a", "an", "our")
        here, codes = self.owner_at(here, ("state", "org", "demonym"))
        title = self.title_alone(here) if self.tokens[here].kind in "NUw" else None
        if title and not title.head.endswith("s") and last - mention.first > 1:
            served = codes if codes and not title.owned else title.codes or codes
            mention.kind, mention.codes, mention.title = "person", served, title.text

    def after_brackets(self, at: int) -> int:
        """Past an acronym in brackets: "head of the Department of Trade (DoT), said"."""
        return at + 3 if self.tokens[at].kind == "(" and self.tokens[at + 2].kind == ")" else at

    def appositive(self, at: int, last: int) -> int:
        """ "Jens Stoltenberg, Secretary General of NATO": the office after the name says whom the person serves."""
        mention = self.found[-1]
        self.said_to_be(mention, last)
        if self.tokens[last].low not in (",", "(", "-") or (last - at < 2 and not mention.title):
            return last
        here = last + 1 + (self.tokens[last + 1].low in ("the", "a", "an", "and", "then", "now"))
        here, codes = self.owner_at(here, ("state", "org", "demonym", "body"))
        if codes and self.tokens[here].kind == ")":
            mention.codes = codes
            return last
        title = self.title_alone(here)
        # "In talks with X, the Estonian minister thanked ..." is no apposition: that one is closed by punctuation.
        end = self.after_brackets(title.last) if title else here
        closed = title is not None and (self.tokens[end].kind in ",.;|)" or self.tokens[end].low == "and")
        if title and closed and self.name_end(title.last) == title.last:
            if mention.title and mention.title.lower().strip(".") not in self.words.honorifics:
                # "Ambassador X, the Serbian minister and ..." is a list, "Councillor X, head of the office," is none.
                listed = here > last + 1 or self.tokens[end + (self.tokens[end].low == ",")].low == "and"
                mention.other_title = "" if listed else title.text
            else:
                mention.kind, mention.codes, mention.title = "person", title.codes or codes, title.text
        return last
