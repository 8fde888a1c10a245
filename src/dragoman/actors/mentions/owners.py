"""The grammar of names that are known, and of what belongs to them: "Serbian armed forces", "Kenya's president"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.actors.mentions.alliances import of_organisation, own_part
from dragoman.actors.mentions.apposed import staff_of
from dragoman.actors.mentions.behind import add_apposition
from dragoman.actors.mentions.bodies import body_at, is_party, known_name, of_whom, organisation_end, unit_end
from dragoman.actors.mentions.collectives import goes_on
from dragoman.actors.mentions.found import END, Scan
from dragoman.actors.mentions.groups import is_predicate, names_its_own, nationals_end
from dragoman.actors.mentions.institutions import (
    branch_end,
    chairing_end,
    fighters_end,
    group_of_region,
    is_funding,
    is_state_company,
    joint_body,
    leads_coalition,
    movement_end,
    of_capital,
    own_army_end,
    regional_agency_end,
    relief_society_end,
    rest_of_name,
    sits_elsewhere,
)
from dragoman.actors.mentions.offices import add_office, is_held, is_no_name, named_behind, titled_apart
from dragoman.actors.mentions.person_names import is_person_here, name_end, runs_into
from dragoman.actors.mentions.places import is_based, is_place, is_strange_town
from dragoman.actors.mentions.rows import possessed_name
from dragoman.actors.mentions.several import shares_head
from dragoman.actors.mentions.titles import after_brackets, complement, is_holder_named, title_at
from dragoman.actors.mentions.tokens import Token
from dragoman.actors.mentions.words import Words

LONGEST_SCHEME = 5
"""Words of the longest name of a scheme behind that of a region."""


def from_name(scan: Scan, at: int) -> int:
    token, entry = scan.tokens[at], scan.tokens[at].entry
    assert entry is not None
    if entry.kind == "not" and token.low.endswith("american") and (group := group_of_region(scan, at)):
        return group
    follower = scan.tokens[at + 1]
    if entry.kind == "region" and follower.kind == "N" and follower.low in scan.words.adjectives:
        return at + 1  # "the West | African country"
    if entry.kind == "demonym" and is_money(scan, at):
        return at + 2
    if entry.kind == "not" or is_money(scan, at) or (at and scan.tokens[at - 1].text in scan.words.ships):
        return at + 1
    if token.text in scan.words.short_titles and (held := _short_office(scan, at)):
        return held
    if is_person_here(scan, at):
        last = name_end(scan, at)
        scan.add("name", at, last, name=scan.text(at, last))
        return last
    if is_of_town(scan.tokens, at, scan.words):
        return at + 1
    if entry.kind == "seat" and (_names_an_instrument(scan, at) or is_strange_town(scan, at) or is_based(scan, at)):
        return at + 1
    if entry.kind in ("state", "demonym") and _is_geography(scan, at):
        return at + 1
    if entry.kind in ("state", "demonym", "seat") and (thing := _called_after(scan, at)):
        return thing
    if token.text == "Georgia" and _is_georgia_us(scan, at):
        return at + 1
    if entry.kind in ("seat", "region") and (institution := of_capital(scan, at)):
        scan.add("organisation", at, institution, name=scan.text(at, institution))
        return institution
    if entry.kind == "region" and (scheme := _scheme_end(scan, at)):
        return scheme
    if entry.kind == "group" and token.text in scan.words.ethnic and (army := own_army_end(scan, at)):
        return army
    if entry.kind == "group" and (end := of_organisation(scan, at)):
        return end
    if entry.kind == "body" and is_party(scan, at + 1):
        scan.add("organisation", at, at + 2, name=scan.text(at, at + 2))
        return at + 2
    if leads_coalition(scan, at):
        scan.add("entity", at, at + 1, codes=(entry.code,), nested=True)
        scan.add("group", at, at + 4, name=scan.text(at, at + 4).removeprefix("the "))
        return at + 4
    if entry.kind in ("demonym", "state") and (named := chairing_end(scan, at) or movement_end(scan, at)):
        return named
    if joint := joint_body(scan, at):
        return joint
    firsts, after, possessive = _possessors(scan, at)
    if entry.kind in ("body", "org") and (holder := _holder_of_named(scan, at)):
        return holder
    codes = tuple(dict.fromkeys(e.entry.code for e in firsts if e.entry and e.entry.code))
    longer = 0
    if entry.kind == "body" and (owned := of_whom(scan, at, at + 1))[0] > at + 1:
        scan.add("body", at, owned[0], codes=owned[2], name=known_name(scan, at, owned[2]) or owned[1])
        return owned[0]
    if entry.kind in ("org", "body") and (branch := branch_end(scan, at, after, codes)):
        return branch
    if codes and entry.kind in ("state", "org", "demonym", "seat", "house", "body"):
        longer = _after_possessor(scan, at, after, codes, possessive)
    speaker = _speaker_of(scan, after, codes) if entry.kind == "org" and possessive and not longer else 0
    if entry.kind == "state" and possessive and not longer:
        speaker = possessed_name(scan, at, after, codes)
    if entry.kind == "region" and (agency := regional_agency_end(scan, at)):
        return agency
    if entry.kind == "region" and not possessive and (group := group_of_region(scan, at)):
        return group
    for index in range(at, after):
        if scan.tokens[index].kind == "E":
            scan.add("entity", index, index + 1, codes=codes, nested=bool(longer), place=is_place(scan, index))
    return max(after, longer, speaker)


def _short_office(scan: Scan, at: int) -> int:
    """The end of "NSA Jo Lind" at ``at``, an acronym of an office that is a body's as well; 0 where nobody is
    named."""
    title = title_at(scan, at) if is_holder_named(scan, at + 1) and scan.tokens[at - 1].kind != "P" else None
    return add_office(scan, at, title, title.codes, definite=False) if title else 0


def _is_geography(scan: Scan, at: int) -> bool:
    """ "Mozambique Channel", "Lake Malawi": a state's name in that of a water or land, but no "Niger Basin
    Authority"."""
    before, follower = scan.tokens[at - 1] if at else END, scan.tokens[at + 1]
    named = follower.kind == "N" and follower.low in scan.words.geography_behind
    led = before.kind == "N" and before.low in scan.words.geography_before
    return (named or led) and not runs_into(scan, at + 1, scan.words.body_heads | scan.words.private_heads)


def _called_after(scan: Scan, at: int) -> int:
    """The end of "Lima Street", "the Peru Cup", "Samoa Observer" at ``at``, of what only has a state or capital in
    its name; 0 where nothing is called so."""
    follower = scan.tokens[at + 1]
    named = follower.kind == "N" and follower.low in scan.words.called_after
    return at + 2 if named and scan.tokens[at + 2].kind not in "NU" else 0


def _holder_of_named(scan: Scan, at: int, first: int = -1, owner: str = "") -> int:
    """The end of an office that has an entry of its own with the person who holds it: "UN High Commissioner for
    Refugees X", "OSCE High Commissioner on National Minorities, X", which begins at ``first`` where its ``owner``
    stands before it; 0 where nobody is named."""
    token, entry = scan.tokens[at], scan.tokens[at].entry
    parts = token.low.split()
    ends = [n for n, part in enumerate(parts) if parts[n + 1 : n + 2] in ([], ["for"], ["of"], ["on"])]
    heads = [parts[n] for n in ends if parts[n] in scan.words.title_heads and not parts[n].endswith("s")]
    if entry is None or not heads or not scan.words.body_heads.isdisjoint(parts):
        return 0
    mark = len(scan.found)
    office = complement(scan, at, at + 1, heads[0])
    begin, last = named_behind(scan, at, office.last, apart=True)
    if last == begin:
        del scan.found[mark:]
        return 0
    world = (code for known, code in scan.words.world_offices.items() if known in token.low)
    theirs = office.codes[:1] if office.owned else ()  # "the High Representative of the African Union"
    name, code = scan.text(begin, last), owner or next(iter(theirs), "") or next(world, entry.code)
    his = at > 0 and scan.tokens[at - 1].low in scan.words.owned - {"the"}  # "his High Representative"
    codes = () if his else (code,)
    scan.add("person", at if first < 0 else first, last, codes=codes, name=name, title=office.text)
    return add_apposition(scan, at, last)


def _possessors(scan: Scan, at: int) -> tuple[list[Token], int, bool]:
    """Names coordinated before one head: "the Czech and Slovak ministers", "Russia's and China's"."""
    firsts, after = [scan.tokens[at]], at + 1
    kinds = {"demonym"} if firsts[0].entry and firsts[0].entry.kind == "demonym" else set()
    while scan.tokens[after].low in ("and", ",", "-") and len(firsts) < 6:
        step = 1 + (scan.tokens[after].low == "," and scan.tokens[after + 1].low == "and")
        follower = scan.tokens[after + step]
        shared = scan.tokens[after].low == "and" and shares_head(scan, after + step)
        if not (kinds and follower.entry and (follower.entry.kind in kinds or shared)):
            break
        firsts.append(follower)
        after += 1 + step
    while scan.tokens[after].kind == "P" and scan.tokens[after + 1].low in ("and", ","):
        follower = scan.tokens[after + 2]
        if not (follower.entry and follower.entry.kind == "state" and scan.tokens[after + 3].kind == "P"):
            break
        firsts.append(follower)
        after += 3
    possessive = scan.tokens[after].kind == "P"
    return firsts, after + possessive, possessive


def _after_possessor(scan: Scan, at: int, after: int, codes: tuple[str, ...], possessive: bool) -> int:
    """The longer mention that starts with the possessor at ``at``; 0 when there is none."""
    entry = scan.tokens[at].entry
    assert entry is not None
    tight = possessive or entry.kind == "demonym" or entry.kind in ("org", "body") or len(scan.tokens[at].text) < 5
    if entry.kind in ("demonym", "state") and not possessive and (society := relief_society_end(scan, after)):
        scan.add("organisation", at, society, name=scan.text(at, society).removeprefix("The "))
        return society
    title = title_at(scan, after)
    if entry.kind == "seat" and not possessive and is_place(scan, at):
        return 0  # "In Brussels Secretary General Stoltenberg said"
    led = at > 0 and scan.tokens[at - 1].low in scan.words.owned
    owned = entry.kind == "state" and (led or scan.tokens[at].low.startswith("the "))
    close = tight or scan.tokens[after].kind in "NU" or scan.tokens[at].text in scan.words.seats
    if title and (close or (owned and not title.head.endswith("s"))):  # "Kremlin spokesman Jo Lind"
        served = title.codes if title.owned or not codes else codes
        return add_office(scan, at, title, served or codes, definite=True)
    if tight and entry.kind in ("state", "demonym") and (sent := _sent_by(scan, at, after, codes)):
        return sent
    if staff := staff_of(scan, at, after, codes):
        return staff
    noun = scan.tokens[after]
    if not possessive and (part := own_part(scan, at, after, codes)):
        return part
    if entry.kind in ("state", "org", "body") and not possessive and is_predicate(scan, after):
        return 0
    others = _relations_end(scan, after) if possessive else 0
    if others and not names_its_own(scan, others - 1):
        scan.add("group", at, others, name=scan.text(at, others))  # "the EU's partners" are others
        return others
    if noun.low in scan.words.partners and not possessive and (named := titled_apart(scan, at, after + 1, codes)):
        return named
    if noun.low == "state" and is_state_company(scan, after + 1):
        return 0
    if entry.kind in ("state", "demonym") and (fighters := fighters_end(scan, at, after)):
        return fighters
    two = f"{noun.low} {scan.tokens[after + 1].low}"
    plain = two in scan.words.plain_bodies or noun.low in scan.words.plain_bodies - scan.words.verbs_too
    if noun.kind == "w" and not tight and not plain:
        return 0
    if scan.tokens[after].kind == "E" and (held := _holder_of_named(scan, after, at, codes[0])):
        return held
    body = None if _is_doing(scan, after) else body_at(scan, after)
    if body:
        last, name, inner = body
        known = scan.tokens[after].kind == "E" and not scan.tokens[after].text.isupper()
        if known and entry.kind in ("demonym", "state") and inner and not set(inner) & set(codes):
            last, inner = rest_of_name(scan, last), codes
            name = scan.text(after, last)  # "Chad's Ministry of Foreign Affairs and Trade"
        named = name_end(scan, last)
        head = name.lower().split()[-1]  # "European Commission official Jo Lind"
        official = head == "official" and named > last + 1 and not is_no_name(scan, after, last, named)
        if (head in scan.words.title_heads and named > last) or official:
            scan.add("person", at, named, codes=inner or codes, name=scan.text(last, named), title=name)
            return named
        begin = after_brackets(scan, last)  # "the Malawi Police Service (MPS) Commander X"
        begin += scan.tokens[begin].kind == "P"  # "the Malawi Parliament's Speaker X"
        title = title_at(scan, begin) if scan.tokens[begin].kind in "NU" or is_held(scan, begin) else None
        if title:
            scan.add("body", at, last, codes=inner or codes, name=name, nested=True)
            return add_office(scan, at, title, inner or codes, definite=True)
        if staff := staff_of(scan, at, last, inner or codes):
            scan.add("body", at, last, codes=inner or codes, name=name, nested=True)
            return staff
        other = entry.kind == "org" and not scan.words.title_heads.isdisjoint(name.lower().split())
        own = known and not name.isupper() and (other or entry.kind in ("state", "demonym"))
        own = own or (entry.kind == "demonym" and head == "administration")  # "Dutch administration of Aruba"
        scan.add("body", at, last, codes=codes if own else inner or codes, name=name)
        return last
    if entry.kind == "org" and not possessive and (unit := unit_end(scan, after)) and not goes_on(scan, unit):
        scan.add("body", at, unit, codes=codes, name=scan.text(after, unit))
        return unit
    adjective = entry.kind in ("demonym", "state") and not possessive and noun.kind in "NU"
    organisation = organisation_end(scan, at) if adjective else 0
    named = not scan.words.named_for.isdisjoint(t.low for t in scan.tokens[at + 1 : organisation])
    thing = scan.tokens[organisation - 1].low in scan.words.companions | scan.words.instrument_nouns
    if entry.kind == "state" and (not named or thing or is_funding(scan, at)):
        organisation = 0  # "Kenya Airways", but no "Ukraine Recovery Conference"
    led = scan.tokens[organisation].low in scan.words.title_heads  # "Serbian Company Commander"
    if organisation and not led and "bank" not in scan.text(at, organisation).lower():
        organisation = sits_elsewhere(scan, organisation, entry.code)
        scan.add("organisation", at, organisation, name=scan.text(at, organisation))
        return organisation
    return nationals_end(scan, at, after, entry.kind == "demonym" or possessive)


def _is_doing(scan: Scan, at: int) -> bool:
    """ "KFOR | comprises troops", "MINUSMA | includes soldiers": a verb, no word for what a body does."""
    token, words = scan.tokens[at], scan.words
    verbal = token.low.endswith("s") and not token.low.endswith(("ss", "us", "ics"))
    if token.kind != "w" or not verbal or scan.tokens[at + 1].kind != "w":
        return False
    nouns = (
        words.portfolio, words.title_modifiers, words.plain_bodies, words.bare_bodies, words.group_heads,
        words.body_heads, words.title_heads, words.described_groups,
    )  # fmt: skip
    return not any(token.low in known for known in nouns)


def _sent_by(scan: Scan, at: int, after: int, codes: tuple[str, ...]) -> int:
    """The end of "Ghana's U.N. ambassador, Jo Lind" at ``at``, one who is sent by a state to the organisation that
    is named ``after`` it; 0 where there is none."""
    where = scan.tokens[after].entry
    title = title_at(scan, after + 1) if where and where.kind == "org" else None
    if not where or not title or title.codes or title.head.removesuffix("s") not in scan.words.sent_to:
        return 0
    scan.add("entity", after, after + 1, codes=(where.code,), nested=True)
    title.text = scan.text(after, title.last)
    return add_office(scan, at, title, codes, definite=True)


def _relations_end(scan: Scan, at: int) -> int:
    """The end of "partners" or "key development partners" at ``at`` behind "Chad's"; 0 where it is not there."""
    words = scan.words
    for here in range(at, at + 4):
        token = scan.tokens[here]
        if token.kind != "w" or token.low in words.relations:
            return here + 1 if token.kind == "w" and token.low in words.relations else 0
        if token.low not in words.closeness and token.low not in words.portfolio:
            return 0
    return 0


def _speaker_of(scan: Scan, at: int, codes: tuple[str, ...]) -> int:
    """ "UNDP's Jo Lind said": adds who speaks for an organisation and has no title; the end, 0 when nobody does."""
    last = name_end(scan, at)
    speaks = scan.tokens[last].low in scan.words.speech and at + 2 <= last <= at + 3
    if not speaks or any(t.kind != "N" or t.low in scan.words.portfolio for t in scan.tokens[at:last]):
        return 0
    scan.add("person", at, last, codes=codes, name=scan.text(at, last))
    return last


def _names_an_instrument(scan: Scan, at: int) -> bool:
    """ "the Minsk agreements", "Treaty of Rome": a city in the name of a thing."""
    follower = scan.tokens[at + 1]
    if follower.low in scan.words.instrument_nouns and follower.kind in "NUw":
        return True
    back = scan.tokens[at - 1].low == "of" and at > 1 and scan.tokens[at - 2]
    return bool(back and back.low in scan.words.instrument_nouns and back.kind in "NU")


def _scheme_end(scan: Scan, at: int) -> int:
    """The end of "Caribbean Basin Security Initiative" at ``at``: a thing, and told of no region; 0 where none is."""
    last = at
    while last < at + LONGEST_SCHEME and scan.tokens[last + 1].kind == "N":
        last += 1
    named = last > at and scan.tokens[last].low in scan.words.instrument_nouns | scan.words.schemes
    return last + 1 if named else 0


def _is_georgia_us(scan: Scan, at: int) -> bool:
    near = scan.tokens[max(0, at - 12) : at + 12]
    return any(t.text in scan.words.us_states for t in near)


def is_money(scan: Scan, at: int) -> bool:
    """ "US$ 2 billion", "US dollars", "NOK 200 million", "USD750,000", "Japanese Yen": what stands at ``at`` says
    in which money an amount is."""
    token, follower = scan.tokens[at], scan.tokens[at + 1]
    if token.entry and token.entry.kind == "demonym":
        return follower.kind == "N" and follower.low in scan.words.coins
    if token.kind == "U" and at and len(token.text) == 3 and scan.tokens[at - 1].low in scan.words.scales:
        return True
    if token.kind == "U":
        scale = scan.tokens[at + 2].low
        large = len(token.text) > 5 or follower.low in scan.words.scales  # "USD50 million", no "COP26"
        glued = token.text[:3] in scan.words.currencies and token.text[3:].isdigit() and large
        return glued or (len(token.text) == 3 and follower.kind == "#" and scale in scan.words.scales)
    marked = follower.kind == "$" and scan.tokens[at + 2].kind == "#"
    return token.text.isupper() and (marked or follower.low in ("dollar", "dollars"))


def is_of_town(tokens: Sequence[Token], at: int, words: Words) -> bool:
    """ "The Congress | of Vienna": what is called after a town in which powers met, no parliament."""
    if tokens[at].low not in words.conferences:
        return False
    of, town = [*tokens[at + 1 : at + 3], END, END][:2]
    return of.low == "of" and town.entry is not None and town.entry.kind == "seat"
