"""Who may hold an office where the text does not say whom a person serves: plain knowledge, and what states lack."""

from __future__ import annotations

from collections.abc import Collection
from itertools import chain

from dragoman.actors.context.page import Page
from dragoman.actors.context.people import Person
from dragoman.actors.directory import owner_of
from dragoman.actors.mentions.known_people import head_of
from dragoman.actors.mentions.name_parts import parts_of

MAX_OTHERS = 2
"""Other actors that a guessed mention may mean."""


def known_head(page: Page, code: str, title: str) -> str:
    """The publisher's own head of state or government in the document's year, where only the office is named."""
    if code != owner_of(page.publisher):
        return ""
    name = head_of(code, title, page.people.year)
    return f"{code}/{name}" if name else ""


def served_by(page: Page, person: Person, title: str = "") -> str:
    """Whom a person serves: as the text says, else as is plain knowledge, where that one has the offices that the
    person is given; "" where neither tells it."""
    known = page.people.knowledge(person)
    titles = (title, *person.titles)
    year = page.people.year
    heads = ((code, head_of(code, held, year)) for code in known for held in titles)
    leading = (code for code, head in heads if head and parts_of(head) == person.parts)
    fitting = (code for code in known if not any(lacks(page, code, held) for held in titles))
    held = (code for code in known if page.people.held(person, code))
    return person.code() or next(chain(leading, fitting, held), "")


def guess(page: Page, actor: str, sentence: int, office: str = "", *, but: Collection[str] = ()) -> tuple[str, ...]:
    """Notes ``actor`` as one whose code only the setting gives, and tells the other states and organisations that
    it may belong to: those in hand, in the title and most mentioned, and the publisher, if they have such an office
    and are none of ``but``."""
    code, slash, name = actor.partition("/")
    if code and name and actor not in page.guessed:
        near = [*page.discourse.state(sentence), *page.setting.title_states, *page.setting.topics, page.publisher]
        if any(f"{office or name} ".lower().startswith(f"{body} ") for body in page.words.world_bodies):
            near = [*page.setting.orgs[:1], *near]
        codes = [c for c in dict.fromkeys(near) if c and c != code and c not in page.posts.union(but)]
        general = office.lower().replace("-", " ") == "secretary general" and page.directory.is_organisation(code)
        known = page.directory.is_organisation
        if general and code == page.default:  # of the organisation that publishes, or of another
            codes = [c for c in codes if known(c)]
        codes = [c for c in codes if known(c) or not _lacks_ministry(page, c, office or name)]
        page.guessed[actor] = tuple(f"{c}{slash}{name}" for c in codes[:MAX_OTHERS])
    return page.guessed.get(actor, ())


def _lacks_ministry(page: Page, code: str, title: str) -> bool:
    """Whether the state has no such ministry or minister; presidents there are of many things."""
    parts = [part for part in title.split() if part.lower() not in ("president", "chancellor", "chairman")]
    return lacks(page, code, " ".join(parts))


def lacks(page: Page, code: str, title: str) -> bool:
    """Whether the state or organisation ``code`` has no such office or body: NATO no king, the IMF no ministry. Any
    state may have the president of a body and a prime cabinet secretary."""
    known = page.words.lacking
    organisation = bool(code) and page.directory.is_organisation(code)
    every = known["organisations"] if organisation else frozenset[str]()
    parts = set(title.lower().split())
    if head_of(code, title, page.people.year):
        return False
    if not organisation and (("of" in parts and "republic" not in parts) or parts & page.words.body_heads):
        parts -= {"president", "chancellor"}
    if "minister" not in parts:
        parts.discard("prime")
    if parts & page.words.sent:
        parts.discard("minister")
    return not known.get(code, every).isdisjoint(parts - _had(page, code))


def _had(page: Page, code: str) -> set[str]:
    """Offices that ``code`` lacks today and had in the document's year: the prime minister of Kenya in 2009."""
    year = page.people.year
    periods = page.words.had.get(code, {}).items()
    return {word for word, known in periods if year and any(first <= year <= last for first, last in known)}
