"""What is said about a document beside it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.documents import open_documents
from dragoman.documents.side_facts import SideFacts, read_side_file, side_facts
from dragoman.records import Document


@pytest.mark.parametrize(
    ("side", "warning"),
    [
        ("{broken", "not valid JSON"),
        ("[1]", "not a JSON object"),
        ('{"date": "soon"}', "is not a date"),
        ('{"title": {"en": "x"}}', "title in the side file is not a text"),
        ('{"language": "Elvish"}', "language 'Elvish' in the side file names no language"),
        ("\xff\xfe", "not valid JSON"),
        ("[" * 100_000, "not valid JSON"),
    ],
)
def test_bad_side_file_is_a_warning(folder: Path, side: str, warning: str) -> None:
    (folder / "a.json").write_text(side, encoding="latin-1")
    (document, *_) = open_documents([folder])
    assert isinstance(document, Document)
    assert any(warning in line for line in document.warnings)


@pytest.mark.parametrize(("said", "code"), [("English", "en"), ("EN", "en"), ("en_GB", "en"), ("Elvish", "en")])
def test_a_language_in_a_side_file_is_its_code(folder: Path, said: str, code: str) -> None:
    (folder / "a.txt").write_text("The two ministers signed an agreement on trade and transport.", encoding="utf-8")
    (folder / "a.json").write_text(json.dumps({"language": said}), encoding="utf-8")
    (document, *_) = open_documents([folder])
    assert isinstance(document, Document)
    assert document.language.value == code


def test_a_side_file_may_hold_objects_with_names_and_lists_of_one(folder: Path) -> None:
    side = {"publisher": {"name": "Embassy"}, "inLanguage": ["en"], "published_on": "2014-03-02T10:00:00Z"}
    (folder / "a.json").write_text(json.dumps(side), encoding="utf-8")
    (document, *_) = open_documents([folder])
    assert isinstance(document, Document)
    assert (document.publisher.value, document.language.value, document.date.value) == ("Embassy", "en", "2014-03-02")
    assert not document.warnings


@pytest.mark.parametrize(
    ("fields", "facts"),
    [
        ({}, SideFacts()),
        ({"TITLE ": "Talks", "Headline": "Other"}, SideFacts(title="Talks")),
        ({"headline": " Talks\nin Oslo "}, SideFacts(title="Talks in Oslo")),
        ({"published_at": "2014-03-02T10:00:00Z", "lang": "fr"}, SideFacts(date="2014-03-02", language="fr")),
        ({"publisher": [{"name": "Embassy"}]}, SideFacts(publisher="Embassy")),
        ({"link": "https://example.org/a"}, SideFacts(url="https://example.org/a")),
        ({"title": None, "date": "", "words": 7}, SideFacts()),
    ],
)
def test_facts_are_known_by_their_obvious_names(fields: dict[str, object], facts: SideFacts) -> None:
    assert side_facts(fields, "the row") == facts


@pytest.mark.parametrize(
    ("fields", "warning"),
    [
        ({"date": "soon"}, "date 'soon' in the row is not a date"),
        ({"language": "Elvish"}, "language 'Elvish' in the row names no language"),
        ({"title": ["a", "b"]}, "title in the row is not a text"),
        ({"publisher": {"id": 7}}, "publisher in the row is not a text"),
    ],
)
def test_what_cannot_be_used_is_told(fields: dict[str, object], warning: str) -> None:
    told = side_facts(fields, "the row")
    assert (told.title, told.publisher, told.date, told.language) == (None, None, None, None)
    assert [line[: len(warning)] for line in told.warnings] == [warning]


def test_a_side_file_is_a_json_object_with_or_without_a_mark_of_its_encoding() -> None:
    assert read_side_file(b'\xef\xbb\xbf{"title": "Talks"}', "it") == SideFacts(title="Talks")
    for data in (b"", b"[]", b'"title"', b"\xff", b"{"):
        told = read_side_file(data, "it")
        assert told == SideFacts(warnings=told.warnings)
        assert len(told.warnings) == 1
