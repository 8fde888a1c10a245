"""Accounts as they are kept: passwords, sessions, tokens, the limit on logins; on both databases."""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dragoman.errors import ConflictingDecision, InvalidRecord, LedgerError, UnknownName
from dragoman.web.accounts import passwords, sessions
from dragoman.web.accounts.records import LoginRefused, TooManyTries
from dragoman.web.accounts.roles import needed
from dragoman.web.accounts.store import Accounts

PASSWORD = "a horse, a battery and a staple"
SET = passwords._HASHER  # as the application sets it, before tests make it cheap


class Seconds:
    """A clock that stands until it is put forward."""

    time = 1_800_000_000.0

    def __call__(self) -> float:
        return self.time


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def accounts(address: str, seconds: Seconds) -> Iterator[Accounts]:
    """The accounts of an empty ledger, once for each database."""
    with Accounts(address, clock=seconds) as opened:
        yield opened


def test_passwords_are_hashed_as_rfc_9106_recommends() -> None:
    assert SET.hash("x").startswith("$argon2id$")
    assert (SET.memory_cost, SET.time_cost) >= (64 * 1024, 3)


def test_a_session_ends_by_logout_and_by_time(accounts: Accounts, seconds: Seconds) -> None:
    accounts.add("Ana", "admin", PASSWORD, by="test")
    token = sessions.log_in(accounts, "ANA", PASSWORD, "192.0.2.1")
    who = sessions.by_session(accounts, token)
    assert who is not None
    assert (who.user.name, who.user.role) == ("Ana", "admin")
    sessions.log_out(accounts, token, who="Ana", address="")
    assert sessions.by_session(accounts, token) is None
    token = sessions.log_in(accounts, "Ana", PASSWORD, "192.0.2.1")
    seconds.time += sessions.IDLE - 1
    assert sessions.by_session(accounts, token) is not None
    seconds.time += sessions.IDLE - 1
    assert sessions.by_session(accounts, token) is not None
    seconds.time += sessions.IDLE
    assert sessions.by_session(accounts, token) is None


def test_a_session_ends_after_a_week_even_in_use(accounts: Accounts, seconds: Seconds) -> None:
    accounts.add("Ana", "admin", PASSWORD, by="test")
    token = sessions.log_in(accounts, "Ana", PASSWORD, "")
    for _ in range(0, sessions.LONGEST - 10, sessions.IDLE // 2):
        assert sessions.by_session(accounts, token) is not None
        seconds.time += sessions.IDLE // 2
    seconds.time += 20
    assert sessions.by_session(accounts, token) is None


@pytest.mark.parametrize("token", ["", "x", "a" * 43, "a" * 100_000, "'; DROP TABLE session; --", "\0", "\ud800"])
def test_forged_tokens_open_nothing(accounts: Accounts, token: str) -> None:
    assert sessions.by_session(accounts, token) is None
    assert sessions.by_token(accounts, sessions.TOKEN_MARK + token) is None


def test_the_database_holds_no_secret_in_the_clear(accounts: Accounts) -> None:
    account, _ = accounts.add("Ana", "admin", PASSWORD, by="test")
    token = sessions.log_in(accounts, "Ana", PASSWORD, "")
    program = sessions.add_token(accounts, account.number, "script", "reader", 1, who="Ana", address="")
    with accounts.reading() as connection:
        for table in ("account", "session", "api_token", "audit", "attempt"):
            kept = str(connection.exec_driver_sql(f"SELECT * FROM {table}").fetchall())
            assert not any(secret in kept for secret in (PASSWORD, token, program))


def test_wrong_passwords_and_unknown_names_are_refused_alike(accounts: Accounts) -> None:
    accounts.add("Ana", "admin", PASSWORD, by="test")
    said = []
    for name, password in (("Ana", "wrong"), ("nobody", PASSWORD)):
        with pytest.raises(LoginRefused) as refused:
            sessions.log_in(accounts, name, password, "192.0.2.1")
        said.append(str(refused.value))
    assert said[0] == said[1]
    assert [line.who for line in accounts.audit()[:2]] == ["(no such account)", "Ana"]


def test_after_ten_wrong_passwords_even_the_right_one_waits(accounts: Accounts, seconds: Seconds) -> None:
    accounts.add("Ana", "admin", PASSWORD, by="test")
    for _ in range(sessions.BY_NAME):
        with pytest.raises(LoginRefused):
            sessions.log_in(accounts, "ana", "wrong", "192.0.2.1")
    with pytest.raises(TooManyTries) as refused:
        sessions.log_in(accounts, "Ana", PASSWORD, "192.0.2.2")
    assert refused.value.wait == sessions.WINDOW
    seconds.time += sessions.WINDOW
    assert sessions.log_in(accounts, "Ana", PASSWORD, "192.0.2.2")


def test_one_address_cannot_try_many_names(accounts: Accounts) -> None:
    for n in range(sessions.BY_ADDRESS):
        with pytest.raises(LoginRefused):
            sessions.log_in(accounts, f"name {n}", "wrong", "192.0.2.1")
    with pytest.raises(TooManyTries):
        sessions.log_in(accounts, "another", "wrong", "192.0.2.1")


def test_right_logins_are_not_counted(accounts: Accounts) -> None:
    accounts.add("Ana", "admin", PASSWORD, by="test")
    for _ in range(sessions.BY_NAME + 2):
        sessions.log_in(accounts, "Ana", PASSWORD, "192.0.2.1")


def test_many_tries_at_once_do_not_slip_through(accounts: Accounts) -> None:
    def attempt(_: int) -> type[Exception]:
        try:
            sessions.log_in(accounts, "Ana", "wrong", "192.0.2.1")
        except (LoginRefused, TooManyTries) as error:
            return type(error)
        raise AssertionError("nobody can log in here")

    with ThreadPoolExecutor(8) as pool:
        outcomes = list(pool.map(attempt, range(sessions.BY_NAME + 6)))
    assert outcomes.count(LoginRefused) == sessions.BY_NAME


def test_a_role_that_is_taken_away_is_gone_with_the_next_request(accounts: Accounts) -> None:
    accounts.add("Ana", "admin", PASSWORD, by="test")
    vera, _ = accounts.add("Vera", "admin", PASSWORD, by="test")
    token = sessions.log_in(accounts, "Vera", PASSWORD, "")
    program = sessions.add_token(accounts, vera.number, "script", "admin", 9, who="Vera", address="")
    accounts.set_role(vera.number, "reader", by="Ana")
    for who in (sessions.by_session(accounts, token), sessions.by_token(accounts, program)):
        assert who is not None
        assert who.user.role == "reader"
    accounts.set_disabled(vera.number, True, by="Ana")
    assert sessions.by_session(accounts, token) is None
    assert sessions.by_token(accounts, program) is None
    with pytest.raises(LoginRefused):
        sessions.log_in(accounts, "Vera", PASSWORD, "")


def test_a_new_password_logs_out(accounts: Accounts) -> None:
    ana, made = accounts.add("Ana", "admin", by="test")
    assert made is not None
    token = sessions.log_in(accounts, "Ana", made, "")
    who = sessions.by_session(accounts, token)
    assert who is not None
    assert who.temporary
    program = sessions.add_token(accounts, ana.number, "script", "admin", 1, who="Ana", address="")
    accounts.set_password(ana.number, PASSWORD, by="Ana")
    assert sessions.by_session(accounts, token) is None
    assert sessions.by_token(accounts, program) is None
    with pytest.raises(LoginRefused):
        sessions.log_in(accounts, "Ana", made, "")


def test_a_token_does_what_it_may_until_it_ends(accounts: Accounts, seconds: Seconds) -> None:
    ana, _ = accounts.add("Ana", "admin", PASSWORD, by="test")
    program = sessions.add_token(accounts, ana.number, "script", "reviewer", 1, who="Ana", address="")
    who = sessions.by_token(accounts, program)
    assert who is not None
    assert (who.user.role, who.csrf) == ("reviewer", "")
    (listed,) = sessions.tokens(accounts, ana.number)
    assert listed.used == accounts.now()
    with pytest.raises(UnknownName):
        sessions.revoke_token(accounts, ana.number + 1, listed.number, who="Ivo", address="")
    seconds.time += 86_400
    assert sessions.by_token(accounts, program) is None
    sessions.revoke_token(accounts, ana.number, listed.number, who="Ana", address="")
    assert sessions.tokens(accounts, ana.number) == ()


def test_the_last_admin_stays(accounts: Accounts) -> None:
    ana, _ = accounts.add("Ana", "admin", PASSWORD, by="test")
    for change in (
        lambda: accounts.set_role(ana.number, "reader", by="Ana"),
        lambda: accounts.set_disabled(ana.number, True, by="Ana"),
    ):
        with pytest.raises(ConflictingDecision):
            change()
    assert accounts.account(ana.number).role == "admin"


@pytest.mark.parametrize(
    ("name", "role", "password"),
    [
        ("", "reader", PASSWORD),
        ("a" * 65, "reader", PASSWORD),
        (" Ana", "reader", PASSWORD),
        ("A\nna", "reader", PASSWORD),
        ("Local", "reader", PASSWORD),  # the user of single-user mode, whose decisions would pass for this one's
        ("VERA", "reader", PASSWORD),
        ("Ana", "owner", PASSWORD),
        ("Ana", "reader", "short"),
        ("Ana", "reader", "a" * 40),
        ("Ana", "reader", "x" * 1000),
        ("Maria Theresia", "reader", "maria theresia"),
    ],
)
def test_impossible_accounts_are_refused(accounts: Accounts, name: str, role: str, password: str) -> None:
    accounts.add("Vera", "admin", PASSWORD, by="test")
    with pytest.raises(InvalidRecord):
        accounts.add(name, role, password, by="test")  # type: ignore[arg-type]
    assert len(accounts.all()) == 1


def test_accounts_outlast_a_restart(address: str) -> None:
    with Accounts(address) as accounts:
        accounts.add("Ana", "admin", PASSWORD, by="test")
        token = sessions.log_in(accounts, "Ana", PASSWORD, "")
    with Accounts(address) as accounts:
        assert sessions.by_session(accounts, token) is not None
        assert [line.action for line in accounts.audit()] == ["login", "account added"]


def test_a_ledger_that_is_handed_on_holds_no_accounts(tmp_path: Path) -> None:
    with Accounts(str(tmp_path / "x.ledger")) as accounts:
        accounts.add("Ana", "admin", PASSWORD, by="test")
    kept = tmp_path / "x.ledger-accounts"
    assert not (tmp_path / "x.ledger").exists()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_accounts_of_a_newer_version_are_left_alone(tmp_path: Path) -> None:
    Accounts(str(tmp_path / "x.ledger")).close()
    with sqlite3.connect(tmp_path / "x.ledger-accounts") as connection:
        connection.execute("UPDATE account_version SET version_num = '9999'")
    with pytest.raises(LedgerError, match="newer Dragoman"):
        Accounts(str(tmp_path / "x.ledger"))


@pytest.mark.parametrize(
    ("method", "path", "role"),
    [
        ("GET", "/", "reader"),
        ("GET", "/login", None),
        ("POST", "/login", None),
        ("GET", "/loginx", "reader"),
        ("GET", "/static/keys.js", None),
        ("GET", "/statics", "reader"),
        ("GET", "/api/v1/statements", "reader"),
        ("POST", "/api/v1/decisions", "reviewer"),
        ("DELETE", "/nowhere", "reviewer"),
        ("POST", "/upload", "reviewer"),
        ("POST", "/account/tokens", "reader"),
        ("GET", "/admin", "admin"),
        ("GET", "/admin/log", "admin"),
        ("POST", "/admin/accounts", "admin"),
        ("GET", "/api/v1/admin/log", "admin"),
        ("GET", "/api/v1/account", "reader"),
    ],
)
def test_what_a_request_needs(method: str, path: str, role: str | None) -> None:
    assert needed(method, path) == role
