"""Plain text is kept as it is; its layout is read from its lines."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.documents import blocks_of, document_from_text, open_documents
from dragoman.records import Document

from .conftest import check_blocks, layout

LINE_KINDS = [
    ("• A joint task force.", "item"),
    ("- A joint task force.", "item"),
    ("– A joint task force.", "item"),
    ("* A joint task force.", "item"),
    ("o A joint task force.", "item"),
    ("° A joint task force.", "item"),
    ("1.A joint task force.", "paragraph"),
    ("1.Joint task force.", "item"),
    ("1.January 2019 was cold.", "paragraph"),
    ("1. A joint task force.", "item"),
    ("(a) A joint task force.", "item"),
    ("2016 was a good year for trade between them.", "paragraph"),
    ("A. Novak signed for the government of Norland.", "paragraph"),
    ("Year | Donor | Amount", "row"),
    ("2014\tNorland\t3", "row"),
    ("The envoy arrived.", "paragraph"),
]


@pytest.mark.parametrize(("line", "kind"), LINE_KINDS)
def test_kind_of_a_line(line: str, kind: str) -> None:
    text = f"A Title of Some Length\n\nThe first paragraph tells what it is about, at length.\n\n{line}\n"
    assert blocks_of(text)[2].kind == kind


def test_block_of_an_item_starts_after_its_mark() -> None:
    text = "Goals:\n• Build roads.\n  • In the north.\n1) Train judges."
    document = document_from_text(text)
    assert [document.text[block.start : block.end] for block in document.blocks[1:]] == [
        "Build roads.",
        "In the north.",
        "Train judges.",
    ]
    assert [block.level for block in document.blocks[1:]] == [1, 2, 1]


def test_headings_stand_before_text() -> None:
    text = (
        "U.S. Relations With Norland\n\nMarch 17, 2016\n\n"
        "Bilateral Economic Relations\n\nNorland is a beneficiary of a scheme that lifts duties on 3,500 products.\n\n"
        "Security cooperation\nThe alliance has kept a force in Norland since 1999 to provide a safe environment.\n"
    )
    assert [kind for kind, _ in layout(document_from_text(text))] == [
        "title", "paragraph", "heading", "paragraph", "heading", "paragraph",
    ]  # fmt: skip


TITLES_ON_LINES = [
    ("STATEMENT BY THE MINISTER\nOF TRADE OF NORLAND\nON THE SIGNING", 3),
    ("Joint statement on the visit\nof the Prime Minister to Norland", 2),
    ("Agreement between Norland and the\nKingdom of Sudland on fisheries", 2),
    ("MEMORANDUM\nOF UNDERSTANDING\nBETWEEN\nNORLAND\nAND\nSUDLAND", 6),
    ("PROTOCOL\n\namending the Convention of Norland and Sudland on taxes", 3),
    ("WEEKLY BRIEFING\nby the spokesperson of the Ministry\nSudby: 4 March 2021", 2),
    ("Visit of the Prime Minister\nMinistry of Trade of Norland", 1),
    ("REPUBLIC OF NORLAND\nMINISTRY OF TRADE", 1),
    ("Visit of the Prime Minister\nhe met the King in Sudby.", 1),
]


@pytest.mark.parametrize(("lines", "number"), TITLES_ON_LINES)
def test_a_title_may_go_on_over_several_lines(lines: str, number: int) -> None:
    text = (
        f"{lines}\n\nSudby, 4 March 2021\n\nThe two ministers met and signed what they had agreed on in the spring.\n"
    )
    document = document_from_text(text)
    assert document.title.value == " ".join(filter(None, lines.split("\n")[:number]))
    assert document.date.value == "2021-03-04"
    check_blocks(document)


@pytest.mark.parametrize(
    ("closing", "date"),
    [
        (
            "Done at Lima on 4 March 2021, in two originals.\n\nFor Peru\n\nFor Norland\n\nJo Lind\n\nAl Mora",
            "2021-03-04",
        ),
        ("Issued at Lima this 4th day of March 2021", "2021-03-04"),
        ("Hecho en Lima, el 4 de marzo de 2021", "2021-03-04"),
        ("Done with it. They left on 4 March 2021.", None),
        ("The accord done at Lima on 4 March 2021 was short.", None),
    ],
)
def test_a_treaty_is_dated_by_its_closing_formula(closing: str, date: str | None) -> None:
    articles = "\n\n".join(f"Article {n}\n\nThe Parties shall work together in field {n} of many." for n in range(1, 7))
    assert document_from_text(f"Treaty of Peru and Norland\n\n{articles}\n\n{closing}\n").date.value == date


MEMORANDA = [
    ("MEMORANDUM\n\nFrom: Global Affairs Canada\nTo: All missions\nSubject: Talks", "Talks", "Global Affairs Canada"),
    ("From: Embassy of Norland, Sudby\nTo: Ministry\nRe: Talks", "Talks", "Embassy of Norland, Sudby"),
    ("From: Jo Lind, Ministry of Trade\nDate: 4 March 2021\nSubject: Talks", "Talks", "Ministry of Trade"),
    ("From: Ministry of Trade <mot@example.org>\nTo: all\nSubject: Talks", "Talks", "Ministry of Trade"),
    ("From: Jo Lind <jo@example.org>\nTo: all\nSubject: Talks", "Talks", None),
    ("From: Sudby to the sea\nThe road is open.", "From: Sudby to the sea", None),
]


@pytest.mark.parametrize(("head", "title", "publisher"), MEMORANDA)
def test_a_memorandum_is_by_the_office_that_sends_it(head: str, title: str, publisher: str | None) -> None:
    document = document_from_text(f"{head}\n\nThe two ministers met and signed what they had agreed on in spring.\n")
    assert (document.title.value, document.publisher.value) == (title, publisher)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Ref: MFA/ASIA/04/2021\n\nMINUTES OF THE MEETING\n\nVenue: by video", "MINUTES OF THE MEETING"),
        ("Note No. 112/2021\n\nOpening of the embassy", "Opening of the embassy"),
        ("PRESS RELEASE\n\nMINISTRY OF TRADE\n\nTalks with Peru", "Talks with Peru"),
    ],
)
def test_the_number_of_a_paper_is_no_title(head: str, title: str) -> None:
    text = f"{head}\n\nThe two ministers met and signed what they had agreed on.\n"
    assert document_from_text(text).title.value == title


LETTERHEADS = [
    ("REPUBLIC OF CHAD\nMINISTRY OF TRADE\n\nPRESS RELEASE\n\nTALKS WITH PERU", "MINISTRY OF TRADE, REPUBLIC OF CHAD"),
    ("Trade Ministry\nRepublic of Chad\n\nTalks with Peru\n\nLima, 4 March 2021", "Trade Ministry, Republic of Chad"),
    ("Press release\nMinistry of Trade of Norland\n\nTalks with Peru", "Ministry of Trade of Norland"),
    ("United Nations   A/76/12\nRights Council\nDistr.: General\n\nTalks with Peru", "United Nations, Rights Council"),
    ("Talks with Peru\n\nMinistry of Trade of Norland", None),
    ("Talks with Peru\nMinistry of Trade of Norland\nPress release", None),
]  # fmt: skip


@pytest.mark.parametrize(("head", "publisher"), LETTERHEADS)
def test_a_paper_is_by_the_office_of_its_letterhead(head: str, publisher: str | None) -> None:
    document = document_from_text(
        f"{head}\n\nThe two ministers met and signed what they had agreed on in the spring.\n"
    )
    assert (document.title.value or "").lower() == "talks with peru"
    assert document.publisher.value == publisher


@pytest.mark.parametrize(
    "head",
    [
        "Ministry of Trade",
        "Visit of the Delegation to Peru\nPress release",
        "Joint Statement\nNorland Embassy",
        "Republic of Peru National Day\nJo Lind, Secretary of State",
        "Kingdom of Norland Signs Accords\nOffice of the Spokesperson",
        "Peru Delegation to Rome\nOffice of Trade",
    ],
)
def test_a_title_that_names_an_office_is_no_letterhead(head: str) -> None:
    document = document_from_text(
        f"{head}\n\nBackground\n\nThe two ministers met and signed what they had agreed on.\n"
    )
    assert (document.title.value, document.publisher.value) == (head.partition("\n")[0], None)


def test_facts_under_labels_are_a_line_each() -> None:
    facts = (
        "Population of the two: 165 million and 0.77 million",
        "Trade in the last year (2021): exports of 58 crore and no imports",
        "Diplomatic relations: since 6 December 1971 in both capitals",
        "Agreements: a preferential trade agreement, which entered into force on 1 July 2022",
    )
    document = document_from_text("Norland and Estmark\n\n" + "\n".join(facts))
    assert [text for _, text in layout(document)][1:] == list(facts)


def test_wrapped_lines_make_one_paragraph() -> None:
    text = (
        "TALKS END\n\n"
        "    The ministers of the two countries met on Monday for\ntalks on a treaty that has been in the making\n"
        "since the spring of last year, officials said here.\n"
        "    They will meet again in the autumn, when the committee\n"
        "of experts is to hand over its report on the matter.\n"
    )
    kinds = layout(document_from_text(text))
    assert [kind for kind, _ in kinds] == ["title", "paragraph", "paragraph"]
    assert kinds[2][1].startswith("They will meet again")


@pytest.mark.parametrize(
    ("end", "begin"),
    [
        (
            "and of course on peace and stability in all of the Sahel",
            "– and on its coast – is what both sides said they wanted to see.",
        ),
        ("and the two ministers met again on February", "15. They signed a treaty on crossings of the border."),
    ],
)
def test_a_wrapped_sentence_that_goes_on_with_a_dash_or_a_number_is_no_item(end: str, begin: str) -> None:
    text = (
        "TALKS END\n\n"
        "The ministers of the two countries met on Monday for talks\n"
        "on a treaty that has been in the making since last spring,\n"
        f"{end}\n{begin}\nThe next talks will be held in the autumn, officials said here.\n"
    )
    assert [kind for kind, _ in layout(document_from_text(text))] == ["title", "paragraph"]


def test_items_in_the_middle_of_a_wrapped_text_stay_items() -> None:
    text = (
        "TALKS END\n\n"
        "The ministers of the two countries met on Monday for talks\n"
        "on several things that have been in the making since spring\n"
        "– a treaty on the crossings of the border in the north and\n"
        "the south of the two countries, with posts of the police\n"
        "– a loan for the railway between the two capitals and ports\n"
        "that the committee of experts is to report on in autumn.\n"
    )
    assert [kind for kind, _ in layout(document_from_text(text))] == ["title", "paragraph", "item", "item"]


def test_lines_wrapped_at_130_columns_make_one_paragraph() -> None:
    words = (
        "The ministers of the two countries met on Monday for talks on a treaty that has been in the making for years "
    )
    lines = textwrap.wrap(words * 6, 130)
    assert len(lines) > 4
    assert [kind for kind, _ in layout(document_from_text("TALKS END\n\n" + "\n".join(lines)))] == [
        "title",
        "paragraph",
    ]


def test_text_is_kept_but_for_newlines_and_control_characters() -> None:
    document = document_from_text("One  line\u00a0here.\r\nTwo\x00 lines.\rThree \u202elines\u202c.")
    assert document.text == "One  line\u00a0here.\nTwo lines.\nThree lines."
    assert len(document.warnings) == 2


def test_given_facts_are_kept() -> None:
    document = document_from_text(
        "The envoy came.", title="Visit", publisher="Ministry", date="2016-03", language="en", stem="s", url="u"
    )
    assert (document.title.value, document.publisher.value, document.date.value) == ("Visit", "Ministry", "2016-03")
    assert (document.language.value, document.stem, document.url, document.locator) == ("en", "s", "u", "memory")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Title of it\n\nBern, 2019-11-27\n\nWords of the text.", "2019-11-27"),
        ("Title of it\n\nMarch 17, 2016\n\nWords of the text.", "2016-03-17"),
        ("Naslov teksta\n\n27. novembar 2019.\n\nReči teksta.", "2019-11-27"),
        ("Title of it\n\n03/04/2016\n\nWords of the text.", "2016"),
        ("Title of it\n\nRegulation 10/2015 entered into force.", None),
        ("Title of it\n\nKUWAIT, June 29 -\nWords of the text.", None),
        ("Title of it\n\nBELGRADE, 3 March 2015 -\nNATO and Serbia met.", "2015-03-03"),
        ("The United States recognized Kosovo on February 18, 2008. Yesterday NATO and Serbia met.", None),
        ("Title of it\n\nKosovo declared independence on\n17 February 2008\nand Serbia objected.", None),
        ("Chronology\n\n• 17 February 2008 | Kosovo\n• 1 April 2009 | Albania", None),
        ("Treaty of Lisbon, 13 December 2007\n\nWords of the text.", None),
        ("Title of it\n\n2016.03.17 | JICA\n\nWords of the text.", "2016-03-17"),
        ("NOTA DE PRENSA 056 - 16\n\nLima, 17 March 2016.- They met and talked.", "2016-03-17"),
        ("Title of it\n\n17-Mar-2016\n\nWords of the text.", "2016-03-17"),
        ("Title of it\n\nBy a unit of ours | Published: 17 March 2016 | Hits: 12\n\nWords of the text.", "2016-03-17"),
        ("Title of it\n\nTalks of 3 May | Held: 17 March 2016 | Hits: 12\n\nWords of the text.", None),
    ],
)
def test_date_by_the_title(text: str, date: str | None) -> None:
    assert document_from_text(text).date.value == date


def test_every_gold_quote_stands_in_the_text(shared: Path) -> None:
    missing = []
    for gold in sorted((shared / "gold").glob("*.jsonl")):
        (document,) = open_documents([shared / "corpus" / f"{gold.stem}.txt"])
        assert isinstance(document, Document)
        check_blocks(document)
        text = re.sub(r"\s+", "", document.text)
        for line in gold.read_text("utf-8").splitlines():
            quote = json.loads(line)["quote"]
            if re.sub(r"\s+", "", quote) not in text:
                missing.append((gold.stem, quote))
    assert not missing


@given(st.text(st.characters(codec="utf-8"), max_size=400) | st.text("ab.•-1)|\t \n", max_size=200))
def test_blocks_cover_any_text(text: str) -> None:
    document = document_from_text(text)
    check_blocks(document)
    assert document_from_text(text) == document


def test_one_sentence_of_a_megabyte_is_one_block(read: Callable[..., Document]) -> None:
    document = read("word " * 200_000 + "end.", "long.txt")
    assert len(document.blocks) == 1


MAIL = """From: Press Office <press@mfa.example>
Date: Tue, 12 Mar 2013 09:15:00 -0500
Subject: Norland and Sudland open a bridge
Content-Type: text/plain

The foreign ministers of Norland and Sudland opened the third bridge
over the Middle River on Monday, and Norland paid for sixty per cent of
its cost, which had been agreed by both governments in the year before,
as the ministers recalled.

Project              Lead        Cost     Status
-------------------  ----------  -------  ---------
Middle bridge        Norland      21,000  under way
Customs centre       Sudland       9,400  planned
"""


def test_justified_lines_are_no_rows() -> None:
    lines = [
        "The government  of Norland   and the  government of   Sudland agreed on",
        "a   treaty  and  on  what  the   ministers  of  both  would   do in the",
        "year  that  followed,   with  the  help   of  Westland  and   others in",
        "the   region, and  the   ministers will  meet in  May of  that year, in",
        "Oslo.",
    ]
    assert [block.kind for block in blocks_of("\n".join(lines))] == ["paragraph"]


def test_a_mail_has_its_subject_as_title_and_its_tables_as_rows() -> None:
    document = document_from_text(MAIL)
    assert document.title.value == "Norland and Sudland open a bridge"
    assert document.date.value == "2013-03-12"
    assert layout(document)[2] == ("title", "Norland and Sudland open a bridge")
    assert [kind for kind, _ in layout(document)[4:]] == ["paragraph", "row", "row", "row"]
    assert layout(document)[4][1].endswith("recalled.")


def test_a_justified_paragraph_is_no_table() -> None:
    text = (
        "Norland and  Sudland  signed  an agreement on  fisheries  on Monday. The two\n"
        "sides  will meet  again in  Middleham in  2020, the  ministry  said,  and one\n"
        "of them  will  send  two  patrol boats  to the  other  before the  end  of the\n"
        "year,  which the  other  has  asked  for  since it  lost  its own  ships  in a\n"
        "storm.\n"
    )
    assert [kind for kind, _ in layout(document_from_text(text))] == ["paragraph"]


TREATY = """      AGREEMENT BETWEEN THE GOVERNMENT OF NORLAND AND
      THE GOVERNMENT OF SUDLAND ON COOPERATION IN HEALTH

The Government of Norland and the Government of Sudland, hereinafter the
Parties, who wish to strengthen the relations between their two peoples,
have agreed as follows:

                          Article 1
                           Purpose

The Parties shall cooperate on the basis of equality in the exchange of
health workers and of information on diseases that they have in common.

Part of the agreement
was not carried out
"""


def test_headings_on_several_lines() -> None:
    document = document_from_text(TREATY)
    assert (document.title.value or "").startswith("AGREEMENT BETWEEN THE GOVERNMENT OF NORLAND AND THE GOVERNMENT OF")
    assert [kind for kind, _ in layout(document)] == ["title", "paragraph", "heading", "paragraph", "paragraph"]


def test_an_article_is_a_heading_whatever_follows() -> None:
    text = "Treaty\nArticle 2\nDefence\nThe Parties shall exchange officers.\nPart of it\nwas kept."
    assert ("heading", "Article 2") in layout(document_from_text(text))
    assert ("heading", "Part of it") not in layout(document_from_text(text))


def test_lines_of_dashes_are_no_words() -> None:
    text = "Projects\n========\n\nNorland built a road in 2014 and a school, which Sudland paid for.\n* * *\nIt ended."
    assert [kind for kind, _ in layout(document_from_text(text))] == ["title", "paragraph", "paragraph"]


def test_many_lines_without_a_blank_take_linear_time() -> None:
    assert len(blocks_of("NORLAND AND SUDLAND SIGNED AN AGREEMENT ON\n" * 20_000)) >= 1


WRAPPED = """AGREEMENT ON TRADE

The two Governments reaffirmed their wish to develop the economic {}
between them, and a joint committee will meet twice a year in order to
review how this Agreement is carried out by both of the two countries,
and to propose to their Governments what else may be of use to traders
who live near the border and to the towns that lie on its other side.
"""


@pytest.mark.parametrize(
    ("divided", "whole"),
    [
        ("coop-\neration", "cooperation"),
        ("and inter-\nnational co-operation", "and international co-operation"),
        ("Franco-\nGerman dealings", "Franco-German dealings"),
        ("and long-\nstanding exchanges", "and long-standing exchanges"),
        ("deals at high-\nest prices", "deals at highest prices"),
        ("deals of the 27-\nmember bloc", "deals of the 27-member bloc"),
        ("and so-\ncalled free deals", "and so-called free deals"),
        ("and anti-\npiracy patrols", "and anti-piracy patrols"),
        ("and market-\nbased trade", "and market-based trade"),
        ("and twenty-\nfive deals", "and twenty-five deals"),
        ("and un-\nrelated dealings", "and unrelated dealings"),
        ("ties, short-\nand long-term,", "ties, short-\nand long-term,"),
    ],
)
def test_a_word_that_a_line_end_divides_is_one(divided: str, whole: str) -> None:
    document = document_from_text(WRAPPED.format(divided))
    check_blocks(document)
    words = " ".join(layout(document)[1][1].split())
    assert f"develop the economic {' '.join(whole.split())} between them" in words


def test_only_a_full_line_divides_a_word() -> None:
    text = "The Parties agree that-\nthe border is open.\n"
    assert document_from_text(text).text == text


def test_a_label_is_no_title_and_a_centred_heading_may_be() -> None:
    body = textwrap.fill(
        "The Committee met in Brussels and looked into how the plan of last year is carried out. " * 3, 70
    )
    number = "NORLAND PRESS SERVICE\nPress Release M-2(83)65                    7th December, 1983"
    document = document_from_text(
        f"{number}\n\n{' ' * 20}FINAL COMMUNIQUE\n{' ' * 14}of the Planning Committee\n\n{body}\n"
    )
    assert document.title.value == "FINAL COMMUNIQUE of the Planning Committee"
    assert document.date.value == "1983-12-07"
    document = document_from_text(f"[Press Release No. 114/58\n\nTRADE WITH SUDLAND\n\n{body}\n")
    assert document.title.value == "TRADE WITH SUDLAND"


def test_a_date_may_stand_between_a_heading_and_its_text() -> None:
    body = textwrap.fill("The creditors met in Paris and agreed on new terms for what is owed to them. " * 3, 70)
    document = document_from_text(f"PARIS CLUB\n\nNORLAND'S DEBT IS REDUCED\n\nParis, 21 November 1996\n\n{body}\n")
    assert layout(document)[1] == ("heading", "NORLAND'S DEBT IS REDUCED")


def test_a_quoted_mail_is_read_without_its_marks() -> None:
    quoted = "".join(f"> {line}\n".replace("> \n", ">\n") for line in MAIL.splitlines())
    assert layout(document_from_text(quoted)) == layout(document_from_text(MAIL))
    amounts = "Share of votes\n> 50 % in Norland\n> 60 % in Sudland\n> 70 % in Westland\n"
    assert document_from_text(amounts).text == amounts


def test_a_subject_that_goes_on_in_the_next_line_is_one() -> None:
    mail = MAIL.replace("Subject: ", "Subject: Press release:\n ")
    assert document_from_text(mail).title.value == "Press release: Norland and Sudland open a bridge"


@pytest.mark.parametrize("label", ["URGENT", "No. 24631", "Nr. 12/2014", "BREAKING NEWS"])
def test_a_label_above_the_heading_is_no_title(label: str) -> None:
    body = textwrap.fill("The creditors met in Paris and agreed on new terms for what is owed to them. " * 3, 70)
    assert document_from_text(f"{label}\n\nNORLAND AND SUDLAND\n\n{body}\n").title.value == "NORLAND AND SUDLAND"


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("London, 15th July, 2021", "2021-07-15"),
        ("Last updated: 15 July 2021", "2021-07-15"),
        ("Last updated: London, 15 July 2021", None),
        ("Photo: London, 15 July 2021", None),
        ("They met in London on 15 July 2021.", None),
        ("15 July 2021", None),
    ],
)
def test_a_place_and_date_at_the_end_date_a_note(line: str, date: str | None) -> None:
    body = "The Embassy of Norland has the honour to refer to the talks that were held in the spring.\n\n"
    document = document_from_text(f"NOTE VERBALE\n\n{body * 12}{line}\n\nMinistry of Sudland\n")
    assert document.date.value == date


def test_a_question_of_a_transcript_is_no_heading() -> None:
    text = "Talks\n\nJOURNALIST: How much is it?\n\nMINISTER: It is two million euros, and the rest comes in spring.\n"
    assert [kind for kind, _ in layout(document_from_text(text))][1:] == ["paragraph", "paragraph"]
