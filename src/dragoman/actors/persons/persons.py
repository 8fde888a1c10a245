"""Linking of persons, offices and other capitalised names."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.actors.context.beside import apposed_title
from dragoman.actors.context.making import (
    capital,
    in_hand,
    is_heading,
    is_state,
    last_whole,
    mention_of,
    starts_sentence,
)
from dragoman.actors.context.page import Mention, Page
from dragoman.actors.context.people import Person
from dragoman.actors.directory import owner_of
from dragoman.actors.discourse.antecedents import REACH
from dragoman.actors.mentions.found import Found
from dragoman.actors.mentions.known_people import head_of
from dragoman.actors.mentions.name_parts import ascii_lower, parts_of
from dragoman.actors.persons.accrediting import accredited_to
from dragoman.actors.persons.acronyms import link_acronym, opens_as_acronym
from dragoman.actors.persons.holders import (
    acting_as,
    generals_states,
    held_by_others,
    holder_of,
    is_foreign,
    is_sitting,
    own_acting,
    sent_there,
    settle,
    titles_speaker,
)
from dragoman.actors.persons.holding import guess, known_head, lacks, served_by
from dragoman.actors.persons.serving import (
    cochairing,
    in_apposition,
    in_row,
    is_colleague,
    is_host,
    leading_general,
    office_of_peer,
    opposite,
    receiving,
    reported,
    state_beside,
    stated,
    thanked_with,
    world_office,
)
from dragoman.actors.persons.sides import leading_side
from dragoman.actors.persons.strangers import is_numbered, is_town_named, is_whose_people
from dragoman.actors.persons.titled import is_title_person
from dragoman.actors.persons.visiting import other_side, sending, states_away


def link_person(page: Page, mention: Found) -> Mention | None:
    person = page.people.find(mention)
    if _is_headline_verb(page, mention):
        return None
    actor, reason = _person_actor(page, mention, person)
    return mention_of(page, mention, (actor,), "person", reason, _instead_of(page, actor, mention))


def _instead_of(page: Page, actor: str, mention: Found) -> tuple[str, ...]:
    """Whom else a mention may mean that does not say itself whom it serves, where that was guessed."""
    return () if mention.codes else page.guessed.get(actor, ())


def _is_headline_verb(page: Page, mention: Found) -> bool:
    """ "First U.S. Ambassador Presents Credentials": what follows a title in a heading can be a verb."""
    first = mention.name.split()[0].lower()
    stem = first.endswith("s") and first[:-1] in page.lower_words
    return (stem or first in page.lower_words) and is_heading(page, mention)


def _person_actor(page: Page, mention: Found, person: Person | None) -> tuple[str, str | None]:
    name = person.name if person else mention.name
    guessed, foreign, away = False, "", set[str]()
    code = _told(page, mention)
    known = person is not None and len(person.parts) > 1 and bool(page.people.knowledge(person))
    if not code and not known and (name in page.private_people or _is_private(page, mention)):
        page.private_people.add(name)
        return f"/{name}", "no affiliation in the text"
    code = code or (served_by(page, person, mention.title) if person else "")
    if not code:
        code = _at_acronym(page, mention) or stated(page, mention) or state_beside(page, mention)
        code = code or _of_last_body(page, mention) or in_row(page, mention)
    elif f"{code}/{name}" in page.guessed and (sure := stated(page, mention) or _sent_from(page, mention, code)):
        code = settle(page, f"{code}/{name}", sure, person)
    code = code or cochairing(page, mention) or opposite(page, mention)
    code = code or thanked_with(page, mention)
    code = code or (receiving(page, mention) if mention.kind == "person" or is_host(page, mention) else "")
    if not code and (told := leading_general(page, mention)):
        code, guessed = told, told not in generals_states(page)
    if not code and _serves(page, mention, person) and not is_colleague(page, mention):
        away = states_away(page, mention)
        foreign = _elsewhere(page, mention, person)
        foreign = sending(page, mention, away) if page.default in away or foreign in away else foreign
        told = foreign or reported(page, mention, away)
        code, guessed = told or ("" if page.default in away else page.default), True
    if not code and not away and person and is_title_person(page, person):
        code, guessed = page.default, True
    if code and person and not person.codes:
        person.codes[code] += 1
    if guessed:
        but = away | ({page.default} if foreign else set[str]())
        but |= held_by_others(page, person, mention.title)
        guess(page, f"{code}/{name}", mention.token.sentence, mention.title, but=but)
    return f"{code}/{name}", None if code else "no affiliation in the text"


def _sent_from(page: Page, mention: Found, code: str) -> str:
    """Whom somebody serves of whom ``code`` was a guess that the sentence shows to be wrong: the other state."""
    away = states_away(page, mention)
    return other_side(page, away) if code in away else ""


def _told(page: Page, mention: Found) -> str:
    """The code that the words of a title tell. The Security Council of the United Nations has no secretary, a
    state's own has: "Secretary of the Security Council"."""
    code = mention.codes[0] if mention.codes else ""
    entry, person = mention.token.entry, page.people.find(mention)
    if entry and entry.kind in ("seat", "house") and person and len(person.parts) > 1:
        return next(iter(page.people.knowledge(person)), code)  # "Kremlin leader X", of the Soviet Union
    own = "secretary of the security council" in mention.title.lower() and is_own_body(page, "Security Council")
    return page.default if code == "UN" and own else code


def _at_acronym(page: Page, mention: Found) -> str:
    """ "Ann Lee, Director General, NCB,": whose the body is that the document writes out elsewhere."""
    title = apposed_title(page, mention)
    apart = bool(title) and page.tokens[title.stop].low == "," and title.stop + 1 < len(page.tokens)
    text = page.tokens[title.stop + 1].text if apart else ""
    body = link_acronym(page, mention, text) if text in page.spelled else None
    return owner_of(body.actors[0]) if body else ""


def is_own_body(page: Page, name: str) -> bool:
    """ "Security Council" is a state's own where the United Nations is not named at all."""
    if name not in ("Security Council", "General Assembly") or not is_state(page):
        return False
    return "UN" not in page.setting.orgs and not page.names_un


def _is_private(page: Page, mention: Found) -> bool:
    """ "Hamas leader X", "Hamas and its leader X", "Amnesty International's director, X", "the head of Greenpeace,
    X": an office of one who belongs to no state or organisation in the directory."""
    last, at = last_whole(page), mention.first - 1
    possessive = at > 0 and page.tokens[at].kind == "P"
    theirs = last is not None and at >= 0 and last.end == page.tokens[at - possessive].end
    named = last is not None and not last.unlinked and last.how in ("named", "acronym")
    its = last is not None and last.how == "pronoun" and page.tokens[at].low == "its"
    sure = named or its or (possessive and last is not None and last.how not in ("person", "region"))
    if theirs and sure and last and last.actors[0].startswith("/"):
        return True
    inside = [*range(mention.first + 1, mention.last), *apposed_title(page, mention)]
    groups = [n for n in inside if (entry := page.tokens[n].entry) and entry.kind == "group"]
    return any("of" in (page.tokens[n - 1].low, page.tokens[n - 2].low) for n in groups)


def _elsewhere(page: Page, mention: Found, person: Person | None) -> str:
    """Another state that has it, for an office that the default state does not have or that is already held."""
    titles = [*dict.fromkeys((mention.title, *(person.titles if person else ())))]
    if not any(lacks(page, page.default, title) for title in titles) and not _taken(page, person, titles):
        return ""
    by_organisation = bool(page.default) and page.directory.is_organisation(page.default)
    near = in_hand(page, mention) if by_organisation else page.discourse.state(mention.token.sentence)
    known = (*near, *page.setting.title_states, *page.setting.topics)
    own = (page.default, page.publisher, *page.posts)
    others = [code for code in known if code not in own and page.directory.is_state(code)]
    fitting = (code for code in others if not any(lacks(page, code, title) for title in titles))
    return next(fitting, others[0] if others and by_organisation else "")


def _taken(page: Page, person: Person | None, titles: list[str]) -> bool:
    """Whether somebody else of the default state holds the same single office in this document, or, as is known,
    in its year."""
    offices = {t.lower().removeprefix("then ") for t in titles} & page.words.one_holder
    holders = {ascii_lower(head).split()[-1] for o in offices if (head := head_of(page.default, o, page.people.year))}
    if person and holders and not holders & set(person.parts):
        return True
    return bool(offices) and any(
        other is not person and served_by(page, other) == page.default and offices & {t.lower() for t in other.titles}
        for other in page.people.few
    )


def _serves(page: Page, mention: Found, person: Person | None) -> bool:
    """Whether some title of the person is an office of a state: an honorific alone is not."""
    titles = [mention.title, *(person.titles if person else [])]
    return any(t and t.lower().strip(".") not in page.words.honorifics for t in titles)


def plain_name(page: Page, mention: Found) -> Mention | None:
    text = mention.name
    if text in page.spelled:
        return link_acronym(page, mention, text)
    if text in page.words.thing_acronyms or text in page.vessels or text.lower() in page.words.honorifics:
        return None
    if text.lower() in page.words.called:
        same = called_short(page, mention)
        return mention_of(page, mention, same, "named") if same else None
    person = page.people.find(mention)
    several = len(text.split()) > 1
    if person and (person.titled or several or is_title_person(page, person)):
        actor, reason = _person_actor(page, mention, person)
        if reason is None:
            return mention_of(page, mention, (actor,), "person", others=_instead_of(page, actor, mention))
    if text in page.words.own_acronyms and is_state(page):
        return mention_of(page, mention, (f"{page.default}/{text}",), "body")
    if len(parts_of(text)) < 2 and (known := _known_surname(page, mention)):
        return mention_of(page, mention, (known,), "person")
    if is_heading(page, mention) or (not several and _is_word(page, mention)):
        return None
    if not several and (text.lower() in page.words.coins or is_whose_people(page, mention)):
        return None
    if not several and _is_beside_number(page, mention):
        return None
    follower = page.tokens[mention.last] if mention.last < len(page.tokens) else None
    things = page.words.companions | page.words.instrument_nouns
    parts = mention.name.lower().split()
    described = page.words.adjectives | page.words.portfolio | page.words.title_modifiers
    if several and described.issuperset(parts) and parts[-1] not in ("force", "forces", "services"):
        return None  # "Nordic Foreign | Ministers"
    if follower and follower.low == "party" and text.lower() in page.words.of_parties:
        return None  # "the Requesting | Party"
    if (follower and follower.low in things) or parts[-1] in things | page.words.geography_behind:
        return None
    if several and parts[0] in page.words.geography_before:
        return None
    mention.place = is_town_named(page, mention)
    return mention_of(page, mention, (f"/{person.name if person else text}",), "named", "not in the directory")


def called_short(page: Page, mention: Found) -> tuple[str, ...]:
    """ "The Fund" of a text by or on the International Monetary Fund, "the Court" after "International Court of
    Justice": the organisation or body whose name has the word."""
    word = mention.name.lower()
    article = mention.definite or (mention.first and page.tokens[mention.first - 1].low == "the")
    if not article or word in page.words.unarticled:
        return ()
    near = page.discourse.back(mention.token.sentence, REACH, "org body person")
    recent = [owner_of(m.actors[0]) for m in near if len(m.actors) == 1]
    codes = dict.fromkeys((page.publisher, *recent, *page.setting.orgs))
    known = [page.directory.actor(code) for code in codes if code in page.directory]
    for actor in known:
        if actor.kind == "organisation" and word in actor.name.lower().split():
            return (actor.code,)
    if mention.kind == "name":
        return ()
    last = page.discourse.last_body(mention.token.sentence, word)
    return last if len(last) == 1 and len(last[0].rpartition("/")[2].split()) > 1 else ()


def _known_surname(page: Page, mention: Found) -> str:
    """A surname, alone or after initials ("Putin", "S.V. Lavrov"), that is plain knowledge in the document's year,
    unless it is a word or a place; in any year that of one whom the text names in full and who is known by it."""
    if mention.name in page.words.names_of_people or mention.name in page.words.words_too:
        return ""
    namesake = page.people.find(mention)
    if namesake and len(namesake.parts) > 1 and (len(mention.name) > 4 or not _is_word(page, mention)):
        code = served_by(page, namesake)
        if code:
            return f"{code}/{namesake.name}"
    if page.people.year is None or len(mention.name) < 5:
        return ""
    if namesake and not page.people.knowledge(namesake):
        return ""
    initial = ascii_lower(mention.name)[:1] if "." in mention.name else ""
    code = page.people.known_code(" ".join(parts_of(mention.name)), initial)
    return f"{code}/{namesake.name if namesake else mention.name}" if code else ""


SUM = re.compile(r"(?P<mark>[A-Z][A-Za-z]{0,3})\d[\d.,]*(?P<scale>k|m|mn|bn|tn)?")


def _is_beside_number(page: Page, mention: Found) -> bool:
    """ "10 | Jul | 2024", "| RWF | 300,000", "5 million | Naira |", "| N5bn |", "| FY2020 |": whether a word is part of
    a date or of an amount."""
    text, tokens = mention.name, page.tokens
    last = mention.last + (tokens[mention.last].kind == "." if mention.last < len(tokens) else 0)
    beside = [*tokens[max(0, mention.first - 2) : mention.first], *tokens[last : last + 2]]
    known = text.lower() in page.words.money or text.lower() in page.words.months
    glued = SUM.fullmatch(text)
    if glued and (glued["scale"] or glued["mark"] == "FY" or glued["mark"].lower() in page.words.money):
        return True
    return known and any(t.kind == "#" for t in beside)


def _is_word(page: Page, mention: Found) -> bool:
    """Whether one capitalised word is more likely an ordinary word than a name."""
    low = mention.name.lower()
    if opens_as_acronym(page, mention):
        return False
    if starts_sentence(page, mention) or low in page.words.adjectives or low in page.words.portfolio:
        return True
    if low in page.words.companions or low in page.words.instrument_nouns or len(low) < 3:
        return True
    if is_numbered(page, mention) or low.endswith("ism"):  # "Pan-Africanism"
        return True
    after, then = (page.tokens[min(mention.last + n, len(page.tokens) - 1)] for n in (0, 1))
    before, first = (page.tokens[max(mention.first - n, 0)] for n in (1, 2))
    if after.low in ("of", "to", "-") and then.kind in "NUE#":
        return True
    in_name = before.low in ("of", "to", "-", "and") and first.kind in "NU" and first.low not in page.words.title_heads
    return in_name or low in page.lower_words


def plain_office(page: Page, mention: Found) -> Mention | None:
    written = mention.token.text
    if mention.last == mention.first + 1 and written in page.spelled and written in page.words.short_titles:
        return link_acronym(page, mention, written)  # "Procurement Service (PS)", no principal secretary
    if same := in_apposition(page, mention):
        return mention_of(page, mention, same, "office")
    if same_one := acting_as(page, mention):
        return same_one
    title = mention.title.removeprefix("then ")
    head = title.split()[0] if len(title.split()) == 1 else title
    last = title.lower().split()[-1] if title else ""
    several = last.endswith("s") and title.partition(" of ")[0].endswith("s")  # not "Envoy of Cyprus"
    plural = (several and last not in ("affairs",)) or title.lower() in page.words.generic_titles
    if len(mention.codes) > 1:
        single = title.removesuffix("s")
        holders = tuple(holder_of(page, mention, code, single) or code for code in mention.codes)
        return mention_of(page, mention, holders, "office")
    if mention.codes:
        if peer := office_of_peer(page, mention):
            return mention_of(page, mention, (f"{mention.codes[0]}/{capital(peer)}",), "office")
        if plural and title.lower().split(" of ")[0].split()[-1] in page.words.generic_titles:
            leader = holder_of(page, mention, mention.codes[0]) if title.lower() in ("leader", "chief") else ""
            return mention_of(page, mention, (leader,) if leader else mention.codes, "office")
        holder = holder_of(page, mention, mention.codes[0]) or sent_there(page, mention)
        holder = holder or (known_head(page, mention.codes[0], title) if is_sitting(page, mention) else "")
        return mention_of(page, mention, (holder or f"{mention.codes[0]}/{capital(head)}",), "office")
    if is_foreign(page, mention):
        return None
    sentence = mention.token.sentence
    host = accredited_to(page, mention) or (receiving(page, mention) if is_host(page, mention) else "")
    if host and not lacks(page, host, title):
        return mention_of(page, mention, (holder_of(page, mention, host) or f"{host}/{capital(head)}",), "office")
    holder = holder_of(page, mention, page.default) if title.lower() in page.words.also_called else ""
    holder = (
        holder or own_acting(page, mention) or holder_of(page, mention, "") or holder_of(page, mention, page.default)
    )
    holder = holder or (known_head(page, page.default, title) if mention.definite else "")
    if holder:
        return mention_of(page, mention, (holder,), "office", others=_instead_of(page, holder, mention))
    unsure = title.lower() in page.words.generic_titles or _is_unsure(page, mention) or _is_private(page, mention)
    if unsure or not page.default:
        return None
    code = world_office(page, title) or leading_side(page, mention) or leading_general(page, mention)
    if code := code or _of_last_body(page, mention):
        return mention_of(page, mention, (f"{code}/{capital(title)}",), "office")
    away = states_away(page, mention)
    code = sending(page, mention, away) if page.default in away else page.default
    if lacks(page, code, title):
        organisation = page.directory.is_organisation(code)
        near = in_hand(page, mention) if organisation else page.discourse.state(sentence)
        fitting = (other for other in near if other not in away and not lacks(page, other, title))
        code = next(fitting, near[0] if near and organisation else "")
    if not code:
        return None
    actor = f"{code}/{capital(head)}"
    return mention_of(page, mention, (actor,), "office", others=guess(page, actor, sentence, but=away))


def _of_last_body(page: Page, mention: Found) -> str:
    """ "The Head of the Office" serves whoever runs the office that was named last, "the Chairperson of the Union"
    the union."""
    first, of, body = mention.title.lower().partition(" of the ")
    if not of and first.count(" ") == 1:  # "Department spokesman" after "the State Department"
        of, body = " ", first.split()[0]
    if body in page.words.called:
        return next(iter(called_short(page, replace(mention, kind="name", name=body, definite=True))), "")
    if not of or body not in page.words.body_heads or body in page.words.states_own:
        return ""
    last = page.discourse.last_body(mention.token.sentence, body)
    return owner_of(last[0]) if len(last) == 1 and not last[0].startswith("/") else ""


def _is_unsure(page: Page, mention: Found) -> bool:
    """ "The PS": an acronym of an office among other things, that the document writes out nowhere."""
    alone = mention.last == mention.first + 1 and mention.token.text in page.words.unsure_titles
    return alone and mention.title.lower() not in page.titles_written


def speak_first(page: Page) -> None:
    """A byline ("Antony J. Blinken, Secretary of State") makes its person the one who says I and we, and so does a
    title ("Remarks by Ambassador X")."""
    page.setting.speaker = titles_speaker(page)
    for mention in page.found[:12]:
        token = page.tokens[mention.first]
        if token.sentence > 6:
            return
        alone = mention.first == 0 or page.tokens[mention.first - 1].kind == "|"
        if mention.kind == "person" and alone and token.sentence > 0 and mention.title:
            stop = next((t for t in page.tokens[mention.last : mention.last + 24] if t.kind in "|."), None)
            verbless = not any(
                t.kind == "w" and t.low not in ("of", "the", "for", "and", "to", "on", "at")
                for t in page.tokens[mention.last : mention.last + 24]
                if stop and t.start < stop.start
            )
            if stop and stop.kind == "|" and verbless:
                page.setting.speaker = _person_actor(page, mention, page.people.find(mention))[0]
                return
