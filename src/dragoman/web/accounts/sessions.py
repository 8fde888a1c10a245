"""Logging in and out, and who a request comes from: by a session's cookie or by an API token.

The server keeps only hashes of both, so a stolen copy of the database opens nothing.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from dragoman.errors import InvalidRecord, UnknownName
from dragoman.ledger.sql import one, rows, run, scalar
from dragoman.web.accounts import passwords
from dragoman.web.accounts.records import ApiToken, LoginRefused, SignedIn, TooManyTries
from dragoman.web.accounts.store import Accounts, audit, folded
from dragoman.web.state import ROLES, Role, User

if TYPE_CHECKING:
    from sqlalchemy import Connection

IDLE, LONGEST = 12 * 3600, 7 * 86_400  # seconds after which a session ends: unused, and in any case
_TOUCHED = 300  # a session's last use is written down this often, not with every request
WINDOW = 900  # failed logins are counted over a quarter of an hour ...
BY_NAME, BY_ADDRESS = 10, 30  # ... for one name, and for one address (an office may have one for all)
TOKEN_MARK = "dgm_"  # lets a program that looks for leaked secrets find it
_LONGEST_TOKEN = 200  # nothing longer is worth a look in the database


def log_in(accounts: Accounts, name: str, password: str, address: str) -> str:
    """The token of a new session. Raises as `prove`."""
    return open_session(accounts, prove(accounts, name, password, address), "login", address)


def prove(accounts: Accounts, name: str, password: str, address: str) -> int:
    """The account that name and password belong to.

    Raises `LoginRefused`, and `TooManyTries` before the password is looked at.
    """
    tries = _count_try(accounts, name, address)
    with accounts.reading() as connection:
        sql = "SELECT n, name, password, disabled FROM account WHERE folded = :folded"
        found = one(connection, sql, folded=folded(name))
    right = passwords.matches(found["password"] if found else None, password)
    with accounts.writing() as connection:
        if found is not None and right and not found["disabled"]:
            run(connection, "DELETE FROM attempt WHERE n = :n", [{"n": n} for n in tries])
            return int(found["n"])
        # People type passwords into the field for the name: what is no name is not written down.
        who = found["name"] if found else "(no such account)"
        audit(connection, accounts.now(), who, "login refused", "", address)
    raise LoginRefused("name and password do not belong together, or the account is closed")


def open_session(accounts: Accounts, account: int, how: str, address: str) -> str:
    """The token of a new session of somebody who has shown who they are. Raises `LoginRefused` for a closed account."""
    with accounts.writing() as connection:
        found = one(connection, "SELECT name, disabled FROM account WHERE n = :n", n=account)
        if found is None or found["disabled"]:
            raise LoginRefused("this account is closed; an admin can open it")
        return _open(connection, accounts.now(), account, found["name"], how, address)


def log_out(accounts: Accounts, token: str, *, who: str, address: str) -> None:
    """The session has ended: its token opens nothing any more."""
    with accounts.writing() as connection:
        run(connection, "DELETE FROM session WHERE hash = :hash", [{"hash": passwords.token_hash(token)}])
        audit(connection, accounts.now(), who, "logout", "", address)


def log_out_everywhere(accounts: Accounts, account: int, *, who: str, address: str) -> None:
    """All sessions of an account have ended."""
    with accounts.writing() as connection:
        run(connection, "DELETE FROM session WHERE account_n = :n", [{"n": account}])
        audit(connection, accounts.now(), who, "logout everywhere", "", address)


def by_session(accounts: Accounts, token: str) -> SignedIn | None:
    """Who a session's token belongs to, with the role they have now; null for a forged or ended one."""
    if not 0 < len(token) <= _LONGEST_TOKEN:
        return None
    now, key = accounts.now(), passwords.token_hash(token)
    sql = (
        "SELECT s.csrf, s.seen, a.n, a.name, a.role, a.temporary FROM session s JOIN account a ON a.n = s.account_n"
        " WHERE s.hash = :hash AND s.seen > :idle AND s.created > :longest AND a.disabled = 0"
    )
    with accounts.reading() as connection:
        found = one(connection, sql, hash=key, idle=now - IDLE, longest=now - LONGEST)
    if found is None:
        return None
    if found["seen"] < now - _TOUCHED:
        with accounts.writing() as connection:
            run(connection, "UPDATE session SET seen = :now WHERE hash = :hash", [{"now": now, "hash": key}])
    return SignedIn(User(found["name"], found["role"]), found["n"], bool(found["temporary"]), found["csrf"])


def owner(accounts: Accounts, token: str) -> int | None:
    """The account of a session, though it may have ended: for what is shown to nobody else. Null where it is gone."""
    if not 0 < len(token) <= _LONGEST_TOKEN:
        return None
    with accounts.reading() as connection:
        found = one(connection, "SELECT account_n FROM session WHERE hash = :hash", hash=passwords.token_hash(token))
    return None if found is None else int(found["account_n"])


def by_token(accounts: Accounts, token: str) -> SignedIn | None:
    """Who an API token belongs to; it can do what both it and its owner's role allow now."""
    if not token.startswith(TOKEN_MARK) or len(token) > _LONGEST_TOKEN:
        return None
    now = accounts.now()
    sql = (
        "SELECT t.n AS token, t.role AS allowed, t.used, a.n, a.name, a.role FROM api_token t"
        " JOIN account a ON a.n = t.account_n WHERE t.hash = :hash AND t.expires > :now AND a.disabled = 0"
    )
    with accounts.reading() as connection:
        found = one(connection, sql, hash=passwords.token_hash(token), now=now)
    if found is None:
        return None
    if (found["used"] or 0) < now - _TOUCHED:
        with accounts.writing() as connection:
            run(connection, "UPDATE api_token SET used = :now WHERE n = :n", [{"now": now, "n": found["token"]}])
    role = min(found["allowed"], found["role"], key=ROLES.index)
    return SignedIn(User(found["name"], role), found["n"], False, "")


def add_token(accounts: Accounts, account: int, label: str, role: Role, days: int, *, who: str, address: str) -> str:
    """A new API token. It is returned once and never known again. Raises `InvalidRecord`."""
    if not label.strip() or len(label) > 100 or role not in ROLES or not 1 <= days <= 366:
        raise InvalidRecord("a token needs a label of up to 100 characters, a role, and 1 to 366 days to live")
    token = TOKEN_MARK + secrets.token_urlsafe(32)
    row = {"hash": passwords.token_hash(token), "account": account, "label": label.strip(), "role": role}
    now = accounts.now()
    sql = (
        "INSERT INTO api_token (hash, account_n, label, role, created, expires)"
        " VALUES (:hash, :account, :label, :role, :created, :expires)"
    )
    with accounts.writing() as connection:
        run(connection, sql, [row | {"created": now, "expires": now + days * 86_400}])
        audit(connection, now, who, "token made", f"{label.strip()} as {role}", address)
    return token


def tokens(accounts: Accounts, account: int) -> tuple[ApiToken, ...]:
    """The API tokens of an account."""
    sql = "SELECT n, label, role, created, expires, used FROM api_token WHERE account_n = :n ORDER BY n"
    with accounts.reading() as connection:
        return tuple(ApiToken(*r.values()) for r in rows(connection, sql, n=account))


def revoke_token(accounts: Accounts, account: int, number: int, *, who: str, address: str) -> None:
    """Raises `UnknownName` where the account has no such token."""
    with accounts.writing() as connection:
        sql = "SELECT label FROM api_token WHERE n = :n AND account_n = :account"
        found = one(connection, sql, n=number, account=account)
        if found is None:
            raise UnknownName(f"this account has no token {number}")
        run(connection, "DELETE FROM api_token WHERE n = :n", [{"n": number}])
        audit(connection, accounts.now(), who, "token revoked", found["label"], address)


def _open(connection: Connection, now: int, account: int, name: str, how: str, address: str) -> str:
    token = secrets.token_urlsafe(32)
    ended = {"idle": now - IDLE, "longest": now - LONGEST}
    run(connection, "DELETE FROM session WHERE seen <= :idle OR created <= :longest", [ended])
    row = {"hash": passwords.token_hash(token), "account": account, "csrf": secrets.token_urlsafe(32), "now": now}
    sql = (
        "INSERT INTO session (hash, account_n, csrf, created, seen, address)"
        " VALUES (:hash, :account, :csrf, :now, :now, :address)"
    )
    run(connection, sql, [row | {"address": address[:100]}])
    audit(connection, now, name, how, "", address)
    return token


def _count_try(accounts: Accounts, name: str, address: str) -> list[int]:
    """Count a login before it is looked at, so that many at once cannot slip through. Raises `TooManyTries`."""
    now = accounts.now()
    tries: list[int] = []
    with accounts.writing() as connection:
        run(connection, "DELETE FROM attempt WHERE at <= :old", [{"old": now - WINDOW}])
        for key, most in ((f"name {folded(name)[:200]}", BY_NAME), (f"address {address[:100]}", BY_ADDRESS)):
            key = passwords.token_hash(key)
            found: Any = rows(connection, "SELECT at FROM attempt WHERE key = :key ORDER BY at", key=key)
            if len(found) >= most:
                raise TooManyTries(found[-most]["at"] + WINDOW - now)
            sql = "INSERT INTO attempt (key, at) VALUES (:key, :at) RETURNING n"
            tries.append(int(scalar(connection, sql, key=key, at=now)))
    return tries
