"""The title and what it names, and what else is named apart from the text: in the publisher's name."""

from __future__ import annotations

from dataclasses import replace

from dragoman.actors.context.page import Page
from dragoman.actors.mentions.found import Found
from dragoman.actors.mentions.gazetteer import gazetteer_for
from dragoman.actors.mentions.scanner import mentions_in
from dragoman.actors.mentions.tokens import tokenize

TITLE_LIMIT = 400
"""Characters of a title that are read."""


def title_apart(page: Page) -> list[Found] | None:
    """What the title names that the text does not start with, as in a table with a column of titles; None where
    the text starts with it or there is none."""
    title = " ".join((page.document.title.value or "")[:TITLE_LIMIT].split())
    if not title or " ".join(page.document.text[: 2 * TITLE_LIMIT].split()).startswith(title):
        return None
    return named_in(page, title)


def named_in(page: Page, text: str) -> list[Found]:
    """What a text that stands apart from the document's names, as its title or publisher, before it is linked."""
    alone = replace(page.document, text=text, blocks=())
    return mentions_in(tokenize(alone, gazetteer_for(page.directory)), page.words)


def title_limit(page: Page) -> int:
    """Where the title ends that the text starts with: else its first line."""
    title = page.document.title.value or ""
    if title and page.document.text.startswith(title):
        return len(title) + 3
    return min(page.document.text.find("\n") % TITLE_LIMIT, TITLE_LIMIT)
