"""The grammar of titles and their complements: "Foreign Minister of Estonia", "Director of the Trade Agency"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.actors.bodies import Bodies
from dragoman.actors.found import END, JOINERS, Title
from dragoman.actors.tokens import Token


def adjective_at(token: Token) -> bool:
    """Whether it is the adjective of a state or a region."""
    return token.entry is not None and token.entry.kind in ("demonym", "region")


class Titles(Bodies):
    """Where a title ends, what it is for and whom it says it serves."""

    def title(self, at: int, depth: int = 0) -> Title | None:
        """The title that starts at ``at``, with its complement ("of Foreign Affairs of Estonia")."""
        words, tokens, here, head = self.words, self.tokens, at, ""
        if short := self.short_title(at):
            title = self.complement(at, at + 1, short.split()[-1])
            return replace(title, text=f"{short} {self.text(at + 1, title.last)}".strip())
        while here < at + 8:
            token = tokens[here]
            if token.kind not in "NUw" or not token.low:
                if token.kind in ".-" and head == "" and here > at:
                    here += 1
                    continue
                break
            low = token.low
            more = words.after_titles if head else words.title_modifiers
            if (two := f"{low} {tokens[here + 1].low}") in words.title_heads:
                head, here = two.removesuffix(" d'affaires"), here + 2
            elif low in words.title_heads and not self.heads_a_body(here):
                head, here = low, here + 1
            elif head in words.title_modifiers and (longer := self.longer_title(here)):
                head, here = tokens[longer - 1].low, longer
            elif low in more or (here > at and (self.goes_along(here) if head else self.joins_modifiers(here))):
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

    def joins_modifiers(self, at: int) -> bool:
        """ "Resident and Humanitarian Coordinator": whether "and" stands between two words that make one title."""
        before, after = self.tokens[at - 1], self.tokens[at + 1]
        both = {before.low, after.low} <= self.words.title_modifiers - self.words.title_heads
        return self.tokens[at].low == "and" and both and before.text[:1].isupper() == after.text[:1].isupper()

    def goes_along(self, at: int) -> bool:
        """ "Ambassador Extraordinary and Plenipotentiary", "Envoy Extraordinary and Minister Plenipotentiary": whether
        "and" stands within what is one title."""
        before, after, then = (self.tokens[at + n].low for n in (-1, 1, 2))
        known = self.words.after_titles
        return self.tokens[at].low == "and" and before in known and (after in known or then in known)

    def longer_title(self, at: int) -> int:
        """The end of "Prime Minister" in "Deputy Prime Minister", whose first word may be a title alone; 0 when no
        title goes on at ``at``."""
        here = at
        while self.tokens[here].kind in "NUw" and self.tokens[here].low in self.words.title_modifiers and here < at + 4:
            here += 1
        token = self.tokens[here]
        cased = token.text[:1].isupper() == self.tokens[at - 1].text[:1].isupper()
        known = here > at and cased and token.low in self.words.title_heads and not self.heads_a_body(here)
        return here + 1 if known else 0

    def short_title(self, at: int) -> str:
        """ "PM", "EAM" written out, before a name or behind "the" or a state's name; "" where it is none."""
        long = self.words.short_titles.get(self.tokens[at].text, "")
        before = self.tokens[at - 1] if at else END
        if long and (body := self.tokens[at].entry):
            owner = self.tokens[at - 2].entry if before.kind == "P" else before.entry
            other = owner is not None and owner.kind in ("state", "demonym") and owner.code != body.code
            return long if other or self.is_holder_named(at + 1) else ""
        led = before.low == "the" or before.kind == "P" or (before.entry and before.entry.kind in ("state", "demonym"))
        return long if long and (led or self.name_end(self.after_courtesy(at + 1)) > at + 1) else ""

    def is_holder_named(self, at: int) -> bool:
        """Whether two words at ``at`` name the holder of an office whose acronym is a body's as well: "NSA Jo Lind",
        not "NSA Fort Meade", "NSA Utah Data Center"."""
        at = self.after_courtesy(at)
        last, words = self.name_end(at), self.words
        known = words.portfolio | words.companions | words.lands | words.instrument_nouns | words.adjectives
        known |= words.geography_before | words.geography_behind
        alone = last == at + 2 and self.tokens[last].kind not in "NUE"
        return alone and all(t.kind in "NI" and t.low not in known for t in self.tokens[at:last])

    def second_title(self, at: int, title: Title, depth: int = 0) -> Title:
        """ "Vice Prime Minister and Foreign Minister X", "Cabinet Secretary for Foreign Affairs Ambassador X"."""
        joined = self.tokens[title.last].low == "and"
        before = self.tokens[at - 1].low if at else ""
        listed = before == "and" and self.found and self.found[-1].kind == "person" and self.found[-1].last >= at - 2
        apart = joined and before in ("the", "", "and", "between") and not listed
        if apart and before != "the":
            return title  # "The Secretary and Foreign Minister Wang" are two persons
        here = title.last + joined
        if self.tokens[here].kind not in "NU" or not self.tokens[here].text[:1].isupper():
            return title
        mark = len(self.found)
        more = self.title(here, depth + 1)
        begin = self.after_courtesy(more.last + 1) if more and apart and self.tokens[more.last].low == "," else 0
        one = self.name_end(begin) >= begin + 2 if begin else bool(more) and not apart
        if more and one and not more.head.endswith("s") and (begin or self.name_end(more.last) > more.last):
            codes = title.codes or more.codes
            return Title(more.last, self.text(at, more.last), title.head, codes, title.owned)
        del self.found[mark:]
        return title

    def complement(self, at: int, here: int, head: str) -> Title:
        tokens = self.tokens
        codes: tuple[str, ...] = ()
        owned, sent = True, False
        envoy = self.text(at, here).lower().endswith(self.words.envoys)
        at_home = not self.words.one_holder.isdisjoint((head, self.text(at, here).lower()))
        while tokens[here].low in ("of", "for", "to", "at", "on", "in") and here < at + 24:
            link, next_ = tokens[here].low, here + 1
            if link == "in":
                body = None if at_home else self.sits_in(here)
                if not body:
                    break
                here, codes = body[0], codes or body[2]
                continue
            if link == "on" and head in self.words.congratulated:
                break  # "congratulated the President on the National Day"
            if link == "to" and (at_home or head in self.words.monarchs):
                break  # "the message of the President of Peru to Chile", "the visit of the King to Oslo"
            while tokens[next_].low in ("the", "all"):
                next_ += 1
            next_ += next_ > here + 1 and tokens[next_].low in self.words.epithets
            entry = tokens[next_].entry
            if link in ("of", "at", "for") and entry and entry.kind == "demonym":
                # "Secretary at the Omani Foreign Ministry X", "head of the Omani delegation, X"
                capital = tokens[next_ + 1].kind in "NU"
                body = self.chain(next_ + 1) if capital else self.plain_body(next_ + 1)
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
                # One who is sent for a state serves another: "Envoy of the Secretary-General for Western Sahara".
                inside = link == "at" and tokens[next_ - 1].low == "the" and entry.kind in ("house", "body", "org")
                away = link in ("to", "at", "on") and not (inside and head not in self.words.sent_heads)
                sent = sent or away or (link == "for" and entry.kind == "state" and envoy)
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
            if link in ("of", "to") and tokens[next_ - 1].low == "the" and (principal := self.principal(next_)):
                here = principal
                continue
            if link == "to" and head in self.words.aides and (superior := self.superior(next_)):
                here, codes = superior.last, codes or superior.codes
                continue
            foreign = link == "to" and head in self.words.sent_heads  # "Consul to the Government of Peru"
            sent = sent or foreign
            last = self.portfolio_end(next_)
            if last > next_ and (body := self.past_head(next_, last)):
                last, codes = body[0], codes or (() if foreign else body[2])
            called = tokens[next_].low in self.words.called and tokens[next_ - 1].low == "the"
            if called and tokens[next_ + 1].kind not in "NU":
                here = next_ + 1  # "Chairman of the Community"
                continue
            if last == next_:
                named = tokens[next_].kind in "NU"
                body = self.body(next_) or self.bank(next_) if named else self.plain_government(next_)
                region = 0 if body else self.region_end(next_, link, head)
                if region:
                    here = region
                    continue
                if not body:
                    break
                last, codes = body[0], codes or (() if foreign else body[2])
            here = last
        return Title(here, self.text(at, here), head, codes, owned)

    def superior(self, at: int) -> Title | None:
        """The title of the unnamed officer whom an aide serves, "to the | Director of the Trade Agency"; None where
        there is none or a name follows."""
        mark = len(self.found)
        title = self.title(at) if self.tokens[at - 1].low == "the" else None
        if title and not title.head.endswith("s") and self.name_end(title.last) == title.last:
            return title
        del self.found[mark:]
        return None

    def sits_in(self, at: int) -> tuple[int, str, tuple[str, ...]] | None:
        """The body in which an official sits by "in the Ministry of Finance of Peru" at ``at``; None where it is no
        such body."""
        begin = at + 1 + (self.tokens[at + 1].low == "the")
        entry = self.tokens[begin].entry
        if entry and entry.kind in ("house", "body") and begin > at + 1:
            self.add("entity", begin, begin + 1, codes=(entry.code,), nested=True)
            return begin + 1, self.text(begin, begin + 1), (entry.code,)
        body = self.chain(begin) if self.tokens[begin].kind in "NU" and begin > at + 1 else None
        return body if body and not self.words.sitting.isdisjoint(body[1].lower().split()) else None

    def principal(self, at: int) -> int:
        """The end of "Prime Minister" in "Secretary to the Prime Minister", of "Attorney General's Office" in "Head of
        the Attorney General's Office"; 0 where no such office begins at ``at``."""
        here = at
        while self.tokens[here].low in self.words.title_modifiers and here < at + 3:
            here += 1
        here += self.tokens[here].low in self.words.title_heads
        house = self.tokens[here + 1]
        if self.tokens[here].kind == "P" and house.low in self.words.of_officers and here > at:
            body = self.chain(here + 1) if house.kind == "N" else None
            return body[0] if body else here + 2
        return here if self.text(at, here).lower() in self.words.principals else 0

    def plain_government(self, at: int) -> tuple[int, str, tuple[str, ...]] | None:
        """ "Prime Minister of the transitional government": a government that only an adjective tells apart."""
        here = at + (self.tokens[at + 1].low == "government")
        plain = self.tokens[here].low == "government" and all(t.kind == "w" for t in self.tokens[at : here + 1])
        return (here + 1, self.text(at, here + 1), ()) if plain else None

    def its_body(self, at: int, last: int) -> int:
        """The end of "CoE Office" in "Head of the CoE Office", where the name ``at:last`` alone is "CoE"; ``last``
        where no body's name goes on."""
        entry, follower = self.tokens[at].entry, self.tokens[last]
        whose = entry is not None and entry.kind in ("state", "org", "region") and last == at + 1
        if whose and follower.kind == "w" and follower.low in self.words.plain_bodies - self.words.verbs_too:
            return last + 1  # "head of the EU delegation"
        if not whose or follower.kind not in "NU" or self.starts_title(last):
            return last
        body = self.chain(last)
        return body[0] if body and not body[2] and body[0] <= last + 4 else last

    def past_head(self, at: int, last: int) -> tuple[int, str, tuple[str, ...]] | None:
        """The body "Trade Agency" of a "Director of the Trade Agency", where ``at:last`` is the word "Trade"."""
        head, two = self.tokens[last], f"{self.tokens[last - 1].low} {self.tokens[last].low}"  # "Central Bank"
        known = not self.words.body_heads.isdisjoint((head.low, two))
        named = head.kind in "NU" and known and not self.starts_title(last)
        body = self.chain(at) if named else None
        return body if body and body[0] > last else None

    def region_end(self, at: int, link: str, head: str) -> int:
        """ "Head of Mordovia Vladimir Volkov": all but the last two of a row of capitals behind ``link``; the whole row
        where a name of two words or more stands behind a comma, "Mayor of Lyon, Jo Lind", "Envoy for Aceh, Jo Lind"; 0
        for another short row and for a ``head`` that is no office of a place."""
        here, town = at, link == "of" and head in self.words.of_towns
        while self.tokens[here].kind == "N" and here < at + 6:
            here += 1
        begin = self.after_courtesy(here + 1)
        place = town or (link == "for" and head in self.words.sent_heads)
        if place and here > at and self.tokens[here].low == "," and self.name_end(begin) >= begin + 2:
            return here
        return here - 2 if here - at >= 3 and link == "of" and head in self.words.of_regions else 0

    def coordinated(self, at: int) -> int:
        """The end of names joined by commas and "and": "to Sri Lanka and the Maldives"."""
        here = at + 1
        while here < at + 20:
            step = here
            while self.tokens[step].low in (",", "and", "the") or (
                self.tokens[step].low == "of" and self.tokens[step - 1].low == "and"
            ):
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

    def after_courtesy(self, at: int) -> int:
        """Past "Mr", "Dr.", "Lord" before a name; ``at`` where no name follows."""
        courtesies = self.words.honorifics | self.words.ranks
        here = at + (self.tokens[at].low == "the")
        while self.tokens[here].text[:1].isupper():
            led = here
            while self.tokens[led].low in self.words.courtesy_leads:
                led += 1
            if self.tokens[led].low not in courtesies or self.heads_a_body(led):
                break
            here = led + 1
            here += self.tokens[here].kind == "."
        article = here == at + 1 and self.tokens[at].low == "the"
        return here if self.name_end(here) > here and not article else at
