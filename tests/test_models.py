"""The files of the models that ship."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.events.classifier import SHIPPED as EVENTS
from dragoman.reading.encoder import SHIPPED as READER

WHOLE_NUMBERS = (b"MatMulInteger", b"DynamicQuantizeLinear", b"QLinearMatMul")
"""Operations whose results differ between processors with and without VNNI."""
MB = 10**6


@pytest.mark.parametrize("path", [READER / "encoder.onnx", READER / "weave.onnx", EVENTS / "classifier.onnx"])
def test_every_processor_computes_the_same(path: Path) -> None:
    graph = path.read_bytes()
    assert b"MatMul" in graph
    assert not [name for name in WHOLE_NUMBERS if name in graph]


def test_the_weights_are_small_enough_to_be_installed_anywhere() -> None:
    sizes = [path.stat().st_size for folder in (READER, EVENTS) for path in folder.iterdir()]
    assert max(sizes) <= 50 * MB
    assert sum(sizes) <= 60 * MB
