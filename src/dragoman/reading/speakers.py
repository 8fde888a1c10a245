"""Whose words a statement is, of those who are likely to say it."""

from __future__ import annotations

import re

from dragoman.actors.directory import owner_of
from dragoman.actors.linking import Mention
from dragoman.datafiles import any_of, compiled, data_file
from dragoman.reading.anchored import Anchored, Filler
from dragoman.reading.prepared import mentions_in

WORDS = data_file("roles.yml")
PRONOUNS = frozenset(WORDS["speaking_pronouns"])
POSSESSED = compiled(rf"['’]s?\s+(?!{any_of(WORDS['sayings'])}\b)[a-z]", re.IGNORECASE)
SAYS_WHOSE = rf"\b{any_of(WORDS['according'])}\b"
IS_SAID = compiled(SAYS_WHOSE, re.IGNORECASE)
ACCORDING = compiled(rf"{SAYS_WHOSE}(?: the| an?)? $", re.IGNORECASE)
CLOSED = re.compile(r"(?: (?:news )?agency)?\s*(?:[,.;:()”\"]|$)")
NEAR = 30
"""Characters before a mention in which it is told to be a source."""
LABEL = re.compile(r"(?:\s*\([^()\n]{0,60}\))?\s?:")


def speakers(likely: list[Filler], anchored: Anchored) -> list[Filler]:
    """Those of ``likely`` whom the sentence names as speakers, where it names any: "He claimed" after "said Jo Lind".
    Whose turn it is in a record, who "we" are and who is quoted is told before."""
    said_at = [(f, mention_of(f, anchored)) for f in likely]
    speaking = [(f, m) for f, m in said_at if m is None or not is_nobodys_word(f, m, said_at, anchored)]
    if len(speaking) < 2:
        return [f for f, _ in speaking]
    span = anchored.prepared.sentences[anchored.sentence]
    inside = mentions_in(anchored.prepared, span.start, span.end)
    by_name = {a for m in inside if may_speak(m) for a in (*m.actors, *m.others)}
    if not any(f.actor in by_name for f, _ in speaking):
        return [f for f, _ in speaking]
    told = by_name.union(*((*m.actors, *m.others) for m in inside), quoted_in(anchored, span.start, span.end))
    return [f for f, m in speaking if f.actor in told or (m is not None and LABEL.match(anchored.document.text, m.end))]


def according_to(anchored: Anchored) -> list[Filler]:
    """Whom the anchor's sentence names as its source: "according to the Ministry of Trade, roads grow"."""
    span, text = anchored.prepared.sentences[anchored.sentence], anchored.document.text
    if not IS_SAID.search(text, span.start, span.end):
        return []
    for row, index in anchored.told:
        mention = anchored.prepared.mentions[index]
        named = mention.head and mention.how != "pronoun" and span.start <= mention.start < span.end
        told = ACCORDING.search(text, max(span.start, mention.start - NEAR), mention.start) if named else None
        if told and CLOSED.match(text, mention.end):  # "according to EU standards" is nobody's word
            slot = int(anchored.picked[row])
            entity = int(anchored.places.entity[slot])
            return [Filler(anchored.view.entities[entity].actor, entity, slot, 0.0)]
    return []


def may_speak(mention: Mention) -> bool:
    """ "The Peruvian minister", "he"; not "our", and not "Peruvian" alone."""
    if mention.how == "pronoun":
        return mention.text.lower() in PRONOUNS
    return mention.head and mention.how != "demonym"


def mention_of(filler: Filler, anchored: Anchored) -> Mention | None:
    index = int(anchored.places.index[filler.slot])
    return anchored.prepared.mentions[index] if index >= 0 else None


def is_nobodys_word(
    filler: Filler, mention: Mention, said_at: list[tuple[Filler, Mention | None]], anchored: Anchored
) -> bool:
    """Whether ``mention`` only tells whose something is: "Peru's role showed", "State Department" in "State Department
    spokesman Jo Lind"."""
    for other, longer in said_at:
        if longer and owner_of(other.actor) == owner_of(filler.actor) and is_part(mention, longer):
            return True
    here = int(anchored.places.sentence[filler.slot]) == anchored.sentence
    return here and POSSESSED.match(anchored.document.text, mention.end) is not None


def is_part(mention: Mention, longer: Mention) -> bool:
    within = longer.start <= mention.start and mention.end <= longer.end
    return within and (longer.start, longer.end) != (mention.start, mention.end)


def quoted_in(anchored: Anchored, start: int, end: int) -> set[str]:
    """Who is quoted in ``start:end``."""
    return {a for one in anchored.prepared.quoted if one.start < end and start < one.end for a in one.actors}
