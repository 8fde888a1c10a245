"""The grammar of two offices of one person, and of an office and the name that stand apart: "the ASEAN Chair, Cambodian
Prime Minister X,"."""

from __future__ import annotations

from bisect import bisect_left

from dragoman.actors.mentions.bodies import body_chain
from dragoman.actors.mentions.found import Scan, Title, is_past
from dragoman.actors.mentions.person_names import after_courtesy, name_end, starts_title
from dragoman.actors.mentions.titles import title_at


def is_of_name_before(scan: Scan, at: int, title: Title) -> bool:
    """ "Jo Lind, President of Peru, Bo Berg, Minister of Chad": whether the office at ``at`` is that of the person
    before its comma, as `appositive` read it, and not of the next one."""
    before = next((f for f in reversed(scan.found[-6:]) if f.kind == "person" and f.last < at), None)
    comma = before is not None and scan.tokens[before.last].low == ","
    near = before is not None and at - before.last <= 1 + (scan.tokens[at - 1].low in scan.words.definite)
    own = bool(before and comma and near and title.text in (before.title, before.other_title))
    return own or _goes_on_about(scan, at, title)


def _goes_on_about(scan: Scan, at: int, title: Title) -> bool:
    """ "Jo Lind, President of Peru and | OAS Envoy for Haiti |, Al Mora, President of Chile": a second office of
    who stands before the first one, where the next person has an office of his own behind the name."""
    office = next((f for f in reversed(scan.found[-6:]) if f.kind == "office" and f.last == at - 1), None)
    begin = after_courtesy(scan, title.last + 1)
    end = name_end(scan, begin)
    listed = scan.tokens[title.last].low == "," == scan.tokens[end].low and end > begin
    if office is None or scan.tokens[at - 1].low != "and" or not listed or not title_alone(scan, end + 1):
        return False
    persons = [f for f in scan.found[-8:] if f.kind == "person" and f.last < office.first]
    return bool(persons) and office.title in (persons[-1].title, persons[-1].other_title)


def second_office(scan: Scan, at: int) -> tuple[int, tuple[str, ...]]:
    """The end and the owner of "Head of the Delegation of Peru" behind the comma at ``at``, a second office of who
    has one that does not say whom he serves: "Jo Lind, Deputy Minister, Head of the Delegation of Peru, left";
    ``at`` and nobody where there is none or where a list goes on."""
    begin = at + 1 + _is_acronym_before(scan, at + 1)
    title = title_alone(scan, begin) if scan.tokens[at].low == "," and scan.tokens[begin].kind in "NU" else None
    if not title or len(title.codes) != 1 or not title.owned or title.head.endswith("s"):
        return at, ()
    mark, follower = scan.tokens[title.last : title.last + 2]
    named = name_end(scan, after_courtesy(scan, title.last + 1)) > title.last + 1
    closed = mark.kind in ".;|)" or (mark.low == "," and follower.low != "and" and not named)
    return (title.last, title.codes) if closed else (at, ())


def _is_acronym_before(scan: Scan, at: int) -> bool:
    """Whether an acronym that only says what for stands before a title, "SOM Leader"."""
    return scan.tokens[at].kind == "U" and starts_title(scan, at + 1)


def chair_apart(scan: Scan, at: int, chair: Title) -> int:
    """The end of "ASEAN Chair, Cambodian Prime Minister X,", which begins at ``at``: one person, who serves a state
    and chairs an organisation; 0 where no other office with a name stands between commas."""
    here = chair.last + 1 + (scan.tokens[chair.last + 1].low == "the")
    begin, codes = owner_at(scan, here, ("state", "demonym"))
    title = title_alone(scan, begin) if scan.tokens[chair.last].low == "," else None
    ranks = scan.words.ranks | scan.words.honorifics
    addressed = scan.tokens[at].low in scan.words.honorifics  # "Mr. Chairman, Minister X, dear guests"
    if not title or addressed or title.head.endswith("s") or title.head in ranks:
        return 0
    first = after_courtesy(scan, title.last)
    last = name_end(scan, first)
    state, end = of_state(scan, last), state_end(scan, last)
    if last == first or scan.tokens[end].kind not in ",.;|)":
        return 0
    codes = codes or title.codes or state
    scan.add("person", at, last, codes=codes, name=scan.text(first, last), title=title.text)
    scan.found[-1].other_title = chair.text
    if begin > here:
        scan.add("entity", here, here + 1, codes=codes, nested=True)
    return last


def two_offices(scan: Scan, at: int, title: Title, codes: tuple[str, ...]) -> int:
    """ "Senegalese President and African Union Chairperson Macky Sall": one person, who serves the state and has an
    organisation's office beside; the end of the name, 0 where it is not so."""
    if scan.tokens[title.last].low == ",":
        return _two_named_apart(scan, at, title, codes)
    if scan.tokens[title.last].low != "and":
        return 0
    end, organisation = owner_at(scan, title.last + 1, ("org", "body"))
    here = end + (scan.tokens[end].low in scan.words.body_heads)  # "African Union Assembly Chairperson"
    other = title_alone(scan, here) if organisation else None
    last = name_end(scan, other.last) if other else 0
    if not organisation:
        return _two_named_apart(scan, at, title, codes)
    if not other or last == other.last:
        return 0
    scan.add("person", at, last, codes=codes, name=scan.text(other.last, last), title=title.text)
    scan.found[-1].other_title = other.text
    scan.add("entity", title.last + 1, end, codes=organisation, nested=True)
    return last


def _two_named_apart(scan: Scan, at: int, title: Title, codes: tuple[str, ...]) -> int:
    """The end of "Kenya's Ambassador to Zambia and Observer to COMESA, Jo Lind,", "UN Envoy for Mali, Head of
    MINUSMA, Jo Lind", which begins at ``at``: two offices of one person, of whom nothing else says whom he serves;
    0 where it is not so."""
    here, mark = title.last + 1, len(scan.found)
    other = title_at(scan, here)
    end = other.last if other else here + 3
    known = other is not None or (scan.tokens[here].low == "observer" and scan.tokens[here + 1].low == "to")
    begin = after_courtesy(scan, end + 1)
    last = name_end(scan, begin)
    strange = other is not None and (other.head.endswith("s") or not set(other.codes) <= set(codes))
    closed = scan.tokens[end].low == "," and scan.tokens[last].kind in ",.|"
    if scan.tokens[title.last].low == ",":  # no list of two: the same organisation is told of in both
        verb = is_past(scan.tokens[last], scan.words) or scan.tokens[last + 1].low != "and"
        closed = scan.tokens[end].low == "," and verb and other is not None and other.codes == codes
    if not known or strange or not closed or last < begin + 2:
        del scan.found[mark:]
        return 0
    scan.add("person", at, last, codes=codes, name=scan.text(begin, last), title=title.text)
    scan.found[-1].other_title = other.text if other else ""
    for n in range(here, end if other is None else here):
        if told := entry_codes(scan, n, ("state", "org")):
            scan.add("entity", n, n + 1, codes=told, nested=True)
    return last


def state_end(scan: Scan, at: int) -> int:
    """Past "of Australia" after a name that ends at ``at``; ``at`` where no state stands there."""
    return at + 2 + (scan.tokens[at + 1].low == "the") if of_state(scan, at) else at


def of_body(scan: Scan, at: int) -> tuple[str, ...]:
    """ "Director Jo Lind of the Foreign Ministry of Peru": whose the body is that stands behind a name."""
    if scan.tokens[at].low not in ("of", "from"):
        return ()
    mark = len(scan.found)
    begin, codes = owner_at(scan, at + 1 + (scan.tokens[at + 1].low == "the"), ("demonym",))
    body = body_chain(scan, begin) if scan.tokens[begin].kind in "NU" else None
    del scan.found[mark:]
    return (body[2] or codes) if body else ()


def of_state(scan: Scan, at: int) -> tuple[str, ...]:
    """ "Prime Minister Albanese of Australia": the code after a name."""
    if scan.tokens[at].low != "of":
        return ()
    entry = scan.tokens[at + 1 + (scan.tokens[at + 1].low == "the")].entry
    return (entry.code,) if entry and entry.kind in ("state", "org") else ()


def whose_lately(scan: Scan, at: int) -> tuple[str, ...]:
    """ "Japan's new Ambassador to Iraq Jo Lind": whose the office at ``at`` is, where only a word for how long its
    holder has it stands between."""
    here = at - 1
    while here > 1 and scan.tokens[here].low in scan.words.lately:
        here -= 1
    led = 0 < here < at - 1 and scan.tokens[here].kind == "P"
    return entry_codes(scan, here - 1, ("state", "org")) if led else ()


def staff_of(scan: Scan, at: int, here: int, codes: tuple[str, ...], *, told: bool = False) -> int:
    """The end of "Danish defence ministry | official Jo Lind" or "official, Jo Lind,", whose owner begins at ``at``
    and ends before ``here``; ``told`` where that is a body, whose state a later word may tell. 0 where nobody is
    named."""
    here += scan.tokens[here].low in ("senior", "top")
    begin = here + 1 + (scan.tokens[here + 1].low == ",")
    last = name_end(scan, begin)
    closed = begin == here + 1 or (scan.tokens[last].low == "," and scan.tokens[last + 1].low != "and")
    staff = scan.tokens[here].kind in "wN" and scan.tokens[here].low in scan.words.staff
    if scan.tokens[here].low == "member" and here == at + 1 and not told:
        return 0  # "Swiss member Jo Lind" is one of a club
    if not (codes or told) or not staff or not closed or last < begin + 2 or _is_sent_by_another(scan, at, here):
        return 0
    scan.add("person", at, last, codes=codes, name=scan.text(begin, last), title=scan.tokens[here].text)
    return last


def _is_sent_by_another(scan: Scan, at: int, here: int) -> bool:
    """ "The EU mission led by the Swiss | diplomat | Jo Lind": whether an organisation that the sentence names is
    more likely whose the diplomat is than the state that he comes from."""
    if scan.tokens[here].low not in scan.words.sent_to:
        return False
    begin = bisect_left(scan.tokens, scan.tokens[at].sentence, hi=scan.count, key=lambda token: token.sentence)
    return any(t.entry is not None and t.entry.kind == "org" for t in scan.tokens[begin:at])


def title_alone(scan: Scan, at: int) -> Title | None:
    """The title at ``at``, without the mentions that stand in it."""
    mark = len(scan.found)
    title = title_at(scan, at)
    del scan.found[mark:]
    return title


def owner_at(scan: Scan, at: int, kinds: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """Past "Serbian" or "Serbia's" at ``at``, before a title, and whose it is; nobody where it is none of
    ``kinds``."""
    entry = scan.tokens[at].entry
    if not entry or entry.kind not in kinds:
        return at, ()
    return at + 1 + (scan.tokens[at + 1].kind == "P"), (entry.code,)


def entry_codes(scan: Scan, at: int, kinds: tuple[str, ...]) -> tuple[str, ...]:
    """The code of a name of the directory at ``at`` that is one of ``kinds``; nobody where it is none."""
    entry = scan.tokens[at].entry
    return (entry.code,) if entry and entry.kind in kinds else ()
