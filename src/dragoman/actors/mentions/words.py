"""The words by which mentions are told from other words, from ``data/mentions.yml``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from itertools import product
from typing import Any

from dragoman.datafiles import Entry, data_file
from dragoman.errors import InvalidRecord
from dragoman.months import numbered

Phrases = Mapping[str, Mapping[str, tuple[tuple[str, ...], ...]]]
FILE = "mentions.yml"
PERIOD = re.compile(r"\d{0,4}(?:-\d{0,4})?|-\d{1,4}")


def of(
    *path: str,
    make: Callable[[Any], object] = frozenset,
    read: Callable[[Entry, str], object] = Entry.__getitem__,
    file: str = FILE,
) -> Any:
    """A field that stands under the keys ``path`` of the data file, read by ``read`` and made of that by ``make``.
    Nothing is shared between objects: what is read is read when `words` makes the one there is."""
    return field(metadata={"path": path, "make": make, "read": read, "file": file})


def sets(lists: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    return {word: frozenset(many) for word, many in lists.items()}


def rows(lists: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    return {word: tuple(many) for word, many in lists.items()}


def joined(lists: Mapping[str, Iterable[str]]) -> frozenset[str]:
    return frozenset(word for many in lists.values() for word in many)


def by_word(lists: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Each word of the lists with the key of its list."""
    return {word: kind for kind, many in lists.items() for word in many}


def money_names(table: Entry) -> frozenset[str]:
    """The codes, marks and names of one word that money has, in lower case: "rwf", "kshs", "naira"."""
    named = (form for forms in table.lists("names").values() for form in forms)
    forms = (*table["codes"], *table.texts_or_null("signs"), *table.texts_or_null("after"), *named)
    return frozenset(form.lower() for form in forms if form.isalpha())


def by_first_words(phrases: Iterable[str]) -> Phrases:
    """Phrases as tuples of words, under their first and second word (``""`` for one word), the longest first."""
    found: dict[str, dict[str, list[tuple[str, ...]]]] = {}
    for phrase in sorted(set(phrases), key=lambda p: (-len(p.split()), p)):
        parts = tuple(phrase.lower().split())
        found.setdefault(parts[0], {}).setdefault(parts[1] if len(parts) > 1 else "", []).append(parts)
    return {first: {second: tuple(m) for second, m in many.items()} for first, many in found.items()}


def kinds_of(collectives: Entry) -> dict[str, str]:
    """Each definite phrase with what it stands for: "the two countries" a pair."""
    named = {kind: collectives.may_have(kind) for kind in collectives if kind not in ("actors", "pronouns", "counted")}
    counted = collectives.part("counted")
    phrases = map(" ".join, product(counted["leads"], counted.numbers("numbers"), counted["nouns"]))  # "the six states"
    return dict.fromkeys(phrases, "counted") | by_word(named) | dict.fromkeys(collectives.part("actors"), "actors")


def years(period: str | int) -> tuple[int, int]:
    """``1963-1964`` as two years, ``-1922`` from the year 0; YAML reads the latter as a number."""
    first, _, last = str(period).partition("-")
    return int(first or 0), int(last or 9999)


def times(had: Entry) -> dict[str, dict[str, tuple[tuple[int, int], ...]]]:
    """When states had what they lack now."""
    return {code: {word: periods(words, word) for word in words} for code, words in had.each().items()}


def periods(words: Entry, word: str) -> tuple[tuple[int, int], ...]:
    """The periods that stand under ``word``. Raises `InvalidRecord` for what is none."""
    found = words.raw(word)
    if not isinstance(found, list) or not all(PERIOD.fullmatch(str(one)) for one in found):
        raise InvalidRecord(f"{words.place}.{word}: expected a list of periods, as '[1963-1964, -1922, 2001-]'")
    return tuple(map(years, found))


def openers_of(raw: Entry) -> frozenset[str]:
    """The words in lower case with which a mention may begin."""
    titles, bodies, collectives = (raw.part(key) for key in ("titles", "bodies", "collectives"))
    phrases = (*kinds_of(collectives), *raw["groups"], *bodies.texts("plurals"))
    lists = (titles["heads"], titles["modifiers"], raw.part("grammar")["definite"], raw["group_heads"])
    words = {word for many in (*lists, raw["described_groups"], bodies["unarticled"]) for word in many}
    return frozenset(
        words | joined(collectives.lists("pronouns")) | {p.split()[0].lower() for p in phrases} | {"two", "both"}
    )


@dataclass(frozen=True, slots=True)
class Words:
    """Sets of lower-case words, phrases by their first two words (longest first), and names by what they stand for."""

    title_heads: frozenset[str] = of("titles", "heads")
    title_modifiers: frozenset[str] = of("titles", "modifiers")
    generic_titles: frozenset[str] = of("titles", "generic")
    short_titles: Mapping[str, str] = of("titles", "short", make=dict, read=Entry.texts)
    unsure_titles: frozenset[str] = of("titles", "unsure")
    epithets: frozenset[str] = of("titles", "epithets")
    honorifics: frozenset[str] = of("titles", "honorifics")
    ranks: frozenset[str] = of("titles", "ranks")
    colleagues: frozenset[str] = of("titles", "colleagues")
    partners: frozenset[str] = of("titles", "partners")
    peers: frozenset[str] = of("titles", "peers")
    objects_follow: frozenset[str] = of("grammar", "objects_follow")
    clauses_follow: frozenset[str] = of("grammar", "clauses_follow")
    speech: frozenset[str] = of("grammar", "speech")
    speaking: frozenset[str] = of("grammar", "speaking")
    asking: frozenset[str] = of("grammar", "asking")
    courtesy_leads: frozenset[str] = of("titles", "courtesy_leads")
    majesties: Mapping[str, frozenset[str]] = of("titles", "majesties", make=sets, read=Entry.lists)
    monarchs: frozenset[str] = of("titles", "majesties", make=joined, read=Entry.lists)
    called_titles: Mapping[str, frozenset[str]] = of("titles", "called", make=sets, read=Entry.lists)
    called_alone: Mapping[str, frozenset[str]] = of("titles", "alone", make=sets, read=Entry.lists)
    after_titles: frozenset[str] = of("titles", "after")
    of_towns: frozenset[str] = of("titles", "of_towns")
    of_regions: frozenset[str] = of("titles", "of_regions")
    below: frozenset[str] = of("titles", "below")
    spouses: frozenset[str] = of("titles", "spouses")
    consorts: frozenset[str] = of("titles", "consorts")
    relatives: frozenset[str] = of("titles", "relatives")
    months_too: frozenset[str] = of("names", "months_too")
    months_mostly: frozenset[str] = of("names", "months_mostly")
    particles: frozenset[str] = of("names", "particles")
    first_particles: frozenset[str] = of("names", "first")
    courtesies: frozenset[str] = of("names", "courtesies")
    suffixes: frozenset[str] = of("names", "suffixes")
    honours: frozenset[str] = of("names", "honours")
    agencies: frozenset[str] = of("names", "agencies")
    given_titles: frozenset[str] = of("names", "given")
    given_alone: frozenset[str] = of("names", "given_alone")
    surname_follows: frozenset[str] = of("names", "surname_follows")
    surnames_too: frozenset[str] = of("names", "titles_too")
    within_names: frozenset[str] = of("names", "within")
    ending_names: frozenset[str] = of("names", "ending")
    words_too: frozenset[str] = of("names", "words_too")
    owned: frozenset[str] = of("grammar", "owned")
    definite: frozenset[str] = of("grammar", "definite")
    addressed: frozenset[str] = of("grammar", "addressed")
    speeches: frozenset[str] = of("speeches")
    prepositions: frozenset[str] = of("grammar", "prepositions")
    conjunctions: frozenset[str] = of("grammar", "conjunctions")
    auxiliaries: frozenset[str] = of("grammar", "auxiliaries")
    before_verbs: frozenset[str] = of("grammar", "before_verbs")
    predicates: frozenset[str] = of("grammar", "predicates")
    never_verbs: frozenset[str] = of("grammar", "never_verbs")
    adverb_endings: tuple[str, ...] = of("grammar", "adverb_endings", make=tuple)
    no_nouns: frozenset[str] = of("grammar", "no_nouns")
    past_verbs: frozenset[str] = of("grammar", "past")
    verbs_too: frozenset[str] = of("grammar", "verbs_too")
    generic_bodies: frozenset[str] = of("bodies", "generic")
    groups_of_states: frozenset[str] = of("groups_of_states")
    copulas: frozenset[str] = of("titles", "copulas")
    with_as: frozenset[str] = of("titles", "with_as")
    put_in: frozenset[str] = of("titles", "put_in")
    arrives: frozenset[str] = of("titles", "arrives")
    lately: frozenset[str] = of("titles", "lately")
    at_times: frozenset[str] = of("titles", "at_times")
    staff: frozenset[str] = of("titles", "staff")
    any_heads: frozenset[str] = of("titles", "any_heads")
    sent_to: frozenset[str] = of("titles", "sent_to")
    sent_where: frozenset[str] = of("titles", "sent_where")
    accredited: list[str] = of("titles", "accredited", make=list)  # noqa: RUF009
    sent: frozenset[str] = of("titles", "sent")
    office_links: frozenset[str] = of("titles", "links")
    sitting: frozenset[str] = of("titles", "sitting")
    aides: frozenset[str] = of("titles", "aides")
    sent_heads: frozenset[str] = of("titles", "sent_heads")
    only_named: frozenset[str] = of("titles", "only_named")
    envoys: tuple[str, ...] = of("titles", "envoys", make=tuple)
    one_holder: frozenset[str] = of("titles", "one_holder")
    for_ambassadors: frozenset[str] = of("titles", "for_ambassadors")
    principals: frozenset[str] = of("titles", "principals")
    plainly: Mapping[str, str] = of("titles", "plainly", make=dict, read=Entry.texts)
    also_called: Mapping[str, list[str]] = of("titles", "also_called", make=dict, read=Entry.lists)
    any_of: frozenset[str] = of("titles", "any_of")
    of_parties: frozenset[str] = of("titles", "of_parties")
    bygone: frozenset[str] = of("titles", "bygone")
    coming: frozenset[str] = of("titles", "coming")
    world_offices: Mapping[str, str] = of("titles", "world_offices", make=dict, read=Entry.texts)
    world_bodies: tuple[str, ...] = of("titles", "world_bodies", make=tuple)
    portfolio: frozenset[str] = of("titles", "portfolio")
    portfolio_ends: frozenset[str] = of("titles", "portfolio_ends")
    subjects: frozenset[str] = of("titles", "subjects")
    abroad: frozenset[str] = of("titles", "abroad")
    sessions: frozenset[str] = of("titles", "sessions")
    diplomacies: frozenset[str] = of("titles", "diplomacies")
    partisan: frozenset[str] = of("titles", "partisan")
    introducing: frozenset[str] = of("titles", "introducing")
    members: frozenset[str] = of("titles", "members")
    royal: frozenset[str] = of("titles", "royal")
    body_heads: frozenset[str] = of("bodies", "heads")
    plain_bodies: frozenset[str] = of("bodies", "plain")
    bare_bodies: frozenset[str] = of("bodies", "bare")
    described_too: frozenset[str] = of("bodies", "described_too")
    of_body: frozenset[str] = of("bodies", "of_body")
    qualities: Mapping[str, frozenset[str]] = of("bodies", "qualities", make=sets, read=Entry.lists)
    rules_too: frozenset[str] = of("bodies", "rules_too")
    private_heads: frozenset[str] = of("bodies", "private")
    named_for: frozenset[str] = of("bodies", "named_for")
    named_at: frozenset[str] = of("bodies", "named_at")
    decides: frozenset[str] = of("bodies", "decides")
    coalitions: frozenset[str] = of("coalitions")
    chairs: frozenset[str] = of("titles", "chairs")
    chairing: frozenset[str] = of("titles", "chairing")
    taught_at: frozenset[str] = of("bodies", "taught_at")
    companions: frozenset[str] = of("bodies", "companions")
    things: frozenset[str] = of("things")
    topical: frozenset[str] = of("topical")
    topical_of: frozenset[str] = of("topical_of")
    topic_links: frozenset[str] = of("topic_links")
    topic_verbs: frozenset[str] = of("topic_verbs")
    titled: frozenset[str] = of("titled")
    topic_words: frozenset[str] = of("topic_words")
    topic_endings: tuple[str, ...] = of("topic_endings", make=tuple)
    shouted: frozenset[str] = of("shouted")
    takes_place: frozenset[str] = of("takes_place")
    instruments: frozenset[str] = of("instruments")
    numbered: frozenset[str] = of("numbered")
    people_nouns: frozenset[str] = of("people_nouns")
    fighting: frozenset[str] = of("fighting")
    fighters: frozenset[str] = of("fighters")
    relations: frozenset[str] = of("relations")
    firmly: frozenset[str] = of("firmly")
    causes: frozenset[str] = of("causes")
    closeness: frozenset[str] = of("closeness")
    no_groups: frozenset[str] = of("no_groups")
    ethnic: tuple[str, ...] = of("ethnic", make=tuple)
    instrument_nouns: frozenset[str] = of("instrument_nouns")
    names_of_people: frozenset[str] = of("names_of_people")
    given_names: frozenset[str] = of("given_names")
    given_too: frozenset[str] = of("given_too")
    us_states: frozenset[str] = of("us_states")
    place_words: frozenset[str] = of("place_words")
    place_nouns: frozenset[str] = of("place_nouns")
    behind_places: frozenset[str] = of("behind_places")
    within_places: frozenset[str] = of("within_places")
    before_towns: frozenset[str] = of("before_towns")
    ways: frozenset[str] = of("ways")
    months: frozenset[str] = of(
        "en", "names", file="months.yml", make=lambda names: frozenset(numbered(names)), read=Entry.rows
    )
    money: frozenset[str] = of(file="currencies.yml", make=money_names)
    seat_verbs: frozenset[str] = of("seat_verbs")
    function_words: frozenset[str] = of("function_words")
    pronouns: Mapping[str, str] = of("collectives", "pronouns", make=by_word, read=Entry.lists)
    collectives: Phrases = of("collectives", make=lambda lists: by_first_words(kinds_of(lists)), read=Entry.part)  # noqa: RUF009
    collective_kind: Mapping[str, str] = of("collectives", make=kinds_of, read=Entry.part)
    collective_actors: Mapping[str, tuple[str, ...]] = of("collectives", "actors", make=rows, read=Entry.lists)
    numbers: Mapping[str, int] = of("collectives", "counted", "numbers", make=dict, read=Entry.numbers)
    few: Mapping[str, int] = of("few", make=dict, read=Entry.numbers)
    groups: Phrases = of("groups", make=by_first_words)  # noqa: RUF009
    known_bodies: Mapping[str, tuple[str, ...]] = of("known_bodies", make=rows, read=Entry.lists)
    seats: frozenset[str] = of("seats")
    preferred_seats: Mapping[str, str] = of("preferred_seats", make=dict, read=Entry.texts)
    prefixes: Mapping[str, str] = of("prefixes", make=dict, read=Entry.texts)
    capitals_only: frozenset[str] = of("capitals_only")
    namesakes: Mapping[str, tuple[str, ...]] = of("namesakes", make=rows, read=Entry.lists)
    lacking: Mapping[str, frozenset[str]] = of("lacking", make=sets, read=Entry.lists)
    had: Mapping[str, Mapping[str, tuple[tuple[int, int], ...]]] = of("had", make=times, read=Entry.part)
    shared_offices: Mapping[str, str] = of("shared_offices", make=dict, read=Entry.texts)
    adjectives: frozenset[str] = of("adjectives")
    papers: tuple[str, ...] = of("papers", make=tuple)
    watchdogs: frozenset[str] = of("watchdogs")
    official: frozenset[str] = of("official")
    regions: tuple[str, ...] = of("regions", make=tuple)
    region_adjectives: Mapping[str, str] = of("region_adjectives", make=dict, read=Entry.texts)
    named_groups: tuple[str, ...] = of("named_groups", make=tuple)
    not_actors: tuple[str, ...] = of("not_actors", make=tuple)
    openers: frozenset[str] = of(make=openers_of)
    group_heads: frozenset[str] = of("group_heads")
    described_groups: frozenset[str] = of("described_groups")
    lands: frozenset[str] = of("bodies", "lands")
    of_holders: frozenset[str] = of("bodies", "of_holders")
    stateless: frozenset[str] = of("bodies", "stateless")
    of_officers: frozenset[str] = of("bodies", "of_officers")
    units: frozenset[str] = of("bodies", "units")
    missions: frozenset[str] = of("bodies", "missions")
    geography_behind: frozenset[str] = of("geography", "behind")
    geography_before: frozenset[str] = of("geography", "before")
    called_after: frozenset[str] = of("called_after")
    crowns: frozenset[str] = of("bodies", "crowns")
    relief: frozenset[str] = of("bodies", "relief")
    bodies_of_many: frozenset[str] = of("bodies", "of_many")
    bodies_of_few: frozenset[str] = of("bodies", "of_few")
    states_own: frozenset[str] = of("bodies", "states_own")
    cabinets: frozenset[str] = of("bodies", "cabinets")
    national: frozenset[str] = of("bodies", "national")
    possessed: frozenset[str] = of("bodies", "possessed")
    names_too: frozenset[str] = of("titles", "names_too")
    unarticled: frozenset[str] = of("bodies", "unarticled")
    schemes: frozenset[str] = of("bodies", "schemes")
    called: frozenset[str] = of("bodies", "called")
    led: frozenset[str] = of("led")
    delegations: frozenset[str] = of("delegations")
    including: frozenset[str] = of("including")
    represents: frozenset[str] = of("represents")
    appoints: frozenset[str] = of("appoints")
    credentials: frozenset[str] = of("credentials")
    accepts: frozenset[str] = of("accepts")
    signs: frozenset[str] = of("signs")
    one_official: frozenset[str] = of("one_official")
    followed: frozenset[str] = of("followed")
    persons_do: frozenset[str] = of("persons_do")
    persons_met: frozenset[str] = of("persons_met")
    people_act: frozenset[str] = of("people_act")
    received: frozenset[str] = of("received")
    visits: frozenset[str] = of("visits")
    visited: frozenset[str] = of("visited")
    pays: frozenset[str] = of("pays")
    goes: frozenset[str] = of("goes")
    takes_part: frozenset[str] = of("takes_part")
    visited_after: frozenset[str] = of("visited_after")
    ships: Mapping[str, str] = of("bodies", "ships", make=dict, read=Entry.texts)
    vessels: frozenset[str] = of("vessels")
    aboard: frozenset[str] = of("aboard")
    organs: frozenset[str] = of("bodies", "organs")
    own_organs: frozenset[str] = of("bodies", "own_organs")
    seated: frozenset[str] = of("bodies", "seated")
    seated_first: frozenset[str] = of("bodies", "seated_first")
    seat_heads: frozenset[str] = of("bodies", "seat_heads")
    counted_bodies: frozenset[str] = of("bodies", "counted")
    posts: frozenset[str] = of("bodies", "posts")
    conferences: frozenset[str] = of("bodies", "conferences")
    heads_of_posts: Mapping[str, str] = of("bodies", "heads_of_posts", make=dict, read=Entry.texts)
    governing_groups: Mapping[str, str] = of("governing_groups", make=dict, read=Entry.texts)
    federations: frozenset[str] = of("federations")
    telling: Mapping[str, frozenset[str]] = of("bodies", "telling", make=sets, read=Entry.lists)
    nationals: Mapping[str, frozenset[str]] = of("nationals", make=sets, read=Entry.lists)
    guests: frozenset[str] = of("bodies", "guests")
    self_called: frozenset[str] = of("bodies", "self_called")
    state_forces: frozenset[str] = of("bodies", "state_forces")
    administrations: frozenset[str] = of("bodies", "administrations")
    disowned: frozenset[str] = of("bodies", "disowned")
    movements: Mapping[str, frozenset[str]] = of("bodies", "movements", make=sets, read=Entry.lists)
    joint_bodies: Mapping[str, frozenset[str]] = of("bodies", "joint", make=sets, read=Entry.lists)
    plural_bodies: Mapping[str, str] = of("bodies", "plurals", make=dict, read=Entry.texts)
    plurals: Phrases = of("bodies", "plurals", make=by_first_words, read=Entry.texts)  # noqa: RUF009
    bodies_to: frozenset[str] = of("bodies", "to")
    own_acronyms: frozenset[str] = of("bodies", "own_acronyms")
    thing_acronyms: frozenset[str] = of("bodies", "thing_acronyms")
    pairs_of_states: frozenset[str] = of("pairs_of_states")
    realms: frozenset[str] = of("realms")
    realms_of_old: frozenset[str] = of("realms_of_old")
    firms: frozenset[str] = of("firms")
    congratulated: frozenset[str] = of("congratulated")
    without_general: frozenset[str] = of("without_general")
    scales: frozenset[str] = of("scales")
    coins: frozenset[str] = of("coins")
    halves: frozenset[str] = of("halves")
    currencies: frozenset[str] = of("codes", file="currencies.yml")
    tens: frozenset[str] = of("tens")
    thanks: frozenset[str] = of("thanks")
    clause_openers: frozenset[str] = of("clause_openers")
    no_predicates: frozenset[str] = of("no_predicates")
    reference: Mapping[str, frozenset[str]] = of("reference", make=sets, read=Entry.lists)
    phrases: Mapping[str, frozenset[str]] = of("phrases", make=sets, read=Entry.lists)


@cache
def words() -> Words:
    """The shipped words, read once."""
    files = {name: data_file(name) for name in {one.metadata["file"] for one in fields(Words)}}
    found = {}
    for one in fields(Words):
        value: Any = files[one.metadata["file"]]
        *above, last = one.metadata["path"] or (None,)
        for key in above:
            value = value.part(key)
        found[one.name] = one.metadata["make"](value if last is None else one.metadata["read"](value, last))
    return Words(**found)
