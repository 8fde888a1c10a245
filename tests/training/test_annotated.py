"""Annotations whose text stays outside the repository: places instead of words."""

import gzip
import json
from pathlib import Path

import pytest
from evaluation.contract import PRESS
from training.annotated import ANNOTATED, digest_of, load_annotated, load_unannotated, located, spelled_out
from training.written import compile_statement

from dragoman.errors import InvalidRecord

TEXT = "Tunisia joined the\nDialogue in 1995. Tunisia thanked NATO for the Dialogue."
JOINED = "membership.joined ; TUN ; NATO ; Dialogue ; 1995 ; ; ; ; ; Tunisia joined ... 1995"
THANKED = "position.supports ; TUN ; NATO ; Dialogue ; ; ; ; ; ; Tunisia thanked NATO for the Dialogue"
RENAMED = "membership.joined ; TUN ; NATO ; Mediterranean Dialogue ; 1995 ; ; ; ; ; Tunisia joined ... 1995"


def corpus(folder: Path) -> Path:
    path = folder / "press.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as out:
        sides = {"id": "tun", "title": "Tunisia", "publisher": "NATO", "date": "1999-01-01"}
        out.write(json.dumps(sides | {"text": TEXT}) + "\n")
    return path


@pytest.mark.parametrize("line", [JOINED, THANKED, RENAMED])
def test_places_stand_for_the_same_words(line: str) -> None:
    there = located(line, TEXT)
    assert "Tunisia" not in there
    assert compile_statement(spelled_out(there, TEXT), TEXT) == compile_statement(line, TEXT)


def test_an_object_is_placed_within_its_quote() -> None:
    assert located(THANKED, TEXT).split(" ; ")[3] == f"{TEXT.rindex('Dialogue')}:{TEXT.rindex('Dialogue') + 8}"


def test_an_object_in_other_words_is_kept() -> None:
    assert located(RENAMED, TEXT).split(" ; ")[3] == "Mediterranean Dialogue"


def test_documents_come_with_their_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"=== tun | {digest_of(TEXT)}\n{located(JOINED, TEXT)}\n\n", "utf-8")
    [document] = load_annotated(path, corpus(tmp_path))
    assert (document["id"], document["text"], document["language"]) == ("tun", TEXT, "en")
    [statement] = document["statements"]
    assert (statement["doc"], statement["quote"]) == ("tun", "Tunisia joined the\nDialogue in 1995")


def test_without_the_corpus_there_are_none(tmp_path: Path) -> None:
    assert load_annotated(ANNOTATED, tmp_path / "nothing.gz") == []


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("=== tun | 00000000\n", "a.txt:1: press.jsonl.gz has no 'tun' with the text annotated here"),
        ("=== tun\n", "a.txt:1: expected '=== id | digest', found 'tun'"),
        ("=== gone | 00000000\n", "a.txt:1: press.jsonl.gz has no 'gone'"),
        (f"=== tun | {digest_of(TEXT)}\n{JOINED}\nmeeting.held ; TUN\n", "a.txt:3: 2 fields where 10 belong"),
        (f"=== tun | {digest_of(TEXT)}\nmeeting.met ; TUN ; ; ; ; ; ; ; ; 0:7\n", "a.txt:2: "),
        (f"{JOINED}\n", "a.txt:1: a file begins with a '=== id' line"),
    ],
)
def test_errors_name_the_line(content: str, says: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(content, "utf-8")
    with pytest.raises(InvalidRecord) as raised:
        load_annotated(path, corpus(tmp_path))
    assert str(raised.value).startswith(says)


@pytest.mark.slow
@pytest.mark.skipif(not PRESS.exists(), reason="the press releases are not at hand")
def test_every_annotation_fits_its_text() -> None:
    documents = load_annotated()
    assert len({document["id"] for document in documents}) == len(documents) > 400
    assert sum(len(document["statements"]) for document in documents) > 10 * len(documents)


def test_documents_that_nobody_annotated_come_without_statements(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("=== other | 00000000\n", "utf-8")
    [document] = load_unannotated(path, corpus(tmp_path))
    assert (document["id"], document["text"], document["statements"]) == ("tun", TEXT, [])


def test_annotated_documents_are_not_among_those_that_nobody_annotated(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"=== tun | {digest_of(TEXT)}\n{located(JOINED, TEXT)}\n", "utf-8")
    assert load_unannotated(path, corpus(tmp_path)) == []


def test_without_the_corpus_there_is_nothing_unannotated(tmp_path: Path) -> None:
    assert load_unannotated(corpus=tmp_path / "none.gz") == []
