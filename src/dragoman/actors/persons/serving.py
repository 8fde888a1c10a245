"""Whom a person serves by the words round a mention: who is sent, received, appointed, named beside.

Each function that gives a code gives "" where the text does not tell it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from dragoman.actors.context.beside import token_after, tokens_after_office, tokens_before
from dragoman.actors.context.making import is_state, last_whole
from dragoman.actors.context.page import Page
from dragoman.actors.context.people import is_office, is_spouse
from dragoman.actors.directory import owner_of
from dragoman.actors.mentions.found import END, Found, is_past, takes_object
from dragoman.actors.mentions.gazetteer import gazetteer_for
from dragoman.actors.mentions.name_parts import parts_of
from dragoman.actors.mentions.tokens import Token
from dragoman.actors.persons.accrediting import accredited_to, state_of
from dragoman.actors.persons.holding import lacks
from dragoman.actors.persons.sides import names_a_thing, row_of
from dragoman.actors.persons.signatures import side_of
from dragoman.actors.persons.visiting import OWN, during

LATELY = 24
"""Mentions among which the last person is looked for."""
JOINING = 3
"""Letters of words that only join those of a title, "Secretary of the Council"."""


def stated(page: Page, mention: Found) -> str:
    """Whom the sentence says that an official serves of whom no title tells it."""
    told = _accredited(page, mention) or accredited_to(page, mention) or side_of(page, mention)
    told = told or _appointed(page, mention) or _possessed(page, mention)
    return told or world_office(page, mention.title)


def _accredited(page: Page, mention: Found) -> str:
    """ "Diplomatic representation from the US ... Ambassador X": the envoy serves the state after "from"; not "home
    from Mali"."""
    if not mention.title.lower().startswith(("ambassador", "charg", "chief of mission", "high commissioner")):
        return ""
    near = page.tokens[max(0, mention.first - 12) : mention.first]
    for index, token in enumerate(near[:-1]):
        following = near[index + 1] if near[index + 1].low != "the" or index + 2 >= len(near) else near[index + 2]
        sent = index > 0 and near[index - 1].low in ("representation", "mission", "embassy", "envoy")
        if sent and token.low == "from" and following.entry and following.entry.kind == "state":
            return following.entry.code
    return _of_own_post(page, mention)


def _of_own_post(page: Page, mention: Found) -> str:
    """ "Thanked High Commissioner X for the work of the Indian High Commission": whose the post is that is named
    with its head."""
    title, sentence = mention.title.lower(), mention.token.sentence
    at = bisect_left(page.found, mention.last, key=lambda found: found.first)
    here = [m for m in page.found[at : at + LATELY] if m.kind == "body" and m.token.sentence == sentence]
    for body in here:
        post = body.name.lower()
        before = page.tokens[body.first - 1 - (page.tokens[body.first - 1].low == "the")]
        head = page.words.heads_of_posts.get(post, "")
        theirs = before.low == "of" and len(body.codes) == 1 and head in title.split()
        if theirs and page.directory.is_state(body.codes[0]):
            return body.codes[0]
    return ""


def is_host(page: Page, mention: Found) -> bool:
    """ "Received by President X", "called on President X", more than "met President X"."""
    before = [t.low for t in tokens_before(page, mention, 4) if t.low not in ("the", "h.e", ".")]
    also = before[-2:] == ["and", "on"] and "called" in {t.low for t in tokens_before(page, mention, 30)}
    return before[-1:] == ["by"] or _is_called_on(page, mention) or also


def _is_called_on(page: Page, mention: Found) -> bool:
    """ "Called on President X"."""
    before = [t.low for t in tokens_before(page, mention, 4) if t.low not in ("the", "h.e", ".")]
    return before[-1:] == ["on"] and before[-2:-1] in (["called"], ["call"], ["calls"], ["calling"])


def receiving(page: Page, mention: Found) -> str:
    """ "She visited Lima, where she was received by President X", "On her visit to Lima she met Minister X",
    "received in the Peruvian capital by Minister X": the state of the place."""
    near = tokens_before(page, row_of(page, mention)[0], 30)
    hosts = is_host(page, mention) and not page.words.received.isdisjoint(t.low for t in near[-6:])
    if hosts and (place := during(page, tokens_after_office(page, mention, 12))):
        return place  # "called on Prime Minister X during his visit to Peru"
    at = next((n for n in range(len(near) - 1, -1, -1) if near[n].low == "where"), 0) or _visited(page, near)
    if at and not page.words.received.isdisjoint(t.low for t in near[at:]):
        entry = next((t.entry for t in reversed(near[max(0, at - 8) : at]) if t.entry), None)
        return state_of(page, entry)
    if page.words.received.isdisjoint(t.low for t in near):
        return ""
    places = [t.entry for t, noun in pairwise(near) if noun.low == "capital" and t.entry]
    return state_of(page, places[-1]) if places and is_host(page, mention) else _on_the_visit(page, mention, near)


def _on_the_visit(page: Page, mention: Found, near: list[Token]) -> str:
    """ "During the visit, she will meet President X": the state that one of the two sentences before says is
    visited; ``near`` is what stands before the mention."""
    lows = [t.low for t in near]
    visit = next((n for n, low in enumerate(lows) if low in page.words.visits), len(lows))
    told = "during" in lows[:visit] and "to" not in lows[visit : visit + 2]
    if not told or page.words.received.isdisjoint(lows[visit:]):
        return ""
    sentence = mention.token.sentence
    earlier = [t for t in page.tokens[max(0, mention.first - 90) : mention.first] if t.sentence < sentence]
    earlier = [t for t in earlier if t.sentence >= sentence - 2]
    at = _visited(page, earlier)
    code = state_of(page, earlier[at - 1].entry) if at else ""
    since = {state_of(page, t.entry) for t in earlier[at:]} - {"", page.default}
    return code if since <= {code} else ""


def _visited(page: Page, near: list[Token]) -> int:
    """The end of "visit to Peru" or "visited Peru" in ``near``; 0 where there is no visit, or one that is over."""
    for at, token in enumerate(near[:-2]):
        over = not page.words.visited_after.isdisjoint(t.low for t in near[max(0, at - 4) : at])
        place = near[at + 1 + (near[at + 1].low == "the")].entry if at + 2 < len(near) else None
        plain = token.low in page.words.visits and place is not None and place.kind in ("state", "seat")
        straight = token.low in page.words.visited or plain  # "will visit Peru"
        if over or not (straight or token.low in page.words.visits):
            continue
        to = next((n for n in range(at, min(at + 10, len(near))) if near[n].low == "to"), len(near))
        to = at if straight else to
        there = to + 1 + (near[to + 1].low == "the") if to + 2 < len(near) else 0
        entry = near[there].entry if there else None
        if entry and entry.kind in ("state", "seat"):
            return there + 1
    return 0


def cochairing(page: Page, mention: Found) -> str:
    """ "Minister X and Minister Y co-chaired the talks": the second serves the other of the two states."""
    after = [t.low for t in page.tokens[mention.last : mention.last + 2]]
    before = [t.low for t in tokens_before(page, mention, 2) if t.low != "the"]
    last = page.out[-1] if page.out else None
    if before[-1:] != ["and"] or "co-chaired" not in after or not last or last.how != "person":
        return ""
    pair = page.setting.pair()
    code = owner_of(last.actors[0])
    return next((c for c in pair if c != code), "") if code in pair else ""


def is_colleague(page: Page, mention: Found) -> bool:
    """ "Its Brazilian counterpart" serves Brazil, not the one whose counterpart it is."""
    return not page.words.colleagues.isdisjoint(mention.title.lower().split())


def office_of_peer(page: Page, mention: Found) -> str:
    """ "The Foreign Minister and his | Polish counterpart |": the office of the one whose counterpart it is; ""
    where the text calls him by none."""
    last, own = last_whole(page), page.tokens[mention.first - 1] if mention.first else None
    one = last and own and own.low in ("his", "her") and last.end == own.end and len(last.actors) == 1
    if not last or not one or mention.title.lower() not in page.words.colleagues:
        return ""
    name = last.actors[0].partition("/")[2]
    person = page.people.match(parts_of(name)) if name else None
    unnamed = not page.words.title_heads.isdisjoint(name.lower().split())
    held = next((title for title in reversed(person.titles) if is_office(title)), "") if person else ""
    title = held or (name if unnamed else "")
    office, *fields = re.split(r"\W+of\W+", title)
    of_all = bool(fields) and set(fields[0].lower().split()) - page.words.office_links <= page.words.portfolio
    entries = gazetteer_for(page.directory).entries.get(fields[0].removeprefix("the "), ()) if fields else ()
    of_state = any(entry.kind == "state" for entry in entries)
    return f"{office} of {fields[0]}" if of_all else office if of_state or not fields else ""


def opposite(page: Page, mention: Found) -> str:
    """ "His counterpart, X", "Minister Y called on X": the other of the two states in hand than the one that he
    serves."""
    last = last_whole(page) if is_colleague(page, mention) or _is_called_on(page, mention) else None
    last = None if last and not is_colleague(page, mention) and last.actors[0] in page.guessed else last
    pair = page.setting.pair()
    code = owner_of(last.actors[0]) if last and last.how in ("person", "office", "pronoun") else ""
    return next((c for c in pair if c != code), "") if code in pair else ""


def leading_general(page: Page, mention: Found) -> str:
    """The organisation in hand, for a secretary-general of whom a state's page says no more; the United Nations
    beside UNICEF, which has none."""
    others = page.words.without_general
    title = mention.title.lower().replace("-", " ")
    sent = " of the secretary general" in title  # "Special Representative of the Secretary-General"
    if title != "secretary general" and not sent:
        return ""
    if not is_state(page):
        return "UN" if page.default in others else ""
    near = [o for o in page.discourse.organisation(mention.token.sentence) if "/" not in o]
    alone = mention.kind == "office" and mention.token.text[:1].isupper() and token_after(page, mention).low != "of"
    return next((o for o in near if o not in others), "UN" if near or sent or alone else "")


def state_beside(page: Page, mention: Found) -> str:
    """ "South African Minister Pandor and Deputy Minister Botes": titles of the same kind that are joined; of two
    prime ministers one serves somebody else."""
    if shared := _shared(page, mention):
        return shared
    first, title = mention.first, mention.title.lower()
    for last in reversed(row_of(page, mention)[:-1]):
        apart = [t.low not in ("and", ",") for t in page.tokens[last.last : first]]
        alike = {word for word in title.split() if len(word) > JOINING} & set(last.title.lower().split())
        if any(apart) or not alike or last.title.lower() == title in page.words.one_holder:
            return ""
        if last.codes:
            return last.codes[0]
        first = last.first
    return ""


def _shared(page: Page, mention: Found) -> str:
    """ "The Prime Minister of Malta and Minister of Health X", "President X and Mrs. X": whom one serves who has
    another office of the same minister or is married to the one before."""
    before = page.tokens[mention.first - 1].low if mention.first else ""
    last = last_whole(page)
    if before != "and" or last is None or mention.first < 2 or last.end != page.tokens[mention.first - 2].end:
        return ""
    code, _, name = last.actors[0].partition("/")
    if is_spouse(mention.title):
        namesake = parts_of(name)[-1:] == parts_of(mention.name)[-1:] or mention.title.lower() == "first lady"
        return code if last.how == "person" and namesake else ""
    if mention.title.lower() in page.words.consorts and last.how == "person":
        return code
    at = next((n for n in range(mention.first - 2, 0, -1) if page.tokens[n].start <= last.start), 0)
    between = "between" in {t.low for t in page.tokens[max(0, at - 2) : at]}
    office = last.how == "office" and name and len(last.actors) == 1 and not last.others
    first, title = last.text.lower(), mention.title.lower()
    office = office and "minister" in first and "minister" in title and not first.startswith(title)
    state = page.directory.is_state(code) and not lacks(page, code, mention.title)
    return code if office and state and not between else ""


def in_row(page: Page, mention: Found) -> str:
    """ "Met President X, Prime Minister Y and Minister Z": those who are met in one row serve one state, which is
    not that of whoever met them, as far as their offices differ and are a government's or one tells the state."""
    row = row_of(page, mention)
    titles = [found.title.lower() for found in row]
    verb = page.tokens[row[0].first - 1] if len(row) > 1 and row[0].first else END
    met = takes_object(verb, page.words) or verb.low == "with"
    follower = token_after(page, mention)
    if is_past(follower, page.words) and page.tokens[mention.first - 1].low == ",":
        return ""  # "At the meeting with Jo Lind, Peru's minister, Minister Mora said"
    last = next((m for m in reversed(page.out[-LATELY:]) if m.how == "person"), None)
    leading = page.words.called_titles["leader"] | page.words.colleagues
    told = [*{found.codes[0] for found in row if found.codes}]
    governing = len(told) == 1 or all(not leading.isdisjoint(title.split()) for title in titles)
    governing = governing and len(set(titles)) == len(titles)
    code = told[0] if len(told) == 1 else owner_of(last.actors[0]) if last else ""
    code = code if met and governing else ""
    known = code != page.default and page.directory.is_state(code) and not lacks(page, code, mention.title)
    return code if known else ""


def _appointed(page: Page, mention: Found) -> str:
    """ "The President of Peru has appointed Dr. X": who is appointed serves whom the one serves who appoints."""
    near = tokens_before(page, mention, 5)
    while near and (near[-1].low in page.words.honorifics or near[-1].low in (".", "the")):
        near.pop()
    verb = near.pop() if near else END
    last = last_whole(page)
    while near and near[-1].low in ("has", "have", "had", "also"):
        near.pop()
    subject = last is not None and bool(near) and last.end == near[-1].end
    known = last is not None and last.how in ("office", "person", "named") and len(last.actors) == 1
    known = known and last is not None and not last.others and last.actors[0] not in page.guessed
    follower, behind = (page.tokens[n] if n < len(page.tokens) else END for n in (mention.last, mention.last + 1))
    closed = follower.kind in "|,.;" or follower.low == "its"  # "its envoy", but no "as envoy of the UN"
    closed = closed or (follower.low == "as" and behind.low in OWN)
    told = last is not None and subject and known and closed and verb.low in page.words.appoints
    return owner_of(last.actors[0]) if last and told else _appointed_by(page, mention)


def _appointed_by(page: Page, mention: Found) -> str:
    """ "Dr. X was appointed by the AU as its envoy": who is appointed serves whoever is named behind "by"."""
    after = tokens_after_office(page, mention, 9)
    lows = [t.low for t in after]
    verb = next((n for n, low in enumerate(lows[:4]) if low in page.words.appoints), 0)
    here = verb + 2 + (lows[verb + 2 : verb + 3] == ["the"])
    led = verb > 0 and lows[verb + 1 : verb + 2] == ["by"]
    entry = after[here].entry if led and len(after) > here + 2 else None
    own = entry is not None and entry.kind in ("state", "org") and lows[here + 1] == "as" and lows[here + 2] in OWN
    return entry.code if entry and own else ""


def _possessed(page: Page, mention: Found) -> str:
    """ "Kenya's Jo Lind arrived in Juba", "the Kenyan Embassy's Jo Lind said": a name of several words behind that
    of a state, of one who does what persons do, or of a body, of one who says something as well."""
    if mention.first < 2 or mention.kind != "name" or len(mention.name.split()) < 2:
        return ""
    owner, link = page.tokens[mention.first - 2 : mention.first]
    if link.kind != "P" or names_a_thing(page, mention.name):
        return ""
    verb, last = token_after(page, mention).low, last_whole(page)
    if owner.entry and owner.entry.kind == "state":
        return owner.entry.code if verb in page.words.persons_do else ""
    bodies = ("body", "acronym", "named")
    theirs = last is not None and last.how in bodies and last.end in (owner.end, link.end)
    says = last is not None and last.how == "body" and verb in page.words.speaking
    told = theirs and (says or verb in page.words.persons_do)
    code = owner_of(last.actors[0]) if last and told and len(last.actors) == 1 else ""
    return code if code in page.directory else ""


def reported(page: Page, mention: Found, away: set[str]) -> str:
    """ "Hungary is sending a team, says Foreign Minister X": the one state that acts in a sentence of which the
    person is the source, where no state's own office publishes; none of ``away``."""
    before, last = ([END, END, *page.tokens[max(0, mention.first - 2) : mention.first]])[-2:]
    behind = last.low in page.words.speaking and before.kind in ',"'
    says = behind or (last.low == "," and token_after(page, mention).low in page.words.speaking)
    if not says or (page.default and page.default == page.publisher):
        return ""
    here = page.discourse.back(mention.token.sentence, 0, "state")
    acting = {m.actors[0] for m in here if m.subject and len(m.actors) == 1}
    code = acting.pop() if len(acting) == 1 else ""
    known = page.directory.is_state(code) and code not in away
    return code if known and not lacks(page, code, mention.title) else ""


def world_office(page: Page, title: str) -> str:
    """Offices that only one organisation has: "High Commissioner for Refugees"."""
    office = title.lower().removeprefix("deputy ").removeprefix("former ").removeprefix("acting ")
    return next((code for known, code in page.words.world_offices.items() if office.startswith(known)), "")


def thanked_with(page: Page, mention: Found) -> str:
    """ "We thank Prime Minister Rahmani and the people of Tunisia": the state that a name is joined with."""
    joined = [t.low for t in page.tokens[mention.last : mention.last + 4]]
    if len(joined) < 4 or joined[:2] != ["and", "the"] or joined[3] != "of":
        return ""
    before = {t.low for t in page.tokens[max(0, mention.first - 8) : mention.first]}
    if joined[2] not in ("people", "nation") and not (joined[2] == "government" and before & page.words.thanks):
        return ""
    at = mention.last + 4 + (page.tokens[mention.last + 4].low == "the")
    entry = page.tokens[at].entry
    return entry.code if entry and entry.kind == "state" else ""


def in_apposition(page: Page, mention: Found) -> tuple[str, ...]:
    """The person before the comma whose office the mention is, where it is one beside that of a state: "Prime
    Minister X, the OSCE Chair,", "X, President of the MPLA,"."""
    person, last = page.previous, last_whole(page)
    head = next(iter(mention.title.lower().split()), "")
    if person is None or last is None or not (head in page.words.chairs or last.actors[0].startswith("/")):
        return ()
    apart = page.tokens[person.last].low == "," and 0 < mention.first - person.last <= 2
    own = last.end == page.tokens[person.last - 1].end and last.how == "person"
    return last.actors if apart and own and mention.title in (person.title, person.other_title) else ()
