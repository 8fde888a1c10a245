"""The grammar of names that are known, and of what belongs to them: "Serbian armed forces", "Kenya's president"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.actors.mentions.found import END
from dragoman.actors.mentions.places import Places
from dragoman.actors.mentions.tokens import Token
from dragoman.actors.mentions.words import Words


class Owners(Places):
    """What begins with the name of a state, an organisation, a body, a capital or a region."""

    def from_name(self, at: int) -> int:
        token, entry = self.tokens[at], self.tokens[at].entry
        assert entry is not None
        if entry.kind == "not" and token.low.endswith("american") and (group := self.group_of_region(at)):
            return group
        follower = self.tokens[at + 1]
        if entry.kind == "region" and follower.kind == "N" and follower.low in self.words.adjectives:
            return at + 1  # "the West | African country"
        if entry.kind == "demonym" and self.is_money(at):
            return at + 2
        if entry.kind == "not" or self.is_money(at) or (at and self.tokens[at - 1].text in self.words.ships):
            return at + 1
        if token.text in self.words.short_titles and (held := self.short_office(at)):
            return held
        if self.is_person_here(at):
            last = self.name_end(at)
            self.add("name", at, last, name=self.text(at, last))
            return last
        if is_of_town(self.tokens, at, self.words):
            return at + 1
        if entry.kind == "seat" and (self.names_an_instrument(at) or self.is_strange_town(at) or self.is_based(at)):
            return at + 1
        if entry.kind in ("state", "demonym") and self.is_geography(at):
            return at + 1
        if entry.kind in ("state", "demonym", "seat") and (thing := self.called_after(at)):
            return thing
        if token.text == "Georgia" and self.is_georgia_us(at):
            return at + 1
        if entry.kind in ("seat", "region") and (institution := self.of_capital(at)):
            self.add("organisation", at, institution, name=self.text(at, institution))
            return institution
        if entry.kind == "group" and token.text in self.words.ethnic and (army := self.own_army(at)):
            return army
        if entry.kind == "group" and (end := self.of_organisation(at)):
            return end
        if entry.kind == "body" and self.is_party(at + 1):
            self.add("organisation", at, at + 2, name=self.text(at, at + 2))
            return at + 2
        if self.leads_coalition(at):
            self.add("entity", at, at + 1, codes=(entry.code,), nested=True)
            self.add("group", at, at + 4, name=self.text(at, at + 4).removeprefix("the "))
            return at + 4
        if entry.kind in ("demonym", "state") and (named := self.chairing(at) or self.movement(at)):
            return named
        if joint := self.joint_body(at):
            return joint
        firsts, after, possessive = self.possessors(at)
        if entry.kind in ("body", "org") and (holder := self.holder_of_named(at)):
            return holder
        codes = tuple(dict.fromkeys(e.entry.code for e in firsts if e.entry and e.entry.code))
        longer = 0
        if entry.kind == "body" and (owned := self.of_whom(at, at + 1))[0] > at + 1:
            self.add("body", at, owned[0], codes=owned[2], name=self.known_name(at, owned[2]) or owned[1])
            return owned[0]
        if entry.kind in ("org", "body") and (branch := self.branch(at, after, codes)):
            return branch
        if codes and entry.kind in ("state", "org", "demonym", "seat", "house", "body"):
            longer = self.after_possessor(at, after, codes, possessive)
        speaker = self.speaker_of(after, codes) if entry.kind == "org" and possessive and not longer else 0
        if entry.kind == "state" and possessive and not longer:
            speaker = self.possessed_name(at, after, codes)
        if entry.kind == "region" and (agency := self.regional_agency(at)):
            return agency
        if entry.kind == "region" and not possessive and (group := self.group_of_region(at)):
            return group
        for index in range(at, after):
            if self.tokens[index].kind == "E":
                self.add("entity", index, index + 1, codes=codes, nested=bool(longer), place=self.is_place(index))
        return max(after, longer, speaker)

    def short_office(self, at: int) -> int:
        """The end of "NSA Jo Lind" at ``at``, an acronym of an office that is a body's as well; 0 where nobody is
        named."""
        title = self.title(at) if self.is_holder_named(at + 1) and self.tokens[at - 1].kind != "P" else None
        return self.office(at, title, title.codes, definite=False) if title else 0

    def is_geography(self, at: int) -> bool:
        """ "Mozambique Channel", "Lake Malawi": a state's name in that of a water or land, but no "Niger Basin
        Authority"."""
        before, follower = self.tokens[at - 1] if at else END, self.tokens[at + 1]
        named = follower.kind == "N" and follower.low in self.words.geography_behind
        led = before.kind == "N" and before.low in self.words.geography_before
        return (named or led) and not self.runs_into(at + 1, self.words.body_heads | self.words.private_heads)

    def called_after(self, at: int) -> int:
        """The end of "Lima Street", "the Peru Cup", "Samoa Observer" at ``at``, of what only has a state or capital in
        its name; 0 where nothing is called so."""
        follower = self.tokens[at + 1]
        named = follower.kind == "N" and follower.low in self.words.called_after
        return at + 2 if named and self.tokens[at + 2].kind not in "NU" else 0

    def holder_of_named(self, at: int, first: int = -1, owner: str = "") -> int:
        """The end of an office that has an entry of its own with the person who holds it: "UN High Commissioner for
        Refugees X", "OSCE High Commissioner on National Minorities, X", which begins at ``first`` where its ``owner``
        stands before it; 0 where nobody is named."""
        token, entry = self.tokens[at], self.tokens[at].entry
        parts = token.low.split()
        ends = [n for n, part in enumerate(parts) if parts[n + 1 : n + 2] in ([], ["for"], ["of"], ["on"])]
        heads = [parts[n] for n in ends if parts[n] in self.words.title_heads and not parts[n].endswith("s")]
        if entry is None or not heads or not self.words.body_heads.isdisjoint(parts):
            return 0
        mark = len(self.found)
        office = self.complement(at, at + 1, heads[0])
        begin, last = self.named_behind(at, office.last, apart=True)
        if last == begin:
            del self.found[mark:]
            return 0
        world = (code for known, code in self.words.world_offices.items() if known in token.low)
        theirs = office.codes[:1] if office.owned else ()  # "the High Representative of the African Union"
        name, code = self.text(begin, last), owner or next(iter(theirs), "") or next(world, entry.code)
        his = at > 0 and self.tokens[at - 1].low in self.words.owned - {"the"}  # "his High Representative"
        codes = () if his else (code,)
        self.add("person", at if first < 0 else first, last, codes=codes, name=name, title=office.text)
        return self.appositive(at, last)

    def possessors(self, at: int) -> tuple[list[Token], int, bool]:
        """Names coordinated before one head: "the Czech and Slovak ministers", "Russia's and China's"."""
        firsts, after = [self.tokens[at]], at + 1
        kinds = {"demonym"} if firsts[0].entry and firsts[0].entry.kind == "demonym" else set()
        while self.tokens[after].low in ("and", ",", "-") and len(firsts) < 6:
            step = 1 + (self.tokens[after].low == "," and self.tokens[after + 1].low == "and")
            follower = self.tokens[after + step]
            shared = self.tokens[after].low == "and" and self.shares_head(after + step)
            if not (kinds and follower.entry and (follower.entry.kind in kinds or shared)):
                break
            firsts.append(follower)
            after += 1 + step
        while self.tokens[after].kind == "P" and self.tokens[after + 1].low in ("and", ","):
            follower = self.tokens[after + 2]
            if not (follower.entry and follower.entry.kind == "state" and self.tokens[after + 3].kind == "P"):
                break
            firsts.append(follower)
            after += 3
        possessive = self.tokens[after].kind == "P"
        return firsts, after + possessive, possessive

    def after_possessor(self, at: int, after: int, codes: tuple[str, ...], possessive: bool) -> int:
        """The longer mention that starts with the possessor at ``at``; 0 when there is none."""
        entry = self.tokens[at].entry
        assert entry is not None
        tight = possessive or entry.kind == "demonym" or entry.kind in ("org", "body") or len(self.tokens[at].text) < 5
        if entry.kind in ("demonym", "state") and not possessive and (society := self.relief_society(after)):
            self.add("organisation", at, society, name=self.text(at, society).removeprefix("The "))
            return society
        title = self.title(after)
        if entry.kind == "seat" and not possessive and self.is_place(at):
            return 0  # "In Brussels Secretary General Stoltenberg said"
        led = at > 0 and self.tokens[at - 1].low in self.words.owned
        owned = entry.kind == "state" and (led or self.tokens[at].low.startswith("the "))
        close = tight or self.tokens[after].kind in "NU" or self.tokens[at].text in self.words.seats
        if title and (close or (owned and not title.head.endswith("s"))):  # "Kremlin spokesman Jo Lind"
            served = title.codes if title.owned or not codes else codes
            return self.office(at, title, served or codes, definite=True)
        if tight and entry.kind in ("state", "demonym") and (sent := self.sent_by(at, after, codes)):
            return sent
        if staff := self.staff_of(at, after, codes):
            return staff
        noun = self.tokens[after]
        if not possessive and (part := self.own_part(at, after, codes)):
            return part
        if entry.kind in ("state", "org", "body") and not possessive and self.is_predicate(after):
            return 0
        others = self.relations_end(after) if possessive else 0
        if others and not self.names_its_own(others - 1):
            self.add("group", at, others, name=self.text(at, others))  # "the EU's partners" are others
            return others
        if noun.low in self.words.partners and not possessive and (named := self.titled_apart(at, after + 1, codes)):
            return named
        if noun.low == "state" and self.is_state_company(after + 1):
            return 0
        if entry.kind in ("state", "demonym") and (fighters := self.fighters(at, after)):
            return fighters
        two = f"{noun.low} {self.tokens[after + 1].low}"
        plain = two in self.words.plain_bodies or noun.low in self.words.plain_bodies - self.words.verbs_too
        if noun.kind == "w" and not tight and not plain:
            return 0
        if self.tokens[after].kind == "E" and (held := self.holder_of_named(after, at, codes[0])):
            return held
        body = None if self.is_doing(after) else self.body(after)
        if body:
            last, name, inner = body
            known = self.tokens[after].kind == "E" and not self.tokens[after].text.isupper()
            if known and entry.kind in ("demonym", "state") and inner and not set(inner) & set(codes):
                last, inner = self.rest_of_name(last), codes
                name = self.text(after, last)  # "Chad's Ministry of Foreign Affairs and Trade"
            named = self.name_end(last)
            head = name.lower().split()[-1]  # "European Commission official Jo Lind"
            official = head == "official" and named > last + 1 and not self.is_no_name(after, last, named)
            if (head in self.words.title_heads and named > last) or official:
                self.add("person", at, named, codes=inner or codes, name=self.text(last, named), title=name)
                return named
            begin = self.after_brackets(last)  # "the Malawi Police Service (MPS) Commander X"
            begin += self.tokens[begin].kind == "P"  # "the Malawi Parliament's Speaker X"
            title = self.title(begin) if self.tokens[begin].kind in "NU" or self.is_held(begin) else None
            if title:
                self.add("body", at, last, codes=inner or codes, name=name, nested=True)
                return self.office(at, title, inner or codes, definite=True)
            if staff := self.staff_of(at, last, inner or codes):
                self.add("body", at, last, codes=inner or codes, name=name, nested=True)
                return staff
            other = entry.kind == "org" and not self.words.title_heads.isdisjoint(name.lower().split())
            own = known and not name.isupper() and (other or entry.kind in ("state", "demonym"))
            own = own or (entry.kind == "demonym" and head == "administration")  # "Dutch administration of Aruba"
            self.add("body", at, last, codes=codes if own else inner or codes, name=name)
            return last
        if entry.kind == "org" and not possessive and (unit := self.unit(after)) and not self.goes_on(unit):
            self.add("body", at, unit, codes=codes, name=self.text(after, unit))
            return unit
        adjective = entry.kind in ("demonym", "state") and not possessive and noun.kind in "NU"
        organisation = self.organisation(at) if adjective else 0
        named = not self.words.named_for.isdisjoint(t.low for t in self.tokens[at + 1 : organisation])
        thing = self.tokens[organisation - 1].low in self.words.companions | self.words.instrument_nouns
        if entry.kind == "state" and (not named or thing or self.is_funding(at)):
            organisation = 0  # "Kenya Airways", but no "Ukraine Recovery Conference"
        led = self.tokens[organisation].low in self.words.title_heads  # "Serbian Company Commander"
        if organisation and not led and "bank" not in self.text(at, organisation).lower():
            organisation = self.elsewhere(organisation, entry.code)
            self.add("organisation", at, organisation, name=self.text(at, organisation))
            return organisation
        return self.nationals(at, after, entry.kind == "demonym" or possessive)

    def is_doing(self, at: int) -> bool:
        """ "KFOR | comprises troops", "MINUSMA | includes soldiers": a verb, no word for what a body does."""
        token, words = self.tokens[at], self.words
        verbal = token.low.endswith("s") and not token.low.endswith(("ss", "us", "ics"))
        if token.kind != "w" or not verbal or self.tokens[at + 1].kind != "w":
            return False
        nouns = (
            words.portfolio, words.title_modifiers, words.plain_bodies, words.bare_bodies, words.group_heads,
            words.body_heads, words.title_heads, words.described_groups,
        )  # fmt: skip
        return not any(token.low in known for known in nouns)

    def sent_by(self, at: int, after: int, codes: tuple[str, ...]) -> int:
        """The end of "Ghana's U.N. ambassador, Jo Lind" at ``at``, one who is sent by a state to the organisation that
        is named ``after`` it; 0 where there is none."""
        where = self.tokens[after].entry
        title = self.title(after + 1) if where and where.kind == "org" else None
        if not where or not title or title.codes or title.head.removesuffix("s") not in self.words.sent_to:
            return 0
        self.add("entity", after, after + 1, codes=(where.code,), nested=True)
        title.text = self.text(after, title.last)
        return self.office(at, title, codes, definite=True)

    def relations_end(self, at: int) -> int:
        """The end of "partners" or "key development partners" at ``at`` behind "Chad's"; 0 where it is not there."""
        words = self.words
        for here in range(at, at + 4):
            token = self.tokens[here]
            if token.kind != "w" or token.low in words.relations:
                return here + 1 if token.kind == "w" and token.low in words.relations else 0
            if token.low not in words.closeness and token.low not in words.portfolio:
                return 0
        return 0

    def speaker_of(self, at: int, codes: tuple[str, ...]) -> int:
        """ "UNDP's Jo Lind said": adds who speaks for an organisation and has no title; the end, 0 when nobody does."""
        last = self.name_end(at)
        speaks = self.tokens[last].low in self.words.speech and at + 2 <= last <= at + 3
        if not speaks or any(t.kind != "N" or t.low in self.words.portfolio for t in self.tokens[at:last]):
            return 0
        self.add("person", at, last, codes=codes, name=self.text(at, last))
        return last

    def names_an_instrument(self, at: int) -> bool:
        """ "the Minsk agreements", "Treaty of Rome": a city in the name of a thing."""
        follower = self.tokens[at + 1]
        if follower.low in self.words.instrument_nouns and follower.kind in "NUw":
            return True
        back = self.tokens[at - 1].low == "of" and at > 1 and self.tokens[at - 2]
        return bool(back and back.low in self.words.instrument_nouns and back.kind in "NU")

    def is_georgia_us(self, at: int) -> bool:
        near = self.tokens[max(0, at - 12) : at + 12]
        return any(t.text in self.words.us_states for t in near)

    def is_money(self, at: int) -> bool:
        """ "US$ 2 billion", "US dollars", "NOK 200 million", "USD750,000", "Japanese Yen": what stands at ``at`` says
        in which money an amount is."""
        token, follower = self.tokens[at], self.tokens[at + 1]
        if token.entry and token.entry.kind == "demonym":
            return follower.kind == "N" and follower.low in self.words.coins
        if token.kind == "U" and at and len(token.text) == 3 and self.tokens[at - 1].low in self.words.scales:
            return True
        if token.kind == "U":
            scale = self.tokens[at + 2].low
            large = len(token.text) > 5 or follower.low in self.words.scales  # "USD50 million", no "COP26"
            glued = token.text[:3] in self.words.currencies and token.text[3:].isdigit() and large
            return glued or (len(token.text) == 3 and follower.kind == "#" and scale in self.words.scales)
        marked = follower.kind == "$" and self.tokens[at + 2].kind == "#"
        return token.text.isupper() and (marked or follower.low in ("dollar", "dollars"))


def is_of_town(tokens: Sequence[Token], at: int, words: Words) -> bool:
    """ "The Congress | of Vienna": what is called after a town in which powers met, no parliament."""
    if tokens[at].low not in words.conferences:
        return False
    of, town = [*tokens[at + 1 : at + 3], END, END][:2]
    return of.low == "of" and town.entry is not None and town.entry.kind == "seat"
