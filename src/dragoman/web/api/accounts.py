"""Accounts of a team: one's own, and for admins all of them and the audit log. Changing them is for people."""

from __future__ import annotations

from datetime import UTC, datetime

from fastapi import APIRouter, Request
from fastapi.responses import Response

from dragoman.web.accounts import sessions
from dragoman.web.accounts.pages import Me, Store
from dragoman.web.accounts.records import Account
from dragoman.web.api.etags import answer
from dragoman.web.api.models import Record
from dragoman.web.api.paging import Cursor, Limit, beyond, part, unseal_number
from dragoman.web.state import Role

router = APIRouter(tags=["accounts"])


class AccountOut(Record):
    """``password``: it has one; without, it logs in by OpenID Connect. ``temporary``: it is to be changed first."""

    number: int
    name: str
    role: Role
    password: bool
    temporary: bool
    disabled: bool
    created: str


class AccountPage(Record):
    accounts: list[AccountOut]
    next: str | None


class TokenOut(Record):
    """An API token; its secret is not known any more."""

    number: int
    label: str
    role: Role
    created: str
    expires: str
    used: str | None


class MineOut(Record):
    account: AccountOut
    tokens: list[TokenOut]


class AuditOut(Record):
    number: int
    at: str
    who: str
    action: str
    about: str
    address: str


class AuditPage(Record):
    lines: list[AuditOut]
    next: str | None


@router.get("/account", response_model=MineOut)
def mine(request: Request, store: Store, who: Me) -> Response:
    """The account of who asks, and its API tokens. Only in team mode."""
    tokens = [
        TokenOut(
            number=t.number,
            label=t.label,
            role=t.role,
            created=_moment(t.created),
            expires=_moment(t.expires),
            used=None if t.used is None else _moment(t.used),
        )
        for t in sessions.tokens(store, who.account)
    ]
    return answer(request, MineOut(account=_account(store.account(who.account)), tokens=tokens))


@router.get("/admin/accounts", response_model=AccountPage)
def accounts(request: Request, store: Store, limit: Limit = 100, cursor: Cursor = None) -> Response:
    """All accounts by name, for admins. Only in team mode."""
    lines, following = part(request, store.all(), limit, cursor)
    return answer(request, AccountPage(accounts=list(map(_account, lines)), next=following), following=following)


@router.get("/admin/log", response_model=AuditPage)
def log(request: Request, store: Store, limit: Limit = 100, cursor: Cursor = None) -> Response:
    """The audit log, the latest first, for admins. Only in team mode."""
    found = store.audit(limit=limit + 1, before=unseal_number(request, cursor) or None)
    shown, following = beyond(request, found, limit, lambda line: line.number)
    lines = [
        AuditOut(number=x.number, at=_moment(x.at), who=x.who, action=x.action, about=x.about, address=x.address)
        for x in shown
    ]
    return answer(request, AuditPage(lines=lines, next=following), following=following)


def _account(one: Account) -> AccountOut:
    same = ("number", "name", "role", "password", "temporary", "disabled")
    told = {name: getattr(one, name) for name in same}
    return AccountOut.model_validate(told | {"created": _moment(one.created)})


def _moment(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
