"""Where the name of a person begins and ends, and which titles are first names."""

from __future__ import annotations

from dragoman.actors.mentions.found import END, MAX_CHAIN, MAX_NAME, PAST, QUOTES, SHORT_ADVERB, Scan

WIDE = 10
"""Blanks between two columns, as under a treaty where each side has signed; the indent of a line is no wider."""


def heads_a_body(scan: Scan, at: int) -> bool:
    """ "General Assembly", "General Labour Union", "Chief Directorate": the word is part of a body's name."""
    follower, then = scan.tokens[at + 1], scan.tokens[at + 2]
    words, private = scan.words, scan.words.private_heads
    if follower.kind in "NU" and scan.tokens[at].low in words.names_too:
        if follower.low in words.companions | words.instrument_nouns:
            return True  # "General Law on Mines", "Peer Review"
        known = follower.low in words.portfolio and then.kind in "NU" and then.low in private | words.body_heads
        if follower.low in private or known:
            return True
    return follower.kind in "NU" and (follower.low in words.body_heads or follower.low == "staff")


def starts_title(scan: Scan, at: int) -> bool:
    low = scan.tokens[at].low
    return low in scan.words.title_heads and not heads_a_body(scan, at) and not is_given_name(scan, at)


def is_given_name(scan: Scan, at: int) -> bool:
    """ "Ambassador Amir Lind", "Dr. Sultan Lind", "Sultan bin Lind": a title that is a first name here; "His
    Highness Amir Lind" has the title."""
    token, follower = scan.tokens[at], scan.tokens[at + 1]
    if token.low not in scan.words.given_titles or not token.text[:1].isupper():
        return False
    before = scan.tokens[at - 2] if at > 1 and scan.tokens[at - 1].kind == "." else scan.tokens[at - 1]
    held = before.low in scan.words.title_heads | scan.words.honorifics and before.low not in scan.words.royal
    held = held or (before.kind == "N" and before.low in scan.words.portfolio)  # "Minister of Trade Shah Lind"
    alone = token.low in scan.words.given_alone and not _shows_title(scan, at)
    if follower.kind == "w":
        return follower.low in scan.words.first_particles
    return follower.kind == "N" and (alone or (at > 0 and (held or follower.text in ("Al", "Bin"))))


def _shows_title(scan: Scan, at: int) -> bool:
    """ "The Amir Lind", "Qatar's Amir Lind", "Amir Sheikh Lind": whether what stands beside a title that is a first
    name as well shows the title."""
    before = scan.tokens[at - 1] if at else END
    owned = before.kind in "PE" or before.low in scan.words.royal | scan.words.owned | scan.words.title_modifiers
    return owned or scan.tokens[at + 1].low in scan.words.honorifics | scan.words.title_heads


def is_person_here(scan: Scan, at: int) -> bool:
    """ "Michael Jordan", "Chad Smith", "Defense Minister Israel Katz": a country's name inside a person's."""
    token, before, follower = scan.tokens[at], scan.tokens[at - 1] if at else END, scan.tokens[at + 1]
    if token.text not in scan.words.names_of_people:
        return False
    if before.text in scan.words.given_names or (before.low in scan.words.honorifics and before.text[0].isupper()):
        return True
    if before.low == "." and at > 1 and scan.tokens[at - 2].low in scan.words.honorifics:
        return True
    if token.text in scan.words.given_too and follower.kind == "N" and _may_be_name(scan, at + 1):
        low = follower.low
        known = scan.words.portfolio | scan.words.instrument_nouns | scan.words.companions | scan.words.adjectives
        known |= scan.words.money  # "Kenya KES 500"
        heads = scan.words.body_heads | scan.words.private_heads  # "Kenya Medical Supplies Authority"
        sent = scan.words.title_heads | scan.words.body_heads  # "the Delegation to Georgia Jo Lind"
        away = at > 1 and before.low == "to" and scan.tokens[at - 2].low.rpartition(" ")[2] in sent
        away = away or before.low in ("in", "from", "of")
        if low not in known and not away and not runs_into(scan, at + 1, heads):
            return True
    titled = before.low in scan.words.title_heads and before.text[:1].isupper()
    return titled and follower.kind == "N" and follower.low not in scan.words.title_heads


def runs_into(scan: Scan, at: int, heads: frozenset[str]) -> bool:
    """Whether one of ``heads`` is among the capitalised words that begin at ``at``."""
    here = at
    while here < at + MAX_NAME and scan.tokens[here].kind in "NU":
        if scan.tokens[here].low in heads:
            return True
        here += 1
    return False


def name_end(scan: Scan, at: int) -> int:
    """The end of a person's name that starts at ``at``; ``at`` itself when none does."""
    here, last = at, at
    if scan.tokens[at].low in scan.words.agencies:
        return at + 1
    while here < at + MAX_NAME:
        token = scan.tokens[here]
        if here > at and token.start - scan.tokens[here - 1].end > WIDE:
            break
        if (
            token.kind == "I"
            or (token.kind in "NU" and _may_be_name(scan, here))
            or (token.kind == "E" and token.text in scan.words.names_of_people and (last > at or here == at))
            or (here == last > at and (_is_within_a_name(scan, here) or _is_behind_particle(scan, here)))
            or (here == at and _is_surname_too(scan, here))
            or _is_bare_initial(scan, here)
            or (last > at and token.text == "I" and scan.tokens[here + 1].low == "of")  # "King Jo I of Peru"
        ):
            here += 1
            last = here
        elif (token.kind == "." and last > at and scan.tokens[here - 1].low in scan.words.honorifics) or (
            token.kind == "w"
            and token.low in scan.words.particles
            and (last > at or token.low in scan.words.first_particles)
            and scan.tokens[here + 1].kind in "Nw"
        ):
            here += 1
        elif here == last > at and _is_nickname(scan, here):
            here = last = here + 3
        else:
            break
    if last == at + 1 and scan.tokens[at].kind == "I":
        return at
    last += _closes_name(scan, at, last)
    if last > at and scan.tokens[last].low == "," and scan.tokens[last + 1].low.strip(".") in scan.words.suffixes:
        last += 2 + (scan.tokens[last + 2].kind == "." and scan.tokens[last + 1].low in ("jr", "sr"))
    return last


def _is_surname_too(scan: Scan, at: int) -> bool:
    """ "Lord | Melbourne": a town's or a state's name behind a form of address."""
    token, before = scan.tokens[at], scan.tokens[at - 1 - (scan.tokens[at - 1].kind == ".")]
    place = token.entry is not None and token.entry.kind in ("seat", "state") and token.text.istitle()
    led = before.low in scan.words.surname_follows and before.text.istitle()
    return at > 0 and place and led and " " not in token.text


def _closes_name(scan: Scan, at: int, last: int) -> bool:
    """ "By spokesman Jo | Togo.": whether a state's name that closes a clause behind a title in lower case and one
    word of a name is the surname."""
    title, token = scan.tokens[at - 1], scan.tokens[last]
    titled = at > 0 and title.kind == "w" and title.low in scan.words.title_heads
    state = token.entry is not None and token.entry.kind == "state" and token.text.istitle()
    one = last == at + 1 and scan.tokens[at].kind == "N" and " " not in token.text
    return titled and state and one and scan.tokens[last + 1].kind in ".,;"


def is_initial(scan: Scan, at: int) -> bool:
    """ "M. K. Perera", "Dr. M. Silva": a letter that is a form of address elsewhere, "M. Perera"."""
    low = scan.tokens[at].low
    several = "." in low.strip(".")  # "President H.E. Lind"
    if scan.tokens[at].kind != "I" or low not in scan.words.honorifics or several:
        return False
    before = scan.tokens[at - 1 - (scan.tokens[at - 1].kind == ".")] if at else END
    titled = before.low in scan.words.honorifics | scan.words.title_heads
    return titled or scan.tokens[at + 1].kind == "I"


def after_courtesy(scan: Scan, at: int) -> int:
    """Past "Mr", "Dr.", "Lord" before a name; ``at`` where no name follows."""
    here = at + (scan.tokens[at].low == "the")
    while here < at + MAX_CHAIN and scan.tokens[here].text[:1].isupper():
        led = here
        while scan.tokens[led].low in scan.words.courtesy_leads and led < here + MAX_NAME:
            led += 1
        end = courtesy_end(scan, led)
        if end == led or heads_a_body(scan, led):
            break
        here = end
    article = here == at + 1 and scan.tokens[at].low == "the"
    return here if name_end(scan, here) > here and not article else at


def courtesy_end(scan: Scan, at: int) -> int:
    """Past one form of address, "Dr.", "H. E.", "Tan Sri", at ``at``; ``at`` where none stands there."""
    known, ranks = scan.words.honorifics, scan.words.ranks
    if is_initial(scan, at):
        return at
    forms = ((n, scan.text(at, at + n).lower()) for n in (3, 2, 1))
    longest = (at + n for n, form in forms if form in known or form in ranks)
    here = next(longest, at)
    return here + (here > at and scan.tokens[here].kind == "." and scan.tokens[here - 1].kind != ".")


def _is_bare_initial(scan: Scan, at: int) -> bool:
    """ "Dr A B Rahman": a letter without its stop, which is a word elsewhere."""
    token, before = scan.tokens[at], scan.tokens[at - 1 - (scan.tokens[at - 1].kind == ".")]
    led = at > 0 and before.low in scan.words.honorifics and before.text[:1].isupper()
    letter = token.kind == "w" and len(token.text) == 1 and token.text.isupper()
    return led and letter and scan.tokens[at + 1].kind == "N" and _may_be_name(scan, at + 1)


def _is_nickname(scan: Scan, at: int) -> bool:
    """Whether a nickname stands at ``at`` within a name or behind it: "Luis "Lucho" Arce", "Luis (Lucho) Arce",
    "Luis Arce 'Lucho',"."""
    mark, word, end, surname = scan.tokens[at : at + 4]
    quoted = {mark.text, end.text} <= QUOTES | {"'"} and word.kind == "N"
    bracketed = mark.kind == "(" and end.kind == ")" and word.kind == "N" and _may_be_name(scan, at + 1)
    before = scan.tokens[at - 1]
    bracketed = bracketed and before.kind in "NI" and scan.tokens[at + 4].kind not in "(,"
    bracketed = bracketed and before.low not in scan.words.portfolio  # "Justice (Red) Jo Lind"
    behind = quoted and surname.kind == "," and scan.tokens[at - 2].kind in "NI"
    return behind or ((quoted or bracketed) and surname.kind == "N" and _may_be_name(scan, at + 3))


def _is_behind_particle(scan: Scan, here: int) -> bool:
    """ "Rosa Del | Monaco": a state's name in a surname behind a capitalised particle."""
    token, before = scan.tokens[here], scan.tokens[here - 1]
    one = token.kind == "E" and " " not in token.text and not token.text.isupper()
    return one and before.kind == "N" and before.text.istitle() and before.low in scan.words.particles


def _is_within_a_name(scan: Scan, at: int) -> bool:
    """Whether what may be a title is part of the name before it: "Hassan Sheikh Mohamud", "Hun Sen"."""
    if scan.tokens[at].text.lower() in scan.words.ending_names and scan.tokens[at].kind == "N":
        return scan.tokens[at + 1].kind not in ".NU" or scan.tokens[at + 1].low in scan.words.honours
    within = scan.tokens[at].kind == "N" and scan.tokens[at].low in scan.words.within_names
    return within and scan.tokens[at + 1].kind == "N" and _may_be_name(scan, at + 1)


def _may_be_name(scan: Scan, at: int) -> bool:
    low = scan.tokens[at].low
    words = scan.words
    month = low in words.months_too
    if (low in words.function_words and not month) or low in words.body_heads:
        return False
    if low in words.private_heads and low not in words.surnames_too:
        return False
    if low in words.courtesies or low in words.honours:
        return False
    behind_one = at > 0 and scan.tokens[at - 1].kind in "NI"
    if behind_one and low.endswith("ly") and len(low) > SHORT_ADVERB and PAST.search(scan.tokens[at + 1].low):
        return False  # a headline: "Jo Lind | Unjustly Convicted"
    if scan.tokens[at].text in words.own_acronyms and scan.tokens[at + 1].kind == "N":
        return not _may_be_name(scan, at + 1)  # "MoH | Jo Lind"
    return low not in words.title_heads or low in words.surnames_too or is_given_name(scan, at)
