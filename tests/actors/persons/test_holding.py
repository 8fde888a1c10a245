"""Who may hold an office where the text does not say whom a person serves."""

import pytest

from linked_samples import first, link

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
