"""What the API is asked with: the filters of ``dragoman statements``, under the same names."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from typing import Annotated, Any, Literal

from fastapi import Path, Query, Request
from fastapi.dependencies.utils import get_flat_params
from fastapi.exceptions import RequestValidationError
from fastapi.params import ParamTypes
from fastapi.responses import Response
from fastapi.routing import APIRoute
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from dragoman.actors.directory import directory
from dragoman.codebook import codebook
from dragoman.errors import InvalidRecord
from dragoman.ledger import Ledger
from dragoman.queries import Filter, Profile
from dragoman.queries.resolving import settled
from dragoman.subjects import code_of
from dragoman.web.api.etags import answer
from dragoman.web.api.models import profile_out
from dragoman.web.api.paging import MOST, seal, unseal
from dragoman.web.state import ledger

_LONGEST = 500  # characters of a name or of words to look for


def _storable(text: str) -> str:
    if "\0" in text:
        raise ValueError("has a NUL character")
    return text


def _kind(text: str) -> str:
    kind = text.strip().lower()
    if kind not in codebook().kinds:
        raise ValueError(f"{text!r} is not one of {', '.join(codebook().kinds)}")
    return kind


def _one_of_kinds(schema: dict[str, Any]) -> None:
    schema["enum"] = list(codebook().kinds)


Id = Annotated[str, Path(max_length=200), AfterValidator(_storable)]
Words = Annotated[str, Field(max_length=_LONGEST), AfterValidator(_storable)]
Name = Annotated[str, Field(min_length=1, max_length=_LONGEST), AfterValidator(_storable)]
Day = Annotated[str, Field(max_length=40), AfterValidator(_storable)]
Kind = Annotated[str, AfterValidator(_kind), Field(json_schema_extra=_one_of_kinds)]


class Conditions(BaseModel):
    """All conditions must hold. Words may hold "phrases" in quotation marks; dates are EDTF (2016, 2016-03, ...)."""

    model_config = ConfigDict(frozen=True)

    kind: list[Kind] = Field([], max_length=12)
    stage: list[Words] = Field([], max_length=60)
    actor: list[Name] = Field([], max_length=4, description="A code, an actor, or a name; all of them take part.")
    role: Literal["source", "target", "by", "any"] | None = Field(None, description="How; null is source or target.")
    object: Words | None = Field(None, description="Words of the object.")
    text: Words | None = Field(None, description="Words of the passage.")
    since: Day | None = None
    until: Day | None = None
    doc: Words | None = Field(None, description="The document's name, path or URL.")
    publisher: Words | None = None
    language: Words | None = None
    min_confidence: float | None = Field(None, ge=0, le=1)
    as_of: Day | None = Field(None, description="What the documents said on that day.")
    rejected: bool = Field(False, description="With those that people rejected.")

    def filter(self, ledger: Ledger) -> Filter:
        """What to ask ``ledger``. Raises `InvalidRecord` for a stage that none of the kinds asked for has, and
        `UnknownName` for a name that the ledger does not have."""
        kinds = codebook().kinds
        usable = {stage for kind in self.kind or kinds for stage in kinds[kind].stages}
        for stage in self.stage:
            if stage not in usable:
                raise InvalidRecord(f"stage {stage!r} is not one of {', '.join(sorted(usable))}")
        made = Filter(
            kinds=tuple(self.kind),
            stages=tuple(self.stage),
            actors=tuple(code_of(name, directory()) for name in self.actor),
            role=self.role,
            object=self.object,
            text=self.text,
            since=self.since,
            until=self.until,
            document=self.doc,
            publisher=self.publisher,
            language=self.language,
            min_confidence=self.min_confidence,
            as_of=self.as_of,
            include_rejected=self.rejected,
        )
        return settled(ledger, made)


class PagedConditions(Conditions):
    limit: int = Field(100, ge=1, le=MOST, description="At most so many.")
    cursor: str | None = Field(None, max_length=4000, description="`next` of the page before.")


class FactsAsked(BaseModel):
    """Which facts of an actor or of two are asked for."""

    model_config = ConfigDict(frozen=True)

    kind: list[Kind] = Field([], max_length=12, description="Only these kinds.")
    since: Day | None = Field(None, description="Only what may have been since then; EDTF.")
    until: Day | None = Field(None, description="Only what may have been until then; EDTF.")
    as_of: Day | None = Field(None, description="What the documents said on that day.")
    rejected: bool = False
    limit: int = Field(50, ge=1, le=MOST, description="At most so many.")
    cursor: str | None = Field(None, max_length=4000, description="`next` of the page before.")


def facts_told(request: Request, asked: FactsAsked, query: Callable[..., Profile], *actors: str) -> Response:
    """The page that ``asked`` is for of what ``query`` has about ``actors``."""
    told = query(
        ledger(request),
        *actors,
        kinds=asked.kind,
        since=asked.since,
        until=asked.until,
        limit=asked.limit,
        cursor=unseal(request, asked.cursor),
        as_of=asked.as_of,
        include_rejected=asked.rejected,
    )
    following = seal(request, told.cursor)
    return answer(request, profile_out(told, following), following=following)


Filtered = Annotated[Conditions, Query()]
Paged = Annotated[PagedConditions, Query()]
KindsQuery = Annotated[list[Kind], Query(max_length=12, description="Only these kinds.")]


def refuse_undescribed(request: Request) -> None:
    """Raises `RequestValidationError` for query parameters that the route does not have: a condition with a slip in its
    name would be answered as if it were not there."""
    known = _described(request.scope["route"])
    wrong = []
    for name in sorted(request.query_params.keys() - set(known)):
        near = difflib.get_close_matches(name, known, cutoff=0.5) or known
        takes = f"; {'near' if near is not known else 'there are'}: {', '.join(near)}" if near else ""
        wrong.append({"loc": ("query", name), "msg": f"is no parameter of {request.url.path}{takes}"})
    if wrong:
        raise RequestValidationError(wrong)


_of_routes: dict[str, list[str]] = {}


def _described(route: APIRoute) -> list[str]:
    """The names of a route's query parameters, looked up once: a route does not change while the server runs."""
    if route.unique_id not in _of_routes:
        # The fields of a model such as `Conditions` do not say where they stand: only a query has models here.
        places = {p.alias: getattr(p.field_info, "in_", ParamTypes.query) for p in get_flat_params(route.dependant)}
        _of_routes[route.unique_id] = [name for name, place in places.items() if place is ParamTypes.query]
    return _of_routes[route.unique_id]
