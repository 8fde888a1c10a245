"""Offices and who holds them: (text, mention, actor of the last mention with that wording, what is known beside)."""

import pytest

from dragoman.actors.directory import directory
from dragoman.actors.linking import Mention, linked_mentions
from dragoman.records import Document, Known


def link(text: str, *, publisher: str = "", title: str = "", date: str = "2021-06-01") -> list[Mention]:
    known = [Known(side or None, "test") for side in (date, title, publisher)]
    return list(linked_mentions(Document("d", text, date=known[0], title=known[1], publisher=known[2]), directory()))


def last(text: str, mention: str, **sides: str) -> tuple[str, ...] | None:
    return next((m.actors for m in reversed(link(text, **sides)) if m.text == mention), None)


KENYA = "Government of Kenya"
TITLES = [
    # One title of several words, and several persons with one title.
    ("Deputy Prime Ministers Jo Lind of Chile and Al Mora met.", "Deputy Prime Ministers Jo Lind", "CHL/Jo Lind"),
    ("The Deputy Prime Minister, Jo Lind, met Chile.", "Deputy Prime Minister, Jo Lind", "PER/Jo Lind"),
    ("Peru's Mines and Energy Minister Jo Lind left.", "Peru's Mines and Energy Minister Jo Lind", "PER/Jo Lind"),
    ("The Minister of Trade of Chile, Jo Lind, and of Laos, Bo Berg, met.", "Bo Berg", "LAO/Bo Berg"),
    ("The Ministers of Chile, Jo Lind, of Mali, Al Mora, and of Laos, Bo Berg, met.", "Al Mora", "MLI/Al Mora"),
    ("The Ministers of Chile, Jo Lind, and of Laos, Bo Berg, met.", "Ministers of Chile, Jo Lind", "CHL/Jo Lind"),
    # What stands before a name and behind it.
    ("The Prime Minister of Chile, the Right Honourable Jo Lind, left.",
     "Prime Minister of Chile, the Right Honourable Jo Lind", "CHL/Jo Lind"),
    ("The Chief of the Chilean Navy, Air Vice Marshal Jo Lind, left.",
     "Chief of the Chilean Navy, Air Vice Marshal Jo Lind", "CHL/Jo Lind"),
    ("Rt. Hon. Prime Minister Jo Lind met Chile.", "Prime Minister Jo Lind", "PER/Jo Lind"),
    ("Major-General Jo Lind of Chile left.", "Major-General Jo Lind", "CHL/Jo Lind"),
    ("The Chad Police Service (CPS) Commander Jo Lind left.", "Chad Police Service (CPS) Commander Jo Lind",
     "TCD/Jo Lind"),
    ("Tonga's Prime Minister, Hau, chairs it.", "Tonga's Prime Minister, Hau", "TON/Hau"),
    ("Tonga's Prime Minister, Wednesday, left.", "Tonga's Prime Minister", "TON/Prime Minister"),
    ("Ambassador Jo Lind, Minister of Trade of Chile, and Bo Berg met.", "Ambassador Jo Lind", "CHL/Jo Lind"),
    ("Bo Berg, his Chilean counterpart, left.", "Bo Berg", "CHL/Bo Berg"),
    ("Bo Berg, his adviser, left Chile.", "Bo Berg", "/Bo Berg"),
    ("The Prime Minister of Chad and Chairman of the Union, the Hon. Jo Lind, left.",
     "Prime Minister of Chad and Chairman of the Union, the Hon. Jo Lind", "TCD/Jo Lind"),
    ("The Foreign Minister and Trade Minister Jo Lind left.", "Foreign Minister", "PER/Foreign Minister"),
    # Where an official sits, and whom one serves by serving another officer.
    ("Jo Lind, State Secretary for Global Bilateral Relations and Trade in the Ministry of Foreign Affairs of Chad, "
     "met Bo Berg.", "Jo Lind", "TCD/Jo Lind"),
    ("Jo Lind, Senior Adviser to the Director of Border Policy at the White House opened a school.", "Jo Lind",
     "USA/Jo Lind"),
    ("Jo Lind, Director at the World Bank, left Chad.", "Jo Lind", "WB/Jo Lind"),
    ("Jo Lind, Ambassador at the United Nations, left Chad.", "Jo Lind", "PER/Jo Lind"),
    ("The Foreign Minister met Jo Lind in the Ministry of Trade of Chad.", "Foreign Minister", "PER/Foreign Minister"),
    # A comma alone between an office and where it is held.
    ("Dr. Jo Lind, Director General, WTO, left Chad.", "Dr. Jo Lind", "WTO/Jo Lind"),
    ("Hon. Jo Lind, Minister of Health, Chad, left.", "Hon. Jo Lind", "TCD/Jo Lind"),
    ("Shri Jo Lind, Joint Secretary, Ministry of Trade of Chad led the talks.", "Shri Jo Lind", "TCD/Jo Lind"),
    ("The Narcotics Control Bureau, Chad (NCB) met Mali. Mr. Jo Lind, Director General, NCB left.", "Mr. Jo Lind",
     "TCD/Jo Lind"),
    # A first name that is a month as well.
    ("Jan Lind, the President of Chad, left.", "Jan Lind", "TCD/Jan Lind"),
    ("In Jan President Jo Lind of Chad left.", "President Jo Lind", "TCD/Jo Lind"),
    ("Chad was opened by the Prime Minister and Minister of Trade Hon. Jo Lind.",
     "Prime Minister and Minister of Trade Hon. Jo Lind", "PER/Jo Lind"),
    ("The European Union Ambassador to Fiji and the Pacific, H.E. Jo Lind, left.",
     "European Union Ambassador to Fiji and the Pacific, H.E. Jo Lind", "EU/Jo Lind"),
    ("It was signed by Jo Lind, Joint Secretary EAD and Al Mora of Chad.", "Jo Lind", "PER/Jo Lind"),
    ("It was signed by Jo Lind, Chief Representative UNDP, in Chad.", "Jo Lind", "UNDP/Jo Lind"),
    ("The envoys were Jo Lind, representing Chad; Al Mora of the Republic of Mali; Bo Berg, the Republic of Peru.",
     "Al Mora", "MLI/Al Mora"),
    ("The envoys were Jo Lind, representing Chad; Al Mora of the Republic of Mali; Bo Berg, the Republic of Peru.",
     "Bo Berg", "PER/Bo Berg"),
    ("They met Jo Lind; Mali of the north; and others.", "Jo Lind", "/Jo Lind"),
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
    ("UNDP's Jo Lind told Chad so.", "Jo Lind", "UNDP/Jo Lind"),
    ("Chad thanked Coordinating Minister for Trade Jo Lind.", "Coordinating Minister for Trade Jo Lind", "PER/Jo Lind"),
    ("The AU thanked the SADC, whose executive secretary, Jo Lind, left.", "executive secretary, Jo Lind",
     "SADC/Jo Lind"),
    # Titles of two words, ranks, and what only looks like a name.
    ("Chad's Auditor General Jo Lind left.", "Chad's Auditor General Jo Lind", "TCD/Jo Lind"),
    ("Chief Justice Jo Lind left Chad.", "Chief Justice Jo Lind", "PER/Jo Lind"),
    ("Commodore Jo Lind of Chad left.", "Commodore Jo Lind", "TCD/Jo Lind"),
    ("Retired General Jo Lind of Chad left.", "Retired General Jo Lind", "TCD/Jo Lind"),
    ("The Director of Public Prosecutions, Jo Lind, left Chad.", "Director of Public Prosecutions, Jo Lind",
     "PER/Jo Lind"),
    ("The EU's Head of Unit, Jo Lind, left.", "EU's Head of Unit, Jo Lind", "EU/Jo Lind"),
    ("Tongan Prime Minister 'Aki Pova left.", "Tongan Prime Minister 'Aki Pova", "TON/Aki Pova"),
    ("Chad's consul in Arica, Jo Lind, left.", "Chad's consul in Arica, Jo Lind", "TCD/Jo Lind"),
    ("The American Minister to England Jo F. Lind left.", "American Minister to England Jo F. Lind", "USA/Jo F. Lind"),
    ("In 2016, under President Jo Lind, Chad and Mali met.", "President Jo Lind", "PER/Jo Lind"),
    ("The Bank of Zambia's governor, Jo Lind, left.", "governor, Jo Lind", "ZMB/Jo Lind"),
    ("Minister of Trade, Mr Jo Lind, left Chad.", "Minister of Trade, Mr Jo Lind", "PER/Jo Lind"),
    ("They met Chad's President and African Union Assembly Chair Jo Lind.",
     "Chad's President and African Union Assembly Chair Jo Lind", "TCD/Jo Lind"),
    ("Deputy Assistant Secretary of State Jo Lind left Chad.", "Deputy Assistant Secretary of State Jo Lind",
     "USA/Jo Lind"),
    # Where it is said who holds an office, and what it is for.
    ("The first Chadian consul in Lagos was Jo Lind.", "Jo Lind", "TCD/Jo Lind"),
    ("The first Chadian consul to present credentials in Mali was Jo Lind.", "Jo Lind", "TCD/Jo Lind"),
    ("The Chadian consul was Jo Lind's brother.", "Jo Lind", "/Jo Lind"),
    ("Chad appointed its first Consul in Quito: Jo Lind.", "first Consul in Quito: Jo Lind", "TCD/Jo Lind"),
    ("They met the Chadian special envoy to the region, Jo Lind.", "Chadian special envoy to the region, Jo Lind",
     "TCD/Jo Lind"),
    ("Chad's Minister in charge of youth Jo Lind left.", "Chad's Minister in charge of youth Jo Lind", "TCD/Jo Lind"),
    ("The Minister for Pacific Voyages Hon Dr Jo Lind left Chad.", "Minister for Pacific Voyages Hon Dr Jo Lind",
     "PER/Jo Lind"),
    ("The Minister of State for External Affairs and Parliamentary Affairs of Chad Shri Jo Lind left.",
     "Minister of State for External Affairs and Parliamentary Affairs of Chad Shri Jo Lind", "TCD/Jo Lind"),
    ("The Head of the EU Delegation to Georgia Jo Lind left.", "Head of the EU Delegation to Georgia Jo Lind",
     "EU/Jo Lind"),
    ("MoS V Lind left Chad.", "MoS V Lind", "PER/V Lind"),
    ("DCM Jo Lind left Chad.", "DCM Jo Lind", "PER/Jo Lind"),
    # Whom others are sent by or work for.
    ("The Special Representative of the Secretary-General, Jo Lind, left.",
     "Special Representative of the Secretary-General, Jo Lind", "UN/Jo Lind"),
    ("The Special Envoy of the Secretary-General of the OAS, Jo Lind, left.",
     "Special Envoy of the Secretary-General of the OAS, Jo Lind", "OAS/Jo Lind"),
    ("The Envoy of the Prime Minister, Jo Lind, left Chad.", "Envoy of the Prime Minister, Jo Lind", "PER/Jo Lind"),
    ("The Head of the Attorney General's Office, Jo Lind, left Chad.",
     "Head of the Attorney General's Office, Jo Lind", "PER/Jo Lind"),
    ("The Special Envoy of the Chairperson of the AU Commission, Jo Lind, left.",
     "Special Envoy of the Chairperson of the AU Commission, Jo Lind", "AU/Jo Lind"),
    ("The Personal Envoy of the Secretary-General for Chad, Jo Lind, left.",
     "Personal Envoy of the Secretary-General for Chad, Jo Lind", "UN/Jo Lind"),
    ("The Special Envoy of the President for Chad, Jo Lind, left.", "Special Envoy of the President for Chad, Jo Lind",
     "PER/Jo Lind"),
    ("The director of the Department's Office of Foreign Assistance, Dr. Jo Lind, left Chad.",
     "director of the Department's Office of Foreign Assistance, Dr. Jo Lind", "PER/Jo Lind"),
    ("Assistant Secretary for Conflict and Stabilization Operations Jo Lind left Chad.",
     "Assistant Secretary for Conflict and Stabilization Operations Jo Lind", "PER/Jo Lind"),
    # What the office is for and where it is held.
    ("The Governor of the Central Bank, Jo Lind, left Chad.", "Governor of the Central Bank, Jo Lind", "PER/Jo Lind"),
    ("The Governor of the Bank of Chad, Jo Lind, left.", "Governor of the Bank of Chad, Jo Lind", "TCD/Jo Lind"),
    ("The Mayor of Arica, Jo Lind, left Chad.", "Mayor of Arica, Jo Lind", "PER/Jo Lind"),
    ("Chad's Transitional President Jo Lind left.", "Chad's Transitional President Jo Lind", "TCD/Jo Lind"),
    ("The Ambassador-designate of Chad, Jo Lind, left.", "Ambassador-designate of Chad, Jo Lind", "TCD/Jo Lind"),
    ("They met the Head of the EU Delegation, Ambassador Jo Lind, and Chad's minister.",
     "Head of the EU Delegation, Ambassador Jo Lind", "EU/Jo Lind"),
    ("The High Representative of the African Union, Jo Lind, left.",
     "High Representative of the African Union, Jo Lind", "AU/Jo Lind"),
    ("Foreign Secretary Bharat Raj Lind of Nepal left.", "Foreign Secretary Bharat Raj Lind", "NPL/Bharat Raj Lind"),
    ("The EU Special Envoy for Wakanda, Jo Lind, left.", "EU Special Envoy for Wakanda, Jo Lind", "EU/Jo Lind"),
    ("The head of the EU delegation in Chad, Jo Lind, left.", "head of the EU delegation in Chad, Jo Lind",
     "EU/Jo Lind"),
    ("The head of the Chadian delegation, Jo Lind, left.", "head of the Chadian delegation, Jo Lind", "TCD/Jo Lind"),
    ("The Apostolic Nuncio, Archbishop Jo Lind, left Chad.", "Apostolic Nuncio, Archbishop Jo Lind", "VAT/Jo Lind"),
    ("Chadian Foreign Ministry spokesman Jo Lind left.", "Chadian Foreign Ministry spokesman Jo Lind", "TCD/Jo Lind"),
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
    ("General Jo Lind is Chad's chargé in Lima.", "General Jo Lind", "TCD/Jo Lind"),
    ("Jo Lind was the first American consul in Lima.", "Jo Lind", "USA/Jo Lind"),
    ("Jo Lind was promoted to Ambassador of Chad.", "Jo Lind", "TCD/Jo Lind"),
    ("Jo Lind presented his credentials to the King as Ambassador of Chad.", "Jo Lind", "TCD/Jo Lind"),
    ("Jo Lind presented his credentials as Chadian Envoy to the Government of Mali.", "Jo Lind", "TCD/Jo Lind"),
    ("Al Mora was the American envoy. His successor, Jo Lind, left.", "successor, Jo Lind", "USA/Jo Lind"),
    ("Envoy Extraordinary and Minister Plenipotentiary Jo Lind of Chad left.",
     "Envoy Extraordinary and Minister Plenipotentiary Jo Lind", "TCD/Jo Lind"),
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
    ("The visit of the President of Chad to Mali ended.", "President of Chad", "TCD/President of Chad"),
    ("The visit of the President to Mali ended.", "President", "PER/President"),
    ("The visit of the Foreign Minister to Mali ended.", "Foreign Minister", "PER/Foreign Minister"),
    ("Mr Jo Lind met Chad's President Al Mora. He left for Abuja, where he was received by the President.",
     "President", "NGA/President"),
    ("Jo Lind, Adviser of the Ministry of Trade and Food and of Water Resources of Chad, left.", "Jo Lind",
     "TCD/Jo Lind"),
    # What an office is for is never whom it serves.
    ("The Minister for Trade, European Union and Cooperation of Chad, Jo Lind, left.",
     "Minister for Trade, European Union and Cooperation of Chad, Jo Lind", "TCD/Jo Lind"),
    ("Minister of EU and Nordic Affairs Jo Lind of Chad left.", "Minister of EU and Nordic Affairs Jo Lind",
     "TCD/Jo Lind"),
    ("Chad's Minister for European Union Affairs Jo Lind left.", "Chad's Minister for European Union Affairs Jo Lind",
     "TCD/Jo Lind"),
    ("The UN's Director of EU Operations Jo Lind left.", "UN's Director of EU Operations Jo Lind", "EU/Jo Lind"),
    ("Chad's Minister for Asia, the Pacific and Overseas Territories, Jo Lind, left.",
     "Chad's Minister for Asia, the Pacific and Overseas Territories, Jo Lind", "TCD/Jo Lind"),
    ("Minister for Europe and the Americas, Jo Lind, left.", "Minister for Europe and the Americas, Jo Lind",
     "PER/Jo Lind"),
    ("The Minister of Trade and Forging of Chad, Jo Lind, left.", "Minister of Trade and Forging of Chad, Jo Lind",
     "TCD/Jo Lind"),
    ("The Minister of Trade and Lind met Chad.", "Minister of Trade", "PER/Minister of Trade"),
    ("Minister of Forging, Trade and Health Jo Lind met Chad.", "Minister of Forging, Trade and Health Jo Lind",
     "PER/Jo Lind"),
    ("The Minister of Trade and State Counsellor of Chad, Jo Lind, left.",
     "Minister of Trade and State Counsellor of Chad, Jo Lind", "TCD/Jo Lind"),
    ("Minister of Health, Forging, and Coordination Jo Lind met Chad.",
     "Minister of Health, Forging, and Coordination Jo Lind", "PER/Jo Lind"),
    ("Ambassador to Chile Yu Gang met Chad.", "Ambassador to Chile Yu Gang", "PER/Yu Gang"),
    ("They informed colleagues of President Jo Lind of Chad.", "President Jo Lind", "TCD/Jo Lind"),
    ("Minister of Finance and Trade Senator Jo Lind met Chad.", "Minister of Finance and Trade Senator Jo Lind",
     "PER/Jo Lind"),
    ("They met his colleagues from the Chadian Ministry of Trade.", "Chadian Ministry of Trade",
     "TCD/Ministry of Trade"),
    ("Jo Lind presented his credentials as Minister Resident/Consul General in Chad.", "Jo Lind", "PER/Jo Lind"),
    ("Minister of Trade in the Council of Ministers Jo Lind met Chad.",
     "Minister of Trade in the Council of Ministers Jo Lind", "PER/Jo Lind"),
    ("The Special Envoy for Chad Reconciliation Jo Lind left.", "Special Envoy for Chad Reconciliation Jo Lind",
     "PER/Jo Lind"),
    ("They asked the Minister to supply Chad.", "Minister", "PER/Minister"),
    # The end of an office is nobody's name.
    ("The Chair of the National Flood Relief and Crisis Management Authority met Chad.",
     "Chair of the National Flood Relief and Crisis Management Authority",
     "PER/Chair of the National Flood Relief and Crisis Management Authority"),
    ("Chad's Secretary of Energy Jo Lind and Bureau of Trade Director Bo Berg left.",
     "Chad's Secretary of Energy Jo Lind", "TCD/Jo Lind"),
    ("The head of the Joint Border Control Forces Jo Lind met Chad.",
     "head of the Joint Border Control Forces Jo Lind", "PER/Jo Lind"),
    ("The chair of the EU Expert Panel on Libya Jo Lind left.", "chair of the EU Expert Panel on Libya Jo Lind",
     "EU/Jo Lind"),
    ("The Assistant Minister for Multilateral Organisations' Affairs of Chad left.",
     "Assistant Minister for Multilateral Organisations' Affairs of Chad",
     "TCD/Assistant Minister for Multilateral Organisations' Affairs of Chad"),
    ("Chief Medical Officer Dr. Jo Lind met Chad.", "Chief Medical Officer Dr. Jo Lind", "PER/Jo Lind"),
    ("The Governor of Abeche H.E. Jo Lind met Chad.", "Governor of Abeche H.E. Jo Lind", "PER/Jo Lind"),
    ("Minister Law met Chad.", "Minister Law", "PER/Law"),
    ("The leader of the opposition PSX Jo Lind met Chad.", "leader of the opposition PSX Jo Lind", "PER/Jo Lind"),
    # Whose an office is by what stands behind it or its holder.
    ("The President of the 75th session of the UN General Assembly, Jo Lind, met Chad.",
     "President of the 75th session of the UN General Assembly, Jo Lind", "UN/Jo Lind"),
    ("They met his counterpart from Chad, Jo Lind.", "counterpart from Chad, Jo Lind", "TCD/Jo Lind"),
    ("They recalled the ambassador from Chad, Jo Lind.", "ambassador", "PER/Ambassador"),
    ("They met his Chadian peer Jo Lind.", "Chadian peer Jo Lind", "TCD/Jo Lind"),
    ("They met his Chadian partner, Minister Jo Lind.", "Chadian partner, Minister Jo Lind", "TCD/Jo Lind"),
    ("They met Chad's guest, Minister Jo Lind.", "Minister Jo Lind", "PER/Jo Lind"),
    ("They met the Chadian partner Green Belt.", "Green Belt", "/Green Belt"),
    ("Director Jo Lind of the Foreign Ministry of Chad left.", "Director Jo Lind", "TCD/Jo Lind"),
    ("Ms Jo Lind of the Chadian Ministry of Health left.", "Ms Jo Lind", "TCD/Jo Lind"),
    ("European Commission official Jo Lind left Chad.", "European Commission official Jo Lind", "EU/Jo Lind"),
    ("The Ambassador to Georgia Jo Lind left.", "Ambassador to Georgia Jo Lind", "PER/Jo Lind"),
    ("The head of Chadian diplomacy, Jo Lind, left.", "head of Chadian diplomacy, Jo Lind", "TCD/Jo Lind"),
    ("Chad's top diplomat Jo Lind left.", "Chad's top diplomat Jo Lind", "TCD/Jo Lind"),
    # A comma before the name and none behind it.
    ("On Friday, the President of Chad, Jo Lind met them.", "President of Chad, Jo Lind", "TCD/Jo Lind"),
    ("Receiving the President of Chad, Jo Lind thanked him.", "Jo Lind", "/Jo Lind"),
    ("They met the Director of Trade, Jo Lind and the Chadian Minister of Trade, Al Mora.",
     "Director of Trade, Jo Lind", "PER/Jo Lind"),
    ("They met the President of Chad, His Excellency Jo Lind.", "President of Chad, His Excellency Jo Lind",
     "TCD/Jo Lind"),
    ("They met the State Secretary, Jo Lind of Chad.", "State Secretary, Jo Lind", "TCD/Jo Lind"),
    ("Chad's Chargé d'Affaires a.i. Jo Lind left.", "Chad's Chargé d'Affaires a.i. Jo Lind", "TCD/Jo Lind"),
    # Ranks and forms of address.
    ("Chadian Maj. Gen. Jo Lind left.", "Chadian Maj. Gen. Jo Lind", "TCD/Jo Lind"),
    ("Chad's Lt. General (Rtd) Jo Lind left.", "Chad's Lt. General (Rtd) Jo Lind", "TCD/Jo Lind"),
    ("Chadian Colonel-General Jo Lind left.", "Chadian Colonel-General Jo Lind", "TCD/Jo Lind"),
    ('President Jo "Jolly" Lind of Chad left.', 'President Jo "Jolly" Lind', "TCD/Jo Lind"),
    ("Ambassador Amir Lind met Chad.", "Ambassador Amir Lind", "PER/Amir Lind"),
    ("Sultan bin Lind, the Ambassador of Oman, left.", "Sultan bin Lind", "OMN/Sultan bin Lind"),
    ("Sultan Haitham bin Lind of Oman left.", "Sultan Haitham bin Lind", "OMN/Haitham bin Lind"),
    ("Foreign Minister Dato' Jo Lind of Chad left.", "Foreign Minister Dato' Jo Lind", "TCD/Jo Lind"),
    ("Minister Tan Sri Jo Lind of Chad left.", "Minister Tan Sri Jo Lind", "TCD/Jo Lind"),
    ("H. E. Jo Lind, the President of Chad, left.", "H. E. Jo Lind", "TCD/Jo Lind"),
    ("Dr A B Lind, Minister of Chad, left.", "Dr A B Lind", "TCD/A B Lind"),
    ("Foreign Secretary Omar Siam met Chad.", "Foreign Secretary Omar Siam", "PER/Omar Siam"),
    ("Minister May Lind met Chad.", "Minister May Lind", "PER/May Lind"),
    ("In May Minister Jo Lind met Chad.", "Minister Jo Lind", "PER/Jo Lind"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actor"), TITLES)
def test_an_office_and_its_holder(text: str, mention: str, actor: str) -> None:
    assert last(text, mention, publisher="Government of Peru") == (actor,)


WORLD = [
    ("The UN High Commissioner for Refugees, Jo Lind, met Chad. The High Commissioner left.", "High Commissioner",
     "UN/Jo Lind"),
    ("UN High Commissioner for Human Rights Jo Lind left.", "UN High Commissioner for Human Rights Jo Lind",
     "UN/Jo Lind"),
    ("The UN High Commissioner for Refugees left.", "UN High Commissioner for Refugees", "UNHCR"),
    ("OSCE High Commissioner on National Minorities Jo Lind left.",
     "OSCE High Commissioner on National Minorities Jo Lind", "OSCE/Jo Lind"),
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


@pytest.mark.parametrize(("date", "state"), [("1963-12-20", "KEN"), ("2010-03-01", "KEN"), ("2020-03-01", "UGA")])
def test_an_office_that_a_state_had_for_some_years(date: str, state: str) -> None:
    text = "Kenya and Uganda met. Prime Minister Jo Lind left."
    assert last(text, "Prime Minister Jo Lind", publisher=KENYA, date=date) == (f"{state}/Jo Lind",)


def test_a_known_holder_has_an_office_that_the_state_is_said_to_lack() -> None:
    text = "Prime Minister William Ruto and Uganda met."
    assert last(text, "Prime Minister William Ruto", date="2014-01-01") == ("KEN/William Ruto",)
    assert last(text, "Prime Minister William Ruto", date="1960-01-01") != ("KEN/William Ruto",)


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


SPEECH = "Remarks by the Ambassador of Japan, Jo Lind, in Palau"
SPOKEN = [
    ("I thank my Minister.", "Minister", ("JPN/Minister",), "Government of Palau"),
    ("I thank your Government.", "Government", ("PLW",), "Japan"),
    ("I thank your Vice President.", "Vice President", ("PLW/Vice President",), "Japan"),
]


@pytest.mark.parametrize(("text", "mention", "actors", "publisher"), SPOKEN)
def test_my_minister_and_your_minister(text: str, mention: str, actors: tuple[str, ...], publisher: str) -> None:
    assert last(text, mention, publisher=publisher, title=SPEECH) == actors


def test_nobody_is_addressed_in_a_speech_to_all() -> None:
    assert last("I thank your Government.", "Government", publisher="Japan", title="Remarks by Jo Lind") is None


@pytest.mark.parametrize(
    ("text", "mention", "actor"),
    [
        ("President Nasir Sheikh Obol of Chad left.", "President Nasir Sheikh Obol", "TCD/Nasir Sheikh Obol"),
        ("Chad was glad that President Obol, Sheikh Nasir and others came.", "President Obol", "TCD/Obol"),
    ],
)
def test_a_title_within_a_name_is_part_of_it(text: str, mention: str, actor: str) -> None:
    assert last(text, mention) == (actor,)


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


def test_an_alliance_has_no_mayor() -> None:
    assert last("Chad met them. Mayor Jo Lind left.", "Mayor Jo Lind", publisher="NATO") == ("TCD/Jo Lind",)


def test_two_first_names_that_begin_alike_are_two() -> None:
    text = "President Masoud Lari of Iraq met Prime Minister Masrour Lari of Chad. Mr Sergei Roux met Mr Sergey Roux."
    text += " Mr Aia Berg met Mr Aiah Berg."
    found = [m.actors[0].partition("/")[2] for m in link(text) if m.how == "person"]
    assert found == ["Masoud Lari", "Masrour Lari", "Sergei Roux", "Sergei Roux", "Aia Berg", "Aia Berg"]


def test_a_law_is_no_person() -> None:
    assert not [m for m in link("Chad passed the General Law on Mines.") if m.how == "person"]


def test_ministers_of_a_region_are_those_of_its_states() -> None:
    assert last("The foreign ministers of the Baltic States met.", "foreign ministers of the Baltic States") == (
        "EST", "LVA", "LTU",
    )  # fmt: skip


@pytest.mark.parametrize("text", ["The representatives of the ASEAN Member States met.", "Heads of Area Agencies met."])
def test_several_have_more_names_than_one(text: str) -> None:
    assert not [m for m in link(text) if m.how == "person"]
