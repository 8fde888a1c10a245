"""Linking of bodies that need no owner beside them: the publisher's own, "the ministry", those of two states together,
and governments that are called by who leads them, "the Bush administration"."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from dragoman.actors.context.opening import Mention, capital
from dragoman.actors.mentions.found import Found
from dragoman.actors.mentions.gazetteer import gazetteer_for
from dragoman.actors.mentions.owners import is_of_town
from dragoman.actors.mentions.scanner import Scanner
from dragoman.actors.mentions.tokens import tokenize
from dragoman.actors.names.organs import Organs
from dragoman.actors.persons.people import all_heads, fold, known_people

AROUND = 40
"""Words around a joint body among which its states are named."""
LONG_AGO = 40
"""Years after which a government of the past is still told of by the surname of its head."""


class Unowned(Organs):
    """Whose a body is by its name and by who publishes."""

    @cached_property
    def joint(self) -> set[str]:
        """Names of bodies that two states were found to have together."""
        return set()

    @cached_property
    def conferred(self) -> frozenset[str]:
        """Words for a parliament that are for a conference here, "the congress" after "the Congress of Vienna"."""
        return frozenset(t.low for at, t in enumerate(self.tokens) if is_of_town(self.tokens, at, self.words))

    def own_ministry(self, mention: Found) -> tuple[str, ...]:
        """ "The ministry" on a ministry's page, where the text speaks of no other: the one that publishes."""
        article = mention.definite or (mention.first and self.tokens[mention.first - 1].low == "the")
        word = mention.name.lower()
        called = self.document.publisher.value or ""
        if not article or word not in called.lower().split() or self.introduced(mention) or self.seated_in(mention):
            return ()
        states = [f.token.entry.code for f in self.publishing if f.token.entry and f.token.entry.kind == "state"]
        code = states[-1] if states else self.publisher
        for found in self.publishing:
            entry = found.token.entry if found.kind == "entity" else None
            name = found.token.text if entry and entry.kind == "body" else found.name
            if code and " " in name and word in name.lower().split():
                known = entry is not None and entry.code == code
                return (entry.actor if entry and known else f"{code}/{capital(name)}",)
        return ()

    @cached_property
    def publishing(self) -> list[Found]:
        """What the publisher's name names."""
        alone = replace(self.document, text=self.document.publisher.value or "", blocks=())
        return Scanner(tokenize(alone, gazetteer_for(self.directory)), self.words).scan()

    def is_joint(self, mention: Found, parts: list[str]) -> bool:
        """ "A Joint Commission was set up by Peru and Ghana": both's and neither's alone. A "Joint Committee on Trade"
        is a parliament's as well, so that one is told by the two who are named in its sentence."""
        both = self.words.joint_bodies
        head = next((part for part in parts if part in both["heads"]), "")
        if not parts or parts[0] not in both["first"] or not head:
            return False
        if head in both["always"] or " ".join(parts) in self.joint:
            return True
        near = self.tokens[max(0, mention.first - AROUND) : mention.last + AROUND]
        entries = [t.entry for t in near if t.sentence == mention.token.sentence]
        named = {entry.code for entry in entries if entry and entry.kind in ("state", "demonym")}
        told = len(named) > 1 and "standing" not in parts
        self.joint |= {" ".join(parts)} if told else set()
        return told

    def name(self, mention: Found) -> Mention | None:
        """Of "the Bush | administration" the state, and no Bush."""
        noun = self.follower(mention)
        the = mention.first > 0 and self.tokens[mention.first - 1].low == "the"
        code = self.code_of_head(mention.name) if the and noun.low in self.words.administrations else ""
        called = f"/{mention.name} {noun.low}" if noun.low in self.words.disowned else ""
        linked = self.make(mention, (code + called,), "named") if code else super().name(mention)
        if linked or mention.name not in self.spelled or f"({mention.name})" in self.document.text:
            return linked
        del self.spelled[mention.name]  # an acronym of what turned out to be nobody's name
        return super().name(mention)

    def group(self, mention: Found) -> Mention | None:
        """Of "government forces" those of the state that is told of; other groups are nobody's."""
        code = self.whose(mention) or self.default if mention.name.lower() in self.words.state_forces else ""
        owner = code if self.directory.is_state(code) else ""
        return self.make(mention, (f"{owner}/{capital(mention.name)}",), "body" if owner else "group")

    def led_government(self, mention: Found) -> str:
        """ "The Reagan Administration": the state that Reagan led."""
        surname, _, noun = mention.name.partition(" ")
        return self.code_of_head(surname) if noun.lower() in self.words.administrations else ""

    def code_of_head(self, surname: str) -> str:
        """The state whose head of that surname was in office last before the document; "" for none and where another
        state, which the text names, had one too."""
        year, called = self.people.year or 0, fold(surname)
        past = [head for head in all_heads() if head.first <= year and fold(head.name).split()[-1] == called]
        codes = {head.code for head in past if year - min(head.last, year) < LONG_AGO}
        named = {code for code in codes if code in (self.publisher, *self.setting.topics)}
        if not codes:  # "the Mobutu regime", where the text names the state
            known = (k for k in known_people().get(called, ()) if k.first <= year)
            named = {k.code for k in known if k.code in self.people.named and self.directory.is_state(k.code)}
        return (named or codes).pop() if len(named or codes) == 1 else ""
