"""The words by which mentions are told from other words, from ``data/mentions.yml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dragoman.datafiles import data_file

Phrases = Mapping[str, Mapping[str, tuple[tuple[str, ...], ...]]]


@dataclass(frozen=True, slots=True)
class Words:
    """Sets of lower-case words, phrases by their first two words (longest first), and names by what they stand for."""

    title_heads: frozenset[str]
    title_modifiers: frozenset[str]
    generic_titles: frozenset[str]
    short_titles: Mapping[str, str]
    unsure_titles: frozenset[str]
    epithets: frozenset[str]
    honorifics: frozenset[str]
    ranks: frozenset[str]
    colleagues: frozenset[str]
    partners: frozenset[str]
    objects_follow: frozenset[str]
    clauses_follow: frozenset[str]
    speech: frozenset[str]
    speaking: frozenset[str]
    asking: frozenset[str]
    courtesy_leads: frozenset[str]
    majesties: Mapping[str, frozenset[str]]
    monarchs: frozenset[str]
    called_titles: Mapping[str, frozenset[str]]
    called_alone: Mapping[str, frozenset[str]]
    after_titles: frozenset[str]
    of_towns: frozenset[str]
    of_regions: frozenset[str]
    below: frozenset[str]
    months_too: frozenset[str]
    particles: frozenset[str]
    first_particles: frozenset[str]
    courtesies: frozenset[str]
    suffixes: frozenset[str]
    surnames_too: frozenset[str]
    within_names: frozenset[str]
    ending_names: frozenset[str]
    words_too: frozenset[str]
    owned: frozenset[str]
    definite: frozenset[str]
    addressed: frozenset[str]
    speeches: frozenset[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    auxiliaries: frozenset[str]
    before_verbs: frozenset[str]
    never_verbs: frozenset[str]
    adverb_endings: tuple[str, ...]
    no_nouns: frozenset[str]
    past_verbs: frozenset[str]
    verbs_too: frozenset[str]
    generic_bodies: frozenset[str]
    groups_of_states: frozenset[str]
    copulas: frozenset[str]
    accredited: list[str]
    sent: frozenset[str]
    sitting: frozenset[str]
    aides: frozenset[str]
    sent_heads: frozenset[str]
    only_named: frozenset[str]
    envoys: tuple[str, ...]
    one_holder: frozenset[str]
    for_ambassadors: frozenset[str]
    principals: frozenset[str]
    plainly: Mapping[str, str]
    world_offices: Mapping[str, str]
    world_bodies: tuple[str, ...]
    portfolio: frozenset[str]
    portfolio_ends: frozenset[str]
    body_heads: frozenset[str]
    plain_bodies: frozenset[str]
    bare_bodies: frozenset[str]
    described_too: frozenset[str]
    private_heads: frozenset[str]
    named_for: frozenset[str]
    named_at: frozenset[str]
    decides: frozenset[str]
    coalitions: frozenset[str]
    chairs: frozenset[str]
    chairing: frozenset[str]
    taught_at: frozenset[str]
    companions: frozenset[str]
    people_nouns: frozenset[str]
    instrument_nouns: frozenset[str]
    names_of_people: frozenset[str]
    given_names: frozenset[str]
    given_too: frozenset[str]
    us_states: frozenset[str]
    place_words: frozenset[str]
    seat_verbs: frozenset[str]
    function_words: frozenset[str]
    pronouns: Mapping[str, str]
    collectives: Phrases
    collective_kind: Mapping[str, str]
    collective_actors: Mapping[str, tuple[str, ...]]
    groups: Phrases
    known_bodies: Mapping[str, tuple[str, ...]]
    seats: frozenset[str]
    preferred_seats: Mapping[str, str]
    prefixes: Mapping[str, str]
    namesakes: Mapping[str, tuple[str, ...]]
    lacking: Mapping[str, frozenset[str]]
    had: Mapping[str, Mapping[str, tuple[tuple[int, int], ...]]]
    shared_offices: Mapping[str, str]
    adjectives: frozenset[str]
    regions: tuple[str, ...]
    named_groups: tuple[str, ...]
    not_actors: tuple[str, ...]
    openers: frozenset[str]
    group_heads: frozenset[str]
    described_groups: frozenset[str]
    lands: frozenset[str]
    of_holders: frozenset[str]
    stateless: frozenset[str]
    of_officers: frozenset[str]
    units: frozenset[str]
    geography_behind: frozenset[str]
    geography_before: frozenset[str]
    crowns: frozenset[str]
    relief: frozenset[str]
    bodies_of_many: frozenset[str]
    states_own: frozenset[str]
    cabinets: frozenset[str]
    national: frozenset[str]
    possessed: frozenset[str]
    names_too: frozenset[str]
    unarticled: frozenset[str]
    schemes: frozenset[str]
    called: frozenset[str]
    led: frozenset[str]
    received: frozenset[str]
    visits: frozenset[str]
    visited: frozenset[str]
    visited_after: frozenset[str]
    ships: Mapping[str, str]
    vessels: frozenset[str]
    aboard: frozenset[str]
    organs: frozenset[str]
    own_organs: frozenset[str]
    seated: frozenset[str]
    plural_bodies: Mapping[str, str]
    plurals: Phrases
    bodies_to: frozenset[str]
    own_acronyms: frozenset[str]
    thing_acronyms: frozenset[str]
    pairs_of_states: frozenset[str]
    realms: frozenset[str]
    firms: frozenset[str]
    congratulated: frozenset[str]
    without_general: frozenset[str]
    scales: frozenset[str]
    tens: frozenset[str]
    thanks: frozenset[str]
    clause_openers: frozenset[str]
    no_predicates: frozenset[str]


def by_first_words(phrases: Iterable[str]) -> Phrases:
    """Phrases as tuples of words, under their first and second word (``""`` for one word), the longest first."""
    found: dict[str, dict[str, list[tuple[str, ...]]]] = {}
    for phrase in sorted(set(phrases), key=lambda p: (-len(p.split()), p)):
        parts = tuple(phrase.lower().split())
        found.setdefault(parts[0], {}).setdefault(parts[1] if len(parts) > 1 else "", []).append(parts)
    return {first: {second: tuple(m) for second, m in many.items()} for first, many in found.items()}


def years(period: str | int) -> tuple[int, int]:
    """``1963-1964`` as two years, ``-1922`` from the year 0; YAML reads the latter as a number."""
    first, _, last = str(period).partition("-")
    return int(first or 0), int(last or 9999)


@cache
def words() -> Words:
    """The shipped words, read once."""
    raw: dict[str, Any] = data_file("mentions.yml")
    titles, bodies, collectives = raw["titles"], raw["bodies"], raw["collectives"]
    names, grammar = raw["names"], raw["grammar"]
    kinds = {
        phrase: kind for kind, many in collectives.items() if kind not in ("actors", "pronouns") for phrase in many
    }
    kinds |= dict.fromkeys(collectives["actors"], "actors")
    return Words(
        title_heads=frozenset(titles["heads"]),
        title_modifiers=frozenset(titles["modifiers"]),
        generic_titles=frozenset(titles["generic"]),
        short_titles=titles["short"],
        unsure_titles=frozenset(titles["unsure"]),
        epithets=frozenset(titles["epithets"]),
        honorifics=frozenset(titles["honorifics"]),
        ranks=frozenset(titles["ranks"]),
        colleagues=frozenset(titles["colleagues"]),
        partners=frozenset(titles["partners"]),
        objects_follow=frozenset(grammar["objects_follow"]),
        clauses_follow=frozenset(grammar["clauses_follow"]),
        speech=frozenset(grammar["speech"]),
        speaking=frozenset(grammar["speaking"]),
        asking=frozenset(grammar["asking"]),
        courtesy_leads=frozenset(titles["courtesy_leads"]),
        majesties={word: frozenset(heads) for word, heads in titles["majesties"].items()},
        monarchs=frozenset(head for heads in titles["majesties"].values() for head in heads),
        called_alone={word: frozenset(whole) for word, whole in titles["alone"].items()},
        called_titles={word: frozenset(parts) for word, parts in titles["called"].items()},
        after_titles=frozenset(titles["after"]),
        of_towns=frozenset(titles["of_towns"]),
        of_regions=frozenset(titles["of_regions"]),
        below=frozenset(titles["below"]),
        months_too=frozenset(names["months_too"]),
        particles=frozenset(names["particles"]),
        first_particles=frozenset(names["first"]),
        courtesies=frozenset(names["courtesies"]),
        suffixes=frozenset(names["suffixes"]),
        surnames_too=frozenset(names["titles_too"]),
        within_names=frozenset(names["within"]),
        ending_names=frozenset(names["ending"]),
        words_too=frozenset(names["words_too"]),
        owned=frozenset(grammar["owned"]),
        definite=frozenset(grammar["definite"]),
        addressed=frozenset(grammar["addressed"]),
        speeches=frozenset(raw["speeches"]),
        prepositions=frozenset(grammar["prepositions"]),
        conjunctions=frozenset(grammar["conjunctions"]),
        auxiliaries=frozenset(grammar["auxiliaries"]),
        before_verbs=frozenset(grammar["before_verbs"]),
        never_verbs=frozenset(grammar["never_verbs"]),
        adverb_endings=tuple(grammar["adverb_endings"]),
        no_nouns=frozenset(grammar["no_nouns"]),
        past_verbs=frozenset(grammar["past"]),
        verbs_too=frozenset(grammar["verbs_too"]),
        generic_bodies=frozenset(bodies["generic"]),
        groups_of_states=frozenset(raw["groups_of_states"]),
        copulas=frozenset(titles["copulas"]),
        accredited=titles["accredited"],
        sent=frozenset(titles["sent"]),
        sitting=frozenset(titles["sitting"]),
        aides=frozenset(titles["aides"]),
        sent_heads=frozenset(titles["sent_heads"]),
        only_named=frozenset(titles["only_named"]),
        envoys=tuple(titles["envoys"]),
        one_holder=frozenset(titles["one_holder"]),
        for_ambassadors=frozenset(titles["for_ambassadors"]),
        principals=frozenset(titles["principals"]),
        plainly=titles["plainly"],
        world_offices=titles["world_offices"],
        world_bodies=tuple(titles["world_bodies"]),
        portfolio=frozenset(titles["portfolio"]),
        portfolio_ends=frozenset(titles["portfolio_ends"]),
        body_heads=frozenset(bodies["heads"]),
        plain_bodies=frozenset(bodies["plain"]),
        bare_bodies=frozenset(bodies["bare"]),
        described_too=frozenset(bodies["described_too"]),
        private_heads=frozenset(bodies["private"]),
        named_for=frozenset(bodies["named_for"]),
        named_at=frozenset(bodies["named_at"]),
        decides=frozenset(bodies["decides"]),
        coalitions=frozenset(raw["coalitions"]),
        chairs=frozenset(titles["chairs"]),
        chairing=frozenset(titles["chairing"]),
        taught_at=frozenset(bodies["taught_at"]),
        companions=frozenset(bodies["companions"]),
        people_nouns=frozenset(raw["people_nouns"]),
        instrument_nouns=frozenset(raw["instrument_nouns"]),
        names_of_people=frozenset(raw["names_of_people"]),
        given_names=frozenset(raw["given_names"]),
        given_too=frozenset(raw["given_too"]),
        us_states=frozenset(raw["us_states"]),
        place_words=frozenset(raw["place_words"]),
        seat_verbs=frozenset(raw["seat_verbs"]),
        function_words=frozenset(raw["function_words"]),
        pronouns={word: kind for kind, many in collectives["pronouns"].items() for word in many},
        collectives=by_first_words(kinds),
        collective_kind=kinds,
        collective_actors={phrase: tuple(actors) for phrase, actors in collectives["actors"].items()},
        groups=by_first_words(raw["groups"]),
        known_bodies={code: tuple(names) for code, names in raw["known_bodies"].items()},
        seats=frozenset(raw["seats"]),
        preferred_seats=raw["preferred_seats"],
        prefixes=raw["prefixes"],
        namesakes={name: tuple(codes) for name, codes in raw["namesakes"].items()},
        lacking={code: frozenset(many) for code, many in raw["lacking"].items()},
        had={
            code: {word: tuple(years(period) for period in periods) for word, periods in had.items()}
            for code, had in raw["had"].items()
        },
        shared_offices=raw["shared_offices"],
        adjectives=frozenset(raw["adjectives"]),
        regions=tuple(raw["regions"]),
        named_groups=tuple(raw["named_groups"]),
        not_actors=tuple(raw["not_actors"]),
        group_heads=frozenset(raw["group_heads"]),
        described_groups=frozenset(raw["described_groups"]),
        lands=frozenset(bodies["lands"]),
        of_holders=frozenset(bodies["of_holders"]),
        stateless=frozenset(bodies["stateless"]),
        of_officers=frozenset(bodies["of_officers"]),
        units=frozenset(bodies["units"]),
        geography_behind=frozenset(raw["geography"]["behind"]),
        geography_before=frozenset(raw["geography"]["before"]),
        crowns=frozenset(bodies["crowns"]),
        relief=frozenset(bodies["relief"]),
        bodies_of_many=frozenset(bodies["of_many"]),
        states_own=frozenset(bodies["states_own"]),
        cabinets=frozenset(bodies["cabinets"]),
        national=frozenset(bodies["national"]),
        possessed=frozenset(bodies["possessed"]),
        names_too=frozenset(titles["names_too"]),
        unarticled=frozenset(bodies["unarticled"]),
        schemes=frozenset(bodies["schemes"]),
        called=frozenset(bodies["called"]),
        led=frozenset(raw["led"]),
        received=frozenset(raw["received"]),
        visits=frozenset(raw["visits"]),
        visited=frozenset(raw["visited"]),
        visited_after=frozenset(raw["visited_after"]),
        ships=bodies["ships"],
        vessels=frozenset(raw["vessels"]),
        aboard=frozenset(raw["aboard"]),
        organs=frozenset(bodies["organs"]),
        own_organs=frozenset(bodies["own_organs"]),
        seated=frozenset(bodies["seated"]),
        plural_bodies=bodies["plurals"],
        plurals=by_first_words(bodies["plurals"]),
        bodies_to=frozenset(bodies["to"]),
        own_acronyms=frozenset(bodies["own_acronyms"]),
        thing_acronyms=frozenset(bodies["thing_acronyms"]),
        pairs_of_states=frozenset(raw["pairs_of_states"]),
        realms=frozenset(raw["realms"]),
        firms=frozenset(raw["firms"]),
        congratulated=frozenset(raw["congratulated"]),
        without_general=frozenset(raw["without_general"]),
        scales=frozenset(raw["scales"]),
        tens=frozenset(raw["tens"]),
        thanks=frozenset(raw["thanks"]),
        clause_openers=frozenset(raw["clause_openers"]),
        no_predicates=frozenset(raw["no_predicates"]),
        openers=frozenset(
            [phrase.split()[0].lower() for phrase in (*kinds, *raw["groups"])]
            + [word for many in collectives["pronouns"].values() for word in many]
            + [*titles["heads"], *titles["modifiers"], *grammar["definite"], *raw["group_heads"]]
            + [*raw["described_groups"], *bodies["unarticled"], "two", "both"]
            + [phrase.split()[0] for phrase in bodies["plurals"]]
        ),
    )
