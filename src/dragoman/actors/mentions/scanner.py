"""Where a text names actors: names, offices, persons, bodies, groups, pronouns. Who they are is `linking`'s to say.

A hand-written grammar over tokens, left to right, without a parser:

    [demonym | state's] title [of X | for Y] [Name]      Serbian Foreign Minister Marko Đurić
    [demonym | state's] body [of X]                      Serbian armed forces, Ministry of Interior of Serbia
    Name, [the X] title [of X]                           Jens Stoltenberg, Secretary General of NATO
    Name with the head noun of a body                    Baylor University
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.actors.mentions.apposed import of_body, of_state, staff_of, whose_lately
from dragoman.actors.mentions.behind import add_apposition, office_joined
from dragoman.actors.mentions.bodies import (
    bank_at,
    body_chain,
    counts_parts,
    describes_next,
    is_chairing,
    organisation_end,
    plain_body,
    unit_end,
)
from dragoman.actors.mentions.collectives import collective_at, goes_on
from dragoman.actors.mentions.found import END, WITHIN, Found, Scan, is_past
from dragoman.actors.mentions.groups import (
    add_group,
    bodies_of_both,
    group_phrase,
    is_described,
    is_no_group,
    is_no_party,
    is_number_word,
    is_office_of,
    means_people,
    opens_sentence,
    party_of,
    people_of,
    thing_end,
    told_together,
    unnamed_group,
)
from dragoman.actors.mentions.institutions import is_state_company, joint_body
from dragoman.actors.mentions.offices import add_office, office_of
from dragoman.actors.mentions.owners import from_name, is_money
from dragoman.actors.mentions.person_names import (
    after_courtesy,
    courtesy_end,
    is_initial,
    name_end,
    runs_into,
    starts_title,
)
from dragoman.actors.mentions.titles import after_brackets, title_at
from dragoman.actors.mentions.tokens import Token
from dragoman.actors.mentions.topics import is_nobody, is_only_called
from dragoman.actors.mentions.words import Words


def mentions_in(tokens: Sequence[Token], words: Words) -> list[Found]:
    """Everything found in the tokens of one document, in the order of its first token."""
    scan = Scan(tokens, words)
    steps = {"E": from_name, "N": _from_capital, "U": _from_capital, "I": _from_capital}
    at, openers = 0, words.openers
    while at < scan.count:
        token = scan.tokens[at]
        if token.kind == "w":
            at = max(at + 1, _from_lower(scan, at)) if token.low in openers else at + 1
        else:
            step = steps.get(token.kind)
            at = max(at + 1, step(scan, at)) if step else at + 1
    return sorted(scan.found, key=lambda f: (f.first, -f.last))


def _from_capital(scan: Scan, at: int) -> int:
    if known := _known_phrase(scan, at):
        return known
    title = title_at(scan, at)
    if title:
        before = scan.tokens[at - 1] if at else END
        whose = before.low in scan.words.owned or before.kind == "P"
        return add_office(scan, at, title, title.codes, definite=whose)
    if is_nobody(scan, at):
        return at + 1
    if end := _courteous(scan, at) or _organised(scan, at):
        return end
    last = name_end(scan, at)
    if last == at:
        return at + 1
    if thing := thing_end(scan, at, last):
        return thing
    if is_only_called(scan, at):
        return last
    scan.add("name", at, last, name=scan.text(at, last))
    return add_apposition(scan, at, last)


def _known_phrase(scan: Scan, at: int) -> int:
    """The end of what the lists of words tell: a ship, an amount, a group, "the two countries"; 0 when none."""
    if navy := scan.words.ships.get(scan.tokens[at].text):
        return _ship(scan, at, navy)
    prefix = scan.words.prefixes.get(scan.tokens[at].text)
    if prefix and scan.tokens[at + 1].kind == "-" and scan.tokens[at + 2].kind == "E":
        if joint := joint_body(scan, at):
            return joint
        scan.add("entity", at, at + 1, codes=(prefix,), nested=True)
        return at + 2
    if is_money(scan, at) or is_number_word(scan, at) or (scan.tokens[at].kind == "I" and starts_title(scan, at + 1)):
        return at + 1
    if royal := _crowned_body(scan, at):
        return royal
    if scan.tokens[at - 1].kind not in "NE" and (party := party_of(scan, at, at)):
        return party
    group = group_phrase(scan, at)
    if f"{scan.tokens[at].low} {scan.tokens[at + 1].low}" in scan.words.state_forces:
        return add_group(scan, at, at + 2)
    if len(group) > 1 and not _is_name_going_on(scan, at + len(group)):
        return add_group(scan, at, at + len(group))
    if both := bodies_of_both(scan, at) or office_of(scan, at):
        return both
    if opens_sentence(scan, at) and scan.tokens[at + 1].kind == "w" and means_people(scan, at):
        return at + 1 if describes_next(scan, at) else unnamed_group(scan, at)
    phrase, last = collective_at(scan, at)
    if phrase and not goes_on(scan, last) and not is_no_party(scan, phrase, last):
        scan.add("collective", at, last, name=phrase)
        return last
    before = scan.tokens[at - 1].low if at else ""
    alone = scan.tokens[at + 1].kind in "wP,.;:)" and not goes_on(scan, at + 1)
    if before == "the" and alone and scan.tokens[at].low in scan.words.called:
        scan.add("name", at, at + 1, name=scan.tokens[at].text)
        return at + 1
    return 0


def _courteous(scan: Scan, at: int) -> int:
    """The end of "Mr. X" or "General X of Chad" at ``at``; 0 where no such form of address begins."""
    if (scan.tokens[at].low not in scan.words.honorifics and after_courtesy(scan, at) == at) or is_initial(scan, at):
        return 0
    one = courtesy_end(scan, at)
    here = max(one, after_courtesy(scan, at))
    if starts_title(scan, here) or (scan.tokens[here].low in scan.words.title_modifiers and title_at(scan, here)):
        return here  # "Rt. Hon. Prime Minister X"
    last = name_end(scan, here)
    if last == here:
        return 0
    said = max(at + 1, one - (scan.tokens[one - 1].kind == "."))
    last, office = office_joined(scan, here, last)
    codes = office.codes if office else of_state(scan, last) or of_body(scan, last)
    scan.add("person", at, last, codes=codes, name=scan.text(here, last), title=scan.text(at, said))
    scan.found[-1].other_title = office.text if office else ""
    return last if office else add_apposition(scan, at, last)


def _organised(scan: Scan, at: int) -> int:
    """The end of a body, bank or organisation at ``at``, with the person who holds an office of it; 0 when none."""
    body = None if is_chairing(scan, at) or counts_parts(scan, at) else body_chain(scan, at)
    if body and body[0] == at + 1 and describes_next(scan, at):
        return body[0]  # "Military cooperation"
    if body and scan.tokens[at].low == "world" and not body[2]:  # "the World Energy Council", of no state
        scan.add("organisation", at, body[0], name=scan.text(at, body[0]))
        return body[0]
    if body and scan.tokens[at].low not in scan.words.function_words:
        begin = after_brackets(scan, body[0])
        title = title_at(scan, begin) if scan.tokens[begin].kind in "NU" else None
        if title:
            scan.add("body", at, body[0], codes=body[2], name=body[1], nested=True)
            return add_office(scan, at, title, body[2] or title.codes, definite=True)
        if staff := staff_of(scan, at, begin, body[2], told=True):
            scan.add("body", at, body[0], codes=body[2], name=body[1], nested=True)
            return staff
        land, before = scan.tokens[body[0] - 1].low in scan.words.lands, scan.tokens[at - 1].low if at else ""
        place = land and before in WITHIN
        scan.add("body", at, body[0], codes=body[2], name=body[1], place=place)
        return body[0]
    if bank := bank_at(scan, at):
        scan.add("body", at, bank[0], codes=bank[2], name=bank[1])
        return bank[0]
    possessed = at > 0 and scan.tokens[at - 1].kind == "P"
    if possessed and (unit := unit_end(scan, at)):
        scan.add("body", at, unit, name=scan.text(at, unit))
        return unit
    organisation = organisation_end(scan, at)
    if organisation and (thing := thing_end(scan, at, organisation)):
        return thing
    if organisation and scan.tokens[organisation - 1].low in scan.words.schemes:
        return organisation  # "the Individual Partnership Programme"
    if organisation:
        scan.add("organisation", at, organisation, name=scan.text(at, organisation))
    return organisation


def _ship(scan: Scan, at: int, owner: str) -> int:
    """The end of "HMNZS Aotearoa", a ship of ``owner``; what it is called is no place and no office."""
    follower = scan.tokens[at + 1]
    last = at + 2 if follower.kind == "E" else max(name_end(scan, at + 1), at + 1)
    if last == at + 1 and follower.kind in "NU" and follower.low in scan.words.title_heads:
        end = name_end(scan, at + 2)  # "HMS Defender", "HMS Queen Elizabeth"; but "INS Commissioner Jo Lind"
        last = end if end == at + 2 or follower.low in ("queen", "princess") else last
    if last > at + 1:
        scan.add("body", at, last, codes=(owner,), name=scan.text(at, last))
    return last


def _crowned_body(scan: Scan, at: int) -> int:
    """The end of a body whose name has its state in it: "Royal New Zealand Air Force"; 0 when none."""
    entry = scan.tokens[at + 1].entry
    if scan.tokens[at].low not in scan.words.crowns or not entry or entry.kind not in ("state", "demonym"):
        return 0
    body = body_chain(scan, at + 2) if scan.tokens[at + 2].kind in "NU" else None
    if not body:
        return 0
    last = body[0]
    scan.add("entity", at + 1, at + 2, codes=(entry.code,), nested=True)
    scan.add("body", at, last, codes=(entry.code,), name=scan.text(at, last))
    return last


def _from_lower(scan: Scan, at: int) -> int:
    token = scan.tokens[at]
    low = token.low
    pronoun = scan.words.pronouns.get(low)
    if both := bodies_of_both(scan, at):
        return both
    if low in scan.words.described_groups and is_described(scan, at):
        return unnamed_group(scan, at)
    group = group_phrase(scan, at)
    phrase, last = collective_at(scan, at)
    if phrase.endswith("state") and scan.tokens[last - 1].kind == "w" and is_state_company(scan, last):
        return last
    if phrase and last - at >= len(group) and not goes_on(scan, last) and not is_no_party(scan, phrase, last):
        scan.add("collective", at, last, name=phrase, definite=True)
        return last
    if pronoun and _is_among(scan, at):
        return at + 1
    if pronoun and not (low == "us" and token.text == "US") and not _is_no_pronoun(scan, at):
        scan.add("pronoun", at, at + 1, name=low)
        return at + 1
    if group and not _is_name_going_on(scan, at + len(group)):
        return add_group(scan, at, told_together(scan, at, at + 1) if len(group) == 1 else at + len(group))
    if low in ("people", "peoples") and (last := people_of(scan, at)):
        return last
    office = token.low == "officials" or is_office_of(scan, at)
    if low in scan.words.group_heads and not office and not is_no_group(scan, at):
        return unnamed_group(scan, at)
    among_things = scan.tokens[at - 1].low == "from" and scan.tokens[at + 1].low == "to"  # "from customs to fees"
    if low in scan.words.unarticled and _acts(scan, at + 1) and not among_things:
        scan.add("body", at, at + 1, name=token.text, definite=True)
        return at + 1
    return _definite(scan, at) if low in scan.words.definite else _lower_title(scan, at)


def _is_no_pronoun(scan: Scan, at: int) -> bool:
    """ "A | mine |" and "World War | I |": a thing that is dug and a number, not "a friend of | mine |"."""
    low, before, follower = scan.tokens[at].low, scan.tokens[at - 1] if at else END, scan.tokens[at + 1]
    small = scan.words.function_words | scan.words.auxiliaries | scan.words.prepositions
    if low == "mine":
        behind = follower.kind == "w" and follower.low not in small
        return before.low != "of" and (behind or before.low in scan.words.definite | {"a"})
    counted = before.kind in "NU" and before.entry is None and before.end + 1 == scan.tokens[at].start
    links = scan.words.prepositions | scan.words.conjunctions
    return low == "i" and counted and (follower.kind in "NE.,;:)-|" or follower.low in links)


def _is_among(scan: Scan, at: int) -> bool:
    """ "Many sectors, among them fishing": the pronoun at ``at`` means what stands before the comma."""
    link, follower = scan.tokens[at - 1], scan.tokens[at + 1]
    return at > 1 and link.low == "among" and scan.tokens[at - 2].low in (",", ";", "and") and follower.kind in "wN"


def _is_name_going_on(scan: Scan, here: int) -> bool:
    """ "the World | Heritage Committee": whether capitalised words before and at ``here`` are one name."""
    before, token = scan.tokens[here - 1 : here + 1]
    heads = scan.words.body_heads | scan.words.private_heads
    return before.kind == "N" and token.kind in "NU" and runs_into(scan, here, heads)


def _acts(scan: Scan, at: int) -> bool:
    """Whether what begins at ``at`` may be a predicate: "police fired", "police have", not "police officers"."""
    token = scan.tokens[at]
    return token.low in scan.words.seat_verbs or is_past(token, scan.words)


def _definite(scan: Scan, at: int) -> int:
    """ "the foreign minister", "the armed forces of Serbia"."""
    here = at + 1
    if scan.tokens[here].kind != "w":
        return here
    title = title_at(scan, here)
    if title:
        return add_office(scan, here, title, title.codes, definite=True)
    body = None if is_chairing(scan, here) else plain_body(scan, here)
    if not body and scan.tokens[here].low in scan.words.self_called and scan.tokens[here + 1].low != "of":
        body = here + 1, scan.tokens[here].text, ()
    if body and body[1].lower() == "state" and is_state_company(scan, body[0]):
        return body[0]
    if body:
        scan.add("body", here, body[0], codes=body[2], name=body[1], definite=True)
        return body[0]
    return here


def _lower_title(scan: Scan, at: int) -> int:
    """ "president Vučić", "officials of the EU": without article only when somebody is named."""
    low = scan.tokens[at].low
    if low not in scan.words.title_heads and (low not in scan.words.title_modifiers or low in scan.words.copulas):
        return at + 1
    small = scan.tokens[at].text.islower() and scan.tokens[at + 1].text[:1].isupper()
    if small and low in scan.words.below & scan.words.function_words:
        return at + 1  # "under President X", no under-secretary
    mark = len(scan.found)
    title = title_at(scan, at)
    if title and (title.codes or name_end(scan, title.last) > title.last):
        return add_office(scan, at, title, title.codes, definite=False)
    before = scan.tokens[at - 1] if at else END
    owned = before.kind == "P" or before.low in scan.words.owned - {"the", "their"} or whose_lately(scan, at)
    if owned and title and not title.head.endswith("s"):
        last = add_office(scan, at, title, (), definite=True)  # "its regional director, Jo Lind"
        if scan.found[mark:] and scan.found[-1].kind == "person":
            return last
    del scan.found[mark:]
    return at + 1
