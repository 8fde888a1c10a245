"""How a linked mention is made, and where it stands."""

import pytest

from dragoman.actors.context.making import capital, is_heading, is_state, last_whole, of_un, starts_sentence
from dragoman.actors.context.page import Mention
from linked_samples import link, opened

HEADINGS = [
    ("Malta Hails Ghana", True),
    ("Malta Hails the Police of Ghana", True),
    ("Malta Hails Ghana and Oman in Talks.", True),
    ("Malta Hails Ghana Again.", True),
    ("Malta hails Ghana again", False),
    ("Malta Met Ghana and spoke.", False),
]


@pytest.mark.parametrize(("text", "heading"), HEADINGS)
def test_a_heading_has_capitals_that_mean_nothing(text: str, heading: bool) -> None:
    page = opened(text, date="")
    assert is_heading(page, page.found[0]) is heading


def test_which_mentions_open_a_sentence() -> None:
    page = opened("Malta met Ghana. Oman left Peru.", date="")
    named = {found.codes[0]: starts_sentence(page, found) for found in page.found}
    assert named == {"MLT": True, "GHA": False, "OMN": True, "PER": False}


@pytest.mark.parametrize(("publisher", "state"), [("Government of Malta", True), ("NATO", False)])
def test_whether_a_bare_title_serves_a_state(publisher: str, state: bool) -> None:
    assert is_state(opened("It left.", publisher, date="")) is state


def test_the_last_whole_mention_is_none_that_stands_in_another() -> None:
    page = opened("It left.", date="")
    page.out = [
        Mention(0, 9, "Oman army", ("OMN/Army",), "body"),
        Mention(0, 4, "Oman", ("OMN",), "named", head=False),
    ]
    assert last_whole(page) == page.out[0]
    page.out = []
    assert last_whole(page) is None


@pytest.mark.parametrize(
    ("text", "mention", "sector"),
    [
        ("The Ministry of Defence of Malta left.", "Ministry of Defence of Malta", "MIL"),
        ("Minister of Health Ida Roth of Malta left.", "Minister of Health Ida Roth", "GOV"),
        ("Malta left.", "Malta", None),
    ],
)
def test_the_sector_of_an_office_or_body(text: str, mention: str, sector: str | None) -> None:
    assert [m.sector for m in link(text) if m.text == mention] == [sector]


@pytest.mark.parametrize(
    ("name", "own"), [("UN Women", True), ("United Nations Staff", True), ("UNGA", True), ("Union of Writers", False)]
)
def test_a_name_that_begins_with_the_united_nations(name: str, own: bool) -> None:
    assert of_un(name) is own


@pytest.mark.parametrize(
    ("text", "written"),
    [("MINISTRY OF DEFENCE", "Ministry of Defence"), ("foreign ministry", "Foreign ministry"), ("NATO", "NATO")],
)
def test_a_name_with_a_capital(text: str, written: str) -> None:
    assert capital(text) == written
