"""People who are no office and no body, and what only looks like them."""

import pytest

from dragoman.actors.directory import directory
from dragoman.actors.mentions.gazetteer import gazetteer_for
from dragoman.actors.mentions.scanner import mentions_in
from dragoman.actors.mentions.tokens import tokenize
from dragoman.actors.mentions.words import words
from dragoman.records import Document
from linked_samples import first, joined


def scan(text: str) -> list[tuple[str, str]]:
    """What is found, before it is linked: (kind, wording)."""
    tokens = tokenize(Document("d", text), gazetteer_for(directory()))
    return [(f.kind, text[tokens[f.first].start : tokens[f.last - 1].end]) for f in mentions_in(tokens, words())]


NOBODY = [
    ("The working groups met.", "groups"),
    ("Peru voiced opposition to the plan.", "opposition"),
    ("He said so in public.", "public"),
    ("They praised public and private help.", "public"),
    ("The Press Secretary left.", "The Press"),
    ("They took part in the organization and upkeep of the camp.", "the organization"),
    ("Peru noted the firm opposition of the public.", "opposition"),
    ("Chile and Peru became partners.", "Peru became partners"),
    ("Chile and Peru are good partners.", "partners"),
    ("Peru met ministers.", "Peru met ministers"),
    ("INL partners with Chile.", "INL partners"),
    ("INL partners with Chile.", "partners"),
    ("Peru met counterparts from Spain.", "counterparts"),
    ("They met both at home and in Chad.", "both"),
    ("They helped both as a host and as a donor.", "both"),
    ("The two armed groups left.", "The two"),
    ("The two elected members left.", "The two"),
    ("They spoke of both divided cities.", "both"),
    ("Talks between the two divided cities failed.", "the two"),
    ("The talks were both useful and frank.", "both"),
    ("They joined both statutory bodies of the fund.", "both"),
    ("Peru hailed the Wales Summit.", "Wales Summit"),
    ("The Ordinary Session met.", "Ordinary Session"),
    ("They agreed on a Strategic Partnership.", "Strategic Partnership"),
    ("Peru began Phase III.", "Phase III"),
    ("They signed an Association Agreement.", "Association Agreement"),
    ("Peru filed its Reply.", "Reply"),
    ("They signed a Treaty of Alliance.", "Treaty of Alliance"),
    ("They praised Local leaders.", "Local leaders"),
    ("The two main rebel movements left.", "The two"),
    ("The leaders of many states left.", "The leaders"),
    ("Twenty states left.", "states"),
    ("The countries of Africa left.", "The countries"),
    ("Most of the countries left.", "the countries"),
    ("Those countries which signed left.", "Those countries"),
    ("They met men.", "men"),
    ("The two biggest Maltese firms left.", "The two"),
    ("Both want rebel groups to leave.", "Both want rebel groups"),
]  # fmt: skip


SOMEBODY = [
    ("It trains public servants.", "public servants"),
    ("The public welcomed it.", "public"),
    ("It warned the general public.", "public"),
    ("The press said so.", "The press"),
    ("The two discussed ways to trade.", "The two"),
    ("Both reaffirmed hopes for peace.", "Both"),
    ("The two discuss trade.", "The two"),
    ("Both focus on trade.", "Both"),
    ("It was approved by the Extraordinary Summit.", "Extraordinary Summit"),
    ("The Double Troika Summit decided to stay.", "Double Troika Summit"),
    ("The government asked the opposition to leave.", "opposition"),
    ("The opposition of Kenya left.", "opposition"),
    ("Taxi drivers left.", "drivers"),
    ("It helps small and medium sized enterprises.", "small and medium sized enterprises"),
    ("Their partners left.", "partners"),
    ("Both signed the pact.", "Both"),
    ("It urged both to agree.", "both"),
    ("Youth movements joined.", "Youth movements"),
    ("The leaders left.", "The leaders"),
    ("The countries left.", "The countries"),
    ("The two warring parties met.", "The two warring parties"),
    ("The governments of these countries left.", "The governments of these countries"),
    ("Both Ministries of Defence left.", "Both Ministries of Defence"),
    ("Parliaments of Ghana and Malta met.", "Parliaments of Ghana and Malta"),
    ("It summoned ambassadors of Ghana and Malta.", "ambassadors of Ghana and Malta"),
    ("Peru met local partners.", "local partners"),
    ("Both want talks.", "Both"),
    ("Women leaders met.", "Women leaders"),
    ("They thanked the opposition to stand down.", "opposition"),
]  # fmt: skip


GROUPS = [
    ("It thanked civil society.", "civil society"),
    ("It thanked civil society partners.", "civil society partners"),
    ("It trains women entrepreneurs.", "women entrepreneurs"),
    ("Opposition political parties met.", "Opposition political parties"),
    ("They helped Ukrainian people.", "Ukrainian people"),
    ("They helped Ghana Poles.", "Ghana Poles"),
    ("They helped refugees and vulnerable migrants.", "refugees and vulnerable migrants"),
    ("They helped people of Ghana.", "people of Ghana"),
    ("It helped women leaders.", "women leaders"),
]


@pytest.mark.parametrize(("text", "wording"), NOBODY)
def test_nobody_is_meant(text: str, wording: str) -> None:
    assert wording not in [found for _, found in scan(text)]


@pytest.mark.parametrize(("text", "wording"), SOMEBODY)
def test_somebody_is_meant(text: str, wording: str) -> None:
    assert wording in [found for _, found in scan(text)]


@pytest.mark.parametrize(("text", "wording"), GROUPS)
def test_a_group(text: str, wording: str) -> None:
    assert ("group", wording) in scan(text)


LINKED = [
    ("A protest by Kosovo Serbs went on.", "Kosovo Serbs", "/Kosovo Serbs"),
    ("Some diplomats doubted it.", "diplomats", "/Diplomats"),
    ("It met the American company Bechtel.", "American company", None),
    ("It met the American company Bechtel.", "Bechtel", "/Bechtel"),
    ("Gunmen attacked Indian fishermen.", "Indian fishermen", "/Indian fishermen"),
    ("It helps refugees and migrants.", "refugees and migrants", "/Refugees and migrants"),
    ("It helps Syrian refugees and poor families.", "Syrian refugees", "/Syrian refugees"),
    ("It helps Syrian refugees and young migrants.", "Syrian refugees and young migrants",
     "/Syrian refugees and young migrants"),
    ("It helps nurses, refugees and migrants.", "migrants", "/Migrants"),
    ("It helps teachers and banks of Peru.", "teachers", "/Teachers"),
    ("He met Israelis and Palestinians.", "Palestinians", "/Palestinians"),
    ("Lawyers and activists were jailed.", "Lawyers and activists", "/Lawyers and activists"),
    ("Stakeholders were heard. It went on.", "Stakeholders", "/Stakeholders"),
    ("NATO countries have invested.", "countries", None),
    ("They mourn with the people of the Gambia.", "people of the Gambia", "/People of the Gambia"),
    ("They feed people of all ages.", "people", None),
    ("Armed men took the port.", "Armed men", "/Armed men"),
    ("Men took the port.", "Men", None),
    ("They trained local officials.", "local officials", "/Local officials"),
    ("It was said by Western allies.", "Western allies", "/Western allies"),
    ("We need partners who listen.", "partners", "/Partners"),
    ("Thirty-nine countries were represented.", "countries", None),
    ("Forty-nine States signed.", "Forty-nine States", None),
    ("African leaders met.", "African leaders", "/African leaders"),
    ("Our staff have trained diplomats.", "trained diplomats", None),
    ("Peru's Council exchanged delegations.", "exchanged delegations", None),
    ("The states have not exchanged ambassadors.", "exchanged ambassadors", None),
    # A body of each of two.
    ("Peru and Chile met. The two armies train.", "The two armies", "PER/Army,CHL/Army"),
    ("Peru and Chile met. Talks of the health ministries of both countries went on.",
     "the health ministries of both countries", "PER/Health ministry,CHL/Health ministry"),
    ("Peru and Chile met. Two armies of ants came.", "Two armies", None),
    # A party is none of its state's.
    ("Vietnam's Workers' Party left.", "Workers' Party", "/Workers' Party"),
    ("The Farmers' Union left Kenya.", "Farmers' Union", "/Farmers' Union"),
    ("The Kenyan Farmers' Union left.", "Kenyan Farmers' Union", "/Kenyan Farmers' Union"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actor"), LINKED)
def test_who_a_group_is(text: str, mention: str, actor: str | None) -> None:
    assert joined(first(text, mention)) == actor
