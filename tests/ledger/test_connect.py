"""Opening the database under a ledger, and what is none."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text

from dragoman import queries
from dragoman.errors import LedgerError
from dragoman.ledger import Ledger
from dragoman.ledger.connect import folder_of, is_url, locator, safe
from dragoman.ledger.sql import scalar
from ledger_samples import force, plan


@pytest.mark.parametrize("name", ["a.ledger", "50% of 1#2?.ledger"])
def test_a_file_that_may_only_be_read_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    path = tmp_path / name
    with Ledger.open(path) as ledger:
        ledger.add(*plan())
    monkeypatch.setattr("os.access", lambda *_: False)  # the rights of files do not bind who runs the tests as root
    path.chmod(0o444)
    tmp_path.chmod(0o555)
    with Ledger.open(path, create=False) as ledger:
        assert queries.count(ledger) == 2
        assert [file.name for file in tmp_path.iterdir()] == [name], "nothing is kept beside it"
        with pytest.raises(LedgerError, match=r"cannot be written .*; check the rights"):
            ledger.add(*force())
    tmp_path.chmod(0o755)


def test_a_file_that_others_write_is_read_as_they_left_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.ledger"
    with Ledger.open(path) as writer:
        writer.add(*plan())
        monkeypatch.setattr("os.access", lambda *_: False)
        with Ledger.open(path, create=False) as reader:
            writer.add(*force())
            assert queries.count(reader) == 4


def test_a_file_is_called_what_it_was_called(tmp_path: Path) -> None:
    Ledger.open(tmp_path / "who? what?.ledger").close()
    assert [file.name for file in tmp_path.iterdir()] == ["who? what?.ledger"]


def test_there_is_none(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match=r"no ledger here.*--ledger FILE"):
        Ledger.open(tmp_path / "none.ledger", create=False)
    with pytest.raises(LedgerError, match="no folder"):
        Ledger.open(tmp_path / "none" / "a.ledger")
    with pytest.raises(LedgerError, match="is a folder"):
        Ledger.open(tmp_path)
    with pytest.raises(LedgerError, match="postgresql://"):
        Ledger.open("mysql://somewhere/db")


def test_another_programs_file(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE mine (a)")
    with pytest.raises(LedgerError, match="another program"):
        Ledger.open(other)
    page = tmp_path / "page.html"
    page.write_text("<html>" + "x" * 5000)
    with pytest.raises(LedgerError, match="not a ledger"):
        Ledger.open(page)


def test_a_truncated_ledger(tmp_path: Path) -> None:
    path = tmp_path / "a.ledger"
    with Ledger.open(path) as ledger:
        ledger.add(*plan())
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    with pytest.raises(LedgerError, match="damaged"), Ledger.open(path) as ledger:
        ledger.add(*force())


def test_a_newer_ledger(address: str) -> None:
    with Ledger.open(address) as ledger, ledger.writing() as connection:
        connection.execute(text("UPDATE ledger_version SET version_num = '9999'"))
    with pytest.raises(LedgerError, match="newer Dragoman"):
        Ledger.open(address)


def test_a_server_that_is_not_there() -> None:
    with pytest.raises(LedgerError) as error:
        Ledger.open("postgresql://me:secret@127.0.0.1:1/none")
    assert "secret" not in str(error.value)


@pytest.mark.parametrize(
    ("where", "is_one"),
    [
        ("postgresql://host/db", True),
        ("postgres://host/db", True),
        ("postgresql+psycopg://host/db", True),
        ("a.ledger", False),
        ("/postgresql/a.ledger", False),
        ("mysql://host/db", False),
    ],
)
def test_an_address_is_that_of_a_server(where: str, is_one: bool) -> None:
    assert is_url(where) == is_one


def test_a_password_is_not_told() -> None:
    assert safe("postgresql://me:secret@host/db") == "postgresql://me:***@host/db"
    assert safe("postgresql://me@host/db") == "postgresql://me@host/db"
    assert safe("a:secret@b.ledger") == "a:secret@b.ledger"


def test_a_file_is_called_by_its_place_in_the_folder_of_the_ledger(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = tmp_path / "home" / "in"
    inside.mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "home")
    home = folder_of(str(tmp_path / "link" / "a.ledger"))
    assert home == str((tmp_path / "home").resolve())
    monkeypatch.chdir(inside)
    for path in ("page.txt", str(inside / "page.txt"), str(tmp_path / "link" / "in" / "page.txt"), "../in/./page.txt"):
        assert locator(path, home) == "in/page.txt"
    assert locator(str(tmp_path / "home2" / "page.txt"), home) == str((tmp_path / "home2" / "page.txt").resolve())
    assert locator("page.txt", None) == str((inside / "page.txt").resolve())
    assert locator("/page.txt", "/") == "page.txt"


def test_a_database_on_a_server_lies_in_no_folder() -> None:
    assert folder_of("postgresql://host/db") is None


def test_what_fails_leaves_nothing_written(ledger: Ledger) -> None:
    def broken() -> None:
        with ledger.writing() as connection:
            connection.execute(text("INSERT INTO ledger_info (name, value) VALUES ('odd', '1')"))
            connection.execute(text("INSERT INTO nowhere VALUES (1)"))

    with pytest.raises(LedgerError, match="the database said"):
        broken()
    with ledger.reading() as connection:
        assert scalar(connection, "SELECT count(*) FROM ledger_info WHERE name = 'odd'") == 0


def test_questions_of_one_connection_see_one_state(ledger: Ledger) -> None:
    with ledger.reading() as connection:
        assert scalar(connection, "SELECT count(*) FROM document") == 0
        ledger.add(*plan())
        assert scalar(connection, "SELECT count(*) FROM document") == 0
    with ledger.reading() as connection:
        assert scalar(connection, "SELECT count(*) FROM document") == 1
