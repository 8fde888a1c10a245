"""The grammar of two offices of one person, and of an office and the name that stand apart: "the ASEAN Chair, Cambodian
Prime Minister X,"."""

from __future__ import annotations

from bisect import bisect_left

from dragoman.actors.mentions.found import Title, is_past
from dragoman.actors.mentions.titles import Titles


class Apposed(Titles):
    """What belongs together though a comma or "and" stands between."""

    def is_of_name_before(self, at: int, title: Title) -> bool:
        """ "Jo Lind, President of Peru, Bo Berg, Minister of Chad": whether the office at ``at`` is that of the person
        before its comma, as `appositive` read it, and not of the next one."""
        before = next((f for f in reversed(self.found[-6:]) if f.kind == "person" and f.last < at), None)
        comma = before is not None and self.tokens[before.last].low == ","
        near = before is not None and at - before.last <= 1 + (self.tokens[at - 1].low in self.words.definite)
        own = bool(before and comma and near and title.text in (before.title, before.other_title))
        return own or self.goes_on_about(at, title)

    def goes_on_about(self, at: int, title: Title) -> bool:
        """ "Jo Lind, President of Peru and | OAS Envoy for Haiti |, Al Mora, President of Chile": a second office of
        who stands before the first one, where the next person has an office of his own behind the name."""
        office = next((f for f in reversed(self.found[-6:]) if f.kind == "office" and f.last == at - 1), None)
        begin = self.after_courtesy(title.last + 1)
        end = self.name_end(begin)
        listed = self.tokens[title.last].low == "," == self.tokens[end].low and end > begin
        if office is None or self.tokens[at - 1].low != "and" or not listed or not self.title_alone(end + 1):
            return False
        persons = [f for f in self.found[-8:] if f.kind == "person" and f.last < office.first]
        return bool(persons) and office.title in (persons[-1].title, persons[-1].other_title)

    def second_office(self, at: int) -> tuple[int, tuple[str, ...]]:
        """The end and the owner of "Head of the Delegation of Peru" behind the comma at ``at``, a second office of who
        has one that does not say whom he serves: "Jo Lind, Deputy Minister, Head of the Delegation of Peru, left";
        ``at`` and nobody where there is none or where a list goes on."""
        begin = at + 1 + self.is_acronym_before(at + 1)
        title = self.title_alone(begin) if self.tokens[at].low == "," and self.tokens[begin].kind in "NU" else None
        if not title or len(title.codes) != 1 or not title.owned or title.head.endswith("s"):
            return at, ()
        mark, follower = self.tokens[title.last : title.last + 2]
        named = self.name_end(self.after_courtesy(title.last + 1)) > title.last + 1
        closed = mark.kind in ".;|)" or (mark.low == "," and follower.low != "and" and not named)
        return (title.last, title.codes) if closed else (at, ())

    def is_acronym_before(self, at: int) -> bool:
        """Whether an acronym that only says what for stands before a title, "SOM Leader"."""
        return self.tokens[at].kind == "U" and self.starts_title(at + 1)

    def chair_apart(self, at: int, chair: Title) -> int:
        """The end of "ASEAN Chair, Cambodian Prime Minister X,", which begins at ``at``: one person, who serves a state
        and chairs an organisation; 0 where no other office with a name stands between commas."""
        here = chair.last + 1 + (self.tokens[chair.last + 1].low == "the")
        begin, codes = self.owner_at(here, ("state", "demonym"))
        title = self.title_alone(begin) if self.tokens[chair.last].low == "," else None
        ranks = self.words.ranks | self.words.honorifics
        addressed = self.tokens[at].low in self.words.honorifics  # "Mr. Chairman, Minister X, dear guests"
        if not title or addressed or title.head.endswith("s") or title.head in ranks:
            return 0
        first = self.after_courtesy(title.last)
        last = self.name_end(first)
        state, end = self.of_state(last), self.state_end(last)
        if last == first or self.tokens[end].kind not in ",.;|)":
            return 0
        codes = codes or title.codes or state
        self.add("person", at, last, codes=codes, name=self.text(first, last), title=title.text)
        self.found[-1].other_title = chair.text
        if begin > here:
            self.add("entity", here, here + 1, codes=codes, nested=True)
        return last

    def two_offices(self, at: int, title: Title, codes: tuple[str, ...]) -> int:
        """ "Senegalese President and African Union Chairperson Macky Sall": one person, who serves the state and has an
        organisation's office beside; the end of the name, 0 where it is not so."""
        if self.tokens[title.last].low == ",":
            return self.two_named_apart(at, title, codes)
        if self.tokens[title.last].low != "and":
            return 0
        end, organisation = self.owner_at(title.last + 1, ("org", "body"))
        here = end + (self.tokens[end].low in self.words.body_heads)  # "African Union Assembly Chairperson"
        other = self.title_alone(here) if organisation else None
        last = self.name_end(other.last) if other else 0
        if not organisation:
            return self.two_named_apart(at, title, codes)
        if not other or last == other.last:
            return 0
        self.add("person", at, last, codes=codes, name=self.text(other.last, last), title=title.text)
        self.found[-1].other_title = other.text
        self.add("entity", title.last + 1, end, codes=organisation, nested=True)
        return last

    def two_named_apart(self, at: int, title: Title, codes: tuple[str, ...]) -> int:
        """The end of "Kenya's Ambassador to Zambia and Observer to COMESA, Jo Lind,", "UN Envoy for Mali, Head of
        MINUSMA, Jo Lind", which begins at ``at``: two offices of one person, of whom nothing else says whom he serves;
        0 where it is not so."""
        here, mark = title.last + 1, len(self.found)
        other = self.title(here)
        end = other.last if other else here + 3
        known = other is not None or (self.tokens[here].low == "observer" and self.tokens[here + 1].low == "to")
        begin = self.after_courtesy(end + 1)
        last = self.name_end(begin)
        strange = other is not None and (other.head.endswith("s") or not set(other.codes) <= set(codes))
        closed = self.tokens[end].low == "," and self.tokens[last].kind in ",.|"
        if self.tokens[title.last].low == ",":  # no list of two: the same organisation is told of in both
            verb = is_past(self.tokens[last], self.words) or self.tokens[last + 1].low != "and"
            closed = self.tokens[end].low == "," and verb and other is not None and other.codes == codes
        if not known or strange or not closed or last < begin + 2:
            del self.found[mark:]
            return 0
        self.add("person", at, last, codes=codes, name=self.text(begin, last), title=title.text)
        self.found[-1].other_title = other.text if other else ""
        for n in range(here, end if other is None else here):
            if told := self.entry_codes(n, ("state", "org")):
                self.add("entity", n, n + 1, codes=told, nested=True)
        return last

    def state_end(self, at: int) -> int:
        """Past "of Australia" after a name that ends at ``at``; ``at`` where no state stands there."""
        return at + 2 + (self.tokens[at + 1].low == "the") if self.of_state(at) else at

    def of_body(self, at: int) -> tuple[str, ...]:
        """ "Director Jo Lind of the Foreign Ministry of Peru": whose the body is that stands behind a name."""
        if self.tokens[at].low not in ("of", "from"):
            return ()
        mark = len(self.found)
        begin, codes = self.owner_at(at + 1 + (self.tokens[at + 1].low == "the"), ("demonym",))
        body = self.chain(begin) if self.tokens[begin].kind in "NU" else None
        del self.found[mark:]
        return (body[2] or codes) if body else ()

    def of_state(self, at: int) -> tuple[str, ...]:
        """ "Prime Minister Albanese of Australia": the code after a name."""
        if self.tokens[at].low != "of":
            return ()
        entry = self.tokens[at + 1 + (self.tokens[at + 1].low == "the")].entry
        return (entry.code,) if entry and entry.kind in ("state", "org") else ()

    def whose_lately(self, at: int) -> tuple[str, ...]:
        """ "Japan's new Ambassador to Iraq Jo Lind": whose the office at ``at`` is, where only a word for how long its
        holder has it stands between."""
        here = at - 1
        while here > 1 and self.tokens[here].low in self.words.lately:
            here -= 1
        led = 0 < here < at - 1 and self.tokens[here].kind == "P"
        return self.entry_codes(here - 1, ("state", "org")) if led else ()

    def staff_of(self, at: int, here: int, codes: tuple[str, ...], *, told: bool = False) -> int:
        """The end of "Danish defence ministry | official Jo Lind" or "official, Jo Lind,", whose owner begins at ``at``
        and ends before ``here``; ``told`` where that is a body, whose state a later word may tell. 0 where nobody is
        named."""
        here += self.tokens[here].low in ("senior", "top")
        begin = here + 1 + (self.tokens[here + 1].low == ",")
        last = self.name_end(begin)
        closed = begin == here + 1 or (self.tokens[last].low == "," and self.tokens[last + 1].low != "and")
        staff = self.tokens[here].kind in "wN" and self.tokens[here].low in self.words.staff
        if self.tokens[here].low == "member" and here == at + 1 and not told:
            return 0  # "Swiss member Jo Lind" is one of a club
        if not (codes or told) or not staff or not closed or last < begin + 2 or self.is_sent_by_another(at, here):
            return 0
        self.add("person", at, last, codes=codes, name=self.text(begin, last), title=self.tokens[here].text)
        return last

    def is_sent_by_another(self, at: int, here: int) -> bool:
        """ "The EU mission led by the Swiss | diplomat | Jo Lind": whether an organisation that the sentence names is
        more likely whose the diplomat is than the state that he comes from."""
        if self.tokens[here].low not in self.words.sent_to:
            return False
        begin = bisect_left(self.tokens, self.tokens[at].sentence, hi=self.count, key=lambda token: token.sentence)
        return any(t.entry is not None and t.entry.kind == "org" for t in self.tokens[begin:at])

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

    def entry_codes(self, at: int, kinds: tuple[str, ...]) -> tuple[str, ...]:
        """The code of a name of the directory at ``at`` that is one of ``kinds``; nobody where it is none."""
        entry = self.tokens[at].entry
        return (entry.code,) if entry and entry.kind in kinds else ()
