"""Whom persons, offices and other capitalised names mean: (text, mention, actor of the last one with that wording)."""

import pytest

from linked_samples import DAY, last_ending, link


def last(text: str, end: str, publisher: str = "", title: str = "", date: str = DAY) -> str | None:
    """The actor of the last mention that ends so; of several the first."""
    return next(iter(last_ending(text, end, publisher, title, date) or ()), None)


SERVED = [
    # By the house where one serves, and by the body that was named last.
    ("Peru met Chile. White House spokesman Jo Lind left.", "Jo Lind", "USA/Jo Lind"),
    ("Peru met Chile. Kremlin leader Mikhail Gorbachev left.", "Gorbachev", "SUN/Mikhail Gorbachev"),
    ("Peru met Chile. The State Department agreed. Department spokesman Jo Lind left.", "Jo Lind", "USA/Jo Lind"),
    ("Peru met Chile. The State Department agreed. Protocol spokesman Jo Lind left.", "Jo Lind", "PER/Jo Lind"),
    ("Peru met Chile. The AU met. The Chairperson of the Union, Jo Lind, left.", "Jo Lind", "AU/Jo Lind"),
    # By an acronym behind the office, where the document writes it out.
    ("Peru left. Kenya's Water Bureau (KWB) met. Jo Lind, Director General, KWB, left.", "Jo Lind", "KEN/Jo Lind"),
    # Who leads a group or a firm serves no state.
    ("Peru met Hamas leader Jo Lind.", "Jo Lind", "/Jo Lind"),
    ("Peru met the head of Greenpeace, Jo Lind.", "Jo Lind", "/Jo Lind"),
    ("Peru met Amnesty International's director, Jo Lind.", "Jo Lind", "/Jo Lind"),
    ("Peru met Hamas and its leader, Jo Lind.", "Jo Lind", "/Jo Lind"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "end", "actor"), SERVED)
def test_whom_a_person_serves(text: str, end: str, actor: str) -> None:
    assert last(text, end) == actor


OWN = "The talks were led by Secretary of the Security Council Jo Lind"
COUNCILS = [
    (f"{OWN}.", "RUS"),
    (f"{OWN} at the United Nations.", "UN"),
    ("The talks were led by the President of the General Assembly, Jo Lind.", "UN"),
]


@pytest.mark.parametrize(("text", "code"), COUNCILS)
def test_a_state_s_own_council_has_the_state_s_officials(text: str, code: str) -> None:
    assert last(text, "Jo Lind", "President of Russia") == f"{code}/Jo Lind"


SETTING = [
    # An office alone makes somebody the publisher's own, or his name in the title.
    ("Mr Lind spoke of ports.", "Mr Lind", "Government of Norway", "", "/Lind"),
    ("Minister Lind spoke of ports.", "Minister Lind", "Government of Norway", "", "NOR/Lind"),
    ("Kari Lind spoke of ports.", "Kari Lind", "Government of Norway", "On ports", "/Kari Lind"),
    ("Ms Kari Lind spoke of ports.", "Ms Kari Lind", "Government of Norway", "Kari Lind on ports", "NOR/Kari Lind"),
    ("Ms Kari Lind spoke of ports.", "Ms Kari Lind", "Government of Norway", "Kari Lind on Peru", "/Kari Lind"),
    # A title says who speaks, and so does a line with a name and an office.
    ("Talks\n\nJo Lind, Minister of Trade\n\nI thank Mali.", "I", "Government of Chad", "Talks", "TCD/Jo Lind"),
    ("Talks\n\nJo Lind left\n\nI thank Mali.", "I", "Government of Chad", "Talks", None),
    # A visit shows that a guess was wrong.
    ("President Bo Berg spoke. Mr Berg paid a state visit to India.", "President Bo Berg", "Government of India",
     "India-Togo Relations", "TGO/Bo Berg"),
    # An office that the publisher's state has already is another's.
    ("Togo left. Prime Minister Bo Berg of Norway met Prime Minister Jo Lind.", "Jo Lind", "Government of Norway", "",
     "TGO/Jo Lind"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "end", "publisher", "title", "actor"), SETTING)
def test_whom_a_person_serves_by_the_setting(
    text: str, end: str, publisher: str, title: str, actor: str | None
) -> None:
    assert last(text, end, publisher, title) == actor


def test_a_president_of_another_name_is_not_the_publishers() -> None:
    text = "In Panama, the delegation will meet with President Cortizo."
    (found,) = [m for m in link(text, publisher="US Department of State") if m.text == "President Cortizo"]
    assert found.actors == ("PAN/Cortizo",)
    assert found.others == ()


def test_an_office_that_the_publisher_lacks_is_somebody_elses() -> None:
    text = "The Secretary thanked Foreign Minister Lutundula. The DRC holds elections."
    actor = last(text, "Foreign Minister Lutundula", "US Department of State", "Visit to the DRC")
    assert actor == "COD/Lutundula"


def test_an_organisation_has_no_state_s_offices() -> None:
    text = "Ghana asked for a loan. Prime Minister Jo Lind wrote. The Ministry of Finance agreed."
    fund = "International Monetary Fund"
    assert last(text, "Prime Minister Jo Lind", fund) == "GHA/Jo Lind"
    assert last(text, "Ministry of Finance", fund) == "GHA/Ministry of Finance"
    assert last("President Jo Lind spoke. Ghana listened.", "President Jo Lind", "World Bank") == "WB/Jo Lind"


GUESSED = [
    ("Visit from Chad", "The Minister of Trade, Jo Lind, came.", "Minister of Trade, Jo Lind", ("TCD/Jo Lind",)),
    ("Visit from Chad", "Chad's Minister of Trade, Jo Lind, came.", "Chad's Minister of Trade, Jo Lind", ()),
    ("Visit from Chad", "They met. The police watched.", "police", ("NOR/Police",)),
]


@pytest.mark.parametrize(("title", "text", "mention", "others"), GUESSED)
def test_whom_an_official_may_serve_as_well_where_the_text_does_not_say(
    title: str, text: str, mention: str, others: tuple[str, ...]
) -> None:
    page = link(f"{title}\n{text}", publisher="Ministry of Foreign Affairs of Norway", title=title)
    found = {m.text: m for m in page}
    assert found[mention].others == others


OFFICES = [
    ("Ghana's envoy left. The Trade Minister spoke.", "Trade Minister", "", "GHA/Trade Minister"),
    ("Kenya's Postal Service (PS) met Norway. The PS agreed.", "PS", "", "KEN/Postal Service"),
    ("Norway met Chad. The PS agreed.", "PS", "Government of Norway", None),
    ("The ministers of Peru and Chad met. The Peruvian and Chadian ministers left.", "Peruvian and Chadian ministers",
     "", "PER"),
    ("The AU Office in Peru left. The Head of the Office agreed.", "Head of the Office", "", "AU/Head of the Office"),
    ("The Ghanaian officials left Peru.", "Ghanaian officials", "", "GHA"),
    ("Peru met a foreign minister.", "foreign minister", "", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "end", "publisher", "actor"), OFFICES)
def test_whom_an_office_means(text: str, end: str, publisher: str, actor: str | None) -> None:
    assert last(text, end, publisher) == actor


def test_only_the_publishers_own_head_of_state_is_known_by_the_office_alone() -> None:
    text = "The President spoke. The French President listened."
    page = link(text, "US Department of State", date="2022-03-01")
    assert [m.actors[0] for m in page if "President" in m.text] == ["USA/Joe Biden", "FRA/President"]


CALLED = [
    ("CARICOM met Peru. The Community agreed.", "Community", "CARICOM",
     "Ministry of External Affairs, Government of India"),
    ("He asked the Union to act.", "the Union", "AU", "African Union"),
    ("Ghana asked for help. The Fund agreed, and the Fund was thanked.", "the Fund", "IMF",
     "International Monetary Fund"),
    ("Ghana asked for help. Fund agreed.", "Fund", None, "International Monetary Fund"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "end", "actor", "publisher"), CALLED)
def test_an_organisation_is_called_by_a_word_of_its_name(
    text: str, end: str, actor: str | None, publisher: str
) -> None:
    assert last(text, end, publisher) == actor


LATER = [
    ("Kofi Annan was born in 1938. In 1950 Annan left Ghana.", 1950, "UN/Kofi Annan"),
    ("Jo Lind was born in 1938. In 1950 Lind left Ghana.", 1950, "/Jo Lind"),
    ("Kofi Annan left. In Accra Annan spoke.", 2024, "UN/Kofi Annan"),
]


@pytest.mark.parametrize(("text", "year", "actor"), LATER)
def test_a_surname_is_who_was_named_in_full_and_is_known_in_any_year(text: str, year: int, actor: str) -> None:
    assert last(text, actor.split()[-1], date=f"{year}-03-01") == actor


def test_a_surname_that_is_plain_knowledge_is_the_person_of_the_document() -> None:
    text = "Minister Lind met Alexander Lukashenko. It was said by Lukashenko."
    assert last(text, "Lukashenko", date="2022-03-01") == "BLR/Alexander Lukashenko"


@pytest.mark.parametrize(
    ("text", "actor"),
    [("They say Putin agreed.", "RUS/Putin"), ("Olga Putin runs a firm. They say Putin agreed.", "/Olga Putin")],
)
def test_a_namesake_in_the_text_is_meant_before_a_holder_of_office(text: str, actor: str) -> None:
    assert last(text, "Putin", "Government of Mexico", date="2015-01-01") == actor


@pytest.mark.parametrize(
    ("text", "year", "actors"),
    [
        ("Power was restored.", "2015", []),
        ("Grant support rose.", "1875", []),
        ("Ambassador Samantha Power came. Power agreed.", "2015", ["USA/Samantha Power"] * 2),
        ("Pompeo agreed.", "2020", ["USA/Pompeo"]),
    ],
)
def test_a_surname_that_is_a_word_needs_more_to_be_a_person(text: str, year: str, actors: list[str]) -> None:
    assert [m.actors[0] for m in link(text, date=f"{year}-06-01") if m.how == "person"] == actors


WORDS = [
    ("Peru spoke of Pan-Africanism.", "Africanism", None),
    ("Zorin opened a school in Peru.", "Zorin", None),
    ("Peru praised Zorin.", "Zorin", "/Zorin"),
    ("Peru thanked a zorin, and Zorin left.", "Zorin", None),
]


@pytest.mark.parametrize(("text", "end", "actor"), WORDS)
def test_a_capital_makes_no_name_of_a_word(text: str, end: str, actor: str | None) -> None:
    assert last(text, end) == actor


def test_a_verb_of_a_heading_is_nobodys_name() -> None:
    text = "Peru\n\nMinister Opens School\n\nHe opens a school in Chad."
    assert [m.text for m in link(text, "Government of Peru") if m.how == "person"] == []


def test_unlinked_names_keep_the_text_and_a_reason() -> None:
    found = [m for m in link("They met Quintus Fabius in town.") if m.unlinked]
    assert [(m.text, m.actors, m.unlinked) for m in found] == [
        ("Quintus Fabius", ("/Quintus Fabius",), "not in the directory")
    ]
