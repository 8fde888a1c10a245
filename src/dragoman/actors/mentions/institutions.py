"""The grammar of what has a state, a capital or a region in its name and is none of them: "London School of Economics",
"the Gulf states", "the Saudi-led coalition"."""

from __future__ import annotations

from dragoman.actors.mentions.apposed import title_alone
from dragoman.actors.mentions.bodies import body_chain, is_double_name, organisation_end
from dragoman.actors.mentions.found import MAX_CHAIN, Kind, Scan
from dragoman.actors.mentions.several import parties_joined


def group_of_region(scan: Scan, at: int) -> int:
    """The end of "Gulf states" or "Latin American leaders" at ``at``: those of a region, who are not the region;
    0 where it is none."""
    first = at
    if scan.tokens[at + 1].low == "and" and (other := scan.tokens[at + 2].entry) and other.kind == "region":
        scan.add("entity", at + 2, at + 3, nested=True)
        at += 2  # "Latin American and Caribbean countries"
    elif scan.tokens[at + 1].low == "and" and scan.tokens[at + 2].low in scan.words.adjectives:
        at += 2  # "Latin American and European countries"
    noun = scan.tokens[at + 1]
    heads = scan.words.groups_of_states | scan.words.described_groups | {"governments"}
    if noun.kind != "w" or noun.low not in heads or not noun.low.endswith("s"):
        return 0
    if noun.low in scan.words.verbs_too and (scan.tokens[at + 2].kind == "E" or scan.tokens[at + 2].low == "with"):
        return 0  # "the West forces Russia", "Africa partners with Chad"
    if (entry := scan.tokens[at].entry) and entry.kind == "region":
        scan.add("entity", at, at + 1, nested=True)
    last = at + max(2, 1 + len(scan.phrase(at + 1, scan.words.groups)))
    scan.add("group", first, last, name=scan.text(first, last).removeprefix("the "))
    return last


def joint_body(scan: Scan, at: int) -> int:
    """The end of "Chad-Niger Joint Commission" or "Chad-Niger Roads Fund" at ``at``, a body of several that is none of
    theirs alone; 0 where it is not there."""
    here = last = parties_joined(scan, at)
    heads = scan.words.organs | scan.words.named_for
    while here and last < here + MAX_CHAIN and scan.tokens[last - 1].low not in heads:
        token, follower = scan.tokens[last : last + 2]
        if token.kind not in "NU" and not (token.low == "and" and last > here and follower.kind == "N"):
            return 0
        last += 1
    if not here or last == here or last == here + MAX_CHAIN:
        return 0
    body = body_chain(scan, here)
    if body and body[0] > last and not body[2]:
        last = body[0]  # "Joint Commission on Trade"
    for index in range(at, here):
        if entry := scan.tokens[index].entry:
            scan.add("entity", index, index + 1, codes=(entry.code,), nested=True)
    scan.add("organisation", at, last, name=scan.text(at, last).removeprefix("the ").removeprefix("The "))
    return last


def rest_of_name(scan: Scan, here: int) -> int:
    """Past words that go on a body's name at ``here``: "Agency for International Development | Cooperation"."""
    while scan.tokens[here].kind == "N" and scan.tokens[here].low in scan.words.portfolio:
        here += 1
    return here


def fighters_end(scan: Scan, at: int, after: int) -> int:
    """The end of "Yemeni rebel group" at ``at``, where ``after`` is the word behind the state: who fights the state
    and is not of it; 0 where it is not there."""
    word, noun = scan.tokens[after : after + 2]
    known = scan.words.group_heads | scan.words.described_groups | scan.words.fighters
    if word.low not in scan.words.fighting or noun.kind != "w" or noun.low not in known:
        return 0
    if f"{word.low} {noun.low}" in scan.words.plain_bodies:
        return 0  # "paramilitary forces" are the state's
    scan.add("group", at, after + 2, name=scan.text(at, after + 2))
    owner = scan.tokens[at].entry
    scan.add("entity", at, at + 1, codes=(owner.code,) if owner else (), nested=True)
    return after + 2


def movement_end(scan: Scan, at: int) -> int:
    """The end of "Sudan Liberation Army" at ``at``, who fight the state that they are named for; 0 where no such
    name begins there."""
    last = at + 1
    while scan.tokens[last].kind == "N" and scan.tokens[last].low in scan.words.movements["first"]:
        last += 1
    head = scan.tokens[last]
    if last == at + 1 or head.kind != "N" or head.low not in scan.words.movements["heads"]:
        return 0
    name = scan.text(at, last + 1).removeprefix("The ").removeprefix("the ")
    scan.add("organisation", at, last + 1, name=name)
    return last + 1


def own_army_end(scan: Scan, at: int) -> int:
    """The end of "Bosnian Serb army" at ``at``, of a people that is no state; 0 where it is not there."""
    noun = scan.tokens[at + 1]
    one = noun.low in scan.words.plain_bodies and noun.low not in scan.words.title_heads
    if not one or noun.kind not in "wN" or scan.tokens[at].text.endswith("s"):
        return 0
    scan.add("group", at, at + 2, name=scan.text(at, at + 2))
    return at + 2


def leads_coalition(scan: Scan, at: int) -> bool:
    """ "The Saudi-led coalition": whether several states under the one at ``at`` are told of together."""
    dash, led, noun = scan.tokens[at + 1 : at + 4]
    return dash.kind == "-" and led.low == "led" and noun.low in scan.words.coalitions


def chairing_end(scan: Scan, at: int) -> int:
    """The end of "French EU Presidency", "Finland's OSCE Chairmanship" at ``at``: a state and the organisation that
    it leads for a time, and no body of either; 0 where it is not there."""
    here = at + 1 + (scan.tokens[at + 1].kind == "P")
    organisation, noun = scan.tokens[here].entry, scan.tokens[here + 1]
    if not organisation or organisation.kind != "org" or noun.low not in scan.words.chairing:
        return 0
    for index in (at, here):
        scan.add("entity", index, index + 1, codes=(scan.tokens[index].entry.code,))  # type: ignore[union-attr]
    return here + 2


def of_capital(scan: Scan, at: int) -> int:
    """The end of "London School of Economics" at ``at``, named for a capital, or of "Africa Enterprise Fund", for a
    region; 0 where none is. Behind "in" it is a place: "In Paris University staff went on strike"."""
    token, before = scan.tokens[at], scan.tokens[at - 1].low if at else ""
    named = scan.tokens[at + 1].kind == "N" or is_double_name(scan, at + 1)
    last = organisation_end(scan, at) if named and before != "in" else 0
    known = any(scan.tokens[n].low in scan.words.named_at for n in range(at + 1, last))
    return sits_elsewhere(scan, last, token.entry.code) if known else 0  # type: ignore[union-attr]


def is_funding(scan: Scan, at: int) -> bool:
    """Whether the state at ``at`` may be who pays, as in headings: "Japan Fund New Bridge", no "the Japan Fund"."""
    article = scan.tokens[at - 1].low == "the" or scan.tokens[at].low.startswith("the ")
    return scan.tokens[at + 1].low == "fund" and scan.tokens[at + 2].low != "for" and not article


def sits_elsewhere(scan: Scan, last: int, code: str) -> int:
    """Past "in Cairo" behind a school that ends at ``last`` and is called after another state, whose ``code`` it
    has: "American University in Cairo"; ``last`` where it is not so."""
    place = scan.tokens[last + 1].entry if scan.tokens[last].low == "in" else None
    heads = {t.low for t in scan.tokens[max(last - 4, 0) : last]} & scan.words.taught_at
    abroad = place is not None and place.kind in ("seat", "state") and place.code not in ("", code)
    return last + 2 if heads and abroad else last


def regional_agency_end(scan: Scan, at: int) -> int:
    """The end of "Baltic Council of Ministers": a body whose name begins with a region; 0 when none or where an
    acronym shows that the name begins behind it, or a preposition that the region is a place."""
    body = body_chain(scan, at + 1) if scan.tokens[at + 1].kind == "N" and not title_alone(scan, at + 1) else None
    acronym = scan.tokens[body[0] + 1].text if body and scan.tokens[body[0]].kind == "(" else ""
    initial = scan.text(at, at + 1).removeprefix("the ")[:1]
    if not body or (acronym.isupper() and acronym[:1] != initial):
        return 0
    if not acronym.isupper() and at and scan.tokens[at - 1].low in ("in", "at", "-"):
        return 0
    name = f"{scan.text(at, at + 1)} {body[1]}".removeprefix("the ")
    kind: Kind = "body" if body[2] else "organisation"  # "Xinjiang Uyghur Autonomous Region of China"
    scan.add(kind, at, body[0], codes=body[2], name=name if body[2] else scan.text(at, body[0]))
    return body[0]


def branch_end(scan: Scan, at: int, after: int, codes: tuple[str, ...]) -> int:
    """The end of "JICA's Fiji Office": an office of the one at ``at`` in the state after it; 0 when none."""
    entry, office = scan.tokens[after].entry, scan.tokens[after + 1]
    last = after + 2 + (office.low == "country")
    if not entry or entry.kind != "state" or scan.tokens[last - 1].text != "Office" or office.kind != "N":
        return 0
    own = scan.text(at, at + 1) if scan.tokens[at].entry.kind == "body" else ""  # type: ignore[union-attr]
    name = f"{own} {scan.text(after, last)}".strip()
    scan.add("entity", after, after + 1, codes=(entry.code,), nested=True)
    scan.add("body", at, last, codes=codes, name=name)
    return last


def is_state_company(scan: Scan, at: int) -> bool:
    """Whether "oil company" or "of Jalisco" follows a "state" that ends before ``at``, and makes it another."""
    token, follower = scan.tokens[at], scan.tokens[at + 1]
    if token.low == "of":
        return follower.kind in "NU"
    near = [t.low for t in scan.tokens[at : at + 3] if t.kind in "wNU-"]
    firm = next((n for n, low in enumerate(near) if low in scan.words.firms), 3)
    return firm < 3 and scan.words.function_words.isdisjoint(near[:firm])


def relief_society_end(scan: Scan, at: int) -> int:
    """The end of "Red Cross" or "Red Crescent Society" at ``at``, which after a state's name is that state's own
    society and not the International Committee; 0 when it is not there."""
    red, _, kind = scan.tokens[at].low.partition(" ")
    if red == "red" and kind in scan.words.relief:
        end = at + 1
    elif red == "red" and not kind and scan.tokens[at + 1].low in scan.words.relief:
        end = at + 2
    else:
        return 0
    return end + (scan.tokens[end].text == "Society")
