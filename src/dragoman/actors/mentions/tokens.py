"""A document's text as tokens, with the names that the gazetteer knows already recognised in it.

Matching is by case (``US`` is a name, ``us`` is not), on whole words, the longest name first. Time is linear in the
length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from dragoman.actors.mentions.explained import as_explained
from dragoman.actors.mentions.gazetteer import Entry, Gazetteer
from dragoman.actors.mentions.known_people import holders
from dragoman.actors.mentions.words import words
from dragoman.records import Document
from dragoman.segment import split

# Kinds of tokens: E name in the gazetteer, N capitalised word, I initial, U word in capitals, w other word,
# P possessive ending, # number, | end of a sentence; punctuation is its own kind.
PLAIN = dict(zip("’‘ʼ`\u2010\u2011\u00a0\u202f\u2009\n\t\r", "''''--      ", strict=True))
PLAIN["″"] = '"'
PLAIN |= dict.fromkeys("⁰¹²³⁴⁵⁶⁷⁸⁹", " ")  # marks of footnotes, "Kosovo¹"
TOKEN = re.compile(
    r"(?P<I>(?:(?:[^\W\d_a-zà-öø-ÿ]|[CGKPSTZ]h|Dzh|Ts|Y[aeu])\.)+(?=\W|$|[^\W\d_a-zà-öø-ÿ][a-zà-öø-ÿ]{2}))"
    r"|(?P<P>(?<=s)'(?=\s)|'[sS]\b)"
    r"|(?P<W>[^\W\d_]\w*(?:(?:'(?![sS]\b)|-(?=[^\W\d_]))\w+)*(?:(?<=[^\Ws])'(?= [AaEe]l-[A-Z]))?)"
    r"|(?P<D>\d[\d.,]*)|(?P<O>[^\w\s])"
)
DASHES = "-–—/"
KEPT_UPPER = frozenset(["THE", "OF", "AND", "IN", "FOR", "ON", "TO", "BETWEEN", "WITH", "BY", "FROM", "AT", "A", "AN"])
ARABIC = re.compile(r"^(?:al|el|ad|as|ar|az|ash|an|at|ed|es|ben|ibn|d|l)[-'](?=[^\W\d_a-zà-öø-ÿ])")
PARAGRAPH = re.compile(r"\n[ \t\r]*\n\s*|(?<=[.!?:;”\"’)])[ \t]*\n\s*|\n(?=[^\n]{0,60}:\s)|(?m:(?<=^)(?=[•*–-] ))")
GUEST = re.compile(
    r"\n(?=(?:His|Her) (?:Excellency|(?:Royal )?Highness|Majesty)(?: (?:[^\W\d_a-z]\S*|bin|bint|ibn|al|el|de|da))+\n)"
)
"""The end of a line before one of a list of guests: "Her Excellency Ms Ana Mora,"."""
SIDES = ("North", "South", "East", "West")
THE_COMMISSION = "the commission"
MAX_TOKENS = 200_000
"""Tokens of one document that are looked at; what follows is left unread. A megabyte of prose has about as many."""


@dataclass(slots=True, eq=False)
class Token:
    """``low`` is the lower-case text; ``entry`` is set for names of the gazetteer (kind ``E``)."""

    kind: str
    start: int
    end: int
    text: str
    low: str
    sentence: int
    entry: Entry | None = None


def sentence_spans(document: Document) -> list[tuple[int, int]]:
    """Sentences by the document's blocks, or, where it has none, by empty lines and stops."""
    if document.blocks:
        blocks = [(b.start, b.end) for b in document.blocks]
    else:
        blocks, begin = [], 0
        for gap in PARAGRAPH.finditer(document.text):
            blocks.append((begin, gap.start()))
            begin = gap.end()
        blocks.append((begin, len(document.text)))
        blocks = [piece for start, end in blocks for piece in first_line_apart(document.text, start, end)]
    blocks = [piece for start, end in blocks for piece in guests_apart(document.text, start, end)]
    return [span for start, end in blocks for span in split(document.text, start, end)]


def guests_apart(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cuts before each line that only addresses and names somebody, "Her Excellency Jo Lind,", where the line before is
    no prose that goes on in it."""
    for line in GUEST.finditer(text, start, end):
        before = text[max(start, line.start() - 40) : line.start()].split()[-1:]
        if before and (before[0][0].isupper() or before[0][-1] in ".:;"):
            yield start, line.start()
            start = line.start() + 1
    yield start, end


def first_line_apart(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Lines that are followed by one that starts with a capital and are long enough not to have been wrapped."""
    begin = start
    while (line := text.find("\n", begin, end)) >= 0:
        rest = text[line + 1 : line + 2]
        if (line - begin > 90 or line - begin < 45) and rest.isupper() and start == begin:
            yield start, line
            start = line + 1
        begin = line + 1
    yield start, end


def plain(text: str) -> str:
    """``text`` with simple quotes, hyphens and spaces, each character in its place."""
    if "``" in text:  # ``We will help,''
        text = text.replace("``", '" ').replace("''", '" ')
    for char, simple in PLAIN.items():
        text = text.replace(char, simple)
    return text


def tokenize(document: Document, gazetteer: Gazetteer) -> list[Token]:
    """Tokens in order, a ``|`` after every sentence. Hostile input is cut at `MAX_TOKENS`."""
    text = plain(document.text)
    names = as_explained(text, gazetteer.matches(text, document.date.value), gazetteer)
    tokens: list[Token] = []
    at = 0
    for number, (start, end) in enumerate(sentence_spans(document)):
        while at < len(names) and names[at][0] < start:
            at += 1
        position = start
        while at < len(names) and names[at][1] <= end:
            begin, stop, entry = names[at]
            at += 1
            tokens.extend(plain_tokens(text, position, begin, number))
            form = text[begin:stop]
            tokens.append(Token("E", begin, stop, form, form.lower(), number, entry))
            position = stop
        tokens.extend(plain_tokens(text, position, end, number))
        tokens.append(Token("|", end, end, "", "", number))
        if len(tokens) > MAX_TOKENS:
            break
    tokens = longer_named(tokens)
    of_another(tokens)
    months_in_names(tokens)
    halves(tokens)
    both_halves(tokens, document, gazetteer)
    tokens = regions_joined(tokens)
    tokens = own_commission(tokens, document, gazetteer)
    shared_offices(tokens, document, gazetteer)
    return settled(tokens, document, gazetteer)


def longer_named(tokens: list[Token]) -> list[Token]:
    """``tokens`` with a body that is known by one word, "the Commission", as two plain ones where its name goes on and
    is another's: "the Commission on Human Rights"."""
    found: list[Token] = []
    for at, token in enumerate(tokens):
        the, _, name = token.low.partition(" ") if token.entry and token.entry.kind == "body" else ("", "", "")
        link, behind = tokens[at + 1 : at + 3] if the == "the" and at + 2 < len(tokens) else (token, token)
        if name in words().body_heads and link.low in ("on", "for") and behind.kind == "N":
            found.extend(in_two(token))
        else:
            found.append(token)
    return found


def of_another(tokens: list[Token]) -> None:
    """Gives a body to the state that follows it: the "Security Council of Peru" is not that of the United Nations."""
    for at in range(len(tokens) - 3):
        entry = tokens[at].entry
        if entry is None or entry.kind != "body" or tokens[at + 1].low != "of" or " " not in tokens[at].text:
            continue
        state = tokens[at + 2 + (tokens[at + 2].low == "the")].entry
        if state and state.kind == "state" and state.code != entry.code:
            name = tokens[at].text.removeprefix("the ").removeprefix("The ")
            tokens[at].entry = replace(entry, code=state.code, name=name)


def months_in_names(tokens: list[Token]) -> None:
    """Makes a name of a month that is a first name too and stands before one, "Jan Lind"; not "in Jan" nor "5 Jan"."""
    for at in range(len(tokens) - 1):
        token, follower = tokens[at], tokens[at + 1]
        if token.low in words().months_too and token.text.istitle() and follower.kind in "NI":
            before = tokens[at - 1] if at else token
            if before.kind != "#" and before.low not in ("in", "of", "since", "on", "last", "this", "early", "late"):
                token.kind = "N" if token.low not in words().months_mostly or is_called(tokens, at) else token.kind


def is_called(tokens: list[Token], at: int) -> bool:
    """ "Minister May Lind", "April Lind said", "May Lind, the President": whether a month begins a person's name."""
    known, before, word = words(), tokens[at - 1].low if at else "", tokens[at + 1]
    before = tokens[at - 2].low if before == "." and at > 1 else before
    titled = before in known.title_heads | known.honorifics
    behind, article = (tokens[at + 2], tokens[at + 3]) if at + 3 < len(tokens) else (word, word)
    said = behind.low in known.speech | known.speaking or (behind.low, article.low) == (",", "the")
    other = known.title_heads | known.title_modifiers | known.function_words | known.body_heads | known.portfolio
    return (titled or said) and word.low not in other


def halves(tokens: list[Token]) -> None:
    """Makes "the North" and "the South" of a text that names both halves of one country, "North Korea" and "South
    Korea", names of these; not where it names another North or a word follows that tells of which."""
    named = {t.text: t.entry for t in tokens if t.entry and t.entry.kind == "state"}
    for side in ("North", "South"):
        sides = {text: entry for text, entry in named.items() if text.startswith(f"{side} ")}
        others = words().halves & {text.removeprefix(f"{side} ") for text in sides}
        entries = {entry.code: entry for entry in sides.values()}
        both = side == "North" or any(f"North {half}" in named for half in others)  # "the South" may be the poor
        if len(entries) != 1 or not others or not both:
            continue
        for at in range(1, len(tokens) - 1):
            token, behind = tokens[at], tokens[at + 1]
            alone = token.text == side and token.kind == "N" and tokens[at - 1].low == "the"
            if alone and behind.kind not in "NUE-" and behind.low not in ("of", "and", "or", "to"):
                token.kind, token.entry = "E", next(iter(entries.values()))


def both_halves(tokens: list[Token], document: Document, gazetteer: Gazetteer) -> None:
    """Makes the first word of "North and South Korea" the name that it has alone."""
    for at in [n for n, token in enumerate(tokens[:-2]) if token.text in SIDES]:
        token, link, other = tokens[at : at + 3]
        side, _, half = other.text.partition(" ")
        if token.text == side or side not in SIDES or link.low not in ("and", "or"):
            continue
        name = f"{token.text} {half}"
        whole = [e for start, end, e in gazetteer.matches(name, document.date.value) if end - start == len(name)]
        if token.kind == "N" and other.entry and whole and whole[0].kind == other.entry.kind:
            token.kind, token.entry = "E", whole[0]


def regions_joined(tokens: list[Token]) -> list[Token]:
    """``tokens`` with the region of "Sino-African ties" and "Russo-Latin American trade" as a name of its own."""
    if not any("-" in token.text for token in tokens):
        return tokens
    found: list[Token] = []
    for token in tokens:
        if "-" not in token.text and not (found and found[-1].kind == "-"):
            found.append(token)
            continue
        first, hyphen, adjective = token.text.partition("-")
        region = words().region_adjectives.get(adjective) if first in words().prefixes else None
        behind = len(found) > 1 and found[-1].kind == "-" and found[-2].text in words().prefixes
        if region and token.kind == "N":
            middle = token.start + len(first)
            found.append(replace(token, end=middle, text=first, low=first.lower()))
            found.append(Token("-", middle, middle + 1, hyphen, hyphen, token.sentence))
            token = Token("E", middle + 1, token.end, adjective, adjective.lower(), token.sentence)
            token.entry = Entry("", "region", region)
        elif behind and token.text in words().region_adjectives:
            token.kind, token.entry = "E", Entry("", "region", words().region_adjectives[token.text])
        found.append(token)
    return found


def own_commission(tokens: list[Token], document: Document, gazetteer: Gazetteer) -> list[Token]:
    """``tokens`` with "the Commission" given to the publisher that has one, else to the one that the text named last,
    "AU Commission", or, of one that the directory has not, "Border Commission", as two plain words; not where the text
    names the European one. A text that names no other has that of its only organisation with one."""
    europe = next((t.entry for t in tokens if t.low == THE_COMMISSION and t.entry), None)
    name = plain(document.publisher.value or "")
    publishing = [entry for _, _, entry in gazetteer.matches(name, None) if entry.code]
    publisher = publishing[0].code if publishing else ""
    named = [t.entry for t in tokens if t.entry and t.low != THE_COMMISSION]
    codes = {entry.code for entry in named if entry.kind in ("org", "body")}
    ours = publishing[:1] if name.endswith(" Commission") else commissions([publisher], gazetteer)
    if europe is None or publisher == europe.code or (not ours and europe.actor in [entry.actor for entry in named]):
        return tokens
    others = ours or commissions(() if europe.code in codes else codes, gazetteer)
    last, strange, found = others[0] if len(others) == 1 else None, False, list[Token]()
    for at, token in enumerate(tokens):
        if token.low == THE_COMMISSION and token.entry and strange:
            goes_on = at + 1 < len(tokens) and tokens[at + 1].low in ("of", "on", "for")  # "of Inquiry", another
            found.extend([token] if goes_on else in_two(token))
            continue
        if token.low == THE_COMMISSION and token.entry:
            token.entry = last or token.entry
        elif ours:
            pass
        elif token.entry and "commission" in f"{token.low} {token.entry.name.lower()}".split():
            last, strange = token.entry, False
        elif token.text == "Commission" and at and names_commission(tokens[at - 1]):
            strange = True
        elif token.entry and token.entry.code == europe.code:
            last, strange = None, False  # the one of the European Union that the text names nearer
        found.append(token)
    return found


def commissions(codes: Iterable[str], gazetteer: Gazetteer) -> list[Entry]:
    """The commissions of these organisations: "AU Commission"."""
    named = [gazetteer.entries.get(f"{code} Commission", []) for code in codes]
    return [entry for entries in named for entry in entries if entry.kind == "body"]


def names_commission(before: Token) -> bool:
    """Whether a word before "Commission" tells which it is: "Border Commission", no "High Commission"."""
    return before.kind in "NE" and before.low not in ("high", "european")


def in_two(token: Token) -> list[Token]:
    """ "the Commission" of the directory as two plain words."""
    middle = token.start + len("the")
    the = Token("w", token.start, middle, token.text[:3], token.low[:3], token.sentence)
    return [the, Token("N", middle + 1, token.end, token.text[4:], token.low[4:], token.sentence)]


def shared_offices(tokens: list[Token], document: Document, gazetteer: Gazetteer) -> None:
    """Gives the "High Representative" of a text on Bosnia and Herzegovina to the OHR: where the text names that, or
    the state right behind; not where the other organisation publishes or its holder of the office is named."""
    shared = {t.text: words().shared_offices[t.text] for t in tokens if t.entry and t.text in words().shared_offices}
    if not shared:
        return
    publisher = next((e.code for _, _, e in gazetteer.matches(document.publisher.value or "", None) if e.code), "")
    named = {publisher, *(t.entry.code for t in tokens if t.entry)}
    for at, token in enumerate(tokens):
        entry, other = token.entry, shared.get(token.text)
        if not entry or not other or publisher == entry.code:
            continue
        before = next((t.entry for t in reversed(tokens[max(0, at - 2) : at]) if t.kind != "P"), None)
        behind = tokens[at + 1 : at + 4]
        hosted = (
            len(behind) > 1
            and behind[0].low in ("for", "in")
            and any(t.entry and t.entry.kind == "state" for t in behind[1:2])
        )
        theirs = any(t.kind == "N" and entry.code in holders(t.low, document.date.value) for t in behind)
        own = (other in named or hosted) and not theirs and not (before and before.code == entry.code)
        if own and (not behind or behind[0].low != "for" or hosted):
            token.entry = replace(entry, code=other)


def settled(tokens: list[Token], document: Document, gazetteer: Gazetteer) -> list[Token]:
    """``tokens`` with names that several states have ("Congolese") given to the one that the document names otherwise:
    before, else in title or publisher, else after."""
    shared = words().namesakes
    if not any(t.entry and t.text.capitalize() in shared for t in tokens):
        return tokens
    sides = plain(" | ".join(filter(None, (document.title.value, document.publisher.value))))
    named = gazetteer.matches(sides, document.date.value)
    told = [entry.code for start, end, entry in named if sides[start:end].capitalize() not in shared]
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for index, token in enumerate(tokens):
        if token.entry and token.text.capitalize() not in shared:
            first.setdefault(token.entry.code, index)
    for index, token in enumerate(tokens):
        if token.entry is None or token.entry.kind == "not":
            continue
        codes = shared.get(token.text.capitalize())
        if codes is None:
            last[token.entry.code] = index
            continue
        before = sorted((c for c in codes if c in last), key=lambda c: -last[c])
        after = sorted((c for c in codes if c in first), key=lambda c: first[c])
        code = [*before, *(c for c in told if c in codes), *after, codes[0]][0]
        tokens[index] = replace(token, entry=replace(token.entry, code=code))
    return tokens


def plain_tokens(text: str, start: int, end: int, sentence: int) -> Iterator[Token]:
    """Tokens of ``text[start:end]``, in which there is no name of the gazetteer."""
    if start >= end:
        return
    for match in TOKEN.finditer(text, start, end):
        form = match.group()
        kind, low = kind_and_lower(match.lastgroup or "", form)
        yield Token(kind, match.start(), match.end(), form, low, sentence)


@lru_cache(maxsize=20_000)
def kind_and_lower(group: str, form: str) -> tuple[str, str]:
    """The kind of a token and its lower-case text."""
    low = form.lower()
    if group == "O":
        return "-" if form in DASHES else form, low
    if group != "W":
        return "#" if group == "D" else group, low
    if low in words().function_words and (not form.isupper() or len(form) == 1 or form in KEPT_UPPER):
        return "w", low
    if form[0].islower():
        return "N" if ARABIC.match(form) else "w", low
    return "U" if len(form) > 1 and form.isupper() else "N", low
