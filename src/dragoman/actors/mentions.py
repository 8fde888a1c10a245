"""Where a text names actors: names, offices, persons, bodies, groups, pronouns. Who they are is `linking`'s to say.

A hand-written grammar over tokens, left to right, without a parser:

    [demonym | state's] title [of X | for Y] [Name]      Serbian Foreign Minister Marko Đurić
    [demonym | state's] body [of X]                      Serbian armed forces, Ministry of Interior of Serbia
    Name, [the X] title [of X]                           Jens Stoltenberg, Secretary General of NATO
    Name with the head noun of a body                    Baylor University
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.actors.tokens import Token
from dragoman.actors.words import Phrases, Words

Kind = Literal["entity", "office", "person", "name", "body", "organisation", "group", "collective", "pronoun"]
PARTICLES = frozenset(
    [
        "de",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "das",
        "du",
        "la",
        "le",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "ten",
        "bin",
        "bint",
        "ibn",
        "al",
        "el",
        "abu",
        "ben",
        "y",
        "e",
        "zu",
        "af",
    ]
)
SUFFIXES = frozenset(["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"])
AFTER_TITLE = frozenset("designate elect emeritus extraordinary plenipotentiary".split())
REGION_HEADS = frozenset("head governor mayor chairman chief leader director speaker".split())
JOINERS = frozenset([",", "and", "the", "of", "&", "-", "for"])
MAX_NAME = 7
MAX_CHAIN = 14
END = Token("|", 0, 0, "", "", -1)


@dataclass(slots=True)
class Found:
    """A mention before it is linked. ``first`` and ``last`` are its tokens, half-open.

    ``codes`` are those of its possessors ("Serbian", "of Serbia"), in order; ``entry`` is set for plain names. ``name``
    is a person's or body's name, ``title`` the title beside it. ``nested`` mentions stand inside a longer one.
    """

    kind: Kind
    first: int
    last: int
    codes: tuple[str, ...] = ()
    name: str = ""
    title: str = ""
    nested: bool = False
    definite: bool = False
    place: bool = False
    token: Token = END


@dataclass(slots=True)
class Title:
    """A title's extent: ``codes`` whom it serves (of X), ``receiver`` where it is accredited (to X)."""

    last: int
    text: str
    head: str
    codes: tuple[str, ...] = ()
    receiver: tuple[str, ...] = ()


class Scanner:
    """One pass over the tokens of one document; `scan` gives everything found, in order of its first token."""

    def __init__(self, tokens: list[Token], words: Words) -> None:
        self.tokens = [*tokens, *[END] * 16]
        self.count = len(tokens)
        self.words = words
        self.found: list[Found] = []

    def scan(self) -> list[Found]:
        at, steps = 0, {"E": self.from_name, "N": self.from_capital, "U": self.from_capital, "I": self.from_capital}
        while at < self.count:
            step = steps.get(self.tokens[at].kind)
            at = max(at + 1, step(at) if step else self.from_lower(at) if self.tokens[at].kind == "w" else at + 1)
        return sorted(self.found, key=lambda f: (f.first, -f.last))

    def add(self, kind: Kind, first: int, last: int, **fields: object) -> Found:
        found = Found(kind, first, last, token=self.tokens[first], **fields)  # type: ignore[arg-type]
        self.found.append(found)
        return found

    def text(self, first: int, last: int) -> str:
        """The words of tokens ``first:last`` with single spaces as the text has them."""
        out, reached = "", -1
        for token in self.tokens[first:last]:
            out += token.text if reached in (-1, token.start) else f" {token.text}"
            reached = token.end
        return out

    # -- names of the gazetteer ------------------------------------------------------------------------------------

    def from_name(self, at: int) -> int:
        token, entry = self.tokens[at], self.tokens[at].entry
        assert entry is not None
        if entry.kind == "not":
            return at + 1
        if self.is_person_here(at):
            last = self.name_end(at)
            self.add("name", at, last, name=self.text(at, last))
            return last
        if entry.kind == "seat" and self.names_an_instrument(at):
            return at + 1
        if token.text == "Georgia" and self.is_georgia_us(at):
            return at + 1
        firsts, after, possessive = self.possessors(at)
        codes = tuple(dict.fromkeys(e.entry.code for e in firsts if e.entry and e.entry.code))
        longer = 0
        if entry.kind == "body" and (last := self.of_whom(at, at + 1))[0] > at + 1:
            self.add("body", at, last[0], codes=last[2], name=entry.name)
            return last[0]
        if codes and entry.kind in ("state", "org", "demonym", "seat", "house", "body"):
            longer = self.after_possessor(at, after, codes, possessive)
        for index in range(at, after):
            if self.tokens[index].kind == "E":
                self.add("entity", index, index + 1, codes=codes, nested=bool(longer), place=self.is_place(index))
        return max(after, longer)

    def possessors(self, at: int) -> tuple[list[Token], int, bool]:
        """Names coordinated before one head: "the Czech and Slovak ministers", "Russia's and China's"."""
        firsts, after = [self.tokens[at]], at + 1
        kinds = {"demonym"} if firsts[0].entry and firsts[0].entry.kind == "demonym" else set()
        while self.tokens[after].low in ("and", ",", "-") and len(firsts) < 6:
            follower = self.tokens[after + 1]
            if not (kinds and follower.entry and follower.entry.kind in kinds):
                break
            firsts.append(follower)
            after += 2
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
        title = self.title(after)
        if title and (tight or self.tokens[after].kind in "NU"):
            return self.office(at, title, title.codes or codes, definite=True)
        if self.tokens[after].kind == "w" and not tight:
            return 0
        body = self.body(after)
        if body:
            last, name, inner = body
            title = self.title(last) if self.tokens[last].kind in "NU" else None
            if title:
                self.add("body", at, last, codes=inner or codes, name=name, nested=True)
                return self.office(at, title, inner or codes, definite=True)
            own = self.tokens[after].kind == "E" and not name.isupper() and entry.kind in ("state", "demonym")
            self.add("body", at, last, codes=codes if own else inner or codes, name=name)
            return last
        return self.nationals(at, after, entry.kind == "demonym" or possessive)

    def nationals(self, at: int, after: int, ok: bool) -> int:
        """ "Ukrainian people", "Kosovo Serbs": people, who are not their state."""
        follower = self.tokens[after]
        if follower.entry and follower.entry.kind == "nationals":
            self.add("group", at, after + 1, name=self.text(at, after + 1))
            self.add("entity", after, after + 1, codes=(follower.entry.code,), nested=True)
            return after + 1
        for skip in (0, 1):
            noun = self.tokens[after + skip]
            if ok and noun.low in self.words.people_nouns and (skip == 0 or follower.kind == "w"):
                self.add("group", at, after + skip + 1, name=self.text(at, after + skip + 1))
                return after + skip + 1
        return 0

    def is_person_here(self, at: int) -> bool:
        """ "Michael Jordan", "Chad Smith", "Defense Minister Israel Katz": a country's name inside a person's."""
        token, before, follower = self.tokens[at], self.tokens[at - 1] if at else END, self.tokens[at + 1]
        if token.text not in self.words.names_of_people:
            return False
        if before.text in self.words.given_names or (before.low in self.words.honorifics and before.text[0].isupper()):
            return True
        if before.low == "." and at > 1 and self.tokens[at - 2].low in self.words.honorifics:
            return True
        titled = before.low in self.words.title_heads and before.text[:1].isupper()
        return titled and follower.kind == "N" and follower.low not in self.words.title_heads

    def names_an_instrument(self, at: int) -> bool:
        """ "the Minsk agreements", "Treaty of Rome": a city in the name of a thing."""
        follower = self.tokens[at + 1]
        if follower.low in self.words.instrument_nouns and follower.kind in "NUw":
            return True
        back = self.tokens[at - 1].low == "of" and at > 1 and self.tokens[at - 2]
        return bool(back and back.low in self.words.instrument_nouns and back.kind in "NU")

    def is_georgia_us(self, at: int) -> bool:
        near = self.tokens[max(0, at - 4) : at + 4]
        return any(t.text in self.words.us_states for t in near)

    def is_place(self, at: int) -> bool:
        """A seat of government that is only where something is."""
        entry = self.tokens[at].entry
        if entry is None or entry.kind != "seat":
            return False
        before, follower = self.tokens[at - 1] if at else END, self.tokens[at + 1]
        if follower.kind == "P" or follower.low in self.words.seat_verbs:
            return before.low in ("in", "at", "near") and follower.low not in ("has", "agreed")
        if before.low in self.words.place_words or (follower.kind == "," and before.kind == ","):
            return True
        return before.kind in "#|(" and follower.kind in "(,|:"

    # -- titles and persons ----------------------------------------------------------------------------------------

    def title(self, at: int, depth: int = 0) -> Title | None:
        """The title that starts at ``at``, with its complement ("of Foreign Affairs of Estonia")."""
        words, tokens, here, head = self.words, self.tokens, at, ""
        while here < at + 8:
            token = tokens[here]
            if token.kind not in "NUw" or not token.low:
                if token.kind in ".-" and head == "" and here > at:
                    here += 1
                    continue
                break
            low = token.low
            if low in words.title_heads and not self.heads_a_body(here):
                head, here = low, here + 1
            elif (head == "" and low in words.title_modifiers) or (head and low in ("designate", "elect", "emeritus")):
                here += 1
            else:
                break
        if not head:
            return None
        while tokens[here - 1].low not in words.title_heads and tokens[here - 1].kind in ".-":
            here -= 1
        title = self.complement(at, here, head)
        return self.second_title(at, title, depth) if depth < 3 and not head.endswith("s") else title

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
            return Title(more.last, self.text(at, more.last), title.head, codes, title.receiver or more.receiver)
        del self.found[mark:]
        return title

    def heads_a_body(self, at: int) -> bool:
        """ "General Assembly", "Chief Directorate": the word is part of a body's name."""
        follower = self.tokens[at + 1]
        return follower.kind in "NU" and (follower.low in self.words.body_heads or follower.low == "staff")

    def complement(self, at: int, here: int, head: str) -> Title:
        tokens = self.tokens
        codes: tuple[str, ...] = ()
        receiver: tuple[str, ...] = ()
        while tokens[here].low in ("of", "for", "to", "at", "on") and here < at + 24:
            link, next_ = tokens[here].low, here + 1
            while tokens[next_].low in ("the", "all"):
                next_ += 1
            entry = tokens[next_].entry
            if entry and entry.kind not in ("not", "nationals", "demonym") and not self.is_person_here(next_):
                last = self.coordinated(next_)
                found = tuple(e.entry.code for e in tokens[next_:last] if e.entry and e.entry.code)
                if link in ("to", "at", "on"):
                    receiver = found
                elif not codes and entry.kind != "region":
                    codes = found[:1] if entry.kind in ("body", "house") else found
                for index in range(next_, last):
                    if tokens[index].kind == "E":
                        self.add("entity", index, index + 1, codes=codes, nested=True)
                here = last
                continue
            last = self.portfolio_end(next_)
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
        return Title(here, self.text(at, here), head, codes, receiver)

    def region_end(self, at: int) -> int:
        """ "Head of Mordovia Vladimir Volkov": all but the last two of a row of capitalised words; 0 for a short row."""
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
        """The end of what an office is for: "Economic Growth, Energy, and the Environment"."""
        here, last = at, at
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

    def opens_portfolio(self, at: int) -> bool:
        """ "Civilian Security": a word that is not in the list before one that is."""
        return self.tokens[at].kind == "N" and self.tokens[at + 1].low in self.words.portfolio

    def office(self, at: int, title: Title, codes: tuple[str, ...], definite: bool) -> int:
        """A title, with the person who bears it when one is named; gives the end."""
        here = title.last
        if title.head.endswith("s") and title.head not in ("affairs", "chargé d'affaires"):
            return self.offices(at, title, codes, definite)
        courtesy = here
        while self.tokens[courtesy].low in self.words.honorifics and self.tokens[courtesy].text[0].isupper():
            courtesy += 1 + (self.tokens[courtesy + 1].kind == ".")
        if courtesy > here and self.name_end(courtesy) > courtesy:
            here = courtesy
        named = self.name_end(here)
        comma = self.tokens[here].low == "," and (codes or definite)
        if named == here and comma:
            after = self.name_end(here + 1)
            if after - here - 1 >= 2 and not self.is_listed(here + 1, after):
                here, named = here + 1, after
        if named > here:
            after = self.of_state(named) if not codes else ()
            self.add("person", at, named, codes=codes or after, name=self.text(here, named), title=title.text)
            return named
        vocative = self.tokens[at].low in self.words.honorifics and title.last > at + 1
        if not vocative and (codes or definite or self.tokens[at].text[:1].isupper()):
            self.add("office", at, title.last, codes=codes, title=title.text, definite=definite)
        return title.last

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
            end, here, first = named, named, False
            while self.tokens[here].low in (",", "and"):
                here += 1
            if here == named:
                break
        if first and codes:
            self.add("office", at, title.last, codes=codes, title=title.text, definite=definite)
        return end

    def is_listed(self, first: int, last: int) -> bool:
        """Whether a name after a comma goes on as a list or as a new clause's subject with its own title."""
        return self.tokens[last].low == "and" and self.tokens[first - 1].low == ","

    def name_end(self, at: int) -> int:
        """The end of a person's name that starts at ``at``; ``at`` itself when none does."""
        here, last = at, at
        while here < at + MAX_NAME:
            token = self.tokens[here]
            if (
                token.kind == "I"
                or (token.kind in "NU" and self.may_be_name(here))
                or (token.kind == "E" and token.text in self.words.names_of_people and (last > at or here == at))
            ):
                here += 1
                last = here
            elif (token.kind == "." and last > at and self.tokens[here - 1].low in self.words.honorifics) or (
                token.kind == "w" and token.low in PARTICLES and last > at and self.tokens[here + 1].kind in "Nw"
            ):
                here += 1
            else:
                break
        if last == at + 1 and self.tokens[at].kind == "I":
            return at
        if last > at and self.tokens[last].low == "," and self.tokens[last + 1].low in SUFFIXES:
            last += 2 + (self.tokens[last + 2].kind == "." and self.tokens[last + 1].low in ("jr", "sr"))
        return last

    def may_be_name(self, at: int) -> bool:
        low = self.tokens[at].low
        words = self.words
        if low in words.function_words or low in words.body_heads or low in words.private_heads:
            return False
        if low in words.honorifics and low not in words.title_heads:
            return False
        return low not in words.title_heads or low in ("king", "prince", "judge", "general", "marshal", "chief")

    # -- bodies ----------------------------------------------------------------------------------------------------

    def body(self, at: int) -> tuple[int, str, tuple[str, ...]] | None:
        """End, name and own possessor of the body that starts at ``at``."""
        token = self.tokens[at]
        if token.kind == "E":
            entry = token.entry
            if entry and entry.kind == "body":
                last, _, codes = self.of_whom(at, at + 1)
                return last, entry.name, codes or (entry.code,)
            return None
        if token.kind == "w":
            return self.plain_body(at)
        return self.chain(at)

    def plain_body(self, at: int) -> tuple[int, str, tuple[str, ...]] | None:
        """ "armed forces", "foreign ministry", "military"."""
        for here in range(at, at + 4):
            token = self.tokens[here]
            if token.kind not in "wN":
                return None
            two = f"{token.low} {self.tokens[here + 1].low}"
            if two in self.words.plain_bodies:
                return self.of_whom(at, here + 2)
            if token.low in self.words.plain_bodies or token.low in self.words.bare_bodies:
                return self.of_whom(at, here + 1)
            if token.low not in self.words.portfolio and token.low not in self.words.title_modifiers and here > at:
                return None
            if token.low in self.words.function_words:
                return None
        return None

    def of_whom(self, at: int, here: int) -> tuple[int, str, tuple[str, ...]]:
        """Adds "of Serbia" or "of the Republic of Serbia" to a body that ends at ``here``."""
        if self.tokens[here].low == "of":
            next_ = here + 1 + (self.tokens[here + 1].low == "the")
            entry = self.tokens[next_].entry
            if entry and entry.kind in ("state", "org"):
                self.add("entity", next_, next_ + 1, codes=(entry.code,), nested=True)
                return next_ + 1, self.text(at, here), (entry.code,)
        return here, self.text(at, here), ()

    def follows_head(self, at: int) -> bool:
        """ "Federal Security Service | Alexander Bortnikov": a name after a body's head noun is not part of it."""
        if self.tokens[at - 1].low not in self.words.body_heads:
            return False
        low = self.tokens[at].low
        return low not in self.words.portfolio and low not in self.words.body_heads

    def chain(self, at: int) -> tuple[int, str, tuple[str, ...]] | None:
        """Capitalised words with a body's head noun among them, and what hangs on by of, for, on, and."""
        codes: tuple[str, ...] = ()
        here, last, name_last, head = at, at, at, False
        while here < at + MAX_CHAIN:
            token, follower = self.tokens[here], self.tokens[here + 1]
            if token.kind in "NU" and not (head and (self.starts_title(here) or self.follows_head(here))):
                head = head or token.low in self.words.body_heads or token.low in ("government", "side")
                here += 1
                last = name_last = here
            elif token.low in ("of", "for", "on", "to", "against") and head:
                skip = here + 1 + (follower.low == "the")
                entry = self.tokens[skip].entry
                if entry and entry.kind in ("state", "org"):
                    self.add("entity", skip, skip + 1, codes=(entry.code,), nested=True)
                    codes = (entry.code,) if token.low == "of" else codes
                    last = skip + 1
                    break
                if self.tokens[skip].kind not in "NU" or self.starts_title(skip):
                    break
                here = skip
            elif token.low in ("and", ",", "&") and head and here > at + 1:
                step = here + 1 + (follower.low in ("and", "the"))
                if self.tokens[step].low not in self.words.portfolio or self.tokens[step].kind != "N":
                    break
                here = step
            else:
                break
        return (last, self.text(at, name_last), codes) if head else None

    def starts_title(self, at: int) -> bool:
        low = self.tokens[at].low
        return low in self.words.title_heads and not self.heads_a_body(at)

    # -- capitalised words -----------------------------------------------------------------------------------------

    def from_capital(self, at: int) -> int:
        prefix = self.words.prefixes.get(self.tokens[at].text)
        if prefix and self.tokens[at + 1].kind == "-" and self.tokens[at + 2].kind == "E":
            self.add("entity", at, at + 1, codes=(prefix,), nested=True)
            return at + 2
        if self.tokens[at].kind == "I" and self.starts_title(at + 1):
            return at + 1
        group = self.phrase(at, self.words.groups)
        if len(group) > 1:
            self.add("group", at, at + len(group), name=self.text(at, at + len(group)))
            return at + len(group)
        title = self.title(at)
        if title:
            before = self.tokens[at - 1].low if at else ""
            return self.office(at, title, title.codes, definite=before in ("the", "our", "his", "her", "their", "its"))
        honorific = self.tokens[at].low in self.words.honorifics
        if honorific:
            here = at + 1 + (self.tokens[at + 1].kind == ".")
            last = self.name_end(here)
            if last > here:
                self.add("person", at, last, name=self.text(here, last), title=self.tokens[at].text)
                return self.appositive(at, last)
        body = self.chain(at)
        if body and self.tokens[at].low not in self.words.function_words:
            title = self.title(body[0]) if self.tokens[body[0]].kind in "NU" else None
            if title:
                self.add("body", at, body[0], codes=body[2], name=body[1], nested=True)
                return self.office(at, title, body[2] or title.codes, definite=True)
            self.add("body", at, body[0], codes=body[2], name=body[1])
            return body[0]
        organisation = self.organisation(at)
        if organisation:
            self.add("organisation", at, organisation, name=self.text(at, organisation))
            return organisation
        last = self.name_end(at)
        if last == at:
            return at + 1
        self.add("name", at, last, name=self.text(at, last))
        return self.appositive(at, last)

    def appositive(self, at: int, last: int) -> int:
        """ "Jens Stoltenberg, Secretary General of NATO": the office after the name says whom the person serves."""
        mention = self.found[-1]
        if self.tokens[last].low not in (",", "(", "-") or (last - at < 2 and not mention.title):
            return last
        here = last + 1 + (self.tokens[last + 1].low in ("the", "a", "an", "and", "then", "now"))
        codes: tuple[str, ...] = ()
        entry = self.tokens[here].entry
        if entry and entry.kind in ("state", "org", "demonym", "body"):
            codes = (entry.code,)
            here += 1 + (self.tokens[here + 1].kind == "P")
            if self.tokens[here].kind == ")":
                mention.codes = codes
                return last
        mark = len(self.found)
        title = self.title(here)
        if title and title.last > here and self.name_end(title.last) == title.last:
            mention.kind, mention.codes, mention.title = "person", title.codes or codes, title.text
        del self.found[mark:]
        return last

    def organisation(self, at: int) -> int:
        """The end of a private organisation's name: "Baylor University", "Bank of Montreal"; 0 when none."""
        here, head = at, False
        while here < at + MAX_CHAIN:
            token = self.tokens[here]
            inside = token.kind == "E" and token.entry is not None and here > at
            if token.kind in "NUI" or inside:
                head = head or (token.low in self.words.private_heads)
                here += 1
            elif token.low in ("of", "for", "&", "and") and self.tokens[here + 1].kind in "NUE" and here > at:
                if token.low == "and" and not head:
                    break
                if token.low == "and" and self.tokens[here + 1].low not in self.words.portfolio:
                    break
                here += 1
            else:
                break
        return here if head and here > at + 1 else 0

    # -- lower-case words ------------------------------------------------------------------------------------------

    def from_lower(self, at: int) -> int:
        token = self.tokens[at]
        low = token.low
        pronoun = self.words.pronouns.get(low)
        phrase = self.phrase(at, self.words.collectives)
        if phrase and not self.goes_on(at + len(phrase)):
            self.add("collective", at, at + len(phrase), name=" ".join(phrase), definite=True)
            return at + len(phrase)
        if pronoun and not (low == "us" and token.text == "US"):
            self.add("pronoun", at, at + 1, name=low)
            return at + 1
        group = self.phrase(at, self.words.groups)
        if group:
            self.add("group", at, at + len(group), name=self.text(at, at + len(group)))
            return at + len(group)
        definite = low in ("the", "this", "our", "their", "his", "her", "its")
        return self.definite(at) if definite else self.lower_title(at)

    def phrase(self, at: int, phrases: Phrases) -> tuple[str, ...]:
        candidates = phrases.get(self.tokens[at].low)
        if candidates is None:
            return ()
        second = self.tokens[at + 1].low
        for parts in candidates.get(second, ()):
            if len(parts) == 2 or all(self.tokens[at + i].low == part for i, part in enumerate(parts)):
                return parts
        return candidates.get("", ((),))[0]

    def goes_on(self, here: int) -> bool:
        """ "the Government of Serbia", "the Alliance for Peace": the phrase is only the start of a longer name."""
        token, follower = self.tokens[here], self.tokens[here + 1]
        if token.low in ("of", "for") and (follower.kind in "NUE" or follower.low == "the"):
            return True
        return token.kind in "NU" and self.tokens[here - 1].kind == "N" and token.low not in self.words.title_heads

    def definite(self, at: int) -> int:
        """ "the foreign minister", "the armed forces of Serbia"."""
        here = at + 1
        if self.tokens[here].kind != "w":
            return here
        title = self.title(here)
        if title:
            return self.office(here, title, title.codes, definite=True)
        body = self.plain_body(here)
        if body:
            self.add("body", here, body[0], codes=body[2], name=body[1], definite=True)
            return body[0]
        return here

    def lower_title(self, at: int) -> int:
        """ "president Vučić", "officials of the EU": without article only when somebody is named."""
        low = self.tokens[at].low
        if low not in self.words.title_heads and low not in self.words.title_modifiers:
            return at + 1
        mark = len(self.found)
        title = self.title(at)
        if title and (title.codes or self.name_end(title.last) > title.last):
            return self.office(at, title, title.codes, definite=False)
        del self.found[mark:]
        return at + 1
