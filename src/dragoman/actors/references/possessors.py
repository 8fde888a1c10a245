"""Whose an office or body is by the words right before it: "our President", "its embassy", "the Bank's director"."""

from __future__ import annotations

from dragoman.actors.context.making import last_whole
from dragoman.actors.context.page import Mention, Page
from dragoman.actors.directory import owner_of
from dragoman.actors.mentions.found import Found
from dragoman.actors.mentions.tokens import Token
from dragoman.actors.persons.holding import lacks
from dragoman.actors.persons.serving import is_colleague


def owner_before(page: Page, mention: Found) -> tuple[str, ...]:
    """Whose an office or body is that stands behind "our", "its": "our President", "Niger opened its embassy"; also
    whose a "Brazilian president" is of an organisation, "the Bank and its Brazilian president"."""
    before = page.tokens[mention.first - 1] if mention.first else None
    last = last_whole(page)
    if is_addressed(page, mention):
        return (addressee(page),)
    if before is None or last is None or mention.kind not in ("person", "office", "body"):
        return ()
    person = page.people.find(mention) if mention.kind == "person" else None
    if mention.codes or (person and person.code()):
        return _foreign_head(page, mention, last, before)
    if before.low == "whose" or before.kind == "P":
        return _possessor(page, mention, last)
    if (last.start, last.end, last.how) != (before.start, before.end, "pronoun"):
        return ()
    shared = is_colleague(page, mention)
    codes = {owner_of(actor) for actor in last.actors}
    if before.low in ("they", "them", "their") or shared or last.others or len(codes) != 1:
        return ()
    code = codes.pop()
    known = code in page.directory and not code.startswith("/") and not lacks(page, code, mention.title or mention.name)
    return (code,) if known else ()


def _possessor(page: Page, mention: Found, last: Mention) -> tuple[str, ...]:
    """Whose an office or body is behind "the Bank's" or ", whose", where the Bank is the mention ``last``."""
    at = mention.first - 1
    at -= at > 0 and page.tokens[at].low == "whose" and page.tokens[at - 1].low == ","
    code = owner_of(last.actors[0]) if len(last.actors) == 1 and not last.others else ""
    near = at > 0 and last.end in (page.tokens[at - 1].end, page.tokens[at].end)
    known = near and last.how not in ("person", "group") and code in page.directory and not code.startswith("/")
    return (code,) if known and not lacks(page, code, mention.title or mention.name) else ()


def _foreign_head(page: Page, mention: Found, last: Mention, before: Token) -> tuple[str, ...]:
    """The organisation of "its Brazilian president": "its" says whom the president serves, and not "Brazilian"."""
    code = owner_of(last.actors[0])
    nationality = page.tokens[mention.first].entry
    its = before.low == "its" and (last.start, last.end) == (before.start, before.end)
    if not its or not nationality or nationality.kind != "demonym" or not page.directory.is_organisation(code):
        return ()
    return () if is_colleague(page, mention) else (code,)


def is_addressed(page: Page, mention: Found) -> bool:
    """ "Your Government": an office or body of the one who is spoken to."""
    before = page.tokens[mention.first - 1].low if mention.first else ""
    return before in page.words.addressed and mention.kind in ("person", "office", "body") and not mention.codes


def addressee(page: Page) -> str:
    """The state that a speech to one other state is addressed to: "Remarks by the Ambassador of Japan" in Palau."""
    own = owner_of(page.setting.speaker or page.setting.host) or page.publisher
    others = [code for code in page.setting.title_states if code != own and page.directory.is_state(code)]
    return others[0] if own and len(others) == 1 else ""
