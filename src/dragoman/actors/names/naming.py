"""Linking of names: of states, organisations, bodies and groups."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from functools import cached_property

from dragoman.actors.context.opening import Mention, capital, of_un
from dragoman.actors.directory import owner_of
from dragoman.actors.mentions.found import Found
from dragoman.actors.mentions.gazetteer import gazetteer_for
from dragoman.actors.names.nationals import act_as_state, peoples_of
from dragoman.actors.names.unowned import Unowned
from dragoman.actors.persons.people import ROMAN, fold
from dragoman.actors.persons.visiting import OWN

HOW = {"state": "named", "org": "named", "demonym": "demonym", "seat": "seat", "house": "seat", "nationals": "group",
       "body": "body", "group": "named", "region": "region"}  # fmt: skip
ACRONYM_BEHIND = re.compile(r" \([^()]+\)$")
POSSESSIVE = re.compile(r"['’]s$")


class Naming(Unowned):
    """Whose a body is that a text names: by its own words, else by what was said before, else by the setting."""

    @cached_property
    def written(self) -> dict[str, bool]:
        """Names of groups, as far as they were asked for, and whether the text has them."""
        return {}

    @cached_property
    def peoples(self) -> set[str]:
        return peoples_of(self.tokens)

    last_owned = (-1, "")
    """Where the last body of a list ends, and whose the first of it is by its own words."""

    def entity(self, mention: Found) -> Mention | None:
        entry = mention.token.entry
        if entry is None:
            return self.make(mention, mention.codes, "demonym")
        if entry.weak and entry.kind != "seat" and not self.supported(mention):
            return None
        text = self.tokens[mention.first].text
        if text in self.spelled and text.isupper() and entry.kind in ("org", "body"):
            other = self.acronym(mention, text)  # "Ethiopian Communications Authority (ECA)" is not the USA's ECA
            other = None if self.is_own_acronym(entry.actor, text) else other
            if other and (entry.kind == "org" or owner_of(other.actors[0]) != entry.code):
                return other
        worlds = entry.kind == "body" and entry.code == "UN" and not of_un(text)
        if worlds and (assembly := self.own_assembly(entry.name, mention.token.sentence)):
            return self.make(mention, (f"{assembly}/{entry.name}",), "body")
        if worlds and not self.is_worlds_own(mention) and self.is_own_body(entry.name):
            others = (f"UN/{entry.name}",)
            return self.make(mention, (f"{self.default}/{entry.name}",), "body", others=others)
        if entry.kind == "nationals":
            if act_as_state(self.tokens, mention.first, self.words, self.peoples):
                return self.make(mention, (entry.code,), "demonym")
            return self.make(mention, (f"/{self.tokens[mention.first].text}",), "group")
        if entry.kind == "body" and text.lower() in self.words.bodies_of_many:
            return self.of_many(mention, entry.code, text)
        if entry.kind == "body" and self.is_office(entry.name):
            holder = self.holder(mention, entry.code, entry.name)  # "the UN Secretary-General"
            return self.make(mention, (holder or entry.actor,), "office")
        if entry.kind == "group" and (ruled := self.ruled_by(mention, entry.name)):
            return self.make(mention, (ruled,), "named")
        if entry.kind == "group" and (owner := self.bodies.get(fold(entry.name))):  # "the Troika" after "SADC Troika"
            return self.make(mention, (f"{owner}/{entry.name}",), "body")
        actor = f"/{self.group_name(entry.name, POSSESSIVE.sub('', text))}" if entry.kind == "group" else entry.actor
        if entry.kind == "seat" and (former := self.seat_of_old(entry.code, text)):
            actor = former
        explained = entry.kind == "org" and text in self.spelled and text.isupper()
        return self.make(mention, (actor,), "acronym" if explained else HOW[entry.kind])

    def seat_of_old(self, code: str, seat: str) -> str:
        """ "Prague" of a text on Czechoslovakia that names no Czech Republic: the one former state, of those that the
        state ``code`` comes after, that had the same ``seat``; "" where the text names the present one."""
        entries = gazetteer_for(self.directory).entries.get(seat, ())
        others = {e.code for e in entries if e.kind == "seat" and e.code in self.directory} & self.states_named
        former = {other for other in others if code in self.directory.actor(other).successors}
        former = set() if code in self.states_named else former
        return former.pop() if len(former) == 1 else ""

    @cached_property
    def states_named(self) -> frozenset[str]:
        """The publisher and the states that the text names, or by an adjective, "Russian troops"; not by capitals or
        people, "the Russians", of whom a former state is told as well."""
        entries = (t.entry for t in self.tokens if t.entry)
        return frozenset(e.code for e in entries if e.kind in ("state", "demonym")) | {self.publisher}

    def ruled_by(self, mention: Found, name: str) -> str:
        """ "The Sandinista | regime": the state that a group rules; "" where no government of theirs is told of."""
        governs = self.follower(mention).low in self.words.administrations
        return self.words.governing_groups.get(name, "") if governs else ""

    def is_office(self, name: str) -> bool:
        """Whether an entry's name is that of an office, "Secretary-General", and not "Committee of Ministers"."""
        parts = name.lower().split()
        return parts[-1] in self.words.title_heads and self.words.body_heads.isdisjoint(parts)

    def is_own_acronym(self, actor: str, text: str) -> bool:
        """Whether the name before the acronym ``text`` in brackets is the actor's: "the Council of the Organization of
        the Black Sea Economic Cooperation (BSEC)" is no BSEC."""
        start, end = self.spelled[text]
        named = gazetteer_for(self.directory).entries.get(self.document.text[start:end], ())
        known = any(entry.actor == actor for entry in named)
        return known or any(m.end == end and m.actors == (actor,) for m in self.linked_near(start, end))

    def own_servants(self, mention: Found) -> str:
        """ "Kenya recalled *its diplomats*": whose those are who serve a state, behind a pronoun for it."""
        name, last = mention.name.lower(), self.last_whole()
        servants = name in self.words.plain_bodies or (name in self.words.title_heads and name.endswith("s"))
        servants = servants and name not in self.words.colleagues
        before = self.tokens[mention.first - 1] if mention.first else None
        its = before is not None and last is not None and last.how == "pronoun" and last.end == before.end
        if not servants or not before or not its or not last or last.others or len(last.actors) != 1:
            return ""
        code = owner_of(last.actors[0]) if before.low in OWN else ""
        return code if code in self.directory and not code.startswith("/") else ""

    def group_name(self, known: str, written: str) -> str:
        """What a group is called: as the text spells it ("Hizballah"), but by one name. "Houthi rebels" are of the
        Houthis, and Ansar Allah is they as well where the text has both names."""
        if known not in self.written:
            self.written[known] = known.partition(" (")[0] in self.document.text
        same = written.lower() in known.lower() or self.written[known]
        return known if same and not written.startswith(known) else written

    def of_many(self, mention: Found, code: str, name: str) -> Mention | None:
        """A body whose name several states' have ("the Senate"): the one it is known for where the document is about
        that state, else that of the state in hand; either may be meant."""
        follower = self.follower(mention)
        if follower.kind == "N" and follower.low in self.words.instrument_nouns:
            return None  # "Foreign Office Consultations"
        named = self.discourse.state(mention.token.sentence, not_publisher=False)
        listed = [s for s in named if f"{s}/{name}" in self.directory]  # after Peru and Austria, "the Bundesrat"
        told = listed[0] if len(listed) == 1 else self.seated_in(mention) or self.introduced(mention)
        told = told or self.acting(mention)
        own = self.default if self.default == self.publisher and not self.lacks(self.default, name) else ""
        states = (told, own, self.whose(mention), self.default)
        few = name.lower() in self.words.bodies_of_few
        here = [s for s in states if self.directory.is_state(s) and s != code and not (few and s not in listed)]
        if not here:
            return self.make(mention, (f"{code}/{name}",), "body")
        known = (owner_of(self.publisher), *self.setting.title_states, *self.setting.topics)
        first, second = (code, here[0]) if code in known else (here[0], code)
        others = tuple(dict.fromkeys(f"{other}/{name}" for other in (*here, second) if other != first))
        return self.make(mention, (f"{first}/{name}",), "body", others=others[:2])

    def supported(self, mention: Found) -> bool:
        """A weak acronym counts where the text spells it out or where it stands in a row of names."""
        if self.tokens[mention.first].text in self.spelled:
            return True
        near = self.tokens[max(0, mention.first - 3) : mention.last + 3]
        commas = sum(t.kind == "," for t in near)
        return commas > 0 and sum(t.kind == "E" and t.entry is not None and t.entry.kind == "org" for t in near) > 1

    def is_stateless(self, parts: list[str]) -> bool:
        """ "Board of Governors", "Committee of Permanent Representatives": an organisation's or a company's."""
        of = parts.index("of") if "of" in parts[1:] else len(parts)
        many = {part for part in parts[of:] if part.endswith("s")}
        stateless = parts[of - 1] in self.words.stateless and not many.isdisjoint(self.words.title_heads)
        return self.is_state() and stateless

    def is_strange_unit(self, mention: Found, parts: list[str]) -> bool:
        """ "USC's Cable School", where the directory has no USC: part of a body that is nobody's."""
        unit = not self.words.units.isdisjoint(parts) and self.words.body_heads.isdisjoint(parts)
        owner, link = self.tokens[mention.first - 2], self.tokens[mention.first - 1]
        if not unit or mention.first < 2 or link.kind != "P":
            return False
        last = self.last_whole()
        known = last is not None and last.end in (owner.end, link.end) and not last.actors[0].startswith("/")
        # "Chad's Cable Centre" is mostly private.
        state = owner.entry is not None and owner.entry.kind in ("state", "seat")
        return state or (not known and owner.low not in self.words.body_heads)

    def body(self, mention: Found) -> Mention | None:
        name = mention.name
        parts = name.lower().split()
        last = parts[-1] if parts else ""
        bare = last in self.words.bare_bodies and "of" not in parts  # no "Council of Ministers"
        key = fold(name)
        if self.is_strange_unit(mention, parts):
            return self.private(mention)
        if bare and not mention.codes and (headed := self.led_government(mention)):
            return self.make(mention, (headed,), "body")
        if not mention.codes and (owner := self.private_owner(mention)):
            actor = owner if bare else f"{owner} {capital(name)}"
            return self.make(mention, (actor,), "body")
        if mention.codes:
            if bare and "/" not in name:
                same = self.same_official(mention)
                return self.make(mention, same or mention.codes, "office" if same else "body")
            self.keep_row(mention, mention.codes)
            if not self.owned and len(mention.codes) == 1:  # "its High Commission" says nothing of others'
                self.bodies.setdefault(key, mention.codes[0])
            if len(mention.codes) == 1 and (known := self.known_by_acronym(mention)):
                return self.make(mention, (known,), "body")
            return self.make(mention, tuple(f"{code}/{capital(name)}" for code in mention.codes), "body")
        if key in self.words.self_called:
            if meant := self.called_short(mention) or self.own_ministry(mention):
                return self.make(mention, meant, "body")
            if name.islower() and key not in self.words.plain_bodies:
                return None  # "the department", which is part of a state as well
        if key in self.words.body_heads and not mention.definite and key in self.words.generic_bodies:
            decides = self.starts_sentence(mention) and self.tokens[mention.last].low in self.words.decides
            same = self.discourse.last_body(mention.token.sentence, key) if decides else ()
            return self.make(mention, same, "body") if len(same) == 1 else None
        if key in self.conferred:
            return None
        if " " not in name and (same := self.called_short(mention)):
            return self.make(mention, same, "body")
        if (bare or last in self.words.seated) and (led := self.led_by(mention)):
            return self.make(mention, led if bare else (f"{led[0]}/{capital(name)}",), "body")
        if self.is_joint(mention, parts):
            return self.make(mention, (f"/{capital(name)}",), "body")
        if not bare and (lord := self.lord(mention)):
            if key in self.words.chairing:
                return None  # "under the presidency of Jo Lind"
            code = owner_of(lord.actors[0])
            of_whom = f"/{capital(self.document.text[mention.token.start : lord.end])}"
            return self.make(mention, (f"{code}/{capital(name)}" if code in self.directory else of_whom,), "body")
        code = self.row_owner(mention) or self.represented(mention) or self.row_behind(mention)
        code = code or self.come_from(mention) or self.introduced(mention)
        if code.startswith("/"):
            return self.make(mention, (code if bare else f"{code} {capital(name)}",), "body")
        code = code or self.post_owner(mention, name) or self.bodies.get(key, "")
        if not code and (sent := self.named_mission(mention)):
            return self.make(mention, sent, "body")
        code = code or self.on_side(mention) or self.sender(mention) or self.seated_in(mention)
        if not code and "heads" in parts:
            code = self.led_organisation(mention)
        if not code and self.is_stateless(parts):
            return None
        if not code and key in self.words.own_organs and self.directory.is_organisation(self.publisher):
            code = self.publisher
        code = code or self.organs.get(key, "") or self.organ_in_hand(mention)
        if not code and mention.definite and self.tokens[mention.first].kind == "w" and not mention.title:
            code = self.whose(mention)
        reports = self.tokens[mention.last : mention.last + 1]
        said = bool(reports) and reports[0].low in self.words.speaking
        acting = self.acting(mention) if said and self.default != self.publisher else ""
        code = code or acting or self.body_state(mention, mention.title or name) or self.default
        if parts[:1] == ["federal"] and self.directory.is_state(code) and code not in self.words.federations:
            near = (*self.in_hand(mention), *self.setting.topics)  # "Chad spoke of Russia. The federal army"
            code = next((state for state in near if state in self.words.federations), code)
        only = key in self.words.reference["of_states"] or (bare and last == "government")  # "the Ling Government"
        if only and self.directory.is_organisation(code):  # "the military coup", on its page
            code = next((s for s in self.in_hand(mention) if not self.directory.is_organisation(s)), "")
        ministry = not {"ministry", "ministries", "roads", "highways"}.isdisjoint(parts)
        if not code or (ministry and self.directory.is_organisation(code) and self.lacks(code, name)):
            return self.make(mention, (f"/{name}",), "body", "no state or organisation in the text")
        if bare:
            return self.make(mention, (code,), "body")
        if " " in name and self.directory.is_organisation(code):
            self.organs.setdefault(key, code)
        actor = f"{code}/{capital(name)}"
        others = () if key in self.bodies else self.guess(actor, mention.token.sentence)
        if last in self.words.organs and key not in self.bodies:
            orgs = [org for org in self.discourse.organisation(mention.token.sentence) if "/" not in org]
            others = tuple(dict.fromkeys([*others, *(f"{org}/{capital(name)}" for org in orgs if org != code)]))
        return self.make(mention, (actor,), "body", others=others)

    def keep_row(self, mention: Found, codes: tuple[str, ...]) -> None:
        """Notes the owner before a body's name, whose the next ones of a list are as well."""
        owner = mention.token.entry
        if owner and owner.kind in ("state", "demonym", "org") and codes == (owner.code,):
            self.last_owned = (mention.last, owner.code)

    def row_owner(self, mention: Found) -> str:
        """Whose "Ministry of Defence" is in "UK Department for Transport, Department for Education and Ministry of
        Defence": the owner's that opens the list; "" where an article or another word stands between."""
        last, code = self.last_owned
        between = [t.low for t in self.tokens[max(last, 0) : mention.first]]
        if between[:1] == ["("] and ")" in between:
            between = between[between.index(")") + 1 :]
        if last > mention.first or between not in ([","], ["and"], ["&"], [",", "and"]):
            return ""
        self.last_owned = (mention.last, code)
        return code

    def private_owner(self, mention: Found) -> str:
        """Whose a body is that is called after somebody of no state: "Hamas's Shura Council", "its Shura Council";
        "" for others'. A person or a region owns none, and of a group's only a body with a name of its own is told."""
        last, link = self.last_whole(), self.tokens[mention.first - 1]
        if last is None or mention.first < 2 or not last.actors[0].startswith("/") or len(last.actors) > 1:
            return ""
        owner = self.tokens[mention.first - 2]
        its = last.how == "pronoun" and link.low == "its" and last.end == link.end
        possessive = link.kind == "P" and last.end in (owner.end, link.end)
        unsure = last.how in ("person", "region") or (last.unlinked and owner.kind != "U")
        nationals = owner.entry is not None and owner.entry.kind == "nationals"  # "the Syrians' Negotiation Committee"
        if not (its or possessive) or unsure or nationals or (last.how == "group" and not mention.name[:1].isupper()):
            return ""
        return ACRONYM_BEHIND.sub("", last.actors[0])

    def known_by_acronym(self, mention: Found) -> str:
        """The body of the directory that the acronym behind the mention is, "Stabilization Mission in Chad (MINUX)",
        where it is one of the same owner; "" where it is none."""
        near = self.tokens[mention.last : mention.last + 7]
        opens = next((n for n, t in enumerate(near) if t.kind == "(" or (t.low == "," and n == 0)), -1)
        between = near[: max(opens, 0)]
        entry = near[opens + 1].entry if 0 <= opens < len(near) - 2 else None
        place = not between or (between[0].low in ("in", "to", "for") and any(t.entry for t in between[1:]))
        place = place and all(t.kind in "ENU" or t.low in ("the", "and") for t in between[1:])  # no "to turn the AU"
        own = entry is not None and entry.kind == "body" and (entry.code,) == mention.codes
        closes = ")" if near[max(opens, 0)].kind == "(" else ",.|"  # "its Mission to Chad, MINUX,"
        return entry.actor if entry and own and place and near[opens + 2].kind in closes else ""

    def led_organisation(self, mention: Found) -> str:
        """The organisation in hand, whose a body of heads of state or government is; "" where none is named."""
        orgs = [org for org in self.discourse.organisation(mention.token.sentence) if "/" not in org]
        return self.default if self.directory.is_organisation(self.default) else next(iter(orgs), "")

    def led_by(self, mention: Found) -> tuple[str, ...]:
        """ "The Government of President X": the state that X serves."""
        if mention.last + 1 >= len(self.tokens) or self.tokens[mention.last].low != "of":
            return ()
        at = bisect_left(self.found, mention.last + 1, key=lambda found: found.first)
        person = self.found[at] if at < len(self.found) else None
        named = person is not None and person.first == mention.last + 1
        linked = self.person(person) if person and named and person.kind == "person" else None
        if person and named and person.kind == "name":  # "of Viktor Orban", whom everybody knows
            linked = self.name(person)
        code = owner_of(linked.actors[0]) if linked and linked.how == "person" else ""
        return (code,) if code else ()

    def lord(self, mention: Found) -> Mention | None:
        """Who stands behind "of" in "the forces of General Lind", "the court of Henry III", "the army of the Ming
        Dynasty", a person or a realm of old; of "the police of Goma" nobody, which is a state's."""
        here = mention.last + 1
        if here >= len(self.tokens) - 1 or self.tokens[mention.last].low != "of":
            return None
        here += self.tokens[here].low == "the"
        at = bisect_left(self.found, here, key=lambda found: found.first)
        lord = self.found[at] if at < len(self.found) else None
        if not lord or lord.first != here or lord.kind not in ("person", "name", "organisation"):
            return None
        first, last = self.tokens[here].text, self.tokens[lord.last - 1]
        called = first in self.words.given_names or ROMAN.fullmatch(last.text)
        named = lord.kind == "person" or (lord.kind == "name" and called)
        link = {"person": self.person, "name": self.name}.get(lord.kind, self.private)
        linked = link(lord) if named or last.low in self.words.realms_of_old else None
        return linked if linked and len(linked.actors) == 1 else None

    def body_state(self, mention: Found, name: str) -> str:
        """The state in hand, for bodies that the publisher's state does not have or rarely means ("the Parliament")."""
        parts = set(name.lower().split())
        theirs = parts & self.words.states_own and not parts & self.words.cabinets
        theirs = theirs or (self.directory.is_organisation(self.default) and parts & self.words.national)
        if not self.lacks(self.default, name) and not theirs:
            return ""
        states = self.in_hand(mention)
        return states[0] if states and not self.directory.is_organisation(states[0]) else ""

    def private(self, mention: Found) -> Mention | None:
        if self.is_heading(mention):
            return None
        return self.make(mention, (f"/{mention.name}",), "named")

    def group(self, mention: Found) -> Mention | None:
        if code := self.own_servants(mention):
            if mention.name.lower() in self.words.plain_bodies:
                return self.body(replace(mention, kind="body", codes=(code,)))
            return self.office(replace(mention, kind="office", codes=(code,), title=mention.name))
        return super().group(mention)
