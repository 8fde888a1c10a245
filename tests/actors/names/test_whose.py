"""Whose a body is that the text names without its state (text, mention, actor)."""

import pytest

from dragoman.actors.directory import directory
from dragoman.actors.linking import publisher_actor
from linked_samples import document, last, link

PUBLISHERS = [
    ("Ministry of Foreign Affairs and Trade of Hungary", "HUN"),
    ("Department of Foreign Affairs and Trade of the Republic of Korea", "KOR"),
    ("Department of State (Chad)", "TCD"),
    ("Department of State, Chad", "TCD"),
    ("Ministry of Foreign Affairs, European Union and Cooperation of Spain", "ESP"),
    ("Foreign Office", "GBR"),
    ("Embassy of Japan, Chad", "JPN"),
    ("United Nations Mission in Mali", "UN"),
]


@pytest.mark.parametrize(("publisher", "code"), PUBLISHERS)
def test_the_state_that_closes_a_publishers_name(publisher: str, code: str) -> None:
    assert publisher_actor(document("x", publisher), directory()) == code


NAMED = [
    ("Hungary's Ministry of Foreign Affairs and Trade agreed.", "Hungary's Ministry of Foreign Affairs and Trade",
     "HUN/Ministry of Foreign Affairs and Trade"),
    ("The Foreign Office of Pakistan agreed.", "Foreign Office of Pakistan", "PAK/Foreign Office"),
    ("Chad's KFOR contingent left.", "Chad's KFOR", "NATO/KFOR"),
]  # fmt: skip
ACTING = [
    ("Peru thanked the Directorate of Food in Chad.", "Directorate of Food", "TCD/Directorate of Food"),
    ("Peru thanked Mopti Region, Mali.", "Mopti Region", "MLI/Mopti Region"),
    ("Peru left Cabo Province in Mozambique. It thanked the Cabo Province.", "Cabo Province", "MOZ/Cabo Province"),
    ("Thailand protested to Cambodia, the foreign ministry said.", "foreign ministry", "THA/Foreign ministry"),
    ("India summoned Pakistan's envoy. A protest was lodged by the government.", "the government", "IND"),
    ("A team of Chad came. An IMF team left for Accra. The team agreed.", "team", None),
    ("An IMF official went to Accra. The official agreed.", "official", "IMF"),
    ("A delegation led by Minister Jo Lind of Chad flew to Tehran. The delegation agreed.", "delegation",
     "TCD/Delegation"),
    ("Fiji left. The delegation from Tonga agreed.", "delegation", "TON/Delegation"),
    ("The Polish government agreed with Chad. The government of Mali left.", "government of Mali", "MLI"),
    ("Peru thanked the Government and people of Chad.", "the Government", "TCD"),
]  # fmt: skip
COMMISSIONS = [
    ("The ECOWAS Commission left Lomé. The Commission agreed.", "Commission", None),
    ("The ECOWAS Commission left Lomé. The Commission agreed.", "The Commission", "ECOWAS/Commission"),
    ("The AU Commission left. Jo Lind, Chairperson of the Commission, left.", "Jo Lind", "AU/Jo Lind"),
    ("The Peru-Chile Border Commission met. Chad asked the Commission.", "the Commission",
     "/Peru-Chile Border Commission"),
    ("The Electoral Commission of Kenya met. The Commission agreed.", "The Commission", "KEN/Electoral Commission"),
    ("The Mekong River Commission met. The Commission agreed.", "The Commission", "MRC"),
    ("The Inter-American Commission on Human Rights met. The Commission agreed.", "The Commission",
     "OAS/Inter-American Commission on Human Rights (IACHR)"),
    ("Jo Lind left the Commission in May. ECOWAS thanked her.", "the Commission", "ECOWAS/Commission"),
    ("The AU and ECOWAS met. The Commission agreed.", "The Commission", "EU/European Commission"),
    ("ECOWAS met the EU. The Commission agreed.", "The Commission", "EU/European Commission"),
    ("The Electoral Commission met. The EU left. The Commission agreed.", "The Commission", "EU/European Commission"),
    ("The European Commission met the AU Commission. The Commission agreed.", "The Commission",
     "EU/European Commission"),
    ("Peru has a High Commission in Pretoria. The Commission agreed.", "The Commission", "EU/European Commission"),
]  # fmt: skip
POSTS = [
    ("Japan was the first to open an embassy in Tonga (before Fiji and China). The opening of the embassy was in May.",
     "embassy", "JPN/Embassy"),
    ("Chad shut the French Embassy in Lima and the consulate in Cusco.", "consulate", "FRA/Consulate"),
    ("Georgia received Peru's ambassador, Al Mora. Jo Lind hoped that the embassy would help.", "embassy",
     "PER/Embassy"),
    ("Peru's ambassador, Al Mora, met Mali's ambassador, Bo Berg. Chad hoped that the embassy would help.", "embassy",
     "TCD/Embassy"),
    ("Fiji ministers flew out. In Vanuatu, the delegation visited a school.", "delegation", "FJI/Delegation"),
    ("Fiji led a delegation. The delegation left Tonga. In Tonga, the delegation had met Mali.", "delegation",
     "FJI/Delegation"),
    ("The Legation in Quito was elevated by Peru.", "Legation", "PER/Legation"),
    ("Peru has long had a High Commission in Pretoria. Togo left South Africa. The High Commission in Pretoria agreed.",
     "High Commission", "PER/High Commission"),
    ("Peru opened an embassy in Pretoria. South Africa closed a school. The embassy agreed.", "embassy", "PER/Embassy"),
    ("Peru has an embassy in Pretoria. Chad closed its embassy in Pretoria. The embassy in Pretoria left.", "embassy",
     "TCD/Embassy"),
    ("The Consulate General in Lagos was closed by Peru.", "Consulate General", "PER/Consulate General"),
    ("Togo opened its Consulate-General in Mumbai.", "Consulate-General", "TGO/Consulate-General"),
    ("Chad's Consul General Jo Lind left.", "Chad's Consul General Jo Lind", "TCD/Jo Lind"),
]  # fmt: skip
RULED = [
    ("Togo is a former German colony. The mission in the country left.", "the country", "TGO"),
    ("Zambia celebrated its independence from Britain. Jo Lind praised the government.", "the government", "ZMB"),
    ("Chad met Ambassador Rosa Del Monaco.", "Ambassador Rosa Del Monaco", "TCD/Rosa Del Monaco"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actor"), RULED)
def test_a_former_ruler_is_not_the_state_told_of(text: str, mention: str, actor: str) -> None:
    assert last(text, mention) == (actor,)


def test_a_post_on_a_states_page_is_that_states() -> None:
    text = "South Africa closed a school. Chad has its embassy in Quito. The High Commission in Pretoria agreed."
    found = [m.actors for m in link(text, "Embassy of Japan in South Africa") if m.text == "High Commission"]
    assert found == [("JPN/High Commission",)]


def test_the_authorities_from_somewhere_are_not_the_publishers() -> None:
    assert last("Authorities from Chad took part.", "Authorities", "EUROPOL") == ("TCD",)
    assert last("Police from Chad took part.", "Police", "EUROPOL") == ("TCD/Police",)


def test_the_commission_is_the_publishing_one() -> None:
    found = link("The EU met Peru. The Commission agreed.", "Mekong River Commission")
    assert [m.actors for m in found if m.text == "The Commission"] == [("MRC",)]


@pytest.mark.parametrize(("text", "mention", "actor"), [*NAMED, *ACTING, *COMMISSIONS, *POSTS])
def test_whose_a_body_is(text: str, mention: str, actor: str | None) -> None:
    assert last(text, mention) == (actor and (actor,))
