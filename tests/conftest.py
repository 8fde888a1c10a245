"""Fixtures shared by all tests: ledgers on both databases."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import postgres
from dragoman.ledger import Ledger
from ledger_samples import Clock


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """A running server with a database ``template_ledger`` that holds an empty ledger."""
    with postgres.server() as url:
        postgres.execute(url.format("postgres"), "CREATE DATABASE template_ledger")
        Ledger.open(url.format("template_ledger")).close()
        yield url


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that holds an empty ledger."""
    path = tmp_path_factory.mktemp("template") / "empty.ledger"
    Ledger.open(path).close()
    return path


@pytest.fixture
def new_address(request: pytest.FixtureRequest, tmp_path: Path, sqlite_template: Path) -> Callable[[str], str]:
    """Gives addresses of empty ledgers, by backend."""
    numbers = itertools.count()

    def address(backend: str) -> str:
        if backend == "sqlite":
            return str(shutil.copy(sqlite_template, tmp_path / f"{next(numbers)}.ledger"))
        server: str = request.getfixturevalue("postgres_server")
        name = f"t{abs(hash((str(tmp_path), next(numbers)))):x}"
        postgres.execute(server.format("postgres"), f"CREATE DATABASE {name} TEMPLATE template_ledger")
        return server.format(name)

    return address


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)])
def address(request: pytest.FixtureRequest, new_address: Callable[[str], str]) -> str:
    """The address of an empty ledger, once for each backend."""
    return new_address(request.param)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def ledger(address: str, clock: Clock) -> Iterator[Ledger]:
    """An empty ledger, once for each backend."""
    with Ledger.open(address, clock=clock) as opened:
        yield opened
