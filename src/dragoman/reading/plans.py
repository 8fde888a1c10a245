"""Stages that the words around the object decide: "will sign" is no signature, who joined a partnership has joined, and
"Adoption of the law. Delayed." is no law adopted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dragoman.codebook import codebook
from dragoman.datafiles import any_of, compiled, data_file
from dragoman.reading.negation_forms import FORMER
from dragoman.reading.stages_behind import at_stage, in_its_sentence, index_at, object_end, object_start
from dragoman.records import Evidence, Statement
from dragoman.segment import Sentence

WORDS = data_file("stages.yml")
ADVERBS = rf"(?: {any_of(WORDS['adverbs'])}){{0,2}}"
VERB = rf"(?!{any_of(WORDS['no_verbs'])}\b)[a-z]+"
# A word that puts the verb after it into the future, that verb, and no more than an article before the object.
TO_COME = compiled(
    rf"\b{any_of(WORDS['to_come'])}{ADVERBS} {VERB}(?: {any_of(WORDS['prepositions'])})?"
    rf"(?: {any_of(WORDS['articles'])}){{0,2}}\s*$",
    re.IGNORECASE,
)
# The same for the second of two verbs: "agreed to open an office and to hold a (meeting)".
AND_TO_COME = compiled(
    rf"\b{any_of(WORDS['to_come'])}{ADVERBS} {VERB}\b[^;:.()]{{1,120}},? and to {VERB}"
    rf"(?: {any_of(WORDS['prepositions'])})?(?: {any_of(WORDS['articles'])}){{0,2}}\s*$",
    re.IGNORECASE,
)
MAKING = any_of(WORDS["making"])
AGREED = compiled(
    rf"\b{WORDS.text('agreed')}{ADVERBS} (?!{MAKING}\b){VERB}\b(?:(?! to {MAKING}\b)[^;:.()])*$", re.IGNORECASE
)
"""What was agreed on is an accord, but for the instrument that was agreed to be made."""
STRENGTHENING = compiled(
    rf"\b{any_of(WORDS['strengthening'])}(?: and [a-z]+)?(?: {any_of(WORDS['articles'])})?\s*$", re.IGNORECASE
)
SURELY_TO_COME = compiled(rf"\b{any_of(WORDS['surely_to_come'])}{ADVERBS}\s*$", re.IGNORECASE)
TO_COME_ITSELF = compiled(
    rf"(?:(?!(?:{any_of(WORDS['relatives'])}|(?-i:[a-z]+ed))\b)[\w’'-]+ ){{1,6}}?"
    rf"(?P<helped>{any_of(WORDS['surely_to_come'])}){ADVERBS} {VERB}\b",
    re.IGNORECASE,
)
"""The object and its future in one: "Peru will ratify it"; "the loan signed today will pay" tells what was done."""
INTRODUCED = compiled(rf"\b{any_of(WORDS['introducing'])}(?: {any_of(WORDS['articles'])})?\s*$", re.IGNORECASE)
"""Before words that describe what was named before: "the vote by which the (island will become a state)"."""
TASKED = compiled(rf"\b{WORDS.text('tasked')}\b[^;:.()]*$", re.IGNORECASE)
IS = compiled(rf"{any_of(WORDS['being'])} to\b", re.IGNORECASE)
COUNTED_FROM = re.compile(r"(?:[a-z]+ )?[\w-]+ anniversary of ", re.IGNORECASE)
TO_SOMEBODY = compiled(rf"{any_of(WORDS['being'])} to {any_of(WORDS['receivers'])}(?![\w’'])")
PURPOSE = compiled(
    rf"\b{any_of(WORDS['purposes'])}(?: of(?: {any_of(WORDS['articles'])}){{1,2}}(?: (?-i:[a-z-]+)){{1,3}})?\s*$",
    re.IGNORECASE,
)
BEGINS_WITH_A_VERB = compiled(rf"{VERB} ")
STILL_TO_COME = {
    ("agreement", "signed"): "proposed",
    ("agreement", "ratified"): "proposed",
    ("agreement", "concluded"): "proposed",
    ("relations", "established"): "planned",
    ("membership", "joined"): "candidate",
    ("mission", "deployed"): "planned",
    ("mission", "contributing"): "planned",
    ("assistance", "completed"): "planned",
    ("assistance", "under-way"): "planned",
    ("meeting", "held"): "planned",
    ("event", "occurred"): "planned",
    ("progress", "done"): "planned",
}
"""(kind, stage as if done) -> the stage of the same act before it is done."""
JOINED = compiled(rf"\b{any_of(WORDS['joined'])}(?: {any_of(WORDS['articles'])})?\s*$", re.IGNORECASE)

VERDICTS = WORDS.lists("verdicts")
VERDICT_STAGES = {kind: stages.lists() for kind, stages in WORDS.part("verdict_stages").each().items()}
"""By kinds of statements: the stages with which each verdict agrees."""
SAID = "|".join(f"(?P<{name.replace('-', '_')}>{any_of(words)})" for name, words in VERDICTS.items())
WHEN = r"(?:[,:]? ?(?:[a-z]+ )?(?:\d{1,2}\.? )?(?:[a-z]+\.? )?(?:\d{1,2}, )?(?:19|20)\d\d\b)"
SHARE = r"(?:,? \(?\d{1,3} ?(?:%|per ?cent)(?: [a-z]+)?)"
VERDICT = (
    rf"(?P<verdict>(?:{any_of(WORDS['labels'])}\s*[:–—-]\s*)?(?:{SAID})(?: {any_of(WORDS['manners'])})?{WHEN}?{SHARE}?)"
)
BESIDE = r"(?:[^();]{0,40}\d[^();]{0,20},\s*)?"
"""The sum or year that a bracket may tell before its verdict: "(EUR 2 million, completed)"."""
ALONE = compiled(rf"\s*{VERDICT}[)\s]*[.!]?\s*", re.IGNORECASE)
AT_THE_END = {
    "paragraph": compiled(rf"\s*(?:\s[-–—]|:|\({BESIDE})\s*{VERDICT}[)\s]*[.;,]?[|\s]*$", re.IGNORECASE),
    "item": compiled(rf"\s*(?:\s[-–—]|[:,;]|\({BESIDE})\s*{VERDICT}[)\s]*[.;,]?[|\s]*$", re.IGNORECASE),
}
"""How a verdict ends a sentence; in a list a comma is enough before it."""
WITHIN = compiled(rf"\s*(?:\s[-–—]\s*|:\s*|\({BESIDE}){VERDICT}\s*[();](?=[^\w]*\w)", re.IGNORECASE)
"""A verdict of one measure of several: "a port (done), a road (in progress)"."""
CELL = re.compile(r"[^|]+")
LONGEST_VERDICT = 100
FAR = 300
"""Characters between the first word of a measure and its verdict within a sentence."""


def stage_told(kind: str, stage: str, before: str, told: str = "") -> str:
    """``stage``, or the one that ``before``, the clause up to the object ``told``, has words for."""
    if kind == "membership" and stage in ("member", "partner"):
        if JOINED.search(before[-40:]):
            return "joined"
        if FORMER.search(before[-80:]) or FORMER.match(told):
            return "left"
    return stage_to_come(kind, stage, before, told)


def stage_to_come(kind: str, stage: str, before: str, told: str = "") -> str:
    """``stage``, or that of the act still to come where ``before``, the clause up to the object ``told``, puts it into
    the future."""
    planned = STILL_TO_COME.get((kind, stage))
    near = before[-160:]
    if planned is None or is_made_of_what_is(kind, stage, near):
        return stage
    if kind in ("agreement", "relations") and COUNTED_FROM.match(told):
        return stage  # "will celebrate the 50th anniversary of relations" tells of old ones
    return planned if is_to_come(near, told) else stage


def is_to_come(before: str, told: str) -> bool:
    """Whether the clause ``before`` the object ``told``, or that itself, puts an act into the future. "The aim was to
    train" puts none there, and neither does "the aid was to local hospitals"."""
    verb_told = SURELY_TO_COME.search(before) if BEGINS_WITH_A_VERB.match(told) else None
    found = TO_COME.search(before) or AND_TO_COME.search(before) or verb_told
    if found:
        somebody = TO_SOMEBODY.match(before + told, found.start())
        return somebody is None and not is_a_purpose(before, found.start())
    itself = None if INTRODUCED.search(before) else TO_COME_ITSELF.match(told)
    return itself is not None and not is_a_purpose(told, itself.start("helped"))


def is_a_purpose(text: str, start: int) -> bool:
    """Whether the verb at ``start`` tells what somebody is there for: "its task was to"; "the plan will" tells none."""
    return IS.match(text, start) is not None and PURPOSE.search(text, 0, start) is not None


def is_made_of_what_is(kind: str, stage: str, before: str) -> bool:
    """Whether the verb ``before`` an object leaves it at its stage though the verb is to come: "will strengthen our
    partnership" tells of one that there is, "agreed to open three crossings" of an accord, "is authorised to protect
    civilians" of a mission at work."""
    if (kind, stage) == ("relations", "established"):
        return STRENGTHENING.search(before) is not None
    if kind == "mission":
        return TASKED.search(before) is not None
    return (kind, stage) == ("agreement", "concluded") and AGREED.search(before) is not None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said of a measure: a name of ``data/stages.yml``. It stands at ``start:end``, its measure not behind
    ``begin``, but for other cells of the row."""

    name: str
    begin: int
    start: int
    end: int

    def holds(self, at: int) -> bool:
        """Whether the character ``at`` is one of its own."""
        return self.begin <= at < self.end


def by_verdicts(text: str, sentences: Sequence[Sentence], statements: Sequence[Statement]) -> list[Statement]:
    """``statements`` of ``text`` at the stages that the verdicts on their objects tell: in a cell of the row, at the
    end of the sentence, or as the next sentence. What was read from the verdict alone makes way for what it is about,
    which has its date."""
    about: list[tuple[Statement, Verdict]] = []
    alone: list[tuple[Statement, Verdict]] = []
    told = []
    for said in (in_its_sentence(text, sentences, said) for said in statements):
        at = object_start(said)
        verdict = verdict_on(text, sentences, at, object_end(said))
        if verdict is None or not is_judged(said, verdict):
            told.append(said)
        else:
            (alone if verdict.holds(at) else about).append((said, verdict))
    for said, verdict in about:
        dates = [one for one, other in alone if other == verdict and one.kind == said.kind]
        told.append(at_verdict(text, said, verdict, dates[0] if dates else None))
    measures = {(said.kind, verdict) for said, verdict in about}
    told += [said for said, verdict in alone if (said.kind, verdict) not in measures]
    return list(once(told))


def is_judged(said: Statement, verdict: Verdict) -> bool:
    """Whether ``verdict`` may change the stage of ``said``: not where it was so at a time of its own, as in "in force
    from 1970, expired"."""
    past = verdict.name == "over" and said.date is not None
    return verdict.name in VERDICT_STAGES.get(said.kind, {}) and not past


def verdict_on(text: str, sentences: Sequence[Sentence], at: int, end: int) -> Verdict | None:
    """The verdict on the measure, or in the verdict, at ``at:end``."""
    index = index_at(sentences, at)
    if index < 0:
        return None
    here = sentences[index]
    if here.kind == "row":
        cells = [
            verdict_in(text, ALONE, *cell.span(), whole=True) for cell in CELL.finditer(text, here.start, here.end)
        ]
        found = [verdict for verdict in cells if verdict]
        if found:
            return found[0] if len(found) == 1 else None
    own = verdict_in(text, ALONE, here.start, here.end, whole=True)
    if own is None:
        within = verdict_within(text, here, at)
        if within:
            return within if within.holds(at) or is_on(text, at, end, within) else None
        own = verdict_in(
            text, AT_THE_END["item" if here.kind in ("item", "row") else "paragraph"], here.start, here.end
        )
    following = sentences[index + 1] if index + 1 < len(sentences) else None
    if own is None and following is not None and following.block == here.block:
        own = verdict_in(text, ALONE, following.start, following.end, whole=True)
    return own


def verdict_within(text: str, sentence: Sentence, at: int) -> Verdict | None:
    """The next verdict behind or at the character ``at`` that does not end its ``sentence``."""
    for match in WITHIN.finditer(text, max(sentence.start, at - LONGEST_VERDICT), min(sentence.end, at + FAR)):
        if match.end("verdict") > at:
            return verdict_of(match)
    return None


def is_on(text: str, at: int, end: int, verdict: Verdict) -> bool:
    """Whether ``verdict`` is on the measure at ``at:end``, and not on another named between the two."""
    rest = text[min(end, verdict.begin) : verdict.begin]
    return not re.search(r"[;()]", text[at : verdict.begin]) and not re.search(r",| and\b", rest)


def verdict_in(text: str, form: re.Pattern[str], start: int, end: int, *, whole: bool = False) -> Verdict | None:
    """The verdict of this ``form`` with which ``start:end`` ends, or that it is as a whole."""
    if whole and end - start > LONGEST_VERDICT:
        return None
    match = form.fullmatch(text, start, end) if whole else form.search(text, max(start, end - LONGEST_VERDICT), end)
    return verdict_of(match) if match else None


def verdict_of(match: re.Match[str]) -> Verdict:
    name = next(name for name in VERDICTS if match[name.replace("-", "_")])
    return Verdict(name, match.start(), *match.span("verdict"))


def at_verdict(text: str, said: Statement, verdict: Verdict, beside: Statement | None) -> Statement:
    """``said`` at a stage that agrees with ``verdict``, with the date of ``beside``, which was read from it."""
    agreeing = VERDICT_STAGES[said.kind][verdict.name]
    said = replace(said, **without_verdict(text, said, verdict))
    if said.stage in agreeing and beside is None:
        return said
    stage = said.stage if said.stage in agreeing else agreeing[0]
    start, end = min(said.start, verdict.start), max(said.end, verdict.end)
    says = codebook().stage(said.kind, stage).says
    evidence = [*said.evidence, Evidence("stage", stage, verdict.start, verdict.end)]
    date = said.date, said.end_date
    if beside and (beside.date or beside.end_date):
        date = beside.date, beside.end_date
        evidence = [e for e in evidence if e.role != "date"] + [e for e in beside.evidence if e.role == "date"]
    return replace(
        at_stage(said, stage),
        quote=text[start:end],
        start=start,
        end=end,
        date=date[0],
        end_date=date[1],
        evidence=tuple(evidence),
        reason=f"{said.reason}; “{' '.join(text[verdict.start : verdict.end].split())}” tells that it {says}",
    )


def without_verdict(text: str, said: Statement, verdict: Verdict) -> dict[str, Any]:
    """The object of ``said`` and its place where it runs on into ``verdict``: up to there."""
    place = said.object_place
    if place is None or not place.start < verdict.begin < place.end:
        return {}
    end = place.start + len(text[place.start : verdict.begin].rstrip())
    shorter = tuple(replace(one, end=end) if one is place else one for one in said.evidence)
    return {"object": " ".join(text[place.start : end].split()), "evidence": shorter}


def once(statements: Sequence[Statement]) -> Iterator[Statement]:
    """``statements`` in the order of the text; of those that say the same of one object the surest."""
    surest: dict[tuple[str, str, int], Statement] = {}
    for said in sorted(statements, key=lambda s: -s.confidence):
        surest.setdefault((said.kind, said.stage, object_start(said)), said)
    yield from sorted(surest.values(), key=lambda s: (s.start, s.end, object_start(s)))
