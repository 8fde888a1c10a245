"""Which candidates are told: those sure enough, each once, and each with no more words than are its own."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.codebook import codebook
from dragoman.datafiles import any_of, compiled, data_file
from dragoman.reading.confidence import Candidate, Confidence
from dragoman.records import Statement

WORDS = data_file("objects.yml")


def sift(confidence: Confidence, candidates: list[Candidate]) -> list[Statement]:
    """The statements of those of ``candidates`` that are `kept`, with their chances."""
    found = kept(confidence, candidates)
    others = [c for _, c in found]
    return [replace(up_to_the_next(c, others), confidence=round(chance, 4), reason=reason(c)) for chance, c in found]


def reason(candidate: Candidate) -> str:
    """In words: from what, and as what, the candidate was read."""
    said = candidate.statement
    return f"“{candidate.drew_on()}” was read as {said.kind}: {codebook().stage(said.kind, said.stage).says}"


def kept(confidence: Confidence, candidates: list[Candidate]) -> list[tuple[float, Candidate]]:
    """Those above the cut with their chances, surest first among twins, in the order of the text."""
    judged = [(confidence.chance(c), c) for c in candidates]
    found: list[tuple[float, Candidate]] = []
    for chance, candidate in sorted(judged, key=lambda j: (-j[0], j[1].object_span, j[1].statement.kind)):
        if chance < confidence.cut * IN_A_LIST:
            break
        if chance < confidence.cut and not any(in_one_list(candidate, other) for _, other in found):
            continue
        if any(twins(candidate, other) for _, other in found):
            continue
        if chance >= SURE_BESIDE_ANOTHER or not any(same_words(candidate, other) for _, other in found):
            found.append((chance, candidate))
    found.sort(key=lambda j: (j[1].statement.start, j[1].statement.end, j[1].object_span))
    return found


IN_A_LIST, APART = 0.5, 12
"""The part of the cut that a membership needs in one list with a surer one, and the most characters between the two
objects but for the conjunction: " in 2012"."""


def in_one_list(one: Candidate, other: Candidate) -> bool:
    """Whether two memberships are told by one verb: "Chad joined the IMF in 1963 and the African Union" are two
    statements (contract: one for each organisation), and the second is as sure as the first."""
    said, also = one.statement, other.statement
    if said.kind != "membership" or (said.kind, said.stage, said.source) != (also.kind, also.stage, also.source):
        return False
    ends = ((one.joint, other.object_span[1]), (other.joint, one.object_span[1]))
    return any(joint is not None and 0 <= joint - end <= APART for joint, end in ends)


DEEDS = ("assistance", "event", "objective", "position", "progress")
"""Kinds whose objects are told by verbs, two of them often in one breath."""
CONJUNCTION = compiled(
    rf"(?:,|;|,?\s{any_of(WORDS['conjunctions'])})\s+(?:{any_of(WORDS['behind_conjunctions'])}\s+)?$", re.IGNORECASE
)


def joint(text: str, start: int) -> int | None:
    """Where the conjunction that stands right before ``start`` begins."""
    low = max(0, start - 24)
    match = CONJUNCTION.search(text, low, start)
    return match.start() if match else None


def coordinated(one: Candidate, other: Candidate) -> bool:
    """Whether the object of ``one`` runs on over a conjunction into that of ``other``: "combat child labour and
    protect children" into "protect children". Two words at least have to be left of it."""
    low, high = one.object_span
    if one.statement.kind not in DEEDS or other.joint is None or not low < other.joint < other.object_span[0] < high:
        return False
    return len(words_of(one, other.joint).split()) > 1


def words_of(candidate: Candidate, end: int) -> str:
    """Its object as far as the character ``end``."""
    said = candidate.statement
    return " ".join(said.quote[candidate.object_span[0] - said.start : end - said.start].split())


def up_to_the_next(candidate: Candidate, others: list[Candidate]) -> Statement:
    """The candidate's statement, its object ended before the conjunction where that of one of ``others`` begins."""
    said, high = candidate.statement, candidate.object_span[1]
    same = (o for o in others if o.statement.kind == said.kind)
    end = min((o.joint for o in same if coordinated(candidate, o) and o.joint is not None), default=high)
    if end == high:
        return said
    evidence = tuple(replace(e, end=end) if e.role == "object" else e for e in said.evidence)
    return replace(said, object=words_of(candidate, end), evidence=evidence)


SURE_BESIDE_ANOTHER = 0.4
"""What is said in the words of a likelier statement of another kind has to be as sure as this."""


def same_words(a: Candidate, b: Candidate) -> bool:
    """Whether two objects are seven tenths the same stretch."""
    (low, high), (other_low, other_high) = a.object_span, b.object_span
    return min(high, other_high) - max(low, other_low) > 0.7 * max(high - low, other_high - other_low)


def twins(a: Candidate, b: Candidate) -> bool:
    """Whether two candidates are of one kind and their objects overlap by half, but for one object at two stages and
    for one that runs on into the other."""
    (low, high), (other_low, other_high) = a.object_span, b.object_span
    overlap = min(high, other_high) - max(low, other_low)
    if a.statement.kind != b.statement.kind or overlap <= 0.5 * min(high - low, other_high - other_low):
        return False
    if coordinated(a, b) or coordinated(b, a):
        return False
    return low != other_low or a.statement.stage == b.statement.stage
