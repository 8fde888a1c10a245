"""Visits told as a list: "Visitors to Chad from Peru include President Lind in May 1990 and Minister Mora (1994)".

Embassies and ministries keep such lists on their pages. A verb stands once for dozens of visits, in the words that lead
into the list, and what follows are only names and dates: rules are exact here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.actors.directory import directory, owner_of
from dragoman.actors.linking import Mention
from dragoman.codebook import codebook
from dragoman.datafiles import any_of, compiled, data_file
from dragoman.dates import FoundDate
from dragoman.reading.prepared import Prepared, first_from, mentions_in
from dragoman.records import Document, Evidence, Statement

WORDS = data_file("objects.yml").part("visit_lists")
LEAD = compiled(
    rf"\b(?:{any_of(WORDS['visitors'])}\b[^.;:()\n]{{0,60}}? to|{any_of(WORDS['visited'])})\b"
    rf"(?P<where>[^.;:()\n]{{1,80}}?)(?:\b{any_of(WORDS['begins'])}\b:?|:)(?!\S)",
    re.IGNORECASE,
)
AGAIN = compiled(rf"\W*(?:{any_of(WORDS['again'])}\W+)*(?:as (?:[\w-]+ ){{1,8}}?)?(?:in|on|from)?\W*", re.IGNORECASE)
"""What stands before the second date of one visitor: "in 1983 | and in | 1991", "| and as President in | 2000"."""
LONGEST_AGAIN = 100
"""Characters between two dates of one visitor."""
LONGEST_LIST = 20_000
"""Characters of the items of one list, so that each is looked through in bounded time; a sentence is never longer."""
FEWEST = 2
"""Visits that make a list; a single one is told by a sentence."""
CONFIDENCE = 0.9
"""Of 31 visits in lists of three pages that these rules were not made on, 28 were read right."""


@dataclass(frozen=True, slots=True)
class Told:
    """What leads into a list: the state that was visited, the one whose people came ("" where it is not said), and the
    characters of these words."""

    place: Mention
    home: str
    lead: tuple[int, int]


@dataclass(frozen=True, slots=True)
class VisitList:
    """The visits of one list, and the characters ``start:end`` where it stands with the words that lead into it."""

    start: int
    end: int
    visits: tuple[Statement, ...]


def visit_lists(document: Document, prepared: Prepared) -> list[VisitList]:
    """The lists of visits in ``document``, in the order of the text."""
    found = []
    for number, sentence in enumerate(prepared.sentences):
        lead = LEAD.search(document.text, sentence.start, sentence.end)
        place = visited(lead, prepared) if lead else None
        if lead is None or place is None:
            continue
        told = Told(place, home_of(place, mentions_in(prepared, sentence.start, lead.end())), lead.span())
        end = list_end(document, prepared, number, lead.end())
        made = tuple(visits(document, prepared, told, end))
        if len(made) >= FEWEST:
            found.append(VisitList(sentence.start, end, made))
    return found


def visited(lead: re.Match[str], prepared: Prepared) -> Mention | None:
    """The state that ``lead`` says was visited."""
    named = mentions_in(prepared, *lead.span("where"))
    return next((m for m in named if len(m.actors) == 1 and directory().is_state(m.actors[0])), None)


def home_of(place: Mention, named: Sequence[Mention]) -> str:
    """The one other state that is ``named`` before the list begins, which the visitors serve: "Visitors to China | from
    Chad"; "" where there is none or more."""
    owners = {owner_of(actor) for mention in named for actor in mention.actors} - {place.actors[0]}
    states = [code for code in owners if directory().is_state(code)]
    return states[0] if len(states) == 1 else ""


def list_end(document: Document, prepared: Prepared, number: int, begun: int) -> int:
    """Where the list ends that begins at ``begun`` in the sentence of this ``number``: with it, or, where nothing
    follows there, with the items behind it."""
    sentences, end = prepared.sentences, prepared.sentences[number].end
    if not document.text[begun:end].strip():
        for item in sentences[number + 1 :]:
            if item.kind != "item" or item.end - begun > LONGEST_LIST:
                break
            end = item.end
    return end


def visits(document: Document, prepared: Prepared, told: Told, end: int) -> Iterator[Statement]:
    """A visit for each visitor with each of his dates in the list, which begins behind the lead and goes to ``end``."""
    since = told.lead[1]
    here: list[tuple[str, Mention]] = []
    for date in prepared.dates[first_from(prepared.dates, since) : first_from(prepared.dates, end)]:
        if not date.date or date.role == "name":
            continue
        near = date.start - since <= LONGEST_AGAIN
        if not here or not (near and AGAIN.fullmatch(document.text, since, date.start)):
            here = visitors(mentions_in(prepared, since, date.start), told)
        for actor, visitor in here:
            yield visit(document, actor, visitor, told, date)
        since = date.end


def visitors(mentions: Sequence[Mention], told: Told) -> list[tuple[str, Mention]]:
    """Those of ``mentions`` who came, as actors: persons by name, each once; where none is named, the last office. Who
    seems to serve the state that was visited, or none, serves the one that they came from."""
    state = told.place.actors[0]
    able: list[tuple[str, Mention]] = []
    for mention in mentions:
        if not mention.head or mention.place or len(mention.actors) != 1:
            continue
        owner, _, name = mention.actors[0].partition("/")
        actor = f"{told.home}/{name}" if told.home and name and owner in (state, "") else mention.actors[0]
        if owner_of(actor) != state:
            able.append((actor, mention))
    named = {actor: mention for actor, mention in able if mention.how == "person" and "/" in actor}
    return list(named.items()) or [one for one in able if one[1].how == "office"][-1:]


def visit(document: Document, actor: str, visitor: Mention, told: Told, date: FoundDate) -> Statement:
    """The visit of one on one date, as words in the list and those that lead into it tell."""
    start, end = visitor.start, date.end
    end += document.text.startswith(")", end) and "(" in document.text[start:end]
    place, lead = told.place, " ".join(document.text[slice(*told.lead)].split())
    return Statement(
        doc=document.stem,
        kind="meeting",
        stage="held",
        quote=document.text[start:end],
        start=start,
        end=end,
        source=(actor,),
        target=place.actors,
        object=f"visit to {document.text[place.start : place.end]}",
        date=date.date,
        event=codebook().stage("meeting", "held").event,
        confidence=CONFIDENCE,
        rule="list of visits",
        reason=f"“{lead}” leads into a list of visitors with their dates",
        evidence=(
            Evidence("source", actor, visitor.start, visitor.end, visitor.how),
            Evidence("target", place.actors[0], place.start, place.end, place.how),
            Evidence("object", "", place.start, place.end),
            Evidence("date", str(date.date), date.start, date.end, date.basis),
        ),
    )
