"""Kinds of error, and the page that shows them, on made-up statements."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from evaluation.gold import GoldSet, Measured
from lxml import html

from dragoman.documents import document_from_text
from dragoman.records import Statement
from evaluation import error_kinds, errors_page, scoring

TEXT = "Talks <b>on trade</b>\n\nNorway and Chile signed a treaty & held talks.\nChile opened a school in Oslo."
QUOTE = "Norway and Chile signed a treaty"
START = TEXT.index(QUOTE)
SIGNED = Statement(
    doc="d", kind="agreement", stage="signed", quote=QUOTE, start=START, end=START + len(QUOTE), source=("NOR",),
    target=("CHL",), object="treaty",
)  # fmt: skip


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({}, "duplicate"),
        ({"source": ("SWE",), "target": ("DNK",)}, "wrong parties"),
        ({"object": "fish"}, "wrong object"),
        ({"object": "fish", "source": (), "target": ("DNK",)}, "wrong parties and object"),
        ({"kind": "event", "stage": "occurred"}, "wrong kind"),
        ({"quote": "a school in Oslo"}, None),
    ],
)
def test_what_keeps_two_statements_apart(change: dict[str, Any], reason: str | None) -> None:
    assert error_kinds.difference(SIGNED, replace(SIGNED, **change)) == reason


def test_the_smallest_difference_counts() -> None:
    others = [replace(SIGNED, kind="meeting", stage="held"), replace(SIGNED, object="fish")]
    assert error_kinds.reason(SIGNED, others, missed=True) == "wrong object"
    assert error_kinds.reason(SIGNED, [], missed=True) == "no overlap"


def test_errors_of_both_sides_are_counted() -> None:
    fish = replace(SIGNED, object="fish")
    pairs = list(scoring.pairs([SIGNED, replace(SIGNED, doc="e")], [SIGNED, SIGNED, replace(fish, doc="e")]))
    counted = {row[0]: row[1:] for row in error_kinds.error_rows(error_kinds.errors(pairs))}
    assert counted["duplicate"] == ["0", "1"]
    assert counted["wrong object"] == ["1", "1"]


def measured() -> Measured:
    document = document_from_text(TEXT, stem="d")
    school = replace(SIGNED, kind="progress", stage="done", quote="Chile opened a\nschool  in Oslo", object="school")
    held = replace(SIGNED, kind="meeting", stage="held", quote="held talks", start=TEXT.index("held talks"),
                   end=TEXT.index("held talks") + 10, object="<script>alert(1)</script>")  # fmt: skip
    lost = replace(school, quote="words that stand nowhere")
    gold = (SIGNED, school, lost)
    predicted = (replace(SIGNED, stage="ratified", confidence=0.7), held)
    return Measured(
        GoldSet("made up", (document,), gold), "test-1", predicted, tuple(scoring.pairs(gold, predicted)), ()
    )


def test_marks_stand_in_the_order_of_the_text() -> None:
    one = measured()
    found = errors_page.marks(one.gold.documents[0], one.pairs, {})
    assert [(m.outcome, TEXT[m.start : m.end]) for m in found] == [
        ("missed", ""),
        ("found", QUOTE),
        ("spurious", "held talks"),
        ("missed", "Chile opened a school in Oslo"),
    ]
    assert found[1].wrong == ("stage",)


def test_the_page_holds_the_text_with_everything_in_its_place() -> None:
    page = errors_page.page([measured()])
    tree = html.document_fromstring(page)
    assert "<script>alert" not in page
    text = "".join(p.text_content() for p in tree.xpath("//div[@class='row']/p"))
    assert text == TEXT.replace("\n\n", "\n")
    marked = {m.get("class"): m.text_content() for m in tree.iter("mark")}
    assert marked["k-agreement o-found"] == QUOTE
    assert {card.get("data-outcome") for card in tree.xpath("//details[@data-number]")} == {
        "found",
        "missed",
        "spurious",
    }
    assert tree.xpath("//tr[@class='wrong']/th/text()") == ["stage"]
    assert {b.get("data-kind") for b in tree.iter("button")} >= {"agreement", "meeting"}


def test_the_page_needs_nothing_beside_itself() -> None:
    tree = html.document_fromstring(errors_page.page([measured()]))
    assert not tree.xpath("//*[@src] | //link | //a[not(starts-with(@href, '#'))]")


def test_overlapping_marks_cut_the_text_into_pieces() -> None:
    inner = replace(SIGNED, quote="signed a treaty", start=TEXT.index("signed"))
    found = errors_page.marks(measured().gold.documents[0], [scoring.Pair(None, SIGNED), scoring.Pair(None, inner)], {})
    pieces = list(errors_page.segments(TEXT, START, SIGNED.end, found))
    assert [html.fragment_fromstring(p).get("data-marks") for p in pieces] == ["0", "0 1"]
