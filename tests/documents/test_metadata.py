"""What a document says about itself."""

from __future__ import annotations

import time

import pytest

from dragoman.documents.metadata import without_site_name

TITLES = [
    ("Norland and Estmark sign a treaty | Ministry of Trade", None, "Norland and Estmark sign a treaty"),
    ("Norland and Estmark sign a treaty / Ministry of Trade", None, "Norland and Estmark sign a treaty"),
    ("Norland and Estmark sign a treaty / MINISTARSTVO TRGOVINE", None, "Norland and Estmark sign a treaty"),
    ("Customs duties on grain / fertiliser exports", None, "Customs duties on grain / fertiliser exports"),
    ("Norland Today - Treaty signed", "Norland Today", "Treaty signed"),
    ("Treaty signed", None, "Treaty signed"),
    ("Relations with Peru | DFAT", None, "Relations with Peru"),
    ("Peru | Ministry of Trade", None, "Peru"),
    ("Peru | Treaty signed", None, "Peru | Treaty signed"),
    ("Peru - Embassy of Norland in Lima", None, "Peru"),
    ("Peru - Statement by the Embassy", None, "Peru - Statement by the Embassy"),
    ("Peru - Fact sheet", None, "Peru - Fact sheet"),
    ("Peru - National Day", None, "Peru - National Day"),
]


@pytest.mark.parametrize(("title", "site", "expected"), TITLES)
def test_a_title_loses_the_name_of_its_site(title: str, site: str | None, expected: str) -> None:
    assert without_site_name(title, site) == expected


def test_a_row_of_capitals_is_looked_at_once() -> None:
    began = time.thread_time()
    title = "A long title of a page / " + "A" * 50 + " abcd"
    assert without_site_name(title, None) == title
    assert time.thread_time() - began < 0.5
