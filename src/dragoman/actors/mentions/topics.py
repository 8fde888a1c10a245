"""Capitalised words that say what something is about or what is done: "Treaty on Extradition", "STRONGLY URGES"."""

from __future__ import annotations

from dragoman.actors.mentions.found import END, Scan

MAX_TOPIC = 16
"""Tokens between the name of an instrument and the last capitalised word of what it is about."""


MAX_TITLE = 24
"""Tokens of a title in quotation marks that are looked over, on each side of a word."""
MARKS = frozenset("“”\"«»„‘’'")


def is_nobody(scan: Scan, at: int) -> bool:
    """Whether the capitalised word at ``at`` begins no name: a month of a date, a word that is shouted, what an
    instrument is about."""
    return _is_month(scan, at) or _is_shouted(scan, at) or _is_topic(scan, at)


def _is_month(scan: Scan, at: int) -> bool:
    """ "October-November 2003": months that are one word."""
    months = scan.tokens[at].low.split("-")
    return len(months) > 1 and scan.words.months.issuperset(months)


def _is_topic(scan: Scan, at: int) -> bool:
    """ "Agreement on Peace, | Friendship and Co-operation", "agreement on | Air Services": whether an instrument
    before the word says that it is what this is about. A list has "and" before its last item: no "after the Treaty
    on Trade, | Jo Lind left"."""
    words, linked, closed, given = scan.words, False, False, False
    for here in range(at - 1, max(-1, at - MAX_TOPIC), -1):
        token = scan.tokens[here]
        if token.low in words.topic_links:
            linked = linked or _is_topic_link(scan, here)
            given = given or (token.low == "to" and not linked)  # "the Order of Merit to | Lind"
        elif linked and (token.low in words.topical or (token.low in words.topical_of and not given)):
            return True
        elif token.low == ",":
            if not (closed or _lists_on(scan, at)):
                return False
        elif token.low == "and":
            closed = True
        elif token.kind not in "NU" and not token.text[:1].isupper() and not _is_topic_word(scan, here):
            return False
    return False


def _is_topic_link(scan: Scan, at: int) -> bool:
    """Whether the preposition at ``at`` says what an instrument is about: "Treaty | of | Alliance", "Agreement | to
    | Avoid", and no "agreement | of | Lind", "an agreement | for | Lind to leave"."""
    before, link, follower = scan.tokens[at - 1] if at else END, scan.tokens[at].low, scan.tokens[at + 1].low
    capital = before.text[:1].isupper()
    if link == "of":
        return capital and (before.low in scan.words.topical or before.low in scan.words.topical_of)
    if link == "to":
        return capital and follower in scan.words.topic_verbs
    return link != "for" or capital


def _lists_on(scan: Scan, at: int) -> bool:
    """Whether the capitalised words at ``at`` are followed by "and" or a comma and more of them."""
    here = at
    while scan.tokens[here].kind in "NU" and here < at + MAX_TOPIC:
        here += 1
    skip = scan.tokens[here].low == "," and scan.tokens[here + 1].low == "and"
    return scan.tokens[here].low in ("and", ",") and scan.tokens[here + 1 + skip].kind in "NU"


def is_only_called(scan: Scan, at: int) -> bool:
    """ "A C-130 | Hercules", "under the theme “Growing Together”": whether the capitalised words at ``at`` are what
    a type or an undertaking is called."""
    return _is_type(scan, at) or _is_titled(scan, at)


def _is_type(scan: Scan, at: int) -> bool:
    """Whether a sign of letters, a hyphen and a number stands right before: "an F-16 | Falcon"."""
    sign, hyphen, number = scan.tokens[at - 3 : at] if at > 2 else (END, END, END)
    glued = sign.end == hyphen.start and hyphen.end == number.start
    return glued and sign.kind in "NU" and hyphen.kind == "-" and number.kind == "#" and len(sign.text) < 4


def _is_titled(scan: Scan, at: int) -> bool:
    """Whether a title in quotation marks goes over the word at ``at``: "“New Ways: Growing | Together”", or "the
    “Desert Fox” exercise", where a word beside it says what is called so; no "“Desert Fox” group"."""
    first = next((n for n in range(at - 1, max(-1, at - MAX_TITLE), -1) if _is_mark(scan, n)), -1)
    last = next((n for n in range(at + 1, min(at + MAX_TITLE, scan.count)) if _is_mark(scan, n)), -1)
    if first < 0 or last < 0 or not _opens(scan, first) or _opens(scan, last):
        return False
    within, words = scan.tokens[first + 1 : last], scan.words
    known = words.function_words | words.topic_links | words.conjunctions
    if any(t.kind not in "NUE#,:-Pw" or (t.kind == "w" and t.low not in known) for t in within):
        return False
    before, behind = scan.tokens[first - 1].low if first else "", scan.tokens[last + 1].low
    named = words.titled | words.schemes | words.companions
    long = sum(t.kind in "NUEw#" for t in within) > 3 and any(t.kind in ",:w" for t in within)
    return before in named or behind in named or long


def _is_mark(scan: Scan, at: int) -> bool:
    return scan.tokens[at].text in MARKS


def _opens(scan: Scan, at: int) -> bool:
    """Whether the quotation mark at ``at`` stands before a word and not behind one."""
    behind = at > 0 and scan.tokens[at - 1].end == scan.tokens[at].start
    return not behind and scan.tokens[at + 1].start == scan.tokens[at].end


def _is_topic_word(scan: Scan, at: int) -> bool:
    """A word in lower case that may stand within a topic: "the mutual recognition of"."""
    token, words = scan.tokens[at], scan.words
    noun = token.low in words.portfolio or token.low.endswith(words.topic_endings)
    return token.kind == "w" and (token.low in words.topic_words or (noun and token.low not in words.no_nouns))


def _is_shouted(scan: Scan, at: int) -> bool:
    """ "EXPRESSES DEEP CONCERN", "2. Requests the": a word in capitals, or with one at the head of an item, with
    which a resolution tells what is done."""
    token, words = scan.tokens[at], scan.words
    heads = at > 0 and scan.tokens[at - 1].kind in "#|" and scan.tokens[at + 1].kind == "w"
    if heads and token.kind == "N" and token.low in words.decides:
        return True
    if token.kind != "U" or len(token.text) < 4:
        return False
    verbs = token.low in words.shouted or token.low in words.decides or token.low in words.seat_verbs
    return verbs or token.low in words.function_words
