"""Tables of pairs: every row with a sentence is asked about, the others are named by their line."""

from __future__ import annotations

import gzip
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
        ('{"Sentences": "x"}', "no sentence"),
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


@pytest.mark.parametrize("text", ["", "\n", HEADER])
def test_a_table_without_rows_is_refused(text: str) -> None:
    with pytest.raises(UnreadableDocument, match="no rows"):
        read(text)


ROW = "a\tGhana thanked Togo for café.\tGhana\tTogo\n"


@pytest.mark.parametrize(
    "data",
    [
        gzip.compress((HEADER + ROW).encode()),
        (HEADER + ROW).encode("utf-16"),
        (HEADER + ROW).encode("utf-16-be"),
        (HEADER + ROW.replace("\n", "\r\n")).encode("utf-16-le"),
        gzip.compress((HEADER + ROW).encode("utf-16")),
        (json.dumps({"uid": "a", "sentence": "Ghana thanked Togo for café."}) + "\n").encode("utf-16"),
    ],
    ids=["gz", "UTF-16", "BE", "LE", "both", "JSON"],
)
def test_packed_and_wide_tables_are_read(data: bytes) -> None:
    (one,) = read(data)
    assert isinstance(one, Question)
    assert (one.pair.uid, one.pair.sentence) == ("a", "Ghana thanked Togo for café.")


@pytest.mark.parametrize("cut", [-4, -12, 14])
def test_a_damaged_archive_is_refused(cut: int) -> None:
    with pytest.raises(UnreadableDocument, match="damaged archive"):
        read(gzip.compress((HEADER + ROW).encode())[:cut])


def test_what_is_no_text_is_refused_by_name() -> None:
    with pytest.raises(UnreadableDocument, match="binary data") as refused:
        list(read_questions(io.BytesIO(bytes(range(9)) * 99), "pairs.tsv"))
    assert refused.value.locator == "pairs.tsv"


def test_lines_of_old_programs_are_lines() -> None:
    assert asked((HEADER + ROW).replace("\n", "\r")) == [("a", "Ghana", "Togo")]


def test_names_of_json_may_have_capitals() -> None:
    row = {"UID": "a", "Sentence": "Ghana thanked Togo.", " Source ": "Ghana", "TARGET": "Togo"}
    assert asked(json.dumps(row) + "\n") == [("a", "Ghana", "Togo")]


@pytest.mark.parametrize(
    ("row", "noted"),
    [
        ({"marked_sentence": "<s>Ghana</s> thanked <t>Togo</t>."}, ((), False, True)),
        ({"uid": "a", "marked_sentence": "<s>Ghana thanked <t>Togo</t>."}, (("source",), True, False)),
        ({"uid": "a", "marked_sentence": "Ghana thanked Togo."}, (("source", "target"), False, False)),
        (
            {"uid": "a", "sentence": "Ghana thanked Togo.", "source": "Ghana", "target": " "},
            (("target",), False, False),
        ),
    ],
)
def test_what_is_odd_in_a_row_is_noted(row: dict[str, str], noted: tuple[tuple[str, ...], bool, bool]) -> None:
    (one,) = read(json.dumps(row) + "\n")
    assert isinstance(one, Question)
    assert (one.not_named, one.unclosed, one.numbered) == noted


def test_what_to_do_about_a_row_fits_its_fault() -> None:
    _, cells, empty = read(HEADER + ROW + "a\tx\ty\tz\tw\na\t\tx\ty\n")
    assert isinstance(cells, Rejected)
    assert isinstance(empty, Rejected)
    assert cells.advice == "take the tabs out of its cells"
    assert empty.advice.startswith("give each row a sentence")
