"""The grammar of several offices and the names of those who have them one by one: "the ministers of Peru (Jo Lind) and
Chile (Al Mora)"."""

from __future__ import annotations

from dragoman.actors.mentions.behind import Behind
from dragoman.actors.mentions.found import Title, is_past

LONGEST = 60
"""Tokens behind a title among which its row is looked for."""


class Rows(Behind):
    """Each method takes a title in the plural that nobody is named right behind, adds the persons of its row and gives
    the row's end; 0 where there is none."""

    def named_apart(self, at: int, title: Title, codes: tuple[str, ...]) -> int:
        if len(codes) == 1 and (end := self.bracketed(at, title, codes[0])):
            return end
        end = self.each_of_its_state(title) or (self.listed_behind(title, codes) if len(codes) == 1 else 0)
        if end and codes:
            self.add("office", at, title.last, codes=codes, title=title.text, definite=True)
        return end

    def bracketed(self, at: int, title: Title, code: str) -> int:
        """ "Ministers of Peru (Jo Lind) and Chile (Al Mora)": a name in brackets behind each state."""
        here, end, mark = title.last, 0, len(self.found)
        while self.tokens[here].low == "(" and here < title.last + LONGEST:
            begin = self.after_courtesy(here + 1)
            last = self.name_end(begin)
            named = last > begin + 1 or begin > here + 1 or (last > begin and self.tokens[begin].kind == "N")
            if not named or self.tokens[last].low != ")" or not self.is_plain(begin, last):
                break
            first = begin if end else at
            self.add("person", first, last, codes=(code,), name=self.text(begin, last), title=title.single())
            here = end = last + 1
            while self.tokens[here].low in (",", "and", "of", "the"):
                here += 1
            state, mark = self.entry_codes(here, ("state", "org")), len(self.found)
            if not state or self.tokens[here + 1].low != "(":
                return end
            self.add("entity", here, here + 1, codes=state)
            code, here = state[0], here + 1
        del self.found[mark:]  # the state behind the last one that somebody is named for
        return end

    def each_of_its_state(self, title: Title) -> int:
        """ "Ministers of the Andean Community, Jo Lind of Peru and Al Mora of Chile": a state behind each of two names
        or more."""
        here, row = title.last + (self.tokens[title.last].low in (",", ":")), list[tuple[int, int, tuple[str, ...]]]()
        while here < title.last + LONGEST:
            begin = self.after_courtesy(here)
            last = self.name_end(begin)
            codes = self.of_state(last)
            if last < begin + 2 - (begin > here) or not codes:
                break
            row.append((begin, last, codes))
            here = self.state_end(last)
            while self.tokens[here].low in (",", ";", "and"):
                here += 1
        if here == title.last or len(row) < 2:
            return 0
        for begin, last, codes in row:
            state = self.state_end(last)
            self.add("person", begin, last, codes=codes, name=self.text(begin, last), title=title.single())
            self.add("entity", state - 1, state, codes=codes)
        return self.state_end(row[-1][1])

    def possessed_name(self, at: int, first: int, codes: tuple[str, ...]) -> int:
        """ "Met Kenya's | Jo Lind", "Kenya's | Jo Lind and Peru's | Al Mora have": the end of a name behind a state's
        at ``at``, of one who is met as persons are or who is told with another of another state."""
        last = self.name_end(first)
        alone = all(t.kind in "NI" for t in self.tokens[first:last]) and self.is_plain(first, last)
        if not alone or not 2 <= last - first <= 3 or self.tokens[last].low in self.words.companions:
            return 0
        met = at > 0 and self.tokens[at - 1].low in self.words.persons_met
        before = next((f for f in reversed(self.found[-4:]) if f.kind == "person" and f.last == at - 1), None)
        second = before is not None and self.tokens[at - 1].low == "and" and self.tokens[before.first - 1].kind == "P"
        link, _, mark = self.tokens[last : last + 3]
        end = self.name_end(last + 3)
        joined = link.low == "and" and bool(self.entry_codes(last + 1, ("state",))) and mark.kind == "P"
        end += self.tokens[end].low in ("have", "had")
        acts = is_past(self.tokens[end], self.words) or self.tokens[end].low in self.words.people_act
        if not (met or second or (joined and end > last + 4 and acts)):
            return 0
        self.add("person", first, last, codes=codes, name=self.text(first, last))
        return last

    def listed_behind(self, title: Title, codes: tuple[str, ...]) -> int:
        """ "The ambassadors of Peru in Chile were: J. Lind (1990), A. Mora (1994)": names behind a predicate."""
        here, mark = title.last, len(self.found)
        if self.tokens[here].low in ("in", "to", "at") and self.tokens[here + 1].entry:
            self.add("entity", here + 1, here + 2, codes=self.entry_codes(here + 1, ("state", "org")), nested=True)
            here += 2
        first = here
        while self.tokens[here].low in self.words.introducing or self.tokens[here].low == ":":
            here += 1
        end = 0
        while here > first and here < title.last + LONGEST:
            begin = self.after_courtesy(here)
            last = self.name_end(begin)
            if last < begin + 2 - (begin > here) or not self.is_plain(begin, last) or self.of_state(last):
                break
            self.add("person", begin, last, codes=codes, name=self.text(begin, last), title=title.single())
            more = self.title_alone(last + 1) if self.tokens[last].low == "," else None
            here = end = self.past_years(more.last if more else last)  # "J. Lind, Chargé d'Affaires (1990)"
            while self.tokens[here].low in (",", ";", "and"):
                here += 1
        if not end:
            del self.found[mark:]  # the state of no list
        return end

    def is_plain(self, first: int, last: int) -> bool:
        """Whether the words of a name are none that tell what an office or a thing is for, "(Foreign Trade)"."""
        known = self.words.portfolio | self.words.companions | self.words.adjectives
        return known.isdisjoint(t.low for t in self.tokens[first:last])

    def past_years(self, at: int) -> int:
        """Past "(May 1990 - 1994)" at ``at``."""
        end = next((n for n in range(at + 1, at + 10) if self.tokens[n].low == ")"), at)
        years = self.tokens[at].low == "(" and any(t.kind == "#" for t in self.tokens[at:end])
        return end + 1 if years else at
