"""What questions and answers consist of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from dragoman.records import Document, Evidence, Statement

Role = Literal["source", "target", "by", "any"]

FOREIGN_CURSOR = "the cursor is not one of ours; leave it out to begin anew"


@dataclass(frozen=True, slots=True)
class Filter:
    """Which statements are asked for. Everything given must hold; what is empty or null does not restrict.

    ``actors`` must all take part, each as a code, an actor in the contract's notation, or a name as the ledger has it;
    ``role`` says how (null: as source or target). ``object`` are words of the object, ``text`` of the quote; both may
    hold ``"phrases"``. ``since`` and ``until`` are EDTF dates: a statement is in when its own dates may touch them, and
    an undated one is out; ``undated`` leaves only those. ``document`` is a document's name, path or address. ``as_of``
    (EDTF) asks what the documents said on that day instead of what they say now. With ``least`` so many of the words
    and phrases of ``text`` are enough.
    """

    kinds: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    role: Role | None = None
    object: str | None = None
    text: str | None = None
    since: str | None = None
    until: str | None = None
    undated: bool = False
    document: str | None = None
    publisher: str | None = None
    language: str | None = None
    min_confidence: float | None = None
    as_of: str | None = None
    include_rejected: bool = False
    least: int | None = None


@dataclass(frozen=True, slots=True)
class Facet:
    """Values of one field among what was found, most first."""

    name: str
    values: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A statement as an answer shows it: corrections applied, under the id it was read with.

    ``original`` holds the contract's fields as read, where a correction changed them. ``status`` is what people's
    decisions made of it: ``confirmed``, ``rejected``, ``corrected`` or null. ``fact`` numbers the fact it tells.
    """

    id: str
    statement: Statement
    status: str | None
    original: Mapping[str, Any] | None
    retired: bool
    fact: int
    document_id: str
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None
    locator: str

    def contract(self) -> dict[str, Any]:
        """The contract's fields, corrections applied."""
        return self.statement.contract()

    def as_row(self) -> dict[str, Any]:
        """What exports print: as `Statement.as_row`, but always with the id that the ledger knows."""
        return self.statement.as_row() | {"id": self.id}


@dataclass(frozen=True, slots=True)
class Page:
    """Statements in the order of document stem, start, end, id. ``cursor`` asks for the next page; null on the last."""

    statements: tuple[Found, ...]
    cursor: str | None


@dataclass(frozen=True, slots=True)
class FactLine:
    """One fact with those who tell it. ``best`` is the fullest statement; ``statements`` holds the first few."""

    number: int
    best: Found
    statements: tuple[Found, ...]
    count: int
    documents: int


@dataclass(frozen=True, slots=True)
class Profile:
    """What the ledger holds about an actor, a pair or an instrument, grouped into facts.

    ``about`` are the actors asked for as the ledger has them, or the instrument's name. ``kinds`` counts facts by kind,
    in the codebook's order. Facts are ordered by kind, then date; ``cursor`` asks for the next page. ``related`` are
    other things whose names have the instrument's in them.
    """

    about: tuple[str, ...]
    facts_count: int
    kinds: tuple[tuple[str, int], ...]
    facts: tuple[FactLine, ...]
    cursor: str | None
    related: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A passage with the words. ``statements`` are those read in it whose quotes have half of them or more, best first.

    ``snippet`` is ``text[start:end]`` of the document.
    """

    stem: str
    document_id: str
    title: str | None
    publisher: str | None
    published: str | None
    start: int
    end: int
    snippet: str
    statements: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """Passages in the order in which their documents were added.

    ``count`` and the facets stop at `COUNT_LIMIT` (``at_least``). Of the ``words_asked`` words and phrases that were
    looked for, the passages have ``words_found``: fewer where none has them all.
    """

    hits: tuple[SearchHit, ...]
    count: int
    at_least: bool
    cursor: str | None
    facets: tuple[Facet, ...] = ()
    words_asked: int = 0
    words_found: int = 0


@dataclass(frozen=True, slots=True)
class Presence:
    """Where and since when a statement stands in a version of a document, and how it was read there."""

    document_id: str
    stem: str
    locator: str
    published: str | None
    start: int
    end: int
    reader: str
    rule: str
    reason: str
    confidence: float
    evidence: tuple[Evidence, ...]
    first_seen: str
    retired_at: str | None
    present: bool


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided. ``undone``: a later decision took it back; ``carried``: how it came to this statement."""

    number: int
    at: str
    who: str
    action: str
    statement_id: str | None
    actor: str | None
    into: str | None
    fields: Mapping[str, Any] | None
    why: str
    basis: Mapping[str, Any]
    undoes: int | None
    undone: bool
    carried: str | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything known about one statement."""

    found: Found
    document: Document
    presences: tuple[Presence, ...]
    decisions: tuple[Decision, ...]
    group: tuple[Found, ...]
    group_count: int

    @property
    def last_decision(self) -> int | None:
        """What a new decision names as seen."""
        return max((d.number for d in self.decisions), default=None)


@dataclass(frozen=True, slots=True)
class ActorLine:
    """An actor with the number of statements in which it takes part. ``merged_into`` where a decision merged it."""

    actor: str
    code: str | None
    name: str | None
    statements: int
    merged_into: str | None


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """The present version of a source. The fields called evidence tell where each fact about it was found."""

    stem: str
    document_id: str
    source: str
    locator: str
    title: str | None
    publisher: str | None
    date: str | None
    language: str | None
    statements: int
    versions: int
    unlinked: int
    not_read: str | None
    reader: str | None
    warnings: tuple[str, ...]
    first_seen: str
    publisher_actor: str | None
    title_evidence: str
    publisher_evidence: str
    date_evidence: str
    language_evidence: str


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One version of a source; ``statements`` counts those that its reading holds.

    ``again_since``: the page went back to this text then, from a later version.
    """

    document_id: str
    stem: str
    locator: str
    title: str | None
    date: str | None
    first_seen: str
    retired_at: str | None
    statements: int
    again_since: str | None


@dataclass(frozen=True, slots=True)
class UnlinkedLine:
    """A mention that no actor could be given to, with how often it stands in present documents."""

    text: str
    reason: str
    count: int


@dataclass(frozen=True, slots=True)
class Summary:
    """The ledger in numbers. ``not_read`` counts present documents by why they were not read."""

    documents: int
    versions: int
    statements: int
    facts: int
    retired: int
    rejected: int
    decisions: int
    skipped: int
    unlinked: int
    not_read: tuple[tuple[str, int], ...]
