"""Inputs as the user names them -> sources: a file, archive member or standard input each, found without reading it."""

from __future__ import annotations

import glob
import hashlib
import os
import re
import stat
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from dragoman.datafiles import any_word, word_list
from dragoman.documents.limits import Limits
from dragoman.records import Skipped

HTML = frozenset({"html", "htm", "xhtml", "shtml", "mhtml"})
TABLES = frozenset({"jsonl", "ndjson", "csv", "tsv"})
FORMATS = {
    **dict.fromkeys(("html", "htm", "xhtml", "shtml", "php", "asp", "aspx", "jsp"), "html"),
    "pdf": "pdf", "docx": "docx", "txt": "text", "text": "text", "md": "markdown", "markdown": "markdown",
    "jsonl": "jsonl", "ndjson": "jsonl", "csv": "csv", "tsv": "tsv", "zip": "zip",
}  # fmt: skip
SAVED_PAGE_FOLDER = re.compile(rf"(.+){any_word(word_list('layout.yml', 'saved_pages'))}$")
UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
LOOKED_AT = 1_000_000
"""Unpacked size from which a packing ratio is looked at: small files of one letter pack very well."""


@dataclass(frozen=True, slots=True)
class Source:
    """One thing that can be opened: small, picklable, without content (but for standard input).

    ``path`` is the file (of an archive member: the archive's), ``member`` the name within it. ``format`` is what the
    name's ending says, "" where it says nothing. ``side`` is the side file's path or member name, if there is one.
    """

    locator: str
    stem: str
    path: str
    member: str | None = None
    format: str = ""
    size: int = 0
    side: str | None = None
    data: bytes | None = None


class Missing(Skipped):
    """An input that was named and is not there: a slip of the pen, and nothing for a ledger to remember."""

    __slots__ = ()


def discover(
    inputs: Sequence[str | Path],
    *,
    limits: Limits | None = None,
    stdin: BinaryIO | None = None,
    name: str | None = None,
    called: Callable[[str], str] = str,
) -> list[Source | Skipped]:
    """All sources that ``inputs`` name, each once, in the order of the inputs and of names within folders and archives.

    An input is a file, a folder (read with all folders in it), a pattern (``*``, ``?``, ``[``, ``**``), a zip archive
    or ``-`` (standard input, read here from ``stdin`` and called ``name``, else by its content). Hidden files, side
    files and the folders browsers save beside a page are left out; what cannot be used is returned as `Skipped`.
    ``called`` gives the name of a path in the locators. Never raises.
    """
    limits = limits or Limits()
    found: list[Source | Skipped] = []
    first: dict[tuple[str, str | None], int] = {}
    names = {str(given) for given in inputs}
    for given in inputs:
        if _is_side_file(str(given), names):
            continue  # as when a shell expands "pages/*"
        for entry in _standard_input(limits, stdin, name) if str(given) == "-" else _expand(given, limits):
            named = entry if str(given) == "-" else _called(entry, called)
            if isinstance(entry, Source):
                place = (os.path.realpath(entry.path) if entry.data is None else entry.path, entry.member)
                if (known := first.setdefault(place, len(found))) < len(found):
                    if not os.path.islink(entry.path):
                        found[known] = named  # it may have a side file that the link to it has not
                    continue
            found.append(named)
    return found


def _called(entry: Source | Skipped, called: Callable[[str], str]) -> Source | Skipped:
    path, mark, member = entry.locator.partition("!")
    if isinstance(entry, Source) and entry.member is not None:
        path, mark, member = entry.path, "!", entry.member
    elif isinstance(entry, Source):
        path, mark, member = entry.path, "", ""
    return replace(entry, locator=printable(called(path) + mark + member))


def _expand(name: str | Path, limits: Limits) -> Iterator[Source | Skipped]:
    text = str(name)
    try:
        if os.path.isdir(text):
            yield from _folder(text, limits)
        elif os.path.lexists(text):
            yield from _file(text, set(), limits)
        elif glob.has_magic(text):
            yield from _pattern(text, limits)
        else:
            yield Missing(printable(text), "does not exist", "check the spelling")
    except (OSError, ValueError) as error:
        yield Skipped(printable(text), f"cannot be read ({_why(error)})", "check the path and its permissions")


def _pattern(pattern: str, limits: Limits) -> Iterator[Source | Skipped]:
    matches = sorted(glob.glob(pattern, recursive=True))
    if not matches:
        yield Missing(printable(pattern), "no file matches", "check the pattern, and put it in quotation marks")
    siblings = set(matches)
    for match in matches:
        if os.path.isdir(match):
            if not pattern.rstrip("/").endswith("**"):
                yield from _folder(match, limits)
        elif not _is_side_file(match, siblings):
            yield from _file(match, siblings, limits)


def _folder(root: str, limits: Limits) -> Iterator[Source | Skipped]:
    problems: list[OSError] = []
    inside = os.path.realpath(root)
    count = 0
    for folder, folders, names in os.walk(root, onerror=problems.append):
        names.sort()
        pages = {name.rsplit(".", 1)[0] for name in names if _ending(name) in HTML}
        yield from _linked_folders(folder, folders, inside)
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not _saved_beside(name, pages)
                            and not os.path.islink(os.path.join(folder, name)))  # fmt: skip
        paths = {os.path.join(folder, name) for name in names}
        for name in names:
            path = os.path.join(folder, name)
            if name.startswith(".") or _is_side_file(path, paths):
                continue
            count += 1
            if count > limits.folder_files:
                yield Skipped(
                    printable(root), f"more than {limits.folder_files:,} files", "give the folders in it one by one"
                )
                return
            if os.path.islink(path) and not _within(os.path.realpath(path), inside):
                yield Skipped(
                    printable(path),
                    "link that leads out of the folder",
                    "name the file it leads to as an input of its own",
                )
                continue
            yield from _file(path, paths, limits)
    for problem in problems:
        yield Skipped(printable(str(problem.filename)), f"cannot be read ({_why(problem)})", "check its permissions")


def _linked_folders(folder: str, folders: list[str], inside: str) -> Iterator[Skipped]:
    for name in sorted(folders):
        path = os.path.join(folder, name)
        if os.path.islink(path) and not name.startswith(".") and not _within(os.path.realpath(path), inside):
            yield Skipped(
                printable(path),
                "link that leads out of the folder",
                "name the folder it leads to as an input of its own",
            )


def _within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip("/") + "/")


def _saved_beside(folder: str, pages: set[str]) -> bool:
    match = SAVED_PAGE_FOLDER.fullmatch(folder)
    return match is not None and match[1] in pages


def _file(path: str, siblings: set[str], limits: Limits) -> Iterator[Source | Skipped]:
    locator = printable(path)
    try:
        state = os.stat(path)
    except OSError as error:
        yield Skipped(locator, f"cannot be read ({_why(error)})", "check that it is there and may be read")
        return
    if not stat.S_ISREG(state.st_mode):
        yield Skipped(locator, "not a regular file", "copy its content into a file")
    elif _ending(path) == "zip":
        yield from _archive(path, limits)
    else:
        side = next((beside for beside in side_names(path) if beside in siblings or os.path.isfile(beside)), None)
        yield Source(locator, _stem(path), path, None, FORMATS.get(_ending(path), ""), state.st_size, side)


def _archive(path: str, limits: Limits) -> Iterator[Source | Skipped]:
    locator = printable(path)
    try:
        with zipfile.ZipFile(path) as archive:
            members = sorted(archive.infolist(), key=lambda member: member.filename)
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError, UnicodeDecodeError) as error:
        yield Skipped(locator, f"damaged archive ({_why(error)})", "get it again, or unpack it by hand")
        return
    if len(members) > limits.archive_members:
        yield Skipped(
            locator,
            f"{len(members):,} members, over the limit of {limits.archive_members:,}",
            "unpack it and give the folder",
        )
        return
    names = {member.filename for member in members}
    pages = {name.rsplit(".", 1)[0] for name in names if _ending(name) in HTML}
    unpacked = 0
    for number, member in enumerate(members):
        if member.is_dir() or _hidden_member(member.filename, pages) or _is_side_file(member.filename, names):
            continue
        if number and members[number - 1].filename == member.filename:
            continue  # the archive holds the name twice; only the last one can be opened by name
        refusal = _refusal(member, limits)
        unpacked += member.file_size if refusal is None else 0
        if unpacked > limits.archive_bytes:
            reason = (
                f"unpacks to over {limits.archive_bytes / 1e9:,.0f} GB; {printable(member.filename)} and after left out"
            )
            yield Skipped(locator, reason, "unpack it and give the folder")
            return
        place = f"{locator}!{printable(member.filename)}"
        if refusal is not None:
            yield Skipped(place, *refusal)
            continue
        side = next((beside for beside in side_names(member.filename) if beside in names), None)
        yield Source(
            place,
            _stem(member.filename),
            path,
            member.filename,
            FORMATS.get(_ending(member.filename), ""),
            member.file_size,
            side,
        )


def _refusal(member: zipfile.ZipInfo, limits: Limits) -> tuple[str, str] | None:
    """Reason and advice where a member must not or cannot be opened."""
    name = member.filename.replace("\\", "/")
    if name.startswith("/") or ".." in PurePosixPath(name).parts or re.match(r"[A-Za-z]:", name):
        return "path that leads out of the archive", "unpack the archive by hand, if you trust it"
    if stat.S_ISLNK(member.external_attr >> 16):
        return "link in an archive", "add the file it leads to"
    if member.flag_bits & 1:
        return "encrypted", "unpack it with its password and give the folder"
    if _ending(name) == "zip":
        return "archive within an archive", "unpack the outer archive and give the folder"
    if member.file_size > LOOKED_AT and member.file_size > limits.archive_ratio * max(1, member.compress_size):
        return (
            f"unpacks to {member.file_size / max(1, member.compress_size):,.0f} times its size (a bomb?)",
            "unpack it by hand if it is meant",
        )
    return None


def _hidden_member(name: str, pages: set[str]) -> bool:
    parts = PurePosixPath(name).parts
    if any((part.startswith(".") and part not in (".", "..")) or part == "__MACOSX" for part in parts):
        return True
    folders = ["/".join(parts[: end + 1]) for end in range(len(parts) - 1)]
    return any(_saved_beside(folder, pages) for folder in folders)


def _standard_input(limits: Limits, stdin: BinaryIO | None, name: str | None) -> Iterator[Source | Skipped]:
    """Two texts without a name are two sources: nothing tells that one is a version of the other."""
    if stdin is None:
        yield Skipped("-", "nothing on standard input", "pipe a document in")
        return
    data = stdin.read(limits.file_bytes + 1)
    if len(data) > limits.file_bytes:
        yield Skipped(
            "-", f"more than {limits.file_bytes / 1e6:,.0f} MB on standard input", "save it as a file and name that"
        )
        return
    stem = printable(name or "stdin")[:200]
    locator = f"-:{stem if name else hashlib.sha256(data).hexdigest()[:16]}"
    yield Source(locator, stem, "-", None, "", len(data), None, data)


def _is_side_file(path: str, siblings: set[str]) -> bool:
    """``name.json`` beside ``name.html`` or ``name.html.json`` beside ``name.html``."""
    if _ending(path) != "json":
        return False
    stem = path[: -len(".json")]
    if stem in siblings:
        return True
    return any(f"{stem}.{ending}" in siblings for ending in FORMATS if ending not in TABLES)


def side_names(path: str) -> list[str]:
    """What a side file of the document at ``path`` is called, the name that is looked for first."""
    base = re.sub(r"\.gz$", "", path, flags=re.IGNORECASE)
    return [f"{path}.json", os.path.splitext(base)[0] + ".json"]


def _ending(path: str) -> str:
    name = os.path.basename(path).lower().removesuffix(".gz")
    return name.rsplit(".", 1)[1] if "." in name.lstrip(".") else ""


def _stem(path: str) -> str:
    name = os.path.basename(path.rstrip("/"))
    base = re.sub(r"\.gz$", "", name, flags=re.IGNORECASE)
    stem = base.rsplit(".", 1)[0] if "." in base.lstrip(".") else base
    return printable(stem)[:200]


def printable(name: str) -> str:
    """A file's name as text that can be printed and stored: undecodable bytes and control characters are replaced."""
    return UNPRINTABLE.sub("\ufffd", os.fsencode(name).decode("utf-8", "replace"))


def _why(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__)[:80]
