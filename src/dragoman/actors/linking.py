"""Who is meant: every mention of an actor in a document, linked to the contract's notation with the whole document.

linked_mentions(document, directory) -> (Mention(start=0, end=6, text="Serbia", actors=("SRB",), how="named"), ...)
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from dragoman.actors.context.apart import title_limit
from dragoman.actors.context.hearing import hear_label, hear_quotation, quotations_of, speakers
from dragoman.actors.context.page import Mention, Page, within
from dragoman.actors.context.publishers import publisher_actor
from dragoman.actors.context.quoting import Quoted
from dragoman.actors.directory import Directory
from dragoman.actors.mentions.acronyms import acronyms
from dragoman.actors.mentions.found import Found
from dragoman.actors.mentions.gazetteer import gazetteer_for
from dragoman.actors.mentions.scanner import mentions_in
from dragoman.actors.mentions.tokens import tokenize
from dragoman.actors.mentions.words import words
from dragoman.actors.names.naming import link_body, link_entity, link_private
from dragoman.actors.opening import open_page
from dragoman.actors.persons.persons import link_person, speak_first
from dragoman.actors.references.listed import link_group
from dragoman.actors.references.possessors import addressee, is_addressed, owner_before
from dragoman.actors.references.pronouns import link_name, link_office, link_pronoun
from dragoman.actors.references.referring import link_bodies, link_collective
from dragoman.actors.references.remembering import remember
from dragoman.records import Document

__all__ = ["Mention", "acronyms", "context_actors", "linked", "linked_mentions", "publisher_actor", "within"]

STEPS: Mapping[str, Callable[[Page, Found], Mention | None]] = {
    "entity": link_entity, "person": link_person, "office": link_office, "name": link_name, "body": link_body,
    "organisation": link_private, "group": link_group, "collective": link_collective, "pronoun": link_pronoun,
    "bodies": link_bodies,
}  # fmt: skip
"""How mentions of each kind are linked."""


def linked_mentions(document: Document, directory: Directory) -> tuple[Mention, ...]:
    """Every mention of an actor in ``document``, in order of the text. Never raises; linear in the text's length."""
    return linked(document, directory).mentions


def context_actors(document: Document, directory: Directory) -> tuple[str, ...]:
    """Whom a document as a whole is by or about, for passages that name nobody: the parties of a joint statement, the
    speaker, the actors of the title, the publisher. In this order; without repeats."""
    return linked(document, directory).context


@dataclass(frozen=True, slots=True)
class Linked:
    """All that linking gives: what `linked_mentions` and `context_actors` do, and who is quoted where."""

    mentions: tuple[Mention, ...]
    context: tuple[str, ...]
    quoted: tuple[Quoted, ...]


def linked(document: Document, directory: Directory) -> Linked:
    """Link ``document`` once, for those who want more than its mentions."""
    known = words()
    tokens = tokenize(document, gazetteer_for(directory))
    page = open_page(document, directory, tokens, mentions_in(tokens, known), known, _step)
    mentions = _link_all(page)
    return Linked(mentions, _context(page, mentions), speakers(page, mentions))


def _link_all(page: Page) -> tuple[Mention, ...]:
    """Every mention of the page, linked in the order of the text."""
    speak_first(page)
    inside, private, page.heard = -1, -1, False
    spoken = deque(quotations_of(page))
    for mention in page.found:
        nested = mention.nested or mention.last <= inside
        hear_label(page, mention)
        hear_quotation(page, mention, spoken)
        if is_addressed(page, mention) and not addressee(page):
            continue
        owner = owner_before(page, mention)
        mention.codes, page.owned = owner or mention.codes, bool(owner)
        linked = page.link(mention)
        if mention.kind == "person":
            page.previous = mention
        if linked is None:
            continue
        linked = replace(linked, head=False) if nested else linked
        page.out.append(linked)
        inside = max(inside, mention.last)
        private = mention.last if mention.kind == "organisation" else private
        adjective = linked.how == "demonym"
        if not nested or adjective or mention.last > private:  # "Japan Fund" speaks of no Japan
            remember(page, mention, linked)
    each = dict.fromkeys(_as_settled(page, m) for m in page.out)  # no set, whose order changes from run to run
    return tuple(sorted(each, key=lambda m: (m.start, -m.end, m.how)))


def _as_settled(page: Page, linked: Mention) -> Mention:
    """A mention of somebody whom the setting made a guess of, as a later sentence tells whom he serves."""
    known = page.settled
    if known.keys().isdisjoint(linked.actors):
        return linked
    actors = tuple(known.get(actor, actor) for actor in linked.actors)
    return replace(linked, actors=actors, others=linked.others if len(actors) > 1 else ())


def _context(page: Page, mentions: tuple[Mention, ...]) -> tuple[str, ...]:
    """Whom the whole document, with the ``mentions`` linked in it, is about or by: parties, speaker, the title's
    actors, publisher."""
    setting = page.setting
    if page.title_is_apart:
        titled = [actor for actor in setting.title_actors if not actor.startswith("/")]
    else:
        limit = title_limit(page)
        titled = [a for m in mentions if m.start < limit and m.how in ("person", "office") for a in m.actors]
    found = [*setting.parties, setting.speaker, setting.host, *titled, *setting.title_states, setting.publisher]
    return tuple(dict.fromkeys(actor for actor in found if actor))


def _step(page: Page, mention: Found) -> Mention | None:
    return STEPS[mention.kind](page, mention)
