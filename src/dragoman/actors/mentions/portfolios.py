"""What an office is for and where it is held: "Energy, and the Environment", "the Trade Agency"."""

from __future__ import annotations

from dragoman.actors.mentions.bodies import body_chain
from dragoman.actors.mentions.found import JOINERS, Scan
from dragoman.actors.mentions.person_names import after_courtesy, name_end, starts_title
from dragoman.actors.mentions.tokens import Token


def adjective_at(token: Token) -> bool:
    """Whether it is the adjective of a state or a region, or names no actor: "Indian Ocean | Affairs"."""
    return token.entry is not None and token.entry.kind in ("demonym", "region", "not")


def portfolio_end(scan: Scan, at: int) -> int:
    """The end of what an office is for: "Energy, and the Environment", "Korean Peninsula Affairs"."""
    here = last = closed_portfolio(scan, at)
    while here < at + 16:
        token = scan.tokens[here]
        joined = last > at and scan.tokens[here - 1].low in ("and", "the")
        if token.low in scan.words.portfolio and token.kind in "NUw":
            if joined and token.text[:1].isupper() and _opens_title(scan, here):
                break
            here += 1
            last = here
        elif last > at and _is_in_portfolio(scan, here):
            here += 1
            last = here
        elif token.low in JOINERS if last > at else _opens_portfolio(scan, here):
            here += 1 + (scan.tokens[here + 1].low == "," and last == at)
        else:
            break
    return last


def closed_portfolio(scan: Scan, at: int) -> int:
    """Past words that one of ``portfolio_ends`` closes: "Korean Peninsula Affairs", "Asian and Oceanian Affairs";
    else ``at``. One word may be unknown; behind a known one only after "and", since persons follow as well."""
    unknown, known = False, False
    for here in range(at, at + 7):
        token, before = scan.tokens[here], scan.tokens[here - 1]
        after = scan.tokens[here + 1]
        if token.low in scan.words.portfolio_ends and token.kind == "N":
            return here + 1
        hyphened = before.kind == "-" or after.kind == "-"
        if (
            adjective_at(token)
            or (token.kind == "E" and (hyphened or _tells_for_what(scan, here)))
            or (token.low in scan.words.portfolio and token.kind in "NU")
        ):
            known = True
        elif token.low == "and" or token.kind in "-P'":
            continue
        elif (
            token.kind == "N"
            and not unknown
            and (not known or before.low == "and" or adjective_at(before) or after.kind in "P'")
        ):
            unknown = True
        else:
            break
    return at


def _opens_portfolio(scan: Scan, at: int) -> bool:
    """ "Civilian Security", "Forging, Trade and Labour": a word that is not in the list before one that is."""
    word, comma, next_, joined = scan.tokens[at : at + 4]
    listed = comma.low == "," and next_.low in scan.words.portfolio and joined.low in ("and", ",")
    return word.kind == "N" and (comma.low in scan.words.portfolio or (listed and not starts_title(scan, at)))


def _opens_title(scan: Scan, at: int) -> bool:
    """Whether a word of portfolios behind "and" begins another office: "Foreign Affairs and | State Counsellor",
    but "Finance and | Trade Senator"."""
    word, head = scan.tokens[at], scan.tokens[at + 1]
    longer = word.low in scan.words.title_modifiers and starts_title(scan, at + 1)
    addressed = head.low in scan.words.honorifics | scan.words.ranks
    return word.low in scan.words.title_heads or (longer and not addressed)


def _is_in_portfolio(scan: Scan, at: int) -> bool:
    """Whether what an office is for goes on behind "and" or a comma with a word that is not in the list, "Trade
    and Forging of Peru", or with an organisation, "Trade, European Union and Cooperation"."""
    before, token, after, then, state = scan.tokens[at - 1 : at + 4]
    if _is_diaspora(scan, at - 1):
        return True
    if before.low not in ("and", ","):
        return False
    word = state if then.low == "and" else then  # "Health, Forging, and Coordination"
    listed = after.low in ("and", ",") and word.kind == "N" and word.low in scan.words.portfolio
    if _is_diaspora(scan, at):
        return True
    if token.kind == "E":
        thing = token.entry is not None and token.entry.kind in ("org", "region")
        return _tells_for_what(scan, at) or (listed and thing)
    state = state if then.low == "the" else then
    owned = after.low == "of" and state.entry is not None and state.entry.kind == "state"
    named = starts_title(scan, at) or token.low in scan.words.body_heads
    return token.kind == "N" and not named and ((before.low == "and" and owned) or (before.low == "," and listed))


def _tells_for_what(scan: Scan, at: int) -> bool:
    """ "European Union Affairs", "Haiti policy": whether the name at ``at`` only says what an office is for."""
    return subject_end(scan, at) > at


def _is_diaspora(scan: Scan, at: int) -> bool:
    """ "Minister of African Integration and | Senegalese | Abroad"."""
    entry, abroad = scan.tokens[at].entry, scan.tokens[at + 1]
    people = entry is not None and entry.kind in ("demonym", "nationals")
    return people and abroad.low in scan.words.abroad and abroad.text[:1].isupper()


def whose_diaspora(scan: Scan, at: int, last: int) -> tuple[str, ...]:
    """Whose minister is for "Foreign Affairs and Senegalese Abroad", ``at:last``; nobody where none are told of."""
    entries = (scan.tokens[n].entry for n in range(at, last) if _is_diaspora(scan, n))
    return next(((entry.code,) for entry in entries if entry), ())


def subject_end(scan: Scan, at: int) -> int:
    """Past "EU and Nordic Affairs" at ``at``; ``at`` where the name there is whom the office serves."""
    entry, here = scan.tokens[at].entry, at + 1
    other = scan.tokens[here + 1]
    if scan.tokens[here].low == "and" and (adjective_at(other) or other.low in scan.words.adjectives):
        here += 2
    closed = scan.tokens[here].low in scan.words.subjects and scan.tokens[here].kind in "Nw"
    return here + 1 if closed and entry and entry.kind in ("state", "org", "region") else at


def regions_end(scan: Scan, at: int) -> int:
    """Past what goes on behind a region that ends at ``at``: "Minister for Asia, | the Pacific and Overseas
    Territories", "Europe and | Foreign Affairs"."""
    here = at
    while scan.tokens[here].low in (",", "and"):
        step = here
        while scan.tokens[step].low in (",", "and", "the"):
            step += 1
        entry = scan.tokens[step].entry
        end = step + 1 if entry and entry.kind == "region" else portfolio_end(scan, step)
        if end == step or starts_title(scan, end):
            break
        here = end
    return here


def region_end(scan: Scan, at: int, link: str, head: str) -> int:
    """ "Head of Mordovia Vladimir Volkov": all but the last two of a row of capitals behind ``link``; the whole row
    where a name of two words or more stands behind a comma, "Mayor of Lyon, Jo Lind", "Envoy for Aceh, Jo Lind"; 0
    for another short row and for a ``head`` that is no office of a place."""
    here, town = at, link == "of" and head in scan.words.of_towns
    while scan.tokens[here].kind == "N" and here < at + 6:
        here += 1
    begin = after_courtesy(scan, here + 1)
    place = town or (link == "for" and head in scan.words.sent_heads)
    led = next((n for n in range(at + 1, here + 1) if scan.tokens[n].low in scan.words.honorifics), 0)
    if town and led:
        return led  # "Governor of Jericho H.E. Jo Lind"
    if place and here > at and scan.tokens[here].low == "," and name_end(scan, begin) >= begin + 2:
        return here
    return here - 2 if here - at >= 3 and link == "of" and head in scan.words.of_regions else 0


def past_head(scan: Scan, at: int, last: int) -> tuple[int, str, tuple[str, ...]] | None:
    """The body "Trade Agency" of a "Director of the Trade Agency", where ``at:last`` is the word "Trade"."""
    head, two = scan.tokens[last], f"{scan.tokens[last - 1].low} {scan.tokens[last].low}"  # "Central Bank"
    known = not scan.words.body_heads.isdisjoint((head.low, two))
    named = head.kind in "NU" and known and not starts_title(scan, last)
    body = body_chain(scan, at) if named else None
    if body and body[0] > last:
        return body
    end = _tail_end(scan, last, joined=scan.tokens[at - 1].low == "the")
    return (end, scan.text(at, end), ()) if end > last else None


def _tail_end(scan: Scan, at: int, *, joined: bool = False) -> int:
    """Past the capitalised words at ``at`` that the head of a body or company closes, so that they are nobody's
    name: "Chairman of the National | Flood Relief and Crisis Management Authority", where "and" may stand among
    them if ``joined``; ``at`` where none does."""
    heads = scan.words.body_heads | scan.words.private_heads | scan.words.units | scan.words.organs
    heads -= scan.words.surnames_too  # "Ambassador to Peru Yu Gang"
    here = at
    while here < at + 6:
        token = scan.tokens[here]
        link = joined and token.low in ("and", "&") and here > at and scan.tokens[here + 1].low not in heads
        if token.low in scan.words.honorifics or starts_title(scan, here) or not (token.kind in "NU" or link):
            break
        here += 1
        if token.low in heads:
            more = heads | scan.words.portfolio_ends  # "International Organization | Affairs"
            while scan.tokens[here].kind == "N" and scan.tokens[here].low in more:
                here += 1
            return here
    return at


def its_body(scan: Scan, at: int, last: int) -> int:
    """The end of "CoE Office" in "Head of the CoE Office", where the name ``at:last`` alone is "CoE"; ``last``
    where no body's name goes on."""
    entry, follower = scan.tokens[at].entry, scan.tokens[last]
    whose = entry is not None and entry.kind in ("state", "org", "region") and last == at + 1
    plain = scan.words.plain_bodies - scan.words.verbs_too
    plain |= scan.words.organs if entry and entry.kind == "org" else frozenset()
    if whose and follower.kind == "w" and follower.low in plain:
        return last + 1  # "head of the EU delegation"
    if not whose or follower.kind not in "NU" or starts_title(scan, last):
        return last
    if follower.low in scan.words.portfolio_ends:
        return last + 1  # "Head of NATO Operations"
    body = body_chain(scan, last)
    if body and not body[2] and body[0] <= last + 4:
        return body[0]
    return _tail_end(scan, last)


def part_end(scan: Scan, at: int) -> int:
    """Past "'s Africa bureau" behind a body that ends at ``at``: a part of it, which has the same owner."""
    here = at + 1
    if scan.tokens[at].kind == "w" and scan.tokens[at].low in scan.words.plain_bodies - scan.words.verbs_too:
        return here  # "the Chinese Government delegation"
    while scan.tokens[at].kind == "P" and scan.tokens[here].kind in "NEw" and here < at + 5:
        if scan.tokens[here].low in scan.words.body_heads | scan.words.units:
            return here + 1
        if scan.tokens[here].low in scan.words.function_words or starts_title(scan, here):
            break
        here += 1
    return at


def named_part(scan: Scan, at: int) -> int:
    """Past "'s Rural Unit" behind a name that ends at ``at``, where the one is named who has an office there: "the
    director of the World Bank's Rural Unit, Jo Lind"."""
    end = part_end(scan, at)
    begin = after_courtesy(scan, end + (scan.tokens[end].low == ","))
    named = end > at and scan.tokens[end - 1].kind in "NU" and name_end(scan, begin) >= begin + 2
    return end if named else at


def plain_government(scan: Scan, at: int) -> tuple[int, str, tuple[str, ...]] | None:
    """ "Prime Minister of the transitional government": a government that only an adjective tells apart."""
    here = at + (scan.tokens[at + 1].low == "government")
    plain = scan.tokens[here].low == "government" and all(t.kind == "w" for t in scan.tokens[at : here + 1])
    return (here + 1, scan.text(at, here + 1), ()) if plain else None


def sits_in(scan: Scan, at: int) -> tuple[int, str, tuple[str, ...]] | None:
    """The body in which an official sits by "in the Ministry of Finance of Peru" at ``at``; None where it is no
    such body."""
    begin = at + 1 + (scan.tokens[at + 1].low == "the")
    entry = scan.tokens[begin].entry
    council, link, ministers = scan.tokens[begin : begin + 3]
    cabinet = council.low in scan.words.of_holders and ministers.low in scan.words.cabinets
    if cabinet and link.low == "of" and begin > at + 1:
        return begin + 3, scan.text(begin, begin + 3), ()
    if entry and entry.kind in ("house", "body") and begin > at + 1:
        scan.add("entity", begin, begin + 1, codes=(entry.code,), nested=True)
        return begin + 1, scan.text(begin, begin + 1), (entry.code,)
    body = body_chain(scan, begin) if scan.tokens[begin].kind in "NU" and begin > at + 1 else None
    return body if body and not scan.words.sitting.isdisjoint(body[1].lower().split()) else None
