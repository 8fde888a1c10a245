"""DOCX: styles, lists, tables, core properties; bombs."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from docx import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from dragoman.documents import Limits
from dragoman.records import Document, Skipped

from .conftest import layout
from .make import archive, docx, ole, repacked, saved

Read = Callable[..., Document]
Refuse = Callable[..., Skipped]
BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>&b;</w:body></w:document>'
)


def test_styles_give_the_layout(read: Read) -> None:
    document = read(docx(title="Joint Plan of Norland and Sudland"), "plan.docx")
    assert layout(document) == [
        ("title", "Joint Plan of Norland and Sudland"),
        ("paragraph", "March 3, 2015"),
        ("paragraph", "The two governments agreed on a plan for the border region."),
        ("heading", "Accomplishments"),
        ("item", "A law on witness protection."),
        ("item", "A joint task force."),
        ("heading", "Funding"),
        ("row", "Year | Donor | Amount"),
        ("row", "2014 | Norland | EUR 3 million"),
        ("paragraph", "The plan ends in 2018."),
    ]
    assert [block.level for block in document.blocks if block.kind == "heading"] == [1, 2]
    assert (document.title.value, document.title.evidence) == (
        "Joint Plan of Norland and Sudland",
        "docx core property",
    )
    assert (document.date.value, document.language.value) == ("2015-03-03", "en")
    assert [block.paragraph for block in document.blocks] == list(range(10))


def test_xml_bomb_is_refused(refuse: Refuse) -> None:
    assert "entities" in refuse(repacked(docx(), {"word/document.xml": BOMB}), "bomb.docx").reason


def test_part_that_unpacks_too_large_is_refused(refuse: Refuse) -> None:
    large = repacked(docx(), {"word/document.xml": b"<w>" + b" " * 3_000_000 + b"</w>"})
    assert "unpacks to over" in refuse(large, "large.docx", Limits(markup_bytes=1_000_000)).reason


def test_damaged_is_refused(refuse: Refuse) -> None:
    assert "damaged" in refuse(docx()[:2000], "cut.docx").reason


def test_other_archive_named_docx_is_refused(refuse: Refuse) -> None:
    assert refuse(archive({"a.txt": "words"}), "other.docx").reason == "not a Word document"


def test_old_word_file_is_refused_with_advice(refuse: Refuse) -> None:
    assert ".docx" in refuse(b"\xd0\xcf\x11\xe0" + bytes(600), "old.doc").advice


@pytest.mark.parametrize(
    ("data", "reason", "advice"),
    [
        (ole("EncryptionInfo", "EncryptedPackage"), "encrypted", "remove the password"),
        (ole("WordDocument", "1Table"), "an old Office file (.doc)", "save it as .docx"),
        (b"some text", "not a DOCX file in spite of its name", "check how it was saved"),
    ],
)
def test_what_is_named_docx_and_is_none(refuse: Refuse, data: bytes, reason: str, advice: str) -> None:
    skipped = refuse(data, "plan.docx")
    assert skipped.reason == reason
    assert skipped.advice.startswith(advice)


def test_a_cell_merged_over_rows_is_said_in_each(read: Read) -> None:
    document = WordDocument()
    table = document.add_table(rows=3, cols=3)
    for row, cells in enumerate([("Norland", "Roads", "2014"), ("", "Schools", "2015"), ("", "Ports", "2016")]):
        for column, words in enumerate(cells):
            table.cell(row, column).text = words
    table.cell(0, 0).merge(table.cell(1, 0))
    out = BytesIO()
    document.save(out)
    assert layout(read(out.getvalue(), "a.docx")) == [
        ("row", "Norland | Roads | 2014"),
        ("row", "Norland | Schools | 2015"),
        ("row", "| Ports | 2016"),
    ]


def test_a_text_box_does_not_break_the_sentence_it_is_anchored_in(read: Read) -> None:
    document = WordDocument()
    paragraph = document.add_paragraph("The President of Norland ")
    words = "<w:p><w:r><w:t>Norland in figures</w:t></w:r></w:p>"
    box = f"<w:r {nsdecls('w')}><w:pict><w:txbxContent>{words}</w:txbxContent></w:pict></w:r>"
    paragraph._p.append(parse_xml(box))
    paragraph.add_run("met the Minister of Sudland.")
    out = BytesIO()
    document.save(out)
    assert layout(read(out.getvalue(), "a.docx")) == [
        ("paragraph", "The President of Norland met the Minister of Sudland."),
        ("paragraph", "Norland in figures"),
    ]


def test_notes_follow_the_text_and_hidden_text_is_left_out(read: Read) -> None:
    document = WordDocument()
    document.add_paragraph("Norland gave aid. ").add_run("Draft of 1999. ").font.hidden = True
    words = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
    notes = (
        f"<w:footnotes {nsdecls('w')}><w:footnote w:type='separator'>{words.format('-')}</w:footnote>"
        f"<w:footnote w:id='2'>{words.format('It gave EUR 7 million.')}</w:footnote></w:footnotes>"
    )
    read_as = read(repacked(saved(document), {"word/footnotes.xml": notes.encode()}), "a.docx")
    assert layout(read_as) == [("paragraph", "Norland gave aid."), ("paragraph", "It gave EUR 7 million.")]
    assert [block.paragraph for block in read_as.blocks] == [0, 1]


def test_parts_that_are_damaged_cost_only_themselves(read: Read) -> None:
    damaged = {"word/styles.xml": b"", "word/footnotes.xml": b"none", "docProps/core.xml": BOMB}
    document = read(repacked(docx(), damaged), "plan.docx")
    assert document.text.startswith("Joint Plan of Norland")
    assert {line.partition(" ")[0] for line in document.warnings} == set(damaged)


def test_a_paper_is_by_the_office_of_its_letterhead(read: Read) -> None:
    word, file = WordDocument(), BytesIO()
    for line in ("KINGDOM OF NORLAND", "PRIME MINISTER'S OFFICE", "Press release", "Talks with Peru", "They met."):
        word.add_paragraph(line)
    word.save(file)
    document = read(file.getvalue(), "paper.docx")
    assert document.publisher.value == "PRIME MINISTER'S OFFICE, KINGDOM OF NORLAND"
    assert document.title.value == "Talks with Peru"
