"""What a strange capitalised name is that is no person: a town, a word for people."""

from __future__ import annotations

import re

from dragoman.actors.context.beside import token_after
from dragoman.actors.context.page import Page
from dragoman.actors.mentions.found import Found, is_past

NUMERAL = re.compile(r"[IVX]{2,}")
ROW = 12
"""Tokens of a row of towns that are looked back over."""


def is_whose_people(page: Page, mention: Found) -> bool:
    """ "Peace Corps | Volunteers", "Workers' Party": whether a name is only a word for people beside another."""
    before, follower = page.tokens[max(mention.first - 1, 0)], token_after(page, mention)
    people = mention.name.lower() in page.words.people_nouns
    theirs = before.entry is not None and before.entry.kind in ("body", "org")
    return people and (follower.kind == "P" or theirs)


def is_numbered(page: Page, mention: Found) -> bool:
    """ "Under | Art. | XII": a part of a text and its number, of which neither is anybody."""
    numbered = mention.name.lower() in page.words.numbered and token_after(page, mention).kind in ".#U"
    return numbered or NUMERAL.fullmatch(mention.name) is not None


def is_town_named(page: Page, mention: Found) -> bool:
    """ "In Gali", "the outskirts of Goris", "Gali district", "visited Gali": whether a strange name is where
    something is."""
    of, before, follower = (page.tokens[min(n, len(page.tokens) - 1)].low for n in
                            (max(mention.first - 2, 0), max(mention.first - 1, 0), mention.last))  # fmt: skip
    nouns, parts = page.words.place_nouns, mention.name.lower().split()
    called = before in nouns or (before == "of" and of in nouns) or follower in page.words.behind_places
    called = called or (len(parts) > 1 and parts[-1] in nouns) or _is_of_towns(page, mention)
    one = len(parts) == 1 and mention.token.kind == "N" and token_after(page, mention).kind not in "NU"
    called = called or (one and mention.first > 0 and _leads_to_town(page, mention.first - 1))
    return called or (mention.first > 0 and before in page.words.within_places)


def _leads_to_town(page: Page, at: int) -> bool:
    """ "Visited", "a flight to": whether the word at ``at`` stands before a place, if one word follows."""
    word, of = page.tokens[at].low, page.tokens[at - 1].low if at else ""
    return word in page.words.before_towns or (word == "to" and of in page.words.goes | page.words.ways)


def _is_of_towns(page: Page, mention: Found) -> bool:
    """ "The ports of Haifa and | Ashdod", "ports in Haifa, | Jaffa and Acre": whether the row of names that the
    mention goes on is one of places, and not "was in Gali, | Mora said"."""
    at = here = mention.first - 1
    while here > 1 and at - here < ROW and _is_in_row(page, here):
        here -= 1
    noun, link = page.tokens[here - 1], page.tokens[here].low
    if here == at:
        return False
    if link == "of":
        return noun.low.endswith("s") and noun.low in page.words.place_nouns
    end = mention.last
    while end < len(page.tokens) - 1 and end - at < ROW and _is_in_row(page, end):
        end += 1
    closed = any(t.low == "and" for t in page.tokens[here:end])
    if _leads_to_town(page, here):
        return closed
    within = link in page.words.within_places and noun.kind != "|"
    return within and closed and not _is_predicate(page, end)


def _is_in_row(page: Page, at: int) -> bool:
    return page.tokens[at].kind in ",NE" or page.tokens[at].low == "and"


def _is_predicate(page: Page, at: int) -> bool:
    """Whether a verb stands at ``at`` of which names before it are the subject."""
    token, words = page.tokens[at], page.words
    verbs = words.seat_verbs | words.speech | words.speaking | words.objects_follow
    return token.kind == "P" or token.low in verbs - {"and", "to"} or is_past(token, words)
