"""The documentation says what the code does: generated pages are up to date, commands have help, sessions are real."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from docs import generate, session

from dragoman.cli.app import app

REPOSITORY = Path(__file__).resolve().parents[1]
DOCS = REPOSITORY / "docs"
PAGES = sorted(path.relative_to(DOCS).with_suffix("").as_posix() for path in DOCS.rglob("*.rst"))


@pytest.fixture(scope="module")
def generated() -> dict[str, str]:
    return generate.pages()


@pytest.mark.parametrize("name", sorted(path.name for path in generate.GENERATED.glob("*.rst")))
def test_generated_pages_are_up_to_date(name: str, generated: dict[str, str]) -> None:
    kept = (generate.GENERATED / name).read_text("utf-8")
    assert kept == generated[name], "run: python -m docs.generate"


def test_every_generated_page_is_kept_and_none_is_left_over(generated: dict[str, str]) -> None:
    assert {path.name for path in generate.GENERATED.glob("*.rst")} == set(generated)


@pytest.mark.parametrize("words", generate.commands(), ids=" ".join)
@pytest.mark.slow
def test_every_command_has_help(words: list[str]) -> None:
    command = typer.main.get_command(app)
    for word in words:
        command = command.commands[word]  # type: ignore[attr-defined]
    assert command.help
    assert command.help.splitlines()[0].endswith(".")
    for parameter in command.params:
        told = getattr(parameter, "help", None) or getattr(parameter, "metavar", None)
        assert told, f"{parameter.name} of dragoman {' '.join(words)} says nothing of itself"


def test_every_command_is_shown_in_a_page() -> None:
    written = "".join(path.read_text("utf-8") for path in (*DOCS.glob("*.rst"), REPOSITORY / "README.md"))
    for name in {words[0] for words in generate.commands()} - {"read", "actors", "version"}:
        assert f"dragoman {name}" in written


def test_modules_import_only_what_stands_above_them() -> None:
    """As the page for developers says. What a function imports when it is called is left out."""
    text = (DOCS / "developing.rst").read_text("utf-8")
    [block] = re.findall(r"rows above it:\n\n\.\. code-block:: text\n\n((?:   .+\n)+)", text)
    row_of = {name: row for row, names in enumerate(block.splitlines()) for name in names.strip().split(", ")}
    homes = {path.stem for path in generate.SOURCE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert set(row_of) == homes - {"__init__"}
    wrong = [
        f"{home} imports {name}"
        for path in sorted(generate.SOURCE.rglob("*.py"))
        if (home := path.relative_to(generate.SOURCE).parts[0].removesuffix(".py")) != "__init__"
        for name in re.findall(r"^from dragoman(?:\.| import )(\w+)", path.read_text("utf-8"), re.MULTILINE)
        if name != home and name in row_of and row_of[name] >= row_of[home]
    ]
    assert wrong == []


def test_every_page_is_in_the_table_of_contents() -> None:
    listed = re.findall(r"^   ([a-z/_]+)$", (DOCS / "index.rst").read_text("utf-8"), re.MULTILINE)
    assert sorted(listed) == sorted(set(PAGES) - {"index"})


@pytest.mark.parametrize("page", ["statement", "ledger", "tutorial", "web", "events", "measurement", "developing"])
def test_modules_and_files_that_a_page_names_exist(page: str) -> None:
    text = (DOCS / f"{page}.rst").read_text("utf-8")
    names = sorted(set(re.findall(r"``([\w/*.]+\.(?:py|yml)|[\w.-]+/[\w/*.-]+\.(?:json|txt|md))``", text)))
    places = [REPOSITORY, generate.SOURCE, *(path for path in generate.SOURCE.rglob("*") if path.is_dir())]
    assert [name for name in names if not any(list(place.glob(name)) for place in places)] == []


@pytest.mark.slow
def test_the_tutorial_shows_what_is_printed(tmp_path: Path) -> None:
    page = (DOCS / "tutorial.rst").read_text("utf-8")
    differences = session.compared(page, session.prepared(tmp_path))
    assert differences == [], "look at it, then run: python -m docs.session --write docs/tutorial.rst"
    for code in re.findall(r"^\.\. code-block:: python\n\n((?:   .*\n|\n)+)", page, re.MULTILINE):
        lines = "".join(line.removeprefix("   ") for line in code.splitlines(keepends=True))
        subprocess.run([sys.executable, "-c", "import dragoman\n" + lines], cwd=tmp_path, check=True)


@pytest.mark.slow
@pytest.mark.skipif(importlib.util.find_spec("sphinx") is None, reason="`make docs` installs Sphinx")
def test_the_site_is_built_without_warnings(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", str(DOCS), str(tmp_path)]
    assert subprocess.run(command, capture_output=True, text=True, check=False).stderr == ""


def page(*lines: str) -> str:
    return "\n".join(["```console", *lines, "```", ""])


def test_a_session_that_shows_other_lines_is_told(tmp_path: Path) -> None:
    assert session.compared(page("$ echo one", "one"), tmp_path) == []
    assert session.compared(page("$ echo one", "two"), tmp_path) != []
    assert session.compared(page("$ printf 'a\\nb\\nc\\n'", "a", "b", "..."), tmp_path) == []
    assert session.compared(page("$ printf 'a\\nb\\nc\\n'", "b", "a", "..."), tmp_path) != []
    assert session.compared(page("$ printf 'a\\nb\\n'", "a"), tmp_path) != []


def test_a_command_that_fails_is_told(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="exit code 3"):
        session.compared(page("$ exit 3"), tmp_path)


def test_times_of_the_clock_may_differ(tmp_path: Path) -> None:
    shown = page("$ echo 'Read 18 documents in 0.9 s, 20.0 a second.'", "Read 18 documents in 1.4 s, 12.9 a second.")
    assert session.compared(shown, tmp_path) == []


def test_renewing_keeps_how_much_is_shown(tmp_path: Path) -> None:
    body = "   $ printf 'a\\nb\\nc\\n'\n   x\n   y\n   ...\n   $ echo d\n"
    old = f"Words.\n\n.. code-block:: console\n\n{body}\nMore words.\n"
    new = session.renewed(old, tmp_path)
    assert new == old.replace("   x\n   y\n   ...\n", "   a\n   b\n   ...\n\n").replace("echo d\n", "echo d\n   d\n")
    assert session.renewed(new, tmp_path) == new


def test_renewing_follows_a_statement_to_its_new_id() -> None:
    instead: dict[str, str] = {}
    told = session.with_known_id("dragoman explain 0123456789abcdef", ["fedcba9876543210", "a" * 16], instead)
    assert told == "dragoman explain fedcba9876543210"
    again = session.with_known_id("dragoman review confirm 0123456789abcdef -q", ["a" * 16], instead)
    assert again == "dragoman review confirm fedcba9876543210 -q"
    assert session.with_known_id(f"dragoman explain {'a' * 16}", ["a" * 16], {}) == f"dragoman explain {'a' * 16}"
    assert session.with_known_id("dragoman check", ["fedcba9876543210"], {}) == "dragoman check"
