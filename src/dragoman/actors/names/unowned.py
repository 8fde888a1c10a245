"""Linking of bodies that need no owner beside them: the publisher's own, "the ministry", those of two states together,
and governments that are called by who leads them, "the Bush administration"."""

from __future__ import annotations

from dragoman.actors.context.apart import named_in
from dragoman.actors.context.beside import token_after
from dragoman.actors.context.making import capital, mention_of
from dragoman.actors.context.page import Mention, Page, once
from dragoman.actors.mentions.found import Found
from dragoman.actors.mentions.known_people import all_heads, known_people
from dragoman.actors.mentions.name_parts import ascii_lower
from dragoman.actors.mentions.owners import is_of_town
from dragoman.actors.names.organs import name_or_organ
from dragoman.actors.names.whose import introduced, seated_in, whose_body

AROUND = 40
"""Words around a joint body among which its states are named."""
LONG_AGO = 40
"""Years after which a government of the past is still told of by the surname of its head."""


@once
def conference_words(page: Page) -> frozenset[str]:
    """Words for a parliament that are for a conference here, "the congress" after "the Congress of Vienna"."""
    return frozenset(t.low for at, t in enumerate(page.tokens) if is_of_town(page.tokens, at, page.words))


def own_ministry(page: Page, mention: Found) -> tuple[str, ...]:
    """ "The ministry" on a ministry's page, where the text speaks of no other: the one that publishes."""
    article = mention.definite or (mention.first and page.tokens[mention.first - 1].low == "the")
    word = mention.name.lower()
    called = page.document.publisher.value or ""
    if not article or word not in called.lower().split() or introduced(page, mention) or seated_in(page, mention):
        return ()
    states = [f.token.entry.code for f in _publisher_mentions(page) if f.token.entry and f.token.entry.kind == "state"]
    code = states[-1] if states else page.publisher
    for found in _publisher_mentions(page):
        entry = found.token.entry if found.kind == "entity" else None
        name = found.token.text if entry and entry.kind == "body" else found.name
        if code and " " in name and word in name.lower().split():
            known = entry is not None and entry.code == code
            return (entry.actor if entry and known else f"{code}/{capital(name)}",)
    return ()


@once
def _publisher_mentions(page: Page) -> list[Found]:
    """What the publisher's name names."""
    return named_in(page, page.document.publisher.value or "")


def is_joint(page: Page, mention: Found, parts: list[str]) -> bool:
    """ "A Joint Commission was set up by Peru and Ghana": both's and neither's alone. A "Joint Committee on Trade"
    is a parliament's as well, so that one is told by the two who are named in its sentence."""
    both = page.words.joint_bodies
    head = next((part for part in parts if part in both["heads"]), "")
    if not parts or parts[0] not in both["first"] or not head:
        return False
    if head in both["always"] or " ".join(parts) in page.joint_bodies:
        return True
    near = page.tokens[max(0, mention.first - AROUND) : mention.last + AROUND]
    entries = [t.entry for t in near if t.sentence == mention.token.sentence]
    named = {entry.code for entry in entries if entry and entry.kind in ("state", "demonym")}
    told = len(named) > 1 and "standing" not in parts
    if told:
        page.joint_bodies.add(" ".join(parts))
    return told


def name_or_government(page: Page, mention: Found) -> Mention | None:
    """Of "the Bush | administration" the state, and no Bush."""
    noun = token_after(page, mention)
    the = mention.first > 0 and page.tokens[mention.first - 1].low == "the"
    code = _code_of_head(page, mention.name) if the and noun.low in page.words.administrations else ""
    called = f"/{mention.name} {noun.low}" if noun.low in page.words.disowned else ""
    linked = mention_of(page, mention, (code + called,), "named") if code else name_or_organ(page, mention)
    if linked or mention.name not in page.spelled or f"({mention.name})" in page.document.text:
        return linked
    del page.spelled[mention.name]  # an acronym of what turned out to be nobody's name
    return name_or_organ(page, mention)


def plain_group(page: Page, mention: Found) -> Mention | None:
    """Of "government forces" those of the state that is told of; other groups are nobody's."""
    code = whose_body(page, mention) or page.default if mention.name.lower() in page.words.state_forces else ""
    owner = code if page.directory.is_state(code) else ""
    return mention_of(page, mention, (f"{owner}/{capital(mention.name)}",), "body" if owner else "group")


def led_government(page: Page, mention: Found) -> str:
    """ "The Reagan Administration": the state that Reagan led."""
    surname, _, noun = mention.name.partition(" ")
    return _code_of_head(page, surname) if noun.lower() in page.words.administrations else ""


def _code_of_head(page: Page, surname: str) -> str:
    """The state whose head of that surname was in office last before the document; "" for none and where another
    state, which the text names, had one too."""
    year, called = page.people.year or 0, ascii_lower(surname)
    past = [head for head in all_heads() if head.first <= year and ascii_lower(head.name).split()[-1] == called]
    codes = {head.code for head in past if year - min(head.last, year) < LONG_AGO}
    named = {code for code in codes if code in (page.publisher, *page.setting.topics)}
    if not codes:  # "the Mobutu regime", where the text names the state
        known = (k for k in known_people().get(called, ()) if k.first <= year)
        named = {k.code for k in known if k.code in page.people.named and page.directory.is_state(k.code)}
    return (named or codes).pop() if len(named or codes) == 1 else ""
