"""What `make score` prints and writes, with a made-up reader."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from evaluation.contract import quote_place

from dragoman.records import Document, Reading, Statement
from evaluation import gold, score, scoring

TEXT = "Norway signed a treaty with Chile."
SIGNED = Statement(
    doc="d", kind="agreement", stage="signed", quote=TEXT, start=0, end=len(TEXT), source=("NOR",), target=("CHL",),
    object="treaty", confidence=0.9,
)  # fmt: skip


class Repeats:
    """Finds the same statement in every document."""

    name = "repeats-1"
    languages = frozenset({"en"})

    def read(self, document: Document) -> Reading:
        return Reading(self.name, (SIGNED,) if document.stem == "d" else ())


def made_up(tmp_path: Path) -> gold.GoldSet:
    texts, annotations = tmp_path / "texts", tmp_path / "gold"
    for folder in (texts, annotations):
        folder.mkdir()
    for stem, language in (("d", "en"), ("e", "fr")):
        (texts / f"{stem}.txt").write_text(TEXT)
        (texts / f"{stem}.json").write_text(json.dumps({"language": language}))
        (annotations / f"{stem}.jsonl").write_text(json.dumps(SIGNED.contract() | {"doc": stem}) + "\n")
    return gold.gold_set("made up", [texts], annotations)


def test_each_document_comes_with_its_own_statements(tmp_path: Path) -> None:
    own = {document.stem: statements for document, statements in made_up(tmp_path).by_document()}
    assert {stem: [statement.doc for statement in statements] for stem, statements in own.items()} == {
        "d": ["d"], "e": ["e"],
    }  # fmt: skip


def test_only_documents_in_the_readers_languages_are_scored(tmp_path: Path) -> None:
    measured = gold.measure(made_up(tmp_path), Repeats())
    assert measured.not_read == (("e", "fr"),)
    assert scoring.score(measured.pairs).exact.f1 == 1.0


def test_the_report_names_documents_kinds_and_what_was_not_read(tmp_path: Path) -> None:
    lines = list(score.report(gold.measure(made_up(tmp_path), Repeats())))
    assert lines[0] == "== made up: 1 documents, reader repeats-1"
    assert "not read: e (language fr)" in lines
    for name in ("all ", "agreement ", "d "):
        [line] = [line for line in lines if line.startswith(name) and "|" in line]
        assert line.split()[1:] == ["1", "1", "|", "1.00", "1.00", "1.00", "|", "1.00", "1.00", "1.00"]


def test_predictions_figures_and_the_page_are_written(tmp_path: Path) -> None:
    score.write(tmp_path / "out", [gold.measure(made_up(tmp_path), Repeats())])
    [row] = (tmp_path / "out" / "made up.jsonl").read_text("utf-8").splitlines()
    assert json.loads(row)["confidence"] == 0.9
    figures = json.loads((tmp_path / "out" / "scores.json").read_text("utf-8"))
    assert figures["sets"]["made up"]["scores"]["all"]["found"]["f1"] == 1.0
    assert figures["sets"]["made up"]["sure"]["exact"] == {"count": 1, "right": 1.0}
    assert "<!doctype html>" in (tmp_path / "out" / "errors.html").read_text("utf-8")


def test_an_annotated_document_that_is_missing_is_named(tmp_path: Path) -> None:
    made_up(tmp_path)
    for name in ("d.txt", "d.json"):
        (tmp_path / "texts" / name).unlink()
    with pytest.raises(gold.CannotMeasure, match="no document for d"):
        gold.gold_set("made up", [tmp_path / "texts"], tmp_path / "gold")


def test_a_set_that_is_not_at_hand_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gold, "SHARED", tmp_path)
    assert gold.gold_named(None).name == "samples"
    for name in ("shared", "training"):
        with pytest.raises(gold.CannotMeasure, match=f"the {name} set is not at hand: set DRAGOMAN_SHARED"):
            gold.gold_named(name)


def test_training_documents_are_a_set_like_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gold, "SHARED", tmp_path)
    (tmp_path / "training").mkdir()
    row = {"id": "d", "text": TEXT, "title": "Treaty", "date": "2019", "statements": [SIGNED.contract()]}
    (tmp_path / "training" / "documents.jsonl").write_text(json.dumps(row) + "\n")
    [(document, statements)] = gold.gold_named("training").by_document()
    assert (document.stem, document.text, document.title.value, document.date.value) == ("d", TEXT, "Treaty", "2019")
    assert [statement.contract() for statement in statements] == [SIGNED.contract()]


def test_an_unknown_reader_is_named() -> None:
    with pytest.raises(gold.CannotMeasure, match="'oracle' is not one of rules, encoder"):
        gold.reader_named("oracle")


def test_every_group_is_of_annotated_documents() -> None:
    shared = gold.shared_gold()
    if shared is None:
        pytest.skip("the shared gold set is not at hand")
    stems = {document.stem for document in shared.documents}
    assert {stem for group in gold.groups().values() for stem in group} <= stems


def test_both_scorers_pair_the_same(tmp_path: Path) -> None:
    measured = gold.measure(made_up(tmp_path), Repeats())
    judged = gold.scored_by_contract(measured)
    if judged is None:
        pytest.skip("the contract's scorer is not at hand")
    assert judged == list(measured.pairs)


@pytest.mark.parametrize(
    ("quote", "found"), [("signed  a\ntreaty", "signed a treaty"), ("treaty (sic)", None), ("", None)]
)
def test_a_quote_is_placed_whatever_its_white_space(quote: str, found: str | None) -> None:
    span = quote_place(TEXT, quote)
    assert (TEXT[slice(*span)] if span else None) == found
