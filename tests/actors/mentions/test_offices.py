"""Offices and who holds them: (text, mention, actor of the last mention with that wording, what is known beside)."""

import pytest

from linked_samples import last, link

KENYA = "Government of Kenya"
TITLES = [
    # One title of several words, and several persons with one title.
    ("The Minister of Trade of Chile, Jo Lind, and of Laos, Bo Berg, met.", "Bo Berg", "LAO/Bo Berg"),
    ("The Ministers of Chile, Jo Lind, of Mali, Al Mora, and of Laos, Bo Berg, met.", "Al Mora", "MLI/Al Mora"),
    ("The Ministers of Chile, Jo Lind, and of Laos, Bo Berg, met.", "Ministers of Chile, Jo Lind", "CHL/Jo Lind"),
    # What stands before a name and behind it.
    ("The Prime Minister of Chile, the Right Honourable Jo Lind, left.",
     "Prime Minister of Chile, the Right Honourable Jo Lind", "CHL/Jo Lind"),
    ("The Chief of the Chilean Navy, Air Vice Marshal Jo Lind, left.",
     "Chief of the Chilean Navy, Air Vice Marshal Jo Lind", "CHL/Jo Lind"),
    ("Rt. Hon. Prime Minister Jo Lind met Chile.", "Prime Minister Jo Lind", "PER/Jo Lind"),
    ("Tonga's Prime Minister, Hau, chairs it.", "Tonga's Prime Minister, Hau", "TON/Hau"),
    ("Tonga's Prime Minister, Wednesday, left.", "Tonga's Prime Minister", "TON/Prime Minister"),
    ("Ambassador Jo Lind, Minister of Trade of Chile, and Bo Berg met.", "Ambassador Jo Lind", "CHL/Jo Lind"),
    ("The Foreign Minister and Trade Minister Jo Lind left.", "Foreign Minister", "PER/Foreign Minister"),
    # Where an official sits, and whom one serves by serving another officer.
    ("Jo Lind, Senior Adviser to the Director of Border Policy at the White House opened a school.", "Jo Lind",
     "USA/Jo Lind"),
    ("Jo Lind, Director at the World Bank, left Chad.", "Jo Lind", "WB/Jo Lind"),
    ("Jo Lind, Ambassador at the United Nations, left Chad.", "Jo Lind", "PER/Jo Lind"),
    ("The Foreign Minister met Jo Lind in the Ministry of Trade of Chad.", "Foreign Minister", "PER/Foreign Minister"),
    # The leader of an organisation by plainer names.
    ("Secretary-General Jo Lind of the United Nations left. He thanked the UN Secretary-General.",
     "UN Secretary-General", "UN/Jo Lind"),
    ("UN Secretary-General Jo Lind left. The UN chief agreed.", "UN chief", "UN/Jo Lind"),
    ("Jo Lind, Foreign Minister of Chad, left. The Minister for Foreign Affairs agreed.",
     "Minister for Foreign Affairs", "TCD/Jo Lind"),
    ("The Ambassador updated the Namibian leader on Cuba's news.", "Namibian leader", "NAM"),
    # Who are met in one row.
    ("Mr Jo Lind met Chad's President Al Mora, Prime Minister Bo Berg and Trade Minister Ed Roth.",
     "Trade Minister Ed Roth", "TCD/Ed Roth"),
    ("Chad's President Al Mora and Prime Minister Bo Berg met.", "Prime Minister Bo Berg", "PER/Bo Berg"),
    ("Mr Jo Lind met Chad's President Al Mora and President Bo Berg.", "President Bo Berg", "PER/Bo Berg"),
    ("Chad thanked Coordinating Minister for Trade Jo Lind.", "Coordinating Minister for Trade Jo Lind", "PER/Jo Lind"),
    ("The AU thanked the SADC, whose executive secretary, Jo Lind, left.", "executive secretary, Jo Lind",
     "SADC/Jo Lind"),
    # Titles of two words, ranks, and what only looks like a name.
    ("Commodore Jo Lind of Chad left.", "Commodore Jo Lind", "TCD/Jo Lind"),
    ("The EU's Head of Unit, Jo Lind, left.", "EU's Head of Unit, Jo Lind", "EU/Jo Lind"),
    ("Tongan Prime Minister 'Aki Pova left.", "Tongan Prime Minister 'Aki Pova", "TON/Aki Pova"),
    ("Chad's consul in Arica, Jo Lind, left.", "Chad's consul in Arica, Jo Lind", "TCD/Jo Lind"),
    ("In 2016, under President Jo Lind, Chad and Mali met.", "President Jo Lind", "PER/Jo Lind"),
    ("The Bank of Zambia's governor, Jo Lind, left.", "governor, Jo Lind", "ZMB/Jo Lind"),
    ("Minister of Trade, Mr Jo Lind, left Chad.", "Minister of Trade, Mr Jo Lind", "PER/Jo Lind"),
    ("They met Chad's President and African Union Assembly Chair Jo Lind.",
     "Chad's President and African Union Assembly Chair Jo Lind", "TCD/Jo Lind"),
    # Where it is said who holds an office, and what it is for.
    ("The first Chadian consul in Lagos was Jo Lind.", "Jo Lind", "TCD/Jo Lind"),
    ("The first Chadian consul to present credentials in Mali was Jo Lind.", "Jo Lind", "TCD/Jo Lind"),
    ("The Chadian consul was Jo Lind's brother.", "Jo Lind", "/Jo Lind"),
    ("Chad appointed its first Consul in Quito: Jo Lind.", "first Consul in Quito: Jo Lind", "TCD/Jo Lind"),
    ("The Minister for Pacific Voyages Hon Dr Jo Lind left Chad.", "Minister for Pacific Voyages Hon Dr Jo Lind",
     "PER/Jo Lind"),
    ("The Minister of State for External Affairs and Parliamentary Affairs of Chad Shri Jo Lind left.",
     "Minister of State for External Affairs and Parliamentary Affairs of Chad Shri Jo Lind", "TCD/Jo Lind"),
    ("The Head of the EU Delegation to Georgia Jo Lind left.", "Head of the EU Delegation to Georgia Jo Lind",
     "EU/Jo Lind"),
    # Whom others are sent by or work for.
    ("The director of the Department's Office of Foreign Assistance, Dr. Jo Lind, left Chad.",
     "director of the Department's Office of Foreign Assistance, Dr. Jo Lind", "PER/Jo Lind"),
    # What the office is for and where it is held.
    ("The Governor of the Bank of Chad, Jo Lind, left.", "Governor of the Bank of Chad, Jo Lind", "TCD/Jo Lind"),
    ("Chad's Transitional President Jo Lind left.", "Chad's Transitional President Jo Lind", "TCD/Jo Lind"),
    ("The Ambassador-designate of Chad, Jo Lind, left.", "Ambassador-designate of Chad, Jo Lind", "TCD/Jo Lind"),
    ("They met the Head of the EU Delegation, Ambassador Jo Lind, and Chad's minister.",
     "Head of the EU Delegation, Ambassador Jo Lind", "EU/Jo Lind"),
    ("The High Representative of the African Union, Jo Lind, left.",
     "High Representative of the African Union, Jo Lind", "AU/Jo Lind"),
    ("Foreign Secretary Bharat Raj Lind of Nepal left.", "Foreign Secretary Bharat Raj Lind", "NPL/Bharat Raj Lind"),
    ("The head of the Chadian delegation, Jo Lind, left.", "head of the Chadian delegation, Jo Lind", "TCD/Jo Lind"),
    ("The Apostolic Nuncio, Archbishop Jo Lind, left Chad.", "Apostolic Nuncio, Archbishop Jo Lind", "VAT/Jo Lind"),
    ("A spokesperson for the Chadian Ministry of Trade, Jo Lind, left.",
     "spokesperson for the Chadian Ministry of Trade, Jo Lind", "TCD/Jo Lind"),
    ("The ministers of finance of Chad and Mali, Jo Lind and Al Mora, left.", "Al Mora", "MLI/Al Mora"),
    # Who belongs to no state.
    ("Amnesty International's director, Jo Lind, met Chad.", "director, Jo Lind", "/Jo Lind"),
    ("The rebels' leader, Jo Lind, met Chad.", "leader, Jo Lind", "/Jo Lind"),
    ("Hamas leader Jo Lind met Chad.", "leader Jo Lind", "/Jo Lind"),
    ("Hamas leader Jo Lind met Chad. Mr Lind left.", "Mr Lind", "/Jo Lind"),
    ("Cuban Communist Party First Secretary Miguel Díaz-Canel met Chad.", "First Secretary Miguel Díaz-Canel",
     "CUB/Miguel Díaz-Canel"),
    ("They met at the Extraordinary NATO Summit and President Jo Lind left.", "President Jo Lind", "PER/Jo Lind"),
    ("The leader of Hizballah, Jo Lind, met Chad.", "leader of Hizballah, Jo Lind", "/Jo Lind"),
    # What the predicate tells.
    ("Al Mora was the American envoy. His successor, Jo Lind, left.", "successor, Jo Lind", "USA/Jo Lind"),
    # Counterparts and colleagues.
    ("Mr Jo Lind and his New Zealand counterpart met.", "New Zealand counterpart", "NZL"),
    ("Foreign Minister Jo Lind met his Chadian counterpart.", "Chadian counterpart", "TCD/Foreign Minister"),
    ("The Minister of Health of Peru met his Chadian colleague.", "Chadian colleague", "TCD/Minister of Health"),
    ("The President of Peru met his Chadian colleague.", "Chadian colleague", "TCD/President"),
    ("The head of the Foreign Ministry of Peru met his Chadian colleague.", "Chadian colleague", "TCD"),
    ("The Minister of Peru met their Chadian colleagues.", "Chadian colleagues", "TCD"),
    ("The Netherlands foreign minister left.", "The Netherlands foreign minister", "NLD/Foreign minister"),
    ("Chile's President Jo Lind met his Laotian counterpart, Al Mora. The Laotian president left.",
     "Laotian president", "LAO/Al Mora"),
    ("Jo Lind met his Danish and Dutch colleagues, Al Mora and Bo Berg.", "Bo Berg", "NLD/Bo Berg"),
    ("They met his Chadian partner, Minister Jo Lind.", "Chadian partner, Minister Jo Lind", "TCD/Jo Lind"),
    ("They met his Chadian counterpart, Minister Jo Lind.", "Chadian counterpart, Minister Jo Lind", "TCD/Jo Lind"),
    # Whom somebody meets on a visit.
    ("On her visit to Chad the minister met President Jo Lind.", "President Jo Lind", "TCD/Jo Lind"),
    ("She visited Ndjamena and held talks with Minister Jo Lind.", "Minister Jo Lind", "TCD/Jo Lind"),
    # Whose an office is.
    ("The EBRD, whose President, Jo Lind, left, met Chile.", "President, Jo Lind", "EBRD/Jo Lind"),
    ("The World Bank met Chile. The Bank's President, Jo Lind, left.", "President, Jo Lind", "WB/Jo Lind"),
    ("Chile paid the IADB and its Brazilian president, Jo Lind.", "Brazilian president, Jo Lind", "IADB/Jo Lind"),
    ("Chile paid the IADB and its Brazilian counterpart, Jo Lind.", "Brazilian counterpart, Jo Lind", "BRA/Jo Lind"),
    ("The OSCE Office in Chad opened. The Head of the Office left.", "Head of the Office", "OSCE/Head of the Office"),
    ("The AU met. They thanked the Chairperson of the Union.", "Chairperson of the Union",
     "AU/Chairperson of the Union"),
    ("The visit of the Foreign Minister to Mali ended.", "Foreign Minister", "PER/Foreign Minister"),
    ("Mr Jo Lind met Chad's President Al Mora. He left for Abuja, where he was received by the President.",
     "President", "NGA/President"),
    ("Jo Lind, Adviser of the Ministry of Trade and Food and of Water Resources of Chad, left.", "Jo Lind",
     "TCD/Jo Lind"),
    # The end of an office is nobody's name.
    ("Chad's Secretary of Energy Jo Lind and Bureau of Trade Director Bo Berg left.",
     "Chad's Secretary of Energy Jo Lind", "TCD/Jo Lind"),
    ("Chief Medical Officer Dr. Jo Lind met Chad.", "Chief Medical Officer Dr. Jo Lind", "PER/Jo Lind"),
    ("The leader of the opposition PSX Jo Lind met Chad.", "leader of the opposition PSX Jo Lind", "PER/Jo Lind"),
    # Whose an office is by what stands behind it or its holder.
    ("They met his Chadian peer Jo Lind.", "Chadian peer Jo Lind", "TCD/Jo Lind"),
    ("They met his Chadian partner, Minister Jo Lind.", "Chadian partner, Minister Jo Lind", "TCD/Jo Lind"),
    ("They met Chad's guest, Minister Jo Lind.", "Minister Jo Lind", "PER/Jo Lind"),
    ("They met the Chadian partner Green Belt.", "Green Belt", "/Green Belt"),
    ("Director Jo Lind of the Foreign Ministry of Chad left.", "Director Jo Lind", "TCD/Jo Lind"),
    ("Ms Jo Lind of the Chadian Ministry of Health left.", "Ms Jo Lind", "TCD/Jo Lind"),
    ("The Ambassador to Georgia Jo Lind left.", "Ambassador to Georgia Jo Lind", "PER/Jo Lind"),
    ("Chad's top diplomat Jo Lind left.", "Chad's top diplomat Jo Lind", "TCD/Jo Lind"),
    # A comma before the name and none behind it.
    ("On Friday, the President of Chad, Jo Lind met them.", "President of Chad, Jo Lind", "TCD/Jo Lind"),
    ("Receiving the President of Chad, Jo Lind thanked him.", "Jo Lind", "/Jo Lind"),
    ("They met the Director of Trade, Jo Lind and the Chadian Minister of Trade, Al Mora.",
     "Director of Trade, Jo Lind", "PER/Jo Lind"),
    ("They met the President of Chad, His Excellency Jo Lind.", "President of Chad, His Excellency Jo Lind",
     "TCD/Jo Lind"),
    ("They met the State Secretary, Jo Lind of Chad.", "State Secretary, Jo Lind", "TCD/Jo Lind"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actor"), TITLES)
def test_an_office_and_its_holder(text: str, mention: str, actor: str) -> None:
    assert last(text, mention, publisher="Government of Peru") == (actor,)


WORLD = [
    ("The UN High Commissioner for Refugees, Jo Lind, met Chad. The High Commissioner left.", "High Commissioner",
     "UN/Jo Lind"),
    ("The EU Special Representative for the Sahel, Jo Lind, left.",
     "EU Special Representative for the Sahel, Jo Lind", "EU/Jo Lind"),
    ("The UN's Emergency Relief Coordinator, Jo Lind, left.", "UN's Emergency Relief Coordinator, Jo Lind",
     "UN/Jo Lind"),
    ("The Resident Coordinator in Chad, Jo Lind, left.", "Resident Coordinator in Chad, Jo Lind", "UN/Jo Lind"),
    ("The UN Resident and Humanitarian Coordinator for Mali, Jo Lind, left.",
     "UN Resident and Humanitarian Coordinator for Mali, Jo Lind", "UN/Jo Lind"),
    ("The Prime Minister of the interim government, Jo Lind, met Chad.",
     "Prime Minister of the interim government, Jo Lind", "TCD/Jo Lind"),
    ("The Governor of Abeche met Chad.", "Governor", "TCD/Governor"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actor"), WORLD)
def test_an_office_of_the_world(text: str, mention: str, actor: str) -> None:
    assert last(text, mention, publisher="WHO") == (actor,)


def test_the_high_commissioner_of_the_publishing_agency() -> None:
    text = "UN High Commissioner for Refugees Jo Lind met Chad. The High Commissioner left."
    assert last(text, "High Commissioner", publisher="UNHCR") == ("UNHCR/Jo Lind",)


BOSNIAN = [
    ("The OHR and the EU met. The High Representative left.", "High Representative", "OHR/High Representative"),
    ("The EU met Chad. The High Representative left.", "High Representative", "EU/High Representative"),
    ("The High Representative for Bosnia and Herzegovina, Jo Lind, left.",
     "High Representative for Bosnia and Herzegovina, Jo Lind", "OHR/Jo Lind"),
    ("The EU's High Representative Jo Lind met the OHR.", "EU's High Representative Jo Lind", "EU/Jo Lind"),
    ("High Representative Josep Borrell met the OHR.", "High Representative Josep Borrell", "EU/Josep Borrell"),
    ("The UN High Representative for Disarmament Affairs, Jo Lind, left.",
     "UN High Representative for Disarmament Affairs, Jo Lind", "UN/Jo Lind"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actor"), BOSNIAN)
def test_who_has_a_high_representative(text: str, mention: str, actor: str) -> None:
    assert last(text, mention, date="2022-06-01") == (actor,)


def test_the_high_representative_of_a_page_of_the_union_is_its_own() -> None:
    text = "The OHR met. The High Representative left."
    assert last(text, "High Representative", publisher="European Union") == ("EU/High Representative",)


ACRONYMS = [
    ("The CS met Uganda.", "CS", None),
    ("The VP met Uganda.", "VP", None),
    ("The Cabinet Secretary met Uganda. The CS left.", "CS", ("KEN/Cabinet secretary",)),
    ("CS Jo Lind met Uganda. The CS left.", "CS", ("KEN/Jo Lind",)),
    ("The PS for Trade, Jo Lind, met Uganda.", "PS for Trade, Jo Lind", ("KEN/Jo Lind",)),
    ("The PM met Uganda.", "PM", ("UGA/Prime minister",)),
]


@pytest.mark.parametrize(("text", "mention", "actors"), ACRONYMS)
def test_an_office_by_its_acronym(text: str, mention: str, actors: tuple[str, ...] | None) -> None:
    assert last(text, mention, publisher=KENYA) == actors


SPELLED = [
    ("President Yan Kovalenka of Chad left. Mr Kovalenko agreed.", "Mr Kovalenko", "TCD/Yan Kovalenka"),
    ("President Yan Obolenskyy of Chad left. Mr Obolensky agreed.", "Mr Obolensky", "TCD/Yan Obolenskyy"),
]


@pytest.mark.parametrize(("text", "mention", "actor"), SPELLED)
def test_a_surname_that_is_spelled_in_two_ways(text: str, mention: str, actor: str) -> None:
    assert last(text, mention) == (actor,)


def test_every_state_sends_ministers_plenipotentiary() -> None:
    text = "Minister Plenipotentiary Jo Lind went to Latvia. Minister Al Mora of Latvia saw him."
    assert last(text, "Minister Plenipotentiary Jo Lind", publisher="US Department of State") == ("USA/Jo Lind",)


def test_career_minister_is_a_rank_that_every_state_has() -> None:
    text = "Jo Lind is in Canada. Career Minister Jo Lind met Canada."
    assert last(text, "Career Minister Jo Lind", publisher="US Department of State") == ("USA/Jo Lind",)


def test_a_successor_without_a_name_is_nobody() -> None:
    assert last("The GATT and its successor met Chad.", "successor") is None


def test_two_first_names_that_begin_alike_are_two() -> None:
    text = "President Masoud Lari of Iraq met Prime Minister Masrour Lari of Chad. Mr Sergei Roux met Mr Sergey Roux."
    text += " Mr Aia Berg met Mr Aiah Berg."
    found = [m.actors[0].partition("/")[2] for m in link(text) if m.how == "person"]
    assert found == ["Masoud Lari", "Masrour Lari", "Sergei Roux", "Sergei Roux", "Aia Berg", "Aia Berg"]


def test_ministers_of_a_region_are_those_of_its_states() -> None:
    assert last("The foreign ministers of the Baltic States met.", "foreign ministers of the Baltic States") == (
        "EST", "LVA", "LTU",
    )  # fmt: skip


@pytest.mark.parametrize("text", ["The representatives of the ASEAN Member States met.", "Heads of Area Agencies met."])
def test_several_have_more_names_than_one(text: str) -> None:
    assert not [m for m in link(text) if m.how == "person"]
