"""The files of knowledge are found by their names, and a word in them is a word."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml

from dragoman import datafiles
from dragoman.datafiles import any_of, any_word, data_file, knowledge, parsed, word_list
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


def test_a_file_is_parsed_once() -> None:
    assert data_file("layout.yml") is data_file("layout.yml")


def test_a_list_of_words() -> None:
    assert word_list("layout.yml", "of_pages")[:2] == ["of", "de"]
    assert word_list("standards.yml", "hr", "whole") == ["tko", "glede"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("pages: [page]", "hr.whole: expected a list of words"),
        ("hr: [whole]", "hr.whole: expected a list of words"),
        ("hr: {whole: tko}", "hr.whole: expected a list of words"),
        ("hr: {whole: []}", "hr.whole: expected a list of words"),
        ("hr: {whole: [tko, 3]}", "hr.whole: expected a list of words"),
        ("hr: {whole: [tko, glede, tko]}", "hr.whole: 'tko' is there twice"),
    ],
)
def test_a_list_that_is_none_is_named(text: str, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(datafiles, "data_file", lambda name: parsed(text))
    with pytest.raises(InvalidRecord, match=rf"data/words\.yml: {told}"):
        word_list("words.yml", "hr", "whole")


def test_expressions_of_words() -> None:
    assert any_of(["an?", "the"]) == "(?:an?|the)"
    assert any_word(["p.", "page"]) == r"(?:p\.|page)"


def test_words_that_yaml_takes_for_booleans_are_words() -> None:
    assert parsed("[on, off, yes, no, On, NO, y, n]") == ["on", "off", "yes", "no", "On", "NO", "y", "n"]
    assert parsed("{symmetric: true, iso: false}") == {"symmetric": True, "iso": False}
    assert parsed("[truer, falsehood]") == ["truer", "falsehood"]


@pytest.mark.parametrize("name", NAMES)
def test_a_list_of_words_holds_nothing_else(name: str) -> None:
    odd = [one for one in lists(data_file(name)) if any(isinstance(x, str) for x in one) and not all_text(one)]
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
