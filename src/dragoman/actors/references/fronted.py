"""Whom a pronoun cannot mean by the grammar of its sentence: who is done something to by it, or where it only is."""

from __future__ import annotations

from bisect import bisect_left
from itertools import takewhile

from dragoman.actors.context.page import Page
from dragoman.actors.discourse.antecedents import REACH
from dragoman.actors.mentions.found import Found, is_form, is_past
from dragoman.actors.persons.holding import lacks
from dragoman.actors.references.belonging import THINGS, verb_joined_since

NEAR = 14
"""Words behind "it" among which the object of its verb stands."""
OPENING = 4
"""Words that may open a sentence before "its": "Shortly after its"."""


def not_meant(page: Page, mention: Found) -> frozenset[str]:
    """ "| It | called on Mali", "In Mali, | its | share": those of its own clause whom the pronoun cannot mean."""
    if mention.name == "its":
        return _opening_place(page, mention.first) | _lacking(page, mention)
    return _own_objects(page, mention) if mention.name == "it" else frozenset()


def _opening_place(page: Page, at: int) -> frozenset[str]:
    """The state of "In Mali, | its | share has grown"."""
    near = [t for t in page.tokens[max(0, at - OPENING) : at] if t.sentence == page.tokens[at].sentence]
    lows, state = [t.low for t in near if t.kind != "|"], page.tokens[at - 2].entry if at > 1 else None
    where = len(lows) == 3 and lows[0] == "in" and lows[2] == ","
    return frozenset([state.code]) if where and state and state.kind == "state" else frozenset()


def _lacking(page: Page, mention: Found) -> frozenset[str]:
    """The organisations that do not have what "its" is said of: "The EU and Chad met. | Its | army ..."."""
    at = bisect_left(page.found, mention.last, key=lambda found: found.first)
    owned = page.found[at] if at < len(page.found) and page.found[at].first == mention.last else None
    if owned is None or owned.kind not in ("office", "person", "body") or owned.codes:
        return frozenset()
    near = page.discourse.back(mention.token.sentence, REACH, "org")
    codes = {actor for m in near for actor in m.actors if page.directory.is_organisation(actor)}
    return frozenset(code for code in codes if lacks(page, code, owned.title or owned.name))


def _own_objects(page: Page, mention: Found) -> frozenset[str]:
    """The states that the verb behind "it" at the head of a sentence is about: "It called on | Mali and Chad |"."""
    at = mention.first
    if at and page.tokens[at - 1].kind != "|":
        return frozenset()
    ends = page.words.reference["complementizers"] | page.words.clause_openers - page.words.prepositions
    behind = takewhile(lambda t: t.kind not in ".;:|(P" and t.low not in ends, page.tokens[at + 1 : at + NEAR])
    named = [t.entry for t in behind if t.entry]
    whole = all(entry.kind == "state" for entry in named[:1])
    return frozenset(entry.code for entry in named if entry.kind == "state") if whole else frozenset()


def clause_since(page: Page, mention: Found) -> int:
    """Where a second verb of the sentence's subject is joined: "urged Mali to act | and reiterated its support";
    not "and thanked its army", which is Mali's."""
    at, sentence = mention.first, mention.token.sentence
    link, verb = page.tokens[at - 2 : at] if at > 2 else (mention.token, mention.token)
    finite = is_past(verb, page.words) or (verb.low.endswith("s") and verb.low not in page.words.function_words)
    to_others = verb.low in page.words.thanks or is_form(verb.low, page.words.reference["done_to_actors"])
    if mention.name == "its" and link.low == "and" and verb.kind == "w" and finite and not to_others:
        here = page.discourse.back(sentence, 0, THINGS)
        made = next((m for m in here if m.clause), None)
        if made and page.tokens[made.token + 1].low == "to" and any(m.subject for m in here):
            return at - 2
    return verb_joined_since(page, mention)
