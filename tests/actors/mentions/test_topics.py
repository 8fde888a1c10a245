"""Capitalised words that are nobody: what an instrument is about, what a resolution shouts, months."""

import pytest

from linked_samples import PERU, link

NOBODY = [
    # What an instrument is about.
    ("Chad and Mali signed a Treaty on Extradition.", "Extradition"),
    ("They signed an Agreement on Peace, Friendship and Comprehensive Cooperation.", "Friendship"),
    ("They signed an Agreement on Peace, Friendship and Comprehensive Cooperation.", "Comprehensive Cooperation"),
    ("They signed an Agreement for the Avoidance of Double Taxation.", "Double Taxation"),
    ("They signed an agreement on Air Services.", "Air Services"),
    ("Mali left the Treaty on Conventional Armed Forces in Europe.", "Conventional Armed Forces"),
    ("Mali signed the Treaty on the Protection of Cultural Heritage.", "Cultural Heritage"),
    ("They signed an agreement in the field of Higher Education.", "Higher Education"),
    ("Chad and Mali signed a Treaty of Defensive Alliance.", "Defensive Alliance"),
    ("Chad and Mali signed the Treaty of San Senan.", "San Senan"),
    ("They signed a Treaty of Peace, Friendship, Commerce, and Fine Navigation.", "Fine Navigation"),
    ("They signed an Agreement to Avoid Double Taxation and Prevent Tax Evasion.", "Avoid Double Taxation"),
    ("They signed an Agreement to Avoid Double Taxation and Prevent Tax Evasion.", "Prevent Tax Evasion"),
    ("They signed an Agreement Regulating Seasonal Flows.", "Agreement Regulating Seasonal Flows"),
    ("Peru keeps a Register of Culturally Significant Property.", "Property"),
    ("Mali marked the Year of Friendship.", "Friendship"),
    # What is called so: types, slogans, undertakings.
    ("Mali got two C-130 Hercules of Peru.", "Hercules"),
    ("Mali spoke of “New Ways, Growing Together and Far Vision” in Peru.", "Growing"),
    ("Mali spoke of “New Ways, Growing Together and Far Vision” in Peru.", "Far Vision"),
    ("Mali joined the 'New Horizons' programme.", "Horizons"),
    ("Mali opened the fair on the theme “Growing Together”.", "Growing Together"),
    # Words that are no names.
    ("Mali has a Marxist government.", "Marxist"), ("In World War II Mali fought.", "World War II"),
    ("Mali left under Art. IV of the pact.", "Art"), ("Mali left under Art. XII.", "XII"),
    ("Mali spoke of Pan-Africanism.", "Pan-Africanism"), ("First, I'll leave Mali.", "I'll"),
    ("Mali left the JCPOA.", "JCPOA"), ("Mali gave a Working Lunch.", "Working Lunch"),
    ("The official Facebook page of the Greek embassy says so.", "official"),
    ("Mali was reformed from customs to agriculture.", "customs"),
    ("Mali and its German head coach left.", "German head"),
    # Symbols of documents, short names of instruments.
    ("Chad recalled resolution S/RES/1325.", "RES"), ("Chad recalled S/PRST/2020/3.", "PRST"),
    ("Five MoUs were signed with Chad.", "MoUs"), ("The MOUs cover trade with Chad.", "MOUs"),
    ("Contracting Parties shall inform Chad.", "Contracting Parties"),
    ("NATO and Chad agreed an Individual Partnership Programme.", "Individual Partnership Programme"),
    ("Trust Funds were set up for Chad.", "Trust Funds"),
    ("He paid an Official Visit to Chad.", "Official"), ("The Retreat was held in Chad.", "Retreat"),
    ("Their Excellencies met.", "Excellencies"), ("Chad updated its Travel Warnings.", "Warnings"),
    ("Chad got Official Development Assistance (ODA) of Mali.", "Official Development Assistance"),
    # What a resolution shouts.
    ("EXPRESSES DEEP CONCERN at the attacks in Mali.", "EXPRESSES DEEP CONCERN"),
    ("DEEPLY ALARMED by the attacks, Chad left.", "DEEPLY ALARMED"),
    ("Chad left and STRONGLY URGES Mali to leave.", "STRONGLY"),
    ("Chad HAS DECIDED to leave.", "DECIDED"),
    ("The text says: \"2. Requests the Secretary-General to report.", "Requests"),
    # Months, storms, money.
    ("In October-November 2003 Chad left.", "October-November"), ("On 3 Sep Chad left.", "Sep Chad"),
    ("Cyclone Idai hit Malawi.", "Cyclone Idai"), ("Recent Ministerial visits helped.", "Recent Ministerial"),
    ("Chad gave 3 million Euro.", "Euro"), ("Chad gave Eur 3 million.", "Eur"),
]  # fmt: skip

SOMEBODY = [
    ("Under the Agreement on Trade, Jo Lind left.", "Jo Lind"),
    ("The Agreement on Trade was signed by Minister Jo Lind.", "Minister Jo Lind"),
    ("A Memorandum on Air Transport between the Ministry of Transport of Chad and Mali.",
     "Ministry of Transport of Chad"),
    ("The agreement for Acme Airlines to fly holds.", "Acme Airlines"),
    ("An agreement on cooperation with Acme Airlines holds.", "Acme Airlines"),
    ("The agreement between Jo Lind and Bo Berg holds.", "Bo Berg"),
    ("The Agreement of Jo Lind with Mali holds.", "Mali"), ("Mali sent the Treaty to Bo Berg.", "Bo Berg"),
    ("Mali fights the “Desert Fox” group.", "Desert Fox"), ("Mali freed “Desert Fox” and “Lone Wolf”.", "Lone Wolf"),
    ("Mali was told that customs stopped it.", "customs"),
    ("Mali gave the Medal of Honor to Jo Lind.", "Jo Lind"),
    ("It URGES SENAN to act.", "SENAN"), ("Two NGOs left Chad.", "NGOs"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wording"), NOBODY)
def test_nobody_is_meant(text: str, wording: str) -> None:
    assert wording not in [m.text for m in link(text, PERU)]


@pytest.mark.parametrize(("text", "wording"), SOMEBODY)
def test_somebody_is_meant(text: str, wording: str) -> None:
    assert wording in [m.text for m in link(text, PERU)]
