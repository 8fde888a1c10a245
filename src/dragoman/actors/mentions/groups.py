"""The grammar of people who are no office and no body: "Kosovo Serbs", "vulnerable families", "two armies"."""

from __future__ import annotations

from dragoman.actors.mentions.apposed import title_alone
from dragoman.actors.mentions.bodies import describes_next, is_condition, of_whom
from dragoman.actors.mentions.collectives import ADJECTIVE, collective_at, is_verb
from dragoman.actors.mentions.found import Scan, is_past
from dragoman.actors.mentions.person_names import name_end
from dragoman.actors.mentions.portfolios import portfolio_end
from dragoman.actors.mentions.several import of_each, one_of_each


def nationals_end(scan: Scan, at: int, after: int, ok: bool) -> int:
    """ "Ukrainian people", "Kosovo Serbs": people, who are not their state."""
    follower = scan.tokens[after]
    if follower.entry and follower.entry.kind == "nationals":
        scan.add("group", at, after + 1, name=scan.text(at, after + 1))
        scan.add("entity", after, after + 1, codes=(follower.entry.code,), nested=True)
        return after + 1
    for skip in (0, 1):
        noun = scan.tokens[after + skip]
        whole = skip == 0 and scan.tokens[after - 1].kind != "P"  # "Chadian Workers' Party", "Chad's Workers' Party"
        if ok and (party := party_of(scan, after + skip, at if whole else after + skip)):
            return party
        if ok and noun.low in scan.words.people_nouns and (skip == 0 or follower.kind == "w"):
            if names_its_own(scan, after + skip) or describes_next(scan, after + skip):
                return 0
            last = told_together(scan, at, after + skip + 1)
            scan.add("group", at, last, name=scan.text(at, last))
            return last
    return 0


def party_of(scan: Scan, at: int, first: int) -> int:
    """The end of "Workers' Party", "Farmers' Union of Chad" at ``at``, whose name begins at ``first``; 0 where no
    such organisation is named."""
    people, mark, head = scan.tokens[at : at + 3]
    named = people.kind == head.kind == "N" and mark.kind == "P" and head.low in scan.words.private_heads
    if not named or people.low not in scan.words.people_nouns:
        return 0
    last = of_whom(scan, at, at + 3)[0]
    scan.add("organisation", first, last, name=scan.text(first, last))
    return last


def thing_end(scan: Scan, at: int, last: int) -> int:
    """The end of a name in the tokens ``at:last`` that never acts, "the Wales Summit", "Phase III", before its
    "of": "Treaty | of Alliance"; 0 where it may be somebody's."""
    links = ("of", "for", "on", "in", "to")
    end = next((n for n in range(at + 1, last) if scan.tokens[n].low in links), last)
    head, name, words = scan.tokens[end - 1].low, scan.text(at, end).lower(), scan.words
    numbered = scan.tokens[at].low in words.numbered and end > at + 1 and scan.tokens[end - 1].kind == "U"
    instrument = (end > at + 1 or end < last) and head in words.instruments
    short = scan.tokens[last + 1]
    acronym = scan.tokens[last].kind == "(" and short.kind == "U" and short.text not in words.thing_acronyms
    on = scan.tokens[at].low in words.topical and scan.tokens[at + 1].low.endswith("ing")  # "Protocol Amending"
    known = head in words.things or name in words.things or numbered or instrument or on
    if acronym or not known or (head == "summit" and _decides(scan, at, last)):
        return 0
    return next((n for n in range(at + 1, end) if scan.tokens[n].kind == "E"), end)


def _decides(scan: Scan, at: int, last: int) -> bool:
    """Whether a summit that is named in the tokens ``at:last`` acts as an organ: "approved by the Extraordinary
    Summit", "the Summit decided", and not "hailed the Wales Summit", "the Summit ended"."""
    led = at > 1 and scan.tokens[at - 1].low == "the" and scan.tokens[at - 2].low == "by"
    verb = scan.tokens[last]
    acts = is_past(verb, scan.words) and verb.low not in scan.words.takes_place
    return led or acts or verb.low in scan.words.decides


def group_phrase(scan: Scan, at: int) -> tuple[str, ...]:
    """The words at ``at`` that name a group; none where they only describe what follows, "the press conference",
    say what two parties are to each other or are a stand, "opposition to"."""
    group = scan.phrase(at, scan.words.groups)
    last = at + len(group) - 1
    named = group[:1] == ("the",) and scan.tokens[last].kind == "N" and scan.tokens[last + 1].kind in "NU"
    if not group or named or describes_next(scan, last) or (len(group) == 1 and is_no_group(scan, at)):
        return ()  # "the Press Secretary"
    link, whose = scan.tokens[last + 1 : last + 3]
    if group == ("counterparts",) and link.low in ("from", "of") and whose.entry:
        return ()  # "counterparts from Spain": Spain
    before = scan.tokens[at - 1]
    described = bool(ADJECTIVE.search(before.low)) and not is_past(before, scan.words)
    led = before.low in scan.words.definite or before.kind == "P" or described
    if group == ("public",) and not led:
        return ()  # "in public", "public and private"
    held = before.low in scan.words.firmly or (link.low == "to" and before.low != "the")
    stand = group == ("opposition",) and held
    return () if stand else group  # but "the opposition to stand down"


def is_office_of(scan: Scan, at: int) -> bool:
    """ "Summoned | ambassadors of Chad and Mali": an office that each of those has who are named behind it."""
    first, mark = at + 2 + (scan.tokens[at + 2].low == "the"), len(scan.found)
    entry = scan.tokens[first].entry if scan.tokens[at + 1].low == "of" else None
    state = entry is not None and entry.kind == "state" and scan.tokens[at].low in scan.words.title_heads
    others = of_each(scan, first + 1, ())[1] if state else ()
    del scan.found[mark:]
    return bool(others)


def is_predicate(scan: Scan, at: int) -> bool:
    """ "Peru | gave military aid", "INL | partners with": a verb and no body follows a name."""
    token, follower = scan.tokens[at], scan.tokens[at + 1]
    acts = token.low in scan.words.verbs_too and (follower.low == "with" or follower.entry is not None)
    past = is_past(token, scan.words) and token.low not in scan.words.never_verbs | scan.words.epithets
    return token.kind == "w" and (acts or past or token.low in scan.words.objects_follow)


def is_no_group(scan: Scan, at: int) -> bool:
    """ "The working groups", "Peru and Chile are good partners": the plural at ``at`` is a thing or a predicate,
    "INL partners with Peru" a verb."""
    token = scan.tokens[at]
    first = at - 1 if at else at
    if scan.tokens[first].low in scan.words.no_groups and token.low in ("groups", "bodies"):
        return True
    if token.low in scan.words.verbs_too and scan.tokens[first].entry and is_predicate(scan, at):
        return True
    before = scan.tokens[first]
    told = _describes(scan, first) or before.low in scan.words.closeness
    if token.low in scan.words.causes and told and scan.tokens[at + 1].low == "of":
        return True
    first -= first > 0 and scan.tokens[first].kind == "w" and scan.tokens[first].low not in scan.words.seat_verbs
    said = scan.tokens[first].low in scan.words.predicates
    return said and token.low in scan.words.relations and scan.tokens[at].sentence == scan.tokens[first].sentence


def is_no_party(scan: Scan, phrase: str, last: int) -> bool:
    """Whether the definite ``phrase`` that ends before ``last`` is nobody: "both | useful and frank", "the state |
    of play", "the organization | and upkeep of the camp"."""
    if phrase.endswith(("two", "both")):
        return _counts_things(scan, last) or _counts_group(scan, last)
    if scan.words.collective_kind.get(phrase) == "people" and scan.tokens[last].low in ("of", "member", "members"):
        whose, end = collective_at(scan, last + 1)  # "the leaders | of many states", "of both Chad and Mali"
        return scan.tokens[last].low != "of" or not whose or is_no_party(scan, whose, end)
    if phrase.endswith(("state", "administration", "regime")):
        return describes_next(scan, last - 1) or is_condition(scan, last - 1, last - 1)
    if phrase in scan.words.phrases["some_of"] and _are_others(scan, last - len(phrase.split()), last):
        return True
    if scan.words.collective_kind.get(phrase) in ("those", "counted"):
        apart = phrase.startswith("those") and scan.tokens[last].low in scan.words.prepositions
        return apart or scan.tokens[last].low in scan.words.phrases["which"]  # "those countries | which signed"
    joined = [t.low for t in scan.tokens[last : last + 3]]
    done = joined[0] == "of" or (joined[0] == "and" and joined[2] == "of")
    return done and scan.words.collective_kind.get(phrase) == "org"


def _are_others(scan: Scan, at: int, last: int) -> bool:
    """ "The countries | of Africa", "most of | the nations", "the States": whether words round the phrase in the
    tokens ``at:last`` tell which of many are meant, or none that were named."""
    follower, then = scan.tokens[last : last + 2]
    said = is_past(follower, scan.words) and then.low in scan.words.prepositions
    known = scan.words.phrases
    part = {t.low for t in scan.tokens[max(0, at - 2) : at]} & known["part"]
    placed = follower.low in known["where"] | known["which_ones"]
    return bool(part) or placed or said or scan.tokens[last - 1].kind == "N"


def _counts_things(scan: Scan, at: int) -> bool:
    """ "The two | firms", "both | the EU and", "both | useful and frank": what follows says what is counted or that
    two things are told together, so that "the two" is nobody."""
    token, follower = scan.tokens[at], scan.tokens[at + 1]
    if scan.tokens[at - 1].low == "both" and _joins_two(scan, at):
        return True
    title = title_alone(scan, at)
    if title and title.head.endswith("s"):
        return False  # "the two Permanent Representatives"
    if token.low in scan.words.closeness and follower.entry:
        return True  # "the two | biggest Swedish investors"
    if token.kind in "NUE" or token.low in scan.words.definite:
        return True
    if _is_what_they_did(scan, at):
        return False
    noun = follower if ADJECTIVE.search(token.low) else token
    plural = noun.low.endswith("s") and not noun.low.endswith(("ss", "us"))  # "the two discuss", "focus"
    return noun.kind == "w" and plural and noun.low not in scan.words.function_words


def _counts_group(scan: Scan, at: int) -> bool:
    """ "The two | main rebel movements", "both | big firms": whether up to three plain words behind "two" end in
    a noun for people, so that it counts them, and no verb is among them, "both | want rebel groups to leave". Two
    "finance ministers" and two "guarantor states" are those in hand, unless "of Africa" tells which they are."""
    words = scan.words
    verbs = words.seat_verbs | words.objects_follow | words.persons_do | words.asking | words.function_words
    verbs |= words.prepositions | words.clauses_follow | words.phrases["two_do"]
    people = words.group_heads | words.described_groups | words.people_nouns
    people -= words.title_heads | words.phrases["of_each"]
    for here in range(at, at + 4):
        token = scan.tokens[here]
        past = is_past(token, words) and token.low not in words.never_verbs | words.adjectives
        if token.kind not in "w-" or token.low in verbs or past:
            return False
        if here > at and token.low in people and token.low.endswith(("s", "people", "men")):
            return token.low not in words.pairs_of_states or scan.tokens[here + 1].low in ("of", "in")
    return False


def _is_what_they_did(scan: Scan, at: int) -> bool:
    """ "The two | discussed ways to trade": whether a past verb stands behind "the two" or "both"; but "the two |
    elected members left", "between both | divided cities", where it tells of what is counted."""
    words, then = scan.words, scan.tokens[at + 2].low
    before = scan.tokens[at - 2 - (scan.tokens[at - 2].low == "the")].low
    verbs = (words.seat_verbs | words.objects_follow | words.persons_do) - {"and", "to", "accountable"}
    acts = is_past(scan.tokens[at + 2], words) or then in verbs
    led = before in words.prepositions or before == "between"
    return is_past(scan.tokens[at], words) and scan.tokens[at].low not in words.never_verbs and not acts and not led


def _joins_two(scan: Scan, at: int) -> bool:
    """ "Both | at home and abroad", "both | as a host and", "both | useful and frank": "both" before ``at`` only
    points to the "and" that follows."""
    token, follower = scan.tokens[at], scan.tokens[at + 1]
    asked = scan.tokens[at - 2].low in scan.words.asking and token.low == "to"  # "urged both to agree"
    links = (scan.words.prepositions - {"of"}) | {"as", "a", "an", "within", "through", "inside"}
    described = token.kind == "w" and not is_past(token, scan.words) and follower.low in ("and", ",")
    plain = token.low.endswith(scan.words.adverb_endings) or bool(ADJECTIVE.search(token.low))
    return (token.low in links and not asked) or (described and plain)


def is_number_word(scan: Scan, at: int) -> bool:
    """ "Thirty-nine", "Twenty": a number in words."""
    return scan.tokens[at].low.partition("-")[0] in scan.words.tens


def bodies_of_both(scan: Scan, at: int) -> int:
    """The end of "two armies" or "armies of both countries" at ``at``; 0 when it is not there."""
    first = at + (scan.tokens[at].low == "the")
    led = scan.tokens[first].low in ("two", "both")
    bodies = scan.phrase(first + led, scan.words.plurals)
    here = first + led + len(bodies)
    if bodies and not led and scan.tokens[here].low == "of":
        if each := _bodies_of_each(scan, first, here, scan.words.plural_bodies[" ".join(bodies)]):
            return each
        here += 1 + (scan.tokens[here + 1].low == "the")
        led = scan.tokens[here].low in ("two", "both") and scan.tokens[here + 1].low in scan.words.groups_of_states | {
            "sides"
        }
        here += 2
    if led and scan.tokens[here].low == "of":
        end = portfolio_end(scan, here + 1)
        one = one_of_each(scan, scan.text(first + 1, end)) if end > here + 1 and scan.tokens[end].low != "of" else ""
        if bodies and one:  # "both Ministries of Defence"
            scan.add("bodies", at, end, name=one)
        return end if bodies and one else 0
    if not bodies or not led:
        return 0
    scan.add("bodies", at, here, name=scan.words.plural_bodies[" ".join(bodies)])
    return here


def _bodies_of_each(scan: Scan, at: int, here: int, name: str) -> int:
    """The end of "parliaments of Chad and Mali" at ``at``, where ``here`` is the "of" and ``name`` what one is
    called; 0 where no two are named."""
    first = here + 1 + (scan.tokens[here + 1].low == "the")
    entry = scan.tokens[first].entry
    if not entry or entry.kind != "state":
        return 0
    last, codes = of_each(scan, first + 1, (entry.code,))
    if len(codes) < 2:
        return 0
    scan.add("entity", first, first + 1, codes=(entry.code,), nested=True)
    scan.add("body", at, last, codes=codes, name=one_of_each(scan, scan.text(at, here)) or name)
    return last


def people_of(scan: Scan, at: int) -> int:
    """The end of "people of the Gambia" at ``at``, who are not their state; 0 when it is not there."""
    if scan.tokens[at + 1].low != "of":
        return 0
    here = at + 2 + (scan.tokens[at + 2].low == "the")
    entry = scan.tokens[here].entry
    if not entry or entry.kind != "state":
        return 0
    scan.add("group", at, here + 1, name=scan.text(at, here + 1))
    scan.add("entity", here, here + 1, codes=(entry.code,), nested=True)
    return here + 1


def is_described(scan: Scan, at: int) -> bool:
    """Whether a word before the noun at ``at`` says which people it means ("armed men"), and nothing after it."""
    other = scan.tokens[at + 1].low == "of" or names_its_own(scan, at) or describes_next(scan, at)
    grouped = bool(scan.found) and scan.found[-1].kind == "group" and scan.found[-1].last == at
    return (grouped or _describes(scan, at - 1)) and not other and not is_no_group(scan, at)


def _describes(scan: Scan, at: int) -> bool:
    """Whether the token at ``at`` is an adjective: "vulnerable", "Western"."""
    token = scan.tokens[at]
    if at < 0 or token.sentence != scan.tokens[at + 1].sentence:
        return False
    plain = token.kind == "w" or (token.kind == "N" and opens_sentence(scan, at))
    if plain and at and is_verb(scan, at):
        return False
    return token.low in scan.words.adjectives or bool(plain and ADJECTIVE.search(token.low))


def unnamed_group(scan: Scan, at: int) -> int:
    """ "criminal groups", "vulnerable families": the noun with an adjective that stands before it."""
    if scan.tokens[at].low in scan.words.groups_of_states and at and is_number_word(scan, at - 1):
        return at + 1
    first = at - 1 if _describes(scan, at - 1) else at
    if scan.tokens[at].low in scan.words.groups_of_states and scan.found and scan.found[-1].last == at:
        if scan.found[-1].kind != "name":
            return at + 1
        first = scan.found.pop().first
    if first < at and scan.found and scan.found[-1].first == first and scan.found[-1].kind in ("entity", "name"):
        scan.found[-1].nested = True  # "European leaders"
    elif any(found.last > first for found in scan.found[-2:]):
        return at + 1
    if names_its_own(scan, at):
        return at + 1
    return add_group(scan, first, told_together(scan, first, at + 1))


def add_group(scan: Scan, first: int, last: int) -> int:
    """The end of the group in the tokens ``first:last``, which is added: one with another that stands right before
    it and says which people it means, "civil society | partners", "women | leaders". "Member States of the EU" are
    the EU's as "the EU member states" are."""
    begin = last - 2
    at = last + 1 + (scan.tokens[last + 1].low == "the")
    entry = scan.tokens[at].entry if scan.tokens[last].low == "of" else None
    if entry and entry.kind == "org" and names_members(scan, begin):
        scan.add("body", begin, at + 1, codes=(entry.code,), name="Member States")
        scan.add("entity", at, at + 1, codes=(entry.code,), nested=True)
        return at + 1
    before = scan.found[-1] if scan.found else None
    if before and before.kind == "group" and before.last == first:
        first = scan.found.pop().first
    scan.add("group", first, last, name=scan.text(first, last))
    return last


def told_together(scan: Scan, first: int, last: int) -> int:
    """The end of a group of two kinds of people that are told of together, "refugees and vulnerable migrants",
    where tokens ``first:last`` are the first of them; longer lists name each apart."""
    if scan.tokens[last].low != "and" or (first and scan.tokens[first - 1].low in (",", "and")):
        return last
    at = last + 1 + bool(ADJECTIVE.search(scan.tokens[last + 1].low))
    noun = scan.tokens[at]
    both = noun.kind == "w" and means_people(scan, at) and means_people(scan, last - 1)
    if (
        not both
        or noun.low in scan.words.groups_of_states
        or scan.tokens[at + 1].low == "of"
        or names_its_own(scan, at)
    ):
        return last
    return at + 1


def means_people(scan: Scan, at: int) -> bool:
    """Whether the common noun at ``at`` is one for people or groups: "refugees", "teachers"."""
    return scan.tokens[at].low in scan.words.group_heads or len(scan.phrase(at, scan.words.groups)) == 1


def opens_sentence(scan: Scan, at: int) -> bool:
    return not at or scan.tokens[at].sentence != scan.tokens[at - 1].sentence


def names_its_own(scan: Scan, at: int) -> bool:
    """ "the American company Bechtel": a name follows the noun at ``at``, and means the same."""
    follower = scan.tokens[at + 1]
    return scan.tokens[at].kind == "w" and follower.kind in "NU" and name_end(scan, at + 1) > at + 1


def names_members(scan: Scan, at: int) -> bool:
    return scan.tokens[at].low == "member" and scan.tokens[at + 1].low in ("states", "countries")
