"""The data files that an analyst can edit, as YAML has them."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
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


class Entry:
    """What stands under some keys of a data file, a mapping, read as what it should be: ``entry["heads"]`` is a list
    of words.

    Everything that reads it raises `InvalidRecord` for what is not there or is something else; the message names the
    file and the keys and says what to write.
    """

    def __init__(self, place: str, raw: Any) -> None:
        """``place`` is the file and the keys, as messages name them. Raises `InvalidRecord` where ``raw`` is no
        mapping."""
        self.place = place
        if not isinstance(raw, dict):
            raise InvalidRecord(f"{place}: expected keys with something under each, as 'key: [word, word]'")
        self._raw: dict[str, Any] = raw

    def __contains__(self, key: str) -> bool:
        return key in self._raw

    def __iter__(self) -> Iterator[str]:
        """The keys, in the order of the file."""
        return iter(self._raw)

    def __len__(self) -> int:
        return len(self._raw)

    def __getitem__(self, key: str) -> list[str]:
        """The words under ``key``: one at least."""
        found: list[str] = self._one(
            key, lambda one: bool(one) and are_words(one), "a list of words, as '[word, word]'"
        )
        return found

    def may_have(self, key: str) -> list[str]:
        """The words under ``key``; none where the list is empty or is not there."""
        return self[key] if self._raw.get(key, []) != [] else []

    def raw(self, key: str) -> Any:
        """What stands under ``key``, whatever it is."""
        if key not in self._raw:
            near = get_close_matches(str(key), map(str, self._raw), 1)
            hint = f", or spell {near[0]!r} so if it is meant" if near else ""
            raise InvalidRecord(f"{self._at(key)} is missing; put it back{hint}")
        return self._raw[key]

    def text(self, key: str) -> str:
        """The word or expression under ``key``."""
        return str(self._one(key, _is_word, "a word or expression, in quotation marks if it looks like a number"))

    def number(self, key: str) -> float:
        """The number under ``key``, whole or not."""
        found: float = self._one(key, _is_number, "a number")
        return found

    def point(self, key: str) -> tuple[float, float]:
        """The two numbers under ``key``."""
        x, y = self._one(
            key,
            lambda one: isinstance(one, list) and len(one) == 2 and all(map(_is_number, one)),
            "two numbers: [20.9, 42.6]",
        )
        return float(x), float(y)

    def flag(self, key: str) -> bool:
        """Whether ``key`` is true."""
        return bool(self._one(key, lambda one: isinstance(one, bool), "true or false"))

    def part(self, key: str) -> Entry:
        """What stands under the keys under ``key``."""
        return Entry(self._at(key), self.raw(key))

    def rows(self, key: str) -> list[list[str]]:
        """Each item of the list under ``key``, which are lists of words."""
        found: list[list[str]] = self._one(
            key,
            lambda one: isinstance(one, list) and bool(one) and all(map(are_words, one)),
            "a list of lists of words",
        )
        return found

    def parts(self, key: str) -> list[Entry]:
        """Each item of the list under ``key``, which are mappings."""
        items = self.raw(key)
        if not isinstance(items, list) or not items:
            raise InvalidRecord(f"{self._at(key)}: expected a list, '- key: ...' for each")
        return [Entry(f"{self._at(key)}, number {number}", item) for number, item in enumerate(items, 1)]

    def each(self) -> dict[str, Entry]:
        """What stands under every key."""
        return {key: self.part(key) for key in self}

    def lists(self, key: str | None = None) -> dict[str, list[str]]:
        """The words under every key of what stands under ``key``, or of all this."""
        entry = self if key is None else self.part(key)
        return {one: entry[one] for one in entry}

    def texts(self, key: str) -> dict[str, str]:
        """The word under every key under ``key``, which may be an empty one."""
        entry = self.part(key)
        return {one: entry._one(one, lambda found: isinstance(found, str), "a word") for one in entry}

    def texts_or_null(self, key: str) -> dict[str, str | None]:
        """The same where ``null`` says that there is none."""
        entry = self.part(key)
        return {one: None if entry.raw(one) is None else entry.text(one) for one in entry}

    def numbers(self, key: str) -> dict[str, int]:
        """The whole number under every key under ``key``."""
        entry = self.part(key)
        return {one: entry._one(one, lambda found: type(found) is int, "a whole number") for one in entry}

    def all_texts(self) -> Iterator[tuple[str, str]]:
        """Every text that stands anywhere in this, with its place as messages name it."""
        waiting = [(self._at(key), value) for key, value in self._raw.items()]
        while waiting:
            place, value = waiting.pop(0)
            if isinstance(value, str):
                yield place, value
            elif isinstance(value, dict):
                waiting += [(f"{place}.{key}", inner) for key, inner in value.items()]
            elif isinstance(value, list):
                waiting += [(place, inner) for inner in value]

    def _at(self, key: str) -> str:
        return f"{self.place}{'.' if ': ' in self.place else ': '}{key}"

    def _one(self, key: str, right: Callable[[Any], bool], expected: str) -> Any:
        found = self.raw(key)
        if not right(found):
            raise InvalidRecord(f"{self._at(key)}: expected {expected}")
        return found


def are_words(value: Any) -> bool:
    """Whether ``value`` is a list of words, be it empty."""
    return isinstance(value, list) and all(map(_is_word, value))


def _is_word(value: Any) -> bool:
    return isinstance(value, str) and value != ""


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


@cache
def data_file(name: str) -> Entry:
    """What ``data/<name>`` holds, parsed once: what comes back is shared, and nobody may change it. Raises
    `FileNotFoundError`, and `InvalidRecord` naming the file, and the line for what is not YAML."""
    text = files("dragoman").joinpath("data", name).read_text("utf-8")
    try:
        return Entry(f"data/{name}", parsed(text))
    except yaml.YAMLError as error:
        raise InvalidRecord(f"data/{name} is not YAML: {error}") from error


def word_list(name: str, *path: str) -> list[str]:
    """The words that stand under the keys ``path`` of ``data/<name>``. Raises what `data_file` and `Entry` raise, and
    `InvalidRecord` naming the file and the keys where a word is there twice."""
    *above, key = path
    entry = data_file(name)
    for one in above:
        entry = entry.part(one)
    found = entry[key]
    if twice := [word for word, count in Counter(found).items() if count > 1]:
        raise InvalidRecord(f"data/{name}: {'.'.join(path)}: {twice[0]!r} is there twice")
    return found


def any_of(forms: Iterable[str]) -> str:
    """An expression for any of ``forms``, which are expressions too."""
    return f"(?:{'|'.join(forms)})"


def any_word(words: Iterable[str]) -> str:
    """An expression for any of ``words``, which are taken as they are: a stop is a stop. The longest are tried first,
    so that a word is not taken for the one that it begins with: "Sept." is not "Sep"."""
    return any_of(map(re.escape, sorted(set(words), key=lambda word: (-len(word), word))))


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """``pattern``, made of expressions that data files hold, compiled. Raises `InvalidRecord` where one of them is
    none; the message names the file and the keys."""
    try:
        return re.compile(pattern, flags)
    except re.error:
        _look_at_expressions()
        raise


def _look_at_expressions() -> None:
    """Raises `InvalidRecord` for the first text in the data files that compiles to nothing."""
    for name in sorted(one.name for one in files("dragoman").joinpath("data").iterdir() if one.name.endswith(".yml")):
        whole = data_file(name)
        for place, text in whole.all_texts():
            try:
                re.compile(any_of([text]))
            except re.error as error:
                advice = "mend it, or write a backslash before a mark that is meant as it is"
                raise InvalidRecord(f"{place}: {text!r} is no expression ({error}); {advice}") from error


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
