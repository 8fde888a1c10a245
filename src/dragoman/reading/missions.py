"""Whose a mission or a framework is, and where: what is known of it beside what its sentence says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.actors.directory import directory, owner_of
from dragoman.actors.linking import Mention
from dragoman.datafiles import any_of, compiled, word_list
from dragoman.reading.prepared import Prepared, mentions_in
from dragoman.records import Evidence

MISSION = compiled(rf"\b{any_of(word_list('objects.yml', 'missions'))}s?\b", re.IGNORECASE)


def of_a_mission(
    actors: dict[str, tuple[str, ...]], evidence: Sequence[Evidence], told: str, missions: Sequence[Mention]
) -> tuple[dict[str, tuple[str, ...]], list[Evidence]]:
    """The parties of a mission that ``told`` describes. Its target is the host: the organisation that it serves in
    counts only where no host is named or known of the ``missions`` in the passage (KFOR is in Kosovo). Its source is
    the sender, and not the mission by its own name; a body of the sender's that decides ("the Cabinet") stays."""
    hosts = [actor for actor in actors["target"] if directory().is_state(owner_of(actor))]
    targets = [a for a in actors["target"] if not hosts or a in hosts or a.startswith("/")]
    named = set(re.findall(r"\w+", told))
    targets = [a for a in targets if not is_itself(a, told, named)]
    senders = {a: owner_of(a) for a in actors["source"] if hosts_of(a) or a.partition("/")[2] in named}
    acting = {owner_of(a) for a in actors["source"] if a not in senders}
    sources = [senders.get(a, a) for a in actors["source"] if senders.get(a) not in acting]
    sources = [a for a in sources if not is_itself(a, told, named)]
    kept = [
        e
        for e in called(evidence, "source", senders)
        if (e.value in targets or e.role != "target") and (e.value in sources or e.role != "source")
    ]
    known = {host: mission for mission in missions for actor in mission.actors for host in hosts_of(actor)}
    if not hosts and len(known) == 1:
        [(host, mission)] = known.items()
        targets = [host]
        kept = [e for e in kept if e.role != "target"]
        kept.append(Evidence("target", host, mission.start, mission.end, mission.how))
    return actors | {"source": tuple(dict.fromkeys(sources)), "target": tuple(targets)}, kept


def is_itself(actor: str, told: str, named: set[str]) -> bool:
    """Whether ``actor`` is the mission that ``told`` describes, by a name of its own: "/Ports Assistance Mission
    (PAM)"."""
    name, _, short = actor[1:].rstrip(")").partition(" (")
    mission = actor.startswith("/") and MISSION.search(name) is not None
    return mission and (name.lower() in told.lower() or short in named)


def of_who_runs_it(
    actors: dict[str, tuple[str, ...]], evidence: Sequence[Evidence]
) -> tuple[dict[str, tuple[str, ...]], list[Evidence]]:
    """The parties of a membership, a framework or a body of an organisation as its target replaced by the organisation
    that runs it (the contract: ``object`` names what is joined, ``target`` is who runs it): NATO for the Partnership
    for Peace, the UN for its Security Council."""
    known = directory()
    run = {a: known.actor(a).parent or a for a in actors["target"] if a in known and known.actor(a).framework}
    run |= {a: owner_of(a) for a in actors["target"] if "/" in a and known.is_organisation(owner_of(a))}
    run = {a: who for a, who in run.items() if who not in actors["source"]}
    if not run:
        return actors, list(evidence)
    targets = tuple(dict.fromkeys(run.get(a, a) for a in actors["target"]))
    return actors | {"target": targets}, called(evidence, "target", run)


def called(evidence: Sequence[Evidence], role: str, names: Mapping[str, str]) -> list[Evidence]:
    """``evidence`` with the actors of ``role`` called what ``names`` calls them."""
    return [replace(e, value=names.get(e.value, e.value)) if e.role == role else e for e in evidence]


def hosts_of(actor: str) -> tuple[str, ...]:
    """The states in which a mission of the directory is deployed; none for any other actor."""
    known = directory()
    return known.actor(actor).hosts if actor in known else ()


def missions_in(prepared: Prepared, start: int, end: int) -> list[Mention]:
    """The missions of the directory that the text names in ``start:end``."""
    return [m for m in mentions_in(prepared, start, end) if any(hosts_of(actor) for actor in m.actors)]
