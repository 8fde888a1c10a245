"""Phrases for several parties, "the two countries", "all states of Central Asia": where they end."""

from __future__ import annotations

import re

from dragoman.actors.mentions.found import Scan

ADJECTIVE = re.compile(r"(?:..(?:al|ic|[^e]ed|ive|ous|ian|ern|ary|ory|able|ible|ant|ent|ful|less)|young)$")


def collective_at(scan: Scan, at: int) -> tuple[str, int]:
    """The phrase for several parties at ``at`` and its end, past what describes them; "" and ``at`` where there is
    none."""
    found = _of_region(scan, at) or _of_governments(scan, at) or _described_collective(scan, at)
    return found or _plain_collective(scan, at)


def _of_region(scan: Scan, at: int) -> tuple[str, int] | None:
    """ "All five countries in | Central Asia", "the states of the | South Caucasus": all of a region whose states
    the words list, by that region's name in the list; of "countries in" it some may be meant."""
    here, few, numbers = at, scan.words.few, scan.words.numbers
    while (low := scan.tokens[here].low) in ("all", "the") or low in few or low in numbers:
        here += 1
    noun, link = scan.tokens[here : here + 2]
    if noun.low not in scan.words.groups_of_states:
        return None
    region = here + 2 + (scan.tokens[here + 2].low == "the")
    entry = scan.tokens[region].entry
    every = link.low == "of" or (link.low == "in" and here > at)
    if not entry or entry.kind != "region" or not every:
        return None
    if is_counted(scan, at) or (here == at and scan.tokens[at - 1].kind in "wN-" and not _opens_phrase(scan, at)):
        return None
    phrase = f"countries of {scan.tokens[region].low.removeprefix('the ')}"
    counted = {few.get(t.low, numbers.get(t.low)) for t in scan.tokens[at:here] if t.low in few or t.low in numbers}
    known = scan.words.collective_actors.get(phrase, ())
    return (phrase, region + 1) if known and counted <= {len(known)} else None


def _of_governments(scan: Scan, at: int) -> tuple[str, int] | None:
    """ "The governments of | these countries": the countries."""
    here = at + (scan.tokens[at].low == "the")
    if scan.tokens[here].low != "governments" or scan.tokens[here + 1].low != "of":
        return None
    phrase, last = collective_at(scan, here + 2)
    known = scan.words.collective_kind.get(phrase) in ("pair", "three", "those", "counted")
    return (phrase, last) if known else None


def _described_collective(scan: Scan, at: int) -> tuple[str, int] | None:
    """ "These two | cyclone-affected | countries": past the words that only tell how the two are."""
    here = at + 1 + (scan.tokens[at].low != "both")
    led = scan.text(at, here).lower()
    if led not in scan.words.phrases["of_two"]:
        return None
    begin = here
    while here < begin + 2 and _describes_two(scan, here):
        here += 1
    longer = f"{led} {scan.tokens[here].low}"
    placed = scan.tokens[here + 1].low in ("of", "in")  # "the two largest countries of the region"
    known = here > begin and longer in scan.words.collective_kind and not placed
    return (longer, here + 1) if known else None


def _plain_collective(scan: Scan, at: int) -> tuple[str, int]:
    """The phrase for several parties at ``at`` and its end, "the two friendly | countries" without what the states
    are called out of courtesy; "" and ``at`` where there is none."""
    if scan.tokens[at].low not in scan.words.collectives:
        return "", at
    phrase = scan.phrase(at, scan.words.collectives)
    here = at + 1
    while here < at + 3 and scan.tokens[here].kind == "w" and scan.tokens[here].low not in scan.words.epithets:
        here += 1
    first = here
    while scan.tokens[here].low in scan.words.epithets or (here > first and scan.tokens[here].low == "and"):
        here += 1
    longer = " ".join([*(t.low for t in scan.tokens[at:first]), scan.tokens[here].low])
    if here > first and longer in scan.words.collective_kind:
        return longer, here + 1
    return " ".join(phrase), at + len(phrase)


def goes_on(scan: Scan, here: int) -> bool:
    """ "the Government of Serbia", "the Alliance for Peace": the phrase is only the start of a longer name."""
    token, follower = scan.tokens[here], scan.tokens[here + 1]
    if token.low in ("of", "for", "to", "on") and (follower.kind in "NUE" or follower.low == "the"):
        return True
    if token.low == "of" and follower.low in scan.words.portfolio:
        return True  # "the ministers of finance of Chad and Mali"
    before = scan.tokens[here - 1]
    stately = scan.words.collective_kind.get(f"the {before.low}") == "state"  # "the State | Secretary"
    follows = token.low not in scan.words.title_heads or (stately and before.low in scan.words.title_modifiers)
    return token.kind in "NU" and before.kind == "N" and follows


def is_counted(scan: Scan, at: int) -> bool:
    """ "Two | EU members", "most of | the countries of Central Asia": whether some of many are told of."""
    before = [t for t in scan.tokens[max(0, at - 3) : at] if t.low not in ("of", "the")][-1:]
    some = (scan.words.any_of | scan.words.phrases["part"]) - {"all", "each", "every"}
    known = some | {"several", "both", *scan.words.few, *scan.words.numbers}
    return any(t.kind == "#" or t.low in known for t in before)


def _opens_phrase(scan: Scan, at: int) -> bool:
    """ "Left for | countries of Central Asia", not "rich | countries of Central Asia"."""
    before = scan.tokens[at - 1].low
    return before == "and" or before in scan.words.prepositions


def _describes_two(scan: Scan, at: int) -> bool:
    """Whether a word only tells how the two are who are named already: "the two | warring | parties"; no "European"
    and no "other" says which of many are meant."""
    token = scan.tokens[at]
    plain = token.kind == "w" and not token.text[0].isupper()
    known = token.low in scan.words.phrases["of_any"] or "-" in token.low or bool(ADJECTIVE.search(token.low))
    return plain and known and not is_verb(scan, at)


def is_verb(scan: Scan, at: int) -> bool:
    """ "We have trained diplomats", "the Council exchanged delegations": a verb that looks like an adjective."""
    token, before = scan.tokens[at], scan.tokens[at - 1]
    if before.sentence != token.sentence or not token.low.endswith("ed") or token.low in scan.words.never_verbs:
        return False
    named = before.entry is not None and before.entry.kind in ("state", "org", "body")
    return named or before.kind in "NU" or before.low in scan.words.before_verbs
