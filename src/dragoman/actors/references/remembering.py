"""What is kept of a linked mention for the pronouns and phrases that come after it."""

from __future__ import annotations

from dragoman.actors.context.beside import token_after
from dragoman.actors.context.page import Mention, Page, once
from dragoman.actors.context.venues import is_venue
from dragoman.actors.discourse.antecedents import Mentioned
from dragoman.actors.mentions.found import END, Found, is_past
from dragoman.actors.persons.sides import is_of_leaders
from dragoman.actors.references.clauses import (
    article_start,
    gender_of,
    is_cited,
    joined_by,
    leads_clause,
    leads_sentence,
    list_up,
    past_apposition,
)
from dragoman.actors.references.lands import is_abroad
from dragoman.actors.references.listed import is_told_of, is_where
from dragoman.actors.references.pronouns import is_object

SORTS = {"state": "state", "demonym": "state", "seat": "state", "house": "state", "nationals": "group", "org": "org",
         "body": "body", "group": "group", "region": "region"}  # fmt: skip
PRONOUNS = {"he": "he", "she": "he", "him": "him", "her": "he", "his": "he", "it": "it", "they": "they"}
"""Pronouns that later ones go on from: "he ... his"."""


def remember(page: Page, mention: Found, linked: Mention) -> None:
    private = _is_private_person(page, mention, linked)
    if not linked.actors or (linked.unlinked and not private and linked.how != "pronoun"):
        return
    if _says_whose(page, mention):
        return
    entry = mention.token.entry if mention.kind == "entity" else None
    sort = SORTS.get(entry.kind, "state") if entry else {"entity": "state",
        "person": "person", "name": "person", "office": "person", "body": "body", "organisation": "org",
        "group": "group", "bodies": "many", "pronoun": "pronoun",
        "collective": "many" if len(linked.actors) > 1 else "state",
    }[mention.kind]  # fmt: skip
    nationals = sort == "group" and linked.how == "demonym"
    sort = "state" if nationals else sort  # "The Poles signed"
    if entry and linked.how == "office":
        sort = "person"  # "the UN Secretary-General"
    if entry and entry.kind == "seat" and page.directory.is_organisation(linked.actors[0]):
        sort = "org"  # New York
    if mention.kind in ("body", "office") and "/" not in linked.actors[0]:
        sort = "state"
    if mention.kind in ("collective", "name") and linked.how in ("body", "acronym"):
        sort = "body" if "/" in linked.actors[0] else "org"
    if mention.kind == "collective" and len(linked.actors) == 1 and "/" in linked.actors[0]:
        sort = "group" if linked.how == "group" else "body"  # "the Foundation" is no state
    called = mention.kind in ("name", "collective") and len(linked.actors) == 1
    if called and page.directory.is_organisation(linked.actors[0]):
        sort = "org"
    if private:
        sort = "private"
    if mention.kind == "pronoun":
        sort = PRONOUNS.get(mention.name, "pronoun")
        sort = "him" if sort == "he" and is_object(page, mention) else sort
    written = linked.text.isupper() or not linked.text.endswith("s")
    if entry and entry.kind == "group" and written:
        sort = "movement"  # "UNITA", not "the Houthis"
    if sort == "group" and _is_nobody(page, mention, linked.text.lower()):
        return
    gender = gender_of(page, mention) if sort in ("person", "private") else ""
    leads, joined = leads_sentence(page, mention), joined_by(page, mention)
    leads = leads and not (mention.kind == "pronoun" and is_object(page, mention))
    clause = leads_clause(page, mention)
    acts = sort == "movement" and (leads or clause)
    plural = nationals or sort in ("group", "many") or acts or _is_plural(page, mention)
    page.discourse.tell(
        Mentioned(
            linked.actors, sort, mention.token.sentence, mention.first, leads, gender,
            possessive=token_after(page, mention).kind == "P", place=linked.place, clause=clause,
            joined="" if clause and not leads else joined, nested=not linked.head or mention.nested,
            plural=plural, wording=_wording(page, linked) if sort in ("body", "org") else "",
            abroad=is_abroad(page, mention),
            cited=is_cited(page, mention), where=is_where(page, mention),
            venue=is_venue(page.tokens, mention, page.words), told=is_told_of(page, mention),
            says=_says(page, mention),
        )
    )  # fmt: skip
    list_up(page, mention, leads)


def _is_private_person(page: Page, mention: Found, linked: Mention) -> bool:
    """Someone of no state, whom "he" and "she" mean all the same: "Mr Peter Okello", "Amira Haddad" where she is
    called "Haddad" too or says something."""
    if not linked.unlinked or linked.place or mention.kind not in ("person", "name"):
        return False
    words = linked.actors[0].removeprefix("/").split()
    if mention.kind == "person" or (linked.how == "named" and len(words) > 1 and mention.name == words[-1]):
        return True
    article = mention.first and page.tokens[mention.first - 1].low in page.words.definite
    written = all(word[0].isupper() and not word.isupper() for word in words)
    known = (page.lower_words, page.words.adjectives, page.words.portfolio, page.words.title_modifiers)
    common = any(word.lower() in many for word in words for many in known)
    acts = token_after(page, mention).low in page.words.speaking or words[0] in page.words.given_names
    person = 1 < len(words) < 4 and written and not common and not article
    return linked.how == "named" and person and (words[-1] in _words_called(page) or acts)


@once
def _words_called(page: Page) -> frozenset[str]:
    """The capitalised names of the document that nothing else tells about."""
    return frozenset(m.name for m in page.found if m.kind == "name")


def _is_nobody(page: Page, mention: Found, called: str) -> bool:
    """ "The press", "told | reporters |": a group that no "they" means."""
    known, before = page.words.reference, page.tokens[article_start(page, mention) - 1].low if mention.first else ""
    return called in known["nobody"] or (called in known["hearers"] and before in ("told", "to", "telling", "by"))


def _says(page: Page, mention: Found) -> bool:
    """ "| Minister Lind | said"."""
    at = past_apposition(page, mention)
    return at < len(page.tokens) and page.tokens[at].low in page.words.speaking


def _is_plural(page: Page, mention: Found) -> bool:
    """ "Syrian troops", "the authorities", "the police", "ministers of SADC": who are "they"."""
    if mention.kind == "office" and is_of_leaders(page, mention):
        return True
    word = mention.name.lower().split()[-1] if mention.kind == "body" and mention.name else ""
    return word in page.words.reference["plural"]


def _says_whose(page: Page, mention: Found) -> bool:
    """ "Armenian-backed separatists", "a Moscow-mediated truce": a name that only tells of somebody or something
    else, so that no pronoun means it."""
    hyphen, word = ([*page.tokens[mention.last : mention.last + 2], END, END])[:2]
    glued = hyphen.kind == "-" and hyphen.end == word.start
    past = is_past(word, page.words) or word.low in ("led", "run", "built", "born")
    return (glued and word.kind == "w" and past) or _ruled_once(page, mention)


def _ruled_once(page: Page, mention: Found) -> bool:
    """ "A former French | colony", "its independence from Britain": a name of who ruled another once."""
    known, near = page.words.reference, page.tokens[mention.last : mention.last + 3]
    behind = next((t.low for t in near if t.low != "and" and not t.entry), "")
    if behind in known["colonies"] or behind in known["descents"]:
        return True
    before = page.tokens[max(0, mention.first - 5) : mention.first]
    link = next((t.low for t in reversed(before) if t.low != "the"), "")
    return link == "from" and not page.words.reference["won"].isdisjoint(t.low for t in before)


def _wording(page: Page, linked: Mention) -> str:
    """The words by which an organisation or body may be called again: of the text and of the directory."""
    code = linked.actors[0]
    return f"{linked.text} {page.directory.actor(code).name}" if code in page.directory else linked.text
