"""Passages in a language that the reader does not have, in documents that are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman import queries
from dragoman.cli.building import summary_lines
from dragoman.documents import document_from_text
from dragoman.documents.language import MOST_PIECES
from dragoman.documents.passages import foreign_passages, told, without
from dragoman.ledger import Ledger
from dragoman.ledger.checking import check
from dragoman.pipeline import build, read, read_document
from dragoman.reading.rules import RulesReader
from dragoman.records import Block, Document

READER = RulesReader()
ENGLISH = "Albania joined NATO in 2009. Kosovo is a member of the International Monetary Fund."
MORE = "The two governments signed an agreement on trade, and parliament ratified it in the same year."
SERBIAN = "Kosovo je član MMF. Albanija i Hrvatska su članice NATO."
LONGER = "Beograd i Priština postigli su u Briselu dogovore o slobodi kretanja i matičnim knjigama rođenih."
CYRILLIC = "Београд и Приштина постигли су у Бриселу договор о слободи кретања."
GERMAN = "Serbia trifft die EU in Brüssel."
ARABIC = "وقعت حكومتا البلدين اتفاقية للتعاون في مجال التجارة."
HEBREW = "ממשלות שתי המדינות חתמו על הסכם לשיתוף פעולה בתחום הסחר."


def foreign(document: Document, *languages: str) -> list[tuple[str, str]]:
    found = foreign_passages(document, languages or ("en",))
    return [(document.text[p.start : p.end], p.language) for p in found]


def paragraphs(*texts: str) -> Document:
    return document_from_text("\n\n".join(texts))


@pytest.mark.parametrize(
    ("passage", "code"),
    [(SERBIAN, "sr"), (CYRILLIC, "sr"), (GERMAN, "de"), (ARABIC, "ar"), (HEBREW, "he"),
     ("Le Kosovo est membre de la Banque mondiale depuis 2009.", "fr"),
     ("两国政府签署了贸易合作协定,并同意加强双边关系。", "zh"),
     ("Министры подписали договор о дружбе.", "ru")],
)  # fmt: skip
def test_a_foreign_paragraph_in_an_english_document_is_told(passage: str, code: str) -> None:
    document = paragraphs(ENGLISH, MORE, passage, MORE)
    assert document.language.value == "en"
    assert foreign(document) == [(passage, code)]


@pytest.mark.parametrize("passage", [CYRILLIC, "Министры подписали договор.", SERBIAN])
def test_a_foreign_sentence_does_not_decide_for_an_english_paragraph(passage: str) -> None:
    document = document_from_text(f"{ENGLISH} {passage}")
    assert document.language.value == "en"
    assert [text for text, _ in foreign(document)] == [passage]
    assert [s.source for s in read_document(document, READER).statements] == [("ALB",), ("XKX",)]


def test_most_letters_decide_whatever_the_script() -> None:
    assert paragraphs(*[MORE] * 4, CYRILLIC).language.value == "en"
    assert paragraphs(MORE, *[CYRILLIC] * 4).language.value == "sr"
    assert paragraphs(MORE, *[ARABIC] * 4).language.value == "ar"
    assert paragraphs("Ženeva, Đaković, Šešelj.", MORE, "Ђорђе Ђоковић").language.value == "en"


def test_a_serbian_page_with_an_english_abstract_is_serbian_and_not_read() -> None:
    page = paragraphs("Abstract: Albania joined NATO in 2009.", LONGER, SERBIAN, LONGER)
    assert page.language.value == "sr-Latn"
    assert read_document(page, READER).not_read == "language sr-Latn"


def test_of_bilingual_columns_the_english_one_is_read() -> None:
    rows = (("Albania joined NATO in 2009.", "Albanija je postala članica NATO 2009. godine."),
            (MORE, LONGER))  # fmt: skip
    text, blocks = "", []
    for cells in rows:
        line = " | ".join(cells)
        blocks.append(Block(len(text), len(text) + len(line), "row"))
        text += f"{line}\n"
    document = Document("columns", text, blocks=tuple(blocks))
    assert [passage for passage, _ in foreign(document)] == [rows[0][1], rows[1][1]]
    (statement,) = read_document(document, READER).statements
    assert statement.quote == rows[0][0] == text[statement.start : statement.end]


@pytest.mark.parametrize(
    "words",
    ["Richard Holbrooke, Slobodan Milosevic, Hashim Thaci, Javier Solana de Madariaga", "CIA, NATO, UNMIK, KFOR, EULEX",
     "Modern Flag of Mozambique", "Državni sekretarijat", "«Слуга народа»", "INDIVIDUALS AND ENTITIES DESIGNATED",
     "The paper Večernje novosti wrote “Kosovo je srce Srbije” on its first page, and the minister did not reply.",
     "https://www.mfa.gov.rs/mediji/saopstenja/beograd-i-pristina", "1999 | 2008 | 12,5 %"],
)  # fmt: skip
def test_names_titles_and_short_quotations_are_read_on(words: str) -> None:
    assert foreign(paragraphs(ENGLISH, words, MORE)) == []


def test_short_blocks_go_with_their_neighbours() -> None:
    assert [code for _, code in foreign(paragraphs(MORE, LONGER, "NATO i EU", LONGER, MORE))] == ["sr"] * 3
    assert foreign(paragraphs(MORE, "NATO i EU", MORE)) == []
    assert [code for _, code in foreign(paragraphs(MORE, GERMAN, "Kosovo je član MMF.", LONGER))] == ["de", "sr", "sr"]


def test_a_list_of_short_foreign_items_is_told_as_a_whole() -> None:
    items = [f"• {one}" for one in ("članica NATO", "saradnja sa EU", "podrška Srbiji", "pomoć iz Brisela")]
    document = document_from_text("\n\n".join([MORE, "\n".join(items), MORE]))
    assert {code for _, code in foreign(document)} == {"sr"}
    assert len(foreign(document)) == 4


def test_what_is_left_out_gives_no_statement_and_is_told() -> None:
    german = "Albania joined die NATO und die EU, und die beiden Länder unterzeichneten ein Abkommen über den Handel."
    reading = read("\n\n".join([ENGLISH, SERBIAN, MORE, LONGER, german]), reader=READER)
    assert " ".join(s.quote for s in reading.statements) == ENGLISH
    assert reading.notes == ("1 passage not read: language de", "2 passages not read: language sr")
    assert reading.foreign == ("sr", "sr", "de")
    assert reading.not_read is None


def test_a_reader_of_both_languages_is_given_all() -> None:
    assert foreign(paragraphs(MORE, LONGER), "en", "sr") == []
    assert foreign(paragraphs(MORE, LONGER), "sr") == [(MORE, "en")]


def test_places_stay_where_passages_are_blanked() -> None:
    document = paragraphs(MORE, SERBIAN, f"{ENGLISH} {CYRILLIC}")
    rest = without(document, foreign_passages(document, ("en",)))
    assert len(rest.text) == len(document.text)
    assert [rest.text[b.start : b.end] for b in rest.blocks] == [MORE, ENGLISH]
    assert [document.text[b.start : b.end] for b in rest.blocks] == [MORE, ENGLISH]


def test_nothing_foreign_leaves_the_document_as_it_is() -> None:
    document = paragraphs(ENGLISH, MORE)
    assert without(document, ()) is document


@pytest.mark.parametrize("text", ["", "\ud800" * 50, "\x00", "‮" * 60, "je " * 30_000, "| " * 20_000, "é" * 50_000])
def test_it_raises_on_nothing(text: str) -> None:
    for kind in ("paragraph", "row"):
        document = Document("d", text, blocks=(Block(0, len(text), kind),))
        without(document, foreign_passages(document, ("en",)))


def test_the_detector_is_asked_a_bounded_number_of_times(monkeypatch: pytest.MonkeyPatch) -> None:
    from dragoman.documents import language

    asked = 0
    whole = language.detect

    def counting(sample: str) -> language.Guess:
        nonlocal asked
        asked += 1
        return whole(sample)

    monkeypatch.setattr(language, "detect", counting)
    text = "\n".join(["Ivan i Ana.", "Two men."] * 5_000)
    blocks = tuple(Block(m, m + 8, "item") for m in range(0, len(text) - 8, 9))
    assert blocks[MOST_PIECES:]
    foreign_passages(Document("d", text, blocks=blocks), ("en",))
    assert 0 < asked <= 2 * MOST_PIECES


def test_a_build_tells_of_passages_that_were_not_read_and_finds_them(tmp_path: Path) -> None:
    (tmp_path / "mixed.txt").write_text("\n\n".join([ENGLISH, MORE, SERBIAN, LONGER]), "utf-8")
    (tmp_path / "mixed.json").write_text('{"language": "en"}', "utf-8")
    (tmp_path / "plain.txt").write_text(f"{ENGLISH}\n\n{CYRILLIC}\n\n{MORE}", "utf-8")
    with Ledger.open(tmp_path / "l.ledger") as ledger:
        summary = build([tmp_path / "mixed.txt", tmp_path / "plain.txt"], ledger, reader=READER)
        assert (summary.foreign, summary.not_read, summary.statements) == ((("sr", 3),), (), 4)
        assert "3 passages not read: language sr, stored and searchable." in summary_lines(summary, "l.ledger")
        notes = {line.stem: line.warnings for line in queries.documents(ledger)[0]}
        assert notes == {
            "mixed": ("2 passages not read: language sr",),
            "plain": ("1 passage not read: language sr",),
        }
        (line, _) = queries.documents(ledger)[0]
        assert queries.document(ledger, line.document_id).warnings == line.warnings
        assert [hit.stem for hit in queries.search(ledger, "Priština").hits] == ["mixed"]
        assert check(ledger) == ()


def test_lines_for_people() -> None:
    assert told([("de", 1), ("sr", 1_200)]) == (
        "1 passage not read: language de",
        "1,200 passages not read: language sr",
    )
