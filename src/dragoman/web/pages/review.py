"""Review: the queue of what waits, and deciding on one statement. Merging actors is in `merging`.

A form names the last decision that its maker saw (``seen``, 0 for none). Where there is a later one the answer is 409,
with what both say, and nothing is changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response
from pydantic import BaseModel, Field, ValidationError
from starlette.datastructures import FormData

from dragoman import edtf, queries
from dragoman.codebook import codebook
from dragoman.corrections import ACTORS, TEXTS, changed, value_as_text
from dragoman.errors import ConflictingDecision, InvalidRecord
from dragoman.ledger import decisions
from dragoman.queries import Waiting
from dragoman.records import Statement
from dragoman.web.accounts import unsent
from dragoman.web.accounts.csrf import checked_csrf
from dragoman.web.links import with_query
from dragoman.web.numbers import Before, Number
from dragoman.web.pages import merging
from dragoman.web.pages.merging import Who
from dragoman.web.state import User, ledger, render

router = APIRouter(include_in_schema=False)
router.include_router(merging.router)
_changes = [Depends(checked_csrf)]
_AROUND = 1500  # characters of the document on either side of a quote, from which words can be selected
_SHOWN = 25
_SUGGESTED = 6  # actors of the directory
_LONGEST = 20_000  # characters of a field; no passage is longer


class Fields(BaseModel, frozen=True):
    """What a form says about a statement, as texts; a list holds an empty text for the next entry."""

    kind: str = ""
    stage: str = ""
    source: list[str] = Field(default=[], max_length=100)
    target: list[str] = Field(default=[], max_length=100)
    object: str = Field(default="", max_length=_LONGEST)
    date: str = Field(default="", max_length=100)
    end: str = Field(default="", max_length=100)
    value: list[str] = Field(default=[], max_length=100)
    by: list[str] = Field(default=[], max_length=100)
    event: str = ""
    quote: str = Field(default="", max_length=_LONGEST)
    start: int | None = Field(default=None, ge=0, description="Where the quote was selected; null where it was not.")


class Decided(Fields, frozen=True):
    """A form as it is sent."""

    action: Literal["confirm", "reject", "correct"]
    seen: int = 0
    why: str = Field(default="", max_length=2000)
    csrf: str = ""


class Undoing(BaseModel, frozen=True):
    """The form that takes a decision back; ``seen`` left out is the decision itself."""

    seen: int | None = None
    why: str = Field(default="", max_length=2000)
    csrf: str = ""


@dataclass(frozen=True, slots=True)
class Late:
    """What somebody wanted who came too late, e.g. ``confirm it``."""

    wanted: str
    seen: int
    why: str


@router.get("/review")
def queue(request: Request, statement: str | None = None, after: str | None = None) -> Response:
    if statement is not None:
        return RedirectResponse(f"/review/statements/{queries.decided(ledger(request), statement).found.id}", 303)
    found = queries.waiting(ledger(request), limit=_SHOWN + 1, after=after)
    more = with_query("/review", after=found[_SHOWN - 1].found.id) if len(found) > _SHOWN else None
    return render(request, "review/queue.html", waiting=found[:_SHOWN], more=more, after=after)


@router.get("/review/statements/{statement}")
def one(request: Request, statement: str) -> Response:
    """One statement with its form, which holds again what was written before a login."""
    at, kept = queries.decided(ledger(request), statement), unsent.found(request)
    sent = _written(kept.form()) if kept else None
    late = Late(f"{sent.action} it", sent.seen, sent.why) if sent and sent.seen != at.seen else None
    return _one(request, at, sent, late=late, back=sent is not None)


@router.post("/review/statements/{statement}", dependencies=_changes)
def decide(request: Request, statement: str, form: Annotated[Decided, Form()], who: Who) -> Response:
    """Done by a script, the answer is the statement's line; else the way back to the queue."""
    now = queries.decided(ledger(request), statement)
    try:
        _decide(request, now, form, who)
    except ConflictingDecision:
        now, late = queries.decided(ledger(request), statement), Late(f"{form.action} it", form.seen, form.why)
        return _line(request, now, late) if _by_script(request) else _one(request, now, form, late=late)
    except InvalidRecord as error:
        return _one(request, now, form, str(error))
    unsent.taken(request, request.scope["path"])
    if _by_script(request):
        return _line(request, queries.decided(ledger(request), statement))
    return RedirectResponse("/review", 303)


@router.post("/review/decisions/{number}/undo", dependencies=_changes)
def undo(request: Request, number: Number, form: Annotated[Undoing, Form()], who: Who) -> Response:
    """Take a decision back. The answers are those of `decide`."""
    at, late = queries.concerned(ledger(request), number), None
    try:
        decisions.undo(ledger(request), number, who=who.name, why=form.why, seen=form.seen)
    except ConflictingDecision as error:
        if isinstance(at, str):
            refused = ConflictingDecision(f"decision {number} was not taken back; {error}")
            return merging.look(request, at, "", form.why, refused)
        seen = number if form.seen is None else form.seen
        late = Late(f"take decision {number} back", seen, form.why)
    if isinstance(at, str) or not (late or _by_script(request)):
        return RedirectResponse("/review/decisions", 303)
    now = queries.decided(ledger(request), at.found.id)
    return _line(request, now, late) if _by_script(request) else _one(request, now, late=late)


@router.get("/review/decisions")
def made(request: Request, before: Before = None) -> Response:
    found = queries.decisions(ledger(request), limit=101, before=before)
    older = with_query("/review/decisions", before=found[99].number) if len(found) > 100 else None
    return render(request, "review/decisions.html", decisions=found[:100], older=older)


@router.get("/review/suggest")
def suggest(request: Request, q: str = "") -> Response:
    """Actors to choose from, by the beginning of a code or of a word of the name; those of the directory first."""
    begun = q.strip()[:200]
    known = {code: f"{name}, in the directory" for code, name in queries.directory_beginning(begun)[:_SUGGESTED]}
    found = queries.suggest_actors(ledger(request), begun)
    in_ledger = {a.merged_into or a.actor: f"{a.statements} statements" for a in found}
    return JSONResponse([{"actor": actor, "says": says} for actor, says in (known | in_ledger).items()])


@router.get("/review/date")
def check_date(value: str = "") -> Response:
    """What is wrong with a date; an empty text where it is right."""
    try:
        if value.strip():
            edtf.check(value.strip())
    except InvalidRecord as error:
        return JSONResponse({"wrong": str(error)})
    return JSONResponse({"wrong": ""})


def as_fields(statement: Statement) -> Fields:
    """A statement as its form shows it."""
    said = statement.contract()
    given = {name: said[name] or "" for name in TEXTS} | {name: said[name] for name in ACTORS}
    return Fields.model_validate(given | {"value": [value_as_text(v) for v in statement.value or ()]})


def _written(form: FormData) -> Decided | None:
    """What was written in a form that is shown again; null where it cannot be."""
    given: dict[str, object] = {name: form[name] for name in form if form[name] != ""}
    given |= {name: form.getlist(name) for name in (*ACTORS, "value")}
    try:
        return Decided.model_validate({"action": "correct"} | given)
    except ValidationError:
        return None


def _decide(request: Request, now: Waiting, form: Decided, who: User) -> None:
    seen, to = form.seen or None, ledger(request)
    if form.action == "confirm":
        decisions.confirm(to, now.found.id, who=who.name, why=form.why, seen=seen)
    elif form.action == "reject":
        decisions.reject(to, now.found.id, who=who.name, why=form.why, seen=seen)
    else:
        if form.seen != now.seen:
            raise ConflictingDecision(f"statement {now.found.id} was decided on meanwhile")
        said = form.model_dump()
        lists = {name: said[name] for name in (*ACTORS, "value")}
        fields = changed(now.found.statement, {name: said[name] for name in TEXTS}, lists, form.start)
        if not fields:
            raise InvalidRecord("nothing was changed; to agree with it as it is, confirm it")
        decisions.correct(to, now.found.id, fields, who=who.name, why=form.why, seen=seen)


def _by_script(request: Request) -> bool:
    return request.headers.get("x-requested-with") == "fetch"


def _line(request: Request, at: Waiting, late: Late | None = None) -> Response:
    """The statement's line of the queue."""
    return render(request, "review/line.html", status=409 if late else 200, at=at, late=late)


def _one(
    request: Request,
    at: Waiting,
    sent: Decided | None = None,
    wrong: str = "",
    late: Late | None = None,
    back: bool = False,
) -> Response:
    """The page of one statement, with the form as it was ``sent``; ``back``: before a login, to be sent again."""
    said = at.found.statement
    text = queries.document(ledger(request), at.found.document_id).text
    start = max(0, said.start - _AROUND)
    return render(
        request,
        "review/statement.html",
        status=200 if back else 409 if late else 400 if wrong else 200,
        at=at,
        found=at.found,
        fields=sent if sent and sent.kind else as_fields(said),  # a line of the queue has no fields
        back=back,
        wanted=sent.action if sent and sent.action != "correct" else "",
        why=sent.why if sent else "",
        wrong=wrong,
        late=late,
        differ=_differences(as_fields(said).model_copy(update={"start": said.start}), sent)
        if sent and sent.action == "correct"
        else [],
        around=text[start : said.end + _AROUND],
        around_start=start,
        marked=(said.start - start, said.end - start),
        events=codebook().plover,
    )


def _differences(now: Fields, sent: Fields) -> list[tuple[str, object, object]]:
    """Field by field what the statement says now and what was sent, where they differ."""
    names = [name for name in Fields.model_fields if name != "start" or sent.start is not None]
    both = ((name, getattr(now, name), _filled(getattr(sent, name))) for name in names)
    return [(name, mine, yours) for name, mine, yours in both if mine != yours]


def _filled(value: object) -> object:
    """A list without the entries that were left empty."""
    return [text for text in value if text.strip()] if isinstance(value, list) else value
