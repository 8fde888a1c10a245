"""Whose side a person is on, by the words round a mention: who leads a delegation, is one of it, signs for a state.

Each function that gives a code gives "" where the text does not tell it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile

from dragoman.actors.context.beside import office_end, tokens_after_office, tokens_before
from dragoman.actors.context.page import Page, once
from dragoman.actors.mentions.found import END, Found
from dragoman.actors.mentions.tokens import Token

OWNERS = ("state", "demonym", "org")
"""Kinds of names before a delegation that say whose it is: "Chadian delegation", "Chad's delegation"."""
MET = ("met", "meets", "received", "hosted", "welcomed", "greeted")
SIGNS = ("signed", "signing")
LISTED = 80
"""Tokens of a sentence that lists who stood for whom."""
DEFINITE = ("the", "this", "it", "them", "here", "today")


def is_of_leaders(page: Page, mention: Found) -> bool:
    """ "Ministers of SADC", "ASEAN foreign ministers": an office that several have."""
    head = mention.title.lower().partition(" of ")[0].split()[-1:]
    return bool(head) and head[0].endswith("s") and head[0] in page.words.phrases["leading"]


def names_a_thing(page: Page, name: str) -> bool:
    """Whether a capitalised name has a word of a thing or a place: "Cebu City", "Volume XI", "Foreign Trade"."""
    words, parts = page.words, name.lower().split()
    described = bool(parts) and (parts[-1] in words.portfolio or parts[-1] in words.adjectives)
    return described or not _things_named(page).isdisjoint(parts)


@once
def _things_named(page: Page) -> frozenset[str]:
    words = page.words
    things = words.companions | words.instrument_nouns | words.geography_behind | words.body_heads | words.lands
    things |= words.geography_before | words.private_heads | words.named_at | words.numbered | words.things
    return things | words.place_nouns


def side_beside(page: Page, mention: Found) -> str:
    """Whose side the sentence says that a person is on."""
    if mention.kind == "name" and names_a_thing(page, mention.name):
        return ""
    told = (
        leading_side(page, mention)
        or _heading_side(page, mention)
        or on_side(page, mention)
        or _included(page, mention)
    )
    return told or _in_order(page, mention) or _signing(page, mention) or _one_for_each(page, mention)


def leading_side(page: Page, mention: Found) -> str:
    """ "A delegation from Chad led by Minister X", "headed on the Chadian side by Y": whose delegation it is."""
    near = tokens_before(page, mention, 18)
    while near and near[-1].low in ("the", "its", "their", "h.e", "."):
        near.pop()
    if len(near) < 2 or near[-1].low != "by":
        return ""
    at = next((n for n in range(len(near) - 2, -1, -1) if near[n].low in ("delegation", "side", "team")), -1)
    led = any(t.low in page.words.led for t in near[at + 1 :])
    if len(near) == 2 and led:  # "Led by Minister X, the delegation of Chad"
        return _delegation(page, tokens_after_office(page, mention, 8))
    if at < 0 or not (led or (near[at].low == "side" and any(t.low in page.words.led for t in near))):
        return ""
    told = any(t.low in ("was", "were") for t in near[at + 1 :])
    if told and not {"with", "to", "for"}.isdisjoint(t.low for t in near[max(0, at - 3) : at]):
        return ""  # "Talks with the Chadian delegation were led by Minister X"
    return _owner_of_side(page, near, at)


def _heading_side(page: Page, mention: Found) -> str:
    """ "Minister X headed the Chadian delegation": whose delegation it is."""
    near = tokens_after_office(page, mention, 9)
    return _delegation(page, near[1:]) if near and near[0].low in page.words.led else ""


def _delegation(page: Page, near: Sequence[Token]) -> str:
    """Whose "the Chadian delegation", "the delegation of Chad" is that ``near`` begins with."""
    at = next((n for n, t in enumerate(near[:4]) if t.low in page.words.delegations), -1)
    verb = any(t.kind in ".;:" or t.low in ("and", "while") for t in near[: max(at, 0)])
    return _owner_of_side(page, near, at) if at >= 0 and not verb else ""


def _owner_of_side(page: Page, near: Sequence[Token], at: int) -> str:
    """Whose the delegation at ``at`` is: the state behind "of" or "from", else one shortly before it."""
    tail = [*near, END, END, END]
    entry = tail[at + 2 + (tail[at + 2].low == "the")].entry if tail[at + 1].low in ("of", "from") else None
    if entry and entry.kind in (*OWNERS, "seat"):
        return entry.code
    before = near[max(0, at - 3) : at]
    owner = next((n for n in range(len(before) - 1, -1, -1) if (e := before[n].entry) and e.kind in OWNERS), -1)
    entry = before[owner].entry if owner >= 0 else None
    apart = any(t.low in MET for t in before[owner + 1 :])  # "Chad met a delegation led by"
    return entry.code if entry and not apart else ""


def _included(page: Page, mention: Found) -> str:
    """ "The delegation of Chad included Minister X and Minister Y", "met Chad's leadership including Minister X":
    whose those are who are told one by one."""
    first = row_of(page, mention)[0]
    near = tokens_before(page, first, 12)
    if len(near) < 2 or near[-1].low not in page.words.including:
        return ""
    at = next((n for n in range(len(near) - 2, -1, -1) if near[n].low in page.words.delegations), -1)
    apart = any(t.kind in ".;:" or t.low in MET for t in near[at:])
    return _owner_of_side(page, near, at) if at >= 0 and not apart else ""


def row_of(page: Page, mention: Found) -> list[Found]:
    """The persons who are told one by one up to the mention, the first one first: "Minister X, Minister Y; Z"."""
    row, first = [mention], mention.first
    at = bisect_left(page.found, first, key=lambda found: found.first)
    for other in reversed(page.found[max(0, at - 24) : at]):
        if other.kind != "person":
            continue
        between = page.tokens[office_end(page, other) : first]
        if not {t.low for t in past_state(between)} <= {",", ";", "and", "the"}:
            break
        if not between:
            continue
        row.insert(0, other)
        first = other.first
    return row


def on_side(page: Page, mention: Found) -> str:
    """ "On the Dominican side, the Ministry of Finance signed": whose side the sentence is about."""
    near = tokens_before(page, mention, 12)
    for at in range(len(near) - 3, 1, -1):
        opens = at < 3 or near[at - 3].low in (",", ";", "and", "while")
        opens = opens and [t.low for t in near[at - 2 : at]] == ["on", "the"] and near[at + 2].low == ","
        whose = near[at].entry if opens else None
        if whose and whose.kind in OWNERS and near[at + 1].low == "side":
            return whose.code
    return ""


def _signing(page: Page, mention: Found) -> str:
    """ "Minister X signed for Chad", "Chad, represented by Minister X", "signed for Chad by Minister X", "Minister
    X, who represented Chad": whom somebody stands for."""
    if code := represented(page, mention):
        return code
    near, after = tokens_before(page, mention, 8), tokens_after_office(page, mention, 8)
    while near and near[-1].low in ("the", "h.e", "."):
        near.pop()
    before = [t.low for t in near]
    if before[-1:] == ["by"] and (at := _signed_for(page, near[:-1])):
        return stood_for(near[at:-1])
    after = after[after[:1] != [] and after[0].low == "who" :]
    if after and after[0].low in page.words.represents:
        return stood_for(after[1:])
    at = _signed_for(page, after) if after and after[0].low in SIGNS else 0
    return stood_for(after[at:]) if at else ""


def represented(page: Page, mention: Found) -> str:
    """ "The Government of Chad, represented herein by the Ministry of Health": for whom the mention stands."""
    near = tokens_before(page, mention, 24)
    while near and near[-1].low in ("the", "h.e", "."):
        near.pop()
    lows = [t.low for t in near]
    verb = next((n for n in range(len(lows) - 2, max(len(lows) - 7, 0), -1) if lows[n] == "represented"), 0)
    if lows[-1:] != ["by"] or not verb or "," in lows[verb:]:
        return ""
    while verb > 1 and lows[verb - 1] in (",", "is", "was", "being", "duly"):
        verb -= 1
    if lows[verb - 1] == ")":  # "Chad (hereinafter the Donor), represented by"
        verb = next((n for n in range(verb - 1, 0, -1) if lows[n] == "("), verb)
    return stood_for(near[verb - 1 : verb])


def _one_for_each(page: Page, mention: Found) -> str:
    """ "Negotiated by Jo Lind for Russia and Al Mora for | Austria", "X represented Britain; Y, | Italy;": the
    state behind each name of a list of those who stand for states."""
    said = [t.low for t in tokens_before(page, mention, LISTED)]
    signed, stood = (not words.isdisjoint(said) for words in (page.words.signs, page.words.represents))
    link, *near = tokens_after_office(page, mention, 6) or [END]
    if [t.low for t in near[:2]] == ["behalf", "of"]:  # "signed by Jo Lind on behalf of Peru"
        return behind_for(near[2:]) if signed else ""
    if link.low == "for" and (signed or _is_joined_pair(page, mention)):
        return behind_for(near)
    comma, state, end = [*page.tokens[mention.last : mention.last + 3], END, END, END][:3]
    elided = stood and comma.low == "," and ";" in said and end.kind in ".;|"
    return stood_for([state]) if elided else ""


def _is_joined_pair(page: Page, mention: Found) -> bool:
    """Whether the person before or behind stands "for Peru" as well: "Jo Lind for Chad, and | Al Mora for Peru"."""
    at = bisect_left(page.found, mention.first, key=lambda found: found.first)
    here = [m for m in page.found[max(0, at - 6) : at + 7] if m.kind in ("person", "name") and m is not mention]
    here = [m for m in here if m.token.sentence == mention.token.sentence]
    links = ([page.tokens[n] for n in range(m.last, min(m.last + 4, len(page.tokens)))] for m in here)
    return any(near and near[0].low == "for" and behind_for(near[1:]) for near in links)


def _signed_for(page: Page, near: Sequence[Token]) -> int:
    """The place behind "signed for", "signed the treaty on behalf of" in ``near``; 0 where there is none. Who
    "signed a loan for Chad" may be of whoever gives it."""
    lows = [t.low for t in near]
    begin = next((n + 1 for n, low in enumerate(lows) if low in SIGNS), len(lows))
    for at in range(begin, min(begin + 6, len(lows))):
        if lows[at : at + 3] == ["on", "behalf", "of"]:
            return at + 3
        if lows[at] == "for":
            return at + 1
        if lows[at] not in DEFINITE and lows[at] not in page.words.instrument_nouns:
            return 0
    return 0


def _in_order(page: Page, mention: Found) -> str:
    """ "Jo Lind and Bo Berg signed for Peru and Chile (respectively)": each stands for the one who is named in the
    same place."""
    inside = [t for t in page.tokens[mention.last : mention.last + 60] if t.sentence == mention.token.sentence]
    here = _signed_for(page, inside)
    listed = list(takewhile(lambda t: t.entry or t.low in (",", "and", "the"), inside[here:]))
    named = [t.entry.code for t in listed if t.entry and t.entry.kind in ("state", "org")]
    if not here or len(named) < 2:
        return ""
    at = bisect_left(page.found, mention.first, key=lambda found: found.first)
    near = [m for m in page.found[max(0, at - 24) : at + 24] if m.token.sentence == mention.token.sentence]
    told = [m for m in near if not m.nested and m.token.start < inside[here].start]
    people = [m for m in told if m.kind == "person"]
    people = people if len(people) == len(named) else [m for m in told if m.kind in ("person", "name")]
    place = next((n for n, m in enumerate(people) if m is mention), -1)
    return named[place] if len(people) == len(named) and place >= 0 else ""


def stood_for(near: Sequence[Token]) -> str:
    """The state or organisation that ``near`` begins with, where no longer name and no list of several does."""
    at = bool(near) and near[0].low == "the"
    entry = near[at].entry if len(near) > at else None
    goes_on = len(near) > at + 1 and (near[at + 1].kind in "PNU" or listed(near[at + 1 : at + 4]))
    return entry.code if entry and entry.kind in ("state", "seat", "org") and not goes_on else ""


def behind_for(near: Sequence[Token]) -> str:
    """The state, or the one whose people, behind "Jo Lind for": "Peru", "the Japanese", where nothing longer does."""
    at = bool(near) and near[0].low == "the"
    entry = near[at].entry if len(near) > at else None
    follower = near[at + 1] if len(near) > at + 1 else END
    known = entry is not None and entry.kind in ("state", "org", "demonym", "nationals")
    closes = follower.kind in ",.;|)" or follower.low == "and"
    return entry.code if entry and known and closes else ""


def listed(near: Sequence[Token]) -> bool:
    """Whether ``near`` goes on with "and Chile", "and the EU"."""
    lows = [t.low for t in near if t.low != "the"]
    return lows[:1] == ["and"] and any(t.entry for t in near)


def past_state(near: Sequence[Token]) -> Sequence[Token]:
    """What of ``near`` stands behind the "of Peru" that it may begin with."""
    at = 1 + (len(near) > 1 and near[1].low == "the")
    told = bool(near) and near[0].low == "of" and len(near) > at and near[at].entry is not None
    return near[at + 1 :] if told else near
