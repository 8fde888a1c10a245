"""Packages of actors import one another one way, so that each can be read and tested without those behind it."""

from __future__ import annotations

import ast
from pathlib import Path

import dragoman.actors

ROOT = Path(dragoman.actors.__file__).parent
ROWS = [
    ["__init__", "directory", "loading", "checks"],
    ["mentions", "discourse"],
    ["context"],
    ["persons"],
    ["names"],
    ["references"],
    ["opening"],
    ["linking"],
]
"""Packages, and the modules beside them. Each imports only from itself and from rows above; the first row is one."""
ROW = {name: number for number, row in enumerate(ROWS) for name in row}


def part_of(path: Path) -> str:
    """The package of a module, or the module itself where it stands beside the packages."""
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """The parts of actors that a module imports from, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: a relative import"
            names = [f"{node.module}.{name.name}" for name in node.names]
        else:
            names = [name.name for name in node.names] if isinstance(node, ast.Import) else []
        inside = [name.split(".")[2] for name in names if name.startswith("dragoman.actors.")]
        found.update(name if name in ROW else "__init__" for name in inside)
    return found


def test_every_package_and_module_has_its_row() -> None:
    assert sorted(ROW) == sorted({part_of(path) for path in ROOT.rglob("*.py")})


def test_packages_import_only_from_rows_above() -> None:
    wrong = {
        (str(path.relative_to(ROOT)), other)
        for path in ROOT.rglob("*.py")
        for other in imported(path) - {part_of(path)}
        if ROW[other] > max(ROW[part_of(path)] - 1, 0)
    }
    assert wrong == set()
