"""The office that stands behind a name: "Jens Stoltenberg, Secretary General of NATO", "Jo Lind became ambassador"."""

from __future__ import annotations

from itertools import takewhile

from dragoman.actors.mentions.apposed import (
    entry_codes,
    of_state,
    owner_at,
    second_office,
    state_end,
    title_alone,
)
from dragoman.actors.mentions.bodies import body_chain, plain_body
from dragoman.actors.mentions.found import Found, Scan, Title, is_past, state_behind
from dragoman.actors.mentions.person_names import after_courtesy, name_end
from dragoman.actors.mentions.titles import after_brackets

LONGEST_ROW = 100
"""Tokens before a name in which the word stands that says what all of a row are."""


def add_apposition(scan: Scan, at: int, last: int) -> int:
    """ "Jens Stoltenberg, Secretary General of NATO": the office after the name says whom the person serves."""
    mention = scan.found[-1]
    _said_to_be(scan, mention, last)
    _told_in_row(scan, mention, last)
    _hailing(scan, mention, last)
    if _office_below(scan, mention, last):
        return last
    comma = _past_honours(scan, last)
    line = scan.tokens[comma].kind == "-" and mention.first > 0 and scan.tokens[mention.first - 1].kind == "|"
    if (scan.tokens[comma].low not in (",", "(", "-") and not line) or (last - at < 2 and not mention.title):
        return last
    opener = scan.tokens[comma + 1].low
    article = opener in ("the", "a", "an", "and") or opener in scan.words.at_times
    theirs = opener in scan.words.owned and not article
    here = _past_lately(scan, comma + 1 + (article or theirs))
    here, codes = owner_at(scan, here, ("state", "org", "demonym", "body"))
    if codes and scan.tokens[here].kind == ")":
        mention.codes = codes if mention.title or _is_persons(scan, at, last, here + 1) else mention.codes
        return last
    title = title_alone(scan, here)
    # "In talks with X, the Estonian minister thanked ..." is no apposition: that one is closed by punctuation.
    if not title:
        if not _staff_behind(scan, mention, here, codes):
            _sits_behind(scan, mention, comma)
        return last
    title = _with_second(scan, here, title)
    end = after_brackets(scan, title.last + _is_field(scan, title.last))
    if not (title.codes or codes):
        end, title.codes = _institution_behind(scan, end)
    if not (title.codes or codes):
        end, title.codes = second_office(scan, end)
    closed = _closes_office(scan, at, here, end, plain=not article and not theirs, told=bool(title.codes or codes))
    if title.head.endswith("s"):
        if closed and not theirs:
            _share_out(scan, mention, title, title.codes or codes)
        return last
    if closed and (end > title.last or name_end(scan, title.last) == title.last):
        if mention.title and mention.title.lower().strip(".") not in scan.words.honorifics:
            # "Ambassador X, the Serbian minister and ..." is a list, "Councillor X, head of the office," is none.
            followed = scan.tokens[end + (scan.tokens[end].low == ",")].low == "and"
            bare = not article and not codes and title.owned and not title.head.endswith("s")
            chairs = title.head in scan.words.chairs and not followed
            held = {mention.title.lower(), mention.other_title}
            at_home = title.head in scan.words.chairs and not scan.words.one_holder.isdisjoint(held)
            told = bare and bool(title.codes) and not mention.codes and not at_home
            article = article and not chairs  # "Prime Minister X, the OSCE Chair, said"
            listed = article or theirs or (followed and not told)
            mention.other_title = "" if listed else title.text
            mention.codes = title.codes if told else mention.codes
        else:
            whose = counterpart_of(scan, at, title)
            if theirs and not codes:
                return last  # "X, his adviser": whose adviser is not known here
            served = _serves_at_home(scan, end) if title.head in scan.words.chairs else ()
            mention.kind, mention.codes, mention.title = "person", served or title.codes or codes, title.text
            mention.other_title = whose
    return last


def _with_second(scan: Scan, at: int, title: Title) -> Title:
    """The ``title`` at ``at`` with another one of the same person behind "and", up to the sign that closes both: "Jo
    Lind, | Deputy Prime Minister and Minister of Trade of Peru |, left"."""
    joined = scan.tokens[title.last].low == "and" and scan.tokens[title.last + 1].text[:1].isupper()
    more = title_alone(scan, title.last + 1) if joined and not title.head.endswith("s") else None
    if more is None or more.head.endswith("s") or scan.tokens[more.last].kind not in ",.;|)":
        return title
    begin = after_courtesy(scan, more.last + 1)
    named = scan.tokens[more.last].low == "," and name_end(scan, begin) > begin  # whose the second office may be
    if named or (title.codes and more.codes and title.codes != more.codes):
        return title
    return Title(more.last, scan.text(at, more.last), title.head, title.codes or more.codes, title.owned)


def _serves_at_home(scan: Scan, at: int) -> tuple[str, ...]:
    """ "Jo Lind, chairman of the Council of Europe | and Chad's Foreign Minister,": the state that one serves who
    has an organisation's office beside that of a state."""
    here = at + 1 + (scan.tokens[at + 1].low == "the")
    begin, codes = owner_at(scan, here, ("state", "demonym"))
    title = title_alone(scan, begin) if scan.tokens[at].low == "and" else None
    return (codes or title.codes) if title and not title.head.endswith("s") else ()


def _past_lately(scan: Scan, at: int) -> int:
    """Past "visiting", "the deposed" at ``at`` before an office, and past "outgoing", "newly appointed", which may
    begin one, before whose it is: "Jo Lind, outgoing | Kenyan consul"."""
    here = at
    while scan.tokens[here].low in scan.words.lately:
        here += 1
    step = here
    while scan.tokens[step].kind == "w" and scan.tokens[step].low in scan.words.title_modifiers:
        step += 1
    return step if scan.tokens[step].entry is not None else here


def _staff_behind(scan: Scan, mention: Found, at: int, codes: tuple[str, ...]) -> bool:
    """Gives to "Jo Lind, a | Foreign Ministry spokesman," whose the body at ``at`` is, ``codes`` where that stands
    before it; whether one of such a body's people stands there."""
    mark = len(scan.found)
    named = body_chain(scan, at) if scan.tokens[at].kind in "NU" else None
    body = named or plain_body(scan, at) if codes or named else None
    del scan.found[mark:]
    here = body[0] if body else at
    here += scan.tokens[here].low in ("senior", "top")
    head, behind = scan.tokens[here], scan.tokens[here + 1]
    known = head.low in scan.words.staff or (head.low in scan.words.title_heads and not head.low.endswith("s"))
    codes = body[2] or codes if body else codes
    titled = mention.title and mention.title.lower().strip(".") not in scan.words.honorifics
    if not known or head.kind != "w" or behind.kind not in ",.;|)" or titled or not (body or codes):
        return False
    mention.kind, mention.codes, mention.title = "person", codes, scan.text(at, here + 1)
    return True


def _office_below(scan: Scan, mention: Found, last: int) -> bool:
    """Gives to "Hon. Jo Lind" on a line of its own the office on the next one, "Minister of Defence of Peru"."""
    end, before = last + (scan.tokens[last].low == ","), mention.first - 1
    before -= before >= 0 and scan.tokens[before].low in scan.words.owned  # "His | Excellency Jo Lind"
    addressed = mention.title.lower().strip(".") in scan.words.honorifics and not mention.codes
    alone = scan.tokens[end].kind == "|" and (before < 0 or scan.tokens[before].kind in "|:")
    title = title_alone(scan, end + 1) if addressed and alone and end + 1 < scan.count else None
    if not title or title.head.endswith("s") or scan.tokens[title.last].kind != "|":
        return False
    mention.codes, mention.other_title = title.codes, title.text
    return True


def office_joined(scan: Scan, first: int, last: int) -> tuple[int, Title | None]:
    """The end of the name in "Dr. Jo Lind | Executive Secretary of ECOWAS", ``first:last`` with what may belong to
    the office, and the office, where one that tells whom it serves follows without a comma."""
    end = last
    while end > first + 1 and scan.tokens[end - 1].low in scan.words.title_modifiers:
        end -= 1
    title = title_alone(scan, end) if scan.tokens[end].kind == "N" else None
    alone = title is not None and title.last > last and name_end(scan, title.last) == title.last
    told = title if title and alone and title.codes and title.owned and not title.head.endswith("s") else None
    return (end if told else last), told


def _closes_office(scan: Scan, at: int, first: int, end: int, *, plain: bool, told: bool) -> bool:
    """Whether the office ``first:end`` behind the name at ``at`` is over as an apposition is: by punctuation, or,
    where no second comma stands, by what follows an office that is ``plain``, without an article, or that says
    whom it serves, by ``told``."""
    behind = scan.tokens[end]
    if behind.kind in ",.;|)" or behind.low == "and" or (behind.low, scan.tokens[end + 1].low) == ("as", "well"):
        return True
    verbs = scan.words.speech | scan.words.auxiliaries
    # "X, Senior Adviser at the Treasury led the delegation", but "In talks with X, the Estonian minister said"
    if plain and (is_past(behind, scan.words) or behind.low in verbs):
        return told or any(t.low in ("of", "at", "for") for t in scan.tokens[first:end])
    start = next((n for n in range(at, max(0, at - 40), -1) if scan.tokens[n - 1].kind == "|"), 0)
    opened = scan.tokens[start].low in scan.words.clause_openers
    return told and behind.low in scan.words.prepositions and not opened


def _share_out(scan: Scan, mention: Found, title: Title, codes: tuple[str, ...]) -> None:
    """ "Jo Lind and Al Mora, ministers of Chad and Mali,": the office that stands behind several names, whose last
    is ``mention``; each has it of one of ``codes``, or all have it of the only one."""
    row = [mention]
    for before in reversed([f for f in scan.found[-12:] if f.kind in ("person", "name") and f is not mention]):
        joined = all(t.low in (",", "and") for t in scan.tokens[before.last : row[0].first])
        if not joined or before.last >= row[0].first:
            break
        row.insert(0, before)
    titles = {one.title.lower().strip(".") for one in row} - {""}
    if len(row) < 2 or len(codes) not in (1, len(row)) or not titles <= scan.words.honorifics:
        return
    for one, code in zip(row, codes * (len(row) if len(codes) == 1 else 1), strict=True):
        one.kind, one.codes, one.title = "person", (code,), title.single()


def _told_in_row(scan: Scan, mention: Found, last: int) -> None:
    """ "The envoys are Jo Lind of Chad and Al Mora of Mali": names in a row, each with its state, behind what they
    all are."""
    if mention.kind != "name" or last - mention.first < 2 or _told_item(scan, mention, last):
        return
    codes = of_state(scan, last)
    if not codes:
        return
    head, here = mention.first - 1, state_end(scan, last)
    while scan.tokens[head].kind in ":," or scan.tokens[head].low in scan.words.introducing:
        head -= 1
    noun = scan.tokens[head].low
    while scan.tokens[here].low in (",", ";", "and"):
        here += 1
    goes_on = here > state_end(scan, last) and bool(of_state(scan, name_end(scan, here)))
    before = next((f for f in reversed(scan.found[-4:]) if f.kind == "person" and f.last < mention.first), None)
    end = state_end(scan, before.last) if before else 0
    told = noun if noun in scan.words.title_heads and noun.endswith("s") else ""
    apart = scan.tokens[mention.first - 1].kind in ",:;-"  # "The ministers met farmers Jo Lind of Chad and"
    if goes_on and (told := told or (_office_of_all(scan, mention) if apart else "")):
        mention.kind, mention.codes, mention.title = "person", codes, told.removesuffix("s")
    elif before and before.codes and before.last < end and mention.first - end in (1, 2):
        mention.kind, mention.codes, mention.title = "person", codes, before.title


def _hailing(scan: Scan, mention: Found, last: int) -> None:
    """ "Jo Lind from Chad, Al Mora from Mali and Bo Berg from Peru": three names or more in a row, each with its
    state, are told of as those of their states, unless a word before them says that they are private people."""
    codes = _from_state(scan, last) if mention.kind == "name" else ()
    row = [mention] if codes and last > mention.first + 1 else []
    for before in reversed([f for f in scan.found[-12:-1] if f.kind in ("name", "person")] if row else []):
        end = before.last + 2 + (scan.tokens[before.last + 1].low == "the")
        joined = all(t.low in (",", ";", "and") for t in scan.tokens[end : row[0].first])
        if not joined or end >= row[0].first or not _from_state(scan, before.last):
            break
        row.insert(0, before)
    opening = {t.low for t in scan.tokens[max(0, row[0].first - 1) : row[0].first + 1]} if row else set()
    if len(row) > 2 and opening.isdisjoint(scan.words.people_nouns):  # "the athletes Jo Lind from Chad"
        for one in row:
            one.kind, one.codes = "person", one.codes or _from_state(scan, one.last)


def _from_state(scan: Scan, at: int) -> tuple[str, ...]:
    """The state behind "from" at ``at``."""
    place = at + 1 + (scan.tokens[at + 1].low == "the")
    return entry_codes(scan, place, ("state",)) if scan.tokens[at].low == "from" else ()


def _told_item(scan: Scan, mention: Found, last: int) -> bool:
    """Gives its state to a name that is an item of "the new ambassadors are Jo Lind, representing Chad; Al Mora of
    Mali; Bo Berg, the Republic of Peru": between semicolons, behind what all of them are."""
    here = last + (scan.tokens[last].low == ",")
    here += scan.tokens[here].low in ("of", "from", "representing")
    state = here + (scan.tokens[here].low == "the")
    closes, opens = scan.tokens[state + 1], scan.tokens[mention.first - 1]
    if state == last or ";" not in (closes.kind, opens.kind) or (closes.kind not in ";.|" and closes.low != "and"):
        return False
    codes = entry_codes(scan, state, ("state",))
    office = _office_of_all(scan, mention)
    if codes and office:
        mention.kind, mention.codes, mention.title = "person", codes, office.removesuffix("s")
    return bool(codes and office)


def _office_of_all(scan: Scan, mention: Found) -> str:
    """What the line says before ``mention`` that all of a row are, "Four *ministers* came, Jo Lind of Chad and Al
    Mora of Mali"; "" where it does not."""
    before = (scan.tokens[n] for n in range(mention.first - 1, max(0, mention.first - LONGEST_ROW), -1))
    offices = (t.low.partition("-")[0] for t in takewhile(lambda t: t.kind != "|", before))
    return next((o for o in offices if o.endswith("s") and o in scan.words.title_heads), "")


def _past_honours(scan: Scan, last: int) -> int:
    """Past "MP", ", T.D.", "(Rtd.)" behind a name that ends at ``last``."""
    if scan.tokens[last + 1].low in scan.words.honours:
        last = after_brackets(scan, last)
    while scan.tokens[last + (scan.tokens[last].low == ",")].low.rstrip(".") in scan.words.honours:
        last += 1 + (scan.tokens[last].low == ",")
    return last


def _is_field(scan: Scan, at: int) -> bool:
    """ "Director Africa,": whether a region behind a title says what it is for."""
    entry = scan.tokens[at].entry
    return entry is not None and entry.kind == "region" and scan.tokens[at + 1].low == ","


def _sits_behind(scan: Scan, mention: Found, comma: int) -> None:
    """ "Mr. Jo Lind, Ministry of Finance, Government of Chad,": one with a form of address alone serves whose body
    stands behind the ``comma``."""
    addressed = mention.title.lower().strip(".") in scan.words.honorifics
    if not addressed or mention.codes or scan.tokens[comma].low != ",":
        return
    mark = len(scan.found)
    begin, codes = owner_at(scan, comma + 1, ("demonym",))
    body = body_chain(scan, begin) if scan.tokens[begin].kind in "NU" else None
    if body and not (codes := body[2] or codes) and scan.tokens[body[0]].low == ",":
        body = body_chain(scan, body[0] + 1) if scan.tokens[body[0] + 1].kind in "NU" else None
        codes = body[2] if body else ()
    end = after_brackets(scan, body[0]) if body else comma
    behind, then = scan.tokens[end + (scan.tokens[end].low == ",") : end + 3][:2]
    listed = behind.low == "and" and then.low not in scan.words.honorifics
    if codes and scan.tokens[end].kind in ",.;|)" and not listed:
        mention.codes = codes
    del scan.found[mark:]


def _institution_behind(scan: Scan, at: int) -> tuple[int, tuple[str, ...]]:
    """The end and the owner of the institution that stands at ``at`` behind a title, mostly after a comma,
    "Director General, WTO,", "Joint Secretary, Ministry of Finance of India,"; ``at`` and nobody where there is
    none, nobody for an acronym that only the document knows."""
    if is_acronym_behind(scan, at):
        return at + 1, ()  # "Joint Secretary EAD and"
    comma = scan.tokens[at].low == ","
    if not comma and not entry_codes(scan, at, ("org", "body", "house")):
        return at, ()
    if state := state_behind(scan.tokens, at):
        return at + 2, (state,)
    begin = at + comma + (comma and scan.tokens[at + 1].low == "the")
    last, codes = begin + 1, entry_codes(scan, begin, ("org", "body", "house"))
    begin, owner = owner_at(scan, begin, ("demonym",))
    if not codes and scan.tokens[begin].kind in "NU" and (body := body_chain(scan, begin)):
        last, codes = after_brackets(scan, body[0]), body[2] or owner
    last = last if comma else after_brackets(scan, last)
    follower = scan.tokens[last]
    closes = follower.kind in ".;|)," or is_past(follower, scan.words) or (not comma and follower.low == "and")
    listed = follower.low == "," and scan.tokens[last + 1].low == "and"
    return (last, codes) if codes and closes and not listed else (at, ())


def is_acronym_behind(scan: Scan, at: int) -> bool:
    """Whether one word in capitals stands at ``at`` and no name goes on."""
    return scan.tokens[at].kind == "U" and scan.tokens[at + 1].kind not in "NUI"


def counterpart_of(scan: Scan, at: int, title: Title) -> str:
    """The office of "his Bolivian counterpart": that of the last person of the sentence; "" where it is unknown."""
    if title.head not in scan.words.colleagues:
        return ""
    before = next((f for f in reversed(scan.found[-6:]) if f.kind == "person" and f.title), None)
    same = before is not None and before.token.sentence == scan.tokens[at].sentence
    return before.title if before and same and before.title.lower() not in scan.words.honorifics else ""


def _is_persons(scan: Scan, at: int, last: int, here: int) -> bool:
    """Whether the name ``at:last`` before "(Peru)", which ends at ``here``, is a person's: no place or thing, "in
    Cebu City (Philippines)", "the Economic Measures (Peru) Regulations"."""
    words = scan.words
    things = words.companions | words.instrument_nouns | words.geography_behind | words.place_nouns | words.lands
    things |= words.things | words.portfolio
    before = scan.tokens[at - 1].low if at else ""
    named = things.isdisjoint(t.low for t in scan.tokens[at:last]) and scan.tokens[here].kind not in "NU"
    return named and before not in ("in", "at", "to", "near", "under", "for", "from")


def _said_to_be(scan: Scan, mention: Found, last: int) -> None:
    """ "Philip Hale became U.S. Ambassador to Chad": the office that the predicate gives to a person."""
    here = _past_copulas(scan, last)
    rank = mention.title.lower().strip(".") in scan.words.honorifics | scan.words.ranks
    if here == last or mention.codes or (mention.title and not rank):
        return
    here += scan.tokens[here].low in ("the", "a", "an", "our")
    early = scan.tokens[here].low in scan.words.title_modifiers | scan.words.lately
    here += early and scan.tokens[here + 1].entry is not None
    here, codes = owner_at(scan, here, ("state", "org", "demonym"))  # "the first | American consul"
    title = title_alone(scan, here) if scan.tokens[here].kind in "NUw" else None
    alone = title is not None and name_end(scan, title.last) == title.last  # "is President X's envoy" is none
    if title and scan.tokens[last].low in scan.words.arrives:  # "Jo Lind came as the envoy of Peru left"
        behind = scan.tokens[title.last]
        alone = alone and (behind.kind in ".,;|)" or behind.low in scan.words.prepositions)
        alone = alone and bool(title.codes or codes)  # "Jo Lind worked in Peru as ambassador"
    if title and alone and not title.head.endswith("s") and last - mention.first > 1:
        served = codes if codes and not title.owned else title.codes or codes
        if not mention.title:
            mention.kind, mention.codes, mention.title = "person", served, title.text
        elif scan.tokens[title.last].kind != "P":  # "General X is Peru's envoy", not "the envoy's aide"
            mention.codes, mention.other_title = served, title.text


def _is_before_copula(scan: Scan, at: int) -> bool:
    """ "Had been", "later became": whether a word stands at ``at`` that only goes before a copula."""
    led = scan.tokens[at].low in scan.words.at_times or scan.tokens[at].low == "had"
    return led and scan.tokens[at + 1].low in scan.words.copulas


def _past_copulas(scan: Scan, last: int) -> int:
    """Past "became", "has been appointed", "presented his credentials to the King as" behind a name that ends at
    ``last``; ``last`` where no such thing follows."""
    here = first = last
    if scan.tokens[last].low == "," and scan.tokens[last + 1].low in scan.words.put_in:
        return last + 2 + (scan.tokens[last + 2].low in ("as", "to"))  # "Jo Lind, named Peru's consul,"
    if [t.low for t in scan.tokens[last : last + 2]] == [",", "who"]:
        here = first = last + 2
    while here < first + 5 and (scan.tokens[here].low in scan.words.copulas or _is_before_copula(scan, here)):
        here += 1
        here += scan.tokens[here].low == "to"  # "was promoted to"
    if here == first or scan.tokens[here - 1].low in scan.words.with_as:
        here = last  # "Jo Lind served the President"
    if scan.tokens[last].low in scan.words.arrives:  # "Jo Lind arrived in Chad as the first envoy of Peru"
        come = (n + 1 for n in range(last + 1, last + 7) if scan.tokens[n].low == "as")
        return next(come, last)
    accredited = [t.low for t in scan.tokens[last : last + 3 : 2]] == scan.words.accredited
    reached = range(last + 3, last + 9) if accredited else ()
    return next((n + 1 for n in reached if scan.tokens[n].low == "as"), here)
