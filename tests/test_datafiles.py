"""The files of knowledge are found by their names."""

from __future__ import annotations

from importlib.resources import files

import pytest

from dragoman.datafiles import data_file

NAMES = sorted(one.name for one in files("dragoman").joinpath("data").iterdir() if one.name.endswith(".yml"))


@pytest.mark.parametrize("name", NAMES)
def test_every_file_has_entries(name: str) -> None:
    assert len(data_file(name)) > 0


def test_a_file_that_is_not_there_is_an_error() -> None:
    with pytest.raises(FileNotFoundError, match=r"none\.yml"):
        data_file("none.yml")
