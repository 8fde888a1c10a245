"""Texts linked in one line, for the tests of actors: the mentions of a text, and whom a wording in it means.

Where no date is told, a text is of one day in 2021; what else is not told about it is not known.
"""

from __future__ import annotations

from collections.abc import Callable

from dragoman.actors.context.page import Page
from dragoman.actors.directory import directory
from dragoman.actors.linking import Mention, linked_mentions
from dragoman.actors.mentions.found import Found
from dragoman.actors.mentions.gazetteer import gazetteer_for
from dragoman.actors.mentions.scanner import mentions_in
from dragoman.actors.mentions.tokens import tokenize
from dragoman.actors.mentions.words import words
from dragoman.actors.opening import open_page
from dragoman.documents import blocks_of
from dragoman.records import Document, Known

DAY = "2021-06-01"
PERU = "Government of Peru"


Step = Callable[[Page, Found], Mention | None]


def nobody(page: Page, mention: Found) -> None:
    """Links no mention to anybody."""


def document(text: str, publisher: str = "", title: str = "", date: str = DAY) -> Document:
    known = [Known(side or None, "test") for side in (date, title, publisher)]
    blocks = blocks_of(text) if "\n\n" in text else ()
    return Document("d", text, date=known[0], title=known[1], publisher=known[2], blocks=blocks)


def opened(text: str, publisher: str = "", date: str = DAY, step: Step = nobody) -> Page:
    """The page of a text before its mentions are linked, each by ``step``."""
    page = document(text, publisher, date=date)
    tokens = tokenize(page, gazetteer_for(directory()))
    return open_page(page, directory(), tokens, mentions_in(tokens, words()), words(), step)


def link(text: str, publisher: str = "", title: str = "", date: str = DAY) -> list[Mention]:
    """Every mention in the text, in its order."""
    return list(linked_mentions(document(text, publisher, title, date), directory()))


def first(
    text: str, mention: str, publisher: str = "", title: str = "", date: str = DAY, *, head: bool = False
) -> tuple[str, ...] | None:
    """The actors of the first mention with exactly this wording; with ``head``, of one inside no longer mention."""
    found = link(text, publisher, title, date)
    return next((m.actors for m in found if m.text == mention and (m.head or not head)), None)


def last(
    text: str, mention: str, publisher: str = "", title: str = "", date: str = DAY, *, head: bool = False
) -> tuple[str, ...] | None:
    """The actors of the last mention with exactly this wording; with ``head``, of one inside no longer mention."""
    found = reversed(link(text, publisher, title, date))
    return next((m.actors for m in found if m.text == mention and (m.head or not head)), None)


def last_ending(text: str, end: str, publisher: str = "", title: str = "", date: str = DAY) -> tuple[str, ...] | None:
    """The actors of the last mention that ends so."""
    found = reversed(link(text, publisher, title, date))
    return next((m.actors for m in found if m.text.endswith(end)), None)


def joined(actors: tuple[str, ...] | None) -> str | None:
    """The actors in one string, with commas between."""
    return None if actors is None else ",".join(actors)


def who(text: str, mention: str, date: str = DAY) -> str | None:
    """`last` with ``head`` on a page of Peru's government, `joined`."""
    return joined(last(text, mention, PERU, date=date, head=True))
