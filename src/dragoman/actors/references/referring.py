"""Linking of words that stand for somebody named elsewhere: "it", "the two countries", "the Commission"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.actors.context.making import capital, is_state, mention_of
from dragoman.actors.context.page import Mention, Page
from dragoman.actors.directory import owner_of
from dragoman.actors.discourse.antecedents import unique
from dragoman.actors.discourse.coreference import FAR
from dragoman.actors.mentions.found import Found
from dragoman.actors.names.naming import link_body
from dragoman.actors.names.whose import acting_body, joined_of, seated_in
from dragoman.actors.persons.persons import called_short
from dragoman.actors.references.lands import country_meant, no_country, same_administration
from dragoman.actors.references.listed import (
    leaders_meant,
    link_several,
    listed_below,
    states_of_they,
    these_two,
    those_met,
    three_of,
)
from dragoman.actors.references.pairs import fits_pair, two_of


def link_collective(page: Page, mention: Found) -> Mention | None:
    sentence = mention.token.sentence
    kind = page.words.collective_kind[mention.name]
    discourse = page.discourse
    if kind == "actors":
        named = _called_by_word(page, mention)
        actors = named or page.words.collective_actors[mention.name]
        if not named and len(actors) == 1 and actors[0] not in (*page.setting.orgs, page.publisher):
            return None
    elif kind == "pair" and mention.name.startswith("our ") and len(page.setting.parties) > 2:
        actors = page.setting.parties  # "our countries" of a joint statement
    elif kind == "pair":
        many = states_of_they(page, mention) if mention.name in ("their countries", "each other") else ()
        actors = many if len(many) > 2 else these_two(page, mention) or two_of(page, mention, fits_pair(page, mention))
        if len(actors) < 2:  # "China and Hong Kong ... the two countries"
            actors = two_of(page, mention, fits_pair(page, mention, territories=True))
    elif kind == "people":
        actors = _titled(page, mention.name, leaders_meant(page, mention) or those_met(page, mention))
    elif kind in ("three", "three-people"):
        actors = three_of(page, mention, persons=kind == "three-people")
    elif kind in ("those", "counted"):
        return link_several(page, mention)
    elif kind == "below":
        if not (actors := listed_below(page, mention)):
            return mention_of(page, mention, (f"/{capital(mention.name.split()[-1])}",), "group")
    elif kind == "parties" and mention.name.startswith("all ") and len(page.setting.parties) < 2:
        return mention_of(page, mention, (f"/{capital(mention.name)}",), "group")
    elif kind == "parties" and mention.name.endswith("member states") and (whose := discourse.organisation(sentence)):
        actors = whose
    elif kind == "parties":
        parties = page.setting.parties or page.setting.title_states
        actors = parties if len(parties) > 1 else discourse.pair(sentence)
    elif kind == "org":
        word = mention.name.split()[-1]
        general = word.startswith("organi") or word == "bloc"
        any_name = word in page.words.phrases["of_any_name"] and not page.setting.own
        publishing = any_name and page.publisher in page.setting.orgs
        actors = discourse.last_body(sentence, word) or ((page.publisher,) if publishing else ())
        actors = actors or (discourse.organisation(sentence) if general or any_name else ())
        if not actors and word in page.words.schemes:
            return None
        if not actors and not (general or any_name):
            return link_body(page, replace(mention, kind="body", name=word, definite=True))
    elif kind == "government" and (seat := seated_in(page, mention)):
        actors = (seat,)
    elif kind == "government" and (served := joined_of(page, mention)):
        actors = (served,)
    elif told := same_administration(page, mention) if kind == "government" else country_meant(page, mention):
        actors = told
    elif own := _own_government(page, mention):
        actors = own
    elif theirs := _of_person(page, mention):
        actors = theirs
    elif mention.name == "our country" and (speaking := discourse.we()) and len(speaking) == 1:
        actors = speaking
    else:
        within = any(t.low == "in" for t in page.tokens[max(0, mention.first - 3) : mention.first])
        before = -1 if within else mention.first  # "in New Delhi the government", "with Iran the country"
        acting = kind == "government" and acting_body(page, mention, not_publisher=True)
        named = discourse.state(sentence, before=before, but=no_country(page, mention))
        meant = _realm(page, mention, sentence) or ((acting,) if acting else named)
        actors = tuple(code for code in meant if not page.directory.is_organisation(code))
    if not actors:
        return mention_of(page, mention, (f"/{capital(mention.name)}",), "collective", "nobody in the document fits")
    others = page.guessed.get(actors[0], ()) if len(actors) == 1 else ()
    return mention_of(page, mention, actors, "collective", others=others)


def _own_government(page: Page, mention: Found) -> tuple[str, ...]:
    """ "The Government", with a capital, on a government's page is its own, unless the sentence or the one before
    is about what another state does."""
    if page.tokens[mention.last - 1].text != "Government" or not mention.name.startswith("the "):
        return ()
    if not is_state(page) or page.default != page.publisher or page.press:
        return ()
    near = page.discourse.back(mention.token.sentence, 1, "state")
    acting = next((m.actors for m in near if m.subject and len(m.actors) == 1), (page.default,))
    return acting


def _of_person(page: Page, mention: Found) -> tuple[str, ...]:
    """The state of "his country", "her government": whom the person served whom the sentence is about."""
    kind = page.words.pronouns.get(mention.name.partition(" ")[0], "")
    if kind not in ("he", "she"):
        return ()
    sentence, but = mention.token.sentence, frozenset[str]()
    person = page.discourse.pronoun(kind, sentence, leading=False, after_preposition=False)
    if person and person[0].startswith("/"):  # one of no state has no government
        but = frozenset(person)
        person = page.discourse.pronoun(kind, sentence, leading=False, after_preposition=False, but=but)
    code = owner_of(person[0]) if person and "/" in person[0] else ""
    return (code,) if page.directory.is_state(code) else ()


def _called_by_word(page: Page, mention: Found) -> tuple[str, ...]:
    """ "the Union" of a text by the African Union: an organisation by one word of its name, with a capital."""
    word = page.tokens[mention.last - 1].text
    if word.lower() not in page.words.called or not word[0].isupper():
        return ()
    return called_short(page, replace(mention, kind="name", name=word, definite=True))


def _realm(page: Page, mention: Found, sentence: int) -> tuple[str, ...]:
    """ "The Sultanate": of the states in hand the one whose full name has the word; nobody where none has it."""
    word = mention.name.split()[-1]
    if word not in page.words.realms:
        return ()
    called = page.directory.named_with(word)
    near = [m.actors[0] for m in page.discourse.back(sentence, FAR, "state") if len(m.actors) == 1]
    return next(((code,) for code in (*near, *page.setting.topics, page.publisher) if code in called), ())


def link_bodies(page: Page, mention: Found) -> Mention | None:
    """The two such bodies that were named last, "the two ministries"; else the same one of each of the two states
    in hand."""
    sentence, word = mention.token.sentence, mention.name.split()[-1].lower()
    near = [m for m in reversed(page.discourse.back(sentence, 2, "body")) if len(m.actors) == 1]
    named = unique(m.actors[0] for m in near if m.actors[0].lower().split()[-1] == word)
    if " " not in mention.name and len(named) == len({*map(owner_of, named)}) == 2:
        return mention_of(page, mention, named, "body")
    pair = page.discourse.pair(sentence)
    actors = tuple(f"{code}/{capital(mention.name)}" for code in pair)
    return mention_of(page, mention, actors, "body") if len(actors) == 2 else None


def _titled(page: Page, phrase: str, people: tuple[str, ...]) -> tuple[str, ...]:
    """The two whom ``phrase`` ("the two ministers") means, by name where recency gives only their states: those
    of the document's persons who hold such an office for them, if it is one each."""
    if len(people) != 2 or all("/" in actor for actor in people):
        return people
    office = phrase.split()[-1].removesuffix("s")
    named = []
    for actor in people:
        code = owner_of(actor)
        held = [p for p in page.people.few if p.code() == code and any(office in t.lower() for t in p.titles)]
        named.append(f"{code}/{held[0].name}" if "/" not in actor and len(held) == 1 else actor)
    return tuple(named)
