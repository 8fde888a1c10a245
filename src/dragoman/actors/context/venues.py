"""Where people only met: a state that lends its ground to a meeting is none of its sides."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dragoman.actors.mentions.found import END, Found
from dragoman.actors.mentions.tokens import Token
from dragoman.actors.mentions.words import Words

NEAR = 12
"""Words before "held in Peru" among which the meeting is named."""
NAMED = ("state", "seat")


def is_venue(tokens: Sequence[Token], mention: Found, words: Words, *, any_seat: bool = False) -> bool:
    """ "A deal was signed in | Doha |", "talks in Doha, | Qatar |", "talks were held in | Peru |": where people only
    met; not "reforms in | Peru |". With ``any_seat`` whatever is done "in | Doha |" tells of no state."""
    entry, at = mention.token.entry, mention.first
    if mention.kind != "entity" or entry is None or entry.kind not in NAMED or at < 2:
        return False
    at -= tokens[at - 1].low == "the"
    before, earlier = tokens[at - 1], tokens[at - 2]
    if before.low == "," and entry.kind == "state":
        town = earlier.entry
        known = town is not None and town.kind == "seat" and town.code == entry.code
        met = any_seat and tokens[at - 3].low in words.phrases["where"]
        return known and at > 3 and (met or is_met_in(tokens, at - 2, words, seat=True))
    if any_seat and mention.place and before.low in words.phrases["where"]:
        return True
    return is_met_in(tokens, at, words, seat=mention.place)


def is_met_in(tokens: Sequence[Token], at: int, words: Words, *, seat: bool) -> bool:
    """Whether people met in what is named at ``at``; "talks in Peru" may be with Peru, talks in its ``seat`` are
    there."""
    verb, link = tokens[at - 2 : at] if at > 1 else (END, END)
    if link.low not in words.phrases["where"]:
        return False
    if verb.low in words.phrases["met"] or (seat and verb.low in words.phrases["meetings"]):
        return True
    return verb.low in words.takes_place | {"place"} and meets(tokens, at, words)


def meets(tokens: Sequence[Token], at: int, words: Words) -> bool:
    """Whether the sentence names a meeting shortly before ``at``."""
    near = tokens[max(0, at - NEAR) : at]
    return any(t.low in words.phrases["meetings"] and t.sentence == tokens[at].sentence for t in near)


def only_venues(tokens: Sequence[Token], found: Sequence[Found], words: Words) -> Collection[str]:
    """The codes of the states of which what was ``found`` names nothing but where people met and what their capitals
    saw."""
    met, acting = set[str](), set[str]()
    for mention in found:
        venue = is_venue(tokens, mention, words, any_seat=True)
        codes = mention.codes or ((mention.token.entry.code,) if venue and mention.token.entry else ())
        (met if venue else acting).update(codes)
    return met - acting
