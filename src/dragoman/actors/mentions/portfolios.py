"""What an office is for and where it is held: "Energy, and the Environment", "the Trade Agency"."""

from __future__ import annotations

from dragoman.actors.mentions.bodies import Bodies
from dragoman.actors.mentions.found import JOINERS
from dragoman.actors.mentions.tokens import Token


def adjective_at(token: Token) -> bool:
    """Whether it is the adjective of a state or a region, or names no actor: "Indian Ocean | Affairs"."""
    return token.entry is not None and token.entry.kind in ("demonym", "region", "not")


class Portfolios(Bodies):
    """The ends of the words behind "of", "for", "in" in a title."""

    def portfolio_end(self, at: int) -> int:
        """The end of what an office is for: "Energy, and the Environment", "Korean Peninsula Affairs"."""
        here = last = self.closed_portfolio(at)
        while here < at + 16:
            token = self.tokens[here]
            joined = last > at and self.tokens[here - 1].low in ("and", "the")
            if token.low in self.words.portfolio and token.kind in "NUw":
                if joined and token.text[:1].isupper() and self.opens_title(here):
                    break
                here += 1
                last = here
            elif last > at and self.is_in_portfolio(here):
                here += 1
                last = here
            elif token.low in JOINERS if last > at else self.opens_portfolio(here):
                here += 1 + (self.tokens[here + 1].low == "," and last == at)
            else:
                break
        return last

    def closed_portfolio(self, at: int) -> int:
        """Past words that one of ``portfolio_ends`` closes: "Korean Peninsula Affairs", "Asian and Oceanian Affairs";
        else ``at``. One word may be unknown; behind a known one only after "and", since persons follow as well."""
        unknown, known = False, False
        for here in range(at, at + 7):
            token, before = self.tokens[here], self.tokens[here - 1]
            after = self.tokens[here + 1]
            if token.low in self.words.portfolio_ends and token.kind == "N":
                return here + 1
            hyphened = before.kind == "-" or after.kind == "-"
            if (
                adjective_at(token)
                or (token.kind == "E" and (hyphened or self.tells_for_what(here)))
                or (token.low in self.words.portfolio and token.kind in "NU")
            ):
                known = True
            elif token.low == "and" or token.kind in "-P'":
                continue
            elif (
                token.kind == "N"
                and not unknown
                and (not known or before.low == "and" or adjective_at(before) or after.kind in "P'")
            ):
                unknown = True
            else:
                break
        return at

    def opens_portfolio(self, at: int) -> bool:
        """ "Civilian Security", "Forging, Trade and Labour": a word that is not in the list before one that is."""
        word, comma, next_, joined = self.tokens[at : at + 4]
        listed = comma.low == "," and next_.low in self.words.portfolio and joined.low in ("and", ",")
        return word.kind == "N" and (comma.low in self.words.portfolio or (listed and not self.starts_title(at)))

    def opens_title(self, at: int) -> bool:
        """Whether a word of portfolios behind "and" begins another office: "Foreign Affairs and | State Counsellor",
        but "Finance and | Trade Senator"."""
        word, head = self.tokens[at], self.tokens[at + 1]
        longer = word.low in self.words.title_modifiers and self.starts_title(at + 1)
        addressed = head.low in self.words.honorifics | self.words.ranks
        return word.low in self.words.title_heads or (longer and not addressed)

    def is_in_portfolio(self, at: int) -> bool:
        """Whether what an office is for goes on behind "and" or a comma with a word that is not in the list, "Trade
        and Forging of Peru", or with an organisation, "Trade, European Union and Cooperation"."""
        before, token, after, then, state = self.tokens[at - 1 : at + 4]
        if self.is_diaspora(at - 1):
            return True
        if before.low not in ("and", ","):
            return False
        word = state if then.low == "and" else then  # "Health, Forging, and Coordination"
        listed = after.low in ("and", ",") and word.kind == "N" and word.low in self.words.portfolio
        if self.is_diaspora(at):
            return True
        if token.kind == "E":
            thing = token.entry is not None and token.entry.kind in ("org", "region")
            return self.tells_for_what(at) or (listed and thing)
        state = state if then.low == "the" else then
        owned = after.low == "of" and state.entry is not None and state.entry.kind == "state"
        named = self.starts_title(at) or token.low in self.words.body_heads
        return token.kind == "N" and not named and ((before.low == "and" and owned) or (before.low == "," and listed))

    def tells_for_what(self, at: int) -> bool:
        """ "European Union Affairs", "Haiti policy": whether the name at ``at`` only says what an office is for."""
        return self.subject_end(at) > at

    def is_diaspora(self, at: int) -> bool:
        """ "Minister of African Integration and | Senegalese | Abroad"."""
        entry, abroad = self.tokens[at].entry, self.tokens[at + 1]
        people = entry is not None and entry.kind in ("demonym", "nationals")
        return people and abroad.low in self.words.abroad and abroad.text[:1].isupper()

    def whose_diaspora(self, at: int, last: int) -> tuple[str, ...]:
        """Whose minister is for "Foreign Affairs and Senegalese Abroad", ``at:last``; nobody where none are told of."""
        entries = (self.tokens[n].entry for n in range(at, last) if self.is_diaspora(n))
        return next(((entry.code,) for entry in entries if entry), ())

    def subject_end(self, at: int) -> int:
        """Past "EU and Nordic Affairs" at ``at``; ``at`` where the name there is whom the office serves."""
        entry, here = self.tokens[at].entry, at + 1
        other = self.tokens[here + 1]
        if self.tokens[here].low == "and" and (adjective_at(other) or other.low in self.words.adjectives):
            here += 2
        closed = self.tokens[here].low in self.words.subjects and self.tokens[here].kind in "Nw"
        return here + 1 if closed and entry and entry.kind in ("state", "org", "region") else at

    def regions_end(self, at: int) -> int:
        """Past what goes on behind a region that ends at ``at``: "Minister for Asia, | the Pacific and Overseas
        Territories", "Europe and | Foreign Affairs"."""
        here = at
        while self.tokens[here].low in (",", "and"):
            step = here
            while self.tokens[step].low in (",", "and", "the"):
                step += 1
            entry = self.tokens[step].entry
            end = step + 1 if entry and entry.kind == "region" else self.portfolio_end(step)
            if end == step or self.starts_title(end):
                break
            here = end
        return here

    def region_end(self, at: int, link: str, head: str) -> int:
        """ "Head of Mordovia Vladimir Volkov": all but the last two of a row of capitals behind ``link``; the whole row
        where a name of two words or more stands behind a comma, "Mayor of Lyon, Jo Lind", "Envoy for Aceh, Jo Lind"; 0
        for another short row and for a ``head`` that is no office of a place."""
        here, town = at, link == "of" and head in self.words.of_towns
        while self.tokens[here].kind == "N" and here < at + 6:
            here += 1
        begin = self.after_courtesy(here + 1)
        place = town or (link == "for" and head in self.words.sent_heads)
        led = next((n for n in range(at + 1, here + 1) if self.tokens[n].low in self.words.honorifics), 0)
        if town and led:
            return led  # "Governor of Jericho H.E. Jo Lind"
        if place and here > at and self.tokens[here].low == "," and self.name_end(begin) >= begin + 2:
            return here
        return here - 2 if here - at >= 3 and link == "of" and head in self.words.of_regions else 0

    def past_head(self, at: int, last: int) -> tuple[int, str, tuple[str, ...]] | None:
        """The body "Trade Agency" of a "Director of the Trade Agency", where ``at:last`` is the word "Trade"."""
        head, two = self.tokens[last], f"{self.tokens[last - 1].low} {self.tokens[last].low}"  # "Central Bank"
        known = not self.words.body_heads.isdisjoint((head.low, two))
        named = head.kind in "NU" and known and not self.starts_title(last)
        body = self.chain(at) if named else None
        if body and body[0] > last:
            return body
        end = self.tail_end(last, joined=self.tokens[at - 1].low == "the")
        return (end, self.text(at, end), ()) if end > last else None

    def tail_end(self, at: int, *, joined: bool = False) -> int:
        """Past the capitalised words at ``at`` that the head of a body or company closes, so that they are nobody's
        name: "Chairman of the National | Flood Relief and Crisis Management Authority", where "and" may stand among
        them if ``joined``; ``at`` where none does."""
        heads = self.words.body_heads | self.words.private_heads | self.words.units | self.words.organs
        heads -= self.words.surnames_too  # "Ambassador to Peru Yu Gang"
        here = at
        while here < at + 6:
            token = self.tokens[here]
            link = joined and token.low in ("and", "&") and here > at and self.tokens[here + 1].low not in heads
            if token.low in self.words.honorifics or self.starts_title(here) or not (token.kind in "NU" or link):
                break
            here += 1
            if token.low in heads:
                more = heads | self.words.portfolio_ends  # "International Organization | Affairs"
                while self.tokens[here].kind == "N" and self.tokens[here].low in more:
                    here += 1
                return here
        return at

    def its_body(self, at: int, last: int) -> int:
        """The end of "CoE Office" in "Head of the CoE Office", where the name ``at:last`` alone is "CoE"; ``last``
        where no body's name goes on."""
        entry, follower = self.tokens[at].entry, self.tokens[last]
        whose = entry is not None and entry.kind in ("state", "org", "region") and last == at + 1
        plain = self.words.plain_bodies - self.words.verbs_too
        plain |= self.words.organs if entry and entry.kind == "org" else frozenset()
        if whose and follower.kind == "w" and follower.low in plain:
            return last + 1  # "head of the EU delegation"
        if not whose or follower.kind not in "NU" or self.starts_title(last):
            return last
        if follower.low in self.words.portfolio_ends:
            return last + 1  # "Head of NATO Operations"
        body = self.chain(last)
        if body and not body[2] and body[0] <= last + 4:
            return body[0]
        return self.tail_end(last)

    def part_end(self, at: int) -> int:
        """Past "'s Africa bureau" behind a body that ends at ``at``: a part of it, which has the same owner."""
        here = at + 1
        if self.tokens[at].kind == "w" and self.tokens[at].low in self.words.plain_bodies - self.words.verbs_too:
            return here  # "the Chinese Government delegation"
        while self.tokens[at].kind == "P" and self.tokens[here].kind in "NEw" and here < at + 5:
            if self.tokens[here].low in self.words.body_heads | self.words.units:
                return here + 1
            if self.tokens[here].low in self.words.function_words or self.starts_title(here):
                break
            here += 1
        return at

    def named_part(self, at: int) -> int:
        """Past "'s Rural Unit" behind a name that ends at ``at``, where the one is named who has an office there: "the
        director of the World Bank's Rural Unit, Jo Lind"."""
        end = self.part_end(at)
        begin = self.after_courtesy(end + (self.tokens[end].low == ","))
        named = end > at and self.tokens[end - 1].kind in "NU" and self.name_end(begin) >= begin + 2
        return end if named else at

    def plain_government(self, at: int) -> tuple[int, str, tuple[str, ...]] | None:
        """ "Prime Minister of the transitional government": a government that only an adjective tells apart."""
        here = at + (self.tokens[at + 1].low == "government")
        plain = self.tokens[here].low == "government" and all(t.kind == "w" for t in self.tokens[at : here + 1])
        return (here + 1, self.text(at, here + 1), ()) if plain else None

    def sits_in(self, at: int) -> tuple[int, str, tuple[str, ...]] | None:
        """The body in which an official sits by "in the Ministry of Finance of Peru" at ``at``; None where it is no
        such body."""
        begin = at + 1 + (self.tokens[at + 1].low == "the")
        entry = self.tokens[begin].entry
        council, link, ministers = self.tokens[begin : begin + 3]
        cabinet = council.low in self.words.of_holders and ministers.low in self.words.cabinets
        if cabinet and link.low == "of" and begin > at + 1:
            return begin + 3, self.text(begin, begin + 3), ()
        if entry and entry.kind in ("house", "body") and begin > at + 1:
            self.add("entity", begin, begin + 1, codes=(entry.code,), nested=True)
            return begin + 1, self.text(begin, begin + 1), (entry.code,)
        body = self.chain(begin) if self.tokens[begin].kind in "NU" and begin > at + 1 else None
        return body if body and not self.words.sitting.isdisjoint(body[1].lower().split()) else None
