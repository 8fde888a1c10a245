"""What a document as a whole gives to its mentions: publisher, title, parties, and who has which offices."""

import pytest

from dragoman.actors.directory import directory
from dragoman.actors.linking import context_actors
from linked_samples import document, first, link


def test_a_title_that_the_text_does_not_repeat_says_who_is_who() -> None:
    title = "Secretary Jo Lind and North Macedonian Foreign Minister Bujar Osmani Before Their Meeting"
    text = "It is a pleasure to have Foreign Minister Osmani here."
    assert first(text, "Foreign Minister Osmani", publisher="US Department of State") != ("MKD/Bujar Osmani",)
    found = first(text, "Foreign Minister Osmani", publisher="US Department of State", title=title)
    assert found == ("MKD/Bujar Osmani",)


def test_an_instrument_in_the_title_is_no_person() -> None:
    text = "Ministers met in Basel. Basel was calm."
    assert not any(m.how == "person" for m in link(text, title="Basel Agreement Signed", publisher="Switzerland"))


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


LACKING = [
    ("Vice President of the Council Bo Berg met Peru.", "Vice President of the Council Bo Berg", "SAU/Bo Berg",
     "Ministry of Foreign Affairs of Saudi Arabia"),
    ("Crown Prince Akishino visited Denmark.", "Crown Prince Akishino", "JPN/Akishino", "Japan"),
    ("Prime Cabinet Secretary Bo Berg visited Uganda.", "Prime Cabinet Secretary Bo Berg", "KEN/Bo Berg", "Kenya"),
    ("Queen Jo met Peru and Chile.", "Queen Jo", "CAN/Jo", "Canada"),
    ("King Jo met Ghana and Spain.", "King Jo", "ESP/Jo", "Government of Ghana"),
    ("The Minister for Trade met Malta.", "Minister for Trade", "MLT/Minister for Trade", "IMF"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actor", "publisher"), LACKING)
def test_who_has_which_office(text: str, mention: str, actor: str, publisher: str) -> None:
    assert first(text, mention, publisher=publisher, date="2023-06-01") == (actor,)


def test_an_alliance_has_no_mayor() -> None:
    assert first("Chad met them. Mayor Jo Lind left.", "Mayor Jo Lind", publisher="NATO") == ("TCD/Jo Lind",)


@pytest.mark.parametrize(("date", "state"), [("1963-12-20", "KEN"), ("2010-03-01", "KEN"), ("2020-03-01", "UGA")])
def test_an_office_that_a_state_had_for_some_years(date: str, state: str) -> None:
    text = "Kenya and Uganda met. Prime Minister Jo Lind left."
    assert first(text, "Prime Minister Jo Lind", publisher="Kenya", date=date) == (f"{state}/Jo Lind",)


def test_a_known_holder_has_an_office_that_the_state_is_said_to_lack() -> None:
    text = "Prime Minister William Ruto and Uganda met."
    assert first(text, "Prime Minister William Ruto", date="2014-01-01") == ("KEN/William Ruto",)
    assert first(text, "Prime Minister William Ruto", date="1960-01-01") != ("KEN/William Ruto",)


GUESSED = [
    ("The Envoy for Trade, Ida Roth, came.", "Envoy for Trade, Ida Roth", ("GHA/Ida Roth",)),
    ("Malta's Envoy for Trade, Ida Roth, came.", "Malta's Envoy for Trade, Ida Roth", ()),
    ("The Security Council met.", "Security Council", ("UN/Security Council",)),
    ("The Queen, Ida, came.", "Queen, Ida", ()),
]


@pytest.mark.parametrize(("text", "mention", "others"), GUESSED)
def test_who_else_may_be_meant_where_only_the_setting_tells(text: str, mention: str, others: tuple[str, ...]) -> None:
    page = link(f"Visit from Ghana\n{text}", publisher="Government of Malta", title="Visit from Ghana")
    assert [m.others for m in page if m.text == mention] == [others]


HEADS = [
    ("Government of France", "2022-03-01", "FRA/Emmanuel Macron"),
    ("Government of France", "2010-03-01", "FRA/Nicolas Sarkozy"),
    ("Government of Malta", "2022-03-01", "MLT/President"),
]


@pytest.mark.parametrize(("publisher", "date", "actor"), HEADS)
def test_the_publishers_own_head_is_known_by_the_office_alone(publisher: str, date: str, actor: str) -> None:
    assert first("The President spoke.", "President", publisher=publisher, date=date) == (actor,)


def test_an_organ_may_be_that_of_the_organisation_in_hand() -> None:
    page = link("The OPCW met in Chad. The Executive Council agreed.", "Government of Chad")
    (council,) = [m for m in page if "Council" in m.text]
    assert "OPCW/Executive Council" in (*council.actors, *council.others)


@pytest.mark.parametrize("text", ["They went on board the Kursk.", "The tanker Sounion sank.", "The tanker Ida sank."])
def test_a_ship_is_nobody(text: str) -> None:
    assert [m.text for m in link(text) if m.text not in ("They",)] == []


def test_a_name_without_a_ship_s_noun_is_somebody() -> None:
    assert first("They met Sounion.", "Sounion") == ("/Sounion",)
