"""Pages of the documentation that are written from code and data: `python -m docs.generate` renews them.

They are kept in the repository, so that a change to a command, a limit or a kind shows in the page as well.
"""

from __future__ import annotations

import ast
import io
import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import redirect_stdout
from dataclasses import fields
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest.mock import patch

import dragoman
from dragoman.cli import run
from dragoman.cli.codes import ExitCode
from dragoman.codebook import READ, codebook
from dragoman.documents import Limits
from dragoman.events.plover import Named, OldName, ontology
from dragoman.workers import Bounds

GENERATED = Path(__file__).parent / "generated"
SOURCE = Path(dragoman.__file__).parent
NOTE = ".. Written by docs/generate.py; change what it is written from and run: python -m docs.generate\n\n"
COLUMNS = "96"
NEAR = (
    ("dragoman.queries", "Questions", "Every question that can be asked of a ledger."),
    ("dragoman.ledger.decisions", "Decisions", "What people decide."),
    ("dragoman.frames", "Rows and frames", "Statements for other programs."),
    ("dragoman.documents", "Documents", "Files, folders and archives to documents."),
    ("dragoman.events.records", "Events", "Who did what to whom, as data."),
    ("dragoman.events.corpus", "Coding a corpus", "From inputs to events."),
    ("dragoman.events.panels", "Panels", "Events by pair of states and period."),
    ("dragoman.reading", "Readers", "What a reader is."),
    ("dragoman.errors", "Errors", "What can go wrong."),
)
"""Modules that stand behind the public names, with title and what they are for."""


def pages() -> dict[str, str]:
    """The generated pages by file name."""
    made = {
        "codebook.rst": codebook_page(),
        "plover.rst": plover_page(),
        "limits.rst": limits_page(),
        "commands.rst": commands_page(),
        "library.rst": library_page(),
        "modules.rst": modules_page(),
    }
    return {name: NOTE + "\n".join(line.rstrip() for line in page.splitlines()) + "\n" for name, page in made.items()}


def codebook_page() -> str:
    """The kinds with their stages and the event type that each stage implies."""
    book = codebook()
    parts = [title("The codebook", "="), CODEBOOK_TEXT]
    for kind in book.kinds.values():
        parts.append(title(kind.name, "-"))
        parts.append(sentence(kind.says))
        if kind.symmetric:
            parts.append("Source and target together are the parties, in any order.\n")
        rows = [(f"``{s.name}``", s.says, event_cell(s.event)) for s in kind.stages.values()]
        parts.append(table(("Stage", "The text says that it", "Event type"), rows))
    parts.append(title("Event types", "-"))
    parts.append("The types are those of PLOVER: " + ", ".join(f"``{name}``" for name in book.plover) + ".\n")
    return "\n".join(parts)


CODEBOOK_TEXT = """\
Every statement has one of these kinds, and one of the stages of its kind. The page is written from
``src/dragoman/data/codebook.yml``, which the reader uses.

"By the wording" means that the text decides which event type it is, or that it is none.
"""


def event_cell(event: str | None) -> str:
    if event is None:
        return "none"
    return "by the wording" if event == READ else f"``{event}``"


def plover_page() -> str:
    """The types of events with their modes, the contexts, and the names that earlier drafts had."""
    known = ontology()
    parts = [title("Types of events", "="), PLOVER_TEXT]
    rows = [
        (f"``{t.name}``", t.quad, f"{t.intensity:g}", t.cameo, "needed" if t.recipient else "")
        for t in known.types.values()
    ]
    parts.append(table(("Type", "Quad class", "Intensity", "CAMEO root", "Recipient"), rows))
    for kind in known.types.values():
        parts += [title(kind.name, "-"), sentence(kind.says)]
        if kind.modes:
            modes = [(*told(m), f"{known.intensity(kind.name, m.name):g}") for m in kind.modes.values()]
            parts.append(table(("Mode", "What belongs to it", "Intensity"), modes))
    parts += [title("Contexts", "-"), "An event has any number of them.\n"]
    parts.append(table(("Context", "What belongs to it"), [told(context) for context in known.contexts.values()]))
    parts += [title("Earlier names", "-"), "These are accepted where types are read, and mean the types of today.\n"]
    parts.append(table(("Name", "Now"), [(f"``{old}``", now(new)) for old, new in known.old_names.items()]))
    return "\n".join(parts)


PLOVER_TEXT = """\
The types are those of PLOVER's manual (draft 2.0, Open Event Data Alliance); the wording is ours. The page is written
from ``src/dragoman/data/plover.yml``, which the coder uses. A mode without a score has that of its type.
"""


def told(named: Named) -> tuple[str, str]:
    return f"``{named.name}``", named.says


def now(new: OldName) -> str:
    """What an earlier name means, with the mode where it tells one."""
    told = f"``{new.type}``" + (f", mode ``{new.mode}``" if new.mode else "")
    return told + "".join(f"; ``{kind}`` with the mode {', '.join(m)}" for kind, m in new.by_mode.items())


def limits_page() -> str:
    """Bounds on inputs and on reading, and the exit codes."""
    parts = [title("Limits and exit codes", "=")]
    for called, record, text in (("Inputs", Limits(), LIMITS_TEXT), ("Reading", Bounds(), BOUNDS_TEXT)):
        parts += [title(called, "-"), text, docstring_body(type(record)), "", table(("Name", "Value"), values(record))]
    parts += [title("Exit codes", "-"), "What a command leaves the shell with:\n"]
    parts.append(table(("Code", "Meaning"), [(str(code.value), sentence(code.says)) for code in ExitCode]))
    return "\n".join(parts)


LIMITS_TEXT = """\
What opening one input may cost, ``dragoman.documents.Limits``. What is over a limit is named in the summary,
with what to do about it; everything else is read.
"""
BOUNDS_TEXT = """\
What reading one document may cost, ``dragoman.workers.Bounds``. A document that takes more than ``seconds`` is stored
and searchable all the same, without statements and marked as not read; the summary names it, and the next build reads
it anew. One whose worker process takes too much memory or hangs is skipped, and the summary says so.
"""


def values(record: Limits | Bounds) -> list[tuple[str, str]]:
    named = ((field.name, getattr(record, field.name)) for field in fields(record))
    return [(f"``{name}``", f"{value:,g}" if isinstance(value, float) else f"{value:,}") for name, value in named]


def docstring_body(kind: type) -> str:
    """The docstring after its first line, without indentation. ``name``: in front of a line makes it an item."""
    lines = (kind.__doc__ or "").splitlines()[1:]
    text = "\n".join(line.strip() for line in lines)
    return re.sub(r"\n(?=``\w+``(?:[ ,/]|: ))", "\n\n", text).strip()


def commands_page() -> str:
    """The help of every command, as it is printed."""
    parts = [title("Commands", "="), help_block([])]
    for words in commands():
        parts += [title("dragoman " + " ".join(words), "-"), help_block(words)]
    return "\n".join(parts)


def commands() -> list[list[str]]:
    """Every command as its words, those of a group after the group."""
    import typer

    from dragoman.cli.app import app

    found = []
    for name, command in sorted(typer.main.get_command(app).commands.items()):  # type: ignore[attr-defined]
        found.append([name])
        found += [[name, inner] for inner in sorted(getattr(command, "commands", {}))]
    return found


def help_block(words: Sequence[str]) -> str:
    return ".. code-block:: text\n\n" + indented(help_of(words)) + "\n"


def help_of(words: Sequence[str]) -> str:
    """What ``dragoman WORDS --help`` prints."""
    out = io.StringIO()
    with patch.dict(os.environ, {"COLUMNS": COLUMNS, "TERMINAL_WIDTH": COLUMNS}), redirect_stdout(out):
        code = run([*words, "--help"])
    if code:
        raise RuntimeError(f"dragoman {' '.join(words)} --help: exit code {code}")
    return out.getvalue().strip("\n")


def library_page() -> str:
    """Directives that take the reference from the docstrings. What has a public name is described under that alone."""
    parts = [title("Library", "="), LIBRARY_TEXT, title("Public names", "-")]
    public = {name: getattr(dragoman, name) for name in dragoman.__all__}
    parts += [directive(f"dragoman.{name}", value) for name, value in public.items()]
    described = set(map(id, public.values()))
    for module, called, text in NEAR:
        parts += [title(called, "-"), f"{text} Import from ``{module}``.\n"]
        for name, value in offered(import_module(module)):
            if id(value) not in described:
                described.add(id(value))
                parts.append(directive(f"{module}.{name}", value))
    return "\n".join(part for part in parts if part)


def offered(module: ModuleType) -> list[tuple[str, Any]]:
    """What a module is for: what its ``__all__`` names, else its own functions and classes in their order."""
    names = getattr(module, "__all__", None)
    if names is not None:
        return [(name, getattr(module, name)) for name in names]
    own = [(name, value) for name, value in vars(module).items() if getattr(value, "__module__", "") == module.__name__]
    return [(name, value) for name, value in own if not name.startswith("_") and callable(value)]


def directive(path: str, value: Any) -> str:
    """What describes ``value`` under ``path``; nothing for a plain value."""
    if isinstance(value, type):
        return f".. autoclass:: {path}\n   :members:\n"
    return f".. autofunction:: {path}\n" if callable(value) and value.__doc__ else ""


LIBRARY_TEXT = """\
``import dragoman`` offers the names of the first section and imports nothing before it is used. The sections after it
are the modules behind them. All of it is typed.
"""


def modules_page() -> str:
    """Every module of the package with the first sentence of its docstring."""
    parts = [title("Modules", "="), "What each module is for, in its own words.\n"]
    for folder, modules in folders():
        parts += [title(folder, "-"), table(("Module", "Does"), modules)]
    return "\n".join(parts)


def folders() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Folders of the package with their modules and what each does."""
    by_folder: dict[str, list[tuple[str, str]]] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        relative = path.relative_to(SOURCE)
        if "migrations" in relative.parts or "__pycache__" in relative.parts:
            continue
        text = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
        first = re.sub("::$", ":", " ".join(text.split("\n\n")[0].split()))  # what it announces is left out
        by_folder.setdefault(relative.parent.as_posix(), []).append((f"``{relative.as_posix()}``", escaped(first)))
    for folder in sorted(by_folder):
        yield ("dragoman" if folder == "." else f"dragoman/{folder}"), by_folder[folder]


def escaped(text: str) -> str:
    """A docstring's words for a table's cell: only ``literals`` are markup."""
    return re.sub(r"(?<!`)`([^`\n]+)`(?!`)", r"``\1``", text).replace("*", "\\*").replace("|", "\\|")


def title(words: str, mark: str) -> str:
    return f"{words}\n{mark * len(words)}\n"


def sentence(words: str) -> str:
    return words[0].upper() + words[1:] + ".\n" if words else ""


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A list table, whose cells may be of any length."""
    lines = [".. list-table::", "   :header-rows: 1", "   :widths: auto", ""]
    for row in (head, *rows):
        cells = [cell.strip() for cell in row]
        lines += [f"   * - {cells[0]}", *(f"     - {cell}" for cell in cells[1:])]
    return "\n".join(lines) + "\n"


def indented(text: str) -> str:
    return "\n".join(f"   {line}" if line else "" for line in text.splitlines())


def main() -> int:
    GENERATED.mkdir(exist_ok=True)
    for name, page in pages().items():
        (GENERATED / name).write_text(page, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
