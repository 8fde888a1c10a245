"""What a paragraph of a DOCX is by its style and how it is set."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from docx import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from dragoman.documents.docx_styles import Style, item_level, outline_level, styles_of
from dragoman.records import Document

from .conftest import layout
from .make import saved

Read = Callable[..., Document]


@pytest.mark.parametrize(
    ("words", "centred", "kind"),
    [
        ("Joint Plan of Norland and Sudland", True, "heading"),
        ("Joint Plan of Norland and Sudland", False, "heading"),
        ("Oslo, 3 March 2015", True, "paragraph"),
        ("The two governments agreed.", False, "paragraph"),
    ],
)
def test_a_line_in_bold_is_a_heading(read: Read, words: str, centred: bool, kind: str) -> None:
    document = WordDocument()
    document.add_paragraph().add_run("MINISTRY OF NORLAND").bold = True
    paragraph = document.add_paragraph()
    paragraph.add_run(words[:5]).bold = True
    paragraph.add_run(words[5:]).bold = True
    paragraph.alignment = 1 if centred else None
    document.add_paragraph("They agreed on ").add_run("a plan").bold = True
    read_as = read(saved(document), "a.docx")
    assert [block.kind for block in read_as.blocks] == ["heading", kind, "paragraph"]
    assert (read_as.title.value == words) == (centred and kind == "heading")


@pytest.mark.parametrize("level", ["9" * 5000, "²", "-1", "x"])
def test_an_outline_level_that_is_none_makes_no_heading(read: Read, level: str) -> None:
    document = WordDocument()
    paragraph = document.add_paragraph("They met in Oslo.")
    paragraph._p.get_or_add_pPr().append(parse_xml(f"<w:outlineLvl {nsdecls('w')} w:val='{level}'/>"))
    assert layout(read(saved(document), "a.docx")) == [("paragraph", "They met in Oslo.")]


@pytest.mark.parametrize(("value", "level"), [("0", 1), ("8", 9), ("9", 0), ("", 0), (None, 0), ("-1", 0), ("10", 0)])
def test_an_outline_has_nine_levels(value: str | None, level: int) -> None:
    assert outline_level(value) == level


def styles(*written: str) -> dict[str, Style]:
    return styles_of(parse_xml(f"<w:styles {nsdecls('w')}>{''.join(written)}</w:styles>"))


def style(identifier: str, name: str, more: str = "") -> str:
    return f"<w:style w:styleId='{identifier}'><w:name w:val='{name}'/>{more}</w:style>"


@pytest.mark.parametrize(
    ("name", "more", "meaning"),
    [
        ("Title", "", Style(title=True)),
        ("heading 2", "", Style(heading=2)),
        ("List Bullet", "", Style(item=True)),
        ("Own", "<w:pPr><w:outlineLvl w:val='1'/></w:pPr>", Style(heading=2)),
        ("Own", "<w:pPr><w:numPr/></w:pPr>", Style(item=True)),
        ("Own", "<w:basedOn w:val='h'/>", Style(heading=3)),
        ("Own", "<w:basedOn w:val='none'/>", Style()),
        ("Own", "<w:basedOn w:val='s'/>", Style()),  # on itself
        ("Normal", "", Style()),
    ],
)
def test_a_style_means_what_it_is_called_or_based_on(name: str, more: str, meaning: Style) -> None:
    assert styles(style("s", name, more), style("h", "heading 3"))["s"] == meaning


def test_there_may_be_no_styles() -> None:
    assert styles_of(None) == styles() == {}


@pytest.mark.parametrize(
    ("properties", "of", "level"),
    [
        (None, Style(), 0),
        (None, Style(item=True), 1),
        ("<w:numPr><w:ilvl w:val='2'/><w:numId w:val='4'/></w:numPr>", Style(), 3),
        ("<w:numPr><w:ilvl w:val='99'/></w:numPr>", Style(), 9),
        ("<w:numPr><w:ilvl w:val='x'/></w:numPr>", Style(), 1),
        ("<w:numPr><w:numId w:val='0'/></w:numPr>", Style(item=True), 0),
        ("", Style(item=True), 1),
    ],
)
def test_an_item_has_the_depth_of_its_numbering(properties: str | None, of: Style, level: int) -> None:
    given = None if properties is None else parse_xml(f"<w:pPr {nsdecls('w')}>{properties}</w:pPr>")
    assert item_level(given, of) == level
