"""Linking of pronouns: whom "it", "his" or "they" mean in their document."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from dragoman.actors.context.beside import token_after
from dragoman.actors.context.hearing import speaking
from dragoman.actors.context.making import is_heading, last_whole, mention_of, starts_sentence
from dragoman.actors.context.page import Mention, Page
from dragoman.actors.context.turns import gives_conference, is_asked
from dragoman.actors.directory import owner_of
from dragoman.actors.discourse.antecedents import PERSONS
from dragoman.actors.discourse.coreference import FAR
from dragoman.actors.mentions.found import END, Found, is_form, is_past
from dragoman.actors.mentions.name_parts import parts_of
from dragoman.actors.mentions.tokens import Token
from dragoman.actors.names.unowned import name_or_government
from dragoman.actors.persons.persons import plain_office
from dragoman.actors.references.adjoining import (
    POSSESSIVE,
    apposed_to,
    further,
    in_capacity,
    joined_before,
    may_mean,
    possessing,
)
from dragoman.actors.references.belonging import SINCE, accompanied, deed_of, is_entered, topic_of, won_by
from dragoman.actors.references.clauses import article_start, is_preposition
from dragoman.actors.references.dummies import LINKS, is_of_thing, is_of_ties, says_nothing, tells_of_thing
from dragoman.actors.references.fronted import clause_since, not_meant

OBJECTS = {"him": PERSONS, "her": PERSONS, "it": "state org body movement it"}
ENABLING = ("allowing", "enabling", "giving", "helping", "letting", "permitting")
UNLINKED = "no affiliation in the text"
VISIT = frozenset(["visit"])
LONG = 150
"""Words of a quotation that is looked back over."""


def link_pronoun(page: Page, mention: Found) -> Mention | None:
    kind = page.words.pronouns[mention.name]
    at, sentence = mention.first, mention.token.sentence
    if _means_nobody(page, mention) or (kind in ("we", "i") and _asks(page, mention)):
        return None
    if told := _explained(page, mention):
        return mention_of(page, mention, told.actors, "pronoun", told.unlinked, others=told.others)
    before = page.tokens[at - 1] if at else END
    leading = sum(1 for t in page.tokens[max(0, at - 3) : at] if t.sentence == sentence) < 3
    leading = leading and mention.name in ("it", "he", "she", "they", "its", "their", "his", "her")
    leading = leading and not page.discourse.opened_by(sentence)
    if mention.name in POSSESSIVE:
        if _is_courtesy(page, at):
            return None
        following = [t.low for t in page.tokens[at + 1 : at + 3] if t.low != "royal"]
        if following and (monarchs := page.words.majesties.get(following[0])):
            monarch = _monarch(page, sentence, monarchs)
            return mention_of(page, mention, (monarch,), "pronoun") if monarch else None
        if meant := joined_before(page, mention) or _ahead(page, mention) or possessing(page, mention):
            if kind in ("he", "she") and len(meant.actors) == 1:
                page.discourse.gender.setdefault(meant.actors[0], kind)
            return mention_of(page, mention, meant.actors, "pronoun", meant.unlinked, others=meant.others)
    if helped := accompanied(page, mention):
        return mention_of(page, mention, helped.actors, "pronoun", others=helped.others)
    actors = won_by(page, mention) or _quoted(page, mention) or topic_of(page, mention)
    last = last_whole(page)
    beside = at > 1 and before.low == "during" and last is not None and last.end == page.tokens[at - 2].end
    speakers: tuple[str, ...] = ()
    if kind in ("he", "she"):  # who speaks of himself says "I"
        speakers = (*page.discourse.in_quote_of, *speaking(page, mention), *_at_home(page, mention))
    other = _partner(page, mention)
    never = not_meant(page, mention)
    barred = frozenset([other]) if other else _doers(page, mention).union(speakers)
    actors = actors or page.discourse.pronoun(
        kind, sentence, leading=leading, but=barred | (never if mention.name == "its" else frozenset()),
        acting=_is_acting(page, mention) and not beside,
        since=max(
            next((n for n in range(at, max(0, at - 60), -1) if page.tokens[n].text == ";"), 0),
            clause_since(page, mention),
        ),
        after_preposition=before.low in page.words.prepositions,
        says=kind in ("he", "she") and token_after(page, mention).low in page.words.speaking,
        meeting=mention.name == "their" and token_after(page, mention).low in page.words.reference["met"],
    )  # fmt: skip
    never |= speaking(page, mention) if kind in ("he", "she") else frozenset()
    if actors and never.issuperset(actors):
        return None
    if actors and actors == (other,):
        actors = tuple(code for code in page.setting.topics if code != other)[:1]
    others = page.guessed.get(actors[0], ()) if len(actors) == 1 else ()
    reason = UNLINKED if kind in ("he", "she") and actors and actors[0].startswith("/") else None
    return mention_of(page, mention, actors, "pronoun", reason, others=others) if actors else None


def _means_nobody(page: Page, mention: Found) -> bool:
    """ "It is clear that", "Chad signed a treaty. It contains ... They are": no actor is meant."""
    at, sentence = mention.first, mention.token.sentence
    if mention.name == "it" and says_nothing(page.tokens, at, page.words):
        return True
    if mention.name == "it" and is_object(page, mention) and not _is_done_to_actors(page, page.tokens[at - 1]):
        return True
    if mention.name in ("they", "them") and is_of_ties(page.tokens, at, page.words):
        return True
    begin = _quotation_before(page, mention) if mention.name == "it" else 0
    if begin and page.tokens[begin - 1].kind == "|" and is_of_thing(page.tokens, at, begin - 1, page.words):
        return True
    if mention.name not in ("it", "they", "its", "their") or (at and page.tokens[at - 1].kind != "|"):
        return False
    if mention.name in ("it", "its") and at and is_of_thing(page.tokens, at, at - 1, page.words):
        page.thing_in = sentence
        return True
    goes_on = sentence == page.thing_in + 1 and not page.discourse.back(page.thing_in, 0, "state org body")
    if goes_on or tells_of_thing(page.tokens, at, page.words):
        page.thing_in = sentence
        return True
    return False


def _asks(page: Page, mention: Found) -> bool:
    """ "Q: Can you tell | us |?": a question put to who speaks else."""
    speaker, title = page.setting.speaker, page.document.title.value or ""
    host = speaker if speaker and gives_conference(title, speaker.partition("/")[2]) else ""
    return is_asked(page.document.text, mention.token.start, host)


def _is_done_to_actors(page: Page, verb: Token) -> bool:
    """ "Asked | it to leave", not "signed it": a verb whose object may be somebody. What is signed, rejected or
    spoken of is mostly a thing."""
    known = page.words.reference
    return is_form(verb.low, known["done_to_actors"]) or is_form(verb.low, known["against"])


def _is_acting(page: Page, mention: Found) -> bool:
    """Whether the pronoun may be a subject: "he", "it", and "their", whose subject is mostly they."""
    return mention.name not in ("his", "her") and not is_object(page, mention)


def is_object(page: Page, mention: Found) -> bool:
    """ "thanked | her |", "met | them | in Lima": no "her" before a noun and none that something is said of."""
    if mention.name in ("him", "them", "me", "us"):
        return True
    follower, before = token_after(page, mention), page.tokens[mention.first - 1] if mention.first else END
    if mention.name == "it":
        known = before.low in page.words.prepositions or _is_verb(page, before) or _closes(page, mention, before)
        known = known or (_is_infinitive(page, mention.first - 1) and _ends_clause(page, follower))
        return before.kind == "w" and known
    if mention.name != "her" or follower.kind in "|.,;:)":
        return mention.name == "her"
    small = (page.words.conjunctions, page.words.reference["complementizers"])
    return is_preposition(page, follower.low) or any(follower.low in some for some in small)


def _is_infinitive(page: Page, at: int) -> bool:
    """ "To | turn | it into a plan", "will | sign | it in May"."""
    before, verb = page.tokens[at - 1].low if at else "", page.tokens[at].low
    content = is_form(verb, page.words.reference["hoping"]) or verb in page.words.speaking
    return (before == "to" or before in page.words.auxiliaries) and not content


def _ends_clause(page: Page, token: Token) -> bool:
    """Whether nothing is said of "it" by the word behind it."""
    return token.kind in "|.,;:)" or is_preposition(page, token.low) or token.low in page.words.conjunctions


def _closes(page: Page, mention: Found, before: Token) -> bool:
    """ "Peru will attend | it |.": the last word of its clause behind one that may be a verb."""
    small = page.words.conjunctions | page.words.reference["complementizers"] | page.words.speaking | LINKS
    return token_after(page, mention).text in ("", *".;)”!?") and before.low not in small | {"than", "so"}


def _is_verb(page: Page, token: Token) -> bool:
    """Whether a word is a verb that "it" is the object of: "asked it to"."""
    regular = token.low.endswith(("ed", "ing")) and token.low not in page.words.clauses_follow
    return token.low in page.words.objects_follow or regular


def _doers(page: Page, mention: Found) -> frozenset[str]:
    """Who cannot be meant by an object, "X and Y | accompany | him": the subject of its clause and who is joined
    to it."""
    sentence = mention.token.sentence
    if deed := deed_of(page, mention):
        return deed
    if _is_done_to(page, mention) or is_entered(page, mention):
        doer = page.discourse.doer(sentence, OBJECTS["it"])
        told = doer is not None and (doer.clause or _is_done_to(page, mention))
        return frozenset({*doer.actors, *map(owner_of, doer.actors)} if doer and told else ())
    if mention.name not in OBJECTS or not is_object(page, mention) or _is_enabled(page, mention):
        return frozenset()
    if (relative := _of_relative(page, mention)) is not None:
        return relative
    doer = page.discourse.doer(sentence, OBJECTS[mention.name])
    if doer is None or _is_passive(page, doer.token):
        return frozenset()
    here = page.discourse.back(sentence, 0, OBJECTS[mention.name])
    found = set(doer.actors)
    for past in here:
        if found & set(past.actors) and past.joined and not (past.clause and past.joined == ","):
            found.update(here[min(here.index(past) + 1, len(here) - 1)].actors)
    return frozenset(found)


def _partner(page: Page, mention: Found) -> str:
    """ "Its trade with | Denmark |", "its embassy in | Lomé |": the state that "its" cannot mean; "" for none."""
    near = page.tokens[mention.last : mention.last + 6] if mention.name == "its" else []
    behind = [t for t in near if t.low != "the"]
    sent = not page.words.phrases["envoys"].isdisjoint(t.low for t in behind[:3])
    links = ("with", "in", "to", "at") if sent else ("with",)
    at = next((n for n, t in enumerate(behind[:4]) if t.low in links), 0)
    entry = behind[at + 1].entry if at and len(behind) > at + 1 else None
    return entry.code if entry and all(t.kind in "wN" for t in behind[:at]) else ""


def _is_done_to(page: Page, mention: Found) -> bool:
    """ "Chad regrets that Mali | expelled its diplomats |": what nobody does to his own."""
    verb, known = page.tokens[mention.first - 1].low if mention.first else "", page.words.reference
    behind = (t.low for t in page.tokens[mention.last : mention.last + 3])
    return mention.name == "its" and is_form(verb, known["against"]) and not known["theirs"].isdisjoint(behind)


def _is_enabled(page: Page, mention: Found) -> bool:
    """ "Chad won the right, | allowing it | to stay": who is the subject may be meant as well."""
    comma, verb = page.tokens[mention.first - 2 : mention.first] if mention.first > 1 else (END, END)
    return comma.low == "," and verb.low in ENABLING


def _is_passive(page: Page, at: int) -> bool:
    """ "The envoy | was summoned by a note inviting him to leave": who is no doer."""
    near = page.tokens[at : at + 10]
    return any(t.low in ("was", "were", "been") and is_past(v, page.words) for t, v in pairwise(near))


def _of_relative(page: Page, mention: Found) -> frozenset[str] | None:
    """The subject of "who" before the pronoun, "met President X, | who | invited him"; nobody for "opponents who";
    None where there is no such clause."""
    for n in range(mention.first - 1, max(1, mention.first - 9), -1):
        if page.tokens[n].kind in "|,;" or page.tokens[n].low in page.words.conjunctions:
            return None
        if page.tokens[n].low == "who":
            end = page.tokens[n - 1 - (page.tokens[n - 1].low == ",")].end
            return frozenset(actor for m in page.out[-8:] if m.end == end and m.head for actor in m.actors)
    return None


def _ahead(page: Page, mention: Found) -> Mention | None:
    """ "In its annual report, the European Commission said", "On his part President X said": the subject of the
    sentence that the pronoun's phrase opens; nobody where that does not fit."""
    at, sentence, known = mention.first, mention.token.sentence, page.words.reference
    behind = page.tokens[at + 1 : at + 16]
    if mention.name == "their" or not behind:
        return None
    turn = behind[0].low in known["turns"]
    last = last_whole(page)
    if turn and last and page.tokens[at - 2].low == "," and last.end == page.tokens[at - 3].end:
        return last if may_mean(page, mention, last) else None  # "Mr X, for his part, said"
    comma = next((n for n, t in enumerate(behind) if t.kind in ",|;." or t.text.endswith(",")), -1)  # "2008,"
    stays = mention.name != "its" and any(t.low in known["stays"] for t in behind[: max(comma, 0)])
    if not _opens(page, at) or (not turn and (comma < 1 or not behind[comma].text.endswith(",") or stays)):
        return None
    return _subject_at(page, mention, at + 2 if turn and comma != 1 else at + 2 + comma, sentence)


def _opens(page: Page, at: int) -> bool:
    """Whether a phrase with a preposition opens the sentence and reaches to the pronoun: "In | its | report", not
    "Chad, in | its | report"."""
    near = page.tokens[max(0, at - 4) : at]
    if at > 4 and near[0].kind != "|" and near[0].sentence == page.tokens[at].sentence:
        return False
    phrase = [t for t in near if t.sentence == page.tokens[at].sentence and t.kind not in '|“"']
    phrase = phrase[len(phrase) > 1 and phrase[0].low.endswith("ly") :]  # "Shortly after its"
    small = page.words.prepositions | {"during", "as", *SINCE}
    return bool(phrase) and phrase[0].low in small and not any(t.kind in ",;" or t.entry for t in phrase)


def _subject_at(page: Page, mention: Found, place: int, sentence: int) -> Mention | None:
    """The mention at ``place`` where the pronoun can mean it and something is said of it."""
    person = page.words.pronouns[mention.name] in ("he", "she")
    kinds = ("person", "office", "name") if person else ("entity", "body", "collective", "organisation", "name")
    index = bisect_left(page.found, place, key=lambda found: found.first)
    for other in page.found[index : index + 5]:
        if other.kind in ("pronoun", "name") and not page.words.majesties.keys().isdisjoint(
            t.low for t in page.tokens[other.first : other.last + 1]
        ):
            continue  # "| His Majesty | the Sultan"
        between = page.tokens[place : max(place, article_start(page, other))]  # "the", "host"
        if len(between) > 2 or any(t.kind != "w" for t in between) or other.token.sentence != sentence:
            return None
        follower = token_after(page, other)
        next_ = page.tokens[min(other.last + 1, len(page.tokens) - 1)]
        listed = follower.kind == "," and next_.kind in "ENU" and not person
        said = follower.kind in "w," and (follower.low == "of" or follower.low not in page.words.no_predicates)
        said = said and not listed  # "In its capital, Chad, Mali and Niger met"
        if other.kind in kinds and said and follower.kind != "P":
            linked = page.link(other)
            fits = linked is not None and len(linked.actors) == 1 and not linked.place and linked.how != "demonym"
            return linked if fits and linked and (linked.how in ("person", "office")) is person else None
    return None


def _explained(page: Page, mention: Found) -> Mention | None:
    """ "Answer him | (Minister Lind) |": who stands in brackets behind the pronoun."""
    if token_after(page, mention).kind != "(":
        return None
    at = bisect_left(page.found, mention.last + 1, key=lambda found: found.first)
    for other in page.found[at : at + 3]:
        closing = page.tokens[other.last : other.last + 1]
        within = [t.low for t in page.tokens[mention.last + 1 : other.first]]
        if within in ([], ["the"]) and closing and closing[0].kind == ")" and other.kind != "pronoun":
            linked = page.link(other)
            return linked if linked and linked.actors else None
    return None


def _at_home(page: Page, mention: Found) -> frozenset[str]:
    """ "Told him that | he will visit Lima |": the persons of the state that is visited, of whom none is meant."""
    behind = page.tokens[mention.last : mention.last + 8]
    small = page.words.auxiliaries | page.words.seat_verbs | {"be", "to", "soon"}
    at = next((n for n, t in enumerate(behind) if t.low not in small and not t.low.endswith("ly")), 0)
    verb, link, then = [*behind[at : at + 3], END, END, END][:3]
    goes = verb.low in page.words.goes | {"travel", "fly", "go"} and link.low in ("to", "in")
    place = link.entry or then.entry if goes or is_form(verb.low, VISIT) else None
    people = page.discourse.back(mention.token.sentence, FAR, PERSONS) if place else []
    return frozenset(a for m in people for a in m.actors if place and owner_of(a) == place.code)


def _quoted(page: Page, mention: Found) -> tuple[str, ...]:
    """ "“Armenia has met it all,” it said": who was spoken of before the quotation, else who publishes."""
    begin = _quotation_before(page, mention)
    if mention.name != "it" or begin is None:
        return ()
    meant = page.discourse.said_before(mention.token.sentence, begin)
    return meant or ((page.publisher,) if page.publisher else ())


def _quotation_before(page: Page, mention: Found) -> int | None:
    """Where the quotation begins that closes right before "it said"; None where none does, 0 where its begin is
    far."""
    at = mention.first
    marks = [n for n in range(max(0, at - 2), at) if page.tokens[n].text in tuple('”"»')]
    if not marks or token_after(page, mention).low not in page.words.speaking:
        return None
    return next((n for n in range(marks[0] - 1, max(0, at - LONG), -1) if page.tokens[n].text in tuple('“"«„')), 0)


def link_office(page: Page, mention: Found) -> Mention | None:
    own = in_capacity(page, mention) or apposed_to(page, mention) or further(page, mention)
    return mention_of(page, mention, own.actors, "office", own.unlinked) if own else plain_office(page, mention)


def link_name(page: Page, mention: Found) -> Mention | None:
    return name_or_government(page, mention) or _surname(page, mention)


def _surname(page: Page, mention: Found) -> Mention | None:
    """ "... the banker Paul Weber. | Weber | said": somebody of no state who was named in full."""
    person, follower = page.people.find(mention), token_after(page, mention)
    alone = " " not in mention.name and mention.name[:1].isupper() and starts_sentence(page, mention)
    if person is None or not alone or parts_of(mention.name) != person.parts[-1:] or len(person.parts) < 2:
        return None
    word = mention.name.lower() in page.lower_words or mention.name in page.words.words_too
    if word or follower.kind not in "wP," or is_heading(page, mention):
        return None
    actor = f"/{person.name}"
    named = any(m.sort == "private" for m in page.discourse.past if m.actors == (actor,))
    return mention_of(page, mention, (actor,), "named", "not in the directory") if named else None


def _is_courtesy(page: Page, at: int) -> bool:
    """ "His Excellency Mr X", "His Majesty's Armed Forces": nobody is meant by "his", unless a verb follows."""
    honorific, follower = page.tokens[at + 1 : at + 3] if at + 2 < len(page.tokens) else (END, END)
    goes_on = follower.kind != "w" or follower.low in page.words.definite
    courtesy = honorific.low in page.words.honorifics | {"excellencies", "highnesses", "majesties"}
    return honorific.kind == "N" and courtesy and goes_on


def _monarch(page: Page, sentence: int, titles: frozenset[str]) -> str:
    """The person named last who has one of these titles: "His Majesty"."""
    for past in page.discourse.back(sentence, FAR, "person"):
        person = page.people.match(parts_of(past.actors[0].partition("/")[2]))
        if person and any(not titles.isdisjoint(title.lower().split()) for title in person.titles):
            return past.actors[0]
    return ""
