"""The data files that an analyst can edit, as YAML has them."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from dragoman.errors import InvalidRecord

_BOOLEAN = "tag:yaml.org,2002:bool"


class _Loader(yaml.CSafeLoader):
    """YAML whose only booleans are ``true`` and ``false``: in a list of words ``on``, ``off``, ``yes`` and ``no`` are
    words, which YAML 1.1 takes for booleans too."""

    yaml_implicit_resolvers = {  # noqa: RUF012
        first: [(tag, pattern) for tag, pattern in resolvers if tag != _BOOLEAN]
        for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }


_Loader.add_implicit_resolver(_BOOLEAN, re.compile(r"(?:true|false)\Z"), list("tf"))


@cache
def data_file(name: str) -> Any:
    """What ``data/<name>`` holds, parsed once: what comes back is shared, and nobody may change it. Raises
    `FileNotFoundError`, and `InvalidRecord` naming the file and the line for what is not YAML."""
    text = files("dragoman").joinpath("data", name).read_text("utf-8")
    try:
        return parsed(text)
    except yaml.YAMLError as error:
        raise InvalidRecord(f"data/{name} is not YAML: {error}") from error


def word_list(name: str, *path: str) -> list[str]:
    """The words that stand under the keys ``path`` of ``data/<name>``. Raises what `data_file` raises, and
    `InvalidRecord` naming the file and the keys where there is no list of words, or a word is there twice."""
    found = data_file(name)
    for key in path:
        found = found.get(key) if isinstance(found, dict) else None
    place = f"data/{name}: {'.'.join(path)}"
    if not isinstance(found, list) or not found or not all(isinstance(word, str) and word for word in found):
        raise InvalidRecord(f"{place}: expected a list of words")
    if twice := [word for word, count in Counter(found).items() if count > 1]:
        raise InvalidRecord(f"{place}: {twice[0]!r} is there twice")
    return found


def any_of(forms: Iterable[str]) -> str:
    """An expression for any of ``forms``, which are expressions too."""
    return f"(?:{'|'.join(forms)})"


def any_word(words: Iterable[str]) -> str:
    """An expression for any of ``words``, which are taken as they are: a stop is a stop."""
    return any_of(map(re.escape, words))


@cache
def knowledge() -> str:
    """What tells these data files from others, the trained models apart, which have names: an analyst may edit them."""
    found = hashlib.sha256()
    _add(files("dragoman").joinpath("data"), found)
    return found.hexdigest()[:16]


def _add(folder: Traversable, found: hashlib._Hash) -> None:
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        if entry.is_file():
            found.update(entry.name.encode() + b"\0" + entry.read_bytes())
        elif entry.name not in ("models", "__pycache__"):
            _add(entry, found)


def parsed(text: str) -> Any:
    """What the text of a data file holds. Raises `yaml.YAMLError`."""
    return yaml.load(text, _Loader)
