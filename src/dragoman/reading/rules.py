"""A first reader: a dozen wordings from ``data/plain_rules.yml``, read sentence by sentence.

It is meant to be easy to follow and to compare better readers with. What it cannot place it leaves unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.actors.directory import Directory, directory, owner_of
from dragoman.actors.linking import Mention, linked_mentions, publisher_actor, within
from dragoman.codebook import READ, codebook
from dragoman.datafiles import Entry, compiled, data_file
from dragoman.dates import FoundDate, find_dates
from dragoman.months import months
from dragoman.records import Document, Evidence, Reading, Statement, Unlinked, left_out, number_occurrences
from dragoman.segment import Sentence, sentences
from dragoman.values import FoundValue, find_values

# How sure a rule of this kind is, from reading its output on the samples; it is no measured calibration.
CONFIDENCE = 0.6
MAX_STATEMENTS = 5_000  # of a document


@dataclass(frozen=True, slots=True)
class Rule:
    """One wording; the fields are explained in ``data/plain_rules.yml``."""

    name: str
    says: str
    kind: str
    stage: str
    trigger: re.Pattern[str]
    parties: str
    object: str
    needs: str | None
    plan: str | None


@dataclass(frozen=True, slots=True)
class Wordings:
    """All rules and the words that change what a sentence says."""

    rules: tuple[Rule, ...]
    instrument: re.Pattern[str]
    named: re.Pattern[str]
    negation: re.Pattern[str]
    planned: re.Pattern[str]
    doubtful: re.Pattern[str]
    said: re.Pattern[str]
    joining: re.Pattern[str]
    trailing: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with what was found in it. All offsets are into the document's text."""

    text: str
    start: int
    end: int
    mentions: tuple[Mention, ...]
    dates: tuple[FoundDate, ...]
    values: tuple[FoundValue, ...]


class RulesReader:
    """Reads English by rules. ``actors`` is the directory to link with, the shipped one by default."""

    name = "rules-1"
    languages = frozenset({"en"})

    def __init__(self, actors: Directory | None = None) -> None:
        self._actors = actors

    def read(self, document: Document) -> Reading:
        known = self._actors or directory()
        mentions = linked_mentions(document, known)
        publisher = publisher_actor(document, known)
        found = [
            statement
            for sentence in sentences(document.text, document.blocks)
            for statement in read_sentence(document, scene(document, sentence, mentions, publisher))
        ]
        statements = tuple(number_occurrences(found[:MAX_STATEMENTS]))
        unlinked = tuple(Unlinked(m.text, m.start, m.end, m.unlinked) for m in mentions if m.unlinked)
        return Reading(self.name, statements, unlinked, notes=left_out(len(found) - len(statements)))


@cache
def wordings() -> Wordings:
    """The shipped rules, read once."""
    raw = data_file("plain_rules.yml")
    rules = tuple(
        Rule(
            **{key: entry.text(key) for key in ("name", "says", "kind", "stage", "parties", "object")},
            trigger=compiled(entry.text("trigger"), re.IGNORECASE),
            needs=entry.text("needs") if "needs" in entry else None,
            plan=entry.text("plan") if "plan" in entry else None,
        )
        for entry in raw.parts("rules")
    )
    names = raw.part("instrument")
    others = ("negation", "planned", "doubtful", "said", "joining", "trailing")
    words = {key: compiled(raw.text(key), re.IGNORECASE) for key in others}
    instrument, named = (names_of(kinds, names) for kinds in (names["kinds"], names["kinds"] + names["other_kinds"]))
    return Wordings(rules, instrument, named, **words)


def names_of(kinds: Sequence[str], words: Entry) -> re.Pattern[str]:
    """Matches the names of instruments of ``kinds``: "Treaty of Peace and Friendship", "START I Treaty". Group ``kind``
    is what it is, ``tail`` what stands behind that."""
    times = (*words["times"], *months()["en"].forms())
    kind, no_name, time, topic, region = (
        f"(?:{'|'.join(some)})" for some in (kinds, words["not_names"], times, words["topics"], words["regions"])
    )
    word = rf"(?!{kind}\b)[A-ZÀ-ÖØ-Þ][\w’'-]*"
    own = rf"(?!{no_name}\b){word}"
    before = rf"{own}(?: (?:(?:of the|of|for|and|&) )?(?:{own}|\d+\b)){{0,8}} "
    named = rf"(?!{time}\b){word}"
    # "Formation of a New Association": no "and the", behind which there would be another instrument or party.
    joint = r"(?:(?:of|on|for|against)(?: the| an?)?|and) "
    listed = rf"(?:, {topic}(?: {word}){{0,2}}){{1,5}},? and {word}"
    topics = rf"{named}(?: (?:{joint})?{named}|{listed}| in {region}\b){{0,10}}"
    number = r" (?:No\.? ?)?\d[\d/]*(?: ?\(\d{4}\))?| [IVX]{2,}\b"
    tail = rf"(?:{number})?(?: (?:on|of|for|against|concerning)(?: the| an?)? {topics})?"
    about = rf"(?: to the (?:{before})?{kind}\b(?: (?:on|of|for|against)(?: the)? {topics})?)?"
    return compiled(rf"\b(?:{before})?(?P<kind>{kind})\b(?P<tail>{tail}{about})")


def scene(document: Document, sentence: Sentence, mentions: Sequence[Mention], publisher: str | None = None) -> Scene:
    """What stands in one sentence. ``publisher`` is the actor whose money a bare "$" is."""
    text = document.text[sentence.start : sentence.end]
    inside = [m for m in within(mentions, sentence.start, sentence.end) if _usable(m)]
    dates = find_dates(text, document.date.value)
    return Scene(
        text, sentence.start, sentence.end, tuple(inside), dates, find_values(text, dates, publisher=publisher)
    )


def read_sentence(document: Document, scene: Scene) -> Iterator[Statement]:
    """The statements of one sentence: those of every rule whose wording it has, at most once a rule."""
    known = wordings()
    for rule in known.rules:
        match = rule.trigger.search(scene.text)
        if match is None:
            continue
        clause = scene.text[_clause_start(scene.text, match.start()) : match.start()]
        if known.negation.search(clause) or known.doubtful.search(clause):
            continue
        stage = rule.stage
        if known.planned.search(clause):
            if rule.plan is None:
                continue
            stage = rule.plan
        if rule.needs == "money" and not any(_is_money(v) for v in scene.values):
            continue
        yield from _apply(document, scene, rule, stage, match)


def _apply(document: Document, scene: Scene, rule: Rule, stage: str, match: re.Match[str]) -> Iterator[Statement]:
    speaker, scene = _without_speaker(scene)
    trigger = scene.start + match.start(), scene.start + match.end()
    before = [m for m in scene.mentions if m.end <= trigger[0]]
    after = [m for m in scene.mentions if m.start >= trigger[1]]
    thing = _object(scene, rule, match, after)
    if rule.object == "instrument":
        if thing is None:
            return
        before, after = ([m for m in side if m.end <= thing[1] or m.start >= thing[2]] for side in (before, after))
    if rule.parties == "each":
        for one in after if before else []:
            if "/" not in one.actors[0]:
                named = (document.text[one.start : one.end], one.start, one.end)
                yield _statement(document, scene, rule, stage, trigger, before, [one], named, speaker)
        return
    source, target = (before, after) if rule.parties == "both" else _parties([*before, *after])
    if source and (target or rule.parties != "both"):
        yield _statement(document, scene, rule, stage, trigger, source, target, thing, speaker)


def _parties(named: Sequence[Mention]) -> tuple[Sequence[Mention], Sequence[Mention]]:
    """The first who is named, and the others who are not of the same state: a parliament is no party beside its own."""
    whose = {owner_of(actor) for mention in named[:1] for actor in mention.actors}
    return named[:1], [m for m in named[1:] if not whose >= {owner_of(actor) for actor in m.actors}]


def _statement(
    document: Document,
    scene: Scene,
    rule: Rule,
    stage: str,
    trigger: tuple[int, int],
    source: Sequence[Mention],
    target: Sequence[Mention],
    thing: tuple[str, int, int] | None,
    speaker: Mention | None,
) -> Statement:
    # In a list the date behind an organisation is its own; elsewhere the first one behind the verb.
    date = _date(scene, target[0].start if rule.parties == "each" else trigger[0])
    values = [v for v in scene.values if _is_money(v)] if rule.needs == "money" else []
    by = [speaker] if speaker else []
    sources, targets = _actors(source), _actors(target)
    event = codebook().stage(rule.kind, stage).event
    word = document.text[slice(*trigger)]
    return Statement(
        doc=document.stem,
        kind=rule.kind,
        stage=stage,
        quote=scene.text,
        start=scene.start,
        end=scene.end,
        source=sources,
        target=tuple(t for t in targets if t not in sources),
        object=thing[0] if thing else None,
        date=date.date if date else None,
        end_date=date.end_date if date else None,
        value=tuple(v.value() for v in values) or None,
        by=_actors(by),
        event=None if event == READ else event,
        confidence=CONFIDENCE,
        reader=RulesReader.name,
        rule=rule.name,
        reason=f"“{word}” says that {rule.says}" + ("" if stage == rule.stage else ", as a plan"),
        evidence=(
            *_read_from("source", source),
            *_read_from("target", target),
            *([Evidence("object", *thing)] if thing else []),
            *_read_from("by", by),
            *_measured(scene, date, values),
        ),
    )


def _read_from(role: str, mentions: Sequence[Mention]) -> Iterator[Evidence]:
    for mention in mentions:
        for actor in mention.actors:
            yield Evidence(role, actor, mention.start, mention.end, mention.how)


def _measured(scene: Scene, date: FoundDate | None, values: Sequence[FoundValue]) -> Iterator[Evidence]:
    """Where the date and the values stand."""
    if date and date.date:
        yield Evidence("date", date.date, scene.start + date.start, scene.start + date.end, date.basis)
    for value in values:
        told = scene.text[value.start : value.end]
        yield Evidence("value", told, scene.start + value.start, scene.start + value.end)


def _clause_start(text: str, position: int) -> int:
    """Where the clause before ``position`` begins: after the last semicolon, colon or dash."""
    return max((text.rfind(mark, 0, position) + 1 for mark in (";", ":", "–", "—")), default=0)


def _without_speaker(scene: Scene) -> tuple[Mention | None, Scene]:
    """Who says the sentence ("…, Minister X said"), and the sentence's actors without the speaker."""
    said = wordings().said.search(scene.text)
    if said is None:
        return None, scene
    place = scene.start + said.start()
    speaker = next((m for m in reversed(scene.mentions) if m.end <= place and place - m.end < 40), None)
    others = tuple(m for m in scene.mentions if m is not speaker)
    return speaker, Scene(scene.text, scene.start, scene.end, others, scene.dates, scene.values)


def _object(scene: Scene, rule: Rule, match: re.Match[str], after: Sequence[Mention]) -> tuple[str, int, int] | None:
    """The object with its place: the instrument nearest to the trigger, or the words that follow it."""
    if rule.object == "instrument":
        names = list(wordings().instrument.finditer(scene.text))
        wanted = [n for n in names if n.end() <= match.start()] if rule.parties == "passive" else names
        best = min(wanted, key=lambda n: max(n.start() - match.end(), match.start() - n.end()), default=None)
        return (best[0], scene.start + best.start(), scene.start + best.end()) if best else None
    if rule.object == "rest":
        stops = [m.start - scene.start for m in after] + [d.start for d in scene.dates if d.start > match.end()]
        rest = scene.text[match.end() : min(stops, default=len(scene.text))]
        rest = re.split(r"[.;:]\s|[.;:]$", rest)[0]
        clean = wordings().trailing.sub("", rest.rstrip())
        lead = len(clean) - len(clean.lstrip())
        start = scene.start + match.end() + lead
        return (clean.strip(), start, start + len(clean.strip())) if clean.strip() else None
    return None


def _date(scene: Scene, place: int) -> FoundDate | None:
    """The first date behind ``place``, else the last one before it."""
    usable = [d for d in scene.dates if d.date or d.end_date]
    behind = [d for d in usable if place <= scene.start + d.start]
    return behind[0] if behind else usable[-1] if usable else None


def _usable(mention: Mention) -> bool:
    """Whether it is known whom the mention means: not a word within a longer name, nor a mere place."""
    return bool(mention.actors) and mention.head and not mention.place and mention.unlinked is None


def _is_money(found: FoundValue) -> bool:
    return found.unit is not None and len(found.unit) == 3 and found.unit.isupper()


def _actors(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Every actor once, in the order of the text."""
    return tuple(dict.fromkeys(actor for mention in mentions for actor in mention.actors))
