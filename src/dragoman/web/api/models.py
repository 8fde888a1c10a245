"""What the API answers with, field by field. Names are those of the contract and of the command line's exports."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from dragoman.queries import (
    ActorLine,
    Decision,
    DocumentLine,
    Explanation,
    FactLine,
    Found,
    Profile,
    SearchHit,
    VersionLine,
)
from dragoman.records import Bound

Status = Literal["confirmed", "rejected", "corrected"]


class Record(BaseModel):
    model_config = ConfigDict(frozen=True, from_attributes=True)


class AmountOut(Record):
    """A number with its unit: ISO 4217 code for money, ``%``, ``rank``, else the counted noun."""

    number: int | float
    unit: str | None = None
    bound: Bound | None = None


class CitedOut(Record):
    """The document that a statement stands in: the version that shows it."""

    id: str
    title: str | None
    publisher: str | None
    published: str | None = Field(description="EDTF")
    url: str | None


class StatementOut(Record):
    """One thing that one passage says. ``text[start_char:end_char]`` of the document is the quote."""

    id: str
    doc: str
    kind: str
    stage: str
    source: list[str]
    target: list[str]
    object: str | None
    date: str | None = Field(description="EDTF")
    end: str | None = Field(description="EDTF")
    value: list[AmountOut] | None
    by: list[str]
    event: str | None
    quote: str
    start_char: int
    end_char: int
    confidence: float
    status: Status | None = Field(description="What people's decisions made of it.")
    retired: bool = Field(description="No present document says it any more.")
    fact: int = Field(description="Statements with the same number tell the same.")
    document: CitedOut


class StatementPage(Record):
    statements: list[StatementOut]
    next: str | None = Field(description="The cursor of the next page; null on the last.")


class CountOut(Record):
    count: int
    undated: int = Field(description="So many more have no date and are left out by `since` or `until`.")


class EvidenceOut(Record):
    """What one field was read from: ``value`` of ``role`` stands at, or was resolved from, ``start:end``."""

    role: str
    value: str
    start: int
    end: int
    how: str


class PresenceOut(Record):
    """Where and since when it stands in a version of a document, and how it was read there."""

    document_id: str
    stem: str
    published: str | None
    start: int
    end: int
    reader: str
    rule: str
    reason: str
    confidence: float
    evidence: list[EvidenceOut]
    first_seen: str
    retired_at: str | None
    present: bool


class DecisionOut(Record):
    number: int
    at: str
    who: str
    action: str
    statement_id: str | None
    actor: str | None
    into: str | None
    fields: dict[str, Any] | None
    why: str
    undoes: int | None
    undone: bool
    carried: str | None


class DecisionPage(Record):
    decisions: list[DecisionOut]
    next: str | None


class ExplainedOut(StatementOut):
    """A statement with all that is known about it. ``seen`` is what a new decision on it names as seen."""

    original: dict[str, Any] | None = Field(description="The fields as read, where a correction changed them.")
    presences: list[PresenceOut]
    decisions: list[DecisionOut]
    seen: int
    others: list[StatementOut] = Field(description="Statements that tell the same, the first fifty.")
    others_count: int


class FactOut(Record):
    """One fact with those who tell it: the fullest statement, and the first few."""

    number: int
    best: StatementOut
    statements: list[str]
    count: int
    documents: int


class KindCount(Record):
    kind: str
    facts: int


class ProfileOut(Record):
    about: list[str]
    facts_count: int
    kinds: list[KindCount]
    facts: list[FactOut]
    next: str | None


class ActorOut(Record):
    actor: str
    code: str | None
    name: str | None
    statements: int
    merged_into: str | None


class ActorPage(Record):
    actors: list[ActorOut]
    next: str | None


class DocumentOut(Record):
    """The present version of a document. The fields called evidence tell where each fact about it was found."""

    id: str
    doc: str
    title: str | None
    title_evidence: str
    publisher: str | None
    publisher_evidence: str
    publisher_actor: str | None
    date: str | None = Field(description="EDTF")
    date_evidence: str
    language: str | None
    language_evidence: str
    locator: str = Field(description="Where it was read from.")
    source: str = Field(description="Its address: where it was published, else where it was read from.")
    statements: int
    versions: int
    unlinked: int
    not_read: str | None
    reader: str | None
    warnings: list[str]
    first_seen: str


class DocumentPage(Record):
    documents: list[DocumentOut]
    next: str | None


class HitOut(Record):
    """A passage with the words: ``text[start:end]`` of the document."""

    document_id: str
    doc: str
    title: str | None
    publisher: str | None
    published: str | None
    start: int
    end: int
    passage: str
    statements: list[str]


class PassageCount(Record):
    value: str
    passages: int


class PassageFacet(Record):
    name: str
    values: list[PassageCount]


class HitPage(Record):
    """``count`` and facets rest on the first passages only (``at_least``: of more).

    Where none has all of the ``words_asked`` words, the passages have ``words_found`` of them.
    """

    passages: list[HitOut]
    count: int
    at_least: bool
    words_asked: int
    words_found: int
    facets: list[PassageFacet]
    next: str | None


class VersionOut(Record):
    document_id: str
    doc: str
    title: str | None
    date: str | None
    first_seen: str
    retired_at: str | None
    again_since: str | None = Field(description="The page went back to this text then, from a later version.")
    statements: int


def statement_out(found: Found) -> StatementOut:
    return StatementOut.model_validate(_said(found))


def _said(found: Found) -> dict[str, Any]:
    about = ("title", "publisher", "published", "url")
    cited = {"id": found.document_id} | {name: getattr(found, name) for name in about}
    more = {"status": found.status, "retired": found.retired, "fact": found.fact, "document": cited}
    return found.as_row() | more


def explained_out(told: Explanation) -> ExplainedOut:
    found = told.found
    more = {
        "original": dict(found.original) if found.original else None,
        "presences": [PresenceOut.model_validate(p) for p in told.presences],
        "decisions": [DecisionOut.model_validate(d) for d in told.decisions],
        "seen": told.last_decision or 0,
        "others": [statement_out(other) for other in told.group if other.id != found.id],
        "others_count": max(0, told.group_count - 1),
    }
    return ExplainedOut.model_validate(_said(found) | more)


def fact_out(line: FactLine) -> FactOut:
    told = [found.id for found in line.statements]
    return FactOut(
        number=line.number,
        best=statement_out(line.best),
        statements=told,
        count=line.count,
        documents=line.documents,
    )


def profile_out(told: Profile, following: str | None) -> ProfileOut:
    return ProfileOut(
        about=list(told.about),
        facts_count=told.facts_count,
        kinds=[KindCount(kind=kind, facts=n) for kind, n in told.kinds],
        facts=[fact_out(line) for line in told.facts],
        next=following,
    )


def actor_out(line: ActorLine) -> ActorOut:
    return ActorOut.model_validate(line)


def decision_out(made: Decision) -> DecisionOut:
    return DecisionOut.model_validate(made)


def document_out(line: DocumentLine) -> DocumentOut:
    shared = DocumentOut.model_fields.keys() - {"id", "doc"}
    said = {name: getattr(line, name) for name in shared}
    return DocumentOut.model_validate(said | {"id": line.document_id, "doc": line.stem})


def version_out(line: VersionLine) -> VersionOut:
    shared = VersionOut.model_fields.keys() - {"doc"}
    return VersionOut.model_validate({name: getattr(line, name) for name in shared} | {"doc": line.stem})


def hit_out(hit: SearchHit) -> HitOut:
    return HitOut(
        document_id=hit.document_id,
        doc=hit.stem,
        title=hit.title,
        publisher=hit.publisher,
        published=hit.published,
        start=hit.start,
        end=hit.end,
        passage=hit.snippet,
        statements=[found.id for found in hit.statements],
    )
