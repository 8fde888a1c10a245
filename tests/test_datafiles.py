"""The files of knowledge are found by their names, and a word in them is a word."""

from __future__ import annotations

import importlib
import re
import shutil
import sys
import types
from collections.abc import Callable, Iterator
from copy import deepcopy
from importlib.resources import files
from inspect import signature
from pathlib import Path
from typing import Any

import pytest
import yaml

from dragoman import datafiles
from dragoman.actors.mentions.known_people import known_person
from dragoman.datafiles import Entry, any_of, any_word, compiled, data_file, knowledge, parsed, word_list
from dragoman.errors import InvalidRecord

NAMES = sorted(one.name for one in files("dragoman").joinpath("data").iterdir() if one.name.endswith(".yml"))


@pytest.mark.parametrize("name", NAMES)
def test_every_file_has_entries(name: str) -> None:
    assert len(data_file(name)) > 0


def test_a_file_that_is_not_there_is_an_error() -> None:
    with pytest.raises(FileNotFoundError, match=r"none\.yml"):
        data_file("none.yml")


def test_a_file_that_is_no_yaml_is_named_with_the_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "words.yml").write_text("heads: [a,\n  b\nlast: c\n")
    monkeypatch.setattr(datafiles, "files", lambda package: tmp_path)
    with pytest.raises(InvalidRecord, match=r"(?s)data/words\.yml is not YAML: .*line 3"):
        data_file("words.yml")


@pytest.mark.parametrize("text", ["", "[a, b]", "word"])
def test_a_file_without_keys_is_named(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "keyless.yml").write_text(text)
    monkeypatch.setattr(datafiles, "files", lambda package: tmp_path)
    with pytest.raises(InvalidRecord, match=r"data/keyless\.yml: expected keys with something under each"):
        data_file("keyless.yml")


def test_a_file_is_parsed_once() -> None:
    assert data_file("layout.yml") is data_file("layout.yml")


def test_a_list_of_words() -> None:
    assert word_list("layout.yml", "of_pages")[:2] == ["of", "de"]
    assert word_list("standards.yml", "hr", "whole") == ["tko", "glede"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("pages: [page]", "hr is missing; put it back$"),
        ("hr: {while: [tko]}", "hr.whole is missing; put it back, or spell 'while' so if it is meant$"),
        ("hr: [whole]", "hr: expected keys with something under each"),
        ("hr: {whole: tko}", "hr.whole: expected a list of words"),
        ("hr: {whole: []}", "hr.whole: expected a list of words"),
        ("hr: {whole: [tko, 3]}", "hr.whole: expected a list of words"),
        ("hr: {whole: [tko, glede, tko]}", "hr.whole: 'tko' is there twice"),
    ],
)
def test_a_list_that_is_none_is_named(text: str, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(datafiles, "data_file", lambda name: Entry(f"data/{name}", parsed(text)))
    with pytest.raises(InvalidRecord, match=rf"data/words\.yml: {told}"):
        word_list("words.yml", "hr", "whole")


def test_expressions_of_words() -> None:
    assert any_of(["an?", "the"]) == "(?:an?|the)"
    assert any_word(["p.", "page"]) == r"(?:page|p\.)"


def test_the_longest_word_is_tried_first() -> None:
    assert any_word(["Sep", "Sept.", "Sept", "Aug", "Sep"]) == r"(?:Sept\.|Sept|Aug|Sep)"
    found = re.match(any_word(["Sep", "Sept."]), "Sept. 3")
    assert found is not None
    assert found.group() == "Sept."


def test_words_that_yaml_takes_for_booleans_are_words() -> None:
    assert parsed("[on, off, yes, no, On, NO, y, n]") == ["on", "off", "yes", "no", "On", "NO", "y", "n"]
    assert parsed("{symmetric: true, iso: false}") == {"symmetric": True, "iso": False}
    assert parsed("[truer, falsehood]") == ["truer", "falsehood"]


@pytest.mark.parametrize("name", NAMES)
def test_a_list_of_words_holds_nothing_else(name: str) -> None:
    whole = parsed(files("dragoman").joinpath("data", name).read_text("utf-8"))
    odd = [one for one in lists(whole) if any(isinstance(x, str) for x in one) and not all_text(one)]
    assert odd == []


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_every_reader_of_yaml_takes_the_file(name: str) -> None:
    """The one in C lets bare question marks through that others, such as editors have, refuse."""
    assert yaml.load(files("dragoman").joinpath("data", name).read_text("utf-8"), yaml.SafeLoader)


def lists(value: Any) -> Iterator[list[Any]]:
    """Every list within a value."""
    if isinstance(value, list):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from lists(inner)


def all_text(values: list[Any]) -> bool:
    return all(isinstance(value, str) for value in values)


def test_knowledge_is_the_same_until_a_file_is_edited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = knowledge()
    assert knowledge.__wrapped__() == found
    copy = shutil.copytree(Path(str(files("dragoman"))) / "data", tmp_path / "data", ignore=lambda *_: ["models"])
    monkeypatch.setattr("dragoman.datafiles.files", lambda name: tmp_path)
    assert knowledge.__wrapped__() == found
    (copy / "little_words.yml").write_text("# edited\n" + (copy / "little_words.yml").read_text("utf-8"), "utf-8")
    assert knowledge.__wrapped__() != found


class Reader:
    """What reads one data file: the modules that name it and those that take a table of it from one of them, each
    executed anew with a table in the file's place."""

    def __init__(self, name: str) -> None:
        root = Path(str(files("dragoman")))
        named = re.compile(
            rf"""(?:data_file|word_list)\(\s*["']{re.escape(name)}["']|^FILE = "{re.escape(name)}\"""", re.MULTILINE
        )
        sources = {path: path.read_text("utf-8") for path in sorted(root.rglob("*.py")) if path.name != "datafiles.py"}
        self.name = name
        self.modules = {
            module_name(root, path): compile(text, str(path), "exec")
            for path, text in sources.items()
            if named.search(text)
        }
        shared = [(owner, *one) for owner in self.modules for one in self.tables(importlib.import_module(owner))]
        for path, text in sources.items():
            taken = (
                re.search(rf"from {owner} import [^()]*\b{key}\b|from {owner} import \([^)]*\b{key}\b", text)
                for owner, key, _ in shared
            )
            if any(taken):
                self.modules.setdefault(module_name(root, path), compile(text, str(path), "exec"))

    def tables(self, module: types.ModuleType) -> list[tuple[str, Entry]]:
        """What of the file a module holds as it stands, for others to take."""
        return [
            (key, one)
            for key, one in vars(module).items()
            if isinstance(one, Entry) and one.place.partition(":")[0] == f"data/{self.name}"
        ]

    def read(self, table: Any) -> None:
        """Executes the modules and calls each function of theirs that reads once and takes nothing, or a language."""
        whole = data_file

        def edited(name: str) -> Entry:
            return Entry(f"data/{name}", table) if name == self.name else whole(name)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(datafiles, "data_file", edited)
            for name, code in self.modules.items():
                module = types.ModuleType("copy_of_" + name.rpartition(".")[2])
                sys.modules[module.__name__] = module  # where dataclasses look for the names of types
                try:
                    exec(code, module.__dict__)
                    for key, one in self.tables(module):
                        patch.setattr(f"{name}.{key}", one)
                    for function in list(vars(module).values()):
                        own = getattr(function, "__module__", None) == module.__name__
                        if own and hasattr(function, "cache_info"):
                            wanted = list(signature(function).parameters)
                            if wanted in ([], ["language"]):
                                function(*("en" for _ in wanted))
                finally:
                    del sys.modules[module.__name__]


def module_name(root: Path, path: Path) -> str:
    return ".".join(path.relative_to(root.parent).with_suffix("").parts).removesuffix(".__init__")


def test_modules_that_take_a_table_from_another_are_read_with_it() -> None:
    modules = list(Reader("calendar.yml").modules)
    assert modules.index("dragoman.dates.words") < modules.index("dragoman.dates.numerals")


OF_DATA = ("hyphens.yml", "languages.yml", "little_words.yml", "months.yml", "people.yml", "standards.yml")
"""Files whose keys are data too, languages and states: without one of them less is known, and nothing is wrong."""
WITHIN = {
    "calendar.yml": ("en", "any"),
    "mentions.yml": ("titles", "names", "grammar", "bodies", "geography"),
    "objects.yml": ("clauses", "invitations", "visit_lists"),
    "plain_rules.yml": ("instrument",),
    "plover.yml": ("suffered",),
}
"""Keys that are divisions of a file: what stands under them is looked at like what stands in the file."""
MAY_BE_EMPTY = ("en.year_word", "en.ordinal", "en.of")
"""Lists that a language need not have, so that one is not missed."""
LANGUAGES = ("fr", "es", "de", "it", "sr", "sq", "ru")


LONG = {"mentions.yml", "calendar.yml", "objects.yml", "stages.yml", "units.yml", "currencies.yml"}
"""Files of so many keys that taking each away takes a second or more."""


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=[pytest.mark.slow] * (name in LONG)) for name in NAMES if name not in OF_DATA],
)
def test_a_key_that_is_missing_or_misspelled_or_of_another_type_is_named(name: str) -> None:
    reader, text = Reader(name), files("dragoman").joinpath("data", name).read_text("utf-8")
    whole = parsed(text)
    reader.read(whole)
    silent = []
    for path in paths(name, whole):
        *_, key = path
        value = under(whole, path)
        for edited in ({}, {key + "x": value}, {key: wrong(value)}):
            table = deepcopy(whole)
            place = under(table, path[:-1])
            del place[key]
            place.update(edited)
            try:
                reader.read(table)
            except InvalidRecord as error:
                told = str(error)
            else:
                told = "nothing"
            if f"data/{name}: {'.'.join(path)}" not in told:
                silent.append((".".join(path), list(edited), told))
    missed = [one for one in silent if one[0] not in MAY_BE_EMPTY or one[0].split(".")[1] in one[1]]
    assert missed == []


def paths(name: str, table: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    """The keys of a file, and those in its divisions."""
    for key in table:
        if name != "calendar.yml" or key not in LANGUAGES:
            yield (key,)
        if key in WITHIN.get(name, ()):
            yield from ((key, inner) for inner in table[key])


def under(table: Any, path: tuple[str, ...]) -> Any:
    for key in path:
        table = table[key]
    return table


def wrong(value: Any) -> Any:
    """Something of another type than ``value``."""
    return {"word": "x"} if isinstance(value, list) else [3] if isinstance(value, dict) else [[value]]


def test_a_missing_list_of_the_many_of_mentions_is_named() -> None:
    reader, text = Reader("mentions.yml"), files("dragoman").joinpath("data", "mentions.yml").read_text("utf-8")
    table = parsed(text)
    table["titles"]["haeds"] = table["titles"].pop("heads")
    with pytest.raises(InvalidRecord, match=r"titles\.heads is missing; put it back, or spell 'haeds'"):
        reader.read(table)


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("negation.yml", ("others",)),
        ("objects.yml", ("telling_of_it",)),
        ("plain_rules.yml", ("doubtful",)),
        ("plain_rules.yml", ("instrument", "kinds")),
        ("stages.yml", ("joins",)),
        ("event_words.yml", ("at_a_seat",)),
    ],
)
def test_an_expression_that_is_none_is_named(name: str, path: tuple[str, ...]) -> None:
    table = parsed(files("dragoman").joinpath("data", name).read_text("utf-8"))
    above = under(table, path[:-1])
    above[path[-1]] = "of (its" if isinstance(above[path[-1]], str) else [*above[path[-1]], "of (its"]
    told = (
        rf"data/{name}: {'.'.join(path)}: 'of \(its' is no expression \(missing \), .*; mend it, or write a backslash"
    )
    with pytest.raises(InvalidRecord, match=told):
        Reader(name).read(table)


def test_a_pattern_that_no_data_spoils_fails_as_it_is() -> None:
    assert compiled("of (its)", re.IGNORECASE).fullmatch("OF ITS")
    with pytest.raises(re.error):
        compiled("of (its")


@pytest.mark.parametrize(
    ("read", "told"),
    [
        (lambda entry: entry.text("number"), "number: expected a word or expression, in quotation marks if"),
        (lambda entry: entry.number("text"), "text: expected a number"),
        (lambda entry: entry.flag("text"), "text: expected true or false"),
        (lambda entry: entry["text"], "text: expected a list of words"),
        (lambda entry: entry.may_have("text"), "text: expected a list of words"),
        (lambda entry: entry.part("text"), "text: expected keys with something under each"),
        (lambda entry: entry.parts("words"), "words, number 1: expected keys"),
        (lambda entry: entry.parts("text"), "text: expected a list, '- key: ...' for each"),
        (lambda entry: entry.each(), "number: expected keys"),
        (lambda entry: entry.rows("words"), "words: expected a list of lists of words"),
        (lambda entry: entry.point("words"), r"words: expected two numbers"),
        (lambda entry: entry.lists("mixed"), r"mixed\.number: expected a list of words"),
        (lambda entry: entry.texts("mixed"), r"mixed\.number: expected a word"),
        (lambda entry: entry.texts_or_null("mixed"), r"mixed\.number: expected a word"),
        (lambda entry: entry.numbers("mixed"), r"mixed\.number: expected a whole number"),
        (lambda entry: entry.raw("txet"), "txet is missing; put it back, or spell 'text' so if it is meant"),
    ],
)
def test_what_is_of_another_type_is_named(read: Callable[[Entry], object], told: str) -> None:
    entry = Entry("data/some.yml", parsed("{number: 3, text: tko, words: [a, b], mixed: {number: 3.5, text: tko}}"))
    entry.part("mixed")
    with pytest.raises(InvalidRecord, match=rf"data/some\.yml: {told}"):
        read(entry)


def test_what_an_entry_has() -> None:
    entry = Entry("data/some.yml", parsed("{ja: {n: 3, m: 4}, of: [], at: [1, 2.5], so: {a: ~, b: c}}"))
    assert (len(entry), "of" in entry, "off" in entry) == (4, True, False)
    assert entry.texts_or_null("so") == {"a": None, "b": "c"}
    assert (entry.may_have("of"), entry.may_have("off"), entry.numbers("ja")) == ([], [], {"n": 3, "m": 4})
    assert entry.point("at") == (1.0, 2.5)


def test_a_person_without_years_is_named() -> None:
    with pytest.raises(InvalidRecord, match=r"data/people\.yml: CHE: 'Jo Lind': write 'Kofi Annan 1997-2006'"):
        known_person("Jo Lind", "CHE")
