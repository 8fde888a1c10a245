"""Linking of names: of states, organisations, bodies and groups."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from dragoman.actors.context.beside import token_after
from dragoman.actors.context.making import (
    capital,
    in_hand,
    is_heading,
    is_state,
    last_whole,
    mention_of,
    of_un,
    starts_sentence,
)
from dragoman.actors.context.page import Mention, Page, once
from dragoman.actors.directory import owner_of
from dragoman.actors.mentions.found import Found
from dragoman.actors.mentions.gazetteer import gazetteer_for
from dragoman.actors.mentions.name_parts import ROMAN, ascii_lower
from dragoman.actors.names.nationals import act_as_state, peoples_of
from dragoman.actors.names.organs import is_worlds_own, named_mission, organ_in_hand, own_assembly, row_behind, sender
from dragoman.actors.names.seats import is_town_only, seat_of_old
from dragoman.actors.names.unowned import conference_words, is_joint, led_government, own_ministry, plain_group
from dragoman.actors.names.whose import acting_body, come_from, introduced, post_owner, seated_in, whose_body
from dragoman.actors.persons.acronyms import link_acronym, linked_near
from dragoman.actors.persons.holders import holder_of, same_official
from dragoman.actors.persons.holding import guess, lacks
from dragoman.actors.persons.persons import called_short, is_own_body
from dragoman.actors.persons.sides import on_side, represented
from dragoman.actors.persons.visiting import OWN

HOW = {"state": "named", "org": "named", "demonym": "demonym", "seat": "seat", "house": "seat", "nationals": "group",
       "body": "body", "group": "named", "region": "region"}  # fmt: skip
ACRONYM_BEHIND = re.compile(r" \([^()]+\)$")
POSSESSIVE = re.compile(r"['’]s$")


@once
def _peoples_named(page: Page) -> set[str]:
    return peoples_of(page.tokens)


def link_entity(page: Page, mention: Found) -> Mention | None:
    entry = mention.token.entry
    if entry is None:
        return mention_of(page, mention, mention.codes, "demonym")
    if entry.weak and entry.kind != "seat" and not _supported(page, mention):
        return None
    text = page.tokens[mention.first].text
    if text in page.spelled and text.isupper() and entry.kind in ("org", "body"):
        other = link_acronym(page, mention, text)  # "Ethiopian Communications Authority (ECA)" is not the USA's ECA
        other = None if _is_own_acronym(page, entry.actor, text) else other
        if other and (entry.kind == "org" or owner_of(other.actors[0]) != entry.code):
            return other
    worlds = entry.kind == "body" and entry.code == "UN" and not of_un(text)
    if worlds and (assembly := own_assembly(page, entry.name, mention.token.sentence)):
        return mention_of(page, mention, (f"{assembly}/{entry.name}",), "body")
    if worlds and not is_worlds_own(page, mention) and is_own_body(page, entry.name):
        others = (f"UN/{entry.name}",)
        return mention_of(page, mention, (f"{page.default}/{entry.name}",), "body", others=others)
    if entry.kind == "nationals":
        if act_as_state(page.tokens, mention.first, page.words, _peoples_named(page)):
            return mention_of(page, mention, (entry.code,), "demonym")
        return mention_of(page, mention, (f"/{page.tokens[mention.first].text}",), "group")
    if entry.kind == "body" and text.lower() in page.words.bodies_of_many:
        return _of_many(page, mention, entry.code, text)
    if entry.kind == "body" and _is_office(page, entry.name):
        holder = holder_of(page, mention, entry.code, entry.name)  # "the UN Secretary-General"
        return mention_of(page, mention, (holder or entry.actor,), "office")
    if entry.kind == "group" and (ruled := _ruled_by(page, mention, entry.name)):
        return mention_of(page, mention, (ruled,), "named")
    # "the Troika" after "SADC Troika"
    if entry.kind == "group" and (owner := page.bodies.get(ascii_lower(entry.name))):
        return mention_of(page, mention, (f"{owner}/{entry.name}",), "body")
    actor = f"/{_group_name(page, entry.name, POSSESSIVE.sub('', text))}" if entry.kind == "group" else entry.actor
    if entry.kind == "seat" and is_town_only(page, mention):
        return mention_of(page, mention, (f"/{text}",), "named", "not in the directory")
    if entry.kind == "seat" and (former := seat_of_old(page, entry.code, text)):
        actor = former
    explained = entry.kind == "org" and text in page.spelled and text.isupper()
    return mention_of(page, mention, (actor,), "acronym" if explained else HOW[entry.kind])


def _ruled_by(page: Page, mention: Found, name: str) -> str:
    """ "The Sandinista | regime": the state that a group rules; "" where no government of theirs is told of."""
    governs = token_after(page, mention).low in page.words.administrations
    return page.words.governing_groups.get(name, "") if governs else ""


def _is_office(page: Page, name: str) -> bool:
    """Whether an entry's name is that of an office, "Secretary-General", and not "Committee of Ministers"."""
    parts = name.lower().split()
    return parts[-1] in page.words.title_heads and page.words.body_heads.isdisjoint(parts)


def _is_own_acronym(page: Page, actor: str, text: str) -> bool:
    """Whether the name before the acronym ``text`` in brackets is the actor's: "the Council of the Organization of
    the Black Sea Economic Cooperation (BSEC)" is no BSEC."""
    start, end = page.spelled[text]
    named = gazetteer_for(page.directory).entries.get(page.document.text[start:end], ())
    known = any(entry.actor == actor for entry in named)
    return known or any(m.end == end and m.actors == (actor,) for m in linked_near(page, start, end))


def _own_servants(page: Page, mention: Found) -> str:
    """ "Kenya recalled *its diplomats*": whose those are who serve a state, behind a pronoun for it."""
    name, last = mention.name.lower(), last_whole(page)
    servants = name in page.words.plain_bodies or (name in page.words.title_heads and name.endswith("s"))
    servants = servants and name not in page.words.colleagues
    before = page.tokens[mention.first - 1] if mention.first else None
    its = before is not None and last is not None and last.how == "pronoun" and last.end == before.end
    if not servants or not before or not its or not last or last.others or len(last.actors) != 1:
        return ""
    code = owner_of(last.actors[0]) if before.low in OWN else ""
    return code if code in page.directory and not code.startswith("/") else ""


def _group_name(page: Page, known: str, written: str) -> str:
    """What a group is called: as the text spells it ("Hizballah"), but by one name. "Houthi rebels" are of the
    Houthis, and Ansar Allah is they as well where the text has both names."""
    if known not in page.groups_written:
        page.groups_written[known] = known.partition(" (")[0] in page.document.text
    same = written.lower() in known.lower() or page.groups_written[known]
    return known if same and not written.startswith(known) else written


def _of_many(page: Page, mention: Found, code: str, name: str) -> Mention | None:
    """A body whose name several states' have ("the Senate"): the one it is known for where the document is about
    that state, else that of the state in hand; either may be meant."""
    follower = token_after(page, mention)
    if follower.kind == "N" and follower.low in page.words.instrument_nouns:
        return None  # "Foreign Office Consultations"
    named = page.discourse.state(mention.token.sentence, not_publisher=False)
    listed = [s for s in named if f"{s}/{name}" in page.directory]  # after Peru and Austria, "the Bundesrat"
    told = listed[0] if len(listed) == 1 else seated_in(page, mention) or introduced(page, mention)
    told = told or acting_body(page, mention)
    own = page.default if page.default == page.publisher and not lacks(page, page.default, name) else ""
    states = (told, own, whose_body(page, mention), page.default)
    few = name.lower() in page.words.bodies_of_few
    here = [s for s in states if page.directory.is_state(s) and s != code and not (few and s not in listed)]
    if not here:
        return mention_of(page, mention, (f"{code}/{name}",), "body")
    known = (owner_of(page.publisher), *page.setting.title_states, *page.setting.topics)
    first, second = (code, here[0]) if code in known else (here[0], code)
    others = tuple(dict.fromkeys(f"{other}/{name}" for other in (*here, second) if other != first))
    return mention_of(page, mention, (f"{first}/{name}",), "body", others=others[:2])


def _supported(page: Page, mention: Found) -> bool:
    """A weak acronym counts where the text spells it out or where it stands in a row of names."""
    if page.tokens[mention.first].text in page.spelled:
        return True
    near = page.tokens[max(0, mention.first - 3) : mention.last + 3]
    commas = sum(t.kind == "," for t in near)
    return commas > 0 and sum(t.kind == "E" and t.entry is not None and t.entry.kind == "org" for t in near) > 1


def _is_stateless(page: Page, parts: list[str]) -> bool:
    """ "Board of Governors", "Committee of Permanent Representatives": an organisation's or a company's."""
    of = parts.index("of") if "of" in parts[1:] else len(parts)
    many = {part for part in parts[of:] if part.endswith("s")}
    stateless = parts[of - 1] in page.words.stateless and not many.isdisjoint(page.words.title_heads)
    return is_state(page) and stateless


def _is_strange_unit(page: Page, mention: Found, parts: list[str]) -> bool:
    """ "USC's Cable School", where the directory has no USC: part of a body that is nobody's."""
    unit = not page.words.units.isdisjoint(parts) and page.words.body_heads.isdisjoint(parts)
    owner, link = page.tokens[mention.first - 2], page.tokens[mention.first - 1]
    if not unit or mention.first < 2 or link.kind != "P":
        return False
    last = last_whole(page)
    known = last is not None and last.end in (owner.end, link.end) and not last.actors[0].startswith("/")
    # "Chad's Cable Centre" is mostly private.
    state = owner.entry is not None and owner.entry.kind in ("state", "seat")
    return state or (not known and owner.low not in page.words.body_heads)


def link_body(page: Page, mention: Found) -> Mention | None:
    name = mention.name
    parts = name.lower().split()
    last = parts[-1] if parts else ""
    bare = last in page.words.bare_bodies and "of" not in parts  # no "Council of Ministers"
    key = ascii_lower(name)
    if _is_strange_unit(page, mention, parts):
        return link_private(page, mention)
    if bare and not mention.codes and (headed := led_government(page, mention)):
        return mention_of(page, mention, (headed,), "body")
    if not mention.codes and (owner := _private_owner(page, mention)):
        actor = owner if bare else f"{owner} {capital(name)}"
        return mention_of(page, mention, (actor,), "body")
    if mention.codes:
        if bare and "/" not in name:
            same = same_official(page, mention)
            return mention_of(page, mention, same or mention.codes, "office" if same else "body")
        _keep_row(page, mention, mention.codes)
        if not page.owned and len(mention.codes) == 1:  # "its High Commission" says nothing of others'
            page.bodies.setdefault(key, mention.codes[0])
        if len(mention.codes) == 1 and (known := _known_by_acronym(page, mention)):
            return mention_of(page, mention, (known,), "body")
        return mention_of(page, mention, tuple(f"{code}/{capital(name)}" for code in mention.codes), "body")
    if key in page.words.self_called:
        if meant := called_short(page, mention) or own_ministry(page, mention):
            return mention_of(page, mention, meant, "body")
        if name.islower() and key not in page.words.plain_bodies:
            return None  # "the department", which is part of a state as well
    if key in page.words.body_heads and not mention.definite and key in page.words.generic_bodies:
        decides = starts_sentence(page, mention) and page.tokens[mention.last].low in page.words.decides
        same = page.discourse.last_body(mention.token.sentence, key) if decides else ()
        return mention_of(page, mention, same, "body") if len(same) == 1 else None
    if key in conference_words(page):
        return None
    if " " not in name and (same := called_short(page, mention)):
        return mention_of(page, mention, same, "body")
    if (bare or last in page.words.seated) and (led := _led_by(page, mention)):
        return mention_of(page, mention, led if bare else (f"{led[0]}/{capital(name)}",), "body")
    if is_joint(page, mention, parts):
        return mention_of(page, mention, (f"/{capital(name)}",), "body")
    if not bare and (lord := _lord(page, mention)):
        if key in page.words.chairing:
            return None  # "under the presidency of Jo Lind"
        code = owner_of(lord.actors[0])
        of_whom = f"/{capital(page.document.text[mention.token.start : lord.end])}"
        return mention_of(page, mention, (f"{code}/{capital(name)}" if code in page.directory else of_whom,), "body")
    code = _row_owner(page, mention) or represented(page, mention) or row_behind(page, mention)
    code = code or come_from(page, mention) or introduced(page, mention)
    if code.startswith("/"):
        return mention_of(page, mention, (code if bare else f"{code} {capital(name)}",), "body")
    code = code or post_owner(page, mention, name) or page.bodies.get(key, "")
    if not code and (sent := named_mission(page, mention)):
        return mention_of(page, mention, sent, "body")
    code = code or on_side(page, mention) or sender(page, mention) or seated_in(page, mention)
    if code and last in page.words.lands:
        page.bodies.setdefault(key, code)  # "the region" of that name later on
    if not code and "heads" in parts:
        code = _led_organisation(page, mention)
    if not code and _is_stateless(page, parts):
        return None
    if not code and key in page.words.own_organs and page.directory.is_organisation(page.publisher):
        code = page.publisher
    code = code or page.organs.get(key, "") or organ_in_hand(page, mention)
    if not code and mention.definite and page.tokens[mention.first].kind == "w" and not mention.title:
        code = whose_body(page, mention)
    reports = page.tokens[mention.last : mention.last + 1]
    said = bool(reports) and reports[0].low in page.words.speaking
    acting = acting_body(page, mention) if said and page.default != page.publisher else ""
    code = code or acting or _body_state(page, mention, mention.title or name) or page.default
    if parts[:1] == ["federal"] and page.directory.is_state(code) and code not in page.words.federations:
        near = (*in_hand(page, mention), *page.setting.topics)  # "Chad spoke of Russia. The federal army"
        code = next((state for state in near if state in page.words.federations), code)
    only = key in page.words.reference["of_states"] or (bare and last == "government")  # "the Ling Government"
    if only and page.directory.is_organisation(code):  # "the military coup", on its page
        code = next((s for s in in_hand(page, mention) if not page.directory.is_organisation(s)), "")
    ministry = not {"ministry", "ministries", "roads", "highways"}.isdisjoint(parts)
    if not code or (ministry and page.directory.is_organisation(code) and lacks(page, code, name)):
        return mention_of(page, mention, (f"/{name}",), "body", "no state or organisation in the text")
    if bare:
        return mention_of(page, mention, (code,), "body")
    if " " in name and page.directory.is_organisation(code):
        page.organs.setdefault(key, code)
    actor = f"{code}/{capital(name)}"
    others = () if key in page.bodies else guess(page, actor, mention.token.sentence)
    if last in page.words.organs and key not in page.bodies:
        orgs = [org for org in page.discourse.organisation(mention.token.sentence) if "/" not in org]
        others = tuple(dict.fromkeys([*others, *(f"{org}/{capital(name)}" for org in orgs if org != code)]))
    return mention_of(page, mention, (actor,), "body", others=others)


def _keep_row(page: Page, mention: Found, codes: tuple[str, ...]) -> None:
    """Notes the owner before a body's name, whose the next ones of a list are as well."""
    owner = mention.token.entry
    if owner and owner.kind in ("state", "demonym", "org") and codes == (owner.code,):
        page.last_owned = (mention.last, owner.code)


def _row_owner(page: Page, mention: Found) -> str:
    """Whose "Ministry of Defence" is in "UK Department for Transport, Department for Education and Ministry of
    Defence": the owner's that opens the list; "" where an article or another word stands between."""
    last, code = page.last_owned
    between = [t.low for t in page.tokens[max(last, 0) : mention.first]]
    if between[:1] == ["("] and ")" in between:
        between = between[between.index(")") + 1 :]
    if last > mention.first or between not in ([","], ["and"], ["&"], [",", "and"]):
        return ""
    page.last_owned = (mention.last, code)
    return code


def _private_owner(page: Page, mention: Found) -> str:
    """Whose a body is that is called after somebody of no state: "Hamas's Shura Council", "its Shura Council";
    "" for others'. A person or a region owns none, and of a group's only a body with a name of its own is told."""
    last, link = last_whole(page), page.tokens[mention.first - 1]
    if last is None or mention.first < 2 or not last.actors[0].startswith("/") or len(last.actors) > 1:
        return ""
    owner = page.tokens[mention.first - 2]
    its = last.how == "pronoun" and link.low == "its" and last.end == link.end
    possessive = link.kind == "P" and last.end in (owner.end, link.end)
    unsure = last.how in ("person", "region") or (last.unlinked and owner.kind != "U")
    nationals = owner.entry is not None and owner.entry.kind == "nationals"  # "the Syrians' Negotiation Committee"
    if not (its or possessive) or unsure or nationals or (last.how == "group" and not mention.name[:1].isupper()):
        return ""
    return ACRONYM_BEHIND.sub("", last.actors[0])


def _known_by_acronym(page: Page, mention: Found) -> str:
    """The body of the directory that the acronym behind the mention is, "Stabilization Mission in Chad (MINUX)",
    where it is one of the same owner; "" where it is none."""
    near = page.tokens[mention.last : mention.last + 7]
    opens = next((n for n, t in enumerate(near) if t.kind == "(" or (t.low == "," and n == 0)), -1)
    between = near[: max(opens, 0)]
    entry = near[opens + 1].entry if 0 <= opens < len(near) - 2 else None
    place = not between or (between[0].low in ("in", "to", "for") and any(t.entry for t in between[1:]))
    place = place and all(t.kind in "ENU" or t.low in ("the", "and") for t in between[1:])  # no "to turn the AU"
    own = entry is not None and entry.kind == "body" and (entry.code,) == mention.codes
    closes = ")" if near[max(opens, 0)].kind == "(" else ",.|"  # "its Mission to Chad, MINUX,"
    return entry.actor if entry and own and place and near[opens + 2].kind in closes else ""


def _led_organisation(page: Page, mention: Found) -> str:
    """The organisation in hand, whose a body of heads of state or government is; "" where none is named."""
    orgs = [org for org in page.discourse.organisation(mention.token.sentence) if "/" not in org]
    return page.default if page.directory.is_organisation(page.default) else next(iter(orgs), "")


def _led_by(page: Page, mention: Found) -> tuple[str, ...]:
    """ "The Government of President X": the state that X serves."""
    if mention.last + 1 >= len(page.tokens) or page.tokens[mention.last].low != "of":
        return ()
    at = bisect_left(page.found, mention.last + 1, key=lambda found: found.first)
    person = page.found[at] if at < len(page.found) else None
    named = person is not None and person.first == mention.last + 1
    known = person and named and person.kind in ("person", "name")  # "of Viktor Orban", whom everybody knows
    linked = page.link(person) if person and known else None
    code = owner_of(linked.actors[0]) if linked and linked.how == "person" else ""
    return (code,) if code else ()


def _lord(page: Page, mention: Found) -> Mention | None:
    """Who stands behind "of" in "the forces of General Lind", "the court of Henry III", "the army of the Ming
    Dynasty", a person or a realm of old; of "the police of Goma" nobody, which is a state's."""
    here = mention.last + 1
    if here >= len(page.tokens) - 1 or page.tokens[mention.last].low != "of":
        return None
    here += page.tokens[here].low == "the"
    at = bisect_left(page.found, here, key=lambda found: found.first)
    lord = page.found[at] if at < len(page.found) else None
    if not lord or lord.first != here or lord.kind not in ("person", "name", "organisation"):
        return None
    first, last = page.tokens[here].text, page.tokens[lord.last - 1]
    called = first in page.words.given_names or ROMAN.fullmatch(last.text)
    named = lord.kind == "person" or (lord.kind == "name" and called)
    linked = page.link(lord) if named or last.low in page.words.realms_of_old else None
    return linked if linked and len(linked.actors) == 1 else None


def _body_state(page: Page, mention: Found, name: str) -> str:
    """The state in hand, for bodies that the publisher's state does not have or rarely means ("the Parliament")."""
    parts = set(name.lower().split())
    theirs = parts & page.words.states_own and not parts & page.words.cabinets
    theirs = theirs or (page.directory.is_organisation(page.default) and parts & page.words.national)
    if not lacks(page, page.default, name) and not theirs:
        return ""
    states = in_hand(page, mention)
    return states[0] if states and not page.directory.is_organisation(states[0]) else ""


def link_private(page: Page, mention: Found) -> Mention | None:
    if is_heading(page, mention):
        return None
    return mention_of(page, mention, (f"/{mention.name}",), "named")


def group_or_servants(page: Page, mention: Found) -> Mention | None:
    if code := _own_servants(page, mention):
        if mention.name.lower() in page.words.plain_bodies:
            return link_body(page, replace(mention, kind="body", codes=(code,)))
        return page.link(replace(mention, kind="office", codes=(code,), title=mention.name))
    return plain_group(page, mention)
