"""Whom phrases for several mean that the text listed before: "the ministers", "these countries", "the six states"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

from dragoman.actors.context.beside import tokens_before
from dragoman.actors.context.making import capital, mention_of
from dragoman.actors.context.page import Mention, Page
from dragoman.actors.directory import owner_of
from dragoman.actors.discourse.antecedents import Mentioned, in_rows, listed, unique
from dragoman.actors.mentions.found import END, Found
from dragoman.actors.mentions.name_parts import parts_of
from dragoman.actors.names.naming import group_or_servants
from dragoman.actors.references.clauses import article_start, joined_by, leads_clause, leads_sentence
from dragoman.actors.references.pairs import fits_pair, is_met, two_of
from dragoman.actors.references.pronouns import link_pronoun

LEADERS_REACH = 6
"""Sentences that "the ministers" looks for a list of them behind it."""
ROWS_REACH = {"those": 2, "three": 2, "counted": 6}
"""Sentences that "these countries", "the three" and "the six countries" look for their list behind them."""
LONGEST_BELOW = 1_000
"""Tokens in which the list that a phrase announces begins and ends."""
NEAR = 60
"""Mentions that are looked back over."""


def listed_below(page: Page, mention: Found) -> tuple[str, ...]:
    """ "The following countries | signed it in May: Peru, Chile and Mali": the states listed behind the colon that
    the sentence ends with or is interrupted by; each may be an item that says more behind its name."""
    rest = page.tokens[mention.last : mention.last + LONGEST_BELOW]
    at = next((n for n, token in enumerate(rest) if token.kind in (":", "|")), None)
    if at is None or rest[at].kind != ":":
        return ()
    codes: list[str] = []
    begins = in_a_row = True
    for token, behind in pairwise([*rest[at + 1 :], END]):
        state = token.entry.code if token.entry and token.entry.kind == "state" else ""
        goes_on = behind.kind in "wN" and behind.low not in ("and", "or")  # "Peru left", a sentence
        if token.kind == "|":
            begins = in_a_row = True
        elif state and begins and goes_on:
            break
        elif state and in_a_row:
            codes.append(state)
            begins = False
        elif begins and token.kind != "#" and token.low != "the":
            break
        else:
            in_a_row &= token.kind in ",#" or token.low in ("and", "the")
    return unique(codes) if len(set(codes)) > 1 else ()


def leaders_meant(page: Page, mention: Found) -> tuple[str, ...]:
    """Whose leaders or ministers were told of together last: SADC for "the leaders" after "Ministers of SADC", all
    four for "the ministers" after "the ministers of Chad, Mali, Niger and Togo"; nobody where two persons were
    named since, or where the list leads no sentence and two persons were named before it."""
    office = mention.name.removeprefix("the ").split()
    if not _may_be_many(page, mention) or office[-1] not in page.words.phrases["leading"]:
        return ()
    sentence, since, fits = mention.token.sentence, set[str](), _holds_such(page, mention)
    linked = {(m.start, m.end): m for m in page.out[-2 * NEAR :]}
    at = bisect_left(page.found, mention.first, key=lambda found: found.first)
    for past in reversed(page.found[max(0, at - NEAR) : at]):
        said = linked.get((past.token.start, page.tokens[past.last - 1].end))
        if said is None or past.nested:
            continue
        if sentence - past.token.sentence > LEADERS_REACH:
            break
        if said.how == "person":
            since.update(owner_of(actor) for actor in said.actors if fits(actor))
        if len(since) > 1:
            break
        codes = _whose_leaders(page, past, said, office)
        if not codes or (not leads_sentence(page, past) and _two_named(page, sentence, fits)):
            continue
        return (*_host_of(page, past, codes), *codes)
    return ()


def those_met(page: Page, mention: Found) -> tuple[str, ...]:
    """The persons or states in hand for "the ministers"; nobody where it is only one state, which is as likely the
    place where they met."""
    sentence, fits = mention.token.sentence, _holds_such(page, mention)
    speaking = mention.name.split()[-1] in page.words.phrases["talked"]
    if _may_be_many(page, mention) and (several := _met_together(page, sentence, fits, 2 if speaking else 3)):
        return several
    people = page.discourse.people(sentence, fits, _acts_there(page, mention))
    guessed = len(people) == 1 and "/" not in people[0] and _may_be_many(page, mention)
    return () if guessed else people


def _met_together(page: Page, sentence: int, fits: Callable[[str], bool], least: int) -> tuple[str, ...]:
    """The persons of different states, ``least`` of them or more, whom the last sentence with several lists or of
    whom one meets the others: all four for "the ministers" after "Minister Lind of Chad met Minister Mora of Mali,
    Minister Berg of Niger and Minister Roth of Togo"."""
    told = page.discourse.back(sentence, LEADERS_REACH, "person")
    for number in range(sentence, sentence - LEADERS_REACH - 1, -1):
        here = [m for m in reversed(told) if m.sentence == number and not (m.nested or m.possessive or m.cited)]
        here = [m for m in here if any(map(fits, m.actors))]
        rows = [listed(row) for row in in_rows(here)]
        lead = rows[0] if rows and rows[0][0].subject else []
        row = next((row for row in rows if row is not lead and is_met(page, row[0])), None)
        together = lead + row if row else max(rows, key=len, default=[])
        actors = unique(actor for m in together for actor in m.actors)
        codes = {owner_of(actor) for actor in actors}
        if len(codes) == len(actors) >= least and all("/" in actor and owner_of(actor) for actor in actors):
            return actors
        if len({owner_of(actor) for m in here for actor in m.actors}) > 1:
            break
    return ()


def _may_be_many(page: Page, mention: Found) -> bool:
    """Whether the phrase says nothing of two: "the leaders", not "both leaders", "the pair"."""
    return {"two", "both"}.isdisjoint(mention.name.split()) and mention.name.endswith(("s", "state", "government"))


def _holds_such(page: Page, mention: Found) -> Callable[[str], bool]:
    """Whether a person can be one of "the two presidents": by what the document calls everyone; all are accepted
    for "both" and where it is not known."""
    office = mention.name.removeprefix("the ").removeprefix("both ").removeprefix("two ").removesuffix("s")
    words = page.words.called_titles.get(office, frozenset())
    # "Secretary X thanked the foreign ministers" is of others; "the two foreign ministers" may be he and another.
    counted = office in page.words.called_alone and not {"two", "both"}.isdisjoint(mention.name.split())
    asked = set(office.split()) if office in page.words.one_holder and not words else set()

    def fits(actor: str) -> bool:
        name = actor.partition("/")[2]
        person = page.people.match(parts_of(name)) if name else None
        unnamed = not page.words.title_heads.isdisjoint(name.lower().split())  # "the Attorney General"
        held = {title.lower() for title in person.titles} if person else {name.lower()} if unnamed else set()
        held -= page.words.colleagues  # "his Chadian counterpart" is what he is
        titles = {part for title in held for part in title.split()}
        single = office in page.words.one_holder
        other = single and (held & page.words.one_holder - {office} or titles & page.words.below)
        so_called = not words or words & titles or (counted and page.words.called_alone[office] & held)
        return not titles or (asked <= titles and bool(so_called) and not other)

    return fits


def _whose_leaders(page: Page, past: Found, said: Mention, office: list[str]) -> tuple[str, ...]:
    """The organisation or the states whose leaders ``past`` tells of, where they may be called by ``office``."""
    words = set((past.title or past.name).lower().split())
    codes = unique(actor for actor in said.actors if not actor.startswith("/"))
    if past.kind == "entity" and len(codes) == 1:
        heads = _members_led(page, past)
        return codes if heads and _so_called(page, office, heads) else ()
    codes = codes if len(codes) > 1 else tuple(filter(page.directory.is_organisation, map(owner_of, codes)))
    named = past.kind == "office" or page.words.collective_kind.get(past.name) == "actors"
    told = named and codes and not words.isdisjoint(page.words.phrases["leading"])
    return codes if told and _so_called(page, office, words) else ()


def _so_called(page: Page, office: list[str], words: set[str]) -> bool:
    """Whether those who are told of by ``words`` may be called ``office`` later: "leaders" anybody, "foreign
    ministers" no "ministers of finance"."""
    return office[-1] == "leaders" or "leaders" in words or words.issuperset(office[:1] + office[-1:])


def _members_led(page: Page, past: Found) -> set[str]:
    """The words of the title in "foreign ministers of the ten member states of | ASEAN"; none for others."""
    near = tokens_before(page, past, 9)
    near = near[: -1 if near and near[-1].low == "the" else None]
    at = next((n for n in range(len(near) - 1, -1, -1) if near[n].low in page.words.phrases["leading"]), -1)
    links = [t.low for t in near[at + 1 :]]
    between = {*links} - {"of", "the", "its", "all"} - set(page.words.numbers)
    led = at >= 0 and links[:1] == ["of"] == links[-1:] and between and between <= page.words.members | {"states"}
    return {t.low for t in near[max(0, at - 1) : at + 1]} if led else set()


def _two_named(page: Page, sentence: int, fits: Callable[[str], bool]) -> bool:
    """Whether two persons of two states were named of late."""
    near = page.discourse.back(sentence, LEADERS_REACH, "person")
    alone = [m.actors[0] for m in near if len(m.actors) == 1 and "/" in m.actors[0]]
    return len({owner_of(actor) for actor in alone if fits(actor)}) > 1


def _host_of(page: Page, past: Found, codes: tuple[str, ...]) -> tuple[str, ...]:
    """Who "hosted the leaders of ASEAN", "talked with the leaders of ASEAN", as one of them, where he is of none of
    ``codes``."""
    verb = next((t for t in reversed(tokens_before(page, past, 3)) if t.kind == "w" and t.low != "the"), None)
    if verb is None or verb.low not in page.words.phrases["hosting"]:
        return ()
    here = page.discourse.back(past.token.sentence, 0, "person")
    host = next((m for m in here if m.subject and m.token < past.first and len(m.actors) == 1), None)
    return host.actors if host and owner_of(host.actors[0]) not in codes else ()


def is_where(page: Page, mention: Found) -> bool:
    """ "Met in | Haiti |", "in Lusaka, | Zambia |": where something only is."""
    before = page.tokens[article_start(page, mention) - 1] if mention.first else END
    last = page.discourse.past[-1] if page.discourse.past else None
    if before.low == "," and last and last.where and mention.kind == "entity":
        return last.sentence == mention.token.sentence and mention.first - last.token <= 3
    return before.low in page.words.phrases["where"]


def is_told_of(page: Page, mention: Found) -> bool:
    """ "The members are | Chad |, Mali and Peru, and its seat": one of a list of those whom somebody has."""
    last = page.discourse.past[-1] if page.discourse.past else None
    if last and joined_by(page, mention):
        return last.told and not leads_clause(page, mention)
    before = page.tokens[article_start(page, mention) - 1] if mention.first else END
    return before.low in page.words.phrases["consists"]


def _acts_there(page: Page, mention: Found) -> Callable[[str], bool]:
    """Which codes "the leaders" may stand for where no persons are named: none that only says where something is,
    "met in Haiti"."""
    if not _may_be_many(page, mention):
        return bool
    near = page.discourse.back(mention.token.sentence, 2, "state org person")
    places = {owner_of(m.actors[0]) for m in near if m.where} - set(page.setting.title_states)
    places -= {owner_of(m.actors[0]) for m in near if not m.where}
    return lambda code: bool(code) and code not in places


def _told_in_rows(page: Page, sentence: int, reach: int) -> Iterator[list[Mentioned]]:
    """The lists of states and persons that were told before, the last one first: "Chad, Mali and Niger"."""
    told = page.discourse.back(sentence, reach, "state person many body group")
    for number in range(sentence, sentence - reach - 1, -1):
        here = [m for m in reversed(told) if m.sentence == number and not m.nested]
        yield from (listed(row) for row in reversed(in_rows(here)))


def link_several(page: Page, mention: Found) -> Mention:
    """Of "these countries" the states that a sentence listed last, of "the six countries" the six; where nobody
    fits, a group without a name."""
    kind = page.words.collective_kind[mention.name]
    words, sentence = mention.name.split(), mention.token.sentence
    number = next((page.words.numbers[word] for word in words if word in page.words.numbers), 0)
    persons = words[-1] in page.words.title_heads
    whose = words[0] == "their"
    actors = (
        states_of_they(page, mention) if whose else _counted(page, sentence, number, ROWS_REACH[kind], persons=persons)
    )
    if not actors and words[0] == "the" and kind == "those":
        between = mention.first and page.tokens[mention.first - 1].low == "between"
        region = any(t.entry and t.entry.kind == "region" for t in tokens_before(page, mention, NEAR))
        actors = two_of(page, mention, fits_pair(page, mention)) if between else () if region else _titled_two(page)
    group = f"/{capital(' '.join(words[1:] if kind == 'those' else words[-1:]))}"
    return mention_of(page, mention, actors, "collective") if actors else mention_of(page, mention, (group,), "group")


def states_of_they(page: Page, mention: Found) -> tuple[str, ...]:
    """The states of "their governments", where "they" are states or their officials."""
    they = link_pronoun(page, replace(mention, kind="pronoun", name="their", last=mention.first + 1))
    codes = unique(map(owner_of, they.actors)) if they else ()
    return codes if len(codes) > 1 and all(map(page.directory.is_state, codes)) else ()


def _titled_two(page: Page) -> tuple[str, ...]:
    """The states of the title, where they are two, for "the countries" in a text that lists none and that does not
    tell of a region, "the Balkans and the countries' future"."""
    titled = tuple(filter(page.directory.is_state, page.setting.title_states)) if page.document.title.value else ()
    return titled if len(titled) == 2 else ()


def link_group(page: Page, mention: Found) -> Mention | None:
    """Of "the two | Balkan countries", "the three | East African leaders" those of the last list of so many."""
    the, number = ["", "", *(t.low for t in page.tokens[max(0, mention.first - 2) : mention.first])][-2:]
    count = {**page.words.few, **page.words.numbers}.get(number, 0)
    states = mention.name.split()[-1].lower() in page.words.groups_of_states
    led = the in page.words.phrases["leads"] and count and states
    actors = _titled_two(page) if led and count == page.words.few["two"] else ()
    reach = ROWS_REACH["three"]
    actors = actors or (_of_number(page, mention.token.sentence, reach, count, leading=True) if led else ())
    return mention_of(page, mention, actors, "collective") if actors else group_or_servants(page, mention)


def _titled_states(page: Page, number: int) -> tuple[str, ...]:
    """The parties of a joint text or the states of the title, where they are so many."""
    titled = page.setting.title_states if page.document.title.value else ()
    return next((codes for codes in (page.setting.parties, titled) if len(codes) == number > 2), ())


def these_two(page: Page, mention: Found) -> tuple[str, ...]:
    """The last list of two, for "these two countries" after "aid to Fiji and Tonga"."""
    here = mention.name.startswith(("these", "those"))
    return _of_number(page, mention.token.sentence, ROWS_REACH["those"], 2) if here else ()


def _of_number(
    page: Page, sentence: int, reach: int, number: int, *, persons: bool = False, leading: bool = False
) -> tuple[str, ...]:
    """The last list of exactly ``number`` states, or of their officials for ``persons``, only one that leads its
    sentence where ``leading``; of two or more for the number 0, unless a group that has no names, "developing
    countries", was told of since."""
    for row in _told_in_rows(page, sentence, reach):
        if leading and (row[-1].sentence == sentence or not (row[0].subject or row[0].clause)):
            continue
        actors = unique(actor for m in row for actor in m.actors)
        codes = unique(map(owner_of, actors))
        if not number and row[-1].sort == "group" and actors[-1].split()[-1] in page.words.groups_of_states:
            return ()
        fits = all(map(page.directory.is_state, codes)) and len(codes) in ((number,) if number else range(2, 30))
        official = not persons or (len(actors) == len(codes) and (len(row) == 1 or row[-1].sort == "person"))
        if fits and official:
            return actors if persons else codes
    return ()


def three_of(page: Page, mention: Found, *, persons: bool) -> tuple[str, ...]:
    """The three of the last list of three, else the last ones of three states."""
    sentence = mention.token.sentence
    told = _counted(page, sentence, 3, ROWS_REACH["counted" if persons else "three"], persons=persons)
    return told or page.discourse.three(sentence, persons=persons)


def _counted(page: Page, sentence: int, number: int, reach: int, *, persons: bool) -> tuple[str, ...]:
    """The ``number`` whom the sentence lists itself, whom the title names, or whom one before it lists."""
    here = _of_number(page, sentence, 0, number, persons=persons)
    titled = () if persons else _titled_states(page, number)
    return here or titled or _of_number(page, sentence, reach, number, persons=persons)
