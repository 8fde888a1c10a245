"""The grammar of bodies: "Ministry of Interior of Serbia", "armed forces", "Baylor University"."""

from __future__ import annotations

from dragoman.actors.mentions.found import MAX_CHAIN, is_past, state_and_acronym, state_behind
from dragoman.actors.mentions.joined import Joined


class Bodies(Joined):
    """Where a body's name ends, what it is called and whose it says it is."""

    def body(self, at: int) -> tuple[int, str, tuple[str, ...]] | None:
        """End, name and own possessor of the body that starts at ``at``."""
        token = self.tokens[at]
        if token.kind == "E":
            entry = token.entry
            if entry and entry.kind == "body" and not self.is_party(at + 1):
                last, written, codes = self.of_whom(at, at + 1)
                return last, self.known_name(at, codes) or written, codes or (entry.code,)
            return None
        if self.is_chairing(at) or self.counts_parts(at):
            return None
        return self.plain_body(at) if token.kind == "w" else self.chain(at)

    def known_name(self, at: int, codes: tuple[str, ...]) -> str:
        """What the directory calls the body at ``at``; "" where it is one of another's: "Foreign Office of Chad"."""
        entry = self.tokens[at].entry
        other = bool(codes) and entry is not None and entry.code not in codes
        return "" if entry is None or (other and not self.tokens[at].text.isupper()) else entry.name

    def is_chairing(self, at: int) -> bool:
        """ "Presidency of the Council of the European Union" at ``at``: a term at the head of an organisation, which is
        no body."""
        if self.tokens[at].low not in self.words.chairing or self.tokens[at + 1].low != "of":
            return False
        entry = self.tokens[at + 2 + (self.tokens[at + 2].low == "the")].entry
        return entry is not None and entry.kind in ("org", "body")

    def counts_parts(self, at: int) -> bool:
        """ "27 | Departments of Peru", "three | Ministries": so many of them, and no body of that name."""
        before, noun = self.tokens[at - 1] if at else self.tokens[at], self.tokens[at]
        number = before.kind == "#" or before.low in {*self.words.few, *self.words.numbers}
        return number and noun.kind == "N" and noun.low in self.words.counted_bodies

    def is_party(self, at: int) -> bool:
        """ "Congress | Party": whether a body's head is only the name of the party that follows."""
        return self.tokens[at].kind == "N" and self.tokens[at].low == "party"

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
                if self.heads_next(here):
                    continue
                nobody = self.describes_next(here) or self.is_condition(at, here)
                return None if nobody else self.of_whom(at, here + 1)
            if token.low not in self.words.portfolio and token.low not in self.words.title_modifiers and here > at:
                return None
            if token.low in self.words.function_words:
                return None
        return None

    def heads_next(self, at: int) -> bool:
        """ "The military | junta": whether a word for a body stands before another and says which it is."""
        word, follower = self.tokens[at : at + 2]
        both = word.low in self.words.described_too & self.words.plain_bodies and follower.kind == "w"
        known = self.words.plain_bodies - self.words.bare_bodies - self.words.described_too
        return both and follower.low in known

    def describes_next(self, at: int) -> bool:
        """ "The official | visit", "the press | conference", "the state | border": a word for those who serve a state,
        a body or a group that is an adjective here; but "police | officers", who are of it."""
        token, follower, words = self.tokens[at], self.tokens[at + 1], self.words
        if follower.low in words.qualities.get(token.low, ()):
            return True
        if token.low not in words.described_too:
            return False
        official = token.low == "official" and follower.kind == "N"
        if official and (follower.low in words.portfolio or (token.text.islower() and self.name_end(at + 1) < at + 3)):
            return True  # "Official | Development Assistance", "the official | Facebook page"
        theirs = words.group_heads | words.title_heads | words.bare_bodies | words.of_body
        if token.low in words.plain_bodies and follower.low in theirs:
            return False
        if follower.entry and follower.entry.kind == "demonym":
            return token.low not in words.plain_bodies  # "the official Cuban news agency"
        apart = words.seat_verbs | words.speech | words.prepositions | words.conjunctions | words.no_predicates
        adverb = follower.low in words.no_nouns or follower.low.endswith(words.adverb_endings)
        other = adverb or follower.low in apart | words.speaking | words.auxiliaries or is_past(follower, words)
        object_ = words.definite | words.pronouns.keys() | {"a", "an"}
        then = self.tokens[at + 2]
        known = follower.low.removesuffix("s") in words.no_nouns  # "the military takes power", "military acts ended"
        verb = then.low in object_ or (known and then.low not in words.prepositions and not is_past(then, words))
        other = other or (follower.low.endswith("s") and verb)  # "the state offers its"
        return follower.kind == "w" and not other

    def is_condition(self, at: int, here: int) -> bool:
        """Whether the noun at ``here`` of a phrase that begins at ``at`` tells how things are or are done and no body:
        "the state of play", "the administration of justice", "leadership on climate", "the visa regime"."""
        noun, link, follower = self.tokens[here : here + 3]
        if noun.low == "regime" and here > at:
            return self.tokens[here - 1].low in self.words.rules_too
        if noun.low == "leadership":
            dated = follower.kind == "#" or (follower.kind == "w" and follower.text[:1].isupper())  # "on Monday"
            return self.is_under(here) or link.low in ("role", "roles") or (link.low == "on" and not dated)
        if noun.low == "state" and link.low == "and" and self.tokens[here + 3].low == "of":
            return True  # "the state and prospects of ties"
        if noun.low not in ("state", "administration") or link.low != "of":
            return False
        step = here + 2 + (follower.low == "the")
        named = self.tokens[step].entry
        if noun.low == "administration":
            titled = self.tokens[step].low in self.words.title_modifiers and self.starts_title(step + 1)
            return self.tokens[step].kind == "w" and not titled  # but "the administration of former President X"
        goes_on = self.tokens[step + 1].kind in "-P" or self.tokens[step + 1].low == "and"
        return not named or named.kind == "demonym" or goes_on

    def is_under(self, here: int) -> bool:
        """ "Under the wise | leadership", and not "Under pressure, the | leadership", "Under Lind the | leadership"."""
        before = [t.low for t in self.tokens[max(0, here - 4) : here]]
        between = before[before.index("under") + 1 :] if "under" in before else [","]
        return "," not in between and "the" not in between[1:]

    def of_whom(self, at: int, here: int) -> tuple[int, str, tuple[str, ...]]:
        """Adds "of Serbia" or "of the Republic of Serbia" to a body that ends at ``here``, "of Chad and Mali" to
        several: "the governments". What only praises or counts it is no part of its name, "seven-member |"."""
        begin = at + (here > at + 1 and self.tokens[at].kind == "w" and self.only_tells(self.tokens[at].low))
        if self.tokens[here].low == "of":
            next_ = here + 1 + (self.tokens[here + 1].low == "the")
            entry = self.tokens[next_].entry
            seat = entry is not None and entry.kind == "seat" and self.tokens[here - 1].low in self.words.seat_heads
            if entry and (seat or entry.kind in ("state", "org")):
                self.add("entity", next_, next_ + 1, codes=(entry.code,), nested=True)
                several = self.tokens[here - 1].low in self.words.reference["plural"]
                last, codes = self.of_each(next_ + 1, (entry.code,)) if several else (next_ + 1, (entry.code,))
                return last, self.text(begin, here), codes
        return here, self.text(begin, here), ()

    def only_tells(self, word: str) -> bool:
        """ "Valiant", "worn-out", "own", "seven-member": how a body is or how many they are, and not which one."""
        return word in self.words.telling["words"] or word.endswith(tuple(self.words.telling["endings"]))

    def follows_head(self, at: int) -> bool:
        """ "Federal Security Service | Alexander Bortnikov": a name after a body's head noun is not part of it."""
        head = self.tokens[at - 1].low
        if head not in self.words.body_heads and head not in self.words.lands:
            return False
        low = self.tokens[at].low  # "Police Service | Academy" goes on
        return not any(low in more for more in (self.words.portfolio, self.words.body_heads, self.words.units))

    def is_place_name(self, at: int, here: int) -> bool:
        """Whether the words before a part of a state are its name: "Perm Region", not "Western Region"."""
        return all(
            t.low not in self.words.adjectives and t.low not in self.words.function_words for t in self.tokens[at:here]
        )

    def chain(self, at: int) -> tuple[int, str, tuple[str, ...]] | None:
        """Capitalised words with a body's head noun among them, and what hangs on by of, for, on, and."""
        codes: tuple[str, ...] = ()
        here, last, name_last, head = at, at, at, False
        while here < at + MAX_CHAIN:
            token, follower = self.tokens[here], self.tokens[here + 1]
            if head and len(token.text) == 1 and follower.kind == "-":
                break  # "Air Force C-130"
            if head and (token.low in self.words.honorifics or self.names_a_person(here)):
                break  # "Ministry of Foreign Affairs Dr. X"
            two = f"{self.tokens[here - 1].low} {token.low}" if here > at else ""  # "Consulate General"
            apart = head and (self.starts_title(here) or self.follows_head(here)) and two not in self.words.body_heads
            if token.kind in "NU" and not apart:
                head = head or bool({token.low, two} & self.words.body_heads) or token.low in ("government", "side")
                head = head or (here > at and token.low in self.words.lands and self.is_place_name(at, here))
                here += 1
                last = name_last = here
            elif here > at and token.entry and token.entry.kind == "body" and token.low in self.words.body_heads:
                head = True  # "National Congress", of which "Congress" alone is another's
                here += 1
                last = name_last = here
            elif head and token.low == "affairs" and self.tokens[here - 1].kind == "N":
                here += 1  # "Ministry of Foreign affairs"
                last = name_last = here
            elif head and token.kind == "w" and token.text[:1].isupper() and token.low in self.words.portfolio:
                here += 1  # "Water Resources", whose second word opens headings as well
                last = name_last = here
            elif head and token.entry and token.entry.kind == "region" and self.ends_in_head(here):
                here += 1  # "Special Operations Command Europe"
                last = name_last = here
            elif token.kind == "P" and follower.kind == "N" and self.tokens[here - 1].low in self.words.possessed:
                here += 1
            elif token.low == "of" and (end := self.of_holders(here)):
                here = last = name_last = end
                head = True  # "Conference of Foreign Ministers"
            elif token.low in ("and", ",") and not head and (end := self.joint_name(at, here)):
                here = end
            elif token.low == "and" and head and self.alike(here):
                here += 1
            elif token.low in ("of", "for", "on", "to", "against") and head:
                if token.low == "to" and self.tokens[here - 1].low not in self.words.bodies_to:
                    break
                skip = here + 1 + (follower.low == "the")
                entry = self.tokens[skip].entry
                if entry and entry.kind in ("state", "org"):
                    self.add("entity", skip, skip + 1, codes=(entry.code,), nested=True)
                    codes = (entry.code,) if token.low == "of" else codes
                    last = skip + 1
                    break
                if self.tokens[skip].kind not in "NU" or self.starts_title(skip + (self.tokens[skip].low == "prime")):
                    break  # "Government of Prime Minister X"
                here = skip
            elif token.low in ("and", ",", "&") and head and here > at + 1:
                skipped = ("and", "the", "of") if token.low == "and" else ("and", "the")
                step = here + 1 + (follower.low in skipped)
                if self.tokens[step].low not in self.words.portfolio or self.tokens[step].kind != "N":
                    break
                apart = follower.low == "the"
                if apart and not any(t.low in ("of", "for") for t in self.tokens[at:here]):
                    break  # "the Coast Guard and the Navy"
                begin = step if token.low == "," else step + 1  # "of Justice and the Police" is one
                if token.low == "," and self.tokens[here - 1].low in self.words.lands:
                    break  # "Perm Region, the Foreign Ministers"
                many = self.tokens[step].low in self.words.of_holders | self.words.bare_bodies
                other = many or self.heads_its_own(begin, apart=apart)
                bank = self.tokens[step + 1].low == "bank"  # "City Council and Development Bank"
                if bank or (other and (apart or token.low == ",")):
                    break  # "the Planning Commission, the Supreme Court"
                here = step
            else:
                break
        if head and all(t.kind in "NU" for t in self.tokens[at:last]) and self.names_a_scheme(last):
            return None
        if self.is_party(last):
            return None
        if head and not codes and (behind := state_and_acronym(self.tokens, last)):
            codes = (behind[0],)
        if head and not codes and (owner := self.owner_behind_brackets(last)):
            codes = (owner,)
        if self.tokens[at].low in self.words.seated and not codes and (code := state_behind(self.tokens, last)):
            codes = (code,)
        if head and not codes and (end := self.spelled_end(at)) > last:
            self.add_states(last, end)
            last = name_last = end
        name = self.text(at, name_last)
        if codes and (one := self.one_of_each(name)):
            last, each = self.of_each(last, codes)
            name, codes = (one if len(each) > len(codes) else name), each
        return (last, name, codes) if head else None

    def owner_behind_brackets(self, at: int) -> str:
        """Whose a body is that ends before ``at``, "Ministry of Transport | (MOT) of Chad"; "" where none is named."""
        opens, acronym, closes, link, follower = self.tokens[at : at + 5]
        state = self.tokens[at + 4 + (follower.low == "the")].entry
        bracketed = opens.kind == "(" and acronym.text.isupper() and closes.kind == ")" and link.low == "of"
        return state.code if bracketed and state and state.kind == "state" else ""

    def of_holders(self, at: int) -> int:
        """The end of "of Permanent Representatives" at ``at`` behind "Committee": whom the body is made of; 0 where it
        is not there or they are named."""
        here = at + 1 + (self.tokens[at + 1].low == "the")
        while self.tokens[here].kind in "NU" and self.tokens[here].low in self.words.title_modifiers:
            here += 1
        entry = self.tokens[here].entry
        here += entry is not None and entry.kind == "body"  # "Committee of Security Council Secretaries"
        holder = self.tokens[here]
        many = holder.kind in "NU" and holder.low.endswith("s") and holder.low in self.words.title_heads
        made_of = many and self.tokens[at - 1].low in self.words.of_holders
        return here + 1 if made_of and self.name_end(here + 1) == here + 1 else 0

    def names_a_person(self, here: int) -> bool:
        """ "Ministry of Finance | Madhu Kumar Rao": two or more strange names follow what the body is for."""
        end = self.name_end(here)
        words = self.words
        known = words.portfolio | words.companions | words.lands | words.instrument_nouns | words.adjectives
        if self.tokens[here - 1].low not in words.portfolio or end < here + 2 or self.tokens[end].kind in "NUE":
            return False
        return known.isdisjoint(t.low for t in self.tokens[here:end])

    def heads_its_own(self, here: int, *, apart: bool) -> bool:
        """Whether the capitalised words at ``here`` have a body's head of their own: "Trade Agency", and ``apart`` by
        an article "Supreme Court", whose head tells what an office is for as well."""
        limit = here + MAX_CHAIN
        while here < limit and (self.tokens[here].kind in "NU" or (apart and self.goes_through(here))):
            low = self.tokens[here].low
            if low in self.words.body_heads and (apart or low not in self.words.portfolio):
                return True
            here += 1
        return False

    def unit(self, at: int) -> int:
        """The end of "Victim Support Unit" or "Institute of Chemistry" at ``at``, a part of a body or organisation; 0
        where none is named."""
        here = last = at
        while here < at + MAX_CHAIN and self.tokens[here].kind in "NU" and not self.starts_title(here):
            here += 1
            last = here if self.tokens[here - 1].low in self.words.units else last
        whole = self.organisation(at) if self.tokens[last].low in ("of", "for") else 0
        return max(last, whole) if max(last, whole) > at + 1 else 0

    def goes_through(self, here: int) -> bool:
        """Whether a token stands within a body's name: "Economic | and | Social Council", "People | 's | Court"."""
        possessed = self.tokens[here].kind == "P" and self.tokens[here - 1].low in self.words.possessed
        return possessed or self.tokens[here].low == "and"

    def names_a_scheme(self, here: int) -> bool:
        """ "Police | Development Programme", "Military | Training Agreement": a thing's name goes on at ``here``."""
        before, limit = self.tokens[here - 1], here + MAX_CHAIN
        while here < limit and self.tokens[here].kind in "NU" and not self.starts_title(here):
            before = self.tokens[here]
            here += 1
        return before.kind in "NU" and before.low in self.words.schemes

    def ends_in_head(self, here: int) -> bool:
        """Whether the word before ``here`` is the head of a body's name, written with a capital."""
        before = self.tokens[here - 1]
        return before.kind in "NU" and before.low in self.words.body_heads

    def bank(self, at: int) -> tuple[int, str, tuple[str, ...]] | None:
        """End, name and owner of a state's bank, "Bank of Ghana"; None where there is none."""
        end = self.organisation(at)
        owner = self.tokens[end - 1].entry if end else None
        if not owner or owner.kind != "state" or "bank" not in self.text(at, end).lower():
            return None
        return end, self.text(at, end), (owner.code,)

    def is_double_name(self, here: int) -> bool:
        """Whether the hyphen at ``here`` joins a capital to the word behind it: "Kyiv-Mohyla Academy"."""
        before, hyphen, behind = self.tokens[here - 1 : here + 2]
        glued = hyphen.kind == "-" and before.end == hyphen.start and hyphen.end == behind.start
        return glued and behind.kind == "N" and before.entry is not None and before.entry.kind == "seat"

    def is_of_people(self, here: int) -> bool:
        """Whether the apostrophe at ``here`` tells of which people a private body is: "Pacific People | 's | Union"."""
        people, mark, head = self.tokens[here - 1 : here + 2]
        known = people.low in self.words.possessed or people.low in self.words.people_nouns
        return mark.kind == "P" and people.kind == head.kind == "N" and known

    def organisation(self, at: int) -> int:
        """The end of a private organisation's name: "Baylor University", "Ethiopian Airlines"; 0 when none."""
        here, head, heads = at, False, self.words.private_heads
        while here < at + MAX_CHAIN:
            token = self.tokens[here]
            inside = token.entry is not None and (
                here > at or token.entry.kind in ("demonym", "state", "seat", "region")
            )
            if here > at and self.starts_title(here):
                break  # "British Airways CEO Jo Lind"
            if token.kind in "NUI" or inside:
                party = inside and token.low.endswith(" party")  # "Social | Democratic Party"
                head = head or party or token.low in heads
                here += 1
            elif token.low in ("of", "for", "&", "and") and self.tokens[here + 1].kind in "NUE" and here > at:
                if token.low == "and" and not head and not self.joins_name(at, here):
                    break
                if token.low == "and" and head and self.tokens[here + 1].low not in self.words.portfolio:
                    break
                if token.low == "and" and self.tokens[here - 1].low in heads and self.runs_into(here + 1, heads):
                    break  # "the Sports Organization and European Athletics Association"
                here += 1
            elif here > at and (self.is_double_name(here) or self.is_of_people(here)):
                here += 1
            else:
                break
        while here > at and self.tokens[here - 1].low in ("and", "of", "for", "&"):
            here -= 1  # "the NATO Summit and | President X"
        end = self.spelled_end(at)
        if end > here and any(t.low in heads for t in self.tokens[at:end]):
            self.add_states(here, end)
            return end
        return here if head and here > at + 1 else 0
