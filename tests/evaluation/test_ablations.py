"""The table of ablations, with made-up figures."""

from __future__ import annotations

from pathlib import Path

import pytest
from evaluation.ablations import Row, Variant
from evaluation.gold import CannotMeasure

from dragoman.reading.confidence import Candidate, Chances, features
from dragoman.reading.encoder import EncoderReader
from dragoman.reading.prepared import Shown
from dragoman.records import Statement
from evaluation import ablations

FULL = Row(ablations.FULL, 0.6, 0.7, 0.5, 0.4, (("a-group", 0.7),))
LESS = Row("without dates", 0.55, 0.6, 0.5, 0.2, (("a-group", 0.6),))
TRAINED = Row("own pages alone", 0.5, 0.5, 0.5, 0.1, (), "2026-03-01", "60 written documents")


def test_the_shipped_variants_are_well_formed() -> None:
    found = ablations.variants(ablations.VARIANTS.read_text("utf-8"))
    names = [variant.name for variant in found]
    assert len(set(names)) == len(names)
    assert ablations.FULL in names
    assert {variant.reader for variant in found} == {"rules", "encoder"}


def test_the_parts_of_the_shipped_variants_exist() -> None:
    for variant in ablations.variants(ablations.VARIANTS.read_text("utf-8")):
        assert Shown(**dict(variant.shown))


def test_a_variant_with_an_unknown_key_is_refused() -> None:
    with pytest.raises(CannotMeasure, match="unknown shwon"):
        ablations.variants("variants: [{name: a, reader: rules, shwon: {}}]")


def test_rules_have_no_parts_to_take_away() -> None:
    with pytest.raises(CannotMeasure, match="only the encoder"):
        ablations.made(Variant("a", "rules", cut=0.5))


def test_a_variant_takes_parts_away_and_cuts_by_the_kind_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "model.json").write_text("{}")
    monkeypatch.setattr("dragoman.reading.encoder.SHIPPED", tmp_path)
    reader = ablations.made(Variant("a", "encoder", (("before", False),), cut=0.5))
    assert isinstance(reader, EncoderReader)
    assert reader.shown == Shown(before=False)
    said = Statement(doc="d", kind="event", stage="occurred", quote="x", start=0, end=1)
    chances = Chances(
        kind=0.62,
        mass=0.7,
        sentence=0.6,
        stage=0.9,
        source=0.1,
        target=0.1,
        rival=0.4,
        ends=(0.5, 0.5, 0.5),
        crowd=1.0,
        crowd_of_kind=1.0,
    )
    judged = Candidate(said, (0, 1), features(11, chances, said, (0, 1), "paragraph"))
    assert reader.confidence.chance(judged) == pytest.approx(0.62)
    assert reader.confidence.cut == 0.5


def test_losses_are_against_everything() -> None:
    lines = list(ablations.table([FULL, LESS, Row("gone", 0, 0, 0, 0, data="no weights"), TRAINED]))
    assert lines[0].split() == ["found", "P", "R", "F1", "change", "exact", "F1", "a-group"]
    assert lines[1].split() == ["everything", "0.700", "0.500", "0.600", "0.400", "0.700"]
    assert lines[2].split() == ["without", "dates", "0.600", "0.500", "0.550", "-0.050", "0.200", "0.600"]
    assert lines[3].split() == ["gone", "-", "-", "-", "-", "-", "-"]
    assert lines[4].split()[-2:] == ["-0.100", "0.100"]
    assert lines[5:] == [
        "not measured: no weights",
        "own pages alone: trained anew and measured on 2026-03-01; 60 written documents",
    ]


def test_a_trained_variant_is_kept_under_its_name() -> None:
    better = Row(TRAINED.name, 0.9, 0.9, 0.9, 0.9, (), "2026-04-01", "70 written documents")
    assert ablations.recorded([TRAINED, FULL], better) == [better, FULL]
    assert ablations.recorded([FULL], better) == [FULL, better]


def test_trained_rows_can_be_written_and_read_again() -> None:
    assert ablations.trained_rows(ablations.dump([TRAINED, FULL])) == [TRAINED, FULL]
    assert ablations.trained_rows(ablations.dump([])) == []


def test_the_kept_rows_can_be_read() -> None:
    assert all(row.data for row in ablations.trained_rows(ablations.TRAINED.read_text("utf-8")))
