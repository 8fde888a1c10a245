"""The card of a trained reader: what it is called."""

from __future__ import annotations

import copy
import shutil
from pathlib import Path
from typing import Any

import pytest
from training.card import FILES, named

from dragoman.models import load_card
from dragoman.reading.encoder import SHIPPED


@pytest.fixture
def card() -> dict[str, Any]:
    return copy.deepcopy(load_card(SHIPPED))


def test_the_model_that_ships_has_the_name_of_its_files(card: dict[str, Any]) -> None:
    assert card["name"] == named(card, SHIPPED), "write the card with: python -m training.make_model --fit-only --cut …"


@pytest.mark.parametrize("name", FILES)
def test_other_files_have_another_name(card: dict[str, Any], name: str, tmp_path: Path) -> None:
    for file in FILES:
        shutil.copy(SHIPPED / file, tmp_path)
    assert named(card, tmp_path) == card["name"]
    with (tmp_path / name).open("ab") as file:
        file.write(b"\0")
    assert named(card, tmp_path) != card["name"]


def test_another_cut_or_setting_has_another_name(card: dict[str, Any]) -> None:
    other_cut, other_setting = copy.deepcopy(card), copy.deepcopy(card)
    other_cut["confidence"]["cut"] += 0.03
    other_setting["settings"]["source"] += 0.1
    assert len({named(one, SHIPPED) for one in (card, other_cut, other_setting)}) == 3
