"""The grammar of bodies: "Ministry of Interior of Serbia", "armed forces", "Baylor University"."""

from __future__ import annotations

from dragoman.actors.mentions.found import MAX_CHAIN, Scan, is_past, state_and_acronym, state_behind
from dragoman.actors.mentions.joined import add_states, alike, joins_name, joint_name, spelled_end
from dragoman.actors.mentions.person_names import name_end, runs_into, starts_title
from dragoman.actors.mentions.several import of_each, one_of_each


def body_at(scan: Scan, at: int) -> tuple[int, str, tuple[str, ...]] | None:
    """End, name and own possessor of the body that starts at ``at``."""
    token = scan.tokens[at]
    if token.kind == "E":
        entry = token.entry
        if entry and entry.kind == "body" and not is_party(scan, at + 1):
            last, written, codes = of_whom(scan, at, at + 1)
            return last, known_name(scan, at, codes) or written, codes or (entry.code,)
        return None
    if is_chairing(scan, at) or counts_parts(scan, at):
        return None
    return plain_body(scan, at) if token.kind == "w" else body_chain(scan, at)


def known_name(scan: Scan, at: int, codes: tuple[str, ...]) -> str:
    """What the directory calls the body at ``at``; "" where it is one of another's: "Foreign Office of Chad"."""
    entry = scan.tokens[at].entry
    other = bool(codes) and entry is not None and entry.code not in codes
    return "" if entry is None or (other and not scan.tokens[at].text.isupper()) else entry.name


def is_chairing(scan: Scan, at: int) -> bool:
    """ "Presidency of the Council of the European Union" at ``at``: a term at the head of an organisation, which is
    no body."""
    if scan.tokens[at].low not in scan.words.chairing or scan.tokens[at + 1].low != "of":
        return False
    entry = scan.tokens[at + 2 + (scan.tokens[at + 2].low == "the")].entry
    return entry is not None and entry.kind in ("org", "body")


def counts_parts(scan: Scan, at: int) -> bool:
    """ "27 | Departments of Peru", "three | Ministries": so many of them, and no body of that name."""
    before, noun = scan.tokens[at - 1] if at else scan.tokens[at], scan.tokens[at]
    number = before.kind == "#" or before.low in {*scan.words.few, *scan.words.numbers}
    return number and noun.kind == "N" and noun.low in scan.words.counted_bodies


def is_party(scan: Scan, at: int) -> bool:
    """ "Congress | Party": whether a body's head is only the name of the party that follows."""
    return scan.tokens[at].kind == "N" and scan.tokens[at].low == "party"


def plain_body(scan: Scan, at: int) -> tuple[int, str, tuple[str, ...]] | None:
    """ "armed forces", "foreign ministry", "military"."""
    for here in range(at, at + 4):
        token = scan.tokens[here]
        if token.kind not in "wN":
            return None
        two = f"{token.low} {scan.tokens[here + 1].low}"
        if two in scan.words.plain_bodies:
            return of_whom(scan, at, here + 2)
        if token.low in scan.words.plain_bodies or token.low in scan.words.bare_bodies:
            if _heads_next(scan, here):
                continue
            nobody = describes_next(scan, here) or is_condition(scan, at, here)
            return None if nobody else of_whom(scan, at, here + 1)
        if token.low not in scan.words.portfolio and token.low not in scan.words.title_modifiers and here > at:
            return None
        if token.low in scan.words.function_words:
            return None
    return None


def _heads_next(scan: Scan, at: int) -> bool:
    """ "The military | junta": whether a word for a body stands before another and says which it is."""
    word, follower = scan.tokens[at : at + 2]
    both = word.low in scan.words.described_too & scan.words.plain_bodies and follower.kind == "w"
    known = scan.words.plain_bodies - scan.words.bare_bodies - scan.words.described_too
    return both and follower.low in known


def describes_next(scan: Scan, at: int) -> bool:
    """ "The official | visit", "the press | conference", "the state | border": a word for those who serve a state,
    a body or a group that is an adjective here; but "police | officers", who are of it."""
    token, follower, words = scan.tokens[at], scan.tokens[at + 1], scan.words
    if follower.low in words.qualities.get(token.low, ()):
        return True
    if token.low not in words.described_too:
        return False
    official = token.low == "official" and follower.kind == "N"
    if official and (follower.low in words.portfolio or (token.text.islower() and name_end(scan, at + 1) < at + 3)):
        return True  # "Official | Development Assistance", "the official | Facebook page"
    theirs = words.group_heads | words.title_heads | words.bare_bodies | words.of_body
    if token.low in words.plain_bodies and follower.low in theirs:
        return False
    if follower.entry and follower.entry.kind == "demonym":
        return token.low not in words.plain_bodies  # "the official Cuban news agency"
    apart = words.seat_verbs | words.speech | words.prepositions | words.conjunctions | words.no_predicates
    adverb = follower.low in words.no_nouns or follower.low.endswith(words.adverb_endings)
    other = adverb or follower.low in apart | words.speaking | words.auxiliaries or is_past(follower, words)
    object_ = words.definite | words.pronouns.keys() | {"a", "an"}
    then = scan.tokens[at + 2]
    known = follower.low.removesuffix("s") in words.no_nouns  # "the military takes power", "military acts ended"
    verb = then.low in object_ or (known and then.low not in words.prepositions and not is_past(then, words))
    other = other or (follower.low.endswith("s") and verb)  # "the state offers its"
    return follower.kind == "w" and not other


def is_condition(scan: Scan, at: int, here: int) -> bool:
    """Whether the noun at ``here`` of a phrase that begins at ``at`` tells how things are or are done and no body:
    "the state of play", "the administration of justice", "leadership on climate", "the visa regime"."""
    noun, link, follower = scan.tokens[here : here + 3]
    if noun.low == "regime" and here > at:
        return scan.tokens[here - 1].low in scan.words.rules_too
    if noun.low == "leadership":
        dated = follower.kind == "#" or (follower.kind == "w" and follower.text[:1].isupper())  # "on Monday"
        return _is_under(scan, here) or link.low in ("role", "roles") or (link.low == "on" and not dated)
    if noun.low == "state" and link.low == "and" and scan.tokens[here + 3].low == "of":
        return True  # "the state and prospects of ties"
    if noun.low not in ("state", "administration") or link.low != "of":
        return False
    step = here + 2 + (follower.low == "the")
    named = scan.tokens[step].entry
    if noun.low == "administration":
        titled = scan.tokens[step].low in scan.words.title_modifiers and starts_title(scan, step + 1)
        return scan.tokens[step].kind == "w" and not titled  # but "the administration of former President X"
    goes_on = scan.tokens[step + 1].kind in "-P" or scan.tokens[step + 1].low == "and"
    return not named or named.kind == "demonym" or goes_on


def _is_under(scan: Scan, here: int) -> bool:
    """ "Under the wise | leadership", and not "Under pressure, the | leadership", "Under Lind the | leadership"."""
    before = [t.low for t in scan.tokens[max(0, here - 4) : here]]
    between = before[before.index("under") + 1 :] if "under" in before else [","]
    return "," not in between and "the" not in between[1:]


def of_whom(scan: Scan, at: int, here: int) -> tuple[int, str, tuple[str, ...]]:
    """Adds "of Serbia" or "of the Republic of Serbia" to a body that ends at ``here``, "of Chad and Mali" to
    several: "the governments". What only praises or counts it is no part of its name, "seven-member |"."""
    begin = at + (here > at + 1 and scan.tokens[at].kind == "w" and _only_tells(scan, scan.tokens[at].low))
    if scan.tokens[here].low == "of":
        next_ = here + 1 + (scan.tokens[here + 1].low == "the")
        entry = scan.tokens[next_].entry
        seat = entry is not None and entry.kind == "seat" and scan.tokens[here - 1].low in scan.words.seat_heads
        if entry and (seat or entry.kind in ("state", "org")):
            scan.add("entity", next_, next_ + 1, codes=(entry.code,), nested=True)
            several = scan.tokens[here - 1].low in scan.words.reference["plural"]
            last, codes = of_each(scan, next_ + 1, (entry.code,)) if several else (next_ + 1, (entry.code,))
            return last, scan.text(begin, here), codes
    return here, scan.text(begin, here), ()


def _only_tells(scan: Scan, word: str) -> bool:
    """ "Valiant", "worn-out", "own", "seven-member": how a body is or how many they are, and not which one."""
    return word in scan.words.telling["words"] or word.endswith(tuple(scan.words.telling["endings"]))


def _follows_head(scan: Scan, at: int) -> bool:
    """ "Federal Security Service | Alexander Bortnikov": a name after a body's head noun is not part of it."""
    head = scan.tokens[at - 1].low
    if head not in scan.words.body_heads and head not in scan.words.lands:
        return False
    low = scan.tokens[at].low  # "Police Service | Academy" goes on
    return not any(low in more for more in (scan.words.portfolio, scan.words.body_heads, scan.words.units))


def _is_place_name(scan: Scan, at: int, here: int) -> bool:
    """Whether the words before a part of a state are its name: "Perm Region", not "Western Region"."""
    return all(
        t.low not in scan.words.adjectives and t.low not in scan.words.function_words for t in scan.tokens[at:here]
    )


def body_chain(scan: Scan, at: int) -> tuple[int, str, tuple[str, ...]] | None:
    """Capitalised words with a body's head noun among them, and what hangs on by of, for, on, and."""
    codes: tuple[str, ...] = ()
    here, last, name_last, head = at, at, at, False
    while here < at + MAX_CHAIN:
        token, follower = scan.tokens[here], scan.tokens[here + 1]
        if head and len(token.text) == 1 and follower.kind == "-":
            break  # "Air Force C-130"
        if head and (token.low in scan.words.honorifics or _names_a_person(scan, here)):
            break  # "Ministry of Foreign Affairs Dr. X"
        two = f"{scan.tokens[here - 1].low} {token.low}" if here > at else ""  # "Consulate General"
        apart = head and (starts_title(scan, here) or _follows_head(scan, here)) and two not in scan.words.body_heads
        if token.kind in "NU" and not apart:
            head = head or bool({token.low, two} & scan.words.body_heads) or token.low in ("government", "side")
            head = head or (here > at and token.low in scan.words.lands and _is_place_name(scan, at, here))
            here += 1
            last = name_last = here
        elif here > at and token.entry and token.entry.kind == "body" and token.low in scan.words.body_heads:
            head = True  # "National Congress", of which "Congress" alone is another's
            here += 1
            last = name_last = here
        elif head and token.low == "affairs" and scan.tokens[here - 1].kind == "N":
            here += 1  # "Ministry of Foreign affairs"
            last = name_last = here
        elif head and token.kind == "w" and token.text[:1].isupper() and token.low in scan.words.portfolio:
            here += 1  # "Water Resources", whose second word opens headings as well
            last = name_last = here
        elif head and token.entry and token.entry.kind == "region" and _ends_in_head(scan, here):
            here += 1  # "Special Operations Command Europe"
            last = name_last = here
        elif token.kind == "P" and follower.kind == "N" and scan.tokens[here - 1].low in scan.words.possessed:
            here += 1
        elif token.low == "of" and (end := _of_holders(scan, here)):
            here = last = name_last = end
            head = True  # "Conference of Foreign Ministers"
        elif token.low in ("and", ",") and not head and (end := joint_name(scan, at, here)):
            here = end
        elif token.low == "and" and head and alike(scan, here):
            here += 1
        elif token.low in ("of", "for", "on", "to", "against") and head:
            if token.low == "to" and scan.tokens[here - 1].low not in scan.words.bodies_to:
                break
            skip = here + 1 + (follower.low == "the")
            entry = scan.tokens[skip].entry
            if entry and entry.kind in ("state", "org"):
                scan.add("entity", skip, skip + 1, codes=(entry.code,), nested=True)
                codes = (entry.code,) if token.low == "of" else codes
                last = skip + 1
                break
            if scan.tokens[skip].kind not in "NU" or starts_title(scan, skip + (scan.tokens[skip].low == "prime")):
                break  # "Government of Prime Minister X"
            here = skip
        elif token.low in ("and", ",", "&") and head and here > at + 1:
            skipped = ("and", "the", "of") if token.low == "and" else ("and", "the")
            step = here + 1 + (follower.low in skipped)
            if scan.tokens[step].low not in scan.words.portfolio or scan.tokens[step].kind != "N":
                break
            apart = follower.low == "the"
            if apart and not any(t.low in ("of", "for") for t in scan.tokens[at:here]):
                break  # "the Coast Guard and the Navy"
            begin = step if token.low == "," else step + 1  # "of Justice and the Police" is one
            if token.low == "," and scan.tokens[here - 1].low in scan.words.lands:
                break  # "Perm Region, the Foreign Ministers"
            many = scan.tokens[step].low in scan.words.of_holders | scan.words.bare_bodies
            other = many or _heads_its_own(scan, begin, apart=apart)
            bank = scan.tokens[step + 1].low == "bank"  # "City Council and Development Bank"
            if bank or (other and (apart or token.low == ",")):
                break  # "the Planning Commission, the Supreme Court"
            here = step
        else:
            break
    if head and all(t.kind in "NU" for t in scan.tokens[at:last]) and _names_a_scheme(scan, last):
        return None
    if is_party(scan, last):
        return None
    if head and not codes and (behind := state_and_acronym(scan.tokens, last)):
        codes = (behind[0],)
    if head and not codes and (owner := _owner_behind_brackets(scan, last)):
        codes = (owner,)
    if scan.tokens[at].low in scan.words.seated and not codes and (code := state_behind(scan.tokens, last)):
        codes = (code,)
    if head and not codes and (end := spelled_end(scan, at)) > last:
        add_states(scan, last, end)
        last = name_last = end
    name = scan.text(at, name_last)
    if codes and (one := one_of_each(scan, name)):
        last, each = of_each(scan, last, codes)
        name, codes = (one if len(each) > len(codes) else name), each
    return (last, name, codes) if head else None


def _owner_behind_brackets(scan: Scan, at: int) -> str:
    """Whose a body is that ends before ``at``, "Ministry of Transport | (MOT) of Chad"; "" where none is named."""
    opens, acronym, closes, link, follower = scan.tokens[at : at + 5]
    state = scan.tokens[at + 4 + (follower.low == "the")].entry
    bracketed = opens.kind == "(" and acronym.text.isupper() and closes.kind == ")" and link.low == "of"
    return state.code if bracketed and state and state.kind == "state" else ""


def _of_holders(scan: Scan, at: int) -> int:
    """The end of "of Permanent Representatives" at ``at`` behind "Committee": whom the body is made of; 0 where it
    is not there or they are named."""
    here = at + 1 + (scan.tokens[at + 1].low == "the")
    while scan.tokens[here].kind in "NU" and scan.tokens[here].low in scan.words.title_modifiers:
        here += 1
    entry = scan.tokens[here].entry
    here += entry is not None and entry.kind == "body"  # "Committee of Security Council Secretaries"
    holder = scan.tokens[here]
    many = holder.kind in "NU" and holder.low.endswith("s") and holder.low in scan.words.title_heads
    made_of = many and scan.tokens[at - 1].low in scan.words.of_holders
    return here + 1 if made_of and name_end(scan, here + 1) == here + 1 else 0


def _names_a_person(scan: Scan, here: int) -> bool:
    """ "Ministry of Finance | Madhu Kumar Rao": two or more strange names follow what the body is for."""
    end = name_end(scan, here)
    words = scan.words
    known = words.portfolio | words.companions | words.lands | words.instrument_nouns | words.adjectives
    if scan.tokens[here - 1].low not in words.portfolio or end < here + 2 or scan.tokens[end].kind in "NUE":
        return False
    return known.isdisjoint(t.low for t in scan.tokens[here:end])


def _heads_its_own(scan: Scan, here: int, *, apart: bool) -> bool:
    """Whether the capitalised words at ``here`` have a body's head of their own: "Trade Agency", and ``apart`` by
    an article "Supreme Court", whose head tells what an office is for as well."""
    limit = here + MAX_CHAIN
    while here < limit and (scan.tokens[here].kind in "NU" or (apart and _goes_through(scan, here))):
        low = scan.tokens[here].low
        if low in scan.words.body_heads and (apart or low not in scan.words.portfolio):
            return True
        here += 1
    return False


def unit_end(scan: Scan, at: int) -> int:
    """The end of "Victim Support Unit" or "Institute of Chemistry" at ``at``, a part of a body or organisation; 0
    where none is named."""
    here = last = at
    while here < at + MAX_CHAIN and scan.tokens[here].kind in "NU" and not starts_title(scan, here):
        here += 1
        last = here if scan.tokens[here - 1].low in scan.words.units else last
    whole = organisation_end(scan, at) if scan.tokens[last].low in ("of", "for") else 0
    return max(last, whole) if max(last, whole) > at + 1 else 0


def _goes_through(scan: Scan, here: int) -> bool:
    """Whether a token stands within a body's name: "Economic | and | Social Council", "People | 's | Court"."""
    possessed = scan.tokens[here].kind == "P" and scan.tokens[here - 1].low in scan.words.possessed
    return possessed or scan.tokens[here].low == "and"


def _names_a_scheme(scan: Scan, here: int) -> bool:
    """ "Police | Development Programme", "Military | Training Agreement": a thing's name goes on at ``here``."""
    before, limit = scan.tokens[here - 1], here + MAX_CHAIN
    while here < limit and scan.tokens[here].kind in "NU" and not starts_title(scan, here):
        before = scan.tokens[here]
        here += 1
    return before.kind in "NU" and before.low in scan.words.schemes


def _ends_in_head(scan: Scan, here: int) -> bool:
    """Whether the word before ``here`` is the head of a body's name, written with a capital."""
    before = scan.tokens[here - 1]
    return before.kind in "NU" and before.low in scan.words.body_heads


def bank_at(scan: Scan, at: int) -> tuple[int, str, tuple[str, ...]] | None:
    """End, name and owner of a state's bank, "Bank of Ghana"; None where there is none."""
    end = organisation_end(scan, at)
    owner = scan.tokens[end - 1].entry if end else None
    if not owner or owner.kind != "state" or "bank" not in scan.text(at, end).lower():
        return None
    return end, scan.text(at, end), (owner.code,)


def is_double_name(scan: Scan, here: int) -> bool:
    """Whether the hyphen at ``here`` joins a capital to the word behind it: "Kyiv-Mohyla Academy"."""
    before, hyphen, behind = scan.tokens[here - 1 : here + 2]
    glued = hyphen.kind == "-" and before.end == hyphen.start and hyphen.end == behind.start
    return glued and behind.kind == "N" and before.entry is not None and before.entry.kind == "seat"


def _is_of_people(scan: Scan, here: int) -> bool:
    """Whether the apostrophe at ``here`` tells of which people a private body is: "Pacific People | 's | Union"."""
    people, mark, head = scan.tokens[here - 1 : here + 2]
    known = people.low in scan.words.possessed or people.low in scan.words.people_nouns
    return mark.kind == "P" and people.kind == head.kind == "N" and known


def organisation_end(scan: Scan, at: int) -> int:
    """The end of a private organisation's name: "Baylor University", "Ethiopian Airlines"; 0 when none."""
    here, head, heads = at, False, scan.words.private_heads
    while here < at + MAX_CHAIN:
        token = scan.tokens[here]
        inside = token.entry is not None and (here > at or token.entry.kind in ("demonym", "state", "seat", "region"))
        if here > at and starts_title(scan, here):
            break  # "British Airways CEO Jo Lind"
        if token.kind in "NUI" or inside:
            party = inside and token.low.endswith(" party")  # "Social | Democratic Party"
            head = head or party or token.low in heads
            here += 1
        elif token.low in ("of", "for", "&", "and") and scan.tokens[here + 1].kind in "NUE" and here > at:
            if token.low == "and" and not head and not joins_name(scan, at, here):
                break
            if token.low == "and" and head and scan.tokens[here + 1].low not in scan.words.portfolio:
                break
            if token.low == "and" and scan.tokens[here - 1].low in heads and runs_into(scan, here + 1, heads):
                break  # "the Sports Organization and European Athletics Association"
            here += 1
        elif here > at and (is_double_name(scan, here) or _is_of_people(scan, here)):
            here += 1
        else:
            break
    while here > at and scan.tokens[here - 1].low in ("and", "of", "for", "&"):
        here -= 1  # "the NATO Summit and | President X"
    end = spelled_end(scan, at)
    if end > here and any(t.low in heads for t in scan.tokens[at:end]):
        add_states(scan, here, end)
        return end
    return here if head and here > at + 1 and not (here == at + 2 and _is_side(scan, at)) else 0


def _is_side(scan: Scan, at: int) -> bool:
    """ "The Kenyan Party shall pay", "Either Party may": whether a maker of a treaty is called so, no organisation."""
    whose, head = scan.tokens[at : at + 2]
    owned = whose.entry is not None and whose.entry.kind == "demonym"
    return head.low == "party" and (owned or whose.low in scan.words.of_parties)
