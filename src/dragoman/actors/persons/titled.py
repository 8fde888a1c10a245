"""Whether the title of a document alone tells whom a person serves: mostly it names the publisher's own."""

from __future__ import annotations

from dragoman.actors.context.making import is_state
from dragoman.actors.context.page import Page, once
from dragoman.actors.context.people import Person
from dragoman.actors.mentions.name_parts import ascii_lower, parts_of
from dragoman.actors.persons.sides import names_a_thing


def is_title_person(page: Page, person: Person) -> bool:
    """Whether the title names one who is called "Ms Lind" in the text or speaks in it, and no other state. Not every
    name there is a person's: "Travel to El Lindo"."""
    title = ascii_lower(page.document.title.value or "")
    if len(person.parts) < 2 or not is_state(page) or any(part not in title for part in person.parts):
        return False
    if not person.titled and (names_a_thing(page, person.name) or person.parts not in _labels(page)):
        return False
    foreign = any(code != page.publisher for code in page.setting.title_states)
    return not foreign and not _is_interviewer(page, title, person)


def _is_interviewer(page: Page, title: str, person: Person) -> bool:
    """ "Minister Lind with | Al Mora |": whom one talks with who is the publisher's or of nobody known."""
    host, beside, _ = title.partition(f" with {ascii_lower(person.name)}")
    own = (actor.partition("/") for actor in page.setting.title_actors if beside)
    return any(code in ("", page.publisher) and ascii_lower(name).split()[-1] in host for code, _, name in own)


@once
def _labels(page: Page) -> frozenset[tuple[str, ...]]:
    """The names before a colon, of those who speak: "Al Mora: Thank you"."""
    spoken = (m for m in page.found if m.kind == "name" and m.last < len(page.tokens))
    return frozenset(parts_of(m.name) for m in spoken if page.tokens[m.last].kind == ":")
