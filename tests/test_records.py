"""What tells documents and statements apart."""

from __future__ import annotations

from dataclasses import replace

from dragoman.records import Document, Known, Statement, Value, digest, number_occurrences

PAGE = Document("d", "Text.", publisher=Known("Ministry", "side file"), url="https://example.org/d")
SAID = Statement(doc="d", kind="event", stage="occurred", quote="Text", start=3, end=7)


def test_a_document_is_where_its_address_is_and_else_its_publisher() -> None:
    assert PAGE.origin == "https://example.org/d"
    assert replace(PAGE, url=None).origin == "Ministry"
    assert Document("d", "Text.").origin == ""


def test_a_document_is_known_by_its_text_and_what_is_known_of_it() -> None:
    same = replace(PAGE, locator="elsewhere.html", blocks=(), warnings=("w",), publisher_actor="NOR")
    assert same.id == PAGE.id
    others = [
        replace(PAGE, stem="e"),
        replace(PAGE, text="Text!"),
        replace(PAGE, url=None),
        *(replace(PAGE, **{name: Known("x", "given")}) for name in ("title", "publisher", "date", "language")),
    ]
    assert len({PAGE.id, *(other.id for other in others)}) == 8


def test_a_statement_is_known_by_what_it_says_and_not_by_how_it_was_read() -> None:
    assert replace(SAID, start=9, end=13, confidence=0.2, reader="r", rule="x", reason="y").id == SAID.id
    others = (replace(SAID, stage="planned"), replace(SAID, occurrence=1), replace(SAID, origin="Ministry"))
    assert len({SAID.id, *(other.id for other in others)}) == 4


def test_equal_statements_are_numbered_in_the_order_of_the_text() -> None:
    other = replace(SAID, kind="meeting", stage="held")
    numbered = number_occurrences([replace(SAID, start=8, end=12), other, SAID])
    assert [(one.kind, one.start, one.occurrence) for one in numbered] == [
        ("event", 3, 0), ("meeting", 3, 0), ("event", 8, 1),
    ]  # fmt: skip


def test_whole_numbers_are_written_without_a_point() -> None:
    assert Value(3.0, "ship", "min").as_dict() == {"number": 3, "unit": "ship", "bound": "min"}
    assert Value(2.5).as_dict() == {"number": 2.5, "unit": None}
    assert isinstance(Value(3.0).as_dict()["number"], int)


def test_a_digest_depends_on_the_values_and_not_on_the_order_of_keys() -> None:
    assert digest([{"a": 1, "b": "é"}]) == digest([{"b": "é", "a": 1}])
    assert digest(["a", "b"]) != digest(["ab"])
    assert len(digest(["\ud800"])) == 16
