"""Whose a body is that the text names without its state, and who "the two" are (text, mention, actor)."""

import pytest

from dragoman.actors.directory import directory
from dragoman.actors.linking import linked_mentions, publisher_actor
from dragoman.records import Document, Known


def document(text: str, publisher: str = "", title: str = "") -> Document:
    known = [Known(side or None, "test") for side in ("2021-06-01", title, publisher)]
    return Document("d", text, date=known[0], title=known[1], publisher=known[2])


def last(text: str, mention: str, title: str = "") -> tuple[str, ...] | None:
    found = reversed(linked_mentions(document(text, title=title), directory()))
    return next((m.actors for m in found if m.text == mention), None)


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
OF_MANY = [
    ("The Dutch foreign office said no.", "Dutch foreign office", "NLD/Foreign office"),
    ("Bangladesh lodged a protest with Myanmar. The Foreign Office said no.", "Foreign Office", "BGD/Foreign Office"),
    ("Britain met Chad. The Foreign Office said no.", "Foreign Office", "GBR/Foreign Office"),
    ("Foreign Office spokesperson Jo Lind said Pakistan agreed.", "Foreign Office spokesperson Jo Lind",
     "PAK/Jo Lind"),
    ("Chad met the Foreign Office in Islamabad.", "Foreign Office", "PAK/Foreign Office"),
    ("Vietnam met Laos. The Politburo agreed.", "Politburo", "VNM/Politburo"),
    ("Chad held Foreign Office Consultations.", "Foreign Office", None),
]  # fmt: skip
ACTING = [
    ("Peru thanked the Directorate of Food in Chad.", "Directorate of Food", "TCD/Directorate of Food"),
    ("Bosnia left. The Dutch asked for patrols by the federal army.", "federal army", "BIH/Federal army"),
    ("Iran met Mali. The forces of General Haftar left.", "forces", "LBY/Forces"),
    ("Iran met Mali. He served at the court of Henry III.", "court", "/Court of Henry III"),
    ("Iran met Mali. The forces of the Ming Dynasty left.", "forces", "/Forces of the Ming Dynasty"),
    ("Iran met Mali. The police of Goma left.", "police", "IRN/Police"),
    ("Iran met Mali. They met under the presidency of Prince Al Mora.", "presidency", None),
    ("The Sandinista regime met Chad.", "Sandinista", "NIC"),
    ("The Houthi government met Chad.", "Houthi", "/Houthis (Houthi movement, Ansar Allah)"),
    ("The Netanyahu government met Chad. Israel left.", "Netanyahu", "ISR"),
    ("Thailand protested to Cambodia, the foreign ministry said.", "foreign ministry", "THA/Foreign ministry"),
    ("India summoned Pakistan's envoy. A protest was lodged by the government.", "the government", "IND"),
    ("Niger told the Danish ambassador to leave the country.", "the country", "NER"),
    ("A team of Chad came. An IMF team left for Accra. The team agreed.", "team", None),
    ("An IMF official went to Accra. The official agreed.", "official", "IMF"),
    ("A delegation led by Minister Jo Lind of Chad flew to Tehran. The delegation agreed.", "delegation",
     "TCD/Delegation"),
    ("Fiji left. The delegation from Tonga agreed.", "delegation", "TON/Delegation"),
    ("The Polish government agreed with Chad. The government of Mali left.", "government of Mali", "MLI"),
    ("The regime of Bashar al-Assad accused Jordan.", "regime", "SYR/Regime"),
    ("The government of Viktor Orban accused Jordan.", "government", "HUN"),
    ("Peru thanked the Government and people of Chad.", "the Government", "TCD"),
]  # fmt: skip
ORGANISATIONS = [
    ("The WHO praised the Ministry of Health. Togo agreed.", "Ministry of Health", "TGO/Ministry of Health"),
    ("ILO experts met the Prime Minister. Togo agreed.", "Prime Minister", "TGO/Prime Minister"),
    ("The EBRD and Moldova signed. The Department of Roads agreed.", "Department of Roads", "MDA/Department of Roads"),
    ("The Ministry of Finance and UNDP signed.", "Ministry of Finance", "/Ministry of Finance"),
    ("An IMF team met the finance minister in Accra.", "finance minister", "GHA/Finance minister"),
    ("Following the military coup, the AU met. Gabon left. The AU said no.", "military", "GAB/Military"),
]
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
OWN = [
    ("The ministry met Norway. It agreed.", "ministry", "KEN/Ministry of Foreign Affairs",
     "Ministry of Foreign Affairs of Kenya"),
    ("The Ministry met Norway.", "Ministry", "KEN/Ministry of Foreign Affairs", "Ministry of Foreign Affairs of Kenya"),
    ("The Department met Norway. The department agreed.", "department", "USA/Department of State",
     "U.S. Department of State"),
    ("The Department of Health met Norway. The Department agreed.", "Department", "USA/Department of Health",
     "U.S. Department of State"),
    ("Norway's Ministry of Trade met Chad. The ministry agreed.", "ministry", "NOR/Ministry of Trade",
     "Ministry of Foreign Affairs of Kenya"),
    ("Norway's ministry met Chad. The ministry agreed.", "ministry", "NOR/Ministry",
     "Ministry of Foreign Affairs of Kenya"),
    ("Norway said that the department agreed.", "department", None, "Ministry of Foreign Affairs of Kenya"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actor", "publisher"), OWN)
def test_a_ministry_writes_of_itself(text: str, mention: str, actor: str | None, publisher: str) -> None:
    found = [m.actors for m in linked_mentions(document(text, publisher), directory()) if m.text == mention]
    assert found[-1:] == ([(actor,)] if actor else [])


RULED = [
    ("Togo is a former German colony. The mission in the country left.", "the country", "TGO"),
    ("Zambia celebrated its independence from Britain. Jo Lind praised the government.", "the government", "ZMB"),
    ("Chad fought the rebels. They attacked government forces.", "government forces", "TCD/Government forces"),
    ("Chad fought the rebels. Government troops left.", "Government troops", "TCD/Government troops"),
    ("Chad met Ambassador Rosa Del Monaco.", "Ambassador Rosa Del Monaco", "TCD/Rosa Del Monaco"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actor"), RULED)
def test_a_former_ruler_is_not_the_state_told_of(text: str, mention: str, actor: str) -> None:
    assert last(text, mention) == (actor,)


def test_a_post_on_a_states_page_is_that_states() -> None:
    text = "South Africa closed a school. Chad has its embassy in Quito. The High Commission in Pretoria agreed."
    page = document(text, "Embassy of Japan in South Africa")
    found = [m.actors for m in linked_mentions(page, directory()) if m.text == "High Commission"]
    assert found == [("JPN/High Commission",)]


def test_the_commission_is_the_publishing_one() -> None:
    page = document("The EU met Peru. The Commission agreed.", "Mekong River Commission")
    assert [m.actors for m in linked_mentions(page, directory()) if m.text == "The Commission"] == [("MRC",)]


def test_the_senate_of_a_states_page_is_its_own() -> None:
    page = document("Mali and Togo met. Money for Togo was what the Senate gave.", "Government of Chile")
    assert [m.actors for m in linked_mentions(page, directory()) if m.text == "Senate"] == [("CHL/Senate",)]


@pytest.mark.parametrize(
    ("text", "mention", "actor"), [*NAMED, *OF_MANY, *ACTING, *ORGANISATIONS, *COMMISSIONS, *POSTS]
)
def test_whose_a_body_is(text: str, mention: str, actor: str | None) -> None:
    assert last(text, mention) == (actor and (actor,))


PAIRS = [
    ("Mali is calm. Minister Lind of Norway and Minister Mora of Peru met. Trade of the two countries grew in Mali.",
     "the two countries", ("NOR", "PER")),
    ("Benin left. The Minister praised Ghana-Togo relations. Relations between the two countries grew.",
     "the two countries", ("GHA", "TGO")),
    ("Minister Lind of Chad met Mali's Minister of Trade in Peru. The two sides agreed.", "The two sides",
     ("TCD", "MLI")),
    ("Foreign Minister Jo Lind of Chad met Foreign Minister Al Mora of Mali. Both Foreign Ministers agreed.",
     "Both Foreign Ministers", ("TCD/Jo Lind", "MLI/Al Mora")),
    ("Ambassador Jo Lind of Chad met Ambassador Al Mora of Mali. The two ambassadors agreed.", "The two ambassadors",
     ("TCD/Jo Lind", "MLI/Al Mora")),
    ("Chad's President Jo Lind met President Al Mora of Mali. They discussed Assad's attacks. The leaders left.",
     "The leaders", ("TCD/Jo Lind", "MLI/Al Mora")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actors"), PAIRS)
def test_who_are_the_two(text: str, mention: str, actors: tuple[str, ...]) -> None:
    assert last(text, mention, title="Talks") == actors


def test_the_two_of_a_title_are_meant_whoever_else_met() -> None:
    text = "Minister Lind of Chad met Minister Mora of Peru. Trade of the two countries grew."
    assert last(text, "the two countries", title="Chad and Mali") == ("TCD", "MLI")
