"""Where a town is only where something is: datelines, lists of towns, "Gali district", "at the White House"."""

from __future__ import annotations

from dragoman.actors.mentions.found import END, WITHIN, Scan, is_past

MAX_TOWNS = 8
"""Towns of one list that are looked back over."""
MAX_HEAD = 9
"""Tokens of the line that a report begins with, before the name of the agency."""


def is_place(scan: Scan, at: int) -> bool:
    """A seat of government that is only where something is."""
    entry = scan.tokens[at].entry
    before, follower = scan.tokens[at - 1] if at else END, scan.tokens[at + 1]
    if entry is not None and entry.kind == "house":
        return follower.kind != "P" and _link_before(scan, at) in ("in", "at", "near", "inside", "outside")
    if entry is not None and entry.kind in ("body", "org"):
        return _signs_report(scan, at)
    if entry is None or entry.kind != "seat":
        return False
    if _is_called_town(scan, at) or _opens_report(scan, at):
        return True
    if follower.kind == "P" or follower.low in scan.words.seat_verbs - {"and"}:
        return before.low in WITHIN and follower.low not in ("has", "agreed")
    if before.low in scan.words.place_words or (follower.kind == "," and before.kind == ","):
        return True
    if follower.low == "and":
        return _is_listed_town(scan, at)
    alone = before.kind == "|" and follower.kind == "." and scan.tokens[at].text.isupper()  # "ASTANA. The minister"
    return alone or (before.kind in "#|(" and follower.kind in "(,|:") or _is_listed_town(scan, at)


def is_based(scan: Scan, at: int) -> bool:
    """ "The Washington-based lender": the town only tells where somebody has an office."""
    hyphen, word = scan.tokens[at + 1], scan.tokens[at + 2 if at + 2 < len(scan.tokens) else -1]
    return hyphen.kind == "-" and hyphen.start == scan.tokens[at].end and word.low in ("based", "headquartered")


def _link_before(scan: Scan, at: int) -> str:
    """The word before the name at ``at``, past an article."""
    the = at > 1 and scan.tokens[at - 1].low == "the"
    return scan.tokens[at - 1 - the].low if at else ""


def _is_called_town(scan: Scan, at: int) -> bool:
    """ "The capital Lima", "the outskirts of Goris", "Herat province": a noun beside the name says that it is a
    place."""
    nouns, follower, link = scan.words.place_nouns, scan.tokens[at + 1], _link_before(scan, at)
    if follower.kind in "wN" and follower.low in scan.words.behind_places:
        return True
    before = nouns - scan.words.behind_places  # "in the region Moscow has troops"
    return bool(link in before or (link == "of" and at > 1 and scan.tokens[at - 2].low in nouns))


def _opens_report(scan: Scan, at: int) -> bool:
    """ "LIMA — President X", "Vienna May 21, 2018 —", "Paris/Belgrade, 14 October": the town at ``at`` stands
    at the head of a report, before a dash or a date."""
    first = at
    while first and scan.tokens[first - 1].kind == "-" and _is_seat(scan, first - 2):
        first -= 2
    if first and scan.tokens[first - 1].kind != "|":
        return False
    here = at + 1
    while scan.tokens[here].kind == "-" and _is_seat(scan, here + 1):
        here += 2
    mark, then = scan.tokens[here : here + 2]
    if mark.kind == "-":  # no "Lima – which is far away – agreed"
        return mark.start > scan.tokens[here - 1].end and not then.text[:1].islower()
    if mark.kind in ",(":
        mark, then = then, scan.tokens[here + 2]
    dated = mark.low in scan.words.months and then.kind == "#"
    return dated or (mark.kind == "#" and then.low in scan.words.months)


def _signs_report(scan: Scan, at: int) -> bool:
    """ "BAKU, March 3, | AZERTAC.": an agency that the line a report begins with names behind the town and the day,
    and of which nothing is told."""
    first = at - 1
    while first >= 0 and at - first < MAX_HEAD and _is_in_head(scan, first) and not _is_seat(scan, first):
        first -= 1
    led = first < at - 1 and _is_seat(scan, first) and (first == 0 or scan.tokens[first - 1].kind == "|")
    return led and scan.tokens[at + 1].kind in ".-"


def _is_in_head(scan: Scan, at: int) -> bool:
    return scan.tokens[at].kind in "#,.|(/" or scan.tokens[at].low in scan.words.months


def _is_seat(scan: Scan, at: int) -> bool:
    entry = scan.tokens[at].entry if at >= 0 else None
    return entry is not None and entry.kind == "seat"


def _town_list(scan: Scan, at: int) -> tuple[int, int]:
    """The first token and the end of the list that the town at ``at`` stands in: "Vienna, Rome and Paris"."""
    first, last = at, at + 1
    while first > 1 and at - first < 3 * MAX_TOWNS and _joins_town(scan, first - 1):
        first -= 2 + (scan.tokens[first - 1].low == "and" and scan.tokens[first - 2].kind == ",")
    while _joins_town(scan, last) and last - at < 3 * MAX_TOWNS:
        last += 2 if _is_town(scan, last + 1) else 3
    return first, last


def _is_listed_town(scan: Scan, at: int) -> bool:
    """ "Talks in Geneva, Vienna and Rome": one of a list of towns behind "in"; but "after talks in Vienna, Rome and
    Paris agreed", whose last ones are the subject."""
    first, last = _town_list(scan, at)
    return first < at and scan.tokens[first - 1].low in WITHIN and not _is_subject(scan, last)


def _is_subject(scan: Scan, last: int) -> bool:
    """Whether a verb follows a list that ends before ``last``."""
    end, words = scan.tokens[last], scan.words
    verbs = words.seat_verbs | words.speech | words.speaking | words.objects_follow
    return end.kind == "P" or end.low in verbs - {"and", "to", "accountable"} or is_past(end, words)


def _joins_town(scan: Scan, at: int) -> bool:
    """Whether a comma or "and" at ``at`` stands between two towns of a list."""
    token, before, behind = scan.tokens[at], at - 1, at + 1
    if token.kind == "," and scan.tokens[behind].low == "and":
        behind += 1
    if token.low == "and" and scan.tokens[before].kind == ",":
        before -= 1
    return (token.kind == "," or token.low == "and") and _is_town(scan, before) and _is_town(scan, behind)


def _is_town(scan: Scan, at: int) -> bool:
    """A capital, or one strange name that may be a town's."""
    token, words = scan.tokens[at], scan.words
    known = token.low in words.title_heads | words.honorifics or scan.tokens[at + 1].kind in "NU"
    return _is_seat(scan, at) or (token.kind == "N" and not known)


def is_strange_town(scan: Scan, at: int) -> bool:
    """ "In Toronto, Hamilton and Victoria": a capital's name that persons and other towns have, in a list with a
    town that is no capital."""
    if scan.tokens[at].text not in scan.words.names_of_people or not _is_seat(scan, at):
        return False
    first, last = _town_list(scan, at)
    strange = any(t.kind == "N" for t in scan.tokens[first:last])
    led = first > 0 and scan.tokens[first - 1].low in WITHIN
    return strange and led and not _is_subject(scan, last)
