"""Linking of mentions with the whole document: (text, mention, actors)."""

import os
import subprocess
import sys
import time

import pytest

from dragoman.actors.directory import directory
from dragoman.actors.linking import Mention, acronyms, context_actors, linked_mentions, publisher_actor
from dragoman.records import Document, Known


def link(
    text: str, publisher: str = "", title: str = "", date: str = "2021-06-01", url: str | None = None
) -> list[Mention]:
    named, by = Known(title or None, "test"), Known(publisher or None, "test")
    document = Document("d", text, title=named, publisher=by, date=Known(date, "test"), url=url)
    return list(linked_mentions(document, directory()))


def actors_of(text: str, mention: str, **sides: str) -> tuple[str, ...] | None:
    """Actors of the first outermost mention with exactly this wording."""
    return next((m.actors for m in link(text, **sides) if m.text == mention), None)


PLAIN = [
    ("Serbian armed forces train.", "Serbian armed forces", ("SRB/Armed forces",)),
    ("Serbia’s armed forces train.", "Serbia’s armed forces", ("SRB/Armed forces",)),
    ("It was said by the Serbian Government.", "Serbian Government", ("SRB",)),
    ("The Government of the Republic of Serbia said so.", "Government of the Republic of Serbia", ("SRB",)),
    ("The Ministry of Interior of Serbia signed.", "Ministry of Interior of Serbia", ("SRB/Ministry of Interior",)),
    ("They met Foreign Minister of Estonia Urmas Paet.", "Foreign Minister of Estonia Urmas Paet", ("EST/Urmas Paet",)),
    (
        "NATO Secretary General Jens Stoltenberg spoke.",
        "NATO Secretary General Jens Stoltenberg",
        ("NATO/Jens Stoltenberg",),
    ),
    ("President of Syria Bashar al-Assad spoke.", "President of Syria Bashar al-Assad", ("SYR/Bashar al-Assad",)),
    ("Jens Stoltenberg, Secretary General of NATO, spoke.", "Jens Stoltenberg", ("NATO/Jens Stoltenberg",)),
    ("A Royal New Zealand Air Force C-130 came.", "Royal New Zealand Air Force", ("NZL/Royal New Zealand Air Force",)),
    ("The Royal Thai Army trained.", "Royal Thai Army", ("THA/Royal Thai Army",)),
    ("They flew with Royal Jordanian Airlines.", "Royal Jordanian Airlines", ("/Royal Jordanian Airlines",)),
    ("Planes of the Turkish Air Force came.", "Turkish Air Force", ("TUR/Air Force",)),
    ("It helped the Albanian Red Cross.", "Albanian Red Cross", ("/Albanian Red Cross",)),
    ("It helped the Turkish Red Crescent Society.", "Turkish Red Crescent Society", ("/Turkish Red Crescent Society",)),
    ("It helped the Red Cross.", "Red Cross", ("ICRC",)),
    ("Ukrainian Prosecutor-General Ira Bond came.", "Ukrainian Prosecutor-General Ira Bond", ("UKR/Ira Bond",)),
    ("The Czech and Slovak ministers agreed.", "Czech and Slovak ministers", ("CZE", "SVK")),
    ("They praised the U.S.-Albania relationship.", "U.S.", ("USA",)),
    ("They praised the U.S.-Albania relationship.", "Albania", ("ALB",)),
    ("The Russia–EU Summit was held.", "EU", ("EU",)),
    ("KFOR deters violence.", "KFOR", ("NATO/KFOR",)),
    ("They studied at Baylor University.", "Baylor University", ("/Baylor University",)),
    ("Hamas rejected the offer.", "Hamas", ("/Hamas",)),
    ("A protest by Kosovo Serbs went on.", "Kosovo Serbs", ("/Kosovo Serbs",)),
    ("South Sudan joined.", "South Sudan", ("SSD",)),
    ("Nigeria and Niger agreed.", "Niger", ("NER",)),
    ("Guinea-Bissau joined.", "Guinea-Bissau", ("GNB",)),
    ("Turkey joined.", "Turkey", ("TUR",)),
    ("The US gave aid.", "US", ("USA",)),
    ("The President of the Argentine Nation left.", "President of the Argentine Nation",
     ("ARG/President of the Argentine Nation",)),
    ("St. Kitts-Nevis-Anguilla joined.", "St. Kitts-Nevis-Anguilla", ("KNA",)),
    ("St. Vincent & the Grenadines joined.", "St. Vincent & the Grenadines", ("VCT",)),
    ("A State Department official recently left Chad.", "State Department official", ("USA",)),
    ("A Chadian official even left.", "Chadian official", ("TCD",)),
    ("SERBIA JOINS PROGRAMME", "SERBIA", ("SRB",)),
    ("The Turkmen side agreed.", "Turkmen side", ("TKM",)),
    ("The Seychellois Minister Jo Lind left.", "Seychellois Minister Jo Lind", ("SYC/Jo Lind",)),
    ("Turkmens settled there.", "Turkmens", ("/Turkmens",)),
    ("Frenchmen settled there.", "Frenchmen", ("/Frenchmen",)),
    ("The Franco-Siamese treaty was signed.", "Franco", ("FRA",)),
    ("The South-Ossetian side agreed.", "South-Ossetian side", ("SOT",)),
    ("The South-Korean side agreed.", "South-Korean side", ("KOR",)),
    ("The Kosovo-Albanian border is long.", "Kosovo", ("XKX",)),
    ("Talks were held in Male.", "Male", ("MDV",)),
    ("Male students came.", "Male", None),
    ("He flew to Port Moresby.", "Port Moresby", ("PNG",)),
    ("Houthi rebels left.", "Houthi", ("/Houthis (Houthi movement, Ansar Allah)",)),
    ("The KLA left. The Kosovo Liberation Army left.", "KLA", ("/Kosovo Liberation Army (KLA)",)),
    ("Hizballah left.", "Hizballah", ("/Hizballah",)),
    ("The CSTO Collective Security Council met.", "CSTO Collective Security Council",
     ("CSTO/Collective Security Council",)),
    ("Peru and Austria met. The Bundesrat agreed.", "Bundesrat", ("AUT/Bundesrat",)),
    ("The Bundesrat agreed.", "Bundesrat", ("DEU/Bundesrat",)),
    ("Peru and Canada met. The House of Commons agreed.", "House of Commons", ("CAN/House of Commons",)),
    ("Peru welcomed the vote in the House of Commons.", "House of Commons", ("GBR/House of Commons",)),
    ("Oman and Peru met. The Majlis al-Shura agreed.", "Majlis al-Shura", ("OMN/Majlis al-Shura",)),
    ("Peru met the Copenhagen criteria.", "Copenhagen", None),
    ("The Franco regime fell.", "Franco", None),
    ("The Franco-German brigade left.", "Franco", ("FRA",)),
    ("Maurice Lind left.", "Maurice", None),
    ("Douglas Lind left.", "Douglas", None),
    ("They met in Mexico City.", "Mexico City", ("MEX",)),
    ("The Order of Malta signed.", "Order of Malta", ("/Order of Malta",)),
    ("The Budapest Memorandum was signed.", "Budapest", None),
    (
        "It left the Commonwealth of Independent States in 2009.",
        "Commonwealth of Independent States",
        ("CIS",),
    ),
    ("Some diplomats doubted it.", "diplomats", ("/Diplomats",)),
    (
        "The Russian, Ukrainian, and Moldovan presidents met.",
        "Russian, Ukrainian, and Moldovan presidents",
        ("RUS", "UKR", "MDA"),
    ),
    ("The Canadian and New Zealand governments agreed.", "Canadian and New Zealand governments", ("CAN", "NZL")),
    (
        "Presidents Jo Lind of Kenya, Al Mora of Peru and Bo Berg of Laos met. The three leaders left.",
        "The three leaders",
        ("KEN/Jo Lind", "PER/Al Mora", "LAO/Bo Berg"),
    ),
    ("Ministers of Kenya, Peru and Laos met. The three sides agreed.", "The three sides", ("KEN", "PER", "LAO")),
    (
        "U.S. Special Operations Command Europe trained them.",
        "U.S. Special Operations Command Europe",
        ("USA/Special Operations Command Europe",),
    ),
    ("It met the American company Bechtel.", "American company", None),
    ("It met the American company Bechtel.", "Bechtel", ("/Bechtel",)),
    ("When meeting the Iranian President, Mr Putin told him so.", "Mr Putin", ("RUS/Putin",)),
    ("He met the Iranian President, Mohammad Lari.", "Iranian President, Mohammad Lari", ("IRN/Mohammad Lari",)),
    ("S.V. Lavrov held talks.", "S.V. Lavrov", ("RUS/S.V. Lavrov",)),
    ("D.Ortega, President of Nicaragua, paid a visit.", "D.Ortega", ("NIC/D.Ortega",)),
    ("King Charles III visited Kenya.", "King Charles III", ("GBR/Charles III",)),
    ("Chargé d'Affaires Jo Lind of Norway spoke.", "Chargé d'Affaires Jo Lind", ("NOR/Jo Lind",)),
    ("Peru's Consular Agent Jo Lind spoke.", "Peru's Consular Agent Jo Lind", ("PER/Jo Lind",)),
    ("UN Special Envoy for Yemen Jo Lind spoke.", "UN Special Envoy for Yemen Jo Lind", ("UN/Jo Lind",)),
    (
        "EU Special Representative for the Dialogue Jo Lind spoke.",
        "EU Special Representative for the Dialogue Jo Lind",
        ("EU/Jo Lind",),
    ),
    (
        "They met High Representative of the EU for Foreign Affairs Jo Lind.",
        "High Representative of the EU for Foreign Affairs Jo Lind",
        ("EU/Jo Lind",),
    ),
    (
        "Japan's Director-General for Asian and Oceanian Affairs Jo Lind spoke.",
        "Japan's Director-General for Asian and Oceanian Affairs Jo Lind",
        ("JPN/Jo Lind",),
    ),
    (
        "EU Special Representative for the Belgrade-Pristina Dialogue Jo Lind spoke.",
        "EU Special Representative for the Belgrade-Pristina Dialogue Jo Lind",
        ("EU/Jo Lind",),
    ),
    ("UN Secretary-General for Iran Jo Lind spoke.", "UN Secretary-General for Iran Jo Lind", ("UN/Jo Lind",)),
    ("Chief Negotiator for the EU, Jo Lind, spoke.", "Chief Negotiator for the EU, Jo Lind", ("EU/Jo Lind",)),
    ("High Representative for Iraq talked.", "Iraq", ("IRQ",)),
    (
        "Minister of Defence Jo Lind and European Affairs Minister Al Berg met.",
        "European Affairs Minister Al Berg",
        ("/Al Berg",),
    ),
    ("The Italian coastguard rescued them.", "Italian coastguard", ("ITA/Coastguard",)),
    ("Gunmen attacked Indian fishermen.", "Indian fishermen", ("/Indian fishermen",)),
    ("It helps refugees and migrants.", "refugees and migrants", ("/Refugees and migrants",)),
    ("It helps Syrian refugees and poor families.", "Syrian refugees", ("/Syrian refugees",)),
    ("It helps Syrian refugees and young migrants.", "Syrian refugees and young migrants",
     ("/Syrian refugees and young migrants",)),
    ("It helps nurses, refugees and migrants.", "migrants", ("/Migrants",)),
    ("It helps teachers and banks of Peru.", "teachers", ("/Teachers",)),
    ("He met Israelis and Palestinians.", "Palestinians", ("/Palestinians",)),
    ("Lawyers and activists were jailed.", "Lawyers and activists", ("/Lawyers and activists",)),
    ("Stakeholders were heard. It went on.", "Stakeholders", ("/Stakeholders",)),
    ("Charts for the Western Atlas countries were made.", "Western Atlas countries", ("/Western Atlas countries",)),
    ("NATO countries have invested.", "countries", None),
    ("The Taliban’s return was swift.", "Taliban", ("/Taliban",)),
    ("U.S. Special Operations Command Europe (SOCEUR) trains.", "SOCEUR", ("USA/Special Operations Command Europe",)),
    ("The Fund for Wild Rivers (WIRI) pays.", "WIRI", ("/Fund for Wild Rivers",)),
    ("They mourn with the people of the Gambia.", "people of the Gambia", ("/People of the Gambia",)),
    ("They feed people of all ages.", "people", None),
    ("Armed men took the port.", "Armed men", ("/Armed men",)),
    ("Men took the port.", "Men", None),
    ("They trained local officials.", "local officials", ("/Local officials",)),
    ("It was said by Western allies.", "Western allies", ("/Western allies",)),
    ("We need partners who listen.", "partners", ("/Partners",)),
    ("It cost US$ 2 billion and NZ$9m.", "US", None),
    ("They gave five US dollars to Peru.", "US", None),
    ("They gave NOK 200 million to Peru.", "NOK", None),
    ("In Brussels Secretary General Jo Lind spoke.", "Secretary General Jo Lind", ("EU/Jo Lind",)),
    ("Mr. Casey of Australia spoke.", "Mr. Casey", ("AUS/Casey",)),
    ("Chad's caretaker foreign minister Jo Lind came.", "Chad's caretaker foreign minister Jo Lind", ("TCD/Jo Lind",)),
    ("The President of Chad, H.E. Jo Lind, came.", "President of Chad, H.E. Jo Lind", ("TCD/Jo Lind",)),
    (
        "Indian External Affairs Minister Smt. Asha Rao left.",
        "Indian External Affairs Minister Smt. Asha Rao",
        ("IND/Asha Rao",),
    ),
    ("French President de Vries came.", "French President de Vries", ("FRA/de Vries",)),
    (
        "Australian Prime Minister Jo Lind and Prime Minister Al Berg met.",
        "Australian Prime Minister Jo Lind",
        ("AUS/Jo Lind",),
    ),
    ("Sudan accepted. Talks were held in Vilnius. It will join.", "It", ("SDN",)),
    ("The Executive Board of the African Union (AU) met. The AU agreed.", "AU", ("AU",)),
    ("Foreign Minister Jo Lind signed for Chad.", "Foreign Minister Jo Lind", ("TCD/Jo Lind",)),
    ("Mali met Minister Jo Lind, who signed on behalf of Chad.", "Minister Jo Lind", ("TCD/Jo Lind",)),
    ("Minister Jo Lind signed on behalf of the Gambia.", "Minister Jo Lind", ("GMB/Jo Lind",)),
    ("Mali and Chad, represented by Minister Jo Lind, agreed.", "Minister Jo Lind", ("TCD/Jo Lind",)),
    ("Thirty-nine countries were represented.", "countries", None),
    ("Forty-nine States signed.", "Forty-nine States", None),
    ("Lima agreed with Santiago.", "Lima", ("PER",)),
    ("The Court of Justice of Peru sat. The Court agreed.", "Court", ("PER/Court of Justice",)),
    ("African leaders met.", "African leaders", ("/African leaders",)),
    ("A Western diplomat doubted it.", "Western diplomat", ("/Western diplomat",)),
    ("It urged all parties to the conflict to stop.", "all parties to the conflict", ("/All parties to the conflict",)),
    ("It urged all parties to stop.", "all parties", ("/All parties",)),
    ("A Dutch contractor built it.", "Dutch contractor", ("/Dutch contractor",)),
    ("A Filipino lorry driver was held.", "Filipino lorry driver", ("/Filipino lorry driver",)),
    ("It sought closer ties with the West.", "the West", ("/the West",)),
    ("Kenya was calm. Then police fired on them.", "police", ("KEN/Police",)),
    ("In Kenya police officers left.", "police", None),
    ("In Chad the security service held him.", "security service", ("TCD/Security service",)),
    ("Ceylon refused it.", "Ceylon", ("LKA",)),
    ("The Paris Club agreed.", "Paris Club", ("/Paris Club",)),
    ("It backed the Republic of Srpska.", "Republic of Srpska", ("BIH/Republika Srpska",)),
    ("Jo Ann Lind was appointed U.S. Ambassador to Chad.", "Jo Ann Lind", ("USA/Jo Ann Lind",)),
    ("Jo Lind, Jr. was appointed Peruvian envoy to Chad.", "Jo Lind, Jr.", ("PER/Jo Lind, Jr.",)),
    ("Jo Lind was the last to leave Chad.", "Jo Lind", ("/Jo Lind",)),
    (
        "American Envoy Extraordinary and Minister Plenipotentiary Jo Lind came.",
        "American Envoy Extraordinary and Minister Plenipotentiary Jo Lind",
        ("USA/Jo Lind",),
    ),
    (
        "U.S. Special Representative to the States of Antigua and Dominica spoke.",
        "U.S. Special Representative to the States of Antigua and Dominica",
        ("USA/Special Representative to the States of Antigua and Dominica",),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actors"), PLAIN)
def test_one_sentence(text: str, mention: str, actors: tuple[str, ...] | None) -> None:
    assert actors_of(text, mention) == actors


WITH_DOCUMENT = [
    ("Serbian Foreign Minister Marko Đurić came. Minister Đurić spoke.", "Minister Đurić", ("SRB/Marko Đurić",)),
    ("Serbian Foreign Minister Marko Đurić came. Đurić spoke.", "Đurić", ("SRB/Marko Đurić",)),
    (
        "Serbian Foreign Minister Marko Đurić came. The Foreign Minister spoke.",
        "Foreign Minister",
        ("SRB/Marko Đurić",),
    ),
    ("Serbian Foreign Minister Marko Đurić came. He spoke.", "He", ("SRB/Marko Đurić",)),
    (
        "Peruvian President and OAS Chairperson Rosa Lima spoke. President Lima left.",
        "Peruvian President and OAS Chairperson Rosa Lima",
        ("PER/Rosa Lima",),
    ),
    ("Peruvian President and OAS Chairperson Rosa Lima spoke. The President left.", "President", ("PER/Rosa Lima",)),
    ("Chad's Foreign Minister Ali Kone came. Co-president Ali Kone spoke.", "Co-president Ali Kone", ("TCD/Ali Kone",)),
    (
        "Serbian President Ana Ilić met Greek leader Eva Rallis. The Serbian and Greek presidents spoke.",
        "Serbian and Greek presidents",
        ("SRB/Ana Ilić", "GRC/Eva Rallis"),
    ),
    ("Serbia joined the programme in 2006. It opened an office.", "It", ("SRB",)),
    ("In talks with Ana Ilić, the Estonian minister thanked her. Ana Ilić left.", "Ana Ilić", ("/Ana Ilić",)),
    ("Latvian Foreign Minister Jana Krūma met Ana Ilić. The two ministers talked.", "Latvian", ("LVA",)),
    ("Foreign Ministers of Serbia and Latvia, Ivan Popov and Jana Krūma, met.", "Jana Krūma", ("LVA/Jana Krūma",)),
    ("Presidents of Serbia and Latvia, Mr. Ivan Popov and Dr. Jana Krūma, met.", "Jana Krūma", ("LVA/Jana Krūma",)),
    ("He met his Estonian counterpart, Urmas Paet. Mr. Paet spoke.", "Mr. Paet", ("EST/Urmas Paet",)),
    ("The Defence Reform Group (DRG) met. Later DRG worked on.", "DRG", ("/Defence Reform Group",)),
    ("The Baltic states joined NATO. They thanked it.", "They", ("EST", "LVA", "LTU")),
    ("Serbia and Kosovo talked. The two sides agreed.", "The two sides", ("SRB", "XKX")),
    ("NATO met. The Alliance agreed.", "The Alliance", ("NATO",)),
    ("South African Minister Pandor and Deputy Minister Botes came.", "Deputy Minister Botes", ("ZAF/Botes",)),
    ("French Foreign Ministry Secretary General Delattre came.", "Foreign Ministry", None),
    ("Prime Minister Albanese of Australia came.", "Prime Minister Albanese", ("AUS/Albanese",)),
    ("Russian President Vladimir Putin met Xi Jinping. Mr Putin spoke.", "Mr Putin", ("RUS/Vladimir Putin",)),
    ("The OSCE Mission to Serbia came. The Mission stayed.", "The Mission", ("OSCE/OSCE Mission to Serbia",)),
    ("Peru and Chile met. The two armies train.", "The two armies", ("PER/Army", "CHL/Army")),
    (
        "Peru and Chile met. Talks of the health ministries of both countries went on.",
        "the health ministries of both countries",
        ("PER/Health ministry", "CHL/Health ministry"),
    ),
    ("Peru and Chile met. Two armies of ants came.", "Two armies", None),
    ("The Dominican Republic and Haiti met. The Dominican side left.", "Dominican side", ("DOM",)),
    ("Dominica and Haiti met. The Dominican side left.", "Dominican side", ("DMA",)),
    ("The Dominican side left.", "Dominican side", ("DOM",)),
    ("Congo-Brazzaville protested. The Congolese army left.", "Congolese army", ("COG/Army",)),
    ("The Congolese army left Kinshasa.", "Congolese army", ("COD/Army",)),
    ("The Congolese army left Brazzaville.", "Congolese army", ("COG/Army",)),
    ("Guinea-Bissau voted. The Guinean police watched.", "Guinean police", ("GNB/Police",)),
    ("Pyongyang fired. The Korean army watched.", "Korean army", ("PRK/Army",)),
    ("Russia welcomed the merger of the Perm Region.", "Perm Region", ("RUS/Perm Region",)),
    ("Russia looks to the Western Region.", "Western Region", None),
]


@pytest.mark.parametrize(("text", "mention", "actors"), WITH_DOCUMENT)
def test_whole_document(text: str, mention: str, actors: tuple[str, ...] | None) -> None:
    assert actors_of(text, mention) == actors


def test_a_title_that_the_text_does_not_repeat_says_who_is_who() -> None:
    title = "Secretary Jo Lind and North Macedonian Foreign Minister Bujar Osmani Before Their Meeting"
    text = "It is a pleasure to have Foreign Minister Osmani here."
    assert actors_of(text, "Foreign Minister Osmani", publisher="US Department of State") != ("MKD/Bujar Osmani",)
    found = actors_of(text, "Foreign Minister Osmani", publisher="US Department of State", title=title)
    assert found == ("MKD/Bujar Osmani",)


def test_a_president_of_another_name_is_not_the_publishers() -> None:
    text = "In Panama, the delegation will meet with President Cortizo."
    (found,) = [m for m in link(text, publisher="US Department of State") if m.text == "President Cortizo"]
    assert found.actors == ("PAN/Cortizo",)
    assert found.others == ()


def test_a_government_writes_of_its_ministry_by_an_acronym() -> None:
    text = "The DFA welcomes the decision."
    assert actors_of(text, "DFA", publisher="Government of Ireland") == ("IRL/DFA",)
    assert actors_of(text, "DFA") == ("/DFA",)


def test_bare_title_serves_the_publishers_state() -> None:
    text = "Secretary Blinken met with Minister Kuleba."
    assert actors_of(text, "Secretary Blinken", publisher="US Department of State") == ("USA/Blinken",)


FDFA = "Federal Department of Foreign Affairs"
REFERRED = [
    (
        f"Swiss Federal Councillor Ida Roth, head of the {FDFA} (FDFA), came. The head of the FDFA spoke.",
        "CHE/Ida Roth",
    ),
    (f"Federal Councillor Ida Roth came. The head of the {FDFA} (FDFA) spoke.", "CHE/Ida Roth"),
    (f"Federal Councillor Ida Roth and State Secretary Jan Frei came. The head of the {FDFA} spoke.", ""),
    ("Minister Oskar Tamm of Estonia came. The Estonian foreign minister spoke.", "EST/Oskar Tamm"),
    ("President Oskar Tamm of Estonia came. The Estonian foreign minister spoke.", ""),
    ("Minister Oskar Tamm of Estonia came. The Estonian prime minister spoke.", ""),
    ("Finance Minister Oskar Tamm of Estonia came. Minister Tamm left. The Estonian foreign minister spoke.", ""),
    ("Federal Councillor Ida Roth came. The head of state spoke.", ""),
    ("Ambassador Jo Lind, the Serbian foreign minister, and others met. The Serbian foreign minister spoke.", ""),
    ("French President Jean Roux, who heads the Council, came. The French president spoke.", "FRA/Jean Roux"),
]


@pytest.mark.parametrize(("text", "actor"), REFERRED)
def test_an_official_is_referred_to_by_an_office(text: str, actor: str) -> None:
    last = [m for m in link(text, publisher=f"Swiss Confederation: {FDFA}") if m.how == "office"][-1]
    assert (last.actors == (actor,)) is bool(actor)


def test_a_state_between_a_body_and_its_acronym_owns_it() -> None:
    text = "The Narcotics Control Bureau, India (NCB) was host. Delegates thanked the NCB."
    assert actors_of(text, "Narcotics Control Bureau", publisher="US Department of State") == (
        "IND/Narcotics Control Bureau",
    )
    assert actors_of(text, "NCB", publisher="US Department of State") == ("IND/Narcotics Control Bureau",)
    for other in ("India (chair) and Peru", "India (USD 5 million)"):
        text = f"Donors are the Narcotics Control Bureau, {other}."
        assert actors_of(text, "Narcotics Control Bureau", publisher="US Department of State") == (
            "USA/Narcotics Control Bureau",
        )
    listed = "They named the Narcotics Control Bureau, India and Peru."
    assert actors_of(listed, "Narcotics Control Bureau", publisher="US Department of State") == (
        "USA/Narcotics Control Bureau",
    )


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("It was signed by the Ministry of Trade, Malawi.", "MWI"),
        ("The Ministry of Trade, Malawi, signed.", "MWI"),
        ("The Ministry of Trade, Malawi, Chad and Mali signed.", "NOR"),
        ("The Ministry of Trade, Malawi and Chad signed.", "NOR"),
    ],
)
def test_a_state_behind_a_comma_owns_a_ministry_unless_it_begins_a_list(text: str, state: str) -> None:
    assert actors_of(text, "Ministry of Trade", publisher="Norad") == (f"{state}/Ministry of Trade",)


def test_what_stands_between_a_body_and_a_strange_acronym_is_not_skipped() -> None:
    text = "The Serbian Ministry of Defence, Yugoimport (SDPR) and Italy signed. They thanked SDPR."
    assert actors_of(text, "SDPR") != ("SRB/Ministry of Defence",)


UNEXPLAINED = [
    ("They asked SENAN for help. SENAN patrols the coast.", "SENAN", "/SENAN"),
    ("The Parties,\n\nDESIRING to strengthen relations, agreed.", "DESIRING", None),
    ("IMPORTANT news came. WELCOME remarks followed.", "IMPORTANT", None),
    ("It is four per cent of GDP. GDP grew.", "GDP", None),
]


@pytest.mark.parametrize(("text", "mention", "actor"), UNEXPLAINED)
def test_an_acronym_that_nothing_explains_may_open_a_sentence(text: str, mention: str, actor: str | None) -> None:
    found = {m.actors for m in link(text) if m.text == mention and m.start == text.rindex(mention)}
    assert found == ({(actor,)} if actor else set())


COMPANIES = [
    ("Ethiopian Airlines flies there.", "Ethiopian Airlines", ("/Ethiopian Airlines",)),
    ("The Peru Lamp Company left.", "Peru Lamp Company", ("/Peru Lamp Company",)),
    ("Serbian Company Commander Jo Lind spoke.", "Commander Jo Lind", ("SRB/Jo Lind",)),
    (
        "The Albanian American Development Foundation paid.",
        "American Development Foundation",
        ("/American Development Foundation",),
    ),
]


@pytest.mark.parametrize(("text", "mention", "actors"), COMPANIES)
def test_a_company_named_after_a_nation(text: str, mention: str, actors: tuple[str, ...]) -> None:
    assert actors_of(text, mention) == actors


def test_an_emirate_is_the_state_in_hand() -> None:
    assert actors_of("Kuwait asked for help. The emirate has no fleet.", "The emirate") == ("KWT",)


def test_a_group_of_states_without_an_acronym_of_its_own_is_written_by_its_name() -> None:
    expected = ("/Three Seas Initiative (3SI)",)
    assert actors_of("Poland supports the Three Seas Initiative.", "Three Seas Initiative") == expected
    assert actors_of("The 3SI met.", "3SI") == expected


SERVING = [
    ("Special Envoy for Yemen Jo Lind spoke.", "Special Envoy for Yemen Jo Lind", "USA/Jo Lind"),
    ("High Commissioner for Refugees Jo Lind spoke.", "High Commissioner for Refugees Jo Lind", "UN/Jo Lind"),
    ("Thanks to Prime Minister Lind and the people of Norway.", "Prime Minister Lind", "NOR/Lind"),
    ("Ambassador Lind and the Government of Norway signed.", "Ambassador Lind", "USA/Lind"),
    (
        "The High Commissioner for Refugees spoke.",
        "High Commissioner for Refugees",
        "UN/High Commissioner for Refugees",
    ),
    ("Secretary of State Al Berg and Foreign Affairs Minister Lind met.", "Secretary of State Al Berg", "USA/Al Berg"),
    ("It breaches UN Security Council resolutions.", "UN Security Council", "UN/Security Council"),
]


@pytest.mark.parametrize(("text", "mention", "actor"), SERVING)
def test_whom_an_office_serves_where_an_american_page_names_it(text: str, mention: str, actor: str) -> None:
    assert actors_of(text, mention, publisher="US Department of State") == (actor,)


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


def test_what_the_text_says_ends_a_guess() -> None:
    title = "Visit from Chad"
    page = link(f"{title}\nThe police watched. Chadian police left. The police came back.", "Norway", title)
    assert [m.others for m in page if "police" in m.text] == [("NOR/Police",), (), ()]


def test_a_body_whose_name_many_states_have_may_be_that_of_the_state_in_hand() -> None:
    (senate,) = [m for m in link("Chile paused. The Senate voted.", "Embassy of Chile") if "Senate" in m.text]
    assert {*senate.actors, *senate.others} == {"CHL/Senate", "USA/Senate"}


def test_an_organ_may_be_that_of_the_organisation_in_hand() -> None:
    page = link("The OPCW met in Chad. The Executive Council agreed.", "Government of Chad")
    (council,) = [m for m in page if "Council" in m.text]
    assert "OPCW/Executive Council" in (*council.actors, *council.others)


def test_the_two_ministers_have_the_names_that_the_document_gave_long_before() -> None:
    far = " ".join(["It was a long day."] * 9)
    page = link(f"Peru's Minister Jo Lind met Al Berg, Minister of Laos. {far} The two ministers left.")
    assert page[-1].actors == ("PER/Jo Lind", "LAO/Al Berg")


def test_only_the_publishers_own_head_of_state_is_known_by_the_office_alone() -> None:
    text = "The President spoke. The French President listened."
    page = link(text, "US Department of State", date="2022-03-01")
    assert [m.actors[0] for m in page if "President" in m.text] == ["USA/Joe Biden", "FRA/President"]


def test_a_council_of_a_state_may_be_that_of_the_united_nations() -> None:
    (council,) = [m for m in link("The Security Council met.", "US Department of State") if "Council" in m.text]
    assert (council.actors, council.others) == (("USA/Security Council",), ("UN/Security Council",))


def test_every_mention_is_the_text_at_its_offsets() -> None:
    text = "Serbia’s  armed\nforces and the European\n  Union met in Papua\nNew Guinea."
    for mention in link(text):
        assert text[mention.start : mention.end] == mention.text
    assert actors_of(text, "Papua\nNew Guinea") == ("PNG",)
    assert actors_of(text, "European\n  Union") == ("EU",)


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Holding the Duran Regime to Account for Abuses in Peru", ["Duran Regime", "Peru"]),
        ("The Office to Monitor Trafficking of Peru spoke.", ["Office to Monitor Trafficking of Peru", "Peru"]),
        ("After the coup d'état Peru was calm.", ["Peru"]),
    ],
)
def test_where_a_name_ends(text: str, mentions: list[str]) -> None:
    assert [m.text for m in link(text)] == mentions


LEFT_ALONE = [
    ("The Minister, Ambassador Jo Lind, and Bo Berg met Peru.", "Ambassador Jo Lind", "IND/Jo Lind"),
    ("A delegation led by Minister Jo Lind went to Chad.", "Minister Jo Lind", "IND/Jo Lind"),
    ("He visited Lima, where he represented Minister Bo Berg.", "Minister Bo Berg", "IND/Bo Berg"),
    ("The line left the hill on the Chadian side, and Minister Bo Berg came.", "Minister Bo Berg", "IND/Bo Berg"),
]


@pytest.mark.parametrize(("text", "mention", "actor"), LEFT_ALONE)
def test_what_only_looks_like_it_changes_nobodys_state(text: str, mention: str, actor: str) -> None:
    assert actors_of(text, mention, publisher=INDIA) == (actor,)


NOBODY = ["Michael Jordan retired.", "They gave us aid.", "The Washington Post wrote it.", "The Minsk agreements hold.",
          "The Treaty of Rome holds.", "Atlanta, Georgia, is large.", "It may rain in May."]  # fmt: skip


@pytest.mark.parametrize("text", NOBODY)
def test_names_that_are_nobody(text: str) -> None:
    codes = {a for m in link(text) for a in m.actors if not a.startswith("/")}
    assert codes == set()


def test_capital_as_place_and_as_government() -> None:
    mentions = {m.text: m for m in link("Belgrade and Pristina agreed. He arrived in Vienna.")}
    assert mentions["Belgrade"].actors == ("SRB",)
    assert not mentions["Belgrade"].place
    assert mentions["Vienna"].place


def test_acronyms() -> None:
    text = "The Defence Reform Group (DRG), Partnership for Peace (PfP) and International Monetary Fund (IMF) exist."
    found = acronyms(Document("d", text))
    assert found == {
        "DRG": "Defence Reform Group",
        "PfP": "Partnership for Peace",
        "IMF": "International Monetary Fund",
    }


@pytest.mark.parametrize(
    ("publisher", "url", "actor"),
    [
        ("US Department of State", None, "USA"),
        ("The White House", None, "USA"),
        ("President of Russia (en.kremlin.ru)", None, "RUS"),
        ("NATO", None, "NATO"),
        ("", "https://www.state.gov/x", "USA"),
        ("", "https://www.nato.int/x", "NATO"),
        ("The Daily Planet", None, None),
    ],
)
def test_publisher(publisher: str, url: str | None, actor: str | None) -> None:
    document = Document("d", "", publisher=Known(publisher or None, "test"), url=url)
    assert publisher_actor(document, directory()) == actor


@pytest.mark.parametrize(
    "text",
    ["", " ", "\x00\x01\u202e", "(" * 5000, "A" * 5000, "the " * 5000, "Mr. " * 2000, "مرحبا بالعالم" * 50, "\ud800 x"],
)
def test_hostile_text_never_raises(text: str) -> None:
    for mention in link(text):
        assert text[mention.start : mention.end] == mention.text


def test_transcript_labels_say_who_we_are() -> None:
    text = "SECRETARY BLINKEN: We agree.\n\nFOREIGN MINISTER PAET: We do too.\n\n"
    text += "Estonian Foreign Minister Urmas Paet came."
    pronouns = [m.actors for m in link(text, publisher="US Department of State") if m.text == "We"]
    assert pronouns == [("USA",), ("EST",)]


def test_we_of_a_joint_statement_are_its_parties() -> None:
    text = "We, the foreign ministers of Serbia, Albania, Italy and Greece, met. Our aim is peace."
    assert actors_of(text, "Our", title="Joint statement", publisher="Italy") == ("SRB", "ALB", "ITA", "GRC")


def test_an_office_that_the_publisher_lacks_is_somebody_elses() -> None:
    text = "The Secretary thanked Foreign Minister Lutundula. The DRC holds elections."
    actors = actors_of(text, "Foreign Minister Lutundula", publisher="US Department of State", title="Visit to the DRC")
    assert actors == ("COD/Lutundula",)


def test_the_holder_of_a_publishing_office_takes_part() -> None:
    title, publisher = Known("Talks", "test"), Known("President of Russia", "test")
    date = Known("2017-01-01", "test")
    document = Document("d", "Talks\n\nThe President met them.", title=title, publisher=publisher, date=date)
    assert "RUS/Vladimir Putin" in context_actors(document, directory())


def test_unlinked_names_keep_the_text_and_a_reason() -> None:
    found = [m for m in link("They met Quintus Fabius in town.") if m.unlinked]
    assert [(m.text, m.actors, m.unlinked) for m in found] == [
        ("Quintus Fabius", ("/Quintus Fabius",), "not in the directory")
    ]


def test_same_document_gives_the_same_mentions() -> None:
    text = "Serbia and NATO agreed. It helps them. The two sides met Minister Paet."
    assert link(text) == link(text)


@pytest.mark.slow
def test_a_sentence_of_a_megabyte_is_bounded() -> None:
    text = (
        "Serbian Foreign Minister Marko Đurić met NATO Secretary General Jens Stoltenberg and said it helps, " * 10_000
    )
    begun = time.process_time()
    link(text)
    assert time.process_time() - begun < 60


FORMER = [
    ("1960-05-01", ("SUN", "CSK", "YUG")),
    ("1995-05-01", ("RUS", "CZE", "YUG")),
    ("2010-05-01", ("RUS", "CZE", "SRB")),
]


@pytest.mark.parametrize(("date", "states"), FORMER)
def test_a_capital_is_that_of_the_state_of_the_time(date: str, states: tuple[str, ...]) -> None:
    text = "Moscow agreed. Prague refused. Belgrade waited."
    assert tuple(actors_of(text, city, date=date) for city in ("Moscow", "Prague", "Belgrade")) == tuple(
        (code,) for code in states
    )


def test_an_organisation_has_no_state_s_offices() -> None:
    text = "Ghana asked for a loan. Prime Minister Jo Lind wrote. The Ministry of Finance agreed."
    fund = "International Monetary Fund"
    assert actors_of(text, "Prime Minister Jo Lind", publisher=fund) == ("GHA/Jo Lind",)
    assert actors_of(text, "Ministry of Finance", publisher=fund) == ("GHA/Ministry of Finance",)
    assert actors_of("President Jo Lind spoke. Ghana listened.", "President Jo Lind", publisher="World Bank") == (
        "WB/Jo Lind",
    )


def test_a_body_is_no_owner_of_another_body() -> None:
    text = "The Board met in Ghana. The Fund paid. The Authority agreed. The Council left."
    assert all(actor.count("/") < 2 for m in link(text, publisher="European Union") for actor in (*m.actors, *m.others))


def test_the_fund_is_the_publishing_fund() -> None:
    text = "Ghana asked for help. The Fund agreed, and the Fund was thanked."
    assert actors_of(text, "the Fund", publisher="International Monetary Fund") == ("IMF",)


def test_our_country_is_the_publisher_s() -> None:
    text = "Georgia is a friend. Firms have invested in our country."
    assert actors_of(text, "our country", publisher="Ministry of Foreign Affairs of Estonia") == ("EST",)


def test_an_instrument_in_the_title_is_no_person() -> None:
    text = "Ministers met in Basel. Basel was calm."
    assert not any(m.how == "person" for m in link(text, title="Basel Agreement Signed", publisher="Switzerland"))


def test_the_three_are_those_who_were_named_together() -> None:
    text = "The foreign ministers of Chad, Mali and Niger met the United States and Togo. The three ministers agreed."
    assert actors_of(text, "The three ministers") == ("TCD", "MLI", "NER")


INDIA, MEXICO, TURKEY = (
    "Ministry of External Affairs, Government of India",
    "Government of Mexico",
    "Republic of Türkiye",
)
BY_PUBLISHER = [
    # Titles and names.
    ("Amb. Jo Lind of Peru came.", "Amb. Jo Lind", "PER/Jo Lind", INDIA),
    ("Jamaican PM Jo Lind came.", "Jamaican PM Jo Lind", "JAM/Jo Lind", INDIA),
    ("EAM Smt. Asha Rao came.", "EAM Smt. Asha Rao", "IND/Asha Rao", INDIA),
    ("The Special Adviser to the Prime Minister, Mr Bo Berg, came.",
     "Special Adviser to the Prime Minister, Mr Bo Berg", "IND/Bo Berg", INDIA),
    ("UNICEF gave tents. The Secretary-General asked for more.", "Secretary-General", "UN/Secretary-General", INDIA),
    ("The Secretary-General asked for more tents.", "Secretary-General", "UN/Secretary-General", "UNICEF"),
    # Who has a president of a body, a crown prince, a prime cabinet secretary; who has no queen either.
    ("Vice President of the Council Bo Berg met Peru.", "Vice President of the Council Bo Berg", "SAU/Bo Berg",
     "Ministry of Foreign Affairs of Saudi Arabia"),
    ("Crown Prince Akishino visited Denmark.", "Crown Prince Akishino", "JPN/Akishino", "Japan"),
    ("Prime Cabinet Secretary Bo Berg visited Uganda.", "Prime Cabinet Secretary Bo Berg", "KEN/Bo Berg", "Kenya"),
    ("Queen Jo met Peru and Chile.", "Queen Jo", "CAN/Jo", "Canada"),
    ("PS Bo Berg came. The PS met Peru.", "PS", "KEN/Bo Berg", "Ministry of Foreign Affairs, Kenya"),
    ("Minister of State at the Ministry of Trade Dr. Jo Lind came.",
     "Minister of State at the Ministry of Trade Dr. Jo Lind", "QAT/Jo Lind", "Qatar"),
    ("The Minister of Trade of the sisterly Sultanate of Oman Bo Lind came.",
     "Minister of Trade of the sisterly Sultanate of Oman Bo Lind", "OMN/Bo Lind", "Qatar"),
    ("French Minister for Europe and Foreign Affairs Jo Lind came.",
     "French Minister for Europe and Foreign Affairs Jo Lind", "FRA/Jo Lind", INDIA),
    ("They met the Chief Executive Officer of the Rwanda Trade Board Bo Berg.",
     "Chief Executive Officer of the Rwanda Trade Board Bo Berg", "RWA/Bo Berg", "Qatar"),
    ("It met UN Resident Coordinator in Peru Jo Lind.", "UN Resident Coordinator in Peru Jo Lind", "UN/Jo Lind", INDIA),
    ("It met the UN Coordinator in Peru, Jo Lind.", "UN Coordinator in Peru, Jo Lind", "UN/Jo Lind", INDIA),
    ("The Director of the Trade Agency (TIA) Jo Lind came.", "Director of the Trade Agency (TIA) Jo Lind",
     "IND/Jo Lind", INDIA),
    ("The Director of the Europe Department, Jo Lind, came.", "Director of the Europe Department, Jo Lind",
     "IND/Jo Lind", INDIA),
    ("The Foreign Secretary, Ambassador Jo Lind, came.", "Foreign Secretary, Ambassador Jo Lind", "IND/Jo Lind", INDIA),
    ("Bo Berg, Head of the CoE Office, came.", "Bo Berg", "CoE/Bo Berg", INDIA),
    ("The Malawi Parliament's Speaker Jo Lind came.", "Malawi Parliament's Speaker Jo Lind", "MWI/Jo Lind", INDIA),
    ("The Chairperson-in-Office urged Peru to act.", "Chairperson-in-Office", "OSCE/Chairperson-in-Office", "OSCE"),
    ("The President of the Senate, Jo Lind, came.", "President of the Senate, Jo Lind", "MEX/Jo Lind", MEXICO),
    ("Envoy Ana de los Santos of Peru came.", "Envoy Ana de los Santos", "PER/Ana de los Santos", INDIA),
    ("Chad's President Bo wa Berg came.", "Chad's President Bo wa Berg", "TCD/Bo wa Berg", INDIA),
    ("The IDB's country envoy, Jo Lind, came.", "IDB's country envoy, Jo Lind", "IADB/Jo Lind", MEXICO),
    ("We met Peru. Our regional director, Jo Lind, spoke.", "regional director, Jo Lind", "IND/Jo Lind", INDIA),
    # Whom somebody serves by the rest of the sentence.
    ("A delegation from Chad led by Minister Jo Lind came.", "Minister Jo Lind", "TCD/Jo Lind", INDIA),
    ("The Chadian side was headed by Secretary Jo Lind.", "Secretary Jo Lind", "TCD/Jo Lind", INDIA),
    ("Talks were led on the Chadian side by Secretary Jo Lind.", "Secretary Jo Lind", "TCD/Jo Lind", INDIA),
    ("He visited Lima, where he was received by Minister Bo Berg.", "Minister Bo Berg", "PER/Bo Berg", INDIA),
    ("Minister Jo Lind and Minister Bo Berg co-chaired talks of India and Peru.", "Minister Bo Berg", "PER/Bo Berg",
     INDIA),
    ("On the Peruvian side, the Ministry of Trade signed.", "Ministry of Trade", "PER/Ministry of Trade", INDIA),
    ("The ASEAN team came. Secretary-General Jo Lind spoke.", "Secretary-General Jo Lind", "ASEAN/Jo Lind", INDIA),
    ("King Jo Lind met the Tongan team.", "King Jo Lind", "TON/Jo Lind", "Government of New Zealand"),
    ("President Jo Lind met the Tongan team.", "President Jo Lind", "TON/Jo Lind", "Government of Japan"),
    ("President Michelle Bachelet came to Peru. President Jo Lind left.", "President Jo Lind", "PER/Jo Lind",
     "Government of Chile"),
    # Whose an office or body is.
    ("President Rosa Lima of Peru came. Our President thanked her.", "President", "TUR/President", TURKEY),
    ("We have friends in Suva, where our High Commission is.", "High Commission", "NZL/High Commission",
     "Government of New Zealand"),
    ("Our Embassy is there. Tonga opened its Embassy.", "Embassy", "TON/Embassy",
     "Government of New Zealand"),
    ("The Turkish Embassy in Niamey opened in 2012, and Niger opened its Embassy in 2013.", "Embassy", "NER/Embassy",
     TURKEY),
    ("The Government of President Nicolás Maduro refused.", "Government", "VEN", "OAS"),
    ("Rwandan President Jo Lind came. The Rwandan leader spoke.", "Rwandan leader", "RWA/Jo Lind", INDIA),
    # Names of bodies.
    ("The Malawi Defence Force trains.", "Malawi Defence Force", "MWI/Defence Force", INDIA),
    ("The Chilean National Congress agreed.", "Chilean National Congress", "CHL/National Congress", INDIA),
    ("JICA's Fiji Office came.", "JICA's Fiji Office", "JPN/JICA Fiji Office", INDIA),
    ("HMNZS Wellington sailed.", "HMNZS Wellington", "NZL/HMNZS Wellington", INDIA),
    ("The Government of Prime Minister Edi Rama refused.", "Government", "ALB", INDIA),
    ("HMS Defender sailed.", "HMS Defender", "GBR/HMS Defender", INDIA),
    ("HMS Queen Elizabeth sailed.", "HMS Queen Elizabeth", "GBR/HMS Queen Elizabeth", INDIA),
    ("Chad's Procurement Service (PS) sat. The PS agreed.", "PS", "TCD/Procurement Service", INDIA),
    ("Chad's Ministry of Lands, Irrigation and Skills came.", "Chad's Ministry of Lands, Irrigation and Skills",
     "TCD/Ministry of Lands, Irrigation and Skills", INDIA),
    ("Chad's Broadcast Authority (ECA) sat. The ECA agreed.", "ECA", "TCD/Broadcast Authority", INDIA),
    ("The Suriname Police Corps (KPS) came. The KPS left.", "KPS", "SUR/Police Corps", INDIA),
    ("They spoke at the UNGA.", "UNGA", "UN/General Assembly", INDIA),
    ("They asked the Exim Bank of India to pay.", "Exim Bank of India", "IND/Export-Import Bank of India", INDIA),
    ("They met the Planning Commission, the Supreme Court and Peru.", "Planning Commission", "PER/Planning Commission",
     INDIA),
    ("The Secretary of the Ministry of Finance Madhu Kumar Rao came.",
     "Secretary of the Ministry of Finance Madhu Kumar Rao", "IND/Madhu Kumar Rao", INDIA),
    ("The Undersecretary at the Omani Foreign Ministry Bo Lind came.",
     "Undersecretary at the Omani Foreign Ministry Bo Lind", "OMN/Bo Lind", INDIA),
    ("The Minister Responsible for Foreign Affairs Jo Lind came.",
     "Minister Responsible for Foreign Affairs Jo Lind", "IND/Jo Lind", INDIA),
    ("He congratulated the Ambassador of Peru on the National Day.", "Ambassador of Peru", "PER/Ambassador of Peru",
     INDIA),
    ("The EU met Peru. The Commission agreed.", "The Commission", "ECOWAS/Commission", "ECOWAS"),
    # What is called by a word.
    ("CARICOM met Peru. The Community agreed.", "Community", "CARICOM", INDIA),
    ("He asked the Union to act.", "the Union", "AU", "African Union"),
    ("In Oman and Palestine talks went on. The Sultanate agreed.", "The Sultanate", "OMN", INDIA),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actor", "publisher"), BY_PUBLISHER)
def test_who_is_meant_in_a_text_of_this_publisher(text: str, mention: str, actor: str, publisher: str) -> None:
    found = [m.actors for m in link(text, publisher=publisher, date="2023-06-01") if m.text == mention]
    assert found[-1:] == [(actor,)]


NO_MENTIONS = [
    ("The Peruvian state oil company came.", "Peruvian state"),
    ("The state of Jalisco agreed.", "state"),
    ("Peru hailed the Tonga Police Development Programme.", "Tonga Police Development Programme"),
    ("Peru hailed the Military Training Agreement.", "Military"),
    ("Our staff have trained diplomats.", "trained diplomats"),
    ("Peru's Council exchanged delegations.", "exchanged delegations"),
    ("Minister Jo Lind of Peru came. His Majesty's Armed Forces left.", "His"),
    ("They gave 40 million USD.", "USD"),
    ("Peru's ODA and GDP grew.", "ODA"),
    ("The programme ended.", "The programme"),
    ("The official visit to Peru ended.", "official"),
    ("Chad lifted the state of emergency.", "state"),
    ("Mr. Chairman, Mr. Vice Chairman, Chad agrees.", "Mr. Chairman, Mr. Vice"),
    ("Mr. President, Mr. Jo Lind, Chad agrees.", "Mr. President, Mr. Jo Lind"),
    ("The states have not exchanged ambassadors.", "exchanged ambassadors"),
    ("Boats crossed the Mozambique Channel.", "Mozambique"),
    ("Boats crossed Lake Malawi.", "Malawi"),
    ("Boats crossed the Weather Coast.", "Weather Coast"),
    ("Boats crossed it near Lake Turkana.", "Lake Turkana"),
    ("They went on board the Kursk.", "Kursk"),
    ("The tanker Sounion sank.", "Sounion"),
    ("They met Fugitives Jo Lind and Al Mora.", "Fugitives Jo Lind"),
]


@pytest.mark.parametrize(("text", "mention"), NO_MENTIONS)
def test_nobody_is_meant(text: str, mention: str) -> None:
    assert actors_of(text, mention, publisher=MEXICO) is None


def test_she_is_no_body_with_an_acronym() -> None:
    text = "Minister Rosa Lima of Peru wrote to the AU Peace Council (PSC). She thanked the PSC. She left."
    assert [m.actors for m in link(text) if m.text == "She"] == [("PER/Rosa Lima",)] * 2


def test_of_two_neighbours_none_is_an_organisation() -> None:
    text = "The AU Commission met on South Sudan. Khartoum and Juba opened the border. The two neighbours agreed."
    found = actors_of(text, "The two neighbours", publisher="African Union", title="AU Commission on South Sudan")
    assert found == ("SSD", "SDN")


def test_an_embassy_of_its_own_says_nothing_of_other_embassies() -> None:
    found = [m.actors for m in link("Peru opened its Embassy. The Embassy gave aid.", INDIA) if m.text == "Embassy"]
    assert found == [("PER/Embassy",), ("IND/Embassy",)]


@pytest.mark.parametrize(
    ("text", "actor"),
    [("They say Putin agreed.", ("RUS/Putin",)), ("Olga Putin runs a firm. They say Putin agreed.", ("/Olga Putin",))],
)
def test_a_namesake_in_the_text_is_meant_before_a_holder_of_office(text: str, actor: tuple[str, ...]) -> None:
    assert actors_of(text, "Putin", publisher=MEXICO, date="2015-01-01") == actor


IN_ANOTHER_RUN = """
from dragoman.actors.directory import directory
from dragoman.actors.linking import linked_mentions
from dragoman.documents import document_from_text
text = "NATO officials in Brussels and GUAM ministers in Vilnius met. They said that Bern and Aden agreed."
print(linked_mentions(document_from_text(text, date="2021-06-01", language="en", stem="doc"), directory()))
"""


@pytest.mark.slow
def test_every_run_links_the_same() -> None:
    """Sets of strings have another order in each process."""
    command = [sys.executable, "-c", IN_ANOTHER_RUN]
    runs = [
        subprocess.run(command, env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True)
        for seed in "123"
    ]
    assert len({run.stdout for run in runs}) == 1
