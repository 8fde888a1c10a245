"""Which annotated actors the linked mentions reach."""

from __future__ import annotations

import pytest
from evaluation.actors import Reached, Scene

from dragoman.actors.directory import directory
from dragoman.documents import document_from_text
from dragoman.records import Statement
from evaluation import actors

QUOTE = "The treaty with Peru was signed in June."
TEXT = f"Chile has a long coast.\nThe sea is cold.\n{QUOTE}\nKenya was not there."


def reached(**fields: tuple[str, ...]) -> dict[str, Reached]:
    document = document_from_text(TEXT, stem="d", publisher="Government of Norway", date="2020")
    said = Statement(doc="d", kind="agreement", stage="signed", quote=QUOTE, start=0, end=0, **fields)
    start = TEXT.index(QUOTE)
    found = Scene(document, directory()).reached(said, (start, start + len(QUOTE)))
    return {one.actor: one for one in found}


def test_an_actor_is_reached_from_its_sentence_the_window_or_the_document() -> None:
    found = reached(source=("PER", "NOR"), target=("KEN",), by=("PER/Congress",))
    assert (found["PER"].sentence, found["PER"].window) == (1.0, 1.0)
    assert (found["NOR"].sentence, found["NOR"].window) == (0.0, 1.0)  # the publisher
    assert (found["KEN"].sentence, found["KEN"].window, found["KEN"].missed) == (0.0, 0.0, True)
    assert (found["PER/Congress"].window, found["PER/Congress"].role) == (0.8, "by")


@pytest.mark.parametrize(("actor", "kind"), [("PER", "CODE"), ("PER/Congress", "CODE/Name"), ("/Red Cross", "/Name")])
def test_actors_have_a_kind_by_their_form(actor: str, kind: str) -> None:
    assert Reached("source", actor, 0, 0, 0).kind == kind


def test_the_table_has_shares_by_kind_and_role() -> None:
    found = [Reached("source", "PER", 0, 1, 1), Reached("target", "PER/Congress", 0, 0.8, 1)]
    lines = {line[:9].strip(): line[9:].split() for line in actors.table(found)}
    assert lines["all"] == ["2", "0.000", "0.500", "1.000", "0.500"]
    assert lines["CODE"] == lines["source"] == ["1", "0.000", "1.000", "1.000", "0.000"]
    assert lines["by"] == ["0", *["0.000"] * 4]


def test_misses_of_the_gold_set_are_not_shown(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        actors.main(["--set", "shared", "--misses", "3"])
    assert "for measuring only" in capsys.readouterr().err
