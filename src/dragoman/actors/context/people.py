"""Persons of one document: every mention of a person to one name, at its fullest, with whom the person serves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import groupby, pairwise

from dragoman.actors.context.principals import of_own
from dragoman.actors.mentions.found import Found
from dragoman.actors.mentions.known_people import heads, known_people, stands_for
from dragoman.actors.mentions.name_parts import ROMAN, ascii_lower, parts_of
from dragoman.actors.mentions.tokens import Token
from dragoman.actors.mentions.words import words

MOST = 300
"""Persons among whom the holder of an office is looked for; bounds time over lists of thousands of names."""
MAX_SAME_NAME = 8
"""Persons of one surname that are kept apart, for the same reason."""
SOUNDS = {"ph": "f", "v": "f", "x": "ks", "ck": "k", "q": "k", "c": "k", "dj": "j", "z": "s", "g": "j"}
"""What spellings of one first name differ in."""
ENDING = re.compile(r"(?<=[^aeiouy])(?:[iy][ijy]?|(?<=enk)[ao])$")
"""What spellings of one surname differ in: how the last sound of a Slavic name is written."""
CHILD_OF = frozenset(["bin", "binti", "ibn", "bint", "ould"])
"""What a father's name stands behind, which is nobody's own: "Salman bin Hamad" is no Hamad."""


@dataclass(slots=True)
class Person:
    """``name`` grows to the fullest form read; ``codes`` counts whom the text says the person serves."""

    name: str
    parts: tuple[str, ...]
    codes: Counter[str] = field(default_factory=Counter)
    titles: list[str] = field(default_factory=list)
    titled: bool = False
    gender: str = ""

    def code(self) -> str:
        return min(self.codes, key=lambda c: (-self.codes[c], c)) if self.codes else ""

    def holds(self, office: str) -> bool:
        """Whether ``office`` ("the Secretary") can stand for one of the person's titles ("Secretary of State")."""
        held = (part for title in self.titles for part in dict.fromkeys((title, *offices_of(title))))
        return any(includes(title, office) for title in held)

    def is_spouse(self) -> bool:
        """Whether all that the person is called is what the wife of a head of state is: "First Lady"."""
        return self.titled and all(is_spouse(title) for title in self.titles)


@lru_cache(maxsize=4096)
def includes(title: str, office: str) -> bool:
    """Whether who has the ``title`` may be called by ``office``; a deputy or a former holder is not the holder."""
    held, asked = (
        set(ascii_lower(of_own(t)).replace("-", " ").split()) - words().office_links for t in (title, office)
    )
    return bool(asked) and asked <= held and held & words().below <= asked


@lru_cache(maxsize=1024)
def offices_of(title: str) -> tuple[str, ...]:
    """The offices that one title joins: "Deputy Prime Minister and Minister of Trade" is two, "Minister of Trade and
    Health" is one."""
    found: list[str] = []
    for piece in title.split(" and "):
        head = re.split(r" (?:of|for|to|in)\b", piece)[0].lower().split()
        if found and not (head and head[-1] in words().title_heads):
            found[-1] += f" and {piece}"
        else:
            found.append(piece)
    return tuple(found)


def is_spouse(title: str) -> bool:
    return title.lower().strip(".") in words().spouses


class People:
    """The persons of a document, in two passes: `meet` every mention that tells a name, then ask `find`."""

    def __init__(self, year: int | None, named: Set[str] = frozenset()) -> None:
        """``year`` is the document's, ``named`` are the codes of the states that it names or that publish it."""
        self.year, self.named = year, named
        self.all: list[Person] = []
        self.by_part: dict[str, list[Person]] = {}
        self.met: dict[int, Person] = {}
        self.beside: dict[int, list[Found]] = {}
        self.kin: Set[tuple[str, ...]] = frozenset()

    @cached_property
    def few(self) -> list[Person]:
        """The persons that were met first."""
        return self.all[:MOST]

    def meet(self, mentions: Iterable[Found], kin: Set[tuple[str, ...]] = frozenset()) -> None:
        """Full names first, so that a surname before the full name (in a title line) is joined to it as well. Who has
        one of the names ``kin`` is not his father, whose name stands within his."""
        self.kin = kin
        named = [m for m in mentions if m.kind in ("person", "name") and m.name and not ROMAN.fullmatch(m.name)]
        for one, other in pairwise(named):
            if other.first - one.last == 1 and (is_spouse(one.title) or is_spouse(other.title)):
                self.beside.setdefault(id(one), []).append(other)
                self.beside.setdefault(id(other), []).append(one)
        for mention in sorted(named, key=lambda m: -min(2, len(parts_of(m.name)))):
            parts = parts_of(mention.name)
            if (mention.kind == "name" and len(parts) < 2) or not parts:
                continue
            self.add(mention, parts)

    def add(self, mention: Found, parts: tuple[str, ...]) -> None:
        person = self.match(parts, mention)
        if person is None:
            person = Person(self.known_by(parts) or proper(mention.name), parts)
            self.all.append(person)
            self.index(person, parts)
        elif len(parts) > len(person.parts):
            person.name, person.parts = proper(mention.name), parts
            self.index(person, parts)
        self.met[id(mention)] = person
        if mention.codes:
            person.codes[mention.codes[0]] += 1
        for title in filter(None, (mention.title, mention.other_title)):
            person.titles.append(title)
            person.titled = True
            person.gender = person.gender or gender_of(title)

    def index(self, person: Person, parts: tuple[str, ...]) -> None:
        for part in parts:
            same = self.by_part.setdefault(spelled(part), [])
            if person not in same and len(same) < MAX_SAME_NAME:
                same.append(person)

    def match(self, parts: tuple[str, ...], mention: Found | None = None) -> Person | None:
        """The person whose name has these parts: surname and first name agree, or one of them is left out. Of several
        it is the one of just that name, and not whose father has it; a spouse is meant only where she is called so."""
        surname = spelled(parts[-1])
        last = (p for p in self.by_part.get(surname, ()) if spelled(p.parts[-1]) == surname and agree(p.parts, parts))
        first = (p for p in self.by_part.get(spelled(parts[0]), ()) if shares(p.parts, parts))
        title = mention.title if mention else ""
        beside = self.beside.get(id(mention), ())  # "President Lind and Mrs. Lind" are two
        other = [self.met.get(id(m)) for m in beside]
        fitting = [p for p in (*last, *first) if p not in other and not (is_office(title) and p.is_spouse())]
        fitting = [p for p in fitting if self.kin.isdisjoint((p.parts, parts)) or not ends_with(p.parts, parts)]
        if mention and len(parts) == 1:
            fitting = [p for p in fitting if p.parts == parts or not is_namesake(p, mention)]

        def differs(person: Person) -> tuple[bool, ...]:
            fathers = len(parts) == 1 and is_fathers(parts[0], person.parts)
            return person.is_spouse() != is_spouse(title), fathers, person.parts != parts

        return min(fitting, key=differs, default=None)

    def known_by(self, parts: tuple[str, ...]) -> str:
        """The name of a holder of office who is known by a form of address as well: "Sheikh Hasina" for "Hasina"."""
        for known in known_people().get(parts[-1], ()):
            address, *rest = ascii_lower(known.name).split()
            if address in words().honorifics and tuple(rest) == parts and known.years_from(self.year) <= 1:
                return known.name
        return ""

    def find(self, mention: Found) -> Person | None:
        parts = parts_of(mention.name)
        return self.met.get(id(mention)) or (self.match(parts, mention) if parts else None)

    def known_code(self, surname: str, initial: str = "") -> str:
        """The code of the one holder of office of that surname, and first initial where one is given, in the
        document's year; "" for none or several."""
        year = self.year or 0
        holders = {
            k.code
            for k in known_people().get(surname, ())
            if k.first <= year <= k.last and surname in ascii_lower(k.name) and ascii_lower(k.name).startswith(initial)
        }
        past = {k.code for k in known_people().get(surname, ()) if k.first <= year} & self.named
        holders = past if past and holders.isdisjoint(self.named) else holders  # "Castro came to power in Cuba"
        return holders.pop() if len(holders) == 1 else ""

    def knowledge(self, person: Person) -> tuple[str, ...]:
        """The codes of a person who is plain knowledge: by full name, or by title and surname in the right years. Who
        is in office in the document's year comes first, then whose years are nearest to it."""
        found = []
        for known in known_people().get(person.parts[-1], ()) + known_people().get(person.parts[0], ()):
            parts = parts_of(known.name)
            full = set(ascii_lower(known.name).split()) <= set(person.parts) or agree(parts, person.parts)
            away = known.years_from(self.year)
            by_name = len(person.parts) > 1 and full and parts[-1] == person.parts[-1]
            if by_name or (len(person.parts) == 1 and person.titled and away <= 1):
                found.append((away, known.code))
        return tuple(code for _, code in sorted(found, key=lambda pair: pair[0])) or self.remembered(person)

    def remembered(self, person: Person) -> tuple[str, ...]:
        """The code of the head of state or government whom a later text calls by office and surname ("President
        Carter"), where nobody else who is known has that surname and the text is about that state too: another one's
        prime minister may be a Brown."""
        if len(person.parts) > 1 or self.year is None:
            return ()
        surname = person.parts[0]
        known = [k for k in known_people().get(surname, ()) if parts_of(k.name)[-1] == surname]
        codes = {k.code for k in known}
        if len(codes) != 1 or not codes <= self.named or any(k.last >= self.year for k in known):
            return ()
        led = (parts_of(head.name)[-1] for title in person.titles for head in heads(known[0].code, title))
        return (known[0].code,) if surname in led else ()

    def held(self, person: Person, code: str) -> bool:
        """Whether ``data/people.yml`` has the person, by full name, in office for the state ``code`` in the document's
        year, whatever the office was called."""
        return len(code) == 3 and any(
            known.code == code
            and known.first <= (self.year or 0) <= known.last
            and parts_of(known.name) == person.parts
            for known in known_people().get(person.parts[-1], ())
        )


def is_office(title: str) -> bool:
    return bool(title) and title.lower().strip(".") not in words().honorifics and not is_spouse(title)


def is_namesake(person: Person, mention: Found) -> bool:
    """Whether a king of that name is somebody else, as the person has an office and reigns nowhere: "King Abdullah of
    Jordan" is no minister Abdullah bin Zayed."""
    reigning, held = words().monarchs, [title for title in person.titles if is_office(title)]
    reigns = not reigning.isdisjoint(mention.title.lower().split())
    return reigns and bool(held) and all(reigning.isdisjoint(title.lower().split()) for title in held)


def is_fathers(part: str, parts: tuple[str, ...]) -> bool:
    """Whether ``part`` is only the father's name in a name: "hamad" in "salman bin hamad"."""
    at = parts.index(part) if part in parts else 0
    return at > 0 and parts[at - 1] in CHILD_OF


def ends_with(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the longer of two names is the other with a name before it: "omar idris sow" and "idris sow"."""
    short, long = sorted((one, other), key=len)
    return 1 < len(short) < len(long) and long[-len(short) :] == short


def relatives(tokens: Sequence[Token], mentions: Iterable[Found]) -> frozenset[tuple[str, ...]]:
    """The names behind a word for a child, parent or sibling: "his son, General Omar Idris Sow"."""
    kin = words().relatives
    near = ((m, tokens[max(0, m.first - 3) : m.first]) for m in mentions if m.kind in ("person", "name"))
    return frozenset(parts_of(m.name) for m, before in near if any(t.low in kin for t in before))


def shares(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the name ``one`` has what ``other`` begins with, and all of it or nothing else."""
    whole = set(other) <= set(one) or set(one) <= set(other)
    return len(other) == 1 or (whole and not is_fathers(other[0], one))


def agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Same surname given: first names are equal, one shortens or spells the other or is a short form of it, or one is
    missing."""
    if len(one) < 2 or len(other) < 2:
        return True
    if one[0][:3] == other[0][:3]:
        bones, others = skeleton(one[0]), skeleton(other[0])
        return bones.startswith(others) or others.startswith(bones)
    short = one[0] in stands_for(other[0]) or other[0] in stands_for(one[0])
    within = (one[0] in other and not is_fathers(one[0], other)) or (other[0] in one and not is_fathers(other[0], one))
    return short or within


def skeleton(name: str) -> str:
    """A folded name by its consonants, so that spellings of one name are one: "Sergei" and "Sergey", not "Masoud" and
    "Masrour"."""
    for sound, plain in SOUNDS.items():
        name = name.replace(sound, plain)
    kept = [letter for letter in name if letter not in "aeiouyhw-"]
    return "".join(letter for letter, _ in groupby(kept))


def spelled(part: str) -> str:
    """A folded surname as it is compared: "Zelenskyy" as "Zelensky", "Lukashenka" as "Lukashenko"."""
    return ENDING.sub("y", part) if len(part) > 5 else part


def proper(name: str) -> str:
    """``PRABOWO Subianto`` as ``Prabowo Subianto``; suffixes and initials stay."""
    return " ".join(fix(word) for word in name.split())


def fix(word: str) -> str:
    if len(word) > 2 and word.isupper() and "." not in word and not ROMAN.fullmatch(word):
        return "-".join(piece.capitalize() for piece in word.split("-"))
    return word


def gender_of(title: str) -> str:
    low = title.lower()
    if low.startswith(("mr", "king", "prince", "sir", "lord")):
        return "she" if low.startswith(("mrs", "princess")) else "he"
    return "she" if low.startswith(("ms", "miss", "queen", "madam", "lady", "dame")) else ""
