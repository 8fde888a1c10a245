"""What must hold of a directory, checked as a whole: each finding is a line that names the actor and what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from dragoman.actors.directory import Actor, Directory, NumericCode, entries

LANGUAGES = ("fr", "es", "de", "it", "ru", "sr-Cyrl", "sr-Latn", "sq")
# The sectors of the PLOVER manual, and IGO for organs of organisations.
SECTORS = frozenset(
    (
        *("COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL"),
        *("EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC", "IGO"),
    )
)


def validate(directory: Directory) -> list[str]:
    """Everything that is wrong with the directory; empty when it is sound. Order follows the files."""
    findings = [f"{code} stands {n} times" for code, n in Counter(a.code for a in directory.actors).items() if n > 1]
    for actor in directory.actors:
        findings.extend(_actor(actor, directory))
    findings.extend(_shared_numbers(directory))
    findings.extend(
        f"office {o.name!r} has the unknown sector {o.sector}"
        for o in (*directory.offices, *directory.bodies)
        if o.sector not in SECTORS
    )
    findings.extend(
        f"office {o.name!r} is of the unknown {o.of}" for o in directory.offices if o.of and o.of not in directory
    )
    return findings


def _actor(actor: Actor, directory: Directory) -> Iterator[str]:
    referred = (*actor.successors, *actor.hosts, *((actor.parent,) if actor.parent else ()))
    for code in referred:
        if code not in directory:
            yield f"{actor.code} refers to {code}, which is not in the directory"
    for first, second in zip(actor.periods, actor.periods[1:], strict=False):
        if first.overlaps(second):
            yield f"{actor.code}: the periods from {first.start} and {second.start} overlap"
    for title, numbers in (("COW", actor.cow), ("Gleditsch-Ward", actor.gw)):
        for one, other in _pairs(numbers):
            if one.period.overlaps(other.period):
                yield f"{actor.code}: {title} numbers {one.code} and {other.code} overlap"
    if actor.kind in ("state", "territory"):
        spoken = {name.language for name in actor.names}
        for language in LANGUAGES:
            if language not in spoken:
                yield f"{actor.code} has no name in {language}"
    if actor.sector and actor.sector not in SECTORS:
        yield f"{actor.code} has the unknown sector {actor.sector}"
    surfaces = {entry.surface for entry in entries(actor)}
    for surface, flags in actor.ambiguous:
        if surface not in surfaces:
            yield f"{actor.code} flags {surface!r}, which is none of its forms"
        if not flags:
            yield f"{actor.code} flags {surface!r} without saying what else it can be"


def _shared_numbers(directory: Directory) -> Iterator[str]:
    """One number on one day belongs to one actor, except that a union and its successor may share it."""
    for title, of in (("COW", "cow"), ("Gleditsch-Ward", "gw")):
        held: dict[int, list[tuple[Actor, NumericCode]]] = {}
        for actor in directory.actors:
            for number in getattr(actor, of):
                for other, taken in held.get(number.code, []):
                    related = other.code in actor.successors or actor.code in other.successors
                    if other is not actor and number.period.overlaps(taken.period) and not related:
                        yield f"{title} number {number.code} belongs to {other.code} and {actor.code} at once"
                held.setdefault(number.code, []).append((actor, number))


def _pairs(numbers: Sequence[NumericCode]) -> Iterator[tuple[NumericCode, NumericCode]]:
    for index, first in enumerate(numbers):
        for second in numbers[index + 1 :]:
            yield first, second
