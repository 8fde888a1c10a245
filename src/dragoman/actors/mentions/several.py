"""The grammar of bodies that several states or organisations have: "the Ministries of Health of Chad and Niger", each
of which has one, and "the Chad-Niger Joint Commission", which is both's and neither's alone."""

from __future__ import annotations

from dragoman.actors.mentions.found import Scan


def of_each(scan: Scan, last: int, codes: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """Adds ", Mali and the Niger" at ``last`` to the ``codes`` of a list that begins before it; as they are where
    no such list goes on."""
    here, listed, joined = last, list[int](), False
    while not joined and scan.tokens[here].low in (",", "and"):
        joined = "and" in (scan.tokens[here].low, scan.tokens[here + 1].low)
        here += 1 + (scan.tokens[here].low == "," and joined)
        here += scan.tokens[here].low == "the"
        entry = scan.tokens[here].entry
        if entry is None or entry.kind not in ("state", "org") or scan.tokens[here + 1].kind == "P":
            return last, codes
        listed.append(here)
        here += 1
    if not joined:
        return last, codes
    entries = [entry for at in listed if (entry := scan.tokens[at].entry)]
    for at, entry in zip(listed, entries, strict=True):
        scan.add("entity", at, at + 1, codes=(entry.code,), nested=True)
    return here, tuple(dict.fromkeys([*codes, *(entry.code for entry in entries)]))


def one_of_each(scan: Scan, name: str) -> str:
    """ "Ministry of Health" for "Ministries of Health", which each of several states has; "" for no plural."""
    first, space, rest = name.partition(" ")
    one = scan.words.plural_bodies.get(first.lower(), "")
    return f"{one.capitalize() if first[:1].isupper() else one}{space}{rest}" if one else ""


def shares_head(scan: Scan, at: int) -> bool:
    """Whether the name at ``at`` is that of an organisation whose officials are told of: "German and | UN
    officials"."""
    entry, noun = scan.tokens[at].entry, scan.tokens[at + 1]
    officials = noun.low in scan.words.title_heads and noun.low.endswith("s") and noun.kind == "w"
    governments = noun.low == "governments"  # "the Canadian and | New Zealand governments"
    return entry is not None and entry.kind in ("org", "state") and (officials or governments)


def parties_joined(scan: Scan, at: int) -> int:
    """Past "Chad-Niger" or "Franco-German" at ``at``, two or more names that hyphens join; 0 for one alone."""
    here = at
    while scan.tokens[here].text in scan.words.prefixes or _is_party_name(scan, here):
        if scan.tokens[here + 1].kind != "-":
            return here + 1 if here > at else 0
        here += 2
    return 0


def _is_party_name(scan: Scan, at: int) -> bool:
    entry = scan.tokens[at].entry
    return entry is not None and entry.kind in ("state", "org", "demonym")
