"""What a document as a whole gives to its mentions: publisher, title, parties, and who has which offices."""

import pytest

from dragoman.actors.directory import directory
from dragoman.actors.linking import context_actors
from linked_samples import document, first, link


def test_bare_title_serves_the_publishers_state() -> None:
    text = "Secretary Blinken met with Minister Kuleba."
    assert first(text, "Secretary Blinken", publisher="US Department of State") == ("USA/Blinken",)


def test_the_holder_of_a_publishing_office_takes_part() -> None:
    page = document("Talks\n\nThe President met them.", "President of Russia", "Talks", "2017-01-01")
    assert "RUS/Vladimir Putin" in context_actors(page, directory())


WHOSE = [
    # The country a profile is of, else the publisher's, else that of the report or topic.
    ("Ghana\n\nIt is large. The Minister left.", "Ghana", "Government of Peru", "GHA/Minister"),
    ("It is large. The Minister left.", "Ghana: Profile", "Government of Peru", "PER/Minister"),
    ("Ghana grows\n\nKINGSTON, Jamaica - The Minister left.", "", "Malta.org", "JAM/Minister"),
    ("Ghana grows\n\nJamaica is calm. The Minister left.", "", "Malta.org", "GHA/Minister"),
    ("Ghana met Oman. Ghana agreed. The Minister left.", "", "", "GHA/Minister"),
    ("Ghana met Oman. Ghana agreed. The Minister left.", "", "Malta Daily News", "GHA/Minister"),
]


@pytest.mark.parametrize(("text", "title", "publisher", "actor"), WHOSE)
def test_whom_a_bare_title_serves(text: str, title: str, publisher: str, actor: str) -> None:
    assert first(text, "Minister", title=title, publisher=publisher) == (actor,)


SPEAKING = [
    ("We speak on behalf of the Nordic countries.", "", ("DNK", "FIN", "ISL", "NOR", "SWE")),
    ("We support Ghana.", "Joint statement by the Baltic states", ("EST", "LVA", "LTU")),
    ("We met the Baltic states.", "Visit to the Baltic states", ("ISL",)),
    ("We, the ministers of Chad, Mali, Niger and Togo, met.", "Joint statement", ("TCD", "MLI", "NER", "TGO")),
    ("We, the ministers of Chad, Mali, Niger and Togo, met.", "Report", ("ISL",)),
]


@pytest.mark.parametrize(("text", "title", "actors"), SPEAKING)
def test_in_whose_name_a_text_speaks(text: str, title: str, actors: tuple[str, ...]) -> None:
    assert first(text, "We", title=title, publisher="Government of Iceland") == actors


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Foreign Office spokesperson Ida Roth said that Ghana left.", "NATO/Ida Roth"),
        ("Foreign Office spokesperson Ida Roth said that Ghana left Britain.", "GBR/Ida Roth"),
    ],
)
def test_a_body_that_many_have_is_whose_the_text_names(text: str, actor: str) -> None:
    assert first(text, "Foreign Office spokesperson Ida Roth", publisher="NATO") == (actor,)


@pytest.mark.parametrize(
    ("publisher", "pair"),
    [("Government of Malta", ("MLT", "GHA")), ("Malta Daily News", ("GHA", "OMN"))],
)
def test_a_paper_is_no_party_to_what_it_tells_of(publisher: str, pair: tuple[str, ...]) -> None:
    text = "Valletta helps Ghana. Ghana and Oman are calm. Talks of the two countries go on."
    assert first(text, "the two countries", publisher=publisher, title="Ghana is calm") == pair


def test_the_publishing_office_is_held_by_whom_the_text_names() -> None:
    page = document("Prime Minister Ida Roth of Malta left.", "Prime Minister of Malta", date="2016-01-01")
    assert "MLT/Ida Roth" in context_actors(page, directory())


@pytest.mark.parametrize("text", ["They went on board the Kursk.", "The tanker Sounion sank.", "The tanker Ida sank."])
def test_a_ship_is_nobody(text: str) -> None:
    assert [m.text for m in link(text) if m.text not in ("They",)] == []


def test_a_name_without_a_ship_s_noun_is_somebody() -> None:
    assert first("They met Sounion.", "Sounion") == ("/Sounion",)
