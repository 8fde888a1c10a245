"""The grammar of offices and of the persons who bear them: "Foreign Minister of Estonia Urmas Paet"."""

from __future__ import annotations

from itertools import takewhile

from dragoman.actors.mentions.apposed import (
    chair_apart,
    entry_codes,
    is_of_name_before,
    of_body,
    of_state,
    owner_at,
    state_end,
    title_alone,
    two_offices,
    whose_lately,
)
from dragoman.actors.mentions.behind import add_apposition, counterpart_of, is_acronym_behind
from dragoman.actors.mentions.bodies import body_chain
from dragoman.actors.mentions.found import Scan, Title
from dragoman.actors.mentions.person_names import after_courtesy, name_end
from dragoman.actors.mentions.rows import add_bracketed, add_named_apart
from dragoman.actors.mentions.titles import after_brackets

MAX_REACH = 8
"""Tokens between an office and the verb that says who holds it."""
CLOSES = frozenset(["is", "was"])


def add_office(scan: Scan, at: int, title: Title, codes: tuple[str, ...], definite: bool) -> int:
    """A title, with the person who bears it when one is named; gives the end."""
    here, codes = title.last, codes or whose_lately(scan, at)
    if title.head.endswith("s") and title.head not in ("affairs", "chargé d'affaires"):
        return _add_offices(scan, at, title, codes, definite)
    if len(codes) == 1 and (both := two_offices(scan, at, title, codes)):
        return both
    if title.head in scan.words.chairs and (chair := chair_apart(scan, at, title)):
        return chair
    if title.head in scan.words.colleagues and (apart := titled_apart(scan, at, title.last, codes)):
        return apart
    named = here
    alone = scan.tokens[here].low == "," or is_acronym_behind(scan, here)
    if not alone or not is_of_name_before(scan, at, title):
        here, named = named_behind(scan, at, here, apart=bool(codes or definite))
    if named > here:
        whose = counterpart_of(scan, at, title)
        scan.add(
            "person", at, named, codes=codes or of_state(scan, named) or of_body(scan, named),
            name=scan.text(here, named), title=title.text,
        )  # fmt: skip
        scan.found[-1].other_title = whose
        return _and_of(scan, add_apposition(scan, at, named), title.text)
    vocative = scan.tokens[at].low in scan.words.honorifics and title.last > at + 1
    if title.head in scan.words.only_named:
        return title.last
    if len(codes) == 1 and (told := add_bracketed(scan, at, title, codes[0])):
        return told
    if house := _house_of(scan, at, title, codes, definite=definite):
        return house
    if codes and not vocative and (held := _said_who(scan, title.last)):
        scan.add("office", at, title.last, codes=codes, title=title.text, definite=definite)
        for n in range(title.last, held[0]):
            if place := entry_codes(scan, n, ("state", "org", "seat")):
                scan.add("entity", n, n + 1, codes=place, place=scan.tokens[n - 1].low == "in")
        scan.add("person", *held, codes=codes, name=scan.text(*held), title=title.text)
        return held[1]
    if not vocative and (codes or definite or scan.tokens[at].text[:1].isupper()):
        scan.add("office", at, title.last, codes=codes, title=title.text, definite=definite)
    return title.last


def _said_who(scan: Scan, at: int) -> tuple[int, int] | None:
    """The name in "The first Danish envoy | to arrive in Chad was Jo Lind.", behind an office that ends at ``at``;
    None where nobody's name alone is said behind "was"."""
    here = at
    while here < at + MAX_REACH and scan.tokens[here].kind in "wE" and scan.tokens[here].low not in CLOSES:
        here += 1
    begin = after_courtesy(scan, here + 1)
    last = name_end(scan, begin)
    between = scan.tokens[at:here]
    plain = all(t.kind == "E" or t.low in scan.words.prepositions or t.low == "the" for t in between)
    infinitive = len(between) > 1 and between[0].low == "to" and between[1].kind == "w"
    named = last >= begin + 2 and all(t.kind in "NUIEw" for t in scan.tokens[begin:last])
    closed = scan.tokens[last].kind in ".|;(" or scan.tokens[last].low == ","
    if not (plain or infinitive) or scan.tokens[here].low not in CLOSES or not named or not closed:
        return None
    return begin, last


def titled_apart(scan: Scan, at: int, here: int, codes: tuple[str, ...]) -> int:
    """The end of "Egyptian counterpart, Minister X", which begins at ``at`` and has its comma at ``here``: a person
    whose own title stands behind it; 0 where nobody is named so."""
    if codes and scan.tokens[here - 1].low in scan.words.peers and name_end(scan, here) >= here + 2:
        last = name_end(scan, here)  # "his Ugandan peer Jo Lind"
        scan.add("person", at, last, codes=codes, name=scan.text(here, last), title="counterpart")
        return last
    title = title_alone(scan, here + 1) if codes and scan.tokens[here].low == "," else None
    begin = after_courtesy(scan, title.last) if title else 0
    last = name_end(scan, begin)
    if not title or title.codes or title.head.endswith("s") or last == begin:
        return 0
    scan.add("person", at, last, codes=codes, name=scan.text(begin, last), title=title.text)
    return add_apposition(scan, at, last)


def _house_of(scan: Scan, at: int, title: Title, codes: tuple[str, ...], *, definite: bool) -> int:
    """The end of "Attorney General's Office" or "Prosecutor's Office for War Crimes", whose ``title`` begins at
    ``at``; 0 where no such body follows the title."""
    house = scan.tokens[title.last + 1]
    if scan.tokens[title.last].kind != "P" or house.kind not in "Nw" or house.low not in scan.words.of_officers:
        return 0
    plain = (title.last + 2, house.text, ())
    last, name, owners = (body_chain(scan, title.last + 1) if house.kind == "N" else None) or plain
    name = f"{title.text}{scan.tokens[title.last].text} {name}"
    scan.add("body", at, last, codes=owners or codes, name=name, title=title.text, definite=definite)
    return last


def office_of(scan: Scan, at: int) -> int:
    """The end of "Office of the Attorney General" at ``at``, a body named for whose it is; 0 where it is none or
    its head is named."""
    if scan.tokens[at].low not in scan.words.of_officers or scan.tokens[at + 1].low != "of":
        return 0
    begin, codes = owner_at(scan, at + 2 + (scan.tokens[at + 2].low == "the"), ("state", "org", "demonym"))
    title = title_alone(scan, begin) if scan.tokens[begin].kind in "NU" else None
    if not title or title.head.endswith("s") or title.text.lower() in scan.words.generic_titles:
        return 0
    if name_end(scan, after_courtesy(scan, title.last)) > title.last:
        return 0
    owners = [n for n in range(begin, title.last) if (e := scan.tokens[n].entry) and e.code in title.codes]
    end = owners[0] - 1 - (scan.tokens[owners[0] - 1].low == "the") if owners else title.last
    scan.add("body", at, title.last, codes=title.codes or codes, name=scan.text(at, end))
    return title.last


def named_behind(scan: Scan, at: int, here: int, *, apart: bool) -> tuple[int, int]:
    """Begin and end of the name behind a title that starts at ``at`` and ends at ``here``; ``apart`` where it may
    stand between commas. Both are the same where nobody is named."""
    here = _past_unknown(scan, at, here)
    here = _after_place(scan, at, here) or after_courtesy(scan, here)
    okina = scan.tokens[here].kind == "'" and scan.tokens[here].end == scan.tokens[here + 1].start
    here += okina and scan.tokens[name_end(scan, here + 1)].kind != "'"  # "Prime Minister 'Akilisi Pōhiva"
    partisan = scan.tokens[here].kind == "U" and scan.tokens[here - 1].low in scan.words.partisan
    here += partisan and scan.tokens[here + 1].kind == "N"  # "leader of the opposition PSD Jo Lind"
    named = name_end(scan, here)
    if is_no_name(scan, at, here, named):
        return here, here
    begin = after_courtesy(scan, here + 1)
    addressed = scan.tokens[at].low in scan.words.honorifics  # "Mr. Chairman, Mr. X, dear guests"
    titled = begin > here + 1 and not addressed
    after = name_end(scan, begin)
    opens = scan.tokens[at - 1].kind == "|" and scan.tokens[after].low == "," and _is_for(scan, at, here)
    if named == here and scan.tokens[here].low == "," and (apart or titled or opens):
        long = after - here - 1 >= 2 or _is_enclosed(scan, begin, after)
        if long and not _is_listed(scan, at, here + 1, after) and not _is_next_clause(scan, at, after):
            return begin, after
    return here, named


def _past_unknown(scan: Scan, at: int, here: int) -> int:
    """Past a word that is in no list of what offices are for, before a form of address: "Minister for Pacific
    Voyages | Hon. Jo Lind", where the title begins at ``at``; ``here`` where there is none."""
    known = scan.words.honorifics - scan.words.within_names - scan.words.surnames_too
    word, address = scan.tokens[here : here + 2]
    begin = after_courtesy(scan, here + 1)
    led = word.kind == "N" and word.low not in known and address.low in known and begin > here + 1
    return here + 1 if led and _is_for(scan, at, here) and name_end(scan, begin) >= begin + 2 else here


def _is_for(scan: Scan, at: int, last: int) -> bool:
    """Whether the title ``at:last`` says what it is for or whom it serves, "Minister for Trade"."""
    return any(t.low in ("of", "for", "at") for t in scan.tokens[at:last])


def is_no_name(scan: Scan, at: int, here: int, last: int) -> bool:
    """Whether the capitalised words ``here:last`` behind a title that begins at ``at`` go on with what it is for:
    "Chair of the Rivers | Council Standing Process", "Head of Area | III"."""
    tokens, words = scan.tokens[here:last], scan.words
    if not tokens:
        return False
    if not _is_for(scan, at, here):
        return tokens[-1].kind == "N" and tokens[-1].low in words.things
    known = words.portfolio | words.companions | words.lands | words.instrument_nouns | words.adjectives
    known |= words.units | words.groups_of_states | words.members
    return all(t.low in known or (t.kind == "U" and set(t.low) <= set("ivx")) for t in tokens)


def _is_first_of_several(scan: Scan, last: int) -> bool:
    """Whether the name that ends at ``last`` behind "Ministers of Chad" is followed by another one; a single word
    there is only more of the title, "Ministers of the Gulf | Area"."""
    here = end = state_end(scan, last)
    while scan.tokens[here].low in (",", "and"):
        here += 1
    return here > end and name_end(scan, after_courtesy(scan, here)) > here


def _is_enclosed(scan: Scan, first: int, last: int) -> bool:
    """ "Tonga's Prime Minister, Hu'akavameiliku, chairs the Forum": one word between commas is a name where a verb
    follows."""
    token, follower = scan.tokens[first], scan.tokens[last + 1]
    word = token.low in scan.words.portfolio or token.low in scan.words.adjectives or token.kind != "N"
    verb = follower.kind == "w" and follower.low not in scan.words.no_predicates
    return not word and last == first + 1 and scan.tokens[last].low == "," and verb and follower.low != "the"


def _after_place(scan: Scan, at: int, last: int) -> int:
    """Where the name begins behind a title ``at:last`` with its acronym or where it is held: "Director of the
    Agency (NIA) X", "UN Coordinator in Kenya, X"; 0 where there is no such thing or no name."""
    here = after_brackets(scan, last)
    place = here + 1 + (scan.tokens[here + 1].low == "the") if scan.tokens[here].low == "in" else 0
    entry = scan.tokens[place].entry if place else None
    if entry and entry.kind in ("state", "seat", "region"):
        here = place + 1
    elif place and scan.tokens[(town := name_end(scan, place))].low == "," and town > place:
        here = town  # "Consul in Arica, Jo Lind,"
    if here == last:
        return 0
    comma = scan.tokens[here].low in (",", ":")
    begin = after_courtesy(scan, here + comma)
    end = name_end(scan, begin)
    if scan.tokens[here].low == ":" and scan.tokens[end].kind not in ".|;,":
        return 0
    if end - begin < 1 + comma or (comma and (_is_listed(scan, at, here + 1, end) or _is_next_clause(scan, at, end))):
        return 0
    if entry and here == place + 1:
        scan.add("entity", place, place + 1, codes=(entry.code,) if entry.code else (), nested=True)
    return begin


def _add_offices(scan: Scan, at: int, title: Title, codes: tuple[str, ...], definite: bool) -> int:
    """ "Presidents Putin and Xi": each name is a person; "the Serbian ministers" are their state."""
    here, end, first = title.last, title.last, True
    while here < at + 40:
        named = name_end(scan, here)
        nobody = named == here or is_no_name(scan, at, here, named)
        if nobody or (first and " of " in title.text.lower() and not _is_first_of_several(scan, named)):
            break
        codes_here = codes or of_state(scan, named)
        scan.add(
            "person",
            at if first else here,
            named,
            codes=codes_here,
            name=scan.text(here, named),
            title=title.single(),
        )
        end, first = named, False
        here = past = state_end(scan, named)
        while scan.tokens[here].low in (",", "and"):
            here += 1
        if here == past:
            break
    if not first:
        _one_each(scan, codes, end)
    if first and (told := add_named_apart(scan, at, title, codes)):
        return told
    if first and len(codes) > 1 and scan.tokens[title.last].low == ",":
        end = _respectively(scan, title, codes)
    if first and len(codes) == 1 and (told := _one_by_one(scan, at, title, codes)):
        return told
    if first and codes:
        scan.add("office", at, title.last, codes=codes, title=title.text, definite=definite)
    return end


def _one_each(scan: Scan, codes: tuple[str, ...], end: int) -> None:
    """Gives to "Chadian and Malian ministers Jo Lind and Al Mora", whose last ends at ``end``, one of ``codes``
    each."""
    row = [*takewhile(lambda f: f.kind == "person" and f.codes == codes, reversed(scan.found[-8:]))]
    if len(codes) == len(row) > 1 and row[0].last == end:
        for one, code in zip(reversed(row), codes, strict=True):
            one.codes = (code,)


def _one_by_one(scan: Scan, at: int, title: Title, codes: tuple[str, ...]) -> int:
    """The end of "Ministers of Poland, X, and of Romania, Y", whose first is ``at:title.last``; 0 when only one
    is named."""
    begin = after_courtesy(scan, title.last + 1)
    last = name_end(scan, begin)
    mark = len(scan.found)
    if scan.tokens[title.last].low != "," or last == begin:
        return 0
    scan.add("person", at, last, codes=codes, name=scan.text(begin, last), title=title.single())
    end = _and_of(scan, last, title.single(), shared=True)
    if end == last:
        del scan.found[mark:]
        return 0
    return end


def _and_of(scan: Scan, here: int, title: str, *, shared: bool = False) -> int:
    """ "The Minister of Trade of Estonia, X, and of Latvia, Y": adds those who have the same office of other states
    behind ``here``; the end of the last. An office that is ``shared``, "Ministers of Estonia, X, and Latvia, Y",
    needs no "of"."""
    while scan.tokens[here].low in (",", ";", "and"):
        step = here
        while scan.tokens[step].low in (",", ";", "and"):
            step += 1
        of = scan.tokens[step].low == "of"
        place = step + of + (scan.tokens[step + of].low == "the")
        entry, comma = scan.tokens[place].entry, scan.tokens[place + 1].low == ","
        begin = after_courtesy(scan, place + 2)
        last = name_end(scan, begin)
        state = entry is not None and entry.kind in ("state", "org")
        told = of or (shared and last > begin + 1 and scan.tokens[last].kind in ",.;|)")
        if not told or not entry or not state or not comma or last == begin:
            break
        scan.add("entity", place, place + 1, codes=(entry.code,))
        scan.add("person", begin, last, codes=(entry.code,), name=scan.text(begin, last), title=title)
        here = last
    return here


def _respectively(scan: Scan, title: Title, codes: tuple[str, ...]) -> int:
    """ "Foreign Ministers of Serbia and Latvia, X and Y": as many names as states belong to them in order."""
    names: list[tuple[int, int]] = []
    here = title.last
    while scan.tokens[here].low in (",", "and") and len(names) < len(codes):
        begin = after_courtesy(scan, here + 1 + (scan.tokens[here + 1].low == "and"))
        here = name_end(scan, begin)
        if here == begin:
            break
        names.append((begin, here))
    if len(names) != len(codes):
        return title.last
    for code, (begin, last) in zip(codes, names, strict=True):
        scan.add("person", begin, last, codes=(code,), name=scan.text(begin, last), title=title.single())
    return names[-1][1]


def _is_listed(scan: Scan, at: int, first: int, last: int) -> bool:
    """Whether a name after a comma behind the title at ``at`` goes on as a list or as a new clause's subject with
    its own title."""
    before = scan.text(at, first - 1).lower().split()
    apart = scan.words.for_ambassadors.isdisjoint(before)  # no "Head of the EU Delegation, Ambassador X, and"
    titled = scan.tokens[first].low == "ambassador" and apart  # "the Minister, Ambassador X, and General Y"
    step = last + (titled and scan.tokens[last].low == ",")
    joined = scan.tokens[step].low == "and" and scan.tokens[first - 1].low == ","
    return joined and not _is_paired(scan, step + 1)


def _is_paired(scan: Scan, at: int) -> bool:
    """ "by the Director, Jo Lind and | the Chadian Minister of Trade, Al Mora": another office with its holder
    behind a comma, so that the name before "and" is that of the office before it."""
    begin, _ = owner_at(scan, at + (scan.tokens[at].low == "the"), ("demonym", "state"))
    title = title_alone(scan, begin) if scan.tokens[begin].kind in "NUw" else None
    if not title or title.head.endswith("s") or scan.tokens[title.last].low != ",":
        return False
    return name_end(scan, after_courtesy(scan, title.last + 1)) > title.last + 2


def _is_next_clause(scan: Scan, at: int, last: int) -> bool:
    """ "When meeting the Iranian President, Mr Putin told him": what stands before the comma only opens the
    sentence, and the name up to ``last`` is the subject of a verb."""
    follower = scan.tokens[last]
    if follower.kind != "w" or follower.low in scan.words.no_predicates:
        return False
    first = at
    while first > max(0, at - 40) and scan.tokens[first - 1].kind not in '|".':
        first -= 1
    inside = [f for f in scan.found[-6:] if first <= f.first < at and f.kind in ("person", "office", "name")]
    over = not inside and any(t.low == "," for t in scan.tokens[first:at])  # "On Thursday, the President, Jo Lind"
    return scan.tokens[first].low in scan.words.clause_openers and not over


def is_held(scan: Scan, at: int) -> bool:
    """ "Foreign Ministry | spokesman X": whether a title in lower case and a name follow a body."""
    title = title_alone(scan, at) if scan.tokens[at].low in scan.words.title_heads else None
    return bool(title and not title.head.endswith("s") and name_end(scan, title.last) > title.last)
