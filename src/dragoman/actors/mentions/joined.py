"""The grammar of bodies' names that "and" stands in: "Small and Medium Enterprises Agency", "Truth, Justice and
Reconciliation Commission", and of those that the acronym behind them spells."""

from __future__ import annotations

from dragoman.actors.mentions.acronyms import SMALL, expansion_before
from dragoman.actors.mentions.found import MAX_CHAIN, Scan


def joint_name(scan: Scan, at: int, here: int) -> int:
    """Past "and" at ``here`` in "Economic and Development Authority", which begins at ``at``: both words say what
    one body is for; 0 where they do not or where no head of one body follows."""
    if scan.tokens[here].low == ",":
        return _listed_name(scan, at, here)
    known = scan.words.portfolio | scan.words.title_modifiers
    last = here + 1
    while scan.tokens[last].kind in "NU" and scan.tokens[last].low in known and last < here + 4:
        last += 1
    head = scan.tokens[last] if scan.tokens[last].low in scan.words.body_heads else scan.tokens[last - 1]
    one = head.kind in "NU" and head.low in scan.words.body_heads and not head.low.endswith("s")
    joined = here > at and all(t.low in known for t in scan.tokens[at:here]) and last > here + 1
    return here + 1 if (one and joined) or _joins_strange(scan, at, here) else 0


def _joins_strange(scan: Scan, at: int, here: int) -> bool:
    """Whether "and" at ``here`` stands in the name of one body that begins with a word behind "the" or its owner
    which is no body, office or group: "the | Small and Medium Enterprises Agency"."""
    token, last = scan.tokens[at], _head_behind(scan, here)
    group = scan.phrase(at, scan.words.groups)  # "the Opposition and Trade Ministry", but "Small and Medium Agency"
    plain = token.kind == "N" and _is_common(scan, token.low) and len(group) in (0, last - at)
    return bool(here == at + 1 and _is_introduced(scan, at) and last and plain)


def _head_behind(scan: Scan, here: int) -> int:
    """Where the head of one body stands behind "and" at ``here`` and other words, "and Trade | Commission"; 0 where
    none does."""
    last = here + 1
    while scan.tokens[last].kind == "N" and last < here + 5 and scan.tokens[last].low not in scan.words.body_heads:
        last += 1
    head = scan.tokens[last]
    one = head.kind == "N" and head.low in scan.words.body_heads and not head.low.endswith("s") and last > here + 1
    return last if one else 0


def joins_name(scan: Scan, at: int, here: int) -> bool:
    """Whether "and" at ``here`` stands in the name of one movement or bank which begins at ``at`` behind "the":
    "the Justice and Equality Movement", "the Trade and Development Bank"."""
    last = here + 2 + (scan.tokens[here + 2].low not in scan.words.private_heads)
    first, behind = scan.tokens[at], scan.tokens[here + 1 : last]
    one = scan.tokens[last].kind == "N" and scan.tokens[last].low in scan.words.private_heads
    aims = scan.words.portfolio.isdisjoint(t.low for t in (first, *behind))
    plain = all(t.kind == "N" and t.low not in scan.words.body_heads | scan.words.title_heads for t in behind)
    alone = here == at + 1 and first.kind == "N" and first.low not in scan.words.body_heads
    alone = alone and not scan.phrase(at, scan.words.groups)  # "the Opposition and Reform Party"
    return bool(at and scan.tokens[at - 1].low == "the" and one and plain and alone and not aims)


def _is_introduced(scan: Scan, at: int) -> bool:
    """Whether the word at ``at`` stands behind "the" or an owner's name: "Chadian | Border and Trade Police"."""
    before = scan.tokens[at - 1] if at else scan.tokens[-1]
    owner = before.kind == "P" or (before.entry is not None and before.entry.kind in ("state", "demonym"))
    return before.low == "the" or owner


def _listed_name(scan: Scan, at: int, here: int) -> int:
    """Past the last "and" of "the Truth, Justice, | and Reconciliation Commission" at ``at``, whose first comma is
    at ``here``: single words, none of them a body, office or group, and the head of one body; 0 where it is not."""
    last = here
    while scan.tokens[last].low == "," and scan.tokens[last + 1].kind == "N" and last < here + 6:
        last += 2
    last += scan.tokens[last].low == ","
    words = [scan.tokens[at], *(t for t in scan.tokens[here:last] if t.low != ",")]
    plain = all(t.kind == "N" and _is_common(scan, t.low) for t in words)
    ends = here == at + 1 and scan.tokens[last].low == "and" and _is_introduced(scan, at) and plain
    return last + 1 if ends and _head_behind(scan, last) else 0


def _is_common(scan: Scan, low: str) -> bool:
    """Whether a word of a name is by itself no body, office or group."""
    words = scan.words
    others = (words.body_heads, words.private_heads, words.title_heads, words.people_nouns, words.group_heads)
    return not any(low in some for some in others)


def alike(scan: Scan, here: int) -> bool:
    """ "Seized | and Confiscated Property": whether "and" at ``here`` stands between two words of one form that
    tell what follows."""
    before, _, behind, noun = scan.tokens[here - 1 : here + 3]
    return before.low.endswith("ed") and behind.low.endswith("ed") and behind.kind == noun.kind == "N"


def spelled_end(scan: Scan, at: int) -> int:
    """The end of the name at ``at`` that the acronym in brackets behind it spells, "Office of Foreign Disaster
    Assistance | (OFDA)"; 0 where none does."""
    here = at
    while here < at + MAX_CHAIN and (scan.tokens[here].kind in "NUE" or scan.tokens[here].low in SMALL):
        here += 1
    opens, acronym, closes = scan.tokens[here : here + 3]
    if (opens.kind, closes.kind) != ("(", ")") or acronym.kind not in "UE" or not acronym.text.isupper():
        return 0
    written = scan.text(at, here)
    return here if expansion_before(written, len(written), acronym.text) == (0, len(written)) else 0


def add_states(scan: Scan, first: int, last: int) -> None:
    """The states named within a longer name: "in Chad"."""
    for at in range(first, last):
        if (entry := scan.tokens[at].entry) and entry.kind == "state":
            scan.add("entity", at, at + 1, codes=(entry.code,), nested=True)
