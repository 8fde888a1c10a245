"""Words that stand for somebody named elsewhere: (text, mention, actors of the last mention with that wording)."""

import pytest

from linked_samples import last

PRONOUNS = [
    ("President Jo Lind of Chad met King Al Mora of Jordan in Lagos, where he left.", "he", ("TCD/Jo Lind",)),
    ("The UN Secretary-General met Chad and thanked his High Representative for Trade, Jo Lind.",
     "High Representative for Trade, Jo Lind", ("UN/Jo Lind",)),
    ("King Jo Lind of Jordan came. Chad's President Al Mora left. His Majesty agreed.", "His", ("JOR/Jo Lind",)),
    ("President Jo Lind of Chad came. His Majesty the King of Jordan left.", "His", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actors"), PRONOUNS)
def test_a_pronoun(text: str, mention: str, actors: tuple[str, ...] | None) -> None:
    assert last(text, mention) == actors


ORGANISATIONS = [
    ("UNICEF came to Chad. The agency left.", "UNICEF", "The agency", ("UNICEF",)),
    ("UNHCR and Chad met. The Agency left.", "UNHCR", "The Agency", ("UNHCR",)),
    ("The European Investment Bank met Chad. The institution left.", "EIB", "The institution", ("EIB",)),
    ("The EIB came. The EU delegation met Chad. The institution left.", "EIB", "The institution", ("EIB",)),
    ("The EU met Chad. The Agency left.", "Government of Chad", "The Agency", ("TCD/Agency",)),
    ("Minister Jo Lind of Chad and High Representative Al Mora signed.", "EU", "Minister Jo Lind", ("TCD/Jo Lind",)),
    ("Chad came. High Representative Al Mora and Foreign Minister Jo Lind signed.", "European Commission",
     "Foreign Minister Jo Lind", ("TCD/Jo Lind",)),
    ("They heard the Mediator for Mali, Jo Lind.", "ECOWAS", "Mediator for Mali, Jo Lind", ("ECOWAS/Jo Lind",)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "publisher", "mention", "actors"), ORGANISATIONS)
def test_who_is_told_of_by_an_organisation(text: str, publisher: str, mention: str, actors: tuple[str, ...]) -> None:
    assert last(text, mention, publisher) == actors


PHRASES = [
    ("Chad's President Jo Lind met Mali's army. He said his country agreed.", "his country", ("TCD",)),
    ("Chad's President Jo Lind met Mali's President Al Mora and U.S. Director Bo Berg. Both presidents left.",
     "Both presidents", ("TCD/Jo Lind", "MLI/Al Mora")),
    ("Chad's President Jo Lind and Mali's President Al Mora met. The two banks left.", "The two", None),
    ("Chad's Minister Jo Lind and Mali's Minister Al Mora met. The two Vice Ministers left.", "The two",
     ("TCD/Jo Lind", "MLI/Al Mora")),
    ("The IMF met. The IMF's Executive Board agreed. The government left.", "The government", ("/The government",)),
    ("Chad's President Jo Lind and Mali's President Al Mora met both the EU and NATO.", "both", None),
    ("The AU left. The AU agreed. The EU agreed, and the Union left.",
     "the Union", ("EU",)),
    ("It met the Peru Recovery Forum.", "Peru", ("PER",)),
    ("The Caribbean Peace Agency (CPA) met Chad.", "CPA", ("/Caribbean Peace Agency",)),
    ("Foreign Minister Al Mora of Mali met Trade Minister Bo Berg of Laos and Foreign Minister Ed Roth of Peru. "
     "The two foreign ministers left.", "The two foreign ministers", ("MLI/Al Mora", "PER/Ed Roth")),
    ("Secretary of State Jo Lind of Chad met Foreign Minister Al Mora of Mali and Chad's Attorney General. "
     "The two foreign ministers left.", "The two foreign ministers", ("TCD/Jo Lind", "MLI/Al Mora")),
    ("Minister Jo Lind of Chad and Minister Al Mora of Mali met Prime Minister Bo Berg of Mali. "
     "The two foreign ministers left.", "The two foreign ministers", ("TCD/Jo Lind", "MLI/Al Mora")),
    ("Foreign Minister Al Mora of Mali and Foreign Minister Bo Berg of Laos met Peru. Secretary of State Jo Lind of "
     "Chad thanked the foreign ministers.", "the foreign ministers", ("MLI/Al Mora", "LAO/Bo Berg")),
    ("President Jo Lind of Chad and President Al Mora of Mali met Vice President Bo Berg of Mali. "
     "The two presidents left.", "The two presidents", ("TCD/Jo Lind", "MLI/Al Mora")),
    ("President Jo Lind of Chad met Mali's Minister Bo Berg and Mali's Head of State, Al Mora. "
     "The two presidents left.", "The two presidents", ("TCD/Jo Lind", "MLI/Al Mora")),
    ("Chad met Mali. The two friendly countries agreed.", "The two friendly countries", ("TCD", "MLI")),
    ("Chad met Mali. Both brotherly and neighbouring nations agreed.", "Both brotherly and neighbouring nations",
     ("TCD", "MLI")),
    ("Mali is calm. The foreign ministry in Beijing agreed.", "foreign ministry", ("CHN/Foreign ministry",)),
    ("Mali is calm. It met the government in Beijing.", "the government", ("CHN",)),
    ("In Ghana armed forces left.", "Ghana armed forces", ("GHA/Armed forces",)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actors"), PHRASES)
def test_a_phrase(text: str, mention: str, actors: tuple[str, ...] | None) -> None:
    assert last(text, mention) == actors


@pytest.mark.parametrize(
    ("text", "title", "word", "actors"),
    [
        ("I speak on behalf of the eight Nordic-Baltic countries. We support Chad.", "", "We", 8),
        ("We support Chad.", "Joint statement by the Baltic states", "We", 3),
        ("We support Chad. It stands by our countries.", "Joint statement by the Baltic states", "our countries", 3),
        ("We met the Baltic states.", "", "We", 1),
    ],
)
def test_who_speaks_for_several_is_all_of_them(text: str, title: str, word: str, actors: int) -> None:
    assert len(last(text, word, publisher="Government of Iceland", title=title) or ()) == actors


def test_the_title_says_whose_office_speaks() -> None:
    text, title = "I call on Mali to agree.", "Statement by the Minister for Trade on Mali"
    assert last(text, "I", publisher="Government of Chad", title=title) == ("TCD/Minister for Trade",)
    assert last(text, "I", publisher="Government of Chad", title="Statement by the Government on Mali") is None


def test_the_country_of_a_newspaper_is_no_party() -> None:
    text = "Minister Jo Lind met President Al Mora of Mali. We agree."
    assert last(text, "Minister Jo Lind", publisher="Peru Daily News") == ("MLI/Jo Lind",)
    assert last(text, "Minister Jo Lind", publisher="Government News Service of Peru") == ("PER/Jo Lind",)
    assert last(text, "We", publisher="Peru Daily News") is None


OWN = [
    ("We hosted Chile. The Government agreed.", "The Government", ("PER",)),
    ("Chile asked for help. The Government agreed.", "The Government", ("CHL",)),
    ("We hosted Chile. The government agreed.", "The government", ("CHL",)),
]


@pytest.mark.parametrize(("text", "mention", "actors"), OWN)
def test_a_government_writes_of_itself_with_a_capital(text: str, mention: str, actors: tuple[str, ...]) -> None:
    assert last(text, mention, publisher="Government of Peru") == actors


COUNTERPARTS = [
    ("Minister Jo Lind of Chad came. His counterpart, Al Mora, left.", "counterpart, Al Mora", "MLI/Al Mora"),
    ("Minister Jo Lind of Chad met his counterpart Al Mora.", "counterpart Al Mora", "MLI/Al Mora"),
    ("Minister Jo Lind of Chad came. His counterpart, Al Mora, said his government agreed.", "his government", "MLI"),
    ("Minister Jo Lind of Peru came. His counterpart, Al Mora, left.", "counterpart, Al Mora", "/Al Mora"),
]


@pytest.mark.parametrize(("text", "mention", "actor"), COUNTERPARTS)
def test_a_counterpart_serves_the_other_state_of_the_title(text: str, mention: str, actor: str) -> None:
    assert last(text, mention, publisher="Government of Chad", title="Chad and Mali talk") == (actor,)


def test_who_asks_two_countries_is_neither() -> None:
    text = "Chile and Peru met. Chad called on the two countries to stop."
    assert last(text, "the two countries", publisher="Government of Chad", title="Chad on Peru") == ("PER", "CHL")


ORGANS = [
    ("Chad asked for help. The Executive Council met.", "Executive Council", ("OPCW/Executive Council",)),
    ("Chad asked the Secretariat for help.", "the Secretariat", ("OPCW/Secretariat",)),
    ("Chad asked for help. The Supreme Council met.", "Supreme Council", ("TCD/Supreme Council",)),
]


@pytest.mark.parametrize(("text", "mention", "actors"), ORGANS)
def test_an_organ_of_the_publishing_organisation(text: str, mention: str, actors: tuple[str, ...]) -> None:
    assert last(text, mention, publisher="OPCW") == actors


@pytest.mark.parametrize(("publisher", "pair"), [("Xinhua News Agency", ("TCD", "MLI")), ("China", ("CHN", "TCD"))])
def test_a_news_agency_is_no_party_to_what_it_tells_of(publisher: str, pair: tuple[str, ...]) -> None:
    text = "Beijing helps Chad. Chad and Mali are calm. Talks of the two countries go on."
    assert last(text, "the two countries", publisher=publisher, title="Chad is calm") == pair


CONFERENCE = "Foreign Ministry Spokesperson Jo Lind's Regular Press Conference"
TURNS = [
    ("Q: What did Peru tell us?\n\nA: They thanked Mali.", "", "us", None),
    ("Q: What did Peru say?\n\nA: They thanked us.", "", "us", ("TCD",)),
    ("The Herald: What did Peru tell us?\n\nJo Lind: They thanked Mali.", CONFERENCE, "us", None),
    ("The Herald: What did Peru say?\n\nA: I know they thanked Mali.", CONFERENCE, "I", ("TCD/Jo Lind",)),
    ("The Herald: What did Peru say?\n\nJo Lind: They thanked us.", CONFERENCE, "us", ("TCD",)),
    ("Q: What did Peru say?\nA: They thanked us.", "", "us", ("TCD",)),
    ("Q: What did Peru say?\nMr. Berg: They thanked us.", "", "us", ("/Berg",)),
    ("Q3. Peru helped us.", "", "us", ("TCD",)),
    ("Note: Peru told us.", "", "us", ("TCD",)),
]


@pytest.mark.parametrize(("text", "title", "mention", "actors"), TURNS)
def test_who_asks_is_not_who_answers(text: str, title: str, mention: str, actors: tuple[str, ...] | None) -> None:
    assert last(text, mention, title=title, publisher="Ministry of Foreign Affairs of Chad") == actors
