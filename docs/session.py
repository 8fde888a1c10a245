"""Sessions shown in pages are real: every command in them is run, and every line shown must be printed.

    python -m docs.session PAGE...           compare
    python -m docs.session --write PAGE...   renew the lines shown

A session is a ``console`` block of Markdown or reStructuredText. A line that begins with ``$ `` is a command; the lines
below it, up to the next one, are what it prints. A last line ``...`` says that more follows. Times of the clock may
differ. The sessions of one page run one after the other in one new folder that holds a copy of ``samples``.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
COLUMNS = "110"
MORE = "..."
MARKDOWN = re.compile(r"^(?P<indent>)```console\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
STRUCTURED = re.compile(
    r"^\.\. code-block:: console\n\n(?P<body>(?:(?P<indent> +)\S.*\n)(?:(?P=indent).*\n|\n)*)", re.MULTILINE
)
ID = re.compile(r"\b[0-9a-f]{16}\b")
TAKES_ID = re.compile(r"(dragoman (?:explain|review \w+) )([0-9a-f]{16})\b")
VARYING = (
    (re.compile(r"\bin [\d.,]+ s(?:, [\d.,]+ a second)?"), "in 0.0 s"),
    # Two versions of a page that are stored in one batch retire nothing; how many fit a batch is a matter of speed.
    (re.compile(r"(Statements: [\d,]+ new), [\d,]+ retired"), r"\1"),
    (re.compile(r"\b20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ"), "2026-01-01T00:00:00Z"),
)


@dataclass(frozen=True, slots=True)
class Step:
    """A command, the lines that the page shows below it, and whether it says that more follows."""

    command: str
    shown: tuple[str, ...]
    more: bool


def blocks(page: str) -> Iterator[re.Match[str]]:
    """The sessions of a page, in order."""
    found = [*MARKDOWN.finditer(page), *STRUCTURED.finditer(page)]
    yield from sorted(found, key=lambda match: match.start())


def steps(block: re.Match[str]) -> list[Step]:
    """The commands of one session. Raises `ValueError` for one that does not begin with a command."""
    indent = block["indent"]
    lines = [line.removeprefix(indent).rstrip() for line in block["body"].splitlines()]
    found: list[tuple[str, list[str]]] = []
    for line in lines:
        if line.startswith("$ "):
            found.append((line[2:], []))
        elif found:
            found[-1][1].append(line)
        elif line:
            raise ValueError(f"a session begins with a line '$ command', not {line!r}")
    return [step(command, shown) for command, shown in found]


def step(command: str, shown: list[str]) -> Step:
    while shown and not shown[-1]:
        shown.pop()
    more = bool(shown) and shown[-1] == MORE
    return Step(command, tuple(shown[:-1] if more else shown), more)


def run(command: str, folder: Path) -> list[str]:
    """What a command prints on a screen, line by line without blanks at the end."""
    scripts = str(Path(sys.executable).parent)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DRAGOMAN_")}
    settings = {"COLUMNS": COLUMNS, "NO_COLOR": "1", "LC_ALL": "C.UTF-8", "PATH": f"{scripts}:{os.environ['PATH']}"}
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=folder,
        env=kept | settings,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{command}: exit code {done.returncode}\n{done.stdout}")
    lines = [line.rstrip() for line in done.stdout.splitlines()]
    while lines and not lines[-1]:
        lines.pop()
    return lines


def differences(step: Step, printed: Sequence[str]) -> list[str]:
    """The lines shown that are not printed in this order, and, unless the page says that more follows, the others."""
    expected, real = [steady(line) for line in step.shown], [steady(line) for line in printed]
    if not step.more:
        return [] if expected == real else [f"{step.command}: shown {expected}, printed {real}"]
    left = iter(real)
    return [f"{step.command}: not printed: {line}" for line in expected if line not in left]


def steady(line: str) -> str:
    """A line without what differs from one run to the next."""
    for pattern, instead in VARYING:
        line = pattern.sub(instead, line)
    return line


def renewed(page: str, folder: Path) -> str:
    """The page with what its commands print now; a cut session keeps the number of its lines."""
    parts, at = [], 0
    known: list[str] = []
    instead: dict[str, str] = {}
    for block in blocks(page):
        lines = []
        for one in steps(block):
            command = with_known_id(one.command, known, instead)
            one = Step(command, one.shown, one.more)
            printed = run(command, folder)
            known = list(dict.fromkeys([*ID.findall("\n".join(printed)), *known]))
            shown = list(one.shown)
            if differences(one, printed):
                shown = printed[: len(one.shown)] if one.more else printed
            lines += [f"$ {command}", *shown, *([MORE] if one.more else []), ""]
        body = "".join(f"{block['indent']}{line}".rstrip() + "\n" for line in lines[:-1])
        # the blank lines after an indented block belong to it
        tail = re.search(r"\n*\Z", block["body"])
        body = body.rstrip("\n") + (tail.group() if tail else "\n")
        parts += [page[at : block.start("body")], body]
        at = block.end("body")
    return "".join([*parts, page[at:]])


def with_known_id(command: str, known: Sequence[str], instead: dict[str, str]) -> str:
    """The command, about a statement that there is: ids change when the reading does.

    ``known`` are the ids printed so far, those of the last command first. An id that is none of them becomes the first
    of them, and the same one wherever it comes up again (``instead``).
    """
    match = TAKES_ID.match(command)
    if match is None or not known or match[2] in known:
        return command
    return match[1] + instead.setdefault(match[2], known[0]) + command[match.end() :]


def compared(page: str, folder: Path) -> list[str]:
    """What differs between a page and what its commands print."""
    return [
        line for block in blocks(page) for one in steps(block) for line in differences(one, run(one.command, folder))
    ]


def prepared(folder: Path) -> Path:
    """The folder with a copy of the samples in it."""
    shutil.copytree(REPOSITORY / "samples", folder / "samples", ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="renew the lines shown")
    parser.add_argument("pages", nargs="+", type=Path)
    args = parser.parse_args(arguments)
    wrong = []
    for path in args.pages:
        page = path.read_text("utf-8")
        with tempfile.TemporaryDirectory() as folder:
            if args.write:
                path.write_text(renewed(page, prepared(Path(folder))), "utf-8")
            else:
                wrong += [f"{path}: {line}" for line in compared(page, prepared(Path(folder)))]
    sys.stdout.write("".join(f"{line}\n" for line in wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
