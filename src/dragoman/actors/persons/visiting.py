"""Whom a person cannot serve: the state that he visits or is sent to, "President X paid a visit to Peru"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from dragoman.actors.context.beside import office_end, token_after, tokens_after_office, tokens_before
from dragoman.actors.context.page import Mention, Page
from dragoman.actors.directory import owner_of
from dragoman.actors.mentions.found import Found
from dragoman.actors.mentions.tokens import Token
from dragoman.actors.persons.accrediting import accredits, sent_to, state_of
from dragoman.actors.persons.holding import served_by

OWN = ("its", "his", "her", "their")
CLAUSE = 16
"""Tokens behind a person among which the verb and the place are looked for."""
LONGEST = 20
"""Characters of " consulate general"."""


def states_away(page: Page, mention: Found) -> set[str]:
    """The states that the sentence says the person goes to."""
    told = {_goes_to(page, mention), _guest_of(page, mention), _calls_on(page, mention), accredits(page, mention)}
    return (told | sent_to(page, mention) | _of_peers(page, mention)) - {""}


def other_side(page: Page, away: set[str]) -> str:
    """The other of the two states in hand where the person goes to one of them."""
    pair = page.setting.pair()
    return next((code for code in pair if code not in away | page.posts), "") if away & set(pair) else ""


def sending(page: Page, mention: Found, away: set[str]) -> str:
    """Whom one serves who does not serve ``away``: an envoy the one whose embassy was named last, others the other
    of the two states in hand."""
    near = reversed(page.out[-CLAUSE:]) if sent_to(page, mention) else ()
    code = next((owner_of(m.actors[0]) for m in near if _has_post(page, m)), "")
    return code if page.directory.is_state(code) and code not in away else other_side(page, away)


def _has_post(page: Page, linked: Mention) -> bool:
    """Whether what is linked is an embassy, "Peru's Embassy", or the "its" of one."""
    posts, behind = tuple(page.words.posts), page.document.text[linked.end : linked.end + LONGEST].lower()
    return linked.text.lower().endswith(posts) or (linked.how == "pronoun" and behind.strip().startswith(posts))


def _of_peers(page: Page, mention: Found) -> set[str]:
    """ "Minister X met her Ugandan counterpart", "With his counterpart from Uganda, Minister X": whom the other one
    serves, where nobody stands between whose counterpart it may be."""
    end = office_end(page, mention)
    first = bisect_left(page.tokens, mention.token.sentence, key=lambda token: token.sentence)
    behind = [t for t in page.tokens[end : end + 2 * CLAUSE] if t.sentence == mention.token.sentence]
    opens = mention.first > first and page.tokens[mention.first - 1 - (page.tokens[mention.first - 1].low == "the")]
    before = page.tokens[first : mention.first] if opens and opens.low == "," else []
    for begin, near in ((end, behind), (first, before)):
        at = next((n for n, token in enumerate(near) if token.low in page.words.colleagues), -1)
        own = next((n for n in range(at - 1, max(at - 8, -1), -1) if near[n].low in OWN), -1)
        if own >= 0 and not _names_somebody(page, begin, begin + own):
            there = at + 2 + (near[at + 2 : at + 3] != [] and near[at + 2].low == "the")
            link = near[at + 1].low if len(near) > at + 1 else ""
            of = near[there : there + 1] if link in ("of", "from") else []
            return {state_of(page, token.entry) for token in (*near[own:at], *of)}
    return set()


def _names_somebody(page: Page, first: int, last: int) -> bool:
    """Whether a person, an office or "he" is among the tokens ``first:last``."""
    at = bisect_left(page.found, first, key=lambda found: found.first)
    here = (m for m in page.found[at : at + CLAUSE] if m.first < last)
    return any(m.kind in ("person", "office") or m.token.low in ("he", "she", "they") for m in here)


def _goes_to(page: Page, mention: Found) -> str:
    """ "President X visited Peru", "paid a visit to Peru", "arrived in Peru", "led a delegation to Peru"."""
    near, words = tokens_after_office(page, mention, CLAUSE), page.words
    while near and (near[0].low in words.auxiliaries or near[0].low in ("also", "then", "who", "later", ",")):
        near.pop(0)
    lows = [t.low for t in near]
    verb = lows[0] if lows else ""
    if verb in words.visited or verb == "visits":
        return _place_of(page, near[1:])
    end = next((n for n, t in enumerate(near) if t.kind in ",;.|" or t.low in words.conjunctions), len(near))
    told = (verb in words.pays and words.visits) or (verb in words.led and words.delegations) or frozenset()
    at = 1 if verb in words.goes else next((n + 1 for n, low in enumerate(lows[:end]) if low in told), end)
    return _place_of(page, near[at + 1 :]) if at < end and lows[at] in ("to", "in") else _takes_part(page, near[:end])


def _takes_part(page: Page, near: Sequence[Token]) -> str:
    """ "Minister X attended the forum in New Delhi": in a text on two states one of the other goes to what is held
    in one of them, as those who live there would need no such place told."""
    titled = len(page.setting.title_states) == 2 and bool(near) and near[0].low in page.words.takes_part
    first = 2 if titled and near[1:] and near[1].low == "in" else 1  # "participated in"
    here = next((n for n in range(first, len(near)) if near[n].low in ("in", "at")), 0)
    return _place_of(page, near[here + 1 :]) if titled and here else ""


def _place_of(page: Page, near: Sequence[Token]) -> str:
    """The state that ``near`` begins with; a capital is one where the text is on two states."""
    here = bool(near) and near[0].low == "the"
    entry = near[here].entry if len(near) > here else None
    goes_on = len(near) > here + 1 and (near[here + 1].kind in "PNU-" or near[here + 1].entry is not None)
    kinds = ("state", "seat") if len(page.setting.title_states) == 2 else ("state",)
    return state_of(page, entry) if entry and entry.kind in kinds and not goes_on else ""


def _guest_of(page: Page, mention: Found) -> str:
    """ "President X called on Prime Minister Y during his visit to Peru", "During his visit to Peru, President X":
    where the one goes who is the subject and nobody's host."""
    verb = token_after(page, mention)
    if verb.kind != "w" or (verb.low in page.words.received and verb.low != "called"):
        return ""
    before = tokens_before(page, mention, CLAUSE)
    while before and before[-1].low in ("the", "h.e", "."):
        before.pop()
    if before and before[-1].low == ",":
        return during(page, before, whole=True)
    return "" if before else during(page, tokens_after_office(page, mention, 3 * CLAUSE))


def _calls_on(page: Page, mention: Found) -> str:
    """ "Minister X called on President Y of Peru": whom the host serves, where that is told or plain knowledge."""
    called = [t.low for t in tokens_after_office(page, mention, 2)] == ["called", "on"]
    at = bisect_left(page.found, office_end(page, mention), key=lambda found: found.first)
    host = next((m for m in page.found[at : at + 6] if m.kind == "person"), None) if called else None
    person = page.people.find(host) if host and host.first <= office_end(page, mention) + 4 else None
    return served_by(page, person, host.title) if host and person else ""


def during(page: Page, near: Sequence[Token], *, whole: bool = False) -> str:
    """The state of "during his visit to Peru" in ``near``, which is all that it is of where it is ``whole``."""
    lows = [t.low for t in near]
    for at in range(1 if whole else len(near) - 4):
        visit = next((n for n in range(at + 2, min(at + 6, len(near))) if lows[n] in page.words.visits), 0)
        there = lows[visit + 1 : visit + 2] == ["to"]
        if visit and there and lows[at] in ("during", "on", "in") and lows[at + 1] in OWN:
            return _place_of(page, near[visit + 2 :])
    return ""
