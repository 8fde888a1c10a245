"""The grammar of several offices and the names of those who have them one by one: "the ministers of Peru (Jo Lind) and
Chile (Al Mora)".

Each function takes a title in the plural that nobody is named right behind, adds the persons of its row and gives the
row's end; 0 where there is none.
"""

from __future__ import annotations

from dragoman.actors.mentions.apposed import entry_codes, of_state, state_end, title_alone
from dragoman.actors.mentions.found import Scan, Title, is_past
from dragoman.actors.mentions.person_names import after_courtesy, name_end

LONGEST = 60
"""Tokens behind a title among which its row is looked for."""


def add_named_apart(scan: Scan, at: int, title: Title, codes: tuple[str, ...]) -> int:
    if len(codes) == 1 and (end := add_bracketed(scan, at, title, codes[0])):
        return end
    end = _each_of_its_state(scan, title) or (_listed_behind(scan, title, codes) if len(codes) == 1 else 0)
    if end and codes:
        scan.add("office", at, title.last, codes=codes, title=title.text, definite=True)
    return end


def add_bracketed(scan: Scan, at: int, title: Title, code: str) -> int:
    """ "Ministers of Peru (Jo Lind) and Chile (Al Mora)": a name in brackets behind each state."""
    here, end, mark = title.last, 0, len(scan.found)
    while scan.tokens[here].low == "(" and here < title.last + LONGEST:
        begin = after_courtesy(scan, here + 1)
        last = name_end(scan, begin)
        named = last > begin + 1 or begin > here + 1 or (last > begin and scan.tokens[begin].kind == "N")
        if not named or scan.tokens[last].low != ")" or not _is_plain(scan, begin, last):
            break
        first = begin if end else at
        scan.add("person", first, last, codes=(code,), name=scan.text(begin, last), title=title.single())
        here = end = last + 1
        while scan.tokens[here].low in (",", "and", "of", "the"):
            here += 1
        state, mark = entry_codes(scan, here, ("state", "org")), len(scan.found)
        if not state or scan.tokens[here + 1].low != "(":
            return end
        scan.add("entity", here, here + 1, codes=state)
        code, here = state[0], here + 1
    del scan.found[mark:]  # the state behind the last one that somebody is named for
    return end


def _each_of_its_state(scan: Scan, title: Title) -> int:
    """ "Ministers of the Andean Community, Jo Lind of Peru and Al Mora of Chile": a state behind each of two names
    or more."""
    here, row = title.last + (scan.tokens[title.last].low in (",", ":")), list[tuple[int, int, tuple[str, ...]]]()
    while here < title.last + LONGEST:
        begin = after_courtesy(scan, here)
        last = name_end(scan, begin)
        codes = of_state(scan, last)
        if last < begin + 2 - (begin > here) or not codes:
            break
        row.append((begin, last, codes))
        here = state_end(scan, last)
        while scan.tokens[here].low in (",", ";", "and"):
            here += 1
    if here == title.last or len(row) < 2:
        return 0
    for begin, last, codes in row:
        state = state_end(scan, last)
        scan.add("person", begin, last, codes=codes, name=scan.text(begin, last), title=title.single())
        scan.add("entity", state - 1, state, codes=codes)
    return state_end(scan, row[-1][1])


def possessed_name(scan: Scan, at: int, first: int, codes: tuple[str, ...]) -> int:
    """ "Met Kenya's | Jo Lind", "Kenya's | Jo Lind and Peru's | Al Mora have": the end of a name behind a state's
    at ``at``, of one who is met as persons are or who is told with another of another state."""
    last = name_end(scan, first)
    alone = all(t.kind in "NI" for t in scan.tokens[first:last]) and _is_plain(scan, first, last)
    if not alone or not 2 <= last - first <= 3 or scan.tokens[last].low in scan.words.companions:
        return 0
    met = at > 0 and scan.tokens[at - 1].low in scan.words.persons_met
    before = next((f for f in reversed(scan.found[-4:]) if f.kind == "person" and f.last == at - 1), None)
    second = before is not None and scan.tokens[at - 1].low == "and" and scan.tokens[before.first - 1].kind == "P"
    link, _, mark = scan.tokens[last : last + 3]
    end = name_end(scan, last + 3)
    joined = link.low == "and" and bool(entry_codes(scan, last + 1, ("state",))) and mark.kind == "P"
    end += scan.tokens[end].low in ("have", "had")
    acts = is_past(scan.tokens[end], scan.words) or scan.tokens[end].low in scan.words.people_act
    if not (met or second or (joined and end > last + 4 and acts)):
        return 0
    scan.add("person", first, last, codes=codes, name=scan.text(first, last))
    return last


def _listed_behind(scan: Scan, title: Title, codes: tuple[str, ...]) -> int:
    """ "The ambassadors of Peru in Chile were: J. Lind (1990), A. Mora (1994)": names behind a predicate."""
    here, mark = title.last, len(scan.found)
    if scan.tokens[here].low in ("in", "to", "at") and scan.tokens[here + 1].entry:
        scan.add("entity", here + 1, here + 2, codes=entry_codes(scan, here + 1, ("state", "org")), nested=True)
        here += 2
    first = here
    while scan.tokens[here].low in scan.words.introducing or scan.tokens[here].low == ":":
        here += 1
    end = 0
    while here > first and here < title.last + LONGEST:
        begin = after_courtesy(scan, here)
        last = name_end(scan, begin)
        if last < begin + 2 - (begin > here) or not _is_plain(scan, begin, last) or of_state(scan, last):
            break
        scan.add("person", begin, last, codes=codes, name=scan.text(begin, last), title=title.single())
        more = title_alone(scan, last + 1) if scan.tokens[last].low == "," else None
        here = end = _past_years(scan, more.last if more else last)  # "J. Lind, Chargé d'Affaires (1990)"
        while scan.tokens[here].low in (",", ";", "and"):
            here += 1
    if not end:
        del scan.found[mark:]  # the state of no list
    return end


def _is_plain(scan: Scan, first: int, last: int) -> bool:
    """Whether the words of a name are none that tell what an office or a thing is for, "(Foreign Trade)"."""
    known = scan.words.portfolio | scan.words.companions | scan.words.adjectives
    return known.isdisjoint(t.low for t in scan.tokens[first:last])


def _past_years(scan: Scan, at: int) -> int:
    """Past "(May 1990 - 1994)" at ``at``."""
    end = next((n for n in range(at + 1, at + 10) if scan.tokens[n].low == ")"), at)
    years = scan.tokens[at].low == "(" and any(t.kind == "#" for t in scan.tokens[at:end])
    return end + 1 if years else at
