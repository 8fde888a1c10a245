"""The grammar of titles and their complements: "Foreign Minister of Estonia", "Director of the Trade Agency"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.actors.mentions.found import END, Title, is_past
from dragoman.actors.mentions.portfolios import Portfolios


class Titles(Portfolios):
    """Where a title ends, what it is for and whom it says it serves."""

    def title(self, at: int, depth: int = 0) -> Title | None:
        """The title that starts at ``at``, with its complement ("of Foreign Affairs of Estonia")."""
        words, tokens, here, head = self.words, self.tokens, at, ""
        if short := self.short_title(at):
            head = next(word for word in reversed(short.split()) if word in words.title_heads)
            title = self.complement(at, at + 1, head)
            return replace(title, text=f"{short} {self.text(at + 1, title.last)}".strip())
        while here < at + 8:
            token = tokens[here]
            if token.low == "&" and not head and here > at and self.joins_modifiers(here):
                here += 1
                continue
            if token.kind not in "NUw" or not token.low:
                if token.kind in ".-" and head == "" and here > at:
                    here += 1
                    continue
                if head and (step := self.goes_on_behind(here)):
                    head, here = "", step
                    continue
                break
            low = token.low
            more = words.after_titles if head else words.title_modifiers
            if (two := f"{low} {tokens[here + 1].low}") in words.title_heads:
                head, here = two.removesuffix(" d'affaires"), here + 2
            elif low in words.given_titles and self.is_given_name(here):
                break
            elif low in words.title_heads and not self.heads_a_body(here):
                head, here = (head if low == "general" and head.endswith("s") else low), here + 1
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
        begin = self.after_brackets(here + 1)
        if dotted and self.name_end(begin) > begin:  # "Amb. Jo Lind"
            return Title(here + 1, self.text(at, here), head)
        interim = [t.low for t in tokens[here : here + 4]] == ["a", ".", "i", "."]  # "Chargé d'Affaires a.i. Jo Lind"
        title = self.complement(at, here + 4 * interim, head)
        return self.second_title(at, title, depth) if depth < 3 and not head.endswith("s") else title

    def joins_modifiers(self, at: int) -> bool:
        """ "Resident and Humanitarian Coordinator": whether "and" stands between two words that make one title."""
        before, after = self.tokens[at - 1], self.tokens[at + 1]
        both = {before.low, after.low} <= self.words.title_modifiers - self.words.title_heads
        return self.tokens[at].low in ("and", "&") and both and before.text[:1].isupper() == after.text[:1].isupper()

    def goes_on_behind(self, at: int) -> int:
        """Past the sign at ``at`` that stands within a title: "Ambassador/Permanent Representative", "Lt. Gen."; 0
        where the title is over."""
        before, sign, after = self.tokens[at - 1 : at + 2]
        ranks = (self.words.honorifics | self.words.ranks) & self.words.title_heads
        ranked = sign.kind == "." and {before.low, after.low} <= ranks and sign.start == before.end
        known = after.low in self.words.title_heads | self.words.title_modifiers
        either = sign.text == "/" and known and before.text[:1].isupper() == after.text[:1].isupper()
        # "Deputy Prime Minister - Minister of Trade"
        apart = sign.kind == "-" and sign.start > before.end and sign.end < after.start
        joined = apart and after.low in self.words.title_heads and self.tokens[at + 2].low in ("of", "for")
        joined = joined and before.text[:1].isupper() and after.text[:1].isupper()
        return at + 1 if ranked or either or joined else 0

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
        """ "PM", "EAM" written out, before a name or behind "the" or a state's name, or where a sentence begins with
        what the holder does, "PM visited Peru"; "" where it is none."""
        long = self.words.short_titles.get(self.tokens[at].text, "")
        if not long:
            return ""
        before = self.tokens[at - 1] if at else END
        if body := self.tokens[at].entry:
            owner = self.tokens[at - 2].entry if before.kind == "P" else before.entry
            other = owner is not None and owner.kind in ("state", "demonym") and owner.code != body.code
            return long if other or self.is_holder_named(at + 1) else ""
        led = before.low == "the" or before.kind == "P" or (before.entry and before.entry.kind in ("state", "demonym"))
        verb, words = self.tokens[at + 1], self.words
        acts = is_past(verb, words) or verb.low in (words.seat_verbs - {"and", "to"}) | words.persons_do | words.speech
        acts = acts and before.kind == "|" and self.tokens[at].text not in words.unsure_titles
        return long if led or acts or self.name_end(self.after_courtesy(at + 1)) > at + 1 else ""

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
        if more and apart and title.head == more.head == "minister" and self.after_courtesy(more.last) > more.last:
            begin = self.after_courtesy(more.last)  # "the Prime Minister and Minister of Trade Hon. X"
        one = self.name_end(begin) >= begin + 2 if begin else bool(more) and not apart
        both = more is not None and joined and title.head == "ambassador" and self.is_for_ambassadors(more)
        named = more is not None and (begin > 0 or self.name_end(more.last) > more.last)
        if more and not more.head.endswith("s") and (both or (one and named)):
            codes = title.codes or more.codes
            return Title(more.last, self.text(at, more.last), title.head, codes, title.owned)
        del self.found[mark:]
        return title

    def is_for_ambassadors(self, office: Title) -> bool:
        """Whether an office that tells whom it serves is one of an ambassador, "Ambassador and *Permanent
        Representative of Peru to the OAS*"."""
        return bool(office.codes) and not self.words.for_ambassadors.isdisjoint(office.text.lower().split())

    def complement(self, at: int, here: int, head: str) -> Title:
        tokens = self.tokens
        codes: tuple[str, ...] = ()
        owned, sent = True, False
        envoy = self.text(at, here).lower().endswith(self.words.envoys)
        at_home = not self.words.one_holder.isdisjoint((head, self.text(at, here).lower()))
        while tokens[here].low in ("of", "for", "to", "at", "on", "in", "from") and here < at + 24:
            if [t.low for t in tokens[here : here + 3]] == ["in", "charge", "of"]:
                here, sent = here + 2, True  # "Minister in charge of the African Union" is no official of it
            link, next_ = tokens[here].low, here + 1
            if link == "from" and not self.hails_from(here, head):
                break
            if link == "in":
                body = None if at_home else self.sits_in(here)
                if not body:
                    break
                here, codes = body[0], codes or body[2]
                continue
            if link == "on" and head in self.words.congratulated:
                break  # "congratulated the President on the National Day"
            if self.starts_title(next_) and tokens[next_].kind == "N" and self.name_end(next_ + 1) > next_ + 1:
                break  # "colleagues of President X"
            whole = tokens[here - 1].entry
            led = head in self.words.any_heads and bool(codes) and whole is not None and whole.kind == "state"
            if link == "to" and (at_home or led or head in self.words.monarchs):
                break  # "the message of the President of Peru to Chile", "the visit of the King to Oslo"
            while tokens[next_].low in ("the", "all"):
                next_ += 1
            next_ += next_ > here + 1 and tokens[next_].low in self.words.epithets
            many = self.words.collective_actors.get(self.collective(next_)[0]) if link == "of" and not codes else None
            if many and head.endswith("s"):
                here, codes = self.of_each(self.collective(next_)[1], many)  # "foreign ministers of the Baltic States"
                continue
            entry = tokens[next_].entry
            if link in ("of", "at", "for") and entry and entry.kind == "demonym":
                # "Secretary at the Omani Foreign Ministry X", "head of the Omani delegation, X"
                capital = tokens[next_ + 1].kind in "NU"
                body = self.chain(next_ + 1) if capital else self.plain_body(next_ + 1)
                begin = body[0] + (tokens[body[0]].low == ",") if body else 0
                named = body and self.name_end(self.after_courtesy(begin)) > begin
                if body and (named or (capital and not head.endswith("s"))):
                    self.add("entity", next_, next_ + 1, codes=(entry.code,), nested=True)
                    here, codes = self.part_end(body[0]), codes or (entry.code,)
                    continue
                if tokens[next_ + 1].low in self.words.diplomacies and link == "of":
                    self.add("entity", next_, next_ + 1, codes=(entry.code,), nested=True)
                    here, codes = next_ + 2, codes or (entry.code,)
                    continue
            if entry and link in ("of", "for", "on") and (subject := self.subject_end(next_)) > next_:
                self.add("entity", next_, next_ + 1, codes=(entry.code,) if entry.code else (), nested=True)
                here = max(subject, self.portfolio_end(next_))
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
                    several = head.endswith("s") and last > next_ + 1  # "representatives of the AU Commission and Chad"
                    codes = found[:1] if entry.kind in ("body", "house") and not several else found
                    owned = link == "of"
                for index in range(next_, last):
                    if own := tokens[index].entry:
                        self.add("entity", index, index + 1, codes=(own.code,) if own.code else (), nested=True)
                here = self.named_part(self.its_body(next_, last))
                while link == "for" and tokens[here].kind == "N" and tokens[here].low in self.words.portfolio:
                    here += 1  # "Special Representative for Afghanistan Reconciliation"
                if entry.kind == "region":
                    here = max(here, self.regions_end(last))
                continue
            if link in ("of", "to") and tokens[next_ - 1].low == "the" and (principal := self.principal(next_)):
                here = principal
                continue
            if link == "to" and head in self.words.aides and (superior := self.superior(next_)):
                here, codes = superior.last, codes or superior.codes
                continue
            if head in self.words.sent_heads and self.is_sent_where(next_):
                here = next_ + 1
                continue
            if link == "of" and (session := self.session_end(next_)):
                here = session
                continue
            foreign = link == "to" and head in self.words.sent_heads  # "Consul to the Government of Peru"
            sent = sent or foreign
            verb = link == "to" and next_ == here + 1 and tokens[next_].kind == "w"  # "asked the Minister to supply"
            last = next_ if verb else self.portfolio_end(next_)
            codes = codes or self.whose_diaspora(next_, last)
            last += link == "for" and last > next_ and tokens[last].low in self.words.schemes  # "the Roads project"
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
        text = self.text(at, here).replace("/", " and ")  # "Minister Resident/Consul General"
        return Title(here, text, head, codes, owned)

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
            if self.tokens[step].low in self.words.adjectives and self.tokens[step - 1].low == "the":
                return step + 1  # "to Fiji and the Pacific"
            if step == here or not entry or entry.kind not in ("state", "org", "region"):
                return here
            if self.title(step + 1) or self.tokens[step + 1].kind == "P":
                return here
            here = step + 1
        return here

    def superior(self, at: int) -> Title | None:
        """The title of the unnamed officer whom an aide serves, "to the | Director of the Trade Agency"; None where
        there is none or a name follows."""
        mark = len(self.found)
        entry = self.tokens[at].entry
        whose = entry is not None and entry.kind == "demonym"  # "to the | South Korean President"
        title = self.title(at + whose) if self.tokens[at - 1].low == "the" else None
        if title and not title.head.endswith("s") and self.name_end(title.last) == title.last:
            if whose and entry:
                self.add("entity", at, at + 1, codes=(entry.code,), nested=True)
                return replace(title, codes=(entry.code,))
            return title
        del self.found[mark:]
        return None

    def is_sent_where(self, at: int) -> bool:
        """ "Special envoy to the | region, Jo Lind": whether a word for no actor in particular ends what one is sent
        to, and somebody is named."""
        article, noun, comma = self.tokens[at - 1 : at + 2]
        begin = at + 1 + (comma.low == ",")
        named = self.name_end(self.after_courtesy(begin)) > begin
        return article.low == "the" and noun.low in self.words.sent_where and noun.kind == "w" and named

    def session_end(self, at: int) -> int:
        """Past "75th session" in "President of the 75th session of the General Assembly"; 0 where none is there."""
        known = (here for here in range(at, at + 4) if self.tokens[here].low in self.words.sessions)
        here = next(known, 0)
        plain = all(t.kind in "#wN" and not t.entry for t in self.tokens[at:here])
        return here + 1 if here > at and plain and self.tokens[here + 1].low == "of" else 0

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

    def after_brackets(self, at: int) -> int:
        """Past a word in brackets: "head of the Department of Trade (DoT), said", "Gen. (Rtd.) Jo Lind"."""
        end = at + 2 + (self.tokens[at + 2].kind == ".")
        return end + 1 if self.tokens[at].kind == "(" and self.tokens[end].kind == ")" else at

    def hails_from(self, at: int, head: str) -> bool:
        """ "his counterpart from Peru", "the Foreign Minister from Chile, Jo Lind": whether "from" at ``at`` says whom
        the office serves; an ambassador may be recalled from there."""
        place = at + 1 + (self.tokens[at + 1].low == "the")
        entry, comma = self.tokens[place].entry, self.tokens[place + 1].low == ","
        if not entry or entry.kind != "state" or head in self.words.sent_heads - {"minister"}:
            return False
        more = head.endswith("s") or self.its_body(place, place + 1) > place + 1
        if self.tokens[place + 1].kind in "NU" and more:
            return False  # "colleagues from the UK Foreign Office"
        return head in self.words.colleagues or self.name_end(place + 1 + comma) >= place + 3 + comma
