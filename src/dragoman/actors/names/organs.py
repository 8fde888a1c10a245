"""Whose missions, offices and organs of international organisations are that the text names without the organisation:
"the mission", "the Council of Ministers". A state where such a body works or meets has no part in it.

Each function that gives a code gives "" where the text does not tell it.
"""

from __future__ import annotations

from bisect import bisect_left

from dragoman.actors.context.making import mention_of
from dragoman.actors.context.page import Mention, Page
from dragoman.actors.directory import owner_of
from dragoman.actors.discourse.antecedents import REACH, Mentioned
from dragoman.actors.mentions.found import WITHIN, Found
from dragoman.actors.persons.persons import plain_name

ROW = 12
"""Mentions among which a list of organs is looked for."""


def row_behind(page: Page, mention: Found) -> str:
    """ "The Council of Trade Ministers, the Transport Council and the Court of the AU": the organisation that the
    last organ of a list names, whose the ones before it are as well."""
    last = mention
    at = bisect_left(page.found, mention.first, key=lambda found: found.first)
    for other in page.found[at + 1 : at + ROW] if _is_organ(page, mention.name) else ():
        if other.first < last.last:
            continue
        between = {t.low for t in page.tokens[last.last : other.first]}
        if other.kind != "body" or not between or not between <= {",", "and", "the"}:
            return ""
        if len(other.codes) == 1 and "and" in between:
            code = other.codes[0]
            return code if page.directory.is_organisation(code) else ""
        last = other
    return ""


def _is_organ(page: Page, name: str) -> bool:
    """ "Council of Ministers", "Assembly", "Economic Court", which organisations have as states do; no "National
    Council"."""
    parts = set(name.lower().split())
    return bool(parts & page.words.organs) and not parts & page.words.national


def sender(page: Page, mention: Found) -> str:
    """Whose "the observation mission in Chad" is: of the organisation that was told of last, else of the one that
    publishes or that the title names; so is "the Office" of such a one. What states have abroad is told by another
    word: "the diplomatic mission"."""
    phrases, noun = page.words.phrases, page.tokens[mention.last - 1]
    parts = mention.name.lower().split()
    if noun.low not in phrases["sent_out"] or not phrases["states_missions"].isdisjoint(parts):
        return ""
    known = page.directory.is_organisation
    own = page.publisher if known(page.publisher) else ""
    titled = next((code for code in page.setting.title_states if known(code)), "")
    if noun.low in phrases["bases"]:
        the_one = noun.text[:1].isupper() and len(parts) == 1
        return (own or ("" if page.setting.own else titled)) if the_one else ""
    if page.setting.own and noun.text[:1].isupper():
        return ""  # an embassy's "the Mission"
    told = (owner_of(m.actors[0]) for m in _singly_told(page, mention, REACH, "org body person"))
    return next(filter(known, told), "") or own or titled


def named_mission(page: Page, mention: Found) -> tuple[str, ...]:
    """ "EUTM Mali came. The mission": the mission with a name of its own that was named last."""
    if mention.name.lower() not in page.words.missions or not mention.definite:
        return ()
    for past in _singly_told(page, mention, REACH, "body"):
        known = past.actors[0] in page.directory and page.directory.actor(past.actors[0])
        if known and known.hosts:
            return past.actors
    return ()


def organ_in_hand(page: Page, mention: Found) -> str:
    """Whose "the Committee of Ministers", "the Secretariat" is: of the organisation that was told of last, right
    here or in the sentence before; on a state's page that is the state."""
    if not page.tokens[mention.last - 1].text[:1].isupper() or page.setting.own or not _is_organ(page, mention.name):
        return ""
    parts = mention.name.lower().split()
    of = parts.index("of") if "of" in parts[1:] else len(parts)
    made_of = parts[of - 1] in page.words.of_holders and bool(parts[of + 1 :])
    near = next(iter(_singly_told(page, mention, 1, "state org body person")), None)
    code = owner_of(near.actors[0]) if near else ""
    sole = mention.name.lower() in page.words.phrases["sole_organs"]
    if (sole or made_of) and page.directory.is_organisation(code):
        return code
    return _not_the_host(page, mention)


def _not_the_host(page: Page, mention: Found) -> str:
    """The organisation in hand, for an organ that else would be of a state which is only where something is."""
    hosts = {code for code in (page.default, *page.setting.topics[:2]) if page.directory.is_state(code)}
    named = (m for m in page.found if m.kind == "entity" and not hosts.isdisjoint(m.codes))
    orgs = page.discourse.organisation(mention.token.sentence)
    if not orgs or not hosts or page.default == page.publisher != "":
        return ""
    return owner_of(orgs[0]) if all(m.place or _is_seat_in(page, m) for m in named) else ""


def _is_seat_in(page: Page, mention: Found) -> bool:
    """ "Met in | Lima": a town in which something is."""
    entry, before = mention.token.entry, page.tokens[mention.first - 1].low if mention.first else ""
    return entry is not None and entry.kind == "seat" and before in WITHIN


def is_worlds_own(page: Page, mention: Found) -> bool:
    """ "The 15-member Security Council", "Security Council resolution 2500" is the United Nations' even where the
    text does not name them."""
    counted = page.tokens[mention.first - 1].low in ("member", "nation", "15-member", "15-nation")
    follower = page.tokens[mention.last].low if mention.last < len(page.tokens) else ""
    return counted or follower in ("resolution", "resolutions")


def _singly_told(page: Page, mention: Found, reach: int, sorts: str) -> list[Mentioned]:
    """Mentions of one actor before this one, the nearest first; none of a place."""
    near = page.discourse.back(mention.token.sentence, reach, sorts)
    return [m for m in near if len(m.actors) == 1 and not m.place and not m.where]


def own_assembly(page: Page, name: str, sentence: int) -> str:
    """The organisation in hand, or the one that publishes, if it has a "General Assembly" of its own as the
    directory has it and the text names no United Nations."""
    if page.names_un or "UN" in page.setting.orgs:
        return ""
    near = [owner_of(m.actors[0]) for m in page.discourse.back(sentence, REACH, "org body person")]
    orgs = filter(page.directory.is_organisation, (*near, page.publisher))
    return next((code for code in orgs if f"{code}/{name}" in page.directory), "")


def name_or_organ(page: Page, mention: Found) -> Mention | None:
    """ "The Presence" after "OSCE Presence in Chad": the office that was named last by this word."""
    low = mention.name.lower()
    the = mention.first > 0 and page.tokens[mention.first - 1].low == "the"
    based = the and low in page.words.phrases["bases"]
    same = page.discourse.last_body(mention.token.sentence, low) if based else ()
    return mention_of(page, mention, same, "body") if len(same) == 1 else plain_name(page, mention)
