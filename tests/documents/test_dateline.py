"""Calendar dates in machine-readable fields and in words."""

from __future__ import annotations

import pytest

from dragoman.documents.dateline import address_date, machine_date, written_date


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("2016-03-17", "2016-03-17"), ("2016-03", "2016-03"), ("2016", "2016"),
        ("2016-03-17T09:30:00+01:00", "2016-03-17"),
        ("20160317", "2016-03-17"), ("2016-02-30", None), ("soon", None), ("", None), ("March 17, 2016", "2016-03-17"),
    ],
)  # fmt: skip
def test_machine_date(said: str, date: str | None) -> None:
    assert machine_date(said) == date


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("March 17, 2016", "2016-03-17"), ("17 March 2016", "2016-03-17"), ("17th of March, 2016", "2016-03-17"),
        ("Sept. 5, 2011", "2011-09-05"), ("le 1er janvier 2020", "2020-01-01"), ("17. März 2016", "2016-03-17"),
        ("17 de marzo de 2016", "2016-03-17"), ("17. mart 2016.", "2016-03-17"),
        ("17. марта 2016. године", "2016-03-17"),
        ("17 марта 2016 года", "2016-03-17"), ("17 mars 2016", "2016-03-17"), ("7. kolovoza 2016.", "2016-08-07"),
        ("17.3.2016", "2016-03-17"), ("17/03/2016", "2016-03-17"), ("03/17/2016", "2016-03-17"), ("3/4/2016", "2016"),
        ("Bern, 2019-11-27", "2019-11-27"), ("may 2016", None), ("Regulation 10/2015", None), ("on 31 June 2016", None),
        ("May 5-6, 2016", None), ("12345-03-17", None),
    ],
)  # fmt: skip
def test_written_date(said: str, date: str | None) -> None:
    assert written_date(said) == date


def test_address_date() -> None:
    assert address_date("https://x.example/news/2016/03/17/talks") == "2016-03-17"
    assert address_date("https://x.example/2016/03/talks") == "2016-03"
    assert address_date("https://x.example/2016/13/talks") is None
    assert address_date("https://x.example/talks") is None
