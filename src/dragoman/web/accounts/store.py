"""Accounts as they are kept: who there is, with which role, and what happened to them."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Self, get_args

from dragoman.errors import ConflictingDecision, InvalidRecord, UnknownName
from dragoman.ledger import connect
from dragoman.ledger.rows import storable
from dragoman.ledger.sql import one, rows, run, scalar
from dragoman.web.accounts import passwords
from dragoman.web.accounts.records import Account, AuditLine
from dragoman.web.accounts.schema import LOCK, opened
from dragoman.web.state import Role

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

_ACCOUNT = "SELECT n, name, role, password, temporary, disabled, created FROM account"


class Accounts:
    """The open accounts of a ledger (path or URL). ``clock`` gives seconds since 1970. Raises `LedgerError`."""

    def __init__(self, ledger: str, *, clock: Callable[[], float] = time.time) -> None:
        self.engine: Engine = opened(ledger)
        self._where, self._clock = connect.safe(ledger), clock

    def close(self) -> None:
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def now(self) -> int:
        return int(self._clock())

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        with connect.explained(self._where), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A write transaction: the only one on accounts at a time. It does not wait for writers of the ledger."""
        with connect.explained(self._where), connect.writing(self.engine, LOCK) as connection:
            yield connection

    def all(self) -> tuple[Account, ...]:
        """Every account by name."""
        with self.reading() as connection:
            return tuple(_account(r) for r in rows(connection, f"{_ACCOUNT} ORDER BY folded"))

    def account(self, number: int) -> Account:
        """Raises `UnknownName`."""
        with self.reading() as connection:
            return _one_account(connection, number)

    def named(self, name: str) -> Account:
        """Raises `UnknownName`."""
        with self.reading() as connection:
            found = one(connection, f"{_ACCOUNT} WHERE folded = :folded", folded=folded(name))
        if found is None:
            raise UnknownName(f"there is no account {name!r}; `dragoman accounts list` shows those there are")
        return _account(found)

    def usable(self) -> bool:
        """Whether anybody could log in with a password."""
        with self.reading() as connection:
            sql = "SELECT 1 FROM account WHERE disabled = 0 AND password IS NOT NULL LIMIT 1"
            return scalar(connection, sql) is not None

    def add(
        self, name: str, role: Role, password: str | None = None, *, by: str, address: str = ""
    ) -> tuple[Account, str | None]:
        """A new account. Without a password it is given one to be changed at the first login, which is returned.

        Raises `InvalidRecord` for a name, role or password that cannot be, or a name that is taken.
        """
        made = None if password is not None else secrets.token_urlsafe(12)
        stored = passwords.hashed(made or password or "", _checked(name, role))
        with self.writing() as connection:
            number = insert_account(connection, name, role, stored, self.now(), temporary=made is not None)
            audit(connection, self.now(), by, "account added", f"{name} as {role}", address)
            return _one_account(connection, number), made

    def set_role(self, number: int, role: Role, *, by: str, address: str = "") -> None:
        """Takes effect with the next request of whoever it is. Raises `UnknownName`, `InvalidRecord`."""
        with self.writing() as connection:
            account = _one_account(connection, number)
            _checked(account.name, role)
            run(connection, "UPDATE account SET role = :role WHERE n = :n", [{"role": role, "n": number}])
            _refuse_without_admin(connection, account)
            audit(connection, self.now(), by, "role changed", f"{account.name} from {account.role} to {role}", address)

    def set_disabled(self, number: int, disabled: bool, *, by: str, address: str = "") -> None:
        """A closed account is logged out everywhere and its tokens are gone. Raises `UnknownName`, `InvalidRecord`."""
        with self.writing() as connection:
            account = _one_account(connection, number)
            sql = "UPDATE account SET disabled = :disabled WHERE n = :n"
            run(connection, sql, [{"disabled": int(disabled), "n": number}])
            if disabled:
                _refuse_without_admin(connection, account)
                run(connection, "DELETE FROM session WHERE account_n = :n", [{"n": number}])
                run(connection, "DELETE FROM api_token WHERE account_n = :n", [{"n": number}])
            audit(connection, self.now(), by, "account closed" if disabled else "account opened", account.name, address)

    def set_password(self, number: int, password: str | None, *, by: str, address: str = "") -> str | None:
        """A new password; without one it is made up, to be changed at the next login, and returned.

        The account is logged out everywhere and its tokens are gone: whoever knew the old one may have made some.
        Raises `UnknownName`, `InvalidRecord`.
        """
        made = None if password is not None else secrets.token_urlsafe(12)
        stored = passwords.hashed(made or password or "", self.account(number).name)
        with self.writing() as connection:
            account = _one_account(connection, number)
            sql = "UPDATE account SET password = :password, temporary = :temporary WHERE n = :n"
            run(connection, sql, [{"password": stored, "temporary": int(made is not None), "n": number}])
            run(connection, "DELETE FROM session WHERE account_n = :n", [{"n": number}])
            run(connection, "DELETE FROM api_token WHERE account_n = :n", [{"n": number}])
            audit(connection, self.now(), by, "password set", account.name, address)
        return made

    def audit(self, *, limit: int = 100, before: int | None = None) -> tuple[AuditLine, ...]:
        """What happened, the latest first; ``before`` is the number of the last line seen."""
        where = " WHERE n < :before" if before is not None else ""
        values = {"limit": limit} | ({"before": before} if before is not None else {})
        sql = f"SELECT n, at, who, action, about, address FROM audit{where} ORDER BY n DESC LIMIT :limit"
        with self.reading() as connection:
            return tuple(AuditLine(*r.values()) for r in rows(connection, sql, **values))


def folded(name: str) -> str:
    """The name as it is compared."""
    return " ".join(name.casefold().split())


def insert_account(
    connection: Connection,
    name: str,
    role: Role,
    password: str | None,
    now: int,
    *,
    temporary: bool = False,
    subject: str | None = None,
) -> int:
    """The number of a new account. Raises `InvalidRecord` where the name is taken or cannot be."""
    _checked(name, role)
    if one(connection, "SELECT n FROM account WHERE folded = :folded", folded=folded(name)):
        raise InvalidRecord(f"there is an account {name!r} already; choose another name")
    sql = (
        "INSERT INTO account (name, folded, role, password, temporary, subject, disabled, created)"
        " VALUES (:name, :folded, :role, :password, :temporary, :subject, 0, :created) RETURNING n"
    )
    values = {"name": name, "folded": folded(name), "role": role, "password": password, "created": now}
    return int(scalar(connection, sql, **values, temporary=int(temporary), subject=subject))


def audit(connection: Connection, at: int, who: str, action: str, about: str, address: str) -> None:
    """Note what happened, in the transaction in which it happens."""
    row = {"at": at, "who": who[:200], "action": action, "about": about[:500], "address": address[:100]}
    sql = "INSERT INTO audit (at, who, action, about, address) VALUES (:at, :who, :action, :about, :address)"
    run(connection, sql, [{k: storable(v) if isinstance(v, str) else v for k, v in row.items()}])


def _checked(name: str, role: str) -> str:
    if not 1 < len(name) <= 64 or not name.isprintable() or name != name.strip() or name.casefold() == "local":
        raise InvalidRecord(f"name {name!r}: write 2 to 64 letters, digits or signs, without spaces at the ends")
    if role not in get_args(Role):
        raise InvalidRecord(f"role {role!r} is not one of {', '.join(get_args(Role))}")
    return name


def _refuse_without_admin(connection: Connection, changed: Account) -> None:
    left = scalar(connection, "SELECT 1 FROM account WHERE role = 'admin' AND disabled = 0 LIMIT 1")
    if changed.role == "admin" and left is None:
        raise ConflictingDecision("this is the last open account of an admin; make another admin first")


def _one_account(connection: Connection, number: int) -> Account:
    found = one(connection, f"{_ACCOUNT} WHERE n = :n", n=number)
    if found is None:
        raise UnknownName(f"there is no account {number}")
    return _account(found)


def _account(r: Any) -> Account:
    flags = {"password": r["password"] is not None, "temporary": bool(r["temporary"]), "disabled": bool(r["disabled"])}
    return Account(r["n"], r["name"], r["role"], created=r["created"], **flags)
