"""Who makes a joint statement: the states and organisations that an opening sentence lists as its subject."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.actors.mentions.found import Found, is_past
from dragoman.actors.mentions.tokens import Token
from dragoman.actors.mentions.words import Words

LONG = 4
"""Names that make a list of parties."""
SENTENCES = 6
"""Sentences at the beginning that may list them."""


def parties(found: Sequence[Found], tokens: Sequence[Token], words: Words) -> tuple[str, ...]:
    """The parties that one of the first sentences lists, best one that says "we": "We, the ministers of Chad, Mali,
    Niger and Togo"."""
    listed: dict[int, list[str]] = {}
    last, refused = 0, -1
    for mention in found[:120]:
        entry, number = mention.token.entry, mention.token.sentence
        if mention.kind != "entity" or not entry or entry.kind not in ("state", "org") or number >= SENTENCES:
            continue
        before = [t for t in tokens[max(0, mention.first - 60) : mention.first] if t.sentence == number]
        joined = {t.low for t in tokens[last : mention.first]} <= {",", "and", "the", "(", ")"}
        aside = refused == number if joined else word_before(before) in words.phrases["where"]
        told = not joined and any(is_past(t, words) for t in tokens[last : mention.first])
        acts = not aside and ((number in listed and not told) or may_act(before, words))
        if acts and any(mention.codes):
            listed.setdefault(number, []).extend(mention.codes[:1])
        last, refused = mention.last, -1 if acts else number
    rows = {number: tuple(dict.fromkeys(codes)) for number, codes in sorted(listed.items())}
    long = {number: row for number, row in rows.items() if len(row) >= LONG}
    speaking = {t.sentence for t in tokens[:600] if t.low == "we"}
    ours = [row for number, row in long.items() if number in speaking]
    return (ours or [*long.values(), ()])[0]


def word_before(before: Sequence[Token]) -> str:
    """The last word of ``before`` without an article."""
    return next((t.low for t in reversed(before) if t.low != "the"), "")


def may_act(before: Sequence[Token], words: Words) -> bool:
    """Whether a list behind the words ``before`` of its sentence may be its subject: "We, the ministers of | Chad",
    "issued by | Chad"; not the object of what somebody does, "We thank | Chad", "talks with | Chad"."""
    lows = [t.low for t in before]
    we = next((n for n, low in enumerate(lows) if low == "we"), -1)
    if we >= 0 and ([*lows, ","][we + 1] not in (",", "–", "-", "(") or lows[we + 1 :].count(",") > 1):
        return False
    link = word_before(before)
    done = [n for n, t in enumerate(before) if is_past(t, words) and t.low not in words.phrases["issued"]]
    said = max(done, default=-1)
    acted = said >= 0 and {"by", ",", ":"}.isdisjoint(lows[said:])
    small = words.prepositions | words.reference["prepositions"]
    return not acted and (not link or link in ("of", "by", "from", "between") or link not in small)
