"""A document -> its events: those that the reader's statements are, then those of pairs of actors in other sentences.

statement with an event -> every source with every target, of a mutual act all parties with each other -> events
sentence without one -> every pair of actors in it -> classifier, where there is one -> events
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from dragoman.actors.directory import Directory, owner_of
from dragoman.actors.linking import linked_mentions
from dragoman.edtf import is_valid
from dragoman.events.dating import dated_alike, to_come, when
from dragoman.events.marking import first_of
from dragoman.events.pairing import Candidate, candidates
from dragoman.events.plover import ontology
from dragoman.events.records import Classified, Coded, Event, NotCoded, Pair
from dragoman.events.scene import DEFAULT, Scene, Settings, event
from dragoman.events.settling import ACCUSE, both, hosted, is_mutual, settled, unnamed
from dragoman.events.sides import (
    ALIKE,
    by_lists,
    crossed,
    joined,
    not_named_later,
    not_of_one_list,
    paired,
    suffers,
    without_parts,
    without_places,
)
from dragoman.pipeline import read_document
from dragoman.reading import Reader
from dragoman.records import Document, Reading, Statement
from dragoman.segment import sentences

__all__ = ["INTENDED", "PairClassifier", "code_document", "code_reading", "crossed"]

# What these types say of the future is AGREE (PLOVER manual, draft 2.0, on AGREE).
INTENDED = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
# What is said now of what is to come: its date is the promised thing's, and it happens when it is reported.
SAID_AHEAD = frozenset({"AGREE", "THREATEN", "REQUEST"})
NOBODY_ACCUSED = "who is accused is not named"
ASKED = 20
"""Pairs of one statement that the classifier is asked about, each by itself."""


class PairClassifier(Protocol):
    """What tells the event between two actors of a sentence; one answer a pair, in the order of the pairs."""

    def classify(self, pairs: Sequence[Pair]) -> list[Classified]: ...


def code_document(
    document: Document,
    reader: Reader,
    directory: Directory,
    classifier: PairClassifier | None = None,
    settings: Settings = DEFAULT,
) -> Coded:
    """Read ``document`` and code it. A document without a date gives nothing, because an event needs one."""
    reading = read_document(document, reader)
    if reading.not_read:
        return Coded(document.stem, document.locator, reason=f"not read: {reading.not_read}")
    return code_reading(document, reading, directory, classifier, settings)


def code_reading(
    document: Document,
    reading: Reading,
    directory: Directory,
    classifier: PairClassifier | None = None,
    settings: Settings = DEFAULT,
) -> Coded:
    """The events of a document that was read. Deterministic; events stand in the order of the text."""
    date = document.date.value
    if date is None or not is_valid(date):
        return Coded(document.stem, document.locator, reason="no date")
    found = sentences(document.text, document.blocks)
    mentions = linked_mentions(document, directory)
    scene = Scene(document, date, found, mentions, directory, settings)
    left: list[NotCoded] = []
    stated = {s.id: s for s in reading.statements if s.event}
    drafts = [draft for statement in stated.values() for draft in of_statement(scene, statement, left)]
    drafts = dated_alike(scene, drafts)
    events = classified(scene, stated, drafts, classifier, left)
    events = tuple(sorted(set(events), key=lambda e: (e.start, e.type, e.actor.code, e.id, e.end, e.statement or "")))
    reason = None if events else (_commonest(left) or "no sentence names two actors")
    return Coded(document.stem, document.locator, events, tuple(left), len(found), reason)


def of_statement(scene: Scene, statement: Statement, left: list[NotCoded]) -> Iterator[Event]:
    """An event for every source with every target of a statement, as sure as the statement is; what gives none is put
    into ``left``."""
    start, end = scene.around(statement.start, statement.end)

    def leave(reason: str) -> None:
        left.append(NotCoded(reason, scene.document.text[start:end], start, end))

    kind, mode = ontology().type(str(statement.event))
    acting = without_parts(scene, statement)
    mutual = is_mutual(acting, kind.name, mode or ontology().read_mode(kind.name, scene.document.text[start:end]))
    acting = (without_places if mutual else by_lists)(scene, acting, (start, end))
    pairs = paired(acting, mutual)
    if not pairs:
        named = acting.source or acting.target
        return leave("actor and recipient are the same" if crossed(acting) else
                     "nobody acts" if named and not acting.source else "no actor named")  # fmt: skip
    pairs = not_of_one_list(scene, acting, kind.name, pairs, (start, end))
    if not pairs:
        return leave("actor and recipient stand in one list")
    pairs = not_named_later(scene, acting, pairs, end)
    if not pairs:
        return leave("actor or recipient is named only later")
    if kind.recipient and all(target is None for _, target in pairs):
        return leave(f"{kind.name} without a recipient")
    if len(pairs) > scene.settings.crossed:
        leave(f"more than {scene.settings.crossed} pairs in one statement")
    date, dated = when(scene, statement, (start, end))
    name = "AGREE" if _intended(scene, kind.name, statement.stage, date) else kind.name
    if name in SAID_AHEAD and to_come(scene, date, statement.stage):
        date, dated = scene.date, "document"
    for source, target in pairs[: scene.settings.crossed]:
        yield event(
            scene,
            name,
            source,
            target,
            (start, end),
            date,
            dated,
            probability=statement.confidence,
            mode=mode,
            mutual=mutual,
            statement=statement,
        )


def _intended(scene: Scene, name: str, stage: str, date: str) -> bool:
    if name not in INTENDED or not scene.settings.intentions:
        return False
    return stage == "planned" or to_come(scene, date)


def classified(
    scene: Scene,
    stated: Mapping[str, Statement],
    drafts: Sequence[Event],
    classifier: PairClassifier | None,
    left: list[NotCoded],
) -> tuple[Event, ...]:
    """Those of ``drafts`` that are likely, with modes and contexts by the classifier, and the events of the sentences
    in which nothing is ``stated``."""
    taken = {scene.around(s.start, s.end) for s in stated.values()}
    free = [c for s in scene.sentences if not _touches((s.start, s.end), taken)
            for c in candidates(scene.document.text, s.start, s.end, scene.mentions)]  # fmt: skip
    if classifier is None:
        places = dict.fromkeys((c.start, c.end) for c in free)
        left.extend(
            NotCoded("actors without an event that was read", scene.document.text[a:b], a, b) for a, b in places
        )
        return tuple(likely(scene, stated, [(draft, None) for draft in drafts], left))
    answering = asked_for(drafts)
    asked = list(dict.fromkeys(answering))
    questions = [pair_of(scene, number, drafts[number]) for number in asked]
    answers = classifier.classify([*questions, *(c.pair(scene.document.text, f"c{n}") for n, c in enumerate(free))])
    told = dict(zip(asked, answers, strict=False))
    events = likely(scene, stated, [(d, told[n]) for d, n in zip(drafts, answering, strict=True)], left)
    return (*events, *chosen(scene, free, answers[len(asked) :], left))


def asked_for(drafts: Sequence[Event]) -> list[int]:
    """For each draft the number of the one whose actors the classifier is asked about: beyond `ASKED` of one statement
    the last of those. A list of parties does one thing, and each two of a long one would be hundreds of questions."""
    last: dict[str | None, int] = {}
    counts: Counter[str | None] = Counter()
    for number, draft in enumerate(drafts):
        counts[draft.statement] += 1
        if counts[draft.statement] <= ASKED:
            last[draft.statement] = number
    return [min(number, last[draft.statement]) for number, draft in enumerate(drafts)]


def likely(
    scene: Scene,
    stated: Mapping[str, Statement],
    drafts: Sequence[tuple[Event, Classified | None]],
    left: list[NotCoded],
) -> Iterator[Event]:
    """Those of ``drafts`` that are likely enough, each with its probability and what its answer tells."""
    said: dict[tuple[int, int], set[str]] = {}
    for draft, _ in drafts:
        said.setdefault((draft.start, draft.end), set()).add(draft.type)
    condemning = {
        between(draft)
        for draft, _ in drafts
        if draft.type == ACCUSE and unnamed(scene, draft, stated[str(draft.statement)], None)
    }
    for draft, answer in drafts:
        statement = stated[str(draft.statement)]
        made = settled(scene, draft, statement, answer, said[draft.start, draft.end]) if answer else draft
        names = {made.type} if made.type != draft.type else {draft.type, ontology().type(str(statement.event))[0].name}
        condemned = between(draft) in condemning and made.quad.endswith("conflict")
        if condemned or unnamed(scene, made, statement, answer):
            left.append(NotCoded(NOBODY_ACCUSED, draft.sentence, draft.start, draft.end))
            continue
        lacking = scene.settings.chance.lacking(statement.kind, draft.recipient)
        probability = round(scene.settings.chance.of(frozenset(names), draft.probability, answer, lacking), 4)
        if probability >= scene.settings.threshold:
            yield replace(both(scene, made, statement), probability=probability)
        else:
            left.append(NotCoded("under the threshold", draft.sentence, draft.start, draft.end))


def between(draft: Event) -> tuple[int, int, str, str | None]:
    """In which sentence, who of which state or organisation does something to whom."""
    return draft.start, draft.end, owner_of(draft.actor.code), draft.recipient.code if draft.recipient else None


def chosen(
    scene: Scene, free: Sequence[Candidate], answers: Sequence[Classified], left: list[NotCoded]
) -> Iterator[Event]:
    """The likeliest events of each sentence, one for two actors whichever way round."""
    by_sentence: dict[tuple[int, int], list[tuple[Candidate, Classified]]] = {}
    for candidate, answer in zip(free, answers, strict=True):
        by_sentence.setdefault((candidate.start, candidate.end), []).append((candidate, answer))
    for place, pairs in by_sentence.items():
        best: dict[frozenset[str], tuple[Candidate, Classified]] = {}
        for candidate, answer in sorted(pairs, key=lambda pair: -pair[1].probability):
            if answer.event and not (answer.event == ACCUSE and suffers(scene, place[0], candidate.target.start)):
                best.setdefault(frozenset((candidate.source.code, candidate.target.code)), (candidate, answer))
        chances = [(round(scene.settings.chance.of_pair(answer.probability), 4), candidate, answer)
                   for candidate, answer in best.values()]  # fmt: skip
        sure = [one for one in chances if one[0] >= scene.settings.threshold]
        sentence = scene.document.text[slice(*place)]
        if not sure:
            reason = "under the threshold" if best else "actors without an event between them"
            left.append(NotCoded(reason, sentence, *place))
        for probability, candidate, answer in sure[: scene.settings.a_sentence]:
            kind, mode = ontology().type(str(answer.event), answer.mode)
            date, dated = candidate.date(scene.document.text, scene.date, scene.mentions)
            made = event(
                scene, kind.name, candidate.source.code, candidate.target.code, place, date, dated,
                probability=probability, mode=mode, contexts=answer.contexts,
                mutual=kind.name == "CONSULT" or (kind.name in ALIKE and in_one_list(scene, candidate)),
            )  # fmt: skip
            yield hosted(candidate.named(made, scene.directory))


def in_one_list(scene: Scene, candidate: Candidate) -> bool:
    """Whether the two actors stand in one list, so that both do what is said of it."""
    one, other = ((side.start, side.end) for side in (candidate.source, candidate.target))
    return joined(scene.document.text, one, other, scene.mentions, candidate.end)


def pair_of(scene: Scene, number: int, draft: Event) -> Pair:
    """The pair of an event that is already there, for its mode and contexts."""
    spans = (first_of(side.raw if side else None, draft.sentence) for side in (draft.actor, draft.recipient))
    return Pair(f"s{number}", draft.sentence, *spans)


def _touches(place: tuple[int, int], taken: Iterable[tuple[int, int]]) -> bool:
    return any(start < place[1] and place[0] < end for start, end in taken)


def _commonest(left: Sequence[NotCoded]) -> str | None:
    counts: dict[str, int] = {}
    for one in left:
        counts[one.reason] = counts.get(one.reason, 0) + 1
    return min(counts, key=lambda reason: (-counts[reason], reason), default=None)
