"""Tables of pairs: every row with a sentence is asked about, the others are named by their line."""

from __future__ import annotations

import io
import json

import pytest

from dragoman.errors import UnreadableDocument
from dragoman.events.questions import LONGEST_ROW, Question, read_questions
from dragoman.events.records import Rejected

HEADER = "uid\tsentence\tsource\ttarget\n"


def read(text: str | bytes) -> list[Question | Rejected]:
    return list(read_questions(io.BytesIO(text if isinstance(text, bytes) else text.encode()), "pairs"))


def asked(text: str) -> list[tuple[str, str | None, str | None]]:
    found = []
    for one in read(text):
        assert isinstance(one, Question)
        pair = one.pair
        names = [span and pair.sentence[span.start : span.end] for span in (pair.source, pair.target)]
        found.append((pair.uid, names[0], names[1]))
    return found


@pytest.mark.parametrize(
    ("row", "answer"),
    [
        ("a\tGhana thanked Togo.\tGhana\tTogo", ("a", "Ghana", "Togo")),
        ("a\tGhana thanked Togo.\tghana\tBenin", ("a", "Ghana", None)),
        ("a\tGhana thanked Togo.", ("a", None, None)),
        ("\tGhana thanked Togo.\t\tTogo", ("2", None, "Togo")),
        ('a\t"Ghana said ""thanks"" to Togo."\tGhana\tTogo', ("a", "Ghana", "Togo")),
        ('a\t"Thanks," Ghana told Togo.\tGhana\tTogo', ("a", "Ghana", "Togo")),
    ],
)
def test_rows_of_a_table(row: str, answer: tuple[str, str | None, str | None]) -> None:
    assert asked(HEADER + row + "\n") == [answer]


def test_rows_of_json_lines() -> None:
    row = {"uid": 7, "sentence": "Ghana thanked Togo.", "source": "the Ghana", "target": None}
    assert asked(json.dumps(row) + "\n\n") == [("7", "Ghana", None)]


def test_marks_go_before_columns_and_columns_fill_missing_marks() -> None:
    text = "uid\tmarked_sentence\tsource\ttarget\na\tTogo and <s>Togo</s> thanked Ghana.\tBenin\tGhana\n"
    (one,) = read(text)
    assert isinstance(one, Question)
    assert one.pair.source is not None
    assert one.pair.source.start == 9
    assert one.pair.target is not None


def test_names_that_are_not_there_are_told() -> None:
    (one,) = read(HEADER + "a\tGhana thanked Togo.\tBenin\tTogo\n")
    assert isinstance(one, Question)
    assert one.not_found == ("source",)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (b"a\t\tGhana\tTogo", "no sentence"),
        (b"a\tx\ty\tz\tw", "5 columns where the header has 4"),
        (b"a\tcaf\xe9\tx\ty", "not UTF-8"),
        (b"a\t" + b"x" * 200_000, "a sentence of more than 100,000 characters"),
        (b"a\t" + b"x" * (2 * LONGEST_ROW), "a row of more than 1,000,000 bytes"),
    ],
)
def test_bad_rows_are_named_by_line_and_the_others_go_on(row: bytes, reason: str) -> None:
    first, second = read(HEADER.encode() + row + b"\nb\tGhana thanked Togo.\tGhana\tTogo\n")
    assert isinstance(first, Rejected)
    assert first.locator == "pairs:2"
    assert first.reason == reason
    assert isinstance(second, Question)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "not JSON"),
        ("[1]", "not a JSON object"),
        ('{"sentence": 3}', "sentence is not a text"),
        ("[" * 5000, "not JSON"),
        ("{}", "no sentence"),
        ('{"sentence": "\\ud83d Ghana thanked Togo."}', "sentence has half a character"),
        ('{"uid": "\\udc00", "sentence": "Ghana thanked Togo."}', "uid has half a character"),
    ],
)
def test_bad_json_lines(line: str, reason: str) -> None:
    first, second = read('{"sentence": "Ghana thanked Togo."}\n' + line + "\n")
    assert isinstance(first, Question)
    assert isinstance(second, Rejected)
    assert (second.locator, second.reason) == ("pairs:2", reason)


def test_a_table_without_sentences_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match="no column sentence"):
        read("uid\ttext\n1\tGhana thanked Togo.\n")


def test_nothing_asks_nothing() -> None:
    assert read("") == []
