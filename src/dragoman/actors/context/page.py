"""One document while its mentions are linked: what is known of it at first, and what linking learns on the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, TypeVar

from dragoman.actors.context.people import People
from dragoman.actors.directory import Directory
from dragoman.actors.discourse.coreference import Discourse
from dragoman.actors.discourse.setting import Setting
from dragoman.actors.mentions.found import Found
from dragoman.actors.mentions.tokens import Token
from dragoman.actors.mentions.words import Words
from dragoman.records import Document

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention and whom it means, in the contract's notation; several for "the two countries".

    ``how`` is a short word: named, acronym, demonym, seat, office, person, body, group, region, collective, pronoun,
    publisher ... ``others`` are actors that it may mean instead, where only the setting says whom an official or a body
    serves. ``head`` is false for one that stands inside a longer mention ("Serbian" in "Serbian armed forces").
    ``place`` marks a capital that is only where something is. ``unlinked`` is the reason why nobody is meant for sure.
    """

    start: int
    end: int
    text: str
    actors: tuple[str, ...]
    how: str
    head: bool = True
    place: bool = False
    unlinked: str | None = None
    sector: str | None = None
    others: tuple[str, ...] = ()


def within(mentions: Sequence[Mention], start: int, end: int) -> list[Mention]:
    """Those of ``mentions`` that stand in the characters ``start:end``, in their order."""
    return [m for m in mentions if start <= m.start and m.end <= end]


@dataclass(slots=True, eq=False)
class Page:
    """What the functions that link mentions share. `opening.open_page` makes one; `linking` goes through ``found`` in
    the order of the text, adds each linked mention to ``out`` and keeps in ``discourse`` what later ones refer to.

    ``step`` says whom a found mention means: functions that have to know it of another mention than their own ask
    `link`."""

    document: Document
    directory: Directory
    tokens: list[Token]
    found: list[Found]
    words: Words
    step: Callable[[Page, Found], Mention | None]
    people: People
    publisher: str = ""
    """The state or organisation that publishes, or whose body does: a code."""
    portal: bool = False
    """A site that is no government's publishes, and the text never names its state."""
    press: bool = False
    """Who publishes is no party to what the text tells: a paper, a society, a portal."""
    headline: list[Found] = field(default_factory=list)
    """What the title names, or the text's first line."""
    title_is_apart: bool = False
    """The text does not begin with the title."""
    setting: Setting = field(default_factory=Setting)
    discourse: Discourse = field(default_factory=lambda: Discourse(Setting()))
    default: str = ""
    """Whom a bare title serves."""
    posts: frozenset[str] = frozenset()
    """States that are only named as where envoys are sent."""
    spelled: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Acronyms, and where the text writes them out."""
    titles_written: set[str] = field(default_factory=set)
    """Long forms of titles that the text has, for short ones that may mean others."""
    lower_words: set[str] = field(default_factory=set)
    vessels: set[str] = field(default_factory=set)
    inner_acronyms: set[str] = field(default_factory=set)
    """Words in capitals that stand within sentences in lower case."""
    names_un: bool = False

    out: list[Mention] = field(default_factory=list)
    """The mentions linked so far."""
    guessed: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Actors of whom only the setting says whom they serve, and who they may be instead."""
    settled: dict[str, str] = field(default_factory=dict)
    """Guessed actors of whom a later sentence says whom they serve, and as whom."""
    private_people: set[str] = field(default_factory=set)
    bodies: dict[str, str] = field(default_factory=dict)
    """Names of bodies and whose they are, as the text says: nobody else's are meant by them."""
    organs: dict[str, str] = field(default_factory=dict)
    """Names of organs and the organisation that the rules gave them to: what later words tell goes before it."""
    joint_bodies: set[str] = field(default_factory=set)
    """Names of bodies that two states were found to have together."""
    groups_written: dict[str, bool] = field(default_factory=dict)
    """Names of groups, as far as they were asked for, and whether the text has them."""
    owned: bool = False
    """The words right before the mention in hand say whose it is: "its embassy"."""
    previous: Found | None = None
    """The last person."""
    heard: bool = False
    """The speaker of the quotation in hand is known."""
    last_owned: tuple[int, str] = (-1, "")
    """Where the last body of a list ends, and whose the first of it is by its own words."""
    listed: tuple[Found, int, bool] | None = None
    """The last whole mention, its end with an "of Chad" behind it, and whether it leads its sentence."""
    thing_in: int = -1
    """The sentence whose "it" was last found to be a treaty or the like."""
    kept: dict[Callable[[Page], Any], Any] = field(default_factory=dict)
    """What functions with `once` gave."""

    def link(self, mention: Found) -> Mention | None:
        """Whom a mention means; None for one that is nobody's."""
        return self.step(self, mention)


def once(compute: Callable[[Page], T]) -> Callable[[Page], T]:
    """A function of a page that is computed when it is first asked for, and kept with the page."""

    @wraps(compute)
    def kept(page: Page) -> T:
        if compute not in page.kept:
            page.kept[compute] = compute(page)
        value: T = page.kept[compute]
        return value

    return kept
