"""The grammar of those who make up an organisation, a mission or a region: "the ASEAN Member States", "KFOR troops",
"the countries of Central Asia"."""

from __future__ import annotations

from dragoman.actors.mentions.collectives import is_counted
from dragoman.actors.mentions.found import Scan
from dragoman.actors.mentions.groups import names_members

LONG = 3
"""Letters of an organisation's acronym at most, which may begin the name of a body of it, "UN Security Council"."""


def own_part(scan: Scan, at: int, after: int, codes: tuple[str, ...]) -> int:
    """The end of "ASEAN Member States", "SADC Troika", "the ATMIS mission", "KFOR troops" at ``at``, where
    ``after`` is the word behind the name of the organisation or mission; 0 where none follows."""
    entry, noun, follower = scan.tokens[at].entry, scan.tokens[after], scan.tokens[after + 1]
    if entry is None or entry.kind not in ("org", "body"):
        return 0
    if entry.kind == "org":
        last = 0 if is_counted(scan, at) else _members_end(scan, after)
        told = noun.low in scan.words.phrases["of_organisations"]
        if last or told:
            scan.add("body", at, last or after + 1, codes=codes, name="Member States" if last else noun.text)
        return last or (after + 1 if told else 0)
    described = follower.kind == "w" and noun.low in scan.words.phrases["of_missions"]
    head = follower if described else noun
    known = head.low in scan.words.missions | scan.words.phrases["theirs"]
    if not _is_called_short(scan, at) or head.kind != "w" or not known:
        return 0
    scan.add("entity", at, after + 1 + described, codes=codes)
    return after + 1 + described


def _is_called_short(scan: Scan, at: int) -> bool:
    """ "ATMIS", "EUTM Mali": a body that is known by an acronym; no "UN Security Council"."""
    first = scan.tokens[at].text.split()[0]
    return first.isupper() and "." not in first and (len(first) > LONG or " " not in scan.tokens[at].text)


def _members_end(scan: Scan, at: int) -> int:
    """Past "member states" or "members" at ``at`` behind an organisation; 0 where it is not there or goes on."""
    several = names_members(scan, at)
    last = at + 1 + several
    named = scan.tokens[last].kind in "NUEP-" or scan.tokens[last].low == "of"  # "EU members Chad and Mali"
    return last if (several or scan.tokens[at].low == "members") and not named else 0


def of_organisation(scan: Scan, at: int) -> int:
    """The end of "Troika of the SADC" at ``at``; 0 where no such body of an organisation begins there."""
    here = at + 2 + (scan.tokens[at + 2].low == "the")
    entry = scan.tokens[here].entry if scan.tokens[at + 1].low == "of" else None
    name = scan.tokens[at].low.removeprefix("the ")
    if not entry or entry.kind != "org" or name not in scan.words.phrases["of_organisations"]:
        return 0
    scan.add("body", at, here + 1, codes=(entry.code,), name=name.capitalize())
    scan.add("entity", here, here + 1, codes=(entry.code,), nested=True)
    return here + 1
